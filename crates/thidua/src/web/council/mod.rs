//! Hội đồng: the meetings, and one meeting in which members vote until the chair closes.
//!
//! Not here: who may vote and what votes amount to (`acts::council`).

pub mod page;

use acts::council::{CouncilRefusal, CouncilView, ItemView};
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::award::Side;
use domain::award::council::at_least;
use domain::id::{AccountId, CouncilId, NominationId};
use domain::nomination::{Answer as Voice, Attendance};
use lang::Lang;
use lang::words::label::Label;
use office::paper::Form;

use self::page::{Item, ListPage, Meeting, OnePage, Person};
use super::answer::{Answer, DOCX, Failure, again, done, file, page, refused};
use super::assets::icon;
use super::frame::{Link, Place};
use super::parts::{Blank, Choice, Tag};
use super::posted::Posted;
use super::site::Site;
use super::visit::{Member, local_time};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/hoi-dong", get(list))
        .route("/hoi-dong/{id}", get(open))
        .route("/hoi-dong/{id}/phieu", post(vote))
        .route("/hoi-dong/{id}/rut", post(step_back))
        .route("/hoi-dong/{id}/chot", post(close))
        .route("/hoi-dong/{id}/du", post(attend))
        .route("/hoi-dong/{id}/van-ban", post(write))
        .route("/hoi-dong/{id}/bien-ban.docx", get(word))
        .route("/hoi-dong/{id}/bien-ban.pdf", get(pdf))
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

fn tag(closed: bool, lang: Lang) -> Tag {
    let w = &lang.words().nomination;
    if closed { Tag::done(w.closed) } else { Tag::waiting(w.voting) }
}

fn when(council: &acts::council::Council, lang: Lang) -> String {
    let w = &lang.words().nomination;
    let ballot = if council.secret { w.secret } else { w.open_ballot };
    format!("{} · {ballot}", lang::date::short(council.day, lang))
}

async fn list(member: Member) -> Answer {
    let (lang, w) = (member.lang(), &member.words().nomination);
    let unit = member.some_unit().await?;
    let found = acts::council::list(&member.ctx, unit).await?;
    let mut f = member.frame(w.councils, Place::Councils, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong"), Link::here(w.councils)];
    page(&ListPage {
        f,
        blank: found.is_empty().then(|| Blank {
            icon: icon("users-group"),
            title: w.no_council_title.to_owned(),
            text: w.no_council_text.to_owned(),
            way: None,
        }),
        meetings: found
            .iter()
            .map(|council| Meeting {
                href: format!("/hoi-dong/{}", council.id),
                title: council.title.clone(),
                note: when(council, lang),
                tag: tag(council.closed_ms.is_some(), lang),
            })
            .collect(),
    })
}

/// How many voices a case needs of all members: the form's share, else more than half.
fn needed(members: usize, share: Option<u8>, lang: Lang) -> String {
    let all = u32::try_from(members).unwrap_or(u32::MAX);
    let need = match share {
        Some(percent) => at_least(all, u32::from(percent), 100),
        None => Some((all / 2).saturating_add(1)),
    };
    need.map_or_else(String::new, |need| lang.words().nomination.needed(need, members))
}

/// Members who answer in writing.
fn writers(view: &CouncilView) -> Vec<Choice> {
    let writing = view.council.members.iter().filter(|member| member.attendance == Attendance::Written);
    writing.map(|member| Choice::new(member.account.to_string(), &member.name)).collect()
}

fn item(view: &CouncilView, item: &ItemView, lang: Lang) -> Item {
    let w = &lang.words().nomination;
    let members = view.council.members.len();
    let mut lines = Vec::new();
    match item.counted {
        None => lines.push(w.voices(item.voices, members)),
        Some(counted) => {
            let told = w.counts(counted.agree, counted.disagree, counted.blank);
            lines.push(format!("{}: {told}; {}", w.counted, w.needed(counted.need, members)));
        }
    }
    lines.extend(item.named.iter().map(|(name, answer)| format!("{name}: {}", answer.label(lang))));
    lines.extend(item.stepped_back.iter().map(|(name, why)| format!("{name}. {}", w.step_back_why(why))));
    let open = view.council.closed_ms.is_none();
    Item {
        id: item.case.id.to_string(),
        href: format!("/khen-thuong/{}", item.case.id),
        name: item.case.name.clone(),
        note: [item.case.kind.label(lang), &item.form_name, &item.unit_name].join(" · "),
        achievement: item.case.achievement.clone(),
        share: match &item.share {
            Some((share, article)) => w.share(share, article),
            None => w.no_share.to_owned(),
        },
        lines,
        conflict: item.conflict.as_ref().map(|why| w.step_back_why(why)).unwrap_or_default(),
        need: needed(members, item.share.as_ref().map(|(share, _)| *share), lang),
        written: if open && view.keeps { writers(view) } else { Vec::new() },
        votes: open && view.votes && item.conflict.is_none(),
        mine: item.mine.map(|mine| mine.code().to_owned()).unwrap_or_default(),
    }
}

/// What the minutes have to say of the attendance: of all members, who is there, who writes, who is away.
fn minutes(view: &CouncilView, lang: Lang) -> String {
    let members = &view.council.members;
    let of = |how: Attendance| members.iter().filter(|member| member.attendance == how).count();
    lang.words().nomination.attendance(
        members.len(),
        of(Attendance::Present),
        of(Attendance::Written),
        of(Attendance::Absent),
    )
}

async fn drawn(member: &Member, id: CouncilId, problem: String) -> Result<OnePage, Failure> {
    let (lang, w) = (member.lang(), &member.words().nomination);
    let view = acts::council::load(&member.ctx, id).await?;
    let council = &view.council;
    // A member may be invited from elsewhere: the frame then shows the own unit.
    let unit = member.unit().await?;
    let mut f = member.frame(&council.title, Place::Councils, unit).await?;
    f.crumbs = vec![Link::to(w.councils, "/hoi-dong"), Link::here(&council.title)];
    f.refused = !problem.is_empty();
    let answers = Voice::ALL.iter().map(|answer| Choice::new(answer.code(), answer.label(lang)));
    let members = council.members.iter().map(|one| {
        let chair = if one.chair { w.chair } else { "" };
        let parts: Vec<&str> =
            [one.post.as_str(), chair].into_iter().filter(|part| !part.is_empty()).collect();
        Person {
            text: one.name.clone(),
            note: parts.join(" · "),
            when: one.attendance.label(lang).to_owned(),
        }
    });
    Ok(OnePage {
        subtitle: when(council, lang),
        tag: tag(council.closed_ms.is_some(), lang),
        problem,
        items: view.items.iter().map(|one| item(&view, one, lang)).collect(),
        choices: answers.collect(),
        base: format!("/hoi-dong/{id}"),
        keeps: view.keeps && council.closed_ms.is_none(),
        people: council
            .members
            .iter()
            .map(|member| Choice::new(member.account.to_string(), &member.name))
            .collect(),
        hows: Attendance::ALL.iter().map(|how| Choice::new(how.code(), how.label(lang))).collect(),
        minutes: minutes(&view, lang),
        files: if council.closed_ms.is_some() {
            let file = |kind: &str| format!("/hoi-dong/{id}/bien-ban.{kind}");
            ["docx", "pdf"].map(|kind| Link::to(kind.to_uppercase(), file(kind))).into()
        } else {
            Vec::new()
        },
        may_close: view.chairs && council.closed_ms.is_none(),
        members: members.collect(),
        f,
    })
}

async fn open(member: Member, Path(id): Path<String>) -> Answer {
    page(&drawn(&member, parsed(&id)?, String::new()).await?)
}

fn sentence(refusal: &CouncilRefusal, lang: Lang) -> String {
    let words = lang.words();
    let w = &words.nomination;
    match refusal {
        CouncilRefusal::Text { .. } => words.refusal.required.to_owned(),
        CouncilRefusal::Closed | CouncilRefusal::NotYet | CouncilRefusal::Absent => w.refused_vote.to_owned(),
        CouncilRefusal::SteppedBack { reason } => w.step_back_why(reason),
        CouncilRefusal::NotChair => w.refused_chair.to_owned(),
        CouncilRefusal::NoQuorum { need, have } => w.refused_quorum(need, have),
        CouncilRefusal::Members
        | CouncilRefusal::Cases
        | CouncilRefusal::NotVetted(_)
        | CouncilRefusal::Waits(_)
        | CouncilRefusal::Moved(_) => w.refused_other.to_owned(),
    }
}

async fn ended(
    member: &Member,
    id: CouncilId,
    outcome: Result<(), acts::ActError<CouncilRefusal>>,
    told: &str,
) -> Answer {
    match refused(outcome)? {
        Ok(()) => Ok(done(member.site(), &format!("/hoi-dong/{id}"), told, None)),
        Err(refusal) => again(&drawn(member, id, sentence(&refusal, member.lang())).await?),
    }
}

async fn vote(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let (id, w) = (parsed(&id)?, &member.words().nomination);
    let case: NominationId = parsed(posted.get("ho-so"))?;
    let Some(answer) = Voice::from_code(posted.get("phieu")) else {
        return again(&drawn(&member, id, w.vote_picked.to_owned()).await?);
    };
    ended(&member, id, acts::council::vote(&member.ctx, id, case, answer).await, w.vote_taken).await
}

async fn step_back(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let case: NominationId = parsed(posted.get("ho-so"))?;
    let outcome = acts::council::recuse(&member.ctx, id, case, posted.get("ly-do")).await;
    ended(&member, id, outcome, member.words().nomination.stepped).await
}

async fn close(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let outcome = acts::council::close(&member.ctx, id).await;
    ended(&member, id, outcome, member.words().nomination.count_closed).await
}

async fn attend(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let account: AccountId = parsed(posted.get("ai"))?;
    let how = Attendance::from_code(posted.get("du")).ok_or(Failure::Unreadable)?;
    let outcome = acts::council::attend(&member.ctx, id, account, how).await;
    ended(&member, id, outcome, member.words().round.attended).await
}

async fn write(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let (id, words) = (parsed(&id)?, member.words());
    let case: NominationId = parsed(posted.get("ho-so"))?;
    let account: AccountId = parsed(posted.get("ai"))?;
    let Some(answer) = Voice::from_code(posted.get("phieu")) else {
        return again(&drawn(&member, id, words.nomination.vote_picked.to_owned()).await?);
    };
    let paper = posted.get("van-ban");
    let outcome = acts::council::vote_in_writing(&member.ctx, id, (account, case), answer, paper).await;
    ended(&member, id, outcome, words.round.written_done).await
}

/// The minutes: once the chair closed.
async fn minutes_paper(member: &Member, id: &str) -> Result<office::paper::Paper, Failure> {
    let view = acts::council::load(&member.ctx, parsed(id)?).await?;
    if view.council.closed_ms.is_none() {
        return Err(Failure::Missing);
    }
    let unit = acts::unit::view(&member.ctx, view.council.unit, view.council.day).await;
    let name = match unit {
        Ok(unit) => unit.name.name,
        // A member invited from elsewhere does not see the unit; the council's own title stands for it.
        Err(acts::ActError::Missing | acts::ActError::Denied(_)) => view.council.title.clone(),
        Err(other) => return Err(other.into()),
    };
    // The form of the side whose honours were voted on; a member from elsewhere does not see the unit's own rules.
    let book = match acts::award::own::book_of(&member.ctx, view.council.unit).await {
        Ok(book) => book,
        Err(acts::ActError::Missing | acts::ActError::Denied(_)) => acts::award::book(&member.ctx)?,
        Err(other) => return Err(other.into()),
    };
    let first = view.items.first().and_then(|item| book.form_on(&item.case.form, view.council.day));
    let form = match first.map(|form| form.side) {
        Some(Side::State) => Form::State,
        Some(Side::Party) | None => Form::Party,
    };
    let made = local_time(member.ctx.app.now());
    Ok(super::decision::minutes::minutes(&view, &name, form, made))
}

async fn word(member: Member, Path(id): Path<String>) -> Answer {
    let paper = minutes_paper(&member, &id).await?;
    let bytes = office::letter::write(&paper).map_err(|fault| Failure::fault(&fault))?;
    Ok(file("bien-ban.docx", DOCX, bytes))
}

async fn pdf(member: Member, Path(id): Path<String>) -> Answer {
    let paper = minutes_paper(&member, &id).await?;
    Ok(file("bien-ban.pdf", "application/pdf", super::decision::printed(&paper)?))
}
