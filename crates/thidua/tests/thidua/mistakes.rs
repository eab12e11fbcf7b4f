//! What a new clerk meets: forms sent empty or wrong come back with every sentence at once and with what was typed, pages
//! that may not be opened keep the way out, and what an administrator looks at is said in words.

use acts::duty::NewDuty;
use axum::http::StatusCode;
use domain::authority::Right;

use crate::house::House;

/// The Khối committee of the demonstration.
async fn khoi(house: &House) -> String {
    let (manager, _) = house.person("quantri").await;
    let [(found, _)] = <[_; 1]>::try_from(acts::unit::resolve(&manager, "K00").await.unwrap()).unwrap();
    found.unit.to_string()
}

#[tokio::test]
async fn the_ledger_says_acts_in_words_and_is_narrowed_by_person_unit_kind_and_day() {
    let house = House::open().await;
    let (manager, login) = house.person("quantri").await;
    let page = house.page(&login, "/quan-tri/nhat-ky").await.text();
    assert!(page.contains("Đăng nhập</td>") && !page.contains("login.begin"), "{page}");
    let units = house.page(&login, "/quan-tri/nhat-ky?viec=unit.").await.text();
    assert!(units.contains("Nhập đơn vị từ tệp</td>") && !units.contains("Đăng nhập</td>"), "{units}");
    let one = house.page(&login, "/quan-tri/nhat-ky?noi=K00-43").await.text();
    assert!(one.contains("Chi bộ Ban Quản lý") && !one.contains("Đảng bộ tỉnh Sóc Trăng</td>"), "{one}");
    let own = house.page(&login, &format!("/quan-tri/nhat-ky?ai={}", manager.account)).await.text();
    assert!(own.contains("Lê Thị Quản</td>") && !own.contains("Trần Văn Khối</td>"), "{own}");
    // Lines shown beside a filter that cannot be read would be taken for the answer.
    let wrong = house.page(&login, "/quan-tri/nhat-ky?tu=32/5/2024").await.text();
    assert!(wrong.contains("Tháng 5 chỉ có 31 ngày") && !wrong.contains("Đăng nhập</td>"), "{wrong}");
}

#[tokio::test]
async fn a_new_account_is_refused_once_for_all_that_is_wrong() {
    let house = House::open().await;
    let (_, login) = house.person("quantri").await;
    let form = "chuc-vu=V%C4%83n+th%C6%B0&tu=31%2F2%2F2024&quyen=enter";
    let answer = house.post(&login, "/quan-tri/tai-khoan/tao", form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for told in [
        "còn 4 chỗ",
        "Nhập họ và tên.",
        "Nhập tên đăng nhập.",
        "Nhập mật khẩu.",
        "Tháng 2 năm 2024 chỉ có 29",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for kept in ["value=\"Văn thư\"", "value=\"31/2/2024\"", "value=\"enter\" selected"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
}

#[tokio::test]
async fn a_duty_beyond_ones_own_is_refused_at_its_field() {
    let house = House::open().await;
    let unit = khoi(&house).await;
    let (manager, _) = house.person("quantri").await;
    let (staff, login) = house.person("vanphong").await;
    let duty = NewDuty {
        account: staff.account,
        right: Right::Manage,
        unit: Some(unit.parse().unwrap()),
        from: house.app.today(),
        to: None,
        decision: String::new(),
    };
    acts::duty::grant(&manager, duty).await.unwrap();
    let form = "ho-ten=Tr%E1%BA%A7n+M%E1%BB%9Bi&tai-khoan=tran.moi&mat-khau=hoa+ban+n%E1%BB%9F+tr%E1%BA%AFng+r%E1%BB%ABng\
                &tu=1%2F1%2F2026&quyen=enter";
    let page = house.post(&login, "/quan-tri/tai-khoan/tao", form).await.text();
    assert!(page.contains("Chỉ giao được quyền trong phạm vi quản trị của mình."), "{page}");
    assert!(page.contains("value=\"Trần Mới\"") && !page.contains("hoa ban"), "a password never comes back");
    // At a unit of one's own it is made.
    let form = format!("{form}&don-vi=K00-43");
    let made = house.post(&login, "/quan-tri/tai-khoan/tao", &form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
}

#[tokio::test]
async fn a_unit_form_says_every_refusal_where_it_can_be_mended() {
    let house = House::open().await;
    let unit = khoi(&house).await;
    let (_, login) = house.person("quantri").await;
    let at = |verb: &str| format!("/don-vi/{unit}/{verb}");
    let page = house.post(&login, &at("tao"), "loai=cell").await.text();
    for told in ["Nhập tên đơn vị.", "Nhập ngày, ví dụ", "Ghi quyết định làm căn cứ."] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let page = house.post(&login, &at("chuyen"), "tren=&ngay=1/1/2026&quyet-dinh=x").await.text();
    assert!(page.contains("Nhập tên hoặc mã đơn vị.</span>"), "{page}");
    // The field of the decision, not that of a name which this form does not ask.
    let long = "x".repeat(5_000);
    let form = format!("tren=K01&ngay=1/1/2026&quyet-dinh={long}");
    let page = house.post(&login, &at("chuyen"), &form).await.text();
    let field = page.split("id=\"e-o-quyet-dinh\"").nth(1).unwrap();
    assert!(field.split("</p>").next().unwrap().contains("Dài quá"), "{page}");
    // About something the form does not ask: it already stands there.
    let form = "tren=MH&ngay=1/1/2026&quyet-dinh=x";
    let page = house.post(&login, &at("chuyen"), form).await.text();
    assert!(page.contains("Không có gì thay đổi."), "{page}");
    let page = house.post(&login, &at("chuyen"), "tren=K01&ngay=1/1/0026&quyet-dinh=x").await.text();
    assert!(page.contains("Xem lại số năm."), "{page}");
}

/// Which fields an answer refuses.
fn refused_fields(page: &str) -> Vec<&str> {
    page.split("id=\"e-o-").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn a_form_sent_empty_says_all_that_is_missing_at_once() {
    let house = House::open().await;
    let unit = khoi(&house).await;
    let (_, manager) = house.person("quantri").await;
    let (_, staff) = house.person("vanphong").await;
    let choices = "tu-cach=province&hinh-thuc=dang-giay-khen&loai-hinh=thematic";
    for (who, path, form, missing) in [
        (&manager, "/chuong-trinh/van-ban/ghi", "", &["loai", "so"][..]),
        (&manager, "/chuong-trinh/van-ban/ghi", "ngay=x", &["loai", "so", "ngay"]),
        (&manager, "/chuong-trinh/chuyen-de/ghi", "", &["ten", "ky"]),
        (&manager, "/chuong-trinh/ghi", "", &["ten", "ky"]),
        (&manager, "/khen-thuong/quy-dinh/ghi", "", &["khoa", "ten", "noi-dung", "tu", "dieu", "nguon"]),
        (&manager, "/khen-thuong/tu-cach/ghi", "", &["tu-cach", "tu", "van-ban"]),
        (&staff, "/ca-nhan/them", "", &["ten", "don-vi-cua", "muc-dich"]),
        (
            &staff,
            "/quyet-dinh/ghi",
            choices,
            &["co-quan", "so", "ngay", "ve-viec", "nam", "danh-sach", "nguon"],
        ),
    ] {
        let answer = house.post(who, &format!("{path}?don-vi={unit}"), form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let page = answer.text();
        let refused = refused_fields(&page);
        assert!(missing.iter().all(|name| refused.contains(name)), "{path} refuses only {refused:?}");
    }
    let page = house.post(&staff, &format!("/khen-thuong/de-nghi?don-vi={unit}"), "").await.text();
    let refused = refused_fields(&page);
    for name in ["ten", "nam", "thanh-tich", "tong", "du", "dong-y", "ngay", "bien-ban"] {
        assert!(refused.contains(&name), "{name} is not among {refused:?}");
    }
}

#[tokio::test]
async fn whoever_may_not_do_a_thing_keeps_the_menu() {
    let house = House::open().await;
    let (_, login) = house.person("lanhdao").await;
    let denied = house.page(&login, "/quan-tri").await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert!(denied.text().contains("<nav class=\"side\"") && denied.text().contains("Nguyễn Văn Lãnh"));
    let missing = house.page(&login, "/khong-co").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.text().contains("<nav class=\"side\""));
    assert!(!house.page("khong-phai-ai", "/khong-co").await.text().contains("<nav class=\"side\""));
}

#[tokio::test]
async fn an_address_that_only_takes_a_form_says_so_in_words() {
    let house = House::open().await;
    let (_, login) = house.person("quantri").await;
    for (path, up) in [("/quan-tri/khoa-ky/mo", "/quan-tri/khoa-ky"), ("/dang-xuat", "/")] {
        let opened = house.page(&login, path).await;
        assert_eq!(opened.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let page = opened.text();
        assert!(page.contains("Trang này chỉ mở bằng nút gửi của biểu mẫu"), "{page}");
        assert!(page.contains(&format!("<a class=\"btn\" href=\"{up}\"")), "{page}");
    }
    // A query that cannot be read, in words and not in those of a library.
    let twice = house.page(&login, "/tim?q=a&q=b").await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    assert!(twice.text().contains("Không đọc được"), "{}", twice.text());
    // Programs get their answer as it is.
    let token = house.token("quantri").await;
    assert!(!house.api(&token, "/api/v1/khong-co").await.text().contains("<html"));
}

#[tokio::test]
async fn a_sentence_that_two_fields_share_names_each() {
    let house = House::open().await;
    let unit = khoi(&house).await;
    let (_, login) = house.person("duyet").await;
    let path = format!("/khen-thuong/dot/mo?don-vi={unit}");
    let page = house.post(&login, &path, "ten=x&tu=&den=").await.text();
    let summary = page.split("id=\"tom-tat-loi\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let lines: Vec<&str> = summary.split("<li>").skip(1).collect();
    assert!(lines.len() > 1 && lines.iter().all(|line| line.contains(": Nhập ngày")), "{summary}");
    assert_ne!(lines[0].split("\">").nth(1), lines[1].split("\">").nth(1), "{summary}");
}

#[tokio::test]
async fn an_own_rule_is_written_in_vietnamese() {
    let house = House::open().await;
    let unit = khoi(&house).await;
    let (_, login) = house.person("quantri").await;
    let path = format!("/khen-thuong/quy-dinh/ghi?don-vi={unit}");
    let mut fields = vec![
        ("khoa", "thu.hoi-dong"),
        ("ten", "Phiếu Hội đồng"),
        ("ve", "*"),
        ("tu", "1/1/2099"),
        ("dieu", "Điều 1"),
        ("nguon", "Quy chế"),
        ("tin", "A"),
        ("noi-dung", "hội đồng rất đông"),
    ];
    let page = house.post_fields(&login, &path, &path, &fields).await.text();
    assert!(page.contains("ví dụ: hội đồng 80%") && page.contains(">hội đồng rất đông</textarea>"), "{page}");
    fields.pop();
    fields.push(("noi-dung", "Hội đồng 75%"));
    let written = house.post_fields(&login, &path, &path, &fields).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let list = house.page(&login, &format!("/khen-thuong/quy-dinh?don-vi={unit}")).await.text();
    assert!(list.contains("75"), "{list}");
}
