//! Reports as rows: the report, its parts, its figures and the paragraphs with all their versions.
//!
//! Not here: what was issued and its numbers (`issued`), what a token is (`domain::report`).

mod issued;

pub use issued::{
    Edition, Outgoing, Term, add_edition, add_term, editions, next_number, outgoing, register, terms,
};

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::figure::Slot;
use domain::id::{AccountId, DocumentId, ParagraphId, ReportId, UnitId};
use domain::period::Period;
use domain::report::{PaperForm, Part, ReportKind, Role};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its identity.
    pub id: ReportId,
    /// Whose it is.
    pub unit: UnitId,
    /// For which stretch and occasion.
    pub kind: ReportKind,
    /// Whose form it has.
    pub form: PaperForm,
    /// What it is about, in small letters.
    pub subject: String,
    /// For which days.
    pub period: Period,
    /// The frozen figures it quotes; `None` while it quotes what stands now.
    pub freeze: Option<i64>,
    /// The house style, in `lang`'s notation.
    pub style: String,
    /// What stands on the paper around the text.
    pub paper: PaperWords,
    /// Who began it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// What stands on the paper around the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperWords {
    /// The body above, a line each.
    pub parent: String,
    /// The issuer, a line each.
    pub issuer: String,
    /// The issuer's symbol (`ĐU`).
    pub organ: String,
    /// Where it is issued.
    pub place: String,
    /// For whom it is signed (`BAN THƯỜNG VỤ`); empty for a head in the head's own right.
    pub on_behalf: String,
    /// The signer's post.
    pub post: String,
    /// The signer's name.
    pub signer: String,
    /// Who receives it, a line each; the last one says where it is kept.
    pub recipients: String,
}

/// A paragraph as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its identity.
    pub id: ParagraphId,
    /// In which part, by its place.
    pub part: i64,
    /// Its version, from 1.
    pub version: i64,
    /// Its text, with tokens; empty when it was taken out.
    pub content: String,
    /// Where the words come from; empty when they were typed.
    pub source: String,
    /// The document they come from.
    pub document: Option<DocumentId>,
    /// Who saved it last.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// A figure of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name under which the text calls it.
    pub name: String,
    /// Its number within the report, from 1: its address.
    pub number: i64,
    /// Whose figure.
    pub unit: UnitId,
    /// Which.
    pub slot: Slot,
}

const COLUMNS: &str = "id, unit, kind, form, subject, period, frozen, style, parent, issuer, organ, place, \
                       on_behalf, post, signer, recipients, account, at_ms";

fn read(row: &Row) -> Result<Report, StoreError> {
    Ok(Report {
        id: ReportId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        kind: ReportKind::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a report's kind"))?,
        form: PaperForm::from_code(&row.text(3)?).ok_or(StoreError::Damaged("a paper's form"))?,
        subject: row.text(4)?,
        period: crate::programme::read_period(row.int(5)?)?,
        freeze: row.opt_int(6)?,
        style: row.text(7)?,
        paper: PaperWords {
            parent: row.text(8)?,
            issuer: row.text(9)?,
            organ: row.text(10)?,
            place: row.text(11)?,
            on_behalf: row.text(12)?,
            post: row.text(13)?,
            signer: row.text(14)?,
            recipients: row.text(15)?,
        },
        account: AccountId(row.int(16)?),
        at_ms: row.int(17)?,
    })
}

/// Writes a report with its parts, the first at place 1.
pub async fn add(tx: &mut Tx, report: &Report, parts: &[Part]) -> Result<(), StoreError> {
    let paper = &report.paper;
    tx.run(
        format!(
            "INSERT INTO report ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
             $15, $16, $17, $18)"
        ),
        args![
            report.id.0,
            report.unit.0,
            report.kind.code(),
            report.form.code(),
            report.subject.as_str(),
            report.period.key(),
            report.freeze,
            report.style.as_str(),
            paper.parent.as_str(),
            paper.issuer.as_str(),
            paper.organ.as_str(),
            paper.place.as_str(),
            paper.on_behalf.as_str(),
            paper.post.as_str(),
            paper.signer.as_str(),
            paper.recipients.as_str(),
            report.account.0,
            report.at_ms
        ],
    )
    .await?;
    for (place, part) in (1_i64..).zip(parts) {
        let sql = "INSERT INTO report_part (report, place, depth, heading, role, hint)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let (heading, role) = (part.heading.as_str(), part.role.code());
        let depth = i64::from(part.depth);
        tx.run(sql, args![report.id.0, place, depth, heading, role, part.hint.as_str()]).await?;
    }
    Ok(())
}

/// Keeps what may be changed of a report: subject, freeze, style and the words on the paper.
pub async fn save(tx: &mut Tx, report: &Report) -> Result<(), StoreError> {
    let paper = &report.paper;
    tx.run(
        "UPDATE report SET subject = $1, frozen = $2, style = $3, parent = $4, issuer = $5, organ = $6, place = $7,
             on_behalf = $8, post = $9, signer = $10, recipients = $11
         WHERE id = $12",
        args![
            report.subject.as_str(),
            report.freeze,
            report.style.as_str(),
            paper.parent.as_str(),
            paper.issuer.as_str(),
            paper.organ.as_str(),
            paper.place.as_str(),
            paper.on_behalf.as_str(),
            paper.post.as_str(),
            paper.signer.as_str(),
            paper.recipients.as_str(),
            report.id.0
        ],
    )
    .await?;
    Ok(())
}

/// One report; for writing, its row is held until the end of the transaction.
pub async fn find(tx: &mut Tx, id: ReportId, writing: bool) -> Result<Option<Report>, StoreError> {
    let lock = if writing { dialect::lock_rows(tx.engine()) } else { "" };
    let sql = format!("SELECT {COLUMNS} FROM report WHERE id = $1{lock}");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The reports of some units, newest first.
pub async fn list(tx: &mut Tx, units: &[UnitId], limit: u32) -> Result<Vec<Report>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(500) {
        let sql = format!(
            "SELECT {COLUMNS} FROM report WHERE unit IN ({}) ORDER BY id DESC LIMIT $1",
            places(2, chunk.len())
        );
        let mut args = args![limit];
        args.extend(chunk.iter().map(|unit| Arg::from(unit.0)));
        for row in tx.all(sql, args).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by_key(|report| std::cmp::Reverse(report.id));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}

/// The parts of a report with their places.
pub async fn parts(tx: &mut Tx, report: ReportId) -> Result<Vec<(i64, Part)>, StoreError> {
    let sql = "SELECT place, depth, heading, role, hint FROM report_part WHERE report = $1 ORDER BY place";
    let rows = tx.all(sql, args![report.0]).await?;
    rows.iter()
        .map(|row| {
            let depth = u8::try_from(row.int(1)?).map_err(|_| StoreError::Damaged("a part's depth"))?;
            let role = Role::from_code(&row.text(3)?).ok_or(StoreError::Damaged("a part's role"))?;
            Ok((row.int(0)?, Part { depth, heading: row.text(2)?, role, hint: row.text(4)? }))
        })
        .collect()
}

const PARAGRAPH: &str = "p.id, p.part, p.version, v.content, v.source, v.document, v.account, v.at_ms";

fn read_paragraph(row: &Row) -> Result<Paragraph, StoreError> {
    Ok(Paragraph {
        id: ParagraphId(row.int(0)?),
        part: row.int(1)?,
        version: row.int(2)?,
        content: row.text(3)?,
        source: row.text(4)?,
        document: row.opt_int(5)?.map(DocumentId),
        account: AccountId(row.int(6)?),
        at_ms: row.int(7)?,
    })
}

/// The paragraphs of a report as they stand, those taken out too, part by part.
pub async fn paragraphs(tx: &mut Tx, report: ReportId) -> Result<Vec<Paragraph>, StoreError> {
    let sql = format!(
        "SELECT {PARAGRAPH} FROM report_paragraph p
         JOIN report_paragraph_version v ON v.paragraph = p.id AND v.version = p.version
         WHERE p.report = $1 ORDER BY p.part, p.id"
    );
    tx.all(sql, args![report.0]).await?.iter().map(read_paragraph).collect()
}

/// The report in which a paragraph stands, and its version; for writing, its row is held.
pub async fn find_paragraph(tx: &mut Tx, id: ParagraphId) -> Result<Option<(ReportId, i64)>, StoreError> {
    let lock = dialect::lock_rows(tx.engine());
    let sql = format!("SELECT report, version FROM report_paragraph WHERE id = $1{lock}");
    let Some(row) = tx.first(sql, args![id.0]).await? else { return Ok(None) };
    Ok(Some((ReportId(row.int(0)?), row.int(1)?)))
}

/// Adds a paragraph's next version; the first one adds the paragraph.
pub async fn write(tx: &mut Tx, report: ReportId, paragraph: &Paragraph) -> Result<(), StoreError> {
    if paragraph.version == 1 {
        let sql = "INSERT INTO report_paragraph (id, report, part, version) VALUES ($1, $2, $3, 1)";
        tx.run(sql, args![paragraph.id.0, report.0, paragraph.part]).await?;
    } else {
        let sql = "UPDATE report_paragraph SET version = $2 WHERE id = $1";
        tx.run(sql, args![paragraph.id.0, paragraph.version]).await?;
    }
    tx.run(
        "INSERT INTO report_paragraph_version (paragraph, version, content, source, document, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            paragraph.id.0,
            paragraph.version,
            paragraph.content.as_str(),
            paragraph.source.as_str(),
            paragraph.document.map(|id| id.0),
            paragraph.account.0,
            paragraph.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// Every version of a paragraph, newest first.
pub async fn history(tx: &mut Tx, id: ParagraphId) -> Result<Vec<Paragraph>, StoreError> {
    let sql = "SELECT p.id, p.part, v.version, v.content, v.source, v.document, v.account, v.at_ms
               FROM report_paragraph p JOIN report_paragraph_version v ON v.paragraph = p.id
               WHERE p.id = $1 ORDER BY v.version DESC";
    tx.all(sql, args![id.0]).await?.iter().map(read_paragraph).collect()
}

/// Binds a figure under a name. False when the name is taken.
pub async fn bind(tx: &mut Tx, report: ReportId, figure: &Figure) -> Result<bool, StoreError> {
    let sql = "INSERT INTO report_figure (report, name, number, unit, slot) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING";
    let slot = i64::from(figure.slot.0);
    let args = args![report.0, figure.name.as_str(), figure.number, figure.unit.0, slot];
    Ok(tx.run(sql, args).await? == 1)
}

/// The figures of a report, by their numbers.
pub async fn figures(tx: &mut Tx, report: ReportId) -> Result<Vec<Figure>, StoreError> {
    let sql = "SELECT name, number, unit, slot FROM report_figure WHERE report = $1 ORDER BY number";
    let rows = tx.all(sql, args![report.0]).await?;
    rows.iter()
        .map(|row| {
            let slot = u32::try_from(row.int(3)?).map_err(|_| StoreError::Damaged("a slot"))?;
            Ok(Figure {
                name: row.text(0)?,
                number: row.int(1)?,
                unit: UnitId(row.int(2)?),
                slot: Slot(slot),
            })
        })
        .collect()
}

/// A unit's own outline: its identity, name, kind and parts in the catalogue's notation.
pub type OwnOutline = (i64, String, ReportKind, String);

/// Keeps a unit's own outline.
pub async fn add_outline(
    tx: &mut Tx,
    unit: UnitId,
    outline: &OwnOutline,
    account: AccountId,
    at_ms: i64,
) -> Result<(), StoreError> {
    let (id, name, kind, parts) = outline;
    let sql = "INSERT INTO report_outline (id, unit, name, kind, parts, account, at_ms)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.run(sql, args![*id, unit.0, name.as_str(), kind.code(), parts.as_str(), account.0, at_ms]).await?;
    Ok(())
}

/// The outlines that some units made their own, newest first.
pub async fn outlines(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<OwnOutline>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(500) {
        let sql = format!(
            "SELECT id, name, kind, parts FROM report_outline WHERE unit IN ({}) ORDER BY id DESC",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            let kind = ReportKind::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a report's kind"))?;
            found.push((row.int(0)?, row.text(1)?, kind, row.text(3)?));
        }
    }
    Ok(found)
}
