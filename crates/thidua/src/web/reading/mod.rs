//! Đọc báo cáo: documents in, proposals beside their text, figures out.
//!
//! Not here: reading (`reader`), taking files apart (`office::intake`), deciding (`acts::document`), drawing one
//! document (`desk`), many files at once (`stack`).

mod desk;
mod leaf;
pub mod page;
pub mod rows;
pub mod shade;
mod sheet;
mod stack;

use acts::document::{DocumentRefusal, Listed, NewDocument};
use acts::evidence::FileRefusal;
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::id::DocumentId;
use domain::period::Period;
use lang::Words;
use serde::Deserialize;

use self::page::{ListPage, Row};
use super::answer::{Answer, Failure, again, page, refused, to};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Choice, Errors, Field, Pager, Tag};
use super::posted::{Posted, Uploaded};
use super::site::Site;
use super::spoken;
use super::unit::named_unit;
use super::visit::{Member, moment};
use crate::intake;

/// Documents on one page of the list, as `acts` gives them.
const PAGE: usize = 50;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/doc-bao-cao", get(list).post(upload))
        .merge(stack::routes())
        .route("/doc-bao-cao/{id}", get(desk::open))
        .route("/doc-bao-cao.xlsx", get(sheet::documents))
        .route("/doc-bao-cao/{id}/de-xuat.xlsx", get(sheet::proposals))
        .route("/doc-bao-cao/{id}/goc", get(original))
        .route("/doc-bao-cao/{id}/ky", post(desk::set_period))
        .route("/doc-bao-cao/{id}/chac", post(desk::accept_certain))
        .route("/doc-bao-cao/{id}/ghi", post(desk::write))
        .route("/doc-bao-cao/{id}/{number}", post(desk::decide))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    truoc: String,
}

/// What was refused: the field's name and the sentence.
type Refusals = Vec<(&'static str, String)>;

async fn list(member: Member, Query(asked): Query<Asked>) -> Answer {
    page(&drawn(&member, &Posted::default(), Vec::new(), asked.truoc.parse().ok()).await?)
}

/// The list with the upload, what was typed and what was refused.
async fn drawn(
    member: &Member,
    posted: &Posted,
    refusals: Refusals,
    before: Option<DocumentId>,
) -> Result<ListPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let unit = member.unit().await?;
    let mut f = member.frame(words.reading.heading, Place::Reading, unit).await?;
    let w = &words.reading;
    let here = f.unit.as_ref().map(|working| working.name.clone()).unwrap_or_default();
    let mut periods = vec![Choice::new("", w.period_from_text)];
    periods.extend(spoken::periods(member.today(), &[], lang));
    let mut fields = vec![
        Field::file(lang, "tep", w.file, ".docx,.html,.htm,.txt,.pdf,.eml,.xlsx")
            .hint(w.file_hint)
            .optional(),
        Field::long(lang, "van-ban", w.paste).hint(w.paste_hint).optional(),
        Field::text(lang, "don-vi", w.unit).hint(words.unit.unit_hint).value(here),
        Field::choice(lang, "ky", w.period, periods),
        Field::text(lang, "ten", w.title).hint(w.title_hint).optional(),
    ];
    for field in &mut fields {
        if posted.has(&field.name) {
            posted.get(&field.name).clone_into(&mut field.value);
        }
        if let Some((_, sentence)) = refusals.iter().find(|(name, _)| *name == field.name) {
            field.error.clone_from(sentence);
        }
    }
    let errors = Errors::of(lang, &fields.iter().collect::<Vec<_>>());
    f.refused = !errors.fields.is_empty();
    "/doc-bao-cao.xlsx".clone_into(&mut f.excel);
    let documents = acts::document::list(&member.ctx, before).await?;
    let next = (documents.len() >= PAGE)
        .then(|| documents.last().map(|listed| listed.head.id.to_string()))
        .flatten();
    let mut fields = fields.into_iter();
    let (Some(file), Some(paste)) = (fields.next(), fields.next()) else { return Err(Failure::Missing) };
    Ok(ListPage {
        errors,
        may_upload: member.may.read,
        file,
        paste,
        fields: fields.collect(),
        blank: documents.is_empty().then(|| Blank {
            icon: icon("inbox"),
            title: w.blank_title.to_owned(),
            text: w.blank_text.to_owned(),
            way: None,
        }),
        rows: documents.iter().map(|listed| row(member, listed)).collect(),
        pager: Pager {
            after: next.map(|last| address("/doc-bao-cao", &[("truoc", &last)])),
            ..Pager::none(lang)
        },
        f,
    })
}

fn row(member: &Member, listed: &Listed) -> Row {
    let lang = member.lang();
    Row {
        document: Link::to(&listed.head.title, format!("/doc-bao-cao/{}", listed.head.id)),
        unit: listed.unit_name.clone(),
        period: lang::period::heading(listed.head.period, lang),
        tag: standing(listed, member.words()),
        sent: moment(listed.head.at_ms, lang),
    }
}

/// How far a person has come with a document.
fn standing(listed: &Listed, words: &Words) -> Tag {
    let w = &words.reading;
    match (listed.open, listed.head.written_ms) {
        (0, Some(_)) => Tag::done(w.written),
        (0, None) => Tag::waiting(w.all_decided),
        (open, _) => Tag::look(w.waiting(open)),
    }
}

async fn upload(member: Member, sent: Uploaded) -> Answer {
    let words = member.words();
    let posted = &sent.fields;
    let mut refusals = Refusals::new();
    let unit = match named_unit(&member, posted.get("don-vi")).await? {
        Ok((unit, _)) => Some(unit),
        Err(sentence) => {
            refusals.push(("don-vi", sentence));
            None
        }
    };
    let (name, bytes) = match sent.file("tep") {
        Some(file) => (file.name.clone(), file.bytes.clone()),
        None => (pasted_name(posted.get("ten")), posted.get("van-ban").as_bytes().to_vec()),
    };
    let taken = if bytes.is_empty() {
        refusals.push(("tep", words.reading.text_or_file.to_owned()));
        None
    } else {
        // Taking a large file apart keeps a core busy; the other requests go on.
        let (named, content) = (name.clone(), bytes.clone());
        let taken = tokio::task::spawn_blocking(move || intake::paper_of(&named, &content)).await;
        match taken.map_err(|fault| Failure::fault(&fault))? {
            Ok(taken) => Some(taken),
            Err(refusal) => {
                refusals.push(("tep", intake::sentence(&refusal, words).to_owned()));
                None
            }
        }
    };
    let (Some(unit), Some(taken)) = (unit, taken) else {
        return again(&drawn(&member, posted, refusals, None).await?);
    };
    let new = NewDocument {
        unit,
        period: posted.get("ky").parse::<Period>().ok(),
        name,
        kind: taken.kind,
        original: bytes,
        blocks: taken.blocks,
        cells: taken.cells,
        text: taken.text,
    };
    match refused(acts::document::upload(&member.ctx, new).await)? {
        Ok(id) => Ok(to(&format!("/doc-bao-cao/{id}"))),
        Err(DocumentRefusal::ReadBefore(id)) => {
            let path = format!("/doc-bao-cao/{id}");
            Ok(super::answer::told(
                member.site(),
                &path,
                super::frame::NoticeKind::Told,
                words.reading.read_before,
                None,
            ))
        }
        Err(refusal) => {
            let sentence = document_sentence(&refusal, words).to_owned();
            again(&drawn(&member, posted, vec![("tep", sentence)], None).await?)
        }
    }
}

fn pasted_name(title: &str) -> String {
    if title.is_empty() { "van-ban-dan.txt".to_owned() } else { format!("{title}.txt") }
}

fn document_sentence(refusal: &DocumentRefusal, words: &Words) -> &'static str {
    match refusal {
        DocumentRefusal::File(FileRefusal::TooLarge) | DocumentRefusal::TooLong => words.intake.size,
        DocumentRefusal::File(FileRefusal::Empty)
        | DocumentRefusal::NoText
        | DocumentRefusal::ReadBefore(_) => words.intake.empty,
    }
}

/// The original, to whoever may see the document.
async fn original(member: Member, Path(id): Path<String>) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let handed = acts::evidence::original(&member.ctx, id).await?;
    Ok(super::answer::file(&handed.name, &handed.media, handed.content))
}
