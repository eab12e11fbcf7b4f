//! Lines around a text that are no menu: what it is filed under, whose page it is, letters sent by mail, links to other texts, stamps; and
//! what pages show of their author, day and place.
//!
//! Not here: menus and ways through a portal (`pages`).

use crate::told::{FURTHER, PARAGRAPH, captions, portal, told};

/// A page with these lines above and below its text.
fn page(head: &str, foot: &str) -> String {
    format!("{head}\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{foot}")
}

const TITLE: &str = "Xã Tân Lập ra quân làm sạch đường làng";

fn title(text: &str) -> String {
    told(text).meta.title.map(|t| t.value).unwrap_or_default()
}

fn author(foot: &str) -> String {
    told(&page(TITLE, foot)).meta.author.map(|a| a.value).unwrap_or_default()
}

#[test]
fn what_a_paper_files_its_text_under_is_no_title() {
    let day = "Thứ Năm, 06/06/2024 - 16:47";
    for section in ["Công đoàn", "Quốc phòng - An ninh / Tin tức", "Phóng sự - Ghi chép"] {
        let text = page(&format!("{section}\n{TITLE}\n{day}"), "");
        assert_eq!(portal(&text), [section], "{section}");
        assert_eq!(title(&text), TITLE);
    }
    // A short title is what the text is called, and without a day nothing is filed.
    assert!(portal(&page(&format!("Người lính và vườn rau\n{day}"), "")).is_empty());
    assert!(portal(&page(&format!("Xã hội\n\n{TITLE}"), "")).is_empty());
}

#[test]
fn whose_page_it_is_stands_above_the_title() {
    for site in [
        "TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN LẬP - TỈNH HÀ NAM",
        "Báo Tân Lập điện tử",
        "Tạp chí Đất và Người - Chuyên trang Nhà nông\nThứ năm 10/01/2019 10:27",
    ] {
        let text = page(&format!("{site}\n{TITLE}"), "");
        assert_eq!(portal(&text).first().map(String::as_str), site.lines().next(), "{site}");
        assert_eq!(title(&text), TITLE, "{site}");
    }
    let told = "Trang thông tin điện tử xã Tân Lập ra mắt chuyên mục người tốt việc tốt";
    assert!(portal(&page(told, "")).is_empty());
    let kept = "Tạp chí Đất và Người kỷ niệm 20 năm ra số đầu";
    assert!(portal(&page(&format!("{kept}\nThứ năm 10/01/2019 10:27"), "")).is_empty());
}

#[test]
fn a_letter_sent_by_mail_has_a_head_and_closing_words() {
    let head = "Từ: Hội Nông dân xã <hoi@mail.example>\nTới: Ban Biên tập\nĐã gửi: 16:05 Thứ Sáu, 28 thg 6, 2024\nChủ đề: Tin gửi lại\n\n\
                Kính gửi anh chị, hội gửi lại tin. Cảm ơn!\n----------\nHội Nông dân xã tổng kết phong trào vườn rau";
    let text =
        page(head, "Ảnh 1: Các hộ nhận Giấy khen\n\nTrân trọng!\nĐT: 0227.xxx.318\nĐược gửi từ điện thoại");
    let marked = portal(&text);
    assert_eq!(marked.len(), 2, "{marked:?}");
    assert!(marked.iter().any(|m| m.starts_with("Từ:") && m.ends_with('-')));
    assert!(marked.iter().any(|m| m.starts_with("Trân trọng!")));
    assert_eq!(captions(&text), ["Ảnh 1: Các hộ nhận Giấy khen"]);
    assert!(portal(&page("Từ: một hạt giống nhỏ trên đồng làng", "Trân trọng cảm ơn bà con!")).is_empty());
}

#[test]
fn links_below_a_text_are_the_portals_with_their_titles() {
    let foot = "LÊ BÌNH\n>> Vườn rau của người thợ mỏ\nXem thêm\nThợ xếp hàng đo huyết áp miễn phí ở xã\nLương tối thiểu tăng bao nhiêu?\n\
                Bình luận   Gửi bình luận";
    let text = page(TITLE, foot);
    assert_eq!(portal(&text).len(), 1);
    assert!(portal(&text).iter().all(|m| m.starts_with(">>") && m.ends_with("Gửi bình luận")));
    assert!(captions(&text).is_empty());
    for foot in [
        "Bạn chọn vườn rau nào đẹp nhất?\nGửi ý kiến   0 bình luận",
        "Khách online: 3 | Hôm nay: 25",
        "In bài viết   Gửi bài viết   Lưu bài viết này",
        "Danh sách khen thưởng.docx",
        "Chủ đề: Vườn rau",
    ] {
        let text = page(TITLE, &format!("LÊ BÌNH\n{foot}"));
        assert_eq!(portal(&text), [foot]);
        assert!(captions(&text).is_empty(), "{foot}");
    }
}

#[test]
fn the_pages_day_is_its_own_and_buttons_behind_it_are_the_portals() {
    let head = |stamp: &str| page(&format!("{TITLE}\n{stamp}"), "");
    assert!(portal(&head("Cập nhật lúc: 14:03 13/07/2023")).is_empty());
    assert_eq!(portal(&head("09:26 | 28/05/2018 Print   E-mail")), ["Print   E-mail"]);
    assert_eq!(portal(&head("Thứ sáu, 17 Tháng 5 2019 15:22     Email In PDF.")), ["Email In PDF."]);
    assert_eq!(portal(&head("30-09-2022 16:22 | 2.905 lượt xem")), ["2.905 lượt xem"]);
    let above = page(&format!("Cập nhật lúc 07:10, Chủ nhật, 01/09/2013\n{TITLE}"), "");
    assert_eq!(title(&above), TITLE);
}

#[test]
fn who_signed_stands_below_the_signature() {
    let marked = portal(&page(TITLE, "HIỆU TRƯỞNG\n(Đã ký)\nTrần Thị Lan"));
    assert_eq!(marked, ["(Đã ký)"]);
}

#[test]
fn a_frame_a_credit_or_an_answer_makes_a_caption() {
    let shown = |line: &str| captions(&format!("{TITLE}\n\n{PARAGRAPH}\n\n{line}\n\n{FURTHER}"));
    for (line, caption) in [
        ("leftcenterrightdel\nChỉ huy đồn tặng hoa chúc mừng thôn.", "Chỉ huy đồn tặng hoa chúc mừng thôn."),
        ("Bà Trần Thị Lan trả lời phỏng vấn.", "Bà Trần Thị Lan trả lời phỏng vấn."),
        (
            "Anh hùng Lao động Triệu Quang Nam dạy thợ trẻ ghép bầu (ảnh chụp năm 2018)",
            "Anh hùng Lao động Triệu Quang Nam dạy thợ trẻ ghép bầu (ảnh chụp năm 2018)",
        ),
        ("Đội thôn Đồi trong phần thi chào hỏi", "Đội thôn Đồi trong phần thi chào hỏi"),
    ] {
        assert_eq!(shown(line), [caption]);
    }
    for line in [
        "Ông Trần Văn Nam đã trả lời phỏng vấn của báo về giống bầu.",
        "Chị Lan nhận thêm việc trông trẻ giúp hàng xóm khi họ ra đồng.",
    ] {
        assert!(shown(line).is_empty(), "{line}");
    }
}

#[test]
fn an_export_may_leave_captions_in_a_paragraph() {
    let long = format!("{PARAGRAPH} {FURTHER}");
    let end = format!("{TITLE}\n\n{long} Chị Trần Thị Lan trong phần thi kể chuyện\n\n{FURTHER}");
    assert_eq!(captions(&end), ["Chị Trần Thị Lan trong phần thi kể chuyện"]);
    let inside = format!(
        "{TITLE}\n\n{long} Ban Tổ chức trao cờ và giải Nhất cho đội thôn Đồi Tổng giá trị giải thưởng là 3 triệu đồng.\n\n{FURTHER}"
    );
    assert_eq!(captions(&inside), ["Ban Tổ chức trao cờ và giải Nhất cho đội thôn Đồi"]);
    let closed = format!(
        "{TITLE}\n\n{long} Ban Tổ chức trao giải Nhất cho đội thôn Đồi và hai giải Nhì.\n\n{FURTHER}"
    );
    assert!(captions(&closed).is_empty());
}

#[test]
fn whoever_wrote_is_named_without_the_office() {
    assert_eq!(author("Nguyễn Hải Yến (thực hiện)"), "Nguyễn Hải Yến");
    assert_eq!(author("Tin, ảnh: Nguyễn Khắc Dương - Hội Nông dân huyện"), "Nguyễn Khắc Dương");
    assert_eq!(author("Tin, ảnh: Minh Thúy - Văn Tuấn"), "Minh Thúy - Văn Tuấn");
    assert_eq!(author("Người viết: Thu Hằng - Trung tâm VH-TT huyện"), "Thu Hằng");
    let above = told(&page(&format!("{TITLE}\nĐỖ QUYÊN -\nThứ bảy, 24/05/2025 08:10"), "")).meta.author;
    assert_eq!(above.map(|a| a.value).as_deref(), Some("ĐỖ QUYÊN"));
}

#[test]
fn a_paper_is_issued_below_the_body_above_it_and_where_its_day_says() {
    let text = "ĐẢNG BỘ TỈNH HÀ NAM\nĐẢNG ỦY XÃ TÂN LẬP\n*\nSố: 118-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n\nTân Lập, ngày 27 tháng 10 năm 2025\n\n\
                BÁO CÁO\ntổng kết 5 năm làm vườn rau\n-----\nI. KẾT QUẢ\n";
    let meta = told(&format!("{text}{PARAGRAPH}\n{FURTHER}")).meta;
    assert_eq!(meta.place.map(|p| p.value).as_deref(), Some("Tân Lập"));
    assert_eq!(meta.organiser.map(|o| o.value).as_deref(), Some("ĐẢNG ỦY XÃ TÂN LẬP"));
}

#[test]
fn the_event_may_be_told_deep_in_the_text_and_its_place_before_a_colon() {
    let deep = |last: &str| {
        let text = format!(
            "Người thợ và vườn rau\n\n{PARAGRAPH}\n\n{}\n\n{last}",
            format!("{FURTHER}\n\n").repeat(6)
        );
        told(&text).meta.event_date.map(|d| d.value.to_string())
    };
    let told_day = deep("Tại lễ tổng kết ngày 8/1/2019, công đoàn mỏ khen 12 người.");
    assert_eq!(told_day.as_deref(), Some("2019-01-08"));
    assert_eq!(deep("Trước đó, tại lễ tổng kết ngày 8/1/2019, công đoàn mỏ khen 12 người."), None);
    let place = |title: &str| {
        let text = format!("{title}\n\n{PARAGRAPH}\n\n{FURTHER} Ban Thường vụ Huyện ủy Thanh Hòa họp bàn.");
        told(&text).meta.place.map(|p| p.value)
    };
    assert_eq!(place("Thanh Hòa: Hai năm làm theo gương Bác").as_deref(), Some("Thanh Hòa"));
    assert_eq!(place("Lê Hoa: người giữ giống lúa cũ của ông bà"), None);
}

#[test]
fn a_bulletin_on_air_greets_and_takes_leave() {
    let hello = "Kính chào quý vị và các bạn đến với bản tin truyền thanh hôm nay.";
    let leave = "Bản tin đến đây là kết thúc, xin cảm ơn và chúc sức khỏe bà con.";
    let text = page(&format!("{hello}\n{TITLE}"), leave);
    assert_eq!(portal(&text), [hello, leave]);
    assert!(captions(&text).is_empty());
    let told = "Xin chào mừng các cháu về với ngôi trường mới bên sông.";
    assert!(portal(&page(TITLE, told)).is_empty());
}
