//! Tables over pages: heads repeated, rows whole, cells as high as the highest of their row.
//!
//! A row that is taller than a page is the only one that is cut, between lines. Not here: what a table says.

use std::rc::Rc;

use crate::paper::Length;
use crate::paper::set::{CELL_SIDE, CELL_TOP, GRID_LINE, Grid, GridCell, Ink, Piece, RULE_HIGH};

use super::line::{Line, lines, prepared};
use super::pages::{Item, Node, Paging, TaggedCell};

/// One thing in a cell, so far below the top of the cell's text.
#[derive(Debug, Clone)]
enum Bit {
    Line { below: Length, line: Line, inks: Rc<Vec<Ink>>, leaf: usize },
    Rule { below: Length, left: Length, width: Length },
}

/// A cell laid out.
#[derive(Debug, Clone)]
struct CellBox {
    x: Length,
    width: Length,
    down: usize,
    across: usize,
    heading: bool,
    bits: Vec<Bit>,
    height: Length,
}

/// A row laid out.
#[derive(Debug, Clone)]
struct RowBox {
    cells: Vec<CellBox>,
    height: Length,
    keep: bool,
}

impl Bit {
    fn bottom(&self) -> Length {
        match self {
            Self::Line { below, line, .. } => *below + line.height,
            Self::Rule { below, .. } => *below,
        }
    }

    fn raised(&self, by: Length) -> Self {
        let mut bit = self.clone();
        match &mut bit {
            Self::Line { below, .. } | Self::Rule { below, .. } => *below = *below - by,
        }
        bit
    }
}

/// Puts a grid on the page and the pages after it.
pub(super) fn place(paging: &mut Paging<'_>, grid: &Grid) {
    let rows = laid(paging, grid);
    tag(paging, grid, &rows);
    let (heads, body) = rows.split_at_checked(grid.heads).unwrap_or((&rows, &[]));
    let head_height: Length = heads.iter().map(|row| row.height).sum();
    draw_all(paging, heads, grid.ruled, true);
    let mut rest = body;
    while let Some((row, after)) = rest.split_first() {
        // A group's heading goes with the row below it.
        let with_next =
            if row.keep { after.first().map_or(Length::ZERO, |next| next.height) } else { Length::ZERO };
        let whole = paging.floor() - paging.top() - head_height;
        if paging.y + row.height + with_next > paging.floor() && !fresh(paging, head_height) {
            paging.new_page();
            draw_all(paging, heads, grid.ruled, false);
        }
        if row.height > whole {
            cut(paging, row, heads, grid.ruled);
        } else {
            draw(paging, row, &[], grid.ruled, true);
            paging.y = paging.y + row.height;
        }
        rest = after;
    }
}

/// Height that the beginning of a grid needs on one page.
pub(super) fn least(paging: &Paging<'_>, grid: &Grid) -> Length {
    let mut scratch = paging.scratch();
    let rows = laid(&mut scratch, grid);
    let mut sum = Length::ZERO;
    for (at, row) in rows.iter().enumerate() {
        sum = sum + row.height;
        if at >= grid.heads && !row.keep {
            break;
        }
    }
    sum
}

/// Whether nothing but a table's head stands on the page.
fn fresh(paging: &Paging<'_>, head: Length) -> bool {
    paging.y <= paging.top() + head
}

fn laid(paging: &mut Paging<'_>, grid: &Grid) -> Vec<RowBox> {
    let mut rows: Vec<RowBox> = grid
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<CellBox> = row.cells.iter().map(|cell| self::cell(paging, grid, cell)).collect();
            let single = cells.iter().filter(|cell| cell.down <= 1).map(|cell| cell.height).max();
            let line = if grid.ruled { GRID_LINE } else { Length::ZERO };
            RowBox { cells, height: single.unwrap_or_default() + line, keep: row.keep }
        })
        .collect();
    // What covers several rows may need more than they have; the last of them gives it.
    for at in 0..rows.len() {
        let Some(row) = rows.get(at) else { break };
        let tall: Vec<(usize, Length)> =
            row.cells.iter().filter(|cell| cell.down > 1).map(|cell| (cell.down, cell.height)).collect();
        for (down, height) in tall {
            let have: Length = rows.iter().skip(at).take(down).map(|row| row.height).sum();
            let last = at.saturating_add(down).saturating_sub(1);
            if let Some(row) = rows.get_mut(last) {
                row.height = row.height + (height - have).max(Length::ZERO);
            }
        }
    }
    rows
}

fn cell(paging: &mut Paging<'_>, grid: &Grid, cell: &GridCell) -> CellBox {
    let x: Length = grid.widths.iter().take(cell.column).copied().sum();
    let width: Length = grid.widths.iter().skip(cell.column).take(cell.across).copied().sum();
    let (side, top) = if grid.ruled { (CELL_SIDE, CELL_TOP) } else { (Length::ZERO, Length::ZERO) };
    let inner = width - side - side;
    let mut below = Length::ZERO;
    let mut bits = Vec::new();
    for piece in &cell.pieces {
        match piece {
            Piece::Para(para) => {
                let (inks, marks) = prepared(para, &mut paging.notes, paging.fonts);
                below = below + para.before;
                let found = lines(para, &inks, &marks, inner, paging.fonts);
                let inks = Rc::new(inks);
                let leaf = paging.leaf();
                for line in found {
                    let height = line.height;
                    bits.push(Bit::Line { below, line, inks: Rc::clone(&inks), leaf });
                    below = below + height;
                }
                below = below + para.after;
            }
            Piece::Rule(rule) => {
                below = below + rule.before;
                bits.push(Bit::Rule { below, left: (inner - rule.width).share(1, 2), width: rule.width });
                below = below + RULE_HIGH + rule.after;
            }
            Piece::Grid(_) | Piece::Break => {}
        }
    }
    CellBox {
        x,
        width,
        down: cell.down,
        across: cell.across,
        heading: cell.heading,
        bits,
        height: below + top + top,
    }
}

/// Tells readers' programs of the table, or of the texts where the grid only places them.
fn tag(paging: &mut Paging<'_>, grid: &Grid, rows: &[RowBox]) {
    let leaves = |cell: &CellBox| {
        let mut found: Vec<usize> = cell
            .bits
            .iter()
            .filter_map(|bit| match bit {
                Bit::Line { leaf, .. } => Some(*leaf),
                Bit::Rule { .. } => None,
            })
            .collect();
        found.dedup();
        found
    };
    if grid.ruled {
        let tagged = rows.iter().map(|row| {
            row.cells
                .iter()
                .map(|cell| TaggedCell {
                    heading: cell.heading,
                    across: cell.across,
                    down: cell.down,
                    leaves: leaves(cell),
                })
                .collect()
        });
        paging.nodes.push(Node::Table(tagged.collect()));
    } else {
        for leaf in rows.iter().flat_map(|row| &row.cells).flat_map(leaves) {
            paging.nodes.push(Node::Leaf(leaf, crate::paper::set::Role::Furniture));
        }
    }
}

fn draw_all(paging: &mut Paging<'_>, rows: &[RowBox], ruled: bool, first: bool) {
    let mut rest = rows;
    while let Some((row, after)) = rest.split_first() {
        draw(paging, row, after, ruled, first);
        paging.y = paging.y + row.height;
        rest = after;
    }
}

/// Draws a row; `after` are the rows that its cells may reach into. Heads drawn again are furniture of the page.
fn draw(paging: &mut Paging<'_>, row: &RowBox, after: &[RowBox], ruled: bool, first: bool) {
    let top = paging.y;
    for cell in &row.cells {
        let reached: Length = after.iter().take(cell.down.saturating_sub(1)).map(|row| row.height).sum();
        let height = row.height + reached;
        let x = paging.left() + cell.x;
        let (side, free) = if ruled {
            paging.put(Item::Frame { x, y: top, width: cell.width, height });
            (CELL_SIDE, (height - cell.height).share(1, 2) + CELL_TOP)
        } else {
            (Length::ZERO, Length::ZERO)
        };
        for bit in &cell.bits {
            match bit {
                Bit::Line { below, line, inks, leaf } => paging.put(Item::Text {
                    leaf: first.then_some(*leaf),
                    x: x + side + line.left,
                    y: top + free + *below + line.baseline,
                    letters: line.letters.clone(),
                    inks: Rc::clone(inks),
                }),
                Bit::Rule { below, left, width } => {
                    paging.put(Item::Rule { x: x + side + *left, y: top + free + *below, width: *width });
                }
            }
        }
    }
}

/// A row that no page could hold goes on from page to page, cut between lines.
fn cut(paging: &mut Paging<'_>, row: &RowBox, heads: &[RowBox], ruled: bool) {
    let mut rest = row.clone();
    loop {
        let room = paging.floor() - paging.y - CELL_TOP - CELL_TOP;
        let mut now = rest.clone();
        let mut later = rest.clone();
        let mut left = false;
        for (cell, (here, there)) in rest.cells.iter().zip(now.cells.iter_mut().zip(later.cells.iter_mut())) {
            here.bits = cell.bits.iter().filter(|bit| bit.bottom() <= room).cloned().collect();
            let kept = here.bits.last().map_or(Length::ZERO, Bit::bottom);
            there.bits =
                cell.bits.iter().filter(|bit| bit.bottom() > room).map(|bit| bit.raised(kept)).collect();
            here.height = kept + CELL_TOP + CELL_TOP;
            there.height = cell.height - kept;
            left = left || !there.bits.is_empty();
        }
        let highest = |row: &RowBox| row.cells.iter().map(|cell| cell.height).max().unwrap_or_default();
        let moved = now.cells.iter().any(|cell| !cell.bits.is_empty());
        now.height = highest(&now);
        later.height = highest(&later);
        if !moved && left && !fresh(paging, heads.iter().map(|row| row.height).sum()) {
            paging.new_page();
            draw_all(paging, heads, ruled, false);
            continue;
        }
        // A single line higher than a page cannot be helped; it is drawn where it stands.
        let shown = if moved || !left { &now } else { &rest };
        draw(paging, shown, &[], ruled, true);
        paging.y = paging.y + shown.height;
        if !left || !moved {
            return;
        }
        rest = later;
        paging.new_page();
        draw_all(paging, heads, ruled, false);
    }
}
