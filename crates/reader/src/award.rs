//! Awards as frames: form, giver, recipients counted (collectives, individuals, both together, households),
//! given or only proposed.
//!
//! Not here: awards that no count tells (`handed`, `honour`), things counted (`prize`), who was entitled to give them (room
//! `domain`) and how awards map to the catalogue (`mapping`).

use crate::again::{may_give, merge, parted, told_again};
use crate::claim::{Claims, mention};
use crate::draft::{Around, Draft, Told, asks_at, only_asked, same_giver};
use crate::giver::{authority, decided, giver_after, listed_giver, passive_giver, subject};
use crate::handed::{handed, praised};
use crate::honour::{honour_lists, honours, ranks};
use crate::lexicon::awards::Recipient;
use crate::named::named;
use crate::organisation;
use crate::person;
use crate::praise::{Trigger, does, formerly, promised, triggers};
use crate::prize::{listed_titles, prizes};
use crate::reading::{Award, AwardStatus, Certainty, Qualifier, Reason};
use crate::recipient::{Group, adds, groups, parts};
use crate::standing::{bestowed, respectively, standings};
use crate::tie::{
    Tie, given_by, giver_in_row, letter_for, list_goes_on, listed_ahead, listed_part, row_ahead, tie,
    told_before,
};
use crate::token::{Caps, Sheet, next, prev};
use crate::voted::voted;

/// Every award of the text; takes the numbers.
pub(crate) fn scan(claims: &mut Claims<'_, '_>, around: &Around<'_>) -> Vec<Award> {
    let sheet = claims.sheet;
    let triggers = spoken(sheet, around);
    let groups = groups(claims, &triggers);
    let parts = parts(sheet, &groups, &triggers);
    let mut drafts = Vec::new();
    let mut last: Option<(usize, &Trigger)> = None;
    for (n, group) in groups.iter().enumerate() {
        if parts.get(n).copied().unwrap_or(false) {
            continue;
        }
        let (start, end) = sheet.sentence_of(group.from);
        let low = n.checked_sub(1).and_then(|p| groups.get(p)).map_or(start, |g| g.to.max(start));
        let high = groups.get(next(n)).map_or(end, |g| g.from.min(end));
        let further = last.filter(|(to, _)| adds(sheet, *to, group)).map(|(_, trigger)| Tie {
            trigger,
            close: true,
            passive: None,
        });
        let ahead = || listed_ahead(sheet, (group, groups.get(next(n))?), &triggers, end);
        // Triggers stand in the order of the text: those of the sentence are found without looking through all.
        let first = triggers.partition_point(|t| t.from < start);
        let behind = triggers.partition_point(|t| t.from <= end);
        let near = triggers.get(first..behind).unwrap_or(&[]);
        let Some(tie) = letter_for(sheet, group, &triggers, start)
            .or_else(|| listed_part(sheet, group, last))
            .or_else(|| row_ahead(sheet, groups.get(n..).unwrap_or(&[]), near, end))
            .or_else(|| tie(sheet, group, near, (low, high)))
            .or(further)
            .or_else(ahead)
            .or_else(|| told_before(sheet, group, &triggers))
            .or_else(|| list_goes_on(sheet, group, last))
        else {
            continue;
        };
        if meets(sheet, group, &tie) || sent_on(sheet, group, near) || long_ago(sheet, &tie) {
            continue;
        }
        last = Some((group.to, tie.trigger));
        for count in &group.counts {
            claims.take(count.from, count.to);
        }
        let mut draft = draft(sheet, group, &tie, (start, low), around);
        // "…; Giấy khen của UBND huyện cho 10 cá nhân đã được trao": these were given.
        let done = (group.to..group.to.saturating_add(6).min(end)).any(|i| sheet.is(i, "đã"));
        if let Some(before) = drafts.last().filter(|d| !done && asked_on(sheet, d, tie.trigger)) {
            draft.award.status = AwardStatus::Proposed;
            // The subject of the sentence asks; whoever was asked for the thing before is asked for this.
            let told = !draft.award.mention.reasons.contains(&Reason::GiverSubject);
            let by = draft.award.by.take().filter(|_| told);
            let asked = before.award.by.clone().filter(|by| may_give(&draft.award.form, by));
            draft.award.by = by.or(asked);
            draft.award.mention.reasons.push(Reason::ProposedOnly);
        }
        if draft.award.mention.reasons.contains(&Reason::GiverSubject)
            && let Some(by) = same_giver(sheet, (start, tie.trigger.from.min(group.from)), &drafts, around)
        {
            draft.award.by = Some(by);
        }
        drafts.push(draft);
    }
    row_giver(sheet, &mut drafts);
    let told = Told { triggers: &triggers, groups: &groups };
    listed_titles(claims, &triggers, around, &mut drafts);
    named(claims, &told, around, &mut drafts);
    handed(claims, &told, around, &mut drafts);
    praised(claims, &told, around, &mut drafts);
    only_asked(sheet, &mut drafts);
    voted(sheet, &triggers, around, &mut drafts);
    respectively(sheet, around, &mut drafts);
    standings(sheet, &triggers, around, &mut drafts);
    bestowed(sheet, &triggers, around, &mut drafts);
    prizes(claims, around, &mut drafts);
    honours(claims, &triggers, around, &mut drafts);
    ranks(sheet, &triggers, &mut drafts);
    honour_lists(sheet, &triggers, around, &mut drafts);
    contest_host(sheet, &mut drafts, around);
    full_name(sheet, &mut drafts, around);
    parted(sheet, &mut drafts);
    let mut awards = merge(sheet, drafts, around.bodies);
    told_again(claims, &groups, &mut awards);
    bearers(claims, &mut awards);
    badges(claims, &triggers, &mut awards);
    awards
}

/// The forms that the text itself names, and not as part of somebody's name.
fn spoken(sheet: &Sheet<'_>, around: &Around<'_>) -> Vec<Trigger> {
    // "Tin liên quan: Xã A có 45 đảng viên nhận Huy hiệu": the portal's other news.
    let portal = |t: &Trigger| around.boiler.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    // "Anh hùng Lao động Triệu Văn A hướng dẫn thợ trẻ": a title before a name is a word of address.
    let address = |t: &Trigger| {
        let title = ["Anh hùng", "Nhà giáo", "Nghệ sĩ", "Nghệ nhân", "Thầy thuốc"];
        let lead = prev(t.from, 1);
        let given = sheet.any(lead, &["tặng", "hiệu", "nhận", "là"]) || sheet.is_digits(lead);
        let first = around.people.partition_point(|p| p.from < t.to);
        let named = around.people.get(first).is_some_and(|p| p.from == t.to);
        named && !given && title.iter().any(|word| t.form.starts_with(word))
    };
    triggers(sheet).into_iter().filter(|t| !portal(t) && !address(t)).collect()
}

/// "3 cá nhân được tuyên dương đã giao lưu với các đại biểu": some of those awarded are told of for what they did then.
fn meets(sheet: &Sheet<'_>, group: &Group, tie: &Tie<'_>) -> bool {
    let at = if tie.trigger.from >= group.to { tie.trigger.to } else { group.to };
    let told = tie.passive.is_some() && !tie.trigger.thing || !tie.close;
    told && does(sheet, at)
}

/// "45 đại biểu từng được tặng Huân chương": what they got before is no award of what the text tells of.
fn long_ago(sheet: &Sheet<'_>, tie: &Tie<'_>) -> bool {
    tie.passive.is_some_and(|verb| formerly(sheet, verb))
}

/// "Công đoàn Trường A tổ chức cuộc thi “Tiếng hát mùa xuân”": whoever holds the contest that a page opens with gives its prizes, where
/// nobody else is said to.
fn contest_host(sheet: &Sheet<'_>, drafts: &mut [Draft], around: &Around<'_>) {
    let contest = |i: usize| {
        sheet.two(i, "cuộc", "thi")
            || sheet.two(i, "hội", "thi")
            || sheet.two(i, "hội", "diễn")
            || sheet.two(i, "liên", "hoan")
    };
    let prize = |d: &Draft| {
        let other = || {
            let form = d.award.form.to_lowercase();
            ["cuộc thi", "hội thi", "olympic"].iter().any(|word| form.contains(word))
        };
        d.award.by.is_none() && d.award.form.starts_with("Giải ") && !other()
    };
    // "Năm học trước, trường có em Lan đạt giải Nhì cấp quốc gia": another contest's.
    let here = |d: &Draft| {
        let (start, end) = sheet.sentence_of(d.from);
        !(start..end).any(|i| sheet.any(i, &["cấp", "trước", "từng", "quốc"]))
    };
    if !drafts.iter().any(prize) {
        return;
    }
    let held = |b: &&organisation::Found| {
        let verb = (b.to..b.to.saturating_add(3)).find(|&i| sheet.two(i, "tổ", "chức"));
        let opens =
            sheet.line_of(b.from) <= MOST_OPENING && around.boiler.get(sheet.line_of(b.from)) != Some(&true);
        opens && b.specific && verb.is_some_and(|at| (at..at.saturating_add(5)).any(contest))
    };
    // "Ban Tổ chức công bố kết quả": whoever the page says judged or held it.
    let committee = || {
        let acts = ["trao", "công", "nhận", "chấm", "chọn", "quyết"];
        let at = (0..sheet.len()).find(|&i| {
            let to = i.saturating_add(3);
            let verb = if sheet.any(to, &["đã", "sẽ", "cuộc", "hội"]) { next(to) } else { to };
            sheet.is(i, "ban") && sheet.two(next(i), "tổ", "chức") && sheet.any(verb, &acts)
        })?;
        Some(sheet.words(at, at.saturating_add(3)))
    };
    // "Công đoàn Trường A": the whole name, not the school's within it.
    let whole = |inner: &organisation::Found| {
        let from = around.bodies.iter().filter(|b| b.to == inner.to && b.specific).map(|b| b.from).min();
        sheet.words(from.unwrap_or(inner.from), inner.to)
    };
    let Some(host) = around.bodies.iter().find(held).map(whole).or_else(committee) else { return };
    for draft in drafts.iter_mut().filter(|d| prize(d) && here(d)) {
        gave(draft, host.clone());
    }
}

/// "Công ty tặng danh hiệu …": the firm that the text told last by its whole name.
fn full_name(sheet: &Sheet<'_>, drafts: &mut [Draft], around: &Around<'_>) {
    let bare = |d: &Draft| d.award.by.as_deref().is_some_and(|by| by.to_lowercase() == "công ty");
    let firm = |b: &&organisation::Found| {
        let name = sheet.words(b.from, b.to).to_lowercase();
        b.specific && (name.starts_with("công ty ") || name.starts_with("tổng công ty "))
    };
    for draft in drafts.iter_mut().filter(|d| bare(d)) {
        let told = around.bodies.iter().filter(firm).rfind(|b| b.to <= draft.from);
        if let Some(firm) = told {
            draft.award.by = Some(sheet.words(firm.from, firm.to));
        }
    }
}

/// Most lines of a page within which the contest that it is about is told.
const MOST_OPENING: usize = 3;

/// "5 tập thể nhận cờ, 16 tập thể và 28 cá nhân nhận bằng khen, 9 cá nhân nhận bằng lao động sáng tạo của Tổng Liên đoàn": who
/// gives is told behind the last of the row.
fn row_giver(sheet: &Sheet<'_>, drafts: &mut [Draft]) {
    let mut behind: Option<(usize, String)> = None;
    for draft in drafts.iter_mut().rev() {
        let (start, end) = sheet.sentence_of(draft.from);
        let apart = |at: usize| (draft.to..at).any(|i| sheet.mark(i) == ';');
        let row = behind.take().filter(|(at, _)| *at > draft.to && *at <= end && !apart(*at));
        let got = sheet.is(draft.to, "được") && sheet.any(next(draft.to), &["nhận", "cấp"]);
        let led = (start..draft.from).any(|i| sheet.any(i, &["tặng", "trao"]));
        match (&draft.award.by, row) {
            // A letter of praise is given further down than what follows it.
            (None, Some((_, by))) if got && !led && draft.award.form != "Giấy khen" => {
                behind = Some((draft.from, by.clone()));
                gave(draft, by);
            }
            (Some(by), _) if got => behind = Some((draft.from, by.clone())),
            _ => {}
        }
    }
}

/// Somebody gives the award as far as one can tell, and the doubt stays.
fn gave(draft: &mut Draft, by: String) {
    draft.award.mention.reasons.retain(|r| *r != Reason::GiverMissing);
    draft.award.mention.reasons.push(Reason::GiverHost);
    draft.award.by = Some(by);
}

/// "3 tập thể và 7 cá nhân được giới thiệu dự Đại hội": chosen to go somewhere, and nothing given to them.
fn sent_on(sheet: &Sheet<'_>, group: &Group, near: &[Trigger]) -> bool {
    let verb = next(group.to);
    let chosen = sheet.is(group.to, "được")
        && (sheet.two(verb, "giới", "thiệu")
            || sheet.two(verb, "triệu", "tập")
            || sheet.any(verb, &["cử", "mời", "bầu"]));
    // "tuyên dương 25 cá nhân được bầu chọn": the form right before them is theirs.
    let own = sheet.mark(prev(group.from, 1)) == ';';
    chosen && own && !near.iter().any(|t| t.from > group.to)
}

/// Most tokens with which those counted are named before a row goes on.
const MOST_NAMED: usize = 14;

/// "đề nghị Tổng Liên đoàn tặng Cờ cho 2 đơn vị, Bằng khen cho 8 tập thể": what goes on the row behind something asked for is asked for,
/// too.
fn asked_on(sheet: &Sheet<'_>, before: &Draft, t: &Trigger) -> bool {
    // "… cho 01 đơn vị dẫn đầu là Hội Nông dân tỉnh, Bằng khen cho 2 đơn vị": those counted before are named between.
    // "…, tặng Bằng khen cho 6 hợp tác xã", "…, công nhận danh hiệu cho 92 tập thể": the verb is told once more.
    let verb = prev(t.from, 1);
    let again = match () {
        () if sheet.any(verb, &["tặng", "trao"]) => verb,
        () if sheet.two(prev(verb, 1), "công", "nhận") => prev(verb, 1),
        () => t.from,
    };
    let link = prev(again, 1);
    let link = if again == t.from || sheet.mark(link) == ',' { link } else { verb };
    let plain = |i: usize| {
        sheet.is_word(i) && !sheet.any(i, &["trao", "tặng", "khen", "thưởng", "được", "đã", "cho", "quyết"])
    };
    // "Cờ thi đua của tỉnh cho 02 tập thể", "Bằng khen toàn diện: 187 tập thể": who gives or what kind it is may stand between.
    let leads = |to: usize| {
        let words = to.saturating_add(MOST_NAMED);
        let at = (to..words).find(|&i| !sheet.is_word(i) || sheet.is(i, "cho")).unwrap_or(to);
        sheet.is(at, "cho") || sheet.mark(at) == ':'
    };
    let row = t.thing
        && (before.to..=before.to.saturating_add(MOST_NAMED)).contains(&link)
        && (before.to..link).all(plain)
        && sheet.any(link, &[",", "và", ";"])
        && leads(t.to);
    row && before.award.status == AwardStatus::Proposed
}

/// Who is said to give what the group got, in whatever way but as the subject of the sentence, which begins at token `low`.
fn giver_told(sheet: &Sheet<'_>, group: &Group, tie: &Tie<'_>, low: usize) -> Option<String> {
    let t = tie.trigger;
    let passive = tie.passive.filter(|&p| sheet.is(p, "được"));
    // "1 cá nhân Công đoàn ngành tặng giấy khen": who gives stands right behind those counted.
    let clause = given_by(sheet, group, t).or_else(|| giver_in_row(sheet, group));
    let clause = clause.map(|(from, to)| sheet.words(from, to));
    // "được Bộ Giáo dục chọn là 1 trong 19 trường được nhận Cờ"
    let chosen = || {
        let chooses = |to: usize| sheet.any(to, &["chọn", "xét"]) || sheet.two(to, "bình", "chọn");
        (low..group.from).filter(|&i| sheet.is(i, "được")).find_map(|i| {
            let to =
                authority(sheet, next(i)).filter(|&to| chooses(to) && group.from <= to.saturating_add(4))?;
            Some(sheet.words(next(i), to))
        })
    };
    clause
        .or_else(|| passive_giver(sheet, next(passive?), t.from))
        .or_else(|| listed_giver(sheet, group.from))
        .or_else(|| level_before(sheet, group.from, t))
        .or_else(|| level_commends(sheet, t))
        .or_else(|| giver_after(sheet, t.to))
        .or_else(chosen)
}

fn draft(
    sheet: &Sheet<'_>,
    group: &Group,
    tie: &Tie<'_>,
    lows: (usize, usize),
    around: &Around<'_>,
) -> Draft {
    let (start, low) = lows;
    let t = tie.trigger;
    let told = giver_told(sheet, group, tie, low);
    let edge = t.from.min(group.from);
    // "03 tập thể được đề nghị UBND tỉnh tặng": behind those counted, too.
    let behind = || {
        let told =
            tie.passive.filter(|&p| sheet.is(p, "được")).or(Some(group.to)).filter(|_| t.from > group.to)?;
        (told..t.from).find(|&i| asks_at(sheet, i)).filter(|&i| tie.passive.is_some() || i == group.to)
    };
    let proposal = behind().or_else(|| (low.min(edge)..edge).rfind(|&i| asks_at(sheet, i)));
    let proposal = proposal.filter(|&i| !(i..t.from.max(i)).any(|k| sheet.is(k, "đã")));
    // "đề nghị cấp trên khen thưởng 2 đảng viên": whoever asks gives nothing.
    let told = told.or_else(|| passive_giver(sheet, next(proposal?), t.from));
    // "Sở B có 1 cá nhân là ông C": whose they are, not who gives.
    let acting = if tie.passive == Some(group.to) && !sheet.any(group.to, &["được", "đạt", "nhận"]) {
        None
    } else if t.to <= start {
        subject(sheet, start, prev(group.from, 1), around.bodies)
    } else if tie.passive.is_none() && (t.to <= group.from || t.from == group.to) {
        subject(sheet, start, t.from.min(group.from), around.bodies)
    } else {
        None
    };
    let acting = acting.or_else(|| if told.is_none() { decided(sheet, start, group.from) } else { None });
    let by = told.clone().or_else(|| acting.clone());
    let sum = |who: Recipient| {
        group.counts.iter().filter(|c| c.who == who).map(|c| c.value).reduce(i64::saturating_add)
    };
    let mut reasons = vec![if tie.close { Reason::FormNamed } else { Reason::FormDistant }];
    match (&told, &acting) {
        (Some(_), _) => {}
        (None, Some(_)) => reasons.push(Reason::GiverSubject),
        (None, None) => reasons.push(Reason::GiverMissing),
    }
    let people = named_behind(sheet, group, around);
    let combined = if people { None } else { sum(Recipient::Combined) };
    let individuals = if people { sum(Recipient::Combined) } else { sum(Recipient::Individual) };
    if combined.is_some() {
        reasons.push(Reason::Combined);
    }
    let proposed = proposal.is_some() || ahead(sheet, low, group, tie);
    if proposed {
        reasons.push(Reason::ProposedOnly);
    }
    let qualifier = group.counts.iter().map(|c| c.qualifier).find(|q| *q != Qualifier::Exact);
    if qualifier.is_some() {
        reasons.push(Reason::Approximate);
    }
    let close = t.to <= group.from && group.from.saturating_sub(t.to) <= 4;
    let from = if close { t.from } else { group.from };
    let certainty = if tie.close { Certainty::Certain } else { Certainty::Likely };
    // "Điện lực A và 3 tập thể khác": whoever is named before those counted is one more.
    let more = i64::from(
        sheet.is(group.to, "khác") && named_before(sheet, group, around)
            || one_beside(sheet, t, group, around),
    );
    let one_more = i64::from(person_before(sheet, group, tie, around));
    let award = Award {
        form: with_title(sheet, t, group),
        by,
        collectives: sum(Recipient::Collective).map(|n| n.saturating_add(more)),
        individuals: individuals.map(|n| n.saturating_add(one_more)),
        combined,
        households: sum(Recipient::Household),
        qualifier: qualifier.unwrap_or(Qualifier::Exact),
        status: if proposed { AwardStatus::Proposed } else { AwardStatus::Given },
        numbers: group.counts.iter().map(|c| sheet.span(c.number.0, c.number.1)).collect(),
        mention: mention(sheet, from, group.to, certainty, &reasons),
    };
    let heading = around.repeats.get(sheet.line_of(group.from)).copied().unwrap_or(false);
    Draft { award, from, to: group.to, heading }
}

/// "UBND xã sẽ tặng Giấy khen cho 5 hộ", "dự kiến trao Bằng khen cho 3 tập thể", "12 cá nhân sẽ được tặng": nobody has it yet.
fn ahead(sheet: &Sheet<'_>, low: usize, group: &Group, tie: &Tie<'_>) -> bool {
    let hands = |i: usize| sheet.any(i, &["trao", "tặng", "khen", "biểu", "tuyên", "vinh", "thưởng", "tôn"]);
    let (start, _) = sheet.sentence_of(tie.trigger.from);
    let near = || {
        let verb = (start..tie.trigger.from).rfind(|&i| hands(i));
        if tie.trigger.thing { verb } else { Some(tie.trigger.from) }
    };
    let from = tie.passive.unwrap_or(low.min(group.from));
    let verb = if tie.passive.is_some() { (from..tie.trigger.to).find(|&i| hands(i)) } else { near() };
    verb.is_some_and(|verb| {
        (verb.saturating_sub(4).max(start)..verb).any(|i| promised(sheet, i))
            && !sheet.is(prev(verb, 1), "đã")
    })
}

/// "tặng Cờ cho 02 trường và Phòng Giáo dục": a body named behind those counted gets it, too.
fn one_beside(sheet: &Sheet<'_>, t: &Trigger, group: &Group, around: &Around<'_>) -> bool {
    let handed = t.to <= group.from && sheet.is(prev(group.from, 1), "cho");
    let bodies =
        group.counts.last().is_some_and(|c| c.who == Recipient::Collective) && group.counts.len() == 1;
    let beside = around.bodies.iter().find(|b| b.from == next(group.to) && b.specific);
    // Behind a comma others follow, who may give the next award.
    let closes = beside.is_some_and(|b| matches!(sheet.mark(b.to), ';' | '.') || sheet.is(b.to, "vì"));
    handed && bodies && sheet.is(group.to, "và") && closes
}

/// "ông A và 7 cán bộ nhận Kỷ niệm chương": whoever is named before those counted gets it, too.
fn person_before(sheet: &Sheet<'_>, group: &Group, tie: &Tie<'_>, around: &Around<'_>) -> bool {
    let link = prev(group.from, 1);
    let alone = group.counts.len() == 1 && group.counts.iter().all(|c| c.who == Recipient::Individual);
    let takes = tie.passive.is_some_and(|p| p == group.to || sheet.is(p, "nhận"));
    // "Dự lễ có đồng chí A và 45 đảng viên được trao Huy hiệu": guests, whoever hands it over, the dead.
    let (start, _) = sheet.sentence_of(group.from);
    let start = (start..group.from).rfind(|&i| sheet.mark(i) == ';').map_or(start, next);
    let others = ["dự", "cho", "bởi", "thân", "liệt", "mặt", "gồm"];
    let there = |i: usize| {
        sheet.any(i, &others)
            || sheet.is(i, "có") && sheet.any(prev(i, 1), &["dự", "lễ", "mặt", "gia", "đến"])
    };
    let opens = |p: &person::Found| !(start..p.from).any(there);
    alone && takes && sheet.is(link, "và") && around.people.iter().any(|p| p.to == link && opens(p))
}

/// A name ends right before the "và" in front of those counted.
fn named_before(sheet: &Sheet<'_>, group: &Group, around: &Around<'_>) -> bool {
    let link = prev(group.from, 1);
    let one = group.counts.iter().all(|c| c.who == Recipient::Collective);
    let body = around.bodies.iter().any(|b| b.to == link) || sheet.caps(prev(link, 1)) == Caps::Title;
    one && sheet.is(link, "và") && body
}

/// "tuyên dương 45 thanh niên tiên tiến": those praised bear the title for which they are praised.
fn with_title(sheet: &Sheet<'_>, t: &Trigger, group: &Group) -> String {
    // "Tuyên dương 291 “Sinh viên 5 tốt”"
    let quoted = group
        .counts
        .iter()
        .find(|c| matches!(sheet.mark(c.number.1), '“' | '"') && c.to > c.number.1.saturating_add(2));
    let title = quoted.filter(|c| !t.thing && matches!(sheet.mark(prev(c.to, 1)), '”' | '"'));
    if let Some(count) = title {
        return format!("Danh hiệu {}", sheet.words(count.number.1, count.to));
    }
    let bear = |i: usize| {
        let advanced = sheet.two(i, "thanh", "niên") && sheet.is(i.saturating_add(2), "tiên");
        advanced && sheet.is(i.saturating_add(3), "tiến")
    };
    let borne = group.counts.iter().map(|c| c.number.1).find(|&i| bear(i));
    borne.filter(|_| t.form == "Tuyên dương").map_or_else(
        || t.form.clone(),
        |i| format!("{} {}", t.form, sheet.words(i, i.saturating_add(4)).to_lowercase()),
    )
}

/// "3 điển hình được nhận Bằng khen gồm: anh A, chị B và ông C": as many people as were counted are named.
fn named_behind(sheet: &Sheet<'_>, group: &Group, around: &Around<'_>) -> bool {
    let [count] = group.counts.as_slice() else { return false };
    let (_, end) = sheet.sentence_of(group.from);
    let Some(lists) = (group.to..end).find(|&i| sheet.is(i, "gồm") || sheet.mark(i) == ':') else {
        return false;
    };
    let named = around.people.iter().filter(|p| p.from > lists && p.to <= end).count();
    count.who == Recipient::Combined && i64::try_from(named).is_ok_and(|n| n == count.value)
}

/// "Trung ương khen 2 tập thể; tỉnh khen 15 tập thể": the level right before the verb.
fn level_commends(sheet: &Sheet<'_>, t: &Trigger) -> Option<String> {
    let last = prev(t.from, 1);
    let from = if sheet.two(prev(t.from, 2), "trung", "ương") { prev(t.from, 2) } else { last };
    let level =
        from < last || sheet.any(last, &["tỉnh", "huyện", "xã", "ngành"]) && !sheet.is_word(prev(last, 1));
    // "Trung ương khen thưởng 1 tập thể"
    let verb = t.to == next(t.from) || sheet.is(next(t.from), "thưởng");
    (sheet.is(t.from, "khen") && level && verb).then(|| sheet.words(from, t.from))
}

/// "cấp tỉnh 14 tập thể": the level right before the counts.
fn level_before(sheet: &Sheet<'_>, from: usize, t: &Trigger) -> Option<String> {
    let at = if matches!(sheet.mark(prev(from, 1)), ':') || sheet.is(prev(from, 1), "có") {
        prev(from, 1)
    } else {
        from
    };
    // "khen thưởng (tỉnh 1 tập thể; huyện 3 tập thể)"
    let bare = prev(at, 1);
    let opens = matches!(sheet.mark(prev(bare, 1)), '(' | ';' | ':' | ',');
    if opens && sheet.any(bare, &["tỉnh", "huyện", "xã", "ngành"]) {
        return Some(sheet.words(bare, at));
    }
    let level = (1..=3).map(|n| prev(at, n)).find(|&k| sheet.is(k, "cấp"))?;
    // "Chiến sĩ thi đua cấp tỉnh cho 436 cá nhân", "Chiến sĩ thi đua cấp tỉnh: 52 cá nhân": part of the title.
    // "giỏi cấp tỉnh và 5 cô giáo": of those before.
    if (level..at).any(|k| sheet.any(k, &["cho", "và"])) || (t.from..t.to).contains(&level) {
        return None;
    }
    sheet.is_word(prev(at, 1)).then(|| sheet.words(level, at)).filter(|w| w.contains(' '))
}

/// "9 “Công dân ưu tú”": those who bear a title that was told with the same count.
fn bearers(claims: &mut Claims<'_, '_>, awards: &mut [Award]) {
    let sheet = claims.sheet;
    for i in (0..sheet.len()).filter(|&i| sheet.is_digits(i)) {
        let open = next(i);
        if !matches!(sheet.mark(open), '“' | '"') || !claims.free(i) {
            continue;
        }
        let close = (next(open)..open.saturating_add(12)).find(|&k| matches!(sheet.mark(k), '”' | '"'));
        let Some(close) = close.filter(|&k| k > open.saturating_add(2)) else { continue };
        let title = sheet.words(next(open), close).to_lowercase();
        let count = sheet.int(i);
        let told = |a: &&mut Award| {
            count.is_some()
                && a.individuals.or(a.combined).or(a.collectives) == count
                && a.form.to_lowercase().contains(&title)
        };
        if let Some(award) = awards.iter_mut().find(told) {
            award.mention.again(sheet.span(i, next(close)));
            claims.take(i, next(close));
        }
    }
}

/// A badge named again without a count is another place of the award already told.
fn badges(claims: &mut Claims<'_, '_>, triggers: &[Trigger], awards: &mut [Award]) {
    let sheet = claims.sheet;
    for t in triggers.iter().filter(|t| t.form.starts_with("Huy hiệu")) {
        let span = sheet.span(t.from, t.to);
        let meets = |a: &&mut Award| a.mention.spans.iter().any(|s| s.meets(span));
        if let Some(award) = awards.iter_mut().find(meets) {
            // No digit of the badge may be taken without a place in the award.
            if !award.mention.spans.iter().any(|s| s.start <= span.start && span.end <= s.end) {
                award.mention.again(span);
            }
            claims.take(t.from, t.to);
        } else if let Some(award) = awards.iter_mut().find(|a| a.form == t.form) {
            award.mention.again(span);
            claims.take(t.from, t.to);
        }
    }
}
