//! Units as rows: names, codes, aliases and places, each with its days and the decision behind it.
//!
//! Not here: the tree's history as a whole (`tree`), successions (`reorganisation`), totals (`total`).

mod batch;
mod read;
mod search;
mod write;

pub use batch::{changed_since, in_use, of_batch, remove_batch};
pub use read::{
    aliases_of, below_from, child_page, codes_of, codes_on, find_code, folded_aliases, name_facts, names,
    place_facts, resolve, scheme_codes,
};
pub use search::{Sight, search};
pub use write::{
    add, add_alias, add_code, add_many, begin_name, begin_place, end, end_code, forget_alias, put_names,
    put_places,
};

use domain::id::{BatchId, UnitId};
use domain::text;
use domain::unit::UnitKind;
use jiff::civil::Date;

/// How a unit is called on a day, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// The full official name.
    pub name: String,
    /// The short name; the full one where there is no shorter.
    pub short_name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The key by which lists are ordered; plain byte order.
    pub sort_key: String,
}

impl UnitName {
    /// Makes a name from cleaned texts; an empty short name becomes the full one.
    pub fn new(name: &str, short_name: &str, kind: UnitKind) -> Self {
        let short_name = if short_name.is_empty() { name } else { short_name };
        Self {
            name: name.to_owned(),
            short_name: short_name.to_owned(),
            kind,
            sort_key: text::sort_key(name),
        }
    }
}

/// A name with its days: from the first (included) to the last (not included).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameFact {
    /// The name.
    pub name: UnitName,
    /// First day.
    pub from: Date,
    /// The day on which it no longer holds.
    pub to: Date,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

/// A place in the tree with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceFact {
    /// The unit above; `None` at the top.
    pub parent: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// The day on which it no longer holds.
    pub to: Date,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

/// An official code with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFact {
    /// Under which scheme ("dia-gioi").
    pub scheme: String,
    /// The code, in capitals.
    pub code: String,
    /// First day.
    pub from: Date,
    /// The day on which it no longer holds.
    pub to: Date,
}

/// A unit that is about to be written.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// Its identity.
    pub id: UnitId,
    /// How it is called.
    pub name: UnitName,
    /// Under which unit; `None` at the top.
    pub parent: Option<UnitId>,
    /// From which day.
    pub from: Date,
    /// The decision behind it.
    pub decision: String,
    /// Official codes: scheme and code.
    pub codes: Vec<(String, String)>,
    /// With which batch it came in.
    pub batch: Option<BatchId>,
}

/// A unit below another, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its identity.
    pub unit: UnitId,
    /// How it is called on the day of the list.
    pub name: UnitName,
}

/// By what a text named a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matched {
    /// The full name of some day.
    Name,
    /// The short name of some day.
    ShortName,
    /// Another name under which texts mention it.
    Alias,
    /// An official code.
    Code,
}

/// A unit that a text may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The unit.
    pub unit: UnitId,
    /// By what; the strongest when there are several.
    pub matched: Matched,
}

/// The distinct folded words of some texts, in order.
fn words(texts: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = texts
        .iter()
        .flat_map(|text| text::fold(text).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    words
}
