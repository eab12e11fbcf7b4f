//! Working days: weekends, public holidays and days worked in exchange, as dated rows.
//!
//! Not here: the rows themselves; lunar arithmetic, because the government announces the days each year.

use crate::code::codes;
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// What a row says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum DayKind {
    /// Nobody works, though it is no weekend.
    Off,
    /// Worked in exchange, though it is a weekend.
    MakeUp,
    /// It was said to become a holiday, but no text that makes it one was seen.
    Proposed,
}

codes!(DayKind { Off = "off", MakeUp = "make-up", Proposed = "proposed" });

/// A row of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// What is different about it.
    pub kind: DayKind,
    /// Why (`Tết Nguyên đán`).
    pub name: String,
    /// Where this comes from.
    pub source: String,
    /// How far that is to be trusted.
    pub trust: super::Trust,
}

/// Why the end of a term may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermDoubt {
    /// The term touches a day whose row was not checked.
    Unverified(Date),
    /// The term touches a day that may become a holiday.
    Proposed(Date),
    /// The term touches a year of which no holidays are known.
    YearUnknown(i16),
}

/// The last day of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The last day.
    pub last: Date,
    /// Why it may move; empty when it is sure.
    pub doubts: Vec<TermDoubt>,
}

/// The calendar: every Saturday and Sunday is off unless a row says otherwise.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    rows: BTreeMap<Date, DayRow>,
    known: BTreeSet<i16>,
}

/// No term is longer; beyond it a typed number is a mistake.
pub const LONGEST_TERM: u16 = 500;

/// The law grants eleven days a year. A year with fewer rows than this has only its fixed days registered; those
/// that follow the moon, and the exchanges, are announced in the autumn before.
const DAYS_OF_A_KNOWN_YEAR: usize = 9;

impl Calendar {
    /// Builds the calendar; of two rows for one day the later in the list stands.
    pub fn new(rows: impl IntoIterator<Item = DayRow>) -> Self {
        let rows: BTreeMap<Date, DayRow> = rows.into_iter().map(|row| (row.day, row)).collect();
        let mut off: BTreeMap<i16, usize> = BTreeMap::new();
        for row in rows.values().filter(|row| row.kind == DayKind::Off) {
            *off.entry(row.day.year()).or_default() += 1;
        }
        let known = off.into_iter().filter(|(_, count)| *count >= DAYS_OF_A_KNOWN_YEAR).map(|(year, _)| year);
        Self { known: known.collect(), rows }
    }

    /// Every row, by day.
    pub fn rows(&self) -> impl Iterator<Item = &DayRow> {
        self.rows.values()
    }

    /// Whether a day is worked.
    pub fn works_on(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self.rows.get(&day).map(|row| row.kind) {
            Some(DayKind::Off) => false,
            Some(DayKind::MakeUp) => true,
            Some(DayKind::Proposed) | None => !weekend,
        }
    }

    /// The last day of a term of working days; the first day counted is the one after `start`. `None` for no days,
    /// for more than [`LONGEST_TERM`], and beyond the end of time.
    pub fn add(&self, start: Date, days: u16) -> Option<Term> {
        if days == 0 || days > LONGEST_TERM {
            return None;
        }
        let (mut day, mut left) = (start, days);
        let mut doubts = Vec::new();
        while left > 0 {
            day = day.tomorrow().ok()?;
            if !self.known.contains(&day.year()) {
                doubts.push(TermDoubt::YearUnknown(day.year()));
            }
            match self.rows.get(&day) {
                Some(row) if row.kind == DayKind::Proposed => doubts.push(TermDoubt::Proposed(day)),
                Some(row) if !row.trust.verified() => doubts.push(TermDoubt::Unverified(day)),
                _ => {}
            }
            left -= u16::from(self.works_on(day));
        }
        doubts.sort_unstable();
        doubts.dedup();
        Some(Term { last: day, doubts })
    }

    /// How many working days lie after `start` up to and including `end`; zero when it is not later.
    pub fn between(&self, start: Date, end: Date) -> u32 {
        let (mut day, mut count) = (start, 0);
        while day < end {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            count += u32::from(self.works_on(day));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::award::Trust;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn row(day: Date, kind: DayKind) -> DayRow {
        DayRow { day, kind, name: String::new(), source: String::new(), trust: Trust::A }
    }

    fn calendar() -> Calendar {
        let mut rows: Vec<DayRow> = (16..=20).map(|day| row(date(2026, 2, day), DayKind::Off)).collect();
        rows.push(row(date(2026, 1, 1), DayKind::Off));
        rows.push(row(date(2026, 1, 2), DayKind::Off));
        rows.push(row(date(2026, 1, 10), DayKind::MakeUp));
        rows.extend(
            [(4, 27), (4, 30), (5, 1), (9, 2)].map(|(month, day)| row(date(2026, month, day), DayKind::Off)),
        );
        rows.push(row(date(2027, 1, 1), DayKind::Off));
        rows.push(row(date(2026, 11, 24), DayKind::Proposed));
        Calendar::new(rows)
    }

    #[test]
    fn ten_working_days_over_tet() {
        let term = calendar().add(date(2026, 2, 10), 10).expect("a term");
        assert_eq!(term, Term { last: date(2026, 3, 3), doubts: Vec::new() });
    }

    #[test]
    fn a_day_worked_in_exchange_counts() {
        assert_eq!(calendar().add(date(2026, 1, 9), 1).expect("a term").last, date(2026, 1, 10));
    }

    #[test]
    fn what_is_not_known_is_told() {
        let calendar = calendar();
        let doubts = |start| calendar.add(start, 3).expect("a term").doubts;
        assert_eq!(doubts(date(2026, 11, 20)), [TermDoubt::Proposed(date(2026, 11, 24))]);
        assert_eq!(doubts(date(2031, 3, 3)), [TermDoubt::YearUnknown(2031)]);
        assert_eq!(doubts(date(2026, 12, 31)), [TermDoubt::YearUnknown(2027)]);
        assert_eq!(calendar.add(date(2026, 1, 1), 0), None);
    }

    proptest! {
        #[test]
        fn a_term_ends_on_a_working_day_and_can_be_counted_back(
            start in 0_i32..1_500, days in 1_u16..200,
        ) {
            let calendar = calendar();
            let start = date(2025, 1, 1).checked_add(jiff::Span::new().days(start)).expect("a day");
            let last = calendar.add(start, days).expect("a term").last;
            prop_assert!(calendar.works_on(last));
            prop_assert!(last > start);
            prop_assert_eq!(calendar.between(start, last), u32::from(days));
        }

        #[test]
        fn a_longer_term_ends_later(start in 0_i32..1_500, days in 1_u16..200) {
            let calendar = calendar();
            let start = date(2025, 1, 1).checked_add(jiff::Span::new().days(start)).expect("a day");
            prop_assert!(calendar.add(start, days).expect("a term").last < calendar.add(start, days + 1).expect("a term").last);
        }
    }
}
