//! Reports written here: beginning one from an outline, what stands on its paper, and the page of one report.
//!
//! Not here: outlines (`outline`), paragraphs (`text`), what the figures are (`bound`), taking over paragraphs from
//! below (`offer`), checking citations (`cited`), issuing (`issue`), printing (`office::paper`).

pub mod bound;
pub mod cited;
pub mod issue;
pub mod offer;
pub mod outline;
pub mod text;

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{AccountId, ReportId};
use domain::period::Period;
use domain::report::{PaperForm, Part, ReportKind};
use domain::text as words;
use domain::unit::{History, UnitId};
use std::collections::HashMap;
use std::sync::Arc;
use store::Tx;
pub use store::report::{Edition, Figure, PaperWords, Paragraph, Report, Term};

/// Reports on one page of the list.
const PAGE: u32 = 50;
/// The most letters of a subject and of a field of the paper.
pub const FIELD_MOST: usize = 2_000;

/// A report to be begun.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// Whose it will be.
    pub unit: UnitId,
    /// For which stretch and occasion.
    pub kind: ReportKind,
    /// Whose form it has.
    pub form: PaperForm,
    /// What it is about, in small letters.
    pub subject: String,
    /// For which days.
    pub period: Period,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The house style, in `lang`'s notation.
    pub style: String,
    /// What stands on the paper.
    pub paper: PaperWords,
}

/// Why a report is not begun or its paper not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportRefusal {
    /// No subject.
    SubjectMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The outline has no parts, or none of an obligatory kind.
    OutlineBare,
    /// The unit is not there at any time of the period.
    UnitNotThere,
}

/// A report in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The report.
    pub report: Report,
    /// How its unit is called today.
    pub unit_name: String,
    /// The latest edition: which one, and its number on paper.
    pub issued: Option<(i64, String)>,
}

/// A report with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct View {
    /// The report.
    pub report: Report,
    /// How its unit is called today.
    pub unit_name: String,
    /// Its parts with their places.
    pub parts: Vec<(i64, Part)>,
    /// Its paragraphs as they stand; those taken out are left out.
    pub paragraphs: Vec<Paragraph>,
    /// Its figures with what they are now (or in its freeze).
    pub figures: Vec<bound::Bound>,
    /// What was issued, newest first.
    pub editions: Vec<Edition>,
    /// The names of those who saved paragraphs or issued.
    pub people: HashMap<AccountId, String>,
    /// Whether the person may write.
    pub may_write: bool,
    /// Whether the person may issue.
    pub may_issue: bool,
}

fn checked_paper(paper: &PaperWords) -> Result<PaperWords, ReportRefusal> {
    let line = |text: &str| words::clean(text);
    let lines = |text: &str| {
        let kept: Vec<String> = text.lines().map(words::clean).filter(|line| !line.is_empty()).collect();
        kept.join("\n")
    };
    let checked = PaperWords {
        parent: lines(&paper.parent),
        issuer: lines(&paper.issuer),
        organ: line(&paper.organ),
        place: line(&paper.place),
        on_behalf: line(&paper.on_behalf),
        post: line(&paper.post),
        signer: line(&paper.signer),
        recipients: lines(&paper.recipients),
    };
    let fields = [
        &checked.parent,
        &checked.issuer,
        &checked.organ,
        &checked.place,
        &checked.on_behalf,
        &checked.post,
        &checked.signer,
        &checked.recipients,
    ];
    if fields.iter().any(|field| field.chars().count() > FIELD_MOST) {
        return Err(ReportRefusal::TooLong { most: FIELD_MOST });
    }
    Ok(checked)
}

fn checked_subject(subject: &str) -> Result<String, ReportRefusal> {
    let subject = words::clean(subject);
    if subject.is_empty() {
        return Err(ReportRefusal::SubjectMissing);
    }
    if subject.chars().count() > FIELD_MOST {
        return Err(ReportRefusal::TooLong { most: FIELD_MOST });
    }
    Ok(subject)
}

/// Begins a report: its parts come from the outline, its figures are all that have a value in the stretch.
pub async fn begin(ctx: &Ctx, new: NewReport) -> Result<ReportId, ActError<ReportRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::WriteReports, Some(new.unit)).await?;
    let subject = checked_subject(&new.subject).map_err(ActError::Refused)?;
    let paper = checked_paper(&new.paper).map_err(ActError::Refused)?;
    if !outline::is_whole(&new.parts) {
        return Err(ActError::Refused(ReportRefusal::OutlineBare));
    }
    if !crate::programme::there(&history, new.unit, new.period) {
        return Err(ActError::Refused(ReportRefusal::UnitNotThere));
    }
    let report = Report {
        id: ReportId(ctx.app.id()),
        unit: new.unit,
        kind: new.kind,
        form: new.form,
        subject,
        period: new.period,
        freeze: None,
        style: new.style,
        paper,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::report::add(&mut tx, &report, &new.parts).await?;
    bound::bind_all(ctx, &mut tx, &history, &report).await.map_err(ActError::widen)?;
    ctx.record(&mut tx, "report.begin", Some(new.unit), report.id.to_string(), report.subject).await?;
    tx.commit().await?;
    Ok(report.id)
}

/// Keeps subject, style and the words on the paper. What was issued stays as it is.
pub async fn save_paper(
    ctx: &Ctx,
    id: ReportId,
    subject: &str,
    style: &str,
    paper: &PaperWords,
) -> Result<(), ActError<ReportRefusal>> {
    let mut tx = ctx.write().await?;
    let mut report = store::report::find(&mut tx, id, true).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::WriteReports, Some(report.unit)).await?;
    report.subject = checked_subject(subject).map_err(ActError::Refused)?;
    report.paper = checked_paper(paper).map_err(ActError::Refused)?;
    style.clone_into(&mut report.style);
    store::report::save(&mut tx, &report).await?;
    ctx.record(&mut tx, "report.paper", Some(report.unit), id.to_string(), report.subject).await?;
    tx.commit().await?;
    Ok(())
}

/// A report that the person may see.
pub(crate) async fn seen<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    id: ReportId,
) -> Result<(Report, Arc<History>), ActError<R>> {
    let report = store::report::find(tx, id, false).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(tx, Action::SeeDocuments, Some(report.unit)).await?;
    Ok((report, history))
}

/// A report with everything that belongs to it.
pub async fn view(ctx: &Ctx, id: ReportId) -> Result<View, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (report, history) = seen::<Never>(ctx, &mut tx, id).await?;
    let parts = store::report::parts(&mut tx, id).await?;
    let mut paragraphs = store::report::paragraphs(&mut tx, id).await?;
    paragraphs.retain(|paragraph| !paragraph.content.is_empty());
    let editions = store::report::editions(&mut tx, id).await?;
    let figures = bound::values(ctx, &mut tx, &history, &report).await?.figures;
    let accounts: Vec<AccountId> = paragraphs
        .iter()
        .map(|paragraph| paragraph.account)
        .chain(editions.iter().map(|edition| edition.account))
        .collect();
    let people = store::account::names(&mut tx, &accounts).await?;
    let names = store::unit::names(&mut tx, &[report.unit], ctx.app.today()).await?;
    let authority = ctx.authority(&mut tx).await?;
    let may = |action| authority.may(action, Some(report.unit), &history);
    Ok(View {
        unit_name: names.get(&report.unit).map(|name| name.name.clone()).unwrap_or_default(),
        parts,
        paragraphs,
        figures,
        editions,
        people,
        may_write: may(Action::WriteReports),
        may_issue: may(Action::IssueReports),
        report,
    })
}

/// The reports of a unit and of all below it, newest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<Listed>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeDocuments, Some(unit)).await?;
    // A unit that once stood below and has gone elsewhere shows its new papers there alone.
    let mut units = history.ever_below(unit);
    units.retain(|unit| authority.may(Action::SeeDocuments, Some(*unit), &history));
    let reports = store::report::list(&mut tx, &units, PAGE).await?;
    let owners: Vec<UnitId> = reports.iter().map(|report| report.unit).collect();
    let names = store::unit::names(&mut tx, &owners, ctx.app.today()).await?;
    let mut listed = Vec::with_capacity(reports.len());
    for report in reports {
        let editions = store::report::editions(&mut tx, report.id).await?;
        listed.push(Listed {
            unit_name: names.get(&report.unit).map(|name| name.name.clone()).unwrap_or_default(),
            issued: editions.first().map(|edition| (edition.edition, edition.numbered.clone())),
            report,
        });
    }
    Ok(listed)
}
