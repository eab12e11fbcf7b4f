//! Convening a meeting over the vetted cases of a round: members as of the day, one of them in the chair.
//!
//! Not here: the meeting itself (`web::council`), who may convene (`acts::council`).

use acts::council::{Candidate, CouncilRefusal, NewCouncil};
use acts::round::RoundView;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::id::{NominationId, RoundId};
use domain::nomination::{Attendance, Stage};
use domain::unit::UnitId;
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;

use super::{found, parsed};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage, Tick};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub(super) fn routes() -> Router<Site> {
    Router::new().route("/khen-thuong/dot/{id}/hoi-dong", get(ask).post(convene))
}

/// The cases of a round that stand at some places, as boxes to tick.
pub(super) fn boxes(view: &RoundView, stands: &[Stage], ticked: bool, lang: Lang) -> Vec<Tick> {
    let name = |case: &acts::nomination::Nomination| {
        let of = view.forms.iter().find(|(form, _, _)| form.form == case.form && form.kind == case.kind);
        of.map_or_else(|| case.form.to_string(), |(_, name, _)| name.clone())
    };
    view.cases
        .iter()
        .filter(|case| stands.contains(&case.stage))
        .map(|case| Tick {
            name: format!("ho-so-{}", case.id),
            text: case.name.clone(),
            note: [case.kind.label(lang), case.detail.as_str(), &name(case), case.stage.label(lang)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            on: ticked,
        })
        .collect()
}

/// The cases that were ticked.
pub(super) fn picked(posted: &Posted) -> Vec<NominationId> {
    posted.starting("ho-so-").filter_map(|(id, _)| id.parse().ok()).collect()
}

/// The day typed, where it can be read: who has a duty is asked as of it.
fn day(member: &Member, posted: &Posted) -> Date {
    lang::date_in::date(posted.get("ngay")).unwrap_or(member.today())
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
    let people = acts::council::candidates(&member.ctx, view.round.unit, day(member, posted)).await?;
    let cases = boxes(view, &[Stage::Vetted], true, lang);
    let called = |one: &Candidate| {
        if one.post.is_empty() { one.name.clone() } else { format!("{} · {}", one.name, one.post) }
    };
    let mut takes = vec![Choice::new("", w.no_member)];
    takes.extend(Attendance::ALL.iter().map(|how| Choice::new(how.code(), how.label(lang))));
    let chairs = people.iter().map(|one| Choice::new(one.account.to_string(), called(one))).collect();
    let mut fields = vec![
        Field::text(lang, "ten", w.meeting_title).value(w.meeting_usual),
        Field::date(lang, "ngay", w.meeting_day).value(lang::date::short(member.today(), Lang::Vi)),
        Field::choice(
            lang,
            "cach",
            w.ballot,
            vec![Choice::new("kin", w.secret), Choice::new("cong-khai", w.open_ballot)],
        ),
        Field::ticks(lang, "ho-so", w.cases, cases.clone()).hint(if cases.is_empty() {
            w.no_vetted
        } else {
            ""
        }),
        Field::choice(lang, "chu-tich", w.chair, chairs),
    ];
    fields.extend(people.iter().map(|one| {
        let name = format!("du-{}", one.account);
        Field::choice(lang, &name, &called(one), takes.clone()).value(Attendance::Present.code())
    }));
    let fields = posted.fill(fields, refusals);
    let back = address(&format!("/khen-thuong/dot/{}", view.round.id), &[("don-vi", &unit.to_string())]);
    let mut f = member.frame(w.convene, Place::Councils, Some(unit)).await?;
    f.crumbs = vec![
        Link::to(w.heading, "/khen-thuong/dot"),
        Link::to(&view.round.title, back),
        Link::here(w.convene),
    ];
    let action =
        address(&format!("/khen-thuong/dot/{}/hoi-dong", view.round.id), &[("don-vi", &unit.to_string())]);
    Ok(FormPage { intro: w.convene_intro.to_owned(), ..FormPage::new(f, action, w.convene, fields) })
}

async fn ask(member: Member, Path(id): Path<String>) -> Answer {
    let (view, unit) = found(&member, parsed(&id)?).await?;
    page(&drawn(&member, (&view, unit), &Posted::default(), &Refusals::new()).await?)
}

async fn convene(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: RoundId = parsed(&id)?;
    let (view, unit) = found(&member, id).await?;
    let w = &member.words().round;
    let mut refusals = Refusals::new();
    let day = typed_day(&member, &posted, "ngay", &mut refusals);
    if !refusals.is_empty() {
        return again(&drawn(&member, (&view, unit), &posted, &refusals).await?);
    }
    let people = acts::council::candidates(&member.ctx, view.round.unit, day).await?;
    let members = people.into_iter().filter_map(|one| {
        let how = Attendance::from_code(posted.get(&format!("du-{}", one.account)))?;
        let chair = posted.get("chu-tich") == one.account.to_string();
        Some((one.account, one.post, chair, how))
    });
    let new = NewCouncil {
        unit: view.round.unit,
        title: posted.get("ten").to_owned(),
        day,
        secret: posted.get("cach") != "cong-khai",
        members: members.collect(),
        cases: picked(&posted),
    };
    let refusal = match refused(acts::council::convene(&member.ctx, new).await)? {
        Ok(id) => return Ok(done(member.site(), &format!("/hoi-dong/{id}"), w.convened, None)),
        Err(CouncilRefusal::Text { .. }) => ("ten", member.words().refusal.required.to_owned()),
        Err(CouncilRefusal::Members) => ("chu-tich", w.chair_needed.to_owned()),
        Err(CouncilRefusal::Cases) => ("ho-so", w.pick_case.to_owned()),
        Err(CouncilRefusal::NotVetted(_)) => ("ho-so", w.not_vetted.to_owned()),
        Err(CouncilRefusal::Waits(_)) => ("ho-so", w.waits.to_owned()),
        Err(
            CouncilRefusal::Closed
            | CouncilRefusal::NotYet
            | CouncilRefusal::Absent
            | CouncilRefusal::SteppedBack { .. }
            | CouncilRefusal::NotChair
            | CouncilRefusal::NoQuorum { .. }
            | CouncilRefusal::Moved(_),
        ) => ("ho-so", member.words().nomination.refused_other.to_owned()),
    };
    again(&drawn(&member, (&view, unit), &posted, &vec![refusal]).await?)
}
