//! Days as texts write them. A year that nobody tells is "XXXX", the exchange schema's sign for it.
//!
//! Not here: days told in whole texts (`tests/reader/figures`).

use super::*;

fn dates(text: &str) -> Vec<String> {
    let sheet = Sheet::new(text);
    let mut claims = Claims::new(&sheet);
    let (found, _) = scan(&mut claims, |s, i| s.any(i, &["người", "cây"]));
    merge(&sheet, &found, None).iter().map(|d| d.value.to_string()).collect()
}

#[test]
fn rows_and_ranges_share_month_and_year() {
    assert_eq!(dates("Từ ngày 15/5 đến 19/5/2021"), ["2021-05-15", "2021-05-19"]);
    assert_eq!(dates("ngày 28/12 - 3/1/2022"), ["2021-12-28", "2022-01-03"]);
    assert_eq!(dates("các ngày 3, 4 và 5 tháng 9 năm 2020"), ["2020-09-03", "2020-09-04", "2020-09-05"]);
    assert_eq!(dates("thứ Bảy 20/8; Chủ nhật 21/8/2022"), ["XXXX-08-20", "2022-08-21"]);
}

#[test]
fn every_way_of_writing_a_date() {
    assert_eq!(dates("ngày 18-5-2021"), ["2021-05-18"]);
    assert_eq!(dates("Ngày 18.5.2021."), ["2021-05-18"]);
    assert_eq!(dates("ngày 05 tháng 02 năm 2026"), ["2026-02-05"]);
    assert_eq!(dates("Chiều 16-5, Đảng ủy"), ["XXXX-05-16"]);
    assert_eq!(dates("Chiều 16.5, Đảng ủy"), ["XXXX-05-16"]);
    assert_eq!(dates("tháng 3/2015"), ["2015-03"]);
    assert_eq!(dates("khen thưởng tháng 6 và sơ kết"), ["XXXX-06"]);
    assert_eq!(dates("tháng 3 - Tháng Thanh niên năm 2019"), ["2019-03", "2019"]);
    assert_eq!(dates("hai tháng (tháng 5,6/2026)"), ["2026-05", "2026-06"]);
    assert_eq!(dates("cuối năm tháng 6,7 trời nắng"), ["XXXX-06", "XXXX-07"]);
    assert_eq!(dates("2 Tháng 7, 2026"), ["2026-07-02"]);
    assert_eq!(dates("quý II/2026"), ["2026-Q2"]);
    assert_eq!(dates("nhiệm kỳ 2015 – 2020"), ["2015/2020"]);
    assert_eq!(dates("(2016, 2017, 2018)"), ["2016", "2017", "2018"]);
    assert_eq!(dates("ngày 19 và 20-6"), ["XXXX-06-19", "XXXX-06-20"]);
}

#[test]
fn what_is_told_in_full_elsewhere_gives_the_year() {
    assert_eq!(
        dates("Sáng 7-11, … cuối tháng 8. Đợt ngày 7-11-2025, tháng 8/2011"),
        ["2025-11-07", "2011-08"]
    );
    assert_eq!(dates("Sinh ngày 19-5-1890. Ngày 19-5, Đảng ủy"), ["1890-05-19", "XXXX-05-19"]);
    // A feast day is every year's, whichever jubilee is kept.
    assert_eq!(
        dates("Ngày 20/11, kỷ niệm 34 năm (20/11/1982 – 20/11/2016)"),
        ["XXXX-11-20", "1982-11-20", "2016-11-20"]
    );
}

#[test]
fn what_is_no_date() {
    assert!(dates("đã 1-2 năm").is_empty());
    assert!(dates("trong 6 tháng đầu").is_empty());
    assert!(dates("trên 2000 người").is_empty());
    assert!(dates("có 2000 cây").is_empty());
    assert!(dates("2.021 cây").is_empty());
    assert!(dates("lúc 19:04").is_empty());
}

#[test]
fn the_year_comes_from_the_publication() {
    let day = |m, d| DateValue::Day { year: None, month: m, day: d };
    let january = civil::date(2024, 1, 10);
    assert_eq!(with_year(day(12, 28), Some(january)).to_string(), "2023-12-28");
    assert_eq!(with_year(day(1, 9), Some(january)).to_string(), "2024-01-09");
    assert!(!exists(DateValue::Day { year: Some(2023), month: 2, day: 29 }));
}
