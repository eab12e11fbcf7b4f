//! Launches and what the receiving units left behind, as rows.
//!
//! Not here: plans (`plan`), how far a unit has come (`domain::acknowledgement`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::acknowledgement::Trace;
use domain::id::{AccountId, LaunchId, ProgrammeId, UnitId};
use jiff::civil::Date;

/// One sending of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// Its identity.
    pub id: LaunchId,
    /// What was sent.
    pub programme: ProgrammeId,
    /// The last day on which a receiver's plan is in time.
    pub due: Option<Date>,
    /// What was said with it; may be empty.
    pub note: String,
    /// Who sent it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// A unit that something was sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Which unit.
    pub unit: UnitId,
    /// By which launch.
    pub launch: LaunchId,
    /// The last day on which its plan is in time.
    pub due: Option<Date>,
    /// When it was sent, in milliseconds since the Unix epoch.
    pub sent_ms: i64,
}

/// What a unit left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Which unit.
    pub unit: UnitId,
    /// What.
    pub trace: Trace,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes a launch.
pub async fn add(tx: &mut Tx, launch: &Launch) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO launch (id, programme, due, note, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            launch.id.0,
            launch.programme.0,
            launch.due,
            launch.note.as_str(),
            launch.account.0,
            launch.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// Sends a launch to a unit. False when the programme was sent there before.
pub async fn send(tx: &mut Tx, launch: &Launch, unit: UnitId) -> Result<bool, StoreError> {
    let sql = "INSERT INTO launch_receiver (programme, unit, launch) VALUES ($1, $2, $3)
               ON CONFLICT DO NOTHING";
    Ok(tx.run(sql, args![launch.programme.0, unit.0, launch.id.0]).await? == 1)
}

/// The units that a programme was sent to.
pub async fn receivers(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Receiver>, StoreError> {
    let sql =
        "SELECT r.unit, r.launch, l.due, l.at_ms FROM launch_receiver r JOIN launch l ON l.id = r.launch
               WHERE r.programme = $1 ORDER BY r.unit";
    tx.all(sql, args![programme.0]).await?.iter().map(read_receiver).collect()
}

/// The programmes that were sent to a unit, the latest first.
pub async fn received_by(tx: &mut Tx, unit: UnitId) -> Result<Vec<(ProgrammeId, Receiver)>, StoreError> {
    let sql = "SELECT r.unit, r.launch, l.due, l.at_ms, r.programme
               FROM launch_receiver r JOIN launch l ON l.id = r.launch
               WHERE r.unit = $1 ORDER BY l.at_ms DESC, r.programme";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter().map(|row| Ok((ProgrammeId(row.int(4)?), read_receiver(row)?))).collect()
}

fn read_receiver(row: &Row) -> Result<Receiver, StoreError> {
    Ok(Receiver {
        unit: UnitId(row.int(0)?),
        launch: LaunchId(row.int(1)?),
        due: row.opt_day(2)?,
        sent_ms: row.int(3)?,
    })
}

/// Writes what a unit left behind. False when it had.
pub async fn leave(tx: &mut Tx, programme: ProgrammeId, left: &Left) -> Result<bool, StoreError> {
    let sql =
        "INSERT INTO acknowledgement (programme, unit, trace, account, at_ms) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING";
    let args = args![programme.0, left.unit.0, left.trace.code(), left.account.0, left.at_ms];
    Ok(tx.run(sql, args).await? == 1)
}

/// What the units that received a programme left behind, earliest first.
pub async fn left(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Left>, StoreError> {
    let sql = "SELECT unit, trace, account, at_ms FROM acknowledgement WHERE programme = $1
               ORDER BY unit, at_ms, trace";
    let rows = tx.all(sql, args![programme.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Left {
                unit: UnitId(row.int(0)?),
                trace: Trace::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a trace"))?,
                account: AccountId(row.int(2)?),
                at_ms: row.int(3)?,
            })
        })
        .collect()
}

/// Writes that a unit was reminded.
pub async fn remind(
    tx: &mut Tx,
    id: i64,
    programme: ProgrammeId,
    unit: UnitId,
    account: AccountId,
    at_ms: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO launch_reminder (id, programme, unit, account, at_ms) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, args![id, programme.0, unit.0, account.0, at_ms]).await?;
    Ok(())
}

/// When the units of a programme were last reminded, in milliseconds since the Unix epoch, and how often.
pub async fn reminders(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<(UnitId, i64, i64)>, StoreError> {
    let sql = "SELECT unit, MAX(at_ms), COUNT(*) FROM launch_reminder WHERE programme = $1 GROUP BY unit";
    let rows = tx.all(sql, args![programme.0]).await?;
    rows.iter().map(|row| Ok((UnitId(row.int(0)?), row.int(1)?, row.int(2)?))).collect()
}
