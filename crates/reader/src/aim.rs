//! Where a body of the country sits and what a body is about, when its name goes on over "về" or "và".
//!
//! Not here: the other ways on through a name (`naming`, `organisation`) and schools (`school`).

use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE};
use crate::lexicon::units::PEOPLE;
use crate::organisation::{self, capital};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// "Trung ương", "Đảng ủy Khối các Cơ quan T.Ư", "Văn phòng đại diện Bộ Tư pháp phía Nam": where a body of the country sits.
pub(crate) fn central(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let point = next(i);
    if sheet.is(i, "trung") && sheet.is(point, "ương") {
        return Some(next(point));
    }
    let side = sheet.any(point, &["nam", "bắc", "trung"]) && capital(sheet, point);
    if sheet.is(i, "phía") && side {
        return Some(next(point));
    }
    let last = next(point);
    let dotted = sheet.is(i, "t") && sheet.mark(point) == '.' && sheet.any(last, &["ư", "w"]);
    (dotted && !sheet.gap(last)).then(|| next(last))
}

/// Most words in lower case behind "về" in a name.
const LONGEST: usize = 6;

/// "Ủy ban Quốc gia về trẻ em Việt Nam", "Ban Chỉ đạo Quốc gia về phòng cháy": behind a board of the country stands what it is
/// about, to a field's end or to its country.
pub(crate) fn about(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let country = sheet.is(prev(i, 1), "gia") && sheet.is(prev(i, 2), "quốc");
    if !sheet.is(i, "về") || !country || !sheet.any(from, &["ủy", "hội", "ban"]) || sheet.loud(i) {
        return None;
    }
    let small = |k: usize| sheet.kind(k) == Kind::Word && sheet.caps(k) == Caps::Lower;
    let at = next(i);
    let end = (at..at.saturating_add(LONGEST)).find(|&k| !small(k))?;
    let closes = end > at && (PROVINCE.has(sheet, end) || sheet.kind(end) != Kind::Word);
    let known = FIELD.at(sheet, at).or_else(|| PEOPLE.at(sheet, at)).map(|(to, _)| to);
    known.or_else(|| closes.then_some(end))
}

/// "Tạp chí Tài chính và Ngân hàng", "Viện Tiền tệ và Ngân hàng": the second field is a word that heads bodies too, and no body
/// of its own has that name.
pub(crate) fn second_head(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let learned = sheet.any(from, &["tạp", "viện", "học"]) && sheet.is(i, "và");
    let field = FIELD.ending(sheet, i, 4).is_some_and(|(at, _)| at > from);
    if !learned || !field || !capital(sheet, next(i)) {
        return None;
    }
    organisation::at(sheet, next(i)).filter(|f| !f.specific).map(|f| f.to)
}

/// "BCĐ Tổng điều tra Trung ương và Kế hoạch": the level has closed the name before token `i`.
pub(crate) fn closed(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let central = sheet.is(prev(i, 1), "ương") && sheet.is(prev(i, 2), "trung");
    let level = LEVEL.ending(sheet, i, 3).is_some_and(|(at, _)| at > from);
    central || level
}

/// "các Ban Sản xuất, Kế toán", "các Sở Nội vụ, Tài chính": behind "các" a comma parts bodies of one kind, unless "và" closes
/// the field of one ("các Sở Văn hóa, Thể thao và Du lịch").
pub(crate) fn row_of_kind(sheet: &Sheet<'_>, comma: usize, from: usize) -> bool {
    let field = FIELD.at(sheet, next(comma)).map_or(comma, |(end, _)| end);
    sheet.any(prev(from, 1), &["các", "những"])
        && sheet.mark(comma) == ','
        && !(sheet.is(field, "và") && FIELD.has(sheet, next(field)))
}

/// "ĐH Đảng bộ", "ĐH Thi đua": a congress, and no university.
pub(crate) fn congress(sheet: &Sheet<'_>, i: usize) -> bool {
    let held = HEAD.has(sheet, next(i)) || LEVEL.has(sheet, next(i));
    sheet.is(i, "đh") && (held || sheet.any(next(i), &["đại", "đảng", "đoàn", "thi", "lần"]))
}
