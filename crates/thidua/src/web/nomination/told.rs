//! What acts on nominations refuse and warn of, in sentences.
//!
//! Not here: any page.

use acts::nomination::{NominationRefusal, Warning};
use lang::Lang;
use lang::words::label::Label;

use crate::web::frame::Link;

/// What to look at first, with the way to it where there is one.
pub(in crate::web) fn warning(warning: &Warning, lang: Lang) -> Link {
    let w = &lang.words().nomination;
    let day = |day| lang::date::short(day, lang);
    match warning {
        Warning::SameDeed { decision, number } => {
            Link::to(format!("{}: {number}", w.same_deed), format!("/quyet-dinh/{decision}"))
        }
        Warning::SameName { decision, number } => {
            Link::to(format!("{}: {number}", w.same_name), format!("/quyet-dinh/{decision}"))
        }
        Warning::TwoLevels { nomination, round } => {
            Link::to(w.two_levels(round), format!("/khen-thuong/{nomination}"))
        }
        Warning::NameDiffers { register } => Link::to(w.name_differs(register), ""),
        Warning::VoteLow => Link::to(w.vote_low, ""),
        Warning::PaperMissing(name) => Link::to(w.paper_missing(name), ""),
        Warning::Unanswered { body, due, overdue: false } => Link::to(w.unanswered(body, day(*due)), ""),
        Warning::Unanswered { body, due, overdue: true } => Link::to(w.overdue(body, day(*due)), ""),
        Warning::Against(body) => Link::to(w.against(body), ""),
        Warning::NotEntitled { givers } => {
            let mut text = w.not_entitled.to_owned();
            if !givers.is_empty() {
                let may: Vec<&str> = givers.iter().map(|giver| giver.label(lang)).collect();
                text = format!("{text}. {}", w.may(may.join("; ")));
            }
            Link::to(text, "/khen-thuong/quy-dinh")
        }
    }
}

/// Why an act on a nomination was refused.
pub(in crate::web) fn sentence(refusal: &NominationRefusal, lang: Lang) -> String {
    let words = lang.words();
    let w = &words.nomination;
    let day = |day| lang::date::short(day, lang);
    match refusal {
        NominationRefusal::TextMissing => words.refusal.required.to_owned(),
        NominationRefusal::TooLong { most } => words.unit.too_long(most),
        NominationRefusal::RoundClosed { opens, closes } => w.refused_closed(day(*opens), day(*closes)),
        NominationRefusal::NotInRound => w.refused_round.to_owned(),
        NominationRefusal::NotBelow | NominationRefusal::NotHigher => w.refused_below.to_owned(),
        NominationRefusal::Number => w.refused_number.to_owned(),
        NominationRefusal::Votes => w.refused_votes.to_owned(),
        NominationRefusal::InFuture => w.refused_day.to_owned(),
        NominationRefusal::CannotFollow(stage) => w.refused_stage(stage.label(lang)),
        NominationRefusal::ReasonMissing => w.refused_reason.to_owned(),
        NominationRefusal::PapersMissing(names) => w.refused_papers(names.join("; ")),
        NominationRefusal::QuotaFull { quota } => w.refused_quota(quota),
        NominationRefusal::ConsultationOpen { body, due } => w.refused_open(body, day(*due)),
        NominationRefusal::Term => words.award.days_wrong.to_owned(),
        NominationRefusal::NoticeMissing { days } => {
            format!("{}: {}", w.notice, words.award.working_days(days))
        }
        NominationRefusal::NoticeRuns { until } => format!("{}: {}", w.notice, day(*until)),
        NominationRefusal::Authority(why) => crate::web::decision::told::authority(why, lang),
        NominationRefusal::Decision(why) => crate::web::decision::told::decision(why, "", lang).1,
        NominationRefusal::Unknown
        | NominationRefusal::Moved
        | NominationRefusal::AnsweredBefore
        | NominationRefusal::File(_) => w.refused_other.to_owned(),
    }
}
