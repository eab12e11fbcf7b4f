//! Who gives an award: the subject of the sentence, the words between "được" and the verb, or what follows
//! "của".
//!
//! Not here: whether the giver was entitled to (room `domain`).

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

/// "Chủ tịch UBND tỉnh", "Giám đốc Công an tỉnh": the head's post before a body belongs to the giver.
fn posts_before(sheet: &Sheet<'_>, body: usize) -> usize {
    let head = |n: usize| {
        let from = body.checked_sub(n)?;
        let office = sheet.any(from, &["chủ", "giám", "tổng", "bộ", "hiệu", "thủ"]);
        (office && person::post_at(sheet, from) == Some(body)).then_some(from)
    };
    (1..=4).rev().find_map(head).unwrap_or(body)
}
