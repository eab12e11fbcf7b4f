//! Documents that were read, and the proposals found in them.
//!
//! Not here: reading (`reader`), the figures that proposals become (`figure`).

use crate::db::{self, Arg, Row, Tx};
use crate::{StoreError, args, figure};
use domain::figure::Value;
use domain::id::{AccountId, DocumentId, IndicatorId, ProposalId};
use domain::indicator::{Breakdown, Subject};
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::HashMap;

/// A document without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentHead {
    /// Its identity.
    pub id: DocumentId,
    /// Whose report it is.
    pub unit: UnitId,
    /// For which days its figures stand.
    pub period: Period,
    /// Its title.
    pub title: String,
    /// The file's name.
    pub name: String,
    /// What it was (`docx`, `html`, `text`).
    pub kind: String,
    /// The original's hash.
    pub file: Vec<u8>,
    /// When it was published, where known.
    pub published: Option<Date>,
    /// Who uploaded it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// When its accepted figures were last written.
    pub written_ms: Option<i64>,
}

/// A document's text with where its pieces stood in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentText {
    /// The text that was read; spans count its code points.
    pub content: String,
    /// The pieces, in the intake's own notation.
    pub blocks: String,
}

/// What a person decided about a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Nothing yet.
    Open,
    /// It becomes a figure.
    Accepted,
    /// It is no figure.
    Rejected,
}

impl Decided {
    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        match code {
            "open" => Ok(Self::Open),
            "accepted" => Ok(Self::Accepted),
            "rejected" => Ok(Self::Rejected),
            _ => Err(StoreError::Damaged("a decision on a proposal")),
        }
    }
}

/// A proposed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identity.
    pub id: ProposalId,
    /// In which document.
    pub document: DocumentId,
    /// Its place in the list, from 1.
    pub place: i64,
    /// What the reader took it for (`indicator`, `award`, `percentage`, `session`, `model`).
    pub kind: String,
    /// Where it stands: Unicode code points, the end not included.
    pub span: (i64, i64),
    /// The words that say it.
    pub quote: String,
    /// What it says, in the document's words.
    pub label: String,
    /// The measure as written.
    pub measure: String,
    /// The value found.
    pub value: Value,
    /// Of which indicator it seems to be; `None` is "chưa rõ".
    pub indicator: Option<IndicatorId>,
    /// In which breakdown.
    pub breakdown: Breakdown,
    /// For whom it speaks.
    pub scope: Scope,
    /// How certain the reader is (`certain`, `likely`, `doubtful`).
    pub certainty: String,
    /// Codes of the doubts and reasons, in the caller's notation.
    pub doubts: String,
    /// More about it, in the caller's notation.
    pub facts: String,
    /// What a person decided.
    pub decided: Decided,
    /// Who.
    pub decided_by: Option<AccountId>,
    /// When, in milliseconds since the Unix epoch.
    pub decided_ms: Option<i64>,
    /// The value that the person accepted, where it differs from the one found.
    pub decided_value: Option<Value>,
}

const HEAD: &str = "id, unit, period, title, name, kind, file, published, account, at_ms, written_ms";

fn read_head(row: &Row) -> Result<DocumentHead, StoreError> {
    Ok(DocumentHead {
        id: DocumentId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        period: figure::period(row.int(2)?)?,
        title: row.text(3)?,
        name: row.text(4)?,
        kind: row.text(5)?,
        file: row.bytes(6)?,
        published: row.opt_day(7)?,
        account: AccountId(row.int(8)?),
        at_ms: row.int(9)?,
        written_ms: row.opt_int(10)?,
    })
}

/// Adds a document with its text.
pub async fn add(tx: &mut Tx, head: &DocumentHead, text: &DocumentText) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO document (id, unit, period, title, name, kind, file, published, account, at_ms,
             content, blocks)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            head.id.0,
            head.unit.0,
            head.period.key(),
            head.title.as_str(),
            head.name.as_str(),
            head.kind.as_str(),
            head.file.as_slice(),
            head.published,
            head.account.0,
            head.at_ms,
            text.content.as_str(),
            text.blocks.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// One document.
pub async fn find(tx: &mut Tx, id: DocumentId) -> Result<Option<(DocumentHead, DocumentText)>, StoreError> {
    let sql = format!("SELECT {HEAD}, content, blocks FROM document WHERE id = $1");
    let Some(row) = tx.first(sql, args![id.0]).await? else { return Ok(None) };
    let text = DocumentText { content: row.text(11)?, blocks: row.text(12)? };
    Ok(Some((read_head(&row)?, text)))
}

/// Documents of some units, newest first, before a document (for the next page).
pub async fn list(
    tx: &mut Tx,
    units: &[UnitId],
    before: Option<DocumentId>,
    limit: u32,
) -> Result<Vec<DocumentHead>, StoreError> {
    let mut found = Vec::new();
    for units in units.chunks(500) {
        let sql = format!(
            "SELECT {HEAD} FROM document WHERE id < $1 AND unit IN ({}) ORDER BY id DESC LIMIT $2",
            db::places(3, units.len())
        );
        let mut args = args![before.map_or(i64::MAX, |id| id.0), limit];
        args.extend(units.iter().map(|unit| Arg::from(unit.0)));
        for row in tx.all(sql, args).await? {
            found.push(read_head(&row)?);
        }
    }
    found.sort_by_key(|head| std::cmp::Reverse(head.id));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}

/// Documents of all units, newest first, before a document (for the next page).
pub async fn list_all(
    tx: &mut Tx,
    before: Option<DocumentId>,
    limit: u32,
) -> Result<Vec<DocumentHead>, StoreError> {
    let sql = format!("SELECT {HEAD} FROM document WHERE id < $1 ORDER BY id DESC LIMIT $2");
    let args = args![before.map_or(i64::MAX, |id| id.0), limit];
    tx.all(sql, args).await?.iter().map(read_head).collect()
}

/// Documents that came from the same file.
pub async fn of_file(tx: &mut Tx, file: &[u8]) -> Result<Vec<DocumentHead>, StoreError> {
    let sql = format!("SELECT {HEAD} FROM document WHERE file = $1 ORDER BY id");
    tx.all(sql, args![file]).await?.iter().map(read_head).collect()
}

/// The titles of some documents.
pub async fn titles(tx: &mut Tx, of: &[DocumentId]) -> Result<HashMap<DocumentId, String>, StoreError> {
    let mut found = HashMap::new();
    for ids in of.chunks(500) {
        let sql = format!("SELECT id, title FROM document WHERE id IN ({})", db::places(1, ids.len()));
        for row in tx.all(sql, ids.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.insert(DocumentId(row.int(0)?), row.text(1)?);
        }
    }
    Ok(found)
}

/// Says for which days a document's figures stand.
pub async fn set_period(tx: &mut Tx, id: DocumentId, period: Period) -> Result<(), StoreError> {
    tx.run("UPDATE document SET period = $1 WHERE id = $2", args![period.key(), id.0]).await?;
    Ok(())
}

/// Says that a document's accepted figures were written.
pub async fn set_written(tx: &mut Tx, id: DocumentId, at_ms: i64) -> Result<(), StoreError> {
    tx.run("UPDATE document SET written_ms = $1 WHERE id = $2", args![at_ms, id.0]).await?;
    Ok(())
}

/// Adds proposals, not yet decided.
pub async fn propose(tx: &mut Tx, proposals: &[Proposal]) -> Result<(), StoreError> {
    let into = "proposal (id, document, place, kind, span_start, span_end, quote, label, measure, value,
             indicator, subject, detail, scope, certainty, doubts, facts, decided)";
    let row = |proposal: &Proposal| {
        args![
            proposal.id.0,
            proposal.document.0,
            proposal.place,
            proposal.kind.as_str(),
            proposal.span.0,
            proposal.span.1,
            proposal.quote.as_str(),
            proposal.label.as_str(),
            proposal.measure.as_str(),
            figure::encode_value(proposal.value),
            proposal.indicator.map(|id| id.0),
            proposal.breakdown.subject.code(),
            proposal.breakdown.detail.as_str(),
            proposal.scope.code(),
            proposal.certainty.as_str(),
            proposal.doubts.as_str(),
            proposal.facts.as_str(),
            Decided::Open.code()
        ]
    };
    tx.insert(into, proposals.iter().map(row).collect(), "").await
}

const PROPOSAL: &str = "id, document, place, kind, span_start, span_end, quote, label, measure, value, \
    indicator, subject, detail, scope, certainty, doubts, facts, decided, decided_by, decided_ms, decided_value";

/// The proposals of a document, in their order.
pub async fn proposals(tx: &mut Tx, document: DocumentId) -> Result<Vec<Proposal>, StoreError> {
    let sql = format!("SELECT {PROPOSAL} FROM proposal WHERE document = $1 ORDER BY place");
    tx.each(sql, args![document.0], read_proposal).await
}

/// Some proposals of a document, in no order; those that are not its own are left out.
pub async fn some(
    tx: &mut Tx,
    document: DocumentId,
    ids: &[ProposalId],
) -> Result<Vec<Proposal>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let places = db::places(2, chunk.len());
        let sql = format!("SELECT {PROPOSAL} FROM proposal WHERE document = $1 AND id IN ({places})");
        let mut args = args![document.0];
        args.extend(chunk.iter().map(|id| Arg::from(id.0)));
        found.extend(tx.each(sql, args, read_proposal).await?);
    }
    Ok(found)
}

fn read_proposal(row: &Row) -> Result<Proposal, StoreError> {
    let value = figure::decode_value(&row.bytes(9)?)?.ok_or(StoreError::Damaged("a proposal's value"))?;
    Ok(Proposal {
        id: ProposalId(row.int(0)?),
        document: DocumentId(row.int(1)?),
        place: row.int(2)?,
        kind: row.text(3)?,
        span: (row.int(4)?, row.int(5)?),
        quote: row.text(6)?,
        label: row.text(7)?,
        measure: row.text(8)?,
        value,
        indicator: row.opt_int(10)?.map(IndicatorId),
        breakdown: Breakdown {
            subject: Subject::from_code(&row.text(11)?).ok_or(StoreError::Damaged("a subject"))?,
            detail: row.text(12)?,
        },
        scope: Scope::from_code(&row.text(13)?).ok_or(StoreError::Damaged("a scope"))?,
        certainty: row.text(14)?,
        doubts: row.text(15)?,
        facts: row.text(16)?,
        decided: Decided::from_code(&row.text(17)?)?,
        decided_by: row.opt_int(18)?.map(AccountId),
        decided_ms: row.opt_int(19)?,
        decided_value: match row.opt_bytes(20)? {
            Some(bytes) => figure::decode_value(&bytes)?,
            None => None,
        },
    })
}

/// Keeps what a person decided about a proposal: everything that can be decided is taken from it.
pub async fn decide(tx: &mut Tx, proposal: &Proposal) -> Result<(), StoreError> {
    tx.run(
        "UPDATE proposal SET indicator = $1, subject = $2, detail = $3, scope = $4, decided = $5,
             decided_by = $6, decided_ms = $7, decided_value = $8
         WHERE id = $9",
        args![
            proposal.indicator.map(|id| id.0),
            proposal.breakdown.subject.code(),
            proposal.breakdown.detail.as_str(),
            proposal.scope.code(),
            proposal.decided.code(),
            proposal.decided_by.map(|id| id.0),
            proposal.decided_ms,
            proposal.decided_value.map(figure::encode_value),
            proposal.id.0
        ],
    )
    .await?;
    Ok(())
}

/// Keeps that a person accepted some proposals as they stand.
pub async fn accept(tx: &mut Tx, ids: &[ProposalId], by: AccountId, at_ms: i64) -> Result<(), StoreError> {
    for chunk in ids.chunks(500) {
        let sql = format!(
            "UPDATE proposal SET decided = $1, decided_by = $2, decided_ms = $3, decided_value = NULL
             WHERE id IN ({})",
            db::places(4, chunk.len())
        );
        let mut args = args![Decided::Accepted.code(), by.0, at_ms];
        args.extend(chunk.iter().map(|id| Arg::from(id.0)));
        tx.run(sql, args).await?;
    }
    Ok(())
}

/// Some documents without their texts, in no order.
pub async fn heads(tx: &mut Tx, ids: &[DocumentId]) -> Result<Vec<DocumentHead>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let sql = format!("SELECT {HEAD} FROM document WHERE id IN ({})", db::places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read_head(&row)?);
        }
    }
    Ok(found)
}

/// How many proposals of some documents are open, and how many there are.
pub async fn counts(tx: &mut Tx, of: &[DocumentId]) -> Result<HashMap<DocumentId, (i64, i64)>, StoreError> {
    let mut found = HashMap::new();
    for ids in of.chunks(500) {
        let sql = format!(
            "SELECT document, CAST(SUM(CASE WHEN decided = 'open' THEN 1 ELSE 0 END) AS BIGINT), COUNT(*)
             FROM proposal WHERE document IN ({}) GROUP BY document",
            db::places(1, ids.len())
        );
        for row in tx.all(sql, ids.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.insert(DocumentId(row.int(0)?), (row.int(1)?, row.int(2)?));
        }
    }
    Ok(found)
}

/// Counts one more (or one less) acceptance of folded words for an indicator in a breakdown.
pub async fn learn(
    tx: &mut Tx,
    folded: &str,
    indicator: IndicatorId,
    breakdown: &Breakdown,
    times: i64,
) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO learned_label (folded, indicator, subject, detail, times) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (folded, indicator, subject, detail)
         DO UPDATE SET times = learned_label.times + excluded.times",
        args![folded, indicator.0, breakdown.subject.code(), breakdown.detail.as_str(), times],
    )
    .await?;
    Ok(())
}

/// Takes back all that was learned of folded words for an indicator, in every breakdown.
pub async fn unlearn(tx: &mut Tx, folded: &str, indicator: IndicatorId) -> Result<(), StoreError> {
    tx.run("DELETE FROM learned_label WHERE folded = $1 AND indicator = $2", args![folded, indicator.0])
        .await?;
    Ok(())
}

/// All that was learned: folded words, the indicator's code, the breakdown, how often.
pub async fn learned(tx: &mut Tx) -> Result<Vec<(String, String, Breakdown, i64)>, StoreError> {
    let sql = "SELECT l.folded, i.code, l.subject, l.detail, l.times
               FROM learned_label l JOIN indicator i ON i.id = l.indicator WHERE l.times > 0
               ORDER BY l.folded, l.times DESC";
    tx.all(sql, args![])
        .await?
        .iter()
        .map(|row| {
            let subject = Subject::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a subject"))?;
            Ok((row.text(0)?, row.text(1)?, Breakdown { subject, detail: row.text(3)? }, row.int(4)?))
        })
        .collect()
}
