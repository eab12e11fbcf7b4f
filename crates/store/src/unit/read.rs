//! Reading what is known of units: names in bulk, every dated fact of one, who a text may mean.
//!
//! Not here: search by the beginnings of words (`search`).

use super::{Candidate, Child, CodeFact, Matched, NameFact, PlaceFact, UnitName};
use crate::cache::Names;
use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::UnitId;
use domain::text;
use domain::unit::UnitKind;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// How units are called on a day, in bulk. A unit that is not there that day goes by its last name before, or,
/// if it begins later, by its first. Unknown units are left out.
pub async fn names(
    tx: &mut Tx,
    units: &[UnitId],
    day: Date,
) -> Result<HashMap<UnitId, UnitName>, StoreError> {
    let on_day = |names: &Names| {
        let called = names.iter().rev().find(|(from, _)| *from <= day).or(names.first());
        called.map(|(_, name)| name.clone())
    };
    let (mut found, unknown) = match tx.picture {
        Some(version) => tx.tree.names(version, units, on_day),
        None => (HashMap::with_capacity(units.len()), units.to_vec()),
    };
    if unknown.is_empty() {
        return Ok(found);
    }
    let loaded = all_names(tx, &unknown).await?;
    found.extend(loaded.iter().filter_map(|(unit, names)| Some((*unit, on_day(names)?))));
    if let Some(version) = tx.picture {
        tx.tree.put_names(version, loaded);
    }
    Ok(found)
}

/// Every name that each of these units ever had, oldest first.
async fn all_names(tx: &mut Tx, units: &[UnitId]) -> Result<HashMap<UnitId, Names>, StoreError> {
    let mut found: HashMap<UnitId, Names> = units.iter().map(|unit| (*unit, Names::new())).collect();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT name, short_name, kind, sort_key, unit, valid_from FROM unit_name WHERE unit IN ({})
             ORDER BY unit, valid_from",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.entry(UnitId(row.int(4)?)).or_default().push((row.day(5)?, read_name(&row)?));
        }
    }
    Ok(found)
}

/// Reads full name, short name, kind and sort key from the first four columns.
pub(super) fn read_name(row: &Row) -> Result<UnitName, StoreError> {
    Ok(UnitName {
        name: row.text(0)?,
        short_name: row.text(1)?,
        kind: UnitKind::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a unit's kind"))?,
        sort_key: row.text(3)?,
    })
}

/// Every name a unit ever had, oldest first.
pub async fn name_facts(tx: &mut Tx, unit: UnitId) -> Result<Vec<NameFact>, StoreError> {
    let sql = "SELECT name, short_name, kind, sort_key, valid_from, valid_to, decision FROM unit_name
               WHERE unit = $1 ORDER BY valid_from";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter()
        .map(|row| {
            let (from, to) = (row.day(4)?, row.day(5)?);
            Ok(NameFact { name: read_name(row)?, from, to, decision: row.text(6)? })
        })
        .collect()
}

/// Every place a unit ever had, oldest first.
pub async fn place_facts(tx: &mut Tx, unit: UnitId) -> Result<Vec<PlaceFact>, StoreError> {
    let sql = "SELECT parent, valid_from, valid_to, decision FROM unit_place WHERE unit = $1
               ORDER BY valid_from";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter()
        .map(|row| {
            let parent = row.opt_int(0)?.map(UnitId);
            Ok(PlaceFact { parent, from: row.day(1)?, to: row.day(2)?, decision: row.text(3)? })
        })
        .collect()
}

/// Every official code a unit ever had, by scheme, then oldest first.
pub async fn codes_of(tx: &mut Tx, unit: UnitId) -> Result<Vec<CodeFact>, StoreError> {
    let sql = "SELECT scheme, code, valid_from, valid_to FROM unit_code WHERE unit = $1
               ORDER BY scheme, valid_from, code";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter()
        .map(|row| {
            let (scheme, code) = (row.text(0)?, row.text(1)?);
            Ok(CodeFact { scheme, code, from: row.day(2)?, to: row.day(3)? })
        })
        .collect()
}

/// The first official code of each of some units on a day; units without one are left out.
pub async fn codes_on(
    tx: &mut Tx,
    units: &[UnitId],
    day: Date,
) -> Result<HashMap<UnitId, String>, StoreError> {
    let mut found = HashMap::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine()) - 1) {
        let sql = format!(
            "SELECT unit, code FROM unit_code WHERE valid_from <= $1 AND valid_to > $1 AND unit IN ({})
             ORDER BY unit, scheme, valid_from, code",
            places(2, chunk.len())
        );
        let mut args = args![day];
        args.extend(chunk.iter().map(|unit| Arg::from(unit.0)));
        for row in tx.all(sql, args).await? {
            found.entry(UnitId(row.int(0)?)).or_insert(row.text(1)?);
        }
    }
    Ok(found)
}

/// Other names of a unit, in dictionary order.
pub async fn aliases_of(tx: &mut Tx, unit: UnitId) -> Result<Vec<String>, StoreError> {
    let rows = tx.all("SELECT alias FROM unit_alias WHERE unit = $1 ORDER BY folded", args![unit.0]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// Other names of several units, folded as search folds them.
pub async fn folded_aliases(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<(UnitId, String)>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT unit, folded FROM unit_alias WHERE unit IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push((UnitId(row.int(0)?), row.text(1)?));
        }
    }
    Ok(found)
}

/// Who has a code under a scheme on a day or later.
pub async fn find_code(
    tx: &mut Tx,
    scheme: &str,
    code: &str,
    day: Date,
) -> Result<Option<UnitId>, StoreError> {
    let sql = "SELECT unit FROM unit_code WHERE scheme = $1 AND code = $2 AND valid_to > $3
               ORDER BY valid_from LIMIT 1";
    let row = tx.first(sql, args![scheme, code, day]).await?;
    row.map(|row| row.int(0).map(UnitId)).transpose()
}

/// Every code of a scheme that holds on a day or later, with its unit.
pub async fn scheme_codes(
    tx: &mut Tx,
    scheme: &str,
    day: Date,
) -> Result<HashMap<String, UnitId>, StoreError> {
    let sql = "SELECT code, unit FROM unit_code WHERE scheme = $1 AND valid_to > $2 ORDER BY valid_from DESC";
    let rows = tx.all(sql, args![scheme, day]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, UnitId(row.int(1)?)))).collect()
}

/// The units that a text may mean: its folded form is the full name, short name or alias of some day, or the text
/// is an official code. Strongest match first, then the order of their identities; at most 100 of each.
pub async fn resolve(tx: &mut Tx, text: &str) -> Result<Vec<Candidate>, StoreError> {
    let folded = text::fold(text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let asked = [
        (Matched::Name, "SELECT DISTINCT unit FROM unit_name WHERE folded = $1 LIMIT 100", folded.clone()),
        (
            Matched::ShortName,
            "SELECT DISTINCT unit FROM unit_name WHERE short_folded = $1 LIMIT 100",
            folded.clone(),
        ),
        (Matched::Alias, "SELECT unit FROM unit_alias WHERE folded = $1 LIMIT 100", folded),
        (
            Matched::Code,
            "SELECT DISTINCT unit FROM unit_code WHERE code = $1 LIMIT 100",
            text::clean(text).to_uppercase(),
        ),
    ];
    let mut found: BTreeMap<UnitId, Matched> = BTreeMap::new();
    for (matched, sql, wanted) in asked {
        for row in tx.all(sql, args![wanted]).await? {
            found.entry(UnitId(row.int(0)?)).or_insert(matched);
        }
    }
    let mut candidates: Vec<Candidate> =
        found.into_iter().map(|(unit, matched)| Candidate { unit, matched }).collect();
    candidates.sort_by_key(|candidate| candidate.matched);
    Ok(candidates)
}

/// A page of the units directly below one (`None`: the tops) on a day, in dictionary order, beginning after the
/// sort key and unit that ended the page before.
pub async fn child_page(
    tx: &mut Tx,
    parent: Option<UnitId>,
    day: Date,
    after: Option<(&str, UnitId)>,
    most: u32,
) -> Result<Vec<Child>, StoreError> {
    let (key, last) = after.unwrap_or(("", UnitId(0)));
    let (above, mut args) = match parent {
        Some(parent) => ("p.parent = $5", args![day, key, last.0, most, parent.0]),
        None => ("p.parent IS NULL", args![day, key, last.0, most]),
    };
    args.shrink_to_fit();
    let sql = format!(
        "SELECT n.name, n.short_name, n.kind, n.sort_key, n.unit
         FROM unit_place p JOIN unit_name n ON n.unit = p.unit AND n.valid_from <= $1 AND $1 < n.valid_to
         WHERE {above} AND p.valid_from <= $1 AND $1 < p.valid_to AND (n.sort_key, n.unit) > ($2, $3)
         ORDER BY n.sort_key, n.unit LIMIT $4"
    );
    let rows = tx.all(sql, args).await?;
    rows.iter().map(|row| Ok(Child { name: read_name(row)?, unit: UnitId(row.int(4)?) })).collect()
}

/// The units that stand, or are to stand, below one on a day or later.
pub async fn below_from(tx: &mut Tx, parent: UnitId, day: Date) -> Result<Vec<UnitId>, StoreError> {
    let sql = "SELECT DISTINCT unit FROM unit_place WHERE parent = $1 AND valid_to > $2 ORDER BY unit";
    tx.all(sql, args![parent.0, day]).await?.iter().map(|row| row.int(0).map(UnitId)).collect()
}
