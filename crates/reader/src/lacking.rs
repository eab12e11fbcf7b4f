//! Where a text says that what is wanting comes now: a heading, a question, a short sentence; and how far it goes on.
//!
//! Not here: sentences that say by themselves that something is wanting, and parts of reports (`shortcoming`).

use crate::heading::is_heading;
use crate::layout::{Layout, passage};
use crate::lexicon::wanting::{HERALD, MENDED, TROUBLE};
use crate::reading::{Certainty, Passage};
use crate::section::text_end;
use crate::shortcoming::{adds, admitted, asked, signs};
use crate::token::{Kind, Sheet, next, prev};

/// Most words of a heading or a sentence that only says that something is wanting.
const LONGEST_HERALD: usize = 14;

/// Fewest words of a sentence that tells anything.
const SHORTEST: usize = 3;

/// Words that say that something is wanting, unless they say that it is mended.
fn heralds(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let words = || from..to;
    words().any(|i| HERALD.has(sheet, i)) && !words().any(|i| MENDED.has(sheet, i))
}

/// What stands below a heading ("Chỗ còn vướng") or a question ("Điều gì khiến bác băn khoăn?") in line `n`, and its last line.
pub(crate) fn below(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> Option<(Vec<Passage>, usize)> {
    let line = sheet.line(n);
    let size = sheet.count_words(line.from, line.to);
    let last = prev(line.to, 1);
    let heading = size <= 9 && matches!(sheet.kind(last), Kind::Word) && heralds(sheet, line.from, line.to);
    let asks = || (line.from..line.to).any(|i| TROUBLE.has(sheet, i));
    let question = !heading && sheet.mark(last) == '?' && size <= 40 && asks();
    let mended = || (line.from..line.to).any(|i| MENDED.has(sheet, i));
    if !heading && (!question || mended()) {
        return None;
    }
    let out = |k: usize| {
        layout.captions.get(k) == Some(&true) || layout.boiler.get(k) == Some(&true) || is_heading(sheet, k)
    };
    let mut items = Vec::new();
    let mut end = n;
    for k in next(n)..sheet.lines.len().min(n.saturating_add(MOST_BELOW)) {
        let told = sheet.line(k);
        let first = sheet.sentence_of(told.from).1.min(told.to);
        // The first paragraph has one word of it at least, those behind it open with two.
        let wanting =
            if end == n { signs(sheet, told.from, told.to) > 0 } else { signs(sheet, told.from, first) > 1 };
        // "- Không có gì khó cả."
        let first_word = (told.from..first).find(|&i| sheet.is_word(i)).unwrap_or(told.from);
        let denied = question && end == n && sheet.any(first_word, &["không", "chẳng"]);
        if out(k) || !wanting || denied || asked(sheet, told.from, first) {
            break;
        }
        let start = admitted(sheet, told.from, first).unwrap_or(told.from);
        items.extend(sentences(sheet, start, stop(sheet, first, text_end(sheet, told))));
        end = k;
    }
    (end > n).then_some((items, end))
}

/// Most lines below a heading that are looked at.
const MOST_BELOW: usize = 6;

/// The sentence between the tokens only says that something is wanting ("Cũng có chuyện chưa vui."), or says it before a colon: the token
/// at which it is told, and the one behind it.
pub(crate) fn opened(sheet: &Sheet<'_>, from: usize, to: usize, end: usize) -> Option<(usize, usize)> {
    let at = (from..to).find(|&i| HERALD.has(sheet, i))?;
    if (from..to).any(|i| MENDED.has(sheet, i)) {
        return None;
    }
    // "… nói về những điều chưa làm được: phòng học còn thiếu, …"
    let colon = (at..at.saturating_add(8).min(to)).find(|&i| sheet.mark(i) == ':').map(next);
    // What is said to be weak before a colon needs no further word of it.
    let praised = |i: usize| (i..to).any(|k| sheet.any(k, &["đã", "được", "khen"]));
    if let Some(start) =
        colon.filter(|&i| signs(sheet, i, to) > 0 || sheet.count_words(i, to) >= 8 && !praised(i))
    {
        return Some((start, stop(sheet, to, end)));
    }
    let short = sheet.count_words(from, to) <= LONGEST_HERALD && to < end;
    let told = short.then(|| sheet.sentence_of(to).1.min(end)).filter(|&next| signs(sheet, to, next) > 0);
    told.filter(|&next| !asked(sheet, to, next)).map(|next| (to, stop(sheet, next, end)))
}

/// Where the sentences from token `from` on no longer tell what is wanting: where somebody is asked for something, or it is mended.
pub(crate) fn stop(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let to = sheet.sentence_of(at).1.min(end).max(next(at));
        let mended = || signs(sheet, at, to) == 0;
        let mends = (at..to).any(|i| {
            (sheet.two(i, "khắc", "phục") || sheet.two(i, "tháo", "gỡ")) && mended()
                || sheet.two(i, "thời", "gian") && sheet.is(next(next(i)), "tới")
        });
        if mends || asked(sheet, at, to) {
            return at;
        }
        at = to;
    }
    end
}

/// Where the sentences that go on telling what is wanting end: each adds something, or stands before one that does.
pub(crate) fn run(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let to = sheet.sentence_of(at).1.min(end).max(next(at));
        let behind = sheet.sentence_of(to.min(prev(end, 1))).1.min(end);
        // "Đường vào bản mùa mưa vẫn chia cắt." between two that do.
        let between = || {
            to < end
                && adds(sheet, to, behind)
                && stop(sheet, at, to) == to
                && !(at..to).any(|i| sheet.any(i, &["đã", "được", "khen"]))
        };
        if !adds(sheet, at, to) && !between() {
            return at;
        }
        at = to;
    }
    at
}

/// The tokens as one passage a sentence.
pub(crate) fn sentences(sheet: &Sheet<'_>, from: usize, to: usize) -> Vec<Passage> {
    let mut items = Vec::new();
    let mut at = from;
    while at < to {
        let end = sheet.sentence_of(at).1.min(to).max(next(at));
        let first = (at..end).find(|&i| sheet.kind(i) != Kind::Break).unwrap_or(at);
        // "Có chứ." tells nothing by itself, nor does what is left of a quotation (“”, ông Nghĩa nói.”).
        let tells = sheet.count_words(first, end) >= SHORTEST && sheet.mark(first) != '”';
        if tells || first == from && end >= to {
            items.push(passage(sheet, sheet.span(first, end), Certainty::Likely));
        }
        at = end;
    }
    items
}
