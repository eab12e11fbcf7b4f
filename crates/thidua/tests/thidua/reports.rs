//! The five articles' reports and one in the State's form: issued through the acts, their Word and PDF files opened by
//! others' programs, read back and compared as pictures, the figures of each article in their sentences, both forms
//! measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use acts::Ctx;
use acts::account::{self, FirstDuty, NewAccount};
use acts::report::issue::{self, Paper};
use domain::authority::Right;
use domain::report::PaperForm;
use jiff::civil::date;
use office::intake::intake;
use thidua::demo::{CASES, Case, STATE, issue_case};
use thidua::web::report::paper::Door;

use crate::house::House;
use crate::libreoffice;
use crate::papers::measured;
use crate::prints::{pictures_apart, words_apart};

/// What each article says, as the sentences must say it.
fn told(article: &str) -> &'static [&'static str] {
    match article {
        "000" => &[
            "180 đội hình tình nguyện",
            "6.296 cây xanh",
            "2.193 đơn vị máu",
            "3,5 tỷ đồng",
            "412 tập thể và cá nhân",
            "Giấy khen cho 26 tập thể và 34 cá nhân",
        ],
        "001" => &[
            "61 điểm cầu",
            "2.701 cán bộ",
            "100% cán bộ, đảng viên được học tập",
            "487 việc làm theo của tập thể",
            "hơn 5.400 việc làm theo của cá nhân",
            "113 tập thể, 397 cá nhân",
            "tặng Bằng khen cho 01 cá nhân",
        ],
        "002" => &[
            "79 cấp ủy cơ sở",
            "04 lớp",
            "đạt 97%",
            "đạt 86%",
            "01 tập thể và 01 cá nhân",
            "Giấy khen cho 13 tập thể và 16 cá nhân",
            "tuổi Đảng cho 02 đồng chí",
        ],
        "003" => &["27 tập thể, cá nhân"],
        "004-ubnd" => &["691 tập thể, 1.780 cá nhân", "Bằng khen cho 16 tập thể, 32 cá nhân"],
        "004" => &["691 tập thể, 1.780 cá nhân", "có 08 mô hình", "Bằng khen cho 16 tập thể, 32 cá nhân"],
        _ => &[],
    }
}

/// How far a word may stand from its place across, in hundredths of a millimetre: half of the narrowest letter of the
/// smallest print, an i of 11 points. A letter more or less on a line moves all words behind it by more.
const MOST_ACROSS: i64 = 54;

/// How far down: a quarter of the line of 18 points. A line more or fewer moves all below it by four times as much.
const MOST_DOWN: i64 = 158;

/// The name with which a case's writer logs in.
fn writer(case: &Case) -> &'static str {
    match case.article {
        "000" => "vanphong",
        "001" => "coquan",
        "002" => "khucn",
        "003" => "thanhxuan",
        _ => "soctrang",
    }
}

/// Where finished papers lie, to be looked at: `target/papers/report`.
fn shelf() -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/papers/report");
    std::fs::create_dir_all(&path).unwrap();
    path.canonicalize().unwrap()
}

fn is_there(program: &str) -> bool {
    let out = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
    out.is_ok_and(|out| out.status.success())
}

/// Words with single blanks, no-break ones too.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pdf_text(path: &Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Somebody who approves everywhere.
async fn approver(house: &House) -> Ctx {
    let (manager, _) = house.person("quantri").await;
    let new = NewAccount {
        login_name: "ky-thu".to_owned(),
        full_name: "Võ Thị Ký".to_owned(),
        post: "Phó Bí thư".to_owned(),
        password: "một câu đủ dài 12".to_owned(),
        duty: FirstDuty {
            right: Right::Approve,
            unit: None,
            from: date(2015, 1, 1),
            to: None,
            decision: String::new(),
        },
    };
    let account = account::create(&manager, new).await.unwrap();
    Ctx::new(&house.app, account, "test")
}

#[tokio::test]
async fn the_five_articles_end_in_five_reports() {
    let house = House::open().await;
    let approver = approver(&house).await;
    let mut made = Vec::new();
    for case in CASES.iter().chain([&STATE]) {
        let (ctx, _) = house.person(writer(case)).await;
        let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
        let door = Door { origin: "https://thidua.example.vn".to_owned() };
        let id = if case.article == "000" {
            // The demonstration issued it: it is found, not made again.
            acts::report::list(&ctx, unit).await.unwrap()[0].report.id
        } else {
            issue_case(&ctx, &approver, unit, case, door).await.unwrap()
        };
        let docx = issue::file(&ctx, id, 1, Paper::Word).await.unwrap();
        let pdf = issue::file(&ctx, id, 1, Paper::Pdf).await.unwrap();
        assert!(
            docx.name.starts_with("01-BC-") && docx.name.split('.').next_back() == Some("docx"),
            "{}",
            docx.name
        );
        let taken = intake("a.docx", &docx.content).unwrap();
        assert!(taken.notes.is_empty(), "{}: {:?}", case.article, taken.notes);
        says(case, &flat(&taken.text), "docx");
        let path = shelf().join(format!("{}.docx", case.article));
        std::fs::write(&path, &docx.content).unwrap();
        let ours = shelf().join(format!("{}-ours.pdf", case.article));
        std::fs::write(&ours, &pdf.content).unwrap();
        if is_there("pdftotext") {
            says(case, &flat(&pdf_text(&ours)), "pdf");
        }
        measured(case, &docx.content);
        made.push((case, path));
    }
    others_open(&made);
}

/// Head, number line, date, figures in their sentences, signature and recipients.
fn says(case: &Case, text: &str, which: &str) {
    let day = case.day;
    let padded =
        |number: i8, below: i8| if number < below { format!("0{number}") } else { number.to_string() };
    let (first, month) = (padded(day.day(), 10), padded(day.month(), 3));
    let (mark, number, on_behalf) = match case.form {
        PaperForm::Party => ("ĐẢNG CỘNG SẢN VIỆT NAM", format!("Số 01-BC/{}", case.organ.0), "T/M"),
        PaperForm::State => {
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", format!("Số: 01/BC-{}", case.organ.0), "TM.")
        }
    };
    let mut lines = vec![
        mark.to_owned(),
        flat(case.head.0),
        number,
        format!("{}, ngày {first} tháng {month} năm {}", case.organ.1, day.year()),
        "BÁO CÁO".to_owned(),
        format!("{on_behalf} {}", case.signing.0),
        case.signing.1.to_owned(),
        "Nơi nhận".to_owned(),
        "Hạn chế, nguyên nhân".to_owned(),
        "Nhiệm vụ trọng tâm".to_owned(),
    ];
    lines.extend(told(case.article).iter().map(|words| (*words).to_owned()));
    // Two columns of a head stand beside each other in a PDF's lines, so their words may be parted.
    for line in lines {
        let together = text.contains(&line);
        let apart = which == "pdf" && line.split_whitespace().all(|word| text.contains(word));
        assert!(together || apart, "{} {which}: {line:?} is not in\n{text}", case.article);
    }
    assert!(!text.contains("{{") && !text.contains("chưa báo cáo"), "{} {which}: {text}", case.article);
}

/// LibreOffice opens every Word file without repair and prints it with the same words.
fn others_open(made: &[(&Case, PathBuf)]) {
    if !is_there("soffice") || !is_there("pdftotext") {
        return;
    }
    let folder = shelf();
    let files: Vec<PathBuf> = made.iter().map(|(_, path)| path.clone()).collect();
    let saved = libreoffice::saved(&folder, &files, "pdf").unwrap();
    for (case, path) in made {
        let printed = saved.join(path.with_extension("pdf").file_name().unwrap());
        assert!(printed.exists(), "LibreOffice made nothing of {}", path.display());
        says(case, &flat(&pdf_text(&printed)), "pdf");
        let ours = folder.join(format!("{}-ours.pdf", case.article));
        let (across, down) = words_apart(&ours, &printed);
        let ink = pictures_apart(&ours, &printed, &folder, case.article);
        assert!(across.0 <= MOST_ACROSS, "{}: {across:?} stands elsewhere on its line", case.article);
        assert!(down.0 <= MOST_DOWN, "{}: {down:?} stands higher or lower", case.article);
        assert!(ink < 1_000, "{}: {ink} thousandths of a page moved by a millimetre", case.article);
    }
}

#[tokio::test]
async fn a_paper_leads_to_the_address_that_was_set_and_not_to_the_one_that_was_asked() {
    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use tower::ServiceExt as _;
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let report = acts::report::list(&ctx, unit).await.unwrap()[0].report.id;
    let settings = thidua::web::Settings {
        origin: "https://thidua.example.vn".to_owned(),
        ..thidua::web::Settings::default()
    };
    let router = thidua::serve::router(house.app.clone(), settings);
    let request = Request::get(format!("/bao-cao/{report}/nhap.docx"))
        .header(header::COOKIE, format!("thidua-vao={login}"))
        .header(header::HOST, "ke-gian.example")
        .body(Body::empty())
        .unwrap();
    let answer = router.oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let docx = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let mut container = zip::ZipArchive::new(std::io::Cursor::new(docx.to_vec())).unwrap();
    let mut told = String::new();
    for at in 0..container.len() {
        let mut part = container.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        told.push_str(&String::from_utf8_lossy(&bytes));
    }
    assert!(told.contains(&format!("thidua.example.vn/bao-cao/{report}/so")));
    assert!(!told.contains("ke-gian.example"));
}
