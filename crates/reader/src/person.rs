//! People: a run of capitals that begins with a family name, made sure by a word of address or a post beside
//! it.
//!
//! Not here: posts (`post`); bylines and picture credits (`page`), which are no people of the report.

use crate::claim::mention;
use crate::lexicon::names::{ADDRESSES, LONGEST_ADDRESS, NOT_PERSON, POST, STRONG_SURNAME, SURNAME};
use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE};
use crate::loud::{listed_loud, loud_run};
use crate::organisation;
use crate::post::{self, Post};
use crate::reading::{Certainty, Mention, Person, Reason};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// A person's name at tokens `from..to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) addressed: bool,
    pub(crate) role: Option<Post>,
}

fn name_word(sheet: &Sheet<'_>, i: usize) -> bool {
    if sheet.kind(i) != Kind::Word {
        return false;
    }
    let title = !sheet.loud(i) && sheet.caps(i) == Caps::Title;
    title && sheet.key(i).chars().count() <= 7
}

/// A name may begin at token `i`: it has its capital, or stands where capitals say nothing.
#[inline]
fn may_begin(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.caps(i) != Caps::Lower || sheet.loud(i)
}

/// The end of a name of two to five words that begins with a family name at token `i`; the run of capitals
/// must end there too.
#[inline]
pub(crate) fn run_at(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if may_begin(sheet, i) { run_from(sheet, i) } else { None }
}

fn run_from(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if sheet.kind(i) != Kind::Word
        || !(SURNAME.has(sheet, i) || middled(sheet, i))
        || NOT_PERSON.at(sheet, i).is_some_and(|(end, _)| !called_so(sheet, i, end))
    {
        return None;
    }
    if sheet.loud(i) {
        return loud_run(sheet, i);
    }
    if sheet.caps(i) == Caps::Upper {
        return capital_run(sheet, i);
    }
    let mut to = next(i);
    while to < i.saturating_add(6) && sheet.gap(to) && name_word(sheet, to) && !cuts(sheet, i, to) {
        to = next(to);
    }
    // "Hoàng Thị thu Hà": a slip; no name ends with its middle word.
    let slip = sheet.is(prev(to, 1), "thị")
        && to > next(i)
        && sheet.is_word(to)
        && sheet.gap(to)
        && !sheet.any(to, &["và", "với", "cùng", "là", "ở", "tại", "cho"]);
    if slip
        && sheet.caps(to) == Caps::Lower
        && name_word(sheet, next(to))
        && !name_word(sheet, to.saturating_add(2))
    {
        return Some(to.saturating_add(2));
    }
    let size = to.saturating_sub(i);
    // "Đoàn Chủ tịch": a post's first syllable is no given name.
    let post = POST.at(sheet, prev(to, 1)).is_some_and(|(end, _)| end > to);
    let capital_goes_on = size == 6 || size == 2 && post;
    if capital_goes_on || size < 2 || is_body(sheet, i) { None } else { Some(to) }
}

/// "ông Kim Sơn Thái": behind a word of courtesy a name that begins like a place and goes on.
fn called_so(sheet: &Sheet<'_>, i: usize, end: usize) -> bool {
    sheet.any(prev(i, 1), &["ông", "bà", "anh", "chị", "cụ"])
        && end == i.saturating_add(2)
        && name_word(sheet, end)
        && !name_word(sheet, next(end))
}

/// "ông HOÀNG CAO THẮNG, Thứ trưởng": a name in capitals within a line that is not, made sure by a word of address or a post.
fn capital_run(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let upper = |k: usize| {
        let capitals = sheet.kind(k) == Kind::Word && sheet.caps(k) == Caps::Upper;
        capitals && (1..=7).contains(&sheet.key(k).chars().count())
    };
    let to = (i..i.saturating_add(6)).find(|&k| !upper(k))?;
    let post = matches!(sheet.mark(to), ',' | '-' | '(') && POST.has(sheet, next(to));
    let size = to.saturating_sub(i);
    ((2..=5).contains(&size) && !is_body(sheet, i) && (addressed(sheet, i) || size > 2 && post)).then_some(to)
}

/// "Sơn Tiến Nguyễn Khắc Việt": a place of two words, and a person whose family name is a common one.
pub(crate) fn second_name(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let third = i.saturating_add(2);
    to >= third.saturating_add(2) && STRONG_SURNAME.has(sheet, third) && !STRONG_SURNAME.has(sheet, i)
}

/// "xã Lưu Vệ Đoàn Thị Thủy": five words behind a level are a place of two and a name.
pub(crate) fn behind_place(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    second_name(sheet, i, to) || to == i.saturating_add(5) && STRONG_SURNAME.has(sheet, i.saturating_add(2))
}

/// "Ao Văn Thinh", "Blúp Thị Mai": the middle word makes a name of whatever family.
fn middled(sheet: &Sheet<'_>, i: usize) -> bool {
    // Asked of every word: the cheapest question first.
    if !sheet.any(next(i), &["văn", "thị"]) {
        return false;
    }
    let last = i.saturating_add(2);
    let plain = !sheet.loud(i) && name_word(sheet, i) && name_word(sheet, next(i)) && name_word(sheet, last);
    let body = HEAD.has(sheet, i) || LEVEL.has(sheet, i) || FIELD.has(sheet, i) || ADDRESSES.has(sheet, i);
    let own = !LEVEL.has(sheet, next(i)) && !FIELD.has(sheet, next(i)) && !name_word(sheet, prev(i, 1));
    plain && !body && own && post::at(sheet, i).is_none()
}

/// The end of a name whose first word is no family name that we know, at token `i`: three or four capitals
/// that a word of address, a list of comrades or a post beside them makes a name.
fn rare_run(sheet: &Sheet<'_>, posts: &[Post], i: usize) -> Option<usize> {
    if sheet.loud(i) {
        return listed_loud(sheet, posts, i);
    }
    if !name_word(sheet, i)
        || sheet.key(i).chars().count() < 2
        || NOT_PERSON.has(sheet, i)
        || ADDRESSES.has(sheet, i)
    {
        return None;
    }
    let mut to = next(i);
    while to < i.saturating_add(6) && name_word(sheet, to) && !cuts(sheet, i, to) {
        to = next(to);
    }
    let body = HEAD.has(sheet, i) || is_body(sheet, i) || LEVEL.has(sheet, i) || FIELD.has(sheet, i);
    // "ông Bling Bríu - Chủ tịch": two words after a word of address, when a mark closes the name.
    let two = to == i.saturating_add(2)
        && addressed(sheet, i)
        && !sheet.any(prev(i, 1), &["em", "bạn", "mẹ", "chí"])
        && matches!(sheet.mark(to), '-' | '(' | ',' | ';');
    let fits = (two || (3..=4).contains(&to.saturating_sub(i))) && !body && post::at(sheet, i).is_none();
    let opens = !name_word(sheet, prev(i, 1));
    let role = sheet.mark(to) == ',' && posts.iter().any(|p| p.from == next(to));
    (fits && opens && (role || addressed(sheet, i))).then_some(to)
}

/// "K'Thanh", "K' Dung": a name of the highlands, a letter and a given name; only a word of address or a post beside it makes it
/// somebody's.
fn highland(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if sheet.caps(i) == Caps::Lower || sheet.loud(i) {
        return None;
    }
    let joined = sheet.key(i).chars().nth(1) == Some('\'');
    let own = |k: usize| name_word(sheet, k) && !is_body(sheet, k);
    // "bà H'Loan Mlô", "Thiếu tá A Thuk": the family behind the given name, a given name behind its letter.
    let letter = sheet.is(i, "a") && !name_word(sheet, prev(i, 1)) && !sheet.is_digits(prev(i, 1));
    if (joined || letter) && own(next(i)) && !own(i.saturating_add(3)) {
        let third = i.saturating_add(2);
        return Some(if letter && own(third) { next(third) } else { third });
    }
    let more = sheet.is_word(next(i)) && (!joined || sheet.caps(next(i)) != Caps::Lower);
    if more {
        return None;
    }
    let parted = sheet.key(i).chars().count() == 1 && sheet.mark(next(i)) == '"' && !sheet.gap(next(i));
    let given = i.saturating_add(2);
    if joined {
        return Some(next(i));
    }
    // "H' Djrân Knul": the family behind the given name.
    let family = next(given);
    let further = sheet.is_word(family) && sheet.caps(family) == Caps::Title && !is_body(sheet, family);
    (parted && name_word(sheet, given)).then(|| if further { next(family) } else { family })
}

/// A post or a body begins here, so the name is over; "Thị Mai Ban ..." does not occur in names.
fn cuts(sheet: &Sheet<'_>, from: usize, i: usize) -> bool {
    let post = POST.at(sheet, i).is_some_and(|(end, _)| end > next(i) && sheet.caps(next(i)) != Caps::Upper);
    let far = i >= from.saturating_add(2);
    // "Nguyễn Trọng Nghĩa Báo cáo tại hội nghị": the caption's verb.
    let verb = sheet.caps(next(i)) == Caps::Lower
        && [("báo", "cáo"), ("phát", "biểu"), ("trao", "tặng")].iter().any(|(a, b)| sheet.two(i, a, b));
    let post = post || verb;
    let body = HEAD.at(sheet, i).is_some_and(|(end, _)| end > next(i));
    far && (post || body)
}

/// A field, body or province that begins with a word that is also a family name ("Văn phòng", "Hà Nam").
pub(crate) fn is_body(sheet: &Sheet<'_>, i: usize) -> bool {
    let field = FIELD.at(sheet, i).is_some_and(|(end, _)| end > next(i));
    let head = HEAD.at(sheet, i).is_some_and(|(end, _)| end > next(i));
    field || head || PROVINCE.has(sheet, i) || POST.has(sheet, i)
}

/// Words after which a name is that of a place, a school, a street or a prize.
fn names_a_thing(sheet: &Sheet<'_>, i: usize) -> bool {
    let before = prev(i, 1);
    let street = sheet.any(
        before,
        &[
            "đường",
            "phố",
            "trường",
            "thôn",
            "ấp",
            "bản",
            "thpt",
            "thcs",
            "chuyên",
            "đẳng",
            "tiểu",
            "cầu",
            "chợ",
            "sông",
            "núi",
            "đảo",
            "học",
            "giải",
            "quỹ",
            "công",
            "ty",
            "khu",
            "vực",
            "làng",
            "hẻm",
            "bảo",
            "cảng",
            "non",
            "tượng",
            "thưởng",
            "bổng",
            "án",
        ],
    ) || sheet.is(before, "viện") && !sheet.any(prev(i, 3), &["đốc", "trưởng"])
        || sheet.is(before, "đài") && sheet.is(prev(i, 2), "tượng")
        || sheet.is(before, "đoàn") && sheet.is(prev(i, 2), "trường")
        || sheet.is(before, "trang") && sheet.is(prev(i, 2), "nghĩa")
        // "Huy chương Đồng Olympic Vật lý"
        || sheet.is(before, "chương") && sheet.any(i, &["đồng", "vàng", "bạc"]);
    // "số 45 Trần Phú", "hẻm 115 Trần Kế Xương"
    let house = sheet.is_digits(before) && sheet.any(prev(before, 1), &["số", "hẻm", "ngõ", "ngách", "kiệt"]);
    let level = LEVEL.ending(sheet, i, 3).is_some() || house;
    let quoted = sheet.mark(before) == '“' || sheet.mark(before) == '"';
    street || level || quoted
}

pub(crate) fn addressed(sheet: &Sheet<'_>, i: usize) -> bool {
    ADDRESSES.ending(sheet, i, LONGEST_ADDRESS).is_some()
        || (sheet.mark(prev(i, 1)) == ':' && ADDRESSES.ending(sheet, prev(i, 1), LONGEST_ADDRESS).is_some())
}

/// Every mention of a person, in order.
pub(crate) fn scan(sheet: &Sheet<'_>, posts: &[Post], bodies: &[organisation::Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        let named = may_begin(sheet, i)
            .then(|| run_from(sheet, i).or_else(|| rare_run(sheet, posts, i)).or_else(|| highland(sheet, i)));
        let Some(to) = named.flatten() else {
            i = next(i);
            continue;
        };
        // "nghĩa trang liệt sĩ Bắc Sơn": a place.
        if sheet.is(prev(i, 1), "sĩ") && sheet.is(prev(i, 3), "trang") {
            i = to;
            continue;
        }
        // "xã Trường Văn Nguyễn Đức Long": the place's last word is also a family name.
        let place = LEVEL.ending(sheet, prev(i, 1), 3).is_some() || LEVEL.ending(sheet, i, 3).is_some();
        if LEVEL.ending(sheet, i, 3).is_some() && to == i.saturating_add(5) && behind_place(sheet, i, to) {
            i = i.saturating_add(2);
            continue;
        }
        let second = (next(i)..i.saturating_add(3))
            .find(|&k| STRONG_SURNAME.has(sheet, k) && k.saturating_add(2) <= to);
        if let Some(begins) =
            second.filter(|_| place && to.saturating_sub(i) >= 4 && !STRONG_SURNAME.has(sheet, i))
        {
            i = begins;
            continue;
        }
        let role = post::role_of(sheet, posts, i, to);
        let addressed = addressed(sheet, i);
        // In a line of capitals "cán bộ Đoàn đạt" is no person.
        let loose = sheet.loud(i)
            && role.is_some_and(|r| {
                sheet.any(r.from, &["cán", "đảng", "đoàn", "hội", "công", "nhân", "nông", "đại", "xã", "an"])
            });
        let thing = || names_a_thing(sheet, i);
        // "số 390 Nguyễn Văn Cừ - Phường Lộc Phát": an address, and no post.
        let address = role.is_some_and(|r| r.from > i && post::at(sheet, r.from).is_none()) && thing();
        let size = to.saturating_sub(i);
        // "Trường Mầm non Bố Hạ (Yên Thế)", "(giáo viên Trường THCS Tân Lập, Lục Ngạn)": where it is.
        let closed = matches!(sheet.mark(prev(i, 1)), '(' | ',') && sheet.mark(to) == ')';
        // "Hội viên phụ nữ huyện Bảo Thắng:"
        let level = LEVEL.ending(sheet, i, 3).is_some() && !STRONG_SURNAME.has(sheet, i);
        let district = size == 2 && !addressed && (closed && role.is_none() || level);
        // "khu tái định cư Lê Thành (phường Tân Tạo)": where it stands makes nobody of a name.
        let placed = role.is_some_and(|r| post::place(sheet, r.from).is_some());
        let sure = addressed || (role.is_some() && !loose && !address && !placed);
        let listed = found.last().is_some_and(|f| near(sheet, f, i));
        let alone = (3..=4).contains(&size) && STRONG_SURNAME.has(sheet, i);
        let inside =
            posts.iter().any(|p| p.from < i && i < p.to) || bodies.iter().any(|b| b.from < i && i < b.to);
        let middle = alone && sheet.any(next(i), &["thị", "văn"]);
        let plain = || (!sheet.loud(i) || middle) && !thing();
        if !inside && !district && (sure || ((alone || listed) && plain())) {
            // What stands in a bracket makes nobody of a name, but says more of who is somebody already.
            let role = role.or_else(|| post::bracketed(sheet, i, to));
            found.push(Found { from: i, to, addressed, role });
            i = to;
        } else {
            // "phường Nguyễn Thị Minh Khai": nobody is called "Thị Minh Khai" here.
            i = if sheet.any(next(i), &["thị", "văn"]) && thing() { to } else { next(i) };
        }
    }
    share(sheet, &mut found);
    found
}

/// "bà Hoa, bà Hằng, Vụ Tổ chức cán bộ", "Liệt và Vân, PTV Đài …": a body, or what many are, is told once for a row of names.
fn share(sheet: &Sheet<'_>, found: &mut [Found]) {
    for k in (1..found.len()).rev() {
        let (Some(&before), Some(&last)) = (found.get(k.saturating_sub(1)), found.get(k)) else { continue };
        let shared = last.role.filter(|r| r.from > last.to && post::many(sheet, r.from));
        let link = before.to;
        let joined = sheet.mark(link) == ',' || sheet.is(link, "và");
        let beside = next(link) == last.from
            || ADDRESSES.at(sheet, next(link)).is_some_and(|(end, _)| end == last.from);
        if let Some(first) =
            found.get_mut(k.saturating_sub(1)).filter(|f| f.role.is_none() && joined && beside)
        {
            first.role = shared;
        }
    }
}

/// In a list of people: the name before stands a few words back in the same sentence.
fn near(sheet: &Sheet<'_>, last: &Found, i: usize) -> bool {
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(i);
    let end = last.role.filter(|r| r.from >= last.to).map_or(last.to, |r| r.to);
    same && i <= end.saturating_add(2)
        && (matches!(sheet.mark(prev(i, 1)), ',' | ';') || sheet.is(prev(i, 1), "và"))
}

/// One item a person, with the fullest post told; `skip` says which mentions are bylines.
pub(crate) fn merge(sheet: &Sheet<'_>, found: &[Found], skip: impl Fn(&Found) -> bool) -> Vec<Person> {
    let mut items: Vec<(String, Person)> = Vec::new();
    for f in found.iter().filter(|f| !skip(f)) {
        let key = sheet.keys(f.from, f.to);
        let role = f.role.map(|p| sheet.words(p.from, p.to));
        if let Some((_, item)) = items.iter_mut().find(|(k, _)| *k == key) {
            item.mention.again(sheet.span(f.from, f.to));
            if item.role.as_ref().map_or(0, String::len) < role.as_ref().map_or(0, String::len) {
                item.role = role;
            }
            continue;
        }
        let mention = told(sheet, f);
        items.push((key, Person { name: sheet.words(f.from, f.to), role, mention }));
    }
    fold_short(&mut items);
    items.into_iter().map(|(_, item)| item).collect()
}

/// "bà Lê Thị Kim Hoa … bà Kim Hoa kể": the last two words of a full name told elsewhere are the same person.
fn fold_short(items: &mut Vec<(String, Person)>) {
    let short = |key: &str| key.split(' ').count() == 2;
    let whole = |keys: &[String], key: &str| {
        keys.iter().position(|k| {
            k.strip_suffix(key).is_some_and(|lead| lead.ends_with(' ') && lead.trim().contains(' '))
        })
    };
    let keys: Vec<String> = items.iter().map(|(key, _)| key.clone()).collect();
    let mut n = 0;
    while n < items.len() {
        let known = items.get(n).filter(|(key, one)| short(key) && one.role.is_none());
        let full = known.and_then(|(key, _)| whole(&keys, key)).and_then(|at| keys.get(at));
        let Some(full) = full else {
            n = n.saturating_add(1);
            continue;
        };
        let (_, one) = items.remove(n);
        if let Some((_, item)) = items.iter_mut().find(|(key, _)| key == full) {
            for span in one.mention.spans {
                item.mention.again(span);
            }
        }
    }
}

fn told(sheet: &Sheet<'_>, f: &Found) -> Mention {
    let (certainty, reason) = match (f.role.is_some(), f.addressed) {
        (true, _) => (Certainty::Certain, Reason::PostNamed),
        (false, true) => (Certainty::Certain, Reason::Addressed),
        (false, false) => (Certainty::Likely, Reason::SurnameOnly),
    };
    mention(sheet, f.from, f.to, certainty, &[reason])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(text: &str) -> Vec<(String, String)> {
        let sheet = Sheet::new(text);
        let posts = post::all(&sheet);
        merge(&sheet, &scan(&sheet, &posts, &organisation::scan(&sheet, &[])), |_| false)
            .into_iter()
            .map(|p| (p.name, p.role.unwrap_or_default()))
            .collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn posts_stand_before_or_after() {
        assert_eq!(
            people("đồng chí Nguyễn Minh Tâm, Bí thư Đảng ủy Khối, lưu ý: "),
            [pair("Nguyễn Minh Tâm", "Bí thư Đảng ủy Khối")]
        );
        assert_eq!(
            people("Bí thư Quận ủy Thanh Xuân Bùi Huyền Mai trao Giấy khen"),
            [pair("Bùi Huyền Mai", "Bí thư Quận ủy Thanh Xuân")]
        );
        assert_eq!(
            people("Đồng chí Ngọc Văn Biên - Phó Bí thư Đảng ủy CCQ tỉnh cho biết"),
            [pair("Ngọc Văn Biên", "Phó Bí thư Đảng ủy CCQ tỉnh")]
        );
    }

    #[test]
    fn the_uncle_and_places_are_no_people() {
        assert!(people("phong cách Hồ Chí Minh ở tỉnh Hà Nam và đường Trần Hưng Đạo").is_empty());
    }

    #[test]
    fn a_list_goes_on() {
        let text = "các đồng chí Mai Thanh Dân, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thành ủy; Lê Thị Sương \
                    Mai, Phó Trưởng Ban Tuyên giáo Thành ủy";
        assert_eq!(
            people(text),
            [
                pair("Mai Thanh Dân", "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thành ủy"),
                pair("Lê Thị Sương Mai", "Phó Trưởng Ban Tuyên giáo Thành ủy")
            ]
        );
    }
}
