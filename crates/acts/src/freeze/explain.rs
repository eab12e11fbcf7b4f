//! Why a figure is another one than in a freeze: against another freeze or against now, down to the last unit, with
//! the edits between.
//!
//! Not here: the rule of what changed why (`domain::freeze::difference`), the sentences (`lang`).

use super::{gather, holds, now_day};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::figure::name_of;
use crate::total::{Head, OverTimeRules, Query, heads};
use domain::authority::Action;
use domain::figure::{Slot, Value};
use domain::freeze::difference::{self, Difference, Look};
use domain::freeze::{Kept, Stand};
use domain::id::{FreezeId, SubmissionId};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use store::Tx;
use store::freeze::Freeze;

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// What a freeze holds.
    Frozen(FreezeId),
    /// What stands now.
    Now,
}

/// One side as it was found.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The freeze; `None` for now.
    pub freeze: Option<Freeze>,
    /// Who froze; empty for now.
    pub by: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// The day of its tree.
    pub tree_day: Date,
}

/// An edit between the two moments.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The submission's version after it.
    pub version: i64,
    /// By whom.
    pub name: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Why.
    pub reason: String,
    /// The value before.
    pub before: Option<Value>,
    /// The value after.
    pub after: Option<Value>,
}

/// Why figures differ.
#[derive(Debug, Clone)]
pub struct Explained {
    /// What was looked at.
    pub query: Query,
    /// The earlier side.
    pub before: Moment,
    /// The later side.
    pub after: Moment,
    /// Every figure that either side holds, with its parts.
    pub differences: BTreeMap<Slot, Difference>,
    /// The units named in the parts.
    pub heads: HashMap<UnitId, Head>,
    /// The unit looked at.
    pub head: Head,
    /// For one figure alone: its edits between the two moments, oldest first.
    pub edits: HashMap<SubmissionId, Vec<Edit>>,
    /// Where a unit stands on the later side, for units that left; empty where it is gone or may not be seen.
    pub now_above: HashMap<UnitId, Head>,
}

/// A side with what it holds.
struct Side {
    moment: Moment,
    history: Arc<History>,
    said: Vec<Kept>,
}

impl Side {
    fn stand(&self) -> Stand<'_> {
        Stand { history: &self.history, day: self.moment.tree_day, said: &self.said }
    }
}

async fn frozen(tx: &mut Tx, freeze: Freeze) -> Result<Side, store::StoreError> {
    let history = Arc::new(store::freeze::tree(tx, &freeze).await?);
    let mut said = Vec::new();
    for row in store::freeze::rows(tx, freeze.id).await? {
        said.extend(row.frozen()?.said);
    }
    let by = name_of(tx, freeze.account).await?;
    let moment = Moment { by, at_ms: freeze.at_ms, tree_day: freeze.tree_day, freeze: Some(freeze) };
    Ok(Side { moment, history, said })
}

/// Explains the figures of a unit: from one side to the other; with the edits between of one of them, where a slot is
/// named.
/// At least one side is a freeze, both of the same unit; missing for whoever may not see the unit looked at, and
/// where a freeze does not hold it or the stretch.
pub async fn explain(
    ctx: &Ctx,
    from: Basis,
    to: Basis,
    query: Query,
    slot: Option<Slot>,
) -> Result<Explained, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (before, after) = sides(ctx, &mut tx, from, to, &query).await?;
    let rules = OverTimeRules::load(&mut tx).await?;
    let look = Look { unit: query.unit, range: query.range, road: query.road, lens: query.lens };
    let differences = difference::explain(before.stand(), after.stand(), look, |slot| rules.of(slot));
    let parts = || differences.values().flat_map(|one| &one.parts);
    let units: BTreeSet<UnitId> = parts().map(|part| part.unit).chain([query.unit]).collect();
    let units: Vec<UnitId> = units.into_iter().collect();
    let day = after.moment.tree_day;
    let heads_of = heads(&mut tx, &after.history, &units, day).await?;
    let head = heads_of.get(&query.unit).cloned().ok_or(ActError::Missing)?;
    let now_above = now_above(ctx, &mut tx, &after, &units, &query).await?;
    let mut edits = HashMap::new();
    if let Some(slot) = slot {
        let spans: HashMap<SubmissionId, (i64, i64)> = parts()
            .filter(|part| part.slot == slot)
            .filter_map(|part| part.edit)
            .map(|(id, was, is)| (id, (was, is)))
            .collect();
        edits = edits_between(&mut tx, slot, &spans).await?;
    }
    let (before, after) = (before.moment, after.moment);
    Ok(Explained { query, before, after, differences, heads: heads_of, head, edits, now_above })
}

async fn sides(
    ctx: &Ctx,
    tx: &mut Tx,
    from: Basis,
    to: Basis,
    query: &Query,
) -> Result<(Side, Side), ActError<Never>> {
    let find = async |tx: &mut Tx, basis| match basis {
        Basis::Frozen(id) => {
            let freeze = store::freeze::find(tx, id).await?.ok_or(ActError::Missing)?;
            Ok::<_, ActError<Never>>(Some(freeze))
        }
        Basis::Now => Ok(None),
    };
    let (from, to) = (find(tx, from).await?, find(tx, to).await?);
    let top = from.as_ref().or(to.as_ref()).ok_or(ActError::Missing)?.unit;
    let (live, authority) = ctx.standing(tx).await?;
    let may = |unit| authority.may(Action::SeeFigures, Some(unit), &live);
    if !may(top) && !may(query.unit) {
        return Err(ActError::Missing);
    }
    let mut out = Vec::with_capacity(2);
    let mut held = false;
    for freeze in [from, to] {
        let side = match freeze {
            Some(freeze) => {
                if freeze.unit != top || !freeze.range.contains(query.range) {
                    return Err(ActError::Missing);
                }
                let side = frozen(tx, freeze.clone()).await?;
                held |= holds(&side.history, &freeze, query.unit);
                side
            }
            None => now(ctx, tx, &live, top, query).await?,
        };
        out.push(side);
    }
    let mut sides = out.into_iter();
    match (sides.next(), sides.next()) {
        (Some(before), Some(after)) if held => Ok((before, after)),
        _ => Err(ActError::Missing),
    }
}

async fn now(
    ctx: &Ctx,
    tx: &mut Tx,
    live: &Arc<History>,
    top: UnitId,
    query: &Query,
) -> Result<Side, store::StoreError> {
    let tree_day = now_day(tx, ctx.app.today()).await?;
    let said = gather(tx, live, top, query.range, tree_day).await?;
    let moment = Moment { freeze: None, by: String::new(), at_ms: ctx.app.now_ms(), tree_day };
    Ok(Side { moment, history: Arc::clone(live), said })
}

/// The units directly above on the later side, of those that no longer stand below the unit looked at.
async fn now_above(
    ctx: &Ctx,
    tx: &mut Tx,
    after: &Side,
    units: &[UnitId],
    query: &Query,
) -> Result<HashMap<UnitId, Head>, store::StoreError> {
    let (live, authority) = ctx.standing(tx).await?;
    let day = after.moment.tree_day;
    let mut places: HashMap<UnitId, UnitId> = HashMap::new();
    for unit in units {
        let path = after.history.home_path(*unit, day);
        if path.contains(&query.unit) {
            continue;
        }
        // A unit that lives goes by the one above it, a unit that is gone by the one that took it over.
        let next = if path.first() == Some(unit) { path.get(1) } else { path.first() };
        if let Some(next) = next.filter(|next| authority.may(Action::SeeUnit, Some(**next), &live)) {
            places.insert(*unit, *next);
        }
    }
    let above: BTreeSet<UnitId> = places.values().copied().collect();
    let named = heads(tx, &after.history, &above.into_iter().collect::<Vec<_>>(), day).await?;
    Ok(places.into_iter().filter_map(|(unit, above)| Some((unit, named.get(&above)?.clone()))).collect())
}

async fn edits_between(
    tx: &mut Tx,
    slot: Slot,
    spans: &HashMap<SubmissionId, (i64, i64)>,
) -> Result<HashMap<SubmissionId, Vec<Edit>>, store::StoreError> {
    let ids: Vec<SubmissionId> = spans.keys().copied().collect();
    let mut edits: HashMap<SubmissionId, Vec<Edit>> = HashMap::new();
    let mut steps = crate::figure::steps(tx, &ids, &[slot]).await?;
    steps.reverse();
    for (id, _, step) in steps {
        if spans.get(&id).is_some_and(|(was, is)| *was < step.version && step.version <= *is) {
            edits.entry(id).or_default().push(Edit {
                version: step.version,
                name: step.name,
                at_ms: step.at_ms,
                reason: step.reason,
                before: step.before,
                after: step.after,
            });
        }
    }
    Ok(edits)
}
