//! Captions as items: one a row of a caption's line, and those that an export left in a paragraph.
//!
//! Not here: which lines are captions (`caption`).

use std::sync::LazyLock;

use crate::layout::{Layout, ends_sentence, passage};
use crate::lexicon::names::ADDRESSES;
use crate::lexicon::organisations::LEVEL;
use crate::person;
use crate::phrase::Phrases;
use crate::reading::{Certainty, Passage, Span};
use crate::still::{PICTURED, opens_shown};
use crate::token::{Caps, Kind, Line, Sheet, next, prev};

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
            if let Some(to) = inline_caption(sheet, i, *line).or_else(|| left_inside(sheet, i, *line)) {
                items.push(passage(sheet, sheet.span(i, to), Certainty::Doubtful));
            }
        }
    }
    items
}

/// Words that open a sentence, and that nobody writes with a capital inside one.
static OPENER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "các; những; trong; với; theo; tại; sau; khi; ngoài; bên cạnh; cùng với; đồng thời; tại hội nghị; tại buổi; tại lễ; theo đó; theo báo cáo; tổng giá trị; tổng kinh phí; phát biểu tại; ngoài ra; trong năm; trong đó; qua đó; nhân dịp; \
         dịp này; đây là; với những; hội thi do; hội nghị do; hội thi đã; hội nghị đã; hội thi được; hội nghị được; chương trình do; kết quả ,",
    )
});

/// Fewest and most tokens of a caption that an export left inside a paragraph, and the shortest paragraph that is looked through.
const SHORTEST_LEFT: usize = 5;
const LONGEST_LEFT: usize = 28;
const LONGEST_WHOLE: usize = 45;

/// "… lặng đi. Chị Lan trong phần thi kể chuyện": a caption that an export left in a paragraph, at its end without a full stop, or before
/// a sentence that opens with a capital though nothing closed the one before. The token behind it.
fn left_inside(sheet: &Sheet<'_>, i: usize, line: Line) -> Option<usize> {
    let opens =
        i > line.from && sheet.sentence_of(i).0 == i && line.to.saturating_sub(line.from) > LONGEST_WHOLE;
    if !opens || sheet.caps(i) == Caps::Lower {
        return None;
    }
    let reach = line.to.min(i.saturating_add(LONGEST_LEFT));
    let cut = (i.saturating_add(SHORTEST_LEFT)..reach).find(|&k| {
        let Some((end, _)) = OPENER.at(sheet, k).filter(|_| sheet.caps(k) == Caps::Title) else {
            return false;
        };
        // "ông Theo", "xã Trong Đức": one word may be a name.
        let name = end == next(k)
            && (sheet.caps(prev(k, 1)) != Caps::Lower
                || LEVEL.ending(sheet, k, 2).is_some()
                || ADDRESSES.ending(sheet, k, 2).is_some());
        sheet.kind(prev(k, 1)) == Kind::Word && !name
    });
    let open = reach == line.to && !ends_sentence(sheet, line) && sheet.sentence_of(i).1 >= line.to;
    let to = cut.or_else(|| open.then_some(line.to))?;
    let who = opens_shown(sheet, i) || person::run_at(sheet, i).is_some() || sheet.two(i, "ban", "tổ");
    let tells = (i..to).any(|k| {
        sheet.any(k, &["đã", "sẽ", "được", "là", "cho", "rằng", ":", ";"]) && !sheet.is(k, "cho")
            || sheet.two(k, "cho", "biết")
    });
    let shown = (i..to).any(|k| PICTURED.has(sheet, k));
    (to.saturating_sub(i) >= SHORTEST_LEFT && who && shown && !tells).then_some(to)
}

fn inline_caption(sheet: &Sheet<'_>, i: usize, line: Line) -> Option<usize> {
    if !(sheet.any(i, &["quang", "toàn"]) && sheet.is(next(i), "cảnh")) || sheet.caps(i) == Caps::Lower {
        return None;
    }
    let to = (i.saturating_add(2)..line.to.min(i.saturating_add(9)))
        .find(|&k| sheet.caps(k) != Caps::Lower || !sheet.is_word(k))?;
    (to >= i.saturating_add(3)).then_some(to)
}
