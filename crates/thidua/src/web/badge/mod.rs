//! Huy hiệu Đảng: who is due in a round by the months, with the reason, and what the office says.
//!
//! Not here: the months (`acts::badge`), conferring (`decision`).

pub mod page;
mod paper;

use acts::badge::{BadgeRefusal, DueRow};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::award::badge::{Due, Word, rounds};
use domain::id::PersonId;
use jiff::civil::Date;
use lang::Lang;
use serde::Deserialize;

use self::page::{BadgePage, BadgeRow};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::assets::icon;
use super::decision::handed;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Field, Tag};
use super::posted::Posted;
use super::site::Site;
use super::visit::{Member, local_time};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/huy-hieu", get(show))
        .route("/huy-hieu/{word}", post(say))
        .route("/huy-hieu/mau/{name}", get(listed))
        .route("/huy-hieu/to-khai/{person}", get(declaration))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    dot: String,
}

/// The round asked for, else the next one.
fn round_of(typed: &str, today: Date) -> Date {
    let next = || {
        [today.year(), today.year().saturating_add(1)].into_iter().flat_map(rounds).find(|day| *day >= today)
    };
    typed.trim().parse().ok().or_else(next).unwrap_or(today)
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let round = round_of(&asked.dot, member.today());
    page(&drawn(&member, round, "").await?)
}

async fn drawn(member: &Member, round: Date, told: &str) -> Result<BadgePage, Failure> {
    let (lang, w) = (member.lang(), &member.words().badge);
    let unit = member.unit().await?;
    let mut f = member.frame(w.heading, Place::Register, unit).await?;
    f.refused = !told.is_empty();
    let rows = match unit {
        Some(unit) => acts::badge::round(&member.ctx, unit, round).await?,
        None => Vec::new(),
    };
    let here = |day: Date| Link {
        here: day == round,
        ..Link::to(lang::date::short(day, lang), address("/huy-hieu", &[("dot", &day.to_string())]))
    };
    Ok(BadgePage {
        f,
        told: told.to_owned(),
        rounds: rounds(round.year()).into_iter().map(here).collect(),
        papers: [
            (w.list, "4-hhd.docx"),
            (w.anew, "4a-hhd.docx"),
            (w.posthumous, "4b-hhd.docx"),
            (w.book, "5-hhd.docx"),
        ]
        .map(|(text, name)| {
            Link::to(text, address(&format!("/huy-hieu/mau/{name}"), &[("dot", &round.to_string())]))
        })
        .into(),
        round: round.to_string(),
        note: Field::text(lang, "ghi-chu", w.note).hint(w.note_hint).optional(),
        blank: rows.is_empty().then(|| Blank {
            icon: icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        may_say: member.may.enter,
        rows: rows.iter().map(|row| shown(row, round, lang)).collect(),
    })
}

fn shown(row: &DueRow, round: Date, lang: Lang) -> BadgeRow {
    let w = &lang.words().badge;
    let days = &row.person.days;
    let day = |day: Option<Date>| day.map(|day| lang::date::short(day, lang)).unwrap_or_default();
    let why = match row.due {
        Due::Full { day_reached: true } => Tag::done(w.full),
        Due::Full { day_reached: false } => Tag::look(w.full_day_not),
        Due::Grave { months } => Tag::look(w.grave_short(months)),
        Due::Posthumous { months } => Tag::look(w.posthumous_short(months)),
        Due::NotYet { months } => Tag::waiting(w.not_yet(months)),
    };
    let said = row.said.as_ref().map(|line| match line.word {
        Word::Confirmed => Tag::done(w.confirmed),
        Word::Deferred => Tag::look(format!("{}: {}", w.deferred, line.note)),
        Word::Grave => Tag::look(format!("{}: {}", w.grave, line.note)),
    });
    let rule = row.rule.as_ref().map_or_else(
        || w.no_rule.to_owned(),
        |(article, checked)| if *checked { article.clone() } else { format!("{article} ({})", w.unverified) },
    );
    BadgeRow {
        id: row.person.id.to_string(),
        declaration: address(
            &format!("/huy-hieu/to-khai/{}.docx", row.person.id),
            &[("dot", &round.to_string())],
        ),
        name: row.person.name.clone(),
        admitted: day(days.admission_decided),
        months: w.age(row.months / 12, row.months % 12),
        deducted: if days.deducted_months > 0 { w.taken_off(days.deducted_months) } else { String::new() },
        badge: w.badge(row.years),
        held: row.held.map(|years| w.holds(years)).unwrap_or_default(),
        why,
        rule,
        said: said.unwrap_or_default(),
    }
}

/// A list or the book of a round, as a Word file or to be printed.
async fn listed(member: Member, Path(name): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let kind = paper::Kind::of(&name).ok_or(Failure::Missing)?;
    let unit = member.some_unit().await?;
    let round = round_of(&asked.dot, member.today());
    let rows = acts::badge::round(&member.ctx, unit, round).await?;
    let called = acts::unit::around(&member.ctx, unit, member.today(), 1).await?.name.name;
    handed(&paper::listed(kind, &rows, &called, round, local_time(member.ctx.app.now())), &name)
}

/// A member's declaration, filled in as far as the register knows.
async fn declaration(member: Member, Path(name): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let person: PersonId =
        name.split('.').next().unwrap_or_default().parse().map_err(|_| Failure::Missing)?;
    let unit = member.some_unit().await?;
    let round = round_of(&asked.dot, member.today());
    let rows = acts::badge::round(&member.ctx, unit, round).await?;
    let row = rows.iter().find(|row| row.person.id == person).ok_or(Failure::Missing)?;
    let at = acts::unit::around(&member.ctx, row.person.unit, member.today(), 1).await?.name.name;
    handed(&paper::declaration(row, &at, local_time(member.ctx.app.now())), "6-hhd.docx")
}

async fn say(member: Member, Path(word): Path<String>, posted: Posted) -> Answer {
    let word = match word.as_str() {
        "xac-nhan" => Word::Confirmed,
        "lui" => Word::Deferred,
        "benh-nang" => Word::Grave,
        _ => return Err(Failure::Missing),
    };
    let Ok(person) = posted.get("nguoi").parse() else { return Err(Failure::Missing) };
    let round = round_of(posted.get("dot"), member.today());
    if let Err(refusal) =
        refused(acts::badge::say(&member.ctx, person, round, word, posted.get("ghi-chu")).await)?
    {
        let w = &member.words().badge;
        let told = match refusal {
            BadgeRefusal::NoAdmission => w.no_admission.to_owned(),
            BadgeRefusal::NoteMissing => w.note_missing.to_owned(),
            BadgeRefusal::NoteTooLong { most } => w.too_long(most),
            BadgeRefusal::NoBadge => w.no_badge.to_owned(),
            BadgeRefusal::NotDue => w.not_due.to_owned(),
        };
        return again(&drawn(&member, round, &told).await?);
    }
    let path = address("/huy-hieu", &[("dot", &round.to_string())]);
    Ok(done(member.site(), &path, member.words().badge.noted, None))
}
