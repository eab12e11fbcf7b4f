//! Units (đơn vị): permanent identities with dated facts, and the history that answers who stood where when.
//!
//! Not here: names, codes and aliases as rows (`store::unit`), rights over units (`authority`).

use crate::code::codes;
pub use crate::id::UnitId;
use crate::period::Period;
use jiff::civil::{Date, date};
use std::collections::{HashMap, HashSet};

/// The day that stands for "still true".
pub const OPEN: Date = date(9999, 12, 31);

/// No tree is deeper; a longer walk means a ring in the facts.
const DEEPEST: usize = 64;

/// What a unit is. The list is the practitioners', Party and State side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum UnitKind {
    /// The country as a whole, or a central body.
    Country,
    /// A province or centrally run city (tỉnh, thành phố).
    Province,
    /// A district (quận, huyện, thị xã), ended on 1 July 2025.
    District,
    /// A commune, ward or special zone (xã, phường, đặc khu).
    Commune,
    /// A Party committee above the grass roots (đảng bộ cấp trên cơ sở, khối).
    Committee,
    /// A grass-roots Party committee (đảng bộ cơ sở).
    GrassrootsCommittee,
    /// A Party cell (chi bộ).
    Cell,
    /// An agency or public body (cơ quan, đơn vị sự nghiệp).
    Agency,
    /// An enterprise (doanh nghiệp).
    Enterprise,
    /// A school (trường học).
    School,
    /// A mass organisation (đoàn thể).
    Mass,
    /// A village or urban quarter (thôn, tổ dân phố).
    Village,
    /// Anything else.
    Other,
}

codes!(UnitKind {
    Country = "country",
    Province = "province",
    District = "district",
    Commune = "commune",
    Committee = "committee",
    GrassrootsCommittee = "grassroots-committee",
    Cell = "cell",
    Agency = "agency",
    Enterprise = "enterprise",
    School = "school",
    Mass = "mass",
    Village = "village",
    Other = "other",
});

/// A unit's place in the tree from one day (included) to another (not included).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The unit above; `None` at the top.
    pub parent: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// The day on which it no longer holds; [`OPEN`] while it holds.
    pub to: Date,
}

/// One edge of a reorganisation: who took over whom, from which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// Who ended or gave something up.
    pub predecessor: UnitId,
    /// Who took over.
    pub successor: UnitId,
    /// From which day.
    pub effective: Date,
    /// Whether the successor took all of the predecessor, or a part that figures cannot follow.
    pub whole: bool,
}

/// Where a unit's figures stand in the tree of another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The unit of that day that holds them; `None` when nothing of their line is left.
    pub unit: Option<UnitId>,
    /// False when the unit was split or ended without a successor: its figures then stand with the lowest unit
    /// that holds all of its heirs, marked as not apportioned.
    pub apportioned: bool,
}

/// When and where every unit was: enough to place any figure in the tree of any day.
#[derive(Debug, Clone, Default)]
pub struct History {
    places: HashMap<UnitId, Vec<Placement>>,
    below: HashMap<Option<UnitId>, Vec<(UnitId, Date, Date)>>,
    heirs: HashMap<UnitId, Vec<Succession>>,
}

impl History {
    /// Builds the history from all placements and successions, in any order.
    pub fn new(
        placements: impl IntoIterator<Item = (UnitId, Placement)>,
        successions: impl IntoIterator<Item = Succession>,
    ) -> Self {
        let mut history = Self::default();
        for (unit, placement) in placements {
            history.places.entry(unit).or_default().push(placement);
            history.below.entry(placement.parent).or_default().push((unit, placement.from, placement.to));
        }
        for places in history.places.values_mut() {
            places.sort_by_key(|place| place.from);
        }
        for succession in successions {
            history.heirs.entry(succession.predecessor).or_default().push(succession);
        }
        history
    }

    /// Every unit ever known.
    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.places.keys().copied()
    }

    /// How many units were ever known.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether no unit is known.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether the unit is known at all.
    pub fn knows(&self, unit: UnitId) -> bool {
        self.places.contains_key(&unit)
    }

    /// The unit's places, oldest first; empty for an unknown unit.
    pub fn places(&self, unit: UnitId) -> &[Placement] {
        self.places.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Where the unit stood on a day; `None` when it was not there.
    pub fn place_on(&self, unit: UnitId, day: Date) -> Option<Placement> {
        self.places(unit).iter().find(|place| place.from <= day && day < place.to).copied()
    }

    /// The unit's first day and the day on which it was gone ([`OPEN`] while it lives).
    pub fn life(&self, unit: UnitId) -> Option<(Date, Date)> {
        let places = self.places(unit);
        Some((places.first()?.from, places.last()?.to))
    }

    /// The day whose tree counts for a unit's figures of a period: the period's last day, or the unit's own last
    /// day when it ended earlier; `None` when the unit never was there up to the period's end.
    pub fn day_for(&self, unit: UnitId, period: Period) -> Option<Date> {
        let (first, gone) = self.life(unit)?;
        let day = if gone <= period.last() { gone.yesterday().ok()? } else { period.last() };
        (first <= day).then_some(day)
    }

    /// The unit and all above it on a day, the unit first. Empty when it was not there.
    pub fn path_on(&self, unit: UnitId, day: Date) -> Vec<UnitId> {
        let mut path = Vec::new();
        let mut next = Some(unit);
        while let Some(unit) = next {
            let Some(place) = self.place_on(unit, day) else { break };
            path.push(unit);
            if path.len() >= DEEPEST {
                break;
            }
            next = place.parent;
        }
        path
    }

    /// The unit above to which a unit's figures of a period add, as the tree was; `None` at the top and for
    /// whoever was not there.
    pub fn parent_for(&self, unit: UnitId, period: Period) -> Option<UnitId> {
        self.place_on(unit, self.day_for(unit, period)?)?.parent
    }

    /// The path along which a unit's figures of a period add up, as the tree was: each unit adds to the one
    /// that stood above it on *its own* day ([`History::day_for`]), so every sum is the sum of the
    /// [`History::children_for`] below it. No ring can form: a unit's day is never before that of those below.
    pub fn path_for(&self, unit: UnitId, period: Period) -> Vec<UnitId> {
        let mut path = Vec::new();
        let mut next = self.day_for(unit, period).map(|_| unit);
        while let Some(unit) = next {
            path.push(unit);
            if path.len() >= DEEPEST {
                break;
            }
            next = self.parent_for(unit, period);
        }
        path
    }

    /// The units directly below on a day (`None`: the tops), in no particular order.
    pub fn children_on(&self, parent: Option<UnitId>, day: Date) -> Vec<UnitId> {
        let rows = self.below.get(&parent).map_or(&[][..], Vec::as_slice);
        rows.iter().filter(|(_, from, to)| *from <= day && day < *to).map(|(unit, _, _)| *unit).collect()
    }

    /// Whether any unit stands directly below on a day.
    pub fn has_children_on(&self, parent: UnitId, day: Date) -> bool {
        let rows = self.below.get(&Some(parent)).map_or(&[][..], Vec::as_slice);
        rows.iter().any(|(_, from, to)| *from <= day && day < *to)
    }

    /// The units whose figures of a period add directly to `parent`, as the tree was.
    pub fn children_for(&self, parent: UnitId, period: Period) -> Vec<UnitId> {
        let rows = self.below.get(&Some(parent)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<UnitId> = rows
            .iter()
            .filter(|(unit, from, to)| {
                self.day_for(*unit, period).is_some_and(|day| *from <= day && day < *to)
            })
            .map(|(unit, _, _)| *unit)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The unit and everything below it on a day.
    pub fn subtree_on(&self, top: UnitId, day: Date) -> Vec<UnitId> {
        let mut found = vec![top];
        let mut seen = HashSet::from([top]);
        let mut next = 0;
        while let Some(unit) = found.get(next).copied() {
            next += 1;
            for child in self.children_on(Some(unit), day) {
                if seen.insert(child) {
                    found.push(child);
                }
            }
        }
        found
    }

    /// The successions out of a unit, in no particular order.
    pub fn heirs(&self, unit: UnitId) -> &[Succession] {
        self.heirs.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Where a unit's figures stand in the tree of `day`: itself while it lives, else its successor's home, else
    /// the lowest unit that holds all heirs.
    pub fn home(&self, unit: UnitId, day: Date) -> Home {
        self.home_within(unit, day, DEEPEST)
    }

    fn home_within(&self, unit: UnitId, day: Date, steps: usize) -> Home {
        if steps == 0 {
            return Home { unit: None, apportioned: false };
        }
        let heirs: Vec<&Succession> = self.heirs(unit).iter().filter(|heir| heir.effective <= day).collect();
        if let Some(whole) = heirs.iter().find(|heir| heir.whole) {
            return self.home_within(whole.successor, day, steps - 1);
        }
        if self.place_on(unit, day).is_some() {
            return Home { unit: Some(unit), apportioned: true };
        }
        if heirs.is_empty() {
            let above = self.places(unit).last().and_then(|place| place.parent);
            let unit = above.and_then(|above| self.home_within(above, day, steps - 1).unit);
            return Home { unit, apportioned: false };
        }
        let mut common: Option<Vec<UnitId>> = None;
        for heir in heirs {
            let Some(home) = self.home_within(heir.successor, day, steps - 1).unit else { continue };
            let path = self.path_on(home, day);
            common = Some(match common {
                None => path,
                Some(before) => before.into_iter().filter(|unit| path.contains(unit)).collect(),
            });
        }
        Home { unit: common.and_then(|path| path.first().copied()), apportioned: false }
    }

    /// The path along which a unit's figures add up in the tree of `day`.
    pub fn home_path(&self, unit: UnitId, day: Date) -> Vec<UnitId> {
        self.home(unit, day).unit.map_or_else(Vec::new, |home| self.path_on(home, day))
    }

    /// Whether any place or succession begins or ends after `day`, up to and including `until`.
    pub fn changes_between(&self, day: Date, until: Date) -> bool {
        let within = |date: Date| day < date && date <= until;
        self.places.values().flatten().any(|place| within(place.from) || within(place.to))
            || self.heirs.values().flatten().any(|heir| within(heir.effective))
    }

    /// Every unit that was placed directly below one on some day.
    pub fn ever_right_below(&self, parent: UnitId) -> Vec<UnitId> {
        let rows = self.below.get(&Some(parent)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<UnitId> = rows.iter().map(|(unit, _, _)| *unit).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Every unit that was placed below `top` on some day, `top` included, whatever the day.
    pub fn ever_below(&self, top: UnitId) -> Vec<UnitId> {
        let mut found = vec![top];
        let mut seen = HashSet::from([top]);
        let mut next = 0;
        while let Some(unit) = found.get(next).copied() {
            next += 1;
            for (child, _, _) in self.below.get(&Some(unit)).map_or(&[][..], Vec::as_slice) {
                if seen.insert(*child) {
                    found.push(*child);
                }
            }
        }
        found
    }
}

/// Why a change to the tree cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeRefusal {
    /// The unit would stand below itself.
    #[error("a unit cannot stand below itself")]
    Ring,
    /// The unit above is not there on some day of the placement.
    #[error("the unit above is not there at that time")]
    ParentNotThere,
    /// The unit is not there on the day of the change.
    #[error("the unit is not there on that day")]
    UnitNotThere,
    /// The tree would be deeper than 64 levels.
    #[error("the tree would be too deep")]
    TooDeep,
    /// Units still stand below on the day of closing.
    #[error("units still stand below")]
    StillHasChildren,
    /// A unit cannot succeed itself, directly or through others.
    #[error("a succession cannot lead back")]
    SuccessionRing,
    /// The day lies before the unit's last change; the past is corrected by another act.
    #[error("an earlier change exists after that day")]
    BeforeLastChange,
}

impl History {
    /// Whether `unit` may stand under `parent` from `day` on.
    pub fn check_move(&self, unit: UnitId, parent: Option<UnitId>, day: Date) -> Result<(), TreeRefusal> {
        let Some(parent) = parent else { return Ok(()) };
        if self.place_on(parent, day).is_none() {
            return Err(TreeRefusal::ParentNotThere);
        }
        // Rings must not form on any later day either: a future move of the parent counts too.
        let changes = self.places.values().flatten().map(|place| place.from).filter(|from| *from > day);
        let mut days: Vec<Date> = changes.collect();
        days.sort_unstable();
        days.dedup();
        for day in std::iter::once(day).chain(days) {
            let above = self.path_on(parent, day);
            if above.contains(&unit) {
                return Err(TreeRefusal::Ring);
            }
            if above.len() + 8 >= DEEPEST {
                return Err(TreeRefusal::TooDeep);
            }
        }
        Ok(())
    }

    /// Whether `successor` may take over `predecessor` on `day`.
    pub fn check_succession(
        &self,
        predecessor: UnitId,
        successor: UnitId,
        day: Date,
    ) -> Result<(), TreeRefusal> {
        if predecessor == successor || self.reaches(successor, predecessor, DEEPEST) {
            return Err(TreeRefusal::SuccessionRing);
        }
        if !self.knows(predecessor) || self.place_on(successor, day).is_none() {
            return Err(TreeRefusal::UnitNotThere);
        }
        Ok(())
    }

    fn reaches(&self, from: UnitId, to: UnitId, steps: usize) -> bool {
        from == to
            || (steps > 0 && self.heirs(from).iter().any(|heir| self.reaches(heir.successor, to, steps - 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NATION: UnitId = UnitId(1);
    const EAST: UnitId = UnitId(2);
    const WEST: UnitId = UnitId(3);
    const CELL: UnitId = UnitId(4);
    const MERGED: UnitId = UnitId(5);
    const HALF: UnitId = UnitId(6);

    fn place(unit: UnitId, parent: Option<UnitId>, from: Date, to: Date) -> (UnitId, Placement) {
        (unit, Placement { parent, from, to })
    }

    /// East and West under the nation; the cell under East; on 1 July 2025 both merge, the cell moves along.
    fn history() -> History {
        let (start, merge) = (date(2020, 1, 1), date(2025, 7, 1));
        History::new(
            [
                place(NATION, None, start, OPEN),
                place(EAST, Some(NATION), start, merge),
                place(WEST, Some(NATION), start, merge),
                place(CELL, Some(EAST), start, merge),
                place(CELL, Some(MERGED), merge, OPEN),
                place(MERGED, Some(NATION), merge, OPEN),
                place(HALF, Some(NATION), start, OPEN),
            ],
            [EAST, WEST].map(|predecessor| Succession {
                predecessor,
                successor: MERGED,
                effective: merge,
                whole: true,
            }),
        )
    }

    #[test]
    fn as_was_and_as_is() {
        let history = history();
        let year = Period::year(2024).expect("a year");
        assert_eq!(history.path_for(CELL, year), [CELL, EAST, NATION]);
        assert_eq!(history.home_path(CELL, date(2026, 1, 1)), [CELL, MERGED, NATION]);
        assert_eq!(history.home_path(EAST, date(2026, 1, 1)), [MERGED, NATION]);
        assert_eq!(history.home_path(EAST, date(2024, 1, 1)), [EAST, NATION]);
    }

    #[test]
    fn a_unit_that_ended_within_the_period_counts_where_it_last_stood() {
        let history = history();
        let year = Period::year(2025).expect("a year");
        assert_eq!(history.path_for(EAST, year), [EAST, NATION]);
        assert_eq!(history.path_for(MERGED, year), [MERGED, NATION]);
        assert!(history.children_for(NATION, year).contains(&EAST));
    }

    #[test]
    fn a_split_stands_with_the_lowest_common_holder() {
        let mut history = history();
        let effective = date(2025, 7, 1);
        history.heirs.insert(
            WEST,
            [MERGED, HALF]
                .map(|successor| Succession { predecessor: WEST, successor, effective, whole: false })
                .into(),
        );
        let home = history.home(WEST, date(2026, 1, 1));
        assert_eq!(home, Home { unit: Some(NATION), apportioned: false });
    }

    #[test]
    fn an_end_without_heirs_stays_with_the_unit_above() {
        let end = date(2022, 1, 1);
        let history = History::new(
            [place(NATION, None, date(2020, 1, 1), OPEN), place(EAST, Some(NATION), date(2020, 1, 1), end)],
            [],
        );
        assert_eq!(history.home(EAST, date(2023, 1, 1)), Home { unit: Some(NATION), apportioned: false });
    }

    #[test]
    fn rings_are_refused() {
        let history = history();
        let day = date(2024, 1, 1);
        assert_eq!(history.check_move(NATION, Some(CELL), day), Err(TreeRefusal::Ring));
        assert_eq!(history.check_move(EAST, Some(EAST), day), Err(TreeRefusal::Ring));
        assert_eq!(history.check_move(CELL, Some(MERGED), day), Err(TreeRefusal::ParentNotThere));
        assert_eq!(
            history.check_succession(MERGED, EAST, date(2026, 1, 1)),
            Err(TreeRefusal::SuccessionRing)
        );
    }
}
