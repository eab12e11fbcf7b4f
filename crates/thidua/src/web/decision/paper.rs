//! Decisions with their lists and payments, as papers.
//!
//! Papers are Vietnamese, whatever the language of the page. Not here: how a paper looks (`office::paper`), whether
//! the body may issue it (`acts::decision`).

use acts::award::RuleBook;
use acts::decision::{DecisionView, LineView};
use domain::award::{Giver, Recipient, Side};
use domain::decision::Standing;
use domain::honoree::{Headcount, HonoreeKind};
use jiff::civil::DateTime;
use lang::Lang;
use lang::spell::{EmptyTens, vietnamese};
use lang::words::label::Label;
use office::paper::{
    Align, Appendix, Block, Capacity, Cell, Column, Form, Head, NumberLine, Paper, Row, RowKind, Signature,
    Signing, Table,
};

/// A count as papers write it: "26 (hai mươi sáu)".
pub(super) fn spelled(count: u64) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    format!("{count:02} ({})", vietnamese(count, EmptyTens::Linh))
}

/// How many are honoured, in figures and words.
pub(super) fn counted(head: &Headcount) -> String {
    let parts = [
        (head.collectives, "tập thể"),
        (head.individuals, "cá nhân"),
        (head.households, "hộ gia đình"),
        (head.combined, "tập thể, cá nhân"),
    ];
    let told = parts.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, whom)| format!("{} {whom}", spelled(count))).collect::<Vec<_>>().join(", ")
}

/// The lines that stand.
fn standing(view: &DecisionView) -> impl Iterator<Item = &LineView> {
    view.lines.iter().filter(|one| one.standing == Standing::Valid)
}

/// The lines that stand, by whom they honour: collectives, individuals, households, what is told as one.
fn groups(view: &DecisionView) -> Vec<(HonoreeKind, Vec<&LineView>)> {
    HonoreeKind::ALL
        .iter()
        .map(|kind| (*kind, standing(view).filter(|one| one.line.kind == *kind).collect::<Vec<_>>()))
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
    let all = Headcount::of(standing(view).map(|one| (one.line.kind, one.line.number)));
    rows.push(Row {
        kind: RowKind::Total,
        cells: vec![Cell::across(4, format!("Tổng cộng: {}.", counted(&all)))],
    });
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

/// The payment list with its sum: multiple, base salary of the decision's day, product, what is paid; `None` where no multiple is
/// registered for any line.
fn payment(view: &DecisionView, book: &RuleBook) -> Option<(Vec<Block>, i64)> {
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
            // Whence a rule was read stands on the page of the rules; on paper only that nobody held it against the text.
            let mark = if prize.rule.trust.verified() { "" } else { " (chưa kiểm chứng)" };
            let note = format!("{}{mark}", prize.rule.article);
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
        columns: vec![
            Column::new(6, Align::Centre),
            Column::new(28, Align::Left),
            Column::new(8, Align::Centre),
            Column::new(28, Align::Left),
            Column::new(16, Align::Right),
            Column::new(14, Align::Left),
        ],
        head: vec![Row::plain(["TT", "Người nhận", "Số", "Cách tính (đồng)", "Được thưởng", "Ký nhận"])],
        rows,
    };
    let words = lang::spell::money(total, EmptyTens::Linh, Lang::Vi);
    let mut blocks = vec![Block::Table(table), Block::paragraph(format!("Bằng chữ: {words}."))];
    blocks.extend(notes.into_iter().map(|note| Block::paragraph(format!("Căn cứ mức thưởng: {note}."))));
    Some((blocks, total))
}

/// The form of the paper: that of the side whose honours it confers.
fn form_of(view: &DecisionView, book: &RuleBook) -> Form {
    let first = view.lines.first().and_then(|one| book.form_on(&one.line.form, view.decision.decided));
    match first.map(|form| form.side) {
        Some(Side::State) => Form::State,
        Some(Side::Party) | None => Form::Party,
    }
}

/// Whether one person decides, and no body: such a one signs in the own right.
fn decides_alone(giver: Giver) -> bool {
    match giver {
        Giver::President
        | Giver::PrimeMinister
        | Giver::Minister
        | Giver::ProvinceChair
        | Giver::DistrictChair
        | Giver::CommuneChair
        | Giver::UnitHead
        | Giver::EnterpriseHead => true,
        Giver::CentralMass
        | Giver::Cell
        | Giver::GrassrootsCell
        | Giver::GrassrootsCommittee
        | Giver::CommitteeBoard
        | Giver::ProvinceBoard => false,
    }
}

/// Number and symbol taken apart: `142-QĐ/ĐUK` of the Party, `142/QĐ-UBND` of the State. What is written any other way
/// leaves room for a number, and the type alone.
fn number_of(number: &str) -> NumberLine {
    let number = number.trim();
    let taken = number.find(|letter: char| !letter.is_ascii_digit()).and_then(|end| {
        let (digits, rest) = number.split_at_checked(end)?;
        let rest = rest.strip_prefix(['-', '/'])?;
        let (kind, organ) = rest.split_once(['/', '-'])?;
        Some((digits.parse().ok()?, kind.to_owned(), organ.to_owned()))
    });
    match taken {
        Some((number, kind, organ)) => NumberLine { number: Some(number), kind, organ },
        None => NumberLine { number: None, kind: "QĐ".to_owned(), organ: String::new() },
    }
}

/// The articles of a decision: what is given to how many, the prize, who carries it out.
fn articles(view: &DecisionView, book: &RuleBook, paid: Option<i64>) -> Vec<Block> {
    let decided = &view.decision;
    let name = |one: &LineView| {
        let form = book.form_on(&one.line.form, decided.decided);
        form.map_or_else(|| one.line.form.to_string(), |form| form.name.clone())
    };
    let mut forms: Vec<String> = Vec::new();
    for form in standing(view).map(name) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let head = Headcount::of(standing(view).map(|one| (one.line.kind, one.line.number)));
    let mut deeds: Vec<&str> = standing(view).map(|one| one.line.achievement.as_str()).collect();
    deeds.dedup();
    // One achievement for all is said once; several stand in the list.
    let deed = match deeds.as_slice() {
        [one] if !one.is_empty() => format!(" vì thành tích {one}"),
        _ => String::new(),
    };
    let given = format!("Tặng {} cho {}{deed} (có danh sách kèm theo).", forms.join("; "), counted(&head));
    let mut articles = vec![Block::article(given)];
    if let Some(total) = paid {
        let sum = lang::number::integer(total, Lang::Vi);
        let words = lang::spell::money(total, EmptyTens::Linh, Lang::Vi);
        articles.push(Block::article(format!(
            "Tiền thưởng kèm theo là {sum} đồng (bằng chữ: {words}), theo bảng tính kèm quyết định này, lấy từ quỹ thi \
             đua, khen thưởng."
        )));
    }
    articles.push(Block::article(
        "Các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 thi hành quyết định này.",
    ));
    articles
}

/// Who signs for a committee that confers by its standing board.
const BOARD: &str = "BAN THƯỜNG VỤ";

/// A decision with its list and, where multiples are registered, its payments.
pub(super) fn decision(view: &DecisionView, book: &RuleBook, made: DateTime) -> Paper {
    let decided = &view.decision;
    let form = form_of(view, book);
    let mut paper = Paper::new(form, made);
    let upper = decided.body_name.to_uppercase();
    // A committee confers by its standing board, which a unit's own name does not tell.
    let board =
        matches!(decided.giver, Giver::CommitteeBoard | Giver::ProvinceBoard) && !upper.contains(BOARD);
    let acting = if board { format!("{BOARD} {upper}") } else { upper.clone() };
    paper.head = Head { parent: Vec::new(), issuer: vec![upper.clone()] };
    paper.number = Some(number_of(&decided.number));
    paper.place.clone_from(&decided.place);
    paper.date = Some(decided.decided);
    "QUYẾT ĐỊNH".clone_into(&mut paper.kind);
    paper.subject.clone_from(&decided.title);
    paper.bases = decided.basis.lines().map(str::to_owned).collect();
    let payment = payment(view, book);
    // The State names who decides above the bases; the Party between them and the verdict.
    let mut body = Vec::new();
    match form {
        Form::State => paper.authority.clone_from(&acting),
        Form::Party => body.push(Block::Verdict(acting.clone())),
    }
    body.push(Block::Verdict("QUYẾT ĐỊNH".to_owned()));
    body.extend(articles(view, book, payment.as_ref().map(|(_, total)| *total)));
    let last = body.iter().filter(|block| matches!(block, Block::Article(_))).count();
    paper.body = body;
    let post = decided.signer_post.to_uppercase();
    paper.signing = Signing::One(if decides_alone(decided.giver) {
        Signature::own(if post.is_empty() { upper } else { post }, decided.signer.clone())
    } else {
        let of = if acting.contains(BOARD) { BOARD.to_owned() } else { upper };
        Signature::of(Capacity::OnBehalf, of, post, decided.signer.clone())
    });
    let kept = match form {
        Form::State => "Lưu: VT",
        Form::Party => "Lưu Văn phòng",
    };
    paper.recipients = vec![format!("Như Điều {last}"), kept.to_owned()];
    let day = lang::date::short(decided.decided, Lang::Vi);
    let belongs = format!("(Kèm theo Quyết định số {} ngày {day})", decided.number);
    let appendix = |title: &str, turned, body| Appendix {
        title: title.to_owned(),
        subject: decided.title.clone(),
        belongs: belongs.clone(),
        turned,
        body,
    };
    paper.appendices.push(appendix("DANH SÁCH", false, vec![list(view)]));
    if let Some((body, _)) = payment {
        paper.appendices.push(appendix("DANH SÁCH CHI TIỀN THƯỞNG", true, body));
    }
    paper
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn numbers_of_both_sides_are_taken_apart() {
        for (text, number, kind, organ) in [
            ("142-QĐ/ĐUK", Some(142), "QĐ", "ĐUK"),
            ("05/QĐ-UBND", Some(5), "QĐ", "UBND"),
            ("bài không nêu số", None, "QĐ", ""),
            ("142", None, "QĐ", ""),
            ("QĐ/1-2", None, "QĐ", ""),
        ] {
            let found = number_of(text);
            assert_eq!((found.number, &*found.kind, &*found.organ), (number, kind, organ), "{text}");
        }
    }
}
