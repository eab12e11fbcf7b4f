//! Further rules of the reader on sentences made up for them: stamps, tags, pictures, new bodies, named recipients.
//!
//! Not here: what `rules`, `rules_more` and `rules_page` hold.

use reader::{Options, Reading, read};

fn told(text: &str) -> Reading {
    read(text, &Options::default())
}

fn bodies(text: &str) -> Vec<String> {
    told(text).organisations.into_iter().map(|o| o.name).collect()
}

fn days(text: &str) -> Vec<String> {
    told(text).dates.into_iter().map(|d| d.value.to_string()).collect()
}

fn captions(text: &str) -> Vec<String> {
    told(text).captions.into_iter().map(|c| c.mention.source).collect()
}

/// A paragraph of no account, long enough to be one.
const PARAGRAPH: &str = "Trong năm qua, các chi bộ đã duy trì nền nếp sinh hoạt, chăm lo đời sống của bà con trong thôn, giữ \
                         gìn đường làng sạch sẽ và giúp đỡ nhau trong sản xuất.";

#[test]
fn a_stamp_is_a_day_and_grouped_figures_are_none() {
    assert_eq!(days("gửi vào T5, 2024-04-02 14:47"), ["2024-04-02"]);
    assert!(days("Đường dây nóng: 1900 6000").is_empty());
}

#[test]
fn a_jubilee_tells_the_year_of_the_text() {
    let text = "Sáng 14/5, Đảng ủy xã Tân Lập họp mặt nhân kỷ niệm 134 năm Ngày sinh của Bác (19/5/1890 - 19/5/2024).";
    assert_eq!(days(text), ["2024-05-14", "1890-05-19", "2024-05-19"]);
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
fn of_two_jubilees_the_nearer_one_is_marked() {
    let text = "Sáng 9/10, huyện Tân An hướng tới 70 năm thành lập (10/10/1954 - 10/10/2024) và kỷ niệm 69 năm \
                (10/10/1954 - 10/10/2023).";
    assert_eq!(days(text).first().map(String::as_str), Some("2023-10-09"));
    let early = "Chiều 28/12, xã Tân Lập kỷ niệm 94 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2024).";
    assert_eq!(days(early).first().map(String::as_str), Some("2023-12-28"));
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
