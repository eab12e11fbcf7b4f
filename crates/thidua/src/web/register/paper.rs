//! Giấy xác nhận khen thưởng: what the register knows of a person or a collective, as a paper to be signed.
//!
//! Not here: how a paper looks (`office::paper`), what the register knows (`acts::register`).

use acts::person::Person;
use acts::register::Story;
use domain::decision::Standing;
use jiff::civil::DateTime;
use lang::Lang;
use lang::spell::{EmptyTens, vietnamese};
use office::paper::{Align, Block, Column, Form, Head, Paper, Row, Signature, Signing, Table};

/// About whom.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whom<'a> {
    /// A person of the register.
    Person(&'a Person),
    /// A collective, by its name.
    Unit(&'a str),
}

/// The confirmation: only what stands, each with its decision; the number and the signer are left open.
pub(super) fn confirmation(whom: Whom<'_>, keeper: &str, story: &Story, made: DateTime) -> Paper {
    let mut paper = Paper::new(Form::Party, made);
    paper.head = Head { parent: Vec::new(), issuer: vec![keeper.to_uppercase()] };
    "GIẤY XÁC NHẬN".clone_into(&mut paper.kind);
    "thành tích khen thưởng".clone_into(&mut paper.subject);
    let about = match whom {
        Whom::Person(person) => {
            let born =
                person.days.born.map(|day| format!(", sinh ngày {}", lang::date::short(day, Lang::Vi)));
            format!("đồng chí {}{}", person.name, born.unwrap_or_default())
        }
        Whom::Unit(name) => name.to_owned(),
    };
    let standing: Vec<_> = story.told.iter().filter(|one| one.line.standing == Standing::Valid).collect();
    let count = i64::try_from(standing.len()).unwrap_or(i64::MAX);
    paper.body = vec![
        Block::paragraph(format!(
            "Căn cứ sổ khen thưởng, {keeper} xác nhận {about} đã được khen thưởng như sau:"
        )),
        Block::Table(Table {
            caption: String::new(),
            columns: [6, 10, 34, 26, 24]
                .map(|weight| Column::new(weight, if weight > 10 { Align::Left } else { Align::Centre }))
                .into(),
            head: vec![Row::plain(["TT", "Năm", "Hình thức", "Quyết định", "Cơ quan quyết định"])],
            rows: (1_u32..)
                .zip(standing)
                .map(|(place, one)| {
                    let day = lang::date::short(one.decision.decided, Lang::Vi);
                    Row::plain([
                        place.to_string(),
                        one.line.line.year.to_string(),
                        one.form.clone(),
                        format!("{} ngày {day}", one.decision.number),
                        one.decision.body_name.clone(),
                    ])
                })
                .collect(),
        }),
        Block::paragraph(format!(
            "Tổng số: {count} lần (bằng chữ: {}), không kể những lần đã hủy bỏ hoặc đã tước.",
            vietnamese(count, EmptyTens::Linh)
        )),
        Block::paragraph(
            "Giấy xác nhận này ghi theo sổ khen thưởng tại thời điểm lập; những lần khen không có trong sổ thì chưa \
             được ghi ở đây.",
        ),
    ];
    paper.signing = Signing::One(Signature {
        remark: "(Ký, ghi rõ họ tên)".to_owned(),
        ..Signature::own(format!("XÁC NHẬN CỦA {}", keeper.to_uppercase()), "")
    });
    paper.recipients = vec!["Người đề nghị".to_owned(), "Lưu".to_owned()];
    paper
}
