//! Reminders under programmes: that something was not received, not answered with a plan, or not done.
//!
//! Not here: letters about them (`super`), how often a unit was reminded by hand (`store::acknowledgement`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, ProgrammeId, TaskId};
use domain::notice::{NoticeId, NoticeKind, Topic};
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::HashMap;

/// A reminder under a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchNotice {
    /// Its identity.
    pub id: NoticeId,
    /// Why.
    pub kind: NoticeKind,
    /// About what.
    pub topic: Topic,
    /// Under which programme.
    pub programme: ProgrammeId,
    /// Which task, where it is about one.
    pub task: Option<TaskId>,
    /// Which unit is to do something.
    pub unit: UnitId,
    /// Until when.
    pub due: Option<Date>,
    /// Whether it goes to whoever launched, instead of whoever is to answer.
    pub up: bool,
    /// Who asked for it; `None` when the program reminds by itself.
    pub account: Option<AccountId>,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "id, kind, topic, programme, task, unit, due, up, account, at_ms";

fn read(row: &Row) -> Result<LaunchNotice, StoreError> {
    Ok(LaunchNotice {
        id: NoticeId(row.int(0)?),
        kind: NoticeKind::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a notice's kind"))?,
        topic: Topic::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a notice's topic"))?,
        programme: ProgrammeId(row.int(3)?),
        task: row.opt_int(4)?.map(TaskId),
        unit: UnitId(row.int(5)?),
        due: row.opt_day(6)?,
        up: row.flag(7)?,
        account: row.opt_int(8)?.map(AccountId),
        at_ms: row.int(9)?,
    })
}

/// Writes a reminder. False when one with this key was written before.
pub async fn add(tx: &mut Tx, one: &LaunchNotice, once: Option<&str>) -> Result<bool, StoreError> {
    let touched = tx
        .run(
            "INSERT INTO launch_notice (id, kind, topic, programme, task, unit, due, up, account, at_ms, once)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING",
            args![
                one.id.0,
                one.kind.code(),
                one.topic.code(),
                one.programme.0,
                one.task.map(|task| task.0),
                one.unit.0,
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
pub async fn latest(tx: &mut Tx, most: u32) -> Result<Vec<LaunchNotice>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM launch_notice ORDER BY id DESC LIMIT {most}");
    tx.all(sql, args![]).await?.iter().map(read).collect()
}

/// Some reminders by identity.
pub async fn some(tx: &mut Tx, ids: &[NoticeId]) -> Result<HashMap<NoticeId, LaunchNotice>, StoreError> {
    let rows = super::rows_of(tx, "launch_notice", COLUMNS, ids).await?;
    rows.iter().map(|row| read(row).map(|one| (one.id, one))).collect()
}

/// The programmes under which something may be due: those that were sent to somebody or have tasks.
pub async fn programmes(tx: &mut Tx) -> Result<Vec<ProgrammeId>, StoreError> {
    let sql = "SELECT programme FROM launch_receiver UNION SELECT programme FROM task ORDER BY 1";
    tx.all(sql, args![]).await?.iter().map(|row| Ok(ProgrammeId(row.int(0)?))).collect()
}
