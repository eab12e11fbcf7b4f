//! Organisations: a head ("Đảng ủy", "Sở") and what goes on it (fields, levels, places, other bodies), and
//! the units of the installation's own tree.
//!
//! Not here: who they gave awards to (`award`) and posts in them (`person`).

use std::collections::HashSet;

use crate::aim::{about, central, congress};
use crate::key::key_of;
use crate::lexicon::names::STRONG_SURNAME;
use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE, is_whole};
use crate::lexicon::words::{COMMON, SPEAKS, TURN};
use crate::naming::{
    abbreviated, bridge, compound, firm, hamlet, like_a_body, linked, numbered, person_follows, purpose,
    quoted,
};
use crate::options::KnownUnit;
use crate::person;
use crate::post;
use crate::school::{kind_alone, of_the_school, school_in_row, schools_name};
use crate::small::{field_to_name, small_field, small_head};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// An organisation's name at tokens `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Says which one: a whole name, or a head with something after it.
    pub(crate) specific: bool,
    /// Place in the list of known units.
    pub(crate) known: Option<usize>,
}

/// A word that may stand in a name: a capital, or in a loud line a word that is not a common one.
pub(crate) fn proper(sheet: &Sheet<'_>, i: usize) -> bool {
    if !sheet.is_word(i) {
        return false;
    }
    if sheet.loud(i) { !COMMON.has(sheet, i) } else { sheet.caps(i) != Caps::Lower }
}

/// The word is written with a capital, or its line is all capitals.
pub(crate) fn capital(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.loud(i) || sheet.caps(i) != Caps::Lower
}

/// The end of a place's name that begins at token `i`: a province, or one to three proper words.
pub(crate) fn place_end(sheet: &Sheet<'_>, i: usize) -> usize {
    if let Some((end, _)) = PROVINCE.at(sheet, i) {
        return end;
    }
    let mut at = next(i);
    let most = if sheet.loud(i) { 2 } else { 4 };
    while at < i.saturating_add(most)
        && proper(sheet, at)
        && !term(sheet, at)
        && !HEAD.has(sheet, at)
        && !LEVEL.has(sheet, at)
        && !FIELD.has(sheet, at)
        && post::at(sheet, at).is_none()
        && !highland(sheet, at)
        && (person::run_at(sheet, at).is_none() || at == next(i) && second_syllable(sheet, at))
    {
        at = next(at);
    }
    at
}

/// "tỉnh Đắk Lắk Y Thanh Niê", "huyện Krông Pắc H'Loan Mlô": a name of the highlands begins behind the place.
fn highland(sheet: &Sheet<'_>, i: usize) -> bool {
    let letter = sheet.any(i, &["y", "a"]) && sheet.caps(i) != Caps::Lower;
    let joined = sheet.key(i).chars().nth(1) == Some('\'');
    !sheet.loud(i) && (letter || joined) && sheet.caps(next(i)) == Caps::Title
}

/// "Huyện ủy Quế Võ Nguyễn Văn Nam": a place's second word that is also a family name, with a whole name behind it.
fn second_syllable(sheet: &Sheet<'_>, i: usize) -> bool {
    !sheet.loud(i)
        && STRONG_SURNAME.has(sheet, next(i))
        && person::run_at(sheet, next(i)).is_some_and(|to| to >= i.saturating_add(4))
}

/// "UBND huyện Tân Lập Khóa IV", "Tập đoàn Đại tá Nguyễn Văn A": which term it serves, or somebody's rank.
fn term(sheet: &Sheet<'_>, i: usize) -> bool {
    let rank =
        sheet.any(i, &["đại", "thượng", "trung", "thiếu"]) && sheet.any(next(i), &["tá", "tướng", "úy"]);
    // "Đảng bộ Công ty Lần thứ II"
    if sheet.two(i, "lần", "thứ") {
        return true;
    }
    let served = sheet.is(i, "khóa") && sheet.key(next(i)).chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    rank || served
}

/// What may follow in a name that begins at token `from`, one step from token `i`.
fn step(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let body = sheet.key(from);
    // "Chi bộ Đ/c A": a comrade begins.
    let comrade = sheet.is(i, "đ") && sheet.mark(next(i)) == '/';
    // "Trường THPT Tân Lập - Giải Ba": what it was given.
    let prize = sheet.mark(i) == '-' && sheet.is(next(i), "giải");
    if sheet.kind(i) == Kind::Break || sheet.glued(i) || comrade || prize || term(sheet, i) {
        return None;
    }
    // Where capitals say nothing the words with which a sentence goes on end the name.
    if sheet.loud(i) && TURN.has(sheet, i) {
        let links = sheet.any(i, &["và", "các"]);
        return if links { linked(sheet, i, from) } else { None };
    }
    // "Lữ đoàn Phòng không", "Đội Cảnh sát Phòng cháy": the field is longer than the head that it begins with.
    let field = FIELD.at(sheet, i).map_or(i, |(end, _)| end);
    // "BCH đoàn xã": behind an abbreviation the body that has the board may be written small.
    let small = sheet.caps(from) == Caps::Upper && i == next(from) && sheet.is(i, "đoàn");
    let head = HEAD.at(sheet, i).filter(|&(end, _)| {
        (capital(sheet, i) || small && !sheet.loud(from))
            && (body != "phòng" || sheet.is(next(from), "giao"))
            && end >= field
    });
    if let Some((end, _)) = head {
        return Some(end);
    }
    if let Some((end, _)) = FIELD.at(sheet, i)
        && capital(sheet, i)
        && !(sheet.is(i, "kế") && sheet.is(end, "số"))
    {
        return Some(end);
    }
    if let Some(end) = small_field(sheet, i, from) {
        return Some(end);
    }
    if let Some((end, _)) = LEVEL.at(sheet, i) {
        let cell = sheet.is_digits(end) && !matches!(sheet.mark(next(end)), '.' | ',' | '/');
        return Some(match () {
            () if person_follows(sheet, from, i, end) => end,
            () if proper(sheet, end) && (!HEAD.has(sheet, end) || like_a_body(sheet, i, end)) => {
                place_end(sheet, end)
            }
            () if cell && sheet.any(prev(end, 1), &["quận", "phường", "q", "p", ".", "xã"]) => {
                next(end)
            }
            () => end,
        });
    }
    if let Some(end) = central(sheet, i).or_else(|| quoted(sheet, i, from)) {
        return Some(end);
    }
    // "chi đoàn VNPT chi nhánh huyện Tân Lập"
    let branch = i.saturating_add(2);
    if sheet.two(i, "chi", "nhánh") && (LEVEL.has(sheet, branch) || proper(sheet, branch)) {
        return Some(branch);
    }
    if sheet.is(i, "khoa") && proper(sheet, next(i)) {
        return Some(next(i));
    }
    if let Some(end) = of_the_school(sheet, i, from) {
        return Some(end);
    }
    if let Some(end) = hamlet(sheet, i, body) {
        return Some(end);
    }
    abbreviated(sheet, i)
        .or_else(|| linked(sheet, i, from))
        .or_else(|| numbered(sheet, i, body))
        .or_else(|| own_name(sheet, i, from))
        .or_else(|| about(sheet, i, from))
        .or_else(|| purpose(sheet, i, from))
        .or_else(|| bridge(sheet, i, from))
        .or_else(|| firm(sheet, i, from))
        .or_else(|| compound(sheet, i, from))
}

/// "Công ty Bảo Việt Bắc Giang": a firm's own name whose first word is also a rare family name, when no post leads to the firm.
fn firm_named(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let firm = sheet.any(from, &["công", "tổng", "tct", "tập", "ngân", "xí", "nhà"])
        && !sheet.is(next(from), "đoàn")
        && !sheet.is(next(from), "an");
    let posted = sheet.any(prev(from, 1), &["đốc", "tịch", "trưởng", "viên", "thư", "phó", "nhân"]);
    // "Giám đốc Công ty Bảo Tín Nhân lực": a name does not go on in lower case with a word that no sentence begins with.
    let goes_on = |to: usize| {
        sheet.kind(to) == Kind::Word
            && sheet.caps(to) == Caps::Lower
            && !TURN.has(sheet, to)
            && !SPEAKS.has(sheet, to)
            && LEVEL.at(sheet, to).is_none()
    };
    let compound = || person::run_at(sheet, i).is_some_and(goes_on);
    firm && (!posted || compound()) && !STRONG_SURNAME.has(sheet, i)
}

/// A place, a founder or a firm's own name, one step from token `i`.
fn own_name(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    // "Quận ủy Hoàn Kiếm Vũ Đăng Định": a place, then a person.
    let person = person::run_at(sheet, i)
        .is_some_and(|to| to > i.saturating_add(2) && !person::second_name(sheet, i, to))
        && !firm_named(sheet, i, from)
        && !schools_name(sheet, i, from);
    let known = PROVINCE.has(sheet, i);
    // "Thành đoàn Chỉ đạo Quận đoàn": a verb.
    let directs = sheet.two(i, "chỉ", "đạo");
    let post = post::at(sheet, i).is_some() || directs;
    // In a text of capitals a bare word may name a committee's place, hardly anything else.
    let open = !sheet.shouting || sheet.is(prev(i, 1), "ủy") || sheet.is(prev(i, 1), "đoàn");
    ((known || open && proper(sheet, i)) && !person && !post).then(|| place_end(sheet, i))
}

/// Heads of one short word that mean something else when nothing proper follows.
fn weak(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let short = to == next(from);
    short
        && sheet.any(
            from,
            &[
                "ban",
                "bộ",
                "phòng",
                "trường",
                "sở",
                "viện",
                "vụ",
                "cục",
                "đội",
                "báo",
                "đài",
                "vùng",
                "đồn",
                "quỹ",
                "đoàn",
                "hội",
                "khoa",
            ],
        )
}

/// "Ban Giám khảo", "Ban Tổ chức Lễ hội": those who hold or judge a contest or a feast, for its days only.
fn judges(sheet: &Sheet<'_>, i: usize) -> bool {
    let occasion = i.saturating_add(3);
    sheet.is(i, "ban")
        && (sheet.two(next(i), "giám", "khảo")
            || sheet.two(next(i), "tổ", "chức")
                && (sheet.any(occasion, &["cuộc", "giải"])
                    || sheet.two(occasion, "lễ", "hội")
                    || sheet.two(occasion, "hội", "thi")))
}

/// "Hội đồng huyện", "Hội đồng thành phố": one for any purpose.
fn any_council(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let level = i.saturating_add(2);
    sheet.two(i, "hội", "đồng") && LEVEL.at(sheet, level).is_some_and(|(end, _)| end == to)
}

/// "Cục Trang bị và kho vận;" in a list parted by semicolons: the whole part is the body's name.
fn listed_whole(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if !matches!(sheet.mark(prev(i, 1)), ';' | ':')
        || !sheet.any(i, &["cục", "vụ", "viện", "trung"])
        || sheet.loud(i)
    {
        return None;
    }
    let end = (next(i)..i.saturating_add(16)).find(|&k| sheet.mark(k) == ';')?;
    let plain = |k: usize| {
        let link = sheet.any(k, &["và", "về"]) || sheet.mark(k) == ',';
        link || sheet.kind(k) == Kind::Word
            && (!TURN.has(sheet, k) || sheet.is(k, "bị") && sheet.any(prev(k, 1), &["trang", "thiết"]))
            && !(HEAD.has(sheet, k) && capital(sheet, k))
    };
    (next(i)..end).all(plain).then_some(end)
}

/// "quần đảo Trường Sa", "xã Trường Hà", "phường Hội Hợp": the head of a body is part of a place's name.
fn names_a_place(sheet: &Sheet<'_>, i: usize) -> bool {
    let level = prev(i, 1);
    // "tại Hội Trường A": a hall; "vượt Trường Sơn", "Nguyễn Trường Tộ": a place, a person.
    let own = sheet.any(next(i), &["sơn", "sa", "chinh", "tộ"]) && sheet.caps(next(i)) == Caps::Title;
    if sheet.is(i, "trường") && (sheet.is(level, "hội") || own) {
        return true;
    }
    let low = sheet.any(level, &["xã", "phường"]) && !sheet.any(prev(i, 2), &["thị"]);
    sheet.is(level, "đảo") || low && like_a_body(sheet, level, i)
}

/// Most tokens of a name: one that hardly ends must not be read once from each of its words.
const LONGEST_NAME: usize = 60;

/// "Phó Trưởng ban Dân vận Thành ủy": behind a post the head's first word may be in lower case; of "Trưởng ban Ban Thi đua" the
/// second one is the board's.
fn behind_post(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is(i, "ban")
        && sheet.any(prev(i, 1), &["trưởng", "phó"])
        && !sheet.is(next(i), "ban")
        && HEAD.at(sheet, i).is_some_and(|(end, _)| sheet.caps(next(i)) != Caps::Lower && end > i)
}

/// The organisation whose name begins at token `i`.
#[inline]
pub(crate) fn at(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    // Most words begin no name: one look says so.
    if HEAD.may_be_at(sheet, i) { read(sheet, i) } else { None }
}

fn read(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let held = behind_post(sheet, i);
    let small = !held && !sheet.loud(i) && sheet.caps(i) == Caps::Lower;
    if !sheet.is_word(i) || small && !small_head(sheet, i) {
        return None;
    }
    // A body's letters inside a document's number ("1234/QĐ-UBND") name no body.
    if !sheet.gap(i) && matches!(sheet.mark(prev(i, 1)), '-' | '/') {
        return None;
    }
    // "Phó Bí thư Thường trực Đảng ủy": "Thường trực" belongs to the post.
    if sheet.is(i, "thường") && sheet.any(prev(i, 1), &["thư", "tịch", "viên", "trưởng", "ban"]) {
        return None;
    }
    let (head, id) = HEAD.at(sheet, i)?;
    if names_a_place(sheet, i) || congress(sheet, i) {
        return None;
    }
    if post::at(sheet, i).is_some_and(|end| end > head) {
        return None;
    }
    let field = FIELD.at(sheet, head).is_some_and(|(end, _)| end > next(head))
        && sheet.any(i, &["sở", "phòng", "bộ"])
        || sheet.is(i, "trường") && field_to_name(sheet, head);
    let halved = sheet.loud(i)
        && sheet.any(
            prev(i, 1),
            &[
                "cán", "cơ", "quốc", "biên", "toàn", "nội", "tiến", "trụ", "dự", "một", "đội", "phân",
                "trực", "y",
            ],
        );
    // "bầu cử Quốc hội khóa XV": what is elected does nothing here.
    if sheet.two(i, "quốc", "hội") && sheet.two(prev(i, 2), "bầu", "cử") {
        return None;
    }
    // "ngành Thuế tỉnh": a trade, not its office.
    if sheet.is(i, "thuế")
        && sheet.is_word(prev(i, 1))
        && sheet.any(prev(i, 1), &["ngành", "cơ", "quan", "chức"])
    {
        return None;
    }
    // "BÁO CÁO" is no newspaper, "các cán Bộ Đoàn" no ministry.
    if sheet.is(i, "báo") && sheet.is(head, "cáo") || sheet.is(i, "bộ") && sheet.is(prev(i, 1), "cán") {
        return None;
    }
    if halved && sheet.any(i, &["bộ", "sở", "phòng", "ban", "đội", "trường"]) {
        return None;
    }
    // "Vùng 4 Hải quân", "Đồn 6 Biên phòng"
    let numbered = sheet.any(i, &["vùng", "đồn"]) && sheet.is_digits(head) && proper(sheet, next(head));
    let follows = field
        || numbered
        || proper(sheet, head)
            && !LEVEL.has(sheet, head)
            && person::run_at(sheet, head).is_none_or(|_| sheet.is(i, "trường"));
    if weak(sheet, i, head) && (!follows || (sheet.loud(i) && !field)) {
        return None;
    }
    let mut to = head;
    while to < i.saturating_add(LONGEST_NAME)
        && let Some(end) = step(sheet, to, i)
    {
        to = end;
    }
    to = listed_whole(sheet, i).map_or(to, |end| end.max(to));
    let named = |k: usize| sheet.is_digits(k) || sheet.is_word(k) && sheet.caps(k) != Caps::Lower;
    // "sinh hoạt chi bộ Đảng" names none.
    let bare = to == next(head)
        && (sheet.is(head, "đảng") || sheet.is_digits(head) && sheet.any(prev(head, 1), &["hội", "đoàn"]));
    // "chi hội Cựu chiến binh": any of them.
    let any = sheet.is(prev(head, 1), "hội") && FIELD.at(sheet, head).is_some_and(|(end, _)| end == to);
    if kind_alone(sheet, i, to) || judges(sheet, i) || any_council(sheet, i, to) {
        return None;
    }
    // "trung ương Đảng": the head itself tells which.
    let first = if is_whole(id) { i } else { head };
    if small && (bare || any || !(first..to).any(named)) {
        return None;
    }
    // "Hội Doanh nghiệp trẻ tỉnh": an association that no list knows is one when its level or its country closes the name.
    let unlisted = sheet.is(i, "hội") && head == next(i);
    let closed = LEVEL.ending(sheet, to, 3).is_some_and(|(from, _)| from > next(head))
        || (next(head)..to).any(|k| LEVEL.has(sheet, k) || PROVINCE.has(sheet, k));
    if unlisted && (small || !closed || sheet.caps(head) != Caps::Title) {
        return None;
    }
    Some(Found { from: i, to, specific: is_whole(id) || to > head, known: None })
}

/// Every organisation of the text, in order, not nested.
pub(crate) fn scan(sheet: &Sheet<'_>, units: &[KnownUnit]) -> Vec<Found> {
    let mut found = Vec::new();
    let known = known_places(sheet, units);
    let mut i = 0;
    while i < sheet.len() {
        let unit = known.iter().filter(|k| k.from == i).max_by_key(|k| k.to).copied();
        let built = at(sheet, i);
        let best = match (unit, built) {
            (Some(u), Some(b)) if b.to > u.to => Some(b),
            (Some(u), _) => Some(u),
            (None, b) => b,
        };
        // Both are written in capitals.
        let short = || abbreviation(sheet, i, &found).or_else(|| school_in_row(sheet, i));
        let row = sheet.caps(i) == Caps::Upper || sheet.is(prev(i, 1), "và") && sheet.caps(i) == Caps::Title;
        let best = best.or_else(|| row.then(short).flatten());
        if let Some(f) = best {
            found.extend(inner(sheet, &f));
            i = f.to.max(next(i));
            found.push(f);
        } else {
            i = next(i);
        }
    }
    found
}

/// "HSVVN TP Đà Nẵng": an abbreviation that the text told in brackets in a body's name before.
fn abbreviation(sheet: &Sheet<'_>, i: usize, found: &[Found]) -> Option<Found> {
    let short = sheet.caps(i) == Caps::Upper && !sheet.loud(i) && sheet.key(i).chars().count() >= 3;
    if !short || sheet.mark(prev(i, 1)) == '(' {
        return None;
    }
    // "Hội Sinh viên Việt Nam (HSVVN)", not "Hội Cựu chiến binh (CCB) tỉnh": it stands for the head too.
    let initial = |f: &&Found| sheet.key(f.from).chars().next() == sheet.key(i).chars().next();
    let told = |f: &&Found| {
        initial(f)
            && (f.from..f.to.saturating_add(2)).any(|k| {
                sheet.mark(k) == '('
                    && sheet.is(next(k), sheet.key(i))
                    && sheet.mark(k.saturating_add(2)) == ')'
            })
    };
    // A text tells its abbreviations early; the rest of a long one is not searched.
    let named = found.iter().take(64).find(told)?;
    let to = LEVEL
        .at(sheet, next(i))
        .map_or(next(i), |(end, _)| if proper(sheet, end) { place_end(sheet, end) } else { end });
    Some(Found { from: i, to, specific: to > next(i) || named.specific, known: None })
}

fn pair<'a>(sheet: &'a Sheet<'_>, i: usize) -> (&'a str, &'a str) {
    (sheet.key(i), sheet.key(next(i)))
}

/// Where names of known units stand. The tree may hold ten thousand names, so only those whose first two
/// words follow each other in the text are compared in full.
fn known_places(sheet: &Sheet<'_>, units: &[KnownUnit]) -> Vec<Found> {
    let mut places = Vec::new();
    if units.is_empty() {
        return places;
    }
    let pairs: HashSet<(&str, &str)> = (0..sheet.len()).map(|i| pair(sheet, i)).collect();
    for (index, unit) in units.iter().enumerate() {
        for name in std::iter::once(&unit.name).chain(&unit.aliases) {
            let mut words = name.split_whitespace();
            let (Some(first), Some(second)) = (words.next(), words.next()) else { continue };
            let (first, second) = (key_of(first), key_of(second));
            if !pairs.contains(&(first.as_str(), second.as_str())) {
                continue;
            }
            let keys: Vec<String> = name.split_whitespace().map(key_of).collect();
            for i in 0..sheet.len() {
                let fits = keys.iter().enumerate().all(|(n, k)| sheet.is(i.saturating_add(n), k));
                if fits && proper(sheet, i) {
                    let to = i.saturating_add(keys.len());
                    places.push(Found { from: i, to, specific: true, known: Some(index) });
                }
            }
        }
    }
    places
}

/// The institution a Party or union body belongs to: "Trường Cao đẳng Quảng Nam" in "Đảng ủy Trường …".
fn inner(sheet: &Sheet<'_>, outer: &Found) -> Option<Found> {
    let start =
        (next(outer.from)..outer.to).find(|&i| sheet.any(i, &["trường", "tập", "tổng", "bệnh", "học"]))?;
    // "HĐND xã Trường Xuân": a place.
    if LEVEL.ending(sheet, start, 3).is_some() {
        return None;
    }
    let body = at(sheet, start).filter(|f| f.specific && f.to == outer.to)?;
    let company = sheet.is(outer.from, "công") && !sheet.is(next(outer.from), "đoàn");
    (body.to.saturating_sub(body.from) >= 4 && !sheet.is(outer.from, "trường") && !company).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let sheet = Sheet::new(text);
        crate::body::merge(&sheet, &scan(&sheet, &[]), &[]).into_iter().map(|o| o.name).collect()
    }

    #[test]
    fn names_are_read_to_their_end() {
        assert_eq!(
            names("Chiều nay, Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ tổ chức"),
            ["Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ"]
        );
        assert_eq!(
            names("của Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ sơ kết"),
            ["Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ"]
        );
        assert_eq!(names("Bí thư Quận ủy Thanh Xuân Bùi Huyền Mai trao"), ["Quận ủy Thanh Xuân"]);
        assert_eq!(names("Phó Trưởng Ban Tuyên giáo Thành ủy; Phạm Phước Lợi"), ["Ban Tuyên giáo Thành ủy"]);
        assert_eq!(
            names("Sở Văn hóa, Thể thao và Du lịch tỉnh Sóc Trăng"),
            ["Sở Văn hóa, Thể thao và Du lịch tỉnh Sóc Trăng"]
        );
        assert_eq!(names("toàn Đảng bộ có"), Vec::<String>::new());
    }

    #[test]
    fn the_installations_own_units_come_first() {
        let sheet = Sheet::new("tại Tổ tự quản Sông Xanh đã có");
        let units = [KnownUnit { name: "Tổ tự quản Sông Xanh".into(), aliases: vec![] }];
        let items = crate::body::merge(&sheet, &scan(&sheet, &units), &[]);
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].known, Some(0));
    }
}
