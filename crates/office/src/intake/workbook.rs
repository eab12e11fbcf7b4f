//! Workbooks as text: the name of each sheet, then its rows, a tab between cells.
//!
//! Not here: reading workbooks ([`crate::sheet`]), and importing their rows.

use std::collections::HashMap;

use super::build::{Build, Gap};
use super::{BlockKind, Intake, IntakeRefusal, Kind, Place};
use crate::sheet::{self, CellAddress, CellRange, Grid, SheetRefusal};

/// Takes a workbook in.
pub(super) fn intake(name: &str, bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let grids = sheet::read_grids(name, bytes)?;
    let mut build = Build::default();
    for (table, grid) in (1_u32..).zip(&grids) {
        if !grid.sheet.is_empty() {
            let place = Place::Sheet { sheet: grid.sheet.clone(), cell: CellAddress { row: 1, column: 1 } };
            build.push(Gap::Line, BlockKind::Heading { level: 1 }, place, &grid.sheet, false)?;
        }
        rows(&mut build, table, grid)?;
    }
    build.finish(Kind::Workbook)
}

/// Adds the rows of a sheet.
fn rows(build: &mut Build, table: u32, grid: &Grid) -> Result<(), IntakeRefusal> {
    let merged: HashMap<CellAddress, CellRange> =
        grid.merged.iter().map(|range| (range.first, *range)).collect();
    for row in &grid.rows {
        if !build.is_empty() {
            build.separate('\n');
        }
        for (index, cell) in row.cells.iter().enumerate() {
            if index > 0 {
                build.separate('\t');
            }
            let (rows, columns) = merged.get(&cell.address).map_or((1, 1), size);
            let kind =
                BlockKind::Cell { table, row: cell.address.row, column: cell.address.column, columns, rows };
            let place = Place::Sheet { sheet: grid.sheet.clone(), cell: cell.address };
            build.push(Gap::None, kind, place, &cell.value.to_plain(), false)?;
        }
    }
    Ok(())
}

/// Rows and columns of a rectangle.
fn size(range: &CellRange) -> (u32, u32) {
    let count = |first: u32, last: u32| last.saturating_sub(first).saturating_add(1);
    (count(range.first.row, range.last.row), count(range.first.column, range.last.column))
}

impl From<SheetRefusal> for IntakeRefusal {
    fn from(refusal: SheetRefusal) -> Self {
        match refusal {
            SheetRefusal::Empty => Self::Empty,
            SheetRefusal::NotATable { found } => Self::NameDiffers { ending: String::new(), found },
            SheetRefusal::NotRead(unreadable) => Self::NotRead(unreadable),
            SheetRefusal::NameDiffers { ending, found } => Self::NameDiffers { ending, found },
            SheetRefusal::Hazard(hazard) => Self::Hazard(hazard),
        }
    }
}
