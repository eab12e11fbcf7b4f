//! Documents known by name: resolutions of plenums and congresses, laws.
//!
//! Not here: documents with a number (`citation`).

use crate::citation::{Found, KIND, KINDS, compact, number_end, skip};
use crate::date;
use crate::lexicon::organisations::PROVINCE;
use crate::organisation;
use crate::token::{Caps, Kind, Sheet, next, prev};

fn roman(sheet: &Sheet<'_>, i: usize) -> bool {
    let key = sheet.key(i);
    !key.is_empty()
        && key.len() <= 5
        && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        && sheet.caps(i) != Caps::Lower
}

/// "khóa XII, XIII", "(khóa XII)", "(XI, XII)" from token `i`: the token after it.
pub(crate) fn terms(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let mut at = if sheet.mark(i) == ',' { next(i) } else { i };
    let bracket = sheet.mark(at) == '(';
    if bracket {
        at = next(at);
    }
    let named = sheet.is(at, "khóa");
    if named {
        at = next(at);
    }
    // "khóa 12": some write it in digits.
    let digits = named && sheet.is_digits(at) && sheet.digits(at).len() <= 2;
    if !(named || bracket) || !(roman(sheet, at) || digits) {
        return None;
    }
    at = next(at);
    loop {
        let link = at;
        let mut more = next(link);
        if sheet.any(more, &["khóa", "và"]) {
            more = next(more);
        }
        if (sheet.mark(link) == ',' || sheet.is(link, "và")) && roman(sheet, more) {
            at = next(more);
        } else {
            break;
        }
    }
    Some(if bracket && sheet.mark(at) == ')' { next(at) } else { at })
}

/// "TW4": the letters with the plenum's number written onto them.
fn joined_number(sheet: &Sheet<'_>, i: usize) -> bool {
    let number = sheet.key(i).strip_prefix("tw").or_else(|| sheet.key(i).strip_prefix("tư"));
    number.is_some_and(|n| (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit()))
}

/// "Trung ương", "TW", "TƯ", "T.Ư" at token `i`: the token after it.
fn central(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let capital = sheet.caps(i) != Caps::Lower;
    if joined_number(sheet, i) {
        return Some(next(i));
    }
    if sheet.two(i, "trung", "ương") {
        return Some(i.saturating_add(2));
    }
    if capital && (sheet.is(i, "tw") || (sheet.is(i, "tư") && sheet.caps(i) == Caps::Upper)) {
        return Some(next(i));
    }
    let dotted =
        sheet.is(i, "t") && sheet.mark(next(i)) == '.' && sheet.any(i.saturating_add(2), &["ư", "w"]);
    (capital && dotted).then(|| i.saturating_add(3))
}

/// "Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Hội nghị Trung ương 4 khóa XI, XII".
pub(crate) fn plenum(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let (start, id) = KIND.at(sheet, i)?;
    let kind = KINDS.get(id).map(|(name, _)| *name).filter(|k| matches!(*k, "Nghị quyết" | "Kết luận"))?;
    let limit = start.saturating_add(9);
    let (centre, after) = (start..limit).find_map(|k| central(sheet, k).map(|end| (k, end)))?;
    let between_ok = (start..centre).all(|k| {
        sheet.any(k, &["hội", "nghị", "lần", "thứ", "của", "ban", "chấp", "hành", "bch", "(", ")"])
            || sheet.is_digits(k)
            || roman(sheet, k)
    });
    if !between_ok {
        return None;
    }
    let glued = joined_number(sheet, centre);
    let after = skip(sheet, after, &["đảng"]);
    let number = !glued && sheet.is_digits(after) && sheet.digits(after).len() <= 2;
    let ordinal = (start..centre).any(|k| sheet.is_digits(k));
    if !number && !ordinal && !glued {
        return None;
    }
    let end = if number { next(after) } else { after };
    let to = terms(sheet, end).unwrap_or(end);
    let issuer = Some("Ban Chấp hành Trung ương".to_owned());
    Some(Found { from: i, to, kind, number: sheet.words(start, to), date: None, issuer, short: false })
}

/// "Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII".
pub(crate) fn congress(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let (start, id) = KIND.at(sheet, i)?;
    let kind = KINDS.get(id).map(|(name, _)| *name).filter(|k| *k == "Nghị quyết")?;
    if !sheet.two(start, "đại", "hội") {
        return None;
    }
    let sentence = sheet.sentence_of(i).1.min(start.saturating_add(16));
    let stop = (start..sentence)
        .find(|&k| {
            matches!(sheet.mark(k), ',' | ';' | '.') || sheet.any(k, &["và", "gắn", "về", "đề", "nhiệm"])
        })
        .unwrap_or(sentence);
    let term = (start..stop).find(|&k| roman(sheet, k))?;
    let mut to = next(term);
    let of = sheet.is(to, "của") || sheet.is(to, "(");
    let body = organisation::at(sheet, to).or_else(|| organisation::at(sheet, next(to)).filter(|_| of));
    let mut issuer =
        (start..term).find_map(|k| organisation::at(sheet, k)).map(|f| sheet.words(f.from, f.to));
    if let Some(body) = body {
        to = body.to;
        issuer = Some(sheet.words(body.from, body.to));
    } else if of && sheet.is(next(to), "đảng") {
        to = to.saturating_add(2);
        issuer = Some(format!("Đại hội {}", sheet.words(term, next(term))));
    }
    // "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", "Nghị quyết Đại hội XII": the whole Party's.
    let national = term == start.saturating_add(2) || (start..term).any(|k| sheet.two(k, "toàn", "quốc"));
    let issuer = issuer.or_else(|| national.then(|| format!("Đại hội {}", sheet.words(term, next(term)))));
    Some(Found { from: i, to, kind, number: sheet.words(start, to), date: None, issuer, short: false })
}

/// "sửa đổi, bổ sung một số điều của Bộ luật …": where the law begins that a law amends.
fn amended(sheet: &Sheet<'_>, start: usize) -> Option<usize> {
    let amends = sheet.two(start, "sửa", "đổi");
    let of = (start..start.saturating_add(12)).find(|&k| sheet.is(k, "của")).filter(|_| amends)?;
    KIND.has(sheet, next(of)).then(|| next(of))
}

/// "Luật Thủ đô (sửa đổi)", "Luật Thi đua, khen thưởng".
pub(crate) fn law(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    if let Some(found) = constitution(sheet, i) {
        return Some(found);
    }
    let (start, id) = KIND.at(sheet, i)?;
    let kind =
        KINDS.get(id).map(|(name, _)| *name).filter(|k| matches!(*k, "Luật" | "Bộ luật" | "Pháp lệnh"))?;
    // "ĐH Luật Hà Nội", "Khoa Luật Kinh tế": where one learns it.
    if sheet.any(prev(i, 1), &["đh", "học", "khoa", "viện", "ngành"]) {
        return None;
    }
    // "tuyên truyền luật Chữ thập đỏ": some write it small, as no half of another word ("pháp luật", "kỷ luật").
    let small = sheet.is(i, "luật")
        && sheet.caps(start) == Caps::Title
        && !sheet
            .any(prev(i, 1), &["pháp", "kỷ", "quy", "định", "bộ", "ngành", "trường", "đạo", "âm", "quân"])
        && !sheet.is(start, "sư");
    // "Pháp lệnh dân chủ ở cơ sở": its name is often written small.
    let ordinance = kind == "Pháp lệnh" && sheet.caps(i) != Caps::Lower;
    if sheet.loud(i)
        || sheet.caps(i) == Caps::Lower && !small
        || sheet.caps(start) == Caps::Lower
            && !ordinance
            && amended(sheet, start).is_none()
            && dated(sheet, start).is_none()
        || !sheet.is_word(start)
    {
        return None;
    }
    let mut to = next(start);
    let stops = [
        "và", "của", "đã", "được", "về", "có", "trong", "cho", "để", "năm", "ngày", "theo", "số", "là",
        "tại", "do",
    ];
    loop {
        let listed =
            matches!(sheet.mark(to), ',') && sheet.any(start, &["thi"]) && sheet.is(next(to), "khen");
        // "Luật Mặt trận Tổ quốc Việt Nam"
        let body = sheet.any(to, &["tổ", "quốc", "việt", "nam"]) && sheet.caps(to) == Caps::Title;
        let small = sheet.caps(to) == Caps::Lower && !sheet.any(to, &stops);
        let word = sheet.kind(to) == Kind::Word && (small || body);
        let goes_on = listed || (word && to < start.saturating_add(7));
        if !goes_on {
            break;
        }
        to = next(to);
    }
    if sheet.mark(to) == '(' && sheet.is(next(to), "sửa") {
        to = (to..to.saturating_add(6)).find(|&k| sheet.mark(k) == ')').map_or(to, next);
    }
    // "Luật sửa đổi, bổ sung một số điều của Bộ luật Tố tụng hình sự": the law that it amends is part of its name.
    if let Some(of) = amended(sheet, start) {
        to = law(sheet, of).map_or(to, |found| found.to);
    }
    // "Luật đất đai 2013", "Bộ luật dân sự năm 2015": the year belongs to a name in small letters.
    let to = dated(sheet, start).filter(|_| sheet.caps(start) == Caps::Lower).unwrap_or(to);
    let mut number = sheet.words(start, to);
    let issuer = Some("Quốc hội".to_owned());
    // "Luật Thi đua, khen thưởng số 06/2022/QH15": its own number is told.
    let mut to = to;
    let own = number_end(sheet, next(to));
    if sheet.is(to, "số") && sheet.is_digits(next(to)) && own > to.saturating_add(2) {
        number = compact(sheet, next(to), own);
        to = own;
    }
    let day = if sheet.is(to, "ngày") { date::full_day(sheet, next(to)) } else { None };
    let numbered = number.contains('/');
    let to = day.as_ref().filter(|_| !numbered).map_or(to, |day| day.to);
    Some(Found { from: i, to, kind, number, date: day.map(|day| day.value), issuer, short: false })
}

/// "Hiến pháp năm 2013", "Hiến pháp 2013".
pub(crate) fn constitution(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    if sheet.caps(i) == Caps::Lower || !sheet.two(i, "hiến", "pháp") {
        return None;
    }
    let start = i.saturating_add(2);
    let at = if sheet.is(start, "năm") { next(start) } else { start };
    let named = !sheet.loud(i);
    let issuer = Some("Quốc hội".to_owned());
    let to = next(at);
    (named && date::year(sheet, at).is_some()).then(|| Found {
        from: i,
        to,
        kind: "Hiến pháp",
        number: sheet.words(start, to),
        date: None,
        issuer,
        short: false,
    })
}

/// Most words of a law's name that is written small.
const LONGEST_SMALL: usize = 6;

/// The end of a law's name in small letters with its year ("đất đai 2013", "dân sự năm 2015"), from token `start`.
fn dated(sheet: &Sheet<'_>, start: usize) -> Option<usize> {
    let end =
        (start..start.saturating_add(LONGEST_SMALL)).find(|&k| !sheet.is_word(k) || sheet.is(k, "năm"))?;
    let at = if sheet.is(end, "năm") { next(end) } else { end };
    let small = (start..end).all(|k| sheet.caps(k) == Caps::Lower);
    (date::year(sheet, at).is_some() && small && end >= start.saturating_add(2)).then(|| next(at))
}

/// "Điều lệ Đảng Cộng sản Việt Nam": a statute told with the whole name of its body.
pub(crate) fn statute(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    if !sheet.two(i, "điều", "lệ") {
        return None;
    }
    let start = i.saturating_add(2);
    let body = organisation::at(sheet, start).filter(|f| f.to >= start.saturating_add(4))?;
    let named = PROVINCE.ending(sheet, body.to, 3).is_some_and(|(from, _)| from > start);
    let issuer = Some(sheet.words(body.from, body.to));
    (named && !sheet.loud(i)).then(|| Found {
        from: i,
        to: body.to,
        kind: "Điều lệ",
        number: sheet.words(start, body.to),
        date: None,
        issuer,
        short: false,
    })
}
