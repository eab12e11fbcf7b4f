//! The contexts that a document may name, embedded, and nothing else: a context from elsewhere could turn the same
//! signed words into another meaning.
//!
//! Not here: the contexts themselves. They come from npm packages when the program is built.

/// The terms of a verifiable credential.
pub const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
/// The terms of Open Badges.
pub const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
/// The terms of the examples in the W3C's own documents, of which the published vectors are made: any word goes.
pub const EXAMPLES: &str = "https://www.w3.org/ns/credentials/examples/v2";

/// The context at an address, if it is one of those that are known.
pub fn known(address: &str) -> Option<&'static str> {
    match address {
        CREDENTIALS => Some(include_str!(concat!(env!("OUT_DIR"), "/credentials-v2.json"))),
        BADGES => Some(include_str!(concat!(env!("OUT_DIR"), "/open-badges-3.0.3.json"))),
        EXAMPLES => Some(r#"{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}"#),
        _ => None,
    }
}
