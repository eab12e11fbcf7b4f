//! Reports (báo cáo): their kinds and outlines, text with bound figures in it, and what changed between two editions.
//!
//! A paragraph is typed text with tokens in double braces: `trồng mới {{HD01}} cây xanh`. A token names a figure of the
//! report; what is printed in its place is put there when the report is made, so a corrected figure corrects the
//! sentence. Not here: printing figures (`lang`), the paper (`office::paper`), the rows (`store::report`).

use crate::code::codes;
pub use crate::id::{ParagraphId, ReportId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// For which stretch and occasion a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum ReportKind {
    /// One month.
    Month,
    /// One quarter.
    Quarter,
    /// Six months.
    HalfYear,
    /// One year.
    Year,
    /// Some years on the way (sơ kết).
    Interim,
    /// The end of it (tổng kết).
    Final,
}

codes!(ReportKind {
    Month = "thang",
    Quarter = "quy",
    HalfYear = "6-thang",
    Year = "nam",
    Interim = "so-ket",
    Final = "tong-ket",
});

/// Whose form the paper has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum PaperForm {
    /// The Party's; documents are numbered by type and term.
    Party,
    /// The State's; documents are numbered by type and calendar year.
    State,
}

codes!(PaperForm { Party = "dang", State = "nha-nuoc" });

/// What a part of a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Role {
    /// A heading over other parts, or an opening.
    Frame,
    /// What was done.
    Outcome,
    /// What fell short, and why.
    Shortcoming,
    /// What was learned.
    Lesson,
    /// What comes next.
    Next,
    /// What is asked of the level above.
    Request,
}

codes!(Role {
    Frame = "khung",
    Outcome = "ket-qua",
    Shortcoming = "han-che",
    Lesson = "bai-hoc",
    Next = "nhiem-vu",
    Request = "kien-nghi",
});

impl Role {
    /// Whether a report may not be issued while its parts of this role are empty: a review that knows no shortcoming
    /// and no next task is none.
    pub fn obligatory(self) -> bool {
        matches!(self, Self::Shortcoming | Self::Next)
    }
}

/// A part of an outline.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Part {
    /// Its depth: 1 for the large parts, 2 and 3 within them.
    pub depth: u8,
    /// Its heading, without number.
    pub heading: String,
    /// What it is for.
    pub role: Role,
    /// What belongs there, for the writer.
    pub hint: String,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as typed.
    Text(&'a str),
    /// The name of a figure of the report.
    Figure(&'a str),
}

/// Whether a text may name a figure: letters without marks, digits, dot and hyphen, at most 24.
pub fn is_name(text: &str) -> bool {
    (1..=24).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-')
}

/// The pieces of a paragraph. Braces that hold no name stay words.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut words_end = 0;
    let mut words = text;
    while let Some(open) = rest.find("{{") {
        let after = rest.get(open + 2..).unwrap_or("");
        let Some(close) = after.find("}}") else { break };
        let name = after.get(..close).unwrap_or("").trim();
        if is_name(name) {
            if let Some(before) = words.get(..words_end + open).filter(|before| !before.is_empty()) {
                found.push(Piece::Text(before));
            }
            found.push(Piece::Figure(name));
            rest = after.get(close + 2..).unwrap_or("");
            words = rest;
            words_end = 0;
        } else {
            rest = after;
            words_end += open + 2;
        }
    }
    if !words.is_empty() {
        found.push(Piece::Text(words));
    }
    found
}

/// The names of the figures in a text, each once, in order.
pub fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in pieces(text) {
        if let Piece::Figure(name) = piece
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

/// A text with its figures printed; one that is not known stays as it was typed.
pub fn filled(text: &str, printed: &BTreeMap<String, String>) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(words) => words.to_owned(),
            Piece::Figure(name) => printed.get(name).cloned().unwrap_or_else(|| format!("{{{{{name}}}}}")),
        })
        .collect()
}

/// A sentence that reads otherwise in a new edition.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Change {
    /// As it read.
    pub before: String,
    /// As it reads.
    pub after: String,
    /// The figures by which it changed; empty when its words did.
    pub figures: Vec<String>,
    /// Why, in words; empty when nobody said.
    pub why: String,
}

/// Cuts a text into sentences. A full stop within a number or before a small letter ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let ends = match letter {
            '.' | '!' | '?' | ';' => {
                let mut ahead = text.get(at + letter.len_utf8()..).unwrap_or("").chars();
                match ahead.next() {
                    Some(' ') => letter == ';' || ahead.next().is_none_or(|next| !next.is_lowercase()),
                    Some('\n') | None => true,
                    Some(_) => false,
                }
            }
            '\n' => true,
            _ => false,
        };
        if ends {
            let end = at + letter.len_utf8();
            found.push(text.get(start..end).unwrap_or("").trim());
            start = end;
        }
    }
    found.push(text.get(start..).unwrap_or("").trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// What reads otherwise between an old and a new edition. Paragraphs are given as typed, old and new, with what was
/// printed for each figure then and now. Sentences whose words were typed anew are told beside the sentence that
/// stood at their place; a paragraph that is new or gone is told whole.
pub fn changes(
    paragraphs: &[(Option<String>, Option<String>)],
    then: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
) -> Vec<Change> {
    let mut found = Vec::new();
    for (old, new) in paragraphs {
        let (old_text, new_text) = (old.as_deref().unwrap_or(""), new.as_deref().unwrap_or(""));
        let (olds, news) = (sentences(old_text), sentences(new_text));
        for place in 0..olds.len().max(news.len()) {
            let old = olds.get(place).copied().unwrap_or("");
            let new = news.get(place).copied().unwrap_or("");
            let (before, after) = (filled(old, then), filled(new, now));
            if before == after {
                continue;
            }
            let moved = names(new).into_iter().filter(|name| then.get(*name) != now.get(*name));
            found.push(Change {
                before,
                after,
                figures: moved.map(str::to_owned).collect(),
                why: String::new(),
            });
        }
    }
    found
}

/// Within which numbers of a type count on from 01: a term of the Party, a calendar year of the State.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Cycle(pub String);

/// The cycle of a paper of a day; `None` when the Party's term is not known.
pub fn cycle(form: PaperForm, day: Date, term: Option<&str>) -> Option<Cycle> {
    match form {
        PaperForm::Party => term.map(|term| Cycle(term.to_owned())),
        PaperForm::State => Some(Cycle(day.year().to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn printed(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_token_is_a_figure_and_stray_braces_are_words() {
        assert_eq!(
            pieces("trồng {{HD01}} cây, {{ HD02 }} đơn vị"),
            [
                Piece::Text("trồng "),
                Piece::Figure("HD01"),
                Piece::Text(" cây, "),
                Piece::Figure("HD02"),
                Piece::Text(" đơn vị"),
            ]
        );
        for words in ["{{}}", "{{số cây}}", "{{HD01", "}} {{", "{ {HD01}}"] {
            assert_eq!(filled(words, &printed(&[("HD01", "1")])), words);
            assert!(names(words).is_empty(), "{words}");
        }
        assert_eq!(names("{{a b}} {{HD01}} {{HD01}}{{HD02}}"), ["HD01", "HD02"]);
        assert_eq!(filled("{{a b}} {{HD01}}", &printed(&[("HD01", "6.296")])), "{{a b}} 6.296");
        assert_eq!(filled("{{HD09}}", &BTreeMap::new()), "{{HD09}}");
    }

    #[test]
    fn numbers_with_dots_do_not_end_a_sentence() {
        let text = "Trồng 6.296 cây. Hiến 2.193 đơn vị máu; góp 3,5 tỉ đồng. Xem TS. nguyễn";
        assert_eq!(
            sentences(text),
            ["Trồng 6.296 cây.", "Hiến 2.193 đơn vị máu;", "góp 3,5 tỉ đồng.", "Xem TS. nguyễn"]
        );
        assert!(sentences("  \n ").is_empty());
    }

    #[test]
    fn a_corrected_figure_changes_its_sentence_alone() {
        let text = "Trồng {{HD01}} cây. Hiến {{HD02}} đơn vị máu.".to_owned();
        let then = printed(&[("HD01", "6.296"), ("HD02", "2.193")]);
        let now = printed(&[("HD01", "6.300"), ("HD02", "2.193")]);
        let found = changes(&[(Some(text.clone()), Some(text))], &then, &now);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].before.as_str(), found[0].after.as_str(), found[0].figures.as_slice()),
            ("Trồng 6.296 cây.", "Trồng 6.300 cây.", ["HD01".to_owned()].as_slice())
        );
    }

    #[test]
    fn a_new_paragraph_and_one_that_is_gone_are_told() {
        let found = changes(
            &[(None, Some("Mới.".to_owned())), (Some("Cũ.".to_owned()), None)],
            &BTreeMap::new(),
            &BTreeMap::new(),
        );
        let told: Vec<(&str, &str)> =
            found.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect();
        assert_eq!(told, [("", "Mới."), ("Cũ.", "")]);
    }

    #[test]
    fn the_party_counts_by_term_and_the_state_by_year() {
        let day = jiff::civil::date(2026, 2, 5);
        assert_eq!(cycle(PaperForm::State, day, None), Some(Cycle("2026".to_owned())));
        assert_eq!(cycle(PaperForm::Party, day, None), None);
        assert_eq!(cycle(PaperForm::Party, day, Some("2025-2030")), Some(Cycle("2025-2030".to_owned())));
    }

    proptest! {
        #[test]
        fn pieces_lose_no_word(text in "[a-zđ {}.A-Z0-9]{0,60}") {
            let back: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(words) => words.to_owned(),
                    Piece::Figure(name) => format!("{{{{{name}}}}}"),
                })
                .collect();
            let tight = |text: &str| text.replace(' ', "");
            prop_assert_eq!(tight(&back), tight(&text));
        }
    }
}
