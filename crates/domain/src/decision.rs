//! Decisions (quyết định khen thưởng): who may confer what on a day, and how a decision stands after all that
//! happened to it.
//!
//! Nobody's right over units makes a body entitled to confer: that hangs on the body, the form, the recipient, the
//! ground and the day alone.
//!
//! Not here: the list (`honoree`), the rules as rows (`award`), rows (`store::decision`).

use crate::award::{AwardForm, Giver, Ground, Provision, Recipient, Rule, rules_for};
use crate::code::codes;
use crate::unit::{History, UnitId, UnitKind};
use jiff::civil::Date;

/// What happened to a decision, or to one line of its list, after it was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Change {
    /// A line was put right (đính chính); it goes on to stand.
    Corrected,
    /// It was cancelled (hủy bỏ): it should not have been made.
    Annulled,
    /// The honour was stripped (tước).
    Stripped,
    /// It was given back (phục hồi).
    Restored,
}

codes!(Change {
    Corrected = "corrected",
    Annulled = "annulled",
    Stripped = "stripped",
    Restored = "restored",
});

/// How a line of a decision stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Standing {
    /// It holds.
    Valid,
    /// It was cancelled.
    Annulled,
    /// It was stripped.
    Stripped,
}

codes!(Standing { Valid = "valid", Annulled = "annulled", Stripped = "stripped" });

/// How things stand on a day, from changes of any sequence: those after the day do not count.
pub fn standing(changes: impl IntoIterator<Item = (Date, Change)>, day: Date) -> Standing {
    let mut changes: Vec<_> = changes.into_iter().filter(|(on, _)| *on <= day).collect();
    // Of one day the later written stands; the sort keeps their sequence.
    changes.sort_by_key(|(on, _)| *on);
    changes.into_iter().fold(Standing::Valid, |before, (_, change)| match change {
        Change::Corrected => before,
        Change::Annulled => Standing::Annulled,
        Change::Stripped => Standing::Stripped,
        Change::Restored => Standing::Valid,
    })
}

/// Whether a change can come upon what stands.
pub fn may_follow(before: Standing, change: Change) -> bool {
    match (before, change) {
        (Standing::Valid, Change::Corrected | Change::Annulled | Change::Stripped)
        | (Standing::Annulled | Standing::Stripped, Change::Restored) => true,
        (Standing::Valid, Change::Restored)
        | (
            Standing::Annulled | Standing::Stripped,
            Change::Corrected | Change::Annulled | Change::Stripped,
        ) => false,
    }
}

/// A capacity in which a unit confers, between two days, by a document that two people looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity {
    /// Who confers.
    pub unit: UnitId,
    /// As what.
    pub giver: Giver,
    /// First day.
    pub from: Date,
    /// The day on which it was over; [`crate::unit::OPEN`] while it lasts.
    pub to: Date,
    /// The document that says so.
    pub document: String,
    /// Whether a second person confirmed it; before that it counts for nothing.
    pub confirmed: bool,
}

/// As what a unit of a kind can be entered at all: no cell becomes a province, whatever is typed.
pub fn fits(kind: UnitKind, giver: Giver) -> bool {
    match giver {
        Giver::President | Giver::PrimeMinister => kind == UnitKind::Country,
        Giver::Minister => matches!(kind, UnitKind::Country | UnitKind::Agency),
        Giver::CentralMass => matches!(kind, UnitKind::Country | UnitKind::Mass),
        Giver::ProvinceChair => matches!(kind, UnitKind::Province | UnitKind::Agency),
        Giver::DistrictChair => matches!(kind, UnitKind::District | UnitKind::Agency),
        Giver::CommuneChair => matches!(kind, UnitKind::Commune | UnitKind::Agency),
        Giver::UnitHead => matches!(kind, UnitKind::Agency | UnitKind::School | UnitKind::Mass),
        Giver::EnterpriseHead => kind == UnitKind::Enterprise,
        Giver::Cell | Giver::GrassrootsCell => kind == UnitKind::Cell,
        Giver::GrassrootsCommittee => kind == UnitKind::GrassrootsCommittee,
        Giver::CommitteeBoard => matches!(kind, UnitKind::Committee | UnitKind::District),
        Giver::ProvinceBoard => matches!(kind, UnitKind::Committee | UnitKind::Province),
    }
}

/// As what a unit confers by what it is and where it stands on a day, where that leaves no doubt. A capacity that
/// its kind does not tell (a provincial Party committee, a ministry) is a [`Capacity`] of its own.
pub fn born_capacities(
    unit: UnitId,
    kind: UnitKind,
    parent: Option<UnitKind>,
    history: &History,
    day: Date,
) -> Vec<Giver> {
    if history.place_on(unit, day).is_none() {
        return Vec::new();
    }
    match kind {
        UnitKind::Province => vec![Giver::ProvinceChair],
        UnitKind::District => vec![Giver::DistrictChair],
        UnitKind::Commune => vec![Giver::CommuneChair],
        UnitKind::Committee => vec![Giver::CommitteeBoard],
        UnitKind::GrassrootsCommittee => vec![Giver::GrassrootsCommittee],
        UnitKind::Cell if parent == Some(UnitKind::GrassrootsCommittee) => vec![Giver::Cell],
        UnitKind::Cell => vec![Giver::GrassrootsCell],
        UnitKind::Agency | UnitKind::School => vec![Giver::UnitHead],
        UnitKind::Enterprise => vec![Giver::EnterpriseHead],
        UnitKind::Country | UnitKind::Mass | UnitKind::Village | UnitKind::Other => Vec::new(),
    }
}

/// As what a unit may act on a day: what its kind tells and what was declared and confirmed.
pub fn capacities(
    born: Vec<Giver>,
    declared: &[Capacity],
    unit: UnitId,
    kind: UnitKind,
    day: Date,
) -> Vec<Giver> {
    let mut found = born;
    let holds = |one: &&Capacity| {
        one.unit == unit && one.confirmed && one.from <= day && day < one.to && fits(kind, one.giver)
    };
    found.extend(declared.iter().filter(holds).map(|one| one.giver));
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a giver may confer a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entitlement {
    /// A rule of the day names the giver.
    Entitled {
        /// The rule's key.
        key: String,
        /// The rule's article.
        article: String,
    },
    /// No rule about the givers of this form is registered for the day.
    NoRule,
    /// The rules of the day name others.
    Others {
        /// Whom.
        givers: Vec<Giver>,
        /// In which article.
        article: String,
    },
    /// The form cannot be conferred on that day.
    NoForm,
    /// The form does not go to such a recipient.
    NotForThem,
}

/// Whether a giver may confer a form on a recipient on a ground on a day. Every rule that speaks of the givers must
/// name this one.
pub fn entitlement(
    rules: &[Rule],
    form: Option<&AwardForm>,
    giver: Giver,
    recipients: &[Recipient],
    ground: Ground,
    day: Date,
) -> Entitlement {
    let Some(form) = form.filter(|form| form.holds_on(day)) else { return Entitlement::NoForm };
    let mut found = Entitlement::NoRule;
    for recipient in recipients {
        if !form.recipients.contains(recipient) {
            return Entitlement::NotForThem;
        }
        for rule in rules_for(rules, day, (&form.code, form.side), *recipient, ground) {
            let Provision::Givers(givers) = &rule.provision else { continue };
            if !givers.contains(&giver) {
                return Entitlement::Others { givers: givers.clone(), article: rule.article.clone() };
            }
            found = Entitlement::Entitled { key: rule.key.clone(), article: rule.article.clone() };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{OPEN, Placement};
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn what_happened_last_stands() {
        let changes = [
            (date(2024, 3, 1), Change::Corrected),
            (date(2025, 1, 1), Change::Restored),
            (date(2024, 6, 1), Change::Stripped),
        ];
        let on = |day| standing(changes, day);
        assert_eq!(on(date(2024, 5, 31)), Standing::Valid);
        assert_eq!(on(date(2024, 6, 1)), Standing::Stripped);
        assert_eq!(on(date(2025, 1, 1)), Standing::Valid);
    }

    proptest! {
        /// However long the story, only changes that may follow lead on, and a line never is two things.
        #[test]
        fn a_story_told_in_any_sequence_ends_the_same(picked in proptest::collection::vec(0_usize..4, 0..12)) {
            let mut story = Vec::new();
            let mut now = Standing::Valid;
            for (place, pick) in (1_i8..).zip(picked) {
                let change = Change::ALL[pick];
                if may_follow(now, change) {
                    story.push((date(2024, place, 1), change));
                    now = standing(story.clone(), date(2024, 12, 31));
                }
            }
            let mut shuffled = story.clone();
            shuffled.reverse();
            prop_assert_eq!(standing(shuffled, date(2024, 12, 31)), now);
            let off = story.iter().filter(|(_, change)| matches!(change, Change::Annulled | Change::Stripped));
            let back = story.iter().filter(|(_, change)| *change == Change::Restored);
            prop_assert_eq!(off.count() - back.count(), usize::from(now != Standing::Valid));
        }

        /// No kind of unit can be entered as everything, and a cell never as anything above it.
        #[test]
        fn a_capacity_fits_its_kind(kind in 0_usize..13, giver in 0_usize..14) {
            let (kind, giver) = (UnitKind::ALL[kind], Giver::ALL[giver]);
            let declared = [Capacity {
                unit: UnitId(1), giver, from: date(2020, 1, 1), to: OPEN, document: String::new(), confirmed: true,
            }];
            let found = capacities(Vec::new(), &declared, UnitId(1), kind, date(2024, 1, 1));
            prop_assert_eq!(found.contains(&giver), fits(kind, giver));
        }
    }

    #[test]
    fn a_capacity_counts_only_confirmed_and_in_its_days() {
        let mut declared = [Capacity {
            unit: UnitId(1),
            giver: Giver::ProvinceBoard,
            from: date(2024, 1, 1),
            to: date(2025, 7, 1),
            document: "01".to_owned(),
            confirmed: false,
        }];
        let found = |declared: &[Capacity], day| {
            capacities(Vec::new(), declared, UnitId(1), UnitKind::Committee, day)
        };
        assert!(found(&declared, date(2024, 5, 1)).is_empty());
        declared[0].confirmed = true;
        assert_eq!(found(&declared, date(2024, 5, 1)), [Giver::ProvinceBoard]);
        assert!(found(&declared, date(2025, 7, 1)).is_empty());
    }

    #[test]
    fn a_cell_is_what_stands_above_it() {
        let place = Placement { parent: None, from: date(2020, 1, 1), to: date(2025, 7, 1) };
        let history = History::new([(UnitId(1), place)], []);
        let born = |parent, day| born_capacities(UnitId(1), UnitKind::Cell, parent, &history, day);
        let day = date(2024, 1, 1);
        assert_eq!(born(Some(UnitKind::GrassrootsCommittee), day), [Giver::Cell]);
        assert_eq!(born(Some(UnitKind::Committee), day), [Giver::GrassrootsCell]);
        assert!(born(None, date(2025, 7, 1)).is_empty(), "a body that is gone confers nothing");
    }
}
