//! Plans as rows: what units answer to what was sent down to them. A new plan stands in the place of the last one of
//! its unit; the old ones stay.
//!
//! Not here: the files' bytes (`file`), who sent what to whom (`acknowledgement`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, PlanId, ProgrammeId, ThemeId, UnitId};

/// A unit's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its identity.
    pub id: PlanId,
    /// What it answers.
    pub programme: ProgrammeId,
    /// Whose it is.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// The unit's own theme, where it set one.
    pub theme: Option<ThemeId>,
    /// Its text; may be empty where there is a file.
    pub content: String,
    /// Its file's hash.
    pub file: Option<Vec<u8>>,
    /// The file's name when it came in; may be empty.
    pub file_name: String,
    /// Who sent it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, programme, unit, title, theme, content, file, file_name, account, at_ms";

/// Writes a plan.
pub async fn add(tx: &mut Tx, plan: &Plan) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO plan (id, programme, unit, title, theme, content, file, file_name, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            plan.id.0,
            plan.programme.0,
            plan.unit.0,
            plan.title.as_str(),
            plan.theme.map(|theme| theme.0),
            plan.content.as_str(),
            plan.file.clone(),
            plan.file_name.as_str(),
            plan.account.0,
            plan.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The plans that answer a programme, newest first.
pub async fn list(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Plan>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM plan WHERE programme = $1 ORDER BY id DESC");
    tx.all(sql, args![programme.0]).await?.iter().map(read).collect()
}

/// One plan.
pub async fn find(tx: &mut Tx, id: PlanId) -> Result<Option<Plan>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM plan WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<Plan, StoreError> {
    Ok(Plan {
        id: PlanId(row.int(0)?),
        programme: ProgrammeId(row.int(1)?),
        unit: UnitId(row.int(2)?),
        title: row.text(3)?,
        theme: row.opt_int(4)?.map(ThemeId),
        content: row.text(5)?,
        file: row.opt_bytes(6)?,
        file_name: row.text(7)?,
        account: AccountId(row.int(8)?),
        at_ms: row.int(9)?,
    })
}
