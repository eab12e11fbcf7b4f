//! The yearly statistics as an Excel file, a sheet for each of the State's forms: 0701.N (movements, by who launched
//! them), 0702.N (State honours), 0703.N (ministries and provinces), and one for everybody else's.
//!
//! The present layout of these forms was not seen in an official text, and every sheet says so. Not here: how a workbook
//! looks (`office::sheet`), the counting (`acts::register`).

use acts::programme::ProgrammeRow;
use acts::register::{FormCount, Level};
use axum::extract::Query;
use domain::honoree::Headcount;
use lang::Lang;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};

use super::Asked;
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::rollup::words_of;
use crate::web::visit::{Member, local_time};

pub(super) async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (Some(unit), Some(year)) = (member.unit().await?, asked.year()) else { return Err(Failure::Missing) };
    let counts = acts::register::count(&member.ctx, unit, year).await?;
    let programmes = acts::programme::list(&member.ctx, unit).await?;
    let lang = member.lang();
    let sheets = [
        movements(&programmes, year, lang),
        forms(&counts, Level::State, year, lang),
        forms(&counts, Level::Province, year, lang),
        forms(&counts, Level::Below, year, lang),
    ];
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&sheets, &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("thong-ke-khen-thuong-{year}.xlsx"), XLSX, bytes))
}

fn column(heading: &str, width: Option<u16>) -> ColumnOut {
    ColumnOut { heading: heading.to_owned(), width, ..ColumnOut::default() }
}

/// The movements and programmes of a year, by who launched them.
fn movements(programmes: &[ProgrammeRow], year: i16, lang: Lang) -> SheetOut {
    let w = &lang.words().register;
    let runs = |row: &&ProgrammeRow| {
        let period = row.programme.period;
        period.first().year() <= year && year <= period.last().year()
    };
    let found: Vec<&ProgrammeRow> = programmes.iter().filter(runs).collect();
    let mut rows: Vec<RowOut> = found
        .iter()
        .map(|row| RowOut {
            cells: vec![
                CellOut::Text(row.programme.name.clone()),
                CellOut::Text(row.unit_name.clone()),
                CellOut::Text(lang::period::name(row.programme.period, lang)),
            ],
            kind: RowKind::Plain,
        })
        .collect();
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    rows.push(RowOut {
        cells: vec![CellOut::Text(w.total.to_owned()), CellOut::Integer(count)],
        kind: RowKind::Total,
    });
    SheetOut {
        name: "0701.N".to_owned(),
        titles: vec![w.statistics_of(year), format!("0701.N · {}", w.movements)],
        columns: vec![
            column(w.movements, Some(60)),
            column(w.launched_by, Some(40)),
            column(w.period, Some(20)),
        ],
        rows,
        notes: vec![w.unverified.to_owned()],
        frozen_columns: 1,
    }
}

/// How often each form of a level was conferred.
fn forms(counts: &[FormCount], level: Level, year: i16, lang: Lang) -> SheetOut {
    let w = &lang.words().register;
    let (name, told) = match level {
        Level::State => ("0702.N", w.state_level),
        Level::Province => ("0703.N", w.province_level),
        Level::Below => (w.below_level, w.below_level),
    };
    let number = |count: u64| CellOut::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |name: &str, count: &Headcount, kind| RowOut {
        cells: vec![
            CellOut::Text(name.to_owned()),
            number(count.collectives),
            number(count.individuals),
            number(count.households),
            number(count.combined),
        ],
        kind,
    };
    let here = || counts.iter().filter(|form| form.level == level);
    let mut rows: Vec<RowOut> = here().map(|form| row(&form.name, &form.count, RowKind::Plain)).collect();
    let all = here().fold(Headcount::default(), |sum, form| sum.plus(&form.count));
    rows.push(row(w.total, &all, RowKind::Total));
    let title = if level == Level::Below { told.to_owned() } else { format!("{name} · {told}") };
    SheetOut {
        name: name.to_owned(),
        titles: vec![w.statistics_of(year), title],
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
    }
}
