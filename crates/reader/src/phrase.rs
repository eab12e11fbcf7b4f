//! Tables of phrases that are looked up at a token.
//!
//! Not here: the phrases themselves (`lexicon`).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::key::{hash_of, key_of};
use crate::token::Sheet;

#[derive(Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

struct Phrase {
    /// Each word with its hash, which parts most phrases sooner than their letters do.
    words: Vec<(u64, String)>,
    id: usize,
}

/// Words of 64 bits that mark first words.
const FIRSTS: usize = 64;

/// The place of a hash among the marks: the word and the bit in it.
fn mark(hash: u64) -> (usize, u64) {
    let slot = usize::try_from((hash >> 6) & 63).unwrap_or(0);
    (slot, 1_u64 << (hash & 63))
}

/// A table of phrases, found at a token by the longest match.
pub(crate) struct Phrases {
    /// One bit for each first word, by its hash: most words begin no phrase, and the bits say so at once.
    firsts: [u64; FIRSTS],
    by_first: HashMap<u64, Vec<Phrase>, BuildHasherDefault<Ready>>,
}

impl Phrases {
    /// Builds a table; the id of a phrase is its place in the list. Words are parted by spaces.
    pub(crate) fn new(list: &[&str]) -> Self {
        let mut by_first: HashMap<u64, Vec<Phrase>, BuildHasherDefault<Ready>> = HashMap::default();
        for (id, phrase) in list.iter().enumerate() {
            let keyed = phrase.split_whitespace().map(key_of);
            let words: Vec<(u64, String)> = keyed.map(|word| (hash_of(&word), word)).collect();
            if let Some((first, _)) = words.first() {
                by_first.entry(*first).or_default().push(Phrase { words, id });
            }
        }
        let mut firsts = [0; FIRSTS];
        for hash in by_first.keys() {
            let (slot, bit) = mark(*hash);
            if let Some(word) = firsts.get_mut(slot) {
                *word |= bit;
            }
        }
        for row in by_first.values_mut() {
            row.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
        }
        Self { firsts, by_first }
    }

    /// Builds a table from phrases parted by semicolons.
    pub(crate) fn of(list: &str) -> Self {
        Self::new(&list.split(';').map(str::trim).collect::<Vec<_>>())
    }

    /// The longest phrase at token `i`: the token after it and its id.
    #[inline]
    pub(crate) fn at(&self, sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize)> {
        let hash = sheet.hash(i)?;
        let (slot, bit) = mark(hash);
        if self.firsts.get(slot).is_none_or(|word| word & bit == 0) {
            return None;
        }
        self.beginning(sheet, i, hash)
    }

    /// The same where some phrase may begin with the word.
    fn beginning(&self, sheet: &Sheet<'_>, i: usize, hash: u64) -> Option<(usize, usize)> {
        let row = self.by_first.get(&hash)?;
        row.iter().find_map(|p| {
            let mut further = p.words.iter().zip(i..).skip(1);
            let alike = further.all(|((hash, _), at)| sheet.hash(at) == Some(*hash));
            let fits = alike && p.words.iter().zip(i..).all(|((_, word), at)| sheet.is(at, word));
            fits.then(|| (i.saturating_add(p.words.len()), p.id))
        })
    }

    pub(crate) fn has(&self, sheet: &Sheet<'_>, i: usize) -> bool {
        self.at(sheet, i).is_some()
    }

    /// The first phrase that begins in `from..to`: its tokens and its id.
    pub(crate) fn find(&self, sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, usize, usize)> {
        (from..to).find_map(|i| self.at(sheet, i).map(|(end, id)| (i, end, id)))
    }

    /// The last phrase that ends at token `end` exactly: its first token and its id.
    pub(crate) fn ending(&self, sheet: &Sheet<'_>, end: usize, most: usize) -> Option<(usize, usize)> {
        (1..=most).rev().find_map(|n| {
            let from = end.checked_sub(n)?;
            self.at(sheet, from).filter(|&(e, _)| e == end).map(|(_, id)| (from, id))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let table = Phrases::new(&["ban", "ban thường vụ"]);
        let sheet = Sheet::new("Ban Thường vụ họp");
        assert_eq!(table.at(&sheet, 0), Some((3, 1)));
    }
}
