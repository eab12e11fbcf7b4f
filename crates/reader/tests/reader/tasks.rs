//! Where tasks begin and end: what is asked, wished, said and intended, on sentences made up for them.
//!
//! Not here: reports with headings (`reports`).

use crate::told::{FURTHER, PARAGRAPH, tasks, told};

/// The paragraph behind two others, where a report turns to what comes.
fn at_the_end(last: &str) -> Vec<String> {
    tasks(&format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{PARAGRAPH}\n\n{last}"))
}

#[test]
fn a_wish_is_a_task_for_bodies_not_for_those_honoured() {
    let asked = at_the_end(
        "Bà Trần Thị Lan mong muốn lực lượng dân quân tiếp tục giữ vững nền nếp, giúp dân làm đường và trồng cây ở các thôn.",
    );
    assert!(asked.first().is_some_and(|t| t.starts_with("mong muốn lực lượng")), "{asked:?}");
    let honoured = at_the_end(
        "Bà Trần Thị Lan mong muốn các đồng chí tiếp tục mạnh khỏe, vui vẻ cùng con cháu và góp nhiều ý hay cho xã nhà.",
    );
    assert!(honoured.is_empty(), "{honoured:?}");
    assert!(
        at_the_end(
            "Hội thi được tổ chức với mong muốn đơn vị nào cũng phải chăm lo phong trào văn nghệ của mình."
        )
        .is_empty()
    );
}

#[test]
fn a_comma_behind_the_verb_makes_no_noun_of_it() {
    let asked = at_the_end(
        "Ông Lê Văn Bình cũng đề nghị, hội làm vườn xã cần chú trọng giống mới, mở thêm lớp dạy nghề cho bà con.",
    );
    assert_eq!(asked.len(), 1);
}

#[test]
fn those_addressed_must_do_further_things_in_the_next_paragraph() {
    let asked = at_the_end(
        "Ông Lê Văn Bình đề nghị các thôn tiếp tục giữ sạch đường làng, trồng thêm hoa hai bên đường và thu gom rác mỗi tuần \
         hai buổi.\n\nCác hội, đoàn thể cần cử người giúp các cụ già neo đơn sửa lại nhà trước mùa mưa.",
    );
    assert!(asked.len() == 1 && asked.iter().all(|t| t.ends_with("mùa mưa.")), "{asked:?}");
}

#[test]
fn points_with_numbers_go_on_with_the_tasks() {
    let asked = at_the_end(
        "Đảng ủy xã yêu cầu các chi bộ triển khai thực hiện ngay một số nhiệm vụ sau:\n\n1. Rà soát lại số hộ còn ở nhà tạm trong \
         từng thôn.\n\n2. Báo cáo mỗi tháng gửi một lần về văn phòng.",
    );
    assert!(asked.len() == 1 && asked.iter().all(|t| t.ends_with("văn phòng.")), "{asked:?}");
}

#[test]
fn paragraphs_that_explain_a_point_stand_between_it_and_the_next() {
    let asked = at_the_end(
        "Đảng ủy xã đề nghị các chi bộ thực hiện một số nội dung sau:\n\n1. Phổ biến tập sách mới đến từng đảng viên của chi \
         bộ.\n\nNgười đọc mở trang của thư viện rồi gõ tên sách vào ô tìm, không phải đăng nhập.\n\n2. Đưa việc đọc sách vào báo \
         cáo hằng năm.\n\nSách do thư viện tỉnh in, đã có ở nhà văn hóa.",
    );
    assert!(asked.len() == 1 && asked.iter().all(|t| t.ends_with("báo cáo hằng năm.")), "{asked:?}");
}

#[test]
fn what_is_said_behind_a_colon_begins_with_the_work() {
    let said = at_the_end(
        "Phát biểu tại hội nghị, Chủ tịch UBND xã Lê Văn Bình nhấn mạnh: Tiếp tục giữ gìn nền nếp đã có, các thôn làm sạch \
         đường làng, trồng thêm hoa và sửa lại những đoạn mương bị vỡ trước mùa mưa năm nay.",
    );
    assert!(said.first().is_some_and(|t| t.starts_with("Tiếp tục giữ gìn")), "{said:?}");
    let must = at_the_end(
        "Việc này, ông Lê Văn Bình lưu ý phải làm xong trước mùa mưa; những đoạn mương bị vỡ thì sửa trước, những đoạn còn lại \
         thì giao cho từng thôn tự làm lấy.",
    );
    assert!(must.first().is_some_and(|t| t.starts_with("phải làm xong")), "{must:?}");
}

#[test]
fn what_a_body_will_do_is_its_task_and_a_pledge_is_none() {
    let will = at_the_end(
        "Vì vậy, xã sẽ tranh thủ sự giúp đỡ của các nhà máy gần đó để làm xong ba cây cầu còn lại.",
    );
    assert!(will.first().is_some_and(|t| t.starts_with("xã sẽ tranh thủ")), "{will:?}");
    assert!(
        at_the_end(
            "Đoàn xã sẽ tiếp tục khẳng định vai trò của mình, xứng đáng với lòng tin yêu của bà con trong xã."
        )
        .is_empty()
    );
}

#[test]
fn a_sentence_that_sets_what_comes_is_told_from_its_beginning() {
    let set = at_the_end(
        "Trước những thuận lợi và khó khăn trong thời gian tới, hội nghị xác định việc chính là làm xong đường vào các thôn, \
         giữ giá nông sản và chăm lo đời sống của những hộ vừa thoát nghèo.",
    );
    assert!(set.first().is_some_and(|t| t.starts_with("Trước những thuận lợi")), "{set:?}");
    let term = at_the_end(
        "Với khẩu hiệu “Trẻ khỏe, vui tươi”, nhiệm kỳ 2025 - 2028, Đoàn xã Tân Lập tiếp tục mở lớp dạy bơi cho trẻ nhỏ, giúp các \
         bạn trẻ vay vốn làm vườn và tổ chức giải bóng chuyền mỗi năm hai lần.",
    );
    assert!(term.first().is_some_and(|t| t.starts_with("nhiệm kỳ 2025")), "{term:?}");
}

#[test]
fn work_handed_to_a_body_and_aims_of_a_school_year_are_tasks() {
    let text = format!(
        "{PARAGRAPH}\n\nÔng cảm ơn mọi người, đồng thời giao Cục Thống kê tiếp tục phối hợp các sở, ban, ngành tập trung hoàn chỉnh các \
         sản phẩm của cuộc điều tra."
    );
    assert_eq!(
        tasks(&text),
        [
            "giao Cục Thống kê tiếp tục phối hợp các sở, ban, ngành tập trung hoàn chỉnh các sản phẩm của cuộc điều tra."
        ]
    );
}

#[test]
fn what_is_to_be_done_for_an_aim_is_a_task_and_what_a_contest_serves_is_none() {
    assert_eq!(
        at_the_end(
            "Để hoàn thành tốt nhiệm vụ năm học mới, ngành giáo dục tiếp tục rà soát, quy hoạch, sắp xếp lại mạng lưới trường, lớp học trên địa \
             bàn tỉnh. Tăng cường bồi dưỡng giáo viên."
        ),
        [
            "ngành giáo dục tiếp tục rà soát, quy hoạch, sắp xếp lại mạng lưới trường, lớp học trên địa bàn tỉnh. Tăng cường bồi dưỡng giáo viên."
        ]
    );
    assert!(
        at_the_end(
            "Hội thao nhằm rút kinh nghiệm trong lãnh đạo công tác quốc phòng trong thời gian tới, góp phần nâng cao chất lượng sẵn sàng chiến \
             đấu và giữ vững an ninh chính trị trên địa bàn toàn huyện."
        )
        .is_empty()
    );
}

#[test]
fn whoever_spoke_before_goes_on_in_the_next_paragraph() {
    let first = "Phát biểu tại hội nghị, ông Lê Văn Bình đề nghị Đảng bộ xã cần tập trung sửa đường, trồng thêm hoa và chăm lo đời sống của những hộ \
                 vừa thoát nghèo.";
    let text = at_the_end(&format!(
        "{first}\n\nĐồng chí cũng lưu ý, xã cần tập trung làm xong ba cây cầu.\n\nĐối với công tác xây dựng Đảng, hội nghị xác định tiếp tục kiện toàn các chi \
         bộ.\n\nDịp này, bà con cùng nhau hát."
    ));
    assert_eq!(text.len(), 1, "{text:?}");
    assert!(text.first().is_some_and(|t| t.ends_with("kiện toàn các chi bộ.")), "{text:?}");
    // Somebody else speaks for himself.
    let other = at_the_end(&format!(
        "{first}\n\nBí thư Huyện ủy Trần Văn Nam đề nghị: Các chi bộ cần tập trung làm xong ba cây cầu và sửa lại những đoạn mương bị vỡ trước mùa mưa."
    ));
    assert_eq!(other.len(), 2, "{other:?}");
}

#[test]
fn what_a_meeting_decides_and_what_its_speaker_charges_are_tasks() {
    let decided = at_the_end(
        "Trên cơ sở bám sát thực tiễn, Nghị quyết xác định tiếp tục giữ vững ổn định sản xuất, nâng cao hiệu quả hoạt động, tối ưu chi phí và bảo \
         đảm việc làm cho người lao động.",
    );
    assert!(decided.first().is_some_and(|t| t.starts_with("Nghị quyết xác định")), "{decided:?}");
    let charged = at_the_end(
        "Phát biểu kết luận, ông Lê Văn Bình đã biểu dương bà con, đồng thời chỉ đạo các đơn vị triển khai thực hiện tốt các hoạt động kỷ niệm sắp tới.",
    );
    assert!(charged.first().is_some_and(|t| t.starts_with("chỉ đạo các đơn vị")), "{charged:?}");
    assert!(
        at_the_end("Đảng ủy đã kết nối với huyện; đồng thời chỉ đạo các đơn vị chủ động kết nối với các thôn để bà con cùng tham gia học tập đông đủ.")
            .is_empty()
    );
}

#[test]
fn what_villages_are_charged_with_and_fronts_are_asked_for_are_tasks() {
    let charged = at_the_end(
        "Chủ tịch Ủy ban nhân dân xã giao các thôn khẩn trương rà soát những đoạn mương bị vỡ và triển khai nạo vét xong trước mùa mưa.",
    );
    assert_eq!(charged.len(), 1, "{charged:?}");
    let asked = at_the_end(
        "Ông cũng đề nghị MTTQ và các đoàn thể làm tốt công tác vận động bà con sửa lại những đoạn đường bị hỏng.",
    );
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[test]
fn what_a_speaker_holds_must_be_done_is_a_task() {
    let text = at_the_end(
        "Tại hội nghị, Bí thư Huyện ủy Trần Văn Nam cho rằng, để thực hiện tốt nghị quyết, huyện cần tập trung đồng bộ các giải pháp trên mọi lĩnh vực \
         và chăm lo đời sống của bà con. Về công tác tư tưởng, cần giải quyết những việc mà bà con ở các thôn đang chờ.",
    );
    assert_eq!(text.len(), 1, "{text:?}");
}

#[test]
fn a_body_that_is_reminded_is_asked_to_work() {
    let asked = at_the_end(
        "Bà Trần Thị Lan nhắc nhở nhà trường cần tăng cường phòng, chống dịch bệnh trong năm học tới.",
    );
    assert!(asked.first().is_some_and(|t| t.starts_with("nhắc nhở nhà trường")), "{asked:?}");
}

#[test]
fn a_paragraph_that_says_it_is_about_shortcomings_is_followed_by_those_that_go_on() {
    let wants = |text: &str| told(text).limitations.into_iter().map(|l| l.mention.source).collect::<Vec<_>>();
    let text = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nVề hạn chế, công an còn một số thiếu sót như xác minh tin báo còn chậm.\nPhía viện kiểm sát chưa nắm được kịp thời, đầy đủ các thông tin, vẫn còn thụ động chờ kết quả.\nThời gian tới, hai bên tăng cường phối hợp trong việc cung cấp chứng cứ và trao đổi thông tin hằng tuần."
    );
    let all = wants(&text);
    assert_eq!(all.len(), 2);
    assert!(all[0].starts_with("Về hạn chế") && all[1].ends_with("chờ kết quả."), "{all:?}");
    let text = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nThu thuế đạt kế hoạch, tuy nhiên cũng có mặt trì trệ như bất động sản."
    );
    assert_eq!(wants(&text), ["tuy nhiên cũng có mặt trì trệ như bất động sản."]);
    let text = format!(
        "Tân Lập họp\n\n{PARAGRAPH}\n\nHội nghị phân tích nguyên nhân những mặt còn tồn tại và tìm giải pháp mới."
    );
    assert!(wants(&text).is_empty());
}

#[test]
fn what_a_matter_demands_is_no_demand_of_anybody() {
    let text = "Tình hình đặt ra yêu cầu cao đối với công tác bảo đảm an ninh, đòi hỏi các bên tiếp tục phối hợp chặt chẽ.";
    assert!(at_the_end(text).is_empty(), "{:?}", at_the_end(text));
    let text = "Trong những ngày tới, tuổi trẻ thành phố tiếp tục tổ chức các đợt dọn vệ sinh và phát khẩu trang miễn phí.";
    assert_eq!(at_the_end(text).len(), 1);
}

#[test]
fn what_somebody_gets_and_what_is_hoped_for_is_no_task() {
    for text in [
        "Trong năm 2019, công tác vận động hiến máu tiếp tục nhận được sự quan tâm của các cấp ủy đảng và nhân dân trong tỉnh.",
        "Hy vọng thời gian tới, nhà trường tiếp tục nhận được sự quan tâm, hỗ trợ của các cơ quan, đơn vị trong tỉnh.",
    ] {
        assert!(at_the_end(text).is_empty(), "{:?}", at_the_end(text));
    }
}

#[test]
fn what_a_meeting_agrees_to_go_on_with_is_a_task() {
    let text = "Hội nghị thống nhất tiếp tục triển khai đồng bộ các giải pháp hỗ trợ doanh nghiệp, đẩy mạnh sản xuất trong tỉnh.";
    assert_eq!(at_the_end(text), [text]);
}

#[test]
fn work_that_is_behind_its_plan_is_a_shortcoming() {
    let text = format!(
        "Báo cáo\n\n{PARAGRAPH}\n\nNhiệm vụ còn chậm tiến độ: Ban Thanh tra nhân dân phường chưa ban hành kế hoạch giám sát năm nay."
    );
    assert_eq!(told(&text).limitations.len(), 1);
}

#[test]
fn what_somebody_stresses_that_a_body_must_do_and_tasks_behind_a_colon_are_tasks() {
    let text = "Phát biểu tại hội nghị, Đại tá Trần Văn Bình, Phó Cục trưởng, nhấn mạnh Công an các xã cần triển khai đồng bộ các giải pháp giữ gìn \
                an ninh trật tự ở cơ sở, an ninh kinh tế.";
    let all = at_the_end(text);
    assert_eq!(all.len(), 1);
    assert!(all[0].contains("Công an các xã cần triển khai"), "{all:?}");
    let behind = "Thực hiện các chỉ tiêu kế hoạch; đẩy mạnh bảo vệ rừng, phòng cháy và chữa cháy rừng trên địa bàn toàn tỉnh.";
    let text = format!(
        "Đoàn kiểm tra công tác năm của các đơn vị, tập trung vào các nhiệm vụ trọng tâm sau: {behind}"
    );
    assert_eq!(at_the_end(&text), [behind]);
}

#[test]
fn what_a_body_sets_itself_and_goes_on_to_do() {
    let cases = [
        "Nhiệm kỳ tới, chi bộ nhà trường đã đề ra mục tiêu tiếp tục lãnh đạo các đoàn thể hoàn thành tốt nhiệm vụ, xây dựng đội ngũ đảng viên vững vàng về chuyên môn.",
        "Ba khâu đột phá được Đại hội xác định gồm: tham gia sâu vào chuỗi cung ứng; đẩy mạnh áp dụng công nghệ số nhằm nâng cao hiệu quả; nghiên cứu sản phẩm mới.",
        "Bước vào năm học mới 2026 - 2027, phát huy những kết quả đạt được, nhà trường tiếp tục nêu cao tinh thần đoàn kết, đổi mới, thực hiện tốt nhiệm vụ của ngành.",
        "Các đơn vị, địa phương cần làm tốt việc tổ chức Tết trồng cây hằng năm; tăng cường các biện pháp phòng cháy, chữa cháy rừng, chống chặt phá rừng trái phép.",
        "Ông Lê Văn Bình yêu cầu Cục Thống kê chuẩn bị các dữ liệu để phục vụ đại hội, viết các báo cáo phân tích sâu và các báo cáo rút gọn cho từng huyện trong tỉnh.",
    ];
    for last in cases {
        assert_eq!(at_the_end(last).len(), 1, "{last}");
    }
    // What was asked for is an award, and what was reached is told.
    assert!(at_the_end("Ông Lê Văn Bình đề nghị Sở Nội vụ trình tặng Bằng khen cho các tập thể, cá nhân có nhiều đóng góp cho phong trào trong năm năm vừa qua.").is_empty());
    assert!(at_the_end("Bước vào năm học mới, nhà trường đã tiếp tục nêu cao tinh thần đoàn kết và đạt nhiều kết quả trong dạy và học ở tất cả các khối lớp của trường.").is_empty());
}

#[test]
fn sentences_that_find_work_wanting_are_shortcomings() {
    let wanting = |last: &str| -> Vec<String> {
        let text = format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{last}");
        told(&text).limitations.into_iter().map(|l| l.mention.source).collect()
    };
    assert_eq!(
        wanting(
            "Công tác quản lý rừng chưa được quan tâm đúng mức. Việc phối hợp còn chậm. Đường làng đã sạch."
        )
        .len(),
        2
    );
    assert_eq!(
        wanting("Đại hội thẳng thắn nhìn nhận những hạn chế như công tác dự báo chưa sát thực tế.").len(),
        1
    );
    assert_eq!(wanting("Còn 5 tiêu chí chưa đạt là: quy hoạch, thủy lợi, điện, bưu điện và nhà ở.").len(), 1);
    assert!(wanting("Công tác dân vận cần khắc phục tình trạng còn hình thức ở một số nơi.").is_empty());
    assert!(wanting("Công tác dân vận được quan tâm, không còn hạn chế như trước.").is_empty());
}

/// A report of a commune in parts with numbered headings.
const REPORT: &str = "III. ĐÁNH GIÁ CHUNG\n1. Kết quả nổi bật\n- Các thôn giữ vững nền nếp sinh hoạt, đường làng sạch sẽ, bà con phấn khởi.\n\
2. Tồn tại, hạn chế và nguyên nhân\n2.1. Tồn tại, hạn chế\n- Hai thôn chưa lập sổ theo dõi việc họp tổ, nên số liệu gửi muộn.\n\
- Việc trồng hoa hai bên đường chưa đều.\n2.2. Nguyên nhân\n- Cán bộ thôn kiêm nhiều việc.\n\
IV. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM 6 THÁNG CUỐI NĂM 2027\n1. Kiện toàn tổ chức\nTập trung sắp xếp lại các tổ ở 12 thôn.\n\
2. Nâng cao chất lượng sinh hoạt\nMỗi thôn mở một lớp đọc sách.\nGiữ sổ theo dõi từng tháng.\n";

#[test]
fn a_reports_parts_are_told_by_their_numbered_headings() {
    let reading = told(REPORT);
    let short: Vec<_> = reading.limitations.into_iter().map(|t| t.mention.source).collect();
    assert_eq!(
        short,
        [
            "Hai thôn chưa lập sổ theo dõi việc họp tổ, nên số liệu gửi muộn.",
            "Việc trồng hoa hai bên đường chưa đều.",
            "Cán bộ thôn kiêm nhiều việc."
        ]
    );
    assert_eq!(
        tasks(REPORT),
        [
            "Tập trung sắp xếp lại các tổ ở 12 thôn.",
            "Mỗi thôn mở một lớp đọc sách.\nGiữ sổ theo dõi từng tháng."
        ]
    );
}

#[test]
fn parts_may_close_with_a_full_stop_or_a_colon() {
    let text = "Trường Tân Lập họp\nI. KẾT QUẢ\nCác lớp giữ vững nền nếp.\nII. MỤC TIÊU, NHIỆM VỤ NĂM HỌC 2027.\n\
                1. Dạy và học:\n- Mở thêm lớp đọc sách.\n- Phòng học: giữ sạch.\n2. Cây xanh:\n- Trồng hoa.";
    assert_eq!(tasks(text), ["- Mở thêm lớp đọc sách.\n- Phòng học: giữ sạch.", "- Trồng hoa."]);
}

#[test]
fn points_told_in_words_are_one_task() {
    let asked = at_the_end(
        "Ông Lê Văn Bình đề nghị toàn ngành tập trung thực hiện tốt một số nhiệm vụ:\n\nMột là, giữ sạch đường làng và trồng thêm hoa \
         hai bên đường.\n\nHai là, sửa lại những ngôi nhà dột nát trong các thôn.\n\nThứ ba, mở lớp dạy bơi cho trẻ em.",
    );
    assert!(asked.len() == 1 && asked.iter().all(|t| t.ends_with("trẻ em.")), "{asked:?}");
}

#[test]
fn voters_ask_and_bodies_must() {
    let asked = at_the_end(
        "Tại buổi tiếp xúc, cử tri đề nghị phường quan tâm sửa lại mương nước, tiếp tục lát vỉa hè và trồng thêm cây ở các ngõ.",
    );
    assert!(asked.is_empty(), "{asked:?}");
    let asked = at_the_end(
        "Bí thư Đảng ủy phường yêu cầu cả hệ thống chính trị vào cuộc đồng bộ, làm rõ việc của từng người trong vận động bà con.",
    );
    assert_eq!(asked.len(), 1);
    let said = at_the_end(
        "Bí thư Đảng ủy nhấn mạnh tiếp tục giữ gìn nền nếp, tăng cường gặp gỡ bà con và sửa lại những con đường đã xuống cấp \
         trước mùa mưa năm nay.",
    );
    assert_eq!(said.len(), 1);
}

#[test]
fn what_a_speaker_lists_or_says_must_be_done_is_a_task_however_short() {
    let said = |last: &str| at_the_end(last).into_iter().next().unwrap_or_default();
    assert!(
        said("Bà Lan lưu ý một số nhiệm vụ: Tăng cường kiểm tra, giám sát; đẩy mạnh tuyên truyền; biểu dương gương tốt.")
            .starts_with("Tăng cường kiểm tra")
    );
    assert!(
        said("Nhiệm vụ trọng tâm 6 tháng cuối năm: tiếp tục chăm lo đời sống bà con; tổ chức tốt các ngày lễ; giữ đường làng sạch.")
            .starts_with("tiếp tục chăm lo")
    );
    assert!(
        said("Kết luận, bà Lan nhấn mạnh, các cấp ủy cần xác định rõ trách nhiệm người đứng đầu, coi trọng tự phê bình và phê bình.")
            .starts_with("các cấp ủy cần")
    );
    assert!(
        said("Thời gian tới, đề nghị các cấp hội đổi mới nội dung, phương thức hoạt động hướng về cơ sở.")
            .starts_with("Thời gian tới")
    );
}

#[test]
fn what_is_striven_for_in_a_year_and_asked_for_soon_are_tasks() {
    let year = "Năm 2022, Hội phấn đấu phát triển 120 hội viên mới, 100% chi hội đạt vững mạnh, giúp 15 hộ thoát nghèo.";
    assert_eq!(tasks(&format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{year}")), [year]);
    let asked = "Tiếp tục đổi mới nội dung sinh hoạt; quan tâm xây dựng điển hình; kịp thời khen thưởng.";
    let told = format!("Đồng chí Bí thư đề nghị thời gian tới cần: {asked}");
    assert_eq!(tasks(&format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{told}")), [asked]);
}

#[test]
fn aims_missed_and_the_causes_of_shortcomings_are_owned_up_to() {
    let wanting = |text: &str| {
        let told = told(&format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{text}"));
        told.limitations.len()
    };
    assert_eq!(wanting("Bên cạnh đó, vẫn còn 3/15 chỉ tiêu chưa đạt kế hoạch đề ra, nhất là giảm nghèo."), 1);
    assert_eq!(
        wanting("Nguyên nhân của những hạn chế trên là do nhận thức của một số đảng viên chưa đầy đủ."),
        1
    );
    assert_eq!(wanting("Toàn xã có 15/15 chỉ tiêu đạt và vượt kế hoạch đề ra trong năm."), 0);
}

#[test]
fn the_close_of_a_report_is_no_task() {
    let text = "BÁO CÁO\nkết quả năm 2022\n\nI. KẾT QUẢ\n- Xây dựng 15 mô hình.\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023\n1. Tiếp tục quán triệt Kết luận \
                01-KL/TW.\n2. Xây dựng thêm 05 mô hình mới; khen thưởng kịp thời.\nTrên đây là báo cáo của Đảng ủy xã Tân Hòa./.";
    let set = tasks(text);
    assert!(set.len() == 1 && set.iter().all(|t| t.ends_with("khen thưởng kịp thời.")), "{set:?}");
}

#[test]
fn aims_listed_in_the_line_and_a_body_reminded_are_tasks() {
    let aims = "Năm 2024, Đoàn phường đề ra 12 chỉ tiêu, trong đó: 100% chi đoàn có công trình thanh niên; trồng mới 500 cây xanh; giới thiệu \
                ít nhất 10 đoàn viên ưu tú cho Đảng.";
    assert_eq!(tasks(&format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{aims}")), [aims]);
    let asked = "MTTQ xã tiếp tục tổ chức tốt Ngày hội, phát huy vai trò người có uy tín; kịp thời biểu dương những gương điển hình.";
    let told = format!("Ông Cao Xuân Trường, Chủ tịch Ủy ban MTTQ huyện lưu ý: {asked}");
    assert_eq!(tasks(&format!("Hội nghị xã Tân Lập\n\n{PARAGRAPH}\n\n{told}")), [asked]);
}

#[test]
fn what_is_needed_for_a_purpose_and_must_be_made_sure_are_tasks() {
    let needed = "Để đợt cao điểm có hiệu quả, Công an các đơn vị, địa phương cần làm tốt công tác chuẩn bị về lực lượng và phương tiện.";
    assert_eq!(at_the_end(needed), [needed]);
    let told = "Để có vốn, bà con cần cù làm ăn, tiết kiệm từng đồng trong chi tiêu hằng ngày và dựng được nhà mới trong năm.";
    assert!(at_the_end(told).is_empty());
    let said = at_the_end(
        "Ông Lê Văn An nhấn mạnh: công tác huấn luyện phải đảm bảo nội dung, thời gian và quân số cho tất cả các lực lượng.",
    );
    assert!(said.first().is_some_and(|t| t.starts_with("công tác huấn luyện phải đảm bảo")), "{said:?}");
}

#[test]
fn whoever_speaks_asks_whatever_it_is_for() {
    let asked = at_the_end(
        "Ông Lê Văn Bình đề nghị thôn Đồi cử người trông trạm bơm, chia lịch tưới theo xứ đồng và báo cho từng nhà trước một ngày để ai cũng kịp ra đồng.",
    );
    assert!(asked.first().is_some_and(|t| t.starts_with("đề nghị thôn Đồi")), "{asked:?}");
    let matter = at_the_end(
        "Bà Trần Thị Lan cho biết lớp học đã đạt yêu cầu đề ra, học viên làm được giàn mướp, giàn bầu và biết ủ phân cho vườn nhà mình.",
    );
    assert!(matter.is_empty(), "{matter:?}");
}

#[test]
fn words_that_look_ahead_at_the_end_hide_no_asking_before_them() {
    let asked = at_the_end(
        "Bà Trần Thị Lan yêu cầu Hợp tác xã An Bình gom hạt giống tốt, thuê kho khô ráo và lập sổ cho mượn từng nhà trong thời gian tới.",
    );
    assert!(asked.first().is_some_and(|t| t.starts_with("yêu cầu Hợp tác xã")), "{asked:?}");
}

#[test]
fn some_tasks_set_by_a_meeting_are_told_behind_such_as() {
    let set = at_the_end(
        "Đại hội đã đề ra một số nhiệm vụ, giải pháp như : mở lớp dạy nghề mây tre ở các thôn ven sông ; lập tổ đổi công gặt lúa ; giữ sạch hai tuyến mương và trồng hoa dọc đường làng.",
    );
    assert!(set.first().is_some_and(|t| t.starts_with("Đại hội đã đề ra")), "{set:?}");
}

#[test]
fn a_pledge_to_build_on_what_was_reached_is_no_task() {
    let pledge = at_the_end(
        "Công ty Chè Sông Lô sẽ tiếp tục phát huy những gì đã làm được, góp sức cho quê hương ngày một đẹp giàu và cho người trồng chè yên tâm bám đồi.",
    );
    assert!(pledge.is_empty(), "{pledge:?}");
}

#[test]
fn lines_below_an_announced_order_are_the_order() {
    let text = format!(
        "Trung đoàn 5 sơ kết vườn rau\n\n{PARAGRAPH}\n\n{FURTHER}\n\nKết thúc buổi họp, Thượng tá Lê Văn Bình khen các bếp ăn và chỉ đạo:\nCác đại đội làm thêm giàn bầu, giàn mướp quanh sân.\nTiểu đoàn 2 đào xong ao trước mùa mưa, chia lịch gánh nước cho từng trung đội.\nMong rằng vườn xanh quanh năm."
    );
    assert_eq!(
        tasks(&text),
        [
            "Các đại đội làm thêm giàn bầu, giàn mướp quanh sân.\nTiểu đoàn 2 đào xong ao trước mùa mưa, chia lịch gánh nước cho từng trung đội."
        ]
    );
}

#[test]
fn whoever_speaks_hands_work_out() {
    let handed = at_the_end(
        "Ông Lê Văn Bình giao thôn Đồi giữ kho giống, mỗi tháng kiểm lại một lần và báo với hội làm vườn xã trước ngày 25.",
    );
    assert!(handed.first().is_some_and(|t| t.starts_with("giao thôn Đồi")), "{handed:?}");
    let named = at_the_end(
        "Anh Trần Văn Giao là người đưa ra ý hay lập kho giống chung, được bà con trong thôn quý mến và nghe theo đã mười năm.",
    );
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn what_is_left_of_a_term_is_ahead() {
    let half = at_the_end(
        "Nửa nhiệm kỳ còn lại, Hội Phụ nữ huyện tiếp tục chỉ đạo các cơ sở hội thực hiện hai khâu đột phá, giúp thêm phụ nữ nghèo có việc \
         làm và vận động hội viên tham gia bảo hiểm.",
    );
    assert_eq!(half.len(), 1, "{half:?}");
    let set = at_the_end(
        "Hội đề ra chỉ tiêu năm 2023: kết nạp 420 hội viên mới trở lên; 100% chi hội sinh hoạt đúng định kỳ; xây dựng thêm 20 tuyến đường \
         do hội viên tự quản.",
    );
    assert_eq!(set.len(), 1, "{set:?}");
}

#[test]
fn a_promise_told_at_the_close_and_a_hope_for_somebody_are_no_tasks() {
    let promised = at_the_end(
        "Đại hội kết thúc trong không khí vui tươi, hứa hẹn phong trào thanh niên nhiệm kỳ tới sẽ phát huy hơn nữa vai trò xung kích, tiếp \
         tục đạt được nhiều kết quả tốt đẹp hơn.",
    );
    assert!(promised.is_empty(), "{promised:?}");
    let hoped = at_the_end(
        "Tin tưởng rằng, trong thời gian tới, với sự cố gắng của mình, đồng chí tiếp tục gặt hái được những thành công mới, góp phần xây \
         dựng đơn vị vững mạnh hơn nữa.",
    );
    assert!(hoped.is_empty(), "{hoped:?}");
}

#[test]
fn the_beginning_of_a_year_that_is_over_sets_no_tasks() {
    let done = at_the_end(
        "Bước sang năm 2022, xã đã huy động 5 tỷ đồng, trồng 1.200 cây xanh ở các thôn và sửa lại đường làng cho bà con đi lại thuận lợi \
         hơn trước nhiều lần.",
    );
    assert!(done.is_empty(), "{done:?}");
    let reaps = at_the_end(
        "Thời gian tới, chi bộ tiếp tục đẩy mạnh phong trào thi đua, chăm lo đời sống của bà con trong thôn để gặt hái nhiều kết quả cao \
         hơn nữa.",
    );
    assert_eq!(reaps.len(), 1, "{reaps:?}");
}

#[test]
fn parts_of_a_report_are_no_points_of_its_first_task() {
    let told = at_the_end(
        "1. Công tác tuyên truyền: Thời gian tới, đề nghị các chi hội tiếp tục đẩy mạnh sinh hoạt, giữ sạch đường làng, trồng thêm cây.\n\nNăm \
         qua, hội đã tổ chức 12 buổi sinh hoạt.\n\n2. Công tác phát triển hội viên: đã kết nạp 25 người.",
    );
    assert!(told.iter().all(|t| !t.contains("25 người")), "{told:?}");
}

#[test]
fn what_was_done_before_a_task_says_nothing_of_its_figures() {
    let text = format!(
        "Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{PARAGRAPH}\n\nThay mặt cấp ủy, đồng chí Lê Văn Bình đã tiếp thu và kết luận hội nghị; \
         trong 3 tháng còn lại các chi bộ phải tập trung cho vụ đông đạt 120 ha, làm xong đường làng, giữ sạch mương máng và giúp các hộ khó."
    );
    let aims: Vec<_> =
        told(&text).indicators.into_iter().filter(|i| i.value == 120).map(|i| i.status).collect();
    assert_eq!(aims, [reader::Status::Target]);
}

#[test]
fn what_is_left_of_the_year_looks_ahead_unless_it_was_used() {
    let text =
        |last: &str| format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{PARAGRAPH}\n\n{last}");
    let status = |last: &str| {
        let read = told(&text(last)).indicators;
        read.into_iter().find(|i| i.value == 2000).map(|i| i.status)
    };
    let ahead = "Trong 3 tháng còn lại, các chi hội phải tập trung trồng thêm 2.000 cây xanh, giữ sạch đường làng và làm xong mương nội đồng của xã.";
    assert_eq!(status(ahead), Some(reader::Status::Target));
    let term = "Trong 2 năm còn lại của nhiệm kỳ, các chi hội tập trung trồng thêm 2.000 cây xanh, giữ sạch đường làng và làm xong mương nội đồng của xã.";
    assert_eq!(status(term), Some(reader::Status::Target));
    // Too short to be told as a task.
    let short = "Trong 3 tháng còn lại, các chi hội phải trồng thêm 2.000 cây xanh.";
    assert_eq!(status(short), Some(reader::Status::Target));
    let used = "Trong 3 tháng còn lại, các chi hội đã trồng thêm 2.000 cây xanh, giữ sạch đường làng và làm xong mương nội đồng của xã.";
    assert_eq!(status(used), Some(reader::Status::Result));
}

#[test]
fn who_urges_those_before_them_sets_a_task() {
    for text in [
        "Bí thư Huyện đoàn nhắn nhủ: mỗi cấp bộ Đoàn hãy cụ thể hóa chuyên đề năm bằng việc làm thiết thực, quan tâm thanh niên công nhân.",
        "Phát biểu tại lễ, đồng chí Phó Bí thư mong muốn các thế hệ cựu chiến binh tiếp tục là chỗ dựa của cấp ủy, chính quyền, tích cực tham gia xây dựng Đảng.",
    ] {
        assert_eq!(at_the_end(text).len(), 1, "{text}");
    }
}

#[test]
fn work_counted_in_the_line_of_who_hands_it_out_is_a_task() {
    let list = "(1) đào hai giếng ở thôn Đồi; (2) thuê thêm sáu người trông nước; (3) ghi lại sổ mượn giống của ba thôn trước ngày mùa.";
    let told = at_the_end(&format!("Kết luận hội nghị, bà Trần Thị Lan chỉ đạo trong quý III: {list}"));
    assert_eq!(told, [list]);
    let done = at_the_end(&format!("Trong quý II, bà Trần Thị Lan đã chỉ đạo xong ba việc: {list}"));
    assert!(done.is_empty(), "{done:?}");
    let counted = at_the_end(&format!("Bà Trần Thị Lan kể về ba việc của thôn: {list}"));
    assert!(counted.is_empty(), "{counted:?}");
}

#[test]
fn what_is_left_to_those_who_hear_it_is_a_task_for_bodies() {
    let heard = "nhắn nhủ: mỗi chi đoàn hãy chọn một việc khó của thôn mà làm, bớt họp hành và giúp ít nhất một bạn chậm tiến.";
    let told = at_the_end(&format!("Chị Trần Thị Lan {heard}"));
    assert!(told.first().is_some_and(|t| t.contains("mỗi chi đoàn hãy")), "{told:?}");
    let long_ago = at_the_end(&format!("Năm ấy về thăm, Bác Hồ {heard}"));
    assert!(long_ago.is_empty(), "{long_ago:?}");
    let wished = "Ông Lê Văn Bình mong muốn các thế hệ hội viên tiếp tục là chỗ dựa của thôn, tham gia hòa giải và dạy nghề cho lớp trẻ.";
    assert_eq!(at_the_end(wished).len(), 1);
}

#[test]
fn a_plan_of_years_tells_what_is_striven_for() {
    let list = "90% số hộ có nước sạch; mỗi thôn thêm hai giếng và một người trông nước; không còn sổ mượn giống nào bỏ trống.";
    for plan in [
        format!("Phương hướng giai đoạn 2025-2030, Hội Nông dân xã phấn đấu: {list}"),
        format!("🎯 NĂM 2026, xã xác định chủ đề: “Nước sạch về thôn”, đăng ký sáu việc; phấn đấu {list}"),
        format!("Sắp tới chúng tôi sẽ đào thêm giếng ở thôn Đồi, phấn đấu {list}"),
    ] {
        assert_eq!(at_the_end(&plan).len(), 1, "{plan}");
    }
    for told in [
        "Năm 2025, xã xác định chủ đề: “Nước sạch về thôn”, thu hút 300 người tham gia, trồng được 1.200 cây và làm xong hai con mương.",
        "Sắp tới, ngày 20/11, nhà trường sẽ mở hội diễn văn nghệ của thầy và trò, mời các thế hệ cựu học sinh cùng về dự.",
        "Bà con mừng vì mùa gặt sắp tới sẽ có thêm máy, thêm người, và con mương mới đủ nước cho cả ba thôn ven đê.",
    ] {
        assert!(at_the_end(told).is_empty(), "{told}");
    }
}
