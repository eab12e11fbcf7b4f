//! Numbers, days and documents, on sentences made up for them.
//!
//! Not here: counts of those awarded (`awards`).

use reader::{NumberReason, Qualifier, Status};

use crate::told::{FURTHER, PARAGRAPH, captions, days, told};

fn figures(text: &str) -> Vec<(i64, i64, String)> {
    told(text).indicators.into_iter().map(|i| (i.value, i.thousandths, i.unit)).collect()
}

#[test]
fn kilometres_behind_a_comma_are_decimals() {
    assert_eq!(figures("quản lý 26,343 km đường biên"), [(26, 343, "km".to_owned())]);
}

#[test]
fn marks_of_a_scale_and_the_day_of_every_month_count_nothing() {
    assert!(figures("Thang điểm gồm nội dung 50 điểm, phong cách kể chuyện 30 điểm.").is_empty());
    assert_eq!(figures("Xã có 5 điểm trường.").len(), 1);
    assert!(figures("Chi bộ sinh hoạt vào ngày 3 hằng tháng.").is_empty());
    assert_eq!(figures("Bệnh viện nhận được 2.139 thư khen.").len(), 1);
}

#[test]
fn groups_of_tasks_are_counted_and_slogans_are_not() {
    assert_eq!(figures("thực hiện 9 nhóm nhiệm vụ chính"), [(9, 0, "nhóm nhiệm vụ".to_owned())]);
    assert!(figures("phong trào “2 giỏi” của chị em").is_empty());
    assert!(figures("chị em thi đua “3 chăm ngoan” và \"2 khéo tay\" cả năm").is_empty());
    assert!(figures("tổng kết chương trình 10 nghìn sáng kiến").is_empty());
    assert!(figures("đường dây mạch 3 Sông Lam - Tân Lập").is_empty());
    assert!(figures("khen các hộ ở tổ dân phố 17 phường Tân Lập").is_empty());
    assert!(figures("tuổi 18 càng trở nên đáng nhớ với đoàn viên").is_empty());
    assert!(figures("ra quân ngày mùng 1 Tết Nguyên đán").is_empty());
    assert_eq!(figures("có 30.250 nữ CNVC-LĐ"), [(30_250, 0, "nữ cnvc-lđ".to_owned())]);
}

#[test]
fn a_year_in_a_name_is_no_day_and_a_feast_behind_its_word_is() {
    assert!(days("trong khuôn khổ Ngày hội Connect Fest 2023 ở trường").is_empty());
    assert_eq!(days("thi kể chuyện trong lễ kỉ niệm 20/11 ở trường"), ["XXXX-11-20"]);
}

#[test]
fn symbols_with_an_ampersand_and_posts_that_issue_are_read() {
    let text = "Thực hiện công văn số 1556/SGD&ĐT-VP của sở GD&ĐT Hà Nam ngày 13/12/2013 và Chỉ thị số 01/CT-VKSTC của Viện trưởng \
                Viện Kiểm sát nhân dân tối cao.";
    let read: Vec<_> = told(text)
        .citations
        .into_iter()
        .map(|c| (c.number, c.date.map(|d| d.to_string()), c.issuer))
        .collect();
    assert_eq!(
        read,
        [
            ("1556/SGD&ĐT-VP".to_owned(), Some("2013-12-13".to_owned()), Some("sở GD&ĐT Hà Nam".to_owned())),
            ("01/CT-VKSTC".to_owned(), None, Some("Viện trưởng Viện Kiểm sát nhân dân tối cao".to_owned())),
        ]
    );
}

#[test]
fn what_is_mended_is_no_shortcoming() {
    let text = format!(
        "Họp xóm\n\n{PARAGRAPH}\n\nÔng Bình yêu cầu đơn vị khắc phục các chỉ tiêu còn hạn chế trong năm.\n\n{FURTHER}"
    );
    assert!(told(&text).limitations.is_empty());
    let text = format!(
        "Họp xóm\n\n{PARAGRAPH}\n\nMặc dù còn những hạn chế nhất định, nhưng phong trào đã có nhiều điểm sáng.\n\n{FURTHER}"
    );
    assert!(told(&text).limitations.is_empty());
}

#[test]
fn what_is_to_be_done_is_no_caption() {
    let text = format!(
        "Họp xóm\n\n{PARAGRAPH}\n\nKịp thời nắm bắt khó khăn, đề xuất chính sách hỗ trợ các cơ sở giáo dục ở vùng cao\n\n{FURTHER}"
    );
    assert!(captions(&text).is_empty(), "{:?}", captions(&text));
}

#[test]
fn hamlets_and_quarters_share_one_number() {
    assert_eq!(figures("tổ chức ở 1.020 thôn, khu dân cư"), [(1_020, 0, "thôn, khu dân cư".to_owned())]);
}

#[test]
fn thousands_of_days_are_counted_and_marks_are_not() {
    let figures: Vec<_> = told("Có hơn 14 nghìn tuần học tốt, hơn 32 nghìn ngày học tốt.")
        .indicators
        .into_iter()
        .map(|i| i.value)
        .collect();
    assert_eq!(figures, [14_000, 32_000]);
    assert!(told("Điểm trung bình từ 8,5 điểm trở lên.").indicators.is_empty());
}

#[test]
fn years_of_the_other_calendar_and_years_from_which_are_years() {
    assert_eq!(days("Nhân dịp Tết Nguyên đán Bính Ngọ 2026, công đoàn tặng quà."), ["2026"]);
    assert_eq!(days("Từ 1919 đến 1954, trường ở đây."), ["1919", "1954"]);
}

#[test]
fn sums_in_a_name_are_no_figures_and_shortcomings_behind_a_colon_are_told() {
    assert!(figures("Tổ công tác mô hình 5+1 ghi nhận nhiều kết quả trong tốp 10 toàn quốc.").is_empty());
    let text = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nTại hội nghị, những hạn chế của ngành được các đại biểu chỉ rõ: việc huy động trẻ ra lớp chưa cao; chất lượng \
         chưa đồng bộ."
    );
    let told: Vec<_> = told(&text).limitations.into_iter().map(|l| l.mention.source).collect();
    assert_eq!(told, ["việc huy động trẻ ra lớp chưa cao; chất lượng chưa đồng bộ."]);
}

#[test]
fn what_was_reached_measured_by_a_target_is_no_target() {
    let text = "Nhiệm kỳ qua, thu ngân sách đạt 119,41% chỉ tiêu nghị quyết; kết nạp 18 đảng viên mới.";
    assert!(told(text).indicators.iter().all(|i| i.status == Status::Result));
    let text = "Với chỉ tiêu kết nạp 18 đảng viên mới, chi bộ nỗ lực.";
    assert!(told(text).indicators.iter().all(|i| i.status == Status::Target));
}

#[test]
fn farms_are_counted_whole_and_the_eve_of_the_new_year_is_no_figure() {
    let units: Vec<_> = told("Hội có 68 trang trại và 2 tổ hợp tác (nhằm 30 Tết).")
        .indicators
        .into_iter()
        .map(|i| i.unit)
        .collect();
    assert_eq!(units, ["trang trại", "tổ hợp tác"]);
}

#[test]
fn a_mark_of_letters_goes_on_with_its_number() {
    assert!(figures("Máy đo KBT-25 dùng cho thao trường đã được bàn giao.").is_empty());
}

#[test]
fn marks_that_only_name_a_class_of_communes_are_not_counted() {
    assert_eq!(
        figures("Huyện có 7 xã đạt 15-18 tiêu chí, 3 xã đạt 19 tiêu chí, không còn xã đạt dưới 5 tiêu chí."),
        [(7, 0, "xã".to_owned()), (3, 0, "xã".to_owned())]
    );
    assert_eq!(figures("Đến nay xã Tân Lập đạt 17 tiêu chí."), [(17, 0, "tiêu chí".to_owned())]);
}

#[test]
fn the_points_of_which_a_session_is_made_up_are_counted_things() {
    let text = "Huyện học tập nghị quyết tại 9 điểm cầu gồm 1 điểm cầu tại huyện, 8 điểm cầu tại các xã.";
    let points: Vec<_> = told(text).sessions.into_iter().map(|s| s.points).collect();
    assert_eq!(points, [Some(9)]);
    let parts: Vec<_> = figures(text).into_iter().map(|f| f.0).collect();
    assert_eq!(parts, [1, 8]);
}

#[test]
fn what_a_share_is_of_is_told_with_the_amount_before_it() {
    let labels = |text| told(text).percentages.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
    let text = "Năm 2023, tổng doanh thu đạt trên 48,2 tỷ đồng, vượt 12% so với kế hoạch; \
                lợi nhuận đạt 3,1 tỷ đồng, bằng 105% kế hoạch, tăng 8% so với cùng kỳ.";
    assert_eq!(labels(text), ["tổng doanh thu so với kế hoạch", "lợi nhuận", "lợi nhuận so với cùng kỳ"]);
    // What is not held against a plan is a part of those counted.
    let text = "Chi bộ tổ chức 05 lớp cho đảng viên học tập, đạt 98%.";
    assert_eq!(labels(text), ["lớp cho đảng viên học tập"]);
}

#[test]
fn one_among_several_is_no_figure_but_they_are_and_classes_of_a_trade_are_no_sessions() {
    let reading = told("Phú Linh là 1 trong 5 xã điểm của huyện.");
    let all: Vec<_> = reading.indicators.iter().map(|i| (i.value, i.of, i.unit.as_str())).collect();
    assert_eq!(all, [(5, None, "xã")]);
    let text =
        "Toàn tỉnh tổ chức 1.432 lớp học tập nâng cao trình độ; 1.549 lớp chuyển giao khoa học kỹ thuật.";
    assert!(told(text).sessions.is_empty());
    assert!(figures("Nghị quyết xác định 3 khâu đột phá của nhiệm kỳ.").is_empty());
}

#[test]
fn what_was_done_with_the_things_counted_says_what_they_are() {
    let label = |text: &str| told(text).indicators.into_iter().map(|i| i.label).collect::<Vec<_>>();
    assert_eq!(label("Năm 2024, Hội đã vận động được trên 65.000 đơn vị máu."), ["vận động được đơn vị máu"]);
    assert_eq!(label("Đoàn viên đã tham gia sửa chữa 36 cây cầu."), ["sửa chữa cây cầu"]);
    assert_eq!(label("Hội thi tin học cấp tỉnh đạt 4 giải."), ["Hội thi tin học cấp tỉnh giải"]);
    // Words behind the measure tell it already.
    assert_eq!(
        label("Huyện đã xây dựng 36 căn nhà tình nghĩa cho hộ nghèo."),
        ["căn nhà tình nghĩa cho hộ nghèo"]
    );
}

#[test]
fn shares_are_of_what_was_done_and_ranges_have_two_ends() {
    let shares =
        |text: &str| told(text).percentages.into_iter().map(|p| (p.thousandths, p.label)).collect::<Vec<_>>();
    let own = |value: i64, label: &str| (value, label.to_owned());
    assert_eq!(
        shares("Đến nay 100% các hộ trên địa bàn đã đồng thuận nhận tiền đền bù."),
        [own(100_000, "hộ trên địa bàn đã đồng thuận nhận tiền đền bù")]
    );
    assert_eq!(
        shares("Thành đoàn đã chỉ đạo 100% các Quận, Huyện đoàn ra quân hưởng ứng."),
        [own(100_000, "Quận, Huyện đoàn ra quân hưởng ứng")]
    );
    let income = "Tăng thu nhập bình quân";
    assert_eq!(shares("Tăng thu nhập bình quân từ 5-7%/năm."), [own(5_000, income), own(7_000, income)]);
    let blood = "Tỷ lệ hiến máu năm 2000";
    assert_eq!(
        shares(
            "Tỷ lệ hiến máu năm 2000 là gần 31% thì đến năm 2019 đã đạt 98,3%, phấn đấu đến năm 2020 đạt 99%."
        ),
        [own(31_000, blood), own(98_300, blood), own(99_000, blood)]
    );
}

#[test]
fn what_was_reached_and_what_is_aimed_at_are_two_figures() {
    let text =
        "Năm qua đã tập huấn cho 400 lượt doanh nghiệp. Phấn đấu năm tới tập huấn cho 400 lượt doanh nghiệp.";
    assert_eq!(told(text).indicators.len(), 2);
    assert!(figures("CÔNG TY 4 TỔ CHỨC HỘI NGHỊ NGƯỜI LAO ĐỘNG").is_empty());
}

#[test]
fn ranges_told_in_words_have_two_ends_and_distances_of_a_race_are_its_name() {
    let values = |text: &str| told(text).indicators.into_iter().map(|i| i.value).collect::<Vec<_>>();
    assert_eq!(values("Trang trại heo có quy mô từ 500 đến 1.200 con."), [500, 1_200]);
    assert!(figures("Vận động viên chạy cự ly 5km đã về đích.").is_empty());
    assert_eq!(values("Công ty trao 20 xuất quà cho các hộ dân."), [20]);
}

#[test]
fn figures_of_speech_in_quotation_marks_and_the_one_that_an_amount_is_told_for_are_no_figures() {
    assert!(told("Việc khắc phục 5 “điểm nghẽn” được chú trọng.").indicators.is_empty());
    let values: Vec<_> =
        told("Thu nhập đạt 70 triệu đồng trên 1 ha.").indicators.into_iter().map(|i| i.value).collect();
    assert_eq!(values, [70_000_000]);
}

#[test]
fn a_bare_measure_takes_the_clause_before_it() {
    let labels = |text: &str| -> Vec<String> { told(text).indicators.into_iter().map(|i| i.label).collect() };
    assert_eq!(
        labels("Các cấp bộ đã nâng cao trình độ nghề nghiệp cho 46.310 thanh niên."),
        ["nâng cao trình độ nghề nghiệp cho thanh niên"]
    );
    assert_eq!(labels("Ban Chấp hành khóa IV gồm 15 đồng chí."), ["đồng chí Ban Chấp hành khóa IV"]);
    // Of a long clause nothing is cut out, and what is told behind the measure is enough.
    assert_eq!(
        labels(
            "Nhờ sự chung tay của bà con xa gần và các nhà hảo tâm khắp nơi nên quê nhà mới có 12 chiếc cầu."
        ),
        ["chiếc cầu"]
    );
    assert_eq!(labels("Toàn xã sửa 12 căn nhà cho hộ nghèo."), ["căn nhà cho hộ nghèo"]);
}

#[test]
fn what_grew_is_told_with_the_figure_before() {
    let labels =
        |text: &str| -> Vec<String> { told(text).percentages.into_iter().map(|p| p.label).collect() };
    assert_eq!(labels("Doanh thu đạt 116% kế hoạch, tăng 23%."), ["Doanh thu kế hoạch", "Doanh thu tăng"]);
    assert_eq!(labels("Xuất khẩu đạt 12 tỷ đồng (tăng 16,1%)."), ["Xuất khẩu tăng"]);
    assert_eq!(labels("Kết quả: giỏi 114 em = 13,62%; khá 419 em = 50,06%."), ["giỏi", "khá"]);
    // The line says what its points are of.
    assert_eq!(labels("- Hạnh kiểm: Tốt: 60%     khá: 35%"), ["Hạnh kiểm Tốt", "Hạnh kiểm khá"]);
}

#[test]
fn points_with_a_colon_and_numbers_of_parts() {
    let figures = |text: &str| -> Vec<(i64, String)> {
        told(text).indicators.into_iter().map(|i| (i.value, i.unit)).collect()
    };
    assert_eq!(figures("- Giải cấp tỉnh: 01 ; GVCN: 21"), [(1, "giải".to_owned()), (21, "gvcn".to_owned())]);
    assert_eq!(figures("Tổng số giáo viên là 31 đ/c."), [(31, "đ/c".to_owned())]);
    assert_eq!(figures("có hơn 120 Quý đối tác về dự"), [(120, "đối tác".to_owned())]);
    assert!(figures("1.2 Đổi mới quản lý, thực hiện đồng bộ các giải pháp").is_empty());
    assert!(figures("Chương trình CSI 2023 chia sẻ nhiều điều").is_empty());
    assert!(figures("xét tuyển từ 29 điểm").is_empty());
}

#[test]
fn both_ends_of_a_range_are_read_and_numbers_in_titles_are_not() {
    let values = |text: &str| told(text).indicators.iter().map(|i| i.value).collect::<Vec<_>>();
    assert_eq!(values("Chè được bán tới 3-5 quốc gia."), [3, 5]);
    assert_eq!(values("Mỗi năm có khoảng 120 đến hơn 200 trẻ em được nhận sách."), [120, 200]);
    assert_eq!(values("Quỹ nhận ủng hộ của hơn 40 tổ chức với nhiều phần quà."), [40]);
    assert!(values("Các thầy cô xem video clip “10 dấu ấn của nhà trường”.").is_empty());
}

#[test]
fn a_share_behind_a_bare_measure_is_of_what_the_figure_is_of() {
    let labels = |text: &str| told(text).percentages.iter().map(|p| p.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels("Dân số nữ là 4.520 người, chiếm 51%."), ["Dân số nữ"]);
    assert_eq!(
        labels("Tỷ lệ người hiến máu từ 350 ml trở lên đạt 44%."),
        ["Tỷ lệ người hiến máu từ 350 ml trở lên"]
    );
    assert_eq!(
        labels("100% cán bộ, nhân viên tham gia trồng cây."),
        ["cán bộ, nhân viên tham gia trồng cây"]
    );
    assert_eq!(labels("100% xe máy, đạn được kiểm tra."), ["xe máy, đạn được kiểm tra"]);
    let row = &told("Có 29 đảng bộ quận, huyện, thị xã đã họp.").indicators[0];
    assert_eq!(row.label, "đảng bộ quận, huyện, thị xã");
}

#[test]
fn how_many_a_month_is_no_month_and_a_revolution_no_figure() {
    let values = |text: &str| told(text).indicators.iter().map(|i| i.value).collect::<Vec<_>>();
    let text = "Mỗi tháng 03 video được đăng.";
    assert_eq!((values(text), days(text)), (vec![3], vec![]));
    assert!(values("Nền tảng công nghiệp 4.0 phục vụ nhà trường; cả xã dạy 2 buổi/ngày.").is_empty());
    assert_eq!(values("Huyện có 9 bác sĩ trên 1 vạn dân."), [9]);
}

#[test]
fn a_bare_measure_is_not_named_by_the_figure_before_it() {
    let labels = |text: &str| told(text).indicators.iter().map(|i| i.label.clone()).collect::<Vec<_>>();
    assert_eq!(
        labels("Hiện có 45 tổ chức cơ sở đảng với 4.312 đảng viên.").last().map(String::as_str),
        Some("đảng viên")
    );
    let share = told("98,7% đảng viên đăng ký nội dung làm theo Bác.").percentages;
    assert_eq!(share.first().map(|p| p.label.as_str()), Some("đảng viên đăng ký nội dung làm theo Bác"));
}

#[test]
fn no_part_of_a_number_is_a_number_of_its_own() {
    let told = told(
        "Toàn huyện có 18.302/20.213 hộ đạt danh hiệu gia đình văn hóa; cơ bản 12/12 đơn vị đều hoàn thành mục tiêu đề ra.",
    );
    let figures: Vec<_> = told.indicators.iter().map(|i| (i.value, i.of)).collect();
    assert_eq!(figures, [(18_302, Some(20_213)), (12, Some(12))]);
    assert!(told.unclaimed.is_empty(), "{:?}", told.unclaimed);
}

#[test]
fn points_connected_are_no_marks() {
    let values = |text: &str| told(text).indicators.iter().map(|i| i.value).collect::<Vec<_>>();
    assert_eq!(values("Hội nghị được tổ chức trực tuyến với 107 điểm cầu."), [107]);
    assert_eq!(values("Trên 700 đại biểu tương ứng trên 700 điểm cầu tham gia, thảo luận."), [700, 700]);
    assert!(values("Trường xét tuyển thí sinh từ 29 điểm.").is_empty());
}

#[test]
fn shares_with_a_slip_of_the_keyboard_are_whole() {
    let shares = |text: &str| told(text).percentages.iter().map(|p| p.thousandths).collect::<Vec<_>>();
    assert_eq!(shares("Số trẻ em tiêm chủng mở rộng đạt 77, 3%."), [77_300]);
    assert_eq!(shares("Tỷ lệ hộ nghèo giảm còn 2,07,% ."), [2_070]);
    assert_eq!(shares("Ở các thôn 4, 5 và 7, 3% hộ còn nghèo."), [3_000]);
    let labels = told("Nhà nước hỗ trợ 60%, nhân dân đóng góp 40%.").percentages;
    assert_eq!(labels.last().map(|p| p.label.as_str()), Some("nhân dân đóng góp"));
    let labels = told("Tỷ lệ đảng viên tham gia học tập đạt từ 95% trở lên.").percentages;
    assert_eq!(labels.last().map(|p| p.label.as_str()), Some("Tỷ lệ đảng viên tham gia học tập"));
}

#[test]
fn an_amount_is_named_by_the_verb_and_not_by_the_figure_before_it() {
    let labels = |text: &str| {
        let all = told(text).indicators.into_iter();
        all.filter(|i| i.unit == "đồng").map(|i| i.label).collect::<Vec<_>>()
    };
    assert_eq!(labels("Nhân dân đóng góp 1.250 ngày công, 870 triệu đồng."), ["đóng góp"]);
    assert_eq!(labels("Hội đã tiết kiệm được 1.250kg gạo, 35.600.000đ."), ["tiết kiệm được"]);
    assert_eq!(labels("Khám bệnh cho 3.450 người với tổng kinh phí 780 triệu đồng."), ["tổng kinh phí"]);
}

#[test]
fn ranges_are_named_before_them_and_years_are_no_part_of_a_name() {
    let labels = |text: &str| told(text).indicators.into_iter().map(|i| i.label).collect::<Vec<_>>();
    assert_eq!(labels("GDP bình quân đầu người khoảng 4.700 - 5.000 USD."), ["GDP bình quân đầu người"; 2]);
    assert_eq!(
        labels("Hội viên nghèo giảm từ 28 hộ năm 2016 xuống còn 6 hộ năm 2020."),
        ["Hội viên nghèo"; 2]
    );
}

#[test]
fn what_an_aim_is_measured_by_makes_no_aim_of_what_follows() {
    let targets = |text: &str| told(text).indicators.iter().filter(|i| i.status == Status::Target).count();
    assert_eq!(
        targets("Khám phá 645 vụ, vượt 15,6% so với chỉ tiêu Bộ giao; triệt phá 234 vụ, cấp 156.780 thẻ."),
        0
    );
    assert_eq!(targets("Chỉ tiêu năm 2024: trồng 2.000 cây."), 1);
}

#[test]
fn parts_with_a_fraction_and_points_of_a_list_leave_nothing_over() {
    let told = told(
        "Bê tông hóa 28,4/30,1 km đường trục thôn; thi đua với 2 nội dung: (1) Đẩy mạnh tuyên truyền; (2) Giữ gìn vệ sinh.",
    );
    let km = told.indicators.first().map(|i| (i.value, i.thousandths, i.unit.clone()));
    assert_eq!(km, Some((28, 400, "km".to_owned())));
    assert!(told.unclaimed.is_empty(), "{:?}", told.unclaimed);
}

#[test]
fn at_most_and_at_least_are_told_apart() {
    let bound = |text: &str| told(text).indicators.first().map(|i| (i.value, i.qualifier));
    assert_eq!(bound("Kinh phí không quá 20 triệu đồng"), Some((20_000_000, Qualifier::UpTo)));
    // Who something goes to is counted, not bounded.
    assert_eq!(bound("Đã triển khai học tập Chỉ thị đến 2 công đoàn cơ sở."), Some((2, Qualifier::Exact)));
    assert_eq!(bound("Đoàn đã trao quà đến 200 em học sinh."), Some((200, Qualifier::Exact)));
    assert_eq!(bound("Lớp học có đến 200 học sinh dự."), Some((200, Qualifier::UpTo)));
    assert_eq!(bound("Dự kiến chi đến 1,35 tỷ đồng tiền thưởng."), Some((1_350_000_000, Qualifier::UpTo)));
    assert_eq!(bound("Kinh phí không dưới 20 triệu đồng"), Some((20_000_000, Qualifier::MoreThan)));
    assert_eq!(bound("Kinh phí quá 20 triệu đồng"), Some((20_000_000, Qualifier::MoreThan)));
    assert_eq!(bound("Kinh phí ước tính 20 triệu đồng"), Some((20_000_000, Qualifier::About)));
    assert_eq!(bound("Kinh phí gần 20 triệu đồng"), Some((20_000_000, Qualifier::Nearly)));
}

#[test]
fn what_a_thing_is_made_of_is_no_part_of_its_measure() {
    assert_eq!(figures("chị em may 20 áo bằng vải mới"), [(20, 0, "áo".to_owned())]);
}

/// Each figure and whether it is an aim.
fn aims(text: &str) -> Vec<(i64, bool)> {
    let reading = told(text);
    let counted = reading.indicators.iter().map(|i| (i.value, i.status == Status::Target));
    let shares = reading.percentages.iter().map(|p| (p.thousandths / 1000, p.status == Status::Target));
    counted.chain(shares).collect()
}

#[test]
fn what_was_reached_of_an_aim_is_a_result() {
    for text in [
        "Doanh thu tăng mạnh, đạt 106% kế hoạch đề ra, nộp ngân sách 106 tỷ đồng.",
        "Hội đã vượt chỉ tiêu Nghị quyết Đại hội đề ra với 14 hội viên mới, bằng 106% năm trước.",
        "Nhiều chỉ tiêu có chuyển biến tích cực, doanh thu đạt 240 tỷ đồng.",
        "Có 6 chỉ tiêu đạt cao như: trồng mới 500 cây, đạt 105% kế hoạch.",
        "Chỉ tiêu lợi nhuận trước thuế đạt 160 tỷ đồng.",
        "Năm qua nhân dân đã luôn nỗ lực phấn đấu, hiến 500 m2 đất làm đường.",
        "Xã hoàn thành các mục tiêu trọng yếu: trồng mới 500 cây.",
        "Kết nạp đảng viên luôn đạt yêu cầu đặt ra, nay thêm 19 đảng viên mới.",
    ] {
        assert!(aims(text).iter().all(|(_, aim)| !aim) && !aims(text).is_empty(), "{text}: {:?}", aims(text));
    }
}

#[test]
fn what_is_set_is_an_aim_though_it_is_to_be_completed() {
    for text in [
        "Năm 2025 đơn vị đặt mục tiêu hoàn thành trên 3.000 lượt khám.",
        "Các chỉ tiêu mà Đại hội đã đề ra: trồng mới 500 cây, 95% hộ đạt gia đình văn hóa.",
        "Năm tới xã phấn đấu duy trì 12 câu lạc bộ, vượt 5% so với năm nay.",
    ] {
        assert!(aims(text).iter().all(|(_, aim)| *aim) && !aims(text).is_empty(), "{text}: {:?}", aims(text));
    }
    let told = aims("Kết nạp 12 người, bằng 106% (Nghị quyết đề ra 5%), trồng 500 cây.");
    assert_eq!(told, [(12, false), (500, false), (106, false), (5, true)]);
}

#[test]
fn figures_of_a_task_are_aims() {
    let text = "BÁO CÁO\nkết quả năm 2024\n\nI. KẾT QUẢ\n- Giảm 15 hộ nghèo; xây mới 12 nhà cho hộ khó khăn.\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025\n\
                1. Quán triệt nghị quyết đến mọi hội viên trong các chi hội của xã.\n2. Giảm ít nhất 13 hộ hội viên nghèo ở các thôn vùng cao; xây mới \
                11 nhà nghĩa tình đồng đội cho hội viên có hoàn cảnh khó khăn.";
    assert_eq!(aims(text), [(15, false), (12, false), (13, true), (11, true)]);
}

#[test]
fn a_change_comes_to_its_second_figure() {
    let reading = told(
        "Số hộ hội viên nghèo giảm từ 12 hộ xuống còn 7 hộ; số đảng viên tăng từ gần 120 đảng viên lên 135 đảng viên.",
    );
    let read: Vec<_> = reading.indicators.iter().map(|i| (i.value, i.status, i.label.as_str())).collect();
    assert_eq!(
        read,
        [
            (12, Status::Earlier, "Số hộ hội viên nghèo"),
            (7, Status::Result, "Số hộ hội viên nghèo"),
            (120, Status::Earlier, "số đảng viên"),
            (135, Status::Result, "số đảng viên"),
        ]
    );
    let shares = told("Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%.").percentages;
    let shares: Vec<_> = shares.iter().map(|p| (p.thousandths, p.status)).collect();
    assert_eq!(shares, [(5_200, Status::Earlier), (3_100, Status::Result)]);
    assert_eq!(aims("Thu nhập tăng từ 45 triệu đồng trở lên."), [(45_000_000, false)]);
}

#[test]
fn a_measure_told_before_its_number_is_told_once() {
    let label = |text: &str| told(text).indicators.first().map(|i| i.label.clone());
    assert_eq!(label("Hộ cận nghèo còn 15 hộ.").as_deref(), Some("Hộ cận nghèo"));
    assert_eq!(label("Hộ khá, giàu 389 hộ.").as_deref(), Some("Hộ khá, giàu"));
    let share = |text: &str| told(text).percentages.first().map(|p| p.label.clone());
    assert_eq!(share("Tỷ lệ hội viên sinh hoạt chỉ đạt 61%.").as_deref(), Some("Tỷ lệ hội viên sinh hoạt"));
    let given = told("Hội viên ủng hộ 132 triệu đồng làm đường giao thông.").indicators;
    assert_eq!(given.first().map(|i| i.label.as_str()), Some("ủng hộ làm đường giao thông"));
}

#[test]
fn days_of_a_range_and_months_of_a_row_are_told_with_what_follows() {
    assert_eq!(days("Tuần công tác từ 26/9-2/10/2022 có nhiều việc."), ["2022-09-26", "2022-10-02"]);
    assert_eq!(days("Nhiệm vụ tháng 5, quý II năm 2026 gồm nhiều việc."), ["2026-05", "2026-Q2"]);
    assert_eq!(days("Việc ấy diễn ra trong tháng 6 và 7."), ["XXXX-06", "XXXX-07"]);
    assert_eq!(days("Việc ấy diễn ra trong tháng 6 và 5 năm qua."), ["XXXX-06"]);
}

#[test]
fn points_given_by_judges_are_no_figure_but_places_counted_are() {
    let scored = told("Kết quả, 6 sản phẩm được chấm từ 80,5-81 điểm; chỉ số minh bạch đạt 56/60 điểm.");
    let counted: Vec<_> = scored.indicators.iter().map(|i| (i.value, i.unit.as_str())).collect();
    assert_eq!(counted, [(6, "sản phẩm")]);
    let reasons: Vec<_> = scored.other_numbers.iter().map(|o| o.reason).collect();
    assert_eq!(reasons, [NumberReason::Score, NumberReason::Score]);
    assert_eq!(
        figures("Toàn tỉnh có 12 điểm cầu, 3 điểm trường và mở được 5 điểm."),
        [(12, 0, "điểm cầu".to_owned()), (3, 0, "điểm".to_owned()), (5, 0, "điểm".to_owned())]
    );
}

#[test]
fn a_day_in_the_frame_of_a_page_that_is_not_vietnamese() {
    let days = |text: &str| told(text).dates.iter().map(|d| d.value.to_string()).collect::<Vec<_>>();
    assert_eq!(days("22 May, 2024"), ["2024-05-22"]);
    assert_eq!(days("Posted on April 5, 2023 by admin"), ["2023-04-05"]);
    assert_eq!(days("Huyện có 22 may áo trong năm 2024"), ["2024"]);
}

#[test]
fn a_month_in_words_in_the_frame_of_a_page() {
    assert_eq!(days("25 Tháng Tám 2017"), ["2017-08-25"]);
    assert_eq!(days("Tháng Bảy 4, 2025"), ["2025-07-04"]);
    assert_eq!(days("Hạn mặn tháng 3 và tháng 4/2019 đã qua"), ["2019-03", "2019-04"]);
    assert!(days("tại Quảng trường 16 tháng 4").is_empty());
}

#[test]
fn points_of_a_share_are_a_share() {
    let told = told("Nợ quá hạn giảm 0,44 điểm phần trăm, tỷ lệ đăng ký tăng 4,1 điểm % so với năm trước.");
    let shares: Vec<_> = told.percentages.iter().map(|p| p.thousandths).collect();
    assert_eq!(shares, [440, 4100]);
}

#[test]
fn meetings_held_to_study_are_sessions() {
    let held = |text: &str| {
        let told = told(text);
        told.sessions.iter().map(|s| (s.classes, s.attendees)).collect::<Vec<_>>()
    };
    assert_eq!(
        held("Huyện mở 118 lớp học tập các chuyên đề với 9.760 lượt người tham gia."),
        [(Some(118), Some(9760))]
    );
    assert_eq!(
        held("Đã tổ chức 85 hội nghị quán triệt Kết luận số 01-KL/TW cho 12.400 lượt đoàn viên."),
        [(Some(85), Some(12_400))]
    );
    assert_eq!(
        held("Huyện mở 4 lớp quán triệt Nghị quyết, trao quà cho 30 hộ dân."),
        [(Some(4), None)],
        "another deed"
    );
    let ahead = told("Trong năm tới, Huyện ủy sẽ mở 6 lớp học tập chuyên đề cho 900 đảng viên.");
    assert!(ahead.sessions.iter().all(|s| s.status == Status::Target), "{:?}", ahead.sessions);
    assert_eq!(ahead.sessions.len(), 1);
    assert!(held("Xã xây 3 lớp học cho 90 học sinh, tổ chức 2 hội nghị giao ban.").is_empty());
}
