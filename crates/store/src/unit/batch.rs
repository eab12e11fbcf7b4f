//! Units that came in together: what hangs on them, and taking them out again.
//!
//! Not here: batches as such (`crate::batch`), figures (`figure`).

use crate::db::Tx;
use crate::{StoreError, args};
use domain::id::{BatchId, UnitId};
use domain::unit::OPEN;

/// The units of a batch.
pub async fn of_batch(tx: &mut Tx, batch: BatchId) -> Result<Vec<UnitId>, StoreError> {
    let rows = tx.all("SELECT id FROM unit WHERE batch = $1 ORDER BY id", args![batch.0]).await?;
    rows.iter().map(|row| row.int(0).map(UnitId)).collect()
}

/// A unit of a batch that was renamed, moved or closed since it came in.
pub async fn changed_since(tx: &mut Tx, batch: BatchId) -> Result<Option<UnitId>, StoreError> {
    for table in ["unit_name", "unit_place"] {
        let sql = format!(
            "SELECT f.unit FROM {table} f JOIN unit u ON u.id = f.unit WHERE u.batch = $1
             GROUP BY f.unit HAVING COUNT(*) > 1 OR MAX(f.valid_to) < $2 LIMIT 1"
        );
        if let Some(row) = tx.first(sql, args![batch.0, OPEN]).await? {
            return row.int(0).map(|unit| Some(UnitId(unit)));
        }
    }
    Ok(None)
}

/// A unit of a batch that something else rests on: a unit below that came another way, a duty, a document, a
/// programme, a theme, a directive, a succession.
pub async fn in_use(tx: &mut Tx, batch: BatchId) -> Result<Option<UnitId>, StoreError> {
    let below =
        "SELECT p.parent FROM unit_place p JOIN unit u ON u.id = p.parent JOIN unit b ON b.id = p.unit
                 WHERE u.batch = $1 AND (b.batch IS NULL OR b.batch <> $1) LIMIT 1";
    if let Some(row) = tx.first(below, args![batch.0]).await? {
        return row.int(0).map(|unit| Some(UnitId(unit)));
    }
    for (table, column) in [
        ("duty", "unit"),
        ("document", "unit"),
        ("programme", "unit"),
        ("theme", "unit"),
        ("directive", "unit"),
        ("person", "unit"),
        ("decision", "keeper"),
        ("decision", "body"),
        ("honoree", "unit"),
        ("capacity", "unit"),
        ("succession", "predecessor"),
        ("succession", "successor"),
    ] {
        let sql = format!(
            "SELECT o.{column} FROM {table} o JOIN unit u ON u.id = o.{column} WHERE u.batch = $1 LIMIT 1"
        );
        if let Some(row) = tx.first(sql, args![batch.0]).await? {
            return row.int(0).map(|unit| Some(UnitId(unit)));
        }
    }
    Ok(None)
}

/// Takes all units of a batch out, with everything said about them alone. Whether anything hangs on them was asked
/// before; what was forgotten, the foreign keys refuse.
pub async fn remove_batch(tx: &mut Tx, batch: BatchId) -> Result<u64, StoreError> {
    for table in ["unit_word", "unit_alias", "unit_code", "unit_name", "unit_place"] {
        let sql = format!("DELETE FROM {table} WHERE unit IN (SELECT id FROM unit WHERE batch = $1)");
        tx.run(sql, args![batch.0]).await?;
    }
    tx.run("DELETE FROM unit WHERE batch = $1", args![batch.0]).await
}
