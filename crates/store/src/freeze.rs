//! Freezes: writing one, once, and reading it. Nothing here changes or removes a row.
//!
//! Not here: what a freeze holds (`domain::freeze`), who may.

use crate::db::{self, Arg, Row, Tx};
use crate::{StoreError, args, figure};
use domain::freeze::{FrozenUnit, Turnout, decode_tree};
use domain::id::{AccountId, FreezeId};
use domain::period::Period;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// A freeze without what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    /// Its identity.
    pub id: FreezeId,
    /// Whose figures.
    pub unit: UnitId,
    /// Over which stretch.
    pub range: Period,
    /// Its number for this unit and stretch, from 1.
    pub number: i64,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// By whom.
    pub account: AccountId,
    /// Why.
    pub reason: String,
    /// The day of its tree.
    pub tree_day: Date,
    /// The hash of its tree's bytes.
    pub tree: Vec<u8>,
    /// The hash of everything that it holds.
    pub hash: Vec<u8>,
}

/// One unit's row of a freeze as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeRow {
    /// Whose.
    pub unit: UnitId,
    /// How far it had come, for a unit directly below.
    pub turnout: Option<Turnout>,
    /// What it had said and its totals: [`FrozenUnit::encode`].
    pub content: Vec<u8>,
}

const COLUMNS: &str = "id, unit, period, number, at_ms, account, reason, tree_day, tree, hash";

fn read(row: &Row) -> Result<Freeze, StoreError> {
    Ok(Freeze {
        id: FreezeId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        range: figure::period(row.int(2)?)?,
        number: row.int(3)?,
        at_ms: row.int(4)?,
        account: AccountId(row.int(5)?),
        reason: row.text(6)?,
        tree_day: row.day(7)?,
        tree: row.bytes(8)?,
        hash: row.bytes(9)?,
    })
}

/// Writes a freeze with its tree and its rows. Of two with one number the second meets the constraint.
pub async fn add(tx: &mut Tx, freeze: &Freeze, tree: &[u8], rows: &[FreezeRow]) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO frozen_tree (hash, content) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        args![freeze.tree.as_slice(), tree],
    )
    .await?;
    tx.run(
        format!("INSERT INTO frozen ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"),
        args![
            freeze.id.0,
            freeze.unit.0,
            freeze.range.key(),
            freeze.number,
            freeze.at_ms,
            freeze.account.0,
            freeze.reason.as_str(),
            freeze.tree_day,
            freeze.tree.as_slice(),
            freeze.hash.as_slice()
        ],
    )
    .await?;
    let rows = rows.iter().map(|row| {
        let turnout = row.turnout.map_or("", Turnout::code);
        args![freeze.id.0, row.unit.0, turnout, row.content.as_slice()]
    });
    tx.insert("frozen_unit (frozen, unit, turnout, content)", rows.collect(), "").await
}

/// One freeze.
pub async fn find(tx: &mut Tx, id: FreezeId) -> Result<Option<Freeze>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM frozen WHERE id = $1");
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// The freezes of a unit, of one stretch or of all, the newest first.
pub async fn list(tx: &mut Tx, unit: UnitId, range: Option<Period>) -> Result<Vec<Freeze>, StoreError> {
    let (within, args) = match range {
        Some(range) => (" AND period = $2", args![unit.0, range.key()]),
        None => ("", args![unit.0]),
    };
    let sql =
        format!("SELECT {COLUMNS} FROM frozen WHERE unit = $1{within} ORDER BY at_ms DESC, number DESC");
    tx.all(sql, args).await?.iter().map(read).collect()
}

/// The tree of a freeze.
pub async fn tree(tx: &mut Tx, freeze: &Freeze) -> Result<History, StoreError> {
    decode_tree(&tree_bytes(tx, freeze).await?).map_err(|_| StoreError::Damaged("a frozen tree"))
}

/// The tree of a freeze as it is kept.
pub async fn tree_bytes(tx: &mut Tx, freeze: &Freeze) -> Result<Vec<u8>, StoreError> {
    let sql = "SELECT content FROM frozen_tree WHERE hash = $1";
    let row = tx.first(sql, args![freeze.tree.as_slice()]).await?;
    row.ok_or(StoreError::Damaged("a frozen tree"))?.bytes(0)
}

fn read_row(row: &Row) -> Result<FreezeRow, StoreError> {
    let turnout = row.text(1)?;
    Ok(FreezeRow {
        unit: UnitId(row.int(0)?),
        turnout: match turnout.as_str() {
            "" => None,
            code => Some(Turnout::from_code(code).ok_or(StoreError::Damaged("a turnout"))?),
        },
        content: row.bytes(2)?,
    })
}

/// All rows of a freeze, in the order of units.
pub async fn rows(tx: &mut Tx, id: FreezeId) -> Result<Vec<FreezeRow>, StoreError> {
    let sql = "SELECT unit, turnout, content FROM frozen_unit WHERE frozen = $1 ORDER BY unit";
    tx.all(sql, args![id.0]).await?.iter().map(read_row).collect()
}

/// What a freeze holds of some units; nothing for those that it does not hold.
pub async fn units(
    tx: &mut Tx,
    id: FreezeId,
    units: &[UnitId],
) -> Result<HashMap<UnitId, FrozenUnit>, StoreError> {
    let mut found = HashMap::new();
    for units in units.chunks(500) {
        let sql = format!(
            "SELECT unit, turnout, content FROM frozen_unit WHERE frozen = $1 AND unit IN ({})",
            db::places(2, units.len())
        );
        let mut args = args![id.0];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        for row in tx.all(sql, args).await? {
            let row = read_row(&row)?;
            found.insert(row.unit, row.frozen()?);
        }
    }
    Ok(found)
}

/// How far the units directly below had come.
pub async fn turnouts(tx: &mut Tx, id: FreezeId) -> Result<BTreeMap<UnitId, Turnout>, StoreError> {
    let sql = "SELECT unit, turnout FROM frozen_unit WHERE frozen = $1 AND turnout <> ''";
    let mut found = BTreeMap::new();
    for row in tx.all(sql, args![id.0]).await? {
        let turnout = Turnout::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a turnout"))?;
        found.insert(UnitId(row.int(0)?), turnout);
    }
    Ok(found)
}

impl FreezeRow {
    /// What the row holds.
    pub fn frozen(&self) -> Result<FrozenUnit, StoreError> {
        FrozenUnit::decode(self.unit, &self.content).map_err(|_| StoreError::Damaged("a frozen unit"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    fn texts(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("the room's folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                texts(&path, found);
            } else {
                found.push(std::fs::read_to_string(&path).expect("a source file"));
            }
        }
    }

    /// The one promise of a freeze is that it stays as it is: no statement of this room changes or removes a row.
    #[test]
    fn no_statement_changes_a_freeze() {
        let mut found = Vec::new();
        texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.iter().any(|text| text.contains("INSERT INTO frozen_unit")));
        for text in found {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for verb in ["UPDATE ", "DELETE FROM "] {
                assert!(!text.contains(&format!("{verb}frozen")), "{verb}");
            }
        }
    }
}
