//! Who issued a document: named behind its number or before it, or told by the letters of the number.
//!
//! Not here: the number and its day (`citation`).

use crate::date;
use crate::giver::posts_before;
use crate::key::key_of;
use crate::organisation;
use crate::person;
use crate::post;
use crate::reading::DateValue;
use crate::token::{Sheet, next, prev};

/// The issuer named right behind a document, from token `i` on: "của Bộ Chính trị".
pub(crate) fn issuer(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    let i = if sheet.mark(i) == ',' { next(i) } else { i };
    if !sheet.is(i, "của") {
        return None;
    }
    let mut at = next(i);
    // "của Hội nghị lần thứ 5 Ban Chấp hành Trung ương": the conference is not the issuer.
    if sheet.two(at, "hội", "nghị") {
        at = (at..at.saturating_add(8)).find(|&k| organisation::at(sheet, k).is_some())?;
    }
    // "của Thường vụ Quân ủy Trung ương"
    if sheet.two(at, "thường", "vụ") {
        let body = organisation::at(sheet, at.saturating_add(2))?;
        return Some(sheet.words(at, body.to));
    }
    if sheet.two(at, "thủ", "tướng") {
        return Some("Thủ tướng Chính phủ".to_owned());
    }
    if sheet.two(at, "chủ", "tịch") {
        let body = organisation::at(sheet, at.saturating_add(2))?;
        return Some(sheet.words(at, body.to));
    }
    // "của Viện trưởng Viện Kiểm sát nhân dân tối cao": a post with its body.
    let post = post::read(sheet, at)
        .filter(|p| (at..p.to).any(|k| organisation::at(sheet, k).is_some_and(|f| f.to == p.to)));
    post.map(|p| sheet.words(p.from, p.to))
        .or_else(|| organisation::at(sheet, at).map(|f| sheet.words(f.from, f.to)))
}

/// "Ban Thường vụ Tỉnh ủy tiếp tục ban hành Công văn số …": the body that acts.
pub(crate) fn issued_by(sheet: &Sheet<'_>, document: usize) -> Option<String> {
    let mut at = document;
    while sheet.any(prev(at, 1), &["các", "số"]) {
        at = prev(at, 1);
    }
    if sheet.is(prev(at, 1), "hành") && sheet.is(prev(at, 2), "ban") {
        at = prev(at, 2);
    } else if sheet.any(prev(at, 1), &["ra", "có"]) {
        at = prev(at, 1);
    } else {
        return None;
    }
    while sheet.any(prev(at, 1), &["đã", "vừa", "tiếp", "tục", "cũng", "kịp", "thời", "có", "ký"])
    {
        at = prev(at, 1);
    }
    // "Bộ Chính trị khóa XII ban hành Chỉ thị số …"
    if sheet.is(prev(at, 2), "khóa") && sheet.is_word(prev(at, 1)) {
        at = prev(at, 2);
    }
    // "Chủ tịch UBND tỉnh Trần Văn A vừa ký ban hành": whoever holds the post signs for it.
    let signed =
        (2..=4).rev().filter_map(|n| at.checked_sub(n)).find(|&i| person::run_at(sheet, i) == Some(at));
    at = signed.unwrap_or(at);
    let body = (1..=14)
        .rev()
        .filter_map(|n| at.checked_sub(n))
        .find_map(|i| organisation::at(sheet, i).filter(|f| f.to == at));
    body.map(|f| sheet.words(if signed.is_some() { posts_before(sheet, f.from) } else { f.from }, f.to))
}

/// "Ngày 27/02/2008 UBND tỉnh ra Quyết định số …", "…, ngày 30/6/2021, UBND tỉnh ban hành Kế hoạch số …": the day that opens the
/// clause, when the verb of issuing follows.
pub(crate) fn issued_on(sheet: &Sheet<'_>, document: usize) -> Option<DateValue> {
    let verb = prev(document, 1);
    let issues =
        sheet.any(verb, &["ra", "ký", "có"]) || sheet.is(verb, "hành") && sheet.is(prev(verb, 1), "ban");
    let (start, _) = sheet.sentence_of(document);
    // "+ Ngày 15/8/2011, …": a point of a list.
    let start = if sheet.is_word(start) { start } else { next(start) };
    let opens =
        |i: usize| i == start || sheet.mark(prev(i, 1)) == ',' || sheet.any(prev(i, 1), &["đến", "vào"]);
    let low = start.max(document.saturating_sub(LONGEST_ISSUING));
    let at = (low..document).rfind(|&i| sheet.is(i, "ngày") && opens(i))?;
    let day = date::full_day(sheet, next(at)).filter(|d| d.to < document)?;
    // Another document told between has that day.
    let own = !(day.to..document).any(|i| sheet.is(i, "số"));
    (issues && own).then_some(day.value)
}

/// Most tokens from the day to the document that was issued on it.
const LONGEST_ISSUING: usize = 26;

/// Issuers that the symbols tell beyond doubt.
pub(crate) fn by_symbol(kind: &str, number: &str) -> Option<String> {
    let key = key_of(number);
    let is = |end: &str| key.ends_with(end);
    let name = match () {
        // Nobody else issues decrees.
        () if kind == "Nghị định" || is("nđ-cp") || is("nq-cp") => "Chính phủ",
        () if is("qđ-ttg") || is("ct-ttg") => "Thủ tướng Chính phủ",
        () if key.contains("/qh1") => "Quốc hội",
        () => return None,
    };
    Some(name.to_owned())
}

/// Issuers that the letters behind a document's number stand for; those that differ from case to case ("TU" for a province's or a
/// city's committee) are not told.
const ISSUERS: &[(&str, &str)] = &[
    ("tw", "Trung ương"),
    ("cp", "Chính phủ"),
    ("ttg", "Thủ tướng Chính phủ"),
    ("ctn", "Chủ tịch nước"),
    ("qh", "Quốc hội"),
    ("ubtvqh", "Ủy ban Thường vụ Quốc hội"),
    ("ubnd", "UBND"),
    ("hđnd", "HĐND"),
    ("mttq", "MTTQ"),
    ("ubmttq", "UBMTTQ"),
    ("nhnn", "NHNN"),
    ("vptw", "Văn phòng Trung ương"),
    ("btgtw", "Ban Tuyên giáo Trung ương"),
    ("btctw", "Ban Tổ chức Trung ương"),
    ("bnv", "Bộ Nội vụ"),
    ("bgdđt", "Bộ Giáo dục và Đào tạo"),
    ("btc", "Bộ Tài chính"),
    ("byt", "Bộ Y tế"),
    ("bca", "Bộ Công an"),
    ("bqp", "Bộ Quốc phòng"),
    ("btt", "Ban Thường trực Ủy ban MTTQ"),
    ("stc", "Sở Tài chính"),
    ("snv", "Sở Nội vụ"),
    ("sgdđt", "Sở Giáo dục và Đào tạo"),
    ("hu", "Huyện ủy"),
    ("đu", "Đảng ủy"),
    ("tlđ", "Tổng Liên đoàn Lao động Việt Nam"),
];

/// "482/QĐ-UBND" is the committee's, "Đại hội Đảng lần thứ XIII" the congress's own: who issued what the text tells no issuer of.
pub(crate) fn by_letters(number: &str) -> Option<String> {
    if number.starts_with("Đại hội") && number.contains("lần thứ") {
        return Some(number.to_owned());
    }
    let key = key_of(number);
    let named = |part: &str| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        ISSUERS.iter().find(|(symbol, _)| *symbol == letters).map(|(_, name)| (*name).to_owned())
    };
    let last = key.rsplit(['-', '/', ' ']).find(|part| !part.is_empty())?;
    // "1151/BNV-BTĐKT": the ministry stands before its department.
    named(last).or_else(|| key.split('/').nth(1)?.split('-').next().and_then(named))
}

/// Offices of a committee, by the letters before those of the committee.
const OFFICES: &[(&str, &str)] = &[
    ("btg", "Ban Tuyên giáo "),
    ("btc", "Ban Tổ chức "),
    ("bdv", "Ban Dân vận "),
    ("vp", "Văn phòng "),
    ("ubkt", "Ủy ban Kiểm tra "),
    ("", ""),
];

/// "TU" is a province's committee or a city's: whichever of the two the text names, when it names one of them only.
pub(crate) fn committee(sheet: &Sheet<'_>, number: &str) -> Option<String> {
    let key = key_of(number);
    let letters = key.rsplit(['-', '/']).next()?;
    let office = letters.strip_suffix("tu")?;
    let (_, office) = OFFICES.iter().find(|(symbol, _)| *symbol == office)?;
    let named =
        |first: &str| (0..sheet.len()).any(|i| sheet.is(i, first) && sheet.any(next(i), &["ủy", "uỷ"]));
    match (named("tỉnh"), named("thành")) {
        (true, false) => Some(format!("{office}Tỉnh ủy")),
        (false, true) => Some(format!("{office}Thành ủy")),
        _ => None,
    }
}
