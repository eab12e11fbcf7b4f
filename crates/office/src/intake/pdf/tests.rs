//! PDF files built here by hand, hostile ones, and one made by an office program.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::super::tests::check;
use super::super::{BlockKind, IntakeNote, IntakeRefusal, Place};
use super::intake;
use crate::hazard::{Amount, Hazard};
use crate::legacy::Encoding;
use crate::limits;

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A file of these objects, numbered from 1; the first is the catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        out.extend(format!("{number} 0 obj\n").into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    out.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    out
}

fn stream(dict: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {dict} /Length {} >>\nstream\n", bytes.len()).into_bytes();
    out.extend(bytes);
    out.extend(b"\nendstream");
    out
}

/// A page with these commands; F1 is a font of one-byte codes, F2 of two-byte codes that says its letters, F3 an
/// old font. Further objects are numbered from 9.
fn page(commands: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let letters: String =
        ('\u{20}'..='\u{24f}').chain('\u{1ea0}'..='\u{1ef9}').fold(String::new(), |mut out, letter| {
            let code = u32::from(letter);
            write!(out, "<{code:04X}> <{code:04X}> ").unwrap();
            out
        });
    let map = format!(
        "/CIDInit begincmap 1 beginbfrange <0020> <007E> <0020> endbfrange 700 beginbfchar {letters} endbfchar endcmap"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /XObject << /X 9 0 R >> /Font << /F1 5 0 R /F2 6 0 R /F3 8 0 R >> >> >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>".to_vec(),
        stream("/Filter /FlateDecode", &packed(commands.as_bytes())),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /ecircumflexdotbelow /dcroat] >> >>".to_vec(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Tinos /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>] /ToUnicode 7 0 R >>".to_vec(),
        stream("/Filter /FlateDecode", &packed(map.as_bytes())),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// Text as codes of F2.
fn wide(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut out, unit| {
        write!(out, "{unit:04X}").unwrap();
        out
    })
}

/// Lines of text at 12 points, one below the other.
fn lines(texts: &[&str]) -> String {
    let mut out = "BT /F2 12 Tf 14 TL 70 700 Td".to_owned();
    for text in texts {
        write!(out, " <{}> Tj T*", wide(text)).unwrap();
    }
    out + " ET"
}

#[test]
fn lines_become_paragraphs_with_their_page() {
    let commands = lines(&[
        "Trong ba năm, các đơn vị đã trồng 6.296 cây xanh và hiến",
        "2.193 đơn vị máu.",
        "Đảng ủy biểu dương 26 tập thể tiêu biểu, xuất sắc và 34",
        "cá nhân.",
    ]);
    let taken = intake(&page(&commands, &[])).unwrap();
    check(&taken);
    assert_eq!(
        taken.text,
        "Trong ba năm, các đơn vị đã trồng 6.296 cây xanh và hiến 2.193 đơn vị máu.\nĐảng ủy biểu dương 26 tập thể tiêu biểu, xuất sắc và 34 cá nhân."
    );
    assert_eq!(taken.blocks[1].place, Place::Page { page: 1, paragraph: 2 });
}

#[test]
fn shifts_make_words_and_cells() {
    // 500 thousandths a letter, 12 points: six points each.
    let commands = format!(
        "BT /F2 12 Tf 70 700 Td [<{}> -300 <{}>] TJ 200 0 Td <{}> Tj -200 -20 Td <{}> Tj 210 0 Td <{}> Tj ET",
        wide("Sở"),
        wide("Y tế"),
        wide("Số cây"),
        wide("Sở Nội vụ"),
        wide("120")
    );
    let taken = intake(&page(&commands, &[])).unwrap();
    check(&taken);
    assert_eq!(taken.text, "Sở Y tế\tSố cây\nSở Nội vụ\t120");
    assert_eq!(taken.blocks[3].kind, BlockKind::Cell { table: 1, row: 2, column: 2, columns: 1, rows: 1 });
}

#[test]
fn names_of_glyphs_and_old_fonts_are_read() {
    let commands =
        "BT /F1 12 Tf 70 700 Td (\\002i\\001n, \\223x\\224) Tj 0 -40 Td /F3 12 Tf (\\256\\266ng bé) Tj ET";
    let taken = intake(&page(&commands.replace("bé", "b\\351"), &[])).unwrap();
    assert_eq!(taken.text, "điện, “x”\nđảng bộ");
    assert_eq!(taken.notes, [IntakeNote::Converted(Encoding::Tcvn3)]);
}

#[test]
fn forms_are_drawn_and_do_not_turn_in_circles() {
    let form = stream(
        "/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -50]",
        format!("{} /X Do", lines(&["trong khung"])).as_bytes(),
    );
    let taken = intake(&page(&format!("{} /X Do", lines(&["ngoài"])), &[form])).unwrap();
    assert_eq!(taken.text, "ngoài\ntrong khung");

    // Each form draws the next one twice, with more forms than anybody could wait for.
    let twice: Vec<Vec<u8>> = (9..39)
        .map(|number| {
            stream(
                &format!("/Subtype /Form /Resources << /XObject << /X {} 0 R >> >>", number + 1),
                b"/X Do /X Do",
            )
        })
        .collect();
    let refused = intake(&page("/X Do", &twice)).unwrap_err();
    assert!(
        matches!(
            refused,
            IntakeRefusal::Hazard(Hazard::Inflates { .. } | Hazard::TooMuch { what: Amount::Objects, .. })
        ),
        "{refused:?}"
    );
}

#[test]
fn objects_inside_streams_are_found() {
    let tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let own = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>";
    let inner = format!("2 0 3 60 {tree:<60}{own}");
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        stream("/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode", &packed(inner.as_bytes())),
        Vec::new(),
        stream("", b"BT /F 12 Tf 70 700 Td (Hello) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times >>".to_vec(),
    ];
    let mut bytes = b"%PDF-1.5\n".to_vec();
    for (number, object) in [1, 9, 8, 4, 5].into_iter().zip(&objects) {
        bytes.extend(format!("{number} 0 obj\n").into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    bytes.extend(b"7 0 obj\n");
    bytes.extend(stream("/Type /XRef /Root 1 0 R", b""));
    bytes.extend(b"\nendobj\n");
    assert_eq!(intake(&bytes).unwrap().text, "Hello");
}

#[test]
fn scans_locks_and_bombs_are_told_apart() {
    let picture = stream("/Subtype /Image /Filter /DCTDecode", b"\xFF\xD8\xFF");
    assert_eq!(intake(&page("/X Do", &[picture])).unwrap_err(), IntakeRefusal::Scan { pages: 1 });

    let mut locked = page(&lines(&["x"]), &[]);
    locked.extend(b"trailer << /Encrypt << /Filter /Standard >> >>");
    assert_eq!(intake(&locked).unwrap_err(), Hazard::Encrypted.into());

    let bomb = packed(&vec![b' '; 110 * 1024 * 1024]);
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Contents 4 0 R >>".to_vec(),
    ];
    objects.push(stream("/Filter /FlateDecode", &bomb));
    assert_eq!(
        intake(&file(&objects)).unwrap_err(),
        Hazard::Inflates { limit: limits::INFLATED_BYTES }.into()
    );

    assert!(matches!(
        intake(b"%PDF-1.7\nnothing").unwrap_err(),
        IntakeRefusal::Hazard(Hazard::Broken { .. })
    ));
}

#[test]
fn a_tree_of_pages_that_goes_in_circles_ends() {
    let objects = [b"<< /Pages 2 0 R >>".to_vec(), b"<< /Kids [2 0 R 1 0 R 2 0 R] >>".to_vec()];
    assert!(intake(&file(&objects)).is_err());
}

#[test]
fn heads_and_feet_of_pages_are_told_from_the_body() {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [10 0 R 11 0 R 12 0 R] /Resources << /Font << /F 3 0 R >> >> >>".to_vec(),
        b"<< /Subtype /Type1 /BaseFont /Times >>".to_vec(),
    ];
    objects.extend((4..=6).map(|number| {
        let text = format!("BT /F 12 Tf 70 800 Td (Bao cao quy I) Tj 0 -60 Td (Noi dung {}) Tj 0 -600 Td (Trang {number}/6) Tj ET", "x".repeat(number));
        stream("", text.as_bytes())
    }));
    objects.extend([Vec::new(), Vec::new(), Vec::new()]);
    objects.extend((4..=6).map(|number| format!("<< /Type /Page /Contents {number} 0 R >>").into_bytes()));
    let taken = intake(&file(&objects)).unwrap();
    check(&taken);
    let kinds: Vec<BlockKind> = taken.blocks.iter().take(3).map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Header, BlockKind::Paragraph, BlockKind::Footer]);
    assert_eq!(taken.blocks.len(), 9);
}

#[test]
fn a_file_of_an_office_program_reads_as_typed() {
    let folder = std::env::temp_dir().join(format!("office-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let typed = "<html><head><meta charset=\"utf-8\"></head><body style=\"font-family:'Liberation Serif'; font-size:14pt\"><h1>Báo cáo kết quả</h1><p style=\"text-align:justify; text-indent:1cm\">Trong ba năm, các đơn vị thuộc Khối đã trồng 6.296 cây xanh, hiến 2.193 đơn vị máu, thành lập 180 đội hình tình nguyện; ủng hộ người nghèo với tổng số tiền 3,5 tỷ đồng.</p><p style=\"text-indent:1cm\">Được khen: 26 tập thể và 34 cá nhân.</p><table border=1 width=\"100%\"><tr><th>Đơn vị</th><th>Số cây</th><th>Số máu</th></tr><tr><td>Sở Y tế</td><td>120</td><td>33</td></tr><tr><td>Sở Công Thương</td><td>96</td><td>14</td></tr></table></body></html>";
    std::fs::write(folder.join("a.html"), typed).unwrap();
    let convert = |from: &str, to: &str| {
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--headless", "--convert-to", to, "--outdir"])
            .arg(&folder)
            .arg(folder.join(from))
            .output()
    };
    let ran =
        convert("a.html", "odt").and_then(|_| convert("a.odt", "pdf")).and_then(|_| convert("a.odt", "docx"));
    let (pdf, docx) = (std::fs::read(folder.join("a.pdf")), std::fs::read(folder.join("a.docx")));
    std::fs::remove_dir_all(&folder).unwrap();
    if ran.is_err() {
        println!("skipped: no soffice on this machine");
        return;
    }
    let expected = "Báo cáo kết quả\nTrong ba năm, các đơn vị thuộc Khối đã trồng 6.296 cây xanh, hiến 2.193 đơn vị máu, thành lập 180 đội hình tình nguyện; ủng hộ người nghèo với tổng số tiền 3,5 tỷ đồng.\nĐược khen: 26 tập thể và 34 cá nhân.\nĐơn vị\tSố cây\tSố máu\nSở Y tế\t120\t33\nSở Công Thương\t96\t14";
    for (name, bytes) in [("a.pdf", pdf.unwrap()), ("a.docx", docx.unwrap())] {
        let taken = super::super::intake(name, &bytes).unwrap();
        check(&taken);
        assert_eq!(taken.text, expected, "{name}");
        assert!(matches!(taken.blocks[0].kind, BlockKind::Heading { .. }), "{name}");
        let last = taken.blocks.last().unwrap();
        assert_eq!(last.kind, BlockKind::Cell { table: 1, row: 3, column: 3, columns: 1, rows: 1 }, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn damaged_files_end(place in any::<proptest::sample::Index>(), byte in any::<u8>(), cut in any::<proptest::sample::Index>()) {
        let mut bytes = page(&lines(&["Trồng 6.296 cây", "và hơn thế"]), &[]);
        let at = place.index(bytes.len());
        bytes[at] = byte;
        if byte % 4 == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(taken) = intake(&bytes) {
            check(&taken);
        }
    }

    #[test]
    fn any_commands_end(commands in "((q|Q|cm|BT|ET|Tf|Td|TD|Tm|T\\*|Tj|TJ|Tz|TL|Ts|'|\"|Do|BI|ID|EI|/F[12]|/X|\\(a\\)|\\[|\\]|<<|>>|<0041>|-?[0-9]{1,4}(\\.[0-9])?) ){0,60}") {
        if let Ok(taken) = intake(&page(&commands, &[])) {
            check(&taken);
        }
    }

    #[test]
    fn any_structure_ends(text in "%PDF-1\\.4 ([1-9] 0 obj |endobj |<< |>> |/Pages |/Kids |/Contents |/Type /Page |/Resources |/Font |\\[ |\\] |stream\n|endstream |trailer |/Root |[1-9] 0 R |[0-9] ){0,60}") {
        if let Ok(taken) = intake(text.as_bytes()) {
            check(&taken);
        }
    }
}
