//! The page to which workbooks are sent: upload, preview by cell, the copy with results, writing.
//!
//! Nothing is written before the button of the preview. Not here: what a file is and would do (`came`), how a table of a
//! unit's own is read (`foreign`).

use std::sync::Arc;

use acts::figure_import::ImportRefusal;
use acts::filing::{About, FilingRefusal};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::unit::UnitId;
use office::sheet::{ManyIn, with_results, write_workbook};

use super::came::{Came, look};
use super::page::BookPage;
use super::single::Single;
use super::{Asked, about, address_of, foreign, many, many_bytes, many_sheet, own_bytes, own_sheet};
use crate::web::answer::{Answer, Failure, XLSX, again, apart, done, file, page, refused, told as telling};
use crate::web::excel::words_of;
use crate::web::filing::{desk_address, told};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::import::page::Preview;
use crate::web::parts::{Errors, Field};
use crate::web::pending::Waiting;
use crate::web::posted::{Posted, Uploaded};
use crate::web::visit::{Member, local_time};

/// The page with nothing sent yet. Whoever may not enter here does not see it.
pub(super) async fn frame(member: &Member, about: About) -> Result<BookPage, Failure> {
    let known = acts::layout::list(&member.ctx, about).await?;
    let table = acts::filing::table::table(&member.ctx, &many::query(about)).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.book;
    let title = words.filing.title(&table.form.name, lang::period::name(about.period, lang));
    let own = table.rows.iter().any(|row| row.unit == about.unit);
    let mut f = member.frame(w.heading, Place::Entry, Some(about.unit)).await?;
    f.crumbs = vec![Link::to(words.entry.heading, "/so-lieu")];
    if own {
        f.crumbs.push(Link::to(&title, desk_address(about, 1)));
    }
    f.crumbs.push(Link::here(w.heading));
    let mut actions = Vec::new();
    actions.extend(own.then(|| Link::to(w.own, address_of(about, "/bieu.xlsx"))));
    let others = table.rows.iter().filter(|row| row.unit != about.unit).count();
    actions.extend((others > 0).then(|| Link::to(w.many, address_of(about, "/bang.xlsx"))));
    let field =
        Field::file(lang, "tep", words.import.file, ".xlsx,.xls,.ods,.csv").hint(words.import.file_hint);
    Ok(BookPage {
        f,
        heading: w.heading.to_owned(),
        intro: format!("{title}. {}", w.intro),
        actions,
        notes: Vec::new(),
        errors: Errors::none(lang),
        upload: address_of(about, ""),
        fields: vec![field],
        preview: None,
        results: None,
        mapping: None,
        known: known.iter().map(|kept| (domain::id::print(kept.id), kept.label.clone())).collect(),
        forget: address_of(about, "/quen"),
        again: address_of(about, ""),
    })
}

pub(super) async fn ask(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    page(&frame(&member, about).await?)
}

async fn refuse(member: &Member, about: About, sentence: &str) -> Answer {
    let mut drawn = frame(member, about).await?;
    drawn.fields = drawn.fields.into_iter().map(|field| field.error(sentence)).collect();
    drawn.errors = Errors::of(member.lang(), &drawn.fields.iter().collect::<Vec<_>>());
    drawn.f.refused = true;
    again(&drawn)
}

/// The file of a key, to whoever sent it.
pub(super) fn waiting(member: &Member, key: &str) -> Option<Waiting> {
    member.site().pending.find(key, member.ctx.account, member.ctx.app.now_ms())
}

/// Back to the upload: the file waits no longer.
pub(super) fn gone(member: &Member, about: About) -> Response {
    let sentence = member.words().import.gone;
    telling(member.site(), &address_of(about, ""), NoticeKind::Warn, sentence, None)
}

pub(super) async fn preview(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    sent: Uploaded,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    acts::layout::list(&member.ctx, about).await?;
    let Some(upload) = sent.file("tep") else {
        return refuse(&member, about, member.words().import.file_needed).await;
    };
    let waiting = Waiting {
        account: member.ctx.account,
        at_ms: member.ctx.app.now_ms(),
        name: upload.name.clone(),
        bytes: Arc::new(upload.bytes.clone()),
    };
    let key = member.site().pending.keep(waiting.clone()).ok_or(Failure::Unreadable)?;
    shown(&member, about, &key, &waiting).await
}

/// What a file would do, or the question how it is read.
pub(super) async fn shown(member: &Member, about: About, key: &str, waiting: &Waiting) -> Answer {
    let (lang, w) = (member.lang(), &member.words().book);
    let mut drawn = frame(member, about).await?;
    let came = look(&member.ctx, about, waiting, lang).await?;
    match &came {
        Came::Unreadable => return refuse(member, about, member.words().import.unreadable).await,
        Came::Elsewhere => return refuse(member, about, w.other_form).await,
        Came::Untold(found) => return page(&foreign::asks(member, about, key, waiting, found).await?),
        Came::Theirs(_) => drawn.notes.push(w.remembered.to_owned()),
        Came::Own(_) | Came::Ours(_) => {}
    }
    let Some(preview) = came.preview(&waiting.name, lang) else { return Ok(gone(member, about)) };
    let resting = came.is_resting();
    drawn.notes.extend(came.is_stale().then(|| w.stale.to_owned()));
    drawn.notes.extend(resting.then(|| w.resting.to_owned()));
    let nothing = preview.problems.is_empty() && preview.commit.is_empty() && !resting;
    drawn.notes.extend(nothing.then(|| w.same.to_owned()));
    drawn.results =
        Some(Link::to(w.result_copy, format!("{}&tep={key}", address_of(about, "/ket-qua.xlsx"))));
    drawn.preview = Some(Preview { action: address_of(about, "/ghi"), file: key.to_owned(), ..preview });
    page(&drawn)
}

/// Writes what the preview showed.
pub(super) async fn commit(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    posted: Posted,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    acts::layout::list(&member.ctx, about).await?;
    let key = posted.get("tep").to_owned();
    let Some(waiting) = waiting(&member, &key) else { return Ok(gone(&member, about)) };
    let back = address_of(about, "");
    let warn = |sentence: &str| Ok(telling(member.site(), &back, NoticeKind::Warn, sentence, None));
    let words = member.words();
    let came = look(&member.ctx, about, &waiting, member.lang()).await?;
    if came.is_wrong() {
        return warn(words.import.fix_first);
    }
    let read = match came {
        Came::Unreadable | Came::Elsewhere | Came::Untold(_) => return Ok(gone(&member, about)),
        Came::Own(own) => return write_own(&member, about, own.single, &posted).await,
        Came::Ours(ours) => ours.0,
        Came::Theirs(theirs) => theirs.0,
    };
    let (ctx, name) = (member.ctx.clone(), waiting.name.clone());
    let written =
        apart(move || async move { acts::figure_import::commit(&ctx, read.rows, &name).await }).await?;
    match refused(written)? {
        Ok(imported) => {
            member.site().pending.drop_sheet(&key);
            let undo = format!("/nhap/{}/hoan-tac", imported.batch);
            Ok(done(member.site(), &back, &words.book.written(imported.values), Some(&undo)))
        }
        Err(ImportRefusal::Faults(_)) => warn(words.import.fix_first),
        Err(ImportRefusal::Empty) => warn(words.book.same),
    }
}

async fn write_own(member: &Member, about: About, single: Single, posted: &Posted) -> Answer {
    let changes = single.changes();
    let mut save = single.save;
    // What the person saw in the preview, not what stands by now.
    save.seen_version = posted.get("phien-ban").parse().ok();
    let back = address_of(about, "");
    match refused(acts::filing::save(&member.ctx, save).await)? {
        Ok(_) => {
            member.site().pending.drop_sheet(posted.get("tep"));
            let told = member.words().book.written(changes);
            Ok(done(member.site(), &desk_address(about, 1), &told, None))
        }
        Err(FilingRefusal::Figure(acts::figure::FigureRefusal::Changed { .. })) => {
            let sentence = member.words().book.stale;
            Ok(telling(member.site(), &back, NoticeKind::Warn, sentence, None))
        }
        Err(refusal) => {
            let sentence = told::refusal(&refusal, member.words());
            Ok(telling(member.site(), &back, NoticeKind::Warn, sentence, None))
        }
    }
}

/// The file again with a column that says what became of each answer or row: people mend it and send it once more.
pub(super) async fn results(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    acts::layout::list(&member.ctx, about).await?;
    let waiting = waiting(&member, &asked.tep).ok_or(Failure::Missing)?;
    let lang = member.lang();
    let name = format!("ket-qua-{}-{period}.xlsx", about.unit);
    match look(&member.ctx, about, &waiting, lang).await? {
        Came::Unreadable | Came::Elsewhere | Came::Untold(_) => Err(Failure::Missing),
        Came::Own(own) => {
            let (desk, single) = (&own.desk, &own.single);
            let sheet = own_sheet(desk, &single.typed, &single.said(lang), lang);
            Ok(file(&name, XLSX, own_bytes(&member.ctx, &sheet, lang)?))
        }
        Came::Ours(ours) => {
            let (read, table) = *ours;
            let answers = acts::filing::table::table(&member.ctx, &many::query(about)).await?;
            let mut sheet = many_sheet(&answers, about, &read.said(lang), lang);
            as_sent(&mut sheet, &table);
            Ok(file(&name, XLSX, many_bytes(&member.ctx, &sheet, lang)?))
        }
        Came::Theirs(theirs) => {
            let (read, found) = *theirs;
            let sheet = with_results(&found.table, member.words().book.result, &read.said_by_line(lang));
            let made = local_time(member.ctx.app.now());
            let bytes =
                write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
            Ok(file(&name, XLSX, bytes))
        }
    }
}

/// Puts what was typed in the place of what stands.
fn as_sent(sheet: &mut office::sheet::ManyOut, table: &ManyIn) {
    let unit = |key: &str| key.split(' ').next().and_then(|unit| unit.parse::<UnitId>().ok());
    for row in &mut sheet.rows {
        let Some(sent) = table.rows.iter().find(|sent| unit(&sent.key) == unit(&row.key)) else { continue };
        for (place, column) in sheet.columns.iter().enumerate() {
            let typed = sent.answers.iter().find(|(key, _, _)| *key == column.key);
            if let (Some((_, _, typed)), Some(answer)) = (typed, row.answers.get_mut(place)) {
                *answer = typed.as_ref().map(super::single::raw);
            }
        }
    }
}
