//! Documents: reading a unit's report, deciding on what was proposed, and writing what was accepted as figures
//! with the quote and its place as evidence. Nothing becomes a figure before a named person accepts it.
//!
//! Not here: turning files into text (`office`), finding facts in text (`reader`).

mod lesson;
mod proposal;
mod taking;

use crate::aside::aside;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::evidence::FileRefusal;
use crate::figure::{Entry, FigureRefusal, NewEvidence, Save, save_within};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{Slot, Value};
use domain::id::{DocumentId, IndicatorId, ProposalId};
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::submission::{Road, Scope, Source, SubmissionKey};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
pub use lesson::{forget, is_lesson, is_told_alike};
pub use proposal::suggest_period;
use reader::Reading;
use reader::table::Cell;
use std::collections::{BTreeMap, HashMap};
use store::Tx;
pub use store::document::{Decided, DocumentHead, DocumentText, Proposal};
pub use taking::upload;

/// The longest text that is read, in characters: some two hundred pages.
pub const LONGEST_TEXT: usize = 1_000_000;

/// A document to read.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Whose report it is.
    pub unit: UnitId,
    /// For which days its figures stand; `None` takes what the text suggests.
    pub period: Option<Period>,
    /// The file's name.
    pub name: String,
    /// What it is (`docx`, `html`, `text`), as the intake decided.
    pub kind: String,
    /// The original's bytes.
    pub original: Vec<u8>,
    /// Its text, as the intake gave it.
    pub text: String,
    /// The cells of its tables.
    pub cells: Vec<Cell>,
    /// Where the text's pieces stood in the original, in the intake's notation.
    pub blocks: String,
}

/// Why a document is not taken in. Nothing of it is kept then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentRefusal {
    /// The file itself.
    File(FileRefusal),
    /// It has no text.
    NoText,
    /// The text is longer than [`LONGEST_TEXT`].
    TooLong,
    /// The same file was read before for the same unit.
    ReadBefore(DocumentId),
}

/// A document in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The document.
    pub head: DocumentHead,
    /// The unit's name.
    pub unit_name: String,
    /// How many proposals wait for a decision.
    pub open: i64,
    /// How many proposals there are.
    pub all: i64,
}

/// Documents within the person's reach, newest first; `before` continues a page. At most 50 at a time.
pub async fn list(ctx: &Ctx, before: Option<DocumentId>) -> Result<Vec<Listed>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = store::tree::history(&mut tx).await?;
    let reach = ctx.reach(&mut tx, Action::SeeDocuments).await?;
    let heads = if reach.is_everything() {
        store::document::list_all(&mut tx, before, 50).await?
    } else {
        let mut units: Vec<UnitId> = reach.tops().iter().flat_map(|top| history.ever_below(*top)).collect();
        units.sort_unstable();
        units.dedup();
        store::document::list(&mut tx, &units, before, 50).await?
    };
    with_counts(ctx, &mut tx, heads, &history).await
}

/// Some documents as a list shows them, those beyond the person's reach left out; in no order.
pub(crate) async fn listed(
    ctx: &Ctx,
    tx: &mut Tx,
    ids: &[DocumentId],
) -> Result<Vec<Listed>, ActError<Never>> {
    let history = store::tree::history(tx).await?;
    let heads = store::document::heads(tx, ids).await?;
    with_counts(ctx, tx, heads, &history).await
}

async fn with_counts(
    ctx: &Ctx,
    tx: &mut Tx,
    heads: Vec<DocumentHead>,
    history: &History,
) -> Result<Vec<Listed>, ActError<Never>> {
    let authority = ctx.authority(tx).await?;
    let heads: Vec<DocumentHead> = heads
        .into_iter()
        .filter(|head| authority.may(Action::SeeDocuments, Some(head.unit), history))
        .collect();
    let ids: Vec<DocumentId> = heads.iter().map(|head| head.id).collect();
    let counts = store::document::counts(tx, &ids).await?;
    let owners: Vec<UnitId> = heads.iter().map(|head| head.unit).collect();
    let names = store::unit::names(tx, &owners, ctx.app.today()).await?;
    Ok(heads
        .into_iter()
        .map(|head| {
            let (open, all) = counts.get(&head.id).copied().unwrap_or_default();
            let unit_name = names.get(&head.unit).map(|name| name.name.clone()).unwrap_or_default();
            Listed { head, unit_name, open, all }
        })
        .collect())
}

/// A document with everything that was found in it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The document.
    pub head: DocumentHead,
    /// The unit's name.
    pub unit_name: String,
    /// Who uploaded it.
    pub by: String,
    /// Its text.
    pub text: DocumentText,
    /// Everything that the reader found, figures or not.
    pub reading: Reading,
    /// The proposed figures.
    pub proposals: Vec<Proposal>,
    /// What stands already for a proposal's figure: the value and whether it came from this document.
    pub standing: HashMap<ProposalId, Value>,
    /// An earlier document of the unit that seems to be the same report, confirmed once already; what it wrote
    /// and this one tells otherwise shows in `standing`.
    pub earlier: Option<DocumentHead>,
    /// The catalogue.
    pub catalogue: Catalogue,
    /// Whether the person may decide.
    pub may_decide: bool,
}

/// Opens a document.
pub async fn open(ctx: &Ctx, id: DocumentId) -> Result<Opened, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let Some((head, text)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    let (history, authority) = ctx.ask_with(&mut tx, Action::SeeDocuments, Some(head.unit)).await?;
    let may_decide = authority.may(Action::ReadDocuments, Some(head.unit), &history);
    let proposals = store::document::proposals(&mut tx, id).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let standing = standing(&mut tx, &head, &proposals, &catalogue).await?;
    let names = store::unit::names(&mut tx, &[head.unit], ctx.app.today()).await?;
    let by = crate::figure::name_of(&mut tx, head.account).await?;
    let earlier = earlier(&mut tx, &head).await?;
    let register = taking::register(&mut tx).await?;
    drop(tx);
    let (text, reading) = aside(move || {
        let reading = taking::read(&text.content, &register);
        (text, reading)
    })
    .await?;
    Ok(Opened {
        unit_name: names.get(&head.unit).map(|name| name.name.clone()).unwrap_or_default(),
        by,
        reading,
        earlier,
        head,
        text,
        proposals,
        standing,
        catalogue,
        may_decide,
    })
}

/// What a document proposes, without its text: enough to decide on it.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The document.
    pub head: DocumentHead,
    /// The proposed figures.
    pub proposals: Vec<Proposal>,
    /// The catalogue.
    pub catalogue: Catalogue,
}

/// What a document proposes, to whoever may see it. The text is not read for it, as [`open`] does.
pub async fn proposed(ctx: &Ctx, id: DocumentId) -> Result<Proposed, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else { return Err(ActError::Missing) };
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(head.unit)).await?;
    let proposals = store::document::proposals(&mut tx, id).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    Ok(Proposed { head, proposals, catalogue })
}

/// The latest document before this one whose figures were written for the same unit and that has the same title,
/// or the same file name and period: the same report, sent again.
async fn earlier(tx: &mut Tx, head: &DocumentHead) -> Result<Option<DocumentHead>, store::StoreError> {
    let title = domain::text::fold(&head.title);
    let before = store::document::list(tx, &[head.unit], Some(head.id), 200).await?;
    Ok(before.into_iter().find(|one| {
        let same_title = !title.is_empty() && domain::text::fold(&one.title) == title;
        let same_file = one.name == head.name && one.period == head.period;
        one.written_ms.is_some() && (same_title || same_file)
    }))
}

/// What stands already in the figures that the proposals would write.
async fn standing(
    tx: &mut Tx,
    head: &DocumentHead,
    proposals: &[Proposal],
    catalogue: &Catalogue,
) -> Result<HashMap<ProposalId, Value>, store::StoreError> {
    let held = store::figure::list(tx, &[head.unit], &[head.period], Road::Declared).await?;
    let by_key: BTreeMap<SubmissionKey, _> = held.into_iter().map(|held| (held.key, held)).collect();
    let mut standing = HashMap::new();
    if by_key.is_empty() {
        return Ok(standing);
    }
    // Rows of a table ask for the same few slots again and again.
    let mut slots: HashMap<(IndicatorId, &Breakdown), Option<Slot>> = HashMap::new();
    for proposal in proposals {
        let Some(indicator) = proposal.indicator else { continue };
        let key = SubmissionKey {
            unit: head.unit,
            period: head.period,
            road: Road::Declared,
            scope: proposal.scope,
        };
        let slot = *slots
            .entry((indicator, &proposal.breakdown))
            .or_insert_with(|| catalogue.slot(indicator, &proposal.breakdown));
        let value = slot.and_then(|slot| by_key.get(&key).and_then(|held| held.vector.get(slot)));
        if let Some(value) = value {
            standing.insert(proposal.id, value);
        }
    }
    Ok(standing)
}

/// What a person decides about a proposal.
#[derive(Debug, Clone)]
pub enum Choice {
    /// It becomes this figure.
    Accept {
        /// The value; the one found unless the person corrected it.
        value: Value,
        /// Of which indicator.
        indicator: IndicatorId,
        /// In which breakdown.
        breakdown: Breakdown,
        /// For whom it speaks.
        scope: Scope,
    },
    /// It becomes the figure that was proposed.
    AcceptAsProposed,
    /// It is no figure.
    Reject,
    /// The decision is taken back.
    Reopen,
}

/// Why a decision cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecideRefusal {
    /// The proposal has no indicator; one must be chosen.
    NoIndicator(ProposalId),
    /// The value does not fit the indicator.
    Unfit(ProposalId, crate::figure::EntryFault),
}

/// Decides on some proposals of a document. Figures are only written by [`write()`].
pub async fn decide(
    ctx: &Ctx,
    id: DocumentId,
    choices: Vec<(ProposalId, Choice)>,
) -> Result<(), ActError<DecideRefusal>> {
    let mut tx = ctx.write().await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    ctx.ask(&mut tx, Action::ReadDocuments, Some(head.unit)).await?;
    let chosen: Vec<ProposalId> = choices.iter().map(|(proposal, _)| *proposal).collect();
    let chosen = store::document::some(&mut tx, id, &chosen).await?;
    let mut proposals: HashMap<ProposalId, Proposal> = chosen.into_iter().map(|one| (one.id, one)).collect();
    let catalogue = Catalogue::load(&mut tx).await?;
    let count = choices.len();
    let at_ms = ctx.app.now_ms();
    let mut as_proposed = Vec::new();
    for (proposal, choice) in choices {
        let Some(mut proposal) = proposals.remove(&proposal) else { return Err(ActError::Missing) };
        let alike = matches!(choice, Choice::AcceptAsProposed);
        settle(&mut proposal, choice);
        proposal.decided_by = Some(ctx.account);
        proposal.decided_ms = Some(at_ms);
        if proposal.decided == Decided::Accepted {
            let entry = entry_of(&head, &proposal)
                .ok_or(ActError::Refused(DecideRefusal::NoIndicator(proposal.id)))?;
            crate::figure::check_entry(catalogue.indicator(entry.indicator), head.period, &entry)
                .map_err(|fault| ActError::Refused(DecideRefusal::Unfit(proposal.id, fault)))?;
        }
        if alike {
            as_proposed.push(proposal.id);
        } else {
            store::document::decide(&mut tx, &proposal).await?;
        }
    }
    store::document::accept(&mut tx, &as_proposed, ctx.account, at_ms).await?;
    ctx.record(&mut tx, "document.decide", Some(head.unit), id.to_string(), count.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

fn settle(proposal: &mut Proposal, choice: Choice) {
    match choice {
        Choice::Accept { value, indicator, breakdown, scope } => {
            proposal.decided = Decided::Accepted;
            proposal.decided_value = (value != proposal.value).then_some(value);
            proposal.indicator = Some(indicator);
            proposal.breakdown = breakdown;
            proposal.scope = scope;
        }
        Choice::AcceptAsProposed => {
            proposal.decided = Decided::Accepted;
            proposal.decided_value = None;
        }
        Choice::Reject => proposal.decided = Decided::Rejected,
        Choice::Reopen => {
            proposal.decided = Decided::Open;
            proposal.decided_value = None;
        }
    }
}

/// The figure that an accepted proposal becomes; `None` without an indicator.
fn entry_of(head: &DocumentHead, proposal: &Proposal) -> Option<Entry> {
    Some(Entry {
        indicator: proposal.indicator?,
        breakdown: proposal.breakdown.clone(),
        value: Some(proposal.decided_value.unwrap_or(proposal.value)),
        evidence: Some(NewEvidence {
            file: None,
            document: Some(head.id),
            quote: proposal.quote.clone(),
            span: Some(proposal.span),
            place: place_of(proposal),
            note: String::new(),
            amount: None,
        }),
    })
}

/// The cell of a table, as `table|row|column`, where the figure stood in one; else empty.
fn place_of(proposal: &Proposal) -> String {
    let cell = proposal.facts.lines().find_map(|fact| fact.strip_prefix("cell="));
    cell.unwrap_or_default().to_owned()
}

/// Why accepted figures cannot be written. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteRefusal {
    /// Nothing is accepted.
    NothingAccepted,
    /// Two accepted proposals would write the same figure: their places in the list.
    SameFigure(i64, i64),
    /// The figures themselves.
    Figures(FigureRefusal),
}

/// Writes what was accepted: the unit's figures for the document's period, each with its quote as evidence.
/// Returns how many values changed. Writing again after further decisions writes only what is new.
pub async fn write(ctx: &Ctx, id: DocumentId) -> Result<usize, ActError<WriteRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    ctx.ask(&mut tx, Action::ReadDocuments, Some(head.unit)).await?;
    let accepted: Vec<Proposal> = store::document::proposals(&mut tx, id)
        .await?
        .into_iter()
        .filter(|one| one.decided == Decided::Accepted)
        .collect();
    if accepted.is_empty() {
        return Err(ActError::Refused(WriteRefusal::NothingAccepted));
    }
    refuse_doubles(&accepted)?;
    let mut changed = 0;
    for scope in Scope::ALL {
        let mut entries = Vec::new();
        for proposal in accepted.iter().filter(|one| one.scope == *scope) {
            let fresh = !written_before(&mut tx, &head, proposal).await?;
            entries.extend(entry_of(&head, proposal).filter(|_| fresh));
            if fresh && let Some(indicator) = proposal.indicator {
                for key in reader::mapping::keys(&proposal.measure, &proposal.label) {
                    store::document::learn(&mut tx, &key, indicator, &proposal.breakdown, 1).await?;
                }
            }
        }
        if entries.is_empty() {
            continue;
        }
        let save = Save {
            unit: head.unit,
            period: head.period,
            scope: *scope,
            seen_version: None,
            entries,
            source: Source::Read,
            document: Some(id),
            reason: String::new(),
        };
        let saved = save_within(ctx, &mut tx, save).await.map_err(|end| end.map(WriteRefusal::Figures))?;
        changed += saved.changed;
    }
    store::document::set_written(&mut tx, id, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "document.write", Some(head.unit), id.to_string(), changed.to_string()).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Two proposals for the same figure cannot both be written: the person says which.
fn refuse_doubles(accepted: &[Proposal]) -> Result<(), ActError<WriteRefusal>> {
    let mut seen: HashMap<(IndicatorId, &Breakdown, Scope), i64> = HashMap::new();
    for proposal in accepted {
        let Some(indicator) = proposal.indicator else { continue };
        if let Some(first) = seen.insert((indicator, &proposal.breakdown, proposal.scope), proposal.place) {
            return Err(ActError::Refused(WriteRefusal::SameFigure(first, proposal.place)));
        }
    }
    Ok(())
}

/// Whether the figure stands already with this very quote as evidence.
async fn written_before(
    tx: &mut Tx,
    head: &DocumentHead,
    proposal: &Proposal,
) -> Result<bool, store::StoreError> {
    let key =
        SubmissionKey { unit: head.unit, period: head.period, road: Road::Declared, scope: proposal.scope };
    let Some(held) = store::figure::find(tx, &key).await? else { return Ok(false) };
    let Some(indicator) = proposal.indicator else { return Ok(false) };
    let slot: Slot = store::indicator::slot(tx, indicator, &proposal.breakdown).await?;
    if held.vector.get(slot) != Some(proposal.decided_value.unwrap_or(proposal.value)) {
        return Ok(false);
    }
    let evidence = store::figure::evidence_of(tx, &[held.id]).await?;
    Ok(evidence.iter().any(|piece| {
        piece.slot == slot && piece.document == Some(head.id) && piece.span == Some(proposal.span)
    }))
}

/// Says for which days a document's figures stand. What was written for other days stays there.
pub async fn set_period(ctx: &Ctx, id: DocumentId, period: Period) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    ctx.ask(&mut tx, Action::ReadDocuments, Some(head.unit)).await?;
    store::document::set_period(&mut tx, id, period).await?;
    let detail = format!("{} → {period}", head.period);
    ctx.record(&mut tx, "document.set-period", Some(head.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The day on which a text says it was published, as a date; `None` without a full one.
pub fn published(reading: &Reading) -> Option<Date> {
    proposal::published(reading)
}
