//! An exact decimal number as a sheet holds it.
//!
//! Sheets store binary fractions; what people see and mean is the shortest decimal that names the same fraction.
//! Here that decimal is kept as whole digits and a count of places, so that nothing is lost or added afterwards.
//! Not here: numbers typed as text ("3,5 tỷ"), whose grammar belongs to the language.

use std::fmt;

/// A whole number of units of 10⁻ᵖˡᵃᶜᵉˢ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All digits, with the sign: 352 for 3.52.
    pub digits: i64,
    /// How many of the digits stand behind the decimal point: 2 for 3.52. Never more than 18.
    pub places: u8,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { digits: value, places: 0 }
    }

    /// The shortest decimal that names the same binary fraction; `None` when it is not a number or needs more
    /// than 18 digits.
    pub fn from_f64(value: f64) -> Option<Self> {
        if value.is_finite() { Self::parse(&value.to_string()) } else { None }
    }

    /// Reads a plain decimal with a point, with or without an exponent, as files write it: `-3.52`, `1E-3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (text.get(..at)?, text.get(at.checked_add(1)?..)?.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if before.is_empty() && behind.is_empty() {
            return None;
        }
        let mut digits: i64 = 0;
        for letter in before.chars().chain(behind.chars()) {
            let digit = i64::from(letter.to_digit(10)?);
            digits = digits.checked_mul(10)?.checked_add(digit)?;
        }
        if digits == 0 {
            return Some(Self::whole(0));
        }
        let mut places = i32::try_from(behind.len()).ok()?.checked_sub(exponent)?;
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places = places.saturating_sub(1);
        }
        while places < 0 {
            digits = digits.checked_mul(10)?;
            places = places.saturating_add(1);
        }
        let places = u8::try_from(places.max(0)).ok().filter(|count| *count <= 18)?;
        Some(Self { digits: if negative { digits.checked_neg()? } else { digits }, places })
    }

    /// A hundred times the value: 97 for 0.97. `None` when that needs more than 18 digits.
    pub fn hundredfold(self) -> Option<Self> {
        match self.places.checked_sub(2) {
            Some(places) => Some(Self { digits: self.digits, places }),
            None if self.places == 1 => Some(Self::whole(self.digits.checked_mul(10)?)),
            None => Some(Self::whole(self.digits.checked_mul(100)?)),
        }
    }

    /// A hundredth of the value: 0.97 for 97. `None` when that needs more than 18 places.
    pub fn hundredth(self) -> Option<Self> {
        let places = self.places.checked_add(2)?;
        if places > 18 { None } else { Self::parse(&Self { digits: self.digits, places }.to_string()) }
    }

    /// The value as a whole number, when it is one.
    pub fn as_whole(self) -> Option<i64> {
        (self.places == 0).then_some(self.digits)
    }
}

impl fmt::Display for Decimal {
    /// With a point and without grouping, as programs write it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::from(self.places);
        if places == 0 {
            return write!(out, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let padded = format!("{:0>width$}", self.digits.unsigned_abs(), width = places.saturating_add(1));
        let (before, behind) = padded.split_at(padded.len().saturating_sub(places));
        write!(out, "{sign}{before}.{behind}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_what_people_see() {
        for (text, digits, places) in [
            ("3.52", 352, 2),
            ("-0.05", -5, 2),
            ("1E3", 1000, 0),
            ("1.50e-2", 15, 3),
            ("6296", 6296, 0),
            ("5.0", 5, 0),
            ("0.000", 0, 0),
            ("0e-2000000000", 0, 0),
        ] {
            assert_eq!(Decimal::parse(text), Some(Decimal { digits, places }), "{text}");
        }
        assert_eq!(Decimal::from_f64(0.1 + 0.0), Some(Decimal { digits: 1, places: 1 }));
        assert_eq!(Decimal::from_f64(3_500_000_000.0), Some(Decimal::whole(3_500_000_000)));
        for text in ["", ".", "-", "1e", "1e999", "abc", "99999999999999999999", "1,5"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
        assert_eq!(Decimal::from_f64(f64::NAN), None);
        assert_eq!(Decimal::from_f64(1e300), None);
    }

    #[test]
    fn shown_as_programs_write_it() {
        for text in ["3.52", "-0.05", "6296", "0", "-7"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
    }
}
