//! What comes of a decision: its papers in both forms, the signed copy that comes back, its certificates from the key to
//! the printed name, and how it stands in the stories of those whom it honours.

use std::path::Path;
use std::process::Command;

use acts::Ctx;
use acts::decision::{self, Body as Confers, NewDecision, NewLine};
use acts::key::Sealing;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::award::{Giver, Ground};
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, UnitId};

use crate::house::{Answer, Folder, House};
use crate::libreoffice;
use crate::verify::given;

const SIGNED: &[u8] = include_bytes!("../../../../fuzz/seeds/signed_pdf/rsa");
const UNSIGNED: &[u8] = include_bytes!("../../../../fuzz/seeds/signed_pdf/unsigned");

/// The State's Bằng khen of a provincial chair: collectives, individuals, a household.
pub async fn of_the_state(ctx: &Ctx, unit: UnitId) -> DecisionId {
    let line = |kind, name: &str| NewLine {
        kind,
        name: name.to_owned(),
        detail: "xã Phước Hậu".to_owned(),
        number: 1,
        unit: None,
        person: None,
        form: "bang-khen-tinh".parse().unwrap(),
        ground: Ground::Thematic,
        year: 2026,
        period: None,
        achievement: "hiến đất mở đường".to_owned(),
        nomination: None,
    };
    let new = NewDecision {
        keeper: unit,
        body: Confers::Named("Chủ tịch Ủy ban nhân dân tỉnh Minh Họa".to_owned(), Giver::ProvinceChair),
        number: "07/QĐ-UBND".to_owned(),
        decided: "2026-07-02".parse().unwrap(),
        place: "Minh Họa".to_owned(),
        title: "khen thưởng tập thể, cá nhân, hộ gia đình".to_owned(),
        basis: "Căn cứ Luật Thi đua, khen thưởng\nCăn cứ Nghị định quy định chi tiết".to_owned(),
        signer: "Lê Minh Họa".to_owned(),
        signer_post: "Chủ tịch".to_owned(),
        source: "bản giấy".to_owned(),
        lines: vec![
            line(HonoreeKind::Individual, "Đặng Thuỳ Ẩn"),
            line(HonoreeKind::Collective, "Ấp Bình Hoà"),
            line(HonoreeKind::Household, "Hộ ông Nguyễn Văn Ưởng"),
        ],
    };
    decision::enter(ctx, new).await.unwrap()
}

pub async fn unit_of(house: &House, ctx: &Ctx) -> UnitId {
    acts::unit::tree(ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit
}

/// A part of a Word file as text.
pub fn part(docx: &[u8], name: &str) -> String {
    use std::io::Read as _;
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of a Word file's body.
pub fn words_of(docx: &[u8]) -> Vec<String> {
    let text = part(docx, "word/document.xml").replace("</w:p>", " ").replace("<w:br/>", " ");
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => out.push(letter),
            _ => {}
        }
    }
    out.split_whitespace().map(str::to_owned).collect()
}

/// The words that LibreOffice shows of a Word file; nothing on a machine without it.
fn shown_by_libreoffice(docx: &[u8]) -> Option<Vec<String>> {
    let folder = Folder::new();
    let file = folder.path().join("paper.docx");
    std::fs::write(&file, docx).unwrap();
    Some(words_in_pdf(&libreoffice::saved_as(folder.path(), &file, "pdf")?))
}

pub fn words_in_pdf(pdf: &Path) -> Vec<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    String::from_utf8(out.stdout).unwrap().split_whitespace().map(str::to_owned).collect()
}

#[tokio::test]
async fn papers_of_both_forms_keep_their_measures_and_lose_no_word() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let party = given(&ctx, unit).await;
    let state = of_the_state(&ctx, unit).await;
    for (id, heading, number, says) in [
        (
            party,
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số 142-QĐ/ĐUK",
            &["T/M", "Nguyễn Thị Thuỳ Dương", "Đặng Hoà Ẩn", "02 (hai) cá nhân"][..],
        ),
        (
            state,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: 07/QĐ-UBND",
            // 1,5 and twice, and one and a half times as much, of 2.530.000, each rounded up to 10.000.
            &["Độc lập - Tự do - Hạnh phúc", "Hộ ông Nguyễn Văn Ưởng", "01 (một) tập thể", "3.800.000"][..],
        ),
    ] {
        let file = house.page(&cookie, &format!("/quyet-dinh/{id}/quyet-dinh.docx")).await;
        assert_eq!(file.status, StatusCode::OK);
        let document = part(&file.bytes, "word/document.xml");
        let words = words_of(&file.bytes);
        let all = words.join(" ");
        for said in says.iter().chain([&heading, &number]) {
            assert!(all.contains(said), "{said} in {all}");
        }
        // 20, 20, 30 and 15 mm in twentieths of a point.
        for measure in ["w:top=\"1134\"", "w:bottom=\"1134\"", "w:left=\"1701\"", "w:right=\"850\""] {
            assert!(document.contains(measure), "{measure}");
        }
        assert!(document.contains("<w:tblHeader/>"), "the head of the list repeats");
        assert!(part(&file.bytes, "word/styles.xml").contains("Times New Roman"));
        let Some(mut shown) = shown_by_libreoffice(&file.bytes) else { continue };
        for word in words {
            let at = shown.iter().position(|one| *one == word);
            assert!(at.is_some(), "{word} is lost in LibreOffice");
            shown.swap_remove(at.unwrap());
        }
    }
}

#[tokio::test]
async fn a_round_is_put_before_its_body_as_a_paper() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let round = acts::round::list(&ctx, unit).await.unwrap()[0].id;
    let list = house.page(&cookie, "/quyet-dinh").await;
    let path = format!("/quyet-dinh/to-trinh/{round}/to-trinh.docx");
    assert!(list.text().contains(&path));
    let file = house.page(&cookie, &path).await;
    assert_eq!(file.status, StatusCode::OK);
    let said = words_of(&file.bytes).join(" ");
    for words in ["TỜ TRÌNH", "Kính trình", "12 (mười hai) hồ sơ", "trả lại 1, rút 1", "DANH SÁCH ĐỀ NGHỊ"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(!said.contains("Hồ Thị Minh Họa"), "a case that was taken back is not put forward");
    let (_, theirs) = house.person("thanhxuan").await;
    assert_eq!(house.page(&theirs, &path).await.status, StatusCode::NOT_FOUND);
}

/// Sends a form with a file.
async fn upload(house: &House, login: &str, path: &str, name: &str, bytes: &[u8]) -> Answer {
    let (cookies, token) = house.form_token(login).await;
    let mut body =
        format!("--x\r\nContent-Disposition: form-data; name=\"ma\"\r\n\r\n{token}\r\n").into_bytes();
    body.extend(
        format!("--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\n\r\n").bytes(),
    );
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    let request = Request::post(path)
        .header(header::COOKIE, cookies)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    house.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_signed_copy_comes_back_and_says_who_signed_and_whether_it_is_whole() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let id = given(&ctx, unit_of(&house, &ctx).await).await;
    let path = format!("/quyet-dinh/{id}/ban-ky");
    let sent = async |name: &str, bytes: &[u8]| upload(&house, &cookie, &path, name, bytes).await.status;
    assert_eq!(sent("ngoai.signed.pdf", SIGNED).await, StatusCode::SEE_OTHER);
    assert_eq!(sent("lan-hai.pdf", SIGNED).await, StatusCode::UNPROCESSABLE_ENTITY, "the very same file");
    assert_eq!(sent("anh.png", b"\x89PNG\r\n\x1a\n").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sent("quet.pdf", UNSIGNED).await, StatusCode::SEE_OTHER);
    let changed: Vec<u8> = SIGNED.iter().map(|byte| if *byte == b'2' { b'3' } else { *byte }).collect();
    // The figure in the text alone, not the digits of the signature.
    let at = SIGNED.windows(9).position(|nine| nine == ": 26 t\u{1ead}".as_bytes()).unwrap();
    let changed = [&SIGNED[..at], &changed[at..at + 9], &SIGNED[at + 9..]].concat();
    assert_eq!(sent("sua.pdf", &changed).await, StatusCode::SEE_OTHER);
    let page = house.page(&cookie, &format!("/quyet-dinh/{id}")).await.text();
    for said in [
        "Nguyễn Minh Họa",
        "Đảng ủy phường minh họa",
        "Toàn bộ tệp còn nguyên",
        "Nội dung đã thay đổi sau khi ký",
        "Không có chữ ký số trong tệp",
        "Nguồn gốc chứng thư: chưa kiểm tra được ở đây",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let start = page.find(&format!("{path}/")).unwrap();
    let one = page[start..].split('"').next().unwrap().to_owned();
    assert_eq!(house.page(&cookie, &one).await.bytes, SIGNED);
    let (_, theirs) = house.person("thanhxuan").await;
    assert_eq!(house.page(&theirs, &one).await.status, StatusCode::NOT_FOUND);
    assert_eq!(upload(&house, &theirs, &path, "x.pdf", SIGNED).await.status, StatusCode::NOT_FOUND);
    let (_, administrator) = house.person("quantri").await;
    assert_eq!(upload(&house, &administrator, &path, "x.pdf", SIGNED).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn from_a_fresh_installation_to_printed_names_with_their_marks() {
    let mut house = House::open().await;
    house.sign_with(Sealing::new(&[7; 32], "https://thidua.example.vn"));
    let (ctx, clerk) = house.person("vanphong").await;
    let (_, approver) = house.person("duyet").await;
    let (manager_ctx, manager) = house.person("quantri").await;
    let unit = unit_of(&house, &ctx).await;
    let top = unit_of(&house, &manager_ctx).await;
    let id = given(&ctx, unit).await;
    let path = format!("/quyet-dinh/{id}/giay-khen");
    // Nothing is signed yet: the page says so, and offers the way only to whoever may go it.
    let seen = house.page(&clerk, &path).await.text();
    assert!(seen.contains("chưa mở khoá ký") && !seen.contains("Đến Khoá ký"));
    assert!(house.page(&manager, &path).await.text().contains("Đến Khoá ký"));
    for owner in [unit, top] {
        let opened = house.post(&manager, "/quan-tri/khoa-ky/mo", &format!("don-vi={owner}")).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER);
    }
    assert!(
        house.page(&manager, &format!("/quan-tri/khoa-ky?don-vi={unit}")).await.text().contains("Đang ký")
    );
    let made = house.post(&clerk, &format!("{path}/tao"), "").await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let early = house.post(&clerk, &format!("{path}/in"), "").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is printed before the proof");
    let list = house.page(&clerk, &format!("{path}/in-thu.docx")).await;
    assert!(words_of(&list.bytes).join(" ").contains("NGUYỄN THỊ THUỲ DƯƠNG"));
    assert_eq!(house.post(&approver, &format!("{path}/xem-thu"), "").await.status, StatusCode::SEE_OTHER);
    let measured = house.post(&clerk, &format!("{path}/may-in"), "ten=HP&ngang=1,5&doc=-2").await;
    assert_eq!(measured.status, StatusCode::SEE_OTHER);
    let page = house.page(&clerk, &path).await.text();
    assert!(page.contains("HP (1,5 / -2 mm)"));
    let crosses = house.page(&clerk, &format!("{path}/can-chinh.pdf")).await;
    assert!(crosses.bytes.starts_with(b"%PDF-"));
    for stock in ["trang", "in-san"] {
        let form = format!("phoi={stock}&kho=a4&ly-do=lại");
        let printed = house.post(&clerk, &format!("{path}/in"), &form).await;
        assert_eq!(printed.status, StatusCode::OK, "{stock}");
        let folder = Folder::new();
        let file = folder.path().join("giay.pdf");
        std::fs::write(&file, &printed.bytes).unwrap();
        let text = words_in_pdf(&file).join(" ");
        for name in ["NGUYỄN THỊ THUỲ DƯƠNG", "ĐẶNG HOÀ ẨN"] {
            assert!(text.contains(name), "{name} on {stock}: {text}");
        }
        // Printed stock has its heading already.
        assert_eq!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), stock == "trang");
    }
    assert!(house.page(&clerk, &path).await.text().contains("Nhật ký in lại"));
}

#[tokio::test]
async fn a_story_is_opened_for_a_purpose_and_duplicates_are_merged_and_taken_apart() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let mut persons = Vec::new();
    for name in ["Đặng Minh Hoà", "Đặng Minh Hòa"] {
        let new = acts::person::NewPerson {
            name: name.to_owned(),
            unit,
            days: acts::person::PersonDays::default(),
            purpose: "khen thưởng".to_owned(),
            keep_until: None,
            invented: true,
        };
        persons.push(acts::person::add(&ctx, new).await.unwrap());
    }
    let path = format!("/so-khen/ca-nhan/{}", persons[0]);
    let asked = house.page(&cookie, &path).await.text();
    assert!(asked.contains("Xem để làm gì"), "nothing is shown before the purpose is told");
    let story = house.page(&cookie, &format!("{path}?muc-dich=x%C3%A9t")).await.text();
    assert!(story.contains("Có thể trùng với") && story.contains("cùng tên, cùng đơn vị"));
    let form = format!("nguoi={}&ly-do=&muc-dich=xét", persons[1]);
    let bare = house.post(&cookie, &format!("{path}/gop"), &form).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = format!("nguoi={}&ly-do=trùng&muc-dich=xét", persons[1]);
    let merged = house.post(&cookie, &format!("{path}/gop"), &form).await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER);
    let story = house.page(&cookie, &format!("{path}?muc-dich=x%C3%A9t")).await.text();
    assert!(story.contains("Đã gộp vào dòng này"));
    let apart = house.post(&cookie, &format!("/so-khen/ca-nhan/{}/tach", persons[1]), "").await;
    assert_eq!(apart.status, StatusCode::SEE_OTHER);
    let paper = house.page(&cookie, &format!("{path}/xac-nhan.docx?muc-dich=x%C3%A9t")).await;
    assert!(words_of(&paper.bytes).join(" ").contains("GIẤY XÁC NHẬN"));
    let statistics = house.page(&cookie, "/so-khen/thong-ke.xlsx?nam=2024").await;
    for sheet in ["0701.N", "0702.N", "0703.N"] {
        assert!(part(&statistics.bytes, "xl/workbook.xml").contains(sheet), "{sheet}");
    }
}

#[tokio::test]
async fn the_papers_of_a_badge_round_hold_whom_the_office_confirmed() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let add = async |name: &str, died: Option<&str>| {
        let days = acts::person::PersonDays {
            admission_decided: Some("1986-08-01".parse().unwrap()),
            admitted: Some("1986-08-19".parse().unwrap()),
            died: died.map(|day| day.parse().unwrap()),
            ..acts::person::PersonDays::default()
        };
        let new = acts::person::NewPerson {
            name: name.to_owned(),
            unit,
            days,
            purpose: "Huy hiệu Đảng".to_owned(),
            keep_until: None,
            invented: true,
        };
        acts::person::add(&ctx, new).await.unwrap()
    };
    let living = add("Trần Minh Sống", None).await;
    let dead = add("Lê Minh Khuất", Some("2026-08-20")).await;
    let silent = add("Võ Minh Chờ", None).await;
    let dot = "2026-09-02";
    for one in [living, dead] {
        let said = house.post(&cookie, "/huy-hieu/xac-nhan", &format!("nguoi={one}&dot={dot}")).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
    }
    let told = async |name: &str| {
        let file = house.page(&cookie, &format!("/huy-hieu/mau/{name}.docx?dot={dot}")).await;
        assert_eq!(file.status, StatusCode::OK, "{name}");
        words_of(&file.bytes).join(" ")
    };
    let list = told("4-hhd").await;
    assert!(list.contains("Trần Minh Sống") && list.contains("01/8/1986") | list.contains("1/8/1986"));
    assert!(list.contains("40 năm") && list.contains("chưa kiểm chứng"));
    assert!(!list.contains("Lê Minh Khuất") && !list.contains("Võ Minh Chờ"));
    assert!(told("4b-hhd").await.contains("Lê Minh Khuất"));
    assert!(told("5-hhd").await.contains("Trần Minh Sống"));
    assert!(told("4a-hhd").await.contains("cấp lại"));
    let declared = house.page(&cookie, &format!("/huy-hieu/to-khai/{silent}.docx?dot={dot}")).await;
    assert!(words_of(&declared.bytes).join(" ").contains("Mẫu 6-HHĐ"));
    let (_, theirs) = house.person("thanhxuan").await;
    let neighbour = house.page(&theirs, &format!("/huy-hieu/to-khai/{silent}.docx?dot={dot}")).await;
    assert_eq!(neighbour.status, StatusCode::NOT_FOUND);
}
