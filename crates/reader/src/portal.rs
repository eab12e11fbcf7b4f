//! What a portal or an office form puts around a text: menus, share buttons, comment forms, the outlet's tag.
//!
//! Not here: captions (`caption`).

use crate::layout::{BYLINE, Layout, ends_sentence, passage, same_words, words};
use crate::lexicon::awards::FORM;
use crate::lexicon::portals::{ALONE, BOILER, BOILER_PART, CONTACT, DATED, FOOT, FURTHER, IMPRINT, MORE};
use crate::masthead::{is_section, is_stamp, masthead};
use crate::reading::{Certainty, Passage};
use crate::tally::{LONGEST_BUTTONS, is_player, is_stub, tally_start};
use crate::token::{Caps, Kind, Line, Sheet, next, prev};

pub(crate) fn boiler_lines(sheet: &Sheet<'_>) -> Vec<bool> {
    let count = sheet.lines.len();
    let stamp = stamped(sheet);
    let over = last_told(sheet).unwrap_or(count);
    let mut boiler: Vec<bool> = (0..count)
        .map(|n| {
            let line = sheet.line(n);
            let imprint = IMPRINT.has(sheet, line.from) && words(sheet, line) <= 60 && !writes(sheet, line);
            // "#Lịch sử hình thành" is a heading, "#Tag #Khác" are the portal's.
            let tags = (line.from..line.to).filter(|&i| sheet.mark(i) == '#').count();
            let tagged = sheet.mark(line.from) == '#'
                && sheet.is_word(next(line.from))
                && (tags > 1 || line.to.saturating_sub(line.from) <= 3);
            if tagged
                || imprint
                || is_trail(sheet, n)
                || is_picture_file(sheet, line)
                || is_code(sheet, line)
                || is_posting(sheet, line)
                || is_slug(sheet, line)
                || is_icon(sheet, line)
                || is_player(sheet, line)
                || is_source(sheet, n)
                || is_label(sheet, n)
                || is_glued(sheet, line, 3)
                || is_stub(sheet, line)
            {
                return true;
            }
            let starts =
                BOILER.at(sheet, line.from).or_else(|| BOILER.at(sheet, next(line.from))).or_else(|| {
                    BOILER.at(sheet, line.from.saturating_add(3)).filter(|_| sheet.mark(line.from) == '(')
                });
            let row = is_roomy(sheet, line) && tally_start(sheet, line).is_none();
            let most = if row { LONGEST_ROW } else { LONGEST_BUTTON };
            let open = !matches!(sheet.mark(prev(line.to, 1)), '.' | ';');
            let foot = n >= over
                && words(sheet, line) <= LONGEST_FOOT
                && (FOOT.has(sheet, line.from) || (line.from..line.to).any(|i| CONTACT.has(sheet, i)));
            starts.is_some() && words(sheet, line) <= most && open && stamp != Some(n)
                || foot
                || greets(sheet, line)
                || is_alone(sheet, line)
                || n < HEAD_LINES && is_organ(sheet, line)
        })
        .collect();
    menu(sheet, &mut boiler);
    // "Trang chủ", "Giới thiệu": the way through the portal, a step a line.
    for n in 1..count.min(HEAD_LINES) {
        let above = sheet.line(prev(n, 1));
        let way = boiler.get(prev(n, 1)) == Some(&true) && sheet.two(above.from, "trang", "chủ");
        let row = n >= 2 && boiler.get(prev(n, 2)) == Some(&true) && boiler.get(prev(n, 1)) == Some(&true);
        let line = sheet.line(n);
        let step = words(sheet, line) <= 4 && !ends_sentence(sheet, line) && !sheet.is_digits(line.from);
        let began =
            way || row && (0..n).any(|k| sheet.is(sheet.line(k).from, "trang") && n.saturating_sub(k) <= 3);
        if let Some(slot) = boiler.get_mut(n).filter(|_| began && step) {
            *slot = true;
        }
    }
    masthead(sheet, &mut boiler);
    tail(sheet, &mut boiler);
    named_again(sheet, &mut boiler);
    contents(sheet, &mut boiler);
    receivers(sheet, &mut boiler);
    page_foot(sheet, &mut boiler);
    between(sheet, &mut boiler);
    again_and_again(sheet, &mut boiler);
    for (slot, line) in boiler.iter_mut().zip(&sheet.lines) {
        *slot |= is_gallery(sheet, *line);
    }
    boiler
}

/// Most words of a line of a page's foot.
const LONGEST_FOOT: usize = 16;

/// "Kính chào quý vị và các bạn đến với chương trình phát thanh hôm nay.": how a bulletin on air begins and ends.
fn greets(sheet: &Sheet<'_>, line: Line) -> bool {
    let opens = sheet.any(line.from, &["kính", "xin"]) && sheet.is(next(line.from), "chào");
    let ends = sheet.any(line.from, &["bản", "chương", "buổi"])
        && (line.from..line.from.saturating_add(6)).any(|i| sheet.two(i, "đến", "đây"));
    let air = (line.from..line.to).any(|i| {
        [("bản", "tin"), ("chương", "trình"), ("phát", "thanh"), ("truyền", "thanh")]
            .iter()
            .any(|(a, b)| sheet.two(i, a, b))
    });
    air && (opens || ends) && words(sheet, line) <= 35
}

/// "Trở lại", "[Trở về]", "Zalo": nothing but a button.
fn is_alone(sheet: &Sheet<'_>, line: Line) -> bool {
    ALONE.at(sheet, line.from).is_some_and(|(end, _)| end == line.to)
}

/// "CƠ QUAN CỦA ĐẢNG BỘ TỈNH TÂN LẬP" above a paper's text.
fn is_organ(sheet: &Sheet<'_>, line: Line) -> bool {
    sheet.two(line.from, "cơ", "quan")
        && sheet.is(line.from.saturating_add(2), "của")
        && sheet.headline(line.from)
        && words(sheet, line) <= 14
}

/// Most words of a line that a button opens, and of a row of buttons that blanks part.
const LONGEST_BUTTON: usize = 9;
const LONGEST_ROW: usize = 16;

/// "In bài viết  Gửi bài viết  Lưu bài viết này": more than one blank stands between the buttons.
fn is_roomy(sheet: &Sheet<'_>, line: Line) -> bool {
    let tokens = sheet.tokens.get(line.from..line.to).unwrap_or(&[]);
    tokens.windows(2).any(|pair| matches!(pair, [a, b] if b.start.saturating_sub(a.end) >= 2))
}

/// "Cập nhật lúc: 14:03 13/07/2023" in a line of its own: the page's day, and the first of them is no part of a list of other texts.
fn stamped(sheet: &Sheet<'_>) -> Option<usize> {
    (0..sheet.lines.len().min(HEAD_LINES)).find(|&n| {
        let line = sheet.line(n);
        DATED.has(sheet, line.from) && is_stamp(sheet, line) && tally_start(sheet, line).is_none()
    })
}

/// "Thứ Năm, 06/06/2024 - 16:47", "Cập nhật lúc 07:10, Chủ nhật, 01/09/2013 (GMT+7)", "Tin hoạt động • Ngày đăng: 17/07/2026": the page's
/// day, and nothing that could be a title.
pub(crate) fn tells_day(sheet: &Sheet<'_>, line: Line) -> bool {
    let year = (line.from..line.to).any(|i| sheet.digits(i).len() == 4);
    let opens = sheet.is_digits(line.from) || sheet.any(line.from, &["thứ", "chủ"]);
    is_stamp(sheet, line) && year && (opens || (line.from..line.to).any(|i| DATED.has(sheet, i)))
}

/// "Người viết: Thu Hằng": who wrote it by name, not the portal's "Người viết: admin".
fn writes(sheet: &Sheet<'_>, line: Line) -> bool {
    let name = line.from.saturating_add(3);
    sheet.two(line.from, "người", "viết")
        && sheet.kind(name) == Kind::Word
        && sheet.caps(name) == Caps::Title
        && sheet.kind(next(name)) == Kind::Word
        && sheet.caps(next(name)) == Caps::Title
}

/// Fewest times in a row that the portal shows a link's title: twice is a picture with its caption.
const AGAIN: usize = 3;

/// "Khai mạc Giải cờ vua" three times below each other: the links of a portal's box.
fn again_and_again(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let mut from = 0;
    while from < boiler.len() {
        let line = sheet.line(from);
        let alike = |n: &usize| words(sheet, line) >= 3 && same_words(sheet, sheet.line(*n), line);
        let size = next((next(from)..boiler.len()).take_while(alike).count());
        // "Huân chương Lao động hạng Ba" may stand in a list of honours as often as it was given.
        let honour = (line.from..line.to).any(|i| FORM.has(sheet, i));
        if size >= AGAIN && !ends_sentence(sheet, line) && !honour {
            boiler.iter_mut().skip(from).take(size).for_each(|slot| *slot = true);
        }
        from = from.saturating_add(size);
    }
}

/// After a line of the portal in the last part of the page short lines belong to the portal too.
fn tail(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let count = boiler.len();
    let (mut on, mut first_on) = (false, 0);
    let told = last_told(sheet).unwrap_or(0);
    for n in told.min(count / 2)..count {
        let line = sheet.line(n);
        let short = words(sheet, line) <= 8 && !ends_sentence(sheet, line);
        let form = matches!(sheet.mark(prev(line.to, 1)), ':' | ')') && words(sheet, line) <= 4;
        let here = boiler.get(n).copied().unwrap_or(false);
        // "- MỘT TIN KHÁC 28/05/2023": a further news item with its day.
        let last = prev(line.to, 1);
        let dated = sheet.digits(last).len() == 4 && matches!(sheet.mark(prev(last, 1)), '/' | '-');
        // "TIN ĐỌC NHIỀU", and below it the titles of other texts.
        let heads = sheet.line(first_on).from;
        let more = MORE.has(sheet, heads) || first_on >= told && FURTHER.has(sheet, heads);
        let open = !matches!(sheet.mark(prev(line.to, 1)), '.' | ';' | ':' | '…');
        let titles = on && more && words(sheet, line) <= 30 && open;
        let item = titles || dated && words(sheet, line) <= 30 && !sheet.any(prev(last, 3), &["ngày", "năm"]);
        let byline = BYLINE.has(sheet, line.from) && !here;
        let listed = on && MORE.has(sheet, sheet.line(first_on).from) && sheet.is(line.from, "đăng");
        on = here || (on && !byline && (short || form || item));
        if !on || here && !listed {
            first_on = n;
        }
        if let Some(slot) = boiler.get_mut(n) {
            *slot = on;
        }
        // "(đã ký)": below it stands who signed.
        on &= !(sheet.mark(line.from) == '(' && sheet.two(next(line.from), "đã", "ký"));
    }
}

/// Most lines from the site's name that opens a page's foot to the first line that the portal shows to be its own.
const FOOT_LINES: usize = 6;

/// The site's name stands above the menu and again below the text: with it the page's foot begins, and what it says of itself until
/// the portal's address.
fn named_again(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    if boiler.len() < 2 || boiler.first() != Some(&true) || boiler.get(1) != Some(&true) {
        return;
    }
    let name = sheet.line(0);
    let told = (1..boiler.len()).rfind(|&n| same_words(sheet, sheet.line(n), name));
    // The text stands between the two.
    let text = |n: usize| (1..n).any(|k| words(sheet, sheet.line(k)) >= 20);
    let Some(n) = told.filter(|&n| n > boiler.len() / 2 && words(sheet, name) >= 2 && text(n)) else {
        return;
    };
    let reach = boiler.len().min(n.saturating_add(FOOT_LINES));
    let Some(foot) = (next(n)..reach).find(|&k| boiler.get(k) == Some(&true)) else { return };
    for slot in boiler.iter_mut().take(foot).skip(n) {
        *slot = true;
    }
}

/// Most words of a line that stands alone between two of the portal: above the text, where it may be the title, and below it.
const BETWEEN_ABOVE: usize = 4;
const BETWEEN_BELOW: usize = 14;

/// "LĨNH VỰC", "Thể thao", "NGÀY ĐĂNG": what the portal files the text under, an address below "Vị trí".
fn between(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let count = boiler.len();
    let told = last_told(sheet).unwrap_or(count);
    for n in 1..count.saturating_sub(1) {
        let line = sheet.line(n);
        let portal = |k: usize| boiler.get(k) == Some(&true) && !is_motto(sheet, sheet.line(k));
        let beside = [prev(n, 1), next(n)].into_iter().filter(|&k| portal(k)).count();
        let most = if n >= told { BETWEEN_BELOW } else { BETWEEN_ABOVE };
        let short = (1..=most).contains(&words(sheet, line)) && !ends_sentence(sheet, line);
        // Between the site's name and its menu stands the day.
        let day = n < told && is_stamp(sheet, line) && tally_start(sheet, line).is_none();
        // "Bạn chọn điệu múa nào?" above the button for an answer, below the text.
        let question = n >= told && portal(next(n)) && sheet.mark(prev(line.to, 1)) == '?';
        let filed = beside == 2 && short && !day && !BYLINE.has(sheet, line.from);
        let small = words(sheet, line) <= LONGEST_BUTTONS;
        let joined = beside > 0 && (is_glued(sheet, line, 2) || small && is_glued(sheet, line, 1));
        let question = question && (3..=LONGEST_ROW).contains(&words(sheet, line));
        if let Some(slot) = boiler.get_mut(n).filter(|_| filed || joined || question) {
            *slot = true;
        }
    }
}

/// The line behind the last long one, where a page's text is over.
fn last_told(sheet: &Sheet<'_>) -> Option<usize> {
    (0..sheet.lines.len()).rfind(|&n| words(sheet, sheet.line(n)) >= 20).map(next)
}

/// "CỘNG HÒA …", "Độc lập …", "ĐẢNG CỘNG SẢN VIỆT NAM": above an office's own lines.
fn is_motto(sheet: &Sheet<'_>, line: Line) -> bool {
    sheet.two(line.from, "cộng", "hòa")
        || sheet.two(line.from, "độc", "lập")
        || sheet.two(line.from, "đảng", "cộng")
}

/// "Danh mụcGiới thiệuChuyên đề": entries of a menu that an export ran together; `least` places at which two meet.
fn is_glued(sheet: &Sheet<'_>, line: Line, least: usize) -> bool {
    if words(sheet, line) > BETWEEN_BELOW || ends_sentence(sheet, line) {
        return false;
    }
    let meets = |i: &usize| sheet.glued(*i) && sheet.caps(*i) == Caps::Title;
    (line.from..line.to).filter(meets).count() >= least
}

/// The line says again what an entry under "Mục lục" says: a heading of the text.
pub(crate) fn in_contents(sheet: &Sheet<'_>, n: usize) -> bool {
    let contents = |k: &usize| {
        let line = sheet.line(*k);
        sheet.two(line.from, "mục", "lục") && words(sheet, line) == 2
    };
    let Some(top) = (0..n.min(HEAD_LINES)).find(contents) else { return false };
    let own = sheet.line(n);
    (next(top)..n.min(top.saturating_add(HEAD_LINES))).any(|k| same_words(sheet, sheet.line(k), own))
}

/// Under "Mục lục" stand the text's headings once more.
fn contents(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let count = boiler.len();
    let contents =
        (0..count).find(|&n| sheet.two(sheet.line(n).from, "mục", "lục") && boiler.get(n) == Some(&true));
    if let Some(n) = contents {
        let heading = |n: &usize| {
            let line = sheet.line(*n);
            (1..=10).contains(&words(sheet, line)) && !ends_sentence(sheet, line)
        };
        let end = (next(n)..count).find(|n| !heading(n)).unwrap_or(next(n));
        boiler.get_mut(n..end).unwrap_or_default().fill(true);
    }
}

/// "Nơi nhận:" of an office's form, and the points below it.
fn receivers(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let count = boiler.len();
    for n in 1..count {
        let line = sheet.line(n);
        let receivers = sheet.two(line.from, "nơi", "nhận");
        if receivers && words(sheet, line) <= 4 {
            let point = |k: &usize| matches!(sheet.mark(sheet.line(*k).from), '-' | '+');
            let end = (next(n)..count).find(|k| !point(k)).unwrap_or(count);
            boiler.get_mut(n..end).unwrap_or_default().fill(true);
        }
    }
}

/// "TRANG THÔNG TIN ĐIỆN TỬ VIỆN KIỂM SÁT …": whose page it is, above the rest of its foot.
fn page_foot(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    for n in (1..boiler.len().saturating_sub(1)).rev() {
        let line = sheet.line(n);
        let page = sheet.any(line.from, &["trang", "cổng"]) && sheet.is(next(line.from), "thông");
        let foot =
            boiler.get(next(n)) == Some(&true) && !ends_sentence(sheet, line) && words(sheet, line) <= 20;
        if let Some(slot) = boiler.get_mut(n).filter(|_| page && foot) {
            *slot = true;
        }
    }
}

/// "hoi nghi bieu duong dien hinh": a picture's name that the portal made of the title, in letters without marks.
fn is_slug(sheet: &Sheet<'_>, line: Line) -> bool {
    let plain = |i: usize| {
        sheet.is_digits(i)
            || sheet.kind(i) == Kind::Word && sheet.caps(i) == Caps::Lower && sheet.key(i).is_ascii()
    };
    let marked = (0..sheet.len().min(SLUG_TOKENS)).any(|i| sheet.is_word(i) && !sheet.key(i).is_ascii());
    line.to.saturating_sub(line.from) >= 6 && (line.from..line.to).all(plain) && marked
}

/// "icon facebook", "icon category Chuyên mục": pictures of buttons told in words.
fn is_icon(sheet: &Sheet<'_>, line: Line) -> bool {
    let at = if sheet.is_word(line.from) { line.from } else { next(line.from) };
    sheet.is(at, "icon") && words(sheet, line) <= 10 && !ends_sentence(sheet, line)
}

/// Tokens of a text in which a letter with a mark shows that it is written with marks.
const SLUG_TOKENS: usize = 200;

/// "/ TIN TỨC", "Tin tức > Hoạt động": the way through the portal's parts to this page, above the title.
fn is_trail(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    // "»" is read as "”": where one opens, it closes a quotation.
    let quoted = (line.from..line.to).any(|i| sheet.mark(i) == '“');
    let steps = (next(line.from)..prev(line.to, 1)).any(|i| {
        let arrow = matches!(sheet.mark(i), '>' | '›') || sheet.mark(i) == '”' && !quoted;
        arrow && sheet.gap(i) && sheet.is_word(next(i))
    });
    if steps && n < HEAD_LINES && words(sheet, line) <= 16 && !ends_sentence(sheet, line) {
        return true;
    }
    // "Chính trị / Đưa nghị quyết vào cuộc sống"
    let slash = (next(line.from)..prev(line.to, 1)).find(|&i| sheet.mark(i) == '/' && sheet.gap(next(i)));
    let led = slash.is_some_and(|to| is_section(sheet, Line { to, ..line }));
    if led && n < HEAD_LINES && words(sheet, line) <= 12 && !ends_sentence(sheet, line) {
        return true;
    }
    // "Tân Lập Online": whose page it is.
    let outlet = sheet.is(prev(line.to, 1), "online") && n <= 1;
    if outlet && (2..=5).contains(&words(sheet, line)) {
        return true;
    }
    // "GIỚI THIỆU / Phần thưởng và danh hiệu cao quý"
    let part = n <= 2
        && BOILER_PART.has(sheet, line.from)
        && (line.from..line.to).any(|i| sheet.mark(i) == '/' && sheet.gap(i));
    // "Tin hoạt động, Tin tức nổi bật": the categories it is filed under.
    let filed = n < HEAD_LINES
        && words(sheet, line) <= 14
        && !ends_sentence(sheet, line)
        && (line.from..line.to)
            .filter(|&i| sheet.is(i, "tin") && (i == line.from || sheet.mark(prev(i, 1)) == ','))
            .count()
            > 1;
    if part || filed {
        return true;
    }
    let opened = matches!(sheet.mark(line.from), '/' | '”' | '›') && sheet.is_word(next(line.from));
    opened && n < HEAD_LINES && words(sheet, line) <= 8 && !ends_sentence(sheet, line)
}

/// Most lines that a portal's menus may take before the text begins.
const HEAD_LINES: usize = 40;

/// Fewest entries of a menu.
const MENU: usize = 5;

/// "Giới thiệu", "Tin tức", "Văn bản", "Đăng nhập", each in a line of its own: short lines in a row above the text are a
/// menu when one of them is the portal's.
fn menu(sheet: &Sheet<'_>, boiler: &mut [bool]) {
    let entry = |n: usize| {
        let line = sheet.line(n);
        (1..=6).contains(&words(sheet, line)) && !ends_sentence(sheet, line) && !sheet.is_digits(line.from)
    };
    let close = |n: usize| {
        let gap = sheet.text.slice(sheet.line(n.saturating_sub(1)).end, sheet.line(n).start);
        gap.matches('\n').count() == 1
    };
    let mut from = 0;
    while from < boiler.len().min(HEAD_LINES) {
        let to = (next(from)..boiler.len()).find(|&n| !entry(n) || !close(n)).unwrap_or(boiler.len());
        let row = boiler.get_mut(from..to).unwrap_or(&mut []);
        if row.len() >= MENU && entry(from) && row.iter().any(|b| *b) {
            row.fill(true);
        }
        from = to.max(next(from));
    }
}

/// "quantri gửi vào T5, 2015-04-02 14:47": who put the page into the portal, and when.
fn is_posting(sheet: &Sheet<'_>, line: Line) -> bool {
    // "Đăng lúc 08:15 12/03/2024 bởi admin"
    let whom = || sheet.two(line.from, "đăng", "lúc") && (line.from..line.to).any(|i| sheet.is(i, "bởi"));
    let sent = (line.from..line.to)
        .any(|i| sheet.any(i, &["gửi", "đăng"]) && sheet.any(next(i), &["vào", "bởi"]))
        || whom();
    let timed = (line.from..line.to).any(|i| sheet.mark(i) == ':' && sheet.is_digits(next(i)));
    sent && timed && words(sheet, line) <= 10
}

/// "Một số hình ảnh của buổi lễ:": what stands above a row of pictures.
fn is_gallery(sheet: &Sheet<'_>, line: Line) -> bool {
    // A drawing may stand before it.
    let from = if sheet.is_word(line.from) { line.from } else { next(line.from) };
    let opens = ["một", "số", "hình", "ảnh"].iter().zip(from..).all(|(word, i)| sheet.is(i, word));
    opens && words(sheet, line) <= 40
}

/// "LĨNH VỰC", "NGÀY ĐĂNG", "Tin tức, 8 phút đọc": a field's label that the page shows alone, or how long it takes to read.
fn is_label(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let whole = |words: &[&str]| {
        line.to == line.from.saturating_add(words.len())
            && words.iter().zip(line.from..).all(|(word, i)| sheet.is(i, word))
    };
    let label = [["lĩnh", "vực"], ["ngày", "đăng"], ["liên", "hệ"], ["mục", "lục"]];
    let minutes =
        sheet.is(prev(line.to, 1), "đọc") && sheet.is(prev(line.to, 2), "phút") && words(sheet, line) <= 6;
    n > 0 && (minutes || label.iter().any(|words| whole(words)))
}

/// "Nguồn: Báo tỉnh, 2025": where the page took the text from, in a line of its own below it.
fn is_source(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let at = if sheet.is(next(line.from), "tin") { next(line.from) } else { line.from };
    // "Nguồn “Tân Lập điện tử”"
    let told = sheet.is(line.from, "nguồn") && matches!(sheet.mark(next(at)), ':' | '"' | '“');
    // "Báo Tân Lập": the newspaper's name alone, below the text.
    let paper = n > 1
        && next(n) == sheet.lines.len()
        && sheet.is(line.from, "báo")
        && words(sheet, line) <= 5
        && !ends_sentence(sheet, line);
    // "Theo - Vân Anh hiephoa.gov.vn", "(Theo sgd.bacgiang.gov)"
    let whence = if sheet.mark(line.from) == '(' { next(line.from) } else { line.from };
    let site = if sheet.mark(prev(line.to, 1)) == ')' { prev(line.to, 2) } else { prev(line.to, 1) };
    // "Theo “Báo điện tử Tân Lập”"
    let newspaper = (whence..line.to).any(|i| sheet.is(i, "báo") && sheet.caps(i) == Caps::Title);
    let short =
        newspaper && words(sheet, line) <= 9 && !(whence..line.to).any(|i| sheet.any(i, &["cáo", "của"]));
    if n > 1 && next(n) == sheet.lines.len() && sheet.is(whence, "theo") && short {
        return true;
    }
    let taken = n > 1
        && n.saturating_add(3) >= sheet.lines.len()
        && sheet.is(whence, "theo")
        && sheet.any(site, &["vn", "gov", "com", "org"])
        && sheet.mark(prev(site, 1)) == '.'
        && sheet.caps(site) == Caps::Lower
        && words(sheet, line) <= 8
        && !ends_sentence(sheet, line);
    taken
        || paper
        || told && n > 1 && words(sheet, line) <= 10 && !(line.from..line.to).any(|i| sheet.is(i, "ảnh"))
}

/// "le-trao.jpg", "IMG 7955": a picture's file name left in the text.
pub(crate) fn is_picture_file(sheet: &Sheet<'_>, line: Line) -> bool {
    let camera =
        ["img", "dsc", "dscn", "dscf", "pict"].iter().any(|name| sheet.key(line.from).starts_with(name));
    let number = (line.from..line.to).any(|i| sheet.is_digits(i) || sheet.kind(i) == Kind::Mixed);
    if camera && number && line.to.saturating_sub(line.from) <= 4 {
        return true;
    }
    let end = if sheet.mark(prev(line.to, 1)) == ')' { prev(line.to, 2) } else { prev(line.to, 1) };
    let file = sheet.any(end, &["pdf", "doc", "docx", "xls", "xlsx", "rar", "zip"]);
    // "Danh sách khen thưởng.docx"
    if file && sheet.mark(prev(end, 1)) == '.' && !sheet.gap(end) && words(sheet, line) <= LONGEST_BUTTON {
        return true;
    }
    let picture = sheet.any(end, &["jpg", "jpeg", "png", "webp", "gif"]) && sheet.mark(prev(end, 1)) == '.';
    picture && (next(line.from)..line.to).all(|i| !sheet.gap(i))
}

/// A line of markup or script that a page's export left behind.
fn is_code(sheet: &Sheet<'_>, line: Line) -> bool {
    // "giỏi 114 em = 13,62%": a sum.
    let sum = |i: usize| sheet.mark(i) == '=' && sheet.is_digits(next(i));
    let braces = (line.from..line.to)
        .filter(|&i| matches!(sheet.mark(i), '{' | '}' | '<' | '>' | '\\' | '=') && !sum(i))
        .count();
    braces >= 3
}

/// Boilerplate: lines of the portal (neighbours together), and the tag of the outlet before the lead.
pub(crate) fn boilerplate(sheet: &Sheet<'_>, layout: &Layout) -> Vec<Passage> {
    let mut items = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for n in 0..=sheet.lines.len() {
        let boiler = layout.boiler.get(n).copied().unwrap_or(false);
        // What stands above pictures is no part of what stands below them.
        let apart = run.is_some_and(|(a, _)| is_gallery(sheet, sheet.line(a)));
        if let Some((a, b)) = run.take_if(|_| !boiler || apart) {
            let span = sheet.text.span(sheet.line(a).start, sheet.line(b).end);
            items.push(passage(sheet, span, Certainty::Likely));
        }
        if boiler {
            run = Some(run.map_or((n, n), |(a, _)| (a, n)));
            continue;
        }
        let line = sheet.line(n);
        if let Some(to) = tag_end(sheet, line) {
            let place = |i: usize| sheet.tokens.get(i).map_or(line.end, |t| t.start);
            let span = sheet.text.span(place(tag_start(sheet, line)), place(to));
            items.push(passage(sheet, span, Certainty::Likely));
        } else if let Some(from) = (n <= layout.body).then(|| tally_start(sheet, line)).flatten() {
            items.push(passage(sheet, sheet.span(from, line.to), Certainty::Likely));
        }
    }
    items
}

/// Where an outlet's tag would stand in the line: behind an archive's stamp ("date 2024-08 (THTG) Ngày 02-8").
fn tag_start(sheet: &Sheet<'_>, line: Line) -> usize {
    let stamped = line.from == 0 && sheet.is(0, "date");
    let first =
        (next(line.from)..line.from.saturating_add(8)).find(|&i| sheet.is_word(i) || sheet.mark(i) == '(');
    first.filter(|_| stamped).unwrap_or(line.from)
}

/// "(TGCT) ", "HNP - ", "CT) - " before a paragraph of some length: the token after it.
fn tag_end(sheet: &Sheet<'_>, line: Line) -> Option<usize> {
    let start = tag_start(sheet, line);
    // "TENBAO.VN - Thứ Bảy, 20/06/2020": above the text the day alone may follow.
    let stamp = || sheet.caps(start) == Caps::Upper && is_stamp(sheet, line) && !sheet.shouting;
    if sheet.headline(line.from) || words(sheet, line) < 12 && !stamp() {
        return None;
    }
    let open = sheet.mark(start) == '(';
    let first = if open { next(start) } else { start };
    let mut at = first;
    // In a text of capitals only a word without a vowel shows that it is an abbreviation.
    let vowel =
        |k: usize| sheet.loud(k) && sheet.key(k).chars().any(|c| !c.is_ascii() || "aeiouy".contains(c));
    while (sheet.is_word(at) && sheet.caps(at) == Caps::Upper && !vowel(at)
        || matches!(sheet.mark(at), '.' | '/'))
        && at < first.saturating_add(4)
    {
        at = next(at);
    }
    // "Theo tenbao.vn - ": where the text was taken from.
    if at == first && sheet.is(first, "theo") && sheet.mark(first.saturating_add(2)) == '.' {
        at = (next(first)..first.saturating_add(8)).find(|&k| k > next(first) && sheet.gap(k)).unwrap_or(at);
    }
    // "Tenbao - ": no syllable has as many letters as an outlet's name written in one.
    let outlet = !open && sheet.caps(first) == Caps::Title && !sheet.loud(first);
    if at == first && outlet && sheet.is_word(first) && sheet.key(first).chars().count() > 7 {
        at = next(at);
    }
    // "(Dân trí) - ": a few words in brackets and a dash.
    if open && let Some(close) = (first..first.saturating_add(8)).find(|&k| sheet.mark(k) == ')') {
        at = at.max(close);
    }
    if at == first {
        return None;
    }
    let closed = sheet.mark(at) == ')';
    // "(1) Việc cụ thể hóa …": a point of a list.
    if closed && (first..at).all(|k| !sheet.is_word(k) || sheet.key(k).chars().count() == 1) {
        return None;
    }
    if closed {
        at = next(at);
    }
    // "ABC-Sáng ngày 5/6": three capitals or more tied to the lead by a dash.
    let tied = sheet.mark(at) == '-'
        && at == next(first)
        && sheet.key(first).chars().count() >= 3
        && !sheet.loud(first)
        && sheet.caps(next(at)) == Caps::Title;
    let dash = tied || matches!(sheet.mark(at), '-' | ':') && sheet.gap(at) && sheet.gap(next(at));
    match (closed, dash) {
        (_, true) => Some(next(at)),
        (true, false) if open => Some(at),
        _ => None,
    }
}
