//! The story of one person or one collective in the register: every line, and the years in a row, over the units that
//! came before.
//!
//! Not here: the book of a unit (`super`), what the years are worth (`domain::award::examine`).

use crate::award::{RuleBook, own};
use crate::ctx::Ctx;
use crate::decision::{self, Decision, LineView};
use crate::error::{ActError, Never};
use domain::award::years::{Stretch, stretches};
use domain::award::{Continuity, FormCode, Ground, continuity};
use domain::decision::Standing;
use domain::honoree::HonoreeKind;
use domain::id::PersonId;
use domain::unit::UnitId;
use std::collections::{BTreeMap, HashMap};
use store::Tx;

/// A line of a story.
#[derive(Debug, Clone)]
pub struct Told {
    /// The decision.
    pub decision: Decision,
    /// The line as it stands today.
    pub line: LineView,
    /// The form's name on the day of the decision.
    pub form: String,
    /// Number and year in the book, with the code of its newest sheet, once it has one.
    pub sheet: Option<(u32, i16, String)>,
    /// The older unit that received it, and how today's unit stands to it; `None` where it is the unit itself.
    pub before: Option<(String, Continuity)>,
}

/// The years in a row of one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The form.
    pub form: FormCode,
    /// Its name.
    pub name: String,
    /// Its stretches, oldest first.
    pub stretches: Vec<Stretch>,
}

/// The story of one person or one collective.
#[derive(Debug, Clone)]
pub struct Story {
    /// Every line, latest decision first.
    pub told: Vec<Told>,
    /// The years in a row of every form that is given for a year's work.
    pub rows: Vec<Rows>,
    /// Lines that count in no row: given for one deed or one theme, or no longer standing.
    pub aside: usize,
}

/// The story of a person, under every row that was merged into this one.
pub async fn of_person(ctx: &Ctx, person: PersonId) -> Result<Story, ActError<Never>> {
    let received = decision::of_person(ctx, person).await?;
    let mut tx = ctx.read().await?;
    let found = store::person::find(&mut tx, person).await?.ok_or(ActError::Missing)?;
    let told = told(ctx, &mut tx, found.unit, received).await?;
    Ok(story(told, |_| Continuity::Whole))
}

/// The story of a collective: what it received itself, and what came to it with the units that went into it.
pub async fn of_unit(ctx: &Ctx, unit: UnitId) -> Result<Story, ActError<Never>> {
    let mut received = decision::of_unit(ctx, unit).await?;
    let mut tx = ctx.read().await?;
    let history = store::tree::history(&mut tx).await?;
    let today = ctx.app.today();
    let older: Vec<UnitId> = crate::nomination::line_of(&history, unit)
        .into_iter()
        .filter(|one| *one != unit && continuity(&history, *one, unit, today) != Continuity::None)
        .collect();
    let lines = store::honoree::of_units(&mut tx, &older).await?;
    let lines = lines.into_iter().filter(|line| line.kind == HonoreeKind::Collective).collect();
    received.extend(decision::received(ctx, &mut tx, lines).await?);
    received.sort_by_key(|(decision, line)| std::cmp::Reverse((decision.decided, line.line.id)));
    let mut told = told(ctx, &mut tx, unit, received).await?;
    let names = store::unit::names(&mut tx, &older, today).await?;
    for one in &mut told {
        let Some(from) = one.line.line.unit.filter(|from| *from != unit) else { continue };
        let name = names.get(&from).map(|name| name.name.clone()).unwrap_or_default();
        one.before = Some((name, continuity(&history, from, unit, today)));
    }
    Ok(story(told, |from| continuity(&history, from.unwrap_or(unit), unit, today)))
}

/// Lines with what belongs to them.
async fn told(
    ctx: &Ctx,
    tx: &mut Tx,
    unit: UnitId,
    received: Vec<(Decision, LineView)>,
) -> Result<Vec<Told>, ActError<Never>> {
    let ids: Vec<_> = received.iter().map(|(_, line)| line.line.id).collect();
    let mut sheets = HashMap::new();
    for sheet in store::certificate::of_honorees(tx, &ids).await? {
        sheets.insert(sheet.honoree, (sheet.number, sheet.year, sheet.code));
    }
    let book = own::book_for(ctx, tx, unit).await?;
    Ok(received
        .into_iter()
        .map(|(decision, line)| Told {
            form: named(&book, &decision, &line),
            sheet: sheets.remove(&line.line.id),
            before: None,
            decision,
            line,
        })
        .collect())
}

fn named(book: &RuleBook, decision: &Decision, line: &LineView) -> String {
    let form = book.form_on(&line.line.form, decision.decided);
    form.map_or_else(|| line.line.form.as_str().to_owned(), |form| form.name.clone())
}

/// Puts years in a row, form by form. What is given for a deed or a theme is no year's work.
fn story(told: Vec<Told>, stands: impl Fn(Option<UnitId>) -> Continuity) -> Story {
    let mut years: BTreeMap<FormCode, (String, Vec<(i16, bool)>)> = BTreeMap::new();
    let mut aside = 0_usize;
    for one in &told {
        let line = &one.line.line;
        let yearly = !matches!(line.ground, Ground::Sudden | Ground::Thematic);
        if one.line.standing != Standing::Valid || !yearly {
            aside = aside.saturating_add(1);
            continue;
        }
        let sure = match stands(line.unit) {
            Continuity::Whole => true,
            Continuity::Joined | Continuity::Part => false,
            Continuity::None => continue,
        };
        let entry = years.entry(line.form.clone()).or_insert_with(|| (one.form.clone(), Vec::new()));
        entry.1.push((line.year, sure));
    }
    let rows = years
        .into_iter()
        .map(|(form, (name, years))| Rows { form, name, stretches: stretches(years) })
        .collect();
    Story { told, rows, aside }
}
