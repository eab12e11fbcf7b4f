//! Totals: carrying an edit up the tree within its transaction, reading them, and building them anew.
//!
//! The rule is `domain::rollup`'s; every step here must leave exactly what building anew would give, which
//! `audit` checks.
//! Not here: the submissions themselves (`figure`).

use crate::db::{self, Arg, Tx};
use crate::figure::Edited;
use crate::{StoreError, args, dialect, figure, tree};
use domain::figure::{Slot, Vector};
use domain::period::Period;
use domain::rollup::{self, Said, Total};
use domain::submission::{Road, Scope};
use domain::total::{Sum, Sums};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Through which tree totals are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// The tree of each period's own days.
    AsWas,
    /// Today's tree, through successions.
    AsIs,
}

impl Lens {
    fn code(self) -> i64 {
        match self {
            Self::AsWas => 0,
            Self::AsIs => 1,
        }
    }
}

/// The day of the tree that stored as-is totals follow; `None` before anything was stored.
pub async fn as_is_day(tx: &mut Tx) -> Result<Option<Date>, StoreError> {
    let row = tx.first("SELECT content FROM setting WHERE name = 'as-is-day'", args![]).await?;
    row.map(|row| row.day(0)).transpose()
}

/// Says of which day the tree behind the stored as-is totals is.
pub async fn set_as_is_day(tx: &mut Tx, day: Date) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO setting (name, content) VALUES ('as-is-day', $1)
         ON CONFLICT (name) DO UPDATE SET content = excluded.content",
        args![day],
    )
    .await?;
    Ok(())
}

/// What is to be added to one stored total.
#[derive(Default)]
struct Step {
    sums: Sums,
    /// The new whole statement, where it changes.
    whole: Option<Vector>,
}

/// Takes the tree's lock that these scopes need: whoever speaks for all below changes what others' figures
/// count for, and must be alone. Call before `figure::edit`.
pub async fn hold_for(tx: &mut Tx, scopes: impl IntoIterator<Item = Scope>) -> Result<(), StoreError> {
    if scopes.into_iter().any(|scope| scope == Scope::Whole) {
        tree::hold_alone(tx).await
    } else {
        tree::hold(tx).await
    }
}

/// Carries edits into all totals above, both lenses, in the edits' own transaction. `today` is the day of the
/// as-is tree where none is set yet. Rows are touched deepest first and in one order, so that writers who meet
/// wait for one another and never in a ring.
pub async fn carry(tx: &mut Tx, edited: &[Edited], today: Date) -> Result<(), StoreError> {
    if edited.is_empty() {
        return Ok(());
    }
    let history = tree::history(tx).await?;
    let day = if let Some(day) = as_is_day(tx).await? {
        day
    } else {
        set_as_is_day(tx, today).await?;
        today
    };
    let mut groups: BTreeMap<(Period, Road), Vec<&Edited>> = BTreeMap::new();
    for edit in edited {
        groups.entry((edit.key.period, edit.key.road)).or_default().push(edit);
    }
    for ((period, road), edits) in groups {
        carry_as_was(tx, &history, period, road, &edits).await?;
        carry_as_is(tx, &history, period, road, &edits, day).await?;
    }
    Ok(())
}

/// The whole statements that stand (or stood before these edits) at some units.
struct Wholes {
    before: HashMap<UnitId, Vector>,
    after: HashMap<UnitId, Vector>,
}

impl Wholes {
    async fn load(
        tx: &mut Tx,
        units: &BTreeSet<UnitId>,
        period: Period,
        road: Road,
        edits: &[&Edited],
    ) -> Result<Self, StoreError> {
        let units: Vec<UnitId> = units.iter().copied().collect();
        let mut after = HashMap::new();
        for units in units.chunks(500) {
            let sql = format!(
                "SELECT unit, vector FROM submission
                 WHERE period = $1 AND road = $2 AND scope = 'whole' AND unit IN ({})",
                db::places(3, units.len())
            );
            let mut args = args![period.key(), road.code()];
            args.extend(units.iter().map(|unit| Arg::from(unit.0)));
            for row in tx.all(sql, args).await? {
                after.insert(UnitId(row.int(0)?), figure::vector(&row.bytes(1)?)?);
            }
        }
        let mut before = after.clone();
        for edit in edits.iter().filter(|edit| edit.key.scope == Scope::Whole) {
            before.insert(edit.key.unit, edit.before.clone());
        }
        Ok(Self { before, after })
    }
}

async fn carry_as_was(
    tx: &mut Tx,
    history: &History,
    period: Period,
    road: Road,
    edits: &[&Edited],
) -> Result<(), StoreError> {
    let paths: Vec<Vec<UnitId>> = edits.iter().map(|edit| history.path_for(edit.key.unit, period)).collect();
    let touched: BTreeSet<UnitId> = paths.iter().flatten().copied().collect();
    let wholes = Wholes::load(tx, &touched, period, road, edits).await?;
    let mut steps: BTreeMap<UnitId, Step> = BTreeMap::new();
    for (edit, path) in edits.iter().zip(&paths) {
        if path.is_empty() {
            continue;
        }
        let step = steps.entry(edit.key.unit).or_default();
        match edit.key.scope {
            Scope::Own => {
                step.sums.add_all(&Sums::difference(&Sums::of(&edit.before), &Sums::of(&edit.after)));
            }
            Scope::Whole => step.whole = Some(edit.after.clone()),
        }
    }
    let depth = depths(&touched, &|unit| history.parent_for(unit, period));
    for level in depth.into_iter().rev() {
        let mut going: Vec<(UnitId, Step)> = Vec::new();
        for unit in level {
            if let Some(step) = steps.remove(&unit) {
                going.push((unit, step));
            }
        }
        let sums_before =
            write_level(tx, &going, &|unit| history.parent_for(unit, period), period, road, Lens::AsWas)
                .await?;
        for (unit, step) in going {
            let Some(parent) = history.parent_for(unit, period) else { continue };
            if history.parent_for(parent, period).is_none() {
                continue;
            }
            let (none, empty) = (Vector::default(), Sums::default());
            let (before, after) =
                (wholes.before.get(&unit).unwrap_or(&none), wholes.after.get(&unit).unwrap_or(&none));
            let below = sums_before.get(&unit).unwrap_or(&empty);
            let given = given(&step.sums, below, before, after);
            if !given.0.is_empty() {
                steps.entry(parent).or_default().sums.add_all(&given);
            }
        }
    }
    Ok(())
}

/// How a unit's contribution changes when its sum changes by `step` from `below`, and its whole statement from
/// `before` to `after`.
fn given(step: &Sums, below: &Sums, before: &Vector, after: &Vector) -> Sums {
    let mut out = Sums::default();
    let slots: BTreeSet<Slot> = step.0.keys().chain(before.0.keys()).chain(after.0.keys()).copied().collect();
    for slot in slots {
        let was = before.get(slot).map_or_else(|| below.get(slot), Sum::of);
        let is = after.get(slot).map_or_else(|| below.get(slot).plus(step.get(slot)), Sum::of);
        out.add(slot, is.plus(was.negated()));
    }
    out
}

/// Units by their depth in a tree, the tops first; each level in the order of ids.
fn depths(units: &BTreeSet<UnitId>, above: &impl Fn(UnitId) -> Option<UnitId>) -> Vec<Vec<UnitId>> {
    let mut levels: Vec<Vec<UnitId>> = Vec::new();
    for unit in units {
        let depth = std::iter::successors(above(*unit), |up| above(*up)).take(64).count();
        if levels.len() <= depth {
            levels.resize(depth + 1, Vec::new());
        }
        if let Some(level) = levels.get_mut(depth) {
            level.push(*unit);
        }
    }
    levels
}

async fn carry_as_is(
    tx: &mut Tx,
    history: &History,
    period: Period,
    road: Road,
    edits: &[&Edited],
    day: Date,
) -> Result<(), StoreError> {
    // A whole statement that comes or goes changes what all figures below count for: build this period anew.
    if edits.iter().any(|edit| edit.key.scope == Scope::Whole) {
        let said = figure::said(tx, period, road).await?;
        let fresh = rollup::as_is(history, period, &said, day);
        return replace(tx, period, road, Lens::AsIs, fresh).await;
    }
    let mut touched = BTreeSet::new();
    let mut speakers = BTreeSet::new();
    for edit in edits {
        touched.extend(history.home_path(edit.key.unit, day));
        speakers.extend(history.path_for(edit.key.unit, period));
    }
    let wholes = Wholes::load(tx, &speakers, period, road, edits).await?.after;
    let mut steps: BTreeMap<UnitId, Step> = BTreeMap::new();
    for edit in edits {
        let path = history.path_for(edit.key.unit, period);
        let Some(home) = history.home(edit.key.unit, day).unit.filter(|_| !path.is_empty()) else { continue };
        let mut change = Sums::difference(&Sums::of(&edit.before), &Sums::of(&edit.after));
        let spoken: Vec<&Vector> = path.iter().filter_map(|unit| wholes.get(unit)).collect();
        change.0.retain(|slot, _| !spoken.iter().any(|whole| whole.0.contains_key(slot)));
        if !change.0.is_empty() {
            steps.entry(home).or_default().sums.add_all(&change);
        }
    }
    let above = |unit| history.place_on(unit, day).and_then(|place| place.parent);
    for level in depths(&touched, &above).into_iter().rev() {
        let going: Vec<(UnitId, Step)> =
            level.into_iter().filter_map(|unit| Some((unit, steps.remove(&unit)?))).collect();
        write_level(tx, &going, &above, period, road, Lens::AsIs).await?;
        for (unit, step) in going {
            if let Some(parent) = above(unit)
                && above(parent).is_some()
            {
                steps.entry(parent).or_default().sums.add_all(&step.sums);
            }
        }
    }
    Ok(())
}

/// The stripe that a writer uses for a unit: several only just below the tops, where all writers of a province
/// would meet in one row.
fn stripe_of(tx: &Tx, unit: UnitId, step: &Step, above: &impl Fn(UnitId) -> Option<UnitId>) -> i64 {
    let stripes = dialect::stripes(tx.engine());
    let below_top = above(unit).is_some_and(|parent| above(parent).is_none());
    // A whole statement is kept in the first stripe; whoever makes one is alone anyway.
    if stripes == 1 || !below_top || step.whole.is_some() {
        return 0;
    }
    tx.stripe_seed().rem_euclid(stripes)
}

/// Adds one level's steps to its rows; steps stand in the order of ids. Returns each unit's sums before, all stripes together, where a whole
/// statement changes there (nobody else needs them).
async fn write_level(
    tx: &mut Tx,
    going: &[(UnitId, Step)],
    above: &impl Fn(UnitId) -> Option<UnitId>,
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<HashMap<UnitId, Sums>, StoreError> {
    let mut before: HashMap<UnitId, Sums> = HashMap::new();
    let speaking: Vec<UnitId> =
        going.iter().filter(|(_, step)| step.whole.is_some()).map(|(unit, _)| *unit).collect();
    for (unit, total) in stored(tx, &speaking, &[period], road, lens).await? {
        before.insert(unit.0, total.sums);
    }
    let keys: Vec<(UnitId, i64)> =
        going.iter().map(|(unit, step)| (*unit, stripe_of(tx, *unit, step, above))).collect();
    let mut rows = claim(tx, &keys, period, road, lens).await?;
    let mut out = Vec::with_capacity(going.len());
    for (key, (_, step)) in keys.iter().zip(going) {
        let mut total = rows.remove(key).unwrap_or_default();
        total.sums.add_all(&step.sums);
        if let Some(whole) = &step.whole {
            total.whole = whole.clone();
        }
        out.push((key.0, key.1, total));
    }
    put(tx, out, period, road, lens).await?;
    Ok(before)
}

/// The rows of these keys, held until the end of the transaction.
async fn claim(
    tx: &mut Tx,
    keys: &[(UnitId, i64)],
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<HashMap<(UnitId, i64), Total>, StoreError> {
    if dialect::claims_first(tx.engine()) {
        // Empty rows first: of two writers who both find none, the second must add to the first one's.
        let blank = keys.iter().map(|(unit, stripe)| (*unit, *stripe, Total::default())).collect();
        insert(tx, blank, period, road, lens, "DO NOTHING").await?;
    }
    let mut held = HashMap::with_capacity(keys.len());
    for keys in keys.chunks(500) {
        let sql = format!(
            "SELECT unit, stripe, sums, whole FROM total
             WHERE period = $1 AND road = $2 AND lens = $3 AND unit IN ({}) ORDER BY unit, stripe{}",
            db::places(4, keys.len()),
            dialect::lock_rows(tx.engine())
        );
        let mut args = args![period.key(), road.code(), lens.code()];
        args.extend(keys.iter().map(|(unit, _)| Arg::from(unit.0)));
        for row in tx.all(sql, args).await? {
            held.insert((UnitId(row.int(0)?), row.int(1)?), read(&row.bytes(2)?, &row.bytes(3)?)?);
        }
    }
    Ok(held)
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
    for rows in rows.chunks(dialect::most_parameters(tx.engine()) / 7) {
        let sql = format!(
            "INSERT INTO total (unit, period, road, lens, stripe, sums, whole) VALUES {}
             ON CONFLICT (unit, period, road, lens, stripe) {on_conflict}",
            db::rows(rows.len(), 7)
        );
        let args = rows.iter().flat_map(|(unit, stripe, total)| {
            args![
                unit.0,
                period.key(),
                road.code(),
                lens.code(),
                *stripe,
                total.sums.encode(),
                total.whole.encode()
            ]
        });
        tx.run(sql, args.collect()).await?;
    }
    Ok(())
}

/// Writes rows. What became empty stays as an empty row: another writer may be waiting for it.
async fn put(
    tx: &mut Tx,
    rows: Vec<(UnitId, i64, Total)>,
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<(), StoreError> {
    insert(tx, rows, period, road, lens, "DO UPDATE SET sums = excluded.sums, whole = excluded.whole").await
}

/// The stored totals of some units for some periods, all stripes together; nothing for those without.
/// For a unit at the top this is only what lands on itself (see [`domain::rollup::complete`]).
pub async fn stored(
    tx: &mut Tx,
    units: &[UnitId],
    periods: &[Period],
    road: Road,
    lens: Lens,
) -> Result<HashMap<(UnitId, Period), Total>, StoreError> {
    let mut found: HashMap<(UnitId, Period), Total> = HashMap::new();
    if periods.is_empty() {
        return Ok(found);
    }
    for units in units.chunks(500) {
        let sql = format!(
            "SELECT unit, period, sums, whole FROM total
             WHERE road = $1 AND lens = $2 AND unit IN ({}) AND period IN ({})",
            db::places(3, units.len()),
            db::places(3 + units.len(), periods.len())
        );
        let mut args = args![road.code(), lens.code()];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        args.extend(periods.iter().map(|period| Arg::from(period.key())));
        for row in tx.all(sql, args).await? {
            let total = read(&row.bytes(2)?, &row.bytes(3)?)?;
            merge(&mut found, (UnitId(row.int(0)?), figure::period(row.int(1)?)?), total);
        }
    }
    Ok(found)
}

/// Adds a stripe to its unit's total; one stripe at most carries a whole statement.
fn merge<K: std::hash::Hash + Eq>(found: &mut HashMap<K, Total>, key: K, total: Total) {
    match found.entry(key) {
        std::collections::hash_map::Entry::Vacant(entry) => {
            entry.insert(total);
        }
        std::collections::hash_map::Entry::Occupied(mut entry) => {
            let held = entry.get_mut();
            held.sums.add_all(&total.sums);
            held.whole.0.extend(total.whole.0);
        }
    }
}

/// All stored totals of a period, stripes together, empty ones left out.
async fn all_stored(
    tx: &mut Tx,
    period: Period,
    road: Road,
    lens: Lens,
) -> Result<HashMap<UnitId, Total>, StoreError> {
    let sql = "SELECT unit, sums, whole FROM total WHERE period = $1 AND road = $2 AND lens = $3";
    let mut found = HashMap::new();
    for row in tx.all(sql, args![period.key(), road.code(), lens.code()]).await? {
        merge(&mut found, UnitId(row.int(0)?), read(&row.bytes(1)?, &row.bytes(2)?)?);
    }
    found.retain(|_, total| !total.is_empty());
    Ok(found)
}

/// Puts freshly computed totals of a period in the place of the stored ones, touching only what differs. The
/// caller is alone on the tree.
async fn replace(
    tx: &mut Tx,
    period: Period,
    road: Road,
    lens: Lens,
    fresh: HashMap<UnitId, Total>,
) -> Result<(), StoreError> {
    let held = all_stored(tx, period, road, lens).await?;
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
        let mut args = args![period.key(), road.code(), lens.code()];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        tx.run(sql, args).await?;
    }
    put(tx, changed, period, road, lens).await
}

/// Builds all totals anew from the submissions, both lenses, in the tree as this transaction sees it; `today`
/// becomes the day of the as-is tree. For every change to places or successions, after
/// [`tree::mark_changed`]; the caller is alone on the tree ([`tree::hold_alone`]).
pub async fn rebuild(tx: &mut Tx, today: Date) -> Result<(), StoreError> {
    let history = tree::history(tx).await?;
    set_as_is_day(tx, today).await?;
    for period in figure::periods(tx).await? {
        for road in Road::ALL {
            let said = figure::said(tx, period, *road).await?;
            let (was, is) = compute(&history, period, &said, today);
            replace(tx, period, *road, Lens::AsWas, was).await?;
            replace(tx, period, *road, Lens::AsIs, is).await?;
        }
    }
    Ok(())
}

fn compute(
    history: &History,
    period: Period,
    said: &Said,
    today: Date,
) -> (HashMap<UnitId, Total>, HashMap<UnitId, Total>) {
    (rollup::as_was(history, period, said), rollup::as_is(history, period, said, today))
}

/// One stored total that is not what the submissions give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whose total.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// By which road.
    pub road: Road,
    /// Through which tree.
    pub lens: Lens,
    /// What is stored.
    pub stored: Total,
    /// What the submissions give.
    pub computed: Total,
}

/// What an audit went through and found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many submissions were added up.
    pub submissions: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// How many totals were compared.
    pub totals: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// Recomputes every total from the submissions and compares it with what is stored. Changes nothing.
pub async fn audit(tx: &mut Tx, today: Date) -> Result<Audit, StoreError> {
    let history = tree::history(tx).await?;
    let day = as_is_day(tx).await?.unwrap_or(today);
    let mut audit = Audit::default();
    for period in figure::periods(tx).await? {
        for road in Road::ALL {
            let said = figure::said(tx, period, *road).await?;
            audit.submissions += said.own.len() + said.whole.len();
            audit.figures += said.own.values().chain(said.whole.values()).map(|v| v.0.len()).sum::<usize>();
            let (was, is) = compute(&history, period, &said, day);
            for (lens, computed) in [(Lens::AsWas, was), (Lens::AsIs, is)] {
                let stored = all_stored(tx, period, *road, lens).await?;
                audit.totals += computed.len().max(stored.len());
                compare(&mut audit.differences, period, *road, lens, stored, computed);
            }
        }
    }
    Ok(audit)
}

fn compare(
    differences: &mut Vec<Difference>,
    period: Period,
    road: Road,
    lens: Lens,
    mut stored: HashMap<UnitId, Total>,
    computed: HashMap<UnitId, Total>,
) {
    for (unit, computed) in computed {
        let stored = stored.remove(&unit).unwrap_or_default();
        if stored != computed {
            differences.push(Difference { unit, period, road, lens, stored, computed });
        }
    }
    for (unit, stored) in stored {
        let computed = Total::default();
        differences.push(Difference { unit, period, road, lens, stored, computed });
    }
}
