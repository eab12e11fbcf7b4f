//! The text as it is read: composed letters, plain spaces, one dash, one pair of quotation marks, each
//! character with its place in the text as given.
//!
//! Not here: words and numbers (`token`), and any meaning.

use std::str::Chars;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::reading::Span;

/// Where one normalised character came from: a half-open range of code points of the text as given.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
}

/// A text with its normalised form and the way back.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    given: &'t str,
    /// Byte offset of every code point of `given` whose place is a multiple of `STEP`.
    steps: Vec<u32>,
    pub(crate) chars: Vec<char>,
    places: Vec<Place>,
}

/// So many code points lie between two whose bytes are known: a text has thousands of them, and few places are asked for.
const STEP: u32 = 32;

/// Narrows a length; a text of more than 4 G code points is cut at the limit rather than wrapped.
pub(crate) fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn wide(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Whether a mark that belongs to the letter before it comes next. Asked behind every character: the first byte answers for
/// nearly all of them.
#[inline]
fn opens_with_mark(rest: &str) -> bool {
    rest.as_bytes().first().is_some_and(|&byte| byte >= FIRST_BYTE_OF_MARKS)
        && rest.chars().next().is_some_and(|c| !matches!(c, '\u{1e00}'..='\u{1eff}') && is_combining_mark(c))
}

/// The first byte of U+0300, before which no combining mark stands.
const FIRST_BYTE_OF_MARKS: u8 = 0xcc;

/// One character for the many that mean the same, or `None` for characters that show nothing.
#[inline]
fn plain(c: char) -> Option<char> {
    // Nearly every character is one of these and stays what it is.
    if matches!(c, '!'..='_' | 'a'..='~' | ' ')
        || matches!(c, '\u{c0}'..='\u{167f}' | '\u{1e00}'..='\u{1eff}')
    {
        return Some(c);
    }
    Some(match c {
        '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => '-',
        '\u{201e}' | '\u{201f}' | '«' | '\u{201c}' => '“',
        '»' | '\u{201d}' => '”',
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' | '`' | '´' => '\'',
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => '\n',
        '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}' => undrawn(c),
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// The letter or digit behind one that is drawn wide, bold or slanted, as posts on social networks have them ("𝟑𝟐 𝐬𝐢𝐧𝐡 𝐯𝐢𝐞̂𝐧").
fn undrawn(c: char) -> char {
    let drawn = matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}');
    if drawn { std::iter::once(c).nfkc().next().unwrap_or(c) } else { c }
}

impl<'t> Text<'t> {
    pub(crate) fn new(given: &'t str) -> Self {
        let size = given.len();
        let mut text = Self {
            given,
            steps: Vec::new(),
            chars: Vec::with_capacity(size),
            places: Vec::with_capacity(size),
        };
        let mut rest = given.chars();
        let mut at: u32 = 0;
        loop {
            text.step(at, rest.as_str());
            let Some(c) = rest.next() else { break };
            let start = at;
            at = at.saturating_add(1);
            if opens_with_mark(rest.as_str()) {
                at = at.saturating_add(text.compose(c, &mut rest, start));
                continue;
            }
            let c = match c {
                '\r' if rest.as_str().starts_with('\n') => continue,
                '\r' => '\n',
                '\t' if text.parts_cells() => '|',
                c => c,
            };
            if let Some(c) = plain(c) {
                text.chars.push(c);
                text.places.push(Place { start, end: at });
            }
        }
        text
    }

    /// Keeps where code point `at` begins, before which all but `rest` stands, when it is one of those kept.
    #[inline]
    fn step(&mut self, at: u32, rest: &str) {
        if at.is_multiple_of(STEP) {
            self.steps.push(narrow(self.given.len().saturating_sub(rest.len())));
        }
    }

    /// Composes a letter with the marks that `rest` opens with; returns how many they are.
    fn compose(&mut self, letter: char, rest: &mut Chars<'_>, start: u32) -> u32 {
        let mut group = String::from(undrawn(letter));
        let mut marks: u32 = 0;
        while opens_with_mark(rest.as_str()) {
            marks = marks.saturating_add(1);
            self.step(start.saturating_add(marks), rest.as_str());
            group.extend(rest.next());
        }
        let end = start.saturating_add(1).saturating_add(marks);
        for c in group.nfc() {
            let c = if c == '\t' && self.parts_cells() { '|' } else { c };
            if let Some(c) = plain(c) {
                self.chars.push(c);
                self.places.push(Place { start, end });
            }
        }
        marks
    }

    /// Whether a tab here ends the cell of a row; behind the mark of a list or a heading ("1.", "Điều 1.", "-") and at the
    /// head of a line it is only a blank.
    fn parts_cells(&self) -> bool {
        let line = self.chars.iter().rev().take_while(|c| **c != '\n');
        let last = line.clone().find(|c| **c != ' ');
        last.is_some_and(|c| !matches!(c, '.' | ':' | ';' | '-' | '+' | '*' | '•' | ')' | '|'))
            && line.take(4).count() == 4
    }

    pub(crate) fn char(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// Normalised characters `from..to` as a string.
    pub(crate) fn slice(&self, from: usize, to: usize) -> String {
        let chars = self.chars.get(from..to.min(self.chars.len())).unwrap_or(&[]);
        // Hardly a letter has more bytes than two in the mean; room for them is made once.
        let mut slice = String::with_capacity(chars.len().saturating_mul(2));
        slice.extend(chars);
        slice
    }

    /// The span in the text as given of the normalised characters `from..to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.places.get(from).map_or(0, |p| p.start);
        let end = to.checked_sub(1).and_then(|i| self.places.get(i)).map_or(start, |p| p.end);
        Span { start, end: end.max(start) }
    }

    /// The text as given under a span; empty when the span does not fit.
    pub(crate) fn source(&self, span: Span) -> &'t str {
        let byte = |n: u32| {
            let from = self.steps.get(wide(n.checked_div(STEP)?)).map(|&b| wide(b))?;
            let mut rest = self.given.get(from..)?.chars();
            if let Some(last) = n.checked_rem(STEP)?.checked_sub(1) {
                rest.nth(wide(last))?;
            }
            Some(self.given.len().saturating_sub(rest.as_str().len()))
        };
        match (byte(span.start), byte(span.end)) {
            (Some(a), Some(b)) => self.given.get(a..b).unwrap_or(""),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_parts_cells_but_not_a_list_from_its_mark() {
        let plain = |given: &str| Text::new(given).slice(0, 99);
        assert_eq!(plain("Chính phủ\t2\tBộ"), "Chính phủ|2|Bộ");
        assert_eq!(plain("1.\tTrồng cây\n\tThụt\nĐiều 1.\tTặng"), "1. Trồng cây\n Thụt\nĐiều 1. Tặng");
    }

    #[test]
    fn decomposed_letters_keep_their_place() {
        let given = "Ðo\u{302}\u{300}ng\u{a0}chi\u{301}\r\nA";
        let text = Text::new(given);
        assert_eq!(text.slice(0, 99), "Ðồng chí\nA");
        let span = text.span(1, 2);
        assert_eq!((span.start, span.end), (1, 4));
        assert_eq!(text.source(span), "o\u{302}\u{300}");
    }

    #[test]
    fn letters_drawn_bold_or_wide_are_letters() {
        let text = Text::new("𝟑𝟐 𝐬𝐢𝐧𝐡 𝐯𝐢𝐞̂𝐧 ＡＢ：９０％");
        assert_eq!(text.chars.iter().collect::<String>(), "32 sinh viên AB:90%");
        assert_eq!(text.source(text.span(0, 2)), "𝟑𝟐");
    }

    #[test]
    fn invisible_characters_vanish_and_dashes_agree() {
        let text = Text::new("2021\u{2013}2024\u{200b} ‘a’ «b»");
        assert_eq!(text.slice(0, 99), "2021-2024 'a' “b”");
        assert_eq!(text.source(text.span(0, 9)), "2021\u{2013}2024");
    }
}
