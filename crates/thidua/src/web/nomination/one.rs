//! One case: what the record says of each criterion, with article and proof; papers; steps; what can be done now.
//!
//! Not here: the list (`super`).

use acts::award::RuleBook;
use acts::nomination::{Answered, FactKind, NominationRefusal, NominationView};
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::award::{Finding, Grade, Lack, Spread, Verdict};
use domain::id::NominationId;
use domain::nomination::{Stage, Step};
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use super::page::{Act, Line, OnePage, Seen};
use super::{sentence, stage_tag, warning};
use crate::web::answer::{Answer, Failure, again, done, file, page, refused};
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
        .route("/khen-thuong/{id}/tep/{thu}", get(paper))
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
    Seen { title: finding.title.clone(), tag, text, source: source.join(" · "), files: Vec::new() }
}

/// Rounds of bodies above that take the kind of case, with their forms: where it may be passed on to.
async fn higher(member: &Member, view: &NominationView) -> Result<Vec<Choice>, Failure> {
    if !view.can_vet || !matches!(view.case.stage, Stage::Vetted | Stage::Carried) {
        return Ok(Vec::new());
    }
    let body = view.round.unit;
    let above = acts::unit::around(&member.ctx, body, member.today(), 0).await?.path;
    let rounds = acts::round::list(&member.ctx, body).await?;
    let mut found = Vec::new();
    for round in rounds.iter().filter(|round| round.unit != body) {
        if !above.iter().any(|step| step.unit == round.unit) {
            continue;
        }
        let book = acts::award::own::book_of(&member.ctx, body).await?;
        for form in round.forms.iter().filter(|form| form.kind == view.case.kind) {
            let name = book.form_on(&form.form, member.today()).map(|one| one.name.clone());
            let name = name.unwrap_or_else(|| form.form.to_string());
            found.push(Choice::new(
                format!("{}.{}", round.id, form.form),
                format!("{name} · {}", round.title),
            ));
        }
    }
    Ok(found)
}

fn act(id: &'static str, text: &str, fields: Vec<Field>, primary: bool) -> Act {
    Act { id, text: text.to_owned(), fields, primary }
}

/// What the unit that proposes can do.
fn own_acts(view: &NominationView, lang: Lang) -> Vec<Act> {
    let w = &lang.words().nomination;
    let (mut found, case) = (Vec::new(), &view.case);
    let writing = matches!(case.stage, Stage::Draft | Stage::Returned);
    if writing {
        found.push(act("gui", w.send, Vec::new(), true));
        let mut facts: Vec<Choice> = Grade::ALL
            .iter()
            .map(|one| Choice::new(format!("grade.{}", one.code()), one.label(lang)))
            .collect();
        let spread =
            |one: &Spread| Choice::new(format!("initiative.{}", one.code()), w.initiative(one.label(lang)));
        facts.extend(Spread::ALL.iter().map(spread));
        let fields = vec![
            Field::choice(lang, "dieu", w.fact, facts),
            Field::text(lang, "nam", w.fact_year).value(case.year.to_string()),
            Field::text(lang, "minh-chung", w.fact_proof).hint(w.fact_hint),
        ];
        found.push(act("su-kien", w.add_fact, fields, false));
    }
    if writing || case.stage == Stage::Proposed {
        let reason = Field::long(lang, "ly-do", w.reason).id("o-rut").optional();
        found.push(act("rut", w.withdraw, vec![reason], false));
    }
    found
}

/// What the body whose round it is can do.
fn body_acts(view: &NominationView, today: Date, higher: Vec<Choice>, lang: Lang) -> Vec<Act> {
    let w = &lang.words().nomination;
    let reason = |id: &str| Field::long(lang, "ly-do", w.reason).id(format!("o-{id}"));
    let (mut found, stage) = (Vec::new(), view.case.stage);
    if stage == Stage::Proposed {
        found.push(act("tham-dinh", w.vet, vec![reason("tham-dinh").optional()], true));
    }
    for asked in view.consultations.iter().filter(|asked| asked.answered.is_none()) {
        let id = asked.id.to_string();
        let fields = vec![
            Field::choice(
                lang,
                "y-kien",
                &asked.body,
                vec![
                    Choice::new(format!("{id}.co"), w.agrees),
                    Choice::new(format!("{id}.khong"), w.disagrees),
                ],
            )
            .id(format!("o-yk-{id}")),
            Field::date(lang, "ngay", w.answered_on)
                .id(format!("o-ngay-{id}"))
                .value(lang::date::short(today, Lang::Vi)),
            Field::text(lang, "noi-dung", w.answer_words).id(format!("o-nd-{id}")),
        ];
        found.push(act("tra-loi", w.write_answer, fields, false));
    }
    if matches!(stage, Stage::Proposed | Stage::Vetted) {
        let days = Field::text(lang, "so-ngay", w.working_days).id("o-hy-ngay").value("10");
        found.push(act("hiep-y", w.consult, vec![Field::text(lang, "co-quan", w.body), days], false));
        found.push(act("tra-lai", w.give_back, vec![reason("tra-lai")], false));
    }
    if matches!(stage, Stage::Vetted | Stage::Carried) {
        if view.case.notice.is_none() {
            let asked = view.notice_days.map_or_else(|| "10".to_owned(), |days| days.to_string());
            let days = Field::text(lang, "so-ngay", w.working_days).id("o-ck-ngay").value(asked);
            let place = Field::text(lang, "noi", w.notice_place);
            found.push(act("cong-khai", w.notice, vec![place, days], view.notice_days.is_some()));
        }
        if !higher.is_empty() {
            let fields = vec![Field::choice(lang, "dot", w.higher_round, higher), reason("khen-cao")];
            found.push(act("khen-cao", w.escalate, fields, false));
        }
    }
    found
}

/// How long a public notice runs on, in working days that are left.
fn running(view: &NominationView, book: &RuleBook, today: Date, lang: Lang) -> Option<String> {
    let w = &lang.words().nomination;
    let notice = view.case.notice.as_ref()?;
    let short = |day| lang::date::short(day, lang);
    let told = format!("{}: {}–{} · {}", w.notice, short(notice.from), short(notice.until), notice.place);
    if today > notice.until {
        return Some(format!("{told} · {}", w.notice_over));
    }
    let (mut left, mut day) = (0_u32, today);
    while day < notice.until {
        day = day.tomorrow().ok()?;
        left = left.saturating_add(u32::from(book.calendar.works_on(day)));
    }
    Some(format!("{told} · {}", w.notice_left(left)))
}

/// What is known of a case beside its criteria: whom, by whom, the vote, the council's share, the notice, the facts.
async fn lines(member: &Member, view: &NominationView) -> Result<Vec<String>, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.nomination;
    let short = |day| lang::date::short(day, lang);
    let case = &view.case;
    let whom = match case.number {
        1 => case.kind.label(lang).to_owned(),
        number => format!("{number} {}", case.kind.label(lang).to_lowercase()),
    };
    let mut lines = vec![
        format!("{}: {}", w.kind, [whom.as_str(), &case.detail].join(" · ")),
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
    let book = acts::award::own::book_of(&member.ctx, case.unit).await?;
    match (running(view, &book, member.today(), lang), view.notice_days) {
        (Some(told), _) => lines.push(told),
        (None, Some(days)) => lines.push(format!("{}: {}", w.notice, words.award.working_days(days))),
        (None, None) => {}
    }
    for fact in &view.facts {
        let told = match (Grade::from_code(&fact.content), Spread::from_code(&fact.content)) {
            (Some(grade), _) => grade.label(lang).to_owned(),
            (None, Some(spread)) => w.initiative(spread.label(lang)),
            (None, None) => continue,
        };
        lines.push(format!("{}: {told} · {}", fact.year, fact.evidence));
    }
    Ok(lines)
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
    let lines = lines(member, &view).await?;
    let papers = view.required.iter().map(|(name, there)| {
        let tag = if *there { Tag::done(w.there) } else { Tag::look(w.lacking) };
        let same =
            |paper: &acts::nomination::Paper| domain::text::fold(&paper.name) == domain::text::fold(name);
        let files = view.papers.iter().enumerate().filter(|(_, paper)| same(paper));
        let files =
            files.map(|(at, paper)| Link::to(&paper.file_name, format!("/khen-thuong/{id}/tep/{at}")));
        Seen { title: name.clone(), tag, files: files.collect(), ..Seen::default() }
    });
    let count =
        |wanted: fn(&Verdict) -> bool| view.findings.iter().filter(|one| wanted(&one.verdict)).count();
    let told = w.counted_findings(
        count(|verdict| matches!(verdict, Verdict::Met)),
        count(|verdict| matches!(verdict, Verdict::Missing(_))),
        count(|verdict| matches!(verdict, Verdict::NeedsPerson(_))),
    );
    let mut doable = Vec::new();
    if view.can_write {
        doable.extend(own_acts(&view, lang));
    }
    if view.can_vet {
        doable.extend(body_acts(&view, member.today(), higher(member, &view).await?, lang));
    }
    doable.sort_by_key(|act| !act.primary);
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
        told,
        next: next(&view, lang),
        acts: doable,
        steps: view
            .steps
            .iter()
            .map(|step| Line {
                text: step.step.label(lang).to_owned(),
                note: reason_of(step),
                who: view.people.get(&step.account).cloned().unwrap_or_default(),
                when: moment(step.at_ms, lang),
            })
            .collect(),
        f,
    })
}

/// Why a step was taken; steps that lead to a meeting or a decision keep its number, which nobody reads.
fn reason_of(step: &acts::nomination::StepRow) -> String {
    match step.step {
        Step::Carry | Step::Fail | Step::Decide => String::new(),
        Step::Propose | Step::Return | Step::Vet | Step::Escalate | Step::Withdraw => step.reason.clone(),
    }
}

/// Where the case goes on that is not on this page: the meeting, the decision, the round.
fn next(view: &NominationView, lang: Lang) -> Vec<Link> {
    let words = lang.words();
    let round = format!("/khen-thuong/dot/{}", view.round.id);
    let mut found = Vec::new();
    for step in &view.steps {
        match step.step {
            Step::Carry | Step::Fail => {
                found.push(Link::to(words.nomination.councils, format!("/hoi-dong/{}", step.reason)));
            }
            Step::Decide => {
                found.push(Link::to(words.nomination.to_decision, format!("/quyet-dinh/{}", step.reason)));
            }
            Step::Propose | Step::Return | Step::Vet | Step::Escalate | Step::Withdraw => {}
        }
    }
    if view.can_vet && view.case.stage == Stage::Vetted && view.share.is_some() {
        found.push(Link::to(words.round.convene, format!("{round}/hoi-dong")));
    }
    let ready =
        view.case.stage == Stage::Carried || (view.case.stage == Stage::Vetted && view.share.is_none());
    if view.can_vet && ready {
        found.push(Link::to(words.round.issue, format!("{round}/quyet-dinh")));
    }
    if let Some(lower) = view.case.raised_from {
        found.push(Link::to(words.nomination.raised_from, format!("/khen-thuong/{lower}")));
    }
    found.push(Link::to(&view.round.title, round));
    found
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
        "su-kien" => note(&member, id, &posted).await,
        "tra-loi" => answer(&member, id, &posted).await,
        "khen-cao" => escalate(&member, id, &posted).await,
        _ => Err(Failure::Missing),
    }
}

/// The case again with a sentence about what was typed, for whoever may see it.
async fn mistyped(member: &Member, id: NominationId, sentence: impl Into<String>) -> Answer {
    again(&drawn(member, id, sentence.into()).await?)
}

async fn note(member: &Member, id: NominationId, posted: &Posted) -> Answer {
    let words = member.words();
    let kind = match posted.get("dieu").split_once('.') {
        Some(("grade", code)) => Grade::from_code(code).map(FactKind::Grade),
        Some(("initiative", code)) => Spread::from_code(code).map(FactKind::Initiative),
        _ => None,
    };
    let (Some(kind), Ok(year)) = (kind, posted.get("nam").parse()) else {
        return mistyped(member, id, words.refusal.not_a_number).await;
    };
    ended(member, id, acts::nomination::note(&member.ctx, id, year, kind, posted.get("minh-chung")).await)
        .await
}

async fn answer(member: &Member, id: NominationId, posted: &Posted) -> Answer {
    let typed = posted.get("ngay");
    let day = match lang::date_in::date(typed) {
        Ok(day) => day,
        Err(refusal) => return mistyped(member, id, date_sentence(refusal, typed, member.lang())).await,
    };
    let picked =
        posted.get("y-kien").split_once('.').and_then(|(id, how)| Some((id.parse().ok()?, how == "co")));
    let Some((asked, agrees)) = picked else {
        return mistyped(member, id, member.words().refusal.required).await;
    };
    let told = Answered { day, agrees, words: posted.get("noi-dung").to_owned() };
    ended(member, id, acts::nomination::answer(&member.ctx, asked, told).await).await
}

async fn escalate(member: &Member, id: NominationId, posted: &Posted) -> Answer {
    let picked = posted.get("dot").split_once('.').and_then(|(round, form)| {
        let (Ok(round), Ok(form)) = (round.parse(), form.parse()) else { return None };
        Some((round, form))
    });
    let Some((round, form)) = picked else {
        return mistyped(member, id, member.words().refusal.required).await;
    };
    let raised = acts::nomination::escalate(&member.ctx, id, round, form, posted.get("ly-do")).await;
    ended(member, id, raised).await
}

/// A paper of the dossier.
async fn paper(member: Member, Path((id, place)): Path<(String, String)>) -> Answer {
    let place = place.parse().map_err(|_| Failure::Missing)?;
    let handed = acts::nomination::paper(&member.ctx, parsed(&id)?, place).await?;
    Ok(file(&handed.name, &handed.media, handed.content))
}

async fn attach(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id = parsed(&id)?;
    let (name, bytes) =
        sent.file("tep").map_or(("", &[][..]), |file| (file.name.as_str(), file.bytes.as_slice()));
    let outcome = acts::nomination::attach(&member.ctx, id, sent.fields.get("giay-to"), name, bytes).await;
    ended(&member, id, outcome).await
}
