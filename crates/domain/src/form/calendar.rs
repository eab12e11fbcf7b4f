//! How often a form is answered, and until which day.
//!
//! Not here: a later day granted to a named unit, which is a record of its own (`store::form`).

use crate::code::codes;
use crate::period::{Period, PeriodKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How often a form is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Every {
    /// Every month.
    Month,
    /// Every quarter.
    Quarter,
    /// Every half-year.
    HalfYear,
    /// Every year.
    Year,
    /// Once for a run of years ("giai đoạn 2021–2024"), or for any other stretch.
    Stage,
}

codes!(Every { Month = "month", Quarter = "quarter", HalfYear = "half", Year = "year", Stage = "stage" });

impl Every {
    /// Whether a period is one of these.
    pub fn fits(self, period: Period) -> bool {
        let kind = period.kind();
        match self {
            Self::Month => kind == PeriodKind::Month,
            Self::Quarter => kind == PeriodKind::Quarter,
            Self::HalfYear => kind == PeriodKind::HalfYear,
            Self::Year => kind == PeriodKind::Year,
            Self::Stage => matches!(kind, PeriodKind::Years | PeriodKind::Span),
        }
    }

    /// The period that a day lies in; `None` for stages, which are named and not reckoned.
    pub fn period_of(self, day: Date) -> Option<Period> {
        let (year, month) = (day.year(), day.month());
        match self {
            Self::Month => Period::month(year, month),
            Self::Quarter => Period::quarter(year, (month + 2) / 3),
            Self::HalfYear => Period::half(year, (month + 5) / 6),
            Self::Year => Period::year(year),
            Self::Stage => return None,
        }
        .ok()
    }

    /// The period just before one of these; `None` for stages.
    pub fn before(self, period: Period) -> Option<Period> {
        self.period_of(period.first().yesterday().ok()?)
    }
}

/// The last day on which a filing is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// So many days after the period's last day; negative for a day before its end.
    AfterEnd(i32),
    /// This day of the period's last month, or that month's last day where it has none ("ngày 25 hằng tháng").
    OnDay(i8),
}

impl Due {
    /// Whether the number can be meant.
    pub fn is_sound(self) -> bool {
        match self {
            Self::AfterEnd(days) => (-60..=366).contains(&days),
            Self::OnDay(day) => (1..=31).contains(&day),
        }
    }

    /// The last day in time for a period.
    pub fn day(self, period: Period) -> Date {
        let last = period.last();
        match self {
            Self::AfterEnd(days) => last.checked_add(jiff::Span::new().days(days)).unwrap_or(last),
            Self::OnDay(day) => {
                let of_month = last.days_in_month();
                Date::new(last.year(), last.month(), day.clamp(1, of_month)).unwrap_or(last)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(text: &str) -> Period {
        text.parse().expect("a period")
    }

    #[test]
    fn a_day_lies_in_one_period_of_each_kind() {
        let day = date(2024, 5, 16);
        let of = |every: Every| every.period_of(day).map(|period| period.to_string());
        assert_eq!(of(Every::Month).as_deref(), Some("2024M05"));
        assert_eq!(of(Every::Quarter).as_deref(), Some("2024Q2"));
        assert_eq!(of(Every::HalfYear).as_deref(), Some("2024H1"));
        assert_eq!(of(Every::Year).as_deref(), Some("2024"));
        assert_eq!(of(Every::Stage), None);
        assert_eq!(Every::Month.before(period("2024M01")), Some(period("2023M12")));
        assert!(Every::Stage.fits(period("2021-2024")) && !Every::Month.fits(period("2024Q1")));
    }

    #[test]
    fn the_day_is_reckoned_from_the_end_or_stands_in_the_month() {
        assert_eq!(Due::AfterEnd(5).day(period("2024Q1")), date(2024, 4, 5));
        assert_eq!(Due::AfterEnd(-5).day(period("2024Q2")), date(2024, 6, 25));
        assert_eq!(Due::OnDay(25).day(period("2024M05")), date(2024, 5, 25));
        assert_eq!(Due::OnDay(31).day(period("2024M02")), date(2024, 2, 29));
        assert!(!Due::OnDay(0).is_sound() && !Due::AfterEnd(1_000).is_sound());
    }
}
