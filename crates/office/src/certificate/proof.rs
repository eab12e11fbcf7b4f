//! The proof sheet: every text of a batch exactly as it will be printed, for the unit to sign off before stock is used.
//!
//! It is a paper like others, so it goes out as Word file, PDF and page. Not here: keeping who signed it off.

use jiff::civil::{Date, DateTime};

use crate::paper::{Align, Block, Column, Form, Head, Paper, Row, Run, Signature, Signing, Table};

use super::Certificate;

/// What stands around the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProofSheet {
    /// Whose form.
    pub form: Form,
    /// Who issues the certificates.
    pub head: Head,
    /// Where.
    pub place: String,
    /// When; open until it is signed.
    pub date: Option<Date>,
    /// What is conferred by which decision: "tặng Giấy khen theo Quyết định số …".
    pub subject: String,
    /// Which unit signs, in capitals.
    pub unit: String,
}

/// The sheet for these certificates.
pub fn proof_sheet(sheet: &ProofSheet, certificates: &[Certificate], made: DateTime) -> Paper {
    // What all certificates share is said once, so that the eye rests on what differs.
    let shared = certificates.first().map(|first| first.achievement.clone());
    let shared = shared.filter(|words| certificates.iter().all(|other| other.achievement == *words));
    let mut body = vec![Block::paragraph(
        "Đề nghị đơn vị đọc từng chữ, từng dấu. Dòng đúng: ghi “Đúng”. Dòng sai: ghi lại cho đúng ở cột cuối.",
    )];
    if let Some(words) = shared.as_ref().filter(|words| !words.is_empty()) {
        body.push(Block::Paragraph(vec![Run::bold("Thành tích in chung: "), Run::plain(one_line(words))]));
    }
    body.push(Block::Table(table(certificates, shared.is_none())));
    let count = i64::try_from(certificates.len()).unwrap_or(i64::MAX);
    let words = lang::spell::vietnamese(count, lang::spell::EmptyTens::Linh);
    let total = format!("Tổng số: {} (bằng chữ: {words}).", lang::number::integer(count, lang::Lang::Vi));
    body.push(Block::Line(Align::Left, vec![Run::bold(total)]));
    Paper {
        head: sheet.head.clone(),
        place: sheet.place.clone(),
        date: sheet.date,
        kind: "DANH SÁCH IN THỬ".to_owned(),
        subject: sheet.subject.clone(),
        body,
        signing: Signing::One(Signature {
            remark: "(Ký, ghi rõ họ tên)".to_owned(),
            ..Signature::own(format!("XÁC NHẬN CỦA {}", sheet.unit), "")
        }),
        ..Paper::new(sheet.form, made)
    }
}

/// A row for each certificate; with what it is for, where that differs.
fn table(certificates: &[Certificate], reasons: bool) -> Table {
    let columns = [
        ("STT", 12, Align::Centre),
        ("In tên", 52, Align::Left),
        ("In chức vụ, đơn vị", 45, Align::Left),
        ("In thành tích", 60, Align::Left),
        ("Số vào sổ", 25, Align::Left),
        ("Đúng / Sửa lại", 31, Align::Left),
    ];
    let kept = || columns.iter().enumerate().filter(|(at, _)| reasons || *at != 3);
    let rows = (1_usize..).zip(certificates).map(|(number, certificate)| {
        let texts = [
            number.to_string(),
            one_line(&certificate.name),
            one_line(&certificate.about),
            one_line(&certificate.achievement),
            one_line(&certificate.register),
            String::new(),
        ];
        Row::plain(kept().filter_map(|(at, _)| texts.get(at).cloned()))
    });
    Table {
        columns: kept().map(|(_, (_, weight, align))| Column::new(*weight, *align)).collect(),
        head: vec![Row::plain(kept().map(|(_, (words, _, _))| *words))],
        rows: rows.collect(),
        ..Table::default()
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
