//! What the rows of a sheet mean against the tree as it is: new units, changes, nothing, or faults by cell.
//!
//! Not here: writing any of it.

use super::{DEFAULT_SCHEME, UnitRow, UnitSheet, kind};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::unit::{CODE_MOST, DECISION_MOST, NAME_MOST, SHORT_MOST, check_day, clean_code};
use domain::authority::{Action, Authority};
use domain::text;
use domain::unit::{History, TreeRefusal, UnitId, UnitKind};
use jiff::civil::Date;
use std::collections::HashMap;
use store::Tx;
use store::unit::{NewUnit, UnitName};

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitColumn {
    /// The official code.
    Code,
    /// What it is.
    Kind,
    /// The full name.
    FullName,
    /// The code of the unit above.
    ParentCode,
    /// The short name.
    ShortName,
    /// From which day.
    From,
    /// The decision behind it.
    Decision,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// It is empty and must not be.
    Missing,
    /// It is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// It is no known kind of unit.
    UnknownKind(String),
    /// Neither the sheet nor the installation has a unit of this code.
    UnknownParent(String),
    /// An earlier line has the same code.
    DuplicateCode {
        /// Which.
        first_line: u32,
    },
    /// A unit that the person does not keep has this code.
    CodeTaken,
    /// The units above lead back to this one.
    Ring,
    /// It is no day, or one before 1900 or after 2199.
    BadDate(String),
    /// The tree cannot be so.
    Tree(TreeRefusal),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// The line in the sheet, from 1.
    pub line: u32,
    /// The column.
    pub column: UnitColumn,
    /// What is wrong.
    pub fault: RowFault,
}

/// A unit that an import would rename or move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// The line in the sheet.
    pub line: u32,
    /// The unit.
    pub unit: UnitId,
    /// How it is called.
    pub before: String,
    /// How it would be called; the same when only its kind, short name or place changes.
    pub after: String,
    /// Whether it would stand under another unit.
    pub moved: bool,
}

/// Where a unit stands; `None` at the top. No answer at all is something else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Above(pub Option<UnitId>);

/// A change to a unit that is there.
pub(super) struct Change {
    pub line: u32,
    pub unit: UnitId,
    pub before: String,
    /// The new name, where it changes.
    pub name: Option<UnitName>,
    /// The new unit above, where it changes.
    pub parent: Option<Above>,
    pub from: Date,
    pub decision: String,
}

/// What an import would do.
#[derive(Default)]
pub(super) struct Plan {
    pub new: Vec<NewUnit>,
    pub changes: Vec<Change>,
    pub skipped: usize,
    pub faults: Vec<CellFault>,
}

impl Plan {
    pub fn shown(&self) -> Vec<ChangedRow> {
        self.changes
            .iter()
            .map(|change| ChangedRow {
                line: change.line,
                unit: change.unit,
                before: change.before.clone(),
                after: change.name.as_ref().map_or_else(|| change.before.clone(), |name| name.name.clone()),
                moved: change.parent.is_some(),
            })
            .collect()
    }

    fn fault(&mut self, line: u32, column: UnitColumn, fault: RowFault) {
        self.faults.push(CellFault { line, column, fault });
    }
}

/// A row whose cells could be read one by one.
struct Read {
    line: u32,
    code: String,
    kind: UnitKind,
    name: String,
    short_name: String,
    parent_code: String,
    from: Date,
    decision: String,
    unit: UnitId,
    known: bool,
}

/// What rows are weighed against.
struct Ground<'a> {
    history: &'a History,
    authority: Authority,
    known: HashMap<String, UnitId>,
    sheet: &'a UnitSheet,
}

impl Ground<'_> {
    fn keeps(&self, unit: UnitId) -> bool {
        self.authority.may(Action::KeepUnits, Some(unit), self.history)
    }
}

/// Weighs a sheet against the tree. The person must keep the unit under which it comes in.
pub(super) async fn make(ctx: &Ctx, tx: &mut Tx, sheet: &UnitSheet) -> Result<Plan, ActError<Never>> {
    let (history, authority) = ctx.ask_with::<Never>(tx, Action::KeepUnits, sheet.under).await?;
    let scheme = text::clean(&sheet.scheme);
    let scheme = if scheme.is_empty() { DEFAULT_SCHEME.to_owned() } else { scheme };
    let known = store::unit::scheme_codes(tx, &scheme, sheet.from).await?;
    let ground = Ground { history: &history, authority, known, sheet };

    let mut plan = Plan::default();
    let mut lines: HashMap<String, u32> = HashMap::with_capacity(sheet.rows.len());
    let mut read = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        if let Some(row) = cells(ctx, &ground, row, &mut lines, &mut plan) {
            read.push(row);
        }
    }
    let by_code: HashMap<&str, &Read> = read.iter().map(|row| (row.code.as_str(), row)).collect();
    let mut above: HashMap<UnitId, Option<UnitId>> = HashMap::with_capacity(read.len());
    for row in &read {
        if let Some(parent) = parent(&ground, &by_code, &lines, row, &mut plan) {
            above.insert(row.unit, parent.0);
        }
    }
    rings(&ground, &read, &mut above, &mut plan);
    let there: Vec<UnitId> = read.iter().filter(|row| row.known).map(|row| row.unit).collect();
    let names = store::unit::names(tx, &there, domain::unit::OPEN).await?;
    for row in &read {
        let Some(parent) = above.get(&row.unit).copied() else { continue };
        let name = UnitName::new(&row.name, &row.short_name, row.kind);
        if !row.known {
            plan.new.push(NewUnit {
                id: row.unit,
                name,
                parent,
                from: row.from,
                decision: row.decision.clone(),
                codes: vec![(scheme.clone(), row.code.clone())],
                batch: None,
            });
        } else if let Some(now) = names.get(&row.unit) {
            change(tx, &ground, row, name, now, parent, &mut plan).await?;
        }
    }
    plan.faults.sort_by_key(|fault| (fault.line, fault.column));
    Ok(plan)
}

/// Reads the cells of a row that can be read alone; `None` when one of them is wrong.
fn cells(
    ctx: &Ctx,
    ground: &Ground<'_>,
    row: &UnitRow,
    lines: &mut HashMap<String, u32>,
    plan: &mut Plan,
) -> Option<Read> {
    let before = plan.faults.len();
    let line = row.line;
    let mut cell = |column, written: &str, most: usize, needed: bool| {
        let text = text::clean(written);
        if text.chars().count() > most {
            plan.fault(line, column, RowFault::TooLong { most });
        }
        if needed && text::fold(&text).is_empty() {
            plan.fault(line, column, RowFault::Missing);
        }
        text
    };
    let code = clean_code(&cell(UnitColumn::Code, &row.code, CODE_MOST, true));
    let written_kind = cell(UnitColumn::Kind, &row.kind, SHORT_MOST, true);
    let name = cell(UnitColumn::FullName, &row.full_name, NAME_MOST, true);
    let short_name = cell(UnitColumn::ShortName, &row.short_name, SHORT_MOST, false);
    let parent_code = clean_code(&cell(UnitColumn::ParentCode, &row.parent_code, CODE_MOST, false));
    let mut decision = cell(UnitColumn::Decision, &row.decision, DECISION_MOST, false);
    let written_day = cell(UnitColumn::From, &row.from, 20, false);
    if decision.is_empty() {
        decision = text::clean(&ground.sheet.decision).chars().take(DECISION_MOST).collect();
    }
    let kind = kind::read(&written_kind);
    if kind.is_none() && !written_kind.is_empty() {
        plan.fault(line, UnitColumn::Kind, RowFault::UnknownKind(written_kind));
    }
    let from = if written_day.is_empty() { Some(ground.sheet.from) } else { day(&written_day) };
    if from.is_none_or(|from| check_day(from).is_err()) {
        plan.fault(line, UnitColumn::From, RowFault::BadDate(written_day));
    }
    if !code.is_empty()
        && let Some(first_line) = lines.insert(code.clone(), line)
    {
        lines.insert(code.clone(), first_line);
        plan.fault(line, UnitColumn::Code, RowFault::DuplicateCode { first_line });
    }
    let known = ground.known.get(&code).copied();
    if known.is_some_and(|unit| !ground.keeps(unit)) {
        plan.fault(line, UnitColumn::Code, RowFault::CodeTaken);
    }
    let (Some(kind), Some(from)) = (kind, from) else { return None };
    (plan.faults.len() == before).then(|| Read {
        line,
        code,
        kind,
        name,
        short_name,
        parent_code,
        from,
        decision,
        unit: known.unwrap_or_else(|| UnitId(ctx.app.id())),
        known: known.is_some(),
    })
}

/// Reads a day as sheets write it: `2025-07-01`, or day, month, year with `/`, `-` or `.`.
fn day(written: &str) -> Option<Date> {
    if let Ok(day) = written.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<&str> = written.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The unit above a row's, where it can be one.
fn parent(
    ground: &Ground<'_>,
    by_code: &HashMap<&str, &Read>,
    lines: &HashMap<String, u32>,
    row: &Read,
    plan: &mut Plan,
) -> Option<Above> {
    let from = row.from;
    if row.parent_code.is_empty() {
        // A unit that is there and whose row names none above stays where it is, unless the sheet says where.
        let under = match ground.sheet.under {
            None if row.known => ground.history.place_on(row.unit, from).and_then(|place| place.parent),
            under => under,
        };
        return lasting(ground, row, under, UnitColumn::From, plan);
    }
    if let Some(above) = by_code.get(row.parent_code.as_str()) {
        if !above.known {
            if above.from > from {
                plan.fault(row.line, UnitColumn::From, RowFault::Tree(TreeRefusal::ParentNotThere));
                return None;
            }
            return Some(Above(Some(above.unit)));
        }
        return lasting(ground, row, Some(above.unit), UnitColumn::From, plan);
    }
    match ground.known.get(&row.parent_code).copied().filter(|unit| ground.keeps(*unit)) {
        Some(unit) => lasting(ground, row, Some(unit), UnitColumn::ParentCode, plan),
        // The line of the unit above has a fault of its own, which is the one to mend.
        None if lines.contains_key(&row.parent_code) => None,
        None => {
            let unknown = RowFault::UnknownParent(row.parent_code.clone());
            plan.fault(row.line, UnitColumn::ParentCode, unknown);
            None
        }
    }
}

/// Whether the unit above is there for as long as the row's stands below it.
fn lasting(
    ground: &Ground<'_>,
    row: &Read,
    parent: Option<UnitId>,
    column: UnitColumn,
    plan: &mut Plan,
) -> Option<Above> {
    let until = ground.history.life(row.unit).map_or(domain::unit::OPEN, |(_, gone)| gone);
    let lasts =
        |parent| ground.history.life(parent).is_some_and(|(first, gone)| first <= row.from && until <= gone);
    if parent.is_none_or(lasts) {
        return Some(Above(parent));
    }
    plan.fault(row.line, column, RowFault::Tree(TreeRefusal::ParentNotThere));
    None
}

/// Finds rows whose units above lead back to themselves, and takes them out of `above`.
fn rings(ground: &Ground<'_>, read: &[Read], above: &mut HashMap<UnitId, Option<UnitId>>, plan: &mut Plan) {
    let mut rings = Vec::new();
    for row in read {
        let (mut next, mut steps) = (above.get(&row.unit).copied().flatten(), 0);
        while let Some(unit) = next {
            steps += 1;
            if unit == row.unit {
                plan.fault(row.line, UnitColumn::ParentCode, RowFault::Ring);
                rings.push(row.unit);
                break;
            }
            // Who leads into a ring without being of it is told nothing: mending the ring mends it too.
            if steps > 64 {
                break;
            }
            next = match above.get(&unit) {
                Some(parent) => *parent,
                None => ground.history.place_on(unit, row.from).and_then(|place| place.parent),
            };
        }
    }
    for unit in rings {
        above.remove(&unit);
    }
}

/// Weighs a row against the unit that has its code.
async fn change(
    tx: &mut Tx,
    ground: &Ground<'_>,
    row: &Read,
    mut name: UnitName,
    now: &UnitName,
    parent: Option<UnitId>,
    plan: &mut Plan,
) -> Result<(), store::StoreError> {
    if row.short_name.is_empty() && now.short_name != now.name {
        // A sheet without a column for short names takes none away.
        name.short_name.clone_from(&now.short_name);
    }
    let place = ground.history.places(row.unit).last().copied();
    let Some(place) = place.filter(|place| row.from < place.to) else {
        plan.fault(row.line, UnitColumn::From, RowFault::Tree(TreeRefusal::UnitNotThere));
        return Ok(());
    };
    let name = Some(name).filter(|name| name != now);
    let parent = Some(Above(parent)).filter(|parent| parent.0 != place.parent);
    if name.is_none() && parent.is_none() {
        plan.skipped += 1;
        return Ok(());
    }
    let mut last = if parent.is_some() { place.from } else { Date::MIN };
    if name.is_some() {
        let facts = store::unit::name_facts(tx, row.unit).await?;
        last = last.max(facts.last().map_or(Date::MIN, |fact| fact.from));
    }
    if row.from < last {
        plan.fault(row.line, UnitColumn::From, RowFault::Tree(TreeRefusal::BeforeLastChange));
        return Ok(());
    }
    // Nobody takes a unit away from those who keep the place where it stands.
    let left = place.parent.is_none_or(|above| ground.keeps(above));
    if parent.is_some() && !(left || ground.authority.may(Action::KeepUnits, None, ground.history)) {
        plan.fault(row.line, UnitColumn::Code, RowFault::CodeTaken);
        return Ok(());
    }
    plan.changes.push(Change {
        line: row.line,
        unit: row.unit,
        before: now.name.clone(),
        name,
        parent,
        from: row.from,
        decision: row.decision.clone(),
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_sheets_write_them() {
        for written in ["2025-07-01", "1/7/2025", "01-07-2025", "1.7.2025"] {
            assert_eq!(day(written), Some(date(2025, 7, 1)), "{written}");
        }
        for written in ["", "1/7", "1/7/25", "31/2/2025", "2025", "hôm nay", "1/7/2025/8"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
