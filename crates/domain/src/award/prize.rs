//! Prize money: a multiple of the base salary of the decision's day, in whole numbers, shown step by step.
//!
//! Not here: the multiples and salaries (rows), payment.

use crate::code::codes;
use jiff::civil::Date;

/// How an amount is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Rounding {
    /// Up to the next 10.000 đồng (State).
    UpToTenThousand,
    /// Not rounded, because no rule of rounding is known (Party).
    Unknown,
}

codes!(Rounding { UpToTenThousand = "up", Unknown = "unrounded" });

/// A multiple of the base salary. In hundredths, because a household's Giấy khen has half of a tenth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Multiple {
    /// The multiple × 100.
    pub hundredths: u32,
    /// Whether the rule names a ceiling ("không quá") and not the amount itself.
    pub at_most: bool,
    /// How the amount is rounded.
    pub rounding: Rounding,
}

/// The base salary from a day on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct BaseSalary {
    /// The first day.
    pub from: Date,
    /// Đồng a month.
    pub dong: i64,
    /// The text that sets it.
    pub article: String,
    /// Where this comes from.
    pub source: String,
    /// How far that is to be trusted.
    pub trust: super::Trust,
}

/// A prize with its calculation, to be printed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Calculation {
    /// The multiple.
    pub multiple: Multiple,
    /// The base salary in đồng.
    pub base: i64,
    /// Their product in đồng, cut to whole đồng.
    pub exact: i64,
    /// What is paid (or paid at most).
    pub rounded: i64,
}

/// The base salary in force on a day; `None` before the first that is known.
pub fn base_on(salaries: &[BaseSalary], day: Date) -> Option<&BaseSalary> {
    salaries.iter().filter(|salary| salary.from <= day).max_by_key(|salary| salary.from)
}

/// Calculates a prize; `None` where the product is beyond all money.
pub fn calculate(multiple: Multiple, base: i64) -> Option<Calculation> {
    let hundredfold = base.checked_mul(i64::from(multiple.hundredths))?;
    // A part of a đồng is not money; it still rounds up when the rule says up.
    let exact = hundredfold.div_euclid(100);
    let rounded = match multiple.rounding {
        Rounding::UpToTenThousand => {
            let step = 1_000_000;
            let rest = hundredfold.rem_euclid(step);
            let up = if rest == 0 { hundredfold } else { hundredfold.checked_add(step - rest)? };
            up.div_euclid(100)
        }
        Rounding::Unknown => exact,
    };
    Some(Calculation { multiple, base, exact, rounded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn state(hundredths: u32) -> Multiple {
        Multiple { hundredths, at_most: false, rounding: Rounding::UpToTenThousand }
    }

    #[test]
    fn the_published_amounts() {
        let paid = |hundredths, base| calculate(state(hundredths), base).expect("money").rounded;
        for (hundredths, expected) in [(30, 760_000), (100, 2_530_000), (300, 7_590_000), (450, 11_390_000)] {
            assert_eq!(paid(hundredths, 2_530_000), expected);
        }
        assert_eq!(paid(30, 2_340_000), 710_000);
        assert_eq!(paid(45, 2_530_000), 1_140_000);
    }

    #[test]
    fn without_a_rule_nothing_is_rounded() {
        let multiple = Multiple { hundredths: 30, at_most: false, rounding: Rounding::Unknown };
        assert_eq!(calculate(multiple, 2_530_000).expect("money").rounded, 759_000);
    }

    proptest! {
        #[test]
        fn rounding_goes_up_and_less_than_a_step(hundredths in 1_u32..2_000, base in 1_i64..10_000_000) {
            let made = calculate(state(hundredths), base).expect("money");
            prop_assert_eq!(made.rounded % 10_000, 0);
            prop_assert!(made.rounded >= made.exact && made.rounded - made.exact <= 10_000);
        }
    }
}
