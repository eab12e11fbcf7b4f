//! Batches: what came in together and can be undone together.
//!
//! Not here: what a batch wrote (the nouns' own rows name it) and what undoing means (`acts`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, BatchId, UnitId};

/// A batch. Times in milliseconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its identity.
    pub id: BatchId,
    /// What came in: `units`, `figures`.
    pub kind: String,
    /// Who brought it.
    pub account: AccountId,
    /// When.
    pub at_ms: i64,
    /// Under which unit; `None` for the installation.
    pub unit: Option<UnitId>,
    /// What it is called, usually the name of the file.
    pub label: String,
    /// How many lines it had.
    pub lines: i64,
    /// When it was undone; `None` while it stands.
    pub undone_ms: Option<i64>,
}

const COLUMNS: &str = "id, kind, account, at_ms, unit, label, lines, undone_ms";

fn read(row: &Row) -> Result<Batch, StoreError> {
    Ok(Batch {
        id: BatchId(row.int(0)?),
        kind: row.text(1)?,
        account: AccountId(row.int(2)?),
        at_ms: row.int(3)?,
        unit: row.opt_int(4)?.map(UnitId),
        label: row.text(5)?,
        lines: row.int(6)?,
        undone_ms: row.opt_int(7)?,
    })
}

/// Writes a batch.
pub async fn add(tx: &mut Tx, batch: &Batch) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO batch (id, kind, account, at_ms, unit, label, lines, undone_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            batch.id.0,
            batch.kind.as_str(),
            batch.account.0,
            batch.at_ms,
            batch.unit.map(|unit| unit.0),
            batch.label.as_str(),
            batch.lines,
            batch.undone_ms
        ],
    )
    .await?;
    Ok(())
}

/// Keeps what undoing a batch will need, in a shape that only its act knows.
pub async fn save_undo(tx: &mut Tx, id: BatchId, undo: Vec<u8>) -> Result<(), StoreError> {
    tx.run("UPDATE batch SET undo = $2 WHERE id = $1", args![id.0, undo]).await?;
    Ok(())
}

/// One batch.
pub async fn find(tx: &mut Tx, id: BatchId) -> Result<Option<Batch>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM batch WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// What undoing a batch needs.
pub async fn undo(tx: &mut Tx, id: BatchId) -> Result<Option<Vec<u8>>, StoreError> {
    let row = tx.first("SELECT undo FROM batch WHERE id = $1", args![id.0]).await?;
    row.map_or(Ok(None), |row| row.opt_bytes(0))
}

/// Says that a batch was undone. False when it already was.
pub async fn mark_undone(tx: &mut Tx, id: BatchId, at_ms: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE batch SET undone_ms = $2 WHERE id = $1 AND undone_ms IS NULL";
    Ok(tx.run(sql, args![id.0, at_ms]).await? == 1)
}

/// A page of batches, latest first, beginning before one.
pub async fn page(tx: &mut Tx, before: Option<BatchId>, most: u32) -> Result<Vec<Batch>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM batch WHERE id < $1 ORDER BY id DESC LIMIT $2");
    let before = before.map_or(i64::MAX, |id| id.0);
    tx.all(sql, args![before, most]).await?.iter().map(read).collect()
}
