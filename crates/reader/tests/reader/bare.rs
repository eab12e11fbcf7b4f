//! Numbers whose noun stands before them, or before another number of their sentence.
//!
//! Not here: numbers with their noun behind them (`figures`).

use reader::{Certainty, Status};

use crate::told::told;

/// Value, out of how many, measure and label of each counted thing.
fn counted(text: &str) -> Vec<(i64, Option<i64>, String, String)> {
    let text = format!("Hội làm vườn xã Tân Lập\n\n{text}");
    told(&text).indicators.into_iter().map(|i| (i.value, i.of, i.unit, i.label)).collect()
}

fn own(value: i64, unit: &str, label: &str) -> (i64, Option<i64>, String, String) {
    (value, None, unit.to_owned(), label.to_owned())
}

#[test]
fn a_line_of_a_report_says_before_the_colon_what_it_counts() {
    assert_eq!(
        counted(
            "- Tổng số hội viên: 1.318.\n- Số chi hội: 24\n- Số hộ nghèo là 57, giảm 12 so với năm 2023."
        ),
        [
            own(1318, "hội viên", "Tổng số hội viên"),
            own(24, "chi hội", "Số chi hội"),
            own(57, "hộ", "Số hộ nghèo"),
            own(12, "hộ", "hộ nghèo giảm"),
        ]
    );
    assert_eq!(
        counted("Hội viên: 1.318; chi hội: 24; hội viên nghèo: 0."),
        [
            own(1318, "hội viên", "Hội viên"),
            own(24, "chi hội", "chi hội"),
            own(0, "hội viên", "hội viên nghèo")
        ]
    );
}

#[test]
fn a_number_without_a_noun_goes_on_with_the_one_before() {
    assert_eq!(
        counted(
            "Hội tiếp nhận 68 phản ánh, chuyển xử lý 68/68. Cả xã đăng ký 3.417 mô hình, đã công nhận 2.986 (đạt 87,4%)."
        ),
        [
            own(68, "phản ánh", "tiếp nhận phản ánh"),
            (68, Some(68), "phản ánh".to_owned(), "phản ánh chuyển xử lý".to_owned()),
            own(3417, "mô hình", "đăng ký mô hình"),
            own(2986, "mô hình", "mô hình đã công nhận"),
        ]
    );
    let present = counted("Đảng viên có mặt 22/23, vắng 1.");
    assert_eq!(present.iter().map(|c| (c.0, c.1)).collect::<Vec<_>>(), [(22, Some(23)), (1, None)]);
}

#[test]
fn by_how_much_something_changed_is_doubted() {
    let reading = told("Hội làm vườn xã Tân Lập\n\nSố hộ nghèo còn 45, giảm 12 so với cùng kỳ.");
    let sure: Vec<_> = reading.indicators.iter().map(|i| (i.value, i.mention.certainty)).collect();
    assert_eq!(sure, [(45, Certainty::Likely), (12, Certainty::Doubtful)]);
    let age = told("Hội làm vườn xã Tân Lập\n\nTuổi bình quân giảm từ 47,35 xuống 45,14.");
    let stood: Vec<_> = age.indicators.iter().map(|i| (i.value, i.thousandths, i.status)).collect();
    assert_eq!(stood, [(47, 350, Status::Earlier), (45, 140, Status::Result)]);
}

#[test]
fn of_how_many_may_be_told_in_words() {
    assert_eq!(
        counted("Đến nay 37 trong tổng số 46 thôn có vườn; 14 trên 16 chi hội đã kiểm tra."),
        [
            (37, Some(46), "thôn".to_owned(), "thôn có vườn".to_owned()),
            (14, Some(16), "chi hội".to_owned(), "chi hội đã kiểm tra".to_owned()),
        ]
    );
}

#[test]
fn a_place_among_others_and_the_number_of_a_name_count_nothing() {
    assert!(counted("- Xếp thứ tự: 15/27").is_empty());
    assert!(counted("Bà con ở thôn 7, tổ 12 cùng dọn đường.").is_empty());
}

#[test]
fn men_and_women_are_told_by_their_number_alone() {
    let read = told("Toàn huyện có 205 đảng viên mới (nam 120, nữ 85).");
    let parts: Vec<_> = read.indicators.iter().map(|i| (i.label.as_str(), i.value)).collect();
    assert_eq!(parts, [("đảng viên mới", 205), ("nam", 120), ("nữ", 85)]);
}

#[test]
fn a_number_with_a_space_within_is_read_whole_and_doubted() {
    let read = told("Diện tích gieo trồng cả năm đạt 12. 797 ha, tăng so với năm trước.");
    assert_eq!(read.indicators.iter().map(|i| i.value).collect::<Vec<_>>(), [12_797]);
    assert!(read.doubts.iter().any(|d| d.kind == reader::DoubtKind::AmbiguousNumber));
}

#[test]
fn years_before_a_verb_storeys_and_years_of_studies_count_nothing() {
    for text in [
        "Đơn vị được tạp chí Bán lẻ 2008 bình chọn.",
        "Nhà trường khánh thành dãy nhà 3 tầng khang trang.",
        "Bạn Lê Đăng Khôi, sinh viên năm 3 Trường Đại học Sông Lô, đã cứu hai em nhỏ.",
        "Tỉnh đề ra mục tiêu có nhiều xã đạt 19/19 tiêu chí.",
    ] {
        let read = told(text);
        assert!(
            read.indicators.iter().all(|i| i.unit == "tiêu chí" && text.contains("19/19")),
            "{text}: {:?}",
            read.indicators
        );
    }
    let communes = told("Tỉnh đề ra mục tiêu có 25 xã đạt 19/19 tiêu chí.");
    assert_eq!(communes.indicators.iter().map(|i| i.value).collect::<Vec<_>>(), [25]);
}

#[test]
fn days_of_pay_are_given_and_no_duration() {
    let read = told("Mỗi cán bộ ủng hộ 02 ngày lương cho quỹ trong 15 ngày.");
    assert_eq!(
        read.indicators.iter().map(|i| (i.value, i.unit.as_str())).collect::<Vec<_>>(),
        [(2, "ngày lương")]
    );
}

#[test]
fn ages_told_for_men_and_women_count_nobody() {
    assert!(told("Tuổi nghỉ hưu (nam 62, nữ 60) được nâng dần.").indicators.is_empty());
}

#[test]
fn figures_of_one_kind_stay_apart_by_what_was_done() {
    let read = told("120 hộ nghèo được vay vốn và 120 hộ nghèo được cấp thẻ bảo hiểm y tế.");
    let parts: Vec<_> =
        read.indicators.iter().map(|i| (i.value, i.unit.as_str(), i.label.as_str())).collect();
    assert_eq!(
        parts,
        [(120, "hộ", "hộ nghèo được vay vốn"), (120, "hộ", "hộ nghèo được cấp thẻ bảo hiểm y tế")]
    );
    let row = told("Số hộ nghèo: 57, giảm 12, còn 45.");
    assert_eq!(
        row.indicators.iter().map(|i| i.label.as_str()).collect::<Vec<_>>(),
        ["Số hộ nghèo", "hộ nghèo giảm", "hộ còn"]
    );
}

#[test]
fn a_sentence_that_ends_with_its_number_keeps_it() {
    let read = told("Tổng số hội viên là 450. 120 hội viên được vay vốn.");
    assert_eq!(read.indicators.iter().map(|i| i.value).collect::<Vec<_>>(), [450, 120]);
}

#[test]
fn a_verb_behind_a_comma_is_no_second_measure() {
    let read =
        told("Đoàn kiểm tra 12 đơn vị, thanh tra 5 doanh nghiệp; phục vụ 25 đơn vị, ban hành 13 văn bản.");
    assert_eq!(
        read.indicators.iter().map(|i| i.unit.as_str()).collect::<Vec<_>>(),
        ["đơn vị", "doanh nghiệp", "đơn vị", "văn bản"]
    );
    let row = told("Có 96 cơ quan, đơn vị, địa phương gửi hồ sơ.");
    assert_eq!(
        row.indicators.iter().map(|i| i.unit.as_str()).collect::<Vec<_>>(),
        ["cơ quan, đơn vị, địa phương"]
    );
}
