//! Submissions with their vectors, every edit to them, and the evidence behind single figures.
//!
//! Not here: totals, which every edit must carry along (`total::carry`); who may.

use crate::db::{self, Arg, Row, Tx};
use crate::{StoreError, args, dialect};
use domain::figure::{Slot, Value, Vector};
use domain::id::{AccountId, BatchId, DocumentId, EvidenceId, SubmissionId};
use domain::period::Period;
use domain::rollup::Said;
use domain::submission::{Changes, Road, Scope, Source, SubmissionKey, apply};
use domain::unit::UnitId;
use std::collections::{BTreeMap, HashMap};

/// A submission as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its identity.
    pub id: SubmissionId,
    /// What it is about.
    pub key: SubmissionKey,
    /// How many edits it has had.
    pub version: i64,
    /// Its values.
    pub vector: Vector,
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub changed_ms: i64,
}

/// Who edits, how and why: common to all edits of one act.
#[derive(Debug, Clone)]
pub struct Origin {
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// How the values came in.
    pub source: Source,
    /// Out of which document.
    pub document: Option<DocumentId>,
    /// Together with which other rows.
    pub batch: Option<BatchId>,
    /// Why, where the act asks for a reason.
    pub reason: String,
}

/// An edit to make: a fresh id for the case that the submission is new, its key, and what changes.
#[derive(Debug, Clone)]
pub struct Edit {
    /// Used when there is no submission of this key yet.
    pub fresh: SubmissionId,
    /// What it is about.
    pub key: SubmissionKey,
    /// What changes.
    pub changes: Changes,
}

/// An edit that was made: the values of the whole submission before and after.
#[derive(Debug, Clone)]
pub struct Edited {
    /// Which submission.
    pub submission: SubmissionId,
    /// What it is about.
    pub key: SubmissionKey,
    /// Its version now.
    pub version: i64,
    /// All values before.
    pub before: Vector,
    /// All values after.
    pub after: Vector,
}

const COLUMNS: &str = "id, unit, period, road, scope, version, vector, changed_ms";

fn read(row: &Row) -> Result<Submission, StoreError> {
    Ok(Submission {
        id: SubmissionId(row.int(0)?),
        key: SubmissionKey {
            unit: UnitId(row.int(1)?),
            period: period(row.int(2)?)?,
            road: Road::from_code(&row.text(3)?).ok_or(StoreError::Damaged("a road"))?,
            scope: Scope::from_code(&row.text(4)?).ok_or(StoreError::Damaged("a scope"))?,
        },
        version: row.int(5)?,
        vector: vector(row.blob(6)?)?,
        changed_ms: row.int(7)?,
    })
}

/// The period of a stored key.
pub(crate) fn period(key: i64) -> Result<Period, StoreError> {
    Period::from_key(key).map_err(|_| StoreError::Damaged("a period"))
}

/// The vector of stored bytes.
pub(crate) fn vector(bytes: &[u8]) -> Result<Vector, StoreError> {
    Vector::decode(bytes).map_err(|_| StoreError::Damaged("a vector of values"))
}

/// One submission, where there is one.
pub async fn find(tx: &mut Tx, key: &SubmissionKey) -> Result<Option<Submission>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM submission WHERE unit = $1 AND period = $2 AND road = $3 AND scope = $4"
    );
    let args = args![key.unit.0, key.period.key(), key.road.code(), key.scope.code()];
    tx.first(sql, args).await?.as_ref().map(read).transpose()
}

/// One submission, its row held until the end of the transaction.
pub async fn hold(tx: &mut Tx, key: &SubmissionKey) -> Result<Option<Submission>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM submission WHERE unit = $1 AND period = $2 AND road = $3 AND scope = $4{}",
        dialect::lock_rows(tx.engine())
    );
    let args = args![key.unit.0, key.period.key(), key.road.code(), key.scope.code()];
    tx.first(sql, args).await?.as_ref().map(read).transpose()
}

/// One submission by its identity.
pub async fn find_by_id(tx: &mut Tx, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE id = $1");
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// The submissions of some units for some periods, one road, both scopes; in the order of units and periods.
pub async fn list(
    tx: &mut Tx,
    units: &[UnitId],
    periods: &[Period],
    road: Road,
) -> Result<Vec<Submission>, StoreError> {
    let mut found = Vec::new();
    for units in units.chunks(500) {
        if periods.is_empty() {
            break;
        }
        let among = format!("road = $1 AND period IN ({})", db::places(2 + units.len(), periods.len()));
        let sql = dialect::of_units(
            tx.engine(),
            (COLUMNS, "submission", &among),
            "period, scope",
            (2, units.len()),
        );
        let mut args = args![road.code()];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        args.extend(periods.iter().map(|period| Arg::from(period.key())));
        for row in tx.all(sql, args).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// Everything that was said for a period by a road: what totals are computed from anew.
pub async fn said(tx: &mut Tx, period: Period, road: Road) -> Result<Said, StoreError> {
    SaidRows::load(tx, period, road).await?.read()
}

/// The same as it lies in the database: reading it is computing, which may be done elsewhere.
pub(crate) struct SaidRows(Vec<Row>);

impl SaidRows {
    pub(crate) async fn load(tx: &mut Tx, period: Period, road: Road) -> Result<Self, StoreError> {
        let sql = "SELECT unit, scope, vector FROM submission WHERE period = $1 AND road = $2";
        Ok(Self(tx.all(sql, args![period.key(), road.code()]).await?))
    }

    pub(crate) fn read(&self) -> Result<Said, StoreError> {
        let mut said = Said { own: HashMap::with_capacity(self.0.len()), ..Said::default() };
        for row in &self.0 {
            let unit = UnitId(row.int(0)?);
            let vector = vector(row.blob(2)?)?;
            match Scope::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a scope"))? {
                Scope::Own => said.own.insert(unit, vector),
                Scope::Whole => said.whole.insert(unit, vector),
            };
        }
        Ok(said)
    }
}

/// Every period for which anything was ever reported, in order.
pub async fn periods(tx: &mut Tx) -> Result<Vec<Period>, StoreError> {
    let rows = tx.all("SELECT period FROM period_used ORDER BY period", args![]).await?;
    rows.iter().map(|row| period(row.int(0)?)).collect()
}

/// Whether any of the units ever reported anything.
pub async fn any_of(tx: &mut Tx, units: &[UnitId]) -> Result<bool, StoreError> {
    for units in units.chunks(500) {
        let sql = format!("SELECT 1 FROM submission WHERE unit IN ({}) LIMIT 1", db::places(1, units.len()));
        // PostgreSQL's literal 1 is no 64-bit integer, so the row is only counted, not read.
        if tx.first(sql, units.iter().map(|unit| Arg::from(unit.0)).collect()).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Makes edits: submissions, their versions, and nothing else. Keys must not repeat. The caller holds the tree
/// ([`crate::tree::hold`]) and hands the answer to [`crate::total::carry`] in the same transaction.
/// Edits that change nothing are left out of the answer.
pub async fn edit(tx: &mut Tx, edits: Vec<Edit>, origin: &Origin) -> Result<Vec<Edited>, StoreError> {
    edit_each(tx, edits.into_iter().map(|edit| (edit, origin.clone())).collect()).await
}

/// [`edit`] for several people at once, each with an origin of one's own.
pub async fn edit_each(tx: &mut Tx, edits: Vec<(Edit, Origin)>) -> Result<Vec<Edited>, StoreError> {
    let mut edits = edits;
    edits.sort_by_key(|(edit, _)| edit.key);
    let keys: Vec<SubmissionKey> = edits.iter().map(|(edit, _)| edit.key).collect();
    let mut held = hold_all(tx, &keys).await?;
    let mut done = Vec::with_capacity(edits.len());
    let mut versions = Vec::with_capacity(edits.len());
    let mut rows = Vec::with_capacity(edits.len());
    for (edit, origin) in edits {
        let (id, version, before) = match held.remove(&edit.key) {
            Some(held) => (held.id, held.version, held.vector),
            None => (edit.fresh, 0, Vector::default()),
        };
        let after = apply(&before, &edit.changes);
        if after == before && version > 0 {
            continue;
        }
        let slots: Vec<Slot> =
            edit.changes.keys().copied().filter(|slot| before.get(*slot) != after.get(*slot)).collect();
        rows.push(Submission {
            id,
            key: edit.key,
            version: version + 1,
            vector: after.clone(),
            changed_ms: origin.at_ms,
        });
        let (was, is) = (only(&before, &slots), only(&after, &slots));
        versions.push(Version {
            submission: id,
            version: version + 1,
            origin,
            slots,
            before: was,
            after: is,
        });
        done.push(Edited { submission: id, key: edit.key, version: version + 1, before, after });
    }
    put(tx, &rows).await?;
    insert_versions(tx, &versions).await?;
    Ok(done)
}

/// The submissions of these keys as they stand, their rows held until the end of the transaction. Of two first
/// reports of the same key at the same moment, the second to insert meets the constraint and must start again.
pub async fn hold_all(
    tx: &mut Tx,
    keys: &[SubmissionKey],
) -> Result<HashMap<SubmissionKey, Submission>, StoreError> {
    let mut held = HashMap::new();
    let mut groups: BTreeMap<(Period, Road, Scope), Vec<UnitId>> = BTreeMap::new();
    for key in keys {
        groups.entry((key.period, key.road, key.scope)).or_default().push(key.unit);
    }
    for ((period, road, scope), units) in groups {
        for units in units.chunks(500) {
            let sql = dialect::held_of_units(
                tx.engine(),
                (COLUMNS, "submission", "period = $1 AND road = $2 AND scope = $3"),
                (4, units.len()),
            );
            let mut args = args![period.key(), road.code(), scope.code()];
            args.extend(units.iter().map(|unit| Arg::from(unit.0)));
            for row in tx.all(sql, args).await? {
                let submission = read(&row)?;
                held.insert(submission.key, submission);
            }
        }
    }
    Ok(held)
}

/// A vector's values of some slots.
fn only(vector: &Vector, slots: &[Slot]) -> Vector {
    Vector(slots.iter().filter_map(|slot| Some((*slot, vector.get(*slot)?))).collect())
}

/// Writes submissions, new or changed; a changed row is held by the caller.
async fn put(tx: &mut Tx, rows: &[Submission]) -> Result<(), StoreError> {
    let mut periods: Vec<i64> =
        rows.iter().filter(|row| row.version == 1).map(|row| row.key.period.key()).collect();
    periods.sort_unstable();
    periods.dedup();
    for period in periods {
        tx.run("INSERT INTO period_used (period) VALUES ($1) ON CONFLICT DO NOTHING", args![period]).await?;
    }
    let args = rows.iter().map(|row| {
        args![
            row.id.0,
            row.key.unit.0,
            row.key.period.key(),
            row.key.road.code(),
            row.key.scope.code(),
            row.version,
            row.vector.encode(),
            row.changed_ms
        ]
    });
    tx.insert(
        &format!("submission ({COLUMNS})"),
        args.collect(),
        "ON CONFLICT (id) DO UPDATE
         SET version = excluded.version, vector = excluded.vector, changed_ms = excluded.changed_ms",
    )
    .await
}

async fn insert_versions(tx: &mut Tx, versions: &[Version]) -> Result<(), StoreError> {
    let rows = versions.iter().map(|one| {
        let slots: Vec<u8> = one.slots.iter().flat_map(|slot| slot.0.to_be_bytes()).collect();
        args![
            one.submission.0,
            one.version,
            one.origin.at_ms,
            one.origin.account.0,
            one.origin.source.code(),
            one.origin.document.map(|id| id.0),
            one.origin.batch.map(|id| id.0),
            one.origin.reason.as_str(),
            slots,
            one.before.encode(),
            one.after.encode()
        ]
    });
    tx.insert(&format!("submission_version ({VERSION_COLUMNS})"), rows.collect(), "").await
}

/// One edit as it is kept.
#[derive(Debug, Clone)]
pub struct Version {
    /// Of which submission.
    pub submission: SubmissionId,
    /// Its number, from 1.
    pub version: i64,
    /// Who, when, how and why.
    pub origin: Origin,
    /// Which slots it changed.
    pub slots: Vec<Slot>,
    /// Their values before.
    pub before: Vector,
    /// Their values after.
    pub after: Vector,
}

const VERSION_COLUMNS: &str =
    "submission, version, at_ms, account, source, document, batch, reason, slots, before, after";

fn read_version(row: &Row) -> Result<Version, StoreError> {
    let slots = row.bytes(8)?;
    let slot = |bytes: &[u8]| <[u8; 4]>::try_from(bytes).map(|bytes| Slot(u32::from_be_bytes(bytes)));
    Ok(Version {
        submission: SubmissionId(row.int(0)?),
        version: row.int(1)?,
        origin: Origin {
            at_ms: row.int(2)?,
            account: AccountId(row.int(3)?),
            source: Source::from_code(&row.text(4)?).ok_or(StoreError::Damaged("a source"))?,
            document: row.opt_int(5)?.map(DocumentId),
            batch: row.opt_int(6)?.map(BatchId),
            reason: row.text(7)?,
        },
        slots: slots
            .chunks(4)
            .map(slot)
            .collect::<Result<_, _>>()
            .map_err(|_| StoreError::Damaged("a list of slots"))?,
        before: vector(&row.bytes(9)?)?,
        after: vector(&row.bytes(10)?)?,
    })
}

/// All edits of some submissions, newest first.
pub async fn versions(tx: &mut Tx, of: &[SubmissionId]) -> Result<Vec<Version>, StoreError> {
    let mut found = Vec::new();
    for ids in of.chunks(500) {
        let sql = format!(
            "SELECT {VERSION_COLUMNS} FROM submission_version WHERE submission IN ({})
             ORDER BY at_ms DESC, submission, version DESC",
            db::places(1, ids.len())
        );
        for row in tx.all(sql, ids.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read_version(&row)?);
        }
    }
    Ok(found)
}

/// All edits of one batch, oldest first.
pub async fn versions_of_batch(tx: &mut Tx, batch: BatchId) -> Result<Vec<Version>, StoreError> {
    let sql = format!(
        "SELECT {VERSION_COLUMNS} FROM submission_version WHERE batch = $1 ORDER BY submission, version"
    );
    tx.all(sql, args![batch.0]).await?.iter().map(read_version).collect()
}

/// A piece of evidence behind one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its identity.
    pub id: EvidenceId,
    /// Behind a figure of which submission.
    pub submission: SubmissionId,
    /// Behind which figure.
    pub slot: Slot,
    /// The submission's version when it was attached.
    pub version: i64,
    /// The document that was read, where the figure came out of one.
    pub document: Option<DocumentId>,
    /// The attached file's hash.
    pub file: Option<Vec<u8>>,
    /// The attached file's name.
    pub file_name: String,
    /// The words of the document that say it.
    pub quote: String,
    /// Where they stand: Unicode code points, the end not included.
    pub span: Option<(i64, i64)>,
    /// Page, paragraph, sheet and cell, as people say it.
    pub place: String,
    /// What the person noted.
    pub note: String,
    /// How much of the figure it proves by itself, in the indicator's measure.
    pub amount: Option<i64>,
    /// Who attached it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Attaches evidence.
pub async fn attach(tx: &mut Tx, evidence: &Evidence) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO evidence (id, submission, slot, version, document, file, file_name, quote, span_start,
             span_end, place, note, amount, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        args![
            evidence.id.0,
            evidence.submission.0,
            evidence.slot.0,
            evidence.version,
            evidence.document.map(|id| id.0),
            evidence.file.clone(),
            evidence.file_name.as_str(),
            evidence.quote.as_str(),
            evidence.span.map(|span| span.0),
            evidence.span.map(|span| span.1),
            evidence.place.as_str(),
            evidence.note.as_str(),
            evidence.amount,
            evidence.account.0,
            evidence.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The evidence behind figures of some submissions, newest first; withdrawn pieces are left out.
pub async fn evidence_of(tx: &mut Tx, of: &[SubmissionId]) -> Result<Vec<Evidence>, StoreError> {
    let mut found = Vec::new();
    for ids in of.chunks(500) {
        let sql = format!(
            "SELECT id, submission, slot, version, document, file, file_name, quote, span_start, span_end,
                 place, note, amount, account, at_ms
             FROM evidence WHERE withdrawn_ms IS NULL AND submission IN ({}) ORDER BY at_ms DESC, id",
            db::places(1, ids.len())
        );
        for row in tx.all(sql, ids.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read_evidence(&row)?);
        }
    }
    Ok(found)
}

/// One piece of evidence.
pub async fn find_evidence(tx: &mut Tx, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
    let sql = "SELECT id, submission, slot, version, document, file, file_name, quote, span_start, span_end,
                   place, note, amount, account, at_ms
               FROM evidence WHERE withdrawn_ms IS NULL AND id = $1";
    tx.first(sql, args![id.0]).await?.as_ref().map(read_evidence).transpose()
}

fn read_evidence(row: &Row) -> Result<Evidence, StoreError> {
    Ok(Evidence {
        id: EvidenceId(row.int(0)?),
        submission: SubmissionId(row.int(1)?),
        slot: Slot(u32::try_from(row.int(2)?).map_err(|_| StoreError::Damaged("a slot number"))?),
        version: row.int(3)?,
        document: row.opt_int(4)?.map(DocumentId),
        file: row.opt_bytes(5)?,
        file_name: row.text(6)?,
        quote: row.text(7)?,
        span: row.opt_int(8)?.zip(row.opt_int(9)?),
        place: row.text(10)?,
        note: row.text(11)?,
        amount: row.opt_int(12)?,
        account: AccountId(row.int(13)?),
        at_ms: row.int(14)?,
    })
}

/// One value for storage beside a vector (a proposal's).
pub fn encode_value(value: Value) -> Vec<u8> {
    Vector([(Slot(1), value)].into()).encode()
}

/// Reads what [`encode_value`] wrote; `None` for empty bytes.
pub fn decode_value(bytes: &[u8]) -> Result<Option<Value>, StoreError> {
    Ok(vector(bytes)?.get(Slot(1)))
}
