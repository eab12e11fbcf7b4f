//! A document as the sorted text that is signed: JSON-LD with the embedded contexts to RDF, then RDFC-1.0.
//!
//! Strict on purpose: no foreign context, no labelled blank nodes, no knots of blank nodes that look alike (naming
//! them takes time that grows with the factorial), a bounded size.
//!
//! Not here: JSON-LD and RDFC-1.0 themselves (`oxjsonld`, `oxrdf`).

use crate::{LARGEST_DOCUMENT, context};
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxrdf::{Dataset, GraphNameRef, NamedOrBlankNodeRef, Quad, QuadRef, TermRef};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many blank nodes may look alike before they are named: `n!` orders are tried.
const MOST_ALIKE: usize = 6;
/// How many statements one document may make.
const MOST_STATEMENTS: usize = 1000;
/// How deep objects may stand in one another.
const DEEPEST: usize = 24;

/// Why a document has no canonical text here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Too long, too deep, or too many statements.
    #[error("too large")]
    TooLarge,
    /// It is not JSON-LD with the contexts that are known; what the reader said.
    #[error("not readable with the known contexts: {0}")]
    Foreign(String),
    /// Blank nodes that are labelled, or too many that look alike.
    #[error("nameless things that cannot be told apart")]
    Knotted,
}

/// The canonical text of a document: N-Quads, sorted, blank nodes named by RDFC-1.0 with SHA-256.
pub fn canonical(document: &Value) -> Result<String, Unreadable> {
    let text = document.to_string();
    if text.len() > LARGEST_DOCUMENT || !shallow(document, DEEPEST) {
        return Err(Unreadable::TooLarge);
    }
    if labelled(document) {
        return Err(Unreadable::Knotted);
    }
    let mut dataset = Dataset::new();
    let parser = JsonLdParser::new().for_slice(text.as_bytes()).with_load_document_callback(|address, _| {
        let found = context::known(address).ok_or_else(|| format!("no context {address}"))?;
        Ok(JsonLdRemoteDocument { document: found.as_bytes().to_vec(), document_url: address.to_owned() })
    });
    for (count, quad) in parser.enumerate() {
        if count >= MOST_STATEMENTS {
            return Err(Unreadable::TooLarge);
        }
        dataset.insert(&quad.map_err(|fault| Unreadable::Foreign(fault.to_string()))?);
    }
    if alike(&dataset) > MOST_ALIKE {
        return Err(Unreadable::Knotted);
    }
    let hash_algorithm = CanonicalizationHashAlgorithm::Sha256;
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

fn shallow(value: &Value, left: usize) -> bool {
    match value {
        Value::Array(items) => left > 0 && items.iter().all(|item| shallow(item, left - 1)),
        Value::Object(members) => left > 0 && members.values().all(|member| shallow(member, left - 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

/// Whether anything is called `_:…`: with labels a document can tie any knot.
fn labelled(value: &Value) -> bool {
    match value {
        Value::String(text) => text.starts_with("_:"),
        Value::Array(items) => items.iter().any(labelled),
        Value::Object(members) => {
            members.iter().any(|(name, member)| name.starts_with("_:") || labelled(member))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// How many blank nodes share their statements with another one, all other blank nodes taken for equal.
fn alike(dataset: &Dataset) -> usize {
    let mut about: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for quad in dataset {
        for node in blanks(quad) {
            let line = Quad::new(
                mask_subject(quad.subject, &node),
                quad.predicate.into_owned(),
                mask_term(quad.object, &node),
                mask_graph(quad.graph_name, &node),
            );
            about.entry(node).or_default().push(line.to_string());
        }
    }
    let mut groups: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for mut lines in about.into_values() {
        lines.sort_unstable();
        *groups.entry(lines).or_default() += 1;
    }
    groups.values().filter(|count| **count > 1).sum()
}

fn blanks(quad: QuadRef<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if let NamedOrBlankNodeRef::BlankNode(node) = quad.subject {
        found.push(node.as_str().to_owned());
    }
    if let TermRef::BlankNode(node) = quad.object {
        found.push(node.as_str().to_owned());
    }
    if let GraphNameRef::BlankNode(node) = quad.graph_name {
        found.push(node.as_str().to_owned());
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// This node, or any other one.
fn mask(node: oxrdf::BlankNodeRef<'_>, this: &str) -> oxrdf::BlankNode {
    oxrdf::BlankNode::new_unchecked(if node.as_str() == this { "this" } else { "other" })
}

fn mask_subject(subject: NamedOrBlankNodeRef<'_>, this: &str) -> oxrdf::NamedOrBlankNode {
    match subject {
        NamedOrBlankNodeRef::BlankNode(node) => mask(node, this).into(),
        NamedOrBlankNodeRef::NamedNode(node) => node.into_owned().into(),
    }
}

fn mask_term(object: TermRef<'_>, this: &str) -> oxrdf::Term {
    match object {
        TermRef::BlankNode(node) => mask(node, this).into(),
        TermRef::NamedNode(_) | TermRef::Literal(_) => object.into_owned(),
    }
}

fn mask_graph(graph: GraphNameRef<'_>, this: &str) -> oxrdf::GraphName {
    match graph {
        GraphNameRef::BlankNode(node) => mask(node, this).into(),
        GraphNameRef::NamedNode(_) | GraphNameRef::DefaultGraph => graph.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_order_of_members_does_not_matter_and_their_values_do() {
        let one = json!({"@context": context::EXAMPLES, "a": "1", "b": {"c": "Dương"}});
        let other = json!({"b": {"c": "Dương"}, "a": "1", "@context": context::EXAMPLES});
        let third = json!({"b": {"c": "Duơng"}, "a": "1", "@context": context::EXAMPLES});
        assert_eq!(canonical(&one), canonical(&other));
        assert_ne!(canonical(&one), canonical(&third));
    }

    #[test]
    fn what_is_not_known_here_is_refused() {
        let foreign = json!({"@context": "https://elsewhere.example/context", "a": "1"});
        assert!(matches!(canonical(&foreign), Err(Unreadable::Foreign(_))));
        let labelled = json!({"@context": context::EXAMPLES, "a": {"@id": "_:x"}});
        assert_eq!(canonical(&labelled), Err(Unreadable::Knotted));
        let knot: Vec<_> = (0..12).map(|at| json!({"b": {"c": at.to_string()}})).collect();
        assert_eq!(canonical(&json!({"@context": context::EXAMPLES, "a": knot})), Err(Unreadable::Knotted));
        let long = json!({"@context": context::EXAMPLES, "a": "x".repeat(LARGEST_DOCUMENT)});
        assert_eq!(canonical(&long), Err(Unreadable::TooLarge));
        let deep = (0..40).fold(json!("x"), |inner, _| json!([inner]));
        assert_eq!(canonical(&json!({"@context": context::EXAMPLES, "a": deep})), Err(Unreadable::TooLarge));
    }
}
