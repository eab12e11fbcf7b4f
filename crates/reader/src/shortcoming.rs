//! Shortcomings told: the part under their heading, and sentences that weigh results against them.
//!
//! Not here: tasks (`section`).

use crate::demand::{ASK, addressed_to};
use crate::heading::{NAMED, head, is_heading, is_item, part_end, past_number};
use crate::lacking::{self, sentences};
use crate::layout::{Layout, ends_sentence};
use crate::lexicon::awards::BODY_NOUN;
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::lexicon::wanting::{
    ADMITS, BESIDE, COUNTED_BODY, JUDGED, LACKS, LEADS_IN, LEAST_SIGNS, NAMES_WANTING, NOT_WANTING, ONLY,
    SHORT, SLACK, TURNS, WANTING,
};
use crate::reading::Passage;
use crate::section::text_end;
use crate::token::{Kind, Sheet, next, prev};

/// Shortcomings told.
pub(crate) fn limitations(sheet: &Sheet<'_>, layout: &Layout) -> Vec<Passage> {
    let mut items = Vec::new();
    // The lines of a part under its own heading are told with it.
    let mut told = 0;
    for (n, line) in sheet.lines.iter().enumerate() {
        // Short reports tell them before any long paragraph.
        let titled = layout.title.map_or(n < layout.body, |t| n <= t.0) && !is_heading(sheet, n);
        if titled || layout.boiler.get(n).copied().unwrap_or(false) {
            continue;
        }
        if n < told {
            continue;
        }
        let part = shortcomings_part(sheet, layout, n).or_else(|| lacking::below(sheet, layout, n));
        if let Some((parts, last)) = part {
            items.extend(parts);
            told = next(last);
            continue;
        }
        let mut at = line.from;
        while at < line.to {
            let (from, to) = sheet.sentence_of(at);
            let (from, to) = (from.max(line.from), to.min(line.to).max(next(at)));
            // “Song, …”, somebody says.
            let opens = if sheet.mark(from) == '“' { next(from) } else { from };
            if let Some(start) = BESIDE.at(sheet, opens).map(|_| opens).filter(|&start| {
                let (_, end) = sheet.sentence_of(start);
                (told_short(sheet, start, line.to) || turns(sheet, start, line.to))
                    && !concedes(sheet, start, end.min(line.to))
                    && !asked(sheet, start, end.min(line.to))
            }) {
                let end = if BESIDE.has(sheet, line.from) { text_end(sheet, *line) } else { to };
                let further = topic(sheet, start).then(|| goes_on(sheet, n)).filter(|&last| last > n);
                let last = further.map_or(end, |last| text_end(sheet, sheet.line(last)));
                // "Dẫu vậy, người trong cuộc không giấu những băn khoăn. …": what they are follows.
                let start = lacking::opened(sheet, start, to, last).map_or(start, |o| o.0);
                // What somebody asks for behind it is a task.
                let last = if further.is_some() { last } else { lacking::stop(sheet, to.min(last), last) };
                items.extend(sentences(sheet, start, last));
                at = end.max(next(at));
                continue;
            }
            if let Some((start, end)) = lacking::opened(sheet, from, to, line.to) {
                items.extend(sentences(sheet, start, end));
                at = end.max(to);
                continue;
            }
            if let Some((start, goes_on)) = told_in(sheet, from, to) {
                let end = if goes_on { lacking::run(sheet, to, line.to) } else { to };
                items.extend(sentences(sheet, start, end));
                at = end.max(next(at));
                // "Có phường khen 210 người nhưng chỉ 12 người là thợ." in a line of its own: texts of one sentence a line.
                if goes_on && from == line.from && end >= line.to {
                    told = further_lines(sheet, layout, n, &mut items);
                }
                continue;
            }
            at = to;
        }
    }
    items
}

/// Where in the sentence between the tokens something wanting is told, and whether the next sentence may go on with it.
fn told_in(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, bool)> {
    if let Some(start) = turns_to(sheet, from, to).or_else(|| exists(sheet, from, to)) {
        return Some((start, false));
    }
    if let Some(start) = such_as(sheet, from, to) {
        return Some((start, false));
    }
    if points_out(sheet, from, to) || behind_plan(sheet, from, to) {
        return Some((admitted(sheet, from, to).unwrap_or(from), true));
    }
    if owns_up(sheet, from, to)
        || admits(sheet, from, to)
        || but_still(sheet, from, to)
        || counted_wanting(sheet, from, to)
        || named_wanting(sheet, from, to)
    {
        let first = (from..to).find(|&i| sheet.is_word(i)).unwrap_or(from);
        return Some((admitted(sheet, from, to).unwrap_or(first), true));
    }
    None
}

/// "Cái khó hiện nay là kinh phí hạn hẹp", "Điều khiến Bí thư trăn trở là chi bộ thôn chưa có người trẻ": a noun that says so, and behind
/// "là" what is wanting.
fn named_wanting(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let reach = to.min(from.saturating_add(LONGEST_NAMED));
    let Some(at) = NAMES_WANTING.find(sheet, from, reach).map(|hit| hit.1) else { return false };
    let link = (at..at.saturating_add(6).min(to)).find(|&i| sheet.is(i, "là") || sheet.mark(i) == ':');
    let found = |i: usize| signs(sheet, i, to) > 0 || WANTING.find(sheet, i, to).is_some();
    let told = link.map(next).filter(|&i| !sheet.any(i, &["thế", "vậy", "vì", "để"]) && found(i));
    // "Khó khăn lớn nhất là thiếu nước, nay đã có giếng."
    let over =
        || (from..to).any(|i| sheet.is(i, "nay") && sheet.is(next(i), "đã")) || denied(sheet, from, to);
    told.is_some() && !over() && !asked(sheet, from, to)
}

/// Most tokens before the noun that says that something is wanting.
const LONGEST_NAMED: usize = 12;

/// "Có 5 thôn vùng cao chưa có vườn rau", "9 mô hình hoạt động cầm chừng": how many of those who should do something do not.
fn counted_wanting(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let opens = |i: usize| {
        let before = prev(i, 1);
        i == from
            || matches!(sheet.mark(before), ',' | ';' | ':')
            || sheet.any(before, &["có", "còn"]) && !sheet.is(prev(before, 1), "chỉ")
    };
    let counted = (from..to).find_map(|i| {
        let noun = if sheet.mark(next(i)) == '/' { i.saturating_add(3) } else { next(i) };
        if !sheet.is_digits(i) || !opens(i) || !COUNTED_BODY.has(sheet, noun) {
            return None;
        }
        (noun..noun.saturating_add(LONGEST_COUNTED).min(to))
            .take_while(|&k| !matches!(sheet.mark(k), ',' | ';'))
            .find(|&k| LACKS.has(sheet, k) && !NOT_WANTING.has(sheet, k))
    });
    let helped = |i: usize| {
        let stopped = sheet.is(i, "đã") && sheet.any(next(i), &["dừng", "hỏng", "mục", "bỏ"]);
        sheet.any(i, &["giúp", "giảm", "được", "nay", "nếu", "sẽ", "đã", "cần", "phải"]) && !stopped
            || sheet.two(i, "hỗ", "trợ")
            || sheet.two(i, "vận", "động")
    };
    // "5 xã chưa có mô hình được công nhận", but "… chưa có nhà, nay đã được giúp".
    let over = |i: usize| {
        sheet.is(i, "nay") && sheet.is(next(i), "đã")
            || sheet.is(i, "được") && sheet.any(next(i), &["giúp", "hỗ", "tặng"])
            || sheet.two(i, "đã", "được")
    };
    counted.is_some_and(|at| !(from..at).any(|i| helped(i) && !sheet.is(i, "nay")) && !(at..to).any(over))
        && !asked(sheet, from, to)
}

/// "Vi phạm tuy giảm nhưng vẫn còn 3 trường hợp": what is left of it is counted.
fn but_still(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let but = (from..to).find(|&i| sheet.is(i, "nhưng"));
    but.is_some_and(|at| {
        let still = if sheet.is(next(at), "vẫn") { at.saturating_add(2) } else { next(at) };
        let left = sheet.is(still, "còn") && sheet.is_digits(next(still));
        left && (from..at).any(|i| sheet.any(i, &["tuy", "dù", "giảm"])) && !asked(sheet, from, to)
    })
}

/// Most words between who is counted and what they lack.
const LONGEST_COUNTED: usize = 8;

/// Below a line that is one sentence and tells something wanting the next lines of one sentence may add to it; the line behind them.
fn further_lines(sheet: &Sheet<'_>, layout: &Layout, n: usize, items: &mut Vec<Passage>) -> usize {
    let whole = |k: usize| sheet.sentence_of(sheet.line(k).from).1 >= sheet.line(k).to;
    let out = |k: usize| layout.captions.get(k) == Some(&true) || layout.boiler.get(k) == Some(&true);
    let mut at = next(n);
    while whole(prev(at, 1))
        && at < sheet.lines.len()
        && whole(at)
        && !out(at)
        && ends_sentence(sheet, sheet.line(at))
    {
        let line = sheet.line(at);
        if line.to.saturating_sub(line.from) > LONGEST_FURTHER || !adds(sheet, line.from, line.to) {
            break;
        }
        items.extend(sentences(sheet, admitted(sheet, line.from, line.to).unwrap_or(line.from), line.to));
        at = next(at);
    }
    at
}

/// Most tokens of a line that adds to what the one above found wanting.
const LONGEST_FURTHER: usize = 50;

/// Most tokens before the verb of whoever says what is wanting.
const LONGEST_SPEAKER: usize = 24;

/// "Báo cáo cũng chỉ rõ, một số cấp ủy …", "ông thừa nhận cách xét khen …": behind whoever says it, what is wanting is told.
pub(crate) fn admitted(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<usize> {
    let reach = to.min(from.saturating_add(LONGEST_SPEAKER));
    let mut at = (from..reach).find_map(|i| ADMITS.at(sheet, i).map(|(end, _)| end))?;
    // "thẳng thắn chỉ ra", "nêu rõ"
    while let Some((end, _)) = ADMITS.at(sheet, at) {
        at = end;
    }
    let at =
        if matches!(sheet.mark(at), ',' | ':') || sheet.any(at, &["rằng", "là"]) { next(at) } else { at };
    (sheet.count_words(at, to) >= 6).then_some(at)
}

/// "Công tác quản lý rừng chưa được quan tâm đúng mức.": a sentence that judges work, and finds it wanting.
fn owns_up(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let start = (from..to).find(|&i| sheet.is_word(i)).unwrap_or(from);
    let start = past_lead(sheet, start);
    let judged = JUDGED.at(sheet, start).map(|(end, _)| end).filter(|&end| !good_when_low(sheet, end));
    // "Hội còn lúng túng khi …": a body, and right behind it how it is found.
    let near = |end: usize| (end..end.saturating_add(3)).any(|k| sheet.is(k, "còn") && WANTING.has(sheet, k));
    let body = || {
        let named =
            HEAD.at(sheet, start).or_else(|| LEVEL.at(sheet, start)).or_else(|| BODY_NOUN.at(sheet, start));
        named.map(|(end, _)| end).filter(|&end| near(end))
    };
    let judged = judged.or_else(body);
    // "Còn 5 tiêu chí chưa đạt là: …"
    let left = sheet.is(start, "còn")
        && sheet.is_digits(next(start))
        && (start..start.saturating_add(7).min(to)).any(|i| sheet.is(i, "chưa"));
    // "vẫn còn 3/15 chỉ tiêu chưa đạt", "Có 4/30 chỉ tiêu không đạt": aims that were missed are counted.
    let missed = |i: usize| {
        let aims = sheet.two(i, "chỉ", "tiêu") || sheet.two(i, "tiêu", "chí");
        let mut behind = i..i.saturating_add(4).min(to);
        aims && sheet.is_digits(prev(i, 1))
            && behind.any(|k| sheet.two(k, "chưa", "đạt") || sheet.two(k, "không", "đạt"))
    };
    if left || (from..to).any(missed) && !asked(sheet, from, to) {
        return true;
    }
    if judged.is_some() && falls_short(sheet, start, to) && !asked(sheet, from, to) {
        return true;
    }
    // "Vẫn còn tình trạng tàu cá không đủ điều kiện ra vào cảng …"
    if sheet.two(start, "vẫn", "còn") && sheet.two(start.saturating_add(2), "tình", "trạng") {
        return !asked(sheet, from, to);
    }
    // "Nhiều nơi còn làm qua loa"
    let still = |i: usize| {
        sheet.any(i, &["còn", "vẫn"])
            && (next(i)..i.saturating_add(4).min(to))
                .any(|k| SLACK.has(sheet, k) && !NOT_WANTING.has(sheet, k))
    };
    let wanting = judged.and_then(|end| (end..to).find(|&i| WANTING.has(sheet, i) || still(i)));
    // "nhằm khắc phục tình trạng còn …", "cần …": what is asked for, or was mended.
    let turned = |end: usize| {
        (start..end).any(|i| {
            sheet.any(i, &["nhằm", "cần", "phải", "nếu", "khắc", "tránh", "dù", "tuy"])
                || sheet.two(i, "không", "còn")
        })
    };
    wanting.is_some_and(|at| !turned(at)) && !asked(sheet, from, to)
}

/// "Nhìn lại, phong trào …": where the sentence goes on behind the words that lead it in.
fn past_lead(sheet: &Sheet<'_>, start: usize) -> usize {
    let behind = LEADS_IN.at(sheet, start).map(|(end, _)| end);
    behind.map_or(start, |end| if sheet.mark(end) == ',' { next(end) } else { end })
}

/// "Tỷ lệ hộ nghèo còn thấp": a share that is better the lower it is.
fn good_when_low(sheet: &Sheet<'_>, end: usize) -> bool {
    let bad = [
        "nghèo", "tội", "phạm", "nợ", "sai", "mắc", "tử", "thất", "tai", "hao", "suy", "quá", "bỏ", "yếu",
        "ly", "bạo", "bệnh", "ba",
    ];
    sheet.is(prev(end, 1), "lệ") && (end..end.saturating_add(6)).any(|i| sheet.any(i, &bad))
}

/// "Tỷ lệ … mới chiếm 38%, thấp hơn mục tiêu đề ra": what was reached is told as little, and held against what was aimed at.
fn falls_short(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let low = (from..to).find(|&i| sheet.two(i, "thấp", "hơn"));
    let aim = low.is_some_and(|at| {
        let aims = [
            ("mục", "tiêu"),
            ("chỉ", "tiêu"),
            ("kế", "hoạch"),
            ("yêu", "cầu"),
            ("nghị", "quyết"),
            ("bình", "quân"),
        ];
        (at..at.saturating_add(6).min(to)).any(|i| aims.iter().any(|(a, b)| sheet.two(i, a, b)))
    });
    aim && low.is_some_and(|at| ONLY.find(sheet, from, at).is_some())
}

/// "không còn hộ nào chậm trả nợ", "trước đây thiếu điện, nay đã …": denied, or over.
fn denied(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    (from..to)
        .any(|i| sheet.two(i, "không", "còn") || sheet.two(i, "trước", "đây") || sheet.two(i, "không", "nơi"))
}

/// "Trưởng công an xã thừa nhận lực lượng mỏng, xe hay hỏng": somebody says what is wanting.
fn admits(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let said = (from..to).find_map(|i| {
        let (at, verb) = ADMITS.at(sheet, i)?;
        // "đặt câu hỏi thẳng thắn, …": how it was asked.
        let how = sheet.is(i, "thẳng")
            && sheet.mark(at) != ':'
            && !sheet.any(at, &["chỉ", "nêu", "nhìn", "thừa", "nhận"]);
        // "không giấu niềm vui"
        let hid = sheet.two(i, "không", "giấu")
            && sheet.mark(at) != ':'
            && !sheet.any(at, &["rằng", "những", "nỗi", "khó", "thực"]);
        LEAST_SIGNS.get(verb).filter(|_| !how && !hid).map(|least| (at, *least))
    });
    let mended = |i: usize| sheet.two(i, "khắc", "phục") || sheet.is(i, "cần") || sheet.is(i, "nhằm");
    said.is_some_and(|(at, least)| {
        // "nhìn nhận, hoạt động của … chưa đều": the clause judges by itself.
        let clause = (at..to).find(|&i| sheet.is_word(i) && !sheet.any(i, &["rằng", "là"])).unwrap_or(at);
        let told = || signs(sheet, at, to) >= least || least < 3 && owns_up(sheet, clause, to);
        !(at..to).any(mended) && !denied(sheet, at, to) && told()
    }) && !asked(sheet, from, to)
}

/// A further sentence of the same paragraph that says what is wanting, or why.
pub(crate) fn adds(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let why = (from..from.saturating_add(6))
        .any(|i| sheet.two(i, "nguyên", "nhân") || sheet.two(i, "lý", "do") || sheet.two(i, "lý", "giải"));
    let many = signs(sheet, from, to);
    // "Có 3 chi bộ chưa đưa chỉ thị vào kỳ họp.": one word does where nothing in the sentence was done, and nobody else speaks.
    let plain = || {
        (from..to).all(|i| {
            !sheet.any(i, &["đã", "sẽ", "nếu", "cần", "phải", "nhằm", "nay", "theo"]) && sheet.mark(i) != '“'
        }) && !denied(sheet, from, to)
            && sheet.kind(from) == Kind::Word
    };
    let one = || (many > 0 || (from..to).any(|i| WANTING.has(sheet, i))) && plain();
    // "Bà Lan thì lo ngại mức thưởng thấp": whoever speaks next.
    let worry = || (from..to).any(|i| sheet.two(i, "lo", "ngại"));
    (why || many > 1 || owns_up(sheet, from, to) || one() || worry()) && !asked(sheet, from, to)
}

/// "Nhiệm vụ còn chậm tiến độ: Ban … chưa ban hành kế hoạch": what is behind its plan.
fn behind_plan(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let work = sheet.two(from, "nhiệm", "vụ");
    let late = (from..from.saturating_add(6)).any(|i| sheet.is(i, "chậm") || sheet.is(i, "chưa"));
    let colon = (from..to.min(from.saturating_add(10))).any(|i| sheet.mark(i) == ':');
    work && late && colon
}

/// "…, tuy nhiên cũng có mặt trì trệ": the clause with which a sentence turns to what is wanting.
fn turns_to(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<usize> {
    let turn = (next(from)..to)
        .find(|&i| sheet.two(i, "tuy", "nhiên") && matches!(sheet.mark(prev(i, 1)), ',' | ';'))?;
    (told_short(sheet, turn, to) && !asked(sheet, turn, to)).then_some(turn)
}

/// The part under a heading of shortcomings, and its last line: a point of a list is an item, lines without one are told together.
fn shortcomings_part(sheet: &Sheet<'_>, layout: &Layout, n: usize) -> Option<(Vec<Passage>, usize)> {
    let heading = head(sheet, n)?;
    let (from, to) = heading.title;
    let names =
        |i: usize| sheet.two(i, "hạn", "chế") || sheet.two(i, "khuyết", "điểm") || sheet.two(i, "tồn", "tại");
    let mended = |i: usize| sheet.two(i, "khắc", "phục");
    if !(from..to).any(names) || (from..to).any(mended) {
        return None;
    }
    // "2. Tồn tại, hạn chế", and right below it "2.1. Tồn tại": the part heads parts of its own.
    // "Bí thư Huyện ủy đề nghị: các cấp ủy phải …" below them asks for something.
    let asks = |k: &usize| {
        let line = sheet.line(*k);
        asked(sheet, line.from, line.to) && point(sheet, *k).is_none() && head(sheet, *k).is_none()
    };
    let end = part_end(sheet, layout, n);
    let whole = (next(n)..=end).find(asks).map_or(end, |k| prev(k, 1));
    let wanting = |k: usize| signs(sheet, sheet.line(k).from, sheet.line(k).to) > 0;
    let own = |k: &usize| {
        head(sheet, *k).is_some() || point(sheet, *k).is_some() || caused(sheet, *k) || wanting(*k)
    };
    let last =
        if heading.depth == NAMED { (next(n)..=whole).take_while(own).last().unwrap_or(n) } else { whole };
    let mut items = Vec::new();
    let mut start = heading.text;
    for k in n..=last {
        let below = next(k);
        let inner = head(sheet, k).filter(|_| k > n);
        if let Some(inner) = inner {
            start = inner.text;
        } else if k > n && start.is_none() && !(opens_list(sheet, k) && k < last) {
            let from = sheet.line(k).from;
            start = Some(point(sheet, k).unwrap_or(from));
        }
        let told = ends_sentence(sheet, sheet.line(k));
        let ends = k == last || told || point(sheet, below).is_some() || head(sheet, below).is_some();
        if let Some(from) = start.filter(|_| ends) {
            items.extend(sentences(sheet, from, text_end(sheet, sheet.line(k))));
            start = None;
        }
    }
    (!items.is_empty()).then_some((items, last))
}

/// "…, đó là:" above a list of points, which tells nothing by itself.
fn opens_list(sheet: &Sheet<'_>, n: usize) -> bool {
    sheet.mark(prev(sheet.line(n).to, 1)) == ':'
        && point(sheet, n).is_none()
        && point(sheet, next(n)).is_some()
}

/// "Nguyên nhân chủ yếu là …", "Những hạn chế trên xuất phát từ …" below a list of what is wanting.
fn caused(sheet: &Sheet<'_>, n: usize) -> bool {
    let from = sheet.line(n).from;
    (from..from.saturating_add(8)).any(|i| sheet.two(i, "nguyên", "nhân") || sheet.two(i, "xuất", "phát"))
}

/// Where the words of a line begin that is a point of a list ("- …", "(1) …", "2. …", "Hai là, …").
fn point(sheet: &Sheet<'_>, n: usize) -> Option<usize> {
    let from = sheet.line(n).from;
    if matches!(sheet.mark(from), '-' | '+' | '•' | '*') {
        return Some(next(from));
    }
    let behind = past_number(sheet, from);
    let told = is_item(sheet, from).then_some(from);
    (behind > from).then_some(behind).or(told)
}

/// "Về hạn chế, …": the paragraph says what it and those behind it are about.
fn topic(sheet: &Sheet<'_>, i: usize) -> bool {
    let at = next(i);
    sheet.is(i, "về") && (sheet.two(at, "hạn", "chế") || sheet.two(at, "tồn", "tại"))
}

/// The last of the paragraphs behind line `n` that go on to tell what is wanting.
fn goes_on(sheet: &Sheet<'_>, n: usize) -> usize {
    let wants = |k: &usize| {
        let line = sheet.line(*k);
        let long = line.to.saturating_sub(line.from) >= 12;
        long && (line.from..line.to).any(|i| sheet.any(i, &["chưa", "còn", "vẫn"])) && !is_heading(sheet, *k)
    };
    (next(n)..sheet.lines.len()).take_while(wants).take(MOST_FURTHER).last().unwrap_or(n)
}

/// Most paragraphs that go on to tell what is wanting.
const MOST_FURTHER: usize = 6;

/// "đồng chí yêu cầu đơn vị khắc phục …": somebody is asked, nothing is owned up to.
pub(crate) fn asked(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    // "đề nghị: các cấp ủy phải …"
    let whom = |at: usize| if sheet.mark(at) == ':' { next(at) } else { at };
    (from..to).any(|i| ASK.at(sheet, i).is_some_and(|(at, _)| addressed_to(sheet, whom(at))))
}

/// "Mặc dù còn những hạn chế nhất định, nhưng …": admitted by the way before what was reached.
fn concedes(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let but = (from..to).find(|&i| sheet.any(i, &["nhưng", "song"]) && i > from);
    let from = if sheet.mark(from) == '“' { next(from) } else { from };
    sheet.any(from, &["mặc", "dù", "tuy"])
        && !sheet.is(next(from), "nhiên")
        && but.is_some_and(|but| told_short(sheet, from, but) && !told_short(sheet, but, to))
}

fn told_short(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    // "trẻ em có hoàn cảnh khó khăn": whose life is hard.
    let hard = |i: usize| sheet.is(i, "khó") && sheet.any(prev(i, 1), &["cảnh", "hộ", "người", "kiện"]);
    let short = (from..to).any(|i| SHORT.has(sheet, i) && !hard(i) || WANTING.has(sheet, i));
    let still = (from..to).any(|i| sheet.any(i, &["còn", "chưa", "vẫn", "trì"]));
    let end = sheet.sentence_of(from).1.min(to);
    short && still || signs(sheet, from, to) > 1 && !(from..end).any(|i| ASK.has(sheet, i))
}

/// "Dẫu vậy, bức tranh không chỉ toàn gam sáng. …": an opening that turns, and something found wanting behind it.
fn turns(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let end = sheet.sentence_of(from).1.min(to);
    let other = (from..end).any(|i| ASK.has(sheet, i) || sheet.is(i, "nếu"));
    TURNS.has(sheet, from) && signs(sheet, from, to) > 0 && !other
}

/// How many words between the tokens say that something is late, lacking or slack.
pub(crate) fn signs(sheet: &Sheet<'_>, from: usize, to: usize) -> usize {
    // "nợ quá hạn chỉ có 0,1%", "không để hồ sơ nào quá hạn"
    let none = |i: usize| {
        sheet.two(i, "quá", "hạn")
            && (i.saturating_sub(5)..i).any(|k| sheet.any(k, &["nợ", "không", "giảm", "hết"]))
    };
    // "tỷ lệ hộ nghèo chỉ có 1%": better the lower it is.
    let low = |i: usize| {
        sheet.is(i, "chỉ")
            && (i.saturating_sub(4)..i).any(|k| sheet.any(k, &["nợ", "nghèo", "tội", "nghỉ", "bỏ"]))
    };
    let sign = |i: usize| {
        SLACK.has(sheet, i)
            && !NOT_WANTING.has(sheet, i)
            && !sheet.is(prev(i, 1), "không")
            && !none(i)
            && !low(i)
    };
    (from..to).filter(|&i| sign(i)).count()
}

/// "thẳng thắn nêu những hạn chế như hồ sơ còn sơ sài, …": what is named as wanting, from the words that say so.
fn such_as(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<usize> {
    let named =
        |i: usize| sheet.two(i, "hạn", "chế") || sheet.two(i, "tồn", "tại") || sheet.two(i, "khuyết", "điểm");
    // Few sentences say "như": the cheapest question first.
    let such = (from.saturating_add(3)..to).filter(|&k| sheet.is(k, "như") && sheet.is_word(next(k)));
    let at = such
        .map(|k| prev(k, 2))
        .find(|&i| named(i) && sheet.any(prev(i, 1), &["những", "số", "các", "vài"]))?;
    let start = if sheet.is(prev(at, 1), "số") { prev(at, 2) } else { prev(at, 1) };
    // At the very beginning there is nothing before it, and `prev` is far beyond the end.
    if !(from..at).contains(&start) {
        return None;
    }
    let says = |i: usize| {
        sheet.two(i, "chỉ", "ra")
            || sheet.two(i, "chỉ", "rõ")
            || sheet.two(i, "nhận", "thấy")
            || sheet.any(i, &["nêu", "còn"])
    };
    let mended = |i: usize| {
        [("khắc", "phục"), ("giải", "quyết"), ("vượt", "qua"), ("xử", "lý"), ("không", "còn"), ("đã", "được")]
            .iter()
            .any(|(a, b)| sheet.two(i, a, b))
    };
    let told = (from..start).any(says) && !(from..to).any(mended);
    (told && !asked(sheet, from, to)).then_some(start)
}

/// "thẳng thắn chỉ ra những tồn tại, hạn chế …: một số cấp ủy chưa chủ động": the sentence names them.
fn points_out(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let shown = (from..to)
        .find(|&i| sheet.is(i, "chỉ") && sheet.any(next(i), &["ra", "rõ"]) || sheet.two(i, "nhìn", "nhận"));
    let named = |from: usize| {
        (from..to).any(|i| {
            sheet.two(i, "hạn", "chế") || sheet.two(i, "khuyết", "điểm") || sheet.two(i, "tồn", "tại")
        })
    };
    let told = |from: usize| {
        (from..to).any(|i| sheet.is(i, "chưa") || (sheet.is(i, "còn") && !sheet.is(next(i), "lại")))
    };
    // "những hạn chế được các đại biểu chỉ rõ: việc … chưa cao"
    let listed = |at: usize| sheet.mark(at.saturating_add(2)) == ':' && named(from);
    shown.is_some_and(|at| (named(at) || listed(at)) && told(at))
}

/// "vẫn còn một số hạn chế": the clause that says so; "khắc phục các chỉ tiêu còn hạn chế" says what is mended.
fn exists(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<usize> {
    let named = |k: usize| {
        sheet.two(k, "hạn", "chế")
            || sheet.two(k, "tồn", "tại")
            || sheet.two(k, "khuyết", "điểm")
            || sheet.two(k, "thiếu", "sót")
    };
    let still = (from..to).find(|&i| {
        sheet.any(i, &["còn", "bộc"])
            && !sheet.is(prev(i, 1), "không")
            && (next(i)..i.saturating_add(7).min(to)).take_while(|&k| sheet.is_word(k)).any(named)
    })?;
    let mended = (from..still)
        .any(|i| sheet.two(i, "khắc", "phục") || sheet.two(i, "dứt", "điểm") || sheet.two(i, "yêu", "cầu"));
    let mended =
        mended || (from..still).any(|i| sheet.two(i, "phân", "tích") || sheet.two(i, "nguyên", "nhân"));
    let clause = (from..still).rfind(|&i| matches!(sheet.mark(i), ',' | ';' | ':')).map_or(from, next);
    (!mended && !concedes(sheet, from, to)).then_some(clause)
}
