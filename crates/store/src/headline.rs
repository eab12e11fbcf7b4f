//! The figures that a unit chose for its front page, in their sequence.
//!
//! Not here: what is shown to a unit that chose nothing.

use crate::db::Tx;
use crate::{StoreError, args};
use domain::figure::Slot;
use domain::unit::UnitId;

/// What a unit chose; nothing when it never did.
pub async fn list(tx: &mut Tx, unit: UnitId) -> Result<Vec<Slot>, StoreError> {
    let sql = "SELECT slot FROM headline WHERE unit = $1 ORDER BY place";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter()
        .map(|row| u32::try_from(row.int(0)?).map(Slot).map_err(|_| StoreError::Damaged("a slot")))
        .collect()
}

/// Puts a choice in the place of the one before.
pub async fn replace(tx: &mut Tx, unit: UnitId, slots: &[Slot]) -> Result<(), StoreError> {
    tx.run("DELETE FROM headline WHERE unit = $1", args![unit.0]).await?;
    for (place, slot) in (1_i64..).zip(slots) {
        tx.run(
            "INSERT INTO headline (unit, place, slot) VALUES ($1, $2, $3)",
            args![unit.0, place, i64::from(slot.0)],
        )
        .await?;
    }
    Ok(())
}
