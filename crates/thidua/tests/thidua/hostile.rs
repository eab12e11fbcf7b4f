//! Files that mean harm, wherever a page takes files: each is refused in words that say what to do, and neither the
//! database nor the folder beside it has one byte more.

use std::fs;
use std::io::Write as _;

use axum::http::StatusCode;
use zip::write::SimpleFileOptions;

use crate::house::{Answer, Form, House};

const TYPES: &str = "<?xml version=\"1.0\"?>\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Override PartName=\"/word/document.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const PLAIN: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:body><w:p><w:r><w:t>Trồng 5 cây.</w:t></w:r></w:p></w:body></w:document>";
/// Entities of entities: ten lines of which come to ten thousand million letters.
const ENTITIES: &str = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">\
    <!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", TYPES.as_bytes())];
    all.extend(parts);
    packed(&all)
}

/// A workbook with one sheet of this content, and what else is packed with it.
fn workbook(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?>\
        <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Override PartName=\"/xl/workbook.xml\" ContentType=\
        \"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\
        \"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
        <sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\
        \"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
        Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    packed(&parts)
}

/// Everything that is kept: the database's content, whole and in order, and the names of the files beside it.
async fn kept(house: &House, copy: &str) -> (Vec<u8>, Vec<String>) {
    let copies = house.folder().with_extension(copy);
    house.app.db().copy_into(&copies).await.unwrap();
    let content = fs::read(&copies).unwrap();
    fs::remove_file(&copies).unwrap();
    let names = fs::read_dir(house.folder()).unwrap();
    let mut names: Vec<_> =
        names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    (content, names)
}

/// Harmful files for a page that reads papers, with the words of their refusal.
fn papers() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let blanks = vec![b' '; 8 * 1024 * 1024];
    let entities = format!("{ENTITIES}{}", PLAIN.replace("5 cây", "&c;"));
    let deep = PLAIN.replace("<w:p>", &"<w:tbl><w:tr><w:tc>".repeat(200));
    let climbing = word(&[("word/document.xml", PLAIN.as_bytes()), ("../../../etc/cron.d/x", b"x")]);
    let rooted = word(&[("word/document.xml", PLAIN.as_bytes()), ("/etc/passwd", b"x")]);
    let macros = word(&[("word/document.xml", PLAIN.as_bytes()), ("word/vbaProject.bin", b"Sub a()")]);
    let unusual = "Tệp được đóng gói bất thường";
    vec![
        ("nen.docx", word(&[("word/document.xml", &blanks)]), unusual),
        ("thuc-the.docx", word(&[("word/document.xml", entities.as_bytes())]), unusual),
        ("sau.docx", word(&[("word/document.xml", deep.as_bytes())]), unusual),
        ("leo.docx", climbing, unusual),
        ("goc.docx", rooted, unusual),
        ("ma-lenh.docx", macros, "Tệp có mã lệnh (macro) nên không nhận."),
        ("ten.docx", b"%PDF-1.7\n%%EOF".to_vec(), "Đuôi tên tệp khác với nội dung."),
        ("chuong-trinh.docx", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), "Tệp là chương trình"),
        ("..\\..\\kho.zip", packed(&[("a.txt", b"x")]), "Tệp nén."),
        ("../../cut.docx", word(&[("word/document.xml", PLAIN.as_bytes())])[..120].to_vec(), "Tệp hỏng"),
        ("trong.html", b"  <p> </p> ".to_vec(), "Tệp không có chữ nào."),
        ("phan-tu.html", "<p>5 cây</p>".repeat(200_001).into_bytes(), "Tệp dài quá mức đọc được."),
        ("ten.html", b"%PDF-1.7\n%%EOF".to_vec(), "Đuôi tên tệp khác với nội dung."),
        ("chuong-trinh.html", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), "Tệp là chương trình"),
        ("kho.html", packed(&[("a.txt", b"x")]), "Tệp nén."),
    ]
}

/// Harmful files for a page that reads sheets.
fn sheets() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let row = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Đơn vị</t></is></c></row></sheetData></worksheet>";
    let entities = format!("{ENTITIES}{}", row.replace("Đơn vị", "&c;"));
    let blanks = vec![b' '; 8 * 1024 * 1024];
    let unusual = "Tệp được đóng gói bất thường";
    vec![
        ("nen.xlsx", workbook(&blanks, &[]), unusual),
        ("thuc-the.xlsx", workbook(entities.as_bytes(), &[]), unusual),
        ("leo.xlsx", workbook(row.as_bytes(), &[("../../../etc/cron.d/x", b"x")]), unusual),
        ("ma-lenh.xlsx", workbook(row.as_bytes(), &[("xl/vbaProject.bin", b"Sub a()")]), "mã lệnh (macro)"),
        ("ten.xlsx", b"%PDF-1.7\n%%EOF".to_vec(), "Đuôi tên tệp khác với nội dung."),
        ("cut.xlsx", workbook(row.as_bytes(), &[])[..150].to_vec(), "Tệp hỏng"),
        ("rong.csv", b"\n\n".to_vec(), "Không đọc được tệp này như một bảng."),
    ]
}

fn refused(answer: &Answer, name: &str, told: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", answer.text());
    let page = answer.text();
    assert!(page.contains(told), "{name} is not told “{told}”: {page}");
}

#[tokio::test]
async fn a_harmful_paper_is_refused_and_leaves_nothing() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let unit = "Đảng bộ Khối Cơ quan Dân Chính Đảng thành phố Cần Thơ";
    let send = async |name: &str, bytes: &[u8]| {
        let form =
            Form { fields: vec![("don-vi", unit), ("ten", "thử")], files: vec![("tep", name, bytes)] };
        house.upload(&login, "/doc-bao-cao", "/doc-bao-cao", &form).await
    };
    let before = kept(&house, "truoc").await;
    for (name, bytes, told) in papers() {
        let answer = send(name, &bytes).await;
        refused(&answer, name, told);
        // What was typed beside the file is still there.
        assert!(answer.text().contains("value=\"thử\""), "{name}");
    }
    assert!(kept(&house, "sau").await == before, "something was left behind");
    // The same page takes the same paper without the trick: it is the trick that was refused.
    let sound = send("lanh.docx", &word(&[("word/document.xml", PLAIN.as_bytes())])).await;
    assert_eq!(sound.status, StatusCode::SEE_OTHER, "{}", sound.text());
    assert!(kept(&house, "them").await != before, "the comparison sees a paper that was taken");
}

#[tokio::test]
async fn a_hundred_megabytes_are_refused_and_leave_nothing() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let before = kept(&house, "truoc").await;
    let large = vec![b'a'; 100 * 1024 * 1024];
    for page in ["/doc-bao-cao", "/so-lieu/nhap"] {
        let form = Form { fields: vec![], files: vec![("tep", "lon.docx", large.as_slice())] };
        let answer = house.upload(&login, page, page, &form).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{page}");
        assert!(answer.text().contains("Mỗi tệp tối đa 20 MB."), "{page}: {}", answer.text());
    }
    assert!(kept(&house, "sau").await == before, "something was left behind");
}

#[tokio::test]
async fn a_harmful_sheet_is_refused_and_leaves_nothing() {
    let house = House::open().await;
    let (_, manager) = house.person("quantri").await;
    let (_, clerk) = house.person("vanphong").await;
    let before = kept(&house, "truoc").await;
    for (name, bytes, told) in sheets() {
        let fields = vec![("ngay", "1/7/2025"), ("quyet-dinh", "Quyết định 1"), ("ky", "2023")];
        let form = Form { fields, files: vec![("tep", name, bytes.as_slice())] };
        refused(&house.upload(&manager, "/don-vi/nhap", "/don-vi/nhap", &form).await, name, told);
        refused(&house.upload(&clerk, "/so-lieu/nhap", "/so-lieu/nhap", &form).await, name, told);
    }
    assert!(kept(&house, "sau").await == before, "something was left behind");
}

#[tokio::test]
async fn a_wrong_row_is_named_by_its_cell_and_nothing_is_written_until_it_is_confirmed() {
    let house = House::open().await;
    let (_, login) = house.person("vanphong").await;
    let send = async |sheet: &str| {
        let fields = vec![("ky", "2022"), ("pham-vi", "own")];
        let form = Form { fields, files: vec![("tep", "so-lieu.csv", sheet.as_bytes())] };
        house.upload(&login, "/so-lieu/nhap", "/so-lieu/nhap", &form).await
    };
    let before = kept(&house, "truoc").await;
    let head = "Đơn vị,HD01 Cây xanh trồng mới (cây),HD02 Máu\n";
    let wrong = send(&format!("{head}Đảng bộ Báo Cần Thơ,5,mười hai rưỡi\nChi bộ Không Có,3,\n")).await;
    assert_eq!(wrong.status, StatusCode::OK, "{}", wrong.text());
    let page = wrong.text();
    assert!(page.contains("C2") && page.contains("A3"), "the cells are not named: {page}");
    assert!(
        !page.contains("Ghi 2 số liệu") && !page.contains("Ghi 1 số liệu"),
        "mistakes may not be written"
    );
    let right = send(&format!("{head}Đảng bộ Báo Cần Thơ,5,12\n")).await;
    let page = right.text();
    assert!(page.contains("Ghi 2 số liệu"), "a sound sheet may be written: {page}");
    assert!(kept(&house, "sau").await == before, "a preview wrote something");
    let key = page.split("name=\"tep\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let confirmed = house
        .post_fields(
            &login,
            "/so-lieu/nhap",
            "/so-lieu/nhap/ghi",
            &[("tep", key.as_str()), ("ky", "2022"), ("pham-vi", "own")],
        )
        .await;
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.text());
    assert!(kept(&house, "ghi").await != before, "the confirmed sheet was written");
}

#[tokio::test]
async fn the_second_of_two_who_type_is_told_and_finds_everything_typed() {
    let house = House::open().await;
    let (_, first) = house.person("vanphong").await;
    let (ctx, second) = house.person("chibo").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let path = format!("/so-lieu/2022?don-vi={unit}&pham-vi=own");
    let opened = house.page(&second, &path).await.text();
    let hidden = |page: &str, name: &str| {
        let start = format!("name=\"{name}\" value=\"");
        page.split(start.as_str()).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let version = hidden(&opened, "phien-ban");
    let keys: Vec<String> = opened
        .split("name=\"so-")
        .skip(1)
        .take(3)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    let names: Vec<String> = keys.iter().map(|key| format!("so-{key}")).collect();
    let [trees, blood, more] = [names[0].as_str(), names[1].as_str(), names[2].as_str()];
    let form = Form { fields: vec![("phien-ban", version.as_str()), (trees, "41")], files: vec![] };
    assert_eq!(house.upload(&first, &path, &path, &form).await.status, StatusCode::SEE_OTHER);
    let typed = vec![("phien-ban", version.as_str()), (trees, "42"), (blood, "17"), (more, "1.234")];
    let form = Form { fields: typed, files: vec![] };
    let told = house.upload(&second, &path, &path, &form).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = told.text();
    // Who was first, what they wrote, and every number that the second one typed.
    for words in ["41", "value=\"42\"", "value=\"17\"", "value=\"1.234\""] {
        assert!(page.contains(words), "{words} is lost: {page}");
    }
    assert!(page.contains("id=\"h-cf\""), "the two values are not put side by side: {page}");
    // One more press writes the second one's numbers over the first one's, knowingly.
    let version = hidden(&page, "phien-ban");
    let chosen = format!("chon-{}", keys[0]);
    let fields = vec![
        ("phien-ban", version.as_str()),
        (chosen.as_str(), "toi"),
        (trees, "42"),
        (blood, "17"),
        (more, "1.234"),
    ];
    let written = house.upload(&second, &path, &path, &Form { fields, files: vec![] }).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let now = house.page(&first, &path).await.text();
    for words in ["value=\"42\"", "value=\"17\"", "value=\"1.234\""] {
        assert!(now.contains(words), "{words} was not written");
    }
}

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = "Đảng bộ Khối Cơ quan Dân Chính Đảng thành phố Cần Thơ";
    // Words that no compression makes small, and that the disk has no room for.
    let words: Vec<String> =
        (0_u64..15_000).map(|at| format!("{:x}", at.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
    let text = words.join(" ");
    let fields = vec![("don-vi", unit), ("ten", "thử")];
    let form = Form { fields: fields.clone(), files: vec![("tep", "dai.txt", text.as_bytes())] };
    let had = acts::document::list(&ctx, None).await.unwrap().len();
    let before = kept(&house, "truoc").await;
    let room = async |pages: i64| {
        let mut tx = house.app.db().write().await.unwrap();
        tx.first(format!("PRAGMA max_page_count = {pages}"), Vec::new()).await.unwrap();
    };
    // The engine takes the size that the file has where a smaller one is asked for.
    room(1).await;
    let told = house.upload(&login, "/doc-bao-cao", "/doc-bao-cao", &form).await;
    assert_eq!(told.status, StatusCode::INSUFFICIENT_STORAGE, "{}", told.text());
    assert!(told.text().contains("Máy chủ không còn chỗ để ghi"), "{}", told.text());
    room(1 << 30).await;
    assert!(kept(&house, "sau").await == before, "something was half written");
    assert!(acts::doctor::audit(&house.app).await.unwrap().differences.is_empty());
    let form = Form { fields, files: vec![("tep", "ngan.txt", "Trồng 5 cây xanh.".as_bytes())] };
    let taken = house.upload(&login, "/doc-bao-cao", "/doc-bao-cao", &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let listed = acts::document::list(&ctx, None).await.unwrap();
    assert_eq!(listed.len(), had + 1, "what came after was kept");
}
