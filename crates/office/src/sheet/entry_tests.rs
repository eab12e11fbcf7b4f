//! What goes out in a form comes back the same; what is locked stays locked.

use std::io::Read as _;

use jiff::civil::datetime;
use proptest::prelude::*;

use super::{
    AskOut, Bound, CellOut, CellValue, CheckOut, EntryOut, EntryRow, ManyColumn, ManyOut, ManyRow, RuleOut,
    SheetWords, read_entry, read_many, write_entry, write_many,
};
use crate::decimal::Decimal;

fn entry(answers: Vec<Option<CellOut>>) -> EntryOut {
    let ask = |(place, answer): (usize, Option<CellOut>)| {
        EntryRow::Ask(Box::new(AskOut {
            key: place.to_string(),
            question: format!("Câu {place}"),
            measure: "người".to_owned(),
            help: "Nếu kỳ này không có, nhập 0.".to_owned(),
            last: Some(CellOut::Integer(10)),
            answer,
            choices: Vec::new(),
            as_text: false,
            reason: String::new(),
            result: String::new(),
            checks: vec![
                CheckOut {
                    rule: RuleOut::AtMostRow("0".to_owned()),
                    told: "Không quá \"câu 0\".".to_owned(),
                },
                CheckOut { rule: RuleOut::Near(50), told: "Đổi quá 50%.".to_owned() },
            ],
        }))
    };
    let mut rows = vec![EntryRow::Heading("I. Học tập".to_owned())];
    rows.extend(answers.into_iter().enumerate().map(ask));
    EntryOut {
        name: "Biểu 1".to_owned(),
        mark: "thidua 1 abc 2024-05".to_owned(),
        titles: vec!["Biểu tháng".to_owned(), "Chi bộ 1 · tháng 5/2024".to_owned()],
        heads: ["Nội dung", "Đơn vị tính", "Kỳ trước", "Số kỳ này", "Kiểm tra", "Lý do"].map(str::to_owned),
        result_head: String::new(),
        rows,
    }
}

fn bytes_of(entry: &EntryOut) -> Vec<u8> {
    write_entry(entry, &SheetWords::vietnamese(), datetime(2024, 5, 16, 8, 0, 0, 0)).expect("written")
}

/// The markup of the only sheet.
pub(super) fn markup(bytes: &[u8]) -> String {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a container");
    let mut text = String::new();
    book.by_name("xl/worksheets/sheet1.xml").expect("a sheet").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn every_answer_comes_back_in_its_cell() {
    let answers = vec![
        Some(CellOut::Integer(0)),
        None,
        Some(CellOut::Bounded { value: 5_400, bound: Bound::AtLeast }),
        Some(CellOut::Percent { numerator: 61, denominator: 63 }),
        Some(CellOut::NotApplicable),
        Some(CellOut::Text("Chi bộ đã họp".to_owned())),
    ];
    let back = read_entry("bieu.xlsx", &bytes_of(&entry(answers))).expect("read").expect("a form");
    assert_eq!(back.mark, "thidua 1 abc 2024-05");
    let told: Vec<(String, String)> = back
        .answers
        .iter()
        .map(|one| (one.address.to_string(), one.value.as_ref().map(CellValue::to_plain).unwrap_or_default()))
        .collect();
    let expected = [
        ("E6", "0"),
        ("E7", ""),
        ("E8", "hơn 5400"),
        ("E9", "61/63"),
        ("E10", "không áp dụng"),
        ("E11", "Chi bộ đã họp"),
    ];
    assert_eq!(told, expected.map(|(cell, text)| (cell.to_owned(), text.to_owned())));
}

#[test]
fn all_but_the_answers_is_locked_and_the_checks_are_formulas() {
    let mut form = entry(vec![Some(CellOut::Integer(3)), Some(CellOut::Integer(4))]);
    if let Some(EntryRow::Ask(ask)) = form.rows.last_mut() {
        ask.choices = vec!["Có".to_owned(), "Không".to_owned()];
    }
    let markup = markup(&bytes_of(&form));
    assert!(markup.contains("<sheetProtection"), "{markup}");
    assert!(markup.contains("IF(AND(ISNUMBER(E6),E7&gt;E6)"), "{markup}");
    assert!(markup.contains("ABS(E7-D7)*100&gt;ABS(D7)*50"), "{markup}");
    assert!(markup.contains("type=\"list\""), "{markup}");
    assert!(markup.contains("hidden=\"1\""), "{markup}");
    assert!(markup.contains("<conditionalFormatting"), "{markup}");
}

#[test]
fn a_sheet_of_another_make_is_no_form() {
    assert_eq!(read_entry("a.csv", "Tên,Số\nA,1\n".as_bytes()), Ok(None));
}

proptest! {
    #[test]
    fn whole_numbers_come_back_as_they_were(numbers in prop::collection::vec(
        prop::option::of(-9_007_199_254_740_991_i64..=9_007_199_254_740_991), 1..20,
    )) {
        let answers = numbers.iter().map(|number| number.map(CellOut::Integer)).collect();
        let back = read_entry("bieu.xlsx", &bytes_of(&entry(answers))).expect("read").expect("a form");
        let found: Vec<Option<i64>> = back
            .answers
            .iter()
            .map(|one| match &one.value {
                Some(CellValue::Number { value, .. }) => Decimal::as_whole(*value),
                _ => None,
            })
            .collect();
        prop_assert_eq!(found, numbers);
    }
}

fn table(answers: &[Vec<Option<i64>>]) -> ManyOut {
    let column = |number: usize| ManyColumn {
        key: number.to_string(),
        question: format!("Câu {number} (người)"),
        help: "Không có thì nhập 0.".to_owned(),
        rules: vec![RuleOut::AtMostRow("0".to_owned()), RuleOut::AtMost(9)],
        ..ManyColumn::default()
    };
    let row = |(number, answers): (usize, &Vec<Option<i64>>)| ManyRow {
        key: format!("{number} 1"),
        name: format!("Chi bộ {number}"),
        answers: answers.iter().map(|answer| answer.map(CellOut::Integer)).collect(),
        result: String::new(),
    };
    ManyOut {
        name: "Biểu 1".to_owned(),
        mark: "thidua 1 abc 2024-05".to_owned(),
        titles: vec!["Biểu tháng".to_owned()],
        head: "Đơn vị".to_owned(),
        columns: (0..answers.first().map_or(0, Vec::len)).map(column).collect(),
        rows: answers.iter().enumerate().map(row).collect(),
        result_head: String::new(),
    }
}

#[test]
fn a_form_of_many_units_is_no_form_of_one() {
    let many = table(&[vec![Some(1)]]);
    let bytes =
        write_many(&many, &SheetWords::vietnamese(), datetime(2024, 5, 16, 8, 0, 0, 0)).expect("written");
    assert!(markup(&bytes).contains("<sheetProtection"));
    assert_eq!(read_many("bieu.xlsx", &bytes_of(&entry(vec![None]))), Ok(None));
    assert_eq!(read_many("a.csv", "Tên,Số\nA,1\n".as_bytes()), Ok(None));
}

proptest! {
    #[test]
    fn a_form_of_many_units_comes_back_as_it_went_out(answers in (1_usize..6).prop_flat_map(|columns| {
        prop::collection::vec(prop::collection::vec(prop::option::of(0_i64..1_000_000), columns), 1..12)
    })) {
        let many = table(&answers);
        let bytes = write_many(&many, &SheetWords::vietnamese(), datetime(2024, 5, 16, 8, 0, 0, 0));
        let back = read_many("bieu.xlsx", &bytes.expect("written")).expect("read").expect("a form");
        prop_assert_eq!(&back.mark, &many.mark);
        let found: Vec<Vec<Option<i64>>> = back
            .rows
            .iter()
            .map(|row| {
                let whole = |value: &Option<CellValue>| match value {
                    Some(CellValue::Number { value, .. }) => Decimal::as_whole(*value),
                    _ => None,
                };
                row.answers.iter().map(|(_, _, value)| whole(value)).collect()
            })
            .collect();
        prop_assert_eq!(found, answers);
        prop_assert_eq!(back.rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>(),
            many.rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>());
    }

    #[test]
    fn words_and_reasons_come_back_as_they_were(texts in prop::collection::vec("[ -~à-ỹ\n]{0,60}", 1..8)) {
        let answers: Vec<Option<CellOut>> = texts.iter().map(|text| Some(CellOut::Text(text.clone()))).collect();
        let mut form = entry(answers);
        for (row, text) in form.rows.iter_mut().skip(1).zip(&texts) {
            if let EntryRow::Ask(ask) = row {
                (ask.as_text, ask.reason) = (true, text.clone());
            }
        }
        let back = read_entry("bieu.xlsx", &bytes_of(&form)).expect("read").expect("a form");
        let tidy = |text: &str| crate::legacy::tidy(text).trim().to_owned();
        for (one, text) in back.answers.iter().zip(&texts) {
            prop_assert_eq!(one.value.as_ref().map(CellValue::to_plain).unwrap_or_default(), tidy(text));
            prop_assert_eq!(&one.reason, &tidy(text));
        }
    }
}
