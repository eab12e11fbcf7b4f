//! What is known of a case: who is proposed for what, and the facts on record, each with where it is written.
//!
//! Not here: how the facts were found, and what they amount to (`examine`).

use super::form::{FormCode, Giver, Grade, Ground, Recipient, Severity, Side, Spread};
use crate::id::UnitId;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Where a fact is written: a decision's number, a minute, a register's line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Evidence(pub String);

/// The grade of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearGrade {
    /// Of which year.
    pub year: i16,
    /// Which grade.
    pub grade: Grade,
    /// In which unit, or of which unit.
    pub unit: UnitId,
    /// Where it is written.
    pub evidence: Evidence,
}

/// An award received before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAward {
    /// Which form.
    pub form: FormCode,
    /// For which year (of a longer stretch: its last).
    pub year: i16,
    /// The day of the decision.
    pub decided: Date,
    /// On which ground.
    pub ground: Ground,
    /// At which unit, or to which unit.
    pub unit: UnitId,
    /// For which achievement, where one was named.
    pub achievement: Option<String>,
    /// Whether the decision was cancelled; it then counts for nothing.
    pub revoked: bool,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A recognised initiative, study or project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiative {
    /// In which year it was recognised.
    pub year: i16,
    /// How far it was recognised to reach.
    pub spread: Spread,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A discipline that was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// How heavy.
    pub severity: Severity,
    /// The day of the decision.
    pub from: Date,
    /// The first day on which it is over; `None` while nobody said so.
    pub to: Option<Date>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// Something under review that keeps a case waiting: discipline considered, an inspection with signs of breach, a
/// denunciation or report of the press being verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Since when.
    pub since: Date,
    /// The first day on which it is over; `None` while it goes on.
    pub until: Option<Date>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// The members of a collective in the year of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// How many are counted.
    pub total: u32,
    /// How many of them hold a title of the year.
    pub holders: BTreeMap<FormCode, u32>,
    /// How many were disciplined in the year, by severity.
    pub disciplined: BTreeMap<Severity, u32>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// Membership of the Party, as the office typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// The day on which the competent committee issued the decision to admit.
    pub admitted: Date,
    /// Whole months outside the Party's activity, to be taken off.
    pub deducted_months: u32,
    /// Whether an early badge for grave illness is asked for.
    pub grave: bool,
    /// The day of death, for a posthumous badge.
    pub died: Option<Date>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A case: one who is proposed for one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// For which form.
    pub form: FormCode,
    /// Whose rules it follows.
    pub side: Side,
    /// Who is proposed.
    pub recipient: Recipient,
    /// On which ground.
    pub ground: Ground,
    /// The year whose work is honoured.
    pub year: i16,
    /// The day of the decision: the rules of this day judge.
    pub day: Date,
    /// The unit of the proposed person, or the proposed unit, on that day.
    pub unit: UnitId,
    /// Who is to confer; `None` while it is open.
    pub giver: Option<Giver>,
    /// The achievement, where one is named.
    pub achievement: Option<String>,
    /// Yearly grades.
    pub grades: Vec<YearGrade>,
    /// Awards received before.
    pub awards: Vec<PastAward>,
    /// Recognised initiatives.
    pub initiatives: Vec<Initiative>,
    /// Disciplines.
    pub disciplines: Vec<Discipline>,
    /// What is under review.
    pub reviews: Vec<Review>,
    /// Of a collective: its members; `None` while not known.
    pub members: Option<Members>,
    /// Of a Party member: the dates for a badge; `None` while not known.
    pub track: Option<Track>,
}
