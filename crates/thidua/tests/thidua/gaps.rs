//! Having no number, told apart on the page, in the workbook and over the interface: zero is a number, not reported and
//! not applicable are none. And percentages: added as Σ/Σ, and one without its counts only ever repeated.

use acts::Ctx;
use acts::figure::{Entry, Save};
use domain::figure::{Bound, Value};
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::submission::{Scope, Source};
use domain::unit::UnitId;
use office::sheet::{CellValue, read_grids};
use serde_json::{Value as Tree, json};

use crate::house::House;

/// A committee of the demonstration with three units below it that report in these tests.
struct Family {
    house: House,
    login: String,
    token: String,
    ctx: Ctx,
    above: UnitId,
    below: Vec<UnitId>,
}

const PERIOD: &str = "2019Q2";

async fn family() -> Family {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let token = house.token("vanphong").await;
    let above = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let children = acts::unit::tree(&ctx, Some(above), house.app.today(), None, 4).await.unwrap().rows;
    let below = children.iter().map(|row| row.unit).collect();
    Family { house, login, token, ctx, above, below }
}

impl Family {
    async fn say(&self, unit: UnitId, code: &str, value: Value) {
        let catalogue = acts::indicator::catalogue(&self.ctx).await.unwrap();
        let indicator = catalogue.by_code(code).unwrap().id;
        let entry = Entry { indicator, breakdown: Breakdown::none(), value: Some(value), evidence: None };
        let save = Save {
            unit,
            period: PERIOD.parse::<Period>().unwrap(),
            scope: Scope::Own,
            seen_version: None,
            entries: vec![entry],
            source: Source::Typed,
            document: None,
            reason: String::new(),
        };
        acts::figure::save(&self.ctx, save).await.unwrap();
    }

    fn look(path: &str, unit: UnitId) -> String {
        format!("{path}?don-vi={unit}&tu={PERIOD}&den={PERIOD}&cot=het&het=1")
    }

    /// The name of a unit below.
    async fn name(&self, unit: UnitId) -> String {
        acts::unit::view(&self.ctx, unit, self.house.app.today()).await.unwrap().name.name
    }

    /// What the page of the unit above has in the row of a unit below, without tags.
    async fn on_the_page(&self, unit: UnitId) -> String {
        let page = self.house.page(&self.login, &Self::look("/tong-hop", self.above)).await.text();
        let name = self.name(unit).await;
        let row = page
            .split("<tr")
            .skip(1)
            .find(|row| row.contains(&name))
            .unwrap_or_else(|| panic!("no {name}: {page}"));
        let row = row.split("</tr>").next().unwrap();
        row.split('<')
            .filter_map(|part| part.split_once('>'))
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the workbook has in the row of a unit, under the heading that begins so.
    async fn in_the_sheet(&self, unit: UnitId, heading: &str) -> Option<CellValue> {
        let workbook = self.house.page(&self.login, &Self::look("/tong-hop.xlsx", self.above)).await.bytes;
        let grids = read_grids("tong-hop.xlsx", &workbook).unwrap();
        let mut cells = grids[0].rows.iter().flat_map(|row| &row.cells);
        let column = cells.find(|cell| cell.value.to_plain().contains(heading)).unwrap().address.column;
        let name = self.name(unit).await;
        let row = grids[0]
            .rows
            .iter()
            .find(|row| row.cells.first().is_some_and(|cell| cell.value.to_plain().contains(&name)))
            .unwrap();
        row.get(column).cloned()
    }

    /// What the interface says of a unit's indicator; nothing where it was not reported.
    async fn over_the_interface(&self, unit: UnitId, code: &str) -> Option<Tree> {
        let path = format!("/api/v1/totals?unit={unit}&from={PERIOD}&to={PERIOD}");
        let totals = self.house.api(&self.token, &path).await.json();
        totals["own"]["figures"].as_array().unwrap().iter().find(|one| one["indicator"] == code).cloned()
    }
}

#[tokio::test]
async fn zero_not_reported_and_not_applicable_are_three_things_everywhere() {
    let family = family().await;
    let [zero, none, silent, _] = family.below[..] else { panic!("four units") };
    let before = family.over_the_interface(family.above, "HD02").await.unwrap_or_else(|| json!({}));
    family.say(zero, "HD02", Value::exact(0)).await;
    family.say(none, "HD02", Value::NotApplicable).await;
    family.say(silent, "HD01", Value::exact(7)).await;

    let pages =
        [family.on_the_page(zero).await, family.on_the_page(none).await, family.on_the_page(silent).await];
    assert!(pages[0].split_whitespace().any(|word| word == "0"), "{}", pages[0]);
    assert!(pages[1].contains("không áp dụng"), "{}", pages[1]);
    assert!(pages[2].contains("chưa báo cáo") && !pages[2].contains("không áp dụng"), "{}", pages[2]);

    let sheet = async |unit| family.in_the_sheet(unit, "máu").await.map(|cell| cell.to_plain());
    assert_eq!(sheet(zero).await.as_deref(), Some("0"));
    assert_eq!(sheet(none).await.as_deref(), Some("không áp dụng"));
    assert_eq!(sheet(silent).await.as_deref(), Some("chưa báo cáo"));

    let told = family.over_the_interface(zero, "HD02").await.unwrap();
    assert_eq!((&told["state"], &told["number"]), (&json!("reported"), &json!(0)));
    let told = family.over_the_interface(none, "HD02").await.unwrap();
    assert_eq!((&told["state"], &told["number"]), (&json!("not-applicable"), &Tree::Null));
    assert_eq!(family.over_the_interface(silent, "HD02").await, None);

    // Above, the zero counts as a value and the other two as none.
    let above = family.over_the_interface(family.above, "HD02").await.unwrap();
    let grown = |name: &str| above[name].as_i64().unwrap_or(0) - before[name].as_i64().unwrap_or(0);
    assert_eq!((grown("number"), grown("values"), grown("not_applicable")), (0, 1, 1));
}

#[tokio::test]
async fn shares_add_as_sums_and_a_bare_percentage_is_only_repeated() {
    let family = family().await;
    let [all, few, bare, _] = family.below[..] else { panic!("four units") };
    family.say(all, "HT04", Value::Ratio { numerator: 97, denominator: 100 }).await;
    family.say(few, "HT04", Value::Ratio { numerator: 1, denominator: 10 }).await;
    let stated = Value::Statement { thousandths: 97_000, bound: Bound::Exact };
    family.say(bare, "HT04", stated).await;

    // 98 of 110 is 89.1 %; the mean of 97 % and 10 % would be 53.5 %, and with the bare 97 % it would be 68 %.
    let above = family.over_the_interface(family.above, "HT04").await.unwrap();
    assert_eq!((&above["numerator"], &above["denominator"]), (&json!(98), &json!(110)));
    assert_eq!((&above["values"], &above["statements"]), (&json!(2), &json!(1)));
    let page = family.house.page(&family.login, &Family::look("/tong-hop", family.above)).await.text();
    assert!(page.contains("89,1% (98/110)"), "{page}");
    assert!(!page.contains("53,5%") && !page.contains("68%"), "{page}");
    let in_the_sheet = family.in_the_sheet(all, "phải học").await.unwrap().to_plain();
    assert!(in_the_sheet.contains("97"), "{in_the_sheet}");

    // The bare one stands with its unit as it was said, on the page, in the sheet and over the interface.
    let own = family.house.page(&family.login, &Family::look("/tong-hop", bare)).await.text();
    assert!(own.contains("chỉ có nhận định"), "{own}");
    let told = family.over_the_interface(bare, "HT04").await.unwrap();
    assert_eq!((&told["state"], &told["numerator"]), (&json!("statement"), &Tree::Null));
    let path = format!("/api/v1/units/{bare}/figures?period={PERIOD}");
    let figures = family.house.api(&family.token, &path).await.json();
    let kept =
        figures["figures"].as_array().unwrap().iter().find(|one| one["indicator"] == "HT04").unwrap().clone();
    assert_eq!(kept["value"]["percent_thousandths"], 97_000);
}
