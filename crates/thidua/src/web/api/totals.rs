//! Totals: a unit's figures with those of the units below, and a figure opened down to its records and evidence.
//!
//! Not here: adding up (`acts::total`).

use acts::indicator::{self, Catalogue};
use acts::total::{self, Query, Record, Row, View};
use domain::unit::UnitId;
use serde_json::{Map, Value as Tree, json};

use super::json::{answer, cell, column, coverage, head, lens, moment, sum, value};
use super::params::{Params, Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};

/// The parameters of the totals.
pub(super) const VIEW: &[&str] = &["unit", "from", "to", "lens", "road"];
/// The parameters of an origin.
pub(super) const ORIGIN: &[&str] = &["unit", "from", "to", "lens", "road", "indicator", "subject", "detail"];

fn query(params: &Params) -> Result<Query, Problem> {
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    Ok(Query { unit, range: params.range()?, lens: params.lens()?, road: params.road()? })
}

/// The totals of a unit and of each unit directly below.
pub(super) async fn view(Caller(ctx): Caller, sent: Sent) -> Answer {
    let query = query(&sent.only(VIEW)?)?;
    let seen = total::view(&ctx, query).await?;
    let catalogue = indicator::catalogue(&ctx).await?;
    Ok(answer(totals(&catalogue, &seen)))
}

/// Totals as the interface writes them.
pub(super) fn totals(catalogue: &Catalogue, seen: &View) -> Tree {
    let row = |row: &Row| -> Tree {
        let figures: Vec<Tree> = row
            .cells
            .iter()
            .filter_map(|(slot, of)| cell(catalogue, &seen.query, row.head.unit, *slot, of))
            .collect();
        json!({ "unit": head(&row.head), "figures": figures })
    };
    let mut map = asked(&seen.query);
    map.insert("tree_day".to_owned(), json!(seen.tree_day.to_string()));
    map.insert("own".to_owned(), row(&seen.own));
    map.insert("children".to_owned(), seen.rows.iter().map(row).collect());
    map.insert("coverage".to_owned(), coverage(&seen.coverage));
    Tree::Object(map)
}

/// What was asked for, as understood.
fn asked(query: &Query) -> Map<String, Tree> {
    let mut map = Map::new();
    map.insert("from".to_owned(), json!(query.range.first().to_string()));
    map.insert("to".to_owned(), json!(query.range.last().to_string()));
    map.insert("lens".to_owned(), json!(lens(query.lens)));
    map.insert("road".to_owned(), json!(query.road.code()));
    map
}

/// Where a figure comes from.
pub(super) async fn origin(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(ORIGIN)?;
    let query = query(&params)?;
    let code = params.needed("indicator")?;
    let catalogue = indicator::catalogue(&ctx).await?;
    let indicator = catalogue
        .by_code(code)
        .ok_or_else(|| Problem::bad("indicator", format!("Không có chỉ tiêu “{code}”.")))?;
    let breakdown = params.breakdown()?;
    let slot = catalogue.slot(indicator.id, &breakdown).ok_or_else(Problem::missing)?;
    let found = total::origin(&ctx, query, slot).await?;

    let mut map = asked(&query);
    map.insert("unit".to_owned(), head(&found.head));
    map.insert("above".to_owned(), found.path.iter().map(head).collect());
    map.insert("column".to_owned(), column(&catalogue, slot).map_or(Tree::Null, Tree::Object));
    map.insert(
        "figure".to_owned(),
        cell(&catalogue, &query, query.unit, slot, &found.cell).unwrap_or(Tree::Null),
    );
    let parts = found.parts.iter().map(|part| {
        let figure = cell(&catalogue, &query, part.head.unit, slot, &part.cell);
        json!({ "unit": head(&part.head), "figure": figure })
    });
    map.insert("parts".to_owned(), parts.collect());
    map.insert("records".to_owned(), found.records.iter().map(record).collect());
    map.insert(
        "other_road".to_owned(),
        found.other_road.map_or(Tree::Null, |other| Tree::Object(sum(other))),
    );
    map.insert("coverage".to_owned(), coverage(&found.coverage));
    map.insert("over_tree".to_owned(), json!(found.over_tree.code()));
    Ok(answer(Tree::Object(map)))
}

fn record(of: &Record) -> Tree {
    let steps = of.steps.iter().map(|step| {
        json!({ "version": step.version, "by": step.name, "at": moment(step.at_ms), "source": step.source.code(),
            "reason": step.reason, "before": step.before.map(value), "after": step.after.map(value) })
    });
    let evidence = of.evidence.iter().map(|piece| {
        let document = piece.document.map(|document| {
            json!({ "id": document.to_string(), "title": of.documents.get(&document),
                "original": format!("/api/v1/documents/{document}/original") })
        });
        let file = piece.file.as_ref().map(
            |_| json!({ "name": piece.file_name, "content": format!("/api/v1/evidence/{}/file", piece.id) }),
        );
        let span = piece.span.map(|(first, last)| json!([first, last]));
        json!({ "id": piece.id.to_string(), "quote": piece.quote, "span": span, "place": piece.place,
            "note": piece.note, "document": document, "file": file, "at": moment(piece.at_ms) })
    });
    json!({
        "submission": of.submission.to_string(), "unit": head(&of.head), "period": of.period.to_string(),
        "scope": of.scope.code(), "value": value(of.value), "counts": of.counts,
        "steps": steps.collect::<Vec<_>>(), "evidence": evidence.collect::<Vec<_>>(),
    })
}
