//! The page Huy hiệu Đảng.
//!
//! Not here: the months (`acts::badge`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Field, Tag};

/// A person in the round.
#[derive(Clone, Debug, Default)]
pub struct BadgeRow {
    /// The printed id.
    pub id: String,
    /// The declaration, as a file.
    pub declaration: String,
    /// Who.
    pub name: String,
    /// The day of the decision to admit.
    pub admitted: String,
    /// Years and months in the Party by the round.
    pub months: String,
    /// Months taken off; empty for none.
    pub deducted: String,
    /// The badge that is next.
    pub badge: String,
    /// The badge held; empty for none.
    pub held: String,
    /// What the months say.
    pub why: Tag,
    /// By which rule.
    pub rule: String,
    /// What the office said; its text is empty for nothing.
    pub said: Tag,
}

/// Huy hiệu Đảng.
#[derive(Template)]
#[template(path = "badge/badge.html")]
pub struct BadgePage {
    /// The frame.
    pub f: Frame,
    /// What was refused; empty when nothing was.
    pub told: String,
    /// The papers of the round.
    pub papers: Vec<Link>,
    /// The four rounds of the year.
    pub rounds: Vec<Link>,
    /// The round, as an ISO day.
    pub round: String,
    /// The field for a note.
    pub note: Field,
    /// What stands in place of an empty list.
    pub blank: Option<Blank>,
    /// Whether the person may say something about a line.
    pub may_say: bool,
    /// The persons.
    pub rows: Vec<BadgeRow>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().badge;
    let row = |id: &str, name: &str, why: Tag, said: Tag| BadgeRow {
        id: id.to_owned(),
        declaration: format!("/huy-hieu/to-khai/{id}.docx"),
        name: name.to_owned(),
        admitted: "19/5/1994".to_owned(),
        months: w.age(30, 0),
        deducted: w.taken_off(6),
        badge: w.badge(30),
        held: String::new(),
        why,
        rule: "Hướng dẫn 01-HD/TW".to_owned(),
        said,
    };
    let page = |told: &str, rows: Vec<BadgeRow>| BadgePage {
        f: frame(lang, w.heading, crate::web::frame::Place::Register),
        told: told.to_owned(),
        rounds: vec![
            Link { here: true, ..Link::to("19/5/2024", "/huy-hieu?dot=2024-05-19") },
            Link::to("2/9/2024", "/huy-hieu?dot=2024-09-02"),
        ],
        papers: vec![Link::to(w.list, "/huy-hieu/mau/4-hhd.docx?dot=2024-05-19")],
        round: "2024-05-19".to_owned(),
        note: Field::text(lang, "ghi-chu", w.note).hint(w.note_hint).optional(),
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        may_say: true,
        rows,
    };
    let rows = vec![
        row("1a", "Nguyễn Thị Thuỳ Dương", Tag::done(w.full), Tag::done(w.confirmed)),
        row("1b", "Đặng Hoà", Tag::look(w.grave_short(4)), Tag::default()),
    ];
    vec![
        Sample::new("badge-empty", &page("", Vec::new())),
        Sample::new("badge-usual", &page("", rows.clone())),
        Sample::new("badge-refused", &page(w.not_due, rows)),
    ]
}
