//! What a page is laid out in, and what any line tells by itself: its size, its end, credits, somebody who hands something over.
//!
//! Not here: which line is what (`page`, `caption`, `portal`).

use std::sync::LazyLock;

use crate::person;
use crate::phrase::Phrases;
use crate::post;
use crate::reading::{Certainty, Mention, Passage, Reason, Span};
use crate::token::{Line, Sheet, next, prev};

/// Credits of a whole article.
pub(crate) static BYLINE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "ctv; cộng tác viên; tin , ảnh; bài , ảnh; tin ảnh; bài ảnh; tin và ảnh; bài và ảnh; tin - ảnh; bài - ảnh; tin bài; \
    tác giả; người viết; nguồn; tin :; bài :; thực hiện :; theo :; theo -; tin / ảnh; tin bài :; tin , bài; \
    bài viết :; ct :; tác giả bài viết; người viết bài; biên tập :; bài và ảnh :; tin và ảnh :; tin , bài và ảnh",
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

pub(crate) fn words(sheet: &Sheet<'_>, line: Line) -> usize {
    sheet.count_words(line.from, line.to)
}

pub(crate) fn ends_sentence(sheet: &Sheet<'_>, line: Line) -> bool {
    matches!(sheet.mark(prev(line.to, 1)), '.' | '…' | ':' | ';' | '!' | '?')
        || (matches!(sheet.mark(prev(line.to, 1)), '”' | ')')
            && matches!(sheet.mark(prev(line.to, 2)), '.' | '…'))
}

/// The first line shows somebody who hands over or speaks ("Lãnh đạo huyện trao Giấy khen cho …"): a picture's caption,
/// for a title tells what was held.
pub(crate) fn opens_handing(sheet: &Sheet<'_>, line: Line) -> bool {
    let who = sheet.two(line.from, "lãnh", "đạo")
        || sheet.two(line.from, "đại", "diện")
        || sheet.any(line.from, &["ông", "bà"])
        || sheet.two(line.from, "đồng", "chí")
        || sheet.two(line.from, "các", "đồng")
        || post::at(sheet, line.from).is_some();
    let hands = (line.from..line.to).any(|i| {
        let hands =
            sheet.any(i, &["trao", "tặng"]) || sheet.two(i, "phát", "biểu") || sheet.two(i, "tham", "gia");
        hands && !sheet.is(i.saturating_sub(1), "đã")
    });
    let told = (line.from..line.to).any(|i| {
        let named = sheet.digits(i).len() == 4
            || sheet.any(prev(i, 1), &["quận", "phường", "khóa", "thứ", "số", "/", "-"])
            || sheet.any(next(i), &["/", "-"])
            || sheet.is(next(i), "năm") && sheet.is(prev(i, 1), "niệm");
        sheet.is_digits(i) && !named || sheet.any(i, &["đã", "được", "vừa"]) || sheet.two(i, "nhân", "dịp")
    });
    // "Chủ tịch UBND tỉnh khen thưởng lực lượng …": a post without a name is a title's subject.
    let shown = sheet.any(line.from, &["lãnh", "đại", "các"]);
    let verb = (line.from..line.to)
        .find(|&i| sheet.any(i, &["trao", "tặng", "phát", "tham", "đến", "thăm", "khen"]))
        .unwrap_or(line.to);
    let named = shown || (line.from..verb).any(|i| person::run_at(sheet, i).is_some());
    line.from == 0 && who && hands && named && !told && words(sheet, line) >= 7
}

pub(crate) fn passage(sheet: &Sheet<'_>, span: Span, certainty: Certainty) -> Passage {
    let source = sheet.text.source(span).to_owned();
    Passage { mention: Mention { spans: vec![span], source, certainty, reasons: vec![Reason::Wording] } }
}

/// "Ban Chấp hành khóa IV ra mắt Đại hội": a committee that a picture shows, above a text without a title too.
pub(crate) fn introduces(sheet: &Sheet<'_>, line: Line) -> bool {
    let congress = |i: usize| sheet.two(i, "ra", "mắt") && sheet.two(i.saturating_add(2), "đại", "hội");
    let term = |i: usize| sheet.is(i, "khóa") || sheet.two(i, "nhiệm", "kỳ");
    let within = || line.from..line.to;
    sheet.any(line.from, &["ban", "bch"])
        && within().any(congress)
        && within().any(term)
        && !ends_sentence(sheet, line)
}

/// Two lines say the same, word for word.
pub(crate) fn same_words(sheet: &Sheet<'_>, a: Line, b: Line) -> bool {
    let size = |l: Line| l.to.saturating_sub(l.from);
    size(a) == size(b) && (a.from..a.to).zip(b.from..b.to).all(|(a, b)| sheet.hash(a) == sheet.hash(b))
}
