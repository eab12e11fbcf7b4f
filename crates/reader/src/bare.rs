//! Numbers whose noun stands before them: "Tổng số hội viên: 1.318", "Số hộ nghèo còn 45, giảm 12", "chuyển xử lý 68/68".
//!
//! Not here: numbers with their noun behind them (`indicator`).

use crate::bound::bound;
use crate::indicator::{counted, counted_as};
use crate::lexicon::units::{MEASURE, PEOPLE, TIME};
use crate::number::Number;
use crate::reading::{Indicator, Reason};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// What a bare number counts.
pub(crate) struct Counted {
    /// The first token of the words that say so.
    pub(crate) from: usize,
    pub(crate) unit: String,
    pub(crate) label: String,
    pub(crate) reason: Reason,
    /// By how much something changed, and not what it came to.
    pub(crate) change: bool,
}

/// Most words that say what a bare number counts.
const LONGEST: usize = 14;

/// Most words from a noun that nothing sums up to its number.
const NEAR: usize = 7;

/// Words between a noun and its number.
const LINKS: &[&str] = &[
    "là", "còn", "đạt", "có", "được", "gồm", "tới", "đến", "lên", "xuống", "tăng", "giảm", "mới", "chỉ",
    "nay", "hiện", "đã", "từ", "thiếu", "vắng", "về", "thêm", "mặt",
];

/// Words behind which a number goes on with the noun of the one before: "giảm 9", "nay là 640", "đã công nhận 2.986".
const GOES_ON: &[&str] = &[
    "tăng", "giảm", "còn", "là", "nhận", "lý", "quyết", "thành", "thiếu", "vắng", "chọn", "mặt", "có", "đạt",
    "lên", "xuống", "thêm", "được", "trì",
];

/// What the number counts; `last` is the figure before it in the sentence.
pub(crate) fn read(sheet: &Sheet<'_>, number: &Number, last: Option<&Indicator>) -> Option<Counted> {
    let year = sheet.digits(number.from).len() == 4 && number.to == next(number.from);
    if number.scaled || year || number.whole == 0 && number.thousandths > 0 || !closes(sheet, number.to) {
        return None;
    }
    let (.., edge) = bound(sheet, number);
    let colon = sheet.mark(prev(edge, 1)) == ':';
    let end = if colon { prev(edge, 1) } else { edge };
    let from = clause(sheet, end);
    let words = end.saturating_sub(from);
    if !(1..=LONGEST).contains(&words) || sheet.line_of(from) != sheet.line_of(number.from) {
        return None;
    }
    // "Xếp thứ tự: 15/27": a place among others.
    if (from..end).any(|i| sheet.any(i, &["thứ", "xếp", "hạng", "vị"])) {
        return None;
    }
    let linked = sheet.any(prev(end, 1), LINKS);
    let heads = |i: usize| PEOPLE.has(sheet, i) || counted(sheet, i) || sheet.is(i, "tuổi");
    let noun = noun(sheet, from).filter(|&i| i < end);
    let summed = noun.is_some_and(|i| i > from);
    // "- Huân chương các loại: 5": a point of a list says what it counts, whatever it is.
    let line = sheet.line(sheet.line_of(from)).from;
    let point = colon && matches!(sheet.mark(line), '-' | '+' | '•') && from > line;
    let near = summed || words <= NEAR;
    // "(nam 120, nữ 85)", "trong đó: nữ 9": a part told by its name alone.
    let part = words == 1
        && sheet.any(from, &["nam", "nữ"])
        && sheet.caps(from) == Caps::Lower
        && last.is_some_and(|last| OF_PEOPLE.contains(&last.unit.as_str()));
    let found = noun.filter(|&i| near && (linked || colon) && (summed || heads(i)) || point || part);
    if let Some(i) = found.filter(|&i| !TIME.has(sheet, i)) {
        let longest =
            [PEOPLE.at(sheet, i), MEASURE.at(sheet, i)].into_iter().flatten().map(|(to, _)| to).max();
        let to = longest.unwrap_or_else(|| next(i)).min(end);
        let stop = (i..end).rev().find(|&k| !sheet.any(k, LINKS)).map_or(end, next);
        let unit = counted_as(&sheet.words(i, to));
        return Some(Counted {
            from,
            unit,
            label: sheet.words(from, stop),
            reason: Reason::MeasureGuessed,
            change: false,
        });
    }
    let on = !colon && sheet.any(prev(edge, 1), GOES_ON);
    let last = last.filter(|last| on && !matches!(last.unit.as_str(), "đồng" | "usd" | ""))?;
    let label = format!("{} {}", short_noun(last), sheet.words(from, end));
    let unit = last.unit.clone();
    let change = sheet.any(prev(edge, 1), &["tăng", "giảm", "thêm"]);
    Some(Counted { from: edge, unit, label, reason: Reason::MeasureCarried, change })
}

/// Measures of people, of whom a part may be told by "nam" or "nữ" alone.
const OF_PEOPLE: &[&str] = &[
    "người",
    "nam",
    "nữ",
    "đảng viên",
    "đảng viên mới",
    "cán bộ",
    "hội viên",
    "đoàn viên",
    "học sinh",
    "sinh viên",
    "giáo viên",
    "công chức",
    "viên chức",
    "thành viên",
    "đại biểu",
    "đồng chí",
    "chiến sĩ",
    "lao động",
    "người lao động",
    "cháu",
    "em",
    "trẻ em",
    "thanh niên",
    "nhà giáo",
    "công nhân",
    "nhân viên",
    "người dân",
    "cá nhân",
];

/// Most words of a label that still says shortly what is counted.
const LONGEST_NOUN: usize = 3;

/// "hộ nghèo" of "Số hộ nghèo": what the figure counts, by its label where that is short, by its measure otherwise.
fn short_noun(figure: &Indicator) -> &str {
    let label = figure.label.as_str();
    let noun = ["Tổng số ", "tổng số ", "Số ", "số "]
        .iter()
        .find_map(|lead| label.strip_prefix(lead))
        .unwrap_or(label);
    let carried = figure.mention.reasons.contains(&Reason::MeasureCarried);
    let twice = noun.ends_with(&format!(" {}", figure.unit));
    let short = !carried
        && !twice
        && noun.split(' ').count() <= LONGEST_NOUN
        && noun.to_lowercase().starts_with(&figure.unit);
    if short { noun } else { &figure.unit }
}

/// The noun of a clause that opens at token `from`: behind "Tổng số", "số"; the first word otherwise.
fn noun(sheet: &Sheet<'_>, from: usize) -> Option<usize> {
    let at = match () {
        () if sheet.is(from, "tổng") && sheet.is(next(from), "số") => from.saturating_add(2),
        () if sheet.any(from, &["số", "tổng"]) => next(from),
        () => from,
    };
    let at = if sheet.is(at, "lượng") { next(at) } else { at };
    sheet.is_word(at).then_some(at)
}

/// The token at which the words before token `end` begin: behind a mark, at most; a date before them is passed over.
fn clause(sheet: &Sheet<'_>, end: usize) -> usize {
    let line = sheet.line(sheet.line_of(prev(end, 1))).from;
    let low = line.max(end.saturating_sub(LONGEST.saturating_add(1)));
    (low..end).rfind(|&i| !sheet.is_word(i)).map_or(low, next)
}

/// Nothing follows that the number could count: a mark, the end of the line, "so với".
fn closes(sheet: &Sheet<'_>, to: usize) -> bool {
    let mark = sheet.mark(to);
    let marks = matches!(mark, ',' | ';' | '.' | ')' | '(' | '…' | '|')
        && !(mark == '.' && sheet.is_digits(next(to)) && !sheet.gap(next(to)));
    let compared = sheet.two(to, "so", "với");
    let change = sheet.any(to, &["xuống", "lên"]);
    marks || compared || change || to >= sheet.len() || sheet.kind(to) == Kind::Break
}
