//! Forms (biểu mẫu): a named set of questions with sections, help, checks, an audience and a calendar.
//!
//! Not here: what a unit answered and how far that got (`filing`), the sentences of a finding (`lang`), storing.

mod calendar;
mod check;

pub use calendar::{Due, Every};
pub use check::{Fault, Finding, Oddity, Weight, check};

use crate::code::codes;
use crate::figure::Slot;
pub use crate::id::FormId;
use crate::submission::Scope;
use crate::unit::{UnitId, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The longest name of a form, of a section and of a label, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest help of a row, in characters.
pub const LONGEST_HELP: usize = 400;
/// The longest answer in words, in characters.
pub const LONGEST_WORDS: usize = 4_000;
/// The most rows of one form.
pub const MOST_ROWS: usize = 300;

/// What a row asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// A figure.
    Number(Slot),
    /// Yes or no, kept as 1 or 0.
    YesNo(Slot),
    /// Some sentences, kept with the filing under a short key that begins with a letter.
    Words(String),
}

impl Ask {
    /// The slot behind it, where a figure is asked for.
    pub fn slot(&self) -> Option<Slot> {
        match self {
            Self::Number(slot) | Self::YesNo(slot) => Some(*slot),
            Self::Words(_) => None,
        }
    }

    /// The key by which the row is named on the page and in records: the slot's number, or the key of the words.
    pub fn key(&self) -> String {
        match self {
            Self::Number(slot) | Self::YesNo(slot) => slot.0.to_string(),
            Self::Words(key) => key.clone(),
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it asks for.
    pub ask: Ask,
    /// The question; empty takes the indicator's name.
    pub label: String,
    /// What is easily got wrong; may be empty.
    pub help: String,
    /// Whether nothing may be sent without an answer ("nếu kỳ này không có, nhập 0").
    pub required: bool,
}

/// Rows under one heading: a step on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Its rows in their order.
    pub rows: Vec<Row>,
}

/// What cannot be: it stops the sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HardCheck {
    /// One figure is never above another (có mặt ≤ đảng viên).
    NeverAbove {
        /// The smaller.
        lower: Slot,
        /// The larger; where the form does not ask for it, what the unit last said of it counts.
        upper: Slot,
    },
    /// Figures add up to another.
    AddsUp {
        /// The parts.
        parts: Vec<Slot>,
        /// The whole.
        whole: Slot,
    },
    /// A figure is never above a fixed number.
    NeverAboveNumber {
        /// Which figure.
        slot: Slot,
        /// The largest possible number.
        most: i64,
    },
}

/// What can be, but is asked about: it needs one line of reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SoftCheck {
    /// The figure differs from last period's by more than a share of that.
    Changes {
        /// Which figure; `None` for every one.
        slot: Option<Slot>,
        /// The share, in percent.
        percent: i64,
    },
    /// The figure is above what is usual.
    Above {
        /// Which figure.
        slot: Slot,
        /// The largest usual number.
        usual: i64,
    },
}

/// Who is to answer: units of some kinds below the form's owner, and units by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Units of these kinds.
    pub kinds: BTreeSet<UnitKind>,
    /// Only at this many levels below the owner (1: directly below); `None` at any.
    pub level: Option<u8>,
    /// Units by name, whatever their kind.
    pub units: BTreeSet<UnitId>,
}

impl Audience {
    /// Whether a unit of this kind, so many levels below the owner (0: the owner itself), is to answer.
    pub fn takes(&self, unit: UnitId, kind: UnitKind, level: usize) -> bool {
        self.units.contains(&unit)
            || (self.kinds.contains(&kind) && self.level.is_none_or(|asked| usize::from(asked) == level))
    }

    /// Whether nobody can ever be meant.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.units.is_empty()
    }
}

/// A form as one of its versions has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its sections.
    pub sections: Vec<Section>,
    /// What cannot be.
    pub hard: Vec<HardCheck>,
    /// What is asked about.
    pub soft: Vec<SoftCheck>,
    /// For whom the answers speak.
    pub scope: Scope,
    /// Who is to answer.
    pub audience: Audience,
    /// Until when.
    pub due: Due,
}

/// Why a form cannot stand as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentFault {
    /// No section has a row.
    NoRows,
    /// More than [`MOST_ROWS`].
    TooManyRows,
    /// A heading is empty or too long.
    SectionTitle,
    /// A label or a help is too long, or a row of words has no label or no key.
    RowText,
    /// The same figure or key is asked for twice.
    Twice,
    /// A check names a figure that no row asks for, or names no part.
    CheckOutside,
    /// A share of percent or a number of a check is out of range.
    CheckNumber,
    /// Nobody is to answer.
    NoAudience,
    /// The day is out of range.
    Due,
}

impl Content {
    /// All rows in their order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// All slots in the order of their rows.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.rows().filter_map(|row| row.ask.slot())
    }

    /// The slots that a check needs and no row asks for.
    pub fn looked_up(&self) -> Vec<Slot> {
        let uppers = self.hard.iter().filter_map(|one| match one {
            HardCheck::NeverAbove { upper, .. } => Some(*upper),
            HardCheck::AddsUp { .. } | HardCheck::NeverAboveNumber { .. } => None,
        });
        uppers.filter(|slot| !self.asks(*slot)).collect()
    }

    /// Whether the form asks for a slot.
    pub fn asks(&self, slot: Slot) -> bool {
        self.slots().any(|other| other == slot)
    }

    /// Whether the form can stand.
    pub fn examine(&self) -> Result<(), ContentFault> {
        let count = self.rows().count();
        if count == 0 {
            return Err(ContentFault::NoRows);
        }
        if count > MOST_ROWS {
            return Err(ContentFault::TooManyRows);
        }
        let named = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
        if self.sections.iter().any(|section| !named(&section.title, LONGEST_NAME)) {
            return Err(ContentFault::SectionTitle);
        }
        self.examine_rows(named)?;
        self.examine_checks()?;
        if self.audience.is_empty() {
            return Err(ContentFault::NoAudience);
        }
        if self.due.is_sound() { Ok(()) } else { Err(ContentFault::Due) }
    }

    fn examine_rows(&self, named: impl Fn(&str, usize) -> bool) -> Result<(), ContentFault> {
        let (mut slots, mut keys) = (BTreeSet::new(), BTreeSet::new());
        for row in self.rows() {
            let fits = row.label.chars().count() <= LONGEST_NAME && row.help.chars().count() <= LONGEST_HELP;
            let fresh = match &row.ask {
                Ask::Number(slot) | Ask::YesNo(slot) => slots.insert(*slot),
                Ask::Words(key) => {
                    let plain = key.starts_with(|c: char| c.is_ascii_lowercase())
                        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    if !(plain && named(key, 40) && named(&row.label, LONGEST_NAME)) {
                        return Err(ContentFault::RowText);
                    }
                    keys.insert(key.as_str())
                }
            };
            if !fits {
                return Err(ContentFault::RowText);
            }
            if !fresh {
                return Err(ContentFault::Twice);
            }
        }
        Ok(())
    }

    fn examine_checks(&self) -> Result<(), ContentFault> {
        let sound = |number: i64| (0..=crate::figure::LARGEST).contains(&number);
        for one in &self.hard {
            let inside = match one {
                HardCheck::NeverAbove { lower, .. } => self.asks(*lower),
                HardCheck::AddsUp { parts, whole } => {
                    !parts.is_empty() && self.asks(*whole) && parts.iter().all(|part| self.asks(*part))
                }
                HardCheck::NeverAboveNumber { slot, most } => {
                    if !sound(*most) {
                        return Err(ContentFault::CheckNumber);
                    }
                    self.asks(*slot)
                }
            };
            if !inside {
                return Err(ContentFault::CheckOutside);
            }
        }
        for one in &self.soft {
            let (slot, number) = match one {
                SoftCheck::Changes { slot, percent } => (*slot, percent.saturating_sub(1)),
                SoftCheck::Above { slot, usual } => (Some(*slot), *usual),
            };
            if !sound(number) {
                return Err(ContentFault::CheckNumber);
            }
            if slot.is_some_and(|slot| !self.asks(slot)) {
                return Err(ContentFault::CheckOutside);
            }
        }
        Ok(())
    }
}

/// What a row asks for, as its code in storage, in the interface and on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskKind {
    /// A figure.
    Number,
    /// Yes or no.
    YesNo,
    /// Some sentences.
    Words,
}

codes!(AskKind { Number = "number", YesNo = "yes-no", Words = "words" });

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ask: Ask) -> Row {
        Row { ask, label: "Hỏi".to_owned(), help: String::new(), required: true }
    }

    fn content(rows: Vec<Row>) -> Content {
        Content {
            sections: vec![Section { title: "Việc làm".to_owned(), rows }],
            hard: Vec::new(),
            soft: Vec::new(),
            scope: Scope::Own,
            audience: Audience { kinds: [UnitKind::Cell].into(), level: None, units: BTreeSet::new() },
            due: Due::AfterEnd(5),
        }
    }

    #[test]
    fn a_form_asks_each_thing_once_and_checks_what_it_asks() {
        let mut form = content(vec![row(Ask::Number(Slot(1))), row(Ask::Words("kien-nghi".to_owned()))]);
        assert_eq!(form.examine(), Ok(()));
        form.hard.push(HardCheck::NeverAbove { lower: Slot(1), upper: Slot(2) });
        assert_eq!(form.examine(), Ok(()));
        assert_eq!(form.looked_up(), [Slot(2)]);
        form.hard.push(HardCheck::NeverAbove { lower: Slot(2), upper: Slot(1) });
        assert_eq!(form.examine(), Err(ContentFault::CheckOutside));
        let twice = content(vec![row(Ask::Number(Slot(1))), row(Ask::YesNo(Slot(1)))]);
        assert_eq!(twice.examine(), Err(ContentFault::Twice));
        assert_eq!(content(Vec::new()).examine(), Err(ContentFault::NoRows));
        let key = content(vec![row(Ask::Words("Kiến nghị".to_owned()))]);
        assert_eq!(key.examine(), Err(ContentFault::RowText));
        let mut nobody = content(vec![row(Ask::Number(Slot(1)))]);
        nobody.audience = Audience::default();
        assert_eq!(nobody.examine(), Err(ContentFault::NoAudience));
    }

    #[test]
    fn an_audience_is_a_kind_at_a_level_or_a_name() {
        let audience = Audience { kinds: [UnitKind::Cell].into(), level: Some(2), units: [UnitId(9)].into() };
        assert!(audience.takes(UnitId(1), UnitKind::Cell, 2));
        assert!(!audience.takes(UnitId(1), UnitKind::Cell, 1));
        assert!(!audience.takes(UnitId(1), UnitKind::Committee, 2));
        assert!(audience.takes(UnitId(9), UnitKind::Committee, 5));
    }
}
