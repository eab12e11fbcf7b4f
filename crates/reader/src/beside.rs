//! Models that only their neighbours tell: quotations of a body beside other models, those singled out, names behind a semicolon.
//!
//! Not here: names that "mô hình" itself announces (`practice`).

use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::lexicon::words::SPEAKS;
use crate::person;
use crate::practice::{LONGEST_OWNER, Named, programme, quote_end, set_up};
use crate::reading::Reason;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// Verbs with which a body is said to have a practice.
const HAS: &[&str] = &["có", "làm", "với", "đặt", "khai", "hành", "trì", "mở", "lập", "dựng", "thêm"];

/// Most tokens of a name that stands beside other models.
const LONGEST_BESIDE: usize = 16;

/// "Xã A có mô hình “Hẻm xanh”, … Hội Nông dân có “Kho giống không đồng”, cho mượn 14 tấn thóc; “Bếp nhà sàn” giúp 30 hộ": in a paragraph
/// that tells models, quotations of whom a body is said to have them or that open a clause are models, too.
pub(crate) fn beside(sheet: &Sheet<'_>, found: &mut Vec<Named>) {
    found.sort_by_key(|&(from, ..)| from);
    let mut more: Vec<Named> = Vec::new();
    let mut last = usize::MAX;
    for &(from, _, reason) in found.iter() {
        let line = sheet.line_of(from);
        if line == last || reason != Reason::Quoted {
            continue;
        }
        last = line;
        let line = sheet.line(line);
        let mut k = line.from;
        while k < line.to {
            let Some(close) = quote_end(sheet, k) else {
                k = next(k);
                continue;
            };
            let known = found.iter().any(|&(a, b, _)| a < close && b > k);
            if !known && one_beside(sheet, line.from, k, close) {
                more.push((next(k), close, Reason::Quoted));
            }
            k = next(close);
        }
    }
    found.append(&mut more);
}

/// The quotation at tokens `open..close` is such a name.
fn one_beside(sheet: &Sheet<'_>, low: usize, open: usize, close: usize) -> bool {
    let first = next(open);
    let size = close.saturating_sub(first);
    let title = sheet.is_digits(first) || sheet.is_word(first) && sheet.caps(first) == Caps::Title;
    let speech = (open..close).any(|k| matches!(sheet.mark(k), '.' | '!' | '?' | ';' | '…' | ':'));
    if !title
        || speech
        || !(3..=LONGEST_BESIDE).contains(&size)
        || programme(sheet, open) && !sheet.is(prev(open, 1), "với")
    {
        return false;
    }
    // "; “Ngân hàng bò giống” quay vòng được 37 con bò": it opens the clause, and something came of it.
    let opens = sheet.mark(prev(open, 1)) == ';' && sheet.is_word(next(close));
    let verb = prev(open, 1);
    let start = (low.max(verb.saturating_sub(14))..verb)
        .rfind(|&k| matches!(sheet.mark(k), ',' | ';' | '.' | '”' | ':'));
    let start = start.map_or(low.max(verb.saturating_sub(14)), next);
    let body =
        (start..verb).any(|k| (HEAD.has(sheet, k) || LEVEL.has(sheet, k)) && sheet.caps(verb) == Caps::Lower);
    let spoken = sheet.any(next(close), &["là", "rằng"]) || (start..verb).any(|k| SPEAKS.has(sheet, k));
    let other = sheet.any(first, &["tôi", "tui", "chúng", "quỹ", "báo", "giải", "lễ", "tháng", "tuần"])
        || sheet.two(first, "hội", "thi")
        || sheet.two(first, "ngày", "hội");
    !spoken && !other && (opens || sheet.any(verb, HAS) && body)
}

/// "“Bản ba không” ở xã A; Ngày thứ bảy với dân của khối cơ quan huyện": behind a semicolon, at most, a further name without
/// quotation marks that begins with a capital and ends where it is told whose it is.
pub(crate) fn plain_item(sheet: &Sheet<'_>, i: usize, end: usize) -> Option<(usize, usize)> {
    let near = i..i.saturating_add(LONGEST_OWNER).min(end);
    let stop = near.into_iter().find(|&k| matches!(sheet.mark(k), ';' | ':' | '“' | '"'))?;
    let from = next(stop);
    let body = (HEAD.has(sheet, from) || LEVEL.has(sheet, from)) && !set_up(sheet, from)
        || person::run_at(sheet, from).is_some();
    let opens = sheet.mark(stop) == ';' && sheet.is_word(from) && sheet.caps(from) == Caps::Title && !body;
    if !opens || sheet.caps(next(from)) != Caps::Lower || sheet.loud(from) {
        return None;
    }
    let to = (next(from)..from.saturating_add(13))
        .find(|&k| !sheet.is_word(k) || k > next(from) && sheet.any(k, &["của", "ở", "tại", "do"]))?;
    let closes =
        sheet.is_word(to) || matches!(sheet.mark(to), ';' | '.' | '…' | '(') || sheet.kind(to) == Kind::Break;
    (closes && to >= from.saturating_add(3)).then_some((from, to))
}

/// Most tokens from a model told before to the words that single some out.
const LONGEST_SINGLED: usize = 70;

/// "toàn tỉnh có 2.387 mô hình, … Nổi bật có: “Ngày không hẹn” …": quotations that are singled out of the models told before.
pub(crate) fn singled(sheet: &Sheet<'_>, i: usize) -> bool {
    if !(sheet.two(i, "nổi", "bật") || sheet.two(i, "tiêu", "biểu") || sheet.two(i, "điển", "hình"))
    {
        return false;
    }
    let open = (i.saturating_add(2)..i.saturating_add(6))
        .find(|&k| !(sheet.any(k, &["có", "là", "như", "gồm"]) || sheet.mark(k) == ':'));
    let low = sheet.line(sheet.line_of(i)).from.max(i.saturating_sub(LONGEST_SINGLED));
    let linked = |k: usize| k > i.saturating_add(2);
    open.is_some_and(|k| linked(k) && quote_end(sheet, k).is_some() && !programme(sheet, k))
        && (low..i).any(|k| sheet.two(k, "mô", "hình"))
        && !(low..i).any(|k| sheet.two(k, "phong", "trào") || sheet.two(k, "tác", "phẩm"))
}
