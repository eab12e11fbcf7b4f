//! Biểu mẫu: the page of a form, making and changing one, granting a later day, closing.
//!
//! Not here: answering a form (`filing`), what may be done (`acts::form`).

mod draft;
mod editor;
pub mod page;

use acts::form::{ExtensionRefusal, FormRefusal, FormView, Version};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::form::{Ask, Due, FormId};
use domain::period::Period;
use lang::words::label::Label;
use lang::{Lang, Words};
use serde::Deserialize;

use self::page::{FormRow, Part, ViewPage};
use super::answer::{Answer, Failure, done, page, refused, told as telling};
use super::encode::address;
use super::filing::told;
use super::frame::{Link, NoticeKind, Place};
use super::parts::Choice;
use super::posted::Posted;
use super::site::Site;
use super::spoken;
use super::unit::named_unit;
use super::visit::Member;

/// How many periods are looked at for due days and later days.
const PERIODS: usize = 3;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/bieu/moi", get(editor::ask_new).post(editor::send_new))
        .route("/so-lieu/bieu/{form}", get(show))
        .route("/so-lieu/bieu/{form}/sua", get(editor::ask_old).post(editor::send_old))
        .route("/so-lieu/bieu/{form}/ten", post(rename))
        .route("/so-lieu/bieu/{form}/dong", post(close))
        .route("/so-lieu/bieu/{form}/gia-han", post(extend))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    tu: String,
    ban: String,
}

/// The address of a form's page.
pub fn view_address(form: FormId) -> String {
    format!("/so-lieu/bieu/{form}")
}

fn id_of(form: &str) -> Result<FormId, Failure> {
    form.parse().map_err(|_| Failure::Missing)
}

/// The periods around today, the next one first.
fn periods(view: &FormView, member: &Member) -> Vec<Period> {
    if let Some(stage) = view.form.stage {
        return vec![stage];
    }
    let this = view.form.every.period_of(member.today());
    let next = this.and_then(|this| view.form.every.period_of(this.last().tomorrow().ok()?));
    let mut found: Vec<Period> = next.into_iter().chain(this).collect();
    while let Some(before) = found.last().and_then(|last| view.form.every.before(*last)) {
        if found.len() > PERIODS {
            break;
        }
        found.push(before);
    }
    found
}

/// The due day in words.
fn due_told(due: Due, words: &Words) -> String {
    let w = &words.form;
    match due {
        Due::OnDay(31) => w.due_last.to_lowercase(),
        Due::OnDay(day) => w.told_on(day),
        Due::AfterEnd(days) if days < 0 => w.told_before(days.unsigned_abs()),
        Due::AfterEnd(days) => w.told_after(days),
    }
}

async fn show(member: Member, Path(form): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id = id_of(&form)?;
    let view = acts::form::view(&member.ctx, id).await?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.form;
    let wanted: Option<i64> = asked.ban.parse().ok();
    let version = view.versions.iter().find(|version| Some(version.number) == wanted);
    let version = version.or(view.versions.first()).ok_or(Failure::Missing)?;
    let mut f = member.frame(&view.form.name, Place::Board, member.own_unit().await?).await?;
    f.crumbs = vec![
        Link::to(words.filing.board, "/so-lieu/bang-nop"),
        Link::to(words.filing.forms, "/so-lieu/bieu"),
        Link::here(&view.form.name),
    ];
    let around = periods(&view, &member);
    let open = view.form.closed_ms.is_none();
    let due = |period: &Period| {
        let day = lang::date::short(version.content.due.day(*period), lang);
        (lang::period::heading(*period, lang), day)
    };
    page(&ViewPage {
        sub: [
            told::every(view.form.every, words).to_owned(),
            w.version(version.number, lang::date::short(version.from, lang)),
            if open { words.filing.open } else { words.filing.closed }.to_owned(),
        ]
        .join(" · "),
        actions: ways(&view, words),
        parts: parts(version, &catalogue, lang),
        checks: draft::lines_called(&version.content, |slot| named(&catalogue, *slot, lang))
            .into_iter()
            .map(|(line, stops)| (line.to_string(), if stops { w.stops } else { w.asks }.to_owned()))
            .collect(),
        audience: audience(&member, version).await?,
        scope: version.content.scope.label(lang).to_owned(),
        due: due_told(version.content.due, words),
        dues: around.iter().map(due).collect(),
        versions: versions(&view, version.number, lang),
        later: later(&member, id, &around).await?,
        periods: around
            .iter()
            .map(|period| Choice::new(period.to_string(), lang::period::heading(*period, lang)))
            .collect(),
        base: view_address(id),
        name: view.form.name.clone(),
        may_keep: view.may_keep && open,
        f,
    })
}

/// Ways on from a form's page.
fn ways(view: &FormView, words: &'static Words) -> Vec<Link> {
    let (w, id) = (&words.form, view.form.id.to_string());
    let mut ways = vec![Link::to(words.filing.board, address("/so-lieu/bang-nop", &[("bieu", &id)]))];
    if view.may_keep {
        let open = view.form.closed_ms.is_none();
        ways.extend(open.then(|| Link::to(w.edit, format!("/so-lieu/bieu/{id}/sua"))));
        let unit = view.form.unit.to_string();
        ways.push(Link::to(w.copy, address("/so-lieu/bieu/moi", &[("don-vi", &unit), ("tu", &id)])));
    }
    ways
}

fn versions(view: &FormView, shown: i64, lang: Lang) -> Vec<Link> {
    let link = |one: &Version| Link {
        here: one.number == shown,
        ..Link::to(
            lang.words().form.version(one.number, lang::date::short(one.from, lang)),
            format!("{}?ban={}", view_address(view.form.id), one.number),
        )
    };
    view.versions.iter().map(link).collect()
}

/// The later days that were granted: to whom until when, and why.
async fn later(member: &Member, form: FormId, periods: &[Period]) -> Result<Vec<(String, String)>, Failure> {
    let lang = member.lang();
    let granted = acts::form::extensions(&member.ctx, form, periods).await?;
    let told = |(one, name): &(acts::form::Extension, String)| {
        let day = lang::date::short(one.due, lang);
        let told = lang.words().form.granted(name, day);
        (format!("{} · {told}", lang::period::heading(one.period, lang)), one.reason.clone())
    };
    Ok(granted.iter().map(told).collect())
}

/// A figure as a sentence calls it: by its name, for codes are for those who write forms.
fn named(catalogue: &acts::indicator::Catalogue, slot: domain::figure::Slot, lang: Lang) -> String {
    format!("“{}”", spoken::slot(catalogue, slot, lang))
}

fn parts(version: &Version, catalogue: &acts::indicator::Catalogue, lang: Lang) -> Vec<Part> {
    let w = &lang.words().form;
    let row = |row: &domain::form::Row| FormRow {
        name: told::question(catalogue, row, lang),
        code: row
            .ask
            .slot()
            .and_then(|slot| catalogue.of_slot(slot))
            .map(|indicator| indicator.code.clone())
            .unwrap_or_default(),
        kind: match row.ask {
            Ask::Number(slot) => spoken::slot_measure(catalogue, slot, lang),
            Ask::YesNo(_) => w.kind_yes_no.to_owned(),
            Ask::Words(_) => w.kind_words.to_owned(),
        },
        help: row.help.clone(),
        required: row.required,
    };
    let part = |section: &domain::form::Section| Part {
        title: section.title.clone(),
        rows: section.rows.iter().map(row).collect(),
    };
    version.content.sections.iter().map(part).collect()
}

/// Who answers, in words. Units that the person may not see are counted by nobody.
async fn audience(member: &Member, version: &Version) -> Result<Vec<String>, Failure> {
    let (lang, w) = (member.lang(), &member.words().form);
    let audience = &version.content.audience;
    let level = audience.level.map_or_else(|| w.any_level.to_owned(), |level| w.told_level(level));
    let mut told: Vec<String> =
        audience.kinds.iter().map(|kind| format!("{} ({level})", kind.label(lang))).collect();
    for unit in &audience.units {
        match acts::unit::view(&member.ctx, *unit, member.today()).await {
            Ok(view) => told.push(view.name.name),
            Err(acts::ActError::Missing | acts::ActError::Denied(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(told)
}

async fn rename(member: Member, Path(form): Path<String>, posted: Posted) -> Answer {
    let id = id_of(&form)?;
    let w = &member.words().form;
    match refused(acts::form::rename(&member.ctx, id, posted.get("ten")).await)? {
        Ok(()) => Ok(done(member.site(), &view_address(id), w.renamed, None)),
        Err(FormRefusal::Closed) => Ok(warn(&member, id, w.closed)),
        Err(_) => Ok(warn(&member, id, w.bad_name)),
    }
}

async fn close(member: Member, Path(form): Path<String>, _posted: Posted) -> Answer {
    let id = id_of(&form)?;
    let w = &member.words().form;
    // Closing what is closed changes nothing.
    let told =
        if refused(acts::form::close(&member.ctx, id).await)?.is_ok() { w.closed } else { w.closed_before };
    Ok(done(member.site(), &view_address(id), told, None))
}

fn warn(member: &Member, form: FormId, sentence: &str) -> axum::response::Response {
    telling(member.site(), &view_address(form), NoticeKind::Warn, sentence, None)
}

/// Grants a named unit a later day for one period.
async fn extend(member: Member, Path(form): Path<String>, posted: Posted) -> Answer {
    let id = id_of(&form)?;
    acts::form::view(&member.ctx, id).await?;
    let words = member.words();
    let unit = match named_unit(&member, posted.get("don-vi-gia-han")).await? {
        Ok((unit, _)) => unit,
        Err(sentence) => return Ok(warn(&member, id, &sentence)),
    };
    let (Ok(period), Ok(day)) = (posted.get("ky").parse::<Period>(), lang::date_in::date(posted.get("han")))
    else {
        return Ok(warn(&member, id, words.common.date_hint));
    };
    match refused(acts::form::extend(&member.ctx, (id, unit, period), day, posted.get("ly-do")).await)? {
        Ok(()) => Ok(done(member.site(), &view_address(id), words.filing.extend_done, None)),
        Err(ExtensionRefusal::Reason) => Ok(warn(&member, id, words.filing.needs_reason)),
        Err(ExtensionRefusal::NotLater(_)) => Ok(warn(&member, id, words.filing.extend_not_later)),
        Err(ExtensionRefusal::NotAsked) => Ok(warn(&member, id, words.book.unknown_unit)),
    }
}
