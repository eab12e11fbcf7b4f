//! Bytes as letters: base58 (Bitcoin's alphabet) for keys and signatures, base64url without padding for lists.
//!
//! Not here: the letter in front that says which of the two it is; whoever names a multibase value does.

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The longest base58 text that is read, in letters: the work grows with the square.
const LONGEST_BASE58: usize = 256;

fn letter(alphabet: &[u8], value: u32) -> char {
    usize::try_from(value).ok().and_then(|at| alphabet.get(at)).map_or('\u{fffd}', |byte| char::from(*byte))
}

fn value(alphabet: &[u8], letter: u8) -> Option<u32> {
    alphabet.iter().position(|known| *known == letter).and_then(|at| u32::try_from(at).ok())
}

/// Carries `add` into a number held as digits, the lowest first.
fn carry(digits: &mut Vec<u32>, times: u32, base: u32, add: u32) {
    let mut over = add;
    for digit in digits.iter_mut() {
        let sum = *digit * times + over;
        *digit = sum % base;
        over = sum / base;
    }
    while over > 0 {
        digits.push(over % base);
        over /= base;
    }
}

/// Bytes in base58.
pub fn to_base58(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits = Vec::new();
    for byte in bytes {
        carry(&mut digits, 256, 58, u32::from(*byte));
    }
    "1".repeat(zeros) + &digits.iter().rev().map(|digit| letter(BASE58, *digit)).collect::<String>()
}

/// Reads base58; `None` for letters outside the alphabet or too many of them.
pub fn from_base58(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST_BASE58 {
        return None;
    }
    let mut digits = Vec::new();
    for byte in text.bytes() {
        carry(&mut digits, 58, 256, value(BASE58, byte)?);
    }
    let zeros = text.bytes().take_while(|byte| *byte == b'1').count();
    let mut bytes = vec![0; zeros];
    for digit in digits.iter().rev() {
        bytes.push(u8::try_from(*digit).ok()?);
    }
    Some(bytes)
}

/// Bytes in base64url, without padding.
pub fn to_base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0, |word, at| (word << 8) | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..=three.len() {
            let shift = 18 - 6 * u32::try_from(at).unwrap_or(3);
            text.push(letter(BASE64, (word >> shift) & 63));
        }
    }
    text
}

/// Reads base64url without padding; `None` for other letters, an impossible length, or bits left over.
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        let mut word = 0;
        for byte in four {
            word = (word << 6) | value(BASE64, *byte)?;
        }
        let (shift, spare) = match four.len() {
            4 => (0, 0),
            3 => (6, 2),
            2 => (12, 4),
            _ => return None,
        };
        if spare > 0 && word & ((1 << spare) - 1) != 0 {
            return None;
        }
        let all = (word << shift).to_be_bytes();
        bytes.extend(all.iter().skip(1).take(four.len() - 1));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_examples_come_out() {
        // draft-msporny-base58, section 5; RFC 4648, section 10, in the alphabet of section 5.
        assert_eq!(to_base58(b"Hello World!"), "2NEpo7TZRRrLZSi2U");
        assert_eq!(to_base58(&[0, 0, 0x28, 0x7f, 0xb4, 0xcd]), "11233QC4");
        for (bytes, text) in
            [("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        {
            assert_eq!(to_base64url(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn what_is_not_in_the_alphabet_is_refused() {
        for text in ["0", "O", "l", "đ", &"2".repeat(257)] {
            assert_eq!(from_base58(text), None, "{text}");
        }
        for text in ["A", "Zh", "Zg==", "+w", "Zm9vY"] {
            assert_eq!(from_base64url(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(from_base58(&to_base58(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(from_base64url(&to_base64url(&bytes)), Some(bytes));
        }
    }
}
