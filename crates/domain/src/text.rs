//! Vietnamese text: folding for search and duplicates, keys for sorting.
//!
//! Not here: words for people (`lang`) and the reading of documents (`reader`).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Composed form (NFC) with outer spaces cut and inner runs of spaces (no-break ones too) made one.
/// Every text that enters the system passes through here once.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        if letter.is_whitespace() || letter == '\u{feff}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !letter.is_control() {
            out.push(letter);
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Folds for search: lower case, no marks, đ (and the look-alike ð) as d, punctuation as single spaces.
/// "Hoà", "Hòa" and "HOA" fold alike, whatever the placement of the tone mark or the normal form.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfd() {
        if is_combining_mark(letter) {
            continue;
        }
        for lower in letter.to_lowercase() {
            let plain = match lower {
                'đ' | 'ð' => 'd',
                other => other,
            };
            if plain.is_alphanumeric() {
                out.push(plain);
            } else if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The alphabet's order, a letter's place being its primary weight.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The tone marks in dictionary order: level, grave, hook above, tilde, acute, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// A key whose plain byte order is Vietnamese dictionary order: letters first (a ă â … d đ … o ô ơ …), tones
/// (ngang, huyền, hỏi, ngã, sắc, nặng) only between words of equal letters; numbers by value, so that
/// "Chi bộ 2" stands before "Chi bộ 10".
pub fn sort_key(text: &str) -> String {
    let mut letters = String::with_capacity(text.len() * 2);
    let mut tones = String::new();
    let mut digits = String::new();
    for letter in clean(text).nfc() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        flush_digits(&mut digits, &mut letters);
        let (base, tone) = split_tone(letter);
        if let Some(place) = base.and_then(|base| ALPHABET.chars().position(|known| known == base)) {
            letters.push(weight(place));
            tones.push(tone);
        } else if letter == ' ' {
            letters.push(' ');
        } else if letter.is_alphanumeric() {
            letters.push('~');
            letters.extend(letter.to_lowercase());
        }
    }
    flush_digits(&mut digits, &mut letters);
    letters.push('\u{1}');
    letters.push_str(&tones);
    letters
}

/// The sort key of a person's full name: given name, then family name, then middle names, as Vietnamese
/// lists are ordered. Names of one word sort by that word.
pub fn person_sort_key(full_name: &str) -> String {
    let full_name = clean(full_name);
    let words: Vec<&str> = full_name.split(' ').collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => sort_key(only),
        [family, middle @ .., given] => {
            format!("{}|{}|{}", sort_key(given), sort_key(family), sort_key(&middle.join(" ")))
        }
    }
}

/// A printable letter for an alphabet place; all stand above the space and the digits' weights.
fn weight(place: usize) -> char {
    u8::try_from(place).ok().and_then(|place| place.checked_add(b'A')).map_or('~', char::from)
}

/// Base letter (with its circumflex, breve or horn) in lower case, and the tone as '0'…'5'.
fn split_tone(letter: char) -> (Option<char>, char) {
    let mut tone = '0';
    let mut rest = String::new();
    for part in std::iter::once(letter).nfd() {
        match TONES.iter().position(|known| *known == part) {
            Some(place) => tone = u8::try_from(place).map_or('0', |place| char::from(b'1' + place)),
            None => rest.extend(part.to_lowercase()),
        }
    }
    (rest.nfc().next(), tone)
}

/// Moves a run of digits into the key as its length and its digits, so that numbers compare by value.
fn flush_digits(digits: &mut String, letters: &mut String) {
    if digits.is_empty() {
        return;
    }
    let plain = digits.trim_start_matches('0');
    let length = u8::try_from(plain.len().min(30)).unwrap_or(30);
    letters.push(char::from(b'"' + length.min(9)));
    letters.push_str(plain);
    digits.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tone_placements_and_forms_fold_alike() {
        for text in ["Hoà", "Hòa", "HOÀ", "Ho\u{61}\u{300}", " hoa "] {
            assert_eq!(fold(text), "hoa", "{text}");
        }
        assert_eq!(fold("Đảng ủy các Khu chế xuất"), "dang uy cac khu che xuat");
        assert_eq!(fold("05-CT/TW"), "05 ct tw");
        assert_eq!(fold("Ðặng"), "dang");
    }

    #[test]
    fn dictionary_order() {
        let sorted = ["An", "Ân", "Ẩn", "Ấn", "Bình", "Dung", "Đặng", "Ơn", "Ớt", "Trần", "Uyên", "Ước"];
        let mut keys: Vec<_> = sorted.iter().map(|name| (sort_key(name), *name)).collect();
        keys.sort();
        let names: Vec<_> = keys.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, sorted);
    }

    #[test]
    fn numbers_sort_by_value() {
        assert!(sort_key("Chi bộ 2") < sort_key("Chi bộ 10"));
        assert!(sort_key("Chi bộ 02") < sort_key("Chi bộ 3"));
        assert!(sort_key("Chi bộ 99") < sort_key("Chi bộ Ấp"));
    }

    #[test]
    fn people_sort_by_given_name() {
        assert!(person_sort_key("Trần Văn An") < person_sort_key("Lê Thị Bình"));
        assert!(person_sort_key("Dương Đức") > person_sort_key("Đặng Dung"));
    }

    #[test]
    fn cleaning_composes_and_joins_spaces() {
        assert_eq!(clean(" Cơ\u{a0}\u{a0}quan\n tỉnh "), "Cơ quan tỉnh");
        assert_eq!(clean("to\u{61}\u{300}n"), "toàn");
    }
}
