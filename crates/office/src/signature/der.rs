//! Reading DER: tag, length, content, and nothing more clever.
//!
//! Lengths are checked against what is there before anything is taken; forms that DER does not allow (lengths left
//! open, tags of several bytes) are not read. Not here: what a value means.

use jiff::civil::DateTime;

/// A value: its tag, its content, and both as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value<'a> {
    /// The tag's byte.
    pub tag: u8,
    /// The content.
    pub content: &'a [u8],
    /// Tag, length and content.
    pub whole: &'a [u8],
}

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BITS: u8 = 0x03;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const OID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
const UTC_TIME: u8 = 0x17;
const GENERAL_TIME: u8 = 0x18;
const WIDE_TEXT: u8 = 0x1e;

/// The first value and what stands behind it.
pub(super) fn first(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match usize::from(*length) {
        short @ 0..=0x7f => (short, rest),
        long @ 0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(long - 0x80)?;
            (digits.iter().fold(0_usize, |sum, digit| (sum << 8) | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, after) = rest.split_at_checked(length)?;
    let whole = bytes.get(..bytes.len().checked_sub(after.len())?)?;
    Some((Value { tag: *tag, content, whole }, after))
}

/// The values that stand one after another.
pub(super) fn all(mut bytes: &[u8]) -> Vec<Value<'_>> {
    let mut found = Vec::new();
    while let Some((value, after)) = first(bytes) {
        found.push(value);
        bytes = after;
    }
    found
}

impl<'a> Value<'a> {
    /// The values inside, where this is of the tag asked for.
    pub(super) fn inside(&self, tag: u8) -> Option<Vec<Value<'a>>> {
        (self.tag == tag).then(|| all(self.content))
    }

    /// The content, where this is of the tag asked for.
    pub(super) fn of(&self, tag: u8) -> Option<&'a [u8]> {
        (self.tag == tag).then_some(self.content)
    }

    /// A text of any of the kinds that names have.
    pub(super) fn text(&self) -> String {
        if self.tag == WIDE_TEXT {
            let units: Vec<u16> = self
                .content
                .chunks(2)
                .map(|pair| pair.iter().fold(0_u16, |sum, byte| (sum << 8) | u16::from(*byte)))
                .collect();
            String::from_utf16_lossy(&units)
        } else {
            String::from_utf8_lossy(self.content).into_owned()
        }
    }

    /// A moment in universal time.
    pub(super) fn time(&self) -> Option<DateTime> {
        let digits = std::str::from_utf8(self.content).ok()?.strip_suffix('Z')?;
        let full = match self.tag {
            // Two digits of a year mean 1950 to 2049.
            UTC_TIME => {
                let century = if digits.get(..2)?.parse::<u8>().ok()? < 50 { "20" } else { "19" };
                format!("{century}{digits}")
            }
            GENERAL_TIME => digits.get(..14)?.to_owned(),
            _ => return None,
        };
        DateTime::strptime("%Y%m%d%H%M%S", &full).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{SEQUENCE, Value, all, first};

    #[test]
    fn values_are_read_one_inside_another() {
        let bytes = [0x30, 0x06, 0x02, 0x01, 0x05, 0x0c, 0x01, b'a', 0xff];
        let (outer, after) = first(&bytes).unwrap();
        assert_eq!(after, [0xff]);
        let inner = outer.inside(SEQUENCE).unwrap();
        assert_eq!(inner.iter().map(|value| value.tag).collect::<Vec<_>>(), [0x02, 0x0c]);
        assert_eq!(inner[1].text(), "a");
    }

    #[test]
    fn lengths_beyond_the_end_and_open_lengths_are_not_read() {
        for bytes in [
            [0x30, 0x05, 0x00].as_slice(),
            &[0x30, 0x80, 0, 0],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x30],
        ] {
            assert_eq!(first(bytes), None, "{bytes:?}");
        }
        assert!(all(&[]).is_empty());
    }

    #[test]
    fn times_of_both_kinds_are_read() {
        let time =
            |tag, text: &'static [u8]| Value { tag, content: text, whole: text }.time().unwrap().to_string();
        assert_eq!(time(0x17, b"260205093000Z"), "2026-02-05T09:30:00");
        assert_eq!(time(0x17, b"500101000000Z"), "1950-01-01T00:00:00");
        assert_eq!(time(0x18, b"20510101000000Z"), "2051-01-01T00:00:00");
    }
}
