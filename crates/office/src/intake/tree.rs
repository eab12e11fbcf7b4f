//! Paragraphs and tables as found in Word and HTML, before they become one text.
//!
//! Not here: either format, and the counting of positions ([`super::build`]).

use super::build::{Build, Gap};
use super::{BlockKind, Place};
use crate::hazard::Hazard;

/// A paragraph or a table.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Vec<Vec<Cell>>),
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// Its text, line breaks as `\n`.
    pub text: String,
    /// What it is, outside tables.
    pub kind: BlockKind,
    /// Whether it is furniture.
    pub boilerplate: bool,
}

/// A cell and what is in it.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Column, from 1.
    pub column: u32,
    /// Columns covered.
    pub columns: u32,
    /// Rows covered.
    pub rows: u32,
    /// Its paragraphs, and tables inside the cell.
    pub items: Vec<Item>,
}

/// Numbers given out so far.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Paragraphs of the part.
    pub paragraphs: u32,
    /// Tables of the paper.
    pub tables: u32,
}

impl Item {
    /// A paragraph of a kind.
    pub(super) fn paragraph(text: String, kind: BlockKind) -> Self {
        Self::Paragraph(Paragraph { text, kind, boilerplate: false })
    }

    /// Whether there is nothing to read in it.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Paragraph(paragraph) => paragraph.text.trim().is_empty(),
            Self::Table(rows) => rows.iter().flatten().all(|cell| cell.items.iter().all(Self::is_blank)),
        }
    }
}

/// Adds items to the text. With `part` every paragraph is of that kind (header, footer, note).
pub(super) fn render(
    build: &mut Build,
    items: &[Item],
    part: Option<BlockKind>,
    numbers: &mut Numbers,
) -> Result<(), Hazard> {
    for item in items {
        match item {
            Item::Paragraph(paragraph) => {
                numbers.paragraphs = numbers.paragraphs.saturating_add(1);
                let kind = part.unwrap_or(paragraph.kind);
                let place = Place::Paragraph(numbers.paragraphs);
                build.push(Gap::Line, kind, place, &paragraph.text, paragraph.boilerplate)?;
            }
            Item::Table(rows) => table(build, rows, numbers)?,
        }
    }
    Ok(())
}

/// Adds a table: a line per row, a tab between cells; tables inside cells follow their paragraph as tables.
fn table(build: &mut Build, rows: &[Vec<Cell>], numbers: &mut Numbers) -> Result<(), Hazard> {
    numbers.tables = numbers.tables.saturating_add(1);
    let table = numbers.tables;
    for (row, cells) in (1_u32..).zip(rows) {
        if cells.iter().all(|cell| cell.items.iter().all(Item::is_blank)) {
            continue;
        }
        if !build.is_empty() {
            build.separate('\n');
        }
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                build.separate('\t');
            }
            let mut gap = Gap::None;
            for item in cell.items.iter().filter(|item| !item.is_blank()) {
                match item {
                    Item::Paragraph(paragraph) => {
                        let kind = BlockKind::Cell {
                            table,
                            row,
                            column: cell.column,
                            columns: cell.columns,
                            rows: cell.rows,
                        };
                        let place = Place::Cell { table, row, column: cell.column };
                        build.push(gap, kind, place, &paragraph.text, paragraph.boilerplate)?;
                    }
                    Item::Table(inner) => self::table(build, inner, numbers)?,
                }
                gap = Gap::Line;
            }
        }
    }
    Ok(())
}
