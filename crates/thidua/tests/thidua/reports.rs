//! The five articles' reports: issued through the acts, their Word and PDF files opened by others' programs and read
//! back, the figures of each article in their sentences, the Party's form measured.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use acts::Ctx;
use acts::account::{self, FirstDuty, NewAccount};
use acts::report::issue::{self, Paper};
use domain::authority::Right;
use jiff::civil::date;
use office::intake::intake;
use thidua::demo::{CASES, Case, issue_case};
use thidua::web::report::paper::Door;

use crate::house::House;

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
        "004" => &["691 tập thể, 1.780 cá nhân", "có 08 mô hình", "Bằng khen cho 16 tập thể, 32 cá nhân"],
        _ => &[],
    }
}

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
    for case in CASES {
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
        assert_eq!(docx.name, format!("01-BC-{}.docx", case.organ.0));
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
        measured(&docx.content);
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
    let mut lines = vec![
        "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
        flat(case.head.0),
        format!("Số 01-BC/{}", case.organ.0),
        format!("{}, ngày {first} tháng {month} năm {}", case.organ.1, day.year()),
        "BÁO CÁO".to_owned(),
        "T/M BAN THƯỜNG VỤ".to_owned(),
        "PHÓ BÍ THƯ".to_owned(),
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

/// The Party's form, measured in the Word file itself: margins in twentieths of a point, letters in half points.
fn measured(docx: &[u8]) {
    let document = part(docx, "word/document.xml");
    let margin = |side: &str| -> i64 {
        let (_, rest) = document.split_once("<w:pgMar ").unwrap();
        let (_, rest) = rest.split_once(&format!("w:{side}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let mm = |twentieths: i64| (twentieths * 254 + 7_200) / 14_400;
    assert_eq!(["top", "bottom", "left", "right"].map(|side| mm(margin(side))), [20, 20, 30, 15]);
    let styles = part(docx, "word/styles.xml");
    assert!(styles.contains("Times New Roman") && styles.contains("w:sz w:val=\"28\""), "{styles}");
}

fn part(docx: &[u8], name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    container.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// LibreOffice opens every Word file without repair and prints it with the same words.
fn others_open(made: &[(&Case, PathBuf)]) {
    if !is_there("soffice") || !is_there("pdftotext") {
        return;
    }
    let folder = shelf();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(made.iter().map(|(_, path)| path))
        .output()
        .unwrap();
    assert!(out.status.success());
    for (case, path) in made {
        let printed = path.with_extension("pdf");
        assert!(printed.exists(), "LibreOffice made nothing of {}", path.display());
        says(case, &flat(&pdf_text(&printed)), "pdf");
    }
}
