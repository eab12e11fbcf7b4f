//! Passwords: which are refused, how they are hashed and checked, and other secrets made by chance.
//!
//! Not here: whose password it is (`account`), how often one may guess (`login`).

use crate::aside::aside;
use crate::error::Fault;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use domain::text;
use sha2::{Digest as _, Sha256};

/// The fewest letters of a password. There is no second factor, so length alone has to bear it; rules about kinds
/// of letters only make people write passwords down.
pub const LEAST: usize = 14;

/// The most letters: enough for any sentence, few enough that hashing stays cheap.
pub const MOST: usize = 200;

/// Memory in KiB, passes and lanes of Argon2id: one hash takes 19 MiB and tens of milliseconds, so that a stolen
/// table is costly to guess through and a login still feels immediate.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// What everybody would try first, folded and without spaces; any password that is one of these repeated, or one of
/// these with digits around it, is refused too.
const OBVIOUS: &[&str] = &[
    "matkhau",
    "password",
    "passw0rd",
    "quantri",
    "quantrivien",
    "admin",
    "administrator",
    "qwertyuiop",
    "qwerty",
    "abc",
    "abcdefghijklmn",
    "thidua",
    "thiduakhenthuong",
    "dangcongsan",
    "dangcongsanvietnam",
    "vietnam",
    "chuyende",
    "hochiminh",
    "letmein",
    "iloveyou",
    "xinchao",
    "khongbiet",
];

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// Fewer letters than needed.
    TooShort {
        /// The fewest letters.
        least: usize,
    },
    /// More letters than can be taken.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// It is the name to log in with, or holds little else.
    SameAsName,
    /// One of those that everybody would try first, or one letter again and again.
    TooObvious,
    /// It is the password that was to be changed.
    SameAsBefore,
    /// The old password, asked for a change, is not right.
    WrongOld,
}

/// Whether a password may be taken for a login name.
pub fn check(password: &str, login_name: &str) -> Result<(), PasswordRefusal> {
    let letters = password.chars().count();
    if letters < LEAST {
        return Err(PasswordRefusal::TooShort { least: LEAST });
    }
    if letters > MOST {
        return Err(PasswordRefusal::TooLong { most: MOST });
    }
    let plain = bare(password);
    let name = bare(login_name);
    // The name with a few letters around it is the first thing that a guesser builds.
    if !name.is_empty() && plain.contains(&name) && plain.chars().count() < name.chars().count() + 8 {
        return Err(PasswordRefusal::SameAsName);
    }
    let core = plain.trim_matches(|letter: char| letter.is_ascii_digit());
    let obvious = OBVIOUS.iter().any(|known| repeats(core, known));
    let mut kinds: Vec<char> = plain.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if obvious || kinds.len() < 4 || (core.is_empty() && runs(&plain)) {
        return Err(PasswordRefusal::TooObvious);
    }
    Ok(())
}

/// Folded, without spaces.
fn bare(text: &str) -> String {
    text::fold(text).replace(' ', "")
}

/// Whether a text is another one, once or several times over.
fn repeats(text: &str, part: &str) -> bool {
    !text.is_empty() && text.len().is_multiple_of(part.len()) && text.replace(part, "").is_empty()
}

/// Whether digits only count up or down (1 follows 0, and 0 follows 9).
fn runs(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let steps = |step: u32| values.windows(2).all(|pair| matches!(pair, [a, b] if (a + step) % 10 == *b));
    steps(1) || steps(9)
}

fn argon() -> Result<Argon2<'static>, Fault> {
    let (memory, passes, lanes) = COST;
    let params =
        Params::new(memory, passes, lanes, None).map_err(|error| Fault::Hashing(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password, in the text form that names its own parameters, so that they can be raised later.
pub(crate) async fn hash(password: &str) -> Result<String, Fault> {
    let salt = random::<16>()?;
    let password = text::clean(password);
    aside(move || {
        let hash: PasswordHash = argon()?
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map_err(|error| Fault::Hashing(error.to_string()))?;
        Ok(hash.to_string())
    })
    .await?
}

/// Whether a password is the one that was hashed.
pub(crate) async fn verify(password: &str, hashed: String) -> Result<bool, Fault> {
    let password = text::clean(password);
    aside(move || {
        let hash = PasswordHash::new(&hashed).map_err(|error| Fault::Hashing(error.to_string()))?;
        Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await?
}

/// Does the work of a check where there is no account, so that the time of an answer does not tell who exists.
pub(crate) async fn pretend(password: &str) -> Result<(), Fault> {
    hash(password).await.map(drop)
}

/// Random bytes of the machine.
pub(crate) fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], Fault> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Randomness(error.to_string()))?;
    Ok(bytes)
}

/// A secret of 256 random bits in 64 letters.
pub(crate) fn secret() -> Result<String, Fault> {
    Ok(hex(&random::<32>()?))
}

/// Under which hash a secret is kept. One round is enough: nobody guesses through 256 random bits.
pub(crate) fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// Bytes as lower-case letters, two each.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_taken() {
        for password in
            ["mua xuân nho nhỏ bên sông", "Tre già măng mọc 45", "x9#kPq!2vLmZ7w", "người đọc sách 2024"]
        {
            assert_eq!(check(password, "binh.nv"), Ok(()), "{password}");
        }
    }

    #[test]
    fn what_is_short_known_or_the_name_is_refused() {
        let short = PasswordRefusal::TooShort { least: LEAST };
        for (password, refusal) in [
            ("mười ba chữ.", short),
            ("", short),
            ("Mật khẩu Mật khẩu", PasswordRefusal::TooObvious),
            ("matkhau1234567890", PasswordRefusal::TooObvious),
            ("12345678901234567", PasswordRefusal::TooObvious),
            ("98765432109876", PasswordRefusal::TooObvious),
            ("aaaaaaaaaaaaaaaaaa", PasswordRefusal::TooObvious),
            ("nguyen.van.binh1", PasswordRefusal::SameAsName),
            ("Nguyễn Văn Bình", PasswordRefusal::SameAsName),
        ] {
            assert_eq!(check(password, "nguyen.van.binh"), Err(refusal), "{password}");
        }
        assert_eq!(check(&"dài ".repeat(60), "a"), Err(PasswordRefusal::TooLong { most: MOST }));
    }

    #[tokio::test]
    async fn a_hash_knows_its_password_and_no_other() {
        let hashed = hash("tre già măng mọc").await.expect("a hash");
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert!(verify("tre già măng mọc", hashed.clone()).await.expect("a check"));
        // The same words typed by a keyboard that sends marks apart.
        assert!(verify("tre gia\u{300} ma\u{306}ng mo\u{323}c", hashed.clone()).await.expect("a check"));
        assert!(!verify("tre già măng mọt", hashed).await.expect("a check"));
    }

    #[test]
    fn secrets_do_not_repeat() {
        assert_ne!(secret().expect("a secret"), secret().expect("a secret"));
        assert_eq!(secret().expect("a secret").len(), 64);
    }
}
