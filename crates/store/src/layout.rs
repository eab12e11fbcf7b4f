//! How units' own tables are read, by unit, form and the trace of their headings; what was told before stays.
//!
//! Not here: what a layout may say (`domain::layout`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::form::FormId;
use domain::id::AccountId;
use domain::layout::Layout;
use domain::unit::UnitId;

/// A layout that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its identity; later ones are larger.
    pub id: i64,
    /// Whose table.
    pub unit: UnitId,
    /// For which form.
    pub form: FormId,
    /// The hash of the headings' trace.
    pub trace: String,
    /// The file's name when it was told.
    pub label: String,
    /// How it is read.
    pub layout: Layout,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, unit, form, trace, label, content, account, at_ms";

fn read(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: row.int(0)?,
        unit: UnitId(row.int(1)?),
        form: FormId(row.int(2)?),
        trace: row.text(3)?,
        label: row.text(4)?,
        layout: serde_json::from_str(&row.text(5)?).map_err(|_| StoreError::Damaged("a layout"))?,
        account: AccountId(row.int(6)?),
        at_ms: row.int(7)?,
    })
}

/// Keeps a layout in the place of the one before.
pub async fn keep(tx: &mut Tx, kept: &Kept) -> Result<(), StoreError> {
    tx.run(
        "UPDATE layout SET dropped_ms = $4 WHERE unit = $1 AND form = $2 AND trace = $3 AND dropped_ms IS NULL",
        args![kept.unit.0, kept.form.0, kept.trace.as_str(), kept.at_ms],
    )
    .await?;
    let content =
        serde_json::to_string(&kept.layout).map_err(|_| StoreError::Damaged("a layout cannot be written"))?;
    tx.run(
        "INSERT INTO layout (id, unit, form, trace, label, content, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            kept.id,
            kept.unit.0,
            kept.form.0,
            kept.trace.as_str(),
            kept.label.as_str(),
            content,
            kept.account.0,
            kept.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The layout that holds for a table with these headings.
pub async fn find(tx: &mut Tx, unit: UnitId, form: FormId, trace: &str) -> Result<Option<Kept>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM layout WHERE unit = $1 AND form = $2 AND trace = $3 AND dropped_ms IS NULL"
    );
    tx.first(sql, args![unit.0, form.0, trace]).await?.as_ref().map(read).transpose()
}

/// One layout, while it holds.
pub async fn find_by_id(tx: &mut Tx, id: i64) -> Result<Option<Kept>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM layout WHERE id = $1 AND dropped_ms IS NULL");
    tx.first(sql, args![id]).await?.as_ref().map(read).transpose()
}

/// The layouts that hold for a unit and a form, newest first.
pub async fn list(tx: &mut Tx, unit: UnitId, form: FormId) -> Result<Vec<Kept>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM layout WHERE unit = $1 AND form = $2 AND dropped_ms IS NULL ORDER BY id DESC"
    );
    tx.all(sql, args![unit.0, form.0]).await?.iter().map(read).collect()
}

/// Lets a layout hold no longer.
pub async fn drop_one(tx: &mut Tx, id: i64, at_ms: i64) -> Result<(), StoreError> {
    tx.run("UPDATE layout SET dropped_ms = $2 WHERE id = $1", args![id, at_ms]).await?;
    Ok(())
}
