//! What the level above decides on a filing: accepting it, giving it back, opening it again.
//!
//! Not here: what the unit itself does (`filing`), who stands above (`domain::authority`: never the unit itself).

use super::{LONGEST_REASON, Taken, Why, hold, part, step, step_row};
use crate::ctx::Ctx;
use crate::error::ActError;
use domain::authority::Action;
use domain::figure::Vector;
use domain::filing::{FilingId, ReturnGround, Standing, Step};
use domain::form::Every;
use domain::period::Period;
use domain::submission::{Road, SubmissionKey};
use domain::unit::{History, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use store::filing::{Filing, many};
use store::{StoreError, Tx};

/// Why the level above cannot decide so. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// The step cannot be taken from where the filing stands.
    Standing(Standing),
    /// It was sent anew since the person looked: this edition, this version of the figures.
    Changed {
        /// The edition now.
        edition: i64,
        /// The submission's version now.
        version: i64,
    },
    /// Units below have not filed: they must be named, all of them, with a reason.
    UnitsMissing(Vec<UnitId>),
    /// A reason is needed: from the list where there is one, and in words.
    ReasonMissing,
    /// A named row is none of the form's.
    UnknownRow(String),
}

/// Accepts a filing: the figures that were read stay as they are. Where units below have not filed, every one of them
/// must be in `missing`, and a reason given.
pub async fn accept(
    ctx: &Ctx,
    filing: FilingId,
    seen_version: Option<i64>,
    missing: &[UnitId],
    reason: &str,
) -> Result<(), ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let (history, key, content) = about(ctx, &mut tx, filing).await?;
    let held = store::figure::hold(&mut tx, &key).await?;
    let mut standing: Filing = hold(ctx, &mut tx, filing, Action::DecideFilings).await?;
    let Some(next) = standing.standing.after(Step::Accept) else {
        return refuse(DecisionRefusal::Standing(standing.standing));
    };
    let version = held.as_ref().map_or(0, |held| held.version);
    if seen_version.is_some_and(|seen| seen != version) {
        return refuse(DecisionRefusal::Changed { edition: standing.edition, version });
    }
    let note = domain::text::clean(reason);
    let without = missing_below(&mut tx, &history, &standing).await?;
    let named: BTreeSet<UnitId> = missing.iter().copied().collect();
    if without.iter().any(|unit| !named.contains(unit)) {
        return refuse(DecisionRefusal::UnitsMissing(without));
    }
    if note.chars().count() > LONGEST_REASON || (note.is_empty() && !without.is_empty()) {
        return refuse(DecisionRefusal::ReasonMissing);
    }
    (standing.standing, standing.standing_ms, standing.asked_ms) = (next, ctx.app.now_ms(), None);
    store::filing::put(&mut tx, &standing).await?;
    let taken = Taken { step: Step::Accept, version, vector: part(&content, held.as_ref()), late: false };
    let count = without.len();
    step(ctx, &mut tx, &standing, taken, Why { note, missing: without, ..Why::default() }).await?;
    let detail = format!("{} · {} · {count}", standing.period, standing.edition);
    ctx.record(&mut tx, "filing.accept", Some(standing.unit), filing.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The submission behind a filing and what its form asks; whoever may not decide learns nothing.
async fn about(
    ctx: &Ctx,
    tx: &mut Tx,
    filing: FilingId,
) -> Result<(std::sync::Arc<History>, SubmissionKey, domain::form::Content), ActError<DecisionRefusal>> {
    let found = store::filing::find_by_id(tx, filing).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(tx, Action::DecideFilings, Some(found.unit)).await?;
    let versions = store::form::versions(tx, &[found.form]).await?;
    let version = versions.into_iter().find(|version| version.number == found.form_version);
    let content = version.ok_or(ActError::Missing)?.content;
    let key =
        SubmissionKey { unit: found.unit, period: found.period, road: Road::Declared, scope: found.scope };
    Ok((history, key, content))
}

/// Why a filing is given back.
#[derive(Debug, Clone, Default)]
pub struct GiveBack {
    /// From the list; at least one.
    pub grounds: Vec<ReturnGround>,
    /// In words; needed.
    pub note: String,
    /// The rows to be mended, by the key that the page gives them, each with what is wrong there.
    pub rows: BTreeMap<String, String>,
}

/// Gives a filing back to be mended; entry is open again.
pub async fn give_back(ctx: &Ctx, filing: FilingId, why: GiveBack) -> Result<(), ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let (_, _, content) = about(ctx, &mut tx, filing).await?;
    let mut held: Filing = hold(ctx, &mut tx, filing, Action::DecideFilings).await?;
    let Some(next) = held.standing.after(Step::Return) else {
        return refuse(DecisionRefusal::Standing(held.standing));
    };
    let note = domain::text::clean(&why.note);
    if why.grounds.is_empty() || note.is_empty() || note.chars().count() > LONGEST_REASON {
        return refuse(DecisionRefusal::ReasonMissing);
    }
    let known: BTreeSet<String> = content.rows().map(|row| row.ask.key()).collect();
    if let Some(unknown) = why.rows.keys().find(|key| !known.contains(*key)) {
        return refuse(DecisionRefusal::UnknownRow(unknown.clone()));
    }
    let clean = |(key, text): (String, String)| {
        let text: String = domain::text::clean(&text).chars().take(LONGEST_REASON).collect();
        (key, text)
    };
    let rows = why.rows.into_iter().map(clean).collect();
    (held.standing, held.standing_ms) = (next, ctx.app.now_ms());
    store::filing::put(&mut tx, &held).await?;
    let taken = Taken { step: Step::Return, version: 0, vector: Vector::default(), late: false };
    let detail = format!("{} · {note}", held.period);
    step(ctx, &mut tx, &held, taken, Why { grounds: why.grounds, note, rows, ..Why::default() }).await?;
    ctx.record(&mut tx, "filing.return", Some(held.unit), filing.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens an accepted filing again: the next edition, whose differences from the accepted one are shown.
pub async fn reopen(ctx: &Ctx, filing: FilingId, reason: &str) -> Result<i64, ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let mut held: Filing = hold(ctx, &mut tx, filing, Action::DecideFilings).await?;
    let Some(next) = held.standing.after(Step::Reopen) else {
        return Err(ActError::Refused(DecisionRefusal::Standing(held.standing)));
    };
    let note = domain::text::clean(reason);
    if note.is_empty() || note.chars().count() > LONGEST_REASON {
        return Err(ActError::Refused(DecisionRefusal::ReasonMissing));
    }
    held.edition += 1;
    (held.standing, held.standing_ms, held.asked_ms) = (next, ctx.app.now_ms(), None);
    store::filing::put(&mut tx, &held).await?;
    let taken = Taken { step: Step::Reopen, version: 0, vector: Vector::default(), late: false };
    let detail = format!("{} · {} · {note}", held.period, held.edition);
    step(ctx, &mut tx, &held, taken, Why { note, ..Why::default() }).await?;
    ctx.record(&mut tx, "filing.reopen", Some(held.unit), filing.to_string(), detail).await?;
    tx.commit().await?;
    Ok(held.edition)
}

/// The units below a filing's unit that were asked to file within its period and have not, by identity.
pub(crate) async fn missing_below(
    tx: &mut Tx,
    history: &History,
    filing: &Filing,
) -> Result<Vec<UnitId>, StoreError> {
    let mut missing = BTreeSet::new();
    if history.children_on(Some(filing.unit), filing.period.last()).is_empty() {
        return Ok(Vec::new());
    }
    for form in store::form::list(tx).await? {
        if form.closed_ms.is_some() {
            continue;
        }
        let versions = store::form::versions(tx, &[form.id]).await?;
        for period in within(&form, filing.period) {
            let Some(version) = crate::form::in_force(&versions, period) else { continue };
            let asked = crate::form::audience(tx, history, (&form, version), period, filing.unit).await?;
            let filed = store::filing::of_form(tx, form.id, period).await?;
            let filed: BTreeSet<UnitId> =
                filed.into_iter().filter(|one| one.standing.is_in()).map(|one| one.unit).collect();
            let asked = asked.into_iter().map(|(unit, _)| unit);
            missing.extend(asked.filter(|unit| *unit != filing.unit && !filed.contains(unit)));
        }
    }
    Ok(missing.into_iter().collect())
}

/// The periods of a form that lie within another one, in order.
fn within(form: &store::form::Form, outer: Period) -> Vec<Period> {
    if form.every == Every::Stage {
        return form.stage.into_iter().filter(|stage| outer.contains(*stage)).collect();
    }
    let mut found = Vec::new();
    let mut next = form.every.period_of(outer.first());
    while let Some(period) = next.filter(|period| period.last() <= outer.last()) {
        if outer.contains(period) {
            found.push(period);
        }
        next = period.last().tomorrow().ok().and_then(|day| form.every.period_of(day));
    }
    found
}

/// What accepting many did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AcceptedMany {
    /// How many were accepted.
    pub accepted: usize,
    /// The units whose filings were left, because units below them are missing or because the person does not decide on
    /// them.
    pub left: Vec<UnitId>,
}

/// Accepts every filing of a form and period at or below a unit that waits and lacks nobody, in one transaction.
pub async fn accept_all(
    ctx: &Ctx,
    form: domain::form::FormId,
    period: Period,
    top: UnitId,
) -> Result<AcceptedMany, ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let (history, authority) = ctx.ask_with(&mut tx, Action::SeeFigures, Some(top)).await?;
    let below: BTreeSet<UnitId> = history.subtree_on(top, period.last()).into_iter().collect();
    let mut waiting = store::filing::of_form(&mut tx, form, period).await?;
    waiting.retain(|one| one.standing == Standing::Sent && below.contains(&one.unit));
    waiting.sort_by_key(|one| one.unit);
    let versions = store::form::versions(&mut tx, &[form]).await?;
    let mut done = AcceptedMany::default();
    let mut whole = Vec::with_capacity(waiting.len());
    for one in waiting {
        let may = authority.may(Action::DecideFilings, Some(one.unit), &history);
        if !may || !missing_below(&mut tx, &history, &one).await?.is_empty() {
            done.left.push(one.unit);
        } else {
            whole.push(one);
        }
    }
    let key = |one: &Filing| SubmissionKey {
        unit: one.unit,
        period: one.period,
        road: Road::Declared,
        scope: one.scope,
    };
    let keys: Vec<SubmissionKey> = whole.iter().map(key).collect();
    // Submissions before filings: in the order of those who enter.
    let figures = store::figure::hold_all(&mut tx, &keys).await?;
    let ids: Vec<FilingId> = whole.iter().map(|one| one.id).collect();
    let (mut accepted, mut steps, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for mut one in many::hold_these(&mut tx, &ids).await? {
        let Some(next) = one.standing.after(Step::Accept) else { continue };
        (one.standing, one.standing_ms, one.asked_ms) = (next, ctx.app.now_ms(), None);
        let held = figures.get(&key(&one));
        let content = versions.iter().find(|version| version.number == one.form_version);
        let vector = content.map(|version| part(&version.content, held)).unwrap_or_default();
        let version = held.map_or(0, |held| held.version);
        let taken = Taken { step: Step::Accept, version, vector, late: false };
        steps.push(step_row(ctx, &one, taken, Why::default()));
        let detail = format!("{} · {} · 0", one.period, one.edition);
        lines.push(ctx.line("filing.accept", Some(one.unit), one.id.to_string(), detail));
        accepted.push(one);
    }
    many::put_all(&mut tx, &accepted).await?;
    many::add_steps(&mut tx, &steps).await?;
    store::ledger::add_all(&mut tx, &lines).await?;
    done.accepted = accepted.len();
    tx.commit().await?;
    Ok(done)
}
