//! What acts on decisions refuse, as the field it is about and a sentence.
//!
//! Not here: any page.

use acts::ceremony::CeremonyRefusal;
use acts::decision::{AuthorityRefusal, DecisionField, DecisionRefusal};
use acts::nomination::NominationRefusal;
use domain::award::Giver;
use lang::Lang;
use lang::words::label::Label;

fn named(givers: &[Giver], lang: Lang) -> String {
    givers.iter().map(|giver| giver.label(lang)).collect::<Vec<_>>().join("; ")
}

/// Why a body may not confer.
pub(in crate::web) fn authority(why: &AuthorityRefusal, lang: Lang) -> String {
    let w = &lang.words().round;
    match why {
        AuthorityRefusal::BodyNotThere => w.no_body.to_owned(),
        AuthorityRefusal::NotItsCapacity { capacities } if capacities.is_empty() => {
            lang.words().person.no_capacity.to_owned()
        }
        AuthorityRefusal::NotItsCapacity { capacities } => w.capacities(named(capacities, lang)),
        AuthorityRefusal::NoForm => w.no_form.to_owned(),
        AuthorityRefusal::NotForThem => w.not_for_them.to_owned(),
        AuthorityRefusal::NoRule => w.no_rule.to_owned(),
        AuthorityRefusal::Others { givers, article } => w.others(named(givers, lang), article),
    }
}

/// In which field of the forms a text stands.
fn field(field: DecisionField) -> &'static str {
    match field {
        DecisionField::Body => "co-quan",
        DecisionField::Number => "so",
        DecisionField::Place => "noi",
        DecisionField::Title => "ve-viec",
        DecisionField::Basis => "can-cu",
        DecisionField::Signer => "nguoi-ky",
        DecisionField::SignerPost => "chuc-vu",
        DecisionField::Source => "nguon",
        DecisionField::Name => "ten",
        DecisionField::Detail => "danh-sach",
        DecisionField::Achievement => "thanh-tich",
        DecisionField::Reason => "ly-do",
    }
}

/// Why a decision is not made or changed. `list` is the field in which its lines stand.
pub(in crate::web) fn decision(
    refusal: &DecisionRefusal,
    list: &'static str,
    lang: Lang,
) -> (&'static str, String) {
    let words = lang.words();
    let w = &words.round;
    match refusal {
        DecisionRefusal::Missing(about) => (field(*about), words.refusal.required.to_owned()),
        DecisionRefusal::TooLong { field: about, most } => (field(*about), w.too_long(most)),
        DecisionRefusal::InFuture => ("ngay", w.future.to_owned()),
        DecisionRefusal::BeforeDecision => ("ngay", w.before_decision.to_owned()),
        DecisionRefusal::Lines { most } => (list, w.lines_many(most)),
        DecisionRefusal::LineUnnamed(line)
        | DecisionRefusal::LineNumber(line)
        | DecisionRefusal::LineUnknown(line) => (list, w.line_wrong(line)),
        DecisionRefusal::LineYear(line) => (list, w.line_year_wrong(line)),
        DecisionRefusal::LineTwice { line, before } => (list, w.line_twice(line, before)),
        DecisionRefusal::Authority { line: 0, why } => ("tu-cach", authority(why, lang)),
        DecisionRefusal::Authority { line, why } => (list, w.at_line(line, authority(why, lang))),
        DecisionRefusal::CouncilMissing { line, article } => {
            (list, w.at_line(line, w.council_missing(article)))
        }
        DecisionRefusal::KeeperIsNotBody => ("tu-cach", w.keeper.to_owned()),
        DecisionRefusal::Known { .. } => ("so", w.known.to_owned()),
        DecisionRefusal::CannotFollow => ("viec", w.cannot_follow.to_owned()),
        DecisionRefusal::NothingChanges => ("ten", w.nothing_changes.to_owned()),
    }
}

/// Why cases are not decided.
pub(in crate::web) fn of_case(refusal: &NominationRefusal, lang: Lang) -> (&'static str, String) {
    if let NominationRefusal::Decision(why) = refusal {
        return decision(why, "ho-so", lang);
    }
    let field = if matches!(refusal, NominationRefusal::Authority(_)) { "tu-cach" } else { "ho-so" };
    (field, crate::web::nomination::sentence(refusal, lang))
}

/// Why a ceremony is not entered.
pub(in crate::web) fn ceremony(refusal: &CeremonyRefusal, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let w = &words.round;
    match refusal {
        CeremonyRefusal::OrganiserMissing => ("to-chuc", words.refusal.required.to_owned()),
        CeremonyRefusal::TooLong { most } => ("dip", w.too_long(most)),
        CeremonyRefusal::InFuture => ("ngay", w.future.to_owned()),
        CeremonyRefusal::NothingHanded => ("dong", w.pick_line.to_owned()),
        CeremonyRefusal::BeforeDecision(_) => ("ngay", w.before_decision.to_owned()),
        CeremonyRefusal::NotStanding(_) => ("dong", w.not_standing.to_owned()),
        CeremonyRefusal::HandedBefore(_) => ("dong", w.handed_before.to_owned()),
    }
}
