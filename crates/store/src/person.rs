//! Persons of the register of awards as rows: thin, with their posts, who looked, and merges that can be undone.
//!
//! Not here: who may look (`acts::person`), the awards they received (`honoree`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::{AccountId, PersonId, UnitId};
use domain::person::{Person, PersonDays, Post};
use domain::text;
use std::collections::HashSet;

/// One look at a person's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Its identity.
    pub id: i64,
    /// Whose row.
    pub person: PersonId,
    /// Who looked.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// What for.
    pub purpose: String,
}

/// The columns of a person, in the sequence in which they are read.
const COLUMNS: &str =
    "id, name, unit, born, admission_decided, admitted, official, died, deducted_months, purpose,
     keep_until, merged_into, invented";

fn read(row: &Row) -> Result<Person, StoreError> {
    Ok(Person {
        id: PersonId(row.int(0)?),
        name: row.text(1)?,
        unit: UnitId(row.int(2)?),
        days: PersonDays {
            born: row.opt_day(3)?,
            admission_decided: row.opt_day(4)?,
            admitted: row.opt_day(5)?,
            official: row.opt_day(6)?,
            died: row.opt_day(7)?,
            deducted_months: u32::try_from(row.int(8)?).map_err(|_| StoreError::Damaged("months"))?,
        },
        purpose: row.text(9)?,
        keep_until: row.day(10)?,
        merged_into: row.opt_int(11)?.map(PersonId),
        invented: row.flag(12)?,
    })
}

/// Writes a person.
pub async fn add(tx: &mut Tx, person: &Person, account: AccountId, at_ms: i64) -> Result<(), StoreError> {
    let mut args = known(person);
    args.extend(args![person.merged_into.map(|other| other.0), person.invented, account.0, at_ms]);
    tx.run(
        "INSERT INTO person (id, name, folded, sort_key, unit, born, admission_decided, admitted, official, died,
            deducted_months, purpose, keep_until, merged_into, invented, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args,
    )
    .await?;
    Ok(())
}

/// What is known of a person, in the sequence in which it is written, the identity first.
fn known(person: &Person) -> Vec<Arg> {
    args![
        person.id.0,
        person.name.as_str(),
        text::fold(&person.name),
        text::person_sort_key(&person.name),
        person.unit.0,
        person.days.born,
        person.days.admission_decided,
        person.days.admitted,
        person.days.official,
        person.days.died,
        person.days.deducted_months,
        person.purpose.as_str(),
        person.keep_until,
    ]
}

/// Writes what is known of a person anew; the identity and the merge stay.
pub async fn change(tx: &mut Tx, person: &Person) -> Result<(), StoreError> {
    tx.run(
        "UPDATE person SET name = $2, folded = $3, sort_key = $4, unit = $5, born = $6, admission_decided = $7,
            admitted = $8, official = $9, died = $10, deducted_months = $11, purpose = $12, keep_until = $13
         WHERE id = $1",
        known(person),
    )
    .await?;
    Ok(())
}

/// One person, merged or not.
pub async fn find(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The persons of some units, in Vietnamese order, merged ones left out. `named` keeps those whose folded name holds
/// these folded words; empty for all.
pub async fn list(tx: &mut Tx, units: &[UnitId], named: &str, most: u32) -> Result<Vec<Person>, StoreError> {
    let mut found = Vec::new();
    let most = i64::from(most);
    for chunk in units.chunks(dialect::most_parameters(tx.engine()).saturating_sub(2)) {
        let sql = format!(
            "SELECT {COLUMNS} FROM person WHERE merged_into IS NULL AND folded LIKE $1 AND unit IN ({})
             ORDER BY sort_key, id LIMIT $2",
            places(3, chunk.len())
        );
        let mut args = args![format!("%{}%", text::fold(named)), most];
        args.extend(chunk.iter().map(|unit| unit.0.into()));
        for row in tx.all(sql, args).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// The persons whose names fold alike, merged ones left out: where duplicates are looked for.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM person WHERE folded = $1 AND merged_into IS NULL ORDER BY id LIMIT 200"
    );
    tx.all(sql, args![text::fold(name)]).await?.iter().map(read).collect()
}

/// Merges a row into another, or undoes it with `None`.
pub async fn merge(tx: &mut Tx, gone: PersonId, kept: Option<PersonId>) -> Result<(), StoreError> {
    let sql = "UPDATE person SET merged_into = $2 WHERE id = $1";
    tx.run(sql, args![gone.0, kept.map(|kept| kept.0)]).await?;
    Ok(())
}

/// A person's row and all that were merged into it, directly or through others.
pub async fn same_as(tx: &mut Tx, id: PersonId) -> Result<Vec<PersonId>, StoreError> {
    let (mut all, mut seen, mut next) = (Vec::new(), HashSet::new(), vec![id]);
    while let Some(one) = next.pop() {
        if seen.insert(one) {
            all.push(one);
            let rows =
                tx.all("SELECT id FROM person WHERE merged_into = $1 ORDER BY id", args![one.0]).await?;
            for row in rows {
                next.push(PersonId(row.int(0)?));
            }
        }
    }
    Ok(all)
}

/// Writes a post.
pub async fn add_post(tx: &mut Tx, person: PersonId, post: &Post) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO person_post (person, valid_from, valid_to, unit, title) VALUES ($1, $2, $3, $4, $5)",
        args![person.0, post.from, post.to, post.unit.0, post.title.as_str()],
    )
    .await?;
    Ok(())
}

/// A person's posts, oldest first.
pub async fn posts(tx: &mut Tx, person: PersonId) -> Result<Vec<Post>, StoreError> {
    let sql = "SELECT unit, title, valid_from, valid_to FROM person_post WHERE person = $1
               ORDER BY valid_from, title";
    let rows = tx.all(sql, args![person.0]).await?;
    rows.iter()
        .map(|row| {
            let (unit, title) = (UnitId(row.int(0)?), row.text(1)?);
            Ok(Post { unit, title, from: row.day(2)?, to: row.day(3)? })
        })
        .collect()
}

/// Notes that somebody looked.
pub async fn note_access(tx: &mut Tx, access: &Access) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO person_access (id, person, account, at_ms, purpose) VALUES ($1, $2, $3, $4, $5)",
        args![access.id, access.person.0, access.account.0, access.at_ms, access.purpose.as_str()],
    )
    .await?;
    Ok(())
}

/// Who looked at a person, latest first.
pub async fn accesses(tx: &mut Tx, person: PersonId, most: u32) -> Result<Vec<Access>, StoreError> {
    let sql = "SELECT id, person, account, at_ms, purpose FROM person_access WHERE person = $1
               ORDER BY id DESC LIMIT $2";
    let rows = tx.all(sql, args![person.0, most]).await?;
    rows.iter()
        .map(|row| {
            Ok(Access {
                id: row.int(0)?,
                person: PersonId(row.int(1)?),
                account: AccountId(row.int(2)?),
                at_ms: row.int(3)?,
                purpose: row.text(4)?,
            })
        })
        .collect()
}
