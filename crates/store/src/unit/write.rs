//! Writing dated facts of units: a new fact begins where the one before ends; the past stays.
//!
//! Not here: whether a change may be (`acts`, `domain::unit`). Whoever changes a place or a name calls
//! `tree::hold_alone` first, and `tree::mark_changed` last unless only names changed, which is marked here.

use super::{NameFact, NewUnit, PlaceFact, UnitName, words};
use crate::db::{Arg, Tx};
use crate::{StoreError, args, dialect, tree};
use domain::id::UnitId;
use domain::text;
use domain::unit::OPEN;
use jiff::civil::Date;

/// Writes a unit with its first name, place and codes.
pub async fn add(tx: &mut Tx, unit: &NewUnit) -> Result<(), StoreError> {
    add_many(tx, std::slice::from_ref(unit)).await
}

/// Writes many units in few statements. Units above may stand anywhere in the list.
pub async fn add_many(tx: &mut Tx, units: &[NewUnit]) -> Result<(), StoreError> {
    let identities = units.iter().map(|unit| args![unit.id.0, unit.batch.map(|batch| batch.0)]);
    tx.insert("unit (id, batch)", identities.collect(), "").await?;
    let placed = units.iter().map(|unit| {
        args![unit.id.0, unit.from, OPEN, unit.parent.map(|parent| parent.0), unit.decision.as_str()]
    });
    tx.insert("unit_place (unit, valid_from, valid_to, parent, decision)", placed.collect(), "").await?;
    let named = units.iter().map(|unit| name_args(unit.id, &unit.name, unit.from, OPEN, &unit.decision));
    tx.insert(NAME_COLUMNS, named.collect(), "").await?;
    let codes = units.iter().flat_map(|unit| {
        unit.codes
            .iter()
            .map(|(scheme, code)| args![scheme.as_str(), code.as_str(), unit.from, OPEN, unit.id.0])
    });
    tx.insert("unit_code (scheme, code, valid_from, valid_to, unit)", codes.collect(), "").await?;
    // In the order of the key: the rows land side by side.
    let mut held: Vec<(String, i64)> = units
        .iter()
        .flat_map(|unit| {
            words(&[&unit.name.name, &unit.name.short_name]).into_iter().map(|word| (word, unit.id.0))
        })
        .collect();
    held.sort_unstable();
    let words = held.into_iter().map(|(word, unit)| args![word, unit]);
    tx.insert("unit_word (word, unit)", words.collect(), "").await?;
    if units.len() >= MANY
        && let Some(sql) = dialect::count_units(tx.engine())
    {
        tx.run(sql, args![]).await?;
    }
    Ok(())
}

/// From how many units on the engine should count anew.
const MANY: usize = 500;

const NAME_COLUMNS: &str = "unit_name (unit, valid_from, valid_to, name, short_name, folded, short_folded, \
                            sort_key, kind, decision)";

fn name_args(unit: UnitId, name: &UnitName, from: Date, to: Date, decision: &str) -> Vec<Arg> {
    args![
        unit.0,
        from,
        to,
        name.name.as_str(),
        name.short_name.as_str(),
        text::fold(&name.name),
        text::fold(&name.short_name),
        name.sort_key.as_str(),
        name.kind.code(),
        decision
    ]
}

/// Ends the fact that holds on `day` in a table of dated facts, and says until when it would have held. A fact
/// that begins on that very day is taken out: the new one stands in its place.
async fn cut(tx: &mut Tx, table: &'static str, unit: UnitId, day: Date) -> Result<Option<Date>, StoreError> {
    let sql = format!(
        "SELECT valid_from, valid_to FROM {table} WHERE unit = $1 AND valid_from <= $2 AND valid_to > $2"
    );
    let Some(row) = tx.first(sql, args![unit.0, day]).await? else { return Ok(None) };
    let (from, to) = (row.day(0)?, row.day(1)?);
    if from == day {
        tx.run(format!("DELETE FROM {table} WHERE unit = $1 AND valid_from = $2"), args![unit.0, day])
            .await?;
    } else {
        let sql = format!("UPDATE {table} SET valid_to = $3 WHERE unit = $1 AND valid_from = $2");
        tx.run(sql, args![unit.0, from, day]).await?;
    }
    Ok(Some(to))
}

/// Gives a unit another name from a day on, for as long as the name that held would have held. On the first day of
/// that name it is a correction and takes its place. False when the unit has no name on that day.
pub async fn begin_name(
    tx: &mut Tx,
    unit: UnitId,
    name: &UnitName,
    day: Date,
    decision: &str,
) -> Result<bool, StoreError> {
    let Some(to) = cut(tx, "unit_name", unit, day).await? else { return Ok(false) };
    tx.insert(NAME_COLUMNS, vec![name_args(unit, name, day, to, decision)], "").await?;
    tree::mark_changed(tx).await?;
    index(tx, unit).await?;
    Ok(true)
}

/// Puts a unit under another from a day on, for as long as the place that held would have held. On the first day
/// of that place it is a correction and takes its place. False when the unit is not there on that day.
pub async fn begin_place(
    tx: &mut Tx,
    unit: UnitId,
    parent: Option<UnitId>,
    day: Date,
    decision: &str,
) -> Result<bool, StoreError> {
    let Some(to) = cut(tx, "unit_place", unit, day).await? else { return Ok(false) };
    tx.run(
        "INSERT INTO unit_place (unit, valid_from, valid_to, parent, decision) VALUES ($1, $2, $3, $4, $5)",
        args![unit.0, day, to, parent.map(|parent| parent.0), decision],
    )
    .await?;
    Ok(true)
}

/// Ends a unit: on `day` it is no longer there, and its codes are free. Facts that would have begun on that day or
/// later are gone.
pub async fn end(tx: &mut Tx, unit: UnitId, day: Date) -> Result<(), StoreError> {
    for table in ["unit_place", "unit_name", "unit_code"] {
        tx.run(format!("DELETE FROM {table} WHERE unit = $1 AND valid_from >= $2"), args![unit.0, day])
            .await?;
        let sql = format!("UPDATE {table} SET valid_to = $2 WHERE unit = $1 AND valid_to > $2");
        tx.run(sql, args![unit.0, day]).await?;
    }
    Ok(())
}

/// Puts all names of a unit back to what they were, to undo a change as a whole.
pub async fn put_names(tx: &mut Tx, unit: UnitId, names: &[NameFact]) -> Result<(), StoreError> {
    tx.run("DELETE FROM unit_name WHERE unit = $1", args![unit.0]).await?;
    let called = names.iter().map(|fact| name_args(unit, &fact.name, fact.from, fact.to, &fact.decision));
    tx.insert(NAME_COLUMNS, called.collect(), "").await?;
    tree::mark_changed(tx).await?;
    index(tx, unit).await
}

/// Puts all places of a unit back to what they were, to undo a change as a whole.
pub async fn put_places(tx: &mut Tx, unit: UnitId, places: &[PlaceFact]) -> Result<(), StoreError> {
    tx.run("DELETE FROM unit_place WHERE unit = $1", args![unit.0]).await?;
    let stood = places.iter().map(|fact| {
        args![unit.0, fact.from, fact.to, fact.parent.map(|parent| parent.0), fact.decision.as_str()]
    });
    tx.insert("unit_place (unit, valid_from, valid_to, parent, decision)", stood.collect(), "").await
}

/// Adds another name of a unit. False when it has it already.
pub async fn add_alias(tx: &mut Tx, unit: UnitId, alias: &str) -> Result<bool, StoreError> {
    let sql = "INSERT INTO unit_alias (unit, alias, folded) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let added = tx.run(sql, args![unit.0, alias, text::fold(alias)]).await? == 1;
    if added {
        index(tx, unit).await?;
    }
    Ok(added)
}

/// Forgets another name of a unit. False when it had none such.
pub async fn forget_alias(tx: &mut Tx, unit: UnitId, alias: &str) -> Result<bool, StoreError> {
    let sql = "DELETE FROM unit_alias WHERE unit = $1 AND folded = $2";
    let gone = tx.run(sql, args![unit.0, text::fold(alias)]).await? == 1;
    if gone {
        index(tx, unit).await?;
    }
    Ok(gone)
}

/// Writes a unit's words anew from all of its names and aliases.
async fn index(tx: &mut Tx, unit: UnitId) -> Result<(), StoreError> {
    let sql = "SELECT name, short_name FROM unit_name WHERE unit = $1
               UNION SELECT alias, alias FROM unit_alias WHERE unit = $1";
    let mut texts = Vec::new();
    for row in tx.all(sql, args![unit.0]).await? {
        texts.push(row.text(0)?);
        texts.push(row.text(1)?);
    }
    tx.run("DELETE FROM unit_word WHERE unit = $1", args![unit.0]).await?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let held = words(&texts).into_iter().map(|word| args![word, unit.0]);
    tx.insert("unit_word (word, unit)", held.collect(), "").await
}

/// Gives a unit an official code from a day on. Whether it is free was asked before.
pub async fn add_code(
    tx: &mut Tx,
    unit: UnitId,
    scheme: &str,
    code: &str,
    day: Date,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO unit_code (scheme, code, valid_from, valid_to, unit) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, args![scheme, code, day, OPEN, unit.0]).await?;
    Ok(())
}

/// Takes a code from a unit from a day on; a code that began on that day or later was never true. False when the
/// unit does not have it then.
pub async fn end_code(
    tx: &mut Tx,
    unit: UnitId,
    scheme: &str,
    code: &str,
    day: Date,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM unit_code WHERE unit = $1 AND scheme = $2 AND code = $3 AND valid_from >= $4";
    let never = tx.run(sql, args![unit.0, scheme, code, day]).await?;
    let sql =
        "UPDATE unit_code SET valid_to = $4 WHERE unit = $1 AND scheme = $2 AND code = $3 AND valid_to > $4";
    let ended = tx.run(sql, args![unit.0, scheme, code, day]).await?;
    Ok(never + ended > 0)
}
