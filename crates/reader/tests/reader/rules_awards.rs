//! Who got an award and who gave it: counts that are no recipients, recipients told with kinds and names between, winners who give
//! nothing.
//!
//! Not here: awards asked for (`voted_awards`), rows of awards (`shared_awards`).

use reader::AwardStatus;

use crate::told::{Given, PARAGRAPH, given, told};

fn awarded(sentence: &str) -> Vec<Given> {
    given(&format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}"))
}

fn award(form: &str, by: Option<&str>, bodies: Option<i64>, people: Option<i64>) -> Given {
    (form.to_owned(), by.map(str::to_owned), bodies, people, None)
}

#[test]
fn heads_of_bodies_who_were_there_got_nothing() {
    let told =
        awarded("Dự lễ có Bí thư 14 chi bộ trực thuộc và gia đình các đảng viên được tặng Huy hiệu Đảng.");
    assert_eq!(told, []);
    assert_eq!(awarded("Có 14 chi bộ được tặng Giấy khen."), [award("Giấy khen", None, Some(14), None)]);
}

#[test]
fn who_a_body_is_made_up_of_is_no_recipient() {
    let told = awarded("Chi bộ (gồm 42 đảng viên) được Huyện ủy tặng Giấy khen.");
    assert!(told.iter().all(|(_, _, _, people, _)| *people != Some(42)), "{told:?}");
}

#[test]
fn whoever_is_named_beside_those_counted_is_one_more() {
    let told = awarded("Ông Đặng Thanh Bình và 7 cán bộ nhận Kỷ niệm chương “Vì sự nghiệp Hội”.");
    let people: Vec<_> = told.iter().map(|(_, _, bodies, people, _)| (*bodies, *people)).collect();
    assert_eq!(people, [(None, Some(8))]);
}

#[test]
fn kinds_and_names_may_stand_between_bodies_and_people() {
    let told = awarded("Đảng ủy Bệnh viện Tân Lập biểu dương 8 tập thể khoa, phòng, 25 cá nhân.");
    assert_eq!(told, [award("Biểu dương", Some("Đảng ủy Bệnh viện Tân Lập"), Some(8), Some(25))]);
    let told = awarded(
        "Chủ tịch UBND huyện Lạc Thủy tặng Giấy khen cho 02 tập thể (tổ dân phố số 7, tổ dân phố số 11 phường Đông) và 03 cá nhân.",
    );
    assert_eq!(told, [award("Giấy khen", Some("Chủ tịch UBND huyện Lạc Thủy"), Some(2), Some(3))]);
}

#[test]
fn a_school_praises_its_classes() {
    let told = awarded("Kết thúc buổi lễ, nhà trường khen thưởng 12 lớp xuất sắc.");
    assert_eq!(told, [award("Khen thưởng", Some("nhà trường"), Some(12), None)]);
}

#[test]
fn far_behind_those_counted_something_else_is_told() {
    let told = awarded(
        "Nay 4 người, 50 phút là xong, mỗi năm làm lợi 3,8 tỷ đồng, được Liên đoàn Lao động tỉnh tặng Bằng Lao động sáng tạo.",
    );
    assert!(told.iter().all(|(_, _, _, people, _)| *people != Some(4)), "{told:?}");
}

#[test]
fn whoever_won_gives_nothing() {
    let told = awarded("Năm 2023, Trường THPT Tân Lập đạt 3 giải Nhất, 2 giải Nhì.");
    assert_eq!(told, [award("Giải Nhất", None, None, Some(3)), award("Giải Nhì", None, None, Some(2))]);
    let told = awarded("Sở Y tế tỉnh Lạc Thủy trao giải cho các đội đạt kết quả cao: 1 giải Nhất.");
    assert_eq!(told.first().and_then(|(_, by, ..)| by.clone()), Some("Sở Y tế tỉnh Lạc Thủy".to_owned()));
}

#[test]
fn prizes_of_a_contest_of_teams_are_the_teams() {
    let told = awarded(
        "Kết quả: giải Nhất thuộc về đội Khoa Y Dược (5.000.000đ); 02 giải Nhì: đội Khoa Sư phạm, đội Khoa Luật; 3 giải Ba.",
    );
    let prize = |form: &str, bodies: i64| award(form, None, Some(bodies), None);
    assert_eq!(told, [prize("Giải Nhất", 1), prize("Giải Nhì", 2), prize("Giải Ba", 3)]);
}

#[test]
fn names_and_brackets_give_nothing() {
    let told = awarded(
        "Cuộc thi “Tìm hiểu Điều lệ Công đoàn” thu hút 120 lượt dự thi, có 01 giải Nhất và 02 giải tập thể.",
    );
    assert_eq!(told.first(), Some(&award("Giải Nhất", None, None, Some(1))));
    let told =
        awarded("2 giải Nhì thuộc về anh Bùi Chí Tâm (Công an tỉnh) và chị Lê Thị Mai (Sở Y tế); 3 giải Ba.");
    assert!(told.iter().all(|(_, by, ..)| by.is_none()), "{told:?}");
}

#[test]
fn letters_counted_in_a_bracket_are_shared_among_those_there() {
    let told = awarded("Ngành đã được tặng 03 Bằng khen của Thủ tướng Chính phủ (01 tập thể và 02 cá nhân).");
    assert_eq!(told, [award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(1), Some(2))]);
}

#[test]
fn a_number_of_a_name_counts_nothing() {
    let reading = told("Nhà máy chế biến 1 duy trì phong trào, chị Điểu Thị Mai - NT 2 đồng giải Nhì.");
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
}

#[test]
fn rules_are_not_wider_than_their_reason() {
    // Heads alone got it themselves.
    assert_eq!(awarded("Hội trưởng 12 chi hội phụ nữ được tặng Giấy khen.").len(), 1);
    // What another clause has ahead tells nothing of what was handed over.
    let reading = told("Nhà trường sẽ tổ chức lễ; Chủ tịch UBND huyện Lạc Thủy đã trao 5 Giấy khen.");
    assert!(reading.awards.iter().all(|a| a.status == AwardStatus::Given), "{:?}", reading.awards);
    assert_eq!(reading.awards.len(), 1);
    // Whoever acts with the school gives.
    let told_by = awarded("Sở Giáo dục và Đào tạo tỉnh phối hợp nhà trường khen thưởng 25 học sinh.");
    let by = told_by.first().and_then(|(_, by, ..)| by.clone());
    assert_eq!(by, Some("Sở Giáo dục và Đào tạo tỉnh".to_owned()));
    // Clothes are no money, a share of things no day, who gives blood no portal.
    let units = |text: &str| told(text).indicators.into_iter().map(|i| i.unit).collect::<Vec<_>>();
    assert_eq!(units("Mỗi em được hỗ trợ 2 đồng phục và 3 đồng hồ."), ["đồng phục", "đồng hồ"]);
    assert_eq!(units("Đơn vị hoàn thành trước 9/12 chỉ tiêu đề ra."), ["chỉ tiêu"]);
    assert_eq!(units("Người đăng ký hiến máu 120 người"), ["người"]);
}
