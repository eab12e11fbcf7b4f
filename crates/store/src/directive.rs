//! The register of directives as rows, and how they follow one another.
//!
//! Not here: finding citations in texts (`reader`), what ships with the program (`acts::installation`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::directive::{Directive, Relation};
use domain::id::{DirectiveId, UnitId};

/// How one document stands to an older one, and where that is known from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The newer document.
    pub newer: DirectiveId,
    /// What it does to the older.
    pub relation: Relation,
    /// The older document.
    pub older: DirectiveId,
    /// Where this comes from.
    pub source: String,
}

/// Writes a document; `unit` is whose own register it stands in, `None` for everybody's.
pub async fn add(tx: &mut Tx, directive: &Directive, unit: Option<UnitId>) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO directive (id, kind, number, issued, issuer, subject, valid_from, valid_to, source, verified, unit)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            directive.id.0,
            directive.kind.as_str(),
            directive.number.as_str(),
            directive.issued,
            directive.issuer.as_str(),
            directive.subject.as_str(),
            directive.valid_from,
            directive.valid_to,
            directive.source.as_str(),
            directive.verified,
            unit.map(|unit| unit.0)
        ],
    )
    .await?;
    Ok(())
}

const COLUMNS: &str =
    "id, kind, number, issued, issuer, subject, valid_from, valid_to, source, verified, unit";

fn read(row: &Row) -> Result<(Directive, Option<UnitId>), StoreError> {
    let directive = Directive {
        id: DirectiveId(row.int(0)?),
        kind: row.text(1)?,
        number: row.text(2)?,
        issued: row.opt_day(3)?,
        issuer: row.text(4)?,
        subject: row.text(5)?,
        valid_from: row.opt_day(6)?,
        valid_to: row.opt_day(7)?,
        source: row.text(8)?,
        verified: row.flag(9)?,
    };
    Ok((directive, row.opt_int(10)?.map(UnitId)))
}

/// All documents with the unit in whose register they stand, latest issued first, undated ones last.
pub async fn list(tx: &mut Tx) -> Result<Vec<(Directive, Option<UnitId>)>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM directive ORDER BY CASE WHEN issued IS NULL THEN 1 ELSE 0 END, issued DESC, id"
    );
    tx.all(sql, args![]).await?.iter().map(read).collect()
}

/// One document with the unit in whose register it stands.
pub async fn find(tx: &mut Tx, id: DirectiveId) -> Result<Option<(Directive, Option<UnitId>)>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM directive WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The documents of a kind and number; the same number may return with another date.
pub async fn find_numbered(
    tx: &mut Tx,
    kind: &str,
    number: &str,
) -> Result<Vec<(Directive, Option<UnitId>)>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM directive WHERE kind = $1 AND number = $2 ORDER BY id");
    tx.all(sql, args![kind, number]).await?.iter().map(read).collect()
}

/// Writes a relation. False when it is known.
pub async fn relate(tx: &mut Tx, related: &Related) -> Result<bool, StoreError> {
    let sql = "INSERT INTO directive_relation (newer, relation, older, source) VALUES ($1, $2, $3, $4)
               ON CONFLICT DO NOTHING";
    let args = args![related.newer.0, related.relation.code(), related.older.0, related.source.as_str()];
    Ok(tx.run(sql, args).await? == 1)
}

/// All relations.
pub async fn relations(tx: &mut Tx) -> Result<Vec<Related>, StoreError> {
    let sql = "SELECT newer, relation, older, source FROM directive_relation ORDER BY newer, relation, older";
    let rows = tx.all(sql, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok(Related {
                newer: DirectiveId(row.int(0)?),
                relation: Relation::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a relation"))?,
                older: DirectiveId(row.int(2)?),
                source: row.text(3)?,
            })
        })
        .collect()
}
