//! Reminders of filings, where people want letters, and what became of each letter.
//!
//! Not here: reminders under programmes (`launch`), when the program reminds (`domain::notice`), sending.

pub mod launch;

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args};
use domain::form::FormId;
use domain::id::AccountId;
use domain::notice::{NoticeId, NoticeKind};
use domain::period::Period;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::HashMap;

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its identity.
    pub id: NoticeId,
    /// Why.
    pub kind: NoticeKind,
    /// Which form is to be filed.
    pub form: FormId,
    /// By whom.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// Until when.
    pub due: Date,
    /// Whether it goes to whoever decides, instead of whoever files.
    pub up: bool,
    /// Who asked for it; `None` when the program reminds by itself.
    pub account: Option<AccountId>,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, kind, form, unit, period, due, up, account, at_ms";

fn read(row: &Row) -> Result<Notice, StoreError> {
    Ok(Notice {
        id: NoticeId(row.int(0)?),
        kind: NoticeKind::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a notice's kind"))?,
        form: FormId(row.int(2)?),
        unit: UnitId(row.int(3)?),
        period: crate::figure::period(row.int(4)?)?,
        due: row.day(5)?,
        up: row.flag(6)?,
        account: row.opt_int(7)?.map(AccountId),
        at_ms: row.int(8)?,
    })
}

/// Writes a reminder. False when one with this key was written before.
pub async fn add(tx: &mut Tx, one: &Notice, once: Option<&str>) -> Result<bool, StoreError> {
    let touched = tx
        .run(
            "INSERT INTO notice (id, kind, form, unit, period, due, up, account, at_ms, once)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
            args![
                one.id.0,
                one.kind.code(),
                one.form.0,
                one.unit.0,
                one.period.key(),
                one.due,
                one.up,
                one.account.map(|account| account.0),
                one.at_ms,
                once.map(str::to_owned)
            ],
        )
        .await?;
    Ok(touched > 0)
}

/// The latest reminders, newest first; at most so many.
pub async fn latest(tx: &mut Tx, most: u32) -> Result<Vec<Notice>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM notice ORDER BY id DESC LIMIT {most}");
    tx.all(sql, args![]).await?.iter().map(read).collect()
}

/// Some reminders by identity.
pub async fn some(tx: &mut Tx, ids: &[NoticeId]) -> Result<HashMap<NoticeId, Notice>, StoreError> {
    let rows = rows_of(tx, "notice", COLUMNS, ids).await?;
    rows.iter().map(|row| read(row).map(|one| (one.id, one))).collect()
}

/// The rows of a table of reminders by identity.
async fn rows_of(tx: &mut Tx, table: &str, columns: &str, ids: &[NoticeId]) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(500) {
        let sql = format!("SELECT {columns} FROM {table} WHERE id IN ({})", places(1, chunk.len()));
        rows.extend(tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await?);
    }
    Ok(rows)
}

/// Says where a person wants letters; empty for nowhere.
pub async fn set_address(
    tx: &mut Tx,
    account: AccountId,
    address: &str,
    at_ms: i64,
) -> Result<(), StoreError> {
    tx.run("DELETE FROM mail_address WHERE account = $1", args![account.0]).await?;
    if !address.is_empty() {
        tx.run(
            "INSERT INTO mail_address (account, address, at_ms) VALUES ($1, $2, $3)",
            args![account.0, address, at_ms],
        )
        .await?;
    }
    Ok(())
}

/// Where a person wants letters.
pub async fn address_of(tx: &mut Tx, account: AccountId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT address FROM mail_address WHERE account = $1";
    tx.first(sql, args![account.0]).await?.map(|row| row.text(0)).transpose()
}

/// Every open account that wants letters.
pub async fn addresses(tx: &mut Tx) -> Result<Vec<(AccountId, String)>, StoreError> {
    let sql = "SELECT m.account, m.address FROM mail_address m JOIN account a ON a.id = m.account
               WHERE a.closed_ms IS NULL ORDER BY m.account";
    tx.all(sql, args![]).await?.iter().map(|row| Ok((AccountId(row.int(0)?), row.text(1)?))).collect()
}

/// Which reminders a letter is about: each kind has an out-tray of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tray {
    /// Of filings.
    Filing,
    /// Under programmes.
    Launch,
}

impl Tray {
    fn table(self) -> &'static str {
        match self {
            Self::Filing => "notice_letter",
            Self::Launch => "launch_letter",
        }
    }
}

/// A letter that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// About which reminder.
    pub notice: NoticeId,
    /// To whom.
    pub account: AccountId,
    /// Where to.
    pub address: String,
    /// How often it was tried.
    pub tries: i64,
}

/// Puts a letter into the out-tray.
pub async fn put_letter(tx: &mut Tx, tray: Tray, one: &Letter) -> Result<(), StoreError> {
    let table = tray.table();
    tx.run(
        format!(
            "INSERT INTO {table} (notice, account, address, tries, sent_ms, said)
             VALUES ($1, $2, $3, $4, NULL, '') ON CONFLICT DO NOTHING"
        ),
        args![one.notice.0, one.account.0, one.address.as_str(), one.tries],
    )
    .await?;
    Ok(())
}

/// The letters that wait and were tried less than so often, oldest first; at most 100.
pub async fn waiting(tx: &mut Tx, tray: Tray, most_tries: i64) -> Result<Vec<Letter>, StoreError> {
    let table = tray.table();
    let sql = format!(
        "SELECT notice, account, address, tries FROM {table}
         WHERE sent_ms IS NULL AND tries < $1 ORDER BY notice, account LIMIT 100"
    );
    let rows = tx.all(sql, args![most_tries]).await?;
    rows.iter()
        .map(|row| {
            Ok(Letter {
                notice: NoticeId(row.int(0)?),
                account: AccountId(row.int(1)?),
                address: row.text(2)?,
                tries: row.int(3)?,
            })
        })
        .collect()
}

/// Writes what became of a letter: when it was taken, or what the mail server said.
pub async fn tried(
    tx: &mut Tx,
    tray: Tray,
    one: &Letter,
    sent_ms: Option<i64>,
    said: &str,
) -> Result<(), StoreError> {
    let table = tray.table();
    tx.run(
        format!(
            "UPDATE {table} SET tries = tries + 1, sent_ms = $3, said = $4 WHERE notice = $1 AND account = $2"
        ),
        args![one.notice.0, one.account.0, sent_ms, said],
    )
    .await?;
    Ok(())
}
