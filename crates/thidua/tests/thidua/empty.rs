//! The program on its first day: nobody but its administrator, no unit, no figure. Every page of the menu opens, and says
//! what comes first.

use acts::installation::{self, FirstAdministrator};
use axum::http::StatusCode;

use crate::house::{Folder, House};

#[tokio::test]
async fn every_page_of_the_menu_opens_on_the_first_day() {
    let folder = Folder::new();
    let house = House::at(folder.path()).await;
    let password = "sóng vỗ bờ đá xám ngày đông";
    let first = FirstAdministrator {
        login_name: "quantri".to_owned(),
        full_name: "Nguyễn Văn Bình".to_owned(),
        password: password.to_owned(),
    };
    installation::create(&house.app, first).await.unwrap();
    let login = acts::login::begin(&house.app, "quantri", password, "test", "test").await.unwrap().0;
    let overview = house.page(&login, "/").await;
    assert_eq!(overview.status, StatusCode::OK);
    let overview = overview.text();
    assert!(overview.contains("Chưa có đơn vị nào") && overview.contains("Tạo đơn vị"), "{overview}");
    let menu = overview.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
    let links: Vec<&str> =
        menu.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(links.len() > 10, "{links:?}");
    for link in links {
        let answer = house.page(&login, link).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
    }
    for about_a_unit in
        ["/khen-thuong", "/hoi-dong", "/tong-hop", "/quan-tri/khoa-ky", "/chuong-trinh/chuyen-de"]
    {
        let page = house.page(&login, about_a_unit).await.text();
        assert!(page.contains("Chưa có đơn vị nào") && page.contains("href=\"/don-vi/tao\""), "{page}");
        assert!(page.contains("<nav class=\"side\""), "the menu stays: {page}");
    }
    // Nothing was looked for, so nothing tells to look for less.
    let imports = house.page(&login, "/quan-tri/cac-lan-nhap").await.text();
    assert!(imports.contains("Chưa có lần nhập nào") && !imports.contains("lọc"), "{imports}");
}
