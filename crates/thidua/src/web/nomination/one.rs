//! One case: what the record says of each criterion, with article and proof; papers; steps; what can be done now.
//!
//! Not here: the list (`super`).

use acts::nomination::{NominationRefusal, NominationView};
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::award::{Finding, Lack, Verdict};
use domain::id::NominationId;
use domain::nomination::Stage;
use lang::Lang;
use lang::words::label::Label;

use super::page::{Act, Line, OnePage, Seen};
use super::{sentence, stage_tag, warning};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, Tag};
use crate::web::posted::{Posted, Uploaded};
use crate::web::site::Site;
use crate::web::visit::{Member, moment};

/// The routes of one case.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong/{id}", get(open))
        .route("/khen-thuong/{id}/giay-to", post(attach))
        .route("/khen-thuong/{id}/{viec}", post(step))
}

fn parsed(text: &str) -> Result<NominationId, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

async fn open(member: Member, Path(id): Path<String>) -> Answer {
    page(&drawn(&member, parsed(&id)?, String::new()).await?)
}

/// How much is lacking, in words.
fn lacks(missing: &[Lack], lang: Lang) -> String {
    let w = &lang.words().nomination;
    let each = missing.iter().map(|lack| {
        let told = w.lack(lack.want.label(lang), lack.need, lack.have);
        match lack.until {
            Some(day) => format!("{told}; {}", w.lack_until(lang::date::short(day, lang))),
            None => told,
        }
    });
    each.collect::<Vec<_>>().join("; ")
}

fn finding(finding: &Finding, lang: Lang) -> Seen {
    let words = lang.words();
    let w = &words.nomination;
    let (tag, text) = match &finding.verdict {
        Verdict::Met => (Tag::done(w.met), String::new()),
        Verdict::Missing(missing) => (Tag::wrong(w.lacking), lacks(missing, lang)),
        Verdict::NeedsPerson(look) => {
            (Tag::look(w.look("").trim_end_matches([':', ' '])), w.look(look.label(lang)))
        }
    };
    let mut source = vec![finding.article.clone(), finding.source.clone()];
    if finding.doubt.is_some() {
        source.push(words.award.unverified.to_owned());
    }
    source.extend(finding.evidence.iter().map(|evidence| evidence.0.clone()));
    source.retain(|part| !part.is_empty());
    Seen { title: finding.title.clone(), tag, text, source: source.join(" · ") }
}

/// What can be done from where the case stands, for whoever may.
fn acts_of(view: &NominationView, lang: Lang) -> Vec<Act> {
    let w = &lang.words().nomination;
    let act = |id, text: &str, fields, primary| Act { id, text: text.to_owned(), fields, primary };
    let reason = |id: &str| Field::long(lang, "ly-do", w.reason).id(format!("o-{id}"));
    let mut found = Vec::new();
    let stage = view.case.stage;
    if view.can_write {
        if matches!(stage, Stage::Draft | Stage::Returned) {
            found.push(act("gui", w.send, Vec::new(), true));
        }
        if matches!(stage, Stage::Draft | Stage::Returned | Stage::Proposed) {
            found.push(act("rut", w.withdraw, vec![reason("rut").optional()], false));
        }
    }
    if view.can_vet {
        if stage == Stage::Proposed {
            found.push(act("tham-dinh", w.vet, vec![reason("tham-dinh").optional()], true));
        }
        if matches!(stage, Stage::Proposed | Stage::Vetted) {
            found.push(act("tra-lai", w.give_back, vec![reason("tra-lai")], false));
            let days = Field::text(lang, "so-ngay", w.working_days).id("o-hy-ngay").value("10");
            found.push(act("hiep-y", w.consult, vec![Field::text(lang, "co-quan", w.body), days], false));
        }
        if matches!(stage, Stage::Vetted | Stage::Carried) && view.case.notice.is_none() {
            let days = Field::text(lang, "so-ngay", w.working_days).id("o-ck-ngay").value("10");
            found.push(act(
                "cong-khai",
                w.notice,
                vec![Field::text(lang, "noi", w.notice_place), days],
                false,
            ));
        }
    }
    found
}

async fn drawn(member: &Member, id: NominationId, problem: String) -> Result<OnePage, Failure> {
    let lang = member.lang();
    let words = member.words();
    let w = &words.nomination;
    let view = acts::nomination::load(&member.ctx, id).await?;
    let short = |day| lang::date::short(day, lang);
    let case = &view.case;
    let mut f = member.frame(&case.name, Place::Nominations, Some(case.unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong"), Link::here(&case.name)];
    f.refused = !problem.is_empty();
    let mut lines = vec![
        format!("{}: {}", w.kind, [case.kind.label(lang), &case.detail].join(" · ")),
        format!("{}: {}", w.proposing, view.unit_name),
        format!(
            "{}: {} · {} · {}",
            w.votes,
            w.vote_of(case.vote.approved, case.vote.voters),
            short(case.vote.day),
            case.vote.minutes
        ),
    ];
    if let Some((share, article)) = &view.share {
        lines.push(format!("{}: {}", w.councils, w.share(share, article)));
    }
    if let Some(notice) = &case.notice {
        lines.push(format!(
            "{}: {}–{} · {}",
            w.notice,
            short(notice.from),
            short(notice.until),
            notice.place
        ));
    }
    let papers = view.required.iter().map(|(name, there)| {
        let tag = if *there { Tag::done(w.there) } else { Tag::look(w.lacking) };
        let files =
            view.papers.iter().filter(|paper| domain::text::fold(&paper.name) == domain::text::fold(name));
        let files: Vec<&str> = files.map(|paper| paper.file_name.as_str()).collect();
        Seen { title: name.clone(), tag, text: String::new(), source: files.join(" · ") }
    });
    let named = view.required.iter().map(|(name, _)| Choice::new(name, name)).collect::<Vec<_>>();
    let opinions = view.consultations.iter().map(|asked| match asked.answered {
        None => w.unanswered(&asked.body, short(asked.due)),
        Some((day, true)) => format!("{} · {} · {}", asked.body, short(day), asked.answer),
        Some((_, false)) => format!("{} · {}", w.against(&asked.body), asked.answer),
    });
    Ok(OnePage {
        subtitle: format!("{} · {}", view.form_name, view.round.title),
        tag: stage_tag(case.stage, lang),
        problem,
        warnings: view.warnings.iter().map(|one| warning(one, lang)).collect(),
        achievement: case.achievement.clone(),
        lines,
        findings: view.findings.iter().map(|one| finding(one, lang)).collect(),
        papers: papers.collect(),
        may_attach: view.can_write
            && matches!(case.stage, Stage::Draft | Stage::Returned)
            && !named.is_empty(),
        paper_fields: vec![
            Field::choice(lang, "giay-to", w.paper_name, named),
            Field::file(lang, "tep", w.file, ".pdf,.docx,.png,.jpg"),
        ],
        base: format!("/khen-thuong/{id}"),
        opinions: opinions.collect(),
        acts: acts_of(&view, lang),
        steps: view
            .steps
            .iter()
            .map(|step| Line {
                text: step.step.label(lang).to_owned(),
                note: step.reason.clone(),
                when: moment(step.at_ms, lang),
            })
            .collect(),
        f,
    })
}

async fn ended<T>(
    member: &Member,
    id: NominationId,
    outcome: Result<T, acts::ActError<NominationRefusal>>,
) -> Answer {
    match refused(outcome)? {
        Ok(_) => {
            let told = member.words().nomination.stepped;
            Ok(done(member.site(), &format!("/khen-thuong/{id}"), told, None))
        }
        Err(refusal) => again(&drawn(member, id, sentence(&refusal, member.lang())).await?),
    }
}

async fn step(member: Member, Path((id, act)): Path<(String, String)>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let ctx = &member.ctx;
    let reason = posted.get("ly-do");
    // What is no number is no term, and refused as such.
    let days = posted.get("so-ngay").parse().unwrap_or(0);
    match act.as_str() {
        "gui" => ended(&member, id, acts::nomination::propose(ctx, id).await).await,
        "rut" => ended(&member, id, acts::nomination::withdraw(ctx, id, reason).await).await,
        "tham-dinh" => ended(&member, id, acts::nomination::vet(ctx, id, reason).await).await,
        "tra-lai" => ended(&member, id, acts::nomination::give_back(ctx, id, reason).await).await,
        "hiep-y" => {
            let asked = acts::nomination::consult(ctx, id, posted.get("co-quan"), days).await;
            ended(&member, id, asked).await
        }
        "cong-khai" => {
            let posted = acts::nomination::post_notice(ctx, id, days, posted.get("noi")).await;
            ended(&member, id, posted).await
        }
        _ => Err(Failure::Missing),
    }
}

async fn attach(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id = parsed(&id)?;
    let (name, bytes) =
        sent.file("tep").map_or(("", &[][..]), |file| (file.name.as_str(), file.bytes.as_slice()));
    let outcome = acts::nomination::attach(&member.ctx, id, sent.fields.get("giay-to"), name, bytes).await;
    ended(&member, id, outcome).await
}
