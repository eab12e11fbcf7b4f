//! The page Giấy khen của quyết định.
//!
//! Not here: what the sheets say and how they stand (`acts::certificate`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Field, Tag};

/// A sheet in the list.
#[derive(Clone, Debug, Default)]
pub struct SheetRow {
    /// Its printed id.
    pub id: String,
    /// Its number in the register.
    pub number: String,
    /// Who.
    pub name: String,
    /// What stands below the name.
    pub detail: String,
    /// How the register writes the name, where that differs; else empty.
    pub register_says: String,
    /// Its code as printed.
    pub code: String,
    /// What the code opens.
    pub href: String,
    /// How it stands.
    pub stands: Tag,
    /// How many times it was printed; empty for never.
    pub printed: String,
    /// Whether it can be printed.
    pub live: bool,
}

/// A printer.
#[derive(Clone, Debug, Default)]
pub struct PrinterRow {
    /// Its printed id.
    pub id: String,
    /// Its name and how far it is off.
    pub text: String,
}

/// A second printing.
#[derive(Clone, Debug, Default)]
pub struct Reprint {
    /// Whose sheet.
    pub name: String,
    /// When and why.
    pub note: String,
}

/// Giấy khen của quyết định.
#[derive(Template)]
#[template(path = "certificate/sheets.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one button that is there or not")]
pub struct SheetsPage {
    /// The frame.
    pub f: Frame,
    /// Number, day and body.
    pub sub: String,
    /// What was refused; empty when nothing was.
    pub told: String,
    /// The page's own address.
    pub path: String,
    /// How many are made, in words.
    pub progress: String,
    /// The same as a bar.
    pub bar: String,
    /// Whether sheets are being made now.
    pub runs: bool,
    /// Whether making can begin.
    pub can_make: bool,
    /// What stands in place of an empty list.
    pub blank: Option<Blank>,
    /// Whether the body signs.
    pub signs: Tag,
    /// What is missing before it does; empty for nothing.
    pub lacking: String,
    /// Where a key can be opened by the person.
    pub way: Option<Link>,
    /// How the proof sheet stands.
    pub proof: Tag,
    /// Whether it can be signed off.
    pub can_prove: bool,
    /// Whether sheets can be printed.
    pub can_print: bool,
    /// Whether a second sheet can be made.
    pub can_replace: bool,
    /// The field for a reason.
    pub reason: Field,
    /// The printers of the unit.
    pub printers: Vec<PrinterRow>,
    /// The fields that measure one.
    pub printer_fields: Vec<Field>,
    /// Second printings.
    pub reprints: Vec<Reprint>,
    /// The sheets.
    pub rows: Vec<SheetRow>,
    /// Whether printers can be measured.
    pub can_measure: bool,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().certificate;
    let sheet = |id: &str, name: &str, says: &str| SheetRow {
        id: id.to_owned(),
        number: "26/2024".to_owned(),
        name: name.to_owned(),
        detail: "Chi bộ Văn phòng, Đảng bộ Sở Y tế thành phố Cần Thơ".to_owned(),
        register_says: says.to_owned(),
        code: "7F3K-9QX2-MB4T".to_owned(),
        href: "/xm/7F3K9QX2MB4T".to_owned(),
        stands: Tag::done(w.holds),
        printed: w.times(2),
        live: true,
    };
    let page = |told: &str, rows: Vec<SheetRow>, runs: bool| SheetsPage {
        f: frame(lang, w.heading, crate::web::frame::Place::Decisions),
        sub: "142-QĐ/ĐUK, 10/5/2024".to_owned(),
        told: told.to_owned(),
        path: "/quyet-dinh/1a/giay-khen".to_owned(),
        progress: w.progress(42, 60),
        bar: crate::web::parts::bar(42, 60),
        runs,
        can_make: !runs,
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("certificate"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        signs: Tag::look(w.signs_not),
        lacking: lang.words().key.no_key("Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ"),
        way: Some(Link::to(lang.words().key.way, "/quan-tri/khoa-ky?don-vi=1a")),
        proof: Tag::waiting(w.proof_none),
        can_prove: !rows.is_empty(),
        can_print: !rows.is_empty(),
        can_replace: !rows.is_empty(),
        reason: Field::text(lang, "ly-do", w.reason).hint(w.reason_hint).optional(),
        printers: vec![PrinterRow { id: "1a".to_owned(), text: "HP tầng 2 (1,5 / -2 mm)".to_owned() }],
        printer_fields: vec![Field::text(lang, "ten", w.printer), Field::text(lang, "ngang", w.across)],
        reprints: vec![Reprint {
            name: "Nguyễn Thị Thuỳ Dương".to_owned(),
            note: "15/5/2024 · nhòe mực".to_owned(),
        }],
        rows,
        can_measure: true,
    };
    let rows = vec![
        sheet("1a", "Nguyễn Thị Thuỳ Dương", ""),
        sheet("1b", "Tập thể cán bộ Ban Quản lý các khu chế xuất và công nghiệp thành phố", "Sổ ghi: khác"),
    ];
    vec![
        Sample::new("certificate-empty", &page("", Vec::new(), false)),
        Sample::new("certificate-usual", &page("", rows.clone(), false)),
        Sample::new("certificate-running", &page("", rows.clone(), true)),
        Sample::new("certificate-refused", &page(w.not_proved, rows, false)),
    ]
}
