//! What the figures of a report are: bound under names to a unit, a slot and the report's stretch; read from its
//! freeze, or from what stands now.
//!
//! Not here: how they are printed (`lang`), the evidence page of a figure (`total::origin`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::indicator::Catalogue;
use crate::total::{Cell, Lens, Query, View};
use domain::authority::Action;
use domain::figure::{BySlot, Slot, Value};
use domain::id::{FreezeId, ReportId};
use domain::indicator::{Breakdown, Indicator, Nature};
use domain::submission::Road;
use domain::total::Sum;
use domain::unit::{History, UnitId};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::Tx;
use store::report::{Figure, Report};

/// A figure of a report with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Its name, number, unit and slot.
    pub figure: Figure,
    /// Its value; empty when nobody reported it.
    pub sum: Sum,
    /// What the unit said for all below it, where that is a statement that cannot be added.
    pub whole: Option<Value>,
    /// What its values are.
    pub nature: Nature,
    /// The indicator's name in Vietnamese.
    pub name: String,
    /// Whom it counts.
    pub breakdown: Breakdown,
    /// Its measure in Vietnamese.
    pub measure: String,
}

impl Bound {
    /// Whether there is anything to print.
    pub fn told(&self) -> bool {
        !self.sum.is_empty() || self.whole.is_some()
    }
}

/// Where the figures of a report are read: its unit and stretch, as the tree was.
pub fn query(report: &Report, unit: UnitId) -> Query {
    Query { unit, range: report.period, lens: Lens::AsWas, road: Road::Declared }
}

/// The values of a report's figures, by their numbers, and the table they are a part of.
pub(crate) struct Values {
    /// The figures.
    pub figures: Vec<Bound>,
    /// The unit's figures with those of the units directly below.
    pub table: View,
}

/// A unit's figures in the report's stretch: as they were frozen, or as they stand.
async fn view_of(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    report: &Report,
    unit: UnitId,
) -> Result<View, ActError<Never>> {
    match report.freeze {
        Some(freeze) => crate::freeze::view(ctx, FreezeId(freeze), query(report, unit)).await,
        None => crate::total::view_within(ctx, tx, history, query(report, unit)).await,
    }
}

/// Why a report does not quote a freeze.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteRefusal {
    /// It is not of the report's unit, or does not hold the report's days.
    OtherFigures,
}

/// Quotes frozen figures, or what stands now.
pub async fn quote(ctx: &Ctx, id: ReportId, freeze: Option<FreezeId>) -> Result<(), ActError<QuoteRefusal>> {
    let mut tx = ctx.write().await?;
    let mut report = store::report::find(&mut tx, id, true).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::WriteReports, Some(report.unit)).await?;
    if let Some(freeze) = freeze {
        let frozen = store::freeze::find(&mut tx, freeze).await?.ok_or(ActError::Missing)?;
        if frozen.unit != report.unit || !frozen.range.contains(report.period) {
            return Err(ActError::Refused(QuoteRefusal::OtherFigures));
        }
    }
    report.freeze = freeze.map(|freeze| freeze.0);
    store::report::save(&mut tx, &report).await?;
    let detail = freeze.map(|freeze| freeze.to_string()).unwrap_or_default();
    ctx.record(&mut tx, "report.quote", Some(report.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The values of a report's figures.
pub(crate) async fn values(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    report: &Report,
) -> Result<Values, ActError<Never>> {
    let figures = store::report::figures(tx, report.id).await?;
    let catalogue = Catalogue::load(tx).await?;
    let table = view_of(ctx, tx, history, report, report.unit).await?;
    let mut cells: HashMap<UnitId, BySlot<Cell>> = HashMap::from([(report.unit, table.own.cells.clone())]);
    for unit in figures.iter().map(|figure| figure.unit) {
        if let Entry::Vacant(place) = cells.entry(unit) {
            place.insert(view_of(ctx, tx, history, report, unit).await?.own.cells);
        }
    }
    let figures = figures
        .into_iter()
        .filter_map(|figure| {
            let indicator = catalogue.of_slot(figure.slot)?;
            let cell = cells.get(&figure.unit).and_then(|cells| cells.get(&figure.slot));
            Some(Bound {
                sum: cell.map(|cell| cell.sum).unwrap_or_default(),
                whole: cell.and_then(Cell::whole),
                nature: indicator.nature,
                name: indicator.name.clone(),
                breakdown: catalogue.breakdown(figure.slot).cloned().unwrap_or_else(Breakdown::none),
                measure: indicator.measure.clone(),
                figure,
            })
        })
        .collect();
    Ok(Values { figures, table })
}

/// Binds every figure that the unit has in the stretch: under the indicator's code, further breakdowns of the same
/// indicator under code and place (`KT10-2`).
pub(crate) async fn bind_all(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    report: &Report,
) -> Result<(), ActError<Never>> {
    let catalogue = Catalogue::load(tx).await?;
    let view = crate::total::view_within(ctx, tx, history, query(report, report.unit)).await?;
    let mut number = 0;
    let mut times: HashMap<String, usize> = HashMap::new();
    for slot in view.own.cells.keys() {
        let Some(indicator) = catalogue.of_slot(*slot) else { continue };
        number += 1;
        let name = name_of(indicator, &mut times);
        let figure = Figure { name, number, unit: report.unit, slot: *slot };
        store::report::bind(tx, report.id, &figure).await?;
    }
    Ok(())
}

fn name_of(indicator: &Indicator, times: &mut HashMap<String, usize>) -> String {
    let seen = times.entry(indicator.code.clone()).or_default();
    *seen += 1;
    if *seen == 1 { indicator.code.clone() } else { format!("{}-{seen}", indicator.code) }
}

/// Whether a report has a figure of this name. The code of an indicator that was reported after the report was begun
/// is bound on its first mention.
pub(crate) async fn known_or_bound(
    tx: &mut Tx,
    report: &Report,
    name: &str,
) -> Result<bool, store::StoreError> {
    let known = store::report::figures(tx, report.id).await?;
    if known.iter().any(|one| one.name == name) {
        return Ok(true);
    }
    let catalogue = Catalogue::load(tx).await?;
    let Some(indicator) = catalogue.by_code(name) else { return Ok(false) };
    let Some(slot) = catalogue.slot(indicator.id, &Breakdown::none()) else { return Ok(false) };
    let number = known.last().map_or(1, |last| last.number + 1);
    store::report::bind(tx, report.id, &Figure { name: name.to_owned(), number, unit: report.unit, slot })
        .await
}

/// Why a figure is not bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindRefusal {
    /// The name is none, or taken.
    Name,
    /// The catalogue has no such figure.
    UnknownSlot,
    /// The unit is neither the report's own nor below it.
    NotBelow,
}

/// Binds one more figure, of the report's unit or of one below it.
pub async fn bind(
    ctx: &Ctx,
    id: ReportId,
    name: &str,
    unit: UnitId,
    slot: Slot,
) -> Result<(), ActError<BindRefusal>> {
    let mut tx = ctx.write().await?;
    let report = store::report::find(&mut tx, id, true).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(&mut tx, Action::WriteReports, Some(report.unit)).await?;
    if !domain::report::is_name(name) {
        return Err(ActError::Refused(BindRefusal::Name));
    }
    if unit != report.unit && !history.path_for(unit, report.period).contains(&report.unit) {
        return Err(ActError::Refused(BindRefusal::NotBelow));
    }
    if Catalogue::load(&mut tx).await?.of_slot(slot).is_none() {
        return Err(ActError::Refused(BindRefusal::UnknownSlot));
    }
    let known = store::report::figures(&mut tx, id).await?;
    let number = known.last().map_or(1, |last| last.number + 1);
    let figure = Figure { name: name.to_owned(), number, unit, slot };
    if !store::report::bind(&mut tx, id, &figure).await? {
        return Err(ActError::Refused(BindRefusal::Name));
    }
    ctx.record(&mut tx, "report.figure", Some(report.unit), id.to_string(), name).await?;
    tx.commit().await?;
    Ok(())
}

/// A figure of a report by its number, and where its evidence is to be read.
pub async fn find(ctx: &Ctx, id: ReportId, number: i64) -> Result<(Figure, Report), ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (report, _) = super::seen::<Never>(ctx, &mut tx, id).await?;
    let figures = store::report::figures(&mut tx, id).await?;
    let figure = figures.into_iter().find(|one| one.number == number).ok_or(ActError::Missing)?;
    Ok((figure, report))
}
