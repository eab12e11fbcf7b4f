//! The page Mã truy cập.
//!
//! Not here: the tokens (`acts::token`).

use askama::Template;

use crate::web::frame::Frame;
use crate::web::parts::{Errors, Field};

/// A token in the list.
#[derive(Clone, Debug, Default)]
pub struct TokenLine {
    /// By which it is revoked.
    pub key: String,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub made: String,
    /// The day it ends.
    pub ends: String,
    /// Whether it has ended.
    pub ended: bool,
}

/// A token that was just made.
#[derive(Clone, Debug, Default)]
pub struct Fresh {
    /// What the other program sends; on no other page.
    pub secret: String,
    /// What it is for.
    pub label: String,
    /// The day it ends.
    pub ends: String,
    /// A request with it, to be tried.
    pub call: String,
}

/// Mã truy cập.
#[derive(Template)]
#[template(path = "token/tokens.html")]
pub struct TokenPage {
    /// The frame.
    pub f: Frame,
    /// The summary of refusals.
    pub errors: Errors,
    /// The fields of a new one.
    pub fields: Vec<Field>,
    /// The one just made.
    pub fresh: Option<Fresh>,
    /// The tokens, the newest first.
    pub rows: Vec<TokenLine>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().token;
    let row = |label: &str, ended: bool| TokenLine {
        key: "9f86d081".to_owned(),
        label: label.to_owned(),
        made: "08:00, 16/5/2024".to_owned(),
        ends: "14/8/2024".to_owned(),
        ended,
    };
    let page = |fresh: Option<Fresh>, error: &str, rows: Vec<TokenLine>| {
        let fields = vec![Field::text(lang, "viec", w.label).hint(w.label_hint).error(error)];
        TokenPage {
            f: frame(lang, w.heading, crate::web::frame::Place::Nowhere),
            errors: Errors::of(lang, &fields.iter().collect::<Vec<_>>()),
            fields,
            fresh,
            rows,
        }
    };
    let fresh = Fresh {
        secret: "q8Zr3".repeat(9),
        label: "Cổng thông tin tỉnh lấy số quý".to_owned(),
        ends: "14/8/2024".to_owned(),
        call: format!(
            "curl -H \"Authorization: Bearer {}\" https://thidua.example.vn/api/v1/units",
            "q8Zr3".repeat(9)
        ),
    };
    let rows = vec![row("Cổng thông tin tỉnh lấy số quý", false), row("Thử bảng tính", true)];
    vec![
        Sample::new("token-empty", &page(None, "", Vec::new())),
        Sample::new("token-usual", &page(None, "", rows.clone())),
        Sample::new("token-fresh", &page(Some(fresh), "", rows)),
        Sample::new("token-refused", &page(None, w.label_missing, Vec::new())),
    ]
}
