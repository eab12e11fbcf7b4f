//! The whole of all totals from the submissions alone: what stored totals are built from and checked against.
//!
//! Not here: changing stored totals step by step (`store::total`), which must always agree with this.

use crate::figure::Vector;
use crate::period::Period;
use crate::total::{Sum, Sums};
use crate::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Through which tree totals are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// The tree of each period's own days.
    AsWas,
    /// Today's tree, through successions.
    AsIs,
}

/// All that was said by one road for one period.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What units said for themselves.
    pub own: HashMap<UnitId, Vector>,
    /// What units said for themselves and all below.
    pub whole: HashMap<UnitId, Vector>,
}

/// One unit's stored total. For a unit at the top, `sums` holds only what lands on the unit itself; what the units below give
/// is added by whoever looks at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Total {
    /// Sums from below, the unit's own included.
    pub sums: Sums,
    /// What the unit said for all below it; as the tree is now this is already within the sums.
    pub whole: Vector,
}

impl Total {
    /// What the unit gives to the one above.
    pub fn contribution(&self) -> Sums {
        if self.whole.0.is_empty() { self.sums.clone() } else { self.sums.overridden(&self.whole) }
    }

    /// Adds what the unit gives to the one above, without a copy where nobody spoke for all.
    pub fn give(&self, above: &mut Sums) {
        if self.whole.0.is_empty() {
            above.add_all(&self.sums);
        } else {
            above.add_all(&self.sums.overridden(&self.whole));
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.sums.0.is_empty() && self.whole.0.is_empty()
    }
}

/// Orders units so that every unit stands before the one above it. `above` must know no ring.
fn deepest_first(
    units: impl Iterator<Item = UnitId>,
    above: &impl Fn(UnitId) -> Option<UnitId>,
) -> Vec<UnitId> {
    let mut depth: HashMap<UnitId, usize> = HashMap::new();
    for unit in units {
        let mut path = vec![unit];
        while let Some(next) = path.last().and_then(|last| above(*last)) {
            if depth.contains_key(&next) || path.len() > 64 {
                path.push(next);
                break;
            }
            path.push(next);
        }
        let known = path.last().and_then(|top| depth.get(top)).copied().unwrap_or(0);
        for (up, unit) in path.iter().rev().enumerate() {
            depth.entry(*unit).or_insert(known + up);
        }
    }
    let mut ordered: Vec<(usize, UnitId)> = depth.into_iter().map(|(unit, depth)| (depth, unit)).collect();
    ordered.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    ordered.into_iter().map(|(_, unit)| unit).collect()
}

/// Adds what lands on each unit up the tree; returns every unit with anything in its total.
fn roll_up(
    landing: HashMap<UnitId, Sums>,
    whole: &HashMap<UnitId, Vector>,
    above: &impl Fn(UnitId) -> Option<UnitId>,
) -> HashMap<UnitId, Total> {
    let mut totals: HashMap<UnitId, Total> =
        landing.into_iter().map(|(unit, sums)| (unit, Total { sums, whole: Vector::default() })).collect();
    for (unit, vector) in whole {
        totals.entry(*unit).or_default().whole = vector.clone();
    }
    let reporting: Vec<UnitId> = totals.keys().copied().collect();
    for unit in deepest_first(reporting.into_iter(), above) {
        let Some(parent) = above(unit) else { continue };
        // What a top unit gets from below is not kept with it.
        if above(parent).is_none() {
            continue;
        }
        // Taken out and put back: two entries of one map cannot be held at once.
        let Some(total) = totals.remove(&unit) else { continue };
        total.give(&mut totals.entry(parent).or_default().sums);
        totals.insert(unit, total);
    }
    totals.retain(|_, total| !total.is_empty());
    totals
}

/// All totals of a period as the tree was.
pub fn as_was(history: &History, period: Period, said: &Said) -> HashMap<UnitId, Total> {
    let landing = said
        .own
        .iter()
        .filter(|(unit, _)| history.day_for(**unit, period).is_some())
        .map(|(unit, vector)| (*unit, Sums::of(vector)))
        .collect();
    let whole = said
        .whole
        .iter()
        .filter(|(unit, vector)| history.day_for(**unit, period).is_some() && !vector.0.is_empty())
        .map(|(unit, vector)| (*unit, vector.clone()))
        .collect();
    roll_up(landing, &whole, &|unit| history.parent_for(unit, period))
}

/// What of a period's submissions counts at all: own values that no unit above spoke for, and the highest
/// whole statements. These are what moves to other units when the tree is seen as of another day.
pub fn effective(history: &History, period: Period, said: &Said) -> HashMap<UnitId, Sums> {
    // Where nobody speaks for others, every own value counts: no path needs to be walked.
    if said.whole.is_empty() {
        let counts = said
            .own
            .iter()
            .filter(|(unit, own)| !own.0.is_empty() && history.day_for(**unit, period).is_some());
        return counts.map(|(unit, own)| (*unit, Sums::of(own))).collect();
    }
    let mut out: HashMap<UnitId, Sums> = HashMap::new();
    let reporting: HashSet<UnitId> = said.own.keys().chain(said.whole.keys()).copied().collect();
    for unit in reporting {
        let path = history.path_for(unit, period);
        let spoken: Vec<&Vector> = path.iter().filter_map(|above| said.whole.get(above)).collect();
        let above: &[&Vector] =
            if said.whole.contains_key(&unit) { spoken.get(1..).unwrap_or_default() } else { &spoken };
        let mut sums = Sums::default();
        if path.is_empty() {
            continue;
        }
        for (slot, value) in said.own.get(&unit).into_iter().flat_map(|vector| &vector.0) {
            if !spoken.iter().any(|vector| vector.0.contains_key(slot)) {
                sums.add(*slot, Sum::of(*value));
            }
        }
        for (slot, value) in said.whole.get(&unit).into_iter().flat_map(|vector| &vector.0) {
            if !above.iter().any(|vector| vector.0.contains_key(slot)) {
                sums.add(*slot, Sum::of(*value));
            }
        }
        if !sums.0.is_empty() {
            out.insert(unit, sums);
        }
    }
    out
}

/// All totals of a period in the tree of `day`, through successions. The sum over all tops equals that of
/// [`as_was`]; what has no home is left out of every unit (see [`homeless`]).
pub fn as_is(history: &History, period: Period, said: &Said, day: Date) -> HashMap<UnitId, Total> {
    let mut landing: HashMap<UnitId, Sums> = HashMap::new();
    for (unit, sums) in effective(history, period, said) {
        if let Some(home) = history.home(unit, day).unit {
            match landing.entry(home) {
                Entry::Vacant(entry) => drop(entry.insert(sums)),
                Entry::Occupied(mut entry) => entry.get_mut().add_all(&sums),
            }
        }
    }
    roll_up(landing, &HashMap::new(), &|unit| history.place_on(unit, day).and_then(|place| place.parent))
}

/// What has no home in the tree of `day`: figures of a top that ended without heirs.
pub fn homeless(history: &History, period: Period, said: &Said, day: Date) -> Sums {
    let mut out = Sums::default();
    for (unit, sums) in effective(history, period, said) {
        if history.home(unit, day).unit.is_none() {
            out.add_all(&sums);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Slot, Value};
    use crate::unit::{OPEN, Placement, Succession};
    use jiff::civil::date;

    const TREES: Slot = Slot(1);

    fn tree() -> History {
        let (start, merge) = (date(2020, 1, 1), date(2025, 7, 1));
        let place = |unit, parent: Option<i64>, from, to| {
            (UnitId(unit), Placement { parent: parent.map(UnitId), from, to })
        };
        History::new(
            [
                place(1, None, start, OPEN),
                place(2, Some(1), start, merge),
                place(3, Some(1), start, merge),
                place(4, Some(2), start, merge),
                place(4, Some(5), merge, OPEN),
                place(5, Some(1), merge, OPEN),
            ],
            [2, 3].map(|unit| Succession {
                predecessor: UnitId(unit),
                successor: UnitId(5),
                effective: merge,
                whole: true,
            }),
        )
    }

    fn vector(number: i64) -> Vector {
        Vector([(TREES, Value::exact(number))].into())
    }

    fn year() -> Period {
        Period::year(2024).expect("a year")
    }

    #[test]
    fn own_values_add_up_and_the_top_keeps_its_own_part_only() {
        let said = Said {
            own: [(UnitId(4), vector(10)), (UnitId(2), vector(5)), (UnitId(1), vector(3))].into(),
            whole: HashMap::new(),
        };
        let totals = as_was(&tree(), year(), &said);
        assert_eq!(totals[&UnitId(2)].sums.get(TREES).number, 15);
        assert_eq!(totals[&UnitId(1)].sums.get(TREES).number, 3);
        let now = as_is(&tree(), year(), &said, date(2026, 1, 1));
        assert_eq!(now[&UnitId(5)].sums.get(TREES).number, 15);
        assert!(!now.contains_key(&UnitId(2)));
    }

    #[test]
    fn a_whole_statement_stands_in_for_what_is_below() {
        let said = Said {
            own: [(UnitId(4), vector(10)), (UnitId(3), vector(1))].into(),
            whole: [(UnitId(2), vector(12))].into(),
        };
        let totals = as_was(&tree(), year(), &said);
        assert_eq!(totals[&UnitId(2)].sums.get(TREES).number, 10);
        assert_eq!(totals[&UnitId(2)].contribution().get(TREES).number, 12);
        let now = as_is(&tree(), year(), &said, date(2026, 1, 1));
        assert_eq!(now[&UnitId(5)].sums.get(TREES).number, 13);
        assert!(!now.contains_key(&UnitId(4)));
    }

    #[test]
    fn a_whole_statement_at_the_top_is_kept() {
        let said = Said { own: [(UnitId(4), vector(10))].into(), whole: [(UnitId(1), vector(6_296))].into() };
        let totals = as_was(&tree(), year(), &said);
        assert_eq!(totals[&UnitId(1)].contribution().get(TREES).number, 6_296);
        assert_eq!(totals[&UnitId(2)].sums.get(TREES).number, 10);
        let now = as_is(&tree(), year(), &said, date(2026, 1, 1));
        assert_eq!(now[&UnitId(1)].sums.get(TREES).number, 6_296);
        assert!(!now.contains_key(&UnitId(5)));
    }
}
