//! A sheet of units as rows for the import: which heading names which column, and where a mistake stands.
//!
//! Not here: what a row may say (`acts::unit_import`), reading the file (`office::sheet`).

use acts::unit_import::{CellFault, RowFault, UnitColumn, UnitRow};
use domain::text::fold;
use lang::Words;
use office::sheet::{CellAddress, CellValue, Row, Table};

use crate::web::unit::tree_sentence;

/// The headings that people and other programs write, folded; the first one is our own.
const HEADINGS: &[(UnitColumn, &[&str])] = &[
    (UnitColumn::Code, &["code", "ma", "ma don vi", "ma so"]),
    (UnitColumn::Kind, &["level", "kind", "loai", "cap", "loai don vi"]),
    (UnitColumn::FullName, &["full name", "name", "ten", "ten don vi", "ten day du"]),
    (UnitColumn::ParentCode, &["parent code", "parent", "ma cap tren", "ma don vi cap tren", "truc thuoc"]),
    (UnitColumn::ShortName, &["short name", "ten tat", "ten ngan", "ten goi tat"]),
    (UnitColumn::From, &["from", "tu ngay", "ngay thanh lap", "hieu luc tu"]),
    (UnitColumn::Decision, &["decision", "quyet dinh", "van ban", "so quyet dinh"]),
];

/// The headings under which units are written, so that what goes out comes in again.
pub const UNIT_HEADINGS: [&str; 6] =
    ["Mã đơn vị", "Loại đơn vị", "Tên đơn vị", "Mã đơn vị cấp trên", "Tên tắt", "Từ ngày"];

/// The rows of a sheet and the columns they came from.
#[derive(Debug, Clone)]
pub struct UnitTable {
    /// The rows, as the import takes them.
    pub rows: Vec<UnitRow>,
    columns: Vec<(UnitColumn, u32)>,
}

impl UnitTable {
    /// Reads the rows of a table; `None` when it has no column for names.
    pub fn new(table: &Table) -> Option<Self> {
        let columns: Vec<(UnitColumn, u32)> = HEADINGS
            .iter()
            .filter_map(|(column, names)| {
                let heading = table.headings.iter().find(|one| names.contains(&fold(&one.text).as_str()))?;
                Some((*column, heading.column))
            })
            .collect();
        let place =
            |wanted: UnitColumn| columns.iter().find(|(column, _)| *column == wanted).map(|(_, at)| *at);
        place(UnitColumn::FullName)?;
        let text = |row: &Row, column: UnitColumn| {
            place(column).and_then(|at| row.get(at)).map(CellValue::to_plain).unwrap_or_default()
        };
        let rows = table
            .rows
            .iter()
            .map(|row| UnitRow {
                line: row.number,
                code: text(row, UnitColumn::Code),
                kind: text(row, UnitColumn::Kind),
                full_name: text(row, UnitColumn::FullName),
                parent_code: text(row, UnitColumn::ParentCode),
                short_name: text(row, UnitColumn::ShortName),
                from: text(row, UnitColumn::From),
                decision: text(row, UnitColumn::Decision),
            })
            .collect();
        Some(Self { rows, columns })
    }

    /// Where a mistake stands, as the sheet names its cells ("D17"); the row alone where the column is missing.
    pub fn cell(&self, fault: &CellFault) -> String {
        match self.columns.iter().find(|(column, _)| *column == fault.column) {
            Some((_, column)) => CellAddress { row: fault.line, column: *column }.to_string(),
            None => format!("dòng {}", fault.line),
        }
    }
}

/// What is wrong with a cell, in words.
pub fn sentence(fault: &RowFault, words: &Words) -> String {
    let w = &words.import;
    match fault {
        RowFault::Missing => words.refusal.required.to_owned(),
        RowFault::TooLong { most } => words.unit.too_long(most),
        RowFault::UnknownKind(kind) => w.unknown_kind(kind),
        RowFault::UnknownParent(code) => w.unknown_parent(code),
        RowFault::DuplicateCode { first_line } => w.duplicate_code(first_line),
        RowFault::CodeTaken => words.unit.code_taken.to_owned(),
        RowFault::Ring => words.unit.ring.to_owned(),
        // "32/5/2025" is told what is wrong with it; what is no date at all, how one is written.
        RowFault::BadDate(typed) => match lang::date_in::date(typed) {
            Err(refusal) if refusal != lang::date_in::DateRefusal::NotADate => {
                lang::words::refusal::date_sentence(refusal, typed, words.refusal.lang())
            }
            _ => w.bad_date(typed),
        },
        RowFault::Tree(refusal) => tree_sentence(*refusal, words).1,
    }
}
