//! Values as JSON: ids as strings, bounds as words, money as whole đồng; and the three ways of having no number kept
//! apart. A figure that nobody reported is absent; "not applicable" and "zero" are said.
//!
//! Not here: which figures a request may see.

use acts::indicator::Catalogue;
use acts::total::{Cell, Coverage, Head, Lens, Query};
use acts::unit::UnitName;
use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::figure::{Bound, Slot, Value};
use domain::indicator::Indicator;
use domain::period::Period;
use domain::total::Sum;
use domain::unit::UnitId;
use serde_json::{Map, Value as Tree, json};

use crate::web::encode::encode;

/// An answer; never kept by anybody on the way.
pub(super) fn answer(body: Tree) -> Response {
    let mut response = Json(body).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A bound's word.
pub(super) fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::AtLeast => "at-least",
        Bound::AtMost => "at-most",
        Bound::About => "about",
    }
}

/// A bound from its word.
pub(super) fn bound_of(word: &str) -> Option<Bound> {
    match word {
        "exact" => Some(Bound::Exact),
        "at-least" => Some(Bound::AtLeast),
        "at-most" => Some(Bound::AtMost),
        "about" => Some(Bound::About),
        _ => None,
    }
}

/// A single value.
pub(super) fn value(value: Value) -> Tree {
    match value {
        Value::Count { number, bound: at } => {
            json!({ "state": "reported", "number": number, "bound": bound(at) })
        }
        Value::Ratio { numerator, denominator } => {
            json!({ "state": "reported", "numerator": numerator, "denominator": denominator, "bound": "exact" })
        }
        Value::Statement { thousandths, bound: at } => {
            json!({ "state": "statement", "percent_thousandths": thousandths, "bound": bound(at) })
        }
        Value::NotApplicable => json!({ "state": "not-applicable" }),
    }
}

/// A unit's heading.
pub(super) fn unit(id: UnitId, name: &UnitName) -> Map<String, Tree> {
    let mut map = Map::new();
    map.insert("id".to_owned(), json!(id.to_string()));
    map.insert("name".to_owned(), json!(name.name));
    map.insert("short_name".to_owned(), json!(name.short_name));
    map.insert("kind".to_owned(), json!(name.kind.code()));
    map
}

/// A unit's heading in totals.
pub(super) fn head(of: &Head) -> Tree {
    let mut map = unit(of.unit, &of.name);
    map.insert("has_children".to_owned(), json!(of.has_children));
    Tree::Object(map)
}

/// Which figure: indicator, measure and breakdown.
pub(super) fn column(catalogue: &Catalogue, slot: Slot) -> Option<Map<String, Tree>> {
    let indicator = catalogue.of_slot(slot)?;
    let breakdown = catalogue.breakdown(slot)?;
    let mut map = Map::new();
    map.insert("indicator".to_owned(), json!(indicator.code));
    map.insert("name".to_owned(), json!(indicator.name));
    map.insert("measure".to_owned(), json!(indicator.measure));
    map.insert("subject".to_owned(), json!(breakdown.subject.code()));
    map.insert("detail".to_owned(), json!(breakdown.detail));
    Some(map)
}

/// An indicator of the catalogue.
pub(super) fn indicator(one: &Indicator) -> Tree {
    json!({
        "id": one.id.to_string(), "code": one.code, "name": one.name, "name_en": one.name_en,
        "measure": one.measure, "measure_en": one.measure_en, "nature": one.nature.code(),
        "over_time": one.over_time.code(), "over_tree": one.over_tree.code(), "numerator": one.numerator,
        "denominator": one.denominator, "pitfall": one.pitfall, "valid_from": one.valid_from.to_string(),
        "source": one.source, "verified": one.verified,
    })
}

/// A sum with what it is made of. Its state is that of the strongest part: a number, else a statement, else that it
/// does not apply.
pub(super) fn sum(of: Sum) -> Map<String, Tree> {
    let mut map = Map::new();
    let state = match (of.values(), of.statements) {
        (1.., _) => "reported",
        (_, 1..) => "statement",
        _ => "not-applicable",
    };
    map.insert("state".to_owned(), json!(state));
    if of.values() > 0 {
        let number = if of.denominator > 0 { "numerator" } else { "number" };
        map.insert(number.to_owned(), json!(of.number));
        if of.denominator > 0 {
            map.insert("denominator".to_owned(), json!(of.denominator));
        }
        map.insert("bound".to_owned(), json!(bound(of.bound())));
    }
    map.insert("values".to_owned(), json!(of.values()));
    map.insert("not_applicable".to_owned(), json!(of.not_applicable));
    map.insert("statements".to_owned(), json!(of.statements));
    map
}

fn periods(of: &[Period]) -> Tree {
    of.iter().map(ToString::to_string).collect()
}

/// A cell of the totals, with the address that opens it.
pub(super) fn cell(
    catalogue: &Catalogue,
    query: &Query,
    unit: UnitId,
    slot: Slot,
    of: &Cell,
) -> Option<Tree> {
    let mut map = column(catalogue, slot)?;
    map.extend(sum(of.sum));
    map.insert("below".to_owned(), Tree::Object(sum(of.below())));
    if let Some(whole) = of.whole() {
        map.insert("whole".to_owned(), value(whole));
        if of.sum.values() > 0 && of.below().values() > 0 {
            map.insert("difference".to_owned(), json!(of.sum.number.saturating_sub(of.below().number)));
        }
    }
    map.insert("periods".to_owned(), periods(&of.pick.taken));
    map.insert("periods_left_out".to_owned(), periods(&of.pick.left_out));
    map.insert("origin".to_owned(), json!(origin(catalogue, query, unit, slot)?));
    Some(Tree::Object(map))
}

/// The address that opens a figure down to its records and evidence.
pub(super) fn origin(catalogue: &Catalogue, query: &Query, unit: UnitId, slot: Slot) -> Option<String> {
    let indicator = catalogue.of_slot(slot)?;
    let breakdown = catalogue.breakdown(slot)?;
    let lens = lens(query.lens);
    let mut address = format!(
        "/api/v1/totals/origin?unit={unit}&from={}&to={}&lens={lens}&road={}&indicator={}&subject={}",
        query.range.first(),
        query.range.last(),
        query.road.code(),
        encode(&indicator.code),
        breakdown.subject.code(),
    );
    if !breakdown.detail.is_empty() {
        address.push_str("&detail=");
        address.push_str(&encode(&breakdown.detail));
    }
    Some(address)
}

/// A lens's word.
pub(super) fn lens(of: Lens) -> &'static str {
    match of {
        Lens::AsWas => "as-was",
        Lens::AsIs => "as-is",
    }
}

/// How complete figures are.
pub(super) fn coverage(of: &Coverage) -> Tree {
    let missing: Vec<String> = of.missing.iter().map(ToString::to_string).collect();
    json!({ "expected": of.expected, "reported": of.reported, "missing": missing })
}

/// A moment, in UTC.
pub(super) fn moment(at_ms: i64) -> Tree {
    jiff::Timestamp::from_millisecond(at_ms).map_or(Tree::Null, |at| json!(at.to_string()))
}
