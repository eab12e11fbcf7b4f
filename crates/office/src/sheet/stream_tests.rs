//! What is written row by row comes back, to this reader and to another one.

use std::io::Cursor;

use calamine::Reader as _;
use jiff::civil::date;
use proptest::prelude::*;

use super::{Bound, CellOut, CellValue, SheetRefusal, SheetWords, StreamOut, read_rows};
use crate::decimal::Decimal;
use crate::hazard::Hazard;

fn headings(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("Cột {number}")).collect()
}

fn written(rows: &[Vec<CellOut>], most: usize) -> Vec<u8> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let words = SheetWords::vietnamese();
    let mut out =
        StreamOut::with_rows(Vec::new(), "Số liệu", &headings(columns), &words, most).expect("opened");
    for row in rows {
        out.row(row).expect("written");
    }
    out.finish().expect("closed")
}

/// A sheet's place, a row's number, and its cells by column.
type ReadRow = (usize, u32, Vec<(u32, CellValue)>);

fn read(bytes: &[u8]) -> Vec<ReadRow> {
    let mut rows = Vec::new();
    read_rows(Cursor::new(bytes), |sheet, row| {
        let cells = row.cells.iter().map(|cell| (cell.address.column, cell.value.clone())).collect();
        rows.push((sheet, row.number, cells));
        true
    })
    .expect("read");
    rows
}

fn number(value: i64) -> CellValue {
    CellValue::Number { value: Decimal::whole(value), percent: false }
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

#[test]
fn every_kind_of_cell_comes_back() {
    let row = vec![
        CellOut::Text("Hoà & <Bình> _x0041_\u{7}".to_owned()),
        CellOut::Empty,
        CellOut::Integer(0),
        CellOut::Money(3_500_000_000),
        CellOut::Number(Decimal { digits: 352, places: 2 }),
        CellOut::Percent { numerator: 61, denominator: 63 },
        CellOut::Stated(Decimal::whole(97)),
        CellOut::Date(date(2024, 5, 16)),
        CellOut::Bounded { value: 5_400, bound: Bound::AtLeast },
        CellOut::NotReported,
        CellOut::NotApplicable,
        CellOut::Integer(i64::MAX),
    ];
    let bytes = written(&[row], 100);
    let rows = read(&bytes);
    let (_, line, cells) = rows.get(1).expect("a row after the heading");
    assert_eq!(*line, 2);
    let share = |digits, places| CellValue::Number { value: Decimal { digits, places }, percent: true };
    let expected = [
        (1, text("Hoà & <Bình> _x0041_\u{7}")),
        (3, number(0)),
        (4, number(3_500_000_000)),
        (5, CellValue::Number { value: Decimal { digits: 352, places: 2 }, percent: false }),
        (6, share(968_253_968_253_968, 15)),
        (7, share(97, 2)),
        (8, CellValue::Date(date(2024, 5, 16))),
        (9, number(5_400)),
        (10, text("chưa báo cáo")),
        (11, text("không áp dụng")),
        (12, text("9223372036854775807")),
    ];
    assert_eq!(cells.as_slice(), expected);
    let mut book = calamine::Xlsx::new(Cursor::new(&bytes)).expect("another reader opens it");
    let range = book.worksheet_range("Số liệu").expect("the sheet");
    assert_eq!(range.get_value((1, 3)).map(ToString::to_string).as_deref(), Some("3500000000"));
    assert_eq!(range.get_value((1, 0)).map(ToString::to_string).unwrap_or_default().get(..5), Some("Hoà "));
}

#[test]
fn a_full_sheet_is_followed_by_another_and_nothing_is_cut() {
    let rows: Vec<Vec<CellOut>> = (0..25).map(|number| vec![CellOut::Integer(number)]).collect();
    let back = read(&written(&rows, 10));
    let sheets: Vec<usize> = back.iter().map(|(sheet, _, _)| *sheet).collect();
    assert_eq!(sheets.iter().filter(|sheet| **sheet == 0).count(), 10);
    assert_eq!(sheets.last(), Some(&2));
    let numbers: Vec<CellValue> = back
        .into_iter()
        .filter(|(_, line, _)| *line > 1)
        .filter_map(|(_, _, mut cells)| Some(cells.pop()?.1))
        .collect();
    assert_eq!(numbers, (0..25).map(number).collect::<Vec<_>>());
}

#[test]
fn what_does_not_fit_is_said_and_not_cut() {
    let words = SheetWords::vietnamese();
    let mut out = StreamOut::new(Vec::new(), "a", &headings(1), &words).expect("opened");
    assert!(out.row(&[CellOut::Empty, CellOut::Empty]).is_err());
    assert!(out.row(&[CellOut::Text("a".repeat(32_768))]).is_err());
    assert!(StreamOut::new(Vec::new(), "a", &headings(16_385), &words).is_err());
}

#[test]
fn what_is_no_workbook_is_refused() {
    let refusal = read_rows(Cursor::new(b"PK\x03\x04 cut short"), |_, _| true).expect_err("refused");
    assert!(matches!(refusal, SheetRefusal::Hazard(Hazard::Broken { .. })));
    let mut bytes = written(&[vec![CellOut::Integer(1)]], 10);
    bytes.truncate(bytes.len() / 2);
    assert!(read_rows(Cursor::new(&bytes), |_, _| true).is_err());
}

#[test]
fn what_the_other_writer_wrote_is_read_alike() {
    let sheet = super::SheetOut {
        name: "Số liệu".to_owned(),
        columns: vec![super::ColumnOut { heading: "Tên".to_owned(), ..super::ColumnOut::default() }; 2],
        rows: vec![super::RowOut {
            kind: super::RowKind::Plain,
            cells: vec![CellOut::Text("Hòa Bình".to_owned()), CellOut::Date(date(2024, 5, 16))],
        }],
        ..super::SheetOut::default()
    };
    let made = jiff::civil::datetime(2024, 5, 16, 8, 0, 0, 0);
    let bytes = super::write_workbook(&[sheet], &SheetWords::vietnamese(), made).expect("written");
    let rows = read(&bytes);
    assert_eq!(
        rows.last().map(|(_, _, cells)| cells.clone()),
        Some(vec![(1, text("Hòa Bình")), (2, CellValue::Date(date(2024, 5, 16))),])
    );
}

proptest! {
    #[test]
    fn any_text_and_number_comes_back(cells in prop::collection::vec((".{0,40}", any::<i32>()), 1..30)) {
        let rows: Vec<Vec<CellOut>> = cells
            .iter()
            .map(|(text, value)| vec![CellOut::Text(text.clone()), CellOut::Integer(i64::from(*value))])
            .collect();
        let back = read(&written(&rows, 7));
        let lines = back.into_iter().filter(|(_, line, _)| *line > 1);
        for ((said, value), (_, _, found)) in cells.iter().zip(lines) {
            let mut expected = Vec::new();
            expected.extend(CellValue::text(said).map(|value| (1, value)));
            expected.push((2, number(i64::from(*value))));
            prop_assert_eq!(found, expected);
        }
    }
}
