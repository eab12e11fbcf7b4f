//! Prizes told as a contest's result, without a verb ("lớp 9A1 giải nhất, lớp 7A3 giải nhì") or one after another ("giải Nhì và giải
//! Ba lần lượt thuộc về A và B").
//!
//! Not here: prizes that are won or handed by a verb (`named`, `handed`) and counted ones (`prize`).

use std::sync::LazyLock;

use crate::counted::RANKS;
use crate::draft::{Around, Draft, blank};
use crate::giver::subject;
use crate::lexicon::awards::BODY_NOUN;
use crate::lexicon::names::ADDRESSES;
use crate::organisation;
use crate::person;
use crate::phrase::Phrases;
use crate::praise::Trigger;
use crate::receiver::bodies_before;
use crate::to_body::class_end;
use crate::token::{Caps, Sheet, next, prev};

/// Whoever stands right before a prize.
struct Winner {
    from: usize,
    count: i64,
    person: bool,
    /// A class of a school, which nothing but a prize follows so closely.
    class: bool,
}

/// "Kết quả: lớp 9A1 giải nhất, hai lớp 6A1 và 8A2 đồng giải ba", "em Lê Văn An giải Nhất, em Vũ Thị Bích giải Nhì": classes, and others
/// where at least two are told so, with the prize right behind their name.
pub(crate) fn standings(
    sheet: &Sheet<'_>,
    triggers: &[Trigger],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let mut told: Vec<(&Trigger, Winner)> = Vec::new();
    for t in triggers.iter().filter(|t| t.form.starts_with("Giải ") && !t.form.starts_with("Giải thưởng"))
    {
        let read = || drafts.iter().any(|d| d.from <= t.from && t.from < d.to);
        let on = sheet.is(t.to, "thuộc") || matches!(sheet.mark(t.to), ':' | '“' | '(');
        if on || sheet.loud(t.from) {
            continue;
        }
        if let Some(winner) = winner(sheet, t, around).filter(|_| !read()) {
            told.push((t, winner));
        }
    }
    let sentences: Vec<(usize, usize)> = told.iter().map(|(t, _)| sheet.sentence_of(t.from)).collect();
    for (n, (t, winner)) in told.iter().enumerate() {
        let here = sentences.get(n);
        // Those of one sentence stand beside each other.
        let beside = [n.checked_sub(1), Some(next(n))];
        let row =
            beside.into_iter().flatten().any(|k| sentences.get(k).is_some() && sentences.get(k) == here);
        if !(row || winner.class) {
            continue;
        }
        let mut award = blank(sheet, (winner.from, t.to), t.form.clone(), None);
        award.individuals = winner.person.then_some(winner.count);
        award.collectives = (!winner.person).then_some(winner.count);
        drafts.push(Draft { award, from: winner.from, to: t.to, heading: false });
    }
}

/// The class, body or person whose name ends right before the prize, when it opens its part of the list.
fn winner(sheet: &Sheet<'_>, t: &Trigger, around: &Around<'_>) -> Option<Winner> {
    let (start, _) = sheet.sentence_of(t.from);
    let joint = sheet.is(prev(t.from, 1), "đồng");
    let edge = if joint { prev(t.from, 1) } else { t.from };
    // "em Lê Văn An (lớp 9A) giải Nhất": what a bracket adds is passed over.
    let open = (edge.saturating_sub(12).max(start)..edge).rfind(|&i| sheet.mark(i) == '(');
    let edge = open.filter(|_| sheet.mark(prev(edge, 1)) == ')').unwrap_or(edge);
    let opens = |i: usize| {
        let link = prev(i, 1);
        i == start
            || matches!(sheet.mark(link), ':' | ',' | ';' | '-' | '+')
            || joint && sheet.any(link, &["hai", "ba", "bốn", "các"])
    };
    if let Some(last) = class_before(sheet, start, edge) {
        let mut from = last;
        let mut count = 1_i64;
        while joint
            && sheet.any(prev(from, 1), &["và", ","])
            && let Some(more) = class_before(sheet, start, prev(from, 1))
        {
            from = more;
            count = count.saturating_add(1);
        }
        return opens(from).then_some(Winner { from, count, person: false, class: true });
    }
    // "Đồn A và Tiểu đoàn B đồng giải Nhì"
    if joint {
        let bodies: Vec<&organisation::Found> =
            around.bodies.iter().filter(|b| b.specific && b.from >= start && b.to <= edge).collect();
        let last = bodies.iter().filter(|b| b.to == edge).map(|b| b.from).min()?;
        let (count, from) = bodies_before(sheet, last, start, &bodies);
        return (count >= 2).then_some(Winner { from, count, person: false, class: true });
    }
    let person = around.people.partition_point(|p| p.to < edge);
    if let Some(p) = around.people.get(person).filter(|p| p.to == edge && p.from >= start) {
        let called = (1..=2)
            .map(|n| prev(p.from, n))
            .find(|&i| ADDRESSES.at(sheet, i).is_some_and(|(to, _)| to == p.from));
        let from = called.unwrap_or(p.from);
        return opens(from).then_some(Winner { from, count: 1, person: true, class: false });
    }
    let low = edge.saturating_sub(24).max(start);
    let first = around.bodies.partition_point(|b| b.from < low);
    let near = around.bodies.get(first..)?.iter().take_while(|b| b.from < edge);
    let body = near.into_iter().find(|b| b.to == edge && b.specific)?;
    // "Chi đoàn Trường A", "đội Công an B": what the body is of the other.
    let from = BODY_NOUN.ending(sheet, body.from, 2).map_or(body.from, |(from, _)| from.max(start));
    opens(from).then_some(Winner { from, count: 1, person: false, class: false })
}

/// The first token of the class that is told right before token `edge`.
fn class_before(sheet: &Sheet<'_>, start: usize, edge: usize) -> Option<usize> {
    (edge.saturating_sub(5).max(start)..edge).find(|&i| class_end(sheet, i) == Some(edge))
}

/// Most prizes of a row that falls to as many.
const MOST: usize = 6;

/// "giải Nhì và giải Ba lần lượt thuộc về Công đoàn A và Công đoàn B", "giải Nhất, Nhì, Ba lần lượt thuộc về các em A, B và C": each of
/// as many prizes falls to one of those named.
pub(crate) fn respectively(sheet: &Sheet<'_>, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    for i in (0..sheet.len()).filter(|&i| sheet.two(i, "lần", "lượt")) {
        let (start, end) = sheet.sentence_of(i);
        let end = (i..end).find(|&k| sheet.mark(k) == ';').unwrap_or(end);
        let after = i.saturating_add(2);
        let falls = sheet.two(after, "thuộc", "về")
            || sheet.any(after, &["cho", "trao"])
            || sheet.is(after, "được") && sheet.any(next(after), &["trao", "tặng"]);
        let row = ranks_before(sheet, start, i);
        let (Some(&(first, _)), true) = (row.last(), falls && row.len() >= 2) else { continue };
        let size = i64::try_from(row.len()).unwrap_or(0);
        let Some(person) = shared_by(sheet, (first, i, end), size, (around, drafts)) else { continue };
        let within = |d: &Draft| first <= d.from && d.from < end && d.award.form.starts_with("Giải ");
        let told = drafts.iter().find(|d| within(d)).and_then(|d| d.award.by.clone());
        let trades = sheet.is(prev(first, 1), "trao");
        let by = told.or_else(|| subject(sheet, start, first, around.bodies).filter(|_| trades));
        drafts.retain(|d| !within(d));
        for (from, to) in row.into_iter().rev() {
            let rank = if sheet.is(from, "giải") { next(from) } else { from };
            let form = format!("Giải {}", sheet.words(rank, to));
            let mut award = blank(sheet, (from, to), form, by.clone());
            award.individuals = person.then_some(1);
            award.collectives = (!person).then_some(1);
            drafts.push(Draft { award, from, to, heading: false });
        }
    }
}

/// The prizes of the row that ends before "lần lượt" at token `i`, the last first: "giải Nhất, Nhì và Ba", "giải Nhì và giải Ba".
fn ranks_before(sheet: &Sheet<'_>, start: usize, i: usize) -> Vec<(usize, usize)> {
    let mut edge = i;
    while edge > start && sheet.any(prev(edge, 1), &["được", "đã", "trao", "tặng"]) {
        edge = prev(edge, 1);
    }
    let mut row = Vec::new();
    while edge > start && row.len() < MOST {
        let last = prev(edge, 1);
        let two = sheet.any(last, &["khích", "biệt"]) && sheet.any(prev(last, 1), &["khuyến", "đặc"]);
        let rank = if two { prev(last, 1) } else { last };
        if !(two || sheet.any(last, RANKS)) || rank < start {
            break;
        }
        let prize = sheet.is(prev(rank, 1), "giải");
        let from = if prize { prev(rank, 1) } else { rank };
        row.push((from, edge));
        if !sheet.any(prev(from, 1), &[",", "và"]) {
            break;
        }
        edge = prev(from, 1);
    }
    // The first of the row is a prize by its whole name.
    if row.last().is_some_and(|&(from, _)| sheet.is(from, "giải")) { row } else { Vec::new() }
}

/// Whether as many people, or as many bodies, are told to get the row as it has prizes; people are true.
fn shared_by(
    sheet: &Sheet<'_>,
    place: (usize, usize, usize),
    size: i64,
    page: (&Around<'_>, &[Draft]),
) -> Option<bool> {
    let (first, at, end) = place;
    let (around, drafts) = page;
    let many = |n: usize| i64::try_from(n) == Ok(size);
    if many(people_in(around, at, end).len()) {
        return Some(true);
    }
    let counted = |d: &Draft| first <= d.from && d.from < end && d.award.collectives == Some(size);
    let bodies = bodies_in(sheet, around, at, end);
    // "lớp 9A": the word and the class behind it are one.
    let classes = (at..end).filter(|&i| class_end(sheet, i).is_some() && sheet.is_digits(i)).count();
    (drafts.iter().any(counted) || many(bodies) || many(classes)).then_some(false)
}

/// The people named at tokens `from..to`.
fn people_in<'a>(around: &'a Around<'_>, from: usize, to: usize) -> &'a [person::Found] {
    let first = around.people.partition_point(|p| p.from < from);
    let last = around.people.partition_point(|p| p.from < to);
    around.people.get(first..last).unwrap_or(&[])
}

/// How many bodies are named at tokens `from..to`: a whole name once, and none in brackets.
fn bodies_in(sheet: &Sheet<'_>, around: &Around<'_>, from: usize, to: usize) -> usize {
    let first = around.bodies.partition_point(|b| b.from < from);
    let last = around.bodies.partition_point(|b| b.from < to);
    let mut behind = from;
    let mut count = 0_usize;
    for b in around.bodies.get(first..last).unwrap_or(&[]).iter().filter(|b| b.specific) {
        if b.from >= behind && sheet.mark(prev(b.from, 1)) != '(' {
            count = count.saturating_add(1);
            behind = b.to;
        }
    }
    count
}

/// Works that a contest is of.
static WORKS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tác phẩm; bài thi; bài viết; bài dự thi; bức ảnh; ảnh; tiết mục; sáng kiến; giải pháp; đề tài; sản phẩm; mô hình; ý tưởng; dự án; \
         phần thi; tiểu phẩm; bài",
    )
});

/// "trao giải A cho tác phẩm “Áo mới” của chị Lê Thị Hoa", "trao giải Phong cách cho đội Điện lực", "giải Nhất - thí sinh A; giải Nhì -
/// thí sinh B và thí sinh C": whose work or which team won, and a list with dashes.
pub(crate) fn bestowed(
    sheet: &Sheet<'_>,
    triggers: &[Trigger],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let prize = |t: &&Trigger| t.form.starts_with("Giải ") && !t.form.starts_with("Giải thưởng");
    for t in triggers.iter().filter(prize) {
        let (start, end) = sheet.sentence_of(t.from);
        let behind = past_value(sheet, t.to);
        let falls = sheet.two(behind, "thuộc", "về");
        let handed = sheet.is(behind, "cho")
            && (t.from.saturating_sub(40).max(start)..t.from).any(|i| sheet.any(i, &["trao", "tặng"]));
        let to = match () {
            () if falls => behind.saturating_add(2),
            () => next(behind),
        };
        let won = if falls || handed {
            of_work(sheet, to, end, around)
                .or_else(|| team(sheet, to))
                .or_else(|| named_at(sheet, to, end, around).filter(|_| behind > t.to))
        } else {
            None
        };
        let won = won.or_else(|| dashed(sheet, t, (start, end), around));
        let read = || drafts.iter().any(|d| d.from <= t.from && t.from < d.to);
        // A caption shows again what the text tells.
        let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        let again = shown && drafts.iter().any(|d| d.award.form.to_lowercase() == t.form.to_lowercase());
        let Some((count, person)) = won.filter(|_| !sheet.is_digits(prev(t.from, 1)) && !again && !read())
        else {
            continue;
        };
        let gives =
            (t.from.saturating_sub(60).max(start)..t.from).rfind(|&i| sheet.any(i, &["trao", "tặng"]));
        let by = gives.filter(|_| !falls).and_then(|verb| subject(sheet, start, verb, around.bodies));
        let mut award = blank(sheet, (t.from, t.to), t.form.clone(), by);
        award.individuals = person.then_some(count);
        award.collectives = (!person).then_some(count);
        drafts.push(Draft { award, from: t.from, to: t.to, heading: false });
    }
}

/// "giải Nhất trị giá 5 triệu đồng thuộc về", "giải Nhất (5 triệu đồng) cho": the token behind what the prize is worth.
fn past_value(sheet: &Sheet<'_>, at: usize) -> usize {
    let told = sheet.two(at, "trị", "giá") || sheet.mark(at) == '(';
    let Some(money) = (at..at.saturating_add(8)).find(|&i| sheet.is(i, "đồng")).filter(|_| told) else {
        return at;
    };
    if sheet.mark(next(money)) == ')' { money.saturating_add(2) } else { next(money) }
}

/// The people, or the one body, named at token `at`.
fn named_at(sheet: &Sheet<'_>, at: usize, end: usize, around: &Around<'_>) -> Option<(i64, bool)> {
    let end = (at..end).find(|&i| matches!(sheet.mark(i), ';' | ',' | '(')).unwrap_or(end);
    let people = people_in(around, at, end);
    if people.first().is_some_and(|p| p.from <= at.saturating_add(4)) {
        return i64::try_from(people.len()).ok().map(|n| (n, true));
    }
    let body = around.bodies.partition_point(|b| b.from < at);
    around.bodies.get(body).filter(|b| b.from == at && b.specific).map(|_| (1, false))
}

/// Whose work it is that is told at token `at`: one person's or a body's.
fn of_work(sheet: &Sheet<'_>, at: usize, end: usize, around: &Around<'_>) -> Option<(i64, bool)> {
    let (work, _) = WORKS.at(sheet, at)?;
    let plain = |i: usize| sheet.is_word(i) || matches!(sheet.mark(i), '“' | '”' | '"' | ',' | '-');
    let reach = work.saturating_add(24).min(end);
    let of = (work..reach).take_while(|&i| plain(i)).find(|&i| {
        // "“Tiếng hát của rừng” của chị Hoa": the title's own words say nothing.
        sheet.is(i, "của") && !(work..i).any(|k| sheet.mark(k) == '“')
            || sheet.is(i, "của") && sheet.mark(prev(i, 1)) == '”'
    })?;
    let one = |n: usize| i64::try_from(n).ok().filter(|&n| n == 1);
    // "của ông A và bà B": those who made it together, in a row.
    let named = people_in(around, of, reach.saturating_add(8));
    let mut at = of;
    let row = named.iter().take_while(|p| {
        let close = p.from <= at.saturating_add(4);
        let linked = at == of || sheet.any(at, &["và", ","]);
        if close && linked {
            at = p.to;
        }
        close && linked
    });
    let makers = row.count();
    if sheet.two(next(of), "nhóm", "tác") {
        return Some((1, false));
    }
    if makers > 0 {
        return i64::try_from(makers).ok().map(|n| (n, true));
    }
    one(bodies_in(sheet, around, of, of.saturating_add(3))).map(|n| (n, false))
}

/// "đội Điện lực": a team by a name of its own.
fn team(sheet: &Sheet<'_>, at: usize) -> Option<(i64, bool)> {
    let name = if sheet.is(next(at), "thi") { at.saturating_add(2) } else { next(at) };
    let to =
        (name..name.saturating_add(8)).find(|&i| !sheet.is_word(i) || sheet.any(i, &["và", "vì", "với"]))?;
    let named = sheet.caps(name) == Caps::Title && !sheet.is(to, "và") && sheet.mark(to) != ',';
    (sheet.is(at, "đội") && to > name && named).then_some((1, false))
}

/// "giải Nhì - thí sinh Lê Văn An và thí sinh Vũ Thị Bích": how many stand behind the dash, in a part of a list of its own.
fn dashed(sheet: &Sheet<'_>, t: &Trigger, place: (usize, usize), around: &Around<'_>) -> Option<(i64, bool)> {
    let (start, end) = place;
    let link = prev(t.from, 1);
    let opens = t.from == start || matches!(sheet.mark(link), ':' | ';' | '-' | '+' | '•');
    if !opens || !matches!(sheet.mark(t.to), '-' | '–') || !sheet.gap(t.to) {
        return None;
    }
    let end = (t.to..end).find(|&i| sheet.mark(i) == ';').unwrap_or(end);
    let outside = |from: usize| {
        let bracket = (t.to..from).rfind(|&i| matches!(sheet.mark(i), '(' | ')'));
        bracket.is_none_or(|i| sheet.mark(i) == ')')
    };
    let people = people_in(around, t.to, end).iter().filter(|p| outside(p.from));
    let near = people.clone().next().is_some_and(|p| p.from <= t.to.saturating_add(4));
    if near {
        return i64::try_from(people.count()).ok().map(|n| (n, true));
    }
    let whom = if sheet.is(next(t.to), "đội") { t.to.saturating_add(2) } else { next(t.to) };
    let body = around.bodies.partition_point(|b| b.from < whom);
    let first = around.bodies.get(body).filter(|b| b.from == whom && b.specific)?;
    (first.to >= end || !sheet.is_word(first.to)).then_some((1, false))
}
