//! Nộp bằng Excel: the unit's own workbook, the table of a subtree, and what comes back of both.
//!
//! A workbook names its form, unit, period and the version it was made of, so that the page knows what came and whether
//! it is stale. Not here: how a workbook looks (`office::sheet`), what may be written (`acts`).

pub(in crate::web) mod came;
pub(in crate::web) mod foreign;
pub(in crate::web) mod many;
pub mod page;
mod single;
mod taken;

use acts::Ctx;
use acts::filing::{About, Desk};
use acts::form::Version;
use acts::indicator::Catalogue;
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::figure::Value;
use domain::form::{Ask, HardCheck, Row as FormRow, SoftCheck};
use domain::indicator::Nature;
use lang::Lang;
use office::sheet::{
    AskOut, CellOut, CheckOut, EntryOut, EntryRow, ManyColumn, ManyOut, ManyRow, RuleOut, write_entry,
    write_many,
};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::told;
use crate::web::answer::{Answer, Failure, XLSX, file};
use crate::web::encode::address;
use crate::web::excel::words_of;
use crate::web::site::Site;
use crate::web::spoken;
use crate::web::visit::{Member, local_time};

/// The words with which our workbooks of one unit and of many begin.
const OWN: &str = "thidua-bieu 1";
const TABLE: &str = "thidua-bang 1";

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/tep/{form}/{period}", get(taken::ask).post(taken::preview))
        .route("/so-lieu/tep/{form}/{period}/ghi", post(taken::commit))
        .route("/so-lieu/tep/{form}/{period}/cach-doc", post(foreign::keep))
        .route("/so-lieu/tep/{form}/{period}/quen", post(foreign::forget))
        .route("/so-lieu/tep/{form}/{period}/bieu.xlsx", get(own))
        .route("/so-lieu/tep/{form}/{period}/bang.xlsx", get(table))
        .route("/so-lieu/tep/{form}/{period}/ket-qua.xlsx", get(taken::results))
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Asked {
    don_vi: String,
    tep: String,
}

/// An address of this room: the last step and the unit.
pub(super) fn address_of(about: About, step: &str) -> String {
    let path = format!("/so-lieu/tep/{}/{}{step}", about.form, about.period);
    address(&path, &[("don-vi", &about.unit.to_string())])
}

async fn about(member: &Member, path: (&str, &str), asked: &Asked) -> Result<About, Failure> {
    super::about(member, path, &asked.don_vi).await
}

/// What is said about an answer or a row when it came back, by its key.
type Said = BTreeMap<String, String>;

async fn own(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    let (name, bytes) = own_file(&member.ctx, about, member.lang()).await?;
    Ok(file(&name, XLSX, bytes))
}

/// The workbook of a unit as it stands, as a file with its name.
pub(in crate::web) async fn own_file(
    ctx: &Ctx,
    about: About,
    lang: Lang,
) -> Result<(String, Vec<u8>), Failure> {
    let desk = acts::filing::desk(ctx, about).await?;
    let sheet = own_sheet(&desk, &answers_of(&desk), &Said::new(), lang);
    Ok((format!("bieu-{}-{}.xlsx", about.unit, about.period), own_bytes(ctx, &sheet, lang)?))
}

/// The table of a subtree as it stands, as a file with its name.
pub(in crate::web) async fn table_file(
    ctx: &Ctx,
    about: About,
    lang: Lang,
) -> Result<(String, Vec<u8>), Failure> {
    let table = acts::filing::table::table(ctx, &many::query(about)).await?;
    let sheet = many_sheet(&table, about, &Said::new(), lang);
    Ok((format!("bang-{}-{}.xlsx", about.unit, about.period), many_bytes(ctx, &sheet, lang)?))
}

fn own_bytes(ctx: &Ctx, sheet: &EntryOut, lang: Lang) -> Result<Vec<u8>, Failure> {
    write_entry(sheet, &words_of(lang), local_time(ctx.app.now())).map_err(|fault| Failure::fault(&fault))
}

fn many_bytes(ctx: &Ctx, sheet: &ManyOut, lang: Lang) -> Result<Vec<u8>, Failure> {
    write_many(sheet, &words_of(lang), local_time(ctx.app.now())).map_err(|fault| Failure::fault(&fault))
}

async fn table(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    let (name, bytes) = table_file(&member.ctx, about, member.lang()).await?;
    Ok(file(&name, XLSX, bytes))
}

/// Answers and reasons so far, by the key of their row.
pub(in crate::web) struct Answers {
    answers: BTreeMap<String, CellOut>,
    reasons: BTreeMap<String, String>,
}

/// What stands on a desk, as cells that read back as the same.
fn answers_of(desk: &Desk) -> Answers {
    let mut answers = BTreeMap::new();
    for row in desk.asked.version.content.rows() {
        let cell = match &row.ask {
            Ask::Words(key) => desk.words.get(key).map(|text| CellOut::Text(text.clone())),
            Ask::Number(slot) | Ask::YesNo(slot) => desk.values.get(*slot).map(|value| cell(&row.ask, value)),
        };
        answers.extend(cell.map(|cell| (row.ask.key(), cell)));
    }
    Answers { answers, reasons: desk.reasons.clone() }
}

/// A value as a cell that reads back as the same value.
fn cell(ask: &Ask, value: Value) -> CellOut {
    let w = &lang::words::VI.filing;
    match (ask, value) {
        (Ask::YesNo(_), value) if value == Value::exact(1) => CellOut::Text(w.yes.to_owned()),
        (Ask::YesNo(_), value) if value == Value::exact(0) => CellOut::Text(w.no.to_owned()),
        (_, Value::Count { number, bound: domain::figure::Bound::Exact }) => CellOut::Integer(number),
        (_, value) => CellOut::Text(lang::figure::typed(Some(value))),
    }
}

/// Whether the answers to a row stay text in their cells: words, and shares that a sheet would take for days.
fn stays_text(catalogue: &Catalogue, ask: &Ask) -> bool {
    match ask {
        Ask::Words(_) => true,
        Ask::YesNo(_) => false,
        Ask::Number(slot) => catalogue.of_slot(*slot).is_some_and(|one| one.nature == Nature::Share),
    }
}

fn choices(ask: &Ask) -> Vec<String> {
    let w = &lang::words::VI.filing;
    match ask {
        Ask::YesNo(_) => vec![w.yes.to_owned(), w.no.to_owned()],
        Ask::Number(_) | Ask::Words(_) => Vec::new(),
    }
}

/// The form of one unit as a workbook, with given answers and what is said about them.
fn own_sheet(desk: &Desk, given: &Answers, said: &Said, lang: Lang) -> EntryOut {
    let w = &lang.words().book;
    let (asked, about) = (&desk.asked, desk.about);
    let period = lang::period::name(about.period, lang);
    let mut rows = Vec::new();
    for section in &asked.version.content.sections {
        rows.push(EntryRow::Heading(section.title.clone()));
        for row in &section.rows {
            let key = row.ask.key();
            let slot = row.ask.slot();
            let last = slot.and_then(|slot| desk.last.as_ref()?.1.get(slot));
            rows.push(EntryRow::Ask(Box::new(AskOut {
                question: told::question(&desk.catalogue, row, lang),
                measure: slot
                    .map(|slot| spoken::slot_measure(&desk.catalogue, slot, lang))
                    .unwrap_or_default(),
                help: row.help.clone(),
                last: last.map(|value| cell(&row.ask, value)),
                answer: given.answers.get(&key).cloned(),
                choices: choices(&row.ask),
                as_text: stays_text(&desk.catalogue, &row.ask),
                reason: given.reasons.get(&key).cloned().unwrap_or_default(),
                result: said.get(&key).cloned().unwrap_or_default(),
                checks: checks(&desk.catalogue, &asked.version, row, lang),
                key,
            })));
        }
    }
    EntryOut {
        name: asked.form.name.clone(),
        mark: format!("{OWN} {} {} {} {}", about.form, about.unit, about.period, desk.version),
        titles: vec![
            w.sheet_title(&asked.form.name, period),
            w.due(&desk.name.name, lang::date::short(asked.due, lang)),
            w.how.to_owned(),
        ],
        heads: [w.question, w.measure, w.last, w.now, w.check, lang.words().filing.reason].map(str::to_owned),
        rows,
        result_head: if said.is_empty() { String::new() } else { w.result.to_owned() },
    }
}

/// The form's checks of a row, said as formulas.
fn checks(catalogue: &Catalogue, version: &Version, row: &FormRow, lang: Lang) -> Vec<CheckOut> {
    let w = &lang.words().book;
    let Some(slot) = row.ask.slot() else { return Vec::new() };
    let name = |slot| spoken::slot(catalogue, slot, lang);
    let number = |value: i64| lang::number::integer(value, lang);
    let key = |slot: domain::figure::Slot| slot.0.to_string();
    let hard = version.content.hard.iter().filter_map(|one| match one {
        HardCheck::NeverAbove { lower, upper } if *lower == slot => {
            Some(CheckOut { rule: RuleOut::AtMostRow(key(*upper)), told: w.at_most_row(name(*upper)) })
        }
        HardCheck::AddsUp { parts, whole } if *whole == slot => Some(CheckOut {
            rule: RuleOut::SumOf(parts.iter().copied().map(key).collect()),
            told: w.adds_up(parts.iter().copied().map(name).collect::<Vec<_>>().join("; ")),
        }),
        HardCheck::NeverAboveNumber { slot: of, most } if *of == slot => {
            Some(CheckOut { rule: RuleOut::AtMost(*most), told: w.at_most(number(*most)) })
        }
        HardCheck::NeverAbove { .. } | HardCheck::AddsUp { .. } | HardCheck::NeverAboveNumber { .. } => None,
    });
    let soft = version.content.soft.iter().filter_map(|one| match one {
        SoftCheck::Changes { slot: of, percent } if of.is_none_or(|of| of == slot) => {
            Some(CheckOut { rule: RuleOut::Near(*percent), told: w.changed(percent) })
        }
        SoftCheck::Above { slot: of, usual } if *of == slot => {
            Some(CheckOut { rule: RuleOut::AtMost(*usual), told: w.usual(number(*usual)) })
        }
        SoftCheck::Changes { .. } | SoftCheck::Above { .. } => None,
    });
    hard.chain(soft).collect()
}

/// The table of a subtree as a workbook, with what is said about its rows.
fn many_sheet(table: &acts::filing::table::Table, about: About, said: &Said, lang: Lang) -> ManyOut {
    let w = &lang.words().book;
    let content = &table.version.content;
    let rows: Vec<&FormRow> = content.rows().filter(|row| row.ask.slot().is_some()).collect();
    let column = |row: &&FormRow| {
        let measure =
            row.ask.slot().map(|slot| spoken::slot_measure(&table.catalogue, slot, lang)).unwrap_or_default();
        let question = told::question(&table.catalogue, row, lang);
        ManyColumn {
            key: row.ask.key(),
            question: if measure.is_empty() { question } else { format!("{question} ({measure})") },
            help: row.help.clone(),
            choices: choices(&row.ask),
            as_text: stays_text(&table.catalogue, &row.ask),
            rules: checks(&table.catalogue, &table.version, row, lang)
                .into_iter()
                .map(|check| check.rule)
                .collect(),
        }
    };
    let unit = |unit: &acts::filing::table::TableRow| ManyRow {
        key: format!("{} {}", unit.unit, unit.version),
        name: unit.name.clone(),
        answers: rows
            .iter()
            .map(|row| {
                row.ask.slot().and_then(|slot| unit.values.get(slot)).map(|value| cell(&row.ask, value))
            })
            .collect(),
        result: said.get(&unit.unit.to_string()).cloned().unwrap_or_default(),
    };
    ManyOut {
        name: table.form.name.clone(),
        mark: format!("{TABLE} {} {} {}", about.form, about.unit, about.period),
        titles: vec![
            w.sheet_title(&table.form.name, lang::period::name(about.period, lang)),
            w.how.to_owned(),
        ],
        head: w.unit.to_owned(),
        columns: rows.iter().map(column).collect(),
        rows: table.rows.iter().map(unit).collect(),
        result_head: if said.is_empty() { String::new() } else { w.result.to_owned() },
    }
}
