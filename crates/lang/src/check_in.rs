//! Checks of a form as people write them, one to a line: `SH05 không quá CT01`, `HD01 = HD02 + HD03`,
//! `mọi số đổi không quá 50%`, `MH02 thường không quá 50`. Reads and writes them.
//!
//! Not here: which figure a code names, and whether a check can stand (`domain::form`).

use std::fmt;

/// One line. Figures are told by their codes, in capitals up to the first point (`HD01`, `KT10.collective.giay-khen`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckLine {
    /// One figure is never above another: stops the sending.
    NeverAbove {
        /// The smaller.
        lower: String,
        /// The larger.
        upper: String,
    },
    /// Figures add up to another: stops the sending.
    AddsUp {
        /// The whole.
        whole: String,
        /// The parts.
        parts: Vec<String>,
    },
    /// A figure is never above a number: stops the sending.
    NeverAboveNumber {
        /// Which figure.
        of: String,
        /// The number.
        most: i64,
    },
    /// A figure, or every one, differs from last period's by more than a share: needs a reason.
    Changes {
        /// Which figure; `None` for every one.
        of: Option<String>,
        /// In percent.
        percent: i64,
    },
    /// A figure is above what is usual: needs a reason.
    Above {
        /// Which figure.
        of: String,
        /// The usual number.
        usual: i64,
    },
}

/// Why a line is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckRefusal {
    /// None of the five ways of saying it.
    NotACheck,
    /// A number was to stand here.
    NumberNeeded(String),
    /// A code was to stand here.
    CodeNeeded(String),
}

/// Reads all lines; empty ones are passed over. Refusals name the line, from 1.
pub fn checks(text: &str) -> Result<Vec<CheckLine>, Vec<(usize, CheckRefusal)>> {
    let (mut read, mut refused) = (Vec::new(), Vec::new());
    for (number, line) in (1_usize..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match check(line) {
            Ok(one) => read.push(one),
            Err(refusal) => refused.push((number, refusal)),
        }
    }
    if refused.is_empty() { Ok(read) } else { Err(refused) }
}

/// Reads one line.
pub fn check(line: &str) -> Result<CheckLine, CheckRefusal> {
    let line = line
        .replace("<=", "≤")
        .replace('≤', " <= ")
        .replace('=', " = ")
        .replace("< =", "<=")
        .replace('+', " + ");
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(['.', ';']);
    if let Some((left, right)) = line.split_once(" <= ") {
        return never_above(left, right);
    }
    if let Some((left, right)) = line.split_once(" = ") {
        let parts: Result<Vec<String>, CheckRefusal> = right.split(" + ").map(code).collect();
        return Ok(CheckLine::AddsUp { whole: code(left)?, parts: parts? });
    }
    // The longest way of saying it first: "không quá" stands in all three.
    if let Some((left, right)) = split(line, "đổi không quá") {
        let percent = number(right.trim_end_matches('%').trim_end())?;
        let every = ["mọi số", "mọi số liệu", "mọi chỉ tiêu"];
        let of = if every.contains(&left.to_lowercase().as_str()) { None } else { Some(code(left)?) };
        return Ok(CheckLine::Changes { of, percent });
    }
    if let Some((left, right)) = split(line, "thường không quá") {
        return Ok(CheckLine::Above { of: code(left)?, usual: number(right)? });
    }
    match split(line, "không quá") {
        Some((left, right)) => never_above(left, right),
        None => Err(CheckRefusal::NotACheck),
    }
}

/// The words before and after some words, however they are capitalised.
fn split<'a>(line: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let lower = line.to_lowercase();
    let at = lower.find(&format!(" {words} "))?;
    // Lower case has the same bytes in Vietnamese; where it has not, the line is none of ours.
    let left = line.get(..at)?;
    let right = line.get(at.checked_add(words.len())?.checked_add(2)?..)?;
    Some((left, right))
}

fn never_above(left: &str, right: &str) -> Result<CheckLine, CheckRefusal> {
    let lower = code(left)?;
    if right.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Ok(CheckLine::NeverAboveNumber { of: lower, most: number(right)? });
    }
    Ok(CheckLine::NeverAbove { lower, upper: code(right)? })
}

/// A code: letters and digits, in capitals up to the first point.
fn code(text: &str) -> Result<String, CheckRefusal> {
    let text = text.trim();
    let sound = text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && !text.contains(|letter: char| letter.is_whitespace() || letter == '%');
    if !sound {
        return Err(CheckRefusal::CodeNeeded(text.to_owned()));
    }
    let (head, tail) = text.split_once('.').map_or((text, None), |(head, tail)| (head, Some(tail)));
    let head = head.to_ascii_uppercase();
    Ok(tail.map_or_else(|| head.clone(), |tail| format!("{head}.{tail}")))
}

/// A whole number, perhaps with points between its thousands.
fn number(text: &str) -> Result<i64, CheckRefusal> {
    let refused = || CheckRefusal::NumberNeeded(text.to_owned());
    let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '\u{a0}')).collect();
    digits.parse().map_err(|_| refused())
}

impl fmt::Display for CheckLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverAbove { lower, upper } => write!(f, "{lower} không quá {upper}"),
            Self::AddsUp { whole, parts } => write!(f, "{whole} = {}", parts.join(" + ")),
            Self::NeverAboveNumber { of, most } => write!(f, "{of} không quá {most}"),
            Self::Changes { of: None, percent } => write!(f, "mọi số đổi không quá {percent}%"),
            Self::Changes { of: Some(of), percent } => write!(f, "{of} đổi không quá {percent}%"),
            Self::Above { of, usual } => write!(f, "{of} thường không quá {usual}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_five_ways_are_read_as_people_write_them() {
        let read = |text: &str| check(text).map(|one| one.to_string());
        let same =
            ["SH05 không quá CT01", "HD01 = HD02 + HD03", "SH05 không quá 31", "HD01 thường không quá 50"];
        for text in same {
            assert_eq!(read(text), Ok(text.to_owned()));
        }
        assert_eq!(read("sh05 <= ct01;"), Ok("SH05 không quá CT01".to_owned()));
        assert_eq!(read("sh05≤28"), Ok("SH05 không quá 28".to_owned()));
        assert_eq!(read("HD01=HD02+HD03"), Ok("HD01 = HD02 + HD03".to_owned()));
        assert_eq!(read("HD01 THƯỜNG KHÔNG QUÁ 1.200"), Ok("HD01 thường không quá 1200".to_owned()));
        assert_eq!(read("Mọi số đổi không quá 50 %"), Ok("mọi số đổi không quá 50%".to_owned()));
        assert_eq!(
            read("kt10.collective.bang-khen không quá 3"),
            Ok("KT10.collective.bang-khen không quá 3".to_owned())
        );
    }

    #[test]
    fn what_is_no_check_is_told_by_its_line() {
        let refused = checks("SH05 không quá CT01\n\nđảng viên ít hơn\nHD01 đổi không quá nửa").unwrap_err();
        let expected = [(3, CheckRefusal::NotACheck), (4, CheckRefusal::NumberNeeded("nửa".to_owned()))];
        assert_eq!(refused, expected);
        assert_eq!(check("31 không quá 28"), Err(CheckRefusal::CodeNeeded("31".to_owned())));
        assert_eq!(check("HD01 = "), Err(CheckRefusal::NotACheck));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(codes in prop::collection::vec("[A-Z]{2}[0-9]{2}", 2..6), number in 0_i64..1_000_000) {
            let parts = codes.get(1..).unwrap_or_default().to_vec();
            let first = codes.first().cloned().unwrap_or_default();
            let upper = parts.first().cloned().unwrap_or_default();
            for line in [
                CheckLine::NeverAbove { lower: first.clone(), upper },
                CheckLine::AddsUp { whole: first.clone(), parts },
                CheckLine::NeverAboveNumber { of: first.clone(), most: number },
                CheckLine::Changes { of: Some(first.clone()), percent: number },
                CheckLine::Changes { of: None, percent: number },
                CheckLine::Above { of: first.clone(), usual: number },
            ] {
                prop_assert_eq!(check(&line.to_string()), Ok(line));
            }
        }

        #[test]
        fn no_line_breaks_the_reading(line in "\\PC{0,60}") {
            let _ = check(&line);
        }
    }
}
