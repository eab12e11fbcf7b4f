//! Issuing a decision over the cases of a round that came through.
//!
//! Not here: what they must have come through (`acts::nomination`), whether the body may (`acts::decision`).

use acts::decision::{Body, NewDecision};
use acts::round::RoundView;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::award::Giver;
use domain::id::RoundId;
use domain::nomination::Stage;
use domain::unit::UnitId;
use lang::Lang;
use lang::words::label::Label;

use super::convene::{boxes, picked};
use super::{found, parsed};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::decision::told;
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub(super) fn routes() -> Router<Site> {
    Router::new().route("/khen-thuong/dot/{id}/quyet-dinh", get(ask).post(issue))
}

async fn drawn(
    member: &Member,
    (view, unit): (&RoundView, UnitId),
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !view.can_lead {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().round);
    let body = view.round.unit;
    let day = lang::date_in::date(posted.get("ngay")).unwrap_or(member.today());
    let capacities = acts::capacity::of(&member.ctx, body, day).await?;
    // Which of the vetted ones need no council is the act's to say; those that passed one come ticked.
    let mut cases = boxes(view, &[Stage::Carried], true, lang);
    cases.extend(boxes(view, &[Stage::Vetted], false, lang));
    let ready = !cases.is_empty();
    let fields = vec![
        Field::ticks(lang, "ho-so", w.cases, cases).hint(if ready { "" } else { w.none_ready }),
        Field::choice(
            lang,
            "tu-cach",
            w.capacity,
            capacities.iter().map(|giver| Choice::new(giver.code(), giver.label(lang))).collect(),
        ),
        Field::text(lang, "so", w.number).hint(w.number_hint),
        Field::date(lang, "ngay", w.decided).value(lang::date::short(member.today(), Lang::Vi)),
        Field::text(lang, "noi", w.place).optional(),
        Field::long(lang, "ve-viec", w.about).value(&view.round.title),
        Field::long(lang, "can-cu", w.basis).optional(),
        Field::text(lang, "nguoi-ky", w.signer),
        Field::text(lang, "chuc-vu", w.signer_post).optional(),
    ];
    let fields = posted.fill(fields, refusals);
    let back = address(&format!("/khen-thuong/dot/{}", view.round.id), &[("don-vi", &unit.to_string())]);
    let mut f = member.frame(w.issue, Place::Decisions, Some(unit)).await?;
    f.crumbs =
        vec![Link::to(w.heading, "/khen-thuong/dot"), Link::to(&view.round.title, back), Link::here(w.issue)];
    let action =
        address(&format!("/khen-thuong/dot/{}/quyet-dinh", view.round.id), &[("don-vi", &unit.to_string())]);
    Ok(FormPage { intro: w.issue_intro.to_owned(), ..FormPage::new(f, action, w.issue, fields) })
}

async fn ask(member: Member, Path(id): Path<String>) -> Answer {
    let (view, unit) = found(&member, parsed(&id)?).await?;
    page(&drawn(&member, (&view, unit), &Posted::default(), &Refusals::new()).await?)
}

async fn issue(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: RoundId = parsed(&id)?;
    let (view, unit) = found(&member, id).await?;
    let words = member.words();
    let mut refusals = Refusals::new();
    let decided = typed_day(&member, &posted, "ngay", &mut refusals);
    let cases = picked(&posted);
    if cases.is_empty() {
        refusals.push(("ho-so", words.round.pick_case.to_owned()));
    }
    let Some(giver) = Giver::from_code(posted.get("tu-cach")) else {
        refusals.push(("tu-cach", words.person.no_capacity.to_owned()));
        return again(&drawn(&member, (&view, unit), &posted, &refusals).await?);
    };
    if !refusals.is_empty() {
        return again(&drawn(&member, (&view, unit), &posted, &refusals).await?);
    }
    let text = |name: &str| posted.get(name).to_owned();
    let body = view.round.unit;
    let new = NewDecision {
        keeper: body,
        body: Body::Unit(body, giver),
        number: text("so"),
        decided,
        place: text("noi"),
        title: text("ve-viec"),
        basis: text("can-cu"),
        signer: text("nguoi-ky"),
        signer_post: text("chuc-vu"),
        source: String::new(),
        lines: Vec::new(),
    };
    match refused(acts::nomination::decide(&member.ctx, new, &cases).await)? {
        Ok(id) => Ok(done(member.site(), &format!("/quyet-dinh/{id}"), words.round.issued, None)),
        Err(refusal) => {
            let refusal = told::of_case(&refusal, member.lang());
            again(&drawn(&member, (&view, unit), &posted, &vec![refusal]).await?)
        }
    }
}
