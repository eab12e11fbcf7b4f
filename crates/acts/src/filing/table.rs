//! The answers of every unit of a subtree to one form for one period, side by side: what a sheet of many units holds.
//!
//! Not here: writing what comes back (`figure_import`), the standings alone (`board`).

use super::board::BoardQuery;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::Vector;
use domain::filing::Standing;
use domain::period::Period;
use domain::submission::Road;
use domain::unit::UnitId;
use std::collections::HashMap;
use store::form::{Form, Version};

/// One unit's answers.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// Which unit.
    pub unit: UnitId,
    /// How it is called.
    pub name: String,
    /// Where its filing stands.
    pub standing: Standing,
    /// The submission's version; 0 while there is none.
    pub version: i64,
    /// What stands, of the form's slots.
    pub values: Vector,
}

/// The answers of all units that the form is asked of.
#[derive(Debug, Clone)]
pub struct Table {
    /// The form.
    pub form: Form,
    /// For which days.
    pub period: Period,
    /// The version that holds for the period.
    pub version: Version,
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The units by name.
    pub rows: Vec<TableRow>,
}

/// Looks at the answers of a subtree. The query's filters do not count here: a table is whole.
pub async fn table(ctx: &Ctx, query: &BoardQuery) -> Result<Table, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    let form = store::form::find(&mut tx, query.form).await?.ok_or(ActError::Missing)?;
    if !form.is_for(query.period) || !super::board::shares_a_path(&history, &form, query) {
        return Err(ActError::Missing);
    }
    let versions = store::form::versions(&mut tx, &[form.id]).await?;
    let version = crate::form::in_force(&versions, query.period).cloned().ok_or(ActError::Missing)?;
    let rows = super::board::rows(&mut tx, &history, (&form, &version), query, ctx.app.today()).await?;
    let units: Vec<UnitId> = rows.iter().map(|row| row.unit).collect();
    let mut held: HashMap<UnitId, store::figure::Submission> = HashMap::new();
    for one in store::figure::list(&mut tx, &units, &[query.period], Road::Declared).await? {
        if one.key.scope == version.content.scope {
            held.insert(one.key.unit, one);
        }
    }
    let row = |row: super::board::BoardRow| {
        let held = held.get(&row.unit);
        TableRow {
            unit: row.unit,
            name: row.name.name,
            standing: row.standing,
            version: held.map_or(0, |held| held.version),
            values: super::part(&version.content, held),
        }
    };
    let rows = rows.into_iter().map(row).collect();
    Ok(Table { rows, catalogue: Catalogue::load(&mut tx).await?, period: query.period, form, version })
}
