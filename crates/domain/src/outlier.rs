//! Outliers (số khác thường): a figure far from what the same unit told before, by its own median and spread. Nothing
//! is ever corrected by it; it says where to look.
//!
//! Not here: what a form's checks ask (`form`), who looks into it (`acts::outlier`).

/// How many earlier figures are needed before anything can be called odd.
pub const FEWEST: usize = 4;

/// How a figure stands to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Odd {
    /// The middle of the earlier figures.
    pub median: i64,
    /// The middle of their distances from it.
    pub spread: i64,
}

/// The middle of some numbers, the lower of two middle ones; `None` of nothing.
fn median(numbers: &[i64]) -> Option<i64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// Whether a figure is far from the earlier ones: more than 5.19 times their middle distance (three and a half
/// standard deviations of figures that scatter evenly), and by at least a tenth of the median.
pub fn odd(earlier: &[i64], now: i64) -> Option<Odd> {
    if earlier.len() < FEWEST {
        return None;
    }
    let middle = median(earlier)?;
    let distances: Vec<i64> = earlier.iter().map(|one| one.saturating_sub(middle).saturating_abs()).collect();
    let spread = median(&distances)?;
    let distance = i128::from(now.saturating_sub(middle).saturating_abs());
    // Figures that never moved have no spread of their own; half of them is then far.
    let far = if spread == 0 {
        distance * 2 > i128::from(middle)
    } else {
        distance * 1_000 > i128::from(spread) * 5_189
    };
    let seen = distance * 10 > i128::from(middle) && distance > 1;
    (far && seen).then_some(Odd { median: middle, spread })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_figure_is_odd_against_its_own_past() {
        assert_eq!(odd(&[10, 12, 11, 9], 11), None);
        assert_eq!(odd(&[10, 12, 11, 9], 60), Some(Odd { median: 10, spread: 1 }));
        assert_eq!(odd(&[10, 12, 11], 600), None, "too little is known");
        assert_eq!(odd(&[28, 28, 28, 28], 29), None, "one more member is no wonder");
        assert_eq!(odd(&[28, 28, 28, 28], 280), Some(Odd { median: 28, spread: 0 }));
        assert_eq!(odd(&[0, 0, 0, 0], 1), None);
    }

    proptest! {
        #[test]
        fn what_was_told_before_is_never_odd(numbers in prop::collection::vec(0..=1_000_000_i64, 4..20)) {
            let middle = median(&numbers).expect("a middle");
            prop_assert_eq!(odd(&numbers, middle), None);
        }

        #[test]
        fn no_number_breaks_it(numbers in prop::collection::vec(any::<i64>(), 0..9), now in any::<i64>()) {
            let _found = odd(&numbers, now);
        }
    }
}
