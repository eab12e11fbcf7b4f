//! Hồ sơ đề nghị: the list by standing, many cases moved at once.
//!
//! Not here: one case (`one`), writing one (`form`), the flow itself (`acts::nomination`).

mod form;
mod one;
pub mod page;
mod told;

use acts::nomination::{Filter, NominationRow};
use axum::Router;
use axum::extract::Query;
use axum::routing::{get, post};
use domain::honoree::HonoreeKind;
use domain::id::NominationId;
use domain::nomination::Stage;
use domain::unit::UnitId;
use lang::Lang;
use lang::words::label::Label;

use self::page::{ListPage, Row};
pub(super) use self::told::{sentence, warning};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Choice, Pager, Tag};
use super::posted::Posted;
use super::site::Site;
use super::visit::Member;

/// How many cases one page shows.
const MOST: usize = 50;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong", get(list))
        .route("/khen-thuong/nhieu", post(many))
        .merge(form::routes())
        .merge(one::routes())
}

/// What the list is asked.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    dot: String,
    #[serde(rename = "trang-thai")]
    trang_thai: String,
    #[serde(rename = "doi-tuong")]
    doi_tuong: String,
    #[serde(rename = "hinh-thuc")]
    hinh_thuc: String,
    ten: String,
    trang: String,
}

/// How a standing looks.
pub(super) fn stage_tag(stage: Stage, lang: Lang) -> Tag {
    let text = stage.label(lang);
    match stage {
        Stage::Draft => Tag::plain(text),
        Stage::Proposed | Stage::Vetted => Tag::waiting(text),
        Stage::Returned => Tag::look(text),
        Stage::Carried | Stage::Decided | Stage::Escalated => Tag::done(text),
        Stage::Failed | Stage::Withdrawn => Tag::wrong(text),
    }
}

fn row(row: &NominationRow, lang: Lang) -> Row {
    let w = &lang.words().nomination;
    let case = &row.case;
    let (there, all) = row.papers;
    let papers = if there == all {
        Tag::done(w.papers(there, all))
    } else {
        Tag::look(w.papers_short(all.saturating_sub(there)))
    };
    let criteria = match (row.lacking, row.looks) {
        (0, 0) => Tag::done(w.met),
        (0, looks) => Tag::look(w.looks(looks)),
        (lacking, _) => Tag::wrong(w.lacks(lacking)),
    };
    Row {
        id: case.id.to_string(),
        href: format!("/khen-thuong/{}", case.id),
        name: case.name.clone(),
        note: [case.kind.label(lang), &case.detail, &row.unit_name]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        form: row.form_name.clone(),
        round: row.round.clone(),
        papers,
        criteria,
        warnings: row.warnings.iter().map(|one| warning(one, lang)).collect(),
        vote: w.vote_of(case.vote.approved, case.vote.voters),
        tag: stage_tag(case.stage, lang),
    }
}

async fn list(member: Member, Query(asked): Query<Asked>) -> Answer {
    page(&drawn(&member, &asked, String::new()).await?)
}

/// The forms of some rounds, each once.
async fn forms_of(
    member: &Member,
    unit: UnitId,
    rounds: &[acts::round::Round],
) -> Result<Vec<Choice>, Failure> {
    let book = acts::award::own::book_of(&member.ctx, unit).await?;
    let mut called: Vec<Choice> = Vec::new();
    for form in rounds.iter().flat_map(|round| &round.forms) {
        if called.iter().all(|known| known.value != form.form.as_str()) {
            let name = book.form_on(&form.form, member.today()).map(|one| one.name.clone());
            called.push(Choice::new(form.form.as_str(), name.unwrap_or_else(|| form.form.to_string())));
        }
    }
    Ok(called)
}

#[expect(clippy::too_many_lines, reason = "one field of the page after the other")]
async fn drawn(member: &Member, asked: &Asked, problem: String) -> Result<ListPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.nomination;
    let unit: UnitId = member.some_unit().await?;
    let here: usize = asked.trang.parse().ok().filter(|page| (1..10_000).contains(page)).unwrap_or(1);
    let stage = Stage::from_code(&asked.trang_thai);
    let filter = Filter {
        round: asked.dot.parse().ok(),
        stage,
        kind: HonoreeKind::from_code(&asked.doi_tuong),
        form: asked.hinh_thuc.parse().ok(),
        named: asked.ten.clone(),
        skip: here.saturating_sub(1).saturating_mul(MOST),
        most: MOST,
    };
    let (rows, counts, all) = acts::nomination::list(&member.ctx, unit, &filter).await?;
    let rounds = acts::round::list(&member.ctx, unit).await?;
    let way = |stage: &str, page: usize| {
        let page = page.to_string();
        let mut query = vec![
            ("dot", asked.dot.as_str()),
            ("trang-thai", stage),
            ("doi-tuong", asked.doi_tuong.as_str()),
            ("hinh-thuc", asked.hinh_thuc.as_str()),
            ("ten", asked.ten.as_str()),
        ];
        if page != "1" {
            query.push(("trang", &page));
        }
        query.retain(|(_, value)| !value.is_empty());
        address("/khen-thuong", &query)
    };
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let mut tabs = vec![Link { here: stage.is_none(), ..Link::to(format!("{} {total}", w.all), way("", 1)) }];
    tabs.extend(counts.iter().filter(|(one, count)| *count > 0 || Some(*one) == stage).map(
        |(one, count)| {
            let text = format!("{} {count}", one.label(lang));
            Link { here: Some(*one) == stage, ..Link::to(text, way(one.code(), 1)) }
        },
    ));
    let mut actions =
        vec![Link::to(words.person.heading, "/ca-nhan"), Link::to(words.round.heading, "/khen-thuong/dot")];
    if member.may.enter {
        actions.push(Link { here: true, ..Link::to(w.write, "/khen-thuong/de-nghi") });
    }
    let kinds = [HonoreeKind::Collective, HonoreeKind::Individual, HonoreeKind::Household];
    let kinds = kinds.map(|kind| Choice::new(kind.code(), kind.label(lang))).into();
    let called = forms_of(member, unit, &rounds).await?;
    let mut f = member.frame(w.heading, Place::Nominations, Some(unit)).await?;
    f.refused = !problem.is_empty();
    let mut pager = Pager::none(lang);
    let last = all.div_ceil(MOST).max(1);
    pager.before = (here > 1).then(|| way(&asked.trang_thai, here.saturating_sub(1)));
    pager.after = (here < last).then(|| way(&asked.trang_thai, here.saturating_add(1)));
    let first = filter.skip.saturating_add(1);
    Ok(ListPage {
        actions,
        kinds,
        kind: asked.doi_tuong.clone(),
        forms: called,
        form: asked.hinh_thuc.clone(),
        tabs,
        stage: asked.trang_thai.clone(),
        named: asked.ten.clone(),
        rounds: rounds.iter().map(|round| Choice::new(round.id.to_string(), &round.title)).collect(),
        round: asked.dot.clone(),
        problem,
        blank: rows.is_empty().then(|| Blank {
            icon: icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        // Who acts for which body is asked by every act; the bar is there for those who act for any.
        may_vet: member.may.approve
            && rows.iter().any(|row| matches!(row.case.stage, Stage::Proposed | Stage::Vetted)),
        shown: w.shown(first, first.saturating_add(rows.len()).saturating_sub(1), all),
        rows: rows.iter().map(|one| row(one, lang)).collect(),
        pager,
        f,
    })
}

/// Moves every picked case; the first that cannot be moved is told, those before it stay moved.
async fn many(member: Member, posted: Posted) -> Answer {
    let words = member.words();
    let picked: Vec<NominationId> = posted.starting("ho-so-").filter_map(|(id, _)| id.parse().ok()).collect();
    if picked.is_empty() {
        let problem = words.nomination.pick_one.to_owned();
        return again(&drawn(&member, &Asked::default(), problem).await?);
    }
    for id in picked {
        let ended = match posted.get("viec") {
            "tham-dinh" => acts::nomination::vet(&member.ctx, id, "").await,
            "tra-lai" => acts::nomination::give_back(&member.ctx, id, posted.get("ly-do")).await,
            _ => return Err(Failure::Unreadable),
        };
        if let Err(refusal) = refused(ended)? {
            let problem = sentence(&refusal, member.lang());
            return again(&drawn(&member, &Asked::default(), problem).await?);
        }
    }
    Ok(done(member.site(), "/khen-thuong", words.nomination.stepped, None))
}
