//! Accounts as rows: who may log in, under which name, with which password's hash.
//!
//! Not here: hashing (`acts::account`), rights (`duty`), logins and tokens (`login`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::AccountId;
use domain::text;
use std::collections::HashMap;

/// An account without its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// The name to log in with: lower case, unique.
    pub login_name: String,
    /// Whose it is.
    pub full_name: String,
    /// The key by which lists are ordered: given name first.
    pub sort_key: String,
    /// The person's post; may be empty.
    pub post: String,
    /// Whether the password must be changed before anything else.
    pub must_change: bool,
    /// When it was made, in milliseconds since the Unix epoch.
    pub created_ms: i64,
    /// When it was closed; `None` while it is open.
    pub closed_ms: Option<i64>,
}

const COLUMNS: &str = "id, login_name, full_name, sort_key, post, must_change, created_ms, closed_ms";

fn read(row: &Row) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId(row.int(0)?),
        login_name: row.text(1)?,
        full_name: row.text(2)?,
        sort_key: row.text(3)?,
        post: row.text(4)?,
        must_change: row.flag(5)?,
        created_ms: row.int(6)?,
        closed_ms: row.opt_int(7)?,
    })
}

/// Whether there is no account at all.
pub async fn none(tx: &mut Tx) -> Result<bool, StoreError> {
    Ok(tx.first("SELECT id FROM account LIMIT 1", args![]).await?.is_none())
}

/// Writes an account with its password's hash.
pub async fn add(tx: &mut Tx, account: &Account, password: &str) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO account (id, login_name, full_name, sort_key, post, password, must_change, created_ms, closed_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            account.id.0,
            account.login_name.as_str(),
            account.full_name.as_str(),
            text::person_sort_key(&account.full_name),
            account.post.as_str(),
            password,
            account.must_change,
            account.created_ms,
            account.closed_ms
        ],
    )
    .await?;
    Ok(())
}

/// One account.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM account WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The account of a login name, which must be in lower case.
pub async fn find_named(tx: &mut Tx, login_name: &str) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM account WHERE login_name = $1");
    tx.first(sql, args![login_name]).await?.map(|row| read(&row)).transpose()
}

/// The hash of an account's password.
pub async fn password(tx: &mut Tx, id: AccountId) -> Result<Option<String>, StoreError> {
    let row = tx.first("SELECT password FROM account WHERE id = $1", args![id.0]).await?;
    row.map(|row| row.text(0)).transpose()
}

/// Gives an account another password.
pub async fn save_password(
    tx: &mut Tx,
    id: AccountId,
    password: &str,
    must_change: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE account SET password = $2, must_change = $3 WHERE id = $1";
    tx.run(sql, args![id.0, password, must_change]).await?;
    Ok(())
}

/// Closes an account at a time, or opens it again.
pub async fn save_closed(tx: &mut Tx, id: AccountId, closed_ms: Option<i64>) -> Result<(), StoreError> {
    tx.run("UPDATE account SET closed_ms = $2 WHERE id = $1", args![id.0, closed_ms]).await?;
    Ok(())
}

/// A page of all accounts by the order of names, beginning after a key and identity.
pub async fn page(
    tx: &mut Tx,
    after: Option<(&str, AccountId)>,
    most: u32,
) -> Result<Vec<Account>, StoreError> {
    let (key, last) = after.unwrap_or(("", AccountId(0)));
    let sql = format!(
        "SELECT {COLUMNS} FROM account WHERE (sort_key, id) > ($1, $2) ORDER BY sort_key, id LIMIT $3"
    );
    tx.all(sql, args![key, last.0, most]).await?.iter().map(read).collect()
}

/// Some accounts, in the order of names.
pub async fn some(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<Account>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT {COLUMNS} FROM account WHERE id IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(found)
}

/// Full names in bulk.
pub async fn names(tx: &mut Tx, ids: &[AccountId]) -> Result<HashMap<AccountId, String>, StoreError> {
    Ok(some(tx, ids).await?.into_iter().map(|account| (account.id, account.full_name)).collect())
}
