//! Awards to those named, prizes that fall to somebody and rows of honours, on sentences made up for them.
//!
//! Not here: awards with counted recipients (`awards`).

use crate::told::{Given, PARAGRAPH, given, told};

fn award(form: &str, by: Option<&str>, collectives: Option<i64>, individuals: Option<i64>) -> Given {
    (form.to_owned(), by.map(str::to_owned), collectives, individuals, None)
}

#[test]
fn people_beside_a_body_named_receive_the_same() {
    let text = "UBND huyện đã tặng Giấy khen cho Chi bộ Tài chính, Chi bộ Y tế và 5 đảng viên có thành tích.";
    assert_eq!(given(text), [award("Giấy khen", Some("UBND huyện"), Some(2), Some(5))]);
    let text =
        "Thủ tướng Chính phủ đã quyết định tặng Bằng khen cho UBND thị trấn Tân Lập và ông Trần Văn Sơn.";
    assert_eq!(given(text), [award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(1), Some(1))]);
    let text = "Công an phường 7 và ông Đặng Văn Minh được UBND quận tặng Giấy khen.";
    assert_eq!(given(text), [award("Giấy khen", Some("UBND quận"), Some(1), Some(1))]);
}

#[test]
fn a_body_spoken_of_without_its_name_receives_as_one() {
    let text = "Trường vinh dự được Chủ tịch nước tặng thưởng Huân chương Độc lập hạng Ba.";
    assert_eq!(given(text), [award("Huân chương Độc lập hạng Ba", Some("Chủ tịch nước"), Some(1), None)]);
    let text = "Đơn vị 5 năm liền được tặng danh hiệu “Đơn vị quyết thắng”.";
    assert_eq!(given(text), [award("Danh hiệu “Đơn vị quyết thắng”", None, Some(1), None)]);
    assert!(given("Mỗi đơn vị được tặng Giấy khen.").is_empty());
    assert!(given("Tập thể được tặng Giấy khen").is_empty());
}

#[test]
fn those_named_behind_the_form_and_those_presented_before_it_are_counted() {
    let text =
        "Các đồng chí được nhận Huy hiệu 50 năm tuổi Đảng gồm: đồng chí Lê Văn Năm, đồng chí Trần Thị Bảy.";
    assert_eq!(given(text), [award("Huy hiệu 50 năm tuổi Đảng", None, None, Some(2))]);
    let text = "Em Nguyễn Minh Anh, học sinh lớp 12A1, đạt giải Nhất, đồng chí Trần Thị Lan được nhận Bằng khen của UBND tỉnh.";
    assert_eq!(
        given(text),
        [award("Giải Nhất", None, None, Some(1)), award("Bằng khen", Some("UBND tỉnh"), None, Some(1))]
    );
    let text = "Bà Lê Thị Sáu được Hội Nông dân tỉnh tặng Bằng khen năm 2021 và Hội Nông dân huyện tặng Giấy khen năm 2022.";
    let givers: Vec<_> = given(text).into_iter().map(|a| a.1).collect();
    assert_eq!(givers, [Some("Hội Nông dân tỉnh".to_owned()), Some("Hội Nông dân huyện".to_owned())]);
}

#[test]
fn a_prize_falls_to_whoever_won_it_unless_it_was_counted_before() {
    let text = "Kết quả, giải Nhất thuộc về thí sinh Đoàn Thị Nhung; giải Nhì thuộc về đội thi xã Tân Lập.";
    assert_eq!(
        given(text),
        [award("Giải Nhất", None, None, Some(1)), award("Giải Nhì", None, Some(1), None)]
    );
    let text =
        "Ban Tổ chức đã trao 1 giải Nhất, 2 giải Nhì cho các đội thi; giải Nhất thuộc về Chi đoàn Công an.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2, a.3)).collect();
    assert_eq!(counts, [("Giải Nhất".to_owned(), Some(1), None), ("Giải Nhì".to_owned(), Some(2), None)]);
    assert!(given("Có 18 điển hình được tặng từ 2 Bằng khen trở lên.").iter().all(|a| a.3 != Some(2)));
}

#[test]
fn badges_of_one_sentence_may_leave_out_the_end_of_the_form() {
    let text = "Đảng ủy phường trao Huy hiệu 60 năm tuổi Đảng cho 1 đồng chí, 55 năm cho 2 đồng chí và 30 năm cho 10 đồng chí.";
    let badges: Vec<_> = given(text).into_iter().map(|a| (a.0, a.3)).collect();
    assert_eq!(
        badges,
        [
            ("Huy hiệu 60 năm tuổi Đảng".to_owned(), Some(1)),
            ("Huy hiệu 55 năm tuổi Đảng".to_owned(), Some(2)),
            ("Huy hiệu 30 năm tuổi Đảng".to_owned(), Some(10)),
        ]
    );
    let text = "Đảng bộ có nhiều đảng viên được tặng Huy hiệu Đảng là: Đảng bộ xã Tân Lập (71 đảng viên), Đảng bộ xã Tân An (13 \
                đảng viên).";
    let counts: Vec<_> = given(text).into_iter().map(|a| a.3).collect();
    assert_eq!(counts, [Some(71), Some(13)]);
}

#[test]
fn honours_in_rows_are_one_award_each() {
    let text = format!(
        "Thành tích của Trường Tân Lập\n\n{PARAGRAPH}\n\nHuân chương Lao động hạng Ba năm 2005\n\nBằng khen của Thủ tướng Chính phủ \
         năm 2010\n\n- Cờ thi đua Chính phủ năm 2012, đơn vị dẫn đầu phong trào thi đua yêu nước của ngành trong năm học vừa qua"
    );
    let rows: Vec<_> = given(&text).into_iter().map(|a| (a.0, a.1, a.2)).collect();
    let row = |form: &str, by: Option<&str>| (form.to_owned(), by.map(str::to_owned), Some(1));
    assert_eq!(
        rows,
        [
            row("Huân chương Lao động hạng Ba", None),
            row("Bằng khen", Some("Thủ tướng Chính phủ")),
            row("Cờ thi đua", Some("Chính phủ")),
        ]
    );
    assert!(told(&text).captions.is_empty());
    let text = "Công ty đã được Nhà nước trao tặng nhiều danh hiệu cao quý: Anh hùng Lao động, Huân chương Độc lập hạng Nhì.";
    assert_eq!(
        given(text),
        [
            award("Anh hùng Lao động", Some("Nhà nước"), Some(1), None),
            award("Huân chương Độc lập hạng Nhì", Some("Nhà nước"), Some(1), None),
        ]
    );
}

#[test]
fn honours_told_year_by_year_belong_to_whoever_the_text_is_of() {
    let text = format!(
        "Giới thiệu Trường Tân Lập\n\n{PARAGRAPH}\n\nNăm học 2006-2007 trường vinh dự được UBND tỉnh tặng \"Cờ thi đua xuất sắc dẫn đầu \
         bậc học\".\n\n+ Năm 2013, được Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba.\n\n(Năm 1995 được Liên đoàn Lao động \
         tỉnh tặng cờ Công đoàn cơ sở vững mạnh)"
    );
    let rows: Vec<_> = given(&text).into_iter().map(|a| (a.1, a.2)).collect();
    let row = |by: &str| (Some(by.to_owned()), Some(1));
    assert_eq!(rows, [row("UBND tỉnh"), row("Chủ tịch nước"), row("Liên đoàn Lao động tỉnh")]);
}

#[test]
fn points_under_a_heading_tell_what_a_body_was_given() {
    let text = format!(
        "Công đoàn Tân Lập\n\n{PARAGRAPH}\n\nTrong 5 năm đã được tặng thưởng:\n- 01 Bằng khen của UBND tỉnh\n- 03 Bằng khen của Công đoàn ngành Y tế"
    );
    let rows: Vec<_> = given(&text).into_iter().map(|a| (a.1, a.2)).collect();
    assert_eq!(
        rows,
        [(Some("UBND tỉnh".to_owned()), Some(1)), (Some("Công đoàn ngành Y tế".to_owned()), Some(3))]
    );
    let text = format!(
        "Trường Tân Lập\n\n{PARAGRAPH}\n\n+ Chủ tịch nước tặng Huân chương Lao động hạng Ba.\n+ Bộ Y tế tặng Bằng khen đơn vị xuất sắc.\n+ UBND \
         tỉnh tặng cờ \"Đơn vị dẫn đầu\"."
    );
    let givers: Vec<_> = given(&text).into_iter().filter_map(|a| a.1).collect();
    assert_eq!(givers, ["Chủ tịch nước", "Bộ Y tế", "UBND tỉnh"]);
}

#[test]
fn those_with_a_bracket_behind_their_name_stand_in_a_row_too() {
    let text = "Ông Võ Hữu Thời (huyện Tân Lập) và bà Hồ Thị Tư (huyện Tân An) nhận bằng khen của Thủ tướng Chính phủ.";
    assert_eq!(given(text), [award("Bằng khen", Some("Thủ tướng Chính phủ"), None, Some(2))]);
    let text = "Lãnh đạo công đoàn đã trao giấy chứng nhận “Thợ giỏi năm 2023” cho ông Trần Văn Đạo.";
    assert_eq!(
        given(text).first().map(|a| (a.0.as_str(), a.3)),
        Some(("Giấy chứng nhận “Thợ giỏi năm 2023”", Some(1)))
    );
}

#[test]
fn a_clause_of_its_own_has_its_own_receiver() {
    let text = "Với thành tích giải cứu 12 công nhân gặp nạn ở thủy điện, Lữ đoàn được tặng thưởng Huân chương Chiến công hạng Nhất.";
    assert_eq!(given(text), [award("Huân chương Chiến công hạng Nhất", None, Some(1), None)]);
    let text = "Công an tỉnh đã khen thưởng đột xuất đối với Công an huyện Tân Lập; trao thưởng Công an huyện Tân An.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.1, a.2)).collect();
    let one = (Some("Công an tỉnh".to_owned()), Some(1));
    assert_eq!(counts, [one.clone(), one]);
    assert!(given("Công tác thi đua, khen thưởng Công an huyện Tân Lập được đổi mới.").is_empty());
}

#[test]
fn those_who_bear_a_title_are_counted_by_it() {
    let text = "Trung ương Hội đã tuyên dương 291 “Sinh viên 5 tốt” và 109 “Sao Tháng Giêng” toàn quốc.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.0, a.3)).collect();
    assert_eq!(counts.first(), Some(&("Danh hiệu “Sinh viên 5 tốt”".to_owned(), Some(291))));
    assert_eq!(counts.get(1).map(|c| c.1), Some(Some(109)));
    assert!(given("Đội có 8 giải Nhất, tăng 5 giải Nhất so với năm trước.").iter().all(|a| a.3 != Some(5)));
    let text = "Chi cục đã vinh danh 120 doanh nghiệp - cá nhân tiêu biểu.";
    assert_eq!(given(text).first().map(|a| a.4), Some(Some(120)));
}

#[test]
fn lines_of_a_row_of_honours_may_open_with_a_verb_or_with_who_gave_them() {
    let text = format!(
        "Thành tích của Công đoàn Trường Tân Lập\n\n{PARAGRAPH}\n\nBằng khen của UBND tỉnh, năm 1989.\nĐạt danh hiệu Công đoàn cơ sở vững mạnh \
         của Liên đoàn Lao động tỉnh.\nCờ thi đua đơn vị xuất sắc trong phong trào lao động giỏi của Thành ủy Hà Nội.\nTổng Liên đoàn Lao động \
         Việt Nam tặng Bức trướng nhân kỷ niệm 35 năm thành lập Trường (1956-1991)"
    );
    let givers: Vec<_> = given(&text).into_iter().filter_map(|a| a.1).collect();
    assert_eq!(
        givers,
        ["UBND tỉnh", "Liên đoàn Lao động tỉnh", "Thành ủy Hà Nội", "Tổng Liên đoàn Lao động Việt Nam"]
    );
    assert!(told(&text).captions.is_empty());
}

#[test]
fn a_later_part_of_a_list_keeps_the_giver_and_its_own_receivers() {
    let text = "Công đoàn ngành Y tế đã trao tặng Cờ thi đua xuất sắc toàn diện cho 07 Công đoàn cơ sở, trong đó có Công đoàn Bệnh viện Phổi; trao \
                tặng 06 Cờ thi đua chuyên đề Xanh - Sạch cho các đơn vị.";
    let rows: Vec<_> = given(text).into_iter().map(|a| (a.1, a.2)).collect();
    let ministry = Some("Công đoàn ngành Y tế".to_owned());
    assert_eq!(rows, [(ministry.clone(), Some(7)), (ministry, Some(6))]);
    let text =
        "Chủ tịch nước đã tặng Huân chương Độc lập hạng Nhất cho tỉnh Tân Lập, hạng Nhì cho 14 cá nhân.";
    assert_eq!(given(text).first().map(|a| (a.2, a.3)), Some((Some(1), None)));
    let text = "Thừa ủy quyền của Chủ tịch nước, ông Cao Văn Dũng đã trao tặng Huân chương Chiến công hạng Nhất cho tập thể Công an tỉnh Tân \
                Lập và hai cá nhân.";
    assert_eq!(
        given(text),
        [award("Huân chương Chiến công hạng Nhất", Some("Chủ tịch nước"), Some(1), Some(2))]
    );
}

#[test]
fn cases_are_neither_people_nor_bodies_and_titles_have_bearers() {
    let text = "Tỉnh có 4.288 trường hợp được Thủ tướng tặng Bằng khen và có 13 Chiến sĩ thi đua toàn quốc.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.3, a.4)).collect();
    assert_eq!(counts, [(None, Some(4_288)), (Some(13), None)]);
}

#[test]
fn what_a_title_says_was_received_is_told_once() {
    let text = format!(
        "Doanh nghiệp A kỷ niệm 60 năm Ngày truyền thống và đón nhận Bằng khen của Thủ tướng Chính phủ\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    );
    assert_eq!(given(&text), [award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(1), None)]);
    let text = format!(
        "Huyện Tân Lập: Đón nhận Huân chương Lao động hạng Ba\n\nSáng 3-7, UBND huyện Tân Lập tổ chức hội nghị điển hình tiên tiến và đón nhận Huân chương Lao \
         động hạng Ba của Chủ tịch nước trong niềm vui chung của cán bộ và nhân dân toàn huyện cùng đông đảo khách mời.\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    );
    assert_eq!(given(&text).len(), 1, "{:?}", given(&text));
}

#[test]
fn titles_counted_under_their_heading_and_prizes_behind_a_colon_are_awards() {
    let text = "Danh hiệu thi đua năm 2022: 05 Tập thể lao động xuất sắc, 120 Lao động tiên tiến, 15 Chiến sĩ thi đua cấp cơ sở.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2, a.3)).collect();
    let row = |form: &str, bodies: Option<i64>, people: Option<i64>| (form.to_owned(), bodies, people);
    assert_eq!(
        counts,
        [
            row("Tập thể lao động xuất sắc", Some(5), None),
            row("Lao động tiên tiến", None, Some(120)),
            row("Chiến sĩ thi đua cấp cơ sở", None, Some(15)),
        ]
    );
    let text = "Kết quả, giải Nhất: Trường THPT Lê Quý Đôn; giải Nhì: Trường THPT Trần Phú. Chủ nhân của giải Ba là thí sinh Phạm Thu Hà.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.2, a.3)).collect();
    assert_eq!(counts, [(Some(1), None), (Some(1), None), (None, Some(1))]);
}

#[test]
fn receivers_may_be_left_out_or_told_in_two_parts() {
    let text = "Đợt này có 87 đảng viên được trao tặng và 3 đảng viên được truy tặng Huy hiệu Đảng.";
    let counts: Vec<_> = given(text).into_iter().map(|a| a.3).collect();
    assert_eq!(counts, [Some(87), Some(3)]);
    let text = "Lữ đoàn được Nhà nước tặng 2 Huân chương Chiến công; 5 năm liên tục đạt danh hiệu Đơn vị quyết thắng.";
    assert_eq!(
        given(text).get(1).map(|a| (a.0.as_str(), a.2)),
        Some(("Danh hiệu Đơn vị quyết thắng", Some(1)))
    );
    let text = "Chi bộ được Đảng ủy xếp loại hoàn thành xuất sắc nhiệm vụ, được tặng Giấy khen.";
    assert_eq!(given(text), [award("Giấy khen", None, Some(1), None)]);
    let text = "Cá nhân ông được tặng thưởng Huân chương Lao động hạng Ba.";
    assert_eq!(given(text), [award("Huân chương Lao động hạng Ba", None, None, Some(1))]);
    let text = "Tại lễ tuyên dương, 100 “Học sinh 3 tốt” cấp thành phố được nhận Giấy khen của Thành đoàn.";
    assert_eq!(given(text).first().map(|a| (a.1.as_deref(), a.3)), Some((Some("Thành đoàn"), Some(100))));
    let text =
        "Huyện đoàn đã tặng Giấy khen cho Đoàn xã Bình An cùng các anh, chị Lê Văn Minh, Trần Thị Thu.";
    assert_eq!(given(text), [award("Giấy khen", Some("Huyện đoàn"), Some(1), Some(2))]);
}

#[test]
fn a_head_without_a_body_gives_and_a_form_out_of_turn_has_its_giver() {
    let givers = |text: &str| given(text).into_iter().map(|a| a.1).collect::<Vec<_>>();
    let text = "Ghi nhận công lao ấy, Chủ tịch nước đã tặng Huân chương Lao động hạng Ba cho 5 cá nhân.";
    assert_eq!(givers(text), [Some("Chủ tịch nước".to_owned())]);
    let text = "4 cá nhân được nhận Giấy khen đột xuất của Giám đốc Công an tỉnh.";
    assert_eq!(givers(text), [Some("Giám đốc Công an tỉnh".to_owned())]);
    let text = "Có 5 cá nhân được Đảng, Nhà nước khen tặng Huân chương Lao động.";
    assert_eq!(givers(text), [Some("Đảng, Nhà nước".to_owned())]);
}

#[test]
fn a_medal_told_of_one_body_twice_is_one_and_a_badge_is_given_once() {
    let text = format!(
        "Thành tích\n\nNgày 10/11/2013, Trường THPT Tân Lập tổ chức kỷ niệm ngày thành lập và đón nhận Huân chương Lao động hạng Nhất.\n\n{PARAGRAPH}\n\nThừa ủy quyền của Chủ tịch nước, ông Lê Văn Bình đã trao Huân chương Lao động hạng Nhất cho Trường THPT Tân Lập."
    );
    assert_eq!(given(&text), [award("Huân chương Lao động hạng Nhất", Some("Chủ tịch nước"), Some(1), None)]);
    let text = format!(
        "Thành tích\n\nSáng 21/7/2023, Đảng bộ xã Tân Lập tổ chức lễ trao Huy hiệu Đảng cho 11 đồng chí.\n\n{PARAGRAPH}\n\nThừa ủy quyền của Ban Thường vụ Tỉnh ủy, ông Lê Văn Bình đã trao Huy hiệu Đảng cho 11 đồng chí."
    );
    assert_eq!(given(&text).len(), 1);
}

#[test]
fn whoever_signs_the_decision_gives_and_words_of_the_title_are_not_the_givers() {
    let givers = |text: &str| given(text).into_iter().map(|a| a.1).collect::<Vec<_>>();
    let text = "Ngày 13-11, Chủ tịch nước đã ký Quyết định số 12/QĐ-CTN về việc phong tặng danh hiệu “Anh hùng Lao động” cho 28 tập thể.";
    assert_eq!(givers(text), [Some("Chủ tịch nước".to_owned())]);
    let text = "Trường THCS Tân Lập đã được Chủ tịch nước trao tặng danh hiệu cao quý “Anh hùng Lao động”.";
    assert_eq!(givers(text), [Some("Chủ tịch nước".to_owned())]);
    let text = "Công đoàn cơ sở Tân Lập nhận Bằng khen tập thể của LĐLĐ thành phố.";
    assert_eq!(givers(text), [Some("LĐLĐ thành phố".to_owned())]);
}

#[test]
fn neither_a_name_nor_the_number_in_one_receives() {
    let text = "Chủ tịch UBND huyện Trần Văn Được trao tặng Huân chương Lao động hạng Nhì của Chủ tịch nước cho nhân dân.";
    assert!(given(text).iter().all(|a| a.3.is_none()), "{:?}", given(text));
    let text = "Ban Giám hiệu Trường Tiểu học Tân Lập 1 đón nhận Huân chương Lao động hạng Ba.";
    assert!(given(text).iter().all(|a| a.3.is_none()), "{:?}", given(text));
}

#[test]
fn who_is_spoken_for_gives_and_forms_end_where_their_name_does() {
    let text = "Thay mặt lãnh đạo Đảng, Nhà nước, ông Lê Văn Bình đã trao danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho 7 tập thể.";
    assert_eq!(
        given(text),
        [award("Danh hiệu Anh hùng Lực lượng vũ trang nhân dân", Some("Đảng, Nhà nước"), Some(7), None)]
    );
    let text = "Số sinh viên nhận Giải thưởng Sao Tháng Giêng lần này có 127 sinh viên.";
    assert!(given(text).iter().all(|a| !a.0.ends_with("có")), "{:?}", given(text));
}

#[test]
fn whose_the_prizes_are_told_behind_their_number_counts_nothing_again() {
    let text = "Kết quả, Ban Tổ chức trao 3 giải Nhất, 3 giải Nhì cho các đội, 3 giải Nhất thuộc về lớp 12B, lớp 6C và lớp 3B.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2)).collect();
    assert_eq!(counts, [("Giải Nhất".to_owned(), Some(3)), ("Giải Nhì".to_owned(), Some(3))]);
}

#[test]
fn only_the_state_gives_orders_and_a_head_gives_for_his_body() {
    let text = "Toàn huyện có 369 tập thể được các cấp khen thưởng, trong đó có 4 tập thể được tặng thưởng Huân chương Lao động hạng Ba.";
    let givers: Vec<_> = given(text).into_iter().map(|a| a.1).collect();
    assert_eq!(givers, [Some("các cấp".to_owned()), None]);
    let text = format!(
        "Thành tích\n\n{PARAGRAPH}\n\nCông an tỉnh Tân Lập khen thưởng đối với 28 công dân.\n\n{PARAGRAPH}\n\nTất cả 28 công dân được Giám đốc Công an tỉnh Tân Lập khen thưởng."
    );
    assert_eq!(given(&text), [award("Khen thưởng", Some("Công an tỉnh Tân Lập"), None, Some(28))]);
}

#[test]
fn what_they_take_right_behind_them_is_theirs_and_a_title_leaves_the_count_to_the_text() {
    let text = "Trong 254 gương được tuyên dương có 45 gương nhận Bằng khen; 209 gương nhận Giấy chứng nhận của Thành đoàn.";
    let told: Vec<_> = given(text).into_iter().map(|a| (a.0, a.4)).collect();
    assert!(told.contains(&("Bằng khen".to_owned(), Some(45))), "{told:?}");
    let text = format!(
        "Bệnh viện Tân Lập đón nhận Bằng khen của Thủ tướng Chính phủ\n\n{PARAGRAPH}\n\nDịp này, Bệnh viện Tân Lập tổ chức lễ đón nhận Bằng khen của Thủ tướng Chính phủ trao tặng cho 5 tập thể và 8 thầy thuốc."
    );
    assert_eq!(given(&text), [award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(5), Some(8))]);
}

#[test]
fn honours_below_a_line_that_announces_them_are_awards_though_they_are_few() {
    let text = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nTại hội nghị, Liên đội Trường THCS Tân Lập đã vinh dự nhận:\n- Danh hiệu “Liên đội mạnh” năm học 2024–2025\n- Giấy khen từ \
         Ban Chấp hành Đoàn phường Tân An."
    );
    assert_eq!(
        given(&text),
        [
            award("Danh hiệu “Liên đội mạnh”", None, Some(1), None),
            award("Giấy khen", Some("Ban Chấp hành Đoàn phường Tân An"), Some(1), None),
        ]
    );
}

#[test]
fn a_medal_may_be_handed_over_in_two_verbs() {
    let text =
        "Nhân dịp này, Chủ tịch nước đã trao Huân chương Quân công hạng Nhì tặng Công an tỉnh Tân Lập.";
    assert_eq!(given(text), [award("Huân chương Quân công hạng Nhì", Some("Chủ tịch nước"), Some(1), None)]);
}

#[test]
fn titles_of_teachers_are_awards_of_those_who_bear_them() {
    let text = "Trường có 14 giáo viên giỏi cấp tỉnh và 5 cô giáo đạt giáo viên dạy giỏi cấp huyện; 01 GV đạt CSTĐ cấp cơ sở.";
    assert_eq!(
        given(text),
        [
            award("Giáo viên giỏi cấp tỉnh", None, None, Some(14)),
            award("Giáo viên dạy giỏi cấp huyện", None, None, Some(5)),
            award("Chiến sĩ thi đua cấp cơ sở", None, None, Some(1)),
        ]
    );
    // Nobody won a second prize, and the ten are some of the school's, not givers.
    let text = "Đội tuyển đạt 3 giải nhất, 0 giải nhì và 4 giải KK.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.0, a.3)).collect();
    assert_eq!(counts, [("Giải nhất".to_owned(), Some(3)), ("Giải Khuyến khích".to_owned(), Some(4))]);
    assert_eq!(given("427 sinh viên của 2 đơn vị được vinh danh.").len(), 1);
}

#[test]
fn what_several_win_as_one_goes_to_a_collective() {
    let text = "Công đoàn ngành trao 1 giải nhất đôi nữ, 2 giải tập thể và 12 giải cá nhân.";
    let counts: Vec<_> = given(text).into_iter().map(|a| (a.2, a.3)).collect();
    assert_eq!(counts, [(Some(1), None), (Some(2), None), (None, Some(12))]);
    let text = "Kết quả văn nghệ\n- Giải nhì: chi đội 9A1, 6A1\n- Giải ba: 8A1";
    let counts: Vec<_> = given(text).into_iter().map(|a| a.2).collect();
    assert_eq!(counts, [Some(2), Some(1)]);
    let text = "Giải nhất thuộc về cặp thí sinh Đoàn Cẩm Nhung – Trần Bảo Ngọc.";
    assert_eq!(given(text), [award("Giải Nhất", None, Some(1), None)]);
}

#[test]
fn a_row_of_honours_that_names_a_person_is_hers_throughout() {
    let text = "Một số giải thưởng của tôi:\nHuân chương Lao động hạng III do Chủ tịch nước trao tặng bà Đỗ Thị Liên năm 2012.\n\
                Bằng khen của Thủ tướng Chính phủ trao tặng bà Đỗ Thị Liên.\nBằng khen của Chủ tịch UBND tỉnh, vì đã giúp dân vùng lũ.\n\
                Cúp Thánh Gióng do Bộ Công Thương trao tặng bà Đỗ Thị Liên.";
    let told: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2, a.3)).collect();
    let one = |form: &str| (form.to_owned(), None, Some(1));
    assert_eq!(
        told,
        [one("Huân chương Lao động hạng III"), one("Bằng khen"), one("Bằng khen"), one("Cúp Thánh Gióng")]
    );
}

#[test]
fn standards_reached_and_flags_are_bodies_honours() {
    let text = "Năm qua, Đảng bộ Công ty đạt tiêu chuẩn Trong sạch vững mạnh tiêu biểu.";
    assert_eq!(given(text), [award("Trong sạch vững mạnh tiêu biểu", None, Some(1), None)]);
    let text = "Công ty Xi măng Tân Lập vinh dự là một trong những tập thể được Tập đoàn Than biểu dương và khen thưởng.";
    assert_eq!(given(text), [award("Biểu dương, khen thưởng", Some("Tập đoàn Than"), Some(1), None)]);
    let text = "Cô Ngô Thị Dung, Hiệu trưởng nhà trường, nhận Cờ thi đua của UBND tỉnh.";
    assert_eq!(given(text), [award("Cờ thi đua", Some("UBND tỉnh"), Some(1), None)]);
    let text = "PGS.TS Diệp Thanh Tú trao giấy khen Thạc sĩ Nguyễn Văn An có thành tích.";
    assert_eq!(
        given(text).into_iter().map(|a| (a.0, a.3)).collect::<Vec<_>>(),
        [("Giấy khen".to_owned(), Some(1))]
    );
    assert_eq!(
        given("Có 4 xã đạt danh hiệu văn hóa.").into_iter().map(|a| a.2).collect::<Vec<_>>(),
        [Some(4)]
    );
}

#[test]
fn a_clause_of_its_own_goes_on_with_whoever_received_the_first() {
    let text = "Bảo tàng còn được Nhà nước Lào tặng Huân chương Lao động hạng Ba (2005), được Bộ Nội vụ – Tư pháp tặng Cờ (năm 2015).";
    assert_eq!(
        given(text),
        [
            award("Huân chương Lao động hạng Ba", Some("Nhà nước Lào"), Some(1), None),
            award("Cờ", Some("Bộ Nội vụ - Tư pháp"), Some(1), None)
        ]
    );
    let text = "Sau 9 cuộc họp của 17 chi bộ, Đảng bộ Công ty được Đảng ủy Khối tặng Bằng khen.";
    assert_eq!(given(text), [award("Bằng khen", Some("Đảng ủy Khối"), Some(1), None)]);
    let text = "Tại hội nghị, Công ty Xi măng Tân Lập được UBND xã tặng bằng khen cho tập thể và cá nhân là đồng chí Lê Văn Bình.";
    assert_eq!(given(text), [award("Bằng khen", Some("UBND xã"), Some(1), Some(1))]);
    assert!(given("Nhiều tập thể và cá nhân Công ty được Bộ Xây dựng tặng Giấy khen.").is_empty());
}

#[test]
fn whoever_decided_an_honour_may_stand_in_the_next_line() {
    let text = "Danh hiệu thi đua:\nTập thể lao động xuất sắc\nQĐ số 12/QĐ-DL ngày 4/12/2012 của Tổng Công ty Sông Hồng\n\
                Tập thể lao động tiên tiến\nQĐ số 13/QĐ-DL ngày 4/12/2013 của Tổng Công ty Sông Hồng\n\
                Tập thể lao động tiên tiến\nQĐ số 14/QĐ-DL ngày 4/12/2014 của Tổng Công ty Sông Hồng";
    assert!(
        given(text).iter().all(|g| g.1.as_deref() == Some("Tổng Công ty Sông Hồng")),
        "{:?}",
        given(text)
    );
    assert_eq!(given(text).len(), 3);
}

#[test]
fn when_may_stand_behind_the_thing() {
    let text = "Thành tích:\n- Được Bộ Quốc phòng tặng cờ thi đua (2022).\nVinh dự được Thủ tướng Chính phủ tặng Bằng khen vào năm 1996 \
                và Bộ Giáo dục tặng Bằng khen vào năm 1976.";
    assert_eq!(
        given(text),
        [
            award("Cờ thi đua", Some("Bộ Quốc phòng"), Some(1), None),
            award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(1), None),
            award("Bằng khen", Some("Bộ Giáo dục"), Some(1), None)
        ]
    );
    let text =
        "Nhà trường đạt nhiều thành tích: Giải Nhất và Giải Ba Cuộc thi Sáng tạo, Giải Nhì Cuộc đua số.";
    assert_eq!(given(text).into_iter().map(|a| a.2).collect::<Vec<_>>(), [Some(1), Some(1), Some(1)]);
}

#[test]
fn rows_of_medals_open_with_their_year_or_their_count_and_each_rank_is_one() {
    let told = |text: &str| -> Vec<(String, Option<i64>)> {
        given(text).into_iter().map(|(form, _, many, ..)| (form, many)).collect()
    };
    assert_eq!(
        told(
            "Công ty An Bình\n\nNăm 1985: Huân chương Lao động hạng Nhất\nNăm 1996: Huân chương Lao động hạng Nhì\nNăm 2000: Huân chương Độc lập hạng Ba"
        ),
        [
            ("Huân chương Lao động hạng Nhất".to_owned(), Some(1)),
            ("Huân chương Lao động hạng Nhì".to_owned(), Some(1)),
            ("Huân chương Độc lập hạng Ba".to_owned(), Some(1)),
        ]
    );
    assert_eq!(
        told(
            "Trường Tân Lập\n\n* 02 Huân chương Độc lập hạng Nhất (2000 và 2015)\n* Huân chương Độc lập hạng Nhì (1995)\n* 03 Huân chương Lao động hạng Ba (1982, 1990, 2020)"
        ),
        [
            ("Huân chương Độc lập hạng Nhất".to_owned(), Some(2)),
            ("Huân chương Độc lập hạng Nhì".to_owned(), Some(1)),
            ("Huân chương Lao động hạng Ba".to_owned(), Some(3)),
        ]
    );
    assert_eq!(
        told(
            "Đảng và Nhà nước đã trao tặng Trường Đại học Tân Lập nhiều phần thưởng cao quý:\n- Huân chương Lao động hạng Nhất, hạng Nhì, hạng Ba;\n- Huân chương Độc lập hạng Ba;\n- Cờ thi đua."
        ),
        [
            ("Huân chương Lao động hạng Nhất".to_owned(), Some(1)),
            ("Huân chương Lao động hạng Nhì".to_owned(), Some(1)),
            ("Huân chương Lao động hạng Ba".to_owned(), Some(1)),
            ("Huân chương Độc lập hạng Ba".to_owned(), Some(1)),
            ("Cờ thi đua".to_owned(), Some(1)),
        ]
    );
    // A year that heads the next line counts nobody.
    assert!(
        !told("Phường múa rối\n\n1991\nPhường tham gia hội làng và được tặng Giấy khen.")
            .iter()
            .any(|t| t.1 == Some(1991))
    );
}
