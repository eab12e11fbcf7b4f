//! Awards in rows, lists and contests, and who gives them, on sentences made up for them.
//!
//! Not here: whole articles (`articles`).

use crate::told::{FURTHER, Given, PARAGRAPH, given, told};

fn award(form: &str, by: Option<&str>, collectives: Option<i64>, individuals: Option<i64>) -> Given {
    (form.to_owned(), by.map(str::to_owned), collectives, individuals, None)
}

#[test]
fn what_was_reached_says_why_and_what_was_got_is_the_form() {
    let text = "Tại hội nghị có 12 học sinh đạt giải nhất, nhì trong kỳ thi cấp tỉnh được nhận bằng khen của UBND tỉnh; 9 học sinh \
                đạt giải khuyến khích được Sở Giáo dục và Đào tạo khen thưởng.";
    assert_eq!(
        given(text),
        [
            award("Bằng khen", Some("UBND tỉnh"), None, Some(12)),
            award("Khen thưởng", Some("Sở Giáo dục và Đào tạo"), None, Some(9)),
        ]
    );
}

#[test]
fn a_list_of_those_praised_keeps_its_verb_whatever_prize_they_won() {
    let text = "Dịp này, UBND huyện Tân Lập đã khen thưởng 4 tập thể có thành tích xuất sắc; 14 giáo viên bồi dưỡng học sinh đạt \
                giải Nhất cấp tỉnh; thưởng cho 29 em học sinh đạt giải Ba.";
    let forms: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2, a.3)).collect();
    let praised = "Khen thưởng".to_owned();
    assert_eq!(
        forms,
        [(praised.clone(), Some(4), None), (praised.clone(), None, Some(14)), (praised, None, Some(29))]
    );
    assert!(given("Hội tặng phần thưởng cho 20 em nhỏ.").is_empty());
}

#[test]
fn a_row_of_things_is_one_award_each_to_whoever_received_the_first() {
    let text = "Đồng chí được nhà nước tặng thưởng Huân chương Chiến công hạng ba, Huy chương Kháng chiến hạng nhì, Bằng khen của \
                Thủ tướng Chính phủ và nhiều giấy khen.";
    assert_eq!(
        given(text),
        [
            award("Huân chương Chiến công hạng ba", Some("nhà nước"), None, Some(1)),
            award("Huy chương Kháng chiến hạng nhì", Some("nhà nước"), None, Some(1)),
            award("Bằng khen", Some("Thủ tướng Chính phủ"), None, Some(1)),
        ]
    );
    let text = "Công an huyện Tân Lập đã vinh dự được Nhà nước tặng thưởng Huân chương Lao động hạng Ba, 12 cá nhân được tặng \
                Giấy khen.";
    let firsts: Vec<_> = given(text).into_iter().map(|a| (a.2, a.3)).collect();
    assert_eq!(firsts, [(Some(1), None), (None, Some(12))]);
}

#[test]
fn things_counted_belong_to_the_body_that_was_given_them() {
    let text = "Qua nhiều năm, Nhà máy Tân Lập vinh dự được Đảng, Nhà nước tặng nhiều phần thưởng cao quý như: Danh hiệu Anh hùng \
                Lao động; 03 Huân chương Chiến công hạng Nhất, Nhì, Ba; 02 Bằng khen của Thủ tướng Chính phủ.";
    assert_eq!(
        given(text),
        [
            award("Danh hiệu Anh hùng Lao động", Some("Đảng, Nhà nước"), Some(1), None),
            award("Huân chương Chiến công hạng Nhất, Nhì, Ba", Some("Đảng, Nhà nước"), Some(3), None),
            award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(2), None),
        ]
    );
    let text =
        "Với kết quả đó, Nhà máy được tặng 2 Huân chương Lao động hạng Ba và 5 Bằng khen của Bộ Công Thương.";
    assert_eq!(
        given(text),
        [
            award("Huân chương Lao động hạng Ba", None, Some(2), None),
            award("Bằng khen", Some("Bộ Công Thương"), Some(5), None),
        ]
    );
    // A person's, though a body stands in the post.
    let text = "Đồng chí Trần Văn Bình, Bí thư Đảng ủy xã Tân Lập, được tặng 2 Bằng khen của UBND tỉnh.";
    assert_eq!(given(text).first().map(|a| (a.2, a.3)), Some((None, Some(2))));
}

#[test]
fn a_family_receives_as_one_and_many_things_are_none() {
    let text = "Năm 2024, gia đình ông Trần Văn Bình được tặng Bằng khen của UBND tỉnh.";
    assert_eq!(given(text), [award("Bằng khen", Some("UBND tỉnh"), Some(1), None)]);
    assert!(given("Mấy năm qua, Hội Khuyến học xã Tân Lập đã nhận được nhiều Bằng khen.").is_empty());
}

#[test]
fn bodies_places_and_people_in_one_row_receive_together() {
    let text = "Dịp này, Bộ Tư lệnh Quân khu 4 đã tặng Bằng khen cho Bộ CHQS tỉnh Hà Nam, 5 cá nhân.";
    assert_eq!(given(text), [award("Bằng khen", Some("Bộ Tư lệnh Quân khu 4"), Some(1), Some(5))]);
    let text = "Cũng dịp này, UBND tỉnh trao tặng Bằng khen cho nhân dân xã Tân Lập và xóm Đồng Vân.";
    assert_eq!(given(text), [award("Bằng khen", Some("UBND tỉnh"), Some(2), None)]);
    let text =
        "Hội Làm vườn tỉnh tặng Cờ thi đua năm 2024, giai đoạn 2020 - 2024 cho Hội Nông dân xã Tân Lập.";
    assert_eq!(given(text).first().map(|a| a.2), Some(Some(1)));
}

#[test]
fn a_contest_names_its_prizes_and_medals() {
    let text = "Năm học qua, các em đã đem về 1 Huy chương Đồng Olympic tin học châu Á và 2 giải Ba cuộc thi Khoa học trẻ năm 2024, \
                xếp thứ 2/10 huyện được tuyên dương.";
    let forms: Vec<_> = given(text).into_iter().map(|a| (a.0, a.2, a.3)).collect();
    assert_eq!(
        forms,
        [
            ("Huy chương Đồng Olympic tin học châu Á".to_owned(), None, Some(1)),
            ("Giải Ba cuộc thi Khoa học trẻ".to_owned(), None, Some(2)),
        ]
    );
}

#[test]
fn a_title_in_quotation_marks_behind_the_verb_is_the_form() {
    let text = "Công ty Cao su Tân Lập đã khen thưởng “Tập thể vượt khó” cho 2 tập thể.";
    assert_eq!(given(text), [award("Tập thể vượt khó", Some("Công ty Cao su Tân Lập"), Some(2), None)]);
}

#[test]
fn whoever_gave_before_gives_on_in_the_paragraph() {
    let text =
        "Hội Nông dân huyện Tân Lập đã khen thưởng 49 tập thể. Ngoài ra, 85 cá nhân cũng được biểu dương.";
    let givers: Vec<_> = given(text).into_iter().map(|a| a.1).collect();
    assert_eq!(givers, vec![Some("Hội Nông dân huyện Tân Lập".to_owned()); 2]);
}

#[test]
fn a_place_that_holds_the_event_or_the_title_says_who_gives() {
    let text = "Phường Tân Phú trọng thể tổ chức Lễ trao tặng Huy hiệu Đảng\n\nTrong đợt này, có 77 đảng viên vinh dự được trao \
                tặng Huy hiệu Đảng.";
    assert_eq!(given(text).first().and_then(|a| a.1.clone()).as_deref(), Some("Phường Tân Phú"));
    let text = "Đảng ủy xã Tân Lập tuyên dương điển hình tiên tiến\n\nCó 47 tập thể và 66 cá nhân tiêu biểu được tuyên dương.";
    assert_eq!(given(text).first().and_then(|a| a.1.clone()).as_deref(), Some("Đảng ủy xã Tân Lập"));
    let text = "Ngày 30/7, huyện Hồng Lĩnh tổ chức đại hội thi đua lần thứ V và biểu dương, khen thưởng 80 tập thể, cá nhân.";
    assert_eq!(given(text).first().and_then(|a| a.1.clone()).as_deref(), Some("huyện Hồng Lĩnh"));
    let text = "Sáng 29-05, Long Hòa tổ chức tuyên dương, khen thưởng 07 tập thể và 09 cá nhân.";
    assert_eq!(given(text).first().and_then(|a| a.1.clone()).as_deref(), Some("Long Hòa"));
}

#[test]
fn those_praised_again_in_general_words_are_no_further_award() {
    let text = "Đảng ủy xã Tân Lập trao Giấy khen cho 27 cá nhân. Phát biểu, ông Lê Văn Bình biểu dương các chi bộ, đặc biệt là 27 gương \
                được tuyên dương.";
    let reading = told(text);
    assert_eq!(reading.awards.len(), 1);
    assert_eq!(reading.awards.first().map(|a| a.mention.spans.len()), Some(2));
}

#[test]
fn women_and_workers_are_recipients() {
    let text = "Công đoàn ngành đã tuyên dương 22 công đoàn cơ sở và 117 nữ CNVC-LĐ.";
    assert_eq!(given(text).first().map(|a| (a.2, a.3)), Some((Some(22), Some(117))));
}

#[test]
fn the_subject_of_the_sentence_receives_what_a_later_clause_tells() {
    let text = "Năm qua, quận Tân Lập đã làm tốt công tác chuẩn bị, được thành phố tặng bằng khen; tổ chức hội thao.";
    assert_eq!(given(text), [award("Bằng khen", Some("thành phố"), Some(1), None)]);
    let text = "Trường Đại học Sông Hồng nhận được bằng khen của UBND tỉnh vì đã bồi dưỡng 5 học sinh giỏi.";
    assert_eq!(given(text).first(), Some(&award("Bằng khen", Some("UBND tỉnh"), Some(1), None)));
}

#[test]
fn a_caption_tells_a_letter_that_nothing_else_tells() {
    let text = format!(
        "Hội thi của xã\n\n{PARAGRAPH}\n\nÔng Lê Văn Bình tặng Giấy khen cho Phòng Dân vận và Đoàn Văn công BĐBP. Ảnh: Trúc Hà\n\n{FURTHER}"
    );
    assert_eq!(given(&text).first().map(|a| (a.0.as_str(), a.2)), Some(("Giấy khen", Some(2))));
}

#[test]
fn single_quotation_marks_name_a_title_and_those_who_bear_it() {
    let text = "Thành phố Tân An tặng danh hiệu 'Người tốt, việc tốt' cho 8 cá nhân. Ông Bình chúc mừng 8 'Người tốt, việc tốt'.";
    let reading = told(text);
    assert_eq!(reading.awards.first().map(|a| (a.individuals, a.mention.spans.len())), Some((Some(8), 2)));
    assert!(reading.indicators.is_empty());
}

#[test]
fn whoever_signs_or_announces_a_decision_does_not_hide_who_gives() {
    let text = "Chủ tịch UBND thành phố Tân An Trần Văn Bình vừa ký ban hành Quyết định số 4512/QĐ-UBND về việc tặng danh                 hiệu.\n\nTheo quyết định, có 6 cá nhân được tặng danh hiệu “Người tốt”.";
    let reading = told(text);
    let issuer = Some("Chủ tịch UBND thành phố Tân An");
    assert_eq!(reading.citations.first().and_then(|c| c.issuer.as_deref()), issuer);
    assert_eq!(reading.awards.first().and_then(|a| a.by.as_deref()), issuer);
    let text = "Ông Lê Văn Minh, Trưởng Ban Thi đua thành phố đã công bố quyết định của Chủ tịch nước, trao tặng Huân chương Độc                 lập hạng Nhất đối với đồng chí Trần Văn An.";
    assert_eq!(given(text), [award("Huân chương Độc lập hạng Nhất", Some("Chủ tịch nước"), None, Some(1))]);
}

#[test]
fn titles_of_the_whole_country_and_further_recipients_are_known() {
    let text = "Có 3 cá nhân được công nhận Chiến sĩ thi đua toàn quốc.";
    assert_eq!(
        given(text).first().map(|a| (a.0.as_str(), a.3)),
        Some(("Chiến sĩ thi đua toàn quốc", Some(3)))
    );
    let text = "Hội nghị có 12 cựu chiến binh, 4 dòng họ tiêu biểu được tuyên dương.";
    assert_eq!(given(text).first().map(|a| (a.2, a.3)), Some((Some(4), Some(12))));
}

#[test]
fn those_praised_may_bear_a_title_and_a_post_is_no_recipient() {
    let text = "Thành đoàn Tân An đã tuyên dương 45 thanh niên tiên tiến làm theo lời Bác.";
    assert_eq!(given(text).first().map(|a| a.0.clone()).as_deref(), Some("Tuyên dương thanh niên tiên tiến"));
    assert!(given("Chị Mai là biên tập viên NXB Kim Sơn được tuyên dương.").iter().all(|a| a.2.is_none()));
}

#[test]
fn a_list_of_those_awarded_goes_on_in_the_next_paragraph() {
    let text = "Chủ tịch UBND tỉnh tặng danh hiệu “Người tốt” cho 6 cá nhân của Hội Phụ nữ.\n\nSở Xây dựng có 1 cá nhân là ông Lê Văn \
                Bình.";
    let shown: Vec<_> = told(text).awards.into_iter().map(|a| (a.form, a.individuals)).collect();
    assert_eq!(shown.get(1), Some(&("Danh hiệu “Người tốt”".to_owned(), Some(1))));
    assert!(told(text).awards.iter().all(|a| a.by.as_deref() != Some("Sở Xây dựng")));
}

#[test]
fn a_paper_that_says_who_deserved_it_is_an_award_of_one() {
    let text = "Đồng chí Lê Văn Bình, Phó Chủ tịch UBND huyện trao Bằng công nhận xã Tân Lập đạt chuẩn nông thôn mới.";
    assert_eq!(
        given(text),
        [award("Bằng công nhận xã đạt chuẩn nông thôn mới", Some("Phó Chủ tịch UBND huyện"), Some(1), None)]
    );
}

#[test]
fn whoever_takes_a_thing_for_a_body_receives_nothing() {
    let text = "Ông Lê Văn Bình - Phó hiệu trưởng đại diện nhà trường nhận Bằng khen của UBND tỉnh.";
    assert_eq!(given(text), [award("Bằng khen", Some("UBND tỉnh"), Some(1), None)]);
}

#[test]
fn some_of_those_awarded_and_the_medals_of_one_are_counted_things() {
    let text = "40 người trồng rừng được tặng Giấy khen có 6 trưởng thôn, còn lại là nông dân.";
    assert_eq!(given(text), [award("Giấy khen", None, None, Some(40))]);
    let text = "Năm qua, em Lê Văn Bình, học sinh Trường THPT Tân Lập đoạt 1 huy chương Vàng, 2 huy chương Bạc bơi lội.";
    assert!(given(text).is_empty());
    let text =
        "Hội nghị trao Giấy khen cho 30 đảng viên. 2 đảng viên được tuyên dương đã giao lưu với đại biểu.";
    assert_eq!(given(text), [award("Giấy khen", None, None, Some(30))]);
}

#[test]
fn faces_of_a_title_are_bodies_and_people_when_the_lead_says_so() {
    let text = "Vinh danh 60 gương mặt tiêu biểu\nSáng 3/4, Liên đoàn Lao động tỉnh Hà Nam tổ chức hội nghị, vinh danh 60 tập thể \
                và cá nhân tiêu biểu trong lao động.\n";
    let both: Vec<_> =
        told(&format!("{text}{FURTHER}")).awards.into_iter().map(|a| (a.individuals, a.combined)).collect();
    assert_eq!(both, [(None, Some(60))]);
}

#[test]
fn works_are_bodies_and_people_together_and_prizes_are_counted_in_words_too() {
    let text = "Ban tổ chức quyết định trao giải cho 16 tác phẩm xuất sắc.\n\nHai giải Nhì thuộc về hai bài viết của xã Tân Lập.";
    let (prize, second) = ("Trao giải".to_owned(), "Giải Nhì".to_owned());
    assert_eq!(
        given(text).into_iter().map(|a| (a.0, a.3, a.4)).collect::<Vec<_>>(),
        [(prize, None, Some(16)), (second, Some(2), None)]
    );
    // Works are awarded only when the form leads straight to them.
    assert!(given("Đoàn có 392 công trình, 3 đề tài sáng tạo được tuyên dương tại Liên hoan.").is_empty());
}

#[test]
fn all_of_some_are_counted_and_those_of_whom_one_is_named() {
    let text = "UBND xã khen thưởng 4/4 đồng chí Phó Chủ tịch hội và 5/5 đồng chí tổ trưởng.";
    assert_eq!(
        given(text).into_iter().map(|a| a.3).collect::<Vec<_>>(),
        [Some(4), Some(5)],
        "{:?}",
        given(text)
    );
    let text = "Sở Nội vụ Hà Nam là một trong 10 đơn vị được Bộ Nội vụ tặng cờ lưu niệm.";
    assert_eq!(given(text), [award("Cờ lưu niệm", Some("Bộ Nội vụ"), Some(10), None)]);
    let text = "Có 35 giáo viên và học sinh đạt giải tại vòng chung kết.";
    assert_eq!(given(text), [award("Đạt giải", None, None, Some(35))]);
    // "số 2" is the school's name.
    assert!(given("Các em Trường THPT Tân Lập số 2 đều đạt điểm cao.").is_empty());
}

#[test]
fn ranks_in_a_bracket_are_prizes_and_letters_a_firm() {
    let text = "Học sinh của huyện đạt 62 giải (13 Nhì, 31 Ba, 18 KK) trong kỳ thi.";
    assert_eq!(
        given(text).into_iter().map(|a| (a.0, a.3)).collect::<Vec<_>>(),
        [
            ("Giải Nhì".to_owned(), Some(13)),
            ("Giải Ba".to_owned(), Some(31)),
            ("Giải Khuyến khích".to_owned(), Some(18))
        ]
    );
    let text = "VINASO được Thủ tướng Chính phủ tặng bằng khen.";
    assert_eq!(given(text), [award("Bằng khen", Some("Thủ tướng Chính phủ"), Some(1), None)]);
    let text = "Năm qua, ngành Giáo dục Hà Nam đã chủ động đổi mới và vinh dự được đón nhận Huân chương Độc lập hạng Nhì.";
    assert_eq!(given(text), [award("Huân chương Độc lập hạng Nhì", None, Some(1), None)]);
}

#[test]
fn badges_handed_out_in_a_number_keep_their_years() {
    let text = "Đảng ủy trao 12 Huy hiệu 30 năm tuổi Đảng và 3 Huy hiệu 40 năm.";
    assert_eq!(
        given(text),
        [
            award("Huy hiệu 30 năm tuổi Đảng", Some("Đảng ủy"), None, Some(12)),
            award("Huy hiệu 40 năm tuổi Đảng", Some("Đảng ủy"), None, Some(3))
        ]
    );
}
