//! Freezes: keeping a unit's figures as they stand under a number that reports quote.
//!
//! Not here: reading one like live totals (`view`), why two differ (`explain`).

mod explain;
mod view;

pub use explain::{Basis, Edit, Explained, Moment, explain};
pub use view::{figure, figures, origin, sources, view};

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault, Never};
use crate::figure::name_of;
use crate::password::hex;
use domain::authority::Action;
use domain::filing::Standing;
use domain::freeze::{Kept, Stand, Turnout, encode_tree, freeze};
use domain::id::{AccountId, FreezeId};
use domain::period::Period;
use domain::rollup::{Lens, Total};
use domain::submission::{Road, Scope};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
pub use store::freeze::Freeze;
use store::freeze::FreezeRow;
use store::{StoreError, Tx};

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// How often a freeze that met another of the same number at the same moment starts again.
const ATTEMPTS: usize = 3;

/// Why figures cannot be frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FreezeRefusal {
    /// Nobody below has said anything for the stretch.
    Nothing,
    /// The stretch begins in the future.
    Future,
    /// No reason, or one longer than [`LONGEST_REASON`].
    Reason,
}

/// A freeze as lists show it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The freeze.
    pub freeze: Freeze,
    /// Who froze.
    pub by: String,
}

/// A freeze with how complete it was.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// The freeze.
    pub freeze: Freeze,
    /// Who froze.
    pub by: String,
    /// How far the units directly below had come.
    pub turnouts: BTreeMap<UnitId, Turnout>,
}

impl Frozen {
    /// How many units stood directly below.
    pub fn expected(&self) -> usize {
        self.turnouts.len()
    }

    /// Which of them had said nothing.
    pub fn missing(&self) -> impl Iterator<Item = UnitId> + '_ {
        let turnouts = self.turnouts.iter();
        turnouts.filter(|(_, turnout)| **turnout == Turnout::Missing).map(|(unit, _)| *unit)
    }
}

/// Freezes the figures of a unit and all below it for a stretch: makes the next number.
pub async fn add(
    ctx: &Ctx,
    unit: UnitId,
    range: Period,
    reason: &str,
) -> Result<FreezeId, ActError<FreezeRefusal>> {
    let mut attempt = 1;
    loop {
        match add_once(ctx, unit, range, reason).await {
            Err(ActError::Fault(Fault::Store(StoreError::Constraint(_)))) if attempt < ATTEMPTS => {
                attempt += 1;
            }
            ended => return ended,
        }
    }
}

async fn add_once(
    ctx: &Ctx,
    unit: UnitId,
    range: Period,
    reason: &str,
) -> Result<FreezeId, ActError<FreezeRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::FreezeFigures, Some(unit)).await?;
    let reason = domain::text::clean(reason);
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(ActError::Refused(FreezeRefusal::Reason));
    }
    if range.first() > ctx.app.today() {
        return Err(ActError::Refused(FreezeRefusal::Future));
    }
    let tree_day = now_day(&mut tx, ctx.app.today()).await?;
    let said = gather(&mut tx, &history, unit, range, tree_day).await?;
    if said.is_empty() {
        return Err(ActError::Refused(FreezeRefusal::Nothing));
    }
    let below = below(&history, tree_day, &said, unit, range);
    let approved = approved(&mut tx, &below, &said).await?;
    let rows = rows(Stand { history: &history, day: tree_day, said: &said }, unit, range, &below, &approved);
    let number =
        store::freeze::list(&mut tx, unit, Some(range)).await?.first().map_or(0, |last| last.number) + 1;
    let tree = encode_tree(&history);
    let freeze = Freeze {
        id: FreezeId(ctx.app.id()),
        unit,
        range,
        number,
        at_ms: ctx.app.now_ms(),
        account: ctx.account,
        reason,
        tree_day,
        tree: Sha256::digest(&tree).to_vec(),
        hash: digest(&tree, &rows),
    };
    store::freeze::add(&mut tx, &freeze, &tree, &rows).await?;
    // The hash goes into the chained ledger: who changes a frozen row by hand would have to change the chain too.
    let detail = format!("{range} · {number} · sha256 {}", hex(&freeze.hash));
    ctx.record(&mut tx, "freeze.add", Some(unit), freeze.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(freeze.id)
}

/// The day of the tree for figures as they are now: the one that live totals follow.
async fn now_day(tx: &mut Tx, today: Date) -> Result<Date, StoreError> {
    Ok(store::total::as_is_day(tx).await?.unwrap_or(today))
}

/// Every submission that counts below `top` for periods within the stretch, in the tree of its time or in that of
/// `day`, and the statements of those above who spoke for one of them.
async fn gather(
    tx: &mut Tx,
    history: &History,
    top: UnitId,
    range: Period,
    day: Date,
) -> Result<Vec<Kept>, StoreError> {
    let periods: Vec<Period> =
        store::figure::periods(tx).await?.into_iter().filter(|one| range.contains(*one)).collect();
    let mut below: BTreeSet<UnitId> = history.ever_below(top).into_iter().collect();
    below.extend(history.units().filter(|unit| history.home_path(*unit, day).contains(&top)));
    let mut above: BTreeSet<UnitId> = BTreeSet::new();
    for unit in &below {
        for period in &periods {
            above.extend(history.path_for(*unit, *period));
        }
    }
    let units: Vec<UnitId> = below.union(&above).copied().collect();
    let nothing = Stand { history, day, said: &[] };
    let mut said = Vec::new();
    for road in Road::ALL {
        for one in store::figure::list(tx, &units, &periods, *road).await? {
            let key = one.key;
            let counts = [Lens::AsWas, Lens::AsIs]
                .into_iter()
                .any(|lens| nothing.is_below(key.unit, top, key.period, lens));
            if counts || (key.scope == Scope::Whole && above.contains(&key.unit)) {
                said.push(Kept { submission: one.id, key, version: one.version, vector: one.vector });
            }
        }
    }
    Ok(said)
}

/// The units directly below: on the last day, and in any period for which something was said.
fn below(history: &History, day: Date, said: &[Kept], top: UnitId, range: Period) -> BTreeSet<UnitId> {
    let periods: BTreeSet<Period> = said.iter().map(|kept| kept.key.period).collect();
    let mut below: BTreeSet<UnitId> =
        history.children_on(Some(top), range.last().min(day)).into_iter().collect();
    for period in periods {
        below.extend(history.children_for(top, period));
    }
    below
}

/// Those of some units that had filed for the periods frozen, all of it accepted.
async fn approved(
    tx: &mut Tx,
    units: &BTreeSet<UnitId>,
    said: &[Kept],
) -> Result<BTreeSet<UnitId>, StoreError> {
    let periods: BTreeSet<Period> = said.iter().map(|kept| kept.key.period).collect();
    let (units, periods): (Vec<UnitId>, Vec<Period>) =
        (units.iter().copied().collect(), periods.into_iter().collect());
    let mut accepted: BTreeMap<UnitId, bool> = BTreeMap::new();
    for filing in store::filing::list(tx, &units, &periods).await? {
        *accepted.entry(filing.unit).or_insert(true) &= filing.standing == Standing::Accepted;
    }
    Ok(accepted.into_iter().filter(|(_, all)| *all).map(|(unit, _)| unit).collect())
}

/// The rows of a freeze: every unit that said something or has a total, and every unit directly below.
fn rows(
    stand: Stand<'_>,
    top: UnitId,
    range: Period,
    below: &BTreeSet<UnitId>,
    approved: &BTreeSet<UnitId>,
) -> Vec<FreezeRow> {
    let mut frozen = freeze(stand, top, range);
    for unit in below {
        frozen.entry(*unit).or_default();
    }
    let mut rows = Vec::with_capacity(frozen.len());
    for (unit, held) in frozen {
        let turnout = below.contains(&unit).then(|| {
            if held.totals.values().flatten().all(Total::is_empty) {
                Turnout::Missing
            } else if approved.contains(&unit) {
                Turnout::Approved
            } else {
                Turnout::Reported
            }
        });
        rows.push(FreezeRow { unit, turnout, content: held.encode() });
    }
    rows
}

/// The hash over everything that a freeze holds: its tree, then each unit's row, by unit.
fn digest(tree: &[u8], rows: &[FreezeRow]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(Sha256::digest(tree));
    for row in rows {
        hash.update(row.unit.0.to_be_bytes());
        hash.update(row.turnout.map_or("", Turnout::code).as_bytes());
        hash.update(Sha256::digest(&row.content));
    }
    hash.finalize().to_vec()
}

/// The freezes of a unit, of one stretch or of all, the newest first.
pub async fn list(ctx: &Ctx, unit: UnitId, range: Option<Period>) -> Result<Vec<Listed>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let freezes = store::freeze::list(&mut tx, unit, range).await?;
    let accounts: Vec<AccountId> = freezes.iter().map(|freeze| freeze.account).collect();
    let mut names: HashMap<AccountId, String> = store::account::names(&mut tx, &accounts).await?;
    let listed = |freeze: Freeze| Listed { by: names.entry(freeze.account).or_default().clone(), freeze };
    Ok(freezes.into_iter().map(listed).collect())
}

/// A freeze and how complete it was. Missing for whoever may not see its unit's figures.
pub async fn load(ctx: &Ctx, id: FreezeId) -> Result<Frozen, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let freeze = store::freeze::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::SeeFigures, Some(freeze.unit)).await?;
    let turnouts = store::freeze::turnouts(&mut tx, id).await?;
    let by = name_of(&mut tx, freeze.account).await?;
    Ok(Frozen { freeze, by, turnouts })
}

/// A freeze and its tree, for a person who may see the figures of `unit` in it: whoever sees those of the freeze's
/// unit, and a unit below its own.
async fn open(
    ctx: &Ctx,
    tx: &mut Tx,
    id: FreezeId,
    unit: UnitId,
) -> Result<(Freeze, History), ActError<Never>> {
    let freeze = store::freeze::find(tx, id).await?.ok_or(ActError::Missing)?;
    let (live, authority) = ctx.standing(tx).await?;
    let may = |unit| authority.may(Action::SeeFigures, Some(unit), &live);
    if !may(freeze.unit) && !may(unit) {
        return Err(ActError::Missing);
    }
    let history = store::freeze::tree(tx, &freeze).await?;
    if !holds(&history, &freeze, unit) {
        return Err(ActError::Missing);
    }
    Ok((freeze, history))
}

/// Whether a unit stood below the freeze's, on its day or ever before.
fn holds(history: &History, freeze: &Freeze, unit: UnitId) -> bool {
    history.ever_below(freeze.unit).contains(&unit)
        || history.home_path(unit, freeze.tree_day).contains(&freeze.unit)
}

/// Whether a freeze still is what was written: recomputes its hash. For the doctor.
pub async fn is_whole(app: &App, id: FreezeId) -> Result<bool, Fault> {
    let mut tx = app.db.read().await?;
    let Some(freeze) = store::freeze::find(&mut tx, id).await? else { return Ok(false) };
    let tree = store::freeze::tree_bytes(&mut tx, &freeze).await?;
    let rows = store::freeze::rows(&mut tx, id).await?;
    Ok(Sha256::digest(&tree).to_vec() == freeze.tree && digest(&tree, &rows) == freeze.hash)
}
