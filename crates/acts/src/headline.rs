//! The figures that a unit shows first: choosing them, and which periods hold any figures at all.
//!
//! Not here: the figures themselves (`total`), what is shown to a unit that chose nothing (`web`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::Slot;
use domain::period::Period;
use domain::unit::UnitId;

/// The most figures that a unit chooses: what stands side by side on its front page.
pub const MOST: usize = 5;

/// Why a choice is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadlineRefusal {
    /// More than fit.
    TooMany {
        /// The most.
        most: usize,
    },
    /// One stands there twice.
    Twice(Slot),
    /// No indicator has this slot.
    Unknown(Slot),
}

/// What a unit chose, in its sequence; nothing when it never did.
pub async fn chosen(ctx: &Ctx, unit: UnitId) -> Result<Vec<Slot>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(unit)).await?;
    Ok(store::headline::list(&mut tx, unit).await?)
}

/// Chooses the figures of a unit's front page. An empty choice brings back the usual ones.
pub async fn choose(ctx: &Ctx, unit: UnitId, slots: Vec<Slot>) -> Result<(), ActError<HeadlineRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::EnterFigures, Some(unit)).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    if slots.len() > MOST {
        return Err(ActError::Refused(HeadlineRefusal::TooMany { most: MOST }));
    }
    for (place, slot) in slots.iter().enumerate() {
        if catalogue.of_slot(*slot).is_none() {
            return Err(ActError::Refused(HeadlineRefusal::Unknown(*slot)));
        }
        if slots.iter().skip(place + 1).any(|other| other == slot) {
            return Err(ActError::Refused(HeadlineRefusal::Twice(*slot)));
        }
    }
    store::headline::replace(&mut tx, unit, &slots).await?;
    let codes: Vec<&str> = slots
        .iter()
        .filter_map(|slot| catalogue.of_slot(*slot))
        .map(|indicator| indicator.code.as_str())
        .collect();
    ctx.record(&mut tx, "headline.choose", Some(unit), unit.to_string(), codes.join(", ")).await?;
    tx.commit().await?;
    Ok(())
}

/// The periods for which a unit or any directly below it holds figures, in order: what a page offers first.
pub async fn periods(ctx: &Ctx, unit: UnitId) -> Result<Vec<Period>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let mut units = history.ever_right_below(unit);
    units.push(unit);
    Ok(store::total::periods_of(&mut tx, &units).await?)
}
