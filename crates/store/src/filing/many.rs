//! Filings of many units at once: held, written and told in one statement each.
//!
//! Not here: one filing by itself (`filing`).

use super::{COLUMNS, Filing, Said, StepRow, WordsKind, read, values};
use crate::db::{Arg, Tx, places};
use crate::{StoreError, args, dialect};
use domain::filing::FilingId;
use std::collections::HashMap;

/// These filings, by identity, their rows held until the end of the transaction.
pub async fn hold_these(tx: &mut Tx, filings: &[FilingId]) -> Result<Vec<Filing>, StoreError> {
    let mut found = Vec::with_capacity(filings.len());
    for filings in filings.chunks(500) {
        let sql = format!(
            "SELECT {COLUMNS} FROM filing WHERE id IN ({}) ORDER BY id{}",
            places(1, filings.len()),
            dialect::lock_rows(tx.engine())
        );
        for row in tx.all(sql, filings.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// Writes where filings stand now, those that begin too. Of two who begin the same one at the same moment the second
/// meets the constraint.
pub async fn put_all(tx: &mut Tx, filings: &[Filing]) -> Result<(), StoreError> {
    tx.insert(
        &format!("filing ({COLUMNS})"),
        filings.iter().map(values).collect(),
        "ON CONFLICT (id) DO UPDATE
         SET edition = excluded.edition, standing = excluded.standing, standing_ms = excluded.standing_ms,
             form_version = excluded.form_version, scope = excluded.scope, rests = excluded.rests,
             sent_ms = excluded.sent_ms, late = excluded.late, asked_ms = excluded.asked_ms",
    )
    .await
}

/// Writes steps that name no rows and no units; each takes the next place of its filing, whose row the caller holds.
pub async fn add_steps(tx: &mut Tx, steps: &[StepRow]) -> Result<(), StoreError> {
    let mut last: HashMap<FilingId, i64> = HashMap::new();
    for steps in steps.chunks(500) {
        let sql = format!(
            "SELECT filing, MAX(place) FROM filing_step WHERE filing IN ({}) GROUP BY filing",
            places(1, steps.len())
        );
        for row in tx.all(sql, steps.iter().map(|step| Arg::from(step.filing.0)).collect()).await? {
            last.insert(FilingId(row.int(0)?), row.int(1)?);
        }
    }
    let rows = steps.iter().map(|step| {
        let place = last.entry(step.filing).or_insert(0);
        *place += 1;
        let grounds: Vec<&str> = step.grounds.iter().map(|ground| ground.code()).collect();
        args![
            step.filing.0,
            *place,
            step.step.code(),
            step.standing.code(),
            step.edition,
            step.account.0,
            step.at_ms,
            step.late,
            step.submission_version,
            step.vector.encode(),
            grounds.join(" "),
            step.note.as_str()
        ]
    });
    let rows = rows.collect();
    let into = "filing_step (filing, place, step, standing, edition, account, at_ms, late, submission_version, \
                vector, grounds, note)";
    tx.insert(into, rows, "").await
}

/// The words of some filings, answers and reasons, by the key of their row.
pub async fn words_of(tx: &mut Tx, filings: &[FilingId]) -> Result<HashMap<FilingId, Said>, StoreError> {
    let mut found: HashMap<FilingId, Said> = HashMap::new();
    for filings in filings.chunks(500) {
        let sql = format!(
            "SELECT filing, kind, ask, words FROM filing_words WHERE filing IN ({})",
            places(1, filings.len())
        );
        for row in tx.all(sql, filings.iter().map(|id| Arg::from(id.0)).collect()).await? {
            let (answers, reasons) = found.entry(FilingId(row.int(0)?)).or_default();
            let into = if row.text(1)? == WordsKind::Answer.code() { answers } else { reasons };
            into.insert(row.text(2)?, row.text(3)?);
        }
    }
    Ok(found)
}
