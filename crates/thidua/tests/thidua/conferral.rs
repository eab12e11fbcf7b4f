//! A body confers in its own capacity alone, whatever a form says, and an administrator writes no case for it.
//!
//! Not here: the acts behind the pages, tried by everybody (room `acts`), the administrator at a decision (`decided`).

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::award::{Giver, Ground};
use domain::honoree::HonoreeKind;
use serde_json::json;

use crate::award_house::{FORM, make};
use crate::house::House;

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
