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
        let all = wanting(&last);
        // What only says that they come is none of them.
        assert!(all.len() >= 2 && last.ends_with(&all.join(" ")), "{all:?}");
    }
    let fine = "Tuy nhiên, mùa này nước về sớm nên bà con cấy xong trước hẹn và còn giúp được thôn bên.";
    assert!(wanting(fine).is_empty());
    let asked = "Tuy nhiên, ông Lê Văn Bình đề nghị thôn Đồi không để giếng hỏng chậm sửa như mọi năm.";
    assert!(wanting(asked).is_empty());
}

#[test]
fn who_admits_them_tells_them_with_what_goes_on() {
    let admitted = "Ông Lê Văn Bình, Trưởng thôn Đồi thừa nhận đội trông nước mỏng, chỉ có hai người già. Nguyên nhân do trai tráng đi làm xa.";
    assert_eq!(
        wanting(admitted),
        ["đội trông nước mỏng, chỉ có hai người già.", "Nguyên nhân do trai tráng đi làm xa."]
    );
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

#[test]
fn who_looks_back_finds_work_wanting() {
    for last in [
        "Nhìn lại, phong trào trồng cây ở các thôn vẫn chưa đều, công tác kiểm tra còn mỏng.",
        "Đánh giá chung, năng suất của hai đội gặt còn thấp, hụt 4% kế hoạch.",
        "Tình trạng đổ rác ra bờ mương chưa được xử lý dứt điểm.",
        "Tỷ lệ hộ dùng nước sạch mới đạt 41%, thấp hơn mục tiêu của năm.",
        "Song, sổ mượn giống còn phân tán ở ba thôn, ghi chậm; còn 12 phiếu quá hạn.",
    ] {
        assert_eq!(wanting(last), [last]);
    }
    for fine in [
        "Nhìn lại, phong trào trồng cây ở các thôn đã đều tay, công tác kiểm tra không còn nể nang.",
        "Tỷ lệ hộ nghèo của xã còn thấp và giảm đều trong ba năm.",
        "Tỷ lệ hộ nghèo chỉ đạt 1,2%, thấp hơn mục tiêu của năm.",
        "Bên cạnh đó, nợ quá hạn chỉ có 0,1% và không hộ nào trả muộn.",
    ] {
        assert!(wanting(fine).is_empty(), "{fine}");
    }
}

#[test]
fn who_sees_a_lack_may_tell_it_in_one_clause() {
    for last in [
        "Bà cũng nhìn nhận, hoạt động của vài tổ ở ven đê chưa đều, việc mời người trẻ còn khó.",
        "Ông Lê Văn Bình nói thẳng: Kinh phí sửa giếng chủ yếu đi xin, chưa có nguồn ổn định.",
        "“Song, cũng phải thấy là người trẻ dự thi quá ít, chỉ có sáu em”, ông Bình nói.",
    ] {
        assert_eq!(wanting(last).len(), 1, "{last}");
    }
    assert!(
        wanting("Bà cũng nhìn nhận, hoạt động của các tổ ở ven đê nay đã đều và vui hơn trước.").is_empty()
    );
}

#[test]
fn what_is_asked_for_below_them_is_none() {
    let text = format!(
        "Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\nNHÌN THẲNG HẠN CHẾ\nMột số chi bộ còn xem nhẹ việc ghi sổ, bản \
         đăng ký còn sơ sài.\nBí thư Đảng ủy xã Lê Văn Bình đề nghị: các cấp ủy phải bỏ cách làm hình thức, qua loa và mỗi quý \
         làm xong một việc."
    );
    let reading = told(&text);
    assert_eq!(reading.limitations.len(), 1);
    assert!(reading.limitations[0].mention.source.ends_with("sơ sài."));
}

#[test]
fn a_heading_says_that_they_come_and_one_that_they_are_over() {
    let read = wanting(
        "Chỗ còn vướng\n\nNước về ruộng cuối làng chậm, có hôm chưa tới. Kênh đất sạt. Máy bơm cũ lắm.",
    );
    assert_eq!(read.len(), 3, "{read:?}");
    for fine in [
        "Gỡ điểm nghẽn\n\nXã mở sáu cây cầu, nước về chậm nay đã thông. Bà con chưa khi nào vui thế.",
        "Chuyện còn dở\n\nCả làng trồng được hai giàn bầu. Đường đã sạch.",
    ] {
        assert!(wanting(fine).is_empty(), "{fine}");
    }
}

#[test]
fn an_answer_tells_them_when_the_question_asks_after_them() {
    let read = wanting(
        "PV: Điều gì khiến bác còn băn khoăn?\n- Nhiều chứ. Vốn ít, giống chậm về. Người trẻ đi làm xa cả. Mong huyện cho vay thêm.",
    );
    assert!(read.first().is_some_and(|l| l == "Vốn ít, giống chậm về."), "{read:?}");
    for fine in [
        "PV: Bác đã vượt qua khó khăn ấy ra sao?\n- Tôi vay thêm giống, chưa đủ thì mượn hàng xóm. Rồi cũng xong.",
        "PV: Khó khăn lớn nhất của đội là gì?\n- Không có gì khó cả. Cả đội cùng làm, chưa ai bỏ buổi nào.",
    ] {
        assert!(wanting(fine).is_empty(), "{:?}", wanting(fine));
    }
}

#[test]
fn a_short_sentence_or_a_noun_before_a_colon_opens_them() {
    let short = wanting(
        "Cũng có chuyện chưa vui. Cầu làm hồi trước nay mục, đội không đủ tiền thay. Lớp trẻ chưa ai học nghề.",
    );
    assert_eq!(short.len(), 2, "{short:?}");
    let noun = wanting(
        "Thầy hiệu trưởng nói về những điều chưa làm được: phòng học còn thiếu, vài lớp ngại đổi mới.",
    );
    assert_eq!(noun, ["phòng học còn thiếu, vài lớp ngại đổi mới."]);
    let fine = "Ông không còn nỗi lo nào. Cầu mới vững, chưa ai phải sửa.";
    assert!(wanting(fine).is_empty());
}

#[test]
fn what_is_hard_is_named_before_it_is_told() {
    for text in [
        "Cái khó hiện nay là kinh phí hạn hẹp, mỗi thôn một năm được hai triệu đồng cho phong trào.",
        "Theo bà Lan, khâu yếu nhất là kiểm tra, cả năm mới kiểm tra được 3/24 chi bộ, dưới mức quy định.",
        "Bí thư Đảng ủy không ngại nói ra chỗ yếu: vài chi bộ họp cho đủ buổi, bản đăng ký na ná nhau.",
    ] {
        assert_eq!(wanting(text).len(), 1, "{text}");
    }
    for text in [
        "Cái khó ló cái khôn, bà con đào giếng ngay giữa ruộng, mùa khô không ai phải chở nước nữa.",
        "Khó khăn là thế nhưng chưa ai bỏ cuộc, cả làng vẫn cùng nhau làm xong con đường trước Tết.",
        "Ông Bình không giấu niềm vui khi giếng làng chưa cạn, nước chưa đục.",
    ] {
        assert!(wanting(text).is_empty(), "{:?}", wanting(text));
    }
}

#[test]
fn those_who_do_not_do_their_part_are_counted() {
    for text in [
        "Trong khi đó, 5 thôn vùng cao chưa có vườn rau nào, cán bộ thôn ngại họp.",
        "Trong số 40 mô hình, có 9 mô hình hoạt động cầm chừng, 3 mô hình đã dừng.",
        "Tỷ lệ người lao động trực tiếp được khen mới 31%, chưa đạt mức 50% theo hướng dẫn.",
    ] {
        assert_eq!(wanting(text).len(), 1, "{text}");
    }
    for text in [
        "Hội phụ nữ giúp 12 hộ chưa có giàn bầu, mỗi hộ một giàn.",
        "Trong số 40 mô hình, có 9 mô hình được tỉnh khen, 3 mô hình được nhân rộng.",
        "Đến nay cả xã chỉ còn 11 hộ nghèo, giảm 30 hộ so với năm trước.",
    ] {
        assert!(wanting(text).is_empty(), "{:?}", wanting(text));
    }
}

#[test]
fn one_word_adds_to_them_where_nothing_was_done() {
    let read = wanting(
        "Báo cáo chỉ rõ, một số chi bộ còn khoán trắng cho cán bộ thôn, sổ sách sơ sài. Có hai thôn chưa cử người trông nước. \
         Từ đầu năm, xã đã khen 12 người. Chưa bao giờ làng vui thế.",
    );
    assert_eq!(read.len(), 2, "{read:?}");
    assert!(read.iter().all(|l| !l.contains("chỉ rõ")), "{read:?}");
    let lines = wanting(
        "Ông Bình thừa nhận cách xét khen ở vài thôn còn nể nang.\nCó thôn khen 21 người nhưng chỉ 2 người là dân làm ruộng.\nBà con vui vẻ ra về.",
    );
    assert_eq!(lines.len(), 2, "{lines:?}");
    let asked = wanting(
        "Bên cạnh ưu điểm, có đội còn diễn quá đà, vượt thời gian. Ban tổ chức đề nghị các đội rút kinh nghiệm.",
    );
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[test]
fn what_is_left_or_done_by_halves_is_wanting() {
    for text in [
        "Vi phạm nồng độ cồn tuy giảm nhưng vẫn còn 3 trường hợp là đoàn viên.",
        "Riêng việc kết nạp đảng viên ở thôn bản đạt thấp, được 6/15 chỉ tiêu.",
        "Hội còn lúng túng khi tập hợp thanh niên đi làm ăn xa.",
        "Mặt hạn chế là số người trực tiếp sản xuất được khen còn thấp.",
        "Tiếc là mô hình hay nhưng chưa nhân rộng được, mới dừng ở hai thôn.",
    ] {
        assert_eq!(wanting(text).len(), 1, "{text}");
    }
    for text in [
        "Dù tuổi cao nhưng ông vẫn còn khỏe, ngày nào cũng ra đồng.",
        "Riêng việc kết nạp đảng viên ở thôn bản đạt cao, được 16/15 chỉ tiêu.",
        "Chị Lan chưa có chồng, sống cùng mẹ già, ngày nào cũng dậy từ bốn giờ sáng ra đồng.",
    ] {
        assert!(wanting(text).is_empty(), "{:?}", wanting(text));
    }
}
