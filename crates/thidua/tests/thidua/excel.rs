//! Every table as an Excel file, read back: the rows of the page, all of them, each value as what it is.

use axum::http::{StatusCode, header};
use office::sheet::{CellValue, Grid, read_grids, read_table};
use thidua::unit_sheet::UnitTable;

use crate::house::House;

async fn grids(house: &House, login: &str, path: &str) -> Vec<Grid> {
    let answer = house.page(login, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
    assert!(kind.ends_with("spreadsheetml.sheet"), "{path}: {kind}");
    read_grids("bang.xlsx", &answer.bytes).unwrap_or_else(|refusal| panic!("{path}: {refusal:?}"))
}

fn lines(grid: &Grid) -> Vec<String> {
    let line = |row: &office::sheet::Row| {
        row.cells.iter().map(|cell| cell.value.to_plain()).collect::<Vec<_>>().join(" | ")
    };
    grid.rows.iter().map(line).collect()
}

/// What must stand in the file, and that the page leads to it.
async fn holds(house: &House, login: &str, page: &str, path: &str, words: &[&str]) {
    let drawn = house.page(login, page).await;
    assert_eq!(drawn.status, StatusCode::OK, "{page}");
    let link = format!("href=\"{}\"", path.replace('&', "&amp;"));
    assert!(drawn.text().contains(&link), "{page} has no link to {path}");
    let told: Vec<String> = grids(house, login, path).await.iter().flat_map(lines).collect();
    for word in words {
        assert!(told.iter().any(|line| line.contains(word)), "{path} has no {word}: {told:#?}");
    }
}

#[tokio::test]
async fn administration() {
    let house = House::open().await;
    let (_, login) = house.person("quantri").await;
    holds(&house, &login, "/quan-tri", "/quan-tri.xlsx", &["quantri", "vanphong", "thanhxuan"]).await;
    let acts = ["Nhập đơn vị từ tệp", "Đăng nhập"];
    holds(&house, &login, "/quan-tri/nhat-ky", "/quan-tri/nhat-ky.xlsx", &acts).await;
    holds(&house, &login, "/quan-tri/cac-lan-nhap", "/quan-tri/cac-lan-nhap.xlsx", &[]).await;
    holds(&house, &login, "/quan-tri/bang-quyen", "/quan-tri/bang-quyen.xlsx", &["✓"]).await;
    let ledger = grids(&house, &login, "/quan-tri/nhat-ky.xlsx").await;
    assert!(ledger[0].rows.len() > 60, "more than one page of the ledger: {}", ledger[0].rows.len());
}

#[tokio::test]
async fn programmes_and_rules() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    holds(&house, &login, "/chuong-trinh", "/chuong-trinh.xlsx", &["05-CT/TW", "01-KL/TW", "07-CT/TW"]).await;
    let themes = format!("/chuong-trinh/chuyen-de.xlsx?don-vi={unit}");
    holds(&house, &login, &format!("/chuong-trinh/chuyen-de?don-vi={unit}"), &themes, &[]).await;
    holds(&house, &login, "/chuong-trinh/chi-tieu", "/chuong-trinh/chi-tieu.xlsx", &["HD01", "KT10"]).await;
    holds(&house, &login, "/khen-thuong/quy-dinh", "/khen-thuong/quy-dinh.xlsx", &["Điều"]).await;
}

#[tokio::test]
async fn documents_and_their_proposals() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let documents = acts::document::list(&ctx, None).await.unwrap();
    let document = &documents[0];
    let id = document.head.id;
    holds(&house, &login, "/doc-bao-cao", "/doc-bao-cao.xlsx", &[document.head.title.as_str()]).await;
    let path = format!("/doc-bao-cao/{id}/de-xuat.xlsx");
    holds(&house, &login, &format!("/doc-bao-cao/{id}"), &path, &["6296", "HD01"]).await;
}

#[tokio::test]
async fn a_written_document_offers_nothing_to_write() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let documents = acts::document::list(&ctx, None).await.unwrap();
    let written = documents.iter().find(|one| one.head.written_ms.is_some()).unwrap().head.id;
    let page = house.page(&login, &format!("/doc-bao-cao/{written}")).await.text();
    assert!(!page.contains("id=\"f-ghi\""), "a written document offers to write");
}

#[tokio::test]
async fn the_figures_of_a_unit() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let path = format!("/so-lieu/2023/tai.xlsx?don-vi={unit}&pham-vi=own");
    let grids = grids(&house, &login, &path).await;
    let told = lines(&grids[0]);
    assert!(told.iter().any(|line| line.starts_with("HD01 |") && line.contains("chưa báo cáo")), "{told:#?}");
}

#[tokio::test]
async fn the_tree_goes_out_as_it_comes_in() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let outline = acts::unit::outline(&ctx, None, house.app.today()).await.unwrap();
    let answer = house.page(&login, "/don-vi.xlsx").await;
    let table = read_table("don-vi.xlsx", &answer.bytes).unwrap();
    let back = UnitTable::new(&table).expect("the import finds its columns").rows;
    assert_eq!(back.len(), outline.len());
    for (row, unit) in back.iter().zip(&outline) {
        assert_eq!((&row.full_name, &row.short_name), (&unit.name.name, &unit.name.short_name));
        assert_eq!((&row.code, &row.parent_code), (&unit.code, &unit.parent_code));
        assert_eq!(row.from, unit.from.to_string());
        assert!(!row.kind.is_empty());
    }
    let unit = outline[0].unit;
    let one = format!("/don-vi/{unit}/tai.xlsx");
    holds(&house, &login, &format!("/don-vi/{unit}"), &one, &[outline[1].name.name.as_str()]).await;
    holds(&house, &login, "/tim?q=so", "/tim.xlsx?q=so", &["Sở"]).await;
}

#[tokio::test]
async fn chosen_figures_stand_first() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let catalogue = acts::indicator::catalogue(&ctx).await.unwrap();
    let blood = catalogue.by_code("HD02").unwrap().id;
    let slot = catalogue.slots.values().find(|row| row.indicator == blood).unwrap().slot;
    let first = |page: &str| {
        let start = page.find("class=\"figs\"").expect("the figures");
        let label = page[start..].split("class=\"k\"").nth(1).unwrap().split("</span>").next().unwrap();
        label.rsplit("</svg>").next().unwrap().trim().to_owned()
    };
    let before = house.page(&login, &format!("/?don-vi={unit}")).await.text();
    assert!(first(&before).contains("Cây xanh"), "{}", first(&before));
    acts::headline::choose(&ctx, unit, vec![slot]).await.unwrap();
    let after = house.page(&login, &format!("/?don-vi={unit}")).await.text();
    assert!(first(&after).contains("máu"), "{}", first(&after));
}

#[tokio::test]
async fn values_stay_what_they_are() {
    let house = House::open().await;
    let (ctx, login) = house.person("coquan").await;
    let documents = acts::document::list(&ctx, None).await.unwrap();
    let path = format!("/doc-bao-cao/{}/de-xuat.xlsx", documents[0].head.id);
    let grids = grids(&house, &login, &path).await;
    let cells = grids[0].rows.iter().flat_map(|row| &row.cells);
    let numbers = cells.filter(|cell| matches!(cell.value, CellValue::Number { .. })).count();
    assert!(numbers > 5, "figures are numbers in the sheet, not texts: {numbers}");
}
