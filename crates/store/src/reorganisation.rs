//! Reorganisations as rows: one decision, the successions that it made.
//!
//! Not here: what it does to places (`unit`), where figures go (`domain::unit::History`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::id::{ReorganisationId, UnitId};
use jiff::civil::Date;

/// One decision that changed the map of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reorganisation {
    /// Its identity.
    pub id: ReorganisationId,
    /// The decision, as it is cited.
    pub decision: String,
    /// The day of the decision, where known.
    pub decided_on: Option<Date>,
    /// The first day of the new map.
    pub effective: Date,
    /// What was done, as the code that `acts` gives it.
    pub kind: String,
    /// What else is to be known.
    pub note: String,
}

/// Who took over whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Who ended or gave something up.
    pub predecessor: UnitId,
    /// Who took over.
    pub successor: UnitId,
    /// Whether all of it, or a part that figures cannot follow.
    pub whole: bool,
    /// Which part, in words; empty for the whole.
    pub share: String,
}

/// Writes a decision with its successions.
pub async fn add(tx: &mut Tx, done: &Reorganisation, edges: &[Edge]) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO reorganisation (id, decision, decided_on, effective, kind, note)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            done.id.0,
            done.decision.as_str(),
            done.decided_on,
            done.effective,
            done.kind.as_str(),
            done.note.as_str()
        ],
    )
    .await?;
    for edge in edges {
        tx.run(
            "INSERT INTO succession (reorganisation, predecessor, successor, effective, whole, share)
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![
                done.id.0,
                edge.predecessor.0,
                edge.successor.0,
                done.effective,
                edge.whole,
                edge.share.as_str()
            ],
        )
        .await?;
    }
    Ok(())
}

/// A decision with its successions; `None` when there is none of this identity.
pub async fn find(
    tx: &mut Tx,
    id: ReorganisationId,
) -> Result<Option<(Reorganisation, Vec<Edge>)>, StoreError> {
    let sql = "SELECT id, decision, decided_on, effective, kind, note FROM reorganisation WHERE id = $1";
    let Some(row) = tx.first(sql, args![id.0]).await? else { return Ok(None) };
    let done = read(&row)?;
    let sql = "SELECT predecessor, successor, whole, share FROM succession WHERE reorganisation = $1
               ORDER BY predecessor, successor";
    let rows = tx.all(sql, args![id.0]).await?;
    let edges = rows.iter().map(|row| read_edge(row, 0)).collect::<Result<_, _>>()?;
    Ok(Some((done, edges)))
}

/// Every succession out of and into a unit, with its decision, oldest first.
pub async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<(Reorganisation, Edge)>, StoreError> {
    let sql = "SELECT r.id, r.decision, r.decided_on, r.effective, r.kind, r.note,
                      s.predecessor, s.successor, s.whole, s.share
               FROM succession s JOIN reorganisation r ON r.id = s.reorganisation
               WHERE s.predecessor = $1 OR s.successor = $1
               ORDER BY r.effective, r.id, s.predecessor, s.successor";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter().map(|row| Ok((read(row)?, read_edge(row, 6)?))).collect()
}

/// Who was taken over by any of some units, directly.
pub async fn predecessors(tx: &mut Tx, successors: &[UnitId]) -> Result<Vec<UnitId>, StoreError> {
    let mut found = Vec::new();
    for chunk in successors.chunks(crate::dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT DISTINCT predecessor FROM succession WHERE successor IN ({})",
            crate::db::places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| unit.0.into()).collect()).await? {
            found.push(UnitId(row.int(0)?));
        }
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Reorganisation, StoreError> {
    Ok(Reorganisation {
        id: ReorganisationId(row.int(0)?),
        decision: row.text(1)?,
        decided_on: row.opt_day(2)?,
        effective: row.day(3)?,
        kind: row.text(4)?,
        note: row.text(5)?,
    })
}

fn read_edge(row: &Row, column: usize) -> Result<Edge, StoreError> {
    Ok(Edge {
        predecessor: UnitId(row.int(column)?),
        successor: UnitId(row.int(column + 1)?),
        whole: row.flag(column + 2)?,
        share: row.text(column + 3)?,
    })
}
