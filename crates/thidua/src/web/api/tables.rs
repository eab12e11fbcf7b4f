//! Tables of totals kept to look at again: list, keep, drop.
//!
//! Not here: the totals themselves (`totals`), who may (`acts::pivot`).

use acts::pivot::{self, NewPivot, PivotRefusal};
use axum::body::Bytes;
use axum::extract::Path;
use domain::id::PivotId;
use domain::unit::UnitId;
use serde::Deserialize;
use serde_json::{Value as Tree, json};

use super::filings::{body, unprocessable};
use super::json::{answer, moment};
use super::params::{Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};
use crate::web::encode::address;

/// The parameters of the list and of keeping.
pub(super) const LIST: &[&str] = &["unit"];

/// The tables of a unit that the caller sees.
pub(super) async fn list(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(LIST)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let tables: Vec<Tree> = pivot::list(&ctx, unit)
        .await?
        .iter()
        .map(|one| {
            let opens = address("/tong-hop", &[("don-vi", &one.kept.unit.to_string())]);
            json!({
                "table": one.kept.id.to_string(), "name": one.kept.name, "asked": one.kept.asked,
                "shared": one.kept.shared, "by": one.by, "at": moment(one.kept.at_ms),
                "may_drop": one.may_drop, "page": format!("{opens}&{}", one.kept.asked),
            })
        })
        .collect();
    Ok(answer(json!({ "tables": tables })))
}

/// A table to keep.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    name: String,
    asked: String,
    #[serde(default)]
    shared: bool,
}

/// Keeps a table.
pub(super) async fn keep(Caller(ctx): Caller, sent: Sent, bytes: Bytes) -> Answer {
    let params = sent.only(LIST)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let new: New = body(&bytes)?;
    let new = NewPivot { unit, name: new.name, asked: new.asked, shared: new.shared };
    let kept = pivot::keep(&ctx, new).await.map_err(|end| Problem::of(end, refused))?;
    Ok(answer(json!({ "table": kept.to_string() })))
}

/// Drops a table.
pub(super) async fn remove(Caller(ctx): Caller, Path(table): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let table: PivotId = id("table", &table)?;
    pivot::remove(&ctx, table).await?;
    Ok(answer(json!({ "removed": table.to_string() })))
}

fn refused(refusal: PivotRefusal) -> Problem {
    let w = &lang::Lang::Vi.words().rollup;
    match refusal {
        PivotRefusal::Name => unprocessable("name", w.keep_name_missing),
        PivotRefusal::Taken => unprocessable("taken", w.keep_taken),
        PivotRefusal::TooMany => unprocessable("too-many", w.keep_too_many),
        PivotRefusal::Asked => {
            Problem::bad("asked", "Lấy nguyên phần sau dấu hỏi của địa chỉ bảng tổng hợp.")
        }
    }
}
