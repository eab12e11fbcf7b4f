//! Rules of the reader on lists and rows: forms told once for several recipients, things counted together, bodies told
//! by their short and whole names; on sentences made up for them.
//!
//! Not here: what the other `rules` hold.

use crate::told::{PARAGRAPH, bodies, counts, told};

#[test]
fn titles_handed_to_bodies_in_one_list_are_one_award_each() {
    let text = "bình bầu và đề nghị tặng danh hiệu “Cờ thi đua” của Bộ Công an cho Công an huyện Tân An; cùng danh hiệu \
                “Đơn vị quyết thắng” cho Công an huyện Tân Lập, Tân Phú.";
    let awards = told(text).awards;
    let shown: Vec<_> = awards.iter().map(|a| (a.form.as_str(), a.collectives)).collect();
    assert_eq!(shown, [("Danh hiệu “Cờ thi đua”", Some(1)), ("Danh hiệu “Đơn vị quyết thắng”", Some(2))]);
}

#[test]
fn a_form_told_behind_a_list_or_a_sentence_before_holds_for_all() {
    let awards = told("Ngoài ra, 87 gương “Lao động giỏi”, 68 gương “Người tốt” cũng được vinh danh.").awards;
    assert_eq!(awards.iter().map(|a| a.combined).collect::<Vec<_>>(), [Some(87), Some(68)]);
    let text = "Dịp này, Bộ Tư lệnh Quân khu 4 và Bộ CHQS tỉnh đã khen thưởng cho 120 tập thể, 173 cá nhân. Các đơn vị cơ sở \
                tặng cho 249 tập thể, cá nhân.";
    let awards = told(text).awards;
    assert_eq!(awards[0].by.as_deref(), Some("Bộ Tư lệnh Quân khu 4 và Bộ CHQS tỉnh"));
    assert_eq!(counts(&awards[1]), (None, None, Some(249)));
    assert_eq!(awards[1].by.as_deref(), Some("Các đơn vị cơ sở"));
}

#[test]
fn badges_are_counted_in_brackets_and_by_those_named_together() {
    let text = "Đảng ủy phường trao Huy hiệu Đảng cho 23 đồng chí, gồm: 30 năm tuổi Đảng (13 đồng chí), 40 năm tuổi Đảng (10 \
                đồng chí).";
    let shown: Vec<_> = told(text).awards.into_iter().map(|a| (a.form, a.individuals)).collect();
    assert!(shown.contains(&("Huy hiệu 30 năm tuổi Đảng".to_owned(), Some(13))), "{shown:?}");
    assert!(shown.contains(&("Huy hiệu 40 năm tuổi Đảng".to_owned(), Some(10))), "{shown:?}");
    let text = "Dịp này, đồng chí Trần Văn An và Trần Thị Lan cùng nhận Huy hiệu 60 năm tuổi Đảng.";
    assert_eq!(told(text).awards[0].individuals, Some(2));
}

#[test]
fn whoever_empowers_gives() {
    let text = "Tại buổi lễ, thừa ủy quyền của Chủ tịch nước, Phó Chủ tịch UBND tỉnh Trần Văn Bình đã trao tặng 6 Huân chương \
                Độc lập hạng Nhì, 23 Huy chương Kháng chiến hạng Nhì cho 20 gia đình.";
    let awards = told(text).awards;
    let shown: Vec<_> = awards.iter().map(|a| (a.form.as_str(), a.individuals, a.by.as_deref())).collect();
    assert_eq!(
        shown,
        [
            ("Huân chương Độc lập hạng Nhì", Some(6), Some("Chủ tịch nước")),
            ("Huy chương Kháng chiến hạng Nhì", Some(23), Some("Chủ tịch nước"))
        ]
    );
}

#[test]
fn whoever_decided_gives_in_the_sentence_that_follows() {
    let text = "Trung ương Hội Sinh viên Việt Nam đã ban hành Quyết định số 188-QĐ/TƯHSV về việc trao tặng danh hiệu “Sinh \
                viên 5 tốt” năm 2022.\nTheo đó, có 85 cá nhân đạt danh hiệu “Sinh viên 5 tốt”.";
    assert_eq!(told(text).awards[0].by.as_deref(), Some("Trung ương Hội Sinh viên Việt Nam"));
}

#[test]
fn a_standard_reached_is_the_form() {
    let text = "Chi bộ 2 đã được Đảng ủy xã khen thưởng chi bộ đạt tiêu chuẩn “Trong sạch, vững mạnh”.";
    assert_eq!(told(text).awards[0].form, "Chi bộ đạt tiêu chuẩn “Trong sạch, vững mạnh”");
    assert_eq!(told("trao 01 giải Nhất, 02 giải Nhỉ").awards[1].form, "Giải Nhì");
}

#[test]
fn rows_are_counted_together() {
    let units = |text: &str| told(text).indicators.into_iter().map(|i| (i.value, i.unit)).collect::<Vec<_>>();
    assert_eq!(
        units("với sự tham gia của 7 tỉnh, thành phố trong cụm."),
        [(7, "tỉnh, thành phố".to_owned())]
    );
    assert_eq!(units("trao 20 ngàn suất quà cho bà con."), [(20_000, "suất quà".to_owned())]);
    assert_eq!(units("ra mắt trang “5tot.vn” cho sinh viên."), []);
    let share = &told("Có 34 giáo viên được công nhận Lao động tiên tiến, tỉ lệ 54,6%.").percentages[0];
    assert!(share.label.contains("giáo viên"), "{}", share.label);
}

#[test]
fn short_and_whole_names_are_one_body() {
    assert_eq!(
        bodies("Công đoàn Cao su Việt Nam họp. CĐ Cao su VN khen thưởng."),
        ["Công đoàn Cao su Việt Nam"]
    );
    assert_eq!(
        bodies("Hội Sinh viên Việt Nam (HSVVN) TP Tân An họp. HSVVN TP Tân An khen thưởng."),
        ["Hội Sinh viên Việt Nam (HSVVN) TP Tân An"]
    );
    assert_eq!(
        bodies("Đảng uỷ Khối Đại học, Cao đẳng TP. Tân An"),
        ["Đảng uỷ Khối Đại học, Cao đẳng TP. Tân An"]
    );
    assert_eq!(
        bodies("tại trường THCS Tân Lập và Chi hội phụ nữ thôn Tân Phú"),
        ["trường THCS Tân Lập", "Chi hội phụ nữ thôn Tân Phú"]
    );
    assert!(bodies("(Báo Tân Lập)- chi hội Cựu chiến binh, MTTQ cấp xã").is_empty());
}

#[test]
fn posts_stand_right_behind_a_name_and_elections_tell_them() {
    let people = told("đón đồng chí Đặng Văn Hùng Phó bí thư Đảng ủy xã Tân Lập về dự; đồng chí Vũ Thị Lợi được bầu là bí thư \
                       chi bộ. Trường ở số 390 Nguyễn Văn Cừ - Phường Tân Phú.")
        .people;
    let shown: Vec<_> = people.into_iter().map(|p| (p.name, p.role.unwrap_or_default())).collect();
    assert_eq!(
        shown,
        [
            ("Đặng Văn Hùng".to_owned(), "Phó bí thư Đảng ủy xã Tân Lập".to_owned()),
            ("Vũ Thị Lợi".to_owned(), "bí thư chi bộ".to_owned())
        ]
    );
}

#[test]
fn numbers_written_as_one_with_their_symbols_are_documents() {
    let text = "Ngày 27/02/2008 UBND tỉnh Tân An đã ra quyết định số 530/QĐ-UBND; trường thành lập theo số 134/QĐUB của UBND \
                tỉnh Tân An ngày 13/07/2005.";
    let shown: Vec<_> = told(text)
        .citations
        .into_iter()
        .map(|c| (c.number, c.date.map(|d| d.to_string()), c.issuer))
        .collect();
    let issuer = Some("UBND tỉnh Tân An".to_owned());
    assert_eq!(
        shown,
        [
            ("530/QĐ-UBND".to_owned(), Some("2008-02-27".to_owned()), issuer.clone()),
            ("134/QĐUB".to_owned(), Some("2005-07-13".to_owned()), issuer)
        ]
    );
}

#[test]
fn whoever_sets_tasks_in_plain_words_is_heard() {
    let text = format!(
        "Tân Lập tổng kết năm\n\n{PARAGRAPH}\n\nĐể thực hiện tốt nhiệm vụ năm 2020, Đảng ủy đề ra 6 nhiệm vụ trọng tâm, 8 giải \
         pháp lớn, trong đó tập trung nâng cao chất lượng sinh hoạt của các chi bộ và đời sống của nhân dân trong xã.\n\nPhát \
         biểu tại hội nghị, ông Trần Văn Bình nhấn mạnh: Với tinh thần đó, Ủy ban MTTQ xã cần tiếp tục đẩy mạnh tuyên truyền, \
         vận động các tầng lớp nhân dân, tăng cường khối đại đoàn kết trong tình hình mới."
    );
    let tasks: Vec<_> = told(&text).tasks.into_iter().map(|t| t.mention.source).collect();
    assert_eq!(tasks.len(), 2, "{tasks:?}");
    assert!(tasks[1].starts_with("Ủy ban MTTQ xã cần"));
}

#[test]
fn a_first_line_that_shows_somebody_is_no_title() {
    let text = format!("Lãnh đạo xã trao Giấy khen cho các tập thể, cá nhân tiêu biểu\n\n{PARAGRAPH}");
    let shown = told(&text);
    assert_eq!(shown.captions.len(), 1);
}

#[test]
fn titles_counted_in_a_row_are_one_award_each() {
    let text = "Nhân dịp này, UBND huyện đã tặng Giấy khen 224 tập thể, 583 cá nhân; công nhận 163 Chiến sĩ thi đua cấp cơ sở; \
                105 tập thể và 142 cá nhân Lao động tiên tiến; 141 cá nhân có sáng kiến cấp huyện.";
    let reading = told(text);
    let shown: Vec<_> =
        reading.awards.iter().map(|a| (a.form.as_str(), a.collectives, a.individuals)).collect();
    assert_eq!(
        shown,
        [
            ("Giấy khen", Some(224), Some(583)),
            ("Chiến sĩ thi đua cấp cơ sở", None, Some(163)),
            ("Lao động tiên tiến", Some(105), Some(142))
        ]
    );
    assert_eq!(reading.indicators[0].value, 141);
}

#[test]
fn a_medal_received_at_an_event_is_the_hosts() {
    let text = "Sáng 3-7, UBND huyện Tân An tổ chức hội nghị điển hình tiên tiến và đón nhận Huân chương Lao động hạng Ba của \
                Chủ tịch nước.";
    let award = &told(text).awards[0];
    assert_eq!((award.collectives, award.by.as_deref()), (Some(1), Some("Chủ tịch nước")));
}

#[test]
fn figures_of_the_portal_and_of_names_are_none_of_the_report() {
    let text = format!(
        "Tân Lập họp bàn việc thôn\n\n{PARAGRAPH}\n\nBạn còn 500/500 ký tự\nBạn vui lòng nhập từ 5 ký tự trở lên"
    );
    let reading = told(&text);
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
    assert!(reading.unclaimed.is_empty());
    assert!(told("duy trì trang “Vùng bưng 6 xã” của quận").indicators.is_empty());
    assert_eq!(told("có gần ba nghìn lượt cháu đạt danh hiệu học sinh giỏi").indicators[0].value, 3000);
}

#[test]
fn a_short_report_tells_its_shortcomings_before_any_long_paragraph() {
    let text = "Chi bộ thôn Tân Lập sơ kết\n\nTuy nhiên, việc học tập vẫn còn hạn chế, một số đảng viên chưa tự giác.\n\n\
                Chi bộ có 19 đảng viên.";
    assert_eq!(told(text).limitations.len(), 1);
}

#[test]
fn names_of_every_people_and_of_firms_are_read_to_their_end() {
    let names = |text: &str| told(text).people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    assert_eq!(names("có ông Bling Bríu - Chủ tịch Hội Cựu chiến binh xã Ga Ri"), ["Bling Bríu"]);
    assert_eq!(
        bodies("quà của Công ty Cổ phần Sách và Thiết bị giáo dục Miền Nam tặng; dự có sở Nội vụ"),
        ["Công ty Cổ phần Sách và Thiết bị giáo dục Miền Nam", "sở Nội vụ"]
    );
    let prize = &told("Định mức tiền thưởng: 5 triệu đồng/giải nhất.").indicators[0];
    assert_eq!((prize.value, prize.label.as_str()), (5_000_000, "Định mức tiền thưởng mỗi giải nhất"));
    let price = &told("Giá lúa giống là 18 nghìn đồng/kg.").indicators[0];
    assert_eq!((price.value, price.unit.as_str()), (18_000, "đồng/kg"));
}
