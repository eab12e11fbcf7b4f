//! What the office said about persons in rounds of Party badges, as rows.
//!
//! Not here: the months (`domain::award::badge`), the badges conferred (`honoree`).

use crate::db::{Arg, Tx, places};
use crate::{StoreError, args, dialect};
use domain::award::badge::Word;
use domain::id::{AccountId, PersonId};
use jiff::civil::Date;

/// One thing said about a person in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeLine {
    /// Its identity.
    pub id: i64,
    /// About whom.
    pub person: PersonId,
    /// In which round.
    pub round: Date,
    /// About the badge for how many years.
    pub years: u8,
    /// What was said.
    pub word: Word,
    /// Why, or by which paper.
    pub note: String,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes what was said.
pub async fn add(tx: &mut Tx, line: &BadgeLine) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO badge_line (id, person, round, years, word, note, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            line.id,
            line.person.0,
            line.round,
            i64::from(line.years),
            line.word.code(),
            line.note.as_str(),
            line.account.0,
            line.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// What was said about some persons in a round, oldest first.
pub async fn said(tx: &mut Tx, persons: &[PersonId], round: Date) -> Result<Vec<BadgeLine>, StoreError> {
    let mut found = Vec::new();
    for chunk in persons.chunks(dialect::most_parameters(tx.engine()).saturating_sub(1)) {
        let sql = format!(
            "SELECT id, person, round, years, word, note, account, at_ms FROM badge_line
             WHERE round = $1 AND person IN ({}) ORDER BY id",
            places(2, chunk.len())
        );
        let mut args = args![round];
        args.extend(chunk.iter().map(|person| Arg::from(person.0)));
        for row in tx.all(sql, args).await? {
            let damaged = || StoreError::Damaged("a line of a badge round");
            found.push(BadgeLine {
                id: row.int(0)?,
                person: PersonId(row.int(1)?),
                round: row.day(2)?,
                years: u8::try_from(row.int(3)?).map_err(|_| damaged())?,
                word: Word::from_code(&row.text(4)?).ok_or_else(damaged)?,
                note: row.text(5)?,
                account: AccountId(row.int(6)?),
                at_ms: row.int(7)?,
            });
        }
    }
    Ok(found)
}
