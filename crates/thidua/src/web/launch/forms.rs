//! Sending a programme down, receiving, answering, giving tasks and saying that they are done.
//!
//! Not here: what may be done (`acts`).

use acts::acknowledgement::{LaunchRefusal, NewLaunch, Receivers};
use acts::evidence::FileRefusal;
use acts::plan::{NewPlan, PlanRefusal};
use acts::task::{NewTask, TaskRefusal};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::id::{PlanId, ProgrammeId, TaskId};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use serde::Deserialize;

use super::parsed;
use crate::web::answer::{Answer, Failure, again, done, file, page, refused, told};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals, Uploaded};
use crate::web::site::Site;
use crate::web::unit::named_unit;
use crate::web::visit::Member;

/// The routes of these forms.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/chuong-trinh/{id}/trien-khai", get(ask_launch).post(launch))
        .route("/chuong-trinh/{id}/tiep-nhan", post(receive))
        .route("/chuong-trinh/{id}/nhac", post(remind))
        .route("/chuong-trinh/{id}/ke-hoach", get(ask_plan).post(answer))
        .route("/chuong-trinh/{id}/khoan", get(ask_clause).post(add_clause))
        .route("/chuong-trinh/{id}/giao", get(ask_task).post(give))
        .route("/chuong-trinh/{id}/nhiem-vu", get(ask_say).post(say))
        .route("/chuong-trinh/ke-hoach/{id}", get(plan))
        .route("/chuong-trinh/nhiem-vu/minh-chung/{id}", get(proof))
}

/// A form under a programme, filled with what was typed and refused.
async fn form(
    member: &Member,
    programme: ProgrammeId,
    heading: &str,
    verb: &str,
    fields: Vec<Field>,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let board = acts::acknowledgement::board(&member.ctx, programme).await?;
    let words = member.words();
    let path = format!("/chuong-trinh/{programme}");
    let mut f = member.frame(heading, Place::Programmes, member.unit().await?).await?;
    f.crumbs = vec![
        Link::to(words.programme.heading, "/chuong-trinh"),
        Link::to(&board.programme.programme.name, path.as_str()),
        Link::here(heading),
    ];
    let fields = posted.fill(fields, refusals);
    Ok(FormPage::new(f, format!("{path}/{verb}"), heading, fields))
}

/// A date that may stay empty.
fn optional_date(member: &Member, typed: &str) -> Result<Option<Date>, String> {
    if typed.is_empty() {
        return Ok(None);
    }
    lang::date_in::date(typed).map(Some).map_err(|refusal| date_sentence(refusal, typed, member.lang()))
}

fn file_sentence(member: &Member, refusal: FileRefusal) -> String {
    match refusal {
        FileRefusal::Empty => member.words().launch.plan_needed.to_owned(),
        FileRefusal::TooLarge => member.words().launch.file_hint.to_owned(),
    }
}

async fn launch_form(
    member: &Member,
    id: ProgrammeId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !acts::acknowledgement::board(&member.ctx, id).await?.may_launch {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().launch);
    let mut to = vec![Choice::new("duoi", w.to_below), Choice::new("moi", w.to_all)];
    to.extend(UnitKind::ALL.iter().map(|kind| Choice::new(kind.code(), w.to_kind(kind.label(lang)))));
    to.push(Choice::new("ds", w.to_list));
    let fields = vec![
        Field::choice(lang, "den", w.to, to),
        Field::long(lang, "ds", w.list).hint(w.list_hint).optional(),
        Field::date(lang, "han", w.due).optional(),
        Field::long(lang, "loi", w.note).optional(),
    ];
    form(member, id, w.send, "trien-khai", fields, posted, refusals).await
}

async fn ask_launch(member: Member, Path(id): Path<String>) -> Answer {
    page(&launch_form(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

/// The units of a typed list, one to a line.
async fn listed(member: &Member, typed: &str) -> Result<Result<Vec<UnitId>, String>, Failure> {
    let mut units = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match named_unit(member, line).await? {
            Ok((unit, _)) => units.push(unit),
            Err(sentence) => return Ok(Err(format!("“{line}”: {sentence}"))),
        }
    }
    Ok(Ok(units))
}

async fn launch(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let w = &member.words().launch;
    let mut refusals = Refusals::new();
    let due = optional_date(&member, posted.get("han")).unwrap_or_else(|sentence| {
        refusals.push(("han", sentence));
        None
    });
    let to = match posted.get("den") {
        "moi" => Receivers::All,
        "ds" => match listed(&member, posted.get("ds")).await? {
            Ok(units) => Receivers::List(units),
            Err(sentence) => {
                refusals.push(("ds", sentence));
                Receivers::Below
            }
        },
        other => UnitKind::from_code(other).map_or(Receivers::Below, Receivers::Kind),
    };
    if !refusals.is_empty() {
        return again(&launch_form(&member, id, &posted, &refusals).await?);
    }
    let new = NewLaunch { programme: id, to, due, note: posted.get("loi").to_owned() };
    match refused(acts::acknowledgement::launch(&member.ctx, new).await)? {
        Ok(count) => Ok(done(member.site(), &format!("/chuong-trinh/{id}"), &w.sent(count), None)),
        Err(refusal) => {
            let refusal = match refusal {
                LaunchRefusal::NobodyMeant => ("den", w.nobody.to_owned()),
                LaunchRefusal::NotBelow { .. } => ("ds", w.nobody.to_owned()),
                LaunchRefusal::AllHaveIt => ("den", w.all_have_it.to_owned()),
                LaunchRefusal::DuePassed => ("han", w.due_passed.to_owned()),
                LaunchRefusal::TooLong { most } => ("loi", member.words().unit.too_long(most)),
            };
            again(&launch_form(&member, id, &posted, &vec![refusal]).await?)
        }
    }
}

async fn receive(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    acts::acknowledgement::receive(&member.ctx, id, parsed(posted.get("don-vi"))?).await?;
    let told = member.words().launch.received_done;
    Ok(done(member.site(), &format!("/chuong-trinh/{id}"), told, None))
}

async fn remind(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let count = acts::acknowledgement::remind(&member.ctx, id).await?;
    let told = member.words().launch.reminded(count);
    Ok(done(member.site(), &format!("/chuong-trinh/{id}"), &told, None))
}

async fn plan_form(
    member: &Member,
    id: ProgrammeId,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().launch);
    let board = acts::acknowledgement::board(&member.ctx, id).await?;
    if !board.rows.iter().any(|row| row.unit == unit && row.mine) {
        return Err(Failure::Missing);
    }
    let mut themes = vec![Choice::new("", member.words().programme.relation_none)];
    let own = acts::theme::list(&member.ctx, unit).await?;
    themes.extend(
        own.iter()
            .filter(|row| row.theme.unit == unit)
            .map(|row| Choice::new(row.theme.id.to_string(), &row.theme.title)),
    );
    let cited = board.programme.cited.unwrap_or_default();
    let fields = vec![
        Field::text(lang, "ten", w.plan_title),
        Field::choice(lang, "chuyen-de", w.plan_theme, themes),
        Field::long(lang, "noi-dung", w.plan_text)
            .hint(w.plan_text_hint)
            .value(if cited.is_empty() { String::new() } else { format!("Thực hiện {cited}, ") })
            .optional(),
        Field::file(lang, "tep", w.plan_file, ".docx,.doc,.pdf,.jpg,.png").hint(w.file_hint).optional(),
    ];
    let mut page = form(member, id, w.answer, "ke-hoach", fields, posted, refusals).await?;
    page.multipart = true;
    page.hidden = vec![("don-vi".to_owned(), unit.to_string())];
    Ok(page)
}

async fn ask_plan(member: Member, Path(id): Path<String>) -> Answer {
    let unit = member.some_unit().await?;
    page(&plan_form(&member, parsed(&id)?, unit, &Posted::default(), &Refusals::new()).await?)
}

async fn answer(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let posted = &sent.fields;
    let unit: UnitId = parsed(posted.get("don-vi"))?;
    let w = &member.words().launch;
    let new = NewPlan {
        title: posted.get("ten").to_owned(),
        theme: posted.get("chuyen-de").parse().ok(),
        content: posted.get("noi-dung").to_owned(),
        file: sent.file("tep").map(|file| (file.name.clone(), file.bytes.clone())),
    };
    let refusal = match refused(acts::plan::answer(&member.ctx, id, unit, new).await)? {
        Ok(taken) => {
            let path = format!("/chuong-trinh/{id}");
            return Ok(if taken.names_upper {
                done(member.site(), &path, w.plan_done, None)
            } else {
                told(member.site(), &path, NoticeKind::Warn, w.plan_silent, None)
            });
        }
        Err(PlanRefusal::TitleMissing) => ("ten", member.words().programme.name_needed.to_owned()),
        Err(PlanRefusal::NothingInIt) => ("noi-dung", w.plan_needed.to_owned()),
        Err(PlanRefusal::TooLong { most }) => ("noi-dung", member.words().unit.too_long(most)),
        Err(PlanRefusal::UnknownTheme) => ("chuyen-de", w.theme_not_own.to_owned()),
        Err(PlanRefusal::File(refusal)) => ("tep", file_sentence(&member, refusal)),
    };
    again(&plan_form(&member, id, unit, posted, &vec![refusal]).await?)
}

/// A unit's plan: its file, or its text as a file.
async fn plan(member: Member, Path(id): Path<String>) -> Answer {
    let id: PlanId = parsed(&id)?;
    let plan = acts::plan::find(&member.ctx, id).await?;
    if plan.file.is_some() {
        let handed = acts::plan::file(&member.ctx, id).await?;
        return Ok(file(&handed.name, &handed.media, handed.content));
    }
    let text = format!("{}\n\n{}\n", plan.title, plan.content);
    Ok(file("ke-hoach.txt", "text/plain; charset=utf-8", text.into_bytes()))
}

async fn clause_form(
    member: &Member,
    id: ProgrammeId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().launch);
    let fields = vec![
        Field::text(lang, "so", w.clause_number).hint(w.clause_hint),
        Field::long(lang, "noi-dung", w.clause_text),
    ];
    form(member, id, w.add_clause, "khoan", fields, posted, refusals).await
}

async fn ask_clause(member: Member, Path(id): Path<String>) -> Answer {
    page(&clause_form(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

async fn add_clause(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let board = acts::acknowledgement::board(&member.ctx, id).await?;
    let directive = board.programme.programme.directive.ok_or(Failure::Missing)?;
    let (number, content) = (posted.get("so"), posted.get("noi-dung"));
    match refused(acts::task::add_clause(&member.ctx, directive, number, content).await)? {
        Ok(_) => {
            let told = member.words().programme.registered(number);
            Ok(done(member.site(), &format!("/chuong-trinh/{id}/giao"), &told, None))
        }
        Err(refusal) => {
            let refusal = task_sentence(&member, refusal);
            again(&clause_form(&member, id, &posted, &vec![refusal]).await?)
        }
    }
}

fn task_sentence(member: &Member, refusal: TaskRefusal) -> (&'static str, String) {
    let w = &member.words().launch;
    match refusal {
        TaskRefusal::ContentMissing => ("noi-dung", w.content_needed.to_owned()),
        TaskRefusal::TooLong { most } => ("noi-dung", member.words().unit.too_long(most)),
        TaskRefusal::UnknownClause => ("khoan", member.words().refusal.required.to_owned()),
        TaskRefusal::OwnerNotBelow => ("don-vi-lam", w.owner_not_below.to_owned()),
        TaskRefusal::UnknownIndicator => ("chi-tieu", w.unknown_indicator.to_owned()),
        TaskRefusal::File(refusal) => ("tep", file_sentence(member, refusal)),
        TaskRefusal::AlreadySo => ("noi-dung", w.already_so.to_owned()),
    }
}

async fn task_form(
    member: &Member,
    id: ProgrammeId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !acts::acknowledgement::board(&member.ctx, id).await?.may_launch {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().launch);
    let mut clauses = vec![Choice::new("", w.no_clause)];
    for clause in acts::task::clauses(&member.ctx, id).await? {
        let words: String = clause.content.chars().take(80).collect();
        clauses.push(Choice::new(clause.id.to_string(), format!("{}: {words}", clause.number)));
    }
    let fields = vec![
        Field::choice(lang, "khoan", w.clause, clauses),
        Field::long(lang, "noi-dung", w.task),
        Field::text(lang, "don-vi-lam", w.owner).hint(member.words().unit.unit_hint),
        Field::text(lang, "chuc-vu", w.post).hint(w.post_hint).optional(),
        Field::date(lang, "han", w.task_due).optional(),
        Field::text(lang, "chi-tieu", w.measured_by).hint(w.measured_hint).optional(),
    ];
    form(member, id, w.give, "giao", fields, posted, refusals).await
}

async fn ask_task(member: Member, Path(id): Path<String>) -> Answer {
    page(&task_form(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

async fn give(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let w = &member.words().launch;
    let mut refusals = Refusals::new();
    let due = optional_date(&member, posted.get("han")).unwrap_or_else(|sentence| {
        refusals.push(("han", sentence));
        None
    });
    let owner = match named_unit(&member, posted.get("don-vi-lam")).await? {
        Ok((unit, _)) => Some(unit),
        Err(sentence) => {
            refusals.push(("don-vi-lam", sentence));
            None
        }
    };
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let mut indicators = Vec::new();
    for code in posted.get("chi-tieu").split(',').map(str::trim).filter(|code| !code.is_empty()) {
        match catalogue.by_code(&code.to_uppercase()) {
            Some(indicator) => indicators.push(indicator.id),
            None => refusals.push(("chi-tieu", format!("“{code}”: {}", w.unknown_indicator))),
        }
    }
    let Some(owner) = owner.filter(|_| refusals.is_empty()) else {
        return again(&task_form(&member, id, &posted, &refusals).await?);
    };
    let new = NewTask {
        programme: id,
        clause: posted.get("khoan").parse().ok(),
        owner,
        post: posted.get("chuc-vu").to_owned(),
        content: posted.get("noi-dung").to_owned(),
        due,
        indicators,
    };
    match refused(acts::task::give(&member.ctx, new).await)? {
        Ok(task) => {
            let (path, told) = (format!("/chuong-trinh/{id}#nv-{task}"), w.given(posted.get("noi-dung")));
            Ok(done(member.site(), &path, &told, None))
        }
        Err(refusal) => {
            let refusal = task_sentence(&member, refusal);
            again(&task_form(&member, id, &posted, &vec![refusal]).await?)
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Which {
    so: String,
}

async fn say_form(
    member: &Member,
    programme: ProgrammeId,
    task: TaskId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let tasks = acts::task::list(&member.ctx, programme).await?;
    let row = tasks.iter().find(|row| row.task.id == task && row.mine).ok_or(Failure::Missing)?;
    let (lang, w) = (member.lang(), &member.words().launch);
    let done = row.said.as_ref().is_some_and(|said| said.done);
    let (heading, note) = if done { (w.say_open, w.why_open) } else { (w.say_done, w.what_came) };
    let fields = vec![
        Field::long(lang, "noi-dung", note),
        Field::file(lang, "tep", w.proof, ".pdf,.docx,.jpg,.png").hint(w.file_hint).optional(),
    ];
    let mut page = form(member, programme, heading, "nhiem-vu", fields, posted, refusals).await?;
    page.intro.clone_from(&row.task.content);
    page.multipart = true;
    page.hidden = vec![
        ("so".to_owned(), task.to_string()),
        ("xong".to_owned(), if done { "0" } else { "1" }.to_owned()),
    ];
    Ok(page)
}

async fn ask_say(member: Member, Path(id): Path<String>, Query(which): Query<Which>) -> Answer {
    let (id, task) = (parsed(&id)?, parsed(&which.so)?);
    page(&say_form(&member, id, task, &Posted::default(), &Refusals::new()).await?)
}

async fn say(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let posted = &sent.fields;
    let task: TaskId = parsed(posted.get("so"))?;
    let proof = sent.file("tep").map(|file| (file.name.clone(), file.bytes.clone()));
    let (is_done, note) = (posted.get("xong") == "1", posted.get("noi-dung"));
    match refused(acts::task::say(&member.ctx, task, is_done, note, proof).await)? {
        Ok(()) => {
            let path = format!("/chuong-trinh/{id}#nv-{task}");
            Ok(done(member.site(), &path, member.words().launch.task_done, None))
        }
        Err(refusal) => {
            let refusal = task_sentence(&member, refusal);
            again(&say_form(&member, id, task, posted, &vec![refusal]).await?)
        }
    }
}

async fn proof(member: Member, Path(id): Path<String>) -> Answer {
    let id = domain::id::parse(&id).map_err(|_| Failure::Missing)?;
    let handed = acts::task::file(&member.ctx, id).await?;
    Ok(file(&handed.name, &handed.media, handed.content))
}
