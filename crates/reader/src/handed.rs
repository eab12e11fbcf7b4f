//! Awards that no count of recipients tells: to those named, things handed to somebody by name, prizes of a contest.
//!
//! Not here: recipients counted (`award`) and who gives (`giver`).

use crate::award::{Around, Draft};
use crate::claim::{Claims, mention};
use crate::giver::{acting_place, announced, giver_after, passive_giver, subject};
use crate::lexicon::awards::{FORM, FORM_WORDS};
use crate::lexicon::organisations::LEVEL;
use crate::number;
use crate::organisation;
use crate::person;
use crate::praise::{Trigger, lists_things, whole_form};
use crate::reading::{Award, AwardStatus, Certainty, Qualifier, Reason};
use crate::recipient::Group;
use crate::tie::together;
use crate::token::{Sheet, prev};

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// Awards to recipients that are named: "Chi bộ 2 đã được Đảng ủy khen thưởng".
pub(crate) fn named(
    claims: &Claims<'_, '_>,
    triggers: &[Trigger],
    groups: &[Group],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let sheet = claims.sheet;
    // The one before in a row of things ("Huân chương A, Huân chương B và Bằng khen"), and who received it.
    let mut row: Option<(usize, Received)> = None;
    for t in triggers {
        let again = row.take().filter(|(to, _)| in_row(sheet, *to, t)).map(|(_, who)| who);
        let Some(who) = again.or_else(|| received(sheet, t, groups, around)) else { continue };
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
    let takes = (start..t.from).rfind(|&i| sheet.any(i, &["được", "nhận", "đạt"])).filter(|_| !counted);
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
    let edge = before_verb(sheet, start, passive);
    let told = || if received { None } else { passive_giver(sheet, next(passive), t.from) };
    // "Đảng viên tại Đảng bộ phường nhận Huy hiệu", "Biên tập viên Nhà xuất bản A được khen": the body only says where.
    let whose = ["tại", "của", "thuộc", "ở", "do", "từ", "viên", "trưởng", "đốc", "tịch", "thư", "đạo"];
    let place = |f: &organisation::Found| sheet.any(prev(f.from, 1), &whose);
    let body = around.bodies.iter().find(|f| f.to == edge && f.from >= start && !place(f));
    let people: Vec<&person::Found> = around
        .people
        .iter()
        .filter(|p| {
            p.from >= start
                && (p.to == edge || p.role.is_some_and(|r| r.to <= edge && edge <= r.to.saturating_add(4)))
        })
        .collect();
    // "UBND huyện tổ chức hội nghị và đón nhận Huân chương": whoever holds the event receives it.
    let medal = sheet.is(passive, "nhận") && sheet.is(prev(passive, 1), "đón") && t.form.starts_with("Hu");
    let holds =
        || around.bodies.iter().find(|f| f.from >= start && f.to <= passive && f.specific && !place(f));
    let body = body.or_else(|| if medal && people.is_empty() { holds() } else { None });
    // "Quận A đã làm tốt …, được thành phố tặng bằng khen": the subject of the sentence receives it.
    let leads = sheet.mark(prev(passive, 1)) == ',' && t.thing && sheet.is(passive, "được");
    let alone = leads && body.is_none() && people.is_empty();
    let subject = if alone { leader(sheet, start, edge, around) } else { None };
    let family = people.first().is_some_and(|p| family_of(sheet, start, p.from));
    let (collectives, individuals) = match (people.is_empty(), body) {
        (false, _) if family => (Some(1), None),
        (false, _) => (None, Some(together(sheet, around.people, &people))),
        (true, Some(_)) => (Some(1), None),
        (true, None) if subject.is_some() => (Some(1), None),
        (true, None) if t.thing && stands_for_one(sheet, start, edge) => (None, Some(1)),
        (true, None) => return None,
    };
    let from = people.first().map(|p| p.from).or(body.map(|b| b.from)).unwrap_or(passive);
    Some(Received { from, collectives, individuals, by: told() })
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
    while edge > start && sheet.any(prev(edge, 1), &leads) {
        edge = prev(edge, 1);
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
pub(crate) fn handed(sheet: &Sheet<'_>, triggers: &[Trigger], around: &Around<'_>, drafts: &mut Vec<Draft>) {
    for t in triggers.iter().filter(|t| t.thing) {
        let (start, end) = sheet.sentence_of(t.from);
        let further = triggers.iter().find(|o| o.from >= t.to && o.thing).map_or(end, |o| o.from.min(end));
        let end = (t.to..further).find(|&i| sheet.mark(i) == ';').unwrap_or(further);
        // "Huy hiệu 80 năm tuổi Đảng (đợt 2/9) cho đồng chí": what a bracket adds is passed over.
        let bracket = (t.to..t.to.saturating_add(8)).find(|&i| sheet.mark(i) == ')');
        let from = bracket.filter(|_| sheet.mark(t.to) == '(').map_or(t.to, next);
        // "Bằng khen của Bộ trưởng Bộ GD-ĐT cho": letters may be joined.
        let tied = |i: usize| matches!(sheet.mark(i), '-' | '&') && !sheet.gap(i);
        // "Cờ thi đua năm 2024, giai đoạn 2020 - 2024 cho": of which years it is.
        let dated = |i: usize| {
            sheet.digits(i).len() == 4
                || matches!(sheet.mark(i), '-' | '/' | ',')
                    && (sheet.digits(next(i)).len() == 4
                        || sheet.is(next(i), "giai")
                        || sheet.is(next(i), "năm"))
        };
        let words =
            (from..from.saturating_add(16).min(end)).take_while(|&i| sheet.is_word(i) || tied(i) || dated(i));
        let Some(to_whom) = words.into_iter().find(|&i| {
            sheet.any(i, &["cho", "đến", "tới"]) || sheet.is(i, "với") && sheet.is(prev(i, 1), "đối")
        }) else {
            continue;
        };
        let near =
            |p: &&person::Found| p.from > to_whom && p.from <= to_whom.saturating_add(5) && p.to <= end;
        let Some(first) = around.people.iter().find(near) else {
            if sheet.is(to_whom, "cho") {
                let draft = handed_to_body(sheet, t, (start, to_whom, end), around, drafts);
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

/// "…, Phó Bí thư Thành ủy Trần Văn A ghi nhận": a new clause begins with whoever has a post before the name.
fn acts(sheet: &Sheet<'_>, p: &person::Found) -> bool {
    p.role.is_some_and(|r| r.to <= p.from) && sheet.is_word(p.to) && !sheet.is(p.to, "và")
}

/// "tặng Giấy khen cho Chi bộ Tổng hợp": a thing handed to a body by name.
fn handed_to_body(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) -> Option<Draft> {
    let (start, to_whom, end) = place;
    let near = |from: usize| (1..=2).any(|n| sheet.any(prev(from, n), &["tặng", "trao", "thưởng"]));
    let opened = if matches!(sheet.mark(prev(t.from, 1)), '“' | '"') { prev(t.from, 1) } else { t.from };
    // "tặng danh hiệu A cho …; “B” của … cho …; cùng danh hiệu C cho …": the verb is told once for the list.
    let part =
        matches!(sheet.mark(prev(opened, 1)), ';' | ',') || sheet.any(prev(opened, 1), &["và", "cùng"]);
    let given = near(opened) || part && (start..opened).any(near);
    let body =
        around.bodies.iter().find(|b| b.from == next(to_whom) && b.to <= end && b.specific).map(|b| b.to);
    let body = organisation::Found {
        from: next(to_whom),
        to: body.or_else(|| people_of(sheet, next(to_whom), end))?,
        specific: true,
        known: None,
    };
    // A caption shows again what the text tells, unless nothing else tells it.
    let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    let many = |d: &Draft| d.award.collectives.is_some() || d.award.combined.is_some();
    let told = sheet.line_of(t.from) == 0 || !t.form.ends_with("khen") || drafts.iter().any(many);
    if !given || shown && told {
        return None;
    }
    let by = giver_after(sheet, t.to).or_else(|| subject(sheet, start, t.from, around.bodies));
    let mut award = blank(sheet, (t.from, body.to), t.form.clone(), by);
    // "cho Công an huyện A, B và C"
    let mut count = 1_i64;
    let mut to = body.to;
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
    award.collectives = Some(count);
    // "cho Phòng A, 5 cá nhân": people counted in the same row receive it too.
    let people = drafts.iter().position(|d| {
        sheet.any(to, &[",", "và"])
            && d.from == next(to)
            && d.award.collectives.is_none()
            && d.award.form == t.form
    });
    if let Some(people) = people {
        let further = drafts.remove(people);
        award.individuals = further.award.individuals;
        award.numbers = further.award.numbers;
        to = further.to;
        award.mention = mention(sheet, t.from, to, Certainty::Likely, &[Reason::NamedRecipient]);
    }
    Some(Draft { award, from: t.from, to, heading: false })
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
fn blank(sheet: &Sheet<'_>, place: (usize, usize), form: String, by: Option<String>) -> Award {
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

/// Prizes of a contest: "01 giải Nhất, 02 giải Nhì"; takes the numbers.
pub(crate) fn prizes(claims: &mut Claims<'_, '_>, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let sheet = claims.sheet;
    for i in 0..sheet.len() {
        let Some((number, to)) = prize_at(sheet, i).filter(|_| claims.free(i)) else { continue };
        let (start, end) = sheet.sentence_of(i);
        let end = (to..end).find(|&k| sheet.mark(k) == ';').unwrap_or(end);
        let many = (to..end).any(|k| sheet.is(k, "tập") && sheet.is(k.saturating_add(1), "thể"))
            && !(to..end).any(|k| sheet.is(k, "cá") && sheet.is(k.saturating_add(1), "nhân"));
        let from = number.from;
        let (to, form) = match whole_form(sheet, number.to, to, "Huân chương") {
            (end, form) if sheet.any(number.to, &["huân", "huy"]) => {
                // The medal's own words may have taken the contest's first ones in.
                let at = (number.to..end).find(|&k| contest(sheet, k) > k).unwrap_or(end);
                let further = contest(sheet, at).max(end);
                (further, if further > end { sheet.words(number.to, further) } else { form })
            }
            _ if sheet.is(number.to, "chiến") => whole_form(sheet, number.to, to, "Chiến sĩ thi đua"),
            // "giải Nhỉ": no other rank is spelt so.
            _ if sheet.is(prev(to, 1), "nhỉ") => (to, "giải Nhì".to_owned()),
            _ => {
                let end = contest(sheet, to);
                (end, sheet.words(number.to, end))
            }
        };
        let mut letters = form.chars();
        let form = letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
        let got = got_by(sheet, start, from, around);
        let giver = || match &got {
            Some(got) => got.by.clone(),
            None => subject(sheet, start, from, around.bodies),
        };
        let by = giver_after(sheet, to).or_else(giver);
        let many = many || got.is_some_and(|got| got.body);
        let mut award = blank(sheet, (from, to), form, by);
        award.mention.reasons.retain(|r| *r != Reason::NamedRecipient);
        // "4 bằng khen của cả tập thể và cá nhân"
        let both = sheet.any(to, &["của", "cho"])
            && sheet.is(next(to), "cả")
            && sheet.is(to.saturating_add(2), "tập")
            && sheet.is(to.saturating_add(5), "cá");
        if both {
            award.combined = Some(number.whole);
        } else if many {
            award.collectives = Some(number.whole);
        } else {
            award.individuals = Some(number.whole);
        }
        award.numbers.push(sheet.span(number.from, number.to));
        claims.take(from, to);
        drafts.push(Draft { award, from, to, heading: false });
    }
}

/// Things counted that somebody told before was given.
struct Got {
    /// Who gave them, where it is told.
    by: Option<String>,
    /// Whether a body received them, and no person.
    body: bool,
}

/// "Nhà máy được Nhà nước tặng 2 Huân chương …": whoever stands before the verb receives what is counted at token `from`
/// and does not give it.
fn got_by(sheet: &Sheet<'_>, start: usize, from: usize, around: &Around<'_>) -> Option<Got> {
    let passive = (start..from).rfind(|&k| sheet.is(k, "được") && !sheet.is(prev(k, 1), "nhận"))?;
    let verb =
        (passive..from.min(passive.saturating_add(14))).find(|&k| sheet.any(k, &["tặng", "trao", "truy"]))?;
    // "18 cá nhân được tặng …": those counted receive it.
    let counted = ["tập", "cá", "trường", "người", "đồng", "đảng", "cán", "lượt", "gia", "hộ"];
    if (start..passive).any(|k| sheet.is_digits(k) && sheet.any(next(k), &counted)) {
        return None;
    }
    let people = around.people.iter().any(|p| p.from >= start && p.to <= passive);
    let body = around.bodies.iter().any(|f| f.from >= start && f.to <= passive);
    let kind = ["đơn", "kho", "trường", "máy", "ty", "bộ", "viện", "đoàn", "xã", "huyện", "tỉnh", "ngành"];
    let named = (start..passive).any(|k| sheet.any(k, &kind));
    let by = (next(passive) < verb).then(|| passive_giver(sheet, next(passive), verb)).flatten();
    Some(Got { by, body: !people && (body || named) })
}

/// "giải Ba cuộc thi Khoa học kỹ thuật quốc tế", "giải Nhất toàn đoàn": which contest's prize it is, from token `i` on.
fn contest(sheet: &Sheet<'_>, i: usize) -> usize {
    let named = sheet.any(i, &["cuộc", "hội"]) && sheet.is(next(i), "thi")
        || sheet.is(i, "toàn") && sheet.is(next(i), "đoàn")
        || sheet.is(i, "olympic");
    let stops = ["năm", "của", "cho", "do", "và", "với", "tại", "trong", "được", "lần"];
    let end = (i..i.saturating_add(12)).find(|&k| !sheet.is_word(k) || sheet.any(k, &stops));
    if named { end.unwrap_or(i) } else { i }
}

fn prize_at(sheet: &Sheet<'_>, i: usize) -> Option<(number::Number, usize)> {
    let number = number::at(sheet, i)?;
    // "trao 82 kỷ niệm chương cho các cán bộ": as many people as things.
    let handed =
        || (1..=3).any(|n| sheet.any(prev(i, n), &["trao", "tặng", "nhận"])) || lists_things(sheet, i);
    let thing = FORM.at(sheet, number.to).filter(|&(_, id)| {
        FORM_WORDS.get(id).is_some_and(|f| {
            f.2 && sheet.any(number.to, &["kỷ", "bằng", "giấy", "thư", "cờ", "huy", "huân", "chiến"])
        })
    });
    if let Some((to, _)) = thing.filter(|_| handed()) {
        return Some((number, to));
    }
    let rank = number.to.saturating_add(1);
    // "1 Huy chương Đồng": a medal of a contest is somebody's, whoever hands it over.
    let medal = sheet.is(number.to, "huy") && sheet.is(rank, "chương");
    if medal && sheet.any(next(rank), &["vàng", "bạc", "đồng"]) {
        return Some((number, rank.saturating_add(2)));
    }
    let ranked =
        sheet.any(rank, &["nhất", "nhì", "nhỉ", "ba", "tư", "a", "b", "c", "phụ", "đặc", "khuyến", "xuất"]);
    let two = sheet.any(rank, &["đặc", "khuyến", "xuất"]);
    let to = rank.saturating_add(if two { 2 } else { 1 });
    (sheet.is(number.to, "giải") && ranked).then_some((number, to))
}
