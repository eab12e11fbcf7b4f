//! A paper as a PDF for the archive (PDF/A-2u), tagged for readers' programs, by a layout of our own.
//!
//! Fonts are handed in: metric twins of Times New Roman, so that lines break as they do in the Word file. Letters
//! that the font lacks are drawn as a box and told. Not here: the order of a paper's parts ([`crate::paper`]).

mod draw;
mod grid;
mod line;
mod pages;

pub(crate) use draw::draw_code;

use crate::OfficeError;
use crate::face::Fonts;
use crate::paper::set::{Piece, Set};
use crate::paper::{Paper, set};

/// A printed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters that the fonts lack, each once. Whoever shows the file tells them.
    pub missing: String,
}

/// Prints a paper.
pub fn write(paper: &Paper, fonts: &Fonts) -> Result<Printed, OfficeError> {
    let set = set::set(paper);
    let paged = pages::paged(&set, fonts);
    let pages = paged.pages.len();
    let bytes = draw::write(&set, paged, fonts, paper.made)?;
    Ok(Printed { bytes, pages, missing: missing(&set, fonts) })
}

/// Letters that the fonts lack.
fn missing(set: &Set, fonts: &Fonts) -> String {
    fn gather(pieces: &[Piece], fonts: &Fonts, out: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Para(para) => {
                    for ink in &para.inks {
                        let face = fonts.face(ink.look.bold, ink.look.italic);
                        for letter in line::composed(&ink.text).filter(|letter| *letter != '\n') {
                            if !face.has(letter) && !out.contains(letter) {
                                out.push(letter);
                            }
                        }
                    }
                }
                Piece::Grid(grid) => {
                    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                        gather(&cell.pieces, fonts, out);
                    }
                }
                Piece::Rule(_) | Piece::Break => {}
            }
        }
    }
    let mut out = String::new();
    for section in &set.sections {
        gather(&section.pieces, fonts, &mut out);
    }
    out
}

#[cfg(test)]
mod tests;
