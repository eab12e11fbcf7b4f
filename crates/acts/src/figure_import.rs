//! Importing figures: many units' values from a sheet, looked at first, written as one, undone as one.
//!
//! Not here: reading sheets (`office`), single edits (`figure`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::figure::{Entry, EntryFault, FigureRefusal, check_entry, check_period};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{Slot, Value};
use domain::id::{BatchId, SubmissionId};
use domain::indicator::{Breakdown, IndicatorId};
use domain::period::Period;
use domain::submission::{Changes, Road, Scope, Source, SubmissionKey};
use domain::unit::UnitId;
use std::collections::btree_map::Entry as MapEntry;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::figure::{Edit, Origin, Submission, Version};

/// One row of figures to import: a unit's values for a period.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// The row on the sheet, for messages.
    pub line: u32,
    /// Who reports.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// For whom it speaks.
    pub scope: Scope,
    /// The values, each with its column on the sheet.
    pub entries: Vec<(u32, Entry)>,
}

/// A cell that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// The row on the sheet.
    pub line: u32,
    /// The column, from 0; `None` for the whole row.
    pub column: Option<u32>,
    /// What is wrong.
    pub fault: RowFault,
}

/// What is wrong with a row or a cell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// The value.
    Entry(EntryFault),
    /// The unit was not there in the period.
    NotThere,
    /// The period begins in the future.
    Future,
    /// The person may not enter figures for this unit.
    NotYours,
    /// The same unit and period stand on an earlier row.
    Twice {
        /// That row.
        first: u32,
    },
    /// Its figures stand in a filing that was sent or accepted.
    Resting,
}

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// Values that would be new.
    pub new: usize,
    /// Values that would be replaced: the row, the column, what stands, what would stand.
    pub replaced: Vec<(u32, u32, Value, Option<Value>)>,
    /// Values that stand already as they are sent.
    pub same: usize,
    /// What cannot be imported.
    pub faults: Vec<CellFault>,
}

/// Looks at rows without writing anything.
pub async fn preview(ctx: &Ctx, rows: &[ImportRow]) -> Result<ImportPreview, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let mut preview =
        ImportPreview { faults: row_faults(ctx, &mut tx, &catalogue, rows).await?, ..Default::default() };
    let units: Vec<UnitId> = rows.iter().map(|row| row.unit).collect::<BTreeSet<_>>().into_iter().collect();
    let periods: Vec<Period> =
        rows.iter().map(|row| row.period).collect::<BTreeSet<_>>().into_iter().collect();
    let held: BTreeMap<SubmissionKey, Submission> =
        store::figure::list(&mut tx, &units, &periods, Road::Declared)
            .await?
            .into_iter()
            .map(|held| (held.key, held))
            .collect();
    for row in rows {
        let key = key_of(row);
        for (column, entry) in &row.entries {
            let stands = catalogue
                .slot(entry.indicator, &entry.breakdown)
                .and_then(|slot| held.get(&key).and_then(|held| held.vector.get(slot)));
            match stands {
                None => preview.new += usize::from(entry.value.is_some()),
                Some(now) if Some(now) == entry.value => preview.same += 1,
                Some(now) => preview.replaced.push((row.line, *column, now, entry.value)),
            }
        }
    }
    Ok(preview)
}

fn key_of(row: &ImportRow) -> SubmissionKey {
    SubmissionKey { unit: row.unit, period: row.period, road: Road::Declared, scope: row.scope }
}

async fn row_faults(
    ctx: &Ctx,
    tx: &mut Tx,
    catalogue: &Catalogue,
    rows: &[ImportRow],
) -> Result<Vec<CellFault>, store::StoreError> {
    let (history, authority) = ctx.standing(tx).await?;
    let mut first: BTreeMap<SubmissionKey, u32> = BTreeMap::new();
    let mut allowed: BTreeMap<UnitId, bool> = BTreeMap::new();
    let mut faults = Vec::new();
    for row in rows {
        let mut whole_row = |fault| faults.push(CellFault { line: row.line, column: None, fault });
        let may = *allowed
            .entry(row.unit)
            .or_insert_with(|| authority.may(Action::EnterFigures, Some(row.unit), &history));
        if !may {
            whole_row(RowFault::NotYours);
            continue;
        }
        match check_period(ctx, &history, row.unit, row.period) {
            Err(ActError::Refused(FigureRefusal::Future)) => whole_row(RowFault::Future),
            Err(_) => whole_row(RowFault::NotThere),
            Ok(()) => {}
        }
        if let Some(first) = first.insert(key_of(row), row.line) {
            whole_row(RowFault::Twice { first });
        }
        for (column, entry) in &row.entries {
            let indicator = catalogue.indicator(entry.indicator);
            if let Err(fault) = check_entry(indicator, row.period, entry) {
                let fault = RowFault::Entry(fault);
                faults.push(CellFault { line: row.line, column: Some(*column), fault });
            }
        }
    }
    Ok(faults)
}

/// Why an import did not happen. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRefusal {
    /// These cells cannot be imported.
    Faults(Vec<CellFault>),
    /// There is nothing in it.
    Empty,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// The batch, to be undone as one.
    pub batch: BatchId,
    /// How many submissions it changed.
    pub submissions: usize,
    /// How many values it wrote.
    pub values: usize,
}

/// From how many submissions on the engine may have to count its tables anew.
const MANY: usize = 100;

/// Writes rows: all of them in one transaction, or none. `label` names the sheet in lists.
pub async fn commit(
    ctx: &Ctx,
    rows: Vec<ImportRow>,
    label: &str,
) -> Result<Imported, ActError<ImportRefusal>> {
    if rows.is_empty() {
        return Err(ActError::Refused(ImportRefusal::Empty));
    }
    let mut tx = ctx.write().await?;
    store::total::hold_for(&mut tx, rows.iter().map(|row| row.scope)).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let faults = row_faults(ctx, &mut tx, &catalogue, &rows).await?;
    if !faults.is_empty() {
        return Err(ActError::Refused(ImportRefusal::Faults(faults)));
    }
    let slots = slots_of(&mut tx, &catalogue, &rows).await?;
    let batch = BatchId(ctx.app.id());
    let values = rows.iter().map(|row| row.entries.len()).sum();
    let lines: BTreeMap<SubmissionKey, u32> = rows.iter().map(|row| (key_of(row), row.line)).collect();
    let edits = edits_of(ctx, rows, &slots);
    let submissions = edits.len();
    store::batch::add(&mut tx, &new_batch(ctx, batch, label, submissions)).await?;
    let origin = Origin {
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        source: Source::Imported,
        document: None,
        batch: Some(batch),
        reason: String::new(),
    };
    let edited = store::figure::edit(&mut tx, edits, &origin).await?;
    let resting = crate::figure::resting(&mut tx, &edited).await?;
    if !resting.is_empty() {
        let line = |key| lines.get(key).copied().unwrap_or_default();
        let fault = |key| CellFault { line: line(key), column: None, fault: RowFault::Resting };
        return Err(ActError::Refused(ImportRefusal::Faults(resting.iter().map(fault).collect())));
    }
    store::total::carry(&mut tx, &edited, ctx.app.today()).await?;
    let detail = format!("{label} · {submissions} · {values}");
    ctx.record(&mut tx, "figure.import", None, batch.to_string(), detail).await?;
    tx.commit().await?;
    // The figures stand; that the server goes on planning for what was there before harms nobody but the clock.
    if submissions >= MANY
        && let Err(error) = store::total::count(&ctx.app.db).await
    {
        tracing::warn!(%error, "tables of figures were not counted anew");
    }
    Ok(Imported { batch, submissions, values })
}

fn new_batch(ctx: &Ctx, id: BatchId, label: &str, lines: usize) -> store::batch::Batch {
    store::batch::Batch {
        id,
        kind: "figures".to_owned(),
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        unit: None,
        label: domain::text::clean(label),
        lines: i64::try_from(lines).unwrap_or(i64::MAX),
        undone_ms: None,
    }
}

async fn slots_of(
    tx: &mut Tx,
    catalogue: &Catalogue,
    rows: &[ImportRow],
) -> Result<BTreeMap<(IndicatorId, Breakdown), Slot>, store::StoreError> {
    let mut slots: BTreeMap<(IndicatorId, Breakdown), Slot> =
        catalogue.slots.values().map(|row| ((row.indicator, row.breakdown.clone()), row.slot)).collect();
    let wanted: BTreeSet<(IndicatorId, &Breakdown)> = rows
        .iter()
        .flat_map(|row| row.entries.iter().map(|(_, entry)| (entry.indicator, &entry.breakdown)))
        .collect();
    for (indicator, breakdown) in wanted {
        if let MapEntry::Vacant(entry) = slots.entry((indicator, breakdown.clone())) {
            entry.insert(store::indicator::slot(tx, indicator, breakdown).await?);
        }
    }
    Ok(slots)
}

fn edits_of(ctx: &Ctx, rows: Vec<ImportRow>, slots: &BTreeMap<(IndicatorId, Breakdown), Slot>) -> Vec<Edit> {
    rows.into_iter()
        .map(|row| Edit {
            fresh: SubmissionId(ctx.app.id()),
            key: key_of(&row),
            changes: row
                .entries
                .into_iter()
                .filter_map(|(_, entry)| {
                    Some((*slots.get(&(entry.indicator, entry.breakdown))?, entry.value))
                })
                .collect(),
        })
        .collect()
}

/// Why a batch cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UndoRefusal {
    /// It is undone already.
    AlreadyUndone,
    /// Figures of it were corrected since; how many.
    CorrectedSince(usize),
    /// Only who imported it, or who manages the installation, may undo it.
    NotYours,
    /// So many submissions stand in filings that were sent or accepted since.
    Resting(usize),
}

/// Takes an import back as one: every figure is again what it was before. The import and its undoing both stay
/// in the history.
pub async fn undo(ctx: &Ctx, batch: BatchId) -> Result<usize, ActError<UndoRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let Some(held) = store::batch::find(&mut tx, batch).await?.filter(|held| held.kind == "figures") else {
        return Err(ActError::Missing);
    };
    let (history, authority) = ctx.standing(&mut tx).await?;
    if held.account != ctx.account && !authority.may(Action::KeepIndicators, None, &history) {
        return Err(ActError::Missing);
    }
    if held.undone_ms.is_some() {
        return Err(ActError::Refused(UndoRefusal::AlreadyUndone));
    }
    let versions = store::figure::versions_of_batch(&mut tx, batch).await?;
    let mut edits = Vec::with_capacity(versions.len());
    let mut corrected = 0;
    for version in &versions {
        let Some(now) = store::figure::find_by_id(&mut tx, version.submission).await? else { continue };
        if version.slots.iter().any(|slot| now.vector.get(*slot) != version.after.get(*slot)) {
            corrected += 1;
        }
        edits.push(Edit { fresh: now.id, key: now.key, changes: back(version) });
    }
    if corrected > 0 {
        return Err(ActError::Refused(UndoRefusal::CorrectedSince(corrected)));
    }
    let origin = Origin {
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        source: Source::Imported,
        document: None,
        batch: None,
        reason: "undo".to_owned(),
    };
    let edited = store::figure::edit(&mut tx, edits, &origin).await?;
    let resting = crate::figure::resting(&mut tx, &edited).await?;
    if !resting.is_empty() {
        return Err(ActError::Refused(UndoRefusal::Resting(resting.len())));
    }
    store::total::carry(&mut tx, &edited, ctx.app.today()).await?;
    store::batch::mark_undone(&mut tx, batch, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "figure.undo", None, batch.to_string(), held.label).await?;
    tx.commit().await?;
    Ok(edited.len())
}

/// The changes that lead back to before a version.
fn back(version: &Version) -> Changes {
    version.slots.iter().map(|slot| (*slot, version.before.get(*slot))).collect()
}
