//! What findings, refusals, standings and steps are called on pages.
//!
//! Not here: the pages themselves; what is refused (`acts::filing`).

use acts::figure::FigureRefusal;
use acts::filing::FilingRefusal;
use acts::filing::decide::DecisionRefusal;
use acts::indicator::Catalogue;
use domain::figure::Slot;
use domain::filing::{ReturnGround, Standing, Step};
use domain::form::{Ask, Every, Fault, Finding, Oddity, Row, Weight};
use jiff::civil::Date;
use lang::words::label::Label;
use lang::{Lang, Words, number};

use crate::web::parts::Tag;
use crate::web::spoken;

/// The question of a row: its own label, or the indicator's name.
pub fn question(catalogue: &Catalogue, row: &Row, lang: Lang) -> String {
    match row.ask.slot() {
        Some(slot) if row.label.is_empty() => spoken::slot(catalogue, slot, lang),
        _ => row.label.clone(),
    }
}

/// A finding as a sentence.
pub fn finding(catalogue: &Catalogue, row: Option<&Row>, found: &Finding, lang: Lang) -> String {
    let w = &lang.words().filing;
    match (&found.weight, &found.ask, row) {
        (Weight::Hard(Fault::Unanswered), Ask::Number(_) | Ask::YesNo(_), Some(row)) => {
            w.unanswered(lower_first(&question(catalogue, row, lang)))
        }
        _ => finding_named(found, |slot| spoken::slot(catalogue, slot, lang), lang),
    }
}

/// The same where figures are named otherwise than by the catalogue.
pub fn finding_named(found: &Finding, named: impl Fn(Slot) -> String, lang: Lang) -> String {
    let w = &lang.words().filing;
    let number = |value: i64| number::integer(value, lang);
    match &found.weight {
        Weight::Hard(Fault::Unanswered) => w.unanswered_words.to_owned(),
        Weight::Hard(Fault::Above { number: told, upper, most }) => {
            w.above_other(named(*upper), number(*most), number(*told))
        }
        Weight::Hard(Fault::NotTheSum { number: told, sum }) => w.not_the_sum(number(*told), number(*sum)),
        Weight::Hard(Fault::AboveNumber { number: told, most }) => {
            w.above_number(number(*told), number(*most))
        }
        Weight::Soft(Oddity::Changed { percent, .. }) => {
            let share = format!("{}%", number(percent.saturating_abs()));
            if *percent < 0 { w.fell(share) } else { w.rose(share) }
        }
        Weight::Soft(Oddity::Large { usual }) => w.large(number(*usual)),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Where a filing stands, as a label: never colour alone.
pub fn tag(standing: Standing, late: bool, lang: Lang) -> Tag {
    let w = &lang.words().filing;
    let label = standing.label(lang);
    match standing {
        Standing::NotBegun | Standing::Entering if late => Tag::wrong(w.late),
        Standing::NotBegun | Standing::Entering => Tag::plain(label),
        Standing::Sent => Tag::waiting(label),
        Standing::Returned => Tag::look(label),
        Standing::Accepted => Tag::done(label),
    }
}

/// What a step is called.
pub fn step(step: Step, words: &'static Words) -> &'static str {
    let w = &words.filing;
    match step {
        Step::Begin => w.step_begin,
        Step::Send => w.step_send,
        Step::Withdraw => w.step_withdraw,
        Step::Return => w.step_return,
        Step::Accept => w.step_accept,
        Step::AskReopen => w.step_ask,
        Step::Reopen => w.step_reopen,
    }
}

/// What a ground is called.
pub fn ground(ground: ReturnGround, words: &'static Words) -> &'static str {
    let w = &words.filing;
    match ground {
        ReturnGround::WrongFigure => w.ground_wrong,
        ReturnGround::MissingFigure => w.ground_missing,
        ReturnGround::MissingEvidence => w.ground_evidence,
        ReturnGround::WrongPeriod => w.ground_period,
        ReturnGround::Other => w.ground_other,
    }
}

/// How often a form is answered.
pub fn every(every: Every, words: &'static Words) -> &'static str {
    let w = &words.filing;
    match every {
        Every::Month => w.every_month,
        Every::Quarter => w.every_quarter,
        Every::HalfYear => w.every_half,
        Every::Year => w.every_year,
        Every::Stage => w.every_stage,
    }
}

/// How many days are left, or over.
pub fn days(due: Date, today: Date, words: &'static Words) -> String {
    let left = today.until(due).map_or(0, |span| span.get_days());
    if left < 0 { words.filing.days_over(left.unsigned_abs()) } else { words.filing.days_left(left) }
}

/// The sentence of a refusal that is no row's own.
pub fn refusal(refusal: &FilingRefusal, words: &'static Words) -> &'static str {
    match refusal {
        FilingRefusal::Figure(FigureRefusal::NotThere) => words.entry.not_there,
        FilingRefusal::Figure(FigureRefusal::Future) => words.entry.future,
        FilingRefusal::Figure(FigureRefusal::Resting) => words.entry.resting,
        FilingRefusal::Figure(FigureRefusal::Changed { .. }) => words.entry.conflict_heading,
        FilingRefusal::Figure(FigureRefusal::Entries(_)) => words.entry.wrong_nature,
        FilingRefusal::NotAsked | FilingRefusal::Standing(_) => words.filing.wrong_standing,
        FilingRefusal::WordsTooLong(_) | FilingRefusal::ReasonMissing => words.filing.needs_reason,
        FilingRefusal::Findings(_) => words.filing.cannot_send,
    }
}

/// The sentence of a decision that was refused.
pub fn decision(refusal: &DecisionRefusal, words: &'static Words) -> &'static str {
    match refusal {
        DecisionRefusal::Standing(_) | DecisionRefusal::UnknownRow(_) => words.filing.wrong_standing,
        DecisionRefusal::Changed { .. } => words.filing.changed_since,
        DecisionRefusal::UnitsMissing(_) => words.filing.missing_text,
        DecisionRefusal::ReasonMissing => words.filing.needs_reason,
    }
}
