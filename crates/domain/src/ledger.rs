//! The ledger (nhật ký): who did what, when, from where. It only grows, and its lines are chained by hash.
//!
//! Not here: the hash function itself and the storing.

use crate::id::{AccountId, LedgerId, UnitId};

/// One line as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its identity.
    pub id: LedgerId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Who; `None` for a stranger (a failed login) and for the program itself.
    pub account: Option<AccountId>,
    /// From where: an address, `cli`, or `job`.
    pub origin: String,
    /// The act, as `noun.verb` (`unit.rename`).
    pub act: String,
    /// The unit it concerns, where there is one.
    pub unit: Option<UnitId>,
    /// The thing it was done to, printed id, or empty.
    pub object: String,
    /// What was done, for people: short, without secrets or personal data beyond what the act needs.
    pub detail: String,
}

/// The bytes over which a line's hash is taken: the hash of the line before it, then every field with its
/// length, so that no two different lines give the same bytes.
pub fn chained_bytes(previous: &[u8], line: &Line) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    let mut field = |bytes: &[u8]| {
        out.extend_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        out.extend_from_slice(bytes);
    };
    field(previous);
    field(&line.id.0.to_be_bytes());
    field(&line.at_ms.to_be_bytes());
    field(&line.account.map_or(0, |account| account.0).to_be_bytes());
    field(line.origin.as_bytes());
    field(line.act.as_bytes());
    field(&line.unit.map_or(0, |unit| unit.0).to_be_bytes());
    field(line.object.as_bytes());
    field(line.detail.as_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            id: LedgerId(1),
            at_ms: 2,
            account: None,
            origin: "cli".into(),
            act: "unit.create".into(),
            unit: Some(UnitId(3)),
            object: "x".into(),
            detail: "y".into(),
        }
    }

    #[test]
    fn moving_a_letter_between_fields_changes_the_bytes() {
        let moved = Line { object: "xy".into(), detail: String::new(), ..line() };
        assert_ne!(chained_bytes(b"", &line()), chained_bytes(b"", &moved));
    }

    #[test]
    fn the_line_before_is_part_of_the_bytes() {
        assert_ne!(chained_bytes(b"a", &line()), chained_bytes(b"b", &line()));
    }
}
