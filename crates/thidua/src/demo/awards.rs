//! Awards of the demonstration: what the five articles tell, entered as decisions on paper; and one open round of the
//! Khối committee with a dozen cases that stand in different places. Every name of a person is made up and says so.
//!
//! Not here: the articles' figures (`articles`).

use std::collections::HashMap;

use acts::Ctx;
use acts::award::own::{self, NewRule};
use acts::ceremony::{self, NewCeremony, NewHandover};
use acts::council::{self, NewCouncil};
use acts::decision::{self, Body, NewDecision, NewLine};
use acts::nomination::{self, FactKind, NewNomination, UnitVote};
use acts::round::{self, NewRound, RoundForm};
use anyhow::anyhow;
use domain::award::{Covers, FormCode, Giver, Grade, Ground, Trust};
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, NominationId};
use domain::nomination::{Answer, Attendance};
use domain::unit::UnitId;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::Units;

/// What is honoured.
pub(super) const DEED: &str = "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";

/// The form that the Khối committee confers.
pub(super) const FORM: &str = "dang-giay-khen-cap-tren";

/// A form of honour by its code.
pub(super) fn form(code: &str) -> anyhow::Result<FormCode> {
    code.parse().map_err(|_| anyhow!("no form {code}"))
}

/// Loads everything.
pub(super) async fn load(
    manager: &Ctx,
    accounts: &HashMap<String, Ctx>,
    units: &Units,
) -> anyhow::Result<()> {
    let of = |role: &str| accounts.get(role).ok_or_else(|| anyhow!("no account {role}"));
    let told = |end: String| anyhow!("{end}");
    for (role, unit, new, organiser) in papers()? {
        let new = NewDecision { keeper: units.of(unit)?, ..new };
        let id = decision::enter(of(role)?, new).await.map_err(|end| told(end.to_string()))?;
        if let Some(organiser) = organiser {
            hand_over(of(role)?, id, organiser).await?;
        }
    }
    let khoi = units.of("K00")?;
    own_rule(manager, of("approver")?, khoi).await?;
    open_round(of("staff")?, of("approver")?, of("leader")?, khoi, units).await
}

/// A paper: who enters it, where, and at whose conference the article has it handed over.
type Paper = (&'static str, &'static str, NewDecision, Option<&'static str>);

/// What the articles tell, by who enters it and where.
fn papers() -> anyhow::Result<Vec<Paper>> {
    use HonoreeKind::{Collective, Combined, Individual};
    let board_of = Giver::CommitteeBoard;
    let may = |year, day| date(year, 5, day);
    let zones = "Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ";
    let rows = [
        (
            ("staff", "K00", "000"),
            ("Ban Thường vụ Đảng ủy Khối", board_of, may(2024, 16)),
            &[(FORM, Collective, 26), (FORM, Individual, 34)][..],
            Some("Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ"),
        ),
        (
            ("staff-001", "K01", "001"),
            ("Thủ tướng Chính phủ", Giver::PrimeMinister, may(2023, 19)),
            &[("bang-khen-thu-tuong", Individual, 1)],
            None,
        ),
        (
            ("staff-001", "K01", "001"),
            ("Chủ tịch UBND tỉnh", Giver::ProvinceChair, may(2023, 19)),
            &[("bang-khen-tinh", Collective, 1)],
            None,
        ),
        (
            ("staff-001", "K01", "001"),
            ("Tổng Liên đoàn Lao động", Giver::CentralMass, may(2023, 19)),
            &[("bang-khen-tinh", Collective, 1)],
            None,
        ),
        (
            ("staff-001", "K01", "001"),
            ("các đơn vị", Giver::GrassrootsCommittee, date(2023, 12, 31)),
            &[("ghi-danh-nguoi-tot", Collective, 113), ("ghi-danh-nguoi-tot", Individual, 397)],
            None,
        ),
        (
            ("staff-002", "K02", "002"),
            ("Ban Thường vụ Đảng ủy", board_of, may(2018, 15)),
            &[(FORM, Collective, 13), (FORM, Individual, 16)],
            Some(zones),
        ),
        (
            ("staff-002", "K02", "002"),
            ("Thành ủy Cần Thơ", Giver::ProvinceBoard, may(2018, 14)),
            &[("dang-bieu-duong", Collective, 1), ("dang-bieu-duong", Individual, 1)],
            None,
        ),
        (
            ("staff-002", "K02", "002"),
            ("Thành ủy Cần Thơ", Giver::ProvinceBoard, may(2018, 15)),
            &[("huy-hieu-dang-30", Individual, 2)],
            Some(zones),
        ),
        (
            ("staff-003", "K03", "003"),
            ("Quận ủy Thanh Xuân", board_of, may(2024, 14)),
            &[(FORM, Combined, 27)],
            Some("Quận ủy Thanh Xuân"),
        ),
        (
            ("staff-004", "K04", "004"),
            ("Chủ tịch UBND tỉnh Sóc Trăng", Giver::ProvinceChair, may(2024, 17)),
            &[("bang-khen-tinh", Collective, 16), ("bang-khen-tinh", Individual, 32)],
            Some("Ban Thường vụ Tỉnh ủy Sóc Trăng"),
        ),
    ];
    let made = rows.into_iter().map(|((role, unit, article), (body, giver, day), lines, organiser)| {
        let new = paper(article, Body::Named(body.to_owned(), giver), day, lines)?;
        Ok((role, unit, new, organiser))
    });
    made.collect()
}

/// Hands a decision over on its day at somebody's conference: who organises is not who decided.
async fn hand_over(staff: &Ctx, id: DecisionId, organiser: &str) -> anyhow::Result<()> {
    let view = decision::load(staff, id).await.map_err(|end| anyhow!("{end}"))?;
    let handover = |line: &decision::LineView| NewHandover {
        honoree: line.line.id,
        handed_by: String::new(),
        received_by: String::new(),
    };
    let new = NewCeremony {
        keeper: view.decision.keeper,
        day: view.decision.decided,
        part: String::new(),
        place: String::new(),
        organiser_unit: None,
        organiser: organiser.to_owned(),
        occasion: "hội nghị sơ kết".to_owned(),
        handovers: view.lines.iter().map(handover).collect(),
    };
    ceremony::hold(staff, new).await.map_err(|end| anyhow!("{end}"))?;
    Ok(())
}

/// A decision as an article tells it: without a number, without names.
fn paper(
    article: &str,
    body: Body,
    decided: Date,
    lines: &[(&str, HonoreeKind, u32)],
) -> anyhow::Result<NewDecision> {
    let mut listed = Vec::new();
    for (code, kind, number) in lines {
        listed.push(NewLine {
            kind: *kind,
            name: String::new(),
            detail: String::new(),
            number: *number,
            unit: None,
            person: None,
            form: form(code)?,
            ground: Ground::Thematic,
            year: decided.year(),
            period: None,
            achievement: DEED.to_owned(),
            nomination: None,
        });
    }
    Ok(NewDecision {
        keeper: UnitId(0),
        body,
        number: "bài không nêu số".to_owned(),
        decided,
        place: String::new(),
        title: DEED.to_owned(),
        basis: String::new(),
        signer: String::new(),
        signer_post: String::new(),
        source: format!("bài {article}; ngày theo bài"),
        lines: listed,
    })
}

/// Since 26 July 2026 every province says anew who confers what; the demonstration's own rule does so for the Khối.
async fn own_rule(manager: &Ctx, approver: &Ctx, khoi: UnitId) -> anyhow::Result<()> {
    let rule = |key: &str, title: &str, provision: &str| -> anyhow::Result<NewRule> {
        Ok(NewRule {
            unit: Some(khoi),
            key: key.to_owned(),
            title: title.to_owned(),
            covers: Covers::Form(form(FORM)?),
            recipient: None,
            ground: None,
            provision: provision.to_owned(),
            from: date(2016, 7, 25),
            to: None,
            article: "Quy định minh họa, Điều 5".to_owned(),
            source: "đặt ra để minh họa".to_owned(),
            trust: Trust::M,
        })
    };
    for new in [
        rule("minh-hoa.tham-quyen", "Thẩm quyền", "givers committee-board")?,
        rule("minh-hoa.hoi-dong", "Phiếu của Hội đồng", "council 80")?,
        rule("minh-hoa.ho-so", "Hồ sơ", "papers 1: tờ trình; báo cáo thành tích; biên bản bình xét")?,
        rule("minh-hoa.xep-loai", "Hoàn thành tốt nhiệm vụ trong năm", "grade well 1")?,
    ] {
        let id = own::write(manager, new).await.map_err(|end| anyhow!("{end}"))?;
        own::confirm(approver, id).await.map_err(|end| anyhow!("{end}"))?;
    }
    Ok(())
}

/// Whom the open round is about, where, and how far each case is taken.
const CASES: &[(&str, HonoreeKind, &str, Far)] = &[
    ("Đảng bộ Sở Y tế", HonoreeKind::Collective, "K00-17", Far::Council),
    ("Đảng bộ Sở Nội vụ", HonoreeKind::Collective, "K00-09", Far::Council),
    ("Đảng bộ Sở Giáo dục và Đào tạo", HonoreeKind::Collective, "K00-18", Far::Proposed),
    ("Nguyễn Minh Họa", HonoreeKind::Individual, "K00-17", Far::Council),
    ("Trần Thị Minh Họa", HonoreeKind::Individual, "K00-09", Far::Council),
    ("Lê Văn Minh Họa", HonoreeKind::Individual, "K00-10", Far::Proposed),
    ("Phạm Thị Minh Họa", HonoreeKind::Individual, "K00-11", Far::Returned),
    ("Huỳnh Minh Họa", HonoreeKind::Individual, "K00-12", Far::Asked),
    ("Võ Minh Họa", HonoreeKind::Individual, "K00-13", Far::Proposed),
    ("Đặng Thị Minh Họa", HonoreeKind::Individual, "K00-14", Far::Draft),
    ("Bùi Văn Minh Họa", HonoreeKind::Individual, "K00-15", Far::Draft),
    ("Hồ Thị Minh Họa", HonoreeKind::Individual, "K00-16", Far::Withdrawn),
];

/// How far a case is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Draft,
    Proposed,
    Returned,
    Withdrawn,
    Asked,
    Council,
}

async fn open_round(
    staff: &Ctx,
    approver: &Ctx,
    leader: &Ctx,
    khoi: UnitId,
    units: &Units,
) -> anyhow::Result<()> {
    let today = staff.app.today();
    let both = [(HonoreeKind::Collective, 26), (HonoreeKind::Individual, 34)];
    let mut forms = Vec::new();
    for (kind, quota) in both {
        forms.push(RoundForm { form: form(FORM)?, kind, quota: Some(quota) });
    }
    let new = NewRound {
        unit: khoi,
        title: "Khen thưởng sơ kết học tập và làm theo Bác (minh họa)".to_owned(),
        opens: today.checked_sub(20.days())?,
        closes: today.checked_add(20.days())?,
        forms,
    };
    let round = round::open(approver, new).await.map_err(|end| anyhow!("{end}"))?;
    let mut voting = Vec::new();
    for (place, (name, kind, code, far)) in (1_u32..).zip(CASES) {
        let unit = units.of(code)?;
        let collective = *kind == HonoreeKind::Collective;
        let new = NewNomination {
            round,
            unit,
            kind: *kind,
            name: (*name).to_owned(),
            detail: if collective { String::new() } else { "tên đặt ra để minh họa".to_owned() },
            number: 1,
            honoured: collective.then_some(unit),
            person: None,
            form: form(FORM)?,
            ground: Ground::Thematic,
            year: today.year(),
            achievement: DEED.to_owned(),
            vote: UnitVote {
                voters: 12 + place,
                voted: 11 + place,
                approved: if place == 9 { 8 } else { 10 + place },
                day: today.checked_sub(7.days())?,
                minutes: format!("Biên bản bình xét {place} (minh họa)"),
            },
        };
        let id = nomination::write(staff, new).await.map_err(|end| anyhow!("{name}: {end}"))?;
        let all = matches!(far, Far::Council | Far::Asked);
        dress(staff, id, if all { 3 } else { 2 }, all).await?;
        take(staff, approver, id, *far).await.map_err(|end| anyhow!("{name}: {end}"))?;
        if *far == Far::Council {
            voting.push(id);
        }
    }
    hold(staff, approver, leader, khoi, voting).await
}

/// Gives a case its papers and, where wanted, the grade of its year.
async fn dress(staff: &Ctx, id: NominationId, papers: usize, graded: bool) -> anyhow::Result<()> {
    let view = nomination::load(staff, id).await.map_err(|end| anyhow!("{end}"))?;
    for (name, _) in view.required.iter().take(papers) {
        let content = format!("{name} (minh họa)");
        nomination::attach(staff, id, name, "minh-hoa.txt", content.as_bytes())
            .await
            .map_err(|end| anyhow!("{end}"))?;
    }
    if graded {
        let fact = FactKind::Grade(Grade::Well);
        nomination::note(staff, id, view.case.year, fact, "Kết quả xếp loại (minh họa)")
            .await
            .map_err(|end| anyhow!("{end}"))?;
    }
    Ok(())
}

type Taken = Result<(), acts::ActError<nomination::NominationRefusal>>;

async fn take(staff: &Ctx, approver: &Ctx, id: NominationId, far: Far) -> Taken {
    match far {
        Far::Draft => return Ok(()),
        Far::Withdrawn => return nomination::withdraw(staff, id, "lập trùng (minh họa)").await,
        Far::Proposed | Far::Returned | Far::Asked | Far::Council => nomination::propose(staff, id).await?,
    }
    match far {
        Far::Returned => nomination::give_back(approver, id, "thiếu biên bản bình xét (minh họa)").await,
        Far::Asked => nomination::consult(approver, id, "Cơ quan thuế (minh họa)", 10).await.map(|_| ()),
        Far::Council => nomination::vet(approver, id, "").await,
        Far::Draft | Far::Withdrawn | Far::Proposed => Ok(()),
    }
}

/// A meeting that is voting: one member has voted, the others have not.
async fn hold(
    staff: &Ctx,
    approver: &Ctx,
    leader: &Ctx,
    khoi: UnitId,
    cases: Vec<NominationId>,
) -> anyhow::Result<()> {
    let first = cases.first().copied();
    let member = |ctx: &Ctx, post: &str, chair| (ctx.account, post.to_owned(), chair, Attendance::Present);
    let new = NewCouncil {
        unit: khoi,
        title: "Hội đồng Thi đua - Khen thưởng Khối (minh họa)".to_owned(),
        day: staff.app.today(),
        secret: true,
        members: vec![
            member(approver, "Chủ tịch Hội đồng", true),
            member(leader, "Phó Chủ tịch Hội đồng", false),
            member(staff, "Thư ký Hội đồng", false),
        ],
        cases,
    };
    let id = council::convene(approver, new).await.map_err(|end| anyhow!("{end}"))?;
    if let Some(case) = first {
        council::vote(leader, id, case, Answer::Agree).await.map_err(|end| anyhow!("{end}"))?;
    }
    Ok(())
}
