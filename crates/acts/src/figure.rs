//! Figures: typing them in, correcting them, seeing how they came about.
//!
//! Not here: importing many at once (`figure_import`), reading numbers that people type (`lang`), totals (`total`), evidence files (`evidence`).

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{BySlot, Slot, Value, ValueRefusal};
use domain::id::{AccountId, BatchId, DocumentId, EvidenceId, SubmissionId};
use domain::indicator::{Breakdown, Indicator, IndicatorId, Nature};
use domain::period::Period;
use domain::submission::{Changes, Road, Scope, Source, SubmissionKey};
use domain::unit::{History, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use store::figure::{Edit, Edited, Evidence, Origin, Submission};
use store::{StoreError, Tx};

/// One value to write.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// In which breakdown.
    pub breakdown: Breakdown,
    /// The value; `None` withdraws it (back to "not reported").
    pub value: Option<Value>,
    /// What proves it, where something is attached.
    pub evidence: Option<NewEvidence>,
}

/// Evidence to attach to a value.
#[derive(Debug, Clone, Default)]
pub struct NewEvidence {
    /// A kept file's hash and name.
    pub file: Option<(Vec<u8>, String)>,
    /// The document it was read in.
    pub document: Option<DocumentId>,
    /// The words that say it.
    pub quote: String,
    /// Where they stand, in code points of the document's text.
    pub span: Option<(i64, i64)>,
    /// Page, paragraph, sheet or cell in words.
    pub place: String,
    /// What the person noted.
    pub note: String,
    /// How much of the figure this piece proves by itself, in the indicator's measure: it is counted on the
    /// evidenced road and shown beside what was declared.
    pub amount: Option<i64>,
}

/// A unit's values for a period to be written as one.
#[derive(Debug, Clone)]
pub struct Save {
    /// Who reports.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// For whom it speaks.
    pub scope: Scope,
    /// The version that the person saw (0: nothing yet); `None` takes what is there.
    pub seen_version: Option<i64>,
    /// The values.
    pub entries: Vec<Entry>,
    /// How they came in.
    pub source: Source,
    /// Out of which document.
    pub document: Option<DocumentId>,
    /// Why, for a correction.
    pub reason: String,
}

/// What is wrong with one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFault {
    /// No such indicator.
    UnknownIndicator,
    /// The breakdown is not written as one.
    Breakdown,
    /// A count stands where a share belongs, or the other way round.
    Nature,
    /// The value itself cannot stand.
    Value(ValueRefusal),
    /// The same figure stands twice in what was sent.
    Twice,
    /// The indicator is not in use yet on the period's last day.
    NotYetValid,
}

/// Why values cannot be written. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureRefusal {
    /// Some entries are wrong: their places in what was sent.
    Entries(Vec<(usize, EntryFault)>),
    /// Somebody wrote meanwhile; what stands now for the entries sent (in their order).
    Changed {
        /// The version now.
        version: i64,
        /// By whom the last edit was.
        by: String,
        /// When, in milliseconds since the Unix epoch.
        at_ms: i64,
        /// What stands now.
        now: Vec<Option<Value>>,
    },
    /// The unit was not there in the period.
    NotThere,
    /// The period begins in the future.
    Future,
    /// The figures stand in a filing that was sent or accepted: it must be taken back, or opened again.
    Resting,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Which submission.
    pub submission: SubmissionId,
    /// Its version now.
    pub version: i64,
    /// How many values changed.
    pub changed: usize,
}

/// How often a save that met another first report of the same unit at the same moment starts again.
const ATTEMPTS: usize = 3;

/// Writes a unit's values for a period: makes a new version, carries it into every total above.
pub async fn save(ctx: &Ctx, save: Save) -> Result<Saved, ActError<FigureRefusal>> {
    let mut attempt = 1;
    loop {
        let mut tx = ctx.write().await?;
        match save_within(ctx, &mut tx, save.clone()).await {
            Ok(saved) => {
                tx.commit().await?;
                return Ok(saved);
            }
            Err(ActError::Fault(Fault::Store(StoreError::Constraint(_)))) if attempt < ATTEMPTS => {
                attempt += 1;
            }
            Err(end) => return Err(end),
        }
    }
}

/// [`save`] within a transaction that does more.
pub(crate) async fn save_within(
    ctx: &Ctx,
    tx: &mut Tx,
    save: Save,
) -> Result<Saved, ActError<FigureRefusal>> {
    store::total::hold_for(tx, [save.scope]).await?;
    let history = ctx.ask(tx, Action::EnterFigures, Some(save.unit)).await?;
    check_period(ctx, &history, save.unit, save.period)?;
    let catalogue = Catalogue::load(tx).await?;
    check_entries(&catalogue, save.period, &save.entries)?;
    let key = SubmissionKey { unit: save.unit, period: save.period, road: Road::Declared, scope: save.scope };
    let held = store::figure::find(tx, &key).await?;
    let mut slots = Vec::with_capacity(save.entries.len());
    for entry in &save.entries {
        slots.push(match catalogue.slot(entry.indicator, &entry.breakdown) {
            Some(slot) => slot,
            None => store::indicator::slot(tx, entry.indicator, &entry.breakdown).await?,
        });
    }
    check_seen(tx, &save, held.as_ref(), &slots).await?;
    let changes: Changes = slots.iter().copied().zip(save.entries.iter().map(|entry| entry.value)).collect();
    let edit = Edit { fresh: SubmissionId(ctx.app.id()), key, changes };
    let origin = origin(ctx, &save, None);
    let edited = store::figure::edit(tx, vec![edit], &origin).await?;
    if !resting(tx, &edited).await?.is_empty() {
        return Err(ActError::Refused(FigureRefusal::Resting));
    }
    store::total::carry(tx, &edited, ctx.app.today()).await?;
    let (submission, version) = match (edited.first(), &held) {
        (Some(edited), _) => (edited.submission, edited.version),
        (None, Some(held)) => (held.id, held.version),
        (None, None) => return Err(ActError::Missing),
    };
    attach(ctx, tx, submission, version, &slots, &save.entries).await?;
    count_evidence(ctx, tx, submission, key).await?;
    let count = edited.first().map_or(0, |edited| count_changed(edited, &slots));
    let detail = format!("{} · {count}", save.period);
    ctx.record(tx, "figure.save", Some(save.unit), submission.to_string(), detail).await?;
    Ok(Saved { submission, version, changed: count })
}

fn origin(ctx: &Ctx, save: &Save, batch: Option<BatchId>) -> Origin {
    Origin {
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        source: save.source,
        document: save.document,
        batch,
        reason: domain::text::clean(&save.reason),
    }
}

pub(crate) fn count_changed(edited: &Edited, slots: &[Slot]) -> usize {
    slots.iter().filter(|slot| edited.before.get(**slot) != edited.after.get(**slot)).count()
}

/// Whether the unit was there in the period, and the period has begun.
pub(crate) fn check_period(
    ctx: &Ctx,
    history: &History,
    unit: UnitId,
    period: Period,
) -> Result<(), ActError<FigureRefusal>> {
    if period.first() > ctx.app.today() {
        return Err(ActError::Refused(FigureRefusal::Future));
    }
    let was_there = history.day_for(unit, period).is_some()
        && history.life(unit).is_some_and(|(_, gone)| gone > period.first());
    if was_there { Ok(()) } else { Err(ActError::Refused(FigureRefusal::NotThere)) }
}

pub(crate) fn check_entries(
    catalogue: &Catalogue,
    period: Period,
    entries: &[Entry],
) -> Result<(), ActError<FigureRefusal>> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if let Err(fault) = check_entry(catalogue.indicator(entry.indicator), period, entry) {
            faults.push((place, fault));
        } else if !seen.insert((entry.indicator, &entry.breakdown)) {
            faults.push((place, EntryFault::Twice));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(ActError::Refused(FigureRefusal::Entries(faults))) }
}

/// Whether an entry can stand, by itself.
pub(crate) fn check_entry(
    indicator: Option<&Indicator>,
    period: Period,
    entry: &Entry,
) -> Result<(), EntryFault> {
    let indicator = indicator.ok_or(EntryFault::UnknownIndicator)?;
    if !entry.breakdown.is_sound() {
        return Err(EntryFault::Breakdown);
    }
    if indicator.valid_from > period.last() {
        return Err(EntryFault::NotYetValid);
    }
    let Some(value) = entry.value else { return Ok(()) };
    let share = indicator.nature == Nature::Share;
    let fits = match value {
        Value::Count { .. } => !share,
        Value::Ratio { .. } | Value::Statement { .. } => share,
        Value::NotApplicable => true,
    };
    if !fits {
        return Err(EntryFault::Nature);
    }
    value.check().map(|_| ()).map_err(EntryFault::Value)
}

/// Refuses when somebody else wrote since the person looked.
async fn check_seen(
    tx: &mut Tx,
    save: &Save,
    held: Option<&Submission>,
    slots: &[Slot],
) -> Result<(), ActError<FigureRefusal>> {
    let version = held.map_or(0, |held| held.version);
    if save.seen_version.is_none_or(|seen| seen == version) {
        return Ok(());
    }
    let Some(held) = held else { return Err(ActError::Missing) };
    let (by, at_ms) = last_editor(tx, Some(held)).await?;
    let now = slots.iter().map(|slot| held.vector.get(*slot)).collect();
    Err(ActError::Refused(FigureRefusal::Changed { version, by, at_ms, now }))
}

/// Who edited a submission last, and when.
pub(crate) async fn last_editor(tx: &mut Tx, held: Option<&Submission>) -> Result<(String, i64), StoreError> {
    let Some(held) = held else { return Ok((String::new(), 0)) };
    let by = match store::figure::versions(tx, &[held.id]).await?.first() {
        Some(last) => name_of(tx, last.origin.account).await?,
        None => String::new(),
    };
    Ok((by, held.changed_ms))
}

async fn attach(
    ctx: &Ctx,
    tx: &mut Tx,
    submission: SubmissionId,
    version: i64,
    slots: &[Slot],
    entries: &[Entry],
) -> Result<(), StoreError> {
    for (slot, entry) in slots.iter().zip(entries) {
        let Some(new) = &entry.evidence else { continue };
        let (file, file_name) = new.file.clone().map_or((None, String::new()), |(h, n)| (Some(h), n));
        let evidence = Evidence {
            id: EvidenceId(ctx.app.id()),
            submission,
            slot: *slot,
            version,
            document: new.document,
            file,
            file_name,
            quote: new.quote.clone(),
            span: new.span,
            place: new.place.clone(),
            note: domain::text::clean(&new.note),
            amount: new.amount.filter(|amount| (0..=domain::figure::LARGEST).contains(amount)),
            account: ctx.account,
            at_ms: ctx.app.now_ms(),
        };
        store::figure::attach(tx, &evidence).await?;
    }
    Ok(())
}

/// Counts what the evidence behind a submission proves, as the same figures on the evidenced road.
async fn count_evidence(
    ctx: &Ctx,
    tx: &mut Tx,
    declared: SubmissionId,
    key: SubmissionKey,
) -> Result<(), StoreError> {
    let mut proved: BTreeMap<Slot, i64> = BTreeMap::new();
    for piece in store::figure::evidence_of(tx, &[declared]).await? {
        if let Some(amount) = piece.amount {
            let sum = proved.entry(piece.slot).or_insert(0);
            *sum = sum.saturating_add(amount).min(domain::figure::LARGEST);
        }
    }
    if proved.is_empty() {
        return Ok(());
    }
    let changes = proved.into_iter().map(|(slot, sum)| (slot, Some(Value::exact(sum)))).collect();
    let key = SubmissionKey { road: Road::Evidenced, ..key };
    let edit = Edit { fresh: SubmissionId(ctx.app.id()), key, changes };
    let origin = Origin {
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        source: Source::Counted,
        document: None,
        batch: None,
        reason: String::new(),
    };
    let edited = store::figure::edit(tx, vec![edit], &origin).await?;
    store::total::carry(tx, &edited, ctx.app.today()).await
}

/// A unit's form for a period: every indicator of the catalogue with what stands and what stood last time.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// For whom it speaks.
    pub scope: Scope,
    /// The version on which the person works; send it back with [`Save::seen_version`].
    pub version: i64,
    /// When it was last changed, in milliseconds since the Unix epoch; 0 when nothing stands yet.
    pub changed_ms: i64,
    /// The catalogue.
    pub catalogue: Catalogue,
    /// What stands, by slot.
    pub values: BySlot<Value>,
    /// What stood in the period before of the same kind.
    pub last: BySlot<Value>,
    /// Which period that was.
    pub last_period: Option<Period>,
    /// How many pieces of evidence stand behind each value.
    pub evidence: BTreeMap<Slot, usize>,
    /// Whether the person may write here.
    pub may_enter: bool,
}

/// Of edits that were made in this transaction those that touch figures which rest, because a filing with them is
/// sent or accepted. Ask after the edit: its rows are then held, and nobody can send meanwhile.
pub(crate) async fn resting(tx: &mut Tx, edited: &[Edited]) -> Result<Vec<SubmissionKey>, StoreError> {
    let declared = edited.iter().filter(|one| one.key.road == Road::Declared);
    let mut units: Vec<UnitId> = declared.clone().map(|one| one.key.unit).collect();
    let mut periods: Vec<Period> = declared.clone().map(|one| one.key.period).collect();
    units.sort_unstable();
    units.dedup();
    periods.sort_unstable();
    periods.dedup();
    let rests = store::filing::resting(tx, &units, &periods).await?;
    let touched = |one: &&Edited| {
        rests
            .get(&(one.key.unit, one.key.period, one.key.scope))
            .is_some_and(|slots| slots.iter().any(|slot| one.before.get(*slot) != one.after.get(*slot)))
    };
    Ok(declared.filter(touched).map(|one| one.key).collect())
}

/// The form of a unit for a period.
pub async fn sheet(ctx: &Ctx, unit: UnitId, period: Period, scope: Scope) -> Result<Sheet, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let may_enter = authority.may(Action::EnterFigures, Some(unit), &history);
    let key = SubmissionKey { unit, period, road: Road::Declared, scope };
    let held = store::figure::find(&mut tx, &key).await?;
    let last_period = store::figure::periods(&mut tx)
        .await?
        .into_iter()
        .rfind(|other| other.kind() == period.kind() && other.last() < period.first());
    let last = match last_period {
        Some(period) => store::figure::find(&mut tx, &SubmissionKey { period, ..key }).await?,
        None => None,
    };
    let mut evidence = BTreeMap::new();
    if let Some(held) = &held {
        for piece in store::figure::evidence_of(&mut tx, &[held.id]).await? {
            *evidence.entry(piece.slot).or_insert(0) += 1;
        }
    }
    Ok(Sheet {
        scope,
        version: held.as_ref().map_or(0, |held| held.version),
        changed_ms: held.as_ref().map_or(0, |held| held.changed_ms),
        catalogue: Catalogue::load(&mut tx).await?,
        values: held.map(|held| held.vector.0).unwrap_or_default(),
        last: last.map(|last| last.vector.0).unwrap_or_default(),
        last_period,
        evidence,
        may_enter,
    })
}

/// One step in a figure's history.
#[derive(Debug, Clone)]
pub struct Step {
    /// The submission's version.
    pub version: i64,
    /// By whom.
    pub account: AccountId,
    /// The account's name.
    pub name: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// How it came in.
    pub source: Source,
    /// Why.
    pub reason: String,
    /// The value before.
    pub before: Option<Value>,
    /// The value after.
    pub after: Option<Value>,
}

/// The name of an account; empty for one that is gone.
pub(crate) async fn name_of(tx: &mut Tx, account: AccountId) -> Result<String, StoreError> {
    Ok(store::account::names(tx, &[account]).await?.remove(&account).unwrap_or_default())
}

/// All versions of some slots of some submissions, newest first.
pub(crate) async fn steps(
    tx: &mut Tx,
    of: &[SubmissionId],
    slots: &[Slot],
) -> Result<Vec<(SubmissionId, Slot, Step)>, StoreError> {
    let mut steps = Vec::new();
    let versions = store::figure::versions(tx, of).await?;
    let accounts: Vec<AccountId> =
        versions.iter().map(|version| version.origin.account).collect::<BTreeSet<_>>().into_iter().collect();
    let names = store::account::names(tx, &accounts).await?;
    for version in versions {
        let name = names.get(&version.origin.account).cloned().unwrap_or_default();
        for slot in slots.iter().filter(|slot| version.slots.contains(slot)) {
            let step = Step {
                version: version.version,
                account: version.origin.account,
                name: name.clone(),
                at_ms: version.origin.at_ms,
                source: version.origin.source,
                reason: version.origin.reason.clone(),
                before: version.before.get(*slot),
                after: version.after.get(*slot),
            };
            steps.push((version.submission, *slot, step));
        }
    }
    Ok(steps)
}
