//! The pages of the report writer: the list, one report, the versions of a paragraph, the register.
//!
//! Not here: forms that are a page of their own (they are `parts::FormPage`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Tag};

/// A report of the list, or a line of the register.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The report.
    pub link: Link,
    /// Its unit, or the day.
    pub unit: String,
    /// Its stretch, or the term.
    pub period: String,
    /// How it stands, or who issued it.
    pub standing: String,
}

/// The list of reports, and the register of outgoing papers.
#[derive(Template)]
#[template(path = "report/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// Whether this is the register.
    pub register: bool,
    /// Reports, outgoing papers, terms.
    pub tabs: Vec<Link>,
    /// To the form that begins one; empty when one may not.
    pub begin: Link,
    /// The heads of the columns.
    pub heads: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

/// A stretch of a paragraph: words, or a figure with its address.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// Where the figure's evidence is; empty for words.
    pub href: String,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its identity.
    pub id: String,
    /// The version shown.
    pub version: i64,
    /// As typed.
    pub content: String,
    /// As it reads.
    pub pieces: Vec<Piece>,
    /// Where its words come from.
    pub source: String,
    /// Who saved it last, and when.
    pub saved: String,
    /// To its versions.
    pub history: String,
    /// Whether its form stands open, with what was refused.
    pub error: String,
}

/// A paragraph that may be taken over.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// Its words.
    pub words: String,
    /// Whose.
    pub source: String,
    /// The document's identity; may be empty.
    pub document: String,
}

/// A part.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its place.
    pub place: i64,
    /// Its number, as on paper.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// Whether it is a large part.
    pub large: bool,
    /// What belongs there.
    pub hint: String,
    /// Whether it must not be empty.
    pub must: bool,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// What may be taken over.
    pub offers: Vec<Offer>,
    /// Above the offers.
    pub offers_told: String,
    /// What was refused of a new paragraph.
    pub error: String,
    /// What was typed into it.
    pub typed: String,
    /// Whether it takes text at all: a heading over other parts does not.
    pub takes: bool,
}

/// A figure of the report.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The name under which the text calls it.
    pub name: String,
    /// What it counts.
    pub label: String,
    /// Its value: to its evidence.
    pub value: Link,
}

/// A change of an edition.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// As it read.
    pub before: String,
    /// As it reads.
    pub after: String,
    /// Why.
    pub why: String,
    /// To the difference, unit by unit; empty where no two freezes tell it.
    pub way: String,
}

/// An issued edition.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Which, its number and day.
    pub told: String,
    /// Who issued it.
    pub by: String,
    /// Its files.
    pub files: Vec<Link>,
    /// What reads otherwise than before.
    pub changes: Vec<Change>,
}

/// One report.
#[derive(Template)]
#[template(path = "report/report.html")]
pub struct ReportPage {
    /// The frame.
    pub f: Frame,
    /// Unit, stretch, form.
    pub subtitle: String,
    /// Its own address.
    pub path: String,
    /// Which figures it quotes.
    pub standing: Tag,
    /// Figures that it may quote: what stands now, or a freeze.
    pub freezes: Vec<Choice>,
    /// Which one it quotes.
    pub freeze: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Documents cited, and what the register says.
    pub citations: Vec<(String, Tag)>,
    /// What stands in the way of issuing; empty when nothing does.
    pub obstacle: String,
    /// What was issued.
    pub editions: Vec<Edition>,
    /// Whether the person may write.
    pub may_write: bool,
    /// Whether the person may issue.
    pub may_issue: bool,
    /// Today, for the day of issue.
    pub today: String,
}

/// A version of a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// Which, by whom, when.
    pub told: String,
    /// Its text.
    pub content: String,
    /// Where its words come from.
    pub source: String,
}

/// The versions of a paragraph.
#[derive(Template)]
#[template(path = "report/history.html")]
pub struct HistoryPage {
    /// The frame.
    pub f: Frame,
    /// The versions, newest first.
    pub versions: Vec<Version>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().report;
    let list = |rows, blank, register| ListPage {
        f: frame(lang, w.heading, Place::Reports),
        register,
        tabs: vec![Link { here: true, ..Link::to(w.heading, "/bao-cao") }],
        begin: Link::to(w.begin, "/bao-cao/moi"),
        heads: vec![w.name, w.unit, w.period, w.standing],
        rows,
        blank,
    };
    let row = Row {
        link: Link::to("sơ kết 03 năm thực hiện Kết luận số 01-KL/TW", "/bao-cao/1a"),
        unit: "Đảng ủy Khối".to_owned(),
        period: "2021–2024".to_owned(),
        standing: w.writing.to_owned(),
    };
    let blank = Blank {
        icon: crate::web::assets::icon("inbox"),
        title: w.none_title.to_owned(),
        text: w.none_text.to_owned(),
        way: None,
    };
    let mut refused = sample(lang);
    refused.obstacle = w.part_empty("Hạn chế, nguyên nhân");
    if let Some(part) = refused.parts.last_mut() {
        part.error = w.unknown_figure("XX99");
        part.typed = "{{XX99}} cây".to_owned();
        part.paragraphs.clear();
        part.offers.clear();
    }
    let history = HistoryPage {
        f: frame(lang, w.history, Place::Reports),
        versions: vec![Version {
            told: w.version(1, "Trần Văn Bình", "16:05 ngày 15/5/2024"),
            content: "Trồng mới {{HD01}} cây xanh.".to_owned(),
            source: String::new(),
        }],
    };
    vec![
        Sample::new("report-list", &list(vec![row.clone()], None, false)),
        Sample::new("report-register", &list(vec![row], None, true)),
        Sample::new("report-list-empty", &list(Vec::new(), Some(blank), false)),
        Sample::new("report", &sample(lang)),
        Sample::new("report-refused", &refused),
        Sample::new("report-history", &history),
    ]
}

/// A report with everything on it.
#[cfg(test)]
fn sample(lang: lang::Lang) -> ReportPage {
    use crate::web::frame::Place;
    use crate::web::markup::frame;
    let w = &lang.words().report;
    let paragraph = Paragraph {
        id: "5e".to_owned(),
        version: 2,
        content: "Trồng mới {{HD01}} cây xanh.".to_owned(),
        pieces: vec![
            Piece { text: "Trồng mới ".to_owned(), href: String::new() },
            Piece { text: "6.296".to_owned(), href: "/bao-cao/1a/so/1".to_owned() },
        ],
        source: "Đảng bộ Sở Y tế · Báo cáo quý I".to_owned(),
        saved: w.version(2, "Trần Văn Bình", "16:05 ngày 15/5/2024"),
        history: "/bao-cao/1a/doan/5e".to_owned(),
        error: String::new(),
    };
    ReportPage {
        f: frame(lang, "sơ kết 03 năm thực hiện Kết luận số 01-KL/TW", Place::Reports),
        subtitle: "Đảng ủy Khối · 2021–2024".to_owned(),
        path: "/bao-cao/1a".to_owned(),
        standing: Tag::look(w.live),
        freezes: vec![Choice::new("", w.live), Choice::new("9c", w.frozen(1))],
        freeze: "9c".to_owned(),
        parts: vec![
            Part {
                place: 1,
                number: "I".to_owned(),
                heading: "Kết quả".to_owned(),
                large: true,
                ..Part::default()
            },
            Part {
                place: 2,
                number: "1".to_owned(),
                heading: "Hạn chế, nguyên nhân".to_owned(),
                hint: "Bắt buộc.".to_owned(),
                must: true,
                takes: true,
                paragraphs: vec![paragraph],
                offers_told: w.offers(1),
                offers: vec![Offer {
                    words: "Một số chi bộ chưa kịp thời.".to_owned(),
                    source: "Chi bộ Một · Báo cáo".to_owned(),
                    document: "7b".to_owned(),
                }],
                ..Part::default()
            },
        ],
        figures: vec![Figure {
            name: "HD01".to_owned(),
            label: "Cây xanh trồng mới".to_owned(),
            value: Link::to("6.296 cây", "/bao-cao/1a/so/1"),
        }],
        citations: vec![("Chỉ thị 05-CT/TW".to_owned(), Tag::look(w.replaced("Chỉ thị số 07-CT/TW")))],
        obstacle: String::new(),
        editions: vec![Edition {
            told: w.edition(2, "02-BC/ĐU", "15/5/2024"),
            by: "Đỗ Hương Giang".to_owned(),
            files: vec![Link::to("Word", "/bao-cao/1a/ban/2/word")],
            changes: vec![Change {
                before: "Trồng 6.296 cây.".to_owned(),
                after: "Trồng 6.300 cây.".to_owned(),
                why: "Đếm thiếu 4 cây".to_owned(),
                way: "/tong-hop/vi-sao-khac?lan=1&voi=2".to_owned(),
            }],
        }],
        may_write: true,
        may_issue: true,
        today: "15/5/2024".to_owned(),
    }
}
