//! Nobody confers what they may not, from the page down: every address that takes a form about awards, sent to by an
//! administrator and by a viewer. An address that is new fails here until it has a row.
//!
//! Not here: the acts behind them, tried by everybody (room `acts`).

use std::collections::BTreeSet;
use std::path::Path;

use acts::Ctx;
use acts::person::{NewPerson, PersonDays};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::award::{Giver, Ground};
use domain::honoree::HonoreeKind;
use domain::id::PersonId;
use domain::unit::UnitId;
use serde_json::json;

use crate::award_house::{FORM, make};
use crate::house::House;

/// The rooms whose forms write something of an award.
const ROOMS: [&str; 10] = [
    "award",
    "badge",
    "capacity",
    "certificate",
    "council",
    "decision",
    "nomination",
    "person",
    "register",
    "round",
];

/// What an administrator does here, and what alone confers nothing: another person must confirm it.
const MANAGED: [&str; 3] =
    ["/khen-thuong/quy-dinh/ghi", "/khen-thuong/quy-dinh/{id}/rut", "/khen-thuong/tu-cach/ghi"];

/// Only hands a dossier's row out, to whoever may see it, and writes that down.
const LOOK: &str = "/ca-nhan/{id}/mo";

/// The addresses that take a form, as the rooms' sources name them.
fn served() -> BTreeSet<String> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    let mut found = BTreeSet::new();
    for room in ROOMS {
        for entry in std::fs::read_dir(web.join(room)).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for part in text.split(".route(\"").skip(1) {
                let (path, rest) = part.split_once('"').unwrap();
                // Up to the next route or the end of the chain.
                if rest.split([';', '}']).next().unwrap().split(".route(").next().unwrap().contains("post(") {
                    found.insert(path.to_owned());
                }
            }
        }
    }
    found
}

/// A decision of the committee with a sheet for its line.
async fn decided(clerk: &Ctx, path: &str) -> (String, String) {
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    acts::certificate::issue(clerk, id).await.unwrap();
    let sheet = acts::certificate::load(clerk, id).await.unwrap().sheets[0].row.id;
    (path.to_owned(), sheet.to_string())
}

/// The person of `make` once more.
async fn twin(clerk: &Ctx, unit: UnitId) -> PersonId {
    let new = NewPerson {
        name: "Lý Thị Thử".to_owned(),
        unit,
        days: PersonDays::default(),
        purpose: "khen thưởng".to_owned(),
        keep_until: None,
        invented: true,
    };
    acts::person::add(clerk, new).await.unwrap()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one address after the other")]
async fn the_administrator_and_a_viewer_confer_change_and_print_nothing() {
    let house = House::open().await;
    let (clerk, _) = house.person("vanphong").await;
    let (approver, _) = house.person("duyet").await;
    let (manager, administrator) = house.person("quantri").await;
    let (_, viewer) = house.person("lanhdao").await;
    let unit = acts::unit::tree(&clerk, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let made = make(&clerk, &approver, &manager, unit).await;
    let [round, case, council, decision] = &made.paths;
    let (decision, sheet) = decided(&clerk, decision).await;
    let (row, of_unit) = (&made.row, format!("?don-vi={unit}"));
    let open = case.rsplit('/').next().unwrap();
    let asked =
        acts::nomination::consult(&approver, open.parse().unwrap(), "Cơ quan thuế", 10).await.unwrap();
    let member = approver.account;
    let today = lang::date::short(house.app.today(), lang::Lang::Vi);
    let own = acts::unit::around(&clerk, unit, house.app.today(), 0).await.unwrap().name.name;
    // The same person written down twice, and two rows that were merged and may be taken apart.
    let (twice, merged) = (twin(&clerk, unit).await, twin(&clerk, unit).await);
    acts::person::merge(&clerk, row.parse().unwrap(), merged, "một người").await.unwrap();
    let story = format!("/so-khen/ca-nhan/{row}");
    let badge = format!("nguoi={row}&dot=2026-09-02&ghi-chu=x");
    let vote = "tong=9&du=9&dong-y=9&bien-ban=x&nam=2024&thanh-tich=x";
    let round_id = round.rsplit('/').next().unwrap();
    // The address as its room names it, where it is sent to, with what.
    let rows: Vec<(&str, String, String)> = vec![
        (
            "/khen-thuong/dot/mo",
            format!("/khen-thuong/dot/mo{of_unit}"),
            format!("ten=x&tu={today}&den=1/1/2099&nhan-{FORM}.individual=1"),
        ),
        (
            "/khen-thuong/dot/{id}/hoi-dong",
            format!("{round}/hoi-dong{of_unit}"),
            format!("ten=x&ngay={today}"),
        ),
        (
            "/khen-thuong/dot/{id}/quyet-dinh",
            format!("{round}/quyet-dinh{of_unit}"),
            format!("so=1&ngay={today}&tu-cach=committee-board&nguoi-ky=x&ve-viec=x&ho-so-{open}=1"),
        ),
        (
            "/khen-thuong/de-nghi",
            format!("/khen-thuong/de-nghi{of_unit}"),
            format!(
                "dot={round_id}&doi-tuong=individual&ten=x&hinh-thuc={FORM}&loai-hinh=thematic&ngay={today}&{vote}"
            ),
        ),
        ("/khen-thuong/nhieu", "/khen-thuong/nhieu".to_owned(), format!("viec=tham-dinh&ho-so-{open}=1")),
        ("/khen-thuong/{id}/{viec}", format!("{case}/gui"), String::new()),
        ("/khen-thuong/{id}/{viec}", format!("{case}/rut"), "ly-do=x".to_owned()),
        (
            "/khen-thuong/{id}/{viec}",
            format!("{case}/su-kien"),
            "dieu=grade.well&nam=2024&minh-chung=x".to_owned(),
        ),
        ("/khen-thuong/{id}/{viec}", format!("{case}/tham-dinh"), String::new()),
        ("/khen-thuong/{id}/{viec}", format!("{case}/tra-lai"), "ly-do=x".to_owned()),
        ("/khen-thuong/{id}/{viec}", format!("{case}/hiep-y"), "co-quan=x&so-ngay=5".to_owned()),
        ("/khen-thuong/{id}/{viec}", format!("{case}/cong-khai"), "noi=x&so-ngay=5".to_owned()),
        (
            "/khen-thuong/{id}/{viec}",
            format!("{case}/tra-loi"),
            format!("y-kien={asked}.co&ngay={today}&noi-dung=x"),
        ),
        (
            "/khen-thuong/{id}/{viec}",
            format!("{case}/khen-cao"),
            format!("dot={round_id}.dang-bang-khen&ly-do=x"),
        ),
        ("/hoi-dong/{id}/phieu", format!("{council}/phieu"), format!("ho-so={open}&phieu=agree")),
        ("/hoi-dong/{id}/rut", format!("{council}/rut"), format!("ho-so={open}&ly-do=x")),
        ("/hoi-dong/{id}/chot", format!("{council}/chot"), String::new()),
        ("/hoi-dong/{id}/du", format!("{council}/du"), format!("ai={member}&du=absent")),
        (
            "/hoi-dong/{id}/van-ban",
            format!("{council}/van-ban"),
            format!("ai={member}&ho-so={open}&phieu=agree&van-ban=x"),
        ),
        (
            "/quyet-dinh/ghi",
            format!("/quyet-dinh/ghi{of_unit}"),
            format!(
                "so=9&ngay={today}&co-quan=x&tu-cach=committee-board&ve-viec=x&hinh-thuc={FORM}&loai-hinh=thematic&\
                 nam=2024&nguon=x&danh-sach=cá nhân; x"
            ),
        ),
        (
            "/quyet-dinh/{id}/thay-doi",
            format!("{decision}/thay-doi"),
            format!("viec=annulled&so=1&ly-do=x&ngay={today}"),
        ),
        ("/quyet-dinh/{id}/trao", format!("{decision}/trao"), format!("ngay={today}&to-chuc=x&dip=x")),
        ("/quyet-dinh/{id}/giay-khen/tao", format!("{decision}/giay-khen/tao"), String::new()),
        ("/quyet-dinh/{id}/giay-khen/dung", format!("{decision}/giay-khen/dung"), String::new()),
        ("/quyet-dinh/{id}/giay-khen/xem-thu", format!("{decision}/giay-khen/xem-thu"), String::new()),
        ("/quyet-dinh/{id}/giay-khen/in", format!("{decision}/giay-khen/in"), String::new()),
        (
            "/quyet-dinh/{id}/giay-khen/cap-lai",
            format!("{decision}/giay-khen/cap-lai"),
            format!("giay={sheet}&ly-do=x"),
        ),
        (
            "/quyet-dinh/{id}/giay-khen/may-in",
            format!("{decision}/giay-khen/may-in"),
            "ten=x&ngang=0&doc=0".to_owned(),
        ),
        ("/huy-hieu/{word}", "/huy-hieu/xac-nhan".to_owned(), badge.clone()),
        ("/huy-hieu/{word}", "/huy-hieu/lui".to_owned(), badge.clone()),
        ("/huy-hieu/{word}", "/huy-hieu/benh-nang".to_owned(), badge),
        ("/so-khen/ca-nhan/{id}/gop", format!("{story}/gop"), format!("nguoi={twice}&ly-do=x&muc-dich=x")),
        ("/so-khen/ca-nhan/{id}/tach", format!("/so-khen/ca-nhan/{merged}/tach"), String::new()),
        ("/khen-thuong/tu-cach/{id}/xac-nhan", format!("{}/xac-nhan", made.capacity), String::new()),
        ("/khen-thuong/quy-dinh/{id}/xac-nhan", format!("{}/xac-nhan", made.rule), String::new()),
        ("/ca-nhan/them", format!("/ca-nhan/them{of_unit}"), "ten=x&muc-dich=x".to_owned()),
        (
            "/ca-nhan/{id}/sua",
            format!("{}/sua", made.person),
            format!("vi=x&ten=x&don-vi-cua={own}&muc-dich=x"),
        ),
        (
            "/ca-nhan/{id}/chuc-vu",
            format!("{}/chuc-vu", made.person),
            format!("vi=x&chuc-vu=x&don-vi={own}&tu=1/1/2020"),
        ),
        ("/ca-nhan/{id}/gop", format!("{}/gop", made.person), format!("vi=x&dong={twice}&ly-do=x")),
        ("/ca-nhan/{id}/tach", format!("{}/tach", made.person), format!("vi=x&dong={merged}")),
    ];
    // These take a file, and are tried with one below.
    let filed = ["/khen-thuong/{id}/giay-to", "/quyet-dinh/{id}/ban-ky"];
    let known: BTreeSet<String> = rows.iter().map(|row| row.0).chain(filed).map(str::to_owned).collect();
    let left = MANAGED.iter().copied().chain([LOOK]).map(str::to_owned);
    assert_eq!(known.into_iter().chain(left).collect::<BTreeSet<_>>(), served());
    let standing = async || {
        let decisions = acts::decision::list(&clerk, unit).await.unwrap().len();
        let filter = acts::nomination::Filter { most: 100, ..acts::nomination::Filter::default() };
        let (cases, counts, _) = acts::nomination::list(&clerk, unit, &filter).await.unwrap();
        let councils = acts::council::list(&clerk, unit).await.unwrap();
        let rounds = acts::round::list(&clerk, unit).await.unwrap().len();
        (decisions, cases.len(), counts, councils, rounds)
    };
    let before = standing().await;
    let not_chair = lang::Lang::Vi.words().nomination.refused_chair;
    for (who, cookie) in [("the administrator", &administrator), ("a viewer", &viewer)] {
        for (_, path, form) in &rows {
            let answer = house.post(cookie, path, form).await;
            let closed = match path.rsplit('/').next() {
                // Who may see the meeting reads why nothing is closed; it is not for want of rights in general.
                Some("chot") => {
                    answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text().contains(not_chair)
                }
                _ => matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
            };
            assert!(closed, "{who} at {path}: {}", answer.status);
        }
        for path in [format!("{case}/giay-to"), format!("{decision}/ban-ky")] {
            let files = vec![("tep", "x.pdf", &b"%PDF-1.7"[..])];
            let form = crate::house::Form { fields: vec![("ten", "x")], files };
            let answer = house.upload(cookie, "/mat-khau", &path, &form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} at {path}");
        }
    }
    assert_eq!(standing().await, before);
    // What was refused was the person and not the form: who may, sends the same.
    let chair = house.person("duyet").await.1;
    let keeper = house.person("vanphong").await.1;
    for verb in ["/chot", "/chuc-vu", "/sua", "/tach", "/gop"] {
        let cookie = if verb == "/chot" { &chair } else { &keeper };
        let (_, path, form) = rows.iter().find(|row| row.1.ends_with(verb)).unwrap();
        assert_eq!(house.post(cookie, path, form).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

#[tokio::test]
async fn no_capacity_that_a_committee_lacks_is_taken_from_a_form_or_from_the_interface() {
    let house = House::open().await;
    let (clerk, _) = house.person("vanphong").await;
    let (approver, cookie) = house.person("duyet").await;
    let (manager, _) = house.person("quantri").await;
    let unit = acts::unit::tree(&clerk, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let made = make(&clerk, &approver, &manager, unit).await;
    let [round, case, _, _] = &made.paths;
    let open = case.rsplit('/').next().unwrap();
    acts::nomination::vet(&approver, open.parse().unwrap(), "").await.unwrap();
    let today = lang::date::short(house.app.today(), lang::Lang::Vi);
    // The approver may act for the committee, and still in no capacity but its own.
    for giver in Giver::ALL.iter().filter(|giver| **giver != Giver::CommitteeBoard) {
        let form = format!("so=1&ngay={today}&tu-cach={}&nguoi-ky=x&ve-viec=x&ho-so-{open}=1", giver.code());
        let path = format!("{round}/quyet-dinh?don-vi={unit}");
        let answer = house.post(&cookie, &path, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{giver:?}");
    }
    for form in ["bang-khen-tinh", "dang-bang-khen", "huy-hieu-dang-30", "dang-giay-khen"] {
        let typed = format!("ten=x&tu={today}&den=1/1/2099&nhan-{form}.individual=1");
        let answer = house.post(&cookie, &format!("/khen-thuong/dot/mo?don-vi={unit}"), &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    let token = house.token("quantri").await;
    let written = json!({
        "round": round.rsplit('/').next().unwrap(), "unit": unit.to_string(),
        "for": HonoreeKind::Individual.code(), "name": "x", "form": FORM, "ground": Ground::Thematic.code(),
        "year": 2024, "achievement": "x",
        "vote": { "voters": 9, "voted": 9, "approved": 9, "day": house.app.today().to_string(), "minutes": "x" },
    });
    let request = Request::post("/api/v1/nominations/new")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    let answer = house.send(request.body(Body::from(written.to_string())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
