//! Who somebody is, where the text tells it: behind an age, around a dash, once for several, by class or home.

use crate::told::told;

fn posts(text: &str) -> Vec<(String, String)> {
    told(text).people.into_iter().map(|p| (p.name, p.role.unwrap_or_default())).collect()
}

fn one(text: &str) -> String {
    let told = posts(text);
    assert_eq!(told.len(), 1, "one person in {text}: {told:?}");
    told.into_iter().next().unwrap().1
}

#[test]
fn a_post_stands_behind_an_age_or_a_side() {
    assert_eq!(
        one("Gặp cô Lê Thị Tuyền (sinh năm 1959), Bí thư Chi bộ Khu phố 4, ai cũng quý."),
        "Bí thư Chi bộ Khu phố 4"
    );
    assert_eq!(
        one("Ông Trần Văn Bảy (bên trái), Chủ tịch UBND xã Tân Lập, trao quà."),
        "Chủ tịch UBND xã Tân Lập"
    );
    assert_eq!(
        one("Bà Trần Thị Bảy (Trường THCS Tân Lập, huyện Tân Yên) kể chuyện."),
        "Trường THCS Tân Lập, huyện Tân Yên"
    );
}

#[test]
fn ranks_and_dashes_stand_between_a_post_and_its_name() {
    assert_eq!(one("Trưởng Công an quận 8 - Đại tá Lê Văn Bắc phát biểu."), "Trưởng Công an quận 8");
    assert_eq!(
        one("Phó Trưởng Công an phường Tân Nghĩa Trung tá Phan Văn Quân phát biểu."),
        "Phó Trưởng Công an phường Tân Nghĩa"
    );
    assert_eq!(
        one("Bí thư Chi đoàn ấp Hòa Ngãi, xã Tân Vĩnh - Nguyễn Hữu Trung cho biết."),
        "Bí thư Chi đoàn ấp Hòa Ngãi, xã Tân Vĩnh"
    );
    assert_eq!(
        one("Đại diện người sử dụng lao động - ông Đỗ Đình Hải - ký kết."),
        "Đại diện người sử dụng lao động"
    );
}

#[test]
fn a_post_goes_on_to_the_end_of_its_body() {
    assert_eq!(
        one("có ông Mai Văn Tính - Cục trưởng Cục quản lý chất lượng giáo dục, Bộ Giáo dục và Đào tạo."),
        "Cục trưởng Cục quản lý chất lượng giáo dục, Bộ Giáo dục và Đào tạo"
    );
    assert_eq!(
        one("ThS. Lê Việt Hải – Trưởng phòng Công tác sinh viên, cùng 700 bạn."),
        "Trưởng phòng Công tác sinh viên"
    );
    assert_eq!(
        one("Thượng tá Phan Văn Tiến - Phó Tham mưu trưởng - Bộ Tư lệnh Thành phố."),
        "Phó Tham mưu trưởng - Bộ Tư lệnh Thành phố"
    );
    // What somebody does is no part of it, nor is the next guest's body.
    assert_eq!(one("Đồng chí Lê Văn Tư, Giám đốc công ty tặng quà, chúc mừng."), "Giám đốc");
    assert_eq!(one("Dự có ông Lê Văn Tư, Giám đốc Sở Y tế, Sở Nội vụ, Sở Tư pháp."), "Giám đốc Sở Y tế");
}

#[test]
fn pupils_are_told_by_their_class_and_neighbours_by_their_home() {
    assert_eq!(
        one("Tác giả Hoàng Bảo Châu, học sinh lớp 8A1, trường THCS Tân Lập."),
        "học sinh lớp 8A1, trường THCS Tân Lập"
    );
    assert_eq!(one("Bạn Nguyễn Tuấn Minh lớp 5A1 cũng được vinh danh."), "lớp 5A1");
    assert_eq!(
        one("gia đình bà Nguyễn Thị Thu (thôn 3, xã Phong Lập) đã có nhà mới."),
        "thôn 3, xã Phong Lập"
    );
    assert_eq!(
        one("như gia đình ông Lưu Xuân Nghĩa, ở tổ dân phố Nguyễn Huệ, đã dời nhà."),
        "tổ dân phố Nguyễn Huệ"
    );
    // A housing estate in brackets of its ward is nobody.
    assert!(posts("về khu tái định cư Lê Thành (phường Tân Tạo, quận Bình Tân) sinh sống.").is_empty());
}

#[test]
fn what_many_are_is_told_once_for_a_row() {
    let shown = posts(
        "Dự có ông Lê Hoàng Liêm và bà Trang Lê Vy, phóng viên Báo Tân Lập; bà Vũ Thị Hoa, bà Vũ Thị Hằng, Vụ Tổ chức cán bộ; \
                       ông Trần Văn Bá và ông Đỗ Văn Tư, Bí thư Đảng ủy xã Tân Lập.",
    );
    let role = |name: &str| shown.iter().find(|(n, _)| n == name).map(|(_, r)| r.as_str());
    assert_eq!(role("Lê Hoàng Liêm"), Some("phóng viên Báo Tân Lập"));
    assert_eq!(role("Trang Lê Vy"), Some("phóng viên Báo Tân Lập"));
    assert_eq!(role("Vũ Thị Hoa"), Some("Vụ Tổ chức cán bộ"));
    // One body has one secretary.
    assert_eq!(role("Trần Văn Bá"), Some(""));
    assert_eq!(role("Đỗ Văn Tư"), Some("Bí thư Đảng ủy xã Tân Lập"));
}

#[test]
fn a_class_stands_behind_a_comma_and_a_post_was_held() {
    assert_eq!(one("Em Lê Ngọc Bảo Hân, lớp 9A, Trường THCS Lê Quý Đôn."), "lớp 9A, Trường THCS Lê Quý Đôn");
    assert_eq!(one("Ông Nguyễn Văn An nguyên là Chủ tịch UBND xã."), "Chủ tịch UBND xã");
    assert_eq!(one("Đ/c Hà Văn Thắng – PCT UBND huyện, Trưởng BCĐ dự."), "PCT UBND huyện, Trưởng BCĐ");
}

#[test]
fn whoever_gave_somebody_something_is_not_what_he_is() {
    let who = posts("Năm 2017, ông Lục Văn Bảo được Chủ tịch UBND tỉnh tặng Bằng khen.");
    assert_eq!(who, [("Lục Văn Bảo".to_owned(), String::new())]);
    assert_eq!(one("Ông Lục Văn Bảo, dân tộc Tày, Bí thư Chi bộ thôn Pác Nà."), "Bí thư Chi bộ thôn Pác Nà");
    assert_eq!(one("Ông Lục Văn Bảo được bầu làm Bí thư Đảng ủy xã Yên Lạc."), "Bí thư Đảng ủy xã Yên Lạc");
}

#[test]
fn posts_in_letters_go_on_behind_a_dash() {
    let read = posts(
        "Đồng chí Phan Thị Lành PBT- CT UBND xã trình bày báo cáo; đồng chí Lê Hữu Sắc HUV- BT Đảng ủy tiếp thu.",
    );
    let roles: Vec<_> = read.iter().map(|(name, role)| (name.as_str(), role.as_str())).collect();
    assert_eq!(roles, [("Phan Thị Lành", "PBT- CT UBND xã"), ("Lê Hữu Sắc", "HUV- BT Đảng ủy")]);
}
