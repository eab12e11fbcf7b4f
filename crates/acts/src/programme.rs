//! Programmes: the work of a unit that carries a directive out, from one day to another.
//!
//! Not here: themes (`theme`), the register of directives (`directive`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{DirectiveId, ProgrammeId};
use domain::period::Period;
use domain::text;
use domain::unit::UnitId;
use std::collections::HashMap;
use store::programme::Programme;

/// The most letters of a name.
pub const NAME_MOST: usize = 500;

/// A programme to be added.
#[derive(Debug, Clone)]
pub struct NewProgramme {
    /// Whose it is.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// From when to when.
    pub period: Period,
    /// The directive that it carries out.
    pub directive: Option<DirectiveId>,
}

/// Why a programme is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeRefusal {
    /// No name.
    NameMissing,
    /// The name is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The register has no such directive.
    UnknownDirective,
    /// The unit is not there at any time of the programme.
    UnitNotThere,
}

/// A programme as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeRow {
    /// The programme.
    pub programme: Programme,
    /// How its unit is called today.
    pub unit_name: String,
    /// As its directive is cited.
    pub cited: Option<String>,
}

/// Adds a programme to a unit.
pub async fn add(ctx: &Ctx, new: NewProgramme) -> Result<ProgrammeId, ActError<ProgrammeRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepProgrammes, Some(new.unit)).await?;
    let name = text::clean(&new.name);
    if name.is_empty() {
        return Err(ActError::Refused(ProgrammeRefusal::NameMissing));
    }
    if name.chars().count() > NAME_MOST {
        return Err(ActError::Refused(ProgrammeRefusal::TooLong { most: NAME_MOST }));
    }
    if !there(&history, new.unit, new.period) {
        return Err(ActError::Refused(ProgrammeRefusal::UnitNotThere));
    }
    if let Some(directive) = new.directive
        && store::directive::find(&mut tx, directive).await?.is_none()
    {
        return Err(ActError::Refused(ProgrammeRefusal::UnknownDirective));
    }
    let programme = Programme {
        id: ProgrammeId(ctx.app.id()),
        unit: new.unit,
        name,
        period: new.period,
        directive: new.directive,
    };
    store::programme::add(&mut tx, &programme).await?;
    let (object, detail) = (programme.id.to_string(), programme.name.as_str());
    ctx.record(&mut tx, "programme.add", Some(new.unit), object, detail).await?;
    tx.commit().await?;
    Ok(programme.id)
}

/// Whether a unit is there on some day of a period.
pub(crate) fn there(history: &domain::unit::History, unit: UnitId, period: Period) -> bool {
    history.life(unit).is_some_and(|(first, gone)| first <= period.last() && period.first() < gone)
}

/// The programmes under which a unit works: its own and those of the units above it today (or on its last day),
/// latest beginning first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<ProgrammeRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let path = path(&history, unit, ctx.app.today());
    let mut programmes = store::programme::list(&mut tx, &path).await?;
    programmes.sort_by_key(|programme| std::cmp::Reverse((programme.period.key(), programme.id)));
    let names = store::unit::names(&mut tx, &path, ctx.app.today()).await?;
    let cited: HashMap<DirectiveId, String> = store::directive::list(&mut tx)
        .await?
        .into_iter()
        .map(|(directive, _)| (directive.id, directive.cited()))
        .collect();
    Ok(programmes
        .into_iter()
        .map(|programme| ProgrammeRow {
            unit_name: names.get(&programme.unit).map(|name| name.name.clone()).unwrap_or_default(),
            cited: programme.directive.and_then(|directive| cited.get(&directive).cloned()),
            programme,
        })
        .collect())
}

/// The unit and all above it today, or on the nearest day on which it is there.
pub(crate) fn path(history: &domain::unit::History, unit: UnitId, today: jiff::civil::Date) -> Vec<UnitId> {
    let day = match history.life(unit) {
        Some((_, gone)) if gone <= today => gone.yesterday().unwrap_or(today),
        Some((first, _)) if first > today => first,
        _ => today,
    };
    history.path_on(unit, day)
}
