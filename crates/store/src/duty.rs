//! Duties: which account has which right over which unit, from when to when.
//!
//! Not here: what a right allows (`domain::authority`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect, tree};
use domain::authority::{Duty, Right};
use domain::id::{AccountId, DutyId};
use domain::unit::{History, OPEN, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// A duty with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Its identity.
    pub id: DutyId,
    /// Whose it is.
    pub account: AccountId,
    /// What it allows, where and when.
    pub duty: Duty,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

const COLUMNS: &str = "duty_right, unit, valid_from, valid_to, id, account, decision";

/// All duties an account ever had.
pub async fn list_of(tx: &mut Tx, account: AccountId) -> Result<Vec<Duty>, StoreError> {
    let sql = "SELECT duty_right, unit, valid_from, valid_to FROM duty WHERE account = $1";
    tx.all(sql, args![account.0]).await?.iter().map(read_duty).collect()
}

/// The tree, and all duties an account ever had: nearly every act begins with both, and the way to the database and back
/// takes longer than the answer.
pub async fn standing(tx: &mut Tx, account: AccountId) -> Result<(Arc<History>, Vec<Duty>), StoreError> {
    let sql = "SELECT duty_right, unit, valid_from, valid_to FROM duty WHERE account = $1
               UNION ALL SELECT '', NULL, content, '' FROM setting WHERE name = 'tree'";
    let (mut version, mut duties) = (0, Vec::new());
    for row in tx.all(sql, args![account.0]).await? {
        if row.text(0)?.is_empty() {
            version = tree::number(&row.text(2)?)?;
        } else {
            duties.push(read_duty(&row)?);
        }
    }
    Ok((tree::of_version(tx, version).await?, duties))
}

/// All duties that some accounts ever had, by account.
pub async fn list_of_all(
    tx: &mut Tx,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Vec<Duty>>, StoreError> {
    let mut found: HashMap<AccountId, Vec<Duty>> = HashMap::new();
    for chunk in accounts.chunks(500) {
        let sql = format!(
            "SELECT duty_right, unit, valid_from, valid_to, account FROM duty WHERE account IN ({})",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|account| Arg::from(account.0)).collect()).await? {
            found.entry(AccountId(row.int(4)?)).or_default().push(read_duty(&row)?);
        }
    }
    Ok(found)
}

/// Reads right, unit, first and last day from the first four columns.
fn read_duty(row: &Row) -> Result<Duty, StoreError> {
    Ok(Duty {
        right: Right::from_code(&row.text(0)?).ok_or(StoreError::Damaged("a right"))?,
        unit: row.opt_int(1)?.map(UnitId),
        from: row.day(2)?,
        to: row.day(3)?,
    })
}

fn read(row: &Row) -> Result<Granted, StoreError> {
    Ok(Granted {
        duty: read_duty(row)?,
        id: DutyId(row.int(4)?),
        account: AccountId(row.int(5)?),
        decision: row.text(6)?,
    })
}

/// Writes a duty.
pub async fn add(tx: &mut Tx, granted: &Granted) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO duty (id, account, duty_right, unit, valid_from, valid_to, decision)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            granted.id.0,
            granted.account.0,
            granted.duty.right.code(),
            granted.duty.unit.map(|unit| unit.0),
            granted.duty.from,
            granted.duty.to,
            granted.decision.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// One duty.
pub async fn find(tx: &mut Tx, id: DutyId) -> Result<Option<Granted>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM duty WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// Ends a duty: on `day` it no longer holds. One that would begin then or later is taken out.
pub async fn end(tx: &mut Tx, id: DutyId, day: Date) -> Result<(), StoreError> {
    tx.run("DELETE FROM duty WHERE id = $1 AND valid_from >= $2", args![id.0, day]).await?;
    tx.run("UPDATE duty SET valid_to = $2 WHERE id = $1 AND valid_to > $2", args![id.0, day]).await?;
    Ok(())
}

/// Every duty that some accounts ever had, oldest first.
pub async fn of_accounts(tx: &mut Tx, accounts: &[AccountId]) -> Result<Vec<Granted>, StoreError> {
    let mut found = Vec::new();
    for chunk in accounts.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT {COLUMNS} FROM duty WHERE account IN ({}) ORDER BY valid_from, id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// Every duty that anyone ever had over exactly this unit (`None`: over the installation), oldest first.
pub async fn at_unit(tx: &mut Tx, unit: Option<UnitId>) -> Result<Vec<Granted>, StoreError> {
    let order = "ORDER BY valid_from, id";
    let rows = match unit {
        Some(unit) => {
            tx.all(format!("SELECT {COLUMNS} FROM duty WHERE unit = $1 {order}"), args![unit.0]).await?
        }
        None => tx.all(format!("SELECT {COLUMNS} FROM duty WHERE unit IS NULL {order}"), args![]).await?,
    };
    rows.iter().map(read).collect()
}

/// Who ever had a duty over any of some units.
pub async fn holders(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<AccountId>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT DISTINCT account FROM duty WHERE unit IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(AccountId(row.int(0)?));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// How many open accounts other than `except` keep the whole installation from a day on without an end.
pub async fn other_managers(tx: &mut Tx, except: AccountId, day: Date) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(DISTINCT d.account) FROM duty d JOIN account a ON a.id = d.account
               WHERE d.unit IS NULL AND d.duty_right = $1 AND d.valid_from <= $2 AND d.valid_to = $3
               AND a.closed_ms IS NULL AND a.id <> $4";
    let row = tx.first(sql, args![Right::Manage.code(), day, OPEN, except.0]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}
