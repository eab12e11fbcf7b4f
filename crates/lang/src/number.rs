//! Numbers as people read them: 6.296; 3,5 tỷ đồng; hơn 5.400; 97,3%.
//!
//! Everything is integer arithmetic, so that what is printed is exactly what is stored, rounded once and openly.
//! Not here: reading what people type (`number_in`) and amounts in words (`spell`).

use std::fmt::Write as _;

use domain::figure::Bound;

use crate::Lang;

/// No-break space: a number must not part from its measure at the end of a line.
const NBSP: char = '\u{a0}';

/// An integer in groups of three: `6.296` in Vietnamese, `6,296` in English.
pub fn integer(value: i64, lang: Lang) -> String {
    let mut out = String::new();
    if value < 0 {
        out.push('−');
    }
    group_into(&mut out, u128::from(value.unsigned_abs()), lang);
    out
}

/// The number with its bound: `hơn 5.400`, `gần 200`, `khoảng 300`.
pub fn bounded(value: i64, bound: Bound, lang: Lang) -> String {
    let number = integer(value, lang);
    match bound_word(bound, lang) {
        Some(word) => format!("{word}{NBSP}{number}"),
        None => number,
    }
}

/// The word that goes before a number with this bound; nothing for an exact one.
pub const fn bound_word(bound: Bound, lang: Lang) -> Option<&'static str> {
    match (bound, lang) {
        (Bound::Exact, _) => None,
        (Bound::AtLeast, Lang::Vi) => Some("hơn"),
        (Bound::AtLeast, Lang::En) => Some("over"),
        (Bound::AtMost, Lang::Vi) => Some("gần"),
        (Bound::AtMost, Lang::En) => Some("nearly"),
        (Bound::About, Lang::Vi) => Some("khoảng"),
        (Bound::About, Lang::En) => Some("about"),
    }
}

/// A number with its measure, kept on one line: `6.296 cây`.
pub fn with_measure(number: &str, measure: &str) -> String {
    if measure.is_empty() { number.to_owned() } else { format!("{number}{NBSP}{measure}") }
}

/// A share as a percentage with at most `decimals` decimals, rounded half up: `97,3%`.
/// Nothing when the denominator is not positive, because then there is no share to speak of.
pub fn percent(numerator: i64, denominator: i64, decimals: u8, lang: Lang) -> Option<String> {
    if denominator <= 0 {
        return None;
    }
    let scale = ten_to(decimals);
    let scaled = rounded_share(i128::from(numerator), 100 * scale, i128::from(denominator));
    Some(format!("{}%", decimal(scaled, decimals, lang)))
}

/// A percentage stored in thousandths of a percent, as a statement carries it: 97000 is `97%`, 96200 is `96,2%`.
pub fn percent_thousandths(thousandths: i64, lang: Lang) -> String {
    format!("{}%", decimal(i128::from(thousandths), 3, lang))
}

/// Money in full, in đồng: `3.500.000.000 đồng`.
pub fn money(dong: i64, lang: Lang) -> String {
    format!("{}{NBSP}đồng", integer(dong, lang))
}

/// Money for a headline, in the largest fitting scale with at most `decimals` decimals: `3,5 tỷ đồng`.
pub fn money_short(dong: i64, decimals: u8, lang: Lang) -> String {
    let (number, scale) = short(dong, decimals, lang);
    if scale.is_empty() { money(dong, lang) } else { format!("{number}{NBSP}{scale}{NBSP}đồng") }
}

/// A large number and the word of its scale apart, for pages that print them in two sizes: `("3,5", "tỷ")`.
/// The scale is empty below one million.
pub fn short(value: i64, decimals: u8, lang: Lang) -> (String, &'static str) {
    let scales: [(i128, &str, &str); 2] = [(1_000_000_000, "tỷ", "billion"), (1_000_000, "triệu", "million")];
    for (one, vi, en) in scales {
        if i128::from(value.unsigned_abs()) >= one {
            let digits = rounded_share(i128::from(value), ten_to(decimals), one);
            let word = if lang == Lang::Vi { vi } else { en };
            return (decimal(digits, decimals, lang), word);
        }
    }
    (integer(value, lang), "")
}

/// `scaled / 10^decimals` written out, trailing zeros of the fraction dropped.
pub fn decimal(scaled: i128, decimals: u8, lang: Lang) -> String {
    let one = ten_to(decimals);
    let mut out = String::new();
    if scaled < 0 {
        out.push('−');
    }
    let magnitude = scaled.unsigned_abs();
    let one = one.unsigned_abs();
    group_into(&mut out, magnitude / one, lang);
    let fraction = magnitude % one;
    if fraction != 0 {
        let width = usize::from(decimals);
        let digits = format!("{fraction:0width$}");
        out.push(lang.decimal_mark());
        out.push_str(digits.trim_end_matches('0'));
    }
    out
}

/// The sizes of a file as people know them: `820 KB`, `1,4 MB`.
pub fn bytes(count: u64, lang: Lang) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * 1024;
    if count >= MB {
        let tenths = i128::from(count) * 10 / i128::from(MB);
        format!("{}{NBSP}MB", decimal(tenths, 1, lang))
    } else {
        format!("{}{NBSP}KB", count.div_ceil(KB))
    }
}

fn group_into(out: &mut String, magnitude: u128, lang: Lang) {
    let digits = magnitude.to_string();
    let length = digits.len();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            out.push(lang.group_mark());
        }
        // Writing to a String cannot fail; the outcome carries nothing.
        let _ = out.write_char(digit);
    }
}

/// `numerator × scale / denominator`, rounded half away from zero. `denominator` is positive.
fn rounded_share(numerator: i128, scale: i128, denominator: i128) -> i128 {
    let doubled = numerator * scale * 2;
    let half = if numerator < 0 { -denominator } else { denominator };
    (doubled + half) / (denominator * 2)
}

fn ten_to(decimals: u8) -> i128 {
    10_i128.pow(u32::from(decimals.min(9)))
}

#[cfg(test)]
mod tests {
    use super::{
        bounded, bytes, integer, money, money_short, percent, percent_thousandths, short, with_measure,
    };
    use crate::Lang::{En, Vi};
    use domain::figure::Bound;

    #[test]
    fn integers_are_grouped_the_way_of_the_language() {
        assert_eq!(integer(6_296, Vi), "6.296");
        assert_eq!(integer(6_296, En), "6,296");
        assert_eq!(integer(0, Vi), "0");
        assert_eq!(integer(412, Vi), "412");
        assert_eq!(integer(-1_200, Vi), "−1.200");
        assert_eq!(integer(i64::MIN, Vi), "−9.223.372.036.854.775.808");
    }

    #[test]
    fn a_bound_stands_before_the_number() {
        assert_eq!(bounded(5_400, Bound::AtLeast, Vi), "hơn\u{a0}5.400");
        assert_eq!(bounded(300, Bound::About, Vi), "khoảng\u{a0}300");
        assert_eq!(bounded(200, Bound::AtMost, En), "nearly\u{a0}200");
        assert_eq!(bounded(200, Bound::Exact, En), "200");
        assert_eq!(with_measure("6.296", "cây"), "6.296\u{a0}cây");
    }

    #[test]
    fn shares_are_rounded_once_and_zero_denominators_have_none() {
        assert_eq!(percent(973, 1_000, 1, Vi).as_deref(), Some("97,3%"));
        assert_eq!(percent(2, 3, 1, Vi).as_deref(), Some("66,7%"));
        assert_eq!(percent(1, 1, 1, En).as_deref(), Some("100%"));
        assert_eq!(percent(1, 0, 1, Vi), None);
        assert_eq!(percent_thousandths(96_200, Vi), "96,2%");
        assert_eq!(percent_thousandths(97_000, Vi), "97%");
    }

    #[test]
    fn money_is_told_in_full_and_in_short() {
        assert_eq!(money(3_500_000_000, Vi), "3.500.000.000\u{a0}đồng");
        assert_eq!(money_short(3_500_000_000, 1, Vi), "3,5\u{a0}tỷ\u{a0}đồng");
        assert_eq!(money_short(3_512_345_678, 2, Vi), "3,51\u{a0}tỷ\u{a0}đồng");
        assert_eq!(money_short(27_500_000, 1, Vi), "27,5\u{a0}triệu\u{a0}đồng");
        assert_eq!(money_short(950_000, 1, Vi), "950.000\u{a0}đồng");
        assert_eq!(short(3_500_000_000, 1, En), ("3.5".to_owned(), "billion"));
    }

    #[test]
    fn files_have_sizes_people_know() {
        assert_eq!(bytes(820 * 1024, Vi), "820\u{a0}KB");
        assert_eq!(bytes(1, Vi), "1\u{a0}KB");
        assert_eq!(bytes(1024 * 1024 * 14 / 10, Vi), "1,3\u{a0}MB");
    }
}
