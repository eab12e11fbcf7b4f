//! Seeing units: one with all its history, the tree level by level, finding by words or by exact names.
//!
//! Not here: changing them.

use super::{Candidate, CodeFact, NameFact, PlaceFact, UnitName};
use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use domain::authority::{Action, Authority};
use domain::unit::{History, OPEN, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use store::Tx;
use store::reorganisation::Reorganisation;
use store::unit::Sight;

/// The most units that a search returns.
pub const HITS: usize = 50;

/// Up to how many units within reach a search looks at these alone.
const NEAR: usize = 2_000;

/// A unit above, on the way down from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathStep {
    /// The unit.
    pub unit: UnitId,
    /// How it is called on the day.
    pub name: UnitName,
    /// Whether the person may open it.
    pub visible: bool,
}

/// A place in the tree with the name of the unit above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// The place.
    pub fact: PlaceFact,
    /// How the unit above was called when the place began; `None` at the top.
    pub parent_name: Option<String>,
}

/// One unit taking over from another, seen from one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuccessionRow {
    /// The decision.
    pub reorganisation: Reorganisation,
    /// The other unit.
    pub unit: UnitId,
    /// How the other unit is called today, or was called last.
    pub name: String,
    /// Whether all of it was taken over.
    pub whole: bool,
    /// Which part, in words; empty for the whole.
    pub share: String,
}

/// A unit with all its history.
#[derive(Debug, Clone)]
pub struct UnitView {
    /// Its identity.
    pub unit: UnitId,
    /// How it is called on the day.
    pub name: UnitName,
    /// The units above it on the day, the top first, itself not among them.
    pub path: Vec<PathStep>,
    /// Every name, oldest first.
    pub names: Vec<NameFact>,
    /// Every place, oldest first.
    pub places: Vec<PlaceRow>,
    /// Every official code.
    pub codes: Vec<CodeFact>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Whom it took over.
    pub predecessors: Vec<SuccessionRow>,
    /// Who took it over.
    pub successors: Vec<SuccessionRow>,
    /// How many units stand directly below on the day.
    pub children: usize,
    /// Its first day.
    pub from: Date,
    /// The first day without it; `None` while it lives.
    pub to: Option<Date>,
    /// Whether the person may change it.
    pub can_keep: bool,
}

/// The day nearest to `day` on which a unit is there.
fn nearest(history: &History, unit: UnitId, day: Date) -> Date {
    match history.life(unit) {
        Some((_, gone)) if gone <= day => gone.yesterday().unwrap_or(day),
        Some((first, _)) if first > day => first,
        _ => day,
    }
}

/// Sees a unit as it is on a day; when it is not there that day, as it was last, or will be first.
pub async fn view(ctx: &Ctx, unit: UnitId, day: Date) -> Result<UnitView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let (from, gone) = history.life(unit).ok_or(ActError::Missing)?;
    let day = nearest(&history, unit, day);
    let names = store::unit::name_facts(&mut tx, unit).await?;
    let name = names
        .iter()
        .rev()
        .find(|fact| fact.from <= day)
        .or(names.first())
        .map(|fact| fact.name.clone())
        .ok_or(Fault::Inconsistent("a unit without a name"))?;
    let (predecessors, successors) = successions(ctx, &mut tx, unit).await?;
    Ok(UnitView {
        unit,
        name,
        path: steps(&mut tx, &history, &authority, unit, day).await?,
        names,
        places: places(&mut tx, unit).await?,
        codes: store::unit::codes_of(&mut tx, unit).await?,
        aliases: store::unit::aliases_of(&mut tx, unit).await?,
        predecessors,
        successors,
        children: history.children_on(Some(unit), day).len(),
        from,
        to: Some(gone).filter(|gone| *gone != OPEN),
        can_keep: authority.may(Action::KeepUnits, Some(unit), &history),
    })
}

/// A unit with what stands above and right below it: enough to head a page and to go elsewhere from it.
#[derive(Debug, Clone)]
pub struct Around {
    /// How it is called on the day.
    pub name: UnitName,
    /// The units above it, the top first, itself not among them.
    pub path: Vec<PathStep>,
    /// The first of the units directly below, in dictionary order.
    pub below: Vec<(UnitId, UnitName)>,
}

/// Sees a unit's surroundings on a day, with at most so many units below.
pub async fn around(ctx: &Ctx, unit: UnitId, day: Date, most: u32) -> Result<Around, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let below = store::unit::child_page(&mut tx, Some(unit), day, None, most).await?;
    let day = nearest(&history, unit, day);
    let mut units = history.path_on(unit, day);
    units.reverse();
    let mut names = store::unit::names(&mut tx, &units, day).await?;
    let name = names.remove(&unit).ok_or(Fault::Inconsistent("a unit without a name"))?;
    let step = |step: UnitId| {
        let visible = authority.may(Action::SeeUnit, Some(step), &history);
        Some(PathStep { unit: step, name: names.remove(&step)?, visible })
    };
    Ok(Around {
        name,
        path: units.into_iter().filter(|step| *step != unit).filter_map(step).collect(),
        below: below.into_iter().map(|child| (child.unit, child.name)).collect(),
    })
}

/// Whether the person may see a unit at all.
pub async fn sees(ctx: &Ctx, unit: UnitId) -> Result<bool, Fault> {
    crate::duty::may(ctx, Action::SeeUnit, Some(unit)).await
}

async fn steps(
    tx: &mut Tx,
    history: &History,
    authority: &Authority,
    unit: UnitId,
    day: Date,
) -> Result<Vec<PathStep>, Fault> {
    let mut above = history.path_on(unit, day);
    above.retain(|step| *step != unit);
    above.reverse();
    let mut names = store::unit::names(tx, &above, day).await?;
    Ok(above
        .into_iter()
        .filter_map(|step| {
            let name = names.remove(&step)?;
            let visible = authority.may(Action::SeeUnit, Some(step), history);
            Some(PathStep { unit: step, name, visible })
        })
        .collect())
}

async fn places(tx: &mut Tx, unit: UnitId) -> Result<Vec<PlaceRow>, Fault> {
    let mut rows = Vec::new();
    for fact in store::unit::place_facts(tx, unit).await? {
        let parent_name = match fact.parent {
            Some(parent) => {
                store::unit::names(tx, &[parent], fact.from).await?.remove(&parent).map(|name| name.name)
            }
            None => None,
        };
        rows.push(PlaceRow { fact, parent_name });
    }
    Ok(rows)
}

async fn successions(
    ctx: &Ctx,
    tx: &mut Tx,
    unit: UnitId,
) -> Result<(Vec<SuccessionRow>, Vec<SuccessionRow>), Fault> {
    let found = store::reorganisation::of_unit(tx, unit).await?;
    let other = |edge: &store::reorganisation::Edge| {
        if edge.predecessor == unit { edge.successor } else { edge.predecessor }
    };
    let others: Vec<UnitId> = found.iter().map(|(_, edge)| other(edge)).collect();
    let names = store::unit::names(tx, &others, ctx.app.today()).await?;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (reorganisation, edge) in found {
        let unit_there = other(&edge);
        let row = SuccessionRow {
            reorganisation,
            unit: unit_there,
            name: names.get(&unit_there).map(|name| name.name.clone()).unwrap_or_default(),
            whole: edge.whole,
            share: edge.share,
        };
        if edge.predecessor == unit { after.push(row) } else { before.push(row) }
    }
    Ok((before, after))
}

/// Where a page of the tree ended: sort key and unit of its last row.
pub type TreeKey = (String, UnitId);

/// A unit in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeRow {
    /// The unit.
    pub unit: UnitId,
    /// How it is called on the day.
    pub name: UnitName,
    /// How many units stand directly below it on the day.
    pub children: usize,
}

/// A page of one level of the tree.
#[derive(Debug, Clone)]
pub struct TreePage {
    /// The units, in dictionary order.
    pub rows: Vec<TreeRow>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<TreeKey>,
}

/// A page of the units directly below one on a day. Below `None` stand the highest units that the person may see.
pub async fn tree(
    ctx: &Ctx,
    parent: Option<UnitId>,
    day: Date,
    after: Option<TreeKey>,
    most: u32,
) -> Result<TreePage, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = match parent {
        Some(_) => ctx.ask::<Never>(&mut tx, Action::SeeUnit, parent).await?,
        None => store::tree::history(&mut tx).await?,
    };
    let reach = ctx.reach(&mut tx, Action::SeeUnit).await?;
    let start = after.as_ref().map(|(key, unit)| (key.as_str(), *unit));
    let limit = most.saturating_add(1);
    let mut listed: Vec<(UnitId, UnitName)> = if parent.is_some() || reach.is_everything() {
        let page = store::unit::child_page(&mut tx, parent, day, start, limit).await?;
        page.into_iter().map(|child| (child.unit, child.name)).collect()
    } else {
        highest(&mut tx, &history, reach.tops(), day, start).await?
    };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = listed.len() > most;
    listed.truncate(most);
    let next = listed.last().filter(|_| more).map(|(unit, name)| (name.sort_key.clone(), *unit));
    let rows = listed
        .into_iter()
        .map(|(unit, name)| TreeRow { unit, name, children: history.children_on(Some(unit), day).len() })
        .collect();
    Ok(TreePage { rows, next })
}

/// The tops of a reach that stand under no other of its tops, in dictionary order.
async fn highest(
    tx: &mut Tx,
    history: &History,
    tops: &[UnitId],
    day: Date,
    after: Option<(&str, UnitId)>,
) -> Result<Vec<(UnitId, UnitName)>, Fault> {
    let alone: Vec<UnitId> = tops
        .iter()
        .copied()
        .filter(|top| {
            let above = history.path_on(*top, nearest(history, *top, day));
            !above.iter().any(|step| step != top && tops.contains(step))
        })
        .collect();
    let mut listed: Vec<_> = store::unit::names(tx, &alone, day).await?.into_iter().collect();
    listed.sort_by(|a, b| (&a.1.sort_key, a.0).cmp(&(&b.1.sort_key, b.0)));
    listed.retain(|(unit, name)| after.is_none_or(|after| (name.sort_key.as_str(), *unit) > after));
    Ok(listed)
}

/// A unit in an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineRow {
    /// The unit.
    pub unit: UnitId,
    /// How deep it stands: 1 for the outline's own tops.
    pub depth: usize,
    /// How it is called on the day.
    pub name: UnitName,
    /// Its first official code; empty without one.
    pub code: String,
    /// The first official code of the unit above; empty without one, and for the outline's own tops.
    pub parent_code: String,
    /// How the unit above is called.
    pub parent_name: String,
    /// Its first day.
    pub from: Date,
}

/// A unit with everything below it on a day, each unit before those below it, in dictionary order; below `None`
/// everything that the person may see.
pub async fn outline(ctx: &Ctx, top: Option<UnitId>, day: Date) -> Result<Vec<OutlineRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, tops) = if let Some(top) = top {
        (ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(top)).await?, vec![top])
    } else {
        let history = store::tree::history(&mut tx).await?;
        let reach = ctx.reach(&mut tx, Action::SeeUnit).await?;
        let tops = if reach.is_everything() {
            history.children_on(None, day)
        } else {
            let named = highest(&mut tx, &history, reach.tops(), day, None).await?;
            named.into_iter().map(|(unit, _)| unit).collect()
        };
        (history, tops)
    };
    let units: Vec<UnitId> = tops.iter().flat_map(|top| history.subtree_on(*top, day)).collect();
    let names = store::unit::names(&mut tx, &units, day).await?;
    let codes = store::unit::codes_on(&mut tx, &units, day).await?;
    let code = |unit: Option<UnitId>| unit.and_then(|unit| codes.get(&unit)).cloned().unwrap_or_default();
    let in_order = |mut units: Vec<UnitId>| {
        // The last comes first off the stack.
        units.sort_by_key(|unit| {
            std::cmp::Reverse((names.get(unit).map(|name| name.sort_key.clone()), *unit))
        });
        units
    };
    let mut stack: Vec<(UnitId, usize, Option<UnitId>)> =
        in_order(tops).into_iter().map(|top| (top, 1, None)).collect();
    let mut rows = Vec::with_capacity(units.len());
    while let Some((unit, depth, above)) = stack.pop() {
        let below = in_order(history.children_on(Some(unit), day));
        stack.extend(below.into_iter().map(|child| (child, depth + 1, Some(unit))));
        let (Some(name), Some((from, _))) = (names.get(&unit), history.life(unit)) else { continue };
        let parent_name = above.and_then(|above| names.get(&above)).map(|name| name.name.clone());
        rows.push(OutlineRow {
            unit,
            depth,
            name: name.clone(),
            code: code(Some(unit)),
            parent_code: code(above),
            parent_name: parent_name.unwrap_or_default(),
            from,
        });
    }
    Ok(rows)
}

/// A unit that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The unit.
    pub unit: UnitId,
    /// How it is called today, or was called last.
    pub name: UnitName,
    /// The units above it, the nearest first: units of one name are told apart by them.
    pub path: Vec<UnitName>,
    /// The first day without it; `None` while it lives.
    pub ended: Option<Date>,
}

/// Finds units by the beginnings of the words of their names of any time, or by an official code. At most
/// [`HITS`], in dictionary order, of those that the person may see.
pub async fn search(ctx: &Ctx, asked: &str) -> Result<Vec<Hit>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let reach = authority.reach(Action::SeeUnit);
    if reach.is_empty() {
        return Ok(Vec::new());
    }
    let near = if reach.is_everything() { None } else { near(&mut tx, &history, reach.tops()).await? };
    let visible = |unit| authority.may(Action::SeeUnit, Some(unit), &history);
    let sight =
        Sight { near: near.as_deref(), visible: if reach.is_everything() { None } else { Some(&visible) } };
    let today = ctx.app.today();
    let found = store::unit::search(&mut tx, asked, today, HITS, sight).await?;
    let paths: HashMap<UnitId, Vec<UnitId>> = found
        .iter()
        .map(|unit| {
            let path = history.path_on(*unit, nearest(&history, *unit, today));
            (*unit, path.into_iter().skip(1).collect())
        })
        .collect();
    let named: BTreeSet<UnitId> = found.iter().chain(paths.values().flatten()).copied().collect();
    let named: Vec<UnitId> = named.into_iter().collect();
    let names = store::unit::names(&mut tx, &named, today).await?;
    Ok(found
        .into_iter()
        .filter_map(|unit| {
            let above = paths.get(&unit).map_or(&[][..], Vec::as_slice);
            Some(Hit {
                unit,
                name: names.get(&unit)?.clone(),
                path: above.iter().filter_map(|step| names.get(step).cloned()).collect(),
                ended: history.life(unit).map(|(_, gone)| gone).filter(|gone| *gone != OPEN),
            })
        })
        .collect())
}

/// Everything that may be within a small reach: what ever stood below its tops, and whom any of that took over.
/// `None` when it is too much.
async fn near(tx: &mut Tx, history: &History, tops: &[UnitId]) -> Result<Option<Vec<UnitId>>, Fault> {
    let mut known: BTreeSet<UnitId> = BTreeSet::new();
    let mut open: Vec<UnitId> = tops.to_vec();
    while !open.is_empty() {
        let below: BTreeSet<UnitId> = open
            .iter()
            .flat_map(|unit| history.ever_below(*unit))
            .filter(|unit| !known.contains(unit))
            .collect();
        known.extend(&below);
        if known.len() > NEAR {
            return Ok(None);
        }
        let below: Vec<UnitId> = below.into_iter().collect();
        open = store::reorganisation::predecessors(tx, &below).await?;
        open.retain(|unit| !known.contains(unit));
    }
    Ok(Some(known.into_iter().collect()))
}

/// The units that a text may mean by an exact name, short name, other name or code, strongest match first, of those
/// that the person may see.
pub async fn resolve(ctx: &Ctx, text: &str) -> Result<Vec<(Candidate, UnitName)>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let mut candidates = store::unit::resolve(&mut tx, text).await?;
    candidates.retain(|candidate| authority.may(Action::SeeUnit, Some(candidate.unit), &history));
    let units: Vec<UnitId> = candidates.iter().map(|candidate| candidate.unit).collect();
    let names = store::unit::names(&mut tx, &units, ctx.app.today()).await?;
    Ok(candidates
        .into_iter()
        .filter_map(|candidate| Some((candidate, names.get(&candidate.unit)?.clone())))
        .collect())
}
