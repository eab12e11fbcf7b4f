//! What the signatures of a file that came back say, in words.
//!
//! Not here: checking them (`office::signature`), keeping the file (`acts::decision`).

use acts::decision::SignedFile;
use domain::id::DecisionId;
use lang::Lang;
use office::signature::{Check, Signed, signatures};

use super::page::{Copy, Mark};
use crate::web::parts::Tag;
use crate::web::visit::{local_time, moment};

/// A file with its signatures.
pub(super) fn copy(file: &SignedFile, decision: DecisionId, lang: Lang) -> Copy {
    let w = &lang.words().decision;
    let sum = file.row.file.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    Copy {
        name: file.row.name.clone(),
        href: format!("/quyet-dinh/{decision}/ban-ky/{}", file.row.id),
        brought: w.brought(&file.by, moment(file.row.at_ms, lang)),
        sum: w.hash(sum),
        marks: signatures(&file.content).iter().map(|signed| mark(signed, lang)).collect(),
    }
}

/// One signature: who, when, what was found, and what was not looked at.
fn mark(signed: &Signed, lang: Lang) -> Mark {
    let w = &lang.words().decision;
    let at = signed.signed_at.and_then(|at| at.to_zoned(jiff::tz::TimeZone::UTC).ok());
    let at =
        at.map_or_else(|| w.no_time.to_owned(), |at| lang::date::moment(local_time(at.timestamp()), lang));
    let mut notes = Vec::new();
    if !signed.organisation.is_empty() {
        notes.push(w.of_organisation(&signed.organisation));
    }
    notes.push(w.issued_by(&signed.issuer, &signed.serial));
    notes.push(w.trust_unknown.to_owned());
    Mark { who: w.signed_by(&signed.signer, at), found: found(signed, lang), notes }
}

/// What the check found, the gravest first.
fn found(signed: &Signed, lang: Lang) -> Tag {
    let w = &lang.words().decision;
    match (&signed.content, &signed.signature) {
        (Check::Wrong, _) => Tag::wrong(w.changed),
        (_, Check::Wrong) => Tag::wrong(w.wrong_key),
        (Check::Unknown(_), _) | (_, Check::Unknown(_)) => Tag::look(w.not_read),
        (Check::Right, Check::Right) if !signed.covers_all => Tag::look(w.added),
        (Check::Right, Check::Right) if !signed.is_sound() => Tag::look(w.not_held),
        (Check::Right, Check::Right) => Tag::done(w.whole),
    }
}
