//! Outlines of reports: what ships, per kind and level, and what units made their own. An outline is data.
//!
//! Not here: the text under the headings.

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use domain::authority::Action;
use domain::report::{Part, ReportKind, Role};
use domain::text;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;

/// What ships with the program: kind, level, place, depth, role, heading, hint, from when, whence, whether checked.
const SHIPPED: &str = include_str!("../../catalogue/outlines.csv");

/// The most parts of an outline, and the most letters of a heading or a hint.
pub const PARTS_MOST: usize = 60;
/// The most letters of a heading or a hint.
pub const HEADING_MOST: usize = 300;

/// An outline to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What it is called; empty for the one that ships.
    pub name: String,
    /// For which kind of report.
    pub kind: ReportKind,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Where it comes from.
    pub source: String,
    /// Whether the source was checked; false prints "chưa kiểm chứng".
    pub verified: bool,
}

/// Why an outline is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineRefusal {
    /// No name.
    NameMissing,
    /// A line is none: `depth|role|heading|hint`.
    NotALine {
        /// Which line, from 1.
        line: usize,
    },
    /// It has too many parts, or a line is too long.
    TooLong,
    /// It has no part for shortcomings, or none for what comes next.
    Bare,
}

#[derive(serde::Deserialize)]
struct Line {
    kind: String,
    level: String,
    depth: u8,
    role: String,
    heading: String,
    hint: String,
    valid_from: Date,
    source: String,
    verified: String,
}

/// Whether an outline has a part for everything that a report must tell.
pub fn is_whole(parts: &[Part]) -> bool {
    let has = |role| parts.iter().any(|part| part.role == role);
    Role::ALL.iter().all(|role| !role.obligatory() || has(*role))
}

/// An outline as a person edits it: one part a line, `depth|role|heading|hint`.
pub fn as_lines(parts: &[Part]) -> String {
    let line = |part: &Part| format!("{}|{}|{}|{}", part.depth, part.role.code(), part.heading, part.hint);
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads what [`as_lines`] wrote, or a person did.
pub fn from_lines(lines: &str) -> Result<Vec<Part>, OutlineRefusal> {
    let mut parts = Vec::new();
    for (number, line) in (1..).zip(lines.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let wrong = OutlineRefusal::NotALine { line: number };
        let mut pieces = line.splitn(4, '|').map(str::trim);
        let depth: u8 = pieces.next().and_then(|depth| depth.parse().ok()).ok_or(wrong)?;
        let role = pieces.next().and_then(Role::from_code).ok_or(wrong)?;
        let heading = text::clean(pieces.next().ok_or(wrong)?);
        let hint = text::clean(pieces.next().unwrap_or(""));
        if !(1..=3).contains(&depth) || heading.is_empty() {
            return Err(wrong);
        }
        if heading.chars().count().max(hint.chars().count()) > HEADING_MOST || parts.len() >= PARTS_MOST {
            return Err(OutlineRefusal::TooLong);
        }
        parts.push(Part { depth, heading, role, hint });
    }
    if is_whole(&parts) { Ok(parts) } else { Err(OutlineRefusal::Bare) }
}

/// The shipped outline of a kind for a level: cells have their own. Of several, the latest that holds on a day.
fn shipped(kind: ReportKind, cell: bool, day: Date) -> Result<Outline, Fault> {
    let wrong = || Fault::Inconsistent("the shipped outlines");
    let level = if cell { "cell" } else { "any" };
    let mut found: Vec<Line> = Vec::new();
    for line in csv::Reader::from_reader(SHIPPED.as_bytes()).into_deserialize::<Line>() {
        let line = line.map_err(|_| wrong())?;
        if line.kind == kind.code() && line.level == level {
            found.push(line);
        }
    }
    let latest = found.iter().map(|line| line.valid_from).filter(|from| *from <= day).max();
    // Reports on years before the first outline use it too: the skeleton is older than its writing down.
    let latest = latest.or_else(|| found.iter().map(|line| line.valid_from).min()).ok_or_else(wrong)?;
    found.retain(|line| line.valid_from == latest);
    let source = found.first().map(|line| line.source.clone()).unwrap_or_default();
    let verified = found.iter().all(|line| line.verified == "yes");
    let parts: Option<Vec<Part>> = found
        .into_iter()
        .map(|line| {
            let role = Role::from_code(&line.role)?;
            Some(Part { depth: line.depth, heading: line.heading, role, hint: line.hint })
        })
        .collect();
    Ok(Outline { name: String::new(), kind, parts: parts.ok_or_else(wrong)?, source, verified })
}

/// The outlines a unit may begin a report of a kind from: its own and those of the units above it, then the shipped
/// one.
pub async fn list(ctx: &Ctx, unit: UnitId, kind: ReportKind) -> Result<Vec<Outline>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let path = crate::programme::path(&history, unit, ctx.app.today());
    let mut found = Vec::new();
    for (_, name, of, lines) in store::report::outlines(&mut tx, &path).await? {
        if of == kind {
            let parts = from_lines(&lines).map_err(|_| Fault::Inconsistent("a unit's outline"))?;
            found.push(Outline { name, kind, parts, source: String::new(), verified: true });
        }
    }
    let names = store::unit::names(&mut tx, &[unit], ctx.app.today()).await?;
    let cell = names.get(&unit).is_some_and(|name| name.kind == UnitKind::Cell);
    found.push(shipped(kind, cell, ctx.app.today())?);
    Ok(found)
}

/// Keeps an outline of a unit's own, for it and all below it.
pub async fn save(
    ctx: &Ctx,
    unit: UnitId,
    kind: ReportKind,
    name: &str,
    lines: &str,
) -> Result<(), ActError<OutlineRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::WriteReports, Some(unit)).await?;
    let name = text::clean(name);
    if name.is_empty() {
        return Err(ActError::Refused(OutlineRefusal::NameMissing));
    }
    if name.chars().count() > HEADING_MOST {
        return Err(ActError::Refused(OutlineRefusal::TooLong));
    }
    let parts = from_lines(lines).map_err(ActError::Refused)?;
    let outline = (ctx.app.id(), name.clone(), kind, as_lines(&parts));
    store::report::add_outline(&mut tx, unit, &outline, ctx.account, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "report.outline", Some(unit), domain::id::print(outline.0), name).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_outline_asks_for_shortcomings_and_next_tasks() {
        for kind in ReportKind::ALL {
            for cell in [true, false] {
                let outline = shipped(*kind, cell, jiff::civil::date(2026, 11, 20)).unwrap();
                assert!(is_whole(&outline.parts), "{kind:?} {cell}");
                assert!(!outline.source.is_empty() && !outline.verified);
                assert_eq!(from_lines(&as_lines(&outline.parts)).unwrap(), outline.parts);
            }
        }
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        assert_eq!(from_lines("1|ket-qua|Kết quả\nx"), Err(OutlineRefusal::NotALine { line: 2 }));
        assert_eq!(from_lines("4|ket-qua|Kết quả"), Err(OutlineRefusal::NotALine { line: 1 }));
        assert_eq!(from_lines("1|ket-qua|Kết quả"), Err(OutlineRefusal::Bare));
        assert_eq!(from_lines("1|han-che|Hạn chế\n1|nhiem-vu|Nhiệm vụ").unwrap().len(), 2);
    }
}
