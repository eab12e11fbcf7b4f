//! The pages of persons: the list, one person.
//!
//! Not here: what they show (`acts::person`).

use askama::Template;

use crate::web::frame::Frame;
use crate::web::parts::{Blank, Field};

/// A line of a list; where it is a row of the register, `href` is its id.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Where it leads.
    pub href: String,
    /// What.
    pub text: String,
    /// What stands under it.
    pub note: String,
    /// When.
    pub when: String,
}

/// Something that is kept.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    /// What.
    pub label: String,
    /// What it says.
    pub value: String,
}

impl Pair {
    /// A pair.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Cá nhân trong sổ.
#[derive(Template)]
#[template(path = "person/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// The name looked for.
    pub name: Field,
    /// Where one is added; empty for whoever may not.
    pub add: String,
    /// When there is nobody.
    pub blank: Option<Blank>,
    /// The persons.
    pub rows: Vec<Line>,
}

/// Một cá nhân.
#[derive(Template)]
#[template(path = "person/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// Why something was refused.
    pub problem: String,
    /// What for the row was opened.
    pub purpose: String,
    /// Its address.
    pub base: String,
    /// The unit.
    pub subtitle: String,
    /// What is kept.
    pub kept: Vec<Pair>,
    /// Where it is corrected; empty for whoever may not.
    pub edit: String,
    /// The posts.
    pub posts: Vec<Line>,
    /// The fields of one more.
    pub post_fields: Vec<Field>,
    /// What was received.
    pub received: Vec<Line>,
    /// Who may be the same person.
    pub duplicates: Vec<Line>,
    /// Who was merged into this row.
    pub merged: Vec<Line>,
    /// Whether it may be changed.
    pub can_keep: bool,
    /// Who looked.
    pub accesses: Vec<Line>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().person;
    let line = Line {
        href: "1".to_owned(),
        text: "Nguyễn Hoàng Phương Thảo Nguyên".to_owned(),
        note: "Chi bộ Ban Quản lý Khu kinh tế".to_owned(),
        when: "15/5/2024".to_owned(),
    };
    let list = |rows: Vec<Line>| ListPage {
        f: frame(lang, w.heading, Place::Register),
        name: Field::text(lang, "ten", w.find),
        add: "/ca-nhan/them".to_owned(),
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("users-group"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        rows,
    };
    let one = |full: bool, problem: &str| {
        let some = || if full { vec![line.clone()] } else { Vec::new() };
        OnePage {
            f: frame(lang, "Nguyễn Hoàng Phương Thảo Nguyên", Place::Register),
            problem: problem.to_owned(),
            purpose: "lập hồ sơ".to_owned(),
            base: "/ca-nhan/1".to_owned(),
            subtitle: "Chi bộ".to_owned(),
            kept: vec![Pair::new(w.born, "1/1/1970")],
            edit: "/ca-nhan/1/sua?vi=a".to_owned(),
            posts: some(),
            post_fields: vec![Field::text(lang, "chuc-vu", w.post)],
            received: some(),
            duplicates: some(),
            merged: some(),
            can_keep: full,
            accesses: some(),
        }
    };
    vec![
        Sample::new("person-list", &list(vec![line.clone()])),
        Sample::new("person-empty", &list(Vec::new())),
        Sample::new("person-one", &one(true, w.two_people)),
        Sample::new("person-thin", &one(false, "")),
    ]
}
