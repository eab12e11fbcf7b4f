//! Keys of words: lower case, one spelling for syllables that are written in two ways, and their hashes.
//!
//! Not here: how a text is cut into words (`token`).

use crate::letter::push_small;

/// FNV-1a: short keys, no hostile growth (the tables are built from our own words).
#[inline]
pub(crate) fn hash_of(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Vowels with a tone, by base letter, in the order grave, acute, hook, tilde, dot.
const TONED: [(&str, char); 5] =
    [("àáảãạ", 'a'), ("èéẻẽẹ", 'e'), ("ỳýỷỹỵ", 'y'), ("òóỏõọ", 'o'), ("ùúủũụ", 'u')];

fn move_tone(last: char, before: char) -> Option<(char, char)> {
    if !matches!(before, 'o' | 'u') {
        return None;
    }
    let (tone, base) = TONED
        .iter()
        .take(3)
        .find_map(|(row, base)| row.chars().position(|c| c == last).map(|p| (p, *base)))?;
    let pair = matches!((before, base), ('o', 'a' | 'e') | ('u', 'y'));
    if !pair {
        return None;
    }
    let (row, _) = TONED.iter().find(|(_, b)| *b == before)?;
    row.chars().nth(tone).map(|c| (c, base))
}

/// Syllables that are written with i or y alike, in the spelling of our tables.
fn twin(key: &str) -> Option<&'static str> {
    match key {
        "sỹ" => Some("sĩ"),
        "kỉ" => Some("kỷ"),
        "kĩ" => Some("kỹ"),
        "kì" => Some("kỳ"),
        "lí" => Some("lý"),
        "mĩ" => Some("mỹ"),
        "quí" => Some("quý"),
        _ => None,
    }
}

/// Writes `word` in lower case with the tone on the first vowel of a final oa, oe, uy (`hoà` → `hòa`,
/// `uỷ` → `ủy`; `quý` stays), so that both spellings have one key.
pub(crate) fn push_key(keys: &mut String, word: &[char]) {
    let start = keys.len();
    for c in word {
        push_small(keys, *c);
    }
    // Only a syllable that ends in a vowel with a tone is spelt in two ways.
    if word.last().is_none_or(char::is_ascii) {
        return;
    }
    if let Some(one) = twin(keys.get(start..).unwrap_or("")) {
        keys.truncate(start);
        keys.push_str(one);
        return;
    }
    let mut tail = keys.get(start..).unwrap_or("").chars().rev();
    let (last, before, third) = (tail.next(), tail.next(), tail.next());
    if let (Some(last), Some(before)) = (last, before)
        && third != Some('q')
        && let Some((toned, base)) = move_tone(last, before)
    {
        let cut = keys.len().saturating_sub(last.len_utf8()).saturating_sub(before.len_utf8());
        keys.truncate(cut);
        keys.push(toned);
        keys.push(base);
    }
}

/// The key of a word of our own tables.
pub(crate) fn key_of(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let chars: Vec<char> = word.chars().collect();
    push_key(&mut key, &chars);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_agree_whatever_the_tone_placement() {
        assert_eq!(key_of("Uỷ"), "ủy");
        assert_eq!(key_of("HOÀ"), "hòa");
        assert_eq!(key_of("quý"), "quý");
        assert_eq!(key_of("toàn"), "toàn");
        assert_eq!(key_of("Sỹ"), key_of("sĩ"));
    }
}
