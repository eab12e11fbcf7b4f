//! Numbers as people type them: `3.500.000.000`, `3 500`, `3,5 tỷ`, `hơn 5.400`, `38/40`, `97%`, `không áp dụng`.
//!
//! What can be read in one way is taken, what can be read in two is asked, and what is miswritten is refused with
//! ready repairs. Nothing is guessed. Not here: words for refusals (`words::refusal`), and what an indicator allows.

use domain::figure::{Bound, LARGEST, Value};
use domain::indicator::Nature;

use unicode_normalization::UnicodeNormalization as _;

use crate::Lang;
use crate::number::decimal;

/// What a person typed into a figure's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing: the unit has not reported. Never the same as zero.
    NotReported,
    /// "KAD", "không áp dụng": the indicator does not concern the unit.
    NotApplicable,
    /// A whole number with its bound.
    Whole {
        /// The number; money in đồng.
        value: i64,
        /// How it was said.
        bound: Bound,
    },
    /// A number with decimals: `scaled / 10^decimals`, trailing zeros gone, so `decimals` is at least 1.
    Decimal {
        /// The digits without the mark.
        scaled: i64,
        /// How many of them stand after the mark.
        decimals: u8,
        /// How it was said.
        bound: Bound,
    },
    /// Numerator and denominator: `38/40`, `38 trên 40`.
    Ratio {
        /// The part.
        numerator: i64,
        /// The whole; positive.
        denominator: i64,
    },
    /// A percentage without its denominator, in thousandths of a percent: 97% is 97000.
    Percent {
        /// Thousandths of a percent.
        thousandths: i64,
        /// How it was said.
        bound: Bound,
    },
}

/// Why a typed number was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberRefusal {
    /// Not a number.
    NotANumber,
    /// Below zero.
    Negative,
    /// Above [`LARGEST`].
    TooLarge,
    /// The denominator is zero.
    ZeroDenominator,
    /// The part is greater than the whole.
    PartAboveWhole,
    /// Can be read in two ways; both ready to be typed again (`1,5` and `1.500`).
    Ambiguous {
        /// The two readings, as they would be typed.
        readings: [String; 2],
    },
    /// The marks of thousands stand in the wrong places; ready repairs to choose from.
    Misplaced {
        /// The repairs, as they would be typed, the likelier first.
        repairs: Vec<String>,
    },
    /// Decimals where whole things are counted.
    WholeNeeded,
    /// A lone number or percentage typed as a count where a share is asked.
    ShareNeeded,
    /// A share or percentage where a count is asked.
    CountNeeded,
}

/// Reads what a person typed into the field of an indicator of this nature. `None` is "not reported".
pub fn value(text: &str, nature: Nature, measure: &str) -> Result<Option<Value>, NumberRefusal> {
    Ok(Some(match (number(text, measure)?, nature) {
        (Typed::NotReported, _) => return Ok(None),
        (Typed::NotApplicable, _) => Value::NotApplicable,
        (Typed::Whole { value, bound }, Nature::Count | Nature::Money) => {
            Value::Count { number: value, bound }
        }
        (Typed::Decimal { .. }, Nature::Count | Nature::Money) => return Err(NumberRefusal::WholeNeeded),
        (Typed::Ratio { .. } | Typed::Percent { .. }, Nature::Count | Nature::Money) => {
            return Err(NumberRefusal::CountNeeded);
        }
        (Typed::Ratio { numerator, denominator }, Nature::Share) => Value::Ratio { numerator, denominator },
        (Typed::Percent { thousandths, bound }, Nature::Share) => Value::Statement { thousandths, bound },
        (Typed::Whole { .. } | Typed::Decimal { .. }, Nature::Share) => {
            return Err(NumberRefusal::ShareNeeded);
        }
    }))
}

/// Reads what a person typed. `measure` is the indicator's measure ("cây", "đồng"), which may follow the number.
pub fn number(text: &str, measure: &str) -> Result<Typed, NumberRefusal> {
    let clean = clean(text);
    if clean.is_empty() {
        return Ok(Typed::NotReported);
    }
    if matches!(clean.as_str(), "kad" | "k/a" | "không áp dụng" | "khong ap dung" | "n/a" | "not applicable")
    {
        return Ok(Typed::NotApplicable);
    }
    let (bound, rest) = bound_of(&clean);
    if let Some(ratio) = ratio_of(rest) {
        return ratio;
    }
    let (digits, tail) = split_tail(rest);
    let (scale, percent) = scale_of(tail, measure).ok_or(NumberRefusal::NotANumber)?;
    if digits.starts_with(['-', '−']) {
        return Err(NumberRefusal::Negative);
    }
    let (scaled, decimals) = digits_of(digits, scale > 0 || percent)?;
    settle(scaled, decimals, scale, percent, bound)
}

/// Lower case, marks composed, no-break and thin spaces made plain, runs of spaces made one.
fn clean(text: &str) -> String {
    let mut out = String::new();
    for letter in text.nfc() {
        if letter.is_whitespace() || letter == '\u{a0}' || letter == '\u{202f}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.extend(letter.to_lowercase());
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn bound_of(text: &str) -> (Bound, &str) {
    const WORDS: [(&str, Bound); 15] = [
        ("ít nhất", Bound::AtLeast),
        ("hơn", Bound::AtLeast),
        ("trên", Bound::AtLeast),
        ("over", Bound::AtLeast),
        (">=", Bound::AtLeast),
        ("≥", Bound::AtLeast),
        (">", Bound::AtLeast),
        ("gần", Bound::AtMost),
        ("nearly", Bound::AtMost),
        ("khoảng", Bound::About),
        ("chừng", Bound::About),
        ("xấp xỉ", Bound::About),
        ("about", Bound::About),
        ("~", Bound::About),
        ("≈", Bound::About),
    ];
    for (word, bound) in WORDS {
        if let Some(rest) = text.strip_prefix(word) {
            return (bound, rest.trim_start());
        }
    }
    (Bound::Exact, text)
}

/// `38/40`, `38 trên 40`, `38 of 40`. Nothing when the text is no such pair.
fn ratio_of(text: &str) -> Option<Result<Typed, NumberRefusal>> {
    let (part, whole) = ["/", " trên ", " of "].iter().find_map(|mark| text.split_once(mark))?;
    let read = |side: &str| -> Option<i64> {
        let (scaled, decimals) = digits_of(side.trim(), false).ok()?;
        (decimals == 0).then_some(scaled)
    };
    let (Some(numerator), Some(denominator)) = (read(part), read(whole)) else {
        return Some(Err(NumberRefusal::NotANumber));
    };
    Some(if denominator == 0 {
        Err(NumberRefusal::ZeroDenominator)
    } else if numerator > denominator {
        Err(NumberRefusal::PartAboveWhole)
    } else {
        Ok(Typed::Ratio { numerator, denominator })
    })
}

/// Parts the digits (with their marks and spaces) from the words after them.
fn split_tail(text: &str) -> (&str, &str) {
    let end = text
        .char_indices()
        .find(|(at, letter)| {
            !(letter.is_ascii_digit()
                || matches!(letter, '.' | ',' | ' ' | '\'')
                || (*at == 0 && matches!(letter, '-' | '−')))
        })
        .map_or(text.len(), |(at, _)| at);
    let (digits, tail) = text.split_at_checked(end).unwrap_or((text, ""));
    (digits.trim(), tail.trim())
}

/// The power of ten and whether it is a percentage, from the words after the digits; nothing for unknown words.
fn scale_of(tail: &str, measure: &str) -> Option<(u8, bool)> {
    let measure: String = measure.to_lowercase().nfc().collect();
    let mut rest = tail.trim_end_matches('.').trim();
    // A percent sign is never a mere measure: it decides how the number is read.
    if !measure.is_empty()
        && measure != "%"
        && let Some(before) = rest.strip_suffix(measure.as_str())
    {
        rest = before.trim();
    }
    for money in ["đồng", "vnđ", "vnd", "đ"] {
        if let Some(before) = rest.strip_suffix(money) {
            rest = before.trim();
            break;
        }
    }
    match rest {
        "" => Some((0, false)),
        "%" => Some((0, true)),
        "nghìn" | "ngàn" | "thousand" => Some((3, false)),
        "triệu" | "tr" | "million" => Some((6, false)),
        "tỷ" | "tỉ" | "billion" => Some((9, false)),
        "nghìn tỷ" | "nghìn tỉ" | "ngàn tỷ" | "ngàn tỉ" => Some((12, false)),
        _ => None,
    }
}

/// The digits and how many stand after the decimal mark. `scaled_by_word` says that a scale word or % follows, which
/// settles that a lone mark is a decimal one unless exactly three digits follow a dot.
fn digits_of(text: &str, scaled_by_word: bool) -> Result<(i64, u8), NumberRefusal> {
    if text.is_empty() || !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Err(NumberRefusal::NotANumber);
    }
    let marks: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let Some(mark) = marks.first().copied() else {
        return Ok((parse(text)?, 0));
    };
    let last = marks.last().copied().unwrap_or(mark);
    if last != mark {
        return mixed(&groups, &marks, mark, last);
    }
    if marks.len() == 1 && mark != ' ' && mark != '\'' {
        return lone(&groups, mark, scaled_by_word);
    }
    grouped(&groups).map(|value| (value, 0))
}

/// One dot or one comma: `3.500` is three thousand five hundred, `3,5` three and a half, `1,500` either.
fn lone(groups: &[&str], mark: char, scaled_by_word: bool) -> Result<(i64, u8), NumberRefusal> {
    let &[head, tail] = groups else { return Err(NumberRefusal::NotANumber) };
    if tail.is_empty() {
        // A mark left at the end ("3.500." cut short): the digits are certain.
        return Ok((parse(head)?, 0));
    }
    let thousands = tail.len() == 3 && head.len() <= 3 && !head.starts_with('0');
    match mark {
        '.' if thousands => Ok((parse(&format!("{head}{tail}"))?, 0)),
        ',' if thousands && !scaled_by_word => Err(two_readings(head, tail)),
        '.' if tail.len() == 3 && head == "0" => Err(two_readings(head, tail)),
        '.' if tail.len() > 3 => Err(misplaced(groups)),
        _ => fraction(head, tail),
    }
}

fn two_readings(head: &str, tail: &str) -> NumberRefusal {
    let fraction = tail.trim_end_matches('0');
    let small = if fraction.is_empty() { head.to_owned() } else { format!("{head},{fraction}") };
    NumberRefusal::Ambiguous { readings: [small, regroup(&format!("{head}{tail}"))] }
}

/// Two kinds of marks: the last one is the decimal mark (`1.500,5`, `1,500.5`) when it stands once.
fn mixed(groups: &[&str], marks: &[char], mark: char, last: char) -> Result<(i64, u8), NumberRefusal> {
    let lasts = marks.iter().filter(|found| **found == last).count();
    let clean = marks.iter().all(|found| *found == mark || *found == last);
    match groups.split_last() {
        Some((tail, heads)) if lasts == 1 && clean && last != ' ' && !tail.is_empty() => {
            let whole = grouped(heads)?;
            fraction(&whole.to_string(), tail)
        }
        _ => Err(misplaced(groups)),
    }
}

/// Groups of three after a first group of one to three digits.
fn grouped(groups: &[&str]) -> Result<i64, NumberRefusal> {
    let right = match groups.split_first() {
        Some((first, rest)) => {
            rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3))
        }
        None => false,
    };
    if right { parse(&groups.concat()) } else { Err(misplaced(groups)) }
}

/// Marks in the wrong places. Digits that are too many however the marks stand leave nothing to choose from.
fn misplaced(groups: &[&str]) -> NumberRefusal {
    let repairs = repairs(groups);
    if repairs.is_empty() { NumberRefusal::TooLarge } else { NumberRefusal::Misplaced { repairs } }
}

/// `152.500.00` → `152.500.000` (a zero lost at the end) and `15.250.000` (the same digits, marks moved).
fn repairs(groups: &[&str]) -> Vec<String> {
    let all = groups.concat();
    let mut found = Vec::new();
    if let Some((last, heads)) = groups.split_last()
        && (1..3).contains(&last.len())
        && heads.iter().skip(1).all(|group| group.len() == 3)
        && heads.first().is_some_and(|first| (1..=3).contains(&first.len()))
    {
        found.push(regroup(&format!("{}{last:0<3}", heads.concat())));
        found.retain(|repair| !repair.is_empty());
    }
    let moved = regroup(&all);
    if !moved.is_empty() && !found.contains(&moved) {
        found.push(moved);
    }
    found
}

fn regroup(digits: &str) -> String {
    parse(digits).map_or_else(|_| String::new(), |value| decimal(i128::from(value), 0, Lang::Vi))
}

fn fraction(head: &str, tail: &str) -> Result<(i64, u8), NumberRefusal> {
    let tail = tail.trim_end_matches('0');
    let decimals = u8::try_from(tail.len()).unwrap_or(u8::MAX);
    if decimals > 9 {
        return Err(NumberRefusal::NotANumber);
    }
    Ok((parse(&format!("{head}{tail}"))?, decimals))
}

fn parse(digits: &str) -> Result<i64, NumberRefusal> {
    let value: i64 = digits.parse().map_err(|_| NumberRefusal::TooLarge)?;
    if value > LARGEST { Err(NumberRefusal::TooLarge) } else { Ok(value) }
}

/// Applies the scale word and decides whether decimals are left.
fn settle(scaled: i64, decimals: u8, scale: u8, percent: bool, bound: Bound) -> Result<Typed, NumberRefusal> {
    if percent {
        let missing = 3_u8.checked_sub(decimals).ok_or(NumberRefusal::NotANumber)?;
        let thousandths =
            scaled.checked_mul(10_i64.pow(u32::from(missing))).ok_or(NumberRefusal::TooLarge)?;
        return Ok(Typed::Percent { thousandths, bound });
    }
    if let Some(zeros) = scale.checked_sub(decimals) {
        let value = 10_i64
            .checked_pow(u32::from(zeros))
            .and_then(|factor| scaled.checked_mul(factor))
            .filter(|value| *value <= LARGEST)
            .ok_or(NumberRefusal::TooLarge)?;
        return Ok(Typed::Whole { value, bound });
    }
    Ok(Typed::Decimal { scaled, decimals: decimals - scale, bound })
}

#[cfg(test)]
mod tests {
    use domain::figure::{Bound, Value};
    use domain::indicator::Nature;

    use super::{NumberRefusal, Typed, number, value};

    #[expect(clippy::unnecessary_wraps, reason = "compared with the outcome of `number`")]
    fn whole(value: i64) -> Result<Typed, NumberRefusal> {
        Ok(Typed::Whole { value, bound: Bound::Exact })
    }

    #[test]
    fn the_usual_ways_of_typing_one_amount() {
        for text in [
            "3500000000",
            "3.500.000.000",
            "3 500 000 000",
            "3\u{a0}500\u{a0}000\u{a0}000",
            "3,500,000,000",
            "3,5 tỷ",
            "3.5 tỉ",
            "3,5 tỷ đồng",
            "3.500 triệu",
            "3.500.000.000 đ",
            "3,5 ty\u{309}",
        ] {
            assert_eq!(number(text, "đồng"), whole(3_500_000_000), "{text}");
        }
        assert_eq!(number("3.500", ""), whole(3_500));
        assert_eq!(number("02", ""), whole(2));
        assert_eq!(number("6.296 cây", "cây"), whole(6_296));
        assert_eq!(number("1.500,00", ""), whole(1_500));
    }

    #[test]
    fn a_lone_comma_or_short_dot_is_decimal() {
        let half = Ok(Typed::Decimal { scaled: 35, decimals: 1, bound: Bound::Exact });
        assert_eq!(number("3,5", ""), half);
        assert_eq!(number("3.5", ""), half);
        assert_eq!(
            number("1.500,5", ""),
            Ok(Typed::Decimal { scaled: 15_005, decimals: 1, bound: Bound::Exact })
        );
        assert_eq!(number("1,500.5", ""), number("1.500,5", ""));
        assert_eq!(number("3,500 tỷ", ""), whole(3_500_000_000));
    }

    #[test]
    fn what_reads_two_ways_is_asked() {
        let readings = ["1,5".to_owned(), "1.500".to_owned()];
        assert_eq!(number("1,500", ""), Err(NumberRefusal::Ambiguous { readings }));
        assert!(matches!(number("0.500", ""), Err(NumberRefusal::Ambiguous { .. })));
    }

    #[test]
    fn misplaced_marks_come_back_with_repairs() {
        let repairs = vec!["152.500.000".to_owned(), "15.250.000".to_owned()];
        assert_eq!(number("152.500.00", "đồng"), Err(NumberRefusal::Misplaced { repairs }));
        assert_eq!(
            number("1.5000", ""),
            Err(NumberRefusal::Misplaced { repairs: vec!["15.000".to_owned()] })
        );
        assert!(matches!(number("1.2,3.4", ""), Err(NumberRefusal::Misplaced { .. })));
        // A repair that would be too large is not offered: typed again, its empty text would mean "not reported".
        let repairs = vec!["1.525.000.010.520.520".to_owned()];
        assert_eq!(number("152.500.001.052.052.0", ""), Err(NumberRefusal::Misplaced { repairs }));
        assert_eq!(number("152.500.001.052.052.052.0", ""), Err(NumberRefusal::TooLarge));
    }

    #[test]
    fn bounds_are_kept() {
        assert_eq!(number("hơn 5.400", ""), Ok(Typed::Whole { value: 5_400, bound: Bound::AtLeast }));
        assert_eq!(number("ho\u{31b}n 5.400", ""), number("hơn 5.400", ""));
        for typed in ["khoa\u{309}ng 300", "xa\u{302}\u{301}p xi\u{309} 300", "chu\u{31b}\u{300}ng 300"] {
            assert_eq!(number(typed, ""), number("khoảng 300", ""), "{typed}");
        }
        assert_eq!(number("kho\u{302}ng a\u{301}p du\u{323}ng", ""), Ok(Typed::NotApplicable));
        assert_eq!(number("khoảng 300", ""), Ok(Typed::Whole { value: 300, bound: Bound::About }));
        assert_eq!(number("Gần 200", ""), Ok(Typed::Whole { value: 200, bound: Bound::AtMost }));
        assert_eq!(number("trên 40", ""), Ok(Typed::Whole { value: 40, bound: Bound::AtLeast }));
    }

    #[test]
    fn zero_empty_and_not_applicable_are_three_things() {
        assert_eq!(number("0", ""), whole(0));
        assert_eq!(number("  ", ""), Ok(Typed::NotReported));
        for text in ["KAD", "kad", "Không áp dụng", "không  áp dụng"] {
            assert_eq!(number(text, ""), Ok(Typed::NotApplicable), "{text}");
        }
    }

    #[test]
    fn ratios_and_percentages_keep_their_parts() {
        assert_eq!(number("38/40", ""), Ok(Typed::Ratio { numerator: 38, denominator: 40 }));
        assert_eq!(number("1.038 trên 1.040", ""), Ok(Typed::Ratio { numerator: 1_038, denominator: 1_040 }));
        assert_eq!(number("41/40", ""), Err(NumberRefusal::PartAboveWhole));
        assert_eq!(number("4/0", ""), Err(NumberRefusal::ZeroDenominator));
        assert_eq!(number("96,2%", ""), Ok(Typed::Percent { thousandths: 96_200, bound: Bound::Exact }));
        assert_eq!(number("97 %", "%"), number("97%", ""));
    }

    #[test]
    fn the_indicator_decides_what_its_field_takes() {
        let count = |text: &str| value(text, Nature::Count, "cây");
        let share = |text: &str| value(text, Nature::Share, "%");
        assert_eq!(count(""), Ok(None));
        assert_eq!(count("0"), Ok(Some(Value::exact(0))));
        assert_eq!(count("3,5"), Err(NumberRefusal::WholeNeeded));
        assert_eq!(count("38/40"), Err(NumberRefusal::CountNeeded));
        assert_eq!(share("38/40"), Ok(Some(Value::Ratio { numerator: 38, denominator: 40 })));
        assert_eq!(share("97%"), Ok(Some(Value::Statement { thousandths: 97_000, bound: Bound::Exact })));
        assert_eq!(share("97"), Err(NumberRefusal::ShareNeeded));
        assert_eq!(share("KAD"), Ok(Some(Value::NotApplicable)));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(number("-5", ""), Err(NumberRefusal::Negative));
        assert_eq!(number("99999999999999999999", ""), Err(NumberRefusal::TooLarge));
        assert_eq!(number("99.999.999 tỷ", ""), Err(NumberRefusal::TooLarge));
        for text in ["nhiều", "5 con gà", "5a", ".", ",", "/", "hơn", "5/", "1,2345678901"] {
            assert_eq!(number(text, "cây"), Err(NumberRefusal::NotANumber), "{text}");
        }
    }
}
