//! The page of filing by Excel: upload, preview, and the question how a table of one's own is read.
//!
//! Not here: reading and writing.

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::import::page::Preview;
use crate::web::parts::{Choice, Errors, Field};

/// A column of a table of one's own.
#[derive(Clone, Debug, Default)]
pub struct Mapped {
    /// The name of its choice.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Some of its cells.
    pub example: String,
    /// What it tells; empty for nothing.
    pub value: String,
}

/// The question how a table is read.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Its columns.
    pub columns: Vec<Mapped>,
    /// What a column can tell.
    pub choices: Vec<Choice>,
    /// The row of the headings.
    pub header: String,
    /// The stored file's name.
    pub file: String,
    /// Where the answer is sent.
    pub action: String,
    /// Why it was refused.
    pub error: String,
}

/// Filing by Excel.
#[derive(Template)]
#[template(path = "filing/book.html")]
pub struct BookPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// Which form and period, and what to do here.
    pub intro: String,
    /// Workbooks to get.
    pub actions: Vec<Link>,
    /// What to know before writing.
    pub notes: Vec<String>,
    /// The summary of refusals.
    pub errors: Errors,
    /// Where the file is sent.
    pub upload: String,
    /// The fields of the upload.
    pub fields: Vec<Field>,
    /// What the file would do.
    pub preview: Option<Preview>,
    /// The file with a column of results.
    pub results: Option<Link>,
    /// The question how a table is read.
    pub mapping: Option<Mapping>,
    /// Tables that are remembered: id and name.
    pub known: Vec<(String, String)>,
    /// Where forgetting is asked for.
    pub forget: String,
    /// The way back to the upload.
    pub again: String,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::import::page::PreviewRow;
    use crate::web::markup::{Sample, frame};
    use crate::web::parts::Tag;
    let w = lang.words();
    let page = |preview: Option<Preview>, mapping: Option<Mapping>, error: &str| {
        let file = Field::file(lang, "tep", w.import.file, ".xlsx").hint(w.import.file_hint).error(error);
        BookPage {
            f: frame(lang, w.book.heading, Place::Entry),
            heading: w.book.heading.to_owned(),
            intro: w.book.intro.to_owned(),
            actions: vec![Link::to(w.book.own, "/so-lieu/tep/1a/2024-05/bieu.xlsx")],
            notes: if preview.is_some() { vec![w.book.stale.to_owned()] } else { Vec::new() },
            errors: Errors::of(lang, &[&file]),
            upload: "/so-lieu/tep/1a/2024-05".to_owned(),
            fields: vec![file],
            results: preview
                .as_ref()
                .map(|_| Link::to(w.book.result_copy, "/so-lieu/tep/1a/2024-05/ket-qua.xlsx")),
            preview,
            mapping,
            known: vec![("1a".to_owned(), "Bảng <riêng>.xlsx".to_owned())],
            forget: "/so-lieu/tep/1a/2024-05/quen".to_owned(),
            again: "/so-lieu/tep/1a/2024-05".to_owned(),
        }
    };
    let preview = |wrong: bool| Preview {
        heading: w.import.preview("bieu.xlsx"),
        counts: vec![Tag::look(w.import.count_changed(2))],
        problems: if wrong { vec![("E17".to_owned(), w.book.choose_yes_no.to_owned())] } else { Vec::new() },
        columns: [w.book.question, w.book.before, w.book.after, w.book.check].map(str::to_owned).to_vec(),
        rows: vec![PreviewRow {
            number: "6".to_owned(),
            tag: Tag::look(w.import.changed),
            cells: ["Cây xanh trồng mới", "310", "428", ""].map(str::to_owned).to_vec(),
        }],
        action: "/so-lieu/tep/1a/2024-05/ghi".to_owned(),
        file: "1a".to_owned(),
        hidden: vec![("phien-ban".to_owned(), "3".to_owned())],
        commit: if wrong { String::new() } else { w.book.write(2) },
        ..Preview::default()
    };
    let mapping = Mapping {
        columns: vec![Mapped {
            name: "cot-2".to_owned(),
            heading: "Số cây".to_owned(),
            example: "12 · 30".to_owned(),
            value: "3".to_owned(),
        }],
        choices: vec![Choice::new("", w.book.map_skip), Choice::new("3", "Cây xanh trồng mới")],
        header: "4".to_owned(),
        file: "1a".to_owned(),
        action: "/so-lieu/tep/1a/2024-05/cach-doc".to_owned(),
        error: w.book.map_none.to_owned(),
    };
    vec![
        Sample::new("book-upload", &page(None, None, "")),
        Sample::new("book-refused", &page(None, None, w.book.other_form)),
        Sample::new("book-preview", &page(Some(preview(false)), None, "")),
        Sample::new("book-preview-wrong", &page(Some(preview(true)), None, "")),
        Sample::new("book-mapping", &page(None, Some(mapping), "")),
    ]
}
