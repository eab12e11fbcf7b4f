//! A paper held against the table of its form, in the markup of its Word file, and two prints of one paper held
//! against each other as pictures.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use domain::report::PaperForm;
use thidua::demo::Case;

/// The table of the forms, as the repository prints it.
const FORMS: &str = include_str!("../../../../docs/paper-forms.md");

/// The rules of a form, by their names.
fn rules(form: PaperForm) -> BTreeMap<String, Vec<String>> {
    let heading = match form {
        PaperForm::Party => "## Văn bản của Đảng",
        PaperForm::State => "## Văn bản hành chính của Nhà nước",
    };
    let section = FORMS.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in section.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        found.entry(cells[1].to_owned()).or_default().push(cells[2].to_owned());
    }
    found
}

/// The number before a measure: `30` of `30 mm`, `15` of `…, 15 pt đậm`.
fn number(rule: &str, measure: &str) -> i64 {
    let before = rule.split(measure).next().unwrap().trim_end();
    before.rsplit(|letter: char| !letter.is_ascii_digit()).next().unwrap().parse().unwrap()
}

/// How a text stands in the file.
#[derive(Debug, PartialEq, Eq)]
struct Look {
    half_points: i64,
    bold: bool,
    italic: bool,
}

/// The first run that holds a text, or the last one. A text that is set over two lines is looked for by its first.
fn look(document: &str, text: &str, last: bool) -> Look {
    let line = text.lines().next().unwrap();
    let mut runs = document
        .split("<w:r>")
        .skip(1)
        .map(|run| run.split("</w:r>").next().unwrap())
        .filter(|run| run.replace("&amp;", "&").contains(line));
    let run = if last { runs.last() } else { runs.next() };
    let run = run.unwrap_or_else(|| panic!("{line:?} is not on the paper"));
    let size = run.split("<w:sz w:val=\"").nth(1).unwrap().split('"').next().unwrap();
    Look { half_points: size.parse().unwrap(), bold: run.contains("<w:b/>"), italic: run.contains("<w:i/>") }
}

pub fn part(docx: &[u8], name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    container.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The first words of a rule: those of the printed table.
fn rule<'a>(rules: &'a BTreeMap<String, Vec<String>>, name: &str) -> &'a str {
    rules.get(name).and_then(|told| told.first()).unwrap_or_else(|| panic!("no {name}"))
}

/// Twentieths of a point as whole millimetres.
fn mm(twentieths: i64) -> i64 {
    (twentieths * 254 + 7_200) / 14_400
}

/// Margins and letters of a paper against the table of its form. Of the papers that are turned, each turned part has its
/// sides turned too.
pub fn sheet(form: PaperForm, what: &str, docx: &[u8]) {
    let rules = rules(form);
    let document = part(docx, "word/document.xml");
    let side = |name: &str| -> i64 {
        let rest = document.split("<w:pgMar ").nth(1).unwrap();
        rest.split(&format!("w:{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    for (word, name) in [("top", "Lề trên"), ("bottom", "Lề dưới"), ("left", "Lề trái"), ("right", "Lề phải")]
    {
        assert_eq!(mm(side(word)), number(rule(&rules, name), "mm"), "{what}: {name}");
    }
    let styles = part(docx, "word/styles.xml");
    let size = number(rule(&rules, "Cỡ chữ nội dung"), "pt") * 2;
    assert!(
        styles.contains("Times New Roman") && styles.contains(&format!("w:sz w:val=\"{size}\"")),
        "{what}: {styles}"
    );
}

/// Texts of a paper, each against the rule about its element.
pub fn looks(form: PaperForm, what: &str, docx: &[u8], texts: &[(&str, &str)]) {
    let rules = rules(form);
    let document = part(docx, "word/document.xml");
    for (name, text) in texts {
        let told = rule(&rules, name);
        let expected = Look {
            half_points: number(told, "pt") * 2,
            bold: told.contains("đậm"),
            italic: told.contains("nghiêng"),
        };
        // Who receives it may be named in the text, too.
        let last = name.ends_with("danh sách");
        assert_eq!(look(&document, text, last), expected, "{what}: {name} ({told})");
    }
}

/// Margins, letters, head, number line, signature and recipients of a case's paper against the table of its form.
pub fn measured(case: &Case, docx: &[u8]) {
    sheet(case.form, case.article, docx);
    let document = part(docx, "word/document.xml");
    let indent = |body: &str| -> i64 {
        let at = document.find(body).unwrap_or_else(|| panic!("{body:?} is not on the paper"));
        let before = document[..at].rsplit("w:firstLine=\"").next().unwrap();
        before.split('"').next().unwrap().parse().unwrap()
    };
    let (_, words) = case.paragraphs[0];
    let begin = words.split("{{").next().unwrap().lines().next().unwrap();
    let begin: String = begin.chars().take(20).collect();
    let inset = number(rule(&rules(case.form), "Thụt đầu dòng"), "mm");
    assert_eq!(mm(indent(begin.trim())), inset, "{}", case.article);
    let day = format!("{}, ngày", case.organ.1);
    let (mark, number_line) = match case.form {
        PaperForm::Party => ("ĐẢNG CỘNG SẢN VIỆT NAM", format!("Số 01-BC/{}", case.organ.0)),
        PaperForm::State => ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", format!("Số: 01/BC-{}", case.organ.0)),
    };
    let receiver = case.recipients.lines().next().unwrap();
    let texts = [
        ("Tiêu đề, quốc hiệu", mark),
        ("Cơ quan cấp trên", case.head.0),
        ("Cơ quan ban hành", case.head.1),
        ("Số và ký hiệu: chữ", &number_line),
        ("Địa danh, ngày tháng", &day),
        ("Tên loại", "BÁO CÁO"),
        ("Chức vụ người ký", case.signing.1),
        ("Họ tên người ký", "Lê Văn Minh Họa"),
        ("Nơi nhận", "Nơi nhận"),
        ("Nơi nhận: danh sách", receiver),
    ];
    looks(case.form, case.article, docx, &texts);
}

/// The pages of a PDF as grids of darkness: 0 is white, 255 is black.
fn pages(pdf: &Path, folder: &Path, name: &str) -> Vec<Vec<u32>> {
    const ACROSS: usize = 21;
    const DOWN: usize = 30;
    let stem = folder.join(name);
    let out = Command::new("pdftoppm").args(["-r", "50", "-gray"]).arg(pdf).arg(&stem).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{name}-")))
        .collect();
    files.sort();
    let grid = |path: &std::path::PathBuf| {
        let bytes = fs::read(path).unwrap();
        // `P5`, the width and height, the largest value, one blank, and a byte for each dot.
        let mut words = bytes.split(u8::is_ascii_whitespace);
        let mut told = words
            .by_ref()
            .skip(1)
            .take(2)
            .map(|word| std::str::from_utf8(word).unwrap().parse::<usize>().unwrap());
        let (width, height) = (told.next().unwrap(), told.next().unwrap());
        let dots = &bytes[bytes.len() - width * height..];
        let mut grid = vec![0_u32; ACROSS * DOWN];
        let mut many = vec![0_u32; ACROSS * DOWN];
        for (at, dot) in dots.iter().enumerate() {
            let (x, y) = (at % width * ACROSS / width, at / width * DOWN / height);
            grid[y * ACROSS + x] += u32::from(255 - *dot);
            many[y * ACROSS + x] += 1;
        }
        grid.iter().zip(&many).map(|(sum, many)| sum / many.max(&1)).collect()
    };
    files.iter().map(grid).collect()
}

/// How much two prints differ, in thousandths of all ink; pages must be as many.
pub fn differ(ours: &Path, theirs: &Path, folder: &Path, name: &str) -> u32 {
    let (ours, theirs) =
        (pages(ours, folder, &format!("{name}-a")), pages(theirs, folder, &format!("{name}-b")));
    assert_eq!(ours.len(), theirs.len(), "{name}: other pages");
    let (mut apart, mut ink) = (0_u32, 0_u32);
    for (ours, theirs) in ours.iter().zip(&theirs) {
        for (a, b) in ours.iter().zip(theirs) {
            apart += a.abs_diff(*b);
            ink += a.max(b);
        }
    }
    apart * 1_000 / ink.max(1)
}
