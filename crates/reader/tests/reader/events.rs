//! What a page tells of an event: when and where it was, who held it and of what kind.
//!
//! Not here: titles, bylines and captions (`pages`, `rules_page`).

use crate::told::{FURTHER, told};

/// Day, place, who held it.
fn event(lead: &str) -> (Option<String>, Option<String>, Option<String>) {
    let meta = told(&format!("Tin của xã nhà trong tuần\n\n{lead}\n\n{FURTHER}")).meta;
    (
        meta.event_date.map(|d| d.value.to_string()),
        meta.place.map(|p| p.value),
        meta.organiser.map(|o| o.value),
    )
}

fn all(day: &str, place: &str, by: &str) -> (Option<String>, Option<String>, Option<String>) {
    (Some(day.to_owned()), Some(place.to_owned()), Some(by.to_owned()))
}

#[test]
fn the_hall_is_where_it_was_and_holds_nothing() {
    let lead = "Sáng 16/5/2024, tại Hội trường UBND xã Tân Lập, Đảng ủy xã Tân Lập tổ chức hội nghị sơ kết công tác dân vận.";
    assert_eq!(event(lead), all("2024-05-16", "Hội trường UBND xã Tân Lập", "Đảng ủy xã Tân Lập"));
    let lead = "Chiều nay (3/6/2025), tại xã Bình Sơn, tỉnh Nam Định, Hội Nông dân tỉnh Nam Định phối hợp phát động trồng cây.";
    assert_eq!(event(lead), all("2025-06-03", "xã Bình Sơn, tỉnh Nam Định", "Hội Nông dân tỉnh Nam Định"));
    let lead = "Ngày 2/3/2023, tại Hội trường 305.B - Trường Đại học Tân Lập, Công đoàn Trường Đại học Tân Lập tổ chức gặp mặt.";
    let (_, place, by) = event(lead);
    assert_eq!(place.as_deref(), Some("Hội trường 305.B - Trường Đại học Tân Lập"));
    assert_eq!(by.as_deref(), Some("Công đoàn Trường Đại học Tân Lập"));
}

#[test]
fn without_a_hall_whoever_held_it_says_where() {
    let lead = "Ngày 7/4/2024, Ủy ban MTTQ Việt Nam phường Yên Hòa tổ chức lễ ra quân làm sạch đường phố.";
    assert_eq!(event(lead), all("2024-04-07", "phường Yên Hòa", "Ủy ban MTTQ Việt Nam phường Yên Hòa"));
    // A name that is taken from a person is no place.
    let lead = "Ngày 7/4/2024, Công ty Sao Vàng tổ chức hội nghị học tập tư tưởng Hồ Chí Minh cho công nhân.";
    assert_eq!(event(lead).1, None);
}

#[test]
fn neither_a_prime_minister_nor_a_plans_day_is_the_events() {
    let lead = "Thực hiện kế hoạch ngày 2/12/2022 của Tỉnh ủy, ngày 5/1/2023, Thủ tướng Chính phủ dự lễ do Sở Nội vụ Hà Nam tổ chức.";
    let (day, _, by) = event(lead);
    assert_eq!(day.as_deref(), Some("2023-01-05"));
    assert_eq!(by.as_deref(), Some("Sở Nội vụ Hà Nam"));
}

#[test]
fn awards_counted_make_an_event_of_commendation() {
    let kinds = |lead: &str| told(&format!("Tin của xã nhà\n\n{lead}\n\n{FURTHER}")).meta.event_types;
    let lead = "Sáng 16/5, Đảng ủy xã Tân Lập tổ chức sơ kết công tác dân vận; 5 tập thể được tặng Giấy khen trong dịp này.";
    assert!(kinds(lead).iter().any(|k| k == "khen thưởng"));
    let lead = "Sáng 16/5, Đảng ủy xã Tân Lập tổ chức sơ kết công tác dân vận với đông đủ bí thư các chi bộ trong toàn xã.";
    assert_eq!(kinds(lead), ["sơ kết"]);
}

#[test]
fn the_pages_own_day_in_the_line_above_hides_no_event() {
    let day = |lead: &str| {
        let page = told(&format!("Xã Tân Lập tổng kết công tác năm\n\n23/01/2019\n\n{lead}\n\n{FURTHER}"));
        page.meta.event_date.map(|d| d.value.to_string())
    };
    let lead = "Ngày 22-1-2019, Công an xã Tân Lập tổ chức hội nghị tổng kết công tác năm 2018 và triển khai nhiệm vụ năm 2019 với sự có mặt \
                của lãnh đạo xã.";
    assert_eq!(day(lead).as_deref(), Some("2019-01-22"));
    let plan = "Theo Kế hoạch số 5/KH ngày 20/1/2019 của xã, Công an xã Tân Lập họp bàn việc giữ gìn trật tự trong dịp Tết ở các thôn.";
    assert_eq!(day(plan), None);
}

#[test]
fn a_quarter_takes_the_year_told_with_it_or_elsewhere_or_none() {
    use crate::told::days;
    assert_eq!(days("Việc của quý I và quý II năm 2025 đã xong."), ["2025-Q1", "2025-Q2"]);
    assert_eq!(days("Hướng tới quý I và cả năm 2026."), ["2026-Q1", "2026"]);
    assert_eq!(days("Trong quý IV/2024, hội họp hai lần. Cuối quý IV, hội liên hoan."), ["2024-Q4"]);
    assert_eq!(days("Cuối quý III, hội liên hoan."), ["XXXX-Q3"]);
    assert!(days("Kính mời quý 4 nhà vườn cùng dự.").is_empty());
}
