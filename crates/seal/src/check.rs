//! What a credential is worth at a given time, with what is at hand: keys, status lists, and whom one trusts to say
//! who is entitled.
//!
//! Not here: fetching any of them. Whoever checks without a network brings copies.

use crate::key::PublicKey;
use crate::proof::{Broken, verify};
use crate::status::StatusList;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A key as it is known to whoever checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKey {
    /// Whose it is: the address of a body.
    pub controller: String,
    /// The key.
    pub key: PublicKey,
    /// From when it was used.
    pub from: Timestamp,
    /// When it was closed; `None` while it is open.
    pub to: Option<Timestamp>,
}

/// What is at hand.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Keys by their address.
    pub keys: BTreeMap<String, KnownKey>,
    /// Status lists, as signed credentials, by their address.
    pub lists: BTreeMap<String, Value>,
    /// The addresses of the bodies that are trusted to say who is entitled, and to keep lists.
    pub anchors: BTreeSet<String>,
}

/// Whether the issuer was shown to be entitled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// A trusted body says so, for this form, this day and this key; the rule that it names.
    Entitled(String),
    /// The credential brings no endorsement.
    None,
    /// It brings one that does not hold.
    Broken(Broken),
    /// It brings one from a body that is not trusted.
    Untrusted,
    /// It brings one about another body, form, day or key.
    Elsewhere,
}

/// What a credential is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Valid(Chain),
    /// Its proof does not hold.
    Broken(Broken),
    /// The key that signed is not its issuer's.
    WrongIssuer,
    /// The key was not open when it signed.
    KeyNotOpen,
    /// It is not valid yet.
    NotYet,
    /// It is no longer valid.
    Expired,
    /// It was revoked.
    Revoked,
    /// Whether it was revoked cannot be told: its list is not at hand, out of date, or not its keeper's.
    StatusUnknown,
}

/// Checks a credential.
pub fn check(credential: &Value, known: &Known, now: Timestamp) -> Standing {
    let signer = match signed(credential, known, now) {
        Ok(signer) => signer,
        Err(standing) => return standing,
    };
    match revoked(credential, known, now) {
        Some(false) => Standing::Valid(chain(credential, &signer, known, now)),
        Some(true) => Standing::Revoked,
        None => Standing::StatusUnknown,
    }
}

/// The key that signed, once proof, issuer, key and days are in order.
fn signed(credential: &Value, known: &Known, now: Timestamp) -> Result<KnownKey, Standing> {
    let find = |method: &str| known.keys.get(method).map(|known| known.key.clone());
    let created = verify(credential, find).map_err(Standing::Broken)?;
    let signer =
        [string(credential, "/proof/verificationMethod"), string(credential, "/proof/0/verificationMethod")]
            .into_iter()
            .flatten()
            .find_map(|method| known.keys.get(method))
            .ok_or(Standing::WrongIssuer)?;
    let issuer = string(credential, "/issuer/id").or_else(|| string(credential, "/issuer"));
    if issuer != Some(&signer.controller) {
        return Err(Standing::WrongIssuer);
    }
    if created < signer.from || signer.to.is_some_and(|to| created >= to) {
        return Err(Standing::KeyNotOpen);
    }
    // A day that cannot be read is no leave to pass.
    if time(credential, "/validFrom").is_none_or(|from| from > now) {
        return Err(Standing::NotYet);
    }
    let ends = credential.get("validUntil").is_some();
    if ends && time(credential, "/validUntil").is_none_or(|until| now > until) {
        return Err(Standing::Expired);
    }
    Ok(signer.clone())
}

/// Whether it was revoked; a credential without a status never is. `None` where it cannot be told.
fn revoked(credential: &Value, known: &Known, now: Timestamp) -> Option<bool> {
    let Some(status) = credential.get("credentialStatus") else { return Some(false) };
    if string(status, "/type") != Some("BitstringStatusListEntry")
        || string(status, "/statusPurpose") != Some("revocation")
    {
        return None;
    }
    let address = string(status, "/statusListCredential")?;
    let place: u32 = string(status, "/statusListIndex")?.parse().ok()?;
    let list = known.lists.get(address)?;
    let keeper = signed(list, known, now).ok()?;
    let issuer = string(credential, "/issuer/id").or_else(|| string(credential, "/issuer"))?;
    if string(list, "/id") != Some(address)
        || string(list, "/credentialSubject/statusPurpose") != Some("revocation")
        || !(keeper.controller == issuer || known.anchors.contains(&keeper.controller))
    {
        return None;
    }
    StatusList::parse(string(list, "/credentialSubject/encodedList")?).ok()?.holds(place)
}

/// The first endorsement that shows the issuer entitled, or else why the last one does not.
fn chain(credential: &Value, signer: &KnownKey, known: &Known, now: Timestamp) -> Chain {
    let Some(Value::Array(endorsements)) = credential.get("endorsement") else { return Chain::None };
    let mut last = Chain::None;
    for endorsement in endorsements {
        last = entitled(credential, endorsement, signer, known, now);
        if let Chain::Entitled(_) = last {
            break;
        }
    }
    last
}

fn entitled(
    credential: &Value,
    endorsement: &Value,
    signer: &KnownKey,
    known: &Known,
    now: Timestamp,
) -> Chain {
    let by = match signed(endorsement, known, now) {
        Ok(by) => by,
        Err(Standing::Broken(broken)) => return Chain::Broken(broken),
        Err(_) => return Chain::Untrusted,
    };
    if !known.anchors.contains(&by.controller) {
        return Chain::Untrusted;
    }
    let decided = string(credential, "/awardedDate").and_then(|day| day.get(..10)).and_then(day);
    let fits = string(endorsement, "/credentialSubject/id") == Some(&signer.controller)
        && string(endorsement, "/credentialSubject/assertionKey") == Some(&signer.key.print())
        && string(endorsement, "/credentialSubject/conferredForm")
            == string(credential, "/credentialSubject/achievement/id")
        && decided.is_some()
        && string(endorsement, "/credentialSubject/decidedOn").and_then(day) == decided;
    match string(endorsement, "/credentialSubject/rule") {
        Some(rule) if fits => Chain::Entitled(rule.to_owned()),
        _ => Chain::Elsewhere,
    }
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn string<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

fn time(value: &Value, pointer: &str) -> Option<Timestamp> {
    string(value, pointer)?.parse().ok()
}
