//! Awards that no count of recipients tells: to those named, and things handed to somebody by name.
//!
//! Not here: recipients counted (`award`), things counted (`prize`), rows of honours (`honour`) and who gives (`giver`).

use crate::award::{Around, Draft};
use crate::claim::{Claims, mention};
use crate::giver::{acting_place, announced, giver_after, passive_giver, subject};
use crate::lexicon::awards::{BODY_NOUN, FORM, Recipient};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::praise::Trigger;
use crate::reading::{Award, AwardStatus, Certainty, Qualifier, Reason};
use crate::recipient::Group;
use crate::tie::together;
use crate::token::{Sheet, prev};

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// The forms and the counted recipients of the text.
pub(crate) struct Told<'a> {
    pub(crate) triggers: &'a [Trigger],
    pub(crate) groups: &'a [Group],
}

/// Awards to recipients that are named: "Chi bộ 2 đã được Đảng ủy khen thưởng".
pub(crate) fn named(claims: &Claims<'_, '_>, told: &Told<'_>, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let sheet = claims.sheet;
    // The one before in a row of things ("Huân chương A, Huân chương B và Bằng khen"), and who received it.
    let mut row: Option<(usize, Received)> = None;
    for t in told.triggers {
        let again = row.take().filter(|(to, _)| in_row(sheet, *to, t)).map(|(_, who)| who);
        let Some(who) = again.or_else(|| received(sheet, t, told.groups, around)) else { continue };
        let own = giver_after(sheet, t.to);
        let heading = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        let mut award = blank(sheet, (who.from, t.to), t.form.clone(), own.or_else(|| who.by.clone()));
        award.collectives = who.collectives;
        award.individuals = who.individuals;
        drafts.push(Draft { award, from: who.from, to: t.to, heading });
        row = t.thing.then_some((t.to, Received { from: t.to, ..who }));
    }
}

/// Somebody named who received something, and from whom.
struct Received {
    from: usize,
    collectives: Option<i64>,
    individuals: Option<i64>,
    by: Option<String>,
}

/// The thing goes on a row behind the one that ended at token `to`: between stands at most who gave that one.
fn in_row(sheet: &Sheet<'_>, to: usize, t: &Trigger) -> bool {
    let link = prev(t.from, 1);
    let giver = (to..link).all(|i| sheet.is_word(i) && !sheet.any(i, &["cho", "và", "vì", "được"]));
    t.thing
        && sheet.any(link, &[",", "và", ";"])
        && t.from > to
        && link.saturating_sub(to) <= 10
        && (link == to || sheet.is(to, "của") && giver)
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
    let counted = groups.iter().any(|g| g.from >= start && g.to <= clause);
    let heading = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    let verbs = ["được", "nhận", "đạt", "đoạt", "giành"];
    let takes = (start..t.from).rfind(|&i| sheet.any(i, &verbs)).filter(|_| !counted);
    let passive = takes?;
    // "cũng nhận được Giấy khen của …"
    let got = sheet.is(passive, "được") && sheet.is(prev(passive, 1), "nhận");
    let passive = if got { prev(passive, 1) } else { passive };
    // "đón nhận Huân chương" is told in captions too; "được … biểu dương" there only repeats the text.
    let received = !sheet.is(passive, "được");
    let near = t.thing && t.from.saturating_sub(passive) <= 3;
    // "nhận được 4 bằng khen", "nhận nhiều bằng khen": the things are counted or not told one by one; "được phối hợp tổ
    // chức trao giấy khen": no one receives.
    let hosts = (passive..t.from).any(|i| sheet.any(i, &["phối", "tổ", "nhiều"]));
    if sheet.is_digits(prev(t.from, 1)) || hosts {
        return None;
    }
    if (received && !near) || (heading && !received) {
        return None;
    }
    let (from, collectives, individuals) = before(sheet, t, (start, passive), around)
        .or_else(|| listed_behind(sheet, t, (start, passive, end), around))?;
    // "… tặng Bằng khen và Hội Nông dân tặng Giấy khen": each part of the row has its own giver.
    let low = (next(passive)..t.from)
        .rfind(|&i| sheet.any(i, &[",", "và"]) && FORM.find(sheet, passive, i).is_some())
        .unwrap_or(passive);
    let by = if received { None } else { passive_giver(sheet, next(low), t.from) };
    Some(Received { from, collectives, individuals, by })
}

/// Who stands before the verb at the second token, in the clause that begins at the first: the token with which they are
/// named, bodies and people.
fn before(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive) = place;
    let edge = before_verb(sheet, start, passive);
    // "Đảng viên tại Đảng bộ phường nhận Huy hiệu", "Biên tập viên Nhà xuất bản A được khen": the body only says where.
    let whose = ["tại", "của", "thuộc", "ở", "do", "từ", "viên", "trưởng", "đốc", "tịch", "thư", "đạo"];
    let inside = |f: &organisation::Found| sheet.any(prev(f.from, 1), &whose);
    let body = around.bodies.iter().find(|f| f.to == edge && f.from >= start && !inside(f));
    let people: Vec<&person::Found> = around
        .people
        .iter()
        .filter(|p| {
            p.from >= start
                && (p.to == edge || p.role.is_some_and(|r| r.to <= edge && edge <= r.to.saturating_add(4)))
        })
        .collect();
    if let Some(first) = people.first() {
        if family_of(sheet, start, first.from) {
            return Some((first.from, Some(1), None));
        }
        let (count, from) = together(sheet, around.people, &people);
        // "Công an phường A và ông B được tặng"
        let address = ADDRESSES.ending(sheet, from, 3).map_or(from, |(at, _)| at);
        let link = prev(address, 1);
        let beside = around.bodies.iter().find(|f| f.from >= start && f.to == link && !inside(f));
        let beside = beside.filter(|_| sheet.any(link, &[",", "và"]));
        return Some((beside.map_or(first.from, |f| f.from), beside.map(|_| 1), Some(count)));
    }
    // "UBND huyện tổ chức hội nghị và đón nhận Huân chương": whoever holds the event receives it.
    let medal = sheet.is(passive, "nhận") && sheet.is(prev(passive, 1), "đón") && t.form.starts_with("Hu");
    let holds =
        || around.bodies.iter().find(|f| f.from >= start && f.to <= passive && f.specific && !inside(f));
    if let Some(body) = body.or_else(|| if medal { holds() } else { None }) {
        return Some((body.from, Some(1), None));
    }
    // "Quận A đã làm tốt …, được thành phố tặng bằng khen": the subject of the sentence receives it.
    let leads = sheet.mark(prev(passive, 1)) == ',' && t.thing && sheet.is(passive, "được");
    if leads && leader(sheet, start, edge, around).is_some() {
        return Some((passive, Some(1), None));
    }
    if !t.thing {
        return None;
    }
    if stands_for_one(sheet, start, edge) {
        return Some((passive, None, Some(1)));
    }
    let one = presented(sheet, start, edge, around).map(|p| (p.from, None, Some(1)));
    one.or_else(|| unnamed_body(sheet, start, edge).map(|from| (from, Some(1), None)))
}

/// "Em Trần Văn A, học sinh lớp 12, đạt giải Nhất": what stands between only says who somebody is.
fn presented<'a>(
    sheet: &Sheet<'_>,
    start: usize,
    edge: usize,
    around: &'a Around<'_>,
) -> Option<&'a person::Found> {
    let says = |i: usize| sheet.any(i, &["đã", "được", "và", "trao", "tặng", "cho", "cùng", ":", "“"]);
    around.people.iter().rfind(|p| {
        let apart = matches!(sheet.mark(p.to), ',' | '(' | '-');
        p.from >= start && p.to < edge && edge.saturating_sub(p.to) <= 16 && apart && !(p.to..edge).any(says)
    })
}

/// "Trường được …", "…, đơn vị vinh dự nhận …": a body spoken of without its name opens the clause that ends at `edge`.
fn unnamed_body(sheet: &Sheet<'_>, start: usize, edge: usize) -> Option<usize> {
    let low = edge.saturating_sub(7).max(start);
    let opens = |i: &usize| *i == start || matches!(sheet.mark(prev(*i, 1)), ',' | ':' | '-');
    let from = (low..edge).rfind(opens)?;
    let from = if sheet.any(from, &["nên", "và", "toàn"]) { next(from) } else { from };
    let (to, _) = BODY_NOUN.at(sheet, from)?;
    // "Tập thể được tặng Giấy khen: …" heads a list.
    let heads = sheet.is(from, "tập") && to == edge;
    let plain = (from..edge).all(|i| sheet.is_word(i) && !sheet.any(i, &["có", "và", "là"]));
    (to <= edge && plain && !heads).then_some(from)
}

/// "Các đồng chí được nhận Huy hiệu gồm: ông A, bà B": those named behind the form at the third token's end.
fn listed_behind(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive, end) = place;
    let many = (start..passive).any(|i| sheet.any(i, &["các", "những"]));
    let reach = t.to.saturating_add(10).min(end);
    let at = (t.to..reach).find(|&i| sheet.is(i, "gồm") || sheet.mark(i) == ':')?;
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

/// The body or the place that opens a clause of the sentence before token `edge`.
fn leader(sheet: &Sheet<'_>, start: usize, edge: usize, around: &Around<'_>) -> Option<usize> {
    let opens = |i: usize| i == start || sheet.mark(prev(i, 1)) == ',';
    let body = around.bodies.iter().find(|b| b.from >= start && b.to < edge && b.specific && opens(b.from));
    let acts = |i: usize| acting_place(sheet, i).is_some_and(|to| to < edge);
    body.map(|b| b.from).or_else(|| (start..edge).find(|&i| LEVEL.has(sheet, i) && acts(i)))
}

/// The token at which whoever received something ends: what leads from there to the verb is passed over.
fn before_verb(sheet: &Sheet<'_>, start: usize, verb: usize) -> usize {
    let leads = [
        "đã", "vinh", "dự", "vừa", "cũng", "cùng", ",", "là", "cá", "nhân", "đón", "rất", "hạnh", "tự",
        "hào", "đều", "từng", "lần", "lượt",
    ];
    let mut edge = verb;
    while edge > start
        && (sheet.any(prev(edge, 1), &leads) || sheet.is(edge, "nhận") && sheet.is(prev(edge, 1), "được"))
    {
        edge = prev(edge, 1);
    }
    // "đơn vị 5 năm liền", "trường nhiều năm liên tục"
    if sheet.any(prev(edge, 1), &["liền", "tục"])
        && let Some(year) = (edge.saturating_sub(4).max(start)..edge).find(|&i| sheet.is(i, "năm"))
    {
        edge = if prev(year, 1) >= start && year > start { prev(year, 1) } else { year };
    }
    // "Công ty A (TTB GROUP) vinh dự nhận": a bracket stands behind the name.
    if sheet.mark(prev(edge, 1)) == ')' {
        edge = (start.max(edge.saturating_sub(14))..edge).rfind(|&i| sheet.mark(i) == '(').unwrap_or(edge);
    }
    edge
}

/// "gia đình cô Tuyết": the family, not the one who names it.
fn family_of(sheet: &Sheet<'_>, start: usize, name: usize) -> bool {
    (1..=3).map(|n| prev(name, n)).any(|i| i > start && sheet.is(i, "đình") && sheet.is(prev(i, 1), "gia"))
}

/// "Đồng chí được tặng …", "ông đã nhận …": a word that stands for somebody told before.
fn stands_for_one(sheet: &Sheet<'_>, start: usize, edge: usize) -> bool {
    let last = prev(edge, 1);
    let one = sheet.any(last, &["ông", "bà", "anh", "chị", "cô", "thầy", "em", "chú", "bác"]);
    let comrade = sheet.is(last, "chí") && sheet.is(prev(last, 1), "đồng");
    let from = if comrade { prev(last, 1) } else { last };
    let many = sheet.any(prev(from, 1), &["các", "những", "nhiều", "hai", "ba", "với", "và"]);
    let opens = from == start || sheet.mark(prev(from, 1)) == ',' || sheet.is(prev(from, 1), "nay");
    (one || comrade) && !many && opens
}

/// Things handed to people by name: "tặng Huân chương … cho ông Lê Hoàng Quân".
pub(crate) fn handed(
    claims: &mut Claims<'_, '_>,
    told: &Told<'_>,
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let sheet = claims.sheet;
    for t in told.triggers.iter().filter(|t| t.thing && !sheet.is_digits(prev(t.from, 1))) {
        let (start, end) = sheet.sentence_of(t.from);
        let further = told.triggers.iter().find(|o| o.from >= t.to && o.thing);
        let end = further.map_or(end, |o| o.from.min(end));
        let end = (t.to..end).find(|&i| sheet.mark(i) == ';').unwrap_or(end);
        let Some(to_whom) = leads_to_whom(sheet, t, end) else { continue };
        let near =
            |p: &&person::Found| p.from > to_whom && p.from <= to_whom.saturating_add(5) && p.to <= end;
        let Some(first) = around.people.iter().find(near) else {
            if sheet.any(to_whom, &["cho", "về"]) {
                let draft = handed_to_body(claims, t, (start, to_whom, end), (told, around), drafts);
                drafts.extend(draft);
            }
            continue;
        };
        let listed = around.people.iter().filter(|p| p.from >= first.from && p.to <= end);
        let count = listed.take_while(|p| p.from == first.from || !acts(sheet, p)).count();
        let giver = around.people.iter().rfind(|p| p.from >= start && p.to <= t.from).and_then(|p| p.role);
        let by = giver_after(sheet, t.to)
            .or_else(|| announced(sheet, start, t.from))
            .or_else(|| giver.map(|r| sheet.words(r.from, r.to)))
            .or_else(|| subject(sheet, start, t.from, around.bodies));
        let mut award = blank(sheet, (t.from, first.to), t.form.clone(), by);
        award.individuals = i64::try_from(count).ok();
        // A caption shows again what the text tells.
        let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        let told = drafts.iter_mut().find(|d| {
            let named = d.award.mention.reasons.contains(&Reason::NamedRecipient);
            let same = shown && d.award.form == award.form;
            // "trao Huy hiệu Đảng cho đồng chí A" of whom it was said which badge it is.
            let badge = award.form == "Huy hiệu Đảng" && d.award.form.starts_with("Huy hiệu ");
            named && (same || badge) && d.award.individuals == award.individuals
        });
        if let Some(told) = told {
            told.award.mention.again(sheet.span(t.from, first.to));
            continue;
        }
        drafts.push(Draft { award, from: t.from, to: first.to, heading: false });
    }
}

/// The word behind a thing that leads to whoever gets it: "Bằng khen của Bộ trưởng cho", "giải Nhất thuộc về".
fn leads_to_whom(sheet: &Sheet<'_>, t: &Trigger, end: usize) -> Option<usize> {
    // "Huy hiệu 80 năm tuổi Đảng (đợt 2/9) cho đồng chí": what a bracket adds is passed over.
    let bracket = (t.to..t.to.saturating_add(8)).find(|&i| sheet.mark(i) == ')');
    let from = bracket.filter(|_| sheet.mark(t.to) == '(').map_or(t.to, next);
    // "Bằng khen của Bộ trưởng Bộ GD-ĐT cho": letters may be joined.
    let tied = |i: usize| matches!(sheet.mark(i), '-' | '&') && !sheet.gap(i);
    // "Cờ thi đua năm 2024, giai đoạn 2020 - 2024 cho": of which years it is.
    let dated = |i: usize| {
        sheet.digits(i).len() == 4
            || matches!(sheet.mark(i), '-' | '/' | ',')
                && (sheet.digits(next(i)).len() == 4 || sheet.is(next(i), "giai") || sheet.is(next(i), "năm"))
    };
    let words =
        (from..from.saturating_add(16).min(end)).take_while(|&i| sheet.is_word(i) || tied(i) || dated(i));
    words.into_iter().find(|&i| {
        sheet.any(i, &["cho", "đến", "tới"])
            || sheet.is(i, "với") && sheet.is(prev(i, 1), "đối")
            || sheet.is(i, "về") && sheet.is(prev(i, 1), "thuộc")
    })
}

/// "…, Phó Bí thư Thành ủy Trần Văn A ghi nhận": a new clause begins with whoever has a post before the name.
fn acts(sheet: &Sheet<'_>, p: &person::Found) -> bool {
    p.role.is_some_and(|r| r.to <= p.from) && sheet.is_word(p.to) && !sheet.is(p.to, "và")
}

/// "tặng Giấy khen cho Chi bộ Tổng hợp": a thing handed to a body by name.
fn handed_to_body(
    claims: &mut Claims<'_, '_>,
    t: &Trigger,
    place: (usize, usize, usize),
    page: (&Told<'_>, &Around<'_>),
    drafts: &mut Vec<Draft>,
) -> Option<Draft> {
    let sheet = claims.sheet;
    let (start, to_whom, end) = place;
    let (told, around) = page;
    let near = |from: usize| (1..=2).any(|n| sheet.any(prev(from, n), &["tặng", "trao", "thưởng"]));
    let opened = if matches!(sheet.mark(prev(t.from, 1)), '“' | '"') { prev(t.from, 1) } else { t.from };
    // "tặng danh hiệu A cho …; “B” của … cho …; cùng danh hiệu C cho …": the verb is told once for the list.
    let part =
        matches!(sheet.mark(prev(opened, 1)), ';' | ',') || sheet.any(prev(opened, 1), &["và", "cùng"]);
    // "giải Nhất thuộc về đội A", "Cờ thi đua được trao cho đơn vị A"
    let falls = sheet.is(to_whom, "về") || (t.to..to_whom).any(|i| sheet.any(i, &["trao", "tặng"]));
    let given = falls || near(opened) || part && (start..opened).any(near);
    let to = body_at(sheet, (next(to_whom), end), falls, around)?;
    // A caption shows again what the text tells, unless nothing else tells it.
    let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    let many = |d: &Draft| d.award.collectives.is_some() || d.award.combined.is_some();
    let already = sheet.line_of(t.from) == 0 || !t.form.ends_with("khen") || drafts.iter().any(many);
    if !given || shown && already {
        return None;
    }
    // To whom prizes fell before is no giver.
    let acting = || subject(sheet, start, t.from, around.bodies).filter(|_| !sheet.is(to_whom, "về"));
    let by = giver_after(sheet, t.to).or_else(acting);
    let mut award = blank(sheet, (t.from, to), t.form.clone(), by);
    let (count, to) = bodies_in_row(sheet, to, end, around);
    award.collectives = Some(count);
    let to = beside_bodies(claims, (to, end), t, (told, around), drafts, &mut award).unwrap_or(to);
    Some(Draft { award, from: t.from, to, heading: false })
}

/// The end of the body that gets a thing, at the first token: one named, a place with all its people, or, where the prize is
/// said to fall to it, one spoken of by what it is ("đội thi xã Tân Lập").
fn body_at(sheet: &Sheet<'_>, place: (usize, usize), falls: bool, around: &Around<'_>) -> Option<usize> {
    let (from, end) = place;
    let body = around.bodies.iter().find(|b| b.from == from && b.to <= end && b.specific).map(|b| b.to);
    let spoken = || {
        let stops = |i: usize| !sheet.is_word(i) || sheet.any(i, &["và", "với", "đã", "được", "vì"]);
        let (noun, _) = BODY_NOUN.at(sheet, from).filter(|_| falls)?;
        (noun..end).find(|&i| stops(i)).or(Some(end)).filter(|&to| to > noun)
    };
    body.or_else(|| people_of(sheet, from, end)).or_else(spoken)
}

/// "cho Công an huyện A, B và C": how many bodies stand in the row that opens with the one that ends at token `to`, and where
/// the last ends.
fn bodies_in_row(sheet: &Sheet<'_>, mut to: usize, end: usize, around: &Around<'_>) -> (i64, usize) {
    let mut count = 1_i64;
    let placed = |i: usize| LEVEL.has(sheet, i) || sheet.any(i, &["thôn", "xóm", "ấp", "bản", "khóm"]);
    while sheet.any(to, &[",", "và"])
        && to < end
        && !sheet.loud(to)
        && (organisation::proper(sheet, next(to))
            || placed(next(to)) && organisation::proper(sheet, to.saturating_add(2)))
    {
        let further = around
            .bodies
            .iter()
            .find(|b| b.from == next(to))
            .map(|b| b.to)
            .or_else(|| placed(next(to)).then(|| organisation::place_end(sheet, to.saturating_add(2))));
        let name = (next(to)..end).find(|&i| !sheet.is_word(i) || !organisation::proper(sheet, i));
        let Some(after) = further.or(name) else { break };
        // "… cho Trường A và UBND tỉnh tặng …": another one gives.
        if sheet.any(after, &["tặng", "trao", "đã", "cũng"]) {
            break;
        }
        count = count.saturating_add(1);
        to = after;
    }
    (count, to)
}

/// "cho Phòng A, 5 cá nhân", "cho UBND xã A và ông B": people counted or named in the same row receive it too. The token
/// behind them.
fn beside_bodies(
    claims: &mut Claims<'_, '_>,
    place: (usize, usize),
    t: &Trigger,
    page: (&Told<'_>, &Around<'_>),
    drafts: &mut Vec<Draft>,
    award: &mut Award,
) -> Option<usize> {
    let sheet = claims.sheet;
    let (link, end) = place;
    let (told, around) = page;
    if !sheet.any(link, &[",", "và", "cùng"]) || link >= end {
        return None;
    }
    let drafted = drafts
        .iter()
        .position(|d| d.from == next(link) && d.award.collectives.is_none() && d.award.form == t.form);
    let free = |g: &&Group| g.from == next(link) && claims.all_free(g.from, g.to);
    let to = if let Some(people) = drafted {
        let further = drafts.remove(people);
        award.individuals = further.award.individuals;
        award.numbers = further.award.numbers;
        further.to
    } else if let Some(group) = told.groups.iter().find(free) {
        let [count] = group.counts.as_slice() else { return None };
        if count.who != Recipient::Individual {
            return None;
        }
        award.individuals = Some(count.value);
        award.numbers = vec![sheet.span(count.number.0, count.number.1)];
        claims.take(group.from, group.to);
        group.to
    } else {
        let near = |p: &&person::Found| p.from > link && p.from <= link.saturating_add(4) && p.to <= end;
        let first = around.people.iter().find(near).filter(|p| !acts(sheet, p))?;
        let row = around.people.iter().filter(|p| p.from >= first.from && p.to <= end);
        award.individuals = i64::try_from(row.take_while(|p| !acts(sheet, p)).count()).ok();
        first.to
    };
    award.mention = mention(sheet, t.from, to, Certainty::Likely, &[Reason::NamedRecipient]);
    Some(to)
}

/// "Đảng bộ, chính quyền và nhân dân xã Phú Linh": a place with all its people, as one.
fn people_of(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<usize> {
    let opens = sheet.any(from, &["đảng", "cán", "chính", "nhân", "quân"]);
    let last = (from..from.saturating_add(10).min(end)).find(|&i| {
        sheet.is(i, "nhân") && sheet.is(next(i), "dân") && LEVEL.has(sheet, i.saturating_add(2))
    })?;
    let (place, _) = LEVEL.at(sheet, last.saturating_add(2))?;
    let row = (from..last).all(|i| sheet.is_word(i) || sheet.mark(i) == ',');
    (opens && row && organisation::proper(sheet, place)).then(|| organisation::place_end(sheet, place))
}

/// An award without counts to named or listed recipients.
pub(crate) fn blank(sheet: &Sheet<'_>, place: (usize, usize), form: String, by: Option<String>) -> Award {
    let mut reasons = vec![Reason::NamedRecipient];
    if by.is_none() {
        reasons.push(Reason::GiverMissing);
    }
    Award {
        form,
        by,
        collectives: None,
        individuals: None,
        combined: None,
        households: None,
        qualifier: Qualifier::Exact,
        status: AwardStatus::Given,
        numbers: Vec::new(),
        mention: mention(sheet, place.0, place.1, Certainty::Likely, &reasons),
    }
}
