//! Importing many units at once: shown first with every fault by its cell, written as one, undone as one.
//!
//! Not here: reading sheets (`office`), what a row means (`plan`), importing figures (`figure_import`).

mod kind;
mod plan;

pub use plan::{CellFault, ChangedRow, RowFault, UnitColumn};

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use crate::unit::settle;
use domain::authority::Action;
use domain::id::BatchId;
use domain::text;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;
use plan::Plan;
use store::Tx;
use store::batch::Batch;
use store::unit::{NameFact, PlaceFact, UnitName};

/// The scheme of codes where a sheet names none: the State's units.
pub const DEFAULT_SCHEME: &str = "dia-gioi";

/// The kind of a batch of units.
const KIND: &str = "units";

/// A row of a sheet, as plain texts; empty where the sheet has nothing.
#[derive(Debug, Clone, Default)]
pub struct UnitRow {
    /// The line in the sheet, from 1, as the person sees it.
    pub line: u32,
    /// The official code, by which the unit is known again.
    pub code: String,
    /// What it is: a code of [`UnitKind`], or a Vietnamese word ("xã", "chi bộ").
    pub kind: String,
    /// The full official name.
    pub full_name: String,
    /// The code of the unit above, in this sheet or in the installation; empty: the unit of the import.
    pub parent_code: String,
    /// The short name.
    pub short_name: String,
    /// From which day (`2025-07-01`, `1/7/2025`); empty: the day of the import.
    pub from: String,
    /// The decision behind it; empty: that of the import.
    pub decision: String,
}

/// A sheet of units with what holds for all of its rows.
#[derive(Debug, Clone)]
pub struct UnitSheet {
    /// The rows.
    pub rows: Vec<UnitRow>,
    /// Under which unit rows without a unit above stand; `None` at the top.
    pub under: Option<UnitId>,
    /// From which day rows without a day hold.
    pub from: Date,
    /// The decision behind rows without one.
    pub decision: String,
    /// Under which scheme the codes stand; empty: [`DEFAULT_SCHEME`].
    pub scheme: String,
    /// What the sheet is called, usually the name of its file.
    pub label: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPreview {
    /// How many units would be made.
    pub new: usize,
    /// Units that are there and would be renamed or moved.
    pub changed: Vec<ChangedRow>,
    /// How many rows say what is known already.
    pub skipped: usize,
    /// What is wrong, by line and column. With one fault nothing is written.
    pub faults: Vec<CellFault>,
}

/// Why an import is not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRefusal {
    /// Cells are wrong.
    Faults(Vec<CellFault>),
    /// Every row says what is known already, or there are none.
    Nothing,
}

/// Why an import is not undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoRefusal {
    /// It was undone before.
    AlreadyUndone,
    /// Somebody reported figures for a unit that came with it.
    HasFigures,
    /// A unit was renamed, moved or closed since.
    ChangedLater {
        /// Which.
        unit: UnitId,
    },
    /// Something rests on a unit that came with it: units below, a duty, a document, a programme, a succession.
    InUse {
        /// Which.
        unit: UnitId,
    },
}

/// Shows what an import would do. Writes nothing.
pub async fn preview(ctx: &Ctx, sheet: &UnitSheet) -> Result<UnitPreview, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let plan = plan::make(ctx, &mut tx, sheet).await?;
    Ok(UnitPreview { new: plan.new.len(), changed: plan.shown(), skipped: plan.skipped, faults: plan.faults })
}

/// Writes an import, all of it or nothing.
pub async fn commit(ctx: &Ctx, sheet: &UnitSheet) -> Result<BatchId, ActError<ImportRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let mut plan = plan::make(ctx, &mut tx, sheet).await.map_err(ActError::widen)?;
    if !plan.faults.is_empty() {
        return Err(ActError::Refused(ImportRefusal::Faults(plan.faults)));
    }
    if plan.new.is_empty() && plan.changes.is_empty() {
        return Err(ActError::Refused(ImportRefusal::Nothing));
    }
    let id = BatchId(ctx.app.id());
    let label: String = text::clean(&sheet.label).chars().take(300).collect();
    let batch = Batch {
        id,
        kind: KIND.to_owned(),
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        unit: sheet.under,
        label: label.clone(),
        lines: i64::try_from(plan.new.len() + plan.changes.len()).unwrap_or(i64::MAX),
        undone_ms: None,
    };
    store::batch::add(&mut tx, &batch).await?;
    for unit in &mut plan.new {
        unit.batch = Some(id);
    }
    store::unit::add_many(&mut tx, &plan.new).await?;
    let undo = change(&mut tx, &plan).await?;
    if !undo.is_empty() {
        let bytes = serde_json::to_vec(&undo).map_err(|_| Fault::Inconsistent("what an undo needs"))?;
        store::batch::save_undo(&mut tx, id, bytes).await?;
    }
    let moved: Vec<UnitId> =
        plan.changes.iter().filter(|change| change.parent.is_some()).map(|change| change.unit).collect();
    settle(ctx, &mut tx, &moved).await?;
    let detail = format!("{label} · +{} ~{}", plan.new.len(), plan.changes.len());
    ctx.record(&mut tx, "unit.import", sheet.under, id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(id)
}

/// Renames and moves what was there, and says what it was before.
async fn change(tx: &mut Tx, plan: &Plan) -> Result<Vec<Before>, Fault> {
    let mut undo = Vec::with_capacity(plan.changes.len());
    for change in &plan.changes {
        let names = store::unit::name_facts(tx, change.unit).await?;
        let places = store::unit::place_facts(tx, change.unit).await?;
        if let Some(name) = &change.name {
            store::unit::begin_name(tx, change.unit, name, change.from, &change.decision).await?;
        }
        if let Some(parent) = change.parent {
            store::unit::begin_place(tx, change.unit, parent.0, change.from, &change.decision).await?;
        }
        let after = store::unit::name_facts(tx, change.unit).await?;
        let stands = store::unit::place_facts(tx, change.unit).await?;
        undo.push(Before {
            unit: change.unit,
            names: names.into_iter().map(KeptName::from).collect(),
            places: places.into_iter().map(KeptPlace::from).collect(),
            names_after: after.into_iter().map(KeptName::from).collect(),
            places_after: stands.into_iter().map(KeptPlace::from).collect(),
        });
    }
    Ok(undo)
}

/// Undoes an import as one: what came is gone, what was renamed or moved is as it was.
pub async fn undo(ctx: &Ctx, id: BatchId) -> Result<(), ActError<UndoRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let batch = store::batch::find(&mut tx, id).await?.filter(|batch| batch.kind == KIND);
    let batch = batch.ok_or(ActError::Missing)?;
    ctx.ask::<UndoRefusal>(&mut tx, Action::KeepUnits, batch.unit).await.map_err(|error| match error {
        // Of imports into the installation only those know who keep it.
        ActError::Denied(_) if batch.unit.is_none() => ActError::Missing,
        ActError::Denied(denied) => ActError::Denied(denied),
        ActError::Refused(refusal) => ActError::Refused(refusal),
        ActError::Missing => ActError::Missing,
        ActError::Fault(fault) => ActError::Fault(fault),
    })?;
    if batch.undone_ms.is_some() {
        return Err(ActError::Refused(UndoRefusal::AlreadyUndone));
    }
    let units = store::unit::of_batch(&mut tx, id).await?;
    if store::figure::any_of(&mut tx, &units).await? {
        return Err(ActError::Refused(UndoRefusal::HasFigures));
    }
    if let Some(unit) = store::unit::changed_since(&mut tx, id).await? {
        return Err(ActError::Refused(UndoRefusal::ChangedLater { unit }));
    }
    let restored = restore(&mut tx, id).await?;
    if let Some(unit) = store::unit::in_use(&mut tx, id).await? {
        return Err(ActError::Refused(UndoRefusal::InUse { unit }));
    }
    store::unit::remove_batch(&mut tx, id).await?;
    settle(ctx, &mut tx, &restored).await?;
    store::batch::mark_undone(&mut tx, id, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "unit.undo-import", batch.unit, id.to_string(), batch.label).await?;
    tx.commit().await?;
    Ok(())
}

/// Puts the units that an import changed back to what they were; refuses when they changed again.
async fn restore(tx: &mut Tx, id: BatchId) -> Result<Vec<UnitId>, ActError<UndoRefusal>> {
    let Some(bytes) = store::batch::undo(tx, id).await? else { return Ok(Vec::new()) };
    let wrong = || Fault::Inconsistent("what an undo needs");
    let undo: Vec<Before> = serde_json::from_slice(&bytes).map_err(|_| wrong())?;
    for before in &undo {
        let unit = before.unit;
        let names = store::unit::name_facts(tx, unit).await?;
        let places = store::unit::place_facts(tx, unit).await?;
        let names: Vec<KeptName> = names.into_iter().map(KeptName::from).collect();
        let places: Vec<KeptPlace> = places.into_iter().map(KeptPlace::from).collect();
        if names != before.names_after || places != before.places_after {
            return Err(ActError::Refused(UndoRefusal::ChangedLater { unit }));
        }
        let facts: Option<Vec<NameFact>> = before.names.iter().map(KeptName::fact).collect();
        store::unit::put_names(tx, unit, &facts.ok_or_else(wrong)?).await?;
        let facts: Vec<PlaceFact> = before.places.iter().map(KeptPlace::fact).collect();
        store::unit::put_places(tx, unit, &facts).await?;
    }
    Ok(undo.into_iter().map(|before| before.unit).collect())
}

/// A unit as it was before an import changed it, and as it was after.
#[derive(serde::Serialize, serde::Deserialize)]
struct Before {
    unit: UnitId,
    names: Vec<KeptName>,
    places: Vec<KeptPlace>,
    names_after: Vec<KeptName>,
    places_after: Vec<KeptPlace>,
}

#[derive(PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct KeptName {
    name: String,
    short_name: String,
    kind: String,
    from: Date,
    to: Date,
    decision: String,
}

impl From<NameFact> for KeptName {
    fn from(fact: NameFact) -> Self {
        let UnitName { name, short_name, kind, .. } = fact.name;
        let kind = kind.code().to_owned();
        Self { name, short_name, kind, from: fact.from, to: fact.to, decision: fact.decision }
    }
}

impl KeptName {
    fn fact(&self) -> Option<NameFact> {
        let name = UnitName::new(&self.name, &self.short_name, UnitKind::from_code(&self.kind)?);
        Some(NameFact { name, from: self.from, to: self.to, decision: self.decision.clone() })
    }
}

#[derive(PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct KeptPlace {
    parent: Option<UnitId>,
    from: Date,
    to: Date,
    decision: String,
}

impl From<PlaceFact> for KeptPlace {
    fn from(fact: PlaceFact) -> Self {
        Self { parent: fact.parent, from: fact.from, to: fact.to, decision: fact.decision }
    }
}

impl KeptPlace {
    fn fact(&self) -> PlaceFact {
        PlaceFact { parent: self.parent, from: self.from, to: self.to, decision: self.decision.clone() }
    }
}
