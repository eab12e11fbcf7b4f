//! Things handed to a body: by its name, its number or what it is, in a row, with people beside it.
//!
//! Not here: things handed to people (`handed`).

use crate::claim::{Claims, mention};
use crate::draft::{Around, Draft, Told, blank};
use crate::giver::{giver_after, subject};
use crate::handed::acts;
use crate::lexicon::awards::{BODY_NOUN, Recipient};
use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::post;
use crate::praise::{Trigger, thing_at};
use crate::reading::{Award, Certainty, Reason};
use crate::recipient::Group;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// "tặng Giấy khen cho Chi bộ Tổng hợp": a thing handed to a body by name.
pub(crate) fn handed_to_body(
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
    let falls = sheet.any(to_whom, &["về", ":", "là", "gửi", "thuộc"])
        || (t.to..to_whom).any(|i| sheet.any(i, &["trao", "tặng"]));
    // "- Huân chương Lao động hạng Nhì cho Công ty (2014); Huân chương … cho Phân xưởng 6": points of a list of honours.
    let line = sheet.line(sheet.line_of(t.from));
    let point =
        matches!(sheet.mark(line.from), '-' | '+' | '•' | '*') && thing_at(sheet, next(line.from)).is_some();
    let listed = point && (t.from == next(line.from) || sheet.mark(prev(t.from, 1)) == ';');
    let given = falls || near(opened) || part && (start..opened).any(near) || listed;
    // "cho tập thể Công an tỉnh A và hai cá nhân"
    let kind =
        sheet.any(next(to_whom), &["tập", "đơn"]) && sheet.any(to_whom.saturating_add(2), &["thể", "vị"]);
    let whom = if kind { to_whom.saturating_add(3) } else { next(to_whom) };
    let to = body_at(sheet, (whom, end), falls, around)?;
    // A caption shows again what the text tells, unless nothing else tells it.
    let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    let many = |d: &Draft| d.award.collectives.is_some() || d.award.combined.is_some();
    let letter = t.form.ends_with("khen");
    let already = sheet.line_of(t.from) == 0 || drafts.iter().any(|d| !letter || many(d));
    if !given || shown && already {
        return None;
    }
    // To whom prizes fell before is no giver.
    let acting =
        || subject(sheet, start, t.from, around.bodies).filter(|_| sheet.any(to_whom, &["cho", "tặng"]));
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
    // "cho đội Văn phòng Tổng công ty": the team of a body.
    let first = if sheet.is(from, "đội") { next(from) } else { from };
    let named =
        |at: usize| around.bodies.iter().find(|b| b.from == at && b.to <= end && b.specific).map(|b| b.to);
    // "cho đội tuyển bóng bàn Trường THPT Tân Lập": which team of it.
    let team = || {
        let small = |i: &usize| sheet.is_word(*i) && sheet.caps(*i) == Caps::Lower;
        let words = (from..from.saturating_add(6)).take_while(small).count();
        let of = |n: usize| named(from.saturating_add(n));
        let one = sheet.any(next(from), &["trưởng", "phó", "viên", "ngũ"]);
        if sheet.is(from, "đội") && !one { (2..=words).rev().find_map(of) } else { None }
    };
    let body = named(from).or_else(|| named(first)).or_else(team);
    let spoken = || {
        let stops = |i: usize| !sheet.is_word(i) || sheet.any(i, &["và", "với", "đã", "được", "vì"]);
        let (noun, _) = BODY_NOUN.at(sheet, from).filter(|_| falls)?;
        (noun..end).find(|&i| stops(i)).or(Some(end)).filter(|&to| to > noun)
    };
    // "cho tỉnh Tân Lập, …": a place stands for its people.
    let place = || {
        let (name, _) = LEVEL.at(sheet, from)?;
        let to = organisation::proper(sheet, name).then(|| organisation::place_end(sheet, name))?;
        matches!(sheet.mark(to), ',' | ';' | '.' | '(').then_some(to)
    };
    // "cho nhóm thiện nguyện Tấm Lòng Vàng", "cho câu lạc bộ xe đạp Bình Minh": a body by a name of its own behind what it is.
    let own = || {
        let noun = BODY_NOUN
            .at(sheet, from)
            .map(|(to, _)| to)
            .or_else(|| sheet.is(from, "nhóm").then(|| next(from)))?;
        let title = |i: usize| sheet.caps(i) == Caps::Title && sheet.is_word(i) && !sheet.loud(i);
        let name =
            (noun..noun.saturating_add(4)).find(|&i| sheet.caps(i) != Caps::Lower || !sheet.is_word(i))?;
        let to = (name..end).find(|&i| !title(i)).unwrap_or(end);
        let closes = !sheet.is_word(to) || sheet.any(to, &["vì", "đã", "và", "về", "do", "có"]);
        (to >= name.saturating_add(2) && closes).then_some(to)
    };
    // "cho Nông trường 3", "cho tổ Cơ giới 2": a body by its number.
    let numbered = || {
        let (noun, _) = BODY_NOUN.at(sheet, from)?;
        let number = (noun..noun.saturating_add(4)).find(|&i| !sheet.is_word(i))?;
        let own = number == noun || sheet.caps(noun) == Caps::Title;
        let to = next(number);
        let closes = !sheet.is_word(to) || sheet.any(to, &["vì", "và", "cùng", "đã", "do"]);
        let plain = sheet.is_digits(number) && sheet.digits(number).len() <= 3;
        let further = matches!(sheet.mark(to), '-' | '/' | '%')
            || (sheet.is(to, "và") || sheet.mark(to) == ',') && BODY_NOUN.has(sheet, next(to));
        // "cho Tổ 5, phường Tân Lập": where it is.
        let place = if sheet.mark(to) == ',' { LEVEL.at(sheet, next(to)) } else { None };
        let to = place.map_or(to, |(name, _)| organisation::place_end(sheet, name));
        (own && plain && closes && !further || own && plain && place.is_some()).then_some(to)
    };
    // "cho Công ty (2014)", "cho Đồn.": the body that the text is of.
    let bare = || {
        let (to, _) =
            BODY_NOUN.at(sheet, from).filter(|_| sheet.caps(from) == Caps::Title && !sheet.loud(from))?;
        let bracket = sheet.mark(to) == '(' && sheet.is_digits(next(to));
        (bracket || matches!(sheet.mark(to), '.' | ';') || sheet.kind(to) == Kind::Break).then_some(to)
    };
    let classes = || class_end(sheet, from).filter(|_| falls);
    // "cho cán bộ và nhân dân Khu dân cư": those of a place that bears no name here.
    let all = || {
        let both = sheet.two(from, "cán", "bộ")
            && sheet.is(from.saturating_add(2), "và")
            && sheet.two(from.saturating_add(3), "nhân", "dân");
        both.then(|| from.saturating_add(5))
    };
    body.or_else(|| people_of(sheet, from, end))
        .or_else(place)
        .or_else(all)
        .or_else(classes)
        .or_else(spoken)
        .or_else(own)
        .or_else(numbered)
        .or_else(bare)
}

/// "9A1", "chi đội 7A2", "lớp 12B": the end of a class told at token `i`.
pub(crate) fn class_end(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let named = sheet.is(i, "chi") && sheet.any(next(i), &["đội", "đoàn"]);
    let at = match () {
        () if named => i.saturating_add(2),
        () if sheet.is(i, "lớp") => next(i),
        () => i,
    };
    let letter = next(at);
    let grade =
        sheet.is_digits(at) && sheet.digits(at).len() <= 2 && sheet.is_word(letter) && !sheet.gap(letter);
    let end = (next(letter)..letter.saturating_add(3)).find(|&k| !sheet.is_digits(k) || sheet.gap(k))?;
    grade.then_some(end)
}

/// "cho Công an huyện A, B và C": how many bodies stand in the row that opens with the one that ends at token `to`, and where
/// the last ends.
pub(crate) fn bodies_in_row(
    sheet: &Sheet<'_>,
    mut to: usize,
    end: usize,
    around: &Around<'_>,
) -> (i64, usize) {
    let mut count = 1_i64;
    let placed = |i: usize| LEVEL.has(sheet, i) || sheet.any(i, &["thôn", "xóm", "ấp", "bản", "khóm", "đội"]);
    while sheet.any(to, &[",", "và"])
        && to < end
        && !sheet.loud(to)
        && (organisation::proper(sheet, next(to))
            || class_end(sheet, next(to)).is_some()
            || placed(next(to)) && organisation::proper(sheet, to.saturating_add(2)))
    {
        let further = around
            .bodies
            .iter()
            .find(|b| b.from == next(to))
            .map(|b| b.to)
            .or_else(|| class_end(sheet, next(to)))
            .or_else(|| placed(next(to)).then(|| organisation::place_end(sheet, to.saturating_add(2))));
        let name = (next(to)..end).find(|&i| !sheet.is_word(i) || !organisation::proper(sheet, i));
        // "xã A, huyện B": where it is.
        let larger = sheet.any(next(to), &["huyện", "quận", "tỉnh", "thị", "thành"]) && sheet.mark(to) == ',';
        let small =
            |i: usize| sheet.any(i, &["xã", "phường", "thôn", "ấp", "xóm", "khu"]) && LEVEL.has(sheet, i);
        if larger && (to.saturating_sub(5)..to).any(small) && count == 1 {
            break;
        }
        let Some(after) = further.or(name) else { break };
        // "… cho Trường A và UBND tỉnh tặng …", "… cho Bộ A và Thủ tướng B trao …": another one gives.
        let gives = sheet.any(after, &["tặng", "trao", "đã", "cũng"]);
        if gives || post::at(sheet, next(to)).is_some() {
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
    // "cho Đội A (nay là Công an B) và ông C": what a bracket adds is passed over.
    let close = (link..link.saturating_add(16).min(end)).find(|&i| sheet.mark(i) == ')');
    let link = close.filter(|_| sheet.mark(link) == '(').map_or(link, next);
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
        let near = |p: &&person::Found| p.from > link && p.from <= link.saturating_add(6) && p.to <= end;
        let first = around.people.iter().find(near).filter(|p| !acts(sheet, p))?;
        let row = around.people.iter().filter(|p| p.from >= first.from && p.to <= end);
        award.individuals = i64::try_from(row.take_while(|p| !acts(sheet, p)).count()).ok();
        first.to
    };
    award.mention = mention(sheet, t.from, to, Certainty::Likely, &[Reason::NamedRecipient]);
    Some(to)
}

/// "Đảng bộ, chính quyền và nhân dân xã Phú Linh": a place with all its people, as one.
pub(crate) fn people_of(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<usize> {
    let opens = sheet.any(from, &["đảng", "cán", "chính", "nhân", "quân"]);
    let last = (from..from.saturating_add(10).min(end)).find(|&i| {
        let people =
            sheet.two(i, "nhân", "dân") || sheet.two(i, "cán", "bộ") || sheet.two(i, "chính", "quyền");
        people && LEVEL.has(sheet, i.saturating_add(2))
    })?;
    let (place, _) = LEVEL.at(sheet, last.saturating_add(2))?;
    let row = (from..last).all(|i| sheet.is_word(i) || sheet.mark(i) == ',');
    (opens && row && organisation::proper(sheet, place)).then(|| organisation::place_end(sheet, place))
}
