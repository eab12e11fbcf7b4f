//! Who gives an award: the subject of the sentence, the words between "được" and the verb, or what follows
//! "của".
//!
//! Not here: whether the giver was entitled to (room `domain`).

use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::token::{Kind, Sheet, prev};

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// The words between "được" and the verb: the giver of a passive sentence.
pub(crate) fn passive_giver(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<String> {
    let mut end = to;
    while end > from
        && sheet.any(
            prev(end, 1),
            &[
                "tặng",
                "trao",
                "trao tặng",
                "và",
                "xét",
                "quyết",
                "định",
                "công",
                "nhận",
                "ghi",
                "kèm",
                ",",
                "đề",
                "nghị",
            ],
        )
    {
        end = prev(end, 1);
    }
    let size = end.saturating_sub(from);
    ((1..=14).contains(&size)).then(|| sheet.words(from, end))
}

/// "của Chủ tịch UBND tỉnh", "tại các đơn vị" after a form.
pub(crate) fn giver_after(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    if sheet.is(i, "tại") && sheet.is(next(i), "các") {
        return Some(sheet.words(next(i), i.saturating_add(4)));
    }
    // "cờ thi đua xuất sắc của tỉnh"
    let i = if sheet.any(i, &["xuất", "toàn", "dẫn"]) && sheet.is(i.saturating_add(2), "của") {
        i.saturating_add(2)
    } else {
        i
    };
    if !sheet.is(i, "của") && !sheet.is(i, "do") {
        return None;
    }
    authority(sheet, next(i)).map(|to| sheet.words(next(i), to))
}

/// The end of an authority's name at token `i`: a body, or a post with its body.
fn authority(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if sheet.is(i, "các") && sheet.any(next(i), &["cấp", "ngành", "đơn"]) {
        return Some(if sheet.is(next(i), "đơn") { i.saturating_add(3) } else { i.saturating_add(2) });
    }
    let level = sheet.any(i, &["tỉnh", "huyện", "quận", "xã", "phường", "ngành"]) && !sheet.is_word(next(i));
    if level || sheet.any(i, &["tỉnh", "huyện", "quận"]) && sheet.any(next(i), &["cho", "và"]) {
        return Some(next(i));
    }
    let body = organisation::at(sheet, i).map(|f| f.to);
    let post = person::post_at(sheet, i).and_then(|_| person::read_post(sheet, i)).map(|p| p.to);
    match (body, post) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}

/// The subject of an active sentence: the nearest body before the verb, or the "các …" that precedes it.
pub(crate) fn subject(
    sheet: &Sheet<'_>,
    low: usize,
    verb: usize,
    bodies: &[organisation::Found],
) -> Option<String> {
    if let Some(from) = organisers(sheet, low, verb) {
        return Some(sheet.words(from, from.saturating_add(3)));
    }
    let nearest = bodies.iter().rfind(|f| f.from >= low && f.to <= verb);
    // "X phối hợp với Y tổ chức": X acts.
    let body = nearest.map(|near| {
        let partner = |f: &&organisation::Found| {
            f.from >= low && f.to <= near.from && (f.to..near.from).any(|i| sheet.is(i, "phối"))
        };
        bodies.iter().find(partner).unwrap_or(near)
    });
    let verbal = |i: usize| {
        sheet.any(
            i,
            &[
                "đã",
                "trao",
                "tặng",
                "vừa",
                "cũng",
                "quyết",
                "định",
                "tổ",
                "chức",
                "biểu",
                "dương",
                "khen",
                "thưởng",
                "tiến",
                "hành",
                "kịp",
                "thời",
                "ghi",
                "nhận",
                "và",
                ",",
                "xét",
                "được",
                "công",
                "bố",
                "bình",
                "chọn",
                "lựa",
                "tuyên",
            ],
        )
    };
    let mut edge = verb;
    while edge > low && verbal(prev(edge, 1)) {
        edge = prev(edge, 1);
    }
    if let Some(f) = body.filter(|_| nearest.is_some_and(|n| n.to >= edge)) {
        let chair = posts_before(sheet, f.from);
        return Some(sheet.words(chair, f.to));
    }
    if let Some(from) = place_or_level(sheet, low, edge).filter(|&from| nearest.is_none_or(|n| n.to <= from))
    {
        return Some(sheet.words(from, edge));
    }
    let many = (low..edge).find(|&i| {
        sheet.is(i, "các")
            && (i..edge).all(|k| sheet.is_word(k) || sheet.mark(k) == ',')
            && (i == low || sheet.kind(prev(i, 1)) != Kind::Word)
    });
    if let Some(from) = many.filter(|&from| edge.saturating_sub(from) <= 14) {
        return Some(sheet.words(from, edge));
    }
    body.map(|f| sheet.words(posts_before(sheet, f.from), f.to))
}

/// "huyện Tân Lập đã biểu dương", "cấp cơ sở biểu dương": a place or a level acts for its body, at the edge of its
/// clause.
fn place_or_level(sheet: &Sheet<'_>, low: usize, edge: usize) -> Option<usize> {
    let from = (low.max(edge.saturating_sub(6))..edge).find(|&i| {
        let place = LEVEL.at(sheet, i).is_some_and(|(end, _)| end < edge && organisation::proper(sheet, end));
        place || sheet.is(i, "cấp") && next(i) < edge
    })?;
    let opens = from == low || matches!(sheet.mark(prev(from, 1)), ',' | ';' | ':');
    (opens && (from..edge).all(|i| sheet.is_word(i))).then_some(from)
}

/// "Ban Tổ chức đã trao …": whoever holds the event gives, when no body of that name follows ("Ban Tổ chức Tỉnh ủy").
fn organisers(sheet: &Sheet<'_>, low: usize, verb: usize) -> Option<usize> {
    (low..verb).rfind(|&i| {
        let ban = sheet.is(i, "ban") && sheet.is(next(i), "tổ") && sheet.is(i.saturating_add(2), "chức");
        let after = i.saturating_add(3);
        ban && sheet.any(
            after,
            &[
                "đã", "cũng", "trao", "tặng", "tuyên", "biểu", "tôn", "vinh", "khen", "hội", "cuộc",
                "chương", "sẽ",
            ],
        ) && !(after..verb).any(|k| sheet.mark(k) == '.')
    })
}

/// "Chủ tịch UBND tỉnh", "Giám đốc Công an tỉnh": the head's post before a body belongs to the giver.
fn posts_before(sheet: &Sheet<'_>, body: usize) -> usize {
    let head = |n: usize| {
        let from = body.checked_sub(n)?;
        let office = sheet.any(from, &["chủ", "giám", "tổng", "bộ", "hiệu", "thủ"]);
        (office && person::post_at(sheet, from) == Some(body)).then_some(from)
    };
    (1..=4).rev().find_map(head).unwrap_or(body)
}
