//! Names and posts: names of the highlands, ranks, posts told before a comma or above a signature.
//!
//! Not here: posts in rows of guests (`posts`).

use crate::told::{PARAGRAPH, told};

/// Name and role of everybody in a sentence behind a paragraph.
fn people(sentence: &str) -> Vec<(String, String)> {
    let text = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}");
    told(&text).people.into_iter().map(|p| (p.name, p.role.unwrap_or_default())).collect()
}

fn own(name: &str, role: &str) -> (String, String) {
    (name.to_owned(), role.to_owned())
}

#[test]
fn names_of_the_highlands_are_read_beside_an_address_or_a_post() {
    assert_eq!(
        people("Bà H'Mai Niê, Chủ tịch Hội LHPN xã kể chuyện giữ rừng, cả buôn cùng nghe."),
        [own("H'Mai Niê", "Chủ tịch Hội LHPN xã")]
    );
    assert_eq!(
        people("Thiếu tá A Sơr, Trưởng Công an xã kể rằng đường vào làng còn xa."),
        [own("A Sơr", "Trưởng Công an xã")]
    );
    assert_eq!(
        people("Nghệ nhân Ưu tú Bo Bo Sang dạy lũ trẻ đánh chiêng mỗi tối thứ Bảy."),
        [own("Bo Bo Sang", "Nghệ nhân Ưu tú")]
    );
    assert!(people("Lớp 9A Trường Tân Lập trồng xong vườn rau.").is_empty());
}

#[test]
fn who_holds_a_post_may_stand_behind_its_comma() {
    assert_eq!(
        people("Chủ tịch Công đoàn công ty, bà Trần Thị Mận bàn thêm chuyện trồng cây quanh nhà xưởng."),
        [own("Trần Thị Mận", "Chủ tịch Công đoàn công ty")]
    );
    assert_eq!(
        people("Đồng chí Chính trị viên tiểu đoàn, Đại úy Nông Văn Sáng cho biết ao cá đã đào xong."),
        [own("Nông Văn Sáng", "Chính trị viên tiểu đoàn")]
    );
    assert_eq!(
        people("Đại tá Phan Văn Sáng (nghỉ hưu), Chủ tịch Hội, mở sổ đọc tên từng nhà vườn."),
        [own("Phan Văn Sáng", "Chủ tịch Hội")]
    );
}

#[test]
fn squads_ranks_and_capitals_are_read() {
    assert_eq!(
        people(
            "Trung sĩ Trần Văn Sáng, Tiểu đội trưởng Tiểu đội 2, Đại đội 5, trồng giàn bầu đầu tiên của đơn vị."
        ),
        [own("Trần Văn Sáng", "Tiểu đội trưởng Tiểu đội 2, Đại đội 5")]
    );
    assert_eq!(
        people("Về dự có ông HOÀNG VĂN SÁNG, Thứ trưởng Bộ Nội vụ; ai cũng khen vườn cây của xã."),
        [own("HOÀNG VĂN SÁNG", "Thứ trưởng Bộ Nội vụ")]
    );
    let signed =
        told(&format!("BÁO CÁO\nVườn rau đơn vị\n\n{PARAGRAPH}\n\nCHÍNH TRỊ VIÊN\nTrung tá Giàng A Sáng"));
    let signed: Vec<_> = signed.people.into_iter().map(|p| (p.name, p.role.unwrap_or_default())).collect();
    assert_eq!(signed, [own("Giàng A Sáng", "CHÍNH TRỊ VIÊN")]);
}

#[test]
fn a_slip_in_a_name_is_read_over_and_a_troupe_is_nobody() {
    let names = |text: &str| told(text).people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    assert_eq!(
        names("Đồng chí Hoàng Thị thu Hà, Phó Bí thư Tỉnh ủy chủ trì phiên họp."),
        ["Hoàng Thị thu Hà"]
    );
    assert!(names("Đoàn Văn công Quân khu 4 biểu diễn; Đoàn Văn nghệ Công an tỉnh Lạc Thủy hát.").is_empty());
    assert!(names("Đoàn dâng hương tại nghĩa trang liệt sĩ Bắc Sơn.").is_empty());
}

#[test]
fn whoever_signs_a_paper_is_one_of_its_people() {
    let signed = |above: &str| {
        let text = format!("BÁO CÁO\ntổng kết năm\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{above}\nLê Thị Bình\n");
        told(&text).people.into_iter().map(|p| (p.name, p.role.unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(signed("HIỆU TRƯỞNG\n(Đã ký)"), [own("Lê Thị Bình", "HIỆU TRƯỞNG")]);
    let board = signed("TM. BAN TỔ CHỨC\nTRƯỞNG BAN\nPhó Bí thư Đảng ủy Khối");
    assert_eq!(board, [own("Lê Thị Bình", "Phó Bí thư Đảng ủy Khối")]);
    assert!(signed("").is_empty());
}

#[test]
fn a_name_cut_short_is_the_same_person_and_a_street_is_nobody() {
    assert_eq!(people("Bà Lê Thị Kim Hoa mở đầu. Bà Kim Hoa kể chuyện làng."), [own("Lê Thị Kim Hoa", "")]);
    let two = people("Bà Lê Thị Kim Hoa mở đầu. Ông Văn Hoa, Trưởng thôn, kể chuyện làng.");
    assert_eq!(two, [own("Lê Thị Kim Hoa", ""), own("Văn Hoa", "Trưởng thôn")]);
    assert_eq!(people("Bà Lâm Thị Lan ở hẻm 115 Trần Kế Xương đến sớm."), [own("Lâm Thị Lan", "")]);
    assert_eq!(people("Ông Kim Sơn Thái đến sớm, người huyện Kim Sơn."), [own("Kim Sơn Thái", "")]);
}

#[test]
fn of_what_somebody_is_the_head_and_where_he_lives_belong_to_his_post() {
    assert_eq!(
        people("Tổ trưởng dây chuyền Lê Thị Bình kể lại."),
        [own("Lê Thị Bình", "Tổ trưởng dây chuyền")]
    );
    assert_eq!(people("Giám đốc công ty thưởng chị Lê Thị Bình một tháng lương."), [own("Lê Thị Bình", "")]);
    let home = "Ông Phạm Văn Tư, 68 tuổi, ấp Phước Đồi, xã Tân Lập cùng bà con làm cầu.";
    assert_eq!(people(home), [own("Phạm Văn Tư", "ấp Phước Đồi, xã Tân Lập")]);
}

#[test]
fn how_old_somebody_is_is_no_part_of_where_he_lives() {
    let lives = "Cụ Nguyễn Thị Nga - thôn Đồi, xã Tân Lập năm nay 83 tuổi, vẫn góp gạo.";
    assert_eq!(people(lives), [own("Nguyễn Thị Nga", "thôn Đồi, xã Tân Lập")]);
}

#[test]
fn a_bracket_says_where_somebody_comes_from() {
    assert_eq!(people("Giải Nhì thuộc về chị Lê Thị Bình (Giồng Đôi)."), [own("Lê Thị Bình", "Giồng Đôi")]);
    let group = people("Ngồi cạnh là ông Lê Văn Tư (tổ xe ôm phường 9), người bắt cướp.");
    assert_eq!(group, [own("Lê Văn Tư", "tổ xe ôm phường 9")]);
    for other in ["(Tư Liêm)", "(21 tuổi)", "(ngoài cùng bên trái)", "(Ảnh: Minh An)"] {
        let text = format!("Bà con mến ông Lê Văn Tư {other} đã lâu.");
        assert_eq!(people(&text).first().map(|p| p.1.as_str()), Some(""), "{other}");
    }
}
