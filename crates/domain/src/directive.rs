//! Directives (văn bản chỉ đạo): how a document is cited, and how documents follow one another.
//!
//! Not here: finding citations in text (`reader`), the register's rows (`store::directive`).

use crate::code::codes;
pub use crate::id::DirectiveId;
use jiff::civil::Date;

/// How a document stands to an older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Relation {
    /// It continues carrying the older one out ("tiếp tục thực hiện").
    Continues,
    /// It stands in the older one's place.
    Replaces,
    /// It amends the older one.
    Amends,
    /// It guides how the older one is carried out.
    Guides,
}

codes!(Relation { Continues = "continues", Replaces = "replaces", Amends = "amends", Guides = "guides" });

/// A document of the register.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Directive {
    /// Its identity.
    pub id: DirectiveId,
    /// Its type in Vietnamese (`Chỉ thị`).
    pub kind: String,
    /// Its number and symbol (`05-CT/TW`).
    pub number: String,
    /// The day on which it was issued; `None` when not known.
    pub issued: Option<Date>,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
    /// From which day it is in force.
    pub valid_from: Option<Date>,
    /// The day on which it no longer is; `None` while it is.
    pub valid_to: Option<Date>,
    /// Where these facts come from.
    pub source: String,
    /// Whether they were checked; false prints "chưa kiểm chứng".
    pub verified: bool,
}

impl Directive {
    /// As it is cited at first mention: `Chỉ thị số 05-CT/TW`.
    pub fn cited(&self) -> String {
        format!("{} số {}", self.kind, self.number)
    }
}
