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

/// A point of a list with a number ("1.", "b)", "Hai là", "Thứ ba").
pub(crate) fn is_item(sheet: &Sheet<'_>, i: usize) -> bool {
    let ordinals =
        ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhất", "nhì", "tư", "cuối"];
    let told = sheet.any(i, &ordinals) && sheet.is(next(i), "là")
        || sheet.is(i, "thứ") && sheet.any(next(i), &ordinals) && !sheet.is_word(i.saturating_add(2))
        || sheet.is(i, "mười") && sheet.any(next(i), &ordinals) && sheet.is(i.saturating_add(2), "là");
    told || past_number(sheet, i) > i && sheet.mark(next(i)) != '/'
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

/// How deep the kinds of headings stand, from "Phần thứ nhất" to "* Hạn chế:".
const PART: usize = 0;
const LETTER: usize = 1;
const ROMAN: usize = 2;
/// "A." below "I.", where the Roman number comes first.
const INNER_LETTER: usize = 3;
const DIGIT: usize = 4;
const SMALL: usize = 7;
pub(crate) const NAMED: usize = 8;

/// Most tokens of a heading, and of one that text follows in its line.
const LONGEST: usize = 30;
const LONGEST_BEFORE_TEXT: usize = 14;

/// What a line that heads a part of a report says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// How deep it stands; smaller is further out.
    pub(crate) depth: usize,
    /// Its title's tokens.
    pub(crate) title: (usize, usize),
    /// Where text follows in the same line ("3. Hạn chế: Một số đội …").
    pub(crate) text: Option<usize>,
}

/// How deep a heading stands; `None` for a line that heads nothing. A row of numbered points that nothing closes heads nothing
/// either: text must stand below.
pub(crate) fn level(sheet: &Sheet<'_>, n: usize) -> Option<usize> {
    head(sheet, n).filter(|h| h.text.is_none()).map(|h| h.depth)
}

/// What line `n` heads, if it does.
pub(crate) fn head(sheet: &Sheet<'_>, n: usize) -> Option<Head> {
    let line = sheet.line(n);
    let marked = marker(sheet, n);
    let (depth, at) = marked.unwrap_or((LETTER, line.from));
    let last = prev(line.to, 1);
    let title = Head { depth, title: (at, line.to), text: None };
    if is_heading(sheet, n) || depth == PART && line.to.saturating_sub(line.from) <= LONGEST {
        return Some(title);
    }
    let colon = (at..at.saturating_add(LONGEST_BEFORE_TEXT).min(line.to)).find(|&i| sheet.mark(i) == ':');
    let named = || PART_NAMES.find(sheet, at, colon.unwrap_or(line.to).min(line.to)).is_some();
    if let Some(colon) = colon
        && (marked.is_some() || sheet.caps(at) != Caps::Lower)
        && (at..colon)
            .all(|i| sheet.is_word(i) || sheet.is_digits(i) || matches!(sheet.mark(i), ',' | '/' | '-'))
        && (depth <= ROMAN && marked.is_some() || named())
    {
        let text = Some(next(colon)).filter(|&text| text < line.to);
        return Some(Head { depth: marked.map_or(NAMED, |m| m.0), title: (at, colon), text });
    }
    let open = !matches!(sheet.mark(last), '.' | ';' | ',' | '…');
    let titled = sheet.is_word(at) && sheet.caps(at) != Caps::Lower;
    let below = next(n);
    let heads = marked.is_some()
        && open
        && titled
        && line.to.saturating_sub(at) <= LONGEST
        && below < sheet.lines.len()
        && marker(sheet, below).is_none_or(|(d, _)| d > depth);
    heads.then_some(title)
}

/// Names of parts that a report heads within a line, too.
static PART_NAMES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tồn tại; hạn chế; khuyết điểm; yếu kém; nguyên nhân; khách quan; chủ quan; nhiệm vụ; phương hướng; giải pháp; \
         chỉ tiêu; mục tiêu; kiến nghị; đề xuất; khó khăn; vướng mắc",
    )
});

/// The number or letter that opens line `n`, as how deep it stands, and the token behind it.
fn marker(sheet: &Sheet<'_>, n: usize) -> Option<(usize, usize)> {
    let from = sheet.line(n).from;
    let key = sheet.key(from);
    let closes = |i: usize| matches!(sheet.mark(i), '.' | ')' | '/' | '-' | ':');
    let roman = |i: usize| {
        let key = sheet.key(i);
        !key.is_empty() && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) && sheet.caps(i) != Caps::Lower
    };
    if sheet.is(from, "phần") {
        let at = if sheet.is(next(from), "thứ") { from.saturating_add(2) } else { next(from) };
        let told = at > next(from) || roman(at) || sheet.is_digits(at);
        let behind = if closes(next(at)) { at.saturating_add(2) } else { next(at) };
        return told.then_some((PART, behind));
    }
    if matches!(sheet.mark(from), '*' | '•' | '+' | '-') {
        return Some((NAMED, next(from))).filter(|&(_, at)| sheet.is_word(at));
    }
    let word = |at: usize| sheet.is_word(at) || sheet.mark(at) == '“';
    if roman(from) && matches!(sheet.mark(next(from)), '.' | '-' | '/') {
        return Some((ROMAN, from.saturating_add(2)));
    }
    if sheet.is_word(from) && key.chars().count() == 1 && closes(next(from)) && word(from.saturating_add(2)) {
        let depth = match sheet.caps(from) {
            Caps::Lower => SMALL,
            Caps::Title | Caps::Upper if roman_first(sheet, n) => INNER_LETTER,
            Caps::Title | Caps::Upper => LETTER,
        };
        return Some((depth, from.saturating_add(2)));
    }
    numbered(sheet, from)
}

/// Whether a Roman number opens a line before any letter does, up to line `n`.
fn roman_first(sheet: &Sheet<'_>, n: usize) -> bool {
    let opens = |k: usize| {
        let from = sheet.line(k).from;
        sheet.caps(from) == Caps::Upper && matches!(sheet.mark(next(from)), '.' | '-' | '/')
    };
    let first = (0..n).find(|&k| opens(k)).map(|k| sheet.key(sheet.line(k).from));
    first.is_some_and(|key| key.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
}

/// How many numbers open the line at token `from` ("2.1. Tồn tại" has two), as a depth, and the token behind them.
fn numbered(sheet: &Sheet<'_>, from: usize) -> Option<(usize, usize)> {
    let (mut at, mut count) = (from, 0_usize);
    let short = |i: usize| sheet.is_digits(i) && sheet.digits(i).len() <= 2;
    // "15/5", "1-2 lớp": a date, a range.
    let parts = |i: usize| {
        let mark = sheet.mark(next(i));
        matches!(mark, '.' | ')') || matches!(mark, '/' | '-') && sheet.is_word(i.saturating_add(2))
    };
    while short(at) && parts(at) {
        count = next(count);
        at = at.saturating_add(2);
    }
    // "2.1 Tồn tại"
    if count > 0 && short(at) && !sheet.gap(at) {
        count = next(count);
        at = next(at);
    }
    (count > 0 && sheet.is_word(at)).then_some((DIGIT.saturating_add(count.min(3)).saturating_sub(1), at))
}

/// The last line of the part under the heading in line `n`.
pub(crate) fn part_end(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> usize {
    let deep = head(sheet, n).map_or(0, |h| h.depth);
    let out = |list: &[bool], k: usize| list.get(k).copied().unwrap_or(false);
    let ends = |k: usize| {
        let line = sheet.line(k);
        out(&layout.captions, k)
            || out(&layout.boiler, k)
            || layout.author.is_some_and(|a| a.0 == k)
            || sheet.two(line.from, "nơi", "nhận")
            || signs(sheet, k)
            || BACK.has(sheet, line.from)
            || announces(sheet, k) && head(sheet, k).is_none_or(|h| h.depth <= deep)
            || head(sheet, k).is_some_and(|h| h.depth <= deep && !causes(sheet, h))
    };
    (next(n)..sheet.lines.len()).find(|&k| ends(k)).map_or(prev(sheet.lines.len(), 1), |k| prev(k, 1))
}

/// "TM. BAN THƯỜNG VỤ", "T/M …", "KT. GIÁM ĐỐC", "Người lập", "Là Ngâu, ngày 10-6-2022": the end of a paper.
fn signs(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let short = line.to.saturating_sub(line.from) <= 14;
    let stands_for = sheet.any(line.from, &["tm", "kt", "tl", "tuq", "q"])
        && sheet.mark(next(line.from)) == '.'
        || sheet.is(line.from, "t") && sheet.mark(next(line.from)) == '/';
    let named = sheet.two(line.from, "người", "lập")
        || sheet.two(line.from, "người", "viết")
        || sheet.two(line.from, "thư", "ký")
        || sheet.two(line.from, "người", "trình");
    let dated = sheet.caps(line.from) != Caps::Lower
        && (line.from..line.to).any(|i| {
            sheet.mark(i) == ',' && sheet.is(next(i), "ngày") && sheet.is_digits(i.saturating_add(2))
        })
        && !matches!(sheet.mark(prev(line.to, 1)), '.' | ';');
    short && (stands_for || named || dated)
}

/// "3. Nguyên nhân", "* Nguyên nhân:": told with what it caused.
fn causes(sheet: &Sheet<'_>, head: Head) -> bool {
    (head.title.0..head.title.1).any(|i| sheet.two(i, "nguyên", "nhân"))
}

/// A short line that ends with a colon opens another list, unless it is a point of this one.
fn announces(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let point = matches!(sheet.mark(line.from), '-' | '+' | '•' | '*' | '(');
    sheet.mark(prev(line.to, 1)) == ':' && !point && line.to.saturating_sub(line.from) <= 24
}
