//! Programmes as rows: the work that carries a directive out.
//!
//! Not here: themes (`theme`).

use crate::db::{Arg, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::{DirectiveId, ProgrammeId, UnitId};
use domain::period::Period;

/// A programme of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its identity.
    pub id: ProgrammeId,
    /// Whose it is.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// From when to when.
    pub period: Period,
    /// The directive that it carries out.
    pub directive: Option<DirectiveId>,
}

/// Reads a period from its stored key.
pub(crate) fn read_period(key: i64) -> Result<Period, StoreError> {
    Period::from_key(key).map_err(|_| StoreError::Damaged("a period"))
}

/// Writes a programme.
pub async fn add(tx: &mut Tx, programme: &Programme) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO programme (id, unit, name, period, directive) VALUES ($1, $2, $3, $4, $5)",
        args![
            programme.id.0,
            programme.unit.0,
            programme.name.as_str(),
            programme.period.key(),
            programme.directive.map(|directive| directive.0)
        ],
    )
    .await?;
    Ok(())
}

/// One programme.
pub async fn find(tx: &mut Tx, id: ProgrammeId) -> Result<Option<Programme>, StoreError> {
    let sql = "SELECT id, unit, name, period, directive FROM programme WHERE id = $1";
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The programmes of some units, latest beginning first.
pub async fn list(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Programme>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT id, unit, name, period, directive FROM programme WHERE unit IN ({})
             ORDER BY period DESC, id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

fn read(row: &crate::db::Row) -> Result<Programme, StoreError> {
    Ok(Programme {
        id: ProgrammeId(row.int(0)?),
        unit: UnitId(row.int(1)?),
        name: row.text(2)?,
        period: read_period(row.int(3)?)?,
        directive: row.opt_int(4)?.map(DirectiveId),
    })
}
