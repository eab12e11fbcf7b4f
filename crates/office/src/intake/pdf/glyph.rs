//! Letters behind the names and numbers that fonts use for them.
//!
//! Not here: fonts themselves ([`super::font`]).

use unicode_normalization::UnicodeNormalization;

use crate::legacy::{self, Encoding};

/// Names of letters that are not their own name, without the accented ones, which are put together.
const NAMES: [(&str, char); 98] = [
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("nbspace", '\u{a0}'),
    ("exclamdown", '¡'),
    ("cent", '¢'),
    ("sterling", '£'),
    ("currency", '¤'),
    ("yen", '¥'),
    ("brokenbar", '¦'),
    ("section", '§'),
    ("dieresis", '¨'),
    ("copyright", '©'),
    ("ordfeminine", 'ª'),
    ("guillemotleft", '«'),
    ("logicalnot", '¬'),
    ("registered", '®'),
    ("macron", '¯'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("twosuperior", '²'),
    ("threesuperior", '³'),
    ("acute", '´'),
    ("mu", 'µ'),
    ("paragraph", '¶'),
    ("periodcentered", '·'),
    ("cedilla", '¸'),
    ("onesuperior", '¹'),
    ("ordmasculine", 'º'),
    ("guillemotright", '»'),
    ("onequarter", '¼'),
    ("onehalf", '½'),
    ("threequarters", '¾'),
    ("questiondown", '¿'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("dong", '₫'),
    ("Euro", '€'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotesinglbase", '‚'),
    ("quotedblbase", '„'),
    ("ellipsis", '…'),
    ("bullet", '•'),
    ("dagger", '†'),
    ("perthousand", '‰'),
    ("trademark", '™'),
    ("dcroat", 'đ'),
    ("Dcroat", 'Đ'),
    ("Eth", 'Đ'),
    ("dmacron", 'đ'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
];

/// Names of marks on letters.
const MARKS: [(&str, char); 12] = [
    ("dotbelow", '\u{323}'),
    ("hookabove", '\u{309}'),
    ("circumflex", '\u{302}'),
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("tilde", '\u{303}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("dieresis", '\u{308}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30a}'),
];

/// Letters of the old Macintosh encoding from 0x80 on.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The letter of a byte in Windows' encoding, which most fonts use.
pub(super) fn windows(byte: u8) -> char {
    legacy::from_bytes(&[byte], Encoding::Windows1252).chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The letter of a byte in the old Macintosh encoding.
pub(super) fn macintosh(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        Some(place) => MACINTOSH.chars().nth(usize::from(place)).unwrap_or(char::REPLACEMENT_CHARACTER),
        None => char::from(byte),
    }
}

/// The letters that a glyph's name stands for.
pub(super) fn named(name: &str) -> Option<String> {
    // `a.sc` is a small capital a, `f_i` an f and an i.
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    if base.contains('_') {
        return base.split('_').map(named).collect();
    }
    if let Some((_, letter)) = NAMES.iter().find(|(known, _)| *known == base) {
        return Some(letter.to_string());
    }
    let hex = base.strip_prefix("uni").or_else(|| base.strip_prefix('u')).filter(|hex| hex.len() >= 4);
    if let Some(letter) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
        return Some(letter.to_string());
    }
    let mut letters = base.chars();
    let first = letters.next().filter(char::is_ascii_alphabetic)?;
    let mut rest = letters.as_str();
    let mut built = first.to_string();
    while !rest.is_empty() {
        let (mark, after) =
            MARKS.iter().find_map(|(mark, sign)| rest.strip_prefix(mark).map(|after| (*sign, after)))?;
        built.push(mark);
        rest = after;
    }
    Some(built.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_put_together() {
        for (name, letters) in [
            ("a", "a"),
            ("seven", "7"),
            ("ecircumflexdotbelow", "ệ"),
            ("Ohornacute", "Ớ"),
            ("uhorn", "ư"),
            ("dcroat", "đ"),
            ("uni1EC7", "ệ"),
            ("f_i", "fi"),
            ("A.sc", "A"),
        ] {
            assert_eq!(named(name).as_deref(), Some(letters), "{name}");
        }
        assert_eq!(named("g123"), None);
        assert_eq!(named(".notdef"), None);
        assert_eq!(macintosh(0xCA), '\u{a0}');
        assert_eq!(macintosh(0xFF), 'ˇ');
    }
}
