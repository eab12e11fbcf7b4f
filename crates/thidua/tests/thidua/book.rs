//! Filing by Excel through real requests: what goes out comes back identical, mistakes are told by cell, nothing is
//! written before it is confirmed, hostile files are refused, a table of one's own is asked about once.

use std::collections::BTreeMap;
use std::fs;

use acts::filing::{self, About, Answer as Told, Desk, SaveFiling};
use acts::form::{self, NewForm};
use acts::{Ctx, indicator};
use axum::http::StatusCode;
use domain::figure::{Bound, Slot, Value};
use domain::form::{Ask, Audience, Content, Due, Every, Row, Section};
use domain::indicator::{Breakdown, Nature};
use domain::submission::{Scope, Source};
use jiff::civil::{date, datetime};
use office::sheet::{
    AskOut, CellOut, CellValue, EntryOut, EntryRow, SheetWords, read_entry, read_many, read_table,
    write_entry,
};

use crate::house::{Answer, Folder, Form, House};
use crate::libreoffice;

/// A person at work in a browser.
struct Desktop<'a> {
    house: &'a House,
    login: String,
}

impl Desktop<'_> {
    async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let form = Form { fields: vec![], files: vec![("tep", name, bytes)] };
        self.house.upload(&self.login, "/so-lieu", path, &form).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post_fields(&self.login, "/so-lieu", path, fields).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.house.page(&self.login, path).await
    }
}

/// The value of a hidden field within the preview's own form.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let mark = format!("name=\"{name}\" value=\"");
    page.split(&mark).nth(1).unwrap_or_else(|| panic!("no {name} in {page}")).split('"').next().unwrap()
}

/// Confirms a preview.
async fn confirm(at: &Desktop<'_>, base: &str, page: &str) -> Answer {
    let mut fields = vec![("tep", hidden(page, "tep"))];
    if page.contains("name=\"phien-ban\"") {
        fields.push(("phien-ban", hidden(page, "phien-ban")));
    }
    at.post(&base.replacen('?', "/ghi?", 1), &fields).await
}

const SAME: &str = "không có gì để ghi";

/// A cell with the demonstration's monthly form of this month, whose entry is open.
pub async fn open_filing(house: &House, ctx: &Ctx) -> About {
    let form = form::list(ctx).await.unwrap();
    let form = form.iter().find(|view| view.form.every == Every::Month).unwrap().form.clone();
    let period = form.every.period_of(house.app.today()).unwrap();
    let top = acts::unit::tree(ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let query = filing::board::BoardQuery { unit: top, form: form.id, period, standing: None, late: false };
    let board = filing::board::board(ctx, &query, None, usize::MAX).await.unwrap();
    let unit = board.rows.iter().find(|row| row.content > 2 && row.standing.is_open()).unwrap().unit;
    About { form: form.id, unit, period }
}

fn base(about: About) -> String {
    format!("/so-lieu/tep/{}/{}?don-vi={}", about.form, about.period, about.unit)
}

fn step(about: About, step: &str) -> String {
    base(about).replacen('?', &format!("/{step}?"), 1)
}

async fn desk(ctx: &Ctx, about: About) -> Desk {
    filing::desk(ctx, about).await.unwrap()
}

pub async fn save(
    ctx: &Ctx,
    about: About,
    answers: Vec<(Slot, Option<Value>)>,
    words: BTreeMap<String, String>,
) {
    let answer = |(slot, value)| Told { slot, value, evidence: None };
    let save = SaveFiling {
        about,
        seen_version: None,
        answers: answers.into_iter().map(answer).collect(),
        words,
        reasons: BTreeMap::new(),
        source: Source::Typed,
    };
    filing::save(ctx, save).await.unwrap();
}

#[tokio::test]
async fn a_units_own_workbook_comes_back_identical_and_says_when_it_is_stale() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let at = Desktop { house: &house, login };
    let about = open_filing(&house, &ctx).await;
    let page = at.get(&base(about)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("bieu.xlsx"), "{}", page.text());
    let book = at.get(&step(about, "bieu.xlsx")).await;
    assert_eq!(book.status, StatusCode::OK);
    let before = desk(&ctx, about).await;

    let shown = at.upload(&base(about), "bieu.xlsx", &book.bytes).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
    assert!(shown.text().contains(SAME), "{}", shown.text());
    assert!(!shown.text().contains("Số liệu trên hệ thống đã thay đổi"), "nothing is stale yet");

    // Somebody changes what stands; the workbook says so, and writing it brings everything back.
    let cleared = before.values.0.keys().map(|slot| (*slot, None)).collect();
    let words = before.words.keys().map(|key| (key.clone(), "Khác".to_owned())).collect();
    save(&ctx, about, cleared, words).await;
    assert!(desk(&ctx, about).await.values.0.is_empty());
    let shown = at.upload(&base(about), "bieu.xlsx", &book.bytes).await.text();
    assert!(shown.contains("Số liệu trên hệ thống đã thay đổi"), "{shown}");
    assert!(desk(&ctx, about).await.values.0.is_empty(), "nothing is written before it is confirmed");
    let written = confirm(&at, &base(about), &shown).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let after = desk(&ctx, about).await;
    assert_eq!((after.values, after.words), (before.values, before.words));
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn value(&mut self, nature: Nature) -> Option<Value> {
        let number = i64::try_from(self.roll(20_000_000)).unwrap();
        Some(match (nature, self.roll(8)) {
            (_, 0) => return None,
            (_, 1) => Value::NotApplicable,
            (_, 2) if nature != Nature::Share => Value::exact(0),
            (Nature::Share, 2..=4) => Value::Statement { thousandths: number % 100_000, bound: Bound::Exact },
            (Nature::Share, _) => Value::Ratio { numerator: number % 31, denominator: 31 + number % 1_400 },
            (_, 3) => Value::Count { number, bound: Bound::AtLeast },
            (_, 4) => Value::Count { number, bound: Bound::AtMost },
            (_, 5) => Value::Count { number, bound: Bound::About },
            (_, _) => Value::exact(number),
        })
    }
}

async fn random_form(dice: &mut Dice, manager: &Ctx, about: About, number: u64) -> About {
    let catalogue = indicator::catalogue(manager).await.unwrap();
    let owner = form::view(manager, about.form).await.unwrap().form.unit;
    let mut wanted = Vec::new();
    for indicator in &catalogue.indicators {
        if dice.roll(3) == 0 {
            wanted.push((indicator.id, Breakdown::none()));
        }
    }
    let slots = form::slots(manager, owner, &wanted).await.unwrap();
    let plain = |ask| Row { ask, label: String::new(), help: String::new(), required: false };
    let mut rows: Vec<Row> = slots.into_iter().map(|slot| plain(Ask::Number(slot))).collect();
    rows.push(Row { label: "Ý kiến: \"=1+1\" <b>".to_owned(), ..plain(Ask::Words("y-kien".to_owned())) });
    let content = Content {
        sections: vec![Section { title: format!("Phần {number}"), rows }],
        hard: Vec::new(),
        soft: Vec::new(),
        scope: Scope::Own,
        audience: Audience { units: [about.unit].into(), ..Audience::default() },
        due: Due::OnDay(25),
    };
    let new = NewForm {
        unit: owner,
        name: format!("Biểu thử {number}"),
        every: Every::Month,
        stage: None,
        from: date(2020, 1, 1),
        content,
    };
    About { form: form::add(manager, new).await.unwrap(), ..about }
}

#[tokio::test]
async fn what_goes_out_comes_back_identical_whatever_the_form_asks() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let (manager, _) = house.person("quantri").await;
    let at = Desktop { house: &house, login };
    let first = open_filing(&house, &ctx).await;
    let mut dice = Dice(20_240_515);
    for number in 0..6 {
        let about = random_form(&mut dice, &manager, first, number).await;
        let asked = desk(&ctx, about).await;
        let slots: Vec<Slot> = asked.asked.version.content.slots().collect();
        let nature = |slot: &Slot| asked.catalogue.of_slot(*slot).unwrap().nature;
        let answers = slots.iter().map(|slot| (*slot, dice.value(nature(slot)))).collect();
        let words = [("y-kien".to_owned(), "=SUM(A1) & <x>\ndòng hai; 5/6".to_owned())].into();
        save(&ctx, about, answers, words).await;
        let before = desk(&ctx, about).await;

        for (name, back) in [("bieu.xlsx", about.unit), ("bang.xlsx", asked.asked.form.unit)] {
            let place = About { unit: back, ..about };
            let book = at.get(&step(place, name)).await;
            assert_eq!(book.status, StatusCode::OK, "{name} {number}");
            let same = at.upload(&base(place), name, &book.bytes).await.text();
            assert!(same.contains(SAME), "{name} {number}: {same}");
            let cleared = slots.iter().map(|slot| (*slot, None)).collect();
            save(&ctx, about, cleared, BTreeMap::new()).await;
            let shown = at.upload(&base(place), name, &book.bytes).await.text();
            let written = confirm(&at, &base(place), &shown).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{name} {number}: {shown}");
            let after = desk(&ctx, about).await;
            assert_eq!(after.values, before.values, "{name} {number}");
            assert_eq!(after.words, before.words, "{name} {number}");
        }
    }
}

/// A workbook with the marks of ours and answers of our choosing.
pub fn forged(book: &[u8], answers: &[(&str, CellOut)]) -> Vec<u8> {
    let entry = read_entry("bieu.xlsx", book).unwrap().unwrap();
    let row = |answer: &office::sheet::AnswerIn| {
        let given = answers.iter().find(|(key, _)| *key == answer.key).map(|(_, cell)| cell.clone());
        let stands = match &answer.value {
            Some(CellValue::Number { value, .. }) => value.as_whole().map(CellOut::Integer),
            Some(other) => Some(CellOut::Text(other.to_plain())),
            None => None,
        };
        EntryRow::Ask(Box::new(AskOut {
            key: answer.key.clone(),
            question: answer.key.clone(),
            answer: given.or(stands),
            ..AskOut::default()
        }))
    };
    let out = EntryOut {
        name: "Biểu".to_owned(),
        mark: entry.mark.clone(),
        rows: entry.answers.iter().map(row).collect(),
        ..EntryOut::default()
    };
    write_entry(&out, &SheetWords::vietnamese(), datetime(2024, 5, 15, 8, 0, 0, 0)).unwrap()
}

#[tokio::test]
async fn mistakes_are_told_by_cell_and_come_back_in_a_column_of_results() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let at = Desktop { house: &house, login };
    let about = open_filing(&house, &ctx).await;
    let asked = desk(&ctx, about).await;
    let slots: Vec<Slot> = asked.asked.version.content.slots().collect();
    let (yes, number) = (slots[0].0.to_string(), slots[1].0.to_string());
    let book = at.get(&step(about, "bieu.xlsx")).await.bytes;
    let wrong = forged(
        &book,
        &[
            (&yes, CellOut::Text("chắc thế".to_owned())),
            (&number, CellOut::Text("ba mươi mốt người gì đó".to_owned())),
        ],
    );
    let shown = at.upload(&base(about), "bieu.xlsx", &wrong).await.text();
    let cells: Vec<String> = read_entry("bieu.xlsx", &wrong)
        .unwrap()
        .unwrap()
        .answers
        .iter()
        .filter(|one| one.key == yes || one.key == number)
        .map(|one| format!("<strong>{}</strong>", one.address))
        .collect();
    assert_eq!(cells.len(), 2);
    for cell in &cells {
        assert!(shown.contains(cell), "{cell} is not told: {shown}");
    }
    let refused = confirm(&at, &base(about), &shown).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    assert_eq!(desk(&ctx, about).await.values, asked.values, "a file with mistakes writes nothing");

    let copy = at.get(&format!("{}&tep={}", step(about, "ket-qua.xlsx"), hidden(&shown, "tep"))).await;
    assert_eq!(copy.status, StatusCode::OK);
    let table = read_table("ket-qua.xlsx", &copy.bytes).unwrap();
    let column = table.column("Kết quả").expect("a column of results");
    let said: Vec<String> = table.rows.iter().filter_map(|row| Some(row.get(column)?.to_plain())).collect();
    assert!(said.iter().any(|text| text.contains("Chọn Có hoặc Không")), "{said:?}");
    // The copy is mended and sent again.
    let mended =
        forged(&copy.bytes, &[(&yes, CellOut::Text("Có".to_owned())), (&number, CellOut::Integer(21))]);
    let shown = at.upload(&base(about), "ket-qua.xlsx", &mended).await.text();
    let written = confirm(&at, &base(about), &shown).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{shown}");
    assert_eq!(desk(&ctx, about).await.values.get(slots[1]), Some(Value::exact(21)));
}

#[tokio::test]
async fn files_that_are_not_ours_to_read_are_refused_and_never_written() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let at = Desktop { house: &house, login };
    let about = open_filing(&house, &ctx).await;
    let before = desk(&ctx, about).await.values;
    let book = at.get(&step(about, "bieu.xlsx")).await.bytes;
    let mut cut = book.clone();
    cut.truncate(cut.len() / 2);
    let hostile: [(&str, &[u8]); 5] = [
        ("bieu.xlsx", b"MZ\x90\x00 not a workbook"),
        ("bieu.xlsx", &cut),
        ("bieu.pdf", &book),
        ("bieu.xlsx", b"PK\x03\x04"),
        ("bieu.csv", b"\x00\x01\x02"),
    ];
    for (name, bytes) in hostile {
        let answer = at.upload(&base(about), name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {:?}", bytes.get(..8));
    }
    // A workbook of another unit is told to be one.
    let top = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let other = About { unit: top, ..about };
    let answer = at.upload(&base(other), "bieu.xlsx", &book).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("biểu, đơn vị hoặc kỳ khác"));
    assert_eq!(desk(&ctx, about).await.values, before);
    // A neighbour knows of nothing, not even with a key that is somebody else's.
    let shown = at.upload(&base(about), "bieu.xlsx", &book).await.text();
    let (_, theirs) = house.person("thanhxuan").await;
    let neighbour = Desktop { house: &house, login: theirs };
    for path in ["bieu.xlsx", "bang.xlsx", "ket-qua.xlsx"] {
        let path = format!("{}&tep={}", step(about, path), hidden(&shown, "tep"));
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(neighbour.upload(&base(about), "bieu.xlsx", &book).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_table_of_ones_own_is_asked_about_once_and_forgotten_on_request() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let at = Desktop { house: &house, login };
    let about = open_filing(&house, &ctx).await;
    let asked = desk(&ctx, about).await;
    let slots: Vec<Slot> = asked.asked.version.content.slots().collect();
    let place = About { unit: asked.asked.form.unit, ..about };
    let own = |present: &str| {
        format!(
            "BẢNG TỔNG HỢP RIÊNG,,\nKỳ này,,\nTT,Chi bộ,Có mặt\n1,{},{present}\n2,Không có thật,7\n",
            asked.name.name
        )
        .into_bytes()
    };
    let page = at.upload(&base(place), "bang-rieng.csv", &own("22")).await.text();
    assert!(page.contains("cot-2") && page.contains("cot-3"), "{page}");
    assert_eq!(hidden(&page, "tep").len(), 32);
    let present = slots[1].0.to_string();
    let tep = hidden(&page, "tep");
    let none = at.post(&step(place, "cach-doc"), &[("tep", tep), ("dong", "3"), ("viec", "nho")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told =
        [("tep", tep), ("dong", "3"), ("cot-2", "don-vi"), ("cot-3", present.as_str()), ("viec", "nho")];
    let shown = at.post(&step(place, "cach-doc"), &told).await.text();
    assert!(shown.contains("<strong>B5</strong>"), "the unknown unit is told by its cell: {shown}");

    // Next time it is known by its headings.
    let good = format!("BẢNG TỔNG HỢP RIÊNG,,\nKỳ sau,,\nTT,Chi bộ,Có mặt\n1,{},23\n", asked.name.name);
    let shown = at.upload(&base(place), "bang-rieng.csv", good.as_bytes()).await.text();
    assert!(shown.contains("Đọc theo cách đã nhớ"), "{shown}");
    assert_eq!(desk(&ctx, about).await.values, asked.values);
    let written = confirm(&at, &base(place), &shown).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER);
    assert_eq!(desk(&ctx, about).await.values.get(slots[1]), Some(Value::exact(23)));

    let page = at.get(&base(place)).await.text();
    let forgotten = at.post(&step(place, "quen"), &[("cach", hidden(&page, "cach"))]).await;
    assert_eq!(forgotten.status, StatusCode::SEE_OTHER);
    let page = at.upload(&base(place), "bang-rieng.csv", good.as_bytes()).await.text();
    assert!(page.contains("cot-3"), "it is asked about again: {page}");
}

#[tokio::test]
async fn another_program_opens_and_saves_the_workbooks_and_they_come_back_identical() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let at = Desktop { house: &house, login };
    let about = open_filing(&house, &ctx).await;
    let place = About { unit: desk(&ctx, about).await.asked.form.unit, ..about };
    let folder = Folder::new();
    for (name, at_unit) in [("bieu.xlsx", about), ("bang.xlsx", place)] {
        let ours = at.get(&step(at_unit, name)).await.bytes;
        let file = folder.path().join(name);
        fs::write(&file, &ours).unwrap();
        let Some(saved) = libreoffice::saved_as(folder.path(), &file, "xlsx") else { return };
        let theirs = fs::read(saved).unwrap();
        assert_ne!(ours, theirs, "{name} was not saved anew");
        assert_eq!(read_entry(name, &ours).unwrap(), read_entry(name, &theirs).unwrap(), "{name}");
        assert_eq!(read_many(name, &ours).unwrap(), read_many(name, &theirs).unwrap(), "{name}");
        let shown = at.upload(&base(at_unit), name, &theirs).await.text();
        assert!(shown.contains(SAME), "{name}: {shown}");
    }
}
