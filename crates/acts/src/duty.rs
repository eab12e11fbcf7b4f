//! Duties: granting a right over a unit, ending it, listing who has which.
//!
//! Not here: what a right allows (`domain::authority`), accounts (`account`).

use crate::ctx::Ctx;
use crate::error::{ActError, Denied, Fault, Never};
use domain::authority::{Action, Duty, Right};
use domain::id::{AccountId, DutyId};
use domain::text;
use domain::unit::{OPEN, UnitId};
use jiff::civil::Date;
use store::Tx;
use store::account::Account;
use store::duty::Granted;

/// The most letters of a decision's text.
pub const DECISION_MOST: usize = 500;

/// A duty to be granted.
#[derive(Debug, Clone)]
pub struct NewDuty {
    /// To whom.
    pub account: AccountId,
    /// What it allows.
    pub right: Right,
    /// Over which unit and all below; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// The first day without it; `None` when no end is set.
    pub to: Option<Date>,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

/// Why a duty is not granted or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyRefusal {
    /// It ends before it begins.
    Backwards,
    /// The account has this right there for all of that time.
    AlreadyHeld,
    /// The account is closed.
    AccountClosed,
    /// The unit is not there at any time of the duty.
    UnitNotThere,
    /// The decision's text is too long.
    DecisionTooLong {
        /// The most letters.
        most: usize,
    },
    /// It has ended by that day.
    AlreadyEnded,
    /// Nobody could manage the installation any more.
    LastManager,
}

/// A duty as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// Its identity.
    pub id: DutyId,
    /// Whose it is.
    pub account: AccountId,
    /// The person's name.
    pub full_name: String,
    /// What it allows.
    pub right: Right,
    /// Over which unit; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// How that unit is called today.
    pub unit_name: Option<String>,
    /// First day.
    pub from: Date,
    /// The first day without it; `None` when no end is set.
    pub to: Option<Date>,
    /// The decision behind it.
    pub decision: String,
    /// Whether it holds today.
    pub holds: bool,
}

/// Grants a duty. Nobody grants over what they do not manage, nor to an account that they may not see.
pub async fn grant(ctx: &Ctx, new: NewDuty) -> Result<DutyId, ActError<DutyRefusal>> {
    let mut tx = ctx.write().await?;
    seen::<DutyRefusal>(ctx, &mut tx, new.account).await?;
    let id = grant_within(ctx, &mut tx, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// Grants a duty within a transaction, whoever the account is.
pub(crate) async fn grant_within(
    ctx: &Ctx,
    tx: &mut Tx,
    new: NewDuty,
) -> Result<DutyId, ActError<DutyRefusal>> {
    let account = store::account::find(tx, new.account).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(tx, Action::GrantDuties, new.unit).await?;
    let duty = Duty { right: new.right, unit: new.unit, from: new.from, to: new.to.unwrap_or(OPEN) };
    let decision = text::clean(&new.decision);
    if duty.to <= duty.from {
        return Err(ActError::Refused(DutyRefusal::Backwards));
    }
    if account.closed_ms.is_some() {
        return Err(ActError::Refused(DutyRefusal::AccountClosed));
    }
    if decision.chars().count() > DECISION_MOST {
        return Err(ActError::Refused(DutyRefusal::DecisionTooLong { most: DECISION_MOST }));
    }
    let there = |unit| history.life(unit).is_some_and(|(first, gone)| first < duty.to && duty.from < gone);
    if new.unit.is_some_and(|unit| !there(unit)) {
        return Err(ActError::Refused(DutyRefusal::UnitNotThere));
    }
    let held = store::duty::list_of(tx, new.account).await?;
    if held.iter().any(|had| {
        had.right == duty.right && had.unit == duty.unit && had.from <= duty.from && duty.to <= had.to
    }) {
        return Err(ActError::Refused(DutyRefusal::AlreadyHeld));
    }
    let granted = Granted { id: DutyId(ctx.app.id()), account: new.account, duty, decision };
    store::duty::add(tx, &granted).await?;
    let detail = format!("{} · {} · {}", account.login_name, duty.right.code(), days(&duty));
    ctx.record(tx, "duty.grant", new.unit, granted.id.to_string(), detail).await?;
    Ok(granted.id)
}

fn days(duty: &Duty) -> String {
    if duty.to == OPEN { format!("{}..", duty.from) } else { format!("{}..{}", duty.from, duty.to) }
}

/// Ends a duty: on `day` it no longer holds.
pub async fn end(ctx: &Ctx, id: DutyId, day: Date) -> Result<(), ActError<DutyRefusal>> {
    let mut tx = ctx.write().await?;
    let granted = store::duty::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    match ctx.ask::<DutyRefusal>(&mut tx, Action::GrantDuties, granted.duty.unit).await {
        // Of a duty over the whole installation only those know who may end it.
        Err(ActError::Denied(_)) if granted.duty.unit.is_none() => return Err(ActError::Missing),
        asked => drop(asked?),
    }
    if granted.duty.to <= day {
        return Err(ActError::Refused(DutyRefusal::AlreadyEnded));
    }
    let manager = granted.duty.right == Right::Manage && granted.duty.unit.is_none();
    if manager && store::duty::other_managers(&mut tx, granted.account, day).await? == 0 {
        let others = store::duty::of_accounts(&mut tx, &[granted.account]).await?;
        let stays = |other: &Granted| {
            other.id != id
                && other.duty.right == Right::Manage
                && other.duty.unit.is_none()
                && other.duty.from <= day
                && other.duty.to == OPEN
        };
        if !others.iter().any(stays) {
            return Err(ActError::Refused(DutyRefusal::LastManager));
        }
    }
    store::duty::end(&mut tx, id, day).await?;
    ctx.record(&mut tx, "duty.end", granted.duty.unit, id.to_string(), day.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

/// Every duty of an account, oldest first.
pub async fn list_of(ctx: &Ctx, id: AccountId) -> Result<Vec<DutyRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    seen::<Never>(ctx, &mut tx, id).await?;
    let granted = store::duty::of_accounts(&mut tx, &[id]).await?;
    Ok(rows(ctx, &mut tx, granted).await?)
}

/// Every duty that anyone ever had over exactly this unit (`None`: over the installation), oldest first.
pub async fn list_at(ctx: &Ctx, unit: Option<UnitId>) -> Result<Vec<DutyRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::KeepAccounts, unit).await?;
    let granted = store::duty::at_unit(&mut tx, unit).await?;
    Ok(rows(ctx, &mut tx, granted).await?)
}

/// One's own duties that hold today.
pub async fn mine(ctx: &Ctx) -> Result<Vec<DutyRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let granted = store::duty::of_accounts(&mut tx, &[ctx.account]).await?;
    let mut rows = rows(ctx, &mut tx, granted).await?;
    rows.retain(|row| row.holds);
    Ok(rows)
}

/// The rights that one holds somewhere today, without saying where: what a menu offers.
pub async fn rights(ctx: &Ctx) -> Result<Vec<Right>, Fault> {
    let mut tx = ctx.read().await?;
    let authority = ctx.authority(&mut tx).await?;
    Ok(authority.duties().iter().map(|duty| duty.right).collect())
}

/// Whether the account may do an action to a unit (`None`: to the installation), for pages that show or leave out a
/// button. The act itself asks again.
pub async fn may(ctx: &Ctx, action: Action, unit: Option<UnitId>) -> Result<bool, Fault> {
    let mut tx = ctx.read().await?;
    match ctx.ask::<Never>(&mut tx, action, unit).await {
        Ok(_) => Ok(true),
        Err(ActError::Fault(fault)) => Err(fault),
        Err(ActError::Refused(never)) => match never {},
        Err(ActError::Missing | ActError::Denied(Denied { .. })) => Ok(false),
    }
}

/// Names persons and units beside duties.
pub(crate) async fn rows(ctx: &Ctx, tx: &mut Tx, granted: Vec<Granted>) -> Result<Vec<DutyRow>, Fault> {
    let today = ctx.app.today();
    let mut accounts: Vec<AccountId> = granted.iter().map(|granted| granted.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let mut units: Vec<UnitId> = granted.iter().filter_map(|granted| granted.duty.unit).collect();
    units.sort_unstable();
    units.dedup();
    let people = store::account::names(tx, &accounts).await?;
    let called = store::unit::names(tx, &units, today).await?;
    Ok(granted
        .into_iter()
        .map(|granted| DutyRow {
            id: granted.id,
            account: granted.account,
            full_name: people.get(&granted.account).cloned().unwrap_or_default(),
            right: granted.duty.right,
            unit: granted.duty.unit,
            unit_name: granted.duty.unit.and_then(|unit| called.get(&unit)).map(|name| name.name.clone()),
            from: granted.duty.from,
            to: Some(granted.duty.to).filter(|to| *to != OPEN),
            decision: granted.decision,
            holds: granted.duty.holds_on(today),
        })
        .collect())
}

/// Whether one may keep accounts over any of the places where an account has, or had, a duty; or it is one's own.
pub(crate) async fn seen<R>(ctx: &Ctx, tx: &mut Tx, id: AccountId) -> Result<Account, ActError<R>> {
    let account = store::account::find(tx, id).await?.ok_or(ActError::Missing)?;
    if id == ctx.account {
        return Ok(account);
    }
    let (history, authority) = ctx.standing(tx).await?;
    let duties = store::duty::list_of(tx, id).await?;
    let may = |unit| authority.may(Action::KeepAccounts, unit, &history);
    if may(None) || duties.iter().any(|duty| may(duty.unit)) { Ok(account) } else { Err(ActError::Missing) }
}
