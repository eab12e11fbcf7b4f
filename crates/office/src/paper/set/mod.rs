//! A paper set out by its form: what stands under what, how large, how far apart.
//!
//! All three outputs are made from this, so they cannot say different things. A [`Set`] knows neither fonts nor file
//! formats: lines are broken by whoever draws them.

mod body;
mod grid;
mod head;
mod tail;

use super::block::{Align, Run, Tie};
use super::form::{Look, Rules, Spacing};
use super::length::Length;
use super::{Paper, Proof};

/// Width of the sheet, upright.
pub(crate) const SHEET_WIDTH: Length = Length::mm(210);
/// Height of the sheet, upright.
pub(crate) const SHEET_HEIGHT: Length = Length::mm(297);

/// Free space at the sides of a cell inside drawn lines.
pub(crate) const CELL_SIDE: Length = Length::hundredths_mm(140);
/// Free space above and below its text.
pub(crate) const CELL_TOP: Length = Length::hundredths_mm(50);

/// What a drawn rule takes of the sheet by itself, in every output.
pub(crate) const RULE_HIGH: Length = Length::points(1);
/// Thickness of the lines of a table. A row is higher than what is in it by the line above it.
pub(crate) const GRID_LINE: Length = Length::hundredths_mm(18);

/// The QR code stands low in the left margin of the first page: this far from the left edge of the sheet,
pub(crate) const PROOF_LEFT: Length = Length::mm(6);
/// this far from its upper edge,
pub(crate) const PROOF_TOP: Length = Length::mm(262);
/// and this large, quiet zone included.
pub(crate) const PROOF_SIDE: Length = Length::mm(22);

/// A paper set out.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    /// The form's measures.
    pub rules: &'static Rules,
    /// What the file is called.
    pub title: String,
    /// QR code and short link.
    pub proof: Option<Proof>,
    /// Stretches of pages, each from a new page.
    pub sections: Vec<Section>,
}

/// Pages that lie the same way.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// Whether they are turned on their side.
    pub turned: bool,
    /// What stands on them.
    pub pieces: Vec<Piece>,
}

/// One thing under another.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// A paragraph.
    Para(Para),
    /// A short drawn rule in the middle.
    Rule(Rule),
    /// Columns side by side: a table, or the head and the foot of a paper.
    Grid(Grid),
    /// A new page.
    Break,
}

/// What a paragraph is, for readers' programs and for the styles of a Word file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Head, foot, signature.
    Furniture,
    /// The paper's own title.
    Title,
    /// A heading of this depth, from 1.
    Heading(u8),
    /// A paragraph of the body.
    Body,
    /// An item of a list.
    Item,
    /// Inside a table.
    Cell,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Para {
    /// Its text.
    pub inks: Vec<Ink>,
    /// What it is.
    pub role: Role,
    /// How it stands.
    pub align: Align,
    /// Inset of the first line.
    pub first: Length,
    /// Inset of all lines.
    pub left: Length,
    /// Free space above.
    pub before: Length,
    /// Free space below.
    pub after: Length,
    /// Distance of its lines.
    pub spacing: Spacing,
    /// Whether it stays on one page with what follows.
    pub keep: bool,
}

/// A stretch of text of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ink {
    /// The text; `\n` breaks the line.
    pub text: String,
    /// How it looks.
    pub look: Look,
    /// What hangs on it.
    pub tie: Tie,
}

/// A short drawn rule in the middle of its column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// Its length.
    pub width: Length,
    /// Free space above.
    pub before: Length,
    /// Free space below.
    pub after: Length,
}

/// Columns side by side.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// Width of each column.
    pub widths: Vec<Length>,
    /// How many rows at the top are repeated on every page.
    pub heads: usize,
    /// Whether lines are drawn around the cells.
    pub ruled: bool,
    /// Rows downwards.
    pub rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Debug, Clone)]
pub(crate) struct GridRow {
    /// Cells that begin in this row.
    pub cells: Vec<GridCell>,
    /// Whether the row stays on one page with the next.
    pub keep: bool,
}

/// A cell of a grid.
#[derive(Debug, Clone)]
pub(crate) struct GridCell {
    /// The column where it begins, from 0.
    pub column: usize,
    /// Columns covered.
    pub across: usize,
    /// Rows covered.
    pub down: usize,
    /// Whether it heads a column, for readers of tagged files.
    pub heading: bool,
    /// What is in it: paragraphs and rules.
    pub pieces: Vec<Piece>,
}

impl Para {
    /// A line of one look, in the middle.
    pub(crate) fn centred(text: impl Into<String>, look: Look) -> Self {
        Self {
            inks: vec![Ink { text: text.into(), look, tie: Tie::None }],
            role: Role::Furniture,
            align: Align::Centre,
            first: Length::ZERO,
            left: Length::ZERO,
            before: Length::ZERO,
            after: Length::ZERO,
            spacing: Spacing::Lines(100),
            keep: false,
        }
    }

    /// The same with free space above.
    pub(crate) fn lowered(self, before: Length) -> Self {
        Self { before, ..self }
    }
}

/// Text of the body in this size, as runs say it looks.
pub(crate) fn inks(runs: &[Run], base: Look) -> Vec<Ink> {
    runs.iter()
        .filter(|run| !run.text.is_empty() || matches!(run.tie, Tie::Note(_) | Tie::Anchor(_)))
        .map(|run| Ink {
            text: run.text.clone(),
            look: Look {
                size: base.size,
                bold: base.bold || run.bold,
                italic: base.italic || run.italic,
                underline: base.underline || run.underline,
            },
            tie: run.tie.clone(),
        })
        .collect()
}

/// Upright letters of this size.
pub(crate) const fn upright(size: Length) -> Look {
    Look { size, bold: false, italic: false, underline: false }
}

/// Sets a paper out.
pub(crate) fn set(paper: &Paper) -> Set {
    let rules = paper.form.rules();
    let mut laying = body::Laying::new(rules, paper.turned);
    laying.section.pieces.extend(head::head(paper, rules));
    laying.blocks(&paper.body);
    laying.close();
    laying.section.pieces.extend(tail::tail(paper, rules));
    for appendix in &paper.appendices {
        laying.turn(appendix.turned);
        laying.section.pieces.extend(tail::appendix_head(paper, appendix, rules));
        laying.restart();
        laying.blocks(&appendix.body);
    }
    Set {
        rules,
        title: paper.title(),
        proof: paper.proof.clone().filter(|proof| !proof.address.is_empty()),
        sections: laying.finish(),
    }
}

/// Width that text has on an upright or turned sheet.
pub(crate) fn text_width(rules: &Rules, turned: bool) -> Length {
    let sheet = if turned { SHEET_HEIGHT } else { SHEET_WIDTH };
    sheet - rules.left.value - rules.right.value
}
