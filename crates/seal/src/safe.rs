//! The safe for secret keys: XChaCha20-Poly1305 under a key of the installation that is kept apart from its database.
//!
//! Not here: where the installation's key lies and where the nonce's randomness comes from; both are handed in.

use crate::key::SecretKey;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};

/// The length of the nonce in front of what is locked away, in bytes.
const NONCE: usize = 24;

/// What is locked away cannot be opened: another key of the installation, another owner, or changed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this key cannot be opened here")]
pub struct CannotOpen;

/// A safe.
#[derive(Clone)]
pub struct KeySafe(XChaCha20Poly1305);

impl KeySafe {
    /// The safe of an installation, from the content of its key file (at least 32 random bytes).
    pub fn new(key_file: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"thidua key safe 1\0");
        hash.update(key_file);
        let key: [u8; 32] = hash.finalize().into();
        Self(XChaCha20Poly1305::new(&Key::from(key)))
    }

    /// Locks a secret key away. `owner` names whose it is: it opens for the same owner only. The nonce must be random.
    pub fn lock(&self, key: &SecretKey, owner: &str, nonce: &[u8; NONCE]) -> Result<Vec<u8>, CannotOpen> {
        let payload = Payload { msg: key.seed(), aad: owner.as_bytes() };
        let locked = self.0.encrypt(&XNonce::from(*nonce), payload).map_err(|_| CannotOpen)?;
        Ok([&nonce[..], &locked].concat())
    }

    /// Opens what was locked away.
    pub fn open(&self, locked: &[u8], owner: &str) -> Result<SecretKey, CannotOpen> {
        let (nonce, rest) = locked.split_first_chunk::<NONCE>().ok_or(CannotOpen)?;
        let payload = Payload { msg: rest, aad: owner.as_bytes() };
        let seed = self.0.decrypt(&XNonce::from(*nonce), payload).map_err(|_| CannotOpen)?;
        Ok(SecretKey::new(seed.as_slice().try_into().map_err(|_| CannotOpen)?))
    }
}

impl std::fmt::Debug for KeySafe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeySafe")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_for_its_owner_in_its_installation_only() {
        let safe = KeySafe::new(&[7; 32]);
        let key = SecretKey::new(&[3; 32]);
        let mut locked = safe.lock(&key, "khoa-1", &[9; NONCE]).expect("locked");
        assert!(!locked.windows(32).any(|part| part == key.seed()));
        assert_eq!(safe.open(&locked, "khoa-1").expect("opened").public(), key.public());
        assert_eq!(safe.open(&locked, "khoa-2").err(), Some(CannotOpen));
        assert_eq!(KeySafe::new(&[8; 32]).open(&locked, "khoa-1").err(), Some(CannotOpen));
        if let Some(last) = locked.last_mut() {
            *last ^= 1;
        }
        assert_eq!(safe.open(&locked, "khoa-1").err(), Some(CannotOpen));
        assert_eq!(safe.open(&[1, 2, 3], "khoa-1").err(), Some(CannotOpen));
    }
}
