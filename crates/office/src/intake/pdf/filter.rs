//! Unpacking the streams of a PDF, counted.
//!
//! Pictures stay packed: nothing is read from them. Not here: what a stream holds.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::object::{Dict, Object};
use crate::hazard::Hazard;
use crate::limits;

/// How much has been unpacked from one file.
#[derive(Debug, Default)]
pub(super) struct Budget {
    used: u64,
}

impl Budget {
    /// Counts bytes; refuses when the file has used up what it may.
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), Hazard> {
        self.used = self.used.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        if self.used > limits::INFLATED_BYTES {
            return Err(Hazard::Inflates { limit: limits::INFLATED_BYTES });
        }
        Ok(())
    }

    /// Bytes that may still be unpacked.
    fn left(&self) -> u64 {
        limits::INFLATED_BYTES.saturating_sub(self.used)
    }
}

/// A stream's bytes after all of its filters; `None` for pictures and filters that are not known.
pub(super) fn unpack(dict: &Dict, raw: &[u8], budget: &mut Budget) -> Result<Option<Vec<u8>>, Hazard> {
    let filters = list(dict.get("Filter").or_else(|| dict.get("F")));
    let settings = list(dict.get("DecodeParms").or_else(|| dict.get("DP")));
    budget.spend(raw.len())?;
    let mut bytes = raw.to_vec();
    for (place, filter) in filters.iter().enumerate() {
        let settings = match settings.get(place) {
            Some(Object::Dict(dict)) => dict.clone(),
            _ => Dict::new(),
        };
        bytes = match filter.name() {
            Some("FlateDecode" | "Fl") => predicted(inflate(&bytes, budget)?, &settings),
            Some("LZWDecode" | "LZW") => predicted(lzw(&bytes, &settings, budget)?, &settings),
            Some("ASCIIHexDecode" | "AHx") => ascii_hex(&bytes),
            Some("ASCII85Decode" | "A85") => ascii_85(&bytes),
            Some("RunLengthDecode" | "RL") => run_length(&bytes, budget)?,
            _ => return Ok(None),
        };
    }
    Ok(Some(bytes))
}

/// One value or several.
fn list(object: Option<&Object>) -> Vec<Object> {
    match object {
        Some(Object::Array(items)) => items.clone(),
        Some(Object::Null) | None => Vec::new(),
        Some(other) => vec![other.clone()],
    }
}

/// Inflates as far as the bytes go; damaged ends are cut off, as every viewer does.
fn inflate(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Hazard> {
    let limit = budget.left().saturating_add(1);
    let mut out = Vec::new();
    let whole = ZlibDecoder::new(bytes).take(limit).read_to_end(&mut out);
    if whole.is_err() && out.is_empty() {
        // Some writers leave the two bytes at the head out or break them.
        let bare = DeflateDecoder::new(bytes.get(2..).unwrap_or_default()).take(limit).read_to_end(&mut out);
        if bare.is_err() && out.is_empty() {
            return Ok(out);
        }
    }
    budget.spend(out.len())?;
    Ok(out)
}

/// Undoes the differences to the row above or the letter before that a writer may have taken.
fn predicted(bytes: Vec<u8>, settings: &Dict) -> Vec<u8> {
    let setting = |name: &str, usual: usize| settings.get(name).and_then(Object::count).unwrap_or(usual);
    let kind = setting("Predictor", 1);
    if kind < 10 {
        return bytes;
    }
    let bits = setting("Colors", 1).saturating_mul(setting("BitsPerComponent", 8)).clamp(1, 1_024);
    let unit = bits.div_ceil(8);
    let width = setting("Columns", 1).clamp(1, 1_000_000).saturating_mul(bits).div_ceil(8);
    let mut above = vec![0_u8; width];
    let mut out = Vec::with_capacity(bytes.len());
    for row in bytes.chunks(width.saturating_add(1)) {
        let Some((method, values)) = row.split_first() else { break };
        let mut current: Vec<u8> = Vec::with_capacity(width);
        for (place, value) in values.iter().enumerate() {
            let left = place.checked_sub(unit).and_then(|before| current.get(before)).copied().unwrap_or(0);
            let up = above.get(place).copied().unwrap_or(0);
            let corner = place.checked_sub(unit).and_then(|before| above.get(before)).copied().unwrap_or(0);
            let guess = match method {
                1 => left,
                2 => up,
                3 => u8::try_from(u16::from(left).saturating_add(u16::from(up)) / 2).unwrap_or(0),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            current.push(value.wrapping_add(guess));
        }
        out.extend_from_slice(&current);
        current.resize(width, 0);
        above = current;
    }
    out
}

/// The neighbour nearest to left + up - corner.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let target = a.saturating_add(b).saturating_sub(c);
    let distance = |value: i16| target.saturating_sub(value).abs();
    if distance(a) <= distance(b) && distance(a) <= distance(c) {
        left
    } else if distance(b) <= distance(c) {
        up
    } else {
        corner
    }
}

/// The older packing method of PDF, with codes of 9 to 12 bits.
fn lzw(bytes: &[u8], settings: &Dict, budget: &mut Budget) -> Result<Vec<u8>, Hazard> {
    const CLEAR: usize = 256;
    const STOP: usize = 257;
    let early = settings.get("EarlyChange").and_then(Object::count).unwrap_or(1).min(1);
    let fresh =
        || -> Vec<Vec<u8>> { (0..=u8::MAX).map(|byte| vec![byte]).chain([Vec::new(), Vec::new()]).collect() };
    let mut table = fresh();
    let mut out = Vec::new();
    let mut before: Option<Vec<u8>> = None;
    let (mut held, mut held_bits) = (0_usize, 0_u32);
    let mut width = 9_u32;
    for byte in bytes {
        held = (held << 8) | usize::from(*byte);
        held_bits = held_bits.saturating_add(8);
        if held_bits < width {
            continue;
        }
        held_bits = held_bits.saturating_sub(width);
        let code = held >> held_bits;
        held &= (1_usize << held_bits).saturating_sub(1);
        match code {
            CLEAR => {
                table = fresh();
                width = 9;
                before = None;
                continue;
            }
            STOP => break,
            _ => {}
        }
        let entry = match (table.get(code), &before) {
            (Some(known), _) => known.clone(),
            (None, Some(last)) => {
                let mut next = last.clone();
                next.extend(last.first());
                next
            }
            (None, None) => break,
        };
        if let Some(mut last) = before.take()
            && table.len() < 4_096
        {
            last.extend(entry.first());
            table.push(last);
        }
        budget.spend(entry.len())?;
        out.extend_from_slice(&entry);
        before = Some(entry);
        width = match table.len().saturating_add(early) {
            0..512 => 9,
            512..1_024 => 10,
            1_024..2_048 => 11,
            _ => 12,
        };
    }
    Ok(out)
}

fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let mut text = vec![b'<'];
    text.extend(bytes.iter().copied().take_while(|byte| *byte != b'>'));
    text.push(b'>');
    match super::object::Lexer::new(&text, 0).object() {
        Ok(Object::Text(out)) => out,
        _ => Vec::new(),
    }
}

fn ascii_85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    for byte in bytes {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(u32::from(byte.saturating_sub(b'!')));
                if group.len() == 5 {
                    out.extend(value_85(&group).to_be_bytes());
                    group.clear();
                }
            }
            _ => {}
        }
    }
    if group.len() > 1 {
        let kept = group.len().saturating_sub(1);
        group.resize(5, 84);
        out.extend(value_85(&group).to_be_bytes().into_iter().take(kept));
    }
    out
}

fn value_85(group: &[u32]) -> u32 {
    group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit))
}

fn run_length(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Hazard> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first() {
        let length = usize::from(*length);
        if length == 128 {
            break;
        }
        let grown = if length < 128 {
            let (plain, left) = after.split_at(length.saturating_add(1).min(after.len()));
            rest = left;
            plain.to_vec()
        } else {
            let Some((repeated, left)) = after.split_first() else { break };
            rest = left;
            vec![*repeated; 257_usize.saturating_sub(length)]
        };
        budget.spend(grown.len())?;
        out.extend(grown);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(filter: &str, raw: &[u8]) -> Vec<u8> {
        let dict = Dict::from([("Filter".to_owned(), Object::Name(filter.to_owned()))]);
        unpack(&dict, raw, &mut Budget::default()).unwrap().unwrap()
    }

    #[test]
    fn small_filters() {
        assert_eq!(unpacked("ASCIIHexDecode", b"48 65 6C6c 6F>"), b"Hello");
        assert_eq!(unpacked("ASCII85Decode", b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(unpacked("RunLengthDecode", &[1, b'a', b'b', 254, b'c', 128]), b"abccc");
        // The example of the PDF specification.
        assert_eq!(
            unpacked("LZWDecode", &[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
    }

    #[test]
    fn rows_with_differences() {
        let settings = Dict::from([
            ("Predictor".to_owned(), Object::Integer(12)),
            ("Columns".to_owned(), Object::Integer(3)),
        ]);
        assert_eq!(predicted(vec![2, 1, 2, 3, 2, 1, 1, 1], &settings), [1, 2, 3, 2, 3, 4]);
    }
}
