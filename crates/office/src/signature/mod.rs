//! Signed PDFs taken back: who signed, when by their own word, and whether what was signed is what is here.
//!
//! What is checked: the digest over the stretches that the signature names, the signature itself under the key of
//! the certificate that lies beside it, and whether the stretches are the whole file. What is *not* checked, because
//! it needs lists from outside, is told with every finding ([`Unchecked`]): whether the certificate comes from a
//! body one trusts, whether it was withdrawn, and whether the time is more than the signer's word. So a right
//! signature here means "not changed since this key signed it", and no more. Not here: signing.

mod der;
mod find;
mod key;

use std::fmt::Write as _;

use jiff::civil::DateTime;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use der::{INTEGER, OCTETS, OID, SEQUENCE, SET, Value};

/// A signature found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The signer's name in the certificate.
    pub signer: String,
    /// The signer's organisation in the certificate; may be empty.
    pub organisation: String,
    /// Who issued the certificate, by its own word.
    pub issuer: String,
    /// The certificate's number, as hexadecimal digits.
    pub serial: String,
    /// From when the certificate holds, in universal time.
    pub valid_from: Option<DateTime>,
    /// Until when.
    pub valid_until: Option<DateTime>,
    /// When it was signed by the signer's word, in universal time.
    pub signed_at: Option<DateTime>,
    /// Whether what the signature covers is unchanged.
    pub content: Check,
    /// Whether the key of the certificate made the signature.
    pub signature: Check,
    /// Whether it covers the whole file; where not, something was added after it.
    pub covers_all: bool,
    /// The certificate, to be kept.
    pub certificate: Vec<u8>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong,
    /// The way it was made is not known here; its identifier in digits and dots.
    Unknown(String),
}

/// What is never checked here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unchecked {
    /// Whether the certificate comes from a body that one trusts.
    Trust,
    /// Whether it was withdrawn.
    Withdrawn,
    /// Whether the time is more than the signer's word.
    Time,
}

/// All that is not checked, to be shown beside every finding.
pub const UNCHECKED: [Unchecked; 3] = [Unchecked::Trust, Unchecked::Withdrawn, Unchecked::Time];

/// Most signatures looked at in one file.
const SIGNATURES: usize = 32;

impl Signed {
    /// Whether everything that is checked is right, the whole file covered, and the certificate held at that time.
    pub fn is_sound(&self) -> bool {
        let held = match (self.valid_from, self.signed_at, self.valid_until) {
            (Some(from), Some(at), Some(until)) => from <= at && at <= until,
            _ => false,
        };
        self.content == Check::Right && self.signature == Check::Right && self.covers_all && held
    }
}

/// Every signature in a PDF, in the sequence of the file. None where there is none that can be read.
pub fn signatures(pdf: &[u8]) -> Vec<Signed> {
    find::places(pdf).into_iter().take(SIGNATURES).filter_map(|place| signed(pdf, &place)).collect()
}

/// One signature, taken apart.
fn signed(pdf: &[u8], place: &find::Place) -> Option<Signed> {
    let (outer, _) = der::first(&place.container)?;
    let outer = outer.inside(SEQUENCE)?;
    let [kind, wrapped, ..] = outer.as_slice() else { return None };
    if dotted(kind.of(OID)?) != "1.2.840.113549.1.7.2" {
        return None;
    }
    let content = der::first(wrapped.of(0xa0)?)?.0.inside(SEQUENCE)?;
    let certificates = content.iter().find_map(|value| value.inside(0xa0)).unwrap_or_default();
    let signers = content.iter().skip(3).rev().find_map(|value| value.inside(SET))?;
    let signer = Signer::read(signers.first()?)?;
    let certificate = certificates
        .iter()
        .filter_map(Certificate::read)
        .find(|certificate| signer.is_of(certificate))
        .or_else(|| certificates.first().and_then(Certificate::read))?;

    let covered: Vec<u8> =
        place.stretches.iter().filter_map(|range| pdf.get(range.clone())).flatten().copied().collect();
    let digest = digested(&signer.digest, &covered);
    let (content, message) = match (&digest, &signer.attributes) {
        (None, _) => (Check::Unknown(signer.digest.clone()), None),
        (Some(found), Some(attributes)) => {
            let claimed = attribute(attributes, "1.2.840.113549.1.9.4").and_then(|value| value.of(OCTETS));
            let right = claimed == Some(found.as_slice());
            // The signature is over the attributes as a set, not under the tag they have in their place.
            let mut signed = attributes.whole.to_vec();
            if let Some(tag) = signed.first_mut() {
                *tag = SET;
            }
            (if right { Check::Right } else { Check::Wrong }, digested(&signer.digest, &signed))
        }
        // Without attributes the signature itself is over the content, and one check answers for both.
        (Some(found), None) => (Check::Right, Some(found.clone())),
    };
    let signature = match &message {
        None => Check::Unknown(signer.digest.clone()),
        Some(message) => {
            key::verify(certificate.key, &signer.digest, message, signer.signature, &signer.scheme)
        }
    };
    let content =
        if signer.attributes.is_none() && content == Check::Right { signature.clone() } else { content };
    let signed_at = signer
        .attributes
        .as_ref()
        .and_then(|attributes| attribute(attributes, "1.2.840.113549.1.9.5"))
        .and_then(|value| value.time());
    Some(Signed {
        signer: named(certificate.subject, "2.5.4.3"),
        organisation: named(certificate.subject, "2.5.4.10"),
        issuer: named(certificate.issuer, "2.5.4.3"),
        serial: hex(certificate.serial),
        valid_from: certificate.from,
        valid_until: certificate.until,
        signed_at,
        content,
        signature,
        covers_all: place.covers_all,
        certificate: certificate.whole.to_vec(),
    })
}

/// Who signed and how.
struct Signer<'a> {
    issuer: &'a [u8],
    serial: &'a [u8],
    digest: String,
    attributes: Option<Value<'a>>,
    scheme: String,
    signature: &'a [u8],
}

impl<'a> Signer<'a> {
    fn read(value: &Value<'a>) -> Option<Self> {
        let parts = value.inside(SEQUENCE)?;
        let mut parts = parts.into_iter().skip(1);
        let name = parts.next()?;
        let (issuer, serial): (&[u8], &[u8]) = match name.inside(SEQUENCE).as_deref() {
            Some([issuer, serial, ..]) => (issuer.whole, serial.content),
            _ => (&[], &[]),
        };
        let digest = algorithm(&parts.next()?)?;
        let mut next = parts.next()?;
        let attributes = (next.tag == 0xa0).then_some(next);
        if attributes.is_some() {
            next = parts.next()?;
        }
        Some(Self {
            issuer,
            serial,
            digest,
            attributes,
            scheme: algorithm(&next)?,
            signature: parts.next()?.of(OCTETS)?,
        })
    }

    fn is_of(&self, certificate: &Certificate<'_>) -> bool {
        self.issuer == certificate.issuer.whole && self.serial == certificate.serial
    }
}

/// What is needed of a certificate.
struct Certificate<'a> {
    whole: &'a [u8],
    serial: &'a [u8],
    issuer: Value<'a>,
    subject: Value<'a>,
    from: Option<DateTime>,
    until: Option<DateTime>,
    key: Value<'a>,
}

impl<'a> Certificate<'a> {
    fn read(value: &Value<'a>) -> Option<Self> {
        let body = value.inside(SEQUENCE)?.first()?.inside(SEQUENCE)?;
        let versioned = usize::from(body.first()?.tag == 0xa0);
        let parts = body.get(versioned..)?;
        let [serial, _, issuer, validity, subject, key, ..] = parts else { return None };
        let times = validity.inside(SEQUENCE)?;
        Some(Self {
            whole: value.whole,
            serial: serial.of(INTEGER)?,
            issuer: *issuer,
            subject: *subject,
            from: times.first().and_then(Value::time),
            until: times.get(1).and_then(Value::time),
            key: *key,
        })
    }
}

/// The identifier at the head of an algorithm.
fn algorithm(value: &Value<'_>) -> Option<String> {
    value.inside(SEQUENCE)?.first()?.of(OID).map(dotted)
}

/// The value of a signed attribute.
fn attribute<'a>(attributes: &Value<'a>, wanted: &str) -> Option<Value<'a>> {
    der::all(attributes.content).iter().find_map(|attribute| {
        let parts = attribute.inside(SEQUENCE)?;
        let [kind, values, ..] = parts.as_slice() else { return None };
        if dotted(kind.of(OID)?) == wanted { values.inside(SET)?.first().copied() } else { None }
    })
}

/// One part of a name.
fn named(name: Value<'_>, wanted: &str) -> String {
    let parts = name.inside(SEQUENCE).unwrap_or_default();
    let found = parts.iter().filter_map(|part| part.inside(SET)).flatten().find_map(|pair| {
        let pair = pair.inside(SEQUENCE)?;
        let [kind, value, ..] = pair.as_slice() else { return None };
        (dotted(kind.of(OID)?) == wanted).then(|| value.text())
    });
    found.unwrap_or_default()
}

/// The digest under a named way; `None` where the way is not known, or is no longer held safe.
fn digested(way: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    match way {
        key::SHA_256 => Some(Sha256::digest(bytes).to_vec()),
        key::SHA_384 => Some(Sha384::digest(bytes).to_vec()),
        key::SHA_512 => Some(Sha512::digest(bytes).to_vec()),
        _ => None,
    }
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a String cannot fail; the outcome carries nothing.
        let _ = write!(digits, "{byte:02X}");
        digits
    })
}

/// An identifier in digits and dots.
fn dotted(bytes: &[u8]) -> String {
    let mut numbers: Vec<u64> = Vec::new();
    let mut value = 0_u64;
    for byte in bytes {
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            if numbers.is_empty() {
                let first = (value / 40).min(2);
                numbers.extend([first, value - first * 40]);
            } else {
                numbers.push(value);
            }
            value = 0;
        }
    }
    numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests;
