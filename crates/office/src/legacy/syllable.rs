//! Whether words are Vietnamese syllables: the measure by which a guessed encoding is believed.
//!
//! Only the shape is judged (opening consonants, vowels, closing consonants, at most one tone), not whether the
//! syllable is in use. Not here: any dictionary.

use unicode_normalization::UnicodeNormalization;

/// Consonants that may open a syllable.
const OPENINGS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Vowels that may stand before a closing consonant or end the syllable.
const OPEN_VOWELS: [&str; 27] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "yê", "uô", "ươ", "oa", "oă", "oe",
    "uâ", "uê", "uơ", "uy", "uyê", "oo", "ưa", "ua",
];

/// Vowels that always end the syllable.
const CLOSED_VOWELS: [&str; 28] = [
    "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "ya", "uya", "iu", "oi", "ôi", "ơi", "ui", "ưi",
    "ưu", "iêu", "yêu", "uôi", "ươi", "ươu", "oai", "oay", "oeo", "uây", "uyu",
];

/// Consonants that may close a syllable.
const CLOSINGS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// How many words with marked letters a text has, and how many of them are shaped like Vietnamese.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Marked words of Vietnamese shape.
    pub valid: usize,
    /// Marked words of another shape.
    pub invalid: usize,
}

impl Tally {
    /// Counts the words of a text.
    pub fn of(text: &str) -> Self {
        let mut tally = Self::default();
        for word in text.split(|letter: char| !belongs(letter)) {
            if word.is_ascii() {
                continue;
            }
            if is_syllable(word) {
                tally.valid = tally.valid.saturating_add(1);
            } else {
                tally.invalid = tally.invalid.saturating_add(1);
            }
        }
        tally
    }

    /// Words with marked letters.
    pub fn marked(self) -> usize {
        self.valid.saturating_add(self.invalid)
    }

    /// Share of marked words of Vietnamese shape, in whole hundredths; 0 when there is none.
    pub fn percent(self) -> usize {
        self.valid.saturating_mul(100).checked_div(self.marked()).unwrap_or(0)
    }
}

/// Whether a letter belongs to a word. Signs of Latin-1 do too, because in a wrong encoding they are letters.
fn belongs(letter: char) -> bool {
    letter.is_alphabetic()
        || ('\u{a1}'..='\u{ff}').contains(&letter)
        || ('\u{300}'..='\u{323}').contains(&letter)
}

/// Whether one word has the shape of a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    // The longest is "nghiêng", seven letters.
    let lower: String = word.to_lowercase().nfd().take(20).collect();
    let mut tones = 0_usize;
    let mut bare = String::new();
    for letter in lower.chars() {
        if matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
            tones = tones.saturating_add(1);
        } else {
            bare.push(letter);
        }
    }
    let bare: String = bare.nfc().collect();
    // "Học" yes, "hỌc" no: capitals inside a small word are a sign of the wrong table.
    let mixed = word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    tones <= 1 && !mixed && OPENINGS.iter().filter_map(|opening| bare.strip_prefix(opening)).any(is_rime)
}

/// Whether letters without tone are vowels with what may close them.
fn is_rime(rest: &str) -> bool {
    CLOSED_VOWELS.contains(&rest)
        || CLOSINGS
            .iter()
            .filter_map(|closing| rest.strip_suffix(closing))
            .any(|vowels| OPEN_VOWELS.contains(&vowels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for word in
            ["Học", "tập", "nghiêng", "khuỷu", "gì", "giữ", "QUYẾT", "được", "của", "Đảng", "xuyên", "ưu"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["häc", "tËp", "®¶ng", "ñaûng", "quyÕt", "naøy", "hỌc", "straße"] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn counts() {
        let tally = Tally::of("Học tập và làm theo Bác, straße");
        assert_eq!(tally, Tally { valid: 5, invalid: 1 });
        assert_eq!(tally.percent(), 83);
        assert_eq!(Tally::of("plain").percent(), 0);
    }
}
