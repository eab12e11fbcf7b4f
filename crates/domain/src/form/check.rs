//! What a form's checks find in answers: nothing, what cannot be, and what is asked about.
//!
//! Not here: whether a single value can stand at all (`figure`), the sentences (`lang`).

use super::{Ask, Content, HardCheck, SoftCheck};
use crate::figure::{Bound, Slot, Value, Vector};
use std::collections::{BTreeMap, BTreeSet};

/// What cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was answered; zero is an answer.
    Unanswered,
    /// The figure is above another that it cannot exceed.
    Above {
        /// What was told.
        number: i64,
        /// The figure that it cannot exceed.
        upper: Slot,
        /// What that one tells.
        most: i64,
    },
    /// The parts do not add up to this figure.
    NotTheSum {
        /// What was told.
        number: i64,
        /// What the parts give.
        sum: i64,
    },
    /// The figure is above the largest possible number.
    AboveNumber {
        /// What was told.
        number: i64,
        /// The largest possible number.
        most: i64,
    },
}

/// What can be, but is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// Changed against last period.
    Changed {
        /// Last period's number.
        last: i64,
        /// By how much, in whole percent of it; negative for less.
        percent: i64,
    },
    /// Above what is usual.
    Large {
        /// The largest usual number.
        usual: i64,
    },
}

/// What a finding weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weight {
    /// It stops the sending.
    Hard(Fault),
    /// It needs one line of reason.
    Soft(Oddity),
}

/// One finding, at one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// At which row.
    pub ask: Ask,
    /// What was found.
    pub weight: Weight,
}

/// Between which numbers the true one lies; `None` where nothing is certain on that side.
fn span(value: Value) -> Option<(i64, Option<i64>)> {
    match value {
        Value::Count { number, bound } => Some(match bound {
            Bound::Exact => (number, Some(number)),
            Bound::AtLeast => (number, None),
            Bound::AtMost => (0, Some(number)),
            Bound::About => (0, None),
        }),
        Value::Ratio { .. } | Value::Statement { .. } | Value::NotApplicable => None,
    }
}

/// The number as it was written.
fn written(value: Value) -> Option<i64> {
    match value {
        Value::Count { number, .. } => Some(number),
        Value::Ratio { .. } | Value::Statement { .. } | Value::NotApplicable => None,
    }
}

/// Everything that the form's checks find, in the order of its rows. What is not certain ("gần 31" of 28) is not
/// held against anybody; one row gets one finding at most. `known` is what is known of figures that a check needs
/// and the form does not ask for (how many members the cell had when it last said so).
pub fn check(
    content: &Content,
    values: &Vector,
    words: &BTreeMap<String, String>,
    last: &Vector,
    known: &Vector,
) -> Vec<Finding> {
    let mut hard = unanswered(content, values);
    let of = |slot: Slot| if content.asks(slot) { values.get(slot) } else { known.get(slot) };
    for one in &content.hard {
        if let Some((slot, fault)) = hard_fault(one, of) {
            hard.entry(slot).or_insert(fault);
        }
    }
    let mut found = Vec::new();
    let said: BTreeSet<&str> =
        words.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(key, _)| key.as_str()).collect();
    for row in content.rows() {
        let finding = |weight| Finding { ask: row.ask.clone(), weight };
        match &row.ask {
            Ask::Words(key) => {
                if row.required && !said.contains(key.as_str()) {
                    found.push(finding(Weight::Hard(Fault::Unanswered)));
                }
            }
            Ask::Number(slot) | Ask::YesNo(slot) => {
                if let Some(fault) = hard.remove(slot) {
                    found.push(finding(Weight::Hard(fault)));
                } else if let Some(oddity) = odd(content, *slot, values, last) {
                    found.push(finding(Weight::Soft(oddity)));
                }
            }
        }
    }
    found
}

fn unanswered(content: &Content, values: &Vector) -> BTreeMap<Slot, Fault> {
    let rows = content.rows().filter(|row| row.required);
    let slots = rows.filter_map(|row| row.ask.slot()).filter(|slot| values.get(*slot).is_none());
    slots.map(|slot| (slot, Fault::Unanswered)).collect()
}

fn hard_fault(check: &HardCheck, value: impl Fn(Slot) -> Option<Value>) -> Option<(Slot, Fault)> {
    let of = |slot: Slot| value(slot).and_then(span);
    match check {
        HardCheck::NeverAbove { lower, upper } => {
            let (low, _) = of(*lower)?;
            let (_, high) = of(*upper)?;
            let most = high.filter(|most| low > *most)?;
            Some((*lower, Fault::Above { number: low, upper: *upper, most }))
        }
        HardCheck::AddsUp { parts, whole } => {
            let (low, high) = of(*whole)?;
            let (mut least, mut most) = (0_i64, Some(0_i64));
            for part in parts {
                let (low, high) = of(*part)?;
                least = least.saturating_add(low);
                most = most.zip(high).map(|(sum, high)| sum.saturating_add(high));
            }
            let number = value(*whole).and_then(written)?;
            if high.is_some_and(|high| least > high) {
                return Some((*whole, Fault::NotTheSum { number, sum: least }));
            }
            let sum = most.filter(|most| *most < low)?;
            Some((*whole, Fault::NotTheSum { number, sum }))
        }
        HardCheck::NeverAboveNumber { slot, most } => {
            let (low, _) = of(*slot)?;
            (low > *most).then_some((*slot, Fault::AboveNumber { number: low, most: *most }))
        }
    }
}

fn odd(content: &Content, slot: Slot, values: &Vector, last: &Vector) -> Option<Oddity> {
    let now = values.get(slot).and_then(written)?;
    for one in &content.soft {
        match one {
            SoftCheck::Above { slot: of, usual } if *of == slot && now > *usual => {
                return Some(Oddity::Large { usual: *usual });
            }
            SoftCheck::Changes { slot: of, percent } if of.is_none_or(|of| of == slot) => {
                let Some(before) = last.get(slot).and_then(written).filter(|before| *before > 0) else {
                    continue;
                };
                let share = i128::from(now - before) * 100 / i128::from(before);
                if share.abs() > i128::from(*percent) {
                    let percent = i64::try_from(share).unwrap_or(i64::MAX);
                    return Some(Oddity::Changed { last: before, percent });
                }
            }
            SoftCheck::Above { .. } | SoftCheck::Changes { .. } => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{Audience, Due, Row, Section};
    use super::*;
    use crate::figure::LARGEST;
    use crate::submission::Scope;
    use proptest::prelude::*;

    const PRESENT: Slot = Slot(1);
    const MEMBERS: Slot = Slot(2);
    const OTHERS: Slot = Slot(3);

    fn content(hard: Vec<HardCheck>, soft: Vec<SoftCheck>) -> Content {
        let row = |slot| Row {
            ask: Ask::Number(slot),
            label: String::new(),
            help: String::new(),
            required: slot == PRESENT,
        };
        Content {
            sections: vec![Section {
                title: "Sinh hoạt".to_owned(),
                rows: [PRESENT, MEMBERS, OTHERS].map(row).to_vec(),
            }],
            hard,
            soft,
            scope: Scope::Own,
            audience: Audience::default(),
            due: Due::OnDay(25),
        }
    }

    fn vector(values: &[(Slot, Value)]) -> Vector {
        Vector(values.iter().copied().collect())
    }

    fn found(form: &Content, values: &[(Slot, Value)], last: &[(Slot, Value)]) -> Vec<Weight> {
        let found = check(form, &vector(values), &BTreeMap::new(), &vector(last), &Vector::default());
        found.into_iter().map(|one| one.weight).collect()
    }

    #[test]
    fn thirty_one_of_twenty_eight_cannot_be() {
        let form = content(vec![HardCheck::NeverAbove { lower: PRESENT, upper: MEMBERS }], Vec::new());
        let members = (MEMBERS, Value::exact(28));
        let above = Weight::Hard(Fault::Above { number: 31, upper: MEMBERS, most: 28 });
        assert_eq!(found(&form, &[(PRESENT, Value::exact(31)), members], &[]), [above]);
        let about = Value::Count { number: 31, bound: Bound::AtMost };
        assert_eq!(found(&form, &[(PRESENT, about), members], &[]), []);
        assert_eq!(found(&form, &[(PRESENT, Value::NotApplicable), members], &[]), []);
    }

    #[test]
    fn zero_is_an_answer_and_nothing_is_none() {
        let form = content(Vec::new(), Vec::new());
        assert_eq!(found(&form, &[], &[]), [Weight::Hard(Fault::Unanswered)]);
        assert_eq!(found(&form, &[(PRESENT, Value::exact(0))], &[]), []);
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let check = HardCheck::AddsUp { parts: vec![PRESENT, OTHERS], whole: MEMBERS };
        let form = content(vec![check], Vec::new());
        let of = |present, others, members| {
            let values = [(PRESENT, present), (OTHERS, others), (MEMBERS, members)];
            found(&form, &values.map(|(slot, number)| (slot, Value::exact(number))), &[])
        };
        assert_eq!(of(26, 2, 28), []);
        assert_eq!(of(26, 1, 28), [Weight::Hard(Fault::NotTheSum { number: 28, sum: 27 })]);
        assert_eq!(of(26, 3, 28), [Weight::Hard(Fault::NotTheSum { number: 28, sum: 29 })]);
    }

    #[test]
    fn a_great_change_and_a_great_number_are_asked_about() {
        let soft = vec![
            SoftCheck::Changes { slot: None, percent: 50 },
            SoftCheck::Above { slot: OTHERS, usual: 1_000 },
        ];
        let form = content(Vec::new(), soft);
        let last = [(PRESENT, Value::exact(601)), (OTHERS, Value::exact(0))];
        let now = [(PRESENT, Value::exact(118)), (OTHERS, Value::exact(1_001))];
        let changed = Weight::Soft(Oddity::Changed { last: 601, percent: -80 });
        assert_eq!(found(&form, &now, &last), [changed, Weight::Soft(Oddity::Large { usual: 1_000 })]);
        assert_eq!(found(&form, &[(PRESENT, Value::exact(601))], &last), []);
    }

    proptest! {
        #[test]
        fn no_number_breaks_the_reckoning(
            a in 0..=LARGEST, b in 0..=LARGEST, c in 0..=LARGEST, percent in 1..=LARGEST
        ) {
            let form = content(
                vec![HardCheck::AddsUp { parts: vec![PRESENT, OTHERS], whole: MEMBERS }],
                vec![SoftCheck::Changes { slot: None, percent }],
            );
            let values = [(PRESENT, Value::exact(a)), (OTHERS, Value::exact(b)), (MEMBERS, Value::exact(c))];
            let last = [(PRESENT, Value::exact(1)), (OTHERS, Value::exact(c))];
            let wrong = found(&form, &values, &last).iter().any(|one| matches!(one, Weight::Hard(_)));
            prop_assert_eq!(wrong, a + b != c);
        }
    }
}
