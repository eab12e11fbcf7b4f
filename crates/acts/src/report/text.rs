//! Paragraphs: the last who saves wins, everybody is told, and every version stays.
//!
//! Not here: what a token prints (`bound`, `lang`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{DocumentId, ParagraphId, ReportId};
use store::report::Paragraph;

/// The most letters of a paragraph.
pub const PARAGRAPH_MOST: usize = 20_000;

/// A paragraph as it was sent.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// In which part, by its place.
    pub part: i64,
    /// Which one; `None` for a new one at the end of the part.
    pub paragraph: Option<ParagraphId>,
    /// The version that the writer saw.
    pub seen: i64,
    /// Its text, with tokens; empty takes it out.
    pub content: String,
    /// Where the words come from; empty when they were typed.
    pub source: String,
    /// The document they come from.
    pub document: Option<DocumentId>,
}

/// Why a paragraph is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextRefusal {
    /// Nothing was written.
    Empty,
    /// It is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The report has no such part.
    UnknownPart,
    /// A token names no figure of the report.
    UnknownFigure {
        /// The name.
        name: String,
    },
}

/// How a paragraph was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Which one.
    pub paragraph: ParagraphId,
    /// Its version.
    pub version: i64,
    /// Who else saved it since the writer looked, where somebody did; that version stays in the history.
    pub over: Option<String>,
}

/// Saves a paragraph.
pub async fn save(ctx: &Ctx, id: ReportId, sent: Sent) -> Result<Saved, ActError<TextRefusal>> {
    let mut tx = ctx.write().await?;
    let report = store::report::find(&mut tx, id, false).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::WriteReports, Some(report.unit)).await?;
    let content: String = unify(&sent.content);
    if content.is_empty() && sent.paragraph.is_none() {
        return Err(ActError::Refused(TextRefusal::Empty));
    }
    if content.chars().count() > PARAGRAPH_MOST {
        return Err(ActError::Refused(TextRefusal::TooLong { most: PARAGRAPH_MOST }));
    }
    for name in domain::report::names(&content) {
        if !super::bound::known_or_bound(&mut tx, &report, name).await? {
            return Err(ActError::Refused(TextRefusal::UnknownFigure { name: name.to_owned() }));
        }
    }
    if !store::report::parts(&mut tx, id).await?.iter().any(|(place, _)| *place == sent.part) {
        return Err(ActError::Refused(TextRefusal::UnknownPart));
    }
    let held = match sent.paragraph {
        Some(paragraph) => match store::report::find_paragraph(&mut tx, paragraph).await? {
            Some((of, version)) if of == id => Some((paragraph, version)),
            _ => return Err(ActError::Missing),
        },
        None => None,
    };
    let (paragraph, version) = held.unwrap_or_else(|| (ParagraphId(ctx.app.id()), 0));
    let mut over = None;
    if version > sent.seen {
        let versions = store::report::history(&mut tx, paragraph).await?;
        if let Some(latest) = versions.first().filter(|latest| latest.account != ctx.account) {
            let names = store::account::names(&mut tx, &[latest.account]).await?;
            over = names.get(&latest.account).cloned();
        }
    }
    let row = Paragraph {
        id: paragraph,
        part: sent.part,
        version: version + 1,
        content,
        source: domain::text::clean(&sent.source),
        document: sent.document,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::report::write(&mut tx, id, &row).await?;
    ctx.record(&mut tx, "report.text", Some(report.unit), id.to_string(), paragraph.to_string()).await?;
    tx.commit().await?;
    Ok(Saved { paragraph, version: version + 1, over })
}

/// Text as it is kept: lines cleaned one by one, empty ones dropped.
fn unify(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(domain::text::clean).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Every version of a paragraph, newest first, with who saved it.
pub async fn history(
    ctx: &Ctx,
    id: ReportId,
    paragraph: ParagraphId,
) -> Result<Vec<(Paragraph, String)>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    super::seen::<Never>(ctx, &mut tx, id).await?;
    let stands = store::report::paragraphs(&mut tx, id).await?.iter().any(|one| one.id == paragraph);
    if !stands {
        return Err(ActError::Missing);
    }
    let versions = store::report::history(&mut tx, paragraph).await?;
    let accounts: Vec<_> = versions.iter().map(|one| one.account).collect();
    let names = store::account::names(&mut tx, &accounts).await?;
    Ok(versions
        .into_iter()
        .map(|one| {
            let name = names.get(&one.account).cloned().unwrap_or_default();
            (one, name)
        })
        .collect())
}
