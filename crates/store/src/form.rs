//! Forms with their dated versions, and the later days granted to single units.
//!
//! Not here: what units file (`filing`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args};
use domain::form::{Content, Every, FormId};
use domain::id::AccountId;
use domain::period::Period;
use domain::unit::UnitId;
use jiff::civil::Date;

/// A form, whatever its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its identity.
    pub id: FormId,
    /// Whose it is: the units below answer.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// How often it is answered.
    pub every: Every,
    /// The one period of a form that is answered once.
    pub stage: Option<Period>,
    /// When it was closed, in milliseconds since the Unix epoch.
    pub closed_ms: Option<i64>,
}

impl Form {
    /// Whether the form is answered for a period.
    pub fn is_for(&self, period: Period) -> bool {
        match self.stage {
            Some(stage) => stage == period,
            None => self.every.fits(period),
        }
    }
}

/// What a form asks from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Of which form.
    pub form: FormId,
    /// The first is 1.
    pub number: i64,
    /// From which day.
    pub from: Date,
    /// What it asks.
    pub content: Content,
    /// Who wrote it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, unit, name, every, stage, closed_ms";

fn read(row: &Row) -> Result<Form, StoreError> {
    Ok(Form {
        id: FormId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        name: row.text(2)?,
        every: Every::from_code(&row.text(3)?).ok_or(StoreError::Damaged("how often a form is answered"))?,
        stage: row.opt_int(4)?.map(crate::figure::period).transpose()?,
        closed_ms: row.opt_int(5)?,
    })
}

/// Writes a form.
pub async fn add(tx: &mut Tx, form: &Form) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO form (id, unit, name, every, stage, closed_ms) VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            form.id.0,
            form.unit.0,
            form.name.as_str(),
            form.every.code(),
            form.stage.map(Period::key),
            form.closed_ms
        ],
    )
    .await?;
    Ok(())
}

/// Calls a form by another name, or closes it.
pub async fn change(tx: &mut Tx, id: FormId, name: &str, closed_ms: Option<i64>) -> Result<(), StoreError> {
    tx.run("UPDATE form SET name = $2, closed_ms = $3 WHERE id = $1", args![id.0, name, closed_ms]).await?;
    Ok(())
}

/// One form.
pub async fn find(tx: &mut Tx, id: FormId) -> Result<Option<Form>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM form WHERE id = $1");
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// All forms, oldest first: there are tens of them, not thousands.
pub async fn list(tx: &mut Tx) -> Result<Vec<Form>, StoreError> {
    tx.all(format!("SELECT {COLUMNS} FROM form ORDER BY id"), args![]).await?.iter().map(read).collect()
}

/// Writes a version.
pub async fn add_version(tx: &mut Tx, version: &Version) -> Result<(), StoreError> {
    let content = serde_json::to_string(&version.content)
        .map_err(|_| StoreError::Damaged("what a form asks cannot be written"))?;
    tx.run(
        "INSERT INTO form_version (form, number, valid_from, content, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![version.form.0, version.number, version.from, content, version.account.0, version.at_ms],
    )
    .await?;
    Ok(())
}

/// The versions of some forms, by form, newest first.
pub async fn versions(tx: &mut Tx, forms: &[FormId]) -> Result<Vec<Version>, StoreError> {
    let mut found = Vec::new();
    for chunk in forms.chunks(500) {
        let sql = format!(
            "SELECT form, number, valid_from, content, account, at_ms FROM form_version WHERE form IN ({})
             ORDER BY form, number DESC",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(Version {
                form: FormId(row.int(0)?),
                number: row.int(1)?,
                from: row.day(2)?,
                content: serde_json::from_str(&row.text(3)?)
                    .map_err(|_| StoreError::Damaged("what a form asks"))?,
                account: AccountId(row.int(4)?),
                at_ms: row.int(5)?,
            });
        }
    }
    Ok(found)
}

/// A later day granted to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its identity; later ones are larger.
    pub id: i64,
    /// For which form.
    pub form: FormId,
    /// To whom.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// The last day in time.
    pub due: Date,
    /// Why.
    pub reason: String,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes a later day.
pub async fn extend(tx: &mut Tx, one: &Extension) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO form_extension (id, form, unit, period, due, reason, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            one.id,
            one.form.0,
            one.unit.0,
            one.period.key(),
            one.due,
            one.reason.as_str(),
            one.account.0,
            one.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The later days of a form and period, oldest first: the last one of a unit counts.
pub async fn extensions(tx: &mut Tx, form: FormId, period: Period) -> Result<Vec<Extension>, StoreError> {
    let sql = "SELECT id, form, unit, period, due, reason, account, at_ms FROM form_extension
               WHERE form = $1 AND period = $2 ORDER BY id";
    let rows = tx.all(sql, args![form.0, period.key()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Extension {
                id: row.int(0)?,
                form: FormId(row.int(1)?),
                unit: UnitId(row.int(2)?),
                period: crate::figure::period(row.int(3)?)?,
                due: row.day(4)?,
                reason: row.text(5)?,
                account: AccountId(row.int(6)?),
                at_ms: row.int(7)?,
            })
        })
        .collect()
}
