//! Rules about the page and about lists of things handed over, on sentences made up for them.
//!
//! Not here: counts, people and bodies (`rules`, `rules_more`).

use reader::DoubtKind;

use crate::told::{FURTHER, PARAGRAPH, captions, portal, told};

const BODY: &str = "Sáng 4/5, Đảng ủy xã Tân Lập tổ chức hội nghị sơ kết việc học tập và làm theo tư tưởng, đạo đức, phong \
                    cách Hồ Chí Minh với sự tham dự của đông đảo cán bộ, đảng viên và nhân dân các thôn trong xã cùng đại \
                    diện lãnh đạo các phòng, ban.";

#[test]
fn things_of_several_kinds_are_handed_over_in_one_list() {
    let text = "Thành phố có 98 trường hợp được Thủ tướng Chính phủ tặng bằng khen, Chủ tịch nước tặng 2 Huân chương Độc lập \
                hạng Nhì, 5 Huân chương Lao động hạng Ba và 31 Huân chương Lao động các hạng.";
    let reading = told(text);
    let shown: Vec<_> =
        reading.awards.iter().map(|a| (a.form.as_str(), a.individuals.or(a.combined))).collect();
    assert_eq!(
        shown,
        [
            ("Bằng khen", Some(98)),
            ("Huân chương Độc lập hạng Nhì", Some(2)),
            ("Huân chương Lao động hạng Ba", Some(5)),
            ("Huân chương Lao động các hạng", Some(31)),
        ]
    );
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
}

#[test]
fn those_counted_may_bear_numbers() {
    let text = "Mặt trận khen thưởng 3 tập thể là các tổ dân cư 4, 6, 9 và 2 cá nhân.";
    let awards = told(text).awards;
    assert_eq!(awards.first().map(|a| (a.collectives, a.individuals)), Some((Some(3), Some(2))));
    assert_eq!(awards.len(), 1);
}

#[test]
fn a_byline_above_the_text_makes_no_captions_of_it() {
    let text = format!(
        "Xã Tân Lập sơ kết việc làm theo Bác\n\nTin, ảnh: Thu Lan\n\n{BODY}\n\nHội nghị nghe báo cáo của xã."
    );
    assert!(captions(&text).is_empty());
}

#[test]
fn a_first_line_with_a_credit_is_a_caption_and_no_title() {
    let shown = "Bà Trần Thị Mùa – bí thư Đảng ủy xã Tân Lập – trao quà cho các hộ";
    let one = told(&format!("{shown} - Ảnh: THU LAN\n{BODY}"));
    assert_eq!(one.captions.len(), 1);
    assert!(one.meta.title.is_none());
    assert_eq!(
        captions(&format!("Ban Chấp hành Đảng bộ xã Tân Lập ra mắt Đại hội\n(Ảnh: Thu Lan)\n\n{BODY}")).len(),
        2
    );
}

#[test]
fn a_closed_line_under_the_first_paragraph_that_only_shows_is_a_caption() {
    let lead = "Sáng 8/1, Hội Nông dân xã Tân Lập tổ chức Đại hội đại biểu lần thứ IX, nhiệm kỳ 2025 - 2028.";
    let text = format!(
        "Đại hội Hội Nông dân xã Tân Lập\n\n{lead}\n\nBan Chấp hành Hội Nông dân xã nhiệm kỳ 2025 - 2028 ra mắt Đại hội.\n\n{BODY}"
    );
    assert_eq!(captions(&text).len(), 1);
}

#[test]
fn an_outlet_whose_name_is_one_long_word_tags_the_lead() {
    let tags: Vec<_> =
        told(&format!("Dantocmiennui - {BODY}")).boilerplate.into_iter().map(|p| p.mention.source).collect();
    assert_eq!(tags.len(), 1);
    assert!(told(&format!("Thanhlap và {BODY}")).boilerplate.is_empty());
}

#[test]
fn a_body_may_bear_the_number_of_its_ward() {
    let reading = told("Ngày 19/5/2021, Đoàn Phường 12 tổ chức lễ tuyên dương.");
    let names: Vec<_> = reading.organisations.into_iter().map(|o| o.name).collect();
    assert_eq!(names, ["Đoàn Phường 12"]);
}

#[test]
fn a_short_report_may_tell_of_the_coming_year_early() {
    let text = format!(
        "Xã Tân Lập tổng kết năm\n\n{BODY}\n\nNăm 2016, xã kết nạp 8 đảng viên.\n\nTrong năm 2017, Đảng bộ xã tập trung làm tốt việc thu ngân sách, phấn đấu 95% \
         đảng viên hoàn thành tốt nhiệm vụ trở lên và phát triển đảng viên mới.\n\nDịp này, xã khen thưởng các tập thể.\n\nBế mạc."
    );
    assert_eq!(told(&text).tasks.len(), 1);
}

#[test]
fn badges_of_years_are_awards_in_the_sentence_behind() {
    let text = "Đợt này, Đảng bộ xã có 9 đảng viên được tặng huy hiệu Đảng. Trong đó, 30 năm tuổi Đảng có 5 đảng viên, 40 năm tuổi \
                Đảng có 4 đảng viên.";
    let reading = told(text);
    let shown: Vec<_> = reading.awards.iter().map(|a| (a.form.as_str(), a.individuals)).collect();
    assert_eq!(
        shown,
        [
            ("Huy hiệu Đảng", Some(9)),
            ("Huy hiệu 30 năm tuổi Đảng", Some(5)),
            ("Huy hiệu 40 năm tuổi Đảng", Some(4))
        ]
    );
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
}

#[test]
fn a_badge_may_repeat_the_word_for_years_or_leave_it_out() {
    let form = |text: &str| told(text).awards.into_iter().map(|a| a.form).next();
    assert_eq!(
        form("Huyện ủy trao Huy hiệu 45 năm, 40 năm, 30 năm tuổi Đảng cho 23 đảng viên.").as_deref(),
        Some("Huy hiệu 45, 40, 30 năm tuổi Đảng")
    );
    assert_eq!(
        form("Đảng ủy xã trao huy hiệu 55 tuổi Đảng cho 3 đồng chí.").as_deref(),
        Some("Huy hiệu 55 năm tuổi Đảng")
    );
    assert_eq!(form("Xã trao tặng huy hiệu đảng cho 10 đảng viên.").as_deref(), Some("Huy hiệu Đảng"));
}

#[test]
fn the_number_of_a_body_counts_nothing() {
    let reading = told("Đại hội Chi bộ Hành chính 2 thành công tốt đẹp");
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
    assert!(reading.unclaimed.is_empty());
}

#[test]
fn an_open_line_under_the_title_that_shows_people_is_a_caption() {
    let text =
        format!("Xã Tân Lập làm theo Bác\nCác tập thể tiêu biểu được khen thưởng tại Hội nghị\n\n{BODY}");
    assert_eq!(captions(&text).len(), 1);
}

#[test]
fn a_name_alone_above_the_text_is_the_authors() {
    let reading = told(&format!("Xã Tân Lập làm theo Bác\n\nTRẦN THỊ MÙA |\n\n{BODY}\n\nTRẦN THỊ MÙA"));
    assert!(reading.people.is_empty(), "{:?}", reading.people);
}

#[test]
fn a_school_that_bears_a_persons_name_names_no_person() {
    let reading = told("Đảng bộ Trường Chính trị Hoàng Văn Thụ tổ chức Đại hội.");
    assert!(reading.people.is_empty(), "{:?}", reading.people);
}

#[test]
fn days_of_a_round_may_be_told_with_dots() {
    let days = told("Lễ trao Huy hiệu Đảng đợt 2.9 cho 37 đảng viên").dates;
    assert_eq!(days.len(), 1);
}

#[test]
fn titles_follow_each_other_in_a_list() {
    let text = "Hội đồng thống nhất: Tặng danh hiệu lao động tiên tiến cho 1.780 cá nhân và tập thể lao động tiên tiến cho 88 \
                tập thể; danh hiệu chiến sỹ thi đua cấp cơ sở cho 28 cá nhân.";
    let shown: Vec<_> =
        told(text).awards.into_iter().map(|a| (a.form, a.collectives, a.individuals, a.combined)).collect();
    assert_eq!(
        shown,
        [
            ("Lao động tiên tiến".to_owned(), None, Some(1780), None),
            ("Tập thể lao động tiên tiến".to_owned(), Some(88), None, None),
            ("Chiến sĩ thi đua cấp cơ sở".to_owned(), None, Some(28), None),
        ]
    );
}

#[test]
fn a_list_of_those_praised_goes_on_behind_a_semicolon() {
    let text = "Dịp này, Công đoàn ngành đã biểu dương 12 tập thể và 30 cá nhân làm theo lời Bác; 50 gương người tốt, việc tốt.";
    let reading = told(text);
    assert_eq!(reading.awards.len(), 2);
    assert_eq!(reading.awards.get(1).and_then(|a| a.individuals), Some(50));
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
}

#[test]
fn much_may_stand_between_those_awarded_and_the_award() {
    let text = "Đã có 11 tập thể và 30 cá nhân tiêu biểu trong 38 cơ sở Đoàn và hơn 3.400 đoàn viên toàn khối có nhiều thành tích \
                trong việc đẩy mạnh học tập và làm theo tấm gương đạo đức Hồ Chí Minh trong bốn năm vừa qua đã được tuyên dương.";
    let reading = told(text);
    let shown: Vec<_> = reading.awards.iter().map(|a| (a.collectives, a.individuals)).collect();
    assert_eq!(shown, [(Some(11), Some(30))]);
    assert_eq!(reading.indicators.iter().map(|i| i.value).collect::<Vec<_>>(), [38, 3400]);
}

#[test]
fn numbered_pictures_have_captions() {
    let text = format!(
        "Xã Tân Lập làm theo Bác\n\n{BODY}\n\nHình 1: Ông Trần Văn Sa – Bí thư Đảng ủy xã trao thưởng cho các tập thể\n\n{BODY}"
    );
    assert_eq!(captions(&text).len(), 1);
}

#[test]
fn a_number_of_models_of_a_kind_names_no_model() {
    let reading =
        told("Có 106 mô hình “Dân vận khéo” được triển khai; tiêu biểu là mô hình “Bếp ăn tình thương”.");
    let names: Vec<_> = reading.models.into_iter().map(|m| m.name).collect();
    assert_eq!(names, ["Bếp ăn tình thương"]);
}

#[test]
fn a_title_that_tells_other_counts_than_the_text_is_doubted() {
    let text = format!(
        "Xã Tân Lập khen thưởng 7 tập thể và 20 cá nhân\n\n{BODY} Dịp này, Đảng ủy xã tặng Giấy khen cho 6 tập thể và 21 cá nhân."
    );
    let kinds: Vec<_> = told(&text).doubts.into_iter().map(|d| d.kind).collect();
    assert!(kinds.contains(&DoubtKind::TitleDiffers), "{kinds:?}");
}

#[test]
fn a_title_that_tells_the_same_counts_is_the_same_award_and_no_doubt() {
    let text = format!(
        "Xã Tân Lập khen thưởng 6 tập thể và 21 cá nhân\n\n{BODY} Dịp này, Đảng ủy xã tặng Giấy khen cho 6 tập thể và 21 cá nhân."
    );
    let reading = told(&text);
    assert_eq!(reading.awards.len(), 1);
    assert_eq!(reading.awards.first().map(|a| a.mention.spans.len()), Some(2));
    assert!(!reading.doubts.iter().any(|d| d.kind == DoubtKind::TitleDiffers));
}

#[test]
fn the_same_counts_from_two_givers_are_doubted() {
    let text = "Chủ tịch UBND huyện tặng Giấy khen cho 5 tập thể, 9 cá nhân. Huyện ủy biểu dương 5 tập thể, 9 cá nhân tiêu biểu.";
    let kinds: Vec<_> = told(text).doubts.into_iter().map(|d| d.kind).collect();
    assert!(kinds.contains(&DoubtKind::SameCountsTwice), "{kinds:?}");
}

#[test]
fn a_sentence_with_more_empty_lines_above_it_than_usual_belongs_to_a_picture() {
    let text = format!(
        "Tân Lập biểu dương điển hình\n\n{BODY}\n\n{PARAGRAPH}\n\n\n\nPhong trào trẻ dẫn đầu toàn ngành về sáng tạo.\n\n{FURTHER}"
    );
    assert_eq!(captions(&text), ["Phong trào trẻ dẫn đầu toàn ngành về sáng tạo."]);
    let close = text.replace("\n\n\n\n", "\n\n");
    assert!(captions(&close).is_empty());
}

#[test]
fn a_credit_without_a_colon_ends_a_caption_and_a_heading_is_none() {
    let text = format!(
        "Tân Lập biểu dương điển hình\n{BODY}\nKhu vực nút giao đang được đẩy nhanh tiến độ triển khai. Ảnh NT.\n{BODY}\nTạo đồng \
         thuận để đẩy nhanh tiến độ\n{BODY}"
    );
    assert_eq!(captions(&text), ["Khu vực nút giao đang được đẩy nhanh tiến độ triển khai. Ảnh NT."]);
}

#[test]
fn names_of_pictures_and_ways_through_the_portal_are_the_portals() {
    let text = format!(
        "Tân Lập Online\n\nTin tức > Hoạt động\n\nTân Lập biểu dương điển hình tiên tiến\n\n{BODY}\n\ntan lap bieu duong 30 dien hinh tien \
         tien\n\n{BODY}"
    );
    let reading = told(&text);
    let own: Vec<_> = reading.boilerplate.iter().map(|b| b.mention.source.as_str()).collect();
    assert_eq!(own, ["Tân Lập Online\n\nTin tức > Hoạt động", "tan lap bieu duong 30 dien hinh tien tien"]);
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
}

#[test]
fn people_who_pose_and_work_that_nobody_does_are_captions() {
    let text = format!(
        "Tân Lập biểu dương điển hình\n{BODY}\nKiểm tra pháo trước khi thực hành bắn.\n{PARAGRAPH}\n{FURTHER}\nNgười có uy tín chụp ảnh lưu niệm \
         với lãnh đạo tỉnh\nThừa ủy quyền Bộ Tư lệnh, đại diện lãnh đạo đơn vị trao Kỷ niệm chương cho các cá nhân."
    );
    assert_eq!(
        captions(&text),
        [
            "Kiểm tra pháo trước khi thực hành bắn.",
            "Người có uy tín chụp ảnh lưu niệm với lãnh đạo tỉnh",
            "Thừa ủy quyền Bộ Tư lệnh, đại diện lãnh đạo đơn vị trao Kỷ niệm chương cho các cá nhân.",
        ]
    );
}

#[test]
fn buttons_told_in_words_are_the_portals() {
    let text = format!("icon facebook Liên hệ\nTân Lập biểu dương điển hình\n{BODY}\n{PARAGRAPH}");
    let reading = told(&text);
    let own: Vec<_> = reading.boilerplate.iter().map(|b| b.mention.source.as_str()).collect();
    assert_eq!(own, ["icon facebook Liên hệ"]);
}

#[test]
fn a_post_without_a_name_opens_a_title_and_a_caption_hangs_on_the_row_above() {
    let text =
        format!("Chủ tịch UBND tỉnh trao học bổng cho trẻ em hiếu học tại Tân Lập\n{BODY}\n{PARAGRAPH}");
    assert!(captions(&text).is_empty());
    let text = format!(
        "Tân Lập biểu dương điển hình\n\n{BODY}\n\n{PARAGRAPH}\n\nCác đại biểu tham dự\nHội nghị Người lao động năm 2023.\n\n{FURTHER}\n\nThành Nam - Ảnh: TTXVN"
    );
    assert_eq!(captions(&text), ["Các đại biểu tham dự", "Hội nghị Người lao động năm 2023."]);
}

#[test]
fn how_many_are_shown_between_paragraphs_is_a_caption() {
    let text = format!(
        "Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\n30 thanh niên tiên tiến được Đoàn xã tuyên dương\n\n{FURTHER}\n\nBí thư Đảng ủy với các cụ cao tuổi"
    );
    assert_eq!(
        captions(&text),
        ["30 thanh niên tiên tiến được Đoàn xã tuyên dương", "Bí thư Đảng ủy với các cụ cao tuổi"]
    );
}

#[test]
fn whoever_is_shown_in_a_ceremony_or_beside_his_work_is_a_caption() {
    for line in
        ["Ông Lê Văn Bình bên vườn bưởi của gia đình.", "Người dân thôn Đoài chăm sóc tuyến đường hoa"]
    {
        let text = format!("Tân Lập học Bác\n\n{BODY}\n\n{PARAGRAPH}\n\n{line}\n\n{FURTHER}\n\n{PARAGRAPH}");
        assert_eq!(captions(&text), [line]);
    }
}

#[test]
fn a_view_of_what_was_held_is_a_caption_however_long() {
    let view =
        "Quang cảnh Ngày hội đoàn kết của bà con các dân tộc anh em ở khu phố 5, phường Tân Lập năm 2018.";
    let text = format!("Tân Lập vui hội\n\n{BODY}\n\n{PARAGRAPH}\n\n{view}");
    assert_eq!(captions(&text), [view]);
}

#[test]
fn what_a_player_shows_is_the_portals_and_numbered_pictures_need_no_dash() {
    let text = format!(
        "Tân Lập biểu dương điển hình\n\n0:00 / 0:00\n0:00\n\n{BODY}\n\n{PARAGRAPH}\n\nTân Lập biểu dương điển hình ảnh 1\n\n{FURTHER}"
    );
    let reading = told(&text);
    let own: Vec<_> = reading.boilerplate.iter().map(|b| b.mention.source.as_str()).collect();
    assert_eq!(own, ["0:00 / 0:00\n0:00"]);
    assert_eq!(captions(&text), ["Tân Lập biểu dương điển hình ảnh 1"]);
    let text = format!(
        "Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\nTuyên dương các tập thể có thành tích.\n\n{FURTHER}\n\n{PARAGRAPH}"
    );
    assert_eq!(captions(&text), ["Tuyên dương các tập thể có thành tích."]);
}

#[test]
fn a_caption_broken_before_its_credit_is_whole() {
    let text = format!(
        "Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\nLễ tuyên dương thanh niên xã Tân Lập\n\nlần thứ 14 năm 2019. (Ảnh: PC)\n\n{FURTHER}\n\n{PARAGRAPH}"
    );
    assert_eq!(captions(&text), ["Lễ tuyên dương thanh niên xã Tân Lập", "lần thứ 14 năm 2019. (Ảnh: PC)"]);
}

#[test]
fn further_news_with_their_days_are_the_portals() {
    let text = format!(
        "Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\n{FURTHER}\n\nTin khác đã đăng\n- NGÀY CUỐI TUẦN Ý NGHĨA CỦA ĐOÀN VIÊN THANH NIÊN BỆNH VIỆN TÂN LẬP 13/05/2023"
    );
    assert!(told(&text).organisations.iter().all(|o| !o.name.contains("BỆNH")));
}

#[test]
fn what_stands_above_pictures_and_where_the_page_was_taken_from_are_the_portals() {
    let text = format!(
        "Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\nMột số hình ảnh tại hội nghị:\nadmin\n\n{FURTHER}\n\nNguồn tin: Đài Truyền thanh xã Tân Lập"
    );
    assert_eq!(
        portal(&text),
        ["Một số hình ảnh tại hội nghị:", "admin", "Nguồn tin: Đài Truyền thanh xã Tân Lập"]
    );
    // Of a picture it tells who took it.
    assert!(portal(&format!("Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\nNguồn ảnh: Thu Lan")).is_empty());
}

#[test]
fn a_table_of_contents_and_labels_of_fields_are_the_portals() {
    let text = format!(
        "Ngày hội hiến máu\n\nMục lục\nGiới thiệu\nÝ nghĩa chương trình\n{BODY}\n\nÝ nghĩa chương trình\n\n{PARAGRAPH}\n\nTin tức, 8 phút đọc"
    );
    assert_eq!(portal(&text), ["Mục lục\nGiới thiệu\nÝ nghĩa chương trình", "Tin tức, 8 phút đọc"]);
}

#[test]
fn a_title_whose_every_word_has_a_capital_names_no_body_of_all_its_words() {
    let title = "Liên Đội Tân Lập Vinh Dự Nhận Danh Hiệu Trong Hội Nghị Của Hội Đồng Đội Quận Tân An";
    let told = told(&format!("{title}\n\n{BODY}\n\n{PARAGRAPH}"));
    assert!(told.organisations.iter().all(|o| !o.name.contains("Vinh Dự")), "{:?}", told.organisations);
    assert!(told.awards.iter().all(|a| !a.form.contains("Hội Nghị")), "{:?}", told.awards);
}

#[test]
fn points_of_a_post_that_open_with_a_drawing_are_no_captions() {
    let text = format!(
        "Chi nhánh họp\n\n{BODY}\n\n{PARAGRAPH}\n\n🏆 Các cá nhân nhận Bằng khen của Tổng Liên đoàn\n\n{FURTHER}\n\n💪 Lãnh đạo trao quà. Ảnh: Thu Lan\n\n{PARAGRAPH}"
    );
    assert_eq!(captions(&text).len(), 1, "{:?}", captions(&text));
}

#[test]
fn whom_a_form_is_sent_to_is_no_part_of_what_it_says() {
    let text = format!(
        "Báo cáo kết quả\n\n{BODY}\n\n{PARAGRAPH}\n\nNơi nhận:\n- Ban Thường vụ Đảng ủy phường (để b/c);\n- Lưu: VT.\nTM. ỦY BAN"
    );
    assert_eq!(portal(&text), ["Nơi nhận:\n- Ban Thường vụ Đảng ủy phường (để b/c);\n- Lưu: VT."]);
}

#[test]
fn open_lines_that_show_volunteers_and_runners_at_it_are_captions() {
    let shown = |line: &str| {
        captions(&format!("Tân Lập họp\n\n{BODY}\n\n{PARAGRAPH}\n\n{line}\n\n{FURTHER}\n\n{PARAGRAPH}"))
    };
    for line in
        ["Các tình nguyện viên tham gia hiến máu tình nguyện", "Vận động viên tham gia giải chạy của tỉnh"]
    {
        assert_eq!(shown(line), [line]);
    }
}

#[test]
fn what_stands_between_two_of_the_portals_lines_is_the_portals() {
    let text = format!(
        "Giải chạy vì môi trường xanh\nLĨNH VỰC\nThể thao\nNGÀY ĐĂNG\n14/07/2024\n{PARAGRAPH}\n{PARAGRAPH}"
    );
    assert!(portal(&text).iter().any(|t| t.contains("Thể thao")), "{:?}", portal(&text));
    // A title between the way through the portal and its day is none of it.
    let titled = format!(
        "Trang chủ\nXã Tân Lập tổng kết năm học vừa qua\nĐăng ngày: 14/07/2024\n{PARAGRAPH}\n{PARAGRAPH}"
    );
    assert!(!portal(&titled).iter().any(|t| t.contains("tổng kết")), "{:?}", portal(&titled));
}

#[test]
fn menus_run_together_and_stand_ins_of_pictures_are_the_portals() {
    let text = format!(
        "Xã Tân Lập họp tổng kết năm\nDanh mụcGiới thiệuChuyên đềTạp chí\n{PARAGRAPH}\n\nanh 1\n\n{PARAGRAPH}\n\nPhóng to\n\n{PARAGRAPH}"
    );
    let read = portal(&text);
    for part in ["Danh mụcGiới thiệu", "anh 1", "Phóng to"] {
        assert!(read.iter().any(|t| t.contains(part)), "{part}: {read:?}");
    }
}

#[test]
fn other_news_with_their_days_belong_to_the_list_below_the_text() {
    let text = format!(
        "Chi đoàn Tân Lập đại hội\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\nTrang tin khác\nHội làng Tân Lập mùa xuân năm 2017\nĐăng ngày: 29/07/2022\n\
         Tọa đàm về đình làng Tân Lập\nĐăng ngày: 28/07/2022"
    );
    let list = portal(&text);
    assert!(list.iter().any(|t| t.contains("mùa xuân năm 2017") && t.ends_with("28/07/2022")), "{list:?}");
}

#[test]
fn a_heading_told_in_the_contents_is_no_caption() {
    let text = format!(
        "Ngày hội hiến máu xã Tân Lập\n\nMục lục\nHoạt động tại Tân Lập\nÝ nghĩa chương trình\n\n{PARAGRAPH}\n\nHoạt động tại Tân Lập\n\n{PARAGRAPH}"
    );
    assert!(captions(&text).is_empty(), "{:?}", captions(&text));
}

#[test]
fn a_committee_that_introduces_itself_and_two_named_people_are_shown() {
    let text = format!(
        "Ban Chấp hành Hội khóa IV, nhiệm kỳ 2018 - 2023 ra mắt Đại hội\n{BODY}\n\n{PARAGRAPH}\n\nĐ/c Nguyễn Tuấn Hải và sinh viên Lê Văn Tiến"
    );
    let shown = captions(&text);
    assert!(shown.iter().any(|c| c.ends_with("ra mắt Đại hội")), "{shown:?}");
    assert!(shown.iter().any(|c| c.ends_with("Lê Văn Tiến")), "{shown:?}");
}

#[test]
fn what_a_committee_of_organisers_did_is_told() {
    let text = format!(
        "Hội thi xã Tân Lập\n\n{PARAGRAPH}\n\nBan tổ chức đã trao giải Nhất cho Công ty May Sông Lô.\n\n{PARAGRAPH}"
    );
    assert!(captions(&text).is_empty(), "{:?}", captions(&text));
}

#[test]
fn names_written_together_and_an_offices_own_lines_are_not_the_portals() {
    let text = format!(
        "Trang chủ\nHội Nông dân tỉnh ĐắkLắk tổ chức đại hội lần thứ mười\n{PARAGRAPH}\n\n{PARAGRAPH}"
    );
    assert!(portal(&text).iter().all(|t| !t.contains("ĐắkLắk")), "{:?}", portal(&text));
    let office = format!(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ TÂN LẬP\nĐộc lập - Tự do - Hạnh phúc\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    );
    assert!(portal(&office).iter().all(|t| !t.contains("TÂN LẬP")), "{:?}", portal(&office));
    let short = "Trang chủ\nXã Tân Lập tổng kết năm học vừa qua\nĐăng ngày: 14/07/2024\nXã vừa họp xong.";
    assert!(portal(short).iter().all(|t| !t.contains("tổng kết")), "{:?}", portal(short));
}

#[test]
fn a_title_that_presents_a_club_stays_a_title() {
    let text = format!("Huyện Sông Lô ra mắt hội đồng hương tại thủ đô\n{BODY}\n\n{PARAGRAPH}");
    assert!(captions(&text).is_empty(), "{:?}", captions(&text));
}

#[test]
fn the_name_of_the_site_told_again_opens_its_foot() {
    let page = format!(
        "TỈNH ĐOÀN TÂN LẬP\nTrang chủ\nGiới thiệu\nTin tức\nĐăng nhập\nTuổi trẻ Tân Lập ra quân\n{PARAGRAPH}\n{FURTHER}\nTỈNH ĐOÀN TÂN LẬP\nTỉnh đoàn \
         là nơi rèn luyện của tuổi trẻ trong tỉnh, do Tỉnh ủy lãnh đạo.\nTHÔNG TIN LIÊN HỆ\nĐịa chỉ: 12 đường Lê Lợi\n1.2 MB"
    );
    let portal = portal(&page);
    let foot = portal.iter().find(|line| line.contains("THÔNG TIN LIÊN HỆ")).unwrap();
    assert!(foot.starts_with("TỈNH ĐOÀN TÂN LẬP\nTỉnh đoàn là nơi"), "{foot}");
    assert!(foot.ends_with("1.2 MB"), "{foot}");
}

#[test]
fn menus_and_counters_in_one_line_are_the_portals() {
    let page = format!(
        "Trang chủ | Giới thiệu | Tin tức\nNgười đăng: vp_xa - Xem: 345\n\nXã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{FURTHER}\n\n👍 512   💬 46"
    );
    let portal = portal(&page).join("\n");
    for line in ["Trang chủ | Giới thiệu | Tin tức", "Người đăng: vp_xa - Xem: 345", "👍 512   💬 46"]
    {
        assert!(portal.contains(line), "{line} in {portal}");
    }
    assert!(told(&page).indicators.iter().all(|i| i.value != 345 && i.value != 512));
}

#[test]
fn a_row_of_a_table_is_no_menu() {
    let row = "3|Chi bộ thôn Đông|Giới thiệu 5 quần chúng|kết nạp 2 đảng viên";
    let page = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{row}\n\n{FURTHER}");
    assert!(portal(&page).iter().all(|line| !line.contains("Chi bộ thôn Đông")));
}
