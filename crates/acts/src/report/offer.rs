//! Paragraphs offered to the writer: what the units' own documents say of shortcomings, next tasks and models, and what
//! reports issued below say under the same headings, each with its source.
//!
//! Nothing is taken over by itself: the writer chooses, and the source stays with the paragraph. Not here: reading
//! (`reader`), saving (`text`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{DocumentId, ReportId};
use domain::report::Role;
use domain::unit::UnitId;
use std::collections::HashMap;
use store::Tx;
use store::document::DocumentHead;
use store::report::Report;

/// How many documents are read for one report; the newest first.
const DOCUMENTS: usize = 40;
/// How many paragraphs are offered of one role.
const OFFERED: usize = 30;

/// A paragraph that may be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// For parts of which role.
    pub role: Role,
    /// Its words.
    pub words: String,
    /// Whose words: the unit and the document or report.
    pub source: String,
    /// The unit.
    pub unit: UnitId,
    /// The document, where it is one.
    pub document: Option<DocumentId>,
}

/// What may be taken over into a report, from its own unit and all below it.
pub async fn list(ctx: &Ctx, id: ReportId) -> Result<Vec<Offer>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (report, history) = super::seen::<Never>(ctx, &mut tx, id).await?;
    let authority = ctx.authority(&mut tx).await?;
    let mut units = history.ever_below(report.unit);
    units.retain(|unit| authority.may(Action::SeeDocuments, Some(*unit), &history));
    let names = store::unit::names(&mut tx, &units, ctx.app.today()).await?;
    let name = |unit: UnitId| names.get(&unit).map(|name| name.name.clone()).unwrap_or_default();
    let mut offers = from_reports(&mut tx, &report, &units, &name).await?;
    let mut documents = store::document::list(&mut tx, &units, None, 500).await?;
    documents.retain(|head| meets(head, &report));
    documents.truncate(DOCUMENTS);
    for head in documents {
        let Some((_, text)) = store::document::find(&mut tx, head.id).await? else { continue };
        let source = format!("{} · {}", name(head.unit), head.title);
        offers.extend(passages(&text.content, &head, &source));
    }
    let mut counted: HashMap<Role, usize> = HashMap::new();
    offers.retain(|offer| {
        let count = counted.entry(offer.role).or_default();
        *count += 1;
        *count <= OFFERED
    });
    Ok(offers)
}

/// Whether a document speaks of days of the report.
fn meets(head: &DocumentHead, report: &Report) -> bool {
    head.period.first() <= report.period.last() && report.period.first() <= head.period.last()
}

/// What a document says of shortcomings, next tasks and models.
fn passages(content: &str, head: &DocumentHead, source: &str) -> Vec<Offer> {
    let options = reader::Options { published: head.published, units: &[], citations: &[] };
    let reading = reader::read(content, &options);
    let letters: Vec<char> = content.chars().collect();
    let told = |mention: &reader::Mention| -> String {
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let stretch = |span: &reader::Span| {
            letters.get(place(span.start)..place(span.end)).unwrap_or(&[]).iter().collect::<String>()
        };
        let all: Vec<String> = mention.spans.iter().map(stretch).collect();
        domain::text::clean(&all.join(" "))
    };
    let of = |role: Role, words: String| Offer {
        role,
        words,
        source: source.to_owned(),
        unit: head.unit,
        document: Some(head.id),
    };
    let short = reading.limitations.iter().map(|one| of(Role::Shortcoming, told(&one.mention)));
    let next = reading.tasks.iter().map(|one| of(Role::Next, told(&one.mention)));
    let models: Vec<&str> = reading.models.iter().map(|one| one.name.as_str()).collect();
    let models =
        (!models.is_empty()).then(|| of(Role::Outcome, format!("Các mô hình: {}.", models.join("; "))));
    short.chain(next).chain(models).filter(|offer| !offer.words.is_empty()).collect()
}

/// What reports issued below say, under headings of the same role.
async fn from_reports(
    tx: &mut Tx,
    report: &Report,
    units: &[UnitId],
    name: &impl Fn(UnitId) -> String,
) -> Result<Vec<Offer>, ActError<Never>> {
    let mut offers = Vec::new();
    for below in store::report::list(tx, units, 200).await? {
        let inside = report.period.contains(below.period) && below.id != report.id;
        let Some(edition) = store::report::editions(tx, below.id).await?.into_iter().next() else { continue };
        if !inside {
            continue;
        }
        let content = super::issue::Content::read(&edition.content)?;
        for (_, part) in
            store::report::parts(tx, below.id).await?.iter().filter(|(_, part)| part.role != Role::Frame)
        {
            let told = content.parts.iter().filter(|one| one.heading == part.heading);
            for words in told.flat_map(|one| &one.paragraphs) {
                offers.push(Offer {
                    role: part.role,
                    words: domain::report::filled(&words.text, &content.printed),
                    source: format!("{} · {} {}", name(below.unit), edition.symbol, edition.numbered),
                    unit: below.unit,
                    document: None,
                });
            }
        }
    }
    Ok(offers)
}
