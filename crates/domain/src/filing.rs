//! Filings (bản nộp): one unit's answers to one form for one period, and how far they got.
//!
//! A filing holds no figures: they are the unit's submission. What is said about it is a list of steps, each with
//! a name and a time; where it stands is what the last step left.
//!
//! Not here: who may take a step (`authority`), the form's checks (`form`), storing.

use crate::code::codes;
use crate::figure::{Slot, Value, Vector};
pub use crate::id::FilingId;
use jiff::civil::Date;

/// Where a filing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Nothing was entered yet; no row says so.
    NotBegun,
    /// Being entered (đang nhập).
    Entering,
    /// Sent to the level above (chờ duyệt): entry rests.
    Sent,
    /// Given back to be mended (trả lại), with a reason.
    Returned,
    /// Accepted (đã duyệt): what was read stays as it is.
    Accepted,
}

/// What was done to a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Step {
    /// Entry began.
    Begin,
    /// The unit sent it up.
    Send,
    /// The unit took it back before anybody decided.
    Withdraw,
    /// The level above gave it back.
    Return,
    /// The level above accepted it.
    Accept,
    /// The unit asked to have an accepted one opened again.
    AskReopen,
    /// The level above opened an accepted one again: the next edition.
    Reopen,
}

codes!(Standing {
    NotBegun = "not-begun",
    Entering = "entering",
    Sent = "sent",
    Returned = "returned",
    Accepted = "accepted",
});
codes!(Step {
    Begin = "begin",
    Send = "send",
    Withdraw = "withdraw",
    Return = "return",
    Accept = "accept",
    AskReopen = "ask-reopen",
    Reopen = "reopen",
});

impl Standing {
    /// Where a step leads; `None` where it cannot be taken.
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::NotBegun, Step::Begin) | (Self::Sent, Step::Withdraw) | (Self::Accepted, Step::Reopen) => {
                Some(Self::Entering)
            }
            (Self::Entering | Self::Returned, Step::Send) => Some(Self::Sent),
            (Self::Sent, Step::Return) => Some(Self::Returned),
            (Self::Sent, Step::Accept) | (Self::Accepted, Step::AskReopen) => Some(Self::Accepted),
            _ => None,
        }
    }

    /// Whether its figures may be changed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotBegun | Self::Entering | Self::Returned)
    }

    /// Whether the unit has done its part: it counts as having reported.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Sent | Self::Accepted)
    }
}

/// Why a filing is given back: the list to choose from. A text is always needed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum ReturnGround {
    /// A figure is wrong or cannot be explained.
    WrongFigure,
    /// A figure is missing.
    MissingFigure,
    /// Evidence is missing.
    MissingEvidence,
    /// It speaks for the wrong period or unit.
    WrongPeriod,
    /// Something else, told in the text.
    Other,
}

codes!(ReturnGround {
    WrongFigure = "wrong-figure",
    MissingFigure = "missing-figure",
    MissingEvidence = "missing-evidence",
    WrongPeriod = "wrong-period",
    Other = "other",
});

/// Whether a filing that was sent on a day (`None`: not yet) is late on `today`.
pub fn is_late(due: Date, sent: Option<Date>, today: Date) -> bool {
    sent.unwrap_or(today) > due
}

/// One figure that differs between two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Which figure.
    pub slot: Slot,
    /// As it was.
    pub before: Option<Value>,
    /// As it is.
    pub after: Option<Value>,
}

/// What differs between two editions, in the order of slots.
pub fn differences(before: &Vector, after: &Vector) -> Vec<Difference> {
    let mut slots: Vec<Slot> = before.0.keys().chain(after.0.keys()).copied().collect();
    slots.sort_unstable();
    slots.dedup();
    slots
        .into_iter()
        .map(|slot| Difference { slot, before: before.get(slot), after: after.get(slot) })
        .filter(|one| one.before != one.after)
        .collect()
}

/// The code on a receipt: `BC-2024-05-` and the filing's id, which nobody has to make up.
pub fn receipt_code(period: crate::period::Period, filing: FilingId, edition: i64) -> String {
    let (year, month) = (period.last().year(), period.last().month());
    let id = filing.to_string().to_uppercase();
    if edition > 1 {
        format!("BC-{year}-{month:02}-{id}.{edition}")
    } else {
        format!("BC-{year}-{month:02}-{id}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_way_through_is_on_the_list() {
        let mut ways = Vec::new();
        for standing in Standing::ALL {
            for step in Step::ALL {
                if let Some(next) = standing.after(*step) {
                    ways.push(format!("{} {} {}", standing.code(), step.code(), next.code()));
                }
            }
        }
        let expected = [
            "not-begun begin entering",
            "entering send sent",
            "sent withdraw entering",
            "sent return returned",
            "sent accept accepted",
            "returned send sent",
            "accepted ask-reopen accepted",
            "accepted reopen entering",
        ];
        assert_eq!(ways, expected);
    }

    #[test]
    fn figures_rest_from_sending_to_giving_back() {
        let open: Vec<_> = Standing::ALL.iter().filter(|one| one.is_open()).collect();
        assert_eq!(open, [&Standing::NotBegun, &Standing::Entering, &Standing::Returned]);
    }

    #[test]
    fn the_last_day_is_in_time() {
        let due = date(2024, 5, 25);
        assert!(!is_late(due, Some(due), date(2024, 6, 1)));
        assert!(is_late(due, Some(date(2024, 5, 26)), date(2024, 6, 1)));
        assert!(is_late(due, None, date(2024, 5, 26)));
        assert!(!is_late(due, None, due));
    }

    #[test]
    fn a_difference_knows_nothing_from_zero() {
        let vector = |values: &[(u32, i64)]| {
            Vector(values.iter().map(|(slot, number)| (Slot(*slot), Value::exact(*number))).collect())
        };
        let found = differences(&vector(&[(1, 5), (2, 0)]), &vector(&[(1, 5), (3, 7)]));
        let found: Vec<_> = found.iter().map(|one| (one.slot.0, one.before, one.after)).collect();
        assert_eq!(found, [(2, Some(Value::exact(0)), None), (3, None, Some(Value::exact(7)))]);
    }
}
