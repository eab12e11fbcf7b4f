//! The page that the code on a certificate opens: every state as a stranger meets it, and what it must not tell.

use acts::Ctx;
use acts::certificate;
use acts::decision::{self, Body as Confers, NewChange, NewDecision, NewLine};
use acts::key::{self, Sealing};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::award::{Giver, Ground};
use domain::decision::Change;
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, UnitId};
use tower::ServiceExt as _;

use crate::house::House;

const NAMES: [&str; 2] = ["Nguyễn Thị Thuỳ Dương", "Đặng Hoà Ẩn"];

/// A decision of the Khối committee in its register.
pub async fn given(ctx: &Ctx, unit: UnitId) -> DecisionId {
    given_to(ctx, unit, &NAMES.map(|name| (name, "Chi bộ Văn phòng"))).await
}

/// The same for others, each with a post or a place.
pub async fn given_to(ctx: &Ctx, unit: UnitId, people: &[(&str, &str)]) -> DecisionId {
    let line = |(name, detail): &(&str, &str)| NewLine {
        kind: HonoreeKind::Individual,
        name: (*name).to_owned(),
        detail: (*detail).to_owned(),
        number: 1,
        unit: None,
        person: None,
        form: "dang-giay-khen-cap-tren".parse().unwrap(),
        ground: Ground::Thematic,
        year: 2024,
        period: None,
        achievement: "Xuất sắc trong thực hiện Kết luận số 01-KL/TW".to_owned(),
        nomination: None,
    };
    let new = NewDecision {
        keeper: unit,
        body: Confers::Unit(unit, Giver::CommitteeBoard),
        number: "142-QĐ/ĐUK".to_owned(),
        decided: "2024-05-10".parse().unwrap(),
        place: "Cần Thơ".to_owned(),
        title: "khen thưởng tập thể, cá nhân".to_owned(),
        basis: String::new(),
        signer: "Nguyễn Minh".to_owned(),
        signer_post: "Bí thư".to_owned(),
        source: "bản giấy".to_owned(),
        lines: people.iter().map(line).collect(),
    };
    decision::enter(ctx, new).await.unwrap()
}

/// What a stranger gets.
async fn get(router: &Router, path: &str) -> (StatusCode, String, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let media = headers.get(header::CONTENT_TYPE).map_or("", |value| value.to_str().unwrap()).to_owned();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, media, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn a_stranger_reads_how_a_sheet_stands_and_nothing_that_is_not_on_it() {
    let house = House::open().await;
    let (ctx, _) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let app = house.app.clone().with_sealing(Sealing::new(&[7; 32], "https://thidua.example.vn"));
    let with = |ctx: &Ctx| Ctx::new(&app, ctx.account, "test");
    let (clerk, manager) = (with(&ctx), with(&house.person("quantri").await.0));
    let history = acts::unit::tree(&manager, None, app.today(), None, 1).await.unwrap();
    for owner in [unit, history.rows[0].unit] {
        // The unit at the top may be this one.
        key::open(&manager, owner, "thay khóa").await.unwrap();
    }
    let id = given(&clerk, unit).await;
    certificate::issue(&clerk, id).await.unwrap();
    let sheets = certificate::load(&clerk, id).await.unwrap().sheets;
    let router = thidua::serve::router(app.clone(), thidua::web::Settings::default());
    let path = |at: usize| format!("/xm/{}", sheets[at].row.code);

    let (status, _, page) = get(&router, &path(0).to_lowercase()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Giấy khen còn giá trị") && page.contains(NAMES[0]), "{page}");
    assert!(!page.contains(NAMES[1]), "another line of the same decision is told");
    assert!(!page.contains("Nguyễn Minh"), "more than the page needs is told");
    let (_, _, same) = get(&router, &format!("{}?ten=nguyen+thi+thuy+duong", path(0))).await;
    assert!(same.contains("khớp với sổ khen thưởng."));
    let (_, _, other) = get(&router, &format!("{}?ten=Nguy%E1%BB%85n+V%C4%83n+Khang", path(0))).await;
    assert!(other.contains("Họ tên trên giấy không khớp"));

    let change = NewChange {
        decision: id,
        honoree: Some(sheets[0].row.honoree),
        change: Change::Annulled,
        day: app.today(),
        number: "150-QĐ/ĐUK".to_owned(),
        reason: "hồ sơ giả".to_owned(),
        name: String::new(),
    };
    decision::change(&clerk, change).await.unwrap();
    let (_, _, revoked) = get(&router, &path(0)).await;
    assert!(revoked.contains("Quyết định đã bị hủy bỏ") && !revoked.contains("hồ sơ giả"), "{revoked}");

    let (status, media, twin) = get(&router, &format!("{}/chung-nhan.json", path(1))).await;
    assert_eq!((status, media.as_str()), (StatusCode::OK, "application/vc"));
    assert!(twin.contains(NAMES[1]) && twin.contains("eddsa-rdfc-2022"));
    let (status, media, keys) = get(&router, &format!("/xm/co-quan/{unit}/did.json")).await;
    assert_eq!((status, media.as_str()), (StatusCode::OK, "application/did+json"));
    assert!(keys.contains("z6Mk"));
    let (status, _, list) = get(&router, &format!("/xm/trang-thai/{unit}")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(list.contains("BitstringStatusList"));
}

#[tokio::test]
async fn whoever_guesses_gets_one_answer_and_then_waits() {
    let house = House::open().await;
    let router = thidua::serve::router(house.app.clone(), thidua::web::Settings::default());
    let (status, _, _) = get(&router, "/xm").await;
    assert_eq!(status, StatusCode::OK);
    let mut answers = Vec::new();
    for typed in ["7F3K9QX2MB4T", "7F3K", "khong-phai-ma", "%27%20OR%201%3D1"] {
        let (status, _, page) = get(&router, &format!("/xm/{typed}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{typed}");
        let told = page.split("class=\"res").nth(1).unwrap().split("</div>").next().unwrap().to_owned();
        answers.push(told);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "one answer for every code that is not there");
    let mut last = StatusCode::NOT_FOUND;
    for _ in 0..30 {
        last = get(&router, "/xm/7F3K9QX2MB4T").await.0;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    for path in ["/xm/co-quan/1a/did.json", "/xm/trang-thai/1a", "/xm/7F3K9QX2MB4T/chung-nhan.json"] {
        assert_eq!(get(&router, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}
