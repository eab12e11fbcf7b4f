//! The published vectors, bit for bit: the example of `eddsa-rdfc-2022` in the W3C's "Data Integrity EdDSA
//! Cryptosuites v1.0", appendix B.1, with its key, canonical text, hashes and signature.
#![expect(clippy::expect_used, reason = "a test that cannot go on says so by stopping")]

use seal::{Broken, PublicKey, SecretKey, canonical, sign, verify};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const PUBLIC: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
/// `z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq` without its head, in hex.
const SECRET: &str = "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6";
const METHOD: &str = "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

fn alumni() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
}

fn secret() -> SecretKey {
    SecretKey::new(unhex(SECRET).as_slice().try_into().expect("32 bytes"))
}

#[test]
fn the_key_is_the_published_one() {
    assert_eq!(secret().public().print(), PUBLIC);
    assert_eq!(PublicKey::parse(PUBLIC).expect("a key"), secret().public());
}

#[test]
fn the_canonical_text_and_its_hash_come_out() {
    let id = "<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33>";
    let credentials = "https://www.w3.org/2018/credentials#";
    let kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    let expected = format!(
        "<did:example:abcdefgh> <https://www.w3.org/ns/credentials/examples#alumniOf> \"The School of Examples\" .\n\
         {id} {kind} <{credentials}VerifiableCredential> .\n\
         {id} {kind} <https://www.w3.org/ns/credentials/examples#AlumniCredential> .\n\
         {id} <https://schema.org/description> \"A minimum viable example of an Alumni Credential.\" .\n\
         {id} <https://schema.org/name> \"Alumni Credential\" .\n\
         {id} <{credentials}credentialSubject> <did:example:abcdefgh> .\n\
         {id} <{credentials}issuer> <https://vc.example/issuers/5678> .\n\
         {id} <{credentials}validFrom> \"2023-01-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n"
    );
    let text = canonical(&alumni()).expect("canonical");
    assert_eq!(text, expected);
    assert_eq!(
        hex(&Sha256::digest(text)),
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    );
}

#[test]
fn the_options_of_the_proof_hash_as_published() {
    let mut options = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": METHOD,
        "proofPurpose": "assertionMethod",
    });
    options["@context"] = alumni()["@context"].clone();
    assert_eq!(
        hex(&Sha256::digest(canonical(&options).expect("canonical"))),
        "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb"
    );
}

#[test]
fn the_signature_is_the_published_one_and_holds() {
    let created = "2023-02-24T23:36:38Z".parse().expect("a time");
    let signed = sign(&alumni(), &secret(), METHOD, created).expect("signed");
    let proof = "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9";
    let published = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": METHOD,
        "proofPurpose": "assertionMethod",
        "proofValue": proof,
    });
    assert_eq!(signed["proof"], published);
    let find = |method: &str| (method == METHOD).then(|| secret().public());
    assert_eq!(verify(&signed, find), Ok(created));
    let mut other = signed.clone();
    other["credentialSubject"]["alumniOf"] = json!("Another School");
    assert_eq!(verify(&other, find), Err(Broken::Tampered));
    assert_eq!(verify(&signed, |_| None), Err(Broken::UnknownKey(METHOD.to_owned())));
}
