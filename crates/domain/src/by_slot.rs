//! Things by slot, in a sorted row: what vectors and sums are made of.
//!
//! A tree map holds the same, but the figures of a country are read, added and dropped by the hundred thousand, and
//! there most of its time goes into nodes. Forty slots in one piece of memory are searched, walked and copied faster.
//! Not here: what stands in a slot (`figure`, `total`).

/// The number of a slot: one indicator in one breakdown. Small and installation-wide, because vectors name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Slot(pub u32);

/// Things by slot, in the order of slots, each slot once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BySlot<V>(Vec<(Slot, V)>);

impl<V> Default for BySlot<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> BySlot<V> {
    /// An empty row with room for so many.
    pub fn with_capacity(room: usize) -> Self {
        Self(Vec::with_capacity(room))
    }

    /// How many slots hold something.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no slot does.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, slot: Slot) -> Result<usize, usize> {
        self.0.binary_search_by_key(&slot, |(held, _)| *held)
    }

    /// What stands in a slot.
    pub fn get(&self, slot: &Slot) -> Option<&V> {
        self.0.get(self.place(*slot).ok()?).map(|(_, value)| value)
    }

    /// What stands in a slot, to change it.
    pub fn get_mut(&mut self, slot: &Slot) -> Option<&mut V> {
        let place = self.place(*slot).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Whether anything stands in a slot.
    pub fn contains_key(&self, slot: &Slot) -> bool {
        self.place(*slot).is_ok()
    }

    /// Puts something into a slot; returns what stood there. Quick where the slot is the last.
    #[inline]
    pub fn insert(&mut self, slot: Slot, value: V) -> Option<V> {
        if self.0.last().is_none_or(|(last, _)| *last < slot) {
            self.0.push((slot, value));
            return None;
        }
        self.insert_within(slot, value)
    }

    fn insert_within(&mut self, slot: Slot, value: V) -> Option<V> {
        match self.place(slot) {
            Ok(place) => self.0.get_mut(place).map(|(_, held)| std::mem::replace(held, value)),
            Err(place) => {
                self.0.insert(place, (slot, value));
                None
            }
        }
    }

    /// Takes out what stands in a slot.
    pub fn remove(&mut self, slot: &Slot) -> Option<V> {
        let place = self.place(*slot).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Keeps what passes.
    pub fn retain(&mut self, mut keep: impl FnMut(&Slot, &mut V) -> bool) {
        self.0.retain_mut(|(slot, value)| keep(slot, value));
    }

    /// The slots, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Slot> + '_ {
        self.0.iter().map(|(slot, _)| slot)
    }

    /// What stands in them, in order.
    pub fn values(&self) -> impl Iterator<Item = &V> + '_ {
        self.0.iter().map(|(_, value)| value)
    }

    /// Both, in order, to change what stands there.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Slot, &mut V)> + '_ {
        self.0.iter_mut().map(|(slot, value)| (*slot, value))
    }

    /// The same slots with what is made of what stands in each.
    pub fn map<W>(&self, make: impl Fn(&V) -> W) -> BySlot<W> {
        BySlot(self.0.iter().map(|(slot, value)| (*slot, make(value))).collect())
    }

    /// A walk beside another row, which asks for slots in their order.
    pub fn beside(&self) -> Beside<'_, V> {
        Beside(&self.0)
    }

    /// Both, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (Slot, V)> {
        self.0.iter()
    }
}

/// What of a row is still ahead of whoever walks beside it.
pub struct Beside<'a, V>(&'a [(Slot, V)]);

impl<'a, V> Beside<'a, V> {
    /// What stands in a slot. Every slot asked for lies behind the one before.
    #[inline]
    pub fn at(&mut self, slot: Slot) -> Option<&'a V> {
        loop {
            let ((held, value), rest) = self.0.split_first()?;
            if *held > slot {
                return None;
            }
            self.0 = rest;
            if *held == slot {
                return Some(value);
            }
        }
    }
}

impl<V: Copy> BySlot<V> {
    /// Puts another row into this one, slot by slot; `both` says what becomes of a slot that both hold.
    pub fn merge(&mut self, other: &Self, both: impl Fn(V, V) -> V) {
        // Forms repeat: nearly always both hold the same slots, and nothing moves.
        let alike = self.0.len() == other.0.len() && self.keys().eq(other.keys());
        if alike {
            for ((_, mine), (_, theirs)) in self.0.iter_mut().zip(&other.0) {
                *mine = both(*mine, *theirs);
            }
            return;
        }
        let mut merged = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut mine, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some((a, value)), Some((b, other))) = (mine.peek(), theirs.peek()) {
            merged.push(match a.cmp(b) {
                std::cmp::Ordering::Less => (*a, *value),
                std::cmp::Ordering::Greater => (*b, *other),
                std::cmp::Ordering::Equal => (*a, both(*value, *other)),
            });
            let (a, b) = (*a, *b);
            if a <= b {
                mine.next();
            }
            if b <= a {
                theirs.next();
            }
        }
        merged.extend(mine.chain(theirs));
        self.0 = merged;
    }
}

impl<V> FromIterator<(Slot, V)> for BySlot<V> {
    fn from_iter<I: IntoIterator<Item = (Slot, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        let mut row = Self::with_capacity(pairs.size_hint().0);
        row.extend(pairs);
        row
    }
}

impl<V> Extend<(Slot, V)> for BySlot<V> {
    fn extend<I: IntoIterator<Item = (Slot, V)>>(&mut self, pairs: I) {
        for (slot, value) in pairs {
            self.insert(slot, value);
        }
    }
}

impl<V, const N: usize> From<[(Slot, V); N]> for BySlot<V> {
    fn from(pairs: [(Slot, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<V> IntoIterator for BySlot<V> {
    type Item = (Slot, V);
    type IntoIter = std::vec::IntoIter<(Slot, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, V> IntoIterator for &'a BySlot<V> {
    type Item = &'a (Slot, V);
    type IntoIter = std::slice::Iter<'a, (Slot, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    type Pairs = Vec<(u32, i64)>;

    fn pairs() -> impl Strategy<Value = Pairs> {
        prop::collection::vec((0..40_u32, -9..9_i64), 0..60)
    }

    fn row(pairs: &Pairs) -> BySlot<i64> {
        pairs.iter().map(|(slot, value)| (Slot(*slot), *value)).collect()
    }

    fn row_slots(pairs: &Pairs) -> Vec<Slot> {
        row(pairs).keys().copied().collect()
    }

    fn map(pairs: &Pairs) -> BTreeMap<Slot, i64> {
        pairs.iter().map(|(slot, value)| (Slot(*slot), *value)).collect()
    }

    proptest! {
        #[test]
        fn it_holds_what_a_map_holds(pairs in pairs(), gone in prop::collection::vec(0..40_u32, 0..20)) {
            let (mut row, mut map) = (row(&pairs), map(&pairs));
            for slot in gone.into_iter().map(Slot) {
                prop_assert_eq!(row.get(&slot), map.get(&slot));
                prop_assert_eq!(row.remove(&slot), map.remove(&slot));
                prop_assert!(!row.contains_key(&slot));
            }
            prop_assert!(row.iter().copied().eq(map));
        }

        #[test]
        fn a_walk_beside_it_finds_what_stands_there(pairs in pairs(), other in pairs()) {
            let (row, map) = (row(&pairs), map(&pairs));
            let mut beside = row.beside();
            for slot in row_slots(&other) {
                prop_assert_eq!(beside.at(slot), map.get(&slot));
            }
        }

        #[test]
        fn merging_is_slot_by_slot(a in pairs(), b in pairs()) {
            let (mut merged, mut expected) = (row(&a), map(&a));
            merged.merge(&row(&b), |mine, theirs| mine * 100 + theirs);
            for (slot, value) in map(&b) {
                expected.entry(slot).and_modify(|held| *held = *held * 100 + value).or_insert(value);
            }
            prop_assert!(merged.iter().copied().eq(expected));
        }
    }
}
