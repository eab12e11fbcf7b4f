//! Openings of tasks that a report sets itself: words that look ahead, years to come, aims and main tasks named.
//!
//! Not here: what somebody asks for (`demand`) and how far the tasks go on (`section`).

use std::sync::LazyLock;

use crate::demand::{ASK, SPEECH, addressed_to, urges};
use crate::lexicon::awards::BODY_NOUN;
use crate::lexicon::organisations::HEAD;
use crate::number;
use crate::phrase::Phrases;

use crate::token::{Caps, Kind, Line, Sheet, next, prev};

/// Words that look ahead; the tasks to come follow them.
static AHEAD: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "thời gian tới; trong thời gian tới; những ngày tới; trong những ngày tới; những tháng tới; trong những tháng tới; thời gian tiếp theo; trong thời gian tiếp theo; những năm tiếp theo; \
         trong những năm tiếp theo; trong năm tới; giai đoạn tiếp theo; từ nay đến cuối năm; từ nay đến hết; trong giai đoạn tới; \
         trong giai đoạn tiếp theo; thời gian đến; trong thời gian đến; nhiệm kỳ tới; trong nhiệm kỳ tới; \
         nửa nhiệm kỳ còn lại; thời gian còn lại; những tháng còn lại; sang năm; \
         thời gian sắp tới; trong thời gian sắp tới; sắp tới; năm tiếp theo; sau hội nghị này; sau đại hội này; sau lễ tuyên dương này",
    )
});

/// The words in a line that look ahead; at the end of a sentence that says something else ("nhân rộng hơn nữa trong thời gian
/// tới.") they open no tasks unless the next one urges.
pub(crate) fn ahead(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    let first = |from: usize| {
        let told = AHEAD.find(sheet, from, line.to);
        let left = months_left(sheet, from, line.to);
        told.into_iter().chain(left).min_by_key(|hit| hit.0)
    };
    while let Some((at, end, id)) = first(from) {
        // "Bước sang năm 2022, xã đã …", "trong thời gian còn lại của buổi sáng": when something was done.
        let used = || (end..end.saturating_add(14).min(line.to)).any(|k| sheet.is(k, "đã"));
        let passing = sheet.two(at, "sang", "năm")
            && (sheet.is(prev(at, 1), "bước") || sheet.is(end, "học") || sheet.is_digits(end))
            || sheet.is(prev(end, 1), "lại") && (used() || sheet.is(end.saturating_add(1), "buổi"));
        let passing = passing || sheet.two(at, "sắp", "tới") && !soon(sheet, at, end, line);
        let aim = passing
            || sheet.is(end, "đứng")
            || sheet.mark(end) == ',' && sheet.any(next(end), &["góp", "nhằm", "tạo", "đáp"]);
        let closes =
            aim || matches!(sheet.mark(end), '.' | ';') && next(end) < line.to && !urges(sheet, next(end));
        // "Hy vọng thời gian tới, trường tiếp tục nhận được …": a hope.
        // "…, hứa hẹn nhiệm kỳ tới sẽ …", "Tin tưởng rằng … tiếp tục gặt hái được những thành công".
        let (low, high) = sheet.sentence_of(at);
        let before = |a: &str, b: &str| sheet.tells(low.max(line.from), at, a, b);
        let reaps = || (end..high.min(line.to)).any(|i| sheet.two(i, "gặt", "hái"));
        let promised = before("hứa", "hẹn") || before("tin", "tưởng") && reaps();
        let hoped = promised
            || sheet.is(prev(at, 1), "vọng")
            || sheet.is(end, "và") && sheet.any(next(end), &["thu", "đạt", "đã"]);
        if !closes && !hoped {
            // "Trước yêu cầu của thời gian tới, Hội nghị xác định …": unless somebody says it, the sentence sets them.
            let sets = (end..end.saturating_add(8).min(line.to))
                .any(|i| SETS.has(sheet, i) || sheet.two(i, "tập", "trung"));
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

/// "Sắp tới, chúng tôi sẽ đào thêm giếng": opens a sentence that says what will be done, not on which day something is held.
fn soon(sheet: &Sheet<'_>, at: usize, end: usize, line: Line) -> bool {
    let start = sheet.sentence_of(at).0.max(line.from);
    let opens = (start..at).all(|i| !sheet.is_word(i) && !sheet.is_digits(i));
    let reach = end.saturating_add(10).min(line.to);
    let will = (end..reach)
        .any(|i| sheet.is(i, "sẽ") || sheet.two(i, "tiếp", "tục") || sheet.two(i, "tập", "trung"));
    let held = (end..reach.saturating_add(8).min(line.to)).any(|i| {
        sheet.is(i, "ngày") && sheet.is_digits(next(i))
            || sheet.two(i, "diễn", "ra")
            || sheet.two(i, "khai", "mạc")
    });
    opens && will && !held
}

/// "Trong 3 tháng còn lại, các chi hội phải …", "những ngày còn lại": what is left of the time looks ahead, unless it was used.
fn months_left(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, usize, usize)> {
    (from..to).filter(|&i| sheet.two(i, "còn", "lại")).find_map(|i| {
        let (unit, end) = (prev(i, 1), i.saturating_add(2));
        let many = prev(unit, 1);
        let counted = sheet.is_digits(many) || sheet.any(many, &["những", "các"]);
        let time = sheet.any(unit, &["tháng", "ngày", "tuần", "quý", "năm"]) && counted;
        let at = if sheet.is(prev(many, 1), "trong") { prev(many, 1) } else { many };
        (time && (from..i).contains(&at)).then_some((at, end, 0))
    })
}

/// "Để thực hiện tốt nhiệm vụ năm 2020, Đảng ủy đề ra 6 nhiệm vụ trọng tâm": a sentence that sets tasks, told from its
/// beginning.
pub(crate) fn sets_out(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    (line.from..line.to).find_map(|i| {
        let (at, _) = SETS.at(sheet, i)?;
        let number = if sheet.is_digits(at) {
            Some(next(at))
        } else {
            number::words_at(sheet, at).map(|w| w.1).filter(|to| !sheet.is(*to, "số"))
        };
        let listed = sheet.mark(prev(line.to, 1)) == ':';
        let work = |k: usize| {
            sheet.two(k, "nhiệm", "vụ")
                || sheet.two(k, "phương", "hướng")
                || listed && sheet.any(k, &["mục", "chỉ"]) && sheet.is(next(k), "tiêu")
                || listed && sheet.any(k, &["nội", "giải"]) && sheet.any(next(k), &["dung", "pháp"])
        };
        // "đề ra 12 chỉ tiêu, trong đó: 100% chi đoàn có công trình; …": what they are follows in the line.
        let aims = |k: usize| {
            let list = k.saturating_add(2)..k.saturating_add(7).min(line.to);
            sheet.two(k, "chỉ", "tiêu")
                && list.into_iter().any(|n| {
                    let follows = sheet.mark(n) == ':' || sheet.two(n, "trong", "đó");
                    follows && n.saturating_add(9) < line.to
                })
        };
        let main = |k: usize| work(k) && sheet.is(k.saturating_add(2), "trọng");
        // "đã đề ra một số nhiệm vụ, giải pháp như: phát triển …": what they are is told.
        let such = number.is_none()
            && sheet.any(at, &["một", "các", "những"])
            && (at..at.saturating_add(9).min(line.to)).any(|k| {
                sheet.two(k, "nhiệm", "vụ")
                    && (k..k.saturating_add(8)).any(|n| sheet.any(n, &["như", "sau"]) || sheet.mark(n) == ':')
            });
        if such {
            let from = sheet.sentence_of(i).0.max(line.from);
            return Some((from, from, 0));
        }
        let done = (1..=6).any(|n| sheet.any(prev(i, n), &["đã", "được", "do", "mà"]));
        // "Hội đề ra chỉ tiêu năm 2023: kết nạp …"
        let fits = !done && (number.is_some_and(|k| work(k) || aims(k)) || main(at) || aims(at));
        fits.then(|| sheet.sentence_of(i).0.max(line.from)).map(|from| (from, from, 0))
    })
}

/// "Hội nghị thống nhất xác định tiếp tục giữ vững …": what a resolution or a meeting decides, told from its clause.
pub(crate) fn decides(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        let sets = sheet.two(i, "xác", "định") || sheet.two(i, "thống", "nhất");
        let work = i.saturating_add(2);
        sets && (sheet.two(work, "tiếp", "tục") || sheet.two(work, "tập", "trung"))
    })?;
    let low = sheet.sentence_of(at).0.max(line.from);
    let clause = (low..at).rfind(|&i| matches!(sheet.mark(i), ',' | ';' | ':')).map_or(low, next);
    let who = sheet.any(clause, &["nghị", "hội", "đại", "đảng"]);
    let done = (clause..at).any(|i| sheet.any(i, &["đã", "được"]));
    (who && !done && at.saturating_sub(clause) <= 8).then_some((clause, clause, 0))
}

/// "Nghị quyết xác định các nhiệm vụ trọng tâm là giữ vững …", "Các chỉ tiêu mà Đại hội đã đề ra: …": the sentence that
/// names the main tasks or aims, from the verb's clause or from the words themselves.
pub(crate) fn main_task(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let head = line.from.saturating_add(3);
    let aims = (line.from..head).find(|&i| {
        let many = sheet.any(prev(i, 1), &["các", "số"])
            && (sheet.two(i, "chỉ", "tiêu") || sheet.two(i, "mục", "tiêu"));
        many && sheet.mark(prev(line.to, 1)) != ':'
            && (i..i.saturating_add(14).min(line.to)).any(|k| sheet.mark(k) == ':')
    });
    if let Some(at) = aims {
        return Some((at, at, 0));
    }
    // "Kế hoạch đề ra một số chỉ tiêu như: …"
    let listed = (line.from..line.to).find(|&i| {
        let aims = sheet.is(prev(i, 1), "số") && (sheet.two(i, "chỉ", "tiêu") || sheet.two(i, "mục", "tiêu"));
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
        after && (prev(i, 5).min(i)..i).any(|k| sheet.two(k, "nhiệm", "vụ"))
    });
    if let Some(i) = follow {
        let from = i.saturating_add(2);
        return Some((from, from, 0));
    }
    let at = (line.from..line.to).find(|&i| {
        // "nhiệm vụ cụ thể đến năm 2020 là"
        let kind =
            || sheet.two(i.saturating_add(2), "trọng", "tâm") || sheet.two(i.saturating_add(2), "cụ", "thể");
        let plain = || {
            let until = (i.saturating_add(4)..i.saturating_add(8)).find(|&k| sheet.is(k, "là"));
            until.is_some_and(|to| (i..to).all(|k| sheet.is_word(k) || sheet.is_digits(k)))
        };
        sheet.two(i, "nhiệm", "vụ") && kind() && plain()
    })?;
    let (start, _) = sheet.sentence_of(at);
    let from = if SETS.find(sheet, start, at).is_some() { start.max(line.from) } else { at };
    Some((from, from, 0))
}

/// "Để hoàn thành tốt nhiệm vụ năm học, ngành tiếp tục rà soát …", "Với quyết tâm …, Đảng bộ tiếp tục …": what is to be done for an
/// aim, told from the clause that says so.
pub(crate) fn in_order_to(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let grounds = sheet.two(line.from, "trên", "cơ");
    let aim = grounds
        || sheet.is(line.from, "để") && sheet.any(next(line.from), &["hoàn", "thực", "đạt", "tiếp"])
        || sheet.is(line.from, "với") && sheet.any(next(line.from), &["quyết", "mục"]);
    let (_, end) = sheet.sentence_of(line.from);
    let verb = (line.from..end.min(line.to))
        .find(|&i| sheet.two(i, "tiếp", "tục") || sheet.two(i, "tập", "trung"))?;
    let comma = (line.from..verb).rfind(|&i| sheet.mark(i) == ',')?;
    // "Đảng bộ, Ban lãnh đạo và cán bộ Công ty tiếp tục": a row of those who do it.
    let row = (line.from..comma).rfind(|&i| sheet.mark(i) == ',').filter(|&i| comma.saturating_sub(i) <= 4);
    let from = next(row.unwrap_or(comma));
    let done = (line.from..verb).any(|i| sheet.any(i, &["đã", "được"]));
    (aim && !done && verb.saturating_sub(from) <= 18).then_some((from, from, 0))
}

/// What a meeting or a term sets: what follows it is to be done.
static AIMS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "mục tiêu; phương hướng; các nhóm giải pháp; nhóm giải pháp; khâu đột phá; các khâu đột phá; các mục tiêu; nhiều mục tiêu; các giải pháp",
    )
});

/// Most tokens on either side of the verb that are looked at: a sentence that hardly ends must not be read once for each verb in it.
const LONGEST_RESOLVE: usize = 120;

/// "chi bộ đã đề ra mục tiêu tiếp tục lãnh đạo …", "Đại hội thống nhất thông qua phương hướng …", "Ba khâu đột phá được Đại hội xác
/// định gồm: …", "Công ty xác định tập trung vào các nhóm giải pháp lớn: …": the sentence with which a body sets its aims.
pub(crate) fn resolves(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        let sets =
            SETS.at(sheet, i).or_else(|| sheet.two(i, "thông", "qua").then(|| (i.saturating_add(2), 0)));
        let Some((to, _)) = sets else { return false };
        let (start, end) = sheet.sentence_of(i);
        let (start, end) = (
            start.max(line.from).max(i.saturating_sub(LONGEST_RESOLVE)),
            end.min(line.to).min(to.saturating_add(LONGEST_RESOLVE)),
        );
        let body = (start..i).any(|k| {
            HEAD.has(sheet, k) && sheet.caps(k) != Caps::Lower
                || BODY_NOUN.has(sheet, k)
                || sheet.two(k, "đại", "hội")
                || sheet.two(k, "hội", "nghị")
        });
        let behind = (to..to.saturating_add(5).min(end)).find_map(|k| AIMS.at(sheet, k).map(|(e, _)| e));
        let ahead = AIMS.find(sheet, start, i).is_some() && (to..end).any(|k| sheet.mark(k) == ':');
        // "thông qua mục tiêu": what follows must be work, or a list of it.
        let work = |from: usize| {
            (from..from.saturating_add(3).min(end)).any(|k| urges(sheet, k))
                || (from..from.saturating_add(30).min(end)).any(|k| sheet.mark(k) == ':')
        };
        body && (behind.is_some_and(work) || ahead)
    })?;
    let from = sheet.sentence_of(at).0.max(line.from);
    Some((from, from, 0))
}

/// "Đại hội đã đề ra mục tiêu, chương trình hành động. Tiếp tục đổi mới …": behind the sentence that says that aims were set, what they
/// are.
pub(crate) fn urged_next(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    while let Some((at, to, _)) = SETS.find(sheet, from, line.to) {
        let end = sheet.sentence_of(at).1.min(line.to);
        let aims = AIMS.has(sheet, to)
            || sheet.two(to, "nhiệm", "vụ")
            || sheet.two(to, "chỉ", "tiêu")
            || sheet.two(to, "chương", "trình");
        let short = end.saturating_sub(to) <= LONGEST_SETTING;
        if aims && short && end < line.to && urges(sheet, end) {
            return Some((end, end, 0));
        }
        from = to;
    }
    None
}

/// "Tới đây, hội sẽ mở thêm lớp", "Trong quý IV, Đảng ủy sẽ kiểm tra …": a time to come at the head of a clause that says what will be done,
/// and not on which day something is held.
pub(crate) fn coming(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        if !sheet.any(i, &["tới", "năm", "trong", "tháng", "quý"]) {
            return false;
        }
        let (second, third) = (next(i), i.saturating_add(2));
        let end = match () {
            () if sheet.two(i, "tới", "đây") => third,
            () if sheet.any(i, &["năm", "tháng", "quý"]) && sheet.is(second, "tới") => third,
            () if sheet.two(i, "năm", "học") && sheet.any(third, &["tới", "mới"]) => next(third),
            () if sheet.is(i, "trong") && sheet.any(second, &["quý", "tháng"]) => next(third),
            () => return false,
        };
        let before = prev(i, 1);
        let opens = i == line.from
            || sheet.sentence_of(i).0 == i
            || matches!(sheet.mark(before), ',' | ':')
            || sheet.any(before, &["biết", "nói"]);
        let reach = end.saturating_add(10).min(line.to);
        let will = (end..reach).find(|&k| sheet.is(k, "sẽ") || k == end && sheet.two(k, "tập", "trung"));
        let stop = sheet.sentence_of(i).1.min(line.to);
        let held = |from: usize| {
            (from..from.saturating_add(12).min(stop)).any(|k| {
                sheet.is(k, "ngày") && sheet.is_digits(next(k))
                    || sheet.two(k, "diễn", "ra")
                    || sheet.two(k, "khai", "mạc")
            })
        };
        opens
            && stop.saturating_sub(i) >= 16
            && will.is_some_and(|k| !held(k) && !sheet.is(next(k), "có") && !sheet.is(next(k), "được"))
    })?;
    Some((at, at, 0))
}

/// "Công đoàn đặt chỉ tiêu đến năm 2023: lương thợ 20 triệu đồng; …": aims that are told behind the colon, where nothing says that they
/// were reached.
pub(crate) fn sets_aims(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        let noun = if sheet.is(next(i), "ra") { i.saturating_add(2) } else { next(i) };
        let sets = sheet.is(i, "đặt") && sheet.any(noun, &["chỉ", "mục"]) && sheet.is(next(noun), "tiêu")
            || sheet.two(i, "phấn", "đấu") && sheet.is(past_two(i), "đến")
            || i == line.from
                && sheet.any(i, &["mục", "chỉ"])
                && sheet.is(next(i), "tiêu")
                && sheet.any(past_two(i), &["đến", "năm", "cuối"]);
        sets && (noun..noun.saturating_add(12).min(line.to))
            .any(|k| sheet.mark(k) == ':' && k.saturating_add(10) < line.to)
    })?;
    let (start, end) = sheet.sentence_of(at);
    let from = start.max(line.from);
    let reached = |i: usize| sheet.is(i, "đã") || sheet.two(i, "đến", "nay") || sheet.is(i, "vượt");
    let told = (from..end.min(line.to)).any(reached);
    (!told && at.saturating_sub(from) <= LONGEST_SETTING).then_some((from, from, 0))
}

/// "Nhiệm vụ đặt ra cho 6 tháng cuối năm là kiểm tra 12 chi bộ, …", "Phấn đấu đến cuối năm 2027 toàn huyện có …": a sentence that opens with
/// work to come and says what it is.
pub(crate) fn opens_work(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    while from < line.to {
        let end = sheet.sentence_of(from).1.min(line.to).max(next(from));
        let done = || (from..end).any(|i| sheet.any(i, &["đã", "được"]) || sheet.two(i, "hoàn", "thành"));
        let link = || (from..from.saturating_add(14).min(end)).find(|&i| sheet.is(i, "là"));
        let named = sheet.two(from, "nhiệm", "vụ")
            && (past_two(from)..past_two(from).saturating_add(3))
                .any(|i| sheet.any(i, &["đặt", "năm", "tháng", "quý", "trước"]))
            && link().is_some_and(|at| end.saturating_sub(at) >= 14);
        let strives = sheet.two(from, "phấn", "đấu")
            && sheet.is(past_two(from), "đến")
            && sheet.caps(from) == Caps::Title
            && end.saturating_sub(from) >= 16;
        if (named || strives) && !done() {
            return Some((from, from, 0));
        }
        from = end;
    }
    None
}

/// The token behind a word of two syllables.
fn past_two(i: usize) -> usize {
    i.saturating_add(2)
}

/// Most tokens behind the verb of a sentence that only says that aims were set.
const LONGEST_SETTING: usize = 24;

/// "thảo luận, đề ra phương hướng nhiệm vụ với mục tiêu phấn đấu …": a meeting's aims, told in the sentence that names them.
pub(crate) fn aimed(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find(|&i| {
        if !(sheet.two(i, "mục", "tiêu") && sheet.is(prev(i, 1), "với")) {
            return false;
        }
        let work = (i..i.saturating_add(6).min(line.to)).any(|k| {
            sheet.two(k, "phấn", "đấu") || sheet.two(k, "tiếp", "tục") || sheet.two(k, "tập", "trung")
        });
        let low = sheet.sentence_of(i).0.max(line.from).max(i.saturating_sub(LONGEST_RESOLVE));
        let plan = (low..i).any(|k| sheet.two(k, "phương", "hướng"));
        let meets = (low..i)
            .any(|k| SETS.has(sheet, k) || sheet.two(k, "thảo", "luận") || sheet.two(k, "thông", "qua"));
        work && plan && meets
    })?;
    let from = sheet.sentence_of(at).0.max(line.from);
    Some((from, from, 0))
}

/// "Bước vào năm học mới, …, nhà trường tiếp tục …", "Nhà trường tiếp tục hoàn thiện …": towards the end
/// of a report, what a body goes on to do.
pub(crate) fn goes_on_working(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let mut from = line.from;
    while from < line.to {
        let (_, end) = sheet.sentence_of(from);
        let end = end.min(line.to).max(next(from));
        let more = (from..end.min(from.saturating_add(LONGEST_SUBJECT))).find(|&i| {
            sheet.two(i, "tiếp", "tục") || sheet.two(from, "bước", "sang") && sheet.two(i, "tập", "trung")
        });
        let done = |to: usize| {
            (from..to).any(|i| {
                sheet.any(i, &["đã", "đang", "vẫn", "qua"])
                    || sheet.is(i, "được") && !sheet.any(prev(i, 1), &["đạt", "làm"])
            })
        };
        let steps_in = sheet.two(from, "bước", "vào")
            || sheet.two(from, "bước", "sang")
            || sheet.two(from, "theo", "định")
            || sheet.two(from, "bám", "sát");
        let body = HEAD.has(sheet, from) && sheet.caps(from) != Caps::Lower || BODY_NOUN.has(sheet, from);
        let goes_on = more.is_some_and(|at| {
            let near = at.saturating_sub(from) <= 8 && (from..at).all(|i| sheet.is_word(i));
            // "Công ty sẽ tiếp tục phát huy những kết quả đạt được": a pledge.
            let pledge = sheet.is(prev(at, 1), "sẽ") && sheet.two(at.saturating_add(2), "phát", "huy");
            !done(at)
                && !pledge
                && !sheet.any(at.saturating_add(2), &["nhận", "được"])
                && (steps_in || body && near)
        });
        // "Các đơn vị, địa phương cần làm tốt …", "Để làm được việc này, cán bộ, chiến sĩ phải nỗ lực …"
        let reach = from.saturating_add(LONGEST_SUBJECT).min(end);
        let must = (from..reach).find(|&i| sheet.any(i, &["cần", "phải"]) && urges(sheet, next(i)));
        let whom = sheet.any(from, &["các", "mỗi"]) && addressed_to(sheet, next(from))
            || sheet.two(from, "để", "làm");
        if goes_on || whom && must.is_some_and(|at| !done(at) && sheet.kind(prev(at, 1)) == Kind::Word) {
            return Some((from, from, 0));
        }
        from = end;
    }
    None
}

/// Most tokens before "tiếp tục" of those who go on.
const LONGEST_SUBJECT: usize = 45;

/// "Trong giai đoạn 2020 - 2025, toàn huyện tiếp tục đẩy mạnh …": a paragraph that opens with years to come.
pub(crate) fn years_ahead(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
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
    let second_half = sheet.is(from, "trong")
        && sheet.is_digits(next(from))
        && sheet.two(from.saturating_add(2), "tháng", "cuối");
    // "🎯 Năm 2025, …"
    let from = if sheet.is_word(from) || sheet.is_digits(from) { from } else { next(from) };
    let months =
        sheet.is_digits(from) && sheet.is(next(from), "tháng") && sheet.is(from.saturating_add(2), "cuối");
    let opens = months
        || sheet.two(from, "phương", "hướng")
        || sheet.any(from, &["trong", "giai", "gian", "năm", "nhiệm", "bước"])
        || sheet.is(from, "từ") && (sheet.two(next(from), "nay", "đến") || sheet.is(next(from), "năm"))
        || sheet.is(from, "đến") && sheet.any(next(from), &["năm", "cuối", "hết"]);
    // "…, công tác Đoàn và phong trào … tập trung thực hiện một số chỉ tiêu": a long subject before aims.
    let aims = (from..end.min(from.saturating_add(60))).find(|&i| {
        sheet.any(i, &["chỉ", "nhiệm"])
            && sheet.any(next(i), &["tiêu", "vụ"])
            && sheet.mark(i.saturating_add(2)) == ':'
    });
    let head = aims.unwrap_or(from.saturating_add(18)).max(from.saturating_add(18)).min(end);
    let years = second_half || (from..from.saturating_add(6)).any(|i| sheet.digits(i).len() == 4);
    let goes_on = (from..head).find(|&i| {
        sheet.two(i, "tập", "trung")
            // "tiếp tục nhận được sự quan tâm": what somebody gets is no work.
            || (sheet.two(i, "tiếp", "tục") && !sheet.is(i.saturating_add(2), "nhận"))
            || sheet.two(i, "phấn", "đấu")
            || (sheet.is(i, "sẽ") && !sheet.is(next(i), "có"))
            || (sheet.two(i, "đề", "ra") && sheet.is(i.saturating_add(2), "mục"))
            || themed(sheet, i, end)
    });
    // "Năm 2022, Hội phấn đấu …, 100% chi hội đạt vững mạnh": what is to be reached stands behind the verb.
    let done = |verb: usize| {
        let strives = sheet.two(verb, "phấn", "đấu");
        (from..if strives { verb } else { head }).any(|i| sheet.any(i, &["đã", "được", "qua", "đạt"]))
            || strives && (verb..head).any(|i| sheet.is(i, "đã"))
    };
    opens && years && goes_on.is_some_and(|verb| !done(verb))
}

/// "xác định chủ đề: “…”, …; phấn đấu …": a year's motto, and what is striven for under it.
fn themed(sheet: &Sheet<'_>, i: usize, end: usize) -> bool {
    let behind = i.saturating_add(4)..end.min(i.saturating_add(LONGEST_RESOLVE));
    sheet.two(i, "xác", "định")
        && sheet.two(i.saturating_add(2), "chủ", "đề")
        && behind.clone().any(|k| sheet.two(k, "phấn", "đấu"))
        && !behind.into_iter().any(|k| sheet.is(k, "đã"))
}

/// Verbs with which tasks are set.
static SETS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of("đề ra; đặt ra; xác định; nhấn mạnh; nêu ra"));
