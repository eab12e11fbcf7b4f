//! Issuing: a number of the register, the files as they leave the house, and what reads otherwise than before.
//!
//! The paper itself is made by whoever calls (`office` is not reached from here) between taking the number and writing
//! the edition, in the same transaction: a paper that cannot be made takes no number. Not here: the look of the paper.

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use crate::evidence::{self, FileRefusal, HandedFile};
use domain::authority::Action;
use domain::id::{AccountId, FreezeId, ReportId};
use domain::report::{self, Change, Part, cycle};
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Tx;
use store::report::{Edition, Outgoing, Paragraph, Report, Term};

use super::bound::Bound;

/// The symbol of reports.
pub const SYMBOL: &str = "BC";

/// What a paper is made from.
#[derive(Debug, Clone)]
pub struct Ready {
    /// The report.
    pub report: Report,
    /// Its parts with their places.
    pub parts: Vec<(i64, Part)>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its figures with their values.
    pub figures: Vec<Bound>,
    /// The unit's figures with those of the units directly below, for the tables.
    pub table: crate::total::View,
    /// Which edition, from 1.
    pub edition: i64,
    /// Its number.
    pub number: i64,
    /// The day on it.
    pub day: Date,
    /// The number and day of the edition whose place it takes.
    pub replaces: Option<(String, Date)>,
}

/// A paper that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The number as it stands on the paper (`05-BC/ĐU`).
    pub numbered: String,
    /// What was printed for each figure.
    pub printed: BTreeMap<String, String>,
    /// The Word file.
    pub docx: Vec<u8>,
    /// The PDF file.
    pub pdf: Option<Vec<u8>>,
    /// The tables as a workbook.
    pub xlsx: Option<Vec<u8>>,
}

/// Text and figures of an edition as issued.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Content {
    /// Its parts, one after another.
    pub parts: Vec<IssuedPart>,
    /// What was printed for each figure.
    pub printed: BTreeMap<String, String>,
}

/// A part of an edition.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct IssuedPart {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<IssuedParagraph>,
}

/// A paragraph of an edition.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct IssuedParagraph {
    /// Which one.
    pub id: String,
    /// As typed, with tokens.
    pub text: String,
}

impl Content {
    fn of(ready: &Ready, printed: BTreeMap<String, String>) -> Self {
        let parts = ready.parts.iter().map(|(place, part)| IssuedPart {
            heading: part.heading.clone(),
            paragraphs: ready
                .paragraphs
                .iter()
                .filter(|one| one.part == *place)
                .map(|one| IssuedParagraph { id: one.id.to_string(), text: one.content.clone() })
                .collect(),
        });
        Self { parts: parts.collect(), printed }
    }

    /// Reads what was written.
    pub(crate) fn read(text: &str) -> Result<Self, Fault> {
        serde_json::from_str(text).map_err(|_| Fault::Inconsistent("an edition's content"))
    }

    fn paragraphs(&self) -> impl Iterator<Item = &IssuedParagraph> {
        self.parts.iter().flat_map(|part| &part.paragraphs)
    }
}

/// Why a report is not issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueRefusal {
    /// An obligatory part is empty.
    PartEmpty {
        /// Its heading.
        heading: String,
    },
    /// The text names figures that nobody reported.
    NotReported {
        /// Their names.
        names: Vec<String>,
    },
    /// The words on the paper are not complete.
    PaperBare,
    /// The term within which Party papers count is not known for this day.
    NoTerm,
    /// Nothing reads otherwise than in the last edition.
    NothingNew,
    /// The paper's day lies before the last edition's, or in the future.
    Day,
    /// The paper could not be made.
    NotMade,
    /// A file is not kept.
    File(FileRefusal),
}

/// Issues a report: takes the next number, has the paper made, keeps it and writes the register.
pub async fn issue(
    ctx: &Ctx,
    id: ReportId,
    day: Date,
    make: impl FnOnce(&Ready) -> Option<Made> + Send,
) -> Result<(i64, String), ActError<IssueRefusal>> {
    let mut tx = ctx.write().await?;
    let found = store::report::find(&mut tx, id, true).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(&mut tx, Action::IssueReports, Some(found.unit)).await?;
    let editions = store::report::editions(&mut tx, id).await?;
    let last = editions.first();
    let figures = super::bound::values(ctx, &mut tx, &history, &found).await.map_err(ActError::widen)?;
    let mut ready = ready(&mut tx, found, figures).await?;
    ready.edition = last.map_or(1, |last| last.edition + 1);
    ready.day = day;
    ready.replaces = last.map(|last| (last.numbered.clone(), last.day));
    check(&ready, ctx.app.today(), last).map_err(ActError::Refused)?;
    let terms = store::report::terms(&mut tx, ready.report.unit).await?;
    let term = terms.iter().find(|term| term.from <= day && day < term.to).map(|term| term.name.as_str());
    let cycle = cycle(ready.report.form, day, term).ok_or(ActError::Refused(IssueRefusal::NoTerm))?;
    ready.number = store::report::next_number(&mut tx, ready.report.unit, SYMBOL, &cycle.0).await?;
    let made = make(&ready).ok_or(ActError::Refused(IssueRefusal::NotMade))?;
    let content = Content::of(&ready, made.printed.clone());
    let changes = changes(&mut tx, &ready, last, &content).await?;
    if last.is_some() && changes.is_empty() {
        return Err(ActError::Refused(IssueRefusal::NothingNew));
    }
    let numbered = made.numbered.clone();
    let edition = written(ctx, &mut tx, &ready, made, &content, &changes).await?;
    store::report::add_edition(&mut tx, &edition).await?;
    let line = Outgoing {
        unit: ready.report.unit,
        symbol: SYMBOL.to_owned(),
        cycle: cycle.0,
        number: ready.number,
        numbered: numbered.clone(),
        day,
        subject: ready.report.subject.clone(),
        report: Some((id, edition.edition)),
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::report::register(&mut tx, &line).await?;
    ctx.record(&mut tx, "report.issue", Some(ready.report.unit), id.to_string(), numbered.as_str()).await?;
    tx.commit().await?;
    Ok((edition.edition, numbered))
}

/// A report as its paper would be made now: without a number, for looking at.
pub async fn draft(ctx: &Ctx, id: ReportId) -> Result<Ready, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (report, history) = super::seen::<Never>(ctx, &mut tx, id).await?;
    let values = super::bound::values(ctx, &mut tx, &history, &report).await?;
    let editions = store::report::editions(&mut tx, id).await?;
    let mut ready = ready(&mut tx, report, values).await?;
    ready.edition = editions.first().map_or(1, |last| last.edition + 1);
    ready.day = ctx.app.today();
    Ok(ready)
}

async fn ready(
    tx: &mut Tx,
    report: Report,
    values: super::bound::Values,
) -> Result<Ready, store::StoreError> {
    let parts = store::report::parts(tx, report.id).await?;
    let mut paragraphs = store::report::paragraphs(tx, report.id).await?;
    paragraphs.retain(|paragraph| !paragraph.content.is_empty());
    let day = report.period.last();
    let super::bound::Values { figures, table } = values;
    Ok(Ready { report, parts, paragraphs, figures, table, edition: 1, number: 0, day, replaces: None })
}

/// What stands in the way of issuing a report as it is.
pub fn check(ready: &Ready, today: Date, last: Option<&Edition>) -> Result<(), IssueRefusal> {
    let empty = |place: i64| !ready.paragraphs.iter().any(|one| one.part == place);
    if let Some((_, part)) = ready.parts.iter().find(|(place, part)| part.role.obligatory() && empty(*place))
    {
        return Err(IssueRefusal::PartEmpty { heading: part.heading.clone() });
    }
    let paper = &ready.report.paper;
    if [&paper.issuer, &paper.organ, &paper.place, &paper.post, &paper.signer, &paper.recipients]
        .iter()
        .any(|field| field.is_empty())
    {
        return Err(IssueRefusal::PaperBare);
    }
    let mut silent: Vec<String> = Vec::new();
    for name in ready.paragraphs.iter().flat_map(|one| report::names(&one.content)) {
        let told = ready.figures.iter().any(|one| one.figure.name == name && one.told());
        if !told && !silent.iter().any(|known| known == name) {
            silent.push(name.to_owned());
        }
    }
    if !silent.is_empty() {
        return Err(IssueRefusal::NotReported { names: silent });
    }
    if ready.day > today || last.is_some_and(|last| ready.day < last.day) {
        return Err(IssueRefusal::Day);
    }
    Ok(())
}

async fn changes(
    tx: &mut Tx,
    ready: &Ready,
    last: Option<&Edition>,
    content: &Content,
) -> Result<Vec<Change>, ActError<IssueRefusal>> {
    let Some(last) = last else { return Ok(Vec::new()) };
    let before = Content::read(&last.content)?;
    let mut pairs: Vec<(Option<String>, Option<String>)> = content
        .paragraphs()
        .map(|new| {
            let old = before.paragraphs().find(|old| old.id == new.id);
            (old.map(|old| old.text.clone()), Some(new.text.clone()))
        })
        .collect();
    let gone = before.paragraphs().filter(|old| !content.paragraphs().any(|new| new.id == old.id));
    pairs.extend(gone.map(|old| (Some(old.text.clone()), None)));
    let mut found = report::changes(&pairs, &before.printed, &content.printed);
    let since_ms = told_at(tx, last.freeze, last.at_ms).await?;
    let until_ms = told_at(tx, ready.report.freeze, i64::MAX).await?;
    for change in &mut found {
        change.why = why(tx, ready, &change.figures, (since_ms, until_ms)).await?;
    }
    Ok(found)
}

/// The moment of which figures tell: that of their freeze, which may lie long before the paper that quotes it.
async fn told_at(tx: &mut Tx, freeze: Option<i64>, else_ms: i64) -> Result<i64, Fault> {
    let Some(freeze) = freeze else { return Ok(else_ms) };
    Ok(store::freeze::find(tx, FreezeId(freeze)).await?.map_or(else_ms, |freeze| freeze.at_ms))
}

/// Who corrected the figures of a sentence after one moment and up to another, and the reason given.
async fn why(tx: &mut Tx, ready: &Ready, names: &[String], within: (i64, i64)) -> Result<String, Fault> {
    let history = store::tree::history(tx).await?;
    let periods: Vec<_> = store::figure::periods(tx)
        .await?
        .into_iter()
        .filter(|period| ready.report.period.contains(*period))
        .collect();
    let mut told: Vec<String> = Vec::new();
    for name in names {
        let Some(bound) = ready.figures.iter().find(|one| one.figure.name == *name) else { continue };
        let units = history.ever_below(bound.figure.unit);
        let held = store::figure::list(tx, &units, &periods, domain::submission::Road::Declared).await?;
        let ids: Vec<_> = held.iter().map(|one| one.id).collect();
        let names = store::unit::names(tx, &units, ready.day).await?;
        for version in store::figure::versions(tx, &ids).await? {
            let at_ms = version.origin.at_ms;
            if at_ms <= within.0
                || at_ms > within.1
                || version.after.get(bound.figure.slot) == version.before.get(bound.figure.slot)
            {
                continue;
            }
            let unit = held.iter().find(|one| one.id == version.submission).map(|one| one.key.unit);
            let unit =
                unit.and_then(|unit| names.get(&unit)).map(|name| name.name.as_str()).unwrap_or_default();
            let line = if version.origin.reason.is_empty() {
                unit.to_owned()
            } else {
                format!("{unit}: {}", version.origin.reason)
            };
            if !told.contains(&line) {
                told.push(line);
            }
        }
    }
    Ok(told.join("; "))
}

async fn written(
    ctx: &Ctx,
    tx: &mut Tx,
    ready: &Ready,
    made: Made,
    content: &Content,
    changes: &[Change],
) -> Result<Edition, ActError<IssueRefusal>> {
    let docx = evidence::keep(ctx, tx, &made.docx, IssueRefusal::File).await?;
    let pdf = match made.pdf {
        Some(bytes) => Some(evidence::keep(ctx, tx, &bytes, IssueRefusal::File).await?),
        None => None,
    };
    let xlsx = match made.xlsx {
        Some(bytes) => Some(evidence::keep(ctx, tx, &bytes, IssueRefusal::File).await?),
        None => None,
    };
    let text = |value: Result<String, serde_json::Error>| {
        value.map_err(|_| Fault::Inconsistent("an edition that cannot be written"))
    };
    Ok(Edition {
        report: ready.report.id,
        edition: ready.edition,
        freeze: ready.report.freeze,
        day: ready.day,
        symbol: SYMBOL.to_owned(),
        number: ready.number,
        numbered: made.numbered,
        content: text(serde_json::to_string(content))?,
        changes: text(serde_json::to_string(changes))?,
        docx,
        pdf,
        xlsx,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    })
}

/// What reads otherwise in an edition than in the one before.
pub fn changes_of(edition: &Edition) -> Result<Vec<Change>, Fault> {
    serde_json::from_str(&edition.changes).map_err(|_| Fault::Inconsistent("an edition's changes"))
}

/// Which file of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The Word file.
    Word,
    /// The PDF file.
    Pdf,
    /// The tables as a workbook.
    Tables,
}

/// A file of an edition exactly as it was issued. The handing out is written into the ledger.
pub async fn file(
    ctx: &Ctx,
    id: ReportId,
    edition: i64,
    which: Paper,
) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let (report, _) = super::seen::<Never>(ctx, &mut tx, id).await?;
    let editions = store::report::editions(&mut tx, id).await?;
    let edition = editions.iter().find(|one| one.edition == edition).ok_or(ActError::Missing)?;
    let (hash, ending) = match which {
        Paper::Word => (Some(edition.docx.clone()), "docx"),
        Paper::Pdf => (edition.pdf.clone(), "pdf"),
        Paper::Tables => (edition.xlsx.clone(), "xlsx"),
    };
    let hash = hash.ok_or(ActError::Missing)?;
    let (head, content) = store::file::find(&mut tx, &hash).await?.ok_or(ActError::Missing)?;
    let name = format!("{}.{ending}", edition.numbered.replace('/', "-"));
    ctx.record(&mut tx, "report.hand-out", Some(report.unit), id.to_string(), name.as_str()).await?;
    tx.commit().await?;
    Ok(HandedFile { name, media: head.media, content })
}

/// The register of a unit's outgoing papers, newest first, with who issued each.
pub async fn outgoing(ctx: &Ctx, unit: UnitId) -> Result<Vec<(Outgoing, String)>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(unit)).await?;
    let lines = store::report::outgoing(&mut tx, unit, 500).await?;
    let accounts: Vec<AccountId> = lines.iter().map(|line| line.account).collect();
    let names = store::account::names(&mut tx, &accounts).await?;
    Ok(lines
        .into_iter()
        .map(|line| {
            let name = names.get(&line.account).cloned().unwrap_or_default();
            (line, name)
        })
        .collect())
}

/// Why a term is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRefusal {
    /// No name.
    NameMissing,
    /// It ends before it begins.
    Backwards,
    /// It meets another term of the unit.
    Meets,
}

/// Keeps a term of a unit.
pub async fn add_term(ctx: &Ctx, unit: UnitId, term: Term) -> Result<(), ActError<TermRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::IssueReports, Some(unit)).await?;
    let term =
        Term { name: domain::text::clean(&term.name), source: domain::text::clean(&term.source), ..term };
    if term.name.is_empty() {
        return Err(ActError::Refused(TermRefusal::NameMissing));
    }
    if term.to <= term.from {
        return Err(ActError::Refused(TermRefusal::Backwards));
    }
    let known = store::report::terms(&mut tx, unit).await?;
    if known.iter().any(|one| one.from < term.to && term.from < one.to || one.name == term.name) {
        return Err(ActError::Refused(TermRefusal::Meets));
    }
    store::report::add_term(&mut tx, unit, &term).await?;
    ctx.record(&mut tx, "term.add", Some(unit), unit.to_string(), term.name).await?;
    tx.commit().await?;
    Ok(())
}

/// The terms of a unit, latest first.
pub async fn terms(ctx: &Ctx, unit: UnitId) -> Result<Vec<Term>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    Ok(store::report::terms(&mut tx, unit).await?)
}
