//! Periods (kỳ): months, quarters, half-years, years, runs of years and any other stretch of days.
//!
//! Not here: how a period is said (`lang`), calendars of deadlines.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A stretch of whole days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Period {
    first: Date,
    last: Date,
}

/// What a period is called; read from its two ends, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// One month of a year.
    Month,
    /// Three months beginning in January, April, July or October.
    Quarter,
    /// January to June, or July to December.
    HalfYear,
    /// One calendar year.
    Year,
    /// Several whole calendar years ("giai đoạn 2021–2024").
    Years,
    /// Any other stretch ("từ 18/5/2021 đến 16/5/2024").
    Span,
}

/// Why two dates or a text make no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodRefusal {
    /// The last day stands before the first.
    #[error("ends before it begins")]
    Backwards,
    /// Outside 1900–2199, or longer than a century.
    #[error("out of range")]
    OutOfRange,
    /// The text has none of the known shapes.
    #[error("not a period")]
    NotAPeriod,
}

/// Day zero of the integer keys.
const ORIGIN: Date = date(1900, 1, 1);

impl Period {
    /// A period from its first to its last day.
    pub fn new(first: Date, last: Date) -> Result<Self, PeriodRefusal> {
        if last < first {
            return Err(PeriodRefusal::Backwards);
        }
        if first < ORIGIN || last.year() > 2199 || days_between(first, last) > 36_525 {
            return Err(PeriodRefusal::OutOfRange);
        }
        Ok(Self { first, last })
    }

    /// A calendar year.
    pub fn year(year: i16) -> Result<Self, PeriodRefusal> {
        Self::months(year, 1, 12)
    }

    /// The calendar year of a day; a day outside 1900–2199 gives the nearest year within.
    pub fn year_of(day: Date) -> Self {
        let year = day.year().clamp(1900, 2199);
        Self { first: date(year, 1, 1), last: date(year, 12, 31) }
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Result<Self, PeriodRefusal> {
        match quarter {
            1..=4 => Self::months(year, quarter * 3 - 2, 3),
            _ => Err(PeriodRefusal::NotAPeriod),
        }
    }

    /// A half-year, 1 or 2.
    pub fn half(year: i16, half: i8) -> Result<Self, PeriodRefusal> {
        match half {
            1 | 2 => Self::months(year, half * 6 - 5, 6),
            _ => Err(PeriodRefusal::NotAPeriod),
        }
    }

    /// A month, 1 to 12.
    pub fn month(year: i16, month: i8) -> Result<Self, PeriodRefusal> {
        Self::months(year, month, 1)
    }

    /// Whole years, both included.
    pub fn years(first: i16, last: i16) -> Result<Self, PeriodRefusal> {
        let first = Date::new(first, 1, 1).map_err(|_| PeriodRefusal::OutOfRange)?;
        let last = Date::new(last, 12, 31).map_err(|_| PeriodRefusal::OutOfRange)?;
        Self::new(first, last)
    }

    fn months(year: i16, month: i8, count: i8) -> Result<Self, PeriodRefusal> {
        let first = Date::new(year, month, 1).map_err(|_| PeriodRefusal::OutOfRange)?;
        let last_month =
            Date::new(year, month + count - 1, 1).map_err(|_| PeriodRefusal::OutOfRange)?.last_of_month();
        Self::new(first, last_month)
    }

    /// First day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Last day, included. The tree of this day is the tree of the period.
    pub fn last(self) -> Date {
        self.last
    }

    /// Number of days, at least 1.
    pub fn days(self) -> i32 {
        days_between(self.first, self.last) + 1
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// What this period is called.
    pub fn kind(self) -> PeriodKind {
        let starts_month = self.first.day() == 1;
        let ends_month = self.last == self.last.last_of_month();
        if !(starts_month && ends_month) {
            return PeriodKind::Span;
        }
        let months = i32::from(self.last.year() - self.first.year()) * 12
            + i32::from(self.last.month() - self.first.month())
            + 1;
        match (self.first.month(), months) {
            (_, 1) => PeriodKind::Month,
            (1 | 4 | 7 | 10, 3) => PeriodKind::Quarter,
            (1 | 7, 6) => PeriodKind::HalfYear,
            (1, 12) => PeriodKind::Year,
            (1, months) if months % 12 == 0 => PeriodKind::Years,
            _ => PeriodKind::Span,
        }
    }

    /// The integer by which periods are stored: days from 1900-01-01 to the first day, times 65536, plus the
    /// length in days. Orders by beginning, then by length.
    pub fn key(self) -> i64 {
        i64::from(days_between(ORIGIN, self.first)) * 65_536 + i64::from(self.days())
    }

    /// The period of a [`Period::key`].
    pub fn from_key(key: i64) -> Result<Self, PeriodRefusal> {
        let start = i32::try_from(key / 65_536).map_err(|_| PeriodRefusal::NotAPeriod)?;
        let days = i32::try_from(key % 65_536).map_err(|_| PeriodRefusal::NotAPeriod)?;
        let add = |count: i32| ORIGIN.checked_add(jiff::Span::new().days(count));
        if start < 0 || days < 1 || start > 120_000 {
            return Err(PeriodRefusal::NotAPeriod);
        }
        match (add(start), add(start + days - 1)) {
            (Ok(first), Ok(last)) => Self::new(first, last),
            _ => Err(PeriodRefusal::OutOfRange),
        }
    }
}

/// Whole days from `a` to `b`; negative when `b` is earlier.
fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(0, |span| span.get_days())
}

impl fmt::Display for Period {
    /// `2024M05`, `2024Q2`, `2024H1`, `2024`, `2021-2024`, or `2021-05-18..2024-05-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.kind() {
            PeriodKind::Month => write!(f, "{year}M{month:02}"),
            PeriodKind::Quarter => write!(f, "{year}Q{}", (month + 2) / 3),
            PeriodKind::HalfYear => write!(f, "{year}H{}", (month + 5) / 6),
            PeriodKind::Year => write!(f, "{year}"),
            PeriodKind::Years => write!(f, "{year}-{}", self.last.year()),
            PeriodKind::Span => write!(f, "{}..{}", self.first, self.last),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodRefusal;

    fn from_str(text: &str) -> Result<Self, PeriodRefusal> {
        let number = |text: &str| text.parse::<i16>().map_err(|_| PeriodRefusal::NotAPeriod);
        let part = |text: &str| text.parse::<i8>().map_err(|_| PeriodRefusal::NotAPeriod);
        if let Some((first, last)) = text.split_once("..") {
            let day = |text: &str| text.parse::<Date>().map_err(|_| PeriodRefusal::NotAPeriod);
            return Self::new(day(first)?, day(last)?);
        }
        if let Some((year, month)) = text.split_once('M') {
            return Self::month(number(year)?, part(month)?);
        }
        if let Some((year, quarter)) = text.split_once('Q') {
            return Self::quarter(number(year)?, part(quarter)?);
        }
        if let Some((year, half)) = text.split_once('H') {
            return Self::half(number(year)?, part(half)?);
        }
        if let Some((first, last)) = text.split_once('-') {
            return Self::years(number(first)?, number(last)?);
        }
        Self::year(number(text)?)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodRefusal;

    fn try_from(text: String) -> Result<Self, PeriodRefusal> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_survives_printing_and_its_key() {
        for text in ["2024M05", "2024Q2", "2024H1", "2024H2", "2023", "2021-2024", "2021-05-18..2024-05-16"] {
            let period: Period = text.parse().expect(text);
            assert_eq!(period.to_string(), text);
            assert_eq!(Period::from_key(period.key()), Ok(period));
        }
    }

    #[test]
    fn wrong_periods_are_refused() {
        for text in ["", "2024M13", "2024Q5", "2024Q0", "2024H3", "2024-2021", "x", "2024-05-32..2024-06-01"]
        {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
        for key in [0, -1, i64::MAX, 65_536 * 200_000 + 1] {
            assert!(Period::from_key(key).is_err(), "{key}");
        }
    }

    #[test]
    fn a_leap_year_has_its_day() {
        assert_eq!(Period::month(2024, 2).map(Period::days), Ok(29));
        assert_eq!(Period::year(2024).map(Period::days), Ok(366));
    }

    #[test]
    fn a_year_contains_its_quarters() {
        let year = Period::year(2024).expect("a year");
        assert!((1..=4).all(|q| year.contains(Period::quarter(2024, q).expect("a quarter"))));
        assert!(!year.contains(Period::quarter(2025, 1).expect("a quarter")));
    }
}
