//! Tasks (nhiệm vụ): what a unit is to do for a programme, by which day, and whether it was done.
//!
//! A task may come from a clause of the programme's directive and may be measured by indicators, so that one can go
//! from the clause down to the figures and from a figure back up to the clause. Not here: the rows (`store::task`).

use crate::code::codes;
pub use crate::id::{ClauseId, TaskId};
use jiff::civil::Date;

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Progress {
    /// To do, in time.
    Open,
    /// To do, after its day.
    Overdue,
    /// Done in time.
    Done,
    /// Done after its day.
    DoneLate,
}

codes!(Progress { Open = "open", Overdue = "overdue", Done = "done", DoneLate = "done-late" });

/// How a task stands on a day, from its last day and the day on which it was said to be done.
pub fn progress(due: Option<Date>, done: Option<Date>, today: Date) -> Progress {
    match (due, done) {
        (Some(due), Some(done)) if done > due => Progress::DoneLate,
        (_, Some(_)) => Progress::Done,
        (Some(due), None) if today > due => Progress::Overdue,
        (_, None) => Progress::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_day_is_still_in_time() {
        let due = Some(date(2026, 12, 15));
        assert_eq!(progress(due, None, date(2026, 12, 15)), Progress::Open);
        assert_eq!(progress(due, None, date(2026, 12, 16)), Progress::Overdue);
        assert_eq!(progress(due, Some(date(2026, 12, 15)), date(2027, 1, 1)), Progress::Done);
        assert_eq!(progress(due, Some(date(2026, 12, 16)), date(2027, 1, 1)), Progress::DoneLate);
        assert_eq!(progress(None, None, date(2199, 1, 1)), Progress::Open);
    }
}
