//! Tables in and out.
//!
//! In: `.xlsx`, `.xls`, `.ods` and `.csv` as a heading row and rows of cells that know their address ("D17").
//! Out: workbooks that are pleasant to read and print, and plain `.csv`. Not here: what a column means, and numbers
//! typed as text, whose grammar belongs to the language.

mod address;
mod compound;
mod entry_in;
mod entry_many;
mod entry_out;
mod grid;
mod ods_in;
mod out;
mod results;
mod stream_in;
mod stream_out;
mod style;
mod table;
mod text_in;
mod text_out;
mod write;
mod xls_in;
mod xlsx_in;

use crate::container;
use crate::hazard::Hazard;
use crate::intake::{Kind, Unreadable};

pub use address::{CellAddress, CellRange, NotAnAddress};
pub use entry_in::{AnswerIn, EntryIn, read_entry};
pub use entry_many::{ManyColumn, ManyIn, ManyOut, ManyRow, ManyRowIn, read_many, write_many};
pub use entry_out::{AskOut, CheckOut, EntryOut, EntryRow, RuleOut, write_entry};
pub use grid::{Cell, CellValue, Grid, Row};
pub use out::{Bound, CellOut, ColumnOut, RowKind, RowOut, SheetOut, SheetWords};
pub use results::with_results;
pub use stream_in::read_rows;
pub use stream_out::StreamOut;
pub use table::{Heading, Table};
pub use text_out::write_csv;
pub use write::write_workbook;

/// Why a table is not read. Values, no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRefusal {
    /// No sheet has anything in it.
    Empty,
    /// The content is something else that is read, though not as a table.
    NotATable {
        /// What it is.
        found: Kind,
    },
    /// The content is of a type that is not read.
    NotRead(Unreadable),
    /// The name claims one type, the content is another.
    NameDiffers {
        /// The ending of the name, small letters, without the dot.
        ending: String,
        /// What the content is.
        found: Kind,
    },
    /// The file is dangerous, locked or damaged.
    Hazard(Hazard),
}

impl From<Hazard> for SheetRefusal {
    fn from(hazard: Hazard) -> Self {
        Self::Hazard(hazard)
    }
}

/// Reads all sheets that have something in them, in the sequence of the workbook.
///
/// `name` is the file's name as the sender gave it: a claim that the content must agree with. Formulas give the
/// value that was computed when the file was saved.
pub fn read_grids(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, SheetRefusal> {
    container::check_size(bytes)?;
    let grids = match crate::intake::kind_for_sheet(name, bytes)? {
        Format::Xlsx => xlsx_in::read(bytes)?,
        Format::Ods => ods_in::read(bytes)?,
        Format::Xls => xls_in::read(bytes)?,
        Format::Text => vec![text_in::read(bytes)?],
    };
    let grids: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if grids.is_empty() { Err(SheetRefusal::Empty) } else { Ok(grids) }
}

/// Reads the first sheet that has something in it, as a table with its heading row found.
pub fn read_table(name: &str, bytes: &[u8]) -> Result<Table, SheetRefusal> {
    let mut grids = read_grids(name, bytes)?;
    let sheets = grids.iter().map(|grid| grid.sheet.clone()).collect();
    if grids.is_empty() {
        return Err(SheetRefusal::Empty);
    }
    Ok(Table::from_grid(grids.swap_remove(0), sheets))
}

/// A format in which tables come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Excel since 2007.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Excel before 2007.
    Xls,
    /// Text with separators.
    Text,
}

#[cfg(test)]
mod entry_tests;
#[cfg(test)]
mod stream_tests;
#[cfg(test)]
mod tests;
