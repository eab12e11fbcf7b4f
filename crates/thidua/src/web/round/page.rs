//! The pages of rounds: the list, one round.
//!
//! Not here: what they show (`acts::round`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Tag};

/// A round in the list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Where it opens.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Its dates.
    pub note: String,
    /// Whether it takes cases.
    pub tag: Tag,
}

/// Đợt khen.
#[derive(Template)]
#[template(path = "round/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// Where one is opened; empty for whoever opens none.
    pub open: String,
    /// When there is none.
    pub blank: Option<Blank>,
    /// The rounds.
    pub rounds: Vec<Row>,
}

/// A form that the round is for.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// For whom.
    pub kind: String,
    /// How many places there are, and how many are left.
    pub places: String,
    /// How many cases stand where.
    pub stands: Vec<Link>,
}

/// Một đợt khen.
#[derive(Template)]
#[template(path = "round/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// Whose it is, and its dates.
    pub subtitle: String,
    /// Whether it takes cases.
    pub tag: Tag,
    /// What can be done; the first one of the body stands out.
    pub actions: Vec<Link>,
    /// Its forms.
    pub places: Vec<Place>,
    /// The meetings over its cases.
    pub meetings: Vec<Link>,
    /// The year and the sentence of each form that decisions made of its cases.
    pub summed: Vec<(String, String)>,
    /// The days not worked.
    pub days: Vec<String>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place as Spot;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().round;
    let list = |rounds: Vec<Row>| ListPage {
        f: frame(lang, w.heading, Spot::Nominations),
        open: "/khen-thuong/dot/mo".to_owned(),
        blank: rounds.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        rounds,
    };
    let row = Row {
        href: "/khen-thuong/dot/1".to_owned(),
        title: "Sơ kết 3 năm".to_owned(),
        note: w.dates("1/5/2024", "31/5/2024"),
        tag: Tag::waiting(w.running),
    };
    let one = |full: bool| OnePage {
        f: frame(lang, "Sơ kết 3 năm thực hiện Kết luận 01-KL/TW", Spot::Nominations),
        subtitle: "Đảng bộ Khối · 1/5/2024–31/5/2024".to_owned(),
        tag: Tag::waiting(w.running),
        actions: vec![Link { here: true, ..Link::to(w.issue, "/khen-thuong/dot/1/quyet-dinh") }],
        places: vec![Place {
            name: "Giấy khen của ban thường vụ cấp ủy cấp trên cơ sở".to_owned(),
            kind: "Tập thể".to_owned(),
            places: format!("26 ({})", w.left(3)),
            stands: vec![Link::to("Chờ Hội đồng 23", "/khen-thuong?dot=1")],
        }],
        meetings: if full { vec![Link::to("Hội đồng · 15/5/2024", "/hoi-dong/1")] } else { Vec::new() },
        summed: if full {
            vec![(
                "2024".to_owned(),
                "26 tập thể, 34 cá nhân được tặng Giấy khen của Đảng bộ Khối".to_owned(),
            )]
        } else {
            Vec::new()
        },
        days: if full { vec!["1/5/2024 · Quốc tế Lao động".to_owned()] } else { Vec::new() },
    };
    vec![
        Sample::new("round-list", &list(vec![row])),
        Sample::new("round-empty", &list(Vec::new())),
        Sample::new("round-one", &one(true)),
        Sample::new("round-bare", &one(false)),
    ]
}
