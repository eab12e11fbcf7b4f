//! Awards told side by side: whose each count is, what belongs to the next part of a row, and who gives what the row ends with.
//!
//! Not here: a single award (`awards`, `clauses`), somebody named (`named_awards`), lists of honours (`honours`).

use crate::told::{Given, PARAGRAPH, given, told};

/// What a sentence behind a paragraph tells.
fn awarded(sentence: &str) -> Vec<Given> {
    given(&format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}"))
}

fn many(form: &str, by: Option<&str>, bodies: i64, people: Option<i64>) -> Given {
    (form.to_owned(), by.map(str::to_owned), Some(bodies), people, None)
}

fn people(form: &str, by: Option<&str>, count: i64) -> Given {
    (form.to_owned(), by.map(str::to_owned), None, Some(count), None)
}

#[test]
fn a_title_reached_by_the_next_of_a_row_is_theirs_alone() {
    let told = awarded(
        "Năm năm qua, tỉnh Lạc Thủy đã tặng Cờ thi đua cho 214 tập thể, 905 đơn vị đạt Tập thể lao động xuất sắc.",
    );
    assert_eq!(
        told,
        [
            many("Cờ thi đua", Some("tỉnh Lạc Thủy"), 214, None),
            many("Tập thể lao động xuất sắc", Some("tỉnh Lạc Thủy"), 905, None)
        ]
    );
}

#[test]
fn bearers_of_titles_are_counted_by_them_behind_the_verb() {
    let told = awarded(
        "Đối với năm 2023, UBND huyện Sông Lô khen thưởng cho 12 tập thể lao động tiên tiến; 7 cá nhân đạt danh hiệu thi đua cấp cơ sở; \
         81 lao động tiên tiến và 9 chiến sĩ thi đua cơ sở.",
    );
    let forms: Vec<_> =
        told.iter().map(|(form, _, bodies, people, _)| (form.as_str(), *bodies, *people)).collect();
    assert_eq!(
        forms,
        [
            ("Tập thể lao động tiên tiến", Some(12), None),
            ("Danh hiệu thi đua cấp cơ sở", None, Some(7)),
            ("Lao động tiên tiến", None, Some(81)),
            ("Chiến sĩ thi đua cơ sở", None, Some(9)),
        ]
    );
}

#[test]
fn those_chosen_to_go_somewhere_got_nothing() {
    let told = awarded(
        "Dịp này, Hội Nông dân huyện Sông Lô tặng Giấy khen cho 5 tập thể và 11 cá nhân; 2 tập thể và 4 cá nhân được giới thiệu dự Đại \
         hội thi đua của tỉnh.",
    );
    assert_eq!(told, [many("Giấy khen", Some("Hội Nông dân huyện Sông Lô"), 5, Some(11))]);
}

#[test]
fn the_sum_of_what_is_handed_out_is_no_award_of_its_own() {
    let told = awarded(
        "Buổi lễ đã trao 18 Bằng khen của Thủ tướng Chính phủ cho 6 tập thể và 12 cá nhân vì đã có nhiều thành tích.",
    );
    assert_eq!(told, [many("Bằng khen", Some("Thủ tướng Chính phủ"), 6, Some(12))]);
}

#[test]
fn a_body_named_beside_those_counted_is_one_more() {
    let told = awarded("UBND thành phố Tân An tặng Cờ thi đua cho 3 trường và Phòng Giáo dục và Đào tạo.");
    assert_eq!(told, [many("Cờ thi đua", Some("UBND thành phố Tân An"), 4, None)]);
    // Who acts next is no recipient.
    let next = awarded(
        "UBND thành phố Tân An tặng Cờ thi đua cho 3 trường và Phòng Giáo dục và Đào tạo tặng Giấy khen cho 5 tập thể.",
    );
    assert_eq!(next.first().map(|a| a.2), Some(Some(3)), "{next:?}");
}

#[test]
fn who_gives_is_told_behind_the_last_of_a_row() {
    let told = awarded(
        "Về phía công đoàn: 4 tập thể được nhận cờ, 13 tập thể và 21 cá nhân được nhận bằng khen, 6 cá nhân được cấp bằng lao động sáng \
         tạo của Tổng Liên đoàn.",
    );
    assert_eq!(
        told,
        [
            many("Cờ", Some("Tổng Liên đoàn"), 4, None),
            many("Bằng khen", Some("Tổng Liên đoàn"), 13, Some(21)),
            people("Bằng Lao động sáng tạo", Some("Tổng Liên đoàn"), 6),
        ]
    );
}

#[test]
fn who_gives_stands_between_those_counted_and_the_verb() {
    let told = awarded(
        "Năm học 2021-2022: Liên đoàn Lao động tỉnh tặng bằng khen, 1 cá nhân Công đoàn Giáo dục Việt Nam tặng bằng khen, 3 cá nhân Liên \
         đoàn Lao động huyện tặng giấy khen.",
    );
    assert!(told.contains(&people("Bằng khen", Some("Công đoàn Giáo dục Việt Nam"), 1)), "{told:?}");
    assert!(told.contains(&people("Giấy khen", Some("Liên đoàn Lao động huyện"), 3)), "{told:?}");
}

#[test]
fn bodies_by_names_of_their_own_get_what_is_handed_to_them() {
    let told = awarded(
        "UBND huyện Sông Lô trao Giấy khen cho nhóm thiện nguyện Tấm Lòng Vàng vì đã giúp nhiều hộ nghèo.",
    );
    assert_eq!(told, [many("Giấy khen", Some("UBND huyện Sông Lô"), 1, None)]);
    let both = awarded(
        "Được Chủ tịch nước ủy quyền, ông Lê Văn Bình trao danh hiệu Anh hùng lực lượng vũ trang nhân dân cho Đội Biệt động Sông Lô (tiền \
         thân của Công an huyện) và liệt sĩ Trần Văn Sáng.",
    );
    assert_eq!(
        both.iter().map(|a| (a.1.as_deref(), a.2, a.3)).collect::<Vec<_>>(),
        [(Some("Chủ tịch nước"), Some(1), Some(1))]
    );
    let team = awarded("Ban tổ chức đã trao giải Nhất cho đội Công ty May Sông Lô.");
    assert_eq!(team, [many("Giải Nhất", Some("Ban tổ chức"), 1, None)]);
}

#[test]
fn a_title_borne_before_a_name_is_a_word_of_address() {
    let told = awarded(
        "Ông Lê Văn Bình đã trao Huân chương Lao động hạng Nhì cho Nhà giáo Ưu tú Trần Thị Lan, nguyên Hiệu trưởng.",
    );
    assert_eq!(
        told.iter().map(|a| (a.0.as_str(), a.3)).collect::<Vec<_>>(),
        [("Huân chương Lao động hạng Nhì", Some(1))]
    );
}

#[test]
fn many_medals_of_a_place_are_its_peoples_and_not_so_many_bodies() {
    let told = awarded("Năm năm qua, Chủ tịch nước đã tặng 316 Huân chương các loại cho tỉnh Lạc Thủy.");
    assert_eq!(told.iter().map(|a| (a.2, a.4)).collect::<Vec<_>>(), [(None, Some(316))]);
}

#[test]
fn several_of_a_row_that_a_caption_shows_are_not_one_body() {
    let text = format!(
        "Lớp bồi dưỡng cán bộ hội\n\n{PARAGRAPH}\n\nĐại diện các đoàn, đơn vị nhận giấy chứng nhận và chụp hình với ông Lê Văn Bình, Giám đốc \
         Sở Ngoại vụ\n\n{PARAGRAPH}"
    );
    assert!(given(&text).is_empty(), "{:?}", given(&text));
}

#[test]
fn whoever_holds_the_contest_gives_its_prizes() {
    let text = format!(
        "Hội thi tiếng hát mùa xuân\n\nChiều 7/3, Công đoàn Trường Đại học Sông Lô đã tổ chức cuộc thi “Tiếng hát mùa xuân” cho đoàn viên \
         các tổ công đoàn.\n\n{PARAGRAPH}\n\nKết quả, giải nhất thuộc về thí sinh Trần Thị Lan; giải nhì thuộc về thí sinh Lê Văn Bình."
    );
    let by: Vec<_> = told(&text).awards.into_iter().map(|a| a.by).collect();
    assert_eq!(by, vec![Some("Công đoàn Trường Đại học Sông Lô".to_owned()); 2]);
}

#[test]
fn medals_that_bear_no_class_are_named_whole() {
    let told = awarded(
        "Chị Trần Thị Lan được Chủ tịch nước tặng Huân chương Chiến công hạng Ba (2004), Huy chương Quân kỳ quyết thắng (2014).",
    );
    let forms: Vec<_> = told.iter().map(|a| a.0.as_str()).collect();
    assert_eq!(forms, ["Huân chương Chiến công hạng Ba", "Huy chương Quân kỳ quyết thắng"]);
}

#[test]
fn who_chose_those_that_received_gives() {
    let told = awarded(
        "Cuối năm 2010, Trường Đại học Sông Lô được Bộ Giáo dục và Đào tạo chọn là 1 trong 19 trường được nhận Cờ thi đua.",
    );
    assert_eq!(told.first().and_then(|a| a.1.clone()).as_deref(), Some("Bộ Giáo dục và Đào tạo"), "{told:?}");
}

#[test]
fn who_is_chosen_or_sent_may_still_be_praised() {
    let chosen = awarded("UBND huyện Sông Lô đã khen thưởng 25 cá nhân được bầu chọn từ các thôn.");
    assert_eq!(chosen, [people("Khen thưởng", Some("UBND huyện Sông Lô"), 25)]);
    let sent = awarded("UBND huyện Sông Lô tặng Giấy khen cho 12 vận động viên được cử đi thi đấu ở tỉnh.");
    assert_eq!(sent, [people("Giấy khen", Some("UBND huyện Sông Lô"), 12)]);
}

#[test]
fn who_gives_something_else_gives_nothing_here() {
    let model = awarded(
        "Được Huyện ủy Sông Lô chọn làm điểm, Đảng ủy xã Tân Lập đã tặng Giấy khen cho 5 tập thể và 12 cá nhân.",
    );
    assert_eq!(model, [many("Giấy khen", Some("Đảng ủy xã Tân Lập"), 5, Some(12))]);
    let higher = awarded(
        "Năm nay 20 giáo viên nhận Giấy khen, 3 giáo viên nhận Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo.",
    );
    assert_ne!(higher.first().and_then(|a| a.1.clone()).as_deref(), Some("Bộ trưởng Bộ Giáo dục và Đào tạo"));
    let others = awarded(
        "UBND tỉnh Lạc Thủy tặng Bằng khen cho 5 tập thể và Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh tặng Giấy khen cho 7 cá nhân.",
    );
    assert_eq!(others.first().map(|a| a.2), Some(Some(5)), "{others:?}");
}

#[test]
fn things_of_one_kind_are_not_shared_by_those_who_got_another() {
    let told = awarded(
        "Buổi lễ trao 12 Huân chương các loại cho các gia đình, trao Giấy khen cho 4 tập thể và 8 cá nhân.",
    );
    assert!(told.iter().any(|a| a.0 == "Huân chương"), "{told:?}");
    let flags = awarded("Chính phủ tặng 2 Cờ thi đua cho huyện Tân Lập và huyện Sông Lô.");
    assert_eq!(flags.iter().map(|a| (a.2, a.4)).collect::<Vec<_>>(), [(Some(2), None)]);
}

#[test]
fn a_prize_of_another_contest_is_not_the_hosts() {
    let text = format!(
        "Hội thi nấu ăn mùa xuân\n\nChiều 7/3, Trường THPT Sông Lô đã tổ chức hội thi nấu ăn cho học sinh các lớp.\n\n{PARAGRAPH}\n\nNăm học \
         trước, trường có em Trần Thị Lan đạt giải Nhì cấp quốc gia."
    );
    assert!(told(&text).awards.iter().all(|a| a.by.is_none()), "{:?}", told(&text).awards);
}

#[test]
fn flowers_and_a_clause_before_a_speaker_are_no_awards() {
    for sentence in [
        "Đại diện 12 đội thi nhận cờ, hoa của Ban tổ chức.",
        "Được UBND tỉnh tặng Bằng khen, ông Nguyễn Văn Lâm chia sẻ niềm vui với bà con.",
    ] {
        assert!(awarded(sentence).is_empty(), "{sentence}: {:?}", awarded(sentence));
    }
    let line = awarded("Được Sở Giáo dục tặng cờ “Đơn vị dẫn đầu” năm 2019.");
    assert_eq!(line.iter().map(|a| a.2).collect::<Vec<_>>(), [Some(1)], "{line:?}");
}

#[test]
fn a_preface_leads_to_the_person_and_letters_to_the_firm() {
    let person = awarded(
        "Hay gần đây nhất, sinh viên Đặng Xuân Nam, khoa Kiến trúc Đại học Sông Lô đã giành được giải Nhất cuộc thi năm 2010.",
    );
    assert_eq!(person.iter().map(|a| (a.2, a.3)).collect::<Vec<_>>(), [(None, Some(1))], "{person:?}");
    let firm = awarded("Năm 2012, FALICO được Thủ tướng Chính phủ tặng bằng khen vì nhiều đóng góp.");
    assert_eq!(
        firm.iter().map(|a| (a.1.as_deref(), a.2)).collect::<Vec<_>>(),
        [(Some("Thủ tướng Chính phủ"), Some(1))]
    );
}
