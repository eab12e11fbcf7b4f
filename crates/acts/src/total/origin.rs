//! A figure opened: its parts by unit, and its records with their edits, quotes and files.
//!
//! Figures as they stand and figures out of a freeze are opened alike: a freeze only says which submissions it holds,
//! and up to which version.
//!
//! Not here: sums (`super`), how a source is drawn (`web`).

use super::{Cell, Coverage, Evidence, Head, Query, View, heads, view_within};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::figure::{Step, steps};
use crate::indicator::Catalogue;
use domain::authority::{Action, Authority};
use domain::figure::{Slot, Value, Vector};
use domain::freeze::Kept;
use domain::id::{DocumentId, SubmissionId};
use domain::indicator::OverTree;
use domain::period::Period;
use domain::rollup::Lens;
use domain::submission::{Road, Scope};
use domain::total::Sum;
use domain::unit::{History, UnitId};
use std::collections::{BTreeSet, HashMap};
use store::{StoreError, Tx};

/// One record behind a figure: what a unit said, who entered it, and what proves it.
#[derive(Debug, Clone)]
pub struct Record {
    /// In which submission.
    pub submission: SubmissionId,
    /// Whose figure it stands behind: the unit that reported, or as it is now the one that succeeded it.
    pub owner: UnitId,
    /// Who reported.
    pub head: Head,
    /// For which days.
    pub period: Period,
    /// Which figure.
    pub slot: Slot,
    /// For whom it speaks.
    pub scope: Scope,
    /// What was said.
    pub value: Value,
    /// How it came about, newest first; the first entry is the value that stands.
    pub steps: Vec<Step>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// The documents named there: title.
    pub documents: HashMap<DocumentId, String>,
    /// Whether it is in the sum, or left aside because a longer period or a unit above spoke for it.
    pub counts: bool,
}

/// A part of a sum that comes from a unit below.
#[derive(Debug, Clone)]
pub struct Part {
    /// From whom.
    pub head: Head,
    /// How much.
    pub cell: Cell,
}

/// Where a figure comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// What was looked at.
    pub query: Query,
    /// Which slot.
    pub slot: Slot,
    /// Whose figure.
    pub head: Head,
    /// The units above that the person may see, the highest first.
    pub path: Vec<Head>,
    /// The figure.
    pub cell: Cell,
    /// Its parts by unit below.
    pub parts: Vec<Part>,
    /// The records of the unit itself (as it is now: of its predecessors too).
    pub records: Vec<Record>,
    /// The same figure by the other road, where records count it.
    pub other_road: Option<Sum>,
    /// How complete it is.
    pub coverage: Coverage,
    /// The names of the units that are missing, by name.
    pub missing: Vec<Head>,
    /// Whether the figure may be added at all over the tree.
    pub over_tree: OverTree,
}

/// Opens a figure: its parts, its records, their quotes and files.
pub async fn origin(ctx: &Ctx, query: Query, slot: Slot) -> Result<Origin, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    let view = view_within(ctx, &mut tx, &history, query).await?;
    let behind = Behind::of(&view, &history, &[query.unit], std::slice::from_ref(&slot));
    let said = behind.said(&mut tx, query.road).await?;
    let records = behind.records(&mut tx, &history, said).await?;
    let other = view_within(ctx, &mut tx, &history, by_other_road(query)).await?;
    let path = path(&mut tx, &view, &history, (&authority, &history)).await?;
    opened(&mut tx, view, slot, (records, other, path)).await
}

/// The records behind a view's figures of some slots: the unit's own and those of the units directly below it, in the
/// order of units and periods. Those that are not in a sum come too, and say so.
pub async fn sources(ctx: &Ctx, view: &View, slots: &[Slot]) -> Result<Vec<Record>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask(&mut tx, Action::SeeFigures, Some(view.query.unit)).await?;
    let behind = Behind::of(view, &history, &view.units(), slots);
    let said = behind.said(&mut tx, view.query.road).await?;
    Ok(behind.records(&mut tx, &history, said).await?)
}

/// The same look by the other road.
pub(crate) fn by_other_road(query: Query) -> Query {
    let road = match query.road {
        Road::Declared => Road::Evidenced,
        Road::Evidenced => Road::Declared,
    };
    Query { road, ..query }
}

/// The units above a view's that the person may see, the highest first: as they stood in the view's tree, seen with the
/// duties and the tree of today.
pub(crate) async fn path(
    tx: &mut Tx,
    view: &View,
    history: &History,
    (authority, today): (&Authority, &History),
) -> Result<Vec<Head>, StoreError> {
    let day = view.tree_day.min(view.query.range.last());
    let above: Vec<UnitId> = history
        .path_on(view.query.unit, day)
        .into_iter()
        .skip(1)
        .filter(|unit| authority.may(Action::SeeFigures, Some(*unit), today))
        .collect();
    let mut named = heads(tx, history, &above, day).await?;
    Ok(above.iter().rev().filter_map(|unit| named.remove(unit)).collect())
}

/// A figure with its parts, once its records, the look by the other road and the way to it are known.
pub(crate) async fn opened(
    tx: &mut Tx,
    view: View,
    slot: Slot,
    (records, other, path): (Vec<Record>, View, Vec<Head>),
) -> Result<Origin, ActError<Never>> {
    let catalogue = Catalogue::load(tx).await?;
    let Some(indicator) = catalogue.of_slot(slot) else { return Err(ActError::Missing) };
    let cell = view.own.cells.get(&slot).cloned().unwrap_or_default();
    let mut coverage = Coverage { expected: view.rows.len(), ..Coverage::default() };
    let (mut missing, mut parts) = (Vec::new(), Vec::new());
    for row in view.rows {
        if let Some(cell) = row.cells.get(&slot) {
            parts.push(Part { head: row.head, cell: cell.clone() });
        } else {
            coverage.missing.push(row.head.unit);
            missing.push(row.head);
        }
    }
    coverage.reported = parts.len();
    Ok(Origin {
        query: view.query,
        slot,
        head: view.own.head,
        path,
        cell,
        parts,
        records,
        other_road: other.own.cells.get(&slot).map(|cell| cell.sum),
        coverage,
        missing,
        over_tree: indicator.over_tree,
    })
}

/// What stands behind the figures of a view: whose words, for which slots.
pub(crate) struct Behind<'a> {
    view: &'a View,
    slots: &'a [Slot],
    /// Whose figure each speaker's words stand behind.
    speakers: HashMap<UnitId, UnitId>,
}

impl<'a> Behind<'a> {
    /// `units` are of the view; as it is now, their predecessors speak for them too.
    pub(crate) fn of(view: &'a View, history: &History, units: &[UnitId], slots: &'a [Slot]) -> Self {
        let speakers = match view.query.lens {
            Lens::AsWas => units.iter().map(|unit| (*unit, *unit)).collect(),
            Lens::AsIs => {
                let home = |unit| Some((unit, history.home(unit, view.tree_day).unit?));
                history.units().filter_map(home).filter(|(_, home)| units.contains(home)).collect()
            }
        };
        Self { view, slots, speakers }
    }

    /// Who speaks, in no order.
    pub(crate) fn speakers(&self) -> Vec<UnitId> {
        self.speakers.keys().copied().collect()
    }

    /// The periods whose words are added or left aside.
    fn periods(&self) -> BTreeSet<Period> {
        let picks = self.slots.iter().filter_map(|slot| self.view.own.cells.get(slot));
        picks.flat_map(|cell| cell.pick.taken.iter().chain(&cell.pick.left_out)).copied().collect()
    }

    /// What they say as it stands.
    async fn said(&self, tx: &mut Tx, road: Road) -> Result<Vec<Kept>, StoreError> {
        let mut units = self.speakers();
        units.sort_unstable();
        let periods: Vec<Period> = self.periods().into_iter().collect();
        let held = store::figure::list(tx, &units, &periods, road).await?;
        let kept = held.into_iter().map(|one| Kept {
            submission: one.id,
            key: one.key,
            version: one.version,
            vector: one.vector,
        });
        Ok(kept.collect())
    }

    /// Whether the words of that period stand behind one of the view's figures.
    fn stands(&self, kept: &Kept) -> Option<UnitId> {
        let owner = *self.speakers.get(&kept.key.unit)?;
        let in_view = owner == self.view.query.unit || self.view.has_below(owner, kept.key.period);
        in_view.then_some(owner)
    }

    /// The records in what was said, with the edits and the evidence up to each version.
    pub(crate) async fn records(
        &self,
        tx: &mut Tx,
        history: &History,
        said: Vec<Kept>,
    ) -> Result<Vec<Record>, StoreError> {
        let mut held: Vec<(UnitId, Kept)> =
            said.into_iter().filter_map(|kept| Some((self.stands(&kept)?, kept))).collect();
        held.retain(|(_, kept)| self.slots.iter().any(|slot| kept.vector.get(*slot).is_some()));
        held.sort_by_key(|(_, kept)| kept.key);
        let mut told = Told::load(tx, &held, self.slots).await?;
        let units: Vec<UnitId> = self.speakers();
        let heads = heads(tx, history, &units, self.view.query.range.last()).await?;
        let mut records = Vec::new();
        // What a unit says for all takes the place of what it says for itself.
        let for_all = held.iter().filter(|(_, kept)| kept.key.scope == Scope::Whole);
        let for_all: HashMap<(UnitId, Period), &Vector> =
            for_all.map(|(_, kept)| ((kept.key.unit, kept.key.period), &kept.vector)).collect();
        for (owner, kept) in &held {
            let Some(head) = heads.get(&kept.key.unit) else { continue };
            let spoken = for_all.get(&(kept.key.unit, kept.key.period));
            let spoken = spoken.filter(|_| kept.key.scope == Scope::Own);
            for slot in self.slots {
                let Some(value) = kept.vector.get(*slot) else { continue };
                let Some(pick) = self.view.own.cells.get(slot).map(|cell| &cell.pick) else { continue };
                let taken = pick.taken.contains(&kept.key.period);
                if !taken && !pick.left_out.contains(&kept.key.period) {
                    continue;
                }
                let evidence = told.evidence.remove(&(kept.submission, *slot)).unwrap_or_default();
                let named = evidence.iter().filter_map(|piece| piece.document);
                records.push(Record {
                    submission: kept.submission,
                    owner: *owner,
                    head: head.clone(),
                    period: kept.key.period,
                    slot: *slot,
                    scope: kept.key.scope,
                    value,
                    steps: told.steps.remove(&(kept.submission, *slot)).unwrap_or_default(),
                    documents: named.filter_map(|id| Some((id, told.titles.get(&id)?.clone()))).collect(),
                    evidence,
                    counts: taken && spoken.and_then(|all| all.get(*slot)).is_none(),
                });
            }
        }
        Ok(records)
    }
}

/// How figures came about and what proves them, by submission and slot.
struct Told {
    steps: HashMap<(SubmissionId, Slot), Vec<Step>>,
    evidence: HashMap<(SubmissionId, Slot), Vec<Evidence>>,
    titles: HashMap<DocumentId, String>,
}

impl Told {
    async fn load(tx: &mut Tx, held: &[(UnitId, Kept)], slots: &[Slot]) -> Result<Self, StoreError> {
        let versions: HashMap<SubmissionId, i64> =
            held.iter().map(|(_, kept)| (kept.submission, kept.version)).collect();
        let then = |id: SubmissionId, version: i64| versions.get(&id).is_some_and(|last| version <= *last);
        let ids: Vec<SubmissionId> = held.iter().map(|(_, kept)| kept.submission).collect();
        let mut told = Self { steps: HashMap::new(), evidence: HashMap::new(), titles: HashMap::new() };
        for (id, slot, step) in steps(tx, &ids, slots).await? {
            if then(id, step.version) {
                told.steps.entry((id, slot)).or_default().push(step);
            }
        }
        let mut documents = BTreeSet::new();
        for piece in store::figure::evidence_of(tx, &ids).await? {
            if slots.contains(&piece.slot) && then(piece.submission, piece.version) {
                documents.extend(piece.document);
                told.evidence.entry((piece.submission, piece.slot)).or_default().push(piece);
            }
        }
        let documents: Vec<DocumentId> = documents.into_iter().collect();
        told.titles = store::document::titles(tx, &documents).await?;
        Ok(told)
    }
}
