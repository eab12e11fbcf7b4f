//! Tables of many units that came back, ours and units' own: every figure against what stands.
//!
//! Not here: writing them (`acts::figure_import`), telling how a table of a unit's own is read (`foreign`).

use acts::Ctx;
use acts::figure::Entry;
use acts::figure_import::{ImportPreview, ImportRow};
use acts::filing::About;
use acts::filing::board::BoardQuery;
use acts::filing::table::{Table, TableRow};
use domain::figure::{Slot, Value};
use domain::form::Ask;
use domain::layout::Layout;
use lang::Lang;
use lang::words::refusal::number_sentence;
use office::sheet::{CellAddress, CellValue, Grid, ManyIn};
use std::collections::{BTreeMap, BTreeSet};

use super::Said;
use crate::web::answer::Failure;
use crate::web::entry::sheet::{cell_name, cell_value, fault_sentence};
use crate::web::import::page::{Preview, PreviewRow};
use crate::web::parts::Tag;
use crate::web::unit::named_by;

/// Rows of the preview and mistakes listed: enough to see, few enough to read.
const MOST: usize = 100;

/// The query of the table that an address is about.
pub(in crate::web) fn query(about: About) -> BoardQuery {
    BoardQuery { unit: about.unit, form: about.form, period: about.period, standing: None, late: false }
}

/// A table that came back, row by row.
#[derive(Default)]
pub(in crate::web) struct Many {
    /// What would be written.
    pub rows: Vec<ImportRow>,
    shown: Vec<Shown>,
    problems: Vec<Problem>,
    /// Whether a row changed after the workbook was made.
    pub stale: bool,
}

struct Shown {
    line: u32,
    unit: String,
    name: String,
    changes: Vec<String>,
}

struct Problem {
    cell: String,
    unit: String,
    sentence: String,
}

/// One cell of a row: its place, the question's key, what is in it.
type Told<'a> = (CellAddress, &'a str, Option<&'a CellValue>);

impl Many {
    /// Reads our own table back. An empty cell takes a figure back.
    pub fn of_ours(table: &Table, many: &ManyIn, lang: Lang) -> Self {
        let mut out = Self::default();
        for row in &many.rows {
            let mut words = row.key.split(' ');
            let unit = words.next().unwrap_or_default();
            let version: i64 = words.next().and_then(|text| text.parse().ok()).unwrap_or_default();
            let Some(known) = table.rows.iter().find(|known| known.unit.to_string() == unit) else {
                out.wrong(
                    CellAddress { row: row.line, column: 2 }.to_string(),
                    unit,
                    lang.words().book.unknown_unit,
                );
                continue;
            };
            let told: Vec<Told<'_>> = row
                .answers
                .iter()
                .map(|(key, address, value)| (*address, key.as_str(), value.as_ref()))
                .collect();
            let changed = out.take(table, known, row.line, &told, true, lang);
            out.stale |= changed && known.version != version;
        }
        out
    }

    /// Reads a unit's own table. An empty cell says nothing.
    pub async fn of_theirs(
        (ctx, lang): (&Ctx, Lang),
        table: &Table,
        about: About,
        layout: &Layout,
        grid: &Grid,
    ) -> Result<Self, Failure> {
        let mut out = Self::default();
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        for row in grid.rows.iter().filter(|row| row.number > layout.header) {
            let told: Vec<Told<'_>> = layout
                .answers()
                .map(|(column, key)| (row.address(column), key, row.get(column)))
                .filter(|(_, _, value)| value.is_some())
                .collect();
            if told.is_empty() {
                continue;
            }
            let (place, unit) = match layout.unit_column() {
                Some(column) => {
                    let Some(name) = row.get(column).map(CellValue::to_plain) else { continue };
                    (row.address(column), named((ctx, lang), table, &name).await?)
                }
                None => (row.address(1), Ok(about.unit)),
            };
            let known = match unit {
                Ok(unit) => table.rows.iter().find(|known| known.unit == unit),
                Err(sentence) => {
                    out.wrong(place.to_string(), "", &sentence);
                    continue;
                }
            };
            let Some(known) = known else {
                out.wrong(place.to_string(), "", lang.words().book.unknown_unit);
                continue;
            };
            seen.insert(row.number);
            if layout.unit_column().is_none() && seen.len() > 1 {
                out.wrong(place.to_string(), &known.unit.to_string(), lang.words().book.two_rows);
                break;
            }
            out.take(table, known, row.number, &told, false, lang);
        }
        Ok(out)
    }

    fn wrong(&mut self, cell: String, unit: &str, sentence: &str) {
        self.problems.push(Problem { cell, unit: unit.to_owned(), sentence: sentence.to_owned() });
    }

    /// Takes one row over; says whether anything in it changes.
    fn take(
        &mut self,
        table: &Table,
        known: &TableRow,
        line: u32,
        told: &[Told<'_>],
        clears: bool,
        lang: Lang,
    ) -> bool {
        let id = known.unit.to_string();
        let mut entries: Vec<(u32, Entry)> = Vec::new();
        let mut changes = Vec::new();
        for (address, key, cell) in told {
            let Some(row) = table.version.content.rows().find(|row| row.ask.key() == *key) else { continue };
            let Some(slot) = row.ask.slot() else { continue };
            let Some(of) = table.catalogue.slots.get(&slot) else { continue };
            let value = match read(table, &row.ask, slot, *cell, lang) {
                Ok(value) => value,
                Err(sentence) => {
                    self.wrong(address.to_string(), &id, &sentence);
                    continue;
                }
            };
            let stands = known.values.get(slot);
            if value == stands || (value.is_none() && !clears) {
                continue;
            }
            changes.push(change(table, slot, stands, value, lang));
            let entry =
                Entry { indicator: of.indicator, breakdown: of.breakdown.clone(), value, evidence: None };
            entries.push((address.column, entry));
        }
        let changed = !entries.is_empty();
        if changed && !known.standing.is_open() {
            self.wrong(CellAddress { row: line, column: 2 }.to_string(), &id, lang.words().book.resting);
        }
        self.shown.push(Shown { line, unit: id, name: known.name.clone(), changes });
        if changed {
            self.rows.push(ImportRow {
                line,
                unit: known.unit,
                period: table.period,
                scope: table.version.content.scope,
                entries,
            });
        }
        changed
    }

    /// Adds what the act says of the rows.
    pub fn judge(&mut self, looked: &ImportPreview, lang: Lang) {
        for fault in &looked.faults {
            let unit = self.shown.iter().find(|shown| shown.line == fault.line);
            let unit = unit.map(|shown| shown.unit.clone()).unwrap_or_default();
            self.wrong(cell_name(fault), &unit, &fault_sentence(fault, lang.words()));
        }
    }

    /// Whether a cell cannot be read or written.
    pub fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    fn changes(&self) -> usize {
        self.rows.iter().map(|row| row.entries.len()).sum()
    }

    /// What became of each unit's row, for the copy with a column of results.
    pub fn said(&self, lang: Lang) -> Said {
        self.lines(lang).into_iter().map(|(_, unit, text)| (unit, text)).collect()
    }

    /// The same by the number of the row.
    pub fn said_by_line(&self, lang: Lang) -> BTreeMap<u32, String> {
        let mut by_line: BTreeMap<u32, String> =
            self.lines(lang).into_iter().map(|(line, _, text)| (line, text)).collect();
        for problem in self.problems.iter().filter(|problem| problem.unit.is_empty()) {
            let digits: String = problem.cell.chars().filter(char::is_ascii_digit).collect();
            if let Ok(line) = digits.parse() {
                by_line.insert(line, problem.sentence.clone());
            }
        }
        by_line
    }

    fn lines(&self, lang: Lang) -> Vec<(u32, String, String)> {
        let w = &lang.words().import;
        let line = |shown: &Shown| {
            let wrong: Vec<String> = self
                .problems
                .iter()
                .filter(|problem| problem.unit == shown.unit)
                .map(|problem| format!("{}: {}", problem.cell, problem.sentence))
                .collect();
            let text = match (wrong.is_empty(), shown.changes.is_empty()) {
                (false, _) => wrong.join(" "),
                (true, false) => format!("{}: {}", w.changed, shown.changes.join("; ")),
                (true, true) => w.same.to_owned(),
            };
            (shown.line, shown.unit.clone(), text)
        };
        self.shown.iter().map(line).collect()
    }

    /// The file as its preview shows it.
    pub fn preview(&self, name: &str, lang: Lang) -> Preview {
        let words = lang.words();
        let (w, b) = (&words.import, &words.book);
        let (changes, wrong) = (self.changes(), self.problems.len());
        let same = self.shown.iter().filter(|shown| shown.changes.is_empty()).count();
        let mut counts = Vec::new();
        counts.extend((changes > 0).then(|| Tag::look(w.count_changed(changes))));
        counts.extend((same > 0).then(|| Tag::plain(w.count_same(same))));
        counts.extend((wrong > 0).then(|| Tag::wrong(w.count_wrong(wrong))));
        let row = |shown: &Shown| PreviewRow {
            number: shown.line.to_string(),
            tag: if self.problems.iter().any(|problem| problem.unit == shown.unit) {
                Tag::wrong(w.wrong)
            } else if shown.changes.is_empty() {
                Tag::plain(w.same)
            } else {
                Tag::look(w.changed)
            },
            cells: vec![shown.name.clone(), shown.changes.join("; ")],
        };
        Preview {
            heading: w.preview(name),
            counts,
            problems: self
                .problems
                .iter()
                .take(MOST)
                .map(|problem| (problem.cell.clone(), problem.sentence.clone()))
                .collect(),
            more_problems: if wrong > MOST { w.more_problems(wrong - MOST) } else { String::new() },
            columns: [b.unit, w.changed].map(str::to_owned).to_vec(),
            rows: self.shown.iter().take(MOST).map(row).collect(),
            more: if self.shown.len() > MOST { w.more_rows(self.shown.len() - MOST) } else { String::new() },
            commit: if wrong == 0 && changes > 0 { b.write(changes) } else { String::new() },
            ..Preview::default()
        }
    }
}

fn change(table: &Table, slot: Slot, before: Option<Value>, after: Option<Value>, lang: Lang) -> String {
    let printed = |value: Option<Value>| match value {
        Some(value) => lang::figure::value(Some(value), "", lang).line(),
        None => lang.words().common.dash.to_owned(),
    };
    format!(
        "{}: {} → {}",
        crate::web::spoken::slot(&table.catalogue, slot, lang),
        printed(before),
        printed(after)
    )
}

fn read(
    table: &Table,
    ask: &Ask,
    slot: Slot,
    cell: Option<&CellValue>,
    lang: Lang,
) -> Result<Option<Value>, String> {
    if matches!(ask, Ask::YesNo(_)) {
        return super::single::yes_no(cell, lang);
    }
    let Some(indicator) = table.catalogue.of_slot(slot) else { return Ok(None) };
    cell_value(cell, indicator.nature, &indicator.measure).map_err(|refusal| number_sentence(&refusal, lang))
}

/// The unit that a table names: one of those asked, else whatever the tree knows by that name or code.
async fn named(
    (ctx, lang): (&Ctx, Lang),
    table: &Table,
    typed: &str,
) -> Result<Result<domain::unit::UnitId, String>, Failure> {
    let folded = domain::text::fold(typed);
    let mut same = table.rows.iter().filter(|row| domain::text::fold(&row.name) == folded);
    if let (Some(only), None) = (same.next(), same.next()) {
        return Ok(Ok(only.unit));
    }
    Ok(named_by(ctx, typed, lang)
        .await?
        .map(|(unit, _)| unit)
        .map_err(|sentence| format!("{sentence} ({typed})")))
}
