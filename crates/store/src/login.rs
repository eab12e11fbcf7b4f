//! Logins, attempts to log in, and tokens of other programs, all by hash: whoever reads these tables can use none.
//!
//! Not here: making and hashing tokens, how long they last (`acts::login`, `acts::token`).

use crate::db::Tx;
use crate::{StoreError, args};
use domain::id::AccountId;

/// A login that was begun. Times in milliseconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Whose.
    pub account: AccountId,
    /// When it was last used.
    pub seen_ms: i64,
    /// When it ends, used or not.
    pub ends_ms: i64,
}

/// Where a login came from.
#[derive(Debug, Clone, Copy)]
pub struct Caller<'a> {
    /// The address.
    pub origin: &'a str,
    /// What the browser calls itself.
    pub agent: &'a str,
}

/// Writes a login.
pub async fn add(tx: &mut Tx, hash: &[u8], login: &Login, from: Caller<'_>) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO login (token_hash, account, created_ms, seen_ms, ends_ms, origin, agent)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![hash, login.account.0, login.seen_ms, login.seen_ms, login.ends_ms, from.origin, from.agent],
    )
    .await?;
    Ok(())
}

/// The login of a token.
pub async fn find(tx: &mut Tx, hash: &[u8]) -> Result<Option<Login>, StoreError> {
    let sql = "SELECT account, seen_ms, ends_ms FROM login WHERE token_hash = $1";
    let Some(row) = tx.first(sql, args![hash]).await? else { return Ok(None) };
    Ok(Some(Login { account: AccountId(row.int(0)?), seen_ms: row.int(1)?, ends_ms: row.int(2)? }))
}

/// Says that a login was used.
pub async fn see(tx: &mut Tx, hash: &[u8], at_ms: i64) -> Result<(), StoreError> {
    tx.run("UPDATE login SET seen_ms = $2 WHERE token_hash = $1 AND seen_ms < $2", args![hash, at_ms])
        .await?;
    Ok(())
}

/// Ends a login. False when there was none.
pub async fn end(tx: &mut Tx, hash: &[u8]) -> Result<bool, StoreError> {
    Ok(tx.run("DELETE FROM login WHERE token_hash = $1", args![hash]).await? == 1)
}

/// Ends all logins of an account.
pub async fn end_all(tx: &mut Tx, account: AccountId) -> Result<u64, StoreError> {
    tx.run("DELETE FROM login WHERE account = $1", args![account.0]).await
}

/// Takes out logins that ended or were not seen since `idle_ms`, and attempts before `attempts_ms`.
pub async fn sweep(tx: &mut Tx, now_ms: i64, idle_ms: i64, attempts_ms: i64) -> Result<(), StoreError> {
    tx.run("DELETE FROM login WHERE ends_ms <= $1 OR seen_ms <= $2", args![now_ms, idle_ms]).await?;
    tx.run("DELETE FROM login_attempt WHERE at_ms < $1", args![attempts_ms]).await?;
    Ok(())
}

/// Writes an attempt, failed until [`succeed`] says otherwise.
pub async fn attempt(
    tx: &mut Tx,
    id: i64,
    at_ms: i64,
    name_hash: &[u8],
    origin: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO login_attempt (id, at_ms, name_hash, origin, success) VALUES ($1, $2, $3, $4, 0)";
    tx.run(sql, args![id, at_ms, name_hash, origin]).await?;
    Ok(())
}

/// Says that an attempt succeeded.
pub async fn succeed(tx: &mut Tx, id: i64) -> Result<(), StoreError> {
    tx.run("UPDATE login_attempt SET success = 1 WHERE id = $1", args![id]).await?;
    Ok(())
}

/// When the failures of a name since its last success and since `since_ms` happened, latest first; at most `most`.
pub async fn failures_of_name(
    tx: &mut Tx,
    name_hash: &[u8],
    since_ms: i64,
    most: u32,
) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT at_ms FROM login_attempt a WHERE name_hash = $1 AND at_ms > $2 AND success = 0
               AND NOT EXISTS (SELECT 1 FROM login_attempt s WHERE s.name_hash = $1 AND s.at_ms >= a.at_ms
                               AND s.id > a.id AND s.success = 1)
               ORDER BY at_ms DESC LIMIT $3";
    tx.all(sql, args![name_hash, since_ms, most]).await?.iter().map(|row| row.int(0)).collect()
}

/// When the failures from an origin since `since_ms` happened, latest first; at most `most`.
pub async fn failures_from(
    tx: &mut Tx,
    origin: &str,
    since_ms: i64,
    most: u32,
) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT at_ms FROM login_attempt WHERE origin = $1 AND at_ms > $2 AND success = 0
               ORDER BY at_ms DESC LIMIT $3";
    tx.all(sql, args![origin, since_ms, most]).await?.iter().map(|row| row.int(0)).collect()
}

/// A token with which another program acts for an account. Times in milliseconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// The hash of its secret.
    pub hash: Vec<u8>,
    /// For whom it acts.
    pub account: AccountId,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created_ms: i64,
    /// When it ends.
    pub ends_ms: i64,
}

/// Writes a token.
pub async fn add_token(tx: &mut Tx, token: &ApiToken) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO api_token (token_hash, account, label, created_ms, ends_ms) VALUES ($1, $2, $3, $4, $5)",
        args![token.hash.as_slice(), token.account.0, token.label.as_str(), token.created_ms, token.ends_ms],
    )
    .await?;
    Ok(())
}

/// The token of a secret.
pub async fn find_token(tx: &mut Tx, hash: &[u8]) -> Result<Option<ApiToken>, StoreError> {
    let sql = "SELECT token_hash, account, label, created_ms, ends_ms FROM api_token WHERE token_hash = $1";
    tx.first(sql, args![hash]).await?.map(|row| read_token(&row)).transpose()
}

/// All tokens of an account, latest first.
pub async fn tokens_of(tx: &mut Tx, account: AccountId) -> Result<Vec<ApiToken>, StoreError> {
    let sql = "SELECT token_hash, account, label, created_ms, ends_ms FROM api_token WHERE account = $1
               ORDER BY created_ms DESC, token_hash";
    tx.all(sql, args![account.0]).await?.iter().map(read_token).collect()
}

fn read_token(row: &crate::db::Row) -> Result<ApiToken, StoreError> {
    Ok(ApiToken {
        hash: row.bytes(0)?,
        account: AccountId(row.int(1)?),
        label: row.text(2)?,
        created_ms: row.int(3)?,
        ends_ms: row.int(4)?,
    })
}

/// Revokes a token of an account. False when it has none such.
pub async fn revoke_token(tx: &mut Tx, account: AccountId, hash: &[u8]) -> Result<bool, StoreError> {
    let sql = "DELETE FROM api_token WHERE account = $1 AND token_hash = $2";
    Ok(tx.run(sql, args![account.0, hash]).await? == 1)
}

/// Revokes all tokens of an account.
pub async fn revoke_all(tx: &mut Tx, account: AccountId) -> Result<u64, StoreError> {
    tx.run("DELETE FROM api_token WHERE account = $1", args![account.0]).await
}
