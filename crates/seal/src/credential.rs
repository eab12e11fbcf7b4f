//! The documents that we make, unsigned: an award as an Open Badge, the endorsement that its issuer was entitled, the
//! list of what was revoked, the keys of a body.
//!
//! Nothing stands in an award that is not printed on the certificate. Not here: the Vietnamese sentences and the
//! addresses, which the caller brings.

use crate::context::{BADGES, CREDENTIALS};
use crate::key::PublicKey;
use crate::proof::seconds;
use crate::status::StatusList;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

/// A body that confers or that keeps the register, as credentials name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its address (`did:web:…`).
    pub id: String,
    /// Its name on the day.
    pub name: String,
}

/// A place on a status list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The address of the list.
    pub list: String,
    /// The place on it.
    pub place: u32,
}

/// Who received an award, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The name.
    pub name: String,
    /// The unit below the name; empty where there is none.
    pub unit: String,
}

/// What an award's credential says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Its address.
    pub id: String,
    /// The body that confers.
    pub issuer: Body,
    /// Who received it.
    pub received: Received,
    /// The address that stands for the form of honour.
    pub form: String,
    /// The form's name.
    pub form_name: String,
    /// For what, as printed.
    pub merit: String,
    /// Number and date of the decision, in words.
    pub decision: String,
    /// The date of the decision.
    pub decided_on: Date,
    /// The line in the register, as printed.
    pub register: String,
    /// From when it may be shown.
    pub valid_from: Timestamp,
    /// Until when, for honours that end.
    pub valid_until: Option<Timestamp>,
    /// Where its revocation would stand.
    pub status: Entry,
    /// The endorsements of its issuer, signed.
    pub endorsements: Vec<Value>,
}

/// What an endorsement says: on that day, this body could confer this form, and signed with this key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// Its address.
    pub id: String,
    /// The body that answers for it: the one that keeps the register.
    pub issuer: Body,
    /// The address of the body that confers.
    pub subject: String,
    /// The address that stands for the form of honour.
    pub form: String,
    /// The day of the decision.
    pub decided_on: Date,
    /// The rule by which it could, in words, with its article.
    pub rule: String,
    /// The key that it signed with.
    pub key: PublicKey,
    /// The same as a sentence for people.
    pub sentence: String,
    /// From when it may be shown.
    pub valid_from: Timestamp,
}

/// The keys of a body, as a document at its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Controller {
    /// The body's address.
    pub id: String,
    /// Every key it ever had: what a closed key signed while it was open still holds.
    pub keys: Vec<PublicKey>,
}

/// An award.
pub fn award(award: &Award) -> Value {
    let mut document = json!({
        "@context": [CREDENTIALS, BADGES],
        "id": award.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.form_name,
        "issuer": { "id": award.issuer.id, "type": ["Profile"], "name": award.issuer.name },
        "validFrom": seconds(award.valid_from),
        "awardedDate": format!("{}T00:00:00+07:00", award.decided_on),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": false,
                "identityHash": award.received.name,
                "identityType": "name",
            }],
            "licenseNumber": award.register,
            "narrative": award.merit,
            "achievement": {
                "id": award.form,
                "type": ["Achievement"],
                "achievementType": "Award",
                "name": award.form_name,
                "description": award.decision,
                "criteria": { "narrative": award.merit },
            },
        },
        "credentialStatus": {
            "id": format!("{}#{}", award.status.list, award.status.place),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": award.status.place.to_string(),
            "statusListCredential": award.status.list,
        },
    });
    let unit = json!({
        "type": "IdentityObject",
        "hashed": false,
        "identityHash": award.received.unit,
        "identityType": "ext:unit",
    });
    if let (false, Some(Value::Array(identifiers))) =
        (award.received.unit.is_empty(), document.pointer_mut("/credentialSubject/identifier"))
    {
        identifiers.push(unit);
    }
    if let (Some(until), Value::Object(members)) = (award.valid_until, &mut document) {
        members.insert("validUntil".to_owned(), Value::String(seconds(until)));
    }
    if let (false, Value::Object(members)) = (award.endorsements.is_empty(), &mut document) {
        members.insert("endorsement".to_owned(), Value::Array(award.endorsements.clone()));
    }
    document
}

/// An endorsement. Its own terms are defined inside it, so that no other document is needed to read it.
pub fn endorsement(said: &Endorsement) -> Value {
    json!({
        "@context": [CREDENTIALS, BADGES, {
            "conferredForm": { "@id": "urn:thidua:conferredForm", "@type": "@id" },
            "decidedOn": { "@id": "urn:thidua:decidedOn", "@type": "http://www.w3.org/2001/XMLSchema#date" },
            "rule": "urn:thidua:rule",
            "assertionKey": "urn:thidua:assertionKey",
        }],
        "id": said.id,
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Thẩm quyền khen thưởng",
        "issuer": { "id": said.issuer.id, "type": ["Profile"], "name": said.issuer.name },
        "validFrom": seconds(said.valid_from),
        "credentialSubject": {
            "id": said.subject,
            "type": ["EndorsementSubject"],
            "endorsementComment": said.sentence,
            "conferredForm": said.form,
            "decidedOn": said.decided_on.to_string(),
            "rule": said.rule,
            "assertionKey": said.key.print(),
        },
    })
}

/// A status list as a credential. Nobody should rely on a copy of it beyond `until`.
pub fn status_list(
    id: &str,
    issuer: &Body,
    list: &StatusList,
    from: Timestamp,
    until: Timestamp,
) -> std::io::Result<Value> {
    Ok(json!({
        "@context": [CREDENTIALS, BADGES],
        "id": id,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": { "id": issuer.id, "type": ["Profile"], "name": issuer.name },
        "validFrom": seconds(from),
        "validUntil": seconds(until),
        "credentialSubject": {
            "id": format!("{id}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": list.print()?,
        },
    }))
}

impl Controller {
    /// The address of a key of this body.
    pub fn method(id: &str, key: &PublicKey) -> String {
        format!("{id}#{}", key.print())
    }
}

/// The document at a body's address.
pub fn controller(body: &Controller) -> Value {
    let methods: Vec<String> = body.keys.iter().map(|key| Controller::method(&body.id, key)).collect();
    let keys: Vec<Value> = body
        .keys
        .iter()
        .map(|key| {
            json!({
                "id": Controller::method(&body.id, key),
                "type": "Multikey",
                "controller": body.id,
                "publicKeyMultibase": key.print(),
            })
        })
        .collect();
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": body.id,
        "verificationMethod": keys,
        "assertionMethod": methods,
    })
}
