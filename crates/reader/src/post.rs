//! Posts: their words, the bodies they are held in, and which of them stands beside a name.
//!
//! Not here: names (`person`).

use std::sync::LazyLock;

use crate::lexicon::names::{ADDRESSES, LONGEST_ADDRESS, POST, POST_WORD};
use crate::lexicon::organisations::{FIELD, LEVEL, PROVINCE};
use crate::lexicon::units::{DEED, LABEL_END};
use crate::lexicon::words::SPEAKS;
use crate::organisation;
use crate::person::run_at;
use crate::phrase::Phrases;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// A post at tokens `from..to` ("Bí thư Đảng ủy Khối").
#[derive(Debug, Clone, Copy)]
pub(crate) struct Post {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The first token after a post's own words at token `i`, when a post begins there.
pub(crate) fn at(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    POST.at(sheet, i).map(|(end, _)| end)
}

/// Reads a post to its end: its words, the body it is held in, further posts after a comma or dash.
#[inline]
pub(crate) fn read(sheet: &Sheet<'_>, i: usize) -> Option<Post> {
    // Most words begin no post: one look says so.
    let words = if POST.may_be_at(sheet, i) { at(sheet, i) } else { None };
    words.map(|words| Post { from: i, to: read_on(sheet, words) })
}

/// The end of a post whose own words end before token `to`.
fn read_on(sheet: &Sheet<'_>, mut to: usize) -> usize {
    loop {
        let step = POST_WORD
            .at(sheet, to)
            .or_else(|| POST.at(sheet, to))
            .map(|(end, _)| end)
            .or_else(|| organisation::at(sheet, to).map(|f| f.to))
            .or_else(|| body_word(sheet, to))
            .or_else(|| joined_post(sheet, to));
        match step {
            Some(end) => to = end,
            None => return to,
        }
    }
}

/// Parts of a ward or commune.
static QUARTER: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("tổ dân phố; khu dân cư; khu phố; khối phố"));

/// Words before the name of a part of a commune.
const HAMLET: &[&str] = &["thôn", "ấp", "bản", "khóm", "làng", "buôn", "sóc"];

/// A level, field or proper word that goes on a post, unless a name begins there.
fn body_word(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if sheet.kind(i) == Kind::Break || run_at(sheet, i).is_some() {
        return None;
    }
    if QUARTER.has(sheet, i) {
        return place(sheet, i);
    }
    // "Tiểu đội trưởng Tiểu đội 4", "Quản đốc Phân xưởng Vận hành 1"
    let squad = sheet.any(i, &["tiểu", "trung", "khẩu"]) && sheet.is(next(i), "đội");
    if squad && sheet.is_digits(i.saturating_add(2)) {
        return Some(i.saturating_add(3));
    }
    if numbered(sheet, i) && sheet.is_word(prev(i, 1)) && POST.ending(sheet, i, 4).is_none() {
        return Some(next(i));
    }
    if sheet.any(i, HAMLET) && (organisation::proper(sheet, next(i)) || sheet.is_digits(next(i))) {
        return Some(i.saturating_add(2));
    }
    // "Phó Trưởng Công an phường Yên Nghĩa Trung tá …": a rank goes with the name.
    if ADDRESSES.at(sheet, i).is_some_and(|(end, _)| end > next(i)) {
        return None;
    }
    if let Some((end, _)) = LEVEL.at(sheet, i) {
        let named = organisation::proper(sheet, end) && run_at(sheet, end).is_none();
        return Some(if named || numbered(sheet, end) { next(end) } else { end });
    }
    if let Some((end, _)) = FIELD.at(sheet, i).or_else(|| PROVINCE.at(sheet, i)) {
        return Some(end);
    }
    organisation::proper(sheet, i).then(|| next(i))
}

/// "quận 8 - Đại tá", "Phường 7 Quận 8": a number that names the place; "xã 5 năm liền" counts.
fn numbered(sheet: &Sheet<'_>, i: usize) -> bool {
    let after = next(i);
    let closes = sheet.mark(after) != '\0' || sheet.kind(after) == Kind::Break;
    sheet.is_digits(i) && sheet.gap(i) && (closes || organisation::proper(sheet, after))
}

fn joined_post(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let joins = matches!(sheet.mark(i), ',' | '-') || sheet.any(i, &["và", "kiêm"]);
    // "Tỉnh ủy viên, nguyên Giám đốc Sở Tư pháp"
    let former = sheet.is(next(i), "nguyên") && sheet.is_word(i.saturating_add(2));
    let at = if former { i.saturating_add(2) } else { next(i) };
    let post = POST.at(sheet, at).map(|(end, _)| end)?;
    // "bí thư Tỉnh ủy, chủ tịch HĐND tỉnh": some papers write posts in lower case.
    let held =
        post > next(at) && sheet.caps(post) != Caps::Lower && sheet.is_word(post) && sheet.mark(i) == ','
            || POST
                .at(sheet, at)
                .is_some_and(|(end, _)| end > next(at) && sheet.caps(prev(end, 1)) != Caps::Lower);
    (joins && (sheet.loud(at) || sheet.caps(at) != Caps::Lower || held)).then_some(post)
}

/// Every post of the text, longest readings, not nested.
pub(crate) fn all(sheet: &Sheet<'_>) -> Vec<Post> {
    let mut found: Vec<Post> = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        if let Some(post) = read(sheet, i) {
            i = post.to.max(next(i));
            found.push(post);
        } else {
            i = next(i);
        }
    }
    found
}

/// The post beside a name at tokens `from..to`: behind it, before it, or what else the text adds to the name.
pub(crate) fn role_of(sheet: &Sheet<'_>, posts: &[Post], from: usize, to: usize) -> Option<Post> {
    let end = past_age(sheet, to);
    let before = before(sheet, posts, from, to);
    let behind = behind(sheet, posts, end)
        // "Tổng Bí thư Trần Văn A, Phó Chủ tịch nước Lê Thị B": the post behind the comma is the next one's.
        .filter(|p| before.is_none() || run_at(sheet, p.to).is_none())
        .map(|p| Post { to: widened(sheet, p.to), ..p });
    let held = || held_by(sheet, to).or_else(|| lives(sheet, to)).or_else(|| lives(sheet, end));
    // "cô giáo Đoàn Thị Lương (Trường Tiểu học …)": the school says more than the bare word.
    let bare = before.is_some_and(|p| at(sheet, p.from) == Some(p.to));
    behind
        .or_else(|| held().filter(|_| bare))
        .or(before)
        .or_else(|| described(sheet, end))
        .or_else(|| signed(sheet, posts, from))
        .or_else(held)
        .or_else(|| class(sheet, to).map(|to_class| Post { from: to, to: to_class }))
        .or_else(|| class_behind(sheet, to))
        .or_else(|| below(sheet, posts, from, to))
        .or_else(|| titled(sheet, from))
}

/// "Đại tá Phùng Thế Vinh", and on the line below it "Bí thư Đảng ủy, Chính ủy Bộ CHQS tỉnh": the post of whoever signs.
fn below(sheet: &Sheet<'_>, posts: &[Post], from: usize, to: usize) -> Option<Post> {
    let opens = ADDRESSES.ending(sheet, from, LONGEST_ADDRESS).map_or(from, |(at, _)| at);
    let alone = sheet.is_line_start(opens) && sheet.kind(to) == Kind::Break;
    let ends = |p: &&Post| sheet.kind(p.to) == Kind::Break || p.to >= sheet.len();
    posts.iter().filter(|_| alone).find(|p| p.from == next(to) && ends(p)).copied()
}

/// "Thiếu tá Đinh Thị Dung", "lương y Trần Văn A": the rank or calling by which somebody is addressed, where it is more than a
/// word of courtesy.
fn titled(sheet: &Sheet<'_>, from: usize) -> Option<Post> {
    let (at, _) = ADDRESSES.ending(sheet, from, LONGEST_ADDRESS)?;
    let courtesy = !sheet.two(at, "anh", "hùng")
        && sheet.any(
            at,
            &[
                "đồng", "bạn", "đ", "đc", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "cụ", "chú", "mẹ",
                "vợ", "các", "ths", "ts", "gs", "pgs",
            ],
        );
    (!courtesy).then_some(Post { from: at, to: from })
}

/// "(sinh năm 1959)", "(21 tuổi)", "(bên trái)": what stands between a name and its post and is neither.
fn past_age(sheet: &Sheet<'_>, to: usize) -> usize {
    let close =
        (next(to)..to.saturating_add(7)).find(|&i| sheet.mark(i) == ')').filter(|_| sheet.mark(to) == '(');
    // "ông A, dân tộc Tày, Bí thư Chi bộ": of which people he is.
    let people = to.saturating_add(4);
    if sheet.mark(to) == ',' && sheet.two(next(to), "dân", "tộc") && sheet.mark(people) == ',' {
        return people;
    }
    // "bà Nguyễn Thị Lan, 67 tuổi, ở ấp Hòa An", "cụ Lê Văn Tư, sinh năm 1932, ở thôn Đồi"
    let aged = sheet.mark(to) == ',' && sheet.is_digits(next(to)) && sheet.is(to.saturating_add(2), "tuổi");
    let born =
        sheet.mark(to) == ',' && sheet.two(next(to), "sinh", "năm") && sheet.is_digits(to.saturating_add(3));
    let then = to.saturating_add(if born { 4 } else { 3 });
    if (aged || born) && sheet.mark(then) == ',' {
        return then;
    }
    let says = |close: usize| {
        let inside = || next(to)..close;
        let side = inside().any(|i| sheet.any(i, &["trái", "phải", "bìa", "giữa"]));
        let age = inside().any(|i| sheet.is_digits(i))
            && inside().all(|i| !sheet.is_word(i) || sheet.any(i, &["sn", "sinh", "năm", "tuổi"]));
        side || age || sheet.two(next(to), "nghỉ", "hưu")
    };
    close.filter(|&c| says(c)).map_or(to, next)
}

/// Words between a name and the post to which somebody is elected or named.
const ELECTS: &[&str] = &[
    "được", "tín", "nhiệm", "bầu", "chỉ", "định", "bổ", "phân", "công", "phê", "chuẩn", "giữ", "chức", "vụ",
    "danh", "là", "làm", "tái", "cử", "vào",
];

/// Most of these words in a row.
const LONGEST_ELECTION: usize = 9;

/// The post behind a name: behind a comma, dash or bracket, or said to be held.
fn behind(sheet: &Sheet<'_>, posts: &[Post], to: usize) -> Option<Post> {
    let mark = matches!(sheet.mark(to), ',' | '-' | '(' | ':');
    // "được bầu là bí thư chi bộ", "được tín nhiệm bầu giữ chức vụ Chủ tịch", "làm Phó Chủ tịch"
    let seat = (to..to.saturating_add(LONGEST_ELECTION)).find(|&i| !sheet.any(i, ELECTS)).unwrap_or(to);
    // "ông A được Chủ tịch UBND tỉnh tặng": who did something for him.
    let seat = if seat == next(to) && sheet.is(to, "được") { to } else { seat };
    let right_there = || at(sheet, to).is_some() && !sheet.loud(to) && sheet.caps(to) != Caps::Lower;
    let start = match () {
        () if seat > to => seat,
        // "Ông Nguyễn Văn A nguyên là Chủ tịch UBND xã"
        () if sheet.two(to, "nguyên", "là") => to.saturating_add(2),
        () if mark => next(to),
        () if right_there() => to,
        () => return None,
    };
    let former = if sheet.is(start, "nguyên") { next(start) } else { start };
    posts.iter().find(|p| p.from == start || p.from == former).copied()
}

/// The post before a name at tokens `from..to`, with nothing but words of address, a colon or a dash between.
fn before(sheet: &Sheet<'_>, posts: &[Post], from: usize, to: usize) -> Option<Post> {
    let edge = ADDRESSES.ending(sheet, from, LONGEST_ADDRESS).map_or(from, |(address, _)| address);
    let mark = prev(edge, 1);
    let beside =
        posts.iter().find(|p| p.to == edge || (p.to == mark && matches!(sheet.mark(mark), ':' | '-')));
    // "Chủ tịch UBND quận, Lê Lương trao": a comma before a name that acts, when the post is nobody else's.
    let acts = SPEAKS.has(sheet, to) && sheet.mark(mark) == ',';
    let acting = || {
        posts.iter().find(|p| acts && p.to == mark && !matches!(sheet.mark(prev(p.from, 1)), ',' | '-' | '('))
    };
    // "Chủ tịch Công đoàn công ty, bà Tống Thị Nhàn", "Tổng Giám đốc A, TS. Vũ Hải Ninh": the post, and who holds it.
    let opens = |p: &&Post| {
        let free = sheet.is_line_start(p.from)
            || matches!(sheet.mark(prev(p.from, 1)), '.' | ';' | ':')
            || sheet.two(prev(p.from, 2), "đồng", "chí");
        free && (p.to == mark || widened(sheet, p.to) == mark)
    };
    let holds = || {
        let address = edge < from && sheet.mark(mark) == ',';
        posts.iter().find(|p| address && p.to <= mark && opens(p)).map(|p| Post { to: mark, ..*p })
    };
    // "Đại diện người sử dụng lao động - ông Đỗ Đình Hồng"
    let dash = sheet.mark(mark) == '-' && sheet.gap(mark);
    let told = || posts.iter().find(|p| dash && p.to < mark && widened(sheet, p.to) == mark);
    let whole = |p: &Post| Post { to: mark, ..*p };
    let beside = beside.copied().or_else(|| with_field(sheet, posts, edge));
    beside.or_else(|| acting().copied()).or_else(holds).or_else(|| told().map(whole))
}

/// Most words between a post and the name that bears it.
const LONGEST_FIELD: usize = 3;

/// "tổ trưởng dây chuyền Ngô Thị Hậu", "đội trưởng đội cầu Lê Văn Tư": of what somebody is the head stands between, in small letters.
fn with_field(sheet: &Sheet<'_>, posts: &[Post], edge: usize) -> Option<Post> {
    let near = |p: &&Post| p.to < edge && edge.saturating_sub(p.to) <= LONGEST_FIELD;
    let head =
        |p: &&Post| sheet.any(prev(p.to, 1), &["trưởng", "phó", "đốc"]) && at(sheet, p.from) == Some(p.to);
    let post = posts.iter().find(|p| near(p) && head(p)).filter(|p| {
        sheet.any(
            p.to,
            &["dây", "tổ", "đội", "phân", "xưởng", "ca", "kíp", "khoa", "trạm", "trại", "lò", "nhóm"],
        )
    })?;
    (post.to..edge).all(|i| plain(sheet, i)).then_some(Post { to: edge, ..*post })
}

/// A word in small letters with which a post may go on: no verb and no word on which a sentence turns.
fn plain(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is_word(i)
        && sheet.caps(i) == Caps::Lower
        && !sheet.loud(i)
        && !SPEAKS.has(sheet, i)
        && !LABEL_END.has(sheet, i)
        && !DEED.has(sheet, i)
        && !ADDRESSES.has(sheet, i)
        && !sheet.any(i, NOT_NAMING)
}

/// Most lower-case words that end the name of a body or a work.
const LONGEST_TAIL: usize = 7;

/// Words that begin what somebody does, and none that a body is called by.
const NOT_NAMING: &[&str] = &[
    "lên", "đến", "về", "vào", "ra", "tới", "có", "cho", "của", "dự", "tham", "nhận", "làm", "thăm", "gửi",
    "ký", "nêu", "kể", "mở", "trả", "đón", "chào", "khen", "nhớ", "xin", "hát", "cũng", "rất", "luôn",
];

/// The end of a post with what the text adds to it behind its own words: "Trưởng phòng Công tác | sinh viên", "Cục trưởng Cục quản
/// lý | chất lượng giáo dục, Bộ Giáo dục và Đào tạo", "ấp Hòa Ngãi, xã An Vĩnh Ngãi".
fn widened(sheet: &Sheet<'_>, to: usize) -> usize {
    let mut to = class(sheet, to).unwrap_or(to);
    let tail = (to..to.saturating_add(LONGEST_TAIL)).find(|&i| !plain(sheet, i)).filter(|&i| i > to);
    let closes =
        |i: usize| matches!(sheet.mark(i), ',' | ';' | '.' | ')' | '-') || sheet.kind(i) == Kind::Break;
    if let Some(tail) = tail.filter(|&i| closes(i)) {
        to = tail;
    }
    // "…, Bộ Giáo dục và Đào tạo", "… - Bộ Tư lệnh Thành phố": the body over it; a row of bodies is another list.
    let body =
        organisation::at(sheet, next(to)).filter(|f| f.specific && matches!(sheet.mark(to), ',' | '-'));
    let row = |f: &organisation::Found| {
        sheet.mark(f.to) == ',' && organisation::at(sheet, next(f.to)).is_some_and(|f| f.specific)
    };
    if let Some(body) = body.filter(|f| !row(f) && closes(f.to)) {
        return body.to;
    }
    // "Phó trưởng Phòng Văn hóa - Văn nghệ, Ban Tuyên giáo": the second half of a field.
    let half = (next(to)..to.saturating_add(4)).find(|&i| !organisation::proper(sheet, i));
    let half = half
        .filter(|&i| i > next(to) && sheet.mark(to) == '-' && closes(i) && run_at(sheet, next(to)).is_none());
    if let Some(half) = half.filter(|_| at(sheet, next(to)).is_none()) {
        return half;
    }
    places(sheet, to)
}

/// "học sinh lớp 8A1", "sinh viên năm 3", "khóa 1": the end of the class told at token `i`.
fn class(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let at = next(i);
    let named = sheet.is_digits(at) || organisation::proper(sheet, at);
    if !sheet.any(i, &["lớp", "khóa", "khối"]) || !named {
        return None;
    }
    let goes_on = |&k: &usize| {
        sheet.is_digits(k) || organisation::proper(sheet, k) || !sheet.gap(k) && sheet.is_word(k)
    };
    Some((next(at)..at.saturating_add(6)).find(|k| !goes_on(k)).unwrap_or_else(|| next(at)))
}

/// "em Lê Ngọc Hân, lớp 9A, Trường THCS Lê Quý Đôn": the class and school behind a comma.
fn class_behind(sheet: &Sheet<'_>, to: usize) -> Option<Post> {
    let from = next(to);
    let parted = matches!(sheet.mark(to), ',' | '(' | '-');
    (parted && class(sheet, from).is_some()).then(|| Post { from, to: widened(sheet, from) })
}

/// What is told at token `i` many may be: a body's people, its teachers, its pupils.
pub(crate) fn many(sheet: &Sheet<'_>, i: usize) -> bool {
    at(sheet, i).is_none()
        || sheet.any(
            i,
            &[
                "giáo", "giảng", "học", "sinh", "cán", "chuyên", "phóng", "biên", "ptv", "nhân", "công",
                "thí", "vận",
            ],
        )
}

/// The end of a row of places behind commas that begins at the comma at token `to`.
fn places(sheet: &Sheet<'_>, to: usize) -> usize {
    let mut to = to;
    while sheet.mark(to) == ',' {
        let Some(end) = place(sheet, next(to)) else { break };
        to = end;
    }
    to
}

/// The end of a place told with its level at token `i`: "thôn 3", "xã An Vĩnh Ngãi", "tổ dân phố Ngô Quyền".
pub(crate) fn place(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let name = QUARTER
        .at(sheet, i)
        .or_else(|| LEVEL.at(sheet, i))
        .map(|(end, _)| end)
        .or_else(|| sheet.any(i, HAMLET).then(|| next(i)))?;
    let end =
        (name..name.saturating_add(4)).find(|&k| !sheet.is_digits(k) && !organisation::proper(sheet, k))?;
    (end > name).then_some(end)
}

/// "bà Nguyễn Thị Thu (thôn 3, xã Phong Hải)", "ông Lưu Xuân Ngũ, ở tổ dân phố Nguyễn Huệ": where somebody lives.
fn lives(sheet: &Sheet<'_>, to: usize) -> Option<Post> {
    let bracket = sheet.mark(to) == '(';
    // "ông Phạm Văn Sáu, ấp Phước Hòa, xã Tân Lộc Đông": the hamlet alone says it.
    let hamlet = sheet.mark(to) == ','
        && (sheet.any(next(to), HAMLET) || QUARTER.has(sheet, next(to)))
        && place(sheet, next(to))
            .is_some_and(|end| sheet.mark(end) == ',' && place(sheet, next(end)).is_some());
    let home = hamlet || sheet.mark(to) == ',' && sheet.any(next(to), &["ở", "ngụ", "trú"]);
    let from = if bracket || hamlet { next(to) } else { to.saturating_add(2) };
    let from = if sheet.any(from, &["tại", "ở"]) { next(from) } else { from };
    let end = places(sheet, place(sheet, from).filter(|_| bracket || home)?);
    (!bracket || sheet.mark(end) == ')').then_some(Post { from, to: end })
}

/// "anh Hà Văn Thành (Công ty TNHH Giấy Tân Lập)": the body that a name belongs to, when nothing but it is told.
fn held_by(sheet: &Sheet<'_>, to: usize) -> Option<Post> {
    let from = next(to);
    let bracket = sheet.mark(to) == '(';
    if !bracket && sheet.mark(to) != ',' {
        return None;
    }
    let body = organisation::at(sheet, from).filter(|f| f.specific)?;
    let end = places(sheet, body.to);
    let closes = if bracket {
        sheet.mark(end) == ')'
    } else {
        // "1. Đ/c Lê Văn A, Chi bộ Văn phòng", a line of a list for each.
        let ends = matches!(sheet.mark(end), ';' | '.') || sheet.kind(end) == Kind::Break;
        let branch = sheet.two(from, "đảng", "bộ");
        ends && (branch || !sheet.any(from, &["đảng", "ban", "ubnd", "huyện", "tỉnh"]))
    };
    closes.then_some(Post { from, to: end })
}

/// The post in capitals on the line above a signature.
fn signed(sheet: &Sheet<'_>, posts: &[Post], from: usize) -> Option<Post> {
    // "CHÍNH TRỊ VIÊN", and below it "Trung tá Giàng A Lử"
    let from = ADDRESSES.ending(sheet, from, LONGEST_ADDRESS).map_or(from, |(at, _)| at);
    if !sheet.is_line_start(from) {
        return None;
    }
    // "BÍ THƯ", "(đã ký)", and the name.
    let mut end = prev(from, 1);
    if sheet.mark(prev(end, 1)) == ')' && sheet.two(prev(end, 3), "đã", "ký") {
        end = prev(end, 5);
    }
    let post = posts.iter().find(|p| p.to == end)?;
    // "TM. BAN TỔ CHỨC", "TRƯỞNG BAN", "Phó Bí thư Đảng ủy Khối", and the name.
    let opens = sheet.is_line_start(post.from) && sheet.loud(prev(post.from, 2));
    (sheet.loud(prev(end, 1)) || opens).then_some(*post)
}

/// Most tokens of a bracket that says who somebody is.
const LONGEST_BRACKET: usize = 12;

/// "chị Thị Brông (NT 5)", "Trần Thị Giàu (Giồng Trôm)", "ông Lê Văn Tư (tổ xe ôm phường 9)": where somebody comes from; "(Sáu Liêm)"
/// is another name of Phạm Văn Sáu, "(21 tuổi)" and "(ngoài cùng bên trái)" say something else.
pub(crate) fn bracketed(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<Post> {
    let first = next(to);
    if sheet.mark(to) != '(' || sheet.loud(from) {
        return None;
    }
    let group = sheet.any(first, &["tổ", "đội", "lớp", "khóm", "xóm", "nhóm", "thợ"]);
    let close = (first..first.saturating_add(LONGEST_BRACKET)).find(|&i| {
        sheet.mark(i) != ',' && sheet.mark(i) != '-' && !sheet.is_word(i) && !sheet.is_digits(i)
    })?;
    let alias = || (first..close).any(|i| (from..to).any(|k| sheet.is(i, sheet.key(k))));
    let named = sheet.is_word(first) && sheet.caps(first) != Caps::Lower && !sheet.any(first, &["sn", "ảnh"]);
    let side = || (first..close).any(|i| sheet.any(i, &["trái", "phải", "giữa", "bìa", "tuổi", "sinh"]));
    let fits = sheet.mark(close) == ')' && (named || group) && !alias() && !side();
    // "(KP 8, hiến 21m2 đất)": what he did.
    let deed = (first..close).find(|&i| sheet.mark(i) == ',' && DEED.has(sheet, next(i)));
    fits.then_some(Post { from: first, to: deed.unwrap_or(close) })
}

/// Whether a name at token `from` signs a paper: its post stands on a line above it.
pub(crate) fn signs(sheet: &Sheet<'_>, role: Option<Post>, from: usize) -> bool {
    role.is_some_and(|r| r.to < from && sheet.line_of(r.from) < sheet.line_of(from))
}

/// "- hội viên Hội Cựu chiến binh khu phố 5; …": what a dash adds to a name, to the end of the clause.
fn described(sheet: &Sheet<'_>, dash: usize) -> Option<Post> {
    let from = next(dash);
    if sheet.mark(dash) != '-' || !sheet.is_word(from) || run_at(sheet, from).is_some() {
        return None;
    }
    let to = (from..from.saturating_add(20))
        .find(|&i| {
            matches!(sheet.mark(i), ';' | '.' | ':' | '“' | '-' | '(')
                || sheet.kind(i) == Kind::Break
                || SPEAKS.has(sheet, i)
                || sheet.any(i, &["đều", "đạt", "đoạt"])
                // "- thôn Liêm Hòa, xã Hồng Liêm năm nay 83 tuổi"
                || sheet.two(i, "năm", "nay")
                || sheet.is(i, "và") && run_at(sheet, next(i)).is_some()
        })
        .unwrap_or(from);
    let to = if sheet.mark(prev(to, 1)) == ',' { prev(to, 1) } else { to };
    (to > from.saturating_add(1)).then_some(Post { from, to })
}
