//! A form that comes back filled in: which one it was, and every answer with the cell it stands in.
//!
//! Not here: what an answer means, and sheets of people's own making ([`super::table`]).

use super::grid::{CellValue, Grid};
use super::{CellAddress, SheetRefusal, read_grids};

/// A form that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryIn {
    /// Which form, unit and period, as it went out.
    pub mark: String,
    /// Every row with its answer, downwards.
    pub answers: Vec<AnswerIn>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerIn {
    /// The row's name.
    pub key: String,
    /// Where the answer stands ("E17").
    pub address: CellAddress,
    /// The answer; `None` where nothing was typed.
    pub value: Option<CellValue>,
    /// The line of reason; empty where nothing was typed.
    pub reason: String,
}

/// The column of the answers, from 1.
const ANSWER: u32 = 5;
/// The column of the reasons, from 1.
const REASON: u32 = 7;

/// Reads a form back; `None` when the workbook is no form of ours.
pub fn read_entry(name: &str, bytes: &[u8]) -> Result<Option<EntryIn>, SheetRefusal> {
    Ok(read_grids(name, bytes)?.iter().find_map(from_grid))
}

fn from_grid(grid: &Grid) -> Option<EntryIn> {
    let named = |row: &super::Row| match row.get(1) {
        Some(CellValue::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let mark = grid.rows.iter().find(|row| row.number == 1).and_then(named)?;
    let answers: Vec<AnswerIn> = grid
        .rows
        .iter()
        .filter_map(|row| {
            let key = named(row)?.strip_prefix('#')?.to_owned();
            Some(AnswerIn {
                key,
                address: row.address(ANSWER),
                value: row.get(ANSWER).cloned(),
                reason: row.get(REASON).map(CellValue::to_plain).unwrap_or_default(),
            })
        })
        .collect();
    (!answers.is_empty()).then_some(EntryIn { mark, answers })
}
