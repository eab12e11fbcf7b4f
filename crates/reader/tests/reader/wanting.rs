//! Shortcomings told in running text: where they begin, what goes on with them, and what is none.
//!
//! Not here: parts of reports with headings (`reports`).

use crate::told::{FURTHER, PARAGRAPH, told};

/// The shortcomings of a paragraph behind two others.
fn wanting(last: &str) -> Vec<String> {
    let text = format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{last}");
    told(&text).limitations.into_iter().map(|l| l.mention.source).collect()
}

#[test]
fn a_turn_opens_them_whatever_its_words() {
    for opening in [
        "Dẫu vậy, không phải thôn nào cũng vui.",
        "Đáng tiếc, có thôn còn đứng ngoài.",
        "Thế nhưng chuyện chưa trọn.",
    ] {
        let last = format!(
            "{opening} Giếng làng Đồi hỏng từ mùa xuân, hẹn ba lần mới sửa. Sổ mượn giống của hai thôn chỉ có vài trang."
        );
        assert_eq!(wanting(&last), [last.as_str()], "{opening}");
    }
    let fine = "Tuy nhiên, mùa này nước về sớm nên bà con cấy xong trước hẹn và còn giúp được thôn bên.";
    assert!(wanting(fine).is_empty());
    let asked = "Tuy nhiên, ông Lê Văn Bình đề nghị thôn Đồi không để giếng hỏng chậm sửa như mọi năm.";
    assert!(wanting(asked).is_empty());
}

#[test]
fn who_admits_them_tells_them_with_what_goes_on() {
    let admitted = "Ông Lê Văn Bình, Trưởng thôn Đồi thừa nhận đội trông nước mỏng, chỉ có hai người già. Nguyên nhân do trai tráng đi làm xa.";
    assert_eq!(wanting(admitted), [admitted]);
    let plain =
        "Bà Trần Thị Lan: “Cả làng cùng lo”, rồi thẳng thắn: sổ giống ghi chậm, giàn bầu chưa ai dựng.";
    assert_eq!(wanting(plain).len(), 1);
    let told = "Bà Trần Thị Lan cho biết chi hội chưa nghỉ buổi nào, năm nay trồng được hai giàn bầu.";
    assert!(wanting(told).is_empty());
    let frank = "Bà con đặt câu hỏi thẳng thắn, tập trung vào chuyện nước chậm về và giếng chưa sâu.";
    assert!(wanting(frank).is_empty());
}

#[test]
fn a_line_that_names_shortcomings_tells_no_later_paragraph() {
    let read = wanting(&format!(
        "Tuy vậy, phong trào vẫn còn một số hạn chế như: số hộ đăng ký nhiều nhưng số hộ đạt còn thấp; vốn vay chưa đáp ứng nhu cầu.\n\n\
         Giai đoạn 2021-2026, hội phấn đấu mỗi năm có trên 65% số hộ đăng ký, từ 50% số hộ trở lên đạt danh hiệu.\n\n{PARAGRAPH}"
    ));
    assert!(read.len() == 1 && read.iter().all(|t| !t.contains("phấn đấu")), "{read:?}");
}

#[test]
fn shortcomings_named_with_such_as_are_told_from_their_name_on() {
    let read = wanting(
        "Tại phiên họp, các thành viên cũng nêu những hạn chế như hồ sơ của một số thôn còn sơ sài, báo cáo chép lại của năm trước.",
    );
    assert!(read.len() == 1 && read.iter().all(|t| t.starts_with("những hạn chế như hồ sơ")), "{read:?}");
    let said = wanting(
        "Nhiều ý kiến cho rằng việc tập hợp phụ nữ trẻ còn chậm; sinh hoạt chi hội có nơi chưa hấp dẫn, hai chỉ tiêu khó đạt.",
    );
    assert_eq!(said.len(), 1, "{said:?}");
}

#[test]
fn what_was_mended_or_is_denied_is_no_shortcoming() {
    for text in [
        "Nhờ có sự chỉ đạo sát sao, các hạn chế như thiếu vốn, thiếu giống đã được giải quyết dứt điểm trong năm.",
        "Nhiều đại biểu cho rằng không nơi nào thiếu vốn, không còn hộ nào chậm trả nợ, phong trào lan tỏa.",
    ] {
        assert!(wanting(text).is_empty(), "{:?}", wanting(text));
    }
}

#[test]
fn what_is_thin_scattered_or_left_over_is_wanting() {
    for text in [
        "Phong trào ở các khu phố vẫn chưa đều tay, công tác tuyên truyền gương người tốt còn mỏng.",
        "Tình trạng lấn chiếm vỉa hè chưa xử lý dứt điểm.",
        "Song, kho tư liệu còn phân tán ở 3 nơi, còn 64 hồ sơ chưa được số hóa.",
    ] {
        assert_eq!(wanting(text).len(), 1, "{text}");
    }
    assert!(wanting("Tình trạng lấn chiếm vỉa hè đã được xử lý dứt điểm.").is_empty());
    assert!(wanting("Hội tặng xe lăn cho 5 hộ có nhà xuống cấp trong dịp Tết.").is_empty());
}
