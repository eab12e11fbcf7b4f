//! The totals as an Excel file: the same rows and columns as on the page, each figure with its bound.
//!
//! Not here: how a workbook looks (`office::sheet`).

use acts::total::Row as UnitRow;
use axum::extract::Query;
use domain::indicator::Nature;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::{Asked, Table};
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::visit::{Member, local_time};
use crate::web::{excel, spoken};

pub(super) async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let Some(unit) = member.unit().await? else { return Err(Failure::Missing) };
    let table = Table::load(&member, Asked { cot: "het".to_owned(), ..asked }, unit).await?;
    let sheet = sheet(&table);
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &excel::words_of(table.lang), made)
        .map_err(|fault| Failure::fault(&fault))?;
    let name = format!("tong-hop-{}-{}.xlsx", unit, table.view.query.range);
    Ok(file(&name, XLSX, bytes))
}

fn sheet(table: &Table) -> SheetOut {
    let (lang, words, view) = (table.lang, table.lang.words(), &table.view);
    let mut columns =
        vec![ColumnOut { heading: words.rollup.unit.to_owned(), width: Some(44), ..ColumnOut::default() }];
    columns.extend(table.slots.iter().map(|slot| {
        let measure = spoken::slot_measure(&table.catalogue, *slot, lang);
        ColumnOut {
            heading: format!("{} ({measure})", spoken::slot(&table.catalogue, *slot, lang)),
            ..ColumnOut::default()
        }
    }));
    let mut rows: Vec<RowOut> =
        view.rows.iter().map(|row| row_out(table, row, &row.head.name.name, RowKind::Plain)).collect();
    let total = words.rollup.total(&view.own.head.name.name);
    rows.push(row_out(table, &view.own, &total, RowKind::Total));
    let names: Vec<&str> = view
        .rows
        .iter()
        .filter(|row| view.coverage.missing.contains(&row.head.unit))
        .map(|row| row.head.name.name.as_str())
        .collect();
    let mut notes = vec![words.rollup.coverage(view.coverage.reported, view.coverage.expected)];
    if !names.is_empty() {
        notes.push(format!("{}: {}", words.rollup.missing(names.len()), names.join("; ")));
    }
    notes.push(words.rollup.inside.to_owned());
    SheetOut {
        name: words.rollup.heading.to_owned(),
        titles: vec![words.rollup.heading.to_owned(), super::subtitle(table)],
        columns,
        rows,
        notes,
        frozen_columns: 1,
    }
}

fn row_out(table: &Table, row: &UnitRow, name: &str, kind: RowKind) -> RowOut {
    let mut cells = vec![CellOut::Text(name.to_owned())];
    cells.extend(table.slots.iter().map(|slot| {
        let money = table.catalogue.of_slot(*slot).is_some_and(|indicator| indicator.nature == Nature::Money);
        row.cells
            .get(slot)
            .map_or(CellOut::NotReported, |figure| excel::sum(figure.sum, figure.whole, money, table.lang))
    }));
    RowOut { kind, cells }
}
