//! Totals: carrying an edit up the tree within its transaction, reading them, and building them anew.
//!
//! The rule is `domain::rollup`'s; every step here must leave exactly what building anew would give, which
//! `audit` checks.
//! Not here: the submissions themselves (`figure`), the rows' SQL (`rows`), checking (`audit`).

mod audit;
mod rows;

pub use audit::{Audit, Difference, audit, rebuild};
pub use rows::{Held, each_held, periods_of, stored};

use crate::db::{self, Arg, Db, Tx};
use crate::figure::Edited;
use crate::{StoreError, args, dialect, figure, tree};
use domain::figure::{Slot, Vector};
use domain::indicator::OverTime;
use domain::period::Period;
use domain::rollup;
pub use domain::rollup::Lens;
use domain::submission::{Road, Scope};
use domain::total::{Sum, Sums};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use rows::{Claim, Claimed, claim, put, replace};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The number under which a lens is stored.
fn lens_code(lens: Lens) -> i64 {
    match lens {
        Lens::AsWas => 0,
        Lens::AsIs => 1,
    }
}

/// The day of the tree that stored as-is totals follow; `None` before anything was stored.
pub async fn as_is_day(tx: &mut Tx) -> Result<Option<Date>, StoreError> {
    let row = tx.first("SELECT content FROM setting WHERE name = 'as-is-day'", args![]).await?;
    row.map(|row| row.day(0)).transpose()
}

/// What every look at totals begins with.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// Every period for which anything was ever reported, in order.
    pub periods: Vec<Period>,
    /// How slots combine over time that are not simply added, which most are.
    pub over_time: HashMap<Slot, OverTime>,
    /// The day of the tree that stored as-is totals follow; `None` before anything was stored.
    pub as_is_day: Option<Date>,
}

/// All of it in one question: the way to the database and back takes longer than the answer.
pub async fn ground(tx: &mut Tx) -> Result<Ground, StoreError> {
    let sql = "SELECT 'period', period, '' FROM period_used
               UNION ALL SELECT 'rule', s.number, i.over_time FROM slot s
                   JOIN indicator i ON i.id = s.indicator WHERE i.over_time <> 'sum'
               UNION ALL SELECT 'day', 0, content FROM setting WHERE name = 'as-is-day'";
    let mut ground = Ground::default();
    for row in tx.all(sql, args![]).await? {
        match row.text(0)?.as_str() {
            "period" => ground.periods.push(figure::period(row.int(1)?)?),
            "rule" => {
                let slot =
                    Slot(u32::try_from(row.int(1)?).map_err(|_| StoreError::Damaged("a slot number"))?);
                let rule =
                    OverTime::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a rule over time"))?;
                ground.over_time.insert(slot, rule);
            }
            _ => ground.as_is_day = Some(row.day(2)?),
        }
    }
    ground.periods.sort_unstable();
    Ok(ground)
}

/// Lets the server count the tables of figures anew where they grew to more than twice their size. Until that is done it
/// plans for what they were before, which made pages up to five times slower; by itself it gets to it after a minute or
/// more. For after a large import, outside of its transaction.
pub async fn count(db: &Db) -> Result<(), StoreError> {
    let Some(sql) = dialect::uncounted_figures(db.engine()) else { return Ok(()) };
    let mut tx = db.write().await?;
    for row in tx.all(sql, args![]).await? {
        tx.run(dialect::count(&row.text(0)?), args![]).await?;
    }
    tx.commit().await
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

/// Adds one level's steps to its rows; steps stand in the order of ids. Returns each unit's sums before, all stripes together,
/// where a whole statement changes there (nobody else needs them).
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
    let below_top = |unit| above(unit).is_some_and(|parent| above(parent).is_none());
    let claims: Vec<Claim> = going
        .iter()
        .map(|(unit, step)| Claim { unit: *unit, spread: step.whole.is_none() && below_top(*unit) })
        .collect();
    let mut rows = claim(tx, &claims, period, road, lens).await?;
    let mut out = Vec::with_capacity(going.len());
    for (unit, step) in going {
        let Some(Claimed { stripe, mut total }) = rows.remove(unit) else { continue };
        total.sums.add_all(&step.sums);
        if let Some(whole) = &step.whole {
            total.whole = whole.clone();
        }
        out.push((*unit, stripe, total));
    }
    put(tx, out, period, road, lens).await?;
    Ok(before)
}
