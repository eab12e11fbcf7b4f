//! A unit is split, or hands a part on, through its page: what is missing is said, all is shown before it is recorded.
//!
//! Not here: what a reorganisation may do (crate `acts`).

use acts::Ctx;
use acts::unit::{NewUnit, UnitView};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;

use crate::house::{Answer, House};

const DAY: &str = "1/7/2026";

/// Whoever keeps units, a unit with units below it, and two that are there from the day on.
struct Stage {
    house: House,
    ctx: Ctx,
    login: String,
    unit: UnitId,
    heirs: [UnitId; 2],
}

impl Stage {
    async fn open() -> Self {
        let house = House::open().await;
        let (staff, _) = house.person("vanphong").await;
        let (ctx, login) = house.person("quantri").await;
        let today = house.app.today();
        let top = acts::unit::tree(&staff, None, today, None, 1).await.unwrap().rows[0].unit;
        let below = acts::unit::tree(&ctx, Some(top), today, None, 100).await.unwrap().rows;
        let unit = below.iter().find(|row| row.children > 1).unwrap().unit;
        let make = async |name: &str| {
            let new = NewUnit {
                name: name.to_owned(),
                short_name: String::new(),
                kind: UnitKind::Committee,
                parent: Some(top),
                from: date(2026, 7, 1),
                decision: "Quyết định 7-QĐ/ĐUK".to_owned(),
                codes: Vec::new(),
            };
            acts::unit::create(&ctx, new).await.unwrap()
        };
        let heirs = [make("Đảng bộ Phía Bắc").await, make("Đảng bộ Phía Nam").await];
        Self { house, ctx, login, unit, heirs }
    }

    fn path(&self) -> String {
        format!("/don-vi/{}/chia-tach", self.unit)
    }

    async fn send(&self, fields: &[(&str, &str)]) -> Answer {
        self.house.post_fields(&self.login, &self.path(), &self.path(), fields).await
    }

    async fn view(&self, unit: UnitId) -> UnitView {
        acts::unit::view(&self.ctx, unit, self.house.app.today()).await.unwrap()
    }

    async fn below(&self, unit: UnitId) -> Vec<UnitId> {
        let day = date(2026, 7, 1);
        let level = acts::unit::tree(&self.ctx, Some(unit), day, None, 100).await.unwrap();
        level.rows.into_iter().map(|row| row.unit).collect()
    }
}

const HEIRS: &str = "Đảng bộ Phía Bắc: tổ 1, tổ 2\r\n\r\ndang bo phia nam\tphần còn lại\r\n";

fn typed<'a>(kind: &'a str, heirs: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("cach", kind), ("nhan", heirs), ("ngay", DAY), ("quyet-dinh", "Quyết định 8-QĐ/ĐUK")]
}

#[tokio::test]
async fn a_split_is_looked_over_and_says_where_every_unit_goes() {
    let stage = Stage::open().await;
    let children = stage.below(stage.unit).await;
    let mut fields = typed("split", HEIRS);
    let looked = stage.send(&fields).await;
    assert_eq!(looked.status, StatusCode::OK);
    let text = looked.text();
    assert!(text.contains("Đảng bộ Phía Bắc tiếp nhận: tổ 1, tổ 2."), "{text}");
    assert!(text.contains("Đảng bộ Phía Nam tiếp nhận: phần còn lại."), "{text}");
    assert!(text.contains("không phân bổ được"), "{text}");
    assert_eq!(stage.view(stage.unit).await.successors.len(), 0, "nothing is written before it is confirmed");

    // One unit below is left without a place.
    let names: Vec<String> = children.iter().map(|child| format!("con-{child}")).collect();
    let heirs = stage.heirs.map(|heir| heir.to_string());
    fields.push(("ghi", "1"));
    fields.extend(names.iter().skip(1).map(|name| (name.as_str(), heirs[0].as_str())));
    let homeless = stage.send(&fields).await;
    assert_eq!(homeless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(homeless.text().contains("Chưa nói"), "{}", homeless.text());
    assert_eq!(stage.view(stage.unit).await.successors.len(), 0);

    fields.push((names[0].as_str(), heirs[1].as_str()));
    let done = stage.send(&fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let view = stage.view(stage.unit).await;
    assert_eq!(view.to, Some(date(2026, 7, 1)));
    assert_eq!(stage.below(stage.heirs[1]).await, children[..1]);
    assert_eq!(stage.below(stage.heirs[0]).await.len(), children.len() - 1);
    let page = stage.house.page(&stage.login, &format!("/don-vi/{}", stage.unit)).await.text();
    assert!(page.contains("giao một phần cho Đảng bộ Phía Bắc: tổ 1, tổ 2"), "{page}");
    let page = stage.house.page(&stage.login, &format!("/don-vi/{}", stage.heirs[1])).await.text();
    assert!(page.contains(&format!("tiếp nhận một phần của {}: phần còn lại", view.name.name)), "{page}");

    // Going back and sending it once more writes nothing twice.
    let again = stage.send(&fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text());
    assert_eq!(stage.view(stage.unit).await.successors.len(), 2);
}

#[tokio::test]
async fn a_part_leaves_and_the_giver_lives_on() {
    let stage = Stage::open().await;
    let children = stage.below(stage.unit).await;
    let (name, heir) = (format!("con-{}", children[0]), stage.heirs[0].to_string());
    let mut fields = typed("transfer", "Đảng bộ Phía Bắc: một chi bộ");
    fields.extend([("ghi", "1"), (name.as_str(), heir.as_str())]);
    let done = stage.send(&fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert_eq!(stage.view(stage.unit).await.to, None);
    assert_eq!(stage.below(stage.unit).await, children[1..]);
    assert_eq!(stage.below(stage.heirs[0]).await, children[..1]);
}

#[tokio::test]
async fn a_successor_from_below_stands_where_the_unit_stood() {
    let stage = Stage::open().await;
    let above = stage.view(stage.unit).await.path.last().unwrap().unit;
    let children = stage.below(stage.unit).await;
    let first = stage.view(children[0]).await.name.name;
    let heirs = format!("{first}: phần của mình\nĐảng bộ Phía Bắc: phần còn lại");
    let heir = stage.heirs[0].to_string();
    let names: Vec<String> = children[1..].iter().map(|child| format!("con-{child}")).collect();
    let mut fields = typed("split", &heirs);
    fields.push(("ghi", "1"));
    fields.extend(names.iter().map(|name| (name.as_str(), heir.as_str())));
    let done = stage.send(&fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(stage.below(above).await.contains(&children[0]));
    assert_eq!(stage.below(stage.heirs[0]).await.len(), children.len() - 1);
}

#[tokio::test]
async fn all_that_is_wrong_is_said_and_what_was_typed_stays() {
    let stage = Stage::open().await;
    let text = stage.send(&[("cach", "split"), ("nhan", ""), ("ngay", ""), ("quyet-dinh", "")]).await.text();
    for told in ["Nhập tên hoặc mã đơn vị.", "Ghi quyết định làm căn cứ.", "o-ngay"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let own = stage.view(stage.unit).await.name.name;
    for (heirs, told) in [
        ("Đảng bộ Phía Bắc", "Chia hết cần ít nhất hai đơn vị tiếp nhận"),
        ("Đảng bộ Phía Bắc: a\nĐảng bộ Không Có: b", "Dòng 2: Không có đơn vị nào khớp"),
        ("Đảng bộ Không Có: a\n\nĐảng bộ Chẳng Có", "mã này. Dòng 3: Không có đơn vị nào khớp"),
        ("Đảng bộ Phía Bắc: a\nĐảng bộ Phía Bắc: b", "Đảng bộ Phía Bắc được nêu hai lần"),
        (own.as_str(), "phần của chính nó"),
    ] {
        let answer = stage.send(&typed("split", heirs)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert!(text.contains(told) && text.contains("Quyết định 8-QĐ/ĐUK"), "{told}: {text}");
    }
    // The successors are not there yet on an earlier day.
    let mut early = typed("split", HEIRS);
    early[2].1 = "1/6/2026";
    early.push(("ghi", "1"));
    let children = stage.below(stage.unit).await;
    let names: Vec<String> = children.iter().map(|child| format!("con-{child}")).collect();
    let heir = stage.heirs[0].to_string();
    early.extend(names.iter().map(|name| (name.as_str(), heir.as_str())));
    let text = stage.send(&early).await.text();
    assert!(text.contains("Đảng bộ Phía Bắc: Đơn vị không có vào ngày này."), "{text}");
    // What is too long is said at its own field.
    let long = "dài ".repeat(600);
    let mut noted = typed("transfer", "Đảng bộ Phía Bắc: một phần");
    noted.extend([("ghi-chu", long.as_str()), ("ghi", "1")]);
    let text = stage.send(&noted).await.text();
    assert!(text.contains("href=\"#o-ghi-chu\">Dài quá 2000 ký tự."), "{text}");
    // "Sửa lại" leads back with everything in its place.
    let mut back = typed("split", HEIRS);
    back.extend([("ghi", "1"), ("sua", "1")]);
    let text = stage.send(&back).await.text();
    assert!(text.contains("dang bo phia nam\tphần còn lại") && text.contains(DAY), "{text}");
}

#[tokio::test]
async fn nobody_else_divides_a_unit() {
    let stage = Stage::open().await;
    let path = stage.path();
    let stranger = stage.house.send(Request::get(&path).body(Body::empty()).unwrap()).await;
    assert!(stranger.headers[header::LOCATION].to_str().unwrap().starts_with("/dang-nhap"));
    let (_, staff) = stage.house.person("vanphong").await;
    let (_, neighbour) = stage.house.person("thanhxuan").await;
    for (login, status) in [(&staff, StatusCode::FORBIDDEN), (&neighbour, StatusCode::NOT_FOUND)] {
        assert_eq!(stage.house.page(login, &path).await.status, status);
        let sent = stage.house.post(login, &path, "cach=split&nhan=x&ngay=1/7/2026&quyet-dinh=x&ghi=1").await;
        assert_eq!(sent.status, status);
    }
    assert_eq!(stage.view(stage.unit).await.successors.len(), 0);
}
