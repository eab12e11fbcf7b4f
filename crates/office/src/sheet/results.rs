//! A table as it came in, with a column that says what became of each row.
//!
//! People mend the rows that failed in this sheet and send it again. Not here: the sentences.

use std::collections::{BTreeMap, HashMap};

use super::grid::CellValue;
use super::out::{CellOut, ColumnOut, RowKind, RowOut, SheetOut};
use super::table::Table;

/// A sheet of the table's rows with one more column at the right. `said` gives the sentence for a row by its number
/// in the sheet; rows without one stay blank there.
pub fn with_results(table: &Table, heading: &str, said: &BTreeMap<u32, String>) -> SheetOut {
    let last = table
        .rows
        .iter()
        .filter_map(|row| row.cells.last())
        .map(|cell| cell.address.column)
        .chain(table.headings.iter().map(|heading| heading.column))
        .max()
        .unwrap_or(0);
    let named: HashMap<u32, &str> =
        table.headings.iter().map(|heading| (heading.column, heading.text.as_str())).collect();
    let column = |text: &str| ColumnOut { heading: text.to_owned(), ..ColumnOut::default() };
    let mut columns: Vec<ColumnOut> =
        (1..=last).map(|number| column(named.get(&number).copied().unwrap_or_default())).collect();
    columns.push(column(heading));
    let rows = table.rows.iter().map(|row| {
        let mut cells: Vec<CellOut> =
            (1..=last).map(|number| row.get(number).map_or(CellOut::Empty, cell)).collect();
        cells.push(said.get(&row.number).map_or(CellOut::Empty, |text| CellOut::Text(text.clone())));
        RowOut { kind: RowKind::Plain, cells }
    });
    SheetOut {
        name: if table.sheet.is_empty() { heading.to_owned() } else { table.sheet.clone() },
        columns,
        rows: rows.collect(),
        ..SheetOut::default()
    }
}

/// A cell as it came in.
fn cell(value: &CellValue) -> CellOut {
    match value {
        CellValue::Number { value, percent: false } => match value.as_whole() {
            Some(whole) => CellOut::Integer(whole),
            None => CellOut::Number(*value),
        },
        CellValue::Number { value, percent: true } => match value.hundredfold() {
            Some(shown) => CellOut::Stated(shown),
            None => CellOut::Number(*value),
        },
        CellValue::Date(date) => CellOut::Date(*date),
        CellValue::Text(_) | CellValue::DateTime(_) | CellValue::Flag(_) | CellValue::Fault(_) => {
            CellOut::Text(value.to_plain())
        }
    }
}
