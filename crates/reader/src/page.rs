//! The page around the report: title, publication, byline, picture captions, boilerplate.
//!
//! Not here: what the report tells.

use crate::caption::{after_author, before_credits, drawn, has_credit, is_caption, is_credit, set_apart};
use crate::date;
use crate::layout::{BYLINE, Layout, ends_sentence, introduces, opens_handing, same_words, words};
use crate::lexicon::organisations::HEAD;
use crate::organisation;
use crate::person;
use crate::portal::{boiler_lines, in_contents, tells_day};
use crate::post;
use crate::still::numbered_picture;
use crate::token::{Caps, Kind, Line, Sheet, next, prev};

impl Layout {
    pub(crate) fn new(sheet: &Sheet<'_>) -> Self {
        let count = sheet.lines.len();
        let body = (0..count)
            .find(|&n| {
                let line = sheet.line(n);
                let size = words(sheet, line);
                let whole = n > 0 || size >= 45 && sheet.sentence_of(line.from).1 < prev(line.to, 1);
                whole && size >= 35 && (ends_sentence(sheet, line) || size >= 60)
            })
            .or_else(|| (0..count).find(|&n| words(sheet, sheet.line(n)) >= 20 && n > 0))
            .unwrap_or(0);
        let mut boiler = boiler_lines(sheet);
        let title = title(sheet, body, &boiler);
        let author = author(sheet, body, &boiler);
        // Behind the byline the portal's first word opens its own part of the page.
        if let Some((byline, ..)) = author {
            let first = (next(byline)..count).find(|&n| boiler.get(n).copied().unwrap_or(false));
            for slot in boiler.iter_mut().skip(first.unwrap_or(count)) {
                *slot = true;
            }
        }
        // A byline above the text closes nothing, nor does a name in its middle.
        let told =
            |from: usize| (from..count).map(|n| words(sheet, sheet.line(n))).fold(0, usize::saturating_add);
        let signed = author.filter(|a| a.0 > body && told(a.0).saturating_mul(3) <= told(0));
        let pictures = (next(body)..count).find(|&n| shows_pictures(sheet, n)).map(|n| (n, 0, 0));
        let mut captions: Vec<bool> = Vec::with_capacity(count);
        for n in 0..count {
            let skip = boiler.get(n).copied().unwrap_or(false) || title.is_some_and(|t| n <= t.0);
            let after = captions.last().copied().unwrap_or(false);
            let name = author.is_some_and(|a| a.0 == n);
            // The title that the page shows twice.
            let again = n < body && title.is_some_and(|t| same_words(sheet, sheet.line(t.0), sheet.line(n)));
            captions.push(
                !skip
                    && !name
                    && !again
                    && !in_contents(sheet, n)
                    && (is_caption(sheet, n, body, after)
                        || after_author(sheet, n, signed)
                        || after_author(sheet, n, pictures) && words(sheet, sheet.line(n)) <= 32),
            );
        }
        before_credits(sheet, body, &mut captions);
        let out: Vec<bool> =
            (0..count).map(|n| boiler.get(n) == Some(&true) || author.is_some_and(|a| a.0 == n)).collect();
        set_apart(sheet, title.map_or(0, |t| t.0), &out, &mut captions);
        for (slot, line) in captions.iter_mut().zip(&sheet.lines) {
            *slot &= !drawn(sheet, *line);
        }
        let lead = title.filter(|t| t.0 < body).map(|t| t.0);
        let repeats = (0..count)
            .map(|n| {
                lead.is_some_and(|t| n <= t)
                    || captions.get(n).copied().unwrap_or(false)
                    || is_lead(sheet, n, lead)
            })
            .collect();
        Self { title, body, captions, boiler, author, repeats }
    }
}

/// "HÌNH ẢNH KHEN THƯỞNG", "Một số hình ảnh tại hội nghị:": captions follow.
fn shows_pictures(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let some = sheet.two(line.from, "một", "số") && sheet.two(line.from.saturating_add(2), "hình", "ảnh");
    let heads = sheet.headline(line.from) && sheet.two(line.from, "hình", "ảnh");
    (some || heads) && words(sheet, line) <= 14 && sheet.mark(prev(line.to, 1)) != '.'
}

/// The lead: the first paragraph under the title, when a longer text follows.
fn is_lead(sheet: &Sheet<'_>, n: usize, title: Option<usize>) -> bool {
    let size = |k: usize| words(sheet, sheet.line(k));
    let tagged = (sheet.line(n).from..sheet.line(n).from.saturating_add(4)).any(|i| sheet.mark(i) == '-');
    title.is_some_and(|t| n > t && n <= t.saturating_add(3) && (next(t)..n).all(|k| size(k) < 20))
        && (20..=70).contains(&size(n))
        && n.saturating_add(3) < sheet.lines.len()
        && !tagged
}

/// A title goes on over at most so many lines, and none of them has more words.
const MOST_LINES: usize = 3;
const MOST_WORDS: usize = 25;

/// Most lines of an office's letterhead: two bodies, the number, the motto's two lines, the day, and as many broken.
const LONGEST_LETTERHEAD: usize = 12;

fn title(sheet: &Sheet<'_>, body: usize, boiler: &[bool]) -> Option<(usize, usize, usize)> {
    let fits = |n: usize| {
        let line = sheet.line(n);
        let size = words(sheet, line);
        // "Trường THPT A - Sở GD&ĐT B"
        let above = |to: usize| {
            sheet.mark(to) == '-' && organisation::at(sheet, next(to)).is_some_and(|f| f.to >= line.to)
        };
        let kicker = organisation::at(sheet, line.from).is_some_and(|f| f.to >= line.to || above(f.to));
        let official = sheet.is(line.from, "số") || dated_line(sheet, line);
        (5..=60).contains(&size)
            && !kicker
            && !official
            && !tells_day(sheet, line)
            && BYLINE
                .at(sheet, line.from)
                .is_none_or(|(to, _)| sheet.mark(prev(to, 1)) != ':' && sheet.mark(to) != ':')
            && !shown(sheet, line)
            && (n > 0 || !pictured(sheet))
            && !boiler.get(n).copied().unwrap_or(false)
    };
    // Behind a first paragraph no title stands.
    let opening =
        (0..body).find(|&n| words(sheet, sheet.line(n)) >= 60 && ends_sentence(sheet, sheet.line(n)));
    let last = opening.unwrap_or(body).max(1);
    // A report of short lines has no long paragraph to stop at.
    let reach = if body == 0 { sheet.lines.len() } else { body };
    let early = opening.unwrap_or(reach).min(next(LONGEST_LETTERHEAD));
    let kind = (0..early).find(|&n| names_kind(sheet, n) && fits(next(n)) && heads_letter(sheet, n));
    let n = kind.map(next).or_else(|| (0..last).find(|&n| fits(n)))?;
    let line = sheet.line(n);
    let (last, to) = title_end(sheet, n, reach, kind.is_some());
    Some((last, line.from, stamp(sheet, line.from, to).unwrap_or(to)))
}

/// "BÁO CÁO" alone in its line: what kind of document follows.
fn names_kind(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    words(sheet, line) <= 3
        && sheet.any(line.from, &["báo", "kế", "thông", "tờ", "nghị", "quyết", "chương", "hướng"])
}

/// Nothing above line `n` is loud but an office's letterhead: a line with its number, the country's motto or the day stands there, or
/// nothing but bodies in capitals does.
fn heads_letter(sheet: &Sheet<'_>, n: usize) -> bool {
    let above = || (0..n).map(|k| sheet.line(k));
    let official = |l: Line| {
        let motto = sheet.two(l.from, "độc", "lập") || sheet.two(l.from, "đảng", "cộng");
        sheet.is(l.from, "số") || motto || dated_line(sheet, l)
    };
    let bodies = above().all(|l| sheet.headline(l.from) && organisation::at(sheet, l.from).is_some())
        && sheet.loud(sheet.line(n).from);
    let letter = n <= LONGEST_LETTERHEAD
        && (bodies || above().any(official))
        && above().all(|l| words(sheet, l) <= 14);
    letter || above().all(|l| !sheet.loud(l.from) && words(sheet, l) > 3)
}

/// The last line of the title that begins with line `n`, and the token behind it: what is set in capitals over several lines is one
/// title, and so is what is told under a document's kind (`document`) while its lines go on in small letters.
fn title_end(sheet: &Sheet<'_>, n: usize, body: usize, document: bool) -> (usize, usize) {
    let first = sheet.line(n);
    let on = |&k: &usize| {
        let line = sheet.line(k);
        // The page shows its title twice.
        if same_words(sheet, first, line) {
            return false;
        }
        // "6 tháng đầu năm" goes on; "1. Kết quả" does not.
        let small = document
            && if sheet.is_digits(line.from) {
                !matches!(sheet.mark(next(line.from)), '.' | ')' | '/' | ':')
            } else {
                sheet.caps(line.from) == Caps::Lower
            };
        // "(20/10, 20/11)" under a title: the days it tells of.
        let days = sheet.mark(line.from) == '(' && sheet.is_digits(next(line.from));
        let capitals = sheet.headline(first.from) && (days || sheet.headline(line.from));
        let known = is_credit(sheet, line) || dated_line(sheet, line) || sheet.is(line.from, "số");
        let told = days || sheet.is_word(line.from) || sheet.is_digits(line.from);
        (small || capitals) && told && !known && words(sheet, line) <= MOST_WORDS
    };
    let last = (next(n)..body).take(MOST_LINES).take_while(on).last().unwrap_or(n);
    (last, sheet.line(last).to)
}

/// The time stamp in brackets that closes a title ("(10/08/2022 14:30)"): no part of it. The days an anniversary tells of
/// ("(27/7/1947 – 27/7/2022)") are.
fn stamp(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<usize> {
    let open = (from..to).rfind(|&i| sheet.mark(i) == '(' && sheet.is_digits(next(i)))?;
    let marks = |c: char| (open..to).filter(|&i| sheet.mark(i) == c).count();
    let one_day = marks('/') == 2 && marks(',') == 0;
    (open > from.saturating_add(4) && (one_day || marks(':') > 0)).then_some(open)
}

/// The first line ends with a credit or stands above one: a picture's caption, no title.
fn pictured(sheet: &Sheet<'_>) -> bool {
    let first = sheet.line(0);
    let credited = sheet.lines.len() > 1 && is_credit(sheet, sheet.line(1));
    credited || has_credit(sheet, first).is_some_and(|i| i == first.from || i > first.from.saturating_add(4))
}

/// "Các đại biểu dự gặp mặt …." with a full stop: a picture's caption, no title.
fn shown(sheet: &Sheet<'_>, line: Line) -> bool {
    let people = sheet.any(line.from, &["các", "quang", "toàn"])
        && sheet.any(next(line.from), &["đại", "cảnh", "đồng"]);
    people && sheet.mark(prev(line.to, 1)) == '.'
        || numbered_picture(sheet, line)
        || opens_handing(sheet, line)
        || introduces(sheet, line)
}

/// "Yên Nghĩa, ngày 04 tháng 8 năm 2026".
pub(crate) fn dated_line(sheet: &Sheet<'_>, line: Line) -> bool {
    words(sheet, line) <= 10
        && (line.from..line.to).any(|i| sheet.is(i, "ngày") && date::full_day(sheet, next(i)).is_some())
}

/// The byline: a credit line, or a line that is nothing but a name.
fn author(sheet: &Sheet<'_>, body: usize, boiler: &[bool]) -> Option<(usize, usize, usize)> {
    let skip = |n: usize| boiler.get(n).copied().unwrap_or(false);
    let count = sheet.lines.len();
    let credit = (0..count).rev().filter(|&n| !skip(n)).find_map(|n| {
        let line = sheet.line(n);
        let (to, _) = BYLINE.at(sheet, line.from)?;
        let from = if sheet.mark(to) == ':' { next(to) } else { to };
        let end = name_end(sheet, from, line.to);
        let most = if end < line.to { 14 } else { 9 };
        let short = words(sheet, line) <= most && from < line.to && sheet.caps(from) != Caps::Lower;
        short.then_some((n, from, end))
    });
    // Where the page's own text is over.
    let over = (0..count).rfind(|&n| !skip(n)).map(next);
    // "Mai Toan - Báo Tân Lập Điện tử": who wrote, and for whom.
    let outlet = || {
        (next(body)..count).rev().filter(|&n| !skip(n)).find_map(|n| {
            let line = sheet.line(n);
            let dash = (line.from..line.to).find(|&i| matches!(sheet.mark(i), '-' | '(' | ','))?;
            let name = (line.from..dash).all(|i| sheet.kind(i) == Kind::Word && sheet.caps(i) == Caps::Title);
            let size = dash.saturating_sub(line.from);
            // "Trần Văn Nam, Giám đốc Sở GD&ĐT" under the text: who somebody is.
            let last = next(n) == count && matches!(sheet.mark(dash), '-' | ',');
            // "Minh Thúy – Văn Tuấn": two who wrote it together.
            let second = (next(dash)..line.to)
                .all(|i| sheet.kind(i) == Kind::Word && sheet.caps(i) == Caps::Title || sheet.mark(i) == '.');
            let two = last && sheet.mark(dash) == '-' && second && line.to.saturating_sub(dash) <= 5;
            let outlet = sheet.any(next(dash), &["báo", "đài"]);
            // "Lê Thị Mai - Trung tâm VH-TT", and below it only the portal's part.
            let body = HEAD.has(sheet, next(dash)) && post::at(sheet, next(dash)).is_none();
            let last = last || matches!(sheet.mark(dash), '-' | '(') && body && over == Some(next(n));
            // "Lê Thị Mai (thực hiện)" under a talk.
            let did = sheet.mark(dash) == '('
                && line.to.saturating_sub(dash) <= 4
                && sheet.any(next(dash), &["thực", "ghi", "tổng", "lược"]);
            if did && name && (2..=5).contains(&size) {
                return Some((n, line.from, dash));
            }
            if two && !outlet {
                return Some((n, line.from, line.to));
            }
            let named = sheet.any(next(dash), &["báo", "đài", "ttxvn", "vov"]) || last;
            let signs = named && !ends_sentence(sheet, line);
            (name && (2..=5).contains(&size) && signs && words(sheet, line) <= 12)
                .then_some((n, line.from, dash))
        })
    };
    // Otherwise the last line that is nothing but a name; captions and the portal may follow it.
    let named = credit.or_else(outlet).or_else(|| {
        (next(body)..count).rev().filter(|&n| !skip(n)).find_map(|n| {
            let line = sheet.line(n);
            let size = words(sheet, line);
            let name = (line.from..line.to).all(|i| {
                (sheet.kind(i) == Kind::Word && sheet.caps(i) != Caps::Lower)
                    || matches!(sheet.mark(i), '-' | '.' | ',' | '/' | '(' | ')')
            });
            let above = sheet.line(prev(n, 1).min(n));
            let signed = sheet.headline(above.from) && n > 0;
            // "THÀNH TÍCH CỦA TRƯỜNG": a heading.
            let heads = sheet.loud(line.from)
                && (size > 4
                    || sheet.any(line.from, &["tm", "kt", "tl", "tuq"])
                    || (line.from..line.to).any(|i| sheet.is_word(i) && !organisation::proper(sheet, i)));
            let body = HEAD.has(sheet, line.from) || is_credit(sheet, line) || heads;
            // "Năm": the head of a table's column.
            let column = size == 1 && sheet.any(line.from, &["năm", "tháng", "quý", "kỳ"]);
            let fits = (1..=5).contains(&size) && name && !body && !signed && !column;
            fits.then(|| (n, line.from, signature_end(sheet, line)))
        })
    });
    named
        .or_else(|| (1..body).filter(|&n| !skip(n)).find_map(|n| above_text(sheet, n)))
        .or_else(|| (next(body)..count).rev().find_map(|n| machine(sheet, n)))
}

/// "Thu Hằng - Trung tâm VH-TT", "Ngọc Trâm - Ảnh: …" behind a credit: the name ends before the dash, for whom somebody writes is none of
/// it; "Minh Thúy - Văn Tuấn" are two.
fn name_end(sheet: &Sheet<'_>, from: usize, to: usize) -> usize {
    let proper = |i: usize| sheet.kind(i) == Kind::Word && sheet.caps(i) == Caps::Title;
    let cut = (from..to).find(|&i| !proper(i)).filter(|&i| (2..=5).contains(&i.saturating_sub(from)));
    let apart = |i: &usize| {
        let behind = next(*i);
        let body = HEAD.has(sheet, behind) && person::run_at(sheet, behind).is_none();
        matches!(sheet.mark(*i), '-' | ',' | '(') && (body || sheet.is(behind, "ảnh"))
    };
    cut.filter(apart).unwrap_or(to)
}

/// "ĐỖ QUYÊN -": a name and a dash in a line of their own above the text.
fn above_text(sheet: &Sheet<'_>, n: usize) -> Option<(usize, usize, usize)> {
    let line = sheet.line(n);
    let dash = prev(line.to, 1);
    let name = (line.from..dash).all(|i| sheet.kind(i) == Kind::Word && sheet.caps(i) != Caps::Lower);
    let size = dash.saturating_sub(line.from);
    let body = HEAD.has(sheet, line.from);
    let alone = sheet.mark(dash) == '-' && (2..=4).contains(&size) && name && !body;
    alone.then_some((n, line.from, dash))
}

/// "Trí Song Đài TT Huyện", "Vương Hợp – ĐTT.": for whom somebody writes is no part of the name.
fn signature_end(sheet: &Sheet<'_>, line: Line) -> usize {
    let outlet = |i: usize| sheet.any(i, &["đài", "báo", "ttxvn", "vov", "đtt"]);
    let at = (line.from.saturating_add(2)..line.to).find(|&i| outlet(i));
    at.map_or(line.to, |i| if sheet.mark(prev(i, 1)) == '-' { prev(i, 1) } else { i })
}

/// "admin": a line that tells who put the page up, where nobody signs.
fn machine(sheet: &Sheet<'_>, n: usize) -> Option<(usize, usize, usize)> {
    let line = sheet.line(n);
    let alone = sheet.any(line.from, &["admin", "administrator"]) && line.to == next(line.from);
    alone.then_some((n, line.from, line.to))
}

/// Most tokens of a line that may hold the day of publication.
const LONGEST_STAMP: usize = 400;

/// The day of publication: a full day in a short line above the text or under it, or beside a clock time.
pub(crate) fn published(sheet: &Sheet<'_>, dates: &[date::Found], layout: &Layout) -> Option<date::Found> {
    // "trước 30/9/2026" under the text: a day that is waited for.
    let awaited = |f: &date::Found| {
        let named = sheet.is(prev(f.from, 1), "ngày");
        let before = prev(f.from, if named { 2 } else { 1 });
        sheet.any(before, &["trước", "hạn", "hết"]) || named && sheet.is(before, "đến")
    };
    let day = |f: &&date::Found| date::civil_day(f.value).is_some() && !awaited(f);
    let fits = |f: &date::Found| {
        let n = sheet.line_of(f.from);
        let line = sheet.line(n);
        let outside = n < layout.body || sheet.lines.len().saturating_sub(n) <= 4;
        // A line beyond this is no stamp; counting a long one for each of its days would take its square.
        let others = (line.from..line.to).take(LONGEST_STAMP).filter(|&i| sheet.is_word(i)).count();
        let short = line.to.saturating_sub(line.from) <= LONGEST_STAMP;
        let clock = || {
            (line.from..line.to).any(|i| {
                sheet.mark(i) == ':'
                    && sheet.is_digits(prev(i, 1))
                    && sheet.is_digits(next(i))
                    && !sheet.gap(i)
            })
        };
        outside && short && (others <= 8 || (n < layout.body && others <= 45 && clock()))
    };
    // The day nearest to the text is the article's; one above it may be the day the page was opened.
    let above = |f: &date::Found| sheet.line_of(f.from) < layout.body;
    // "date 2025-11-06 Ngày 6-11, …": an archive's stamp before the first word.
    let stamp = dates.first().filter(|f| f.from == 1 && sheet.is(0, "date"));
    if let Some(stamp) = stamp.filter(day) {
        return Some(*stamp);
    }
    let mut fitting = dates.iter().filter(day).copied().filter(fits);
    let first = fitting.next();
    if first.is_some_and(|f| !above(&f)) { first } else { fitting.rfind(above).or(first) }
}
