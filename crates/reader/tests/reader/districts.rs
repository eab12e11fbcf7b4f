//! Rules that the news of a district's own page showed, on sentences made up for them: results against the year's plan, names of the
//! highlands, a meeting's title told under its picture, aims set and then told.
//!
//! Not here: what the other files of rules hold.

use reader::AwardStatus;

use crate::told::{FURTHER, PARAGRAPH, bodies, captions, days, tasks, told};

fn labels(text: &str) -> Vec<String> {
    told(text).percentages.into_iter().map(|p| p.label).collect()
}

fn figures(text: &str) -> Vec<(i64, String)> {
    told(text).indicators.into_iter().map(|i| (i.value, i.label)).collect()
}

#[test]
fn a_share_of_the_plan_is_of_the_amount_before_it() {
    assert_eq!(
        labels(
            "Tổng diện tích gieo trồng cây hàng năm 8.465 ha đạt 67,1% nghị quyết; sản lượng tiêu trên 27 nghìn tấn, đạt 89,3% NQ."
        ),
        ["Tổng diện tích gieo trồng cây hàng năm nghị quyết", "sản lượng tiêu NQ"]
    );
    assert_eq!(
        labels("Cấp giấy chứng nhận: 500/500 ha, đạt 100% kế hoạch."),
        ["Cấp giấy chứng nhận kế hoạch"]
    );
    assert_eq!(labels("Thành lập mới 02 hợp tác xã, đạt 100% NQ."), ["Thành lập mới hợp tác xã NQ"]);
    // The day before the comma is no number of the amount.
    assert_eq!(labels("Dư nợ đến ngày 31/12/2010, tăng 8,85%.").len(), 1);
}

#[test]
fn an_amount_is_named_from_its_noun_on() {
    let text = "Giá trị công nghiệp, tiểu thủ công nghiệp và xây dựng ước đạt trên 2.800 tỷ đồng.";
    let name = "Giá trị công nghiệp, tiểu thủ công nghiệp và xây dựng";
    assert_eq!(figures(text), [(2_800_000_000_000, name.to_owned())]);
    assert_eq!(
        figures("Diện tích gieo trồng cây hàng năm 8.465 ha đạt 67,1% nghị quyết."),
        [(8_465, "Diện tích gieo trồng cây hàng năm ha".to_owned())]
    );
    assert_eq!(
        figures("Có 8 xã đạt 19 tiêu chí đã được công nhận.").first().map(|f| f.1.as_str()),
        Some("xã đạt 19 tiêu chí")
    );
}

#[test]
fn names_of_the_highlands_need_somebody_beside_them() {
    let names = |text: &str| told(text).people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    assert_eq!(
        names("Dự có đồng chí K’ Dung - Chủ tịch Hội Nông dân tỉnh; ông K'Thanh, Trưởng ban Dân tộc."),
        ["K' Dung", "K'Thanh"]
    );
    assert!(names("Phong trào lan tới buôn K'Tla và suối K' Nia.").is_empty());
}

#[test]
fn a_share_of_things_up_to_now_is_no_day() {
    assert!(days("Đến nay 8/9 Trạm y tế xã đạt chuẩn.").is_empty());
    assert_eq!(days("Hội thi mở từ 30 -31/5/2019."), ["2019-05-30", "2019-05-31"]);
    assert!(days("Trường dạy theo Chương trình giáo dục phổ thông 2018.").is_empty());
    assert!(figures("Xã thực hiện liên kết giữa 04 nhà trong sản xuất.").is_empty());
}

#[test]
fn bodies_end_before_their_verb() {
    assert_eq!(
        bodies("Xã phối hợp với Trung tâm chính trị huyện tổ chức bồi dưỡng kiến thức."),
        ["Trung tâm chính trị huyện"]
    );
    assert!(bodies("Thành công của cuộc bầu cử Quốc hội khóa XV là điều đáng mừng.").is_empty());
    let cited = told("Hội phổ biến luật Chữ thập đỏ cho bà con.").citations;
    assert_eq!(cited.first().map(|c| c.number.as_str()), Some("Chữ thập đỏ"));
}

#[test]
fn several_kinds_of_models_counted_in_a_row_are_named() {
    let names = |text: &str| told(text).models.into_iter().map(|m| m.name).collect::<Vec<_>>();
    assert_eq!(
        names("Hội xây dựng 24 mô hình hũ gạo tiết kiệm; 40 mô hình nuôi heo đất tiết kiệm."),
        ["hũ gạo tiết kiệm", "nuôi heo đất tiết kiệm"]
    );
    assert!(names("Hội xây dựng 24 mô hình nuôi heo đất tiết kiệm.").is_empty());
}

#[test]
fn the_title_told_again_between_paragraphs_stands_under_a_picture() {
    let title = "Xã Tân Lập tổ chức Hội nghị tổng kết công tác năm 2020";
    let again = "Hội nghị tổng kết công tác năm 2020.";
    let long = format!("{PARAGRAPH} {FURTHER}");
    assert_eq!(captions(&format!("{title}\n{long}\n{long}\n{again}\n{long}\n{long}")), [again]);
    let other = "Hội nghị tổng kết sẽ mở lại vào tháng sau với nhiều đại biểu hơn.";
    assert!(captions(&format!("{title}\n{long}\n{long}\n{other}\n{long}\n{long}")).is_empty());
}

#[test]
fn aims_are_told_behind_the_sentence_that_says_they_were_set() {
    let tail = "Tiếp tục đổi mới nội dung và phương thức hoạt động, chăm lo đời sống hội viên, giữ gìn đường làng sạch sẽ và giúp \
                nhau làm kinh tế.";
    let text = format!(
        "Đại hội xã Tân Lập\n\n{PARAGRAPH}\n\nĐại hội đã đề ra mục tiêu, chương trình hành động khóa IV. {tail}"
    );
    assert_eq!(tasks(&text), [tail]);
    let set = "Đại hội đã thảo luận, đề ra phương hướng nhiệm vụ của nhiệm kỳ với mục tiêu phấn đấu 100% hộ hội viên nghèo được giúp đỡ \
               và mỗi chi hội có một việc làm hay.";
    assert_eq!(tasks(&format!("Đại hội xã Tân Lập\n\n{PARAGRAPH}\n\n{set}")), [set]);
}

#[test]
fn a_proposal_is_no_award_given() {
    let status = |text: &str| {
        told(text).awards.into_iter().map(|a| (a.by.unwrap_or_default(), a.status)).collect::<Vec<_>>()
    };
    assert_eq!(
        status(
            "12 tập thể được UBND huyện tặng Giấy khen; 03 tập thể được đề nghị Chủ tịch UBND tỉnh tặng Bằng khen."
        ),
        [
            ("UBND huyện".to_owned(), AwardStatus::Given),
            ("Chủ tịch UBND tỉnh".to_owned(), AwardStatus::Proposed)
        ]
    );
    assert_eq!(
        status("Hội đồng đã xét, đề nghị UBND huyện khen thưởng 07 tập thể, 16 cá nhân."),
        [("UBND huyện".to_owned(), AwardStatus::Proposed)]
    );
    let asked = status("Theo đề nghị của Hội đồng, UBND huyện tặng Giấy khen cho 7 tập thể.");
    assert_eq!(asked.first().map(|a| a.1), Some(AwardStatus::Given));
}

#[test]
fn a_givers_name_is_whole() {
    let givers =
        |text: &str| told(text).awards.into_iter().map(|a| a.by.unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(
        givers(
            "Trường được Thủ tướng Chính phủ tặng Bằng khen năm 2018, Bộ Giáo dục và Đào tạo tặng Cờ thi đua năm 2019."
        ),
        ["Thủ tướng Chính phủ", "Bộ Giáo dục và Đào tạo"]
    );
    assert_eq!(
        givers(
            "Ghi nhận công lao, Đảng và Nhà nước đã trao tặng Hội những phần thưởng cao quý: Huân chương Sao Vàng; Huân chương Lao động \
             hạng Nhất."
        ),
        ["Đảng và Nhà nước", "Đảng và Nhà nước"]
    );
    // Others than those counted got it.
    assert!(
        told("Có 04 đồng chí được kết nạp Đảng và nhiều đồng chí nhận danh hiệu Chiến sĩ tiên tiến.")
            .awards
            .is_empty()
    );
}

#[test]
fn laws_may_be_written_small_with_their_year() {
    let cited = |text: &str| told(text).citations.into_iter().map(|c| (c.kind, c.number)).collect::<Vec<_>>();
    let law = |kind: &str, number: &str| (kind.to_owned(), number.to_owned());
    assert_eq!(
        cited("Hội góp ý Hiến pháp năm 2013, Luật đất đai 2013 và Bộ luật dân sự năm 2015."),
        [law("Hiến pháp", "năm 2013"), law("Luật", "đất đai 2013"), law("Bộ luật", "dân sự năm 2015")]
    );
    assert!(cited("Cán bộ chấp hành kỷ luật Đảng và pháp luật Nhà nước năm 2013.").is_empty());
}

#[test]
fn amounts_parted_by_a_comma_and_small_weights_are_read() {
    let values = |text: &str| {
        told(text).indicators.into_iter().map(|i| (i.value, i.thousandths, i.unit)).collect::<Vec<_>>()
    };
    assert_eq!(values("Xã huy động hơn 42 tỷ, 858 triệu đồng."), [(42_858_000_000, 0, "đồng".to_owned())]);
    assert_eq!(values("thu 42 tỷ, 858 hộ").len(), 2);
    assert_eq!(values("Tang vật là 12,8g heroin trên mạng 5G."), [(12, 800, "g".to_owned())]);
    assert_eq!(values("thu nhập 38,2 triệu đồng/1 người/1 năm").len(), 1);
    assert_eq!(values("tiêm phòng 800 liều thuốc cho đàn bò").first().map(|v| v.0), Some(800));
}

#[test]
fn a_tables_rows_are_no_captions_and_a_source_is_the_pages() {
    let long = format!("{PARAGRAPH} {FURTHER}");
    let table = "| TT | Danh hiệu, hình thức khen thưởng | Số lượng |\n| 1 | Giấy khen của Hiệu trưởng (tập thể) | 18 |";
    assert!(captions(&format!("Xã Tân Lập họp\n{long}\n{table}\n{long}")).is_empty());
    let page = told(&format!("Xã Tân Lập họp\n{long}\n{long}\nTheo \"Báo Tân Lập điện tử\""));
    assert_eq!(page.boilerplate.len(), 1);
    assert_eq!(
        captions(&format!(
            "Xã Tân Lập họp\n{long}\nĐồng chí: Nguyễn Văn Nam – Phó Bí thư Huyện đoàn\n{long}"
        ))
        .len(),
        1
    );
}
