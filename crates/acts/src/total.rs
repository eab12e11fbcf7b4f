//! Totals: a unit's figures with those of the units below, and every figure opened down to its evidence.
//!
//! Not here: how a total is kept (`store::total`), which figures a page chooses to show (`web`).

pub(crate) mod origin;

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::figure::{Beside, BySlot, Slot, Value, Vector};
use domain::period::Period;
use domain::range::{self, Pick};
use domain::rollup::Total;
use domain::submission::Road;
use domain::total::{Sum, Sums};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;
use store::Tx;
pub use store::figure::Evidence;
use store::total::Held;
pub use store::total::Lens;
use store::unit::UnitName;

pub use self::origin::{Origin, Part, Record, origin, sources};

/// What to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    /// Whose figures.
    pub unit: UnitId,
    /// Over which stretch.
    pub range: Period,
    /// Through which tree.
    pub lens: Lens,
    /// By which road.
    pub road: Road,
}

/// A unit as it is headed on a page.
#[derive(Debug, Clone)]
pub struct Head {
    /// Which unit.
    pub unit: UnitId,
    /// Its name on the last day looked at.
    pub name: UnitName,
    /// Whether units stand below it.
    pub has_children: bool,
}

/// One figure with what it is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What counts: the unit's whole statement where there is one, else the sum from below.
    pub sum: Sum,
    /// Which periods were taken, and which were left out because a longer one speaks for them.
    pub pick: Arc<Pick>,
    /// Kept apart because hardly any figure has it, and an overview has thousands of them.
    spoken: Option<Box<Spoken>>,
}

/// Beside a figure for which the unit spoke for all below it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spoken {
    below: Sum,
    /// `None` where it did so in one of several periods.
    whole: Option<Value>,
}

impl Cell {
    /// The sum from below, the unit's own part included, whatever the unit said for all.
    pub fn below(&self) -> Sum {
        self.spoken.as_ref().map_or(self.sum, |spoken| spoken.below)
    }

    /// What the unit said for all below it, where it did and one period is looked at.
    pub fn whole(&self) -> Option<Value> {
        self.spoken.as_ref()?.whole
    }

    /// Whether the unit's statement and the sum from below both speak, and differ.
    pub fn differs(&self) -> bool {
        let below = self.below();
        self.whole().is_some() && below.values() > 0 && below.number != self.sum.number
    }
}

/// A unit with its figures.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which unit.
    pub head: Head,
    /// Its figures; a slot that is missing was not reported by anyone.
    pub cells: BySlot<Cell>,
}

/// How many of the units directly below have any figure in the stretch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many stand below.
    pub expected: usize,
    /// How many of them have a figure.
    pub reported: usize,
    /// Those that have none.
    pub missing: Vec<UnitId>,
}

/// A unit's figures, those of the units below, and how complete they are.
#[derive(Debug, Clone)]
pub struct View {
    /// What was looked at.
    pub query: Query,
    /// The day of the tree for the as-is lens.
    pub tree_day: Date,
    /// The unit itself.
    pub own: Row,
    /// The units directly below, by name.
    pub rows: Vec<Row>,
    /// How complete the figures are.
    pub coverage: Coverage,
    pub(crate) columns: Columns,
    pub(crate) below: HashMap<UnitId, Columns>,
    pub(crate) over_time: OverTimeRules,
}

/// The figures of a view for a stretch within its own.
#[derive(Debug, Clone, Default)]
pub struct Within {
    /// The unit's own.
    pub own: BySlot<Cell>,
    /// Those of the units directly below.
    pub rows: HashMap<UnitId, BySlot<Cell>>,
}

impl View {
    /// The figures of a stretch within the one looked at, the unit's own and those of the units below, without asking
    /// the database again.
    pub fn within(&self, range: Period) -> Within {
        let picks = self.columns.picks(range, &self.over_time);
        let rows = self.below.iter().map(|(unit, columns)| (*unit, columns.cells(&picks)));
        Within { own: self.columns.cells(&picks), rows: rows.collect() }
    }

    /// The unit and those directly below it.
    pub(crate) fn units(&self) -> Vec<UnitId> {
        std::iter::once(&self.own).chain(&self.rows).map(|row| row.head.unit).collect()
    }

    /// Whether a unit stood directly below in a period and had figures.
    pub(crate) fn has_below(&self, unit: UnitId, period: Period) -> bool {
        self.below.get(&unit).is_some_and(|columns| columns.of(period).is_some())
    }

    /// The unit's own figures of a stretch within the one looked at, without asking the database again.
    pub fn own_within(&self, range: Period) -> BySlot<Cell> {
        self.columns.cells(&self.columns.picks(range, &self.over_time))
    }
}

/// The totals of one unit, by period.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns(Vec<(Period, Total)>);

impl Columns {
    pub(crate) fn put(&mut self, period: Period, total: Total) {
        self.0.push((period, total));
    }

    /// The periods in which anything was said.
    pub(crate) fn told(&self) -> Vec<Period> {
        self.0.iter().filter(|(_, total)| !total.is_empty()).map(|(period, _)| *period).collect()
    }

    fn of(&self, period: Period) -> Option<&Total> {
        self.0.iter().find(|(held, _)| *held == period).map(|(_, total)| total)
    }

    pub(crate) fn picks(&self, range: Period, over_time: &OverTimeRules) -> BySlot<Arc<Pick>> {
        let held = self.0.iter().filter(|(period, _)| range.contains(*period)).flat_map(|(period, total)| {
            total.sums.0.keys().chain(total.whole.0.keys()).map(|slot| (*period, *slot))
        });
        range::picks(range, held, |slot| over_time.of(slot))
    }

    /// The figures of these slots; one that nothing was said for is left out.
    pub(crate) fn cells(&self, picks: &BySlot<Arc<Pick>>) -> BySlot<Cell> {
        let mut walks: Vec<Walk> = self.0.iter().map(|(period, total)| Walk::along(*period, total)).collect();
        let any_spoken = walks.iter().any(|walk| walk.whole.is_some());
        let mut cells = BySlot::with_capacity(picks.len());
        // Slots share their choices, so it is asked once and not for each slot.
        let mut chosen: Option<&Arc<Pick>> = None;
        for (slot, pick) in picks {
            if !chosen.is_some_and(|chosen| Arc::ptr_eq(chosen, pick)) {
                chosen = Some(pick);
                for walk in &mut walks {
                    walk.taken = pick.taken.contains(&walk.period);
                }
            }
            let taken = walks.iter_mut().filter(|walk| walk.taken);
            let (sum, spoken) =
                if any_spoken { spoken(taken, *slot, pick) } else { (below(taken, *slot), None) };
            if !sum.is_empty() {
                cells.insert(*slot, Cell { sum, pick: Arc::clone(pick), spoken });
            }
        }
        cells
    }
}

/// One period's total, of which slot after slot is taken.
struct Walk<'a> {
    period: Period,
    taken: bool,
    sums: Beside<'a, Sum>,
    /// What the unit said for all below it, where it said anything.
    whole: Option<&'a Vector>,
}

impl<'a> Walk<'a> {
    fn along(period: Period, total: &'a Total) -> Self {
        let whole = Some(&total.whole).filter(|whole| !whole.0.is_empty());
        Self { period, taken: false, sums: total.sums.0.beside(), whole }
    }
}

/// One slot's sum from below over some periods.
fn below<'a, 'b: 'a>(taken: impl Iterator<Item = &'a mut Walk<'b>>, slot: Slot) -> Sum {
    let mut held = taken.filter_map(|walk| walk.sums.at(slot));
    let first = held.next().copied().unwrap_or_default();
    held.fold(first, |sum, held| sum.plus(*held))
}

/// One slot's sum over some periods, for some of which the unit spoke for all below it.
fn spoken<'a, 'b: 'a>(
    taken: impl Iterator<Item = &'a mut Walk<'b>>,
    slot: Slot,
    pick: &Pick,
) -> (Sum, Option<Box<Spoken>>) {
    let (mut sum, mut below, mut said) = (Sum::default(), Sum::default(), None);
    for walk in taken {
        let held = walk.sums.at(slot).copied().unwrap_or_default();
        below = below.plus(held);
        let whole = walk.whole.and_then(|whole| whole.get(slot));
        sum = sum.plus(whole.map_or(held, Sum::of));
        said = whole.or(said);
    }
    let whole = said.filter(|_| pick.taken.len() == 1);
    (sum, said.map(|_| Box::new(Spoken { below, whole })))
}

/// Looks at a unit's figures and those of the units directly below it.
pub async fn view(ctx: &Ctx, query: Query) -> Result<View, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    view_within(ctx, &mut tx, &history, query).await
}

pub(crate) async fn view_within(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    query: Query,
) -> Result<View, ActError<Never>> {
    let ground = store::total::ground(tx).await?;
    let tree_day = match query.lens {
        Lens::AsWas => ctx.app.today(),
        Lens::AsIs => ground.as_is_day.unwrap_or(ctx.app.today()),
    };
    let periods: Vec<Period> = ground.periods.into_iter().filter(|one| query.range.contains(*one)).collect();
    let below: Vec<Vec<UnitId>> =
        periods.iter().map(|period| children_in(history, &query, *period, tree_day)).collect();
    let mut units = all_children(history, &query, below.iter().flatten(), tree_day);
    units.push(query.unit);
    let (mut own, mut given) = (Columns::default(), Vec::<(UnitId, Columns)>::with_capacity(units.len()));
    // What the units below give to a top, which keeps only what lands on itself.
    let mut given_up: Vec<Option<Sums>> =
        periods.iter().map(|period| is_top(history, &query, *period, tree_day).then(Sums::default)).collect();
    // By unit and then by period, so that a unit's columns come one after another.
    let take = |held: Held| {
        let Some(at) = periods.iter().position(|period| *period == held.period) else { return };
        if held.unit == query.unit {
            return own.put(held.period, held.total);
        }
        let stands_below = below.get(at).is_some_and(|below| below.binary_search(&held.unit).is_ok());
        if held.total.is_empty() || !stands_below {
            return;
        }
        if let Some(Some(sums)) = given_up.get_mut(at) {
            held.total.give(sums);
        }
        match given.last_mut().filter(|(unit, _)| *unit == held.unit) {
            Some((_, columns)) => columns.put(held.period, held.total),
            None => given.push((held.unit, Columns(vec![(held.period, held.total)]))),
        }
    };
    store::total::each_held(tx, &units, &periods, query.road, query.lens, take).await?;
    let mut columns = Columns::default();
    for (period, given_up) in periods.iter().zip(given_up) {
        let mut total = own.of(*period).cloned().unwrap_or_default();
        total.sums.add_all(&given_up.unwrap_or_default());
        if !total.is_empty() {
            columns.put(*period, total);
        }
    }
    // Whoever stood below only while nobody said anything added nothing; a freeze does not list it either.
    let told = periods.iter().zip(&below).filter(|(period, _)| columns.of(**period).is_some());
    let children = all_children(history, &query, told.flat_map(|(_, below)| below), tree_day);
    let over_time = OverTimeRules(ground.over_time);
    let picks = columns.picks(query.range, &over_time);
    let mut rows = Vec::with_capacity(children.len());
    let mut heads = heads(tx, history, &units, query.range.last().min(tree_day)).await?;
    let mut coverage = Coverage { expected: children.len(), ..Coverage::default() };
    for child in &children {
        let held = given.binary_search_by_key(child, |(unit, _)| *unit).ok().and_then(|at| given.get(at));
        let cells = held.map(|(_, columns)| columns.cells(&picks)).unwrap_or_default();
        if cells.is_empty() {
            coverage.missing.push(*child);
        }
        if let Some(head) = heads.remove(child) {
            rows.push(Row { head, cells });
        }
    }
    coverage.reported = coverage.expected - coverage.missing.len();
    rows.sort_by(|a, b| a.head.name.sort_key.cmp(&b.head.name.sort_key));
    let head = heads.remove(&query.unit).ok_or(ActError::Missing)?;
    let own = Row { head, cells: columns.cells(&picks) };
    let below = given.into_iter().collect();
    Ok(View { query, tree_day, own, rows, coverage, columns, below, over_time })
}

/// How slots combine over time, without the rest of the catalogue.
#[derive(Debug, Clone)]
pub(crate) struct OverTimeRules(HashMap<Slot, domain::indicator::OverTime>);

impl OverTimeRules {
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self, store::StoreError> {
        Ok(Self(store::total::ground(tx).await?.over_time))
    }

    pub(crate) fn of(&self, slot: Slot) -> domain::indicator::OverTime {
        self.0.get(&slot).copied().unwrap_or(domain::indicator::OverTime::Sum)
    }
}

/// The units directly below in the stretch, through the lens.
pub(crate) fn children(history: &History, query: &Query, periods: &[Period], tree_day: Date) -> Vec<UnitId> {
    let below: Vec<UnitId> =
        periods.iter().flat_map(|period| children_in(history, query, *period, tree_day)).collect();
    all_children(history, query, &below, tree_day)
}

/// The units that add to the one looked at in a period, in the order of their ids.
fn children_in(history: &History, query: &Query, period: Period, tree_day: Date) -> Vec<UnitId> {
    match query.lens {
        Lens::AsWas => history.children_for(query.unit, period),
        Lens::AsIs => {
            let mut children = history.children_on(Some(query.unit), tree_day);
            children.sort_unstable();
            children
        }
    }
}

/// Those who add in any period, and those who stand below at the end.
fn all_children<'a>(
    history: &History,
    query: &Query,
    below: impl IntoIterator<Item = &'a UnitId>,
    tree_day: Date,
) -> Vec<UnitId> {
    let last = match query.lens {
        Lens::AsIs => tree_day,
        Lens::AsWas => query.range.last().min(tree_day),
    };
    let mut children = history.children_on(Some(query.unit), last);
    children.extend(below);
    children.sort_unstable();
    children.dedup();
    children
}

fn is_top(history: &History, query: &Query, period: Period, tree_day: Date) -> bool {
    match query.lens {
        Lens::AsWas => history.parent_for(query.unit, period).is_none(),
        Lens::AsIs => history.place_on(query.unit, tree_day).is_none_or(|place| place.parent.is_none()),
    }
}

pub(crate) async fn heads(
    tx: &mut Tx,
    history: &History,
    units: &[UnitId],
    day: Date,
) -> Result<HashMap<UnitId, Head>, store::StoreError> {
    let mut names = store::unit::names(tx, units, day).await?;
    let head = |unit: &UnitId| {
        let name = names.remove(unit)?;
        let has_children = history.has_children_on(*unit, day);
        Some((*unit, Head { unit: *unit, name, has_children }))
    };
    Ok(units.iter().filter_map(head).collect())
}

/// Brings the as-is totals to today's tree when a day has passed on which places or successions took effect.
/// For the program's own clock; does nothing most days. True when it had to build anew.
pub async fn advance(app: &crate::App) -> Result<bool, store::StoreError> {
    let mut tx = app.db.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let today = app.today();
    let Some(day) = store::total::as_is_day(&mut tx).await? else { return Ok(false) };
    if day >= today {
        return Ok(false);
    }
    let history = store::tree::history(&mut tx).await?;
    if history.changes_between(day, today) {
        store::total::rebuild(&mut tx, today).await?;
        tx.commit().await?;
        return Ok(true);
    }
    store::total::set_as_is_day(&mut tx, today).await?;
    tx.commit().await?;
    Ok(false)
}
