//! Excel workbooks from before 2007 (.xls).
//!
//! Read as a sequence of records, so that a cell in a far corner costs no more than one nearby. Files older than
//! Excel 97 are not read. Not here: the container ([`super::compound`]).

use std::collections::HashMap;

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

use super::compound::{self, u16_at, u32_at};
use super::grid::{CellValue, Filling, Grid};
use super::{CellAddress, CellRange, SheetRefusal};
use crate::decimal::Decimal;
use crate::hazard::Hazard;
use crate::intake::Unreadable;
use crate::limits;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, SheetRefusal> {
    let stream = compound::stream(bytes, &["Workbook", "Book"])?;
    let book = Book::read(&stream)?;
    let mut grids = Vec::new();
    let mut cells = 0_usize;
    for (name, place) in &book.sheets {
        let (grid, count) = book.sheet(&stream, name, *place, cells)?.finish();
        cells = count;
        grids.push(grid);
    }
    Ok(grids)
}

/// What the cells of all sheets share.
#[derive(Default)]
struct Book {
    /// Names of the sheets of cells and where they begin.
    sheets: Vec<(String, usize)>,
    strings: Vec<String>,
    /// For each style the number of its format.
    styles: Vec<u16>,
    formats: HashMap<u16, String>,
    /// Whether days are counted from 1904.
    from_1904: bool,
}

/// A record: its number and its bytes.
type Record<'a> = (u16, &'a [u8]);

/// The records from a place on.
fn records(stream: &[u8], place: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = place;
    std::iter::from_fn(move || {
        let number = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at.checked_add(2)?)?);
        let start = at.checked_add(4)?;
        at = start.checked_add(length)?;
        stream.get(start..at).map(|bytes| (number, bytes))
    })
}

impl Book {
    /// Reads the records before the first sheet.
    fn read(stream: &[u8]) -> Result<Self, SheetRefusal> {
        let mut book = Self::default();
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut before = 0_u16;
        for (place, (number, bytes)) in records(stream, 0).enumerate() {
            match number {
                0x0809 if place == 0 && u16_at(bytes, 0) != Some(0x0600) => {
                    return Err(SheetRefusal::NotRead(Unreadable::Unknown));
                }
                0x002F => return Err(Hazard::Encrypted.into()),
                0x0022 => book.from_1904 = u16_at(bytes, 0) == Some(1),
                0x0085 => book.add_sheet(bytes),
                0x041E => {
                    let number = u16_at(bytes, 0).unwrap_or(0);
                    let count = usize::from(u16_at(bytes, 2).unwrap_or(0));
                    book.formats
                        .insert(number, Text::new(vec![bytes.get(4..).unwrap_or_default()]).read(count));
                }
                0x00E0 => book.styles.push(u16_at(bytes, 2).unwrap_or(0)),
                0x00FC => shared.push(bytes),
                0x003C if before == 0x00FC => {
                    shared.push(bytes);
                    continue;
                }
                0x000A => break,
                _ => {}
            }
            before = number;
        }
        book.strings = strings(shared);
        Ok(book)
    }

    fn add_sheet(&mut self, bytes: &[u8]) {
        let is_cells = bytes.get(5) == Some(&0);
        let place = u32_at(bytes, 0).and_then(|place| usize::try_from(place).ok());
        let count = bytes.get(6).copied().map(usize::from).unwrap_or_default();
        if let Some(place) = place.filter(|_| is_cells && self.sheets.len() < limits::CONTAINER_PARTS) {
            let name = Text::new(vec![bytes.get(7..).unwrap_or_default()]).read(count);
            self.sheets.push((name, place));
        }
    }

    /// Reads the cells of a sheet.
    fn sheet(&self, stream: &[u8], name: &str, place: usize, cells: usize) -> Result<Filling, Hazard> {
        let mut filling = Filling::new(name, cells);
        // A formula that gives a text has the text in the record after it.
        let mut waiting: Option<CellAddress> = None;
        for (number, bytes) in records(stream, place) {
            let address = || {
                let (row, column) = (u16_at(bytes, 0)?, u16_at(bytes, 2)?);
                Some(CellAddress::from_zero(u32::from(row), u32::from(column)))
            };
            let style = u16_at(bytes, 4).unwrap_or(0);
            let value = match number {
                0x000A => break,
                0x00FD => u32_at(bytes, 6)
                    .and_then(|index| self.strings.get(usize::try_from(index).ok()?))
                    .and_then(|text| CellValue::text(text)),
                0x0204 => {
                    let count = usize::from(u16_at(bytes, 6).unwrap_or(0));
                    CellValue::text(&Text::new(vec![bytes.get(8..).unwrap_or_default()]).read(count))
                }
                0x0203 => {
                    float_at(bytes, 6).and_then(Decimal::from_f64).map(|number| self.number(number, style))
                }
                0x027E => u32_at(bytes, 6).and_then(packed_number).map(|number| self.number(number, style)),
                0x0205 => Some(match bytes.get(7) {
                    Some(0) => CellValue::Flag(bytes.get(6) == Some(&1)),
                    _ => CellValue::Fault(fault(bytes.get(6).copied().unwrap_or(0)).to_owned()),
                }),
                0x0006 => {
                    waiting = is_text_result(bytes).then(address).flatten();
                    self.formula(bytes, style)
                }
                0x0207 => {
                    let count = usize::from(u16_at(bytes, 0).unwrap_or(0));
                    let text = Text::new(vec![bytes.get(2..).unwrap_or_default()]).read(count);
                    if let (Some(address), Some(value)) = (waiting.take(), CellValue::text(&text)) {
                        filling.add(address, value)?;
                    }
                    None
                }
                0x00BD => {
                    self.row_of_numbers(bytes, &mut filling)?;
                    None
                }
                0x00E5 => {
                    merged(bytes, &mut filling);
                    None
                }
                _ => None,
            };
            if let (Some(value), Some(address)) = (value, address()) {
                filling.add(address, value)?;
            }
        }
        Ok(filling)
    }

    /// Several numbers beside each other.
    fn row_of_numbers(&self, bytes: &[u8], filling: &mut Filling) -> Result<(), Hazard> {
        let (Some(row), Some(first)) = (u16_at(bytes, 0), u16_at(bytes, 2)) else { return Ok(()) };
        let items = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
        for (column, item) in (u32::from(first)..).zip(items) {
            let (style, packed) = (u16_at(item, 0).unwrap_or(0), u32_at(item, 2));
            if let Some(number) = packed.and_then(packed_number) {
                filling.add(CellAddress::from_zero(u32::from(row), column), self.number(number, style))?;
            }
        }
        Ok(())
    }

    /// The value that a formula had when the file was saved.
    fn formula(&self, bytes: &[u8], style: u16) -> Option<CellValue> {
        if u16_at(bytes, 12) != Some(0xFFFF) {
            return float_at(bytes, 6).and_then(Decimal::from_f64).map(|number| self.number(number, style));
        }
        match bytes.get(6) {
            Some(1) => Some(CellValue::Flag(bytes.get(8) == Some(&1))),
            Some(2) => Some(CellValue::Fault(fault(bytes.get(8).copied().unwrap_or(0)).to_owned())),
            _ => None,
        }
    }

    /// A number as its style means it: a number, a share, a day.
    fn number(&self, value: Decimal, style: u16) -> CellValue {
        let format = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let code = self.formats.get(&format).map(String::as_str);
        let is_date = match format {
            14..=17 | 22 | 27..=36 | 50..=58 => true,
            _ => code.is_some_and(is_date_format),
        };
        if is_date && let Some(day) = from_serial(value, self.from_1904) {
            return day;
        }
        let percent = matches!(format, 9 | 10) || code.is_some_and(|code| code.contains('%'));
        CellValue::Number { value, percent }
    }
}

/// Whether the result of a formula is a text that follows.
fn is_text_result(bytes: &[u8]) -> bool {
    u16_at(bytes, 12) == Some(0xFFFF) && bytes.get(6) == Some(&0)
}

fn float_at(bytes: &[u8], place: usize) -> Option<f64> {
    let eight = bytes.get(place..place.checked_add(8)?)?;
    eight.try_into().ok().map(f64::from_le_bytes)
}

/// A number packed in four bytes: a whole number or the upper half of a binary fraction, perhaps in hundredths.
fn packed_number(packed: u32) -> Option<Decimal> {
    let number = if packed & 2 == 0 {
        Decimal::from_f64(f64::from_bits(u64::from(packed & !3) << 32))?
    } else {
        Decimal::whole(i64::from(packed.cast_signed() >> 2))
    };
    if packed & 1 == 0 { Some(number) } else { number.hundredth() }
}

/// Whether a format shows days: it has a letter of a date outside quotes and brackets.
fn is_date_format(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut escaped = false;
    for letter in code.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}

/// A serial number of days as a day, or as a day with a time on it.
fn from_serial(value: Decimal, from_1904: bool) -> Option<CellValue> {
    let scale = 10_i64.checked_pow(u32::from(value.places))?;
    let (days, rest) = (value.digits.checked_div_euclid(scale)?, value.digits.checked_rem_euclid(scale)?);
    let start = match (from_1904, days) {
        (true, _) => Date::new(1904, 1, 1),
        // Excel counts a 29th of February 1900, which there was not.
        (false, 0..60) => Date::new(1899, 12, 31),
        (false, _) => Date::new(1899, 12, 30),
    };
    let span = Span::new().try_days(days).ok()?;
    let date = start.ok()?.checked_add(span).ok().filter(|date| (1900..=9999).contains(&date.year()))?;
    let scale = i128::from(scale);
    // Half a second up or down is how exactly a fraction of a day names a second.
    let seconds = i128::from(rest).checked_mul(86_400)?.checked_add(scale / 2)?.checked_div(scale)?;
    let seconds = i64::try_from(seconds).ok()?;
    if seconds == 0 {
        return Some(CellValue::Date(date));
    }
    let moment = DateTime::from_parts(date, Time::midnight()).checked_add(seconds.seconds()).ok()?;
    Some(CellValue::DateTime(moment))
}

/// A failed formula as the sheet shows it.
fn fault(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// Merged rectangles.
fn merged(bytes: &[u8], filling: &mut Filling) {
    for item in bytes.get(2..).unwrap_or_default().chunks_exact(8) {
        let number = |place: usize| u16_at(item, place).map(u32::from);
        if let (Some(top), Some(bottom), Some(left), Some(right)) =
            (number(0), number(2), number(4), number(6))
        {
            let range = CellRange {
                first: CellAddress::from_zero(top, left),
                last: CellAddress::from_zero(bottom, right),
            };
            filling.merge(range);
        }
    }
}

/// The texts that cells share, which may run over several records.
fn strings(pieces: Vec<&[u8]>) -> Vec<String> {
    let mut text = Text::new(pieces);
    let mut out = Vec::new();
    text.skip(4);
    let Some(count) = text.number4() else { return out };
    for _ in 0..count {
        let Some(length) = text.number2() else { break };
        out.push(text.read(usize::from(length)));
    }
    out
}

/// Bytes of several records read as one.
struct Text<'a> {
    pieces: std::vec::IntoIter<&'a [u8]>,
    current: &'a [u8],
}

impl<'a> Text<'a> {
    fn new(pieces: Vec<&'a [u8]>) -> Self {
        let mut pieces = pieces.into_iter();
        let current = pieces.next().unwrap_or_default();
        Self { pieces, current }
    }

    /// Goes on to the next record when this one is used up; false when there is none.
    fn more(&mut self) -> bool {
        while self.current.is_empty() {
            match self.pieces.next() {
                Some(piece) => self.current = piece,
                None => return false,
            }
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        self.more();
        let (first, rest) = self.current.split_first()?;
        self.current = rest;
        Some(*first)
    }

    fn number2(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn number4(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, count: usize) {
        let mut left = count;
        while left > 0 && self.more() {
            let here = left.min(self.current.len());
            self.current = self.current.get(here..).unwrap_or_default();
            left = left.saturating_sub(here);
        }
    }

    /// A text of so many letters with its own flags before it. Where it runs into the next record, that record
    /// begins with flags again.
    fn read(&mut self, count: usize) -> String {
        let Some(mut flags) = self.byte() else { return String::new() };
        let runs = if flags & 8 == 0 { 0 } else { self.number2().unwrap_or(0) };
        let extra = if flags & 4 == 0 { 0 } else { self.number4().unwrap_or(0) };
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.current.is_empty() {
                if !self.more() {
                    break;
                }
                flags = self.byte().unwrap_or(0);
            }
            let unit = if flags & 1 == 0 { self.byte().map(u16::from) } else { self.number2() };
            let Some(unit) = unit else { break };
            units.push(unit);
        }
        self.skip(usize::from(runs).saturating_mul(4));
        self.skip(usize::try_from(extra).unwrap_or(usize::MAX));
        String::from_utf16_lossy(&units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_and_days() {
        assert_eq!(packed_number((100 << 2) | 2), Some(Decimal::whole(100)));
        assert_eq!(packed_number((352 << 2) | 3), Some(Decimal { digits: 352, places: 2 }));
        let day = |digits, places| from_serial(Decimal { digits, places }, false);
        assert_eq!(day(45_428, 0), Some(CellValue::Date(Date::new(2024, 5, 16).unwrap())));
        assert_eq!(
            day(454_285, 1),
            Some(CellValue::DateTime(Date::new(2024, 5, 16).unwrap().at(12, 0, 0, 0)))
        );
        assert_eq!(day(1, 0), Some(CellValue::Date(Date::new(1900, 1, 1).unwrap())));
        assert_eq!(day(i64::MAX, 0), None);
        assert_eq!(day(-5, 0), None);
        assert!(
            is_date_format("d/m/yyyy") && is_date_format("[$-42A]dd mmm") && !is_date_format("\"d\"#,##0")
        );
    }
}
