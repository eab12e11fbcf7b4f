//! Tables of totals that people keep to look at again.
//!
//! Not here: what stands in them (`total`), who may (`acts`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, PivotId};
use domain::unit::UnitId;

/// A table that somebody kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its identity.
    pub id: PivotId,
    /// Whose figures it shows.
    pub unit: UnitId,
    /// Who kept it.
    pub account: AccountId,
    /// Whether everybody who may see the unit's figures sees it.
    pub shared: bool,
    /// What it is called.
    pub name: String,
    /// How the table is looked at, as the pairs of its address.
    pub asked: String,
    /// When it was kept, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, unit, account, shared, name, asked, at_ms";

fn read(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: PivotId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        account: AccountId(row.int(2)?),
        shared: row.flag(3)?,
        name: row.text(4)?,
        asked: row.text(5)?,
        at_ms: row.int(6)?,
    })
}

/// Keeps a table.
pub async fn add(tx: &mut Tx, kept: &Kept) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO pivot_view (id, unit, account, shared, name, asked, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            kept.id.0,
            kept.unit.0,
            kept.account.0,
            kept.shared,
            kept.name.as_str(),
            kept.asked.as_str(),
            kept.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// One of them.
pub async fn find(tx: &mut Tx, id: PivotId) -> Result<Option<Kept>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM pivot_view WHERE id = $1");
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// Those of a unit that an account sees: its own and the shared ones, oldest first.
pub async fn list(tx: &mut Tx, unit: UnitId, account: AccountId) -> Result<Vec<Kept>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM pivot_view WHERE unit = $1 AND (shared = 1 OR account = $2) ORDER BY id"
    );
    tx.all(sql, args![unit.0, account.0]).await?.iter().map(read).collect()
}

/// Drops one.
pub async fn remove(tx: &mut Tx, id: PivotId) -> Result<(), StoreError> {
    tx.run("DELETE FROM pivot_view WHERE id = $1", args![id.0]).await?;
    Ok(())
}
