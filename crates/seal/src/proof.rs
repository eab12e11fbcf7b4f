//! The proof on a document: Data Integrity with `eddsa-rdfc-2022`.
//!
//! Not here: whether the key was its owner's and the document still stands (`check`).

use crate::binary::{from_base58, to_base58};
use crate::canon::{Unreadable, canonical};
use crate::key::{PublicKey, SecretKey};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The document cannot be read here.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// There is no proof of this kind on it.
    #[error("no proof of this kind")]
    NoProof,
    /// No key is known by the name that the proof gives.
    #[error("unknown key {0}")]
    UnknownKey(String),
    /// The signature is not this key's over this document.
    #[error("the signature does not fit")]
    Tampered,
    /// A member stands in the document that the signature does not reach.
    #[error("not covered by the signature: {0}")]
    Uncovered(String),
}

/// The 64 bytes that are signed: the hash of the proof's own options, then that of the document.
fn digest(document: &Value, options: &Value) -> Result<Vec<u8>, Unreadable> {
    let options = Sha256::digest(canonical(options)?);
    let document = Sha256::digest(canonical(document)?);
    Ok([options.as_slice(), document.as_slice()].concat())
}

/// The document with a proof on it. `method` is the address by which the key is found, `created` is now.
pub fn sign(
    document: &Value,
    key: &SecretKey,
    method: &str,
    created: Timestamp,
) -> Result<Value, Unreadable> {
    let Value::Object(members) = document else {
        return Err(Unreadable::Foreign("not an object".to_owned()));
    };
    let mut options = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": seconds(created),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    });
    put(&mut options, "@context", members.get("@context").cloned().unwrap_or(Value::Null));
    let mut plain = document.clone();
    take(&mut plain, "proof");
    let signature = key.sign(&digest(&plain, &options)?);
    take(&mut options, "@context");
    put(&mut options, "proofValue", Value::String(format!("z{}", to_base58(&signature))));
    put(&mut plain, "proof", options);
    Ok(plain)
}

/// A time without its fractions of a second: `2024-05-10T02:20:00Z`.
pub fn seconds(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// Whether the one proof on the document holds, by the key that `find` knows under its name. Answers when it says it
/// was made. Every member must be covered: JSON-LD drops what no context defines, and a reader might believe it.
pub fn verify(document: &Value, find: impl Fn(&str) -> Option<PublicKey>) -> Result<Timestamp, Broken> {
    let mut plain = document.clone();
    let mut options = take(&mut plain, "proof").ok_or(Broken::NoProof)?;
    if let Value::Array(proofs) = &mut options {
        let [only] = proofs.as_mut_slice() else { return Err(Broken::NoProof) };
        options = only.take();
    }
    let Some(Value::String(proof)) = take(&mut options, "proofValue") else { return Err(Broken::NoProof) };
    let said = |name: &str| options.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if said("type") != "DataIntegrityProof"
        || said("cryptosuite") != "eddsa-rdfc-2022"
        || said("proofPurpose") != "assertionMethod"
    {
        return Err(Broken::NoProof);
    }
    let created: Timestamp = said("created").parse().map_err(|_| Broken::NoProof)?;
    let method = said("verificationMethod");
    let key = find(&method).ok_or(Broken::UnknownKey(method))?;
    let signature = proof.strip_prefix('z').and_then(from_base58).ok_or(Broken::Tampered)?;
    put(&mut options, "@context", document.get("@context").cloned().unwrap_or(Value::Null));
    if !key.holds(&digest(&plain, &options)?, &signature) {
        return Err(Broken::Tampered);
    }
    for signed in [&plain, &options] {
        covered(signed, &canonical(signed)?, signed, &mut Vec::new())?;
    }
    Ok(created)
}

/// One step on the way to a member.
#[derive(Clone)]
enum Step {
    Name(String),
    At(usize),
}

/// Takes away each member in turn: where the canonical text stays the same, the signature does not reach it.
fn covered(whole: &Value, text: &str, part: &Value, way: &mut Vec<Step>) -> Result<(), Broken> {
    let steps: Vec<(Step, &Value)> = match part {
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| *name != "@context")
            .map(|(name, value)| (Step::Name(name.clone()), value))
            .collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (Step::At(at), value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return Ok(()),
    };
    for (step, value) in steps {
        way.push(step.clone());
        if let Step::Name(name) = step {
            let mut less = whole.clone();
            remove(&mut less, way);
            // What cannot be read without the member is covered by it.
            if canonical(&less).is_ok_and(|less| less == text) {
                return Err(Broken::Uncovered(name));
            }
        }
        covered(whole, text, value, way)?;
        way.pop();
    }
    Ok(())
}

fn remove(value: &mut Value, way: &[Step]) {
    match (way, value) {
        ([Step::Name(name)], Value::Object(members)) => drop(members.remove(name)),
        ([Step::Name(name), rest @ ..], Value::Object(members)) => {
            if let Some(inner) = members.get_mut(name) {
                remove(inner, rest);
            }
        }
        ([Step::At(at), rest @ ..], Value::Array(items)) => {
            if let Some(inner) = items.get_mut(*at) {
                remove(inner, rest);
            }
        }
        _ => {}
    }
}

fn put(value: &mut Value, name: &str, member: Value) {
    if let Value::Object(members) = value {
        members.insert(name.to_owned(), member);
    }
}

fn take(value: &mut Value, name: &str) -> Option<Value> {
    value.as_object_mut().and_then(|members: &mut Map<String, Value>| members.remove(name))
}
