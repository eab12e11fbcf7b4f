//! Duties: which account has which right over which unit, from when to when.
//!
//! Not here: what a right allows (`domain::authority`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::authority::{Duty, Right};
use domain::id::AccountId;
use domain::unit::UnitId;

/// All duties an account ever had.
pub async fn list_of(tx: &mut Tx, account: AccountId) -> Result<Vec<Duty>, StoreError> {
    let sql = "SELECT duty_right, unit, valid_from, valid_to FROM duty WHERE account = $1";
    tx.all(sql, args![account.0]).await?.iter().map(|row| read(row, 0)).collect()
}

/// Reads right, unit, first and last day from four columns on.
fn read(row: &Row, column: usize) -> Result<Duty, StoreError> {
    Ok(Duty {
        right: Right::from_code(&row.text(column)?).ok_or(StoreError::Damaged("a right"))?,
        unit: row.opt_int(column + 1)?.map(UnitId),
        from: row.day(column + 2)?,
        to: row.day(column + 3)?,
    })
}
