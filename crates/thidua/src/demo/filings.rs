//! Forms of the Khối committee and some filings in each standing: a monthly form for cells, a quarterly one for
//! committees. The figures are invented, marked as such, and of indicators that no article tells.
//!
//! Not here: the articles' figures (`articles`), their invented division (`split`).

use std::collections::{BTreeMap, BTreeSet};

use acts::Ctx;
use acts::filing::decide::{self, GiveBack};
use acts::filing::{self, About, Answer, SaveFiling};
use acts::form::{self, NewForm};
use acts::indicator::{self, NewIndicator};
use anyhow::anyhow;
use domain::figure::{Slot, Value};
use domain::filing::ReturnGround;
use domain::form::{Ask, Audience, Content, Due, Every, FormId, HardCheck, Row, Section, SoftCheck};
use domain::indicator::{Breakdown, Nature, OverTime, OverTree};
use domain::period::Period;
use domain::submission::{Scope, Source};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;

use super::{INVENTED, Units};

/// Who takes part.
pub(super) struct People<'a> {
    /// Makes the forms.
    pub manager: &'a Ctx,
    /// Enters and sends.
    pub writer: &'a Ctx,
    /// Decides.
    pub approver: &'a Ctx,
}

/// The indicator of those present, which the shipped catalogue does not have.
const PRESENT: &str = "SH05";

/// Makes the forms and some filings.
pub(super) async fn load(people: &People<'_>, units: &Units) -> anyhow::Result<()> {
    let khoi = units.of("K00")?;
    present(people.manager).await?;
    let slots = slots(people.manager, khoi, &["SH02", PRESENT, "CT01", "SH03", "KH03", "MH02"]).await?;
    let monthly =
        add(people.manager, khoi, "Báo cáo tháng của chi bộ", Every::Month, monthly(&slots)?).await?;
    let wide = slots_of_quarter(people.manager, khoi).await?;
    let quarterly =
        add(people.manager, khoi, "Báo cáo quý của đảng bộ cơ sở", Every::Quarter, quarterly(&wide)?).await?;
    months(people, units, monthly, &slots).await?;
    quarters(people, units, quarterly, &wide).await
}

async fn present(manager: &Ctx) -> anyhow::Result<()> {
    let new = NewIndicator {
        code: PRESENT.to_owned(),
        name: "Đảng viên có mặt".to_owned(),
        name_en: "Members present".to_owned(),
        measure: "người".to_owned(),
        nature: Nature::Count,
        over_time: OverTime::Last,
        over_tree: OverTree::Sum,
        numerator: String::new(),
        denominator: String::new(),
        pitfall: "Số đảng viên có mặt tại buổi sinh hoạt.".to_owned(),
        source: INVENTED.to_owned(),
    };
    indicator::add(manager, new).await.map_err(|end| anyhow!("the indicator {PRESENT}: {end}"))?;
    Ok(())
}

async fn slots(manager: &Ctx, unit: UnitId, codes: &[&str]) -> anyhow::Result<Vec<Slot>> {
    let catalogue = indicator::catalogue(manager).await.map_err(|end| anyhow!("{end}"))?;
    let mut wanted = Vec::new();
    for code in codes {
        let indicator = catalogue.by_code(code).ok_or_else(|| anyhow!("no indicator {code}"))?;
        wanted.push((indicator.id, Breakdown::none()));
    }
    form::slots(manager, unit, &wanted).await.map_err(|end| anyhow!("slots: {end}"))
}

async fn slots_of_quarter(manager: &Ctx, unit: UnitId) -> anyhow::Result<Vec<Slot>> {
    slots(manager, unit, &["HT01", "HT03", "KH02", "KT01", "TT01", "VB01"]).await
}

async fn add(
    manager: &Ctx,
    unit: UnitId,
    name: &str,
    every: Every,
    content: Content,
) -> anyhow::Result<FormId> {
    let new = NewForm { unit, name: name.to_owned(), every, stage: None, from: date(2023, 1, 1), content };
    form::add(manager, new).await.map_err(|end| anyhow!("the form {name}: {end}"))
}

fn row(ask: Ask, label: &str, help: &str) -> Row {
    Row { ask, label: label.to_owned(), help: help.to_owned(), required: true }
}

fn audience(kind: UnitKind) -> Audience {
    Audience { kinds: [kind].into(), level: None, units: BTreeSet::new() }
}

fn monthly(slots: &[Slot]) -> anyhow::Result<Content> {
    let [met, present, members, stories, deeds, adopted] = slots else {
        return Err(anyhow!("six slots are needed"));
    };
    let words = Row {
        required: false,
        ..row(
            Ask::Words("nguoi-tot".to_owned()),
            "Việc gì, ai làm",
            "Ghi một việc đáng biểu dương trong tháng. Một hai câu là đủ.",
        )
    };
    let section = |title: &str, rows: Vec<Row>| Section { title: title.to_owned(), rows };
    Ok(Content {
        sections: vec![
            section(
                "Sinh hoạt chi bộ",
                vec![
                    row(Ask::YesNo(*met), "Tháng này có sinh hoạt chuyên đề?", ""),
                    row(Ask::Number(*present), "Đảng viên có mặt", ""),
                ],
            ),
            section(
                "Việc làm theo Bác trong tháng",
                vec![
                    row(Ask::Number(*stories), "Câu chuyện về Bác đã kể", ""),
                    row(Ask::Number(*deeds), "Việc làm theo hoàn thành", ""),
                    row(Ask::Number(*adopted), "Lượt áp dụng lại mô hình", ""),
                ],
            ),
            section("Người tốt, việc tốt", vec![words]),
        ],
        hard: vec![HardCheck::NeverAbove { lower: *present, upper: *members }],
        soft: vec![SoftCheck::Above { slot: *deeds, usual: 50 }],
        scope: Scope::Own,
        audience: audience(UnitKind::Cell),
        due: Due::AfterEnd(5),
    })
}

fn quarterly(slots: &[Slot]) -> anyhow::Result<Content> {
    let [classes, attended, deeds, inspections, news, papers] = slots else {
        return Err(anyhow!("six slots are needed"));
    };
    let number = |slot: &Slot| row(Ask::Number(*slot), "", "");
    let words = Row {
        required: false,
        ..row(Ask::Words("kien-nghi".to_owned()), "Khó khăn, kiến nghị", "Để trống nếu không có.")
    };
    let section = |title: &str, rows: Vec<Row>| Section { title: title.to_owned(), rows };
    Ok(Content {
        sections: vec![
            section("Học tập, quán triệt", vec![number(classes), number(attended)]),
            section("Việc làm và kết quả", vec![number(deeds), number(news)]),
            section("Kiểm tra, giám sát", vec![number(inspections), number(papers)]),
            section("Khó khăn, kiến nghị", vec![words]),
        ],
        hard: Vec::new(),
        soft: vec![SoftCheck::Changes { slot: None, percent: 50 }],
        scope: Scope::Own,
        audience: audience(UnitKind::GrassrootsCommittee),
        due: Due::AfterEnd(10),
    })
}

/// How far a demonstrated filing goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Entered,
    Sent,
    Returned,
    Accepted,
}

async fn file(
    people: &People<'_>,
    about: About,
    answers: &[(Slot, i64)],
    words: &[(&str, &str)],
    until: Until,
) -> anyhow::Result<()> {
    let answer = |(slot, number): &(Slot, i64)| Answer {
        slot: *slot,
        value: Some(Value::exact(*number)),
        evidence: Some(acts::figure::NewEvidence {
            note: INVENTED.to_owned(),
            ..acts::figure::NewEvidence::default()
        }),
    };
    let save = SaveFiling {
        about,
        seen_version: None,
        answers: answers.iter().map(answer).collect(),
        words: words.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(),
        reasons: BTreeMap::new(),
        source: Source::Typed,
    };
    filing::save(people.writer, save).await.map_err(|end| anyhow!("a filing: {end}"))?;
    if until == Until::Entered {
        return Ok(());
    }
    let sent = filing::send(people.writer, about, None).await.map_err(|end| anyhow!("sending: {end}"))?;
    match until {
        Until::Entered | Until::Sent => {}
        Until::Returned => {
            let row = answers.first().map(|(slot, _)| (slot.0.to_string(), "Đếm lại".to_owned()));
            let why = GiveBack {
                grounds: vec![ReturnGround::WrongFigure],
                note: "Số này khác với biên bản sinh hoạt. Đếm lại rồi gửi.".to_owned(),
                rows: row.into_iter().collect(),
            };
            decide::give_back(people.approver, sent.filing, why)
                .await
                .map_err(|end| anyhow!("giving back: {end}"))?;
        }
        Until::Accepted => decide::accept(people.approver, sent.filing, None, &[], "")
            .await
            .map_err(|end| anyhow!("accepting: {end}"))?,
    }
    Ok(())
}

async fn months(people: &People<'_>, units: &Units, form: FormId, slots: &[Slot]) -> anyhow::Result<()> {
    let [met, present, members, stories, deeds, adopted] = slots else {
        return Err(anyhow!("six slots are needed"));
    };
    let today = people.manager.app.today();
    let this = Every::Month.period_of(today).ok_or_else(|| anyhow!("no month"))?;
    let last = Every::Month.before(this).ok_or_else(|| anyhow!("no month before"))?;
    let filings = [
        ("K00-43", last, Until::Accepted, 26),
        ("K00-04", last, Until::Sent, 21),
        ("K00-06", last, Until::Accepted, 17),
        ("K00-09-1", last, Until::Returned, 24),
        ("K00-09-2", last, Until::Accepted, 19),
        ("K00-17-1", last, Until::Entered, 22),
        ("K00-17-2", this, Until::Entered, 25),
    ];
    for (code, period, until, there) in filings {
        let unit = units.of(code)?;
        known_members(people.writer, unit, last, *members, there + 2).await?;
        let answers = [(*met, 1), (*present, there), (*stories, 3), (*deeds, 5 + there % 4), (*adopted, 1)];
        let words = [("nguoi-tot", "Đồng chí Bưởi vận động gia đình hiến đất làm đường.")];
        file(people, About { form, unit, period }, &answers, &words, until).await?;
    }
    Ok(())
}

/// How many members a cell has, said once: what those present are held against.
async fn known_members(
    writer: &Ctx,
    unit: UnitId,
    last: Period,
    members: Slot,
    number: i64,
) -> anyhow::Result<()> {
    let catalogue = indicator::catalogue(writer).await.map_err(|end| anyhow!("{end}"))?;
    let of = catalogue.of_slot(members).ok_or_else(|| anyhow!("no members"))?.id;
    let entry = acts::figure::Entry {
        indicator: of,
        breakdown: Breakdown::none(),
        value: Some(Value::exact(number)),
        evidence: Some(acts::figure::NewEvidence {
            note: INVENTED.to_owned(),
            ..acts::figure::NewEvidence::default()
        }),
    };
    let save = acts::figure::Save {
        unit,
        period: last,
        scope: Scope::Own,
        seen_version: None,
        entries: vec![entry],
        source: Source::Typed,
        document: None,
        reason: INVENTED.to_owned(),
    };
    acts::figure::save(writer, save).await.map_err(|end| anyhow!("members: {end}"))?;
    Ok(())
}

async fn quarters(people: &People<'_>, units: &Units, form: FormId, slots: &[Slot]) -> anyhow::Result<()> {
    let today = people.manager.app.today();
    let this = Every::Quarter.period_of(today).ok_or_else(|| anyhow!("no quarter"))?;
    let last = Every::Quarter.before(this).ok_or_else(|| anyhow!("no quarter before"))?;
    let filings = [
        ("K00-01", Until::Accepted),
        ("K00-02", Until::Sent),
        ("K00-03", Until::Returned),
        ("K00-09", Until::Sent),
        ("K00-10", Until::Entered),
    ];
    for (at, (code, until)) in (1_i64..).zip(filings) {
        let unit = units.of(code)?;
        let answers: Vec<(Slot, i64)> =
            (1_i64..).zip(slots).map(|(place, slot)| (*slot, at * 3 + place)).collect();
        let words = [("kien-nghi", "Đề nghị cấp thêm tài liệu học tập cho chi bộ.")];
        file(people, About { form, unit, period: last }, &answers, &words, until).await?;
    }
    Ok(())
}
