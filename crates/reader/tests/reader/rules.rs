//! Rules of the reader on sentences made up for them: bodies, badges, recipients, captions, dates, what the
//! portal adds.
//!
//! Not here: whole articles (`articles`), reports (`reports`), other ways of writing the same text (`robust`).

use crate::told::{bodies, captions, days, told};

/// Form, collectives, individuals, both together.
type Frame = (String, Option<i64>, Option<i64>, Option<i64>);

fn awards(text: &str) -> Vec<Frame> {
    told(text).awards.into_iter().map(|a| (a.form, a.collectives, a.individuals, a.combined)).collect()
}

fn frame(form: &str, collectives: Option<i64>, individuals: Option<i64>, combined: Option<i64>) -> Frame {
    (form.to_owned(), collectives, individuals, combined)
}

#[test]
fn a_block_of_bodies_is_named_to_its_level() {
    assert_eq!(bodies("Sáng nay, Đảng ủy Khối các cơ quan tỉnh họp."), ["Đảng ủy Khối các cơ quan tỉnh"]);
    assert_eq!(
        bodies("Ban Chỉ đạo Hiến máu tình nguyện huyện Sông Lam vừa họp."),
        ["Ban Chỉ đạo Hiến máu tình nguyện huyện Sông Lam"]
    );
    assert_eq!(
        bodies("Ban Chỉ đạo Phòng chống thiên tai tỉnh Hà Nam đã họp."),
        ["Ban Chỉ đạo Phòng chống thiên tai tỉnh Hà Nam"]
    );
    assert_eq!(
        bodies("Đoàn Thanh niên Liên doanh Việt - Lào Sao Mai đã ra quân."),
        ["Đoàn Thanh niên Liên doanh Việt - Lào Sao Mai"]
    );
}

#[test]
fn a_whole_name_does_not_run_into_the_next_document() {
    let names = bodies("Thực hiện chỉ thị của Bộ Chính trị, Kế hoạch số 16-KH/TU của Tỉnh ủy về học tập.");
    assert_eq!(names, ["Bộ Chính trị", "Tỉnh ủy"]);
}

#[test]
fn what_a_body_does_is_no_part_of_its_name() {
    assert_eq!(bodies("Hội Nông dân vận động bà con xã Tân Lập hiến đất."), ["Hội Nông dân"]);
}

#[test]
fn badges_are_told_apart_by_their_years() {
    let text = "Dịp này, Đảng ủy phường trao Huy hiệu Đảng cho 9 đảng viên, trong đó có 2 đảng viên 50 năm tuổi \
                Đảng, 7 đảng viên 30 năm.";
    assert_eq!(
        awards(text),
        [
            frame("Huy hiệu Đảng", None, Some(9), None),
            frame("Huy hiệu 50 năm tuổi Đảng", None, Some(2), None),
            frame("Huy hiệu 30 năm tuổi Đảng", None, Some(7), None),
        ]
    );
}

#[test]
fn one_number_for_people_and_bodies_is_combined() {
    assert_eq!(
        awards("Thành đoàn tuyên dương 64 thanh niên, chi đoàn tiêu biểu."),
        [frame("Tuyên dương", None, None, Some(64))]
    );
    assert_eq!(
        awards("Huyện đoàn tặng bằng khen cho 12 Chi đoàn vững mạnh."),
        [frame("Bằng khen", Some(12), None, None)]
    );
}

#[test]
fn a_named_body_is_awarded_in_its_own_clause() {
    let text = "Từ đầu nhiệm kỳ, Công an tỉnh Hà Nam được tặng thưởng Huân chương Chiến công hạng Ba; 3 cá nhân được \
                tặng Bằng khen của Bộ Công an.";
    let all = awards(text);
    assert!(all.contains(&frame("Bằng khen", None, Some(3), None)), "{all:?}");
    assert!(all.contains(&frame("Huân chương Chiến công hạng Ba", Some(1), None, None)), "{all:?}");
}

#[test]
fn the_lead_that_repeats_an_award_is_another_place_of_it() {
    let text = "Công an tỉnh tuyên dương 58 điển hình làm theo Bác\n\nThành tích của 58 điển hình góp phần vào kết quả \
                chung của ngành trong năm qua và bồi đắp thêm hình ảnh đẹp về người chiến sĩ.\n\nChiều 3/6, Công an \
                tỉnh Hà Nam tổ chức lễ gặp mặt.";
    let reading = told(text);
    assert_eq!(reading.awards.len(), 1);
    assert_eq!(reading.awards.first().map(|a| a.mention.spans.len()), Some(2));
    assert!(reading.indicators.is_empty());
}

#[test]
fn feasts_and_tags_name_their_day() {
    assert_eq!(days("chào mừng Quốc khánh 2/9 và các ngày lễ lớn"), ["XXXX-09-02"]);
    assert_eq!(days("Lễ tuyên dương của tỉnh (TTTS 20-4)"), ["XXXX-04-20"]);
}

#[test]
fn the_day_nearest_to_the_text_is_the_articles() {
    let text = "Thứ 7, 27/07/2024, 23:29\n\nHuyện ủy tổ chức lễ báo công dâng Bác\n\nChủ nhật, 19/05/2013 | \
                16:28\n\nSáng 17/5, Ban Thường vụ Huyện ủy tổ chức lễ báo công dâng Bác, biểu dương các tập thể, cá \
                nhân tiêu biểu trong học tập và làm theo tấm gương đạo đức của Người tại đền thờ ở xã bên sông, nơi \
                hằng năm bà con vẫn về.";
    assert_eq!(days(text), ["2024-07-27", "2013-05-19", "2013-05-17"]);
}

const BODY: &str = "Sáng 4/5, Đảng ủy xã Tân Lập tổ chức hội nghị sơ kết việc học tập và làm theo tư tưởng, đạo đức, \
                    phong cách Hồ Chí Minh với sự tham dự của đông đảo cán bộ, đảng viên và nhân dân các thôn trong \
                    xã cùng đại diện lãnh đạo các phòng, ban của huyện.";

#[test]
fn captions_show_and_do_not_tell() {
    let text = format!(
        "Xã Tân Lập sơ kết việc làm theo Bác\n\n{BODY}\n\nTrao giấy khen cho các tập thể tiêu biểu\n\nĐồng chí Trần Văn \
         Bảy - Bí thư Đảng ủy xã\n\nTuổi trẻ xã Tân Lập dâng hương tại đài tưởng niệm.\n\nĐảng ủy xã đã biểu dương các \
         chi bộ làm tốt và nhắc các chi bộ còn chậm phải khẩn trương."
    );
    assert_eq!(
        captions(&text),
        [
            "Trao giấy khen cho các tập thể tiêu biểu",
            "Đồng chí Trần Văn Bảy - Bí thư Đảng ủy xã",
            "Tuổi trẻ xã Tân Lập dâng hương tại đài tưởng niệm."
        ]
    );
}

#[test]
fn a_line_twice_is_a_picture_and_its_other_text() {
    let text = format!(
        "Xã Tân Lập sơ kết việc làm theo Bác\n\n{BODY}\nVườn rau của chi hội\nVườn rau của chi hội\n\n{BODY}"
    );
    assert_eq!(captions(&text), ["Vườn rau của chi hội", "Vườn rau của chi hội"]);
}

#[test]
fn what_the_portal_adds_is_no_report() {
    let text = format!("Xã Tân Lập sơ kết\n\n{BODY}\n\nTheo dõi Báo Tân Lập trên Google News\n\n52 lượt xem");
    let reading = told(&text);
    assert!(reading.organisations.iter().all(|o| !o.name.contains("Báo")));
    assert!(reading.indicators.is_empty());
    assert_eq!(reading.boilerplate.len(), 1);
}
