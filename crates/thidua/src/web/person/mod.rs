//! Cá nhân trong sổ khen: the list by name, and one person, opened for a purpose that is written down.
//!
//! Not here: adding and correcting (`forms`), who may look (`acts::person`).

mod forms;
pub mod page;

use acts::person::{Likeness, Person, PersonRefusal, PersonView};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use domain::id::PersonId;
use domain::unit::OPEN;
use lang::Lang;
use serde::Deserialize;

use self::page::{Line, ListPage, OnePage, Pair};
use super::answer::{Answer, Failure, again, page, refused};
use super::assets::icon;
use super::encode::{address, encode};
use super::frame::{Link, Place};
use super::parts::{Blank, Field, FormPage};
use super::site::Site;
use super::visit::{Member, moment};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new().route("/ca-nhan", get(list)).route("/ca-nhan/{id}", get(open)).merge(forms::routes())
}

fn parsed(id: &str) -> Result<PersonId, Failure> {
    id.parse().map_err(|_| Failure::Missing)
}

/// Where a person opens for a purpose.
fn opened(id: PersonId, purpose: &str) -> String {
    format!("/ca-nhan/{id}?vi={}", encode(purpose))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    ten: String,
    vi: String,
}

async fn list(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.person;
    let unit = member.some_unit().await?;
    let found = acts::person::list(&member.ctx, unit, asked.ten.trim()).await?;
    let add = address("/ca-nhan/them", &[("don-vi", &unit.to_string())]);
    let mut rows = Vec::with_capacity(found.len());
    for person in found {
        let near = acts::unit::around(&member.ctx, person.unit, member.today(), 0).await?;
        rows.push(Line {
            href: format!("/ca-nhan/{}", person.id),
            text: person.name.clone(),
            note: near.name.name,
            when: if person.invented { w.invented.to_owned() } else { String::new() },
        });
    }
    let mut f = member.frame(w.heading, Place::Register, Some(unit)).await?;
    f.crumbs = vec![Link::to(words.register.heading, "/so-khen"), Link::here(w.heading)];
    page(&ListPage {
        f,
        name: Field::text(lang, "ten", w.find).value(asked.ten.trim()),
        add: if member.may.enter { add } else { String::new() },
        blank: rows.is_empty().then(|| Blank {
            icon: icon("users-group"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        rows,
    })
}

/// The page before the page: what for.
async fn purpose(member: &Member, id: PersonId, error: &str) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().person);
    let person = acts::person::head(&member.ctx, id).await?;
    let mut f = member.frame(&person.name, Place::Register, Some(person.unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/ca-nhan"), Link::here(&person.name)];
    let fields = vec![Field::text(lang, "vi", w.look_title).error(error)];
    Ok(FormPage {
        intro: w.look_intro.to_owned(),
        ..FormPage::new(f, format!("/ca-nhan/{id}/mo"), w.look, fields)
    })
}

fn like(like: Likeness, lang: Lang) -> &'static str {
    let w = &lang.words().person;
    match like {
        Likeness::None | Likeness::Name => w.like_name,
        Likeness::NameAndUnit => w.like_unit,
        Likeness::NameAndBirth => w.like_birth,
    }
}

/// What is kept, as pairs; what is not known is not shown.
fn kept(person: &Person, unit: &str, lang: Lang) -> Vec<Pair> {
    let w = &lang.words().person;
    let days = &person.days;
    let short = |day| lang::date::short(day, lang);
    let mut pairs = vec![Pair::new(w.unit, unit)];
    for (label, day) in [
        (w.born, days.born),
        (w.admission, days.admission_decided),
        (w.admitted, days.admitted),
        (w.official, days.official),
        (w.died, days.died),
    ] {
        if let Some(day) = day {
            pairs.push(Pair::new(label, short(day)));
        }
    }
    if days.deducted_months > 0 {
        pairs.push(Pair::new(w.deducted, days.deducted_months.to_string()));
    }
    pairs.push(Pair::new(w.purpose, &person.purpose));
    pairs.push(Pair::new(w.keep_until, short(person.keep_until)));
    pairs
}

/// The posts, oldest first.
async fn posts(member: &Member, view: &PersonView) -> Vec<Line> {
    let (lang, w) = (member.lang(), &member.words().person);
    let short = |day| lang::date::short(day, lang);
    let mut posts = Vec::new();
    for post in &view.posts {
        let to = if post.to == OPEN { w.lasts.to_owned() } else { short(post.to) };
        let here = acts::unit::around(&member.ctx, post.unit, member.today(), 0).await;
        let at = here.map(|near| near.name.name).unwrap_or_default();
        posts.push(Line {
            text: post.title.clone(),
            note: at,
            when: w.since(short(post.from), to),
            ..Line::default()
        });
    }
    posts
}

async fn drawn(
    member: &Member,
    view: PersonView,
    purpose: &str,
    problem: String,
) -> Result<OnePage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.person;
    let short = |day| lang::date::short(day, lang);
    let person = &view.person;
    let unit = acts::unit::around(&member.ctx, person.unit, member.today(), 0).await?.name.name;
    let received = acts::decision::of_person(&member.ctx, person.id).await?;
    let book = acts::award::own::book_of(&member.ctx, person.unit).await?;
    let posts = posts(member, &view).await;
    let accounts: Vec<_> = view.accesses.iter().map(|access| access.account).collect();
    let named = acts::person::lookers(&member.ctx, person.id, &accounts).await?;
    let mut f = member.frame(&person.name, Place::Register, Some(person.unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/ca-nhan"), Link::here(&person.name)];
    f.refused = !problem.is_empty();
    Ok(OnePage {
        problem,
        purpose: purpose.to_owned(),
        base: format!("/ca-nhan/{}", person.id),
        subtitle: if person.invented { w.invented.to_owned() } else { unit.clone() },
        kept: kept(person, &unit, lang),
        edit: if view.can_keep {
            format!("/ca-nhan/{}/sua?vi={}", person.id, encode(purpose))
        } else {
            String::new()
        },
        posts,
        post_fields: vec![
            Field::text(lang, "chuc-vu", w.post),
            Field::text(lang, "don-vi", w.unit).hint(words.unit.unit_hint),
            Field::date(lang, "tu", w.from),
            Field::date(lang, "den", w.to).optional(),
        ],
        received: received
            .iter()
            .map(|(decision, line)| Line {
                href: format!("/quyet-dinh/{}", decision.id),
                text: book
                    .form_on(&line.line.form, decision.decided)
                    .map_or_else(|| line.line.form.to_string(), |form| form.name.clone()),
                note: format!("{} · {} · {}", decision.number, decision.body_name, line.line.achievement),
                when: short(decision.decided),
            })
            .collect(),
        duplicates: view
            .duplicates
            .iter()
            .map(|(how, other)| Line {
                href: other.id.to_string(),
                text: other.name.clone(),
                note: like(*how, lang).to_owned(),
                when: String::new(),
            })
            .collect(),
        merged: view
            .merged
            .iter()
            .map(|other| Line { href: other.id.to_string(), text: other.name.clone(), ..Line::default() })
            .collect(),
        can_keep: view.can_keep,
        accesses: view
            .accesses
            .iter()
            .map(|access| Line {
                text: named.get(&access.account).cloned().unwrap_or_default(),
                note: access.purpose.clone(),
                when: moment(access.at_ms, lang),
                ..Line::default()
            })
            .collect(),
        f,
    })
}

async fn open(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id = parsed(&id)?;
    let why = asked.vi.trim();
    if why.is_empty() {
        return page(&purpose(&member, id, "").await?);
    }
    match refused(acts::person::view(&member.ctx, id, why).await)? {
        Ok(view) => page(&drawn(&member, view, why, String::new()).await?),
        Err(refusal) => again(&purpose(&member, id, &sentence(refusal, member.lang()).1).await?),
    }
}

/// Why something about a person was refused, with its field.
fn sentence(refusal: PersonRefusal, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let w = &words.person;
    match refusal {
        PersonRefusal::NameMissing => ("ten", words.refusal.required.to_owned()),
        PersonRefusal::PurposeMissing => ("muc-dich", w.look_needed.to_owned()),
        PersonRefusal::TooLong { most } => ("muc-dich", words.round.too_long(most)),
        PersonRefusal::Days(domain::person::DaysRefusal::OutOfSequence) => {
            ("sinh", w.out_of_sequence.to_owned())
        }
        PersonRefusal::Days(domain::person::DaysRefusal::InFuture) => ("sinh", words.round.future.to_owned()),
        PersonRefusal::Backwards => ("den", w.backwards.to_owned()),
        PersonRefusal::Same => ("ten", w.same.to_owned()),
        PersonRefusal::Merged => ("ten", w.merged_before.to_owned()),
        PersonRefusal::NotMerged => ("ten", w.not_merged.to_owned()),
        PersonRefusal::TwoPeople => ("ten", w.two_people.to_owned()),
    }
}
