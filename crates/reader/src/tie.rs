//! Which form belongs to which counted recipients: what stands directly before or behind them, behind "được", or is
//! told once for a list.
//!
//! Not here: who gives (`giver`) and awards to those named (`award`).

use crate::giver::authority;
use crate::lexicon::awards::{BODY_NOUN, RECIPIENT, Recipient};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::HEAD;
use crate::person;
use crate::praise::{Trigger, lists_things, noted};
use crate::recipient::{Count, Group, kind_at, linked_before};
use crate::token::{Sheet, next, prev};

/// How a form is tied to a group.
pub(crate) struct Tie<'a> {
    pub(crate) trigger: &'a Trigger,
    /// Directly before the group, or behind "được".
    pub(crate) close: bool,
    /// "được" stands between the group and the form.
    pub(crate) passive: Option<usize>,
}

pub(crate) fn tie<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    triggers: &'a [Trigger],
    bounds: (usize, usize),
) -> Option<Tie<'a>> {
    let (low, high) = bounds;
    if only_told(sheet, group) {
        return None;
    }
    // "trao tặng Huân chương hạng Ba và 75 gương điển hình": what follows "và" is another matter.
    let apart = |t: &Trigger| t.thing && sheet.is(t.to, "và") && next(t.to) == group.from;
    // "…; 142 cá nhân Lao động tiên tiến; 141 cá nhân có sáng kiến": the title was that of those before it.
    // "…; 4 tập thể …": neither does a title of those before a semicolon.
    let title = |t: &Trigger| t.form.starts_with("Tập thể") || t.form.starts_with("Lao động");
    let past = |t: &Trigger| {
        t.thing && (t.from == low || title(t)) && (t.to..group.from).any(|i| sheet.mark(i) == ';')
    };
    let before = triggers.iter().rfind(|t| t.to <= group.from && t.from >= low && !apart(t) && !past(t));
    // "được tuyên dương có 45 gương nhận bằng khen": what they take is told right behind them.
    let taken = triggers.iter().find(|t| t.thing && t.from == next(group.to) && sheet.is(group.to, "nhận"));
    if let Some(trigger) = taken {
        return Some(Tie { trigger, close: true, passive: Some(group.to) });
    }
    if let Some(tie) = beside(sheet, group, triggers, before) {
        return Some(tie);
    }
    // "11 mô hình" are awarded only when the form leads straight to them.
    let works = ["mô", "công", "phần", "sáng", "giải", "đề", "tác", "sản", "bài", "cách", "dự", "ý"];
    let work = |c: &Count| c.who != Recipient::Individual && sheet.any(c.number.1, &works);
    // "2 dự án của học sinh đạt giải Tư"
    let won = || {
        let won = (group.to..group.to.saturating_add(8)).take_while(|&i| sheet.is_word(i));
        won.into_iter().any(|i| sheet.any(i, &["đạt", "đoạt"]) && sheet.is(next(i), "giải"))
    };
    let bodies = group.counts.iter().all(|c| c.who == Recipient::Collective);
    let honoured = bodies && (sheet.is(group.to, "được") || won());
    if group.counts.iter().all(work) && !honoured {
        return None;
    }
    let after: Vec<&Trigger> = triggers.iter().filter(|t| t.from >= group.to && t.to <= high).collect();
    let clause = (group.to..high).find(|&i| sheet.mark(i) == ';').unwrap_or(high);
    let has = |who: Recipient| group.counts.iter().any(|c| c.who == who);
    let both = has(Recipient::Collective) && has(Recipient::Individual);
    // "Có 11 tập thể và 30 cá nhân … đã được tuyên dương": much may stand between when both are told.
    let far = || {
        let (_, end) = sheet.sentence_of(group.from);
        let at = (group.to..end).find(|&i| sheet.is(i, "được"))?;
        let trigger = triggers.iter().find(|t| t.from == next(at))?;
        (both && group.counts.iter().any(|c| c.strict)).then_some(Tie {
            trigger,
            close: true,
            passive: Some(at),
        })
    };
    let window = group.to..clause.min(group.to.saturating_add(28));
    let verb = window.clone().find(|&i| sheet.any(i, &["được", "đạt", "nhận"]) && !noted(sheet, i));
    // "cứu 12 công nhân, Lữ đoàn được tặng …": another body opens the clause of the verb.
    let other_clause = |at: usize| {
        let comma = (group.to..at).rfind(|&i| sheet.mark(i) == ',').map(next);
        // "ba tập thể gồm Đảng bộ A, Chi bộ B và Chi bộ C được tặng": those counted are named.
        let named = sheet.any(group.to, &["gồm", "là", ":", "("]);
        let plain = |k: usize| sheet.is_word(k) || matches!(sheet.mark(k), '(' | ')');
        // "5 bí thư chi bộ, tổ trưởng dân phố được tặng": people of another kind.
        let people = |i: usize| kind_at(sheet, i).is_some_and(|(_, who)| who == Recipient::Individual);
        let opens = |i: usize| (BODY_NOUN.has(sheet, i) || HEAD.has(sheet, i)) && !people(i);
        comma.is_some_and(|i| !named && opens(i) && (i..at).all(plain))
    };
    // "Giờ 4 người, 50 phút là xong, mỗi năm làm lợi 3 tỷ đồng, được tặng …": far behind those counted something else is told.
    let loose = |at: usize| {
        let commas = (group.to..at).filter(|&i| sheet.mark(i) == ',').count();
        let counts = (group.to..at).any(|i| sheet.any(i, &["tỷ", "tỉ", "triệu", "đồng"]));
        commas >= 2 && counts && group.counts.iter().all(|c| !c.strict)
    };
    if verb.is_some_and(|at| other_clause(at) || loose(at)) {
        return None;
    }
    // "… đạt giải Nhất được nhận bằng khen", "… đạt thành tích xuất sắc được tặng": what they reached says why.
    let reward = verb
        .filter(|&v| sheet.is(v, "đạt"))
        .and_then(|v| (v..clause).find(|&i| sheet.is(i, "được")))
        .and_then(|at| got(sheet, &after, (at, clause)));
    if let Some(tie) = reward.or_else(|| verb.and_then(|at| got(sheet, &after, (at, clause)))) {
        return Some(tie);
    }
    if let Some(tie) = far() {
        return Some(tie);
    }
    let strict = group.counts.iter().any(|c| c.strict);
    // "…; 141 cá nhân có sáng kiến": a part of a list that tells something else of them.
    let other = sheet.mark(prev(group.from, 1)) == ';' && sheet.is(group.to, "có");
    if !strict || other {
        return None;
    }
    // "41 mô hình (23 tập thể, 18 cá nhân) …, đề nghị huyện khen thưởng": how those before are made up.
    let bracket = sheet.mark(prev(group.from, 1)) == '(' && sheet.mark(group.to) == ')';
    let ahead = after.first().copied().filter(|t| t.from <= clause && !bracket);
    let (start, _) = sheet.sentence_of(group.from);
    let whole = triggers.iter().rfind(|t| t.from >= start && t.to <= group.from && !apart(t) && !past(t));
    loosely(sheet, group, before, ahead.or(whole))
}

/// The form is told some way before those counted, or else behind them, or once for all parts: "56 tập thể … được khen thưởng, trong đó:
/// cấp tỉnh 14 tập thể".
fn loosely<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    before: Option<&'a Trigger>,
    other: Option<&'a Trigger>,
) -> Option<Tie<'a>> {
    // "2 Anh hùng Lao động và 176 điển hình": a title that is counted itself is its bearers'.
    let borne = |t: &Trigger| {
        let counted = t.thing && sheet.is_digits(prev(t.from, 1));
        counted && sheet.is(prev(group.from, 1), "và") && !(t.to..group.from).any(|i| sheet.is(i, "cho"))
    };
    let near = before.filter(|t| group.from.saturating_sub(t.to) <= 25);
    if near.is_some_and(borne) {
        return None;
    }
    near.or(other).map(|trigger| Tie { trigger, close: false, passive: None })
}

/// Those counted got nothing: they only say whose heads were there or who a body is made up of.
pub(crate) fn only_told(sheet: &Sheet<'_>, group: &Group) -> bool {
    // "bí thư 26 chi bộ và gia đình các đảng viên được tặng Huy hiệu": whose heads were there beside those who got it.
    let others =
        |i: usize| sheet.is(i, "và") && (i..i.saturating_add(5)).any(|k| sheet.any(k, &["các", "những"]));
    let heads = group.counts.iter().all(|c| c.who == Recipient::Collective)
        && sheet.any(prev(group.from, 1), &["thư", "tịch", "trưởng"])
        && (group.to..group.to.saturating_add(5)).any(others);
    // "Chi bộ (gồm 42 đảng viên) được Huyện ủy khen": who it is made up of.
    let open = prev(group.from, 1);
    let made_up = sheet.is(open, "gồm") && sheet.mark(prev(open, 1)) == '(' && sheet.mark(group.to) == ')';
    let made_up = made_up && group.counts.iter().all(|c| !c.strict && c.who == Recipient::Individual);
    // "cứu 7 ngư dân", "vượt qua 37 đội", "tăng 6 cá nhân", "không quá 2 tập thể": saved, outdone, more than before, or a rule.
    let lead = prev(group.counts.first().map_or(group.from, |c| c.from), 1);
    let low = sheet.any(lead, &["cứu", "giúp", "tăng", "giảm", "thoát", "thắng"])
        || sheet.any(lead, &["qua", "sống"]) && sheet.any(prev(lead, 1), &["vượt", "cứu"])
        || [("tối", "đa"), ("tối", "thiểu"), ("ít", "nhất"), ("không", "quá")]
            .iter()
            .any(|(a, b)| sheet.two(group.from, a, b));
    let low = low && !(sheet.is(lead, "thắng") && sheet.is(prev(lead, 1), "quyết"));
    // "tạo việc làm cho 350 lao động được tặng", "phụng dưỡng 3 mẹ, được tặng", "có 85 quân nhân, được tặng": whom a body cares for or
    // is made up of.
    let loose = group.counts.iter().all(|c| !c.strict && c.who == Recipient::Individual);
    let work = sheet.is(lead, "cho")
        && (1..=4).any(|n| sheet.two(prev(lead, n), "việc", "làm") || sheet.is(prev(lead, n), "nghề"));
    let cared = (sheet.any(lead, &["nuôi", "vớt", "dạy", "đỡ"])
        || sheet.is(lead, "dưỡng") && sheet.is(prev(lead, 1), "phụng"))
        || work;
    let apart =
        sheet.mark(group.to) == ',' && (group.to..group.to.saturating_add(6)).any(|i| sheet.is(i, "được"));
    let row = RECIPIENT.has(sheet, next(group.to));
    let owned = sheet.any(lead, &["có", "gồm", "với"]) && apart && !row && !sheet.is(prev(lead, 1), "đã");
    // "biểu diễn ở 3 tỉnh, được tặng", "thu hút 15 dự án, được tặng": where it was and what was done; another got it.
    let outside = ["dự", "ý", "tỉnh", "quận", "thị", "huyện", "xã", "phường", "thành"];
    let places = group.counts.iter().all(|c| !c.strict && sheet.any(c.number.1, &outside));
    let went = sheet.any(lead, &["ở", "tại", "qua", "khắp", "diễn"]);
    let stop = (group.to..group.to.saturating_add(6)).find(|&i| !sheet.is_word(i) || sheet.is(i, "và"));
    // "là 1 trong 3 cá nhân xuất sắc của huyện, được tặng": the one got it.
    let one_of = sheet.is(lead, "trong")
        && (sheet.is(prev(lead, 1), "một") || sheet.int(prev(lead, 1)) == Some(1))
        && stop.is_some_and(|i| sheet.mark(i) == ',');
    let another = stop.is_some_and(|i| {
        (sheet.mark(i) == ',' || sheet.is(i, "và")) && sheet.any(next(i), &["được", "đạt", "nhận"])
    });
    heads || made_up || low || loose && (cared || owned) || places && (went || another) || one_of
}

/// What stands directly before those counted, or directly behind them as the title they bear.
fn beside<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    triggers: &'a [Trigger],
    before: Option<&'a Trigger>,
) -> Option<Tie<'a>> {
    // "trao 68 Huân chương …, 23 Huy chương … cho 200 gia đình": the things themselves are counted.
    let things = |t: &Trigger| {
        let number = prev(t.from, 1);
        let listed = sheet.is_digits(number)
            && sheet.any(prev(number, 1), &[",", "và"])
            && lists_things(sheet, number);
        listed && sheet.int(number) != group.counts.first().map(|c| c.value)
    };
    // "lễ tôn vinh có 600 đại biểu": how many were there.
    let event = |t: &Trigger| {
        let held = sheet.any(prev(t.from, 1), &["lễ", "buổi", "nghị", "trình", "đêm", "ngày"]);
        let guests = group.counts.iter().any(|c| sheet.any(c.number.1, &["đại", "khách"]))
            || (group.to..group.to.saturating_add(4)).any(|i| sheet.is(i, "dự"));
        !t.thing && held && sheet.is(t.to, "có") && guests
    };
    if let Some(t) = before.filter(|t| linked_before(sheet, t.to, group.from) && !things(t) && !event(t)) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "truy tặng 01 đồng chí Huân chương Dũng cảm"
    let handed = sheet.any(prev(group.from, 1), &["tặng", "trao"]);
    if let Some(t) = triggers.iter().find(|t| handed && t.thing && t.from == group.to) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    if let Some(t) = triggers.iter().find(|t| t.from > group.to && given_by(sheet, group, t).is_some()) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "30 năm tuổi Đảng (13 đồng chí)": those counted in brackets right behind the badge.
    if let Some(t) =
        before.filter(|t| sheet.mark(t.to) == '(' && next(t.to) == group.from && sheet.mark(group.to) == ')')
    {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "… được tặng Huy hiệu Đảng là: Đảng bộ A (171 đảng viên), Đảng bộ B (113 đảng viên)": those of each body in brackets.
    let bracketed = sheet.mark(prev(group.from, 1)) == '(' && sheet.mark(group.to) == ')';
    let listed = |t: &&Trigger| {
        let got = (1..=3).any(|n| sheet.any(prev(t.from, n), &["tặng", "trao", "nhận"]));
        let colon = (t.to..t.to.saturating_add(4)).any(|i| sheet.mark(i) == ':');
        t.to <= group.from && t.thing && got && colon
    };
    if let Some(t) = triggers.iter().rfind(listed).filter(|_| bracketed) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "105 tập thể và 142 cá nhân Lao động tiên tiến": the title stands right behind those who bear it.
    // "14 đồng chí là “Chiến sĩ thi đua cơ sở”", "96 đồng chí “Chiến sĩ tiên tiến”"
    let is = if sheet.is(group.to, "là") { next(group.to) } else { group.to };
    let at = if matches!(sheet.mark(is), '“' | '"') { next(is) } else { is };
    let borne = |t: &&Trigger| {
        (t.from == group.to || t.from == at)
            && (t.form.starts_with("Lao động") || t.form.starts_with("Chiến sĩ"))
    };
    if let Some(t) = triggers.iter().find(borne) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "3 đơn vị đề nghị tặng Bằng khen", "2 cá nhân đề nghị Thủ tướng khen": what is asked for those counted.
    let asked = |t: &&Trigger| {
        let whom = group.to.saturating_add(2);
        let giver = if whom < t.from { authority(sheet, whom) } else { None };
        let verb = giver.unwrap_or(whom);
        let close = t.from == verb || sheet.any(verb, &["tặng", "xét"]) && t.from.saturating_sub(verb) <= 3;
        // "12 đơn vị đề nghị tỉnh tặng Bằng khen cho 35 cá nhân": those before only ask.
        let whose = (t.to..t.to.saturating_add(8)).any(|i| sheet.is(i, "cho") || sheet.is_digits(i));
        t.from >= whom && close && !whose
    };
    if sheet.two(group.to, "đề", "nghị")
        && let Some(t) = triggers.iter().find(asked)
    {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    // "2 đảng viên 55 năm tuổi Đảng": the badge stands right behind those who get it.
    if let Some(t) = triggers.iter().find(|t| t.from == group.to && t.form.starts_with("Huy hiệu")) {
        return Some(Tie { trigger: t, close: true, passive: None });
    }
    None
}

/// "1 cá nhân Công đoàn ngành tặng giấy khen": the tokens of whoever gives, between those counted and the verb before the thing.
pub(crate) fn given_by(sheet: &Sheet<'_>, group: &Group, t: &Trigger) -> Option<(usize, usize)> {
    let verb = prev(t.from, 1);
    let given = t.thing
        && sheet.any(verb, &["tặng", "trao"])
        && verb > group.to
        && verb <= group.to.saturating_add(14);
    if !given {
        return None;
    }
    authority(sheet, group.to).filter(|&to| to == verb).map(|to| (group.to, to))
}

/// What those counted got, by the verb at the first token, before the clause ends at the second.
fn got<'a>(sheet: &Sheet<'_>, after: &[&'a Trigger], place: (usize, usize)) -> Option<Tie<'a>> {
    let (passive, clause) = place;
    // "… được bình chọn ở cơ sở, nhằm tôn vinh": what it is for is no form.
    let aim = |t: &Trigger| (passive..t.from).any(|i| sheet.any(i, &["nhằm", "để"]));
    // "04 đồng chí được kết nạp Đảng và nhiều đồng chí nhận danh hiệu": others got it.
    let others = |t: &Trigger| {
        let begin = (passive..t.from)
            .find(|&i| sheet.is(i, "và") && sheet.any(next(i), &["nhiều", "các", "những", "một"]));
        begin.is_some_and(|at| (at..t.from).any(|i| sheet.any(i, &["được", "nhận", "đạt"])))
    };
    let near = passive.saturating_add(16).min(clause);
    let first = after.iter().find(|t| t.from > passive && t.from <= near && !aim(t) && !others(t))?;
    // "được các cấp khen thưởng, trong đó: Bằng khen của Bộ A cho 9 tập thể": what the parts got is told with them.
    let parts = |i: usize| sheet.mark(i) == ':' || sheet.two(i, "trong", "đó");
    let thing = after.iter().find(|t| {
        let near = t.from >= first.from && t.from <= first.to.saturating_add(6).min(clause);
        t.thing && near && !(first.to..t.from).any(parts)
    });
    Some(Tie { trigger: thing.unwrap_or(first), close: true, passive: Some(passive) })
}

/// "khen thưởng 4 trường có thành tích …; 14 giáo viên bồi dưỡng học sinh đạt giải Nhất; 35 em đạt giải Ba": the next part of a
/// list of those praised; what they reached says why.
pub(crate) fn listed_part<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    last: Option<(usize, &'a Trigger)>,
) -> Option<Tie<'a>> {
    // "229 em được khen thưởng; 7 em đạt giải": the verb behind those before leads to nobody else.
    let (to, trigger) = last.filter(|(to, t)| !t.thing && t.from < *to)?;
    let (_, end) = sheet.sentence_of(to);
    let part = sheet.mark(prev(group.from, 1)) == ';' && group.from > to && group.to <= end;
    let clause = (group.to..end).find(|&i| sheet.mark(i) == ';').unwrap_or(end);
    let told = (group.to..clause)
        .any(|i| sheet.any(i, &["được", "đã", "nhận", "tặng", "trao"]) || sheet.is(i, "danh"));
    let has = sheet.is(group.to, "có") && !sheet.is(next(group.to), "thành");
    let reason = (group.to..clause).any(|i| {
        sheet.is(i, "đạt") && sheet.any(next(i), &["giải", "thành", "kết"]) || sheet.two(i, "thành", "tích")
    });
    (part && reason && !told && !has).then_some(Tie { trigger, close: true, passive: None })
}

/// "trao giấy khen cho 9 tập thể đạt thành tích A, 16 tập thể đạt thành tích B": the letter that was told once is handed to
/// all of the row; what they reached says why.
pub(crate) fn letter_for<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    triggers: &'a [Trigger],
    start: usize,
) -> Option<Tie<'a>> {
    let reached = sheet.two(group.to, "đạt", "thành");
    if !reached {
        return None;
    }
    let letter = |t: &&Trigger| t.to <= group.from && sheet.is(t.to, "cho") && t.form.ends_with("khen");
    // Triggers stand in the order of the text: none before the sentence is looked at.
    let here = triggers.iter().rev().skip_while(|t| t.from >= group.to).take_while(|t| t.from >= start);
    let trigger = here.into_iter().find(letter)?;
    Some(Tie { trigger, close: true, passive: None })
}

/// "2 người được Thủ tướng, 9 người được Bộ A và 37 người được tỉnh tặng Bằng khen": whoever gives to the group, of which the verb is told
/// once behind the last of the row.
pub(crate) fn giver_in_row(sheet: &Sheet<'_>, group: &Group) -> Option<(usize, usize)> {
    if !sheet.is(group.to, "được") {
        return None;
    }
    let from = next(group.to);
    let to = authority(sheet, from)?;
    (sheet.any(to, &[",", "và"]) && sheet.is_digits(next(to))).then_some((from, to))
}

/// What the group got whose verb is told behind the last of such a row.
pub(crate) fn row_ahead<'a>(
    sheet: &Sheet<'_>,
    row: &[Group],
    triggers: &'a [Trigger],
    end: usize,
) -> Option<Tie<'a>> {
    let first = row.first()?;
    giver_in_row(sheet, first)?;
    let on = |pair: &&[Group]| matches!(pair, [a, b] if giver_in_row(sheet, a).is_some_and(|(_, to)| next(to) == b.from));
    let last = row.get(row.windows(2).take_while(on).count())?;
    let told = tie(sheet, last, triggers, (last.from, end)).filter(|t| t.passive == Some(last.to))?;
    (last.from > first.from).then_some(Tie { trigger: told.trigger, close: true, passive: Some(first.to) })
}

/// "87 gương “…”, 68 gương “…” cũng được vinh danh": the form is told behind the last of those listed.
pub(crate) fn listed_ahead<'a>(
    sheet: &Sheet<'_>,
    pair: (&Group, &Group),
    triggers: &'a [Trigger],
    end: usize,
) -> Option<Tie<'a>> {
    let (group, after) = pair;
    let link = prev(after.from, 1);
    let near = after.from > group.to && after.from.saturating_sub(group.to) <= 16 && after.to <= end;
    // "87 đảng viên được trao tặng và 3 đảng viên được truy tặng Huy hiệu"
    let handed = |i: usize| sheet.is(i, "được") && sheet.any(next(i), &["trao", "tặng", "truy"]);
    let plain = |i: usize| {
        handed(i)
            || (sheet.is_word(i) && !sheet.any(i, &["được", "đã", "có"]))
            || matches!(sheet.mark(i), '“' | '”' | '"' | ',' | '-')
    };
    let same = matches!((group.counts.as_slice(), after.counts.as_slice()), ([a], [b]) if a.who == b.who);
    let linked = sheet.any(link, &[",", "và"]) && (group.to..link).all(plain);
    if !near || !same || !linked || triggers.iter().any(|t| t.from >= group.to && t.to <= after.from) {
        return None;
    }
    tie(sheet, after, triggers, (after.from, end)).filter(|t| t.passive.is_some())
}

/// "… khen thưởng 120 tập thể. Các đơn vị tặng cho 249 tập thể, cá nhân": the form was told in the sentence before.
pub(crate) fn told_before<'a>(sheet: &Sheet<'_>, group: &Group, triggers: &'a [Trigger]) -> Option<Tie<'a>> {
    let to_whom = prev(group.from, 1);
    let given = sheet.is(to_whom, "cho") && sheet.any(prev(to_whom, 1), &["tặng", "trao", "thưởng"]);
    let strict = group.counts.iter().any(|c| c.strict);
    let line = sheet.line_of(group.from);
    let trigger = triggers.iter().rfind(|t| t.to <= group.from && sheet.line_of(t.from) == line)?;
    (given && strict).then_some(Tie { trigger, close: false, passive: None })
}

/// "… có 6 cá nhân được tặng danh hiệu X gồm …" and a paragraph on "Sở B có 1 cá nhân là ông C": the list goes on.
pub(crate) fn list_goes_on<'a>(
    sheet: &Sheet<'_>,
    group: &Group,
    last: Option<(usize, &'a Trigger)>,
) -> Option<Tie<'a>> {
    let (to, trigger) = last.filter(|(_, t)| t.thing)?;
    let lines = sheet.line_of(group.from).saturating_sub(sheet.line_of(to));
    let strict = group.counts.iter().all(|c| c.strict);
    let had = sheet.is(prev(group.from, 1), "có") && sheet.any(group.to, &["là", "gồm"]);
    // "… gồm bà A, ông B. Sở C có 1 cá nhân là ông D": in the sentence behind it, too.
    let named = sheet.is(group.to, "là") && ADDRESSES.has(sheet, next(group.to));
    let on = lines == 0 && to <= sheet.sentence_of(group.from).0 && named;
    (strict && had && (on || (1..=2).contains(&lines))).then_some(Tie {
        trigger,
        close: false,
        passive: Some(group.to),
    })
}

/// "A và B cùng nhận": as many as are named in a row before the last, and where the first stands.
pub(crate) fn together(sheet: &Sheet<'_>, all: &[person::Found], last: &[&person::Found]) -> (i64, usize) {
    let Some(mut from) = last.last().map(|p| p.from) else { return (1, 0) };
    let mut count = 1_i64;
    // "ông A (xã B) và ông C (xã D)": what a bracket adds stands between.
    let end = |p: &person::Found| {
        let close = (p.to..p.to.saturating_add(9)).find(|&i| sheet.mark(i) == ')');
        // "ông A, Giám đốc B và bà C": the post behind the name.
        let post = p.role.filter(|r| r.from > p.to && r.from <= p.to.saturating_add(2)).map(|r| r.to);
        close.filter(|_| sheet.mark(p.to) == '(').map(next).or(post).unwrap_or(p.to)
    };
    let starts = |p: &person::Found, from: usize| {
        let link = end(p);
        let address = ADDRESSES.at(sheet, next(link)).map_or(next(link), |(to, _)| to);
        sheet.any(link, &["và", ","]) && (next(link) == from || address == from)
    };
    while let Some(before) = all.iter().find(|p| starts(p, from)) {
        count = count.saturating_add(1);
        from = before.from;
    }
    (count, from)
}
