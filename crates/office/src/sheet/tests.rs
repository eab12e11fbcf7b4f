//! Tables there and back, and those that people make.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;

use super::entry_tests::markup;
use super::*;
use crate::decimal::Decimal;

fn whole(value: i64) -> CellValue {
    CellValue::Number { value: Decimal::whole(value), percent: false }
}

fn text(value: &str) -> CellValue {
    CellValue::Text(value.to_owned())
}

/// A sheet with every kind of cell.
fn sample() -> SheetOut {
    let column = |heading: &str, group: Option<&str>| ColumnOut {
        heading: heading.to_owned(),
        group: group.map(str::to_owned),
        width: None,
    };
    SheetOut {
        name: "Tổng hợp 2021/2024".to_owned(),
        titles: vec![
            "Tổng hợp kết quả làm theo".to_owned(),
            "Số đã chốt lần 2, 16:05 ngày 15/5/2024".to_owned(),
        ],
        columns: vec![
            column("Đơn vị", None),
            column("Cây xanh", Some("Kết quả")),
            column("Kinh phí (đồng)", Some("Kết quả")),
            column("Tỷ lệ", None),
            column("Ngày", None),
        ],
        rows: vec![
            RowOut {
                kind: RowKind::Plain,
                cells: vec![
                    CellOut::Text("=Sở Y tế".to_owned()),
                    CellOut::Integer(0),
                    CellOut::Money(3_500_000_000),
                    CellOut::Percent { numerator: 61, denominator: 63 },
                    CellOut::Date(date(2024, 5, 16)),
                ],
            },
            RowOut {
                kind: RowKind::Plain,
                cells: vec![
                    CellOut::Link {
                        text: "Sở Công Thương".to_owned(),
                        target: "https://vi.du/don-vi/2".to_owned(),
                    },
                    CellOut::NotReported,
                    CellOut::NotApplicable,
                    CellOut::Stated(Decimal::whole(97)),
                    CellOut::Empty,
                ],
            },
            RowOut {
                kind: RowKind::Total,
                cells: vec![
                    CellOut::Text("Cộng".to_owned()),
                    CellOut::Bounded { value: 5_400, bound: Bound::AtLeast },
                    CellOut::Number(Decimal { digits: 352, places: 2 }),
                    CellOut::Percent { numerator: 1, denominator: 0 },
                ],
            },
        ],
        notes: vec!["Số liệu chia theo đơn vị là minh hoạ.".to_owned()],
        frozen_columns: 1,
    }
}

fn written() -> Vec<u8> {
    write_workbook(&[sample()], &SheetWords::vietnamese(), date(2024, 5, 20).at(8, 0, 0, 0)).unwrap()
}

#[test]
fn what_is_written_reads_back() {
    let table = read_table("a.xlsx", &written()).unwrap();
    assert_eq!(table.sheet, "Tổng hợp 2021-2024");
    assert_eq!(table.above.len(), 2);
    let headings: Vec<&str> = table.headings.iter().map(|heading| heading.text.as_str()).collect();
    assert_eq!(headings, ["Đơn vị", "Kết quả / Cây xanh", "Kết quả / Kinh phí (đồng)", "Tỷ lệ", "Ngày"]);
    let [first, second, total, _] = table.rows.as_slice() else { panic!("{:?}", table.rows) };
    assert_eq!(first.get(1), Some(&text("=Sở Y tế")));
    assert_eq!(first.get(2), Some(&whole(0)));
    assert_eq!(first.get(3), Some(&whole(3_500_000_000)));
    let Some(CellValue::Number { value, percent: true }) = first.get(4) else { panic!("{:?}", first.get(4)) };
    assert!(value.to_string().starts_with("0.968253968"), "{value}");
    assert_eq!(first.get(5), Some(&CellValue::Date(date(2024, 5, 16))));
    assert_eq!(second.get(1), Some(&text("Sở Công Thương")));
    assert_eq!(second.get(2), Some(&text("chưa báo cáo")));
    assert_eq!(second.get(3), Some(&text("không áp dụng")));
    assert_eq!(
        second.get(4),
        Some(&CellValue::Number { value: Decimal { digits: 97, places: 2 }, percent: true })
    );
    assert_eq!(second.get(5), None);
    assert_eq!(total.get(2), Some(&whole(5_400)));
    assert_eq!(
        total.get(3),
        Some(&CellValue::Number { value: Decimal { digits: 352, places: 2 }, percent: false })
    );
    assert_eq!(total.get(4), Some(&text("không áp dụng")));
    assert_eq!(total.address(2).to_string(), "B8");
}

#[test]
fn the_same_sheets_at_the_same_time_give_the_same_bytes() {
    assert_eq!(written(), written());
}

#[test]
fn a_bound_is_a_number_under_a_format_that_says_it() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written())).unwrap();
    let styles = book.worksheet_style("Tổng hợp 2021-2024").unwrap();
    let format = styles.get((7, 1)).and_then(|style| style.number_format.as_ref()).unwrap();
    assert_eq!(format.format_code.replace("&quot;", "\""), "\"hơn \"#,##0");
    let values = book.worksheet_range("Tổng hợp 2021-2024").unwrap();
    assert_eq!(values.get_value((7, 1)), Some(&Data::Float(5400.0)));
}

#[test]
fn libreoffice_shows_it_as_meant() {
    let folder = std::env::temp_dir().join(format!("office-sheet-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("a.xlsx");
    std::fs::write(&file, written()).unwrap();
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true",
            "--outdir",
        ])
        .arg(&folder)
        .arg(&file)
        .output();
    let shown = std::fs::read_to_string(folder.join("a.csv"));
    std::fs::remove_dir_all(&folder).unwrap();
    let Ok(run) = run else {
        println!("skipped: no soffice on this machine");
        return;
    };
    let shown = shown.unwrap_or_else(|_| panic!("{run:?}"));
    assert!(shown.contains("hơn 5,400") || shown.contains("hơn 5.400"), "{shown}");
    assert!(shown.contains("16/5/2024") && shown.contains("96.8%"), "{shown}");
    assert!(shown.contains("chưa báo cáo;không áp dụng;97%"), "{shown}");
}

#[test]
fn other_workbooks_give_the_same_table() {
    let folder = std::env::temp_dir().join(format!("office-formats-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.xlsx"), written()).unwrap();
    let mut ran = true;
    for format in ["ods", "xls"] {
        let run = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--headless", "--convert-to", format, "--outdir"])
            .arg(&folder)
            .arg(folder.join("a.xlsx"))
            .output();
        ran &= run.is_ok();
    }
    let (ods, xls) = (std::fs::read(folder.join("a.ods")), std::fs::read(folder.join("a.xls")));
    std::fs::remove_dir_all(&folder).unwrap();
    if !ran {
        println!("skipped: no soffice on this machine");
        return;
    }
    let expected = read_table("a.xlsx", &written()).unwrap();
    for (name, bytes) in [("a.ods", ods.unwrap()), ("a.xls", xls.unwrap())] {
        let mut table = read_table(name, &bytes).unwrap();
        let share = |table: &mut Table| {
            // Each program rounds the division in its own last place.
            let cell = &mut table.rows[0].cells[3].value;
            let CellValue::Number { value, percent: true } = cell else { panic!("{name}: {cell:?}") };
            let rounded = value.to_string().chars().take(10).collect::<String>();
            *cell = text(&rounded);
        };
        let mut expected = expected.clone();
        share(&mut table);
        share(&mut expected);
        table.merged.sort_by_key(|range| range.first);
        expected.merged.sort_by_key(|range| range.first);
        assert_eq!(table, expected, "{name}");
    }
}

#[test]
fn a_long_sheet_is_streamed_and_still_right() {
    let rows = (0..25_000_i64).map(|number| RowOut {
        kind: RowKind::Plain,
        // Every hundredth name wraps: its row is made higher while the sheet is streamed.
        cells: vec![
            CellOut::Text("Đơn vị ".repeat(if number % 100 == 0 { 9 } else { 1 }) + &number.to_string()),
            CellOut::Integer(number),
        ],
    });
    let heading = |text: &str, group: Option<&str>| ColumnOut {
        heading: text.to_owned(),
        group: group.map(str::to_owned),
        width: Some(20),
    };
    let sheet = SheetOut {
        name: "Dài".to_owned(),
        columns: vec![heading("Tên", None), heading("Số", Some("Nhóm"))],
        rows: rows.collect(),
        ..SheetOut::default()
    };
    let bytes = write_workbook(&[sheet], &SheetWords::english(), date(2024, 1, 1).at(0, 0, 0, 0)).unwrap();
    let grid = read_grids("a.xlsx", &bytes).unwrap().swap_remove(0);
    assert_eq!(grid.rows.len(), 25_002);
    assert_eq!(grid.rows[25_001].get(2), Some(&whole(24_999)));
    let high = markup(&bytes).matches("customHeight=\"1\"").count();
    assert_eq!(high, 250);
}

#[test]
fn what_does_not_fit_is_refused_and_not_cut() {
    let long = SheetOut {
        rows: vec![RowOut { kind: RowKind::Plain, cells: vec![CellOut::Text("x".repeat(40_000))] }],
        ..SheetOut::default()
    };
    let fault = write_workbook(&[long], &SheetWords::english(), date(2024, 1, 1).at(0, 0, 0, 0)).unwrap_err();
    assert!(matches!(fault, crate::OfficeError::DoesNotFit { found: 40_000, .. }));
}

#[test]
fn a_table_goes_back_with_what_became_of_its_rows() {
    let table = read_table("a.csv", "Mã;Tên;Số\n01;A;1\n02;B;x\n".as_bytes()).unwrap();
    let said = BTreeMap::from([(3, "D3: “x” không phải là số.".to_owned())]);
    let sheet = with_results(&table, "Kết quả", &said);
    let bytes = write_workbook(&[sheet], &SheetWords::vietnamese(), date(2024, 1, 1).at(0, 0, 0, 0)).unwrap();
    let back = read_table("a.xlsx", &bytes).unwrap();
    assert_eq!(back.column("Kết quả"), Some(4));
    assert_eq!(back.rows[0].get(1), Some(&text("01")));
    assert_eq!(back.rows[0].get(4), None);
    assert_eq!(back.rows[1].get(4), Some(&text("D3: “x” không phải là số.")));
}

#[test]
fn text_with_any_separator_and_encoding() {
    let typed = "Danh sách\n\nMã;Tên đơn vị;Số\n01;\"Sở Y tế; Công Thương\";6.296\n02;Sở Nội vụ;3,5 tỷ\n";
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(typed.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [typed.as_bytes().to_vec(), [&[0xEF, 0xBB, 0xBF], typed.as_bytes()].concat(), wide] {
        let table = read_table("a.csv", &bytes).unwrap();
        assert_eq!(table.column("Tên đơn vị"), Some(2));
        assert_eq!(table.rows[0].get(1), Some(&text("01")));
        assert_eq!(table.rows[0].get(2), Some(&text("Sở Y tế; Công Thương")));
        assert_eq!(table.rows[1].get(3), Some(&text("3,5 tỷ")));
    }
    let tabbed = read_table("", "Mã\tTên\n1\tA, B\n2\tC, D\n".as_bytes()).unwrap();
    assert_eq!(tabbed.rows[1].get(2), Some(&text("C, D")));
    let commas = read_table("a.csv", "code,level,name\n1,2,\"A;B\"\n".as_bytes()).unwrap();
    assert_eq!(commas.headings.len(), 3);
    let hinted = read_table("a.csv", "sep=,\na;b,c\nd;e,f\n".as_bytes()).unwrap();
    assert_eq!(hinted.headings[0].text, "a;b");
    assert_eq!(hinted.rows[0].cells[0].address.to_string(), "A3");
}

#[test]
fn addresses_count_blank_lines() {
    let table = read_table("a.csv", "Mã;Tên\n\n\n1;A\n".as_bytes()).unwrap();
    assert_eq!(table.rows[0].cells[1].address.to_string(), "B4");
}

#[test]
fn csv_out_keeps_kinds_apart_and_runs_nothing() {
    let bytes = write_csv(&sample(), &SheetWords::vietnamese()).unwrap();
    let shown = String::from_utf8(bytes[3..].to_vec()).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines,
        [
            "Đơn vị,Kết quả / Cây xanh,Kết quả / Kinh phí (đồng),Tỷ lệ,Ngày",
            "'=Sở Y tế,0,3500000000,61/63,2024-05-16",
            "Sở Công Thương,,không áp dụng,97%,",
            "Cộng,hơn 5400,3.52,1/0,",
        ]
    );
}

#[test]
fn corners_that_are_upside_down_are_not_a_panic() {
    let bytes = written();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = String::new();
        entry.read_to_string(&mut content).unwrap();
        parts.push((
            entry.name().unwrap().into_owned(),
            content.replace("mergeCell ref=\"B4:C4\"", "mergeCell ref=\"C4:B3\""),
        ));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    let turned = crate::intake::tests::zipped(&parts);
    // With overflow checked the reader gives up; without, the rectangle is only odd.
    match read_table("a.xlsx", &turned) {
        Ok(table) => assert_eq!(table.rows.len(), 4),
        Err(refusal) => assert_eq!(refusal, SheetRefusal::Hazard(Hazard::broken("workbook"))),
    }
}

#[test]
fn other_papers_are_not_tables() {
    assert_eq!(
        read_table("a.html", b"<html><body>x</body></html>").unwrap_err(),
        SheetRefusal::NotATable { found: Kind::Html }
    );
    assert_eq!(
        read_table("a.xlsx", b"a;b").unwrap_err(),
        SheetRefusal::NameDiffers { ending: "xlsx".to_owned(), found: Kind::Text }
    );
    assert_eq!(read_table("a.csv", b"").unwrap_err(), SheetRefusal::Empty);
    assert_eq!(read_table("a.xlsm", b"x").unwrap_err(), SheetRefusal::Hazard(Hazard::Macros));
}

#[test]
fn a_workbook_with_cells_beyond_all_columns_is_refused_or_read_without_a_panic() {
    let relations = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{relation}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let to_book = relations(&format!(
        "<Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/>"
    ));
    let to_sheet = relations(&format!(
        "<Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    ));
    let read = |cell: &str| {
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c r=\"{cell}\"><v>1</v></c></row></sheetData></worksheet>"
        );
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &to_book),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", &to_sheet),
            ("xl/worksheets/sheet1.xml", &sheet),
        ];
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        read_grids("a.xlsx", &crate::intake::tests::zipped(&parts))
    };
    assert_eq!(read("B2").unwrap()[0].rows[0].cells[0].address.to_string(), "B2");
    // What the workbook reader makes of such a cell differs between builds; it never ends the program.
    let _ = read("AAAAAAAAAAAA1");
    assert!(matches!(read("A"), Err(SheetRefusal::Hazard(Hazard::Broken { .. }))));
}

/// A compound file with one stream, long enough to lie in sectors of its own.
fn compound_file(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    let mut head = vec![0_u8; 512];
    let mut put = |at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(30, &9_u16.to_le_bytes());
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4_096_u32.to_le_bytes());
    put(60, &0xFFFF_FFFE_u32.to_le_bytes());
    put(68, &0xFFFF_FFFE_u32.to_le_bytes());
    for place in 0..109 {
        put(76 + place * 4, &0xFFFF_FFFF_u32.to_le_bytes());
    }
    put(76, &0_u32.to_le_bytes());
    let mut table = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
    table.extend((0..sectors).map(|place| if place + 1 == sectors { 0xFFFF_FFFE } else { place + 3 }));
    table.resize(128, 0xFFFF_FFFF);
    let mut directory = Vec::new();
    for (name, kind, start, size) in [("Root Entry", 5_u8, 0xFFFF_FFFE, 0), (name, 2, 2_u32, stream.len())] {
        let mut entry = vec![0_u8; 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&u16::try_from(units.len() + 2).unwrap().to_le_bytes());
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&u32::try_from(size).unwrap().to_le_bytes());
        directory.extend(entry);
    }
    directory.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [head, table, directory, stream].concat()
}

/// An old workbook of one sheet with these records.
fn xls(cells: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |number: u16, bytes: &[u8]| {
        [
            number.to_le_bytes().to_vec(),
            u16::try_from(bytes.len()).unwrap().to_le_bytes().to_vec(),
            bytes.to_vec(),
        ]
        .concat()
    };
    let start = record(0x0809, &[0, 6, 5, 0]);
    // Two texts; the second runs on into the next record, from one-byte into two-byte letters.
    let mut shared = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    shared.extend([2, 0, 0, b'M', b'a', 6, 0, 0, b'H', b'o']);
    let more: Vec<u8> = std::iter::once(1).chain("à B́".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let body = [record(0x00FC, &shared), record(0x003C, &more), record(0x00E0, &[0, 0, 14, 0])].concat();
    let end = record(0x000A, &[]);
    let sheet_at = u32::try_from(start.len() + 4 + 10 + body.len() + end.len()).unwrap();
    let sheet = record(0x0085, &[sheet_at.to_le_bytes().as_slice(), &[0, 0, 2, 0, b'S', b'1']].concat());
    let mut stream = [start.clone(), sheet, body, end.clone(), start].concat();
    for (number, bytes) in cells {
        stream.extend(record(*number, bytes));
    }
    stream.extend(end);
    compound_file("Workbook", &stream)
}

/// Row, column, style 0 and what follows.
fn at(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    [row.to_le_bytes().as_slice(), &column.to_le_bytes(), &[0, 0], rest].concat()
}

#[test]
fn an_old_workbook_by_hand() {
    let far = at(65_535, 255, &1_u32.to_le_bytes());
    let bytes = xls(&[
        (0x00FD, at(0, 0, &0_u32.to_le_bytes())),
        (0x00FD, at(0, 1, &1_u32.to_le_bytes())),
        (0x0203, at(1, 0, &45_428.0_f64.to_le_bytes())),
        (0x00FD, far),
    ]);
    let grid = read_grids("a.xls", &bytes).unwrap().swap_remove(0);
    assert_eq!(grid.sheet, "S1");
    assert_eq!(grid.rows[0].get(1), Some(&text("Ma")));
    assert_eq!(grid.rows[0].get(2), Some(&text("Hoà B\u{301}")));
    assert_eq!(grid.rows[1].get(1), Some(&CellValue::Date(date(2024, 5, 16))));
    assert_eq!(grid.rows[2].cells[0].address.to_string(), "IV65536");
}

#[test]
fn old_workbooks_are_told_apart() {
    let refusal = |bytes: &[u8]| read_table("a.xls", bytes).unwrap_err();
    assert_eq!(refusal(&compound_file("EncryptedPackage", b"")), SheetRefusal::Hazard(Hazard::Encrypted));
    assert_eq!(refusal(&compound_file("WordDocument", b"")), SheetRefusal::NotRead(Unreadable::OldWord));
    assert_eq!(refusal(&compound_file("_VBA_PROJECT", b"")), SheetRefusal::Hazard(Hazard::Macros));
    let mut older = xls(&[]);
    let version = older.windows(4).position(|window| window == [0, 6, 5, 0]).unwrap();
    older[version + 1] = 5;
    assert_eq!(refusal(&older), SheetRefusal::NotRead(Unreadable::Unknown));
    // A chain of sectors that comes back to itself.
    let mut circle = xls(&[(0x0203, at(1, 0, &1.0_f64.to_le_bytes()))]);
    circle[512 + 8..512 + 12].copy_from_slice(&2_u32.to_le_bytes());
    assert!(read_table("a.xls", &circle).is_ok());
}

/// An OpenDocument workbook with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"Bảng\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    crate::intake::tests::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn repeats_of_an_open_document_are_counted_and_not_carried_out() {
    let rows = "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"6296\"><text:p>6.296</text:p></table:table-cell><table:table-cell><text:p>hai<text:s/>dòng</text:p><text:p>nữa</text:p></table:table-cell></table:table-row>";
    let grid = read_grids("a.ods", &ods(rows)).unwrap().swap_remove(0);
    assert_eq!(grid.rows.len(), 1);
    assert_eq!(grid.rows[0].cells[0].address.to_string(), "A1048576");
    assert_eq!(grid.rows[0].get(1), Some(&whole(6_296)));
    assert_eq!(grid.rows[0].get(2), Some(&text("hai dòng\nnữa")));

    let full = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    assert!(matches!(read_grids("a.ods", &ods(full)), Err(SheetRefusal::Hazard(Hazard::TooMuch { .. }))));
    let wide = full.replace("\"1000\"", "\"16384\"");
    assert!(matches!(read_grids("a.ods", &ods(&wide)), Err(SheetRefusal::Hazard(Hazard::TooMuch { .. }))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_text_ends(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        let _ = read_table("a.csv", &bytes);
    }

    #[test]
    fn damaged_workbooks_end(place in any::<proptest::sample::Index>(), byte in any::<u8>(), cut in any::<proptest::sample::Index>()) {
        let mut bytes = written();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        if byte % 3 == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read_table("a.xlsx", &bytes);
    }

    #[test]
    fn damaged_old_workbooks_end(place in any::<proptest::sample::Index>(), damage in proptest::collection::vec(any::<u8>(), 1..5)) {
        let mut bytes = xls(&[
            (0x00FD, at(0, 0, &0_u32.to_le_bytes())),
            (0x00BD, [0_u16, 0, 0, 1, 2, 0, 3, 4, 1].iter().flat_map(|number| number.to_le_bytes()).collect()),
            (0x0006, at(2, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF])),
            (0x0207, vec![1, 0, 0, b'x']),
        ]);
        // Most of the file is padding; what matters stands at the start.
        let start = place.index(1_800);
        for (slot, byte) in bytes[start..].iter_mut().zip(damage) {
            *slot = byte;
        }
        let _ = read_table("a.xls", &bytes);
    }

    #[test]
    fn damaged_open_documents_end(place in any::<proptest::sample::Index>(), damage in "[<>/&;a-z0-9:\" ]{1,8}") {
        let mut rows = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-spanned=\"2\"><text:p>a</text:p></table:table-cell></table:table-row>".to_owned();
        rows.insert_str(place.index(rows.len()), &damage);
        let _ = read_table("a.ods", &ods(&rows));
    }

    #[test]
    fn damaged_sheets_of_a_workbook_end(part in any::<proptest::sample::Index>(), place in any::<proptest::sample::Index>(), damage in "[<>/&;a-zA-Z0-9:\"= -]{1,8}") {
        let bytes = written();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let chosen = part.index(archive.len());
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            if index == chosen {
                let at = place.index(content.len());
                content.splice(at..at, damage.bytes());
            }
            parts.push((entry.name().unwrap().into_owned(), content));
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        let _ = read_table("a.xlsx", &crate::intake::tests::zipped(&parts));
    }
}
