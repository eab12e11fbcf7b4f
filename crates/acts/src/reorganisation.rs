//! Reorganisations: one decision by which units take over from others, end, or hand their units below on.
//!
//! Not here: single changes (`unit`), apportioning the figures of parts, which nobody can do without a person's word:
//! a part is recorded, and the figures of a split unit stand unapportioned above its heirs.

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::unit::{DECISION_MOST, check_day, check_end, settle};
use domain::authority::Action;
use domain::id::ReorganisationId;
use domain::text;
use domain::unit::{History, TreeRefusal, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
pub use store::reorganisation::{Edge, Reorganisation};

/// The most letters of a note and of a part's description.
pub const NOTE_MOST: usize = 2_000;

/// What a decision does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReorganisationKind {
    /// One unit goes on as another ("đổi tên", where the new one gets an identity of its own).
    Rename,
    /// Units go into one that is there already ("sáp nhập").
    Merge,
    /// Units become a new one ("hợp nhất").
    Consolidate,
    /// A unit ends and its parts go to several ("chia").
    Split,
    /// A unit gives a part away and lives on ("tách, chuyển").
    Transfer,
    /// Units end and nobody takes over ("giải thể, kết thúc hoạt động").
    End,
}

impl ReorganisationKind {
    /// Every kind, in the order of a list.
    pub const ALL: &'static [Self] =
        &[Self::Rename, Self::Merge, Self::Consolidate, Self::Split, Self::Transfer, Self::End];

    /// The code in storage and in the interface.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::Consolidate => "consolidate",
            Self::Split => "split",
            Self::Transfer => "transfer",
            Self::End => "end",
        }
    }

    /// Reads a code; `None` when it is none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether the successors take all of each predecessor.
    fn whole(self) -> bool {
        matches!(self, Self::Rename | Self::Merge | Self::Consolidate)
    }
}

/// A decision to be recorded. Successors must be there on the effective day: a new one is made first, from that day.
#[derive(Debug, Clone)]
pub struct NewReorganisation {
    /// The decision, as it is cited.
    pub decision: String,
    /// The day of the decision, where known.
    pub decided_on: Option<Date>,
    /// The first day of the new map; what ends was there the day before for the last time.
    pub effective: Date,
    /// What it does.
    pub kind: ReorganisationKind,
    /// What else is to be known; may be empty.
    pub note: String,
    /// Who takes over whom.
    pub edges: Vec<Edge>,
    /// Units that end without being taken over.
    pub ending: Vec<UnitId>,
    /// Where units below an ending one go, when not to its one successor.
    pub children: Vec<(UnitId, Option<UnitId>)>,
}

/// Why a decision is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReorganisationRefusal {
    /// It does not say by which decision.
    DecisionMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The day lies before 1900 or after 2199.
    DayOutOfRange,
    /// It changes nothing.
    Empty,
    /// Its successions do not fit what it says it does, or name the same pair twice.
    Shape,
    /// A predecessor would be taken over as a whole and by others besides.
    SharesMix {
        /// Which.
        unit: UnitId,
    },
    /// The tree cannot be so.
    Tree {
        /// Because of which unit.
        unit: UnitId,
        /// Why.
        refusal: TreeRefusal,
    },
    /// A unit stands below one that ends, and it is not said where it goes.
    ChildWithoutParent {
        /// Which.
        child: UnitId,
        /// Below which.
        predecessor: UnitId,
    },
    /// This succession is recorded.
    AlreadyRecorded {
        /// Who was taken over.
        predecessor: UnitId,
        /// By whom.
        successor: UnitId,
    },
}

/// A recorded decision with the names of its units as they are, or were last.
#[derive(Debug, Clone)]
pub struct ReorganisationView {
    /// The decision.
    pub reorganisation: Reorganisation,
    /// What it did.
    pub kind: Option<ReorganisationKind>,
    /// Who took over whom, with names.
    pub edges: Vec<NamedEdge>,
}

/// A succession with the names of its two units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedEdge {
    /// The succession.
    pub edge: Edge,
    /// How the predecessor was called last.
    pub predecessor_name: String,
    /// How the successor is called.
    pub successor_name: String,
}

fn tree(unit: UnitId, refusal: TreeRefusal) -> ReorganisationRefusal {
    ReorganisationRefusal::Tree { unit, refusal }
}

/// Records a decision: predecessors end, their units below move to the successor, successions are kept, and the
/// totals follow. All of it or nothing.
pub async fn record(
    ctx: &Ctx,
    new: NewReorganisation,
) -> Result<ReorganisationId, ActError<ReorganisationRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let history = store::tree::history(&mut tx).await?;
    let ending = ending(&new);
    ask(ctx, &mut tx, &history, &new, &ending).await?;
    let done = checked(ctx, &new).map_err(ActError::Refused)?;
    check_edges(&history, &new, &ending).map_err(ActError::Refused)?;
    let moves = moves(&mut tx, &history, &new, &ending).await?;

    for (child, parent) in &moves {
        if !store::unit::begin_place(&mut tx, *child, *parent, new.effective, &done.decision).await? {
            return Err(ActError::Refused(tree(*child, TreeRefusal::UnitNotThere)));
        }
    }
    for unit in &ending {
        store::unit::end(&mut tx, *unit, new.effective).await?;
    }
    store::reorganisation::add(&mut tx, &done, &new.edges).await?;
    let mut touched: BTreeSet<UnitId> = ending.iter().chain(moves.keys()).copied().collect();
    touched.extend(new.edges.iter().flat_map(|edge| [edge.predecessor, edge.successor]));
    let touched: Vec<UnitId> = touched.into_iter().collect();
    let after = settle(ctx, &mut tx, &touched).await?;
    for child in moves.keys() {
        stands(&after, *child, new.effective).map_err(|refusal| ActError::Refused(tree(*child, refusal)))?;
    }
    for unit in &touched {
        let detail = format!("{} · {} · {}", done.kind, done.effective, done.decision);
        ctx.record(&mut tx, "reorganisation.record", Some(*unit), done.id.to_string(), detail).await?;
    }
    tx.commit().await?;
    Ok(done.id)
}

/// Who ends by the decision.
fn ending(new: &NewReorganisation) -> BTreeSet<UnitId> {
    let split = new.kind == ReorganisationKind::Split;
    let taken = new.edges.iter().filter(|edge| edge.whole || split).map(|edge| edge.predecessor);
    taken.chain(new.ending.iter().copied()).collect()
}

/// Asks over every unit that is named, and over those above what ends.
async fn ask(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    new: &NewReorganisation,
    ending: &BTreeSet<UnitId>,
) -> Result<(), ActError<ReorganisationRefusal>> {
    let mut places: BTreeSet<Option<UnitId>> = ending.iter().map(|unit| Some(*unit)).collect();
    places.extend(new.edges.iter().flat_map(|edge| [Some(edge.predecessor), Some(edge.successor)]));
    places.extend(new.children.iter().flat_map(|(child, parent)| [Some(*child), *parent]));
    places.extend(ending.iter().filter_map(|unit| history.places(*unit).last()).map(|place| place.parent));
    // Units first: one that may not be known of must be missing before anything is denied.
    for place in places.iter().rev() {
        ctx.ask::<ReorganisationRefusal>(tx, Action::KeepUnits, *place).await?;
    }
    if places.is_empty() {
        return Err(ActError::Refused(ReorganisationRefusal::Empty));
    }
    Ok(())
}

fn checked(ctx: &Ctx, new: &NewReorganisation) -> Result<Reorganisation, ReorganisationRefusal> {
    let (decision, note) = (text::clean(&new.decision), text::clean(&new.note));
    if decision.is_empty() {
        return Err(ReorganisationRefusal::DecisionMissing);
    }
    if decision.chars().count() > DECISION_MOST {
        return Err(ReorganisationRefusal::TooLong { most: DECISION_MOST });
    }
    let longest = new.edges.iter().map(|edge| edge.share.chars().count()).max().unwrap_or(0);
    if note.chars().count().max(longest) > NOTE_MOST {
        return Err(ReorganisationRefusal::TooLong { most: NOTE_MOST });
    }
    check_day(new.effective).map_err(|_| ReorganisationRefusal::DayOutOfRange)?;
    Ok(Reorganisation {
        id: ReorganisationId(ctx.app.id()),
        decision,
        decided_on: new.decided_on,
        effective: new.effective,
        kind: new.kind.code().to_owned(),
        note,
    })
}

fn check_edges(
    history: &History,
    new: &NewReorganisation,
    ending: &BTreeSet<UnitId>,
) -> Result<(), ReorganisationRefusal> {
    let mut pairs = BTreeSet::new();
    for edge in &new.edges {
        if edge.whole != new.kind.whole() || !pairs.insert((edge.predecessor, edge.successor)) {
            return Err(ReorganisationRefusal::Shape);
        }
        let known = |heir: &domain::unit::Succession| {
            heir.successor == edge.successor && heir.effective == new.effective
        };
        if history.heirs(edge.predecessor).iter().any(known) {
            let (predecessor, successor) = (edge.predecessor, edge.successor);
            return Err(ReorganisationRefusal::AlreadyRecorded { predecessor, successor });
        }
        let others = new.edges.iter().filter(|other| other.predecessor == edge.predecessor).count();
        if edge.whole && others > 1 {
            return Err(ReorganisationRefusal::SharesMix { unit: edge.predecessor });
        }
        if ending.contains(&edge.successor) {
            return Err(tree(edge.successor, TreeRefusal::UnitNotThere));
        }
        history
            .check_succession(edge.predecessor, edge.successor, new.effective)
            .map_err(|refusal| tree(edge.successor, refusal))?;
        if history.place_on(edge.predecessor, new.effective).is_none() {
            return Err(tree(edge.predecessor, TreeRefusal::UnitNotThere));
        }
    }
    let fits = match new.kind {
        ReorganisationKind::Rename => new.edges.len() == 1,
        ReorganisationKind::End => new.edges.is_empty() && !new.ending.is_empty(),
        ReorganisationKind::Merge
        | ReorganisationKind::Consolidate
        | ReorganisationKind::Split
        | ReorganisationKind::Transfer => !new.edges.is_empty(),
    };
    if !fits {
        return Err(ReorganisationRefusal::Shape);
    }
    for unit in ending {
        check_end(history, *unit, new.effective).map_err(|refusal| tree(*unit, refusal))?;
    }
    Ok(())
}

/// Where every unit below an ending one goes, and what else the decision moves.
async fn moves(
    tx: &mut Tx,
    history: &History,
    new: &NewReorganisation,
    ending: &BTreeSet<UnitId>,
) -> Result<BTreeMap<UnitId, Option<UnitId>>, ActError<ReorganisationRefusal>> {
    let mut moves: BTreeMap<UnitId, Option<UnitId>> = new.children.iter().copied().collect();
    if moves.len() < new.children.len() {
        return Err(ActError::Refused(ReorganisationRefusal::Shape));
    }
    for predecessor in ending {
        let heir = new.edges.iter().find(|edge| edge.whole && edge.predecessor == *predecessor);
        for child in store::unit::below_from(tx, *predecessor, new.effective).await? {
            if ending.contains(&child) || moves.contains_key(&child) {
                continue;
            }
            let Some(heir) = heir.map(|edge| edge.successor).filter(|heir| *heir != child) else {
                let predecessor = *predecessor;
                let refusal = ReorganisationRefusal::ChildWithoutParent { child, predecessor };
                return Err(ActError::Refused(refusal));
            };
            moves.insert(child, Some(heir));
        }
    }
    for child in moves.keys() {
        let last = history.places(*child).last().ok_or(ActError::Missing)?;
        if last.from > new.effective {
            return Err(ActError::Refused(tree(*child, TreeRefusal::BeforeLastChange)));
        }
    }
    Ok(moves)
}

/// Whether a unit stands in the tree as it is now: all above it are there, and it is not above itself.
fn stands(history: &History, unit: UnitId, day: Date) -> Result<(), TreeRefusal> {
    let path = history.path_on(unit, day);
    let distinct: BTreeSet<UnitId> = path.iter().copied().collect();
    if distinct.len() < path.len() {
        return Err(TreeRefusal::Ring);
    }
    let last = path.last().and_then(|top| history.place_on(*top, day)).ok_or(TreeRefusal::UnitNotThere)?;
    if last.parent.is_some() {
        return Err(TreeRefusal::ParentNotThere);
    }
    let place = history.place_on(unit, day).ok_or(TreeRefusal::UnitNotThere)?;
    let lasts = |parent| history.life(parent).is_some_and(|(_, gone)| place.to <= gone);
    if place.parent.is_none_or(lasts) { Ok(()) } else { Err(TreeRefusal::ParentNotThere) }
}

/// Sees a decision. Whoever may see one of its units sees all their names: they stand in one published paper.
pub async fn view(ctx: &Ctx, id: ReorganisationId) -> Result<ReorganisationView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (reorganisation, edges) = store::reorganisation::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let units: Vec<UnitId> = edges.iter().flat_map(|edge| [edge.predecessor, edge.successor]).collect();
    let sees = |unit: &UnitId| authority.may(Action::SeeUnit, Some(*unit), &history);
    if !units.iter().any(sees) && !authority.may(Action::SeeUnit, None, &history) {
        return Err(ActError::Missing);
    }
    let names = store::unit::names(&mut tx, &units, ctx.app.today()).await?;
    let name = |unit: UnitId| names.get(&unit).map(|name| name.name.clone()).unwrap_or_default();
    let edges = edges
        .into_iter()
        .map(|edge| NamedEdge {
            predecessor_name: name(edge.predecessor),
            successor_name: name(edge.successor),
            edge,
        })
        .collect();
    Ok(ReorganisationView {
        kind: ReorganisationKind::from_code(&reorganisation.kind),
        reorganisation,
        edges,
    })
}
