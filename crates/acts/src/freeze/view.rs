//! A freeze read like live totals: the same values, so that pages, sheets and reports can quote either.
//!
//! Not here: making a freeze, why two differ.

use super::open;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::total::origin::{Behind, by_other_road, opened, path};
use crate::total::{
    Cell, Columns, Coverage, Origin, OverTimeRules, Query, Record, Row, View, children, heads,
};
use domain::figure::{BySlot, Slot};
use domain::freeze::{FrozenUnit, Kept};
use domain::id::FreezeId;
use domain::period::Period;
use domain::rollup::Lens;
use domain::submission::Road;
use domain::unit::{History, UnitId};
use std::collections::HashMap;
use store::freeze::Freeze;
use store::{StoreError, Tx};

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
    let own_columns = columns(&own, &query, |_| true);
    let below = children(history, &query, &own_columns.told(), day);
    let held = store::freeze::units(tx, freeze.id, &below).await?;
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
    let behind = Behind::of(&view, &history, &[query.unit], std::slice::from_ref(&slot));
    let said = said(&mut tx, &freeze, &behind.speakers(), query.road).await?;
    let records = behind.records(&mut tx, &history, said).await?;
    let other = view_within(&mut tx, &freeze, &history, by_other_road(query)).await?;
    let (live, authority) = ctx.standing(&mut tx).await?;
    let path = path(&mut tx, &view, &history, (&authority, &live)).await?;
    opened(&mut tx, view, slot, (records, other, path)).await
}

/// The records behind a frozen view's figures, as [`crate::total::sources`] gives those of figures as they stand.
pub async fn sources(
    ctx: &Ctx,
    id: FreezeId,
    view: &View,
    slots: &[Slot],
) -> Result<Vec<Record>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (freeze, history) = open(ctx, &mut tx, id, view.query.unit).await?;
    let behind = Behind::of(view, &history, &view.units(), slots);
    let said = said(&mut tx, &freeze, &behind.speakers(), view.query.road).await?;
    Ok(behind.records(&mut tx, &history, said).await?)
}

/// What units had said by a road when the freeze was made.
async fn said(tx: &mut Tx, freeze: &Freeze, units: &[UnitId], road: Road) -> Result<Vec<Kept>, StoreError> {
    let frozen = store::freeze::units(tx, freeze.id, units).await?;
    Ok(frozen.into_values().flat_map(|frozen| frozen.said).filter(|kept| kept.key.road == road).collect())
}
