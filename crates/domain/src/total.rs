//! Totals (số tổng hợp): sums of figures up the tree, kept so that they can be taken apart again.
//!
//! The rule, per unit, period, road and slot:
//! `sum(U) = own(U) + Σ contribution(child)` over the children on the period's last day, and
//! `contribution(U) = whole(U)` where the unit spoke for all below it, else `sum(U)`.
//!
//! Not here: reading and writing rows (`store::total`).

use crate::figure::{Bound, BySlot, Damaged, Slot, Value, Vector, put, take};

/// One slot's sum with what it is made of. Every field adds and subtracts, so a sum can be corrected in place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Sum {
    /// Σ of counts, or Σ of numerators.
    pub number: i64,
    /// Σ of denominators; 0 where the slot holds counts.
    pub denominator: i64,
    /// How many values are exact, shares included; zeros count.
    pub exact: i64,
    /// How many say "hơn".
    pub at_least: i64,
    /// How many say "gần".
    pub at_most: i64,
    /// How many say "khoảng".
    pub about: i64,
    /// How many units said that it does not apply to them.
    pub not_applicable: i64,
    /// How many gave a percentage without its counts; these are in no sum.
    pub statements: i64,
}

impl Sum {
    /// The sum of a single value.
    pub fn of(value: Value) -> Self {
        let mut sum = Self::default();
        match value {
            Value::Count { number, bound } => {
                sum.number = number;
                *sum.bucket(bound) = 1;
            }
            Value::Ratio { numerator, denominator } => {
                (sum.number, sum.denominator, sum.exact) = (numerator, denominator, 1);
            }
            Value::Statement { .. } => sum.statements = 1,
            Value::NotApplicable => sum.not_applicable = 1,
        }
        sum
    }

    fn bucket(&mut self, bound: Bound) -> &mut i64 {
        match bound {
            Bound::Exact => &mut self.exact,
            Bound::AtLeast => &mut self.at_least,
            Bound::AtMost => &mut self.at_most,
            Bound::About => &mut self.about,
        }
    }

    #[inline]
    fn fields(&self) -> [i64; 8] {
        let Self { number, denominator, exact, at_least, at_most, about, not_applicable, statements } = *self;
        [number, denominator, exact, at_least, at_most, about, not_applicable, statements]
    }

    #[inline]
    fn from_fields(fields: [i64; 8]) -> Self {
        let [number, denominator, exact, at_least, at_most, about, not_applicable, statements] = fields;
        Self { number, denominator, exact, at_least, at_most, about, not_applicable, statements }
    }

    /// Adds another sum.
    #[inline]
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let (mine, theirs) = (self.fields(), other.fields());
        let mut sums = [0_i64; 8];
        let mut beyond = 0_i64;
        for ((sum, a), b) in sums.iter_mut().zip(mine).zip(theirs) {
            *sum = a.wrapping_add(b);
            // The sign turns against both parts where a sum left the range.
            beyond |= (a ^ *sum) & (b ^ *sum);
        }
        if beyond < 0 {
            // The largest value allows ten thousand of itself; beyond that a total stops at the rim of i64.
            for ((sum, a), b) in sums.iter_mut().zip(mine).zip(theirs) {
                *sum = a.saturating_add(b);
            }
        }
        Self::from_fields(sums)
    }

    /// The same with every sign turned: what to add to take a sum out again.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::from_fields(self.fields().map(i64::wrapping_neg))
    }

    /// Whether nothing is in it, which is not the same as a sum of zero.
    #[inline]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// How many values were added (statements and "not applicable" are not).
    pub fn values(self) -> i64 {
        self.exact + self.at_least + self.at_most + self.about
    }

    /// The bound of the sum: exact only when every part is; "hơn" when all inexact parts say so.
    pub fn bound(self) -> Bound {
        match (self.at_least, self.at_most, self.about) {
            (0, 0, 0) => Bound::Exact,
            (_, 0, 0) => Bound::AtLeast,
            (0, _, 0) => Bound::AtMost,
            _ => Bound::About,
        }
    }
}

/// Sums by slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums(pub BySlot<Sum>);

impl Sums {
    /// The sums of a single submission's values.
    pub fn of(vector: &Vector) -> Self {
        Self(vector.0.map(|value| Sum::of(*value)))
    }

    /// Adds one slot's sum; a slot that becomes empty is dropped, so equal contents are equal values.
    pub fn add(&mut self, slot: Slot, sum: Sum) {
        match self.0.get_mut(&slot) {
            Some(held) => {
                *held = held.plus(sum);
                if held.is_empty() {
                    self.0.remove(&slot);
                }
            }
            None if sum.is_empty() => {}
            None => drop(self.0.insert(slot, sum)),
        }
    }

    /// Adds all of another's sums.
    pub fn add_all(&mut self, other: &Self) {
        self.0.merge(&other.0, Sum::plus);
        self.0.retain(|_, sum| !sum.is_empty());
    }

    /// What must be added to `before` to get `after`.
    #[must_use]
    pub fn difference(before: &Self, after: &Self) -> Self {
        let mut out = Self(before.0.map(|sum| sum.negated()));
        out.add_all(after);
        out
    }

    /// One slot's sum; empty when nothing was reported.
    pub fn get(&self, slot: Slot) -> Sum {
        self.0.get(&slot).copied().unwrap_or_default()
    }

    /// These sums with the slots of `whole` taken from there: a unit's contribution to the one above.
    #[must_use]
    pub fn overridden(&self, whole: &Vector) -> Self {
        let mut out = self.clone();
        for (slot, value) in &whole.0 {
            out.0.remove(slot);
            out.add(*slot, Sum::of(*value));
        }
        out
    }

    /// The compact stored form: per slot the distance from the last, a mask of the fields that are not zero,
    /// and those fields.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.0.len() * 8);
        self.encode_into(&mut out);
        out
    }

    /// Appends the same to bytes that are there.
    pub fn encode_into(&self, out: &mut Vec<u8>) {
        let mut last = 0;
        for (slot, sum) in &self.0 {
            put(out, u64::from(slot.0.wrapping_sub(last)));
            last = slot.0;
            let fields = sum.fields();
            let mask = fields.iter().rev().fold(0_u64, |mask, field| (mask << 1) | u64::from(*field != 0));
            put(out, mask);
            for field in fields.iter().filter(|field| **field != 0) {
                put(out, zigzag(*field));
            }
        }
    }

    /// Reads what [`Sums::encode`] wrote.
    pub fn decode(mut bytes: &[u8]) -> Result<Self, Damaged> {
        // A sum of a few units takes six bytes or seven: the step, the mask, its number and how many values.
        let mut sums = BySlot::with_capacity(bytes.len() / 6 + 1);
        let mut slot = 0_u32;
        while !bytes.is_empty() {
            let step = u32::try_from(take(&mut bytes)?).map_err(|_| Damaged)?;
            slot = slot.checked_add(step).ok_or(Damaged)?;
            let mut mask = take(&mut bytes)?;
            // Nearly every sum is one of exact counts.
            if mask == COUNTS {
                let (number, exact) = (unzigzag(take(&mut bytes)?), unzigzag(take(&mut bytes)?));
                sums.insert(Slot(slot), Sum { number, exact, ..Sum::default() });
                continue;
            }
            let mut fields = [0_i64; 8];
            for field in &mut fields {
                if mask & 1 == 1 {
                    *field = unzigzag(take(&mut bytes)?);
                }
                mask >>= 1;
                if mask == 0 {
                    break;
                }
            }
            sums.insert(Slot(slot), Sum::from_fields(fields));
        }
        Ok(Self(sums))
    }
}

/// The mask of a sum that has but a number and how many exact values are in it.
const COUNTS: u64 = 0b101;

/// Signed to unsigned, small magnitudes staying small: subtracted sums may pass through negatives.
fn zigzag(value: i64) -> u64 {
    u64::from_ne_bytes(((value << 1) ^ (value >> 63)).to_ne_bytes())
}

fn unzigzag(value: u64) -> i64 {
    i64::from_ne_bytes((value >> 1).to_ne_bytes()) ^ -i64::from(value & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sums() -> impl Strategy<Value = Sums> {
        let number = prop_oneof![
            -70..70_i64,
            -9_000..9_000_i64,
            -2_000_000..2_000_000_i64,
            -1_000_000_000_000..1_000_000_000_000_i64
        ];
        // Which fields hold anything: of most sums a number and how many exact values are in it.
        let held = prop_oneof![Just(0b101_u8), any::<u8>()];
        let sum = (held, prop::array::uniform8(number)).prop_map(|(held, mut fields)| {
            for (place, field) in fields.iter_mut().enumerate() {
                *field *= i64::from((held >> place) & 1);
            }
            Sum::from_fields(fields)
        });
        prop::collection::btree_map((1..3000_u32).prop_map(Slot), sum, 0..50).prop_map(|map| {
            let mut out = Sums::default();
            for (slot, sum) in map {
                out.add(slot, sum);
            }
            out
        })
    }

    proptest! {
        #[test]
        fn sums_survive_storage(sums in sums()) {
            prop_assert_eq!(Sums::decode(&sums.encode()), Ok(sums));
        }

        #[test]
        fn a_difference_leads_from_before_to_after(before in sums(), after in sums()) {
            let mut walked = before.clone();
            walked.add_all(&Sums::difference(&before, &after));
            prop_assert_eq!(walked, after);
        }

        #[test]
        fn damaged_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _outcome = Sums::decode(&bytes);
        }
    }

    #[test]
    fn shares_add_as_sigma_over_sigma() {
        let of = |numerator, denominator| Sum::of(Value::Ratio { numerator, denominator });
        let sum = of(97, 100).plus(of(1, 10));
        assert_eq!((sum.number, sum.denominator), (98, 110));
    }

    #[test]
    fn a_statement_is_never_added() {
        let sum = Sum::of(Value::Statement { thousandths: 97_000, bound: Bound::Exact })
            .plus(Sum::of(Value::Ratio { numerator: 3, denominator: 4 }));
        assert_eq!((sum.number, sum.denominator, sum.statements, sum.values()), (3, 4, 1, 1));
    }

    #[test]
    fn the_bound_of_a_sum() {
        let exact = Sum::of(Value::exact(5));
        let more = Sum::of(Value::at_least(5_400));
        assert_eq!(exact.plus(exact).bound(), Bound::Exact);
        assert_eq!(exact.plus(more).bound(), Bound::AtLeast);
        let near = Sum::of(Value::Count { number: 9, bound: Bound::AtMost });
        assert_eq!(more.plus(near).bound(), Bound::About);
    }

    #[test]
    fn a_sum_stops_at_the_rim() {
        let largest = Sum { number: i64::MAX - 1, exact: 1, ..Sum::default() };
        let sum = largest.plus(Sum { number: 5, exact: 1, ..Sum::default() });
        assert_eq!((sum.number, sum.exact), (i64::MAX, 2));
        assert_eq!(largest.negated().plus(largest.negated()).number, i64::MIN);
    }

    #[test]
    fn whoever_speaks_for_all_overrides_the_sum() {
        let below = Sums([(Slot(1), Sum::of(Value::exact(90))), (Slot(2), Sum::of(Value::exact(7)))].into());
        let whole = Vector([(Slot(1), Value::exact(100))].into());
        let contribution = below.overridden(&whole);
        assert_eq!(contribution.get(Slot(1)).number, 100);
        assert_eq!(contribution.get(Slot(2)).number, 7);
    }
}
