//! Why a figure is another one than before ("Vì sao khác?"): the difference between two moments, part by part, down
//! to the unit and period that said it. The parts add up to the difference, because each is what one statement
//! counted for then and now.
//!
//! Not here: whose edit it was (`acts`), the sentences (`lang`).

use super::{Kept, Stand};
use crate::code::codes;
use crate::figure::{BySlot, Slot, Value, Vector};
use crate::id::SubmissionId;
use crate::indicator::OverTime;
use crate::period::Period;
use crate::range::{self, Pick};
use crate::rollup::Lens;
use crate::submission::{Road, Scope};
use crate::total::{Sum, Sums};
use crate::unit::UnitId;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Why one statement counts for another number than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// It had not been there: sent after the earlier moment.
    Late,
    /// The unit corrected it.
    Corrected,
    /// The unit took it back.
    Withdrawn,
    /// The unit is new in the tree.
    NewUnit,
    /// The unit came from elsewhere, went elsewhere, ended or was merged.
    Reorganised,
    /// A unit above began or ceased to speak for all below it.
    Stated,
    /// Another period stands for it now: a longer one, or of a stock a later one.
    Replaced,
}

codes!(Cause {
    Late = "late",
    Corrected = "corrected",
    Withdrawn = "withdrawn",
    NewUnit = "new-unit",
    Reorganised = "reorganised",
    Stated = "stated",
    Replaced = "replaced",
});

/// One statement that counts for another number than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Of which figure.
    pub slot: Slot,
    /// Whose statement.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// For whom it speaks.
    pub scope: Scope,
    /// Why.
    pub cause: Cause,
    /// What it counted for before; empty for nothing.
    pub before: Sum,
    /// What it counts for after.
    pub after: Sum,
    /// Which submission, and its versions before and after (0: none), where the unit's own words changed.
    pub edit: Option<(SubmissionId, i64, i64)>,
}

/// The difference of one figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// The figure before.
    pub before: Sum,
    /// The figure after.
    pub after: Sum,
    /// Its parts; their steps add up to the difference.
    pub parts: Vec<Part>,
}

/// What is looked at on both sides.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whose figures.
    pub unit: UnitId,
    /// Over which stretch.
    pub range: Period,
    /// By which road.
    pub road: Road,
    /// Through which tree.
    pub lens: Lens,
}

type Key = (Period, UnitId, Scope);

/// What each statement counts for in a unit's figures at one moment.
struct Counted<'a> {
    stand: Stand<'a>,
    held: HashMap<Key, &'a Kept>,
    parts: BTreeMap<Slot, BTreeMap<Key, Sum>>,
    picks: BySlot<Arc<Pick>>,
}

impl<'a> Counted<'a> {
    fn new(stand: Stand<'a>, look: &Look, over_time: &impl Fn(Slot) -> OverTime) -> Self {
        let mut held: HashMap<Key, &'a Kept> = HashMap::new();
        for kept in stand.said.iter().filter(|kept| kept.key.road == look.road) {
            if look.range.contains(kept.key.period) {
                held.insert((kept.key.period, kept.key.unit, kept.key.scope), kept);
            }
        }
        let mut all: BTreeMap<Key, Sums> = BTreeMap::new();
        for (key, kept) in &held {
            let counts = counts(&stand, look, *key, &kept.vector, &held);
            if !counts.0.is_empty() {
                all.insert(*key, counts);
            }
        }
        let mut by_period: BTreeMap<Period, Sums> = BTreeMap::new();
        for ((period, _, _), sums) in &all {
            by_period.entry(*period).or_default().add_all(sums);
        }
        let picks = range::picks(look.range, range::slots(&by_period), over_time);
        let mut parts: BTreeMap<Slot, BTreeMap<Key, Sum>> = BTreeMap::new();
        for (key, sums) in all {
            for (slot, sum) in sums.0 {
                if picks.get(&slot).is_some_and(|pick| pick.taken.contains(&key.0)) {
                    parts.entry(slot).or_default().insert(key, sum);
                }
            }
        }
        Self { stand, held, parts, picks }
    }

    fn part(&self, slot: Slot, key: &Key) -> Sum {
        self.parts.get(&slot).and_then(|parts| parts.get(key)).copied().unwrap_or_default()
    }

    fn raw(&self, slot: Slot, key: &Key) -> Option<Value> {
        self.held.get(key)?.vector.get(slot)
    }

    fn total(&self, slot: Slot) -> Sum {
        self.parts.get(&slot).into_iter().flat_map(BTreeMap::values).copied().fold(Sum::default(), Sum::plus)
    }

    fn takes(&self, slot: Slot, period: Period) -> bool {
        self.picks.get(&slot).is_some_and(|pick| pick.taken.contains(&period))
    }

    fn version(&self, key: &Key) -> Option<(SubmissionId, i64)> {
        self.held.get(key).map(|kept| (kept.submission, kept.version))
    }
}

/// What one statement counts for in the figures of the unit looked at, before periods are chosen: the slots that
/// nobody who counts before it spoke for.
fn counts(stand: &Stand<'_>, look: &Look, key: Key, vector: &Vector, held: &HashMap<Key, &Kept>) -> Sums {
    let (period, unit, scope) = key;
    let told = stand.history.path_for(unit, period);
    let inside = match look.lens {
        Lens::AsWas => told.iter().position(|above| *above == look.unit).map(|place| place + 1),
        // As it is now a statement moves as it was made: whoever spoke for it then, wherever, still does.
        Lens::AsIs => stand.history.home_path(unit, stand.day).contains(&look.unit).then_some(told.len()),
    };
    let Some(inside) = inside else { return Sums::default() };
    let first = usize::from(scope == Scope::Whole);
    let speakers: Vec<&Vector> = told
        .get(first..inside)
        .unwrap_or_default()
        .iter()
        .filter_map(|above| held.get(&(period, *above, Scope::Whole)))
        .map(|kept| &kept.vector)
        .collect();
    let mut sums = Sums::default();
    for (slot, value) in &vector.0 {
        if !told.is_empty() && !speakers.iter().any(|spoken| spoken.0.contains_key(slot)) {
            sums.add(*slot, Sum::of(*value));
        }
    }
    sums
}

/// Explains every figure of a unit that is not what it was: from one moment to another.
pub fn explain(
    before: Stand<'_>,
    after: Stand<'_>,
    look: Look,
    over_time: impl Fn(Slot) -> OverTime,
) -> BTreeMap<Slot, Difference> {
    let was = Counted::new(before, &look, &over_time);
    let is = Counted::new(after, &look, &over_time);
    let slots: BTreeSet<Slot> = was.parts.keys().chain(is.parts.keys()).copied().collect();
    let mut out = BTreeMap::new();
    for slot in slots {
        let keys: BTreeSet<Key> = [&was, &is]
            .into_iter()
            .filter_map(|side| side.parts.get(&slot))
            .flat_map(BTreeMap::keys)
            .copied()
            .collect();
        let mut parts = Vec::new();
        for key in keys {
            let (then, now) = (was.part(slot, &key), is.part(slot, &key));
            if then != now {
                parts.push(part(&was, &is, &look, slot, key, then, now));
            }
        }
        out.insert(slot, Difference { before: was.total(slot), after: is.total(slot), parts });
    }
    out
}

fn part(
    was: &Counted<'_>,
    is: &Counted<'_>,
    look: &Look,
    slot: Slot,
    key: Key,
    before: Sum,
    after: Sum,
) -> Part {
    let (period, unit, scope) = key;
    let cause = cause(was, is, look, slot, &key, (before, after));
    let edit = match cause {
        Cause::Late | Cause::Corrected | Cause::Withdrawn => {
            let (then, now) = (was.version(&key), is.version(&key));
            now.or(then).map(|(submission, _)| {
                (submission, then.map_or(0, |(_, version)| version), now.map_or(0, |(_, version)| version))
            })
        }
        Cause::NewUnit | Cause::Reorganised | Cause::Stated | Cause::Replaced => None,
    };
    Part { slot, unit, period, scope, cause, before, after, edit }
}

/// The tree comes first, then who spoke, then what was said: a unit that moved away and was corrected there counts
/// for nothing here because it moved.
fn cause(
    was: &Counted<'_>,
    is: &Counted<'_>,
    look: &Look,
    slot: Slot,
    key: &Key,
    (before, after): (Sum, Sum),
) -> Cause {
    let (period, unit, _) = *key;
    let below = |side: &Counted<'_>| side.stand.is_below(unit, look.unit, period, look.lens);
    match (below(was), below(is)) {
        (false, _) if !was.stand.history.knows(unit) => return Cause::NewUnit,
        (false, _) | (_, false) => return Cause::Reorganised,
        (true, true) => {}
    }
    let shifted = || {
        if was.takes(slot, period) == is.takes(slot, period) { Cause::Stated } else { Cause::Replaced }
    };
    match (was.raw(slot, key), is.raw(slot, key)) {
        (None, Some(_)) if was.held.contains_key(key) => Cause::Corrected,
        (None, Some(_)) => Cause::Late,
        (Some(_), None) => Cause::Withdrawn,
        (Some(then), Some(now)) if then != now && !before.is_empty() && !after.is_empty() => Cause::Corrected,
        _ => shifted(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::SubmissionKey;
    use crate::unit::{History, OPEN, Placement, Succession};
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    const YEARS: &str = "2023-2024";

    fn periods() -> Vec<Period> {
        ["2023", "2023Q3", "2024Q1", "2024M02", "2024"].map(|text| text.parse().expect("a period")).into()
    }

    /// A unit's beginning: above whom, whether it moves and to whom, whether it ends and into whom.
    type Life = (usize, Option<usize>, Option<Option<usize>>);

    /// What stood at a moment: the tree, and for each unit, period and scope what was said.
    type Moment = (Vec<Life>, Vec<(usize, usize, bool, u32, i64)>);

    fn moment() -> impl Strategy<Value = Moment> {
        let life = (
            0..8_usize,
            prop::option::weighted(0.2, 0..8_usize),
            prop::option::weighted(0.2, prop::option::of(0..8_usize)),
        );
        let said = (0..8_usize, 0..5_usize, prop::bool::weighted(0.2), 1..3_u32, 0..50_i64);
        (prop::collection::vec(life, 1..8), prop::collection::vec(said, 0..30))
    }

    /// Unit 1 is the top; every other stands below one with a smaller number, so no ring can form. Whoever stood
    /// below one that ends goes to the next above that stays.
    fn history(lives: &[Life]) -> History {
        let (start, change) = (date(2020, 1, 1), date(2024, 2, 10));
        let id = |place: usize| UnitId(i64::try_from(place).unwrap_or(0) + 1);
        let mut places = vec![(UnitId(1), Placement { parent: None, from: start, to: OPEN })];
        let mut heirs = Vec::new();
        // For each unit: whether it stays, and above it after the change.
        let mut after = vec![(true, 0)];
        for (at, (above, moved, ended)) in lives.iter().enumerate().map(|(at, life)| (at + 1, life)) {
            let stays = |place: usize| if after[place].0 { place } else { after[place].1 };
            let (unit, parent) = (id(at), above % at);
            let next = stays(moved.map_or(parent, |moved| moved % at));
            let to = if ended.is_some() || next != parent { change } else { OPEN };
            places.push((unit, Placement { parent: Some(id(parent)), from: start, to }));
            if let Some(heir) = ended {
                heirs.extend(heir.map(|heir| Succession {
                    predecessor: unit,
                    successor: id(stays(heir % at)),
                    effective: change,
                    whole: at % 2 == 0,
                }));
            } else if next != parent {
                places.push((unit, Placement { parent: Some(id(next)), from: change, to: OPEN }));
            }
            after.push((ended.is_none(), next));
        }
        History::new(places, heirs)
    }

    fn kept(said: &[(usize, usize, bool, u32, i64)]) -> Vec<Kept> {
        let mut found: BTreeMap<SubmissionKey, Vector> = BTreeMap::new();
        for (unit, period, whole, slot, number) in said {
            let key = SubmissionKey {
                unit: UnitId(i64::try_from(*unit).unwrap_or(0) + 1),
                period: periods()[*period],
                road: Road::Declared,
                scope: if *whole { Scope::Whole } else { Scope::Own },
            };
            found.entry(key).or_default().0.insert(Slot(*slot), Value::exact(*number));
        }
        let kept = |(key, vector)| Kept { submission: SubmissionId(1), key, version: 1, vector };
        found.into_iter().map(kept).collect()
    }

    /// The second slot is a stock.
    fn over_time(slot: Slot) -> OverTime {
        if slot == Slot(2) { OverTime::Last } else { OverTime::Sum }
    }

    /// The figure by the definition of totals alone.
    fn figure(stand: Stand<'_>, look: &Look, slot: Slot) -> Sum {
        let mut by_period = BTreeMap::new();
        for period in stand.periods(look.range, look.road) {
            if let Some(total) = stand.totals(period, look.road, look.lens).get(&look.unit) {
                by_period.insert(period, total.contribution());
            }
        }
        let picks = range::picks(look.range, range::slots(&by_period), over_time);
        picks.get(&slot).map_or_else(Sum::default, |pick| range::total(&by_period, slot, pick))
    }

    fn day() -> Date {
        date(2025, 1, 1)
    }

    proptest! {
        #[test]
        fn the_parts_add_up_to_the_difference(was in moment(), is in moment(), unit in 1..9_i64, now in any::<bool>()) {
            let (tree_was, tree_is) = (history(&was.0), history(&is.0));
            let (said_was, said_is) = (kept(&was.1), kept(&is.1));
            let before = Stand { history: &tree_was, day: date(2024, 1, 1), said: &said_was };
            let after = Stand { history: &tree_is, day: day(), said: &said_is };
            let lens = if now { Lens::AsIs } else { Lens::AsWas };
            let range = YEARS.parse().expect("years");
            let look = Look { unit: UnitId(unit), range, road: Road::Declared, lens };
            let explained = explain(before, after, look, over_time);
            for slot in [Slot(1), Slot(2)] {
                let (then, now) = (figure(before, &look, slot), figure(after, &look, slot));
                let told = explained.get(&slot).cloned().unwrap_or_default();
                prop_assert_eq!((told.before, told.after), (then, now));
                let steps = told.parts.iter().map(|part| part.after.plus(part.before.negated()));
                prop_assert_eq!(steps.fold(then, Sum::plus), now);
            }
        }
    }

    fn one(number: i64, version: i64) -> Vec<Kept> {
        let mut kept = kept(&[(2, 0, false, 1, number)]);
        for kept in &mut kept {
            kept.version = version;
        }
        kept
    }

    fn causes(before: (&History, &[Kept]), after: (&History, &[Kept])) -> Vec<(i64, Cause)> {
        let stand =
            |(history, said): (&'static History, &'static [Kept])| Stand { history, day: day(), said };
        let leak = |(history, said): (&History, &[Kept])| -> (&'static History, &'static [Kept]) {
            (Box::leak(Box::new(history.clone())), Box::leak(said.to_vec().into_boxed_slice()))
        };
        let range = YEARS.parse().expect("years");
        let look = Look { unit: UnitId(2), range, road: Road::Declared, lens: Lens::AsWas };
        let told = explain(stand(leak(before)), stand(leak(after)), look, over_time);
        let parts = told.values().flat_map(|one| &one.parts);
        parts.map(|part| (part.after.number - part.before.number, part.cause)).collect()
    }

    #[test]
    fn every_cause_has_its_story() {
        // 1 > 2 > 3, and 1 > 4.
        let tree = history(&[(0, None, None), (1, None, None), (0, None, None)]);
        let (five, seven) = (one(5, 1), one(7, 2));
        assert_eq!(causes((&tree, &[]), (&tree, &five)), [(5, Cause::Late)]);
        assert_eq!(causes((&tree, &five), (&tree, &seven)), [(2, Cause::Corrected)]);
        let mut taken_back = five.clone();
        taken_back[0].vector = Vector::default();
        assert_eq!(causes((&tree, &five), (&tree, &taken_back)), [(-5, Cause::Withdrawn)]);
        let without = history(&[(0, None, None)]);
        assert_eq!(causes((&without, &[]), (&tree, &five)), [(5, Cause::NewUnit)]);
        let elsewhere = history(&[(0, None, None), (0, None, None), (0, None, None)]);
        assert_eq!(causes((&tree, &five), (&elsewhere, &seven)), [(-5, Cause::Reorganised)]);
        let mut stated = five.clone();
        stated.extend(kept(&[(1, 0, true, 1, 12)]));
        assert_eq!(causes((&tree, &five), (&tree, &stated)), [(12, Cause::Late), (-5, Cause::Stated)]);
        let mut stock = kept(&[(2, 1, false, 2, 40)]);
        let earlier = stock.clone();
        stock.extend(kept(&[(2, 2, false, 2, 44)]));
        assert_eq!(causes((&tree, &earlier), (&tree, &stock)), [(-40, Cause::Replaced), (44, Cause::Late)]);
    }
}
