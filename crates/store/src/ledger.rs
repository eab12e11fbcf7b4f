//! The ledger's rows: written within the act's own transaction, sealed into the chain afterwards.
//!
//! Not here: what is written there (`acts`) and the hash itself, which the caller hands in.

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::{AccountId, LedgerId};
use domain::ledger::Line;
use domain::unit::UnitId;

/// Writes a line, not yet sealed.
pub async fn add(tx: &mut Tx, line: &Line) -> Result<(), StoreError> {
    add_all(tx, std::slice::from_ref(line)).await
}

/// Writes lines, not yet sealed.
pub async fn add_all(tx: &mut Tx, lines: &[Line]) -> Result<(), StoreError> {
    let rows = lines.iter().map(|line| {
        args![
            line.id.0,
            line.at_ms,
            line.account.map(|account| account.0),
            line.origin.as_str(),
            line.act.as_str(),
            line.unit.map(|unit| unit.0),
            line.object.as_str(),
            line.detail.as_str()
        ]
    });
    tx.insert(&format!("ledger ({COLUMNS})"), rows.collect(), "").await
}

const COLUMNS: &str = "id, at_ms, account, origin, act, unit, object, detail";

fn read(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        id: LedgerId(row.int(0)?),
        at_ms: row.int(1)?,
        account: row.opt_int(2)?.map(AccountId),
        origin: row.text(3)?,
        act: row.text(4)?,
        unit: row.opt_int(5)?.map(UnitId),
        object: row.text(6)?,
        detail: row.text(7)?,
    })
}

/// Which lines are asked for; what is absent does not narrow. Times in milliseconds since the Unix epoch.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of one account.
    pub account: Option<AccountId>,
    /// Concerning any of these units.
    pub units: Option<Vec<UnitId>>,
    /// Acts that begin with this (`unit.`, `unit.rename`).
    pub act: Option<String>,
    /// From this time on.
    pub from_ms: Option<i64>,
    /// Before this time.
    pub to_ms: Option<i64>,
}

/// A line with whether it is sealed into the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The line.
    pub line: Line,
    /// Its place in the chain, from 1; `None` while it is not sealed.
    pub seal: Option<i64>,
}

/// A page of lines, latest first, beginning before one.
pub async fn page(
    tx: &mut Tx,
    filter: &Filter,
    before: Option<LedgerId>,
    most: u32,
) -> Result<Vec<Kept>, StoreError> {
    let Some(units) = &filter.units else { return part(tx, filter, None, before, most).await };
    let mut found = Vec::new();
    // Each part gives its own latest lines; the latest of all are among them.
    for chunk in units.chunks(dialect::most_parameters(tx.engine()) - 8) {
        found.append(&mut part(tx, filter, Some(chunk), before, most).await?);
    }
    found.sort_by_key(|kept| std::cmp::Reverse(kept.line.id));
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(found)
}

async fn part(
    tx: &mut Tx,
    filter: &Filter,
    units: Option<&[UnitId]>,
    before: Option<LedgerId>,
    most: u32,
) -> Result<Vec<Kept>, StoreError> {
    let mut sql = format!("SELECT {COLUMNS}, seal FROM ledger WHERE id < $1");
    let mut args = args![before.map_or(i64::MAX, |id| id.0)];
    let mut also = |condition: &str, arg: Arg| {
        args.push(arg);
        sql.push_str(&condition.replace('$', &format!("${}", args.len())));
    };
    if let Some(account) = filter.account {
        also(" AND account = $", account.0.into());
    }
    if let Some(act) = &filter.act {
        also(" AND act >= $", act.into());
        also(" AND act < $", format!("{act}\u{10ffff}").into());
    }
    if let Some(from) = filter.from_ms {
        also(" AND at_ms >= $", from.into());
    }
    if let Some(to) = filter.to_ms {
        also(" AND at_ms < $", to.into());
    }
    if let Some(units) = units {
        sql = format!("{sql} AND unit IN ({})", places(args.len() + 1, units.len()));
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
    }
    args.push(most.into());
    sql = format!("{sql} ORDER BY id DESC LIMIT ${}", args.len());
    let rows = tx.all(sql, args).await?;
    rows.iter().map(|row| Ok(Kept { line: read(row)?, seal: row.opt_int(8)? })).collect()
}

/// The end of the chain: the last place and its hash; place 0 and no bytes while nothing is sealed.
pub async fn chain_end(tx: &mut Tx) -> Result<(i64, Vec<u8>), StoreError> {
    let sql = "SELECT seal, hash FROM ledger WHERE seal IS NOT NULL ORDER BY seal DESC LIMIT 1";
    let row = tx.first(sql, args![]).await?;
    row.map_or(Ok((0, Vec::new())), |row| Ok((row.int(0)?, row.bytes(1)?)))
}

/// Holds the chain alone until the end of the transaction: two who seal at once would fork it.
pub async fn hold_chain(tx: &mut Tx) -> Result<(), StoreError> {
    if let Some(sql) = dialect::lock_chain(tx.engine()) {
        tx.all(sql, args![]).await?;
    }
    Ok(())
}

/// Lines that are not sealed, oldest first.
pub async fn unsealed(tx: &mut Tx, most: u32) -> Result<Vec<Line>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM ledger WHERE seal IS NULL ORDER BY id LIMIT $1");
    tx.all(sql, args![most]).await?.iter().map(read).collect()
}

/// How many lines are not sealed.
pub async fn count_unsealed(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = tx.first("SELECT COUNT(*) FROM ledger WHERE seal IS NULL", args![]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// Seals a line at its place in the chain.
pub async fn seal(tx: &mut Tx, id: LedgerId, place: i64, hash: &[u8]) -> Result<(), StoreError> {
    let sql = "UPDATE ledger SET seal = $2, hash = $3 WHERE id = $1 AND seal IS NULL";
    tx.run(sql, args![id.0, place, hash]).await?;
    Ok(())
}

/// Sealed lines with their places and hashes in the order of the chain, beginning after a place.
pub async fn sealed(tx: &mut Tx, after: i64, most: u32) -> Result<Vec<(i64, Vec<u8>, Line)>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, seal, hash FROM ledger WHERE seal > $1 ORDER BY seal LIMIT $2");
    let rows = tx.all(sql, args![after, most]).await?;
    rows.iter().map(|row| Ok((row.int(8)?, row.bytes(9)?, read(row)?))).collect()
}
