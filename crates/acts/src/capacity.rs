//! In which capacity a unit confers: what its kind tells, and what two people declared by a document.
//!
//! Not here: what a capacity entitles to (`decision`, by the rules of the day).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::award::Giver;
use domain::decision::{Capacity, born_capacities, capacities, fits};
use domain::id::CapacityId;
use domain::text;
use domain::unit::{History, OPEN, UnitId};
use jiff::civil::Date;
pub use store::decision::CapacityRow;
use store::{StoreError, Tx};

/// The most letters of a document's text.
pub const DOCUMENT_MOST: usize = 500;

/// A capacity to be declared.
#[derive(Debug, Clone)]
pub struct NewCapacity {
    /// Of which unit.
    pub unit: UnitId,
    /// Which.
    pub giver: Giver,
    /// From which day.
    pub from: Date,
    /// The first day without it; `None` while it lasts.
    pub to: Option<Date>,
    /// The document that says so.
    pub document: String,
}

/// Why a capacity is not declared or confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapacityRefusal {
    /// No document.
    DocumentMissing,
    /// The document's text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// It would end before it begins.
    Backwards,
    /// A unit of this kind never confers so.
    DoesNotFit,
    /// The unit was not there on the first day.
    UnitNotThere,
    /// Whoever declared it cannot confirm it.
    OwnDeclaration,
    /// It is confirmed.
    Confirmed,
}

/// In which capacities a unit confers on a day.
pub(crate) async fn on(
    tx: &mut Tx,
    history: &History,
    unit: UnitId,
    day: Date,
) -> Result<Vec<Giver>, StoreError> {
    let parent = history.place_on(unit, day).and_then(|place| place.parent);
    let asked: Vec<UnitId> = std::iter::once(unit).chain(parent).collect();
    let names = store::unit::names(tx, &asked, day).await?;
    let Some(kind) = names.get(&unit).map(|name| name.kind) else { return Ok(Vec::new()) };
    let parent = parent.and_then(|parent| names.get(&parent)).map(|name| name.kind);
    let rows = store::decision::capacities(tx, unit).await?;
    let declared: Vec<Capacity> = rows.into_iter().map(|row| row.capacity).collect();
    Ok(capacities(born_capacities(unit, kind, parent, history, day), &declared, unit, kind, day))
}

/// In which capacities a unit confers on a day, for whoever may see it.
pub async fn of(ctx: &Ctx, unit: UnitId, day: Date) -> Result<Vec<Giver>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    Ok(on(&mut tx, &history, unit, day).await?)
}

/// What was declared of a unit, confirmed or not.
pub async fn declared(ctx: &Ctx, unit: UnitId) -> Result<Vec<CapacityRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    Ok(store::decision::capacities(&mut tx, unit).await?)
}

/// Declares a capacity; it counts once somebody else confirmed it.
pub async fn declare(ctx: &Ctx, new: NewCapacity) -> Result<CapacityId, ActError<CapacityRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepAwardRules, Some(new.unit)).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let document = text::clean(&new.document);
    if document.is_empty() {
        return refuse(CapacityRefusal::DocumentMissing);
    }
    if document.chars().count() > DOCUMENT_MOST {
        return refuse(CapacityRefusal::TooLong { most: DOCUMENT_MOST });
    }
    let to = new.to.unwrap_or(OPEN);
    if to <= new.from {
        return refuse(CapacityRefusal::Backwards);
    }
    if history.place_on(new.unit, new.from).is_none() {
        return refuse(CapacityRefusal::UnitNotThere);
    }
    let name = store::unit::names(&mut tx, &[new.unit], new.from).await?.remove(&new.unit);
    if !name.is_some_and(|name| fits(name.kind, new.giver)) {
        return refuse(CapacityRefusal::DoesNotFit);
    }
    let capacity =
        Capacity { unit: new.unit, giver: new.giver, from: new.from, to, document, confirmed: false };
    let row = CapacityRow { id: CapacityId(ctx.app.id()), capacity, declared_by: ctx.account };
    store::decision::declare(&mut tx, &row, ctx.app.now_ms()).await?;
    let detail = format!("{}: {}", new.giver.code(), row.capacity.document);
    ctx.record(&mut tx, "capacity.declare", Some(new.unit), row.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// Confirms what somebody else declared. It takes the right to issue for the unit, which managing it does not give.
pub async fn confirm(ctx: &Ctx, id: CapacityId) -> Result<(), ActError<CapacityRefusal>> {
    let mut tx = ctx.write().await?;
    let row = store::decision::find_capacity(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let unit = Some(row.capacity.unit);
    ctx.ask::<CapacityRefusal>(&mut tx, Action::IssueDecisions, unit).await?;
    if row.capacity.confirmed {
        return Err(ActError::Refused(CapacityRefusal::Confirmed));
    }
    if !store::decision::confirm(&mut tx, id, ctx.account, ctx.app.now_ms()).await? {
        return Err(ActError::Refused(CapacityRefusal::OwnDeclaration));
    }
    let detail = row.capacity.giver.code();
    ctx.record(&mut tx, "capacity.confirm", unit, id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}
