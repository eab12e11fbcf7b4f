//! "Vì sao khác?" as an Excel file: every part of every difference, without a limit.
//!
//! Not here: how a workbook looks (`office::sheet`).

use axum::extract::Query;
use lang::words::label::Label;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::explain::{Asked, Told, detail, side_name, sorted, unit_name};
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::rollup::words_of;
use crate::web::spoken;
use crate::web::visit::{Member, local_time};

pub(super) async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let told = Told::load(&member, asked).await?;
    let (lang, words) = (member.lang(), &member.words().freeze);
    let Some(explained) = &told.explained else { return Err(Failure::Missing) };
    let (before, after) = (side_name(&explained.before, lang), side_name(&explained.after, lang));
    let column = |heading: &str, width: Option<u16>| ColumnOut {
        heading: heading.to_owned(),
        width,
        ..ColumnOut::default()
    };
    let text = |text: String| CellOut::Text(text);
    let mut rows = Vec::new();
    for slot in &told.slots {
        let Some(difference) = explained.differences.get(slot) else { continue };
        let name = spoken::slot(&told.catalogue, *slot, lang);
        for part in sorted(explained, difference) {
            rows.push(RowOut {
                kind: RowKind::Plain,
                cells: vec![
                    text(name.clone()),
                    text(unit_name(explained, part.unit)),
                    text(part.cause.label(lang).to_owned()),
                    text(lang::period::heading(part.period, lang)),
                    CellOut::Integer(part.before.number),
                    CellOut::Integer(part.after.number),
                    CellOut::Integer(part.after.number.saturating_sub(part.before.number)),
                    text(detail(explained, part, lang)),
                ],
            });
        }
        rows.push(RowOut {
            kind: RowKind::Total,
            cells: vec![
                text(name),
                text(explained.head.name.name.clone()),
                text(String::new()),
                text(lang::period::heading(told.range, lang)),
                CellOut::Integer(difference.before.number),
                CellOut::Integer(difference.after.number),
                CellOut::Integer(difference.after.number.saturating_sub(difference.before.number)),
                text(String::new()),
            ],
        });
    }
    let sheet = SheetOut {
        name: words.why.to_owned(),
        titles: vec![words.why.to_owned(), words.against(&before, &after)],
        columns: vec![
            column(words.indicator, Some(34)),
            column(words.unit, Some(40)),
            column(words.cause, Some(18)),
            column(words.period, Some(16)),
            column(words.before, None),
            column(words.after, None),
            column(words.step, None),
            column(words.detail, Some(50)),
        ],
        rows,
        notes: Vec::new(),
        frozen_columns: 1,
    };
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("vi-sao-khac-{}-{}.xlsx", told.unit, told.range), XLSX, bytes))
}
