//! Years in the Party and the badges for them: arithmetic of months, with the reason beside every line.
//!
//! Years count from the day on which the competent committee issued the decision to admit; months outside the
//! Party's activity are typed by the office and taken off. Nothing is inferred about a person.
//!
//! Not here: who decides, forms and lists.

use super::dossier::Track;
use crate::code::codes;
use jiff::civil::{Date, date};

/// The years for which there is a badge.
pub const BADGES: [u8; 12] = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/// How early a badge may be given, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Early {
    /// To the gravely ill.
    pub grave: u16,
    /// To those who died.
    pub posthumous: u16,
}

/// What the months say of one badge in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The years are full.
    Full {
        /// False when the month is reached but the day of the month is not: the office looks.
        day_reached: bool,
    },
    /// Early, for grave illness.
    Grave {
        /// Months that are missing.
        months: i32,
    },
    /// Early, after death.
    Posthumous {
        /// Months that were missing on the day of death.
        months: i32,
    },
    /// Not yet.
    NotYet {
        /// Months that are missing.
        months: i32,
    },
}

/// What the office says about a person in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// To be given in this round.
    Confirmed,
    /// Put off to a later one.
    Deferred,
    /// Asked for early, for grave illness.
    Grave,
}

codes!(Word { Confirmed = "confirmed", Deferred = "deferred", Grave = "grave" });

/// The four rounds of a year: 3/2, 19/5, 2/9 and 7/11.
pub fn rounds(year: i16) -> [Date; 4] {
    [date(year, 2, 3), date(year, 5, 19), date(year, 9, 2), date(year, 11, 7)]
}

/// Months from one month to another, whatever the day.
fn months_between(from: Date, to: Date) -> i32 {
    let month = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    month(to) - month(from)
}

/// Months in the Party by a day: whole calendar months since the month of admission, less those taken off; never
/// below zero.
pub fn months_on(track: &Track, day: Date) -> i32 {
    let deducted = i32::try_from(track.deducted_months).unwrap_or(i32::MAX);
    months_between(track.admitted, day).saturating_sub(deducted).max(0)
}

/// What the months say of the badge for `years` in the round of `round`. Death ends the counting.
pub fn due(track: &Track, years: u8, early: Early, round: Date) -> Due {
    let until = track.died.map_or(round, |died| died.min(round));
    let missing = i32::from(years) * 12 - months_on(track, until);
    if missing <= 0 {
        let day_reached = missing < 0 || until.day() >= track.admitted.day();
        return Due::Full { day_reached };
    }
    if track.died.is_some() {
        return if missing <= i32::from(early.posthumous) {
            Due::Posthumous { months: missing }
        } else {
            Due::NotYet { months: missing }
        };
    }
    if track.grave && missing <= i32::from(early.grave) {
        return Due::Grave { months: missing };
    }
    Due::NotYet { months: missing }
}

/// The badge that is next after the one held; `None` beyond the last.
pub fn next_badge(held: Option<u8>) -> Option<u8> {
    BADGES.into_iter().find(|years| held.is_none_or(|held| *years > held))
}

/// The highest badge whose years are full by a day; `None` below the first.
pub fn highest_full(track: &Track, day: Date) -> Option<u8> {
    let months = months_on(track, track.died.map_or(day, |died| died.min(day)));
    BADGES.into_iter().rev().find(|years| i32::from(*years) * 12 <= months)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::award::Evidence;
    use proptest::prelude::*;

    const EARLY: Early = Early { grave: 12, posthumous: 12 };

    fn track(admitted: Date) -> Track {
        let evidence = Evidence("QĐ 1".to_owned());
        Track { admitted, deducted_months: 0, grave: false, died: None, evidence }
    }

    #[test]
    fn the_month_counts_and_the_day_is_told() {
        let round = date(2026, 5, 19);
        assert_eq!(due(&track(date(1996, 5, 19)), 30, EARLY, round), Due::Full { day_reached: true });
        assert_eq!(due(&track(date(1996, 5, 20)), 30, EARLY, round), Due::Full { day_reached: false });
        assert_eq!(due(&track(date(1996, 6, 1)), 30, EARLY, round), Due::NotYet { months: 1 });
    }

    #[test]
    fn months_away_are_taken_off() {
        let mut away = track(date(1996, 5, 1));
        away.deducted_months = 6;
        assert_eq!(due(&away, 30, EARLY, date(2026, 5, 19)), Due::NotYet { months: 6 });
        assert_eq!(due(&away, 30, EARLY, date(2026, 11, 7)), Due::Full { day_reached: true });
    }

    #[test]
    fn early_for_illness_and_after_death() {
        let mut ill = track(date(1997, 5, 1));
        ill.grave = true;
        assert_eq!(due(&ill, 30, EARLY, date(2026, 5, 19)), Due::Grave { months: 12 });
        assert_eq!(due(&ill, 30, EARLY, date(2026, 2, 3)), Due::NotYet { months: 15 });
        let mut dead = track(date(1997, 5, 1));
        dead.died = Some(date(2026, 4, 30));
        assert_eq!(due(&dead, 30, EARLY, date(2026, 9, 2)), Due::NotYet { months: 13 });
        dead.died = Some(date(2026, 5, 1));
        assert_eq!(due(&dead, 30, EARLY, date(2026, 9, 2)), Due::Posthumous { months: 12 });
    }

    #[test]
    fn the_ladder() {
        assert_eq!(next_badge(None), Some(30));
        assert_eq!(next_badge(Some(40)), Some(45));
        assert_eq!(next_badge(Some(90)), None);
    }

    proptest! {
        #[test]
        fn a_month_later_is_a_month_more(from in 0_i32..20_000, after in 0_i32..20_000, away in 0_u32..60) {
            let day = |offset| date(1940, 1, 1).checked_add(jiff::Span::new().days(offset)).expect("a day");
            let mut track = track(day(from));
            track.deducted_months = away;
            let then = day(from + after);
            let next = then.checked_add(jiff::Span::new().months(1)).expect("a day");
            let (now, later) = (months_on(&track, then), months_on(&track, next));
            prop_assert!(later == now + 1 || (now == 0 && later == 0));
        }

        #[test]
        fn due_and_full_agree(from in 0_i32..15_000, years in 20_i32..95) {
            let day = |offset| date(1930, 1, 1).checked_add(jiff::Span::new().days(offset)).expect("a day");
            let track = track(day(from));
            let on = track.admitted.checked_add(jiff::Span::new().years(years)).expect("a day");
            let full = highest_full(&track, on);
            for badge in BADGES {
                let is_due = matches!(due(&track, badge, EARLY, on), Due::Full { .. });
                prop_assert_eq!(is_due, full.is_some_and(|full| badge <= full));
            }
        }
    }
}
