//! Checking a signature under a public key: RSA as most certificates have it, and ECDSA over P-256.
//!
//! Not here: private keys; nothing is signed in this room.

use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::pkcs1v15::Pkcs1v15Sign;
use rsa::{BoxedUint, PublicKey};
use sha2::{Sha256, Sha384, Sha512};

use super::Check;
use super::der::{self, BITS, INTEGER, OID, SEQUENCE, Value};

pub(super) const SHA_256: &str = "2.16.840.1.101.3.4.2.1";
pub(super) const SHA_384: &str = "2.16.840.1.101.3.4.2.2";
pub(super) const SHA_512: &str = "2.16.840.1.101.3.4.2.3";

const RSA: &str = "1.2.840.113549.1.1.1";
const RSA_PSS: &str = "1.2.840.113549.1.1.10";
const ELLIPTIC: &str = "1.2.840.10045.2.1";
const P_256: &str = "1.2.840.10045.3.1.7";

/// Checks a signature over a digest. `scheme` is what the signer says of the way it was made.
pub(super) fn verify(key: Value<'_>, way: &str, digest: &[u8], signature: &[u8], scheme: &str) -> Check {
    let Some((kind, curve, bits)) = taken_apart(key) else { return Check::Unknown(scheme.to_owned()) };
    let right = match kind.as_str() {
        RSA if scheme != RSA_PSS => rsa(bits, way, digest, signature),
        ELLIPTIC if curve == P_256 => elliptic(bits, digest, signature),
        ELLIPTIC => return Check::Unknown(curve),
        _ => return Check::Unknown(scheme.to_owned()),
    };
    if right.unwrap_or(false) { Check::Right } else { Check::Wrong }
}

/// The kind of key, its curve where it has one, and its bits.
fn taken_apart(key: Value<'_>) -> Option<(String, String, &[u8])> {
    let parts = key.inside(SEQUENCE)?;
    let [algorithm, bits, ..] = parts.as_slice() else { return None };
    let algorithm = algorithm.inside(SEQUENCE)?;
    let kind = super::dotted(algorithm.first()?.of(OID)?);
    let curve = algorithm.get(1).and_then(|value| value.of(OID)).map(super::dotted).unwrap_or_default();
    // The first byte says how many bits at the end do not count; keys are whole bytes.
    Some((kind, curve, bits.of(BITS)?.strip_prefix(&[0])?))
}

fn rsa(bits: &[u8], way: &str, digest: &[u8], signature: &[u8]) -> Option<bool> {
    let numbers = der::first(bits)?.0.inside(SEQUENCE)?;
    let [modulus, exponent, ..] = numbers.as_slice() else { return None };
    let number = |value: &Value<'_>| value.of(INTEGER).map(BoxedUint::from_be_slice_vartime);
    let key = PublicKey::new(number(modulus)?, number(exponent)?).ok()?;
    let scheme = match way {
        SHA_256 => Pkcs1v15Sign::new::<Sha256>(),
        SHA_384 => Pkcs1v15Sign::new::<Sha384>(),
        SHA_512 => Pkcs1v15Sign::new::<Sha512>(),
        _ => return None,
    };
    Some(key.verify(scheme, digest, signature).is_ok())
}

fn elliptic(bits: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(bits).ok()?;
    let signature = p256::ecdsa::Signature::from_der(signature).ok()?;
    Some(key.verify_prehash(digest, &signature).is_ok())
}
