//! Many reports at once: the form, the stack with how far each paper has come, and the way through it.
//!
//! Not here: reading the papers, which the program does by itself (`jobs`), and one document (`desk`).

use acts::stack::{NewStack, Opened, PaperRow, StackRefusal};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::routing::get;
use domain::id::StackId;
use domain::period::Period;
use domain::stack::Standing;

use super::page::{PaperRow as Row, StackPage};
use crate::intake;
use crate::web::answer::{Answer, Failure, again, page, refused, to};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage, Tag, bar};
use crate::web::posted::{Posted, Uploaded};
use crate::web::site::Site;
use crate::web::spoken;
use crate::web::unit::named_unit;
use crate::web::visit::{Member, moment};

/// The largest request with a stack in it: 100 MB of files with their form around them.
const LARGEST_STACK: usize = 101 * 1024 * 1024;

/// The routes of this part.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/doc-bao-cao/chong", get(form).post(send))
        .layer(DefaultBodyLimit::max(LARGEST_STACK))
        .route("/doc-bao-cao/chong/{id}", get(open))
}

async fn form(member: Member) -> Answer {
    page(&drawn(&member, &Posted::default(), &[]).await?)
}

/// The form with what was chosen and what was refused.
async fn drawn(
    member: &Member,
    posted: &Posted,
    refusals: &[(&'static str, String)],
) -> Result<FormPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.reading;
    let unit = member.unit().await?;
    let mut f = member.frame(w.stack, Place::Reading, unit).await?;
    f.crumbs = vec![Link::to(w.heading, "/doc-bao-cao"), Link::here(w.stack)];
    let here = f.unit.as_ref().map(|working| working.name.clone()).unwrap_or_default();
    let mut periods = vec![Choice::new("", w.period_from_text)];
    periods.extend(spoken::periods(member.today(), &[], lang));
    let mut fields = vec![
        Field::files(lang, "tep", w.stack_files, ".docx,.html,.htm,.txt,.pdf,.eml,.xlsx")
            .hint(w.stack_files_hint),
        Field::text(lang, "don-vi", w.unit).hint(w.stack_unit_hint).value(here),
        Field::choice(lang, "ky", w.period, periods),
    ];
    for field in &mut fields {
        if posted.has(&field.name) {
            posted.get(&field.name).clone_into(&mut field.value);
        }
        if let Some((_, sentence)) = refusals.iter().find(|(name, _)| *name == field.name) {
            field.error.clone_from(sentence);
        }
    }
    let mut drawn = FormPage::new(f, "/doc-bao-cao/chong", w.stack_send, fields);
    w.stack_intro.clone_into(&mut drawn.intro);
    drawn.multipart = true;
    Ok(drawn)
}

async fn send(member: Member, sent: Uploaded) -> Answer {
    let posted = &sent.fields;
    let unit = match named_unit(&member, posted.get("don-vi")).await? {
        Ok((unit, _)) => unit,
        Err(sentence) => return again(&drawn(&member, posted, &[("don-vi", sentence)]).await?),
    };
    let papers = sent.files.iter().filter(|file| file.field == "tep");
    let new = NewStack {
        unit,
        period: posted.get("ky").parse::<Period>().ok(),
        papers: papers.map(|file| (file.name.clone(), file.bytes.clone())).collect(),
    };
    match refused(acts::stack::add(&member.ctx, new).await)? {
        Ok(id) => Ok(to(&format!("/doc-bao-cao/chong/{id}"))),
        Err(refusal) => {
            let w = &member.words().reading;
            let sentence = match refusal {
                StackRefusal::NoPapers => w.stack_empty.to_owned(),
                StackRefusal::TooMany => w.stack_many.to_owned(),
                StackRefusal::File { name, .. } => w.stack_file(name, member.words().intake.size),
            };
            again(&drawn(&member, posted, &[("tep", sentence)]).await?)
        }
    }
}

async fn open(member: Member, Path(id): Path<String>) -> Answer {
    let id: StackId = id.parse().map_err(|_| Failure::Missing)?;
    let opened = acts::stack::open(&member.ctx, id).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.reading;
    let heading = w.stack_title(opened.papers.len(), moment(opened.stack.at_ms, lang));
    let mut f = member.frame(&heading, Place::Reading, Some(opened.stack.unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/doc-bao-cao"), Link::here(&heading)];
    let (all, waiting) = (opened.papers.len(), opened.waiting());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    page(&StackPage {
        heading,
        here: format!("/doc-bao-cao/chong/{id}"),
        unit: opened.unit_name.clone(),
        progress: w.stack_progress(all - waiting, all),
        bar: bar(count(all - waiting), count(all)),
        reading: waiting > 0,
        told: match opened.open() {
            0 if waiting > 0 => String::new(),
            0 => w.stack_done.to_owned(),
            open => w.stack_open(open),
        },
        next: opened
            .next_open(0)
            .map(|next| Link::to(w.stack_next, format!("/doc-bao-cao/{}", next.head.id))),
        rows: rows(&opened, &member),
        f,
    })
}

fn rows(opened: &Opened, member: &Member) -> Vec<Row> {
    opened.papers.iter().map(|row| drawn_row(row, member)).collect()
}

fn drawn_row(row: &PaperRow, member: &Member) -> Row {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.reading;
    let paper = &row.paper;
    let Some(document) = &row.document else {
        let (note, tag) = match paper.standing {
            Standing::Waiting => ("", Tag::waiting(w.paper_waiting)),
            Standing::Refused => (intake::told(&paper.refusal, words), Tag::wrong(w.paper_refused)),
            Standing::Read | Standing::Before => (w.stack_outside, Tag::plain(w.paper_before)),
        };
        let document = Link::here(&paper.name);
        return Row { place: paper.place, document, note: note.to_owned(), tag, ..Row::default() };
    };
    Row {
        place: paper.place,
        document: Link::to(&document.head.title, format!("/doc-bao-cao/{}", document.head.id)),
        note: if paper.standing == Standing::Before {
            format!("{} · {}", paper.name, w.paper_before)
        } else {
            paper.name.clone()
        },
        unit: document.unit_name.clone(),
        period: lang::period::heading(document.head.period, lang),
        tag: super::standing(document, words),
    }
}
