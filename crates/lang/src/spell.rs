//! Amounts in words, for the "bằng chữ" line of papers: mốt, tư, lăm, linh and lẻ in their places.
//!
//! Not here: numbers in figures (`number`).

use crate::Lang;

/// The word for the empty tens place: the North writes "linh", the South "lẻ". Both are correct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmptyTens {
    /// một trăm linh năm.
    #[default]
    Linh,
    /// một trăm lẻ năm.
    Le,
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A whole number in Vietnamese words: 1.215 is "một nghìn hai trăm mười lăm".
pub fn vietnamese(value: i64, empty_tens: EmptyTens) -> String {
    let mut words = Vec::new();
    if value < 0 {
        words.push("âm");
    }
    let magnitude = value.unsigned_abs();
    if magnitude == 0 {
        words.push("không");
    } else {
        above_billion(magnitude, false, empty_tens, &mut words);
    }
    words.join(" ")
}

/// Money in words with a capital first letter, as the "bằng chữ" line of a paper wants it:
/// "Ba tỷ năm trăm triệu đồng".
pub fn money(dong: i64, empty_tens: EmptyTens, lang: Lang) -> String {
    let text = match lang {
        Lang::Vi => format!("{} đồng", vietnamese(dong, empty_tens)),
        Lang::En => format!("{} đồng", english(dong)),
    };
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

/// Billions are counted again in the same words ("hai nghìn tỷ"), hence the recursion.
fn above_billion(value: u64, inner: bool, empty_tens: EmptyTens, words: &mut Vec<&'static str>) {
    const BILLION: u64 = 1_000_000_000;
    let (billions, rest) = (value / BILLION, value % BILLION);
    if billions > 0 {
        above_billion(billions, inner, empty_tens, words);
        words.push("tỷ");
    }
    let mut seen = inner || billions > 0;
    for (one, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = rest / one % 1_000;
        if group > 0 {
            below_thousand(group, seen, empty_tens, words);
            if !name.is_empty() {
                words.push(name);
            }
            seen = true;
        }
    }
}

fn below_thousand(group: u64, seen: bool, empty_tens: EmptyTens, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    if hundreds > 0 || seen {
        words.push(digit(hundreds));
        words.push("trăm");
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || seen) => {
            words.push(if empty_tens == EmptyTens::Linh { "linh" } else { "lẻ" });
        }
        0 => {}
        1 => words.push("mười"),
        _ => {
            words.push(digit(tens));
            words.push("mươi");
        }
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or("")
}

const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A whole number in English words.
pub fn english(value: i64) -> String {
    let mut words: Vec<String> = Vec::new();
    if value < 0 {
        words.push("minus".to_owned());
    }
    let magnitude = value.unsigned_abs();
    if magnitude == 0 {
        words.push("zero".to_owned());
    }
    let scales = [
        (1_000_000_000_000_000_000, "quintillion"),
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (1, ""),
    ];
    for (one, name) in scales {
        let group = magnitude / one % 1_000;
        if group > 0 {
            words.push(english_below_thousand(group));
            if !name.is_empty() {
                words.push(name.to_owned());
            }
        }
    }
    words.join(" ")
}

fn english_below_thousand(group: u64) -> String {
    let pick = |list: &[&'static str], value: u64| {
        usize::try_from(value).ok().and_then(|at| list.get(at).copied()).unwrap_or("")
    };
    let mut words = Vec::new();
    if group >= 100 {
        words.push(format!("{} hundred", pick(&EN_SMALL, group / 100)));
    }
    let rest = group % 100;
    if rest >= 20 {
        let tens = pick(&EN_TENS, rest / 10);
        let ones = rest % 10;
        words.push(if ones == 0 { tens.to_owned() } else { format!("{tens}-{}", pick(&EN_SMALL, ones)) });
    } else if rest > 0 {
        words.push(pick(&EN_SMALL, rest).to_owned());
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{EmptyTens, english, money, vietnamese};
    use crate::Lang;

    #[test]
    fn vietnamese_endings_follow_the_tens() {
        let cases = [
            (0, "không"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (55, "năm mươi lăm"),
            (101, "một trăm linh một"),
            (104, "một trăm linh bốn"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (1_001, "một nghìn không trăm linh một"),
            (1_010, "một nghìn không trăm mười"),
            (1_215, "một nghìn hai trăm mười lăm"),
            (1_000_000, "một triệu"),
            (1_000_005, "một triệu không trăm linh năm"),
            (3_500_000_000, "ba tỷ năm trăm triệu"),
            (2_000_000_000_000, "hai nghìn tỷ"),
            (-21, "âm hai mươi mốt"),
        ];
        for (value, words) in cases {
            assert_eq!(vietnamese(value, EmptyTens::Linh), words, "{value}");
        }
        assert_eq!(vietnamese(105, EmptyTens::Le), "một trăm lẻ năm");
    }

    #[test]
    fn money_opens_with_a_capital() {
        assert_eq!(money(3_500_000_000, EmptyTens::Linh, Lang::Vi), "Ba tỷ năm trăm triệu đồng");
        assert_eq!(money(1_121, EmptyTens::Linh, Lang::En), "One thousand one hundred twenty-one đồng");
        assert_eq!(english(0), "zero");
    }

    #[test]
    fn the_ends_of_the_range_are_spelled_without_stumbling() {
        assert!(vietnamese(i64::MIN, EmptyTens::Linh).starts_with("âm chín tỷ"));
        assert!(english(i64::MAX).starts_with("nine quintillion"));
    }
}
