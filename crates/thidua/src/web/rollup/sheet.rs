//! The totals as an Excel file: the same rows and columns as on the page, each figure with its bound.
//!
//! Not here: what stands behind each figure (`sources`), how a workbook looks (`office::sheet`).

use axum::extract::Query;
use domain::indicator::Nature;
use domain::total::Sum;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::table::{Axis, Line, Table};
use super::{Asked, sources};
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::excel;
use crate::web::visit::{Member, local_time};

pub(super) async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let Some(unit) = member.unit().await? else { return Err(Failure::Missing) };
    // The main columns are a matter of the page's width; a choice of parts is one of what is asked.
    let cot = if asked.cot.is_empty() { "het".to_owned() } else { asked.cot.clone() };
    let table = Table::load(&member, Asked { cot, ..asked }, unit).await?;
    let sheets: Vec<SheetOut> =
        std::iter::once(sheet(&table)).chain(sources::sheet(&member, &table).await?).collect();
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&sheets, &excel::words_of(table.lang), made)
        .map_err(|fault| Failure::fault(&fault))?;
    let name = format!("tong-hop-{}-{}.xlsx", unit, table.view.query.range);
    Ok(file(&name, XLSX, bytes))
}

fn sheet(table: &Table) -> SheetOut {
    let (words, view) = (table.lang.words(), &table.view);
    let mut columns =
        vec![ColumnOut { heading: words.rollup.unit.to_owned(), width: Some(44), ..ColumnOut::default() }];
    let headed = table.columns.iter().map(|axis| table.column(*axis)).chain(table.extra.column(table));
    columns.extend(headed.map(|column| {
        let measure =
            if column.measure.is_empty() { String::new() } else { format!(" ({})", column.measure) };
        ColumnOut { heading: format!("{}{measure}", column.name), ..ColumnOut::default() }
    }));
    let plain = |line: &Line| row_out(table, line, &line.head.name.name, RowKind::Plain);
    let mut rows: Vec<RowOut> = Vec::new();
    if table.is_grouped() {
        for (kind, lines) in table.groups() {
            rows.extend(lines.iter().map(plain));
            let name = table.group_name(kind, lines.len());
            rows.push(summed(table, &name, &table.subtotal(lines)));
        }
    } else {
        rows.extend(table.lines.iter().map(plain));
    }
    let total = words.rollup.total(&view.own.head.name.name);
    rows.push(row_out(table, &table.own, &total, RowKind::Total));
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
    notes.extend(super::notes(table));
    SheetOut {
        name: words.rollup.heading.to_owned(),
        titles: vec![words.rollup.heading.to_owned(), super::subtitle(table)],
        columns,
        rows,
        notes,
        frozen_columns: 1,
    }
}

/// Whether a column holds money.
fn is_money(table: &Table, axis: Axis) -> bool {
    table.catalogue.of_slot(axis.slot).is_some_and(|indicator| indicator.nature == Nature::Money)
}

fn row_out(table: &Table, line: &Line, name: &str, kind: RowKind) -> RowOut {
    let mut cells = vec![CellOut::Text(name.to_owned())];
    cells.extend(table.columns.iter().zip(&line.figures).map(|(axis, figure)| {
        figure.as_ref().map_or(CellOut::NotReported, |figure| {
            excel::sum(figure.sum, figure.whole(), is_money(table, *axis), table.lang)
        })
    }));
    cells.extend(table.extra.cell_out(table, line));
    RowOut { kind, cells }
}

fn summed(table: &Table, name: &str, sums: &[Sum]) -> RowOut {
    let mut cells = vec![CellOut::Text(name.to_owned())];
    cells.extend(table.columns.iter().zip(sums).map(|(axis, sum)| {
        if sum.is_empty() {
            CellOut::Empty
        } else {
            excel::sum(*sum, None, is_money(table, *axis), table.lang)
        }
    }));
    cells.extend(table.extra.column(table).map(|_| CellOut::Empty));
    RowOut { kind: RowKind::Total, cells }
}
