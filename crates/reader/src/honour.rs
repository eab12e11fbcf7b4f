//! Honours told in rows: one a line ("Huân chương Lao động hạng Ba năm 2005"), or behind a colon ("được tặng nhiều phần thưởng
//! cao quý: …").
//!
//! Not here: awards told in sentences (`award`, `handed`) and things counted (`prize`).

use crate::claim::{Claims, mention};
use crate::draft::{Around, Draft, blank};
use crate::giver::{authority, giver_after, passive_giver, subject};
use crate::heading::{self, past_number};
use crate::lexicon::awards::FORM;
use crate::praise::{Trigger, under_heading};
use crate::reading::{Certainty, Reason};
use crate::token::{Sheet, next, prev};

/// Fewest lines that begin with an honour and together are a row of them.
const ROW: usize = 3;

/// Adds every honour of a row that no other rule has read.
pub(crate) fn honours(
    claims: &mut Claims<'_, '_>,
    triggers: &[Trigger],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let sheet = claims.sheet;
    let row = |t: &&Trigger| t.thing && !t.form.starts_with("Huy hiệu") && opens_line(sheet, t);
    let row_of = triggers.iter().filter(row).count() >= ROW;
    let given = |t: &&Trigger| {
        // "Liên đội đã vinh dự nhận:", and below it one honour or two.
        let headed = || under_heading(sheet, sheet.line(sheet.line_of(t.from)).from);
        row(t) && (row_of || headed()) || row_of && t.thing && given_alone(sheet, t)
    };
    let rows: Vec<&Trigger> = triggers.iter().filter(given).collect();
    let line_end = |t: &Trigger| sheet.line(sheet.line_of(t.from)).to;
    // Most lines of the row say that they honour a person: those that do not say it go on with the same one.
    let personal = rows.iter().filter(|t| whose(sheet, t, line_end(t), around)).count();
    let personal = personal.saturating_mul(2) > rows.len();
    for t in rows {
        let line = sheet.line(sheet.line_of(t.from));
        let told = drafts.iter().any(|d| line.from <= d.from && d.from < line.to);
        if !told {
            let mut draft = honour(sheet, t, None, personal || whose(sheet, t, line.to, around));
            counted(claims, t, &mut draft);
            drafts.push(draft);
        }
    }
    for t in triggers.iter().filter(|t| t.thing && !sheet.is_digits(prev(t.from, 1))) {
        let told = drafts.iter().any(|d| d.from <= t.from && t.from < d.to);
        if let Some(list) = List::of(sheet, t, around).filter(|_| !told) {
            drafts.push(honour(sheet, t, list.by.clone(), list.person));
        }
    }
}

/// "02 Huân chương Độc lập hạng Nhất": how many of them, where a number opens the line; takes it.
fn counted(claims: &mut Claims<'_, '_>, t: &Trigger, draft: &mut Draft) {
    let sheet = claims.sheet;
    let number = prev(t.from, 1);
    let Some(count) = sheet.int(number).filter(|&n| n > 0 && n < 1000 && claims.free(number)) else { return };
    if sheet.line_of(number) != sheet.line_of(t.from) {
        return;
    }
    let many = |n: &mut Option<i64>| {
        if n.is_some() {
            *n = Some(count);
        }
    };
    many(&mut draft.award.collectives);
    many(&mut draft.award.individuals);
    draft.award.numbers.push(sheet.span(number, next(number)));
    draft.from = number;
    claims.take(number, t.to);
}

/// "Huân chương Lao động hạng Nhất, hạng Nhì, hạng Ba": every rank of a medal is an act of its own.
pub(crate) fn ranks(sheet: &Sheet<'_>, triggers: &[Trigger], drafts: &mut Vec<Draft>) {
    let more = |at: usize| {
        sheet.any(at, &[",", "và"]) && sheet.is(next(at), "hạng") && sheet.is_word(at.saturating_add(2))
    };
    for t in triggers.iter().filter(|t| t.form.starts_with("Huân chương") && more(t.to)) {
        let Some(stem) =
            t.form.to_lowercase().find(" hạng").and_then(|at| t.form.get(..at)).map(str::to_owned)
        else {
            continue;
        };
        let own = |d: &Draft| d.from <= t.from && t.from < d.to && d.award.form == t.form;
        let Some(told) = drafts.iter().position(own) else { continue };
        let mut at = t.to;
        while sheet.any(at, &[",", "và"]) && sheet.is(next(at), "hạng") && sheet.is_word(at.saturating_add(2))
        {
            let to = at.saturating_add(3);
            let Some(first) = drafts.get(told) else { break };
            let mut award = first.award.clone();
            award.form = format!("{stem} {}", sheet.words(next(at), to));
            award.mention = mention(sheet, next(at), to, Certainty::Likely, &[Reason::NamedRecipient]);
            award.numbers = Vec::new();
            let heading = first.heading;
            drafts.push(Draft { award, from: next(at), to, heading });
            at = to;
        }
    }
}

/// "A. Chiến sĩ thi đua cơ sở", and below it "1. Ông Trần Văn A - Trưởng khoa": a decision's list of those who get what its heading
/// names, one a line.
pub(crate) fn honour_lists(
    sheet: &Sheet<'_>,
    triggers: &[Trigger],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    for t in triggers.iter().filter(|t| t.thing) {
        let n = sheet.line_of(t.from);
        let line = sheet.line(n);
        let heading = heading::head(sheet, n).filter(|h| h.text.is_none() && h.title.0 == t.from);
        let told = drafts.iter().any(|d| line.from <= d.from && d.from < line.to);
        let counted = (t.to..line.to).any(|i| sheet.is_digits(i) && sheet.digits(i).len() != 4);
        if heading.is_none() || told || counted {
            continue;
        }
        let named = |k: &usize| {
            let from = sheet.line(*k).from;
            sheet.is_digits(from) && past_number(sheet, from) > from
        };
        let last = (next(n)..sheet.lines.len()).take_while(named).last();
        let Some(last) = last else { continue };
        let lines = last.saturating_sub(n);
        let to = sheet.line(last).to;
        let with_person = (next(n)..=last)
            .filter(|&k| {
                // People stand in the order of the text: none is looked through twice.
                let line = sheet.line(k);
                let first = around.people.partition_point(|p| p.from < line.from);
                around.people.get(first).is_some_and(|p| p.to <= line.to)
            })
            .count();
        let person = with_person.saturating_mul(2) > lines;
        let by = giver_after(sheet, t.to).or_else(|| decision_giver(sheet, n));
        let mut award = blank(sheet, (t.from, to), t.form.clone(), by);
        let count = i64::try_from(lines).ok();
        if person {
            award.individuals = count;
        } else {
            award.collectives = count;
        }
        drafts.push(Draft { award, from: t.from, to, heading: false });
    }
}

/// "(Kèm theo Quyết định số 77/QĐ-TTYT ngày 14/01/2025 của Giám đốc Trung tâm Y tế huyện)" above line `n`.
fn decision_giver(sheet: &Sheet<'_>, n: usize) -> Option<String> {
    let decided = (0..n).map(|k| sheet.line(k)).find(|line| {
        (line.from..line.to).any(|i| sheet.two(i, "kèm", "theo"))
            && (line.from..line.to).any(|i| sheet.two(i, "quyết", "định"))
    })?;
    let of = (decided.from..decided.to).rfind(|&i| sheet.is(i, "của"))?;
    authority(sheet, next(of)).map(|to| sheet.words(next(of), to))
}

/// The line begins with the honour, behind a list's mark or number, and no verb before it.
fn opens_line(sheet: &Sheet<'_>, t: &Trigger) -> bool {
    let line = sheet.line(sheet.line_of(t.from));
    let numbered = sheet.is_digits(line.from) && matches!(sheet.mark(next(line.from)), '.' | ')');
    let at = match () {
        () if numbered => line.from.saturating_add(2),
        () if matches!(sheet.mark(line.from), '-' | '+' | '•' | '*' | '–') => next(line.from),
        () => line.from,
    };
    // "Năm 1985: Huân chương Lao động hạng Nhất"
    let year =
        sheet.is(at, "năm") && sheet.digits(next(at)).len() == 4 && sheet.mark(at.saturating_add(2)) == ':';
    let at = if year { at.saturating_add(3) } else { at };
    // "02 Huân chương Độc lập hạng Nhất (2000 và 2015)"
    let at = if sheet.is_digits(at) && next(at) == t.from { t.from } else { at };
    // "Đạt danh hiệu A", "Được tặng Bằng khen"
    let leads = ["đạt", "được", "nhận", "tặng", "thưởng", "trao", "đón", "vinh", "dự"];
    let led = (at..t.from).all(|i| sheet.any(i, &leads));
    let given = at > line.from && given_alone(sheet, t);
    // "Bằng khen và cờ thi đua:" heads a list.
    let heads = sheet.mark(prev(line.to, 1)) == ':';
    (led || given) && !heads && !sheet.loud(at)
}

/// "Bộ Giáo dục tặng Bằng khen": who gave it stands first in the line, and nobody is said to get it.
fn given_alone(sheet: &Sheet<'_>, t: &Trigger) -> bool {
    let line = sheet.line(sheet.line_of(t.from));
    let at = if sheet.is_word(line.from) { line.from } else { next(line.from) };
    sheet.is(prev(t.from, 1), "tặng")
        && (at..t.from).all(|i| sheet.is_word(i) && !sheet.is(i, "được"))
        && !(t.to..line.to).any(|i| sheet.is(i, "cho"))
}

/// Whether the line says that a person got it ("cho ông A", "trao tặng bà B").
fn whose(sheet: &Sheet<'_>, t: &Trigger, end: usize, around: &Around<'_>) -> bool {
    let person = |at: usize| {
        around.people.iter().any(|p| p.from > at && p.from <= at.saturating_add(4) && p.to <= end)
    };
    (t.to..end).filter(|&i| sheet.any(i, &["cho", "tặng"])).any(person)
}

/// Most tokens of a giver that opens a line.
const LONGEST_GIVER: usize = 16;

/// One honour of a row, to one body or person.
fn honour(sheet: &Sheet<'_>, t: &Trigger, by: Option<String>, person: bool) -> Draft {
    // "Cờ thi đua Chính phủ năm 2020": the giver stands right behind the form.
    let beside = || authority(sheet, t.to).map(|to| sheet.words(t.to, to));
    let first = sheet.line(sheet.line_of(t.from)).from;
    let acting = || {
        let verb = (first..t.from).find(|&i| sheet.any(i, &["tặng", "trao"]))?;
        let from = if sheet.is_word(first) { first } else { next(first) };
        let passive = (from..verb).any(|i| sheet.is(i, "được"));
        let short = verb.saturating_sub(from) <= LONGEST_GIVER && (from..verb).all(|i| sheet.mark(i) != ',');
        (from < verb && !passive && short).then(|| sheet.words(from, verb))
    };
    // "Cờ thi đua đơn vị xuất sắc … của Thành ủy": the giver closes the line.
    let closing = || {
        let end = sheet.line(sheet.line_of(t.from)).to;
        let of = (t.to..end).rfind(|&i| sheet.is(i, "của") && authority(sheet, next(i)).is_some())?;
        authority(sheet, next(of)).map(|to| sheet.words(next(of), to))
    };
    // "Tập thể lao động xuất sắc", and in the next line "QĐ số 608/QĐ-ĐLDK … của Tổng Công ty A": who decided it.
    let decided = || {
        let below = sheet.lines.get(next(sheet.line_of(t.from)))?;
        let decision = sheet.is(below.from, "qđ") || sheet.two(below.from, "quyết", "định");
        let of = (below.from..below.to).rfind(|&i| decision && sheet.is(i, "của"))?;
        authority(sheet, next(of)).map(|to| sheet.words(next(of), to))
    };
    let by =
        giver_after(sheet, t.to).or_else(beside).or_else(acting).or(by).or_else(closing).or_else(decided);
    let mut award = blank(sheet, (t.from, t.to), t.form.clone(), by);
    if person {
        award.individuals = Some(1);
    } else {
        award.collectives = Some(1);
    }
    Draft { award, from: t.from, to: t.to, heading: false }
}

/// A list of honours behind a colon.
struct List {
    by: Option<String>,
    /// A person received them, and no body.
    person: bool,
}

impl List {
    /// The list in which the honour stands: "được tặng nhiều phần thưởng cao quý như: Danh hiệu A; Huân chương B".
    fn of(sheet: &Sheet<'_>, t: &Trigger, around: &Around<'_>) -> Option<Self> {
        let (start, _) = sheet.sentence_of(t.from);
        let colon = (start..t.from).rfind(|&i| sheet.mark(i) == ':')?;
        // Each part of the list begins with an honour.
        let link = prev(t.from, 1);
        let named = sheet.any(link, &["hiệu", "thưởng"]) && sheet.any(prev(link, 1), &["danh", "phần"]);
        let link = if named { prev(link, 2) } else { link };
        let opens = link == colon || matches!(sheet.mark(link), ',' | ';') || sheet.is(link, "và");
        let first = if sheet.is_digits(next(colon)) { colon.saturating_add(2) } else { next(colon) };
        let head = colon.saturating_sub(9).max(start);
        let many = (head..colon).any(|i| sheet.any(i, &["nhiều", "các", "những"]));
        let kind = |i: usize| {
            sheet.any(i, &["danh", "phần", "hình", "huân", "thành", "giải"])
                && sheet.any(next(i), &["hiệu", "thưởng", "thức", "chương", "tích"])
        };
        if !opens || FORM.at(sheet, first).is_none() || !many || !(head..colon).any(kind) {
            return None;
        }
        // "Đảng và Nhà nước đã tặng Hội nhiều phần thưởng cao quý: …"
        let takes =
            |i: &usize| sheet.any(*i, &["được", "nhận", "đạt", "giành"]) && !sheet.is(prev(*i, 1), "ghi");
        let Some(passive) = (start..colon).rfind(takes) else {
            let verb = (start..colon).rfind(|&i| sheet.any(i, &["tặng", "trao"]))?;
            // Bodies stand in the order of the text: those of the sentence are found without looking through all.
            let first = around.bodies.partition_point(|b| b.from < start);
            let behind = around.bodies.partition_point(|b| b.from < verb);
            let near = around.bodies.get(first..behind).unwrap_or(&[]);
            return subject(sheet, start, verb, near).map(|by| Self { by: Some(by), person: false });
        };
        let verb = (passive..colon).find(|&i| sheet.any(i, &["tặng", "trao", "phong", "ghi"]));
        let by = verb.filter(|_| sheet.is(passive, "được"));
        let by = by.and_then(|verb| passive_giver(sheet, next(passive), verb));
        let person = around.people.iter().any(|p| p.from >= start && p.to <= passive);
        let body = around.bodies.iter().any(|b| b.from >= start && b.to <= passive);
        Some(Self { by, person: person && !body })
    }
}
