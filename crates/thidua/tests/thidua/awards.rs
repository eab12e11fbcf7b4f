//! Awards from the page down: what the demonstration's five articles tell stands in the register as they tell it, a
//! case opens to article and proof, a member votes, and nobody reaches around the body.

use axum::http::StatusCode;

use crate::house::House;

#[tokio::test]
async fn the_register_says_what_the_articles_say() {
    let house = House::open().await;
    for (login, told) in [
        ("vanphong", &["26 tập thể, 34 cá nhân"][..]),
        ("coquan", &["113 tập thể, 397 cá nhân", "Thủ tướng Chính phủ", "Tổng Liên đoàn Lao động"][..]),
        ("khucn", &["13 tập thể, 16 cá nhân", "1 tập thể, 1 cá nhân", "2 cá nhân"][..]),
        ("thanhxuan", &["27 tập thể, cá nhân không tách được"][..]),
        ("soctrang", &["16 tập thể, 32 cá nhân", "Chủ tịch UBND tỉnh Sóc Trăng"][..]),
    ] {
        let (_, cookie) = house.person(login).await;
        let page = house.page(&cookie, "/quyet-dinh").await;
        assert_eq!(page.status, StatusCode::OK, "{login}");
        for sentence in told {
            assert!(page.text().contains(sentence), "{login}: {sentence}");
        }
    }
}

#[tokio::test]
async fn a_case_opens_to_its_article_and_the_list_to_its_warnings() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let list = house.page(&cookie, "/khen-thuong").await;
    for said in ["Chờ Hội đồng 4", "Đã trả lại 1", "điều cần xem", "Tất cả 12"] {
        assert!(list.text().contains(said), "{said}");
    }
    let filter = acts::nomination::Filter { most: 50, ..acts::nomination::Filter::default() };
    let (rows, _, _) = acts::nomination::list(&ctx, unit, &filter).await.unwrap();
    let case = rows.iter().find(|row| row.lacking > 0 && row.papers.0 < row.papers.1).unwrap();
    let page = house.page(&cookie, &format!("/khen-thuong/{}", case.case.id)).await;
    for said in ["Quy định minh họa, Điều 5", "thiếu:", "còn thiếu", "chưa kiểm chứng"] {
        assert!(page.text().contains(said), "{said}");
    }
    // Whoever only writes is offered no vetting.
    assert!(!page.text().contains("/tham-dinh\""));
    let narrowed = house.page(&cookie, "/khen-thuong?trang-thai=returned&ten=pham").await;
    assert!(narrowed.text().contains("Phạm Thị Minh Họa") && !narrowed.text().contains("Lê Văn Minh Họa"));
}

#[tokio::test]
async fn a_member_sees_the_own_vote_and_nobody_elses() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("lanhdao").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let council = acts::council::list(&ctx, unit).await.unwrap()[0].id;
    let page = house.page(&cookie, &format!("/hoi-dong/{council}")).await;
    assert_eq!(page.text().matches("checked").count(), 1, "the one vote that was cast is the member's own");
    let (_, other) = house.person("vanphong").await;
    let page = house.page(&other, &format!("/hoi-dong/{council}")).await;
    assert_eq!(page.text().matches("checked").count(), 0);
    assert!(page.text().contains("1/3 đã bỏ phiếu"));
    assert!(!page.text().contains("/chot\""), "only the chair closes");
}

#[tokio::test]
async fn a_decision_is_a_word_file_and_a_pdf() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let id = acts::decision::list(&ctx, unit).await.unwrap()[0].decision.id;
    for (kind, starts) in [("docx", &b"PK\x03\x04"[..]), ("pdf", &b"%PDF-"[..])] {
        let file = house.page(&cookie, &format!("/quyet-dinh/{id}/quyet-dinh.{kind}")).await;
        assert_eq!(file.status, StatusCode::OK, "{kind}");
        assert!(file.bytes.starts_with(starts), "{kind}");
    }
}

#[tokio::test]
async fn a_decision_is_found_by_its_number_its_title_or_its_body() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let decisions = acts::decision::list(&ctx, unit).await.unwrap();
    let (first, all) = (&decisions[0].decision, decisions.len());
    assert!(all > 1);
    let links =
        |page: &str| page.matches("<th scope=\"row\" role=\"rowheader\"><a href=\"/quyet-dinh/").count();
    let page = house.page(&cookie, &format!("/quyet-dinh?don-vi={unit}")).await.text();
    assert_eq!(links(&page), all);
    let number = first.number.replace('/', "%2F").replace('Đ', "d").to_lowercase();
    let page = house.page(&cookie, &format!("/quyet-dinh?don-vi={unit}&tim={number}")).await.text();
    assert!(page.contains(&format!("/quyet-dinh/{}\"", first.id)) && links(&page) < all, "{page}");
    let none = house.page(&cookie, &format!("/quyet-dinh?don-vi={unit}&tim=khong-so-nao")).await.text();
    assert!(
        none.contains("Không có quyết định nào khớp") && none.contains("value=\"khong-so-nao\""),
        "{none}"
    );
}
