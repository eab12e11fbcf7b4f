//! What a page counts of itself and the buttons that it offers: "1.874 lượt xem", "Print   E-mail" behind the day, a player's clock.
//!
//! Not here: the other lines of a portal (`portal`) and what stands above a text (`masthead`).

use std::sync::LazyLock;

use crate::layout::{ends_sentence, words};
use crate::masthead::is_wide;
use crate::phrase::Phrases;
use crate::token::{Line, Sheet, next, prev};

/// Most words of two buttons that an export ran together.
pub(crate) const LONGEST_BUTTONS: usize = 6;

/// "anh 1", "Phóng to", "1.874 lượt xem": a picture's stand-in or a button, alone in its line.
pub(crate) fn is_stub(sheet: &Sheet<'_>, line: Line) -> bool {
    let size = line.to.saturating_sub(line.from);
    let numbered =
        sheet.any(line.from, &["anh", "ảnh", "hình", "image", "img"]) && sheet.is_digits(next(line.from));
    let button = sheet.two(line.from, "phóng", "to");
    let seen = sheet.is(prev(line.to, 2), "lượt")
        && sheet.any(prev(line.to, 1), &["xem", "đọc", "thích"])
        && sheet.is_digits(line.from);
    // "1.2 MB": how large a file is that the page offers.
    let large = sheet.is_digits(line.from)
        && sheet.any(prev(line.to, 1), &["kb", "mb", "gb"])
        && sheet.is_digits(prev(line.to, 2));
    // "Thích 0  Chia sẻ  Lưu bài"
    let liked = sheet.any(line.from, &["thích", "like"]) && sheet.is_digits(next(line.from));
    let liked = liked && words(sheet, line) <= LONGEST_BUTTONS && !ends_sentence(sheet, line);
    // "0 bình luận", "Gửi ý kiến   3 bình luận"
    let wrote = sheet.two(prev(line.to, 2), "bình", "luận")
        && sheet.is_digits(prev(line.to, 3))
        && words(sheet, line) <= LONGEST_BUTTONS;
    size == 2 && (numbered || button)
        || wrote
        || size <= 5 && (seen || large)
        || liked
        || is_tally(sheet, line)
}

/// "👍 512   💬 46": how many liked it and wrote, told by drawings alone.
fn is_tally(sheet: &Sheet<'_>, line: Line) -> bool {
    words(sheet, line) == 0
        && (line.from..line.to).any(|i| is_drawing(sheet, i) && sheet.is_digits(next(i)))
        && (line.from..line.to).all(|i| sheet.is_digits(i) || sheet.mark(i) == '.' || is_drawing(sheet, i))
}

/// "👁", "💬", "↗" and what shapes them.
fn is_drawing(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.mark(i), '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// What a page counts of itself behind its day, and the buttons that it sets there.
static COUNTED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "số lần đọc; số lượt xem; số lượt đọc; lượt đọc; lượt xem; đã xem; no comments; by admin; \
         print; e - mail; email; email in pdf; in pdf; in bài viết; in trang; gửi email; người đăng :; tác giả :; đọc bài viết; nghe bài viết; nghe đọc bài; chia sẻ",
    )
});

/// Most words of a line that tells a page's day and counts its readers.
const LONGEST_STAMP: usize = 20;

/// "02/3/2024 | 147 lượt xem", "… Ngày đăng: 02-3-2024   Số lần đọc: 86": where the count begins behind the day, above the text.
pub(crate) fn tally_start(sheet: &Sheet<'_>, line: Line) -> Option<usize> {
    // "17 Tháng 5 2019     Email In PDF."
    let closed = ends_sentence(sheet, line) && !sheet.is(prev(line.to, 2), "pdf");
    if words(sheet, line) > LONGEST_STAMP || closed {
        return None;
    }
    // "28/05/2018 Print   E-mail"
    let printed = |i: usize| sheet.is(i, "print") && sheet.digits(prev(i, 1)).len() == 4;
    let parted =
        |i: usize| is_wide(sheet, i) || matches!(sheet.mark(prev(i, 1)), '|' | '-' | '•') || printed(i);
    let start = (next(line.from)..line.to).find(|&i| {
        // "147 lượt xem", but not "2024   Số lần đọc".
        let many = sheet.is_digits(i) && !is_wide(sheet, next(i));
        // "2.905 lượt xem"
        let thousands = many && sheet.mark(next(i)) == '.' && sheet.is_digits(i.saturating_add(2));
        let at = match () {
            () if thousands => i.saturating_add(3),
            () if many => next(i),
            () => i,
        };
        let counted = COUNTED.has(sheet, at) && parted(i) || is_drawing(sheet, i) && sheet.is_digits(next(i));
        counted && words(sheet, Line { from: i, ..line }) <= LONGEST_BUTTONS
    })?;
    (line.from..start).any(|i| sheet.digits(i).len() == 4).then_some(start)
}

/// "0:00 / 0:00": what a player shows of a recording.
pub(crate) fn is_player(sheet: &Sheet<'_>, line: Line) -> bool {
    let clock = |i: usize| sheet.is_digits(i) || matches!(sheet.mark(i), ':' | '/');
    let size = line.to.saturating_sub(line.from);
    matches!(size, 3 | 7) && sheet.is(line.from, "0") && (line.from..line.to).all(clock)
}
