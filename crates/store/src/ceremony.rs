//! Ceremonies as rows, and who received what there.
//!
//! Not here: the decisions that were handed out (`decision`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::{AccountId, CeremonyId, DecisionId, HonoreeId, UnitId};
use jiff::civil::Date;

/// A ceremony: organised by anybody, whoever decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceremony {
    /// Its identity.
    pub id: CeremonyId,
    /// In whose register it stands.
    pub keeper: UnitId,
    /// The day.
    pub day: Date,
    /// The part of the day, in words (`Chiều`); may be empty.
    pub part: String,
    /// Where.
    pub place: String,
    /// Who organised it, where that is a unit of the tree.
    pub organiser_unit: Option<UnitId>,
    /// Who organised it, in words.
    pub organiser: String,
    /// On which occasion.
    pub occasion: String,
    /// Who entered it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// One line handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The line.
    pub honoree: HonoreeId,
    /// At which ceremony.
    pub ceremony: CeremonyId,
    /// Who handed it over.
    pub handed_by: String,
    /// Who received it, where that was somebody else; may be empty.
    pub received_by: String,
}

const COLUMNS: &str = "id, keeper, day, part, place, organiser_unit, organiser, occasion, account, at_ms";

fn read(row: &Row) -> Result<Ceremony, StoreError> {
    Ok(Ceremony {
        id: CeremonyId(row.int(0)?),
        keeper: UnitId(row.int(1)?),
        day: row.day(2)?,
        part: row.text(3)?,
        place: row.text(4)?,
        organiser_unit: row.opt_int(5)?.map(UnitId),
        organiser: row.text(6)?,
        occasion: row.text(7)?,
        account: AccountId(row.int(8)?),
        at_ms: row.int(9)?,
    })
}

/// Writes a ceremony.
pub async fn add(tx: &mut Tx, ceremony: &Ceremony) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO ceremony (id, keeper, day, part, place, organiser_unit, organiser, occasion, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            ceremony.id.0,
            ceremony.keeper.0,
            ceremony.day,
            ceremony.part.as_str(),
            ceremony.place.as_str(),
            ceremony.organiser_unit.map(|unit| unit.0),
            ceremony.organiser.as_str(),
            ceremony.occasion.as_str(),
            ceremony.account.0,
            ceremony.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// Notes that a line was handed over. False when it was before.
pub async fn hand_over(tx: &mut Tx, handover: &Handover) -> Result<bool, StoreError> {
    let sql = "INSERT INTO handover (honoree, ceremony, handed_by, received_by) VALUES ($1, $2, $3, $4)
               ON CONFLICT DO NOTHING";
    let args = args![
        handover.honoree.0,
        handover.ceremony.0,
        handover.handed_by.as_str(),
        handover.received_by.as_str()
    ];
    Ok(tx.run(sql, args).await? == 1)
}

/// The ceremonies at which lines of a decision were handed over, oldest first.
pub async fn of_decision(tx: &mut Tx, decision: DecisionId) -> Result<Vec<Ceremony>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM ceremony WHERE id IN (SELECT h.ceremony FROM handover h
            JOIN honoree l ON l.id = h.honoree WHERE l.decision = $1) ORDER BY day, id"
    );
    tx.all(sql, args![decision.0]).await?.iter().map(read).collect()
}

/// The handovers of a decision's lines.
pub async fn handovers(tx: &mut Tx, decision: DecisionId) -> Result<Vec<Handover>, StoreError> {
    let sql = "SELECT h.honoree, h.ceremony, h.handed_by, h.received_by FROM handover h
               JOIN honoree l ON l.id = h.honoree WHERE l.decision = $1 ORDER BY l.place";
    let rows = tx.all(sql, args![decision.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Handover {
                honoree: HonoreeId(row.int(0)?),
                ceremony: CeremonyId(row.int(1)?),
                handed_by: row.text(2)?,
                received_by: row.text(3)?,
            })
        })
        .collect()
}

/// Which lines of some decisions were handed over at which ceremony.
pub async fn handed(
    tx: &mut Tx,
    decisions: &[DecisionId],
) -> Result<Vec<(HonoreeId, CeremonyId)>, StoreError> {
    let mut found = Vec::new();
    for chunk in decisions.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT h.honoree, h.ceremony FROM handover h JOIN honoree l ON l.id = h.honoree
             WHERE l.decision IN ({}) ORDER BY h.ceremony, h.honoree",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|one| Arg::from(one.0)).collect()).await? {
            found.push((HonoreeId(row.int(0)?), CeremonyId(row.int(1)?)));
        }
    }
    Ok(found)
}

/// Some ceremonies, oldest first.
pub async fn some(tx: &mut Tx, ids: &[CeremonyId]) -> Result<Vec<Ceremony>, StoreError> {
    let mut found = Vec::new();
    for chunk in ids.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT {COLUMNS} FROM ceremony WHERE id IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|one| Arg::from(one.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by_key(|one| (one.day, one.id));
    Ok(found)
}

/// The ceremonies in the registers of some units, latest first.
pub async fn list(tx: &mut Tx, keepers: &[UnitId]) -> Result<Vec<Ceremony>, StoreError> {
    let mut found = Vec::new();
    for chunk in keepers.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT {COLUMNS} FROM ceremony WHERE keeper IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.day, one.id)));
    Ok(found)
}
