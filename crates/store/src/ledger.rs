//! The ledger's rows: written within the act's own transaction, sealed into the chain afterwards.
//!
//! Not here: what is written there (`acts`) and the hash itself, which the caller hands in.

use crate::db::Tx;
use crate::{StoreError, args};
use domain::ledger::Line;

/// Writes a line, not yet sealed.
pub async fn add(tx: &mut Tx, line: &Line) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO ledger (id, at_ms, account, origin, act, unit, object, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            line.id.0,
            line.at_ms,
            line.account.map(|account| account.0),
            line.origin.as_str(),
            line.act.as_str(),
            line.unit.map(|unit| unit.0),
            line.object.as_str(),
            line.detail.as_str()
        ],
    )
    .await?;
    Ok(())
}
