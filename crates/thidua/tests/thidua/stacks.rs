//! A folder of two hundred reports: sent at once, read by the program, opened in turn, and known when one comes again.

use axum::http::{StatusCode, header};

use crate::house::{Answer, Form, House};

/// Sends files as a browser does.
async fn send(house: &House, login: &str, files: &[(String, Vec<u8>)]) -> Answer {
    let unit = "Đảng bộ Khối Cơ quan Dân Chính Đảng thành phố Cần Thơ";
    let form = Form {
        fields: vec![("ky", "2023"), ("don-vi", unit)],
        files: files.iter().map(|(name, bytes)| ("tep", name.as_str(), bytes.as_slice())).collect(),
    };
    house.upload(login, "/doc-bao-cao/chong", "/doc-bao-cao/chong", &form).await
}

fn report(at: usize) -> (String, Vec<u8>) {
    let text = format!(
        "BÁO CÁO kết quả học tập và làm theo Bác năm 2023 của đơn vị thứ {at}\n\n\
         Trong năm 2023 đã trồng mới {} cây xanh, hiến {} đơn vị máu.\n",
        100 + at,
        10 + at
    );
    (format!("bao-cao-{at}.txt"), text.into_bytes())
}

#[tokio::test]
async fn two_hundred_reports_are_read_and_opened_in_turn() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let mut files: Vec<_> = (1..=199).map(report).collect();
    files.push(("anh-quet.docx".to_owned(), b"PK\x03\x04 not really".to_vec()));
    let sent = send(&house, &login, &files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let path = sent.headers[header::LOCATION].to_str().unwrap().to_owned();
    let waiting = house.page(&login, &path).await.text();
    assert!(waiting.contains("0 trên 200 tệp đã đọc"), "{waiting}");
    thidua::jobs::read_stacks(&house.app, || false).await.unwrap();
    let read = house.page(&login, &path).await.text();
    assert!(read.contains("200 trên 200 tệp đã đọc"));
    assert!(read.contains("199 báo cáo chờ đồng chí xem"));
    assert!(read.contains("Tệp hỏng hoặc tải lên chưa hết"));
    // From one to the next without going back: the second page offers the third.
    let opened = acts::stack::open(&ctx, path.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap();
    let document = |at: usize| opened.papers[at].document.as_ref().unwrap().head.id;
    let second = house.page(&login, &format!("/doc-bao-cao/{}", document(1))).await.text();
    assert!(
        second.contains(&format!("href=\"/doc-bao-cao/{}\"", document(2))),
        "the next one is not offered"
    );
    assert!(second.contains("Còn 199 báo cáo trong chồng chưa xem hết."));
}

#[tokio::test]
async fn a_report_that_comes_again_is_known_with_what_differs() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let (name, first) = report(1);
    send(&house, &login, &[(name.clone(), first.clone())]).await;
    thidua::jobs::read_stacks(&house.app, || false).await.unwrap();
    let id = acts::document::list(&ctx, None).await.unwrap()[0].head.id;
    let proposals = acts::document::open(&ctx, id).await.unwrap().proposals;
    let all = proposals.iter().filter(|found| found.indicator.is_some());
    let all: Vec<_> = all.map(|found| (found.id, acts::document::Choice::AcceptAsProposed)).collect();
    assert!(all.len() >= 2);
    acts::document::decide(&ctx, id, all).await.unwrap();
    acts::document::write(&ctx, id).await.unwrap();
    let changed = String::from_utf8(first).unwrap().replace("101 cây", "120 cây");
    send(&house, &login, &[(name, changed.into_bytes())]).await;
    thidua::jobs::read_stacks(&house.app, || false).await.unwrap();
    let again = acts::document::list(&ctx, None).await.unwrap()[0].head.id;
    assert_ne!(again, id);
    let page = house.page(&login, &format!("/doc-bao-cao/{again}")).await.text();
    assert!(page.contains("Giống báo cáo “"), "{page}");
    assert!(page.contains("1 số khác với bản đó"));
    assert!(page.contains("Kho số liệu đang có 101"));
}
