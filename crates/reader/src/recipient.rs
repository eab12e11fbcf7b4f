//! Recipients of awards counted in the words of a text.
//!
//! Not here: forms named (`praise`) and which form belongs to which recipients (`tie`).

use crate::bound::bound;
use crate::claim::Claims;
use crate::giver::{authority, listed_giver};
use crate::lexicon::awards::{BODY_NOUN, FORM, FORM_WORDS, RECIPIENT, RECIPIENT_WORDS, Recipient};
use crate::lexicon::units::{MEASURE, NOT_COUNTED, PEOPLE, TIME};
use crate::lexicon::words::AIM;
use crate::number::{self, Number};
use crate::praise::{Trigger, thing_at};
use crate::reading::Qualifier;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// The end and the kind of the recipients that are called so at token `i`.
pub(crate) fn kind_at(sheet: &Sheet<'_>, i: usize) -> Option<(usize, Recipient)> {
    let (to, id) = RECIPIENT.at(sheet, i)?;
    RECIPIENT_WORDS.get(id).map(|(_, who, _)| (to, *who))
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

/// "Kỷ niệm chương cho 12 nhà giáo": whoever is counted right behind "cho" after a thing is its recipient.
fn handed_to(sheet: &Sheet<'_>, i: usize) -> bool {
    let number = prev(i, 1);
    let from = number::qualifier_before(sheet, number).map_or(number, |(_, from)| from);
    let to_whom = prev(from, 1);
    let (start, _) = sheet.sentence_of(i);
    let low = to_whom.saturating_sub(14).max(start);
    let form = |k: usize| FORM.at(sheet, k).and_then(|(end, id)| FORM_WORDS.get(id).map(|f| (end, f.2)));
    // "khen thưởng cho 19 tập thể lao động tiên tiến": the title's bearers, counted by it (`prize`).
    if sheet.two(i, "tập", "thể") {
        return false;
    }
    let money = sheet.any(i, &["triệu", "tỷ", "tỉ", "đồng", "đợt", "lần", "giải", "bài", "hạng", "lĩnh"]);
    if !sheet.is_word(i) || money || NOT_COUNTED.has(sheet, i) || TIME.has(sheet, i) || to_whom >= i {
        return false;
    }
    let thing = || (low..to_whom).any(|k| form(k).is_some_and(|f| f.1));
    let verb = || (low..from).any(|k| form(k).is_some_and(|f| f.0 == from && !f.1));
    verb() || (sheet.is(to_whom, "cho") && thing())
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
        // "10 “Gương sáng đảng viên”"
        let shining = sheet.is(i, "gương") && matches!(sheet.mark(prev(i, 1)), '“' | '"');
        if shining && sheet.two(to, "sáng", "đảng") {
            return Some((to, Recipient::Individual, true));
        }
        let (_, who, strict) = RECIPIENT_WORDS.get(id)?;
        // "mở 45 lớp tập huấn", "có 25 lớp với 850 học sinh": no class of pupils that got something.
        let held = sheet.any(prev(i, 2), &["mở", "chức", "dạy", "có", "đứng", "duy"])
            && !sheet.any(to, &["được", "và"]);
        let course = sheet.any(to, &["tập", "bồi", "xóa", "học", "huấn", "đào", "năng", "dạy", "truyền"]);
        if sheet.is(i, "lớp") && to == next(i) && (held || course) {
            return None;
        }
        // "9 cá nhân và tập thể lao động tiên tiến cho 8 tập thể": the second word opens a further title.
        if *who == Recipient::Combined && sheet.is(to, "lao") && sheet.is(i, "cá") {
            return Some((i.saturating_add(2), Recipient::Individual, *strict));
        }
        // "71 thanh niên, chi đoàn": one number for people and bodies.
        // "163 thí sinh, Phòng Giáo dục công nhận": a name opens the next clause.
        let linked = (sheet.mark(to) == ',' || sheet.is(to, "và")) && sheet.caps(next(to)) == Caps::Lower;
        // "việc làm cho 45 lao động, hợp tác xã được tặng": a clause of its own.
        let clause =
            |end: usize| sheet.mark(to) == ',' && sheet.any(end, &["được", "đã", "vinh", "nhiều", "luôn"]);
        if linked
            && let Some((end, second)) = kind_at(sheet, next(to))
            && !clause(end)
            && matches!(
                (*who, second),
                (Recipient::Collective, Recipient::Individual)
                    | (Recipient::Individual, Recipient::Collective)
            )
        {
            return Some((end, Recipient::Combined, *strict));
        }
        return Some((to, *who, *strict));
    }
    // "45 lượt cán bộ, giáo viên được khen thưởng"
    if sheet.is(i, "lượt")
        && let Some((to, id)) = RECIPIENT.at(sheet, next(i)).filter(|&(to, _)| !title(to))
        && let Some((_, who, strict)) = RECIPIENT_WORDS.get(id)
    {
        return Some((to, *who, *strict));
    }
    if handed_to(sheet, i)
        && let Some((to, _)) = BODY_NOUN.at(sheet, i)
        && !PEOPLE.has(sheet, i)
        && !sheet.any(to, &["viên", "trưởng", "phó"])
    {
        return Some((to, Recipient::Collective, false));
    }
    if handed_to(sheet, i) {
        // "khen thưởng 12 lớp": of a school.
        let class = sheet.is(i, "lớp") && !sheet.any(next(i), &["trưởng", "phó", "trẻ"]);
        let who = if class { Recipient::Collective } else { Recipient::Individual };
        return Some((next(i), who, false));
    }
    // "Trường Tiểu học Tân Lập 1 đón nhận": the number is the name's.
    if sheet.any(i, &["đón", "vinh", "được", "đã", "có", "cùng", "đều"]) {
        return None;
    }
    if let Some(told) = honoured(sheet, i) {
        return Some(told);
    }
    let reached = (next(i)..i.saturating_add(4)).find(|&k| sheet.any(k, &["đạt", "nhận"]))?;
    let titled =
        sheet.is_word(i) && !TIME.has(sheet, i) && !sheet.is(i, "lần") && FORM.has(sheet, next(reached));
    titled.then_some((reached, Recipient::Individual, false))
}

/// Most words of what those are called who are honoured, and from "được" to what they get.
const LONGEST_NOUN: usize = 6;
const LONGEST_HONOUR: usize = 14;

/// First syllables of what people are called by their trade.
const TRADES: &[&str] = &[
    "thợ", "nghệ", "nữ", "cựu", "vị", "kỹ", "bác", "dược", "phóng", "huấn", "diễn", "họa", "giảng", "luật",
    "doanh", "diêm", "thuyền", "thanh", "thiếu", "cử", "tiến", "thạc", "tay",
];

/// "32 thợ lò tiêu biểu được Tập đoàn tuyên dương": whoever is counted right before an honour got it, whatever they are called.
fn honoured(sheet: &Sheet<'_>, i: usize) -> Option<(usize, Recipient, bool)> {
    let plain = |k: usize| sheet.is_word(k) && sheet.caps(k) == Caps::Lower && !NOT_COUNTED.has(sheet, k);
    let got =
        (next(i)..i.saturating_add(LONGEST_NOUN)).find(|&k| !plain(k)).filter(|&k| sheet.is(k, "được"))?;
    // Things are honoured, too, and names end in numbers ("Thôn 3 liên tục được khen"): only people and bodies are counted.
    let some = PEOPLE.has(sheet, i) || BODY_NOUN.has(sheet, i) || sheet.any(i, TRADES);
    let thing = TIME.has(sheet, i) || MEASURE.has(sheet, i) && !PEOPLE.has(sheet, i);
    if !plain(i) || thing || !some {
        return None;
    }
    let honour = |k: usize| {
        let (_, id) = FORM.at(sheet, k)?;
        let (_, _, thing) = FORM_WORDS.get(id)?;
        Some(!thing || (1..=2).any(|n| sheet.any(prev(k, n), &["tặng", "trao", "nhận", "thưởng"])))
    };
    let given = (got..got.saturating_add(LONGEST_HONOUR).min(sheet.sentence_of(i).1)).find_map(honour)?;
    let who = if BODY_NOUN.has(sheet, i) { Recipient::Collective } else { Recipient::Individual };
    given.then_some((got, who, false))
}

/// "Tuyên dương 291 “Sinh viên 5 tốt” và 109 “Sao Tháng Giêng”": those who bear a title are counted by it, right behind the verb
/// or behind another title.
fn titled(sheet: &Sheet<'_>, number: &Number) -> Option<(usize, Recipient, bool)> {
    let open = number.to;
    let close = (next(open)..open.saturating_add(12)).find(|&k| matches!(sheet.mark(k), '”' | '"'))?;
    let from = number::qualifier_before(sheet, number.from).map_or(number.from, |(_, from)| from);
    let praise = |k: usize| {
        FORM.at(sheet, k).is_some_and(|(end, id)| end == from && FORM_WORDS.get(id).is_some_and(|f| !f.2))
    };
    let verb = (from.saturating_sub(5)..from).any(praise);
    let link = prev(from, 1);
    let further = sheet.any(link, &["và", ","]) && matches!(sheet.mark(prev(link, 1)), '”' | '"');
    let quoted = matches!(sheet.mark(open), '“' | '"') && !sheet.is(next(open), "gương");
    // "100 “Học sinh 3 tốt” được nhận Giấy khen"
    let got = (close..close.saturating_add(8)).find(|&k| sheet.is(k, "được"));
    let gets = got.is_some_and(|k| (k..k.saturating_add(8)).any(|n| FORM.has(sheet, n)));
    (quoted && (verb || further || gets)).then_some((next(close), Recipient::Individual, false))
}

fn count_at(sheet: &Sheet<'_>, i: usize) -> Option<Count> {
    if !sheet.is_digits(i) && number::words_at(sheet, i).is_none() {
        return None;
    }
    // "1991", and below it "Phường tham gia": a year heads what follows.
    if number::at(sheet, i).is_some_and(|n| sheet.line_of(n.to) != sheet.line_of(i)) {
        return None;
    }
    // "lớp 12A3 xuất sắc đạt giải Nhất": the digits of a class's name.
    if sheet.is_word(prev(i, 1)) && !sheet.gap(i) {
        return None;
    }
    // "là 1 trong 45 cá nhân được tuyên dương": as many as were.
    if let Some(of) =
        number::at(sheet, i).filter(|n| n.whole == 1 && sheet.is(next(n.from), "trong")).and_then(|n| n.of)
    {
        let second = (i..i.saturating_add(5)).find(|&k| k > i && sheet.int(k) == Some(of))?;
        let (to, who, strict) = who_at(sheet, next(second))?;
        let number = (second, next(second));
        // "là 1 trong 12 xã đạt chuẩn, được tặng": the honour is the one's alone.
        let got = (to..to.saturating_add(8)).find(|&k| !sheet.is_word(k) || sheet.is(k, "được"));
        let all = got.is_some_and(|k| sheet.is(k, "được") && !sheet.any(next(k), &["chọn", "bình"]));
        let one = sheet.is(prev(i, 1), "là") && all;
        return one.then_some(Count {
            from: i,
            to,
            value: of,
            who,
            strict,
            qualifier: Qualifier::Exact,
            number,
        });
    }
    // "26/30 thầy cô đạt danh hiệu": of how many.
    if sheet.mark(prev(i, 1)) == '/' && !sheet.gap(i) && sheet.is_digits(prev(i, 2)) {
        return None;
    }
    let (number, worded) = if let Some(number) = number::at(sheet, i) {
        (number, false)
    } else {
        let (whole, to) = number::words_at(sheet, i)?;
        (Number { from: i, to, whole, thousandths: 0, ambiguous: false, of: None, scaled: false }, true)
    };
    // "10 “Gương mặt trẻ tiêu biểu”"
    let face = matches!(sheet.mark(number.to), '“' | '"') && sheet.is(next(number.to), "gương");
    let (to, who, strict) =
        titled(sheet, &number).or_else(|| who_at(sheet, if face { next(number.to) } else { number.to }))?;
    // "lớp 12A1 đạt giải Nhất": a name's number.
    let glued = sheet.is_word(number.to) && !sheet.gap(number.to);
    // "30/63 sở đã được biểu dương": of the bodies of a kind so many; "5/5 đồng chí": all of them.
    // "52/55 cán bộ đạt “Lao động tiên tiến”": so many of them bear the title, unless it is what they strive for.
    let bear = (to..to.saturating_add(8)).find(|&k| sheet.is(k, "đạt"));
    let strive = |k: usize| AIM.has(sheet, k) || sheet.two(k, "đăng", "ký") || sheet.two(k, "chỉ", "tiêu");
    let bear = bear.is_some_and(|k| {
        (k..k.saturating_add(4)).any(|n| FORM.has(sheet, n)) && !(sheet.sentence_of(i).0..k).any(strive)
    });
    let share = number.of.is_some_and(|of| {
        of < number.whole
            || of > number.whole && who != Recipient::Collective && !(bear && who == Recipient::Individual)
    });
    if share
        || glued
        || number.thousandths != 0
        || (worded
            && !((strict || number.whole >= 11 || heads(sheet, i, to))
                && sheet.kind(prev(i, 1)) != Kind::Digits))
    {
        return None;
    }
    let (qualifier, _, from) = bound(sheet, &number);
    Some(Count { from, to, value: number.whole, who, strict, qualifier, number: (number.from, number.to) })
}

/// "sáu thầy thuốc của bệnh viện được trao tặng danh hiệu": whether the few who are counted in words at tokens `i..to` open a clause that
/// says what they got.
fn heads(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let (start, end) = sheet.sentence_of(i);
    let opens = i == start || matches!(sheet.mark(prev(i, 1)), ';' | ',' | ':');
    let got =
        (to..to.saturating_add(8).min(end)).take_while(|&k| sheet.is_word(k)).find(|&k| sheet.is(k, "được"));
    let honour = ["trao", "tặng", "nhận", "khen", "biểu", "tuyên", "vinh", "phong", "truy"];
    // "trao Huy hiệu 40 năm tuổi Đảng cho ba đảng viên"
    let low = i.saturating_sub(12).max(start);
    // "cho một số đồng chí": nobody says how many.
    let some = sheet.is(i, "một");
    let handed = !some && sheet.is(prev(i, 1), "cho") && (low..i).any(|k| thing_at(sheet, k).is_some());
    // "hai giảng viên trẻ nhận Bằng khen"
    let takes = (to..to.saturating_add(4).min(end)).find(|&k| sheet.is(k, "nhận"));
    let takes = takes.is_some_and(|k| thing_at(sheet, next(k)).is_some());
    opens && (takes || got.is_some_and(|k| sheet.any(next(k), &honour))) || handed
}

pub(crate) fn groups(claims: &Claims<'_, '_>, triggers: &[Trigger]) -> Vec<Group> {
    let sheet = claims.sheet;
    let mut formed = vec![false; sheet.len()];
    for t in triggers {
        formed.get_mut(t.from..t.to).unwrap_or(&mut []).fill(true);
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        let other = || {
            let badge = formed.get(i).copied().unwrap_or(false);
            // "19 tập thể đại diện cho 210 tập thể, cá nhân": those spoken for get nothing here.
            let spoken_for =
                sheet.is(prev(i, 1), "cho") && sheet.is(prev(i, 2), "diện") && sheet.is(prev(i, 3), "đại");
            badge || spoken_for
        };
        let Some(count) = count_at(sheet, i).filter(|_| claims.free(i) && !other()) else {
            // "18.302/20.213 hộ": no part of a number is a number of its own.
            i = number::at(sheet, i).map_or(next(i), |number| number.to);
            continue;
        };
        // "17.774 cá nhân trong số hơn 23.000 cán bộ": those among whom they are.
        // "xếp thứ 2/10 huyện": a place among them.
        // "tổ dân phố số 11 phường Đông": a name's number.
        let nouns = ["phố", "tổ", "khu", "cụm", "định", "trạm", "khối", "đội", "tdp", "đường", "nhà", "ngõ"];
        let named = sheet.is(prev(i, 1), "số") && sheet.any(prev(i, 2), &nouns);
        let rank = sheet.any(prev(i, 1), &["thứ", "hạng"]) || named;
        // "427 sinh viên của 2 đơn vị được vinh danh": whose they are.
        let owner = sheet.is(prev(i, 1), "của") && groups.last().is_some_and(|g| g.to == prev(i, 1));
        if rank || owner || among(sheet, count.from) {
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
    // "5 trong số 21 cá nhân ấy"
    if sheet.is(number, "số") && sheet.is(prev(number, 1), "trong") && sheet.is_digits(prev(number, 2)) {
        return true;
    }
    let lead = if sheet.is(prev(number, 1), "tổng") { prev(number, 2) } else { prev(number, 1) };
    // "Trong số 64 đại biểu về dự có 17 chủ trang trại được nhận": how many were there.
    let (start, end) = sheet.sentence_of(from);
    let some = |i: usize| sheet.is(i, "có") && sheet.is_digits(next(i));
    let clause = (from..end)
        .find(|&i| sheet.any(i, &["được", "nhận", "đạt", "đoạt", "giành"]) || sheet.mark(i) == ';')
        .unwrap_or(end);
    if sheet.is(number, "số")
        && lead == start
        && sheet.any(lead, &["trong", "trên"])
        && (from..clause).any(some)
    {
        return true;
    }
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
        if let Some(part) = groups.get(next(n)).filter(|g| has_among(sheet, whole, g, triggers)) {
            let fewer = part.counts.iter().all(|c| c.value < total.value);
            parts.iter_mut().skip(next(n)).take(1).for_each(|p| *p = fewer);
            continue;
        }
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
        let opens = (whole.to..first.from).any(|i| sheet.is(i, "gồm") || sheet.two(i, "trong", "đó"));
        let formed =
            triggers.iter().any(|t| first.from <= t.from && t.from < last.to.saturating_add(6).min(end));
        let level = (first.from.saturating_sub(4)..last.to).any(|i| sheet.is(i, "cấp"));
        // "trong đó: Tỉnh ủy 8 tập thể; Huyện ủy 48 tập thể": each of them is given by somebody else.
        let given = listed_giver(sheet, first.from).is_some();
        if size >= 2 && left == 0 && opens && !formed && !level && !given {
            parts.iter_mut().skip(next(n)).take(size).for_each(|p| *p = true);
        }
    }
    parts
}

/// "81 người được tặng bằng khen có 5 lãnh đạo": who is among those awarded stands right behind what they got.
fn has_among(sheet: &Sheet<'_>, whole: &Group, part: &Group, triggers: &[Trigger]) -> bool {
    let has = prev(part.from, 1);
    let got =
        |t: &Trigger| t.to == has && t.from > whole.to && (whole.to..t.from).any(|i| sheet.is(i, "được"));
    let one = part.counts.len() == 1 && sheet.is(has, "có");
    one && sheet.sentence_of(whole.from) == sheet.sentence_of(part.from)
        && !triggers.iter().any(|t| part.to <= t.from && t.from <= part.to.saturating_add(4))
        && triggers.iter().any(got)
}

/// Kinds of bodies that are told in a row behind those counted.
const KINDS: &[&str] = &["phòng", "ban", "tổ", "đội", "ngành", "trạm", "phân", "địa"];

/// A further count belongs to the group before when only a link and describing words stand between.
fn goes_on(sheet: &Sheet<'_>, group: &Group, count: &Count, triggers: &[Trigger]) -> bool {
    let link = prev(count.from, 1);
    let linked = sheet.any(link, &[",", "và", ";", "cùng", "với", "/", "-", "+"]);
    // "cho 12 TCCSĐ, 35 chi bộ và 178 đảng viên": kinds of bodies right beside each other are given together.
    let beside = |c: &Count| {
        matches!(c.who, Recipient::Collective | Recipient::Individual)
            && count.who == c.who
            && c.to == link
            && sheet.key(c.number.1) != sheet.key(count.number.1)
            && !(count.to..count.to.saturating_add(4)).any(|i| sheet.any(i, &["được", "nhận"]))
    };
    // "tặng bằng khen 2 đảng bộ, 9 chi bộ"
    let thing = triggers.iter().any(|t| t.thing && t.to == group.from);
    let led = (thing || sheet.any(prev(group.from, 1), &["cho", "tặng"])) && sheet.any(link, &[",", "và"]);
    let kinds = led && group.counts.last().is_some_and(beside);
    let other = kinds || group.counts.iter().all(|c| c.who != count.who && c.who != Recipient::Combined);
    // "02 tập thể là Chi bộ A (nay là …) và 14 cá nhân": those counted are named between.
    let named = sheet.any(group.to, &["là", "gồm", ":", "("]);
    // "3 tập thể là: Công an tỉnh, … và 10 cá nhân"
    let long = named && sheet.is(link, "và");
    // "tặng Bằng khen 12 tập thể; 95 đại biểu nhận Giấy chứng nhận": a part of its own.
    let own = sheet.mark(link) == ';'
        && (count.to..count.to.saturating_add(4)).any(|i| sheet.any(i, &["nhận", "được", "đạt", "đón"]));
    // "tặng Cờ cho 12 tập thể, 40 đơn vị đạt danh hiệu …": others reached a title of their own.
    let titled = led
        && (count.to..count.to.saturating_add(2))
            .any(|i| sheet.any(i, &["đạt", "nhận"]) && FORM.has(sheet, next(i)));
    let near = count.from.saturating_sub(group.to)
        <= if long {
            60
        } else if named {
            32
        } else if led {
            14
        } else {
            9
        };
    let same = sheet.sentence_of(group.from) == sheet.sentence_of(count.from);
    let plain = |i: usize| {
        sheet.is_word(i)
            || led && matches!(sheet.mark(i), '“' | '”')
            || named && sheet.is_digits(i)
            || named && matches!(sheet.mark(i), ',' | '(' | ')' | ':' | '“' | '”' | '-' | '.' | '&')
    };
    // "8 tập thể khoa, phòng, 25 cá nhân": kinds of bodies in a row.
    let kinds =
        |i: usize| sheet.mark(i) == ',' && next(i) < link && sheet.any(next(i), KINDS) && i == next(group.to);
    let clear = (group.to..link).all(|i| {
        (plain(i) || kinds(i)) && !sheet.any(i, &["được", "đã", "đăng"]) && (long || !sheet.is(i, "có"))
    }) && !triggers.iter().any(|t| group.to <= t.from && t.from < count.from);
    linked && !own && !titled && other && near && same && clear && count.who != Recipient::Combined
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
    // "- Giấy khen của UBND xã: 15 hội viên": the giver stands between the form and the colon.
    let colon = prev(to, 1);
    let owned =
        sheet.is(from, "của") && sheet.mark(colon) == ':' && authority(sheet, next(from)) == Some(colon);
    // "Huy hiệu 30 năm tuổi Đảng tặng 7 đảng viên"
    let handed = size == 1 && sheet.is(from, "tặng");
    direct || through || owned || handed
}
