//! Freezes: the list, a freeze read like live totals, and why it differs from another one or from now.
//!
//! Not here: freezing, which a person does on the page; what a freeze holds (`acts::freeze`).

use acts::freeze::{self, Basis, Explained, Listed, Moment};
use acts::indicator::{self, Catalogue};
use acts::total::Query;
use axum::extract::Path;
use domain::freeze::difference::{Difference, Part};
use domain::id::FreezeId;
use domain::period::Period;
use domain::unit::UnitId;
use serde_json::{Value as Tree, json};

use super::json::{answer, column, head, lens, moment, sum};
use super::params::{Params, Sent, id};
use super::problem::Problem;
use super::totals::totals;
use super::{Answer, Caller};

/// The parameters of the list.
pub(super) const LIST: &[&str] = &["unit", "from", "to"];
/// The parameters of a freeze's totals.
pub(super) const TOTALS: &[&str] = &["unit", "from", "to", "lens", "road"];
/// The parameters of an explanation.
pub(super) const EXPLAIN: &[&str] = &["unit", "from", "to", "lens", "road", "against"];

fn listed(one: &Listed) -> Tree {
    let freeze = &one.freeze;
    let hash = freeze.hash.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    json!({
        "id": freeze.id.to_string(), "unit": freeze.unit.to_string(), "number": freeze.number,
        "from": freeze.range.first().to_string(), "to": freeze.range.last().to_string(),
        "at": moment(freeze.at_ms), "by": one.by, "reason": freeze.reason,
        "tree_day": freeze.tree_day.to_string(), "sha256": hash,
        "totals": format!("/api/v1/freezes/{}/totals", freeze.id),
    })
}

/// The freezes of a unit, the newest first.
pub(super) async fn list(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(LIST)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let range = stretch(&params)?;
    let found = freeze::list(&ctx, unit, range).await?;
    Ok(answer(json!({ "freezes": found.iter().map(listed).collect::<Vec<_>>() })))
}

/// The stretch, where either end is given.
fn stretch(params: &Params) -> Result<Option<Period>, Problem> {
    if params.text("from").is_none() && params.text("to").is_none() {
        return Ok(None);
    }
    params.range().map(Some)
}

/// What is asked of a freeze: its own unit and stretch, where nothing else is.
async fn query(ctx: &acts::Ctx, freeze: FreezeId, params: &Params) -> Result<Query, Problem> {
    let unit = params.id::<UnitId>("unit")?;
    let (lens, road) = (params.lens()?, params.road()?);
    if let (Some(unit), Some(range)) = (unit, stretch(params)?) {
        return Ok(Query { unit, range, lens, road });
    }
    let held = freeze::load(ctx, freeze).await?.freeze;
    let range = stretch(params)?.unwrap_or(held.range);
    Ok(Query { unit: unit.unwrap_or(held.unit), range, lens, road })
}

/// The totals of a unit and of each unit directly below, as a freeze holds them.
pub(super) async fn view(Caller(ctx): Caller, Path(freeze): Path<String>, sent: Sent) -> Answer {
    let freeze: FreezeId = id("freeze", &freeze)?;
    let query = query(&ctx, freeze, &sent.only(TOTALS)?).await?;
    let seen = freeze::view(&ctx, freeze, query).await?;
    let catalogue = indicator::catalogue(&ctx).await?;
    let mut body = totals(&catalogue, &seen);
    if let Some(map) = body.as_object_mut() {
        map.insert("freeze".to_owned(), json!(freeze.to_string()));
    }
    Ok(answer(body))
}

/// Why a freeze differs from a later one, or from what stands now.
pub(super) async fn explain(Caller(ctx): Caller, Path(freeze): Path<String>, sent: Sent) -> Answer {
    let params = sent.only(EXPLAIN)?;
    let freeze: FreezeId = id("freeze", &freeze)?;
    let query = query(&ctx, freeze, &params).await?;
    let against = match params.id::<FreezeId>("against")? {
        Some(other) => Basis::Frozen(other),
        None => Basis::Now,
    };
    let told = freeze::explain(&ctx, Basis::Frozen(freeze), against, query, None).await?;
    let catalogue = indicator::catalogue(&ctx).await?;
    Ok(answer(explained(&catalogue, &told)))
}

fn side(of: &Moment) -> Tree {
    let freeze = of.freeze.as_ref();
    json!({
        "freeze": freeze.map(|one| one.id.to_string()), "number": freeze.map(|one| one.number),
        "at": moment(of.at_ms), "tree_day": of.tree_day.to_string(),
    })
}

fn explained(catalogue: &Catalogue, told: &Explained) -> Tree {
    let part = |of: &Part| {
        json!({
            "unit": told.heads.get(&of.unit).map(head), "period": of.period.to_string(),
            "scope": of.scope.code(), "cause": of.cause.code(),
            "before": sum(of.before), "after": sum(of.after),
            "versions": of.edit.map(|(_, before, after)| json!([before, after])),
        })
    };
    let difference = |of: &Difference| of.parts.iter().map(part).collect::<Vec<_>>();
    let figures: Vec<Tree> = told
        .differences
        .iter()
        .map(|(slot, of)| {
            json!({
                "column": column(catalogue, *slot), "before": sum(of.before), "after": sum(of.after),
                "parts": difference(of),
            })
        })
        .collect();
    json!({
        "unit": head(&told.head), "lens": lens(told.query.lens), "road": told.query.road.code(),
        "from": told.query.range.first().to_string(), "to": told.query.range.last().to_string(),
        "before": side(&told.before), "after": side(&told.after), "figures": figures,
    })
}
