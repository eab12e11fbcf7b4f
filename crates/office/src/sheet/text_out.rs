//! A sheet as text with separators (.csv), for programs.
//!
//! Numbers have a point and no grouping, days are written 2024-05-16, *not reported* is empty, a bound stands before
//! its number as a word. Titles and notes are left out. Not here: what people print ([`super::write_workbook`]).

use super::out::{CellOut, SheetOut, SheetWords};
use crate::OfficeError;

/// Writes the headings and rows of a sheet as UTF-8 with its mark, which Excel needs, separated by commas.
pub fn write_csv(sheet: &SheetOut, words: &SheetWords) -> Result<Vec<u8>, OfficeError> {
    let mut out = vec![0xEF, 0xBB, 0xBF];
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(&mut out);
    let headings = sheet.columns.iter().map(|column| match &column.group {
        Some(group) => guarded(&format!("{group} / {}", column.heading)),
        None => guarded(&column.heading),
    });
    writer.write_record(headings)?;
    for row in &sheet.rows {
        let fields = (0..sheet.columns.len().max(row.cells.len()))
            .map(|place| row.cells.get(place).map(|cell| field(cell, words)).unwrap_or_default());
        writer.write_record(fields)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(out)
}

/// A cell as text.
fn field(cell: &CellOut, words: &SheetWords) -> String {
    match cell {
        CellOut::Empty | CellOut::NotReported => String::new(),
        CellOut::NotApplicable => words.not_applicable.clone(),
        CellOut::Text(text) | CellOut::Link { text, .. } => guarded(text),
        CellOut::Integer(value) | CellOut::Money(value) => value.to_string(),
        CellOut::Number(value) => value.to_string(),
        CellOut::Stated(value) => format!("{value}%"),
        CellOut::Percent { numerator, denominator } => format!("{numerator}/{denominator}"),
        CellOut::Bounded { value, bound } => format!("{} {value}", words.bound(*bound)),
        CellOut::Date(date) => date.to_string(),
    }
}

/// Text that a program opening the file would run as a formula, made plain by an apostrophe before it.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
