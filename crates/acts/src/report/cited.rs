//! Citations of a report checked against the register of directives: replaced ones and unknown ones are told.
//!
//! A hint, never a bar: a review of 2021 rightly cites what held in 2021. Not here: finding citations (`reader`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::directive::{Directive, Relation};
use domain::id::{DirectiveId, ReportId};
use jiff::civil::Date;

/// What the register says of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is in force.
    InForce,
    /// Others stand in its place.
    Replaced {
        /// As they are cited.
        by: Vec<String>,
    },
    /// Others carry it on; whether they stand in its place, the register does not say.
    Followed {
        /// As they are cited.
        by: Vec<String>,
    },
    /// It is no longer in force, and the register names nothing in its place.
    Ended {
        /// The first day on which it is not.
        on: Date,
    },
    /// The register does not know it.
    Unknown,
}

/// A citation in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// As it was read: kind and number.
    pub words: String,
    /// The document of the register.
    pub directive: Option<DirectiveId>,
    /// What the register says of it.
    pub standing: Standing,
}

/// The citations of a report's text, each once, in order.
pub async fn check(ctx: &Ctx, id: ReportId) -> Result<Vec<Cited>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (report, history) = super::seen::<Never>(ctx, &mut tx, id).await?;
    let paragraphs = store::report::paragraphs(&mut tx, id).await?;
    let text: Vec<&str> = std::iter::once(report.subject.as_str())
        .chain(paragraphs.iter().map(|paragraph| paragraph.content.as_str()))
        .collect();
    let authority = ctx.authority(&mut tx).await?;
    let mut register = store::directive::list(&mut tx).await?;
    register.retain(|(_, unit)| {
        unit.is_none() || authority.may(domain::authority::Action::SeeUnit, *unit, &history)
    });
    let relations = store::directive::relations(&mut tx).await?;
    let known: Vec<reader::KnownCitation> = register
        .iter()
        .map(|(one, _)| reader::KnownCitation {
            kind: one.kind.clone(),
            number: one.number.clone(),
            date: one.issued,
            issuer: Some(one.issuer.clone()),
        })
        .collect();
    let options = reader::Options { published: None, units: &[], citations: &known };
    let reading = reader::read(&text.join("\n\n"), &options);
    let mut found: Vec<Cited> = Vec::new();
    for citation in &reading.citations {
        let words = format!("{} {}", citation.kind, citation.number);
        if found.iter().any(|known| known.words == words) {
            continue;
        }
        let directive = citation.known.and_then(|place| register.get(place)).map(|(directive, _)| directive);
        let newer = |relation: Relation| -> Vec<String> {
            relations
                .iter()
                .filter(|related| related.relation == relation)
                .filter(|related| directive.is_some_and(|directive| related.older == directive.id))
                .filter_map(|related| register.iter().find(|(one, _)| one.id == related.newer))
                .map(|(one, _)| one.cited())
                .collect()
        };
        let (by, after) = (newer(Relation::Replaces), newer(Relation::Continues));
        let standing = standing(directive, by, after, ctx.app.today());
        found.push(Cited { words, directive: directive.map(|directive| directive.id), standing });
    }
    Ok(found)
}

fn standing(directive: Option<&Directive>, by: Vec<String>, after: Vec<String>, today: Date) -> Standing {
    let Some(directive) = directive else { return Standing::Unknown };
    if !by.is_empty() {
        return Standing::Replaced { by };
    }
    match directive.valid_to.filter(|day| *day <= today) {
        Some(on) => Standing::Ended { on },
        None if !after.is_empty() => Standing::Followed { by: after },
        None => Standing::InForce,
    }
}
