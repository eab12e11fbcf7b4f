//! Tables: widths from weights, cells put where those above leave room.

use crate::paper::block::{Align, Cell, Column, Row, RowKind, Table};
use crate::paper::form::{Look, Rules, Spacing};
use crate::paper::length::Length;

use super::{Grid, GridCell, GridRow, Para, Piece, Role, inks, upright};

/// A table and its caption, as wide as the text.
pub(super) fn table(table: &Table, width: Length, rules: &Rules) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if !table.caption.is_empty() {
        let look = Look { bold: true, ..upright(rules.body.value) };
        let above = Para::centred(&table.caption, look).lowered(Length::points(6));
        pieces.push(Piece::Para(Para { keep: true, after: Length::points(3), ..above }));
    }
    let columns = columns(table);
    let mut taken = vec![0_usize; columns.len()];
    let size = rules.table.value;
    let heads = table.head.iter().map(|row| (row, true));
    let rows: Vec<GridRow> = heads
        .chain(table.rows.iter().map(|row| (row, false)))
        .map(|(row, heading)| self::row(row, heading, &columns, &mut taken, size))
        .collect();
    pieces.push(Piece::Grid(Grid {
        widths: widths(&columns, width),
        heads: table.head.len(),
        ruled: true,
        rows,
    }));
    // What follows a table must not touch its last line.
    pieces.push(Piece::Para(Para {
        spacing: Spacing::Exact(Length::points(6)),
        ..Para::centred("", upright(Length::points(4)))
    }));
    pieces
}

/// The columns told, and as many more as the rows need.
fn columns(table: &Table) -> Vec<Column> {
    let cells = |row: &Row| row.cells.iter().map(|cell| usize::from(cell.across.max(1))).sum::<usize>();
    let widest = table.head.iter().chain(&table.rows).map(cells).max().unwrap_or(0);
    let mut columns = table.columns.clone();
    while columns.len() < widest.max(1) {
        columns.push(Column::new(10, Align::Left));
    }
    columns
}

/// Widths by weight that add up to the whole exactly.
fn widths(columns: &[Column], width: Length) -> Vec<Length> {
    let weigh = |column: &Column| i64::from(column.weight.max(1));
    let whole: i64 = columns.iter().map(weigh).sum();
    let mut left = width;
    let mut weight = whole;
    columns
        .iter()
        .map(|column| {
            let share = left.share(weigh(column), weight);
            left = left - share;
            weight -= weigh(column);
            share
        })
        .collect()
}

/// A row; `taken` counts for each column how many rows are still covered from above.
fn row(row: &Row, heading: bool, columns: &[Column], taken: &mut [usize], size: Length) -> GridRow {
    let mut cells = Vec::new();
    let mut column = 0_usize;
    for cell in &row.cells {
        while taken.get(column).is_some_and(|rows| *rows > 0) {
            column = column.saturating_add(1);
        }
        let across = usize::from(cell.across.max(1)).min(columns.len().saturating_sub(column));
        if across == 0 {
            break;
        }
        let down = if heading { usize::from(cell.down.max(1)) } else { 1 };
        let align = cell.align.or_else(|| columns.get(column).map(|found| found.align));
        let align = if heading { Align::Centre } else { align.unwrap_or_default() };
        cells.push(GridCell {
            column,
            across,
            down,
            heading,
            pieces: vec![Piece::Para(words(cell, heading || row.kind != RowKind::Plain, align, size))],
        });
        for covered in taken.iter_mut().skip(column).take(across) {
            *covered = down;
        }
        column = column.saturating_add(across);
    }
    fill(&mut cells, heading, taken, size);
    for covered in taken.iter_mut() {
        *covered = covered.saturating_sub(1);
    }
    GridRow { cells, keep: heading || row.kind == RowKind::Group }
}

/// Empty cells where the row says nothing.
fn fill(cells: &mut Vec<GridCell>, heading: bool, taken: &mut [usize], size: Length) {
    for (column, covered) in taken.iter_mut().enumerate() {
        if *covered == 0 {
            let empty = words(&Cell::default(), false, Align::Left, size);
            cells.push(GridCell { column, across: 1, down: 1, heading, pieces: vec![Piece::Para(empty)] });
            *covered = 1;
        }
    }
    cells.sort_by_key(|cell| cell.column);
}

fn words(cell: &Cell, bold: bool, align: Align, size: Length) -> Para {
    Para {
        inks: inks(&cell.runs, Look { bold, ..upright(size) }),
        role: Role::Cell,
        align,
        ..Para::centred("", upright(size))
    }
}
