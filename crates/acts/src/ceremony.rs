//! Ceremonies: where awards were handed over, on which day, by whom. Who organises is not who decided.
//!
//! Not here: the decisions (`decision`).

use crate::ctx::Ctx;
use crate::decision::ChangeRow;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::decision::{Standing, standing};
use domain::id::{CeremonyId, HonoreeId};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use store::Tx;
pub use store::ceremony::{Ceremony, Handover};

/// The most letters of each text.
pub const TEXT_MOST: usize = 500;

/// A line to be handed over.
#[derive(Debug, Clone)]
pub struct NewHandover {
    /// The line.
    pub honoree: HonoreeId,
    /// By whom.
    pub handed_by: String,
    /// Who received it in the other's place; usually empty.
    pub received_by: String,
}

/// A ceremony to be entered.
#[derive(Debug, Clone)]
pub struct NewCeremony {
    /// In whose register.
    pub keeper: UnitId,
    /// The day.
    pub day: Date,
    /// The part of the day, in words; may be empty.
    pub part: String,
    /// Where; may be empty.
    pub place: String,
    /// Who organised it, where that is a unit of the tree.
    pub organiser_unit: Option<UnitId>,
    /// Who organised it, in words; empty takes the unit's name.
    pub organiser: String,
    /// On which occasion.
    pub occasion: String,
    /// What was handed over.
    pub handovers: Vec<NewHandover>,
}

/// Why a ceremony is not entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyRefusal {
    /// Nobody organised it.
    OrganiserMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The day has not come.
    InFuture,
    /// Nothing was handed over.
    NothingHanded,
    /// It was handed over before the decision was made.
    BeforeDecision(HonoreeId),
    /// It was cancelled or stripped by that day.
    NotStanding(HonoreeId),
    /// It was handed over already.
    HandedBefore(HonoreeId),
}

fn checked(raw: &str) -> Result<String, ActError<CeremonyRefusal>> {
    let clean = text::clean(raw);
    if clean.chars().count() > TEXT_MOST {
        return Err(ActError::Refused(CeremonyRefusal::TooLong { most: TEXT_MOST }));
    }
    Ok(clean)
}

/// Enters a ceremony with what was handed over there.
pub async fn hold(ctx: &Ctx, new: NewCeremony) -> Result<CeremonyId, ActError<CeremonyRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepRegister, Some(new.keeper)).await?;
    if new.day > ctx.app.today() {
        return Err(ActError::Refused(CeremonyRefusal::InFuture));
    }
    if new.handovers.is_empty() {
        return Err(ActError::Refused(CeremonyRefusal::NothingHanded));
    }
    if new.organiser_unit.is_some_and(|unit| !history.knows(unit)) {
        return Err(ActError::Missing);
    }
    let mut organiser = checked(&new.organiser)?;
    if let (true, Some(unit)) = (organiser.is_empty(), new.organiser_unit) {
        let name = store::unit::names(&mut tx, &[unit], new.day).await?.remove(&unit);
        organiser = name.map(|name| name.name).unwrap_or_default();
    }
    if organiser.is_empty() {
        return Err(ActError::Refused(CeremonyRefusal::OrganiserMissing));
    }
    let ceremony = Ceremony {
        id: CeremonyId(ctx.app.id()),
        keeper: new.keeper,
        day: new.day,
        part: checked(&new.part)?,
        place: checked(&new.place)?,
        organiser_unit: new.organiser_unit,
        organiser,
        occasion: checked(&new.occasion)?,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::ceremony::add(&mut tx, &ceremony).await?;
    for handover in &new.handovers {
        hand_over(ctx, &mut tx, &ceremony, handover).await?;
    }
    let detail = format!("{} ({})", ceremony.occasion, new.handovers.len());
    ctx.record(&mut tx, "ceremony.hold", Some(new.keeper), ceremony.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(ceremony.id)
}

async fn hand_over(
    ctx: &Ctx,
    tx: &mut Tx,
    ceremony: &Ceremony,
    new: &NewHandover,
) -> Result<(), ActError<CeremonyRefusal>> {
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let line = store::honoree::find(tx, new.honoree).await?.ok_or(ActError::Missing)?;
    let decision = store::decision::find(tx, line.decision).await?.ok_or(ActError::Missing)?;
    ctx.ask::<CeremonyRefusal>(tx, Action::SeeAwards, Some(decision.keeper)).await?;
    if ceremony.day < decision.decided {
        return refuse(CeremonyRefusal::BeforeDecision(line.id));
    }
    let changes = store::decision::changes(tx, &[decision.id]).await?;
    let about = |change: &&ChangeRow| change.honoree.is_none_or(|one| one == line.id);
    let story = changes.iter().filter(about).map(|change| (change.day, change.change));
    if standing(story, ceremony.day) != Standing::Valid {
        return refuse(CeremonyRefusal::NotStanding(line.id));
    }
    let handover = Handover {
        honoree: line.id,
        ceremony: ceremony.id,
        handed_by: checked(&new.handed_by)?,
        received_by: checked(&new.received_by)?,
    };
    if !store::ceremony::hand_over(tx, &handover).await? {
        return refuse(CeremonyRefusal::HandedBefore(line.id));
    }
    Ok(())
}

/// The ceremonies in the registers of a unit and all that ever stood below it, latest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<Ceremony>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    Ok(store::ceremony::list(&mut tx, &history.ever_below(unit)).await?)
}
