//! The ways in which mails write bytes and letters.
//!
//! Damaged writing gives what can still be read. Not here: the parts of a mail.

use crate::legacy::{self, Encoding};

/// Bytes written in 64 letters.
pub(super) fn base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte.saturating_sub(b'A'),
            b'a'..=b'z' => byte.saturating_sub(b'a').saturating_add(26),
            b'0'..=b'9' => byte.saturating_sub(b'0').saturating_add(52),
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        held = ((held << 6) | u32::from(value)) & 0xFFFF;
        bits = bits.saturating_add(6);
        if let Some(left) = bits.checked_sub(8) {
            bits = left;
            out.push(u8::try_from((held >> left) & 0xFF).unwrap_or(0));
        }
    }
    out
}

/// Bytes written as letters and `=` with two digits; in words of a head `_` is a space.
pub(super) fn quoted(text: &[u8], in_head: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'=' => match rest {
                [b'\r', b'\n', tail @ ..] | [b'\n', tail @ ..] => rest = tail,
                [high, low, tail @ ..] => match (hex(*high), hex(*low)) {
                    (Some(high), Some(low)) => {
                        out.push(high.saturating_mul(16).saturating_add(low));
                        rest = tail;
                    }
                    _ => out.push(b'='),
                },
                _ => {}
            },
            b'_' if in_head => out.push(b' '),
            other => out.push(*other),
        }
    }
    out
}

/// Bytes written as letters and `%` with two digits.
fn percent(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let escaped = match rest {
            [high, low, tail @ ..] if *byte == b'%' => hex(*high).zip(hex(*low)).map(|pair| (pair, tail)),
            _ => None,
        };
        match escaped {
            Some(((high, low), tail)) => {
                out.push(high.saturating_mul(16).saturating_add(low));
                rest = tail;
            }
            None => out.push(*byte),
        }
    }
    out
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Bytes in a named set of letters; `None` when the name says nothing reliable.
pub(super) fn in_charset(bytes: &[u8], charset: &str) -> Option<String> {
    match charset.trim().to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => std::str::from_utf8(bytes).ok().map(str::to_owned),
        "windows-1258" | "cp1258" => Some(legacy::from_bytes(bytes, Encoding::Windows1258)),
        // Programs of old fonts called their letters Latin; what they look like says more.
        _ => None,
    }
}

/// A field of a head with its encoded words (`=?utf-8?B?…?=`) read.
pub(super) fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut after_word = false;
    while let Some((before, from)) = rest.split_once("=?") {
        let mut parts = from.splitn(4, '?');
        let word = (parts.next(), parts.next(), parts.next(), parts.next());
        let (Some(charset), Some(way), Some(text), Some(tail)) = word else { break };
        let Some(tail) = tail.strip_prefix('=') else {
            out.push_str(before);
            out.push_str("=?");
            rest = from;
            after_word = false;
            continue;
        };
        // Blanks between two words only keep lines short.
        if !(after_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        let bytes = match way {
            "b" | "B" => base64(text.as_bytes()),
            _ => quoted(text.as_bytes(), true),
        };
        let shown = in_charset(&bytes, charset)
            .or_else(|| legacy::decode(&bytes).map(|(text, _)| text))
            .unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
        out.push_str(&shown);
        rest = tail;
        after_word = true;
    }
    out.push_str(rest);
    out
}

/// A setting in a field: `name=value`, `name="value"`, or `name*=utf-8''value`.
pub(super) fn setting(value: &str, wanted: &str) -> Option<String> {
    for piece in pieces(value).into_iter().skip(1) {
        let Some((name, value)) = piece.split_once('=') else { continue };
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim().trim_matches('"');
        if name == wanted {
            return Some(value.to_owned());
        }
        if name.strip_suffix('*').is_some_and(|name| name == wanted) {
            let text = value.rsplit('\'').next().unwrap_or(value);
            return Some(String::from_utf8_lossy(&percent(text)).into_owned());
        }
    }
    None
}

/// Pieces of a field between semicolons that stand outside quotes.
fn pieces(value: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut quoted = false;
    let mut start = 0_usize;
    for (at, letter) in value.char_indices() {
        if letter == '"' {
            quoted = !quoted;
        } else if letter == ';' && !quoted {
            pieces.extend(value.get(start..at));
            start = at.saturating_add(1);
        }
    }
    pieces.extend(value.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_words() {
        assert_eq!(base64(b"SGVs\r\nbG8="), b"Hello");
        assert_eq!(quoted(b"a=3D=\r\nb_c=ZZ", false), b"a=b_c=ZZ");
        assert_eq!(words("=?utf-8?Q?a_b?= =?utf-8?B?w6E=?= c"), "a bá c");
        assert_eq!(words("=?broken =? x"), "=?broken =? x");
        assert_eq!(setting("a/b; x=\"1;2\"; name=z", "name").as_deref(), Some("z"));
        assert_eq!(setting("a/b; x=\"1;2\"", "x").as_deref(), Some("1;2"));
    }
}
