//! Shares: "96,2%", "100 phần trăm", with their bound and what they are of.
//!
//! Not here: whether they fit their counts (`check`).

use crate::bound::{bound, range_from};
use crate::claim::{Claims, mention};
use crate::label::{label_before, names_amount, number_from, rows_on, topic};
use crate::lexicon::organisations::LEVEL;
use crate::lexicon::units::{MEASURE, MONEY, PEOPLE, WITH_OTHERS};
use crate::number::{self, Number};
use crate::phrase::Phrases;
use crate::planned::status;
use crate::reading::{Certainty, Percentage, Qualifier, Reason};
use crate::token::{Kind, Sheet, next, prev};
use std::sync::LazyLock;

/// Words at which the label of a share ends.
static END: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "đã; với; để; nhằm; do; vì; trong đó; đồng thời; theo; bao gồm; như; qua đó; so với; trở lên; và đạt; \
    góp phần; năm; là; khi",
    )
});

/// What a result is measured against.
static PLAN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of("kế hoạch; chỉ tiêu; nghị quyết; nq; kh; mục tiêu; dự toán; so với; tổng số")
});

/// The end of what a share is of: the words after it, across commas in a row of people.
fn label_end(sheet: &Sheet<'_>, at: usize) -> usize {
    let mut to = at;
    while to < at.saturating_add(18) && to < sheet.len() {
        // "các Quận, Huyện đoàn", "huyện, thị, thành và các cơ quan": bodies of several levels in a row.
        let level = |i: usize| LEVEL.has(sheet, i) || sheet.any(i, &["thị", "thành"]);
        let bodies = level(next(to)) && to <= at.saturating_add(8);
        let comma = sheet.mark(to) == ',' && to > at;
        let row = comma && (rows_on(sheet, next(to)) || bodies || further_noun(sheet, at, to));
        // "100% các hộ trên địa bàn đã đồng thuận": what they have done is told behind the verb.
        let done = sheet.any(to, &["đã", "đều"]) && sheet.is_word(next(to)) && to > at;
        if done && !sheet.is(next(to), "đạt") {
            to = next(to);
            continue;
        }
        let mark = matches!(sheet.kind(to), Kind::Mark | Kind::Break | Kind::Digits);
        let quote = matches!(sheet.mark(to), '“' | '”' | '"' | '\'');
        let next_figure = sheet.is(to, "và") && (next(to)..to.saturating_add(4)).any(|k| sheet.is_digits(k));
        // "nội dung làm theo Bác"
        let follows = sheet.is(to, "theo") && sheet.is(prev(to, 1), "làm");
        if (mark && !row && !quote) || (to > at && END.has(sheet, to) && !follows) || next_figure {
            break;
        }
        to = next(to);
    }
    to
}

/// "100% cán bộ, nhân viên …", "xe pháo, đạn được …": a short row of those of whom the verb behind tells.
fn further_noun(sheet: &Sheet<'_>, at: usize, comma: usize) -> bool {
    let verb = |i: usize| sheet.any(i, &["được", "có", "đã", "đều"]);
    let one = next(comma);
    let short = comma <= at.saturating_add(3) && sheet.is_word(one) && !verb(one);
    WITH_OTHERS.has(sheet, one)
        || short && (verb(next(one)) || verb(one.saturating_add(2)) && sheet.is_word(next(one)))
}

/// "dân số nam 4,7 triệu người, chiếm 49%": where the words are no more than the measure of the figure before, the share is of
/// what that is of.
fn of_the_measured(sheet: &Sheet<'_>, label: (usize, usize)) -> Option<String> {
    let (from, to) = label;
    let last = prev(from, 1);
    let scaled = sheet.any(last, &["triệu", "nghìn", "ngàn", "tỷ", "tỉ"]);
    let digit = if scaled { prev(last, 1) } else { last };
    let measure = MEASURE.at(sheet, from).or_else(|| MONEY.at(sheet, from)).map_or(from, |(end, _)| end);
    let bare = measure == to || next(measure) == to && sheet.any(measure, &["tăng", "giảm"]);
    if from == 0 || !sheet.is_digits(digit) || measure == from || !bare {
        return None;
    }
    let (a, b) = subject_of(sheet, label_before(sheet, number_from(sheet, digit), 10, false));
    let grew = if next(measure) == to { sheet.words(measure, to) } else { String::new() };
    (a < b).then(|| format!("{} {grew}", sheet.words(a, b)).trim_end().to_owned())
}

/// Every share that is still free; takes it.
pub(crate) fn scan(claims: &mut Claims<'_, '_>, aims: &[bool]) -> Vec<Percentage> {
    let sheet = claims.sheet;
    let mut items: Vec<Percentage> = Vec::new();
    let mut last: Option<Share> = None;
    let mut i = 0;
    while i < sheet.len() {
        if !sheet.is_digits(i) {
            i = next(i);
            continue;
        }
        if let Some((to, item)) = lower_end(sheet, i, aims, last.as_ref()).filter(|_| claims.free(i)) {
            claims.take(i, to);
            items.push(item);
            i = to;
            continue;
        }
        match read(sheet, i, aims, last.as_ref()) {
            Some((share, item)) if claims.all_free(i, share.to) => {
                claims.take(share.from, share.to);
                items.push(item);
                i = share.to;
                last = Some(share);
            }
            _ => i = next(i),
        }
    }
    items
}

/// "từ 5-7%": the lower end of a range, of what the upper one is of; the token after its number.
fn lower_end(
    sheet: &Sheet<'_>,
    i: usize,
    aims: &[bool],
    last: Option<&Share>,
) -> Option<(usize, Percentage)> {
    let number = number::at(sheet, i)?;
    let upper = number::at(sheet, next(number.to)).filter(|_| sheet.mark(number.to) == '-')?;
    let told = number.of.is_none() && (number.whole, number.thousandths) < (upper.whole, upper.thousandths);
    let (_, item) = read(sheet, upper.from, aims, last).filter(|_| told)?;
    let (qualifier, qualifier_words, from) = bound(sheet, &number);
    let reasons: &[Reason] = if qualifier == Qualifier::Exact {
        &[Reason::NoDenominator]
    } else {
        &[Reason::NoDenominator, Reason::Approximate]
    };
    let item = Percentage {
        thousandths: number.whole.checked_mul(1000)?.checked_add(number.thousandths)?,
        qualifier,
        qualifier_words,
        number: sheet.span(number.from, number.to),
        mention: mention(sheet, from, number.to, Certainty::Likely, reasons),
        ..item
    };
    Some((number.to, item))
}

/// "doanh thu của Công ty đạt kết quả tích cực, đạt 106%": the label is what stands before the first verb.
fn subject_of(sheet: &Sheet<'_>, label: (usize, usize)) -> (usize, usize) {
    let (from, to) = label;
    let verb = (from.saturating_add(2)..to).find(|&i| sheet.is(i, "đạt"));
    (from, verb.unwrap_or(to))
}

/// The label says no more than that a share follows.
fn only_rate(sheet: &Sheet<'_>, label: (usize, usize)) -> bool {
    let (from, to) = label;
    let short = to == from.saturating_add(2) && sheet.any(from, &["tỷ", "tỉ"]) && sheet.is(next(from), "lệ");
    short && sheet.mark(prev(from, 1)) == ','
}

/// "Tỷ lệ cán bộ, đảng viên tham gia học tập … đạt 95%": the words from "tỷ lệ" on, across commas, to the verb.
fn rate_of(sheet: &Sheet<'_>, number: usize) -> Option<(usize, usize)> {
    let (start, _) = sheet.sentence_of(number);
    let low = start.max(number.saturating_sub(30));
    let from = (low..number).rfind(|&i| {
        sheet.any(i, &["tỷ", "tỉ"])
            && sheet.is(next(i), "lệ")
            && !sheet.any(prev(i, 1), &["chiếm", "đạt", "với"])
    })?;
    let mut to = number;
    while to > from
        && sheet
            .any(prev(to, 1), &["đạt", "là", "chiếm", "còn", "trên", "hơn", "gần", "khoảng", "từ", ",", ":"])
    {
        to = prev(to, 1);
    }
    // "tỷ lệ đảng viên dự họp chỉ đạt 61%", but "tỷ lệ giáo viên có chứng chỉ".
    if to < number && sheet.is(prev(to, 1), "chỉ") && !sheet.any(prev(to, 2), &["chứng", "tín", "địa"])
    {
        to = prev(to, 1);
    }
    // "Tỷ lệ hiến máu năm 2000 là gần 31%": when is told, too.
    let figures = (from..to).any(|i| sheet.is_digits(i) && !sheet.is(prev(i, 1), "năm"));
    (!figures && to > from.saturating_add(2)).then_some((from, to))
}

/// "doanh thu đạt trên 55,1 tỷ đồng, vượt 14% so với kế hoạch": the share is of what the amount before the comma is of;
/// "doanh thu đạt 106% kế hoạch, tăng 25% so với cùng kỳ": of what the share before it is of.
fn of_the_amount(sheet: &Sheet<'_>, from: usize, before: Option<&Share>) -> Option<(usize, usize)> {
    let mut end = from;
    while sheet.any(prev(end, 1), &["vượt", "bằng", "tăng", "giảm", "đạt"]) {
        end = prev(end, 1);
    }
    // "12.977 ha đạt 101,4% nghị quyết": without the comma too, right behind a measure.
    let parted = sheet.mark(prev(end, 1)) == ',';
    let comma = if parted { prev(end, 1) } else { end };
    if end == from || !parted && !sheet.is(end, "đạt") {
        return None;
    }
    if let Some(share) = before
        && share.to < comma
        && share.to.saturating_add(8) > comma
        && (share.to..comma).all(|i| sheet.is_word(i))
    {
        return Some(share.label);
    }
    let last = (comma.saturating_sub(8)..comma).rfind(|&i| sheet.is_digits(i))?;
    let measured = next(last) < comma
        && (next(last)..comma).all(|i| sheet.is_word(i) || matches!(sheet.mark(i), '/' | '-'));
    if !measured {
        return None;
    }
    let label = subject_of(sheet, label_before(sheet, number_from(sheet, last), 10, false));
    (label.0 < label.1).then_some(label)
}

/// "Thành lập mới 02 hợp tác xã, đạt 100% nghị quyết": where what was done with the things counted is short, they are told with it;
/// `label` is that of the figure before the share that begins at token `from`.
fn things_done(sheet: &Sheet<'_>, label: (usize, usize), from: usize) -> Option<String> {
    let number = (label.1..from).take(4).find(|&i| sheet.is_digits(i))?;
    let things = number::at(sheet, number)?.to;
    let stop = (things..from).find(|&i| sheet.mark(i) == ',' || sheet.is(i, "đạt"))?;
    let amount = MONEY.has(sheet, things) || sheet.any(things, &["tỷ", "triệu", "nghìn"]);
    let short =
        label.1.saturating_sub(label.0) <= 3 && stop > things && !amount && !names_amount(sheet, label.0);
    short.then(|| format!("{} {}", sheet.words(label.0, label.1), sheet.words(things, stop)))
}

/// "doanh thu đạt 116% kế hoạch, tăng 23%", "giỏi 114 em = 13,62%": where the words tell no more than that it grew, or nothing,
/// the share is of what the figure before it is of.
fn of_the_figure(
    sheet: &Sheet<'_>,
    label: (usize, usize),
    from: usize,
    before: Option<&Share>,
) -> Option<String> {
    let growth = [
        "tăng",
        "giảm",
        "trưởng",
        "vượt",
        "mức",
        "thêm",
        "đạt",
        "hoàn",
        "thành",
        "xuất",
        "sắc",
        "ngoạn",
        "mục",
        "sẽ",
        "đều",
    ];
    // "tăng trưởng bùng nổ"
    let praised = sheet.is(label.0, "tăng")
        && sheet.is(next(label.0), "trưởng")
        && label.1.saturating_sub(label.0) <= 4;
    if !praised && !(label.0..label.1).all(|i| sheet.any(i, &growth)) {
        return None;
    }
    let edge = if label.0 < label.1 { label.0 } else { from };
    let grew = sheet.words(label.0, label.1);
    let (start, _) = sheet.sentence_of(from);
    let last = (start.max(edge.saturating_sub(MOST_BETWEEN))..edge).rfind(|&i| sheet.is_digits(i))?;
    if let Some(share) = before.filter(|s| s.from <= last && last < s.to) {
        return (share.label.0 < share.label.1)
            .then(|| format!("{} {grew}", sheet.words(share.label.0, share.label.1)).trim_end().to_owned());
    }
    let (a, b) = subject_of(sheet, label_before(sheet, number_from(sheet, last), 8, false));
    // "giảm 143 vụ (giảm 76%)": how it went is told with the figure.
    let told = a < b && sheet.keys(a, b).ends_with(&sheet.keys(label.0, label.1));
    (a < b).then(|| {
        if told { sheet.words(a, b) } else { format!("{} {grew}", sheet.words(a, b)).trim_end().to_owned() }
    })
}

/// Most tokens between a figure and the share that is of the same thing.
const MOST_BETWEEN: usize = 10;

/// "phấn đấu đạt 99%": the words before the verb say not of what.
fn empty(sheet: &Sheet<'_>, label: (usize, usize)) -> bool {
    (label.0..label.1).all(|i| sheet.any(i, &["phấn", "đấu", "thì", "sẽ", "dự", "kiến"]))
}

/// A share at token `i` is told in the sentence of the one before it and behind a year alone.
fn same_share(sheet: &Sheet<'_>, last: &Share, i: usize) -> bool {
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(i);
    let between = || (last.to..i).filter(|&k| sheet.is_digits(k));
    same && between().count() == 1
        && between().all(|k| sheet.digits(k).len() == 4 && sheet.is(prev(k, 1), "năm"))
}

/// Where a share and its label stand.
struct Share {
    from: usize,
    to: usize,
    label: (usize, usize),
}

/// "đảng viên học tập đạt 97% và người lao động đạt 86%": what the second share is of is told with the first;
/// its words after the people.
fn carried(sheet: &Sheet<'_>, label: (usize, usize), last: Option<&Share>) -> Option<String> {
    let last = last.filter(|l| sheet.is(l.to, "và") && label.0 == next(l.to))?;
    let whole = PEOPLE.at(sheet, label.0).is_some_and(|(end, _)| end == label.1);
    let (from, to) = last.label;
    let action =
        (from..to).rev().find_map(|k| PEOPLE.at(sheet, k).map(|(end, _)| end)).filter(|end| *end < to)?;
    whole.then(|| format!("{} {}", sheet.words(label.0, label.1), sheet.words(action, to)))
}

/// The number of a share at token `i` and the token behind its sign: "97%", "97 phần trăm"; with a slip of the keyboard "2,07,%"
/// and, behind a verb that a share follows, "77, 3%".
fn share_at(sheet: &Sheet<'_>, i: usize) -> Option<(Number, usize)> {
    let number = number::at(sheet, i)?;
    let sign = number.to;
    if sheet.mark(sign) == '%' {
        return Some((number, next(sign)));
    }
    // "tăng 4,1 điểm %", "giảm 0,44 điểm phần trăm"
    let sign = if sheet.is(sign, "điểm") { next(sign) } else { sign };
    if sign > number.to && sheet.mark(sign) == '%' {
        return Some((number, next(sign)));
    }
    if sheet.two(sign, "phần", "trăm") {
        return Some((number, sign.saturating_add(2)));
    }
    let sign = number.to;
    let behind = next(sign);
    if sheet.mark(sign) != ',' || number.of.is_some() {
        return None;
    }
    if sheet.mark(behind) == '%' && !sheet.gap(behind) {
        return Some((number, next(behind)));
    }
    let verb = ["đạt", "là", "chiếm", "còn", "tăng", "giảm", "lên", "xuống", "trên", "gần", "hơn", "khoảng"];
    let places = sheet.digits(behind);
    let thousandths = match places.len() {
        1 => places.parse::<i64>().ok()?.checked_mul(100)?,
        2 => places.parse::<i64>().ok()?.checked_mul(10)?,
        _ => return None,
    };
    let whole = sign == next(i) && sheet.digits(i).len() <= 2;
    let parted =
        whole && sheet.gap(behind) && sheet.mark(next(behind)) == '%' && sheet.any(prev(i, 1), &verb);
    let to = next(behind);
    parted.then(|| (Number { to, thousandths, ..number }, next(to)))
}

fn read(sheet: &Sheet<'_>, i: usize, aims: &[bool], last: Option<&Share>) -> Option<(Share, Percentage)> {
    let (number, to) = share_at(sheet, i)?;
    let thousandths = number.whole.checked_mul(1000)?.checked_add(number.thousandths)?;
    let (mut qualifier, mut qualifier_words, from) = bound(sheet, &number);
    let from = range_from(sheet, i).unwrap_or(from);
    let upwards = sheet.two(to, "trở", "lên");
    if upwards && qualifier == Qualifier::Exact {
        qualifier = Qualifier::MoreThan;
        qualifier_words = sheet.keys(to, to.saturating_add(2));
    }
    let at = if upwards && sheet.is_word(to.saturating_add(2)) {
        to.saturating_add(2)
    } else if sheet.is(to, "số") || sheet.is(to, "các") {
        next(to)
    } else {
        to
    };
    let against = sheet.two(at, "so", "với");
    let end = label_end(sheet, if against { at.saturating_add(2) } else { at });
    let reached = sheet
        .any(prev(from, 1), &["đạt", "còn", "là", "lên", "từ", "xuống", "giảm", "tăng", "thêm", "vượt"])
        && !PEOPLE.has(sheet, at);
    let told_before = reached || end <= next(at) || sheet.any(at, &["so", "trở", "kế", "chỉ", "và"]);
    let before = if told_before { subject_of(sheet, label_before(sheet, from, 10, true)) } else { (at, at) };
    // "… được công nhận Lao động tiên tiến, tỉ lệ 54,6%": of those told before the comma.
    let before = if told_before && only_rate(sheet, before) {
        subject_of(sheet, label_before(sheet, before.0, 14, true))
    } else {
        before
    };
    let compared = told_before && PLAN.has(sheet, at);
    let before = of_the_amount(sheet, from, last).filter(|_| compared).unwrap_or(before);
    let label = rate_of(sheet, from).filter(|_| told_before).unwrap_or(if before.0 < before.1 {
        before
    } else {
        (at, end)
    });
    let label = match last {
        // "giảm từ 23,5% xuống còn 12,4%": both shares are of the same thing.
        Some(l) if (reached || from == l.to) && before.0 >= before.1 && from.saturating_sub(l.to) <= 3 => {
            l.label
        }
        // "… là gần 31% thì đến năm 2019 đã đạt 98,3%": the same share at another time.
        Some(l) if empty(sheet, before) && same_share(sheet, l, i) => l.label,
        _ => label,
    };
    let plan = reached && before.0 < before.1 && PLAN.has(sheet, at) && end <= at.saturating_add(5);
    let grown = || of_the_figure(sheet, label, from, last);
    let measured = || of_the_measured(sheet, label).filter(|_| label == before);
    let words = carried(sheet, label, last).or_else(grown).or_else(measured).unwrap_or_else(|| {
        let words = things_done(sheet, label, from).filter(|_| compared);
        let words = words.unwrap_or_else(|| sheet.words(label.0, label.1));
        // "Hạnh kiểm: Tốt: 60%  Khá: 35%"
        let short = label.1.saturating_sub(label.0) <= 2;
        let words = match topic(sheet, i).filter(|t| short && t.1 < label.0.min(from)) {
            Some(t) => format!("{} {words}", sheet.words(t.0, t.1)),
            None => words,
        };
        // "doanh thu … đạt 106% kế hoạch": of what, and against what.
        if plan { format!("{words} {}", sheet.words(at, end)) } else { words }
    });
    let mut reasons = vec![Reason::NoDenominator];
    if qualifier != Qualifier::Exact {
        reasons.push(Reason::Approximate);
    }
    let item = Percentage {
        thousandths,
        qualifier,
        qualifier_words,
        label: words,
        status: status(sheet, i, aims),
        number: sheet.span(number.from, to),
        mention: mention(sheet, from, to, Certainty::Certain, &reasons),
    };
    Some((Share { from, to, label }, item))
}
