//! The program on its first day: nobody but its administrator, no unit, no figure. Every page of the menu opens or leads
//! to the overview, which says what to do first.

use acts::installation::{self, FirstAdministrator};
use axum::http::{StatusCode, header};

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
        match answer.status {
            StatusCode::OK => {}
            StatusCode::SEE_OTHER => assert_eq!(answer.headers[header::LOCATION], "/", "{link}"),
            status => panic!("{link}: {status}"),
        }
    }
}
