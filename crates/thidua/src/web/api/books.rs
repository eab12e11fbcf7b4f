//! Workbooks of filings: the unit's own and the table of a subtree, out and in; and how tables of units' own are read.
//!
//! What is sent is looked at first and written only with the word that the preview gave: it holds for these bytes over
//! these figures. Not here: what a file says (`web::filing::book`), what may be written (`acts`).

use acts::figure_import::ImportRefusal;
use acts::filing::About;
use acts::layout::LayoutRefusal;
use acts::{ActError, Ctx};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::layout::{Layout, LayoutFault, Meaning};
use lang::Lang;
use serde::Deserialize;
use serde_json::{Value as Tree, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::filings::{body, refused, unprocessable};
use super::json::{answer, moment};
use super::params::{Params, Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};
use crate::web::answer::{XLSX, apart, file};
use crate::web::filing::book::came::{Came, look};
use crate::web::filing::book::foreign::{Found, UNIT, mapping, meaning};
use crate::web::filing::book::{many, own_file, table_file};
use crate::web::import::page::Preview;
use crate::web::pending::Waiting;
use crate::web::posted::Posted;

/// The parameters of a workbook.
pub(super) const BOOK: &[&str] = &["period", "name", "confirm"];

/// The parameters of what is only read.
pub(super) const ONE: &[&str] = &["period"];

/// Files name what they hold in the language that the offices write.
const LANG: Lang = Lang::Vi;

fn about(path: &(String, String), params: &Params) -> Result<About, Problem> {
    Ok(About { unit: id("unit", &path.0)?, form: id("form", &path.1)?, period: params.period("period")? })
}

/// The workbook of one unit, as it stands.
pub(super) async fn own(Caller(ctx): Caller, Path(path): Path<(String, String)>, sent: Sent) -> Answer {
    let about = about(&path, &sent.only(BOOK)?)?;
    let (name, bytes) = own_file(&ctx, about, LANG).await?;
    Ok(file(&name, XLSX, bytes))
}

/// The table of a subtree, as it stands.
pub(super) async fn table(Caller(ctx): Caller, Path(path): Path<(String, String)>, sent: Sent) -> Answer {
    let about = about(&path, &sent.only(ONE)?)?;
    let (name, bytes) = table_file(&ctx, about, LANG).await?;
    Ok(file(&name, XLSX, bytes))
}

/// Says what a workbook would do. Nothing is written.
pub(super) async fn preview(
    Caller(ctx): Caller,
    Path(path): Path<(String, String)>,
    sent: Sent,
    bytes: Bytes,
) -> Answer {
    let params = sent.only(BOOK)?;
    let (about, waiting) = (about(&path, &params)?, waiting(&ctx, &params, &bytes));
    let came = look(&ctx, about, &waiting, LANG).await?;
    if let Came::Untold(found) = &came {
        return Ok(answer(untold(&ctx, about, found).await?));
    }
    Ok(answer(told(&came, &waiting)?))
}

fn waiting(ctx: &Ctx, params: &Params, bytes: &Bytes) -> Waiting {
    Waiting {
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        name: params.text("name").unwrap_or("tep.xlsx").to_owned(),
        bytes: Arc::new(bytes.to_vec()),
    }
}

fn kind(came: &Came) -> &'static str {
    match came {
        Came::Own(_) => "own",
        Came::Ours(_) => "table",
        Came::Theirs(_) => "layout",
        Came::Untold(_) | Came::Unreadable | Came::Elsewhere => "untold",
    }
}

/// A file that is read, with the word that writes it.
fn told(came: &Came, waiting: &Waiting) -> Result<Tree, Problem> {
    let preview = came.preview(&waiting.name, LANG).ok_or_else(|| {
        if matches!(came, Came::Elsewhere) {
            unprocessable("other-form", LANG.words().book.other_form)
        } else {
            unprocessable("unreadable", LANG.words().import.unreadable)
        }
    })?;
    let rows: Vec<Tree> = preview
        .rows
        .iter()
        .map(|row| json!({ "line": row.number, "outcome": row.tag.text, "cells": row.cells }))
        .collect();
    let problems: Vec<Tree> =
        preview.problems.iter().map(|(cell, sentence)| json!({ "cell": cell, "detail": sentence })).collect();
    let confirm = (!preview.commit.is_empty()).then(|| word(&preview, came, waiting));
    Ok(json!({
        "kind": kind(came), "columns": preview.columns, "rows": rows, "more_rows": preview.more,
        "problems": problems, "more_problems": preview.more_problems, "stale": came.is_stale(),
        "resting": came.is_resting(), "confirm": confirm,
    }))
}

/// The word that writes what was shown: another file, or other figures beneath it, has another word.
fn word(preview: &Preview, came: &Came, waiting: &Waiting) -> String {
    let mut digest = Sha256::new();
    digest.update(kind(came));
    digest.update(waiting.bytes.as_slice());
    let rows = preview.rows.iter().flat_map(|row| &row.cells);
    let hidden = preview.hidden.iter().map(|(_, value)| value);
    // A preview shows the first rows; the word holds for all.
    for text in rows.chain(hidden).chain(&came.said(LANG)) {
        digest.update(text);
        digest.update([0]);
    }
    digest.finalize().iter().take(16).fold(String::new(), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A table that nobody told how to read: its columns, and what the form asks.
async fn untold(ctx: &Ctx, about: About, found: &Found) -> Result<Tree, Problem> {
    let answers = acts::filing::table::table(ctx, &many::query(about)).await?;
    let asks = mapping(found, &answers, &Posted::default(), "", LANG);
    let columns: Vec<Tree> = asks
        .columns
        .iter()
        .map(|one| {
            let column = one.name.trim_start_matches("cot-");
            let guess = if one.value == UNIT { "unit" } else { one.value.as_str() };
            json!({ "column": column, "heading": one.heading, "example": one.example, "guess": guess })
        })
        .collect();
    let asked = asks.choices.iter().filter(|one| !one.value.is_empty() && one.value != UNIT);
    let questions: Vec<Tree> = asked.map(|one| json!({ "key": one.value, "question": one.text })).collect();
    Ok(json!({
        "kind": "untold", "trace": found.trace(), "header": asks.header.parse::<u32>().unwrap_or(1),
        "columns": columns, "questions": questions, "confirm": null,
    }))
}

/// Writes what a preview showed.
pub(super) async fn write(
    Caller(ctx): Caller,
    Path(path): Path<(String, String)>,
    sent: Sent,
    bytes: Bytes,
) -> Answer {
    let params = sent.only(BOOK)?;
    let confirm = params.needed("confirm")?.to_owned();
    let (about, waiting) = (about(&path, &params)?, waiting(&ctx, &params, &bytes));
    let came = look(&ctx, about, &waiting, LANG).await?;
    let shown = told(&came, &waiting)?;
    if shown.get("confirm").and_then(Tree::as_str) != Some(confirm.as_str()) {
        return Err(changed());
    }
    match came {
        Came::Own(own) => {
            let mut save = own.single.save;
            save.seen_version = Some(own.desk.version);
            let end = acts::filing::save(&ctx, save).await;
            end.map_err(|end| Problem::of(end, |refusal| refused(&refusal)))?;
            Ok(answer(json!({ "written": "own" })))
        }
        Came::Ours(ours) => many_written(&ctx, ours.0.rows, waiting.name).await,
        Came::Theirs(theirs) => many_written(&ctx, theirs.0.rows, waiting.name).await,
        Came::Untold(_) | Came::Unreadable | Came::Elsewhere => Err(changed()),
    }
}

async fn many_written(ctx: &Ctx, rows: Vec<acts::figure_import::ImportRow>, name: String) -> Answer {
    let ctx = ctx.clone();
    let written = apart(move || async move { acts::figure_import::commit(&ctx, rows, &name).await }).await?;
    let imported = written.map_err(|end: ActError<ImportRefusal>| {
        Problem::of(end, |refusal| match refusal {
            ImportRefusal::Faults(_) => unprocessable("faults", LANG.words().import.fix_first),
            ImportRefusal::Empty => unprocessable("nothing-new", LANG.words().book.same),
        })
    })?;
    Ok(answer(json!({
        "written": "table", "figures": imported.values, "batch": imported.batch.to_string(),
    })))
}

fn changed() -> Problem {
    Problem::new(
        StatusCode::PRECONDITION_FAILED,
        "changed",
        "Không còn như đã xem",
        "Tệp hoặc số liệu đã khác bản xem trước. Xem lại rồi gửi với mã mới.",
    )
}

/// The layouts that hold for a unit and a form.
pub(super) async fn layouts(Caller(ctx): Caller, Path(path): Path<(String, String)>, sent: Sent) -> Answer {
    let about = about(&path, &sent.only(ONE)?)?;
    Ok(answer(kept(&ctx, about).await?))
}

async fn kept(ctx: &Ctx, about: About) -> Result<Tree, Problem> {
    let kept = acts::layout::list(ctx, about).await?;
    let list: Vec<Tree> = kept
        .iter()
        .map(|one| {
            let columns: BTreeMap<String, &str> = one
                .layout
                .columns
                .iter()
                .map(|(column, meaning)| {
                    let tells = match meaning {
                        Meaning::Unit => "unit",
                        Meaning::Answer(key) => key.as_str(),
                    };
                    (column.to_string(), tells)
                })
                .collect();
            json!({
                "layout": domain::id::print(one.id), "label": one.label, "header": one.layout.header,
                "columns": columns, "at": moment(one.at_ms),
            })
        })
        .collect();
    Ok(json!({ "layouts": list }))
}

/// How a table is read, as sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    trace: String,
    #[serde(default)]
    label: String,
    header: u32,
    columns: BTreeMap<u32, String>,
}

/// Tells how a table is read: every table with its headings is read so from now on.
pub(super) async fn keep_layout(
    Caller(ctx): Caller,
    Path(path): Path<(String, String)>,
    sent: Sent,
    bytes: Bytes,
) -> Answer {
    let about = about(&path, &sent.only(ONE)?)?;
    let told: Told = body(&bytes)?;
    let tells = |text: String| meaning(if text == "unit" { UNIT } else { &text });
    let columns = told.columns.into_iter().map(|(column, text)| (column, tells(text))).collect();
    let layout = Layout { header: told.header, columns };
    let kept_one = acts::layout::keep(&ctx, about, &told.trace, layout, &told.label).await;
    kept_one.map_err(|end| {
        Problem::of(end, |LayoutRefusal::Fault(fault)| {
            let w = &LANG.words().book;
            let sentence = match fault {
                LayoutFault::Header => w.map_header_bad,
                LayoutFault::NoAnswers => w.map_none,
                LayoutFault::TwoUnits => w.map_two_units,
                LayoutFault::Twice(_) => w.map_twice,
                LayoutFault::NotAsked(_) => w.gone_row,
            };
            unprocessable("layout", sentence)
        })
    })?;
    Ok(answer(kept(&ctx, about).await?))
}

/// Forgets how a table is read.
pub(super) async fn forget_layout(Caller(ctx): Caller, Path(layout): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let layout = domain::id::parse(&layout).map_err(|_| Problem::missing())?;
    acts::layout::forget(&ctx, layout).await?;
    Ok(answer(json!({ "forgotten": domain::id::print(layout) })))
}
