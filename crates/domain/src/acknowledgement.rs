//! Acknowledgement (tiếp nhận): how far a unit below has come with what was sent down to it.
//!
//! A standing is never stored: it follows from the records (sent, opened, received, answered) and the day.
//! Not here: the plan that answers (`plan`), the records themselves (`store::acknowledgement`).

use crate::code::codes;
use jiff::civil::Date;

/// A record that a receiving unit leaves, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Trace {
    /// Somebody who works for the unit itself opened what was sent.
    Opened,
    /// A named person of the unit said that it was received.
    Received,
}

codes!(Trace { Opened = "opened", Received = "received" });

/// How far a receiving unit has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Sent, and nothing since.
    Sent,
    /// Opened.
    Opened,
    /// Received, by a named person.
    Received,
    /// Answered with a plan of its own.
    Planned,
    /// No plan, and the day by which one was asked for has passed.
    Overdue,
}

codes!(Standing {
    Sent = "sent",
    Opened = "opened",
    Received = "received",
    Planned = "planned",
    Overdue = "overdue",
});

/// What a receiving unit has left behind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traces {
    /// Whether it opened what was sent.
    pub opened: bool,
    /// Whether it said that it received it.
    pub received: bool,
    /// Whether it answered with a plan.
    pub planned: bool,
    /// The last day on which its plan is in time; `None` when no day was set.
    pub due: Option<Date>,
}

impl Traces {
    /// The standing on a day. Whoever answered has opened and received, whatever the records say: a plan may come
    /// on paper, through the level above.
    pub fn standing(self, today: Date) -> Standing {
        if self.planned {
            Standing::Planned
        } else if self.due.is_some_and(|due| due < today) {
            Standing::Overdue
        } else if self.received {
            Standing::Received
        } else if self.opened {
            Standing::Opened
        } else {
            Standing::Sent
        }
    }

    /// Whether the unit has at least opened what was sent.
    pub fn seen(self) -> bool {
        self.opened || self.received || self.planned
    }
}

/// How many of the units that something was sent to have come how far; each count holds those beyond it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sent to.
    pub sent: usize,
    /// Opened, received or answered.
    pub opened: usize,
    /// Received or answered.
    pub received: usize,
    /// Answered with a plan.
    pub planned: usize,
    /// Without a plan after its day.
    pub overdue: usize,
}

impl Tally {
    /// Counts the units of a board.
    pub fn of(traces: impl IntoIterator<Item = Traces>, today: Date) -> Self {
        let mut tally = Self::default();
        for one in traces {
            tally.sent += 1;
            tally.opened += usize::from(one.seen());
            tally.received += usize::from(one.received || one.planned);
            tally.planned += usize::from(one.planned);
            tally.overdue += usize::from(one.standing(today) == Standing::Overdue);
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DUE: Date = date(2026, 9, 30);

    fn traces(opened: bool, received: bool, planned: bool) -> Traces {
        Traces { opened, received, planned, due: Some(DUE) }
    }

    #[test]
    fn a_plan_counts_on_its_last_day_and_is_overdue_on_the_next() {
        let opened = traces(true, false, false);
        assert_eq!(opened.standing(DUE), Standing::Opened);
        assert_eq!(opened.standing(date(2026, 10, 1)), Standing::Overdue);
        assert_eq!(Traces { due: None, ..opened }.standing(date(2199, 1, 1)), Standing::Opened);
        assert_eq!(traces(false, true, false).standing(DUE), Standing::Received);
    }

    #[test]
    fn whoever_answered_late_is_no_longer_overdue() {
        assert_eq!(traces(false, false, true).standing(date(2027, 1, 1)), Standing::Planned);
    }

    #[test]
    fn counts_hold_those_beyond_them() {
        let all = [
            traces(false, false, false),
            traces(true, false, false),
            traces(false, true, false),
            traces(false, false, true),
        ];
        let tally = Tally::of(all, date(2026, 10, 1));
        assert_eq!((tally.sent, tally.opened, tally.received, tally.planned, tally.overdue), (4, 3, 2, 1, 3));
        assert_eq!(Tally::of([], DUE), Tally::default());
    }
}
