//! The page of an import: upload, preview with the mistakes by cell, write.
//!
//! Not here: reading sheets (`office`), writing rows (`acts`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Errors, Field, Tag};

/// A row of the preview.
#[derive(Clone, Debug, Default)]
pub struct PreviewRow {
    /// Its number in the sheet.
    pub number: String,
    /// What would happen with it.
    pub tag: Tag,
    /// Its cells.
    pub cells: Vec<String>,
}

/// What an import would do. Nothing is written yet.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The heading with the file's name.
    pub heading: String,
    /// How many of each outcome.
    pub counts: Vec<Tag>,
    /// Cells and what is wrong with them.
    pub problems: Vec<(String, String)>,
    /// How many more there are.
    pub more_problems: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
    /// How many more there are.
    pub more: String,
    /// Where the writing is asked for.
    pub action: String,
    /// The stored file's name, sent back so that nothing is uploaded twice.
    pub file: String,
    /// More to send back.
    pub hidden: Vec<(String, String)>,
    /// The words of the button; empty when there is nothing that may be written.
    pub commit: String,
}

/// An import.
#[derive(Template)]
#[template(path = "import/import.html")]
pub struct ImportPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// What the file must hold.
    pub intro: String,
    /// Empty sheets to start from.
    pub templates: Vec<Link>,
    /// The summary of refusals.
    pub errors: Errors,
    /// Where the file is sent.
    pub upload: String,
    /// The fields of the upload.
    pub fields: Vec<Field>,
    /// What the file would do.
    pub preview: Option<Preview>,
    /// The way back to the upload.
    pub again: String,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let page = |preview: Option<Preview>, error: &str| {
        let file = Field::file(lang, "tep", w.import.file, ".xlsx").hint(w.import.file_hint).error(error);
        ImportPage {
            f: frame(lang, w.import.units_heading, crate::web::frame::Place::Units),
            heading: w.import.units_heading.to_owned(),
            intro: w.import.units_intro.to_owned(),
            templates: vec![Link::to(w.import.template, "/don-vi/mau.xlsx")],
            errors: Errors::of(lang, &[&file]),
            upload: "/don-vi/nhap".to_owned(),
            fields: vec![file],
            preview,
            again: "/don-vi/nhap".to_owned(),
        }
    };
    let preview = |wrong: bool| Preview {
        heading: w.import.preview("don-vi <2025>.xlsx"),
        counts: vec![Tag::done(w.import.count_added("10.794")), Tag::wrong(w.import.count_wrong(2))],
        problems: if wrong { vec![("D17".to_owned(), w.unit.name_needed.to_owned())] } else { Vec::new() },
        more_problems: if wrong { w.import.more_problems(3) } else { String::new() },
        columns: vec![w.unit.code.to_owned(), w.unit.name.to_owned()],
        rows: vec![PreviewRow {
            number: "2".to_owned(),
            tag: Tag::done(w.import.added),
            cells: vec!["01".to_owned(), "Thành phố Hà Nội".to_owned()],
        }],
        more: w.import.more_rows("10.744"),
        action: "/don-vi/nhap/ghi".to_owned(),
        file: "1a".to_owned(),
        hidden: vec![("ngay".to_owned(), "2025-03-01".to_owned())],
        commit: if wrong { String::new() } else { w.import.commit_units("10.794") },
    };
    vec![
        Sample::new("import-upload", &page(None, "")),
        Sample::new("import-refused", &page(None, w.import.file_needed)),
        Sample::new("import-preview", &page(Some(preview(false)), "")),
        Sample::new("import-preview-wrong", &page(Some(preview(true)), "")),
    ]
}
