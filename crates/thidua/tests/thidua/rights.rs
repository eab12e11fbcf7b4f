//! Every page as a stranger, as a neighbour and as the right person. A neighbour is told that a thing is not there;
//! a stranger is sent to the login, whatever the address.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::unit::UnitId;

use crate::house::House;

/// Everything of the Khối committee that has an address: what the right person opens, and what may be sent there.
struct Addresses {
    pages: Vec<String>,
    forms: Vec<(String, String)>,
}

/// What the awards of the Khối committee have by way of addresses, made by the acts.
async fn awards(house: &House, unit: UnitId) -> Addresses {
    let (staff, _) = house.person("vanphong").await;
    let (approver, _) = house.person("duyet").await;
    let (manager, _) = house.person("quantri").await;
    let made = crate::award_house::make(&staff, &approver, &manager, unit).await;
    let [round, case, council, decision] = &made.paths;
    let (person, rule, capacity) = (&made.person, &made.rule, &made.capacity);
    Addresses {
        pages: [
            format!("/khen-thuong?don-vi={unit}"),
            format!("/khen-thuong/dot?don-vi={unit}"),
            format!("{round}?don-vi={unit}"),
            format!("/khen-thuong/de-nghi?don-vi={unit}"),
            case.clone(),
            format!("{case}/tep/0"),
            format!("/hoi-dong?don-vi={unit}"),
            council.clone(),
            format!("/quyet-dinh?don-vi={unit}"),
            format!("/quyet-dinh/ghi?don-vi={unit}"),
            decision.clone(),
            format!("{decision}/thay-doi"),
            format!("{decision}/trao"),
            format!("/khen-thuong/tu-cach?don-vi={unit}"),
            format!("/ca-nhan?don-vi={unit}"),
            format!("/ca-nhan/them?don-vi={unit}"),
            person.clone(),
            format!("{person}?vi=xem"),
            format!("{person}/sua?vi=xem"),
        ]
        .into(),
        forms: [
            (format!("/khen-thuong/dot/mo?don-vi={unit}"), "ten=x&tu=1/1/2026&den=1/1/2027".to_owned()),
            (format!("{round}/hoi-dong?don-vi={unit}"), "ten=x&ngay=1/1/2026".to_owned()),
            (format!("{round}/quyet-dinh?don-vi={unit}"), "so=1&ngay=1/1/2026".to_owned()),
            (format!("/khen-thuong/de-nghi?don-vi={unit}"), "ten=x".to_owned()),
            (format!("{case}/gui"), String::new()),
            (format!("{case}/rut"), String::new()),
            (format!("{case}/tham-dinh"), String::new()),
            (format!("{case}/tra-lai"), "ly-do=x".to_owned()),
            (format!("{case}/hiep-y"), "co-quan=x&so-ngay=5".to_owned()),
            (format!("{case}/cong-khai"), "noi=x&so-ngay=5".to_owned()),
            (format!("{case}/su-kien"), "dieu=grade.well&nam=2024&minh-chung=x".to_owned()),
            (format!("{case}/tra-loi"), "y-kien=1.co&ngay=1/1/2026&noi-dung=x".to_owned()),
            (format!("{case}/khen-cao"), "dot=1.dang-bang-khen&ly-do=x".to_owned()),
            (format!("{council}/phieu"), "ho-so=1&phieu=agree".to_owned()),
            (format!("{council}/rut"), "ho-so=1&ly-do=x".to_owned()),
            (format!("{council}/chot"), String::new()),
            (format!("{council}/du"), "ai=1&du=absent".to_owned()),
            (format!("{council}/van-ban"), "ai=1&ho-so=1&phieu=agree&van-ban=x".to_owned()),
            (format!("/quyet-dinh/ghi?don-vi={unit}"), "so=1&ngay=1/1/2024".to_owned()),
            (format!("{decision}/thay-doi"), "viec=annulled&so=1&ngay=1/1/2026&ly-do=x".to_owned()),
            (format!("{decision}/trao"), "ngay=1/1/2026&to-chuc=x".to_owned()),
            (format!("/khen-thuong/tu-cach/ghi?don-vi={unit}"), "tu-cach=cell&tu=1/1/2024".to_owned()),
            (format!("{capacity}/xac-nhan"), String::new()),
            (format!("/khen-thuong/quy-dinh/ghi?don-vi={unit}"), "khoa=a&tu=1/1/2026".to_owned()),
            (format!("{rule}/xac-nhan"), String::new()),
            (format!("{rule}/rut"), "tu=1/1/2099&ly-do=x".to_owned()),
            (format!("/ca-nhan/them?don-vi={unit}"), "ten=x".to_owned()),
            (format!("{person}/mo"), "vi=x".to_owned()),
            (format!("{person}/sua"), "vi=x&ten=x".to_owned()),
            (format!("{person}/chuc-vu"), "vi=x&chuc-vu=x".to_owned()),
            (format!("{person}/gop"), "vi=x&dong=1&ly-do=x".to_owned()),
            (format!("{person}/tach"), format!("vi=x&dong={}", made.row)),
        ]
        .into(),
    }
}

#[expect(clippy::too_many_lines, reason = "one address after the other")]
async fn addresses(house: &House) -> Addresses {
    let (ctx, _) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let documents = acts::document::list(&ctx, None).await.unwrap();
    let document = documents.iter().find(|one| one.head.unit == unit).unwrap().head.id;
    let proposals = acts::document::open(&ctx, document).await.unwrap().proposals;
    let papers = vec![("bao-cao.txt".to_owned(), "Trồng 5 cây.".as_bytes().to_vec())];
    let stack = acts::stack::NewStack { unit, period: None, papers };
    let stack = acts::stack::add(&ctx, stack).await.unwrap();
    let catalogue = acts::indicator::catalogue(&ctx).await.unwrap();
    let programmes = acts::programme::list(&ctx, unit).await.unwrap();
    let programme = programmes.iter().find(|row| row.programme.unit == unit).unwrap().programme.id;
    let board = acts::acknowledgement::board(&ctx, programme).await.unwrap();
    let plan = board.rows.iter().find_map(|row| row.plan.as_ref()).unwrap().id;
    let receiver = board.rows.last().unwrap().unit;
    let task = acts::task::list(&ctx, programme).await.unwrap()[0].task.id;
    let reports = acts::report::list(&ctx, unit).await.unwrap();
    let report = reports[0].report.id;
    let paragraph = acts::report::view(&ctx, report).await.unwrap().paragraphs[0].id;
    let slot = catalogue.slots.keys().next().unwrap().0;
    let monthly = acts::form::list(&ctx).await.unwrap()[0].form.clone();
    let this = monthly.every.period_of(house.app.today()).unwrap();
    let month = monthly.every.before(this).unwrap();
    let asked = acts::filing::board::BoardQuery {
        unit,
        form: monthly.id,
        period: month,
        standing: Some(domain::filing::Standing::Accepted),
        late: false,
    };
    let filed = acts::filing::board::board(&ctx, &asked, None, 1).await.unwrap().rows[0].unit;
    let filing = format!("/so-lieu/nop/{}/{month}", monthly.id);
    let asked = "cot=quy&them=cung-ky".to_owned();
    let kept = acts::pivot::NewPivot { unit, name: "Theo quý".to_owned(), asked, shared: true };
    let kept = acts::pivot::keep(&ctx, kept).await.unwrap();
    let book = format!("/so-lieu/tep/{}/{month}", monthly.id);
    let awards = awards(house, unit).await;
    let filter = acts::nomination::Filter { most: 50, ..acts::nomination::Filter::default() };
    let (cases, _, _) = acts::nomination::list(&ctx, unit, &filter).await.unwrap();
    let case = cases[0].case.id;
    let council = acts::council::list(&ctx, unit).await.unwrap()[0].id;
    let decision = acts::decision::list(&ctx, unit).await.unwrap()[0].decision.id;
    let round = acts::round::list(&ctx, unit).await.unwrap()[0].id;
    let person = acts::person::NewPerson {
        name: "Lý Minh Họa".to_owned(),
        unit,
        days: acts::person::PersonDays::default(),
        purpose: "khen thưởng".to_owned(),
        keep_until: None,
        invented: true,
    };
    let person = acts::person::add(&ctx, person).await.unwrap();
    let mut all = Addresses {
        pages: [
            format!("/don-vi/{unit}"),
            format!("/tong-hop?don-vi={unit}"),
            format!("/tong-hop?don-vi={unit}&o={unit}.{slot}"),
            format!("/tong-hop.xlsx?don-vi={unit}"),
            format!("/tong-hop?don-vi={unit}&tu=2024Q1&den=2024Q1&chot=1"),
            format!("/tong-hop?don-vi={unit}&cot=quy&them=cung-ky&nhom=loai"),
            format!("/tong-hop.xlsx?don-vi={unit}&cot=nam&chot=1"),
            format!("/tong-hop/luu?don-vi={unit}&cot=quy"),
            format!("/tong-hop/vi-sao-khac?don-vi={unit}&ky=2024Q1&lan=1"),
            format!("/tong-hop/vi-sao-khac.xlsx?don-vi={unit}&ky=2024Q1&lan=1&voi=2"),
            format!("/so-lieu/2023?don-vi={unit}"),
            format!("/so-lieu/2023/tai.xlsx?don-vi={unit}"),
            format!("/so-lieu?don-vi={unit}"),
            format!("/so-lieu/mau.xlsx?don-vi={unit}"),
            format!("/so-tong-quan?don-vi={unit}"),
            format!("/?don-vi={unit}"),
            format!("/chuong-trinh/chuyen-de?don-vi={unit}"),
            format!("/chuong-trinh/chuyen-de.xlsx?don-vi={unit}"),
            format!("/khen-thuong/quy-dinh?don-vi={unit}"),
            format!("/doc-bao-cao?don-vi={unit}"),
            format!("/don-vi/{unit}/tai.xlsx"),
            format!("/doc-bao-cao/{document}/de-xuat.xlsx"),
            format!("/doc-bao-cao/{document}"),
            format!("/doc-bao-cao/{document}/goc"),
            format!("/chuong-trinh/{programme}"),
            format!("/chuong-trinh/{programme}/bang.xlsx"),
            format!("/chuong-trinh/{programme}/nhiem-vu?so={task}"),
            format!("/chuong-trinh/{programme}/ke-hoach?don-vi={receiver}"),
            format!("/chuong-trinh/ke-hoach/{plan}"),
            format!("/bao-cao?don-vi={unit}"),
            format!("/bao-cao/so-van-ban?don-vi={unit}"),
            format!("/bao-cao/{report}"),
            format!("/bao-cao/{report}/nhap.docx"),
            format!("/bao-cao/{report}/the-thuc"),
            format!("/bao-cao/{report}/gan-so"),
            format!("/bao-cao/{report}/doan/{paragraph}"),
            format!("/bao-cao/{report}/ban/1/word"),
            format!("/bao-cao/{report}/ban/1/pdf"),
            format!("/bao-cao/{report}/ban/1/bang"),
            format!("{filing}?don-vi={filed}"),
            format!("{filing}/bien-nhan?don-vi={filed}"),
            format!("/so-lieu/thang/{month}?don-vi={filed}"),
            format!("/so-lieu/bang-nop?don-vi={unit}&bieu={}&ky={month}", monthly.id),
            format!("/so-lieu/bang-nop/bang-nop.xlsx?don-vi={unit}&bieu={}&ky={month}", monthly.id),
            format!("/doc-bao-cao/chong/{stack}"),
            format!("/so-lieu/bieu/{}", monthly.id),
            format!("{book}?don-vi={filed}"),
            format!("{book}/bieu.xlsx?don-vi={filed}"),
            format!("{book}/bang.xlsx?don-vi={unit}"),
            format!("/khen-thuong?don-vi={unit}"),
            format!("/khen-thuong/de-nghi?don-vi={unit}"),
            format!("/khen-thuong/{case}"),
            format!("/hoi-dong?don-vi={unit}"),
            format!("/hoi-dong/{council}"),
            format!("/quyet-dinh?don-vi={unit}"),
            format!("/quyet-dinh/{decision}"),
            format!("/quyet-dinh/{decision}/quyet-dinh.docx"),
            format!("/quyet-dinh/{decision}/quyet-dinh.pdf"),
            format!("/quyet-dinh/{decision}/thay-doi"),
            format!("/quyet-dinh/{decision}/giay-khen"),
            format!("/quyet-dinh/{decision}/giay-khen/can-chinh.pdf"),
            format!("/quyet-dinh/{decision}/giay-khen/xem-thu.pdf"),
            format!("/quyet-dinh/{decision}/giay-khen/in-thu.docx"),
            format!("/quyet-dinh/to-trinh/{round}/to-trinh.docx?don-vi={unit}"),
            format!("/quyet-dinh/to-trinh/{round}/to-trinh.pdf?don-vi={unit}"),
            format!("/so-khen?don-vi={unit}"),
            format!("/so-khen/thong-ke.xlsx?nam=2024&don-vi={unit}"),
            format!("/so-khen/tap-the/{unit}"),
            format!("/so-khen/tap-the/{unit}/xac-nhan.pdf"),
            format!("/so-khen/ca-nhan/{person}"),
            format!("/so-khen/ca-nhan/{person}?muc-dich=x"),
            format!("/so-khen/ca-nhan/{person}/xac-nhan.docx?muc-dich=x"),
            format!("/huy-hieu?don-vi={unit}"),
            format!("/huy-hieu/mau/4-hhd.docx?don-vi={unit}"),
        ]
        .into(),
        forms: [
            (format!("/so-tong-quan?don-vi={unit}"), "so-1=1".to_owned()),
            ("/tong-hop/chot".to_owned(), format!("don-vi={unit}&ky=2024Q1&ly-do=x")),
            ("/tong-hop/luu".to_owned(), format!("don-vi={unit}&ten=x&bang=cot%3Dquy")),
            (format!("/tong-hop/luu/{kept}/bo"), String::new()),
            ("/khen-thuong/nhieu".to_owned(), format!("viec=tham-dinh&ho-so-{case}=1")),
            (format!("/khen-thuong/{case}/gui"), String::new()),
            (format!("/khen-thuong/{case}/rut"), String::new()),
            (format!("/khen-thuong/{case}/tham-dinh"), String::new()),
            (format!("/khen-thuong/{case}/tra-lai"), "ly-do=x".to_owned()),
            (format!("/khen-thuong/{case}/hiep-y"), "co-quan=x&so-ngay=10".to_owned()),
            (format!("/khen-thuong/{case}/cong-khai"), "noi=x&so-ngay=10".to_owned()),
            (format!("/hoi-dong/{council}/phieu"), format!("ho-so={case}&phieu=agree")),
            (format!("/hoi-dong/{council}/rut"), format!("ho-so={case}&ly-do=x")),
            (format!("/hoi-dong/{council}/chot"), String::new()),
            (format!("/quyet-dinh/{decision}/thay-doi"), "viec=annulled&so=1&ly-do=x".to_owned()),
            (format!("/quyet-dinh/{decision}/giay-khen/tao"), String::new()),
            (format!("/quyet-dinh/{decision}/giay-khen/dung"), String::new()),
            (format!("/quyet-dinh/{decision}/giay-khen/xem-thu"), String::new()),
            (format!("/quyet-dinh/{decision}/giay-khen/in"), String::new()),
            (format!("/quyet-dinh/{decision}/giay-khen/cap-lai"), "giay=1&ly-do=x".to_owned()),
            (format!("/quyet-dinh/{decision}/giay-khen/may-in"), "ten=x&ngang=0&doc=0".to_owned()),
            (format!("/so-khen/ca-nhan/{person}/gop"), format!("nguoi={person}&ly-do=x&muc-dich=x")),
            (format!("/so-khen/ca-nhan/{person}/tach"), String::new()),
            ("/huy-hieu/xac-nhan".to_owned(), format!("nguoi={person}&dot=2026-09-02")),
            ("/huy-hieu/lui".to_owned(), format!("nguoi={person}&dot=2026-09-02&ghi-chu=x")),
            ("/huy-hieu/benh-nang".to_owned(), format!("nguoi={person}&dot=2026-09-02&ghi-chu=x")),
            ("/quan-tri/khoa-ky/mo".to_owned(), format!("don-vi={unit}")),
            ("/quan-tri/khoa-ky/ngung".to_owned(), format!("don-vi={unit}&ly-do=x")),
            (format!("/doc-bao-cao/{document}/ghi"), String::new()),
            (format!("/doc-bao-cao/{document}/chac"), String::new()),
            (format!("/doc-bao-cao/{document}/ky"), "ky=2022".to_owned()),
            (format!("/chuong-trinh/{programme}/trien-khai"), "den=duoi".to_owned()),
            (format!("/chuong-trinh/{programme}/tiep-nhan"), format!("don-vi={receiver}")),
            (format!("/chuong-trinh/{programme}/nhac"), String::new()),
            (format!("/bao-cao/{report}/doan"), format!("muc=2&doan={paragraph}&chu=x")),
            (format!("/bao-cao/{report}/the-thuc"), "trich-yeu=x".to_owned()),
            (format!("/bao-cao/{report}/chot"), "chot=".to_owned()),
            (format!("/bao-cao/{report}/ban-hanh"), "ngay=16/5/2024".to_owned()),
            (format!("/chuong-trinh/{programme}/khoan"), "so=1&noi-dung=x".to_owned()),
            (format!("/chuong-trinh/{programme}/giao"), "noi-dung=x".to_owned()),
            (format!("/doc-bao-cao/{document}/{}", proposals[0].place), "viec=bo".to_owned()),
            (format!("/doc-bao-cao/{document}/{}", proposals[0].place), "viec=quen".to_owned()),
            (format!("{filing}/rut?don-vi={filed}"), String::new()),
            (format!("{filing}/xin-mo?don-vi={filed}"), "ly-do=x".to_owned()),
            (format!("{filing}/duyet?don-vi={filed}"), String::new()),
            (format!("{filing}/tra?don-vi={filed}"), "vi-other=1&ly-do=x".to_owned()),
            (format!("{filing}/mo-lai?don-vi={filed}"), "ly-do=x".to_owned()),
            (format!("{filing}/gia-han?don-vi={filed}"), "han=1/1/2099&ly-do=x".to_owned()),
            (format!("/so-lieu/thang/{month}?don-vi={filed}"), "goi=0123456789abcdef".to_owned()),
            (format!("{book}/ghi?don-vi={filed}"), "tep=0".to_owned()),
            (format!("{book}/cach-doc?don-vi={filed}"), "tep=0&dong=1".to_owned()),
            (format!("{book}/quen?don-vi={filed}"), "cach=1".to_owned()),
            (format!("/so-lieu/bieu/moi?don-vi={unit}"), "viec=luu".to_owned()),
            (format!("/so-lieu/bieu/{}/sua", monthly.id), "viec=luu".to_owned()),
            (format!("/so-lieu/bieu/{}/ten", monthly.id), "ten=x".to_owned()),
            (format!("/so-lieu/bieu/{}/dong", monthly.id), String::new()),
            (format!("/so-lieu/bieu/{}/gia-han", monthly.id), "ky=2024M05&han=1/1/2099&ly-do=x".to_owned()),
            (format!("/so-lieu/bang-nop/nhac?don-vi={unit}&bieu={}&ky={month}", monthly.id), String::new()),
            (format!("/so-lieu/bang-nop/duyet?don-vi={unit}&bieu={}&ky={month}", monthly.id), String::new()),
        ]
        .into(),
    };
    all.pages.extend(awards.pages);
    all.forms.extend(awards.forms);
    all
}

#[tokio::test]
async fn pages_open_to_the_right_person_alone() {
    let house = House::open().await;
    let (_, ours) = house.person("vanphong").await;
    let (_, theirs) = house.person("thanhxuan").await;
    let addresses = addresses(&house).await;
    for path in addresses.pages {
        let stranger = house.send(Request::get(&path).body(Body::empty()).unwrap()).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER, "a stranger at {path}");
        let to = stranger.headers[header::LOCATION].to_str().unwrap();
        assert!(to.starts_with("/dang-nhap"), "a stranger at {path} is sent to {to}");
        assert_eq!(house.page(&ours, &path).await.status, StatusCode::OK, "the right person at {path}");
        let neighbour = house.page(&theirs, &path).await;
        assert_eq!(neighbour.status, StatusCode::NOT_FOUND, "a neighbour at {path}");
        assert!(!neighbour.text().contains("Dân Chính Đảng"), "a neighbour at {path} reads the unit's name");
    }
}

#[tokio::test]
async fn forms_are_taken_from_the_right_person_alone() {
    let house = House::open().await;
    let (_, ours) = house.person("vanphong").await;
    let (_, theirs) = house.person("thanhxuan").await;
    let (cookies, token) = house.form_token(&theirs).await;
    for (path, form) in addresses(&house).await.forms {
        let stranger = house.send_form("", &path, &form).await;
        assert_ne!(stranger.status, StatusCode::OK, "a stranger at {path}");
        assert!(!stranger.status.is_server_error(), "a stranger at {path}");
        let forged = house.send_form(&format!("thidua-vao={ours}"), &path, &format!("ma=0&{form}")).await;
        assert!(forged.status.is_client_error(), "without the form's token at {path}: {}", forged.status);
        let neighbour = house.send_form(&cookies, &path, &format!("ma={token}&{form}")).await;
        assert_eq!(neighbour.status, StatusCode::NOT_FOUND, "a neighbour at {path}");
    }
}

#[tokio::test]
async fn administration_is_closed_to_those_who_enter_figures() {
    let house = House::open().await;
    let (_, staff) = house.person("vanphong").await;
    let (_, administrator) = house.person("quantri").await;
    for path in [
        "/quan-tri",
        "/quan-tri/nhat-ky",
        "/quan-tri/tai-khoan/tao",
        "/quan-tri/cac-lan-nhap",
        "/quan-tri/khoa-ky",
        "/quan-tri.xlsx",
        "/quan-tri/nhat-ky.xlsx",
        "/quan-tri/cac-lan-nhap.xlsx",
        "/quan-tri/bang-quyen.xlsx",
    ] {
        let open = house.page(&administrator, path).await;
        assert_eq!(open.status, StatusCode::OK, "the administrator at {path}");
        let answer = house.page(&staff, path).await;
        assert!(
            answer.status == StatusCode::FORBIDDEN || !answer.text().contains("quantri"),
            "staff at {path}: {}",
            answer.status
        );
    }
}
