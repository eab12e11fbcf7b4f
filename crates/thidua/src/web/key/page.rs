//! The page Khoá ký.
//!
//! Not here: the keys (`acts::key`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Field, Tag};

/// A key.
#[derive(Clone, Debug, Default)]
pub struct KeyLine {
    /// Its public half, printed.
    pub public: String,
    /// When it was opened.
    pub opened: String,
    /// By whom.
    pub by: String,
    /// When and why it was closed; empty while it is open.
    pub closed: String,
}

/// Khoá ký.
#[derive(Template)]
#[template(path = "key/ring.html")]
pub struct RingPage {
    /// The frame.
    pub f: Frame,
    /// What was refused; empty when nothing was.
    pub told: String,
    /// The unit's printed id.
    pub unit: String,
    /// The parts of Quản trị.
    pub tabs: Vec<Link>,
    /// Whether the unit signs.
    pub tag: Tag,
    /// What is missing before it does; empty for nothing.
    pub lacking: String,
    /// Where the missing key is opened, when not here.
    pub way: Option<Link>,
    /// Under which address its keys are found; empty for none.
    pub address: String,
    /// Whether a first key can be opened.
    pub can_open: bool,
    /// Whether a key is open.
    pub opened: bool,
    /// The reason for a change.
    pub rotate: Field,
    /// The reason for closing.
    pub retire: Field,
    /// What stands in place of an empty list.
    pub blank: Option<Blank>,
    /// The keys, the newest first.
    pub keys: Vec<KeyLine>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().key;
    let key = |closed: &str| KeyLine {
        public: "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK".to_owned(),
        opened: "08:00, 16/5/2024".to_owned(),
        by: "Nguyễn Thị Thuỳ Dương".to_owned(),
        closed: closed.to_owned(),
    };
    let page = |told: &str, keys: Vec<KeyLine>| RingPage {
        f: frame(lang, w.heading, crate::web::frame::Place::Admin),
        told: told.to_owned(),
        unit: "1a".to_owned(),
        tabs: crate::web::admin::tabs(lang, crate::web::admin::Tab::Keys),
        tag: if keys.is_empty() { Tag::look(w.signs_not) } else { Tag::done(w.signs) },
        lacking: if keys.is_empty() { w.no_key("Đảng bộ Khối") } else { String::new() },
        way: None,
        address: if keys.is_empty() {
            String::new()
        } else {
            w.address("did:web:thidua.example.vn:xm:co-quan:1a")
        },
        can_open: keys.is_empty(),
        opened: !keys.is_empty(),
        rotate: Field::text(lang, "ly-do", w.why_rotate).id("ly-do-thay"),
        retire: Field::text(lang, "ly-do", w.why_retire).id("ly-do-ngung"),
        blank: keys.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("key"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        keys,
    };
    vec![
        Sample::new("key-empty", &page("", Vec::new())),
        Sample::new("key-usual", &page("", vec![key(""), key("08:00, 1/2/2024 · thay định kỳ")])),
        Sample::new("key-refused", &page(w.reason_missing, vec![key("")])),
    ]
}
