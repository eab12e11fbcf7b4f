//! Awards to somebody named or spoken of: whose they are, who gives, and whether they are given at all.
//!
//! Not here: recipients counted (`awards`, `clauses`), rows of honours (`honours`).

use reader::AwardStatus;

use crate::told::{PARAGRAPH, given, told};

/// Form, giver, collectives, individuals.
type Told = (String, Option<String>, Option<i64>, Option<i64>);

/// What a sentence behind a paragraph tells.
fn awarded(sentence: &str) -> Vec<Told> {
    let text = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}");
    given(&text).into_iter().map(|(form, by, many, one, _)| (form, by, many, one)).collect()
}

/// One award to one body, or to one person.
fn one(form: &str, by: Option<&str>, body: bool) -> Told {
    (form.to_owned(), by.map(str::to_owned), body.then_some(1), (!body).then_some(1))
}

#[test]
fn the_person_a_sentence_opens_with_receives_not_the_body_told_beside_the_name() {
    assert_eq!(
        awarded(
            "Trung sĩ Trần Văn Sáng, Tiểu đội trưởng Tiểu đội 2, Đại đội 5 bắn trúng cả ba bia, được Trung đoàn trưởng tặng Giấy khen. Cả đại đội cùng vui với anh."
        ),
        [one("Giấy khen", Some("Trung đoàn trưởng"), false)]
    );
    assert_eq!(
        awarded(
            "Chị Lê Thị Mận, tổ trưởng tổ may, công nhân Công ty May Sông Lô, tháng 5 vừa rồi được Hội LHPN tỉnh tặng Bằng khen."
        ),
        [one("Bằng khen", Some("Hội LHPN tỉnh"), false)]
    );
}

#[test]
fn times_and_short_names_stand_before_the_verb() {
    let twice =
        "Bà con quý mến chị Mận. Năm ngoái, chị hai lần nhận Giấy khen của Chủ tịch UBND huyện Tân Sơn.";
    assert_eq!(awarded(twice), [one("Giấy khen", Some("Chủ tịch UBND huyện Tân Sơn"), false)]);
    let short = "Ngày hội năm nay, bác sĩ Mận được Bộ trưởng Bộ Y tế tặng Bằng khen.";
    assert_eq!(awarded(short), [one("Bằng khen", Some("Bộ trưởng Bộ Y tế"), false)]);
    let share = "Ông Lê Văn Bình cho biết đơn vị 4/4 năm được Quân khu 2 tặng Cờ thi đua.";
    assert_eq!(awarded(share), [one("Cờ thi đua", Some("Quân khu 2"), true)]);
}

#[test]
fn one_subject_receives_what_follows_in_the_sentence() {
    assert_eq!(
        awarded(
            "Nhà trường đạt danh hiệu \"Tập thể lao động tiên tiến\", 3 năm đạt danh hiệu \"Tập thể lao động xuất sắc\", được Chủ tịch UBND tỉnh tặng Bằng khen năm 2023 và Cờ thi đua năm 2024."
        ),
        [
            one("Danh hiệu \"Tập thể lao động tiên tiến\"", None, true),
            one("Danh hiệu \"Tập thể lao động xuất sắc\"", None, true),
            one("Bằng khen", Some("Chủ tịch UBND tỉnh"), true),
            one("Cờ thi đua", Some("Chủ tịch UBND tỉnh"), true),
        ]
    );
    assert_eq!(
        awarded(
            "Bà Mận đã nhận Huân chương Lao động hạng Ba của Chủ tịch nước năm 2021, Bằng khen của Thủ tướng Chính phủ."
        ),
        [
            one("Huân chương Lao động hạng Ba", Some("Chủ tịch nước"), false),
            one("Bằng khen", Some("Thủ tướng Chính phủ"), false),
        ]
    );
}

#[test]
fn what_is_asked_for_somebody_named_is_not_given() {
    for sentence in [
        "Đề nghị Ban Thường vụ Tỉnh ủy tặng Bằng khen cho đồng chí Trần Văn Sáng, Bí thư Chi bộ thôn Đồi.",
        "Công ty lập hồ sơ trình Ủy ban Quản lý vốn nhà nước xét tặng Bằng khen đối với ông Sáng.",
    ] {
        let text = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}");
        let awards = told(&text).awards;
        assert_eq!(awards.len(), 1, "{sentence}");
        assert_eq!(awards[0].status, AwardStatus::Proposed, "{sentence}");
        assert_ne!(awards[0].by.as_deref(), Some("Công ty"));
    }
    let done = "Theo đề nghị của Hội làm vườn, Chủ tịch UBND xã tặng Giấy khen cho ông Trần Văn Sáng.";
    let text = format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{done}\n\n{PARAGRAPH}");
    assert_eq!(told(&text).awards[0].status, AwardStatus::Given);
}

#[test]
fn each_part_of_a_row_has_its_own_recipients_and_giver() {
    assert_eq!(
        awarded(
            "Sở Công Thương tặng Giấy khen 12 tập thể; 95 đại biểu nhận Giấy chứng nhận của CĐDM và một món quà."
        ),
        [
            ("Giấy khen".to_owned(), Some("Sở Công Thương".to_owned()), Some(12), None),
            ("Giấy chứng nhận".to_owned(), Some("CĐDM".to_owned()), None, Some(95)),
        ]
    );
    assert_eq!(
        awarded("Điện lực Sông Lô và 3 tập thể khác được Chủ tịch UBND tỉnh tặng Bằng khen."),
        [("Bằng khen".to_owned(), Some("Chủ tịch UBND tỉnh".to_owned()), Some(4), None)]
    );
    assert_eq!(
        awarded("Tỉnh Hội đã tặng Hội Bằng khen vì lớp dạy nghề."),
        [one("Bằng khen", Some("Tỉnh Hội"), true)]
    );
    let won =
        awarded("Giải Nhất thuộc về tác giả Trần Văn Sáng, Chi bộ Bưu điện Sông Lô; 2 giải Nhì; 3 giải Ba.");
    assert!(won.iter().all(|(_, by, ..)| by.is_none()), "{won:?}");
}

#[test]
fn a_list_of_titles_counts_their_bearers_unless_it_is_aimed_at() {
    let list = "- Khen thưởng theo thẩm quyền của Chủ tịch UBND xã:\n+ Tập thể Lao động tiên tiến: 07;\n+ CSTĐCS: 08 người;\n+ Lao động tiên tiến: 58.";
    let by = || Some("Chủ tịch UBND xã".to_owned());
    assert_eq!(
        awarded(list),
        [
            ("Tập thể lao động tiên tiến".to_owned(), by(), Some(7), None),
            ("Chiến sĩ thi đua cơ sở".to_owned(), by(), None, Some(8)),
            ("Lao động tiên tiến".to_owned(), by(), None, Some(58)),
        ]
    );
    assert!(awarded("III. CÁC CHỈ TIÊU PHẤN ĐẤU\n- Lao động tiên tiến: 58").is_empty());
}

#[test]
fn titles_in_a_row_letters_and_pronouns_are_read() {
    assert_eq!(
        awarded("Năm nay, 14 đồng chí là \"Chiến sĩ thi đua cơ sở\", 96 đồng chí \"Chiến sĩ tiên tiến\"."),
        [
            ("Chiến sĩ thi đua cơ sở".to_owned(), None, None, Some(14)),
            ("Chiến sĩ tiên tiến".to_owned(), None, None, Some(96)),
        ]
    );
    assert_eq!(
        awarded("Hội làm vườn tỉnh tặng Bằng khen: 03 TT, 04 CN."),
        [("Bằng khen".to_owned(), Some("Hội làm vườn tỉnh".to_owned()), Some(3), Some(4))]
    );
    assert_eq!(
        awarded("Bà con nhớ anh Sáng. Trung ương Đoàn đã truy tặng anh Huy hiệu \"Tuổi trẻ dũng cảm\"."),
        [one("Huy hiệu \"Tuổi trẻ dũng cảm\"", Some("Trung ương Đoàn"), false)]
    );
    assert_eq!(
        awarded(
            "Ông Trần Văn Sáng, Giám đốc Bệnh viện Sông Lô và bà Lê Thị Mận, Trưởng khoa Nhi được Bộ Y tế tặng Bằng khen. Cả viện cùng vui."
        ),
        [("Bằng khen".to_owned(), Some("Bộ Y tế".to_owned()), None, Some(2))]
    );
}

#[test]
fn a_decisions_list_counts_the_lines_below_each_form() {
    let list = "DANH SÁCH KHEN THƯỞNG
(Kèm theo Quyết định số 77/QĐ-TTYT ngày 14/01/2025 của Giám đốc Trung tâm Y tế huyện)
A. Chiến sĩ thi đua cơ sở
1. Bà Triệu Thị Mận - Phó Trưởng khoa Sản
2. Ông Hứa Văn Sáng - Trưởng Trạm Y tế xã
3. Bà Đàm Thị Lụa - Điều dưỡng trưởng
B. Tập thể lao động tiên tiến
1. Khoa Sản
2. Trạm Y tế xã Tân Lập
C. Giấy khen của Giám đốc
1. Ông Lê Văn Bình - Lái xe";
    let by = || Some("Giám đốc Trung tâm Y tế huyện".to_owned());
    let got: Vec<Told> =
        given(list).into_iter().map(|(form, by, many, one, _)| (form, by, many, one)).collect();
    assert_eq!(
        got,
        [
            ("Chiến sĩ thi đua cơ sở".to_owned(), by(), None, Some(3)),
            ("Tập thể lao động tiên tiến".to_owned(), by(), Some(2), None),
            ("Giấy khen".to_owned(), Some("Giám đốc".to_owned()), None, Some(1)),
        ]
    );
}

#[test]
fn kinds_of_bodies_beside_each_other_are_given_together() {
    assert_eq!(
        awarded("Đảng ủy Khối tặng Giấy khen cho 12 TCCSĐ, 35 chi bộ và 178 đảng viên."),
        [("Giấy khen".to_owned(), Some("Đảng ủy Khối".to_owned()), Some(47), Some(178))]
    );
    assert_eq!(
        awarded("Cuối năm: 9 tập thể LĐXS, 31 CSTĐ cơ sở."),
        [("Tập thể LĐXS".to_owned(), None, Some(9), None), ("CSTĐ cơ sở".to_owned(), None, None, Some(31)),]
    );
}
