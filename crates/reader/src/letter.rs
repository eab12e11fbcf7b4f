//! Letters told apart quickly: almost every letter of these texts stands in the three blocks that Vietnamese uses.
//!
//! Not here: keys of words (`token`) and composed letters (`text`).

/// The block of Vietnamese letters with two marks; capitals and small letters take turns in it.
const MARKED: std::ops::RangeInclusive<char> = '\u{1ea0}'..='\u{1ef9}';

/// Whether the character is a letter.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{d7}' | '\u{f7}' => false,
        '\u{c0}'..='\u{24f}' => true,
        c if MARKED.contains(&c) => true,
        c => c.is_alphabetic(),
    }
}

/// Whether the character is a letter or a number.
#[inline]
pub(crate) fn is_letter_or_number(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// Whether the character is a capital.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_uppercase(),
        c if MARKED.contains(&c) => u32::from(c).is_multiple_of(2),
        c => c.is_uppercase(),
    }
}

/// Writes the character in lower case at the end of `out`.
#[inline]
pub(crate) fn push_small(out: &mut String, c: char) {
    match c {
        '\0'..='\u{7f}' => out.push(c.to_ascii_lowercase()),
        c if MARKED.contains(&c) => {
            let small = if is_capital(c) { u32::from(c).saturating_add(1) } else { u32::from(c) };
            out.push(char::from_u32(small).unwrap_or(c));
        }
        '\u{e0}'..='\u{ff}' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => out.push(c),
        c => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_ways_agree_with_the_tables() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c}");
            let mut small = String::new();
            push_small(&mut small, c);
            assert_eq!(small, c.to_lowercase().collect::<String>(), "{c}");
        }
    }
}
