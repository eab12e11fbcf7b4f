//! Dates as people type them: 16/5/2024, 16/5/24, 16-5-2024, 16.5.2024, "16 tháng 5 năm 2024", and as calendars give them
//! to be pasted: "Thứ Năm, 16 thg 5, 2024". Day first, always.
//!
//! Not here: words for the refusals; they carry values, and `words::refusal` says them.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

/// What calendars write before the day. It is not held against the day: people paste it.
const WEEKDAYS: [&str; 7] = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];

/// Why a typed date was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRefusal {
    /// The field is empty.
    Empty,
    /// Not day, month and year.
    NotADate,
    /// Day and month stand there, the year does not.
    YearMissing {
        /// The day typed.
        day: i64,
        /// The month typed.
        month: i64,
    },
    /// There is no such month.
    NoSuchMonth {
        /// The month typed.
        month: i64,
    },
    /// The month has fewer days.
    NoSuchDay {
        /// The month, 1–12.
        month: i8,
        /// The year, because February depends on it.
        year: i16,
        /// How many days that month has.
        days: i8,
    },
}

/// Reads a typed date. Two-digit years below 70 are of this century, the others of the last:
/// papers from before 1970 are older than the programme, papers after 2069 are not yet written.
pub fn date(text: &str) -> Result<Date, DateRefusal> {
    let text: String = text.to_lowercase().nfc().collect();
    let text = WEEKDAYS.iter().find_map(|day| text.trim().strip_prefix(day)).unwrap_or(&text);
    let text = text.trim().trim_start_matches(',').trim_end_matches('.');
    if text.is_empty() {
        return Err(DateRefusal::Empty);
    }
    let numbers = numbers_of(text).ok_or(DateRefusal::NotADate)?;
    match numbers.as_slice() {
        [(year, 4), (month, _), (day, 1 | 2)] | [(day, 1 | 2), (month, 1 | 2), (year, 4)] => {
            build(*day, *month, *year)
        }
        [(day, 1 | 2), (month, 1 | 2), (year, 2)] => {
            let century = if *year < 70 { 2000 } else { 1900 };
            build(*day, *month, century + *year)
        }
        [(day, 1 | 2), (month, 1 | 2)] => Err(DateRefusal::YearMissing { day: *day, month: *month }),
        _ => Err(DateRefusal::NotADate),
    }
}

fn build(day: i64, month: i64, year: i64) -> Result<Date, DateRefusal> {
    let year = i16::try_from(year).map_err(|_| DateRefusal::NotADate)?;
    let month_small = i8::try_from(month).map_err(|_| DateRefusal::NoSuchMonth { month })?;
    let first = Date::new(year, month_small, 1).map_err(|_| DateRefusal::NoSuchMonth { month })?;
    let refusal = DateRefusal::NoSuchDay { month: month_small, year, days: first.days_in_month() };
    let day = i8::try_from(day).map_err(|_| refusal)?;
    Date::new(year, month_small, day).map_err(|_| refusal)
}

/// The numbers of the text with their count of digits, when only date words and marks stand between them.
fn numbers_of(text: &str) -> Option<Vec<(i64, usize)>> {
    let mut numbers = Vec::new();
    let mut word = String::new();
    let mut digits = String::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if letter.is_ascii_digit() {
            if !known_word(&word) {
                return None;
            }
            word.clear();
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.parse().ok()?;
            numbers.push((number, digits.len()));
            digits.clear();
        }
        word.push(letter);
    }
    known_word(&word).then_some(numbers)
}

/// What may stand before, between and after the numbers of a date.
fn known_word(word: &str) -> bool {
    let word: String = word.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{a0}').collect();
    matches!(word.as_str(), "" | "/" | "-" | "." | "–" | "," | "ngày" | "tháng" | "năm" | "thg" | "\\")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::{DateRefusal, date};

    #[test]
    fn all_usual_ways_of_writing_one_day_are_that_day() {
        for text in [
            "16/5/2024",
            "16/05/2024",
            "16/5/24",
            "16-5-2024",
            "16.5.2024",
            " 16 / 5 / 2024 ",
            "16 tháng 5 năm 2024",
            "ngày 16 tháng 05 năm 2024",
            "2024-05-16",
            "Thứ Năm, 16/5/2024",
            "Thứ Năm, ngày 16 tháng 5 năm 2024",
            "Thư\u{301} Na\u{306}m, 16 tha\u{301}ng 5, 2024",
            "16 thg 5, 2024",
            "16\\5\\2024",
            "16 - 5 – 2024",
        ] {
            assert_eq!(date(text), Ok(day(2024, 5, 16)), "{text}");
        }
        assert_eq!(date("3/2/85"), Ok(day(1985, 2, 3)));
    }

    #[test]
    fn an_impossible_day_says_how_many_the_month_has() {
        assert_eq!(date("32/5/2024"), Err(DateRefusal::NoSuchDay { month: 5, year: 2024, days: 31 }));
        assert_eq!(date("30/2/2023"), Err(DateRefusal::NoSuchDay { month: 2, year: 2023, days: 28 }));
        assert_eq!(date("0/2/2024"), Err(DateRefusal::NoSuchDay { month: 2, year: 2024, days: 29 }));
        assert_eq!(date("1/13/2024"), Err(DateRefusal::NoSuchMonth { month: 13 }));
        assert_eq!(date("16/5"), Err(DateRefusal::YearMissing { day: 16, month: 5 }));
    }

    #[test]
    fn what_is_no_date_is_refused_and_never_guessed() {
        assert_eq!(date("  "), Err(DateRefusal::Empty));
        for text in [
            "hôm qua",
            "16/5/2024/1",
            "5 quả trứng 3 4",
            "16/5/20240",
            "999999999999999999999/1/1",
            "20240516",
        ] {
            assert_eq!(date(text), Err(DateRefusal::NotADate), "{text}");
        }
    }
}
