//! The minutes of a council's meeting, as a paper.
//!
//! Not here: how a paper looks (`office::paper`), what votes amount to (`acts::council`).

use acts::council::CouncilView;
use domain::nomination::Attendance;
use jiff::civil::DateTime;
use lang::Lang;
use lang::words::label::Label;
use office::paper::{Align, Block, Cell, Column, Form, Head, Paper, Row, Run, Signature, Signing, Table};

use super::paper::spelled;

/// The minutes of a meeting that was closed: who was there, and per case the votes against all members.
pub(in crate::web) fn minutes(view: &CouncilView, unit: &str, form: Form, made: DateTime) -> Paper {
    let council = &view.council;
    let mut paper = Paper::new(form, made);
    paper.head = Head { parent: Vec::new(), issuer: vec![unit.to_uppercase()] };
    paper.date = Some(council.day);
    "BIÊN BẢN".clone_into(&mut paper.kind);
    paper.subject = format!("họp {}", council.title);
    let of = |wanted| council.members.iter().filter(|one| one.attendance == wanted).count();
    let members = council.members.len();
    let ballot = if council.secret { "bỏ phiếu kín" } else { "biểu quyết công khai" };
    paper.body = vec![
        Block::paragraph(format!(
            "Hội đồng có {} thành viên; có mặt {}, cho ý kiến bằng văn bản {}, vắng {}. Hình thức: {ballot}.",
            spelled(u64::try_from(members).unwrap_or(0)),
            of(Attendance::Present),
            of(Attendance::Written),
            of(Attendance::Absent),
        )),
        Block::Table(attendance(view)),
        Block::paragraph("Kết quả trên tổng số thành viên của Hội đồng:"),
        Block::Table(results(view)),
    ];
    let stepped = view.items.iter().flat_map(|item| {
        item.stepped_back
            .iter()
            .map(|(name, why)| format!("{name} không bỏ phiếu về {}: {why}.", item.case.name))
    });
    paper.body.extend(stepped.map(Block::bullet));
    let chair = council.members.iter().find(|one| one.chair).map(|one| one.name.clone()).unwrap_or_default();
    let [writes, chairs] = form.rules().minutes.value;
    paper.signing = Signing::Two { left: Signature::own(writes, ""), right: Signature::own(chairs, chair) };
    paper
}

fn attendance(view: &CouncilView) -> Table {
    let rows = (1_u32..).zip(&view.council.members).map(|(place, one)| {
        Row::plain([
            place.to_string(),
            one.name.clone(),
            one.post.clone(),
            one.attendance.label(Lang::Vi).to_owned(),
        ])
    });
    Table {
        caption: "Thành viên".to_owned(),
        columns: [6, 34, 34, 26]
            .map(|weight| Column::new(weight, if weight < 10 { Align::Centre } else { Align::Left }))
            .into(),
        head: vec![Row::plain(["TT", "Họ và tên", "Chức vụ trong Hội đồng", "Tham dự"])],
        rows: rows.collect(),
    }
}

fn results(view: &CouncilView) -> Table {
    let members = u32::try_from(view.council.members.len()).unwrap_or(u32::MAX);
    let rows = (1_u32..).zip(&view.items).map(|(place, item)| {
        let mut cells = vec![place.to_string(), format!("{} – {}", item.case.name, item.form_name)];
        match item.counted {
            None => cells.extend(std::iter::repeat_n(String::new(), 5)),
            Some(counted) => {
                let share = lang::number::percent(i64::from(counted.agree), i64::from(members), 1, Lang::Vi);
                let carried = if counted.agree >= counted.need { "Đạt" } else { "Không đạt" };
                cells.extend([
                    format!("{}/{members}", counted.agree),
                    counted.disagree.to_string(),
                    counted.blank.to_string(),
                    share.unwrap_or_default(),
                    format!("{carried} (cần {}/{members})", counted.need),
                ]);
            }
        }
        Row::plain(cells)
    });
    let head = ["TT", "Tập thể, cá nhân", "Đồng ý", "Không đồng ý", "Phiếu trắng", "Tỷ lệ", "Kết quả"];
    Table {
        caption: String::new(),
        columns: [6, 34, 10, 11, 10, 11, 18]
            .map(|weight| Column::new(weight, if weight == 34 { Align::Left } else { Align::Centre }))
            .into(),
        head: vec![Row {
            cells: head.map(|text| Cell { runs: vec![Run::bold(text)], ..Cell::default() }).into(),
            ..Row::default()
        }],
        rows: rows.collect(),
    }
}
