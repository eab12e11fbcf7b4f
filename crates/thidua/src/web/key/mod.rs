//! Quản trị · Khoá ký: the keys of the unit one works at: opening one, changing it, closing it.
//!
//! Not here: who may, and the keys themselves (`acts::key`).

pub mod page;

use acts::key::{KeyRefusal, KeyRow, Readiness, Ring};
use axum::Router;
use axum::routing::{get, post};
use domain::unit::UnitId;
use lang::{Lang, Words};

use self::page::{KeyLine, RingPage};
use super::admin::{Tab, tabs};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Field, Tag};
use super::posted::Posted;
use super::site::Site;
use super::visit::{Member, moment};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/quan-tri/khoa-ky", get(show))
        .route("/quan-tri/khoa-ky/mo", post(open))
        .route("/quan-tri/khoa-ky/ngung", post(close))
}

/// The address of a unit's keys.
pub fn ring_of(unit: UnitId) -> String {
    address("/quan-tri/khoa-ky", &[("don-vi", &unit.to_string())])
}

/// What is missing before anything is signed, in words; empty where nothing is.
pub fn missing(readiness: &Readiness, words: &Words) -> String {
    let w = &words.key;
    match readiness {
        Readiness::Signs => String::new(),
        Readiness::NoSafe => w.no_safe.to_owned(),
        Readiness::Outside => w.outside.to_owned(),
        Readiness::NoKey { name, can_open: true, .. } => w.no_key(name),
        Readiness::NoKey { name, can_open: false, .. } => format!("{} {}", w.no_key(name), w.ask_manager),
    }
}

/// Where a key can be opened by the person; nothing for others.
pub fn way(readiness: &Readiness, words: &Words) -> Option<Link> {
    match readiness {
        Readiness::NoKey { unit, can_open: true, .. } => Some(Link::to(words.key.way, ring_of(*unit))),
        Readiness::NoKey { .. } | Readiness::Signs | Readiness::NoSafe | Readiness::Outside => None,
    }
}

async fn show(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    page(&drawn(&member, unit, "").await?)
}

async fn drawn(member: &Member, unit: UnitId, told: &str) -> Result<RingPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let ring = acts::key::ring(&member.ctx, unit).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.key;
    let mut f = member.frame(w.heading, Place::Admin, Some(unit)).await?;
    f.refused = !told.is_empty();
    f.crumbs = vec![Link::to(words.admin.heading, "/quan-tri"), Link::here(w.heading)];
    let opened = ring.keys.iter().any(|(key, _)| key.closed_ms.is_none());
    Ok(RingPage {
        f,
        told: told.to_owned(),
        unit: unit.to_string(),
        tabs: tabs(lang, Tab::Keys),
        tag: tag(&ring, lang),
        lacking: missing(&ring.readiness, words),
        // The unit at the top lacks one: that is another page than this.
        way: way(&ring.readiness, words).filter(|link| link.href != ring_of(unit)),
        address: ring.address.as_ref().map(|at| w.address(at)).unwrap_or_default(),
        can_open: !opened && ring.readiness != Readiness::NoSafe,
        opened,
        rotate: Field::text(lang, "ly-do", w.why_rotate).id("ly-do-thay"),
        retire: Field::text(lang, "ly-do", w.why_retire).id("ly-do-ngung"),
        blank: ring.keys.is_empty().then(|| Blank {
            icon: icon("key"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        keys: ring.keys.iter().map(|(key, by)| line(key, by, lang)).collect(),
    })
}

fn tag(ring: &Ring, lang: Lang) -> Tag {
    let w = &lang.words().key;
    if ring.readiness == Readiness::Signs { Tag::done(w.signs) } else { Tag::look(w.signs_not) }
}

fn line(key: &KeyRow, by: &str, lang: Lang) -> KeyLine {
    KeyLine {
        public: key.public.clone(),
        opened: moment(key.opened_ms, lang),
        by: by.to_owned(),
        closed: key.closed_ms.map_or_else(String::new, |at| format!("{} · {}", moment(at, lang), key.reason)),
    }
}

/// The unit that a form is about.
fn unit_of(posted: &Posted) -> Result<UnitId, Failure> {
    posted.get("don-vi").parse().map_err(|_| Failure::Missing)
}

fn sentence(refusal: KeyRefusal, words: &Words) -> String {
    let w = &words.key;
    match refusal {
        KeyRefusal::NoSafe => w.no_safe.to_owned(),
        KeyRefusal::UnitNotThere => w.not_there.to_owned(),
        KeyRefusal::ReasonMissing => w.reason_missing.to_owned(),
        KeyRefusal::ReasonTooLong { most } => w.too_long(most),
        KeyRefusal::NoneOpen => w.none_open.to_owned(),
    }
}

async fn open(member: Member, posted: Posted) -> Answer {
    let unit = unit_of(&posted)?;
    if let Err(refusal) = refused(acts::key::open(&member.ctx, unit, posted.get("ly-do")).await)? {
        return again(&drawn(&member, unit, &sentence(refusal, member.words())).await?);
    }
    Ok(done(member.site(), &ring_of(unit), member.words().key.opened_done, None))
}

async fn close(member: Member, posted: Posted) -> Answer {
    let unit = unit_of(&posted)?;
    if let Err(refusal) = refused(acts::key::close(&member.ctx, unit, posted.get("ly-do")).await)? {
        return again(&drawn(&member, unit, &sentence(refusal, member.words())).await?);
    }
    Ok(done(member.site(), &ring_of(unit), member.words().key.closed_done, None))
}
