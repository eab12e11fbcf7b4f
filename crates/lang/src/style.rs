//! House style (thể thức riêng): how one office spells and counts where the rules leave it open.
//!
//! The same sentence is written ủy or uỷ, "2 tập thể" or "02 tập thể", "đồng chí" or "ông, bà". A report is typed once
//! and printed in its house's style. Not here: search, which takes all spellings as one (`domain::text`).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Where the tone mark stands in oa, oe and uy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ToneMark {
    /// As typed.
    #[default]
    AsTyped,
    /// On the first letter: hòa, ủy.
    First,
    /// On the second letter: hoà, uỷ.
    Second,
}

/// How people are spoken of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Address {
    /// Đồng chí.
    #[default]
    Comrade,
    /// Ông, bà.
    MrMs,
}

/// The style of one house.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// Where the tone mark stands.
    pub tone: ToneMark,
    /// Whether counts below ten get a zero before them: "02 tập thể".
    pub padded: bool,
    /// How people are spoken of.
    pub address: Address,
}

impl Style {
    /// The style as it is stored: `uy.02.dc`.
    pub fn code(self) -> String {
        let tone = match self.tone {
            ToneMark::AsTyped => "go",
            ToneMark::First => "uy",
            ToneMark::Second => "uy2",
        };
        let padded = if self.padded { "02" } else { "2" };
        let address = match self.address {
            Address::Comrade => "dc",
            Address::MrMs => "ob",
        };
        format!("{tone}.{padded}.{address}")
    }

    /// Reads a stored style; pieces that are not known are as usual.
    pub fn from_code(code: &str) -> Self {
        let mut pieces = code.split('.');
        Self {
            tone: match pieces.next() {
                Some("uy") => ToneMark::First,
                Some("uy2") => ToneMark::Second,
                _ => ToneMark::AsTyped,
            },
            padded: pieces.next() == Some("02"),
            address: match pieces.next() {
                Some("ob") => Address::MrMs,
                _ => Address::Comrade,
            },
        }
    }

    /// A count as this house writes it: whole numbers of one digit, zero excepted, get a zero before them.
    pub fn count(self, printed: &str) -> String {
        let one = printed.len() == 1 && printed.bytes().all(|byte| (b'1'..=b'9').contains(&byte));
        if self.padded && one { format!("0{printed}") } else { printed.to_owned() }
    }

    /// A text as this house spells it and speaks of people.
    pub fn words(self, text: &str) -> String {
        let text = match self.address {
            Address::Comrade => text.to_owned(),
            Address::MrMs => text
                .replace("các đồng chí", "các ông, bà")
                .replace("Các đồng chí", "Các ông, bà")
                .replace("đồng chí", "ông (bà)")
                .replace("Đồng chí", "Ông (bà)"),
        };
        if self.tone == ToneMark::AsTyped {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for letter in text.nfc() {
            if letter.is_alphabetic() {
                word.push(letter);
            } else {
                self.put(&mut word, &mut out);
                out.push(letter);
            }
        }
        self.put(&mut word, &mut out);
        out
    }

    /// Writes a word with its tone mark in its place. Only oa, oe and uy at the end of a word are open to both places;
    /// `qu` is one consonant, so quý and quả stay.
    fn put(self, word: &mut String, out: &mut String) {
        let letters: Vec<char> = word.chars().collect();
        if let Some([before @ .., first, second]) = letters.get(..)
            && let Some((one, two)) = self.moved(before.last().copied(), *first, *second)
        {
            out.extend(before);
            out.push(one);
            out.push(two);
        } else {
            out.push_str(word);
        }
        word.clear();
    }

    fn moved(self, before: Option<char>, first: char, second: char) -> Option<(char, char)> {
        let ((one, tone_one), (two, tone_two)) = (split(first), split(second));
        let low = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
        let open = matches!((low(one), low(two)), ('o', 'a' | 'e') | ('u', 'y'));
        if !open || (low(one) == 'u' && before.map(low) == Some('q')) {
            return None;
        }
        let tone = tone_one.or(tone_two)?;
        let with = |letter: char, tone: char| [letter, tone].iter().copied().nfc().next().unwrap_or(letter);
        Some(match self.tone {
            ToneMark::First => (with(one, tone), two),
            ToneMark::Second => (one, with(two, tone)),
            ToneMark::AsTyped => return None,
        })
    }
}

/// A letter and its tone mark. Only the five tone marks count; horns, hats and breves belong to the letter.
fn split(letter: char) -> (char, Option<char>) {
    let mut parts = letter.nfd();
    let base = parts.next().unwrap_or(letter);
    let marks: Vec<char> = parts.filter(|mark| is_combining_mark(*mark)).collect();
    match marks.as_slice() {
        [tone @ ('\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')] => (base, Some(*tone)),
        [] => (base, None),
        // A letter with a mark of its own never stands in oa, oe or uy.
        _ => (letter, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Style, ToneMark};

    fn of(tone: ToneMark) -> Style {
        Style { tone, ..Style::default() }
    }

    #[test]
    fn the_tone_mark_moves_where_both_places_are_right_and_nowhere_else() {
        let mixed = "Đảng uỷ phường Hoà Bình, ủy viên, khoẻ, thuý, quý, quả, hoàn, toán, khuyến, tuỳ";
        assert_eq!(
            of(ToneMark::First).words(mixed),
            "Đảng ủy phường Hòa Bình, ủy viên, khỏe, thúy, quý, quả, hoàn, toán, khuyến, tùy"
        );
        assert_eq!(
            of(ToneMark::Second).words("ĐẢNG ỦY, HÒA, ủy, khỏe, quý, qúy"),
            "ĐẢNG UỶ, HOÀ, uỷ, khoẻ, quý, qúy"
        );
        assert_eq!(of(ToneMark::AsTyped).words("uỷ ủy"), "uỷ ủy");
    }

    #[test]
    fn counts_below_ten_are_padded_and_zero_is_not() {
        let padded = Style { padded: true, ..Style::default() };
        for (printed, told) in [("2", "02"), ("0", "0"), ("12", "12"), ("6.296", "6.296"), ("hơn 5", "hơn 5")]
        {
            assert_eq!(padded.count(printed), told);
        }
        assert_eq!(Style::default().count("2"), "2");
    }

    #[test]
    fn a_state_paper_speaks_of_mr_and_ms() {
        let state = Style { address: Address::MrMs, ..Style::default() };
        assert_eq!(
            state.words("Đồng chí Bí thư và các đồng chí ủy viên"),
            "Ông (bà) Bí thư và các ông, bà ủy viên"
        );
    }

    #[test]
    fn a_style_survives_its_code() {
        for tone in [ToneMark::AsTyped, ToneMark::First, ToneMark::Second] {
            for (padded, address) in [(true, Address::Comrade), (false, Address::MrMs)] {
                let style = Style { tone, padded, address };
                assert_eq!(Style::from_code(&style.code()), style);
            }
        }
        assert_eq!(Style::from_code("?"), Style::default());
    }
}
