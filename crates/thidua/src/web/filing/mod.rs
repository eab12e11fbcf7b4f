//! Bản nộp: a unit's filings, one form by sections, its steps, its receipt.
//!
//! Not here: the board of a subtree (`board`), the monthly form on a phone (`monthly`), what may be done
//! (`acts::filing`).

mod board;
pub mod book;
mod desk;
mod form;
mod monthly;
mod outlier;
pub mod page;
pub mod told;
pub mod work;

use acts::filing::About;
use acts::filing::decide::{self, DecisionRefusal, GiveBack};
use acts::form::ExtensionRefusal;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use domain::filing::ReturnGround;
use domain::form::FormId;
use domain::period::Period;
use domain::unit::UnitId;
use serde::Deserialize;
use std::collections::BTreeMap;

use self::form::Form;
use self::page::{Item, List, ListPage};
use super::answer::{Answer, Failure, again, done, page, refused, to, told as telling};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, NoticeKind, Place};
use super::parts::Blank;
use super::posted::{Posted, Uploaded};
use super::site::Site;
use super::visit::{Member, moment};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/nop", get(list))
        .route("/so-lieu/bieu", get(forms))
        .route("/so-lieu/nop/{form}/{period}", get(show).post(save))
        .route("/so-lieu/nop/{form}/{period}/bien-nhan", get(desk::receipt))
        .route("/so-lieu/nop/{form}/{period}/{step}", axum::routing::post(step))
        .merge(board::routes())
        .merge(book::routes())
        .merge(monthly::routes())
        .merge(outlier::routes())
        .merge(work::routes())
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Asked {
    don_vi: String,
    phan: String,
}

/// How many periods back a unit's list reaches, of each kind.
const BACK: usize = 2;

/// The periods that are asked about now: the one that runs and those before it, of every kind.
fn recent(today: jiff::civil::Date) -> Vec<Period> {
    use domain::form::Every;
    let mut periods = Vec::new();
    for every in [Every::Month, Every::Quarter, Every::HalfYear, Every::Year] {
        let mut next = every.period_of(today);
        for _ in 0..BACK {
            let Some(period) = next else { break };
            periods.push(period);
            next = every.before(period);
        }
    }
    periods
}

fn desk_address(about: About, part: usize) -> String {
    let part = if part > 1 { part.to_string() } else { String::new() };
    let unit = about.unit.to_string();
    address(&format!("/so-lieu/nop/{}/{}", about.form, about.period), &[("don-vi", &unit), ("phan", &part)])
}

/// One filing of a unit as a line of a list.
fn item(member: &Member, task: &acts::filing::Task) -> Item {
    let (lang, words) = (member.lang(), member.words());
    let period = lang::period::name(task.about.period, lang);
    let open = task.standing.is_open();
    let left = if open { told::days(task.asked.due, member.today(), words) } else { String::new() };
    let due = format!("{} {}", words.filing.due, lang::date::short(task.asked.due, lang));
    Item {
        link: Link::to(words.filing.title(&task.asked.form.name, period), desk_address(task.about, 1)),
        note: if left.is_empty() { due } else { format!("{due} ({left})") },
        tag: told::tag(task.standing, task.late, lang),
        ..Item::default()
    }
}

async fn list(member: Member) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let unit = member.unit().await?;
    let mut f = member.frame(words.filing.heading, Place::Entry, unit).await?;
    f.crumbs = vec![Link::to(words.entry.heading, "/so-lieu"), Link::here(words.filing.heading)];
    let mut lists = Vec::new();
    if let Some(unit) = unit {
        let tasks = acts::filing::of_unit(&member.ctx, unit, &recent(member.today())).await?;
        for task in &tasks {
            let heading = lang::period::heading(task.about.period, lang);
            let one = item(&member, task);
            match lists.iter_mut().find(|list: &&mut List| list.heading == heading) {
                Some(list) => list.items.push(one),
                None => lists.push(List { heading, items: vec![one] }),
            }
        }
    }
    let blank = lists.is_empty().then(|| Blank {
        icon: icon("clipboard-list"),
        title: words.filing.none_title.to_owned(),
        text: words.filing.none_text.to_owned(),
        way: Some(Link::to(words.entry.heading, "/so-lieu")),
    });
    let id = unit.map_or_else(String::new, |unit| unit.to_string());
    page(&ListPage {
        f,
        intro: words.filing.intro.to_owned(),
        actions: vec![
            Link::to(words.filing.board, address("/so-lieu/bang-nop", &[("don-vi", &id)])),
            Link::to(words.filing.month_title, monthly::address_of(member.today(), &id)),
        ],
        lists,
        blank,
    })
}

/// The forms that the person may know of, each leading to its board.
async fn forms(member: Member) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let unit = member.unit().await?;
    let mut f = member.frame(w.forms, Place::Board, unit).await?;
    f.crumbs = vec![Link::to(w.board, "/so-lieu/bang-nop"), Link::here(w.forms)];
    let views = acts::form::list(&member.ctx).await?;
    let items: Vec<Item> = views
        .iter()
        .map(|view| {
            let rows = view.versions.first().map_or(0, |version| version.content.rows().count());
            let from = view.versions.first().map(|version| lang::date::short(version.from, lang));
            let every = told::every(view.form.every, words);
            Item {
                link: Link::to(&view.form.name, super::form::view_address(view.form.id)),
                note: format!("{every} · {}: {rows} · {}", w.rows, from.unwrap_or_default()),
                tag: if view.form.closed_ms.is_some() {
                    super::parts::Tag::plain(w.closed)
                } else {
                    super::parts::Tag::done(w.open)
                },
                ..Item::default()
            }
        })
        .collect();
    let blank = items.is_empty().then(|| Blank {
        icon: icon("clipboard-list"),
        title: w.none_title.to_owned(),
        text: if member.may.manage { w.no_forms_text } else { w.none_text }.to_owned(),
        way: None,
    });
    let lists = if items.is_empty() { Vec::new() } else { vec![List { heading: w.forms.to_owned(), items }] };
    let id = unit.map_or_else(String::new, |unit| unit.to_string());
    let new = Link::to(words.form.new, address("/so-lieu/bieu/moi", &[("don-vi", &id)]));
    let actions = if member.may.manage { vec![new] } else { Vec::new() };
    page(&ListPage { f, intro: w.forms_sub.to_owned(), actions, lists, blank })
}

/// What an address is about: the form, the period, and the unit one works at.
async fn about(member: &Member, path: (&str, &str), unit: &str) -> Result<About, Failure> {
    let form: FormId = path.0.parse().map_err(|_| Failure::Missing)?;
    let period: Period = path.1.parse().map_err(|_| Failure::Missing)?;
    let unit = match unit.parse::<UnitId>() {
        Ok(unit) => unit,
        Err(_) => member.some_unit().await?,
    };
    Ok(About { form, unit, period })
}

async fn load(member: &Member, about: About) -> Result<Form, Failure> {
    let desk = acts::filing::desk(&member.ctx, about).await?;
    Ok(Form::new(desk, member.lang()))
}

fn part_of(asked: &Asked) -> usize {
    asked.phan.parse::<usize>().unwrap_or(1).max(1)
}

async fn show(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked.don_vi).await?;
    let form = load(&member, about).await?;
    page(&desk::page(&member, &form, part_of(&asked)).await?)
}

/// Saves, and then sends, goes on to the next section, or stays.
async fn save(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    sent: Uploaded,
) -> Answer {
    let about = about(&member, (&form, &period), &asked.don_vi).await?;
    let part = part_of(&asked);
    let mut form = load(&member, about).await?;
    form.keep_files(&member, &sent).await?;
    form.take(&sent.fields);
    let quiet = sent.fields.get("viec") == "tu-luu";
    if sent.fields.has("dung") || (form.is_refused() && !quiet) {
        return again(&desk::page(&member, &form, part).await?);
    }
    let save = form.to_save();
    let nothing = save.answers.is_empty() && save.words.is_empty() && save.reasons.is_empty();
    if !nothing && sent.fields.get("viec") == "gui" {
        return file(&member, form, save, part).await;
    }
    if !nothing {
        match refused(acts::filing::save(&member.ctx, save).await)? {
            Ok(saved) => form.version = saved.version,
            Err(refusal) if quiet => {
                return Ok(told_quietly(&member, Err(told::refusal(&refusal, member.words()))));
            }
            Err(refusal) => {
                form.refuse(&member, &refusal);
                return again(&desk::page(&member, &form, part).await?);
            }
        }
    }
    if quiet {
        return Ok(told_quietly(&member, Ok(form.version)));
    }
    match sent.fields.get("viec") {
        "gui" => send(&member, form, part).await,
        "sau" => Ok(to(&desk_address(about, part + 1))),
        _ => {
            let words = &member.words().entry;
            let told = if nothing { words.nothing_changed.to_owned() } else { words.saved(now(&member)) };
            let kind = if nothing { NoticeKind::Told } else { NoticeKind::Done };
            Ok(telling(member.site(), &desk_address(about, part), kind, &told, None))
        }
    }
}

fn now(member: &Member) -> String {
    moment(member.ctx.app.now_ms(), member.lang())
}

/// The answer to what the page saves by itself: the version to go on from, or why it could not be saved.
fn told_quietly(member: &Member, outcome: Result<i64, &str>) -> axum::response::Response {
    let (status, body) = match outcome {
        Ok(version) => {
            let clock = super::visit::local_time(member.ctx.app.now()).time();
            let told = format!("{:02}:{:02}", clock.hour(), clock.minute());
            (StatusCode::OK, serde_json::json!({ "phien-ban": version, "luc": told }))
        }
        Err(sentence) => (StatusCode::CONFLICT, serde_json::json!({ "loi": sentence })),
    };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// Saves and sends in one; what was saved stays where it cannot be sent.
async fn file(member: &Member, mut form: Form, save: acts::filing::SaveFiling, part: usize) -> Answer {
    match refused(acts::filing::file(&member.ctx, save).await)? {
        Ok(filed) => after_sending(member, form.desk.about, filed.sent.map(|_| ()), part).await,
        Err(refusal) => {
            form.refuse(member, &refusal);
            again(&desk::page(member, &form, part).await?)
        }
    }
}

async fn send(member: &Member, form: Form, part: usize) -> Answer {
    let about = form.desk.about;
    let sent = refused(acts::filing::send(&member.ctx, about, None).await)?;
    after_sending(member, about, sent.map(|_| ()), part).await
}

async fn after_sending(
    member: &Member,
    about: About,
    sent: Result<(), acts::filing::FilingRefusal>,
    part: usize,
) -> Answer {
    match sent {
        Ok(()) => Ok(to(&receipt_address(about))),
        Err(refusal) => {
            let mut form = load(member, about).await?;
            form.refuse(member, &refusal);
            again(&desk::page(member, &form, part).await?)
        }
    }
}

fn receipt_address(about: About) -> String {
    let unit = about.unit.to_string();
    address(&format!("/so-lieu/nop/{}/{}/bien-nhan", about.form, about.period), &[("don-vi", &unit)])
}

/// Everything that is done to a filing beside entering: by the unit, or by the level above.
async fn step(
    member: Member,
    Path((form, period, step)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    posted: Posted,
) -> Answer {
    let about = about(&member, (&form, &period), &asked.don_vi).await?;
    let back = desk_address(about, 1);
    if step == "gia-han" {
        return extend(&member, about, &posted, &back).await;
    }
    let desk = acts::filing::desk(&member.ctx, about).await?;
    let filing = desk.filing.as_ref().ok_or(Failure::Missing)?.id;
    let (ctx, w) = (&member.ctx, &member.words().filing);
    let reason = posted.get("ly-do");
    let warn = |sentence: &str| Ok(telling(member.site(), &back, NoticeKind::Warn, sentence, None));
    let good = |sentence: &str| Ok(done(member.site(), &back, sentence, None));
    let own = |refusal: &acts::filing::FilingRefusal| told::refusal(refusal, member.words());
    let above = |refusal: &DecisionRefusal| told::decision(refusal, member.words());
    match step.as_str() {
        "rut" => match refused(acts::filing::withdraw(ctx, filing).await)? {
            Ok(()) => good(w.withdrawn),
            Err(refusal) => warn(own(&refusal)),
        },
        "xin-mo" => match refused(acts::filing::ask_reopen(ctx, filing, reason).await)? {
            Ok(()) => good(w.asked_reopen),
            Err(refusal) => warn(own(&refusal)),
        },
        "duyet" => {
            let named: Vec<UnitId> =
                posted.starting("thieu-").filter_map(|(unit, _)| unit.parse().ok()).collect();
            let seen = posted.get("phien-ban").parse().ok();
            match refused(decide::accept(ctx, filing, seen, &named, reason).await)? {
                Ok(()) => good(w.accepted),
                Err(refusal) => warn(above(&refusal)),
            }
        }
        "tra" => match refused(decide::give_back(ctx, filing, give_back(&posted)).await)? {
            Ok(()) => good(w.returned),
            Err(DecisionRefusal::ReasonMissing) => warn(w.needs_ground),
            Err(refusal) => warn(above(&refusal)),
        },
        "mo-lai" => match refused(decide::reopen(ctx, filing, reason).await)? {
            Ok(_) => good(w.reopened),
            Err(refusal) => warn(above(&refusal)),
        },
        _ => Err(Failure::Missing),
    }
}

fn give_back(posted: &Posted) -> GiveBack {
    let rows: BTreeMap<String, String> =
        posted.starting("dong-").map(|(key, _)| (key.to_owned(), posted.get("ly-do").to_owned())).collect();
    GiveBack {
        grounds: posted.starting("vi-").filter_map(|(code, _)| ReturnGround::from_code(code)).collect(),
        note: posted.get("ly-do").to_owned(),
        rows,
    }
}

async fn extend(member: &Member, about: About, posted: &Posted, back: &str) -> Answer {
    let w = &member.words().filing;
    let warn = |sentence: &str| Ok(telling(member.site(), back, NoticeKind::Warn, sentence, None));
    let Ok(day) = lang::date_in::date(posted.get("han")) else {
        return warn(member.words().common.date_hint);
    };
    let of = (about.form, about.unit, about.period);
    match refused(acts::form::extend(&member.ctx, of, day, posted.get("ly-do")).await)? {
        Ok(()) => Ok(done(member.site(), back, w.extend_done, None)),
        Err(ExtensionRefusal::Reason) => warn(w.needs_reason),
        Err(ExtensionRefusal::NotLater(_)) => warn(w.extend_not_later),
        Err(ExtensionRefusal::NotAsked) => Err(Failure::Missing),
    }
}
