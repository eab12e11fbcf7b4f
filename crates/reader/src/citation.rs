//! Documents named in the text: type, number, date, issuer; short forms joined to their full form.
//!
//! Not here: what the documents say, and the register itself (handed in).

use std::sync::LazyLock;

use crate::claim::{Claims, mention};
use crate::date;
use crate::issuer::{by_letters, by_symbol, committee, issued_by, issued_on, issuer};
use crate::key::key_of;
use crate::options::KnownCitation;
use crate::phrase::Phrases;
use crate::reading::{Certainty, Citation, DateValue, Reason};
use crate::resolution::{congress, constitution, law, plenum, statute, terms};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// Types of documents as they are written, and the symbol that stands for them in a number.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("Chỉ thị", "ct"),
    ("Kết luận", "kl"),
    ("Nghị quyết", "nq"),
    ("Nghị quyết liên tịch", "nqlt"),
    ("Quyết định", "qđ"),
    ("Quy định", "qđi"),
    ("Hướng dẫn", "hd"),
    ("Hướng dẫn liên tịch", "hdlt"),
    ("Kế hoạch", "kh"),
    ("Kế hoạch liên tịch", "khlt"),
    ("Kế hoạch phối hợp", "khph"),
    ("Chương trình phối hợp", "ctph"),
    ("Công văn", "cv"),
    ("Thông báo", "tb"),
    ("Thông báo kết luận", "tbkl"),
    ("Thông tư", "tt"),
    ("Thông tư liên tịch", "ttlt"),
    ("Thông tri", "ttri"),
    ("Nghị định", "nđ"),
    ("Luật", "l"),
    ("Bộ luật", "bl"),
    ("Pháp lệnh", "pl"),
    ("Chương trình", "ctr"),
    ("Chương trình hành động", "cthđ"),
    ("Báo cáo", "bc"),
    ("Tờ trình", "ttr"),
    ("Đề án", "đa"),
    ("Quy chế", "qc"),
    ("Công điện", "cđ"),
    ("Quy chế phối hợp", "qcph"),
    ("Chương trình phối hợp", "ctph"),
    ("Chương trình công tác", "ctct"),
    ("Sắc lệnh", "sl"),
    ("Sắc luật", "slt"),
    ("Phương án", "pa"),
    ("Văn bản", "vb"),
    ("Quyết nghị", "qn"),
];

pub(crate) static KIND: LazyLock<Phrases> = LazyLock::new(|| {
    let names: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
    Phrases::new(&names)
});

/// A document named at tokens `from..to`.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) kind: &'static str,
    pub(crate) number: String,
    pub(crate) date: Option<DateValue>,
    pub(crate) issuer: Option<String>,
    /// The number has no symbols: "Kết luận 01".
    pub(crate) short: bool,
}

fn kind_by_symbol(symbol: &str) -> Option<&'static str> {
    KINDS.iter().find(|(_, s)| *s == symbol).map(|(name, _)| *name)
}

/// Whether the word is a document symbol ("KL", "NQ", "QĐ", "TW") that may stand apart from its number.
fn symbol(sheet: &Sheet<'_>, i: usize) -> bool {
    let key = sheet.key(i);
    let known = kind_by_symbol(key).is_some()
        || by_letters(key).is_some()
        || matches!(
            key,
            "tw" | "tư"
                | "ư"
                | "tu"
                | "đu"
                | "qu"
                | "hu"
                | "cp"
                | "ttg"
                | "ubnd"
                | "hđnd"
                | "bnv"
                | "cb"
                | "qh"
        );
    known && (sheet.caps(i) != Caps::Lower || sheet.kind(i) == Kind::Mixed)
}

/// The end of a number with its symbols from digit token `i`: "01-KL/TW", "04/KHLT-UBND-UBMTTQ",
/// "05 - CT/TW".
pub(crate) fn number_end(sheet: &Sheet<'_>, i: usize) -> usize {
    let mut to = next(i);
    // "7b/NQ-TLĐ": a letter goes on with the number.
    let letter = sheet.is_word(to) && !sheet.gap(to) && sheet.key(to).len() == 1;
    if letter && matches!(sheet.mark(next(to)), '/' | '-') && !sheet.gap(next(to)) {
        to = next(to);
    }
    loop {
        let mark = sheet.mark(to);
        let after = next(to);
        if !matches!(mark, '-' | '/' | '.' | '&') {
            return to;
        }
        let tight = !sheet.gap(to) && !sheet.gap(after);
        let word = sheet.is_word(after) && (sheet.caps(after) != Caps::Lower || tight);
        let digits = sheet.is_digits(after) && tight && (mark == '/' || sheet.digits(after).len() == 4);
        let fits = if tight { word || digits } else { mark != '.' && symbol(sheet, after) };
        if !fits || (mark == '.' && !symbol(sheet, after)) {
            return to;
        }
        to = next(after);
    }
}

pub(crate) fn compact(sheet: &Sheet<'_>, from: usize, to: usize) -> String {
    let mut text = sheet.words(from, to).replace(' ', "");
    if (from..to).any(|i| sheet.loud(i)) || sheet.caps(prev(to, 1)) == Caps::Upper {
        return text;
    }
    if text.chars().any(char::is_alphabetic) {
        text = text.trim_end_matches(['-', '/', '.']).to_owned();
    }
    text
}

/// A type with a number at token `i`.
fn numbered(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let (mut at, id) = KIND.at(sheet, i)?;
    let kind = KINDS.get(id).map(|(name, _)| *name)?;
    let named = sheet.is(at, "số");
    if named {
        at = next(at);
        if sheet.mark(at) == ':' {
            at = next(at);
        }
    }
    if !sheet.is_digits(at) {
        return None;
    }
    let to = number_end(sheet, at);
    let short = to == next(at);
    // "Nghị quyết 4 khóa XII": the plenum's, its name cut short.
    if short
        && matches!(kind, "Nghị quyết" | "Kết luận")
        && let Some(end) = terms(sheet, to)
        && sheet.digits(at).len() == 1
    {
        let number = format!("Trung ương {}", sheet.words(at, end));
        let issuer = Some("Ban Chấp hành Trung ương".to_owned());
        return Some(Found { from: i, to: end, kind, number, date: None, issuer, short: false });
    }
    if short && !plain_number(sheet, i, at, named, kind) {
        return None;
    }
    if short && sheet.digits(at).len() > 3 && !named {
        return None;
    }
    Some(with_rest(
        sheet,
        Found { from: i, to, kind, number: compact(sheet, at, to), date: None, issuer: None, short },
    ))
}

/// Whether a number without symbols after a type is the document's number, and not a count ("Kế hoạch 5 năm").
fn plain_number(sheet: &Sheet<'_>, i: usize, at: usize, named: bool, kind: &str) -> bool {
    // "Nghị quyết số 47 ngày 13/12/2019": its day follows.
    let dated = named && sheet.is(next(at), "ngày") && date::full_day(sheet, at.saturating_add(2)).is_some();
    let counted = !dated
        && sheet.any(
            next(at),
            &[
                "năm", "tháng", "ngày", "tuần", "tập", "điểm", "nội", "nhóm", "cá", "%", "giờ", "đợt", "mục",
                "cấp",
            ],
        );
    let ordinal = matches!(sheet.mark(next(at)), '.' | ',' | '/' | '-')
        && sheet.is_digits(at.saturating_add(2))
        && !sheet.gap(at.saturating_add(2))
        && !row_of_numbers(sheet, at);
    let weighty = matches!(
        kind,
        "Chỉ thị"
            | "Kết luận"
            | "Nghị quyết"
            | "Nghị định"
            | "Quy định"
            | "Quyết định"
            | "Thông tư"
            | "Đề án"
    );
    let capital = sheet.loud(i) || sheet.caps(i) != Caps::Lower;
    let long = sheet.digits(at).len() >= 2;
    !counted && !ordinal && (named || (weighty && (capital || long)))
}

/// "đề án 05,07,08": numbers with their noughts in a row, and no fraction.
fn row_of_numbers(sheet: &Sheet<'_>, at: usize) -> bool {
    let short = |i: usize| sheet.is_digits(i) && sheet.digits(i).len() == 2;
    let other = at.saturating_add(2);
    sheet.mark(next(at)) == ',' && short(at) && short(other) && sheet.key(at).starts_with('0')
}

/// "Chỉ thị số 03, 05 của Bộ Chính trị", "Nghị quyết số 18 và 19": further documents of one type, told with their numbers
/// alone, and one issuer for all.
fn further(sheet: &Sheet<'_>, first: &mut Found) -> Vec<Found> {
    let mut more: Vec<Found> = Vec::new();
    let mut at = first.to;
    while first.short && (sheet.mark(at) == ',' || sheet.is(at, "và")) {
        let number = if sheet.is(next(at), "số") { at.saturating_add(2) } else { next(at) };
        let after = next(number);
        let ends = sheet.any(after, &["của", "và", "về", "ngày"]) || !sheet.is_word(after);
        let own = sheet.mark(after) == '%'
            || matches!(sheet.mark(after), '/' | '-' | '.')
                && !sheet.gap(after)
                && sheet.is_digits(next(after));
        if !sheet.is_digits(number) || sheet.digits(number).len() > 3 || !ends || own {
            break;
        }
        let to = number_end(sheet, number);
        let short = to == after;
        let found = Found {
            from: number,
            to,
            kind: first.kind,
            number: compact(sheet, number, to),
            date: None,
            issuer: None,
            short,
        };
        let found = with_rest(sheet, found);
        at = found.to;
        more.push(found);
    }
    if let Some(last) = more.last() {
        let issuer = last.issuer.clone();
        for one in std::iter::once(first).chain(&mut more) {
            one.issuer = one.issuer.take().or_else(|| issuer.clone());
        }
    }
    more
}

/// "số 134/QĐUB": the type's symbol and the issuer's written as one.
fn glued_kind(sheet: &Sheet<'_>, number: usize, symbol: usize) -> Option<&'static str> {
    let key = sheet.key(symbol);
    let issuers = ["ub", "ubnd", "tw", "tu", "hu", "đu", "qu", "ttg", "ctn", "cp", "btc", "hđnd"];
    let named = sheet.is(prev(number, 1), "số") && sheet.caps(symbol) == Caps::Upper;
    let fits = |s: &str| key.strip_prefix(s).is_some_and(|rest| issuers.contains(&rest));
    KINDS.iter().find(|(_, s)| named && s.chars().count() == 2 && fits(s)).map(|(name, _)| *name)
}

/// "21-NQ/TW" without its type.
fn bare(sheet: &Sheet<'_>, i: usize) -> Option<Found> {
    let dash = next(i);
    if !sheet.is_digits(i) || !matches!(sheet.mark(dash), '-' | '/') {
        return None;
    }
    let symbol = next(dash);
    let glued = glued_kind(sheet, i, symbol);
    let kind = kind_by_symbol(sheet.key(symbol)).or(glued).or_else(|| {
        let decree = sheet.is_digits(symbol) && sheet.mark(next(symbol)) == '/';
        decree.then(|| kind_by_symbol(sheet.key(symbol.saturating_add(2)))).flatten()
    })?;
    // "Số 45-BC/ĐU" at the head of a paper is the paper's own number.
    let colon = if sheet.mark(prev(i, 1)) == ':' { prev(i, 2) } else { prev(i, 1) };
    if sheet.is(colon, "số") && sheet.is_line_start(colon) {
        return None;
    }
    let to = number_end(sheet, i);
    let slashed = (i..to).any(|k| sheet.mark(k) == '/');
    let shortest = if glued.is_some() { 3 } else { 4 };
    if !slashed
        || to < i.saturating_add(shortest)
        || sheet.caps(symbol) == Caps::Lower && !sheet.is_digits(symbol)
    {
        return None;
    }
    let number = compact(sheet, i, to);
    Some(with_rest(sheet, Found { from: i, to, kind, number, date: None, issuer: None, short: false }))
}

/// Reads the date and the issuer that follow a number.
fn with_rest(sheet: &Sheet<'_>, mut found: Found) -> Found {
    let mut at = found.to;
    for _ in 0..3 {
        let start = skip(sheet, at, &[",", "(", "-", "/"]);
        let start = skip(sheet, start, &["ban", "hành"]);
        // "Kết luận 21-KL/TW (25/10/2021)"
        let bracket = sheet.mark(at) == '(' && start == next(at);
        if let Some(day) = date::full_day(sheet, start).filter(|d| bracket && sheet.mark(d.to) == ')') {
            found.date = found.date.or(Some(day.value));
            at = next(day.to);
            continue;
        }
        if sheet.any(start, &["ngày", "ngay"])
            && let Some(day) = date::full_day(sheet, next(start))
        {
            found.date = found.date.or(Some(day.value));
            at = if sheet.mark(day.to) == ')' { next(day.to) } else { day.to };
        } else if sheet.mark(at) == '(' && sheet.is(next(at), "khóa") {
            at = (at..at.saturating_add(6)).find(|&k| sheet.mark(k) == ')').map_or(at, next);
        } else {
            break;
        }
    }
    let told = issuer(sheet, at);
    // "Quyết định số 134 của UBND tỉnh Lâm Đồng ngày 13/07/2005"
    if found.date.is_none() && told.is_some() {
        let day = (next(at)..at.saturating_add(14))
            .find(|&k| !sheet.is_word(k) && !matches!(sheet.mark(k), '&' | '-') || sheet.is(k, "ngày"));
        found.date = day
            .filter(|&k| sheet.is(k, "ngày"))
            .and_then(|k| date::full_day(sheet, next(k)))
            .map(|d| d.value);
    }
    found.issuer =
        told.or_else(|| issued_by(sheet, found.from)).or_else(|| by_symbol(found.kind, &found.number));
    if found.date.is_none() && found.issuer.is_some() {
        found.date = issued_on(sheet, found.from);
    }
    found
}

pub(crate) fn skip(sheet: &Sheet<'_>, mut i: usize, words: &[&str]) -> usize {
    while sheet.any(i, words) {
        i = next(i);
    }
    i
}

/// Every document named, in order; takes their numbers.
pub(crate) fn scan(claims: &mut Claims<'_, '_>) -> Vec<Found> {
    let sheet = claims.sheet;
    let mut found = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        // Most words are no kind of document: one look says so for all of these.
        let kind = KIND.has(sheet, i).then(|| {
            numbered(sheet, i)
                .or_else(|| plenum(sheet, i))
                .or_else(|| congress(sheet, i))
                .or_else(|| law(sheet, i))
        });
        let unlisted = || match () {
            () if sheet.is(i, "hiến") => constitution(sheet, i),
            () if sheet.is(i, "điều") => statute(sheet, i),
            () => None,
        };
        let hit = kind.flatten().or_else(unlisted).or_else(|| bare(sheet, i));
        if let Some(mut f) = hit {
            // "ban hành Quyết định số 188 … và Quyết định số 189": one body issued both.
            let last: Option<&Found> = found.last();
            let paired = last.filter(|l| {
                l.kind == f.kind
                    && sheet.is(prev(f.from, 1), "và")
                    && sheet.sentence_of(l.from) == sheet.sentence_of(f.from)
            });
            if f.issuer.is_none()
                && let Some(l) = paired
            {
                f.issuer.clone_from(&l.issuer);
            }
            let more = further(sheet, &mut f);
            for one in std::iter::once(f).chain(more) {
                claims.take(one.from, one.to);
                i = one.to;
                found.push(one);
            }
        } else {
            i = next(i);
        }
    }
    issuers_behind(sheet, &mut found);
    found
}

/// Most tokens between two documents of one issuer ("… ngày 15/5/2016 và …").
const LONGEST_PAIR: usize = 10;

/// "Chỉ thị số 05-CT/TW ngày 15/5/2016 và Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị": the issuer told behind the
/// last is everybody's, where the letters of their numbers are the same.
fn issuers_behind(sheet: &Sheet<'_>, found: &mut [Found]) {
    let letters = |f: &Found| f.number.rsplit('/').next().map(key_of).filter(|_| f.number.contains('/'));
    for n in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(n);
        let (Some(a), Some(b)) = (head.last_mut(), tail.first()) else { continue };
        let link = prev(b.from, 1);
        let near = b.from > a.to && b.from.saturating_sub(a.to) <= LONGEST_PAIR;
        let dated = || {
            (a.to..link).all(|i| {
                sheet.is_digits(i)
                    || matches!(sheet.mark(i), '/' | '-' | '.')
                    || sheet.any(i, &["ngày", "tháng", "năm"])
            })
        };
        let pair = near
            && sheet.any(link, &["và", ","])
            && dated()
            && letters(a).is_some()
            && letters(a) == letters(b);
        if pair && a.issuer.is_none() {
            a.issuer.clone_from(&b.issuer);
        }
    }
}

/// The number's first figure without leading zeros, or the whole name.
fn leading(number: &str) -> &str {
    let digits = number.len().saturating_sub(number.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let lead = number.get(..digits).unwrap_or("").trim_start_matches('0');
    if digits == 0 { number } else { lead }
}

fn same(item: &Citation, f: &Found) -> bool {
    if key_of(&item.kind) != key_of(f.kind) {
        return false;
    }
    let (a, b) = (key_of(&item.number), key_of(&f.number));
    let plain = |n: &str| n.replace(['(', ')', ','], "").replace("tư ", "trung ương ");
    a == b
        || one_congress(item.issuer.as_deref(), f.issuer.as_deref())
        || (a.contains("ương") && plain(&a) == plain(&b))
        || (leading(&a) == leading(&b)
            && b.starts_with(|c: char| c.is_ascii_digit())
            && (f.short || a.chars().all(|c| c.is_ascii_digit())))
}

/// One item a document. A short form joins the latest document named with its type and number.
pub(crate) fn merge(sheet: &Sheet<'_>, found: &[Found], known: &[KnownCitation]) -> Vec<Citation> {
    let mut items: Vec<Citation> = Vec::new();
    for f in found {
        if let Some(item) = items.iter_mut().rev().find(|item| same(item, f)) {
            item.mention.again(sheet.span(f.from, f.to));
            let congress = one_congress(item.issuer.as_deref(), f.issuer.as_deref());
            if congress && f.number.len() < item.number.len() {
                item.number.clone_from(&f.number);
            }
            if !f.short && item.number.len() < f.number.len() && !congress {
                item.number.clone_from(&f.number);
            }
            item.date = item.date.or(f.date);
            if item.issuer.is_none() {
                item.issuer.clone_from(&f.issuer);
            }
            continue;
        }
        let (certainty, reason) = if f.short {
            (Certainty::Doubtful, Reason::ShortForm)
        } else {
            (Certainty::Certain, Reason::FullForm)
        };
        let kind = f.kind.to_owned();
        items.push(Citation {
            kind,
            number: f.number.clone(),
            date: f.date,
            issuer: f.issuer.clone(),
            known: None,
            mention: mention(sheet, f.from, f.to, certainty, &[reason]),
        });
    }
    for item in &mut items {
        resolve(item, known);
        if item.issuer.is_none() {
            item.issuer = by_letters(&item.number).or_else(|| committee(sheet, &item.number));
        }
    }
    items
}

/// The resolution of the same national congress, however long its name is told ("Đại hội XIII", "Đại hội đại biểu toàn quốc lần thứ
/// XIII").
fn one_congress(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_some_and(|(a, b)| {
        let (a, b) = (key_of(a), key_of(b));
        a == b && a.starts_with("đại hội ")
    })
}

/// Looks the document up in the register: full number first, a short form only when one document fits.
fn resolve(item: &mut Citation, known: &[KnownCitation]) {
    let (kind, number) = (key_of(&item.kind), key_of(&item.number));
    let of_kind = |k: &&(usize, &KnownCitation)| key_of(&k.1.kind) == kind;
    let listed: Vec<(usize, &KnownCitation)> = known.iter().enumerate().collect();
    let exact = listed.iter().filter(of_kind).find(|(_, k)| key_of(&k.number).replace(' ', "") == number);
    if let Some((index, _)) = exact {
        item.known = Some(*index);
        item.mention.because(Reason::KnownDocument);
        return;
    }
    if !number.chars().all(|c| c.is_ascii_digit()) {
        return;
    }
    let mut fitting =
        listed.iter().filter(of_kind).filter(|(_, k)| leading(&key_of(&k.number)) == leading(&number));
    match (fitting.next(), fitting.next()) {
        (Some((index, _)), None) => {
            item.known = Some(*index);
            item.mention.certainty = Certainty::Likely;
            item.mention.because(Reason::KnownDocument);
        }
        (Some(_), Some(_)) => item.mention.because(Reason::SeveralDocuments),
        (None, _) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let sheet = Sheet::new(text);
        let mut claims = Claims::new(&sheet);
        let found = scan(&mut claims);
        merge(&sheet, &found, &[])
            .into_iter()
            .map(|c| {
                let date = c.date.map(|d| d.to_string()).unwrap_or_default();
                format!("{}|{}|{}|{}", c.kind, c.number, date, c.issuer.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn full_and_short_forms_are_one_document() {
        let text =
            "Kết luận số 01-KL/TW ngày 18-5-2021 của Bộ Chính trị; thực hiện Kết luận 01 và Chỉ thị 05-CT/TW";
        assert_eq!(read(text), ["Kết luận|01-KL/TW|2021-05-18|Bộ Chính trị", "Chỉ thị|05-CT/TW||Trung ương"]);
    }

    #[test]
    fn resolutions_by_name() {
        assert_eq!(
            read("gắn với Nghị quyết Trung ương 4 (khóa XII) của Đảng"),
            ["Nghị quyết|Trung ương 4 (khóa XII)||Ban Chấp hành Trung ương"]
        );
        assert_eq!(
            read("Nghị quyết Đại hội VI Đảng bộ quận Thanh Xuân, hướng tới"),
            ["Nghị quyết|Đại hội VI Đảng bộ quận Thanh Xuân||Đảng bộ quận Thanh Xuân"]
        );
        assert!(read("Nghị quyết Đại hội Đảng các cấp").is_empty());
        assert_eq!(
            read("triển khai Nghị quyết TW4 khóa 12 về xây dựng Đảng"),
            ["Nghị quyết|TW4 khóa 12||Ban Chấp hành Trung ương"]
        );
    }

    #[test]
    fn numbers_in_a_row_are_documents_of_one_type() {
        assert_eq!(
            read("theo Chỉ thị số 03, 05 của Bộ Chính trị và đề án 05,07,08 của Tỉnh ủy"),
            [
                "Chỉ thị|03||Bộ Chính trị",
                "Chỉ thị|05||Bộ Chính trị",
                "Đề án|05||Tỉnh ủy",
                "Đề án|07||Tỉnh ủy",
                "Đề án|08||Tỉnh ủy"
            ]
        );
        assert_eq!(read("Nghị quyết số 18 và 3 kế hoạch"), ["Nghị quyết|18||"]);
        assert_eq!(read("Quyết định 217, 20 xã"), ["Quyết định|217||"]);
    }

    #[test]
    fn letters_may_stand_apart_from_their_number() {
        assert_eq!(read("Quyết định số 56/2003/QĐ- BQP"), ["Quyết định|56/2003/QĐ-BQP||Bộ Quốc phòng"]);
    }

    #[test]
    fn an_issuer_behind_the_last_of_a_row_issued_them_all() {
        assert_eq!(
            read(
                "Chỉ thị số 05-CT/TW ngày 15/5/2016 và Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị"
            ),
            ["Chỉ thị|05-CT/TW|2016-05-15|Bộ Chính trị", "Kết luận|01-KL/TW|2021-05-18|Bộ Chính trị"]
        );
        assert_eq!(
            read("Chỉ thị số 03-CT/TU và Kết luận số 01-KL/TW của Bộ Chính trị"),
            ["Chỉ thị|03-CT/TU||", "Kết luận|01-KL/TW||Bộ Chính trị"]
        );
    }

    #[test]
    fn who_the_letters_of_a_committee_stand_for() {
        let text = "Tỉnh ủy ban hành Thông tri số 05-TT/TU; Thông báo số 158-TB/VPTU; Chỉ thị 03-CT/TU";
        let issuers: Vec<String> =
            read(text).iter().map(|one| one.rsplit('|').next().unwrap().to_owned()).collect();
        assert_eq!(issuers, ["Tỉnh ủy", "Văn phòng Tỉnh ủy", "Tỉnh ủy"]);
        // A province's and a city's committee in one text: nobody can tell.
        assert_eq!(read("Tỉnh ủy, Thành ủy; Chỉ thị 03-CT/TU"), ["Chỉ thị|03-CT/TU||"]);
    }

    #[test]
    fn laws_with_their_day_and_with_capitals_inside() {
        assert_eq!(
            read(
                "Luật Thi đua, khen thưởng ngày 15/6/2022; Luật Mặt trận Tổ quốc Việt Nam; Pháp lệnh dân chủ ở cơ sở"
            ),
            [
                "Luật|Thi đua, khen thưởng|2022-06-15|Quốc hội",
                "Luật|Mặt trận Tổ quốc Việt Nam||Quốc hội",
                "Pháp lệnh|dân chủ ở cơ sở||Quốc hội"
            ]
        );
    }

    #[test]
    fn a_plan_of_five_years_is_no_document() {
        assert!(read("Kế hoạch 5 năm (2021-2025)").is_empty());
    }

    #[test]
    fn equal_numbers_of_two_issuers_stay_apart() {
        assert_eq!(read("Chỉ thị số 05-CT/TW và Chỉ thị số 05-CT/TU").len(), 2);
        let register =
            |n: &str| KnownCitation {
                kind: "Chỉ thị".into(), number: n.into(), date: None, issuer: None
            };
        let sheet = Sheet::new("thực hiện Chỉ thị 05 của");
        let mut claims = Claims::new(&sheet);
        let found = scan(&mut claims);
        let one = merge(&sheet, &found, &[register("05-CT/TW")]);
        assert_eq!(one[0].known, Some(0));
        let two = merge(&sheet, &found, &[register("05-CT/TW"), register("05-CT/TU")]);
        assert_eq!(two[0].known, None);
        assert!(two[0].mention.reasons.contains(&Reason::SeveralDocuments));
    }
}
