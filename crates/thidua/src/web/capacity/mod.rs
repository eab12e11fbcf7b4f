//! Tư cách khen thưởng: as what a unit confers, from when to when, by which document, and who confirmed it.
//!
//! Not here: what a capacity entitles to (`acts::decision`).

pub mod page;

use acts::capacity::{CapacityRefusal, CapacityRow, NewCapacity};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::award::Giver;
use domain::id::CapacityId;
use domain::unit::{OPEN, UnitId};
use lang::Lang;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use serde::Deserialize;

use self::page::{CapacityPage, Row};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Choice, Field, FormPage, Tag};
use super::posted::{Posted, Refusals, typed_day};
use super::site::Site;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong/tu-cach", get(show))
        .route("/khen-thuong/tu-cach/ghi", get(ask).post(declare))
        .route("/khen-thuong/tu-cach/{id}/xac-nhan", post(confirm))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    ngay: String,
}

fn home(unit: UnitId) -> String {
    address("/khen-thuong/tu-cach", &[("don-vi", &unit.to_string())])
}

fn row(row: &CapacityRow, may_confirm: bool, lang: Lang) -> Row {
    let w = &lang.words().person;
    let short = |day| lang::date::short(day, lang);
    let one = &row.capacity;
    let last = one.to.yesterday().unwrap_or(one.to);
    let to = if one.to == OPEN { w.lasts.to_owned() } else { short(last) };
    Row {
        id: row.id.to_string(),
        name: one.giver.label(lang).to_owned(),
        note: format!("{} · {}", w.since(short(one.from), to), one.document),
        tag: if one.confirmed { Tag::done(w.confirmed) } else { Tag::look(w.unconfirmed) },
        may_confirm: may_confirm && !one.confirmed,
    }
}

async fn drawn(member: &Member, typed: &str, problem: String) -> Result<CapacityPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().person);
    let unit = member.some_unit().await?;
    let (day, day_error) = match lang::date_in::date(typed) {
        _ if typed.is_empty() => (member.today(), String::new()),
        Ok(day) => (day, String::new()),
        Err(refusal) => (member.today(), date_sentence(refusal, typed, lang)),
    };
    let now = acts::capacity::of(&member.ctx, unit, day).await?;
    let declared = acts::capacity::declared(&member.ctx, unit).await?;
    let mut f = member.frame(w.capacities, Place::Awards, Some(unit)).await?;
    f.crumbs =
        vec![Link::to(member.words().award.heading, "/khen-thuong/quy-dinh"), Link::here(w.capacities)];
    f.refused = !problem.is_empty() || !day_error.is_empty();
    Ok(CapacityPage {
        day: Field::date(lang, "ngay", w.as_of).value(lang::date::short(day, Lang::Vi)).error(day_error),
        unit: unit.to_string(),
        now: now.iter().map(|giver| giver.label(lang).to_owned()).collect(),
        rows: declared.iter().map(|one| row(one, member.may.approve, lang)).collect(),
        declare: if member.may.manage {
            address("/khen-thuong/tu-cach/ghi", &[("don-vi", &unit.to_string())])
        } else {
            String::new()
        },
        problem,
        f,
    })
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    page(&drawn(&member, asked.ngay.trim(), String::new()).await?)
}

async fn form(
    member: &Member,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().person);
    let fields = vec![
        Field::choice(
            lang,
            "tu-cach",
            w.giver,
            Giver::ALL.iter().map(|giver| Choice::new(giver.code(), giver.label(lang))).collect(),
        ),
        Field::date(lang, "tu", w.from),
        Field::date(lang, "den", w.to).optional(),
        Field::long(lang, "van-ban", w.document),
    ];
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.declare, Place::Awards, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.capacities, home(unit)), Link::here(w.declare)];
    let action = address("/khen-thuong/tu-cach/ghi", &[("don-vi", &unit.to_string())]);
    Ok(FormPage { intro: w.capacities_intro.to_owned(), ..FormPage::new(f, action, w.declare, fields) })
}

async fn ask(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    page(&form(&member, unit, &Posted::default(), &Refusals::new()).await?)
}

fn sentence(refusal: CapacityRefusal, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let w = &words.person;
    match refusal {
        CapacityRefusal::DocumentMissing => ("van-ban", w.document_needed.to_owned()),
        CapacityRefusal::TooLong { most } => ("van-ban", words.round.too_long(most)),
        CapacityRefusal::Backwards => ("den", w.backwards.to_owned()),
        CapacityRefusal::DoesNotFit => ("tu-cach", w.does_not_fit.to_owned()),
        CapacityRefusal::UnitNotThere => ("tu", w.not_there.to_owned()),
        CapacityRefusal::OwnDeclaration => ("tu-cach", w.own_declaration.to_owned()),
        CapacityRefusal::Confirmed => ("tu-cach", w.confirmed.to_owned()),
    }
}

async fn declare(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let mut refusals = posted.left_empty(&["van-ban"], member.words());
    let from = typed_day(&member, &posted, "tu", &mut refusals);
    let to = (!posted.get("den").is_empty()).then(|| typed_day(&member, &posted, "den", &mut refusals));
    let giver = Giver::from_code(posted.get("tu-cach"));
    let Some(giver) = giver.filter(|_| refusals.is_empty()) else {
        if giver.is_none() {
            refusals.push(("tu-cach", member.words().refusal.required.to_owned()));
        }
        return again(&form(&member, unit, &posted, &refusals).await?);
    };
    // On the page the last day counts; in the record the day after it is the first without.
    let to = to.and_then(|last| last.tomorrow().ok());
    let new = NewCapacity { unit, giver, from, to, document: posted.get("van-ban").to_owned() };
    match refused(acts::capacity::declare(&member.ctx, new).await)? {
        Ok(_) => Ok(done(member.site(), &home(unit), member.words().person.capacity_declared, None)),
        Err(refusal) => {
            let refusals = vec![sentence(refusal, member.lang())];
            again(&form(&member, unit, &posted, &refusals).await?)
        }
    }
}

async fn confirm(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id: CapacityId = id.parse().map_err(|_| Failure::Missing)?;
    match refused(acts::capacity::confirm(&member.ctx, id).await)? {
        Ok(()) => {
            let unit = member.some_unit().await?;
            Ok(done(member.site(), &home(unit), member.words().person.capacity_confirmed, None))
        }
        Err(refusal) => again(&drawn(&member, "", sentence(refusal, member.lang()).1).await?),
    }
}
