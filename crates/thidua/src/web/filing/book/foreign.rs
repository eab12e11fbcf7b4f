//! A table of a unit's own making: saying once how it is read, and forgetting that again.
//!
//! A table is known again by its headings as they are found, whichever row is then said to hold them. Not here: reading
//! its figures (`many`).

use acts::filing::About;
use acts::filing::table::Table as Answers;
use acts::layout::LayoutRefusal;
use axum::extract::{Path, Query};
use domain::layout::{Layout, LayoutFault, Meaning, trace};
use domain::text::fold;
use lang::Lang;
use office::sheet::{CellValue, Grid, SheetRefusal, Table, read_grids, read_table};

use super::page::{BookPage, Mapped, Mapping};
use super::{Asked, about, address_of, taken};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::filing::told;
use crate::web::parts::Choice;
use crate::web::pending::Waiting;
use crate::web::posted::Posted;
use crate::web::visit::Member;

/// The value of a choice that names the unit.
pub(in crate::web) const UNIT: &str = "don-vi";
/// Rows looked at for an example of a column.
const EXAMPLES: usize = 5;

/// A table as it was found.
pub(in crate::web) struct Found {
    /// Its cells.
    pub grid: Grid,
    /// The same as a table with headings.
    pub table: Table,
}

impl Found {
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, SheetRefusal> {
        let table = read_table(name, bytes)?;
        let grid = read_grids(name, bytes)?.into_iter().next().ok_or(SheetRefusal::Empty)?;
        Ok(Self { grid, table })
    }

    /// The row that seems to hold the headings.
    fn header(&self) -> u32 {
        let lowest = self.table.headings.iter().map(|heading| heading.address.row).max();
        lowest.or(self.grid.rows.first().map(|row| row.number)).unwrap_or(1)
    }

    /// The columns with their headings in a row.
    fn headings(&self, header: u32) -> Vec<(u32, String)> {
        if header == self.header() && !self.table.headings.is_empty() {
            return self.table.headings.iter().map(|one| (one.column, one.text.clone())).collect();
        }
        let row = self.grid.rows.iter().find(|row| row.number == header);
        let cells = row.map(|row| row.cells.as_slice()).unwrap_or_default();
        cells.iter().map(|cell| (cell.address.column, cell.value.to_plain())).collect()
    }

    /// By what the table is known again.
    pub fn trace(&self) -> String {
        let headings = self.headings(self.header());
        trace(headings.iter().map(|(column, text)| (*column, text.as_str())))
    }
}

/// The page that asks how a table is read.
pub(in crate::web) fn mapping(
    found: &Found,
    answers: &Answers,
    posted: &Posted,
    key: &str,
    lang: Lang,
) -> Mapping {
    let w = &lang.words().book;
    let typed: Option<u32> = posted.get("dong").parse().ok();
    let header = typed.unwrap_or_else(|| found.header());
    let headings = found.headings(header);
    let mut choices = vec![Choice::new("", w.map_skip), Choice::new(UNIT, w.map_unit)];
    let rows: Vec<_> = answers.version.content.rows().filter(|row| row.ask.slot().is_some()).collect();
    choices.extend(
        rows.iter().map(|row| Choice::new(row.ask.key(), told::question(&answers.catalogue, row, lang))),
    );
    let mut free: Vec<Choice> = choices.iter().skip(1).cloned().collect();
    let mapped = headings.iter().map(|(column, heading)| {
        let name = format!("cot-{column}");
        let value = if posted.has(&name) { posted.get(&name).to_owned() } else { guess(heading, &mut free) };
        let below = found.grid.rows.iter().filter(|row| row.number > header);
        let example: Vec<String> =
            below.filter_map(|row| row.get(*column)).take(EXAMPLES).map(CellValue::to_plain).collect();
        Mapped { name, heading: heading.clone(), example: example.join(" · "), value }
    });
    Mapping {
        columns: mapped.collect(),
        choices,
        header: header.to_string(),
        file: key.to_owned(),
        action: String::new(),
        error: if headings.is_empty() { w.map_no_headings.to_owned() } else { String::new() },
    }
}

/// What a heading seems to tell: the question whose words it holds, or that holds its words; each taken once.
fn guess(heading: &str, free: &mut Vec<Choice>) -> String {
    let folded = fold(heading);
    if folded.is_empty() {
        return String::new();
    }
    let is_unit = ["don vi", "to chuc dang", "chi bo", "dang bo", "co quan"]
        .iter()
        .any(|start| folded.strip_prefix("ten ").unwrap_or(&folded).starts_with(start));
    let at = if is_unit && free.iter().any(|one| one.value == UNIT) {
        free.iter().position(|one| one.value == UNIT)
    } else {
        let close = |one: &Choice| {
            let question = fold(&one.text);
            !question.is_empty() && (question.contains(&folded) || folded.contains(&question))
        };
        free.iter().position(|one| one.value != UNIT && close(one))
    };
    at.map_or_else(String::new, |at| free.remove(at).value)
}

/// What a column tells, as a choice says it.
pub(in crate::web) fn meaning(value: &str) -> Meaning {
    if value == UNIT { Meaning::Unit } else { Meaning::Answer(value.to_owned()) }
}

/// Reads the choices back.
fn layout_of(posted: &Posted) -> Option<Layout> {
    let columns = posted.starting("cot-").filter(|(_, value)| !value.is_empty());
    Some(Layout {
        header: posted.get("dong").parse().ok()?,
        columns: columns.filter_map(|(column, value)| Some((column.parse().ok()?, meaning(value)))).collect(),
    })
}

async fn drawn(
    member: &Member,
    about: About,
    waiting: &Waiting,
    found: &Found,
    posted: &Posted,
    error: &str,
) -> Result<BookPage, Failure> {
    let answers = acts::filing::table::table(&member.ctx, &super::many::query(about)).await?;
    let mut shown = mapping(found, &answers, posted, posted.get("tep"), member.lang());
    shown.action = address_of(about, "/cach-doc");
    if !error.is_empty() {
        error.clone_into(&mut shown.error);
    }
    let mut drawn = taken::frame(member, about).await?;
    drawn.f.refused = !error.is_empty();
    drawn.heading = member.words().import.preview(&waiting.name);
    drawn.mapping = Some(shown);
    Ok(drawn)
}

/// Keeps how a table is read and goes on to its preview, or reads the headings of another row.
pub(super) async fn keep(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    posted: Posted,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    // Whoever may not enter here learns nothing from a file of theirs.
    acts::layout::list(&member.ctx, about).await?;
    let w = &member.words().book;
    let Some(waiting) = taken::waiting(&member, posted.get("tep")) else {
        return Ok(taken::gone(&member, about));
    };
    let Ok(found) = Found::read(&waiting.name, &waiting.bytes) else {
        return Ok(taken::gone(&member, about));
    };
    let Some(layout) = layout_of(&posted) else {
        return again(&drawn(&member, about, &waiting, &found, &posted, w.map_header_bad).await?);
    };
    if posted.get("viec") == "doc-lai" {
        return page(&drawn(&member, about, &waiting, &found, &posted.only(&["tep", "dong"]), "").await?);
    }
    let kept = acts::layout::keep(&member.ctx, about, &found.trace(), layout, &waiting.name).await;
    match refused(kept)? {
        Ok(()) => taken::shown(&member, about, posted.get("tep"), &waiting).await,
        Err(LayoutRefusal::Fault(fault)) => {
            let sentence = match fault {
                LayoutFault::Header => w.map_header_bad,
                LayoutFault::NoAnswers => w.map_none,
                LayoutFault::TwoUnits => w.map_two_units,
                LayoutFault::Twice(_) => w.map_twice,
                LayoutFault::NotAsked(_) => w.gone_row,
            };
            again(&drawn(&member, about, &waiting, &found, &posted, sentence).await?)
        }
    }
}

/// Asks how a table is read.
pub(super) async fn asks(
    member: &Member,
    about: About,
    key: &str,
    waiting: &Waiting,
    found: &Found,
) -> Result<BookPage, Failure> {
    let posted = Posted::of(&[("tep", key)]);
    drawn(member, about, waiting, found, &posted, "").await
}

/// Forgets how a table is read.
pub(super) async fn forget(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    posted: Posted,
) -> Answer {
    let about = about(&member, (&form, &period), &asked).await?;
    let id = domain::id::parse(posted.get("cach")).map_err(|_| Failure::Missing)?;
    acts::layout::forget(&member.ctx, id).await?;
    Ok(done(member.site(), &address_of(about, ""), member.words().book.forgotten, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_find_their_questions_once() {
        let mut free = vec![
            Choice::new(UNIT, "Tên hoặc mã đơn vị"),
            Choice::new("1", "Cây xanh trồng mới"),
            Choice::new("2", "Cây"),
        ];
        assert_eq!(guess("Tên đơn vị", &mut free), UNIT);
        assert_eq!(guess("CÂY XANH trồng mới (cây)", &mut free), "1");
        assert_eq!(guess("Số cây", &mut free), "2");
        assert_eq!(guess("Số cây", &mut free), "");
        assert_eq!(guess("", &mut free), "");
    }
}
