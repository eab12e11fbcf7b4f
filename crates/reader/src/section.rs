//! Stretches of the report that set tasks.
//!
//! Not here: shortcomings (`shortcoming`), what somebody asks for (`demand`), and what a task's figures are (they are read as targets by `indicator`
//! and `percentage`).

use std::sync::LazyLock;

use crate::ahead::{
    ahead, aimed, coming, decides, goes_on_working, in_order_to, main_task, opens_work, resolves, sets_aims,
    sets_out, urged_next, years_ahead,
};
use crate::demand::{
    ASK, SPEECH, addressed_to, announced, asks, assigned, enumerated, lists, must_do, needed_for, spoken,
    told_to, urges, will,
};
use crate::heading::{BACK, NAMED, head, is_heading, is_item, level, part_end};
use crate::layout::{Layout, passage};
use crate::lexicon::names::{ADDRESSES, POST};
use crate::lexicon::organisations::HEAD;
use crate::person;
use crate::phrase::Phrases;
use crate::reading::{Certainty, Passage};
use crate::token::{Caps, Line, Sheet, next, prev};

/// Headings under which tasks stand.
static PLAN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "nhiệm vụ trọng tâm; phương hướng; phương hướng , nhiệm vụ; nhiệm vụ thời gian tới; phương hướng nhiệm vụ; \
         nhiệm vụ , giải pháp; một số nhiệm vụ; các nhiệm vụ; nhiệm vụ và giải pháp; phương hướng và mục tiêu; \
         định hướng công tác; định hướng nhiệm vụ; định hướng hoạt động; định hướng tuyên truyền; định hướng phát triển",
    )
});

fn closes(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> bool {
    let line = sheet.line(n);
    let out = |list: &[bool]| list.get(n).copied().unwrap_or(false);
    let author = layout.author.is_some_and(|a| a.0 == n);
    out(&layout.captions) || out(&layout.boiler) || author || BACK.has(sheet, line.from)
}

/// "Các địa phương cần phối hợp …": those addressed before must do this too.
fn must_too(sheet: &Sheet<'_>, line: Line) -> bool {
    let head = line.from.saturating_add(9).min(line.to);
    let must = (next(line.from)..head).find(|&i| sheet.any(i, &["cần", "phải"]));
    must.is_some_and(|at| {
        let short = sheet.caps(line.from) == Caps::Upper && !sheet.loud(line.from);
        (addressed_to(sheet, line.from) || short)
            && (line.from..at).all(|i| sheet.is_word(i) || sheet.mark(i) == ',')
    })
}

/// "Thứ trưởng cũng đề nghị …", "Theo ông A, các đoàn thể cần …", "Đối với công tác B, hội nghị xác định tiếp tục …": whoever spoke before
/// goes on.
fn speaks_on(sheet: &Sheet<'_>, line: Line) -> bool {
    let reach = |n: usize| line.from.saturating_add(n).min(line.to);
    let also = (line.from..reach(12)).find(|&i| sheet.is(i, "cũng"));
    let says = also.is_some_and(|at| {
        let speaker = POST.has(sheet, line.from) || ADDRESSES.has(sheet, line.from);
        let named = (line.from..at).any(|i| person::run_at(sheet, i).is_some());
        speaker
            && !named
            && (next(at)..at.saturating_add(3)).any(|i| ASK.has(sheet, i) || SPEECH.has(sheet, i))
    });
    let work = |n: usize| {
        (next(line.from)..reach(n)).any(|i| {
            sheet.any(i, &["cần", "phải"]) || sheet.two(i, "tiếp", "tục") || sheet.two(i, "tập", "trung")
        })
    };
    let done = (line.from..reach(30)).any(|i| sheet.any(i, &["đã", "được", "qua"]));
    // "Cũng theo Bí thư Huyện ủy, các cơ quan báo chí không chạy theo số lượng …": those whom the speaker addresses.
    let comma = (line.from..reach(14)).find(|&i| sheet.mark(i) == ',').map(next);
    let past = (line.from..reach(30)).any(|i| sheet.any(i, &["đã", "qua"]));
    let also_him =
        sheet.two(line.from, "cũng", "theo") && !past && comma.is_some_and(|at| addressed_to(sheet, at));
    if also_him {
        return true;
    }
    let told = sheet.is(line.from, "theo") && ADDRESSES.has(sheet, next(line.from)) && work(30);
    let field =
        sheet.any(line.from, &["đối", "về"]) && (line.from..reach(4)).any(|i| sheet.is(i, "tác")) && work(26);
    says || !done && (told || field)
}

/// The last line of tasks that begin in line `n`: paragraphs go on while they begin with a verb of urging.
fn last_line(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> usize {
    let mut last = n;
    let mut at = next(n);
    // "… thực hiện một số nhiệm vụ sau", then points with numbers.
    let first = sheet.line(n);
    let lists = sheet.mark(prev(first.to, 1)) == ':' || sheet.is(prev(first.to, 1), "sau");
    let numbered = is_item(sheet, first.from) || lists && is_item(sheet, sheet.line(next(n)).from);
    // "… thực hiện một số nội dung sau:" above the first point.
    let announces = |l: Line| sheet.mark(prev(l.to, 1)) == ':' || sheet.is(prev(l.to, 1), "sau");
    let told_as_list = n.checked_sub(1).is_some_and(|k| announces(sheet.line(k)));
    // "Chính ủy chỉ đạo:", then a paragraph for each of those who must do something.
    let handed_out = n > 0 && announced(sheet, sheet.line(prev(n, 1))).is_some();
    while at < sheet.lines.len() {
        let line = sheet.line(at);
        let mark = sheet.mark(sheet.line(n).from);
        let listed = matches!(mark, '-' | '+' | '•' | '*') && sheet.mark(line.from) == mark;
        let on = listed
            || handed_out && (HEAD.has(sheet, line.from) || addressed_to(sheet, line.from))
            || urges(sheet, line.from)
            || must_too(sheet, line)
            || numbered && is_item(sheet, line.from);
        let out = |list: &[bool]| list.get(at).copied().unwrap_or(false);
        let shown = out(&layout.captions) || out(&layout.boiler);
        // A picture between two points of the list.
        if shown
            && numbered
            && at.saturating_add(1) < sheet.lines.len()
            && is_item(sheet, sheet.line(next(at)).from)
        {
            at = next(at);
            continue;
        }
        let closed = closes(sheet, layout, at);
        let within = || told_as_list && !closed && point_below(sheet, (n, last), at);
        if (closed || !on) && (shown || !speaks_on(sheet, line)) && !within() {
            break;
        }
        last = at;
        at = next(at);
    }
    last
}

/// Most paragraphs that explain one point of a list before its next.
const MOST_BETWEEN: usize = 8;

/// Line `at` explains a point of the list that goes on below: its next number opens one of the following lines.
fn point_below(sheet: &Sheet<'_>, list: (usize, usize), at: usize) -> bool {
    let (first, last) = list;
    let point = |k: usize| {
        let from = sheet.line(k).from;
        sheet.int(from).filter(|_| sheet.is_digits(from) && is_item(sheet, from))
    };
    let Some(number) = (first..=last).rev().find_map(point) else { return false };
    let end = at.saturating_add(MOST_BETWEEN).min(sheet.lines.len());
    let mut below = (at..end).take_while(|&k| level(sheet, k).is_none() || point(k).is_some());
    below.find_map(point) == number.checked_add(1)
}

/// "II. HỘI NGHỊ ĐÃ QUYẾT ĐỊNH CÁC MỤC TIÊU, NHIỆM VỤ NĂM HỌC 2020 – 2021": a heading of tasks to come.
fn headed(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let within = |a: &str, b: &str| sheet.tells(line.from, line.to, a, b);
    let aims = || within("nhiệm", "vụ") && (within("mục", "tiêu") || within("phương", "hướng"));
    let told = || within("kết", "quả") || within("đánh", "giá") || within("tình", "hình");
    n > 1 && is_heading(sheet, n) && aims() && !told()
}

/// The end of a passage that stops with a line: a final "/." is not part of it.
pub(crate) fn text_end(sheet: &Sheet<'_>, line: Line) -> usize {
    let slash = line.to.saturating_sub(2);
    if sheet.mark(slash) == '/' && sheet.mark(prev(line.to, 1)) == '.' && slash > line.from {
        slash
    } else {
        line.to
    }
}

pub(crate) fn lines_span(sheet: &Sheet<'_>, from: usize, last: usize) -> Passage {
    let to = text_end(sheet, sheet.line(last));
    passage(sheet, sheet.span(from, to), Certainty::Likely)
}

/// Tasks set: from the words that look ahead to the end of their paragraphs.
pub(crate) fn tasks(sheet: &Sheet<'_>, layout: &Layout) -> Vec<Passage> {
    let mut items = Vec::new();
    let mut n = 0;
    let plan = is_plan(sheet);
    while n < sheet.lines.len() {
        // Above the first long paragraph only a heading of the report's own parts can set tasks.
        let first = sheet.line(n).from;
        let titled = layout.title.is_some_and(|t| n <= t.0) && sheet.mark(next(first)) != '.';
        let early = n < layout.body && (titled || level(sheet, n).is_none());
        if let Some((told, last)) = (!titled).then(|| tasks_part(sheet, layout, n, plan)).flatten() {
            items.extend(told);
            n = next(last);
            continue;
        }
        match task_in(sheet, layout, n).filter(|_| !early) {
            Some((from, last)) => {
                items.extend(parts(sheet, from, last));
                n = next(last);
            }
            None => n = next(n),
        }
    }
    items
}

/// What the title of a part says, when it is about tasks to come: "Phương hướng", "Nhiệm vụ và giải pháp", "Kế hoạch năm 2025".
fn names_tasks(sheet: &Sheet<'_>, title: (usize, usize)) -> bool {
    let (from, to) = title;
    let first = from.saturating_add(5).min(to);
    let has = |a: &str, b: &str| sheet.tells(from, to, a, b);
    let opens = |a: &str, b: &str| sheet.tells(from, first, a, b);
    let looks_back = has("kết", "quả")
        || has("đánh", "giá")
        || has("tình", "hình")
        || (from..to).any(|i| sheet.any(i, &["đã", "sau"]));
    let work = (from..first).filter(|&i| sheet.two(i, "nhiệm", "vụ")).any(|i| {
        let behind = i.saturating_add(2);
        let goes_on = [
            "trọng", "cụ", "chung", "chủ", "năm", "quý", "tháng", "thời", "giải", "nhiệm", "giai", "và",
            "của", "công", "đến", "trong", "từ",
        ];
        let done = sheet.is(prev(i, 1), "hiện") || sheet.is(prev(i, 1), "thành");
        !done && (behind >= to || !sheet.is_word(behind) || sheet.any(behind, &goes_on))
    });
    let planned = opens("kế", "hoạch") && (from..to).any(|i| sheet.is(i, "năm") && sheet.is_digits(next(i)));
    !looks_back
        && (work
            || planned
            || opens("phương", "hướng")
            || opens("định", "hướng")
            || opens("giải", "pháp")
            || opens("công", "tác") && opens("trọng", "tâm"))
}

/// Most lines above the word that says that the paper is a plan.
const LETTERHEAD: usize = 14;

/// "KẾ HOẠCH" alone in its line below a letterhead: every part of the paper but those on how things stand sets tasks.
fn is_plan(sheet: &Sheet<'_>) -> bool {
    (0..sheet.lines.len().min(LETTERHEAD)).any(|n| {
        let line = sheet.line(n);
        let kind = sheet.two(line.from, "kế", "hoạch") || sheet.two(line.from, "chương", "trình");
        kind && sheet.headline(line.from) && line.to == line.from.saturating_add(2)
    })
}

/// "II. MỤC ĐÍCH, YÊU CẦU", "III. CHỈ TIÊU PHẤN ĐẤU", "V. TỔ CHỨC THỰC HIỆN": what a plan's part is about.
fn planned_part(sheet: &Sheet<'_>, title: (usize, usize)) -> bool {
    let (from, to) = title;
    let has = |a: &str, b: &str| sheet.tells(from, to, a, b);
    sheet.loud(from)
        && !(has("tình", "hình") || has("kết", "quả") || has("đặc", "điểm") || has("khen", "thưởng"))
        && (has("mục", "đích")
            || has("chỉ", "tiêu")
            || has("mục", "tiêu")
            || has("nội", "dung")
            || has("thực", "hiện"))
}

/// "I. Các chỉ tiêu": figures to be reached, told as aims and not as tasks.
fn only_aims(sheet: &Sheet<'_>, title: (usize, usize)) -> bool {
    let has = |a: &str, b: &str| sheet.tells(title.0, title.1, a, b);
    (has("chỉ", "tiêu") || has("mục", "tiêu")) && !has("nhiệm", "vụ") && !has("giải", "pháp")
}

/// The part under a heading of tasks, and its last line: what stands under each heading of its own is one item.
fn tasks_part(sheet: &Sheet<'_>, layout: &Layout, n: usize, plan: bool) -> Option<(Vec<Passage>, usize)> {
    let tasks = |title: (usize, usize)| names_tasks(sheet, title) || plan && planned_part(sheet, title);
    let heading = head(sheet, n).filter(|h| h.depth < NAMED && tasks(h.title))?;
    let last = part_end(sheet, layout, n);
    let mut items = Vec::new();
    let mut start = heading.text.map(|from| (from, n));
    let mut aims = false;
    for k in n..=last {
        let line = sheet.line(k);
        if let Some(inner) = head(sheet, k).filter(|h| k > n && h.depth < NAMED) {
            aims = only_aims(sheet, inner.title) && !plan;
            start = inner.text.map(|from| (from, k)).filter(|_| !aims);
        } else if k > n && start.is_none() && !aims {
            start = Some((line.from, k));
        }
        let below = next(k);
        let ends = k == last || head(sheet, below).is_some_and(|h| h.depth < NAMED);
        if let Some((from, _)) = start.filter(|_| ends) {
            items.push(lines_span(sheet, from, k));
            start = None;
        }
    }
    (!items.is_empty()).then_some((items, last))
}

/// The tasks from token `from` to line `last`: those under each heading of a part of theirs are one item.
fn parts(sheet: &Sheet<'_>, from: usize, last: usize) -> Vec<Passage> {
    let first = sheet.line_of(from);
    if first == last && level(sheet, first).is_some() {
        return Vec::new();
    }
    let heads: Vec<usize> = (next(first)..=last).filter(|&n| level(sheet, n).is_some()).collect();
    let opens = level(sheet, first).filter(|_| sheet.line(first).from == from && last > first).map(|_| first);
    let mut items = Vec::new();
    let mut start = opens.map_or(from, |n| sheet.line(next(n)).from);
    for head in heads {
        if sheet.line_of(start) < head {
            items.push(lines_span(sheet, start, prev(head, 1)));
        }
        start = sheet.line(next(head)).from;
    }
    if sheet.line_of(start) <= last {
        items.push(lines_span(sheet, start, last));
    }
    items
}

/// The first token and the last line of the tasks that begin in line `n`.
fn task_in(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> Option<(usize, usize)> {
    let line = sheet.line(n);
    let out = |list: &[bool]| list.get(n).copied().unwrap_or(false);
    if out(&layout.captions) || out(&layout.boiler) {
        return None;
    }
    let planned = || {
        let head = line.from.saturating_add(5).min(line.to);
        let planned = PLAN.find(sheet, line.from, head).filter(|_| line.to.saturating_sub(line.from) <= 25);
        planned.or_else(|| headed(sheet, n).then_some((line.from, line.from, 0)))
    };
    let short = sheet.lines.len() < 7;
    let late = || n.saturating_mul(3) >= sheet.lines.len() || n > layout.body && short;
    // An opening of which nothing follows leaves the line to the next: "…, đề nghị các đơn vị … trong thời gian tới."
    let openings = OPENINGS.iter().map(|opens| opens(sheet, line));
    ahead(sheet, line)
        .into_iter()
        .chain(planned())
        .chain(openings.flatten())
        .chain(addressed_next(sheet, n))
        .chain(
            [announced, enumerated, spoken, told_to, needed_for]
                .iter()
                .filter_map(|opens| opens(sheet, line)),
        )
        .chain(LATE.iter().filter(|_| late()).filter_map(|opens| opens(sheet, line)))
        .find_map(|(at, ..)| passage_from(sheet, layout, n, at))
}

/// How a line may open tasks: the words that do so, if any.
type Opening = fn(&Sheet<'_>, Line) -> Option<(usize, usize, usize)>;

/// Openings, the surest first.
const OPENINGS: [Opening; 14] = [
    asks, assigned, sets_out, sets_aims, main_task, decides, resolves, set_down, urged_next, aimed, lists,
    must_do, coming, opens_work,
];

/// Those that tell of tasks only towards the end of a text.
const LATE: [Opening; 4] = [years_ahead, will, in_order_to, goes_on_working];

/// The first token and the last line of the tasks that token `at` of line `n` opens, when they are long enough to be any.
fn passage_from(sheet: &Sheet<'_>, layout: &Layout, n: usize, at: usize) -> Option<(usize, usize)> {
    let line = sheet.line(n);
    let last_mark = sheet.mark(prev(line.to, 1));
    let heading = line.to.saturating_sub(line.from) <= 25
        && (sheet.headline(line.from) || at <= line.from.saturating_add(3));
    if last_mark == ':' || is_heading(sheet, n) || heading && !matches!(last_mark, '.' | '…' | ';') {
        let first = next(n);
        if let Some(last) = is_heading(sheet, n).then(|| part_end(sheet, layout, n)).filter(|&k| k >= first) {
            return Some((sheet.line(first).from, last));
        }
        if first < sheet.lines.len() && !closes(sheet, layout, first) && !is_heading(sheet, first) {
            return Some((sheet.line(first).from, last_line(sheet, layout, first)));
        }
        return None;
    }
    // "…đề nghị các cấp ủy thực hiện tốt một số nhiệm vụ: Tiếp tục lãnh đạo": the tasks begin after the colon.
    let (_, end) = sheet.sentence_of(at);
    let colon = (at..end.min(line.to)).find(|&i| sheet.mark(i) == ':' && urges(sheet, next(i)));
    let from = colon.map_or(at, next);
    let size = line.to.saturating_sub(from);
    // "đề nghị các địa phương phải khắc phục …": who is asked must do it, however short.
    // "Thời gian tới, đề nghị các cấp hội đổi mới …", "Nhiệm vụ trọng tâm 6 tháng cuối năm: tiếp tục …"
    let asked = (at..at.saturating_add(6).min(line.to))
        .any(|i| ASK.has(sheet, i) && addressed_to(sheet, i.saturating_add(2)));
    let set = sheet.two(line.from, "nhiệm", "vụ") && colon.is_some();
    // "đề nghị thời gian tới cần: Tiếp tục …": what somebody asks for is told by when.
    let when = colon.is_some() && (at.saturating_sub(4).max(line.from)..at).any(|i| ASK.has(sheet, i));
    let small = ASK.has(sheet, at)
        || asked
        || set
        || when
        || told_to(sheet, line).or_else(|| spoken(sheet, line)).is_some_and(|(from, ..)| from == at)
        || [lists, must_do, coming, opens_work, sets_aims, sets_out]
            .iter()
            .any(|opens: &Opening| opens(sheet, line).is_some_and(|(from, ..)| from == at))
        || sheet.any(at, &["giao", "chỉ"])
        || will(sheet, line).is_some_and(|(from, ..)| from == at);
    let shortest = if small { 14 } else { 25 };
    (size >= shortest).then(|| (from, last_line(sheet, layout, n)))
}

/// "Nhiệm vụ trọng tâm 6 tháng cuối năm: tiếp tục đẩy mạnh …": the tasks that a line names before its colon.
fn set_down(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let named = sheet.two(line.from, "nhiệm", "vụ") || sheet.two(line.from, "phương", "hướng");
    let colon = (line.from..line.from.saturating_add(18).min(line.to)).find(|&i| sheet.mark(i) == ':')?;
    let plain = (line.from..colon)
        .all(|i| sheet.is_word(i) || sheet.is_digits(i) || matches!(sheet.mark(i), ',' | '-' | '/'));
    // "Phương hướng năm 2025, xã phấn đấu: 90% …"
    let strives = sheet.two(prev(colon, 2), "phấn", "đấu") && colon.saturating_add(10) < line.to;
    (named && plain && (strives || urges(sheet, next(colon)))).then_some((line.from, line.from, 0))
}

/// "Các nhà trường cần quan tâm …" right under a paragraph in which somebody asks or stresses something.
fn addressed_next(sheet: &Sheet<'_>, n: usize) -> Option<(usize, usize, usize)> {
    let (line, above) = (sheet.line(n), sheet.line(n.checked_sub(1)?));
    let spoke =
        ASK.find(sheet, above.from, above.to).is_some() || SPEECH.find(sheet, above.from, above.to).is_some();
    (spoke && must_too(sheet, line)).then_some((line.from, line.from, 0))
}
