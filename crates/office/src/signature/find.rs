//! Where signatures lie in a PDF.
//!
//! A signature names the stretches it covers (`/ByteRange`), and lies in the gap between them as hexadecimal digits,
//! so both are found in the bytes as they are, without the file's own tables. Not here: what is in a signature.

use std::ops::Range;

/// A signature's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The two stretches covered.
    pub stretches: [Range<usize>; 2],
    /// What lies between them.
    pub container: Vec<u8>,
    /// Whether nothing else is in the file.
    pub covers_all: bool,
}

const MARK: &[u8] = b"/ByteRange";

/// All places, in the sequence of the file.
pub(super) fn places(pdf: &[u8]) -> Vec<Place> {
    let mut found = Vec::new();
    let mut from = 0_usize;
    while let Some(rest) = pdf.get(from..) {
        let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) else { break };
        let after = at.saturating_add(MARK.len());
        if let Some(place) = rest.get(after..).and_then(|rest| place(pdf, rest)) {
            found.push(place);
        }
        from = from.saturating_add(after);
    }
    found
}

fn place(pdf: &[u8], rest: &[u8]) -> Option<Place> {
    let rest = rest.get(..rest.len().min(200))?;
    let opened = rest.iter().position(|byte| *byte == b'[')?;
    let closed = rest.iter().position(|byte| *byte == b']')?;
    let numbers = std::str::from_utf8(rest.get(opened.checked_add(1)?..closed)?).ok()?;
    let numbers: Vec<usize> = numbers.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    let [start, length, second, tail] = numbers.as_slice() else { return None };
    let first_end = start.checked_add(*length)?;
    let second_end = second.checked_add(*tail)?;
    if *start != 0 || first_end > *second || second_end > pdf.len() {
        return None;
    }
    let gap = pdf.get(first_end..*second)?;
    let digits = gap.strip_prefix(b"<")?.strip_suffix(b">")?;
    let covers_all = pdf.get(second_end..)?.iter().all(u8::is_ascii_whitespace);
    Some(Place { stretches: [0..first_end, *second..second_end], container: bytes(digits)?, covers_all })
}

/// Hexadecimal digits as bytes; blanks between them do not count.
fn bytes(digits: &[u8]) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(digits.len() / 2);
    let mut half = None;
    for digit in digits.iter().filter(|digit| !digit.is_ascii_whitespace()) {
        let value = u8::try_from(char::from(*digit).to_digit(16)?).ok()?;
        match half.take() {
            None => half = Some(value),
            Some(high) => values.push((high << 4) | value),
        }
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn a_place_is_two_stretches_and_the_gap_between() {
        let file = b"/ByteRange [0 37 43 5] /Contents      <30 0>tail!";
        let found = places(file);
        assert_eq!(found.len(), 0, "the gap here does not begin where it says");
        let file = b"/ByteRange [0 33 39 5] /Contents <3000>tail!\n";
        let found = places(file);
        assert_eq!(found[0].container, [0x30, 0x00]);
        assert!(found[0].covers_all);
        assert!(!places(b"/ByteRange [0 33 39 5] /Contents <3000>tail!more")[0].covers_all);
    }

    #[test]
    fn ranges_that_lie_are_passed_over() {
        for file in [
            b"/ByteRange [0 5 3 9]".as_slice(),
            b"/ByteRange [0 99999999999999999999 1 1]",
            b"/ByteRange [0 18446744073709551615 1 1]",
            b"/ByteRange",
            b"/ByteRange [0 1",
        ] {
            assert!(places(file).is_empty());
        }
    }
}
