//! Decisions, their lists and payments, and minutes of councils, as papers.
//!
//! Papers are Vietnamese, whatever the language of the page. Not here: how a paper looks (`office::paper`), whether
//! the body may issue it (`acts::decision`).

use acts::award::RuleBook;
use acts::council::CouncilView;
use acts::decision::{DecisionView, LineView};
use domain::award::{Recipient, Side};
use domain::decision::Standing;
use domain::honoree::{Headcount, HonoreeKind};
use domain::nomination::Attendance;
use jiff::civil::DateTime;
use lang::Lang;
use lang::spell::{EmptyTens, vietnamese};
use lang::words::label::Label;
use office::paper::{
    Align, Appendix, Block, Capacity, Cell, Column, Form, Head, Paper, Row, RowKind, Run, Signature, Signing,
    Table,
};

/// A count as papers write it: "26 (hai mươi sáu)".
fn spelled(count: u64) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    format!("{count:02} ({})", vietnamese(count, EmptyTens::Linh))
}

/// How many are honoured, in figures and words.
fn counted(head: &Headcount) -> String {
    let parts = [
        (head.collectives, "tập thể"),
        (head.individuals, "cá nhân"),
        (head.households, "hộ gia đình"),
        (head.combined, "tập thể, cá nhân"),
    ];
    let told = parts.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, whom)| format!("{} {whom}", spelled(count))).collect::<Vec<_>>().join(", ")
}

/// The lines that stand, by whom they honour: collectives, individuals, households, what is told as one.
fn groups(view: &DecisionView) -> Vec<(HonoreeKind, Vec<&LineView>)> {
    HonoreeKind::ALL
        .iter()
        .map(|kind| {
            let lines = view.lines.iter().filter(|one| one.line.kind == *kind);
            (*kind, lines.filter(|one| one.standing == Standing::Valid).collect::<Vec<_>>())
        })
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}

/// The list: a row for each, grouped, with totals in words; the head repeats on every page.
fn list(view: &DecisionView) -> Block {
    let mut rows = Vec::new();
    for (kind, lines) in groups(view) {
        let head = Headcount::of(lines.iter().map(|one| (one.line.kind, one.line.number)));
        let heading = format!("{}: {}", kind.label(Lang::Vi), counted(&head));
        rows.push(Row { kind: RowKind::Group, cells: vec![Cell::across(4, heading)] });
        rows.extend((1_u32..).zip(lines).map(|(place, one)| {
            let name = if one.name.is_empty() {
                format!("{} {} (không nêu tên)", one.line.number, kind.label(Lang::Vi).to_lowercase())
            } else {
                one.name.clone()
            };
            Row::plain([place.to_string(), name, one.line.detail.clone(), one.line.achievement.clone()])
        }));
    }
    Block::Table(Table {
        caption: String::new(),
        columns: vec![
            Column::new(6, Align::Centre),
            Column::new(30, Align::Left),
            Column::new(30, Align::Left),
            Column::new(34, Align::Left),
        ],
        head: vec![Row::plain(["TT", "Họ và tên, tập thể", "Chức vụ, đơn vị", "Thành tích"])],
        rows,
    })
}

/// The payment list: multiple, base salary of the decision's day, product, what is paid; `None` where no multiple is
/// registered for any line.
fn payment(view: &DecisionView, book: &RuleBook) -> Option<Vec<Block>> {
    let day = view.decision.decided;
    let (mut rows, mut total, mut notes) = (Vec::new(), 0_i64, Vec::new());
    for (kind, lines) in groups(view) {
        let recipient = match kind {
            HonoreeKind::Collective => Recipient::Collective,
            HonoreeKind::Individual => Recipient::Individual,
            HonoreeKind::Household => Recipient::Household,
            HonoreeKind::Combined => continue,
        };
        for one in lines {
            let Ok(prize) = book.prize(&one.line.form, recipient, day) else { continue };
            let made = prize.calculation;
            let times = lang::number::decimal(i128::from(made.multiple.hundredths), 2, Lang::Vi);
            let paid = made.rounded.saturating_mul(i64::from(one.line.number));
            total = total.saturating_add(paid);
            let note = format!("{} (nguồn: {})", prize.rule.article, prize.rule.source);
            if !notes.contains(&note) {
                notes.push(note);
            }
            let money = |dong| lang::number::integer(dong, Lang::Vi);
            rows.push(Row::plain([
                rows.len().saturating_add(1).to_string(),
                if one.name.is_empty() { kind.label(Lang::Vi).to_owned() } else { one.name.clone() },
                one.line.number.to_string(),
                format!("{times} × {} = {}", money(made.base), money(made.exact)),
                money(paid),
                String::new(),
            ]));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let sum = lang::number::integer(total, Lang::Vi);
    rows.push(Row::of(RowKind::Total, ["", "Cộng", "", "", sum.as_str(), ""]));
    let table = Table {
        caption: String::new(),
        columns: [6, 28, 8, 28, 16, 14]
            .map(|weight| Column::new(weight, if weight < 10 { Align::Centre } else { Align::Left }))
            .into(),
        head: vec![Row::plain(["TT", "Người nhận", "Số", "Cách tính (đồng)", "Được thưởng", "Ký nhận"])],
        rows,
    };
    let words = lang::spell::money(total, EmptyTens::Linh, Lang::Vi);
    let mut blocks = vec![Block::Table(table), Block::paragraph(format!("Bằng chữ: {words}."))];
    blocks.extend(notes.into_iter().map(|note| Block::paragraph(format!("Căn cứ mức thưởng: {note}."))));
    Some(blocks)
}

/// The form of the paper: that of the side whose honours it confers.
fn form_of(view: &DecisionView, book: &RuleBook) -> Form {
    let first = view.lines.first().and_then(|one| book.form_on(&one.line.form, view.decision.decided));
    match first.map(|form| form.side) {
        Some(Side::State) => Form::State,
        Some(Side::Party) | None => Form::Party,
    }
}

/// A decision with its list and, where multiples are registered, its payments.
pub(super) fn decision(view: &DecisionView, book: &RuleBook, made: DateTime) -> Paper {
    let decided = &view.decision;
    let mut paper = Paper::new(form_of(view, book), made);
    let upper = decided.body_name.to_uppercase();
    paper.head = Head { parent: Vec::new(), issuer: vec![upper.clone()] };
    paper.place.clone_from(&decided.place);
    paper.date = Some(decided.decided);
    "QUYẾT ĐỊNH".clone_into(&mut paper.kind);
    paper.subject.clone_from(&decided.title);
    paper.bases = decided.basis.lines().map(str::to_owned).collect();
    let name = |one: &LineView| {
        let form = book.form_on(&one.line.form, decided.decided);
        form.map_or_else(|| one.line.form.to_string(), |form| form.name.clone())
    };
    let mut forms: Vec<String> = view.lines.iter().map(name).collect();
    forms.dedup();
    let head = Headcount::of(
        view.lines
            .iter()
            .filter(|one| one.standing == Standing::Valid)
            .map(|one| (one.line.kind, one.line.number)),
    );
    let given = format!("Tặng {} cho {} (có danh sách kèm theo).", forms.join("; "), counted(&head));
    let payment = payment(view, book);
    paper.body = vec![Block::Verdict("QUYẾT ĐỊNH".to_owned()), Block::article(given)];
    if payment.is_some() {
        paper.body.push(Block::article("Tiền thưởng kèm theo thực hiện theo bảng tính kèm quyết định này."));
    }
    paper.body.push(Block::article(
        "Các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 thi hành quyết định này.",
    ));
    let signature =
        Signature::of(Capacity::OnBehalf, upper, decided.signer_post.clone(), decided.signer.clone());
    paper.signing = Signing::One(signature);
    paper.recipients = vec!["Như Điều 3".to_owned(), "Lưu Văn phòng".to_owned()];
    let belongs = format!(
        "(Kèm theo Quyết định số {} ngày {})",
        decided.number,
        lang::date::short(decided.decided, Lang::Vi)
    );
    paper.appendices.push(Appendix {
        title: "DANH SÁCH".to_owned(),
        subject: decided.title.clone(),
        belongs: belongs.clone(),
        turned: false,
        body: vec![list(view)],
    });
    if let Some(body) = payment {
        let title = "DANH SÁCH CHI TIỀN THƯỞNG".to_owned();
        paper.appendices.push(Appendix {
            title,
            subject: decided.title.clone(),
            belongs,
            turned: true,
            body,
        });
    }
    paper
}

/// The minutes of a meeting that was closed: who was there, and per case the votes against all members.
pub(in crate::web) fn minutes(view: &CouncilView, unit: &str, made: DateTime) -> Paper {
    let council = &view.council;
    let mut paper = Paper::new(Form::Party, made);
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
    let left = Signature::own("THƯ KÝ", "");
    paper.signing = Signing::Two { left, right: Signature::own("CHỦ TỊCH HỘI ĐỒNG", chair) };
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
