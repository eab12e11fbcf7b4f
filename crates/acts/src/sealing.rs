//! What an installation needs to sign, whoever it signs for.
//!
//! Not here: the keys of units (`key`), what is signed (`certificate`).

use domain::id::UnitId;
use seal::KeySafe;
use std::sync::Arc;

/// What an installation needs to sign: the safe for its keys, and the address under which others find it.
#[derive(Debug, Clone)]
pub struct Sealing {
    safe: KeySafe,
    address: Arc<str>,
}

impl Sealing {
    /// From the content of the key file and the public address (`https://thidua.example.vn`, no slash at the end).
    pub fn new(key_file: &[u8], address: &str) -> Self {
        Self { safe: KeySafe::new(key_file), address: address.trim_end_matches('/').into() }
    }

    /// The safe.
    pub(crate) fn safe(&self) -> &KeySafe {
        &self.safe
    }

    /// The public address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address of a unit as a signer: `did:web:` over the public address, a port written as `%3A`.
    pub fn signer(&self, unit: UnitId) -> String {
        let host = self.address.split_once("://").map_or(&*self.address, |(_, host)| host);
        format!("did:web:{}:xm:co-quan:{unit}", host.replace(':', "%3A").replace('/', ":"))
    }
}
