//! Schools: their kinds, those they are named after, and their own bodies.
//!
//! Not here: other bodies (`organisation`) and schools in lower case (`small`).

use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE};
use crate::lexicon::words::TURN;
use crate::organisation::{Found, proper};
use crate::token::{Caps, Sheet, next, prev};

/// Kinds of school, as they are shortened.
const KINDS: &[&str] = &["thpt", "thcs", "th", "mn", "mg", "ptth", "pt", "tc", "ptdt", "ptdtnt", "ptdtbt"];

/// Kinds of higher school, as they are shortened.
const HIGHER: &[&str] = &["đh", "cđ"];

/// "Hội Sinh viên trường", "Đảng ủy trường": the school's own, where no name of a school follows.
pub(crate) fn of_the_school(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let small = sheet.is(i, "trường") && sheet.caps(i) == Caps::Lower && !sheet.loud(i);
    let body = sheet.two(from, "hội", "sinh")
        || sheet.two(from, "công", "đoàn")
        || sheet.two(from, "đoàn", "thanh")
        || sheet.two(from, "đảng", "ủy");
    let ends = !sheet.is_word(next(i)) || TURN.has(sheet, next(i));
    (small && body && ends).then(|| next(i))
}

/// "Trường THPT Trần Văn Nam": behind the kind of school stands who it is named after; behind its own name, a person.
pub(crate) fn schools_name(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let school = (from..i).any(|k| {
        sheet.is(k, "trường")
            && !sheet.any(prev(k, 1), &["môi", "thị", "nông", "lâm"])
            && LEVEL.ending(sheet, k, 3).is_none()
    });
    let last = prev(i, 1);
    // "Liên đội THCS Trần Văn Nam"
    let school = school || sheet.two(from, "liên", "đội") && sheet.any(last, KINDS);
    let kind = sheet.any(last, KINDS) || sheet.any(last, &["bc", "dl", "đoàn"]);
    let placed =
        (from..i).any(|k| PROVINCE.has(sheet, k) || LEVEL.at(sheet, k).is_some_and(|(to, _)| to < i));
    school
        && !placed
        && (FIELD.ending(sheet, i, 4).is_some() || kind || sheet.is(last, "trường") || sheet.is_digits(last))
}

/// "trường ĐH", "Trường THPT": only which kind of school.
pub(crate) fn kind_alone(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let kind = |i: usize| sheet.any(i, KINDS) || sheet.any(i, HIGHER);
    let at = if sheet.two(i, "đoàn", "trường") { next(i) } else { i };
    sheet.is(at, "trường") && to == at.saturating_add(2) && kind(next(at))
}

/// "Trường THPT A và THPT B", "Trường THCS A và Mầm non B": behind the name of the school that began at token `from` another
/// one's kind and name begin at token `i`; in "Trường Tiểu học và THCS A" no name stands before.
pub(crate) fn further_school(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let link = prev(i, 1);
    let kind = sheet.any(i, KINDS).then(|| next(i)).or_else(|| young(sheet, i));
    let named = kind.is_some_and(|at| sheet.caps(at) == Caps::Title && FIELD.at(sheet, at).is_none());
    let last = prev(link, 1);
    let before = sheet.caps(last) == Caps::Title && FIELD.ending(sheet, link, 4).is_none();
    let school = (from..link).any(|k| sheet.is(k, "trường") || sheet.any(k, KINDS));
    named && before && school && !sheet.loud(i)
}

/// "Mầm non", "Tiểu học": the end of a kind of school that is written in full.
fn young(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let kind = sheet.two(i, "mầm", "non") || sheet.two(i, "mẫu", "giáo") || sheet.two(i, "tiểu", "học");
    (kind && sheet.caps(i) == Caps::Title).then(|| i.saturating_add(2))
}

/// "THPT Bác Ái" in a row of schools: the kind heads the name.
pub(crate) fn school_in_row(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    // "Trường THCS A và Mầm non B"
    let full = young(sheet, i).filter(|_| further_school(sheet, i, prev(i, 7).min(i)));
    if sheet.caps(i) != Caps::Upper && full.is_none() || sheet.loud(i) {
        return None;
    }
    let kind = sheet.any(i, KINDS) || full.is_some();
    let row = matches!(sheet.mark(prev(i, 1)), ',' | ':' | ';' | '(') || sheet.is(prev(i, 1), "và");
    let name = full.unwrap_or_else(|| next(i));
    if !kind || !row || !proper(sheet, name) || sheet.caps(name) != Caps::Title || sheet.is(name, "quốc") {
        return None;
    }
    let to = (name..name.saturating_add(5)).find(|&k| !proper(sheet, k) || HEAD.has(sheet, k) && k > name)?;
    (to > next(name)).then_some(Found { from: i, to, specific: true, known: None })
}
