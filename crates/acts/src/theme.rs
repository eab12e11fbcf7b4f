//! Themes: what a term or a year is devoted to, set by a unit for itself and all below it.
//!
//! Not here: programmes (`programme`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::programme::{path, there};
use domain::authority::Action;
use domain::id::{ProgrammeId, ThemeId};
use domain::period::Period;
use domain::text;
use domain::unit::UnitId;
use store::theme::Theme;

/// The most letters of a title and a source.
pub const TITLE_MOST: usize = 1_000;

/// A theme to be added.
#[derive(Debug, Clone)]
pub struct NewTheme {
    /// Who sets it.
    pub unit: UnitId,
    /// Within which programme, where it is.
    pub programme: Option<ProgrammeId>,
    /// What it is called.
    pub title: String,
    /// From when to when.
    pub period: Period,
    /// The document it comes from, as text; may be empty.
    pub source: String,
}

/// Why a theme is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeRefusal {
    /// No title.
    TitleMissing,
    /// The title or the source is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The unit works under no such programme.
    UnknownProgramme,
    /// The unit is not there at any time of the theme.
    UnitNotThere,
}

/// A theme as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    /// The theme.
    pub theme: Theme,
    /// How its unit is called today.
    pub unit_name: String,
}

/// Adds a theme to a unit.
pub async fn add(ctx: &Ctx, new: NewTheme) -> Result<ThemeId, ActError<ThemeRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepProgrammes, Some(new.unit)).await?;
    let (title, source) = (text::clean(&new.title), text::clean(&new.source));
    if title.is_empty() {
        return Err(ActError::Refused(ThemeRefusal::TitleMissing));
    }
    if title.chars().count().max(source.chars().count()) > TITLE_MOST {
        return Err(ActError::Refused(ThemeRefusal::TooLong { most: TITLE_MOST }));
    }
    if !there(&history, new.unit, new.period) {
        return Err(ActError::Refused(ThemeRefusal::UnitNotThere));
    }
    if let Some(programme) = new.programme {
        let above = path(&history, new.unit, ctx.app.today());
        let found = store::programme::find(&mut tx, programme).await?;
        if !found.is_some_and(|found| above.contains(&found.unit)) {
            return Err(ActError::Refused(ThemeRefusal::UnknownProgramme));
        }
    }
    let theme = Theme {
        id: ThemeId(ctx.app.id()),
        programme: new.programme,
        unit: new.unit,
        title,
        period: new.period,
        source,
    };
    store::theme::add(&mut tx, &theme).await?;
    let (object, detail) = (theme.id.to_string(), theme.title.as_str());
    ctx.record(&mut tx, "theme.add", Some(new.unit), object, detail).await?;
    tx.commit().await?;
    Ok(theme.id)
}

/// The themes that hold for a unit: its own and those of the units above it today (or on its last day), latest
/// beginning first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<ThemeRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let path = path(&history, unit, ctx.app.today());
    let mut themes = store::theme::list(&mut tx, &path).await?;
    themes.sort_by_key(|theme| std::cmp::Reverse((theme.period.key(), theme.id)));
    let names = store::unit::names(&mut tx, &path, ctx.app.today()).await?;
    Ok(themes
        .into_iter()
        .map(|theme| ThemeRow {
            unit_name: names.get(&theme.unit).map(|name| name.name.clone()).unwrap_or_default(),
            theme,
        })
        .collect())
}
