//! Quyết định khen thưởng: the register of a unit, and one decision with its list and all that happened to it.
//!
//! Not here: what may be issued and changed (`acts::decision`), issuing over a round (`web::round`), certificates.

mod enter;
mod forms;
pub(super) mod minutes;
pub mod page;
mod paper;
mod proposal;
mod signed;
pub(super) mod told;

use acts::decision::{DecisionView, LineView, Origin};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::decision::Standing;
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::DecisionId;
use lang::words::label::Label;
use lang::{Lang, Words};
use serde::Deserialize;

use self::page::{ListPage, OnePage, Proposal, Row};
use super::answer::{Answer, DOCX, Failure, file, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Field, Tag};
use super::site::Site;
use super::visit::{Member, local_time};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/quyet-dinh", get(list))
        .route("/quyet-dinh/{id}", get(open))
        .merge(enter::routes())
        .merge(forms::routes())
        .route("/quyet-dinh/{id}/quyet-dinh.docx", get(word))
        .route("/quyet-dinh/{id}/quyet-dinh.pdf", get(pdf))
        .route("/quyet-dinh/to-trinh/{round}/{name}", get(proposal::hand))
        .route("/quyet-dinh/{id}/ban-ky", post(signed::take_back))
        .route("/quyet-dinh/{id}/ban-ky/{one}", get(signed::hand))
}

/// Reads a decision's id; what is none is not there.
fn parsed(id: &str) -> Result<DecisionId, Failure> {
    id.parse().map_err(|_| Failure::Missing)
}

fn tag(standing: Standing, lang: Lang) -> Tag {
    let text = standing.label(lang);
    match standing {
        Standing::Valid => Tag::done(text),
        Standing::Annulled | Standing::Stripped => Tag::wrong(text),
    }
}

/// How many are honoured, the inseparable told apart.
fn head(count: &Headcount, lang: Lang) -> String {
    let w = &lang.words().nomination;
    let number = |count: u64| lang::number::integer(i64::try_from(count).unwrap_or(i64::MAX), lang);
    let one = |kind: HonoreeKind, count| format!("{} {}", number(count), kind.label(lang).to_lowercase());
    let mut parts = Vec::new();
    match (count.collectives, count.individuals) {
        (0, 0) => {}
        (0, individuals) => parts.push(one(HonoreeKind::Individual, individuals)),
        (collectives, 0) => parts.push(one(HonoreeKind::Collective, collectives)),
        (collectives, individuals) => parts.push(w.head(number(collectives), number(individuals))),
    }
    if count.households > 0 {
        parts.push(w.households(number(count.households)));
    }
    if count.combined > 0 {
        parts.push(w.combined(number(count.combined)));
    }
    parts.join(", ")
}

/// The most decisions on one page; older ones are found by looking for them.
const ROWS_MOST: usize = 200;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sought {
    tim: String,
}

/// What stands in place of decisions: there is none yet, or none was found.
fn nothing(sought: &str, words: &Words) -> Blank {
    let w = &words.nomination;
    let (title, text) = if sought.is_empty() {
        (w.no_decision_title, w.no_decision_text)
    } else {
        (w.not_found_title, w.not_found_text)
    };
    let way = (!sought.is_empty()).then(|| Link::to(w.decisions_all, "/quyet-dinh"));
    Blank { icon: icon("award"), title: title.to_owned(), text: text.to_owned(), way }
}

async fn list(member: Member, Query(asked): Query<Sought>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.nomination;
    let unit = member.some_unit().await?;
    let sought = asked.tim.trim();
    let found = acts::decision::search(&member.ctx, unit, sought, ROWS_MOST).await?;
    let number = |count: usize| lang::number::integer(i64::try_from(count).unwrap_or(i64::MAX), lang);
    let told = if found.all > found.rows.len() {
        w.latest_of(number(found.rows.len()), number(found.all))
    } else {
        String::new()
    };
    let found = found.rows;
    let rounds = acts::round::list(&member.ctx, unit).await?;
    let mut f = member.frame(w.decisions, Place::Decisions, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong"), Link::here(w.decisions)];
    page(&ListPage {
        f,
        actions: if member.may.enter {
            vec![Link { here: true, ..Link::to(words.round.enter, "/quyet-dinh/ghi") }]
        } else {
            Vec::new()
        },
        blank: found.is_empty().then(|| nothing(sought, words)),
        sought: (!found.is_empty() || !sought.is_empty())
            .then(|| Field::text(lang, "tim", w.decision_sought).value(sought)),
        told,
        proposals: rounds
            .iter()
            .map(|round| Proposal {
                title: round.title.clone(),
                files: ["docx", "pdf"]
                    .map(|kind| {
                        let path = format!("/quyet-dinh/to-trinh/{}/to-trinh.{kind}", round.id);
                        Link::to(kind.to_uppercase(), address(&path, &[("don-vi", &unit.to_string())]))
                    })
                    .into(),
            })
            .collect(),
        rows: found
            .iter()
            .map(|row| Row {
                href: format!("/quyet-dinh/{}", row.decision.id),
                number: numbered(&row.decision, lang),
                title: row.decision.title.clone(),
                body: row.decision.body_name.clone(),
                head: head(&row.headcount, lang),
                tag: tag(row.standing, lang),
            })
            .collect(),
    })
}

fn numbered(decision: &acts::decision::Decision, lang: Lang) -> String {
    format!("{} · {}", decision.number, lang::date::short(decision.decided, lang))
}

/// Where the title's figures and the list's differ.
fn differs(view: &DecisionView, lang: Lang) -> String {
    let w = &lang.words().nomination;
    let (collectives, individuals) = domain::nomination::told(&view.decision.title);
    let (Some(collectives), Some(individuals)) = (collectives, individuals) else { return String::new() };
    if (collectives, individuals) == (view.headcount.collectives, view.headcount.individuals) {
        return String::new();
    }
    w.title_differs(w.head(collectives, individuals), head(&view.headcount, lang))
}

fn line(line: &LineView, forms: &acts::award::RuleBook, view: &DecisionView, lang: Lang) -> Row {
    let w = &lang.words().nomination;
    let row = &line.line;
    let name = if line.name.is_empty() {
        let count = Headcount::of([(row.kind, row.number)]);
        format!("{} ({})", head(&count, lang), w.unnamed)
    } else {
        line.name.clone()
    };
    let form = forms.form_on(&row.form, view.decision.decided);
    let handed = line.handed.as_ref().and_then(|handed| {
        let held = view.ceremonies.iter().find(|one| one.id == handed.ceremony)?;
        let by = if handed.handed_by.is_empty() { &held.organiser } else { &handed.handed_by };
        Some(lang.words().round.handed_where(lang::date::short(held.day, lang), by))
    });
    let handed = handed.unwrap_or_default();
    let title = [row.kind.label(lang), &row.detail, &row.achievement, &handed];
    Row {
        href: String::new(),
        number: row.place.to_string(),
        title: title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        body: name,
        head: form.map_or_else(|| row.form.to_string(), |form| form.name.clone()),
        tag: tag(line.standing, lang),
    }
}

async fn open(member: Member, Path(id): Path<String>) -> Answer {
    page(&opened(&member, parsed(&id)?, "").await?)
}

/// The page of a decision, with what was refused.
async fn opened(member: &Member, id: DecisionId, told: &str) -> Result<OnePage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.nomination;
    let view = acts::decision::load(&member.ctx, id).await?;
    let copies = acts::decision::signed_files(&member.ctx, id).await?;
    let forms = acts::award::own::book_of(&member.ctx, view.decision.keeper).await?;
    let decision = &view.decision;
    let short = |day| lang::date::short(day, lang);
    let title = numbered(decision, lang);
    let mut f = member.frame(&title, Place::Decisions, Some(decision.keeper)).await?;
    f.crumbs = vec![Link::to(w.decisions, "/quyet-dinh"), Link::here(&title)];
    f.refused = !told.is_empty();
    let origin = match decision.origin {
        Origin::Issued => w.issued_here.to_owned(),
        Origin::Entered => format!("{} · {}", w.from_paper, decision.source),
    };
    let mut lines = vec![
        format!("{}: {} ({})", w.decided_by, decision.body_name, decision.giver.label(lang)),
        format!("{}: {}", w.signed_by, [decision.signer_post.as_str(), &decision.signer].join(" ")),
        origin,
    ];
    lines.extend(decision.basis.lines().map(str::to_owned));
    let changes = view.changes.iter().map(|change| {
        let names = if change.name_before.is_empty() {
            String::new()
        } else {
            format!(" · {} → {}", change.name_before, change.name_after)
        };
        format!(
            "{} · {} · {} · {}{names}",
            change.change.label(lang),
            short(change.day),
            change.number,
            change.reason
        )
    });
    let ceremonies = view.ceremonies.iter().map(|one| {
        let parts = [&one.part, &short(one.day), &one.organiser, &one.occasion, &one.place];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
    });
    let mut actions = Vec::new();
    if view.can_change {
        actions.push(Link::to(words.round.change, format!("/quyet-dinh/{id}/thay-doi")));
    }
    let waits = view.lines.iter().any(|line| line.standing == Standing::Valid && line.handed.is_none());
    if member.may.enter && waits {
        actions.push(Link { here: true, ..Link::to(words.round.hold, format!("/quyet-dinh/{id}/trao")) });
    }
    let path = format!("/quyet-dinh/{id}");
    let bears = view.lines.iter().any(|one| one.line.number == 1 && !one.line.name.is_empty());
    Ok(OnePage {
        actions,
        certificates: if bears { format!("{path}/giay-khen") } else { String::new() },
        take_back: view.can_take_back.then(|| {
            Field::file(lang, "tep", words.decision.signed_file, ".pdf")
                .hint(words.decision.signed_hint)
                .error(told)
        }),
        copies: copies.iter().map(|file| signed::copy(file, id, lang)).collect(),
        path,
        subtitle: decision.title.clone(),
        tag: tag(view.standing, lang),
        differs: differs(&view, lang),
        entitled: if decision.entitled { Tag::done(w.entitled) } else { Tag::look(w.no_rule) },
        files: ["docx", "pdf"]
            .map(|kind| Link::to(kind.to_uppercase(), format!("/quyet-dinh/{id}/quyet-dinh.{kind}")))
            .into(),
        head: head(&view.headcount, lang),
        rows: view.lines.iter().map(|one| line(one, &forms, &view, lang)).collect(),
        changes: changes.collect(),
        ceremonies: ceremonies.collect(),
        lines,
        f,
    })
}

async fn paper_of(member: &Member, id: &str) -> Result<office::paper::Paper, Failure> {
    let view = acts::decision::load(&member.ctx, parsed(id)?).await?;
    let book = acts::award::own::book_of(&member.ctx, view.decision.keeper).await?;
    Ok(paper::decision(&view, &book, local_time(member.ctx.app.now())))
}

/// The decision as a file.
async fn word(member: Member, Path(id): Path<String>) -> Answer {
    handed(&paper_of(&member, &id).await?, "quyet-dinh.docx")
}

/// The same, to be printed.
async fn pdf(member: Member, Path(id): Path<String>) -> Answer {
    handed(&paper_of(&member, &id).await?, "quyet-dinh.pdf")
}

/// A paper as the file that its name asks for: Word or PDF; of other names there is none.
pub(super) fn handed(paper: &office::paper::Paper, name: &str) -> Answer {
    match name.rsplit_once('.') {
        Some((_, "docx")) => {
            let bytes = office::letter::write(paper).map_err(|fault| Failure::fault(&fault))?;
            Ok(file(name, DOCX, bytes))
        }
        Some((_, "pdf")) => Ok(file(name, "application/pdf", printed(paper)?)),
        _ => Err(Failure::Missing),
    }
}

/// A paper as a PDF file.
pub(super) fn printed(paper: &office::paper::Paper) -> Result<Vec<u8>, Failure> {
    let fonts = crate::fonts::papers().map_err(|fault| Failure::fault(fault))?;
    let printed = office::print::write(paper, fonts).map_err(|fault| Failure::fault(&fault))?;
    Ok(printed.bytes)
}
