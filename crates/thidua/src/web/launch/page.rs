//! The board of a programme that was sent down: receivers, tasks, the way back from an indicator.
//!
//! Not here: forms (they are `parts::FormPage`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Tag};

/// What the unit one works at has to do.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Its printed id.
    pub unit: String,
    /// How far it has come.
    pub tag: Tag,
    /// By when a plan is due, and what was sent with it.
    pub note: String,
    /// Where to say that it was received.
    pub receive: String,
    /// Whether it may still be said.
    pub may_receive: bool,
    /// To the form of the plan; empty when one may not answer.
    pub answer: Link,
}

/// A receiving unit.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The unit.
    pub unit: Link,
    /// How far it has come.
    pub tag: Tag,
    /// When it opened what was sent.
    pub opened: String,
    /// Who received it, and when.
    pub received: String,
    /// Its plan.
    pub plan: Link,
    /// How often it was reminded.
    pub reminded: String,
}

/// A task.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Its anchor on the page.
    pub anchor: String,
    /// The clause it comes from.
    pub clause: String,
    /// The clause's words.
    pub clause_words: String,
    /// What is to be done.
    pub content: String,
    /// What was said about it last.
    pub said: String,
    /// The file that shows it.
    pub file: Link,
    /// Who is to do it.
    pub owner: String,
    /// Who answers for it.
    pub post: String,
    /// How it stands.
    pub tag: Tag,
    /// By when.
    pub due: String,
    /// To the form that says it is done, or open again.
    pub say: Link,
    /// What measures it.
    pub indicators: Vec<Link>,
}

/// An indicator with the tasks that it measures.
#[derive(Clone, Debug, Default)]
pub struct Back {
    /// The indicator: to its figures.
    pub indicator: Link,
    /// Its tasks, each with its clause.
    pub tasks: Vec<Link>,
}

/// The board.
#[derive(Template)]
#[template(path = "launch/board.html")]
pub struct BoardPage {
    /// The frame; its title is the programme's name.
    pub f: Frame,
    /// Whose, when, under which directive.
    pub subtitle: String,
    /// Forms that the person may open.
    pub actions: Vec<Link>,
    /// The board as an Excel file; empty when there is none.
    pub excel: String,
    /// What the unit one works at has to do.
    pub own: Option<Own>,
    /// What stands instead of the board when nothing was sent.
    pub blank: Option<Blank>,
    /// How many received, opened, answered.
    pub tally: String,
    /// The same, drawn.
    pub bar: String,
    /// How many are overdue; empty when none is.
    pub late: String,
    /// Above the names of those without a plan.
    pub missing_heading: String,
    /// Their names.
    pub missing: String,
    /// Whether the person may remind.
    pub may_remind: bool,
    /// Where that is sent.
    pub remind: String,
    /// That this is a part of the board; empty when it is the whole.
    pub part: String,
    /// The filters.
    pub filters: Vec<Link>,
    /// The receiving units that fit.
    pub rows: Vec<Row>,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The way back from the indicators.
    pub back: Vec<Back>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().launch;
    let page = || BoardPage {
        f: frame(lang, "Thực hiện Kết luận số 01-KL/TW", crate::web::frame::Place::Programmes),
        subtitle: "Đảng ủy Khối · 2024".to_owned(),
        actions: vec![Link::to(w.send, "/chuong-trinh/1a/trien-khai")],
        excel: "/chuong-trinh/1a/bang.xlsx".to_owned(),
        own: None,
        blank: None,
        tally: w.tally(43, 40, 37),
        bar: crate::web::parts::bar(37, 43),
        late: w.late(6),
        missing_heading: w.missing(6),
        missing: "Chi bộ Một; Chi bộ Hai".to_owned(),
        may_remind: true,
        remind: "/chuong-trinh/1a/nhac".to_owned(),
        part: String::new(),
        filters: vec![Link { here: true, ..Link::to(w.all, "/chuong-trinh/1a") }],
        rows: vec![Row {
            unit: Link::to(
                "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các tổ chức thành viên",
                "/don-vi/2b",
            ),
            tag: Tag::wrong(w.overdue),
            opened: "2/5/2024".to_owned(),
            received: w.by("Trần Văn Bình", "3/5/2024"),
            plan: Link::default(),
            reminded: w.times(2, "12/5/2024"),
        }],
        tasks: vec![Task {
            anchor: "nv-1".to_owned(),
            clause: "Khoản 2".to_owned(),
            content: "Trồng mới 500 cây xanh".to_owned(),
            owner: "Đảng bộ Sở Y tế".to_owned(),
            tag: Tag::waiting(w.open),
            say: Link::to(w.say_done, "/chuong-trinh/nhiem-vu/1a"),
            indicators: vec![Link::to("HD01 · Cây xanh trồng mới", "/tong-hop?don-vi=2b")],
            ..Task::default()
        }],
        back: vec![Back {
            indicator: Link::to("HD01 · Cây xanh trồng mới", "/tong-hop?don-vi=2b"),
            tasks: vec![Link::to("Trồng mới 500 cây xanh (Khoản 2)", "#nv-1")],
        }],
    };
    let mut own = page();
    own.own = Some(Own {
        unit: "2b".to_owned(),
        tag: Tag::waiting(w.opened),
        note: w.until("30/6/2024"),
        receive: "/chuong-trinh/1a/tiep-nhan".to_owned(),
        may_receive: true,
        answer: Link::to(w.answer, "/chuong-trinh/1a/ke-hoach"),
    });
    own.part = w.own_lines.to_owned();
    let mut empty = page();
    empty.blank = Some(Blank {
        icon: crate::web::assets::icon("flag"),
        title: w.not_sent_title.to_owned(),
        text: w.not_sent_text.to_owned(),
        way: None,
    });
    empty.tasks.clear();
    empty.back.clear();
    let mut nobody = page();
    nobody.rows.clear();
    vec![
        Sample::new("launch-board", &page()),
        Sample::new("launch-own", &own),
        Sample::new("launch-empty", &empty),
        Sample::new("launch-nobody", &nobody),
    ]
}
