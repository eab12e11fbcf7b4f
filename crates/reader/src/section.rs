//! Stretches of the report that set tasks.
//!
//! Not here: shortcomings (`shortcoming`), what somebody asks for (`demand`), and what a task's figures are (they are read as targets by `indicator`
//! and `percentage`).

use std::sync::LazyLock;

use crate::demand::{ASK, SPEECH, addressed_to, asks, assigned, spoken, told_to, will};
use crate::layout::{Layout, passage};
use crate::lexicon::names::{ADDRESSES, POST};
use crate::number;
use crate::person;
use crate::phrase::Phrases;
use crate::reading::{Certainty, Passage};
use crate::token::{Caps, Line, Sheet, next, prev};

/// Words that look ahead; the tasks to come follow them.
static AHEAD: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "thời gian tới; trong thời gian tới; những ngày tới; trong những ngày tới; những tháng tới; trong những tháng tới; thời gian tiếp theo; trong thời gian tiếp theo; những năm tiếp theo; \
         trong những năm tiếp theo; trong năm tới; giai đoạn tiếp theo; từ nay đến cuối năm; từ nay đến hết; trong giai đoạn tới; \
         trong giai đoạn tiếp theo; thời gian đến; trong thời gian đến; nhiệm kỳ tới; trong nhiệm kỳ tới; \
         năm tiếp theo; sau hội nghị này; sau đại hội này; sau lễ tuyên dương này",
    )
});

/// Headings under which tasks stand.
static PLAN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "nhiệm vụ trọng tâm; phương hướng; phương hướng , nhiệm vụ; nhiệm vụ thời gian tới; phương hướng nhiệm vụ; \
         nhiệm vụ , giải pháp; một số nhiệm vụ; các nhiệm vụ; nhiệm vụ và giải pháp; phương hướng và mục tiêu",
    )
});

/// Verbs with which tasks begin.
static URGE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tiếp tục; đẩy mạnh; tăng cường; nâng cao; chú trọng; tập trung; phát huy; đổi mới; quan tâm; \
    thực hiện; chủ động; kịp thời; phối hợp; xây dựng; gắn; phấn đấu; thường xuyên; làm tốt; triển khai; \
    lãnh đạo; quán triệt; nêu cao; kiên quyết; đưa; cùng với đó; bên cạnh đó; cùng đó; đồng thời; \
    chỉ đạo; nhân rộng; ngăn chặn; không ngừng; cần; thực hiện tốt; phát hiện; tổ chức; duy trì; \
    xác định; coi trọng; mở rộng; hoàn thành; rà soát; huy động; vận động; bám sát; lựa chọn; mỗi; thi đua; nỗ lực; khẩn trương; \
    tích cực; bảo đảm; đảm bảo; giữ vững; củng cố; hoàn thiện; tham mưu; tuyên truyền; hướng dẫn; khuyến khích; động viên; \
    chăm lo; kiểm tra; phổ biến; cụ thể hóa; nghiêm túc; quyết tâm; khắc phục; lồng ghép; ứng dụng; giữ gìn; đề cao",
    )
});

/// Openings of a paragraph that goes back to the event.
static BACK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "dịp này; nhân dịp này; nhân dịp; tại hội nghị; tại buổi; tại đại hội; cũng tại; trước đó; kết thúc; \
    phát biểu; hội nghị; qua ; trong dịp này; ngay sau; buổi lễ; kết luận hội nghị; sau khi; theo đó; \
    đồng chí; đ / c; ông; bà; một số chỉ tiêu; nơi nhận",
    )
});

/// The token after a list number ("1.", "a)", "-") at token `i`.
fn past_number(sheet: &Sheet<'_>, i: usize) -> usize {
    let numbered = sheet.is_digits(i) || sheet.key(i).chars().count() == 1;
    let closed = matches!(sheet.mark(next(i)), '.' | ')' | '-' | '/');
    if numbered && closed && sheet.is_line_start(i) { i.saturating_add(2) } else { i }
}

pub(crate) fn urges(sheet: &Sheet<'_>, i: usize) -> bool {
    let i = past_number(sheet, i);
    let at = if matches!(sheet.mark(i), '-' | '+' | '•' | '“') { next(i) } else { i };
    URGE.has(sheet, at)
}

fn closes(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> bool {
    let line = sheet.line(n);
    let out = |list: &[bool]| list.get(n).copied().unwrap_or(false);
    let author = layout.author.is_some_and(|a| a.0 == n);
    out(&layout.captions) || out(&layout.boiler) || author || BACK.has(sheet, line.from)
}

/// A point of a list with a number ("1.", "b)").
fn item(sheet: &Sheet<'_>, i: usize) -> bool {
    past_number(sheet, i) > i && sheet.mark(next(i)) != '/'
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
            sheet.any(i, &["cần", "phải"])
                || sheet.is(i, "tiếp") && sheet.is(next(i), "tục")
                || sheet.is(i, "tập") && sheet.is(next(i), "trung")
        })
    };
    let done = (line.from..reach(30)).any(|i| sheet.any(i, &["đã", "được", "qua"]));
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
    let numbered = item(sheet, first.from) || lists && item(sheet, sheet.line(next(n)).from);
    while at < sheet.lines.len() {
        let line = sheet.line(at);
        let mark = sheet.mark(sheet.line(n).from);
        let listed = matches!(mark, '-' | '+' | '•' | '*') && sheet.mark(line.from) == mark;
        let on =
            listed || urges(sheet, line.from) || must_too(sheet, line) || numbered && item(sheet, line.from);
        let out = |list: &[bool]| list.get(at).copied().unwrap_or(false);
        let shown = out(&layout.captions) || out(&layout.boiler);
        if (closes(sheet, layout, at) || !on) && (shown || !speaks_on(sheet, line)) {
            break;
        }
        last = at;
        at = next(at);
    }
    last
}

/// A heading: a short line without a closing mark that is all capitals or begins with a Roman number.
pub(crate) fn is_heading(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let key = sheet.key(line.from);
    let roman = !key.is_empty() && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let numbered = roman && matches!(sheet.mark(next(line.from)), '.' | '-' | '/');
    let open = !matches!(sheet.mark(prev(line.to, 1)), '.' | ';' | ',' | '…');
    line.to.saturating_sub(line.from) <= 30 && open && (sheet.headline(line.from) || numbered)
}

/// The last line of the part under the heading in line `n`.
pub(crate) fn part_end(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> usize {
    let out = |list: &[bool], k: usize| list.get(k).copied().unwrap_or(false);
    let ends = |k: usize| {
        let line = sheet.line(k);
        is_heading(sheet, k)
            || out(&layout.captions, k)
            || out(&layout.boiler, k)
            || layout.author.is_some_and(|a| a.0 == k)
            || (sheet.is(line.from, "nơi") && sheet.is(next(line.from), "nhận"))
            || BACK.has(sheet, line.from)
            || sheet.mark(prev(line.to, 1)) == ':'
    };
    (next(n)..sheet.lines.len()).find(|&k| ends(k)).map_or(prev(sheet.lines.len(), 1), |k| prev(k, 1))
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
    let mut n = layout.body;
    while n < sheet.lines.len() {
        match task_in(sheet, layout, n) {
            Some((from, last)) => {
                items.push(lines_span(sheet, from, last));
                n = next(last);
            }
            None => n = next(n),
        }
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
        PLAN.find(sheet, line.from, head).filter(|_| line.to.saturating_sub(line.from) <= 25)
    };
    let short = sheet.lines.len() < 7;
    let ahead = ahead(sheet, line)
        .or_else(planned)
        .or_else(|| asks(sheet, line))
        .or_else(|| assigned(sheet, line))
        .or_else(|| sets_out(sheet, line))
        .or_else(|| main_task(sheet, line))
        .or_else(|| decides(sheet, line))
        .or_else(|| addressed_next(sheet, n))
        .or_else(|| spoken(sheet, line))
        .or_else(|| told_to(sheet, line))
        .or_else(|| {
            let late = n.saturating_mul(3) >= sheet.lines.len() || n > layout.body && short;
            if late {
                years_ahead(sheet, line).or_else(|| will(sheet, line)).or_else(|| in_order_to(sheet, line))
            } else {
                None
            }
        });
    let (at, ..) = ahead?;
    let last_mark = sheet.mark(prev(line.to, 1));
    let heading = line.to.saturating_sub(line.from) <= 25
        && (sheet.headline(line.from) || at <= line.from.saturating_add(3));
    if last_mark == ':' || (heading && !matches!(last_mark, '.' | '…' | ';')) {
        let first = next(n);
        if is_heading(sheet, n) && part_end(sheet, layout, n) >= first {
            return Some((sheet.line(first).from, part_end(sheet, layout, n)));
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
    let small = ASK.has(sheet, at)
        || sheet.any(at, &["giao", "chỉ"])
        || will(sheet, line).is_some_and(|(from, ..)| from == at);
    let shortest = if small { 14 } else { 25 };
    (size >= shortest).then(|| (from, last_line(sheet, layout, n)))
}

/// The words in a line that look ahead; at the end of a sentence that says something else ("nhân rộng hơn nữa trong thời gian
/// tới.") they open no tasks unless the next one urges.
fn ahead(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    while let Some((at, end, id)) = AHEAD.find(sheet, from, line.to) {
        let aim = sheet.is(end, "đứng")
            || sheet.mark(end) == ',' && sheet.any(next(end), &["góp", "nhằm", "tạo", "đáp"]);
        let closes =
            aim || matches!(sheet.mark(end), '.' | ';') && next(end) < line.to && !urges(sheet, next(end));
        // "Hy vọng thời gian tới, trường tiếp tục nhận được …": a hope.
        let hoped = sheet.is(prev(at, 1), "vọng");
        if !closes && !hoped {
            // "Trước yêu cầu của thời gian tới, Hội nghị xác định …": unless somebody says it, the sentence sets them.
            let sets = (end..end.saturating_add(8).min(line.to))
                .any(|i| SETS.has(sheet, i) || sheet.is(i, "tập") && sheet.is(next(i), "trung"));
            let start = sheet.sentence_of(at).0.max(line.from);
            let said = (start..at).any(|i| {
                SPEECH.has(sheet, i) || ASK.has(sheet, i) || matches!(sheet.mark(i), ':' | ';' | '“')
            });
            let clause = sheet.mark(prev(at, 1)) == ',';
            let from = if said || clause || !sets { at } else { start };
            return Some((from, end, id));
        }
        from = end;
    }
    None
}

/// "Để thực hiện tốt nhiệm vụ năm 2020, Đảng ủy đề ra 6 nhiệm vụ trọng tâm": a sentence that sets tasks, told from its
/// beginning.
fn sets_out(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    (line.from..line.to).find_map(|i| {
        let (at, _) = SETS.at(sheet, i)?;
        let number =
            if sheet.is_digits(at) { Some(next(at)) } else { number::words_at(sheet, at).map(|w| w.1) };
        let listed = sheet.mark(prev(line.to, 1)) == ':';
        let work = |k: usize| {
            sheet.is(k, "nhiệm") && sheet.is(next(k), "vụ")
                || sheet.is(k, "phương") && sheet.is(next(k), "hướng")
                || listed && sheet.any(k, &["mục", "chỉ"]) && sheet.is(next(k), "tiêu")
                || listed && sheet.any(k, &["nội", "giải"]) && sheet.any(next(k), &["dung", "pháp"])
        };
        let main = |k: usize| work(k) && sheet.is(k.saturating_add(2), "trọng");
        let done = (1..=6).any(|n| sheet.any(prev(i, n), &["đã", "được", "do", "mà"]));
        let fits = !done && (number.is_some_and(work) || main(at));
        fits.then(|| sheet.sentence_of(i).0.max(line.from)).map(|from| (from, from, 0))
    })
}

/// "Hội nghị thống nhất xác định tiếp tục giữ vững …": what a resolution or a meeting decides, told from its clause.
fn decides(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        let sets = sheet.is(i, "xác") && sheet.is(next(i), "định")
            || sheet.is(i, "thống") && sheet.is(next(i), "nhất");
        let work = i.saturating_add(2);
        sets && (sheet.is(work, "tiếp") && sheet.is(next(work), "tục")
            || sheet.is(work, "tập") && sheet.is(next(work), "trung"))
    })?;
    let low = sheet.sentence_of(at).0.max(line.from);
    let clause = (low..at).rfind(|&i| matches!(sheet.mark(i), ',' | ';' | ':')).map_or(low, next);
    let who = sheet.any(clause, &["nghị", "hội", "đại", "đảng"]);
    let done = (clause..at).any(|i| sheet.any(i, &["đã", "được"]));
    (who && !done && at.saturating_sub(clause) <= 8).then_some((clause, clause, 0))
}

/// "Các nhà trường cần quan tâm …" right under a paragraph in which somebody asks or stresses something.
fn addressed_next(sheet: &Sheet<'_>, n: usize) -> Option<(usize, usize, usize)> {
    let (line, above) = (sheet.line(n), sheet.line(n.checked_sub(1)?));
    let spoke =
        ASK.find(sheet, above.from, above.to).is_some() || SPEECH.find(sheet, above.from, above.to).is_some();
    (spoke && must_too(sheet, line)).then_some((line.from, line.from, 0))
}

/// "Nghị quyết xác định các nhiệm vụ trọng tâm là giữ vững …", "Các chỉ tiêu mà Đại hội đã đề ra: …": the sentence that
/// names the main tasks or aims, from the verb's clause or from the words themselves.
fn main_task(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let two = |i: usize, a: &str, b: &str| sheet.is(i, a) && sheet.is(next(i), b);
    let head = line.from.saturating_add(3);
    let aims = (line.from..head).find(|&i| {
        let many = sheet.any(prev(i, 1), &["các", "số"]) && (two(i, "chỉ", "tiêu") || two(i, "mục", "tiêu"));
        many && sheet.mark(prev(line.to, 1)) != ':'
            && (i..i.saturating_add(14).min(line.to)).any(|k| sheet.mark(k) == ':')
    });
    if let Some(at) = aims {
        return Some((at, at, 0));
    }
    // "Kế hoạch đề ra một số chỉ tiêu như: …"
    let listed = (line.from..line.to).find(|&i| {
        let aims = sheet.is(prev(i, 1), "số") && (two(i, "chỉ", "tiêu") || two(i, "mục", "tiêu"));
        aims && sheet.mark(prev(line.to, 1)) != ':'
            && (i..i.saturating_add(9).min(line.to)).any(|k| sheet.mark(k) == ':')
    });
    if let Some(at) = listed {
        let from = sheet.sentence_of(at).0.max(line.from);
        return SETS.find(sheet, from, at).map(|_| (from, from, 0));
    }
    // "tập trung vào các nhiệm vụ trọng tâm sau: Tập trung …"
    let follow = (line.from..line.to).find(|&i| {
        let after = sheet.is(i, "sau") && sheet.mark(next(i)) == ':' && i.saturating_add(2) < line.to;
        after && (prev(i, 5).min(i)..i).any(|k| two(k, "nhiệm", "vụ"))
    });
    if let Some(i) = follow {
        let from = i.saturating_add(2);
        return Some((from, from, 0));
    }
    let at = (line.from..line.to).find(|&i| {
        // "nhiệm vụ cụ thể đến năm 2020 là"
        let kind = two(i.saturating_add(2), "trọng", "tâm") || two(i.saturating_add(2), "cụ", "thể");
        let until = (i.saturating_add(4)..i.saturating_add(8)).find(|&k| sheet.is(k, "là"));
        let plain = until.is_some_and(|to| (i..to).all(|k| sheet.is_word(k) || sheet.is_digits(k)));
        two(i, "nhiệm", "vụ") && kind && plain
    })?;
    let (start, _) = sheet.sentence_of(at);
    let from = if SETS.find(sheet, start, at).is_some() { start.max(line.from) } else { at };
    Some((from, from, 0))
}

/// "Để hoàn thành tốt nhiệm vụ năm học, ngành tiếp tục rà soát …", "Với quyết tâm …, Đảng bộ tiếp tục …": what is to be done for an
/// aim, told from the clause that says so.
fn in_order_to(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let grounds = sheet.is(line.from, "trên") && sheet.is(next(line.from), "cơ");
    let aim = grounds
        || sheet.is(line.from, "để") && sheet.any(next(line.from), &["hoàn", "thực", "đạt", "tiếp"])
        || sheet.is(line.from, "với") && sheet.any(next(line.from), &["quyết", "mục"]);
    let (_, end) = sheet.sentence_of(line.from);
    let verb = (line.from..end.min(line.to)).find(|&i| {
        sheet.is(i, "tiếp") && sheet.is(next(i), "tục") || sheet.is(i, "tập") && sheet.is(next(i), "trung")
    })?;
    let comma = (line.from..verb).rfind(|&i| sheet.mark(i) == ',')?;
    // "Đảng bộ, Ban lãnh đạo và cán bộ Công ty tiếp tục": a row of those who do it.
    let row = (line.from..comma).rfind(|&i| sheet.mark(i) == ',').filter(|&i| comma.saturating_sub(i) <= 4);
    let from = next(row.unwrap_or(comma));
    let done = (line.from..verb).any(|i| sheet.any(i, &["đã", "được"]));
    (aim && !done && verb.saturating_sub(from) <= 18).then_some((from, from, 0))
}

/// "Trong giai đoạn 2020 - 2025, toàn huyện tiếp tục đẩy mạnh …": a paragraph that opens with years to come.
fn years_ahead(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    while from < line.to {
        let (_, end) = sheet.sentence_of(from);
        // "Với khẩu hiệu “…”, nhiệm kỳ 2025 - 2028, Hội tiếp tục …": the years may open a later clause.
        let term = |i: usize| sheet.mark(i) == ',' && sheet.any(next(i), &["nhiệm", "giai", "năm"]);
        let clause = (from..end).find(|&i| term(i) && plans(sheet, next(i), end));
        let at = if plans(sheet, from, end) { Some(from) } else { clause.map(next) };
        if let Some(at) = at {
            return Some((at, at, 0));
        }
        from = end.max(next(from));
    }
    None
}

/// A sentence that opens with years and says what goes on in them, not what was done.
fn plans(sheet: &Sheet<'_>, from: usize, end: usize) -> bool {
    let months =
        sheet.is_digits(from) && sheet.is(next(from), "tháng") && sheet.is(from.saturating_add(2), "cuối");
    let second_half = sheet.is(from, "trong")
        && sheet.is_digits(next(from))
        && sheet.is(from.saturating_add(2), "tháng")
        && sheet.is(from.saturating_add(3), "cuối");
    let opens = months || sheet.any(from, &["trong", "giai", "gian", "năm", "nhiệm", "bước"]);
    // "…, công tác Đoàn và phong trào … tập trung thực hiện một số chỉ tiêu": a long subject before aims.
    let aims = (from..end.min(from.saturating_add(60))).find(|&i| {
        sheet.any(i, &["chỉ", "nhiệm"])
            && sheet.any(next(i), &["tiêu", "vụ"])
            && sheet.mark(i.saturating_add(2)) == ':'
    });
    let head = aims.unwrap_or(from.saturating_add(18)).max(from.saturating_add(18)).min(end);
    let years = second_half || (from..from.saturating_add(6)).any(|i| sheet.digits(i).len() == 4);
    let done = (from..head).any(|i| sheet.any(i, &["đã", "được", "qua", "đạt"]));
    let goes_on = (from..head).any(|i| {
        (sheet.is(i, "tập") && sheet.is(next(i), "trung"))
            // "tiếp tục nhận được sự quan tâm": what somebody gets is no work.
            || (sheet.is(i, "tiếp") && sheet.is(next(i), "tục") && !sheet.is(i.saturating_add(2), "nhận"))
            || (sheet.is(i, "phấn") && sheet.is(next(i), "đấu"))
            || (sheet.is(i, "sẽ") && !sheet.is(next(i), "có"))
            || (sheet.is(i, "đề") && sheet.is(next(i), "ra") && sheet.is(i.saturating_add(2), "mục"))
    });
    opens && years && goes_on && !done
}

/// Verbs with which tasks are set.
static SETS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of("đề ra; đặt ra; xác định; nhấn mạnh; nêu ra"));
