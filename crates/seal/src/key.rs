//! Keys: Ed25519, printed as Multikey (`z6Mk…`).
//!
//! Not here: how a secret key is kept (`safe`), and whose it is.

use crate::binary::{from_base58, to_base58};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// What says "an Ed25519 public key" before its 32 bytes.
const PUBLIC: [u8; 2] = [0xed, 0x01];

/// A text that is no Ed25519 public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 Multikey")]
pub struct NotAKey;

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a Multikey.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let bytes = text.strip_prefix('z').and_then(from_base58).ok_or(NotAKey)?;
        let key: [u8; 32] = bytes.strip_prefix(&PUBLIC).and_then(|key| key.try_into().ok()).ok_or(NotAKey)?;
        let key = VerifyingKey::from_bytes(&key).map_err(|_| NotAKey)?;
        // Under a key of small order one signature fits many messages.
        if key.is_weak() { Err(NotAKey) } else { Ok(Self(key)) }
    }

    /// The Multikey.
    pub fn print(&self) -> String {
        let mut bytes = PUBLIC.to_vec();
        bytes.extend_from_slice(self.0.as_bytes());
        format!("z{}", to_base58(&bytes))
    }

    /// Whether the signature over the message is this key's, by the strict rule (no second form of the same signature).
    pub fn holds(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

/// A secret key. It is wiped when it is dropped, and its bytes leave only into a [`crate::KeySafe`].
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// A key from 32 random bytes.
    pub fn new(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a message.
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    /// The 32 bytes that it grows from.
    pub(crate) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SecretKey({})", self.public().print())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_and_others_do_not_fit() {
        let (one, other) = (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]));
        let printed = one.public().print();
        assert!(printed.starts_with("z6Mk"), "{printed}");
        assert_eq!(PublicKey::parse(&printed), Ok(one.public()));
        let signature = one.sign("Giấy khen".as_bytes());
        assert!(one.public().holds("Giấy khen".as_bytes(), &signature));
        assert!(!one.public().holds("Bằng khen".as_bytes(), &signature));
        assert!(!other.public().holds("Giấy khen".as_bytes(), &signature));
        assert!(!format!("{one:?}").contains(&to_base58(one.seed())));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        // The last one is the neutral point of the curve.
        let neutral = format!("z{}", to_base58(&[&PUBLIC[..], &[1], &[0; 31]].concat()));
        for text in ["", "z", "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "z6Mk", &neutral] {
            assert_eq!(PublicKey::parse(text), Err(NotAKey), "{text}");
        }
    }
}
