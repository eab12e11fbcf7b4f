//! The catalogue's rows, and the slots: indicators in their breakdowns, with the numbers that vectors name.
//!
//! Not here: the shipped catalogue (`acts`).

use crate::db::{Row, Tx};
use crate::{StoreError, args};
use domain::figure::Slot;
use domain::indicator::{Breakdown, Indicator, IndicatorId, Nature, OverTime, OverTree, Subject};

/// A slot with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRow {
    /// Its number.
    pub slot: Slot,
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// In which breakdown.
    pub breakdown: Breakdown,
}

/// Adds an indicator; `folded` is its name folded for search, `place` its place in lists.
pub async fn add(tx: &mut Tx, indicator: &Indicator, place: i64) -> Result<(), StoreError> {
    let folded = domain::text::fold(&format!("{} {}", indicator.code, indicator.name));
    tx.run(
        "INSERT INTO indicator (id, code, name, name_en, folded, measure, measure_en, nature, over_time,
             over_tree, numerator, denominator, pitfall, valid_from, source, verified, place)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args![
            indicator.id.0,
            indicator.code.as_str(),
            indicator.name.as_str(),
            indicator.name_en.as_str(),
            folded,
            indicator.measure.as_str(),
            indicator.measure_en.as_str(),
            indicator.nature.code(),
            indicator.over_time.code(),
            indicator.over_tree.code(),
            indicator.numerator.as_str(),
            indicator.denominator.as_str(),
            indicator.pitfall.as_str(),
            indicator.valid_from,
            indicator.source.as_str(),
            indicator.verified,
            place
        ],
    )
    .await?;
    Ok(())
}

/// The whole catalogue in its order: some dozens of rows.
pub async fn list(tx: &mut Tx) -> Result<Vec<Indicator>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, code, name, name_en, measure, measure_en, nature, over_time, over_tree, numerator,
                 denominator, pitfall, valid_from, source, verified
             FROM indicator ORDER BY place, code",
            args![],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Indicator, StoreError> {
    Ok(Indicator {
        id: IndicatorId(row.int(0)?),
        code: row.text(1)?,
        name: row.text(2)?,
        name_en: row.text(3)?,
        measure: row.text(4)?,
        measure_en: row.text(5)?,
        nature: Nature::from_code(&row.text(6)?).ok_or(StoreError::Damaged("a nature"))?,
        over_time: OverTime::from_code(&row.text(7)?).ok_or(StoreError::Damaged("a rule over time"))?,
        over_tree: OverTree::from_code(&row.text(8)?).ok_or(StoreError::Damaged("a rule over the tree"))?,
        numerator: row.text(9)?,
        denominator: row.text(10)?,
        pitfall: row.text(11)?,
        valid_from: row.day(12)?,
        source: row.text(13)?,
        verified: row.flag(14)?,
    })
}

/// All slots, by number: at most some hundreds.
pub async fn slots(tx: &mut Tx) -> Result<Vec<SlotRow>, StoreError> {
    let sql = "SELECT number, indicator, subject, detail FROM slot ORDER BY number";
    tx.all(sql, args![]).await?.iter().map(read_slot).collect()
}

fn read_slot(row: &Row) -> Result<SlotRow, StoreError> {
    Ok(SlotRow {
        slot: Slot(u32::try_from(row.int(0)?).map_err(|_| StoreError::Damaged("a slot number"))?),
        indicator: IndicatorId(row.int(1)?),
        breakdown: Breakdown {
            subject: Subject::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a subject"))?,
            detail: row.text(3)?,
        },
    })
}

/// The slot of an indicator in a breakdown, made on first use.
pub async fn slot(tx: &mut Tx, indicator: IndicatorId, breakdown: &Breakdown) -> Result<Slot, StoreError> {
    let find = "SELECT number, indicator, subject, detail FROM slot
                WHERE indicator = $1 AND subject = $2 AND detail = $3";
    let key = || args![indicator.0, breakdown.subject.code(), breakdown.detail.as_str()];
    if let Some(row) = tx.first(find, key()).await? {
        return read_slot(&row).map(|row| row.slot);
    }
    // Two writers may come upon the same new breakdown or the same next number; the loser of the first race
    // finds the winner's row, the loser of the second tries the number after.
    for _ in 0..8 {
        tx.run(
            "INSERT INTO slot (number, indicator, subject, detail)
             SELECT coalesce(max(number), 0) + 1, $1, $2, $3 FROM slot WHERE TRUE
             ON CONFLICT DO NOTHING",
            key(),
        )
        .await?;
        if let Some(row) = tx.first(find, key()).await? {
            return read_slot(&row).map(|row| row.slot);
        }
    }
    Err(StoreError::Damaged("no slot number to be had"))
}
