//! The reader on texts as they come: decomposed letters, no-break spaces, dots in dates, capitals, and
//! anything at all.
//!
//! Not here: the figures of the articles (`articles`).

use std::collections::BTreeSet;

use proptest::prelude::*;
use reader::{Options, Reading, Span, read};
use unicode_normalization::UnicodeNormalization;

const ARTICLES: [&str; 5] = ["000", "001", "002", "003", "004"];

fn article(number: &str) -> String {
    let path = format!("{}/../../demo/articles/{number}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn plain(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The facts of a reading without their places, so that readings of variants can be compared.
fn facts(r: &Reading) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    all.extend(r.citations.iter().map(|c| plain(&format!("citation {} {} {:?}", c.kind, c.number, c.date))));
    all.extend(r.dates.iter().map(|d| format!("date {}", d.value)));
    all.extend(r.awards.iter().map(|a| {
        plain(&format!(
            "award {} {:?} {:?} {:?} {:?}",
            a.form, a.by, a.collectives, a.individuals, a.combined
        ))
    }));
    all.extend(
        r.indicators.iter().map(|i| plain(&format!("indicator {} {} {:?}", i.value, i.unit, i.qualifier))),
    );
    all.extend(r.percentages.iter().map(|p| format!("share {}", p.thousandths)));
    all.extend(r.people.iter().map(|p| plain(&format!("person {}", p.name))));
    all.extend(r.organisations.iter().map(|o| plain(&format!("body {}", o.name))));
    all.extend(r.models.iter().map(|m| plain(&format!("model {}", m.name))));
    all.extend(
        r.sessions.iter().map(|s| format!("session {:?} {:?} {:?}", s.points, s.attendees, s.classes)),
    );
    all
}

fn loss(change: impl Fn(&str) -> String) -> (usize, usize, Vec<String>) {
    let (mut same, mut all, mut missing) = (0, 0, Vec::new());
    for number in ARTICLES {
        let text = article(number);
        let before = facts(&read(&text, &Options::default()));
        let after = facts(&read(&change(&text), &Options::default()));
        all += before.len();
        same += before.intersection(&after).count();
        missing.extend(before.difference(&after).map(|f| format!("{number}: {f}")));
    }
    (same, all, missing)
}

#[track_caller]
fn at_most(percent: usize, change: impl Fn(&str) -> String) {
    let (same, all, missing) = loss(change);
    assert!((all - same) * 100 <= percent * all, "lost {} of {all}:\n{}", all - same, missing.join("\n"));
}

#[test]
fn decomposed_letters_lose_nothing() {
    at_most(1, |t| t.nfd().collect());
}

#[test]
fn no_break_spaces_lose_nothing() {
    at_most(1, |t| t.replace(' ', "\u{a0}"));
}

#[test]
fn dots_in_dates_lose_nothing() {
    let dotted = |t: &str| {
        let chars: Vec<char> = t.chars().collect();
        let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
        let year = |from: usize| (from..from + 4).all(|i| digit(Some(i))) && !digit(Some(from + 4));
        let mut out = String::new();
        for (i, c) in chars.iter().enumerate() {
            let between = digit(i.checked_sub(1)) && digit(Some(i + 1));
            let after_year = i >= 4 && (i - 4..i).all(|k| digit(Some(k)));
            let ratio = year(i + 1) && after_year;
            if between && !ratio && matches!(c, '/' | '-') && !after_year {
                out.push('.');
            } else {
                out.push(*c);
            }
        }
        out
    };
    assert_eq!(dotted("18-5-2021, 16/5, 2021-2024"), "18.5.2021, 16.5, 2021-2024");
    at_most(1, dotted);
}

#[test]
fn capitals_lose_at_most_a_tenth() {
    at_most(10, str::to_uppercase);
}

fn covered(spans: &[Span], at: u32) -> bool {
    spans.iter().any(|s| s.start <= at && at < s.end)
}

/// Places of the items that may hold numbers.
fn places_of_facts(r: &Reading) -> Vec<Span> {
    let mentions = r
        .citations
        .iter()
        .map(|i| &i.mention)
        .chain(r.dates.iter().map(|i| &i.mention))
        .chain(r.awards.iter().map(|i| &i.mention))
        .chain(r.indicators.iter().map(|i| &i.mention))
        .chain(r.percentages.iter().map(|i| &i.mention))
        .chain(r.people.iter().map(|i| &i.mention))
        .chain(r.organisations.iter().map(|i| &i.mention))
        .chain(r.sessions.iter().map(|i| &i.mention))
        .chain(r.models.iter().map(|i| &i.mention))
        .chain(r.other_numbers.iter().map(|i| &i.mention));
    mentions.flat_map(|m| m.spans.iter().copied()).chain(r.unclaimed.iter().map(|u| u.span)).collect()
}

/// Places of passages, which say nothing about numbers: they would hide unread figures.
fn places_of_passages(r: &Reading) -> Vec<Span> {
    let lists = [&r.limitations, &r.tasks, &r.captions, &r.boilerplate];
    lists.into_iter().flatten().flat_map(|p| p.mention.spans.iter().copied()).collect()
}

/// What must hold of the reading of any text.
fn sound(text: &str) {
    let reading = read(text, &Options::default());
    let size = u32::try_from(text.chars().count()).unwrap();
    let numbers = places_of_facts(&reading);
    for span in numbers.iter().chain(&places_of_passages(&reading)) {
        assert!(span.start <= span.end && span.end <= size, "{span:?} of {size}");
    }
    for (i, c) in text.chars().enumerate() {
        let at = u32::try_from(i).unwrap();
        assert!(
            !c.is_ascii_digit() || covered(&numbers, at),
            "digit at {at} of {text:?} is neither claimed nor listed"
        );
    }
    let json = reading.to_json(text);
    assert!(json.get("unclaimed").is_some());
}

#[test]
fn every_number_of_the_articles_is_claimed_or_listed() {
    for number in ARTICLES {
        sound(&article(number));
    }
}

#[test]
fn a_number_right_behind_a_badge_ends() {
    sound("Trao Huy hiệu 30 năm tuổi Đảng 30 đồng chí và 40 năm tuổi Đảng 5");
}

#[test]
fn a_badge_written_onto_its_number_gives_a_sound_reading() {
    sound("trao 1Huy hiệu 3năm");
    sound("trao 1 Huy hiệu 30 năm t và 2 Huy hiệu 40 năm");
}

#[test]
fn a_sum_told_with_its_parts_and_once_more_keeps_all_its_places() {
    sound("UBND xã đã biểu dương 27 cá nhân tiêu biểu.\n\nXã biểu dương 27 tập thể, cá nhân (27 cá nhân).");
}

#[test]
fn long_texts_give_sound_readings() {
    let whole = "trồng 50 cây xanh và tặng Giấy khen cho 5 tập thể, đồng chí Nguyễn Văn An, Bí thư Chi bộ 2, đạt 90% ";
    let lines = "Hội nghị số 3: có 12 cây, đạt 90% kế hoạch năm 2024\n";
    let bare = "5.400 ".repeat(6_000);
    let reading = read(&bare, &Options::default());
    assert!(
        reading.other_numbers.is_empty() && reading.unclaimed.len() >= 6_000,
        "a long row is no furniture"
    );
    let glued = "trịTạiĐảng".repeat(8_000);
    let row = "khen thưởng 14 giáo viên đạt giải Nhất; ".repeat(600);
    for text in [whole.repeat(300), lines.repeat(600), bare, glued, row] {
        sound(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_reading(text in "\\PC{0,200}") {
        sound(&text);
    }

    #[test]
    fn any_mixture_of_our_own_words_gives_a_sound_reading(
        parts in prop::collection::vec(prop::sample::select(vec![
            "Đảng ủy", "khối", "tặng", "Giấy khen", "cho", "26", "tập thể", "và", "34", "cá nhân", ",", ".", "\n", "\n\n", "%",
            "Kết luận", "số", "01-KL/TW", "ngày", "18-5-2021", "của", "Bộ Chính trị", "(khóa", "XIII)", "năm", "2023", "hơn", "5.400",
            "3,5", "tỉ", "đồng", "đồng chí", "Nguyễn", "Văn", "A", "Bí thư", "Huy hiệu", "30 năm tuổi Đảng", "“", "”", "mô hình", ":", ";", "-",
            "38/38", "Quốc lộ", "6", "/", "16.5", "chiều", "Ảnh:", "thời gian tới", "còn", "hạn chế", "e\u{301}", "\u{a0}", "…", "m2", "14h30", "99999999999999999999",
            "'", "giáo viên", "đạt giải", "Nhất", "được", "sẽ tập trung", "mong muốn", "Câu lạc bộ", "Công ty", "T.Ư", "Covid-19", "vừa ký",
            "Quyết định", "Huân chương", "gia đình", "vì", "Theo báo.vn",
        ]), 0..60),
        glue in prop::sample::select(vec![" ", "", "\u{a0}", "\n"]),
    ) {
        sound(&parts.join(glue));
    }

    #[test]
    fn cut_articles_give_sound_readings(number in 0_usize..5, from in 0_usize..6000, size in 0_usize..1500) {
        let text: String = article(ARTICLES[number]).chars().skip(from).take(size).collect();
        sound(&text);
    }
}

/// Words that rules look for at the very beginning of a text, where nothing stands before them.
#[test]
fn rules_that_look_back_find_nothing_before_the_beginning() {
    for text in [
        "Số hạn chế như thế không nhiều, và mọi người trong xã đều vui mừng vì phong trào đi lên, ai cũng góp sức trồng cây.",
        "SỐ HẠN CHẾ NHƯ VẬY\n\nMọi người trong xã đều vui mừng vì phong trào đi lên.",
        "và 7 năm 2020",
        "/19 tiêu chí",
        "và thị B",
    ] {
        sound(text);
    }
}
