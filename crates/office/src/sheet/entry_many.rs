//! A form of many units as one workbook to fill in: a row for each unit, a column for each question, locked but for
//! the answers; and the same workbook read back.
//!
//! The first row and the first column, both hidden, name columns and rows, so that what comes back is known whatever
//! else was done to the sheet. Not here: the form of one unit with its last time and reasons (`entry_out`).

use jiff::civil::DateTime;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DocProperties, FormatAlign, Workbook, Worksheet,
};

use super::entry_out::{boxed, doubted, open, open_text, plain, told, write_text, write_value};
use super::grid::{CellValue, Grid};
use super::out::{CellOut, SheetWords};
use super::write::{made_at, tab_name};
use super::{CellAddress, RuleOut, SheetRefusal, read_grids};
use crate::OfficeError;

/// A form of many units to fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ManyOut {
    /// Name on the tab.
    pub name: String,
    /// Which form and period, in the caller's notation; comes back as it went out.
    pub mark: String,
    /// Lines above the table.
    pub titles: Vec<String>,
    /// The head of the column of units.
    pub head: String,
    /// The questions.
    pub columns: Vec<ManyColumn>,
    /// The units.
    pub rows: Vec<ManyRow>,
    /// The head of one more column that says what became of each row; empty where there is none yet.
    pub result_head: String,
}

/// A question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ManyColumn {
    /// Names the column when it comes back.
    pub key: String,
    /// The question with its measure.
    pub question: String,
    /// Told when an answer is chosen; may be empty.
    pub help: String,
    /// The answers to choose from; empty for free ones.
    pub choices: Vec<String>,
    /// Whether what is typed stays text.
    pub as_text: bool,
    /// What the answers are held against; sums and last times are left to the reading.
    pub rules: Vec<RuleOut>,
}

/// A unit with its answers so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ManyRow {
    /// Names the row when it comes back.
    pub key: String,
    /// How the unit is called.
    pub name: String,
    /// Its answers, as many as there are questions.
    pub answers: Vec<Option<CellOut>>,
    /// What became of the row when it was sent in.
    pub result: String,
}

/// A form of many units that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyIn {
    /// Which form and period, as it went out.
    pub mark: String,
    /// Its rows downwards.
    pub rows: Vec<ManyRowIn>,
}

/// A unit's row that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyRowIn {
    /// The row's name.
    pub key: String,
    /// Its number on the sheet.
    pub line: u32,
    /// The name of each column, where its answer stands, and the answer.
    pub answers: Vec<(String, CellAddress, Option<CellValue>)>,
}

/// The column of the units' names, from 0.
const NAME: u16 = 1;
/// The first column of answers, from 0.
const FIRST: u16 = 2;

/// Writes the workbook (`.xlsx`).
pub fn write_many(many: &ManyOut, words: &SheetWords, made: DateTime) -> Result<Vec<u8>, OfficeError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made_at(made)?));
    let page = book.add_worksheet();
    page.set_name(tab_name(&many.name, &[]))?;
    let row = head(page, many)?;
    body(page, many, row, words)?;
    page.protect();
    Ok(book.save_to_buffer()?)
}

fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX).saturating_add(FIRST)
}

/// The hidden names, the titles and the heads; returns the first row of units.
fn head(page: &mut Worksheet, many: &ManyOut) -> Result<u32, OfficeError> {
    const A4: u8 = 9;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_column_width(NAME, 44)?;
    page.set_column_hidden(0)?;
    page.set_row_hidden(0)?;
    write_text(page, (0, 0), &many.mark, &plain())?;
    let mut row = 1_u32;
    for (number, title) in many.titles.iter().enumerate() {
        let look = if number == 0 { plain().set_bold().set_font_size(14) } else { plain().set_italic() };
        write_text(page, (row, NAME), title, &look)?;
        row = row.saturating_add(1);
    }
    let look =
        boxed().set_bold().set_background_color(Color::RGB(0x00F3_F0E9)).set_align(FormatAlign::Center);
    write_text(page, (row, NAME), &many.head, &look)?;
    for (number, column) in many.columns.iter().enumerate() {
        page.set_column_width(place(number), 16)?;
        write_text(page, (0, place(number)), &format!("#{}", column.key), &plain())?;
        write_text(page, (row, place(number)), &column.question, &look)?;
    }
    if !many.result_head.is_empty() {
        let last = place(many.columns.len());
        page.set_column_width(last, 48)?;
        write_text(page, (row, last), &many.result_head, &look)?;
    }
    row = row.saturating_add(1);
    page.set_freeze_panes(row, FIRST)?;
    Ok(row)
}

fn body(page: &mut Worksheet, many: &ManyOut, first: u32, words: &SheetWords) -> Result<(), OfficeError> {
    for (row, unit) in (first..).zip(&many.rows) {
        write_text(page, (row, 0), &format!("#{}", unit.key), &plain())?;
        write_text(page, (row, NAME), &unit.name, &boxed())?;
        for (number, column) in many.columns.iter().enumerate() {
            let look = if column.as_text { open_text() } else { open() };
            let answer = unit.answers.get(number).and_then(Option::as_ref);
            write_value(page, (row, place(number)), answer, &look, words)?;
        }
        if !many.result_head.is_empty() {
            let look = boxed().set_font_color(Color::RGB(0x00A8_1E1E));
            write_text(page, (row, place(many.columns.len())), &unit.result, &look)?;
        }
    }
    let Some(last) = u32::try_from(many.rows.len()).ok().and_then(|rows| rows.checked_sub(1)) else {
        return Ok(());
    };
    let last = first.saturating_add(last);
    for (number, column) in many.columns.iter().enumerate() {
        let at = place(number);
        if !column.choices.is_empty() {
            let chosen = DataValidation::new().allow_list_strings(&column.choices)?;
            page.add_data_validation(first, at, last, at, &told(chosen, &column.help)?)?;
        } else if !column.help.is_empty() {
            let any = DataValidation::new().allow_any_value();
            page.add_data_validation(first, at, last, at, &told(any, &column.help)?)?;
        }
        for rule in column.rules.iter().filter_map(|rule| formula(many, number, rule, first)) {
            let colour = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(doubted());
            page.add_conditional_format(first, at, last, at, &colour)?;
        }
    }
    Ok(())
}

/// When an answer of a column is to be coloured, written for the first row of units.
fn formula(many: &ManyOut, number: usize, rule: &RuleOut, first: u32) -> Option<String> {
    let cell = |number: usize| {
        let column = u32::from(place(number)).saturating_add(1);
        CellAddress { row: first.saturating_add(1), column }.to_string()
    };
    let own = cell(number);
    match rule {
        RuleOut::AtMost(most) => Some(format!("=AND(ISNUMBER({own}),{own}>{most})")),
        RuleOut::AtMostRow(key) => {
            let other = cell(many.columns.iter().position(|column| column.key == *key)?);
            Some(format!("=AND(ISNUMBER({own}),ISNUMBER({other}),{own}>{other})"))
        }
        RuleOut::SumOf(_) | RuleOut::Near(_) => None,
    }
}

/// Reads a form of many units back; `None` when the workbook is no such form of ours.
pub fn read_many(name: &str, bytes: &[u8]) -> Result<Option<ManyIn>, SheetRefusal> {
    Ok(read_grids(name, bytes)?.iter().find_map(from_grid))
}

fn from_grid(grid: &Grid) -> Option<ManyIn> {
    let text = |value: Option<&CellValue>| match value {
        Some(CellValue::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let names = grid.rows.first().filter(|row| row.number == 1)?;
    let mark = text(names.get(1))?;
    let columns: Vec<(u32, String)> = names
        .cells
        .iter()
        .filter_map(|cell| {
            Some((cell.address.column, text(Some(&cell.value))?.strip_prefix('#')?.to_owned()))
        })
        .collect();
    if columns.is_empty() {
        return None;
    }
    let rows = grid.rows.iter().skip(1).filter_map(|row| {
        let key = text(row.get(1))?.strip_prefix('#')?.to_owned();
        let answers = columns
            .iter()
            .map(|(column, key)| (key.clone(), row.address(*column), row.get(*column).cloned()))
            .collect();
        Some(ManyRowIn { key, line: row.number, answers })
    });
    Some(ManyIn { mark, rows: rows.collect() })
}
