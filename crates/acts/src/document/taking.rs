//! Taking a document in: what the reading needs is fetched, then the text is read while nobody waits for it, then all is
//! written at once.
//!
//! Not here: turning files into text (`office`), what a number is proposed as (`proposal`).

use super::{DocumentHead, DocumentRefusal, DocumentText, LONGEST_TEXT, NewDocument, Proposal, proposal};
use crate::aside::aside;
use crate::ctx::{App, Ctx};
use crate::error::ActError;
use crate::evidence;
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::id::{AccountId, DocumentId};
use domain::unit::UnitId;
use reader::{KnownCitation, KnownUnit, Options, Reading};
use store::Tx;

/// What a text is read with: the register of documents, the catalogue, and what was accepted before.
struct Ground {
    register: Vec<KnownCitation>,
    catalogue: Catalogue,
    learned: Vec<proposal::LearnedRow>,
}

/// A document that is read and not yet written.
struct Told {
    head: DocumentHead,
    text: DocumentText,
    original: Vec<u8>,
    proposals: Vec<Proposal>,
}

/// Takes a document in and reads it. Its proposals wait for a person's decision.
pub async fn upload(ctx: &Ctx, new: NewDocument) -> Result<DocumentId, ActError<DocumentRefusal>> {
    if new.text.trim().is_empty() {
        return Err(ActError::Refused(DocumentRefusal::NoText));
    }
    if new.text.chars().count() > LONGEST_TEXT {
        return Err(ActError::Refused(DocumentRefusal::TooLong));
    }
    let ground = ground(ctx, &new).await?;
    let (app, account) = (ctx.app.clone(), ctx.account);
    let told = aside(move || tell(&app, account, new, &ground)).await?;
    // Reading takes its time: the right may be gone since, and somebody else may have brought the same file.
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::ReadDocuments, Some(told.head.unit)).await?;
    let file = evidence::keep(ctx, &mut tx, &told.original, DocumentRefusal::File).await?;
    refuse_known(&mut tx, &file, told.head.unit).await?;
    let head = DocumentHead { at_ms: ctx.app.now_ms(), ..told.head };
    store::document::add(&mut tx, &head, &told.text).await?;
    store::document::propose(&mut tx, &told.proposals).await?;
    let detail = format!("{} · {}", head.name, told.proposals.len());
    ctx.record(&mut tx, "document.read", Some(head.unit), head.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(head.id)
}

/// Asks for the right and whether the file is known, and fetches what the reading needs.
async fn ground(ctx: &Ctx, new: &NewDocument) -> Result<Ground, ActError<DocumentRefusal>> {
    let mut tx = ctx.read().await?;
    ctx.ask(&mut tx, Action::ReadDocuments, Some(new.unit)).await?;
    evidence::fits(&new.original).map_err(|refusal| ActError::Refused(DocumentRefusal::File(refusal)))?;
    refuse_known(&mut tx, &evidence::hash(&new.original), new.unit).await?;
    Ok(Ground {
        register: register(&mut tx).await?,
        catalogue: Catalogue::load(&mut tx).await?,
        learned: store::document::learned(&mut tx).await?,
    })
}

/// The same file makes no second document of a unit.
async fn refuse_known(tx: &mut Tx, file: &[u8], unit: UnitId) -> Result<(), ActError<DocumentRefusal>> {
    let before = store::document::of_file(tx, file).await?;
    match before.iter().find(|before| before.unit == unit) {
        Some(before) => Err(ActError::Refused(DocumentRefusal::ReadBefore(before.id))),
        None => Ok(()),
    }
}

/// Reads a document and makes its proposals.
fn tell(app: &App, account: AccountId, new: NewDocument, ground: &Ground) -> Told {
    let reading = read(&new.text, &ground.register);
    let head = DocumentHead {
        id: DocumentId(app.id()),
        unit: new.unit,
        period: new.period.unwrap_or_else(|| proposal::suggest_period(&reading, app.today())),
        title: proposal::title(&reading, &new.text, &new.name),
        name: domain::text::clean(&new.name),
        kind: new.kind,
        file: evidence::hash(&new.original),
        published: proposal::published(&reading),
        account,
        at_ms: app.now_ms(),
        written_ms: None,
    };
    let read = proposal::Read { document: head.id, text: &new.text, reading: &reading, cells: &new.cells };
    let proposals = proposal::find(app, &read, &ground.catalogue, &ground.learned);
    let text = DocumentText { content: new.text, blocks: new.blocks };
    Told { head, text, original: new.original, proposals }
}

/// The installation's register of documents, as the reader knows it.
pub(super) async fn register(tx: &mut Tx) -> Result<Vec<KnownCitation>, store::StoreError> {
    let known = store::directive::list(tx).await?.into_iter().map(|(known, _)| KnownCitation {
        kind: known.kind,
        number: known.number,
        date: known.issued,
        issuer: Some(known.issuer),
    });
    Ok(known.collect())
}

/// Reads a text with what the installation knows: its register of documents. Units of the tree are left out on
/// purpose: names within reach differ between people, and the same text must read the same for all.
pub(super) fn read(text: &str, register: &[KnownCitation]) -> Reading {
    let units: Vec<KnownUnit> = Vec::new();
    reader::read(text, &Options { published: None, units: &units, citations: register })
}
