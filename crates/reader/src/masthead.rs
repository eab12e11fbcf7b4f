//! What a site sets above a text: its name, its motto, the menu in one line and the way to the page.
//!
//! Not here: menus of a line an entry, buttons and the page's foot (`portal`).

use crate::layout::{ends_sentence, words};
use crate::lexicon::awards::FORM;
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::lexicon::portals::{LETTER, PARTS, SECTIONS};
use crate::organisation;
use crate::token::{Caps, Line, Sheet, next, prev};

/// Most lines of a page's head.
const HEAD_LINES: usize = 8;

/// Most words of a menu in one line, of a site's name or motto, and of what the text is filed under.
const LONGEST_MENU: usize = 40;
const LONGEST_NAME: usize = 14;
const LONGEST_PART: usize = 7;

/// Fewest blanks with which a menu parts its entries.
const WIDE: usize = 3;

/// Marks the lines of a page's head: "SỞ NỘI VỤ TỈNH TÂN LẬP", "Tin tức | Văn bản | Liên hệ", "Đời sống" above the title.
pub(crate) fn masthead(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let reach = boiler.len().min(HEAD_LINES);
    if reach < 2 {
        return;
    }
    letter(sheet, boiler);
    site_and_sections(sheet, boiler);
    if let Some(slot) = boiler.first_mut().filter(|_| names_site(sheet, sheet.line(0))) {
        *slot = true;
    }
    let below = boiler.first() == Some(&true) && is_whose(sheet, sheet.line(1));
    if let Some(slot) = boiler.get_mut(1).filter(|_| below) {
        *slot = true;
    }
    let Some(menu) = (0..reach).rfind(|&n| is_menu(sheet, n) || is_way(sheet, n)) else { return };
    for n in (0..=menu).filter(|&n| is_menu(sheet, n) || is_way(sheet, n)) {
        if let Some(slot) = boiler.get_mut(n) {
            *slot = true;
        }
    }
    let titled = (next(menu)..boiler.len().min(menu.saturating_add(HEAD_LINES)))
        .take_while(|&n| words(sheet, sheet.line(n)) <= LONGEST_MENU)
        .any(|n| boiler.get(n) != Some(&true) && may_be_title(sheet, sheet.line(n)));
    let named = |n: usize| names(sheet, n) || is_stamp(sheet, sheet.line(n));
    if titled && (0..menu).all(|n| boiler.get(n) == Some(&true) || named(n)) {
        for n in (0..menu).filter(|&n| !is_stamp(sheet, sheet.line(n))) {
            if let Some(slot) = boiler.get_mut(n) {
                *slot = true;
            }
        }
    }
    let filed = next(menu);
    if let Some(slot) = boiler.get_mut(filed).filter(|_| is_filed_under(sheet, filed)) {
        *slot = true;
    }
}

/// "Công đoàn", "Quốc phòng - An ninh / Tin tức": a line that is nothing but what papers file texts under.
pub(crate) fn is_section(sheet: &Sheet<'_>, line: Line) -> bool {
    // "Chuyên mục: Xây dựng Đảng"
    let label = sheet.is(line.from, "chuyên") && sheet.any(next(line.from), &["mục", "trang", "đề"]);
    let mut at = if label { line.from.saturating_add(2) } else { line.from };
    if label && sheet.mark(at) == ':' {
        at = next(at);
    }
    while let Some((end, _)) = SECTIONS.at(sheet, at).filter(|(end, _)| *end <= line.to) {
        if end == line.to {
            return true;
        }
        if !matches!(sheet.mark(end), '-' | '/' | ',' | '&' | '|' | '”') && !sheet.is(end, "và") {
            return false;
        }
        at = next(end);
    }
    false
}

/// Marks in the page's head the site's name ("Trang thông tin điện tử xã Tân Lập", "Tạp chí Đất và Người" above the day) and what the
/// text is filed under, where a title stands below them or right above.
fn site_and_sections(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let long = |n: usize| {
        let line = sheet.line(n);
        words(sheet, line) >= SHORTEST_PARAGRAPH && ends_sentence(sheet, line)
    };
    let reach = (0..boiler.len().min(LONGEST_HEAD)).find(|&n| long(n)).unwrap_or(0);
    for n in 0..reach {
        let line = sheet.line(n);
        let filed = is_section(sheet, line) && sheet.caps(line.from) != Caps::Lower;
        let named = n <= 3
            && (opens_site(sheet, line) || n == 0 && (is_magazine(sheet, line) || is_newspaper(sheet, line)));
        if !filed && !named {
            continue;
        }
        let title = |k: &usize| {
            let other = sheet.line(*k);
            *k != n
                && boiler.get(*k) != Some(&true)
                && may_be_title(sheet, other)
                && !is_section(sheet, other)
        };
        let near = || n.saturating_sub(2)..reach.min(n.saturating_add(5));
        // A page that files its texts tells their day, too.
        let dated = named || near().any(|k| is_stamp(sheet, sheet.line(k)));
        let titled = near().any(|k| title(&k));
        if let Some(slot) = boiler.get_mut(n).filter(|_| titled && dated) {
            *slot = true;
        }
    }
}

/// Fewest words of the first paragraph.
const SHORTEST_PARAGRAPH: usize = 20;

/// Most lines above the first paragraph in which the site's name and a section are looked for.
const LONGEST_HEAD: usize = 16;

/// "TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN LẬP - TỈNH A", "Cổng thông tin điện tử Đảng bộ huyện B": a site named with the body it belongs to.
fn opens_site(sheet: &Sheet<'_>, line: Line) -> bool {
    // "Trang tin điện tử", "Cổng thông tin điện tử"
    let at = if sheet.is(next(line.from), "thông") { next(line.from) } else { line.from };
    let electronic = sheet.any(line.from, &["trang", "cổng"])
        && sheet.is(next(at), "tin")
        && sheet.two(at.saturating_add(2), "điện", "tử");
    let whose = at.saturating_add(4);
    let body = organisation::at(sheet, whose).is_some_and(|f| f.to >= line.to);
    let loud = sheet.headline(line.from) && (HEAD.has(sheet, whose) || LEVEL.has(sheet, whose));
    electronic && (body || loud) && words(sheet, line) <= LONGEST_NAME && !ends_sentence(sheet, line)
}

/// "Tạp chí Đất và Người - Chuyên trang Nhà nông", and right below it the day.
fn is_magazine(sheet: &Sheet<'_>, line: Line) -> bool {
    let below = sheet.line(1);
    sheet.two(line.from, "tạp", "chí")
        && words(sheet, line) <= LONGEST_NAME
        && !ends_sentence(sheet, line)
        && is_stamp(sheet, below)
        && !(line.from..line.to).any(|i| sheet.is_digits(i) || sheet.mark(i) == ':')
}

/// "Từ: …", "Tới: …", "Chủ đề: …" above a text that was sent by mail, and the greeting over a row of dashes; below it the closing words.
fn letter(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let told =
        (0..boiler.len().min(HEAD_LINES)).take_while(|&n| LETTER.has(sheet, sheet.line(n).from)).count();
    if told < FEWEST_OF_LETTER {
        return;
    }
    let ruled = |n: &usize| {
        let line = sheet.line(*n);
        line.to > next(line.from)
            && (line.from..line.to).all(|i| matches!(sheet.mark(i), '-' | '_' | '=' | '*'))
    };
    let rule = (told..boiler.len().min(told.saturating_add(4))).find(ruled).map_or(told, next);
    let closes = |n: &usize| {
        let line = sheet.line(*n);
        sheet.two(line.from, "trân", "trọng") && words(sheet, line) <= 6
    };
    let end = (told..boiler.len()).rfind(closes).unwrap_or(boiler.len());
    for (n, slot) in boiler.iter_mut().enumerate() {
        *slot |= n < rule || n >= end;
    }
}

/// Fewest lines that make a letter's head.
const FEWEST_OF_LETTER: usize = 3;

/// Token `i` parts two entries of a menu: "|", "·" or "•", or wide blanks before it.
fn parts_entries(sheet: &Sheet<'_>, line: Line, i: usize) -> bool {
    matches!(sheet.mark(i), '|' | '·' | '•') || i > line.from && is_wide(sheet, i)
}

/// Wide blanks stand before token `i`.
pub(crate) fn is_wide(sheet: &Sheet<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|k| sheet.tokens.get(k));
    before.zip(sheet.tokens.get(i)).is_some_and(|(a, b)| b.start.saturating_sub(a.end) >= WIDE)
}

/// "Thời sự | Xây dựng Đảng | Bạn đọc", "TIN TỨC     VĂN BẢN     HỎI ĐÁP": a menu in one line, two entries of which are what sites call
/// their parts. A row of a table goes on with rows of as many cells.
fn is_menu(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    if words(sheet, line) > LONGEST_MENU || ends_sentence(sheet, line) {
        return false;
    }
    let cuts = |l: Line| (l.from..l.to).filter(|&i| parts_entries(sheet, l, i)).count();
    if cuts(line) == 0 {
        return false;
    }
    let part = |i: usize| {
        let opens = i == line.from || is_wide(sheet, i) || parts_entries(sheet, line, prev(i, 1));
        opens
            && PARTS.at(sheet, i).is_some_and(|(end, _)| {
                end >= line.to || sheet.mark(end) == ':' || parts_entries(sheet, line, end)
            })
    };
    let below = sheet.line(next(n));
    let row = cuts(below) == cuts(line) && (below.from..below.to).any(|i| sheet.is_digits(i));
    !row && (line.from..line.to).filter(|&i| part(i)).count() >= 2
}

/// "Biên phòng 24h / Gương sáng": the way to the page, right below a newspaper's name.
fn is_way(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let step = |i: usize| sheet.mark(i) == '/' && sheet.gap(i) && sheet.gap(next(i));
    (1..=3).contains(&n)
        && words(sheet, line) <= LONGEST_NAME
        && !ends_sentence(sheet, line)
        && (next(line.from)..prev(line.to, 1)).any(step)
        && is_newspaper(sheet, sheet.line(0))
}

/// "Báo Tân Lập", "Báo Biên Giới Điện Tử": a newspaper's name alone in its line.
fn is_newspaper(sheet: &Sheet<'_>, line: Line) -> bool {
    sheet.is(line.from, "báo")
        && (2..=6).contains(&words(sheet, line))
        && !sheet.any(next(line.from), &["cáo", "công"])
        && (line.from..line.to).all(|i| {
            let electronic = sheet.any(i, &["điện", "tử"]) && line.to.saturating_sub(i) <= 2;
            sheet.is_word(i) && (sheet.caps(i) != Caps::Lower || electronic)
        })
}

/// "TỈNH ĐOÀN TÂN LẬP - CỔNG THÔNG TIN ĐIỆN TỬ": whose portal it is, in the first line.
fn names_site(sheet: &Sheet<'_>, line: Line) -> bool {
    let portal = line.to.checked_sub(5).filter(|&i| i > next(line.from));
    portal.is_some_and(|i| {
        sheet.any(i, &["cổng", "trang"])
            && sheet.two(next(i), "thông", "tin")
            && sheet.two(i.saturating_add(3), "điện", "tử")
            && matches!(sheet.mark(prev(i, 1)), '-' | '|')
    }) && words(sheet, line) <= LONGEST_NAME
}

/// "ĐẢNG BỘ TỈNH TÂN LẬP | ĐẢNG ỦY XÃ TÂN HÒA" right below a button: a body and the one above it, in capitals.
fn is_whose(sheet: &Sheet<'_>, line: Line) -> bool {
    let bar = (line.from..line.to).find(|&i| sheet.mark(i) == '|');
    bar.is_some_and(|bar| {
        sheet.headline(line.from)
            && words(sheet, line) <= LONGEST_NAME
            && organisation::at(sheet, line.from).is_some_and(|f| f.to == bar)
            && organisation::at(sheet, next(bar)).is_some_and(|f| f.to == line.to)
    })
}

/// Line `n` may name the site or tell its motto, for a menu stands below it: capitals, a newspaper, "Cơ quan của …", and below such a
/// line words that dashes part ("Kỷ cương - Tình thương - Trách nhiệm").
fn names(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    if words(sheet, line) > LONGEST_NAME || ends_sentence(sheet, line) {
        return false;
    }
    let dash = |i: usize| sheet.mark(i) == '-' && sheet.gap(i) && sheet.gap(next(i));
    let motto = || (line.from..line.to).any(dash) && !(line.from..line.to).any(|i| sheet.is_digits(i));
    let below =
        || sheet.two(line.from, "cơ", "quan") && sheet.is(line.from.saturating_add(2), "của") || motto();
    // "TẶNG BẰNG KHEN CHO 12 TẬP THỂ": a title tells something, and a site's name does not.
    let form = |i: usize| FORM.has(sheet, i) && !HEAD.has(sheet, line.from);
    let tells = (line.from..line.to).any(|i| sheet.is_digits(i) || form(i));
    !tells && (sheet.headline(line.from) || is_newspaper(sheet, line) || n > 0 && below())
}

/// "Thứ Ba, 28/02/2023", "Cập nhật: 16h20, 06/8/2022": a line that tells the day, and not much else.
pub(crate) fn is_stamp(sheet: &Sheet<'_>, line: Line) -> bool {
    let day = |i: usize| {
        sheet.is_digits(i)
            && matches!(sheet.mark(next(i)), '/' | '-' | '.')
            && sheet.is_digits(i.saturating_add(2))
    };
    words(sheet, line) <= LONGEST_PART && (line.from..line.to).any(day)
}

/// A line of a title's size that nothing closes.
fn may_be_title(sheet: &Sheet<'_>, line: Line) -> bool {
    (5..=LONGEST_MENU).contains(&words(sheet, line)) && !ends_sentence(sheet, line) && !is_stamp(sheet, line)
}

/// "Đời sống Trò chuyện cuối tuần" between the menu and the title, above the day: what the text is filed under.
fn is_filed_under(sheet: &Sheet<'_>, n: usize) -> bool {
    let (line, title) = (sheet.line(n), sheet.line(next(n)));
    let size = words(sheet, line);
    let small = (1..=LONGEST_PART).contains(&size) && !ends_sentence(sheet, line) && !is_stamp(sheet, line);
    small
        && !sheet.headline(line.from)
        && !sheet.is_digits(line.from)
        && words(sheet, title) > size
        && may_be_title(sheet, title)
        && sheet.caps(title.from) != Caps::Lower
        && is_stamp(sheet, sheet.line(n.saturating_add(2)))
}
