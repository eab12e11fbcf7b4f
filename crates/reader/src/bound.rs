//! Bounds of a number: "hơn", "gần", "từ … trở lên", "đến"; and words that look like one and lead to whoever is counted.
//!
//! Not here: the words themselves (`number`).

use crate::indicator::money_at;
use crate::lexicon::units::{PEOPLE, WITH_OTHERS};
use crate::number::{self, Number};
use crate::reading::Qualifier;
use crate::token::{Sheet, next, prev};

/// The bound of a number: kind, its words, and the first token of the whole.
pub(crate) fn bound(sheet: &Sheet<'_>, number: &Number) -> (Qualifier, String, usize) {
    match number::qualifier_before(sheet, number.from) {
        Some((_, from)) if leads_to(sheet, from, number) => (Qualifier::Exact, String::new(), number.from),
        // "gắn 146 bóng đèn trên 11,8km lộ": along which they stand.
        Some((_, from)) if along(sheet, from, number) => (Qualifier::Exact, String::new(), number.from),
        Some((kind, from)) => (kind, sheet.keys(from, number.from), from),
        None if starts_from(sheet, number) => {
            let from = prev(number.from, 1);
            (Qualifier::MoreThan, sheet.keys(from, number.from), from)
        }
        None if sheet.two(number.to, "trở", "lên") => {
            (Qualifier::MoreThan, sheet.keys(number.to, number.to.saturating_add(2)), number.from)
        }
        None => (Qualifier::Exact, String::new(), number.from),
    }
}

/// "trên" at token `from` says along which road something that was counted right before it stands.
fn along(sheet: &Sheet<'_>, from: usize, number: &Number) -> bool {
    let near = (2..=5).filter_map(|n| from.checked_sub(n)).find(|&i| !sheet.is_word(i));
    sheet.is(from, "trên")
        && sheet.any(number.to, &["km", "m", "mét"])
        && near.is_some_and(|i| sheet.is_digits(i) && !sheet.is_digits(prev(from, 1)))
}

/// Most tokens from a number to "trở lên".
const LONGEST_UPWARD: usize = 8;

/// "mỗi năm kết nạp từ 5 đảng viên mới trở lên", "mức hỗ trợ từ 50 triệu đồng/căn", "mỗi năm có từ 12 sáng kiến": "từ" right
/// before a number says at least; "tăng từ 5,4 lên 14,7 triệu" and "đến từ 12 xã" say something else.
fn starts_from(sheet: &Sheet<'_>, number: &Number) -> bool {
    let from = prev(number.from, 1);
    if !sheet.is(from, "từ") || number.of.is_some() {
        return false;
    }
    let before = prev(from, 1);
    let (_, end) = sheet.sentence_of(number.from);
    let clause = |k: &usize| *k < end && !matches!(sheet.mark(*k), ',' | ';' | '(');
    let behind = || (number.to..number.to.saturating_add(LONGEST_UPWARD)).take_while(clause);
    if behind().any(|k| sheet.two(k, "trở", "lên")) {
        return true;
    }
    let changes = behind().any(|k| sheet.any(k, &["lên", "xuống", "còn"]));
    let source = ["nguồn", "lấy", "trích", "tiền", "xuất", "đến", "nâng", "tăng", "giảm", "rút", "trừ"];
    let range = sheet.mark(number.to) == '-' || sheet.is(number.to, "đến");
    let upper = number::at(sheet, next(number.to)).filter(|_| range);
    let paid = number.scaled && sheet.is(number.to, "đến")
        || money_at(sheet, number.to).is_some()
        || upper.is_some_and(|n| n.scaled && money_at(sheet, n.to).is_some());
    let each = sheet.is(before, "có") && (2..=6).any(|n| sheet.any(prev(before, n), &["mỗi", "hằng"]));
    !changes && (each || paid && !sheet.any(before, &source))
}

/// First syllables of what is done until it reaches somebody: "triển khai đến", "trao quà đến", "tuyên truyền đến".
const REACHES: &[&str] =
    &["triển", "tuyên", "lan", "trao", "tặng", "gửi", "phổ", "chuyển", "quán", "đưa", "nhân", "phát", "kết"];

/// Most tokens between such a verb and "đến".
const LONGEST_REACH: usize = 24;

/// "triển khai đến 2 công đoàn cơ sở", "trao quà đến 200 em": "đến" at token `from` leads to whoever is counted and bounds
/// nothing.
fn leads_to(sheet: &Sheet<'_>, from: usize, number: &Number) -> bool {
    let whom = |i: usize| {
        PEOPLE.has(sheet, i)
            || WITH_OTHERS.has(sheet, i)
            || sheet.any(i, &["em", "cháu", "hộ"])
            || sheet.two(i, "công", "đoàn")
            || sheet.two(i, "tổ", "chức")
            || sheet.two(i, "điểm", "cầu")
            || sheet.any(i, &["chi", "đảng", "liên", "cơ"])
                && sheet.any(next(i), &["bộ", "đoàn", "hội", "sở"])
    };
    // "mỗi nhóm 25 đến 30 hộ": the upper end of a range.
    if sheet.is(from, "đến") && sheet.is_digits(prev(from, 1)) {
        return !sheet.is(prev(from, 2), "từ");
    }
    // "lan tới 9/9 khu công nghiệp": all of them, and no bound.
    let reach = sheet.any(from, &["đến", "tới"]);
    if reach && number.of.is_some() {
        return true;
    }
    next(from) == number.from
        && reach
        && !number.scaled
        && whom(number.to)
        && !sheet.any(prev(from, 1), &["lên", "có", "đa", "hút", "được"])
        && (from.saturating_sub(LONGEST_REACH).max(sheet.sentence_of(from).0)..from)
            .any(|i| sheet.any(i, REACHES))
}

/// Where the number before a range's upper end at token `i` begins, with its bound; `None` when `i` ends no range.
pub(crate) fn range_from(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let dash = i.checked_sub(1).filter(|&k| sheet.mark(k) == '-')?;
    let low = (dash.saturating_sub(3)..dash).find(|&k| number::at(sheet, k).is_some_and(|n| n.to == dash))?;
    Some(bound(sheet, &number::at(sheet, low)?).2)
}
