//! Awards that no count of recipients tells: things handed to somebody by name, and praise that goes to a body by name.
//!
//! Not here: recipients before the verb (`named`), counted ones (`award`), things counted (`prize`), rows of honours (`honour`).

use crate::claim::{Claims, mention};
use crate::draft::{Around, Draft, Told, blank};
use crate::giver::{announced, giver_after, passive_giver, subject};
use crate::lexicon::awards::{BODY_NOUN, Recipient};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::LEVEL;
use crate::organisation;
use crate::person;
use crate::post;
use crate::praise::{Trigger, thing_at};
use crate::reading::{Award, Certainty, Reason};
use crate::recipient::Group;
use crate::token::{Caps, Kind, Sheet, next, prev};

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
            if sheet.any(to_whom, &["cho", "về", "tặng", ":", "là", "gửi"]) {
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
    let first = around.people.partition_point(|p| p.from <= close);
    let person = around.people.get(first).is_some_and(|p| p.from <= close.saturating_add(5));
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
    // "giải Thí sinh kể chuyện hay nhất (Thượng úy Lê Văn A)"
    if prize && sheet.mark(t.to) == '(' && t.form.ends_with("nhất") {
        return Some(t.to);
    }
    // "có Thư khen gửi Công an tỉnh A"
    if t.form == "Thư khen" && sheet.is(t.to, "gửi") {
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
    let falls = sheet.any(to_whom, &["về", ":", "là", "gửi"])
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
fn bodies_in_row(sheet: &Sheet<'_>, mut to: usize, end: usize, around: &Around<'_>) -> (i64, usize) {
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
