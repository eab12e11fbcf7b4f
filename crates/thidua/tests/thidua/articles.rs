//! One test for each source article: its figures come out of the totals, the page, the Excel file and the interface,
//! each with its bound and measure, and each opens down to the quote in the article.

use acts::total::{Lens, Query};
use axum::http::StatusCode;
use domain::figure::{Bound, Value};
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::submission::Road;
use domain::text::clean;
use domain::unit::UnitId;
use lang::Lang;
use office::sheet::{Row, read_grids};
use serde_json::Value as Tree;
use thidua::demo::{ARTICLES, Article, Expected};

use crate::house::{Folder, House};
use crate::libreoffice;
use crate::papers::part;

#[tokio::test]
async fn article_000() {
    come_out("000", "vanphong", 7).await;
}

#[tokio::test]
async fn article_001() {
    come_out("001", "coquan", 10).await;
}

#[tokio::test]
async fn article_002() {
    come_out("002", "khucn", 9).await;
}

#[tokio::test]
async fn article_003() {
    come_out("003", "thanhxuan", 1).await;
}

#[tokio::test]
async fn article_004() {
    come_out("004", "soctrang", 5).await;
}

async fn come_out(number: &str, login: &str, figures: usize) {
    let house = House::open().await;
    let article = ARTICLES.iter().find(|article| article.number == number).unwrap();
    assert_eq!(article.figures.len(), figures);
    let (ctx, cookie) = house.person(login).await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let period: Period = article.period.parse().unwrap();
    let query = Query { unit, range: period, lens: Lens::AsWas, road: Road::Declared };
    let view = acts::total::view(&ctx, query).await.unwrap();
    let catalogue = acts::indicator::catalogue(&ctx).await.unwrap();
    let look = format!("don-vi={unit}&tu={period}&den={period}&cot=het");
    let page = house.page(&cookie, &format!("/tong-hop?{look}")).await.text();
    let workbook = house.page(&cookie, &format!("/tong-hop.xlsx?{look}")).await.bytes;
    let book = Workbook::open(workbook);
    let token = house.token(login).await;
    for expected in article.figures {
        let indicator = catalogue.by_code(expected.code).unwrap();
        let breakdown = Breakdown { subject: expected.subject, detail: expected.detail.to_owned() };
        let slot = catalogue.slot(indicator.id, &breakdown).unwrap();
        let cell = view.own.cells.get(&slot).unwrap_or_else(|| panic!("{expected:?} is not there"));
        assert_eq!(cell.whole(), Some(expected.value), "{expected:?}");
        let told = lang::figure::value(Some(expected.value), &indicator.measure, Lang::Vi);
        assert!(!indicator.measure.is_empty(), "{expected:?}");
        assert_eq!(
            in_its_cell(&page, &format!("o={unit}.{}#nguon", slot.0)),
            clean(&told.number),
            "{expected:?}"
        );
        book.holds(expected, &indicator.name, &indicator.measure);
        let drawer = house.page(&cookie, &format!("/tong-hop?{look}&o={unit}.{}", slot.0)).await.text();
        opens_to_the_quote(&house, &token, article, expected, unit).await;
        let drawer = words_of(&drawer);
        assert!(drawer.contains(expected.quote), "the panel of {expected:?} has not its quote");
        let heading = clean(&Lang::Vi.words().rollup.source_of(told.line()));
        assert!(drawer.contains(&heading), "the panel of {expected:?} is not headed {heading}");
    }
    for link in book.links() {
        let opened = house.page(&cookie, &link).await;
        assert_eq!(opened.status, StatusCode::OK, "{link}");
        assert!(opened.text().contains("id=\"doan\""), "nothing is marked at {link}");
    }
}

/// The totals as an Excel file, and as LibreOffice shows it: a bound is a matter of how a number is shown.
struct Workbook {
    bytes: Vec<u8>,
    /// Numbers as they are kept.
    kept: Vec<Vec<String>>,
    shown: Option<[Vec<Vec<String>>; 2]>,
}

impl Workbook {
    fn open(bytes: Vec<u8>) -> Self {
        let grids = read_grids("tong-hop.xlsx", &bytes).unwrap();
        let kept = |row: &Row| row.cells.iter().map(|cell| cell.value.to_plain()).collect();
        let kept = grids.iter().flat_map(|grid| &grid.rows).map(kept).collect();
        let folder = Folder::new();
        let sheet = |name| libreoffice::shown(folder.path(), &bytes, name);
        let shown = sheet("Tổng hợp số liệu").map(|totals| [totals, sheet("Nguồn").unwrap()]);
        Self { bytes, kept, shown }
    }

    /// The figure in its column of the unit's row, with bound and measure; and once more behind it, with the quote and
    /// the document that prove it.
    fn holds(&self, expected: &Expected, name: &str, measure: &str) {
        let plain = match expected.value {
            Value::Count { number, .. } => number.to_string(),
            Value::Statement { thousandths, .. } => format!("{}%", thousandths / 1000),
            Value::Ratio { .. } | Value::NotApplicable => panic!("no article tells {expected:?}"),
        };
        let proves = |row: &Vec<String>| row.iter().any(|cell| clean(cell).contains(expected.quote));
        let found = self.kept.iter().any(|row| row.contains(&plain) && proves(row));
        assert!(found, "nothing proves {expected:?}: {:#?}", self.kept);
        let Some([totals, sources]) = &self.shown else { return };
        let told = as_told(expected.value);
        let heads = totals.iter().find(|row| row.iter().any(|cell| cell.starts_with(name))).unwrap();
        let own = totals.iter().rfind(|row| row.iter().skip(1).any(|cell| !cell.is_empty())).unwrap();
        let column = |(head, cell): &(&String, &String)| {
            head.starts_with(name) && head.ends_with(&format!("({measure})")) && ungrouped(cell) == told
        };
        assert!(
            heads.iter().zip(own).any(|pair| column(&pair)),
            "{expected:?} is not in {own:?} of {heads:?}"
        );
        let row = |row: &&Vec<String>| {
            row[1].starts_with(name)
                && ungrouped(&row[2]) == told
                && row[3] == measure
                && clean(&row[5]).contains(expected.quote)
                && !row[6].is_empty()
        };
        assert!(sources.iter().any(|one| row(&one)), "{expected:?} is not behind: {sources:#?}");
    }

    /// Where the sources lead to, within the installation.
    fn links(&self) -> Vec<String> {
        let sheet = part(&self.bytes, "xl/worksheets/_rels/sheet2.xml.rels");
        let targets = sheet.split("Target=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let links: Vec<String> = targets
            .filter_map(|target| target.find("/doc-bao-cao/").map(|at| target[at..].replace("&amp;", "&")))
            .collect();
        assert!(!links.is_empty(), "{sheet}");
        links
    }
}

/// A value as a workbook shows it, without points or commas between its digits.
fn as_told(value: Value) -> String {
    match value {
        Value::Count { number, bound: Bound::AtLeast } => format!("hơn {number}"),
        Value::Count { number, bound: Bound::Exact } => number.to_string(),
        Value::Statement { thousandths, bound: Bound::Exact } => format!("{}%", thousandths / 1000),
        Value::Count { .. } | Value::Statement { .. } | Value::Ratio { .. } | Value::NotApplicable => {
            panic!("no article tells {value:?}")
        }
    }
}

fn ungrouped(cell: &str) -> String {
    cell.replace(['.', ','], "")
}

#[tokio::test]
async fn the_sources_begin_with_the_unit_itself_and_leave_out_what_is_not_added_below_it() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].clone();
    let workbook = house.page(&cookie, "/tong-hop.xlsx?tu=2021&den=2024").await.bytes;
    let grids = read_grids("tong-hop.xlsx", &workbook).unwrap();
    let sheet = grids.iter().find(|grid| grid.sheet == "Nguồn").unwrap();
    let plain = |row: &Row| row.cells.iter().map(|cell| cell.value.to_plain()).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = sheet.rows.iter().map(plain).collect();
    let heads = rows.iter().position(|row| row[0] == "Đơn vị").unwrap();
    assert_eq!(rows[heads + 1][0], unit.name.name);
    let below: Vec<_> =
        rows[heads + 1..].iter().filter(|row| row.len() > 1 && row[0] != unit.name.name).collect();
    assert!(below.len() > 100, "the units below have figures of their own: {below:?}");
    let aside = Lang::Vi.words().rollup.aside;
    assert!(below.iter().all(|row| !row.concat().contains(aside)));
}

/// What stands in the cell that leads to this source.
fn in_its_cell(page: &str, source: &str) -> String {
    let cell = page.split("<a class=\"cell\"").skip(1).find(|cell| cell.contains(source));
    let cell = cell.unwrap_or_else(|| panic!("nothing leads to {source}"));
    words_of(cell.split("</a>").next().unwrap())
}

/// What a person reads of a page: its text without tags.
fn words_of(page: &str) -> String {
    let words: String =
        page.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect();
    clean(&words)
}

/// Opens a figure over the interface down to the words that prove it, which stand in the article at their place.
async fn opens_to_the_quote(
    house: &House,
    token: &str,
    article: &Article,
    expected: &Expected,
    unit: UnitId,
) {
    let path = format!("/api/v1/totals?unit={unit}&from={}&to={}", article.period, article.period);
    let totals = house.api(token, &path).await.json();
    let figure = totals["own"]["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| {
            one["indicator"] == expected.code
                && one["subject"] == expected.subject.code()
                && one["detail"] == expected.detail
        })
        .unwrap_or_else(|| panic!("{expected:?} is not in {totals:#}"));
    assert_eq!(figure["whole"], told(expected.value));
    assert!(!figure["measure"].as_str().unwrap().is_empty());
    if let Value::Count { number, .. } = expected.value {
        assert_eq!(figure["number"], number);
        assert_eq!(figure["bound"], told(expected.value)["bound"]);
    }
    let origin = house.api(token, figure["origin"].as_str().unwrap()).await.json();
    let evidence = &origin["records"][0]["evidence"][0];
    assert_eq!(origin["records"][0]["value"], told(expected.value));
    let quote = evidence["quote"].as_str().unwrap().to_owned();
    assert!(quote.contains(expected.quote), "{quote}");
    let place = |end: usize| usize::try_from(evidence["span"][end].as_u64().unwrap()).unwrap();
    let stands: String = article.text.chars().skip(place(0)).take(place(1) - place(0)).collect();
    let (stands, words) = (clean(&stands), clean(&quote));
    // The place is that of the figure; the quote is the clause around it, cut where it is very long.
    let words = words.trim_matches('…').trim();
    assert!(words.contains(&stands) || stands.contains(words), "“{stands}” is not in “{words}”");
    assert!(clean(article.text).contains(words), "“{words}” is not in the article");
    let original = evidence["document"]["original"].as_str().unwrap();
    assert_eq!(house.api(token, original).await.bytes, article.text.as_bytes());
}

fn told(value: Value) -> Tree {
    match value {
        Value::Count { number, bound } => {
            let bound = if bound == Bound::AtLeast { "at-least" } else { "exact" };
            serde_json::json!({ "state": "reported", "number": number, "bound": bound })
        }
        Value::Statement { thousandths, .. } => {
            serde_json::json!({ "state": "statement", "percent_thousandths": thousandths, "bound": "exact" })
        }
        Value::Ratio { .. } | Value::NotApplicable => panic!("no article tells {value:?}"),
    }
}

#[tokio::test]
async fn the_division_adds_up_to_the_article_and_says_that_it_is_invented() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let token = house.token("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let totals = house.api(&token, &format!("/api/v1/totals?unit={unit}&from=2021&to=2024")).await.json();
    let split = totals["own"]["figures"].as_array().unwrap().iter().filter(|one| one["below"]["values"] != 0);
    let mut seen = 0;
    for figure in split {
        assert_eq!(figure["difference"], 0, "{figure:#}");
        assert_eq!(figure["below"]["number"], figure["number"]);
        seen += 1;
    }
    assert_eq!(seen, 5);
    assert_eq!(totals["coverage"]["expected"], 43);
    assert_eq!(totals["coverage"]["reported"], 41);
    let quarters =
        house.api(&token, &format!("/api/v1/totals?unit={unit}&from=2021Q2&to=2024Q2")).await.json();
    let trees = |of: &Tree| {
        let figures = of["own"]["figures"].as_array().unwrap();
        figures.iter().find(|one| one["indicator"] == "HD01").unwrap().clone()
    };
    assert_eq!(trees(&quarters)["number"], 6_296);
    let child = totals["children"][0]["figures"].as_array().unwrap();
    let child = child.iter().find(|one| one["indicator"] == "HD02").unwrap();
    let mut origin = house.api(&token, child["origin"].as_str().unwrap()).await.json();
    if origin["records"].as_array().unwrap().is_empty() {
        let part = origin["parts"][0]["figure"]["origin"].as_str().unwrap().to_owned();
        origin = house.api(&token, &part).await.json();
    }
    assert_eq!(origin["records"][0]["steps"][0]["reason"], thidua::demo::INVENTED);
    assert_eq!(origin["records"][0]["evidence"][0]["note"], thidua::demo::INVENTED);
}

/// Clicks and keys to confirm an article's figures from its proposals, and to type the same figures into the form.
/// A click is a press of the mouse on a control; choosing from a list is two; a key is a letter typed.
#[tokio::test]
async fn confirming_an_article_takes_fewer_presses_than_typing_its_figures() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let article = ARTICLES.iter().find(|article| article.number == "001").unwrap();
    let new = acts::document::NewDocument {
        unit,
        period: Some(article.period.parse().unwrap()),
        name: "bai.txt".to_owned(),
        kind: "text".to_owned(),
        original: article.text.as_bytes().to_vec(),
        text: article.text.to_owned(),
        cells: Vec::new(),
        blocks: String::new(),
    };
    let document = acts::document::upload(&ctx, new).await.unwrap();
    let opened = acts::document::open(&ctx, document).await.unwrap();
    // Opening the page, the field and its paste, the period, the button; at the end the writing.
    let mut confirming = (1 + 1 + 2 + 1 + 1, 2);
    let mut corrected = 0;
    let mut decided = Vec::new();
    for expected in article.figures {
        let fits = |one: &&acts::document::Proposal| {
            one.value == expected.value
                && !decided.contains(&one.id)
                && clean(&one.quote).contains(expected.quote)
                && (!matches!(expected.code, "KT10" | "NT01") || one.breakdown.subject == expected.subject)
        };
        let found = opened.proposals.iter().find(fits).unwrap();
        decided.push(found.id);
        let code = found.indicator.and_then(|id| opened.catalogue.indicator(id)).map(|one| one.code.as_str());
        if code == Some(expected.code) && found.breakdown.detail == expected.detail {
            confirming.0 += 1;
        } else {
            // Open the correction, choose the indicator, accept.
            confirming.0 += 4;
            corrected += 1;
        }
    }
    // The page, the period, the button that opens the form; for each figure its field and its letters; saving.
    let letters = |value| lang::figure::typed(Some(value)).chars().count();
    let keys: usize = article.figures.iter().map(|one| letters(one.value)).sum();
    let typing = (1 + 2 + 1 + article.figures.len() + 1, keys);
    println!(
        "article 001, {} figures: confirming {} clicks and {} keys ({corrected} corrected of {} proposals), typing {} clicks and {} keys",
        article.figures.len(),
        confirming.0,
        confirming.1,
        opened.proposals.len(),
        typing.0,
        typing.1
    );
    assert!(confirming.0 + confirming.1 < typing.0 + typing.1, "{confirming:?} against {typing:?}");
}
