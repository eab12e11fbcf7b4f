//! The invented division of the first article's figures over units and quarters: what each unit would have reported
//! itself. It adds up exactly to what the article says for all, and every figure of it is marked as invented.
//!
//! Not here: the numbers (`demo/split.csv`).

use acts::Ctx;
use acts::figure::{self, Entry, NewEvidence, Save};
use acts::indicator::{self, Catalogue};
use anyhow::{Context as _, anyhow};
use domain::figure::Value;
use domain::indicator::{Breakdown, Subject};
use domain::submission::{Scope, Source};

use super::{INVENTED, Units};

const SPLIT: &str = include_str!("../../../../demo/split.csv");

/// What a cell says when the unit has no such thing.
const NOT_APPLICABLE: &str = "KAD";

/// The columns: the indicator, and the breakdown in which the article tells it.
const COLUMNS: &[(&str, Subject, &str)] = &[
    ("HD01", Subject::Any, ""),
    ("HD02", Subject::Any, ""),
    ("HD03", Subject::Any, ""),
    ("HD04", Subject::Any, super::articles::KEPT_AND_NEW),
    ("KT10", Subject::Combined, super::articles::BY_ALL_LEVELS),
];

/// Whose figures of which quarter come after the first freeze.
const LATE: &str = "K00-11,2024Q1,";

/// Whose trees of which quarter were first counted wrongly, and by how many too many.
const WRONG: (&str, i64) = ("K00-05,2024Q1,", 12);

/// Types in what each unit would have reported, but for what [`finish`] brings.
pub(super) async fn load(writer: &Ctx, units: &Units) -> anyhow::Result<()> {
    let catalogue = indicator::catalogue(writer).await?;
    for (number, line) in (1..).zip(SPLIT.lines().skip(1)) {
        if line.starts_with(LATE) {
            continue;
        }
        let mut save =
            row(&catalogue, units, line).with_context(|| format!("line {number} of the division"))?;
        if line.starts_with(WRONG.0)
            && let Some(Entry { value: Some(Value::Count { number, .. }), .. }) = save.entries.first_mut()
        {
            *number += WRONG.1;
        }
        figure::save(writer, save).await.map_err(|end| anyhow!("line {number} of the division: {end}"))?;
    }
    Ok(())
}

/// Brings what was late, and corrects what was wrong.
pub(super) async fn finish(writer: &Ctx, units: &Units) -> anyhow::Result<()> {
    let catalogue = indicator::catalogue(writer).await?;
    for (start, reason) in [(LATE, INVENTED), (WRONG.0, "Cộng trùng một tổ; số liệu minh họa")] {
        let line = SPLIT.lines().find(|line| line.starts_with(start)).context("a line of the division")?;
        let save = Save { seen_version: None, reason: reason.to_owned(), ..row(&catalogue, units, line)? };
        figure::save(writer, save).await.map_err(|end| anyhow!("{start}: {end}"))?;
    }
    Ok(())
}

fn row(catalogue: &Catalogue, units: &Units, line: &str) -> anyhow::Result<Save> {
    let mut cells = line.split(',');
    let mut next = || cells.next().ok_or_else(|| anyhow!("a cell is missing"));
    let unit = units.of(next()?)?;
    let period = next()?.parse()?;
    let mut entries = Vec::new();
    for (code, subject, detail) in COLUMNS {
        let cell = next()?;
        if cell.is_empty() {
            continue;
        }
        let value = if cell == NOT_APPLICABLE { Value::NotApplicable } else { Value::exact(cell.parse()?) };
        let indicator = catalogue.by_code(code).ok_or_else(|| anyhow!("no indicator {code}"))?.id;
        entries.push(Entry {
            indicator,
            breakdown: Breakdown { subject: *subject, detail: (*detail).to_owned() },
            value: Some(value),
            evidence: Some(NewEvidence { note: INVENTED.to_owned(), ..NewEvidence::default() }),
        });
    }
    Ok(Save {
        unit,
        period,
        scope: Scope::Own,
        seen_version: Some(0),
        entries,
        source: Source::Typed,
        document: None,
        reason: INVENTED.to_owned(),
    })
}
