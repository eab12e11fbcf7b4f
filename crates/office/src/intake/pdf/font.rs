//! From the codes in a page's text to letters, and how far each code moves on.
//!
//! A font that says what its letters are is believed; otherwise its encoding is; a font of many letters that says
//! neither gives U+FFFD. Not here: where text stands on the page.

#![expect(clippy::float_arithmetic, reason = "widths in a PDF are real numbers of thousandths")]

use std::collections::{BTreeMap, HashMap};

use super::file::File;
use super::glyph;
use super::object::{Dict, Lexer, Object, Token};
use crate::hazard::Hazard;
use crate::legacy::{self, Encoding};

/// Most codes that one range of widths or letters may cover.
const RANGE: u32 = 0x1_0000;

/// Width of a letter of unknown width, in thousandths of the size.
const USUAL_WIDTH: f64 = 500.0;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Whether codes have two bytes.
    wide: bool,
    letters: HashMap<u32, String>,
    /// First code of a range, its last code, and the letter of the first.
    ranges: BTreeMap<u32, (u32, u32)>,
    widths: HashMap<u32, f64>,
    wide_ranges: BTreeMap<u32, (u32, f64)>,
    usual_width: Option<f64>,
    /// The encoding that the font's name gives away.
    pub(super) old: Option<(Encoding, bool)>,
}

/// One code of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// The letters it shows; usually one.
    pub letters: String,
    /// How far it moves on, in parts of the size.
    pub width: f64,
    /// Whether it is the one-byte code 32, which words may be spread by.
    pub is_space: bool,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(file: &mut File<'_>, dict: &Dict) -> Result<Self, Hazard> {
        let mut font =
            Self { wide: dict.get("Subtype").and_then(Object::name) == Some("Type0"), ..Self::default() };
        if let Object::Name(name) = file.resolve(dict.get("BaseFont")) {
            let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name);
            font.old = legacy::of_font(name);
        }
        if font.wide {
            font.composite_widths(file, dict);
        } else {
            font.encoding(file, dict);
            font.simple_widths(file, dict);
        }
        if let Some((_, bytes)) = file.stream(dict.get("ToUnicode"))? {
            font.unicode(&bytes)?;
        }
        Ok(font)
    }

    /// Letters of a font of 256 codes, from its encoding.
    fn encoding(&mut self, file: &File<'_>, dict: &Dict) {
        let encoding = file.resolve(dict.get("Encoding"));
        let (base, differences) = if let Object::Dict(inner) = &encoding {
            let base = file.resolve(inner.get("BaseEncoding"));
            (base.name().map(str::to_owned), file.resolve(inner.get("Differences")))
        } else {
            (encoding.name().map(str::to_owned), Object::Null)
        };
        let table =
            if base.as_deref() == Some("MacRomanEncoding") { glyph::macintosh } else { glyph::windows };
        for byte in 0x20..=u8::MAX {
            self.letters.insert(u32::from(byte), table(byte).to_string());
        }
        let Object::Array(items) = differences else { return };
        let mut code = 0_u32;
        for item in &items {
            if let Object::Integer(number) = item {
                code = u32::try_from(*number).unwrap_or(0);
            } else if let Some(name) = item.name() {
                let letters = glyph::named(name).unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string());
                self.letters.insert(code, letters);
                code = code.saturating_add(1);
            }
        }
    }

    fn simple_widths(&mut self, file: &File<'_>, dict: &Dict) {
        let first = file
            .resolve(dict.get("FirstChar"))
            .count()
            .and_then(|code| u32::try_from(code).ok())
            .unwrap_or(0);
        if let Object::Array(widths) = file.resolve(dict.get("Widths")) {
            for (code, width) in (first..).zip(&widths) {
                if let Some(width) = file.resolve(Some(width)).number() {
                    self.widths.insert(code, width);
                }
            }
        }
        // The own units of drawn fonts are not thousandths.
        if dict.get("Subtype").and_then(Object::name) == Some("Type3")
            && let Object::Array(matrix) = file.resolve(dict.get("FontMatrix"))
            && let Some(unit) = matrix.first().and_then(Object::number)
        {
            for width in self.widths.values_mut() {
                *width *= unit.abs() * 1_000.0;
            }
        }
        let descriptor = file.dict(dict.get("FontDescriptor"));
        self.usual_width = file.resolve(descriptor.get("MissingWidth")).number().filter(|width| *width > 0.0);
    }

    fn composite_widths(&mut self, file: &File<'_>, dict: &Dict) {
        let Object::Array(descendants) = file.resolve(dict.get("DescendantFonts")) else { return };
        let inner = file.dict(descendants.first());
        self.usual_width = file.resolve(inner.get("DW")).number().or(Some(1_000.0));
        let Object::Array(items) = file.resolve(inner.get("W")) else { return };
        let mut rest = items.as_slice();
        while let [first, second, after @ ..] = rest {
            let Some(first) = first.count().and_then(|code| u32::try_from(code).ok()) else { return };
            if let Object::Array(widths) = file.resolve(Some(second)) {
                for (code, width) in (first..).zip(&widths) {
                    if let Some(width) = width.number() {
                        self.widths.insert(code, width);
                    }
                }
                rest = after;
            } else if let [width, after @ ..] = after {
                if let (Some(last), Some(width)) = (second.count(), width.number()) {
                    let last = u32::try_from(last).unwrap_or(first).min(first.saturating_add(RANGE));
                    self.wide_ranges.insert(first, (last, width));
                }
                rest = after;
            } else {
                return;
            }
        }
    }

    /// Reads what the font says its letters are.
    fn unicode(&mut self, bytes: &[u8]) -> Result<(), Hazard> {
        let mut lexer = Lexer::new(bytes, 0);
        let mut values: Vec<Object> = Vec::new();
        loop {
            match lexer.token(0, false)? {
                Token::Object(object) => values.push(object),
                Token::Word(word) => {
                    match word.as_slice() {
                        b"endbfchar" => self.single_letters(&values),
                        b"endbfrange" => self.ranges_of_letters(&values),
                        _ => {}
                    }
                    values.clear();
                }
                Token::End => return Ok(()),
            }
        }
    }

    fn single_letters(&mut self, values: &[Object]) {
        for pair in values.chunks_exact(2) {
            if let [Object::Text(code), Object::Text(letters)] = pair {
                self.letters.insert(number(code), wide_text(letters));
            }
        }
    }

    fn ranges_of_letters(&mut self, values: &[Object]) {
        for triple in values.chunks_exact(3) {
            let [Object::Text(first), Object::Text(last), target] = triple else { continue };
            let (first, last) = (number(first), number(last).min(number(first).saturating_add(RANGE)));
            if let Object::Array(items) = target {
                for (code, item) in (first..=last).zip(items) {
                    if let Object::Text(letters) = item {
                        self.letters.insert(code, wide_text(letters));
                    }
                }
            } else if let Object::Text(letters) = target {
                let text = wide_text(letters);
                let mut all = text.chars();
                match (all.next(), all.next()) {
                    (Some(letter), None) => {
                        self.ranges.insert(first, (last, u32::from(letter)));
                    }
                    (Some(_), Some(_)) => {
                        self.letters.insert(first, text);
                    }
                    (None, _) => {}
                }
            }
        }
    }

    /// The glyphs of a text.
    pub(super) fn glyphs(&self, text: &[u8]) -> Vec<Glyph> {
        let size = if self.wide { 2 } else { 1 };
        text.chunks(size)
            .map(|code| {
                let is_space = !self.wide && code == b" ";
                let code = number(code);
                Glyph { letters: self.letters_of(code), width: self.width(code) / 1_000.0, is_space }
            })
            .collect()
    }

    fn letters_of(&self, code: u32) -> String {
        let ranged = || {
            let (first, (last, letter)) = self.ranges.range(..=code).next_back()?;
            let letter = letter.checked_add(code.checked_sub(*first)?)?;
            (code <= *last).then(|| char::from_u32(letter)).flatten()
        };
        // What the font says itself stands over what its encoding says, which fills `letters` first.
        if let Some(letter) = ranged() {
            return letter.to_string();
        }
        match self.letters.get(&code) {
            Some(letters) => letters.chars().filter(|letter| !letter.is_control()).collect(),
            None if self.wide => char::REPLACEMENT_CHARACTER.to_string(),
            None => String::new(),
        }
    }

    fn width(&self, code: u32) -> f64 {
        let ranged = || {
            let (_, (last, width)) = self.wide_ranges.range(..=code).next_back()?;
            (code <= *last).then_some(*width)
        };
        self.widths.get(&code).copied().or_else(ranged).or(self.usual_width).unwrap_or(USUAL_WIDTH)
    }
}

/// Bytes of a code as its number.
fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0_u32, |value, byte| (value << 8) | u32::from(*byte))
}

/// Two-byte letters, the first byte being the higher.
fn wide_text(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
