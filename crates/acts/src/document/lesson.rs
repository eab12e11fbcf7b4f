//! What accepted figures taught about the words of reports, and taking it back.
//!
//! Not here: how a lesson chooses an indicator (`reader::mapping`).

use domain::authority::Action;
use domain::id::{DocumentId, ProposalId};

use super::{Decided, Proposal};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::indicator::Catalogue;

/// Takes back what earlier acceptances taught about the words of an open proposal: the next report is read without it,
/// and this proposal asks for its indicator again. Only a proposal that says it was accepted so before has such a
/// lesson.
pub async fn forget(ctx: &Ctx, id: DocumentId, proposal: ProposalId) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    ctx.ask(&mut tx, Action::ReadDocuments, Some(head.unit)).await?;
    let all = store::document::proposals(&mut tx, id).await?;
    let found = all.into_iter().find(|one| one.id == proposal && is_lesson(one));
    let Some(mut found) = found else { return Err(ActError::Missing) };
    let Some(indicator) = found.indicator.take() else { return Err(ActError::Missing) };
    for key in reader::mapping::keys(&found.measure, &found.label) {
        store::document::unlearn(&mut tx, &key, indicator).await?;
    }
    store::document::decide(&mut tx, &found).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let code = catalogue.indicator(indicator).map_or("", |row| row.code.as_str());
    let detail = format!("{code} · {} · {}", found.measure, found.label);
    ctx.record(&mut tx, "document.forget", Some(head.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether an open proposal has its indicator from what was accepted before.
pub fn is_lesson(proposal: &Proposal) -> bool {
    proposal.decided == Decided::Open
        && proposal.indicator.is_some()
        && proposal.facts.lines().any(|fact| fact.starts_with("because=accepted:"))
}

/// Whether an open proposal stands in a table's cell whose measure and whole headings people accepted as this indicator before: the form
/// that comes every quarter is read as it was read, and nothing is left to look at.
pub fn is_told_alike(proposal: &Proposal) -> bool {
    let mut facts = proposal.facts.lines();
    let whole = |fact: &str| fact.starts_with("because=accepted:") && !fact.ends_with('…');
    is_lesson(proposal) && facts.clone().any(|fact| fact.starts_with("cell=")) && facts.any(whole)
}
