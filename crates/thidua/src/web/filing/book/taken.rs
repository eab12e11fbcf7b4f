//! The page to which workbooks are sent: upload, preview by cell, the copy with results, writing.
//!
//! Nothing is written before the button of the preview. Not here: what a file says (`single`, `many`), how a table of a
//! unit's own is read (`foreign`).

use std::sync::Arc;

use acts::figure_import::ImportRefusal;
use acts::filing::{About, Desk, FilingRefusal};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::unit::UnitId;
use office::sheet::{EntryIn, ManyIn, SheetRefusal, read_entry, read_many, with_results, write_workbook};

use super::foreign::Found;
use super::many::Many;
use super::page::BookPage;
use super::single::Single;
use super::{
    Asked, OWN, TABLE, about, address_of, deliver_many, deliver_own, foreign, many, many_sheet, own_sheet,
};
use crate::web::answer::{Answer, Failure, XLSX, again, apart, done, file, page, refused, told as telling};
use crate::web::excel::words_of;
use crate::web::filing::{desk_address, told};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::import::page::Preview;
use crate::web::parts::{Errors, Field};
use crate::web::pending::Waiting;
use crate::web::posted::{Posted, Uploaded};
use crate::web::visit::{Member, local_time};

/// What came in a file.
enum Came {
    /// The workbook of one unit, and the version it was made of.
    Own(Box<(Desk, EntryIn, i64)>),
    /// The table of a subtree.
    Ours(ManyIn),
    /// A table of the unit's own making.
    Theirs(Box<Found>),
    /// A file of ours that belongs elsewhere.
    Elsewhere,
}

async fn came(
    member: &Member,
    about: About,
    waiting: &Waiting,
) -> Result<Result<Came, SheetRefusal>, Failure> {
    let (name, bytes) = (waiting.name.as_str(), waiting.bytes.as_slice());
    let (one, table) = match (read_entry(name, bytes), read_many(name, bytes)) {
        (Ok(one), Ok(table)) => (one, table),
        (Err(refusal), _) | (_, Err(refusal)) => return Ok(Err(refusal)),
    };
    let mark_of = |start: &str, mark: &str| -> Option<(String, Option<i64>)> {
        let mut words = mark.strip_prefix(start)?.split_whitespace();
        let about = words.by_ref().take(3).collect::<Vec<_>>().join(" ");
        Some((about, words.next().and_then(|version| version.parse().ok())))
    };
    let here = format!("{} {} {}", about.form, about.unit, about.period);
    if let Some(table) = table.filter(|table| table.mark.starts_with(TABLE)) {
        let fits = mark_of(TABLE, &table.mark).is_some_and(|(of, _)| of == here);
        return Ok(Ok(if fits { Came::Ours(table) } else { Came::Elsewhere }));
    }
    if let Some(one) = one.filter(|one| one.mark.starts_with(OWN)) {
        let Some((_, version)) = mark_of(OWN, &one.mark).filter(|(of, _)| *of == here) else {
            return Ok(Ok(Came::Elsewhere));
        };
        let desk = acts::filing::desk(&member.ctx, about).await?;
        return Ok(Ok(Came::Own(Box::new((desk, one, version.unwrap_or(-1))))));
    }
    Ok(Found::read(name, bytes).map(|found| Came::Theirs(Box::new(found))))
}

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
    let (preview, stale, resting) = match came(member, about, waiting).await? {
        Err(_) => return refuse(member, about, member.words().import.unreadable).await,
        Ok(Came::Elsewhere) => return refuse(member, about, w.other_form).await,
        Ok(Came::Own(own)) => {
            let (desk, entry, made_of) = *own;
            let single = super::single::read(&desk, &entry, made_of, lang);
            let resting = !desk.standing.is_open() && single.changes() > 0;
            (
                own_preview(&single, &desk, &waiting.name, resting, lang),
                single.stale && single.changes() > 0,
                resting,
            )
        }
        Ok(Came::Ours(table)) => {
            let read = ours(member, about, &table).await?;
            (read.preview(&waiting.name, lang), read.stale, false)
        }
        Ok(Came::Theirs(found)) => {
            let Some(read) = theirs(member, about, &found).await? else {
                return page(&foreign::asks(member, about, key, waiting, &found).await?);
            };
            drawn.notes.push(w.remembered.to_owned());
            (read.preview(&waiting.name, lang), false, false)
        }
    };
    drawn.notes.extend(stale.then(|| w.stale.to_owned()));
    drawn.notes.extend(resting.then(|| w.resting.to_owned()));
    let nothing = preview.problems.is_empty() && preview.commit.is_empty() && !resting;
    drawn.notes.extend(nothing.then(|| w.same.to_owned()));
    drawn.results =
        Some(Link::to(w.result_copy, format!("{}&tep={key}", address_of(about, "/ket-qua.xlsx"))));
    drawn.preview = Some(Preview { action: address_of(about, "/ghi"), file: key.to_owned(), ..preview });
    page(&drawn)
}

fn own_preview(single: &Single, desk: &Desk, name: &str, resting: bool, lang: lang::Lang) -> Preview {
    let mut preview = single.preview(name, lang);
    preview.hidden = vec![("phien-ban".to_owned(), desk.version.to_string())];
    if resting {
        preview.commit.clear();
    }
    preview
}

async fn ours(member: &Member, about: About, table: &ManyIn) -> Result<Many, Failure> {
    let answers = acts::filing::table::table(&member.ctx, &many::query(about)).await?;
    let mut read = Many::of_ours(&answers, table, member.lang());
    let looked = acts::figure_import::preview(&member.ctx, &read.rows).await?;
    read.judge(&looked, member.lang());
    Ok(read)
}

/// A table of the unit's own, read as it was told; nothing where nobody told yet.
async fn theirs(member: &Member, about: About, found: &Found) -> Result<Option<Many>, Failure> {
    let Some(kept) = acts::layout::find(&member.ctx, about, &found.trace()).await? else { return Ok(None) };
    let answers = acts::filing::table::table(&member.ctx, &many::query(about)).await?;
    let mut read = Many::of_theirs(member, &answers, about, &kept.layout, &found.grid).await?;
    let looked = acts::figure_import::preview(&member.ctx, &read.rows).await?;
    read.judge(&looked, member.lang());
    Ok(Some(read))
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
    let read = match came(&member, about, &waiting).await? {
        Err(_) | Ok(Came::Elsewhere) => return Ok(gone(&member, about)),
        Ok(Came::Own(own)) => {
            let (desk, entry, made_of) = *own;
            let single = super::single::read(&desk, &entry, made_of, member.lang());
            if single.is_wrong() {
                return warn(words.import.fix_first);
            }
            return write_own(&member, about, single, &posted).await;
        }
        Ok(Came::Ours(table)) => ours(&member, about, &table).await?,
        Ok(Came::Theirs(found)) => match theirs(&member, about, &found).await? {
            Some(read) => read,
            None => return Ok(gone(&member, about)),
        },
    };
    if read.is_wrong() {
        return warn(words.import.fix_first);
    }
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
    match came(&member, about, &waiting).await? {
        Err(_) | Ok(Came::Elsewhere) => Err(Failure::Missing),
        Ok(Came::Own(own)) => {
            let (desk, entry, made_of) = *own;
            let single = super::single::read(&desk, &entry, made_of, lang);
            deliver_own(&member, &own_sheet(&desk, &single.typed, &single.said(lang), lang), &name)
        }
        Ok(Came::Ours(table)) => {
            let read = ours(&member, about, &table).await?;
            let answers = acts::filing::table::table(&member.ctx, &many::query(about)).await?;
            let mut sheet = many_sheet(&answers, about, &read.said(lang), lang);
            as_sent(&mut sheet, &table);
            deliver_many(&member, &sheet, &name)
        }
        Ok(Came::Theirs(found)) => {
            let read = theirs(&member, about, &found).await?.ok_or(Failure::Missing)?;
            let heading = member.words().book.result;
            let sheet = with_results(&found.table, heading, &read.said_by_line(lang));
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
