//! Rounds, nominations, councils, decisions and the register; a nomination can be written.
//!
//! Not here: vetting, voting and deciding, which people do on the pages with the case before them.

use acts::nomination::{Filter, NewNomination, NominationRefusal, UnitVote, Warning};
use acts::register::Summed;
use acts::round::{Round, RoundForm};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::award::{Finding, Ground, Lack, Verdict};
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::{CouncilId, DecisionId, NominationId, RoundId, UnitId};
use domain::nomination::{Answer as Voice, Stage};
use lang::Lang;
use serde::Deserialize;
use serde_json::{Value as Tree, json};

use super::json::{answer, moment};
use super::params::{Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};

/// The parameters of every list of a unit, and of one round.
pub(super) const OF_UNIT: &[&str] = &["unit"];

/// The parameters of the register.
pub(super) const REGISTER: &[&str] = &["unit", "year"];

/// The parameters of the list of nominations.
pub(super) const NOMINATIONS: &[&str] = &["unit", "round", "stage", "skip", "limit"];

fn round_of(round: &Round) -> Tree {
    let form = |one: &RoundForm| json!({ "form": one.form, "for": one.kind.code(), "quota": one.quota });
    json!({
        "id": round.id.to_string(), "unit": round.unit.to_string(), "title": round.title,
        "opens": round.opens.to_string(), "closes": round.closes.to_string(),
        "forms": round.forms.iter().map(form).collect::<Vec<_>>(),
    })
}

/// The rounds that concern a unit.
pub(super) async fn rounds(Caller(ctx): Caller, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", sent.only(OF_UNIT)?.needed("unit")?)?;
    let found = acts::round::list(&ctx, unit).await?;
    Ok(answer(json!({ "rounds": found.iter().map(round_of).collect::<Vec<_>>() })))
}

/// One round from a unit that it concerns, with how many of its cases stand where.
pub(super) async fn round(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", sent.only(OF_UNIT)?.needed("unit")?)?;
    let view = acts::round::load(&ctx, id("round", &text)?, unit).await?;
    let places = view.forms.iter().map(|(form, name, counts)| {
        let stands = counts.iter().filter(|(_, count)| *count > 0);
        json!({
            "form": form.form, "name": name, "for": form.kind.code(), "quota": form.quota,
            "stands": stands.map(|(stage, count)| json!({ "stage": stage.code(), "count": count })).collect::<Vec<_>>(),
        })
    });
    let mut told = round_of(&view.round);
    if let Tree::Object(map) = &mut told {
        map.insert("unit_name".to_owned(), json!(view.unit_name));
        map.insert("places".to_owned(), places.collect());
        let meetings = view.meetings.iter();
        let meetings = meetings
            .map(|(id, title, day)| json!({ "id": id.to_string(), "title": title, "day": day.to_string() }));
        map.insert("councils".to_owned(), meetings.collect());
        map.insert("honoured".to_owned(), summed(&view.summed));
    }
    Ok(answer(told))
}

fn case_of(case: &acts::nomination::Nomination) -> Tree {
    json!({
        "id": case.id.to_string(), "round": case.round.to_string(), "unit": case.unit.to_string(),
        "for": case.kind.code(), "name": case.name, "detail": case.detail, "number": case.number,
        "honoured": case.honoured.map(|unit| unit.to_string()),
        "person": case.person.map(|person| person.to_string()),
        "form": case.form, "ground": case.ground.code(), "year": case.year, "achievement": case.achievement,
        "stage": case.stage.code(),
        "vote": {
            "voters": case.vote.voters, "voted": case.vote.voted, "approved": case.vote.approved,
            "day": case.vote.day.to_string(), "minutes": case.vote.minutes,
        },
        "notice": case.notice.as_ref().map(|notice| json!({
            "from": notice.from.to_string(), "until": notice.until.to_string(), "place": notice.place,
        })),
        "raised_from": case.raised_from.map(|other| other.to_string()),
    })
}

fn warning(of: &Warning) -> &'static str {
    match of {
        Warning::SameDeed { .. } => "same-deed",
        Warning::SameName { .. } => "same-name",
        Warning::TwoLevels { .. } => "two-levels",
        Warning::NameDiffers { .. } => "name-differs",
        Warning::VoteLow => "vote-low",
        Warning::PaperMissing(_) => "paper-missing",
        Warning::Unanswered { .. } => "unanswered",
        Warning::Against(_) => "against",
        Warning::NotEntitled { .. } => "not-entitled",
    }
}

/// A page of the cases of a unit and all below it. No share, no rank: how many criteria are lacking and how many a
/// person must look at.
pub(super) async fn nominations(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(NOMINATIONS)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let codes = || Stage::ALL.iter().map(|stage| stage.code()).collect::<Vec<_>>().join(", ");
    let stage = params.text("stage").map(|code| {
        Stage::from_code(code).ok_or_else(|| Problem::bad("stage", format!("Nhận: {}.", codes())))
    });
    let skip = params.text("skip").map_or(Ok(0), |text| {
        text.parse::<usize>().map_err(|_| Problem::bad("skip", "Nhập số dòng bỏ qua."))
    })?;
    let filter = Filter {
        round: params.id("round")?,
        stage: stage.transpose()?,
        skip,
        most: usize::try_from(params.most()?).unwrap_or(usize::MAX),
        ..Filter::default()
    };
    let (rows, _, matching) = acts::nomination::list(&ctx, unit, &filter).await?;
    let rows = rows.iter().map(|row| {
        let mut told = case_of(&row.case);
        if let Tree::Object(map) = &mut told {
            map.insert("papers".to_owned(), json!({ "there": row.papers.0, "asked": row.papers.1 }));
            map.insert("lacking".to_owned(), json!(row.lacking));
            map.insert("for_a_person".to_owned(), json!(row.looks));
            map.insert("warnings".to_owned(), row.warnings.iter().map(warning).collect());
        }
        told
    });
    Ok(answer(json!({ "matching": matching, "nominations": rows.collect::<Vec<_>>() })))
}

fn finding(of: &Finding) -> Tree {
    use lang::words::label::Label as _;
    let lack = |lack: &Lack| {
        json!({
            "what": lack.want.label(Lang::Vi), "need": lack.need, "have": lack.have,
            "until": lack.until.map(|day| day.to_string()),
        })
    };
    let (verdict, lacks, look) = match &of.verdict {
        Verdict::Met => ("met", Vec::new(), None),
        Verdict::Missing(lacks) => ("lacking", lacks.iter().map(lack).collect(), None),
        Verdict::NeedsPerson(look) => ("for-a-person", Vec::new(), Some(look.label(Lang::Vi))),
    };
    json!({
        "title": of.title, "verdict": verdict, "lacks": lacks, "look": look, "article": of.article,
        "source": of.source, "verified": of.doubt.is_none(),
        "evidence": of.evidence.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(),
    })
}

async fn told(ctx: &acts::Ctx, case: NominationId) -> Result<Tree, Problem> {
    let view = acts::nomination::load(ctx, case).await?;
    let mut told = case_of(&view.case);
    let steps = view
        .steps
        .iter()
        .map(|step| json!({ "step": step.step.code(), "reason": step.reason, "at": moment(step.at_ms) }));
    let asked = view.consultations.iter().map(|one| {
        json!({
            "body": one.body, "asked": one.asked.to_string(), "due": one.due.to_string(),
            "answered": one.answered.map(|(day, _)| day.to_string()),
            "agrees": one.answered.map(|(_, agrees)| agrees), "answer": one.answer,
        })
    });
    let papers = view.required.iter().map(|(name, there)| json!({ "name": name, "there": there }));
    if let Tree::Object(map) = &mut told {
        map.insert("unit_name".to_owned(), json!(view.unit_name));
        map.insert("findings".to_owned(), view.findings.iter().map(finding).collect());
        map.insert("warnings".to_owned(), view.warnings.iter().map(warning).collect());
        map.insert("papers".to_owned(), papers.collect());
        map.insert("consultations".to_owned(), asked.collect());
        map.insert("steps".to_owned(), steps.collect());
    }
    Ok(told)
}

/// One case with what the record says of each criterion.
pub(super) async fn nomination(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    Ok(answer(told(&ctx, id("nomination", &text)?).await?))
}

/// A case as it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    round: String,
    unit: String,
    r#for: String,
    name: String,
    #[serde(default)]
    detail: String,
    number: Option<u32>,
    honoured: Option<String>,
    person: Option<String>,
    form: String,
    ground: String,
    year: i16,
    achievement: String,
    vote: WrittenVote,
}

/// The vote at the unit as it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVote {
    voters: u32,
    voted: u32,
    approved: u32,
    day: jiff::civil::Date,
    minutes: String,
}

/// Writes a case as a draft.
pub(super) async fn write(Caller(ctx): Caller, sent: Sent, body: Bytes) -> Answer {
    sent.only(&[])?;
    let body: Written = serde_json::from_slice(&body)
        .map_err(|fault| Problem::bad("body", format!("JSON chưa đúng: {fault}.")))?;
    let word = |name: &str| Problem::bad(name, format!("“{name}” không có trong danh mục."));
    let vote = body.vote;
    let new = NewNomination {
        round: id::<RoundId>("round", &body.round)?,
        unit: id("unit", &body.unit)?,
        kind: HonoreeKind::from_code(&body.r#for).ok_or_else(|| word("for"))?,
        name: body.name,
        detail: body.detail,
        number: body.number.unwrap_or(1),
        honoured: body.honoured.map(|unit| id("honoured", &unit)).transpose()?,
        person: body.person.map(|person| id("person", &person)).transpose()?,
        form: body.form.parse().map_err(|_| word("form"))?,
        ground: Ground::from_code(&body.ground).ok_or_else(|| word("ground"))?,
        year: body.year,
        achievement: body.achievement,
        vote: UnitVote {
            voters: vote.voters,
            voted: vote.voted,
            approved: vote.approved,
            day: vote.day,
            minutes: vote.minutes,
        },
    };
    let written = acts::nomination::write(&ctx, new).await;
    let case = written.map_err(|end| Problem::of(end, |refusal| unwritten(&refusal)))?;
    Ok(answer(told(&ctx, case).await?))
}

fn unwritten(refusal: &NominationRefusal) -> Problem {
    let told = crate::web::nomination::sentence(refusal, Lang::Vi);
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not-written", "Chưa lập được hồ sơ", told)
}

/// The meetings of a unit, of those below it, and those one is a member of.
pub(super) async fn councils(Caller(ctx): Caller, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", sent.only(OF_UNIT)?.needed("unit")?)?;
    let found = acts::council::list(&ctx, unit).await?;
    let rows = found.iter().map(|one| {
        json!({
            "id": one.id.to_string(), "unit": one.unit.to_string(), "title": one.title,
            "day": one.day.to_string(), "secret": one.secret, "closed": one.closed_ms.map(moment),
            "members": one.members.len(), "cases": one.items.len(),
        })
    });
    Ok(answer(json!({ "councils": rows.collect::<Vec<_>>() })))
}

/// One meeting: members, cases, counts once closed. Nobody's vote, unless the ballot was open and is closed.
pub(super) async fn council(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let view = acts::council::load(&ctx, id::<CouncilId>("council", &text)?).await?;
    let council = &view.council;
    let members = council.members.iter().map(|one| {
        json!({ "name": one.name, "post": one.post, "chair": one.chair, "attendance": one.attendance.code() })
    });
    let items = view.items.iter().map(|item| {
        let named = |(name, voice): &(String, Voice)| json!({ "name": name, "answer": voice.code() });
        json!({
            "nomination": item.case.id.to_string(), "name": item.case.name, "form": item.case.form,
            "percent": item.share.as_ref().map(|(percent, _)| percent),
            "article": item.share.as_ref().map(|(_, article)| article),
            "voices": item.voices,
            "counted": item.counted.map(|counted| json!({
                "agree": counted.agree, "disagree": counted.disagree, "blank": counted.blank,
                "need": counted.need,
            })),
            "named": item.named.iter().map(named).collect::<Vec<_>>(),
        })
    });
    Ok(answer(json!({
        "id": council.id.to_string(), "unit": council.unit.to_string(), "title": council.title,
        "day": council.day.to_string(), "secret": council.secret, "closed": council.closed_ms.map(moment),
        "members": members.collect::<Vec<_>>(), "items": items.collect::<Vec<_>>(),
    })))
}

fn headcount(of: &Headcount) -> Tree {
    json!({
        "collectives": of.collectives, "individuals": of.individuals, "households": of.households,
        "combined": of.combined,
    })
}

fn decision_of(decision: &acts::decision::Decision, standing: &str, count: &Headcount) -> Tree {
    json!({
        "id": decision.id.to_string(), "keeper": decision.keeper.to_string(), "number": decision.number,
        "decided": decision.decided.to_string(), "title": decision.title, "body": decision.body_name,
        "capacity": decision.giver.code(), "origin": decision.origin.code(), "entitled": decision.entitled,
        "source": decision.source, "standing": standing, "honoured": headcount(count),
    })
}

/// What was conferred, one entry for each year, body and form, with the sentence that says so.
fn summed(of: &[Summed]) -> Tree {
    let sentences = crate::web::register::sentences(of, Lang::Vi);
    let one = |(one, (_, sentence)): (&Summed, (String, String))| {
        let handed = one.handed.iter().map(|(by, day)| json!({ "organiser": by, "day": day.to_string() }));
        json!({
            "year": one.year, "body": one.body, "form": one.form, "count": headcount(&one.count),
            "handed_over": handed.collect::<Vec<_>>(), "sentence": sentence,
        })
    };
    of.iter().zip(sentences).map(one).collect()
}

/// The register of a unit and of those below it: what stands, counted and in sentences.
pub(super) async fn register(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(REGISTER)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let year = params
        .text("year")
        .map(|text| text.parse::<i16>().map_err(|_| Problem::bad("year", "Viết năm bằng bốn chữ số.")));
    let query = acts::register::Query { year: year.transpose()?, named: String::new() };
    let book = acts::register::open(&ctx, unit, &query).await?;
    Ok(answer(json!({
        "standing": headcount(&book.standing), "people": book.people, "lines": book.total,
        "years": book.years, "honoured": summed(&book.summed),
    })))
}

/// The decisions in the registers of a unit and of those below it.
pub(super) async fn decisions(Caller(ctx): Caller, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", sent.only(OF_UNIT)?.needed("unit")?)?;
    let found = acts::decision::list(&ctx, unit).await?;
    let rows = found.iter().map(|row| decision_of(&row.decision, row.standing.code(), &row.headcount));
    Ok(answer(json!({ "decisions": rows.collect::<Vec<_>>() })))
}

/// One decision with its list as it stands today and all that happened to it.
pub(super) async fn decision(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let view = acts::decision::load(&ctx, id::<DecisionId>("decision", &text)?).await?;
    let lines = view.lines.iter().map(|line| {
        let row = &line.line;
        json!({
            "id": row.id.to_string(), "place": row.place, "for": row.kind.code(), "name": line.name,
            "detail": row.detail, "number": row.number, "form": row.form, "ground": row.ground.code(),
            "year": row.year, "achievement": row.achievement, "standing": line.standing.code(),
            "handed_over": line.handed.as_ref().map(|handed| handed.ceremony.to_string()),
            "nomination": row.nomination.map(|case| case.to_string()),
        })
    });
    let changes = view.changes.iter().map(|change| {
        json!({
            "change": change.change.code(), "line": change.honoree.map(|line| line.to_string()),
            "day": change.day.to_string(), "number": change.number, "reason": change.reason,
            "name_before": change.name_before, "name_after": change.name_after,
        })
    });
    let held = view.ceremonies.iter().map(|one| {
        json!({
            "id": one.id.to_string(), "day": one.day.to_string(), "organiser": one.organiser,
            "occasion": one.occasion, "place": one.place,
        })
    });
    let mut told = decision_of(&view.decision, view.standing.code(), &view.headcount);
    if let Tree::Object(map) = &mut told {
        map.insert("lines".to_owned(), lines.collect());
        map.insert("changes".to_owned(), changes.collect());
        map.insert("ceremonies".to_owned(), held.collect());
    }
    Ok(answer(told))
}
