//! The values that PDF files are written in, and reading them from bytes.
//!
//! Damaged values read as null; only depth is an error. Not here: where in the file a value stands
//! ([`super::file`]).

use std::collections::HashMap;

use crate::hazard::Hazard;
use crate::limits;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    /// Nothing, or something unreadable.
    Null,
    /// A switch.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Real(f64),
    /// A name, without its slash.
    Name(String),
    /// Bytes.
    Text(Vec<u8>),
    /// Values in a row.
    Array(Vec<Object>),
    /// Values by name.
    Dict(Dict),
    /// A value that stands elsewhere, by its number.
    Reference(u32),
}

/// Values by name.
pub(super) type Dict = HashMap<String, Object>;

/// A value, or a word that is none: an operator or a part of the file's own structure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A value.
    Object(Object),
    /// A word.
    Word(Vec<u8>),
    /// Nothing follows.
    End,
}

impl Object {
    /// The number, if it is one.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Integer(whole) => i32::try_from(*whole).ok().map(f64::from),
            Self::Real(number) => Some(*number).filter(|number| number.is_finite()),
            Self::Null
            | Self::Flag(_)
            | Self::Name(_)
            | Self::Text(_)
            | Self::Array(_)
            | Self::Dict(_)
            | Self::Reference(_) => None,
        }
    }

    /// The whole number, if it is one and not negative.
    pub(super) fn count(&self) -> Option<usize> {
        if let Self::Integer(whole) = self { usize::try_from(*whole).ok() } else { None }
    }

    /// The name, if it is one.
    pub(super) fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }
}

/// Bytes being read as values.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// Place of the next byte.
    pub(super) at: usize,
}

/// Whether a byte separates words.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

/// Whether a byte begins something new, so that a word ends before it.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lexer<'a> {
    /// Starts reading at a place.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn bump(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(byte)
    }

    fn eat(&mut self, expected: u8) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.at = self.at.saturating_add(1);
        }
        found
    }

    /// Passes over blanks and comments.
    pub(super) fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at = self.at.saturating_add(1);
                }
            } else if is_blank(byte) {
                self.at = self.at.saturating_add(1);
            } else {
                return;
            }
        }
    }

    /// The next value or word. References are recognised only where `with_references` says that they can stand.
    pub(super) fn token(&mut self, depth: usize, with_references: bool) -> Result<Token, Hazard> {
        if depth > limits::PDF_DEPTH {
            return Err(Hazard::TooDeep { limit: limits::PDF_DEPTH });
        }
        self.skip_blanks();
        let Some(byte) = self.bump() else { return Ok(Token::End) };
        let object = match byte {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.literal()),
            b'[' => Object::Array(self.array(depth, with_references)?),
            b'<' if self.eat(b'<') => Object::Dict(self.dict(depth, with_references)?),
            b'<' => Object::Text(self.hex()),
            b'>' => {
                self.eat(b'>');
                return Ok(Token::Word(b">>".to_vec()));
            }
            b']' | b')' | b'{' | b'}' => return Ok(Token::Word(vec![byte])),
            _ => {
                self.at = self.at.saturating_sub(1);
                return Ok(self.word(with_references));
            }
        };
        Ok(Token::Object(object))
    }

    /// A value; a word in its place is null.
    pub(super) fn object(&mut self) -> Result<Object, Hazard> {
        match self.token(0, true)? {
            Token::Object(object) => Ok(object),
            Token::Word(_) | Token::End => Ok(Object::Null),
        }
    }

    /// A number, a reference, a switch, or a word.
    fn word(&mut self, with_references: bool) -> Token {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_blank(byte) && !is_sign(byte)) {
            self.at = self.at.saturating_add(1);
        }
        let word = self.bytes.get(start..self.at).unwrap_or_default();
        match word {
            b"true" => return Token::Object(Object::Flag(true)),
            b"false" => return Token::Object(Object::Flag(false)),
            b"null" => return Token::Object(Object::Null),
            _ => {}
        }
        let Some(object) = number(word) else { return Token::Word(word.to_vec()) };
        if let Object::Integer(number) = object
            && with_references
            && let Ok(number) = u32::try_from(number)
            && self.rest_of_reference()
        {
            return Token::Object(Object::Reference(number));
        }
        Token::Object(object)
    }

    /// Passes over ` 0 R` if that follows.
    fn rest_of_reference(&mut self) -> bool {
        let mut ahead = self.clone();
        ahead.skip_blanks();
        let mut digits = 0_usize;
        while digits < 5 && ahead.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            ahead.at = ahead.at.saturating_add(1);
            digits = digits.saturating_add(1);
        }
        if digits == 0 || !ahead.peek().is_some_and(is_blank) {
            return false;
        }
        ahead.skip_blanks();
        let found = ahead.eat(b'R') && ahead.peek().is_none_or(|byte| is_blank(byte) || is_sign(byte));
        if found {
            self.at = ahead.at;
        }
        found
    }

    fn name(&mut self) -> String {
        let mut bytes = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_blank(*byte) && !is_sign(*byte)) {
            self.at = self.at.saturating_add(1);
            let escaped =
                (byte == b'#').then(|| self.bytes.get(self.at..self.at.saturating_add(2))).flatten();
            match escaped
                .and_then(|pair| std::str::from_utf8(pair).ok())
                .and_then(|p| u8::from_str_radix(p, 16).ok())
            {
                Some(letter) => {
                    self.at = self.at.saturating_add(2);
                    bytes.push(letter);
                }
                None => bytes.push(byte),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Bytes between round brackets, which may nest.
    fn literal(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.bump() {
            match byte {
                b'\\' => self.escape(&mut out),
                b'(' => {
                    open = open.saturating_add(1);
                    out.push(byte);
                }
                b')' => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        break;
                    }
                    out.push(byte);
                }
                _ => out.push(byte),
            }
        }
        out
    }

    /// What follows a backslash.
    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.bump() else { return };
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => {
                self.eat(b'\n');
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte.saturating_sub(b'0'));
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|next| (b'0'..=b'7').contains(next)) else { break };
                    self.at = self.at.saturating_add(1);
                    value = value.saturating_mul(8).saturating_add(u32::from(digit.saturating_sub(b'0')));
                }
                out.push(u8::try_from(value & 0xFF).unwrap_or(0));
            }
            other => out.push(other),
        }
    }

    /// Bytes written as hexadecimal digits.
    fn hex(&mut self) -> Vec<u8> {
        let mut digits = Vec::new();
        while let Some(byte) = self.bump().filter(|byte| *byte != b'>') {
            if let Some(digit) = char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()) {
                digits.push(digit);
            }
        }
        digits
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => high.saturating_mul(16).saturating_add(*low),
                [high] => high.saturating_mul(16),
                _ => 0,
            })
            .collect()
    }

    fn array(&mut self, depth: usize, with_references: bool) -> Result<Vec<Object>, Hazard> {
        let mut items = Vec::new();
        loop {
            match self.token(depth.saturating_add(1), with_references)? {
                Token::Object(object) => items.push(object),
                Token::Word(word) if word == b"]" => return Ok(items),
                // An array that is never closed must not swallow the objects after it.
                Token::Word(word) if word == b"endobj" || word == b"obj" => return Ok(items),
                Token::Word(_) => {}
                Token::End => return Ok(items),
            }
        }
    }

    fn dict(&mut self, depth: usize, with_references: bool) -> Result<Dict, Hazard> {
        let mut items = Dict::new();
        loop {
            match self.token(depth.saturating_add(1), with_references)? {
                Token::Object(Object::Name(key)) => {
                    let before = self.at;
                    match self.token(depth.saturating_add(1), with_references)? {
                        Token::Object(value) => {
                            items.insert(key, value);
                        }
                        Token::Word(_) => self.at = before,
                        Token::End => return Ok(items),
                    }
                }
                Token::Word(word) if word == b">>" || word == b"endobj" || word == b"stream" => {
                    return Ok(items);
                }
                Token::Object(_) | Token::Word(_) => {}
                Token::End => return Ok(items),
            }
        }
    }
}

/// A number as PDF writes it: `12`, `-.5`, `+3.`.
fn number(word: &[u8]) -> Option<Object> {
    let text = std::str::from_utf8(word).ok()?;
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.')) {
        return None;
    }
    if let Ok(whole) = text.parse::<i64>() {
        return Some(Object::Integer(whole));
    }
    text.parse::<f64>().ok().map(Object::Real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_every_dress() {
        let text =
            b"<< /Na#6de (a\\(b\\)\\101\\\n(c)) /H <48 656> /N [1 -2.5 .5 3 0 R null true] /D<</X/Y>> >> BT";
        let mut lexer = Lexer::new(text, 0);
        let Token::Object(Object::Dict(dict)) = lexer.token(0, true).unwrap() else { panic!("no dict") };
        assert_eq!(dict.get("Name"), Some(&Object::Text(b"a(b)A(c)".to_vec())));
        assert_eq!(dict.get("H"), Some(&Object::Text(b"He`".to_vec())));
        let expected = vec![
            Object::Integer(1),
            Object::Real(-2.5),
            Object::Real(0.5),
            Object::Reference(3),
            Object::Null,
            Object::Flag(true),
        ];
        assert_eq!(dict.get("N"), Some(&Object::Array(expected)));
        assert_eq!(lexer.token(0, true), Ok(Token::Word(b"BT".to_vec())));
        assert_eq!(lexer.token(0, true), Ok(Token::End));
    }

    #[test]
    fn depth_is_counted_and_open_ends_close() {
        assert!(Lexer::new(&b"[".repeat(100), 0).object().is_err());
        assert_eq!(
            Lexer::new(b"[1 2 endobj", 0).object(),
            Ok(Object::Array(vec![Object::Integer(1), Object::Integer(2)]))
        );
    }
}
