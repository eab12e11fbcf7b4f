//! Clauses of directives, the tasks that come from them, and what was said about the tasks, as rows.
//!
//! Not here: whether a task is overdue (`domain::task`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, ClauseId, DirectiveId, IndicatorId, ProgrammeId, TaskId, UnitId};
use jiff::civil::Date;

/// A clause of a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its identity.
    pub id: ClauseId,
    /// Of which document.
    pub directive: DirectiveId,
    /// Its place within it, from 1.
    pub place: i64,
    /// As it is numbered there (`Khoản 2, Mục II`).
    pub number: String,
    /// Its words.
    pub content: String,
}

/// A task of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its identity.
    pub id: TaskId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// The clause it comes from.
    pub clause: Option<ClauseId>,
    /// The unit that is to do it.
    pub owner: UnitId,
    /// The post that answers for it; may be empty.
    pub post: String,
    /// What is to be done.
    pub content: String,
    /// The last day on which it is in time.
    pub due: Option<Date>,
    /// Who gave it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// What was said about a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The record's own identity.
    pub id: i64,
    /// About which task.
    pub task: TaskId,
    /// That it is done; else that it is open again.
    pub done: bool,
    /// What came of it, or why it is open again.
    pub note: String,
    /// The hash of a file that shows it.
    pub file: Option<Vec<u8>>,
    /// The file's name when it came in; may be empty.
    pub file_name: String,
    /// Who said so.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes a clause.
pub async fn add_clause(tx: &mut Tx, clause: &Clause) -> Result<(), StoreError> {
    let sql = "INSERT INTO clause (id, directive, place, number, content) VALUES ($1, $2, $3, $4, $5)";
    let (number, content) = (clause.number.as_str(), clause.content.as_str());
    tx.run(sql, args![clause.id.0, clause.directive.0, clause.place, number, content]).await?;
    Ok(())
}

/// The clauses of a document, in its order.
pub async fn clauses(tx: &mut Tx, directive: DirectiveId) -> Result<Vec<Clause>, StoreError> {
    let sql = "SELECT id, directive, place, number, content FROM clause WHERE directive = $1 ORDER BY place";
    let rows = tx.all(sql, args![directive.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Clause {
                id: ClauseId(row.int(0)?),
                directive: DirectiveId(row.int(1)?),
                place: row.int(2)?,
                number: row.text(3)?,
                content: row.text(4)?,
            })
        })
        .collect()
}

/// Writes a task with the indicators that measure it.
pub async fn add(tx: &mut Tx, task: &Task, indicators: &[IndicatorId]) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO task (id, programme, clause, owner, post, content, due, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            task.id.0,
            task.programme.0,
            task.clause.map(|clause| clause.0),
            task.owner.0,
            task.post.as_str(),
            task.content.as_str(),
            task.due,
            task.account.0,
            task.at_ms
        ],
    )
    .await?;
    for indicator in indicators {
        let sql = "INSERT INTO task_indicator (task, indicator) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        tx.run(sql, args![task.id.0, indicator.0]).await?;
    }
    Ok(())
}

const COLUMNS: &str = "id, programme, clause, owner, post, content, due, account, at_ms";

/// One task.
pub async fn find(tx: &mut Tx, id: TaskId) -> Result<Option<Task>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM task WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The tasks of a programme, in the order in which they were given.
pub async fn list(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Task>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM task WHERE programme = $1 ORDER BY id");
    tx.all(sql, args![programme.0]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: TaskId(row.int(0)?),
        programme: ProgrammeId(row.int(1)?),
        clause: row.opt_int(2)?.map(ClauseId),
        owner: UnitId(row.int(3)?),
        post: row.text(4)?,
        content: row.text(5)?,
        due: row.opt_day(6)?,
        account: AccountId(row.int(7)?),
        at_ms: row.int(8)?,
    })
}

/// Which indicators measure the tasks of a programme.
pub async fn indicators(
    tx: &mut Tx,
    programme: ProgrammeId,
) -> Result<Vec<(TaskId, IndicatorId)>, StoreError> {
    let sql = "SELECT i.task, i.indicator FROM task_indicator i JOIN task t ON t.id = i.task
               WHERE t.programme = $1 ORDER BY i.task, i.indicator";
    let rows = tx.all(sql, args![programme.0]).await?;
    rows.iter().map(|row| Ok((TaskId(row.int(0)?), IndicatorId(row.int(1)?)))).collect()
}

/// Writes what was said about a task.
pub async fn say(tx: &mut Tx, said: &Said) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO task_report (id, task, done, note, file, file_name, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            said.id,
            said.task.0,
            said.done,
            said.note.as_str(),
            said.file.clone(),
            said.file_name.as_str(),
            said.account.0,
            said.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// What was said about the tasks of a programme, oldest first.
pub async fn said(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Said>, StoreError> {
    let sql = "SELECT s.id, s.task, s.done, s.note, s.file, s.file_name, s.account, s.at_ms
               FROM task_report s JOIN task t ON t.id = s.task WHERE t.programme = $1 ORDER BY s.id";
    tx.all(sql, args![programme.0]).await?.iter().map(read_said).collect()
}

/// One record of what was said about a task.
pub async fn find_said(tx: &mut Tx, id: i64) -> Result<Option<Said>, StoreError> {
    let sql = "SELECT id, task, done, note, file, file_name, account, at_ms FROM task_report WHERE id = $1";
    tx.first(sql, args![id]).await?.map(|row| read_said(&row)).transpose()
}

fn read_said(row: &Row) -> Result<Said, StoreError> {
    Ok(Said {
        id: row.int(0)?,
        task: TaskId(row.int(1)?),
        done: row.flag(2)?,
        note: row.text(3)?,
        file: row.opt_bytes(4)?,
        file_name: row.text(5)?,
        account: AccountId(row.int(6)?),
        at_ms: row.int(7)?,
    })
}
