//! Units and indicators: children of a unit page by page, search, one unit with its history, the catalogue.
//!
//! Not here: changing them over the interface; people do that on the pages, with a decision at hand.

use acts::App;
use acts::unit::UnitView;
use axum::extract::{Path, State};
use domain::unit::{OPEN, UnitId};
use serde_json::{Value as Tree, json};

use super::json::{answer, indicator, unit};
use super::params::{Sent, id};
use super::{Answer, Caller};

/// What parts the two halves of the key of a page. No sort key holds it.
const KEY_MARK: char = '~';

/// The parameters of the list.
pub(super) const LIST: &[&str] = &["parent", "day", "after", "limit"];
/// The parameters of the search.
pub(super) const SEARCH: &[&str] = &["q"];
/// The parameters of one unit.
pub(super) const ONE: &[&str] = &["day"];

/// The units directly below one, or the highest within reach.
pub(super) async fn list(State(app): State<App>, Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(LIST)?;
    let parent: Option<UnitId> = params.id("parent")?;
    let day = params.day("day", app.today())?;
    let after = match params.text("after").and_then(|key| key.rsplit_once(KEY_MARK)) {
        Some((key, unit)) => Some((key.to_owned(), id("after", unit)?)),
        None => None,
    };
    let page = acts::unit::tree(&ctx, parent, day, after, params.most()?).await?;
    let rows: Vec<Tree> = page
        .rows
        .iter()
        .map(|row| {
            let mut map = unit(row.unit, &row.name);
            map.insert("children".to_owned(), json!(row.children));
            Tree::Object(map)
        })
        .collect();
    let next = page.next.map(|(key, unit)| format!("{key}{KEY_MARK}{unit}"));
    Ok(answer(json!({ "units": rows, "next": next })))
}

/// Units found by words, without marks and in any case.
pub(super) async fn search(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(SEARCH)?;
    let found = acts::unit::search(&ctx, params.needed("q")?).await?;
    let rows: Vec<Tree> = found
        .iter()
        .map(|hit| {
            let mut map = unit(hit.unit, &hit.name);
            let path: Vec<&str> = hit.path.iter().map(|name| name.name.as_str()).collect();
            map.insert("above".to_owned(), json!(path));
            map.insert("ended".to_owned(), json!(hit.ended.map(|day| day.to_string())));
            Tree::Object(map)
        })
        .collect();
    Ok(answer(json!({ "units": rows })))
}

/// One unit with its names, places, codes and successions.
pub(super) async fn one(
    State(app): State<App>,
    Caller(ctx): Caller,
    Path(text): Path<String>,
    sent: Sent,
) -> Answer {
    let params = sent.only(ONE)?;
    let view = acts::unit::view(&ctx, id("unit", &text)?, params.day("day", app.today())?).await?;
    Ok(answer(whole(&view)))
}

fn whole(view: &UnitView) -> Tree {
    let open = |day: jiff::civil::Date| (day != OPEN).then(|| day.to_string());
    let mut map = unit(view.unit, &view.name);
    let mut put = |name: &str, value: Tree| map.insert(name.to_owned(), value);
    put("from", json!(view.from.to_string()));
    put("to", json!(view.to.map(|day| day.to_string())));
    put("children", json!(view.children));
    put("aliases", json!(view.aliases));
    let above = view.path.iter().map(|step| {
        let id = step.visible.then(|| step.unit.to_string());
        json!({ "id": id, "name": step.name.name })
    });
    put("above", above.collect());
    let codes = view.codes.iter().map(|one| {
        json!({ "scheme": one.scheme, "code": one.code, "from": one.from.to_string(), "to": open(one.to) })
    });
    put("codes", codes.collect());
    let names = view.names.iter().map(|one| {
        json!({ "name": one.name.name, "short_name": one.name.short_name, "kind": one.name.kind.code(),
            "from": one.from.to_string(), "to": open(one.to), "decision": one.decision })
    });
    put("names", names.collect());
    let places = view.places.iter().map(|one| {
        json!({ "parent": one.fact.parent.map(|unit| unit.to_string()), "parent_name": one.parent_name,
            "from": one.fact.from.to_string(), "to": open(one.fact.to), "decision": one.fact.decision })
    });
    put("places", places.collect());
    let succession = |rows: &[acts::unit::SuccessionRow]| -> Tree {
        rows.iter()
            .map(|one| {
                json!({ "id": one.unit.to_string(), "name": one.name, "whole": one.whole, "share": one.share,
                    "effective": one.reorganisation.effective.to_string(), "decision": one.reorganisation.decision })
            })
            .collect()
    };
    put("predecessors", succession(&view.predecessors));
    put("successors", succession(&view.successors));
    Tree::Object(map)
}

/// The catalogue of indicators.
pub(super) async fn indicators(Caller(ctx): Caller, sent: Sent) -> Answer {
    sent.only(&[])?;
    let catalogue = acts::indicator::catalogue(&ctx).await?;
    let rows: Vec<Tree> = catalogue.indicators.iter().map(indicator).collect();
    Ok(answer(json!({ "indicators": rows })))
}
