//! Plain text files: every line that is not blank is a block, or a row of cells, and nothing is moved.
//!
//! Not here: telling encodings apart ([`crate::legacy`]).

use super::build::Build;
use super::{Block, BlockKind, Intake, IntakeNote, IntakeRefusal, Kind, Place, Unreadable};
use crate::hazard::{Amount, Hazard};
use crate::legacy::{self, Encoding};
use crate::limits;

/// Takes a text file in. Its text stays as typed, blank lines included, apart from line ends and composition. Rows
/// pasted from a workbook (cells parted by tabs) or written with upright strokes come in as cells of a table.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let (text, encoding) =
        legacy::decode(bytes).ok_or(IntakeRefusal::NotRead(Unreadable::UnknownEncoding))?;
    let mut build = Build::default();
    match encoding {
        Encoding::Tcvn3 | Encoding::Vni | Encoding::Windows1258 | Encoding::Windows1252 => {
            build.note(IntakeNote::Converted(encoding));
        }
        Encoding::Utf8 | Encoding::Utf16 => {}
    }
    let blocks = lines(&text)?;
    build.set(text, blocks);
    build.finish(Kind::Text)
}

/// A cell of a line: where it begins and how many code points it has, blanks at its ends left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    start: usize,
    length: usize,
    /// Whether it is a number and nothing else: "1.250", "3,5", "38/38", "96,2%".
    figure: bool,
}

/// What parts the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parted {
    /// As a workbook's cells are pasted.
    Tabs,
    /// "| Đơn vị | Số người |"
    Strokes,
}

/// One block per line that is not blank; of a table's line one per cell that is not blank.
fn lines(text: &str) -> Result<Vec<Block>, Hazard> {
    let lines: Vec<&str> = text.split('\n').collect();
    let rows = table_rows(&lines);
    let mut blocks = Vec::new();
    let mut position = 0_usize;
    for (index, line) in lines.iter().enumerate() {
        let mut push = |part: Part, kind: BlockKind, place: Place| {
            let start = position.saturating_add(part.start);
            let range = start..start.saturating_add(part.length);
            if part.length > 0 {
                blocks.push(Block { kind, boilerplate: false, range, place });
            }
        };
        if let Some((table, row)) = rows.get(index).copied().flatten() {
            let parts = cells(line).map_or_else(Vec::new, |(_, parts)| parts);
            for (part, column) in parts.into_iter().zip(1..) {
                let kind = BlockKind::Cell { table, row, column, columns: 1, rows: 1 };
                push(part, kind, Place::Cell { table, row, column });
            }
        } else {
            let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
            push(part(line), BlockKind::Paragraph, Place::Line(number));
        }
        position = position.saturating_add(line.chars().count()).saturating_add(1);
        if position > limits::TEXT_CHARS {
            return Err(Hazard::TooMuch { what: Amount::Characters, limit: limits::TEXT_CHARS });
        }
    }
    Ok(blocks)
}

/// The words of a stretch without the blanks around them.
fn part(stretch: &str) -> Part {
    let length = stretch.chars().count();
    let words = stretch.trim();
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '%' | ' ');
    Part {
        start: length.saturating_sub(stretch.trim_start().chars().count()),
        length: words.chars().count(),
        figure: words.starts_with(|c: char| c.is_ascii_digit()) && words.chars().all(digits),
    }
}

/// The cells of a line that has at least two; a line of strokes needs one at each end.
fn cells(line: &str) -> Option<(Parted, Vec<Part>)> {
    let words = line.trim();
    let ruled = words.strip_prefix('|').and_then(|rest| rest.strip_suffix('|'));
    let (parted, mark, inner, from) = match ruled {
        Some(inner) => (Parted::Strokes, '|', inner, part(line).start.saturating_add(1)),
        None => (Parted::Tabs, '\t', line, 0),
    };
    let mut parts = Vec::new();
    let mut position = from;
    for stretch in inner.split(mark) {
        let found = part(stretch);
        parts.push(Part { start: position.saturating_add(found.start), ..found });
        position = position.saturating_add(stretch.chars().count()).saturating_add(1);
    }
    (parts.len() > 1).then_some((parted, parts))
}

/// Number of table and row for every line that is a table's. A table is a run of lines with as many cells each of which
/// some below the first holds a figure beyond its first cell: a letterhead of two columns or a list behind tabs is none.
fn table_rows(lines: &[&str]) -> Vec<Option<(u32, u32)>> {
    let mut rows = vec![None; lines.len()];
    let mut table = 0_u32;
    let mut from = 0;
    while from < lines.len() {
        let shape = |line: &&str| cells(line).map(|(parted, parts)| (parted, parts.len()));
        let Some(first) = lines.get(from).and_then(shape) else {
            from = from.saturating_add(1);
            continue;
        };
        let run: Vec<&str> =
            lines.iter().skip(from).take_while(|line| shape(line) == Some(first)).copied().collect();
        let tells =
            |line: &&str| cells(line).is_some_and(|(_, parts)| parts.iter().skip(1).any(|p| p.figure));
        if run.iter().skip(1).any(tells) {
            table = table.saturating_add(1);
            let told = run.iter().enumerate().filter(|(_, line)| !is_rule(line));
            for ((index, _), row) in told.zip(1..) {
                if let Some(place) = rows.get_mut(from.saturating_add(index)) {
                    *place = Some((table, row));
                }
            }
        }
        from = from.saturating_add(run.len());
    }
    rows
}

/// "|---|:---:|": the line under the headings, which tells nothing.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}
