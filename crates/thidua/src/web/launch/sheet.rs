//! The board as an Excel file: the rows of the page, under the same filter.
//!
//! Not here: how a workbook looks (`office::sheet`).

use axum::extract::{Path, Query};
use lang::words::label::Label;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::{Asked, fits, parsed};
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::excel::words_of;
use crate::web::visit::{Member, day, local_time};

pub(super) async fn download(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let board = acts::acknowledgement::board(&member.ctx, parsed(&id)?).await?;
    let (lang, w) = (member.lang(), &member.words().launch);
    let column = |heading: &str, width| ColumnOut {
        heading: heading.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    let text = |text: String| CellOut::Text(text);
    let short = |at_ms: i64| lang::date::short(day(at_ms), lang);
    let rows = board.rows.iter().filter(|row| fits(row, &asked.loc)).map(|row| RowOut {
        kind: RowKind::Plain,
        cells: vec![
            text(row.name.name.clone()),
            text(row.standing.label(lang).to_owned()),
            text(row.opened_ms.map(short).unwrap_or_default()),
            text(row.received.as_ref().map(|(at_ms, who)| w.by(who, short(*at_ms))).unwrap_or_default()),
            text(row.plan.as_ref().map(|plan| plan.title.clone()).unwrap_or_default()),
            text(row.traces.due.map(|due| lang::date::short(due, lang)).unwrap_or_default()),
        ],
    });
    let tally = board.tally;
    let mut notes = vec![w.tally(tally.sent, tally.opened, tally.planned)];
    if !board.whole {
        notes.push(w.own_lines.to_owned());
    }
    let sheet = SheetOut {
        name: w.receivers.to_owned(),
        titles: vec![board.programme.programme.name.clone(), board.programme.unit_name.clone()],
        columns: vec![
            column(w.unit, 44),
            column(w.standing, 18),
            column(w.opened, 14),
            column(w.received, 28),
            column(w.plan, 44),
            column(w.due, 16),
        ],
        rows: rows.collect(),
        notes,
        frozen_columns: 1,
    };
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("trien-khai-{id}.xlsx"), XLSX, bytes))
}
