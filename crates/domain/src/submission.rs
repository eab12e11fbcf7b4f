//! Submissions (bản số liệu của một đơn vị): what one unit says for one period, by one road, in one scope.
//!
//! Not here: states of approval and forms with sections, which wrap submissions; storing.

use crate::code::codes;
use crate::figure::{Slot, Value, Vector};
use crate::period::Period;
use crate::unit::UnitId;
use std::collections::BTreeMap;

/// By which road a figure came; the two are shown against each other and never mixed in one total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Road {
    /// Typed, imported, or read from a document and confirmed by a named person.
    Declared,
    /// Counted from records: decisions, attendance, deeds.
    Evidenced,
}

/// For whom a submission speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Scope {
    /// For the unit's own part alone; adds to every unit above.
    Own,
    /// For the unit and all below it together ("toàn Đảng bộ"). Where it speaks, it stands in the totals above
    /// in place of the sum from below, and the difference is shown.
    Whole,
}

/// How a value came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Source {
    /// Typed on the page.
    Typed,
    /// A row of an imported sheet.
    Imported,
    /// Read out of a document and accepted by a person.
    Read,
    /// Sent by another program over the interface.
    Interface,
    /// Counted from records of this system.
    Counted,
}

/// What a submission is about; there is at most one submission for each key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubmissionKey {
    /// Who reports.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// By which road.
    pub road: Road,
    /// For whom it speaks.
    pub scope: Scope,
}

/// What one edit changes: the new value of each slot, `None` where a value is withdrawn.
pub type Changes = BTreeMap<Slot, Option<Value>>;

/// The values after an edit.
pub fn apply(before: &Vector, changes: &Changes) -> Vector {
    let mut after = before.clone();
    for (slot, value) in changes {
        match value {
            Some(value) => after.0.insert(*slot, *value),
            None => after.0.remove(slot),
        };
    }
    after
}

codes!(Road { Declared = "declared", Evidenced = "evidenced" });
codes!(Scope { Own = "own", Whole = "whole" });
codes!(Source {
    Typed = "typed",
    Imported = "imported",
    Read = "read",
    Interface = "interface",
    Counted = "counted",
});
