//! Putting several periods' totals together for a stretch of time, without counting anything twice.
//!
//! Not here: adding up the tree (`rollup`), choosing the stretch.

use crate::figure::{BySlot, Slot};
use crate::indicator::OverTime;
use crate::period::Period;
use crate::total::{Sum, Sums};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which periods make up a stretch for one slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pick {
    /// Those that are added (or, for a stock, the one that stands).
    pub taken: Vec<Period>,
    /// Those that lie inside but overlap a longer one that was taken; shown as a remark, never added.
    pub left_out: Vec<Period>,
}

/// Chooses among the periods that hold a slot: the stretch itself first, then longer periods before shorter
/// ones that they overlap. A stock or a count of distinct things takes only the last.
pub fn pick(range: Period, held: &[Period], over_time: OverTime) -> Pick {
    let mut inside: Vec<Period> = held.iter().copied().filter(|period| range.contains(*period)).collect();
    inside.sort_by(|a, b| b.days().cmp(&a.days()).then(a.cmp(b)));
    inside.dedup();
    let mut pick = Pick::default();
    for period in inside {
        let overlaps = |taken: &Period| taken.first() <= period.last() && period.first() <= taken.last();
        if pick.taken.iter().any(overlaps) {
            pick.left_out.push(period);
        } else {
            pick.taken.push(period);
        }
    }
    pick.taken.sort_unstable();
    pick.left_out.sort_unstable();
    match over_time {
        OverTime::Sum => {}
        OverTime::Last | OverTime::Distinct => {
            let keep = pick.taken.len().saturating_sub(1);
            pick.taken.drain(..keep);
        }
    }
    pick
}

/// The choice for every slot that any of the periods holds.
pub fn picks(
    range: Period,
    held: impl IntoIterator<Item = (Period, Slot)>,
    over_time: impl Fn(Slot) -> OverTime,
) -> BySlot<Arc<Pick>> {
    let mut held: Vec<(Slot, Period)> = held.into_iter().map(|(period, slot)| (slot, period)).collect();
    held.sort_unstable();
    // Forms repeat: nearly all slots are held by the same periods, and share one choice.
    let mut made: Vec<(Vec<Period>, OverTime, Arc<Pick>)> = Vec::new();
    let mut out = BySlot::default();
    for group in held.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((slot, _)) = group.first() else { continue };
        let rule = over_time(*slot);
        let same = |(periods, over_time, _): &&(Vec<Period>, OverTime, Arc<Pick>)| {
            *over_time == rule && periods.iter().eq(group.iter().map(|(_, period)| period))
        };
        let known = made.iter().find(same).map(|(_, _, pick)| Arc::clone(pick));
        let choice = known.unwrap_or_else(|| {
            let periods: Vec<Period> = group.iter().map(|(_, period)| *period).collect();
            let choice = Arc::new(pick(range, &periods, rule));
            made.push((periods, rule, Arc::clone(&choice)));
            choice
        });
        out.insert(*slot, choice);
    }
    out
}

/// Every slot of every period, for [`picks`].
pub fn slots(by_period: &BTreeMap<Period, Sums>) -> impl Iterator<Item = (Period, Slot)> + '_ {
    by_period.iter().flat_map(|(period, sums)| sums.0.keys().map(|slot| (*period, *slot)))
}

/// One slot's sum over the periods taken.
pub fn total(by_period: &BTreeMap<Period, Sums>, slot: Slot, pick: &Pick) -> Sum {
    pick.taken
        .iter()
        .filter_map(|period| by_period.get(period))
        .fold(Sum::default(), |sum, sums| sum.plus(sums.get(slot)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().expect("a period")
    }

    #[test]
    fn quarters_fill_a_year() {
        let held = ["2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1"].map(period);
        let pick = pick(period("2023"), &held, OverTime::Sum);
        assert_eq!(pick.taken.len(), 4);
        assert!(pick.left_out.is_empty());
    }

    #[test]
    fn a_year_told_as_one_is_not_counted_again_by_its_quarters() {
        let held = ["2023", "2023Q1", "2024Q1"].map(period);
        let pick = pick(period("2023-2024"), &held, OverTime::Sum);
        assert_eq!(pick.taken, [period("2023"), period("2024Q1")]);
        assert_eq!(pick.left_out, [period("2023Q1")]);
    }

    #[test]
    fn of_a_stock_the_last_stands() {
        let held = ["2023Q1", "2023Q4"].map(period);
        assert_eq!(pick(period("2023"), &held, OverTime::Last).taken, [period("2023Q4")]);
    }
}
