//! Tables of totals kept to look at again: for oneself, or for everybody who may see the unit's figures.
//!
//! Not here: the totals (`total`), what the pairs of an address mean (`web`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::PivotId;
use domain::pivot::{LONGEST_NAME, is_asked};
use domain::unit::UnitId;
use store::pivot::Kept;

/// The most that one unit's people see: beyond that nobody finds anything.
pub const MOST: usize = 60;

/// A table to keep.
#[derive(Debug, Clone)]
pub struct NewPivot {
    /// Whose figures it shows.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// How the table is looked at, as the pairs of its address.
    pub asked: String,
    /// Whether everybody who may see the unit's figures sees it.
    pub shared: bool,
}

/// Why a table is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PivotRefusal {
    /// No name, or one that is too long.
    Name,
    /// One of this name is there already.
    Taken,
    /// The pairs are none of an address.
    Asked,
    /// There are [`MOST`] already.
    TooMany,
}

/// A kept table as one person sees it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The table.
    pub kept: Kept,
    /// Who kept it.
    pub by: String,
    /// Whether the person may drop it.
    pub may_drop: bool,
}

/// The tables of a unit that the person sees: own ones and shared ones, oldest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<Listed>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let may_share = authority.may(Action::EnterFigures, Some(unit), &history);
    let found = store::pivot::list(&mut tx, unit, ctx.account).await?;
    let accounts: Vec<_> = found.iter().map(|kept| kept.account).collect();
    let names = store::account::names(&mut tx, &accounts).await?;
    let listed = |kept: Kept| Listed {
        by: names.get(&kept.account).cloned().unwrap_or_default(),
        may_drop: kept.account == ctx.account || may_share,
        kept,
    };
    Ok(found.into_iter().map(listed).collect())
}

/// Keeps a table. Whoever may see the figures keeps for oneself; whoever may enter them keeps for all.
pub async fn keep(ctx: &Ctx, new: NewPivot) -> Result<PivotId, ActError<PivotRefusal>> {
    let mut tx = ctx.write().await?;
    let action = if new.shared { Action::EnterFigures } else { Action::SeeFigures };
    ctx.ask(&mut tx, action, Some(new.unit)).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let name = domain::text::clean(&new.name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return refuse(PivotRefusal::Name);
    }
    if !is_asked(&new.asked) {
        return refuse(PivotRefusal::Asked);
    }
    let there = store::pivot::list(&mut tx, new.unit, ctx.account).await?;
    if there.iter().any(|kept| kept.name == name) {
        return refuse(PivotRefusal::Taken);
    }
    if there.len() >= MOST {
        return refuse(PivotRefusal::TooMany);
    }
    let kept = Kept {
        id: PivotId(ctx.app.id()),
        unit: new.unit,
        account: ctx.account,
        shared: new.shared,
        name,
        asked: new.asked,
        at_ms: ctx.app.now_ms(),
    };
    store::pivot::add(&mut tx, &kept).await?;
    ctx.record(&mut tx, "pivot.keep", Some(kept.unit), kept.id.to_string(), kept.name.as_str()).await?;
    tx.commit().await?;
    Ok(kept.id)
}

/// Drops a kept table: one's own, or a shared one where the person may share. Returns whose figures it showed.
pub async fn remove(ctx: &Ctx, id: PivotId) -> Result<UnitId, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let kept = store::pivot::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let own = kept.account == ctx.account;
    if !own && !kept.shared {
        return Err(ActError::Missing);
    }
    let action = if own { Action::SeeFigures } else { Action::EnterFigures };
    ctx.ask(&mut tx, action, Some(kept.unit)).await?;
    store::pivot::remove(&mut tx, id).await?;
    ctx.record(&mut tx, "pivot.remove", Some(kept.unit), id.to_string(), kept.name).await?;
    tx.commit().await?;
    Ok(kept.unit)
}
