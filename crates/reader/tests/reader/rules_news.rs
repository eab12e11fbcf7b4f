//! Further rules of the reader on sentences made up for them: stamps, tags, pictures, new bodies, named recipients.
//!
//! Not here: what `rules`, `rules_more` and `rules_page` hold.

use reader::DoubtKind;

use crate::told::{PARAGRAPH, bodies, captions, days, told};

#[test]
fn a_stamp_is_a_day_and_grouped_figures_are_none() {
    assert_eq!(days("gửi vào T5, 2024-04-02 14:47"), ["2024-04-02"]);
    assert!(days("Đường dây nóng: 1900 6000").is_empty());
}

#[test]
fn the_committees_of_2025_are_read_to_their_end() {
    assert_eq!(
        bodies("Đảng ủy các cơ quan Đảng thành phố trao giấy khen."),
        ["Đảng ủy các cơ quan Đảng thành phố"]
    );
    assert_eq!(bodies("Chi bộ khu phố 4 sinh hoạt."), ["Chi bộ khu phố 4"]);
    assert_eq!(
        bodies("quà của Trường Mầm non khu công nghiệp Tân Lập"),
        ["Trường Mầm non khu công nghiệp Tân Lập"]
    );
    let people =
        told("Dự có ông Trần Văn Bình, Trưởng ban Tuyên giáo và Dân vận Thành ủy Tân An, phát biểu.").people;
    assert_eq!(
        people.first().and_then(|p| p.role.as_deref()),
        Some("Trưởng ban Tuyên giáo và Dân vận Thành ủy Tân An")
    );
}

#[test]
fn lines_that_place_or_show_people_are_captions() {
    let placed = "Đại tá Trần Văn Bình, Chính ủy Trung đoàn 5 (giữa) trao giấy khen cho các đơn vị xuất sắc";
    let attending = "Đồng chí Lê Thị Hoa, Phó Bí thư Huyện ủy và các đại biểu dự hội nghị.";
    let text =
        format!("Tân Lập sơ kết\n\n{PARAGRAPH}\n\n{placed}\n\n{PARAGRAPH}\n\n{attending}\n\n{PARAGRAPH}");
    assert_eq!(captions(&text), [placed, attending]);
}

#[test]
fn whoever_comes_and_hands_over_is_told_not_shown() {
    let told = "Đồng chí Lê Thị Hoa, Phó Bí thư Huyện ủy, đến dự và trao Huy hiệu Đảng.";
    assert!(captions(&format!("Tân Lập sơ kết\n\n{PARAGRAPH}\n\n{told}\n\n{PARAGRAPH}")).is_empty());
}

#[test]
fn an_outlets_tag_may_be_tied_to_the_lead() {
    let text = format!("Tân Lập sơ kết\n\nBTL-Sáng ngày 31/5/2024, Đảng ủy xã họp. {PARAGRAPH}");
    let marked: Vec<_> = told(&text).boilerplate.into_iter().map(|b| b.mention.source).collect();
    assert_eq!(marked, ["BTL-"]);
}

#[test]
fn as_many_examples_as_are_named_are_people() {
    let text = "Có 2 điển hình được nhận bằng khen của Tỉnh đoàn gồm: anh Lê Minh Quân, Bí thư Chi đoàn Tân Lập và chị \
                Trần Thị Giàu, Bí thư Đoàn xã Tân An.";
    let awards = told(text).awards;
    assert_eq!(awards.first().map(|a| (a.individuals, a.combined)), Some((Some(2), None)));
}

#[test]
fn what_a_named_body_or_person_gets_is_counted() {
    let awards =
        told("Đảng bộ Bệnh viện Tân Lập cũng nhận được Giấy khen của Đảng ủy xã về sinh hoạt chi bộ.").awards;
    assert_eq!(awards.first().map(|a| (a.form.as_str(), a.collectives)), Some(("Giấy khen", Some(1))));
    let awards = told("Đảng ủy xã trao Huy hiệu 50 năm tuổi Đảng đến đồng chí Trần Văn Bình.").awards;
    assert_eq!(
        awards.first().map(|a| (a.form.as_str(), a.individuals)),
        Some(("Huy hiệu 50 năm tuổi Đảng", Some(1)))
    );
}

#[test]
fn the_organisers_give() {
    let text = "Dịp này, ban tổ chức đã trao 40 triệu đồng xây dựng Trường Mầm non Tân Lập, đồng thời trao giấy khen cho 12 \
                cá nhân.";
    let awards = told(text).awards;
    assert_eq!(awards.first().and_then(|a| a.by.as_deref()), Some("ban tổ chức"));
}

#[test]
fn the_post_behind_a_comma_is_the_next_ones() {
    let people = told("Tổng Bí thư Trần Văn Bình, Phó Chủ tịch nước Lê Thị Hoa gửi lẵng hoa.").people;
    let roles: Vec<_> = people.iter().map(|p| p.role.as_deref().unwrap_or_default()).collect();
    assert_eq!(roles, ["Tổng Bí thư", "Phó Chủ tịch nước"]);
}

#[test]
fn a_rare_family_name_shows_by_its_middle_word() {
    let reading = told("Tới dự có Phó chủ tịch UBND tỉnh Ung Văn Thinh, cùng 18 nông dân.");
    assert_eq!(reading.people.first().map(|p| p.name.as_str()), Some("Ung Văn Thinh"));
    assert_eq!(bodies("Chủ tịch HĐND xã Trường Xuân Nguyễn Đức Long cho biết"), ["HĐND xã Trường Xuân"]);
}

#[test]
fn those_spoken_for_get_nothing() {
    let text = "Hội nghị đã tuyên dương 9 tập thể, 13 cá nhân đại diện cho 210 tập thể, cá nhân được bình chọn ở cơ sở, nhằm \
                tôn vinh những tấm gương.";
    assert_eq!(told(text).awards.len(), 1);
}

#[test]
fn a_place_or_a_level_gives() {
    let by = |text: &str| told(text).awards.first().and_then(|a| a.by.clone());
    assert_eq!(
        by("Dịp này, huyện Tân An đã biểu dương 19 tập thể, 24 cá nhân.").as_deref(),
        Some("huyện Tân An")
    );
    assert_eq!(by("Năm 2020, cấp cơ sở biểu dương khen thưởng 130 tập thể.").as_deref(), Some("cấp cơ sở"));
}

#[test]
fn people_at_what_they_do_are_shown_not_told() {
    let shown = "Cán bộ xã Tân Lập hướng dẫn người dân nộp hồ sơ tại nhà văn hóa thôn.";
    let done = "Cán bộ xã Tân Lập đã hướng dẫn người dân nộp hồ sơ tại nhà văn hóa thôn.";
    let around = |line: &str| captions(&format!("Tân Lập học Bác\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}"));
    assert_eq!(around(shown), [shown]);
    assert!(around(done).is_empty());
}

#[test]
fn a_practice_without_quotation_marks_ends_where_the_sentence_turns() {
    let models: Vec<_> = told("Chị em duy trì mô hình hũ gạo tình thương để giúp hội viên.")
        .models
        .into_iter()
        .map(|m| m.name)
        .collect();
    assert_eq!(models, ["hũ gạo tình thương"]);
    assert!(told("Các mô hình trồng cây đã phát huy hiệu quả.").models.is_empty());
}

#[test]
fn a_rate_is_of_all_that_stands_before_its_verb() {
    let text = "Tỷ lệ cán bộ, đảng viên tham gia học tập, quán triệt nghị quyết đạt trên 95%.";
    assert_eq!(
        told(text).percentages.first().map(|p| p.label.as_str()),
        Some("Tỷ lệ cán bộ, đảng viên tham gia học tập, quán triệt nghị quyết")
    );
}

#[test]
fn what_the_portal_left_is_marked() {
    let text = format!(
        "Tân Lập họp\n\nle-trao.jpg\n\n{PARAGRAPH}\n\nEmail của bạn sẽ không được hiển thị công khai. Các trường có dấu là bắt buộc."
    );
    let marked: Vec<_> = told(&text).boilerplate.into_iter().map(|b| b.mention.source).collect();
    assert_eq!(marked.len(), 2);
}

#[test]
fn committees_written_small_are_bodies_when_a_name_follows() {
    assert_eq!(
        bodies("Bà là Bí thư chi bộ Tổ dân phố 2C phường Tân Lập."),
        ["chi bộ Tổ dân phố 2C phường Tân Lập"]
    );
    assert_eq!(bodies("Cũng trong đợt này huyện ủy Tân An triển khai nghị quyết."), ["huyện ủy Tân An"]);
    assert!(bodies("Bí thư chi bộ nêu rõ; các đảng bộ xã Tân Lập đã họp.").is_empty());
}

#[test]
fn bodies_of_the_forces_and_schools_keep_their_names() {
    assert_eq!(bodies("quà của Vùng 4 Hải quân tặng"), ["Vùng 4 Hải quân"]);
    assert_eq!(bodies("Trường THPT chuyên Quang Trung tổ chức"), ["Trường THPT chuyên Quang Trung"]);
    assert_eq!(days("từ tháng 01 đến tháng 11/2024, xã đã"), ["2024-01", "2024-11"]);
}

fn givers(text: &str) -> Vec<Option<String>> {
    told(text).awards.into_iter().map(|a| a.by).collect()
}

#[test]
fn whoever_holds_the_event_gives_what_nobody_else_is_said_to_give() {
    let text = format!(
        "Sáng 7/11, Đảng ủy xã Tân Lập tổ chức lễ trao Huy hiệu Đảng. Đợt này, có 21 đảng viên được trao Huy hiệu Đảng.\n\n\
         {PARAGRAPH}\n\n{PARAGRAPH}\n\nTrong những năm qua, có 15 tập thể được khen thưởng."
    );
    assert_eq!(givers(&text), [Some("Đảng ủy xã Tân Lập".to_owned()), None]);
    let doubted = told(&text).doubts.iter().filter(|d| d.kind == DoubtKind::GiverMissing).count();
    assert_eq!(doubted, 2, "a giver that no words name stays doubted");
}

#[test]
fn the_writer_of_a_document_gives_only_by_a_decision() {
    let text = "Huyện ủy Tân An sơ kết 3 năm thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị; khen thưởng 22 tập thể và 30 cá nhân.";
    assert_eq!(givers(text), [Some("Huyện ủy Tân An".to_owned())]);
    let text = "Theo Quyết định số 12-QĐ/TU ngày 7-8-2025 của Ban Thường vụ Tỉnh ủy, có 13 đảng viên được trao tặng Huy hiệu Đảng.";
    assert_eq!(givers(text), [Some("Ban Thường vụ Tỉnh ủy".to_owned())]);
}

#[test]
fn a_badge_spoken_of_needs_no_second_name() {
    let text = "Đảng bộ xã tổ chức lễ trao Huy hiệu Đảng. Đợt này có 14 đảng viên được trao tặng huy hiệu.";
    let shown: Vec<_> = told(text).awards.into_iter().map(|a| (a.form, a.individuals)).collect();
    assert_eq!(shown, [("Huy hiệu Đảng".to_owned(), Some(14))]);
    assert!(told("Đoàn xã có 14 đoàn viên đeo huy hiệu.").awards.is_empty());
}

#[test]
fn one_badge_of_one_person_is_told_once() {
    let text = "Đảng ủy phường Tân Lập trao Huy hiệu 80 năm tuổi Đảng (đợt 2/9) cho đồng chí Trần Văn Bình. Đến trao Huy \
                hiệu Đảng cho đồng chí Trần Văn Bình, Phó Bí thư Thành ủy Lê Thị Hoa trân trọng ghi nhận những đóng góp.";
    let shown: Vec<_> = told(text).awards.into_iter().map(|a| (a.form, a.individuals, a.by)).collect();
    let by = Some("Đảng ủy phường Tân Lập".to_owned());
    assert_eq!(shown, [("Huy hiệu 80 năm tuổi Đảng".to_owned(), Some(1), by)]);
}

#[test]
fn forms_are_told_with_what_they_are_for_and_all_ranks() {
    let form = |text: &str| told(text).awards.first().map(|a| a.form.clone());
    assert_eq!(
        form("Có 12 cán bộ được tặng Kỷ niệm chương vì sự nghiệp dân vận của Đảng.").as_deref(),
        Some("Kỷ niệm chương vì sự nghiệp dân vận của Đảng")
    );
    assert_eq!(
        form("Có 5 cá nhân được tặng Huân chương bảo vệ Tổ quốc hạng Nhất, Nhì.").as_deref(),
        Some("Huân chương bảo vệ Tổ quốc hạng Nhất, Nhì")
    );
    assert_eq!(form("Có 2 tập thể được Công an tỉnh thưởng đột xuất.").as_deref(), Some("Khen thưởng"));
}

#[test]
fn a_feast_and_those_among_a_number_are_read() {
    assert_eq!(days("kỷ niệm 80 năm Quốc khánh 2-9"), ["XXXX-09-02"]);
    let counted = told("Trong số 74 đảng viên của chi bộ có nhiều cán bộ hưu trí.").indicators;
    assert_eq!(counted.first().map(|i| (i.value, i.unit.as_str())), Some((74, "đảng viên")));
}

#[test]
fn bodies_of_quarters_end_where_their_place_does() {
    assert_eq!(
        bodies("sinh hoạt tại chi bộ khu Cầu Mới và Chi bộ khu vực Tân Lập B."),
        ["chi bộ khu Cầu Mới", "Chi bộ khu vực Tân Lập B"]
    );
    assert_eq!(
        bodies("là Công an huyện Tân An và Công an huyện Tân Lập."),
        ["Công an huyện Tân An", "Công an huyện Tân Lập"]
    );
    assert!(bodies("BÁO CÁO\nkết quả năm 2023").is_empty());
    assert!(bodies("những người đảng viên Đảng Cộng sản Việt Nam").is_empty());
    assert!(bodies("hội viên xã Trường Hà và sinh hoạt chi bộ Đảng").is_empty());
}

#[test]
fn those_who_practise_a_model_are_no_part_of_its_name() {
    let text =
        "Tiêu biểu có các mô hình: Ống tre tiết kiệm (thị trấn Tân An), góp quỹ tiết kiệm (xã Tân Lập).";
    let names: Vec<_> = told(text).models.into_iter().map(|m| m.name).collect();
    assert_eq!(names, ["Ống tre tiết kiệm", "góp quỹ tiết kiệm"]);
}

#[test]
fn a_body_in_brackets_says_who_somebody_is() {
    let people =
        told("Tuyên dương anh Hà Văn Thành (Công ty TNHH Giấy Tân Lập) và chị Trần Thị Giàu.").people;
    let shown: Vec<_> = people.into_iter().map(|p| (p.name, p.role)).collect();
    assert_eq!(
        shown,
        [
            ("Hà Văn Thành".to_owned(), Some("Công ty TNHH Giấy Tân Lập".to_owned())),
            ("Trần Thị Giàu".to_owned(), None)
        ]
    );
}

#[test]
fn a_short_demand_is_a_task() {
    let text = format!(
        "Tân Lập sơ kết\n\n{PARAGRAPH}\n\nDo đó, ông Bình đề nghị các địa phương phải khắc phục tâm lý ỷ lại, chờ đợi hướng dẫn của cấp trên."
    );
    assert_eq!(told(&text).tasks.len(), 1);
}

#[test]
fn fields_of_several_words_tax_offices_and_people_behind_a_body() {
    let text = "Trường Đại học Giao thông vận tải và Ban Quan hệ lao động dự. Thuế tỉnh Phú Thọ thu đạt. Ngành Thuế tỉnh thi đua.";
    assert_eq!(
        bodies(text),
        ["Trường Đại học Giao thông vận tải", "Ban Quan hệ lao động", "Thuế tỉnh Phú Thọ"]
    );
    let text = "Phó Chủ tịch Tổng Liên đoàn Lao động Việt Nam Ngọ Văn Bình tặng hoa.\n\nPhát biểu tại buổi lễ, ông Ngọ Văn Bình chúc mừng hội nghị.";
    assert_eq!(bodies(text), ["Tổng Liên đoàn Lao động Việt Nam"]);
}

#[test]
fn a_place_before_somebody_is_not_his_name() {
    let people = |text: &str| told(text).people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    let text = "Chủ tịch Hội LHPN xã Lưu Vệ Đoàn Thị Thủy dự họp cùng chị em.";
    assert_eq!(people(text), ["Đoàn Thị Thủy"]);
    assert!(people("Hội viên phụ nữ huyện Bảo Thắng: Học Bác bằng việc làm.").is_empty());
}
