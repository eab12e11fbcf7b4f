//! Layouts of units' own tables: told once, found again by the headings, forgotten on request.
//!
//! Not here: reading the sheet (`office`) and writing its figures (`figure_import`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::filing::About;
use crate::filing::board::{BoardQuery, shares_a_path};
use domain::authority::Action;
use domain::layout::{Layout, LayoutFault};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
pub use store::layout::Kept;

/// Why a layout is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutRefusal {
    /// It cannot stand.
    Fault(LayoutFault),
}

/// The name under which headings are known again.
fn name_of(trace: &str) -> String {
    Sha256::digest(trace.as_bytes()).iter().fold(String::new(), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The layout that was told for a table with these headings (a trace by [`domain::layout::trace`]).
pub async fn find(ctx: &Ctx, about: About, trace: &str) -> Result<Option<Kept>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::EnterFigures, Some(about.unit)).await?;
    Ok(store::layout::find(&mut tx, about.unit, about.form, &name_of(trace)).await?)
}

/// The layouts that hold for a unit and a form, newest first.
pub async fn list(ctx: &Ctx, about: About) -> Result<Vec<Kept>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::EnterFigures, Some(about.unit)).await?;
    Ok(store::layout::list(&mut tx, about.unit, about.form).await?)
}

/// Keeps how a table is read. `label` is the file's name, for lists.
pub async fn keep(
    ctx: &Ctx,
    about: About,
    trace: &str,
    layout: Layout,
    label: &str,
) -> Result<(), ActError<LayoutRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::EnterFigures, Some(about.unit)).await?;
    // A table may hold the rows of many units, so that the unit itself need not be asked; it must share a path.
    let form = store::form::find(&mut tx, about.form).await?.ok_or(ActError::Missing)?;
    let query =
        BoardQuery { unit: about.unit, form: about.form, period: about.period, standing: None, late: false };
    if !form.is_for(about.period) || !shares_a_path(&history, &form, &query) {
        return Err(ActError::Missing);
    }
    let versions = store::form::versions(&mut tx, &[form.id]).await?;
    let version = crate::form::in_force(&versions, about.period).ok_or(ActError::Missing)?;
    layout.examine(&version.content).map_err(|fault| ActError::Refused(LayoutRefusal::Fault(fault)))?;
    let kept = Kept {
        id: ctx.app.id(),
        unit: about.unit,
        form: about.form,
        trace: name_of(trace),
        label: domain::text::clean(label),
        layout,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::layout::keep(&mut tx, &kept).await?;
    let detail = format!("{} · {}", form.name, kept.label);
    ctx.record(&mut tx, "layout.keep", Some(about.unit), about.form.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets how a table is read: the next one with its headings is asked about again.
pub async fn forget(ctx: &Ctx, id: i64) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    let kept = store::layout::find_by_id(&mut tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::EnterFigures, Some(kept.unit)).await?;
    store::layout::drop_one(&mut tx, id, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "layout.forget", Some(kept.unit), kept.form.to_string(), kept.label).await?;
    tx.commit().await?;
    Ok(())
}
