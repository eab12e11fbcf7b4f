//! Promises about papers: of any bytes under any name, and of well-packed files whose parts are hostile.
//!
//! Raw bytes seldom get past a container's checksums, so Word, Excel and PDF have second targets that pack the
//! input first. Not here: the packing (`packed`) and the making of markup (`tree`).

use std::panic;

use office::intake::{Intake, intake};
use office::sheet::{read_grids, read_table};

use crate::{packed, tree};

/// Plain text in any encoding.
pub fn text(bytes: &[u8]) {
    paper("a.txt", bytes);
}

/// A page of HTML.
pub fn html(bytes: &[u8]) {
    paper("a.html", bytes);
}

/// A Word file, any bytes.
pub fn docx(bytes: &[u8]) {
    paper("a.docx", bytes);
}

/// A Word file whose parts are the stretches of the input between zero bytes: body, styles, notes, header,
/// relations, list of parts.
pub fn docx_parts(bytes: &[u8]) {
    paper("a.docx", &packed::word(bytes));
}

/// A Word file whose body is well-formed markup written as the input's bytes say.
pub fn docx_tree(bytes: &[u8]) {
    let mut parts = tree::body(bytes).into_bytes();
    parts.push(0);
    parts.extend_from_slice(tree::STYLES.as_bytes());
    paper("a.docx", &packed::word(&parts));
}

/// A PDF, any bytes.
pub fn pdf(bytes: &[u8]) {
    paper("a.pdf", bytes);
}

/// A PDF whose content stream, font, character map and page are the stretches of the input between zero bytes.
pub fn pdf_parts(bytes: &[u8]) {
    paper("a.pdf", &packed::pdf(bytes));
}

/// A workbook, any bytes.
pub fn xlsx(bytes: &[u8]) {
    workbook("a.xlsx", bytes);
}

/// A workbook whose parts are the stretches of the input between zero bytes: sheet, shared strings, styles, book,
/// relations.
pub fn xlsx_parts(bytes: &[u8]) {
    workbook("a.xlsx", &packed::workbook(bytes));
}

/// Lets panics inside the package that reads workbooks pass, as room `office` does, which refuses such a file. Under
/// coverage guidance any other panic ends the program before it can be caught.
pub fn forgive_the_workbook_reader() {
    let strict = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        if !fault.location().is_some_and(|place| place.file().contains("/calamine-")) {
            strict(fault);
        }
    }));
}

/// An old workbook, any bytes.
pub fn xls(bytes: &[u8]) {
    workbook("a.xls", bytes);
}

/// An old workbook of one sheet whose records are written as the input's bytes say.
pub fn xls_records(bytes: &[u8]) {
    workbook("a.xls", &packed::records(bytes));
}

/// An OpenDocument workbook, any bytes.
pub fn ods(bytes: &[u8]) {
    workbook("a.ods", bytes);
}

/// An OpenDocument workbook whose content is the input.
pub fn ods_parts(bytes: &[u8]) {
    workbook("a.ods", &packed::open_document(bytes));
}

/// A mail.
pub fn eml(bytes: &[u8]) {
    paper("a.eml", bytes);
}

/// A table as text with separators.
pub fn csv(bytes: &[u8]) {
    workbook("a.csv", bytes);
}

fn workbook(name: &str, bytes: &[u8]) {
    if let Ok(grids) = read_grids(name, bytes) {
        for grid in &grids {
            let mut before = 0;
            for row in &grid.rows {
                assert!(row.number > before, "rows come once each, from above");
                before = row.number;
                let mut column = 0;
                for cell in &row.cells {
                    assert!(
                        cell.address.row == row.number && cell.address.column > column,
                        "{:?}",
                        cell.address
                    );
                    column = cell.address.column;
                }
            }
        }
        let table = read_table(name, bytes);
        assert!(table.is_ok(), "sheets that are read give a table");
    }
    paper(name, bytes);
}

fn paper(name: &str, bytes: &[u8]) {
    if let Ok(taken) = intake(name, bytes) {
        sound(&taken);
    }
    // A name that claims nothing must not lead past a guard that the name would have called.
    if let Ok(taken) = intake("", bytes) {
        sound(&taken);
    }
}

/// What must hold of every paper taken in.
fn sound(taken: &Intake) {
    assert!(unicode_normalization::is_nfc(&taken.text), "the text is composed");
    assert!(!taken.text.contains('\r'), "line ends are plain");
    let chars: Vec<char> = taken.text.chars().collect();
    let mut in_blocks = 0;
    let mut end = 0;
    for block in &taken.blocks {
        let range = &block.range;
        assert!(range.start >= end && range.start < range.end && range.end <= chars.len(), "{block:?}");
        assert!(chars[end..range.start].iter().all(is_gap), "only blanks and strokes lie between blocks");
        end = range.end;
        assert!(!chars[range.start].is_whitespace() && !chars[range.end - 1].is_whitespace(), "{block:?}");
        assert_eq!(taken.block_at(range.start), Some(block));
        assert_eq!(taken.block_at(range.end - 1), Some(block));
        in_blocks += range.len();
    }
    assert!(chars[end..].iter().all(is_gap), "every letter lies in a block");
    let main = taken.main_text().chars().count();
    assert!(main <= in_blocks + taken.blocks.len());
}

/// What may lie between blocks: blanks, and the strokes of a table written as text.
fn is_gap(c: &char) -> bool {
    c.is_whitespace() || *c == '|'
}
