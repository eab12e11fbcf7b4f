//! Stacks of reports as rows: what was handed in together, and how far each paper has come.
//!
//! Not here: the files themselves (`file`), the documents they become (`document`).

use crate::db::{Row, Tx};
use crate::{StoreError, args, figure};
use domain::id::{AccountId, DocumentId, StackId};
use domain::period::Period;
use domain::stack::Standing;
use domain::unit::UnitId;

/// A stack. Times in milliseconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// Its identity.
    pub id: StackId,
    /// Under which unit its reports were handed in.
    pub unit: UnitId,
    /// For which period; `None` takes what each text says.
    pub period: Option<Period>,
    /// Who handed it in.
    pub account: AccountId,
    /// When.
    pub at_ms: i64,
}

/// One paper of a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Of which stack.
    pub stack: StackId,
    /// Its place, from 1.
    pub place: i64,
    /// The file's name.
    pub name: String,
    /// The file's hash.
    pub file: Vec<u8>,
    /// How far it has come.
    pub standing: Standing,
    /// The document that it became, or that was read before from the same file.
    pub document: Option<DocumentId>,
    /// Why it could not be read, as the intake's code; empty otherwise.
    pub refusal: String,
}

const STACK: &str = "id, unit, period, account, at_ms";
const PAPER: &str = "stack, place, name, file, standing, document, refusal";

fn read_stack(row: &Row) -> Result<Stack, StoreError> {
    Ok(Stack {
        id: StackId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        period: row.opt_int(2)?.map(figure::period).transpose()?,
        account: AccountId(row.int(3)?),
        at_ms: row.int(4)?,
    })
}

fn read_paper(row: &Row) -> Result<Paper, StoreError> {
    Ok(Paper {
        stack: StackId(row.int(0)?),
        place: row.int(1)?,
        name: row.text(2)?,
        file: row.bytes(3)?,
        standing: Standing::from_code(&row.text(4)?).ok_or(StoreError::Damaged("a paper's standing"))?,
        document: row.opt_int(5)?.map(DocumentId),
        refusal: row.text(6)?,
    })
}

/// Writes a stack; its papers follow with [`put`].
pub async fn add(tx: &mut Tx, stack: &Stack) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO stack (id, unit, period, account, at_ms) VALUES ($1, $2, $3, $4, $5)",
        args![stack.id.0, stack.unit.0, stack.period.map(Period::key), stack.account.0, stack.at_ms],
    )
    .await?;
    Ok(())
}

/// Adds a paper to its stack.
pub async fn put(tx: &mut Tx, paper: &Paper) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO stack_paper (stack, place, name, file, standing, document, refusal)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            paper.stack.0,
            paper.place,
            paper.name.as_str(),
            paper.file.as_slice(),
            paper.standing.code(),
            paper.document.map(|id| id.0),
            paper.refusal.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// Says how far a waiting paper has come; `false` where another program was faster.
pub async fn settle(
    tx: &mut Tx,
    paper: &Paper,
    standing: Standing,
    document: Option<DocumentId>,
    refusal: &str,
) -> Result<bool, StoreError> {
    let changed = tx
        .run(
            "UPDATE stack_paper SET standing = $1, document = $2, refusal = $3
             WHERE stack = $4 AND place = $5 AND standing = 'waiting'",
            args![standing.code(), document.map(|id| id.0), refusal, paper.stack.0, paper.place],
        )
        .await?;
    Ok(changed > 0)
}

/// One stack.
pub async fn find(tx: &mut Tx, id: StackId) -> Result<Option<Stack>, StoreError> {
    let sql = format!("SELECT {STACK} FROM stack WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read_stack(&row)).transpose()
}

/// The latest stacks that an account handed in.
pub async fn list_of(tx: &mut Tx, account: AccountId, most: i64) -> Result<Vec<Stack>, StoreError> {
    let sql = format!("SELECT {STACK} FROM stack WHERE account = $1 ORDER BY id DESC LIMIT $2");
    tx.all(sql, args![account.0, most]).await?.iter().map(read_stack).collect()
}

/// The papers of a stack in their places.
pub async fn papers(tx: &mut Tx, id: StackId) -> Result<Vec<Paper>, StoreError> {
    let sql = format!("SELECT {PAPER} FROM stack_paper WHERE stack = $1 ORDER BY place");
    tx.all(sql, args![id.0]).await?.iter().map(read_paper).collect()
}

/// The paper that waits longest, whosever it is.
pub async fn next_waiting(tx: &mut Tx) -> Result<Option<(Stack, Paper)>, StoreError> {
    let sql = format!(
        "SELECT {PAPER} FROM stack_paper WHERE standing = 'waiting' ORDER BY standing, stack, place LIMIT 1"
    );
    let Some(row) = tx.first(sql, args![]).await? else { return Ok(None) };
    let paper = read_paper(&row)?;
    let stack = find(tx, paper.stack).await?.ok_or(StoreError::Damaged("a paper without its stack"))?;
    Ok(Some((stack, paper)))
}

/// The stack in which a document came in last, where it came in one.
pub async fn of_document(tx: &mut Tx, document: DocumentId) -> Result<Option<StackId>, StoreError> {
    let sql = "SELECT stack FROM stack_paper WHERE document = $1 ORDER BY stack DESC LIMIT 1";
    tx.first(sql, args![document.0]).await?.map(|row| row.int(0).map(StackId)).transpose()
}
