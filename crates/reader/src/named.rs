//! Awards to recipients that are named or spoken of before the verb: "Chi bộ 2 đã được Đảng ủy khen thưởng".
//!
//! Not here: recipients counted (`award`) and things handed to somebody by name (`handed`).

use crate::claim::Claims;
use crate::draft::{Around, Draft, Told, blank};
use crate::giver::{acting_place, giver_after, passive_giver};
use crate::handed::people_of;
use crate::lexicon::awards::{BODY_NOUN, FORM};
use crate::lexicon::names::{ADDRESSES, LONGEST_ADDRESS};
use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::post;
use crate::praise::{Trigger, does, formerly, noted};
use crate::recipient::Group;
use crate::tie::{only_told, together};
use crate::token::{Caps, Sheet, next, prev};

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
    let welcomes = |i: usize| sheet.is(i, "đón") && next(i) == t.from && t.thing;
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
    let spoken_of = event || sheet.any(prev(t.from, 1), &["về", "tác", "quỹ", "luật", "xuất", "thức"]);
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
    // "nhiều tập thể và cá nhân Công ty được tặng": not the firm.
    let inside = |f: &organisation::Found| {
        let one = prev(f.from, 1);
        // "nhiều Bằng khen của Thủ tướng Chính phủ, đạt danh hiệu": who gave the one before.
        let head = (1..=3).any(|n| {
            sheet.is(prev(f.from, n), "của") && post::at(sheet, prev(f.from, n).saturating_add(1)).is_some()
        });
        head || sheet.any(one, &whose) || sheet.is(one, "nhân") && sheet.is(prev(one, 1), "cá")
    };
    // "ông A đến từ Đảng bộ Bệnh viện B": neither the whole nor the hospital within it.
    let whole = around.bodies.iter().filter(|f| f.to == edge && f.from >= start).min_by_key(|f| f.from);
    let outer = whole.is_some_and(inside);
    let body = around.bodies.iter().find(|f| f.to == edge && f.from >= start && !outer && !inside(f));
    // "Chị Trần Thị A, tổ trưởng tổ 1, công nhân Công ty B được tặng": what stands behind the name only says who she is.
    let apart = |p: &&person::Found| {
        let row = |i: usize| sheet.any(i, &["và", "cùng", "đã"]);
        sheet.mark(p.to) == ',' && body.is_some_and(|b| p.to < b.from && !(p.to..b.from).any(row))
    };
    if t.thing
        && let Some(person) = opener(sheet, start, edge, around).filter(apart)
    {
        return Some((person.from, None, Some(1)));
    }
    let people: Vec<&person::Found> = around
        .people
        .iter()
        .filter(|p| {
            p.from >= start
                && (p.to == edge
                    || p.role.is_some_and(|r| {
                        // "ông A, nguyên Hiệu trưởng và các đồng chí nhận …": others take it.
                        let near = r.to <= edge && edge <= r.to.saturating_add(4);
                        near && !(r.to..edge)
                            .any(|i| sheet.is(i, "và") && sheet.any(next(i), &["các", "những"]))
                    }))
        })
        .collect();
    if let Some(first) = people.first() {
        if stands_for_body(sheet, t, (first.to, passive), around) {
            return Some((first.from, Some(1), None));
        }
        if family_of(sheet, start, first.from) {
            return Some((first.from, Some(1), None));
        }
        let (count, from) = together(sheet, around.people, &people);
        // "Công an phường A và ông B được tặng"
        let address = ADDRESSES.ending(sheet, from, LONGEST_ADDRESS).map_or(from, |(at, _)| at);
        let link = prev(address, 1);
        let beside = around.bodies.iter().find(|f| f.from >= start && f.to == link && !inside(f));
        let beside = beside.filter(|_| sheet.any(link, &[",", "và"]));
        return Some((beside.map_or(first.from, |f| f.from), beside.map(|_| 1), Some(count)));
    }
    // "UBND huyện tổ chức hội nghị và đón nhận Huân chương": whoever holds the event receives it.
    let gets = sheet.is(passive, "nhận") && sheet.is(prev(passive, 1), "đón") || sheet.is(passive, "đón");
    let medal = gets && t.form.starts_with("Hu");
    // "huyện A làm lễ công bố đạt chuẩn, đón Huân chương": so does the place that holds it.
    let place =
        || (start..edge).any(|i| LEVEL.has(sheet, i) && acting_place(sheet, i).is_some_and(|to| to < edge));
    if medal && place() {
        return Some((passive, Some(1), None));
    }
    let holds =
        || around.bodies.iter().find(|f| f.from >= start && f.to <= passive && f.specific && !inside(f));
    if let Some(body) = body.or_else(|| if medal { holds() } else { None }) {
        let row: Vec<&organisation::Found> =
            around.bodies.iter().filter(|f| f.specific && !inside(f)).collect();
        let (count, from) = bodies_before(sheet, body.from, start, &row);
        // "A (lớp 10), B (lớp 11), trường X đều đạt giải": several, of whom the body is none.
        let several = sheet.is(prev(passive, 1), "đều") && count == 1;
        return (!several).then_some((from, Some(count), None));
    }
    if t.thing
        && let Some(person) =
            opener(sheet, start, edge, around).filter(|p| straight(sheet, p, (edge, passive)))
    {
        return Some((person.from, None, Some(1)));
    }
    // "nhân dân và cán bộ xã Hòa Bình được tặng": a place with its people.
    if (start..edge).any(|i| people_of(sheet, i, edge) == Some(edge)) {
        return Some((start, Some(1), None));
    }
    went_on(sheet, t, (start, passive, edge), around)
        .or_else(|| told_otherwise(sheet, t, (start, passive, edge), (gets, medal), around))
}

/// The subject of the sentence receives it, who did something before: "Quận A đã làm tốt …, được thành phố tặng bằng khen".
fn went_on(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive, edge) = place;
    let leads = sheet.mark(prev(passive, 1)) == ',' && t.thing && sheet.any(passive, &["được", "đạt"]);
    if leads && let Some(person) = opener(sheet, start, edge, around) {
        return Some((person.from, None, Some(1)));
    }
    let unnamed = || {
        BODY_NOUN.at(sheet, start).is_some_and(|(to, _)| {
            sheet.any(to, &["được", "đã", "luôn", "đạt", "vinh", "còn", "đi", "tham", "dự"])
        })
    };
    // "Phường đi biểu diễn … và được tặng Bằng khen": the body opens the sentence and goes on to receive.
    let alone = !around.people.iter().any(|p| p.from > start && p.to <= edge);
    if t.thing && alone && sheet.any(prev(passive, 1), &["và", ","]) && unnamed() {
        return Some((passive, Some(1), None));
    }
    if leads && (leader(sheet, start, edge, around).is_some() || unnamed()) {
        return Some((passive, Some(1), None));
    }
    None
}

/// "Thượng úy A bị thương khi truy bắt tội phạm đã được tặng", "thí sinh B đến từ Đảng bộ C đoạt giải": one person opens the sentence, and
/// nothing parts the name from the verb.
fn straight(sheet: &Sheet<'_>, p: &person::Found, place: (usize, usize)) -> bool {
    let (edge, passive) = place;
    let from_where = sheet.any(p.to, &["đến", "của", "thuộc"]);
    let done = sheet.any(prev(passive, 1), &["đã", "dự", "vừa"]);
    let apart = |i: usize| !sheet.is_word(i) && !sheet.is_digits(i) && sheet.mark(i) != '/';
    let others = |i: usize| sheet.any(i, &["và", "cùng", "được", "giúp", "cho", "có"]);
    (from_where || done) && !(p.to..edge).any(|i| apart(i) || others(i))
}

/// Who received a thing when no name ends right before the verb: whoever the title or the paragraph is of, a body or somebody by
/// a short name, or nobody.
fn told_otherwise(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    verb: (bool, bool),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive, edge) = place;
    let (gets, medal) = verb;
    if !t.thing {
        return None;
    }
    // "Doanh nghiệp A kỷ niệm 60 năm … và đón nhận Bằng khen": whoever the title is of.
    if gets && sheet.line_of(t.from) <= 1 && start == sheet.line(sheet.line_of(t.from)).from && start < edge {
        return Some((passive, Some(1), None));
    }
    if medal && trade(sheet, start, edge) {
        return Some((passive, Some(1), None));
    }
    // "FAHASA được Thủ tướng tặng bằng khen": a firm by its letters.
    let firm = (start..edge).rfind(|&i| sheet.mark(i) == ',').map_or(start, next);
    let letters =
        sheet.caps(firm) == Caps::Upper && !sheet.loud(firm) && sheet.key(firm).chars().count() >= 3;
    if letters && edge == next(firm) {
        return Some((firm, Some(1), None));
    }
    if let Some(from) = own_name(sheet, t, start, edge).filter(|_| edge < passive) {
        return Some((from, Some(1), None));
    }
    if stands_for_one(sheet, start, edge) {
        return Some((passive, None, Some(1)));
    }
    let one = presented(sheet, start, edge, around)
        .or_else(|| acted_before(sheet, start, edge, around))
        .map(|p| (p.from, None, Some(1)));
    one.or_else(|| teams(sheet, start, edge).map(|(from, count)| (from, Some(count), None)))
        .or_else(|| unnamed_body(sheet, start, edge).map(|from| (from, Some(1), None)))
        .or_else(|| unsaid(sheet, (start, passive, t.to), around))
}

/// "ngành Giáo dục đã chủ động … và vinh dự được đón nhận Huân chương": a trade opened a clause and acted.
fn trade(sheet: &Sheet<'_>, start: usize, edge: usize) -> bool {
    let opens = |i: usize| i == start || sheet.mark(prev(i, 1)) == ',';
    let acts = |i: usize| (i..i.saturating_add(8).min(edge)).any(|k| sheet.is(k, "đã"));
    (start..edge).any(|i| sheet.is(i, "ngành") && opens(i) && acts(i))
}

/// "Đoàn trường, Liên đội trường A đạt": how many bodies stand in the row that the one at token `last` closes, and where the
/// first stands.
pub(crate) fn bodies_before(
    sheet: &Sheet<'_>,
    last: usize,
    start: usize,
    bodies: &[&organisation::Found],
) -> (i64, usize) {
    let (mut count, mut from) = (1_i64, last);
    let before = |from: usize| {
        bodies.iter().find(|b| b.from >= start && next(b.to) == from && sheet.any(b.to, &[",", "và"]))
    };
    while let Some(b) = before(from) {
        count = count.saturating_add(1);
        from = b.from;
    }
    (count, from)
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

/// "Chị Trần Thị A được bình chọn là … và được Hội tặng bằng khen": the person who opens the sentence goes on to receive.
fn acted_before<'a>(
    sheet: &Sheet<'_>,
    start: usize,
    edge: usize,
    around: &'a Around<'_>,
) -> Option<&'a person::Found> {
    let opens = |p: &&person::Found| p.from >= start && p.from <= start.saturating_add(3);
    let verb =
        |p: &&person::Found| sheet.any(p.to, &["được", "đã", "luôn", "là", "từng", "còn"]) && p.to < edge;
    let alone = !around.people.iter().any(|p| p.from > start.saturating_add(6) && p.to <= edge);
    let linked = sheet.is(edge, "và") || sheet.is(prev(edge, 1), "và");
    around.people.iter().find(opens).filter(verb).filter(|_| linked && alone)
}

/// Most tokens of what a team is called.
const LONGEST_TEAM: usize = 9;

/// "đội xã A, đội xã B và đội xã C đạt giải Ba": where a row of teams before the verb begins, and how many they are.
fn teams(sheet: &Sheet<'_>, start: usize, edge: usize) -> Option<(usize, i64)> {
    let (mut from, mut count, mut to) = (edge, 0_i64, edge);
    loop {
        let low = to.saturating_sub(LONGEST_TEAM).max(start);
        let plain = |i: usize| {
            sheet.is_word(i) && !sheet.any(i, &["có", "và", "là", "được", "đạt", "của", "các", "cho"])
        };
        let noun = (low..to).rev().take_while(|&i| plain(i)).find(|&i| sheet.is(i, "đội"));
        let Some(team) = noun.filter(|&i| next(i) < to) else { break };
        (from, count) = (team, count.saturating_add(1));
        let link = prev(team, 1);
        if team <= start || !sheet.any(link, &[",", "và"]) {
            break;
        }
        to = link;
    }
    (count >= 2).then_some((from, count))
}

/// "Trường được …", "…, đơn vị vinh dự nhận …": a body spoken of without its name opens the clause that ends at `edge`.
fn unnamed_body(sheet: &Sheet<'_>, start: usize, edge: usize) -> Option<usize> {
    let low = edge.saturating_sub(7).max(start);
    // "Năm học 2006-2007 trường được …", "20 năm liền trường …": when opens the clause.
    let dated = |i: usize| {
        sheet.digits(prev(i, 1)).len() == 4 || sheet.any(prev(i, 1), &["liền", "tục", "tiếp", "nay"])
    };
    let marked = |i: usize| {
        matches!(sheet.mark(prev(i, 1)), ',' | ':' | '-' | '+' | '(') || sheet.two(prev(i, 2), "cho", "biết")
    };
    let from = (low..edge).rfind(|&i| i == start || dated(i) || marked(i))?;
    let from = if sheet.any(from, &["nên", "và", "toàn", "hiện", "nay"]) { next(from) } else { from };
    // "Hội được Trung ương tặng": a union by its bare noun, right before the verb.
    let union = (sheet.is(from, "hội") && next(from) == edge).then_some((edge, 0));
    let (to, _) = BODY_NOUN.at(sheet, from).or(union)?;
    // "Đại diện các đoàn, đơn vị nhận …": several, of a row.
    let row = sheet.mark(prev(from, 1)) == ','
        && (1..=4).any(|n| from > n && sheet.any(prev(from, n), &["các", "những"]));
    // "Tập thể được tặng Giấy khen: …" heads a list.
    let heads = sheet.is(from, "tập") && to == edge;
    let plain = |i: usize| sheet.is_digits(i) || sheet.is_word(i) && !sheet.any(i, &["có", "và", "là"]);
    (to <= edge && (from..edge).all(plain) && !heads && !row).then_some(from)
}

/// "+ Năm 2017, được Chủ tịch nước tặng …": nobody stands before the verb but the year; whoever the paragraph is of received it,
/// a body unless a person is spoken of.
fn unsaid(
    sheet: &Sheet<'_>,
    place: (usize, usize, usize),
    around: &Around<'_>,
) -> Option<(usize, Option<i64>, Option<i64>)> {
    let (start, passive, thing) = place;
    let line = sheet.line(sheet.line_of(passive));
    let time = |i: usize| {
        sheet.is_digits(i)
            || sheet.any(
                i,
                &["năm", "học", "ngày", "tháng", "và", "đã", "vinh", "dự", "liên", "liền", "tục", "đến"],
            )
            || matches!(sheet.mark(i), ',' | '-' | '+' | '/' | '(' | ':')
    };
    // "…; 5 năm liên tục đạt danh hiệu A"
    let years = sheet.is(passive, "đạt") && (start..passive).any(|i| sheet.any(i, &["liên", "liền"]));
    // "Vinh dự nhận danh hiệu “A” vào năm học 2015-2016"
    let took = sheet.is(passive, "nhận") && start < passive;
    let bare = (start..passive).all(time) && (sheet.is(passive, "được") || years || took);
    // "Vinh dự được Thủ tướng tặng Bằng khen vào năm 1996", "- Được Bộ A tặng cờ thi đua (2022)": when stands behind the thing.
    // "… cấp Tỉnh vào năm học 2015-2016"
    let when = |i: usize| sheet.any(i, &["cấp", "tỉnh", "huyện", "vào", "năm", "học", "(", "giai", "đoạn"]);
    let late = (thing..thing.saturating_add(8)).find(|&i| !when(i));
    let behind = (thing..thing.saturating_add(4)).chain(late).any(|i| sheet.digits(i).len() == 4);
    let dated = behind || (start..passive).any(|i| sheet.is_digits(i));
    let first = start == line.from || start == next(line.from) && !sheet.is_word(line.from);
    let person = around
        .people
        .iter()
        .filter(|p| sheet.line_of(p.from).saturating_add(1) >= sheet.line_of(passive) && p.to <= start)
        // "Ông A nêu: “…; được Nhà nước tặng …”": who speaks tells of another.
        .any(|p| !(p.to..passive).any(|i| sheet.mark(i) == '“'));
    // "Được Sở Giáo dục tặng cờ": a line of a list of honours.
    let listed = passive == line.from
        && sheet.caps(passive) == Caps::Title
        && sheet.is(passive, "được")
        && !(passive..thing).any(|i| sheet.mark(i) == ',')
        && (thing >= line.to
            || matches!(sheet.mark(thing), ';' | '.' | '(')
            || sheet.any(thing, &["và", "năm", "vào", "liên", "về", "vì"]));
    let fits = bare && (dated || !first || listed);
    fits.then_some(if person { (passive, None, Some(1)) } else { (passive, Some(1), None) })
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

/// "Trung sĩ Trần Văn A, Tiểu đội trưởng Đại đội 6, bắn đạt …, được …": the person with whom the sentence opens, and nobody else.
fn opener<'a>(
    sheet: &Sheet<'_>,
    start: usize,
    edge: usize,
    around: &'a Around<'_>,
) -> Option<&'a person::Found> {
    let mut named = around.people.iter().filter(|p| p.from >= start && p.to <= edge);
    let first = named.next()?;
    // "Hay gần đây nhất, sinh viên A, …": a few words may lead to who it is.
    let clause = (start..first.from).rfind(|&i| sheet.mark(i) == ',').map_or(start, next);
    if clause > start.saturating_add(8) || first.from > clause.saturating_add(6) {
        return None;
    }
    let leads =
        (clause..first.from).all(|i| sheet.is_word(i) && !sheet.any(i, &["của", "cùng", "với", "do", "cho"]));
    let body = around.bodies.iter().any(|b| b.from <= start && b.to <= first.from && b.specific);
    (leads && !body && named.next().is_none()).then_some(first)
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
        "hào", "đều", "từng", "đang", "lần", "lượt", "liên", "tục", "còn", "xuất", "sắc", "tiếp",
    ];
    let mut edge = before_time(sheet, start, among_others(sheet, start, verb));
    while edge > start
        && (sheet.any(prev(edge, 1), &leads) || sheet.is(edge, "nhận") && sheet.is(prev(edge, 1), "được"))
    {
        edge = prev(edge, 1);
    }
    // "phường A có vinh dự được …"
    if sheet.is(prev(edge, 1), "có") && sheet.is(edge, "vinh") && edge > start {
        edge = prev(edge, 1);
    }
    edge = before_time(sheet, start, edge);
    // "đơn vị 5 năm liền", "trường nhiều năm liên tục"
    if sheet.any(prev(edge, 1), &["liền", "năm"])
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

/// "anh hai lần", "cô Lan, năm học 2022 - 2023", "chị Oanh, tháng 3 vừa rồi", "đơn vị 4/4 năm": the token at which words of time
/// before token `edge` begin.
fn before_time(sheet: &Sheet<'_>, start: usize, edge: usize) -> usize {
    let time = |i: usize| {
        let number = sheet.is_digits(i)
            || matches!(sheet.mark(i), '-' | '/')
            || sheet.any(i, &["hai", "ba", "bốn", "nhiều", "mấy", "một"]);
        let words = [
            "năm", "học", "tháng", "lần", "vừa", "rồi", "mới", "đây", "qua", "nay", "trước", "ngoái", "liền",
            "quý", "trong",
        ];
        number || sheet.any(i, &words)
    };
    let mut from = edge;
    while from > start && time(prev(from, 1)) {
        from = prev(from, 1);
    }
    let told =
        (from..edge).any(|i| sheet.any(i, &["năm", "tháng", "lần", "quý"]) || sheet.two(i, "mới", "đây"));
    if !told {
        return edge;
    }
    if sheet.mark(prev(from, 1)) == ',' && from > start { prev(from, 1) } else { from }
}

/// "Công ty A vinh dự là một trong những tập thể được …": the token at which what it is one of begins.
fn among_others(sheet: &Sheet<'_>, start: usize, verb: usize) -> usize {
    let low = verb.saturating_sub(8).max(start);
    let one = (low..verb).rfind(|&i| {
        sheet.two(i, "một", "trong") && (i..verb).all(|k| sheet.is_word(k) || sheet.is_digits(k))
    });
    one.map_or(verb, |i| if sheet.is(prev(i, 1), "là") && i > start { prev(i, 1) } else { i })
}

/// "ông A đại diện nhà trường nhận Bằng khen", "ông A nhận Huân chương trao cho Công ty": whoever takes it does so for a body.
fn stands_for_body(sheet: &Sheet<'_>, t: &Trigger, place: (usize, usize), around: &Around<'_>) -> bool {
    let (name, passive) = place;
    let speaks = |i: usize| sheet.two(i, "đại", "diện") || sheet.two(i, "thay", "mặt");
    let body =
        |i: usize| BODY_NOUN.has(sheet, i) || around.bodies.iter().any(|b| b.from == i) || sheet.is(i, "nhà");
    let behalf = (name..passive).any(|i| speaks(i) && body(i.saturating_add(2)));
    let given = sheet.any(t.to, &["trao", "tặng"]) && sheet.is(next(t.to), "cho");
    t.thing && (behalf || given && body(t.to.saturating_add(2)))
}

/// "Với nhiều cố gắng, Sông Hồng Xanh vinh dự nhận Giải thưởng": a firm by its own name alone opens the clause that ends at `edge`.
fn own_name(sheet: &Sheet<'_>, t: &Trigger, start: usize, edge: usize) -> Option<usize> {
    let from = (start..edge).rfind(|&i| sheet.mark(i) == ',').map_or(start, next);
    let title = |i: usize| sheet.caps(i) != Caps::Lower && sheet.is_word(i);
    let named = title(from) && title(next(from)) && (from..edge).all(|i| sheet.is_word(i));
    let short = (2..=5).contains(&edge.saturating_sub(from));
    let nobody = person::run_at(sheet, from) != Some(edge) && post::at(sheet, from).is_none();
    (t.form.starts_with("Giải thưởng") && named && short && nobody && !sheet.loud(from)).then_some(from)
}

/// "gia đình cô Tuyết": the family, not the one who names it.
fn family_of(sheet: &Sheet<'_>, start: usize, name: usize) -> bool {
    (1..=3).map(|n| prev(name, n)).any(|i| i > start && sheet.is(i, "đình") && sheet.is(prev(i, 1), "gia"))
}

/// "Đồng chí được tặng …", "ông đã nhận …", "bác sĩ Inh được …": a word that stands for somebody told before, or a short name.
fn stands_for_one(sheet: &Sheet<'_>, start: usize, edge: usize) -> bool {
    let low = edge.saturating_sub(2).max(start);
    let called = (low..edge).find_map(|i| {
        let name = (i..edge).all(|k| sheet.caps(k) == Caps::Title);
        let address = ADDRESSES.ending(sheet, i, LONGEST_ADDRESS).filter(|&(at, _)| at >= start)?;
        name.then_some(address.0)
    });
    let last = prev(edge, 1);
    let one = sheet.any(last, &["ông", "bà", "anh", "chị", "cô", "thầy", "em", "chú", "bác"]);
    let comrade = sheet.is(last, "chí") && sheet.is(prev(last, 1), "đồng");
    let from = called.unwrap_or(if comrade { prev(last, 1) } else { last });
    let many = sheet.any(prev(from, 1), &["các", "những", "nhiều", "hai", "ba", "với", "và"]);
    let opens = from == start
        || sheet.mark(prev(from, 1)) == ','
        || sheet.any(prev(from, 1), &["nay", "nhân", "đây", "ngoái"])
        || sheet.is(prev(from, 1), "rồi") && sheet.any(prev(from, 2), &["vừa", "năm"])
        || sheet.digits(prev(from, 1)).len() == 4;
    (one || comrade || called.is_some()) && !many && opens
}
