//! The tree's whole history, loaded once and kept until it changes.
//!
//! Not here: names and codes (`unit`), totals (`total`).

use crate::db::{Db, Tx};
use crate::{StoreError, args, dialect};
use domain::unit::{History, Placement, Succession, UnitId};
use std::sync::Arc;

/// The version of the tree: one more with every change to a place, a succession or a name.
async fn version(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = tx.first("SELECT content FROM setting WHERE name = 'tree'", args![]).await?;
    row.map_or(Ok(0), |row| number(&row.text(0)?))
}

/// Reads a version as it is kept.
pub(crate) fn number(kept: &str) -> Result<i64, StoreError> {
    kept.parse().map_err(|_| StoreError::Damaged("the tree's version"))
}

/// Loads the history as this transaction sees it, from memory while the tree has not changed.
pub async fn history(tx: &mut Tx) -> Result<Arc<History>, StoreError> {
    let version = version(tx).await?;
    of_version(tx, version).await
}

/// The same, where its version was read together with something else. That is 0 before the tree was ever changed.
pub(crate) async fn of_version(tx: &mut Tx, version: i64) -> Result<Arc<History>, StoreError> {
    tx.picture = Some(version).filter(|_| tx.only_reads);
    // Within a transaction that changes the tree the memory of others must not learn of it before the commit.
    if !tx.tree_changed
        && let Some(history) = tx.tree.history(version)
    {
        return Ok(history);
    }
    let history = Arc::new(load(tx).await?);
    if !tx.tree_changed {
        tx.tree.put_history(version, &history);
    }
    Ok(history)
}

async fn load(tx: &mut Tx) -> Result<History, StoreError> {
    let mut placements = Vec::new();
    for row in tx.all("SELECT unit, valid_from, valid_to, parent FROM unit_place", args![]).await? {
        let placement = Placement { parent: row.opt_int(3)?.map(UnitId), from: row.day(1)?, to: row.day(2)? };
        placements.push((UnitId(row.int(0)?), placement));
    }
    let mut successions = Vec::new();
    let sql = "SELECT predecessor, successor, effective, whole FROM succession";
    for row in tx.all(sql, args![]).await? {
        successions.push(Succession {
            predecessor: UnitId(row.int(0)?),
            successor: UnitId(row.int(1)?),
            effective: row.day(2)?,
            whole: row.flag(3)?,
        });
    }
    Ok(History::new(placements, successions))
}

/// Holds the tree still until the end of the transaction: for everyone who writes figures along it.
pub async fn hold(tx: &mut Tx) -> Result<(), StoreError> {
    if let Some(sql) = dialect::lock_tree(tx.engine(), false) {
        tx.all(sql, args![]).await?;
    }
    Ok(())
}

/// Holds the tree alone, to change it. Call before reading what the change rests on, and
/// [`mark_changed`] after the last change.
pub async fn hold_alone(tx: &mut Tx) -> Result<(), StoreError> {
    if let Some(sql) = dialect::lock_tree(tx.engine(), true) {
        tx.all(sql, args![]).await?;
    }
    Ok(())
}

/// Says that places, successions or names changed in this transaction.
pub async fn mark_changed(tx: &mut Tx) -> Result<(), StoreError> {
    if tx.tree_changed {
        return Ok(());
    }
    let next = version(tx).await? + 1;
    tx.run(
        "INSERT INTO setting (name, content) VALUES ('tree', $1)
         ON CONFLICT (name) DO UPDATE SET content = excluded.content",
        args![next.to_string()],
    )
    .await?;
    tx.tree_changed = true;
    Ok(())
}

impl Db {
    /// Loads the history outside of any other work.
    pub async fn history(&self) -> Result<Arc<History>, StoreError> {
        let mut tx = self.read().await?;
        history(&mut tx).await
    }
}
