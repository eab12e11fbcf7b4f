//! Awards told clause by clause: who gives in each, who asks, titles counted in a row, on sentences made up for them.
//!
//! Not here: recipients and rows of honours (`awards`, `honours`).

use reader::AwardStatus;

use crate::told::{Given, given, told};

fn award(form: &str, by: &str, collectives: Option<i64>, individuals: Option<i64>) -> Given {
    let by = (!by.is_empty()).then(|| by.to_owned());
    (form.to_owned(), by, collectives, individuals, None)
}

#[test]
fn the_verb_alone_praises_those_counted_behind_it() {
    assert_eq!(
        given(
            "Trung ương khen 2 tập thể, 3 cá nhân; tỉnh khen 15 tập thể, 28 cá nhân; huyện khen 108 tập thể."
        ),
        [
            award("Khen thưởng", "Trung ương", Some(2), Some(3)),
            award("Khen thưởng", "tỉnh", Some(15), Some(28)),
            award("Khen thưởng", "huyện", Some(108), None),
        ]
    );
    assert_eq!(
        given("Đã có 2 khu dân cư được Chủ tịch UBND tỉnh khen."),
        [award("Khen thưởng", "Chủ tịch UBND tỉnh", Some(2), None)]
    );
    assert!(given("Nhiều người khen 3 món ăn của quán.").is_empty());
    assert_eq!(
        given(
            "4 tập thể và 6 cá nhân được các cấp khen thưởng (tỉnh 1 tập thể, 2 cá nhân; huyện 3 tập thể, 4 cá nhân)."
        ),
        [
            award("Khen thưởng", "các cấp", Some(4), Some(6)),
            award("Khen thưởng", "tỉnh", Some(1), Some(2)),
            award("Khen thưởng", "huyện", Some(3), Some(4)),
        ]
    );
}

#[test]
fn whoever_asks_gives_nothing() {
    let asked = |text: &str| {
        let awards = told(text).awards.into_iter();
        awards.map(|a| (a.by.unwrap_or_default(), a.status)).collect::<Vec<_>>()
    };
    let proposed = |by: &str| vec![(by.to_owned(), AwardStatus::Proposed)];
    assert_eq!(asked("Chi bộ đề nghị cấp trên khen thưởng 2 đảng viên."), proposed("cấp trên"));
    assert_eq!(
        asked("Phòng Nội vụ tham mưu trình Chủ tịch UBND tỉnh khen thưởng 02 tập thể."),
        proposed("Chủ tịch UBND tỉnh")
    );
    assert_eq!(asked("Đảng ủy xã đề nghị UBND huyện khen 4 tập thể."), proposed("UBND huyện"));
}

#[test]
fn a_clause_of_its_own_names_its_giver() {
    assert_eq!(
        given("Nhà máy được UBND tỉnh tặng 02 Bằng khen, Tổng Liên đoàn tặng 01 Cờ thi đua."),
        [
            award("Bằng khen", "UBND tỉnh", Some(2), None),
            award("Cờ thi đua", "Tổng Liên đoàn", Some(1), None)
        ]
    );
    assert_eq!(
        given(
            "Có 3 đồng chí được tặng Bằng khen Thủ tướng Chính phủ, 2 đơn vị được tặng Cờ thi đua Chính phủ."
        ),
        [
            award("Bằng khen", "Thủ tướng Chính phủ", None, Some(3)),
            award("Cờ thi đua", "Chính phủ", Some(2), None)
        ]
    );
}

#[test]
fn titles_counted_in_a_row_are_one_award_each() {
    let title = |form: &str, n: i64| award(form, "", None, Some(n));
    assert_eq!(
        given(
            "Năm 2021, trường có 2 giáo viên đạt danh hiệu Chiến sĩ thi đua cấp tỉnh, 8 Chiến sĩ thi đua cơ sở, 35 Lao động tiên tiến."
        ),
        [
            title("Danh hiệu Chiến sĩ thi đua cấp tỉnh", 2),
            title("Chiến sĩ thi đua cơ sở", 8),
            title("Lao động tiên tiến", 35)
        ]
    );
    assert_eq!(
        given("Toàn ngành có 38 chiến sĩ thi đua cơ sở và 512 lao động tiên tiến."),
        [title("Chiến sĩ thi đua cơ sở", 38), title("Lao động tiên tiến", 512)]
    );
}

#[test]
fn a_person_goes_on_to_receive() {
    assert_eq!(
        given("Năm 2021 ông tiếp tục được Thủ tướng Chính phủ tặng Bằng khen."),
        [award("Bằng khen", "Thủ tướng Chính phủ", None, Some(1))]
    );
    assert_eq!(
        given("Chị Trần Thị Hà được bình chọn là \"Phụ nữ tiêu biểu\" và được Hội LHPN tỉnh tặng bằng khen."),
        [award("Bằng khen", "Hội LHPN tỉnh", None, Some(1))]
    );
    assert_eq!(
        given("Bà H'Linh được UBND tỉnh tặng Bằng khen."),
        [award("Bằng khen", "UBND tỉnh", None, Some(1))]
    );
    let flag =
        given("Đảng bộ xã được tặng Cờ \"Đảng bộ trong sạch, vững mạnh tiêu biểu 5 năm liền (2015-2019)\".");
    assert_eq!(flag.len(), 1, "{flag:?}");
}

#[test]
fn a_row_of_givers_gives_together_and_whoever_got_a_prize_gives_none() {
    assert_eq!(
        given(
            "Dịp này, 8 tập thể và 14 cá nhân được Ủy ban Trung ương MTTQ Việt Nam, UBND tỉnh và Ủy ban MTTQ tỉnh khen thưởng."
        ),
        [award(
            "Khen thưởng",
            "Ủy ban Trung ương MTTQ Việt Nam, UBND tỉnh và Ủy ban MTTQ tỉnh",
            Some(8),
            Some(14)
        )]
    );
    let prize =
        given("Trao giải Nhì cho đội Chi bộ Quân sự và 2 giải Ba cho các đội Chi bộ Giáo dục, Chi bộ Y tế.");
    assert!(prize.iter().all(|a| a.1.is_none()), "{prize:?}");
    let badge = given(
        "Hội đã trao 15 kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam” cho các cán bộ, hội viên.",
    );
    assert_eq!(badge, [award("Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam”", "", None, Some(15))]);
    let flag = given("Đây là lần thứ 3 liên tiếp xã nhận Cờ thi đua của Chính phủ.");
    assert_eq!(flag, [award("Cờ thi đua", "Chính phủ", Some(1), None)]);
}

#[test]
fn what_a_body_received_from_above_says_nothing_of_its_people() {
    let text =
        "Đoàn trường được Tỉnh đoàn tặng Bằng khen. Có 5 giáo viên được công nhận Chiến sĩ thi đua cơ sở.";
    assert_eq!(
        given(text),
        [award("Bằng khen", "Tỉnh đoàn", Some(1), None), award("Chiến sĩ thi đua cơ sở", "", None, Some(5))]
    );
    let text = "Học lực Giỏi 312 em, Yếu 12 em. Đội tuyển đạt 12 giải Khuyến khích cấp tỉnh.";
    let pupils = told(text).indicators;
    assert_eq!(pupils.iter().map(|i| i.value).collect::<Vec<_>>(), [312, 12]);
}

#[test]
fn what_is_counted_in_a_row_of_the_state_has_its_giver_and_kind() {
    let text = "Chủ tịch nước đã ký quyết định khen thưởng 18.456 trường hợp; Thủ tướng Chính phủ tặng 112 Cờ thi đua, 876 Bằng khen, 45 danh \
                hiệu Chiến sĩ thi đua toàn quốc.";
    assert_eq!(
        given(text),
        [
            ("Khen thưởng".to_owned(), Some("Chủ tịch nước".to_owned()), None, None, Some(18_456)),
            award("Cờ thi đua", "Thủ tướng Chính phủ", Some(112), None),
            award("Bằng khen", "Thủ tướng Chính phủ", None, Some(876)),
            award("Danh hiệu Chiến sĩ thi đua toàn quốc", "Thủ tướng Chính phủ", None, Some(45)),
        ]
    );
}

#[test]
fn a_place_with_its_people_receives_as_one() {
    assert_eq!(
        given(
            "Nhân dân và cán bộ xã Hòa Bình được Chủ tịch UBND tỉnh tặng Bằng khen năm 2019, UBND huyện tặng Cờ thi đua năm 2020."
        ),
        [
            award("Bằng khen", "Chủ tịch UBND tỉnh", Some(1), None),
            award("Cờ thi đua", "UBND huyện", Some(1), None)
        ]
    );
}

#[test]
fn two_who_open_the_clause_give_together() {
    assert_eq!(
        given("Trong 3 năm, Tỉnh ủy, UBND tỉnh đã tặng Bằng khen cho 7 tập thể, 12 cá nhân."),
        [award("Bằng khen", "Tỉnh ủy, UBND tỉnh", Some(7), Some(12))]
    );
}
