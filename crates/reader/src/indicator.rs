//! Counted and measured things: the number with its bound, its measure and the words that say what it is.
//!
//! Not here: how far those words go (`label`), which indicator of the catalogue it fills (`mapping`) and awards (`award`).

use std::collections::HashMap;

use crate::bare;
use crate::bound::bound;
use crate::bound::range_from;
use crate::claim::{Claims, mention};
use crate::label::{
    changed, deed_before, elected_body, label_before, label_end, lead_before, number_from, topic,
};
use crate::lexicon::units::{DEED, LABEL_END, MEASURE, MONEY, NOT_COUNTED, PEOPLE, TIME, WITH_OTHERS};
use crate::number::{self, Number};
use crate::planned::status;
use crate::reading::{Certainty, Indicator, Qualifier, Reason};
use crate::token::{Caps, Kind, Sheet, next, prev};
use crate::uncounted::{counted_time, counts_nothing, few_times, part_of_other};

/// "31 đ/c": comrades, and no currency.
fn comrades(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is(i, "đ") && sheet.mark(next(i)) == '/' && sheet.is(i.saturating_add(2), "c")
}

/// The token after a currency at token `i`; "đồng chí" and "đồng bào" are people.
pub(crate) fn money_at(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let (to, _) = MONEY.at(sheet, i)?;
    if comrades(sheet, i) {
        return None;
    }
    // "NT 2 đồng giải Nhì", "3 đồng tác giả": together.
    let few = sheet.int(prev(i, 1)).is_some_and(|n| n < 100) && !matches!(sheet.mark(prev(i, 2)), '.' | ',');
    let together = few && sheet.is(i, "đồng") && sheet.any(to, &["giải", "hạng", "phục", "hồ", "tác", "chủ"]);
    (!together && !sheet.any(to, &["chí", "bào", "đội"]) || sheet.gap(to) && !sheet.is(i, "đồng"))
        .then_some(to)
}

/// A thing is counted at token `i`; "tổ chức" that a verb's object follows is the verb.
pub(crate) fn counted(sheet: &Sheet<'_>, i: usize) -> bool {
    let bounded = sheet.is_digits(prev(i, 1)) && sheet.any(prev(i, 2), &["hơn", "trên", "gần", "khoảng"]);
    let holds = sheet.two(i, "tổ", "chức") && !bounded;
    let after = i.saturating_add(2);
    let union = sheet.is(after, "hội") && !sheet.any(next(after), &["nghị", "thi", "thảo", "diễn", "trại"]);
    let body = union
        || sheet.any(after, &["đảng", "cơ", "chính", "công", "đoàn", "thành", "đã", "có", "tham", "được"])
        || sheet.kind(after) == Kind::Mark;
    MEASURE.has(sheet, i) && (!holds || body)
}

/// What a number counts: the measure's tokens and how sure it is.
struct Measure {
    from: usize,
    to: usize,
    known: bool,
}

/// "hơn 120 Quý đối tác, khách hàng": the token behind a word of courtesy.
pub(crate) fn past_courtesy(sheet: &Sheet<'_>, at: usize) -> usize {
    let polite = sheet.is(at, "quý") && sheet.any(next(at), &["đối", "khách", "vị", "đại", "thầy"]);
    if polite { next(at) } else { at }
}

fn measure(sheet: &Sheet<'_>, at: usize) -> Option<Measure> {
    let at = past_courtesy(sheet, at);
    if comrades(sheet, at) {
        return Some(Measure { from: at, to: at.saturating_add(3), known: true });
    }
    if sheet.kind(at) == Kind::Mark && matches!(sheet.mark(at), '“' | '"') {
        return measure(sheet, next(at)).map(|m| Measure { known: false, ..m });
    }
    if !sheet.is_word(at) || sheet.line_of(at) != sheet.line_of(prev(at, 1)) {
        return None;
    }
    if let Some((to, _)) = MEASURE.at(sheet, at).filter(|_| counted(sheet, at)) {
        return Some(Measure { from: at, to, known: true });
    }
    // "5tot.vn": no measure that we do not know is written onto its number.
    if NOT_COUNTED.has(sheet, at) || sheet.is_digits(prev(at, 1)) && !sheet.gap(at) {
        return None;
    }
    // "Nhà máy chế biến 1 duy trì phong trào", "chị Mai - NT 2 đồng giải Nhì": the number is a name's.
    // "có 12 bảo vệ", "20 tuyên truyền viên": those who do it.
    let named = sheet.digits(prev(at, 1)).len() == 1
        && !sheet.any(prev(at, 2), &["có", "được", "gồm", "và", "cả", "thêm", "mới", "là", "tuyển"]);
    if named && DEED.has(sheet, at) || sheet.is(at, "đồng") && sheet.any(next(at), &["giải", "hạng"]) {
        return None;
    }
    let second = next(at);
    // "may 20 áo bằng vải": of what they are made.
    let made = sheet.is(second, "bằng") && !sheet.any(next(second), &["khen", "lao", "chứng", "tốt", "danh"]);
    let two =
        sheet.is_word(second) && !LABEL_END.has(sheet, second) && !NOT_COUNTED.has(sheet, second) && !made;
    Some(Measure { from: at, to: if two { next(second) } else { second }, known: false })
}

/// "548 tấn/người/năm", "48 tạ/ha", "2 ngày/tháng": the end of a rate, which is the measure as a whole.
fn rate_end(sheet: &Sheet<'_>, m: &Measure) -> Option<usize> {
    let mut to = m.to;
    while sheet.mark(to) == '/' && (sheet.is_word(next(to)) || sheet.kind(next(to)) == Kind::Mixed) {
        to = to.saturating_add(2);
    }
    let rated = sheet.any(m.from, &["tấn", "tạ", "kg", "lít", "ngày"]) && m.to == next(m.from);
    (rated && to > m.to).then_some(to)
}

/// What a rate or a time is told of, before its number, whose bound begins at token `from`: "năng suất đạt 548 tấn/người/năm", "thời
/// gian giải quyết rút từ 15 ngày xuống còn 7 ngày".
fn rate_label(sheet: &Sheet<'_>, from: usize) -> Option<String> {
    // "từ 42 giây còn 27 giây": what it was before tells what it is.
    let came = sheet.any(prev(from, 1), &["còn", "xuống", "lên"]);
    let since = (from.saturating_sub(7)..from).rfind(|&k| came && sheet.is(k, "từ")).unwrap_or(from);
    let (start, stop) = changed(sheet, from).unwrap_or_else(|| label_before(sheet, since, 8, false));
    (start < stop).then(|| sheet.words(start, stop))
}

/// Those who are counted with one number: "7 tỉnh, thành phố", "141 cán bộ, đoàn viên", "27 ngàn lượt cán bộ, chiến sĩ".
fn together(sheet: &Sheet<'_>, m: &Measure) -> usize {
    let one = |i: usize| WITH_OTHERS.at(sheet, i).map(|(end, _)| end);
    let first = if sheet.is(m.from, "lượt") { next(m.from) } else { m.from };
    let Some(mut to) = one(first).filter(|&end| end >= m.to) else { return m.to };
    // "25 đơn vị, ban hành 13 văn bản": the first half of a verb.
    let verb =
        |i: usize, end: usize| sheet.is(i, "ban") && sheet.is_word(end) && !sheet.any(end, &["và", "ngành"]);
    while sheet.mark(to) == ','
        && let Some(end) = one(next(to)).filter(|&end| !verb(next(to), end))
    {
        to = end;
    }
    if sheet.mark(prev(to, 1)) == ',' { m.to } else { to }
}

struct Draft {
    from: usize,
    to: usize,
    indicator: Indicator,
}

/// Every counted thing that is still free; takes it.
pub(crate) fn scan(claims: &mut Claims<'_, '_>, aims: &[bool]) -> Vec<Indicator> {
    let sheet = claims.sheet;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        let draft = if claims.free(i) { read(sheet, i, aims, drafts.last()) } else { None };
        match draft {
            Some(d) if claims.all_free(d.from, d.to) => {
                claims.take(d.from, d.to);
                i = d.to.max(next(i));
                drafts.push(d);
            }
            _ => i = next(i),
        }
    }
    bare_numbers(claims, aims, &mut drafts);
    merge(drafts)
}

/// Numbers that are left, whose noun stands before them or is that of the figure before; takes them.
fn bare_numbers(claims: &mut Claims<'_, '_>, aims: &[bool], drafts: &mut Vec<Draft>) {
    let sheet = claims.sheet;
    let mut at = 0;
    while at < sheet.len() {
        let i = at;
        at = next(i);
        let Some(number) = number::at(sheet, i).filter(|n| claims.all_free(n.from, n.to)) else { continue };
        at = number.to.max(at);
        let place = drafts.partition_point(|d| d.from < number.from);
        let before = place.checked_sub(1).and_then(|k| drafts.get(k));
        let same = before.filter(|d| sheet.sentence_of(d.from) == sheet.sentence_of(number.from));
        let Some(found) = bare::read(sheet, &number, same.map(|d| &d.indicator)) else { continue };
        let (qualifier, qualifier_words, edge) = bound(sheet, &number);
        let told = Told {
            from: found.from,
            to: number.to,
            unit: found.unit,
            label: found.label,
            certainty: if found.change { Certainty::Doubtful } else { Certainty::Likely },
            why: found.reason,
        };
        let indicator = figure(sheet, &number, (qualifier, qualifier_words), told, aims);
        claims.take(edge, number.to);
        drafts.insert(place, Draft { from: found.from.min(edge), to: number.to, indicator });
    }
}

/// What a number is told to be: the tokens that tell it, its measure, of what it is, how sure that is and why.
struct Told {
    from: usize,
    to: usize,
    unit: String,
    label: String,
    certainty: Certainty,
    why: Reason,
}

/// The figure of a number within its bound.
fn figure(
    sheet: &Sheet<'_>,
    number: &Number,
    bound: (Qualifier, String),
    told: Told,
    aims: &[bool],
) -> Indicator {
    let (qualifier, qualifier_words) = bound;
    let mut reasons = vec![told.why];
    reasons.extend((qualifier != Qualifier::Exact).then_some(Reason::Approximate));
    reasons.extend(number.ambiguous.then_some(Reason::AmbiguousNumber));
    Indicator {
        value: number.whole,
        thousandths: number.thousandths,
        of: number.of,
        qualifier,
        qualifier_words,
        unit: told.unit,
        label: told.label,
        status: status(sheet, number.from, aims),
        number: sheet.span(number.from, number.to),
        mention: mention(sheet, told.from, told.to, told.certainty, &reasons),
    }
}

/// Equal figures of the same measure and words told again are one.
fn merge(drafts: Vec<Draft>) -> Vec<Indicator> {
    let mut items: Vec<Indicator> = Vec::new();
    let mut told: HashMap<(i64, i64, Option<i64>, Qualifier, String), usize> = HashMap::new();
    for Draft { indicator: item, .. } in drafts {
        // Small numbers recur by chance; they stay apart.
        if item.value < 10 {
            items.push(item);
            continue;
        }
        let words = format!("{}|{}|{:?}", item.unit, item.label.to_lowercase(), item.status);
        let key = (item.value, item.thousandths, item.of, item.qualifier, words);
        if let Some(known) = told.get(&key).and_then(|&index| items.get_mut(index)) {
            for span in item.mention.spans {
                known.mention.again(span);
            }
        } else {
            told.insert(key, items.len());
            items.push(item);
        }
    }
    items
}

/// "15-18 tiêu chí", "3 - 5 triệu đồng": the lower end of a range, counted as the upper end is.
fn lower_end(sheet: &Sheet<'_>, number: &Number, aims: &[bool]) -> Option<Draft> {
    let dash = sheet.mark(number.to) == '-';
    // "quy mô từ 500 đến 1.200 con"
    let before = prev(number.from, 1);
    let words = sheet.any(number.to, &["đến", "tới"]) && sheet.any(before, &["từ", "khoảng"]);
    // "tăng từ 5,4 lên 14,7 triệu đồng", "giảm từ 38 xuống còn 14 cặp"
    // "mỗi nhóm 25 đến 30 hộ"
    let words = words || sheet.is(number.to, "đến") && sheet.is(prev(before, 1), "mỗi");
    let change = sheet.any(number.to, &["lên", "xuống", "còn"]) && sheet.is(before, "từ");
    // "khoảng 120 đến hơn 200 trẻ em"
    let at = if sheet.any(next(number.to), &["hơn", "trên", "gần", "còn"]) {
        number.to.saturating_add(2)
    } else {
        next(number.to)
    };
    let upper = number::at(sheet, at).filter(|_| dash || words || change)?;
    let size = if number.scaled { 1 } else { number::scale(sheet, &upper) };
    let all = number.whole.checked_mul(1000)?.checked_add(number.thousandths)?.checked_mul(size)?;
    let (whole, thousandths) = (all.checked_div(1000)?, all.checked_rem(1000)?);
    let rises = (whole, thousandths) < (upper.whole, upper.thousandths);
    let parts = number.thousandths != 0 && !change;
    if !(rises || change) || number.of.is_some() || parts || few_times(sheet, number) {
        return None;
    }
    let lower = Number { whole, thousandths, ..*number };
    let mut draft = if let Some(to) = money_at(sheet, upper.to) {
        money(sheet, &upper, to, aims).indicator
    } else {
        let m = measure(sheet, upper.to).filter(|m| m.known && !TIME.has(sheet, m.from))?;
        let end = label_end(sheet, m.to, 12).max(m.to);
        let counted = money(sheet, &upper, m.to, aims).indicator;
        let rate = rate_end(sheet, &m);
        let told =
            changed(sheet, number.from).or_else(|| rate.map(|_| label_before(sheet, before, 8, false)));
        let told = told.filter(|_| change).filter(|(a, b)| a < b);
        Indicator {
            unit: sheet.words(m.from, rate.unwrap_or(m.to)).to_lowercase(),
            label: told.map_or_else(|| sheet.words(m.from, end), |(a, b)| sheet.words(a, b)),
            ..counted
        }
    };
    let (qualifier, words, from) = bound(sheet, &lower);
    draft.value = whole;
    draft.thousandths = thousandths;
    draft.qualifier = qualifier;
    draft.qualifier_words = words;
    draft.number = sheet.span(number.from, number.to);
    draft.mention = mention(sheet, from, number.to, Certainty::Likely, &[Reason::MeasureKnown]);
    Some(Draft { from, to: number.to, indicator: draft })
}

/// Measures of size and weight, which say nothing of what is measured.
const SIZES: &[&str] = &["m2", "m²", "m3", "m³", "ha", "hecta", "km", "m", "mét", "tấn", "tạ", "kg", "lít"];

/// "hiến 8,6 ha đất", "gom được hơn 9,6 tấn gạo": what was done, and with what; how it is measured is told by the measure.
fn measured(sheet: &Sheet<'_>, from: usize, m: &Measure, end: usize) -> Option<String> {
    let size = sheet.any(m.from, SIZES) && m.to == next(m.from);
    if !size || end <= m.to || !sheet.is_word(m.to) {
        return None;
    }
    let last = prev(from, 1);
    let verb = if sheet.is(last, "được") { prev(last, 1) } else { last };
    let plain = sheet.is_word(verb)
        && sheet.caps(verb) == Caps::Lower
        && !sheet.loud(verb)
        && !NOT_COUNTED.has(sheet, verb)
        && !LABEL_END.has(sheet, verb)
        && number::words_at(sheet, verb).is_none();
    let deed = deed_before(sheet, from);
    let start = if deed < from { deed } else { verb };
    (deed < from || plain)
        .then(|| format!("{} {}", sheet.words(start, from), sheet.words(m.to, end)).trim().to_owned())
}

/// The words from a measure on to token `end`; where none follow it, with those before its number, whose bound begins at
/// token `from`.
fn label(sheet: &Sheet<'_>, from: usize, m: &Measure, end: usize) -> String {
    let one = m.to.saturating_sub(m.from) == 1;
    let short = one && (sheet.key(m.from).chars().count() <= 3 || sheet.any(m.from, &["giải", "người"]));
    // "Ban Chấp hành khóa IV gồm 15 đồng chí"
    let people = sheet.any(m.from, &["đồng", "thành", "ủy", "đ"]);
    if let Some((a, b)) = elected_body(sheet, from, m.to).filter(|_| people) {
        return format!("{} {}", sheet.words(m.from, m.to), sheet.words(a, b));
    }
    // "+ Khối 6: 3 lớp = 125 HS"
    let bare = one && end <= m.to && matches!(sheet.mark(prev(from, 1)), '=' | ':');
    if let Some((a, b)) = topic(sheet, m.from).filter(|t| bare && t.1 < from) {
        return format!("{} {}", sheet.words(m.from, end), sheet.words(a, b));
    }
    if let Some(told) = measured(sheet, from, m, end) {
        return told;
    }
    let verb = |i: usize| sheet.any(i, &["xuống", "lên", "còn"]);
    if let Some((a, b)) = changed(sheet, from).filter(|_| end <= m.to || verb(m.to)) {
        return sheet.words(a, b);
    }
    let deed = deed_before(sheet, from);
    let (start, stop) = match () {
        () if end > m.to => (from, from),
        () if short => label_before(sheet, from, 6, false),
        () if deed == from && m.to.saturating_sub(m.from) <= 2 => lead_before(sheet, from),
        () => (deed, from),
    };
    // "từ 28 hộ … xuống còn 6 hộ": the measure of the figure before says nothing more.
    let (before, own) = (sheet.words(start, stop), sheet.words(m.from, end));
    // "Hộ cận nghèo còn 15 hộ", "hộ khá, giàu 389 hộ": the words before say of whom, with the measure.
    let measured = end <= m.to && before.to_lowercase().starts_with(&format!("{} ", own.to_lowercase()));
    match () {
        () if before == own => own,
        () if measured => before,
        () => format!("{before} {own}").trim().to_owned(),
    }
}

fn read(sheet: &Sheet<'_>, i: usize, aims: &[bool], last: Option<&Draft>) -> Option<Draft> {
    let number = number::at(sheet, i).or_else(|| number::worded(sheet, i))?;
    if part_of_other(sheet, &number) {
        return None;
    }
    if let Some(draft) = lower_end(sheet, &number, aims) {
        return Some(draft);
    }
    // "mạng 5G": no grams.
    let network = sheet.is(number.to, "g") && sheet.caps(number.to) != Caps::Lower;
    if network || counts_nothing(sheet, &number) {
        return None;
    }
    let currency = money_at(sheet, number.to);
    // "mười một nghìn tỷ": money in words.
    let worded = !sheet.is_digits(i);
    if worded && sheet.any(number.to, &["tỷ", "tỉ", "triệu"]) {
        return None;
    }
    if (number.whole == 0 || worded) && currency.is_some() {
        return None;
    }
    if let Some(to) = currency {
        return Some(money(sheet, &number, to, aims));
    }
    let (qualifier, qualifier_words, from) = bound(sheet, &number);
    // "Chương trình CSI 2023 chia sẻ": a year, where nothing that is known to be counted follows.
    let year = sheet.digits(i).len() == 4
        && (1990..=2050).contains(&number.whole)
        && !number.scaled
        && qualifier == Qualifier::Exact;
    let (unit, label, to, known) = if let Some(m) = measure(sheet, number.to).filter(|m| m.known || !year) {
        let mut end = label_end(sheet, m.to, 12);
        // "730 đoàn viên được kết nạp": the words behind the verb say which.
        let verb = sheet.any(m.to, &["được", "đã", "đạt", "có", "trong", "tại", "thuộc"]);
        // "8.465 héc ta đạt 67,1%": another figure follows, and says nothing of what this one is of; "8 xã đạt 19 tiêu chí" does.
        let behind = number::at(sheet, next(m.to)).map(|n| n.to);
        let criteria = behind.filter(|&k| sheet.two(k, "tiêu", "chí") || sheet.two(k, "chỉ", "tiêu"));
        if let Some(k) = criteria.filter(|_| verb && end <= m.to) {
            end = label_end(sheet, k, 8);
        } else if end <= m.to && verb && behind.is_none() {
            end = label_end(sheet, next(m.to), 8);
        }
        let label = label(sheet, from, &m, end);
        // "tin, bài": the first of a row of things is the measure; people in a row are counted together.
        let people = PEOPLE.has(sheet, m.from);
        let further = |i: usize| sheet.mark(i) == ',' && sheet.mark(m.to) == ',';
        let pair = |i: usize| sheet.mark(i) == ',' && !sheet.any(m.from, &["tin", "chi", "khoa"]);
        let row = (m.from..m.to).find(|&i| (further(i) || pair(i)) && !people);
        let row = row.unwrap_or_else(|| together(sheet, &m));
        let label = if row > m.to && end < row { sheet.words(m.from, row) } else { label };
        if let Some(rate) = rate_end(sheet, &m) {
            (sheet.words(m.from, rate), rate_label(sheet, from).unwrap_or(label), rate, m.known)
        } else if counted_time(sheet, &number) {
            let unit = sheet.words(m.from, next(m.from));
            (unit, rate_label(sheet, from).unwrap_or(label), next(m.from), true)
        } else {
            (sheet.words(m.from, row), label, m.to.max(row), m.known)
        }
    } else if number.scaled {
        // "20 triệu" without "đồng": money, as these texts leave the word out.
        return Some(money(sheet, &number, number.to, aims));
    } else {
        return carried(sheet, &number, last, aims);
    };
    let (certainty, why) = if known {
        (Certainty::Certain, Reason::MeasureKnown)
    } else {
        (Certainty::Likely, Reason::MeasureGuessed)
    };
    let told = Told { from, to, unit: counted_as(&unit), label, certainty, why };
    let indicator = figure(sheet, &number, (qualifier, qualifier_words), told, aims);
    Some(Draft { from, to, indicator })
}

/// "hộ nghèo" is counted in households and "vụ tai nạn" in cases; what kind they are stays in the label.
pub(crate) fn counted_as(measure: &str) -> String {
    let measure = measure.to_lowercase();
    let kind = measure.starts_with("hộ ")
        || measure.starts_with("vụ ") && !matches!(measure.as_str(), "vụ việc" | "vụ án");
    match () {
        () if kind => measure.split(' ').next().unwrap_or_default().to_owned(),
        () if measure == "mét" => "m".to_owned(),
        () => measure,
    }
}

fn money(sheet: &Sheet<'_>, number: &Number, to: usize, aims: &[bool]) -> Draft {
    let (qualifier, qualifier_words, from) = bound(sheet, number);
    let foreign = sheet.any(number.to, &["usd", "đô", "euro"]);
    let rated = sheet.mark(to) == '/' && sheet.is_word(next(to));
    let end = if rated { to } else { label_end(sheet, to, 10) };
    // "5 triệu đồng/giải nhất": for each of what; "/tháng" only says how often.
    let each = next(to);
    // "90,8 triệu đồng/m²": a price, told before it.
    let sold =
        rated && sheet.any(each, &["m2", "m²", "m3", "m³", "kg", "tấn", "tạ", "lít", "ha", "kwh", "km"]);
    let label =
        if rated && !TIME.has(sheet, each) && !sold && !sheet.any(each, &["người", "hộ", "ng", "thg", "th"])
        {
            let what = sheet.words(each, label_end(sheet, each, 6).max(next(each)));
            let (start, stop) = label_before(sheet, from, 12, false);
            if names_money(sheet, start, stop) {
                format!("{} mỗi {what}", sheet.words(start, stop))
            } else {
                what
            }
        } else {
            // "cho thu nhập từ 100 - 300 triệu đồng": what it is stands before the whole range.
            money_label(sheet, range_from(sheet, number.from).unwrap_or(from), (to, end))
        };
    let unit = match () {
        () if foreign => sheet.words(number.to, to).to_uppercase(),
        () if sold => format!("đồng/{}", sheet.words(each, next(each))),
        () => "đồng".to_owned(),
    };
    let told = Told { from, to, unit, label, certainty: Certainty::Certain, why: Reason::MeasureKnown };
    let indicator = figure(sheet, number, (qualifier, qualifier_words), told, aims);
    Draft { from, to, indicator }
}

/// "khi mang về doanh thu bứt phá", "đưa tổng lợi nhuận lên": the label begins with what was earned, and ends where the words only praise it.
fn earned(sheet: &Sheet<'_>, label: (usize, usize)) -> (usize, usize) {
    let (from, to) = label;
    let noun = |i: usize| sheet.two(i, "doanh", "thu") || sheet.two(i, "lợi", "nhuận");
    let Some(at) = (from..to).rfind(|&i| noun(i)) else { return label };
    let first = if at > from && sheet.is(prev(at, 1), "tổng") { prev(at, 1) } else { at };
    let praise = ["bứt", "bùng", "lên", "đạt", "vượt", "cán", "hoàn", "tăng", "ước", "khi"];
    let end = (at.saturating_add(2)..to).find(|&i| sheet.any(i, &praise)).unwrap_or(to);
    (first, end)
}

/// Whether these words name money.
fn names_money(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let names = ["tiền", "kinh", "quỹ", "nguồn", "ngân", "giá", "tổng", "vốn", "doanh", "thu", "mức", "chi"];
    (from..to).any(|i| sheet.any(i, &names))
}

/// What an amount is for: the words before it when they name money ("tổng kinh phí … là"), the verb with the
/// words after it ("chi 42 tỉ đồng cho thi đua"), or the words on the side that has any.
fn money_label(sheet: &Sheet<'_>, from: usize, after: (usize, usize)) -> String {
    let (to, end) = after;
    if let Some((a, b)) = changed(sheet, from) {
        return sheet.words(a, b);
    }
    let (start, stop) = earned(sheet, label_before(sheet, from, 12, false));
    // "cho 3.450 người với tổng kinh phí 780 triệu đồng": those before "với" are another figure's.
    let bare = |i: usize| (i..stop).any(|k| sheet.two(k, "số", "tiền"));
    let with =
        (start..stop).find(|&i| sheet.is(i, "với") && !bare(i)).filter(|_| sheet.is_digits(prev(start, 1)));
    let start = with.map_or(start, next);
    let whole = [("đóng", "góp"), ("quyên", "góp"), ("ủng", "hộ"), ("hỗ", "trợ"), ("trao", "tặng")];
    let two = whole.iter().any(|(a, b)| sheet.two(prev(from, 2), a, b));
    let verb = prev(from, if two { 2 } else { 1 });
    let pays = sheet.any(prev(from, 1), &["chi", "dành", "góp", "hộ", "trợ", "tặng", "trao", "quyên"]);
    let goes_on = end > next(to);
    match () {
        () if pays && goes_on => format!("{} {}", sheet.words(verb, from), sheet.words(to, end)),
        () if (names_money(sheet, start, stop) || !goes_on) && start < stop => sheet.words(start, stop),
        () if goes_on => sheet.words(to, end),
        () => {
            let (start, stop) = label_before(sheet, from, 10, true);
            // "đóng góp 1.250 ngày công, 870 triệu đồng": the words are the measure of the figure before, the verb is told once.
            let figure = sheet.is_digits(prev(start, 1)) && sheet.mark(prev(from, 1)) == ',';
            let number = number_from(sheet, prev(start, 1));
            let deed = deed_before(sheet, number);
            if figure && deed < number { sheet.words(deed, number) } else { sheet.words(start, stop) }
        }
    }
}

/// "17 đảng viên; 16 chính thức và 01 dự bị": the measure is that of the number before.
fn carried(sheet: &Sheet<'_>, number: &Number, last: Option<&Draft>, aims: &[bool]) -> Option<Draft> {
    let last = last?;
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(number.from);
    let plain = number.whole <= last.indicator.value && number.of.is_none();
    let word = sheet.is_word(number.to) && sheet.gap(number.to) && !NOT_COUNTED.has(sheet, number.to);
    if !same || !plain || !word {
        return None;
    }
    let (qualifier, qualifier_words, from) = bound(sheet, number);
    let to = label_end(sheet, number.to, 6);
    let unit = last.indicator.unit.clone();
    let label = format!("{unit} {}", sheet.words(number.to, to));
    let told = Told { from, to, unit, label, certainty: Certainty::Likely, why: Reason::MeasureCarried };
    let indicator = figure(sheet, number, (qualifier, qualifier_words), told, aims);
    Some(Draft { from, to, indicator })
}
