//! Tables there and back, and those that people make.

use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;

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
fn a_long_sheet_is_streamed_and_still_right() {
    let rows = (0..25_000_i64).map(|number| RowOut {
        kind: RowKind::Plain,
        cells: vec![CellOut::Text(format!("Đơn vị {number}")), CellOut::Integer(number)],
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
}
