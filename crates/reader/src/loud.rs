//! Names in lines of capitals, where capitals say nothing.
//!
//! Not here: names as they are written elsewhere (`person`).

use crate::lexicon::names::{ADDRESSES, POST, STRONG_SURNAME, SURNAME};
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::lexicon::words::{SPEAKS, TURN};
use crate::person::{addressed, is_body};
use crate::post::Post;
use crate::token::{Kind, Sheet, next, prev};

/// The end of a name in a line of capitals, where only a common family name or a word of address shows that one
/// begins, and only a mark or a word that is no name shows that it is over.
pub(crate) fn loud_run(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let addressed = addressed(sheet, i) && !sheet.any(prev(i, 1), &["bạn", "em"]);
    let begins = STRONG_SURNAME.has(sheet, i) || addressed;
    let other = ADDRESSES.has(sheet, i)
        || TURN.has(sheet, i)
        || SPEAKS.has(sheet, i)
        || LEVEL.at(sheet, next(i)).is_some_and(|(end, _)| end > i.saturating_add(2))
        || is_body(sheet, i)
        || sheet.any(prev(i, 1), BROKEN);
    if !begins || other {
        return None;
    }
    let middle = sheet.any(next(i), &["thị", "văn"]);
    let third = i.saturating_add(2);
    let word = |k: usize| sheet.kind(k) == Kind::Word && sheet.gap(k) && sheet.key(k).chars().count() <= 6;
    let ends = |k: usize| {
        let two = |at: Option<(usize, usize)>| at.is_some_and(|(end, _)| end > next(k));
        let known = two(LEVEL.at(sheet, k))
            || two(SPEAKS.at(sheet, k))
            || two(HEAD.at(sheet, k))
            || POST.has(sheet, k);
        let turns = TURN.has(sheet, k) && k > next(i) && !(middle && k == third);
        !word(k) || known || turns || sheet.is(k, "nói")
    };
    let fourth = i.saturating_add(4);
    let stop = (next(i)..fourth).find(|&k| ends(k));
    let to = match stop {
        // "Nguyễn Thiện Nhân trao": a given name that is also a common word.
        Some(k) if k == third && word(k) && ends(next(k)) => next(k),
        Some(k) => k,
        // Where nothing ends the name in sight it is as long as most names are.
        None if !word(fourth) && !sheet.is_digits(fourth) && !sheet.is(next(i), "văn") => fourth,
        None if sheet.is(next(i), "thị") && ends(fourth) => fourth,
        None => next(third),
    };
    let size = to.saturating_sub(i);
    let known = addressed || sheet.mark(to) == '(';
    (size >= 3 || (size == 2 && known)).then_some(to)
}

/// First halves of words whose second half is also a family name ("biểu dương", "cán bộ").
const BROKEN: &[&str] =
    &["biểu", "tuyên", "thái", "bình", "hải", "hoàn", "đại", "ban", "tập", "chi", "tổ", "gia", "nhà", "tự"];

/// In a line of capitals: three or four words between a mark and a comma that a post follows.
pub(crate) fn listed_loud(sheet: &Sheet<'_>, posts: &[Post], i: usize) -> Option<usize> {
    let opens = matches!(sheet.mark(prev(i, 1)), ';' | ':' | ',');
    let to = (i..i.saturating_add(5)).find(|&k| sheet.kind(k) != Kind::Word)?;
    let plain =
        (i..to).all(|k| sheet.key(k).chars().count() <= 6 && !TURN.has(sheet, k) && !POST.has(sheet, k));
    let high = |p: &Post| {
        p.from == next(to) && sheet.any(p.from, &["phó", "bí", "chủ", "giám", "trưởng", "ủy", "tổng"])
    };
    let fits = opens && plain && (3..=4).contains(&to.saturating_sub(i)) && sheet.mark(to) == ',';
    (fits && SURNAME.has(sheet, i) && !is_body(sheet, i) && posts.iter().any(high)).then_some(to)
}
