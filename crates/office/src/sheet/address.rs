//! Addresses of cells as people say them: `D17`.
//!
//! Not here: what is in the cells.

use std::fmt;
use std::str::FromStr;

/// One cell of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1: A is 1.
    pub column: u32,
}

/// A rectangle of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellRange {
    /// Top left.
    pub first: CellAddress,
    /// Bottom right.
    pub last: CellAddress,
}

/// Text that is no address of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAddress;

impl CellAddress {
    /// From numbers counted from 0, as files count.
    pub(crate) fn from_zero(row: u32, column: u32) -> Self {
        Self { row: row.saturating_add(1), column: column.saturating_add(1) }
    }

    /// Letters of the column: 1 is `A`, 27 is `AA`.
    pub fn column_letters(self) -> String {
        let mut left = self.column;
        let mut letters = Vec::new();
        while left > 0 {
            left = left.saturating_sub(1);
            let letter =
                char::from_digit((left % 26).saturating_add(10), 36).unwrap_or('a').to_ascii_uppercase();
            letters.push(letter);
            left /= 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for CellAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.column_letters(), self.row)
    }
}

impl fmt::Display for CellRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.first, self.last)
    }
}

impl CellRange {
    /// Whether a cell lies in the rectangle.
    pub fn contains(&self, cell: CellAddress) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row)
            && (self.first.column..=self.last.column).contains(&cell.column)
    }
}

impl FromStr for CellAddress {
    type Err = NotAnAddress;

    /// Reads `D17` or `$D$17`, either case, up to row and column numbers of 9 digits.
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.replace('$', "");
        let split = text.find(|letter: char| letter.is_ascii_digit()).ok_or(NotAnAddress)?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 4 || digits.len() > 9 {
            return Err(NotAnAddress);
        }
        let mut column = 0_u32;
        for letter in letters.chars() {
            let value = letter.to_digit(36).and_then(|digit| digit.checked_sub(9)).ok_or(NotAnAddress)?;
            column = column.saturating_mul(26).saturating_add(value);
        }
        let row: u32 = digits.parse().map_err(|_| NotAnAddress)?;
        if row == 0 { Err(NotAnAddress) } else { Ok(Self { row, column }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_there_and_back() {
        for (text, row, column) in
            [("A1", 1, 1), ("D17", 17, 4), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)]
        {
            let address = CellAddress { row, column };
            assert_eq!(address.to_string(), text);
            assert_eq!(text.parse(), Ok(address));
        }
        assert_eq!("$d$17".parse(), Ok(CellAddress { row: 17, column: 4 }));
        for text in ["", "A", "17", "A0", "ABCDE1", "Đ1", "A1B", "A-1"] {
            assert_eq!(text.parse::<CellAddress>(), Err(NotAnAddress), "{text}");
        }
    }
}
