//! The pages of decisions: the register, one decision.
//!
//! Not here: what they show (`acts::decision`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Field, Tag};

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

/// A signature in a file that came back.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// Who signed and when.
    pub who: String,
    /// What the check found.
    pub found: Tag,
    /// The certificate, and what was not looked at.
    pub notes: Vec<String>,
}

/// A file that came back from being signed.
#[derive(Clone, Debug, Default)]
pub struct Copy {
    /// What it was called.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// Who brought it back and when.
    pub brought: String,
    /// The hash of its content.
    pub sum: String,
    /// Its signatures.
    pub marks: Vec<Mark>,
}

/// The proposal of a round, as files.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The round.
    pub title: String,
    /// Word and PDF.
    pub files: Vec<Link>,
}

/// Sổ quyết định.
#[derive(Template)]
#[template(path = "decision/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// What can be begun here.
    pub actions: Vec<Link>,
    /// When there is nothing.
    pub blank: Option<Blank>,
    /// What is looked for; nothing where there is nothing to look through.
    pub sought: Option<Field>,
    /// How many of how many are shown; empty when all are.
    pub told: String,
    /// The decisions.
    pub rows: Vec<Row>,
    /// The proposals of rounds.
    pub proposals: Vec<Proposal>,
}

/// Một quyết định.
#[derive(Template)]
#[template(path = "decision/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// What can be done; the one that stands out is the next step.
    pub actions: Vec<Link>,
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
    /// The page's own address.
    pub path: String,
    /// Where its certificates are; empty where no line can bear one.
    pub certificates: String,
    /// Files that came back from being signed.
    pub copies: Vec<Copy>,
    /// The field for another; nothing for those who may not.
    pub take_back: Option<Field>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let (w, words) = (&lang.words().nomination, &lang.words().decision);
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
        actions: vec![Link::to(lang.words().round.change, "/quyet-dinh/1/thay-doi")],
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
        path: "/quyet-dinh/1".to_owned(),
        certificates: "/quyet-dinh/1/giay-khen".to_owned(),
        copies: vec![Copy {
            name: "118-QĐ.signed.pdf".to_owned(),
            href: "/quyet-dinh/1/ban-ky/2".to_owned(),
            brought: words.brought("Lê Thị Hạnh", "16:05 ngày 15/5/2024"),
            sum: words.hash("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            marks: vec![Mark {
                who: words.signed_by("Nguyễn Minh", "10:02 ngày 15/5/2024"),
                found: Tag::done(words.whole),
                notes: vec![
                    words.issued_by("Cơ quan chứng thực minh họa", "54AF"),
                    words.trust_unknown.to_owned(),
                ],
            }],
        }],
        take_back: Some(Field::file(lang, "tep", words.signed_file, ".pdf").hint(words.signed_hint)),
    };
    let list = |rows: Vec<Row>| ListPage {
        f: frame(lang, w.decisions, Place::Decisions),
        actions: vec![Link { here: true, ..Link::to(lang.words().round.enter, "/quyet-dinh/ghi") }],
        sought: (!rows.is_empty()).then(|| Field::text(lang, "tim", w.decision_sought)),
        told: if rows.is_empty() { String::new() } else { w.latest_of("200", "1.250") },
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("award"),
            title: w.no_decision_title.to_owned(),
            text: w.no_decision_text.to_owned(),
            way: None,
        }),
        rows,
        proposals: vec![Proposal {
            title: "Khen thưởng sơ kết".to_owned(),
            files: vec![Link::to("DOCX", "/quyet-dinh/to-trinh/1/to-trinh.docx")],
        }],
    };
    vec![
        Sample::new("decision-one", &one),
        Sample::new("decision-list", &list(vec![row])),
        Sample::new("decision-empty", &list(Vec::new())),
    ]
}
