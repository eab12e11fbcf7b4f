//! The steps of a case: sent up, given back, vetted, asked about, noticed, raised, decided.
//!
//! Not here: the council's step (`council`).

use super::{
    Consultation, Ended, LONG_MOST, Nomination, NominationRefusal, Notice, SHORT_MOST, case, checked, found,
    moved, refuse,
};
use crate::award::own;
use crate::ctx::Ctx;
use crate::decision::{self, NewDecision, NewLine};
use crate::error::ActError;
use domain::authority::Action;
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, NominationId, RoundId, StepId};
use domain::nomination::{Stage, Step};
use jiff::civil::Date;
use store::Tx;
use store::round::Round;

/// Sends a case up.
pub async fn propose(ctx: &Ctx, id: NominationId) -> Ended<()> {
    own_step(ctx, id, Step::Propose, "").await
}

/// Takes a case back.
pub async fn withdraw(ctx: &Ctx, id: NominationId, reason: &str) -> Ended<()> {
    own_step(ctx, id, Step::Withdraw, reason).await
}

async fn own_step(ctx: &Ctx, id: NominationId, step: Step, reason: &str) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let (case, _) = found(ctx, &mut tx, id).await?;
    ctx.ask::<NominationRefusal>(&mut tx, Action::KeepRegister, Some(case.unit)).await?;
    let reason = checked(reason, LONG_MOST, false)?;
    moved(ctx, &mut tx, &case, step, true, &reason).await?;
    tx.commit().await?;
    Ok(())
}

/// A case and its round, for whoever acts for the body whose round it is.
async fn for_body(ctx: &Ctx, tx: &mut Tx, id: NominationId) -> Ended<(Nomination, Round)> {
    let (case, round) = found(ctx, tx, id).await?;
    ctx.ask::<NominationRefusal>(tx, Action::IssueDecisions, Some(round.unit)).await?;
    Ok((case, round))
}

/// Gives a case back; the unit reads why.
pub async fn give_back(ctx: &Ctx, id: NominationId, reason: &str) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let (case, _) = for_body(ctx, &mut tx, id).await?;
    let reason = checked(reason, LONG_MOST, false)?;
    if reason.is_empty() {
        return refuse(NominationRefusal::ReasonMissing);
    }
    moved(ctx, &mut tx, &case, Step::Return, true, &reason).await?;
    tx.commit().await?;
    Ok(())
}

/// Says that a case was vetted: every paper that the rules of the day ask for is there, and the round has a place.
pub async fn vet(ctx: &Ctx, id: NominationId, note: &str) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let (case, round) = for_body(ctx, &mut tx, id).await?;
    let note = checked(note, LONG_MOST, false)?;
    let book = own::book_for(ctx, &mut tx, round.unit).await?;
    let missing = case::missing_papers(&mut tx, &book, &case, ctx.app.today()).await?;
    if !missing.is_empty() {
        return refuse(NominationRefusal::PapersMissing(missing));
    }
    let same = |form: &&store::round::RoundForm| form.form == case.form && form.kind == case.kind;
    if let Some(quota) = round.forms.iter().find(same).and_then(|form| form.quota) {
        let all = store::nomination::of_rounds(&mut tx, &[round.id]).await?;
        let taken = all.iter().filter(|other| {
            other.form == case.form
                && other.kind == case.kind
                && matches!(other.stage, Stage::Vetted | Stage::Carried | Stage::Decided)
        });
        let taken: u32 = taken.map(|other| other.number).fold(0, u32::saturating_add);
        if taken.saturating_add(case.number) > quota {
            return refuse(NominationRefusal::QuotaFull { quota });
        }
    }
    moved(ctx, &mut tx, &case, Step::Vet, true, &note).await?;
    tx.commit().await?;
    Ok(())
}

/// Asks another body; the answer is due after so many working days.
pub async fn consult(ctx: &Ctx, id: NominationId, body: &str, days: u16) -> Ended<StepId> {
    let mut tx = ctx.write().await?;
    let (case, round) = for_body(ctx, &mut tx, id).await?;
    if !matches!(case.stage, Stage::Proposed | Stage::Vetted) {
        return refuse(NominationRefusal::CannotFollow(case.stage));
    }
    let book = own::book_for(ctx, &mut tx, round.unit).await?;
    let today = ctx.app.today();
    let Some(term) = book.term(today, days) else { return refuse(NominationRefusal::Term) };
    let asked = Consultation {
        id: StepId(ctx.app.id()),
        nomination: id,
        body: checked(body, SHORT_MOST, true)?,
        asked: today,
        due: term.last,
        answered: None,
        answer: String::new(),
    };
    store::nomination::consult(&mut tx, &asked).await?;
    let detail = format!("{} {}", asked.body, asked.due);
    ctx.record(&mut tx, "nomination.consult", Some(case.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(asked.id)
}

/// What a body answered.
#[derive(Debug, Clone)]
pub struct Answered {
    /// On which day.
    pub day: Date,
    /// Whether it agrees.
    pub agrees: bool,
    /// In words, with the number of its letter.
    pub words: String,
}

/// Writes the answer of a body that was asked.
pub async fn answer(ctx: &Ctx, id: StepId, answered: Answered) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let asked = store::nomination::find_consultation(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let (case, _) = for_body(ctx, &mut tx, asked.nomination).await?;
    let words = checked(&answered.words, LONG_MOST, true)?;
    if answered.day > ctx.app.today() || answered.day < asked.asked {
        return refuse(NominationRefusal::InFuture);
    }
    if !store::nomination::answer(&mut tx, id, (answered.day, answered.agrees), &words).await? {
        return refuse(NominationRefusal::AnsweredBefore);
    }
    ctx.record(&mut tx, "nomination.answer", Some(case.unit), case.id.to_string(), asked.body).await?;
    tx.commit().await?;
    Ok(())
}

/// Posts a public notice: from a day on, for as many working days as the rules ask, or as the body says where they
/// ask for none.
pub async fn post_notice(ctx: &Ctx, id: NominationId, days: u16, place: &str) -> Ended<Notice> {
    let mut tx = ctx.write().await?;
    let (case, round) = for_body(ctx, &mut tx, id).await?;
    if !matches!(case.stage, Stage::Vetted | Stage::Carried) || case.notice.is_some() {
        return refuse(NominationRefusal::CannotFollow(case.stage));
    }
    let book = own::book_for(ctx, &mut tx, round.unit).await?;
    let today = ctx.app.today();
    let asked = case::opinion_days(&book, &case, today);
    let days = asked.map_or(days, |asked| asked.max(days));
    let Some(term) = book.term(today, days) else { return refuse(NominationRefusal::Term) };
    let notice = Notice { from: today, until: term.last, place: checked(place, SHORT_MOST, true)? };
    store::nomination::post(&mut tx, id, &notice).await?;
    let detail = format!("{}..{}", notice.from, notice.until);
    ctx.record(&mut tx, "nomination.notice", Some(case.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(notice)
}

/// Passes a case on for a higher form (đạt khen cao): a new case in a round of a body above, which begins there as
/// proposed.
pub async fn escalate(
    ctx: &Ctx,
    id: NominationId,
    higher: RoundId,
    form: domain::award::FormCode,
    reason: &str,
) -> Ended<NominationId> {
    let mut tx = ctx.write().await?;
    let (case, round) = for_body(ctx, &mut tx, id).await?;
    let reason = checked(reason, LONG_MOST, true)?;
    let target = store::round::find(&mut tx, higher).await?.ok_or(ActError::Missing)?;
    let history = store::tree::history(&mut tx).await?;
    let path = crate::programme::path(&history, round.unit, ctx.app.today());
    if target.unit == round.unit || !path.contains(&target.unit) {
        return refuse(NominationRefusal::NotHigher);
    }
    if !target.forms.iter().any(|one| one.form == form && one.kind == case.kind) {
        return refuse(NominationRefusal::NotInRound);
    }
    moved(ctx, &mut tx, &case, Step::Escalate, true, &reason).await?;
    let raised = Nomination {
        id: NominationId(ctx.app.id()),
        round: higher,
        form,
        stage: Stage::Proposed,
        raised_from: Some(id),
        notice: None,
        ..case
    };
    store::nomination::add(&mut tx, &raised, ctx.account, ctx.app.now_ms()).await?;
    for paper in store::nomination::papers(&mut tx, id).await? {
        store::nomination::add_paper(&mut tx, raised.id, &paper, ctx.account, ctx.app.now_ms()).await?;
    }
    for fact in store::nomination::facts(&mut tx, id).await? {
        let fact = super::Fact { id: StepId(ctx.app.id()), ..fact };
        store::nomination::add_fact(&mut tx, raised.id, &fact).await?;
    }
    ctx.record(&mut tx, "nomination.raised", Some(raised.unit), raised.id.to_string(), reason).await?;
    tx.commit().await?;
    Ok(raised.id)
}

/// Puts cases into a decision of the body whose round they stand in: collectives first, then individuals, then
/// households, each by name. Every case must have come through what the rules ask of its form.
pub async fn decide(ctx: &Ctx, new: NewDecision, cases: &[NominationId]) -> Ended<DecisionId> {
    let mut tx = ctx.write().await?;
    let mut listed = Vec::with_capacity(cases.len());
    for id in cases {
        let (case, round) = for_body(ctx, &mut tx, *id).await?;
        let book = own::book_for(ctx, &mut tx, round.unit).await?;
        let voted = case::council_share(&book, &case, new.decided).is_some();
        if let Some(days) = case::opinion_days(&book, &case, new.decided) {
            match &case.notice {
                None => return refuse(NominationRefusal::NoticeMissing { days }),
                Some(notice) if new.decided <= notice.until => {
                    return refuse(NominationRefusal::NoticeRuns { until: notice.until });
                }
                Some(_) => {}
            }
        }
        case::consulted(&mut tx, &case, new.decided).await?;
        if domain::nomination::next(case.stage, Step::Decide, voted).is_none() {
            return refuse(NominationRefusal::CannotFollow(case.stage));
        }
        listed.push((case, voted));
    }
    listed.sort_by_cached_key(|(case, _)| {
        let name = match case.kind {
            HonoreeKind::Individual => domain::text::person_sort_key(&case.name),
            HonoreeKind::Collective | HonoreeKind::Household | HonoreeKind::Combined => {
                domain::text::sort_key(&case.name)
            }
        };
        (case.kind, case.form.clone(), name)
    });
    let new = NewDecision { lines: listed.iter().map(|(case, _)| line(case)).collect(), ..new };
    let decided = decision::issue_within(ctx, &mut tx, new).await;
    let id = decided.map_err(|ended| ended.map(NominationRefusal::Decision))?;
    for (case, voted) in &listed {
        moved(ctx, &mut tx, case, Step::Decide, *voted, &id.to_string()).await?;
    }
    tx.commit().await?;
    Ok(id)
}

fn line(case: &Nomination) -> NewLine {
    NewLine {
        kind: case.kind,
        name: case.name.clone(),
        detail: case.detail.clone(),
        number: case.number,
        unit: case.honoured,
        person: case.person,
        form: case.form.clone(),
        ground: case.ground,
        year: case.year,
        period: None,
        achievement: case.achievement.clone(),
        nomination: Some(case.id),
    }
}
