//! OpenDocument sheets (.ods), as LibreOffice saves them.
//!
//! Files say "the same a million times" for empty rows; such repeats are counted, not carried out. Not here: which
//! row is the heading.

use super::grid::{CellValue, Filling, Grid};
use super::xlsx_in::from_iso;
use super::{CellAddress, CellRange, SheetRefusal};
use crate::container::Container;
use crate::decimal::Decimal;
use crate::hazard::Hazard;
use crate::xml::{self, Node, Pull, Tag};

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, SheetRefusal> {
    let mut container = Container::open(bytes)?;
    let list = container.read("META-INF/manifest.xml")?.unwrap_or_default();
    if list.windows(15).any(|window| window == b"encryption-data") {
        return Err(Hazard::Encrypted.into());
    }
    let content = container.read(CONTENT)?.ok_or_else(|| Hazard::broken(CONTENT))?;
    let text = xml::part_text(&content, CONTENT)?;
    drop(content);
    let mut pull = Pull::new(&text, CONTENT);
    let mut grids = Vec::new();
    let mut cells = 0_usize;
    loop {
        match pull.next()? {
            Node::Open(tag) if tag.name() == "table" => {
                let name = tag.attribute("name").unwrap_or_default();
                let (grid, count) = sheet(&mut pull, &name, cells)?.finish();
                cells = count;
                grids.push(grid);
            }
            Node::Open(_) | Node::Close | Node::Text(_) => {}
            Node::End => return Ok(grids),
        }
    }
}

/// A sheet up to its close.
fn sheet(pull: &mut Pull<'_>, name: &str, cells: usize) -> Result<Filling, Hazard> {
    let depth = pull.depth();
    let mut filling = Filling::new(name, cells);
    let mut row = 1_u32;
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "table-row" => {
                    let repeated = repeats(&tag, "number-rows-repeated");
                    let found = cells_of_row(pull, row, &mut filling)?;
                    for further in 1..repeated {
                        // A repeated row of something is an accident of filling down; of nothing it is the usual end.
                        if found.is_empty() {
                            break;
                        }
                        for (column, value) in &found {
                            let address = CellAddress { row: row.saturating_add(further), column: *column };
                            filling.add(address, value.clone())?;
                        }
                    }
                    row = row.saturating_add(repeated);
                }
                // Drawings and charts bring tables of their own.
                "shapes" | "table" | "forms" => pull.skip()?,
                _ => {}
            },
            Node::Close if pull.depth() < depth => return Ok(filling),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken(CONTENT)),
        }
    }
}

/// A row up to its close: its columns and values, which have been added.
fn cells_of_row(
    pull: &mut Pull<'_>,
    row: u32,
    filling: &mut Filling,
) -> Result<Vec<(u32, CellValue)>, Hazard> {
    let depth = pull.depth();
    let mut column = 1_u32;
    let mut found = Vec::new();
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "table-cell" | "covered-table-cell" => {
                    let repeated = repeats(&tag, "number-columns-repeated");
                    let address = CellAddress { row, column };
                    let (down, right) =
                        (repeats(&tag, "number-rows-spanned"), repeats(&tag, "number-columns-spanned"));
                    if down > 1 || right > 1 {
                        let last = CellAddress {
                            row: row.saturating_add(down).saturating_sub(1),
                            column: column.saturating_add(right).saturating_sub(1),
                        };
                        filling.merge(CellRange { first: address, last });
                    }
                    if let Some(value) = value(pull, &tag)? {
                        for further in 0..repeated {
                            let address = CellAddress { row, column: column.saturating_add(further) };
                            filling.add(address, value.clone())?;
                            found.push((address.column, value.clone()));
                        }
                    }
                    column = column.saturating_add(repeated);
                }
                _ => pull.skip()?,
            },
            Node::Close if pull.depth() < depth => return Ok(found),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken(CONTENT)),
        }
    }
}

/// How often a tag says that it stands for itself.
fn repeats(tag: &Tag<'_>, name: &str) -> u32 {
    tag.attribute(name).and_then(|digits| digits.parse().ok()).unwrap_or(1).clamp(1, 2_000_000)
}

/// Value of the cell that has just been opened, up to its close.
fn value(pull: &mut Pull<'_>, tag: &Tag<'_>) -> Result<Option<CellValue>, Hazard> {
    let kind = tag.attribute("value-type").unwrap_or_default();
    let number = || tag.attribute("value").and_then(|text| Decimal::parse(&text));
    let typed = match kind.as_str() {
        "float" | "currency" => number().map(|value| CellValue::Number { value, percent: false }),
        "percentage" => number().map(|value| CellValue::Number { value, percent: true }),
        "date" => tag.attribute("date-value").and_then(|text| from_iso(&text)),
        "boolean" => tag.attribute("boolean-value").map(|text| CellValue::Flag(text == "true")),
        _ => None,
    };
    let shown = shown(pull)?;
    Ok(typed.or_else(|| CellValue::text(&shown)))
}

/// The paragraphs of a cell as it shows them, up to its close. Remarks are left out.
fn shown(pull: &mut Pull<'_>) -> Result<String, Hazard> {
    let depth = pull.depth();
    let mut out = String::new();
    let mut inside = 0_usize;
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "annotation" | "shapes" | "table" => pull.skip()?,
                "p" => {
                    if !out.is_empty() {
                        out.push('\n');
                    }
                    inside = pull.depth();
                }
                "s" => out.push(' '),
                "tab" => out.push('\t'),
                "line-break" => out.push('\n'),
                _ => {}
            },
            Node::Text(text) if inside > 0 && pull.depth() >= inside => out.push_str(&text),
            Node::Close if pull.depth() < depth => return Ok(out),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken(CONTENT)),
        }
    }
}
