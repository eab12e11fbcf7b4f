//! Which figures are aims and no results: by the words before them, by the heading above them, or because they stand in a task.
//!
//! Not here: which passages are tasks (`section`).

use crate::ahead::ahead;
use crate::change;
use crate::lexicon::words::AIM;
use crate::reading::{Reading, Span, Status};
use crate::token::{Line, Sheet, next, prev};

/// Tokens before a figure in which words of intention are looked for: no figure of a longer sentence is told by its beginning.
const LONGEST: usize = 400;

/// Whether the figure at token `i` is a target: words of intention before it in its sentence, or the line
/// above announces targets; or what stood before a change that is told with it.
pub(crate) fn status(sheet: &Sheet<'_>, i: usize, aims: &[bool]) -> Status {
    let from = sheet.sentence_of(i).0.max(i.saturating_sub(LONGEST));
    let aim = (from..i).rev().find(|&k| AIM.has(sheet, k) && !reached(sheet, from, k, i));
    let here = aim.is_some_and(|a| !(a..i).any(|k| told_done(sheet, k)));
    let section = aims.get(sheet.line_of(i)).copied().unwrap_or(false);
    // "Trong 3 tháng còn lại, các chi hội phải trồng thêm 2.000 cây": too short a sentence to be told as a task, and an aim all the same.
    let later = || {
        let time = ahead(sheet, Line { from, to: i, ..sheet.line(sheet.line_of(i)) });
        time.is_some_and(|(_, end, _)| {
            (end..i).any(|k| owed(sheet, k)) && !(end..i).any(|k| told_done(sheet, k))
        })
    };
    match () {
        () if here || section || later() => Status::Target,
        () if change::at(sheet, i).is_some_and(|c| c.first) => Status::Earlier,
        () => Status::Result,
    }
}

/// The word of intention at token `k` of a sentence that begins at `from` tells by what the figure at `i` is measured, or what was
/// reached.
fn reached(sheet: &Sheet<'_>, from: usize, k: usize, i: usize) -> bool {
    let before = prev(k, 1);
    // "đạt 119% chỉ tiêu", "628 chỉ tiêu", "Chương trình mục tiêu".
    if sheet.mark(before) == '%' || sheet.is_digits(before) || sheet.is(before, "trình") {
        return true;
    }
    // What brackets tell of an aim ends with them.
    if (k..i).map(|b| sheet.mark(b)).find(|m| matches!(m, '(' | ')')) == Some(')') {
        return true;
    }
    // "vượt 15,6% so với chỉ tiêu đề ra", "đạt 106% kế hoạch đề ra", "đạt yêu cầu đặt ra": what was set before, and who set it.
    // "bằng 6,5% (Nghị quyết đề ra 5%)": in brackets it is told apart.
    let low = from.max(k.saturating_sub(8));
    let low = (low..k)
        .rfind(|&b| matches!(sheet.mark(b), '(' | ')'))
        .filter(|&b| sheet.mark(b) == '(')
        .unwrap_or(low);
    let set = sheet.is(next(k), "ra");
    let measures = (low..k).any(|b| {
        sheet.two(b, "so", "với") && (set || next(next(b)) == k)
            || sheet.is(b, "vượt")
            || set && (sheet.two(b, "yêu", "cầu") || sheet.mark(b) == '%')
    });
    let noun = sheet.is(next(k), "tiêu") && sheet.any(k, &["chỉ", "mục"]);
    // "hoàn thành cơ bản các mục tiêu trọng yếu: …"
    let full = (k.saturating_sub(6).max(from)..k).any(|b| sheet.two(b, "hoàn", "thành"));
    // "Nhiều chỉ tiêu chuyển biến tốt, doanh thu đạt …", "Chỉ tiêu lợi nhuận đạt …": the subject of what was reached.
    let opens = k == from
        || matches!(sheet.mark(before), ',' | ';')
        || sheet.any(before, &["nhiều", "các", "số"]) && !sheet.is(prev(before, 1), "với");
    let grows = || {
        let colon = (k..i).any(|b| sheet.mark(b) == ':');
        (k..i.min(k.saturating_add(20))).any(|b| {
            sheet.is(b, "đạt") && (!colon || b <= k.saturating_add(4))
                || sheet.two(b, "chuyển", "biến")
                || sheet.two(b, "tiếp", "tục") && sheet.any(next(next(b)), &["tăng", "giảm"])
        })
    };
    // "đã luôn nỗ lực phấn đấu", "sự nỗ lực phấn đấu", "với quyết tâm cao": what was done.
    let strove = sheet.two(k, "phấn", "đấu") && (low..k).any(|b| sheet.any(b, &["đã", "sự"]))
        || sheet.two(k, "quyết", "tâm") && sheet.is(before, "với");
    measures || strove || noun && (full || opens && grows())
}

/// Words with which something is still to be done.
fn owed(sheet: &Sheet<'_>, k: usize) -> bool {
    sheet.any(k, &["phải", "cần", "sẽ"]) || sheet.two(k, "tiếp", "tục") || sheet.two(k, "tập", "trung")
}

/// "đã", "đến nay": behind a word of intention the figure was reached all the same.
fn told_done(sheet: &Sheet<'_>, k: usize) -> bool {
    sheet.is(k, "đã") && !AIM.has(sheet, next(k))
        || sheet.two(k, "đến", "nay")
        || sheet.two(k, "tính", "đến")
        || sheet.two(k, "thực", "hiện") && sheet.is(next(next(k)), "được")
}

/// For each line whether it stands in a part of the text that sets targets: from a heading of plans to the
/// next heading.
pub(crate) fn aim_lines(sheet: &Sheet<'_>) -> Vec<bool> {
    let mut aims = Vec::with_capacity(sheet.lines.len());
    let mut on = false;
    for line in &sheet.lines {
        let last = prev(line.to, 1);
        let short = line.to.saturating_sub(line.from) <= 16;
        let announces = sheet.mark(last) == ':' || !matches!(sheet.mark(last), '.' | ';' | '…' | ',');
        if short && announces {
            let plan = (line.from..line.to).any(|i| {
                sheet.two(i, "phương", "hướng")
                    || sheet.two(i, "mục", "tiêu")
                    || sheet.two(i, "chỉ", "tiêu")
                    || sheet.two(i, "cơ", "cấu") && sheet.is(next(next(i)), "giải")
            });
            let heading = sheet.headline(line.from) || sheet.mark(last) == ':' || sheet.is_digits(line.from);
            let bullet = matches!(sheet.mark(line.from), '-' | '+');
            if plan {
                on = true;
            } else if heading && !bullet && sheet.headline(line.from) {
                on = false;
            }
        }
        // "Về kinh tế: …" in a part of aims.
        let field = sheet.is(line.from, "về")
            && (line.from..line.from.saturating_add(8).min(line.to)).any(|i| sheet.mark(i) == ':');
        aims.push(on && (short || field || matches!(sheet.mark(line.from), '-' | '+' | '•')));
    }
    aims
}

/// Marks the figures that stand in tasks and nowhere else as aims, unless their sentence says that it is done.
pub(crate) fn mark(sheet: &Sheet<'_>, reading: &mut Reading) {
    let mut spans: Vec<Span> = reading.tasks.iter().flat_map(|t| t.mention.spans.iter().copied()).collect();
    spans.sort_by_key(|s| s.start);
    let open = |s: &Span| within(&spans, *s).is_some_and(|task| !done(sheet, task.start, s.start));
    let planned = |told: &[Span]| !told.is_empty() && told.iter().all(open);
    for item in reading.indicators.iter_mut().filter(|i| planned(&i.mention.spans)) {
        item.status = Status::Target;
    }
    for item in reading.percentages.iter_mut().filter(|p| planned(&p.mention.spans)) {
        item.status = Status::Target;
    }
    for item in reading.sessions.iter_mut().filter(|s| planned(&s.mention.spans)) {
        item.status = Status::Target;
    }
}

/// The passage in which the span lies; passages stand in the order of the text and do not meet.
fn within(passages: &[Span], span: Span) -> Option<Span> {
    let behind = passages.partition_point(|p| p.start <= span.start);
    let last = behind.checked_sub(1).and_then(|n| passages.get(n));
    last.filter(|p| span.end <= p.end).copied()
}

/// Tokens before a figure in which a word says that it is done.
const REACH: usize = 40;

/// "đã trồng 500 cây": in the same sentence of the task that begins at code point `task`, before the figure at `start`; what stands
/// before the task ("đã tiếp thu và kết luận; trong 3 tháng còn lại …") says nothing of it.
fn done(sheet: &Sheet<'_>, task: u32, start: u32) -> bool {
    let (mut low, mut high) = (0, sheet.len());
    while low < high {
        let middle = low.midpoint(high);
        if sheet.span(middle, next(middle)).start < start {
            low = next(middle);
        } else {
            high = middle;
        }
    }
    let from = sheet.sentence_of(low).0.max(low.saturating_sub(REACH));
    (from..low).any(|i| told_done(sheet, i) && sheet.span(i, next(i)).start >= task)
}
