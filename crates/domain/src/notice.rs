//! Notices (nhắc việc): that a filing, a plan or a task is due or overdue, or that what was sent down is not received;
//! and at which moments the program reminds by itself.
//!
//! Not here: who reads one (`authority`), sending it by mail (the program), storing.

use crate::code::codes;
pub use crate::id::NoticeId;
use jiff::civil::Date;

/// Why somebody is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum NoticeKind {
    /// Somebody of the level above asked for it by name.
    Asked,
    /// The day is near.
    Near,
    /// The day is tomorrow or today: the level above is told as well, while there is still time.
    Last,
    /// The day has passed.
    Overdue,
}

codes!(NoticeKind { Asked = "asked", Near = "near", Last = "last", Overdue = "overdue" });

/// What a reminder under a programme is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Topic {
    /// Nobody said that what was sent down was received.
    Receipt,
    /// The unit has not answered with a plan.
    Plan,
    /// A task is not done.
    Task,
}

codes!(Topic { Receipt = "receipt", Plan = "plan", Task = "task" });

impl NoticeKind {
    /// Of what the program reminds when something was sent on a day and nobody received it: the unit after three
    /// days, the level above as well after a week, nobody any more after two.
    pub fn since(today: Date, sent: Date) -> Option<Self> {
        match sent.until(today).map_or(0, |span| span.get_days()) {
            3..=6 => Some(Self::Near),
            7..=14 => Some(Self::Overdue),
            _ => None,
        }
    }

    /// Of what the program reminds by itself on a day, for something that is due on another; `None` on most days.
    pub fn on(today: Date, due: Date) -> Option<Self> {
        let left = today.until(due).map_or(i32::MAX, |span| span.get_days());
        match left {
            2..=3 => Some(Self::Near),
            0..=1 => Some(Self::Last),
            -7..=-1 => Some(Self::Overdue),
            _ => None,
        }
    }

    /// Whether the level above is told as well.
    pub fn goes_up(self) -> bool {
        matches!(self, Self::Last | Self::Overdue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_nobody_received_is_told_to_the_unit_first() {
        let on = |day| NoticeKind::since(date(2024, 5, day), date(2024, 5, 1));
        assert_eq!(
            [on(1), on(3), on(4), on(7)],
            [None, None, Some(NoticeKind::Near), Some(NoticeKind::Near)]
        );
        assert_eq!([on(8), on(15), on(16)], [Some(NoticeKind::Overdue), Some(NoticeKind::Overdue), None]);
        assert!(!NoticeKind::Near.goes_up() && NoticeKind::Overdue.goes_up());
    }

    #[test]
    fn the_level_above_hears_of_it_before_the_day_has_passed() {
        let due = date(2024, 5, 25);
        let on = |day| NoticeKind::on(date(2024, 5, day), due);
        assert_eq!(on(21), None);
        assert_eq!(on(22), Some(NoticeKind::Near));
        assert_eq!(on(24), Some(NoticeKind::Last));
        assert_eq!(on(25), Some(NoticeKind::Last));
        assert_eq!(on(26), Some(NoticeKind::Overdue));
        assert_eq!(
            NoticeKind::on(date(2024, 6, 2), due),
            None,
            "after a week the board says it, not a letter"
        );
        assert!(NoticeKind::Last.goes_up() && !NoticeKind::Near.goes_up());
    }
}
