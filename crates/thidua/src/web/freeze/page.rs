//! The page "Vì sao khác?".
//!
//! Not here: sums (`acts`), numbers as text (`lang`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::Blank;
use crate::web::rollup::page::Select;

/// One indicator on both sides.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The indicator; an address leads to its parts.
    pub name: Link,
    /// Its measure.
    pub measure: String,
    /// The figure before.
    pub before: String,
    /// The figure after.
    pub after: String,
    /// The difference with its sign.
    pub step: String,
    /// What each cause adds; empty for nothing.
    pub causes: Vec<String>,
}

/// One part of a difference.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// Whose.
    pub unit: String,
    /// For which days.
    pub period: String,
    /// Why.
    pub cause: String,
    /// What it counted for.
    pub before: String,
    /// What it counts for.
    pub after: String,
    /// The difference with its sign.
    pub step: String,
    /// Who, when, why.
    pub detail: String,
}

/// Why figures differ.
#[derive(Template)]
#[template(path = "freeze/why.html")]
pub struct WhyPage {
    /// The frame.
    pub f: Frame,
    /// Whose, over which stretch.
    pub subtitle: String,
    /// The unit's printed id.
    pub unit: String,
    /// The stretch as addresses have it.
    pub range: String,
    /// Where the Excel file is.
    pub excel: String,
    /// Which two moments, through which tree.
    pub selects: Vec<Select>,
    /// Who froze, when, why.
    pub notes: Vec<String>,
    /// How the earlier side is called.
    pub before: String,
    /// How the later side is called.
    pub after: String,
    /// The causes that occur.
    pub causes: Vec<String>,
    /// The indicators.
    pub lines: Vec<Line>,
    /// Of which indicator the parts are.
    pub parts_heading: String,
    /// The parts.
    pub pieces: Vec<Piece>,
    /// How many more there are; the file has them.
    pub rest: String,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    use crate::web::parts::Choice;
    let w = lang.words();
    let page = |blank: Option<Blank>| WhyPage {
        f: frame(lang, w.freeze.why, crate::web::frame::Place::Rollup),
        subtitle: "Đảng ủy Khối · Giai đoạn 2021–2024".to_owned(),
        unit: "1a".to_owned(),
        range: "2021-2024".to_owned(),
        excel: "/tong-hop/vi-sao-khac.xlsx".to_owned(),
        selects: vec![Select {
            name: "lan".to_owned(),
            label: w.freeze.from.to_owned(),
            choices: vec![Choice::new("1", w.freeze.choice(1, "16:00"))],
            value: "1".to_owned(),
            several: false,
        }],
        notes: vec![w.freeze.by("Lê Thị Hạnh", "16:00", "Hội nghị <sơ kết>")],
        before: w.freeze.choice(1, "16:00"),
        after: w.freeze.now.to_owned(),
        causes: vec!["Nộp muộn".to_owned(), "Sửa số".to_owned()],
        lines: vec![Line {
            name: Link::to("Cây xanh", "/tong-hop/vi-sao-khac?so=1"),
            measure: "cây".to_owned(),
            before: "6.200".to_owned(),
            after: "6.296".to_owned(),
            step: "+96".to_owned(),
            causes: vec!["+100".to_owned(), "−4".to_owned()],
        }],
        parts_heading: w.freeze.parts_of("Cây xanh"),
        pieces: vec![Piece {
            unit: "Chi bộ Trường THPT số 1".to_owned(),
            cause: "Nộp muộn".to_owned(),
            step: "+100".to_owned(),
            ..Piece::default()
        }],
        rest: w.rollup.more_sources(12),
        blank,
    };
    let blank = Blank {
        icon: crate::web::assets::icon("check"),
        title: w.freeze.same.to_owned(),
        text: w.freeze.same_text.to_owned(),
        way: None,
    };
    vec![Sample::new("why-usual", &page(None)), Sample::new("why-same", &page(Some(blank)))]
}
