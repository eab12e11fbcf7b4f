//! Pivots (bảng tổng hợp): stretches that are said relative to today, the stretch to compare with, and the parts that a
//! stretch is cut into to stand side by side.
//!
//! Not here: adding up (`rollup`, `range`), what stands in the cells.

use crate::code::codes;
use crate::period::{Period, PeriodKind};
use jiff::Span;
use jiff::civil::Date;

/// The longest name of a table that is kept, in characters.
pub const LONGEST_NAME: usize = 80;

/// The longest that the pairs of its address may be, in bytes.
pub const LONGEST_ASKED: usize = 600;

/// Whether a text can be the pairs of an address: what stands behind a question mark, encoded.
pub fn is_asked(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"=&-._~%+".contains(&byte);
    text.len() <= LONGEST_ASKED && text.bytes().all(known)
}

/// A stretch that moves with the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relative {
    /// This month.
    ThisMonth,
    /// This quarter.
    ThisQuarter,
    /// The quarter before this one.
    LastQuarter,
    /// The same quarter of last year.
    QuarterLastYear,
    /// The last four quarters that have ended.
    LastFourQuarters,
    /// From the first of January to the end of this quarter.
    YearToDate,
}

codes!(Relative {
    ThisMonth = "thang-nay",
    ThisQuarter = "quy-nay",
    LastQuarter = "quy-truoc",
    QuarterLastYear = "quy-nay-nam-truoc",
    LastFourQuarters = "4-quy",
    YearToDate = "tu-dau-nam",
});

/// Months between, not under January of year 1 or over the calendar's end: a day that has no such month stays.
fn shifted(day: Date, months: i64) -> Date {
    Span::new().try_months(months).and_then(|span| day.checked_add(span)).unwrap_or(day)
}

/// A stretch moved by whole months, its last day found from the day after, so that ends of months stay ends.
fn moved(period: Period, months: i64) -> Option<Period> {
    let after = period.last().tomorrow().ok()?;
    let last = shifted(after, months).yesterday().ok()?;
    Period::new(shifted(period.first(), months), last).ok()
}

fn quarter(day: Date) -> Option<Period> {
    Period::quarter(day.year(), (day.month() + 2) / 3).ok()
}

impl Relative {
    /// Which days that is today; `None` beyond the calendar's ends.
    pub fn range(self, today: Date) -> Option<Period> {
        let now = quarter(today)?;
        match self {
            Self::ThisMonth => Period::month(today.year(), today.month()).ok(),
            Self::ThisQuarter => Some(now),
            Self::LastQuarter => moved(now, -3),
            Self::QuarterLastYear => moved(now, -12),
            Self::LastFourQuarters => Period::new(moved(now, -12)?.first(), moved(now, -3)?.last()).ok(),
            Self::YearToDate => Period::new(Period::year_of(today).first(), now.last()).ok(),
        }
    }
}

/// With which stretch a stretch is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// The one before of the same length.
    Before,
    /// The same days of the year before.
    YearBefore,
}

codes!(Against { Before = "ky-truoc", YearBefore = "cung-ky" });

/// The stretch to compare with; `None` where there is none.
pub fn earlier(range: Period, against: Against) -> Option<Period> {
    let months = match (against, range.kind()) {
        (Against::YearBefore, _) | (Against::Before, PeriodKind::Year | PeriodKind::Span) => 12,
        (Against::Before, PeriodKind::Month) => 1,
        (Against::Before, PeriodKind::Quarter) => 3,
        (Against::Before, PeriodKind::HalfYear) => 6,
        (Against::Before, PeriodKind::Years) => {
            (i64::from(range.last().year()) - i64::from(range.first().year()) + 1) * 12
        }
    };
    moved(range, -months)
}

/// Into which parts a stretch is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cut {
    /// Months.
    Months,
    /// Quarters.
    Quarters,
    /// Half-years.
    Halves,
    /// Years.
    Years,
}

codes!(Cut { Months = "thang", Quarters = "quy", Halves = "nua-nam", Years = "nam" });

/// The parts of a stretch that lie wholly inside it, the latest `most` of them, in order.
pub fn parts(range: Period, cut: Cut, most: usize) -> Vec<Period> {
    let part = |year: i16, number: i8| match cut {
        Cut::Months => Period::month(year, number),
        Cut::Quarters => Period::quarter(year, number),
        Cut::Halves => Period::half(year, number),
        Cut::Years => Period::year(year),
    };
    let in_a_year = match cut {
        Cut::Months => 12,
        Cut::Quarters => 4,
        Cut::Halves => 2,
        Cut::Years => 1,
    };
    let years = (range.first().year()..=range.last().year()).rev();
    let all = years.flat_map(|year| (1..=in_a_year).rev().filter_map(move |number| part(year, number).ok()));
    let mut found: Vec<Period> = all.filter(|part| range.contains(*part)).take(most).collect();
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(relative: Relative, today: Date) -> String {
        relative.range(today).map(|range| range.to_string()).unwrap_or_default()
    }

    #[test]
    fn stretches_move_with_the_days() {
        let today = date(2024, 2, 29);
        assert_eq!(said(Relative::ThisMonth, today), "2024M02");
        assert_eq!(said(Relative::ThisQuarter, today), "2024Q1");
        assert_eq!(said(Relative::LastQuarter, today), "2023Q4");
        assert_eq!(said(Relative::QuarterLastYear, today), "2023Q1");
        assert_eq!(said(Relative::LastFourQuarters, today), "2023");
        assert_eq!(said(Relative::YearToDate, today), "2024Q1");
        assert_eq!(said(Relative::YearToDate, date(2024, 5, 1)), "2024H1");
        assert_eq!(said(Relative::LastFourQuarters, date(2024, 8, 1)), "2023-07-01..2024-06-30");
    }

    #[test]
    fn what_comes_before_has_the_same_length() {
        for (range, before, year_before) in [
            ("2024M03", "2024M02", "2023M03"),
            ("2024Q1", "2023Q4", "2023Q1"),
            ("2024H2", "2024H1", "2023H2"),
            ("2024", "2023", "2023"),
            ("2021-2024", "2017-2020", "2020-2023"),
            ("2024-02-29..2024-03-15", "2023-02-28..2023-03-15", "2023-02-28..2023-03-15"),
        ] {
            let range: Period = range.parse().expect("a period");
            let told = |against| earlier(range, against).map(|found| found.to_string());
            assert_eq!(told(Against::Before).as_deref(), Some(before));
            assert_eq!(told(Against::YearBefore).as_deref(), Some(year_before));
        }
        assert_eq!(earlier("1900".parse().expect("a year"), Against::Before), None);
    }

    #[test]
    fn a_stretch_is_cut_into_what_lies_inside_it() {
        let cut = |range: &str, cut, most| -> Vec<String> {
            let range: Period = range.parse().expect("a period");
            parts(range, cut, most).iter().map(ToString::to_string).collect()
        };
        assert_eq!(cut("2024", Cut::Quarters, 12), ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]);
        assert_eq!(cut("2021-2024", Cut::Years, 12), ["2021", "2022", "2023", "2024"]);
        assert_eq!(cut("2021-2024", Cut::Halves, 3), ["2023H2", "2024H1", "2024H2"]);
        assert_eq!(cut("2023-11-15..2024-02-29", Cut::Months, 12), ["2023M12", "2024M01", "2024M02"]);
        assert_eq!(cut("2024M02", Cut::Quarters, 12), Vec::<String>::new());
    }
}
