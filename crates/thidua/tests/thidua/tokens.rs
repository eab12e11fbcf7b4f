//! Mã truy cập on its page: made, shown once, used by another program, revoked; by nobody but its own person.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::house::House;

/// The secret on the page after making a token.
fn secret(page: &str) -> String {
    page.split("id=\"ma-moi\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Where the first token of a list is revoked.
fn revoking(page: &str) -> String {
    page.split("action=\"")
        .find(|rest| rest.contains("/thu-hoi\""))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let house = House::open().await;
    let (_, ours) = house.person("vanphong").await;
    assert!(house.page(&ours, "/ma-truy-cap").await.text().contains("Chưa có mã nào"));
    let made = house.post(&ours, "/ma-truy-cap", "viec=C%E1%BB%95ng+t%E1%BB%89nh&so-ngay=30").await;
    assert_eq!(made.status, StatusCode::OK);
    let secret = secret(&made.text());
    assert!(made.text().contains(&format!("Bearer {secret}")), "an example of a request");
    let listed = house.page(&ours, "/ma-truy-cap").await.text();
    assert!(listed.contains("Cổng tỉnh") && !listed.contains(&secret));
    assert_eq!(house.api(&secret, "/api/v1/units").await.status, StatusCode::OK);
    let revoked = house.post(&ours, &revoking(&listed), "").await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER);
    assert_eq!(house.api(&secret, "/api/v1/units").await.status, StatusCode::UNAUTHORIZED);
    assert!(!house.page(&ours, "/ma-truy-cap").await.text().contains("Cổng tỉnh"));
}

#[tokio::test]
async fn whoever_types_it_wrong_is_told_all_of_it_and_loses_nothing() {
    let house = House::open().await;
    let (_, ours) = house.person("vanphong").await;
    let again = house.post(&ours, "/ma-truy-cap", "viec=&so-ngay=ba").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = again.text();
    assert!(text.contains("Ghi mã dùng vào việc gì.") && text.contains("từ 1 đến 731"), "{text}");
    assert!(text.contains("value=\"ba\""), "what was typed stands");
    for _ in 0..acts::token::TOKENS_MOST {
        assert_eq!(house.post(&ours, "/ma-truy-cap", "viec=x&so-ngay=1").await.status, StatusCode::OK);
    }
    let full = house.post(&ours, "/ma-truy-cap", "viec=x&so-ngay=1").await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(full.text().contains("Thu hồi mã không dùng nữa"));
}

#[tokio::test]
async fn nobody_sees_or_revokes_the_token_of_another() {
    let house = House::open().await;
    let (_, ours) = house.person("vanphong").await;
    let (_, theirs) = house.person("thanhxuan").await;
    let made = house.post(&ours, "/ma-truy-cap", "viec=x&so-ngay=1").await.text();
    let path = revoking(&made);
    let stranger = house.send(Request::get("/ma-truy-cap").body(Body::empty()).unwrap()).await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER);
    assert!(!house.page(&theirs, "/ma-truy-cap").await.text().contains("thu-hoi"));
    assert_eq!(house.post(&theirs, &path, "").await.status, StatusCode::NOT_FOUND);
    assert!(house.send_form("", &path, "").await.status != StatusCode::OK);
    assert_eq!(house.api(&secret(&made), "/api/v1/units").await.status, StatusCode::OK);
}
