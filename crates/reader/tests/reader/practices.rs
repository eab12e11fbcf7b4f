//! Models that their neighbours tell, and the numbers in their names, on sentences made up for them.
//!
//! Not here: models announced with their name (`practice`).

use crate::told::{FURTHER, PARAGRAPH, told};

/// The models of a sentence behind a paragraph.
fn models(sentence: &str) -> Vec<String> {
    let text = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{FURTHER}");
    told(&text).models.into_iter().map(|m| m.name).collect()
}

#[test]
fn quotations_beside_a_model_are_models_of_whom_they_are_told() {
    let beside = "Phường Đông có mô hình “Hẻm không rác”, Hội Nông dân có “Kho giống chung làng”, cho mượn 3 tấn thóc; “Bếp lửa đầu bản” giúp 30 hộ.";
    assert_eq!(models(beside), ["Hẻm không rác", "Kho giống chung làng", "Bếp lửa đầu bản"]);
    for other in [
        "Xã có mô hình “Hẻm không rác”; bà Lan kể với “Tổ tiết kiệm xóm Đồi” rằng bà vui.",
        "Xã có mô hình “Hẻm không rác”; trường có “Tuần lễ học tập suốt đời” vào tháng 10.",
        "Duy trì mô hình “Hẻm không rác” và hưởng ứng phong trào “Toàn dân rèn luyện thân thể”, xã dựng sân bóng.",
        "Xã có mô hình “Hẻm không rác”, tặng 12 “Mái nhà đồng đội” cho hội viên.",
    ] {
        assert_eq!(models(other), ["Hẻm không rác"], "{other}");
    }
}

#[test]
fn models_singled_out_of_many_are_told_each_with_what_came_of_it() {
    let many = "Toàn huyện có 30 mô hình. Tiêu biểu có: “Bữa cơm nhà sàn” (xã Đồi), “Góc sách bản Lũng” của Đoàn xã - 2 năm cho mượn 300 cuốn, trị giá 20 triệu đồng; “Chợ quê không túi” của Hội Phụ nữ.";
    assert_eq!(models(many), ["Bữa cơm nhà sàn", "Góc sách bản Lũng", "Chợ quê không túi"]);
    assert!(
        models("Toàn huyện có 30 mô hình. Tiêu biểu là tác phẩm “Bữa cơm nhà sàn” của ông Tư.").is_empty()
    );
}

#[test]
fn a_row_of_quotations_may_end_with_a_plain_name() {
    let row = "Nổi lên là các mô hình: “Bếp ấm bản Lũng” của Hội Phụ nữ; Tổ tự quản đường hoa (12 hộ).";
    assert_eq!(models(row), ["Bếp ấm bản Lũng", "Tổ tự quản đường hoa"]);
    let body = "Nổi lên là các mô hình: “Bếp ấm bản Lũng” ở thôn Đồi; Hội Nông dân xã hiến 300m2 đất.";
    assert_eq!(models(body), ["Bếp ấm bản Lũng"]);
    assert!(models("Đại biểu tham quan mô hình học Bác      Ảnh: Trần Thi").is_empty());
    assert!(models("Chi bộ chọn khâu đột phá là “nói ít, làm nhiều”.").is_empty());
    assert!(models("Đoàn xã duy trì “Quỹ nghĩa tình đồng đội” 30 triệu đồng.").is_empty());
}

#[test]
fn numbers_in_a_models_name_are_no_figures() {
    let figures = |text: &str| told(text).indicators.into_iter().map(|i| i.value).collect::<Vec<_>>();
    assert_eq!(figures("Xã có mô hình “Vườn rau 7 luống, 9 loại” ở 12 hộ."), [12]);
    assert_eq!(figures("Xã có mô hình “Vườn rau sạch”, 9 loại rau ở 12 hộ."), [9, 12]);
}

#[test]
fn where_a_model_is_and_of_what_kind_many_are_name_none() {
    let row = "Các mô hình: Cánh đồng không vỏ thuốc tại xã Tân Lập; Đường hoa thôn Đồi.";
    assert_eq!(models(row), ["Cánh đồng không vỏ thuốc", "Đường hoa thôn Đồi"]);
    assert!(models("Toàn tỉnh có 2.071 mô hình, điển hình “Dân vận khéo” được đăng ký.").is_empty());
    assert_eq!(models("Xã có 2 mô hình, điển hình là “Hẻm không rác” của Hội Phụ nữ."), ["Hẻm không rác"]);
}
