//! The table of totals: parts of a stretch side by side, groups with subtotals, the way from each cell to its source, the
//! same table in Excel, and tables that are kept.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use office::sheet::{CellValue, Row, read_grids};

use crate::house::{Answer, House};

/// The committee whose figures are divided, and the slot of its first figure.
async fn khoi(house: &House) -> (domain::unit::UnitId, u32) {
    let (ctx, _) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let catalogue = acts::indicator::catalogue(&ctx).await.unwrap();
    let trees = catalogue.by_code("HD01").unwrap().id;
    let slot = catalogue.slot(trees, &domain::indicator::Breakdown::none()).unwrap();
    (unit, slot.0)
}

async fn rows(house: &House, login: &str, path: &str) -> Vec<Row> {
    let answer = house.page(login, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    read_grids("bang.xlsx", &answer.bytes).unwrap().remove(0).rows
}

fn plain(row: &Row) -> Vec<String> {
    (1..=8).map(|column| row.get(column).map(CellValue::to_plain).unwrap_or_default()).collect()
}

fn number(row: &Row, column: u32) -> i64 {
    row.get(column).map_or(0, |value| value.to_plain().parse().unwrap_or(0))
}

#[tokio::test]
async fn quarters_stand_side_by_side_and_add_up_to_the_whole() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let (unit, slot) = khoi(&house).await;
    let asked = format!("don-vi={unit}&tu=2023&den=2023&cot=quy&so={slot}");
    let rows = rows(&house, &login, &format!("/tong-hop.xlsx?{asked}")).await;
    let head = rows.iter().find(|row| plain(row)[1].contains("Quý I/2023")).expect("a head with quarters");
    let (quarters, whole) = (2..=5, 6);
    assert!(plain(head)[5].contains("Cả khoảng"), "{:?}", plain(head));
    let told: Vec<&Row> = rows.iter().filter(|row| number(row, whole) > 0).collect();
    assert!(told.len() > 2, "{:?}", rows.iter().map(plain).collect::<Vec<_>>());
    for row in &told {
        let sum: i64 = quarters.clone().map(|column| number(row, column)).sum();
        assert_eq!(sum, number(row, whole), "{:?}", plain(row));
    }
    let (total, units) = told.split_last().unwrap();
    for column in 2..=6 {
        let sum: i64 = units.iter().map(|row| number(row, column)).sum();
        assert_eq!(sum, number(total, column), "column {column}");
    }

    let page = house.page(&login, &format!("/tong-hop?{asked}")).await.text();
    let cell = page
        .split("href=\"")
        .find(|rest| rest.contains(".2023Q2#nguon"))
        .expect("a cell of the second quarter");
    let href = cell.split('"').next().unwrap().replace("&#38;", "&");
    let opened = house.page(&login, href.split('#').next().unwrap()).await;
    assert_eq!(opened.status, StatusCode::OK);
    let source = opened.text();
    let drawer = source.split("id=\"nguon\"").nth(1).expect("the source stands beside the table");
    assert!(drawer.contains("Quý II/2023"), "the source of the quarter, not of the year");
}

#[tokio::test]
async fn kinds_of_units_have_subtotals_that_make_the_total() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let (unit, slot) = khoi(&house).await;
    let path =
        format!("/tong-hop.xlsx?don-vi={unit}&nhom=loai&so={slot}&xep={slot}&them=ty-trong&tu=2021&den=2024");
    let rows = rows(&house, &login, &path).await;
    let subtotals: Vec<&Row> = rows.iter().filter(|row| plain(row)[0].starts_with("Cộng ")).collect();
    if subtotals.is_empty() {
        let page = house.page(&login, &path.replace(".xlsx", "")).await.text();
        assert!(!page.contains("class=\"l1 sub\""), "the page has groups and the file has none");
        return;
    }
    let total = rows.iter().find(|row| plain(row)[0].starts_with("Toàn ")).expect("a total");
    let sum: i64 = subtotals.iter().map(|row| number(row, 2)).sum();
    assert_eq!(sum, number(total, 2));
}

async fn post(house: &House, login: &str, path: &str, form: &str) -> Answer {
    let page = house.page(login, "/tong-hop/luu").await;
    let seeds: Vec<&str> = page
        .headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok()?.split(';').next())
        .collect();
    let text = page.text();
    let token = text.split("name=\"ma\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let request = Request::post(path)
        .header(header::COOKIE, format!("thidua-vao={login}; {}", seeds.join("; ")))
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    house.send(request.body(Body::from(format!("ma={token}&{form}"))).unwrap()).await
}

#[tokio::test]
async fn a_table_is_kept_found_again_and_dropped() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let (unit, slot) = khoi(&house).await;
    let asked = format!("tu=2023&den=2023&cot=quy&so={slot}");
    let encoded = asked.replace('=', "%3D").replace('&', "%26");
    let nameless = post(&house, &login, "/tong-hop/luu", &format!("don-vi={unit}&ten=&bang={encoded}")).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nameless.text().contains(&asked.replace('&', "&#38;")) || nameless.text().contains(&slot.to_string())
    );
    let form = format!("don-vi={unit}&ten=C%C3%A2y+theo+qu%C3%BD&cho=chung&bang={encoded}");
    let kept = post(&house, &login, "/tong-hop/luu", &form).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let back = kept.headers[header::LOCATION].to_str().unwrap().to_owned();
    assert_eq!(back, format!("/tong-hop?don-vi={unit}&{asked}"));
    let page = house.page(&login, &back).await.text();
    assert!(page.contains("Cây theo quý"));
    let drop = page.split("action=\"/tong-hop/luu/").nth(1).expect("a way to drop it");
    let drop = format!("/tong-hop/luu/{}", drop.split('"').next().unwrap());
    let dropped = post(&house, &login, &drop, "").await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER);
    assert!(!house.page(&login, &back).await.text().contains("Cây theo quý"));
}
