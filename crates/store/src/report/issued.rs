//! What left the house: editions with their files, the numbers they carry, the register of outgoing papers, and the
//! terms within which the Party's numbers count.
//!
//! Not here: writing (`super`), how a number is written on paper (`office::paper`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{AccountId, ReportId, UnitId};
use jiff::civil::Date;

/// An issued edition. Its content and changes are in the caller's notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Of which report.
    pub report: ReportId,
    /// Which one, from 1.
    pub edition: i64,
    /// The frozen figures it quotes.
    pub freeze: Option<i64>,
    /// The day on the paper.
    pub day: Date,
    /// The symbol of its type (`BC`).
    pub symbol: String,
    /// Its number.
    pub number: i64,
    /// The number as it stands on the paper (`05-BC/ĐU`).
    pub numbered: String,
    /// Its text and figures as issued.
    pub content: String,
    /// What reads otherwise than in the edition before.
    pub changes: String,
    /// The Word file's hash.
    pub docx: Vec<u8>,
    /// The PDF file's hash.
    pub pdf: Option<Vec<u8>>,
    /// The workbook's hash.
    pub xlsx: Option<Vec<u8>>,
    /// Who issued it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str = "report, edition, frozen, day, symbol, number, numbered, content, changes, docx, pdf, xlsx, \
                       account, at_ms";

/// Writes an edition.
pub async fn add_edition(tx: &mut Tx, edition: &Edition) -> Result<(), StoreError> {
    tx.run(
        format!(
            "INSERT INTO report_edition ({COLUMNS})
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        args![
            edition.report.0,
            edition.edition,
            edition.freeze,
            edition.day,
            edition.symbol.as_str(),
            edition.number,
            edition.numbered.as_str(),
            edition.content.as_str(),
            edition.changes.as_str(),
            edition.docx.as_slice(),
            edition.pdf.clone(),
            edition.xlsx.clone(),
            edition.account.0,
            edition.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The editions of a report, newest first.
pub async fn editions(tx: &mut Tx, report: ReportId) -> Result<Vec<Edition>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM report_edition WHERE report = $1 ORDER BY edition DESC");
    tx.all(sql, args![report.0]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Edition, StoreError> {
    Ok(Edition {
        report: ReportId(row.int(0)?),
        edition: row.int(1)?,
        freeze: row.opt_int(2)?,
        day: row.day(3)?,
        symbol: row.text(4)?,
        number: row.int(5)?,
        numbered: row.text(6)?,
        content: row.text(7)?,
        changes: row.text(8)?,
        docx: row.bytes(9)?,
        pdf: row.opt_bytes(10)?,
        xlsx: row.opt_bytes(11)?,
        account: AccountId(row.int(12)?),
        at_ms: row.int(13)?,
    })
}

/// Takes the next number of a cycle. The cycle's row is held until the end of the transaction: two writers get two
/// numbers, and a number that is not written into the register is given again.
pub async fn next_number(tx: &mut Tx, unit: UnitId, symbol: &str, cycle: &str) -> Result<i64, StoreError> {
    let sql = "INSERT INTO outgoing_cycle (unit, symbol, cycle, last) VALUES ($1, $2, $3, 1)
               ON CONFLICT (unit, symbol, cycle) DO UPDATE SET last = outgoing_cycle.last + 1
               RETURNING last";
    let row = tx.first(sql, args![unit.0, symbol, cycle]).await?;
    row.map_or(Err(StoreError::Damaged("a cycle of numbers")), |row| row.int(0))
}

/// A line of the register of outgoing papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Whose paper.
    pub unit: UnitId,
    /// The symbol of its type (`BC`).
    pub symbol: String,
    /// The term or year within which it is numbered.
    pub cycle: String,
    /// Its number.
    pub number: i64,
    /// As it stands on the paper.
    pub numbered: String,
    /// The day on the paper.
    pub day: Date,
    /// What it is about.
    pub subject: String,
    /// The report and edition that it is, where it is one.
    pub report: Option<(ReportId, i64)>,
    /// Who issued it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes a line of the register.
pub async fn register(tx: &mut Tx, line: &Outgoing) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO outgoing (unit, symbol, cycle, number, numbered, day, subject, report, edition, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            line.unit.0,
            line.symbol.as_str(),
            line.cycle.as_str(),
            line.number,
            line.numbered.as_str(),
            line.day,
            line.subject.as_str(),
            line.report.map(|(report, _)| report.0),
            line.report.map(|(_, edition)| edition),
            line.account.0,
            line.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The register of a unit, newest first.
pub async fn outgoing(tx: &mut Tx, unit: UnitId, limit: u32) -> Result<Vec<Outgoing>, StoreError> {
    let sql = "SELECT unit, symbol, cycle, number, numbered, day, subject, report, edition, account, at_ms
               FROM outgoing WHERE unit = $1 ORDER BY at_ms DESC, symbol, number DESC LIMIT $2";
    let rows = tx.all(sql, args![unit.0, limit]).await?;
    rows.iter()
        .map(|row| {
            Ok(Outgoing {
                unit: UnitId(row.int(0)?),
                symbol: row.text(1)?,
                cycle: row.text(2)?,
                number: row.int(3)?,
                numbered: row.text(4)?,
                day: row.day(5)?,
                subject: row.text(6)?,
                report: row.opt_int(7)?.map(ReportId).zip(row.opt_int(8)?),
                account: AccountId(row.int(9)?),
                at_ms: row.int(10)?,
            })
        })
        .collect()
}

/// A term of a committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is called (`2025-2030`).
    pub name: String,
    /// Its first day: the congress.
    pub from: Date,
    /// The day on which it no longer runs.
    pub to: Date,
    /// The document it comes from; may be empty.
    pub source: String,
}

/// Writes a term.
pub async fn add_term(tx: &mut Tx, unit: UnitId, term: &Term) -> Result<(), StoreError> {
    let sql = "INSERT INTO term (unit, name, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, args![unit.0, term.name.as_str(), term.from, term.to, term.source.as_str()]).await?;
    Ok(())
}

/// The terms of a unit, latest first.
pub async fn terms(tx: &mut Tx, unit: UnitId) -> Result<Vec<Term>, StoreError> {
    let sql = "SELECT name, valid_from, valid_to, source FROM term WHERE unit = $1 ORDER BY valid_from DESC";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter()
        .map(|row| Ok(Term { name: row.text(0)?, from: row.day(1)?, to: row.day(2)?, source: row.text(3)? }))
        .collect()
}
