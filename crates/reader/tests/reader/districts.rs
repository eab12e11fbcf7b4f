//! Rules that the news of a district's own page showed, on sentences made up for them: results against the year's plan, names of the
//! highlands, a meeting's title told under its picture, aims set and then told.
//!
//! Not here: what the other files of rules hold.

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
