//! Sổ khen thưởng: the lines of a unit's registers, looked for by name and year, with the yearly statistics.
//!
//! Not here: reading them (`acts::register`), the sheets (`certificate`).

pub mod page;
mod paper;
mod sheet;
mod story;

use acts::register::{Book, Entry, Query as Wanted, Summed};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::decision::Standing;
use domain::honoree::{Headcount, HonoreeKind};
use lang::Lang;
use lang::honoured::{self, Honoured};
use serde::Deserialize;

use self::page::{RegisterPage, RegisterRow};
use super::answer::{Answer, page};
use super::assets::icon;
use super::encode::address;
use super::frame::Place;
use super::parts::{Blank, Choice, Field, Tag};
use super::site::Site;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/so-khen", get(show))
        .route("/so-khen/thong-ke.xlsx", get(sheet::download))
        .merge(story::routes())
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    nam: String,
    ten: String,
}

impl Asked {
    /// The year, where one is asked for.
    fn year(&self) -> Option<i16> {
        self.nam.trim().parse().ok()
    }
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, w) = (member.lang(), &member.words().register);
    let unit = member.unit().await?;
    let f = member.frame(w.heading, Place::Register, unit).await?;
    let wanted = Wanted { year: asked.year(), named: asked.ten.clone() };
    let book = match unit {
        Some(unit) => Some(acts::register::open(&member.ctx, unit, &wanted).await?),
        None => None,
    };
    let entries = book.as_ref().map_or(&[][..], |book| book.entries.as_slice());
    let mut years = vec![Choice::new("", w.every_year)];
    let known = book.as_ref().map(|book| book.years.clone()).unwrap_or_default();
    years.extend(known.iter().map(|year| Choice::new(year.to_string(), year.to_string())));
    let counted = wanted.year.or_else(|| known.first().copied());
    page(&RegisterPage {
        f,
        year: Field::choice(lang, "nam", w.year, years).value(asked.nam.trim()),
        name: Field::text(lang, "ten", w.name).hint(w.name_hint).value(asked.ten.trim()).optional(),
        told: book.as_ref().map(|book| told(book, lang)).unwrap_or_default(),
        summed: book.as_ref().map(|book| sentences(&book.summed, lang)).unwrap_or_default(),
        excel: counted
            .map(|year| address("/so-khen/thong-ke.xlsx", &[("nam", &year.to_string())]))
            .unwrap_or_default(),
        blank: entries.is_empty().then(|| Blank {
            icon: icon("book"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        rows: entries.iter().map(|entry| row(entry, lang)).collect(),
    })
}

fn told(book: &Book, lang: Lang) -> Vec<String> {
    let w = &lang.words().register;
    let mut lines = Vec::new();
    if book.standing.all() > 0 {
        lines.push(w.counted(honoured::head(&book.standing, lang)));
    }
    if book.people > 0 {
        lines.push(w.people(book.people));
    }
    if book.total > book.entries.len() {
        lines.push(w.more(book.entries.len(), book.total));
    }
    lines
}

/// What was conferred, a sentence for each year, body and form.
pub(super) fn sentences(summed: &[Summed], lang: Lang) -> Vec<(String, String)> {
    let sentence = |one: &Summed| {
        let of = Honoured {
            body: &one.body,
            giver: one.giver,
            form: &one.form,
            class: one.class,
            count: &one.count,
            handed: &one.handed,
        };
        (one.year.to_string(), honoured::sentence(&of, lang))
    };
    summed.iter().map(sentence).collect()
}

fn row(entry: &Entry, lang: Lang) -> RegisterRow {
    let w = &lang.words().register;
    let line = &entry.line.line;
    let decided = lang::date::short(entry.decision.decided, lang);
    RegisterRow {
        number: entry.number.map(|(number, year)| format!("{number}/{year}")).unwrap_or_default(),
        name: if entry.line.name.is_empty() {
            w.only_number(honoured::head(&Headcount::of([(line.kind, line.number)]), lang))
        } else {
            entry.line.name.clone()
        },
        detail: line.detail.clone(),
        kind: kind(line.kind, lang).to_owned(),
        form: entry.form.clone(),
        decision: format!("{} · {decided}", entry.decision.number),
        href: format!("/quyet-dinh/{}", entry.decision.id),
        story: match (line.kind, line.person, line.unit) {
            (HonoreeKind::Individual, Some(person), _) => format!("/so-khen/ca-nhan/{person}"),
            (HonoreeKind::Collective, _, Some(unit)) => format!("/so-khen/tap-the/{unit}"),
            _ => String::new(),
        },
        body: entry.decision.body_name.clone(),
        code: entry.code.as_ref().map(|code| format!("/xm/{code}")).unwrap_or_default(),
        standing: match entry.line.standing {
            Standing::Valid => Tag::done(w.stands),
            Standing::Annulled => Tag::wrong(w.annulled),
            Standing::Stripped => Tag::wrong(w.stripped),
        },
    }
}

fn kind(kind: HonoreeKind, lang: Lang) -> &'static str {
    let w = &lang.words().register;
    match kind {
        HonoreeKind::Collective => w.collective,
        HonoreeKind::Individual => w.individual,
        HonoreeKind::Household => w.household,
        HonoreeKind::Combined => w.both,
    }
}
