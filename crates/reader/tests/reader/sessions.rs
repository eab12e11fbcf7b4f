//! Study sessions: who sat in them, in how many classes, at how many points, on sentences made up for them.
//!
//! Not here: shares of those who studied (`figures`).

use crate::told::told;

/// Points, attendees and classes of every session.
fn sessions(text: &str) -> Vec<(Option<i64>, Option<i64>, Option<i64>)> {
    told(text).sessions.into_iter().map(|s| (s.points, s.attendees, s.classes)).collect()
}

#[test]
fn those_who_studied_are_a_session_without_a_class() {
    assert_eq!(sessions("Toàn xã có 812/830 đảng viên dự học (đạt 97,8%)."), [(None, Some(812), None)]);
    assert_eq!(sessions("Ba năm qua, có 5.420 lượt người học chuyên đề."), [(None, Some(5420), None)]);
    assert_eq!(
        sessions("Đảng bộ đã quán triệt Chỉ thị 05 tới 640/652 đảng viên."),
        [(None, Some(640), None)]
    );
    assert_eq!(
        sessions("Xã tổ chức học tập chuyên đề năm 2024 cho 320 đảng viên."),
        [(None, Some(320), None)]
    );
    assert_eq!(sessions("Cả vùng có 806 đảng viên tham gia học tập."), [(None, Some(806), None)]);
    // They follow an example, or a gift reaches them.
    assert!(sessions("Xã quán triệt Chỉ thị 05 rồi trao quà cho 30 đảng viên.").is_empty());
    assert!(sessions("Đảng bộ có 812 đảng viên học tập và làm theo Bác.").is_empty());
    assert!(sessions("Sau khi quán triệt Chỉ thị 05, xã trao quà tới 30 đảng viên.").is_empty());
}

#[test]
fn classes_and_those_who_went_to_them_are_one_session() {
    let before = "Có 215 viên chức được học tập qua 04 lớp quán triệt.";
    assert_eq!(sessions(before), [(None, Some(215), Some(4))]);
    assert_eq!(sessions("Huyện mở 12 lớp cho 640 đảng viên."), [(None, Some(640), Some(12))]);
    let two = "Các chi bộ đã học nghị quyết, có 812 đảng viên dự học; ngoài ra hội đoàn thể mở 9 lớp với 1.200 lượt người.";
    assert_eq!(sessions(two), [(None, Some(812), None), (None, Some(1200), Some(9))]);
    // Classes of a school and of a trade.
    assert!(sessions("Trường có 300 học sinh học tập tốt, 12 lớp đạt tiên tiến.").is_empty());
    assert!(sessions("Trung tâm mở 5 lớp cho 150 hội viên học nghề.").is_empty());
}

#[test]
fn meetings_on_a_subject_are_sessions_where_it_is_told_who_came() {
    let came = "Năm 2024 mở 38 hội nghị chuyên đề, thu hút 2.450 lượt cán bộ, đảng viên tham gia.";
    assert_eq!(sessions(came), [(None, Some(2450), Some(38))]);
    assert!(sessions("Chi bộ tổ chức 12 buổi sinh hoạt chuyên đề về tiết kiệm.").is_empty());
    assert_eq!(
        sessions("Chi bộ mở 14 buổi kể chuyện Bác Hồ, ~ 620 lượt người nghe."),
        [(None, Some(620), Some(14))]
    );
    assert!(sessions("Trường mở 9 buổi kể chuyện về Bác, tặng 620 lượt bạn đọc sách.").is_empty());
    assert!(sessions("Tỉnh tổ chức 8 hội nghị chuyên đề, chi 30 triệu đồng.").is_empty());
}

#[test]
fn points_are_told_with_their_subject_and_with_their_parts() {
    let subject = "Riêng chuyên đề năm 2024, xã nối tại 05 điểm cầu, có trên 310 cán bộ, đảng viên theo dõi.";
    assert_eq!(sessions(subject), [(Some(5), Some(310), None)]);
    let parts =
        "Chuyên đề được học tập tại 9 điểm cầu (01 điểm cầu chính, 8 điểm cầu thôn) với 620 đảng viên.";
    assert_eq!(sessions(parts), [(Some(9), Some(620), None)]);
    assert!(sessions("Hội nghị nối đến 14 điểm cầu với 300 đại biểu bàn về vụ lúa.").is_empty());
}

#[test]
fn kinds_of_classes_in_a_bracket_do_not_part_them_from_those_who_came() {
    let kinds = "Huyện tổ chức 23 lớp (02 lớp chủ chốt, 21 lớp cơ sở) cho 3.192 cán bộ, đảng viên tham gia.";
    assert_eq!(sessions(kinds).first(), Some(&(None, Some(3192), Some(23))));
}

#[test]
fn the_numbers_of_a_session_stand_in_the_order_of_its_parts() {
    let text = "Năm 2024 mở 06 đợt học tập chuyên đề tại 11 điểm cầu (01 điểm cầu chính, 10 điểm cầu thôn) với 2.980 đảng viên.";
    let reading = told(text);
    let numbers = reading.sessions.first().map(|s| &s.numbers).unwrap();
    let at = |n: u32| usize::try_from(n).unwrap();
    let sources: Vec<String> = numbers
        .iter()
        .map(|n| text.chars().skip(at(n.start)).take(at(n.end.saturating_sub(n.start))).collect())
        .collect();
    assert_eq!(sources.get(..3).unwrap(), ["11", "2.980", "06"]);
    assert_eq!(
        reading.sessions.first().map(|s| (s.points, s.attendees, s.classes)),
        Some((Some(11), Some(2980), Some(6)))
    );
}
