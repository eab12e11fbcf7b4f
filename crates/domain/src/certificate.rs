//! Certificates (giấy khen, bằng khen): the code that is printed on each, how a sheet stands that somebody holds in
//! hand, and how far a printer is off.
//!
//! Not here: the line of the decision (`honoree`), what is signed (`seal`), rows (`store::certificate`).

use crate::code::codes;
use crate::decision::Standing;
use std::fmt;

/// The letters of a code: digits and capitals without `I L O U`, so that it reads one way only.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters a code has. At five bits each nobody finds one by trying: 2⁶⁰ codes.
const LETTERS: usize = 12;
/// How many letters stand together when it is printed.
const GROUP: usize = 4;

/// The code of a certificate, as on the sheet: `7F3K-9QX2-MB4T`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

/// A text that is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code")]
pub struct NotACode;

impl Code {
    /// A code from random bytes.
    pub fn new(random: [u8; LETTERS]) -> Self {
        Self(random.iter().map(|byte| letter(byte % 32)).collect())
    }

    /// Reads a code as people type it: without marks between the groups, in small letters, with the letters that
    /// look like digits.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let mut letters = String::with_capacity(LETTERS);
        for typed in
            text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '.'))
        {
            let read = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(read).is_ok_and(|byte| ALPHABET.contains(&byte));
            if !known || letters.len() == LETTERS {
                return Err(NotACode);
            }
            letters.push(read);
        }
        if letters.len() == LETTERS { Ok(Self(letters)) } else { Err(NotACode) }
    }

    /// The letters alone, as they stand in storage and in addresses.
    pub fn letters(&self) -> &str {
        &self.0
    }
}

fn letter(digit: u8) -> char {
    ALPHABET.get(usize::from(digit)).copied().map_or('0', char::from)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

/// Why a second sheet was made for one line of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Replacing {
    /// The first was lost or spoilt (cấp lại).
    Lost,
    /// What it says was put right, or its body has a successor (cấp đổi).
    Changed,
}

codes!(Replacing { Lost = "lost", Changed = "changed" });

/// How a sheet stands that somebody holds in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worth {
    /// It holds.
    Valid,
    /// The register was put right after it was made: what it says is no longer what the register says.
    Differs,
    /// Another sheet took its place.
    Replaced,
    /// The decision was cancelled.
    Annulled,
    /// The honour was stripped.
    Stripped,
}

/// How a sheet stands: what happened to the decision counts before what happened to the paper.
pub fn worth(decision: Standing, replaced: bool, name_printed: &str, name_today: &str) -> Worth {
    match decision {
        Standing::Annulled => Worth::Annulled,
        Standing::Stripped => Worth::Stripped,
        Standing::Valid if replaced => Worth::Replaced,
        Standing::Valid if name_printed != name_today => Worth::Differs,
        Standing::Valid => Worth::Valid,
    }
}

/// How far a printer prints beside the place, in hundredths of a millimetre; right and down count up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offset {
    /// To the right.
    pub across: i32,
    /// Down.
    pub down: i32,
}

impl Offset {
    /// The furthest a printer can be off: 20 mm. Beyond that the sheet lies wrongly.
    pub const MOST: i32 = 2_000;

    /// An offset, if it can be one.
    pub fn new(across: i32, down: i32) -> Option<Self> {
        let fits = |value: i32| (-Self::MOST..=Self::MOST).contains(&value);
        (fits(across) && fits(down)).then_some(Self { across, down })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::parse("7F3K-9QX2-MB10").expect("a code");
        for typed in ["7f3k9qx2mb1o", " 7F3K 9QX2 MB1O ", "7f3k.9qx2.mblo", "7F3K–9QX2–MBi0"] {
            assert_eq!(Code::parse(typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(code.to_string(), "7F3K-9QX2-MB10");
        for typed in ["", "7F3K", "7F3K-9QX2-MB101", "7F3K-9QX2-MBU0", "7F3K-9QX2-MBĐ0", "../../../etc/x"] {
            assert_eq!(Code::parse(typed), Err(NotACode), "{typed}");
        }
    }

    #[test]
    fn the_decision_counts_before_the_paper() {
        assert_eq!(worth(Standing::Valid, false, "Hoà", "Hoà"), Worth::Valid);
        assert_eq!(worth(Standing::Valid, false, "Hoà", "Hòa"), Worth::Differs);
        assert_eq!(worth(Standing::Valid, true, "Hoà", "Hòa"), Worth::Replaced);
        assert_eq!(worth(Standing::Annulled, true, "Hoà", "Hòa"), Worth::Annulled);
        assert_eq!(worth(Standing::Stripped, false, "Hoà", "Hoà"), Worth::Stripped);
    }

    #[test]
    fn a_printer_is_off_by_millimetres_not_by_pages() {
        assert!(Offset::new(-150, 2_000).is_some());
        assert_eq!(Offset::new(0, 2_001), None);
        assert_eq!(Offset::new(i32::MIN, 0), None);
    }

    proptest! {
        #[test]
        fn a_code_comes_back(random in any::<[u8; LETTERS]>()) {
            let code = Code::new(random);
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(code.clone()));
            prop_assert_eq!(code.letters().len(), LETTERS);
        }
    }
}
