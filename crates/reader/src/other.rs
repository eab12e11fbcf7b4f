//! Numbers that are no figures, each with the reason: durations, jubilees, ordinals, parts of names, list
//! numbers, page furniture.
//!
//! Not here: clock times (`date`, which must tell them from days).

use crate::claim::{Claims, mention};
use crate::indicator::past_courtesy;
use crate::indicator::{counted, money_at};
use crate::lexicon::organisations::LEVEL;
use crate::lexicon::units::{NAMED_BY_NUMBER, TIME};
use crate::number;
use crate::organisation;
use crate::practice::Named;
use crate::reading::{Certainty, NumberReason, OtherNumber};
use crate::token::{Caps, Kind, Sheet, next, prev};
use crate::uncounted::{counted_time, mean_mark, rhetorical};

fn claim(claims: &mut Claims<'_, '_>, items: &mut Vec<OtherNumber>, hit: (usize, usize, NumberReason)) {
    let (from, to, reason) = hit;
    let sheet = claims.sheet;
    claims.take(from, to);
    let digits = (from..to).find(|&i| sheet.is_digits(i) || sheet.kind(i) == Kind::Mixed).unwrap_or(from);
    let last = (digits..to).rev().find(|&i| sheet.is_digits(i)).map_or(next(digits), next);
    items.push(OtherNumber {
        value: sheet.words(digits, last),
        reason,
        mention: mention(sheet, from, to, Certainty::Likely, &[]),
    });
}

/// "3 năm", "133 năm Ngày sinh", "1-2 năm", "20 tuổi" at digit token `i`.
fn time(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    let mut to = number::at(sheet, i)?.to;
    if sheet.mark(to) == '-' && sheet.is_digits(next(to)) {
        to = number::at(sheet, next(to))?.to;
    }
    if sheet.any(to, &["tuổi"]) {
        return Some((i, next(to), NumberReason::Age));
    }
    let (end, _) = TIME.at(sheet, past_courtesy(sheet, to))?;
    if number::at(sheet, i).is_some_and(|n| counted_time(sheet, &n)) {
        return None;
    }
    // "ủng hộ 01 ngày lương"
    if sheet.is(to, "ngày") && sheet.any(end, &["công", "lương"])
        || number::at(sheet, i).is_some_and(|n| n.scaled) && sheet.any(end, &["học", "công", "tốt"])
    {
        return None;
    }
    let jubilee = sheet.any(end, &["ngày", "thành", "cách", "kỷ", "truyền"])
        && (prev(i, 5)..i).any(|k| sheet.any(k, &["niệm", "mừng", "dịp"]))
        || (sheet.is(to, "năm") && sheet.is(end, "ngày"));
    let badge = (prev(i, 5).min(i)..i).any(|k| sheet.two(k, "huy", "hiệu"));
    let reason = if badge {
        NumberReason::InName
    } else if jubilee {
        NumberReason::Anniversary
    } else {
        NumberReason::Duration
    };
    Some((i, end, reason))
}

/// "đạt 92,5 điểm", "từ 80,5-81 điểm", "56 - 60/60 điểm" at digit token `i`: what judges gave. Places counted ("12 điểm cầu", "3 điểm
/// trường") are figures.
fn score(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    let first = number::at(sheet, i)?;
    let low = sheet.mark(first.to) == '-' && sheet.is_digits(next(first.to));
    let last = if low { number::at(sheet, next(first.to))? } else { first };
    let at = last.to;
    // "đạt 8/9 phiếu": votes.
    let votes = first.of.is_some() && sheet.is(at, "phiếu") && sheet.any(prev(i, 1), &["đạt", "được", "với"]);
    if votes {
        return Some((i, next(at), NumberReason::Score));
    }
    if sheet.is(at, "điểm") && mean_mark(sheet, i) {
        return None;
    }
    // "Chào hỏi (20 điểm), Kiến thức (30 điểm)": the most that a part of a contest gives.
    let most = sheet.mark(prev(i, 1)) == '(' && sheet.mark(next(at)) == ')' && sheet.gap(at);
    let places =
        || (prev(i, 8).min(i)..prev(i, 1)).any(|k| sheet.is(k, "điểm") && sheet.mark(next(k)) != ')');
    // "tăng 4,1 điểm %": a share.
    let closes = !sheet.is_word(next(at)) && sheet.mark(next(at)) != '%'
        || sheet.any(next(at), &["và", "trên", "trở", "xếp", "đối", "về"]);
    let reached = (1..=3).any(|n| sheet.any(prev(i, n), &["đạt", "chấm", "cộng", "trừ"]));
    let parts = first.thousandths > 0 || last.thousandths > 0;
    // "đạt 12 điểm, trong đó có 5 điểm du lịch", "đạt 3 điểm và 5 mô hình": places, told further.
    let then = at.saturating_add(2);
    let further = sheet.mark(next(at)) == ',' && sheet.is(then, "trong")
        || (sheet.mark(next(at)) == ',' || sheet.is(next(at), "và")) && sheet.is_digits(then);
    // "60/60 điểm", "69/70 điểm" are out of a round sum; "xử lý 12/15 điểm ngập" counts places.
    let share = first.of.or(last.of);
    let round = share.is_some_and(|of| of % 10 == 0);
    // "Thang điểm gồm nội dung 50 điểm, phong cách 30 điểm": what judges may give.
    let scale = || (sheet.sentence_of(i).0..i).any(|k| sheet.two(k, "thang", "điểm"));
    let sure = parts || round || most && !places() || reached && (share.is_some() || !further) || scale();
    (sheet.is(at, "điểm") && closes && sure).then_some((i, next(at), NumberReason::Score))
}

/// "lần thứ 5", "Quốc lộ 6", "khoản 2 Điều 3" at digit token `i`.
fn named(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    let before = prev(i, 1);
    let to = number::at(sheet, i)?.to;
    if sheet.any(before, &["điều", "khoản", "chương", "mục"]) && sheet.line_of(before) == sheet.line_of(i)
    {
        return Some((before, to, NumberReason::PlaceInDocument));
    }
    // "sinh hoạt vào ngày 3 hằng tháng": which day.
    if sheet.any(before, &["ngày", "mùng", "mồng"])
        && sheet.any(to, &["hằng", "hàng"])
        && sheet.is(next(to), "tháng")
    {
        return Some((before, next(next(to)), NumberReason::Ordinal));
    }
    // "thương binh 2/4 Ngô Văn Tỵ": how badly hurt.
    if sheet.is(before, "binh") && sheet.any(prev(i, 2), &["thương", "bệnh"]) && sheet.mark(next(i)) == '/'
    {
        return Some((before, to, NumberReason::InName));
    }
    // "mỗi nhóm 25 đến 30 hộ": how many are in each.
    if sheet.is(prev(i, 2), "mỗi") && sheet.is(to, "đến") && sheet.is_digits(next(to)) {
        return None;
    }
    // "trực 24/7": day and night.
    if sheet.digits(i) == "24" && sheet.mark(next(i)) == '/' && sheet.is(i.saturating_add(2), "7") {
        return Some((i, to, NumberReason::InName));
    }
    // "tuổi 18 càng trở nên đáng nhớ"
    if sheet.is(before, "tuổi") && !sheet.is(to, "tuổi") {
        return Some((before, to, NumberReason::Age));
    }
    // "Số: 34/BC-UBND" in a line of its own: the number of the document that is read.
    if let Some(end) = own_number(sheet, i) {
        return Some((i, end, NumberReason::InName));
    }
    // "cự ly 5km": which race.
    if sheet.any(before, &["ly", "li"]) && sheet.is(prev(i, 2), "cự") {
        return Some((before, to, NumberReason::InName));
    }
    // "sinh viên năm 3 Trường Đại học A": which year of studies.
    if sheet.is(before, "năm") && sheet.is(prev(i, 2), "viên") && to == next(i) && sheet.digits(i).len() == 1
    {
        return Some((before, to, NumberReason::Ordinal));
    }
    // "mùng 1 Tết": a day of the other calendar.
    if sheet.any(before, &["thứ", "lần", "top", "tốp", "mùng", "mồng"]) {
        return Some((before, to, NumberReason::Ordinal));
    }
    // "mỗi tháng 03 video"
    let each = sheet.any(prev(i, 2), &["mỗi", "hàng", "hằng"]);
    if each && sheet.any(before, &["tháng", "quý", "năm"]) {
        return None;
    }
    if sheet.is(before, "tháng") {
        return Some((before, to, NumberReason::Ordinal));
    }
    // "chi hội 8, 13 và 14": the further numbers of a row of names.
    let mut first = i;
    while (sheet.mark(prev(first, 1)) == ',' || sheet.is(prev(first, 1), "và"))
        && sheet.is_digits(prev(first, 2))
    {
        first = prev(first, 2);
    }
    if first < i && NAMED_BY_NUMBER.ending(sheet, first, 4).is_some() && to == next(i) && !counted(sheet, to)
    {
        return Some((i, to, NumberReason::InName));
    }
    // "nâng cấp 16 trạm bơm": the second half of a verb.
    // "cơ bản 12/12 đơn vị", "văn bản 3": no village.
    let verb = sheet.is(before, "cấp") && sheet.any(prev(i, 2), &["nâng", "cung", "trợ", "phân", "trao"])
        || sheet.is(before, "bản") && sheet.any(prev(i, 2), &["cơ", "văn", "kịch", "căn", "ấn"])
        || sheet.is(before, "phòng") && sheet.is(prev(i, 2), "tiêm");
    let (from, _) = NAMED_BY_NUMBER.ending(sheet, i, 4).filter(|_| !verb)?;
    let mut chain = next(i);
    while matches!(sheet.mark(chain), '/' | '-')
        && !sheet.gap(chain)
        && sheet.is_digits(next(chain))
        && !sheet.gap(next(chain))
    {
        chain = chain.saturating_add(2);
    }
    if chain > next(i) {
        return Some((from, chain, NumberReason::InName));
    }
    let single = to == next(i) && sheet.digits(i).len() <= 4;
    // "ở phường 5 hộ nghèo": a counted thing after the number speaks against a name.
    // "trong số 74 đảng viên" counts; "đơn vị số 3" names.
    let numbered = sheet.is(before, "số") && !sheet.any(prev(i, 2), &["trong", "tổng"]);
    // "tổ dân phố 17 phường Tân Lập" lies there.
    let lies = LEVEL.at(sheet, to).is_some_and(|(place, _)| organisation::proper(sheet, place));
    let counted = counted(sheet, to) && !numbered && !lies && sheet.caps(to) == Caps::Lower;
    (single && !counted).then_some((from, to, NumberReason::InName))
}

/// The end of a document's own number at digit token `i`, alone in its line behind "Số".
fn own_number(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let colon = sheet.mark(prev(i, 1)) == ':';
    let word = prev(i, if colon { 2 } else { 1 });
    let line = sheet.line(sheet.line_of(i));
    let alone = line.from == word && sheet.is(word, "số") && matches!(sheet.mark(next(i)), '/' | '-');
    (alone && line.to.saturating_sub(i) <= LONGEST_NUMBER).then_some(line.to)
}

/// Most tokens of a document's own number: "34/QĐ-UBND-TĐKT".
const LONGEST_NUMBER: usize = 14;

/// "1. Công tác lãnh đạo", "2.3. Đổi mới", "a) …" at digit token `i` that opens a line.
fn list_number(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    if !sheet.is_line_start(i) {
        return None;
    }
    let mut to = next(i);
    while sheet.mark(to) == '.'
        && sheet.is_digits(next(to))
        && !sheet.gap(next(to))
        && sheet.digits(next(to)).len() <= 2
    {
        to = to.saturating_add(2);
    }
    let closed = matches!(sheet.mark(to), '.' | ')' | '/' | '-') && sheet.gap(next(to));
    let short = sheet.digits(i).len() <= 2;
    (closed && short && sheet.kind(next(to)) != Kind::Break).then_some((i, to, NumberReason::ListNumber))
}

/// "với 5 nội dung: (1) Đẩy mạnh tuyên truyền; (2) …": the points of a list within its line.
fn point_number(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    let (open, close) = (prev(i, 1), next(i));
    let bracket = sheet.mark(open) == '(' && sheet.mark(close) == ')' && sheet.digits(i).len() <= 2;
    let opens = sheet.is_line_start(open) || matches!(sheet.mark(prev(open, 1)), ':' | ';' | ',' | '.');
    (bracket && opens && sheet.is_word(next(close))).then_some((i, close, NumberReason::ListNumber))
}

/// Most tokens of a line of bare numbers that is still furniture. A longer one is a table without its words, whose
/// numbers belong before a person's eyes; and looking at all of it once for each number would take its square.
const LONGEST_BARE: usize = 100;

/// A line that holds nothing but numbers and marks: counters and the like.
fn furniture(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    let line = sheet.line(sheet.line_of(i));
    let size = line.to.saturating_sub(line.from);
    let bare = size <= LONGEST_BARE && (line.from..line.to).all(|k| !sheet.is_word(k));
    let counter = size <= 6 && (line.from..line.to).any(|k| sheet.any(k, &["xem", "views", "like", "đọc"]));
    let seen = size <= 24
        && !matches!(sheet.mark(prev(line.to, 1)), '.' | '…')
        && sheet.is(next(i), "lượt")
        && sheet.any(i.saturating_add(2), &["xem", "đọc"]);
    let zone = sheet.any(prev(i, 2), &["gmt", "utc"]);
    if let Some(number) = number::at(sheet, i).filter(|n| page_counter(sheet, (line.from, line.to), n)) {
        return Some((i, number.to, NumberReason::PageFurniture));
    }
    // "Lượt xem: 1.245", "Số lần đọc: 867"
    let colon = if sheet.mark(prev(i, 1)) == ':' { prev(i, 2) } else { prev(i, 1) };
    let views =
        sheet.any(colon, &["xem", "đọc", "cập"]) && sheet.any(prev(colon, 1), &["lượt", "lần", "truy"]);
    if let Some(number) = number::at(sheet, i).filter(|_| views) {
        return Some((i, number.to, NumberReason::PageFurniture));
    }
    (bare || seen || zone || (counter && !sheet.is_line_start(i))).then_some((
        i,
        next(i),
        NumberReason::PageFurniture,
    ))
}

/// Most tokens of a line of a page's counters.
const LONGEST_COUNTERS: usize = 40;

/// "Đang truy cập: 17   Hôm nay: 403   Tổng lượt truy cập: 1.886.270", "Gửi ý kiến   0 bình luận", "Đính kèm: 3 ảnh, 1 tệp Word": what a
/// page or a letter counts of itself.
fn page_counter(sheet: &Sheet<'_>, line: (usize, usize), number: &number::Number) -> bool {
    let (from, to) = line;
    let size = to.saturating_sub(from);
    if size > LONGEST_COUNTERS || matches!(sheet.mark(prev(to, 1)), '.' | '…') {
        return false;
    }
    let remarks = sheet.two(number.to, "bình", "luận") && number.to.saturating_add(2) >= to && size <= 8;
    let attached = sheet.two(from, "đính", "kèm") && sheet.mark(from.saturating_add(2)) == ':'
        || sheet.two(from, "chủ", "đề") && sheet.any(from.saturating_add(3), &["fwd", "fw", "re"]);
    let behind =
        if sheet.mark(prev(number.from, 1)) == ':' { prev(number.from, 2) } else { prev(number.from, 1) };
    let counts = ["cập", "nay", "qua", "tổng", "tuyến", "online", "này", "cả", "lượt", "tuần", "tháng"];
    let counter = sheet.any(behind, &counts)
        && (from..to).any(|k| sheet.two(k, "truy", "cập") || sheet.is(k, "online"));
    remarks || attached || counter
}

/// Telephone numbers and codes: a leading zero and at least eight digits.
fn identifier(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize, NumberReason)> {
    // "4.000.000.000 đồng": the groups of a number.
    let within = matches!(sheet.mark(prev(i, 1)), '.' | ',') && !sheet.gap(i) && sheet.is_digits(prev(i, 2));
    let mut to = next(i);
    let mut size = sheet.digits(i).len();
    while matches!(sheet.mark(to), '.' | '-') && sheet.is_digits(next(to)) && !sheet.gap(next(to)) {
        size = size.saturating_add(sheet.digits(next(to)).len());
        to = to.saturating_add(2);
    }
    (sheet.digits(i).starts_with('0') && size >= 8 && !within).then_some((i, to, NumberReason::Identifier))
}

/// Numbers within the names of practices ("5 phút đầu giờ nhớ lời Bác"); takes them.
pub(crate) fn of_practices(claims: &mut Claims<'_, '_>, names: &[Named]) -> Vec<OtherNumber> {
    let sheet = claims.sheet;
    let mut items = Vec::new();
    for i in names.iter().flat_map(|&(from, to, _)| from..to) {
        if claims.free(i) && matches!(sheet.kind(i), Kind::Digits | Kind::Mixed) {
            claim(claims, &mut items, (i, next(i), NumberReason::InName));
        }
    }
    items
}

/// Numbers in lines that belong to the portal (`boiler`) tell nothing of the report: neither shares nor awards nor counts. Takes
/// them.
pub(crate) fn of_the_portal(claims: &mut Claims<'_, '_>, boiler: &[bool]) -> Vec<OtherNumber> {
    let sheet = claims.sheet;
    let mut items = Vec::new();
    for i in 0..sheet.len() {
        let portal = boiler.get(sheet.line_of(i)).copied().unwrap_or(false);
        if portal && claims.free(i) && sheet.is_digits(i) {
            let hit = list_number(sheet, i).unwrap_or((i, next(i), NumberReason::PageFurniture));
            claim(claims, &mut items, hit);
        }
    }
    items
}

/// Numbers that must be set aside before counts are read; takes them.
pub(crate) fn before_counts(claims: &mut Claims<'_, '_>) -> Vec<OtherNumber> {
    let sheet = claims.sheet;
    let mut items = Vec::new();
    for i in 0..sheet.len() {
        if !claims.free(i) || !sheet.is_digits(i) {
            continue;
        }
        let hit = list_number(sheet, i)
            .or_else(|| point_number(sheet, i))
            .or_else(|| furniture(sheet, i))
            .or_else(|| identifier(sheet, i))
            .or_else(|| time(sheet, i))
            .or_else(|| score(sheet, i))
            .or_else(|| named(sheet, i));
        if let Some(hit) = hit {
            claim(claims, &mut items, hit);
        }
    }
    items
}

/// Numbers left over that words around still explain; takes them.
pub(crate) fn after_counts(claims: &mut Claims<'_, '_>) -> Vec<OtherNumber> {
    let sheet = claims.sheet;
    let mut items = Vec::new();
    for i in 0..sheet.len() {
        if !claims.free(i) {
            continue;
        }
        if sheet.kind(i) == Kind::Mixed {
            claim(claims, &mut items, (i, next(i), NumberReason::InName));
            continue;
        }
        if !sheet.is_digits(i) {
            continue;
        }
        let Some(number) = number::at(sheet, i) else { continue };
        let tied = matches!(sheet.mark(prev(i, 1)), '-' | '/') && !sheet.gap(i) && sheet.is_word(prev(i, 2));
        let quoted = sheet.mark(prev(i, 1)) == '“';
        if number.whole == 0 && money_at(sheet, number.to).is_some() {
            claim(claims, &mut items, (i, number.to, NumberReason::InName));
        } else if rhetorical(sheet, number.to) {
            claim(claims, &mut items, (i, number.to, NumberReason::Rhetorical));
        } else if tied
            || quoted
            || (sheet.is_word(prev(i, 1)) && (number.to == next(i) || number.of.is_some()))
        {
            let from = if tied {
                prev(i, 2)
            } else if quoted {
                i
            } else {
                prev(i, 1)
            };
            claim(claims, &mut items, (from, number.to, NumberReason::InName));
        }
    }
    items
}
