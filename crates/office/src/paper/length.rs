//! Lengths on paper, exact in millimetres, points and the units of Word files.
//!
//! The unit inside is 1/914400 inch: a millimetre is 36,000 of them and a point 12,700, so that a margin of 30 mm
//! and a line of 18 pt are both whole numbers and nothing is rounded before it is drawn.

use std::ops::{Add, Sub};

/// A length, or a distance; may be negative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

const PER_MM: i64 = 36_000;
const PER_POINT: i64 = 12_700;
const PER_TWIP: i64 = 635;

impl Length {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many millimetres.
    pub const fn mm(count: i64) -> Self {
        Self(count.saturating_mul(PER_MM))
    }

    /// So many hundredths of a millimetre.
    pub const fn hundredths_mm(count: i64) -> Self {
        Self(count.saturating_mul(PER_MM / 100))
    }

    /// So many points of 1/72 inch.
    pub const fn points(count: i64) -> Self {
        Self(count.saturating_mul(PER_POINT))
    }

    /// So many half points, the unit of font sizes in Word files.
    pub const fn half_points(count: i64) -> Self {
        Self(count.saturating_mul(PER_POINT / 2))
    }

    /// So many of the units inside.
    pub const fn units(count: i64) -> Self {
        Self(count)
    }

    /// In units of 1/914400 inch, as drawings in Word files count.
    pub const fn emu(self) -> i64 {
        self.0
    }

    /// In twentieths of a point, as text in Word files counts; rounded to the nearest.
    pub const fn twips(self) -> i64 {
        self.over(PER_TWIP)
    }

    /// In half points, rounded to the nearest.
    pub const fn to_half_points(self) -> i64 {
        self.over(PER_POINT / 2)
    }

    /// In hundredths of a millimetre, rounded to the nearest.
    pub const fn to_hundredths_mm(self) -> i64 {
        self.over(PER_MM / 100)
    }

    /// This length × `numerator` / `denominator`, rounded to the nearest; nothing for a denominator of 0.
    #[must_use]
    pub const fn share(self, numerator: i64, denominator: i64) -> Self {
        if denominator <= 0 {
            return Self::ZERO;
        }
        Self(self.0.saturating_mul(numerator)).part(denominator)
    }

    const fn part(self, denominator: i64) -> Self {
        Self(self.over(denominator))
    }

    const fn over(self, unit: i64) -> i64 {
        let half = if self.0 < 0 { -(unit / 2) } else { unit / 2 };
        self.0.saturating_add(half) / unit
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Length;

    #[test]
    fn the_measures_of_papers_are_exact() {
        assert_eq!(Length::mm(210).twips(), 11_906);
        assert_eq!(Length::mm(30).twips(), 1_701);
        assert_eq!(Length::points(18).twips(), 360);
        assert_eq!(Length::half_points(27).to_half_points(), 27);
        assert_eq!(Length::hundredths_mm(1_270).to_hundredths_mm(), 1_270);
        assert_eq!(Length::hundredths_mm(-150).to_hundredths_mm(), -150);
        assert_eq!(Length::mm(165).share(1, 3), Length::mm(55));
        assert_eq!(Length::mm(165).share(1, 0), Length::ZERO);
    }
}
