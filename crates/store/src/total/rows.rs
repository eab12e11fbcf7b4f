//! The rows of totals: claiming, writing, reading, putting fresh ones in the place of old.
//!
//! Not here: what stands in them.

use super::Lens;
use crate::db::{self, Arg, Row, Tx};
use crate::{StoreError, args, dialect, figure};
use domain::period::Period;
use domain::rollup::Total;
use domain::submission::Road;
use domain::total::Sums;
use domain::unit::UnitId;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Whose row is wanted for writing.
pub(super) struct Claim {
    pub(super) unit: UnitId,
    /// Whether any of its rows will do: just below the tops, where all writers of a province would meet in one row.
    /// A whole statement is kept in the first one; whoever makes one is alone anyway.
    pub(super) spread: bool,
}

/// One stored total as it is held for writing: in which of its unit's rows, and what stands there.
pub(super) struct Claimed {
    pub(super) stripe: i64,
    pub(super) total: Total,
}

/// A row of each of these units, held until the end of the transaction. Where many writers meet ([`Claim::spread`])
/// it is any row that nobody else holds, so that a lone writer always finds the same one.
pub(super) async fn claim(
    tx: &mut Tx,
    claims: &[Claim],
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<HashMap<UnitId, Claimed>, StoreError> {
    let mut held = HashMap::with_capacity(claims.len());
    let spread: Vec<UnitId> = claims.iter().filter(|one| one.spread).map(|one| one.unit).collect();
    for units in spread.chunks(500) {
        free(tx, units, period, road, lens, &mut held).await?;
    }
    let own = tx.stripe_seed().rem_euclid(dialect::stripes(tx.engine()));
    let left: Vec<(UnitId, i64)> = claims
        .iter()
        .filter(|one| !held.contains_key(&one.unit))
        .map(|one| (one.unit, if one.spread { own } else { 0 }))
        .collect();
    if dialect::claims_first(tx.engine()) {
        // Empty rows first: of two writers who both find none, the second must add to the first one's.
        let blank = left.iter().map(|(unit, stripe)| (*unit, *stripe, Total::default())).collect();
        insert(tx, blank, period, road, lens, "DO NOTHING").await?;
    }
    for stripe in [0, own] {
        let units: Vec<UnitId> = left
            .iter()
            .filter(|(unit, of)| *of == stripe && !held.contains_key(unit))
            .map(|one| one.0)
            .collect();
        for units in units.chunks(500) {
            let sql = dialect::held_of_units(
                tx.engine(),
                ("unit, sums, whole", "total", "period = $1 AND road = $2 AND lens = $3 AND stripe = $4"),
                (5, units.len()),
            );
            let mut args = args![period.key(), road.code(), super::lens_code(lens), stripe];
            args.extend(units.iter().map(|unit| Arg::from(unit.0)));
            for row in tx.all(sql, args).await? {
                let total = read(row.blob(1)?, row.blob(2)?)?;
                held.insert(UnitId(row.int(0)?), Claimed { stripe, total });
            }
        }
    }
    for (unit, stripe) in left {
        held.entry(unit).or_insert_with(|| Claimed { stripe, total: Total::default() });
    }
    Ok(held)
}
/// Adds to `held` the first row of each of these units that nobody else holds; leaves out who has none.
async fn free(
    tx: &mut Tx,
    units: &[UnitId],
    period: Period,
    road: Road,
    lens: Lens,
    held: &mut HashMap<UnitId, Claimed>,
) -> Result<(), StoreError> {
    let Some(sql) = dialect::free_of_units(
        tx.engine(),
        ("unit, stripe, sums, whole", "total", "period = $1 AND road = $2 AND lens = $3"),
        "stripe",
        (4, units.len()),
    ) else {
        return Ok(());
    };
    let mut args = args![period.key(), road.code(), super::lens_code(lens)];
    args.extend(units.iter().map(|unit| Arg::from(unit.0)));
    for row in tx.all(sql, args).await? {
        let total = read(row.blob(2)?, row.blob(3)?)?;
        held.insert(UnitId(row.int(0)?), Claimed { stripe: row.int(1)?, total });
    }
    Ok(())
}

fn read(sums: &[u8], whole: &[u8]) -> Result<Total, StoreError> {
    Ok(Total {
        sums: Sums::decode(sums).map_err(|_| StoreError::Damaged("a vector of sums"))?,
        whole: figure::vector(whole)?,
    })
}

async fn insert(
    tx: &mut Tx,
    rows: Vec<(UnitId, i64, Total)>,
    period: Period,
    road: Road,
    lens: Lens,
    on_conflict: &str,
) -> Result<(), StoreError> {
    let rows = rows.into_iter().map(|(unit, stripe, total)| {
        args![
            unit.0,
            period.key(),
            road.code(),
            super::lens_code(lens),
            stripe,
            total.sums.encode(),
            total.whole.encode()
        ]
    });
    tx.insert(
        "total (unit, period, road, lens, stripe, sums, whole)",
        rows.collect(),
        &format!("ON CONFLICT (unit, period, road, lens, stripe) {on_conflict}"),
    )
    .await
}

/// Writes rows. What became empty stays as an empty row: another writer may be waiting for it.
pub(super) async fn put(
    tx: &mut Tx,
    rows: Vec<(UnitId, i64, Total)>,
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<(), StoreError> {
    insert(tx, rows, period, road, lens, "DO UPDATE SET sums = excluded.sums, whole = excluded.whole").await
}

/// The total of one unit for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// What is stored, all stripes together.
    pub total: Total,
}

/// Hands over the stored totals of some units for some periods, all stripes together, by unit and then by period; nothing
/// for those without. Whoever takes them works while the next ones still come in. For a unit at the top this is only what
/// lands on itself: what the units below give ([`Total::give`]) comes on top.
pub async fn each_held(
    tx: &mut Tx,
    units: &[UnitId],
    periods: &[Period],
    road: Road,
    lens: Lens,
    mut take: impl FnMut(Held) + Send,
) -> Result<(), StoreError> {
    let keys: Vec<(i64, Period)> = periods.iter().map(|period| (period.key(), *period)).collect();
    let asked = keys.iter().map(|(key, _)| *key);
    let (Some(first), Some(last)) = (asked.clone().min(), asked.max()) else { return Ok(()) };
    let mut units = units.to_vec();
    units.sort_unstable();
    // A total is whole when the next one begins.
    let mut open: Option<Held> = None;
    for units in units.chunks(500) {
        // A unit's periods lie side by side: to walk from the first to the last is quicker than to look for each.
        let sql = dialect::of_units(
            tx.engine(),
            (
                "unit, period, sums, whole",
                "total",
                "road = $1 AND lens = $2 AND period >= $3 AND period <= $4",
            ),
            "period",
            (5, units.len()),
        );
        let mut args = args![road.code(), super::lens_code(lens), first, last];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        let add = |row: &Row| {
            let (unit, key) = (UnitId(row.int(0)?), row.int(1)?);
            let Some((_, period)) = keys.iter().find(|(asked, _)| *asked == key) else { return Ok(()) };
            let total = read(row.blob(2)?, row.blob(3)?)?;
            match open.as_mut().filter(|open| (open.unit, open.period) == (unit, *period)) {
                Some(open) => add_stripe(&mut open.total, total),
                None => {
                    if let Some(whole) = open.replace(Held { unit, period: *period, total }) {
                        take(whole);
                    }
                }
            }
            Ok(())
        };
        tx.each(sql, args, add).await?;
    }
    if let Some(last) = open {
        take(last);
    }
    Ok(())
}

/// The same, to be looked up.
pub async fn stored(
    tx: &mut Tx,
    units: &[UnitId],
    periods: &[Period],
    road: Road,
    lens: Lens,
) -> Result<HashMap<(UnitId, Period), Total>, StoreError> {
    let mut found = HashMap::with_capacity(units.len() * periods.len());
    let take = |held: Held| drop(found.insert((held.unit, held.period), held.total));
    each_held(tx, units, periods, road, lens, take).await?;
    Ok(found)
}

/// The periods for which any of some units holds a total by any road, as the tree was, in order.
pub async fn periods_of(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Period>, StoreError> {
    let mut found = BTreeSet::new();
    for units in units.chunks(500) {
        let any = dialect::any_of_units(
            tx.engine(),
            (
                "total",
                "period = used.period AND road IN ('declared', 'evidenced') AND lens = 0
                 AND length(sums) + length(whole) > 0",
            ),
            (1, units.len()),
        );
        let sql = format!("SELECT period FROM period_used AS used WHERE {any}");
        for row in tx.all(sql, units.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.insert(figure::period(row.int(0)?)?);
        }
    }
    Ok(found.into_iter().collect())
}

/// Adds a stripe to its unit's total; one stripe at most carries a whole statement.
fn add_stripe(total: &mut Total, stripe: Total) {
    total.sums.add_all(&stripe.sums);
    total.whole.0.extend(stripe.whole.0);
}

/// All rows of a period's totals by one road through one tree, as they lie in the database.
pub(super) struct Rows(Vec<Row>);

impl Rows {
    pub(super) async fn load(
        tx: &mut Tx,
        period: Period,
        road: Road,
        lens: Lens,
    ) -> Result<Self, StoreError> {
        let sql = "SELECT unit, sums, whole FROM total WHERE period = $1 AND road = $2 AND lens = $3";
        Ok(Self(tx.all(sql, args![period.key(), road.code(), super::lens_code(lens)]).await?))
    }

    /// What they say, stripes together, empty ones left out.
    pub(super) fn read(&self) -> Result<HashMap<UnitId, Total>, StoreError> {
        let mut found: HashMap<UnitId, Total> = HashMap::with_capacity(self.0.len());
        for row in &self.0 {
            let total = read(row.blob(1)?, row.blob(2)?)?;
            match found.entry(UnitId(row.int(0)?)) {
                Entry::Vacant(entry) => drop(entry.insert(total)),
                Entry::Occupied(mut entry) => add_stripe(entry.get_mut(), total),
            }
        }
        found.retain(|_, total| !total.is_empty());
        Ok(found)
    }

    /// The units whose totals are not these, each with what is stored. Nearly all are these, byte for byte, and are
    /// not read.
    pub(super) fn other_than(
        &self,
        totals: &HashMap<UnitId, Total>,
    ) -> Result<HashMap<UnitId, Total>, StoreError> {
        let mut doubtful: HashMap<UnitId, Total> = HashMap::new();
        let mut same: HashSet<UnitId> = HashSet::with_capacity(totals.len());
        let mut bytes = Vec::new();
        for row in &self.0 {
            let (unit, sums, whole) = (UnitId(row.int(0)?), row.blob(1)?, row.blob(2)?);
            let first = !same.contains(&unit) && !doubtful.contains_key(&unit);
            if let Some(total) = totals.get(&unit).filter(|_| first) {
                bytes.clear();
                total.sums.encode_into(&mut bytes);
                if bytes == sums && total.whole.encode() == whole {
                    same.insert(unit);
                    continue;
                }
            }
            // One more stripe of a unit whose first one was the whole of it.
            let held = doubtful.entry(unit).or_insert_with(|| match totals.get(&unit) {
                Some(total) if same.remove(&unit) => total.clone(),
                _ => Total::default(),
            });
            add_stripe(held, read(sums, whole)?);
        }
        let silent = totals.keys().filter(|unit| !same.contains(unit));
        for unit in silent {
            doubtful.entry(*unit).or_default();
        }
        doubtful.retain(|unit, held| totals.get(unit).map_or(!held.is_empty(), |total| total != held));
        Ok(doubtful)
    }

    /// How many units they tell of.
    pub(super) fn units(&self) -> Result<usize, StoreError> {
        let units: Result<HashSet<i64>, StoreError> = self.0.iter().map(|row| row.int(0)).collect();
        Ok(units?.len())
    }
}

/// Puts freshly computed totals of a period in the place of the stored ones, touching only what differs. The
/// caller is alone on the tree.
pub(super) async fn replace(
    tx: &mut Tx,
    period: Period,
    road: Road,
    lens: Lens,
    fresh: HashMap<UnitId, Total>,
) -> Result<(), StoreError> {
    let held = Rows::load(tx, period, road, lens).await?.read()?;
    let mut gone: Vec<UnitId> = held.keys().filter(|unit| !fresh.contains_key(unit)).copied().collect();
    let mut changed: Vec<(UnitId, i64, Total)> = fresh
        .into_iter()
        .filter(|(unit, total)| held.get(unit) != Some(total))
        .map(|(unit, total)| (unit, 0, total))
        .collect();
    gone.extend(changed.iter().map(|(unit, _, _)| *unit));
    gone.sort_unstable();
    changed.sort_unstable_by_key(|(unit, _, _)| *unit);
    for units in gone.chunks(500) {
        let sql = format!(
            "DELETE FROM total WHERE period = $1 AND road = $2 AND lens = $3 AND unit IN ({})",
            db::places(4, units.len())
        );
        let mut args = args![period.key(), road.code(), super::lens_code(lens)];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        tx.run(sql, args).await?;
    }
    put(tx, changed, period, road, lens).await
}
