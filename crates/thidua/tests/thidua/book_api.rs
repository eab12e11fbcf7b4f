//! Workbooks, layouts and kept tables over the interface: what goes out comes back, nothing is written without the word
//! of a preview, the word holds for these bytes over these figures alone, and a neighbour finds none of it.

use acts::filing::About;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::figure::Value;
use serde_json::{Value as Tree, json};
use std::collections::BTreeMap;

use crate::book::{forged, open_filing, save};
use crate::house::{Answer, House};

/// Another program with somebody's token.
struct Program<'a> {
    house: &'a House,
    token: String,
}

impl Program<'_> {
    async fn send(&self, method: Method, path: &str, body: impl Into<Body>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.house.send(request.body(body.into()).unwrap()).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, Body::empty()).await
    }

    /// What a file would do.
    async fn look(&self, path: &str, bytes: &[u8]) -> Tree {
        let answer = self.send(Method::POST, path, bytes.to_vec()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()
    }

    async fn write(&self, path: &str, word: &str, bytes: &[u8]) -> Answer {
        self.send(Method::PUT, &format!("{path}&confirm={word}"), bytes.to_vec()).await
    }
}

fn word(looked: &Tree) -> &str {
    looked["confirm"].as_str().unwrap_or_else(|| panic!("nothing may be written: {looked}"))
}

fn address(about: About, step: &str) -> String {
    format!("/units/{}/filings/{}{step}?period={}", about.unit, about.form, about.period)
}

#[tokio::test]
async fn a_workbook_goes_out_and_comes_back_as_it_was_shown() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let at = Program { house: &house, token: house.token("vanphong").await };
    let about = open_filing(&house, &ctx).await;
    let (filing, book) = (address(about, ""), address(about, "/workbook"));
    let sent = at.get(&book).await;
    assert_eq!(sent.status, StatusCode::OK);
    let before = at.get(&filing).await.json()["figures"].clone();
    assert!(before.as_array().unwrap().len() > 2, "{before}");
    let looked = at.look(&book, &sent.bytes).await;
    assert_eq!(
        (&looked["kind"], &looked["stale"], &looked["confirm"]),
        (&json!("own"), &json!(false), &Tree::Null)
    );

    let desk = acts::filing::desk(&ctx, about).await.unwrap();
    let cleared: Vec<_> = desk.values.0.keys().map(|slot| (*slot, None)).collect();
    save(&ctx, about, cleared, BTreeMap::new()).await;
    let looked = at.look(&book, &sent.bytes).await;
    assert_eq!(looked["stale"], true);
    let changed = lang::words::VI.import.changed;
    assert!(looked["rows"].as_array().unwrap().iter().any(|row| row["outcome"] == changed), "{looked}");
    assert_eq!(at.get(&filing).await.json()["figures"], json!([]), "nothing is written by looking");
    // Without the word of the preview, or with another one, nothing is written either.
    let bare = at.send(Method::PUT, &book, sent.bytes.clone()).await;
    assert_eq!((bare.status, bare.json()["parameter"].clone()), (StatusCode::BAD_REQUEST, json!("confirm")));
    assert_eq!(at.write(&book, "0123", &sent.bytes).await.status, StatusCode::PRECONDITION_FAILED);
    // Somebody writes after the preview: the word no longer holds.
    let slot = *desk.values.0.keys().next().unwrap();
    save(&ctx, about, vec![(slot, Some(Value::exact(1)))], BTreeMap::new()).await;
    let late = at.write(&book, word(&looked), &sent.bytes).await;
    assert_eq!(
        (late.status, late.json()["code"].clone()),
        (StatusCode::PRECONDITION_FAILED, json!("changed"))
    );
    let looked = at.look(&book, &sent.bytes).await;
    let written = at.write(&book, word(&looked), &sent.bytes).await;
    assert_eq!(written.status, StatusCode::OK, "{}", written.text());
    assert_eq!(at.get(&filing).await.json()["figures"], before);

    // Mistakes are told by cell, and such a file has no word.
    let number = desk.asked.version.content.slots().nth(1).unwrap().0.to_string();
    let wrong = forged(&sent.bytes, &[(&number, office::sheet::CellOut::Text("mươi mốt".to_owned()))]);
    let looked = at.look(&book, &wrong).await;
    assert!(looked["confirm"].is_null() && looked["problems"][0]["cell"].is_string(), "{looked}");
    let other = About { unit: desk.asked.form.unit, ..about };
    let elsewhere = at.send(Method::POST, &address(other, "/workbook"), sent.bytes.clone()).await;
    assert_eq!(
        (elsewhere.status, elsewhere.json()["code"].clone()),
        (StatusCode::UNPROCESSABLE_ENTITY, json!("other-form"))
    );
}

#[tokio::test]
async fn a_table_of_ones_own_is_told_once_and_the_table_of_a_subtree_comes_back() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let at = Program { house: &house, token: house.token("vanphong").await };
    let about = open_filing(&house, &ctx).await;
    let desk = acts::filing::desk(&ctx, about).await.unwrap();
    let slot = desk.asked.version.content.slots().nth(1).unwrap();
    let top = About { unit: desk.asked.form.unit, ..about };

    // The table of the subtree.
    let table = at.get(&address(top, "/table")).await;
    assert_eq!(table.status, StatusCode::OK, "{}", table.text());
    save(&ctx, about, vec![(slot, None)], BTreeMap::new()).await;
    let book = address(top, "/workbook");
    let looked = at.look(&book, &table.bytes).await;
    assert_eq!(looked["kind"], "table");
    let written = at.write(&book, word(&looked), &table.bytes).await.json();
    assert_eq!((written["written"].clone(), written["batch"].is_string()), (json!("table"), true));
    let stands = acts::filing::desk(&ctx, about).await.unwrap();
    assert_eq!(stands.values.get(slot), desk.values.get(slot));

    // A table of one's own: asked about, told, read, written.
    let theirs = format!("Tên đơn vị;Số của chúng tôi\n{};27\n", desk.name.name);
    let named = format!("{book}&name=cua-toi.csv");
    let asked = at.look(&named, theirs.as_bytes()).await;
    assert_eq!(
        (asked["kind"].clone(), asked["columns"][0]["guess"].clone()),
        (json!("untold"), json!("unit"))
    );
    let layouts = address(top, "/layouts");
    let mut told = json!({
        "trace": asked["trace"], "label": "Bảng của tôi", "header": asked["header"],
        "columns": { "1": "unit", "2": "unit" },
    });
    let twice = at.send(Method::POST, &layouts, told.to_string()).await;
    assert_eq!(
        (twice.status, twice.json()["code"].clone()),
        (StatusCode::UNPROCESSABLE_ENTITY, json!("layout"))
    );
    told["columns"]["2"] = json!(slot.0.to_string());
    let kept = at.send(Method::POST, &layouts, told.to_string()).await.json();
    assert_eq!(kept["layouts"][0]["columns"], told["columns"]);
    assert_eq!(at.get(&layouts).await.json(), kept);
    let looked = at.look(&named, theirs.as_bytes()).await;
    assert_eq!(looked["kind"], "layout", "{looked}");
    let written = at.write(&named, word(&looked), theirs.as_bytes()).await;
    assert_eq!(written.status, StatusCode::OK, "{}", written.text());
    let stands = acts::filing::desk(&ctx, about).await.unwrap();
    assert_eq!(stands.values.get(slot), Some(Value::exact(27)));

    // Forgotten, it is asked about again; a neighbour cannot forget it.
    let layout = format!("/layouts/{}", kept["layouts"][0]["layout"].as_str().unwrap());
    let neighbour = Program { house: &house, token: house.token("thanhxuan").await };
    assert_eq!(neighbour.send(Method::DELETE, &layout, Body::empty()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(at.send(Method::DELETE, &layout, Body::empty()).await.status, StatusCode::OK);
    assert_eq!(at.look(&named, theirs.as_bytes()).await["kind"], "untold");
    for (method, path, body) in [
        (Method::GET, address(about, "/workbook"), String::new()),
        (Method::POST, address(about, "/workbook"), theirs.clone()),
        (Method::PUT, format!("{}&confirm=0", address(about, "/workbook")), theirs.clone()),
        (Method::GET, address(top, "/table"), String::new()),
        (Method::GET, layouts.clone(), String::new()),
        (Method::POST, layouts.clone(), told.to_string()),
    ] {
        let answer = neighbour.send(method.clone(), &path, body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}: {}", answer.text());
    }
}

#[tokio::test]
async fn tables_of_totals_are_kept_listed_and_dropped() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let at = Program { house: &house, token: house.token("vanphong").await };
    let neighbour = Program { house: &house, token: house.token("thanhxuan").await };
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let tables = format!("/tables?unit={unit}");
    let new = json!({ "name": "Theo quý", "asked": "cot=quy&them=cung-ky", "shared": true }).to_string();
    assert_eq!(neighbour.send(Method::POST, &tables, new.clone()).await.status, StatusCode::NOT_FOUND);
    let kept = at.send(Method::POST, &tables, new.clone()).await.json();
    let again = at.send(Method::POST, &tables, new).await;
    assert_eq!(
        (again.status, again.json()["code"].clone()),
        (StatusCode::UNPROCESSABLE_ENTITY, json!("taken"))
    );
    let list = at.get(&tables).await.json();
    let one = list["tables"].as_array().unwrap().iter().find(|one| one["table"] == kept["table"]).unwrap();
    assert_eq!((&one["asked"], &one["may_drop"]), (&json!("cot=quy&them=cung-ky"), &json!(true)));
    // The address that it names opens the page.
    let (_, login) = house.person("vanphong").await;
    let page = house.page(&login, one["page"].as_str().unwrap()).await;
    assert!(page.status == StatusCode::OK && page.text().contains("Theo quý"));
    let path = format!("/tables/{}", kept["table"].as_str().unwrap());
    assert_eq!(neighbour.get(&tables).await.status, StatusCode::NOT_FOUND);
    assert_eq!(neighbour.send(Method::DELETE, &path, Body::empty()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(at.send(Method::DELETE, &path, Body::empty()).await.status, StatusCode::OK);
    assert_eq!(at.send(Method::DELETE, &path, Body::empty()).await.status, StatusCode::NOT_FOUND);
}
