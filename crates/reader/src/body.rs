//! One item an organisation: which mentions name one, and which names are the same one.
//!
//! Not here: how a name is read to its end (`organisation`).

use std::collections::HashSet;

use crate::claim::mention;
use crate::key::key_of;
use crate::lexicon::organisations::{FIELD, HEAD, LEVEL};
use crate::lexicon::units::NAMED_BY_NUMBER;
use crate::organisation::Found;
use crate::reading::{Certainty, Organisation, Reason};
use crate::token::{Caps, Sheet, next, prev};

/// Mentions that name no body of their own, whatever their words.
const NAMELESS: &[fn(&Sheet<'_>, &Found) -> bool] =
    &[office, quoted, counted, outlet, any_of_many, form_of_school, member, venue, own, kinds];

/// Names that say which kind of body, but not which body, stand in the text for the one named before.
fn names_one(sheet: &Sheet<'_>, f: &Found, row: bool) -> bool {
    (f.specific || row) && !NAMELESS.iter().any(|nameless| nameless(sheet, f))
}

/// "Thủ tướng Chính phủ", "Phó Thủ tướng Thường trực Chính phủ", "Trưởng đoàn Đại biểu Quốc hội": the post.
fn office(sheet: &Sheet<'_>, f: &Found) -> bool {
    let first = sheet.is(prev(f.from, 1), "trực") && sheet.is(prev(f.from, 3), "tướng");
    let member =
        sheet.is(f.from, "quốc") && sheet.is(prev(f.from, 1), "biểu") && f.to > f.from.saturating_add(2);
    member || sheet.is(f.from, "chính") && (sheet.is(prev(f.from, 1), "tướng") || first)
}

/// "“Đảng bộ trong sạch …”": a title.
fn quoted(sheet: &Sheet<'_>, f: &Found) -> bool {
    let before = prev(f.from, 1);
    let opens =
        sheet.mark(before) == '“' || sheet.mark(before) == '"' && sheet.gap(before) && !sheet.gap(f.from);
    // "cho biết: “Đảng ủy Khối quan tâm …”": somebody speaks.
    opens && sheet.mark(prev(before, 1)) != ':'
}

/// "25 Đảng bộ xã": counted, not named.
fn counted(sheet: &Sheet<'_>, f: &Found) -> bool {
    let before = prev(f.from, 1);
    sheet.is_digits(before)
        && sheet.digits(before).len() <= 3
        && !matches!(sheet.mark(prev(f.from, 2)), '/' | '-' | '.')
        && sheet.any(f.from, &["đảng", "chi", "tổ", "hội", "trạm", "đội", "sở", "trường", "phòng"])
        && NAMED_BY_NUMBER.ending(sheet, before, 3).is_none()
        && !sheet.any(prev(f.from, 2), &["tháng", "ngày"])
}

/// "(Báo Quảng Ngãi)", "Ảnh: Báo Ấp Bắc", "Xuân Thưởng – Báo Tân Lập Online": who wrote, and for whom.
fn outlet(sheet: &Sheet<'_>, f: &Found) -> bool {
    let before = sheet.mark(prev(f.from, 1));
    let line = sheet.line(sheet.line_of(f.from));
    let signs = before == '-' && line.to == f.to && line.to <= line.from.saturating_add(9);
    // "Tin & Ảnh: Văn phòng Công ty"
    let credit =
        before == ':' && line.to == f.to && sheet.any(prev(f.from, 2), &["ảnh", "tin", "bài", "nguồn"]);
    credit || sheet.is(f.from, "báo") && (matches!(before, '(' | ':') || signs)
}

/// "các LĐLĐ huyện", "Hội Nông dân các cấp", "MTTQ cấp xã", "Chi ủy Chi bộ": any of them, or all.
fn any_of_many(sheet: &Sheet<'_>, f: &Found) -> bool {
    let before = prev(f.from, 1);
    let levels = sheet.is(before, "cấp") && sheet.is(prev(f.from, 2), "các");
    let cell = f.to == f.from.saturating_add(4) && sheet.is(f.from, "chi") && sheet.is(prev(f.to, 2), "chi");
    let level = sheet.is(prev(f.to, 2), "cấp") && sheet.any(prev(f.to, 1), &["tỉnh", "huyện", "xã"]);
    let each = sheet.any(before, &["các", "mỗi", "từng"])
        && LEVEL.ending(sheet, f.to, 2).is_some_and(|(from, _)| from > f.from);
    let whose = ["cấp", "xã", "địa", "huyện", "phường", "thôn", "đơn", "khu", "tỉnh"];
    let all = sheet.is(f.to, "các") && sheet.any(next(f.to), &whose)
        || sheet.is(prev(f.to, 2), "các") && LEVEL.has(sheet, prev(f.to, 1));
    // "các Trung tâm Kinh doanh", "các Trường Đại học": only which kind.
    let kind = sheet.any(before, &["các", "những"])
        && sheet.any(f.from, &["trung", "trường", "trạm", "đội"])
        && sheet.caps(prev(f.to, 1)) == Caps::Lower
        && (FIELD.ending(sheet, f.to, 3).is_some() || f.to == f.from.saturating_add(4));
    // "Công đoàn cơ sở": the kind.
    let base = sheet.is(f.from, "công")
        && f.to == f.from.saturating_add(4)
        && sheet.is(prev(f.to, 2), "cơ")
        && sheet.is(prev(f.to, 1), "sở");
    levels || cell || level || each || all || kind || base
}

/// "lớp Đại học", "ngành nghề Đại học": what one studies.
fn form_of_school(sheet: &Sheet<'_>, f: &Found) -> bool {
    let kind = (1..=2).any(|n| sheet.any(prev(f.from, n), &["lớp", "ngành", "nghề"]));
    kind && sheet.is(f.from, "đại")
}

/// "người đảng viên Đảng Cộng sản Việt Nam": what everybody here is a member of.
fn member(sheet: &Sheet<'_>, f: &Found) -> bool {
    sheet.is(prev(f.from, 1), "viên")
        && sheet.is(f.from, "đảng")
        && sheet.is(f.from.saturating_add(1), "cộng")
}

/// "tại Trung tâm Hội nghị tỉnh": where one meets.
fn venue(sheet: &Sheet<'_>, f: &Found) -> bool {
    let at = |n: usize, key: &str| sheet.is(f.from.saturating_add(n), key);
    let hall = at(0, "trung") && at(1, "tâm") && at(2, "hội") && at(3, "nghị")
        || at(0, "nhà") && (at(1, "hát") || at(1, "văn") && at(2, "hóa"));
    hall && sheet.is(prev(f.from, 1), "tại")
}

/// "Ban Chấp hành Đảng bộ", "Chi bộ nhà trường" with nothing behind: the body is the one of whom the text speaks anyway.
fn own(sheet: &Sheet<'_>, f: &Found) -> bool {
    let at = |n: usize| f.from.saturating_add(n);
    let board = match () {
        () if sheet.is(f.from, "ban") && sheet.is(at(1), "chấp") && sheet.is(at(2), "hành") => at(3),
        () if sheet.any(f.from, &["bch", "ubkt"]) => at(1),
        () => {
            let cell = sheet.is(f.from, "chi") && sheet.any(at(1), &["bộ", "ủy"]);
            return cell && f.to == at(4) && sheet.is(at(2), "nhà") && sheet.is(at(3), "trường");
        }
    };
    f.to == board.saturating_add(2)
        && sheet.any(board, &["đảng", "chi", "công"])
        && sheet.any(board.saturating_add(1), &["bộ", "ủy", "đoàn"])
}

/// "các Phòng, Ban Trung tâm", "cụm Công đoàn số 1", "từ một Phòng Kỹ thuật": kinds of bodies, a cluster of them, or some one.
fn kinds(sheet: &Sheet<'_>, f: &Found) -> bool {
    let before = prev(f.from, 1);
    let places = ["trung", "chi", "nhà", "xí", "phân", "công"];
    let two = sheet.any(f.from, &["ban", "phòng"])
        && sheet.any(next(f.from), &places)
        && HEAD.at(sheet, next(f.from)).is_some_and(|(end, _)| end == f.to);
    let cluster = sheet.is(before, "cụm") && sheet.is_digits(prev(f.to, 1));
    let some = sheet.is(before, "một") && sheet.any(f.from, &["phòng", "ban", "đội", "trạm", "trung", "xí"]);
    two || cluster || some
}

/// One item an organisation: equal names and shorter forms of a longer name are the same one.
/// `outside` holds the lines that belong to the page, not to the report.
pub(crate) fn merge(sheet: &Sheet<'_>, found: &[Found], outside: &[bool]) -> Vec<Organisation> {
    let mut items: Vec<(String, Organisation)> = Vec::new();
    let inside = |f: &&Found| !outside.get(sheet.line_of(f.from)).copied().unwrap_or(false);
    let starts: HashSet<usize> = found.iter().filter(|g| g.specific).map(|g| g.from).collect();
    let row = |f: &Found| {
        let council =
            sheet.is(f.from.saturating_add(1), "đồng") && sheet.is(f.from.saturating_add(2), "nhân");
        let hall = sheet.is(f.from, "hội") && !council
            || sheet.is(f.from, "ban") && sheet.any(f.from.saturating_add(1), &["tuyên", "dân", "tổ"]);
        hall && f.to >= f.from.saturating_add(3) && sheet.mark(f.to) == ',' && starts.contains(&next(f.to))
    };
    for f in found.iter().filter(|f| names_one(sheet, f, row(f))).filter(inside) {
        let bracketed = (f.from..f.to).any(|i| matches!(sheet.mark(i), '(' | ')'));
        let key = sheet.keys(f.from, f.to);
        let key = if bracketed { key.replace("( ", "").replace(" )", "") } else { key };
        if let Some((_, item)) = items.iter_mut().find(|(k, _)| *k == key) {
            item.mention.again(sheet.span(f.from, f.to));
            item.known = item.known.or(f.known);
            continue;
        }
        let (certainty, reason) = match f.known {
            Some(_) => (Certainty::Certain, Reason::KnownUnit),
            None => (Certainty::Likely, Reason::Wording),
        };
        let organisation = Organisation {
            name: sheet.words(f.from, f.to),
            known: f.known,
            mention: mention(sheet, f.from, f.to, certainty, &[reason]),
        };
        items.push((key, organisation));
    }
    join_short(items)
}

/// A name that tells its short form in brackets: "Hội Cựu chiến binh (CCB) tỉnh".
struct Bracketed {
    before: String,
    short: String,
    after: String,
}

impl Bracketed {
    fn of(name: &str) -> Option<Self> {
        let (before, rest) = name.split_once('(')?;
        let (short, after) = rest.split_once(')')?;
        let key = |text: &str| spelt_out(&text.split_whitespace().map(key_of).collect::<Vec<_>>().join(" "));
        Some(Self { before: key(before), short: key(short), after: key(after) })
    }

    /// Whether the key is this name without the bracket, or with the short form for the words before it.
    fn names(&self, key: &str) -> bool {
        let join = |head: &str| format!("{head} {}", self.after).trim().to_owned();
        let shortened = key.strip_suffix(join(&self.short).as_str()).map(str::trim_end);
        key == join(&self.before) || shortened.is_some_and(|head| self.before.starts_with(head))
    }
}

/// Abbreviations that these texts use beside the whole words.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("cđ", "công đoàn"),
    ("vn", "việt nam"),
    ("tp", "thành phố"),
    ("tw", "trung ương"),
    ("lđlđ", "liên đoàn lao động"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("bch", "ban chấp hành"),
    ("btv", "ban thường vụ"),
    ("tvtu", "thường vụ tỉnh ủy"),
    ("ccb", "cựu chiến binh"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("chqs", "chỉ huy quân sự"),
    ("bđbp", "bộ đội biên phòng"),
    ("mttq", "mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("ub", "ủy ban"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("nd", "nông dân"),
    ("dn", "doanh nghiệp"),
    ("bcđ", "ban chỉ đạo"),
    ("hnd", "hội nông dân"),
    ("hpn", "hội phụ nữ"),
    ("đbp", "đồn biên phòng"),
    ("atgt", "an toàn giao thông"),
    ("hmtn", "hiến máu tình nguyện"),
    ("sv", "sinh viên"),
    ("tn", "thanh niên"),
];

/// The key with its abbreviations written out: "CĐ Cao su VN" is "Công đoàn Cao su Việt Nam".
fn spelt_out(key: &str) -> String {
    let whole = |word: &str| SHORT_FORMS.iter().find(|(s, _)| *s == word).map(|(_, whole)| *whole);
    let words: Vec<&str> =
        key.split(' ').filter(|w| !matches!(*w, "." | ",")).map(|w| whole(w).unwrap_or(w)).collect();
    // "Ủy ban MTTQ xã" is "Ủy ban MTTQ Việt Nam xã".
    words.join(" ").replace("mặt trận tổ quốc việt nam", "mặt trận tổ quốc")
}

/// A name that begins a longer name of the text is its short form: "Đảng ủy Khối" for "Đảng ủy Khối Cơ quan …".
fn join_short(items: Vec<(String, Organisation)>) -> Vec<Organisation> {
    let keys: Vec<String> = items.iter().map(|(k, _)| spelt_out(k)).collect();
    let bracketed: Vec<Option<Bracketed>> = items.iter().map(|(_, item)| Bracketed::of(&item.name)).collect();
    let longer = |n: usize| {
        let key = keys.get(n)?;
        let full = bracketed.iter().position(|b| b.as_ref().is_some_and(|b| b.names(key)));
        if full.is_some_and(|m| m != n) {
            return full;
        }
        let same = keys.iter().take(n).position(|k| k == key);
        let begins = |k: &String| k.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(' '));
        // "MTTQ phường": its committee, which the text tells too.
        let committee = |k: &String| {
            key.starts_with("mặt trận tổ quốc ") && k.strip_prefix("ủy ban ").is_some_and(|rest| rest == key)
        };
        same.or_else(|| keys.iter().position(|k| begins(k) || committee(k)))
    };
    let targets: Vec<Option<usize>> = (0..keys.len()).map(longer).collect();
    let mut kept: Vec<Option<Organisation>> = items.into_iter().map(|(_, item)| Some(item)).collect();
    for (n, target) in targets.iter().enumerate() {
        // A short form's own longer form is told too: all join the last.
        let further = |t: usize| targets.get(t).copied().flatten();
        let Some(target) = target.map(|t| further(t).map_or(t, |u| further(u).unwrap_or(u))) else {
            continue;
        };
        let Some(short) = kept.get_mut(n).and_then(Option::take) else { continue };
        if let Some(Some(long)) = kept.get_mut(target) {
            long.known = long.known.or(short.known);
            for span in short.mention.spans {
                long.mention.again(span);
            }
        }
    }
    kept.into_iter().flatten().collect()
}
