//! The yearly statistics as an Excel file: how often each form was conferred, by kind.
//!
//! The State's forms 0701–0703.N ask for these numbers; their present layout was not seen in an official text, and the
//! file says so. Not here: how a workbook looks (`office::sheet`).

use axum::extract::Query;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::Asked;
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::rollup::words_of;
use crate::web::visit::{Member, local_time};

pub(super) async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (Some(unit), Some(year)) = (member.unit().await?, asked.year()) else { return Err(Failure::Missing) };
    let counts = acts::register::count(&member.ctx, unit, year).await?;
    let (lang, w) = (member.lang(), &member.words().register);
    let column =
        |heading: &str, width| ColumnOut { heading: heading.to_owned(), width, ..ColumnOut::default() };
    let number = |count: u64| CellOut::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |name: String, count: &domain::honoree::Headcount, kind| RowOut {
        cells: vec![
            CellOut::Text(name),
            number(count.collectives),
            number(count.individuals),
            number(count.households),
            number(count.combined),
        ],
        kind,
    };
    let mut rows: Vec<RowOut> =
        counts.iter().map(|form| row(form.name.clone(), &form.count, RowKind::Plain)).collect();
    let all = counts.iter().fold(domain::honoree::Headcount::default(), |sum, form| sum.plus(&form.count));
    rows.push(row(w.total.to_owned(), &all, RowKind::Total));
    let sheet = SheetOut {
        name: w.statistics.to_owned(),
        titles: vec![w.statistics_of(year), w.as_form.to_owned()],
        columns: vec![
            column(w.form, Some(48)),
            column(w.collectives, None),
            column(w.individuals, None),
            column(w.households, None),
            column(w.not_split, None),
        ],
        rows,
        notes: vec![w.unverified.to_owned(), w.times_not_people.to_owned()],
        frozen_columns: 1,
    };
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("thong-ke-khen-thuong-{year}.xlsx"), XLSX, bytes))
}
