//! Pages of Đọc báo cáo: the list with the upload, and one document beside its proposals.
//!
//! Not here: reading the text (`reader`), deciding (`acts`).

use askama::Template;

use super::rows::Block;
use super::shade::Shade;
use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Errors, Field, Pager, Tag};

/// A document of the list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The document.
    pub document: Link,
    /// Whose it is.
    pub unit: String,
    /// For which period.
    pub period: String,
    /// How far it is read.
    pub tag: Tag,
    /// When, by whom it was uploaded.
    pub sent: String,
}

/// The list.
#[derive(Template)]
#[template(path = "reading/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// The summary of refusals.
    pub errors: Errors,
    /// Whether one may upload.
    pub may_upload: bool,
    /// The file.
    pub file: Field,
    /// The text pasted instead.
    pub paste: Field,
    /// Title, unit, period, date.
    pub fields: Vec<Field>,
    /// The documents.
    pub rows: Vec<Row>,
    /// Pages of the list.
    pub pager: Pager,
    /// What stands instead when there is none.
    pub blank: Option<Blank>,
}

/// A stack of reports with how far each has come.
#[derive(Template)]
#[template(path = "reading/stack.html")]
pub struct StackPage {
    /// The frame.
    pub f: Frame,
    /// How many and when.
    pub heading: String,
    /// Its own address, to look again.
    pub here: String,
    /// Under which unit.
    pub unit: String,
    /// How many are read.
    pub progress: String,
    /// The same drawn.
    pub bar: String,
    /// Whether papers still wait to be read.
    pub reading: bool,
    /// How many wait for the person, or that all are looked at; empty while nothing is read.
    pub told: String,
    /// The next document to look at.
    pub next: Option<Link>,
    /// The papers: document or file name, unit, period, standing; what is wrong stands under the name.
    pub rows: Vec<PaperRow>,
}

/// A paper of a stack.
#[derive(Clone, Debug, Default)]
pub struct PaperRow {
    /// Its place.
    pub place: i64,
    /// The document that it became; without an address where there is none.
    pub document: Link,
    /// The file's name, or why it could not be read.
    pub note: String,
    /// Whose it is.
    pub unit: String,
    /// For which period.
    pub period: String,
    /// How far it has come.
    pub tag: Tag,
}

/// A piece of the text: plain when its number is 0, else the mark of that proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The proposal's number, 0 for none.
    pub number: usize,
    /// The class of the mark.
    pub class: &'static str,
    /// What a plain piece was taken for, when it is no running text.
    pub shade: Shade,
}

/// The number of a passage that an address points at, which is no proposal's.
pub const PASSAGE: usize = usize::MAX;

impl Piece {
    /// Its id within the page.
    pub fn anchor(&self) -> String {
        if self.is_passage() { "doan".to_owned() } else { format!("s{}", self.number) }
    }

    /// Whether an address points at it.
    pub fn is_passage(&self) -> bool {
        self.number == PASSAGE
    }
}

/// A proposal.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// Its number, as marked in the text.
    pub number: usize,
    /// The number of the mark that holds its place: another's when both stand in one passage.
    pub mark: usize,
    /// The class of its number.
    pub class: &'static str,
    /// The words that lead to its place in the text.
    pub goto: String,
    /// The indicator proposed, or what the text says.
    pub label: String,
    /// How it stands.
    pub tag: Tag,
    /// The number with its bound.
    pub number_text: String,
    /// The measure.
    pub measure: String,
    /// Doubts in words.
    pub doubts: Vec<String>,
    /// The quote.
    pub quote: String,
    /// Who decided and when; empty while it is open.
    pub decided: String,
    /// Where the decision is sent.
    pub action: String,
    /// Whether its indicator comes from what was accepted before, which can be taken back.
    pub learned: bool,
    /// Whether it can be accepted as it is: the indicator is clear.
    pub ready: bool,
    /// The value as it would be typed.
    pub typed: String,
    /// The slot proposed; empty when unclear.
    pub slot: String,
    /// Why a correction was refused.
    pub error: String,
}

/// One document beside its proposals.
#[derive(Template)]
#[template(path = "reading/reading.html")]
pub struct ReadingPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// The file, who uploaded it and when.
    pub subtitle: String,
    /// The original file; empty for pasted text.
    pub original: String,
    /// The periods to choose from.
    pub periods: Vec<Choice>,
    /// For which period its figures stand.
    pub period: String,
    /// Where another period is sent.
    pub set_period: String,
    /// Whether one may decide.
    pub may_write: bool,
    /// Whether the accepted figures are written.
    pub written: bool,
    /// Where the writing is asked for.
    pub write: String,
    /// The words of that button.
    pub write_label: String,
    /// What is known of the document beside its text: that it was sent before.
    pub notes: Vec<String>,
    /// The stack it came in and the next of that stack, with how many are left.
    pub stack: Option<InStack>,
    /// How many are accepted.
    pub progress: String,
    /// The same drawn.
    pub bar: String,
    /// How many certain ones are open.
    pub certain: usize,
    /// The words of the button that accepts them.
    pub certain_label: String,
    /// Where that is sent.
    pub accept_certain: String,
    /// The text with its marks and its tables.
    pub blocks: Vec<Block>,
    /// What the pieces that are no running text were taken for.
    pub legend: Vec<Shade>,
    /// The proposals of this page.
    pub proposals: Vec<Proposal>,
    /// The number of the first of them.
    pub first: usize,
    /// Which page of them it is, from 1.
    pub page: usize,
    /// The pages of them.
    pub pager: Pager,
    /// The indicators to choose from.
    pub slots: Vec<Choice>,
    /// How many numbers are not proposed.
    pub others_label: String,
    /// Those, with the reason.
    pub others: Vec<(String, String)>,
    /// What else was found.
    pub found: Vec<(String, String)>,
}

/// Where a document stands in its stack.
#[derive(Clone, Debug, Default)]
pub struct InStack {
    /// Back to the stack.
    pub back: Link,
    /// The next document that waits for the person.
    pub next: Option<Link>,
    /// How many are left.
    pub told: String,
}

/// Cuts a text at the places of the proposals. Places are half-open ranges of Unicode code points with the
/// proposal's number and class; those that overlap an earlier one are left out, since marks cannot cross.
pub fn pieces(text: &str, places: &[(usize, usize, usize, &'static str)]) -> Vec<Piece> {
    let mut sorted = places.to_vec();
    sorted.sort_by_key(|place| (place.0, place.2));
    let mut out = Vec::new();
    let mut letters = text.chars();
    let mut at = 0;
    for (start, end, number, class) in sorted {
        if start < at || end <= start {
            continue;
        }
        let plain: String = letters.by_ref().take(start - at).collect();
        let marked: String = letters.by_ref().take(end - start).collect();
        at = end;
        if !plain.is_empty() {
            out.push(Piece { text: plain, ..Piece::default() });
        }
        if !marked.is_empty() {
            out.push(Piece { text: marked, number, class, ..Piece::default() });
        }
    }
    let rest: String = letters.collect();
    if !rest.is_empty() {
        out.push(Piece { text: rest, ..Piece::default() });
    }
    out
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "sample values, one after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use super::rows::blocks;
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let place = crate::web::frame::Place::Reading;
    let list = |rows: Vec<Row>, error: &str, may_upload: bool| {
        let file = Field::file(lang, "tep", w.reading.file, ".docx").hint(w.reading.file_hint).error(error);
        let blank = rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("inbox"),
            title: w.reading.blank_title.to_owned(),
            text: w.reading.blank_text.to_owned(),
            way: None,
        });
        ListPage {
            f: frame(lang, w.reading.heading, place),
            errors: Errors::of(lang, &[&file]),
            may_upload,
            file,
            paste: Field::long(lang, "van-ban", w.reading.paste).hint(w.reading.paste_hint).optional(),
            fields: vec![
                Field::text(lang, "ten", w.reading.title).hint(w.reading.title_hint),
                Field::date(lang, "ngay", w.reading.published),
            ],
            rows,
            pager: Pager::none(lang),
            blank,
        }
    };
    let row = Row {
        document: Link::to("Báo cáo <312>-BC/ĐU", "/doc-bao-cao/1a"),
        unit: "Đảng ủy Các cơ quan tỉnh".to_owned(),
        period: "Năm 2023".to_owned(),
        tag: Tag::look(w.reading.waiting(6)),
        sent: w.reading.sent_by("Hoàng Thị Mến", "08:20 ngày 15/1/2024"),
    };
    let text = "Hội nghị được tổ chức trực tuyến với 61 điểm cầu, tổng số 2.701 cán bộ.\nToàn Đảng bộ có hơn 5.400 việc làm theo.\nTT\tChi bộ\tSố việc\n1\tChi bộ <1>\t12";
    let cells = crate::intake::paper_of("a.txt", text.as_bytes()).expect("a text").cells;
    let proposal = |number: usize, decided: &str, ready: bool, error: &str| Proposal {
        number,
        mark: number,
        class: if decided.is_empty() { "warn" } else { "ok" },
        goto: w.reading.goto(number),
        label: "Việc làm theo của cá nhân".to_owned(),
        tag: Tag::look(w.reading.approximate),
        number_text: "hơn 5.400".to_owned(),
        measure: "việc".to_owned(),
        doubts: vec![w.reading.quoted("hơn 5.400")],
        quote: "hơn 5.400 việc làm theo".to_owned(),
        decided: decided.to_owned(),
        action: format!("/doc-bao-cao/1a/{number}"),
        learned: ready,
        ready,
        typed: "hơn 5.400".to_owned(),
        slot: if ready { "s7".to_owned() } else { String::new() },
        error: error.to_owned(),
    };
    let page = |proposals: Vec<Proposal>, may_write: bool| ReadingPage {
        f: frame(lang, "Đọc báo cáo 312-BC/ĐU", place),
        heading: "Đọc báo cáo 312-BC/ĐU".to_owned(),
        subtitle: "BC-KL01-2023.docx".to_owned(),
        original: "/doc-bao-cao/1a/goc".to_owned(),
        periods: vec![Choice::new("2023", "Năm 2023")],
        period: "2023".to_owned(),
        set_period: "/doc-bao-cao/1a/ky".to_owned(),
        may_write,
        written: false,
        write: "/doc-bao-cao/1a/ghi".to_owned(),
        write_label: w.reading.write(3),
        notes: vec![w.reading.converted("TCVN3")],
        stack: Some(InStack {
            back: Link::to(w.reading.stack_back, "/doc-bao-cao/chong/3c"),
            next: Some(Link::to(w.reading.stack_next, "/doc-bao-cao/1b")),
            told: w.reading.stack_left(7),
        }),
        progress: w.reading.progress_of(3, 9),
        bar: crate::web::parts::bar(3, 9),
        certain: 2,
        certain_label: w.reading.accept_certain(2),
        accept_certain: "/doc-bao-cao/1a/chac".to_owned(),
        blocks: blocks(pieces(text, &[(37, 48, 1, "ok"), (58, 70, 2, ""), (88, 102, 3, "warn")]), &cells),
        legend: vec![Shade { class: "anh", told: w.reading.captions }],
        proposals,
        first: 101,
        page: 2,
        pager: Pager {
            told: w.reading.shown("101", "103", "103"),
            before: Some("/doc-bao-cao/1a#hp".to_owned()),
            ..Pager::none(lang)
        },
        slots: vec![Choice::new("s7", "Việc làm theo – cá nhân"), Choice::new("s8", "Điểm cầu")],
        others_label: w.reading.others(2),
        others: vec![("năm 2023".to_owned(), "ngày tháng".to_owned())],
        found: vec![(w.reading.citations.to_owned(), "01-KL/TW".to_owned())],
    };
    let stack = |reading: bool| StackPage {
        f: frame(lang, w.reading.stack, place),
        heading: w.reading.stack_title(3, "16:05 ngày 15/5/2024"),
        here: "/doc-bao-cao/chong/3c".to_owned(),
        unit: "Đảng ủy Các cơ quan tỉnh".to_owned(),
        progress: w.reading.stack_progress(2, 3),
        bar: crate::web::parts::bar(2, 3),
        reading,
        told: w.reading.stack_open(1),
        next: (!reading).then(|| Link::to(w.reading.stack_next, "/doc-bao-cao/1a")),
        rows: vec![
            PaperRow {
                place: 1,
                document: Link::to("Báo cáo <312>-BC/ĐU", "/doc-bao-cao/1a"),
                note: "BC-312.docx".to_owned(),
                unit: "Đảng bộ Sở Y tế".to_owned(),
                period: "Năm 2023".to_owned(),
                tag: Tag::look(w.reading.waiting(6)),
            },
            PaperRow {
                place: 2,
                document: Link::here("anh-quet.pdf"),
                note: w.intake.scan.to_owned(),
                tag: Tag::wrong(w.reading.paper_refused),
                ..PaperRow::default()
            },
            PaperRow {
                place: 3,
                document: Link::here("bc-quy-1.docx"),
                tag: Tag::waiting(w.reading.paper_waiting),
                ..PaperRow::default()
            },
        ],
    };
    let usual = vec![
        proposal(1, &w.reading.decided("Hoàng Thị Mến", "08:30"), true, ""),
        proposal(2, "", true, ""),
        proposal(3, "", false, w.reading.slot_needed),
    ];
    vec![
        Sample::new("reading-list", &list(vec![row], "", true)),
        Sample::new("reading-list-empty", &list(Vec::new(), w.intake.unknown, true)),
        Sample::new("reading-list-look-only", &list(Vec::new(), "", false)),
        Sample::new("reading-stack", &stack(true)),
        Sample::new("reading-stack-done", &stack(false)),
        Sample::new("reading-usual", &page(usual.clone(), true)),
        Sample::new("reading-look-only", &page(usual, false)),
        Sample::new("reading-none", &page(Vec::new(), true)),
    ]
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn the_pieces_are_the_text_again_with_the_marks_in_their_places() {
        let text = "với 61 điểm cầu, hơn 5.400 việc";
        let cut = pieces(text, &[(17, 26, 2, "warn"), (4, 15, 1, "ok"), (5, 9, 3, ""), (90, 99, 4, "")]);
        assert_eq!(cut.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        let marks: Vec<(usize, &str)> = cut
            .iter()
            .filter(|piece| piece.number > 0)
            .map(|piece| (piece.number, piece.text.as_str()))
            .collect();
        assert_eq!(marks, [(1, "61 điểm cầu"), (2, "hơn 5.400")]);
    }
}
