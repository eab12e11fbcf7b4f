//! Authority (thẩm quyền): which right allows which action, over which units, on which day.
//!
//! Not here: who granted what (rows in `store::duty`) and asking (`acts` asks, and nobody else).

use crate::code::codes;
use crate::id::AccountId;
use crate::unit::{History, UnitId};
use jiff::civil::Date;

/// What a duty allows. Rights do not contain one another; every right lets its holder see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Right {
    /// See units, figures, documents and evidence.
    View,
    /// Enter figures, read documents, attach evidence.
    Enter,
    /// Check and approve what units sent.
    Approve,
    /// Keep the tree, the accounts and the duties; does not let one enter or approve figures.
    Manage,
}

codes!(Right { View = "view", Enter = "enter", Approve = "approve", Manage = "manage" });

/// What can be done to a unit or in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// See the unit, its history and what is below it.
    SeeUnit,
    /// See figures, totals, their evidence and its files.
    SeeFigures,
    /// See documents and what was proposed from them.
    SeeDocuments,
    /// Type, import or correct figures.
    EnterFigures,
    /// Upload a document and decide on its proposals.
    ReadDocuments,
    /// Freeze figures under a number that reports quote.
    FreezeFigures,
    /// Create, rename, move, close, succeed, import units.
    KeepUnits,
    /// Create and close accounts whose duties lie below the unit.
    KeepAccounts,
    /// Grant and end duties.
    GrantDuties,
    /// Read the ledger of the unit and below.
    SeeLedger,
    /// Register directives, themes and programmes of the unit.
    KeepProgrammes,
    /// Add indicators to the catalogue (of the installation).
    KeepIndicators,
    /// Open, change and close the keys with which a unit signs certificates.
    KeepKeys,
    /// Send a programme down to the units below, give tasks, remind.
    LaunchProgrammes,
    /// Receive what was sent down, answer with a plan, say that a task is done.
    AnswerProgrammes,
    /// Send a unit's filing up, take it back, ask to have it opened again.
    SendFilings,
    /// Accept or give back a unit's filing, open it again, grant it a later day: by whoever approves at a unit
    /// *above* it, never at the unit itself ([`Action::is_from_above`]).
    DecideFilings,
    /// Make forms for the units below, change and close them.
    KeepForms,
    /// See persons, nominations, decisions and the register of awards.
    SeeAwards,
    /// Keep persons and the register, write nominations, enter decisions that exist on paper.
    KeepRegister,
    /// Vet nominations, lead the council, issue and change decisions in a body's name, as far as it is entitled.
    IssueDecisions,
    /// Enter in which capacity a unit confers, and the installation's own rules of commendation.
    KeepAwardRules,
    /// Begin a report and write in it.
    WriteReports,
    /// Issue a report under a number of the register, keep the terms within which numbers count.
    IssueReports,
}

impl Action {
    /// Every action, in the order of the printed matrix.
    pub const ALL: &'static [Self] = &[
        Self::SeeUnit,
        Self::SeeFigures,
        Self::SeeDocuments,
        Self::EnterFigures,
        Self::ReadDocuments,
        Self::FreezeFigures,
        Self::KeepUnits,
        Self::KeepAccounts,
        Self::GrantDuties,
        Self::SeeLedger,
        Self::KeepProgrammes,
        Self::KeepIndicators,
        Self::KeepKeys,
        Self::LaunchProgrammes,
        Self::AnswerProgrammes,
        Self::SendFilings,
        Self::DecideFilings,
        Self::KeepForms,
        Self::SeeAwards,
        Self::KeepRegister,
        Self::IssueDecisions,
        Self::KeepAwardRules,
        Self::WriteReports,
        Self::IssueReports,
    ];

    /// Whether a right allows the action: the permission matrix, kept as a printed file under test.
    pub fn allowed_by(self, right: Right) -> bool {
        match self {
            Self::SeeUnit | Self::SeeFigures | Self::SeeDocuments | Self::SeeAwards => true,
            Self::EnterFigures
            | Self::ReadDocuments
            | Self::SendFilings
            | Self::KeepRegister
            | Self::WriteReports => right == Right::Enter,
            Self::DecideFilings | Self::IssueDecisions | Self::FreezeFigures | Self::IssueReports => {
                right == Right::Approve
            }
            Self::KeepUnits
            | Self::KeepAccounts
            | Self::GrantDuties
            | Self::SeeLedger
            | Self::KeepProgrammes
            | Self::KeepIndicators
            | Self::KeepForms
            | Self::KeepKeys
            | Self::KeepAwardRules => right == Right::Manage,
            Self::LaunchProgrammes => matches!(right, Right::Approve | Right::Manage),
            Self::AnswerProgrammes => matches!(right, Right::Enter | Right::Manage),
        }
    }

    /// Whether the right must lie at a unit above: nobody decides on what the own unit sent.
    pub fn is_from_above(self) -> bool {
        self == Self::DecideFilings
    }
}

/// A right over a unit and all below it, or over the whole installation, between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// What it allows.
    pub right: Right,
    /// Over which unit and all below it; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// The day on which it no longer holds.
    pub to: Date,
}

impl Duty {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && day < self.to
    }
}

/// What one account may do on one day.
#[derive(Debug, Clone)]
pub struct Authority {
    /// Whose.
    pub account: AccountId,
    /// On which day.
    pub day: Date,
    duties: Vec<Duty>,
}

/// The part of the tree within which a list may show rows. Only [`Authority`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    everything: bool,
    tops: Vec<UnitId>,
}

impl Reach {
    /// Whether the whole installation is within reach.
    pub fn is_everything(&self) -> bool {
        self.everything
    }

    /// The highest units within reach; below each of them everything is.
    pub fn tops(&self) -> &[UnitId] {
        &self.tops
    }

    /// Whether nothing is within reach.
    pub fn is_empty(&self) -> bool {
        !self.everything && self.tops.is_empty()
    }
}

impl Authority {
    /// The authority of an account on a day, from all of its duties; those that do not hold are dropped.
    pub fn new(account: AccountId, day: Date, duties: impl IntoIterator<Item = Duty>) -> Self {
        Self { account, day, duties: duties.into_iter().filter(|duty| duty.holds_on(day)).collect() }
    }

    /// The duties that hold.
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// Whether the account may do the action to the unit (`None`: to the installation as a whole).
    /// A unit is covered when it stands below a duty's unit today, or stood there on its own last day: a
    /// dissolved unit's history stays with those who had it.
    pub fn may(&self, action: Action, unit: Option<UnitId>, history: &History) -> bool {
        self.duties.iter().filter(|duty| action.allowed_by(duty.right)).any(|duty| match (duty.unit, unit) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(top), Some(unit)) if top == unit && action.is_from_above() => false,
            (Some(top), Some(unit)) => {
                let day = match history.life(unit) {
                    Some((_, gone)) if gone <= self.day => gone.yesterday().unwrap_or(self.day),
                    Some((first, _)) if first > self.day => first,
                    _ => self.day,
                };
                history.path_on(unit, day).contains(&top) || history.home_path(unit, self.day).contains(&top)
            }
        })
    }

    /// Within which part of the tree the action is allowed.
    pub fn reach(&self, action: Action) -> Reach {
        let mut tops = Vec::new();
        for duty in self.duties.iter().filter(|duty| action.allowed_by(duty.right)) {
            match duty.unit {
                None => return Reach { everything: true, tops: Vec::new() },
                Some(top) => tops.push(top),
            }
        }
        tops.sort_unstable();
        tops.dedup();
        Reach { everything: false, tops }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{OPEN, Placement};
    use jiff::civil::date;

    fn tree() -> History {
        let place = |unit, parent| {
            (UnitId(unit), Placement { parent: Some(UnitId(parent)), from: date(2020, 1, 1), to: OPEN })
        };
        let top = (UnitId(1), Placement { parent: None, from: date(2020, 1, 1), to: OPEN });
        History::new([top, place(2, 1), place(3, 1), place(4, 2)], [])
    }

    fn duty(right: Right, unit: Option<i64>) -> Duty {
        Duty { right, unit: unit.map(UnitId), from: date(2024, 1, 1), to: date(2025, 1, 1) }
    }

    #[test]
    fn a_duty_covers_the_subtree_and_no_neighbour() {
        let authority = Authority::new(AccountId(1), date(2024, 5, 1), [duty(Right::Enter, Some(2))]);
        let tree = tree();
        for (unit, expected) in [(2, true), (4, true), (3, false), (1, false)] {
            assert_eq!(authority.may(Action::EnterFigures, Some(UnitId(unit)), &tree), expected, "{unit}");
        }
        assert!(!authority.may(Action::KeepUnits, Some(UnitId(2)), &tree));
        assert!(!authority.may(Action::SeeUnit, None, &tree));
    }

    #[test]
    fn nobody_decides_on_what_the_own_unit_sent() {
        let authority = Authority::new(AccountId(1), date(2024, 5, 1), [duty(Right::Approve, Some(2))]);
        let tree = tree();
        for (unit, expected) in [(4, true), (2, false), (1, false), (3, false)] {
            assert_eq!(authority.may(Action::DecideFilings, Some(UnitId(unit)), &tree), expected, "{unit}");
        }
        let everywhere = Authority::new(AccountId(1), date(2024, 5, 1), [duty(Right::Approve, None)]);
        assert!(everywhere.may(Action::DecideFilings, Some(UnitId(1)), &tree));
    }

    #[test]
    fn a_duty_ends() {
        let authority = Authority::new(AccountId(1), date(2025, 1, 1), [duty(Right::Enter, Some(2))]);
        assert!(!authority.may(Action::SeeUnit, Some(UnitId(2)), &tree()));
    }

    #[test]
    fn whoever_manages_does_not_enter() {
        let authority = Authority::new(AccountId(1), date(2024, 5, 1), [duty(Right::Manage, None)]);
        assert!(authority.may(Action::KeepAccounts, None, &tree()));
        assert!(!authority.may(Action::EnterFigures, Some(UnitId(4)), &tree()));
        assert!(authority.reach(Action::SeeUnit).is_everything());
    }
}
