//! Plans: a unit answers what was sent down to it with a document of its own, as text or as a file.
//!
//! Not here: who has answered and who has not (`acknowledgement`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::evidence::{self, FileRefusal, HandedFile};
use domain::acknowledgement::Trace;
use domain::authority::Action;
use domain::id::{PlanId, ProgrammeId, ThemeId};
use domain::text;
use domain::unit::UnitId;
use store::acknowledgement::Left;
use store::plan::Plan;

/// The most letters of a title.
pub const TITLE_MOST: usize = 500;
/// The most letters of a plan's text.
pub const CONTENT_MOST: usize = 100_000;

/// A plan to be sent.
#[derive(Debug, Clone, Default)]
pub struct NewPlan {
    /// What it is called.
    pub title: String,
    /// The unit's own theme, where it set one.
    pub theme: Option<ThemeId>,
    /// Its text; may be empty where there is a file.
    pub content: String,
    /// The file's name and bytes.
    pub file: Option<(String, Vec<u8>)>,
}

/// Why a plan is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanRefusal {
    /// No title.
    TitleMissing,
    /// Neither text nor file.
    NothingInIt,
    /// The title or the text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The theme is not the unit's own.
    UnknownTheme,
    /// The file is not kept.
    File(FileRefusal),
}

/// A plan that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The plan.
    pub id: PlanId,
    /// Whether its words name the document that it answers; a plan in a file is not read.
    pub names_upper: bool,
}

/// Answers a programme in a unit's name. The plan stands in the place of the unit's last one, which stays on record.
pub async fn answer(
    ctx: &Ctx,
    programme: ProgrammeId,
    unit: UnitId,
    new: NewPlan,
) -> Result<Taken, ActError<PlanRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::AnswerProgrammes, Some(unit)).await?;
    if !crate::acknowledgement::was_sent(&mut tx, programme, unit).await? {
        return Err(ActError::Missing);
    }
    let upper = store::programme::find(&mut tx, programme).await?.ok_or(ActError::Missing)?;
    let (title, content) = (text::clean(&new.title), new.content.trim().to_owned());
    if title.is_empty() {
        return Err(ActError::Refused(PlanRefusal::TitleMissing));
    }
    for (words, most) in [(&title, TITLE_MOST), (&content, CONTENT_MOST)] {
        if words.chars().count() > most {
            return Err(ActError::Refused(PlanRefusal::TooLong { most }));
        }
    }
    if content.is_empty() && new.file.is_none() {
        return Err(ActError::Refused(PlanRefusal::NothingInIt));
    }
    if let Some(theme) = new.theme
        && !store::theme::list(&mut tx, &[unit]).await?.iter().any(|own| own.id == theme)
    {
        return Err(ActError::Refused(PlanRefusal::UnknownTheme));
    }
    let directive = match upper.directive {
        Some(directive) => store::directive::find(&mut tx, directive).await?,
        None => None,
    };
    let number = directive.map(|(directive, _)| directive.number).unwrap_or_default();
    let names_upper = new.file.is_some() || domain::plan::names(&format!("{title} {content}"), &number);
    let (file, file_name) = match new.file {
        Some((name, bytes)) => {
            let hash = evidence::keep(ctx, &mut tx, &bytes, PlanRefusal::File).await?;
            (Some(hash), text::clean(&name))
        }
        None => (None, String::new()),
    };
    let now = ctx.app.now_ms();
    let plan = Plan {
        id: PlanId(ctx.app.id()),
        programme,
        unit,
        title,
        theme: new.theme,
        content,
        file,
        file_name,
        account: ctx.account,
        at_ms: now,
    };
    store::plan::add(&mut tx, &plan).await?;
    // Whoever answers has received it.
    for trace in [Trace::Opened, Trace::Received] {
        let left = Left { unit, trace, account: ctx.account, at_ms: now };
        store::acknowledgement::leave(&mut tx, programme, &left).await?;
    }
    ctx.record(&mut tx, "plan.answer", Some(unit), plan.id.to_string(), plan.title).await?;
    tx.commit().await?;
    Ok(Taken { id: plan.id, names_upper })
}

/// A plan, to whoever may see its unit.
pub async fn find(ctx: &Ctx, id: PlanId) -> Result<Plan, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let plan = store::plan::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(plan.unit)).await?;
    Ok(plan)
}

/// A plan's file, to whoever may see its unit. The handing out is written into the ledger.
pub async fn file(ctx: &Ctx, id: PlanId) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let plan = store::plan::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(plan.unit)).await?;
    let Some(hash) = plan.file else { return Err(ActError::Missing) };
    let (head, content) = store::file::find(&mut tx, &hash).await?.ok_or(ActError::Missing)?;
    let name = plan.file_name;
    ctx.record(&mut tx, "plan.hand-out", Some(plan.unit), id.to_string(), name.as_str()).await?;
    tx.commit().await?;
    Ok(HandedFile { name, media: head.media, content })
}
