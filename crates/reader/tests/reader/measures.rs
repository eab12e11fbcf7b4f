//! Numbers that are figures only in their place: times, marks, rates, bounds, changes, counters of a page, days.
//!
//! Not here: what a figure is told of (`rules_more`).

use reader::Qualifier;

use crate::told::{days, told};

/// Value, thousandths and unit of every figure.
fn figures(text: &str) -> Vec<(i64, i64, String)> {
    told(text).indicators.into_iter().map(|i| (i.value, i.thousandths, i.unit)).collect()
}

fn one(value: i64, unit: &str) -> (i64, i64, String) {
    (value, 0, unit.to_owned())
}

#[test]
fn time_is_a_figure_where_it_changes_or_is_told_how_often_at_least() {
    let change = "Thời gian giải quyết hồ sơ rút từ 15 ngày xuống còn 7 ngày.";
    assert_eq!(figures(change), [one(15, "ngày"), one(7, "ngày")]);
    assert_eq!(
        figures("Tổ rút thời gian cắt may từ 52 giây còn 31 giây."),
        [one(52, "giây"), one(31, "giây")]
    );
    assert_eq!(figures("Cán bộ xã xuống thôn tối thiểu 3 ngày/tháng."), [one(3, "ngày/tháng")]);
    assert!(figures("Đợt cao điểm kéo dài từ 15 ngày đến 20 ngày.").is_empty());
    assert!(figures("Cán bộ làm việc ít nhất 8 giờ/ngày.").is_empty());
}

#[test]
fn both_ends_of_a_change_have_the_size_of_the_second() {
    let rise = "Thu nhập bình quân tăng từ 32,5 lên 47,1 triệu đồng/người/năm.";
    assert_eq!(figures(rise), [one(32_500_000, "đồng"), one(47_100_000, "đồng")]);
    let rate = "Năng suất lúa tăng từ 5,2 lên 6,1 tấn/ha nhờ giống mới.";
    assert_eq!(figures(rate), [(5, 200, "tấn/ha".to_owned()), (6, 100, "tấn/ha".to_owned())]);
    let labels: Vec<_> = told(rate).indicators.into_iter().map(|i| i.label).collect();
    assert_eq!(labels, ["Năng suất lúa", "Năng suất lúa"]);
    assert_eq!(figures("Mỗi nhóm 25 đến 30 hộ."), [one(25, "hộ"), one(30, "hộ")]);
}

#[test]
fn marks_are_figures_as_a_mean_only() {
    assert_eq!(figures("Điểm thi trung bình môn Toán đạt 6,8 điểm."), [(6, 800, "điểm".to_owned())]);
    assert!(figures("Phần chào hỏi (20 điểm) và phần hùng biện (30 điểm) sôi nổi.").is_empty());
    assert!(figures("Đội thi đạt 8/9 phiếu của ban giám khảo.").is_empty());
    assert_eq!(figures("Trường có 3 điểm lẻ và 1 điểm chính.").len(), 2);
}

#[test]
fn at_least_is_told_with_from_where_nothing_rises_or_comes() {
    let bounds = |text: &str| {
        let all = told(text).indicators.into_iter().map(|i| (i.qualifier, i.qualifier_words));
        all.map(|(kind, words)| (kind, if words.is_empty() { "-".to_owned() } else { words }))
            .collect::<Vec<_>>()
    };
    let bound = |kind: Qualifier, words: &str| (kind, words.to_owned());
    let from = bound(Qualifier::MoreThan, "từ");
    let exact = bound(Qualifier::Exact, "-");
    for (text, want) in [
        ("Mỗi năm kết nạp từ 5 đảng viên mới trở lên.", &from),
        ("Mức hỗ trợ từ 50 triệu đồng/căn.", &from),
        ("Thí sinh đến từ 12 xã dự thi.", &exact),
        ("Kinh phí lấy từ 27 triệu đồng quỹ xã.", &exact),
        ("Xã làm trên 9,5km đường thôn.", &bound(Qualifier::MoreThan, "trên")),
        ("Cách làm ấy lan tới 9/9 khu công nghiệp.", &exact),
        ("Gian bếp chưa đầy 24 m2.", &bound(Qualifier::UpTo, "chưa đầy")),
    ] {
        assert_eq!(bounds(text).first(), Some(want), "{text}");
    }
    assert_eq!(bounds("Bộ đội gắn 120 bóng đèn trên 9,5km đường thôn.").last(), Some(&exact));
}

#[test]
fn who_is_meant_how_hurt_and_how_often_are_no_figures() {
    for text in [
        "Doanh nghiệp dưới 50 lao động được vay vốn.",
        "Đề nghị tặng quà thương binh 2/4 Lê Văn Tư.",
        "Học sinh lớp 12A3 nhận thưởng của trường.",
        "Em đạt Huy chương Bạc Olympic 30-4 môn Hóa.",
        "Thợ lò nhớ 7 cái “nhớ” trước ca.",
        "Tổ trực 24/7 ở xã.",
        "Đại biểu về quê sẽ là 186 đốm lửa.",
    ] {
        assert!(figures(text).is_empty(), "{text}: {:?}", figures(text));
    }
    assert_eq!(figures("Xã còn dưới 50 hộ nghèo vào cuối năm."), [one(50, "hộ")]);
    assert_eq!(figures("Tổ nhận 7 cái bàn."), [one(7, "cái")]);
}

#[test]
fn what_a_page_counts_of_itself_is_no_figure() {
    for line in [
        "Đang truy cập: 21     Hôm nay: 340     Tổng lượt truy cập: 1.204.330",
        "Gửi ý kiến   3 bình luận",
        "Đính kèm: 4 ảnh, 2 tệp Word",
        "Số lần đọc: 512",
    ] {
        assert!(figures(line).is_empty(), "{line}: {:?}", figures(line));
    }
    assert_eq!(figures("Hôm nay: 340 hộ dân nhận giống lúa.").len(), 1);
}

#[test]
fn a_dash_makes_a_day_behind_until_when_and_a_street_keeps_its_day() {
    assert_eq!(days("Các phường nộp danh sách chậm nhất 25-9."), ["XXXX-09-25"]);
    assert_eq!(days("Tính đến 12-8, toàn xã có 30 hộ đăng ký."), ["XXXX-08-12"]);
    assert_eq!(days("Đã gửi: 16:05 Thứ Sáu, 28 thg 6, 2024"), ["2024-06-28"]);
    assert_eq!(days("Xem tin theo ngày  Tháng 5 2026"), ["2026-05"]);
    assert!(days("Mỗi xã xây đến 12-15 căn nhà.").is_empty());
    assert!(days("Lễ trao giải ở hội trường số 45 đường 3 tháng 2.").is_empty());
}

#[test]
fn rows_of_bodies_and_things_are_one_measure() {
    assert_eq!(figures("Có 24 chi, đảng bộ trực thuộc."), [one(24, "chi, đảng bộ")]);
    assert_eq!(figures("Đài phát 340 tin, bài về nông thôn."), [one(340, "tin, bài")]);
    assert_eq!(figures("Xây 4 nhà văn hóa."), [one(4, "nhà văn hóa")]);
    assert_eq!(figures("Nhà trường duy trì 44 câu lạc bộ, nay còn duy trì 40.").len(), 2);
}

#[test]
fn documents_keep_their_number_their_day_in_brackets_and_their_issuer() {
    let cited = |text: &str| {
        let one = told(text).citations.into_iter().next().unwrap();
        (one.number, one.date.map(|d| d.to_string()), one.issuer)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        cited("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;"),
        ("06/2022/QH15".to_owned(), some("2022-06-15"), some("Quốc hội"))
    );
    assert_eq!(cited("theo Kết luận 21-KL/TW (25/10/2021) và").1, some("2021-10-25"));
    assert_eq!(cited("Nghị quyết 7b/NQ-TLĐ về").0, "7b/NQ-TLĐ");
    assert_eq!(cited("Bộ Chính trị khóa XII ban hành Chỉ thị số 05-CT/TW").2, some("Bộ Chính trị"));
    assert_eq!(
        cited("Chỉ thị số 87-CT/QUTW của Thường vụ Quân ủy Trung ương").2,
        some("Thường vụ Quân ủy Trung ương")
    );
    assert_eq!(cited("Luật Thi đua, khen thưởng số mới nhất").0, "Thi đua, khen thưởng");
}

#[test]
fn what_is_measured_is_told_with_what_was_done_and_not_with_its_measure() {
    let label = |text: &str| told(text).indicators.into_iter().next().map(|i| i.label);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(label("Bà con hiến 8,6 ha đất."), some("hiến đất"));
    assert_eq!(label("Chi hội gom được hơn 9,6 tấn gạo."), some("gom được gạo"));
    assert_eq!(label("Trong đó có 310 ha chè."), some("ha chè"));
    assert_eq!(label("Đoàn viên sửa 4 cây cầu gỗ."), some("cây cầu gỗ"));
}

#[test]
fn pupils_in_letters_are_counted() {
    assert_eq!(figures("Trường có 751/760 HS hạnh kiểm tốt."), [one(751, "hs")]);
    assert_eq!(figures("Giáo viên HS cả 2 khối cùng thi."), [one(2, "khối")]);
}
