//! A sheet as it comes out of any format: rows of cells that have something in them.
//!
//! Not here: which row is the heading ([`super::table`]).

use jiff::civil::{Date, DateTime};

use super::{CellAddress, CellRange};
use crate::decimal::Decimal;
use crate::hazard::{Amount, Hazard};
use crate::limits;

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The sheet's name; empty for text files.
    pub sheet: String,
    /// Rows with something in them, downwards.
    pub rows: Vec<Row>,
    /// Cells merged into one; their value is at the top left.
    pub merged: Vec<CellRange>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Number of the row in its sheet, from 1.
    pub number: u32,
    /// Cells with something in them, from left to right.
    pub cells: Vec<Cell>,
}

/// A cell with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub address: CellAddress,
    /// What is in it.
    pub value: CellValue,
}

/// What is in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Text, NFC, without blanks at its ends.
    Text(String),
    /// A number.
    Number {
        /// The number as stored: 0.97 in a cell that shows 97 %.
        value: Decimal,
        /// Whether the cell shows it in hundredths.
        percent: bool,
    },
    /// A day.
    Date(Date),
    /// A day and a time on it.
    DateTime(DateTime),
    /// Yes or no.
    Flag(bool),
    /// A failed formula, as the sheet shows it: `#N/A`.
    Fault(String),
}

impl Row {
    /// The value in a column counted from 1; `None` when the cell is empty.
    pub fn get(&self, column: u32) -> Option<&CellValue> {
        let place = self.cells.binary_search_by_key(&column, |cell| cell.address.column).ok()?;
        self.cells.get(place).map(|cell| &cell.value)
    }

    /// Address of a column's cell in this row, whether or not something is in it.
    pub fn address(&self, column: u32) -> CellAddress {
        CellAddress { row: self.number, column }
    }
}

impl CellValue {
    /// Text without blanks at its ends, composed; `None` when nothing is left.
    pub(crate) fn text(text: &str) -> Option<Self> {
        let tidy = crate::legacy::tidy(text);
        let trimmed = tidy.trim();
        (!trimmed.is_empty()).then(|| Self::Text(trimmed.to_owned()))
    }

    /// The value as plain text: numbers with a point, days as 2024-05-16.
    pub fn to_plain(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number { value, percent: false } => value.to_string(),
            Self::Number { value, percent: true } => match value.hundredfold() {
                Some(shown) => format!("{shown}%"),
                None => value.to_string(),
            },
            Self::Date(date) => date.to_string(),
            Self::DateTime(moment) => moment.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A grid under construction, counting what it holds.
#[derive(Debug)]
pub(super) struct Filling {
    grid: Grid,
    cells: usize,
    characters: usize,
}

impl Filling {
    /// Starts a sheet; `cells` are those of the sheets before it.
    pub(super) fn new(sheet: &str, cells: usize) -> Self {
        Self {
            grid: Grid { sheet: sheet.to_owned(), rows: Vec::new(), merged: Vec::new() },
            cells,
            characters: 0,
        }
    }

    /// Adds a cell. Cells may come in any sequence.
    pub(super) fn add(&mut self, address: CellAddress, value: CellValue) -> Result<(), Hazard> {
        if address.column > limits::SHEET_COLUMNS {
            let limit = usize::try_from(limits::SHEET_COLUMNS).unwrap_or(usize::MAX);
            return Err(Hazard::TooMuch { what: Amount::Columns, limit });
        }
        self.cells = self.cells.saturating_add(1);
        if self.cells > limits::SHEET_CELLS {
            return Err(Hazard::TooMuch { what: Amount::Cells, limit: limits::SHEET_CELLS });
        }
        if let CellValue::Text(text) | CellValue::Fault(text) = &value {
            // Many cells may share one long text in the file and not here.
            self.characters = self.characters.saturating_add(text.len());
            if self.characters > limits::SHEET_CHARS {
                return Err(Hazard::TooMuch { what: Amount::Characters, limit: limits::SHEET_CHARS });
            }
        }
        let cell = Cell { address, value };
        match self.grid.rows.last_mut() {
            Some(row) if row.number == address.row => row.cells.push(cell),
            _ => {
                if self.grid.rows.len() >= limits::SHEET_ROWS {
                    return Err(Hazard::TooMuch { what: Amount::Rows, limit: limits::SHEET_ROWS });
                }
                self.grid.rows.push(Row { number: address.row, cells: vec![cell] });
            }
        }
        Ok(())
    }

    /// Adds a merged rectangle. One cell alone is not merged with anything.
    pub(super) fn merge(&mut self, range: CellRange) {
        if range.first != range.last && self.grid.merged.len() < limits::SHEET_ROWS {
            self.grid.merged.push(range);
        }
    }

    /// The sheet with its rows downwards and cells from left to right, and how many cells there are by now.
    pub(super) fn finish(self) -> (Grid, usize) {
        let Self { mut grid, cells, .. } = self;
        if !grid.rows.is_sorted_by_key(|row| row.number) {
            grid.rows.sort_by_key(|row| row.number);
        }
        grid.rows.dedup_by(|later, earlier| {
            let same = later.number == earlier.number;
            if same {
                earlier.cells.append(&mut later.cells);
            }
            same
        });
        for row in &mut grid.rows {
            row.cells.sort_by_key(|cell| cell.address.column);
            row.cells.dedup_by_key(|cell| cell.address.column);
        }
        (grid, cells)
    }
}
