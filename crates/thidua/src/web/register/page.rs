//! The page Sổ khen thưởng.
//!
//! Not here: the lines (`acts::register`).

use askama::Template;

use crate::web::frame::Frame;
use crate::web::parts::{Blank, Field, Tag};

/// A line of the register.
#[derive(Clone, Debug, Default)]
pub struct RegisterRow {
    /// Its number in the book; empty before it has a sheet.
    pub number: String,
    /// Who, or how many were told without names.
    pub name: String,
    /// What stands beside the name.
    pub detail: String,
    /// Whom it honours.
    pub kind: String,
    /// The form of honour.
    pub form: String,
    /// Number and day of the decision.
    pub decision: String,
    /// Where its sheets are.
    pub href: String,
    /// Who conferred it.
    pub body: String,
    /// What its code opens; empty without a sheet.
    pub code: String,
    /// How it stands.
    pub standing: Tag,
}

/// Sổ khen thưởng.
#[derive(Template)]
#[template(path = "register/register.html")]
pub struct RegisterPage {
    /// The frame.
    pub f: Frame,
    /// The field for a year.
    pub year: Field,
    /// The field for a name.
    pub name: Field,
    /// What the counts say.
    pub told: Vec<String>,
    /// Where the statistics are; empty without a year.
    pub excel: String,
    /// What stands in place of an empty list.
    pub blank: Option<Blank>,
    /// The lines.
    pub rows: Vec<RegisterRow>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    use crate::web::parts::Choice;
    let w = &lang.words().register;
    let line = |name: &str, code: &str| RegisterRow {
        number: "26/2024".to_owned(),
        name: name.to_owned(),
        detail: "Chi bộ Văn phòng, Đảng bộ Sở Y tế".to_owned(),
        kind: "Cá nhân".to_owned(),
        form: "Giấy khen".to_owned(),
        decision: "142-QĐ/ĐUK · 10/5/2024".to_owned(),
        href: "/quyet-dinh/1a/giay-khen".to_owned(),
        body: "Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ".to_owned(),
        code: code.to_owned(),
        standing: Tag::done(w.stands),
    };
    let page = |rows: Vec<RegisterRow>| RegisterPage {
        f: frame(lang, w.heading, crate::web::frame::Place::Register),
        year: Field::choice(
            lang,
            "nam",
            w.year,
            vec![Choice::new("", w.every_year), Choice::new("2024", "2024")],
        ),
        name: Field::text(lang, "ten", w.name).hint(w.name_hint).optional(),
        told: vec![w.counted(26, 34, 0), w.combined(27)],
        excel: "/so-khen/thong-ke.xlsx?nam=2024".to_owned(),
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("book"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        rows,
    };
    vec![
        Sample::new("register-empty", &page(Vec::new())),
        Sample::new(
            "register-usual",
            &page(vec![
                line("Nguyễn Thị Thuỳ Dương", "/xm/7F3K9QX2MB4T"),
                line("Tập thể cán bộ Ban Quản lý các khu chế xuất và công nghiệp thành phố Cần Thơ", ""),
            ]),
        ),
    ]
}
