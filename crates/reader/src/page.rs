//! The page around the report: title, publication, byline, picture captions, boilerplate.
//!
//! Not here: what the report tells.

use std::sync::LazyLock;

use crate::claim::mention;
use crate::date;
use crate::lexicon::organisations::{HEAD, LEVEL, PROVINCE};
use crate::organisation;
use crate::person;
use crate::phrase::Phrases;
use crate::reading::{Certainty, Mention, Meta, Noted, Passage, Reason, Span};
use crate::token::{Caps, Kind, Line, Sheet, prev};

fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// Lines and phrases that portals put around a text.
static BOILER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chia sẻ bài viết; chia sẻ; xem thêm; tăng cỡ chữ; giảm cỡ chữ; cỡ chữ; publishingportal; \
    các bài mới đăng; các bài đã đăng; bài viết xem; viết bình luận; tin liên quan; tin bài liên quan; \
    bài viết liên quan; bài liên quan; tin khác; các tin khác; các tin đã đưa; tin mới; \
    tin cùng chuyên mục; cùng chuyên mục; in trang; in bài viết; bản in; gửi email; gửi cho bạn bè; \
    lượt xem; số lượt xem; số lần đọc; quay lại; về đầu trang; đọc nhiều; đọc nhiều nhất; bình luận; \
    từ khóa; tags; đánh giá bài viết; nghe bài viết; bản quyền; trang chủ; đăng nhập; đăng ký nhận tin; \
    facebook; twitter; copy link; sao chép liên kết; theo dõi chúng tôi; có thể bạn quan tâm; \
    ý kiến bạn đọc; gửi bình luận; gửi phản hồi; họ tên; mã xác nhận; lên đầu trang; tin nổi bật; \
    tin tức khác; tin đọc nhiều; tải về; file đính kèm; tệp đính kèm; văn bản đính kèm; print; email; \
    like; share; comments; view; views; đọc tiếp; xem tiếp; đóng lại; menu; tìm kiếm; cập nhật lúc; \
    liên kết website; thống kê truy cập; cộng hòa xã hội chủ nghĩa việt nam; \
    độc lập - tự do - hạnh phúc; đảng cộng sản việt nam",
    )
});

/// Words with which a caption begins, and which a paragraph of the report rarely has first.
static CAPTION_START: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "quang cảnh; toàn cảnh; hình ảnh; một số hình ảnh; khung cảnh; các đại biểu; đại biểu; đoàn đại biểu; \
    ảnh :; ảnh minh họa; chụp ảnh; ban tổ chức",
    )
});

/// What people do in pictures.
static PICTURED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trao; tặng; trao tặng; phát biểu; chụp ảnh; chụp hình; kết luận; biểu dương; khen thưởng; chủ trì; \
    tham quan; dâng hương; tham dự; dự; báo cáo; trình bày; thăm; chúc mừng; khai mạc; quán triệt; \
    biểu diễn; tham luận; đồng chủ trì; điều hành; truyền đạt; bế mạc; ký kết; kiểm tra; giới thiệu; \
    tuyên dương; trồng cây; nhận; ra quân; hướng dẫn; vệ sinh; tại hội nghị; tại buổi lễ; tại lễ",
    )
});

/// What people do in pictures whose caption is a whole sentence.
static STILL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trao; tặng hoa; chụp ảnh; phát biểu; trao tặng; chụp hình; trao đổi; bắt tay; tặng quà; tặng giấy khen; tặng bằng khen",
    )
});

/// Credits at the end of a caption.
static CREDIT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of("ảnh :; ( ảnh :; ảnh tư liệu; ảnh minh họa; ( ảnh; nguồn ảnh; ảnh do; photo :")
});

/// Credits of a whole article.
static BYLINE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tin , ảnh; bài , ảnh; tin ảnh; bài ảnh; tin và ảnh; bài và ảnh; tin - ảnh; bài - ảnh; tin bài; \
    tác giả; người viết; nguồn; tin :; bài :; thực hiện :; theo :; tin / ảnh; tin bài :; tin , bài; \
    bài viết :; ct :",
    )
});

/// The parts of a page, as places among its lines.
pub(crate) struct Layout {
    /// The title's line and its token range.
    pub(crate) title: Option<(usize, usize, usize)>,
    /// First line of running text.
    pub(crate) body: usize,
    /// Lines that are captions.
    pub(crate) captions: Vec<bool>,
    /// Lines that are boilerplate.
    pub(crate) boiler: Vec<bool>,
    /// Byline: line and token range of the name.
    pub(crate) author: Option<(usize, usize, usize)>,
    /// Lines that only repeat the text: title, lead, captions.
    pub(crate) repeats: Vec<bool>,
}

fn words(sheet: &Sheet<'_>, line: Line) -> usize {
    (line.from..line.to).filter(|&i| sheet.is_word(i)).count()
}

fn ends_sentence(sheet: &Sheet<'_>, line: Line) -> bool {
    matches!(sheet.mark(prev(line.to, 1)), '.' | '…' | ':' | ';' | '!' | '?')
        || (matches!(sheet.mark(prev(line.to, 1)), '”' | ')')
            && matches!(sheet.mark(prev(line.to, 2)), '.' | '…'))
}

impl Layout {
    pub(crate) fn new(sheet: &Sheet<'_>) -> Self {
        let count = sheet.lines.len();
        let body = (0..count)
            .find(|&n| {
                let line = sheet.line(n);
                let size = words(sheet, line);
                n > 0 && size >= 35 && (ends_sentence(sheet, line) || size >= 60)
            })
            .or_else(|| (0..count).find(|&n| words(sheet, sheet.line(n)) >= 20 && n > 0))
            .unwrap_or(0);
        let boiler = boiler_lines(sheet);
        let title = title(sheet, body, &boiler);
        let mut captions: Vec<bool> = Vec::with_capacity(count);
        for n in 0..count {
            let skip = boiler.get(n).copied().unwrap_or(false) || title.is_some_and(|t| n <= t.0);
            let after = captions.last().copied().unwrap_or(false);
            captions.push(!skip && is_caption(sheet, n, body, after));
        }
        before_credits(sheet, body, &mut captions);
        let author = author(sheet, body, &boiler, &captions);
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

/// The lead: the paragraph right under the title that ends in an ellipsis or has one short sentence.
fn is_lead(sheet: &Sheet<'_>, n: usize, title: Option<usize>) -> bool {
    let line = sheet.line(n);
    let size = words(sheet, line);
    title.is_some_and(|t| n > t && n <= t.saturating_add(3))
        && (20..=70).contains(&size)
        && n.saturating_add(3) < sheet.lines.len()
        && (line.from..line.to).all(|i| !(sheet.mark(i) == '-' && i < line.from.saturating_add(4)))
}

fn title(sheet: &Sheet<'_>, body: usize, boiler: &[bool]) -> Option<(usize, usize, usize)> {
    let fits = |n: usize| {
        let line = sheet.line(n);
        let size = words(sheet, line);
        let kicker = organisation::at(sheet, line.from).is_some_and(|f| f.to >= line.to);
        let official = sheet.is(line.from, "số") || dated_line(sheet, line);
        (5..=60).contains(&size) && !kicker && !official && !boiler.get(n).copied().unwrap_or(false)
    };
    let last = body.max(1);
    let named = (0..last).find(|&n| {
        let line = sheet.line(n);
        sheet.loud(line.from)
            || (words(sheet, line) <= 3 && sheet.any(line.from, &["báo", "kế", "thông", "tờ"]))
                && words(sheet, line) <= 3
    });
    let kind = named.filter(|&n| {
        let line = sheet.line(n);
        words(sheet, line) <= 3
            && sheet.any(line.from, &["báo", "kế", "thông", "tờ", "nghị", "quyết"])
            && fits(next(n))
    });
    let n = kind.map(next).or_else(|| (0..last).find(|&n| fits(n)))?;
    let line = sheet.line(n);
    // A time stamp in brackets after the title is not part of it.
    let cut = (line.from..line.to)
        .rfind(|&i| sheet.mark(i) == '(' && sheet.is_digits(next(i)))
        .filter(|&i| i > line.from.saturating_add(4))
        .unwrap_or(line.to);
    Some((n, line.from, cut))
}

/// "Yên Nghĩa, ngày 04 tháng 8 năm 2026".
fn dated_line(sheet: &Sheet<'_>, line: Line) -> bool {
    words(sheet, line) <= 10
        && (line.from..line.to).any(|i| sheet.is(i, "ngày") && date::full_day(sheet, next(i)).is_some())
}

fn boiler_lines(sheet: &Sheet<'_>) -> Vec<bool> {
    let count = sheet.lines.len();
    let mut boiler: Vec<bool> = (0..count)
        .map(|n| {
            let line = sheet.line(n);
            if is_code(sheet, line) {
                return true;
            }
            let starts = BOILER.at(sheet, line.from).or_else(|| BOILER.at(sheet, next(line.from)));
            starts.is_some() && words(sheet, line) <= 9 && !matches!(sheet.mark(prev(line.to, 1)), '.' | ';')
        })
        .collect();
    // After a line of the portal in the last part of the page short lines belong to the portal too.
    let mut on = false;
    for n in count / 2..count {
        let line = sheet.line(n);
        let short = words(sheet, line) <= 8 && !ends_sentence(sheet, line);
        let form = matches!(sheet.mark(prev(line.to, 1)), ':' | ')') && words(sheet, line) <= 4;
        let here = boiler.get(n).copied().unwrap_or(false);
        on = here || (on && (short || form));
        if let Some(slot) = boiler.get_mut(n) {
            *slot = on;
        }
    }
    boiler
}

/// A line of markup or script that a page's export left behind.
fn is_code(sheet: &Sheet<'_>, line: Line) -> bool {
    let braces =
        (line.from..line.to).filter(|&i| matches!(sheet.mark(i), '{' | '}' | '<' | '>' | '\\' | '=')).count();
    braces >= 3
}

fn has_credit(sheet: &Sheet<'_>, line: Line) -> Option<usize> {
    (line.from..line.to).find(|&i| {
        let credit = CREDIT.has(sheet, i);
        let byline =
            i > 0 && sheet.any(prev(i, 1), &[",", "và", "tin", "bài"]) && i <= line.from.saturating_add(3);
        credit && !byline
    })
}

fn is_caption(sheet: &Sheet<'_>, n: usize, body: usize, after_caption: bool) -> bool {
    let line = sheet.line(n);
    let size = words(sheet, line);
    if size == 0 || size > 65 || BYLINE.has(sheet, line.from) {
        return false;
    }
    if let Some(credit) = has_credit(sheet, line) {
        return credit > line.from || after_caption || size >= 2;
    }
    let last = sheet.mark(prev(line.to, 1));
    let open = matches!(last, ':' | ';' | ',' | '…');
    let listed = matches!(sheet.mark(line.from), '-' | '+' | '•') || sheet.is_digits(line.from);
    if open || listed || size > 56 || sheet.loud(line.from) {
        return false;
    }
    if CAPTION_START.has(sheet, line.from) && size <= 30 && (last != '.' || size <= 16) {
        return true;
    }
    let rows = sheet.text.slice(line.start, line.end).matches('\n').count();
    let closed = last == '.';
    let subject = person::post_at(sheet, line.from).is_some()
        || person::run_at(sheet, line.from).is_some()
        || sheet.any(
            line.from,
            &["đồng", "đ", "các", "lãnh", "đại", "bà", "ông", "tập", "cán", "đoàn", "thường"],
        )
        || organisation::at(sheet, line.from).is_some();
    let pictured = (line.from..line.to).any(|i| PICTURED.has(sheet, i));
    let one = sheet.sentence_of(line.from).1 >= prev(line.to, 1);
    let inside = n > body.min(3) && next(n) < sheet.lines.len();
    let still = closed && size <= 28 && is_still(sheet, line);
    let short = size <= 42 && !closed || rows > 0 && size <= 56 || still;
    subject && pictured && one && inside && short && size >= 5
}

/// A closed sentence that only describes a picture: somebody hands over or speaks, no figures, nothing done.
fn is_still(sheet: &Sheet<'_>, line: Line) -> bool {
    let told = (line.from..line.to)
        .any(|i| sheet.is_digits(i) || sheet.any(i, &["đã", "sẽ", "nhằm", "cho rằng", ":", ";"]));
    let acts = (line.from..line.to).any(|i| STILL.has(sheet, i));
    acts && !told
}

/// A line that is nothing but a credit: "Ảnh TỰ TRUNG.".
fn is_credit(sheet: &Sheet<'_>, line: Line) -> bool {
    let first = sheet.is(line.from, "ảnh") || sheet.is(line.from, "photo");
    let name = next(line.from);
    first && words(sheet, line) <= 6 && (sheet.mark(name) == ':' || sheet.caps(name) != Caps::Lower)
}

/// Above a line of credit stands the caption it belongs to.
fn before_credits(sheet: &Sheet<'_>, body: usize, captions: &mut [bool]) {
    for n in body..sheet.lines.len() {
        if !is_credit(sheet, sheet.line(n)) {
            continue;
        }
        let above = prev(n, 1);
        let one = sheet.sentence_of(sheet.line(above).from).1 >= prev(sheet.line(above).to, 1);
        let fits = n > body && one && words(sheet, sheet.line(above)) <= 60;
        for (k, slot) in captions.iter_mut().enumerate() {
            *slot |= k == n || (k == above && fits);
        }
    }
}

/// The byline: a credit line, or the first short line of capitals after the last paragraph.
fn author(
    sheet: &Sheet<'_>,
    body: usize,
    boiler: &[bool],
    captions: &[bool],
) -> Option<(usize, usize, usize)> {
    let skip =
        |n: usize| boiler.get(n).copied().unwrap_or(false) || captions.get(n).copied().unwrap_or(false);
    let count = sheet.lines.len();
    let credit = (0..count).rev().filter(|&n| !skip(n)).find_map(|n| {
        let line = sheet.line(n);
        let (to, _) = BYLINE.at(sheet, line.from)?;
        let from = if sheet.mark(to) == ':' { next(to) } else { to };
        let short = words(sheet, line) <= 9 && from < line.to && sheet.caps(from) != Caps::Lower;
        short.then_some((n, from, line.to))
    });
    let last = (body..count).rev().find(|&n| words(sheet, sheet.line(n)) >= 18 && !skip(n))?;
    credit.or_else(|| {
        (next(last)..count.min(last.saturating_add(6))).filter(|&n| !skip(n)).find_map(|n| {
            let line = sheet.line(n);
            let size = words(sheet, line);
            let name = (line.from..line.to).all(|i| {
                (sheet.kind(i) == Kind::Word && sheet.caps(i) != Caps::Lower)
                    || matches!(sheet.mark(i), '-' | '.' | ',' | '/' | '(' | ')')
            });
            ((1..=6).contains(&size) && name).then_some((n, line.from, line.to))
        })
    })
}

/// The rows of a line (a caption may run over several), as spans with the blanks around cut off.
fn rows(sheet: &Sheet<'_>, line: Line) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = line.start;
    for i in line.start..=line.end {
        if i < line.end && sheet.text.char(i) != '\n' {
            continue;
        }
        let (mut a, mut b) = (start, i);
        while a < b && sheet.text.char(a).is_whitespace() {
            a = next(a);
        }
        while b > a && sheet.text.char(prev(b, 1)).is_whitespace() {
            b = prev(b, 1);
        }
        if a < b {
            spans.push(sheet.text.span(a, b));
        }
        start = next(i);
    }
    spans
}

pub(crate) fn passage(sheet: &Sheet<'_>, span: Span, certainty: Certainty) -> Passage {
    let source = sheet.text.source(span).to_owned();
    Passage { mention: Mention { spans: vec![span], source, certainty, reasons: vec![Reason::Wording] } }
}

/// Captions, one item a row; and the phrase "Quang cảnh hội nghị" that a page without line ends leaves in
/// the running text.
pub(crate) fn captions(sheet: &Sheet<'_>, layout: &Layout) -> Vec<Passage> {
    let mut items = Vec::new();
    for (n, line) in sheet.lines.iter().enumerate() {
        if layout.captions.get(n).copied().unwrap_or(false) {
            items.extend(rows(sheet, *line).into_iter().map(|s| passage(sheet, s, Certainty::Likely)));
            continue;
        }
        for i in line.from..line.to {
            if let Some(to) = inline_caption(sheet, i, *line) {
                items.push(passage(sheet, sheet.span(i, to), Certainty::Doubtful));
            }
        }
    }
    items
}

fn inline_caption(sheet: &Sheet<'_>, i: usize, line: Line) -> Option<usize> {
    if !(sheet.any(i, &["quang", "toàn"]) && sheet.is(next(i), "cảnh")) || sheet.caps(i) == Caps::Lower {
        return None;
    }
    let to = (i.saturating_add(2)..line.to.min(i.saturating_add(9)))
        .find(|&k| sheet.caps(k) != Caps::Lower || !sheet.is_word(k))?;
    (to >= i.saturating_add(3)).then_some(to)
}

/// Boilerplate: lines of the portal (neighbours together), and the tag of the outlet before the lead.
pub(crate) fn boilerplate(sheet: &Sheet<'_>, layout: &Layout) -> Vec<Passage> {
    let mut items = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for n in 0..=sheet.lines.len() {
        if layout.boiler.get(n).copied().unwrap_or(false) {
            run = Some(run.map_or((n, n), |(a, _)| (a, n)));
            continue;
        }
        if let Some((a, b)) = run.take() {
            let span = sheet.text.span(sheet.line(a).start, sheet.line(b).end);
            items.push(passage(sheet, span, Certainty::Likely));
        }
        let line = sheet.line(n);
        if let Some(to) = tag_end(sheet, line) {
            let end = sheet.tokens.get(to).map_or(line.end, |t| t.start);
            items.push(passage(sheet, sheet.text.span(line.start, end), Certainty::Likely));
        }
    }
    items
}

/// "(TGCT) ", "HNP - ", "CT) - " before a paragraph of some length: the token after it.
fn tag_end(sheet: &Sheet<'_>, line: Line) -> Option<usize> {
    if words(sheet, line) < 12 || sheet.loud(line.from) {
        return None;
    }
    let open = sheet.mark(line.from) == '(';
    let first = if open { next(line.from) } else { line.from };
    let mut at = first;
    while (sheet.is_word(at) && sheet.caps(at) == Caps::Upper || matches!(sheet.mark(at), '.' | '/'))
        && at < first.saturating_add(4)
    {
        at = next(at);
    }
    if at == first {
        return None;
    }
    let closed = sheet.mark(at) == ')';
    if closed {
        at = next(at);
    }
    let dash = matches!(sheet.mark(at), '-' | ':') && sheet.gap(at) && sheet.gap(next(at));
    match (closed, dash) {
        (_, true) => Some(next(at)),
        (true, false) if open => Some(at),
        _ => None,
    }
}

/// The day of publication: a full day in a short line above the text or under it, or beside a clock time.
pub(crate) fn published(sheet: &Sheet<'_>, dates: &[date::Found], layout: &Layout) -> Option<date::Found> {
    let day = |f: &&date::Found| date::civil_day(f.value).is_some();
    dates.iter().filter(day).copied().find(|f| {
        let n = sheet.line_of(f.from);
        let line = sheet.line(n);
        let others = (line.from..line.to).filter(|&i| sheet.is_word(i)).count();
        let clock = (line.from..line.to).any(|i| {
            sheet.mark(i) == ':' && sheet.is_digits(prev(i, 1)) && sheet.is_digits(next(i)) && !sheet.gap(i)
        });
        let outside = n < layout.body || sheet.lines.len().saturating_sub(n) <= 4;
        outside && (others <= 8 || (clock && n < layout.body && others <= 45))
    })
}

fn noted<T>(value: T, mention: Mention) -> Noted<T> {
    Noted { value, mention }
}

const EVENTS: &[(&str, &str)] = &[
    ("sơ kết", "sơ kết"),
    ("tổng kết", "tổng kết"),
    ("khen thưởng", "khen thưởng"),
    ("biểu dương", "biểu dương"),
    ("tuyên dương", "biểu dương"),
    ("tôn vinh", "biểu dương"),
    ("giấy khen", "khen thưởng"),
    ("bằng khen", "khen thưởng"),
    ("phát động", "phát động thi đua"),
    ("quán triệt", "quán triệt"),
    ("tập huấn", "tập huấn"),
    ("hội thảo", "hội thảo"),
    ("đại hội", "đại hội"),
    ("kiểm tra", "kiểm tra"),
    ("học tập chuyên đề", "học tập chuyên đề"),
    ("hội thi", "hội thi"),
];

static EVENT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&EVENTS.iter().map(|(w, _)| *w).collect::<Vec<_>>()));

/// Everything the page tells about itself. `cited` holds days that belong to documents.
pub(crate) fn meta(
    sheet: &Sheet<'_>,
    layout: &Layout,
    dates: &[date::Found],
    published: Option<date::Found>,
    year: Option<jiff::civil::Date>,
    bodies: &[organisation::Found],
) -> Meta {
    let mut meta = Meta::default();
    let told = |from: usize, to: usize| mention(sheet, from, to, Certainty::Likely, &[Reason::Wording]);
    if let Some((_, from, to)) = layout.title {
        meta.title = Some(noted(sheet.words(from, to), told(from, to)));
    }
    if let Some(p) = published {
        meta.published = Some(noted(p.value, told(p.from, p.to)));
    }
    let event = dates.iter().find(|f| {
        let line = sheet.line_of(f.from);
        let early = line >= layout.body && line <= layout.body.saturating_add(4);
        let announced = sheet.any(prev(f.from, 1), &["ngày", "sáng", "chiều", "tối", "trưa"]);
        let own = published.is_none_or(|p| p.from != f.from);
        let cited =
            (prev(f.from, 4).min(f.from)..f.from).any(|i| matches!(sheet.mark(i), '/') || sheet.is(i, "số"));
        let day = matches!(f.value, crate::reading::DateValue::Day { .. });
        day && early && announced && own && !cited
    });
    if let Some(f) = event {
        meta.event_date = Some(noted(date::with_year(f.value, year), told(f.from, f.to)));
    }
    let first = event.map_or(0, |f| f.to);
    let organiser =
        bodies.iter().find(|f| f.specific && f.from >= first).or_else(|| bodies.iter().find(|f| f.specific));
    if let Some(f) = organiser {
        meta.organiser = Some(noted(sheet.words(f.from, f.to), told(f.from, f.to)));
        meta.place = place(sheet, f);
    }
    if let Some((_, from, to)) = layout.author {
        meta.author = Some(noted(sheet.words(from, to), told(from, to)));
    }
    let reach = sheet.line(layout.body).to;
    for i in 0..reach {
        if let Some((_, id)) = EVENT.at(sheet, i)
            && let Some((_, kind)) = EVENTS.get(id)
            && !meta.event_types.iter().any(|k| k == kind)
        {
            meta.event_types.push((*kind).to_owned());
        }
    }
    meta
}

fn place(sheet: &Sheet<'_>, f: &organisation::Found) -> Option<Noted<String>> {
    let told = |from: usize, to: usize| {
        noted(sheet.words(from, to), mention(sheet, from, to, Certainty::Doubtful, &[Reason::Wording]))
    };
    let level = (f.from..f.to).rfind(|&i| LEVEL.at(sheet, i).is_some_and(|(end, _)| end < f.to));
    let province = (f.from..f.to).rfind(|&i| PROVINCE.has(sheet, i));
    match (province, level) {
        (Some(i), _) => PROVINCE.at(sheet, i).map(|(end, _)| told(i, end.min(f.to))),
        (None, Some(i)) => Some(told(i, f.to)),
        (None, None) => {
            let head = HEAD.at(sheet, f.from).map_or(f.from, |(end, _)| end);
            let last = (head..f.to).rfind(|&i| !organisation::proper(sheet, i)).map_or(head, next);
            let proper = f.to.saturating_sub(last);
            ((1..=3).contains(&proper)).then(|| told(last, f.to))
        }
    }
}
