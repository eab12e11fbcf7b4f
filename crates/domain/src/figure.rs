//! Figures (số liệu): the value of one slot for one unit and one period, and the compact vector that holds
//! all of a submission's values.
//!
//! Not here: adding up (`total`), printing ("hơn 5.400" is `lang`'s), storing.

pub use crate::by_slot::{Beside, BySlot, Slot};

/// How near a written number stands to the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// "hơn", "trên": the true number is larger.
    AtLeast,
    /// "gần": the true number is smaller.
    AtMost,
    /// "khoảng": near, on either side.
    About,
}

/// A figure that was reported. A figure that was *not* reported is the absence of a value, never a zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Value {
    /// A count, or money in whole đồng. Zero is a count like any other.
    Count {
        /// The number, in the indicator's measure.
        number: i64,
        /// How near it stands to the true one.
        bound: Bound,
    },
    /// A share with both its counts, added up as Σ/Σ.
    Ratio {
        /// Those who did.
        numerator: i64,
        /// Those who were to.
        denominator: i64,
    },
    /// A percentage told without its counts ("đạt 97%"): kept as a statement, never added.
    Statement {
        /// Thousandths of a percent: 97 % is 97 000.
        thousandths: i64,
        /// How near it stands to the true one.
        bound: Bound,
    },
    /// The unit has no such thing (không áp dụng).
    NotApplicable,
}

impl Value {
    /// An exact count.
    pub fn exact(number: i64) -> Self {
        Self::Count { number, bound: Bound::Exact }
    }

    /// A count that the true number exceeds.
    pub fn at_least(number: i64) -> Self {
        Self::Count { number, bound: Bound::AtLeast }
    }
}

/// Why a value may not stand in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueRefusal {
    /// Counts and money are never negative.
    #[error("negative")]
    Negative,
    /// Beyond [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// A share whose denominator is zero while its numerator is not, or whose numerator exceeds it.
    #[error("numerator above denominator")]
    AboveDenominator,
    /// A percentage above 100 000 %.
    #[error("percentage out of range")]
    PercentOutOfRange,
}

/// The largest single value, 9 × 10¹⁵: ten thousand units of this size still add up within 64 bits, and every
/// spreadsheet holds it exactly.
pub const LARGEST: i64 = 9_000_000_000_000_000;

impl Value {
    /// Whether the value can stand at all, whatever the indicator.
    pub fn check(self) -> Result<Self, ValueRefusal> {
        let sound = |number: i64| match number {
            ..0 => Err(ValueRefusal::Negative),
            number if number > LARGEST => Err(ValueRefusal::TooLarge),
            _ => Ok(()),
        };
        match self {
            Self::Count { number, .. } => sound(number)?,
            Self::Ratio { numerator, denominator } => {
                sound(numerator)?;
                sound(denominator)?;
                if numerator > denominator {
                    return Err(ValueRefusal::AboveDenominator);
                }
            }
            Self::Statement { thousandths, .. } => {
                if !(0..=100_000_000).contains(&thousandths) {
                    return Err(ValueRefusal::PercentOutOfRange);
                }
            }
            Self::NotApplicable => {}
        }
        Ok(self)
    }
}

/// All values of one submission, by slot. A slot that is missing was not reported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vector(pub BySlot<Value>);

/// The bytes are no vector: the stored row is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a vector of values")]
pub struct Damaged;

/// The tags of the stored form; a bound is added to the tag of its kind.
const COUNT: u64 = 0;
const STATEMENT: u64 = 4;
const RATIO: u64 = 8;
const NOT_APPLICABLE: u64 = 9;

impl Vector {
    /// The compact stored form: per slot the distance from the last one, a tag, and the value's numbers, all as
    /// variable-length integers. Forty figures take about 150 bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.0.len() * 4 + 2);
        let mut last = 0;
        for (slot, value) in &self.0 {
            let step = u64::from(slot.0.wrapping_sub(last));
            last = slot.0;
            let (tag, first, second) = match *value {
                Value::Count { number, bound } => (COUNT + bound_tag(bound), Some(number), None),
                Value::Statement { thousandths, bound } => {
                    (STATEMENT + bound_tag(bound), Some(thousandths), None)
                }
                Value::Ratio { numerator, denominator } => (RATIO, Some(numerator), Some(denominator)),
                Value::NotApplicable => (NOT_APPLICABLE, None, None),
            };
            put(&mut out, step * 16 + tag);
            for number in [first, second].into_iter().flatten() {
                put(&mut out, number.unsigned_abs());
            }
        }
        out
    }

    /// Reads what [`Vector::encode`] wrote.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        // Most values take two bytes or three.
        let mut values = BySlot::with_capacity(bytes.len() / 2);
        for_each(bytes, |slot, value| {
            values.insert(slot, value);
        })?;
        Ok(Self(values))
    }

    /// The value of one slot.
    pub fn get(&self, slot: Slot) -> Option<Value> {
        self.0.get(&slot).copied()
    }
}

/// Walks over an encoded vector without building it: what adding up a whole country needs.
pub fn for_each(mut bytes: &[u8], mut visit: impl FnMut(Slot, Value)) -> Result<(), Damaged> {
    let mut slot = 0_u32;
    while !bytes.is_empty() {
        let head = take(&mut bytes)?;
        let step = u32::try_from(head / 16).map_err(|_| Damaged)?;
        slot = slot.checked_add(step).ok_or(Damaged)?;
        let tag = head % 16;
        let value = match tag {
            0..=3 => Value::Count { number: number(&mut bytes)?, bound: tag_bound(tag) },
            4..=7 => Value::Statement { thousandths: number(&mut bytes)?, bound: tag_bound(tag - STATEMENT) },
            RATIO => Value::Ratio { numerator: number(&mut bytes)?, denominator: number(&mut bytes)? },
            NOT_APPLICABLE => Value::NotApplicable,
            _ => return Err(Damaged),
        };
        visit(Slot(slot), value);
    }
    Ok(())
}

fn bound_tag(bound: Bound) -> u64 {
    match bound {
        Bound::Exact => 0,
        Bound::AtLeast => 1,
        Bound::AtMost => 2,
        Bound::About => 3,
    }
}

fn tag_bound(tag: u64) -> Bound {
    match tag {
        1 => Bound::AtLeast,
        2 => Bound::AtMost,
        3 => Bound::About,
        _ => Bound::Exact,
    }
}

fn number(bytes: &mut &[u8]) -> Result<i64, Damaged> {
    i64::try_from(take(bytes)?).map_err(|_| Damaged)
}

/// Appends an unsigned integer, seven bits a byte, lowest first.
pub(crate) fn put(out: &mut Vec<u8>, mut value: u64) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

/// Takes what [`put`] appended off the front.
#[inline]
pub(crate) fn take(bytes: &mut &[u8]) -> Result<u64, Damaged> {
    // Steps, masks and small counts are one byte, sums of a district two or three, and there are millions of them.
    match **bytes {
        [a, ref rest @ ..] if a < 0x80 => {
            *bytes = rest;
            Ok(u64::from(a))
        }
        [a, b, ref rest @ ..] if b < 0x80 => {
            *bytes = rest;
            Ok(u64::from(a & 0x7f) | u64::from(b) << 7)
        }
        [a, b, c, ref rest @ ..] if c < 0x80 => {
            *bytes = rest;
            Ok(u64::from(a & 0x7f) | u64::from(b & 0x7f) << 7 | u64::from(c) << 14)
        }
        _ => take_long(bytes),
    }
}

fn take_long(bytes: &mut &[u8]) -> Result<u64, Damaged> {
    let mut value = 0_u64;
    for shift in (0..70).step_by(7) {
        let (first, rest) = bytes.split_first().ok_or(Damaged)?;
        *bytes = rest;
        let low = u64::from(first & 0x7f);
        if shift == 63 && low > 1 {
            return Err(Damaged);
        }
        value |= low << shift;
        if first & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values() -> impl Strategy<Value = Value> {
        let bound =
            prop_oneof![Just(Bound::Exact), Just(Bound::AtLeast), Just(Bound::AtMost), Just(Bound::About)];
        prop_oneof![
            (0..=LARGEST, bound.clone()).prop_map(|(number, bound)| Value::Count { number, bound }),
            (0..=LARGEST, 0..=LARGEST)
                .prop_map(|(numerator, denominator)| Value::Ratio { numerator, denominator }),
            (0..200_000_i64, bound).prop_map(|(thousandths, bound)| Value::Statement { thousandths, bound }),
            Just(Value::NotApplicable),
        ]
    }

    proptest! {
        #[test]
        fn a_vector_survives_storage(
            map in prop::collection::btree_map((1..5_000_u32).prop_map(Slot), values(), 0..60)
        ) {
            let vector = Vector(map.into_iter().collect());
            prop_assert_eq!(Vector::decode(&vector.encode()), Ok(vector));
        }

        #[test]
        fn damaged_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _outcome = Vector::decode(&bytes);
        }
    }

    #[test]
    fn zero_is_not_absence() {
        let vector = Vector([(Slot(3), Value::exact(0))].into());
        let read = Vector::decode(&vector.encode()).expect("sound");
        assert_eq!(read.get(Slot(3)), Some(Value::exact(0)));
        assert_eq!(read.get(Slot(4)), None);
    }

    #[test]
    fn impossible_values_are_refused() {
        assert_eq!(Value::exact(-1).check(), Err(ValueRefusal::Negative));
        assert_eq!(Value::exact(LARGEST + 1).check(), Err(ValueRefusal::TooLarge));
        let above = Value::Ratio { numerator: 31, denominator: 28 };
        assert_eq!(above.check(), Err(ValueRefusal::AboveDenominator));
        assert!(Value::exact(0).check().is_ok());
    }
}
