//! Signing keys as rows: the public half for ever, the secret half locked and only while the key is open.
//!
//! Not here: opening the lock (`seal`), who may (`acts::key`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, KeyId, UnitId};

/// A signing key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Its identity.
    pub id: KeyId,
    /// Whose it is.
    pub unit: UnitId,
    /// The public half, printed.
    pub public: String,
    /// When it was opened, in milliseconds since the Unix epoch.
    pub opened_ms: i64,
    /// Who opened it.
    pub opened_by: AccountId,
    /// When it was closed; `None` while it is open.
    pub closed_ms: Option<i64>,
    /// Why it was closed; empty while it is open.
    pub reason: String,
}

const COLUMNS: &str = "id, unit, public, opened_ms, opened_by, closed_ms, reason";

fn read(row: &Row) -> Result<KeyRow, StoreError> {
    Ok(KeyRow {
        id: KeyId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        public: row.text(2)?,
        opened_ms: row.int(3)?,
        opened_by: AccountId(row.int(4)?),
        closed_ms: row.opt_int(5)?,
        reason: row.text(6)?,
    })
}

/// Writes an open key with its locked half.
pub async fn add(tx: &mut Tx, key: &KeyRow, locked: Vec<u8>) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO signing_key (id, unit, public, locked, opened_ms, opened_by, reason)
         VALUES ($1, $2, $3, $4, $5, $6, '')",
        args![key.id.0, key.unit.0, key.public.as_str(), locked, key.opened_ms, key.opened_by.0],
    )
    .await?;
    Ok(())
}

/// Closes a unit's open key and forgets its secret half. False when none is open.
pub async fn close(
    tx: &mut Tx,
    unit: UnitId,
    by: AccountId,
    at_ms: i64,
    reason: &str,
) -> Result<bool, StoreError> {
    let sql = "UPDATE signing_key SET closed_ms = $2, closed_by = $3, reason = $4, locked = NULL
               WHERE unit = $1 AND closed_ms IS NULL";
    Ok(tx.run(sql, args![unit.0, at_ms, by.0, reason]).await? == 1)
}

/// The keys of a unit, the newest first.
pub async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<KeyRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM signing_key WHERE unit = $1 ORDER BY opened_ms DESC, id DESC");
    tx.all(sql, args![unit.0]).await?.iter().map(read).collect()
}

/// The open key of a unit with its locked half.
pub async fn open_of(tx: &mut Tx, unit: UnitId) -> Result<Option<(KeyRow, Vec<u8>)>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, locked FROM signing_key WHERE unit = $1 AND closed_ms IS NULL");
    let Some(row) = tx.first(sql, args![unit.0]).await? else { return Ok(None) };
    let locked = row.opt_bytes(7)?.ok_or(StoreError::Damaged("an open key without its half"))?;
    Ok(Some((read(&row)?, locked)))
}
