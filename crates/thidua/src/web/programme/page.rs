//! The page Chương trình: directives with their relations, themes, programmes, the catalogue.
//!
//! Not here: forms (they are `parts::FormPage`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Tag};

/// How a directive stands to another.
#[derive(Clone, Debug, Default)]
pub struct Related {
    /// In words.
    pub word: String,
    /// The other one.
    pub link: Link,
}

/// A directive.
#[derive(Clone, Debug, Default)]
pub struct Directive {
    /// Its anchor on the page.
    pub anchor: String,
    /// As it is cited.
    pub cited: String,
    /// Whether it is in force.
    pub tag: Tag,
    /// What it is about.
    pub subject: String,
    /// Where these facts come from.
    pub source: String,
    /// When it was issued.
    pub issued: String,
    /// By whom.
    pub issuer: String,
    /// Its relations.
    pub relations: Vec<Related>,
}

/// A theme or programme.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its own page; empty when it has none.
    pub href: String,
    /// Unit, years, directive.
    pub note: String,
}

/// Themes or programmes.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The heading.
    pub heading: String,
    /// How many.
    pub note: String,
    /// The items.
    pub items: Vec<Item>,
}

/// An indicator of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct Indicator {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What is easily got wrong.
    pub pitfall: String,
    /// Its measure.
    pub measure: String,
    /// How it adds over time.
    pub adds: String,
    /// Its breakdowns.
    pub breakdown: String,
}

/// Chương trình.
#[derive(Template)]
#[template(path = "programme/programme.html")]
pub struct ProgrammePage {
    /// The frame.
    pub f: Frame,
    /// What may be registered.
    pub actions: Vec<Link>,
    /// Directives, themes and programmes, catalogue.
    pub tabs: Vec<Link>,
    /// The directives, on their tab.
    pub directives: Vec<Directive>,
    /// Themes and programmes, on theirs.
    pub lists: Vec<List>,
    /// The catalogue, on its.
    pub indicators: Vec<Indicator>,
    /// How many indicators.
    pub indicators_note: String,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let page = || ProgrammePage {
        f: frame(lang, w.programme.heading, crate::web::frame::Place::Programmes),
        actions: vec![Link::to(w.programme.add_directive, "/chuong-trinh/van-ban/ghi")],
        tabs: vec![
            Link { here: true, ..Link::to(w.programme.directives, "/chuong-trinh") },
            Link::to(w.programme.indicators, "/chuong-trinh/chi-tieu"),
        ],
        directives: Vec::new(),
        lists: Vec::new(),
        indicators: Vec::new(),
        indicators_note: w.programme.catalogue(40),
        blank: None,
    };
    let mut directives = page();
    directives.directives = vec![Directive {
        anchor: "v-1a".to_owned(),
        cited: "Kết luận số 01-KL/TW".to_owned(),
        tag: Tag::done(w.programme.in_force),
        subject: "tiếp tục thực hiện Chỉ thị số 05-CT/TW".to_owned(),
        source: w.programme.unverified.to_owned(),
        issued: "18/5/2021".to_owned(),
        issuer: "Bộ Chính trị".to_owned(),
        relations: vec![
            Related { word: "tiếp tục thực hiện".to_owned(), link: Link::to("05-CT/TW", "#v-2b") },
            Related { word: "được thay thế bởi".to_owned(), link: Link::here("07-CT/TW") },
        ],
    }];
    let mut lists = page();
    lists.lists = vec![List {
        heading: w.programme.themes.to_owned(),
        note: String::new(),
        items: vec![Item {
            name: "“Ý chí tự lực, tự cường”".to_owned(),
            href: String::new(),
            note: "2024".to_owned(),
        }],
    }];
    let mut catalogue = page();
    catalogue.indicators = vec![Indicator {
        code: "HD01".to_owned(),
        name: "Cây xanh trồng mới".to_owned(),
        pitfall: "Không tính cây chăm sóc.".to_owned(),
        measure: "cây".to_owned(),
        adds: "cộng các kỳ".to_owned(),
        breakdown: w.common.dash.to_owned(),
    }];
    let mut empty = page();
    empty.blank = Some(Blank {
        icon: crate::web::assets::icon("flag"),
        title: w.programme.none_title.to_owned(),
        text: w.programme.none_text.to_owned(),
        way: None,
    });
    vec![
        Sample::new("programme-directives", &directives),
        Sample::new("programme-lists", &lists),
        Sample::new("programme-catalogue", &catalogue),
        Sample::new("programme-empty", &empty),
    ]
}
