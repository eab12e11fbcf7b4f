//! The second sheet of the totals' Excel file: behind each figure who said it, when, and the words or file that prove it.
//!
//! Not here: finding them (`acts::total::sources`), the sheet of the totals themselves (`sheet`).

use acts::total::{Evidence, Record};
use domain::figure::Slot;
use domain::indicator::Nature;
use domain::unit::UnitId;
use lang::words::label::Label;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut};

use super::drawer::place_in_text;
use super::table::Table;
use crate::web::answer::Failure;
use crate::web::excel;
use crate::web::freeze;
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// Rows of this sheet. A country's units with all their quarters have more; what is left out is told below the table.
const MOST_ROWS: usize = 100_000;

/// The sheet behind a table; nothing where no unit of it said anything itself.
pub(super) async fn sheet(member: &Member, table: &Table) -> Result<Option<SheetOut>, Failure> {
    let mut slots: Vec<Slot> = Vec::new();
    for axis in &table.columns {
        if !slots.contains(&axis.slot) {
            slots.push(axis.slot);
        }
    }
    let mut records = freeze::sources(member, table.freezes.chosen, &table.view, &slots).await?;
    // What units below said for a shorter period, too, makes up no figure of the table.
    records.retain(|record| record.counts || record.owner == table.unit());
    if records.is_empty() {
        return Ok(None);
    }
    // The unit's own first, then unit after unit as the table goes, and in each the columns from left to right.
    let lines = [&table.own].into_iter().chain(&table.lines).map(|line| line.head.unit);
    let lines: Vec<UnitId> = lines.collect();
    records.sort_by_cached_key(|record| {
        let line = lines.iter().position(|unit| *unit == record.owner);
        (line, slots.iter().position(|slot| *slot == record.slot), record.period)
    });
    let mut rows: Vec<RowOut> = records.iter().flat_map(|record| rows_of(member, table, record)).collect();
    let rest = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let words = &table.lang.words().rollup;
    let mut notes = vec![words.sources_note.to_owned()];
    if rest > 0 {
        notes.push(words.sources_rest(rest));
    }
    Ok(Some(SheetOut {
        name: words.sources.to_owned(),
        titles: vec![words.sources_heading.to_owned(), super::subtitle(table)],
        columns: columns(table),
        rows,
        notes,
        frozen_columns: 2,
    }))
}

fn columns(table: &Table) -> Vec<ColumnOut> {
    let words = &table.lang.words().rollup;
    let widths = [
        (words.unit, 30),
        (words.indicator, 36),
        (words.value, 14),
        (words.measure, 14),
        (words.period, 16),
        (words.quote, 60),
        (words.document, 36),
        (words.scope, 22),
        (words.typed_by, 34),
        (words.remark, 34),
    ];
    let column = |(heading, width): (&str, u16)| ColumnOut {
        heading: heading.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    widths.into_iter().map(column).collect()
}

/// A row for each piece of evidence, one where there is none. The figure stands in the first alone, so that a column
/// that somebody adds up is not counted twice.
fn rows_of(member: &Member, table: &Table, record: &Record) -> Vec<RowOut> {
    let (lang, words) = (table.lang, &table.lang.words().rollup);
    let money =
        table.catalogue.of_slot(record.slot).is_some_and(|indicator| indicator.nature == Nature::Money);
    let last = record.steps.first();
    let row = |at: usize, piece: Option<&Evidence>| {
        let value = match at {
            0 => excel::value(Some(record.value), money, lang),
            _ => CellOut::Empty,
        };
        let entered = last.map_or_else(String::new, |step| {
            format!("{} · {}", words.entered(&step.name, moment(step.at_ms, lang)), step.source.label(lang))
        });
        let cells = vec![
            excel::text(record.head.name.name.as_str()),
            excel::text(spoken::slot(&table.catalogue, record.slot, lang)),
            value,
            excel::text(spoken::slot_measure(&table.catalogue, record.slot, lang)),
            excel::text(lang::period::name(record.period, lang)),
            excel::text(piece.map_or(words.no_evidence, |piece| piece.quote.as_str())),
            piece.map_or(CellOut::Empty, |piece| document(member, record, piece)),
            excel::text(record.scope.label(lang)),
            excel::text(entered),
            excel::text(remark(table, record, piece)),
        ];
        RowOut { kind: RowKind::Plain, cells }
    };
    if record.evidence.is_empty() {
        return vec![row(0, None)];
    }
    record.evidence.iter().enumerate().map(|(at, piece)| row(at, Some(piece))).collect()
}

/// Where in the document, what was noted, why the figure was changed, and that it is not in the sum.
fn remark(table: &Table, record: &Record, piece: Option<&Evidence>) -> String {
    let words = &table.lang.words().rollup;
    let aside = (!record.counts).then(|| words.aside.to_owned());
    let place = piece.filter(|piece| !piece.place.is_empty()).map(|piece| words.place(&piece.place));
    let note = piece.map(|piece| piece.note.clone()).filter(|note| !note.is_empty());
    let reason = record.steps.first().map(|step| step.reason.clone());
    let reason = reason.filter(|reason| !reason.is_empty() && note.as_ref() != Some(reason));
    aside.into_iter().chain(place).chain(note).chain(reason).collect::<Vec<_>>().join(" · ")
}

/// The document or file that proves it, as a link to the very place.
fn document(member: &Member, record: &Record, piece: &Evidence) -> CellOut {
    let title = piece.document.and_then(|id| record.documents.get(&id));
    let (text, path) = match title {
        Some(title) => (title.clone(), place_in_text(piece.document, piece.span)),
        None => (piece.file_name.clone(), format!("/minh-chung/{}", piece.id)),
    };
    if text.is_empty() {
        return CellOut::Empty;
    }
    CellOut::Link { text, target: format!("{}{path}", member.site().settings.origin) }
}
