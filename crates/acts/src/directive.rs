//! The register of directives: adding a document, saying how it stands to another, listing who follows whom.
//!
//! Not here: finding citations in texts (`reader`), programmes that carry a document out (`programme`).

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault, Never};
use domain::authority::Action;
pub use domain::directive::{Directive, Relation};
use domain::id::DirectiveId;
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::Tx;
use store::directive::Related;

/// What ships with the program.
const SHIPPED: &str = include_str!("../catalogue/directives.csv");

/// The most letters of a kind, a number and an issuer.
pub const SHORT_MOST: usize = 120;
/// The most letters of a subject and a source.
pub const LONG_MOST: usize = 1_000;

/// A document to be added.
#[derive(Debug, Clone)]
pub struct NewDirective {
    /// Its type in Vietnamese (`Chỉ thị`).
    pub kind: String,
    /// Its number and symbol (`05-CT/TW`).
    pub number: String,
    /// The day on which it was issued; `None` when not known.
    pub issued: Option<Date>,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
    /// From which day it is in force.
    pub valid_from: Option<Date>,
    /// The first day on which it no longer is; `None` while it is.
    pub valid_to: Option<Date>,
    /// Where these facts come from.
    pub source: String,
    /// Whether somebody checked them against the document.
    pub verified: bool,
    /// In whose register it stands; `None` for everybody's.
    pub unit: Option<UnitId>,
}

/// Which text of a document is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectiveField {
    /// Its type.
    Kind,
    /// Its number and symbol.
    Number,
    /// Who issued it.
    Issuer,
    /// What it is about.
    Subject,
    /// Where the facts come from.
    Source,
}

/// Why a document or a relation is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectiveRefusal {
    /// No type.
    KindMissing,
    /// No number.
    NumberMissing,
    /// A text is too long.
    TooLong {
        /// Which.
        field: DirectiveField,
        /// The most letters.
        most: usize,
    },
    /// It would be in force up to a day before it begins.
    Backwards,
    /// The register has it.
    Known {
        /// As which.
        id: DirectiveId,
    },
    /// A document does not follow itself.
    SameDocument,
    /// The register knows this relation.
    RelationKnown,
    /// The older one already follows the newer, perhaps through others.
    Circle,
}

/// How a document stands to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationRow {
    /// What the newer does to the older.
    pub relation: Relation,
    /// The other document.
    pub other: DirectiveId,
    /// As the other is cited.
    pub cited: String,
    /// Whether the other is the newer of the two.
    pub other_is_newer: bool,
    /// Where this is known from.
    pub source: String,
}

/// A document with all that is known of its kin.
#[derive(Debug, Clone)]
pub struct DirectiveView {
    /// The document.
    pub directive: Directive,
    /// In whose register it stands; `None` for everybody's.
    pub unit: Option<UnitId>,
    /// How it stands to others.
    pub relations: Vec<RelationRow>,
    /// Documents that stand in its place or carry it on, directly.
    pub followed_by: Vec<DirectiveId>,
}

fn checked(new: &NewDirective, id: DirectiveId) -> Result<Directive, DirectiveRefusal> {
    let directive = Directive {
        id,
        kind: text::clean(&new.kind),
        number: text::clean(&new.number),
        issued: new.issued,
        issuer: text::clean(&new.issuer),
        subject: text::clean(&new.subject),
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        source: text::clean(&new.source),
        verified: new.verified,
    };
    if directive.kind.is_empty() {
        return Err(DirectiveRefusal::KindMissing);
    }
    if directive.number.is_empty() {
        return Err(DirectiveRefusal::NumberMissing);
    }
    for (field, text, most) in [
        (DirectiveField::Kind, &directive.kind, SHORT_MOST),
        (DirectiveField::Number, &directive.number, SHORT_MOST),
        (DirectiveField::Issuer, &directive.issuer, SHORT_MOST),
        (DirectiveField::Subject, &directive.subject, LONG_MOST),
        (DirectiveField::Source, &directive.source, LONG_MOST),
    ] {
        if text.chars().count() > most {
            return Err(DirectiveRefusal::TooLong { field, most });
        }
    }
    if let (Some(from), Some(to)) = (directive.valid_from, directive.valid_to)
        && to <= from
    {
        return Err(DirectiveRefusal::Backwards);
    }
    Ok(directive)
}

/// Adds a document to the register of a unit, or of everybody.
pub async fn add(ctx: &Ctx, new: NewDirective) -> Result<DirectiveId, ActError<DirectiveRefusal>> {
    let unit = new.unit;
    let mut tx = ctx.write().await?;
    ctx.ask::<DirectiveRefusal>(&mut tx, Action::KeepProgrammes, unit).await?;
    let directive = checked(&new, DirectiveId(ctx.app.id())).map_err(ActError::Refused)?;
    let numbered = store::directive::find_numbered(&mut tx, &directive.kind, &directive.number).await?;
    // Numbers start again with every term: only the same day, or a day that nobody knows, makes it the same paper.
    let known = numbered.iter().find(|(known, of)| {
        (of.is_none() || *of == unit)
            && (known.issued == directive.issued || known.issued.is_none() || directive.issued.is_none())
    });
    if let Some((known, _)) = known {
        return Err(ActError::Refused(DirectiveRefusal::Known { id: known.id }));
    }
    store::directive::add(&mut tx, &directive, unit).await?;
    ctx.record(&mut tx, "directive.add", unit, directive.id.to_string(), directive.cited()).await?;
    tx.commit().await?;
    Ok(directive.id)
}

/// Says how a newer document stands to an older one.
pub async fn relate(
    ctx: &Ctx,
    newer: DirectiveId,
    relation: Relation,
    older: DirectiveId,
    source: &str,
) -> Result<(), ActError<DirectiveRefusal>> {
    let mut tx = ctx.write().await?;
    let (new, unit) = found(ctx, &mut tx, newer).await?;
    let (old, _) = found(ctx, &mut tx, older).await?;
    ctx.ask::<DirectiveRefusal>(&mut tx, Action::KeepProgrammes, unit).await?;
    if newer == older {
        return Err(ActError::Refused(DirectiveRefusal::SameDocument));
    }
    let source = text::clean(source);
    if source.chars().count() > LONG_MOST {
        let field = DirectiveField::Source;
        return Err(ActError::Refused(DirectiveRefusal::TooLong { field, most: LONG_MOST }));
    }
    let relations = store::directive::relations(&mut tx).await?;
    if follows(&relations, older, newer) {
        return Err(ActError::Refused(DirectiveRefusal::Circle));
    }
    if !store::directive::relate(&mut tx, &Related { newer, relation, older, source }).await? {
        return Err(ActError::Refused(DirectiveRefusal::RelationKnown));
    }
    let detail = format!("{} {} {}", new.cited(), relation.code(), old.cited());
    ctx.record(&mut tx, "directive.relate", unit, newer.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether one document follows another, directly or through others.
fn follows(relations: &[Related], newer: DirectiveId, older: DirectiveId) -> bool {
    let (mut open, mut seen) = (vec![newer], HashSet::new());
    while let Some(next) = open.pop() {
        if next == older {
            return true;
        }
        if seen.insert(next) {
            open.extend(relations.iter().filter(|known| known.newer == next).map(|known| known.older));
        }
    }
    false
}

/// A document that the person may know of: everybody's, or of a unit that one sees.
async fn found<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    id: DirectiveId,
) -> Result<(Directive, Option<UnitId>), ActError<R>> {
    let (directive, unit) = store::directive::find(tx, id).await?.ok_or(ActError::Missing)?;
    if unit.is_some() {
        ctx.ask::<R>(tx, Action::SeeUnit, unit).await?;
    }
    Ok((directive, unit))
}

/// The register as far as the person may know of it, latest issued first.
pub async fn list(ctx: &Ctx) -> Result<Vec<DirectiveView>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let mut listed = store::directive::list(&mut tx).await?;
    listed.retain(|(_, unit)| unit.is_none() || authority.may(Action::SeeUnit, *unit, &history));
    let relations = store::directive::relations(&mut tx).await?;
    let cited: HashMap<DirectiveId, String> =
        listed.iter().map(|(directive, _)| (directive.id, directive.cited())).collect();
    Ok(listed
        .into_iter()
        .map(|(directive, unit)| {
            let id = directive.id;
            let relations = rows(&relations, &cited, id);
            let followed_by = relations
                .iter()
                .filter(|row| {
                    row.other_is_newer && matches!(row.relation, Relation::Continues | Relation::Replaces)
                })
                .map(|row| row.other)
                .collect();
            DirectiveView { directive, unit, relations, followed_by }
        })
        .collect())
}

fn rows(relations: &[Related], cited: &HashMap<DirectiveId, String>, id: DirectiveId) -> Vec<RelationRow> {
    relations
        .iter()
        .filter(|related| related.newer == id || related.older == id)
        .filter_map(|related| {
            let other_is_newer = related.older == id;
            let other = if other_is_newer { related.newer } else { related.older };
            Some(RelationRow {
                relation: related.relation,
                other,
                cited: cited.get(&other)?.clone(),
                other_is_newer,
                source: related.source.clone(),
            })
        })
        .collect()
}

/// One document with all that is known of its kin.
pub async fn view(ctx: &Ctx, id: DirectiveId) -> Result<DirectiveView, ActError<Never>> {
    list(ctx).await?.into_iter().find(|view| view.directive.id == id).ok_or(ActError::Missing)
}

/// Writes the shipped register into a new installation.
pub(crate) async fn ship(app: &App, tx: &mut Tx) -> Result<(), Fault> {
    let wrong = || Fault::Inconsistent("the shipped register");
    let mut known = HashMap::new();
    for line in csv::Reader::from_reader(SHIPPED.as_bytes()).into_deserialize::<ShippedLine>() {
        let line = line.map_err(|_| wrong())?;
        let new = NewDirective {
            kind: line.kind,
            number: line.number,
            issued: line.issued,
            issuer: line.issuer,
            subject: line.subject,
            valid_from: line.valid_from,
            valid_to: line.valid_to,
            source: line.source,
            verified: line.verified == "yes",
            unit: None,
        };
        let directive = checked(&new, DirectiveId(app.id())).map_err(|_| wrong())?;
        store::directive::add(tx, &directive, None).await?;
        for relation in line.relations.split(';').filter(|relation| !relation.is_empty()) {
            let (code, number) = relation.split_once(' ').ok_or_else(wrong)?;
            let related = Related {
                newer: directive.id,
                relation: Relation::from_code(code).ok_or_else(wrong)?,
                older: known.get(number).copied().ok_or_else(wrong)?,
                source: directive.source.clone(),
            };
            store::directive::relate(tx, &related).await?;
        }
        known.insert(directive.number, directive.id);
    }
    Ok(())
}

#[derive(serde::Deserialize)]
struct ShippedLine {
    kind: String,
    number: String,
    issued: Option<Date>,
    issuer: String,
    subject: String,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    source: String,
    verified: String,
    relations: String,
}
