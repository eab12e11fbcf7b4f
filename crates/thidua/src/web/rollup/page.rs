//! Pages of Tổng hợp số liệu: the table with the source of one figure beside it, and one figure's versions.
//!
//! Not here: sums (`acts`), numbers as text (`lang`).

use askama::Template;

use crate::web::chart::Chart;
use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Cell, Choice, Column, Tag};

/// A filter.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// The name it is sent under.
    pub name: String,
    /// The label above.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
    /// What is chosen.
    pub value: String,
    /// Whether it is one of a pair that is sent together, so that changing it does not send the form at once.
    pub several: bool,
}

/// A row: a unit with its figures.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// 1 for those directly below, 2 and 3 deeper.
    pub depth: u8,
    /// The unit.
    pub name: String,
    /// Where the name leads; empty for most.
    pub link: String,
    /// A note under the name.
    pub note: String,
    /// Opens or folds it; `here` says that it is open.
    pub toggle: Option<Link>,
    /// Its figures, one for each column.
    pub cells: Vec<Cell>,
    /// Whether it sums up the rows above it.
    pub is_subtotal: bool,
}

/// A table that somebody kept.
#[derive(Clone, Debug, Default)]
pub struct KeptOne {
    /// Its name; `here` says that it is the one looked at.
    pub link: Link,
    /// Who sees it.
    pub told: String,
    /// Where it is dropped; empty where the person may not.
    pub remove: String,
}

/// The tables that were kept.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// All of them.
    pub list: Vec<KeptOne>,
    /// Where this one is kept.
    pub keep: String,
}

/// A quote with the way to its place in the text.
#[derive(Clone, Debug, Default)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Where they stand; empty when the document may not be seen.
    pub href: String,
}

/// One part of a sum.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The period or the unit; an address leads further down.
    pub name: Link,
    /// Its value.
    pub value: String,
    /// How it came in, by whom, when.
    pub how: String,
    /// The quotes behind it.
    pub quotes: Vec<Quote>,
    /// The files behind it.
    pub files: Vec<Link>,
    /// Whether nothing stands behind it.
    pub bare: bool,
}

/// The source of one figure.
#[derive(Clone, Debug, Default)]
pub struct Drawer {
    /// The heading with the figure.
    pub heading: String,
    /// The way to close it.
    pub close: String,
    /// The indicator.
    pub indicator: String,
    /// The unit.
    pub unit: String,
    /// The range.
    pub period: String,
    /// The addition; empty when there are too many parts to read.
    pub equation: String,
    /// What to mind.
    pub notes: Vec<String>,
    /// The parts.
    pub sources: Vec<Source>,
    /// The way to more parts.
    pub more: Option<Link>,
}

/// The totals.
#[derive(Template)]
#[template(path = "rollup/rollup.html")]
pub struct RollupPage {
    /// The frame.
    pub f: Frame,
    /// The range and the view.
    pub subtitle: String,
    /// The unit's printed id.
    pub unit: String,
    /// To what explains the figures.
    pub ways: Vec<Link>,
    /// Where the Excel file is.
    pub excel: String,
    /// The filters.
    pub selects: Vec<Select>,
    /// Further ways to look, folded.
    pub more: Vec<Select>,
    /// Whether any of those is chosen.
    pub more_open: bool,
    /// The tables that were kept.
    pub kept: Kept,
    /// Whether the parts add up to the total.
    pub check: Tag,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows as bars.
    pub chart: Option<Chart>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The total.
    pub total: Row,
    /// Where the unit's own statement differs from the sum below.
    pub difference: Option<Row>,
    /// How many have reported, by which tree.
    pub coverage: String,
    /// How many have not.
    pub missing_label: String,
    /// Who has not.
    pub missing: Vec<String>,
    /// What to mind.
    pub notes: Vec<String>,
    /// The source of one figure.
    pub drawer: Option<Drawer>,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
    /// A note at the foot.
    pub foot: String,
}

/// A version of a figure.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// The value.
    pub value: String,
    /// Which version, when.
    pub when: String,
    /// Who, by which way.
    pub who: String,
    /// The note.
    pub note: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The quote; empty for a file.
    pub quote: String,
    /// The file or the document.
    pub link: Link,
    /// The note.
    pub note: String,
}

/// One figure of one unit and period: its versions and its evidence.
#[derive(Template)]
#[template(path = "rollup/figure.html")]
pub struct FigurePage {
    /// The frame.
    pub f: Frame,
    /// The figure.
    pub heading: String,
    /// Unit, indicator, period.
    pub subtitle: String,
    /// Its versions, newest first.
    pub versions: Vec<Version>,
    /// What stands behind it.
    pub evidence: Vec<Evidence>,
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "sample values, one after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let place = crate::web::frame::Place::Rollup;
    let cell = |text: &str, here: bool| Cell {
        text: text.to_owned(),
        href: "/tong-hop?o=2b.s3".to_owned(),
        label: w.rollup.cell(text, "cây", "Chi bộ"),
        here,
    };
    let row = |depth: u8, name: &str| Row {
        depth,
        name: name.to_owned(),
        link: if depth == 2 { "/tong-hop?het=1".to_owned() } else { String::new() },
        note: if depth == 2 { w.rollup.not_apportioned.to_owned() } else { String::new() },
        toggle: (depth == 1).then(|| Link {
            text: w.unit.expand(name),
            href: "/tong-hop?mo=1".to_owned(),
            here: false,
        }),
        cells: vec![
            cell("1.240", depth == 2),
            Cell { text: w.common.not_reported.to_owned(), ..Cell::default() },
        ],
        is_subtotal: depth == 1 && name.is_empty(),
    };
    let drawer = Drawer {
        heading: w.rollup.source_of("428"),
        close: "/tong-hop".to_owned(),
        indicator: "Cây xanh trồng mới".to_owned(),
        unit: "Chi bộ Trường THPT số 1".to_owned(),
        period: w.rollup.range("quý II/2021", "quý II/2024"),
        equation: "120 + 96 + 140 + 72 = 428".to_owned(),
        notes: vec![w.rollup.statements(1)],
        sources: vec![
            Source {
                name: Link::here("Quý I/2022"),
                value: "120 cây".to_owned(),
                how: w.rollup.entered("Nguyễn Thị Bưởi", "04/4/2022"),
                quotes: vec![Quote {
                    text: "trồng mới được 120 cây".to_owned(),
                    href: "/doc-bao-cao/1a#s2".to_owned(),
                }],
                files: vec![Link::to("bien-ban.pdf", "/minh-chung/1")],
                bare: false,
            },
            Source {
                name: Link::to("Quý I/2024", "/so/1"),
                value: "72 cây".to_owned(),
                bare: true,
                ..Source::default()
            },
        ],
        more: Some(Link::to(w.rollup.more_sources(12), "/tong-hop?tiep=1")),
    };
    let page = |drawer: Option<Drawer>, blank: Option<Blank>| {
        let mut f = frame(lang, w.rollup.heading, place);
        f.landscape = true;
        f.crumbs = vec![Link::to(w.rollup.heading, "/tong-hop"), Link::here("Toàn Đảng bộ Khối")];
        RollupPage {
            subtitle: w.rollup.range("quý II/2021", "quý II/2024"),
            unit: "1a".to_owned(),
            ways: vec![Link::to(w.freeze.why, "/tong-hop/vi-sao-khac?lan=2")],
            excel: "/tong-hop.xlsx".to_owned(),
            selects: vec![Select {
                name: "tu".to_owned(),
                label: w.rollup.from.to_owned(),
                choices: vec![Choice::new("2021Q2", "Quý II/2021")],
                value: "2021Q2".to_owned(),
                several: true,
            }],
            more: vec![Select {
                name: "them".to_owned(),
                label: w.rollup.extra.to_owned(),
                choices: vec![Choice::new("", w.rollup.no_extra)],
                several: true,
                ..Select::default()
            }],
            more_open: drawer.is_none(),
            kept: Kept {
                list: vec![KeptOne {
                    link: Link::to("Cây xanh theo quý", "/tong-hop?cot=quy"),
                    told: w.rollup.kept_shared("Nguyễn Thị Bưởi"),
                    remove: "/tong-hop/luu/1a/bo".to_owned(),
                }],
                keep: "/tong-hop/luu?cot=quy".to_owned(),
            },
            check: Tag::done(w.rollup.adds_up),
            columns: vec![
                Column { name: "Cây xanh".to_owned(), measure: "cây".to_owned() },
                Column { name: "Hiến máu".to_owned(), measure: "đơn vị".to_owned() },
            ],
            chart: None,
            rows: vec![
                row(1, "Đảng bộ Sở Nông nghiệp và Phát triển nông thôn"),
                row(2, "Chi bộ Văn phòng Sở"),
            ],
            total: row(0, &w.rollup.total("Đảng bộ Khối")),
            difference: Some(row(0, w.rollup.from_units)),
            coverage: w.rollup.coverage(41, 43),
            missing_label: w.rollup.missing(2),
            missing: vec!["Chi bộ Thành đoàn".to_owned()],
            notes: vec![w.rollup.combined.to_owned()],
            drawer,
            blank,
            foot: String::new(),
            f,
        }
    };
    let blank = Blank {
        icon: crate::web::assets::icon("inbox"),
        title: w.rollup.blank_title.to_owned(),
        text: w.rollup.blank_text.to_owned(),
        way: None,
    };
    let figure = FigurePage {
        f: frame(lang, "428 cây", place),
        heading: "428 cây".to_owned(),
        subtitle: "Chi bộ Trường THPT số 1".to_owned(),
        versions: vec![Version {
            value: "428 cây".to_owned(),
            when: w.rollup.version(2),
            ..Version::default()
        }],
        evidence: vec![Evidence {
            quote: "hơn <5.400>".to_owned(),
            link: Link::to("BC", "/doc-bao-cao/1a#s1"),
            note: String::new(),
        }],
    };
    vec![
        Sample::new("rollup-usual", &page(Some(drawer), None)),
        Sample::new("rollup-alone", &page(None, None)),
        Sample::new("rollup-empty", &page(None, Some(blank))),
        Sample::new("rollup-figure", &figure),
    ]
}
