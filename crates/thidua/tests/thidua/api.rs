//! The interface: who is let in, what is refused by name, the three ways of having no number, and two who write.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use crate::house::{Answer, House};

async fn put(house: &House, token: &str, path: &str, version: Option<&str>, body: &Value) -> Answer {
    let mut request = Request::put(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    if let Some(version) = version {
        request = request.header(header::IF_MATCH, version);
    }
    house.send(request.body(Body::from(body.to_string())).unwrap()).await
}

/// The id of the unit that a search finds first.
async fn unit(house: &House, token: &str, words: &str) -> String {
    let found = house.api(token, &format!("/api/v1/units/search?q={words}")).await.json();
    found["units"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_is_let_in_without_a_token() {
    let house = House::open().await;
    let document = house.send(Request::get("/api/openapi.json").body(Body::empty()).unwrap()).await.json();
    for (path, operations) in document["paths"].as_object().unwrap() {
        let path = path
            .replace("{unit}", "1")
            .replace("{document}", "1")
            .replace("{evidence}", "1")
            .replace("{freeze}", "1");
        for method in operations.as_object().unwrap().keys() {
            for value in [None, Some("Bearer 0123456789"), Some("Basic YTph"), Some("Bearer")] {
                let mut request = Request::builder().method(method.to_uppercase().as_str()).uri(&path);
                if let Some(value) = value {
                    request = request.header(header::AUTHORIZATION, value);
                }
                let answer = house.send(request.body(Body::empty()).unwrap()).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path} {value:?}");
                assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
                assert_eq!(answer.headers[header::WWW_AUTHENTICATE], "Bearer");
            }
        }
    }
    let elsewhere = house.send(Request::get("/api/v2/units").body(Body::empty()).unwrap()).await;
    assert_eq!(
        (elsewhere.status, elsewhere.json()["code"].clone()),
        (StatusCode::NOT_FOUND, json!("not-found"))
    );
}

#[tokio::test]
async fn what_is_not_known_is_refused_by_its_name() {
    let house = House::open().await;
    let token = house.token("vanphong").await;
    for (path, name) in [
        ("/api/v1/units?cha=1", "cha"),
        ("/api/v1/units?parent=%2F..", "parent"),
        ("/api/v1/units?limit=0", "limit"),
        ("/api/v1/units?day=31-12-2024", "day"),
        ("/api/v1/units/search", "q"),
        ("/api/v1/indicators?x=1", "x"),
        ("/api/v1/totals?from=2023&to=2023", "unit"),
        ("/api/v1/totals?unit=1&unit=1&from=2023&to=2023", "unit"),
        ("/api/v1/totals?unit=1&from=2023&to=2022", "to"),
        ("/api/v1/totals?unit=1&from=2023&to=2023&lens=now", "lens"),
        ("/api/v1/units/1/figures?period=2024Q9", "period"),
        ("/api/v1/units/1/figures?period=2024&scope=all", "scope"),
        ("/api/v1/documents?before=%C4%91", "before"),
    ] {
        let answer = house.api(&token, path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.json()["parameter"], name, "{path}");
    }
}

#[tokio::test]
async fn a_neighbour_does_not_learn_that_a_unit_is_there() {
    let house = House::open().await;
    let (ours, theirs) = (house.token("vanphong").await, house.token("thanhxuan").await);
    let unit = unit(&house, &ours, "Khoi+Co+quan").await;
    for path in [
        format!("/api/v1/units/{unit}"),
        format!("/api/v1/units/{unit}/figures?period=2023"),
        format!("/api/v1/totals?unit={unit}&from=2023&to=2023"),
    ] {
        assert_eq!(house.api(&ours, &path).await.status, StatusCode::OK, "{path}");
        assert_eq!(house.api(&theirs, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let found = house.api(&theirs, "/api/v1/units/search?q=Khoi+Co+quan").await.json();
    assert_eq!(found["units"], json!([]));
    let documents = house.api(&theirs, "/api/v1/documents").await.json();
    assert_eq!(documents["documents"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn zero_not_reported_and_not_applicable_are_told_apart() {
    let house = House::open().await;
    let token = house.token("vanphong").await;
    let of = async |words: &str, code: &str| {
        let unit = unit(&house, &token, words).await;
        let path = format!("/api/v1/totals?unit={unit}&from=2021&to=2024");
        let totals = house.api(&token, &path).await.json();
        let figures = totals["own"]["figures"].as_array().unwrap().clone();
        figures.into_iter().find(|one| one["indicator"] == code)
    };
    let zero = of("Cuc+Thong+ke", "HD02").await.unwrap();
    assert_eq!(
        (&zero["state"], &zero["number"], &zero["values"]),
        (&json!("reported"), &json!(0), &json!(1))
    );
    let none = of("Toa+an+nhan+dan", "HD01").await.unwrap();
    assert_eq!((&none["state"], &none["number"]), (&json!("not-applicable"), &Value::Null));
    assert_eq!(of("Cuc+Thi+hanh+an", "HD02").await, None);
    assert!(of("Cuc+Thi+hanh+an", "HD01").await.is_some());
}

#[tokio::test]
async fn pages_of_units_follow_one_another_without_a_gap() {
    let house = House::open().await;
    let token = house.token("vanphong").await;
    let unit = unit(&house, &token, "Khoi+Co+quan").await;
    let (mut names, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/units?parent={unit}&limit=10{after}");
        let page = house.api(&token, &path).await.json();
        let units = page["units"].as_array().unwrap();
        names.extend(units.iter().map(|one| one["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={}", thidua::web::encode::encode(next));
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!((all, names.len()), (43, 43));
}

#[tokio::test]
async fn the_second_who_writes_is_told_and_nothing_is_lost() {
    let house = House::open().await;
    let token = house.token("chibo").await;
    let unit = unit(&house, &token, "Ban+Quan+ly+du+an").await;
    let path = format!("/api/v1/units/{unit}/figures?period=2024Q1");
    let body = |trees: i64| {
        json!({ "reason": "thử", "figures": [
        { "indicator": "HD01", "value": { "number": trees } },
        { "indicator": "KH03", "value": { "number": 5400, "bound": "at-least" } },
        { "indicator": "HT04", "value": { "numerator": 38, "denominator": 40 } },
        { "indicator": "HD02", "value": { "state": "not-applicable" } },
    ] })
    };
    assert_eq!(put(&house, &token, &path, None, &body(1)).await.status, StatusCode::PRECONDITION_REQUIRED);
    let first = put(&house, &token, &path, Some("\"0\""), &body(41)).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    let version = first.headers[header::ETAG].to_str().unwrap().to_owned();
    let second = put(&house, &token, &path, Some("\"0\""), &body(42)).await;
    assert_eq!(second.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(second.json()["now"][0]["number"], 41);
    assert_eq!(second.json()["by"], "Phạm Thị Chi");
    assert_eq!(put(&house, &token, &path, Some(&version), &body(42)).await.status, StatusCode::OK);
    let read = house.api(&token, &path).await.json();
    let value = |code: &str| {
        let figures = read["figures"].as_array().unwrap();
        figures.iter().find(|one| one["indicator"] == code).unwrap()["value"].clone()
    };
    assert_eq!(value("HD01")["number"], 42);
    assert_eq!(value("KH03")["bound"], "at-least");
    assert_eq!(value("HT04")["denominator"], 40);
    assert_eq!(value("HD02"), json!({ "state": "not-applicable" }));
    let totals = house.api(&token, &format!("/api/v1/totals?unit={unit}&from=2024Q1&to=2024Q1")).await.json();
    assert_eq!(totals["own"]["figures"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn a_wrong_figure_is_named_and_nothing_is_written() {
    let house = House::open().await;
    let token = house.token("chibo").await;
    let unit = unit(&house, &token, "Ban+Quan+ly+du+an").await;
    let path = format!("/api/v1/units/{unit}/figures?period=2024Q1");
    let good = json!({ "indicator": "HD01", "value": { "number": 1 } });
    for (figure, status) in [
        (json!({ "indicator": "ZZ99", "value": { "number": 1 } }), StatusCode::BAD_REQUEST),
        (json!({ "indicator": "HD02" }), StatusCode::BAD_REQUEST),
        (json!({ "indicator": "HD02", "value": { "number": 1, "numerator": 1 } }), StatusCode::BAD_REQUEST),
        (json!({ "indicator": "HD02", "value": { "number": 1.5 } }), StatusCode::BAD_REQUEST),
        (json!({ "indicator": "HD02", "value": { "number": 1 }, "note": 1 }), StatusCode::BAD_REQUEST),
        (json!({ "indicator": "HD02", "value": { "number": -1 } }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "indicator": "HT04", "value": { "number": 97 } }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "indicator": "HD01", "value": { "number": 2 } }), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let body = json!({ "figures": [good, figure] });
        let answer = put(&house, &token, &path, Some("\"0\""), &body).await;
        assert_eq!(answer.status, status, "{figure}: {}", answer.text());
    }
    let viewer = house.token("lanhdao").await;
    let denied = put(&house, &viewer, &path, Some("\"0\""), &json!({ "figures": [good] })).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert_eq!(house.api(&token, &path).await.json()["version"], 0);
}
