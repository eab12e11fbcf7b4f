//! Frozen figures on pages: which freeze is looked at, freezing, and "Vì sao khác?".
//!
//! Not here: what a freeze holds and why two differ (`acts::freeze`), the totals' pages (`rollup`, `overview`).

mod explain;
pub mod page;
mod sheet;

use acts::freeze::{FreezeRefusal, Listed};
use acts::total::{Lens, Origin, Query as Look, Record, View};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::figure::Slot;
use domain::id::FreezeId;
use domain::period::Period;
use domain::submission::Road;
use domain::unit::UnitId;
use lang::Lang;
use serde::Deserialize;

use super::answer::{Answer, Failure, again, done, page, refused};
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Choice, Field, FormPage};
use super::posted::Posted;
use super::site::Site;
use super::spoken;
use super::visit::{Member, moment};

/// Names of missing units that a form lists.
const NAMED: usize = 12;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/tong-hop/chot", get(ask).post(freeze))
        .route("/tong-hop/vi-sao-khac", get(explain::show))
        .route("/tong-hop/vi-sao-khac.xlsx", get(sheet::download))
}

/// What stands for the figures as they are entered, where an address names a freeze.
pub const LIVE: &str = "0";

/// The freezes of a unit and stretch, and which of them is looked at.
#[derive(Debug, Clone, Default)]
pub struct Freezes {
    /// All of them, the newest first.
    pub all: Vec<Listed>,
    /// The one looked at; nothing for the figures as they are entered.
    pub chosen: Option<FreezeId>,
}

impl Freezes {
    /// Those of a unit and stretch. `asked` is a number as an address has it; empty takes what `newest` says.
    pub async fn load(
        member: &Member,
        unit: UnitId,
        range: Period,
        asked: &str,
        newest: bool,
    ) -> Result<Self, Failure> {
        let all = acts::freeze::list(&member.ctx, unit, Some(range)).await?;
        let chosen = match asked.parse::<i64>() {
            Ok(number) => all.iter().find(|one| one.freeze.number == number),
            Err(_) => all.first().filter(|_| newest),
        };
        let chosen = chosen.map(|one| one.freeze.id);
        Ok(Self { all, chosen })
    }

    /// The one looked at.
    pub fn current(&self) -> Option<&Listed> {
        self.all.iter().find(|one| Some(one.freeze.id) == self.chosen)
    }

    /// What an address says for the one looked at.
    pub fn number(&self) -> String {
        self.current().map_or_else(|| LIVE.to_owned(), |one| one.freeze.number.to_string())
    }

    /// The figures as they are entered and every freeze, for a list.
    pub fn choices(&self, lang: Lang) -> Vec<Choice> {
        let words = &lang.words().freeze;
        let mut out = vec![Choice::new(LIVE, words.live)];
        out.extend(
            self.all
                .iter()
                .map(|one| Choice::new(one.freeze.number.to_string(), words.short(one.freeze.number))),
        );
        out
    }

    /// "Số đã chốt lần 2 lúc …", or nothing for the figures as they are entered.
    pub fn told(&self, lang: Lang) -> Option<String> {
        let current = self.current()?;
        let number = lang.words().freeze.number(current.freeze.number);
        Some(format!("{number}, {}", moment(current.freeze.at_ms, lang)))
    }
}

/// Totals out of a freeze, or as they stand.
pub async fn view(member: &Member, chosen: Option<FreezeId>, look: Look) -> Result<View, Failure> {
    Ok(match chosen {
        Some(id) => acts::freeze::view(&member.ctx, id, look).await?,
        None => acts::total::view(&member.ctx, look).await?,
    })
}

/// The source of a figure out of a freeze, or as it stands.
pub async fn origin(
    member: &Member,
    chosen: Option<FreezeId>,
    look: Look,
    slot: Slot,
) -> Result<Origin, Failure> {
    Ok(match chosen {
        Some(id) => acts::freeze::origin(&member.ctx, id, look, slot).await?,
        None => acts::total::origin(&member.ctx, look, slot).await?,
    })
}

/// The records behind a view's figures of some slots.
pub async fn sources(
    member: &Member,
    chosen: Option<FreezeId>,
    view: &View,
    slots: &[Slot],
) -> Result<Vec<Record>, Failure> {
    Ok(match chosen {
        Some(id) => acts::freeze::sources(&member.ctx, id, view, slots).await?,
        None => acts::total::sources(&member.ctx, view, slots).await?,
    })
}

/// The page on which one freezes.
pub fn ask_address(unit: UnitId, range: Period) -> String {
    let range = range.to_string();
    address("/tong-hop/chot", &[("don-vi", &unit.to_string()), ("ky", &range)])
}

/// The page that explains why a freeze and what stands now differ.
pub fn why_address(unit: UnitId, range: Period, from: i64) -> String {
    let (unit, range, from) = (unit.to_string(), range.to_string(), from.to_string());
    address("/tong-hop/vi-sao-khac", &[("don-vi", &unit), ("ky", &range), ("lan", &from)])
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    ky: String,
}

async fn form(
    member: &Member,
    unit: UnitId,
    range: Period,
    reason: &str,
    error: &str,
) -> Result<FormPage, Failure> {
    let (lang, words) = (member.lang(), &member.words().freeze);
    let look = Look { unit, range, lens: Lens::AsWas, road: Road::Declared };
    let seen = acts::total::view(&member.ctx, look).await?;
    let heading = words.ask(lang::period::name(range, lang));
    let mut f = member.frame(&heading, Place::Rollup, Some(unit)).await?;
    let back = address("/tong-hop", &[("don-vi", &unit.to_string()), ("tu", &range.to_string())]);
    f.crumbs = vec![Link::to(member.words().rollup.heading, back), Link::here(words.act)];
    let field = Field::long(lang, "ly-do", words.reason).hint(words.reason_hint).value(reason).error(error);
    let mut form = FormPage::new(f, "/tong-hop/chot", words.act, vec![field]);
    form.hidden = vec![("don-vi".to_owned(), unit.to_string()), ("ky".to_owned(), range.to_string())];
    form.intro = words.intro(&seen.own.head.name.name, seen.coverage.reported, seen.coverage.expected);
    let missing: Vec<&str> = seen
        .rows
        .iter()
        .filter(|row| seen.coverage.missing.contains(&row.head.unit))
        .map(|row| row.head.name.name.as_str())
        .collect();
    let mut warning = words.consequence.to_owned();
    if !missing.is_empty() {
        let mut names = missing.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
        if missing.len() > NAMED {
            names = format!("{names}; {}", member.words().rollup.more_units(missing.len() - NAMED));
        }
        warning = format!("{} {warning}", words.missing(names));
    }
    form.warning = Some(warning);
    Ok(form)
}

fn range_of(member: &Member, text: &str) -> Result<Period, Failure> {
    match text.parse() {
        Ok(range) => Ok(range),
        Err(_) => spoken::widest(member.today()).ok_or(Failure::Missing),
    }
}

async fn ask(member: Member, Query(asked): Query<Asked>) -> Answer {
    let Some(unit) = member.unit().await? else { return Err(Failure::Missing) };
    let range = range_of(&member, &asked.ky)?;
    page(&form(&member, unit, range, "", "").await?)
}

async fn freeze(member: Member, posted: Posted) -> Answer {
    let words = &member.words().freeze;
    let unit: UnitId = posted.get("don-vi").parse().map_err(|_| Failure::Missing)?;
    let range = range_of(&member, posted.get("ky"))?;
    let reason = posted.get("ly-do").to_owned();
    match refused(acts::freeze::add(&member.ctx, unit, range, &reason).await)? {
        Ok(id) => {
            let number = acts::freeze::load(&member.ctx, id).await?.freeze.number;
            let (unit, range) = (unit.to_string(), range.to_string());
            let to = address("/", &[("don-vi", &unit), ("ky", &range)]);
            Ok(done(member.site(), &to, &words.done(number), None))
        }
        Err(refusal) => {
            let sentence = match refusal {
                FreezeRefusal::Nothing => words.nothing,
                FreezeRefusal::Future => words.future,
                FreezeRefusal::Reason => words.reason_missing,
            };
            again(&form(&member, unit, range, &reason, sentence).await?)
        }
    }
}
