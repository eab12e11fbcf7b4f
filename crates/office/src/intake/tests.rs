//! Papers of every kind, built here by hand, and the hostile ones among them.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::hazard::Hazard;
use crate::limits;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word file with this body and further parts.
pub(crate) fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"m\" xmlns:wps=\"s\" xmlns:v=\"v\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let mut parts: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", document.as_bytes())];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    zipped(&parts)
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// The text of a block.
fn at(taken: &Intake, block: &Block) -> String {
    taken.text.chars().skip(block.range.start).take(block.range.len()).collect()
}

/// Texts of all blocks with their kinds.
fn blocks(taken: &Intake) -> Vec<(BlockKind, String)> {
    taken.blocks.iter().map(|block| (block.kind, at(taken, block))).collect()
}

/// What must hold for every paper.
pub(super) fn check(taken: &Intake) {
    assert!(unicode_normalization::is_nfc(&taken.text));
    let length = taken.text.chars().count();
    let mut end = 0;
    for block in &taken.blocks {
        assert!(block.range.start >= end && block.range.start < block.range.end && block.range.end <= length);
        end = block.range.end;
        let text = at(taken, block);
        assert_eq!(text.trim(), text);
        assert_eq!(taken.block_at(block.range.start), Some(block));
        assert_eq!(taken.block_at(block.range.end - 1), Some(block));
    }
    let words: usize = taken.text.chars().filter(|letter| !letter.is_whitespace()).count();
    let in_blocks: usize = taken
        .blocks
        .iter()
        .map(|block| at(taken, block).chars().filter(|letter| !letter.is_whitespace()).count())
        .sum();
    assert_eq!(words, in_blocks, "every letter lies in a block");
}

#[test]
fn a_text_file_keeps_its_lines_and_their_numbers() {
    let taken = intake("bc.txt", "Báo cáo quý I\r\n\r\n  Trồng 120 cây. \n".as_bytes()).unwrap();
    check(&taken);
    assert_eq!(taken.text, "Báo cáo quý I\n\n  Trồng 120 cây. \n");
    assert_eq!(taken.blocks[1].place, Place::Line(3));
    assert_eq!(at(&taken, &taken.blocks[1]), "Trồng 120 cây.");
    assert_eq!(taken.notes, []);
}

/// The cells of the paper: table, row, column and words.
fn cells_of(taken: &Intake) -> Vec<(u32, u32, u32, String)> {
    let cell = |block: &Block| {
        let BlockKind::Cell { table, row, column, .. } = block.kind else { return None };
        Some((table, row, column, at(taken, block)))
    };
    taken.blocks.iter().filter_map(cell).collect()
}

#[test]
fn rows_pasted_from_a_workbook_are_a_table() {
    let text = "Kết quả quý I\nĐơn vị\tSố cây\tTỷ lệ\nChi bộ 2\t 1.250\t96,2%\n\tChưa rõ\t\n\nHết.\n";
    let taken = intake("dan.txt", text.as_bytes()).unwrap();
    check(&taken);
    assert_eq!(taken.text, text, "nothing is moved");
    let cell = |row, column, words: &str| (1, row, column, words.to_owned());
    assert_eq!(
        cells_of(&taken),
        [
            cell(1, 1, "Đơn vị"),
            cell(1, 2, "Số cây"),
            cell(1, 3, "Tỷ lệ"),
            cell(2, 1, "Chi bộ 2"),
            cell(2, 2, "1.250"),
            cell(2, 3, "96,2%"),
            cell(3, 2, "Chưa rõ"),
        ]
    );
    assert_eq!(taken.blocks[4].place, Place::Cell { table: 1, row: 2, column: 1 });
    assert_eq!(taken.blocks.last().unwrap().place, Place::Line(6));
}

#[test]
fn rows_between_strokes_are_a_table_and_their_rule_is_none() {
    let text =
        "| Danh hiệu | Số lượng |\n|---|---:|\n| Tập thể lao động xuất sắc | 5 |\n  || 7 |\nA\tB\nC\t2\n";
    let taken = intake("bang.md", text.as_bytes()).unwrap();
    let told: Vec<String> = cells_of(&taken)
        .into_iter()
        .map(|(table, row, column, words)| format!("{table}/{row}/{column} {words}"))
        .collect();
    assert_eq!(
        told,
        [
            "1/1/1 Danh hiệu",
            "1/1/2 Số lượng",
            "1/2/1 Tập thể lao động xuất sắc",
            "1/2/2 5",
            "1/3/2 7",
            "2/1/1 A",
            "2/1/2 B",
            "2/2/1 C",
            "2/2/2 2",
        ]
    );
}

#[test]
fn a_letterhead_and_a_list_behind_tabs_are_no_table() {
    let text = "UBND XÃ\tCỘNG HÒA\nSố: 12/BC\tĐộc lập\n\n1.\tTrồng 120 cây\n2.\tHiến máu\n\n\tThụt đầu dòng\n\tNữa\n";
    let taken = intake("bc.txt", text.as_bytes()).unwrap();
    check(&taken);
    assert!(cells_of(&taken).is_empty());
    assert_eq!(taken.blocks.len(), 6);
}

#[test]
fn an_old_encoding_is_converted_and_said() {
    let typed = "B¸o c¸o kÕt qu¶ häc tËp vµ lµm theo B¸c n¨m 2024";
    let taken = intake("bc.txt", typed.as_bytes()).unwrap();
    assert_eq!(taken.text, "Báo cáo kết quả học tập và làm theo Bác năm 2024");
    assert_eq!(taken.notes, [IntakeNote::Converted(Encoding::Tcvn3)]);
}

#[test]
fn a_word_file_comes_in_with_tables_notes_and_margins() {
    let table = "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Đơn vị</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Kết quả</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Cây</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Máu</w:t></w:r></w:p><w:p><w:r><w:t>(đơn vị)</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Sở Y tế</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>96</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"A1\"/></w:pPr><w:r><w:t>I. Kết quả</w:t></w:r></w:p>{}{table}{}",
        "<w:p><w:r><w:t xml:space=\"preserve\">Toàn khối trồng </w:t></w:r><w:hyperlink><w:r><w:t>6.296</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t xml:space=\"preserve\"> cây</w:t></w:r></w:smartTag><w:r><w:footnoteReference w:id=\"2\"/><w:tab/><w:t>hết</w:t></w:r></w:p>",
        p("Sau bảng &amp; xong")
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"A1\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p("Theo sổ.")
    );
    let header = format!("<w:hdr xmlns:w=\"w\">{}</w:hdr>", p("ĐẢNG BỘ"));
    let footer = format!("<w:ftr xmlns:w=\"w\">{}</w:ftr>", p("Trang 1"));
    let bytes = docx(
        &body,
        &[
            ("word/styles.xml", styles),
            ("word/footnotes.xml", &notes),
            ("word/header1.xml", &header),
            ("word/header2.xml", &header),
            ("word/footer1.xml", &footer),
        ],
    );
    let taken = intake("bc.docx", &bytes).unwrap();
    check(&taken);
    let cell = |row, column, columns, rows| BlockKind::Cell { table: 1, row, column, columns, rows };
    let expected = [
        (BlockKind::Heading { level: 2 }, "I. Kết quả"),
        (BlockKind::Paragraph, "Toàn khối trồng 6.296 cây\thết"),
        (cell(1, 1, 1, 2), "Đơn vị"),
        (cell(1, 2, 2, 1), "Kết quả"),
        (cell(2, 2, 1, 1), "Cây"),
        (cell(2, 3, 1, 1), "Máu"),
        (cell(2, 3, 1, 1), "(đơn vị)"),
        (cell(3, 1, 1, 1), "Sở Y tế"),
        (cell(3, 3, 1, 1), "96"),
        (BlockKind::Paragraph, "Sau bảng & xong"),
        (BlockKind::Footnote, "Theo sổ."),
        (BlockKind::Header, "ĐẢNG BỘ"),
        (BlockKind::Footer, "Trang 1"),
    ];
    assert_eq!(blocks(&taken), expected.map(|(kind, text)| (kind, text.to_owned())));
    assert!(taken.text.contains("\nSở Y tế\t\t96\n"), "{}", taken.text);
    assert_eq!(taken.blocks[8].place, Place::Cell { table: 1, row: 3, column: 3 });
}

#[test]
fn tracked_changes_come_in_as_accepted_and_text_boxes_once() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Hiến </w:t></w:r><w:del><w:r><w:delText>2.000</w:delText></w:r></w:del><w:ins><w:r><w:t>2.193</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> đơn vị</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">nối </w:t></w:r></w:p><w:p><w:r><w:t>liền</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>giữ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>ngoài</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>";
    let comments = "<w:comments xmlns:w=\"w\"><w:comment/><w:comment/></w:comments>";
    let taken = intake("x.docx", &docx(body, &[("word/comments.xml", comments)])).unwrap();
    check(&taken);
    assert_eq!(taken.text, "Hiến 2.193 đơn vị\nnối liền\ngiữ\nngoài\ntrong khung");
    assert_eq!(
        taken.notes,
        [IntakeNote::ChangesResolved { kept: 1, dropped: 2 }, IntakeNote::CommentsDropped { count: 2 }]
    );
}

#[test]
fn fonts_of_old_encodings_are_read_as_they_look() {
    let body = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>®¶ng bé</w:t></w:r><w:r><w:t xml:space=\"preserve\"> và </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr><w:t>ñaûng vie</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr><w:t>ân</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>đã gõ Unicode</w:t></w:r></w:p>";
    let taken = intake("x.docx", &docx(body, &[])).unwrap();
    assert_eq!(taken.text, "ĐẢNG BỘ và đảng viên\nđã gõ Unicode");
    assert_eq!(taken.notes, [IntakeNote::Converted(Encoding::Tcvn3), IntakeNote::Converted(Encoding::Vni)]);
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Khối trồng cây - Báo Mới</title><meta charset="utf-8">
<meta property="article:published_time" content="2024-05-14T21:11:00+07:00"><style>p{color:red}</style></head><body>
<div class="top-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/x">Xã hội</a></li></ul></div>
<div class="wrap"><h1>Khối trồng cây</h1><div class="date">Thứ Ba, 14/5/2024</div>
<div class="detail-content"><p>Chiều 14/5, Đảng ủy Khối các cơ quan tổ chức hội nghị sơ kết ba năm thực hiện Kết luận số 01-KL/TW, có 61 điểm cầu tham dự.</p>
<p>Trong ba năm, các đơn vị đã trồng 6.296 cây xanh, hiến 2.193 đơn vị máu và thành lập 180 đội hình tình nguyện ở các địa phương.
<figure><img src="a.jpg"><figcaption>Đại biểu dự hội nghị</figcaption></figure>
<table><tr><th>Đơn vị<th>Số cây<tr><td>Sở Y tế<td>120<tr><td rowspan=2>Sở Công Thương<td>96<tr><td>14</table>
<p>Hội nghị đã biểu dương 26 tập thể và 34 cá nhân tiêu biểu; các đồng chí lãnh đạo trao giấy khen.<br><br>Tin, ảnh: Minh An</p>
</div><div class="tin-lien-quan"><a href="/1">Tin khác thứ nhất trong ngày hôm nay</a> <a href="/2">Tin khác thứ hai</a></div></div>
<div class="comment-box"><form><p>Ý kiến của bạn về bài viết này xin gửi về toà soạn theo mẫu dưới đây nhé</p></form></div>
<script>var x = "<p>không</p>";</script><footer><p>Giấy phép số 12/GP-BTTTT. Bản quyền thuộc về Báo Mới, ghi rõ nguồn khi phát hành lại.</p></footer></body></html>"#;

#[test]
fn a_page_comes_in_with_its_furniture_marked() {
    let taken = intake("tin.html", PAGE.as_bytes()).unwrap();
    check(&taken);
    let paper: Vec<String> =
        taken.blocks.iter().filter(|block| !block.boilerplate).map(|block| at(&taken, block)).collect();
    assert_eq!(paper[0], "Khối trồng cây");
    assert_eq!(paper[1], "Thứ Ba, 14/5/2024");
    assert!(paper[2].starts_with("Chiều 14/5") && paper[3].starts_with("Trong ba năm"));
    assert_eq!(
        paper[4..],
        [
            "Đại biểu dự hội nghị",
            "Đơn vị",
            "Số cây",
            "Sở Y tế",
            "120",
            "Sở Công Thương",
            "96",
            "14",
            "Hội nghị đã biểu dương 26 tập thể và 34 cá nhân tiêu biểu; các đồng chí lãnh đạo trao giấy khen.",
            "Tin, ảnh: Minh An"
        ]
    );
    let furniture: Vec<String> =
        taken.blocks.iter().filter(|block| block.boilerplate).map(|block| at(&taken, block)).collect();
    assert_eq!(furniture.len(), 6, "{furniture:?}");
    assert!(taken.text.contains("Giấy phép số 12/GP-BTTTT") && !taken.text.contains("không"));
    assert!(taken.notes.contains(&IntakeNote::Published { written: "2024-05-14T21:11:00+07:00".to_owned() }));
    let last = taken.blocks.iter().find(|block| at(&taken, block) == "14").unwrap();
    assert_eq!(last.place, Place::Cell { table: 1, row: 4, column: 2 });
    let caption = taken.blocks.iter().find(|block| at(&taken, block).starts_with("Đại biểu")).unwrap();
    assert_eq!(caption.kind, BlockKind::Caption);
    assert!(!taken.main_text().contains("Bản quyền") && taken.main_text().contains("6.296"));
}

#[test]
fn a_plain_page_is_all_paper() {
    let page = "<html><body><h2>Báo cáo</h2><p>Ngắn.</p><ul><li>Một<li>Hai</ul></body></html>";
    let taken = intake("", page.as_bytes()).unwrap();
    assert!(taken.blocks.iter().all(|block| !block.boilerplate));
    assert_eq!(taken.text, "Báo cáo\nNgắn.\nMột\nHai");
}

#[test]
fn a_page_in_an_old_font_is_read_as_it_looks() {
    let page = "<html><body><p><font face=\".VnTime\">&#174;&#182;ng viªn</font> và <span style=\"font-family: 'VNI-Times', serif\">ñaûng vieân</span></p></body></html>";
    let taken = intake("", page.as_bytes()).unwrap();
    assert_eq!(taken.text, "đảng viên và đảng viên");
}

#[test]
fn a_workbook_comes_in_as_rows_with_addresses() {
    use crate::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, SheetWords, write_workbook};
    let heading = |text: &str| ColumnOut { heading: text.to_owned(), ..ColumnOut::default() };
    let cells = vec![CellOut::Text("Sở Y tế".to_owned()), CellOut::Integer(6_296)];
    let sheet = SheetOut {
        name: "Quý I".to_owned(),
        titles: vec!["Kết quả".to_owned()],
        columns: vec![heading("Đơn vị"), heading("Cây")],
        rows: vec![RowOut { kind: RowKind::Plain, cells }],
        ..SheetOut::default()
    };
    let made = jiff::civil::date(2024, 1, 1).at(0, 0, 0, 0);
    let bytes = write_workbook(&[sheet], &SheetWords::vietnamese(), made).unwrap();
    let taken = intake("a.xlsx", &bytes).unwrap();
    check(&taken);
    assert_eq!(taken.text, "Quý I\nKết quả\nĐơn vị\tCây\nSở Y tế\t6296");
    let Place::Sheet { sheet, cell } = &taken.blocks[5].place else { panic!("{:?}", taken.blocks[5]) };
    assert_eq!((sheet.as_str(), cell.to_string().as_str()), ("Quý I", "B4"));
}

fn hazard(name: &str, bytes: &[u8]) -> Hazard {
    let refusal = intake(name, bytes).unwrap_err();
    let IntakeRefusal::Hazard(hazard) = refusal else { panic!("{refusal:?}") };
    hazard
}

#[test]
fn bombs_are_refused_while_they_unpack() {
    let blanks = vec![b' '; 8 * 1024 * 1024];
    let bytes = zipped(&[("word/document.xml", &blanks)]);
    assert!(bytes.len() < 30_000);
    let limit = limits::INFLATE_RATIO;
    assert_eq!(hazard("a.docx", &bytes), Hazard::Ratio { part: "word/document.xml".to_owned(), limit });
}

#[test]
fn other_tricks_are_refused_by_name() {
    let plain = docx(&p("x"), &[]);
    assert!(intake("a.docx", &plain).is_ok());

    let entity = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(
        hazard("a.docx", &zipped(&[("word/document.xml", entity.as_bytes())])),
        Hazard::DeclaresEntities
    );

    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(200), "</w:tc></w:tr></w:tbl>".repeat(200));
    assert_eq!(hazard("a.docx", &docx(&deep, &[])), Hazard::TooDeep { limit: limits::XML_DEPTH });

    assert_eq!(hazard("a.docx", &docx(&p("x"), &[("word/vbaProject.bin", "code")])), Hazard::Macros);
    let types = TYPES
        .replace("openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled");
    assert_eq!(
        hazard(
            "a.docx",
            &zipped(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<x/>")])
        ),
        Hazard::Macros
    );
    assert_eq!(hazard("a.docm", &plain), Hazard::Macros);

    assert!(matches!(
        hazard("a.docx", &docx(&p("x"), &[("../../etc/passwd", "x")])),
        Hazard::UnsafeName { .. }
    ));

    let many: Vec<String> = (0..2_100).map(|number| format!("word/media/{number}.png")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("word/document.xml", b"<x/>")];
    parts.extend(many.iter().map(|name| (name.as_str(), b"".as_slice())));
    assert_eq!(hazard("a.docx", &zipped(&parts)), Hazard::TooManyParts { limit: limits::CONTAINER_PARTS });

    assert_eq!(
        hazard("a.txt", &vec![b'x'; limits::UPLOAD_BYTES + 1]),
        Hazard::TooLarge { size: limits::UPLOAD_BYTES + 1, limit: limits::UPLOAD_BYTES }
    );

    let cut = plain.get(..plain.len() / 2).unwrap();
    assert!(matches!(hazard("a.docx", cut), Hazard::Broken { .. }));

    // A zip inside is passed over, whatever it holds.
    let inner = docx(&p("bên trong"), &[("word/vbaProject.bin", "x")]);
    let outer = zipped(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", b"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>ngo\xc3\xa0i</w:t></w:r></w:p></w:body></w:document>"), ("word/embeddings/a.docx", &inner)]);
    assert_eq!(intake("a.docx", &outer).unwrap().text, "ngoài");
}

#[test]
fn the_name_must_agree_with_the_content() {
    let word = docx(&p("x"), &[]);
    assert_eq!(
        intake("a.pdf", &word).unwrap_err(),
        IntakeRefusal::NameDiffers { ending: "pdf".to_owned(), found: Kind::Word }
    );
    assert_eq!(
        intake("a.docx", b"plain text").unwrap_err(),
        IntakeRefusal::NameDiffers { ending: "docx".to_owned(), found: Kind::Text }
    );
    assert_eq!(
        intake("a.zip", &zipped(&[("a.txt", b"x")])).unwrap_err(),
        IntakeRefusal::NotRead(Unreadable::Archive)
    );
    assert_eq!(intake("a.txt", b"   \n ").unwrap_err(), IntakeRefusal::Empty);
    assert_eq!(intake("a.docx", &docx("", &[])).unwrap_err(), IntakeRefusal::Empty);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[a-z]{0,3}\\.(txt|html|docx|pdf|eml|csv|xlsx)?") {
        if let Ok(taken) = intake(&name, &bytes) {
            check(&taken);
        }
    }

    #[test]
    fn any_markup_ends(text in "(<(/?(p|div|table|tr|td|li|a|b|script|title|!--|font face=.VnTime)( class=\"x)?>?)|&#?[a-z0-9]{1,4};?|[a-zA-Zạế \\n\"'=]{1,9}){0,60}") {
        let page = format!("<html>{text}");
        if let Ok(taken) = intake("", page.as_bytes()) {
            check(&taken);
        }
    }

    #[test]
    fn damaged_word_files_end(place in 0_usize..4_000, byte in any::<u8>(), cut in 0_usize..6_000) {
        let mut bytes = docx(&format!("{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("Trồng cây"), p("96")), &[("word/styles.xml", "<w:styles xmlns:w=\"w\"/>")]);
        let length = bytes.len();
        if let Some(slot) = bytes.get_mut(place % length) {
            *slot = byte;
        }
        bytes.truncate(cut.max(200));
        if let Ok(taken) = intake("a.docx", &bytes) {
            check(&taken);
        }
    }

    #[test]
    fn damaged_word_markup_ends(damage in "[<>/&;a-z:\" ]{1,8}", place in 0_usize..600) {
        let mut body = format!("{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("Trong cay"), p("96"));
        body.insert_str(place % body.len(), &damage);
        if let Ok(taken) = intake("a.docx", &docx(&body, &[])) {
            check(&taken);
        }
    }
}
