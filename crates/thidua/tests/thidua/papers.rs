//! A paper held against the table of its form, in the markup of its Word file.
//!
//! Not here: two prints of one paper against each other (`prints`).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

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
    for line in section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Thành phần"))
    {
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
    underline: bool,
}

impl Look {
    /// What a row of the table asks for.
    fn told(rule: &str) -> Self {
        Self {
            half_points: number(rule, "pt") * 2,
            bold: rule.contains("đậm"),
            italic: rule.contains("nghiêng"),
            underline: rule.contains("gạch chân"),
        }
    }
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
    Look {
        half_points: size.parse().unwrap(),
        bold: run.contains("<w:b/>"),
        italic: run.contains("<w:i/>"),
        underline: run.contains("<w:u w:val=\"single\"/>"),
    }
}

pub fn part(docx: &[u8], name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    container.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The rows of the table that no report has: they belong to letters, decisions, submissions and minutes.
const IN_NO_REPORT: [&str; 5] =
    ["Trích yếu công văn", "Mở trích yếu công văn", "Căn cứ", "Kính gửi, tờ trình", "Ký biên bản"];

/// The paragraphs of a Word file in their sequence: the markup of each, and its words.
fn paragraphs(document: &str) -> Vec<(&str, String)> {
    let words = |markup: &str| {
        let texts = markup.split("<w:t xml:space=\"preserve\">").skip(1);
        texts.map(|text| text.split("</w:t>").next().unwrap()).collect::<String>().replace("&amp;", "&")
    };
    let blocks = document.split("<w:p>").skip(1).map(|rest| rest.split("</w:p>").next().unwrap());
    blocks.map(|markup| (markup, words(markup))).collect()
}

/// A number that an attribute holds.
fn attribute(markup: &str, name: &str) -> i64 {
    let rest = markup.split(&format!("{name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {markup}"));
    rest.split('"').next().unwrap().parse().unwrap()
}

/// Twentieths of a point as millimetres.
fn mm(twentieths: i64) -> i64 {
    (twentieths * 254 + 7_200) / 14_400
}

/// What the printed table says first about an element.
fn told<'a>(rules: &'a BTreeMap<String, Vec<String>>, name: &str) -> &'a str {
    rules.get(name).and_then(|told| told.first()).unwrap_or_else(|| panic!("no {name}"))
}

/// Margins and letters of a paper against the table of its form. Of the papers that are turned, each turned part has its
/// sides turned too.
pub fn sheet(form: PaperForm, what: &str, docx: &[u8]) {
    let rules = rules(form);
    let document = part(docx, "word/document.xml");
    let margins = document.split("<w:pgMar ").nth(1).unwrap();
    for (word, name) in [("top", "Lề trên"), ("bottom", "Lề dưới"), ("left", "Lề trái"), ("right", "Lề phải")]
    {
        let side = mm(attribute(margins, &format!("w:{word}")));
        assert_eq!(side, number(told(&rules, name), "mm"), "{what}: {name}");
    }
    let styles = part(docx, "word/styles.xml");
    let size = number(told(&rules, "Cỡ chữ nội dung"), "pt") * 2;
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
        let told = told(&rules, name);
        // Who receives it and who signs may be named in the text or the head, too.
        let last = name.ends_with("danh sách") || *name == "Chức vụ người ký";
        assert_eq!(look(&document, text, last), Look::told(told), "{what}: {name} ({told})");
    }
}

/// A case's paper against the table of its form, row by row: a row that nobody looked at fails.
pub fn measured(case: &Case, docx: &[u8]) {
    let rules = rules(case.form);
    let mut looked: BTreeSet<&str> = IN_NO_REPORT.into();
    let mut rule = |name: &'static str| {
        looked.insert(name);
        rules.get(name).unwrap_or_else(|| panic!("no {name}")).clone()
    };
    let document = part(docx, "word/document.xml");
    let styles = part(docx, "word/styles.xml");
    assert!(document.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#), "not A4: {}", case.article);
    for (word, name) in [("top", "Lề trên"), ("bottom", "Lề dưới"), ("left", "Lề trái"), ("right", "Lề phải")]
    {
        let margins = document.split("<w:pgMar ").nth(1).unwrap();
        assert_eq!(mm(attribute(margins, &format!("w:{word}"))), number(&rule(name)[0], "mm"), "{name}");
    }
    let size = number(&rule("Cỡ chữ nội dung")[0], "pt") * 2;
    assert!(styles.contains("Times New Roman") && styles.contains(&format!("w:sz w:val=\"{size}\"")));
    for (name, text, last) in texts(case) {
        let told = rule(name);
        let mut told =
            told.iter().filter(|told| !told.contains(", ") || told.contains(text.as_str())).peekable();
        assert!(told.peek().is_some(), "{name}: no row tells of {text}");
        for told in told {
            assert_eq!(look(&document, &text, last), Look::told(told), "{}: {name} ({told})", case.article);
        }
    }
    let told = number(&rule("Cỡ chữ trong bảng")[0], "pt") * 2;
    assert_eq!(look(&document, "STT", false).half_points, told);
    let paragraphs = paragraphs(&document);
    body(case, &paragraphs, &mut rule);
    ends(case, &paragraphs, &mut rule);
    let header = part(docx, "word/header1.xml");
    let told = &rule("Số trang")[0];
    assert!(header.contains(" PAGE ") && header.contains("w:jc w:val=\"center\""), "{header}");
    assert_eq!(attribute(&header, "<w:sz w:val"), number(told, "pt") * 2);
    let edge = attribute(document.split("<w:pgMar ").nth(1).unwrap(), "w:header");
    assert!(told.contains(&format!("cách mép trên {} mm, từ trang 2", mm(edge))), "{told}");
    assert!(document.contains("<w:titlePg/>") && !part(docx, "word/header2.xml").contains(" PAGE "));
    let missed: Vec<&String> = rules.keys().filter(|name| !looked.contains(name.as_str())).collect();
    assert!(missed.is_empty(), "nobody looked at {missed:?}");
}

/// What stands on the paper for a row of the table that says how letters look; whether the last such text is meant.
fn texts(case: &Case) -> Vec<(&'static str, String, bool)> {
    let (marks, number_line, receivers): (&[&str], _, _) = match case.form {
        PaperForm::Party => (&["ĐẢNG CỘNG SẢN VIỆT NAM"], format!("Số 01-BC/{}", case.organ.0), "Nơi nhận"),
        PaperForm::State => (
            &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            format!("Số: 01/BC-{}", case.organ.0),
            "Nơi nhận:",
        ),
    };
    let first = |text: &str| text.lines().next().unwrap().to_owned();
    let mut found: Vec<_> =
        marks.iter().map(|mark| ("Tiêu đề, quốc hiệu", (*mark).to_owned(), false)).collect();
    found.extend([
        ("Cơ quan cấp trên", first(case.head.0), false),
        ("Cơ quan ban hành", first(case.head.1), false),
        ("Số và ký hiệu: chữ", number_line, false),
        ("Địa danh, ngày tháng", format!("{}, ngày", case.organ.1), false),
        ("Tên loại", "BÁO CÁO".to_owned(), false),
        ("Trích yếu", case.subject.to_owned(), false),
        ("Chức vụ người ký", case.signing.1.to_owned(), false),
        ("Họ tên người ký", "Lê Văn Minh Họa".to_owned(), false),
        ("Nơi nhận", receivers.to_owned(), false),
        // Who receives it may be named in the text, too.
        ("Nơi nhận: danh sách", first(case.recipients), true),
    ]);
    found
}

/// Distance of lines and paragraphs, inset, headings and the mark that closes the text.
fn body(case: &Case, all: &[(&str, String)], rule: &mut impl FnMut(&'static str) -> Vec<String>) {
    let (_, typed) = case.paragraphs[0];
    let begin: String = typed.split("{{").next().unwrap().lines().next().unwrap().chars().take(20).collect();
    let (first, _) = all.iter().find(|(_, words)| words.contains(begin.trim())).unwrap();
    assert_eq!(mm(attribute(first, "w:firstLine")), number(&rule("Thụt đầu dòng")[0], "mm"));
    assert_eq!(attribute(first, "w:after"), number(&rule("Cách đoạn")[0], "pt") * 20);
    let told = &rule("Giãn dòng")[0];
    if told.starts_with("đúng") {
        assert!(first.contains("w:lineRule=\"exact\""), "{first}");
        assert_eq!(attribute(first, "w:line"), number(told, "pt") * 20);
    } else {
        // 240 are one line.
        let hundredths: i64 = told.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
        assert!(first.contains("w:lineRule=\"auto\""), "{first}");
        assert_eq!(attribute(first, "w:line"), hundredths * 240 / 100);
    }
    let signs = rule("Đánh số mục")[0].clone();
    let [large, middle, _] = signs.split(" / ").collect::<Vec<_>>()[..] else { panic!("{signs}") };
    for (style, sign) in [("Heading1", large), ("Heading2", middle)] {
        let heading = all.iter().find(|(markup, _)| markup.contains(&format!("w:val=\"{style}\"")));
        let words = heading.map(|(_, words)| words.as_str());
        assert!(words.is_none_or(|words| words.starts_with(sign)), "{words:?} does not open with {sign}");
        assert!(style != "Heading1" || words.is_some());
    }
    // What follows the signature is the appendix.
    let foot = all.iter().position(|(_, words)| words.trim_end_matches(':') == "Nơi nhận").unwrap();
    let written = |markup: &str| markup.contains("BodyText") || markup.contains("ListParagraph");
    let (_, last) = all[..foot].iter().rfind(|(markup, _)| written(markup)).unwrap();
    let closing = &rule("Kết thúc văn bản")[0];
    assert!(last.ends_with(closing.as_str()), "{last}");
    assert!(closing != "." || !last.ends_with("./."), "{last}");
}

/// The marks of the head, the signature's lines and its room, and the list of who receives it.
fn ends(case: &Case, all: &[(&str, String)], rule: &mut impl FnMut(&'static str) -> Vec<String>) {
    let at = |wanted: &str| {
        all.iter().position(|(_, words)| words == wanted).unwrap_or_else(|| panic!("no {wanted}"))
    };
    let ruled = |place: usize| all[place].0.contains("<w:pBdr>");
    // A drawn rule is a paragraph set in from both sides of its cell.
    let width = |place: usize, cell: i64| {
        mm(cell - attribute(all[place].0, "w:left") - attribute(all[place].0, "w:right"))
    };
    let (last_mark, share) = match case.form {
        PaperForm::Party => ("ĐẢNG CỘNG SẢN VIỆT NAM", 85),
        PaperForm::State => ("Độc lập - Tự do - Hạnh phúc", 96),
    };
    let under = at(last_mark) + 1;
    assert!(ruled(under));
    let cell = share * 14_400 / 254;
    assert!((width(under, cell) - number(&rule("Gạch dưới tiêu đề")[0], "mm")).abs() <= 1);
    let issuer = at(case.head.1.lines().last().unwrap()) + 1;
    match rule("Dưới cơ quan ban hành")[0].as_str() {
        "dấu sao \\*" => assert_eq!(all[issuer].1, "*"),
        "gạch ngang ngắn" => assert!(ruled(issuer)),
        other => panic!("{other}"),
    }
    let subject = at(case.subject) + 1;
    match rule("Dưới trích yếu")[0].as_str() {
        "gạch ngang" => assert!(ruled(subject)),
        dashes => assert_eq!(all[subject].1, dashes),
    }
    let sample = rule("Số và ký hiệu")[0].replace("05", "01").replace('…', case.organ.0);
    at(&sample);
    let on_behalf = rule("Thể thức ký")[0].split(", ").next().unwrap().to_owned();
    let capacity = at(&format!("{on_behalf} {}", case.signing.0));
    assert_eq!(all[capacity + 1].1, case.signing.1, "the post follows, without the body's name");
    // No title stands before the name.
    let name = at("Lê Văn Minh Họa");
    assert_eq!(name, capacity + 2);
    assert_eq!(mm(attribute(all[name].0, "w:before")), number(&rule("Chỗ ký")[0], "mm"));
    let receivers = at(rule("Nơi nhận")[0].split(", ").next().unwrap()) + 1;
    let last = case.recipients.lines().count() - 1;
    for (place, line) in case.recipients.lines().enumerate() {
        let end = if place == last { "." } else { ";" };
        assert_eq!(all[receivers + place].1, format!("- {line}{end}"));
    }
    let kept = case.recipients.lines().last().unwrap();
    let colon = kept.starts_with("Lưu:");
    assert_eq!(colon, case.form == PaperForm::State, "the State writes “Lưu:”, the Party “Lưu”");
}
