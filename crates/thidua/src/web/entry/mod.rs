//! Nhập số liệu: choosing a unit and period, and its form.
//!
//! Not here: figures from a sheet (`sheet`), saving and versions (`acts::figure`).

mod form;
pub mod page;
pub mod sheet;

use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::UnitId;
use lang::words::label::Label;
use serde::Deserialize;

use self::form::{Form, Place as FormPlace};
use self::page::ChoosePage;
use super::answer::{Answer, Failure, again, done, page, refused, to};
use super::assets::icon;
use super::encode::address;
use super::excel;
use super::frame::Place;
use super::parts::{Blank, Choice, Field};
use super::posted::Uploaded;
use super::site::Site;
use super::spoken;
use super::unit::named_unit;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu", get(choose))
        .route("/so-lieu/mo", get(open))
        .route("/so-lieu/nhap", get(sheet::ask).post(sheet::preview))
        .route("/so-lieu/nhap/ghi", axum::routing::post(sheet::commit))
        .route("/so-lieu/mau.xlsx", get(sheet::template))
        .route("/so-lieu/{period}", get(show).post(save))
        .route("/so-lieu/{period}/tai.xlsx", get(download))
        .route("/minh-chung/{id}", get(evidence))
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Asked {
    don_vi: String,
    ky: String,
    pham_vi: String,
}

async fn choose(member: Member, Query(asked): Query<Asked>) -> Answer {
    if asked.don_vi.parse::<UnitId>().is_ok() && asked.ky.parse::<Period>().is_ok() {
        return Ok(to(&form_address(&asked.ky, &asked.don_vi, &asked.pham_vi)));
    }
    let unit = member.unit().await?;
    drawn_choice(&member, &asked, unit, "").await.and_then(|chosen| page(&chosen))
}

/// The page that asks for unit and period, with why the unit was not found.
async fn drawn_choice(
    member: &Member,
    asked: &Asked,
    unit: Option<UnitId>,
    refusal: &str,
) -> Result<ChoosePage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let mut f = member.frame(words.entry.heading, Place::Entry, unit).await?;
    f.refused = !refusal.is_empty();
    let typed = if asked.don_vi.is_empty() {
        f.unit.as_ref().map(|working| working.name.clone()).unwrap_or_default()
    } else {
        asked.don_vi.clone()
    };
    let scopes = Scope::ALL.iter().map(|scope| Choice::new(scope.code(), scope.label(lang))).collect();
    let held: Vec<Period> = asked.ky.parse().into_iter().collect();
    let periods = spoken::periods(member.today(), &held, lang);
    Ok(ChoosePage {
        sheet: if member.may.enter { "/so-lieu/nhap".to_owned() } else { String::new() },
        unit: Field::text(lang, "don-vi", words.entry.unit)
            .hint(words.unit.unit_hint)
            .value(typed)
            .error(refusal),
        period: Field::choice(lang, "ky", words.entry.period, periods).value(asked.ky.clone()),
        scope: Field::choice(lang, "pham-vi", words.entry.scope, scopes).value(asked.pham_vi.clone()),
        recent: Vec::new(),
        blank: (!member.may.enter).then(|| Blank {
            icon: icon("lock"),
            title: words.entry.no_unit_title.to_owned(),
            text: words.entry.no_unit_text.to_owned(),
            way: None,
        }),
        f,
    })
}

/// From what was typed to the form's own address.
async fn open(member: Member, Query(asked): Query<Asked>) -> Answer {
    let id = match asked.don_vi.parse::<UnitId>() {
        Ok(unit) if acts::unit::view(&member.ctx, unit, member.today()).await.is_ok() => Ok(unit),
        _ => named_unit(&member, &asked.don_vi).await?.map(|(unit, _)| unit),
    };
    match id {
        Ok(unit) => Ok(to(&form_address(&asked.ky, &unit.to_string(), &asked.pham_vi))),
        Err(sentence) => {
            let unit = member.own_unit().await?;
            again(&drawn_choice(&member, &asked, unit, &sentence).await?)
        }
    }
}

fn form_address(period: &str, unit: &str, scope: &str) -> String {
    address(&format!("/so-lieu/{period}"), &[("don-vi", unit), ("pham-vi", scope)])
}

/// Where a form is: unit, period, and for whom it speaks.
async fn place(member: &Member, period: &str, asked: &Asked) -> Result<FormPlace, Failure> {
    let period = period.parse::<Period>().map_err(|_| Failure::Missing)?;
    let unit = match asked.don_vi.parse() {
        Ok(unit) => unit,
        Err(_) => member.some_unit().await?,
    };
    Ok(FormPlace { unit, period, scope: Scope::from_code(&asked.pham_vi).unwrap_or(Scope::Own) })
}

async fn show(member: Member, Path(period): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let place = place(&member, &period, &asked).await?;
    let form = Form::load(&member, place).await?;
    page(&form.page(&member, None).await?)
}

/// The figures of the form as an Excel file.
async fn download(member: Member, Path(period): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let place = place(&member, &period, &asked).await?;
    let form = Form::load(&member, place).await?;
    excel::download(
        &member,
        &format!("so-lieu-{}-{}", place.unit, place.period),
        vec![form.listing(&member).await?],
    )
}

async fn save(
    member: Member,
    Path(period): Path<String>,
    Query(asked): Query<Asked>,
    sent: Uploaded,
) -> Answer {
    let place = place(&member, &period, &asked).await?;
    let mut form = Form::load(&member, place).await?;
    form.keep_files(&member, &sent).await?;
    form.take(&sent.fields);
    if sent.fields.has("dung") || form.is_refused() {
        return again(&form.page(&member, None).await?);
    }
    let entries = form.entries();
    if entries.is_empty() {
        let back = form_address(&period, &place.unit.to_string(), place.scope.code());
        let told = member.words().entry.nothing_changed;
        return Ok(super::answer::told(member.site(), &back, super::frame::NoticeKind::Told, told, None));
    }
    let asked_for = form.to_save(entries);
    match refused(acts::figure::save(&member.ctx, asked_for).await)? {
        Ok(saved) => {
            let words = &member.words().entry;
            let back = form_address(&period, &place.unit.to_string(), place.scope.code());
            Ok(done(member.site(), &back, &words.written(saved.changed), None))
        }
        Err(refusal) => {
            let conflict = form.refuse(&member, refusal);
            if conflict.is_some() {
                form.reload(&member).await?;
            }
            again(&form.page(&member, conflict).await?)
        }
    }
}

/// A file behind a figure, to whoever may see the figure.
async fn evidence(member: Member, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Failure::Missing)?;
    let handed = acts::evidence::file(&member.ctx, id).await?;
    Ok(super::answer::file(&handed.name, &handed.media, handed.content))
}
