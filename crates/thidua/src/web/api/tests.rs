//! The document of the interface against the interface itself.
//!
//! Not here: what answers hold over a real installation (`tests/thidua`).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    awards, books, documents, figures, filings, freezes, openapi, reports, routes, tables, totals, units,
};

fn document() -> Value {
    serde_json::from_str(openapi::TEXT).expect("the document is JSON")
}

/// The parameters that each address takes in its query, as the handlers know them.
fn known() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("/units", units::LIST),
        ("/units/search", units::SEARCH),
        ("/units/{unit}", units::ONE),
        ("/units/{unit}/figures", figures::BOTH),
        ("/indicators", &[][..]),
        ("/forms", &[][..]),
        ("/filings", filings::LIST),
        ("/units/{unit}/filings/{form}", filings::ONE),
        ("/units/{unit}/filings/{form}/workbook", books::BOOK),
        ("/units/{unit}/filings/{form}/table", books::ONE),
        ("/units/{unit}/filings/{form}/layouts", books::ONE),
        ("/layouts/{layout}", &[][..]),
        ("/tables", tables::LIST),
        ("/tables/{table}", &[][..]),
        ("/totals", totals::VIEW),
        ("/totals/origin", totals::ORIGIN),
        ("/freezes", freezes::LIST),
        ("/freezes/{freeze}/totals", freezes::TOTALS),
        ("/freezes/{freeze}/explain", freezes::EXPLAIN),
        ("/documents", documents::LIST),
        ("/documents/{document}/original", &[][..]),
        ("/reports", reports::LIST),
        ("/reports/{report}", &[][..]),
        ("/evidence/{evidence}/file", &[][..]),
        ("/rounds", awards::OF_UNIT),
        ("/rounds/{round}", awards::OF_UNIT),
        ("/nominations", awards::NOMINATIONS),
        ("/nominations/new", &[][..]),
        ("/nominations/{nomination}", &[][..]),
        ("/councils", awards::OF_UNIT),
        ("/councils/{council}", &[][..]),
        ("/decisions", awards::OF_UNIT),
        ("/decisions/{decision}", &[][..]),
        ("/register", awards::REGISTER),
    ])
}

#[test]
fn every_address_is_described_with_all_its_parameters() {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let described: BTreeSet<&str> = paths.keys().map(|path| path.trim_start_matches("/api/v1")).collect();
    let served: BTreeSet<&str> = routes().iter().map(|(path, _)| *path).collect();
    assert_eq!(described, served);
    for (path, expected) in known() {
        for (method, operation) in paths[&format!("/api/v1{path}")].as_object().expect("operations") {
            let of = |place: &str| -> BTreeSet<&str> {
                let listed = operation["parameters"].as_array().expect("parameters").iter();
                listed
                    .map(|one| match one["$ref"].as_str() {
                        Some(to) => document.pointer(to.trim_start_matches('#')).expect("a parameter"),
                        None => one,
                    })
                    .filter(|one| one["in"] == place)
                    .map(|one| one["name"].as_str().expect("a name"))
                    .collect()
            };
            assert_eq!(of("query"), expected.iter().copied().collect(), "{method} {path}");
            let in_path = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            assert_eq!(of("path"), in_path.collect(), "{method} {path}");
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(document: &Value, part: &Value) {
        match part {
            Value::Object(map) => {
                if let Some(to) = map.get("$ref").and_then(Value::as_str) {
                    assert!(document.pointer(to.trim_start_matches('#')).is_some(), "{to}");
                }
                map.values().for_each(|part| walk(document, part));
            }
            Value::Array(list) => list.iter().for_each(|part| walk(document, part)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let document = document();
    walk(&document, &document);
}
