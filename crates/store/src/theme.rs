//! Themes as rows: what a term or a year is devoted to.
//!
//! Not here: programmes (`programme`).

use crate::db::{Arg, Row, Tx, places};
use crate::programme::read_period;
use crate::{StoreError, args, dialect};
use domain::id::{ProgrammeId, ThemeId, UnitId};
use domain::period::Period;

/// A theme that a unit set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its identity.
    pub id: ThemeId,
    /// Within which programme, where it is.
    pub programme: Option<ProgrammeId>,
    /// Who set it.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// From when to when.
    pub period: Period,
    /// The document it comes from, as text; may be empty.
    pub source: String,
}

/// Writes a theme.
pub async fn add(tx: &mut Tx, theme: &Theme) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO theme (id, programme, unit, title, period, source) VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            theme.id.0,
            theme.programme.map(|programme| programme.0),
            theme.unit.0,
            theme.title.as_str(),
            theme.period.key(),
            theme.source.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// The themes that some units set, latest beginning first.
pub async fn list(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Theme>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT id, programme, unit, title, period, source FROM theme WHERE unit IN ({})
             ORDER BY period DESC, id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Theme, StoreError> {
    Ok(Theme {
        id: ThemeId(row.int(0)?),
        programme: row.opt_int(1)?.map(ProgrammeId),
        unit: UnitId(row.int(2)?),
        title: row.text(3)?,
        period: read_period(row.int(4)?)?,
        source: row.text(5)?,
    })
}
