//! What awards are made of in the words of a text: forms named and recipients counted.
//!
//! Not here: which form belongs to which recipients (`award`).

use crate::claim::Claims;
use crate::indicator::bound;
use crate::lexicon::awards::{FORM, FORM_WORDS, RECIPIENT, RECIPIENT_WORDS, Recipient};
use crate::lexicon::units::{NOT_COUNTED, PEOPLE, TIME};
use crate::number::{self, Number};
use crate::reading::Qualifier;
use crate::token::{Caps, Kind, Sheet, prev};

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// A form named at tokens `from..to`.
#[derive(Debug, Clone)]
pub(crate) struct Trigger {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) form: String,
    pub(crate) thing: bool,
}

/// A counted recipient at tokens `from..to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: i64,
    pub(crate) who: Recipient,
    pub(crate) strict: bool,
    pub(crate) qualifier: Qualifier,
    pub(crate) number: (usize, usize),
}

/// Counts told together: "26 tập thể và 34 cá nhân".
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) counts: Vec<Count>,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

pub(crate) fn triggers(sheet: &Sheet<'_>) -> Vec<Trigger> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        if let Some(badge) = badge_of_years(sheet, i, &found).or_else(|| further_badge(sheet, i, &found)) {
            i = badge.to;
            found.push(badge);
            continue;
        }
        let Some((to, id)) = FORM.at(sheet, i) else {
            i = next(i);
            continue;
        };
        if licence(sheet, i, to) {
            i = to;
            continue;
        }
        let Some((_, form, thing)) = FORM_WORDS.get(id) else { break };
        let (to, form) = whole_form(sheet, i, to, form);
        // "14 đảng viên được trao tặng huy hiệu": the badge that was spoken of.
        let badge = form == "Huy hiệu"
            && sheet.mark(to) != '“'
            && found.last().is_some_and(|t: &Trigger| t.form.starts_with("Huy hiệu "));
        let form = if badge { "Huy hiệu Đảng".to_owned() } else { form };
        let exact = !matches!(form.as_str(), "Danh hiệu" | "Huy hiệu" | "Giải thưởng");
        if exact {
            found.push(Trigger { from: i, to, form, thing: *thing });
        }
        i = to.max(next(i));
    }
    found
}

/// "giấy chứng nhận đủ điều kiện an toàn thực phẩm": a paper of the administration, no praise.
fn licence(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let paper = sheet.is(i, "giấy") && sheet.is(next(i), "chứng");
    let kind = [
        "đủ", "đăng", "quyền", "an", "sử", "kiểm", "kết", "khai", "đầu", "xuất", "nguồn", "bảo", "vietgap",
        "ocop",
    ];
    paper && sheet.any(to, &kind)
}

/// "…, 40 năm tuổi Đảng cho 3 đồng chí": a further badge in a sentence that named one.
fn further_badge(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    let last = found.last().filter(|t| t.form.starts_with("Huy hiệu"))?;
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(i);
    let to = badge_end(sheet, i);
    // "Trong đó, 30 năm tuổi Đảng có 24 đảng viên": a sentence on, when somebody counted follows.
    let counted = sheet.any(to, &["có", "cho", ":", "("])
        && sheet.is_digits(next(to))
        && i.saturating_sub(last.to) <= 60;
    let whole = to > i && sheet.is_digits(i) && sheet.is(prev(to, 1), "đảng") && (same || counted);
    whole.then(|| Trigger {
        from: i,
        to,
        form: format!("Huy hiệu {} năm tuổi Đảng", sheet.key(i)),
        thing: true,
    })
}

/// "Huy hiệu 30 năm tuổi Đảng", "Huân chương Lao động hạng Ba", "danh hiệu “…”", "Cờ thi đua của Chính phủ".
pub(crate) fn whole_form(sheet: &Sheet<'_>, from: usize, to: usize, form: &str) -> (usize, String) {
    match form {
        "Huy hiệu" => {
            let end = badge_end(sheet, to);
            if end == to && sheet.is(to, "đảng") && !sheet.is(next(to), "viên") {
                return (next(to), "Huy hiệu Đảng".to_owned());
            }
            if end == to {
                return titled(sheet, to, form);
            }
            let years: Vec<&str> = (to..end).filter(|&i| sheet.is_digits(i)).map(|i| sheet.key(i)).collect();
            (end, format!("Huy hiệu {} năm tuổi Đảng", years.join(", ")))
        }
        "Danh hiệu" | "Giải thưởng" => titled(sheet, to, form),
        "Khen thưởng" => standard(sheet, to).map_or_else(|| (to, form.to_owned()), |name| (to, name)),
        // "chiến sĩ thi đua cấp cơ sở"
        "Chiến sĩ thi đua" if sheet.is(to, "cấp") => {
            let end = to.saturating_add(if sheet.is(next(to), "cơ") { 3 } else { 2 });
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        // "Bằng công nhận xã đạt chuẩn nông thôn mới"
        "Bằng công nhận" => {
            let stops = ["của", "cho", "đến", "tới", "và", "năm"];
            let end = (to..to.saturating_add(12))
                .find(|&i| !sheet.is_word(i) || sheet.any(i, &stops))
                .unwrap_or(to);
            (end, format!("{form} {}", sheet.words(to, end)).trim_end().to_owned())
        }
        // "Kỷ niệm chương “Vì sự nghiệp …”", "Kỷ niệm chương vì sự nghiệp dân vận của Đảng"
        "Kỷ niệm chương" if matches!(sheet.mark(to), '“' | '"') => titled(sheet, to, form),
        "Kỷ niệm chương" if sheet.is(to, "vì") => {
            let stops = ["cho", "năm", "và", "đến", "tới", "tặng"];
            let end = (to..to.saturating_add(12))
                .find(|&i| !sheet.is_word(i) || sheet.any(i, &stops) && sheet.caps(i) == Caps::Lower)
                .unwrap_or(to);
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        "Huân chương" | "Huân chương Lao động" | "Huy chương" => {
            let ranked = (to..to.saturating_add(7)).find(|&k| sheet.is(k, "hạng"));
            let mut end = ranked.filter(|&k| (to..k).all(|n| sheet.is_word(n))).unwrap_or(to);
            while sheet.is_word(end)
                && (sheet.caps(end) != Caps::Lower
                    || sheet.any(end, &["hạng", "động", "công", "lập", "chiến", "kháng"])
                    || sheet.is(prev(end, 1), "hạng") && sheet.any(end, &["nhất", "nhì", "ba"]))
                && end < to.saturating_add(6)
            {
                end = next(end);
            }
            // "hạng Nhất, Nhì, Ba": counted together.
            while sheet.any(end, &[",", "và"])
                && sheet.any(next(end), &["nhất", "nhì", "ba"])
                && sheet.any(prev(end, 1), &["nhất", "nhì"])
            {
                end = end.saturating_add(2);
            }
            let name = sheet.words(from, end);
            (end, capital(&name))
        }
        _ => (to, form.to_owned()),
    }
}

/// "khen thưởng chi bộ đạt tiêu chuẩn “Trong sạch, vững mạnh”": what was awarded is the standard that was reached.
fn standard(sheet: &Sheet<'_>, to: usize) -> Option<String> {
    let whose = sheet.any(to, &["chi", "đảng", "tập", "đơn", "cơ"]);
    let reached =
        (to..to.saturating_add(5)).take_while(|&i| sheet.is_word(i)).find(|&i| sheet.is(i, "đạt"))?;
    let kind = sheet.any(next(reached), &["tiêu", "danh"]);
    let quote = reached.saturating_add(3);
    if !whose || !kind || !matches!(sheet.mark(quote), '“' | '"') {
        return None;
    }
    let end = (next(quote)..quote.saturating_add(16)).find(|&i| matches!(sheet.mark(i), '”' | '"'))?;
    Some(capital(&sheet.words(to, next(end))))
}

/// A title or prize with its name, in quotation marks or as words that begin with a capital.
fn titled(sheet: &Sheet<'_>, to: usize, form: &str) -> (usize, String) {
    let whole = |end: usize| (end, format!("{form} {}", sheet.words(to, end)));
    if matches!(sheet.mark(to), '“' | '"') {
        let end = (next(to)..to.saturating_add(16)).find(|&i| matches!(sheet.mark(i), '”' | '"'));
        return end.map_or((to, form.to_owned()), |e| whole(next(e)));
    }
    if sheet.is(to, "cấp") && sheet.is_word(next(to)) {
        return whole(to.saturating_add(2));
    }
    if sheet.caps(to) == Caps::Lower || !sheet.is_word(to) {
        return (to, form.to_owned());
    }
    let stops = ["năm", "cho", "và", "của", "là", "được", "trong", "tại", "giai", "từ"];
    let end = (next(to)..to.saturating_add(9))
        .find(|&i| !sheet.is_word(i) || (sheet.any(i, &stops) && sheet.caps(i) == Caps::Lower));
    end.map_or((to, form.to_owned()), whole)
}

/// "trao 1 Huân chương …, 2 Huân chương … và 9 Bằng khen": whether the thing counted at token `i` goes on such a list.
pub(crate) fn lists_things(sheet: &Sheet<'_>, i: usize) -> bool {
    let (start, _) = sheet.sentence_of(i);
    let mut at = i;
    while sheet.any(prev(at, 1), &[",", "và"]) {
        let low = at.saturating_sub(10).max(start);
        let thing = |k: usize| FORM.at(sheet, k).and_then(|(_, id)| FORM_WORDS.get(id)).is_some_and(|f| f.2);
        let before = (low..prev(at, 1)).rev().find(|&k| sheet.is_digits(k) && thing(next(k)));
        let Some(number) = before else { return false };
        if (1..=3).any(|n| sheet.any(prev(number, n), &["trao", "tặng", "nhận"])) {
            return true;
        }
        at = number;
    }
    false
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The end of "[Đảng] 40, 30 năm tuổi Đảng" from token `i`; `i` itself when it is no Party badge.
fn badge_end(sheet: &Sheet<'_>, i: usize) -> usize {
    let mut at = if sheet.is(i, "đảng") { next(i) } else { i };
    let mut years = false;
    // "45 năm, 40 năm, 30 năm tuổi Đảng": the word may be told with each number.
    let again = |at: usize| {
        sheet.is(at, "năm")
            && sheet.any(next(at), &[",", "và"])
            && sheet.is_digits(at.saturating_add(2))
            && sheet.is(at.saturating_add(3), "năm")
    };
    while sheet.is_digits(at)
        || (years && sheet.any(at, &[",", "và", "năm", "/", "-"]) && sheet.is_digits(next(at)))
        || years && again(at)
    {
        years |= sheet.is_digits(at);
        at = next(at);
    }
    let aged = sheet.is(at, "tuổi") && sheet.is(next(at), "đảng");
    if !years || !(sheet.is(at, "năm") || aged) {
        return i;
    }
    if !aged {
        at = next(at);
    }
    if sheet.is(at, "tuổi") {
        at = next(at);
    }
    if sheet.is(at, "đảng") { next(at) } else { at }
}

/// "Kỷ niệm chương cho 12 nhà giáo": whoever is counted right behind "cho" after a thing is its recipient.
fn handed_to(sheet: &Sheet<'_>, i: usize) -> bool {
    let number = prev(i, 1);
    let from = number::qualifier_before(sheet, number).map_or(number, |(_, from)| from);
    let to_whom = prev(from, 1);
    let (start, _) = sheet.sentence_of(i);
    let low = to_whom.saturating_sub(14).max(start);
    let form = |k: usize| FORM.at(sheet, k).and_then(|(end, id)| FORM_WORDS.get(id).map(|f| (end, f.2)));
    let money = sheet.any(i, &["triệu", "tỷ", "tỉ", "đồng", "đợt", "lần", "giải", "bài"]);
    if !sheet.is_word(i) || money || NOT_COUNTED.has(sheet, i) || TIME.has(sheet, i) || to_whom >= i {
        return false;
    }
    let thing = || (low..to_whom).any(|k| form(k).is_some_and(|f| f.1));
    let verb = || (low..from).any(|k| form(k).is_some_and(|f| f.0 == from && !f.1));
    verb() || (sheet.is(to_whom, "cho") && thing())
}

/// "huy hiệu Đảng cho 10 đảng viên, trong đó 2 đảng viên 55 năm tuổi Đảng, 1 đảng viên 50 năm": years behind counted
/// people in a sentence about badges are a badge; its form is made from token `i`.
fn badge_of_years(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    let last = found.last().filter(|t| t.form.starts_with("Huy hiệu"))?;
    let (start, _) = sheet.sentence_of(i);
    let counted = PEOPLE.ending(sheet, i, 3).is_some_and(|(from, _)| sheet.is_digits(prev(from, 1)));
    let years = sheet.is_digits(i) && sheet.digits(i).len() == 2 && sheet.is(next(i), "năm");
    if last.from < start
        || !counted
        || !years
        || sheet.any(i.saturating_add(2), &["tuổi"]) && !sheet.is(i.saturating_add(3), "đảng")
    {
        return None;
    }
    let to = badge_end(sheet, i).max(i.saturating_add(2));
    Some(Trigger {
        from: i, to, form: format!("Huy hiệu {} năm tuổi Đảng", sheet.key(i)), thing: true
    })
}

/// The recipient at token `i`: a listed one, or whoever is said to have reached a title.
fn who_at(sheet: &Sheet<'_>, i: usize) -> Option<(usize, Recipient, bool)> {
    // "163 Chiến sĩ thi đua cấp cơ sở": the title itself is counted.
    let title = |to: usize| FORM.at(sheet, i).is_some_and(|(end, _)| end > to);
    if let Some((to, id)) = RECIPIENT.at(sheet, i).filter(|&(to, _)| !title(to)) {
        // "50 gương cán bộ, đoàn viên": examples of people are people.
        let example = sheet.any(prev(to, 1), &["gương", "mặt", "hình"]);
        if example && let Some((end, _)) = PEOPLE.at(sheet, to) {
            return Some((end, Recipient::Individual, true));
        }
        let (_, who, strict) = RECIPIENT_WORDS.get(id)?;
        // "9 cá nhân và tập thể lao động tiên tiến cho 8 tập thể": the second word opens a further title.
        if *who == Recipient::Combined && sheet.is(to, "lao") && sheet.is(i, "cá") {
            return Some((i.saturating_add(2), Recipient::Individual, *strict));
        }
        // "71 thanh niên, chi đoàn": one number for people and bodies.
        let linked = sheet.mark(to) == ',' || sheet.is(to, "và");
        if linked
            && let Some((end, other)) = RECIPIENT.at(sheet, next(to))
            && let Some((_, second, _)) = RECIPIENT_WORDS.get(other)
            && matches!(
                (who, second),
                (Recipient::Collective, Recipient::Individual)
                    | (Recipient::Individual, Recipient::Collective)
            )
        {
            return Some((end, Recipient::Combined, *strict));
        }
        return Some((to, *who, *strict));
    }
    if handed_to(sheet, i) {
        return Some((next(i), Recipient::Individual, false));
    }
    let reached = (next(i)..i.saturating_add(4)).find(|&k| sheet.any(k, &["đạt", "nhận"]))?;
    let titled =
        sheet.is_word(i) && !TIME.has(sheet, i) && !sheet.is(i, "lần") && FORM.has(sheet, next(reached));
    titled.then_some((reached, Recipient::Individual, false))
}

fn count_at(sheet: &Sheet<'_>, i: usize) -> Option<Count> {
    let (number, worded) = if let Some(number) = number::at(sheet, i) {
        (number, false)
    } else {
        let (whole, to) = number::words_at(sheet, i)?;
        (Number { from: i, to, whole, thousandths: 0, ambiguous: false, of: None, scaled: false }, true)
    };
    // "10 “Gương mặt trẻ tiêu biểu”"
    let face = matches!(sheet.mark(number.to), '“' | '"') && sheet.is(next(number.to), "gương");
    let (to, who, strict) = who_at(sheet, if face { next(number.to) } else { number.to })?;
    // "30/63 sở đã được biểu dương": of the bodies of a kind so many.
    let share = number.of.is_some_and(|of| of <= number.whole || who != Recipient::Collective);
    if share || number.thousandths != 0 || (worded && !(strict && sheet.kind(prev(i, 1)) != Kind::Digits)) {
        return None;
    }
    let (qualifier, _, from) = bound(sheet, &number);
    Some(Count { from, to, value: number.whole, who, strict, qualifier, number: (number.from, number.to) })
}

pub(crate) fn groups(claims: &Claims<'_, '_>, triggers: &[Trigger]) -> Vec<Group> {
    let sheet = claims.sheet;
    let mut groups: Vec<Group> = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        let badge = triggers.iter().any(|t| t.from <= i && i < t.to);
        // "19 tập thể đại diện cho 210 tập thể, cá nhân": those spoken for get nothing here.
        let spoken_for = sheet.is(prev(i, 1), "cho") && sheet.is(prev(i, 2), "diện");
        let Some(count) = count_at(sheet, i).filter(|_| claims.free(i) && !badge && !spoken_for) else {
            i = next(i);
            continue;
        };
        // "17.774 cá nhân trong số hơn 23.000 cán bộ": those among whom they are.
        if among(sheet, count.from) {
            i = count.to;
            continue;
        }
        let joins = groups.last_mut().filter(|g| goes_on(sheet, g, &count, triggers));
        match joins {
            Some(group) => {
                group.to = count.to;
                group.counts.push(count);
            }
            None => groups.push(Group { counts: vec![count], from: count.from, to: count.to }),
        }
        i = count.to;
    }
    groups
}

/// "17.774 cá nhân trong số hơn 23.000 cán bộ": the count at token `from` tells among whom those before it are.
fn among(sheet: &Sheet<'_>, from: usize) -> bool {
    let number = prev(from, 1);
    let lead = if sheet.is(prev(number, 1), "tổng") { prev(number, 2) } else { prev(number, 1) };
    sheet.is(number, "số")
        && sheet.any(lead, &["trong", "trên"])
        && RECIPIENT.ending(sheet, lead, 4).is_some()
}

/// Which groups only tell how the one before is made up: "58 cá nhân …, trong đó có 43 cá nhân thuộc Nhà máy chính và 15 cá
/// nhân thuộc Chi nhánh": the same recipients, with the same sum, and no form of their own.
pub(crate) fn parts(sheet: &Sheet<'_>, groups: &[Group], triggers: &[Trigger]) -> Vec<bool> {
    let mut parts = vec![false; groups.len()];
    for (n, whole) in groups.iter().enumerate() {
        let [total] = whole.counts.as_slice() else { continue };
        let (_, end) = sheet.sentence_of(whole.from);
        let mut left = total.value;
        let row = groups.iter().skip(next(n)).take_while(|g| g.to <= end);
        let size = row
            .take_while(|g| {
                let one = matches!(g.counts.as_slice(), [c] if c.who == total.who);
                let more = one && left > 0;
                left = left.saturating_sub(if more { g.counts.first().map_or(0, |c| c.value) } else { 0 });
                more
            })
            .count();
        let (Some(first), Some(last)) = (groups.get(next(n)), groups.get(n.saturating_add(size))) else {
            continue;
        };
        let opens = (whole.to..first.from)
            .any(|i| sheet.is(i, "gồm") || sheet.is(i, "trong") && sheet.is(next(i), "đó"));
        let formed =
            triggers.iter().any(|t| first.from <= t.from && t.from < last.to.saturating_add(6).min(end));
        let level = (first.from.saturating_sub(4)..last.to).any(|i| sheet.is(i, "cấp"));
        if size >= 2 && left == 0 && opens && !formed && !level {
            parts.iter_mut().skip(next(n)).take(size).for_each(|p| *p = true);
        }
    }
    parts
}

/// A further count belongs to the group before when only a link and describing words stand between.
fn goes_on(sheet: &Sheet<'_>, group: &Group, count: &Count, triggers: &[Trigger]) -> bool {
    let link = prev(count.from, 1);
    let linked = sheet.any(link, &[",", "và", ";", "cùng", "với", "/", "-"]);
    let other = group.counts.iter().all(|c| c.who != count.who && c.who != Recipient::Combined);
    // "02 tập thể là Chi bộ A (nay là …) và 14 cá nhân": those counted are named between.
    let named = sheet.any(group.to, &["là", "gồm", ":", "("]);
    // "3 tập thể là: Công an tỉnh, … và 10 cá nhân"
    let long = named && sheet.is(link, "và");
    let near = count.from.saturating_sub(group.to)
        <= if long {
            60
        } else if named {
            32
        } else {
            9
        };
    let same = sheet.sentence_of(group.from) == sheet.sentence_of(count.from);
    let plain = |i: usize| {
        sheet.is_word(i)
            || named && sheet.is_digits(i)
            || named && matches!(sheet.mark(i), ',' | '(' | ')' | ':' | '“' | '”' | '-' | '.')
    };
    let clear = (group.to..link)
        .all(|i| plain(i) && !sheet.any(i, &["được", "đã"]) && (long || !sheet.is(i, "có")))
        && !triggers.iter().any(|t| group.to <= t.from && t.from < count.from);
    linked && other && near && same && clear && count.who != Recipient::Combined
}

/// "1.391 gương điển hình cấp tỉnh cùng 16.979 điển hình cấp huyện": the count adds to the one that ended at token
/// `to`.
pub(crate) fn adds(sheet: &Sheet<'_>, to: usize, group: &Group) -> bool {
    let link = prev(group.from, 1);
    let near = group.from > to && group.from.saturating_sub(to) <= 7;
    let plain =
        (to..link).all(|i| sheet.is_word(i) && !sheet.any(i, &["được", "đã", "có", "với", "trao", "tặng"]));
    let same = group.counts.iter().all(|c| c.who != Recipient::Household);
    // "biểu dương 55 tập thể …; 50 gương người tốt": the next part of the list opens with a count.
    let part = sheet.mark(link) == ';'
        && group.from > to
        && group.from.saturating_sub(to) <= 40
        && sheet.any(group.counts.first().map_or(0, |c| c.number.1), &["gương", "điển", "tập", "cá"])
        && !sheet.any(group.to, &["đã", "được", "đạt", "có", "hoàn"]);
    near && plain
        && same
        && sheet.any(link, &[",", "và", "cùng"])
        && sheet.sentence_of(to) == sheet.sentence_of(group.from)
        || part && sheet.sentence_of(to) == sheet.sentence_of(group.from)
}

/// Only words that lead from the form to its recipients stand between.
pub(crate) fn linked_before(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let size = to.saturating_sub(from);
    let leads = [
        "cho",
        "các",
        "đối",
        "với",
        "tới",
        "đến",
        "đã",
        "thêm",
        "được",
        "gồm",
        "có",
        "là",
        ":",
        "cấp",
        "đối với",
    ];
    let direct = size <= 4 && (from..to).all(|i| sheet.any(i, &leads));
    // "tặng Giấy khen của UBND huyện cho 5 tập thể": the giver stands between.
    let through = size <= 16
        && sheet.is(prev(to, 1), "cho")
        && (from..to).all(|i| {
            sheet.is_word(i)
                || matches!(sheet.mark(i), '-' | '/' | '“' | '”' | '"' | ',' | '(' | ')')
                || sheet.is_digits(i)
        });
    direct || through
}
