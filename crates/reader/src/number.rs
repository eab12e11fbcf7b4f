//! The grammar of Vietnamese numbers: 6.296 · 3,5 tỉ · 27.500.000 · 38/38 · hơn 5.400 · hai mươi lăm.
//!
//! Not here: what a number counts (`indicator`, `award`) and dates (`date`).

use std::sync::LazyLock;

use crate::phrase::Phrases;
use crate::reading::Qualifier;
use crate::token::{Sheet, prev};

/// A number of the text: tokens `from..to` without bound and measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) whole: i64,
    pub(crate) thousandths: i64,
    /// The separator may mean thousands or decimals.
    pub(crate) ambiguous: bool,
    /// "38/38": out of how many.
    pub(crate) of: Option<i64>,
    /// A word of size (nghìn, triệu, tỉ) belongs to it.
    pub(crate) scaled: bool,
}

/// A number as its digits and how many of them are decimals.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i64,
    places: u32,
    to: usize,
    ambiguous: bool,
}

fn scale_of(key: &str) -> Option<i64> {
    Some(match key {
        "nghìn" | "ngàn" => 1_000,
        "vạn" => 10_000,
        "triệu" | "tr" => 1_000_000,
        "tỷ" | "tỉ" => 1_000_000_000,
        _ => return None,
    })
}

/// The words of size that belong to a number, multiplied; 1 when there are none.
pub(crate) fn scale(sheet: &Sheet<'_>, number: &Number) -> i64 {
    let sizes = (number.from..number.to).filter_map(|i| scale_of(sheet.key(i)));
    sizes.fold(1, i64::saturating_mul)
}

/// Digits joined by one kind of separator from token `i`: the groups' count, whether all but the first have
/// three digits, and the token after them.
fn groups(sheet: &Sheet<'_>, i: usize, separator: char) -> (usize, bool, usize) {
    let (mut at, mut count, mut threes) = (i, 0_usize, true);
    loop {
        let (mark, digits) = (at.saturating_add(1), at.saturating_add(2));
        let joined = sheet.mark(mark) == separator
            && !sheet.gap(mark)
            && sheet.is_digits(digits)
            && !sheet.gap(digits);
        if !joined {
            return (count, threes, at.saturating_add(1));
        }
        count = count.saturating_add(1);
        threes &= sheet.digits(digits).len() == 3;
        at = digits;
    }
}

fn joined(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<i64> {
    let (mut value, mut size) = (0_i64, 0_usize);
    for byte in (from..to).flat_map(|i| sheet.digits(i).bytes()) {
        size = size.saturating_add(1);
        if size > MOST_DIGITS {
            return None;
        }
        value = value.checked_mul(10)?.checked_add(i64::from(byte.checked_sub(b'0')?))?;
    }
    (size > 0).then_some(value)
}

/// Most digits of a number that is still one.
const MOST_DIGITS: usize = 15;

fn decimals(sheet: &Sheet<'_>, from: usize, cut: usize, to: usize, ambiguous: bool) -> Option<Decimal> {
    let places = u32::try_from(sheet.digits(cut.saturating_add(1)).len()).ok()?;
    Some(Decimal { digits: joined(sheet, from, to)?, places, to, ambiguous })
}

/// Digits with their separators at token `i`.
fn decimal(sheet: &Sheet<'_>, i: usize) -> Option<Decimal> {
    let whole = |to: usize, ambiguous: bool| {
        joined(sheet, i, to).map(|digits| Decimal { digits, places: 0, to, ambiguous })
    };
    let next = i.saturating_add(1);
    let first = sheet.digits(i).len();
    let separator = sheet.mark(next);
    if !matches!(separator, '.' | ',') {
        return spaced(sheet, i).or_else(|| slipped(sheet, i)).or_else(|| whole(next, false));
    }
    let (count, threes, end) = groups(sheet, i, separator);
    let other = if separator == '.' { ',' } else { '.' };
    match count {
        0 => slipped(sheet, i).or_else(|| whole(next, false)),
        // One group after a comma: three digits are thousands written the English way, unless a word of
        // size or kilometres follow ("1,350 tỉ", "26,343 km").
        1 if separator == ',' && threes && first <= 3 => {
            let sized = scale_of(sheet.key(end)).is_some()
                || sheet.mark(end) == '%'
                || sheet.is(i, "0")
                || sheet.is(end, "km");
            if sized { decimals(sheet, i, next, end, true) } else { whole(end, true) }
        }
        _ if threes && first <= 3 && !sheet.is(i, "0") => {
            let (tail, _, tail_end) = groups(sheet, end.saturating_sub(1), other);
            if tail == 1 { decimals(sheet, i, end, tail_end, false) } else { whole(end, false) }
        }
        1 => decimals(sheet, i, next, end, false),
        _ => whole(next, false),
    }
}

/// "27 500 000": groups of three parted by spaces, at least two of them.
fn spaced(sheet: &Sheet<'_>, i: usize) -> Option<Decimal> {
    let mut to = i.saturating_add(1);
    while sheet.digits(to).len() == 3 {
        to = to.saturating_add(1);
    }
    let groups = to.saturating_sub(i);
    if groups < 3 || sheet.digits(i).len() > 3 {
        return None;
    }
    joined(sheet, i, to).map(|digits| Decimal { digits, places: 0, to, ambiguous: false })
}

/// "đạt 12. 797 ha", "đạt 12 797 ha": one group of three, a space slipped in before it. Read with doubt, for a sentence may end
/// with its first number; never as the second alone, which would be a thousandth of what is meant.
fn slipped(sheet: &Sheet<'_>, i: usize) -> Option<Decimal> {
    let mark = i.saturating_add(1);
    let point = sheet.mark(mark) == '.';
    let digits = if point { mark.saturating_add(1) } else { mark };
    if !sheet.is_digits(digits) {
        return None;
    }
    let to = digits.saturating_add(1);
    let group =
        sheet.digits(i).len() <= 3 && sheet.digits(digits).len() == 3 && !sheet.digits(i).starts_with('0');
    let hangs = sheet.any(prev(i, 1), LEADS);
    let parted = !point || sheet.gap(mark) != sheet.gap(digits);
    // "… là 450. 120 hội viên được vay": a sentence may end and the next begin with a number; none begins with a measure.
    let counts = sheet.any(to, &["ha", "tấn", "tạ", "kg", "km", "m2", "m²", "triệu", "đồng", "tỷ"]);
    let line = sheet.line_of(i) == sheet.line_of(digits);
    if !group || !hangs || !parted || !counts || !line {
        return None;
    }
    let digits = joined(sheet, i, to)?;
    Some(Decimal { digits, places: 0, to, ambiguous: true })
}

/// Words behind which a number goes on with what it counts, and does not name or close.
const LEADS: &[&str] = &[
    "đạt", "được", "có", "là", "với", "gồm", "hơn", "trên", "gần", "khoảng", "cho", "còn", "lên", "xuống",
    "tăng", "giảm", "trồng", "hiện",
];

/// A decimal times its words of size, in thousandths.
fn sized(sheet: &Sheet<'_>, part: Decimal) -> Option<(i64, usize, i64)> {
    let mut scale: i64 = 1;
    let mut to = part.to;
    while let Some(more) = scale_of(sheet.key(to)) {
        // "tỷ lệ", "tỷ trọng": no word of size.
        let billion = sheet.any(to, &["tỷ", "tỉ"]);
        if billion && sheet.any(to.saturating_add(1), &["lệ", "trọng", "suất", "giá", "mỉ"]) {
            break;
        }
        scale = scale.checked_mul(more)?;
        to = to.saturating_add(1);
    }
    let ten = 10_i64.checked_pow(part.places)?;
    let value = i128::from(part.digits).checked_mul(i128::from(scale))?.checked_mul(1000)?;
    let thousandths = i64::try_from(value.checked_div(i128::from(ten))?).ok()?;
    Some((thousandths, to, scale))
}

/// The number at digit token `i`.
#[inline]
pub(crate) fn at(sheet: &Sheet<'_>, i: usize) -> Option<Number> {
    if sheet.is_digits(i) { sheet.number(i) } else { None }
}

/// Reads the number at digit token `i`.
pub(crate) fn read(sheet: &Sheet<'_>, i: usize) -> Option<Number> {
    let first = decimal(sheet, i)?;
    let (mut thousandths, mut to, scale) = sized(sheet, first)?;
    // "3 tỉ 500 triệu": each further part is of a smaller size.
    let mut last = scale;
    while last > 1000 {
        // "42 tỷ, 858 triệu đồng": some part them with a comma.
        let comma = sheet.mark(to) == ',' && scale == 1_000_000_000 && first.places == 0;
        let at = if comma { to.saturating_add(1) } else { to };
        let Some(part) = Some(at).filter(|&k| sheet.is_digits(k)).and_then(|k| decimal(sheet, k)) else {
            break;
        };
        let Some((more, end, size)) = sized(sheet, part) else { break };
        let money = size == 1_000_000 && part.digits < 1000 && sheet.any(end, &["đồng", "đ"]);
        if size >= last || size == 1 || comma && !money {
            break;
        }
        thousandths = thousandths.checked_add(more)?;
        to = end;
        last = size;
    }
    let mut of = None;
    // "37 trong tổng số 46 tổ dân phố", "14 trên 16 công đoàn cơ sở": of how many.
    let sum = to.saturating_add(if sheet.two(to.saturating_add(1), "tổng", "số") { 3 } else { 1 });
    let every = decimal(sheet, sum).filter(|d| {
        let led = sheet.any(to, &["trong", "trên"]) && (sum > to.saturating_add(1) || sheet.is(to, "trên"));
        let more = first.places == 0 && d.places == 0 && d.digits >= first.digits && first.digits > 1;
        led && more
            && sheet.is_word(d.to)
            && !sheet.any(d.to, &["triệu", "tỷ", "tỉ", "năm", "tháng", "ngày", "tuổi"])
    });
    if let Some(d) = every.filter(|_| scale == 1) {
        of = Some(d.digits);
        to = d.to;
    }
    if scale == 1 && sheet.mark(to) == '/' && sheet.is_digits(to.saturating_add(1)) {
        let denominator = decimal(sheet, to.saturating_add(1));
        match denominator {
            Some(d) if d.places == 0 => {
                of = Some(d.digits);
                to = d.to;
            }
            // "28,4/30,1 km": the part counts; out of how much is no whole number, and no figure of its own.
            Some(d) if first.places > 0 => to = d.to,
            _ => {}
        }
    }
    Some(Number {
        from: i,
        to,
        whole: thousandths.checked_div(1000)?,
        thousandths: thousandths.checked_rem(1000)?,
        ambiguous: first.ambiguous,
        of,
        scaled: scale > 1,
    })
}

fn digit_word(key: &str) -> Option<i64> {
    Some(match key {
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

/// A number below a thousand in words at token `i`: its value and the token after it.
#[inline]
pub(crate) fn words_at(sheet: &Sheet<'_>, i: usize) -> Option<(i64, usize)> {
    // Most words are no number: one look says so.
    if WORDS.has(sheet, i) { read_words(sheet, i) } else { None }
}

fn read_words(sheet: &Sheet<'_>, i: usize) -> Option<(i64, usize)> {
    let mut at = i;
    let mut value = 0_i64;
    if let Some(d) = digit_word(sheet.key(at))
        && sheet.is(at.saturating_add(1), "trăm")
    {
        value = d.saturating_mul(100);
        at = at.saturating_add(2);
        if sheet.any(at, &["lẻ", "linh"]) {
            at = at.saturating_add(1);
        }
    }
    if sheet.is(at, "mười") {
        value = value.saturating_add(10);
        at = at.saturating_add(1);
    } else if let Some(d) = digit_word(sheet.key(at))
        && sheet.is(at.saturating_add(1), "mươi")
    {
        value = value.saturating_add(d.saturating_mul(10));
        at = at.saturating_add(2);
    }
    if let Some(d) = digit_word(sheet.key(at)) {
        value = value.saturating_add(d);
        at = at.saturating_add(1);
    }
    (at > i).then_some((value, at))
}

/// Words of which numbers below a thousand are made, as `digit_word` knows them.
static WORDS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("một; mốt; hai; ba; bốn; tư; năm; lăm; sáu; bảy; bẩy; tám; chín; mười"));

/// Words with which a number in words begins.
static COUNTS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("một; hai; ba; bốn; năm; sáu; bảy; tám; chín; mười"));

/// "ba nghìn", "hai triệu": a number in words of a thousand and more.
#[inline]
pub(crate) fn worded(sheet: &Sheet<'_>, i: usize) -> Option<Number> {
    // Most words are no number: one look says so.
    if COUNTS.has(sheet, i) { read_worded(sheet, i) } else { None }
}

fn read_worded(sheet: &Sheet<'_>, i: usize) -> Option<Number> {
    let (count, to) = words_at(sheet, i)?;
    let scale = scale_of(sheet.key(to)).filter(|_| !sheet.any(to, &["tr"]))?;
    let year = sheet.is(i, "năm") || sheet.any(to.saturating_add(1), &["lệ", "trọng", "suất"]);
    let whole = count.checked_mul(scale).filter(|_| !year)?;
    let to = to.saturating_add(1);
    Some(Number { from: i, to, whole, thousandths: 0, ambiguous: false, of: None, scaled: true })
}

/// The bound before token `i`: its kind and its first token.
pub(crate) fn qualifier_before(sheet: &Sheet<'_>, i: usize) -> Option<(Qualifier, usize)> {
    let (one, two) = (prev(i, 1), prev(i, 2));
    // "không quá 20 triệu" says at most, "không dưới 20 triệu" at least.
    if sheet.mark(one) == '~' {
        return Some((Qualifier::About, one));
    }
    // "chưa đầy 24 m2"
    if sheet.is(two, "chưa") && sheet.any(one, &["đầy", "tới", "đến", "quá"]) {
        return Some((Qualifier::UpTo, two));
    }
    if sheet.is(two, "không") {
        match sheet.key(one) {
            "dưới" => return Some((Qualifier::MoreThan, two)),
            "quá" | "hơn" | "đến" | "tới" | "đầy" => return Some((Qualifier::UpTo, two)),
            _ => {}
        }
    }
    let kind = match sheet.key(one) {
        "tính" | "khoảng" | "đạt" if sheet.is(two, "ước") => return Some((Qualifier::About, two)),
        "hơn" | "trên" | "quá" => Qualifier::MoreThan,
        "gần" | "ngót" => Qualifier::Nearly,
        "khoảng" | "chừng" | "ước" => Qualifier::About,
        "đến" | "tới" | "dưới" => Qualifier::UpTo,
        "xỉ" if sheet.is(two, "xấp") => return Some((Qualifier::Nearly, two)),
        "nhất" if sheet.is(two, "ít") => return Some((Qualifier::MoreThan, two)),
        "thiểu" if sheet.is(two, "tối") => return Some((Qualifier::MoreThan, two)),
        "đa" if sheet.is(two, "tối") => return Some((Qualifier::UpTo, two)),
        _ => return None,
    };
    Some((kind, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> (i64, i64) {
        let sheet = Sheet::new(text);
        let number = at(&sheet, 0).unwrap();
        (number.whole, number.thousandths)
    }

    #[test]
    fn thousands_decimals_and_words_of_size() {
        assert_eq!(value("6.296 cây"), (6296, 0));
        assert_eq!(value("3,5 tỉ đồng"), (3_500_000_000, 0));
        assert_eq!(value("9.2 tỷ"), (9_200_000_000, 0));
        assert_eq!(value("27.500.000 đồng"), (27_500_000, 0));
        assert_eq!(value("200.036 triệu"), (200_036_000_000, 0));
        assert_eq!(value("96,2%"), (96, 200));
        assert_eq!(value("1,35 tỷ đồng"), (1_350_000_000, 0));
        assert_eq!(value("3 tỷ 500 triệu đồng"), (3_500_000_000, 0));
        assert_eq!(value("1.234,5 ha"), (1234, 500));
        assert_eq!(value("27 500 000 đồng"), (27_500_000, 0));
        assert_eq!(value("02 tập thể"), (2, 0));
    }

    #[test]
    fn english_thousands_are_marked_ambiguous() {
        let sheet = Sheet::new("1,780 cá nhân");
        let number = at(&sheet, 0).unwrap();
        assert_eq!((number.whole, number.ambiguous), (1780, true));
    }

    #[test]
    fn a_space_within_a_number_is_read_over_with_doubt() {
        for text in ["đạt 12. 797 ha", "đạt 12 797 ha", "trồng được 12 .797 ha"] {
            let sheet = Sheet::new(text);
            let first = (0..sheet.len()).find(|&i| sheet.is_digits(i)).unwrap();
            let number = at(&sheet, first).unwrap();
            assert_eq!((number.whole, number.ambiguous), (12_797, true), "{text}");
        }
        for text in ["ở tổ 12. 797 hộ đã ký", "được 12. 797 Hộ", "có 2024 797 hộ", "trong 12 365 ngày"]
        {
            let sheet = Sheet::new(text);
            let first = (0..sheet.len()).find(|&i| sheet.is_digits(i)).unwrap();
            assert_ne!(at(&sheet, first).unwrap().whole, 12_797, "{text}");
        }
    }

    #[test]
    fn ratios_keep_both_sides() {
        let sheet = Sheet::new("38/38 tổ dân phố");
        let number = at(&sheet, 0).unwrap();
        assert_eq!((number.whole, number.of), (38, Some(38)));
    }

    #[test]
    fn too_many_digits_are_no_number() {
        assert_eq!(at(&Sheet::new("12345678901234567890"), 0), None);
        assert_eq!(at(&Sheet::new("999999999999 tỷ tỷ tỷ"), 0), None);
    }

    #[test]
    fn numbers_in_words() {
        let read = |t: &str| words_at(&Sheet::new(t), 0).map(|(v, _)| v);
        assert_eq!(read("hai mươi lăm"), Some(25));
        assert_eq!(read("một trăm linh hai"), Some(102));
        assert_eq!(read("mười một"), Some(11));
        assert_eq!(read("cây"), None);
    }
}
