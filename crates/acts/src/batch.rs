//! Imports as a list: who brought what when, and whether it was undone.
//!
//! Not here: doing and undoing them (`unit_import`, `figure_import`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{AccountId, BatchId};
use store::batch::Batch;

/// An import as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    /// The import; its kind is `units` or `figures`.
    pub batch: Batch,
    /// Who brought it.
    pub full_name: String,
    /// How the unit under which it came is called today.
    pub unit_name: Option<String>,
}

/// A page of imports, latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchPage {
    /// The imports.
    pub rows: Vec<BatchRow>,
    /// Before which import the next page begins; `None` at the end.
    pub next: Option<BatchId>,
}

/// How many rows are looked through at a time.
const STEP: u32 = 200;

/// A page of one's own imports and of those into units that one keeps.
pub async fn list(ctx: &Ctx, before: Option<BatchId>, most: u32) -> Result<BatchPage, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (mut seen, mut start) = (Vec::new(), before);
    while seen.len() <= most {
        let page = store::batch::page(&mut tx, start, STEP).await?;
        let Some(last) = page.last() else { break };
        start = Some(last.id);
        let visible = |batch: &Batch| {
            batch.account == ctx.account || authority.may(Action::KeepUnits, batch.unit, &history)
        };
        seen.extend(page.into_iter().filter(visible));
    }
    let more = seen.len() > most;
    seen.truncate(most);
    let next = seen.last().filter(|_| more).map(|last| last.id);
    let mut accounts: Vec<AccountId> = seen.iter().map(|batch| batch.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let units: Vec<_> = seen.iter().filter_map(|batch| batch.unit).collect();
    let people = store::account::names(&mut tx, &accounts).await?;
    let called = store::unit::names(&mut tx, &units, ctx.app.today()).await?;
    let rows = seen
        .into_iter()
        .map(|batch| BatchRow {
            full_name: people.get(&batch.account).cloned().unwrap_or_default(),
            unit_name: batch.unit.and_then(|unit| called.get(&unit)).map(|name| name.name.clone()),
            batch,
        })
        .collect();
    Ok(BatchPage { rows, next })
}
