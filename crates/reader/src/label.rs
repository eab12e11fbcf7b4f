//! The words of a text that say what a figure is: behind its measure, or before the number.
//!
//! Not here: measures (`indicator`) and shares (`percentage`).

use std::sync::LazyLock;

use crate::change;
use crate::indicator::counted;
use crate::lexicon::units::{DEED, LABEL_END, MEASURE, NOT_COUNTED, PEOPLE, WITH_OTHERS};
use crate::phrase::Phrases;
use crate::token::{Kind, Sheet, next, prev};

/// The end of a label that begins at token `at`: to the clause's end, across commas only in a row of people.
pub(crate) fn label_end(sheet: &Sheet<'_>, at: usize, most: usize) -> usize {
    let mut to = at;
    let limit = at.saturating_add(most);
    while to < limit && to < sheet.len() {
        // "tuyến đường sáng, xanh, sạch, đẹp"
        let quality = sheet.mark(to) == ',' && sheet.any(next(to), &["xanh", "sạch", "đẹp", "văn"]);
        if quality || sheet.mark(to) == ',' && (rows_on(sheet, next(to)) || further_kind(sheet, to)) {
            to = next(to);
            continue;
        }
        let quoted = matches!(sheet.mark(to), '“' | '”' | '"' | '/')
            || (sheet.mark(to) == '-' && sheet.is_word(next(to)));
        if matches!(sheet.kind(to), Kind::Mark | Kind::Break | Kind::Digits) && !quoted {
            break;
        }
        // "hộ được công nhận đạt danh hiệu …": what they are is told behind the verb.
        let named = sheet.is(to, "đạt") && sheet.is(prev(to, 1), "nhận");
        let row = named || sheet.is(to, "và") && PEOPLE.has(sheet, next(to));
        let follows = sheet.is(to, "theo") && sheet.is(prev(to, 1), "làm");
        if LABEL_END.has(sheet, to) && !row && !follows && !goes_on(sheet, to) {
            break;
        }
        to = next(to);
    }
    while to > at && sheet.any(prev(to, 1), &["cho", "của", "về", "các", "ở", "và", "-", "/", "để", "làm"])
    {
        to = prev(to, 1);
    }
    // "giảm từ 28 hộ năm 2016": when is no part of what.
    let year = to > at && sheet.is(prev(to, 1), "năm") && sheet.digits(to).len() == 4;
    if year { prev(to, 1) } else { to }
}

/// A row of people or things goes on behind a comma: "cán bộ, đảng viên", "công trình, phần việc".
pub(crate) fn rows_on(sheet: &Sheet<'_>, i: usize) -> bool {
    PEOPLE.has(sheet, i) || (MEASURE.at(sheet, i).is_some_and(|(end, _)| end > next(i)) && counted(sheet, i))
}

/// "cán bộ, phóng viên, biên tập viên", "đảng bộ quận, huyện": a row of people or places goes on with a short word or two.
fn further_kind(sheet: &Sheet<'_>, comma: usize) -> bool {
    let one = next(comma);
    let first = PEOPLE.ending(sheet, comma, 3).or_else(|| WITH_OTHERS.ending(sheet, comma, 3)).is_some();
    let noun = |i: usize| {
        let plain = !LABEL_END.has(sheet, i) && !NOT_COUNTED.has(sheet, i) && !DEED.has(sheet, i);
        sheet.is_word(i) && plain && !sheet.is(i, "trong")
    };
    let end = (one..one.saturating_add(4)).find(|&i| !sheet.is_word(i) || LABEL_END.has(sheet, i));
    first && noun(one) && end.is_some_and(|i| i > one && (sheet.mark(i) == ',' || LABEL_END.has(sheet, i)))
}

/// "và" goes on when no further figure and no verb follows it.
fn goes_on(sheet: &Sheet<'_>, i: usize) -> bool {
    let figure = (next(i)..i.saturating_add(4)).any(|k| sheet.is_digits(k));
    sheet.is(i, "và") && !figure && !LABEL_END.has(sheet, next(i)) && sheet.is_word(next(i))
}

/// The tokens before a number back to the clause's beginning, at most `most`, without the verb of measure.
pub(crate) fn label_before(sheet: &Sheet<'_>, end: usize, most: usize, across_comma: bool) -> (usize, usize) {
    let mut end = end;
    while end > 0
        && sheet.any(
            prev(end, 1),
            &[
                "đạt", "là", "được", "giao", "chiếm", "có", "với", ",", ":", "từ", "còn", "xuống", "lên",
                "thêm", "(", "vượt", "gồm", "ước", "hơn",
            ],
        )
    {
        let upward = sheet.two(prev(end, 2), "trở", "lên");
        if sheet.mark(prev(end, 1)) == ',' && !across_comma || upward {
            break;
        }
        end = end.saturating_sub(1);
    }
    // "giá trị sản xuất nông nghiệp đến cuối năm 2019 đạt hơn …": when stands between.
    if sheet.digits(prev(end, 1)).len() == 4 && sheet.is(prev(end, 2), "năm") {
        end = end.saturating_sub(2);
        while end > 0 && sheet.any(prev(end, 1), &["đến", "cuối", "hết", "trong", "tính"]) {
            end = end.saturating_sub(1);
        }
    }
    // "chiếm tỷ lệ 95%": the words only lead to the number.
    if sheet.is(prev(end, 1), "lệ") && sheet.any(prev(end, 3), &["chiếm", "đạt", "với"]) {
        end = end.saturating_sub(3);
        while end > 0 && matches!(sheet.mark(prev(end, 1)), '(' | ',') {
            end = end.saturating_sub(1);
        }
    }
    let mut from = end;
    // "quỹ “Ngày vì người nghèo” 1,3 tỷ đồng": a name in quotation marks is passed over whole.
    if matches!(sheet.mark(prev(end, 1)), '”' | '"') {
        let open = (end.saturating_sub(14)..prev(end, 1)).rfind(|&i| matches!(sheet.mark(i), '“' | '"'));
        from = open.unwrap_or(end);
    }
    // "người hiến máu từ 350 ml trở lên": from how much on belongs to what they are.
    if sheet.two(prev(end, 2), "trở", "lên") {
        let low = end.saturating_sub(9);
        from = (low..end).rfind(|&i| sheet.is(i, "từ")).unwrap_or(from);
    }
    let end_of_words = from;
    while from > 0 && end_of_words.saturating_sub(from) < most {
        let i = from.saturating_sub(1);
        // "hộ khá, giàu": two words of one kind.
        let both = sheet.is(prev(i, 1), "khá") && sheet.any(from, &["giàu", "giỏi"]);
        let row = sheet.mark(i) == ',' && (PEOPLE.has(sheet, from) || both);
        let stops = matches!(sheet.kind(i), Kind::Mark | Kind::Break | Kind::Digits) && !row;
        // A clause begins behind these, once there is a word of it.
        let clause = from < end_of_words && sheet.any(i, &["khi", "nhờ", "hoặc", "rằng", "nên"]);
        if stops || clause || sheet.any(i, &["và", "đã", "trong", "cùng"]) {
            break;
        }
        from = i;
    }
    from = amount_before(sheet, end_of_words).unwrap_or(from).min(from);
    while from < end && sheet.any(from, &["với", "và", "cùng", "để", "bằng", "về", "thì", "đó", ","])
    {
        from = next(from);
    }
    (from, end)
}

/// Words with which the name of an amount begins.
static AMOUNT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tổng giá trị; giá trị sản xuất; giá trị; tổng diện tích; diện tích; tổng sản lượng; sản lượng; tổng doanh thu; doanh thu; \
         tổng mức; tổng thu; tổng chi; thu ngân sách; chi ngân sách; thu nhập bình quân; tổng kim ngạch; kim ngạch; tổng vốn; tổng đàn; \
         năng suất; tổng nguồn vốn; tổng dư nợ; dư nợ; lợi nhuận; tổng lợi nhuận",
    )
});

/// An amount's name begins at token `i`.
pub(crate) fn names_amount(sheet: &Sheet<'_>, i: usize) -> bool {
    AMOUNT.has(sheet, i)
}

/// Most tokens of an amount's name.
const LONGEST_AMOUNT: usize = 18;

/// "giá trị công nghiệp, tiểu thủ công nghiệp và xây dựng ước đạt …": an amount is named from its noun on, over commas, dashes and
/// "và", as long as no figure and no verb stands between.
fn amount_before(sheet: &Sheet<'_>, end: usize) -> Option<usize> {
    let mut found = None;
    for i in (end.saturating_sub(LONGEST_AMOUNT)..end).rev() {
        let link = matches!(sheet.mark(i), ',' | '-' | '–' | '/' | '&');
        let verb = sheet.any(i, &["đạt", "có", "được", "đã", "là", "ước", "còn", "cho", "với", "để"]);
        if !sheet.is_word(i) && !link || verb {
            break;
        }
        if AMOUNT.at(sheet, i).is_some_and(|(to, _)| to < end) {
            found = Some(i);
        }
    }
    found
}

/// Most words of a clause that are told with a bare measure.
const LONGEST_LEAD: usize = 9;

/// "nâng cao trình độ cho 46.310 thanh niên", "Ban Chấp hành gồm 15 đồng chí": the clause before the number of a bare measure,
/// when its beginning is near; cut off in the middle it would say nothing.
pub(crate) fn lead_before(sheet: &Sheet<'_>, end: usize) -> (usize, usize) {
    let (from, to) = label_before(sheet, end, LONGEST_LEAD.saturating_add(1), false);
    let named = names_amount(sheet, from);
    // "45 tổ chức cơ sở đảng với 4.312 đảng viên": the words before are the measure of another figure.
    if from > 0 && sheet.is_digits(prev(from, 1)) && sheet.is(to, "với") {
        return (end, end);
    }
    if to.saturating_sub(from) > LONGEST_LEAD && !named { (end, end) } else { (from, to) }
}

/// Most words before the colon of a line that says what its figures are of.
const LONGEST_TOPIC: usize = 6;

/// "- Hạnh kiểm: Tốt: 60%  Khá: 35%": the words before the first colon of the line, for a figure at token `i` behind it.
pub(crate) fn topic(sheet: &Sheet<'_>, i: usize) -> Option<(usize, usize)> {
    let line = sheet.line(sheet.line_of(i));
    // A list's mark at most stands before them.
    let from = (line.from..line.from.saturating_add(2).min(i)).find(|&k| sheet.is_word(k))?;
    let colon = (from..from.saturating_add(LONGEST_TOPIC).min(i)).find(|&k| sheet.mark(k) == ':')?;
    let said = (from..colon).all(|k| sheet.is_word(k) || sheet.is_digits(k));
    // A long paragraph's first words do not name the figures of its later sentences.
    let same = sheet.sentence_of(colon) == sheet.sentence_of(i);
    (said && same).then_some((from, colon))
}

/// The first token of the number whose last token is `last`, with its bound: "trên 55,1".
pub(crate) fn number_from(sheet: &Sheet<'_>, last: usize) -> usize {
    let mut number = last;
    // "500/500 ha", but no day ("31/12/2010").
    let of = sheet.mark(prev(number, 1)) == '/' && sheet.is_digits(prev(number, 2));
    if of && sheet.mark(prev(number, 3)) != '/' && sheet.digits(prev(number, 2)) == sheet.digits(number) {
        number = prev(number, 2);
    }
    while matches!(sheet.mark(prev(number, 1)), '.' | ',') && sheet.is_digits(prev(number, 2)) {
        number = prev(number, 2);
    }
    while sheet.any(prev(number, 1), &["trên", "hơn", "gần", "khoảng", "ước"]) {
        number = prev(number, 1);
    }
    number
}

/// Most words between the beginning of what was done and how much of it.
const LONGEST_DEED: usize = 5;

/// Bodies whose members are counted when they are elected.
static ELECTED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "ban chấp hành; ban thường vụ; ban thường trực; ủy ban kiểm tra; ban kiểm tra; ban chi ủy; ban giám sát; đoàn đại biểu; bch; btv; ubkt; \
        hội đồng quản trị; ban thanh tra nhân dân",
    )
});

/// "bầu Ban Chấp hành Công đoàn khóa IV gồm 15 đồng chí", "bầu 39 đồng chí vào Ban Chấp hành": the body whose members are
/// counted between tokens `from` and `to`.
pub(crate) fn elected_body(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let (start, end) = sheet.sentence_of(from);
    let before = || {
        let low = start.max(from.saturating_sub(LONGEST_ELECTED));
        let body = (low..from).rfind(|&i| ELECTED.has(sheet, i))?;
        let alone = !(body..from).any(|i| matches!(sheet.mark(i), ';' | ':'));
        let stop =
            (body..from).find(|&i| sheet.mark(i) == ',' || sheet.any(i, &["nhiệm", "gồm", "với", "có"]));
        alone.then(|| (body, stop.unwrap_or(from)))
    };
    let behind = || {
        let body = (to..to.saturating_add(5).min(end)).find(|&i| ELECTED.has(sheet, i))?;
        let stop = (body..end).find(|&i| !sheet.is_word(i) || sheet.any(i, &["nhiệm", "khóa", "và"]));
        sheet.any(prev(body, 1), &["vào", "của", "trong"]).then(|| (body, stop.unwrap_or(end)))
    };
    behind().or_else(before)
}

/// Most tokens between an elected body and the number of its members.
const LONGEST_ELECTED: usize = 20;

/// "tiếp nhận trên 25.000 đơn vị máu", "vận động thành công 14 hộ dân": where what was done with the things counted begins;
/// `end` when nothing of it is told right before their number.
pub(crate) fn deed_before(sheet: &Sheet<'_>, end: usize) -> usize {
    // "vận động được 300 đơn vị máu"
    let plain =
        |k: usize| sheet.is_word(k) && (!LABEL_END.has(sheet, k) || sheet.is(k, "được") && next(k) == end);
    let low = (end.saturating_sub(LONGEST_DEED)..end).rfind(|&k| !plain(k)).map_or(0, next);
    // "trợ cấp khó khăn 12 trường hợp": the second half of a verb opens nothing.
    let half = |k: usize| sheet.is(k, "cấp") && sheet.any(prev(k, 1), &["trợ", "cung", "nâng", "phân"]);
    let told = |&k: &usize| !half(k) && DEED.at(sheet, k).is_some_and(|(to, _)| to <= end);
    (low.max(end.saturating_sub(LONGEST_DEED))..end).rev().find(told).unwrap_or(end)
}

/// "Số hộ nghèo giảm từ 12 hộ xuống còn 7 hộ": what changed, for either number, whose bound begins at token `from`.
pub(crate) fn changed(sheet: &Sheet<'_>, from: usize) -> Option<(usize, usize)> {
    let verb = change::at(sheet, from)?.verb;
    let end = if sheet.any(prev(verb, 1), &["đã", "cũng"]) { prev(verb, 1) } else { verb };
    let (from, to) = label_before(sheet, end, 10, false);
    (from < to && !sheet.is(from, "thuộc")).then_some((from, to))
}
