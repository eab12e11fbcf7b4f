//! The page Xác minh: one result, what is printed on the sheet, a field to compare the name.
//!
//! Not here: the result itself (`acts::certificate`).

use askama::Template;

use crate::web::assets::icon;
use crate::web::frame::Frame;
use crate::web::parts::Field;

/// The result in large letters.
#[derive(Clone, Debug)]
pub struct Told {
    /// The class in the stylesheet.
    pub class: &'static str,
    /// Its drawing.
    pub icon: String,
    /// In a few words.
    pub title: String,
    /// In a sentence.
    pub text: String,
}

impl Told {
    /// It holds.
    pub fn ok(title: &str, text: String) -> Self {
        Self { class: "ok", icon: icon("shield-check"), title: title.to_owned(), text }
    }

    /// Look again.
    pub fn warn(title: &str, text: String) -> Self {
        Self { class: "warn", icon: icon("alert-triangle"), title: title.to_owned(), text }
    }

    /// It no longer holds.
    pub fn bad(title: &str, text: &str) -> Self {
        Self { class: "bad", icon: icon("ban"), title: title.to_owned(), text: text.trim().to_owned() }
    }
}

/// Xác minh.
#[derive(Template)]
#[template(path = "verify/verify.html")]
pub struct VerifyPage {
    /// The frame.
    pub f: Frame,
    /// The result; nothing before a code was typed.
    pub told: Option<Told>,
    /// The body that confers, for the head of the page; empty without a sheet.
    pub body: String,
    /// Label, value, and a lighter line below.
    pub rows: Vec<(&'static str, String, String)>,
    /// The field for a code.
    pub code: Field,
    /// The field for the name on the paper.
    pub name: Field,
    /// The page's own address without a query; empty without a sheet.
    pub here: String,
    /// Where the signed twin is; empty where there is none.
    pub twin: String,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::Sample;
    let w = &lang.words().certificate;
    let page = |told: Option<Told>, sheet: bool| VerifyPage {
        f: Frame::new(lang, w.verify),
        told,
        body: if sheet {
            "Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ".to_owned()
        } else {
            String::new()
        },
        rows: if sheet {
            vec![
                (
                    w.received_by,
                    "Nguyễn Thị Thuỳ Dương".to_owned(),
                    "Chi bộ Văn phòng, Đảng bộ Sở Y tế".to_owned(),
                ),
                (w.code, "7F3K-9QX2-MB4T".to_owned(), String::new()),
            ]
        } else {
            Vec::new()
        },
        code: Field::text(lang, "ma", w.code).hint(w.code_hint),
        name: Field::text(lang, "ten", w.name_on_paper),
        here: if sheet { "/xm/7F3K9QX2MB4T".to_owned() } else { String::new() },
        twin: if sheet { "/xm/7F3K9QX2MB4T/chung-nhan.json".to_owned() } else { String::new() },
    };
    vec![
        Sample::new("verify-empty", &page(None, false)),
        Sample::new("verify-usual", &page(Some(Told::ok(w.valid, w.matches_at("09:20 20/5/2024"))), true)),
        Sample::new("verify-revoked", &page(Some(Told::bad(w.annulled, w.no_longer)), true)),
        Sample::new("verify-differs", &page(Some(Told::warn(w.differs, w.differs_text.to_owned())), true)),
    ]
}
