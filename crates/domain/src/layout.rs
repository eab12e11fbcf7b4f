//! Layouts (cách đọc bảng): which column of a unit's own table answers which row of a form, told once.
//!
//! Not here: reading sheets (`office`), remembering (`store`), what the cells mean (`lang::number_in`).

use crate::form::Content;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The furthest row in which a heading is looked for.
pub const LAST_HEADER: u32 = 200;

/// What a column tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// The name or code of the unit that the row speaks of.
    Unit,
    /// The answer to the form's row of this key.
    Answer(String),
}

/// How a table is read. Columns that it does not name are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The row of the headings, from 1; rows below it are read.
    pub header: u32,
    /// What a column tells, by its number from 1.
    pub columns: BTreeMap<u32, Meaning>,
}

/// Why a table cannot be read so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutFault {
    /// The heading's row is out of range.
    Header,
    /// No column answers anything.
    NoAnswers,
    /// Two columns tell the unit.
    TwoUnits,
    /// Two columns answer the same row.
    Twice(String),
    /// The form has no row of this key that a column could answer.
    NotAsked(String),
}

impl Layout {
    /// The column that tells the unit.
    pub fn unit_column(&self) -> Option<u32> {
        self.columns.iter().find(|(_, meaning)| **meaning == Meaning::Unit).map(|(column, _)| *column)
    }

    /// The columns that answer, with the key of their row.
    pub fn answers(&self) -> impl Iterator<Item = (u32, &str)> {
        self.columns.iter().filter_map(|(column, meaning)| match meaning {
            Meaning::Answer(key) => Some((*column, key.as_str())),
            Meaning::Unit => None,
        })
    }

    /// Whether a table can be read so for a form: figures only, words stay with the filing's own page.
    pub fn examine(&self, content: &Content) -> Result<(), LayoutFault> {
        if !(1..=LAST_HEADER).contains(&self.header) {
            return Err(LayoutFault::Header);
        }
        let asked: BTreeSet<String> =
            content.rows().filter(|row| row.ask.slot().is_some()).map(|row| row.ask.key()).collect();
        let mut seen = BTreeSet::new();
        for (_, key) in self.answers() {
            if !asked.contains(key) {
                return Err(LayoutFault::NotAsked(key.to_owned()));
            }
            if !seen.insert(key) {
                return Err(LayoutFault::Twice(key.to_owned()));
            }
        }
        if seen.is_empty() {
            return Err(LayoutFault::NoAnswers);
        }
        let units = self.columns.values().filter(|meaning| **meaning == Meaning::Unit).count();
        if units > 1 { Err(LayoutFault::TwoUnits) } else { Ok(()) }
    }
}

/// What tells one heading row from another: its columns with their words, however marks, case and blanks are set.
pub fn trace<'a>(headings: impl IntoIterator<Item = (u32, &'a str)>) -> String {
    let lines = headings.into_iter().map(|(column, heading)| format!("{column} {}", text::fold(heading)));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Slot;
    use crate::form::{Ask, Audience, Due, Row, Section};
    use crate::submission::Scope;

    fn content() -> Content {
        let row = |ask| Row { ask, label: "Hỏi".to_owned(), help: String::new(), required: false };
        let rows =
            vec![row(Ask::Number(Slot(1))), row(Ask::YesNo(Slot(2))), row(Ask::Words("y-kien".to_owned()))];
        Content {
            sections: vec![Section { title: "A".to_owned(), rows }],
            hard: Vec::new(),
            soft: Vec::new(),
            scope: Scope::Own,
            audience: Audience::default(),
            due: Due::OnDay(25),
        }
    }

    fn layout(columns: &[(u32, Meaning)]) -> Layout {
        Layout { header: 3, columns: columns.iter().cloned().collect() }
    }

    #[test]
    fn a_layout_answers_what_the_form_asks_and_each_once() {
        let answer = |key: &str| Meaning::Answer(key.to_owned());
        let examine = |columns: &[(u32, Meaning)]| layout(columns).examine(&content());
        assert_eq!(examine(&[(1, Meaning::Unit), (2, answer("1")), (5, answer("2"))]), Ok(()));
        assert_eq!(examine(&[(1, Meaning::Unit)]), Err(LayoutFault::NoAnswers));
        assert_eq!(examine(&[(2, answer("1")), (3, answer("1"))]), Err(LayoutFault::Twice("1".to_owned())));
        assert_eq!(examine(&[(2, answer("9"))]), Err(LayoutFault::NotAsked("9".to_owned())));
        assert_eq!(examine(&[(2, answer("y-kien"))]), Err(LayoutFault::NotAsked("y-kien".to_owned())));
        let two = [(1, Meaning::Unit), (2, Meaning::Unit), (3, answer("1"))];
        assert_eq!(examine(&two), Err(LayoutFault::TwoUnits));
        assert_eq!(Layout { header: 0, ..layout(&two) }.examine(&content()), Err(LayoutFault::Header));
    }

    #[test]
    fn headings_are_known_again_by_their_words_and_places() {
        assert_eq!(trace([(1, "Đơn  vị"), (2, "Số CÂY")]), trace([(1, "đơn vị"), (2, "số cây")]));
        assert_ne!(trace([(1, "Đơn vị"), (2, "Số cây")]), trace([(1, "Đơn vị"), (3, "Số cây")]));
    }
}
