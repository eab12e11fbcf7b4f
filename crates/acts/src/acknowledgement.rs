//! Launching a programme down to the units below, what they leave behind, and the board on which that is read.
//!
//! Not here: the plans that answer (`plan`), the tasks (`task`), what the program reminds of by itself (`notice`).

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use crate::programme::ProgrammeRow;
use domain::acknowledgement::{Standing, Tally, Trace, Traces};
use domain::authority::{Action, Authority};
use domain::id::{LaunchId, PlanId, ProgrammeId};
use domain::text;
use domain::unit::{History, UnitId, UnitKind};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;
use store::Tx;
use store::acknowledgement::{Launch, Left};
use store::plan::Plan;
use store::programme::Programme;
use store::unit::UnitName;

/// The most letters of a launch's note.
pub const NOTE_MOST: usize = 2_000;

/// Which units a programme is sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receivers {
    /// Those directly below.
    Below,
    /// All below, at any depth.
    All,
    /// All below that are of a kind.
    Kind(UnitKind),
    /// These.
    List(Vec<UnitId>),
}

/// A launch to be made.
#[derive(Debug, Clone)]
pub struct NewLaunch {
    /// Of which programme.
    pub programme: ProgrammeId,
    /// To whom.
    pub to: Receivers,
    /// The last day on which a receiver's own plan is in time; `None` asks for no plan by a day.
    pub due: Option<Date>,
    /// What is said with it; may be empty.
    pub note: String,
}

/// Why a programme is not launched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaunchRefusal {
    /// No unit is meant.
    NobodyMeant,
    /// A unit of the list does not stand below today.
    NotBelow {
        /// Which.
        unit: UnitId,
    },
    /// Everybody meant has it.
    AllHaveIt,
    /// The day for plans has passed.
    DuePassed,
    /// The note is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
}

/// A receiving unit on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Which unit.
    pub unit: UnitId,
    /// Its name today.
    pub name: UnitName,
    /// How far it has come.
    pub standing: Standing,
    /// What its standing follows from.
    pub traces: Traces,
    /// When it was sent, in milliseconds since the Unix epoch.
    pub sent_ms: i64,
    /// When it opened what was sent.
    pub opened_ms: Option<i64>,
    /// When it said that it received it, and who said so.
    pub received: Option<(i64, String)>,
    /// The plan that stands.
    pub plan: Option<Plan>,
    /// How often and when it was last reminded.
    pub reminded: Option<(i64, i64)>,
    /// Whether the person may answer in its name.
    pub mine: bool,
}

/// A programme with those who received it, as far as the person may see them.
#[derive(Debug, Clone)]
pub struct Board {
    /// The programme, whose it is and under which directive.
    pub programme: ProgrammeRow,
    /// The receiving units that the person may see, by name.
    pub rows: Vec<BoardRow>,
    /// How far they have come.
    pub tally: Tally,
    /// Whether every receiver is among the rows.
    pub whole: bool,
    /// Whether the person may launch it, give tasks and remind.
    pub may_launch: bool,
}

/// Launches a programme: each unit meant that has not got it yet receives it. Returns to how many it went.
pub async fn launch(ctx: &Ctx, new: NewLaunch) -> Result<usize, ActError<LaunchRefusal>> {
    let mut tx = ctx.write().await?;
    let programme = store::programme::find(&mut tx, new.programme).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(&mut tx, Action::LaunchProgrammes, Some(programme.unit)).await?;
    let note = text::clean(&new.note);
    if note.chars().count() > NOTE_MOST {
        return Err(ActError::Refused(LaunchRefusal::TooLong { most: NOTE_MOST }));
    }
    if new.due.is_some_and(|due| due < ctx.app.today()) {
        return Err(ActError::Refused(LaunchRefusal::DuePassed));
    }
    let meant = meant(ctx, &mut tx, &history, programme.unit, new.to).await?;
    let launch = Launch {
        id: LaunchId(ctx.app.id()),
        programme: programme.id,
        due: new.due,
        note,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::acknowledgement::add(&mut tx, &launch).await?;
    let mut sent = 0_usize;
    for unit in meant {
        sent += usize::from(store::acknowledgement::send(&mut tx, &launch, unit).await?);
    }
    if sent == 0 {
        return Err(ActError::Refused(LaunchRefusal::AllHaveIt));
    }
    let detail = format!("{sent}; {}", programme.name);
    ctx.record(&mut tx, "programme.launch", Some(programme.unit), programme.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(sent)
}

/// The units meant, all of which stand below today.
async fn meant(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    top: UnitId,
    to: Receivers,
) -> Result<Vec<UnitId>, ActError<LaunchRefusal>> {
    let today = ctx.app.today();
    let mut below = history.subtree_on(top, today);
    below.retain(|unit| *unit != top);
    let meant = match to {
        Receivers::Below => history.children_on(Some(top), today),
        Receivers::All => below,
        Receivers::Kind(kind) => {
            let names = store::unit::names(tx, &below, today).await?;
            below.retain(|unit| names.get(unit).is_some_and(|name| name.kind == kind));
            below
        }
        Receivers::List(mut list) => {
            list.sort_unstable();
            list.dedup();
            if let Some(unit) = list.iter().find(|unit| !below.contains(unit)) {
                return Err(ActError::Refused(LaunchRefusal::NotBelow { unit: *unit }));
            }
            list
        }
    };
    if meant.is_empty() {
        return Err(ActError::Refused(LaunchRefusal::NobodyMeant));
    }
    Ok(meant)
}

/// A programme that the person may know of: one's own reach holds its unit, or lies below it. Everything under a
/// programme is known to those who work under it.
pub(crate) async fn known<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    id: ProgrammeId,
) -> Result<(Programme, Authority, Arc<History>), ActError<R>> {
    let programme = store::programme::find(tx, id).await?.ok_or(ActError::Missing)?;
    let (history, authority) = ctx.standing(tx).await?;
    let today = ctx.app.today();
    let below = || {
        let reach = authority.reach(Action::SeeUnit);
        reach.tops().iter().any(|top| crate::programme::path(&history, *top, today).contains(&programme.unit))
    };
    if authority.may(Action::SeeUnit, Some(programme.unit), &history) || below() {
        return Ok((programme, authority, history));
    }
    Err(ActError::Missing)
}

/// The board of a programme: to whom it went and how far they have come. Whoever does not see the unit that sent it
/// sees the receivers within reach alone.
pub async fn board(ctx: &Ctx, id: ProgrammeId) -> Result<Board, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (programme, authority, history) = known::<Never>(ctx, &mut tx, id).await?;
    let rows = rows(ctx, &mut tx, &programme, &authority, &history).await?;
    let all = store::acknowledgement::receivers(&mut tx, id).await?.len();
    let today = ctx.app.today();
    let names = store::unit::names(&mut tx, &[programme.unit], today).await?;
    let directive = match programme.directive {
        Some(directive) => store::directive::find(&mut tx, directive).await?,
        None => None,
    };
    Ok(Board {
        tally: Tally::of(rows.iter().map(|row| row.traces), today),
        whole: rows.len() == all,
        may_launch: authority.may(Action::LaunchProgrammes, Some(programme.unit), &history),
        rows,
        programme: ProgrammeRow {
            unit_name: names.get(&programme.unit).map(|name| name.name.clone()).unwrap_or_default(),
            cited: directive.map(|(directive, _)| directive.cited()),
            programme,
        },
    })
}

async fn rows(
    ctx: &Ctx,
    tx: &mut Tx,
    programme: &Programme,
    authority: &Authority,
    history: &History,
) -> Result<Vec<BoardRow>, Fault> {
    let mut receivers = store::acknowledgement::receivers(tx, programme.id).await?;
    receivers.retain(|one| authority.may(Action::SeeUnit, Some(one.unit), history));
    let units: Vec<UnitId> = receivers.iter().map(|one| one.unit).collect();
    let mut names = store::unit::names(tx, &units, ctx.app.today()).await?;
    let left = store::acknowledgement::left(tx, programme.id).await?;
    let accounts: Vec<_> = left.iter().map(|one| one.account).collect();
    let people = store::account::names(tx, &accounts).await?;
    let mut plans: HashMap<UnitId, Plan> = HashMap::new();
    for plan in store::plan::list(tx, programme.id).await? {
        plans.entry(plan.unit).or_insert(plan);
    }
    let reminded: HashMap<UnitId, (i64, i64)> = store::acknowledgement::reminders(tx, programme.id)
        .await?
        .into_iter()
        .map(|(unit, at_ms, times)| (unit, (at_ms, times)))
        .collect();
    let mut rows = Vec::with_capacity(receivers.len());
    for one in receivers {
        let Some(name) = names.remove(&one.unit) else { continue };
        let find = |trace| left.iter().find(|left| left.unit == one.unit && left.trace == trace);
        let (opened, received) = (find(Trace::Opened), find(Trace::Received));
        let plan = plans.remove(&one.unit);
        let traces = Traces {
            opened: opened.is_some(),
            received: received.is_some(),
            planned: plan.is_some(),
            due: one.due,
        };
        rows.push(BoardRow {
            unit: one.unit,
            name,
            standing: traces.standing(ctx.app.today()),
            traces,
            sent_ms: one.sent_ms,
            opened_ms: opened.map(|left| left.at_ms),
            received: received
                .map(|left| (left.at_ms, people.get(&left.account).cloned().unwrap_or_default())),
            plan,
            reminded: reminded.get(&one.unit).copied(),
            mine: authority.may(Action::AnswerProgrammes, Some(one.unit), history),
        });
    }
    rows.sort_by(|a, b| a.name.sort_key.cmp(&b.name.sort_key));
    Ok(rows)
}

/// Leaves that a unit opened what was sent to it; whoever works for a unit above, or only looks, leaves nothing.
/// Returns whether something new was left.
pub async fn open(ctx: &Ctx, programme: ProgrammeId, unit: UnitId) -> Result<bool, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let authority = ctx.authority(&mut tx).await?;
    let own = authority
        .duties()
        .iter()
        .any(|duty| duty.unit == Some(unit) && Action::AnswerProgrammes.allowed_by(duty.right));
    if !own || !was_sent(&mut tx, programme, unit).await? {
        return Ok(false);
    }
    let left = Left { unit, trace: Trace::Opened, account: ctx.account, at_ms: ctx.app.now_ms() };
    if !store::acknowledgement::leave(&mut tx, programme, &left).await? {
        return Ok(false);
    }
    ctx.record(&mut tx, "programme.open", Some(unit), programme.to_string(), "").await?;
    tx.commit().await?;
    Ok(true)
}

/// Says in a unit's name that what was sent to it was received. Saying it again changes nothing.
pub async fn receive(ctx: &Ctx, programme: ProgrammeId, unit: UnitId) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<Never>(&mut tx, Action::AnswerProgrammes, Some(unit)).await?;
    if !was_sent(&mut tx, programme, unit).await? {
        return Err(ActError::Missing);
    }
    let left = Left { unit, trace: Trace::Received, account: ctx.account, at_ms: ctx.app.now_ms() };
    if store::acknowledgement::leave(&mut tx, programme, &left).await? {
        ctx.record(&mut tx, "programme.receive", Some(unit), programme.to_string(), "").await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a programme was sent to a unit.
pub(crate) async fn was_sent(
    tx: &mut Tx,
    programme: ProgrammeId,
    unit: UnitId,
) -> Result<bool, store::StoreError> {
    Ok(store::acknowledgement::receivers(tx, programme).await?.iter().any(|one| one.unit == unit))
}

/// Reminds every receiver that has not answered with a plan, in the program and by letter; returns how many.
pub async fn remind(ctx: &Ctx, id: ProgrammeId) -> Result<usize, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let programme = store::programme::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let (history, authority) =
        ctx.ask_with::<Never>(&mut tx, Action::LaunchProgrammes, Some(programme.unit)).await?;
    let rows = rows(ctx, &mut tx, &programme, &authority, &history).await?;
    let waiting: Vec<(UnitId, Option<Date>)> =
        rows.iter().filter(|row| !row.traces.planned).map(|row| (row.unit, row.traces.due)).collect();
    for receiver in &waiting {
        let (reminder, now) = (ctx.app.id(), ctx.app.now_ms());
        store::acknowledgement::remind(&mut tx, reminder, id, receiver.0, ctx.account, now).await?;
        crate::notice::by_hand(ctx, &mut tx, &history, &programme, *receiver).await?;
    }
    if !waiting.is_empty() {
        let detail = waiting.len().to_string();
        ctx.record(&mut tx, "programme.remind", Some(programme.unit), id.to_string(), detail).await?;
        tx.commit().await?;
    }
    Ok(waiting.len())
}

/// What was sent to a unit, latest first: the programme, when it was sent, and how far the unit has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    /// The programme.
    pub programme: Programme,
    /// The last day on which a plan is in time.
    pub due: Option<Date>,
    /// How far the unit has come.
    pub standing: Standing,
    /// The plan that stands.
    pub plan: Option<PlanId>,
}

/// What was sent to a unit and how far it has come with it.
pub async fn inbox(ctx: &Ctx, unit: UnitId) -> Result<Vec<Inbox>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let mut found = Vec::new();
    for (id, receiver) in store::acknowledgement::received_by(&mut tx, unit).await? {
        let Some(programme) = store::programme::find(&mut tx, id).await? else { continue };
        let left = store::acknowledgement::left(&mut tx, id).await?;
        let has = |trace| left.iter().any(|left| left.unit == unit && left.trace == trace);
        let plans = store::plan::list(&mut tx, id).await?;
        let plan = plans.iter().find(|plan| plan.unit == unit).map(|plan| plan.id);
        let traces = Traces {
            opened: has(Trace::Opened),
            received: has(Trace::Received),
            planned: plan.is_some(),
            due: receiver.due,
        };
        let standing = traces.standing(ctx.app.today());
        found.push(Inbox { programme, due: receiver.due, standing, plan });
    }
    Ok(found)
}
