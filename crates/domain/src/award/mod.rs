//! Awards (hình thức khen thưởng): forms, the dated rules about them, and what a case meets or lacks under the
//! rules of its date.
//!
//! The rules themselves are rows with dates and sources, not code: here is only what a rule can say. An examination
//! explains; it never decides, and it never measures a person in points or shares.
//!
//! Not here: the shipped rows (`acts`' `catalogue`), the words in which findings are told (`lang`), the flow of a
//! case from nomination to decision.

pub mod badge;
pub mod calendar;
mod continuity;
pub mod council;
mod count;
mod criterion;
mod dossier;
mod examine;
mod form;
pub mod prize;
mod rule;
pub mod years;

pub use continuity::{Continuity, continuity};
pub use criterion::{Criterion, NotACriterion};
pub use dossier::{Case, Discipline, Evidence, Initiative, Members, PastAward, Review, Track, YearGrade};
pub use examine::{Finding, Lack, Look, Verdict, Want, examine};
pub use form::{
    AwardForm, FormClass, FormCode, Giver, Grade, Ground, NotAForm, Recipient, Severity, Side, Spread, Trust,
};
pub use rule::{Covers, Doubt, NotAProvision, Provision, Rule, in_force, rules_for};
