//! The register of awards (sổ khen thưởng): every line that the registers of a unit and those below it hold, found by
//! name or year, and counted by form.
//!
//! Not here: making lines (`decision`), what one person received (`decision::of_person`).

mod story;
mod summed;

pub use story::{Rows, Story, Told, of_person, of_unit};
pub use summed::Summed;
pub(crate) use summed::sum;

use crate::award::own;
use crate::ctx::Ctx;
use crate::decision::{self, Decision, LineView};
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::award::{FormCode, Giver};
use domain::decision::Standing;
use domain::honoree::Headcount;
use domain::id::{DecisionId, PersonId};
use domain::text;
use domain::unit::UnitId;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Tx;

/// The most lines that one page shows.
pub const LINES_MOST: usize = 500;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// In which year decided; `None` for every year.
    pub year: Option<i16>,
    /// Words of the name, with or without marks; empty for all.
    pub named: String,
}

/// A line of the register.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The decision.
    pub decision: Decision,
    /// The line as it stands today.
    pub line: LineView,
    /// The form's name on the day of the decision.
    pub form: String,
    /// Number and year in the book, once it has a sheet.
    pub number: Option<(u32, i16)>,
    /// The code of its newest sheet.
    pub code: Option<String>,
}

/// The register as asked for.
#[derive(Debug, Clone)]
pub struct Book {
    /// The lines, latest decision first, at most [`LINES_MOST`].
    pub entries: Vec<Entry>,
    /// How many there are in all.
    pub total: usize,
    /// How many stand, by kind.
    pub standing: Headcount,
    /// How many people stand in it, each counted once, as far as lines name persons of the register.
    pub people: usize,
    /// The years that have lines, latest first.
    pub years: Vec<i16>,
    /// What stands, summed up by year, body and form, latest decision first.
    pub summed: Vec<Summed>,
}

/// At which level something was conferred, as the State's forms 0702 and 0703 tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The State's honours: the President's and the Prime Minister's (0702).
    State,
    /// Ministries and provinces (0703).
    Province,
    /// Everybody else's.
    Below,
}

impl Level {
    /// The level of whoever confers.
    pub fn of(giver: Giver) -> Self {
        match giver {
            Giver::President | Giver::PrimeMinister => Self::State,
            Giver::Minister | Giver::CentralMass | Giver::ProvinceChair | Giver::ProvinceBoard => {
                Self::Province
            }
            Giver::DistrictChair
            | Giver::CommuneChair
            | Giver::UnitHead
            | Giver::EnterpriseHead
            | Giver::Cell
            | Giver::GrassrootsCell
            | Giver::GrassrootsCommittee
            | Giver::CommitteeBoard => Self::Below,
        }
    }
}

/// How often a form was conferred in a year, of what stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCount {
    /// At which level.
    pub level: Level,
    /// The form.
    pub form: FormCode,
    /// Its name.
    pub name: String,
    /// How many.
    pub count: Headcount,
}

/// The lines of all registers at and below a unit.
async fn lines(ctx: &Ctx, tx: &mut Tx, unit: UnitId) -> Result<Vec<(Decision, LineView)>, ActError<Never>> {
    let history = ctx.ask::<Never>(tx, Action::SeeAwards, Some(unit)).await?;
    let decisions = store::decision::list(tx, &history.ever_below(unit)).await?;
    let ids: Vec<DecisionId> = decisions.iter().map(|decision| decision.id).collect();
    let mut changes: HashMap<DecisionId, Vec<_>> = HashMap::new();
    for change in store::decision::changes(tx, &ids).await? {
        changes.entry(change.decision).or_default().push(change);
    }
    let mut by_decision: HashMap<DecisionId, Vec<_>> = HashMap::new();
    for line in store::honoree::of_decisions(tx, &ids).await? {
        by_decision.entry(line.decision).or_default().push(line);
    }
    let today = ctx.app.today();
    let mut found = Vec::new();
    for decision in decisions {
        let about = changes.get(&decision.id).map_or(&[][..], Vec::as_slice);
        let rows = by_decision.remove(&decision.id).unwrap_or_default();
        found.extend(decision::lines_on(rows, about, today).into_iter().map(|view| (decision.clone(), view)));
    }
    Ok(found)
}

/// Opens the register of a unit and all that ever stood below it.
pub async fn open(ctx: &Ctx, unit: UnitId, query: &Query) -> Result<Book, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let mut all = lines(ctx, &mut tx, unit).await?;
    let mut years: Vec<i16> = all.iter().map(|(decision, _)| decision.decided.year()).collect();
    years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
    years.dedup();
    let named = text::fold(&query.named);
    all.retain(|(decision, view)| {
        let in_year = query.year.is_none_or(|year| decision.decided.year() == year);
        in_year && (named.is_empty() || text::fold(&view.name).contains(&named))
    });
    let stands = || all.iter().filter(|(_, view)| view.standing == Standing::Valid);
    let standing = Headcount::of(stands().map(|(_, view)| (view.line.kind, view.line.number)));
    let people = people(&mut tx, stands().filter_map(|(_, view)| view.line.person).collect()).await?;
    let book = own::book_for(ctx, &mut tx, unit).await?;
    let summed = sum(&mut tx, &book, &all).await?;
    let total = all.len();
    all.truncate(LINES_MOST);
    let ids: Vec<_> = all.iter().map(|(_, view)| view.line.id).collect();
    let mut sheets = HashMap::new();
    for sheet in store::certificate::of_honorees(&mut tx, &ids).await? {
        sheets.insert(sheet.honoree, sheet);
    }
    let entries = all
        .into_iter()
        .map(|(decision, line)| {
            let sheet = sheets.remove(&line.line.id);
            let form = book.form_on(&line.line.form, decision.decided);
            Entry {
                form: form.map_or_else(|| line.line.form.as_str().to_owned(), |form| form.name.clone()),
                number: sheet.as_ref().map(|sheet| (sheet.number, sheet.year)),
                code: sheet.map(|sheet| sheet.code),
                decision,
                line,
            }
        })
        .collect();
    Ok(Book { entries, total, standing, people, years, summed })
}

/// How many people these rows are: duplicates that were merged count once.
async fn people(tx: &mut Tx, rows: HashSet<PersonId>) -> Result<usize, ActError<Never>> {
    let mut kept = HashSet::new();
    for row in rows {
        let mut at = row;
        // A chain of merges is short; one that leads back to itself ends here too.
        for _ in 0..16 {
            match store::person::find(tx, at).await?.and_then(|person| person.merged_into) {
                Some(next) => at = next,
                None => break,
            }
        }
        kept.insert(at);
    }
    Ok(kept.len())
}

/// How often each form was conferred in a year, of what stands: the figures of the State's yearly statistics.
pub async fn count(ctx: &Ctx, unit: UnitId, year: i16) -> Result<Vec<FormCount>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let all = lines(ctx, &mut tx, unit).await?;
    let book = own::book_for(ctx, &mut tx, unit).await?;
    let mut counted: BTreeMap<(Level, FormCode), (String, Headcount)> = BTreeMap::new();
    for (decision, view) in &all {
        if decision.decided.year() != year || view.standing != Standing::Valid {
            continue;
        }
        let name = book.form_on(&view.line.form, decision.decided).map(|form| form.name.clone());
        let key = (Level::of(decision.giver), view.line.form.clone());
        let row = counted.entry(key).or_insert_with(|| {
            (name.unwrap_or_else(|| view.line.form.as_str().to_owned()), Headcount::default())
        });
        row.1 = row.1.plus(&Headcount::of([(view.line.kind, view.line.number)]));
    }
    // In the sequence of the rule book: the highest honours first.
    let place =
        |form: &FormCode| book.forms.iter().position(|known| known.code == *form).unwrap_or(usize::MAX);
    let mut rows: Vec<FormCount> = counted
        .into_iter()
        .map(|((level, form), (name, count))| FormCount { level, form, name, count })
        .collect();
    rows.sort_by_key(|row| (row.level, place(&row.form)));
    Ok(rows)
}
