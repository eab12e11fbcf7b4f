//! Awards that are asked for or announced and given to nobody yet: votes of emulation clusters, what goes on behind something asked
//! for, prizes of a contest still to come.
//!
//! Not here: awards that were given (`awards`, `shared_awards`, `named_awards`).

use reader::{AwardStatus, Status};

use crate::told::{PARAGRAPH, told};

/// Form, giver, bodies, people and whether it is only proposed.
type Asked = (String, Option<String>, Option<i64>, Option<i64>, bool);

fn awards(sentence: &str) -> Vec<Asked> {
    told(&format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}"))
        .awards
        .into_iter()
        .map(|a| (a.form, a.by, a.collectives, a.individuals, a.status == AwardStatus::Proposed))
        .collect()
}

fn asked(form: &str, by: &str, bodies: i64) -> Asked {
    (form.to_owned(), Some(by.to_owned()), Some(bodies), None, true)
}

#[test]
fn whoever_a_cluster_votes_first_is_proposed() {
    let told = awards(
        "Cụm thi đua số 2 đã bình chọn, suy tôn huyện Sông Lô là đơn vị dẫn đầu, đề nghị UBND tỉnh tặng Cờ thi đua; huyện Lạc Thủy xếp \
         thứ Nhì, đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.",
    );
    let (flag, letter) = (asked("Cờ thi đua", "UBND tỉnh", 1), asked("Bằng khen", "Chủ tịch UBND tỉnh", 1));
    assert_eq!(told, [flag, letter]);
}

#[test]
fn several_voted_first_are_counted() {
    let told = awards(
        "Khối thi đua thống nhất suy tôn Sở Tư pháp và Sở Nội vụ là đơn vị dẫn đầu, đề nghị UBND tỉnh tặng Cờ thi đua.",
    );
    assert_eq!(told, [asked("Cờ thi đua", "UBND tỉnh", 2)]);
}

#[test]
fn a_vote_that_asks_for_nothing_is_no_award() {
    let told = awards("Hội nghị đã suy tôn Sở Tư pháp là đơn vị dẫn đầu Khối thi đua năm 2023.");
    assert_eq!(told, []);
}

#[test]
fn what_goes_on_behind_something_asked_for_is_asked_for() {
    let told = awards(
        "Hội Nông dân huyện Sông Lô đã khen thưởng 25 tập thể; đề nghị Hội Nông dân tỉnh tặng Cờ thi đua cho 02 đơn vị, Bằng khen cho 08 \
         tập thể.",
    );
    let given =
        ("Khen thưởng".to_owned(), Some("Hội Nông dân huyện Sông Lô".to_owned()), Some(25), None, false);
    let (flag, letter) =
        (asked("Cờ thi đua", "Hội Nông dân tỉnh", 2), asked("Bằng khen", "Hội Nông dân tỉnh", 8));
    assert_eq!(told, [given, flag, letter]);
}

#[test]
fn those_asked_for_may_be_counted_before_the_asking() {
    let told = awards("Năm nay, toàn ngành có 3 đơn vị đề nghị Bộ Y tế tặng Bằng khen.");
    assert_eq!(told, [asked("Bằng khen", "Bộ Y tế", 3)]);
}

#[test]
fn what_was_asked_for_before_names_no_giver() {
    let told = awards(
        "Cụm đề nghị tặng Cờ thi đua của Chính phủ cho Công an tỉnh Lạc Thủy, tặng Cờ thi đua của Bộ Công an cho Công an tỉnh Sông Lô.",
    );
    assert_eq!(told, [asked("Cờ thi đua", "Chính phủ", 1), asked("Cờ thi đua", "Bộ Công an", 1)]);
}

#[test]
fn prizes_of_a_contest_to_come_are_no_results() {
    let reading = told(&format!(
        "Hội thi tiếng hát công nhân\n\n{PARAGRAPH}\n\nCơ cấu giải thưởng gồm: 01 giải Nhất trị giá 10 triệu đồng, 02 giải Nhì mỗi giải 5 \
         triệu đồng.\n\n{PARAGRAPH}"
    ));
    let prizes: Vec<_> = reading.awards.iter().map(|a| (a.form.as_str(), a.status)).collect();
    assert_eq!(prizes, [("Giải Nhất", AwardStatus::Proposed), ("Giải Nhì", AwardStatus::Proposed)]);
    let money: Vec<_> =
        reading.indicators.iter().filter(|i| i.unit == "đồng").map(|i| (i.value, i.status)).collect();
    assert_eq!(money, [(10_000_000, Status::Target), (5_000_000, Status::Target)]);
}

#[test]
fn prizes_handed_to_bodies_are_theirs_and_not_from_whoever_won_before() {
    let told = awards(
        "Kết quả, giải Nhì thuộc về đội Chi đoàn Công an huyện; hai giải Ba được trao cho Đoàn xã Tân Lập và Đoàn xã Hòa Bình.",
    );
    let prize = |form: &str, bodies: i64| (form.to_owned(), None, Some(bodies), None, false);
    assert_eq!(told, [prize("Giải Nhì", 1), prize("Giải Ba", 2)]);
}
