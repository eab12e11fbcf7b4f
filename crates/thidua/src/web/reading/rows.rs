//! Tables within the text, shown as tables where the intake found their cells.
//!
//! Not here: finding the cells (`office::intake`), their figures (`reader::table`), marks and passages (`page::pieces`, `shade`).

use std::collections::BTreeSet;

use reader::table::Cell as Place;

use super::page::Piece;

/// A stretch of the text: running text, or the rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Running text with its line ends; empty for a table.
    pub pieces: Vec<Piece>,
    /// The rows of a table; none for running text.
    pub rows: Vec<Row>,
}

/// A row of a table, or that some are left out in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// How many rows are left out, in words; empty for a row of the table.
    pub left_out: String,
    /// How many columns those words cover.
    pub columns: u32,
}

impl Row {
    fn holds(&self, mark: impl Fn(usize) -> bool) -> bool {
        self.cells.iter().flat_map(|cell| &cell.pieces).any(|piece| mark(piece.number))
    }

    fn width(&self) -> u32 {
        self.cells.iter().map(|cell| cell.columns).sum()
    }
}

/// A cell as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words, paragraph by paragraph.
    pub pieces: Vec<Piece>,
    /// How many columns it covers.
    pub columns: u32,
}

impl Block {
    /// Whether lines are drawn between the cells: a letterhead's two columns stand without.
    #[must_use]
    pub fn is_ruled(&self) -> bool {
        self.rows.iter().any(|row| row.width() > 2)
    }
}

/// Wider tables are shown as running text.
const MOST_COLUMNS: u32 = 100;

/// Longer tables are drawn in part where their proposals fill several pages.
const MOST_ROWS: usize = 200;

/// Rows that may head a long table.
const HEAD: usize = 5;

/// Rows drawn to either side of one with a mark of the page.
const AROUND: usize = 2;

fn start(place: &Place) -> usize {
    usize::try_from(place.span.start).unwrap_or(usize::MAX)
}

fn end(place: &Place) -> usize {
    usize::try_from(place.span.end).unwrap_or(usize::MAX)
}

/// Parts the text at its tables, whose cells the intake told paragraph by paragraph; words between two cells part a table. It stays
/// running text where a mark goes beyond one of its cells.
pub fn blocks(pieces: Vec<Piece>, places: &[Place]) -> Vec<Block> {
    let text: Vec<char> = pieces.iter().flat_map(|piece| piece.text.chars()).collect();
    let marks = marks(&pieces);
    let mut out = Vec::new();
    let mut cutter = Cutter { pieces: pieces.into_iter(), rest: None, at: 0 };
    let parts = |c: &char| c.is_whitespace() || matches!(c, '|' | '-' | ':');
    let together = |a: &Place, b: &Place| {
        let between = text.get(end(a)..start(b));
        a.table == b.table && between.is_some_and(|t| t.iter().all(parts))
    };
    for table in places.chunk_by(together) {
        let (Some(first), Some(last)) = (table.first(), table.last()) else { continue };
        if start(first) < cutter.at || end(last) > text.len() || !is_drawn(table, &marks) {
            continue;
        }
        run_on(cutter.until(start(first)), &mut out);
        let rows = rows(table, &mut cutter);
        out.push(Block { pieces: Vec::new(), rows });
        let strokes = text.iter().skip(end(last)).take_while(|c| matches!(c, '|' | ' ' | '\t')).count();
        cutter.until(end(last).saturating_add(strokes));
    }
    run_on(cutter.until(usize::MAX), &mut out);
    out
}

/// Of long tables only the rows that hold one of the marks, with the rows that head the table and a few neighbours. In the place of
/// those left out stands a row that says how many they are, as `told` puts it.
pub fn beside(drawn: Vec<Block>, marks: &BTreeSet<usize>, told: impl Fn(usize) -> String) -> Vec<Block> {
    let part = |block: Block| {
        if block.rows.len() <= MOST_ROWS {
            return block;
        }
        let kept = kept(&block.rows, marks);
        let columns = block.rows.iter().map(Row::width).max().unwrap_or(1);
        let mut rows = Vec::new();
        let mut left_out = 0;
        for (row, kept) in block.rows.into_iter().zip(kept) {
            if !kept {
                left_out += 1;
                continue;
            }
            rows.extend(gap(&mut left_out, columns, &told));
            rows.push(row);
        }
        rows.extend(gap(&mut left_out, columns, &told));
        Block { rows, ..block }
    };
    drawn.into_iter().map(part).collect()
}

fn gap(left_out: &mut usize, columns: u32, told: impl Fn(usize) -> String) -> Option<Row> {
    let count = std::mem::take(left_out);
    (count > 0).then(|| Row { cells: Vec::new(), left_out: told(count), columns })
}

/// Which rows of a long table are drawn. The rows at its top that hold no figure head it; a single row is not left out.
fn kept(rows: &[Row], marks: &BTreeSet<usize>) -> Vec<bool> {
    let mut kept = vec![false; rows.len()];
    let head = rows.iter().take(HEAD).take_while(|row| !row.holds(|number| number > 0)).count();
    kept.iter_mut().take(head).for_each(|row| *row = true);
    for (at, row) in rows.iter().enumerate() {
        if row.holds(|number| marks.contains(&number)) {
            let near = kept.iter_mut().take(at + AROUND + 1).skip(at.saturating_sub(AROUND));
            near.for_each(|row| *row = true);
        }
    }
    let alone = |three: &[bool]| matches!(three, [true, false, true]);
    let single: Vec<usize> =
        (1..).zip(kept.windows(3)).filter(|(_, three)| alone(three)).map(|(at, _)| at).collect();
    for at in single {
        if let Some(row) = kept.get_mut(at) {
            *row = true;
        }
    }
    kept
}

/// Running text without the strokes that open a row of the table behind it.
fn run_on(mut pieces: Vec<Piece>, out: &mut Vec<Block>) {
    if let Some(piece) = pieces.last_mut().filter(|piece| piece.number == 0) {
        let words = piece.text.trim_end_matches(['|', ' ', '\t']).len();
        piece.text.truncate(words);
    }
    if let Some(piece) = pieces.first_mut().filter(|piece| piece.number == 0 && !out.is_empty()) {
        piece.text = piece.text.strip_prefix('\n').unwrap_or(&piece.text).to_owned();
    }
    pieces.retain(|piece| !piece.text.is_empty());
    if !pieces.is_empty() {
        out.push(Block { pieces, rows: Vec::new() });
    }
}

/// Where the marks stand, by code points.
fn marks(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut at = 0_usize;
    let mut out = Vec::new();
    for piece in pieces {
        let end = at.saturating_add(piece.text.chars().count());
        if piece.number > 0 {
            out.push((at, end));
        }
        at = end;
    }
    out
}

/// Each mark lies in one cell, and no cell is beyond the columns that are drawn.
fn is_drawn(table: &[Place], marks: &[(usize, usize)]) -> bool {
    let (from, to) = (table.first().map_or(0, start), table.last().map_or(0, end));
    let first = marks.partition_point(|mark| mark.1 <= from);
    let inside = marks.iter().skip(first).take_while(|mark| mark.0 < to).all(|mark| {
        let n = table.partition_point(|place| end(place) <= mark.0);
        table.get(n).is_some_and(|place| start(place) <= mark.0 && mark.1 <= end(place))
    });
    let drawn = 1..=MOST_COLUMNS;
    inside
        && table
            .iter()
            .all(|p| p.span.start <= p.span.end && drawn.contains(&p.column) && drawn.contains(&p.columns))
}

fn rows(table: &[Place], cutter: &mut Cutter) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut before: Option<Place> = None;
    let mut covered = 0;
    for place in table {
        cutter.until(start(place));
        let mut pieces = cutter.until(end(place));
        let same_row = before.is_some_and(|b| b.row == place.row);
        let same_cell = same_row && before.is_some_and(|b| b.column == place.column);
        if !same_row {
            out.push(Row::default());
            covered = 0;
        }
        let Some(Row { cells, .. }) = out.last_mut() else { continue };
        if let Some(cell) = cells.last_mut().filter(|_| same_cell) {
            cell.pieces.push(Piece { text: "\n".to_owned(), ..Piece::default() });
            cell.pieces.append(&mut pieces);
        } else {
            let blank = (covered + 1..place.column).map(|_| Cell { pieces: Vec::new(), columns: 1 });
            cells.extend(blank);
            cells.push(Cell { pieces, columns: place.columns });
            covered = (covered + 1).max(place.column) + place.columns - 1;
        }
        before = Some(*place);
    }
    out
}

/// Hands the pieces out up to a place; plain ones are cut there, marks stay whole.
struct Cutter {
    pieces: std::vec::IntoIter<Piece>,
    /// The piece that was cut, and the byte where its rest begins: cutting it off would copy the rest of a long text at every cell.
    rest: Option<(Piece, usize)>,
    at: usize,
}

impl Cutter {
    fn until(&mut self, to: usize) -> Vec<Piece> {
        let mut out = Vec::new();
        while self.at < to {
            let whole = || self.pieces.next().map(|piece| (piece, 0));
            let Some((piece, from)) = self.rest.take().or_else(whole) else { break };
            let told = piece.text.get(from..).unwrap_or_default();
            let cut = told.char_indices().nth(to - self.at).filter(|_| piece.number == 0);
            let (text, further) = cut.and_then(|(byte, _)| told.split_at_checked(byte)).unwrap_or((told, ""));
            self.at = self.at.saturating_add(text.chars().count());
            let (shade, text) = (piece.shade, text.to_owned());
            out.push(Piece { text, number: piece.number, class: piece.class, shade });
            if !further.is_empty() {
                let rest = piece.text.len() - further.len();
                self.rest = Some((piece, rest));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{cells_told, paper_of};
    use crate::web::reading::page::pieces;

    /// What is drawn of a pasted text in which `marked` is a proposal's place.
    fn told(text: &str, marked: &str) -> Vec<String> {
        let paper = paper_of("bao-cao.txt", text.as_bytes()).unwrap();
        let start = paper.text.find(marked).map(|byte| paper.text[..byte].chars().count()).unwrap();
        let mark = (start, start + marked.chars().count(), 1, "ok");
        let joined = |pieces: &[Piece]| {
            let text = |p: &Piece| if p.number > 0 { format!("[{}]", p.text) } else { p.text.clone() };
            pieces.iter().map(text).collect::<String>()
        };
        let row = |row: &Row| row.cells.iter().map(|c| joined(&c.pieces)).collect::<Vec<_>>().join("¦");
        let rows = |block: &Block| block.rows.iter().map(row).collect::<Vec<_>>().join("/");
        blocks(pieces(&paper.text, &[mark]), &cells_told(&paper.blocks))
            .iter()
            .map(|b| if b.rows.is_empty() { joined(&b.pieces) } else { rows(b) })
            .collect()
    }

    #[test]
    fn rows_of_cells_are_a_table_and_the_marks_stay_whole() {
        let text = "Kết quả:\nTT\tĐơn vị\tSố buổi\n1\tHội A\t25\nCộng\t\t25\nHết.";
        let drawn = ["Kết quả:\n", "TT¦Đơn vị¦Số buổi/1¦Hội A¦[25]/Cộng¦¦25", "Hết."];
        assert_eq!(told(text, "25"), drawn);
        let typed = "Kết quả:\n| Đơn vị | Số buổi |\n|---|---|\n| Hội A | 25 |\n| Hội B | 4 |\nHết.";
        assert_eq!(told(typed, "25"), ["Kết quả:\n", "Đơn vị¦Số buổi/Hội A¦[25]/Hội B¦4", "Hết."]);
    }

    #[test]
    fn a_mark_beyond_its_cell_leaves_running_text() {
        let text = "Kết quả:\nTT\tĐơn vị\tSố buổi\n1\tHội A\t25\n2\tHội B\t4\nHết.";
        assert_eq!(told(text, "A\t25"), [text.replace("A\t25", "[A\t25]")]);
    }

    #[test]
    fn paragraphs_of_a_cell_stay_in_it_and_wide_ones_cover_their_columns() {
        let text = "Huyện\nA\tSố\nB\t7\t8";
        let stretches =
            "0 5 c1.1.1.1\n6 7 c1.1.1.1\n8 10 c1.1.2.2\n11 12 c1.2.1.1\n13 14 c1.2.2.1\n15 16 c1.2.3.1";
        let drawn = blocks(pieces(text, &[]), &cells_told(stretches));
        let table = drawn.first().unwrap();
        let first = table.rows.first().unwrap();
        let first = &first.cells;
        let words = |cell: &Cell| cell.pieces.iter().map(|p| p.text.as_str()).collect::<String>();
        assert_eq!(first.iter().map(words).collect::<Vec<_>>(), ["Huyện\nA", "Số"]);
        assert_eq!(first.iter().map(|cell| cell.columns).collect::<Vec<_>>(), [1, 2]);
        assert!(table.is_ruled() && drawn.len() == 1);
    }

    /// A table of `count` rows below a heading, and how `beside` draws it: the first cells of its rows.
    fn part(count: usize, marked: &[usize]) -> Vec<String> {
        let row = |text: String, number: usize| Row {
            cells: vec![
                Cell { pieces: vec![Piece { text, ..Piece::default() }], columns: 1 },
                Cell { pieces: vec![Piece { number, ..Piece::default() }], columns: 1 },
            ],
            ..Row::default()
        };
        let mut rows = vec![row("TT".to_owned(), 0)];
        rows.extend((1..=count).map(|at| row(at.to_string(), at)));
        let drawn = vec![Block { pieces: Vec::new(), rows }];
        let marks = marked.iter().copied().collect();
        let block = beside(drawn, &marks, |count| format!("…{count}")).remove(0);
        let told = |row: &Row| match row.left_out.as_str() {
            "" => row.cells[0].pieces[0].text.clone(),
            told => format!("{told}/{}", row.columns),
        };
        block.rows.iter().map(told).collect()
    }

    #[test]
    fn a_long_table_is_drawn_where_its_marks_are_and_says_what_is_left_out() {
        assert_eq!(part(199, &[5]).len(), 200, "200 rows are drawn whole");
        assert_eq!(part(300, &[1]), ["TT", "1", "2", "3", "…297/2"]);
        let within = ["TT", "…97/2", "98", "99", "100", "101", "102", "103", "…197/2"];
        assert_eq!(part(300, &[100, 101]), within);
        assert_eq!(part(300, &[300]), ["TT", "…297/2", "298", "299", "300"]);
        assert_eq!(part(300, &[]), ["TT", "…300/2"]);
        let near = ["TT", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "…288/2"];
        assert_eq!(part(300, &[4, 10]), near, "a single row is not left out");
    }

    #[test]
    fn places_beyond_the_text_or_beyond_all_columns_are_no_table() {
        let text = "a\tb";
        for stretches in ["0 1 c1.1.1.1\n2 9 c1.1.2.1", "0 1 c1.1.4000000000.1", "0 1 c", "2 1 c1.1.1.1"] {
            let drawn = blocks(pieces(text, &[]), &cells_told(stretches));
            assert!(drawn.iter().all(|block| block.rows.is_empty()), "{stretches}");
        }
    }
}
