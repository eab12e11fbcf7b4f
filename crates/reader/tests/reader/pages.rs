//! What stands around a text: menus, buttons, ways through a portal, where the text was taken from.
//!
//! Not here: captions of pictures (`captions`).

use crate::told::{FURTHER, PARAGRAPH, portal, told};

#[test]
fn a_menu_in_lines_of_its_own_is_the_portals() {
    let text = format!(
        "Giới thiệu\nTổ chức bộ máy\nTin tức\nVăn bản\nĐăng nhập\n/ TIN CƠ SỞ\n\nXã Tân Lập ra quân làm sạch đường làng\n\n\
         {PARAGRAPH}\n\n{FURTHER}"
    );
    let marked = portal(&text);
    assert!(marked.iter().any(|m| m.starts_with("Giới thiệu") && m.ends_with("/ TIN CƠ SỞ")), "{marked:?}");
}

#[test]
fn buttons_and_points_for_a_text_are_the_portals() {
    let text = format!(
        "Xã Tân Lập ra quân làm sạch đường làng\nĐọc bài Lưu\n\n{PARAGRAPH}\n\n{FURTHER}\n\nTổng số điểm của bài viết là: 5 \
         trong 1 đánh giá\nClick để đánh giá bài viết"
    );
    let reading = told(&text);
    let marked = portal(&text);
    assert_eq!(marked.first().map(String::as_str), Some("Đọc bài Lưu"));
    assert!(marked.iter().any(|m| m.starts_with("Tổng số điểm") && m.ends_with("bài viết")), "{marked:?}");
    assert!(reading.captions.is_empty() && reading.indicators.is_empty());
    let sized = format!("A- A A+ | Tăng tương phản\n\n{text}");
    assert_eq!(portal(&sized).first().map(String::as_str), Some("A- A A+ | Tăng tương phản"));
}

#[test]
fn the_page_that_a_text_was_taken_from_is_a_tag() {
    let text = format!("Tân Lập ra quân\n\nTheo tenbao.gov.vn - {PARAGRAPH}\n\n{FURTHER}");
    assert_eq!(portal(&text), ["Theo tenbao.gov.vn - "]);
}

#[test]
fn a_street_in_the_portals_imprint_names_nobody() {
    let text = format!(
        "{PARAGRAPH}\n\n{FURTHER}\n\nTrụ sở: 12 Nguyễn Văn Bình, phường Tân Lập; Điện thoại: 0203 123 456"
    );
    assert!(told(&text).people.is_empty());
}
