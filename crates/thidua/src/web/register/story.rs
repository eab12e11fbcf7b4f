//! The story of a person or a collective in the register: every time, years in a row, duplicates, the confirmation.
//!
//! A person's row is opened for a purpose, which is noted with who looked. Not here: the story itself
//! (`acts::register`), merging (`acts::person`).

use acts::person::{Likeness, PersonRefusal, PersonView};
use acts::register::{Rows, Story, Told};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::award::Continuity;
use domain::decision::Standing;
use domain::id::PersonId;
use domain::unit::UnitId;
use lang::{Lang, Words};
use serde::Deserialize;

use super::page::{Duplicate, StoryLine, StoryPage, StoryRow};
use super::paper;
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::decision::handed;
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Field, FormPage, Tag};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::{Member, local_time};

/// The routes of stories.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/so-khen/ca-nhan/{id}", get(person))
        .route("/so-khen/ca-nhan/{id}/gop", post(merge))
        .route("/so-khen/ca-nhan/{id}/tach", post(unmerge))
        .route("/so-khen/ca-nhan/{id}/{name}", get(person_paper))
        .route("/so-khen/tap-the/{id}", get(unit))
        .route("/so-khen/tap-the/{id}/{name}", get(unit_paper))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Asked {
    muc_dich: String,
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

fn path_of(id: PersonId) -> String {
    format!("/so-khen/ca-nhan/{id}")
}

/// Asks what a person's row is opened for.
fn ask_purpose(member: &Member, id: PersonId, told: &str) -> FormPage {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.register;
    let mut f = member.bare_frame(w.story_person, Place::Register);
    f.crumbs = vec![Link::to(w.heading, "/so-khen"), Link::here(w.story_person)];
    let field = Field::text(lang, "muc-dich", w.purpose).hint(w.purpose_hint).error(told);
    FormPage { get: true, ..FormPage::new(f, path_of(id), w.open, vec![field]) }
}

async fn person(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id: PersonId = parsed(&id)?;
    if asked.muc_dich.trim().is_empty() {
        // Whether the row is there is asked first: a form about nobody would tell as much as the row.
        acts::decision::of_person(&member.ctx, id).await?;
        return page(&ask_purpose(&member, id, ""));
    }
    match refused(acts::person::view(&member.ctx, id, &asked.muc_dich).await)? {
        Ok(view) => page(&drawn(&member, &view, &asked.muc_dich, "").await?),
        Err(refusal) => again(&ask_purpose(&member, id, &sentence(refusal, member.words()))),
    }
}

fn sentence(refusal: PersonRefusal, words: &Words) -> String {
    let w = &words.register;
    match refusal {
        PersonRefusal::PurposeMissing | PersonRefusal::NameMissing => w.reason_missing.to_owned(),
        PersonRefusal::TooLong { most } => w.too_long(most),
        PersonRefusal::Same => w.same_row.to_owned(),
        PersonRefusal::Merged => w.already_merged.to_owned(),
        PersonRefusal::NotMerged => w.not_merged.to_owned(),
        // Days and posts are not asked for here.
        PersonRefusal::TwoPeople | PersonRefusal::Days(_) | PersonRefusal::Backwards => {
            w.two_people.to_owned()
        }
    }
}

async fn drawn(member: &Member, view: &PersonView, purpose: &str, told: &str) -> Result<StoryPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().register);
    let person = &view.person;
    let story = acts::register::of_person(&member.ctx, person.id).await?;
    let mut f = member.frame(&person.name, Place::Register, Some(person.unit)).await?;
    f.refused = !told.is_empty();
    f.crumbs = vec![Link::to(w.heading, "/so-khen"), Link::here(person.name.as_str())];
    let path = path_of(person.id);
    let born = |person: &acts::person::Person| {
        person.days.born.map(|day| w.born(lang::date::short(day, lang))).unwrap_or_default()
    };
    let like = |like: &Likeness| match like {
        Likeness::NameAndBirth => w.like_birth,
        Likeness::NameAndUnit => w.like_unit,
        Likeness::Name | Likeness::None => w.like_name,
    };
    let files = ["docx", "pdf"].map(|kind| {
        let name = format!("{} {}", w.confirmation, kind.to_uppercase());
        Link::to(name, address(&format!("{path}/xac-nhan.{kind}"), &[("muc-dich", purpose)]))
    });
    Ok(StoryPage {
        subtitle: [w.story_person.to_owned(), born(person)].join(" · ").trim_end_matches(" · ").to_owned(),
        told: told.to_owned(),
        files: files.into(),
        purpose: purpose.to_owned(),
        can_keep: view.can_keep,
        duplicates: view
            .duplicates
            .iter()
            .map(|(likeness, other)| Duplicate {
                id: other.id.to_string(),
                name: other.name.clone(),
                note: [like(likeness).to_owned(), born(other)].join(" · ").trim_end_matches(" · ").to_owned(),
                href: String::new(),
            })
            .collect(),
        merged: view
            .merged
            .iter()
            .map(|other| Duplicate {
                id: other.id.to_string(),
                name: other.name.clone(),
                note: born(other),
                href: format!("{}/tach", path_of(other.id)),
            })
            .collect(),
        reason: Field::text(lang, "ly-do", w.merge_reason),
        path,
        ..told_page(f, &story, lang)
    })
}

/// The parts that a person's and a collective's story share.
fn told_page(f: crate::web::frame::Frame, story: &Story, lang: Lang) -> StoryPage {
    let w = &lang.words().register;
    StoryPage {
        f,
        subtitle: String::new(),
        told: String::new(),
        path: String::new(),
        files: Vec::new(),
        purpose: String::new(),
        lines: story.told.iter().map(|one| line(one, lang)).collect(),
        rows: story.rows.iter().map(|rows| row(rows, lang)).collect(),
        aside: if story.aside > 0 { w.aside(story.aside) } else { String::new() },
        duplicates: Vec::new(),
        merged: Vec::new(),
        reason: Field::text(lang, "ly-do", w.merge_reason),
        can_keep: false,
    }
}

fn line(one: &Told, lang: Lang) -> StoryLine {
    let w = &lang.words().register;
    let (decision, line) = (&one.decision, &one.line.line);
    let through = one.before.as_ref().map(|(unit, how)| {
        let how = match how {
            Continuity::Whole => w.before_whole,
            Continuity::Joined => w.before_joined,
            Continuity::Part | Continuity::None => w.before_part,
        };
        w.through(unit, how)
    });
    let sheet = one.sheet.as_ref().map(|(number, year, _)| w.book_line(number, year));
    let notes = [Some(line.achievement.clone()), Some(line.detail.clone()), sheet, through];
    StoryLine {
        year: line.year.to_string(),
        form: one.form.clone(),
        decision: format!("{} · {}", decision.number, lang::date::short(decision.decided, lang)),
        href: format!("/quyet-dinh/{}", decision.id),
        body: decision.body_name.clone(),
        note: notes.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        code: one.sheet.as_ref().map(|(_, _, code)| format!("/xm/{code}")).unwrap_or_default(),
        tag: match one.line.standing {
            Standing::Valid => Tag::done(w.stands),
            Standing::Annulled => Tag::wrong(w.annulled),
            Standing::Stripped => Tag::wrong(w.stripped),
        },
    }
}

fn row(rows: &Rows, lang: Lang) -> StoryRow {
    let w = &lang.words().register;
    let stretches = rows.stretches.iter().map(|one| {
        let told =
            if one.from == one.to { w.row_one(one.from) } else { w.row(one.from, one.to, one.years()) };
        if one.unsure.is_empty() {
            return Tag::done(told);
        }
        let years: Vec<String> = one.unsure.iter().map(i16::to_string).collect();
        Tag::look(format!("{told}; {}", w.looked(years.join(", "))))
    });
    StoryRow { form: rows.name.clone(), stretches: stretches.collect() }
}

async fn merge(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let (kept, gone) = (parsed::<PersonId>(&id)?, parsed::<PersonId>(posted.get("nguoi"))?);
    let purpose = posted.get("muc-dich");
    match refused(acts::person::merge(&member.ctx, kept, gone, posted.get("ly-do")).await)? {
        Ok(()) => {
            let path = address(&path_of(kept), &[("muc-dich", purpose)]);
            let undo = format!("{}/tach", path_of(gone));
            Ok(done(member.site(), &path, member.words().register.merged_done, Some(&undo)))
        }
        Err(refusal) => {
            let told = sentence(refusal, member.words());
            match refused(acts::person::view(&member.ctx, kept, purpose).await)? {
                Ok(view) => again(&drawn(&member, &view, purpose, &told).await?),
                Err(_) => again(&ask_purpose(&member, kept, &told)),
            }
        }
    }
}

async fn unmerge(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id: PersonId = parsed(&id)?;
    match refused(acts::person::unmerge(&member.ctx, id).await)? {
        Ok(()) => Ok(done(member.site(), &path_of(id), member.words().register.unmerged_done, None)),
        Err(refusal) => again(&ask_purpose(&member, id, &sentence(refusal, member.words()))),
    }
}

async fn unit(member: Member, Path(id): Path<String>) -> Answer {
    let id: UnitId = parsed(&id)?;
    let story = acts::register::of_unit(&member.ctx, id).await?;
    let (lang, w) = (member.lang(), &member.words().register);
    let mut f = member.frame(w.story_unit, Place::Register, Some(id)).await?;
    let name = f.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    f.title.clone_from(&name);
    f.crumbs = vec![Link::to(w.heading, "/so-khen"), Link::here(name)];
    let path = format!("/so-khen/tap-the/{id}");
    let files = ["docx", "pdf"].map(|kind| {
        Link::to(format!("{} {}", w.confirmation, kind.to_uppercase()), format!("{path}/xac-nhan.{kind}"))
    });
    page(&StoryPage {
        subtitle: w.story_unit.to_owned(),
        files: files.into(),
        path,
        ..told_page(f, &story, lang)
    })
}

/// The confirmation about a person; reading the row for it is noted like any look.
async fn person_paper(
    member: Member,
    Path((id, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id: PersonId = parsed(&id)?;
    let view = match refused(acts::person::view(&member.ctx, id, &asked.muc_dich).await)? {
        Ok(view) => view,
        Err(refusal) => {
            return again(&ask_purpose(&member, id, &sentence(refusal, member.words())));
        }
    };
    let story = acts::register::of_person(&member.ctx, id).await?;
    let frame = member.frame("", Place::Register, Some(view.person.unit)).await?;
    let keeper = frame.unit.map(|unit| unit.name).unwrap_or_default();
    let whom = paper::Whom::Person(&view.person);
    handed(&paper::confirmation(whom, &keeper, &story, local_time(member.ctx.app.now())), &name)
}

/// The confirmation about a collective.
async fn unit_paper(member: Member, Path((id, name)): Path<(String, String)>) -> Answer {
    let id: UnitId = parsed(&id)?;
    let story = acts::register::of_unit(&member.ctx, id).await?;
    let frame = member.frame("", Place::Register, Some(id)).await?;
    let called = frame.unit.map(|unit| unit.name).unwrap_or_default();
    let whom = paper::Whom::Unit(&called);
    handed(&paper::confirmation(whom, &called, &story, local_time(member.ctx.app.now())), &name)
}
