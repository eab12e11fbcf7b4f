//! Further rules of the reader on sentences made up for them: days told twice, ranges, parts of a whole, boards with a
//! purpose, firms, captions in two rows, demands.
//!
//! Not here: what the other files of rules hold.

use crate::told::{FURTHER, PARAGRAPH, bodies, captions, counts, days, told};

fn figures(text: &str) -> Vec<(i64, String)> {
    told(text).indicators.into_iter().map(|i| (i.value, i.unit)).collect()
}

fn pair(value: i64, unit: &str) -> (i64, String) {
    (value, unit.to_owned())
}

#[test]
fn a_day_told_again_with_its_year_is_one() {
    assert_eq!(days("Sáng 7.11, Đảng ủy trao Huy hiệu đợt 7.11.2025."), ["2025-11-07"]);
    // The birthday of long ago is another day.
    assert_eq!(
        days("Ngày 19-5, cán bộ và nhân dân xã Tân Lập cùng nhau kỷ niệm ngày sinh của Bác (19-5-1890)."),
        ["XXXX-05-19", "1890-05-19"]
    );
}

#[test]
fn an_archives_stamp_tells_when_the_page_was_written() {
    let month = told(
        " date 2024-08 (TBTL) Ngày 02-8, Đảng ủy xã Tân Lập tổ chức lễ trao học bổng cho học sinh giỏi.",
    );
    let days: Vec<_> = month.dates.iter().map(|d| d.value.to_string()).collect();
    assert_eq!(days, ["2024-08", "2024-08-02"]);
    let tags: Vec<_> = month.boilerplate.iter().map(|b| b.mention.source.trim().to_owned()).collect();
    assert_eq!(tags, ["(TBTL)"]);
    let day = told(" date 2025-11-06 Ngày 6-11, Đảng ủy xã Tân Lập trao Huy hiệu Đảng đợt ngày 7-11.");
    let days: Vec<_> = day.dates.iter().map(|d| d.value.to_string()).collect();
    assert_eq!(days, ["2025-11-06", "2025-11-07"]);
}

#[test]
fn a_number_is_read_with_all_its_groups() {
    assert_eq!(figures("Trường dành hơn 4.000.000.000 đồng hỗ trợ học bổng."), [pair(4_000_000_000, "đồng")]);
    assert!(told("Điện thoại: 0912.345.678").indicators.is_empty());
}

#[test]
fn both_ends_of_a_range_are_counted() {
    assert_eq!(figures("Có xã đạt 15-18 tiêu chí."), [pair(15, "tiêu chí"), pair(18, "tiêu chí")]);
    assert_eq!(figures("thu nhập từ 3-5 triệu đồng"), [pair(3_000_000, "đồng"), pair(5_000_000, "đồng")]);
    assert!(figures("thu nhập gấp 2 - 3 lần trồng lúa").is_empty());
    assert!(figures("kéo dài 2-3 năm").is_empty());
}

#[test]
fn numbers_in_the_name_of_a_programme_are_no_figures() {
    assert!(figures("thực hiện Chương trình “75 nghìn sáng kiến, vượt khó, phát triển”.").is_empty());
    assert!(figures("theo phương châm “4 tại chỗ và 5 sẵn sàng”.").is_empty());
    assert_eq!(figures("khởi tố 3 vụ án với 12 bị can.").last(), Some(&pair(12, "bị can")));
}

#[test]
fn the_parts_of_those_awarded_are_counted_things() {
    let reading = told(
        "58 cá nhân được tặng danh hiệu “Chiến sĩ thi đua cơ sở”, trong đó có 43 cá nhân thuộc Nhà máy chính và 15 cá \
         nhân thuộc Chi nhánh Phía Nam.",
    );
    assert_eq!(reading.awards.iter().map(counts).collect::<Vec<_>>(), [(None, Some(58), None)]);
    let parts: Vec<_> = reading.indicators.iter().map(|i| i.value).collect();
    assert_eq!(parts, [43, 15]);
}

#[test]
fn households_beside_collectives_are_counted_apart() {
    let reading = told("Chủ tịch UBND huyện khen thưởng 12 tập thể, 7 cá nhân và 6 hộ gia đình.");
    assert_eq!(reading.awards.iter().map(counts).collect::<Vec<_>>(), [(Some(12), Some(7), None)]);
    assert_eq!(reading.awards.first().and_then(|a| a.households), Some(6));
    // The schema of the exchange counts no households in an award.
    let value = |text: &str, list: &str, n: usize, key: &str| told(text).to_json(text)[list][n][key].clone();
    let text = "Chủ tịch UBND huyện khen thưởng 12 tập thể, 7 cá nhân và 6 hộ gia đình.";
    assert_eq!(value(text, "indicators", 0, "value"), 6);
    assert_eq!(value(text, "indicators", 0, "unit"), "hộ gia đình");
    let alone = "UBND xã tặng giấy khen cho 15 hộ nông dân.";
    assert_eq!(value(alone, "indicators", 0, "unit"), "hộ nông dân");
    assert!(value(alone, "awards", 0, "form").is_null());
}

#[test]
fn those_among_whom_somebody_was_awarded_are_not_awarded() {
    let reading =
        told("Ngành có 1.774 cá nhân trong số hơn 2.300 cán bộ đã được các đơn vị biểu dương, khen thưởng.");
    assert_eq!(reading.awards.iter().map(counts).collect::<Vec<_>>(), [(None, Some(1774), None)]);
    assert_eq!(reading.indicators.iter().map(|i| i.value).collect::<Vec<_>>(), [2300]);
}

#[test]
fn a_letter_is_told_once_for_a_row_and_lists_may_stand_between() {
    let row = told(
        "Trường Đại học Tân Lập đã trao tặng giấy khen cho 9 tập thể đạt thành tích Lao động xuất sắc, 16 tập thể đạt thành \
         tích Lao động tiên tiến.",
    );
    let forms: Vec<_> = row.awards.iter().map(|a| (a.form.as_str(), a.by.as_deref())).collect();
    assert_eq!(forms, [("Giấy khen", Some("Trường Đại học Tân Lập")); 2]);
    let list = told(
        "Chủ tịch UBND tỉnh quyết định tặng Bằng khen cho 3 tập thể là: Công an tỉnh, Công an thành phố Tân An, Phòng Cảnh sát \
         hình sự và 10 cá nhân; Giám đốc Công an tỉnh tặng Giấy khen cho 6 tập thể và 12 cá nhân.",
    );
    assert_eq!(
        list.awards.iter().map(counts).collect::<Vec<_>>(),
        [(Some(3), Some(10), None), (Some(6), Some(12), None)]
    );
    let both = told("Liên chi đoàn khoa Văn vinh dự nhận được 4 bằng khen của cả tập thể và cá nhân.");
    assert_eq!(both.awards.iter().map(counts).collect::<Vec<_>>(), [(None, None, Some(4))]);
}

#[test]
fn a_place_with_all_its_people_receives_as_one() {
    let reading = told(
        "Bí thư Huyện ủy đã trao Bằng công nhận xã đạt chuẩn nông thôn mới của Chủ tịch UBND tỉnh cho Đảng bộ, chính quyền và \
         nhân dân xã Tân Lập.",
    );
    let shown: Vec<_> =
        reading.awards.iter().map(|a| (a.form.as_str(), a.by.as_deref(), a.collectives)).collect();
    assert_eq!(shown, [("Bằng công nhận xã đạt chuẩn nông thôn mới", Some("Chủ tịch UBND tỉnh"), Some(1))]);
}

#[test]
fn boards_are_named_with_what_they_are_for() {
    for name in [
        "Ban Chỉ đạo Chương trình mục tiêu phát triển lâm nghiệp bền vững tỉnh Tân An",
        "Ban Chỉ đạo Vận động hiến máu tình nguyện (HMTN) tỉnh Tân An",
        "Văn phòng Điều phối Chương trình xây dựng Nông thôn mới tỉnh Tân An",
        "Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp",
        "Đoàn ĐBQH tỉnh Tân An",
    ] {
        assert_eq!(bodies(&format!("Dự lễ có {name} và nhiều khách mời.")), [name]);
    }
}

#[test]
fn firms_hospitals_and_schools_are_read_whole() {
    for name in [
        "Công ty CP in Tổng hợp Tân An",
        "Bệnh viện Sản - Nhi tỉnh",
        "Bệnh viện đa khoa tỉnh",
        "Chi nhánh Phía Nam",
        "Phân xưởng Cơ điện",
        "Nhà in Quốc gia",
        "Hội Xuất bản Việt Nam",
        "Ban thi đua khen thưởng tỉnh",
        "trường đại học Nam Tân An",
        "hội LHPN xã Tân Lập",
    ] {
        assert_eq!(bodies(&format!("Dự lễ có lãnh đạo {name} và nhiều khách mời.")), [name]);
    }
    assert_eq!(bodies("2 cá nhân được Sở Y tế khen thưởng."), ["Sở Y tế"]);
    assert_eq!(
        bodies("lãnh đạo Sở Nông nghiệp và Môi trường, Dân tộc và Tôn giáo trình bày"),
        ["Sở Nông nghiệp và Môi trường"]
    );
}

#[test]
fn a_kind_a_place_to_meet_and_any_of_many_name_no_body() {
    assert!(bodies("đây là một trường ĐH rất mới").is_empty());
    assert!(bodies("Sáng 21/3, tại Trung tâm Hội nghị tỉnh, diễn ra kỳ họp").is_empty());
    assert!(bodies("để các LĐLĐ huyện học tập kinh nghiệm").is_empty());
    // A school has one, whichever school it is.
    assert_eq!(bodies("do Ban Giám hiệu trao tặng"), ["Ban Giám hiệu"]);
}

#[test]
fn a_numbered_resolution_may_be_followed_by_its_day() {
    let cited =
        told("bổ sung Nghị quyết số 47 ngày 13/12/2019 của HĐND tỉnh và Sắc lệnh số 122/SL").citations;
    let shown: Vec<_> = cited.iter().map(|c| (c.kind.as_str(), c.number.as_str())).collect();
    assert_eq!(shown, [("Nghị quyết", "47"), ("Sắc lệnh", "122/SL")]);
    assert_eq!(cited.first().and_then(|c| c.date).map(|d| d.to_string()).as_deref(), Some("2019-12-13"));
}

#[test]
fn a_former_post_goes_on_a_post() {
    let people = told("ông Lê Hoàng Nghi - Tỉnh ủy viên, nguyên Giám đốc Sở Tư pháp").people;
    assert_eq!(
        people.first().and_then(|p| p.role.as_deref()),
        Some("Tỉnh ủy viên, nguyên Giám đốc Sở Tư pháp")
    );
}

#[test]
fn whoever_holds_the_lễ_gives_whatever_a_bracket_adds() {
    let text = "Sáng 27-1, Đảng ủy phường Tân Lập (TP.HCM) tổ chức Lễ kỷ niệm và trao Huy hiệu Đảng. Dịp này có 9 đảng viên \
                được trao tặng Huy hiệu Đảng.";
    let awards = told(text).awards;
    assert_eq!(awards.first().and_then(|a| a.by.as_deref()), Some("Đảng ủy phường Tân Lập"));
}

#[test]
fn a_sentence_that_presents_somebody_is_a_caption() {
    let shown = "Ông Nguyễn Thành Hải - Giám đốc Sở Tài chính trình bày tờ trình về kế hoạch đầu tư công.";
    let said = "Ông Nguyễn Thành Hải - Giám đốc Sở Tài chính khẳng định sẽ tiếp tục trình bày tờ trình.";
    let page = |line: &str| format!("Tân Lập họp\n\n{PARAGRAPH}\n\n{line}\n\n{FURTHER}");
    assert_eq!(captions(&page(shown)), [shown]);
    assert!(captions(&page(said)).is_empty());
}

#[test]
fn a_caption_may_run_over_two_rows_and_stand_under_a_file() {
    let rows = "Đồng chí Nguyễn Ngọc Bình - Ủy viên Ban Thường vụ Đảng ủy,\nTổng Giám đốc phát biểu phát động thi đua";
    let page = |line: &str| format!("Tân Lập họp\n\n{PARAGRAPH}\n{line}\n{FURTHER}");
    assert_eq!(captions(&page(rows)).len(), 2);
    let filed = "IMG 7955\nBác sĩ Giang trao cờ thi đua cho bệnh viện";
    assert_eq!(captions(&page(filed)), ["Bác sĩ Giang trao cờ thi đua cho bệnh viện"]);
    assert!(captions(&page("Một số hình ảnh của buổi lễ")).is_empty());
}

#[test]
fn a_files_name_under_a_caption_is_a_line_of_its_own() {
    let page = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nBí thư Đảng ủy Trần Thị Cúc trao Huy hiệu Đảng\nle-trao.jpg\n\n{FURTHER}"
    );
    let outside: Vec<_> = told(&page).boilerplate.into_iter().map(|b| b.mention.source).collect();
    assert_eq!(outside, ["le-trao.jpg"]);
}

#[test]
fn calls_and_main_tasks_are_tasks() {
    let page = |line: &str| format!("Tân Lập họp\n\n{PARAGRAPH}\n\n{line}");
    for line in [
        "Đại hội kêu gọi toàn thể các tầng lớp Nhân dân trong xã tiếp tục phát huy truyền thống đoàn kết, nêu cao ý chí tự \
         lực, thi đua sáng tạo, góp phần xây dựng xã ngày càng giàu đẹp.",
        "Trong đó, nhiệm vụ trọng tâm là tiếp tục hoàn thiện hệ thống giao thông nông thôn, giao thông nội đồng và kênh mương \
         phục vụ sản xuất nông nghiệp trên địa bàn xã.",
        "Giám đốc cũng yêu cầu các đơn vị tổ chức phổ biến, quán triệt đầy đủ nghị quyết đến toàn thể người lao động, đẩy mạnh \
         công tác truyền thông tới từng tổ.",
        "Ông Bình lưu ý: Các địa phương cần quyết tâm, tập trung mọi nguồn lực, tạo phong trào thi đua mạnh mẽ thực hiện hoàn \
         thành mục tiêu trên.",
    ] {
        assert_eq!(told(&page(line)).tasks.len(), 1, "{line}");
    }
    let past = "Cách đây nhiều năm, Bác ra Lời kêu gọi thi đua ái quốc, toàn dân đã tiếp tục hưởng ứng bằng nhiều việc làm thiết \
                thực trong lao động, sản xuất và chiến đấu.";
    assert!(told(&page(past)).tasks.is_empty());
}

#[test]
fn a_list_of_tasks_goes_on_with_its_bullet() {
    let page = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\n2. Nhiệm vụ trọng tâm:\n- Tiếp tục triển khai các phong trào thi đua.\n- Sáng tạo trong \
         sản xuất để hoàn thành chỉ tiêu.\n- Tăng thu nhập cho người lao động."
    );
    let tasks = told(&page).tasks;
    assert_eq!(tasks.len(), 1);
    assert!(tasks.first().is_some_and(|t| t.mention.source.ends_with("người lao động.")));
}

#[test]
fn a_day_of_remembrance_is_read_behind_its_name() {
    assert_eq!(days("nhân ngày Toàn dân hiến máu tình nguyện (7-4) hằng năm"), ["XXXX-04-07"]);
    assert_eq!(days("kỷ niệm 129 năm ngày sinh Chủ tịch Hồ Chí Minh 19.5, xã tổ chức lễ"), ["XXXX-05-19"]);
    assert!(days("ông Bảng (SN 1943, ở huyện Tân An)").is_empty());
    assert_eq!(days("diễn ra trong hai ngày, 2-3/12/2014"), ["2014-12-02", "2014-12-03"]);
    // What a jubilee marks does not tell when the text was written.
    assert_eq!(
        days("Sáng 14/5, Đảng ủy họp mặt kỷ niệm 134 năm Ngày sinh của Bác (19/5/1890 - 19/5/2024)."),
        ["XXXX-05-14", "1890-05-19", "2024-05-19"]
    );
}

#[test]
fn boards_in_small_letters_and_parts_of_lists_are_named_whole() {
    for name in [
        "Ban chỉ đạo vận động hiến máu tình nguyện tỉnh Tân An",
        "Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn tỉnh Tân An",
        "Ban Chỉ đạo 138 tỉnh",
        "Công ty Thương mại và Xuất nhập khẩu Tân An",
        "Trung ương Hội Sinh viên Việt Nam",
        "Mặt trận Dân tộc thống nhất Việt Nam",
    ] {
        assert_eq!(bodies(&format!("Dự lễ có {name} và nhiều khách mời.")), [name]);
    }
    assert_eq!(
        bodies("Gửi: Cục Kế hoạch và tài chính; Cục Trang bị và kho vận; Cục Y tế."),
        ["Cục Kế hoạch và tài chính", "Cục Trang bị và kho vận", "Cục Y tế"]
    );
    assert_eq!(
        bodies("gồm: Trường THPT Lê Duẩn, THPT Bác Ái và THPT Phan Bội Châu."),
        ["Trường THPT Lê Duẩn", "THPT Bác Ái", "THPT Phan Bội Châu"]
    );
    assert!(told("Ban Chỉ đạo 138 tỉnh họp.").indicators.is_empty());
}

#[test]
fn judges_all_of_a_kind_and_halls_name_no_body() {
    assert!(bodies("Dự thi có Ban Giám khảo và Ban Tổ chức Lễ hội.").is_empty());
    assert!(bodies("Hội Nông dân các cấp đã phối hợp mở lớp").is_empty());
    assert!(bodies("Chiều 25/6, tại Nhà văn hóa thôn Tân Lập, diễn ra lễ ra mắt").is_empty());
}

#[test]
fn a_place_of_two_words_stands_before_a_name() {
    let reading = told("Chủ tịch UBND xã Sơn Tiến Nguyễn Khắc Việt cho biết.");
    assert_eq!(reading.people.first().map(|p| p.name.as_str()), Some("Nguyễn Khắc Việt"));
    assert_eq!(reading.organisations.first().map(|o| o.name.as_str()), Some("UBND xã Sơn Tiến"));
}

#[test]
fn licences_are_no_awards_and_bodies_of_a_kind_are_collectives() {
    assert!(
        told("cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm cho 81 cơ sở chế biến").awards.is_empty()
    );
    let sở = told("Bộ trưởng quyết định tặng Cờ thi đua cho 07 sở giáo dục và đào tạo.").awards;
    assert_eq!(sở.iter().map(counts).collect::<Vec<_>>(), [(Some(7), None, None)]);
    let prizes = told("Bộ Chỉ huy trao 2 giải nhất, 3 giải ba; tặng giấy khen cho 3 tập thể.").awards;
    assert_eq!(
        prizes.iter().map(counts).collect::<Vec<_>>(),
        [(None, Some(2), None), (None, Some(3), None), (Some(3), None, None)]
    );
    let two = told(
        "Cụm thi đua đề nghị Bộ Giáo dục và Đào tạo tặng Cờ thi đua cho Trường THPT Lê Duẩn và UBND tỉnh tặng cờ thi đua cho \
         Trường THPT Bác Ái.",
    );
    assert_eq!(
        two.awards.iter().map(counts).collect::<Vec<_>>(),
        [(Some(1), None, None), (Some(1), None, None)]
    );
}

#[test]
fn pictures_open_pages_and_leave_their_numbers() {
    let first =
        format!("Bí thư Tỉnh ủy Nguyễn Quang Dương phát biểu chỉ đạo Hội nghị\n{PARAGRAPH}\n{FURTHER}");
    assert_eq!(captions(&first), ["Bí thư Tỉnh ủy Nguyễn Quang Dương phát biểu chỉ đạo Hội nghị"]);
    let page = |line: &str| format!("Tân Lập họp\n\n{PARAGRAPH}\n\n{line}\n\n{FURTHER}");
    for line in [
        "Ông Nguyễn Trường Giang, Bí thư Đảng ủy phường Tân Lập trao Huy hiệu 45 năm tuổi Đảng đến các đảng viên.",
        "Tân An biểu dương 355 gương điển hình học tập và làm theo Bác -0",
    ] {
        assert_eq!(captions(&page(line)), [line]);
    }
    assert!(
        captions(&page("Ông Nguyễn Văn Tảo, Phó Giám đốc Công an tỉnh, đến dự và trao Huy hiệu Đảng."))
            .is_empty()
    );
    let tags: Vec<_> =
        told(&page("#TanLap #DaiDoanKet")).boilerplate.into_iter().map(|b| b.mention.source).collect();
    assert_eq!(tags, ["#TanLap #DaiDoanKet"]);
}

#[test]
fn words_that_look_ahead_at_an_end_open_no_tasks() {
    let page = |line: &str| format!("Tân Lập họp\n\n{PARAGRAPH}\n\n{line}");
    let told_so = "Lễ tôn vinh cũng là dịp để biểu dương các điển hình nhằm nhân rộng hơn nữa trong thời gian tới. Các đại biểu đã \
                   tham gia đóng góp nhiều ý kiến vào dự thảo và thảo luận sôi nổi, thẳng thắn.";
    assert!(told(&page(told_so)).tasks.is_empty());
    let aims = "Kế hoạch đề ra một số chỉ tiêu như: đến năm 2030, trên 50% lao động tham gia bảo hiểm xã hội; trên 80% người dân tham \
                gia bảo hiểm y tế; không còn hộ nghèo.";
    assert_eq!(told(&page(aims)).tasks.len(), 1);
}

#[test]
fn measures_of_rain_and_square_metres_are_known() {
    assert_eq!(figures("có nơi mưa trên 200mm"), [pair(200, "mm")]);
    assert_eq!(figures("xây căn nhà rộng 65m²"), [pair(65, "m²")]);
}

#[test]
fn models_told_behind_a_colon_within_quotations_and_parts_of_a_system_are_told_apart() {
    let models = |text: &str| told(text).models.into_iter().map(|m| m.name).collect::<Vec<_>>();
    assert_eq!(
        models(
            "Phường có nhiều mô hình quần chúng bảo vệ an ninh, trật tự như: “Tiếng kẻng an ninh”, “Tổ tự quản”."
        ),
        ["Tiếng kẻng an ninh", "Tổ tự quản"]
    );
    assert_eq!(models("Đoàn ra quân \"Mô hình Tắt máy chờ tàu\" và trồng cây."), ["Tắt máy chờ tàu"]);
    assert!(
        models("Các phân hệ trong hệ thống gồm: Kinh tế - xã hội; Hành chính công; Hệ thống Du lịch.")
            .is_empty()
    );
    assert_eq!(models("Phường ra mắt hệ thống “Mặt trận số”."), ["Mặt trận số"]);
}

#[test]
fn what_is_upgraded_and_bodies_that_did_something_are_counted() {
    let figures =
        |text: &str| told(text).indicators.into_iter().map(|i| (i.value, i.unit)).collect::<Vec<_>>();
    assert_eq!(figures("Huyện xây mới và nâng cấp 16 trạm bơm."), [(16, "trạm bơm".to_owned())]);
    assert_eq!(figures("Có 2 tổ chức đã đồng thuận phương án."), [(2, "tổ chức".to_owned())]);
}

#[test]
fn a_model_named_without_marks_begins_with_a_capital_and_ends_where_the_sentence_turns() {
    let models = |text: &str| told(text).models.into_iter().map(|m| m.name).collect::<Vec<_>>();
    let text = "Đây là tuyến đường thuộc mô hình Ruộng lúa, bờ hoa của Hội Nông dân xã An Vĩnh.";
    assert_eq!(models(text), ["Ruộng lúa, bờ hoa"]);
    assert!(models("Xã đến thăm mô hình Hợp tác xã của huyện.").is_empty());
}
