//! Captions and credits of pictures.
//!
//! Not here: sentences that show (`still`), the byline (`page`) and what the portal puts around a text (`portal`).

use std::sync::LazyLock;

use crate::demand::urges;
use crate::layout::{BYLINE, ends_sentence, introduces, opens_handing, same_words, words};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::organisation;
use crate::person;
use crate::phrase::Phrases;
use crate::portal::is_picture_file;
use crate::post;
use crate::praise::thing_at;
use crate::still::{
    HANDING, PICTURED, attends, busy_alone, bystanders, counted_shown, is_still, numbered_picture,
    opens_shown, places_someone, presents, shows_awarded, shows_only,
};
use crate::token::{Caps, Kind, Line, Sheet, next, prev};

/// Words with which a caption begins, and which a paragraph of the report rarely has first.
static CAPTION_START: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "quang cảnh; toàn cảnh; không khí buổi; không khí hội nghị; không khí lễ; không khí đại hội; hình ảnh; khung cảnh; các đại biểu; đại biểu; đoàn đại biểu; \
    ảnh :; ảnh minh họa; chụp ảnh; ban tổ chức; tiết mục; một tiết mục; các tiết mục; bỏ phiếu; văn nghệ chào mừng; văn nghệ tại; nghi thức; nghi lễ; lễ chào cờ; \
    chương trình nghệ thuật; chương trình văn nghệ; gian hàng; gian trưng bày; sự kiện đồng chí; sự kiện nguyên",
    )
});

/// First syllables of those whom a picture shows.
const SHOWN: &[&str] = &[
    "đồng",
    "đ",
    "các",
    "lãnh",
    "đại",
    "bà",
    "ông",
    "tập",
    "cán",
    "đoàn",
    "thường",
    "thừa",
    "một",
    "tuổi",
    "thanh",
    "học",
    "hội",
    "đội",
    "chi",
    "đảng",
    "những",
    "tình",
    "vận",
    "thí",
    "đvtn",
];

/// "PGS. TS. Lê Văn Bình": where the name begins behind degrees.
fn past_degrees(sheet: &Sheet<'_>, start: usize) -> usize {
    let mut at = start;
    while sheet.any(at, &["gs", "pgs", "ts", "ths", "bs", "cn", "ks"]) && sheet.mark(next(at)) == '.' {
        at = at.saturating_add(2);
    }
    at
}

/// Credits at the end of a caption.
static CREDIT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "ảnh :; ( ảnh :; ( ảnh chụp; ảnh tư liệu; ảnh minh họa; ( ảnh; ( nguồn; nguồn ảnh; ảnh do; photo :; photo by",
    )
});

pub(crate) fn has_credit(sheet: &Sheet<'_>, line: Line) -> Option<usize> {
    (line.from..line.to).find(|&i| {
        let credit = CREDIT.has(sheet, i);
        // "… tại hội nghị. Ảnh NT."
        let closes = sheet.is(i, "ảnh")
            && sheet.caps(i) == Caps::Title
            && matches!(sheet.mark(prev(i, 1)), '.' | '(' | ')' | '-' | ',')
            && i > line.from.saturating_add(4)
            && next(i) < line.to
            && line.to <= i.saturating_add(6)
            && (next(i)..line.to).all(|k| !sheet.is_word(k) || sheet.caps(k) != Caps::Lower);
        // "(nguồn xã hội hóa)": where money comes from.
        let funds = sheet.mark(i) == '('
            && sheet.is(next(i), "nguồn")
            && sheet.mark(i.saturating_add(2)) != ':'
            && sheet.caps(i.saturating_add(2)) == Caps::Lower;
        let credit = (credit || closes) && !funds;
        // "Thành Nam - Ảnh: TTXVN", "Tin & Ảnh: Văn phòng": who wrote, and whose the pictures are.
        let signed = i > line.from
            && i <= line.from.saturating_add(5)
            && (line.from..i).all(|k| !sheet.is_word(k) || sheet.caps(k) == Caps::Title)
            && matches!(sheet.mark(prev(i, 1)), '-' | '&' | '/');
        let byline = signed
            || i > 0 && sheet.any(prev(i, 1), &[",", "và", "tin", "bài"]) && i <= line.from.saturating_add(3);
        credit && !byline
    })
}

/// The line stands next to another with the same words: a picture's caption and its alternative text.
fn doubled(sheet: &Sheet<'_>, n: usize) -> bool {
    let Some(&own) = sheet.lines.get(n) else { return false };
    let same = |k: usize| sheet.lines.get(k).is_some_and(|&l| same_words(sheet, l, own));
    n.checked_sub(1).is_some_and(same) || same(next(n))
}

/// A line that is nothing but a person with posts: "Đồng chí Nguyễn Văn An - Bí thư Đảng ủy".
fn only_person(sheet: &Sheet<'_>, line: Line) -> bool {
    let at = ADDRESSES.at(sheet, line.from).map_or(line.from, |(end, _)| end);
    let at = if sheet.mark(at) == ':' { next(at) } else { at };
    let Some(name) = person::run_at(sheet, at) else { return false };
    // "Đ/c Nguyễn Tuấn Hải và sinh viên Lê Văn Tiến"
    let called = ADDRESSES.at(sheet, next(name)).map(|(end, _)| end).or_else(|| post::at(sheet, next(name)));
    let second = called.unwrap_or_else(|| next(name));
    if at > line.from && sheet.is(name, "và") && person::run_at(sheet, second) == Some(line.to) {
        return true;
    }
    let link = matches!(sheet.mark(name), '-' | ',');
    let post = post::read(sheet, next(name));
    link && post.is_some_and(|p| p.to >= line.to || (p.to >= prev(line.to, 1) && sheet.mark(p.to) == '.'))
}

/// The line goes on right under one that nothing closed: a further row of the same caption.
fn runs_on(sheet: &Sheet<'_>, n: usize) -> bool {
    let Some(above) = n.checked_sub(1).map(|k| sheet.line(k)) else { return false };
    let line = sheet.line(n);
    let rows = (above.end..line.start).filter(|&k| sheet.text.char(k) == '\n').count();
    let open = sheet.kind(prev(above.to, 1)) == Kind::Word;
    rows == 1 && open && post::at(sheet, line.from).is_none() && !ADDRESSES.has(sheet, line.from)
}

/// "Các đại biểu tham dự", and in the next row what they attend.
fn hangs(sheet: &Sheet<'_>, n: usize) -> bool {
    let last = n.checked_sub(1).map_or(0, |k| prev(sheet.line(k).to, 1));
    sheet.any(last, &["dự", "tại", "của", "và", "cùng", "với", "cho", "trao", "tặng", "nhận", "vị"])
}

/// A line without a closing mark between closed paragraphs, too long or too concrete for a heading.
fn stands_alone(sheet: &Sheet<'_>, n: usize, after_caption: bool) -> bool {
    let line = sheet.line(n);
    let size = words(sheet, line);
    let closed = |k: usize| ends_sentence(sheet, sheet.line(k));
    let stamp = |k: usize| {
        let line = sheet.line(k);
        words(sheet, line) <= 8 && (line.from..line.to).any(|i| sheet.is_digits(i))
    };
    let before = after_caption || n.checked_sub(1).is_some_and(|k| closed(k) || stamp(k));
    let after = next(n) < sheet.lines.len() && words(sheet, sheet.line(next(n))) >= 8;
    let numbered =
        sheet.is_digits(line.from) || sheet.mark(next(line.from)) == '.' || sheet.mark(line.from) == '“';
    // "Từ hội nghị đến từng ngõ nhỏ" heads a part.
    let spans = sheet.is(line.from, "từ") && (line.from..line.to).any(|i| sheet.is(i, "đến"));
    let claims = spans
        || (line.from..line.to).any(|i| {
            sheet.any(i, &["đã", "sẽ", "phải", "cần", "là", "hãy", "không", "như", "theo", ":", ";", "?"])
                && !(sheet.is(i, "theo") && sheet.is(prev(i, 1), "làm"))
        });
    let concrete = (line.from..line.to).any(|i| {
        sheet.any(i, &["tại", "lễ"])
            || sheet.two(i, "đồng", "chí")
            || sheet.is(i, "cầu") && sheet.any(prev(i, 1), &["điểm", "đầu"])
            || sheet.two(i, "hội", "nghị")
            || sheet.is(i, "nhận") && sheet.any(next(i), &["thưởng", "quà", "giấy", "bằng", "hoa"])
    });
    let last = prev(line.to, 1);
    let year = sheet.digits(last).len() == 4;
    let open = sheet.kind(last) == Kind::Word || year || matches!(sheet.mark(last), '”' | ')' | '"');
    // "Kịp thời nắm bắt khó khăn, đề xuất chính sách …": what is to be done heads a part or is a point of a list.
    let heads = urges(sheet, line.from) && !concrete;
    let listed = n.checked_sub(1).is_some_and(|k| sheet.mark(prev(sheet.line(k).to, 1)) == ':');
    before
        && after
        && open
        && !numbered
        && !claims
        && !heads
        && !listed
        && (size >= 14 || (size >= 5 && concrete))
}

/// What makes a line a caption whoever it names: numbered or told twice by the portal, a person and nothing else, an act
/// without anybody who acts, a line that nothing closes.
fn shows(sheet: &Sheet<'_>, n: usize, place: (usize, usize), after_caption: bool) -> bool {
    let (start, body) = place;
    let line = sheet.line(n);
    let size = words(sheet, line);
    let last = sheet.mark(prev(line.to, 1));
    let numbered = numbered_picture(sheet, line);
    // A bar on both sides is a table's row.
    let barred = last == '|' && size >= 6 && sheet.mark(line.from) != '|';
    if after_caption && (sheet.shouting && size <= 40 || size <= 20 && hangs(sheet, n)) && runs_on(sheet, n) {
        return true;
    }
    let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
    // "leftcenterrightdel": what a portal's frame for a picture leaves in the text.
    let frame =
        |l: Line| is_picture_file(sheet, l) || sheet.is(l.from, "leftcenterrightdel") && l.to == next(l.from);
    let below_file = n.checked_sub(1).is_some_and(|k| frame(sheet.line(k)));
    let leads = sheet.any(line.from, &["dịp", "nhân", "tại", "trong", "sau", "cùng"]);
    // "Ông A ghi nhận …", and under the next picture "... và chụp ảnh lưu niệm": dots tie what several pictures show.
    let dots = |k: usize| sheet.mark(k) == '…' || sheet.mark(k) == '.' && sheet.mark(next(k)) == '.';
    let tied = n > body && one && size <= 45 && dots(line.from) && n > 0;
    if tied || below_file && !leads && one && (4..=45).contains(&size) || after_caption && goes_on(sheet, n) {
        return true;
    }
    if one && presents(sheet, n) {
        return true;
    }
    // The title told twice, or a lead that opens the page twice, is no picture.
    let opening = n <= 1 && doubled(sheet, 0) && !opens_handing(sheet, sheet.line(0));
    // "Các cá nhân gồm: ông A, …", and below it the next of them.
    let listed = n
        .checked_sub(1)
        .map(|k| sheet.line(k))
        .is_some_and(|l| (l.from..l.to).any(|i| sheet.is(i, "gồm") && sheet.mark(next(i)) == ':'));
    let person = only_person(sheet, line) && !listed;
    if size >= 4 && !opening && doubled(sheet, n) || person || numbered || barred {
        return true;
    }
    if places_someone(sheet, line) || barred_below(sheet, n) && size >= 4 {
        return true;
    }
    // "Người có uy tín chụp ảnh lưu niệm với lãnh đạo tỉnh", whoever it is.
    let posed = (line.from..line.to).any(|i| sheet.is(i, "chụp") && sheet.any(next(i), &["ảnh", "hình"]));
    // "Chị Lê Thị Mai trả lời phỏng vấn.", whatever closes it.
    let asked = sheet.two(prev(line.to, 3), "phỏng", "vấn") || sheet.two(prev(line.to, 2), "phỏng", "vấn");
    let answers = asked && (line.from..line.to).any(|i| sheet.two(i, "trả", "lời"));
    if answers
        && one
        && n > 0
        && (5..=25).contains(&size)
        && opens_shown(sheet, start)
        && shows_only(sheet, line)
    {
        return true;
    }
    if posed && one && size <= 40 && !ends_sentence(sheet, line) && n > 0 {
        return true;
    }
    if one && busy_alone(sheet, n) || retells_title(sheet, n) {
        return true;
    }
    // "Trao Giấy khen cho các tập thể", without a full stop: nobody acts, so it shows and does not tell.
    let handing = HANDING.at(sheet, start).is_some_and(|(to, _)| {
        (prev(to, 1)..line.to.min(to.saturating_add(8)))
            .any(|i| sheet.any(i, &["cho", "tập", "cá", "giấy", "bằng", "với", "cùng", "cuộc"]))
    });
    // With one, when nothing is counted and nothing announces it.
    let announced = n.checked_sub(1).is_some_and(|k| sheet.mark(prev(sheet.line(k).to, 1)) == ':');
    let shut =
        last == '.' && one && n > body && !announced && !(line.from..line.to).any(|i| sheet.is_digits(i));
    if handing && size <= 25 && (last != '.' || shut) && n > 0 && next(n) < sheet.lines.len() {
        return true;
    }
    // "Hình 1: …"
    let pictures = sheet.any(start, &["hình", "ảnh"]) && sheet.is_digits(next(start));
    if pictures && matches!(sheet.mark(start.saturating_add(2)), ':' | '.') {
        return true;
    }
    let series = sheet.any(start, &["một"]) && CAPTION_START.has(sheet, start);
    let view = sheet.any(start, &["quang", "toàn", "khung"]) && sheet.is(next(start), "cảnh");
    let closed_at = if series || view { 28 } else { 16 };
    // "Ban tổ chức đã trao giải Nhất cho …": told, not shown.
    let told = last == '.' && (start..line.to).any(|i| sheet.is(i, "đã"));
    let started =
        CAPTION_START.has(sheet, start) && size <= 30 && !told && (last != '.' || size <= closed_at);
    started || n > body.min(3) && size <= 45 && stands_alone(sheet, n, after_caption)
}

/// Most tokens of a title that is looked for again below.
const LONGEST_TITLE: usize = 80;

/// "Hội nghị tổng kết công tác năm 2020." between two paragraphs: a line that says nothing but the title's words, under a picture.
fn retells_title(sheet: &Sheet<'_>, n: usize) -> bool {
    let (title, line) = (sheet.line(0), sheet.line(n));
    let size = words(sheet, line);
    // A first line that long is no title.
    let titled = title.to.saturating_sub(title.from) <= LONGEST_TITLE;
    let inside = n >= 2 && next(n) < sheet.lines.len() && (6..=45).contains(&size) && titled;
    let shut = n.checked_sub(1).is_some_and(|k| ends_sentence(sheet, sheet.line(k)));
    let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
    let long = |l: Line| words(sheet, l) >= 30;
    // Between two paragraphs, or among the pictures below the text.
    let meeting = sheet.any(line.from, &["hội", "đại", "lễ", "buổi", "kết", "quang", "toàn"]);
    let below = meeting && n.saturating_mul(2) > sheet.lines.len() && !long(sheet.line(next(n)));
    let between = long(sheet.line(next(n))) && n.checked_sub(1).is_some_and(|k| long(sheet.line(k))) || below;
    if !inside || !shut || !one || !between {
        return false;
    }
    let told = |i: usize| (title.from..title.to).any(|k| sheet.key(k) == sheet.key(i));
    let own = (line.from..line.to).filter(|&i| sheet.is_word(i) && !told(i)).count();
    own.saturating_mul(4) <= size
}

/// "Đồng chí Nguyễn Văn An", and in the next row "– Bí thư Huyện ủy phát biểu tại hội nghị".
fn dashed_on(sheet: &Sheet<'_>, n: usize) -> bool {
    let Some(above) = n.checked_sub(1).map(|k| sheet.line(k)) else { return false };
    let line = sheet.line(n);
    let at = ADDRESSES.at(sheet, above.from).map_or(above.from, |(end, _)| end);
    let person = person::run_at(sheet, at).is_some_and(|to| to == above.to);
    let post = (next(line.from)..line.from.saturating_add(4)).any(|i| post::at(sheet, i).is_some());
    sheet.mark(line.from) == '-' && person && post && words(sheet, line) <= 25 && !ends_sentence(sheet, line)
}

/// A caption's second row: the next line without a closing mark, or one that goes on in lower case.
fn goes_on(sheet: &Sheet<'_>, n: usize) -> bool {
    let (line, above) = (sheet.line(n), sheet.line(n.saturating_sub(1)));
    let open = |l: Line| !ends_sentence(sheet, l) && has_credit(sheet, l).is_none();
    let size = words(sheet, line);
    let small = sheet.caps(line.from) == Caps::Lower && sheet.kind(line.from) == Kind::Word && size <= 15;
    let near = sheet.text.slice(above.end, line.start).matches('\n').count() == 1;
    let broken = sheet.mark(prev(above.to, 1)) == ',' && near;
    open(above) && open(line) && (3..=25).contains(&size) && (small || broken)
}

/// "Đồng chí A - Ủy viên Ban Thường vụ," with the rest of the caption in the next line.
fn broken(sheet: &Sheet<'_>, n: usize) -> bool {
    let (line, below) = (sheet.line(n), sheet.line(next(n)));
    let near = sheet.text.slice(line.end, below.start).matches('\n').count() == 1;
    let shown = (below.from..below.to).any(|i| PICTURED.has(sheet, i));
    let short = words(sheet, line) <= 25 && (4..=25).contains(&words(sheet, below));
    n > 0 && near && shown && short && !ends_sentence(sheet, below) && opens_shown(sheet, line.from)
}

/// A line that is nothing but "|" follows: old portals set pictures in tables.
fn barred_below(sheet: &Sheet<'_>, n: usize) -> bool {
    let below = sheet.line(next(n));
    n > 0 && below.to == next(below.from) && sheet.mark(below.from) == '|'
}

/// "Huân chương Lao động hạng Ba năm 2000 về …", and under it "Bộ Y tế tặng Bằng khen": a row of honours.
fn honours(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let thing = |i: usize| thing_at(sheet, i).is_some();
    let above = n.checked_sub(1).is_some_and(|k| thing(sheet.line(k).from));
    thing(line.from) || above && (line.from..line.to).any(thing)
}

/// Drawings of a camera or a picture.
const CAMERAS: [char; 4] = ['📷', '📸', '🖼', '📹'];

/// "📷 Các thôn ký giao ước": a camera stands before what its picture shows; what announces pictures or tells at length is none.
fn under_camera(sheet: &Sheet<'_>, line: Line) -> bool {
    let size = words(sheet, line);
    CAMERAS.contains(&sheet.text.char(line.start))
        && (3..=40).contains(&size)
        && !matches!(sheet.mark(prev(line.to, 1)), ':' | '…')
        && sheet.sentence_of(line.from).1 >= prev(line.to, 1)
}

/// "🏆 Bền bỉ và kiên định": a drawing marks a point or a heading of a post, unless somebody took a picture.
pub(crate) fn drawn(sheet: &Sheet<'_>, line: Line) -> bool {
    let first = sheet.text.char(line.start);
    if under_camera(sheet, line) {
        return false;
    }
    (('\u{2190}'..='\u{2bff}').contains(&first) || first >= '\u{1f000}') && has_credit(sheet, line).is_none()
}

pub(crate) fn is_caption(sheet: &Sheet<'_>, n: usize, body: usize, after_caption: bool) -> bool {
    let line = sheet.line(n);
    let size = words(sheet, line);
    // "Đó là chị A, …" tells.
    let tells = sheet.any(line.from, &["đó", "đây"]) && sheet.is(next(line.from), "là");
    if size == 0 || size > 65 || tells || BYLINE.has(sheet, line.from) {
        return false;
    }
    // "Anh hùng Lao động Lê Văn A dạy nghề (ảnh chụp năm 2018)": a credit makes a picture of it.
    if honours(sheet, n) && has_credit(sheet, line).is_none() {
        return false;
    }
    let long_below = || words(sheet, sheet.line(next(n))) >= 30;
    if n == 0 && (opens_handing(sheet, line) || introduces(sheet, line) && long_below()) {
        return true;
    }
    if n > 0 && under_camera(sheet, line) {
        return true;
    }
    if let Some(credit) = has_credit(sheet, line) {
        return credit > line.from || after_caption || size >= 2;
    }
    let last = sheet.mark(prev(line.to, 1));
    let open = matches!(last, ':' | ';' | ',' | '…');
    if last == ',' && broken(sheet, n) || counted_shown(sheet, n) {
        return true;
    }
    // A round bullet marks captions on some portals; a dash marks points of a report.
    let start = if sheet.mark(line.from) == '•' { next(line.from) } else { line.from };
    let listed = matches!(sheet.mark(line.from), '-' | '+') || sheet.is_digits(line.from);
    if dashed_on(sheet, n) {
        return true;
    }
    if open || listed || size > 56 || sheet.headline(line.from) {
        return false;
    }
    if shows(sheet, n, (start, body), after_caption) {
        return true;
    }
    let rows = sheet.text.slice(line.start, line.end).matches('\n').count();
    let closed = last == '.';
    let subject = post::at(sheet, start).is_some()
        || ADDRESSES.has(sheet, start)
        || person::run_at(sheet, past_degrees(sheet, start)).is_some()
        || sheet.any(start, SHOWN)
        || organisation::at(sheet, start).is_some();
    let pictured = (line.from..line.to).any(|i| PICTURED.has(sheet, i));
    let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
    let headless = n > 0 && words(sheet, sheet.line(0)) >= 35;
    let led = n == 1 && ends_sentence(sheet, sheet.line(0)) && (opens_dated(sheet, 0) || holds(sheet, 0));
    let inside = n > body.min(2) || headless || led || n > 1 && opens_dated(sheet, prev(n, 1));
    let goes = after_caption && one && size <= 28 && opens_shown(sheet, start) && pictured;
    let still = closed
        && (goes && shows_only(sheet, line)
            || (size <= 28 || size <= 48 && opens_shown(sheet, start)) && is_still(sheet, line)
            || size <= 40 && opens_shown(sheet, start) && attends(sheet, line)
            || size <= 40 && shows_awarded(sheet, line));
    let early = n > 0
        && n <= 2
        && closed
        && size <= 30
        && opens_shown(sheet, start)
        && (opens_dated(sheet, next(n)) || speaks_above(sheet, n));
    // Right under the title an open line that shows people is no lead.
    let under = n > 0 && n < body && !closed && size <= 40 && opens_shown(sheet, start);
    if (early || under) && one && pictured || one && bystanders(sheet, n) {
        return true;
    }
    let short = size <= 42 && !closed || rows > 0 && size <= 56 || still;
    subject && pictured && one && inside && short && size >= 5
}

/// "Ông A, Chủ tịch B, phát biểu tại lễ công bố." between the title and a long first paragraph.
fn speaks_above(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let speaks = (line.from..line.to).any(|i| sheet.two(i, "phát", "biểu"));
    speaks && shows_only(sheet, line) && words(sheet, sheet.line(next(n))) >= 30
}

/// The line begins as the first paragraph of a news item does: with its day.
fn opens_dated(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    words(sheet, line) >= 15
        && (line.from..line.from.saturating_add(8))
            .any(|i| sheet.any(i, &["ngày", "sáng", "chiều", "tối", "trưa"]) && i < line.to)
}

/// The line is a lead that tells what was held.
fn holds(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    words(sheet, line) >= 15
        && (line.from..line.to).any(|i| sheet.two(i, "tổ", "chức") && sheet.any(prev(i, 1), &["vừa", "đã"]))
}

/// A line that is nothing but a credit: "Ảnh TỰ TRUNG.".
pub(crate) fn is_credit(sheet: &Sheet<'_>, line: Line) -> bool {
    let at = if sheet.mark(line.from) == '(' { next(line.from) } else { line.from };
    let first = sheet.is(at, "ảnh") || sheet.is(at, "photo");
    let name = next(at);
    // "Photo by: Lan Anh"
    let by = sheet.is(at, "photo") && sheet.is(name, "by");
    first && words(sheet, line) <= 6 && (by || sheet.mark(name) == ':' || sheet.caps(name) != Caps::Lower)
}

/// Above a line of credit stands the caption it belongs to.
pub(crate) fn before_credits(sheet: &Sheet<'_>, body: usize, captions: &mut [bool]) {
    for n in 1..sheet.lines.len() {
        if n > 1 && n < body || !is_credit(sheet, sheet.line(n)) {
            continue;
        }
        let above = prev(n, 1);
        let one = sheet.sentence_of(sheet.line(above).from).1 >= prev(sheet.line(above).to, 1);
        let fits = (n > body || n == 1) && one && words(sheet, sheet.line(above)) <= 60;
        for (k, slot) in captions.iter_mut().enumerate() {
            *slot |= k == n || (k == above && fits);
        }
    }
    // "… lần thứ 14. (Ảnh: A)" in lower case goes on with the line above.
    for n in 2..sheet.lines.len() {
        let (line, above) = (sheet.line(n), sheet.line(prev(n, 1)));
        let small = sheet.is_word(line.from) && sheet.caps(line.from) == Caps::Lower;
        let open = !ends_sentence(sheet, above) && (4..=40).contains(&words(sheet, above));
        let goes_on = small && open && words(sheet, line) <= 20 && has_credit(sheet, line).is_some();
        if let Some(slot) = captions.get_mut(prev(n, 1)) {
            *slot |= goes_on;
        }
    }
}

/// A sentence with more empty lines above it than stand between paragraphs: a picture was there, and it belongs to that.
pub(crate) fn set_apart(sheet: &Sheet<'_>, title: usize, out: &[bool], captions: &mut [bool]) {
    let gap = |n: usize| {
        let above = n.checked_sub(1).map_or(0, |k| sheet.line(k).end);
        sheet.text.slice(above, sheet.line(n).start).matches('\n').count()
    };
    let gaps: Vec<usize> = (1..sheet.lines.len()).map(gap).collect();
    let wide = gaps.iter().filter(|g| **g >= 3).count();
    // Where paragraphs stand far apart anyway, that says nothing.
    if wide.saturating_mul(2) > gaps.len() {
        return;
    }
    for n in next(title)..sheet.lines.len() {
        let line = sheet.line(n);
        let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
        let last = sheet.mark(prev(line.to, 1));
        let heads = sheet.headline(line.from)
            || urges(sheet, line.from)
            || sheet.kind(line.from) != Kind::Word
            || matches!(last, ':' | ';' | ',')
            || (line.from..line.from.saturating_add(4)).any(|i| sheet.mark(i) == ':');
        let tells = sheet
            .any(line.from, &["ngày", "trong", "tại", "theo", "bên", "nhân", "nhằm", "với", "qua"])
            || (line.from..line.to).any(|i| sheet.any(i, &["đã", "nhằm", "sẽ", "rằng"]));
        let fits = gap(n) >= 3 && one && (5..=45).contains(&words(sheet, line)) && !heads && !tells;
        let skip = out.get(n).copied().unwrap_or(false);
        if let Some(slot) = captions.get_mut(n).filter(|_| fits && !skip) {
            *slot = true;
        }
    }
}

/// After the byline stand the captions of the pictures, unless a line only repeats the text.
pub(crate) fn after_author(sheet: &Sheet<'_>, n: usize, author: Option<(usize, usize, usize)>) -> bool {
    if author.is_none_or(|a| n <= a.0) {
        return false;
    }
    let line = sheet.line(n);
    let size = words(sheet, line);
    let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
    let repeats = || {
        let keys = sheet.keys(line.from, line.to);
        (0..n).any(|m| sheet.keys(sheet.line(m).from, sheet.line(m).to).contains(&keys))
    };
    let form = (line.from..line.to).any(|i| matches!(sheet.mark(i), '*' | '\u{fffd}'));
    let source =
        BYLINE.has(sheet, line.from) || (line.from..line.to).any(|i| sheet.any(i, &["http", "https", "www"]));
    // "(Phòng Chính trị BĐBP tỉnh)": for whom the author writes.
    let bracketed = sheet.mark(line.from) == '(' && sheet.mark(prev(line.to, 1)) == ')';
    let (whose, end) = if bracketed { (next(line.from), prev(line.to, 1)) } else { (line.from, line.to) };
    let body = organisation::at(sheet, whose).is_some_and(|f| f.to >= end)
        || bracketed && HEAD.has(sheet, whose) && size <= 8;
    // "1. Nghị quyết về việc …;": a point of a list, or the line that announces one.
    let listed = sheet.is_digits(line.from)
        || matches!(sheet.mark(line.from), '-' | '+')
        || matches!(sheet.mark(prev(line.to, 1)), ':' | ';');
    // "UBND XÃ TÂN LẬP - TỈNH HÀ NAM": whose page it is.
    let owner = sheet.headline(line.from)
        && (HEAD.has(sheet, line.from) || LEVEL.has(sheet, line.from))
        && !(line.from..line.to).any(|i| PICTURED.has(sheet, i));
    // "Anh hùng Lao động A: sinh năm 1979; vào nghề năm 2001; …": a box that tells somebody's life.
    let life = (line.from..line.to).filter(|&i| sheet.mark(i) == ';').count() > 1;
    !body && !listed && !form && !source && !life && !owner && (4..=65).contains(&size) && one && !repeats()
}
