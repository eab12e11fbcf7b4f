//! Lines and paragraphs from stretches of text that only know where they stand.
//!
//! Lines are cut where a wide gap stands between two stretches; lines cut alike, one below the other, are rows of a
//! table. Lines run on into paragraphs until one ends early, the next is set in, or the distance grows. Not here:
//! columns of a newspaper, which are read as rows, and table lines, which are not looked at.

#![expect(clippy::float_arithmetic, reason = "places on a page are real numbers of points")]

use std::collections::HashMap;

use super::content::Piece;
use crate::legacy::{self, Encoding};

/// Part of the size by which two base lines may differ and still be one line.
const SAME_LINE: f64 = 0.45;
/// Gap in parts of the size from which on there is a space.
const SPACE: f64 = 0.16;
/// Gap in parts of the size from which on another cell begins.
const CELL: f64 = 1.1;
/// How far, in parts of the usual distance, lines may be apart within a paragraph.
const APART: f64 = 1.25;
/// How far, in parts of the size, the first line of a paragraph is set in at least.
const SET_IN: f64 = 0.8;
/// Width of a letter in parts of the size, nearly.
const LETTER: f64 = 0.5;
/// How many lines at the top and at the bottom may be a head or a foot.
const MARGIN_LINES: usize = 2;
/// On how many pages the same line makes a head or a foot.
const REPEATED: usize = 3;

/// A stretch of a line without a wide gap.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    /// Left end in points.
    pub x: f64,
    /// Right end in points.
    pub right: f64,
    /// Its text.
    pub text: String,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Base line in points.
    pub y: f64,
    /// Size of its largest letters in points.
    pub size: f64,
    /// Its stretches from left to right.
    pub segments: Vec<Segment>,
}

/// What lines of a page make up.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// A paragraph, with the size of its letters.
    Paragraph(String, f64),
    /// Rows of a table: column from 1 and text.
    Table(Vec<Vec<(u32, String)>>),
    /// The head of the page.
    Header(String),
    /// The foot of the page.
    Footer(String),
}

/// Lines of a page downwards. Encodings that were converted by font are added to `converted`.
pub(super) fn lines(mut pieces: Vec<Piece>, converted: &mut Vec<Encoding>) -> Vec<Line> {
    pieces.retain(|piece| !piece.text.trim().is_empty() || piece.right > piece.x);
    pieces.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows
            .last_mut()
            .and_then(|row| row.first().map(|first| (first.y, first.size)).map(|place| (row, place)))
        {
            Some((row, (y, size))) if (y - piece.y).abs() <= SAME_LINE * size.max(piece.size) => {
                row.push(piece);
            }
            _ => rows.push(vec![piece]),
        }
    }
    rows.into_iter().map(|row| line(row, converted)).filter(|line| !line.segments.is_empty()).collect()
}

/// A line of stretches.
fn line(mut row: Vec<Piece>, converted: &mut Vec<Encoding>) -> Line {
    row.sort_by(|one, other| one.x.total_cmp(&other.x));
    let size = row.iter().map(|piece| piece.size).fold(0.0, f64::max);
    let y = row.first().map_or(0.0, |piece| piece.y);
    let mut segments: Vec<Segment> = Vec::new();
    let mut stretch: Vec<Piece> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for piece in row {
        // Bold is sometimes faked by drawing twice, a little aside.
        let twice = stretch
            .last()
            .is_some_and(|last| last.text == piece.text && (piece.x - last.x).abs() < 0.2 * piece.size);
        if twice {
            continue;
        }
        if piece.text.trim().is_empty() && stretch.is_empty() {
            continue;
        }
        if !stretch.is_empty() && piece.x - end > CELL * size {
            segments.extend(segment(&stretch, converted));
            stretch.clear();
        }
        // A space at the end of a cell does not bridge the gap to the next.
        if !piece.text.trim().is_empty() {
            end = if stretch.is_empty() { piece.right } else { end.max(piece.right) };
        }
        stretch.push(piece);
    }
    segments.extend(segment(&stretch, converted));
    Line { y, size, segments }
}

/// Stretches of one cell put together; `None` when there is nothing to read.
fn segment(stretch: &[Piece], converted: &mut Vec<Encoding>) -> Option<Segment> {
    let mut text = String::new();
    let mut run = String::new();
    let mut run_old = None;
    let mut end: Option<f64> = None;
    for piece in stretch {
        let spaced = end.is_some_and(|end| piece.x - end > SPACE * piece.size);
        if spaced && !run.ends_with(' ') && !piece.text.starts_with(' ') {
            run.push(' ');
        }
        if piece.old != run_old {
            text.push_str(&shown(&run, run_old, converted));
            run.clear();
            run_old = piece.old;
        }
        run.push_str(&piece.text);
        end = Some(piece.right);
    }
    text.push_str(&shown(&run, run_old, converted));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let inked = || stretch.iter().filter(|piece| !piece.text.trim().is_empty());
    let x = inked().map(|piece| piece.x).fold(f64::INFINITY, f64::min);
    let right = inked().map(|piece| piece.right).fold(f64::NEG_INFINITY, f64::max);
    (!text.is_empty()).then_some(Segment { x, right, text })
}

/// Text as it looks in its font.
fn shown(text: &str, old: Option<(Encoding, bool)>, converted: &mut Vec<Encoding>) -> String {
    match old {
        Some((encoding, capitals)) if !legacy::has_vietnamese_letters(text) => {
            let shown = legacy::from_font(text, encoding, capitals);
            if shown != text && !converted.contains(&encoding) {
                converted.push(encoding);
            }
            shown
        }
        Some(_) | None => text.to_owned(),
    }
}

/// Text of a whole line.
fn text_of(line: &Line) -> String {
    line.segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join("\t")
}

/// Paragraphs, tables, heads and feet of all pages.
pub(super) fn parts(pages: Vec<Vec<Line>>) -> Vec<Vec<Part>> {
    let repeated = repeated_lines(&pages);
    pages.into_iter().map(|lines| page_parts(lines, &repeated)).collect()
}

/// A line without its numbers, so that page 3 and page 4 have the same foot.
fn pattern(line: &Line) -> String {
    let mut out = String::new();
    for letter in text_of(line).chars() {
        let letter = if letter.is_ascii_digit() { '#' } else { letter };
        if !(letter == '#' && out.ends_with('#')) {
            out.push(letter);
        }
    }
    out
}

/// Lines that stand at the top or bottom of several pages.
fn repeated_lines(pages: &[Vec<Line>]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for lines in pages {
        let below = lines.len().saturating_sub(MARGIN_LINES).max(MARGIN_LINES);
        let mut margin: Vec<String> =
            lines.iter().take(MARGIN_LINES).chain(lines.iter().skip(below)).map(pattern).collect();
        margin.sort();
        margin.dedup();
        for line in margin {
            let count = counts.entry(line).or_default();
            *count = count.saturating_add(1);
        }
    }
    counts.retain(|_, count| *count >= REPEATED);
    counts
}

fn page_parts(lines: Vec<Line>, repeated: &HashMap<String, usize>) -> Vec<Part> {
    let count = lines.len();
    let mut parts = Vec::new();
    let mut feet = Vec::new();
    let mut body = Vec::new();
    for (place, line) in lines.into_iter().enumerate() {
        let at_top = place < MARGIN_LINES && count > 1;
        let at_bottom = place.saturating_add(MARGIN_LINES) >= count && count > 1;
        let form = pattern(&line);
        let numbers_only =
            form.chars().all(|letter| matches!(letter, '#' | '-' | '–' | '/' | ' ')) && form.contains('#');
        let outermost = place == 0 || place.saturating_add(1) == count;
        let is_margin = (numbers_only && outermost) || repeated.contains_key(&form);
        if at_top && is_margin && place == parts.len() {
            parts.push(Part::Header(text_of(&line)));
        } else if at_bottom && is_margin {
            feet.push(Part::Footer(text_of(&line)));
        } else {
            body.push(line);
        }
    }
    parts.extend(body_parts(&body));
    parts.extend(feet);
    parts
}

/// Paragraphs and tables of the body of a page.
fn body_parts(lines: &[Line]) -> Vec<Part> {
    let left = lines
        .iter()
        .filter_map(|line| line.segments.first())
        .map(|first| first.x)
        .fold(f64::INFINITY, f64::min);
    let right = lines
        .iter()
        .filter_map(|line| line.segments.last())
        .map(|last| last.right)
        .fold(f64::NEG_INFINITY, f64::max);
    let usual = usual_distance(lines);
    let mut parts = Vec::new();
    let mut paragraph: Option<(String, f64)> = None;
    let mut before: Option<&Line> = None;
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let rows = rest.iter().take_while(|line| line.segments.len() > 1).count();
        if rows > 0 {
            parts.extend(paragraph.take().map(|(text, size)| Part::Paragraph(text, size)));
            before = None;
            let (table, below) = rest.split_at(rows);
            parts.push(Part::Table(columns(table)));
            rest = below;
            continue;
        }
        rest = after;
        let Some(own) = line.segments.first() else { continue };
        let goes_on = before.is_some_and(|before| runs_on(before, line, left, right, usual));
        match &mut paragraph {
            Some((text, _)) if goes_on => {
                text.push(' ');
                text.push_str(&own.text);
            }
            other => {
                let ended = other.replace((own.text.clone(), line.size));
                parts.extend(ended.map(|(text, size)| Part::Paragraph(text, size)));
            }
        }
        before = Some(line);
    }
    parts.extend(paragraph.map(|(text, size)| Part::Paragraph(text, size)));
    parts
}

/// Distance between most lines.
fn usual_distance(lines: &[Line]) -> f64 {
    let mut distances: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| if let [above, below] = pair { Some(above.y - below.y) } else { None })
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(f64::INFINITY)
}

/// Whether a line belongs to the paragraph of the line above.
fn runs_on(above: &Line, line: &Line, left: f64, right: f64, usual: f64) -> bool {
    let (Some(end), Some(start)) = (above.segments.last(), line.segments.first()) else { return false };
    let Some(begin) = above.segments.first() else { return false };
    let same_size = (above.size - line.size).abs() <= 0.12 * above.size;
    let near = above.y - line.y <= APART * usual.clamp(above.size, 2.0 * above.size);
    let set_in = start.x - left > SET_IN * line.size && (start.x - begin.x).abs() > LETTER * line.size;
    let word = start.text.split(' ').next().map_or(0, |word| word.chars().count()).saturating_add(1);
    let word = f64::from(u32::try_from(word).unwrap_or(u32::MAX)) * LETTER * line.size;
    let ended_early = end.right + word < right;
    same_size && near && !set_in && !ended_early
}

/// Rows with the columns that their stretches stand in. The fullest rows say where the columns are; in the others a
/// stretch belongs to the column whose middle is nearest.
fn columns(table: &[Line]) -> Vec<Vec<(u32, String)>> {
    let fullest = table.iter().map(|line| line.segments.len()).max().unwrap_or(0);
    let mut middles = vec![(0.0_f64, 0.0_f64); fullest];
    for line in table.iter().filter(|line| line.segments.len() == fullest) {
        for (middle, segment) in middles.iter_mut().zip(&line.segments) {
            middle.0 += f64::midpoint(segment.x, segment.right);
            middle.1 += 1.0;
        }
    }
    let middles: Vec<f64> = middles.into_iter().map(|(sum, count)| sum / count.max(1.0)).collect();
    let nearest = |segment: &Segment, from: usize| {
        let own = f64::midpoint(segment.x, segment.right);
        let away = |place: &usize| middles.get(*place).map_or(f64::INFINITY, |middle| (middle - own).abs());
        (from..fullest).min_by(|one, other| away(one).total_cmp(&away(other))).unwrap_or(from)
    };
    table
        .iter()
        .map(|line| {
            let mut next = 0_usize;
            let cells = line.segments.iter().map(|segment| {
                let column = if line.segments.len() == fullest { next } else { nearest(segment, next) };
                next = column.saturating_add(1);
                (u32::try_from(next).unwrap_or(u32::MAX), segment.text.clone())
            });
            cells.collect()
        })
        .collect()
}
