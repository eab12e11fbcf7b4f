//! What stands around a text: menus, buttons, ways through a portal, where the text was taken from.
//!
//! Not here: captions of pictures (`captions`).

use crate::told::{FURTHER, PARAGRAPH, captions, portal, told};

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

#[test]
fn sums_are_no_code_and_a_page_foot_is_the_portals() {
    let text = format!(
        "Tổng kết năm học\n\n{PARAGRAPH}\n\nTổng số 837 em; giỏi 114 em =13,62%; khá 419 em = 50,06%; yếu 3 em = 0,36%.\n\n{PARAGRAPH}\n\
                        TRANG THÔNG TIN ĐIỆN TỬ VIỆN KIỂM SÁT NHÂN DÂN QUẬN TÂN LẬP\nTrụ sở: 11 Dương Quang Đông, Phường 5\n© Bản quyền thuộc về VKSND."
    );
    let shown = portal(&text);
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert!(shown[0].starts_with("TRANG THÔNG TIN"));
    assert!(!told(&text).organisations.iter().any(|o| o.name.starts_with("VIỆN KIỂM SÁT")));
}

#[test]
fn categories_and_titles_of_other_texts_are_the_portals() {
    let text = format!(
        "Tin hoạt động, Tin tức nổi bật, Tin tức nội bộ\nXã họp tổng kết\n\n{PARAGRAPH}\n\n{PARAGRAPH}\nTIN ĐỌC NHIỀU\n\
                        Thông tin tuyển sinh trình độ đại học hình thức chính quy năm 2026 của nhà trường\nNhững chặng đường phát triển"
    );
    let shown = portal(&text);
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[1].ends_with("chặng đường phát triển"));
}

#[test]
fn money_from_a_source_is_no_credit_and_whoever_speaks_above_the_text_is_a_caption() {
    let text = format!(
        "Xã Tân Lập họp\n\n{PARAGRAPH}\n\n- Tặng 34 suất quà trị giá 34 triệu đồng (nguồn xã hội hóa).\n\n{FURTHER}"
    );
    assert!(captions(&text).is_empty());
    let text = format!(
        "Công bố 100 đơn vị tiêu biểu của tỉnh năm 2023\n14/12/2023\nÔng Phạm Văn Công, Chủ tịch Hiệp hội Tân Lập phát biểu tại lễ công bố.\n{PARAGRAPH}\n{FURTHER}"
    );
    assert_eq!(captions(&text), ["Ông Phạm Văn Công, Chủ tịch Hiệp hội Tân Lập phát biểu tại lễ công bố."]);
}

#[test]
fn a_heading_of_pictures_has_captions_below_and_a_heading_in_capitals_is_no_byline() {
    let text = format!(
        "Xã Tân Lập khen thưởng\n\n{PARAGRAPH}\n\n{FURTHER}\n\nHÌNH ẢNH KHEN THƯỞNG\nGiấy khen của UBND xã tặng Hội Nông dân.\n\
         Giấy khen của UBND xã tặng Hội Phụ nữ."
    );
    assert_eq!(captions(&text).len(), 2, "{:?}", captions(&text));
    let text =
        format!("Giới thiệu về trường\n\n{PARAGRAPH}\n\nTHÀNH TÍCH CỦA TRƯỜNG\n{FURTHER}\n{PARAGRAPH}");
    let reading = told(&text);
    assert!(reading.meta.author.is_none() && reading.captions.is_empty());
}

#[test]
fn a_number_in_brackets_is_no_outlets_tag() {
    let text = format!("Xã Tân Lập họp\n\n{PARAGRAPH}\n\n(1) {FURTHER}");
    assert!(told(&text).boilerplate.is_empty());
}

#[test]
fn what_the_portal_tells_of_other_news_is_nothing_of_the_report() {
    let text = format!(
        "Huyện Tân Lập tổng kết công tác năm 2020\nThứ năm, 20/05/2021 - 14:35 | Lượt xem: 1.245\n\n{PARAGRAPH}\n\n{FURTHER}\n\nNhân dịp \
         này, UBND huyện tặng Giấy khen cho 15 tập thể.\nTin liên quan\nXã Tân Hòa: 45 đảng viên nhận Huy hiệu Đảng (17/05/2021)\nĐảng ủy xã đạt 97% \
         kế hoạch (18/05/2021)\nChia sẻ Facebook Zalo"
    );
    let told = told(&text);
    let awards: Vec<_> =
        told.awards.iter().map(|a| (a.form.as_str(), a.collectives, a.individuals)).collect();
    assert_eq!(awards, [("Giấy khen", Some(15), None)]);
    assert!(told.percentages.is_empty() && told.unclaimed.is_empty(), "{:?}", told.unclaimed);
}

#[test]
fn who_signed_is_told_whole_and_without_the_outlet() {
    let author = |line: &str| {
        let text = format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{line}");
        told(&text).meta.author.map(|a| a.value)
    };
    assert_eq!(author("Minh Thúy – Văn Tuấn").as_deref(), Some("Minh Thúy - Văn Tuấn"));
    assert_eq!(author("Trí Song Đài TT Huyện").as_deref(), Some("Trí Song"));
    assert_eq!(author("admin").as_deref(), Some("admin"));
}

fn title(head: &str) -> Option<String> {
    told(&format!("{head}\n\n{PARAGRAPH}\n\n{FURTHER}")).meta.title.map(|t| t.value)
}

#[test]
fn a_title_in_capitals_goes_on_over_its_lines() {
    let head = "ĐẠI HỘI ĐẢNG BỘ XÃ TÂN LẬP\nLẦN THỨ V, NHIỆM KỲ 2025-2030\nTHÀNH CÔNG TỐT ĐẸP";
    let whole = "ĐẠI HỘI ĐẢNG BỘ XÃ TÂN LẬP LẦN THỨ V, NHIỆM KỲ 2025-2030 THÀNH CÔNG TỐT ĐẸP";
    assert_eq!(title(head).as_deref(), Some(whole));
    let days = "SƠ KẾT THI ĐUA CHÀO MỪNG CÁC NGÀY LỄ\n(20/10, 20/11)";
    assert_eq!(title(days).as_deref(), Some("SƠ KẾT THI ĐUA CHÀO MỪNG CÁC NGÀY LỄ (20/10, 20/11)"));
}

#[test]
fn the_days_of_an_anniversary_close_a_title_and_a_time_stamp_does_not() {
    let told = "Xã Tân Lập kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)";
    assert_eq!(title(told).as_deref(), Some(told));
    let stamped = "Xã Tân Lập kỷ niệm Ngày Thương binh - Liệt sĩ (28/7/2023 10:15)";
    assert_eq!(title(stamped).as_deref(), Some("Xã Tân Lập kỷ niệm Ngày Thương binh - Liệt sĩ"));
}

#[test]
fn a_title_stands_under_the_letterhead_and_the_kind_of_document() {
    let head = "UBND XÃ BÌNH MINH\nTRƯỜNG TIỂU HỌC BÌNH MINH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
                Số: 34/BC-THBM\nBình Minh, ngày 20 tháng 5 năm 2025\nBÁO CÁO\nTổng kết công tác thi đua, khen thưởng\nnăm học 2024-2025";
    assert_eq!(title(head).as_deref(), Some("Tổng kết công tác thi đua, khen thưởng năm học 2024-2025"));
    let reading = told(&format!("{head}\n\n{PARAGRAPH}"));
    assert!(reading.unclaimed.is_empty(), "{:?}", reading.unclaimed);
}

#[test]
fn a_body_in_capitals_is_a_letterhead_by_itself() {
    let head =
        "CÔNG ĐOÀN CÁC CƠ QUAN HUYỆN BÌNH MINH\nBÁO CÁO\nKết quả phong trào thi đua\n6 tháng đầu năm 2026";
    let text =
        format!("{head}\n1. Kết quả: hai việc.\n{PARAGRAPH}\n2. Nhiệm vụ\nHoàn thành trước 30/9/2026.");
    let reading = told(&text);
    let title = reading.meta.title.as_ref().map(|t| t.value.as_str());
    assert_eq!(title, Some("Kết quả phong trào thi đua 6 tháng đầu năm 2026"));
    let short = told(&format!("{head}\nI. Kết quả\nHội mở 12 buổi sinh hoạt chuyên đề."));
    assert_eq!(short.meta.title.as_ref().map(|t| t.value.as_str()), title);
    assert_eq!(reading.meta.published.as_ref().map(|p| p.value), None);
}

#[test]
fn a_source_in_quotation_marks_is_the_portals() {
    let text = format!("Tân Lập ra quân\n\n{PARAGRAPH}\n\n{FURTHER}\n\nNguồn \"Tân Lập điện tử\"");
    assert_eq!(portal(&text), ["Nguồn \"Tân Lập điện tử\""]);
}

/// The title that is read under a page's head, and what of the page is the portal's.
fn headed(head: &str) -> (Option<String>, Vec<String>) {
    let text = format!("{head}\n{PARAGRAPH}\n\n{FURTHER}");
    (told(&text).meta.title.map(|t| t.value), portal(&text))
}

#[test]
fn a_sites_name_and_its_menu_in_one_line_stand_above_the_title() {
    let title = "Xã Tân Lập ra quân làm sạch đường làng ngõ xóm";
    for (head, below) in [
        ("SỞ XÂY DỰNG TỈNH TÂN LẬP\nTrang chủ | Giới thiệu | Tin tức | Liên hệ", "02/3/2024"),
        ("SỞ XÂY DỰNG TỈNH TÂN LẬP\nVì dân - Gần dân\nTIN TỨC     VĂN BẢN     HỎI ĐÁP", "02/3/2024"),
        ("TRƯỜNG THPT TÂN LẬP\nGiới thiệu\tTuyển sinh\tThư viện", "02/3/2024"),
        ("Báo Tân Lập\nThời sự · Kinh tế · Thể thao", "02/3/2024"),
        ("Báo Tân Lập Điện Tử\nCơ quan của Đảng bộ tỉnh Tân Lập\nNông thôn 24h / Chuyện làng", "02/3/2024"),
        ("Thứ Ba, 02/3/2024 | Hotline: 0203.123.456 | RSS | English", "10:30"),
        ("HUYỆN ĐOÀN TÂN LẬP - TRANG THÔNG TIN ĐIỆN TỬ", "02/3/2024"),
    ] {
        let (read, marked) = headed(&format!("{head}\n{title}\n{below}"));
        assert_eq!(read.as_deref(), Some(title), "{head}");
        assert_eq!(marked.first().map(String::as_str), Some(head));
    }
    let filed = format!(
        "Báo Tân Lập\nThời sự | Kinh tế | Bạn đọc\nĐời sống Chuyện làng\n{title}\nCập nhật 02/3/2024"
    );
    assert!(headed(&filed).1[0].ends_with("Chuyện làng"));
    let day = format!("SỞ Y TẾ TỈNH TÂN LẬP\nThứ Ba, 02/3/2024\nTin tức | Văn bản\n{title}");
    assert_eq!(headed(&day).1, ["SỞ Y TẾ TỈNH TÂN LẬP", "Tin tức | Văn bản"]);
}

#[test]
fn a_title_above_a_menu_and_a_table_are_no_pages_head() {
    let title = "Xã Tân Lập ra quân làm sạch đường làng ngõ xóm";
    let (read, marked) = headed(&format!("{title}\nTin tức | Liên hệ"));
    assert_eq!((read.as_deref(), marked.len()), (Some(title), 1));
    let rows = "Giáo dục | Xã hội | Kinh tế\n12 | 15 | 18";
    assert!(headed(&format!("{title}\n{rows}")).1.is_empty());
    let office = "UBND XÃ TÂN LẬP\nTRƯỜNG TIỂU HỌC TÂN LẬP\nBáo cáo công tác thi đua của nhà trường năm 2024";
    assert!(headed(office).1.is_empty());
}

#[test]
fn what_went_up_before_and_after_is_the_portals() {
    let text = format!(
        "Xã Tân Lập họp\n\n{PARAGRAPH}\n\n{FURTHER}\n\nBài viết trước: Thôn Đồi đào giếng\nNext: Lịch gặt vụ mùa"
    );
    assert_eq!(portal(&text), ["Bài viết trước: Thôn Đồi đào giếng\nNext: Lịch gặt vụ mùa"]);
    let told = format!(
        "Xã Tân Lập họp\n\n{PARAGRAPH}\n\nBài viết trước đây của chị về giếng làng được nhiều người đọc."
    );
    assert!(portal(&told).is_empty());
}

#[test]
fn what_a_page_counts_of_its_readers_is_the_portals() {
    let title = "Xã Tân Lập ra quân làm sạch đường làng ngõ xóm";
    for (stamp, counted) in [
        ("02/3/2024 | 147 lượt xem", "147 lượt xem"),
        ("Ngày đăng: 02-3-2024    Số lần đọc: 86", "Số lần đọc: 86"),
        ("Tháng Ba 2, 2024\tno comments\tby Admin", "no comments\tby Admin"),
        ("Thứ Ba - 02/03/2024 08:15   👁 69   💬 0", "👁 69   💬 0"),
        ("Thích 3  Chia sẻ  Lưu bài", "Thích 3  Chia sẻ  Lưu bài"),
    ] {
        assert_eq!(headed(&format!("{title}\n{stamp}")).1, [counted]);
    }
    let text = format!("{title}\n\n{PARAGRAPH}\n\n{FURTHER}\n\nBTG - TÂN LẬP\n\n👍 51   💬 4   ↗ 11");
    assert_eq!(portal(&text), ["👍 51   💬 4   ↗ 11"]);
    let told =
        format!("{title}\n\n{PARAGRAPH}\n\nNăm 2024, trang của xã có 1.200 lượt xem.\n\n19\n\n{FURTHER}");
    assert!(portal(&told).is_empty());
}

#[test]
fn an_outlets_tag_may_stand_before_the_day_alone() {
    let title = "Xã Tân Lập ra quân làm sạch đường làng ngõ xóm";
    assert_eq!(headed(&format!("{title}\nTTL.VN - Thứ Bảy, 02/03/2024 06:45")).1, ["TTL.VN - "]);
    assert!(headed(&format!("{title}\nTân Lập - Thứ Bảy, 02/03/2024 06:45")).1.is_empty());
}

#[test]
fn a_camera_and_whose_picture_it_is_show_a_caption() {
    let shown = |last: &str| {
        captions(&format!("Xã Tân Lập họp\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{last}\n\n{PARAGRAPH}"))
    };
    assert_eq!(
        shown("📷 Các thôn ký giao ước thi đua năm 2024"),
        ["📷 Các thôn ký giao ước thi đua năm 2024"]
    );
    assert_eq!(shown("Tổ 4 gặt lúa giúp gia đình neo người\nPhoto by: Lan Anh").len(), 2);
    assert!(shown("🏆 Các thôn ký giao ước thi đua năm 2024").is_empty());
    assert!(shown("📷 Các thôn đã ký giao ước. Mỗi thôn chọn một việc khó để làm.").is_empty());
}

#[test]
fn who_signs_above_the_portals_part_is_no_caption() {
    let signed = |last: &str| {
        let text =
            format!("Xã Tân Lập họp\n\n{PARAGRAPH}\n\n{FURTHER}\n{last}\nThống kê truy cập: Hôm nay: 19");
        let reading = told(&text);
        (reading.meta.author.map(|a| a.value), reading.captions.len())
    };
    assert_eq!(signed("Lê Thị Mai - Trung tâm VH-TT"), (Some("Lê Thị Mai".to_owned()), 0));
    assert_eq!(signed("Lê Thị Mai - Bí thư Đoàn xã").0, None);
}

#[test]
fn who_signs_a_pledge_or_takes_part_in_a_contest_is_shown() {
    let below = |last: &str| {
        captions(&format!("Xã Tân Lập họp\n\n{PARAGRAPH}\n\n{FURTHER}\n\nToàn cảnh hội nghị\n{last}"))
    };
    for shown in ["Đại diện các thôn ký giao ước năm 2024", "TS. Lê Văn Bình tham quan vườn mẫu của thôn Đồi"]
    {
        assert_eq!(below(shown), ["Toàn cảnh hội nghị", shown]);
    }
    let told = "Đại diện các thôn đã ký giao ước năm 2024. Mỗi thôn chọn một việc khó để làm.";
    assert_eq!(below(told), ["Toàn cảnh hội nghị"]);
}

#[test]
fn a_title_shown_again_and_again_is_the_portals() {
    let link = "Khai mạc hội thao mừng Đảng, mừng Xuân";
    let text = |times: usize| {
        let box_of_links = vec![link; times].join("\n");
        format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{box_of_links}")
    };
    assert_eq!(portal(&text(3)), [[link; 3].join("\n")]);
    assert!(portal(&text(2)).is_empty());
    assert_eq!(
        portal(&format!("{}\n\nTin tức nổi bật\n{link}", text(0))),
        [format!("Tin tức nổi bật\n{link}")]
    );
}
