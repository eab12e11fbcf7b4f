//! The monthly form on a phone: a few questions, last month beside each, sent later when there is no network.
//!
//! Works without a script as a plain form. With one, the page is kept by a small service worker, what is typed by
//! the device, and what is sent carries a key that the device made, so that it is stored once (`acts::filing::packet`).
//! Not here: the queue itself (`assets/monthly.js`).

use acts::filing::About;
use acts::filing::packet::{NewPacket, PacketEnd, PacketRefusal, take};
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::filing::receipt_code;
use domain::form::Every;
use domain::period::Period;
use domain::unit::UnitId;
use serde::Deserialize;

use super::form::Form;
use super::page::MonthlyPage;
use super::{desk, load, receipt_address, told};
use crate::web::answer::{Answer, Failure, again, page, refused, to};
use crate::web::assets::{self, icon};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Blank, Errors, Tag, bar};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::{Member, moment};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/thang/sw.js", get(worker))
        .route("/so-lieu/thang/{period}", get(show).post(save))
}

/// The monthly form of the month that runs.
pub(super) fn address_of(today: jiff::civil::Date, unit: &str) -> String {
    let period = Every::Month.period_of(today).map_or_else(String::new, |period| period.to_string());
    address(&format!("/so-lieu/thang/{period}"), &[("don-vi", unit)])
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Asked {
    don_vi: String,
}

/// The worker that keeps the page for days without a network. It stands beside the pages that it keeps.
async fn worker() -> Response {
    let text = assets::text("monthly-sw.js");
    let headers =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

/// The unit and its monthly form; nothing where it has none.
async fn find(
    member: &Member,
    period: &str,
    asked: &Asked,
) -> Result<(Option<UnitId>, Period, Option<About>), Failure> {
    let period: Period = period.parse().map_err(|_| Failure::Missing)?;
    if !Every::Month.fits(period) {
        return Err(Failure::Missing);
    }
    let unit = match asked.don_vi.parse() {
        Ok(unit) => Some(unit),
        Err(_) => member.unit().await?,
    };
    let Some(unit) = unit else { return Ok((None, period, None)) };
    let tasks = acts::filing::of_unit(&member.ctx, unit, &[period]).await?;
    Ok((Some(unit), period, tasks.first().map(|task| task.about)))
}

async fn show(member: Member, Path(period): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (unit, period, about) = find(&member, &period, &asked).await?;
    match about {
        Some(about) => page(&drawn(&member, &load(&member, about).await?).await?),
        None => page(&empty(&member, unit, period).await?),
    }
}

async fn frame(
    member: &Member,
    unit: Option<UnitId>,
    period: Period,
) -> Result<(crate::web::frame::Frame, String), Failure> {
    let words = member.words();
    let heading = format!("{} {}", words.filing.month_title, month(period));
    let mut f = member.frame(&heading, Place::Entry, unit).await?;
    let id = unit.map_or_else(String::new, |unit| unit.to_string());
    f.crumbs = vec![
        Link::to(words.entry.heading, "/so-lieu"),
        Link::to(words.filing.heading, address("/so-lieu/nop", &[("don-vi", &id)])),
        Link::here(&heading),
    ];
    Ok((f, heading))
}

/// `5/2024`: the month without the word, which the heading has already.
fn month(period: Period) -> String {
    format!("{}/{}", period.first().month(), period.first().year())
}

async fn empty(member: &Member, unit: Option<UnitId>, period: Period) -> Result<MonthlyPage, Failure> {
    let w = &member.words().filing;
    let (f, heading) = frame(member, unit, period).await?;
    Ok(MonthlyPage {
        f,
        heading,
        unit: String::new(),
        action: String::new(),
        version: String::new(),
        due: String::new(),
        left: String::new(),
        answered: String::new(),
        bar: String::new(),
        tag: Tag::default(),
        note: String::new(),
        errors: Errors::none(member.lang()),
        sections: Vec::new(),
        last_period: String::new(),
        may_enter: false,
        returned: None,
        receipt: None,
        blank: Some(Blank {
            icon: icon("clipboard-list"),
            title: w.month_none_title.to_owned(),
            text: w.month_none_text.to_owned(),
            way: Some(Link::to(member.words().entry.heading, "/so-lieu")),
        }),
    })
}

async fn drawn(member: &Member, form: &Form) -> Result<MonthlyPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let about = form.desk.about;
    let (mut f, heading) = frame(member, Some(about.unit), about.period).await?;
    let mut errors = Errors::none(lang);
    for line in &form.lines {
        let row = desk::row(form, line, lang);
        let stop = form.desk.stopping.iter().find(|stop| form.sending && stop.ask == line.row.ask);
        let sentence = if row.error.is_empty() {
            stop.map(|stop| told::finding(&form.desk.catalogue, Some(&line.row), stop, lang))
                .unwrap_or_default()
        } else {
            row.error
        };
        if !sentence.is_empty() {
            errors.fields.push((line.id(), format!("{}: {sentence}", line.question)));
        }
    }
    f.refused = !errors.fields.is_empty() || !form.general.is_empty();
    let sections = form.desk.asked.version.content.sections.iter().enumerate();
    let sections = sections.map(|(at, section)| {
        let lines = form.lines.iter().filter(|line| line.section == at);
        (section.title.clone(), lines.map(|line| desk::row(form, line, lang)).collect())
    });
    let answered = form.lines.iter().filter(|line| !line.typed.is_empty()).count();
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let late = form.desk.filing.as_ref().is_some_and(|filing| filing.late);
    let sent = form.desk.filing.as_ref().filter(|filing| filing.sent_ms.is_some());
    Ok(MonthlyPage {
        unit: form.desk.name.name.clone(),
        action: address(&format!("/so-lieu/thang/{}", about.period), &[("don-vi", &about.unit.to_string())]),
        version: form.version.to_string(),
        due: lang::date::short(form.desk.asked.due, lang),
        left: told::days(form.desk.asked.due, member.today(), words),
        answered: w.answered(answered, form.lines.len()),
        bar: bar(whole(answered), whole(form.lines.len())),
        tag: told::tag(form.desk.standing, late, lang),
        note: form.general.clone(),
        errors,
        sections: sections.collect(),
        last_period: form
            .desk
            .last
            .as_ref()
            .map_or_else(|| words.common.dash.to_owned(), |(period, _)| lang::period::heading(*period, lang)),
        may_enter: form.desk.may.enter && form.desk.may.send,
        returned: desk::returned(&form.desk, lang),
        receipt: sent.map(|_| Link::to(w.receipt, receipt_address(about))),
        blank: None,
        heading,
        f,
    })
}

/// Whether the page's script asks, which wants to hear it in a line instead of a page.
fn wants_a_line(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains("application/json"))
}

async fn save(
    member: Member,
    Path(period): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    posted: Posted,
) -> Answer {
    let line = wants_a_line(&headers);
    let (_, _, about) = find(&member, &period, &asked).await?;
    let about = about.ok_or(Failure::Missing)?;
    let mut form = load(&member, about).await?;
    form.take(&posted);
    if posted.has("dung") || form.is_refused() {
        if line {
            return Ok(refused_line(&form, &member));
        }
        return again(&drawn(&member, &form).await?);
    }
    if posted.get("goi").is_empty() {
        return plain(&member, form).await;
    }
    match refused(take(&member.ctx, packet(&form, &posted)).await)? {
        Ok(end) => {
            if !line {
                return Ok(to(&receipt_address(about)));
            }
            let (told, receipt) = match end {
                PacketEnd::Sent(receipt) => ("gui", receipt),
                PacketEnd::Again(receipt) => ("lai", receipt),
                PacketEnd::Older(receipt) => ("cu", receipt),
            };
            let code = receipt_code(about.period, receipt.filing, receipt.edition);
            let sentence = member.words().filing.sent_told(moment(receipt.at_ms, member.lang()), &code);
            let body = serde_json::json!({
                "ket-qua": told, "ma-gui": code, "cau": sentence, "bien-nhan": receipt_address(about),
            });
            Ok(plain_json(StatusCode::OK, body))
        }
        Err(refusal) => {
            let mut fresh = load(&member, about).await?;
            fresh.take(&posted);
            match &refusal {
                PacketRefusal::Filing(refusal) => fresh.refuse(&member, refusal),
                PacketRefusal::Key | PacketRefusal::ForeignKey => {
                    member.words().filing.wrong_standing.clone_into(&mut fresh.general);
                }
            }
            if line { Ok(refused_line(&fresh, &member)) } else { again(&drawn(&member, &fresh).await?) }
        }
    }
}

fn packet(form: &Form, posted: &Posted) -> NewPacket {
    let save = form.to_save();
    NewPacket {
        packet: posted.get("goi").to_owned(),
        device: posted.get("may").to_owned(),
        made_ms: posted.get("luc").parse().unwrap_or(0),
        about: save.about,
        // A device that comes back after days knows no version worth keeping; only what it changed is sent.
        seen_version: None,
        answers: save.answers,
        words: save.words,
        reasons: save.reasons,
    }
}

/// Without a script: saved and sent as any filing.
async fn plain(member: &Member, form: Form) -> Answer {
    let about = form.desk.about;
    let filed = match refused(acts::filing::file(&member.ctx, form.to_save()).await)? {
        Ok(filed) => filed,
        Err(refusal) => {
            let mut form = form;
            form.refuse(member, &refusal);
            return again(&drawn(member, &form).await?);
        }
    };
    match filed.sent {
        Ok(_) => Ok(to(&receipt_address(about))),
        Err(refusal) => {
            let mut fresh = load(member, about).await?;
            fresh.refuse(member, &refusal);
            again(&drawn(member, &fresh).await?)
        }
    }
}

/// What stops it, for the page's script: it shows the page again, where the sentences stand at their rows.
fn refused_line(form: &Form, member: &Member) -> Response {
    let lang = member.lang();
    let mut told: Vec<String> = Vec::new();
    for line in &form.lines {
        let stop = form.desk.stopping.iter().find(|stop| form.sending && stop.ask == line.row.ask);
        if !line.refusal.is_empty() {
            told.push(format!("{}: {}", line.question, line.refusal));
        } else if let Some(stop) = stop {
            let sentence = told::finding(&form.desk.catalogue, Some(&line.row), stop, lang);
            told.push(format!("{}: {sentence}", line.question));
        }
    }
    if !form.general.is_empty() {
        told.push(form.general.clone());
    }
    plain_json(StatusCode::UNPROCESSABLE_ENTITY, serde_json::json!({ "loi": told }))
}

fn plain_json(status: StatusCode, body: serde_json::Value) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}
