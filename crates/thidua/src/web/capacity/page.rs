//! The page of a unit's capacities.
//!
//! Not here: what it shows (`acts::capacity`).

use askama::Template;

use crate::web::frame::Frame;
use crate::web::parts::{Field, Tag};

/// A capacity that was declared.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// As what.
    pub name: String,
    /// From when to when, by which document.
    pub note: String,
    /// Whether it counts.
    pub tag: Tag,
    /// Whether the person may confirm it.
    pub may_confirm: bool,
}

/// Tư cách khen thưởng.
#[derive(Template)]
#[template(path = "capacity/capacity.html")]
pub struct CapacityPage {
    /// The frame.
    pub f: Frame,
    /// As of which day.
    pub day: Field,
    /// The unit's printed id.
    pub unit: String,
    /// As what it confers on that day.
    pub now: Vec<String>,
    /// What was declared.
    pub rows: Vec<Row>,
    /// Where one is declared; empty for whoever may not.
    pub declare: String,
    /// Why something was refused.
    pub problem: String,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().person;
    let of = |rows: Vec<Row>, problem: &str| CapacityPage {
        f: frame(lang, w.capacities, Place::Awards),
        day: Field::date(lang, "ngay", w.as_of).value("15/5/2024"),
        unit: "1a".to_owned(),
        now: if rows.is_empty() { Vec::new() } else { vec!["Ban thường vụ cấp ủy".to_owned()] },
        rows,
        declare: "/khen-thuong/tu-cach/ghi".to_owned(),
        problem: problem.to_owned(),
    };
    let row = Row {
        id: "1".to_owned(),
        name: "Ban thường vụ tỉnh ủy".to_owned(),
        note: format!("{} · Quyết định 1-QĐ/TW", w.since("1/1/2020", w.lasts)),
        tag: Tag::look(w.unconfirmed),
        may_confirm: true,
    };
    vec![
        Sample::new("capacity-usual", &of(vec![row], w.own_declaration)),
        Sample::new("capacity-empty", &of(Vec::new(), "")),
    ]
}
