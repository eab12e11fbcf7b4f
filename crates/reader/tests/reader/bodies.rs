//! Names of bodies and where they end, on sentences made up for them.
//!
//! Not here: who gives awards (`awards`).

use crate::told::{bodies, told};

#[test]
fn a_central_body_keeps_its_points_and_a_lost_space_ends_a_name() {
    assert_eq!(bodies("Đảng ủy Khối các Cơ quan T.Ư vừa họp."), ["Đảng ủy Khối các Cơ quan T.Ư"]);
    assert_eq!(bodies("thực hiện kết luận của Bộ Chính trịTại hội nghị"), ["Bộ Chính trị"]);
    let people = told("Dự có ông Thường trực Ban Bí thư Trung ương ĐảngLê Văn Bình phát biểu.").people;
    assert_eq!(people.first().map(|p| p.name.as_str()), Some("Lê Văn Bình"));
}

#[test]
fn offices_in_small_letters_with_their_short_form_are_bodies() {
    assert_eq!(bodies("theo công văn của sở GD&ĐT Hà Nam về thi cử"), ["sở GD&ĐT Hà Nam"]);
    assert_eq!(bodies("do phòng LĐTB&XH huyện Tân Lập trao"), ["phòng LĐTB&XH huyện Tân Lập"]);
}

#[test]
fn clubs_in_quotation_marks_and_firms_with_their_trade_are_read_whole() {
    assert_eq!(
        bodies("Hôm qua, Câu lạc bộ “Tay trong tay” huyện Tân Lập đã ra mắt."),
        ["Câu lạc bộ “Tay trong tay” huyện Tân Lập"]
    );
    assert_eq!(
        bodies("Ông Bình là Giám đốc Công ty dược phẩm dược liệu Sông Hồng."),
        ["Công ty dược phẩm dược liệu Sông Hồng"]
    );
    assert_eq!(bodies("Ông làm ở Cửa hàng thực phẩm Quận 3 rồi nghỉ."), ["Cửa hàng thực phẩm Quận 3"]);
    assert_eq!(bodies("Biên tập viên NXB Kim Sơn đã dự."), ["NXB Kim Sơn"]);
}

#[test]
fn boards_for_charity_and_against_a_disease_are_read_to_their_owner() {
    assert_eq!(
        bodies("Ban chỉ đạo vận động hiến máu nhân đạo tỉnh Hà Nam họp."),
        ["Ban chỉ đạo vận động hiến máu nhân đạo tỉnh Hà Nam"]
    );
    assert_eq!(
        bodies("cuộc họp của Ban chỉ đạo phòng chống dịch bệnh Covid-19 Bộ Y tế diễn ra"),
        ["Ban chỉ đạo phòng chống dịch bệnh Covid-19 Bộ Y tế"]
    );
}

#[test]
fn the_board_of_the_own_body_names_none() {
    assert!(bodies("Ban Chấp hành Đảng bộ đã họp.").is_empty());
    assert!(bodies("UBKT Đảng ủy báo cáo; Chi bộ nhà trường thảo luận.").is_empty());
    assert_eq!(bodies("Ban Chấp hành Đảng bộ xã Tân Lập họp."), ["Ban Chấp hành Đảng bộ xã Tân Lập"]);
}

#[test]
fn a_district_in_brackets_is_nobody() {
    let text =
        "Được khen có Chu Thị Mai (giáo viên Trường THCS Trần Phú, Lục Ngạn), Phạm Thị Lan (Sơn Động).";
    let people: Vec<_> = told(text).people.into_iter().map(|p| p.name).collect();
    assert_eq!(people, ["Chu Thị Mai", "Phạm Thị Lan"]);
}

#[test]
fn a_block_of_offices_and_firms_and_a_school_that_opens_a_sentence() {
    assert_eq!(
        bodies("Đảng ủy khối các cơ quan và doanh nghiệp tỉnh Hà Nam họp."),
        ["Đảng ủy khối các cơ quan và doanh nghiệp tỉnh Hà Nam"]
    );
    assert_eq!(bodies("Trời đẹp. Và trường đại học Nam Hà cũng dự."), ["trường đại học Nam Hà"]);
}

#[test]
fn what_a_centre_or_a_league_is_for_goes_on_in_small_letters_to_its_place() {
    assert_eq!(
        bodies("nhân viên Trung tâm Cứu hộ động vật hoang dã Hà Nội đã đến"),
        ["Trung tâm Cứu hộ động vật hoang dã Hà Nội"]
    );
    assert_eq!(
        bodies("Tổng Thư ký Hiệp hội Doanh nghiệp nhỏ và vừa thành phố Hà Nội"),
        ["Hiệp hội Doanh nghiệp nhỏ và vừa thành phố Hà Nội"]
    );
    assert_eq!(bodies("Chi hội phụ nữ tổ dân phố Hoàng Liên họp."), ["Chi hội phụ nữ tổ dân phố Hoàng Liên"]);
}

#[test]
fn a_dash_between_two_fields_goes_on_the_name_of_a_firm_or_a_school() {
    assert_eq!(
        bodies("Hôm qua Tập đoàn Công nghiệp - Viễn thông Quân đội đã họp."),
        ["Tập đoàn Công nghiệp - Viễn thông Quân đội"]
    );
    assert_eq!(
        bodies("Trường Đại học Tài chính - Kế toán mời Trường Đại học Kinh tế - Ông Bình dự."),
        ["Trường Đại học Tài chính - Kế toán", "Trường Đại học Kinh tế"]
    );
}

#[test]
fn a_place_of_two_words_ends_where_the_name_behind_it_begins() {
    assert_eq!(bodies("Bí thư Huyện ủy Quế Võ Nguyễn Văn Nam trao hoa."), ["Huyện ủy Quế Võ"]);
    assert_eq!(bodies("Bí thư Quận ủy Hoàn Kiếm Vũ Đăng Định trao hoa."), ["Quận ủy Hoàn Kiếm"]);
}

#[test]
fn a_board_is_read_over_the_campaign_it_steers() {
    assert_eq!(
        bodies("Ban Chỉ đạo Cuộc vận động “Học và làm theo” tỉnh Phú Yên họp."),
        ["Ban Chỉ đạo Cuộc vận động “Học và làm theo” tỉnh Phú Yên"]
    );
    assert_eq!(
        bodies("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh họp."),
        ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"]
    );
}

#[test]
fn only_the_kind_or_a_number_names_no_body() {
    assert!(bodies("Ông thăm các Trung tâm Y tế và 9 Trạm Kiểm lâm.").is_empty());
    assert!(bodies("Khen các Trường Đại học tốt nhất.").is_empty());
}

#[test]
fn firms_may_bear_names_like_a_persons_and_bodies_in_a_row_share_the_level() {
    assert_eq!(bodies("Công ty Bảo Việt Bắc Giang tặng quà."), ["Công ty Bảo Việt Bắc Giang"]);
    assert_eq!(bodies("Công ty CP Hoa tiêu Hàng hải - TKV đã họp."), ["Công ty CP Hoa tiêu Hàng hải - TKV"]);
    assert_eq!(
        bodies("Ngày 8-9, Hội đồng Đội, Sở Giáo dục và Đào tạo tỉnh phối hợp tổ chức."),
        ["Hội đồng Đội", "Sở Giáo dục và Đào tạo tỉnh"]
    );
    assert!(bodies("Ông là Trưởng đoàn Đại biểu Quốc hội tỉnh và học ở môi trường tiểu học tốt.").is_empty());
}

#[test]
fn tax_offices_in_small_letters_and_cooperatives_with_their_trade_are_bodies() {
    assert_eq!(
        bodies("Ông là Phó cục trưởng cục thuế tỉnh Hà Nam, được sự đồng thuận của Tổng cục thuế."),
        ["cục thuế tỉnh Hà Nam", "Tổng cục thuế"]
    );
    assert_eq!(
        bodies("tại văn phòng HTX vận tải ô tô TP. Ninh Bình sáng qua"),
        ["HTX vận tải ô tô TP. Ninh Bình"]
    );
    assert_eq!(bodies("Thay mặt Chi bộ Đ/c Hoàng Văn Tuy phát biểu."), Vec::<String>::new());
    assert!(bodies("Bằng khen Công đoàn Cơ sở vững mạnh xuất sắc.").is_empty());
}

#[test]
fn a_schools_own_bodies_are_named_by_it_and_a_department_behind_its_heads_post_is_not() {
    assert_eq!(
        bodies("Bằng khen cho Hội Sinh viên trường, Công đoàn trường."),
        ["Hội Sinh viên trường", "Công đoàn trường"]
    );
    assert!(bodies("Ông Bình, Trưởng phòng Tổ chức Cán bộ, họp tại Hội Trường A.").is_empty());
    assert_eq!(bodies("Khen Binh đoàn 15 và Xã đoàn Tây Giang."), ["Binh đoàn 15", "Xã đoàn Tây Giang"]);
}

#[test]
fn what_a_body_is_for_is_read_over_links_to_its_level() {
    assert_eq!(
        bodies("Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh đã họp."),
        ["Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh"]
    );
    assert_eq!(
        bodies("Dự có Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh, ông Nam."),
        ["Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh"]
    );
    assert_eq!(
        bodies("Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh đã họp."),
        ["Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh"]
    );
    assert_eq!(
        bodies("Hiệp hội Chế biến và Xuất khẩu thủy sản Việt Nam cho biết"),
        ["Hiệp hội Chế biến và Xuất khẩu thủy sản Việt Nam"]
    );
    assert_eq!(bodies("nay Hội Bảo vệ người tiêu dùng tỉnh cho biết"), ["Hội Bảo vệ người tiêu dùng tỉnh"]);
    assert_eq!(bodies("Đại hội Hội khóa XIII đã bế mạc."), Vec::<String>::new());
}

#[test]
fn fields_longer_than_the_head_they_begin_with_and_numbers_belong_to_the_name() {
    assert_eq!(bodies("Khen Lữ đoàn Phòng không 226 nhé."), ["Lữ đoàn Phòng không 226"]);
    assert_eq!(bodies("Khen Bộ Tư lệnh Vùng 5 Hải quân nhé."), ["Bộ Tư lệnh Vùng 5 Hải quân"]);
    assert_eq!(bodies("Khen Công ty Truyền tải điện 4 luôn an toàn."), ["Công ty Truyền tải điện 4"]);
}

#[test]
fn behind_a_schools_own_name_a_person_begins() {
    assert_eq!(bodies("Hiệu trưởng Trường THPT Trần Văn Nam dự."), ["Trường THPT Trần Văn Nam"]);
    assert_eq!(
        bodies("Hiệu trưởng Trường Đại học Y Dược Cần Thơ Trần Văn Nam dự."),
        ["Trường Đại học Y Dược Cần Thơ"]
    );
    assert_eq!(
        bodies("Giám đốc Sở Tài nguyên và Môi trường tỉnh Hậu Giang Trần Văn Nam dự."),
        ["Sở Tài nguyên và Môi trường tỉnh Hậu Giang"]
    );
}

#[test]
fn an_island_a_cemetery_and_a_row_of_schools_are_what_they_are() {
    assert_eq!(bodies("Đoàn thăm quần đảo Trường Sa dịp Tết."), Vec::<String>::new());
    let text = "Đoàn viên thắp nến tại nghĩa trang liệt sĩ Tân Lập và nghĩa trang Hà Lâm.";
    assert!(told(text).people.is_empty());
    let text = "Tập huấn mô hình nhúng cho học sinh các trường: THPT Bác Ái, THPT Hòa Bình.";
    assert!(told(text).models.is_empty());
}

#[test]
fn what_a_body_is_about_and_where_it_sits_goes_on_its_name() {
    assert_eq!(
        bodies("Phó Chủ tịch Ủy ban Quốc gia về người cao tuổi Việt Nam đã dự."),
        ["Ủy ban Quốc gia về người cao tuổi Việt Nam"]
    );
    assert_eq!(
        bodies("Chánh Văn phòng đại diện cơ quan Bộ Tư pháp phía Nam đã dự."),
        ["Văn phòng đại diện cơ quan Bộ Tư pháp phía Nam"]
    );
    assert_eq!(bodies("do Tạp chí Thương mại và Ngân hàng bình chọn"), ["Tạp chí Thương mại và Ngân hàng"]);
    assert_eq!(bodies("Trưởng Ban Công tác phụ nữ Tỉnh đoàn cho biết"), ["Ban Công tác phụ nữ Tỉnh đoàn"]);
    assert_eq!(
        bodies("Phó Ban Chính sách - Nữ công Công đoàn Dệt may đã trao quà."),
        ["Ban Chính sách - Nữ công Công đoàn Dệt may"]
    );
    assert_eq!(bodies("Ông Bình, nguyên Ủy viên trung ương Đảng, đã dự."), ["trung ương Đảng"]);
}

#[test]
fn universities_are_bodies_by_their_letters_and_congresses_are_not() {
    assert_eq!(
        bodies("Dự lễ có các trường: ĐH Sông Hồng, ĐH Kinh tế Tân Lập."),
        ["ĐH Sông Hồng", "ĐH Kinh tế Tân Lập"]
    );
    assert_eq!(bodies("Nghị quyết ĐH Đại biểu và ĐH Đoàn đã được học tập."), Vec::<String>::new());
}

#[test]
fn a_row_behind_the_plural_a_kind_a_cluster_and_a_credit_name_no_body() {
    assert_eq!(bodies("Dự có lãnh đạo các Ban Sản xuất Thép, Kế toán Tập đoàn."), ["Ban Sản xuất Thép"]);
    assert_eq!(bodies("Dự có đại biểu các Phòng, Ban Trung tâm, đơn vị."), Vec::<String>::new());
    assert_eq!(bodies("Bà là cụm trưởng cụm Công đoàn số 3 nhiệm kỳ này."), Vec::<String>::new());
    assert_eq!(bodies("Từ một Phòng Kỹ thuật nhỏ bé đã lớn lên."), Vec::<String>::new());
    assert_eq!(
        bodies("Thực hiện Kế hoạch của BCĐ TĐT Trung ương và Kế hoạch của huyện."),
        ["BCĐ TĐT Trung ương"]
    );
    let text = "Đồng chí Lê Văn Bình - Phó Giám đốc Tổng Công ty Bảo Tín Nhân lực đã trao quà.";
    let people: Vec<_> = told(text).people.into_iter().map(|p| p.name).collect();
    assert_eq!(people, ["Lê Văn Bình"]);
}

#[test]
fn a_depot_is_a_body_by_its_number() {
    assert_eq!(bodies("Cán bộ Kho K417 và Kho T213 đã dự; kho hàng của xã đầy."), ["Kho K417", "Kho T213"]);
}

#[test]
fn a_firm_that_holds_a_meeting_and_a_board_of_chairmen_are_no_names() {
    assert!(
        bodies("Chiều nay, Công ty tổ chức Hội nghị Đảng ủy ra Nghị quyết.")
            .iter()
            .all(|b| !b.contains("tổ chức"))
    );
    let reading =
        told("Đồng chí Lý Quốc Hùng, Ủy viên Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam đã dự.");
    assert_eq!(reading.people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Lý Quốc Hùng"]);
    assert_eq!(bodies("Giám đốc Đài PTTH Nghệ An đã dự."), ["Đài PTTH Nghệ An"]);
}

#[test]
fn boards_and_offices_named_with_small_letters_are_read_whole() {
    assert_eq!(
        bodies("Phó Giám đốc Sở Giáo dục & Đào tạo tỉnh Tân An dự."),
        ["Sở Giáo dục & Đào tạo tỉnh Tân An"]
    );
    assert_eq!(bodies("Đại diện Ban Vì sự tiến bộ phụ nữ đã dự."), ["Ban Vì sự tiến bộ phụ nữ"]);
    let reading = told("Thượng tá Lê Thị Thu Hà - Phó Giám thị Trại Tạm giam Công an tỉnh Tân An đã dự.");
    let roles: Vec<_> = reading.people.into_iter().map(|p| p.role).collect();
    assert_eq!(roles, [Some("Phó Giám thị Trại Tạm giam Công an tỉnh Tân An".to_owned())]);
    let reading = told("Nhà máy duy trì mô hình 5S; tổ dân phố có mô hình 5+1.");
    assert_eq!(reading.models.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["5S", "5+1"]);
}

#[test]
fn offices_of_bodies_small_heads_and_verbs_behind_a_head_are_told_apart() {
    assert_eq!(
        bodies("Đảng bộ cơ quan Tạp chí Cộng sản tổ chức đại hội."),
        ["Đảng bộ cơ quan Tạp chí Cộng sản"]
    );
    assert_eq!(bodies("Sáng nay, huyện Đoàn Vị Xuyên phát động ủ phân xanh."), ["huyện Đoàn Vị Xuyên"]);
    assert_eq!(bodies("Các cán Bộ Đoàn hướng dẫn người dân."), Vec::<String>::new());
    assert!(bodies("Thành đoàn Chỉ đạo các cơ sở ra quân.").iter().all(|b| !b.contains("Chỉ")));
    assert_eq!(bodies("Mỏ sắt Tiến Bộ đã ủng hộ."), ["Mỏ sắt Tiến Bộ"]);
    assert_eq!(
        bodies("Ban Bí thư Trung ương Đoàn không tổ chức lễ ra quân."),
        ["Ban Bí thư Trung ương Đoàn"]
    );
    for text in
        ["trao học bổng Hồ Văn Mên tặng thiếu nhi", "hát bài Huyền thoại Hồ Núi Cốc", "vụ án Phan Sào Nam"]
    {
        assert!(told(text).people.is_empty(), "{text}");
    }
}

#[test]
fn short_forms_ampersands_and_boards_behind_an_abbreviation() {
    let cases: &[(&str, &[&str])] = &[
        (
            "có Trường Đào tạo Quản lý Doanh nghiệp – CBAM (từ 2016).",
            &["Trường Đào tạo Quản lý Doanh nghiệp - CBAM"],
        ),
        ("do Phòng Thương mại & Công nghiệp Việt Nam trao.", &["Phòng Thương mại & Công nghiệp Việt Nam"]),
        ("với Bộ Lao động thương binh và xã hội.", &["Bộ Lao động thương binh và xã hội"]),
        ("nhờ BCH đoàn xã và bà con.", &["BCH đoàn xã"]),
        ("Sở GD&ĐT và cán bộ các phòng đã dự.", &["Sở GD&ĐT"]),
        ("là Phó Giám đốc Công ty 472, Trung tá.", &["Công ty 472"]),
        ("Nhờ đó, Liên đội THCS Trần Quang Khải được khen.", &["Liên đội THCS Trần Quang Khải"]),
        ("cùng Cụm Công đoàn số 6 tổ chức.", &["Cụm Công đoàn số 6"]),
    ];
    for (text, names) in cases {
        assert_eq!(bodies(text), *names, "{text}");
    }
}

#[test]
fn a_name_that_hardly_ends_is_cut() {
    let longest = bodies(&"Công ty A - B ".repeat(400)).iter().map(|name| name.split(' ').count()).max();
    assert!(longest.is_some_and(|words| words <= 70), "{longest:?}");
}

#[test]
fn a_fronts_committee_is_one_body_however_it_is_shortened() {
    assert_eq!(
        bodies("Ủy ban MTTQ Việt Nam phường Tân Lập họp. Sau đó UBMTTQ phường và MTTQ phường cùng làm."),
        ["Ủy ban MTTQ Việt Nam phường Tân Lập"]
    );
    assert_eq!(bodies("Đoàn Thanh niên và Ban Kiểm soát dự họp."), ["Đoàn Thanh niên", "Ban Kiểm soát"]);
}

#[test]
fn a_place_or_a_persons_name_is_no_school_and_a_term_no_part_of_a_name() {
    assert!(bodies("Đoàn quân vượt Trường Sơn; đường Nguyễn Trường Tộ sạch đẹp.").is_empty());
    assert_eq!(bodies("Chủ tịch UBND huyện Tân Lập Khóa IV dự họp."), ["UBND huyện Tân Lập"]);
    assert_eq!(
        bodies("Dự có các trường: THCS Đồng Xanh, THPT Hoa Sen và THCS Lúa Vàng."),
        ["THCS Đồng Xanh", "THPT Hoa Sen", "THCS Lúa Vàng"]
    );
}

#[test]
fn a_number_is_a_commands_name_and_a_rank_a_persons() {
    assert_eq!(bodies("Đảng bộ Bộ Tư lệnh 86 vững mạnh."), ["Đảng bộ Bộ Tư lệnh 86"]);
    assert_eq!(
        bodies("Phó Tổng Giám đốc Tập đoàn Sông Hồng Đại tá Đào Văn Vũ dự họp."),
        ["Tập đoàn Sông Hồng"]
    );
    let models: Vec<_> = told("Thành phố xây dựng mô hình 5 cao, gồm tri thức và thu nhập.").models;
    assert_eq!(models.first().map(|m| m.name.as_str()), Some("5 cao"));
}

#[test]
fn an_armed_bodys_committee_may_be_written_small() {
    assert_eq!(
        bodies("Đảng bộ quân sự huyện đã tổ chức hội nghị; Đảng ủy công an xã Tân Lập dự."),
        ["Đảng bộ quân sự huyện", "Đảng ủy công an xã Tân Lập"]
    );
}

#[test]
fn names_of_the_highlands_are_whole() {
    assert_eq!(
        bodies("UBND xã Đắk N’drung tổ chức lễ phát động; UBND xã Nâm N’Jang dự."),
        ["UBND xã Đắk N'drung", "UBND xã Nâm N'Jang"]
    );
    let people: Vec<_> = told("Bà H’ Djrân Knul, Phó ban dân tộc Tỉnh phát biểu; bà Ksor H'Lâm dự.").people;
    let names: Vec<_> = people.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["H' Djrân Knul", "Ksor H'Lâm"]);
    assert_eq!(
        bodies("Hội đồng nhân dân tỉnh giám sát việc cải cách hành chính."),
        ["Hội đồng nhân dân tỉnh"]
    );
}

#[test]
fn forces_in_small_letters_and_companies_by_number_are_bodies() {
    assert_eq!(
        bodies("Lễ ra quân do cơ quan quân sự huyện Tân Lập phối hợp; lãnh đạo công an huyện Tân Lập dự."),
        ["cơ quan quân sự huyện Tân Lập", "công an huyện Tân Lập"]
    );
    assert_eq!(bodies("Lễ ra quân tại Đại đội bộ binh 6 rất trang nghiêm."), ["Đại đội bộ binh 6"]);
    assert_eq!(bodies("Nguồn vốn vay Ngân hàng thế giới trong năm."), ["Ngân hàng thế giới"]);
}

#[test]
fn stations_in_letters_are_bodies_and_a_document_ends_a_name() {
    assert_eq!(bodies("Báo và Đài PT-TH tỉnh mở chuyên mục."), ["Đài PT-TH tỉnh"]);
    assert_eq!(bodies("do Trung tâm VH, TT-TT huyện chủ trì"), ["Trung tâm VH, TT-TT huyện"]);
    assert_eq!(bodies("Đảng bộ Cảng hàng không Vĩnh Thuận dẫn đầu."), ["Đảng bộ Cảng hàng không Vĩnh Thuận"]);
    assert_eq!(bodies("Nông trường 5 giúp dân trồng cây."), ["Nông trường 5"]);
    assert_eq!(bodies("kết luận của Bộ Chính trị và Kế hoạch số 42-KH/TU"), ["Bộ Chính trị"]);
}

#[test]
fn posts_works_and_councils_in_small_letters_are_bodies_by_name() {
    assert_eq!(bodies("Theo đồn Biên phòng Tân Lập, bản đã yên."), ["đồn Biên phòng Tân Lập"]);
    assert_eq!(bodies("Thợ của phân xưởng Khai thác 7 kể lại."), ["phân xưởng Khai thác 7"]);
    assert_eq!(bodies("do ủy ban nhân dân tỉnh An Giang trao"), ["ủy ban nhân dân tỉnh An Giang"]);
    assert!(bodies("Bộ đội về đồn lúc tối, công ty cho nghỉ, phân xưởng đóng cửa.").is_empty());
}

#[test]
fn what_a_body_was_given_and_a_council_of_any_place_are_no_names() {
    assert_eq!(bodies("- Trường THPT Tân Lập - Giải Ba"), ["Trường THPT Tân Lập"]);
    assert!(bodies("6 sáng kiến được Hội đồng huyện công nhận.").is_empty());
    assert_eq!(bodies("do Hội đồng Đội tỉnh trao"), ["Hội đồng Đội tỉnh"]);
}
