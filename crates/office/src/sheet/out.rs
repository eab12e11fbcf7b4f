//! What is to be written: sheets of typed cells.
//!
//! Not here: how a workbook looks, and any file format.

use jiff::civil::Date;

use crate::decimal::Decimal;

/// A sheet to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetOut {
    /// Name on the tab; made to fit Excel's rules (31 letters, some signs forbidden, unique).
    pub name: String,
    /// Lines above the table, the first one large.
    pub titles: Vec<String>,
    /// Columns from left to right.
    pub columns: Vec<ColumnOut>,
    /// Rows downwards.
    pub rows: Vec<RowOut>,
    /// Lines below the table.
    pub notes: Vec<String>,
    /// How many columns at the left stay in view while scrolling.
    pub frozen_columns: u16,
}

/// A column to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOut {
    /// Its heading.
    pub heading: String,
    /// A heading above it, shared with its neighbours of the same group.
    pub group: Option<String>,
    /// Width in letters; found from the content when not given.
    pub width: Option<u16>,
}

/// A row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOut {
    /// How it is set off.
    pub kind: RowKind,
    /// Its cells, as many as there are columns; missing ones are empty.
    pub cells: Vec<CellOut>,
}

/// How a row is set off from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Not at all.
    Plain,
    /// The heading of the rows below it.
    Group,
    /// A total.
    Total,
}

/// A cell to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellOut {
    /// Nothing.
    Empty,
    /// Text. Never taken for a formula, whatever it begins with.
    Text(String),
    /// A count.
    Integer(i64),
    /// A number with places behind the point.
    Number(Decimal),
    /// An amount of money in whole đồng.
    Money(i64),
    /// A share, written as the division itself so that both parts stay visible.
    Percent {
        /// The part.
        numerator: i64,
        /// The whole; 0 makes the cell *not applicable*.
        denominator: i64,
    },
    /// A share that was only stated, in hundredths: 97 for 97 %.
    Stated(Decimal),
    /// A day.
    Date(Date),
    /// A number known within a bound. It stays a number; its format says the bound.
    Bounded {
        /// The number.
        value: i64,
        /// Which bound.
        bound: Bound,
    },
    /// The unit has not said.
    NotReported,
    /// The question does not arise.
    NotApplicable,
    /// A text that leads somewhere. Addresses that Excel does not take are left out and the text stays.
    Link {
        /// What is shown.
        text: String,
        /// Where it leads: `https://…`, `mailto:…` or `internal:'Sheet'!A1`.
        target: String,
    },
}

impl CellOut {
    /// The words in it, which may wrap; nothing for numbers and signs.
    pub(super) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Link { text, .. } => Some(text),
            Self::Empty
            | Self::Integer(_)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Percent { .. }
            | Self::Stated(_)
            | Self::Date(_)
            | Self::Bounded { .. }
            | Self::NotReported
            | Self::NotApplicable => None,
        }
    }
}

/// How a number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// At least: "hơn 5.400".
    AtLeast,
    /// About: "khoảng 5.400".
    About,
    /// At most: "gần 5.400".
    AtMost,
}

/// The few words that a workbook itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetWords {
    /// In a cell for which nothing was reported.
    pub not_reported: String,
    /// In a cell that does not apply.
    pub not_applicable: String,
    /// Before a number that is a lower bound.
    pub at_least: String,
    /// Before a number that is about right.
    pub about: String,
    /// Before a number that is an upper bound.
    pub at_most: String,
    /// Before the page number at the foot of a printed page.
    pub page: String,
}

impl SheetWords {
    /// In Vietnamese.
    pub fn vietnamese() -> Self {
        Self::of(["chưa báo cáo", "không áp dụng", "hơn", "khoảng", "gần", "Trang"])
    }

    /// In English.
    pub fn english() -> Self {
        Self::of(["not reported", "not applicable", "over", "about", "nearly", "Page"])
    }

    fn of([not_reported, not_applicable, at_least, about, at_most, page]: [&str; 6]) -> Self {
        Self {
            not_reported: not_reported.to_owned(),
            not_applicable: not_applicable.to_owned(),
            at_least: at_least.to_owned(),
            about: about.to_owned(),
            at_most: at_most.to_owned(),
            page: page.to_owned(),
        }
    }

    /// The word for a bound.
    pub fn bound(&self, bound: Bound) -> &str {
        match bound {
            Bound::AtLeast => &self.at_least,
            Bound::About => &self.about,
            Bound::AtMost => &self.at_most,
        }
    }
}
