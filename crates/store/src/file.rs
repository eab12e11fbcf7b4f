//! Files by the hash of their content: stored once, never changed.
//!
//! Not here: who may have them (`acts::evidence`), computing the hash.

use crate::db::{Arg, Tx, places};
use crate::{StoreError, args};
use std::collections::HashMap;

/// A stored file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHead {
    /// SHA-256 of its content.
    pub hash: Vec<u8>,
    /// Its length in bytes.
    pub length: i64,
    /// What it is (`application/pdf`), decided by its content.
    pub media: String,
}

/// Keeps a file; one that is there already stays as it is.
pub async fn keep(tx: &mut Tx, head: &FileHead, content: &[u8], at_ms: i64) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO file (hash, length, media, content, stored_ms) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (hash) DO NOTHING",
        args![head.hash.as_slice(), head.length, head.media.as_str(), content, at_ms],
    )
    .await?;
    Ok(())
}

/// A file with its bytes.
pub async fn find(tx: &mut Tx, hash: &[u8]) -> Result<Option<(FileHead, Vec<u8>)>, StoreError> {
    let sql = "SELECT hash, length, media, content FROM file WHERE hash = $1";
    let Some(row) = tx.first(sql, args![hash]).await? else { return Ok(None) };
    let head = FileHead { hash: row.bytes(0)?, length: row.int(1)?, media: row.text(2)? };
    Ok(Some((head, row.bytes(3)?)))
}

/// The lengths of some files, in bytes, by hash.
pub async fn lengths(tx: &mut Tx, hashes: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, i64>, StoreError> {
    let mut found = HashMap::new();
    for chunk in hashes.chunks(500) {
        let sql = format!("SELECT hash, length FROM file WHERE hash IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|hash| Arg::from(hash.clone())).collect()).await? {
            found.insert(row.bytes(0)?, row.int(1)?);
        }
    }
    Ok(found)
}
