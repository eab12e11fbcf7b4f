//! Indicators (chỉ tiêu): what is counted, in which measure, and how it adds up; and breakdowns (phân tổ).
//!
//! Not here: the shipped catalogue, which is dated data (`acts`' `catalogue`), and the figures themselves.

use crate::code::codes;
pub use crate::id::IndicatorId;

/// What the values of an indicator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Nature {
    /// A count in the indicator's measure.
    Count,
    /// Money in whole đồng.
    Money,
    /// A share: numerator and denominator, or a percentage as a statement.
    Share,
}

/// How values of several periods combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum OverTime {
    /// Flows add (cây trồng mới).
    Sum,
    /// Stocks: the value of the last period stands (số đảng viên).
    Last,
    /// Distinct things: values of several periods say nothing about their union.
    Distinct,
}

/// How values of several units combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum OverTree {
    /// They add; shares as Σ/Σ.
    Sum,
    /// They are shown side by side and never added.
    Never,
}

/// Whom a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Subject {
    /// No distinction.
    Any,
    /// Collectives (tập thể).
    Collective,
    /// Individuals (cá nhân).
    Individual,
    /// Households (hộ gia đình).
    Household,
    /// Collectives and individuals told in one number that nobody may split.
    Combined,
}

codes!(Nature { Count = "count", Money = "money", Share = "share" });
codes!(OverTime { Sum = "sum", Last = "last", Distinct = "distinct" });
codes!(OverTree { Sum = "sum", Never = "never" });
codes!(Subject {
    Any = "any",
    Collective = "collective",
    Individual = "individual",
    Household = "household",
    Combined = "combined",
});

/// One column within an indicator. The detail is the indicator's own distinction in Vietnamese as it is printed
/// (an award's form with its level: `Giấy khen, cấp trên cơ sở`; a stock or a flow: `duy trì`), empty where there
/// is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Breakdown {
    /// Whom it counts.
    pub subject: Subject,
    /// The indicator's own detail; at most [`LONGEST_DETAIL`] characters, cleaned.
    pub detail: String,
}

impl Breakdown {
    /// No distinction at all.
    pub fn none() -> Self {
        Self { subject: Subject::Any, detail: String::new() }
    }

    /// A distinction by subject alone.
    pub fn of(subject: Subject) -> Self {
        Self { subject, detail: String::new() }
    }

    /// Whether the detail is written as a detail must be.
    pub fn is_sound(&self) -> bool {
        self.detail.chars().count() <= LONGEST_DETAIL && crate::text::clean(&self.detail) == self.detail
    }
}

/// The longest detail of a breakdown, in characters.
pub const LONGEST_DETAIL: usize = 120;

/// An indicator of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Indicator {
    /// Its identity.
    pub id: IndicatorId,
    /// Its code on paper (`HD01`).
    pub code: String,
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Its measure in Vietnamese (`cây`); `đồng` for money.
    pub measure: String,
    /// Its measure in English.
    pub measure_en: String,
    /// What its values are.
    pub nature: Nature,
    /// How it combines over time.
    pub over_time: OverTime,
    /// How it combines over the tree.
    pub over_tree: OverTree,
    /// What stands above the line of a share; empty otherwise.
    pub numerator: String,
    /// What stands below the line of a share; empty otherwise.
    pub denominator: String,
    /// What is easily got wrong about it, for the help at the field.
    pub pitfall: String,
    /// The first day on which it may be used.
    pub valid_from: jiff::civil::Date,
    /// Where the definition comes from.
    pub source: String,
    /// Whether the source was checked; false prints "chưa kiểm chứng".
    pub verified: bool,
}
