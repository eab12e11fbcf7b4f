//! A sheet as a table: titles above, a heading row, and rows under it.
//!
//! People put titles, units and empty rows above the heading, and headings over two or three rows with merged
//! cells. Not here: matching headings to fields.

use super::grid::{CellValue, Grid, Row};
use super::{CellAddress, CellRange};

/// How far down the heading row is looked for.
const SEARCHED_ROWS: usize = 40;

/// Most rows that a heading is spread over.
const HEADING_ROWS: u32 = 3;

/// A table found in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The sheet's name; empty for text files.
    pub sheet: String,
    /// Names of all sheets of the workbook that have something in them.
    pub sheets: Vec<String>,
    /// Rows above the heading: titles, units of measure, remarks.
    pub above: Vec<Row>,
    /// Headings from left to right, only those with a text.
    pub headings: Vec<Heading>,
    /// Rows below the heading, empty ones left out.
    pub rows: Vec<Row>,
    /// Cells merged into one, anywhere in the sheet.
    pub merged: Vec<CellRange>,
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Column, from 1.
    pub column: u32,
    /// Its text; headings over several rows are joined from the top with ` / `.
    pub text: String,
    /// The lowest cell it came from.
    pub address: CellAddress,
}

impl Table {
    /// Finds the table in a sheet. A sheet without any text above its numbers has no headings.
    pub(super) fn from_grid(grid: Grid, sheets: Vec<String>) -> Self {
        let Grid { sheet, rows, merged } = grid;
        let Some(at) = heading_row(&rows) else {
            return Self { sheet, sheets, above: Vec::new(), headings: Vec::new(), rows, merged };
        };
        let height = heading_height(&rows, at, &merged);
        let mut rows = rows;
        let mut below = rows.split_off(at.min(rows.len()));
        let body = below.split_off(height.min(below.len()));
        let headings = headings(&below, &merged);
        Self { sheet, sheets, above: rows, headings, rows: body, merged }
    }

    /// Column of the heading with exactly this text, from 1.
    pub fn column(&self, heading: &str) -> Option<u32> {
        self.headings.iter().find(|one| one.text == heading).map(|one| one.column)
    }
}

/// Place of the heading row: the first with nearly as many cells as the fullest, all of them text.
fn heading_row(rows: &[Row]) -> Option<usize> {
    let fullest = rows.iter().take(SEARCHED_ROWS).map(|row| row.cells.len()).max()?;
    let enough = fullest.saturating_mul(6).div_ceil(10).max(fullest.min(2));
    rows.iter().take(SEARCHED_ROWS).position(|row| {
        row.cells.len() >= enough && row.cells.iter().all(|cell| matches!(cell.value, CellValue::Text(_)))
    })
}

/// How many of the rows from `at` are heading: one, or more when cells of it are merged over columns.
fn heading_height(rows: &[Row], at: usize, merged: &[CellRange]) -> usize {
    let Some(first) = rows.get(at) else { return 0 };
    let mut height = 1_usize;
    let lowest = merged
        .iter()
        .filter(|range| range.first.row == first.number)
        .map(|range| {
            // A heading merged over columns has its parts in the row below.
            let wide = range.last.column > range.first.column;
            range.last.row.saturating_add(u32::from(wide))
        })
        .max()
        .unwrap_or(first.number)
        .min(first.number.saturating_add(HEADING_ROWS).saturating_sub(1));
    while let Some(next) = rows.get(at.saturating_add(height)) {
        let is_text = next.cells.iter().all(|cell| matches!(cell.value, CellValue::Text(_)));
        if next.number > lowest || !is_text {
            break;
        }
        height = height.saturating_add(1);
    }
    height
}

/// The headings of the heading rows.
fn headings(rows: &[Row], merged: &[CellRange]) -> Vec<Heading> {
    let mut columns: Vec<u32> =
        rows.iter().flat_map(|row| &row.cells).map(|cell| cell.address.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut found = Vec::new();
    for column in columns {
        let mut parts: Vec<String> = Vec::new();
        let mut lowest = None;
        for row in rows {
            let own = row.get(column).map(|value| (value, row.address(column)));
            // In a merged rectangle the text stands at the top left and holds for all of it.
            let covering = || {
                let range = merged
                    .iter()
                    .find(|range| range.contains(row.address(column)) && range.first.row == row.number)?;
                Some((row.get(range.first.column)?, row.address(column)))
            };
            if let Some((CellValue::Text(text), address)) = own.or_else(covering) {
                let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if parts.last() != Some(&line) {
                    parts.push(line);
                }
                lowest = Some(address);
            }
        }
        if let Some(address) = lowest {
            found.push(Heading { column, text: parts.join(" / "), address });
        }
    }
    found
}
