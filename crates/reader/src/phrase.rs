//! Tables of phrases that are looked up at a token.
//!
//! Not here: the phrases themselves (`lexicon`).

use crate::key::{hash_of, key_of};
use crate::token::{Sheet, next};

/// Words of 64 bits that mark first words.
const FIRSTS: usize = 64;

/// The place of a hash among the marks: the word and the bit in it.
fn mark(hash: u64) -> (usize, u64) {
    let slot = usize::try_from((hash >> 6) & 63).unwrap_or(0);
    (slot, 1_u64 << (hash & 63))
}

/// A phrase: where its words stand in the table's row of hashes, and its place in the list.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    /// Its second word, with which phrases of one group part.
    second: Option<u64>,
    from: usize,
    to: usize,
    id: usize,
}

/// The phrases that begin with one word.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    hash: u64,
    from: usize,
    to: usize,
    /// Where the phrase of one word stands, if there is one: behind all longer ones.
    single: usize,
    /// One bit for each second word, by its hash: mostly another word follows, and no longer phrase need be compared.
    seconds: u64,
}

/// The bit of a second word.
fn second_mark(hash: u64) -> u64 {
    1_u64 << (hash & 63)
}

/// A table of phrases, found at a token by the longest match.
///
/// Words are compared by their 64 bits alone, and everything stands in a few rows side by side: a table is asked at every word of
/// a text, and each leap through memory would cost more than the comparing. A foreign word with the same 64 bits would have to be
/// made for it, and would gain no more than writing the word itself.
pub(crate) struct Phrases {
    /// One bit for each first word, by its hash: most words begin no phrase, and the bits say so at once.
    firsts: [u64; FIRSTS],
    /// Groups by their first word's hash, each at the first free slot from its own on; a power of two, half of it free.
    groups: Vec<Group>,
    /// Group by group, the longest first.
    rows: Vec<Phrase>,
    hashes: Vec<u64>,
}

impl Phrases {
    /// Builds a table; the id of a phrase is its place in the list. Words are parted by spaces.
    pub(crate) fn new(list: &[&str]) -> Self {
        let keyed = |phrase: &&str| phrase.split_whitespace().map(|word| hash_of(&key_of(word))).collect();
        let mut listed: Vec<(usize, Vec<u64>)> = list.iter().map(keyed).enumerate().collect();
        listed.retain(|(_, words)| !words.is_empty());
        // Stable: of equal phrases the first of the list stays the first.
        listed.sort_by_key(|(_, words)| (words.first().copied(), std::cmp::Reverse(words.len())));
        let mut table =
            Self { firsts: [0; FIRSTS], groups: Vec::new(), rows: Vec::new(), hashes: Vec::new() };
        let mut groups: Vec<Group> = Vec::new();
        for (id, words) in listed {
            let from = table.hashes.len();
            table.hashes.extend(&words);
            let at = table.rows.len();
            table.rows.push(Phrase { second: words.get(1).copied(), from, to: table.hashes.len(), id });
            let hash = words.first().copied().unwrap_or(0);
            if groups.last().is_none_or(|g| g.hash != hash) {
                groups.push(Group { hash, from: at, to: at, single: at, seconds: 0 });
            }
            if let Some(group) = groups.last_mut() {
                group.to = next(at);
                if let Some(second) = words.get(1) {
                    group.single = next(at);
                    group.seconds |= second_mark(*second);
                }
            }
        }
        table.groups = vec![Group::default(); groups.len().saturating_mul(2).next_power_of_two()];
        for group in groups {
            let (slot, bit) = mark(group.hash);
            if let Some(word) = table.firsts.get_mut(slot) {
                *word |= bit;
            }
            let free = table.slots(group.hash).find(|&k| table.groups.get(k).is_some_and(|g| g.to == 0));
            if let Some(slot) = free.and_then(|k| table.groups.get_mut(k)) {
                *slot = group;
            }
        }
        table
    }

    /// The slots at which the group of a hash may stand, in order.
    fn slots(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let count = self.groups.len();
        // The lowest bits say least in a hash of few letters.
        let first = usize::try_from(hash >> 24 & u64::from(u32::MAX)).unwrap_or(0);
        (0..count).map(move |n| first.wrapping_add(n) & count.saturating_sub(1))
    }

    /// Builds a table from phrases parted by semicolons.
    pub(crate) fn of(list: &str) -> Self {
        Self::new(&list.split(';').map(str::trim).collect::<Vec<_>>())
    }

    /// The longest phrase at token `i`: the token after it and its id.
    #[inline]
    pub(crate) fn at(&self, sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize)> {
        let hash = sheet.hash(i).filter(|&hash| self.may_begin(hash))?;
        self.beginning(sheet, i, hash)
    }

    /// Whether some phrase may begin at token `i`: the cheapest question, to be asked before a rule is called.
    #[inline]
    pub(crate) fn may_be_at(&self, sheet: &Sheet<'_>, i: usize) -> bool {
        sheet.hash(i).is_some_and(|hash| self.may_begin(hash))
    }

    #[inline]
    fn may_begin(&self, hash: u64) -> bool {
        let (slot, bit) = mark(hash);
        self.firsts.get(slot).is_some_and(|word| word & bit != 0)
    }

    /// The same where some phrase may begin with the word.
    fn beginning(&self, sheet: &Sheet<'_>, i: usize, hash: u64) -> Option<(usize, usize)> {
        let mut met = self.slots(hash).map_while(|k| self.groups.get(k)).take_while(|g| g.to > 0);
        let group = met.find(|g| g.hash == hash)?;
        let second = sheet.hash(next(i));
        let goes_on = second.is_some_and(|hash| group.seconds & second_mark(hash) != 0);
        let from = if goes_on { group.from } else { group.single };
        let near = self.rows.get(from..group.to)?.iter();
        near.filter(|p| p.second.is_none() || p.second == second).find_map(|p| {
            let words = self.hashes.get(p.from..p.to)?;
            let rest = words.get(2..).unwrap_or(&[]);
            let alike =
                rest.iter().zip(i.saturating_add(2)..).all(|(hash, at)| sheet.hash(at) == Some(*hash));
            alike.then(|| (i.saturating_add(words.len()), p.id))
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
