//! Tờ trình: the cases of a round put before the body that decides, or before the body above by a unit that proposes.
//!
//! Not here: how a paper looks (`office::paper`), the cases (`acts::nomination`), the votes (`acts::council`).

use acts::award::RuleBook;
use acts::council::{Council, Counted};
use acts::nomination::{Filter, NominationRow};
use acts::round::Round;
use axum::extract::Path;
use domain::award::{Provision, Side};
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::{NominationId, RoundId};
use domain::nomination::Stage;
use domain::unit::UnitId;
use jiff::civil::{Date, DateTime};
use lang::Lang;
use lang::words::label::Label;
use office::paper::{
    Addressed, Align, Appendix, Block, Cell, Column, Form, Head, Level, NumberLine, Paper, Row, RowKind,
    Signature, Signing, Table,
};

use super::handed;
use super::paper::{counted, spelled};
use crate::web::answer::{Answer, Failure};
use crate::web::visit::{Member, local_time};

/// The most cases of one proposal.
const MOST: usize = 20_000;

/// What a proposal is made of.
struct Proposed<'a> {
    round: &'a Round,
    /// Who proposes.
    unit: UnitId,
    /// How it is called.
    unit_name: &'a str,
    /// How the body that decides is called.
    body: &'a str,
    rows: Vec<NominationRow>,
    councils: Vec<Council>,
    book: &'a RuleBook,
    today: Date,
}

/// Hands the proposal of a round out, for the unit one works at.
pub(super) async fn hand(member: Member, Path((round, name)): Path<(String, String)>) -> Answer {
    let round: RoundId = round.parse().map_err(|_| Failure::Missing)?;
    let unit = member.some_unit().await?;
    let rounds = acts::round::list(&member.ctx, unit).await?;
    let round = rounds.iter().find(|known| known.id == round).ok_or(Failure::Missing)?;
    let filter = Filter { round: Some(round.id), most: MOST, ..Filter::default() };
    let (rows, _, _) = acts::nomination::list(&member.ctx, unit, &filter).await?;
    let around = acts::unit::around(&member.ctx, unit, member.today(), 1).await?;
    let unit_name = around.name.name.clone();
    let above = around.path.iter().find(|step| step.unit == round.unit).map(|step| step.name.name.clone());
    let body = match above {
        Some(name) => name,
        None if round.unit == unit => unit_name.clone(),
        // A round of a unit below.
        None => acts::unit::around(&member.ctx, round.unit, member.today(), 1).await?.name.name,
    };
    let councils =
        if unit == round.unit { acts::council::list(&member.ctx, unit).await? } else { Vec::new() };
    let book = acts::award::own::book_of(&member.ctx, unit).await?;
    let proposed = Proposed {
        round,
        unit,
        unit_name: &unit_name,
        body: &body,
        rows,
        councils,
        book: &book,
        today: member.today(),
    };
    handed(&paper(&proposed, local_time(member.ctx.app.now())), &name)
}

impl Proposed<'_> {
    /// Whether the body puts before itself what its own staff vetted.
    fn own(&self) -> bool {
        self.unit == self.round.unit
    }

    /// The cases that are put forward: of the body those that came through, of a unit all that it sent up.
    fn forward(&self) -> impl Iterator<Item = &NominationRow> {
        let own = self.own();
        self.rows.iter().filter(move |row| match row.case.stage {
            Stage::Vetted | Stage::Carried => true,
            Stage::Proposed => !own,
            Stage::Draft
            | Stage::Returned
            | Stage::Failed
            | Stage::Escalated
            | Stage::Decided
            | Stage::Withdrawn => false,
        })
    }

    /// How many cases stand somewhere.
    fn at(&self, stage: Stage) -> u64 {
        let count = self.rows.iter().filter(|row| row.case.stage == stage).count();
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    /// What the council counted about a case.
    fn vote(&self, case: NominationId) -> Option<(Counted, usize)> {
        self.councils.iter().find_map(|council| {
            let item = council.items.iter().find(|item| item.nomination == case)?;
            Some((item.counted?, council.members.len()))
        })
    }

    /// The articles on which the proposal rests: who confers, by how many votes.
    fn bases(&self) -> Vec<String> {
        let mut bases: Vec<String> = Vec::new();
        for form in &self.round.forms {
            // What nobody checked is no ground for a paper that is signed.
            let rules = self.book.rules_of(&form.form, self.today);
            for rule in rules.into_iter().filter(|rule| rule.doubt(self.today).is_none()) {
                if matches!(rule.provision, Provision::Givers(_) | Provision::Council(_)) {
                    let basis = format!("Căn cứ {}", rule.article);
                    if !bases.contains(&basis) {
                        bases.push(basis);
                    }
                }
            }
        }
        bases.push(format!("Xét kết quả bình xét, đề nghị của các đơn vị trong {}", self.round.title));
        bases
    }

    fn form(&self) -> Form {
        let first = self.round.forms.first();
        let side = first.and_then(|form| self.book.form_on(&form.form, self.today)).map(|form| form.side);
        if side == Some(Side::State) { Form::State } else { Form::Party }
    }
}

fn paper(proposed: &Proposed<'_>, made: DateTime) -> Paper {
    let form = proposed.form();
    let mut paper = Paper::new(form, made);
    let unit = proposed.unit_name.to_uppercase();
    let (parent, issuer) = if proposed.own() {
        (vec![unit], "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG".to_owned())
    } else {
        (Vec::new(), unit)
    };
    paper.head = Head { parent, issuer: vec![issuer.clone()] };
    paper.number = Some(NumberLine { number: None, kind: "TTr".to_owned(), organ: String::new() });
    "TỜ TRÌNH".clone_into(&mut paper.kind);
    paper.subject = subject(&proposed.round.title);
    paper.addressed = Addressed::Submitted(vec![proposed.body.to_owned()]);
    paper.bases = proposed.bases();
    let head = Headcount::of(proposed.forward().map(|row| (row.case.kind, row.case.number)));
    let mut body = vec![Block::heading(Level::First, "Quá trình bình xét, thẩm định")];
    body.extend(course(proposed).into_iter().map(|line| Block::bullet(format!("{line}."))));
    body.push(Block::heading(Level::First, "Kết quả"));
    body.push(Block::Table(totals(proposed)));
    body.push(Block::heading(Level::First, "Đề nghị"));
    body.push(Block::paragraph(format!(
        "{} kính trình {} xem xét, quyết định khen thưởng {} (có danh sách kèm theo).",
        if proposed.own() { "Hội đồng Thi đua - Khen thưởng" } else { proposed.unit_name },
        proposed.body,
        if head.all() == 0 { "các trường hợp đủ điều kiện".to_owned() } else { counted(&head) },
    )));
    body.push(Block::paragraph(
        "Hồ sơ kèm theo: danh sách đề nghị; báo cáo thành tích có xác nhận; biên bản bình xét; biên bản họp Hội đồng (nếu có).",
    ));
    paper.body = body;
    let post = if proposed.own() { "CHỦ TỊCH HỘI ĐỒNG" } else { "THỦ TRƯỞNG ĐƠN VỊ" };
    paper.signing = Signing::One(Signature::own(post, ""));
    let kept = match form {
        Form::State => "Lưu: VT",
        Form::Party => "Lưu Văn phòng",
    };
    paper.recipients = vec!["Như trên".to_owned(), kept.to_owned()];
    paper.appendices.push(Appendix {
        title: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG".to_owned(),
        subject: proposed.round.title.clone(),
        belongs: "(Kèm theo Tờ trình)".to_owned(),
        turned: true,
        body: vec![Block::Table(list(proposed))],
    });
    paper
}

/// A round whose own name says what it is for is not told twice.
fn subject(title: &str) -> String {
    match title.strip_prefix("Khen thưởng ") {
        Some(of) => format!("về việc khen thưởng {of}"),
        None => format!("về việc khen thưởng trong {title}"),
    }
}

/// What was done, with its days and counts.
fn course(proposed: &Proposed<'_>) -> Vec<String> {
    let round = proposed.round;
    let day = |day| lang::date::short(day, Lang::Vi);
    let all = u64::try_from(proposed.rows.len()).unwrap_or(u64::MAX);
    let mut lines = vec![format!(
        "Nhận hồ sơ từ {} đến {}: {} hồ sơ; trả lại {}, rút {}",
        day(round.opens),
        day(round.closes),
        spelled(all),
        proposed.at(Stage::Returned),
        proposed.at(Stage::Withdrawn),
    )];
    let noticed = proposed.rows.iter().filter(|row| row.case.notice.is_some()).count();
    if noticed > 0 {
        lines.push(format!("Công khai lấy ý kiến {noticed} trường hợp"));
    }
    for council in &proposed.councils {
        let of_round =
            |item: &&acts::council::Item| proposed.rows.iter().any(|row| row.case.id == item.nomination);
        let cases = council.items.iter().filter(of_round).count();
        if cases > 0 && council.closed_ms.is_some() {
            let ballot = if council.secret { "bỏ phiếu kín" } else { "biểu quyết" };
            lines.push(format!(
                "{} họp ngày {}, {} thành viên, {ballot} {cases} trường hợp",
                council.title,
                day(council.day),
                council.members.len()
            ));
        }
    }
    let failed = proposed.at(Stage::Failed);
    if failed > 0 {
        lines.push(format!("Không đạt tỷ lệ phiếu: {failed} trường hợp"));
    }
    lines
}

/// For how many some cases stand.
fn heads<'a>(rows: impl Iterator<Item = &'a NominationRow>) -> u64 {
    rows.map(|row| u64::from(row.case.number)).fold(0, u64::saturating_add)
}

/// How many of each form and kind are put forward, against the round's quota.
fn totals(proposed: &Proposed<'_>) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    let mut sum = 0_u64;
    for (place, wanted) in (1_u32..).zip(&proposed.round.forms) {
        let of = |row: &&NominationRow| row.case.form == wanted.form && row.case.kind == wanted.kind;
        let count = heads(proposed.forward().filter(of));
        sum = sum.saturating_add(count);
        let form = proposed.book.form_on(&wanted.form, proposed.today);
        rows.push(Row::plain([
            place.to_string(),
            form.map_or_else(|| wanted.form.to_string(), |form| form.name.clone()),
            wanted.kind.label(Lang::Vi).to_owned(),
            wanted.quota.map(|quota| quota.to_string()).unwrap_or_default(),
            count.to_string(),
        ]));
    }
    let sum = spelled(sum);
    rows.push(Row::of(RowKind::Total, ["", "Cộng", "", "", sum.as_str()]));
    Table {
        caption: String::new(),
        columns: [6, 40, 18, 12, 24]
            .map(|weight| Column::new(weight, if weight == 40 { Align::Left } else { Align::Centre }))
            .into(),
        head: vec![Row::plain(["TT", "Hình thức", "Đối tượng", "Số suất", "Đề nghị"])],
        rows,
    }
}

/// The list: collectives first, then individuals and households, each with the votes.
fn list(proposed: &Proposed<'_>) -> Table {
    let mut rows = Vec::new();
    for kind in HonoreeKind::ALL {
        let mut of: Vec<&NominationRow> = proposed.forward().filter(|row| row.case.kind == *kind).collect();
        if of.is_empty() {
            continue;
        }
        of.sort_by_cached_key(|row| match kind {
            HonoreeKind::Individual => domain::text::person_sort_key(&row.case.name),
            HonoreeKind::Collective | HonoreeKind::Household | HonoreeKind::Combined => {
                domain::text::sort_key(&row.case.name)
            }
        });
        let count = spelled(heads(of.iter().copied()));
        let heading = format!("{}: {count}", kind.label(Lang::Vi));
        rows.push(Row { kind: RowKind::Group, cells: vec![Cell::across(7, heading)] });
        rows.extend((1_u32..).zip(of).map(|(place, row)| {
            let case = &row.case;
            let vote = proposed
                .vote(case.id)
                .map_or_else(String::new, |(counted, members)| format!("{}/{members}", counted.agree));
            Row::plain([
                place.to_string(),
                case.name.clone(),
                case.detail.clone(),
                row.unit_name.clone(),
                row.form_name.clone(),
                format!("{}/{}", case.vote.approved, case.vote.voters),
                vote,
            ])
        }));
    }
    let heads = [
        "TT",
        "Họ và tên, tập thể",
        "Chức vụ, đơn vị",
        "Đơn vị đề nghị",
        "Hình thức",
        "Phiếu đơn vị",
        "Phiếu Hội đồng",
    ];
    Table {
        caption: String::new(),
        columns: [5, 22, 20, 20, 17, 8, 8]
            .map(|weight| Column::new(weight, if weight > 8 { Align::Left } else { Align::Centre }))
            .into(),
        head: vec![Row::plain(heads)],
        rows,
    }
}
