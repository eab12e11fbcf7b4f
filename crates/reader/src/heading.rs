//! Headings of a report's parts, and how far a part goes.
//!
//! Not here: what stands under them (`section`, `shortcoming`) and the page's title (`page`).

use std::sync::LazyLock;

use crate::layout::Layout;
use crate::phrase::Phrases;
use crate::token::{Caps, Sheet, next, prev};

/// Openings of a paragraph that goes back to the event.
pub(crate) static BACK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "dịp này; nhân dịp này; nhân dịp; tại hội nghị; tại buổi; tại đại hội; cũng tại; trước đó; kết thúc; \
    phát biểu; hội nghị; qua ; trong dịp này; ngay sau; buổi lễ; kết luận hội nghị; sau khi; theo đó; \
    đồng chí; đ / c; ông; bà; một số chỉ tiêu; nơi nhận; trên đây là",
    )
});

/// The token after a list number ("1.", "a)", "(1)", "-") at token `i`.
pub(crate) fn past_number(sheet: &Sheet<'_>, i: usize) -> usize {
    let short = |k: usize| sheet.is_digits(k) || sheet.key(k).chars().count() == 1;
    // "(1) Tiếp tục đổi mới"
    let bracketed = sheet.mark(i) == '(' && short(next(i)) && sheet.mark(i.saturating_add(2)) == ')';
    if bracketed && sheet.is_line_start(i) {
        return i.saturating_add(3);
    }
    let numbered = short(i);
    let closed = matches!(sheet.mark(next(i)), '.' | ')' | '-' | '/');
    if numbered && closed && sheet.is_line_start(i) { i.saturating_add(2) } else { i }
}

/// A heading: a short line without a closing mark that is all capitals or begins with a Roman number.
pub(crate) fn is_heading(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let key = sheet.key(line.from);
    let roman = !key.is_empty() && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let numbered = roman && matches!(sheet.mark(next(line.from)), '.' | '-' | '/');
    // "II. NHIỆM VỤ NĂM 2021.": capitals behind a Roman number head a part, whatever closes them.
    let loud = numbered && sheet.loud(prev(line.to, 2));
    let open = loud || !matches!(sheet.mark(prev(line.to, 1)), '.' | ';' | ',' | '…');
    line.to.saturating_sub(line.from) <= 30 && open && (sheet.headline(line.from) || numbered)
}

/// How deep a heading stands: 0 in capitals or with a Roman number, 1 behind "2.", 2 behind "2.1."; `None` for a line that heads
/// nothing. A row of numbered points that nothing closes heads nothing either: text must stand below.
pub(crate) fn level(sheet: &Sheet<'_>, n: usize) -> Option<usize> {
    if is_heading(sheet, n) {
        return Some(0);
    }
    let depth = numbered(sheet, n)?;
    let below = next(n);
    (below < sheet.lines.len() && numbered(sheet, below).is_none_or(|d| d > depth)).then_some(depth)
}

/// How many numbers open the line ("2.1. Tồn tại" has two), when it is short, goes on with a capital and nothing closes it.
fn numbered(sheet: &Sheet<'_>, n: usize) -> Option<usize> {
    let line = sheet.line(n);
    let (mut at, mut depth) = (line.from, 0_usize);
    while sheet.is_digits(at) && sheet.digits(at).len() <= 2 && matches!(sheet.mark(next(at)), '.' | ')') {
        depth = next(depth);
        at = at.saturating_add(2);
    }
    // "2.1 Tồn tại"
    if depth > 0 && sheet.is_digits(at) && !sheet.gap(at) && sheet.digits(at).len() <= 2 {
        depth = next(depth);
        at = next(at);
    }
    let open = !matches!(sheet.mark(prev(line.to, 1)), '.' | ';' | ',' | '…');
    let title = sheet.is_word(at) && sheet.caps(at) != Caps::Lower;
    (depth > 0 && open && title && line.to.saturating_sub(at) <= 30).then_some(depth)
}

/// The last line of the part under the heading in line `n`.
pub(crate) fn part_end(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> usize {
    let deep = level(sheet, n).unwrap_or(0);
    let out = |list: &[bool], k: usize| list.get(k).copied().unwrap_or(false);
    let ends = |k: usize| {
        let line = sheet.line(k);
        out(&layout.captions, k)
            || out(&layout.boiler, k)
            || layout.author.is_some_and(|a| a.0 == k)
            || sheet.two(line.from, "nơi", "nhận")
            || BACK.has(sheet, line.from)
            || announces(sheet, k) && level(sheet, k).is_none_or(|d| d <= deep)
            || level(sheet, k).is_some_and(|d| d <= deep && !sheet.two(prev(line.to, 2), "nguyên", "nhân"))
    };
    (next(n)..sheet.lines.len()).find(|&k| ends(k)).map_or(prev(sheet.lines.len(), 1), |k| prev(k, 1))
}

/// A short line that ends with a colon opens another list, unless it is a point of this one.
fn announces(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let point = matches!(sheet.mark(line.from), '-' | '+' | '•' | '*' | '(');
    sheet.mark(prev(line.to, 1)) == ':' && !point && line.to.saturating_sub(line.from) <= 24
}
