//! The lines of decisions' lists as rows.
//!
//! Not here: the decisions (`decision`), who received what by hand (`ceremony`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::award::{FormCode, Ground};
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, HonoreeId, NominationId, PersonId, UnitId};
use domain::period::Period;
use domain::text;

/// A line of a decision's list, as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honoree {
    /// Its identity.
    pub id: HonoreeId,
    /// Of which decision.
    pub decision: DecisionId,
    /// Its place in the list, from 1.
    pub place: u32,
    /// Whom it honours.
    pub kind: HonoreeKind,
    /// The name as it stands in the list; empty when only a number was told.
    pub name: String,
    /// What stands beside the name: post and unit of a person, address of a household.
    pub detail: String,
    /// For how many it stands: 1 for a name.
    pub number: u32,
    /// The unit that is honoured, or where the person worked.
    pub unit: Option<UnitId>,
    /// The person of the register.
    pub person: Option<PersonId>,
    /// The form of honour.
    pub form: FormCode,
    /// On which ground.
    pub ground: Ground,
    /// The year whose work is honoured; of a longer stretch its last.
    pub year: i16,
    /// The stretch, where one was told.
    pub period: Option<Period>,
    /// The achievement in words.
    pub achievement: String,
    /// The rule that entitled the body; empty where none was registered for the day.
    pub rule: String,
    /// The nomination that led here.
    pub nomination: Option<NominationId>,
}

const COLUMNS: &str =
    "id, decision, place, kind, name, detail, number, unit, person, form, ground, year, period,
     achievement, rule, nomination";

fn read(row: &Row) -> Result<Honoree, StoreError> {
    let damaged = || StoreError::Damaged("a line of a decision");
    Ok(Honoree {
        id: HonoreeId(row.int(0)?),
        decision: DecisionId(row.int(1)?),
        place: u32::try_from(row.int(2)?).map_err(|_| damaged())?,
        kind: HonoreeKind::from_code(&row.text(3)?).ok_or_else(damaged)?,
        name: row.text(4)?,
        detail: row.text(5)?,
        number: u32::try_from(row.int(6)?).map_err(|_| damaged())?,
        unit: row.opt_int(7)?.map(UnitId),
        person: row.opt_int(8)?.map(PersonId),
        form: row.text(9)?.parse().map_err(|_| damaged())?,
        ground: Ground::from_code(&row.text(10)?).ok_or_else(damaged)?,
        year: i16::try_from(row.int(11)?).map_err(|_| damaged())?,
        period: row.opt_int(12)?.map(Period::from_key).transpose().map_err(|_| damaged())?,
        achievement: row.text(13)?,
        rule: row.text(14)?,
        nomination: row.opt_int(15)?.map(NominationId),
    })
}

/// Writes the lines of a list; ten thousand at once are usual.
pub async fn add(tx: &mut Tx, lines: &[Honoree]) -> Result<(), StoreError> {
    let into = "honoree (id, decision, place, kind, name, folded, sort_key, detail, number, unit, person, form, \
                ground, year, period, achievement, rule, nomination)";
    tx.insert(into, lines.iter().map(line_args).collect(), "").await
}

fn line_args(line: &Honoree) -> Vec<Arg> {
    let sort_key = match line.kind {
        HonoreeKind::Individual | HonoreeKind::Household => text::person_sort_key(&line.name),
        HonoreeKind::Collective | HonoreeKind::Combined => text::sort_key(&line.name),
    };
    args![
        line.id.0,
        line.decision.0,
        line.place,
        line.kind.code(),
        line.name.as_str(),
        text::fold(&line.name),
        sort_key,
        line.detail.as_str(),
        line.number,
        line.unit.map(|unit| unit.0),
        line.person.map(|person| person.0),
        line.form.as_str(),
        line.ground.code(),
        i64::from(line.year),
        line.period.map(Period::key),
        line.achievement.as_str(),
        line.rule.as_str(),
        line.nomination.map(|nomination| nomination.0)
    ]
}

/// The lines of a decision, in their sequence.
pub async fn of_decision(tx: &mut Tx, decision: DecisionId) -> Result<Vec<Honoree>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM honoree WHERE decision = $1 ORDER BY place");
    tx.all(sql, args![decision.0]).await?.iter().map(read).collect()
}

/// One line.
pub async fn find(tx: &mut Tx, id: HonoreeId) -> Result<Option<Honoree>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM honoree WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The lines about some persons.
pub async fn of_persons(tx: &mut Tx, persons: &[PersonId]) -> Result<Vec<Honoree>, StoreError> {
    among(tx, "person", persons.iter().map(|person| person.0).collect()).await
}

/// The lines about some units: where the unit itself was honoured or one of its people.
pub async fn of_units(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Honoree>, StoreError> {
    among(tx, "unit", units.iter().map(|unit| unit.0).collect()).await
}

/// The lines of some decisions, by decision and place.
pub async fn of_decisions(tx: &mut Tx, decisions: &[DecisionId]) -> Result<Vec<Honoree>, StoreError> {
    among(tx, "decision", decisions.iter().map(|decision| decision.0).collect()).await
}

/// The lines whose names fold alike.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Vec<Honoree>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM honoree WHERE folded = $1 AND folded <> '' ORDER BY id LIMIT 500");
    tx.all(sql, args![text::fold(name)]).await?.iter().map(read).collect()
}

async fn among(tx: &mut Tx, column: &str, ids: Vec<i64>) -> Result<Vec<Honoree>, StoreError> {
    let mut found = Vec::new();
    for chunk in ids.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT {COLUMNS} FROM honoree WHERE {column} IN ({}) ORDER BY decision, place",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(*id)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}
