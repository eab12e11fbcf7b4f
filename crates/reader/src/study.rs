//! Study sessions: points connected, people present, classes held.
//!
//! Not here: shares reached (`percentage`) and other meetings, which are counted things (`indicator`).

use crate::claim::{Claims, mention};
use crate::indicator::bound;
use crate::label::label_end;
use crate::lexicon::units::PEOPLE;
use crate::number::{self, Number};
use crate::planned::status;
use crate::reading::{Certainty, Qualifier, Reason, StudySession};
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
    from: usize,
    to: usize,
    number: (usize, usize),
    qualifier: Qualifier,
}

fn studies(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        (sheet.is(i, "học") && sheet.any(next(i), &["tập", "viên", "chuyên"]))
            || sheet.two(i, "quán", "triệt")
            || sheet.two(i, "bồi", "dưỡng")
    })
}

/// People are said to be present.
fn present(sheet: &Sheet<'_>, at: usize) -> bool {
    (at..at.saturating_add(9)).any(|k| sheet.is(k, "tham") && sheet.any(next(k), &["gia", "dự"]))
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
    let held = (sheet.sentence_of(from).0..lead).rfind(|&i| {
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
    held.is_some_and(|at| !(at..lead).any(other)) && !pupils
}

/// What a number tells of a session; `has` says whether points and classes are told already.
fn piece(sheet: &Sheet<'_>, i: usize, sentence: (usize, usize), has: (bool, bool)) -> Option<Piece> {
    let number = number::at(sheet, i)?;
    // What the title and the lead are about.
    let opening = sheet.line(1).to;
    let at = number.to;
    let (from, to) = sentence;
    let part = if sheet.two(at, "điểm", "cầu") && (studies(sheet, 0, opening) || studies(sheet, from, to))
    {
        Part::Points
    } else if sheet.is(at, "lớp") && studies(sheet, from, to) && class(sheet, &number) || studied(sheet, at)
    {
        Part::Classes
    } else if PEOPLE.has(sheet, at) && (has.0 || (has.1 && (present(sheet, at) || led(sheet, number.from)))) {
        Part::Attendees
    } else {
        return None;
    };
    let (qualifier, _, from) = bound(sheet, &number);
    let end = label_end(sheet, at, 24);
    Some(Piece { part, value: number.whole, from, to: end, number: (number.from, number.to), qualifier })
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
        classes: value(Part::Classes),
        qualifier: qualifier.unwrap_or(Qualifier::Exact),
        status: status(sheet, first.number.0, aims),
        label: sheet.words(first.number.1, first.to),
        numbers: pieces.iter().map(|p| sheet.span(p.number.0, p.number.1)).collect(),
        mention: mention(sheet, first.from, last.to, Certainty::Certain, &reasons),
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
    for &sentence in &sheet.sentences {
        let (from, to) = sentence;
        let mut pieces: Vec<Piece> = Vec::new();
        for i in from..to {
            if !claims.free(i) || !sheet.is_digits(i) || sheet.is_digits(prev(i, 1)) {
                continue;
            }
            let any = |part: Part| pieces.iter().any(|p| p.part == part);
            let Some(p) = piece(sheet, i, sentence, (any(Part::Points), any(Part::Classes))) else {
                continue;
            };
            let again = any(p.part);
            // "17 điểm cầu gồm 1 điểm cầu tại huyện, 16 điểm cầu tại các xã": how the points are made up.
            if again && p.part == Part::Points && made_up(sheet, &pieces, &p) {
                continue;
            }
            if again && p.part != Part::Points {
                continue;
            }
            // "13 điểm cầu cấp huyện và 110 điểm cầu cấp xã": points of another kind open a session of their own.
            if again {
                items.extend(session(sheet, &std::mem::take(&mut pieces), aims));
            }
            claims.take(p.from, p.number.1);
            pieces.push(p);
        }
        items.extend(session(sheet, &pieces, aims));
    }
    items
}
