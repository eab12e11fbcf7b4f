//! Pages of Đơn vị: the tree, one unit with its history, search.
//!
//! Not here: forms about units (they are `parts::FormPage`), the import (`import`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Pager};

/// A row of the tree.
#[derive(Clone, Debug, Default)]
pub struct TreeRow {
    /// 1 for the top, 2 and 3 below; deeper rows keep 3.
    pub depth: u8,
    /// The unit.
    pub unit: Link,
    /// Opens or folds it; nothing for a unit without others below. `here` says that it is open.
    pub toggle: Option<Link>,
    /// Until when it was there; empty while it is.
    pub gone: String,
    /// What it is.
    pub kind: String,
    /// How many stand directly below.
    pub below: String,
}

/// The tree.
#[derive(Template)]
#[template(path = "unit/tree.html")]
pub struct TreePage {
    /// The frame.
    pub f: Frame,
    /// Of which day.
    pub subtitle: String,
    /// What may be done here.
    pub actions: Vec<Link>,
    /// The day as typed.
    pub day: String,
    /// Why the day was refused; empty when it was not.
    pub day_error: String,
    /// How many units.
    pub count: String,
    /// The rows.
    pub rows: Vec<TreeRow>,
    /// The way to more rows.
    pub more: Option<Link>,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

/// Something that happened to a unit.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// From when, and until when.
    pub when: String,
    /// What.
    pub what: String,
    /// The decision behind it.
    pub decision: String,
    /// The other units concerned.
    pub links: Vec<Link>,
}

/// A unit in a list.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The unit.
    pub unit: Link,
    /// What it is.
    pub kind: String,
    /// Until when it was there; empty while it is.
    pub gone: String,
    /// The units above it.
    pub path: String,
}

/// One unit.
#[derive(Template)]
#[template(path = "unit/unit.html")]
pub struct UnitPage {
    /// The frame.
    pub f: Frame,
    /// Its name today, or its last.
    pub name: String,
    /// What it is and where it stands.
    pub subtitle: String,
    /// What may be done with it; `here` marks the main one.
    pub actions: Vec<Link>,
    /// Since when it is gone; empty while it is there.
    pub closed: String,
    /// Who took over.
    pub heirs: Vec<Link>,
    /// Its history, newest first.
    pub events: Vec<Event>,
    /// How many stand below.
    pub children_note: String,
    /// Those below.
    pub children: Vec<Listed>,
    /// Pages of those below.
    pub pager: Pager,
    /// Facts of today.
    pub facts: Vec<(String, String)>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Official codes by scheme.
    pub codes: Vec<(String, String)>,
}

/// What a search found.
#[derive(Template)]
#[template(path = "unit/search.html")]
pub struct SearchPage {
    /// The frame.
    pub f: Frame,
    /// How many were found.
    pub told: String,
    /// The units.
    pub hits: Vec<Listed>,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "sample values, one after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let place = crate::web::frame::Place::Units;
    let long = "Đảng bộ Ban Quản lý các Khu chế xuất và Công nghiệp thành phố Cần Thơ trực thuộc Thành ủy";
    let row = |depth: u8, name: &str, open: bool| TreeRow {
        depth,
        unit: Link::to(name, "/don-vi/1a"),
        toggle: Some(Link { text: w.unit.expand(name), href: "/don-vi?mo=1a".to_owned(), here: open }),
        gone: if depth == 3 { w.unit.gone("30/6/2025") } else { String::new() },
        kind: "Đảng bộ cơ sở".to_owned(),
        below: "43".to_owned(),
    };
    let tree = |rows: Vec<TreeRow>, blank: Option<Blank>, error: &str| TreePage {
        f: frame(lang, w.unit.heading, place),
        subtitle: w.unit.tree_on("20/11/2026"),
        actions: vec![Link::to(w.unit.create, "/don-vi/tao"), Link::to(w.unit.import, "/don-vi/nhap")],
        day: "20/11/2026".to_owned(),
        day_error: error.to_owned(),
        count: w.unit.count("10.794"),
        rows,
        more: Some(Link::to(w.unit.more(12), "/don-vi?tu=2")),
        blank,
    };
    let blank = Blank {
        icon: crate::web::assets::icon("sitemap"),
        title: w.overview.unit_blank_title.to_owned(),
        text: w.overview.unit_blank_text.to_owned(),
        way: Some(Link::to(w.unit.create, "/don-vi/tao")),
    };
    let mut leaf = row(2, "Chi bộ Văn phòng", false);
    leaf.toggle = None;
    let usual = tree(vec![row(1, "Đảng ủy Khối", true), leaf, row(3, long, false)], None, "");
    let refused = tree(vec![row(1, "Đảng ủy Khối", true)], None, "Tháng 5 chỉ có 31 ngày. Sửa “32/5/2024”.");
    let unit = |closed: &str, children: Vec<Listed>| UnitPage {
        f: frame(lang, long, place),
        name: long.to_owned(),
        subtitle: "Đảng bộ cấp trên cơ sở".to_owned(),
        actions: vec![Link::to(w.unit.figures, "/?don-vi=1a"), Link::to(w.unit.rename, "/don-vi/1a/doi-ten")],
        closed: closed.to_owned(),
        heirs: if closed.is_empty() {
            Vec::new()
        } else {
            vec![Link::to(w.unit.heir("B", "1/7/2025"), "/don-vi/2b")]
        },
        events: vec![Event {
            when: "18/5/2021".to_owned(),
            what: w.unit.event_named("Đảng ủy Khối"),
            decision: "Quyết định 12-QĐ/TU".to_owned(),
            links: vec![Link::to("Đảng ủy cũ", "/don-vi/3c")],
        }],
        children_note: w.unit.count(children.len()),
        children,
        pager: Pager {
            told: "1–100 trên 643".to_owned(),
            after: Some("/don-vi/1a?tu=9".to_owned()),
            ..Pager::none(lang)
        },
        facts: vec![(w.unit.kind.to_owned(), "Chi bộ".to_owned())],
        aliases: if closed.is_empty() { vec!["ĐUK".to_owned()] } else { Vec::new() },
        codes: if closed.is_empty() { vec![("TCTK".to_owned(), "92".to_owned())] } else { Vec::new() },
    };
    let listed = Listed {
        unit: Link::to("Chi bộ Báo", "/don-vi/4d"),
        kind: "Chi bộ".to_owned(),
        path: "Đảng ủy Khối".to_owned(),
        gone: w.unit.gone("30/6/2025"),
    };
    let mut found = frame(lang, w.unit.search_heading, place);
    found.query = "hoa \"<b>".to_owned();
    vec![
        Sample::new("tree-usual", &usual),
        Sample::new("tree-empty", &tree(Vec::new(), Some(blank.clone()), "")),
        Sample::new("tree-refused", &refused),
        Sample::new("unit-usual", &unit("", vec![listed.clone()])),
        Sample::new("unit-closed", &unit(&w.unit.closed("1/7/2025"), Vec::new())),
        Sample::new(
            "search-hits",
            &SearchPage {
                f: found.clone(),
                told: w.unit.hits_for(1, "hoa"),
                hits: vec![listed],
                blank: None,
            },
        ),
        Sample::new(
            "search-none",
            &SearchPage { f: found, told: String::new(), hits: Vec::new(), blank: Some(blank) },
        ),
    ]
}
