//! Vietnamese text from before Unicode: which encoding it is in, and the same text in Unicode.
//!
//! Three encodings are known: TCVN3 (fonts named `.VnTime`), VNI (fonts named `VNI-Times`) and Windows-1258. Text
//! comes in them as bytes, or as Unicode letters that only look right in one of those fonts. Not here: how a file
//! says which font it uses.

mod syllable;
mod tables;

use unicode_normalization::UnicodeNormalization;

pub use syllable::Tally;

/// An encoding that text was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, either byte sequence.
    Utf16,
    /// TCVN 5712:1993, third table, as in the fonts named `.VnTime`.
    Tcvn3,
    /// VNI for Windows, as in the fonts named `VNI-Times`.
    Vni,
    /// Windows code page 1258, with marks after their letters.
    Windows1258,
    /// Windows code page 1252: no Vietnamese, but typographic quotes and dashes.
    Windows1252,
}

/// Share of words with marked letters that must be Vietnamese syllables, in hundredths, before an old encoding
/// is believed.
const BELIEVED_PERCENT: usize = 75;

/// Fewest marked words before letters that are valid Unicode are suspected of being something else.
const SUSPICIOUS_WORDS: usize = 3;

/// How many bytes are looked at to tell the encoding.
const SAMPLE_BYTES: usize = 256 * 1024;

/// Text decoded from bytes, in composed form (NFC) with `\n` line ends, and the encoding it was found in. `None`
/// when the bytes are no text in any known encoding.
pub fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (std::str::from_utf8(rest).ok()?.to_owned(), Encoding::Utf8),
        [0xFF, 0xFE, rest @ ..] => (wide(rest, u16::from_le_bytes)?, Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (wide(rest, u16::from_be_bytes)?, Encoding::Utf16),
        _ if bytes.contains(&0) => unmarked_wide(bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), Encoding::Utf8),
            Err(_) => one_byte(bytes)?,
        },
    };
    if has_controls(&text) {
        return None;
    }
    let (text, encoding) = if encoding == Encoding::Utf8 { unmask(text) } else { (text, encoding) };
    Some((tidy(&text), encoding))
}

/// The same text with `\n` line ends and composed letters.
pub fn tidy(text: &str) -> String {
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    if unicode_normalization::is_nfc(&text) { text } else { text.nfc().collect() }
}

/// The encoding that a font's name gives away, and whether the font shows small letters as capitals.
pub fn of_font(name: &str) -> Option<(Encoding, bool)> {
    let name = name.trim().trim_matches(['"', '\'']);
    let lower = name.to_ascii_lowercase();
    if lower.starts_with(".vn") {
        // `.VnTimeH`, `.VnArialH`: a capital H at the end and small letters before it.
        return Some((Encoding::Tcvn3, name.ends_with('H')));
    }
    (lower.starts_with("vni-") || lower.starts_with("vni ")).then_some((Encoding::Vni, false))
}

/// Unicode letters that only look right in a font of an old encoding, as what they look like there.
pub fn from_font(text: &str, encoding: Encoding, capitals: bool) -> String {
    let converted: String = match encoding {
        Encoding::Tcvn3 => text.chars().map(tcvn3_letter).collect(),
        Encoding::Vni => tables::vni(&text.chars().collect::<Vec<_>>()),
        Encoding::Utf8 | Encoding::Utf16 | Encoding::Windows1258 | Encoding::Windows1252 => text.to_owned(),
    };
    let composed: String = converted.nfc().collect();
    if capitals { composed.to_uppercase() } else { composed }
}

/// Whether a text has letters that only Unicode has, and no old encoding shows in their place.
pub(crate) fn has_vietnamese_letters(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(
            letter,
            'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1ea0}'..='\u{1ef9}'
        )
    })
}

/// Whether bytes name a font of an old encoding, as a page does that needs it.
pub(crate) fn names_old_font(bytes: &[u8]) -> bool {
    [b".vntime".as_slice(), b".vnarial", b".vnhelv", b"vni-"]
        .into_iter()
        .any(|name| bytes.windows(name.len()).any(|window| window.eq_ignore_ascii_case(name)))
}

/// A letter of Windows-1252 as the letter that stands at its place in TCVN3; others stay.
fn tcvn3_letter(letter: char) -> char {
    tables::windows1252_byte(letter).map_or(letter, tables::tcvn3)
}

/// Text that is valid Unicode but makes sense only as an old encoding, put right.
fn unmask(text: String) -> (String, Encoding) {
    // One letter that no old encoding can show settles it, without counting words.
    if has_vietnamese_letters(&text) {
        return (text, Encoding::Utf8);
    }
    let sample: String = text.chars().take(SAMPLE_BYTES).collect();
    let plain = Tally::of(&sample);
    if plain.marked() < SUSPICIOUS_WORDS || plain.percent() >= BELIEVED_PERCENT {
        return (text, Encoding::Utf8);
    }
    let best = [Encoding::Tcvn3, Encoding::Vni]
        .into_iter()
        .map(|encoding| (encoding, Tally::of(&from_font(&sample, encoding, false))))
        .filter(|(_, tally)| tally.percent() >= BELIEVED_PERCENT && tally.valid > plain.valid)
        .max_by_key(|(_, tally)| (tally.percent(), tally.valid));
    match best {
        Some((encoding, _)) => (from_font(&text, encoding, false), encoding),
        None => (text, Encoding::Utf8),
    }
}

/// Bytes that are not UTF-8, in the most believable of the old encodings.
fn one_byte(bytes: &[u8]) -> Option<(String, Encoding)> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let best = [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258]
        .into_iter()
        .map(|encoding| (encoding, Tally::of(&from_bytes(sample, encoding))))
        .filter(|(_, tally)| tally.percent() >= BELIEVED_PERCENT)
        .max_by_key(|(_, tally)| (tally.percent(), tally.valid));
    if let Some((encoding, _)) = best {
        return Some((from_bytes(bytes, encoding), encoding));
    }
    // Western text, if nearly all of it is plain: a stray quote or dash is no reason to turn a paper away.
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    (high.saturating_mul(20) <= bytes.len())
        .then(|| (from_bytes(bytes, Encoding::Windows1252), Encoding::Windows1252))
}

/// Bytes of a one-byte encoding as composed text. Encodings of other widths give their letters as Windows-1252.
pub(crate) fn from_bytes(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Tcvn3 => bytes.iter().map(|byte| tables::tcvn3(*byte)).nfc().collect(),
        Encoding::Vni => {
            let letters: Vec<char> = bytes.iter().map(|byte| tables::windows1252(*byte)).collect();
            tables::vni(&letters).nfc().collect()
        }
        Encoding::Windows1258 => bytes.iter().map(|byte| tables::windows1258(*byte)).nfc().collect(),
        Encoding::Utf8 | Encoding::Utf16 | Encoding::Windows1252 => {
            bytes.iter().map(|byte| tables::windows1252(*byte)).collect()
        }
    }
}

/// UTF-16 that lost its mark: every second byte of the plain letters is zero.
fn unmarked_wide(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (mut first, mut second) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        first = first.saturating_add(usize::from(pair.first() == Some(&0)));
        second = second.saturating_add(usize::from(pair.last() == Some(&0)));
    }
    let join = if second > first { u16::from_le_bytes } else { u16::from_be_bytes };
    let enough = first.max(second).saturating_mul(5) >= bytes.len().checked_div(2)?;
    if enough { wide(bytes, join).map(|text| (text, Encoding::Utf16)) } else { None }
}

/// Two-byte letters in the byte sequence that `join` knows.
fn wide(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => join([*first, *second]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// Whether there are control letters that no text has.
fn has_controls(text: &str) -> bool {
    text.chars()
        .any(|letter| letter < ' ' && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{1a}'))
}

#[cfg(test)]
mod tests;
