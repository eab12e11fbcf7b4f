//! Organisations: a head ("Đảng ủy", "Sở") and what goes on it (fields, levels, places, other bodies), and
//! the units of the installation's own tree.
//!
//! Not here: who they gave awards to (`award`) and posts in them (`person`).

use std::collections::HashSet;

use crate::key::key_of;
use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE, is_whole};
use crate::lexicon::words::{COMMON, TURN};
use crate::options::KnownUnit;
use crate::person;
use crate::token::{Caps, Kind, Sheet, prev};

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

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// A word that may stand in a name: a capital, or in a loud line a word that is not a common one.
pub(crate) fn proper(sheet: &Sheet<'_>, i: usize) -> bool {
    if !sheet.is_word(i) {
        return false;
    }
    if sheet.loud(i) { !COMMON.has(sheet, i) } else { sheet.caps(i) != Caps::Lower }
}

/// The word is written with a capital, or its line is all capitals.
fn capital(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.loud(i) || sheet.caps(i) != Caps::Lower
}

/// The end of a place's name that begins at token `i`: a province, or one to three proper words.
fn place_end(sheet: &Sheet<'_>, i: usize) -> usize {
    if let Some((end, _)) = PROVINCE.at(sheet, i) {
        return end;
    }
    let mut at = next(i);
    let most = if sheet.loud(i) { 2 } else { 4 };
    while at < i.saturating_add(most)
        && proper(sheet, at)
        && !HEAD.has(sheet, at)
        && !LEVEL.has(sheet, at)
        && !FIELD.has(sheet, at)
        && person::post_at(sheet, at).is_none()
        && person::run_at(sheet, at).is_none()
    {
        at = next(at);
    }
    at
}

/// What may follow in a name that begins at token `from`, one step from token `i`.
fn step(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let body = sheet.key(from);
    if sheet.kind(i) == Kind::Break {
        return None;
    }
    // Where capitals say nothing the words with which a sentence goes on end the name.
    if sheet.loud(i) && TURN.has(sheet, i) {
        let links = sheet.any(i, &["và", "các"]);
        return if links { linked(sheet, i, from) } else { None };
    }
    if let Some((end, _)) = HEAD.at(sheet, i).filter(|_| capital(sheet, i) && body != "phòng") {
        return Some(end);
    }
    if let Some((end, _)) = FIELD.at(sheet, i)
        && capital(sheet, i)
        && !(sheet.is(i, "kế") && sheet.is(end, "số"))
    {
        return Some(end);
    }
    // "Chi bộ trường MNTH Hoa Sen"
    let small = sheet.is(i, "trường") && sheet.caps(i) == Caps::Lower && sheet.caps(next(i)) != Caps::Lower;
    if small
        && sheet.is_word(next(i))
        && matches!(body, "chi" | "đảng" | "công" | "đoàn")
        && from < prev(i, 1)
    {
        return Some(next(i));
    }
    // "Trường Mầm non khu công nghiệp Tân Lập": a school's field in lower case leads to its name.
    if (from..i).any(|k| sheet.is(k, "trường"))
        && let Some((end, _)) = FIELD.at(sheet, i).filter(|&(end, _)| proper(sheet, end))
    {
        return Some(end);
    }
    let lax = (matches!(body, "sở" | "phòng" | "hội" | "khối" | "đoàn" | "trung" | "đài" | "hiệp")
        || sheet.is(prev(i, 1), "khối")
        || body == "chi" && sheet.is(next(from), "hội"))
        && (body == "trung" || !sheet.any(i, &["tổ", "xây", "phát", "phục", "tuyên", "bồi", "kiểm"]));
    if lax && let Some((end, _)) = FIELD.at(sheet, i).filter(|&(end, _)| end > next(i)) {
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
    if sheet.is(i, "trung") && sheet.is(next(i), "ương") {
        return Some(i.saturating_add(2));
    }
    // "chi đoàn VNPT chi nhánh huyện Tân Lập"
    let branch = i.saturating_add(2);
    if sheet.is(i, "chi") && sheet.is(next(i), "nhánh") && (LEVEL.has(sheet, branch) || proper(sheet, branch))
    {
        return Some(branch);
    }
    if sheet.is(i, "khoa") && proper(sheet, next(i)) {
        return Some(next(i));
    }
    if let Some(end) = hamlet(sheet, i, body) {
        return Some(end);
    }
    abbreviated(sheet, i)
        .or_else(|| linked(sheet, i, from))
        .or_else(|| numbered(sheet, i, body))
        .or_else(|| {
            let person = person::run_at(sheet, i).is_some_and(|to| to > i.saturating_add(2))
                && !(from..i).any(|k| sheet.is(k, "trường") && LEVEL.ending(sheet, k, 3).is_none());
            let known = PROVINCE.has(sheet, i);
            let post = person::post_at(sheet, i).is_some();
            // In a text of capitals a bare word may name a committee's place, hardly anything else.
            let open = !sheet.shouting || sheet.is(prev(i, 1), "ủy") || sheet.is(prev(i, 1), "đoàn");
            ((known || open && proper(sheet, i)) && !person && !post).then(|| place_end(sheet, i))
        })
        .or_else(|| bridge(sheet, i, from))
        .or_else(|| compound(sheet, i, from))
}

/// "xã Trường Xuân", "phường Hội Hợp": the place's name begins with a word that also heads bodies.
fn like_a_body(sheet: &Sheet<'_>, level: usize, i: usize) -> bool {
    let one = HEAD.at(sheet, i).is_some_and(|(end, _)| end == next(i));
    let low = sheet.any(level, &["xã", "phường", "thị", "huyện"]);
    one && low && !sheet.loud(i) && sheet.caps(next(i)) == Caps::Title && !FIELD.has(sheet, next(i))
}

/// "thôn Tân Lập", "khu phố 4", "tổ dân phố số 2": where a body of the grass roots is.
fn hamlet(sheet: &Sheet<'_>, i: usize, body: &str) -> Option<usize> {
    let two = sheet.any(i, &["khu", "khối"]) && sheet.any(next(i), &["phố", "vực"]);
    let three = sheet.is(i, "tổ") && sheet.is(next(i), "dân") && sheet.is(i.saturating_add(2), "phố");
    // "chi bộ khu Cầu Mười"; "khu" heads other names too, so only a small word that a place follows counts.
    let quarter = sheet.is(i, "khu") && sheet.caps(i) == Caps::Lower && body == "chi";
    let one = sheet.any(i, &["thôn", "ấp", "khóm", "xóm", "buôn", "làng", "bản", "sóc"]) || quarter;
    let at = match () {
        () if three => i.saturating_add(3),
        () if two => i.saturating_add(2),
        () if one => next(i),
        () => return None,
    };
    let at = if sheet.is(at, "số") && sheet.is_digits(next(at)) { next(at) } else { at };
    if sheet.is_digits(at) && sheet.digits(at).len() <= 2 && matches!(body, "chi" | "ban" | "hội" | "tổ")
    {
        // "Tổ dân phố 2C"
        let letter = sheet.is_word(next(at)) && !sheet.gap(next(at)) && sheet.key(next(at)).len() == 1;
        return Some(if letter { at.saturating_add(2) } else { next(at) });
    }
    let place = proper(sheet, at) && !HEAD.has(sheet, at) && (one || person::run_at(sheet, at).is_none());
    place.then(|| place_end(sheet, at))
}

/// "Ban Chỉ đạo Cuộc vận động", "Đội Kiểm soát": only the first syllable of a word of two is a capital, when it stands
/// right behind the head.
fn compound(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, id) = HEAD.at(sheet, from)?;
    let opened = i == next(head) && sheet.caps(head) == Caps::Title && !LEVEL.has(sheet, head);
    let syllables = (head..next(i)).all(|k| sheet.kind(k) == Kind::Word && sheet.key(k).chars().count() <= 7);
    let place = PROVINCE.at(sheet, head).is_some() || FIELD.at(sheet, head).is_some_and(|(end, _)| end >= i);
    let fits = opened && syllables && !place && sheet.caps(i) == Caps::Lower && !sheet.loud(i);
    (fits && !is_whole(id) && !TURN.has(sheet, i) && !LEVEL.has(sheet, i)).then(|| next(i))
}

/// Most words in lower case between the capital that opens what a body is for and the level it ends with.
const LONGEST_BRIDGE: usize = 8;

/// "Ban Chỉ đạo Hiến máu tình nguyện huyện Đức Cơ": what the body is for goes on in lower case to its level. Only
/// words that no sentence turns on may stand between.
fn bridge(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, id) = HEAD.at(sheet, from)?;
    let opened = i > head && sheet.caps(prev(i, 1)) == Caps::Title;
    let acting = i == head && sheet.is(from, "ban") && sheet.any(prev(i, 1), &["đạo", "lý", "động"]);
    if sheet.loud(i) || is_whole(id) || !(opened || acting) {
        return None;
    }
    let end = (i..i.saturating_add(LONGEST_BRIDGE)).find(|&k| {
        sheet.kind(k) != Kind::Word
            || sheet.caps(k) != Caps::Lower
            || LEVEL.has(sheet, k)
            || TURN.has(sheet, k) && !(sheet.is(k, "bị") && sheet.is(prev(k, 1), "thiết"))
    })?;
    let level = LEVEL.at(sheet, end).is_some_and(|(after, _)| sheet.is_word(after));
    // "Công ty CP Thiết bị giáo dục Hồng Đức": a firm's or a centre's field ends with its name.
    let named = sheet.any(from, &["công", "trung", "tổng", "xí", "hợp", "htx", "nhà"])
        && end <= i.saturating_add(4)
        && sheet.caps(end) != Caps::Lower
        && sheet.kind(end) == Kind::Word
        && !HEAD.has(sheet, end)
        && person::post_at(sheet, end).is_none();
    (end > i && (level || named)).then_some(end)
}

/// "Chủ tịch UBND tỉnh Nguyễn Văn Sơn": after a level stands a person, when no place of that level bears a
/// person's name, or a post leads to the body.
fn person_follows(sheet: &Sheet<'_>, from: usize, level: usize, i: usize) -> bool {
    let high = sheet.any(level, &["tỉnh", "thành", "tp"]);
    let member = sheet.is(prev(from, 1), "viên") && !sheet.any(prev(from, 2), &["ủy", "chuyên"]);
    let posted = !member
        && sheet.any(prev(from, 1), &["tịch", "thư", "đốc", "trưởng", "viên", "nhiệm", "phó", "kiêm"]);
    let run = person::run_at(sheet, i).is_some_and(|to| to >= i.saturating_add(3));
    // "chị Thạch Thị Sa, Chủ tịch Hội xã Lưu Nghiệp Anh": the post is already somebody's.
    let held = (2..=6).map(|n| prev(from, n)).any(|comma| {
        matches!(sheet.mark(comma), ',' | '-')
            && (2..=5).filter_map(|n| comma.checked_sub(n)).any(|s| person::run_at(sheet, s) == Some(comma))
    });
    run && (high || (posted && !held)) && !PROVINCE.has(sheet, i)
}

/// "và Công nghiệp", ", Thể thao", "các Khu chế xuất", "(CCQ) tỉnh".
fn linked(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let body = sheet.key(from);
    let after = next(i);
    let field = FIELD.at(sheet, after).filter(|_| capital(sheet, after)).map(|(end, _)| end);
    if sheet.any(i, &["và", "-"]) {
        let field = field.or_else(|| {
            let office =
                matches!(body, "sở" | "phòng") || (from..i).any(|k| sheet.any(k, &["khoa", "phòng"]));
            FIELD.at(sheet, after).filter(|_| office).map(|(end, _)| end)
        });
        let pair = sheet.is(i, "-") && joins_names(sheet, i);
        if pair {
            return Some(next(after));
        }
        let industry = sheet.is(i, "và")
            && sheet.any(after, &["công", "thanh"])
            && !sheet.any(next(after), &["an", "đoàn"]);
        return field.filter(|_| !HEAD.has(sheet, after) || industry);
    }
    let whole = HEAD.at(sheet, from).is_some_and(|(_, id)| is_whole(id));
    if sheet.mark(i) == ',' && matches!(body, "sở" | "bộ" | "phòng" | "ban") && !whole {
        let numbered = |end: &usize| sheet.is(*end, "số") || sheet.is_digits(*end);
        return field.filter(|end| !HEAD.has(sheet, after) && !numbered(end));
    }
    // "Khối Đại học, Cao đẳng TP", "Phòng Tổ chức, hành chính, quản trị"
    let block = (from..i).any(|k| sheet.is(k, "khối")) && capital(sheet, after);
    let office = !whole && (from..i).any(|k| sheet.is(k, "phòng")) && !capital(sheet, after) && body == "chi";
    if sheet.mark(i) == ',' && (block || office) && FIELD.ending(sheet, i, 4).is_some() {
        let end = FIELD.at(sheet, after).map(|(end, _)| end).filter(|_| !HEAD.has(sheet, after));
        return end.filter(|&end| office || sheet.is(end, "và") || LEVEL.has(sheet, end));
    }
    if sheet.is(i, "các") {
        return FIELD
            .at(sheet, after)
            .filter(|_| {
                // "Đảng ủy các cơ quan Đảng thành phố": the committees of 2025 are written small.
                let committee = sheet.is(after, "cơ") && sheet.any(prev(i, 1), &["ủy", "bộ"]);
                capital(sheet, after) || capital(sheet, i) || sheet.is(prev(i, 1), "khối") || committee
            })
            .map(|(end, _)| end);
    }
    let abbreviation =
        sheet.mark(i) == '(' && sheet.caps(after) == Caps::Upper && sheet.mark(next(after)) == ')';
    let rest = i.saturating_add(3);
    (abbreviation && (LEVEL.has(sheet, rest) || proper(sheet, rest))).then_some(rest)
}

/// "Liên doanh Việt - Nga": a dash between two capitals that open neither a post nor a body nor a person.
fn joins_names(sheet: &Sheet<'_>, dash: usize) -> bool {
    let after = next(dash);
    let title = |k: usize| !sheet.loud(k) && sheet.caps(k) == Caps::Title && sheet.kind(k) == Kind::Word;
    let opens = HEAD.has(sheet, after)
        || LEVEL.has(sheet, after)
        || person::post_at(sheet, after).is_some()
        || person::run_at(sheet, after).is_some();
    let goes_on = title(next(after)) || sheet.mark(next(after)) == '-';
    title(prev(dash, 1)) && title(after) && goes_on && !opens
}

/// "GD&ĐT", "GD-ĐT", "THCS&THPT": abbreviations joined without spaces.
fn abbreviated(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let joined = matches!(sheet.mark(i), '&' | '-' | '/') && !sheet.gap(i) && !sheet.gap(next(i));
    let upper = |k: usize| sheet.caps(k) == Caps::Upper && sheet.is_word(k);
    (joined && upper(prev(i, 1)) && upper(next(i))).then(|| i.saturating_add(2))
}

/// "Chi bộ 2", "Đội Kiểm tra thuế số 2", "Quân khu 9".
fn numbered(sheet: &Sheet<'_>, i: usize, body: &str) -> Option<usize> {
    let takes = matches!(
        body,
        "chi"
            | "đội"
            | "quân"
            | "sư"
            | "trung"
            | "lữ"
            | "tiểu"
            | "trường"
            | "vùng"
            | "đảng"
            | "tổ"
            | "bệnh"
    );
    if sheet.is(i, "số") && sheet.is_digits(next(i)) {
        return Some(i.saturating_add(2));
    }
    // "Bệnh viện 30-4" bears a day.
    if body == "bệnh"
        && sheet.is_digits(i)
        && sheet.mark(next(i)) == '-'
        && sheet.is_digits(i.saturating_add(2))
    {
        return Some(i.saturating_add(3));
    }
    // "Đoàn Phường 4": the head itself ends with a level.
    let cell = sheet.any(prev(i, 1), &["phường", "quận"]);
    let whole = sheet.is_digits(i) && sheet.digits(i).len() <= 3;
    let counted = sheet.any(next(i), &["năm", "tháng", "ngày", "tập", "cá", "đồng", "người", "%"]);
    ((takes || cell) && whole && !counted && !sheet.is(prev(i, 1), "cấp")).then(|| next(i))
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
            ],
        )
}

/// "chi bộ thôn 6", "huyện ủy Tân An": some write a committee small; it is one by name when a name follows. Counted or in
/// the plural it is none.
fn small_head(sheet: &Sheet<'_>, i: usize) -> bool {
    let (before, second) = (prev(i, 1), next(i));
    let committee = sheet.is(second, "ủy")
        && sheet.any(i, &["huyện", "tỉnh", "thành", "quận", "thị", "đảng"])
        || sheet.is(second, "bộ") && sheet.any(i, &["chi", "đảng"])
        || sheet.is(i, "chi") && sheet.any(second, &["hội", "đoàn"]);
    // "trường THCS Tân Lập", "trường Đoàn Lý Tự Trọng"
    let school = sheet.is(i, "trường")
        && (sheet.caps(second) == Caps::Upper && sheet.key(second).chars().count() >= 2
            || sheet.caps(second) == Caps::Title
                && sheet.any(second, &["tiểu", "mầm", "mẫu", "đại", "cao", "đoàn", "chính", "phổ"]))
        && !sheet.loud(i);
    (committee || school)
        && !sheet.is_digits(before)
        && !sheet.any(before, &["các", "những", "mỗi", "từng", "nhiều", "số", "toàn", "cấp", ",", "và"])
}

/// The organisation whose name begins at token `i`.
pub(crate) fn at(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    // "Phó Trưởng ban Dân vận Thành ủy": behind a post the head's first word may be in lower case.
    let held = sheet.any(prev(i, 1), &["trưởng", "phó"])
        && sheet.any(i, &["ban", "phòng"])
        && HEAD.at(sheet, i).is_some_and(|(end, _)| sheet.caps(next(i)) != Caps::Lower && end > i);
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
    // "xã Trường Hà", "phường Hội Hợp": a place.
    let level = prev(i, 1);
    if sheet.any(level, &["xã", "phường"]) && !sheet.any(prev(i, 2), &["thị"]) && like_a_body(sheet, level, i)
    {
        return None;
    }
    if person::post_at(sheet, i).is_some_and(|end| end > head) {
        return None;
    }
    let field = FIELD.at(sheet, head).is_some_and(|(end, _)| end > next(head))
        && sheet.any(i, &["sở", "phòng", "bộ"]);
    let halved = sheet.loud(i)
        && sheet.any(
            prev(i, 1),
            &[
                "cán", "cơ", "quốc", "biên", "toàn", "nội", "tiến", "trụ", "dự", "một", "đội", "phân",
                "trực", "y",
            ],
        );
    // "BÁO CÁO" is no newspaper.
    if sheet.is(i, "báo") && sheet.is(head, "cáo") {
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
    while let Some(end) = step(sheet, to, i) {
        to = end;
    }
    let named = |k: usize| sheet.is_digits(k) || sheet.is_word(k) && sheet.caps(k) != Caps::Lower;
    // "sinh hoạt chi bộ Đảng" names none.
    let bare = to == next(head)
        && (sheet.is(head, "đảng") || sheet.is_digits(head) && sheet.any(prev(head, 1), &["hội", "đoàn"]));
    if small && (bare || !(head..to).any(named)) {
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
