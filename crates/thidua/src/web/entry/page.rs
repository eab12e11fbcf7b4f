//! Pages of Nhập số liệu: choosing unit and period, and the form, also after somebody else saved meanwhile.
//!
//! Not here: reading what was typed (`lang::number_in`), saving (`acts`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Errors, Field};

/// Something entered lately.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// The form.
    pub link: Link,
    /// When, by whom.
    pub note: String,
}

/// Choosing unit and period.
#[derive(Template)]
#[template(path = "entry/choose.html")]
pub struct ChoosePage {
    /// The frame.
    pub f: Frame,
    /// The way to the import; empty when one may not.
    pub sheet: String,
    /// The unit.
    pub unit: Field,
    /// The period.
    pub period: Field,
    /// For whom the figures speak.
    pub scope: Field,
    /// Entered lately.
    pub recent: Vec<Recent>,
    /// What stands instead when one may enter nowhere.
    pub blank: Option<Blank>,
}

/// One indicator's row. The key is the slot's number with a letter before it, so that it can be an id.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The key.
    pub key: String,
    /// The indicator, with its breakdown.
    pub name: String,
    /// What is easily got wrong.
    pub hint: String,
    /// The measure.
    pub measure: String,
    /// Whether both counts of a share are typed here.
    pub share: bool,
    /// Last period's figure.
    pub last: String,
    /// What is typed.
    pub value: String,
    /// Why it was refused.
    pub error: String,
    /// Ready repairs.
    pub repairs: Vec<Choice>,
    /// What looks odd, without stopping anything.
    pub warning: String,
    /// What stood in the field when the page was drawn: tells what the person changed.
    pub shown: String,
    /// Evidence that is there, in words.
    pub held: String,
    /// A file that was sent with a refused form: its hash and name, so that it need not be chosen again.
    pub kept: String,
    /// The note typed.
    pub note: String,
    /// Whether file and note are open.
    pub open: bool,
}

/// Rows that belong together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The heading.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A figure that two people typed.
#[derive(Clone, Debug, Default)]
pub struct Clash {
    /// The row's key.
    pub key: String,
    /// The indicator.
    pub label: String,
    /// What the other one saved.
    pub theirs: String,
    /// What stands in the form.
    pub mine: String,
    /// Which is chosen at first.
    pub mine_first: bool,
}

/// Somebody else saved meanwhile.
#[derive(Clone, Debug, Default)]
pub struct Conflict {
    /// The heading.
    pub heading: String,
    /// Who, when, and what to do.
    pub text: String,
    /// Whose the other values are.
    pub theirs: String,
    /// The figures that differ.
    pub rows: Vec<Clash>,
}

/// The form of one unit and period.
#[derive(Template)]
#[template(path = "entry/entry.html")]
pub struct EntryPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// The unit and for whom the figures speak.
    pub subtitle: String,
    /// Excel in and out.
    pub actions: Vec<Link>,
    /// Where it is sent.
    pub action: String,
    /// The version it was opened on.
    pub version: String,
    /// The summary of refusals.
    pub errors: Errors,
    /// Somebody else saved meanwhile.
    pub conflict: Option<Conflict>,
    /// The rows.
    pub groups: Vec<Group>,
    /// Last period's name.
    pub last_period: String,
    /// This period's name.
    pub this_period: String,
    /// When it was saved last.
    pub saved: String,
    /// The way out.
    pub leave: String,
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "sample values, one after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let place = crate::web::frame::Place::Entry;
    let choose = |blank: Option<Blank>| ChoosePage {
        f: frame(lang, w.entry.heading, place),
        sheet: "/so-lieu/nhap".to_owned(),
        unit: Field::text(lang, "don-vi", w.entry.unit).hint(w.unit.unit_hint).error(w.unit.not_found),
        period: Field::choice(lang, "ky", w.entry.period, vec![Choice::new("2024Q2", "Quý II/2024")]),
        scope: Field::choice(lang, "pham-vi", w.entry.scope, vec![Choice::new("own", "Riêng đơn vị")]),
        recent: vec![Recent { link: Link::to("Quý II/2024", "/so-lieu/2024Q2"), note: "16:42".to_owned() }],
        blank,
    };
    let blank = Blank {
        icon: crate::web::assets::icon("lock"),
        title: w.entry.no_unit_title.to_owned(),
        text: w.entry.no_unit_text.to_owned(),
        way: None,
    };
    let refused = Row {
        key: "s12".to_owned(),
        name: "Kinh phí chăm lo an sinh xã hội".to_owned(),
        hint: "Gồm tiền mặt và hiện vật quy ra tiền.".to_owned(),
        measure: "đồng".to_owned(),
        last: "145.000.000".to_owned(),
        value: "152.500.00".to_owned(),
        error: w.refusal.misplaced("152.500.000", "15.250.000"),
        repairs: ["152.500.000", "15.250.000"]
            .map(|value| Choice::new(value, w.refusal.use_repair(value)))
            .to_vec(),
        ..Row::default()
    };
    let usual = Row {
        key: "s3".to_owned(),
        name: "Cây xanh trồng mới".to_owned(),
        measure: "cây".to_owned(),
        last: "310".to_owned(),
        value: "428".to_owned(),
        warning: w.entry.rose("80%"),
        held: w.entry.pieces(2),
        kept: "00ff:bien-ban.pdf".to_owned(),
        ..Row::default()
    };
    let share =
        Row {
            key: "s5".to_owned(), name: "Đảng viên đã học".to_owned(), share: true, ..Row::default()
        };
    let page = |rows: Vec<Row>, conflict: Option<Conflict>| {
        let fields = rows.iter().filter(|row| !row.error.is_empty());
        let errors = Errors { w, fields: fields.map(|row| (row.key.clone(), row.error.clone())).collect() };
        EntryPage {
            f: frame(lang, w.entry.title("quý II/2024"), place),
            heading: w.entry.title("quý II/2024"),
            subtitle: w.entry.at_unit("Đảng bộ Sở Giáo dục và Đào tạo", "Riêng đơn vị"),
            actions: vec![Link::to(w.entry.from_excel, "/so-lieu/nhap")],
            action: "/so-lieu/2024Q2?don-vi=1a".to_owned(),
            version: "3".to_owned(),
            errors,
            conflict,
            groups: vec![Group { heading: w.entry.group_deed.to_owned(), rows }],
            last_period: "Quý I/2024".to_owned(),
            this_period: "Quý II/2024".to_owned(),
            saved: w.entry.saved("16:42"),
            leave: "/so-lieu".to_owned(),
        }
    };
    let conflict = Conflict {
        heading: w.entry.conflict_heading.to_owned(),
        text: w.entry.conflict_text("Trần Văn Út", "16:45 ngày 15/5/2024"),
        theirs: w.entry.theirs("Trần Văn Út"),
        rows: vec![Clash {
            key: "s3".to_owned(),
            label: "Cây xanh trồng mới".to_owned(),
            theirs: "420 cây".to_owned(),
            mine: "428 cây".to_owned(),
            mine_first: true,
        }],
    };
    vec![
        Sample::new("entry-choose", &choose(None)),
        Sample::new("entry-nowhere", &choose(Some(blank))),
        Sample::new("entry-usual", &page(vec![usual.clone(), share.clone()], None)),
        Sample::new("entry-refused", &page(vec![usual.clone(), refused, share], None)),
        Sample::new("entry-conflict", &page(vec![usual], Some(conflict))),
    ]
}
