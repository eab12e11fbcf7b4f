//! Vietnamese and English: words for every label and refusal, numbers, dates and periods as people write them,
//! and the same things read back from what people type.
//!
//! Not in this room: rules, sort keys and folding (they are facts about the language that `domain` needs for
//! storage), templates, and anything that knows of a request or a database.

pub mod check_in;
pub mod date;
pub mod date_in;
pub mod figure;
pub mod honoured;
pub mod number;
pub mod number_in;
pub mod period;
pub mod rule_in;
pub mod spell;
pub mod style;
pub mod words;

pub use words::Words;

/// A language of the screen. Vietnamese is first in everything; English is a second reading of the same page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the sequence in which they are offered.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The tag for `lang=` attributes and for the cookie: `vi` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language named by a tag; anything unknown is Vietnamese, because that is what the office works in.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::En } else { Self::Vi }
    }

    /// Every phrase of the interface in this language.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Vi => &words::VI,
            Self::En => &words::EN,
        }
    }

    /// The mark between groups of three digits.
    pub(crate) const fn group_mark(self) -> char {
        match self {
            Self::Vi => '.',
            Self::En => ',',
        }
    }

    /// The mark before decimals.
    pub(crate) const fn decimal_mark(self) -> char {
        match self {
            Self::Vi => ',',
            Self::En => '.',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_tag_names_its_language_and_unknown_ones_are_vietnamese() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), lang);
        }
        assert_eq!(Lang::from_tag("fr"), Lang::Vi);
    }
}
