//! Excel workbooks since 2007 as sheets.
//!
//! The container is unpacked once into nothing to count it, because the workbook reader does not count. Cells are
//! then read as a stream: the reader's own rectangles would make room for every cell between two far corners.
//! Not here: which row is the heading.

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, Xlsx};
use jiff::civil::{Date, DateTime, Time};

use super::grid::{CellValue, Filling, Grid};
use super::{CellAddress, CellRange, SheetRefusal};
use crate::container::Container;
use crate::decimal::Decimal;
use crate::hazard::Hazard;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, SheetRefusal> {
    Container::open(bytes)?.check_everything()?;
    // The workbook reader is not ours, and there are damaged files that make it panic instead of refusing them: it
    // subtracts corners of rectangles that stand upside down. Nothing that it touched is used afterwards.
    catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| Err(Hazard::broken("workbook").into()))
}

/// The sheets of a container that has been judged.
fn sheets(bytes: &[u8]) -> Result<Vec<Grid>, SheetRefusal> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Hazard::broken("workbook"))?;
    let names: Vec<String> = book.sheet_names();
    let mut grids = Vec::new();
    let mut cells = 0_usize;
    for name in names {
        let Some(mut filling) = sheet(&mut book, &name, cells)? else { continue };
        // A sheet whose merged cells cannot be read is still a sheet.
        for merged in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            filling.merge(range(merged));
        }
        let (grid, count) = filling.finish();
        cells = count;
        grids.push(grid);
    }
    Ok(grids)
}

/// The cells of one sheet; `None` for what is not a sheet of cells (a chart).
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, cells: usize) -> Result<Option<Filling>, Hazard> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(_) => return Err(Hazard::broken(name)),
    };
    let mut filling = Filling::new(name, cells);
    loop {
        let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Hazard::broken(name))? else {
            return Ok(Some(filling));
        };
        let percent = || {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            format.is_some_and(|format| format.format_code.contains('%'))
        };
        let (row, column) = cell.get_position();
        if let Some(value) = value(cell.get_value(), percent) {
            filling.add(CellAddress::from_zero(row, column), value)?;
        }
    }
}

/// A value as the grid keeps it; `None` for empty.
fn value(found: &DataRef<'_>, percent: impl Fn() -> bool) -> Option<CellValue> {
    match found {
        DataRef::Int(whole) => Some(CellValue::Number { value: Decimal::whole(*whole), percent: percent() }),
        DataRef::Float(number) => Some(match Decimal::from_f64(*number) {
            Some(value) => CellValue::Number { value, percent: percent() },
            None => CellValue::Text(number.to_string()),
        }),
        DataRef::String(text) | DataRef::DurationIso(text) => CellValue::text(text),
        DataRef::SharedString(text) => CellValue::text(text),
        DataRef::Bool(flag) => Some(CellValue::Flag(*flag)),
        DataRef::DateTime(moment) => Some(from_serial(moment)),
        DataRef::DateTimeIso(text) => from_iso(text).or_else(|| CellValue::text(text)),
        DataRef::Error(fault) => Some(CellValue::Fault(fault.to_string())),
        DataRef::Empty => None,
    }
}

/// A serial number of days as a day, or as a day with a time on it; a time alone becomes text.
fn from_serial(moment: &ExcelDateTime) -> CellValue {
    let plain = || CellValue::Text(moment.as_f64().to_string());
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let small = |number: u8| i8::try_from(number).ok();
    let time = || Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok();
    let date = || Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok();
    let Some(time) = time() else { return plain() };
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return CellValue::Text(format!("{hour}:{minute:02}"));
    }
    match date() {
        Some(date) if time == Time::midnight() => CellValue::Date(date),
        Some(date) => CellValue::DateTime(DateTime::from_parts(date, time)),
        None => plain(),
    }
}

/// A day written as 2024-05-16, with or without a time.
pub(super) fn from_iso(text: &str) -> Option<CellValue> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>()
        && text.len() == 10
    {
        return Some(CellValue::Date(date));
    }
    let moment: DateTime = text.trim_end_matches('Z').parse().ok()?;
    Some(if moment.time() == Time::midnight() {
        CellValue::Date(moment.date())
    } else {
        CellValue::DateTime(moment)
    })
}

fn range(found: Dimensions) -> CellRange {
    let corner = |(row, column): (u32, u32)| CellAddress::from_zero(row, column);
    CellRange { first: corner(found.start), last: corner(found.end) }
}
