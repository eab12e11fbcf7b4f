//! Figures from a sheet: template, upload, preview with the mistakes by cell, writing.
//!
//! One unit a row, one indicator a column; the column's heading begins with the indicator's code. Not here: reading
//! sheets (`office::sheet`), reading numbers (`lang::number_in`), writing and undoing (`acts::figure_import`).

use std::collections::HashMap;

use acts::figure::Entry;
use acts::figure_import::{CellFault, ImportPreview, ImportRefusal, ImportRow, RowFault};
use acts::indicator::Catalogue;
use axum::extract::Query;
use domain::figure::Value;
use domain::indicator::{Breakdown, Indicator, Nature, Subject};
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::words::refusal::number_sentence;
use lang::{Words, number_in};
use office::sheet::{
    CellOut, CellValue, ColumnOut, RowKind, RowOut, SheetOut, Table, read_table, write_workbook,
};

use super::Asked;
use super::form::entry_sentence;
use crate::intake;
use crate::web::answer::{Answer, Failure, XLSX, again, done, file, page, refused, told};
use crate::web::encode::address;
use crate::web::excel::words_of;
use crate::web::frame::{NoticeKind, Place};
use crate::web::import::page::{ImportPage, Preview, PreviewRow};
use crate::web::parts::{Choice, Errors, Field, Tag};
use crate::web::pending::Waiting;
use crate::web::posted::{Posted, Refusals, Uploaded};
use crate::web::spoken;
use crate::web::unit::named_unit;
use crate::web::visit::{Member, local_time};

/// Rows of the preview and mistakes listed: enough to see, few enough to read.
const MOST: usize = 50;
/// The most units that a template lists.
const MOST_UNITS: u32 = 500;

/// What a sheet says, with the cells that could not be read.
struct Read {
    rows: Vec<ImportRow>,
    names: HashMap<u32, String>,
    shown: HashMap<u32, Vec<String>>,
    columns: Vec<(u32, Column)>,
    problems: Vec<(String, String)>,
}

/// A column of figures.
#[derive(Clone)]
struct Column {
    heading: String,
    indicator: Indicator,
    breakdown: Breakdown,
}

/// The empty form to fill in: the units below, a column for every indicator.
pub(super) async fn template(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let unit = match asked.don_vi.parse::<UnitId>() {
        Ok(unit) => unit,
        Err(_) => member.some_unit().await?,
    };
    let today = member.today();
    let view = acts::unit::view(&member.ctx, unit, today).await?;
    let below = acts::unit::tree(&member.ctx, Some(unit), today, None, MOST_UNITS).await?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let heading = |text: &str, width| ColumnOut {
        heading: text.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    let mut columns = vec![heading(words.entry.sheet_unit, 44)];
    for indicator in &catalogue.indicators {
        for part in parts(indicator) {
            columns.push(heading(&heading_of(indicator, &part), 18));
        }
    }
    let row = |name: &str| RowOut { kind: RowKind::Plain, cells: vec![CellOut::Text(name.to_owned())] };
    let mut rows = vec![row(&view.name.name)];
    rows.extend(below.rows.iter().map(|below| row(&below.name.name)));
    let sheet = SheetOut {
        name: words.entry.heading.to_owned(),
        titles: Vec::new(),
        columns,
        rows,
        notes: vec![words.entry.sheet_hint.to_owned()],
        frozen_columns: 1,
    };
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file("mau-so-lieu.xlsx", XLSX, bytes))
}

/// The columns that an indicator gets in the template.
fn parts(indicator: &Indicator) -> Vec<Breakdown> {
    match indicator.code.as_str() {
        "NT01" | "KT10" => {
            [Subject::Collective, Subject::Individual, Subject::Combined].map(Breakdown::of).to_vec()
        }
        _ => vec![Breakdown::none()],
    }
}

/// `HD01 Cây xanh trồng mới (cây)`, always in Vietnamese, so that one file reads the same for everybody.
fn heading_of(indicator: &Indicator, part: &Breakdown) -> String {
    let words = spoken::breakdown(part, lang::Lang::Vi);
    let dash = if words.is_empty() { "" } else { " – " };
    format!("{} {}{dash}{words} ({})", indicator.code, indicator.name, indicator.measure)
}

/// The column that a heading names: the code first, then collectives, individuals or both where it says so.
fn column_of(catalogue: &Catalogue, heading: &str) -> Option<Column> {
    let code = heading.split([' ', '\u{a0}', '–', '-', '(']).next()?;
    let indicator = catalogue.by_code(&code.to_uppercase())?;
    let known = parts(indicator).into_iter().chain(spoken::breakdowns(catalogue, indicator));
    let mut named: Vec<Breakdown> = known
        .filter(|part| {
            let words = spoken::breakdown(part, lang::Lang::Vi);
            !words.is_empty() && heading.contains(&words)
        })
        .collect();
    // "tập thể và cá nhân" holds "tập thể" and "cá nhân" as well; the longest words are meant.
    named.sort_by_key(|part| spoken::breakdown(part, lang::Lang::Vi).chars().count());
    let breakdown = named.pop().unwrap_or_else(Breakdown::none);
    Some(Column { heading: heading.to_owned(), indicator: indicator.clone(), breakdown })
}

/// What the upload asks besides the file.
fn fields(member: &Member, posted: &Posted, refusals: &Refusals) -> Vec<Field> {
    let (lang, words) = (member.lang(), member.words());
    let scopes = Scope::ALL.iter().map(|scope| Choice::new(scope.code(), scope.label(lang))).collect();
    let periods = spoken::periods(member.today(), &[], lang);
    let fields = vec![
        Field::file(lang, "tep", words.import.file, ".xlsx,.xls,.ods,.csv").hint(words.import.file_hint),
        Field::choice(lang, "ky", words.entry.period, periods),
        Field::choice(lang, "pham-vi", words.entry.scope, scopes),
    ];
    posted.fill(fields, refusals)
}

async fn drawn(
    member: &Member,
    posted: &Posted,
    refusals: &Refusals,
    preview: Option<Preview>,
) -> Result<ImportPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let words = member.words();
    let unit = member.unit().await?;
    let mut f = member.frame(words.import.figures_heading, Place::Entry, unit).await?;
    f.crumbs = vec![
        crate::web::frame::Link::to(words.entry.heading, "/so-lieu"),
        crate::web::frame::Link::here(words.import.figures_heading),
    ];
    let fields = fields(member, posted, refusals);
    let errors = Errors::of(member.lang(), &fields.iter().collect::<Vec<_>>());
    f.refused = !errors.fields.is_empty();
    let id = unit.map_or_else(String::new, |unit| unit.to_string());
    Ok(ImportPage {
        heading: words.import.figures_heading.to_owned(),
        intro: words.import.figures_intro.to_owned(),
        templates: vec![crate::web::frame::Link::to(
            words.import.template,
            address("/so-lieu/mau.xlsx", &[("don-vi", &id)]),
        )],
        errors,
        upload: "/so-lieu/nhap".to_owned(),
        fields,
        preview,
        again: "/so-lieu/nhap".to_owned(),
        f,
    })
}

pub(super) async fn ask(member: Member) -> Answer {
    page(&drawn(&member, &Posted::default(), &Refusals::new(), None).await?)
}

/// Reads the table: units by name or code, figures by column.
async fn read(member: &Member, table: &Table, period: Period, scope: Scope) -> Result<Read, Failure> {
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let words = member.words();
    let columns: Vec<(u32, Column)> = table
        .headings
        .iter()
        .filter_map(|heading| Some((heading.column, column_of(&catalogue, &heading.text)?)))
        .collect();
    let first = columns.iter().map(|(column, _)| *column).min().unwrap_or(u32::MAX);
    let named =
        table.headings.iter().map(|heading| heading.column).find(|column| *column < first).unwrap_or(1);
    let mut out = Read {
        rows: Vec::new(),
        names: HashMap::new(),
        shown: HashMap::new(),
        columns,
        problems: Vec::new(),
    };
    for row in &table.rows {
        let Some(name) = row.get(named).map(CellValue::to_plain) else { continue };
        if row.cells.len() < 2 {
            // A line with a name alone reports nothing: a heading, or the hint under the table.
            continue;
        }
        let unit = match named_unit(member, &name).await? {
            Ok((unit, full)) => {
                out.names.insert(row.number, full);
                unit
            }
            Err(sentence) => {
                out.problems.push((row.address(named).to_string(), format!("{sentence} ({name})")));
                continue;
            }
        };
        let mut entries = Vec::new();
        let mut shown = Vec::new();
        for (column, of) in &out.columns {
            let cell = row.get(*column);
            shown.push(cell.map(CellValue::to_plain).unwrap_or_default());
            match cell_value(cell, of.indicator.nature, &of.indicator.measure) {
                Ok(None) => {}
                Ok(Some(value)) => entries.push((
                    *column,
                    Entry {
                        indicator: of.indicator.id,
                        breakdown: of.breakdown.clone(),
                        value: Some(value),
                        evidence: None,
                    },
                )),
                Err(refusal) => {
                    let sentence = number_sentence(&refusal, member.lang());
                    out.problems.push((row.address(*column).to_string(), sentence));
                }
            }
        }
        out.shown.insert(row.number, shown);
        if !entries.is_empty() {
            out.rows.push(ImportRow { line: row.number, unit, period, scope, entries });
        }
    }
    if out.columns.is_empty() {
        out.problems.push((String::from("A1"), words.entry.sheet_no_columns.to_owned()));
    }
    Ok(out)
}

/// The value of a cell. A number cell is what it shows; a text cell is read like typed text.
pub fn cell_value(
    cell: Option<&CellValue>,
    nature: Nature,
    measure: &str,
) -> Result<Option<Value>, number_in::NumberRefusal> {
    let text = match cell {
        None => return Ok(None),
        // A workbook's number has no marks of thousands; the point in it is always a decimal one.
        Some(CellValue::Number { value, percent: false }) => value.to_string().replace('.', ","),
        Some(other) => other.to_plain(),
    };
    let percent = matches!(cell, Some(CellValue::Number { percent: true, .. }));
    let shown = if percent { text.replace('.', ",") } else { text };
    if matches!(shown.as_str(), "chưa báo cáo" | "not reported") {
        return Ok(None);
    }
    number_in::value(&shown, nature, measure)
}

pub(super) async fn preview(member: Member, sent: Uploaded) -> Answer {
    let words = member.words();
    let Some(sheet) = sent.file("tep") else {
        let refusals = vec![("tep", words.import.file_needed.to_owned())];
        return again(&drawn(&member, &sent.fields, &refusals, None).await?);
    };
    let Ok(period) = sent.fields.get("ky").parse::<Period>() else {
        let refusals = vec![("ky", words.entry.not_a_period.to_owned())];
        return again(&drawn(&member, &sent.fields, &refusals, None).await?);
    };
    let scope = Scope::from_code(sent.fields.get("pham-vi")).unwrap_or(Scope::Own);
    let table = match read_table(&sheet.name, &sheet.bytes) {
        Ok(table) => table,
        Err(refusal) => {
            let refusals = vec![("tep", intake::sheet_sentence(&refusal, words).to_owned())];
            return again(&drawn(&member, &sent.fields, &refusals, None).await?);
        }
    };
    let read = read(&member, &table, period, scope).await?;
    let looked = acts::figure_import::preview(&member.ctx, &read.rows).await?;
    let waiting = Waiting {
        account: member.ctx.account,
        at_ms: member.ctx.app.now_ms(),
        name: sheet.name.clone(),
        bytes: std::sync::Arc::new(sheet.bytes.clone()),
    };
    let key = member.site().pending.keep(waiting).ok_or(Failure::Unreadable)?;
    let mut shown = shown(words, &read, &looked, &sheet.name);
    shown.file = key;
    shown.hidden =
        vec![("ky".to_owned(), period.to_string()), ("pham-vi".to_owned(), scope.code().to_owned())];
    page(&drawn(&member, &sent.fields, &Refusals::new(), Some(shown)).await?)
}

fn shown(words: &Words, read: &Read, looked: &ImportPreview, name: &str) -> Preview {
    let w = &words.import;
    let mut problems = read.problems.clone();
    problems.extend(looked.faults.iter().map(|fault| (cell_name(fault), fault_sentence(fault, words))));
    let wrong = problems.len();
    let mut counts = vec![Tag::done(w.count_added(looked.new))];
    counts.extend((!looked.replaced.is_empty()).then(|| Tag::look(w.count_changed(looked.replaced.len()))));
    counts.extend((looked.same > 0).then(|| Tag::plain(w.count_same(looked.same))));
    counts.extend((wrong > 0).then(|| Tag::wrong(w.count_wrong(wrong))));
    let to_write = looked.new + looked.replaced.len();
    let mut columns = vec![words.entry.sheet_unit.to_owned()];
    columns.extend(read.columns.iter().map(|(_, column)| column.heading.clone()));
    let rows = read.rows.iter().take(MOST).map(|row| {
        let changed = looked.replaced.iter().any(|(line, _, _, _)| *line == row.line);
        let faulty = looked.faults.iter().any(|fault| fault.line == row.line);
        let tag = match (faulty, changed) {
            (true, _) => Tag::wrong(w.wrong),
            (false, true) => Tag::look(w.changed),
            (false, false) => Tag::done(w.added),
        };
        let mut cells = vec![read.names.get(&row.line).cloned().unwrap_or_default()];
        cells.extend(read.shown.get(&row.line).cloned().unwrap_or_default());
        PreviewRow { number: row.line.to_string(), tag, cells }
    });
    Preview {
        heading: w.preview(name),
        counts,
        more_problems: if wrong > MOST { w.more_problems(wrong - MOST) } else { String::new() },
        problems: problems.into_iter().take(MOST).collect(),
        columns,
        rows: rows.collect(),
        more: if read.rows.len() > MOST { w.more_rows(read.rows.len() - MOST) } else { String::new() },
        action: "/so-lieu/nhap/ghi".to_owned(),
        file: String::new(),
        hidden: Vec::new(),
        commit: if wrong == 0 && to_write > 0 { w.commit_figures(to_write) } else { String::new() },
    }
}

/// The cell of a fault, as the sheet's own program names it.
pub fn cell_name(fault: &CellFault) -> String {
    match fault.column {
        Some(column) => office::sheet::CellAddress { row: fault.line, column }.to_string(),
        None => fault.line.to_string(),
    }
}

/// What is wrong with a row or a cell of it, in a sentence.
pub fn fault_sentence(fault: &CellFault, words: &Words) -> String {
    match &fault.fault {
        RowFault::Entry(entry) => entry_sentence(*entry, words).to_owned(),
        RowFault::NotThere => words.entry.not_there.to_owned(),
        RowFault::Future => words.entry.future.to_owned(),
        RowFault::Resting => words.entry.resting.to_owned(),
        RowFault::NotYours => words.entry.sheet_not_yours.to_owned(),
        RowFault::Twice { .. } => words.entry.sheet_twice.to_owned(),
    }
}

pub(super) async fn commit(member: Member, posted: Posted) -> Answer {
    let words = member.words();
    let back = |sentence: &str| told(member.site(), "/so-lieu/nhap", NoticeKind::Warn, sentence, None);
    let key = posted.get("tep");
    let Some(sheet) = member.site().pending.find(key, member.ctx.account, member.ctx.app.now_ms()) else {
        return Ok(back(words.import.gone));
    };
    let (Ok(period), Ok(table)) = (posted.get("ky").parse::<Period>(), read_table(&sheet.name, &sheet.bytes))
    else {
        return Ok(back(words.import.unreadable));
    };
    let scope = Scope::from_code(posted.get("pham-vi")).unwrap_or(Scope::Own);
    let read = read(&member, &table, period, scope).await?;
    if !read.problems.is_empty() {
        return Ok(back(words.import.fix_first));
    }
    match refused(acts::figure_import::commit(&member.ctx, read.rows, &sheet.name).await)? {
        Ok(imported) => {
            member.site().pending.drop_sheet(key);
            let undo = format!("/nhap/{}/hoan-tac", imported.batch);
            let told = words.import.figures_done(imported.values);
            Ok(done(member.site(), "/so-lieu", &told, Some(&undo)))
        }
        Err(ImportRefusal::Faults(_)) => Ok(back(words.import.fix_first)),
        Err(ImportRefusal::Empty) => Ok(back(words.entry.nothing_changed)),
    }
}
