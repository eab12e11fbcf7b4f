//! Study sessions: points connected, people present, classes held.
//!
//! Not here: shares reached (`percentage`) and other meetings, which are counted things (`indicator`).

use std::sync::LazyLock;

use crate::bound::bound;
use crate::citation::skip;
use crate::claim::{Claims, mention};
use crate::label::label_end;
use crate::lexicon::units::PEOPLE;
use crate::number::{self, Number};
use crate::phrase::Phrases;
use crate::planned::status;
use crate::reading::{Certainty, Qualifier, Reason, Span, StudySession};
use crate::token::{Sheet, next, prev};

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Points,
    Attendees,
    Classes,
}

struct Piece {
    part: Part,
    value: i64,
    of: Option<i64>,
    from: usize,
    to: usize,
    number: (usize, usize),
    qualifier: Qualifier,
}

fn studies(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        // "đã tổ chức học chỉ thị", "số vắng mặt sẽ học bù"
        (sheet.is(i, "học")
            && (sheet.any(next(i), &["tập", "viên", "chuyên", "bù"]) || directive(sheet, next(i))))
            || sheet.two(i, "quán", "triệt")
            || sheet.two(i, "bồi", "dưỡng")
    })
}

/// "chỉ thị", "nghị quyết", "kết luận": what the Party gives its members to study.
fn directive(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.two(i, "chỉ", "thị") || sheet.two(i, "nghị", "quyết") || sheet.two(i, "kết", "luận")
}

/// People who may be said to study: "29.118 lượt người học chuyên đề"; no branches and no households.
static LEARNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "cán bộ; đảng viên; lượt; lượt người; lượt cán bộ; người; đoàn viên; hội viên; đồng chí; đ / c; công chức; viên chức; đại biểu",
    )
});

/// The token behind a row of learners at token `i`: "lượt cán bộ, đảng viên và nhân dân".
fn past_learners(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let one = |i: usize| LEARNERS.at(sheet, i).or_else(|| PEOPLE.at(sheet, i)).map(|(to, _)| to);
    let (mut to, _) = LEARNERS.at(sheet, i)?;
    loop {
        let link = if sheet.mark(to) == ',' || sheet.is(to, "và") { next(to) } else { to };
        let Some(end) = one(link) else { return Some(to) };
        to = end;
    }
}

/// "4.312/4.387 đảng viên dự học", "29.118 lượt người học chuyên đề", "quán triệt Chỉ thị tới 2.986 đảng viên": those counted
/// studied, whatever else is told of it; "300 đảng viên học tập và làm theo Bác" did not sit in a class.
fn learned(sheet: &Sheet<'_>, number: &Number) -> bool {
    let Some(to) = past_learners(sheet, number.to) else { return false };
    // "1.047 đảng viên (98,6%) được học chuyên đề"
    let close = (to..to.saturating_add(7)).find(|&i| sheet.mark(i) == ')');
    let to = close.filter(|_| sheet.mark(to) == '(').map_or(to, next);
    let at = skip(sheet, to, &["đã", "được", "dự", "tham", "gia"]);
    let sits = sheet.is(at, "học") && sheet.is(prev(at, 1), "dự");
    let behind = at.saturating_add(if sheet.two(at, "học", "tập") { 2 } else { 1 });
    let behind = skip(sheet, behind, &[",", "quán", "triệt", "các"]);
    let studies = sheet.is(at, "học") && (sheet.is(behind, "chuyên") || directive(sheet, behind));
    // "5.806 chiến sĩ tham gia học tập."
    let attends = sheet.any(prev(at, 1), &["gia", "dự"])
        && sheet.two(at, "học", "tập")
        && !sheet.is_word(at.saturating_add(2));
    sits || studies || attends || to_class(sheet, to) || spread(sheet, number)
}

/// "642 viên chức được học tập qua 05 lớp", "gần 62.000 đảng viên dự 684 lớp học tập": nothing but words from those counted at
/// token `to` to the classes which they went to.
fn to_class(sheet: &Sheet<'_>, to: usize) -> bool {
    let digits = (to..to.saturating_add(9)).find(|&i| !sheet.is_word(i) && sheet.digits(i).len() != 4);
    let Some(number) = digits.and_then(|i| number::at(sheet, i)) else { return false };
    sheet.any(prev(number.from, 1), &["qua", "dự", "tại"])
        && sheet.is(number.to, "lớp")
        && class(sheet, &number)
}

/// Most tokens from "quán triệt" to those whom it reached.
const LONGEST_SPREAD: usize = 14;

/// "đã quán triệt Chỉ thị 05 tới 2.986 đảng viên", "học tập chuyên đề năm 2024 cho 320 đảng viên": what is studied stands between, no
/// mark and no other deed.
fn spread(sheet: &Sheet<'_>, number: &Number) -> bool {
    let reach = prev(number.from, 1);
    let low = reach.saturating_sub(LONGEST_SPREAD).max(sheet.sentence_of(number.from).0);
    let subject = |i: usize| sheet.is(i, "chuyên") || directive(sheet, i);
    let studied = |i: usize| {
        sheet.two(i, "quán", "triệt") || sheet.two(i, "học", "tập") && subject(i.saturating_add(2))
    };
    let runs = |&i: &usize| {
        let number = sheet.is_digits(i) || matches!(sheet.mark(i), '-' | '/');
        let deed = sheet.any(i, &["trao", "tặng", "giúp", "thăm", "khám", "hỗ", "cấp", "phát"]);
        number || sheet.is_word(i) && !deed
    };
    sheet.any(reach, &["tới", "đến", "cho"]) && (low..reach).rev().take_while(runs).any(studied)
}

/// People are said to be present.
fn present(sheet: &Sheet<'_>, at: usize) -> bool {
    // "1.200 lượt người dự", "~ 1.000 lượt người nghe"
    let heard = sheet.is(at, "lượt") && (at..at.saturating_add(5)).any(|k| sheet.any(k, &["dự", "nghe"]));
    heard || (at..at.saturating_add(9)).any(|k| sheet.is(k, "tham") && sheet.any(next(k), &["gia", "dự"]))
}

/// "4 lớp", "118 lớp học tập", no classes of a school: "3 lớp học", "Học viện đã đào tạo 753 khóa, 863 lớp".
fn class(sheet: &Sheet<'_>, number: &Number) -> bool {
    let kind = next(number.to);
    let school =
        sheet.any(kind, &["chuyển", "nghề", "dạy", "phổ"]) || sheet.is(kind, "học") && !learns(sheet, kind);
    !school && !(number.from.saturating_sub(7)..number.from).any(|k| sheet.two(k, "đào", "tạo"))
}

/// "học tập" at token `i`; "1.432 lớp học tập nâng cao trình độ" trains for a trade.
fn learns(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.two(i, "học", "tập")
        && !sheet.any(
            i.saturating_add(2),
            &["nâng", "kinh", "kỹ", "nghiệp", "ngoại", "trải", "nhóm", "trung", "cộng", "chuyển", "suốt"],
        )
}

/// "85 hội nghị học tập, quán triệt", "2.318 lớp, hội nghị quán triệt", "06 đợt học tập chuyên đề": meetings at token
/// `at` that are held to study.
fn studied(sheet: &Sheet<'_>, at: usize) -> bool {
    let kind = |i: usize| match () {
        () if sheet.two(i, "hội", "nghị") || sheet.two(i, "diễn", "đàn") => Some(i.saturating_add(2)),
        () if sheet.any(i, &["đợt", "buổi", "lớp", "cuộc"]) => Some(next(i)),
        () => None,
    };
    let Some(first) = kind(at) else { return false };
    let second = if sheet.mark(first) == ',' { kind(next(first)) } else { None };
    let behind = second.unwrap_or(first);
    learns(sheet, behind) || sheet.two(behind, "quán", "triệt")
}

/// "cho 12.400 lượt đoàn viên", "với 16.200 lượt bạn trẻ": the word before the number at token `from` says that they were there;
/// "trao quà cho 30 hộ dân" behind the comma tells another deed.
fn led(sheet: &Sheet<'_>, from: usize) -> bool {
    let bound = (1..=2).map(|n| prev(from, n)).find(|&i| !sheet.any(i, &["hơn", "gần", "trên", "khoảng"]));
    let Some(lead) = bound.filter(|&i| sheet.any(i, &["cho", "với", "hút"])) else { return false };
    // "23 lớp (02 lớp cán bộ chủ chốt, 21 lớp cơ sở) cho 3.192 đảng viên": the bracket is passed over.
    let start = sheet.sentence_of(from).0;
    let bracket = (start..lead).rfind(|&i| sheet.mark(i) == '(').filter(|_| sheet.mark(prev(lead, 1)) == ')');
    let edge = bracket.unwrap_or(lead);
    let held = (start..edge).rfind(|&i| {
        sheet.any(i, &["lớp", "nghị", "đợt", "buổi", "cuộc", "đàn"]) && !sheet.is(next(i), "quyết")
    });
    let deed = ["trao", "tặng", "hỗ", "thăm", "giúp", "phát", "cấp", "khám", "tăng", "vay"];
    // "…, tăng lương cho 1.200 công nhân": behind the comma another deed begins, unless it is studied, too.
    let study =
        ["quán", "học", "nghiên", "thu", "hội", "lớp", "chỉ", "kết", "tuyên", "triển", "phổ", "tập", "bồi"];
    let other = |i: usize| {
        sheet.any(i, &deed)
            || matches!(sheet.mark(i), ',' | ';') && next(i) != lead && !sheet.any(next(i), &study)
    };
    // "30 lớp với 1.050 học sinh": of a school.
    let pupils = (from..from.saturating_add(6)).any(|i| sheet.two(i, "học", "sinh"));
    held.is_some_and(|at| !(at..edge).any(other)) && !pupils
}

/// "51 hội nghị chuyên đề, thu hút 6.240 lượt cán bộ", "145 diễn đàn, sinh hoạt chuyên đề với 16.200 lượt bạn trẻ": meetings on a
/// subject are sessions where it is told who came; "58 buổi sinh hoạt chuyên đề" alone are meetings.
fn attended(sheet: &Sheet<'_>, number: &Number) -> bool {
    let at = number.to;
    let kind = sheet.two(at, "hội", "nghị") || sheet.two(at, "diễn", "đàn") || sheet.is(at, "buổi");
    let digits = (at..at.saturating_add(LONGEST_MEETING))
        .find(|&i| sheet.is_digits(i) || matches!(sheet.mark(i), ';' | '.'));
    let Some(came) = digits.filter(|_| kind).and_then(|i| number::at(sheet, i)) else { return false };
    let told = |first: &str, second: &str| (at..came.from).any(|i| sheet.two(i, first, second));
    let lead = prev(bound(sheet, &came).2, 1);
    let led =
        sheet.any(lead, &["cho", "với", "hút", "có"]) || sheet.mark(lead) == ',' && present(sheet, came.to);
    (told("chuyên", "đề") || told("kể", "chuyện")) && led && LEARNERS.has(sheet, came.to)
}

/// Most tokens from a meeting to those who came.
const LONGEST_MEETING: usize = 12;

/// "mở 386 lớp cho 91.240 cán bộ, đảng viên", "tổ chức 23 lớp (02 lớp cán bộ chủ chốt) cho 3.192 đảng viên": for the Party's people,
/// whatever is studied; "5 lớp cho 150 hội viên" may teach a trade.
fn for_members(sheet: &Sheet<'_>, at: usize) -> bool {
    let close = (at..at.saturating_add(LONGEST_PARTS)).find(|&i| sheet.mark(i) == ')');
    let behind = close.filter(|_| sheet.mark(next(at)) == '(').unwrap_or(at);
    let number = number::at(sheet, behind.saturating_add(2)).filter(|_| sheet.is(next(behind), "cho"));
    let whom = |i: usize| sheet.two(i, "cán", "bộ") || sheet.two(i, "đảng", "viên");
    let members = number.is_some_and(|n| whom(n.to) || sheet.is(n.to, "lượt") && whom(next(n.to)));
    sheet.is(at, "lớp") && members
}

/// Most tokens of a bracket that tells of what kinds the classes were.
const LONGEST_PARTS: usize = 24;

/// What a number tells of a session; `has` says whether points and classes are told already, `on` that the paragraph told of one.
fn piece(
    sheet: &Sheet<'_>,
    i: usize,
    sentence: (usize, usize),
    has: (bool, bool),
    on: bool,
) -> Option<Piece> {
    let number = number::at(sheet, i)?;
    // What the title and the lead are about.
    let opening = sheet.line(1).to;
    let at = number.to;
    let (from, to) = sentence;
    // "Riêng chuyên đề năm 2025, xã nối trực tuyến tại 07 điểm cầu"
    let subject = || on || (from..to).any(|i| sheet.two(i, "chuyên", "đề"));
    let points = || studies(sheet, 0, opening) || studies(sheet, from, to) || subject();
    // "300 học sinh học tập tốt, 12 lớp đạt tiên tiến": a school's.
    let pupils = || {
        (from..to).any(|i| sheet.two(i, "học", "sinh")) && !(from..to).any(|i| sheet.two(i, "quán", "triệt"))
    };
    let classes = || studies(sheet, from, to) && class(sheet, &number) && !pupils() || for_members(sheet, at);
    let led = || present(sheet, at) || led(sheet, number.from);
    let part = if sheet.two(at, "điểm", "cầu") && points() {
        Part::Points
    } else if sheet.is(at, "lớp") && classes() || studied(sheet, at) || attended(sheet, &number) {
        Part::Classes
    } else if PEOPLE.has(sheet, at) && (has.0 || (has.1 && led())) || learned(sheet, &number) {
        Part::Attendees
    } else {
        return None;
    };
    let (qualifier, _, from) = bound(sheet, &number);
    let end = label_end(sheet, at, 24);
    Some(Piece {
        part,
        value: number.whole,
        of: number.of,
        from,
        to: end,
        number: (number.from, number.to),
        qualifier,
    })
}

/// The numbers in the order in which a session tells its parts, and behind them those that tell a part once more.
fn numbers(sheet: &Sheet<'_>, pieces: &[Piece]) -> Vec<Span> {
    let order = [Part::Points, Part::Attendees, Part::Classes];
    let firsts = order.iter().filter_map(|part| pieces.iter().position(|p| p.part == *part));
    let firsts: Vec<usize> = firsts.collect();
    let rest = (0..pieces.len()).filter(|n| !firsts.contains(n));
    let told = firsts.iter().copied().chain(rest).filter_map(|n| pieces.get(n));
    told.map(|p| sheet.span(p.number.0, p.number.1)).collect()
}

/// What the pieces of one session tell together.
fn session(sheet: &Sheet<'_>, pieces: &[Piece], aims: &[bool]) -> Option<StudySession> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let value = |part: Part| pieces.iter().find(|p| p.part == part).map(|p| p.value);
    let qualifier = pieces.iter().map(|p| p.qualifier).find(|q| *q != Qualifier::Exact);
    let mut reasons = vec![Reason::MeasureKnown];
    if qualifier.is_some() {
        reasons.push(Reason::Approximate);
    }
    Some(StudySession {
        points: value(Part::Points),
        attendees: value(Part::Attendees),
        of: pieces.iter().find(|p| p.part == Part::Attendees).and_then(|p| p.of),
        classes: value(Part::Classes),
        qualifier: qualifier.unwrap_or(Qualifier::Exact),
        status: status(sheet, first.number.0, aims),
        label: sheet.words(first.number.1, first.to),
        numbers: numbers(sheet, pieces),
        mention: mention(sheet, first.from, last.to, Certainty::Certain, &reasons),
    })
}

/// "12 điểm cầu (01 điểm cầu chính, 11 điểm cầu thôn)", "23 lớp (02 lớp cán bộ chủ chốt)": what was told before is told in parts
/// within brackets.
fn bracketed(sheet: &Sheet<'_>, pieces: &[Piece], part: &Piece) -> bool {
    pieces.iter().find(|p| p.part == part.part).is_some_and(|whole| {
        let mut marks = (whole.number.1..part.from).filter(|&i| matches!(sheet.mark(i), '(' | ')' | ';'));
        let first = marks.next().filter(|&i| i <= whole.number.1.saturating_add(2));
        first.is_some_and(|i| sheet.mark(i) == '(') && marks.next().is_none() && part.value < whole.value
    })
}

/// Behind the points told before stands "gồm", and these are fewer.
fn made_up(sheet: &Sheet<'_>, pieces: &[Piece], part: &Piece) -> bool {
    let whole = pieces.iter().find(|p| p.part == Part::Points);
    whole.is_some_and(|whole| {
        let parts = (whole.number.1..part.from).any(|i| sheet.is(i, "gồm"));
        parts && part.value < whole.value
    })
}

/// Every session still free; takes its numbers. A sentence tells one session,
/// unless it counts points twice.
pub(crate) fn scan(claims: &mut Claims<'_, '_>, aims: &[bool]) -> Vec<StudySession> {
    let sheet = claims.sheet;
    let mut items = Vec::new();
    // The line in which a session was told last.
    let mut told = usize::MAX;
    for &sentence in &sheet.sentences {
        let (from, to) = sentence;
        let mut pieces: Vec<Piece> = Vec::new();
        for i in from..to {
            if !claims.free(i) || !sheet.is_digits(i) || sheet.is_digits(prev(i, 1)) {
                continue;
            }
            let any = |part: Part| pieces.iter().any(|p| p.part == part);
            let has = (any(Part::Points), any(Part::Classes));
            let on = told == sheet.line_of(i);
            let Some(p) = piece(sheet, i, sentence, has, on) else {
                continue;
            };
            // "có 4.312 đảng viên dự học; ngoài ra các đoàn thể mở 67 lớp": behind the semicolon another session begins.
            let parted =
                pieces.last().is_some_and(|last| (last.number.1..p.from).any(|k| sheet.mark(k) == ';'));
            if parted && !has.0 && !has.1 && p.part != Part::Attendees {
                items.extend(session(sheet, &std::mem::take(&mut pieces), aims));
            }
            let any = |part: Part| pieces.iter().any(|p| p.part == part);
            let again = any(p.part);
            // "17 điểm cầu gồm 1 điểm cầu tại huyện, 16 điểm cầu tại các xã": how the points are made up.
            if again && p.part == Part::Points && made_up(sheet, &pieces, &p) {
                continue;
            }
            let inside = again && bracketed(sheet, &pieces, &p);
            if again && p.part != Part::Points && !inside {
                continue;
            }
            // "13 điểm cầu cấp huyện và 110 điểm cầu cấp xã": points of another kind open a session of their own.
            if again && !inside {
                items.extend(session(sheet, &std::mem::take(&mut pieces), aims));
            }
            claims.take(p.from, p.number.1);
            told = sheet.line_of(i);
            pieces.push(p);
        }
        items.extend(session(sheet, &pieces, aims));
    }
    items
}
