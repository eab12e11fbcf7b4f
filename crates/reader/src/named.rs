//! Awards to recipients that are named or spoken of before the verb: "Chi bộ 2 đã được Đảng ủy khen thưởng".
//!
//! Not here: recipients counted (`award`) and things handed to somebody by name (`handed`).

use crate::claim::Claims;
use crate::draft::{Around, Draft, Told, blank};
use crate::giver::{giver_after, passive_giver};
use crate::lexicon::awards::{BODY_NOUN, FORM};
use crate::person;
use crate::praise::{Trigger, does, formerly, noted, promised};
use crate::receiver::{before, before_time, before_verb};
use crate::recipient::Group;
use crate::tie::only_told;
use crate::token::{Sheet, next, prev};

/// Awards to recipients that are named: "Chi bộ 2 đã được Đảng ủy khen thưởng".
pub(crate) fn named(claims: &Claims<'_, '_>, told: &Told<'_>, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let sheet = claims.sheet;
    // The one before in a row of things ("Huân chương A, Huân chương B và Bằng khen"), and who received it.
    let mut row: Option<(usize, Received)> = None;
    for t in told.triggers {
        let before = row.take();
        let further = before.as_ref().and_then(|(to, who)| {
            let verb = goes_on(sheet, *to, t)?;
            let by = passive_giver(sheet, next(verb), t.from);
            Some(Received { from: verb, by, ..*who })
        });
        // "…; đồng chí A được tuyên dương đã giao lưu với các đại biểu": told of for what they did then.
        if !t.thing && does(sheet, t.to) {
            continue;
        }
        let again = before.filter(|(to, _)| in_row(sheet, *to, t)).map(|(_, who)| who);
        let Some(who) = again.or_else(|| received(sheet, t, told.groups, around)).or(further) else {
            continue;
        };
        // "được Trung ương Hội biểu dương Chủ tịch Hội cơ sở tiêu biểu": as what somebody is praised, not by whom.
        let own = giver_after(sheet, t.to).filter(|_| t.thing || !sheet.any(t.to, &["chủ", "bộ", "thủ"]));
        let heading = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        let mut award = blank(sheet, (who.from, t.to), t.form.clone(), own.or_else(|| who.by.clone()));
        award.collectives = who.collectives;
        award.individuals = who.individuals.or_else(|| chief(sheet, t, around));
        // Whoever took it for the body that the text tells received nothing more.
        let same = |d: &&mut Draft| {
            d.award.collectives == Some(1) && d.award.form.to_lowercase() == award.form.to_lowercase()
        };
        if who.stands
            && let Some(told) = drafts.iter_mut().find(same)
        {
            told.award.mention.again(sheet.span(who.from, t.to));
            continue;
        }
        drafts.push(Draft { award, from: who.from, to: t.to, heading });
        row = t.thing.then_some((t.to, Received { from: t.to, ..who }));
    }
}

/// "tặng Bằng khen cho tập thể và cá nhân là đồng chí A": the one who receives it beside the body that the clause is of.
fn chief(sheet: &Sheet<'_>, t: &Trigger, around: &Around<'_>) -> Option<i64> {
    let both = t.thing && sheet.is(t.to, "cho") && sheet.two(next(t.to), "tập", "thể");
    let one = (t.to..t.to.saturating_add(6)).find(|&i| sheet.two(i, "cá", "nhân"))?;
    let near = |p: &person::Found| p.from > one && p.from <= one.saturating_add(8);
    (both && around.people.iter().any(near)).then_some(1)
}

/// Somebody named who received something, and from whom.
struct Received {
    from: usize,
    collectives: Option<i64>,
    individuals: Option<i64>,
    by: Option<String>,
    /// A person took it for a body.
    stands: bool,
}

/// The thing goes on a row behind the one that ended at token `to`: between stands at most who gave that one.
fn in_row(sheet: &Sheet<'_>, to: usize, t: &Trigger) -> bool {
    let link = prev(t.from, 1);
    // "Huân chương Lao động hạng Ba (2005), Huân chương …": when it was.
    let bracket =
        |i: usize| sheet.mark(i) == '(' && sheet.is_digits(next(i)) && sheet.mark(i.saturating_add(2)) == ')';
    let dated = bracket(to);
    let mut to = if dated { to.saturating_add(3) } else { to };
    // "hạng Ba (2004), (2019)"
    while dated && sheet.mark(to) == ',' && bracket(next(to)) {
        to = to.saturating_add(4);
    }
    // "Danh hiệu A (2013) Huân chương B (2021)": nothing parts them.
    if dated && t.thing && t.from == to {
        return true;
    }
    let year = |i: usize| sheet.is(i, "năm") && sheet.digits(next(i)).len() == 4;
    let to = if year(to) { to.saturating_add(2) } else { to };
    let giver = (to..link).all(|i| {
        let dated = sheet.digits(i).len() == 4 && sheet.is(prev(i, 1), "năm");
        dated || sheet.is_word(i) && !sheet.any(i, &["cho", "và", "vì", "được"])
    });
    t.thing
        && sheet.any(link, &[",", "và", ";"])
        && t.from > to
        && link.saturating_sub(to) <= 10
        && (link == to || sheet.is(to, "của") && giver)
}

/// "… (2005), được Bộ Văn hóa tặng Cờ", "… vào năm 1996 và Bộ Giáo dục tặng Bằng khen": a clause of its own behind the thing
/// that ended at token `to` goes on with the same recipient; the word before whoever gives.
fn goes_on(sheet: &Sheet<'_>, to: usize, t: &Trigger) -> Option<usize> {
    let open = sheet.mark(to) == '(';
    let year = (to..to.saturating_add(3)).find(|&i| sheet.digits(i).len() == 4);
    let to = (to..to.saturating_add(10))
        .find(|&i| open && sheet.mark(i) == ')')
        .or_else(|| year.filter(|&y| (to..y).all(|i| sheet.any(i, &["vào", "năm"]))))
        .map_or(to, next);
    let link = if sheet.mark(to) == ',' && sheet.is(next(to), "và") { next(to) } else { to };
    // "đạt danh hiệu A, 3 năm đạt danh hiệu B": reached again.
    let reached = before_time(sheet, next(link), prev(t.from, 1));
    if sheet.mark(link) == ',' && sheet.any(prev(t.from, 1), &["đạt", "nhận"]) && reached <= next(link) {
        return Some(prev(t.from, 1));
    }
    let verb = if sheet.is(next(link), "được") { next(link) } else { link };
    // "…, Huân chương hạng Nhì (năm 2014); Thủ tướng Chính phủ tặng Bằng khen năm 2019"
    let part = sheet.mark(link) == ';' && !sheet.any(t.to, &["cho", "các"]) && !sheet.is_digits(t.to);
    let linked =
        sheet.any(link, &[",", "và"]) && (verb > link || year.is_some() && sheet.is(link, "và")) || part;
    let giver = (next(verb)..t.from).all(|i| {
        (sheet.is_word(i) || matches!(sheet.mark(i), '-' | '–' | '&')) && !sheet.any(i, &["cho", "được"])
    });
    (t.thing
        && linked
        && giver
        && sheet.any(prev(t.from, 1), &["tặng", "nhận"])
        && t.from.saturating_sub(verb) <= 16)
        .then_some(verb)
}

/// Who received the thing or the praise, when it is somebody named.
fn received(sheet: &Sheet<'_>, t: &Trigger, groups: &[Group], around: &Around<'_>) -> Option<Received> {
    let (start, end) = sheet.sentence_of(t.from);
    let part = |i: &usize| sheet.mark(*i) == ';';
    let (start, end) =
        ((start..t.from).rfind(part).map_or(start, next), (t.to..end).find(part).unwrap_or(end));
    // Those counted before the thing, or behind it with a word that leads to them, receive it; a reason or a further clause
    // tells of others.
    let apart = |i: usize| t.thing && (sheet.mark(i) == ',' && !sheet.is(t.to, "cho") || sheet.is(i, "vì"));
    let clause = (t.to..end).find(|&i| apart(i)).unwrap_or(end);
    // "cứu 12 công nhân, Lữ đoàn được tặng …": those counted in a clause of their own got nothing.
    let got = (start..t.from).rfind(|&i| sheet.is(i, "được")).unwrap_or(start);
    let opened = (start..got).rfind(|&i| sheet.mark(i) == ',').map(next);
    let own = opened.filter(|&i| {
        let named = around.bodies.iter().find(|b| b.from == i && b.specific).map(|b| b.to);
        let noun = BODY_NOUN.at(sheet, i).map(|(to, _)| to);
        let edge = before_verb(sheet, i, got);
        let one = named == Some(edge) || noun == Some(edge);
        // "… 5 cá nhân được A tặng Giấy khen, hội viên B được C tặng Bằng khen": those counted got something of their own.
        let person =
            around.people.iter().any(|p| p.from >= i && p.from <= i.saturating_add(4) && p.to == edge);
        let one = one || person;
        let own = |g: &Group| FORM.find(sheet, g.to, i).is_some();
        let clear = |g: &Group| {
            g.to < start || g.from > t.to || g.to < i && (g.counts.iter().all(|c| !c.strict) || own(g))
        };
        one && i < got && groups.iter().all(clear)
    });
    let from = own.unwrap_or(start);
    // "Trung tá A cứu 5 người, được tặng Bằng khen": those saved got nothing, and the officer did.
    let counted = groups.iter().any(|g| g.from >= from && g.to <= clause && !only_told(sheet, g));
    let heading = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    let verbs = ["được", "nhận", "đạt", "đoạt", "giành"];
    // "Khoa A giữ vững danh hiệu “…”": a title is kept.
    let aims = [
        "đấu", "tục", "tâm", "để", "nhằm", "sẽ", "phải", "là", "lực", "kết", "cần", "không", "quyết", "chưa",
        "hãy", "nhau",
    ];
    let wished = |i: usize| (start..i).any(|k| sheet.is(k, "mong") || sheet.two(k, "đề", "nghị"));
    let aimed = |i: usize| sheet.any(prev(i, 1), &aims) || wished(i);
    let keeps = |i: usize| sheet.two(i, "giữ", "vững") && t.form.starts_with("Danh hiệu “") && !aimed(i);
    // "huyện A làm lễ công bố …, đón Huân chương"
    // "xã phấn đấu đón Bằng công nhận": it has none yet.
    let hoped = |i: usize| {
        let to_come = [("phấn", "đấu"), ("chuẩn", "bị"), ("quyết", "tâm"), ("hướng", "tới")];
        let yet = |k: usize| promised(sheet, k) || to_come.iter().any(|(a, b)| sheet.two(k, a, b));
        (start..i).any(yet)
    };
    let welcomes = |i: usize| sheet.is(i, "đón") && next(i) == t.from && t.thing && !hoped(i);
    let takes =
        (start..t.from).rfind(|&i| sheet.any(i, &verbs) && !noted(sheet, i) || keeps(i) || welcomes(i));
    let passive = takes.filter(|_| !counted)?;
    // "cũng nhận được Giấy khen của …"
    let got = sheet.is(passive, "được") && sheet.any(prev(passive, 1), &["nhận", "giành", "đoạt"]);
    let passive = if got { prev(passive, 1) } else { passive };
    // "đón nhận Huân chương" is told in captions too; "được … biểu dương" there only repeats the text.
    let received = !sheet.is(passive, "được");
    let near = t.thing && t.from.saturating_sub(passive) <= 3;
    // "nhận được 4 bằng khen", "nhận nhiều bằng khen": the things are counted or not told one by one; "được phối hợp tổ
    // chức trao giấy khen": no one receives.
    let hosts = (passive..t.from).any(|i| sheet.any(i, &["phối", "tổ", "nhiều"]));
    // "được phổ biến quy định về khen thưởng": what is spoken of, not given.
    // "được chọn dự hội nghị biểu dương toàn tỉnh": the event's name.
    let event = !t.thing && sheet.any(prev(t.from, 1), &["nghị", "lễ", "buổi", "trình"]);
    // "xã về đích sớm được cân nhắc tặng Cờ": nobody has it yet.
    let weighed = sheet.two(next(passive), "cân", "nhắc") || sheet.two(next(passive), "xem", "xét");
    let spoken_of =
        event || weighed || sheet.any(prev(t.from, 1), &["về", "tác", "quỹ", "luật", "xuất", "thức"]);
    if sheet.is_digits(prev(t.from, 1)) || hosts || spoken_of {
        return None;
    }
    // A title tells of a medal or a flag what the text tells again.
    let medal =
        t.thing && (t.form.starts_with("Huân") || t.form.starts_with("Cờ")) && sheet.line_of(t.from) <= 1;
    if (received && !near) || (heading && !received && !medal) {
        return None;
    }
    let (from, collectives, individuals) = before(sheet, t, (start, passive), around)
        .or_else(|| listed_behind(sheet, t, (start, passive, end), around))?;
    // "… tặng Bằng khen và Hội Nông dân tặng Giấy khen": each part of the row has its own giver.
    // "…, Bộ Giáo dục và Đào tạo tặng Cờ": no part begins inside a body's name.
    let within = |i: usize| around.bodies.iter().any(|b| b.from < i && i < b.to);
    let low = (next(passive)..t.from)
        .rfind(|&i| sheet.any(i, &[",", "và"]) && !within(i) && FORM.find(sheet, passive, i).is_some())
        .unwrap_or(passive);
    let by = if received { None } else { passive_giver(sheet, next(low), t.from) };
    // "cô A … nhận Cờ thi đua": flags are for bodies; whoever takes one does so for one.
    let flag = t.form.starts_with("Cờ thi đua") && individuals.is_some();
    let (collectives, individuals) = if flag { (Some(1), None) } else { (collectives, individuals) };
    // "thầy A từng đoạt giải Ba": who is introduced got it long ago.
    if individuals.is_some() && formerly(sheet, passive) {
        return None;
    }
    let stands = collectives.is_some() && around.people.iter().any(|p| p.from == from);
    Some(Received { from, collectives, individuals, by, stands })
}

/// "Các đồng chí được nhận Huy hiệu gồm: ông A, bà B": those named behind the form at the third token's end.
fn listed_behind(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive, end) = place;
    // "Cùng được tặng Cờ thi đua trong đợt này còn có Trường A và Trường B"
    let besides = sheet.is(start, "cùng") && passive == next(start);
    let many = besides || (start..passive).any(|i| sheet.any(i, &["các", "những"]));
    let reach = t.to.saturating_add(10).min(end);
    let at = (t.to..reach)
        .find(|&i| sheet.is(i, "gồm") || sheet.mark(i) == ':' || besides && sheet.two(i, "còn", "có"))?;
    if !many || !t.thing || !(t.to..at).all(|i| sheet.is_word(i)) {
        return None;
    }
    let count = around.people.iter().filter(|p| p.from > at && p.to <= end).count();
    let bodies = around.bodies.iter().filter(|b| b.from > at && b.to <= end && b.specific).count();
    let told = |n: usize| i64::try_from(n).ok().filter(|n| *n > 0);
    match (told(count), told(bodies)) {
        (Some(n), _) => Some((t.from, None, Some(n))),
        (None, Some(n)) => Some((t.from, Some(n), None)),
        (None, None) => None,
    }
}
