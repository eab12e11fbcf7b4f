//! The page Tổng quan: completeness, chosen figures, units below, to-do, one chart.
//!
//! Not here: sums (`acts`), numbers as text (`lang`).

use askama::Template;

use crate::web::chart::Chart;
use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Cell, Choice, Column, Tag};

/// The strip of completeness.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// How many units have reported.
    pub submitted: String,
    /// The same as a percentage.
    pub percent: String,
    /// The same drawn.
    pub bar: String,
    /// Whether figures may still change.
    pub open: bool,
    /// Frozen or not.
    pub standing: String,
    /// What that means.
    pub standing_note: String,
    /// The units that have not reported; no address when none is missing.
    pub missing: Link,
    /// More about them.
    pub missing_note: String,
    /// To the other figures and to why they differ.
    pub ways: Vec<Link>,
}

/// One of the chosen figures.
#[derive(Clone, Debug, Default)]
pub struct Headline {
    /// Its drawing.
    pub icon: String,
    /// The indicator.
    pub label: String,
    /// The number.
    pub number: String,
    /// Its measure.
    pub measure: String,
    /// The way to its source.
    pub evidence: Link,
    /// Whether it counts recognition, which is set in gold.
    pub gold: bool,
}

/// A unit below with its figures.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The unit.
    pub unit: Link,
    /// Whether it has reported.
    pub tag: Tag,
    /// Its figures, one for each column.
    pub cells: Vec<Cell>,
}

/// Something to do.
#[derive(Clone, Debug, Default)]
pub struct Todo {
    /// The large line of the date.
    pub big: String,
    /// The small line of the date.
    pub small: String,
    /// Whether it is overdue.
    pub late: bool,
    /// What is to be done.
    pub link: Link,
    /// More about it.
    pub note: String,
}

/// Tổng quan.
#[derive(Template)]
#[template(path = "overview/overview.html")]
pub struct OverviewPage {
    /// The frame.
    pub f: Frame,
    /// What the figures are about.
    pub subtitle: String,
    /// The unit's printed id.
    pub unit: String,
    /// The periods to choose from.
    pub periods: Vec<Choice>,
    /// The period chosen.
    pub period: String,
    /// Where the Excel file is.
    pub excel: String,
    /// The way to freezing, for those who may.
    pub freeze: Option<Link>,
    /// Completeness.
    pub strip: Strip,
    /// The chosen figures.
    pub figures: Vec<Headline>,
    /// The other figures of the unit.
    pub more: Vec<Headline>,
    /// Where the figures are chosen; empty for those who may not.
    pub choose: String,
    /// How many units are shown.
    pub children_note: String,
    /// The way to all of them.
    pub all_children: Option<Link>,
    /// The columns of the table of units.
    pub columns: Vec<Column>,
    /// The units below.
    pub rows: Vec<Row>,
    /// What is waiting.
    pub todo: Vec<Todo>,
    /// A chart over the years.
    pub chart: Option<Chart>,
    /// What stands instead of everything when there is nothing.
    pub blank: Option<Blank>,
    /// A note at the foot: invented divisions say so.
    pub foot: String,
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "sample values, one after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::assets::icon;
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let page = || {
        let mut f = frame(lang, w.overview.heading, Place::Overview);
        f.path = "/?ky=2024".to_owned();
        OverviewPage {
            subtitle: "Sơ kết 3 năm thực hiện Kết luận số 01-KL/TW (giai đoạn 2021–2024)".to_owned(),
            unit: "1a".to_owned(),
            periods: vec![
                Choice::new("2024Q2", "Quý II/2024"),
                Choice::new("2021-2024", "Giai đoạn 2021–2024"),
            ],
            period: "2021-2024".to_owned(),
            excel: "/tong-hop.xlsx?don-vi=1a".to_owned(),
            choose: "/so-tong-quan?don-vi=1a".to_owned(),
            more: vec![Headline {
                label: "Lớp bồi dưỡng".to_owned(),
                number: "4".to_owned(),
                evidence: Link::to("4", "/tong-hop?o=1a.9"),
                ..Headline::default()
            }],
            freeze: Some(Link::to(w.freeze.act, "/tong-hop/chot?don-vi=1a")),
            strip: Strip {
                submitted: w.overview.submitted(41, 43),
                percent: "95%".to_owned(),
                bar: crate::web::parts::bar(41, 43),
                open: true,
                standing: w.overview.standing.to_owned(),
                standing_note: w.overview.standing_note.to_owned(),
                missing: Link::to(w.overview.missing(2), "/tong-hop#thieu"),
                missing_note: String::new(),
                ways: vec![Link::to(w.freeze.why, "/tong-hop/vi-sao-khac?lan=2")],
            },
            figures: [
                ("tree", "Cây xanh trồng mới", "6.296", "cây", false),
                ("droplet", "Đơn vị máu đã hiến", "2.193", "đơn vị", false),
                ("users-group", "Đội hình tình nguyện", "180", "đội", false),
                ("coin", "Chăm lo an sinh xã hội", "3,5", "tỷ đồng", false),
                ("award", "Được khen thưởng", "412", "tập thể, cá nhân", true),
            ]
            .into_iter()
            .map(|(drawing, label, number, measure, gold)| Headline {
                icon: icon(drawing),
                label: label.to_owned(),
                number: number.to_owned(),
                measure: measure.to_owned(),
                evidence: Link::to(w.overview.sources(38), "/tong-hop?o=1"),
                gold,
            })
            .collect(),
            children_note: w.overview.shown(3, 43),
            all_children: Some(Link::to(w.overview.see_all(43), "/tong-hop")),
            columns: vec![
                Column { name: "Cây xanh".to_owned(), measure: "cây".to_owned() },
                Column { name: "Việc làm theo".to_owned(), measure: "việc".to_owned() },
            ],
            rows: [
                ("Đảng bộ Sở Giáo dục và Đào tạo", Tag::done(w.overview.done)),
                ("Đảng bộ Sở Nông nghiệp và Phát triển nông thôn", Tag::look(w.overview.partly(3, 5))),
                ("Chi bộ Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", Tag::waiting(w.overview.waiting)),
            ]
            .into_iter()
            .map(|(name, tag)| Row {
                unit: Link::to(name, "/?don-vi=2b"),
                tag,
                cells: vec![
                    Cell { text: "1.240".to_owned(), href: "/tong-hop?o=1".to_owned(), ..Cell::default() },
                    Cell { text: w.common.not_reported.to_owned(), ..Cell::default() },
                ],
            })
            .collect(),
            todo: vec![Todo {
                big: "15".to_owned(),
                small: "tháng 5".to_owned(),
                late: true,
                link: Link::to(w.overview.todo_missing("Chi bộ Thành đoàn", "tháng 5/2024"), "/so-lieu"),
                note: "Quá hạn 1 ngày".to_owned(),
            }],
            chart: Chart::of(
                crate::web::chart::Lay::Upright,
                w.overview.chart("Cây xanh trồng mới"),
                "cây".to_owned(),
                sample_bars(),
                lang,
            ),
            blank: None,
            foot: "Số chia theo đơn vị là minh hoạ.".to_owned(),
            f,
        }
    };
    let blank = Blank {
        icon: icon("inbox"),
        title: w.overview.blank_title.to_owned(),
        text: w.overview.blank_text.to_owned(),
        way: Some(Link::to(w.frame.entry, "/so-lieu")),
    };
    let mut empty = page();
    empty.blank = Some(blank);
    let mut bare = page();
    (bare.rows, bare.todo, bare.chart, bare.all_children) = (Vec::new(), Vec::new(), None, None);
    bare.strip.missing = Link::default();
    vec![
        Sample::new("overview-usual", &page()),
        Sample::new("overview-empty", &empty),
        Sample::new("overview-bare", &bare),
    ]
}

#[cfg(test)]
fn sample_bars() -> Vec<crate::web::chart::Bar> {
    [("2021", 1_180, "1.180"), ("2022", 2_064, "2.064"), ("2023", 2_377, "2.377"), ("2024", 675, "675")]
        .into_iter()
        .map(|(label, value, printed)| crate::web::chart::Bar {
            label: label.to_owned(),
            value,
            printed: printed.to_owned(),
            open: label == "2024",
        })
        .collect()
}
