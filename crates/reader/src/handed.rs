//! Awards that no count of recipients tells: things handed to somebody by name, and praise that goes to a body by name.
//!
//! Not here: recipients before the verb (`named`), counted ones (`award`), things counted (`prize`), rows of honours (`honour`).

use crate::claim::Claims;
use crate::draft::{Around, Draft, Told, blank};
use crate::giver::{announced, giver_after, passive_giver, subject};
use crate::lexicon::awards::{BODY_NOUN, Recipient};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::organisation;
use crate::person;
use crate::praise::Trigger;
use crate::reading::{Award, Reason};
use crate::recipient::kind_at;
use crate::to_body::{bodies_in_row, handed_to_body};
use crate::token::{Caps, Sheet, next, prev};

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
        if let Some(draft) = in_bracket(claims, t, around) {
            drafts.push(draft);
            continue;
        }
        // "cho Nhà giáo Ưu tú Lê Thị Lan": a title borne before is a word of address.
        let borne =
            |o: &Trigger| sheet.is(prev(o.from, 1), "cho") && around.people.iter().any(|p| p.from == o.to);
        let further = told.triggers.iter().find(|o| o.from >= t.to && o.thing && !borne(o));
        let end = further.map_or(end, |o| o.from.min(end));
        let end = part_end(sheet, t, end, around);
        let Some(to_whom) = leads_to_whom(sheet, t, end) else {
            found_worthy(sheet, t, start, around, drafts);
            drafts.extend(given_the_body(sheet, t, start, around));
            drafts.extend(behind_names(sheet, t, start, around));
            continue;
        };
        if let Some(draft) = as_one(sheet, t, (start, to_whom)) {
            drafts.push(draft);
            continue;
        }
        // "cho Giám đốc Bệnh viện Đa khoa A Lê Văn B": a post before the name.
        let near = |p: &&person::Found| {
            let post = p.role.is_some_and(|r| r.from == next(to_whom) && r.to <= p.from);
            p.from > to_whom && (p.from <= to_whom.saturating_add(5) || post) && p.to <= end
        };
        let Some(first) = around.people.iter().find(near) else {
            if let Some(draft) = by_short_name(sheet, t, (start, to_whom), around) {
                drafts.push(draft);
                continue;
            }
            if sheet.any(to_whom, &["cho", "về", "tặng", ":", "là", "gửi", "thuộc"]) {
                let draft = handed_to_body(claims, t, (start, to_whom, end), (told, around), drafts);
                drafts.extend(draft);
            }
            continue;
        };
        let listed = around.people.iter().filter(|p| p.from >= first.from && p.to <= end);
        let count = listed.take_while(|p| p.from == first.from || !acts(sheet, p)).count();
        let by = hands_over(sheet, t, start, around);
        let mut award = blank(sheet, (t.from, first.to), t.form.clone(), by);
        award.individuals = i64::try_from(count).ok();
        // "cho hai anh A và B": counted before they were named.
        let counted = |d: &Draft| d.from == t.from && d.to > t.to && d.award.individuals == award.individuals;
        if drafts.iter().any(counted) {
            continue;
        }
        // "hạng Nhì, hạng Ba cho ông A và bà B": to each of the two a class.
        if let Some((higher, lower)) = two_classes(&award.form).filter(|_| count == 2) {
            for form in [higher, lower] {
                let award = Award { form, individuals: Some(1), ..award.clone() };
                drafts.push(Draft { award, from: t.from, to: first.to, heading: false });
            }
            continue;
        }
        // A caption shows again what the text tells.
        let shown = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        let prize = shown && award.form.starts_with("Giải ");
        if prize && drafts.iter().any(|d| d.award.form.to_lowercase() == award.form.to_lowercase()) {
            continue;
        }
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
        if let Some(title) = titled(sheet, t, &award, drafts) {
            title.award.mention.again(sheet.span(t.from, first.to));
            (title.award.form, title.award.by) = (award.form, award.by.or(title.award.by.take()));
            continue;
        }
        drafts.push(Draft { award, from: t.from, to: first.to, heading: false });
    }
}

/// Who gives what is handed to somebody by name: whoever is told behind the thing, decided on it, has a post and hands it over, or acts.
fn hands_over(sheet: &Sheet<'_>, t: &Trigger, start: usize, around: &Around<'_>) -> Option<String> {
    // "… trao cho đảng viên A; Huy hiệu B cho đảng viên C": who got the one before gives nothing.
    let got = |p: &person::Found| {
        (start.max(p.from.saturating_sub(14))..p.from).any(|i| sheet.any(i, &["cho", "về"]))
    };
    let giver = around.people.iter().rfind(|p| p.from >= start && p.to <= t.from);
    // "giải Nhất: ông A, thí sinh xã B; giải Nhì: …": nobody hands a prize that is only told.
    let hands = |p: &&person::Found| {
        !t.form.starts_with("Giải") || (p.to..t.from).any(|i| sheet.any(i, &["trao", "tặng", "khen"]))
    };
    let giver = giver.filter(|p| !got(p)).filter(hands).and_then(|p| p.role);
    giver_after(sheet, t.to)
        .or_else(|| announced(sheet, start, t.from))
        .or_else(|| giver.map(|r| sheet.words(r.from, r.to)))
        .or_else(|| subject(sheet, start, t.from, around.bodies))
}

/// "giải nhất thuộc về cặp thí sinh A – B": several as one.
fn as_one(sheet: &Sheet<'_>, t: &Trigger, place: (usize, usize)) -> Option<Draft> {
    let (start, to_whom) = place;
    let team = ["cặp", "đôi", "nhóm", "tốp", "liên"];
    if !sheet.is(to_whom, "về") || !sheet.any(next(to_whom), &team) {
        return None;
    }
    let by = giver_after(sheet, t.to).or_else(|| announced(sheet, start, t.from));
    let mut award = blank(sheet, (t.from, next(to_whom)), t.form.clone(), by);
    award.collectives = Some(1);
    Some(Draft { award, from: t.from, to: next(to_whom), heading: false })
}

/// Where the part of the sentence that the thing stands in ends: at a semicolon, unless names are listed behind a colon ("cho các đồng chí: A
/// - Giám đốc; B - Chánh Văn phòng; C").
fn part_end(sheet: &Sheet<'_>, t: &Trigger, end: usize, around: &Around<'_>) -> usize {
    let colon = (t.to..t.to.saturating_add(14).min(end)).find(|&i| sheet.mark(i) == ':');
    let names = colon.is_some_and(|i| {
        let called = (1..=3).any(|n| sheet.is(prev(i, n), "các")) && (t.to..i).any(|k| sheet.is(k, "cho"));
        called && around.people.iter().any(|p| p.from > i && p.from <= i.saturating_add(3))
    });
    (t.to..end).find(|&i| sheet.mark(i) == ';' && !names).unwrap_or(end)
}

/// "xét tặng Bằng khen đối với ông Vượng": somebody by a short name.
fn by_short_name(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize),
    around: &Around<'_>,
) -> Option<Draft> {
    let (start, to_whom) = place;
    let given = (1..=2).any(|n| sheet.any(prev(t.from, n), &["tặng", "trao", "gửi"]));
    let (at, _) = ADDRESSES.at(sheet, next(to_whom)).filter(|_| given)?;
    if sheet.caps(at) != Caps::Title || sheet.is_word(next(at)) {
        return None;
    }
    let by = giver_after(sheet, t.to).or_else(|| subject(sheet, start, t.from, around.bodies));
    let mut award = blank(sheet, (t.from, next(at)), t.form.clone(), by);
    award.individuals = Some(1);
    Some(Draft { award, from: t.from, to: next(at), heading: false })
}

/// "Giải Nhì (02 giải): bà A – Đảng bộ B; ông C – Chi bộ D": how many there are of the prize stands in a bracket, those who won it behind a
/// colon; takes the number.
fn in_bracket(claims: &mut Claims<'_, '_>, t: &Trigger, around: &Around<'_>) -> Option<Draft> {
    let sheet = claims.sheet;
    let number = next(t.to);
    let close = t.to.saturating_add(3);
    let count = sheet.int(number).filter(|&n| n > 0 && claims.free(number))?;
    let told = sheet.mark(t.to) == '(' && sheet.is(next(number), "giải") && sheet.mark(close) == ')';
    if !told || !t.form.starts_with("Giải") || sheet.mark(next(close)) != ':' {
        return None;
    }
    // "Giải Nhất (01 giải): 5.000.000 đồng": what a contest has to give.
    let worth = close.saturating_add(2);
    if sheet.is_digits(worth) || sheet.any(worth, &["mỗi", "trị"]) {
        return None;
    }
    let first = around.people.partition_point(|p| p.from <= close);
    let person = around.people.get(first).is_some_and(|p| p.from <= close.saturating_add(5));
    // "Giải Ba (3 giải): thí sinh các lớp 10A, 11B"
    let called = kind_at(sheet, close.saturating_add(2)).is_some_and(|(_, who)| who == Recipient::Individual);
    let person = person || called;
    let mut award = blank(sheet, (t.from, close), t.form.clone(), None);
    award.individuals = person.then_some(count);
    award.collectives = (!person).then_some(count);
    award.numbers.push(sheet.span(number, next(number)));
    claims.take(number, next(number));
    Some(Draft { award, from: t.from, to: close, heading: false })
}

/// "Huân chương Lao động hạng Nhì, hạng Ba": the two medals that the form names.
fn two_classes(form: &str) -> Option<(String, String)> {
    let (stem, classes) = form.split_once(" hạng ")?;
    let (higher, lower) = classes.split_once(", hạng ").or_else(|| classes.split_once(" và hạng "))?;
    Some((format!("{stem} hạng {higher}"), format!("{stem} hạng {lower}")))
}

/// "LỄ TRAO HUY HIỆU ĐẢNG CHO ĐỒNG CHÍ A", and below it which badge it is.
fn titled<'a>(
    sheet: &Sheet<'_>,
    t: &Trigger,
    award: &Award,
    drafts: &'a mut [Draft],
) -> Option<&'a mut Draft> {
    drafts.iter_mut().find(|d| {
        let badge = d.award.form == "Huy hiệu Đảng" && award.form.starts_with("Huy hiệu ");
        badge && sheet.line_of(d.from) < sheet.line_of(t.from) && d.award.individuals == award.individuals
    })
}

/// "Tư lệnh gửi Thư khen": whoever the text is of gets the letter.
fn sent(sheet: &Sheet<'_>, t: &Trigger, start: usize, around: &Around<'_>) -> Option<Draft> {
    let whom = (t.to..t.to.saturating_add(4)).any(|i| sheet.any(i, &["cho", "đến", "tới"]));
    // "gửi thư khen 02 chiến sĩ": whom it praises is counted.
    let whom = whom || sheet.is_digits(t.to);
    if t.form != "Thư khen" || !sheet.is(prev(t.from, 1), "gửi") || whom || sheet.is(t.to, "ngợi") {
        return None;
    }
    let by = subject(sheet, start, prev(t.from, 1), around.bodies)
        .or_else(|| passive_giver(sheet, start, prev(t.from, 1)));
    let mut award = blank(sheet, (prev(t.from, 1), t.to), t.form.clone(), by);
    award.collectives = Some(1);
    Some(Draft { award, from: prev(t.from, 1), to: t.to, heading: false })
}

/// "Trung ương Hội đã tặng Hội Bằng khen", "Tỉnh đoàn tặng anh Huy hiệu", "gắn Huân chương lên cờ truyền thống của Bệnh viện": a body
/// or somebody spoken of without a name stands between the verb and the thing, or behind the flag.
fn given_the_body(sheet: &Sheet<'_>, t: &Trigger, start: usize, around: &Around<'_>) -> Option<Draft> {
    let low = t.from.saturating_sub(3).max(start);
    let pinned = sheet.is(prev(t.from, 1), "gắn")
        && (t.to..t.to.saturating_add(8)).any(|i| sheet.two(i, "truyền", "thống"));
    let Some(verb) = (low..t.from).rfind(|&i| sheet.any(i, &["tặng", "trao", "gắn"])) else {
        return sent(sheet, t, start, around);
    };
    let body = BODY_NOUN.at(sheet, next(verb)).is_some_and(|(to, _)| to == t.from);
    let person =
        sheet.any(next(verb), &["anh", "chị", "ông", "bà", "em"]) && verb.saturating_add(2) == t.from;
    if !(body || person || pinned) || sheet.is(verb, "gắn") && !pinned {
        return sent(sheet, t, start, around);
    }
    let by = giver_after(sheet, t.to).or_else(|| subject(sheet, start, verb, around.bodies));
    let mut award = blank(sheet, (next(verb), t.to), t.form.clone(), by);
    award.collectives = (!person).then_some(1);
    award.individuals = person.then_some(1);
    Some(Draft { award, from: next(verb), to: t.to, heading: false })
}

/// "được ghi nhận: TS Lê Văn A và TS Trần Thị B – Giấy khen của Giám đốc": those who got the thing stand before a dash.
fn behind_names(sheet: &Sheet<'_>, t: &Trigger, start: usize, around: &Around<'_>) -> Option<Draft> {
    let dash = prev(t.from, 1);
    // "em Lê Bảo An (Huy chương Vàng Olympic Tin học)"
    let prize = t.form.starts_with("Giải ") || t.form.starts_with("Huy chương");
    let first = around.people.partition_point(|p| p.to < dash);
    let named = around.people.get(first).is_some_and(|p| p.to == dash && p.from >= start);
    // "(Huy chương Bạc năm 2019)": another year's.
    let year = (t.to..t.to.saturating_add(6)).any(|i| sheet.is(i, "năm"));
    if prize && named && !year && sheet.mark(dash) == '(' && dash > start {
        let mut award = blank(sheet, (t.from, t.to), t.form.clone(), giver_after(sheet, t.to));
        award.individuals = Some(1);
        return Some(Draft { award, from: t.from, to: t.to, heading: false });
    }
    if !matches!(sheet.mark(dash), '-' | '–') || !sheet.gap(dash) || dash <= start {
        return None;
    }
    let part = (start..dash).rfind(|&i| matches!(sheet.mark(i), ';' | ':'));
    let low = part.map_or(start, next);
    let mut at = dash;
    let mut count = 0_i64;
    let near = around.people.iter().rev().skip_while(|p| p.to > dash).take_while(|p| p.from >= low);
    for p in near {
        let close = at.saturating_sub(p.to) <= 5
            && (p.to..at).all(|i| sheet.is_word(i) || matches!(sheet.mark(i), ',' | '.' | '/'));
        if !close || count == 0 && p.to != dash {
            return None;
        }
        count = count.saturating_add(1);
        at = p.from;
    }
    // Another part tells of others, or the names open the list.
    let listed = part.is_some() || (t.to..t.to.saturating_add(16)).any(|i| sheet.mark(i) == ';');
    if count == 0 || !listed || at > low.saturating_add(5) {
        return None;
    }
    let mut award = blank(sheet, (at, t.to), t.form.clone(), giver_after(sheet, t.to));
    award.individuals = Some(count);
    Some(Draft { award, from: at, to: t.to, heading: false })
}

/// "trao Bằng công nhận xã Tân Lập đạt chuẩn nông thôn mới": the paper itself says which place or body gets it.
fn found_worthy(sheet: &Sheet<'_>, t: &Trigger, start: usize, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let whom = t.from.saturating_add(3);
    let place = LEVEL.at(sheet, whom).filter(|&(name, _)| organisation::proper(sheet, name));
    let body = around.bodies.iter().any(|b| b.from == whom && b.specific);
    let reached = (whom..t.to).find(|&i| sheet.is(i, "đạt"));
    let given = sheet.any(prev(t.from, 1), &["trao", "tặng", "nhận"]);
    let Some(reached) =
        reached.filter(|_| t.form.starts_with("Bằng công nhận ") && given && (place.is_some() || body))
    else {
        return;
    };
    let kind = place.map_or(reached, |(name, _)| name);
    let form =
        format!("Bằng công nhận {} {}", sheet.words(whom, kind).to_lowercase(), sheet.words(reached, t.to));
    let giver = around.people.iter().rfind(|p| p.from >= start && p.to <= t.from).and_then(|p| p.role);
    let by = giver
        .map(|r| sheet.words(r.from, r.to))
        .or_else(|| subject(sheet, start, t.from, around.bodies))
        .filter(|_| !sheet.is(prev(t.from, 1), "nhận"));
    let mut award = blank(sheet, (t.from, t.to), form, by);
    award.collectives = Some(1);
    // A caption shows again what the text tells.
    if let Some(told) = drafts.iter_mut().find(|d| d.award.form == award.form) {
        told.award.mention.again(sheet.span(t.from, t.to));
        return;
    }
    drafts.push(Draft { award, from: t.from, to: t.to, heading: false });
}

/// "khen thưởng đột xuất đối với Công an thành phố A", "trao thưởng Công an huyện B": praise that goes to a body by name.
pub(crate) fn praised(
    claims: &Claims<'_, '_>,
    told: &Told<'_>,
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let sheet = claims.sheet;
    for t in told.triggers.iter().filter(|t| !t.thing && t.form.to_lowercase().ends_with("thưởng")) {
        let (start, end) = sheet.sentence_of(t.from);
        let noun = sheet
            .any(prev(t.from, 1), &["đua", "tác", "quỹ", "việc", "và", ",", "độ", "kết", "hình", "được"]);
        let heading = around.repeats.get(sheet.line_of(t.from)).copied().unwrap_or(false);
        if noun
            || heading
            || sheet.caps(t.from) != Caps::Lower
            || drafts.iter().any(|d| d.from <= t.to && t.from <= d.to)
        {
            continue;
        }
        let toward = sheet.two(t.to, "đối", "với");
        let led = toward || sheet.is(t.to, "cho") || sheet.is(prev(t.to, 1), "cho");
        let at = match () {
            () if toward => t.to.saturating_add(2),
            () if sheet.is(t.to, "cho") => next(t.to),
            () => t.to,
        };
        let at = if led && sheet.any(at, &["đơn", "tập"]) { at.saturating_add(2) } else { at };
        let Some(body) = around.bodies.iter().find(|b| b.from == at && b.to <= end && b.specific) else {
            drafts.extend(praised_one(sheet, t, (start, at, end), around).filter(|_| toward));
            continue;
        };
        let (count, to) = bodies_in_row(sheet, body.to, end, around);
        // Whoever was praised before in the sentence praises nobody.
        let told =
            drafts.iter().rfind(|d| d.from >= start && d.to <= t.from).and_then(|d| d.award.by.clone());
        let by = told.or_else(|| subject(sheet, start, t.from, around.bodies));
        let mut award = blank(sheet, (t.from, to), t.form.clone(), by);
        award.collectives = Some(count);
        drafts.push(Draft { award, from: t.from, to, heading: false });
    }
}

/// "khen thưởng đột xuất đối với giao dịch viên Lê Thị A": praise that goes to people by name.
fn praised_one(
    sheet: &Sheet<'_>,
    t: &Trigger,
    place: (usize, usize, usize),
    around: &Around<'_>,
) -> Option<Draft> {
    let (start, at, end) = place;
    let near = |p: &&person::Found| p.from >= at && p.from <= at.saturating_add(5) && p.to <= end;
    let first = around.people.iter().find(near)?;
    // "không khen thưởng đối với bà A", "thu hồi quyết định khen thưởng", "sẽ khen thưởng": nobody was praised.
    let low = t.from.saturating_sub(4).max(start);
    let denied = (low..t.from).any(|i| sheet.any(i, &["không", "chưa", "chối", "hồi", "hủy", "sẽ", "chuẩn"]));
    let stops = ["của", "do", "và", "được", "theo", "chồng", "vợ", "con"];
    let leads = !denied && (at..first.from).all(|i| sheet.is_word(i) && !sheet.any(i, &stops));
    let row = around.people.iter().filter(|p| p.from >= first.from && p.to <= end);
    let mut last = first.to;
    let mut count = 0_i64;
    for p in row.take_while(|p| !acts(sheet, p)) {
        if p.from.saturating_sub(last) > 5 {
            break;
        }
        count = count.saturating_add(1);
        last = p.to;
    }
    let by = subject(sheet, start, t.from, around.bodies);
    let mut award = blank(sheet, (t.from, first.to), t.form.clone(), by);
    award.individuals = Some(count);
    (leads && count > 0).then_some(Draft { award, from: t.from, to: first.to, heading: false })
}

/// The word behind a thing that leads to whoever gets it: "Bằng khen của Bộ trưởng cho", "giải Nhất thuộc về".
fn leads_to_whom(sheet: &Sheet<'_>, t: &Trigger, end: usize) -> Option<usize> {
    // "Giải Nhất: Trường A; giải Nhì: Trường B", "chủ nhân của giải Nhất là thí sinh C"
    let prize = t.form.starts_with("Giải") && !t.form.starts_with("Giải thưởng");
    // "giải nhì thí sinh: Hồ Thị Lệ"
    if prize && (sheet.mark(t.to) == ':' || sheet.is(t.to, "là") || sheet.two(t.to, "thí", "sinh")) {
        return Some(t.to);
    }
    // "giải nhất thuộc Công đoàn cơ sở A"
    let reached = sheet.any(prev(t.from, 1), &["đạt", "đoạt", "giành"]);
    if prize
        && !reached
        && sheet.is(t.to, "thuộc")
        && HEAD.has(sheet, next(t.to))
        && sheet.caps(next(t.to)) != Caps::Lower
    {
        return Some(t.to);
    }
    // "giải Thí sinh kể chuyện hay nhất (Thượng úy Lê Văn A)"
    if prize && sheet.mark(t.to) == '(' && t.form.ends_with("nhất") {
        return Some(t.to);
    }
    // "có Thư khen gửi Công an tỉnh A"
    if t.form == "Thư khen" && sheet.is(t.to, "gửi") && !sheet.is(prev(t.from, 1), "gửi") {
        return Some(t.to);
    }
    // "Đề nghị UBND tỉnh tặng Bằng khen: đ/c Trần Văn A, Trưởng phòng; đ/c B": those it is for are listed.
    let listed = sheet.mark(t.to) == ':' && ADDRESSES.has(sheet, next(t.to));
    if listed && sheet.any(prev(t.from, 1), &["tặng", "trao", "nhận"]) {
        return Some(t.to);
    }
    // "có thư khen ngợi đồng chí Nông Đức Việt": the letter names whom it is for.
    if t.form == "Thư khen" && sheet.is(t.to, "ngợi") && ADDRESSES.has(sheet, next(t.to)) {
        return Some(t.to);
    }
    // "trao giấy khen Thạc sĩ Nguyễn Văn An": nothing stands between.
    let name = ADDRESSES.at(sheet, t.to).map(|(at, _)| at);
    if name.is_some_and(|at| person::run_at(sheet, at).is_some())
        && sheet.any(prev(t.from, 1), &["trao", "tặng"])
    {
        return Some(prev(t.to, 1));
    }
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
    // "giấy chứng nhận “Thợ giỏi năm 2023” cho": its name in quotation marks.
    let quoted = matches!(sheet.mark(from), '“' | '"');
    let close = (next(from)..from.saturating_add(20)).find(|&i| matches!(sheet.mark(i), '”' | '"'));
    let from = close.filter(|_| quoted).map_or(from, next);
    let words =
        (from..from.saturating_add(16).min(end)).take_while(|&i| sheet.is_word(i) || tied(i) || dated(i));
    words.into_iter().find(|&i| {
        sheet.any(i, &["cho", "đến", "tới"])
            || sheet.is(i, "với") && sheet.is(prev(i, 1), "đối")
            || sheet.is(i, "về") && sheet.is(prev(i, 1), "thuộc")
            // "đã trao Huân chương … tặng Viện kiểm sát"
            || sheet.is(i, "tặng") && sheet.is(prev(t.from, 1), "trao")
    })
}

/// "…, Phó Bí thư Thành ủy Trần Văn A ghi nhận": a new clause begins with whoever has a post before the name.
pub(crate) fn acts(sheet: &Sheet<'_>, p: &person::Found) -> bool {
    p.role.is_some_and(|r| r.to <= p.from) && sheet.is_word(p.to) && !sheet.is(p.to, "và")
}
