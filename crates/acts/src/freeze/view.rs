//! A freeze read like live totals: the same values, so that pages, sheets and reports can quote either.
//!
//! Not here: making a freeze, why two differ.

use super::open;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::figure::{Step, steps};
use crate::indicator::Catalogue;
use crate::total::{
    Cell, Columns, Coverage, Origin, OverTimeRules, Part, Query, Record, Row, View, children, heads,
};
use domain::authority::Action;
use domain::figure::{BySlot, Slot};
use domain::freeze::{FrozenUnit, Kept};
use domain::id::{DocumentId, FreezeId, SubmissionId};
use domain::period::Period;
use domain::range::Pick;
use domain::rollup::Lens;
use domain::submission::{Road, Scope};
use domain::unit::{History, UnitId};
use std::collections::HashMap;
use store::Tx;
use store::figure::Evidence;
use store::freeze::Freeze;

/// Looks at a unit's frozen figures and those of the units directly below it. Missing where the freeze does not
/// hold the unit or the stretch.
pub async fn view(ctx: &Ctx, id: FreezeId, query: Query) -> Result<View, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (freeze, history) = open(ctx, &mut tx, id, query.unit).await?;
    view_within(&mut tx, &freeze, &history, query).await
}

/// All frozen figures of one unit.
pub async fn figures(ctx: &Ctx, id: FreezeId, query: Query) -> Result<BySlot<Cell>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (freeze, history) = open(ctx, &mut tx, id, query.unit).await?;
    Ok(view_within(&mut tx, &freeze, &history, query).await?.own.cells)
}

/// One frozen figure of a unit; `None` where nobody had said it.
pub async fn figure(
    ctx: &Ctx,
    id: FreezeId,
    query: Query,
    slot: Slot,
) -> Result<Option<Cell>, ActError<Never>> {
    Ok(figures(ctx, id, query).await?.remove(&slot))
}

/// The columns of one frozen unit within a stretch.
fn columns(frozen: &FrozenUnit, query: &Query, takes: impl Fn(Period) -> bool) -> Columns {
    let mut columns = Columns::default();
    for (period, road) in frozen.totals.keys() {
        if *road == query.road
            && query.range.contains(*period)
            && takes(*period)
            && let Some(total) = frozen.total(*period, *road, query.lens)
        {
            columns.put(*period, total.clone());
        }
    }
    columns
}

async fn view_within(
    tx: &mut Tx,
    freeze: &Freeze,
    history: &History,
    query: Query,
) -> Result<View, ActError<Never>> {
    if !freeze.range.contains(query.range) {
        return Err(ActError::Missing);
    }
    let day = freeze.tree_day;
    let own =
        store::freeze::units(tx, freeze.id, &[query.unit]).await?.remove(&query.unit).unwrap_or_default();
    let periods: Vec<Period> = own
        .totals
        .keys()
        .filter(|(period, road)| *road == query.road && query.range.contains(*period))
        .map(|(period, _)| *period)
        .collect();
    let below = children(history, &query, &periods, day);
    let held = store::freeze::units(tx, freeze.id, &below).await?;
    let own_columns = columns(&own, &query, |_| true);
    let over_time = OverTimeRules::load(tx).await?;
    let picks = own_columns.picks(query.range, &over_time);
    let mut units = below.clone();
    units.push(query.unit);
    let heads = heads(tx, history, &units, query.range.last().min(day)).await?;
    let mut coverage = Coverage { expected: below.len(), ..Coverage::default() };
    let mut rows = Vec::with_capacity(below.len());
    let mut below_columns = HashMap::new();
    for child in &below {
        let above = |period| match query.lens {
            Lens::AsWas => history.parent_for(*child, period),
            Lens::AsIs => history.place_on(*child, day).and_then(|place| place.parent),
        };
        let columns =
            held.get(child).map(|frozen| columns(frozen, &query, |period| above(period) == Some(query.unit)));
        let cells = columns.as_ref().map(|columns| columns.cells(&picks)).unwrap_or_default();
        below_columns.extend(columns.map(|columns| (*child, columns)));
        if cells.is_empty() {
            coverage.missing.push(*child);
        }
        if let Some(head) = heads.get(child) {
            rows.push(Row { head: head.clone(), cells });
        }
    }
    coverage.reported = coverage.expected - coverage.missing.len();
    rows.sort_by(|a, b| a.head.name.sort_key.cmp(&b.head.name.sort_key));
    let head = heads.get(&query.unit).cloned().ok_or(ActError::Missing)?;
    let own = Row { head, cells: own_columns.cells(&picks) };
    Ok(View {
        query,
        tree_day: day,
        own,
        rows,
        coverage,
        columns: own_columns,
        below: below_columns,
        over_time,
    })
}

/// Opens a frozen figure: its parts, and its records as they stood, with the edits and the evidence of their time.
pub async fn origin(ctx: &Ctx, id: FreezeId, query: Query, slot: Slot) -> Result<Origin, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (freeze, history) = open(ctx, &mut tx, id, query.unit).await?;
    let view = view_within(&mut tx, &freeze, &history, query).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let Some(indicator) = catalogue.of_slot(slot) else { return Err(ActError::Missing) };
    let over_tree = indicator.over_tree;
    let cell = view.own.cells.get(&slot).cloned().unwrap_or_default();
    let records = records(&mut tx, &freeze, &history, &query, slot, &cell.pick).await?;
    let mut coverage = Coverage { expected: view.rows.len(), ..Coverage::default() };
    let (mut missing, mut parts) = (Vec::new(), Vec::new());
    for row in view.rows {
        if let Some(cell) = row.cells.get(&slot) {
            parts.push(Part { head: row.head, cell: cell.clone() });
        } else {
            coverage.missing.push(row.head.unit);
            missing.push(row.head);
        }
    }
    coverage.reported = parts.len();
    let other = match query.road {
        Road::Declared => Road::Evidenced,
        Road::Evidenced => Road::Declared,
    };
    let other = view_within(&mut tx, &freeze, &history, Query { road: other, ..query }).await?;
    let (live, authority) = ctx.standing(&mut tx).await?;
    let day = query.range.last().min(freeze.tree_day);
    let above: Vec<UnitId> = history
        .path_on(query.unit, day)
        .into_iter()
        .skip(1)
        .filter(|unit| authority.may(Action::SeeFigures, Some(*unit), &live))
        .collect();
    let mut named = heads(&mut tx, &history, &above, day).await?;
    let path = above.iter().rev().filter_map(|unit| named.remove(unit)).collect();
    Ok(Origin {
        query,
        slot,
        head: view.own.head,
        path,
        cell,
        parts,
        records,
        other_road: other.own.cells.get(&slot).map(|cell| cell.sum),
        coverage,
        missing,
        over_tree,
    })
}

/// What the unit (and, as it is now, those that it succeeded) had said for a slot.
async fn records(
    tx: &mut Tx,
    freeze: &Freeze,
    history: &History,
    query: &Query,
    slot: Slot,
    pick: &Pick,
) -> Result<Vec<Record>, store::StoreError> {
    let units: Vec<UnitId> = match query.lens {
        Lens::AsWas => vec![query.unit],
        Lens::AsIs => history
            .units()
            .filter(|unit| history.home(*unit, freeze.tree_day).unit == Some(query.unit))
            .collect(),
    };
    let mut held: Vec<Kept> = store::freeze::units(tx, freeze.id, &units)
        .await?
        .into_values()
        .flat_map(|frozen| frozen.said)
        .filter(|kept| kept.key.road == query.road && kept.vector.get(slot).is_some())
        .filter(|kept| pick.taken.iter().chain(&pick.left_out).any(|period| *period == kept.key.period))
        .collect();
    held.sort_by_key(|kept| kept.key);
    let versions: HashMap<SubmissionId, i64> =
        held.iter().map(|kept| (kept.submission, kept.version)).collect();
    let then = |id: SubmissionId, version: i64| versions.get(&id).is_some_and(|last| version <= *last);
    let ids: Vec<SubmissionId> = held.iter().map(|kept| kept.submission).collect();
    let mut told: HashMap<SubmissionId, Vec<Step>> = HashMap::new();
    for (id, step) in steps(tx, &ids, slot).await? {
        if then(id, step.version) {
            told.entry(id).or_default().push(step);
        }
    }
    let mut evidence: HashMap<SubmissionId, Vec<Evidence>> = HashMap::new();
    for piece in store::figure::evidence_of(tx, &ids).await? {
        if piece.slot == slot && then(piece.submission, piece.version) {
            evidence.entry(piece.submission).or_default().push(piece);
        }
    }
    let heads = heads(tx, history, &units, query.range.last()).await?;
    let mut records = Vec::with_capacity(held.len());
    for one in &held {
        let Some((owner, value)) = heads.get(&one.key.unit).zip(one.vector.get(slot)) else { continue };
        let evidence = evidence.remove(&one.submission).unwrap_or_default();
        let documents: Vec<DocumentId> = evidence.iter().filter_map(|piece| piece.document).collect();
        let spoken = one.key.scope == Scope::Own
            && held.iter().any(|other| {
                other.key.scope == Scope::Whole
                    && (other.key.unit, other.key.period) == (one.key.unit, one.key.period)
            });
        records.push(Record {
            submission: one.submission,
            head: owner.clone(),
            period: one.key.period,
            scope: one.key.scope,
            value,
            steps: told.remove(&one.submission).unwrap_or_default(),
            evidence,
            documents: store::document::titles(tx, &documents).await?,
            counts: pick.taken.contains(&one.key.period) && !spoken,
        });
    }
    Ok(records)
}
