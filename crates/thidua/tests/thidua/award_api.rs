//! Rounds, nominations, councils and decisions over the interface: the right caller reads them, a neighbour finds
//! nothing, and a case is written as on the page.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use crate::award_house::{FORM, Made, make};
use crate::house::{Answer, House};

async fn made(house: &House) -> (Made, String) {
    let (staff, _) = house.person("vanphong").await;
    let (approver, _) = house.person("duyet").await;
    let (manager, _) = house.person("quantri").await;
    let unit = acts::unit::tree(&staff, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    (make(&staff, &approver, &manager, unit).await, unit.to_string())
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

async fn post(house: &House, token: &str, body: &Value) -> Answer {
    let request = Request::post("/api/v1/nominations/new")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    house.send(request.body(Body::from(body.to_string())).unwrap()).await
}

#[tokio::test]
async fn awards_are_read_by_the_right_caller_alone() {
    let house = House::open().await;
    let (made, unit) = made(&house).await;
    let (ours, theirs) = (house.token("vanphong").await, house.token("thanhxuan").await);
    let [round, case, council, decision] = &made.paths;
    let addresses = [
        format!("rounds?unit={unit}"),
        format!("rounds/{}?unit={unit}", last(round)),
        format!("nominations?unit={unit}&stage=proposed"),
        format!("nominations/{}", last(case)),
        format!("councils?unit={unit}"),
        format!("councils/{}", last(council)),
        format!("decisions?unit={unit}"),
        format!("decisions/{}", last(decision)),
    ];
    for address in &addresses {
        let path = format!("/api/v1/{address}");
        let right = house.api(&ours, &path).await;
        assert_eq!(right.status, StatusCode::OK, "{path}: {}", right.text());
        let neighbour = house.api(&theirs, &path).await;
        assert_eq!(neighbour.status, StatusCode::NOT_FOUND, "{path}: {}", neighbour.text());
    }
    let case = house.api(&ours, &format!("/api/v1/{}", addresses[3])).await.json();
    let findings = case["findings"].as_array().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|one| one["article"].as_str() != Some("")));
    let told = case.to_string();
    for banned in ["percent_met", "score", "rank"] {
        assert!(!told.contains(banned), "{banned}");
    }
    let decision = house.api(&ours, &format!("/api/v1/{}", addresses[7])).await.json();
    assert_eq!(decision["honoured"]["individuals"], 1);
    let wrong = house.api(&ours, &format!("/api/v1/nominations?unit={unit}&stage=nowhere")).await;
    assert_eq!((wrong.status, wrong.json()["parameter"].clone()), (StatusCode::BAD_REQUEST, json!("stage")));
}

#[tokio::test]
async fn a_case_is_written_as_on_the_page_and_refused_in_words() {
    let house = House::open().await;
    let (made, unit) = made(&house).await;
    let (ours, theirs) = (house.token("vanphong").await, house.token("thanhxuan").await);
    let approver = house.token("duyet").await;
    let today = house.app.today();
    let case = json!({
        "round": last(&made.paths[0]), "unit": unit, "for": "individual", "name": "Đỗ Thị Thử",
        "form": FORM, "ground": "thematic", "year": today.year(), "achievement": "việc khác",
        "vote": { "voters": 9, "voted": 9, "approved": 8, "day": today.to_string(), "minutes": "BB 2" },
    });
    let written = post(&house, &ours, &case).await;
    assert_eq!(written.status, StatusCode::OK, "{}", written.text());
    assert_eq!(written.json()["stage"], "draft");
    assert_eq!(post(&house, &theirs, &case).await.status, StatusCode::NOT_FOUND);
    assert_eq!(post(&house, &approver, &case).await.status, StatusCode::FORBIDDEN);
    let mut wrong = case.clone();
    wrong["vote"]["approved"] = json!(10);
    let refused = post(&house, &ours, &wrong).await;
    assert_eq!(
        (refused.status, refused.json()["code"].clone()),
        (StatusCode::UNPROCESSABLE_ENTITY, json!("not-written"))
    );
    wrong["unknown"] = json!(1);
    assert_eq!(post(&house, &ours, &wrong).await.status, StatusCode::BAD_REQUEST);
}
