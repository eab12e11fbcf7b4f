//! Every paper of awards held against the table of its form, opened by LibreOffice and read back without a word lost; and
//! certificates on both sizes of sheet, whose print is moved by what a printer was measured to be off.
//!
//! Not here: reports (`reports`), the signed copy and the flow of certificates (`decided`).

use std::path::Path;
use std::process::Command;

use acts::Ctx;
use acts::key::Sealing;
use axum::http::StatusCode;
use domain::id::{DecisionId, UnitId};
use domain::nomination::Answer;
use domain::report::PaperForm;

use crate::decided::{of_the_state, unit_of, words_in_pdf, words_of};
use crate::house::{Folder, House};
use crate::libreoffice;
use crate::papers::{looks, sheet};
use crate::verify::{given, given_to};

/// A paper: where it is, its form, texts by the rule about their element, and what else it says.
struct Paper {
    path: String,
    form: PaperForm,
    texts: &'static [(&'static str, &'static str)],
    says: &'static [&'static str],
}

const MARK: (&str, &str) = ("Tiêu đề, quốc hiệu", "ĐẢNG CỘNG SẢN VIỆT NAM");
const ISSUER: (&str, &str) = ("Cơ quan ban hành", "ĐẢNG BỘ KHỐI");

/// Closes the meeting of the demonstration: everybody agrees.
async fn closed(house: &House, unit: UnitId) -> String {
    let (approver, _) = house.person("duyet").await;
    let council = acts::council::list(&approver, unit).await.unwrap()[0].clone();
    for login in ["duyet", "lanhdao", "vanphong"] {
        let (member, _) = house.person(login).await;
        for item in &council.items {
            acts::council::vote(&member, council.id, item.nomination, Answer::Agree).await.unwrap();
        }
    }
    acts::council::close(&approver, council.id).await.unwrap();
    format!("/hoi-dong/{}/bien-ban", council.id)
}

/// A person who is due for a badge, and one who died.
async fn confirmed(house: &House, ctx: &Ctx, cookie: &str, unit: UnitId) -> String {
    let mut row = String::new();
    for (name, died) in [("Trần Minh Sống", None), ("Lê Minh Khuất", Some("2026-08-20"))] {
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
        row = acts::person::add(ctx, new).await.unwrap().to_string();
        let said = house.post(cookie, "/huy-hieu/xac-nhan", &format!("nguoi={row}&dot=2026-09-02")).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
    }
    row
}

const DECISION: &[(&str, &str)] = &[
    MARK,
    ISSUER,
    ("Số và ký hiệu: chữ", "Số 142-QĐ/ĐUK"),
    ("Địa danh, ngày tháng", "Cần Thơ, ngày"),
    ("Tên loại", "QUYẾT ĐỊNH"),
    ("Trích yếu", "khen thưởng tập thể"),
    ("Chức vụ người ký", "BÍ THƯ"),
    ("Họ tên người ký", "Nguyễn Minh"),
    ("Nơi nhận", "Nơi nhận"),
    ("Nơi nhận: danh sách", "Lưu Văn phòng"),
];

const STATE: &[(&str, &str)] = &[
    ("Tiêu đề, quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Cơ quan ban hành", "CHỦ TỊCH"),
    ("Số và ký hiệu: chữ", "Số: 07/QĐ-UBND"),
    ("Địa danh, ngày tháng", "Minh Họa, ngày"),
    ("Tên loại", "QUYẾT ĐỊNH"),
    ("Chức vụ người ký", "CHỦ TỊCH"),
    ("Họ tên người ký", "Lê Minh Họa"),
    ("Nơi nhận", "Nơi nhận"),
    ("Nơi nhận: danh sách", "Lưu: VT"),
];

const PROPOSAL: &[(&str, &str)] = &[
    MARK,
    ("Cơ quan cấp trên", "ĐẢNG BỘ KHỐI"),
    ("Cơ quan ban hành", "HỘI ĐỒNG THI ĐUA"),
    ("Tên loại", "TỜ TRÌNH"),
    ("Chức vụ người ký", "CHỦ TỊCH HỘI ĐỒNG"),
    ("Nơi nhận", "Nơi nhận"),
    ("Nơi nhận: danh sách", "Lưu Văn phòng"),
];

const MINUTES: &[(&str, &str)] = &[
    MARK,
    ISSUER,
    ("Tên loại", "BIÊN BẢN"),
    ("Chức vụ người ký", "NGƯỜI GHI BIÊN BẢN"),
    ("Chức vụ người ký", "CHỦ TRÌ HỘI NGHỊ"),
];

const LIST: &[(&str, &str)] = &[MARK, ISSUER, ("Tên loại", "DANH SÁCH"), ("Chức vụ người ký", "T/M CẤP ỦY")];
const BOOK: &[(&str, &str)] =
    &[MARK, ISSUER, ("Tên loại", "SỔ THEO DÕI"), ("Chức vụ người ký", "T/M CẤP ỦY")];
const DECLARED: &[(&str, &str)] =
    &[MARK, ISSUER, ("Tên loại", "TỜ KHAI"), ("Chức vụ người ký", "NGƯỜI KHAI")];
const CONFIRMED: &[(&str, &str)] = &[
    MARK,
    ISSUER,
    ("Tên loại", "GIẤY XÁC NHẬN"),
    ("Chức vụ người ký", "XÁC NHẬN CỦA"),
    ("Nơi nhận", "Nơi nhận"),
];

/// Every paper that the pages of awards hand out as a Word file.
async fn papers(house: &House, ctx: &Ctx, cookie: &str, unit: UnitId) -> Vec<Paper> {
    let (party, state) = (given(ctx, unit).await, of_the_state(ctx, unit).await);
    acts::certificate::issue(ctx, party).await.unwrap();
    let round = acts::round::list(ctx, unit).await.unwrap()[0].id;
    let minutes = closed(house, unit).await;
    let row = confirmed(house, ctx, cookie, unit).await;
    let paper = |path: String, texts, says| Paper { path, form: PaperForm::Party, texts, says };
    let badge =
        |name: &str, texts, says| paper(format!("/huy-hieu/mau/{name}.docx?dot=2026-09-02"), texts, says);
    vec![
        paper(
            format!("/quyet-dinh/{party}/quyet-dinh.docx"),
            DECISION,
            &["BAN THƯỜNG VỤ", "T/M", "02 (hai) cá nhân", "DANH SÁCH", "Nguyễn Thị Thuỳ Dương"],
        ),
        Paper {
            path: format!("/quyet-dinh/{state}/quyet-dinh.docx"),
            form: PaperForm::State,
            texts: STATE,
            says: &["Độc lập - Tự do - Hạnh phúc", "DANH SÁCH CHI TIỀN THƯỞNG", "3.800.000", "Bằng chữ:"],
        },
        paper(
            format!("/quyet-dinh/to-trinh/{round}/to-trinh.docx"),
            PROPOSAL,
            &["Kính trình", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "02 (hai) tập thể, 02 (hai) cá nhân"],
        ),
        paper(
            format!("{minutes}.docx"),
            MINUTES,
            &["03 (ba) thành viên", "3/3", "Đạt (cần 3/3)", "bỏ phiếu kín"],
        ),
        badge("4-hhd", LIST, &["Mẫu 4-HHĐ", "Trần Minh Sống", "01 đảng viên"]),
        badge("4a-hhd", LIST, &["Mẫu 4A-HHĐ", "cấp lại"]),
        badge("4b-hhd", LIST, &["Mẫu 4B-HHĐ", "Lê Minh Khuất"]),
        badge("5-hhd", BOOK, &["Mẫu 5-HHĐ", "Trần Minh Sống"]),
        paper(
            format!("/huy-hieu/to-khai/{row}.docx?dot=2026-09-02"),
            DECLARED,
            &["Mẫu 6-HHĐ", "Lê Minh Khuất", "(Xác nhận)"],
        ),
        paper(
            format!("/so-khen/ca-nhan/{row}/xac-nhan.docx?muc-dich=x"),
            CONFIRMED,
            &["Lê Minh Khuất", "Tổng số: 0 lần"],
        ),
        paper(format!("/so-khen/tap-the/{unit}/xac-nhan.docx"), CONFIRMED, &["Tổng số:"]),
        paper(
            format!("/quyet-dinh/{party}/giay-khen/in-thu.docx"),
            &[],
            &["NGUYỄN THỊ THUỲ DƯƠNG", "ĐẶNG HOÀ ẨN"],
        ),
    ]
}

#[tokio::test]
async fn every_award_paper_follows_its_form_and_opens_without_a_word_lost() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let folder = Folder::new();
    let (mut files, mut words) = (Vec::new(), Vec::new());
    for (place, paper) in papers(&house, &ctx, &cookie, unit).await.into_iter().enumerate() {
        let answer = house.page(&cookie, &paper.path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", paper.path);
        sheet(paper.form, &paper.path, &answer.bytes);
        looks(paper.form, &paper.path, &answer.bytes, paper.texts);
        let told = words_of(&answer.bytes);
        let all = told.join(" ");
        for said in paper.says {
            assert!(all.contains(said), "{}: {said} in {all}", paper.path);
        }
        let file = folder.path().join(format!("{place}.docx"));
        std::fs::write(&file, &answer.bytes).unwrap();
        files.push(file);
        words.push((paper.path, told));
    }
    let Some(printed) = libreoffice::saved(folder.path(), &files, "pdf") else { return };
    for (file, (path, told)) in files.iter().zip(words) {
        let pdf = printed.join(file.with_extension("pdf").file_name().unwrap());
        if path.starts_with("/huy-hieu/mau/") {
            // Heading, list and signature of a wide list stand on one turned sheet.
            assert_eq!((size(&pdf), pages(&pdf)), ((841, 595), 1), "{path}");
        }
        let mut shown = words_in_pdf(&pdf);
        for word in told {
            let at = shown.iter().position(|one| *one == word);
            assert!(at.is_some(), "{path}: {word} is lost in LibreOffice");
            shown.swap_remove(at.unwrap());
        }
    }
}

/// What `pdfinfo` tells of a PDF under a name.
fn told_of(pdf: &Path, name: &str) -> String {
    let out = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let told = String::from_utf8(out.stdout).unwrap();
    let line = told.lines().find(|line| line.starts_with(name)).unwrap();
    line[name.len()..].trim().to_owned()
}

/// The size of a PDF's sheet in whole points, turned as it lies.
fn size(pdf: &Path) -> (u32, u32) {
    let line = told_of(pdf, "Page size:");
    let mut sides = line.split_whitespace().filter_map(|word| word.split('.').next()?.parse().ok());
    (sides.next().unwrap(), sides.next().unwrap())
}

fn pages(pdf: &Path) -> u32 {
    told_of(pdf, "Pages:").parse().unwrap()
}

/// Where a word stands first, in thousandths of a point from the upper left.
fn place_of(pdf: &Path, word: &str) -> (i64, i64) {
    let out = Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-").output().unwrap();
    let told = String::from_utf8(out.stdout).unwrap();
    let line = told.lines().find(|line| line.contains(&format!(">{word}<"))).unwrap();
    let thousandths = |name: &str| -> i64 {
        let text = line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap();
        let (whole, part) = text.split_once('.').unwrap();
        let part = format!("{part:0<3}");
        whole.parse::<i64>().unwrap() * 1_000 + part[..3].parse::<i64>().unwrap()
    };
    (thousandths("xMin"), thousandths("yMin"))
}

async fn print(house: &House, cookie: &str, id: DecisionId, form: &str, file: &Path) {
    let path = format!("/quyet-dinh/{id}/giay-khen/in");
    let printed = house.post(cookie, &path, &format!("{form}&ly-do=xem")).await;
    let told = printed.text();
    let told = told.split("id=\"tom-tat-loi\"").nth(1).and_then(|rest| rest.split("</h2>").next());
    assert_eq!(printed.status, StatusCode::OK, "{form}: {told:?}");
    std::fs::write(file, &printed.bytes).unwrap();
}

#[tokio::test]
async fn certificates_lie_on_both_sheets_and_move_as_the_printer_was_measured() {
    let mut house = House::open().await;
    house.sign_with(Sealing::new(&[7; 32], "https://thidua.example.vn"));
    let (ctx, cookie) = house.person("vanphong").await;
    let (approver, _) = house.person("duyet").await;
    let unit = unit_of(&house, &ctx).await;
    let folder = Folder::new();
    // The Party's and the State's.
    let (party, state) = (given(&ctx, unit).await, of_the_state(&ctx, unit).await);
    for (name, id) in [("dang", party), ("nha-nuoc", state)] {
        acts::certificate::issue(&ctx, id).await.unwrap();
        acts::certificate::prove(&approver, id).await.unwrap();
        for (sheet, (long, short)) in [("a4", (841, 595)), ("a3", (1190, 841))] {
            for stock in ["trang", "in-san"] {
                let file = folder.path().join(format!("{name}-{sheet}-{stock}.pdf"));
                print(&house, &cookie, id, &format!("phoi={stock}&kho={sheet}"), &file).await;
                assert_eq!(size(&file), (long, short), "{name} {sheet} {stock}");
                let told = words_in_pdf(&file).join(" ");
                let heading =
                    if name == "dang" { "ĐẢNG CỘNG SẢN VIỆT NAM" } else { "CỘNG HÒA XÃ HỘI" };
                assert_eq!(told.contains(heading), stock == "trang", "{name} {sheet} {stock}: {told}");
                assert!(told.contains(if name == "dang" { "ĐẶNG HOÀ ẨN" } else { "ĐẶNG THUỲ ẨN" }), "{told}");
            }
        }
    }
    // A printer that is off by 1.5 mm across and 2 mm down is met by moving the print, on stock that is printed already.
    let path = format!("/quyet-dinh/{party}/giay-khen/may-in");
    let measured = house.post(&cookie, &path, "ten=HP&ngang=1,5&doc=-2").await;
    assert_eq!(measured.status, StatusCode::SEE_OTHER);
    let printer = acts::certificate::load(&ctx, party).await.unwrap().printers[0].id;
    let (plain, moved) = (folder.path().join("plain.pdf"), folder.path().join("moved.pdf"));
    print(&house, &cookie, party, "phoi=in-san&kho=a4", &plain).await;
    print(&house, &cookie, party, &format!("phoi=in-san&kho=a4&may-in={printer}"), &moved).await;
    let (before, after) = (place_of(&plain, "ẨN"), place_of(&moved, "ẨN"));
    // 1.5 mm are 4.252 points, 2 mm are 5.669.
    let apart = ((after.0 - before.0).abs(), (after.1 - before.1).abs());
    assert!((apart.0 - 4_252).abs() < 60 && (apart.1 - 5_669).abs() < 60, "{apart:?}");
    assert!((after.0 > before.0) != (after.1 > before.1), "against each other, as they were measured");
}

#[tokio::test]
async fn a_text_that_cannot_be_printed_is_named_with_whose_it_is() {
    let house = House::open().await;
    let (ctx, cookie) = house.person("vanphong").await;
    let unit = unit_of(&house, &ctx).await;
    let long = "Uỷ viên Ban Chấp hành, Trưởng phòng; ".repeat(8);
    let people = [("Lý Thị Dài", long.as_str()), ("Vũ Văn Lạ", "phòng 文書"), ("Trần Minh Vừa", "Chi bộ 2")];
    let id = given_to(&ctx, unit, &people).await;
    acts::certificate::issue(&ctx, id).await.unwrap();
    let path = format!("/quyet-dinh/{id}/giay-khen/xem-thu.pdf");
    let answer = house.page(&cookie, &path).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = answer.text();
    assert!(told.contains("Không vừa khung: Lý Thị Dài (chức vụ, đơn vị)."), "{told}");
    assert!(told.contains("Phông chữ không có “文書”: Vũ Văn Lạ (chức vụ, đơn vị)."), "{told}");
    assert!(!told.contains("Trần Minh Vừa (") && !told.contains("mọi tờ"), "{told}");
}
