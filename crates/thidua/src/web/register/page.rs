//! The page Sổ khen thưởng.
//!
//! Not here: the lines (`acts::register`).

use askama::Template;

use crate::web::frame::{Frame, Link};
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
    /// Where the decision is.
    pub href: String,
    /// Where the story of the person or collective is; empty where the register knows no more than a name.
    pub story: String,
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
    /// The year and the sentence of each form that a body conferred in it.
    pub summed: Vec<(String, String)>,
    /// Where the statistics are; empty without a year.
    pub excel: String,
    /// What stands in place of an empty list.
    pub blank: Option<Blank>,
    /// The lines.
    pub rows: Vec<RegisterRow>,
}

/// A line of a story.
#[derive(Clone, Debug, Default)]
pub struct StoryLine {
    /// The year whose work is honoured.
    pub year: String,
    /// The form.
    pub form: String,
    /// Number and day of the decision.
    pub decision: String,
    /// Where it is.
    pub href: String,
    /// Who conferred it.
    pub body: String,
    /// The achievement and what else is told.
    pub note: String,
    /// What its code opens; empty without a sheet.
    pub code: String,
    /// How it stands.
    pub tag: Tag,
}

/// The years in a row of a form.
#[derive(Clone, Debug, Default)]
pub struct StoryRow {
    /// The form.
    pub form: String,
    /// Its stretches.
    pub stretches: Vec<Tag>,
}

/// Another row that may be, or was found to be, the same person.
#[derive(Clone, Debug, Default)]
pub struct Duplicate {
    /// Its printed id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What speaks for it.
    pub note: String,
    /// What takes it apart again; empty for one that is not merged.
    pub href: String,
}

/// The story of a person or a collective.
#[derive(Template)]
#[template(path = "register/story.html")]
pub struct StoryPage {
    /// The frame.
    pub f: Frame,
    /// Whose story.
    pub subtitle: String,
    /// What was refused; empty when nothing was.
    pub told: String,
    /// The page's own address.
    pub path: String,
    /// The confirmation as files.
    pub files: Vec<Link>,
    /// What the row was opened for; empty for collectives.
    pub purpose: String,
    /// Every time.
    pub lines: Vec<StoryLine>,
    /// Years in a row.
    pub rows: Vec<StoryRow>,
    /// How many count in no row; empty for none.
    pub aside: String,
    /// Rows that may be the same person.
    pub duplicates: Vec<Duplicate>,
    /// Rows that were merged into this one.
    pub merged: Vec<Duplicate>,
    /// The reason for merging.
    pub reason: Field,
    /// Whether rows can be merged.
    pub can_keep: bool,
}

#[cfg(test)]
fn story(lang: lang::Lang, told: &str, full: bool) -> StoryPage {
    let w = &lang.words().register;
    let line = StoryLine {
        year: "2024".to_owned(),
        form: "Chiến sĩ thi đua cơ sở".to_owned(),
        decision: "142-QĐ/ĐUK · 10/5/2024".to_owned(),
        href: "/quyet-dinh/1a".to_owned(),
        body: "Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ".to_owned(),
        note: w.through("Phường Đông cũ", w.before_joined),
        code: "/xm/7F3K9QX2MB4T".to_owned(),
        tag: Tag::done(w.stands),
    };
    let other = |href: &str| Duplicate {
        id: "2b".to_owned(),
        name: "Nguyễn Thị Thùy Dương".to_owned(),
        note: w.like_birth.to_owned(),
        href: href.to_owned(),
    };
    StoryPage {
        f: crate::web::markup::frame(lang, "Nguyễn Thị Thuỳ Dương", crate::web::frame::Place::Register),
        subtitle: w.story_person.to_owned(),
        told: told.to_owned(),
        path: "/so-khen/ca-nhan/1a".to_owned(),
        files: vec![Link::to("PDF", "/so-khen/ca-nhan/1a/xac-nhan.pdf?muc-dich=x")],
        purpose: "xét khen".to_owned(),
        lines: if full { vec![line] } else { Vec::new() },
        rows: if full {
            vec![StoryRow {
                form: "Chiến sĩ thi đua cơ sở".to_owned(),
                stretches: vec![Tag::done(w.row(2021, 2024, 4)), Tag::look(w.looked(2019))],
            }]
        } else {
            Vec::new()
        },
        aside: if full { w.aside(2) } else { String::new() },
        duplicates: if full { vec![other("")] } else { Vec::new() },
        merged: if full { vec![other("/so-khen/ca-nhan/2b/tach")] } else { Vec::new() },
        reason: Field::text(lang, "ly-do", w.merge_reason),
        can_keep: full,
    }
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
        href: "/quyet-dinh/1a".to_owned(),
        story: "/so-khen/ca-nhan/1a".to_owned(),
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
        told: vec![w.counted("26 tập thể, 34 cá nhân, 27 tập thể, cá nhân"), w.people(34)],
        summed: rows
            .first()
            .map(|row| {
                ("2024".to_owned(), format!("26 tập thể, 34 cá nhân được tặng Giấy khen của {}", row.body))
            })
            .into_iter()
            .collect(),
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
        Sample::new("story-empty", &story(lang, "", false)),
        Sample::new("story-usual", &story(lang, "", true)),
        Sample::new("story-refused", &story(lang, w.two_people, true)),
        Sample::new(
            "register-usual",
            &page(vec![
                line("Nguyễn Thị Thuỳ Dương", "/xm/7F3K9QX2MB4T"),
                line("Tập thể cán bộ Ban Quản lý các khu chế xuất và công nghiệp thành phố Cần Thơ", ""),
            ]),
        ),
    ]
}
