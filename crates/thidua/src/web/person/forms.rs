//! Adding and correcting a person, posts, and merging duplicates and taking them apart.
//!
//! Not here: what may be kept (`acts::person`).

use acts::ActError;
use acts::person::{NewPerson, Person, PersonDays, PersonRefusal, Post};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::id::PersonId;
use domain::unit::{OPEN, UnitId};
use jiff::civil::Date;
use lang::Lang;
use lang::words::refusal::date_sentence;

use super::{Asked, drawn, opened, parsed, purpose, sentence};
use crate::web::answer::{Answer, Failure, again, done, page, refused, to};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Field, FormPage};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::unit::named_unit;
use crate::web::visit::Member;

/// The routes of these forms.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/ca-nhan/them", get(ask_add).post(add))
        .route("/ca-nhan/{id}/mo", post(look))
        .route("/ca-nhan/{id}/sua", get(ask_change).post(change))
        .route("/ca-nhan/{id}/chuc-vu", post(add_post))
        .route("/ca-nhan/{id}/gop", post(merge))
        .route("/ca-nhan/{id}/tach", post(unmerge))
}

/// From the question what for to the row: the purpose stands in the address, so that going back asks nothing again.
async fn look(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let why = posted.get("vi");
    if why.is_empty() {
        return again(&purpose(&member, id, member.words().person.look_needed).await?);
    }
    acts::person::head(&member.ctx, id).await?;
    Ok(to(&opened(id, why)))
}

/// The fields of a person; filled with what is known.
fn fields(known: Option<(&Person, &str)>, lang: Lang) -> Vec<Field> {
    let words = lang.words();
    let w = &words.person;
    let days = known.map(|(person, _)| person.days).unwrap_or_default();
    let short = |day: Option<Date>| day.map(|day| lang::date::short(day, Lang::Vi)).unwrap_or_default();
    let person = known.map(|(person, _)| person);
    vec![
        Field::text(lang, "ten", w.name).value(person.map(|one| one.name.clone()).unwrap_or_default()),
        Field::text(lang, "don-vi-cua", w.unit)
            .hint(words.unit.unit_hint)
            .value(known.map_or("", |(_, unit)| unit)),
        Field::date(lang, "sinh", w.born).value(short(days.born)).optional(),
        Field::date(lang, "quyet-dinh", w.admission).value(short(days.admission_decided)).optional(),
        Field::date(lang, "ket-nap", w.admitted).value(short(days.admitted)).optional(),
        Field::date(lang, "chinh-thuc", w.official).value(short(days.official)).optional(),
        Field::date(lang, "mat", w.died).value(short(days.died)).optional(),
        Field::text(lang, "tru", w.deducted).value(days.deducted_months.to_string()).optional(),
        Field::long(lang, "muc-dich", w.purpose)
            .value(person.map(|one| one.purpose.clone()).unwrap_or_default()),
        Field::date(lang, "giu-den", w.keep_until)
            .hint(w.keep_hint)
            .value(short(person.map(|one| one.keep_until)))
            .optional(),
    ]
}

/// What was typed about a person.
async fn typed(member: &Member, posted: &Posted) -> Result<Result<NewPerson, Refusals>, Failure> {
    let w = &member.words().person;
    let mut refusals = posted.left_empty(&["ten", "muc-dich"], member.words());
    let mut day = |name: &'static str| {
        let typed = posted.get(name);
        if typed.is_empty() {
            return None;
        }
        let read = lang::date_in::date(typed);
        read.map_err(|refusal| refusals.push((name, date_sentence(refusal, typed, member.lang())))).ok()
    };
    let (born, admission_decided) = (day("sinh"), day("quyet-dinh"));
    let (admitted, official, died) = (day("ket-nap"), day("chinh-thuc"), day("mat"));
    let keep_until = day("giu-den");
    let months = posted.get("tru");
    let deducted_months = match months.parse::<u32>() {
        _ if months.is_empty() => 0,
        Ok(months) if months <= 1_200 => months,
        _ => {
            refusals.push(("tru", w.months_wrong.to_owned()));
            0
        }
    };
    let unit = match named_unit(member, posted.get("don-vi-cua")).await? {
        Ok((unit, _)) => unit,
        Err(told) => {
            refusals.push(("don-vi-cua", told));
            return Ok(Err(refusals));
        }
    };
    if !refusals.is_empty() {
        return Ok(Err(refusals));
    }
    Ok(Ok(NewPerson {
        name: posted.get("ten").to_owned(),
        unit,
        days: PersonDays { born, admission_decided, admitted, official, died, deducted_months },
        purpose: posted.get("muc-dich").to_owned(),
        keep_until,
        invented: false,
    }))
}

async fn add_form(
    member: &Member,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().person);
    let name = acts::unit::around(&member.ctx, unit, member.today(), 0).await?.name.name;
    let mut fields = fields(None, lang);
    for field in fields.iter_mut().filter(|field| field.name == "don-vi-cua") {
        field.value.clone_from(&name);
    }
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.add, Place::Register, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/ca-nhan"), Link::here(w.add)];
    Ok(FormPage { intro: w.intro.to_owned(), ..FormPage::new(f, "/ca-nhan/them", w.add, fields) })
}

async fn ask_add(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    page(&add_form(&member, unit, &Posted::default(), &Refusals::new()).await?)
}

async fn add(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let refusals = match typed(&member, &posted).await? {
        Ok(new) => match refused(acts::person::add(&member.ctx, new).await)? {
            Ok(id) => {
                return Ok(done(member.site(), &format!("/ca-nhan/{id}"), member.words().person.added, None));
            }
            Err(refusal) => vec![sentence(refusal, member.lang())],
        },
        Err(refusals) => refusals,
    };
    again(&add_form(&member, unit, &posted, &refusals).await?)
}

/// The row for correcting it: seeing its days is a look like any other.
async fn change_form(
    member: &Member,
    (id, why): (PersonId, &str),
    posted: &Posted,
    refusals: &Refusals,
) -> Result<Option<FormPage>, Failure> {
    let Ok(view) = refused(acts::person::view(&member.ctx, id, why).await)? else { return Ok(None) };
    if !view.can_keep {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().person);
    let unit = acts::unit::around(&member.ctx, view.person.unit, member.today(), 0).await?.name.name;
    let fields = posted.fill(fields(Some((&view.person, &unit)), lang), refusals);
    let mut f = member.frame(w.change, Place::Register, Some(view.person.unit)).await?;
    f.crumbs = vec![
        Link::to(w.heading, "/ca-nhan"),
        Link::to(&view.person.name, opened(id, why)),
        Link::here(w.change),
    ];
    let mut form = FormPage::new(f, format!("/ca-nhan/{id}/sua"), w.change, fields);
    form.hidden = vec![("vi".to_owned(), why.to_owned())];
    Ok(Some(form))
}

async fn ask_change(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id = parsed(&id)?;
    match change_form(&member, (id, asked.vi.trim()), &Posted::default(), &Refusals::new()).await? {
        Some(form) => page(&form),
        None => page(&purpose(&member, id, "").await?),
    }
}

async fn change(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let why = posted.get("vi");
    // Whose row it is not, is told so before anything else.
    acts::person::head(&member.ctx, id).await?;
    let refusals = match typed(&member, &posted).await? {
        Ok(new) => match refused(acts::person::change(&member.ctx, id, new).await)? {
            Ok(()) => return Ok(done(member.site(), &opened(id, why), member.words().person.saved, None)),
            Err(refusal) => vec![sentence(refusal, member.lang())],
        },
        Err(refusals) => refusals,
    };
    match change_form(&member, (id, why), &posted, &refusals).await? {
        Some(form) => again(&form),
        None => again(&purpose(&member, id, member.words().person.look_needed).await?),
    }
}

/// Back to the row after an act, with what was refused where something was.
async fn ended(
    member: &Member,
    (id, why): (PersonId, &str),
    outcome: Result<(), ActError<PersonRefusal>>,
) -> Answer {
    match refused(outcome)? {
        Ok(()) => Ok(done(member.site(), &opened(id, why), member.words().person.saved, None)),
        Err(refusal) => told(member, (id, why), sentence(refusal, member.lang()).1).await,
    }
}

async fn told(member: &Member, (id, why): (PersonId, &str), problem: String) -> Answer {
    match refused(acts::person::view(&member.ctx, id, why).await)? {
        Ok(view) => again(&drawn(member, view, why, problem).await?),
        Err(_) => again(&purpose(member, id, &problem).await?),
    }
}

async fn add_post(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let why = posted.get("vi");
    acts::person::head(&member.ctx, id).await?;
    let mut refusals = Refusals::new();
    let from = typed_day(&member, &posted, "tu", &mut refusals);
    let until =
        if posted.get("den").is_empty() { OPEN } else { typed_day(&member, &posted, "den", &mut refusals) };
    let unit = match named_unit(&member, posted.get("don-vi")).await? {
        Ok((unit, _)) => Some(unit),
        Err(problem) => {
            refusals.push(("don-vi", problem));
            None
        }
    };
    let (Some(unit), None) = (unit, refusals.first()) else {
        let problem = refusals.into_iter().map(|(_, problem)| problem).collect::<Vec<_>>().join(" ");
        return told(&member, (id, why), problem).await;
    };
    let post = Post { unit, title: posted.get("chuc-vu").to_owned(), from, to: until };
    ended(&member, (id, why), acts::person::add_post(&member.ctx, id, post).await).await
}

async fn merge(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let gone = parsed(posted.get("dong"))?;
    let outcome = acts::person::merge(&member.ctx, id, gone, posted.get("ly-do")).await;
    ended(&member, (id, posted.get("vi")), outcome).await
}

async fn unmerge(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let gone = parsed(posted.get("dong"))?;
    let outcome = acts::person::unmerge(&member.ctx, gone).await;
    ended(&member, (id, posted.get("vi")), outcome).await
}
