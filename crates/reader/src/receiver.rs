//! Who stands before the verb and receives what follows it: somebody by name, a row of bodies, whoever the sentence or the paragraph is of.
//!
//! Not here: what is received and who gives it (`named`).

use crate::draft::Around;
use crate::giver::acting_place;
use crate::lexicon::awards::{BODY_NOUN, RECIPIENT};
use crate::lexicon::names::{ADDRESSES, LONGEST_ADDRESS};
use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::post;
use crate::praise::Trigger;
use crate::tie::together;
use crate::to_body::people_of;
use crate::token::{Caps, Sheet, next, prev};

/// Who stands before the verb at the second token, in the clause that begins at the first: the token with which they are
/// named, bodies and people.
pub(crate) fn before(
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
        // "Công ty A và cá nhân ông B"
        let alone = address > start.saturating_add(2) && sheet.two(prev(address, 2), "cá", "nhân");
        let link = prev(address, if alone { 3 } else { 1 });
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
    let others = |i: usize| sheet.any(i, &["và", "cùng", "được", "giúp", "cho", "có", "con", "những", "các"]);
    // "Thầy A hướng dẫn học sinh vừa đạt giải Nhất": whoever stands right before the verb got it.
    let whom = |i: usize| !from_where && (RECIPIENT.has(sheet, i) || BODY_NOUN.has(sheet, i));
    (from_where || done) && !(p.to..edge).any(|i| apart(i) || others(i) || whom(i))
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
        .any(|p| {
            let open = (p.to..passive).rfind(|&i| sheet.mark(i) == '“');
            open.is_none_or(|open| (open..passive).any(|i| sheet.mark(i) == '”'))
        });
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
pub(crate) fn before_verb(sheet: &Sheet<'_>, start: usize, verb: usize) -> usize {
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
pub(crate) fn before_time(sheet: &Sheet<'_>, start: usize, edge: usize) -> usize {
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
