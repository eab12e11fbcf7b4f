//! Whether one unit continues another through reorganisations, so that consecutive years go on.
//!
//! Not here: the reorganisations themselves (`unit`).

use crate::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// How a unit stands to an older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Continuity {
    /// It has nothing of it.
    None,
    /// It took over a part.
    Part,
    /// It took over the whole of it, and the whole of others as well.
    Joined,
    /// It is the same unit, or its only whole successor's line.
    Whole,
}

/// How `newer` stands to `older` on a day: the strongest line of successions in force by then.
pub fn continuity(history: &History, older: UnitId, newer: UnitId, day: Date) -> Continuity {
    if older == newer {
        return Continuity::Whole;
    }
    let mut whole_into: HashMap<UnitId, usize> = HashMap::new();
    for unit in history.units() {
        for heir in history.heirs(unit).iter().filter(|heir| heir.whole && heir.effective <= day) {
            *whole_into.entry(heir.successor).or_default() += 1;
        }
    }
    let mut best = Continuity::None;
    let (mut open, mut seen) = (vec![(older, Continuity::Whole)], HashSet::new());
    while let Some((unit, so_far)) = open.pop() {
        if unit == newer {
            best = best.max(so_far);
            continue;
        }
        if !seen.insert((unit, so_far)) {
            continue;
        }
        for heir in history.heirs(unit).iter().filter(|heir| heir.effective <= day) {
            // A successor that stood before was a unit of its own: it joined the two even with one edge.
            let stood = history.life(heir.successor).is_some_and(|(first, _)| first < heir.effective);
            let alone = !stood && whole_into.get(&heir.successor) == Some(&1);
            let edge = match (heir.whole, alone) {
                (true, true) => Continuity::Whole,
                (true, false) => Continuity::Joined,
                (false, _) => Continuity::Part,
            };
            open.push((heir.successor, so_far.min(edge)));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{OPEN, Placement, Succession};
    use jiff::civil::date;

    fn history() -> History {
        let merged = date(2025, 7, 1);
        let place = |unit, from, to| (UnitId(unit), Placement { parent: None, from, to });
        let edge = |predecessor, successor, whole| Succession {
            predecessor: UnitId(predecessor),
            successor: UnitId(successor),
            effective: merged,
            whole,
        };
        let old = date(2020, 1, 1);
        History::new(
            [
                place(1, old, merged),
                place(2, old, merged),
                place(3, old, merged),
                place(4, old, merged),
                place(10, merged, OPEN),
                place(20, merged, OPEN),
                place(30, merged, OPEN),
                place(40, old, OPEN),
            ],
            [edge(1, 10, true), edge(2, 20, true), edge(3, 20, true), edge(4, 30, false), edge(4, 40, false)],
        )
    }

    #[test]
    fn lines_of_succession() {
        let day = date(2026, 1, 1);
        let of = |older, newer| continuity(&history(), UnitId(older), UnitId(newer), day);
        assert_eq!(of(10, 10), Continuity::Whole);
        assert_eq!(of(1, 10), Continuity::Whole);
        assert_eq!(of(2, 20), Continuity::Joined);
        assert_eq!(of(4, 30), Continuity::Part);
        assert_eq!(of(1, 20), Continuity::None);
        assert_eq!(continuity(&history(), UnitId(1), UnitId(10), date(2025, 6, 30)), Continuity::None);
    }
}
