//! Signed copies that come back: taking one in, handing it out, and what its signatures say in words.
//!
//! Not here: checking them (`office::signature`), keeping the file (`acts::decision`).

use acts::decision::{SignedFile, SignedRefusal};
use acts::evidence::FileRefusal;
use axum::extract::Path;
use domain::id::{DecisionId, StepId};
use lang::{Lang, Words};
use office::signature::{Check, Signed, signatures};

use super::page::{Copy, Mark};
use super::{opened, parsed};
use crate::web::answer::{Answer, Failure, again, done, file, refused};
use crate::web::parts::Tag;
use crate::web::posted::Uploaded;
use crate::web::visit::{Member, local_time, moment};

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

fn file_sentence(refusal: SignedRefusal, words: &Words) -> &'static str {
    let w = &words.decision;
    match refusal {
        SignedRefusal::File(FileRefusal::Empty) => w.empty,
        SignedRefusal::File(FileRefusal::TooLarge) => w.too_large,
        SignedRefusal::NotPdf => w.not_pdf,
        SignedRefusal::Known => w.known,
        SignedRefusal::Name { .. } => w.name_bad,
    }
}

/// Takes a signed copy back.
pub(super) async fn take_back(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id = parsed(&id)?;
    let (name, bytes) =
        sent.file("tep").map_or(("-", &[][..]), |file| (file.name.as_str(), file.bytes.as_slice()));
    if let Err(refusal) = refused(acts::decision::take_back(&member.ctx, id, name, bytes).await)? {
        return again(&opened(&member, id, file_sentence(refusal, member.words())).await?);
    }
    let path = format!("/quyet-dinh/{id}#ban-ky");
    Ok(done(member.site(), &path, member.words().decision.taken_back, None))
}

/// Hands a signed copy out.
pub(super) async fn hand(member: Member, Path((id, one)): Path<(String, String)>) -> Answer {
    let one: StepId = one.parse().map_err(|_| Failure::Missing)?;
    let handed = acts::decision::signed_file(&member.ctx, parsed(&id)?, one).await?;
    Ok(file(&handed.name, &handed.media, handed.content))
}
