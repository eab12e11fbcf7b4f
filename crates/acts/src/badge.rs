//! Rounds of Party badges: who is due by the months, why, and what the office says about each.
//!
//! The months only propose. The office confirms each line; months to be taken off and grave illness are what it typed.
//!
//! Not here: the arithmetic (`domain::award::badge`), conferring the badges (`decision`).

use crate::award::{RuleBook, own};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::award::badge::{BADGES, Due, Early, Word, due, months_on, next_badge};
use domain::award::{Criterion, Evidence, FormCode, Provision, Rule, Track};
use domain::decision::Standing;
use domain::id::PersonId;
use domain::person::Person;
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::Tx;
pub use store::badge::BadgeLine;

/// The most letters of a note.
pub const NOTE_MOST: usize = 500;
/// How far ahead of a round a person is listed, in months: nobody is surprised.
const AHEAD: i32 = 6;

/// A person in a round.
#[derive(Debug, Clone)]
pub struct DueRow {
    /// Who.
    pub person: Person,
    /// The badge held, in years.
    pub held: Option<u8>,
    /// The badge that is next.
    pub years: u8,
    /// Months in the Party by the round.
    pub months: i32,
    /// What the months say.
    pub due: Due,
    /// The article of the rule, and whether it was checked.
    pub rule: Option<(String, bool)>,
    /// What the office said last.
    pub said: Option<BadgeLine>,
}

/// Why nothing is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeRefusal {
    /// The person's admission is not known, so no months can be told.
    NoAdmission,
    /// Putting off and asking early need a note.
    NoteMissing,
    /// The note is too long.
    NoteTooLong {
        /// The most letters.
        most: usize,
    },
    /// There is no such badge.
    NoBadge,
    /// The months are not full and no early ground was noted: nothing can be confirmed.
    NotDue,
}

/// The rule of a badge on a day, and how early it may be given.
fn rule_of(book: &RuleBook, years: u8, day: Date) -> Option<(&Rule, Early)> {
    let form: FormCode = format!("huy-hieu-dang-{years}").parse().ok()?;
    book.rules_of(&form, day).into_iter().find_map(|rule| {
        let Provision::Criterion(Criterion::PartyAge { early, .. }) = &rule.provision else { return None };
        Some((rule, *early))
    })
}

/// A person's months; `None` while the admission is not known.
fn track(person: &Person, grave: bool) -> Option<Track> {
    Some(Track {
        admitted: person.days.admission_decided?,
        deducted_months: person.days.deducted_months,
        grave,
        died: person.days.died,
        evidence: Evidence(person.purpose.clone()),
    })
}

/// The badge that a person is to have next by a day: the highest that is full, else the next one up.
fn wanted(track: &Track, held: Option<u8>, round: Date) -> Option<u8> {
    let full =
        domain::award::badge::highest_full(track, round).filter(|full| held.is_none_or(|held| *full > held));
    full.or_else(|| {
        let months = months_on(track, track.died.map_or(round, |died| died.min(round)));
        BADGES
            .into_iter()
            .find(|years| i32::from(*years) * 12 > months && held.is_none_or(|held| *years > held))
    })
    .or_else(|| next_badge(held))
}

/// The badges that people hold, from what stands in the register.
async fn held(
    tx: &mut Tx,
    persons: &[PersonId],
    today: Date,
) -> Result<HashMap<PersonId, u8>, ActError<Never>> {
    let lines = store::honoree::of_persons(tx, persons).await?;
    let ids: HashSet<_> = lines.iter().map(|line| line.decision).collect();
    let changes = store::decision::changes(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
    let mut held: HashMap<PersonId, u8> = HashMap::new();
    for view in crate::decision::lines_on(lines, &changes, today) {
        let years =
            view.line.form.as_str().strip_prefix("huy-hieu-dang-").and_then(|years| years.parse().ok());
        if let (Standing::Valid, Some(person), Some(years)) = (view.standing, view.line.person, years) {
            let best = held.entry(person).or_default();
            *best = u8::max(*best, years);
        }
    }
    Ok(held)
}

/// Who of a unit and all below it is due in a round, or will be within half a year; by what is missing, then by name.
pub async fn round(ctx: &Ctx, unit: UnitId, round: Date) -> Result<Vec<DueRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let units = history.subtree_on(unit, ctx.app.today());
    let persons = store::person::list(&mut tx, &units, "", u32::MAX).await?;
    let ids: Vec<PersonId> = persons.iter().map(|person| person.id).collect();
    let held = held(&mut tx, &ids, ctx.app.today()).await?;
    let mut said: HashMap<PersonId, Vec<BadgeLine>> = HashMap::new();
    for line in store::badge::said(&mut tx, &ids, round).await? {
        said.entry(line.person).or_default().push(line);
    }
    let book = own::book_for(ctx, &mut tx, unit).await?;
    let mut rows = Vec::new();
    for person in persons {
        let lines = said.remove(&person.id).unwrap_or_default();
        let grave = lines.iter().any(|line| line.word == Word::Grave);
        let held = held.get(&person.id).copied();
        rows.extend(reckon(&book, person, held, lines.into_iter().next_back(), grave, round));
    }
    rows.sort_by_key(|row| i32::from(row.years) * 12 - row.months);
    Ok(rows)
}

/// What the months say of one person; `None` for those far from a badge, and for those whose admission is not known.
fn reckon(
    book: &RuleBook,
    person: Person,
    held: Option<u8>,
    said: Option<BadgeLine>,
    grave: bool,
    round: Date,
) -> Option<DueRow> {
    let track = track(&person, grave)?;
    let years = wanted(&track, held, round)?;
    let rule = rule_of(book, years, round);
    let early = rule.map_or(Early { grave: 0, posthumous: 0 }, |(_, early)| early);
    let due = due(&track, years, early, round);
    if matches!(due, Due::NotYet { months } if months > AHEAD) && said.is_none() {
        return None;
    }
    Some(DueRow {
        months: months_on(&track, track.died.map_or(round, |died| died.min(round))),
        rule: rule.map(|(rule, _)| (rule.article.clone(), rule.doubt(round).is_none())),
        person,
        held,
        years,
        due,
        said,
    })
}

/// Notes what the office says about a person in a round: confirmed, put off, or asked for early for grave illness.
pub async fn say(
    ctx: &Ctx,
    person: PersonId,
    round: Date,
    word: Word,
    note: &str,
) -> Result<(), ActError<BadgeRefusal>> {
    let mut tx = ctx.write().await?;
    let found = store::person::find(&mut tx, person).await?.ok_or(ActError::Missing)?;
    ctx.ask::<BadgeRefusal>(&mut tx, Action::SeeAwards, Some(found.unit)).await?;
    ctx.ask::<BadgeRefusal>(&mut tx, Action::KeepRegister, Some(found.unit)).await?;
    let note = text::clean(note);
    if note.chars().count() > NOTE_MOST {
        return Err(ActError::Refused(BadgeRefusal::NoteTooLong { most: NOTE_MOST }));
    }
    if note.is_empty() && word != Word::Confirmed {
        return Err(ActError::Refused(BadgeRefusal::NoteMissing));
    }
    let before = store::badge::said(&mut tx, &[person], round).await?;
    let grave = word == Word::Grave || before.iter().any(|line| line.word == Word::Grave);
    let held =
        held(&mut tx, &[person], ctx.app.today()).await.map_err(ActError::widen)?.get(&person).copied();
    let months = track(&found, grave).ok_or(ActError::Refused(BadgeRefusal::NoAdmission))?;
    let years = wanted(&months, held, round).ok_or(ActError::Refused(BadgeRefusal::NoBadge))?;
    let book = own::book_for(ctx, &mut tx, found.unit).await?;
    let early = rule_of(&book, years, round).map_or(Early { grave: 0, posthumous: 0 }, |(_, early)| early);
    if word == Word::Confirmed && matches!(due(&months, years, early, round), Due::NotYet { .. }) {
        return Err(ActError::Refused(BadgeRefusal::NotDue));
    }
    let line = BadgeLine {
        id: ctx.app.id(),
        person,
        round,
        years,
        word,
        note,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::badge::add(&mut tx, &line).await?;
    let detail = format!("{round} {years} {}: {}", word.code(), line.note);
    ctx.record(&mut tx, "badge.say", Some(found.unit), person.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}
