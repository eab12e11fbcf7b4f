//! The pages of decisions: the register, one decision.
//!
//! Not here: what they show (`acts::decision`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Tag};

/// A decision in the register, or a line of one.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Where it opens.
    pub href: String,
    /// The number and day; of a line its place.
    pub number: String,
    /// What it is about; of a line what stands beside the name.
    pub title: String,
    /// Who decided; of a line the name.
    pub body: String,
    /// How many are honoured; of a line the form.
    pub head: String,
    /// How it stands.
    pub tag: Tag,
}

/// Sổ quyết định.
#[derive(Template)]
#[template(path = "decision/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// When there is nothing.
    pub blank: Option<Blank>,
    /// The decisions.
    pub rows: Vec<Row>,
}

/// Một quyết định.
#[derive(Template)]
#[template(path = "decision/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// What it is about.
    pub subtitle: String,
    /// How it stands.
    pub tag: Tag,
    /// The paper's files.
    pub files: Vec<Link>,
    /// Where title and list differ; empty where they do not.
    pub differs: String,
    /// Whether the body was entitled.
    pub entitled: Tag,
    /// Who decided, who signed, on what it rests.
    pub lines: Vec<String>,
    /// How many are honoured.
    pub head: String,
    /// The list.
    pub rows: Vec<Row>,
    /// What happened to it.
    pub changes: Vec<String>,
    /// Where it was handed over.
    pub ceremonies: Vec<String>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().nomination;
    let row = Row {
        href: "/quyet-dinh/1".to_owned(),
        number: "118-QĐ/ĐUK · 20/12/2023".to_owned(),
        title: "khen thưởng tập thể, cá nhân".to_owned(),
        body: "Ban Thường vụ Đảng ủy Khối Cơ quan Dân Chính Đảng thành phố".to_owned(),
        head: w.head(26, 34),
        tag: Tag::done("Còn hiệu lực"),
    };
    let one = OnePage {
        f: frame(lang, "118-QĐ/ĐUK", Place::Decisions),
        subtitle: "khen thưởng tập thể, cá nhân".to_owned(),
        tag: Tag::done("Còn hiệu lực"),
        files: vec![Link::to("PDF", "/quyet-dinh/1/quyet-dinh.pdf")],
        differs: w.title_differs(w.head(26, 34), w.head(26, 33)),
        entitled: Tag::look(w.no_rule),
        lines: vec![format!("{}: {}", w.signed_by, "Nguyễn Minh")],
        head: w.head(26, 34),
        rows: vec![row.clone()],
        changes: vec!["Đính chính".to_owned()],
        ceremonies: vec!["16/5/2024".to_owned()],
    };
    let list = |rows: Vec<Row>| ListPage {
        f: frame(lang, w.decisions, Place::Decisions),
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("award"),
            title: w.no_decision_title.to_owned(),
            text: w.no_decision_text.to_owned(),
            way: None,
        }),
        rows,
    };
    vec![
        Sample::new("decision-one", &one),
        Sample::new("decision-list", &list(vec![row])),
        Sample::new("decision-empty", &list(Vec::new())),
    ]
}
