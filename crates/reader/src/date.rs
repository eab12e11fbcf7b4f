//! Dates as Vietnamese texts write them: 18-5-2021 · 16.5 · ngày 05 tháng 02 năm 2026 · tháng 3/2015 · quý
//! II/2026 · giai đoạn 2021-2024 · năm 2023; and clock times, which are claimed but are no dates.
//!
//! Not here: durations (`other`) and which date is the event's (`page`).

use std::collections::HashMap;

use jiff::civil;

use crate::claim::{Claims, mention};
use crate::lexicon::words::{BRANCHES, STEMS};
use crate::reading::{Certainty, Date, DateValue, Mention, NumberReason, OtherNumber, Reason};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// A date at tokens `from..to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: DateValue,
}

fn small(sheet: &Sheet<'_>, i: usize, low: i64, high: i64) -> Option<i8> {
    if sheet.digits(i).len() > 2 {
        return None;
    }
    sheet.int(i).filter(|n| (low..=high).contains(n)).and_then(|n| i8::try_from(n).ok())
}

/// A year of four digits that is not the first group of a longer number.
pub(crate) fn year(sheet: &Sheet<'_>, i: usize) -> Option<i16> {
    if sheet.digits(i).len() != 4 {
        return None;
    }
    let joined = matches!(sheet.mark(next(i)), '.' | ',')
        && !sheet.gap(next(i))
        && sheet.is_digits(i.saturating_add(2))
        && !sheet.gap(i.saturating_add(2));
    if joined {
        return None;
    }
    sheet.int(i).filter(|y| (1800..=2199).contains(y)).and_then(|y| i16::try_from(y).ok())
}

fn day(sheet: &Sheet<'_>, i: usize) -> Option<i8> {
    small(sheet, i, 1, 31)
}

fn month(sheet: &Sheet<'_>, i: usize) -> Option<i8> {
    small(sheet, i, 1, 12)
}

/// A separator of a date in figures: the token after it.
fn separator(sheet: &Sheet<'_>, i: usize) -> Option<char> {
    Some(sheet.mark(i)).filter(|c| matches!(c, '/' | '-' | '.'))
}

/// A full day in figures or words at token `i` (the day's number).
pub(crate) fn full_day(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let day = day(sheet, i)?;
    let first = next(i);
    // "28 thg 6, 2024": as telephones write it.
    if sheet.any(first, &["tháng", "thg"]) {
        return worded_day(sheet, i, day);
    }
    let sign = separator(sheet, first)?;
    let month = month(sheet, next(first))?;
    let second = first.saturating_add(2);
    // A full stop and a space end a sentence; other separators may stand free ("18 / 5 / 2021").
    if sign == '.' && (sheet.gap(first) || sheet.gap(next(first))) {
        return None;
    }
    if separator(sheet, second) != Some(sign) || (sign == '.' && sheet.gap(next(second))) {
        return None;
    }
    let at = next(second);
    let year = year(sheet, at).or_else(|| short_year(sheet, at, sign))?;
    Some(Found { from: i, to: next(at), value: DateValue::Day { year: Some(year), month, day } })
}

/// "2026-02-05": a stamp of the page.
fn stamp(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let year = year(sheet, i)?;
    let tight = (next(i)..i.saturating_add(5)).all(|k| !sheet.gap(k));
    let two = |at: usize| sheet.digits(at).len() == 2;
    let (second, third) = (i.saturating_add(2), i.saturating_add(4));
    let dashes = sheet.mark(next(i)) == '-' && sheet.mark(next(second)) == '-';
    if !(tight && dashes && two(second) && two(third)) {
        return None;
    }
    let value = DateValue::Day { year: Some(year), month: month(sheet, second)?, day: day(sheet, third)? };
    Some(Found { from: i, to: next(third), value })
}

/// "date 2020-08": a page's stamp without its day; a school year ("năm học 2010-11") is none.
fn month_stamp(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let year = year(sheet, i)?;
    let (dash, second, to) = (next(i), i.saturating_add(2), i.saturating_add(3));
    let tight = !sheet.gap(dash) && !sheet.gap(second) && sheet.mark(dash) == '-';
    let longer = matches!(sheet.mark(to), '-' | '/') && !sheet.gap(to);
    let stamped = sheet.is(prev(i, 1), "date") || sheet.is_line_start(i);
    if !tight || longer || !stamped || sheet.digits(second).len() != 2 {
        return None;
    }
    let month = month(sheet, second)?;
    Some(Found { from: i, to, value: DateValue::Month { year: Some(year), month } })
}

/// "05 tháng 02 năm 2026", with or without the year.
fn worded_day(sheet: &Sheet<'_>, i: usize, day: i8) -> Option<Found> {
    // "Quảng trường 16 tháng 4", "đường 30 tháng 4": a place's name.
    let square = sheet.is(prev(i, 1), "trường") && sheet.is(prev(i, 2), "quảng");
    let street = sheet.any(prev(i, 1), &["đường", "phố"]);
    if (square || street) && !sheet.is(i.saturating_add(3), "năm") {
        return None;
    }
    let month = month(sheet, i.saturating_add(2))?;
    let after = i.saturating_add(3);
    let joins = sheet.is(after, "năm") || separator(sheet, after).is_some() || sheet.mark(after) == ',';
    let year = if joins { year(sheet, next(after)) } else { None };
    let to = if year.is_some() { after.saturating_add(2) } else { after };
    Some(Found { from: i, to, value: DateValue::Day { year, month, day } })
}

/// "22 May, 2024", "April 5, 2023": how pages whose frame is not Vietnamese print the day.
fn foreign_day(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let day = day(sheet, i)?;
    if let Some(found) = month_in_words(sheet, i, day) {
        return Some(found);
    }
    let named = |k: usize| {
        let at = MONTHS.iter().position(|(short, long)| sheet.is(k, short) || sheet.is(k, long))?;
        i8::try_from(at.saturating_add(1)).ok()
    };
    let behind = named(next(i)).map(|month| (i, month, i.saturating_add(2)));
    let (from, month, at) = behind.or_else(|| Some((prev(i, 1), named(prev(i, 1))?, next(i))))?;
    let at = if sheet.mark(at) == ',' { next(at) } else { at };
    let year = year(sheet, at)?;
    Some(Found { from, to: next(at), value: DateValue::Day { year: Some(year), month, day } })
}

/// "25 Tháng Tám 2017", "Tháng Bảy 4, 2025": the month told by its number in words, as some frames print it.
fn month_in_words(sheet: &Sheet<'_>, i: usize, day: i8) -> Option<Found> {
    let named = |k: usize| {
        let (number, to) = crate::number::words_at(sheet, k)?;
        let month = i8::try_from(number).ok().filter(|m| (2..=12).contains(m))?;
        Some((month, to))
    };
    // "9 tháng năm 2023", "Ngày 5 tháng Tư, 2000 công nhân": a frame writes "Tháng" with a capital.
    let heads = |k: usize| sheet.is(k, "tháng") && sheet.caps(k) != Caps::Lower;
    let behind = if heads(next(i)) { named(i.saturating_add(2)) } else { None };
    let before = || {
        let two = |n: usize| heads(prev(i, next(n))).then(|| prev(i, n));
        let from = two(1).or_else(|| two(2))?;
        let (month, _) = named(from).filter(|&(_, to)| to == i)?;
        Some((prev(from, 1), month, next(i)))
    };
    let (from, month, at) = behind.map(|(month, to)| (i, month, to)).or_else(before)?;
    let at = if sheet.mark(at) == ',' { next(at) } else { at };
    let year = year(sheet, at)?;
    Some(Found { from, to: next(at), value: DateValue::Day { year: Some(year), month, day } })
}

/// The months' names on pages whose frame is not Vietnamese, short and long.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

fn short_year(sheet: &Sheet<'_>, i: usize, sign: char) -> Option<i16> {
    if sign == '.' || sheet.digits(i).len() != 2 || sheet.gap(i) {
        return None;
    }
    i16::try_from(sheet.int(i)?).ok()?.checked_add(2000)
}

/// Words that announce a day without a year.
fn announces_day(sheet: &Sheet<'_>, i: usize) -> bool {
    // "ngày thứ Bảy 20/8", "Chủ nhật 21/8"
    let week =
        sheet.any(prev(i, 1), &["hai", "ba", "tư", "năm", "sáu", "bảy"]) && sheet.is(prev(i, 2), "thứ");
    let sunday = sheet.is(prev(i, 1), "nhật") && sheet.is(prev(i, 2), "chủ");
    week || sunday
        || sheet.any(
            prev(i, 1),
            &[
                "ngày", "ngay", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng", "mồng", "dịp", "qua",
                "nay", "ngày:",
            ],
        )
}

/// "16-5", "14/5", "16.5" after a word that announces a day.
fn short_day(sheet: &Sheet<'_>, i: usize, chained: bool, counted: impl Fn(usize) -> bool) -> Option<Found> {
    let day = day(sheet, i)?;
    let sign_at = next(i);
    let sign = separator(sheet, sign_at)?;
    let month = month(sheet, next(sign_at))?;
    let to = i.saturating_add(3);
    // "từ 26/9-2/10/2022": the year is told with the second day.
    let until = full_day(sheet, next(to)).filter(|_| sign == '/' && sheet.mark(to) == '-').map(|f| f.value);
    if let Some(DateValue::Day { year: Some(year), month: last, .. }) = until {
        let year = if month > last { year.saturating_sub(1) } else { year };
        return Some(Found { from: i, to, value: DateValue::Day { year: Some(year), month, day } });
    }
    let longer = separator(sheet, to).is_some() && sheet.is_digits(next(to)) && !sheet.gap(next(to));
    if longer || (sign == '.' && (sheet.gap(sign_at) || sheet.gap(next(sign_at)))) {
        return None;
    }
    let open = prev(i, 1);
    let bracketed = sheet.mark(to) == ')'
        && (sheet.mark(open) == '(' && sign == '/' || sheet.is_word(open) && sheet.mark(prev(i, 2)) == '(');
    // "Quốc khánh 2/9", "Quốc tế Lao động 1/5": the feast names its day.
    let term = sheet.is(open, "đợt") && matches!(sign, '.' | '-')
        || sheet.is(open, "khánh")
        || sheet.is(open, "động") && sheet.is(prev(i, 2), "lao");
    let feast = term
        || sign == '/'
            && sheet.any(open, &["khánh", "lễ", "tết", "động", "minh", "sĩ", "nữ", "đợt", "niệm", "giới"]);
    // "2017-2019 và 10/10 tổ dân phố": a share of things.
    // "hoàn thành trước 25/5"; "trước 9/12 chỉ tiêu" tells a share of things.
    let other = ["năm", "tháng", "kỳ", "đợt", "lượt", "hiệp", "lần", "viện"];
    let until = sheet.is(open, "trước") && sign == '/' && !sheet.any(prev(i, 2), &other);
    let feast = feast || named_day(sheet, i) || until || limit(sheet, i, sign);
    // "Đến nay 8/9 Trạm y tế": up to now, a share of things.
    let so_far = sheet.is(open, "nay") && sheet.is(prev(i, 2), "đến");
    if (so_far || !announces_day(sheet, i)) && (!(chained || bracketed || feast) || counted(to)) {
        return None;
    }
    Some(Found { from: i, to, value: DateValue::Day { year: None, month, day } })
}

/// "chậm nhất 30-6 phải xong", "Tính đến 25-10", "trước 31-12": a day with a dash, past the twelfth, so that it is no range, behind a
/// word that says until when.
fn limit(sheet: &Sheet<'_>, i: usize, sign: char) -> bool {
    let dash = next(i);
    let tight = sign == '-' && !sheet.gap(dash) && !sheet.gap(next(dash));
    let lead = prev(i, 1);
    let late = sheet.is(lead, "nhất") && sheet.any(prev(lead, 1), &["chậm", "muộn"]);
    let until =
        late || sheet.is(lead, "trước") || sheet.is(lead, "đến") && sheet.any(prev(lead, 1), &["tính", "kể"]);
    let least = if until { 0 } else { 12 };
    let falls = |(day, month): (i64, i64)| day > least && day > month && month <= 12;
    let falls = sheet.int(i).zip(sheet.int(next(dash))).is_some_and(falls);
    tight && falls && (until || sheet.any(lead, &["đến", "tới", "hết", "từ"]))
}

/// "ngày sinh Chủ tịch Hồ Chí Minh 19.5", "ngày Toàn dân hiến máu (7-4)": a day of remembrance with its name before it.
fn named_day(sheet: &Sheet<'_>, i: usize) -> bool {
    let word = |k: usize| sheet.is_word(k) || sheet.mark(k) == '(' && next(k) == i;
    let name = (1..=10).map(|n| prev(i, n)).take_while(|&k| word(k));
    name.into_iter().any(|k| {
        let named = sheet.caps(next(k)) == Caps::Title
            || sheet.any(
                next(k),
                &["thành", "truyền", "sinh", "quốc", "thế", "toàn", "thầy", "nhà", "phụ", "hội"],
            );
        sheet.is(k, "ngày") && named && next(k) < i
    })
}

/// "tháng 3/2015", "tháng 5 năm 2024", "3/2015".
fn month_of_year(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let m = month(sheet, i)?;
    let a = next(i);
    let named = sheet.is(prev(i, 1), "tháng");
    let sign = separator(sheet, a);
    let joins = match sign {
        Some('/') => true,
        Some(_) => named && !sheet.gap(a) && !sheet.gap(next(a)),
        None => named && sheet.is(a, "năm"),
    };
    // "Xem tin theo ngày  Tháng 5 2026": the frame of a calendar.
    let frame = named
        && sheet.caps(prev(i, 1)) != Caps::Lower
        && sheet.gap(a)
        && !sheet.is_word(next(a))
        && !sheet.is_digits(next(a));
    if let Some(y) = year(sheet, a).filter(|_| frame) {
        return Some(Found { from: i, to: next(a), value: DateValue::Month { year: Some(y), month: m } });
    }
    let y = if joins { year(sheet, next(a))? } else { return None };
    Some(Found { from: i, to: a.saturating_add(2), value: DateValue::Month { year: Some(y), month: m } })
}

/// "tháng 6" without a year, or with the year a few words on ("tháng 3 - Tháng Thanh niên năm 2019").
fn bare_month(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let month = month(sheet, i)?;
    // "tháng 6,7", "tháng 5,6/2026": two of a row.
    let second = i.saturating_add(2);
    let row = sheet.mark(next(i)) == ','
        && !sheet.gap(next(i))
        && !sheet.gap(second)
        && self::month(sheet, second).is_some();
    let link = prev(i, 1);
    let further = sheet.mark(link) == ','
        && !sheet.gap(i)
        && self::month(sheet, prev(i, 2)).is_some()
        && sheet.is(prev(i, 3), "tháng");
    // "trong tháng 6 và 7.": the second of two, where it counts nothing.
    let further = further
        || sheet.is(link, "và")
            && self::month(sheet, prev(i, 2)).is_some()
            && sheet.is(prev(i, 3), "tháng")
            && (!sheet.is_word(next(i)) && !sheet.is_digits(next(i))
                || sheet.is(next(i), "năm") && year(sheet, i.saturating_add(2)).is_some());
    let joined = matches!(sheet.mark(next(i)), '/' | '.' | ',') && sheet.is_digits(second) && !row;
    // "Cách mạng Tháng 8" is a name.
    let name = sheet.is(prev(i, 2), "mạng");
    // "mỗi tháng 03 video": how many a month.
    let each = sheet.any(prev(i, 2), &["mỗi", "hàng", "hằng"]);
    if !(sheet.is(link, "tháng") && !sheet.is_digits(prev(i, 2)) || further) || joined || name || each {
        return None;
    }
    // The year is told with the second month.
    if row
        && sheet.mark(next(second)) == '/'
        && let Some(year) = year(sheet, second.saturating_add(2))
    {
        return Some(Found { from: i, to: next(i), value: DateValue::Month { year: Some(year), month } });
    }
    let (_, end) = sheet.sentence_of(i);
    let near = next(i)..i.saturating_add(8).min(end);
    // "từ tháng 1 đến tháng 11/2024": the year is told with the second month.
    let (to, at) = (next(i), i.saturating_add(3));
    let span =
        sheet.any(to, &["đến", "-", "và"]) && sheet.is(next(to), "tháng") && sheet.mark(next(at)) == '/';
    // "Tháng 12 và tháng 1/2024": of the year before.
    let before = small(sheet, at, 1, 12).is_some_and(|second| second.saturating_add(6) <= month);
    let later = if span { year(sheet, at.saturating_add(2)) } else { None };
    let later = later.map(|y| y.saturating_sub(i16::from(before)));
    // "nhiệm vụ tháng 5, quý II năm 2026": the year is told with the quarter.
    let quarter = sheet.any(to, &[",", "và"])
        && sheet.any(next(to), &["quý", "quí"])
        && sheet.is(at.saturating_add(1), "năm");
    let later = later.or_else(|| if quarter { year(sheet, at.saturating_add(2)) } else { None });
    let year = later.or(near
        .take_while(|&k| !matches!(sheet.mark(k), ',' | ';' | '.') && !sheet.is(k, "và"))
        .find(|&k| sheet.is(k, "năm"))
        .and_then(|k| year(sheet, next(k))));
    Some(Found { from: i, to: next(i), value: DateValue::Month { year, month } })
}

/// "quý II/2026", "quý 2 năm 2026", "quý I và quý II năm 2025", "quý IV" at the word "quý".
fn quarter(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    if !sheet.any(i, &["quý", "quí"]) {
        return None;
    }
    let q = match sheet.key(next(i)) {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    let a = i.saturating_add(2);
    let told = |a: usize| sheet.is(a, "năm") || separator(sheet, a).is_some();
    if let Some(y) = Some(a).filter(|&a| told(a)).and_then(|a| year(sheet, next(a))) {
        let value = DateValue::Quarter { year: Some(y), quarter: q };
        return Some(Found { from: i, to: a.saturating_add(2), value });
    }
    // The year is told with the second of two; "Quý 4 đối tác" counts whoever is addressed.
    let second = a.saturating_add(3);
    let both = sheet.any(a, &["và", "-", ","]) && sheet.any(next(a), &["quý", "quí"]) && told(second);
    // "quý I và cả năm 2026"
    let whole = sheet.is(a, "và") && sheet.is(next(a), "cả") && sheet.is(a.saturating_add(2), "năm");
    let at = if whole { a.saturating_add(3) } else { next(second) };
    let year = if both || whole { year(sheet, at) } else { None };
    let ends = !sheet.is_word(a)
        || sheet.any(a, &["và", "năm", "vừa", "đã", "với", "bằng", "tự", "so", "là", "đến", "ước", "toàn"]);
    let roman = !sheet.is_digits(next(i));
    (roman || ends).then_some(Found { from: i, to: a, value: DateValue::Quarter { year, quarter: q } })
}

/// "2021-2024", "2015 – 2020".
fn period(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let from = year(sheet, i)?;
    let dash = next(i);
    // "từ năm 2005 đến 2008"
    // "4 năm liền từ 2008 đến 2011"
    let since = sheet.is(prev(i, 1), "từ") && sheet.any(prev(i, 2), &["liền", "tục"])
        || sheet.is(prev(i, 1), "năm") && sheet.is(prev(i, 2), "từ");
    let until = sheet.is(dash, "đến") && since;
    if !matches!(sheet.mark(dash), '-' | '/') && !until {
        return None;
    }
    let to = year(sheet, next(dash))?;
    (from < to).then(|| Found { from: i, to: i.saturating_add(3), value: DateValue::Period { from, to } })
}

/// A year: after "năm" or the other calendar's ("Ất Tỵ 2025"), or bare where nothing is counted by it.
fn bare_year(sheet: &Sheet<'_>, i: usize, counted: impl Fn(usize) -> bool) -> Option<Found> {
    let y = year(sheet, i)?;
    let before = prev(i, 1);
    let lunar = sheet.any(prev(i, 2), &STEMS) && sheet.any(before, &BRANCHES);
    let named = sheet.any(before, &["năm", "khóa", "xuân", "tết", "hè"]) || lunar;
    let after = next(i);
    let money = sheet.any(after, &["đồng", "đ", "triệu", "tỷ", "tỉ", "nghìn", "ngàn"]);
    // "1900 6000": a telephone number in groups.
    let joined = sheet.mark(after) == '/' && !sheet.gap(after)
        || sheet.digits(after).len() >= 3 && sheet.kind(after) == Kind::Digits;
    let bounded = sheet.any(before, &["hơn", "trên", "gần", "khoảng", "số"]);
    // "(SN 1943)": when somebody was born; "luật giáo dục 2005", "Kỳ thi quốc gia 2020", "Connect Fest 2023": part of a name.
    let name = sheet.kind(before) == Kind::Word
        && !sheet.loud(i)
        && sheet.caps(before) != Caps::Lower
        && !sheet.any(before, &["từ", "đến", "tới", "giữa"]);
    // "Chương trình giáo dục phổ thông 2018": the curriculum's name.
    let curriculum = sheet.two(prev(i, 2), "phổ", "thông") || sheet.is(before, "gdpt");
    let name = name || curriculum;
    let plausible = (1900..=2099).contains(&y) && !sheet.is(before, "sn") && !name;
    let bare = plausible && !money && !bounded && !joined && !counted(after);
    (named || bare).then_some(Found { from: i, to: after, value: DateValue::Year(y) })
}

/// A clock time at token `i`: the token after it.
fn clock(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let hour = small(sheet, i, 0, 24)?;
    let a = next(i);
    let minutes = |k: usize| sheet.digits(k).len() == 2 && sheet.int(k).is_some_and(|m| m < 60);
    if sheet.mark(a) == ':' && !sheet.gap(a) && !sheet.gap(next(a)) && minutes(next(a)) {
        let b = a.saturating_add(2);
        let seconds = sheet.mark(b) == ':' && !sheet.gap(next(b)) && minutes(next(b));
        return Some(if seconds { b.saturating_add(2) } else { b });
    }
    if sheet.any(a, &["h", "g", "giờ"]) {
        let tight = !sheet.gap(a);
        if minutes(next(a)) {
            let b = a.saturating_add(2);
            return Some(if sheet.any(b, &["phút", "p", "'"]) { next(b) } else { b });
        }
        let told = sheet.any(prev(i, 1), &["lúc", "vào", "hồi", "từ", "đến", "trước", "sau", "vào lúc"]);
        if told || (tight && sheet.is(a, "h") && hour <= 24) {
            return Some(next(a));
        }
    }
    None
}

/// The day that precedes "và", "đến", "-" before a day with a month ("ngày 19 và 20-6").
fn led_day(sheet: &Sheet<'_>, found: &Found) -> Option<Found> {
    let DateValue::Day { year, month, .. } = found.value else { return None };
    let link = prev(found.from, 1);
    let (link, i) =
        if sheet.is(link, "ngày") { (prev(link, 1), prev(link, 2)) } else { (link, prev(link, 1)) };
    let linked = sheet.any(link, &["và", "đến", "-", ","]);
    // "trong hai ngày, 2-3/12/2014"
    let told = announces_day(sheet, i)
        || sheet.is(prev(i, 1), "từ")
        || sheet.mark(prev(i, 1)) == ',' && sheet.is(prev(i, 2), "ngày")
        || row_of_days(sheet, i);
    let d = if linked && told { day(sheet, i)? } else { return None };
    Some(Found { from: i, to: next(i), value: DateValue::Day { year, month, day: d } })
}

/// "các ngày 3, 4 và 5 tháng 9": another day of the row, that a word announces, stands before token `i`.
fn row_of_days(sheet: &Sheet<'_>, i: usize) -> bool {
    let first = prev(i, 2);
    sheet.mark(prev(i, 1)) == ',' && day(sheet, first).is_some() && announces_day(sheet, first)
}

/// All dates and clock times that are still free, in the order of the text; takes them.
pub(crate) fn scan(
    claims: &mut Claims<'_, '_>,
    counted: impl Fn(&Sheet<'_>, usize) -> bool,
) -> (Vec<Found>, Vec<OtherNumber>) {
    let sheet = claims.sheet;
    let (mut dates, mut clocks) = (Vec::new(), Vec::new());
    let mut last_end = usize::MAX;
    let mut i = 0;
    while i < sheet.len() {
        let free = claims.free(i);
        if free && let Some(found) = quarter(sheet, i) {
            i = push(claims, &mut dates, found);
            continue;
        }
        if !free || !sheet.is_digits(i) {
            i = next(i);
            continue;
        }
        let link = prev(i, 1);
        let after_date = link == last_end && sheet.any(link, &["-", "và", "đến"]);
        let after_day = sheet.any(link, &["và", "đến", "-", ","])
            && day(sheet, prev(i, 2)).is_some()
            && announces_day(sheet, prev(i, 2));
        let chained = after_date || after_day;
        let found = full_day(sheet, i)
            .or_else(|| stamp(sheet, i))
            .or_else(|| month_stamp(sheet, i))
            .or_else(|| foreign_day(sheet, i))
            .or_else(|| month_of_year(sheet, i))
            .or_else(|| period(sheet, i))
            .or_else(|| short_day(sheet, i, chained, |k| counted(sheet, k)))
            .or_else(|| bare_month(sheet, i))
            .or_else(|| bare_year(sheet, i, |k| counted(sheet, k)));
        if let Some(found) = found.filter(|f| claims.all_free(f.from, f.to)) {
            let mut first = led_day(sheet, &found);
            while let Some(led) = first.filter(|l| claims.all_free(l.from, l.to)) {
                first = led_day(sheet, &led);
                push(claims, &mut dates, led);
            }
            i = push(claims, &mut dates, found);
            last_end = i;
        } else if let Some(to) = clock(sheet, i).filter(|&to| claims.all_free(i, to)) {
            claims.take(i, to);
            clocks.push(OtherNumber {
                value: sheet.words(i, to),
                reason: NumberReason::PageFurniture,
                mention: mention(sheet, i, to, Certainty::Likely, &[]),
            });
            i = to;
        } else {
            i = next(i);
        }
    }
    dates.sort_by_key(|f| f.from);
    (dates, clocks)
}

fn push(claims: &mut Claims<'_, '_>, dates: &mut Vec<Found>, found: Found) -> usize {
    claims.take(found.from, found.to);
    dates.push(found);
    found.to
}

/// Gives a day without a year the year that puts it next to the publication: the same year, or the one
/// before when it would lie more than a month ahead.
pub(crate) fn with_year(value: DateValue, published: Option<civil::Date>) -> DateValue {
    let (DateValue::Day { year: None, month, day }, Some(published)) = (value, published) else {
        return value;
    };
    let ahead = i32::from(month).saturating_sub(i32::from(published.month())) > 1;
    let year = if ahead { published.year().saturating_sub(1) } else { published.year() };
    DateValue::Day { year: Some(year), month, day }
}

/// A month, and its day where one is told.
type Told = (i8, Option<i8>);

fn told_with_year(value: DateValue) -> Option<(Told, Option<i16>)> {
    match value {
        DateValue::Day { year, month, day } => Some(((month, Some(day)), year)),
        DateValue::Month { year, month } => Some(((month, None), year)),
        // No month is numbered like a quarter here.
        DateValue::Quarter { year, quarter } => Some(((quarter.saturating_add(QUARTERS), None), year)),
        DateValue::Year(_) | DateValue::Period { .. } => None,
    }
}

/// What is added to a quarter to tell it from a month.
const QUARTERS: i8 = 100;

/// "Sáng 7-11, … đợt 7-11-2025", "cuối tháng 8, … tháng 8/2011": what is told without its year is what the text tells in full
/// elsewhere; a day of long ago ("19-5-1890") is another one.
fn told_in_full(value: DateValue, full: &HashMap<Told, i16>) -> DateValue {
    let year = told_with_year(value)
        .filter(|(_, year)| year.is_none())
        .and_then(|(told, _)| full.get(&told).copied());
    match value {
        DateValue::Day { year: None, month, day } => DateValue::Day { year, month, day },
        DateValue::Month { year: None, month } => DateValue::Month { year, month },
        DateValue::Quarter { year: None, quarter } => DateValue::Quarter { year, quarter },
        DateValue::Day { .. }
        | DateValue::Month { .. }
        | DateValue::Quarter { .. }
        | DateValue::Year(_)
        | DateValue::Period { .. } => value,
    }
}

/// The years that the text tells in full for the days and months of a year, the latest for each.
fn in_full(found: &[Found]) -> HashMap<Told, i16> {
    let mut full = HashMap::new();
    // "(20/11/1982 – 20/11/2016)": a feast and its jubilee, of which "ngày 20/11" says no year.
    let jubilee = |n: usize| {
        let day = |n: usize| found.get(n).and_then(|f| civil_day(f.value));
        let again = |other: Option<civil::Date>| {
            day(n)
                .zip(other)
                .is_some_and(|(a, b)| (a.month(), a.day()) == (b.month(), b.day()) && a.year() != b.year())
        };
        again(n.checked_sub(1).and_then(day)) || again(day(n.saturating_add(1)))
    };
    let plain = found.iter().enumerate().filter(|&(n, _)| !jubilee(n)).map(|(_, f)| f);
    for (told, year) in plain.filter_map(|f| told_with_year(f.value)) {
        if let Some(year) = year.filter(|&y| y >= 2000) {
            let latest = full.entry(told).or_insert(year);
            *latest = year.max(*latest);
        }
    }
    full
}

/// The month in which a page says that it was written ("date 2020-08" before the first word), as a day late in it.
pub(crate) fn page_month(sheet: &Sheet<'_>, found: &[Found]) -> Option<civil::Date> {
    let first = found.first().filter(|f| sheet.is(0, "date") && f.from == 1)?;
    let DateValue::Month { year: Some(year), month } = first.value else { return None };
    civil::Date::new(year, month, 28).ok()
}

/// Whether the day exists; a day without a year is tried in a leap year.
pub(crate) fn exists(value: DateValue) -> bool {
    match value {
        DateValue::Day { year, month, day } => civil::Date::new(year.unwrap_or(2024), month, day).is_ok(),
        DateValue::Month { .. }
        | DateValue::Quarter { .. }
        | DateValue::Year(_)
        | DateValue::Period { .. } => true,
    }
}

/// The calendar day of a value that has all three parts.
pub(crate) fn civil_day(value: DateValue) -> Option<civil::Date> {
    match value {
        DateValue::Day { year: Some(year), month, day } => civil::Date::new(year, month, day).ok(),
        DateValue::Day { .. }
        | DateValue::Month { .. }
        | DateValue::Quarter { .. }
        | DateValue::Year(_)
        | DateValue::Period { .. } => None,
    }
}

/// Merges the findings into one item a date, with every place.
pub(crate) fn merge(sheet: &Sheet<'_>, found: &[Found], published: Option<civil::Date>) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    let full = in_full(found);
    for (n, f) in found.iter().enumerate() {
        let value = year_behind(sheet, f, found.get(next(n))).unwrap_or(f.value);
        let value = told_in_full(with_year(value, published), &full);
        let known = dates.iter_mut().find(|d| d.value == value);
        if let Some(date) = known {
            date.mention.again(sheet.span(f.from, f.to));
            continue;
        }
        dates.push(Date { value, mention: told(sheet, f, value) });
    }
    dates
}

/// "từ ngày 15/5 đến 19/5/2021", "28/12 - 3/1/2022": the year of a range is told with its end.
fn year_behind(sheet: &Sheet<'_>, found: &Found, end: Option<&Found>) -> Option<DateValue> {
    let DateValue::Day { year: None, month, day } = found.value else { return None };
    let end = end.filter(|end| end.from > found.to && end.from <= found.to.saturating_add(3))?;
    let DateValue::Day { year: Some(year), month: last, day: stop } = end.value else { return None };
    let linked = sheet.any(found.to, &["đến", "tới", "-", "–", "và"])
        && (next(found.to)..end.from).all(|i| sheet.any(i, &["ngày", "hết", "sáng", "chiều"]));
    let year = if (month, day) > (last, stop) { year.saturating_sub(1) } else { year };
    linked.then_some(DateValue::Day { year: Some(year), month, day })
}

fn told(sheet: &Sheet<'_>, found: &Found, value: DateValue) -> Mention {
    let (certainty, reason) = if !exists(value) {
        (Certainty::Doubtful, Reason::ImpossibleDate)
    } else if value != found.value {
        (Certainty::Likely, Reason::YearInferred)
    } else if matches!(value, DateValue::Day { year: None, .. } | DateValue::Month { year: None, .. }) {
        (Certainty::Doubtful, Reason::YearMissing)
    } else {
        (Certainty::Certain, Reason::FullForm)
    };
    mention(sheet, found.from, found.to, certainty, &[reason])
}

#[cfg(test)]
mod tests;
