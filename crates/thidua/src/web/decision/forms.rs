//! Changing how a decision stands, and entering where it was handed over.
//!
//! Not here: what may be done (`acts::decision`, `acts::ceremony`), entering one from paper (`enter`).

use acts::ceremony::{NewCeremony, NewHandover};
use acts::decision::{DecisionView, NewChange};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::decision::{Change, Standing};
use domain::id::{DecisionId, HonoreeId};
use lang::Lang;
use lang::words::label::Label;

use super::{numbered, told};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage, Tick};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of these forms.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/quyet-dinh/{id}/thay-doi", get(ask_change).post(change))
        .route("/quyet-dinh/{id}/trao", get(ask_hold).post(hold))
}

/// More lines than this are no drop-down and no list of boxes any more; a large list is handed over in parts.
const LINES_MOST: usize = 500;

async fn form(
    member: &Member,
    view: &DecisionView,
    (verb, heading, intro): (&str, &str, &str),
    fields: Vec<Field>,
) -> Result<FormPage, Failure> {
    let id = view.decision.id;
    let title = numbered(&view.decision, member.lang());
    let mut f = member.frame(heading, Place::Decisions, Some(view.decision.keeper)).await?;
    f.crumbs = vec![
        Link::to(member.words().nomination.decisions, "/quyet-dinh"),
        Link::to(title, format!("/quyet-dinh/{id}")),
        Link::here(heading),
    ];
    Ok(FormPage {
        intro: intro.to_owned(),
        ..FormPage::new(f, format!("/quyet-dinh/{id}/{verb}"), heading, fields)
    })
}

fn name_of(line: &acts::decision::LineView, lang: Lang) -> String {
    let name = if line.name.is_empty() { line.line.kind.label(lang) } else { line.name.as_str() };
    let number = line.line.number;
    if number == 1 {
        format!("{}. {name}", line.line.place)
    } else {
        format!("{}. {name} ({number})", line.line.place)
    }
}

async fn change_form(
    member: &Member,
    view: &DecisionView,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !view.can_change {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().round);
    let mut lines = vec![Choice::new("", w.whole)];
    lines.extend(
        view.lines
            .iter()
            .take(LINES_MOST)
            .map(|line| Choice::new(line.line.id.to_string(), name_of(line, lang))),
    );
    let fields = vec![
        Field::choice(lang, "dong", w.which_line, lines),
        Field::choice(
            lang,
            "viec",
            w.which_change,
            Change::ALL.iter().map(|change| Choice::new(change.code(), change.label(lang))).collect(),
        ),
        Field::text(lang, "ten", w.right_name).hint(w.right_name_hint).optional(),
        Field::text(lang, "so", w.change_number).hint(w.number_hint),
        Field::date(lang, "ngay", w.change_day).value(lang::date::short(member.today(), Lang::Vi)),
        Field::long(lang, "ly-do", member.words().nomination.reason),
    ];
    let fields = posted.fill(fields, refusals);
    form(member, view, ("thay-doi", w.change, w.change_intro), fields).await
}

fn parsed(id: &str) -> Result<DecisionId, Failure> {
    id.parse().map_err(|_| Failure::Missing)
}

async fn ask_change(member: Member, Path(id): Path<String>) -> Answer {
    let view = acts::decision::load(&member.ctx, parsed(&id)?).await?;
    page(&change_form(&member, &view, &Posted::default(), &Refusals::new()).await?)
}

async fn change(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let view = acts::decision::load(&member.ctx, parsed(&id)?).await?;
    let mut refusals = Refusals::new();
    let day = typed_day(&member, &posted, "ngay", &mut refusals);
    let honoree: Option<HonoreeId> = posted.get("dong").parse().ok();
    let Some(change) = Change::from_code(posted.get("viec")) else {
        refusals.push(("viec", member.words().refusal.required.to_owned()));
        return again(&change_form(&member, &view, &posted, &refusals).await?);
    };
    if !refusals.is_empty() {
        return again(&change_form(&member, &view, &posted, &refusals).await?);
    }
    let decision = view.decision.id;
    let text = |name: &str| posted.get(name).to_owned();
    let (number, reason, name) = (text("so"), text("ly-do"), text("ten"));
    let new = NewChange { decision, honoree, change, day, number, reason, name };
    match refused(acts::decision::change(&member.ctx, new).await)? {
        Ok(_) => {
            let told = member.words().round.changed;
            Ok(done(member.site(), &format!("/quyet-dinh/{decision}"), told, None))
        }
        Err(refusal) => {
            let refusals = vec![told::decision(&refusal, "dong", member.lang())];
            again(&change_form(&member, &view, &posted, &refusals).await?)
        }
    }
}

async fn hold_form(
    member: &Member,
    view: &DecisionView,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().round);
    let waiting = view.lines.iter().filter(|line| line.standing == Standing::Valid && line.handed.is_none());
    let lines: Vec<Tick> = waiting
        .take(LINES_MOST)
        .map(|line| Tick {
            name: format!("dong-{}", line.line.id),
            text: name_of(line, lang),
            note: line.line.detail.clone(),
            on: true,
        })
        .collect();
    let none = lines.is_empty();
    let fields = vec![
        Field::date(lang, "ngay", w.held_on).value(lang::date::short(member.today(), Lang::Vi)),
        Field::text(lang, "buoi", w.part).optional(),
        Field::text(lang, "noi", w.where_held).optional(),
        Field::text(lang, "to-chuc", w.organiser),
        Field::text(lang, "dip", w.occasion).optional(),
        Field::text(lang, "nguoi-trao", w.handed_by).optional(),
        Field::ticks(lang, "dong", w.handed, lines).hint(if none { w.all_handed } else { "" }),
    ];
    let fields = posted.fill(fields, refusals);
    form(member, view, ("trao", w.hold, w.hold_intro), fields).await
}

async fn ask_hold(member: Member, Path(id): Path<String>) -> Answer {
    let view = acts::decision::load(&member.ctx, parsed(&id)?).await?;
    page(&hold_form(&member, &view, &Posted::default(), &Refusals::new()).await?)
}

async fn hold(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let view = acts::decision::load(&member.ctx, parsed(&id)?).await?;
    let mut refusals = Refusals::new();
    let day = typed_day(&member, &posted, "ngay", &mut refusals);
    if !refusals.is_empty() {
        return again(&hold_form(&member, &view, &posted, &refusals).await?);
    }
    let text = |name: &str| posted.get(name).to_owned();
    let lines = posted.starting("dong-").filter_map(|(id, _)| id.parse::<HonoreeId>().ok());
    let new = NewCeremony {
        keeper: view.decision.keeper,
        day,
        part: text("buoi"),
        place: text("noi"),
        organiser_unit: None,
        organiser: text("to-chuc"),
        occasion: text("dip"),
        handovers: lines
            .map(|honoree| NewHandover { honoree, handed_by: text("nguoi-trao"), received_by: String::new() })
            .collect(),
    };
    match refused(acts::ceremony::hold(&member.ctx, new).await)? {
        Ok(_) => {
            let to = format!("/quyet-dinh/{}", view.decision.id);
            Ok(done(member.site(), &to, member.words().round.held, None))
        }
        Err(refusal) => {
            let refusals = vec![told::ceremony(&refusal, member.lang())];
            again(&hold_form(&member, &view, &posted, &refusals).await?)
        }
    }
}
