//! The papers of a round of Party badges: lists 4-HHĐ, 4A-HHĐ (made anew) and 4B-HHĐ (posthumous), the book 5-HHĐ, the
//! declaration 6-HHĐ.
//!
//! What each holds was taken from reports of the forms, not from the forms themselves: every paper says so in its last
//! line, and what nobody here knows is left to be written by hand. Not here: who is due (`acts::badge`).

use acts::badge::DueRow;
use domain::award::badge::{Due, Word};
use jiff::civil::{Date, DateTime};
use lang::Lang;
use lang::spell::{EmptyTens, vietnamese};
use office::paper::{Align, Block, Column, Form, Head, Paper, Row, Run, Signature, Signing, Table};

/// Said on every paper of this kind.
const UNVERIFIED: &str =
    "Bố cục mẫu chưa kiểm chứng với văn bản gốc của Ban Tổ chức Trung ương; đối chiếu trước khi ký.";

/// Lines left to be written where nobody is known: as many as leave room for the signature on the same sheet.
const OPEN_LINES: usize = 3;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 4-HHĐ: whom the badge is proposed for.
    List,
    /// 4A-HHĐ: whom a badge is made anew for.
    Anew,
    /// 4B-HHĐ: whom it is proposed for after death.
    Posthumous,
    /// 5-HHĐ: the book of those who received it.
    Book,
}

impl Kind {
    /// The paper that a file's name asks for.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name.split('.').next()? {
            "4-hhd" => Some(Self::List),
            "4a-hhd" => Some(Self::Anew),
            "4b-hhd" => Some(Self::Posthumous),
            "5-hhd" => Some(Self::Book),
            _ => None,
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::List => "Mẫu 4-HHĐ",
            Self::Anew => "Mẫu 4A-HHĐ",
            Self::Posthumous => "Mẫu 4B-HHĐ",
            Self::Book => "Mẫu 5-HHĐ",
        }
    }

    fn titles(self) -> (&'static str, &'static str) {
        match self {
            Self::List => ("DANH SÁCH", "đảng viên đề nghị tặng Huy hiệu Đảng"),
            Self::Anew => ("DANH SÁCH", "đảng viên đề nghị cấp lại Huy hiệu Đảng"),
            Self::Posthumous => ("DANH SÁCH", "đảng viên đề nghị truy tặng Huy hiệu Đảng"),
            Self::Book => ("SỔ THEO DÕI", "đảng viên được tặng Huy hiệu Đảng"),
        }
    }
}

/// A list or the book of a round.
pub(super) fn listed(kind: Kind, rows: &[DueRow], unit: &str, round: Date, made: DateTime) -> Paper {
    let mut paper = Paper::new(Form::Party, made);
    let (title, subject) = kind.titles();
    paper.head = Head { parent: Vec::new(), issuer: vec![unit.to_uppercase()] };
    title.clone_into(&mut paper.kind);
    paper.subject = format!("{subject}, đợt {}", lang::date::short(round, Lang::Vi));
    let told: Vec<&DueRow> = rows.iter().filter(|row| belongs(kind, row)).collect();
    let count = i64::try_from(told.len()).unwrap_or(i64::MAX);
    // A list that is left to be written is counted when it is written.
    let total = match count {
        0 => "Tổng số: …… đảng viên (bằng chữ: …………).".to_owned(),
        _ => format!("Tổng số: {count:02} đảng viên (bằng chữ: {}).", vietnamese(count, EmptyTens::Linh)),
    };
    paper.turned = true;
    paper.body = vec![
        Block::Line(Align::Right, vec![Run::italic(kind.mark())]),
        Block::Table(table(kind, &told)),
        Block::Line(Align::Left, vec![Run::bold(total)]),
    ];
    let early: Vec<String> = told.iter().filter_map(|row| ground(row)).collect();
    paper.body.extend(early.into_iter().map(Block::bullet));
    paper.body.push(Block::Line(Align::Left, vec![Run::italic(UNVERIFIED)]));
    paper.signing = Signing::One(Signature {
        remark: "(Ký, ghi rõ họ tên, đóng dấu nếu có)".to_owned(),
        ..Signature::own("T/M CẤP ỦY", "")
    });
    paper
}

/// Whether a person stands in a paper: only those whom the office confirmed, the dead apart.
fn belongs(kind: Kind, row: &DueRow) -> bool {
    let confirmed = row.said.as_ref().is_some_and(|line| line.word == Word::Confirmed);
    let dead = row.person.days.died.is_some();
    match kind {
        Kind::List => confirmed && !dead,
        Kind::Posthumous => confirmed && dead,
        Kind::Book => confirmed,
        // Nobody here knows who lost a badge.
        Kind::Anew => false,
    }
}

/// Why somebody receives it before the months are full.
fn ground(row: &DueRow) -> Option<String> {
    let note = row.said.as_ref().map(|line| line.note.as_str()).filter(|note| !note.is_empty());
    let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
    let rule = row.rule.as_ref().map(|(article, _)| article.as_str()).unwrap_or_default();
    match row.due {
        Due::Grave { months } => {
            Some(format!("{}: xét tặng sớm {months} tháng do bệnh nặng{note}; {rule}", row.person.name))
        }
        Due::Posthumous { months } => {
            Some(format!("{}: truy tặng, còn thiếu {months} tháng{note}; {rule}", row.person.name))
        }
        Due::Full { .. } | Due::NotYet { .. } => None,
    }
}

fn day(day: Option<Date>) -> String {
    day.map(|day| lang::date::short(day, Lang::Vi)).unwrap_or_default()
}

fn table(kind: Kind, told: &[&DueRow]) -> Table {
    let last = match kind {
        Kind::List => ["Tuổi Đảng", "Ghi chú"],
        Kind::Anew => ["Số huy hiệu cũ", "Lý do cấp lại"],
        Kind::Posthumous => ["Ngày mất", "Tuổi Đảng"],
        Kind::Book => ["Số huy hiệu", "Ký nhận"],
    };
    let heads = [
        "TT",
        "Họ và tên",
        "Ngày sinh",
        "Ngày cấp có thẩm quyền ra quyết định kết nạp",
        "Ngày kết nạp",
        "Ngày chính thức",
        "Loại huy hiệu",
    ];
    let mut rows: Vec<Row> = (1_u32..)
        .zip(told)
        .map(|(place, row)| {
            let days = &row.person.days;
            let age = match row.months % 12 {
                0 => format!("{} năm", row.months / 12),
                months => format!("{} năm {months} tháng", row.months / 12),
            };
            let tail = match kind {
                Kind::List => [age, String::new()],
                Kind::Anew | Kind::Book => [String::new(), String::new()],
                Kind::Posthumous => [day(days.died), age],
            };
            let cells = [
                place.to_string(),
                row.person.name.clone(),
                day(days.born),
                day(days.admission_decided),
                day(days.admitted),
                day(days.official),
                format!("{} năm", row.years),
            ];
            Row::plain(cells.into_iter().chain(tail))
        })
        .collect();
    if rows.is_empty() {
        rows = (1..=OPEN_LINES).map(|place| Row::plain([place.to_string()])).collect();
    }
    Table {
        caption: String::new(),
        columns: [5, 22, 10, 15, 10, 10, 8, 10, 10]
            .map(|weight| Column::new(weight, if weight == 22 { Align::Left } else { Align::Centre }))
            .into(),
        head: vec![Row::plain(heads.into_iter().chain(last))],
        rows,
    }
}

/// Marks that fill the rest of a line behind a label: one is as wide as two letters, seventy letters fill a line.
fn open_marks(label: &str) -> usize {
    66_usize.saturating_sub(label.chars().count()) / 2
}

/// 6-HHĐ: what a member declares; what the register knows is filled in.
pub(super) fn declaration(row: &DueRow, unit: &str, made: DateTime) -> Paper {
    let mut paper = Paper::new(Form::Party, made);
    paper.head = Head { parent: Vec::new(), issuer: vec![unit.to_uppercase()] };
    "TỜ KHAI".clone_into(&mut paper.kind);
    paper.subject = format!("đề nghị tặng Huy hiệu {} năm tuổi Đảng", row.years);
    let days = &row.person.days;
    let line = |label: &str, value: String| {
        let value = if value.is_empty() { "…".repeat(open_marks(label)) } else { value };
        Block::Line(Align::Left, vec![Run::plain(format!("{label}: ")), Run::plain(value)])
    };
    let off =
        if days.deducted_months > 0 { format!("{} tháng", days.deducted_months) } else { String::new() };
    paper.body = vec![
        Block::Line(Align::Right, vec![Run::italic("Mẫu 6-HHĐ")]),
        line("Họ và tên", row.person.name.clone()),
        line("Ngày sinh", day(days.born)),
        line("Quê quán", String::new()),
        line("Nơi ở hiện nay", String::new()),
        line("Ngày cấp có thẩm quyền ra quyết định kết nạp", day(days.admission_decided)),
        line("Ngày kết nạp", day(days.admitted)),
        line("Ngày chính thức", day(days.official)),
        line("Đang sinh hoạt tại", unit.to_owned()),
        line("Thời gian không tính tuổi Đảng", off),
        line("Kỷ luật (hình thức, ngày quyết định)", String::new()),
        line("Huy hiệu đã được tặng", row.held.map(|years| format!("{years} năm")).unwrap_or_default()),
        Block::paragraph(
            "Tôi xin chịu trách nhiệm về những điều khai trên đây. Đề nghị chi bộ và cấp ủy xét tặng Huy hiệu Đảng.",
        ),
        Block::Line(Align::Left, vec![Run::italic(UNVERIFIED)]),
    ];
    let declared = Signature {
        remark: "(Ký, ghi rõ họ tên)".to_owned(),
        ..Signature::own("NGƯỜI KHAI", row.person.name.clone())
    };
    let cell = Signature { remark: "(Xác nhận)".to_owned(), ..Signature::own("T/M CHI BỘ", "") };
    paper.signing = Signing::Two { left: cell, right: declared };
    paper
}
