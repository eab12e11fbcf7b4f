//! Freezes (số đã chốt): what a unit and those below it had said for a stretch of time, in which tree, kept as it
//! stood at one moment. A freeze has a number, never changes, and is what reports quote.
//!
//! Not here: why two of them differ (`difference`), the tree's bytes (`tree`), keeping them (`store::freeze`).

pub mod difference;
mod tree;

pub use tree::{decode_tree, encode_tree};

use crate::code::codes;
use crate::figure::{Damaged, Vector, put, take};
use crate::id::SubmissionId;
use crate::period::Period;
use crate::rollup::{self, Lens, Said, Total};
use crate::submission::{Road, Scope, SubmissionKey};
use crate::total::Sums;
use crate::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A submission as a freeze keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which one.
    pub submission: SubmissionId,
    /// What it is about.
    pub key: SubmissionKey,
    /// How many edits it had had.
    pub version: i64,
    /// Its values.
    pub vector: Vector,
}

/// How far a unit directly below had come when the figures were frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turnout {
    /// It had said nothing.
    Missing,
    /// It had figures, and nobody had approved all of them.
    Reported,
    /// Everything that it had filed was approved.
    Approved,
}

codes!(Turnout { Missing = "missing", Reported = "reported", Approved = "approved" });

/// The totals of one unit in a freeze: what they were as the tree was and in the tree of the freeze's day.
pub type Totals = BTreeMap<(Period, Road), [Total; 2]>;

/// One unit in a freeze.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrozenUnit {
    /// What it had said.
    pub said: Vec<Kept>,
    /// Its totals, complete: at a top too.
    pub totals: Totals,
}

/// Which place a lens has in [`Totals`].
fn place(lens: Lens) -> usize {
    match lens {
        Lens::AsWas => 0,
        Lens::AsIs => 1,
    }
}

impl FrozenUnit {
    /// The total of one period through a lens.
    pub fn total(&self, period: Period, road: Road, lens: Lens) -> Option<&Total> {
        let total = self.totals.get(&(period, road))?.get(place(lens))?;
        (!total.is_empty()).then_some(total)
    }

    /// The stored form: what was said, then the totals; where both lenses agree the second is left out.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, count(self.said.len()));
        for kept in &self.said {
            put(&mut out, kept.submission.0.unsigned_abs());
            put(&mut out, kept.key.period.key().unsigned_abs());
            put(&mut out, u64::from(kept.key.road == Road::Evidenced));
            put(&mut out, u64::from(kept.key.scope == Scope::Whole));
            put(&mut out, kept.version.unsigned_abs());
            put_bytes(&mut out, &kept.vector.encode());
        }
        put(&mut out, count(self.totals.len()));
        for ((period, road), [was, is]) in &self.totals {
            put(&mut out, period.key().unsigned_abs());
            put(&mut out, u64::from(*road == Road::Evidenced));
            put(&mut out, u64::from(was == is));
            put_total(&mut out, was);
            if was != is {
                put_total(&mut out, is);
            }
        }
        out
    }

    /// Reads what [`FrozenUnit::encode`] wrote for a unit.
    pub fn decode(unit: UnitId, mut bytes: &[u8]) -> Result<Self, Damaged> {
        let from = &mut bytes;
        let mut frozen = Self::default();
        for _ in 0..take(from)? {
            let submission = SubmissionId(number(from)?);
            let period = period(from)?;
            let road = if take(from)? == 1 { Road::Evidenced } else { Road::Declared };
            let scope = if take(from)? == 1 { Scope::Whole } else { Scope::Own };
            let version = number(from)?;
            let vector = Vector::decode(take_bytes(from)?)?;
            let key = SubmissionKey { unit, period, road, scope };
            frozen.said.push(Kept { submission, key, version, vector });
        }
        for _ in 0..take(from)? {
            let period = period(from)?;
            let road = if take(from)? == 1 { Road::Evidenced } else { Road::Declared };
            let same = take(from)? == 1;
            let was = take_total(from)?;
            let is = if same { was.clone() } else { take_total(from)? };
            frozen.totals.insert((period, road), [was, is]);
        }
        if from.is_empty() { Ok(frozen) } else { Err(Damaged) }
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn number(from: &mut &[u8]) -> Result<i64, Damaged> {
    i64::try_from(take(from)?).map_err(|_| Damaged)
}

fn period(from: &mut &[u8]) -> Result<Period, Damaged> {
    Period::from_key(number(from)?).map_err(|_| Damaged)
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, count(bytes.len()));
    out.extend_from_slice(bytes);
}

fn take_bytes<'a>(from: &mut &'a [u8]) -> Result<&'a [u8], Damaged> {
    let length = usize::try_from(take(from)?).map_err(|_| Damaged)?;
    let (taken, rest) = from.split_at_checked(length).ok_or(Damaged)?;
    *from = rest;
    Ok(taken)
}

fn put_total(out: &mut Vec<u8>, total: &Total) {
    put_bytes(out, &total.sums.encode());
    put_bytes(out, &total.whole.encode());
}

fn take_total(from: &mut &[u8]) -> Result<Total, Damaged> {
    Ok(Total { sums: Sums::decode(take_bytes(from)?)?, whole: Vector::decode(take_bytes(from)?)? })
}

/// How figures stood at one moment: in a freeze, or now.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// Who stood where, and who took over from whom.
    pub history: &'a History,
    /// The day of the tree for the as-is lens.
    pub day: Date,
    /// What had been said: by everyone below the unit looked at, and for all by whoever stood above one of them.
    pub said: &'a [Kept],
}

impl Stand<'_> {
    /// What was said by a road for one period.
    pub(crate) fn said_for(&self, period: Period, road: Road) -> Said {
        let mut said = Said::default();
        for kept in self.said.iter().filter(|kept| kept.key.period == period && kept.key.road == road) {
            match kept.key.scope {
                Scope::Own => said.own.insert(kept.key.unit, kept.vector.clone()),
                Scope::Whole => said.whole.insert(kept.key.unit, kept.vector.clone()),
            };
        }
        said
    }

    /// Every period for which anything was said by a road within a stretch.
    pub fn periods(&self, range: Period, road: Road) -> BTreeSet<Period> {
        let keys = self.said.iter().map(|kept| kept.key);
        keys.filter(|key| key.road == road && range.contains(key.period)).map(|key| key.period).collect()
    }

    /// The units along which a unit's figures of a period add up, through a lens.
    pub fn path(&self, unit: UnitId, period: Period, lens: Lens) -> Vec<UnitId> {
        match lens {
            Lens::AsWas => self.history.path_for(unit, period),
            Lens::AsIs => self.history.home_path(unit, self.day),
        }
    }

    /// The unit directly above, through a lens.
    pub fn above(&self, unit: UnitId, period: Period, lens: Lens) -> Option<UnitId> {
        match lens {
            Lens::AsWas => self.history.parent_for(unit, period),
            Lens::AsIs => self.history.place_on(unit, self.day).and_then(|place| place.parent),
        }
    }

    /// The complete totals of all units of one period, through a lens. Those of a unit that is not below everyone
    /// whose figures are here are incomplete.
    pub fn totals(&self, period: Period, road: Road, lens: Lens) -> HashMap<UnitId, Total> {
        let said = self.said_for(period, road);
        let stored = match lens {
            Lens::AsWas => rollup::as_was(self.history, period, &said),
            Lens::AsIs => rollup::as_is(self.history, period, &said, self.day),
        };
        let mut complete = stored.clone();
        for (unit, total) in &stored {
            // What comes to a top from below is in no stored total.
            if let Some(parent) = self.above(*unit, period, lens)
                && self.above(parent, period, lens).is_none()
            {
                complete.entry(parent).or_default().sums.add_all(&total.contribution());
            }
        }
        complete.retain(|_, total| !total.is_empty());
        complete
    }

    /// Whether a unit's figures of a period count below `top`, through a lens.
    pub fn is_below(&self, unit: UnitId, top: UnitId, period: Period, lens: Lens) -> bool {
        self.path(unit, period, lens).contains(&top)
    }
}

/// What a freeze of a unit keeps of how figures stand: the submissions, and the totals of every unit below.
pub fn freeze(stand: Stand<'_>, top: UnitId, range: Period) -> BTreeMap<UnitId, FrozenUnit> {
    let mut frozen: BTreeMap<UnitId, FrozenUnit> = BTreeMap::new();
    for kept in stand.said {
        frozen.entry(kept.key.unit).or_default().said.push(kept.clone());
    }
    for road in Road::ALL {
        for period in stand.periods(range, *road) {
            for lens in [Lens::AsWas, Lens::AsIs] {
                for (unit, total) in stand.totals(period, *road, lens) {
                    let inside = match lens {
                        Lens::AsWas => stand.is_below(unit, top, period, lens),
                        Lens::AsIs => stand.history.path_on(unit, stand.day).contains(&top),
                    };
                    if inside {
                        let totals = &mut frozen.entry(unit).or_default().totals;
                        if let Some(held) = totals.entry((period, *road)).or_default().get_mut(place(lens)) {
                            *held = total;
                        }
                    }
                }
            }
        }
    }
    for unit in frozen.values_mut() {
        unit.said.sort_by_key(|kept| kept.key);
    }
    frozen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Slot, Value};

    #[test]
    fn a_frozen_unit_survives_storage() {
        let unit = UnitId(7);
        let period = Period::year(2024).expect("a year");
        let key = SubmissionKey { unit, period, road: Road::Declared, scope: Scope::Whole };
        let vector = Vector([(Slot(3), Value::at_least(5_400)), (Slot(9), Value::NotApplicable)].into());
        let was = Total { sums: Sums::of(&vector), whole: vector.clone() };
        let is = Total { sums: Sums::of(&vector), whole: Vector::default() };
        let kept = Kept { submission: SubmissionId(1 << 60), key, version: 4, vector };
        let other = Kept {
            key: SubmissionKey { road: Road::Evidenced, scope: Scope::Own, ..key },
            vector: Vector::default(),
            ..kept.clone()
        };
        let totals =
            [((period, Road::Declared), [was.clone(), is]), ((period, Road::Evidenced), [was.clone(), was])];
        let frozen = FrozenUnit { said: vec![kept, other], totals: totals.into() };
        let bytes = frozen.encode();
        assert_eq!(FrozenUnit::decode(unit, &bytes), Ok(frozen));
        for end in 0..bytes.len() {
            assert!(FrozenUnit::decode(unit, bytes.get(..end).unwrap_or_default()).is_err(), "{end}");
        }
    }
}
