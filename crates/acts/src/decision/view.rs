//! Seeing decisions: one with its list and what happened to it, the register of a unit, what a person or a unit
//! received.
//!
//! Not here: making and changing them (`super`).

use super::{ChangeRow, Decision, Honoree};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::decision::{Change, Standing, standing};
use domain::honoree::Headcount;
use domain::id::{DecisionId, PersonId};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::Tx;
use store::ceremony::{Ceremony, Handover};

/// A line as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// The line as it was issued.
    pub line: Honoree,
    /// The name after all corrections.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// Who received it where, once it was handed over.
    pub handed: Option<Handover>,
}

/// A decision with everything about it.
#[derive(Debug, Clone)]
pub struct DecisionView {
    /// The decision.
    pub decision: Decision,
    /// How the whole stands today.
    pub standing: Standing,
    /// Its list.
    pub lines: Vec<LineView>,
    /// How many its list honours, whatever stands of it.
    pub headcount: Headcount,
    /// What happened to it, oldest first.
    pub changes: Vec<ChangeRow>,
    /// Where it was handed over, oldest first.
    pub ceremonies: Vec<Ceremony>,
    /// Whether the person may change it.
    pub can_change: bool,
    /// Whether the person may take its signed file back.
    pub can_take_back: bool,
}

/// A decision as a list shows it.
#[derive(Debug, Clone)]
pub struct DecisionRow {
    /// The decision.
    pub decision: Decision,
    /// How the whole stands today.
    pub standing: Standing,
    /// How many its list honours.
    pub headcount: Headcount,
}

/// The name of a line on a day, after the corrections up to it.
pub(super) fn name_on(line: &Honoree, changes: &[ChangeRow], day: Date) -> String {
    let corrected = |change: &&ChangeRow| {
        change.change == Change::Corrected && change.honoree == Some(line.id) && change.day <= day
    };
    let last = changes.iter().rfind(corrected);
    last.map_or_else(|| line.name.clone(), |change| change.name_after.clone())
}

/// How the whole of a decision stands on a day.
fn whole(changes: &[ChangeRow], day: Date) -> Standing {
    let about = changes.iter().filter(|change| change.honoree.is_none());
    standing(about.map(|change| (change.day, change.change)), day)
}

/// Lines as they stand on a day, given what happened to their decisions.
pub(crate) fn lines_on(lines: Vec<Honoree>, changes: &[ChangeRow], day: Date) -> Vec<LineView> {
    lines
        .into_iter()
        .map(|line| {
            let about = |change: &&ChangeRow| {
                change.decision == line.decision && change.honoree.is_none_or(|one| one == line.id)
            };
            let story = changes.iter().filter(about).map(|change| (change.day, change.change));
            let (standing, name) = (standing(story, day), name_on(&line, changes, day));
            LineView { line, name, standing, handed: None }
        })
        .collect()
}

/// Loads a decision with its list as it stands today.
pub async fn load(ctx: &Ctx, id: DecisionId) -> Result<DecisionView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let decision = super::found::<Never>(ctx, &mut tx, id).await?;
    let changes = store::decision::changes(&mut tx, &[id]).await?;
    let today = ctx.app.today();
    let rows = store::honoree::of_decision(&mut tx, id).await?;
    let mut handed: HashMap<_, _> = store::ceremony::handovers(&mut tx, id)
        .await?
        .into_iter()
        .map(|handover| (handover.honoree, handover))
        .collect();
    let headcount = Headcount::of(rows.iter().map(|line| (line.kind, line.number)));
    // Only the changes of single lines make a difference between lines; a long list is not held against all.
    let mut lines = lines_on(rows, &changes, today);
    for line in &mut lines {
        line.handed = handed.remove(&line.line.id);
    }
    let (history, authority) = ctx.standing(&mut tx).await?;
    let action = match decision.origin {
        super::Origin::Issued => Action::IssueDecisions,
        super::Origin::Entered => Action::KeepRegister,
    };
    Ok(DecisionView {
        standing: whole(&changes, today),
        lines,
        headcount,
        ceremonies: store::ceremony::of_decision(&mut tx, id).await?,
        can_change: authority.may(action, Some(decision.keeper), &history),
        can_take_back: authority.may(Action::KeepRegister, Some(decision.keeper), &history),
        changes,
        decision,
    })
}

/// Decisions that were looked for.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The latest of them.
    pub rows: Vec<DecisionRow>,
    /// How many there are in all.
    pub all: usize,
}

/// The decisions in the registers of a unit and all that ever stood below it, latest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<DecisionRow>, ActError<Never>> {
    Ok(search(ctx, unit, "", usize::MAX).await?.rows)
}

/// The latest `most` of them whose number, title or body holds what was typed; marks and case do not count, and
/// nothing typed means all.
pub async fn search(ctx: &Ctx, unit: UnitId, typed: &str, most: usize) -> Result<Found, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let mut decisions = store::decision::list(&mut tx, &history.ever_below(unit)).await?;
    let typed = text::fold(typed);
    let holds = |told: &str| text::fold(told).contains(&typed);
    decisions.retain(|one| {
        typed.is_empty() || [&one.number, &one.title, &one.body_name].into_iter().any(|told| holds(told))
    });
    let all = decisions.len();
    decisions.truncate(most);
    let ids: Vec<DecisionId> = decisions.iter().map(|decision| decision.id).collect();
    let mut changes: HashMap<DecisionId, Vec<ChangeRow>> = HashMap::new();
    for change in store::decision::changes(&mut tx, &ids).await? {
        changes.entry(change.decision).or_default().push(change);
    }
    let mut heads: HashMap<DecisionId, Headcount> = HashMap::new();
    for line in store::honoree::of_decisions(&mut tx, &ids).await? {
        let head = heads.entry(line.decision).or_default();
        *head = head.plus(&Headcount::of([(line.kind, line.number)]));
    }
    let today = ctx.app.today();
    let rows = decisions.into_iter().map(|decision| DecisionRow {
        standing: whole(changes.get(&decision.id).map_or(&[][..], Vec::as_slice), today),
        headcount: heads.remove(&decision.id).unwrap_or_default(),
        decision,
    });
    Ok(Found { rows: rows.collect(), all })
}

/// A line with its decision.
pub type Received = (Decision, LineView);

/// What a person received, under every row that was merged into this one; only from registers that the person at
/// work may see. Latest first.
pub async fn of_person(ctx: &Ctx, person: PersonId) -> Result<Vec<Received>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let found = store::person::find(&mut tx, person).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(found.unit)).await?;
    let rows = store::person::same_as(&mut tx, person).await?;
    let lines = store::honoree::of_persons(&mut tx, &rows).await?;
    received(ctx, &mut tx, lines).await
}

/// What a unit received as a collective. Latest first.
pub async fn of_unit(ctx: &Ctx, unit: UnitId) -> Result<Vec<Received>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let mut lines = store::honoree::of_units(&mut tx, &[unit]).await?;
    lines.retain(|line| line.kind == domain::honoree::HonoreeKind::Collective);
    received(ctx, &mut tx, lines).await
}

/// Lines with their decisions, those of registers that the person at work may see. Latest first.
pub(crate) async fn received(
    ctx: &Ctx,
    tx: &mut Tx,
    lines: Vec<Honoree>,
) -> Result<Vec<Received>, ActError<Never>> {
    let (history, authority) = ctx.standing(tx).await?;
    let ids: HashSet<DecisionId> = lines.iter().map(|line| line.decision).collect();
    let mut decisions = HashMap::new();
    for id in &ids {
        if let Some(decision) = store::decision::find(tx, *id).await?
            && authority.may(Action::SeeAwards, Some(decision.keeper), &history)
        {
            decisions.insert(*id, decision);
        }
    }
    let all: Vec<DecisionId> = ids.into_iter().collect();
    let changes = store::decision::changes(tx, &all).await?;
    let mut found: Vec<Received> = lines_on(lines, &changes, ctx.app.today())
        .into_iter()
        .filter_map(|line| Some((decisions.get(&line.line.decision)?.clone(), line)))
        .collect();
    found.sort_by_key(|(decision, line)| std::cmp::Reverse((decision.decided, line.line.id)));
    Ok(found)
}
