//! Workbooks that are pleasant to read and print.
//!
//! Titles above, a frozen heading, typed cells, totals set off, notes below, A4 landscape with the heading on every
//! page. What is not a number stays visibly not a number: *not reported* and *not applicable* are words, zero is 0,
//! and "hơn 5.400" is the number 5400 under a format that says so. Not here: what the figures mean.

use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Url, Workbook, Worksheet};

use super::out::{CellOut, RowKind, SheetOut, SheetWords};
use super::style::{Look, Styles};
use crate::OfficeError;
use crate::decimal::Decimal;
use crate::limits;

/// Sheets longer than this are written through a file of the system, so that memory stays flat.
const ROWS_IN_MEMORY: usize = 20_000;

/// Most rows of an Excel sheet.
pub(super) const EXCEL_ROWS: usize = 1_048_576;

/// Most columns of an Excel sheet.
pub(super) const EXCEL_COLUMNS: usize = 16_384;

/// Largest whole number that a sheet keeps exactly; larger ones are written as text.
pub(super) const EXACT: u64 = 9_007_199_254_740_991;

/// Longest address that Excel takes for a link.
const LINK_CHARS: usize = 2_079;

/// Most links that Excel takes on one sheet; the texts of the rest are written without.
const LINKS: usize = 65_000;

/// Rows looked at to find the width of a column.
const MEASURED_ROWS: usize = 200;

/// Height of one line of text, in points.
const LINE_POINTS: u16 = 15;
/// Lines that a row is made high enough for; Excel takes no row above 409 points.
const MOST_LINES: u16 = 27;

/// Writes a workbook (`.xlsx`). `made` is what the file says of its own making; the same sheets at the same time
/// give the same bytes.
pub fn write_workbook(
    sheets: &[SheetOut],
    words: &SheetWords,
    made: DateTime,
) -> Result<Vec<u8>, OfficeError> {
    let mut book = Workbook::new();
    let created = made_at(made)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut styles = Styles::new(words);
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        check(sheet)?;
        let name = tab_name(&sheet.name, &names);
        let streamed = sheet.rows.len() > ROWS_IN_MEMORY;
        let page = if streamed { book.add_worksheet_with_constant_memory()? } else { book.add_worksheet() };
        page.set_name(&name)?;
        names.push(name);
        Writing { page, styles: &mut styles, words, row: 0, links: 0, streamed }.sheet(sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A moment as the file says of its own making.
pub(super) fn made_at(made: DateTime) -> Result<ExcelDateTime, OfficeError> {
    Ok(ExcelDateTime::from_ymd(
        u16::try_from(made.year()).unwrap_or(1900),
        u8::try_from(made.month()).unwrap_or(1),
        u8::try_from(made.day()).unwrap_or(1),
    )?
    .and_hms(
        u16::try_from(made.hour()).unwrap_or(0),
        u8::try_from(made.minute()).unwrap_or(0),
        f64::from(made.second()),
    )?)
}

/// Refuses what Excel cannot hold, instead of cutting it.
fn check(sheet: &SheetOut) -> Result<(), OfficeError> {
    let around = sheet.titles.len().saturating_add(sheet.notes.len()).saturating_add(5);
    let rows = sheet.rows.len().saturating_add(around);
    let columns = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(sheet.columns.len());
    for (what, found, limit) in [("rows", rows, EXCEL_ROWS), ("columns", columns, EXCEL_COLUMNS)] {
        if found > limit {
            return Err(OfficeError::DoesNotFit { what, found, limit });
        }
    }
    let texts = sheet.rows.iter().flat_map(|row| &row.cells).filter_map(CellOut::words);
    let longest = texts.map(|text| text.chars().count());
    match longest.max() {
        Some(found) if found > limits::CELL_CHARS => {
            Err(OfficeError::DoesNotFit { what: "characters in a cell", found, limit: limits::CELL_CHARS })
        }
        _ => Ok(()),
    }
}

/// A name that Excel takes, unlike those already given.
pub(super) fn tab_name(wanted: &str, taken: &[String]) -> String {
    let cleaned: String = wanted
        .chars()
        .map(|letter| if "*?:[]\\/".contains(letter) || letter.is_control() { '-' } else { letter })
        .collect();
    let cleaned = cleaned.trim().trim_matches('\'').to_owned();
    let cleaned = if cleaned.is_empty() { "1".to_owned() } else { cleaned };
    let fitted = |ending: &str| {
        let mut name = String::new();
        let mut room = 31_usize.saturating_sub(ending.encode_utf16().count());
        for letter in cleaned.chars() {
            room = match room.checked_sub(letter.len_utf16()) {
                Some(left) => left,
                None => break,
            };
            name.push(letter);
        }
        format!("{}{ending}", name.trim_end().trim_end_matches('\''))
    };
    let is_free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = (2_u32..).map(|number| fitted(&format!(" ({number})")));
    std::iter::once(fitted("")).chain(numbered).find(is_free).unwrap_or_default()
}

/// A sheet being written, downwards.
struct Writing<'a> {
    page: &'a mut Worksheet,
    styles: &'a mut Styles,
    words: &'a SheetWords,
    row: u32,
    links: usize,
    streamed: bool,
}

impl Writing<'_> {
    /// Writes a sheet.
    fn sheet(mut self, sheet: &SheetOut) -> Result<(), OfficeError> {
        self.paper(sheet)?;
        for (number, title) in sheet.titles.iter().enumerate() {
            let look = if number == 0 { Look::Title } else { Look::Subtitle };
            self.page.write_string_with_format(self.row, 0, title, &self.styles.get(look, RowKind::Plain))?;
            self.row = self.row.saturating_add(1);
        }
        if !sheet.titles.is_empty() {
            self.row = self.row.saturating_add(1);
        }
        let widths: Vec<usize> = (0..sheet.columns.len()).map(|place| width(sheet, place).into()).collect();
        self.headings(sheet, &widths)?;
        for row in &sheet.rows {
            let texts = row.cells.iter().map(|cell| cell.words().unwrap_or_default());
            self.heighten(texts.zip(&widths))?;
            for (column, place) in (0_u16..).zip(0..sheet.columns.len().max(row.cells.len())) {
                let cell = row.cells.get(place).unwrap_or(&CellOut::Empty);
                self.cell(column, cell, row.kind)?;
            }
            self.row = self.row.saturating_add(1);
        }
        if !sheet.notes.is_empty() {
            self.row = self.row.saturating_add(1);
        }
        for note in &sheet.notes {
            self.page.write_string_with_format(
                self.row,
                0,
                note,
                &self.styles.get(Look::Note, RowKind::Plain),
            )?;
            self.row = self.row.saturating_add(1);
        }
        Ok(())
    }

    /// Paper, margins (20/15/20/30 mm as on official papers, the left one for the binding) and foot.
    fn paper(&mut self, sheet: &SheetOut) -> Result<(), OfficeError> {
        const A4: u8 = 9;
        self.page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        self.page.set_margins(1.18, 0.59, 0.79, 0.79, 0.3, 0.3);
        // A sign `&` in the word would start a code of the foot.
        self.page.set_footer(format!("&R{} &P/&N", self.words.page.replace('&', "&&")));
        for (column, place) in (0_u16..).zip(0..sheet.columns.len()) {
            self.page.set_column_width(column, width(sheet, place))?;
        }
        Ok(())
    }

    /// Makes the row as high as its longest text: programs that do not measure wrapped text when they open a file would lay
    /// the lines over the next row.
    fn heighten<'t>(&mut self, texts: impl Iterator<Item = (&'t str, &'t usize)>) -> Result<(), OfficeError> {
        let most = texts.map(|(text, width)| lines(text, *width)).max().filter(|most| *most > 1);
        if let Some(most) = most {
            let most = u16::try_from(most).unwrap_or(MOST_LINES).min(MOST_LINES);
            self.page.set_row_height(self.row, most.saturating_mul(LINE_POINTS))?;
        }
        Ok(())
    }

    /// The heading, in two rows when columns are grouped.
    fn headings(&mut self, sheet: &SheetOut, widths: &[usize]) -> Result<(), OfficeError> {
        let first = self.row;
        let format = self.styles.get(Look::Heading, RowKind::Plain);
        let grouped = sheet.columns.iter().any(|column| column.group.is_some());
        if grouped {
            let mut start = 0_usize;
            while let Some(column) = sheet.columns.get(start) {
                let same = sheet
                    .columns
                    .iter()
                    .skip(start)
                    .take_while(|next| next.group.is_some() && next.group == column.group);
                let count = same.count().max(1);
                let text = column.group.as_deref().unwrap_or(&column.heading);
                self.group(start, count, text, column.group.is_none())?;
                start = start.saturating_add(count);
            }
            self.row = self.row.saturating_add(1);
        }
        self.heighten(sheet.columns.iter().map(|column| column.heading.as_str()).zip(widths))?;
        for (place, column) in (0_u16..).zip(&sheet.columns) {
            // A heading without a group has been merged over both rows.
            if !grouped || column.group.is_some() || self.streamed {
                let text = if grouped && column.group.is_none() { "" } else { &column.heading };
                self.page.write_string_with_format(self.row, place, text, &format)?;
            }
        }
        self.row = self.row.saturating_add(1);
        self.page.set_freeze_panes(self.row, sheet.frozen_columns)?;
        self.page.set_repeat_rows(first, self.row.saturating_sub(1))?;
        Ok(())
    }

    /// One heading of the upper row. Streamed sheets cannot be merged downwards; there it stands at the left.
    fn group(&mut self, start: usize, count: usize, text: &str, down: bool) -> Result<(), OfficeError> {
        let format = self.styles.get(Look::Heading, RowKind::Plain);
        let first = u16::try_from(start).unwrap_or(u16::MAX);
        let last = u16::try_from(start.saturating_add(count).saturating_sub(1)).unwrap_or(u16::MAX);
        let bottom = self.row.saturating_add(u32::from(down));
        if !self.streamed && (last > first || bottom > self.row) {
            self.page.merge_range(self.row, first, bottom, last, text, &format)?;
            return Ok(());
        }
        for column in first..=last {
            let text = if column == first { text } else { "" };
            self.page.write_string_with_format(self.row, column, text, &format)?;
        }
        Ok(())
    }

    /// One cell.
    fn cell(&mut self, column: u16, cell: &CellOut, kind: RowKind) -> Result<(), OfficeError> {
        match cell {
            CellOut::Empty => {
                let format = self.styles.get(Look::Text, kind);
                self.page.write_blank(self.row, column, &format)?;
            }
            CellOut::Text(text) => self.text(column, text, Look::Text, kind)?,
            CellOut::Integer(value) => self.number(column, Decimal::whole(*value), Look::Integer, kind)?,
            CellOut::Money(value) => self.number(column, Decimal::whole(*value), Look::Money, kind)?,
            CellOut::Number(value) => self.number(column, *value, Look::Number(value.places), kind)?,
            CellOut::Bounded { value, bound } => {
                self.number(column, Decimal::whole(*value), Look::Bounded(*bound), kind)?;
            }
            CellOut::Stated(value) => {
                let share = Decimal { digits: value.digits, places: value.places.saturating_add(2) };
                self.number(column, share, Look::Percent(value.places), kind)?;
            }
            CellOut::Percent { numerator, denominator } => {
                self.share(column, *numerator, *denominator, kind)?;
            }
            CellOut::Date(date) => self.date(column, *date, kind)?,
            CellOut::NotReported => {
                let text = self.words.not_reported.clone();
                self.text(column, &text, Look::Absent, kind)?;
            }
            CellOut::NotApplicable => {
                let text = self.words.not_applicable.clone();
                self.text(column, &text, Look::Absent, kind)?;
            }
            CellOut::Link { text, target } => self.link(column, text, target, kind)?,
        }
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str, look: Look, kind: RowKind) -> Result<(), OfficeError> {
        let format = self.styles.get(look, kind);
        self.page.write_string_with_format(self.row, column, text, &format)?;
        Ok(())
    }

    /// A number; as text when the sheet would round it.
    fn number(&mut self, column: u16, value: Decimal, look: Look, kind: RowKind) -> Result<(), OfficeError> {
        let shown = value.to_string();
        match shown.parse::<f64>() {
            Ok(number) if value.digits.unsigned_abs() <= EXACT => {
                let format = self.styles.get(look, kind);
                self.page.write_number_with_format(self.row, column, number, &format)?;
                Ok(())
            }
            _ => self.text(column, &shown, Look::Text, kind),
        }
    }

    /// A share as a division, with the value it had when written for programs that do not compute.
    fn share(
        &mut self,
        column: u16,
        numerator: i64,
        denominator: i64,
        kind: RowKind,
    ) -> Result<(), OfficeError> {
        let Some(value) = quotient(numerator, denominator) else {
            return self.cell(column, &CellOut::NotApplicable, kind);
        };
        let format = self.styles.get(Look::Percent(1), kind);
        let formula = Formula::new(format!("={numerator}/{denominator}")).set_result(value);
        self.page.write_formula_with_format(self.row, column, formula, &format)?;
        Ok(())
    }

    /// A day; as text before 1900, where Excel's count of days begins.
    fn date(&mut self, column: u16, date: Date, kind: RowKind) -> Result<(), OfficeError> {
        let number = |part: i8| u8::try_from(part).unwrap_or(1);
        let day = u16::try_from(date.year())
            .ok()
            .filter(|year| *year >= 1900)
            .and_then(|year| ExcelDateTime::from_ymd(year, number(date.month()), number(date.day())).ok());
        match day {
            Some(day) => {
                let format = self.styles.get(Look::Date, kind);
                self.page.write_datetime_with_format(self.row, column, &day, &format)?;
                Ok(())
            }
            None => self.text(
                column,
                &format!("{}/{}/{}", date.day(), date.month(), date.year()),
                Look::Text,
                kind,
            ),
        }
    }

    fn link(&mut self, column: u16, text: &str, target: &str, kind: RowKind) -> Result<(), OfficeError> {
        let known = ["https://", "http://", "mailto:", "internal:"]
            .into_iter()
            .any(|start| target.starts_with(start));
        if !known || target.chars().count() > LINK_CHARS || self.links >= LINKS || text.is_empty() {
            return self.text(column, text, Look::Text, kind);
        }
        self.links = self.links.saturating_add(1);
        let format = self.styles.get(Look::Link, kind);
        let url = Url::new(target).set_text(text);
        self.page.write_url_with_format(self.row, column, url, &format)?;
        Ok(())
    }
}

/// A division to 15 digits, as programs write it; `None` by zero.
pub(super) fn quotient(numerator: i64, denominator: i64) -> Option<String> {
    const SCALE: i128 = 1_000_000_000_000_000;
    let scaled = i128::from(numerator).checked_mul(SCALE)?.checked_div(i128::from(denominator))?;
    let sign = if scaled < 0 { "-" } else { "" };
    let whole = scaled.unsigned_abs().checked_div(SCALE.unsigned_abs())?;
    let rest = scaled.unsigned_abs().checked_rem(SCALE.unsigned_abs())?;
    let digits = format!("{sign}{whole}.{rest:015}");
    Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// Width of a column in letters.
fn width(sheet: &SheetOut, place: usize) -> u16 {
    let Some(column) = sheet.columns.get(place) else { return 10 };
    if let Some(width) = column.width {
        return width.clamp(2, 255);
    }
    // A heading wraps between its words, so it needs half its length, but never less than its longest word.
    let length = column.heading.chars().count();
    let word = column.heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let heading = word.max(length.div_ceil(2)).max(length.min(10));
    let content =
        sheet.rows.iter().take(MEASURED_ROWS).filter_map(|row| row.cells.get(place)).map(letters).max();
    let widest = heading.max(content.unwrap_or(0)).saturating_add(2);
    u16::try_from(widest.clamp(6, 60)).unwrap_or(60)
}

/// How many lines a text takes in a column, nearly. Widths are told in digits, and seven letters are as wide as six.
fn lines(text: &str, width: usize) -> usize {
    let letters = width.saturating_mul(7).div_ceil(6).max(1);
    text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
}

/// How many letters a cell takes, nearly.
fn letters(cell: &CellOut) -> usize {
    let grouped = |value: i64| {
        let digits = value.to_string().len();
        digits.saturating_add(digits.saturating_sub(1) / 3)
    };
    match cell {
        CellOut::Empty => 0,
        CellOut::Text(text) | CellOut::Link { text, .. } => text.chars().count(),
        CellOut::Integer(value) | CellOut::Money(value) => grouped(*value),
        CellOut::Bounded { value, .. } => grouped(*value).saturating_add(7),
        CellOut::Number(value) | CellOut::Stated(value) => value.to_string().len().saturating_add(2),
        CellOut::Percent { denominator: 0, .. } | CellOut::NotReported | CellOut::NotApplicable => 13,
        CellOut::Percent { .. } => 6,
        CellOut::Date(_) => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_tabs_fit_excels_rules() {
        let mut taken = Vec::new();
        for wanted in
            ["Tổng hợp", "tổng hợp", "Quý I/2024", "", "Đảng bộ Khối các cơ quan tỉnh và doanh nghiệp", "'x'"]
        {
            taken.push(tab_name(wanted, &taken));
        }
        assert_eq!(
            taken,
            ["Tổng hợp", "tổng hợp (2)", "Quý I-2024", "1", "Đảng bộ Khối các cơ quan tỉnh v", "x"]
        );
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        assert_eq!(lines(&"chữ ".repeat(10), 40), 1);
        assert_eq!(lines(&"chữ ".repeat(12), 40), 2);
        assert_eq!(lines("một\nhai\n\nbốn", 40), 4);
        assert_eq!(lines("", 2), 0);
    }

    #[test]
    fn divisions() {
        assert_eq!(quotient(61, 63).as_deref(), Some("0.968253968253968"));
        assert_eq!(quotient(1, 2).as_deref(), Some("0.5"));
        assert_eq!(quotient(38, 38).as_deref(), Some("1"));
        assert_eq!(quotient(0, 5).as_deref(), Some("0"));
        assert_eq!(quotient(5, 0), None);
    }
}
