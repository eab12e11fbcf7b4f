//! Text with separators (.csv) as a sheet.
//!
//! Every cell stays text: codes keep their leading zeros, and numbers are read by those who know how people type
//! them. Not here: telling encodings apart ([`crate::legacy`]).

use super::grid::{CellValue, Filling, Grid};
use super::{CellAddress, SheetRefusal};
use crate::intake::Unreadable;
use crate::legacy;

/// Separators in the sequence in which they are preferred when nothing else decides.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// How many lines are looked at to tell the separator.
const SAMPLE_LINES: usize = 50;

/// Reads a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, SheetRefusal> {
    let (text, _) = legacy::decode(bytes).ok_or(SheetRefusal::NotRead(Unreadable::UnknownEncoding))?;
    // Excel's own hint in the first line.
    let hint = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
    let (separator, body, skipped) = match hint {
        Some((sign, body)) if sign.trim_end_matches('\r').len() == 1 => {
            (sign.bytes().next().unwrap_or(b';'), body, 1_u32)
        }
        _ => (separator(&text), text.as_str(), 0),
    };
    let mut filling = Filling::new("", 0);
    let mut rest = body;
    let mut row = skipped;
    while !rest.is_empty() {
        let (record, after) = record(rest);
        rest = after;
        row = row.saturating_add(1);
        for (column, field) in (1_u32..).zip(fields(record, char::from(separator))) {
            if let Some(value) = CellValue::text(&field) {
                filling.add(CellAddress { row, column }, value)?;
            }
        }
    }
    Ok(filling.finish().0)
}

/// The first record, which may hold line breaks inside quotes, and what follows it.
fn record(text: &str) -> (&str, &str) {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == b'\n' && !quoted {
            let (record, after) = text.split_at(at);
            return (record, after.get(1..).unwrap_or_default());
        }
    }
    if quoted && let Some((line, after)) = text.split_once('\n') {
        // A quote that never closes is a sign of inches, not the start of one cell as long as the file.
        return (line, after);
    }
    (text, "")
}

/// The fields of a record: between quotes separators are letters, and two quotes are one.
fn fields(record: &str, separator: char) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut letters = record.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted || field.trim().is_empty() => quoted = !quoted,
            _ if letter == separator && !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(letter),
        }
    }
    fields.push(field);
    fields
}

/// The separator that cuts most lines into the same number of cells.
fn separator(text: &str) -> u8 {
    let mut best = (0_usize, b';');
    for separator in SEPARATORS {
        let counts: Vec<usize> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE_LINES)
            .map(|line| outside_quotes(line, separator))
            .collect();
        let usual = counts.iter().copied().max_by_key(|count| {
            (
                counts.iter().filter(|other| *other == count).count().saturating_mul(usize::from(*count > 0)),
                *count,
            )
        });
        let agreeing = counts.iter().filter(|count| Some(**count) == usual && **count > 0).count();
        if agreeing > best.0 {
            best = (agreeing, separator);
        }
    }
    best.1
}

/// How often a sign stands outside quotes.
fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut quoted = false;
    let mut count = 0_usize;
    for byte in line.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == sign && !quoted {
            count = count.saturating_add(1);
        }
    }
    count
}
