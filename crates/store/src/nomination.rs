//! Nominations as rows: the case, its steps, papers, facts and opinions of other bodies.
//!
//! Not here: the council (`council`), what a case meets or lacks (`domain::award`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::award::{FormCode, Ground};
use domain::honoree::HonoreeKind;
use domain::id::{AccountId, NominationId, PersonId, RoundId, StepId, UnitId};
use domain::nomination::{Stage, Step};
use domain::text;
use jiff::civil::Date;

/// The vote at the unit that proposes (bình xét).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitVote {
    /// All who may vote.
    pub voters: u32,
    /// Who voted.
    pub voted: u32,
    /// Who was for it.
    pub approved: u32,
    /// On which day.
    pub day: Date,
    /// In which minutes.
    pub minutes: String,
}

/// A public notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The day it was posted.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// Where it can be read.
    pub place: String,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nomination {
    /// Its identity.
    pub id: NominationId,
    /// In which round.
    pub round: RoundId,
    /// Who proposes.
    pub unit: UnitId,
    /// Whom.
    pub kind: HonoreeKind,
    /// The name.
    pub name: String,
    /// What stands beside it.
    pub detail: String,
    /// For how many it stands: 1, but for a combined number.
    pub number: u32,
    /// The unit that is to be honoured, or where the person works.
    pub honoured: Option<UnitId>,
    /// The person of the register.
    pub person: Option<PersonId>,
    /// For which form.
    pub form: FormCode,
    /// On which ground.
    pub ground: Ground,
    /// For which year.
    pub year: i16,
    /// For which achievement.
    pub achievement: String,
    /// Where it stands.
    pub stage: Stage,
    /// The vote at the unit.
    pub vote: UnitVote,
    /// The case of which this one asks for a higher form.
    pub raised_from: Option<NominationId>,
    /// The public notice, once posted.
    pub notice: Option<Notice>,
}

/// A step somebody took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// Its identity.
    pub id: StepId,
    /// On which case.
    pub nomination: NominationId,
    /// What.
    pub step: Step,
    /// Why; always there for giving back.
    pub reason: String,
    /// Who.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// A paper of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// By the name the rules give it.
    pub name: String,
    /// SHA-256 of its content.
    pub file: Vec<u8>,
    /// The file's own name.
    pub file_name: String,
}

/// A fact the office typed, with where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its identity.
    pub id: StepId,
    /// `grade` or `initiative`.
    pub kind: String,
    /// Of which year.
    pub year: i16,
    /// The code of what it says.
    pub content: String,
    /// Where it is written.
    pub evidence: String,
}

/// An opinion asked of another body (hiệp y).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Its identity.
    pub id: StepId,
    /// About which case.
    pub nomination: NominationId,
    /// Whom.
    pub body: String,
    /// When it was asked.
    pub asked: Date,
    /// By when the answer is due.
    pub due: Date,
    /// When it was answered, and whether it agrees.
    pub answered: Option<(Date, bool)>,
    /// The answer in words.
    pub answer: String,
}

const COLUMNS: &str =
    "id, round, unit, kind, name, detail, honoured, person, form, ground, year, achievement, stage,
     voters, voted, approved, voted_on, minutes, raised_from, notice_from, notice_until, notice_place, number";

fn read(row: &Row) -> Result<Nomination, StoreError> {
    let damaged = || StoreError::Damaged("a nomination");
    let count =
        |column| -> Result<u32, StoreError> { u32::try_from(row.int(column)?).map_err(|_| damaged()) };
    let notice = match (row.opt_day(19)?, row.opt_day(20)?) {
        (Some(from), Some(until)) => Some(Notice { from, until, place: row.text(21)? }),
        _ => None,
    };
    Ok(Nomination {
        id: NominationId(row.int(0)?),
        round: RoundId(row.int(1)?),
        unit: UnitId(row.int(2)?),
        kind: HonoreeKind::from_code(&row.text(3)?).ok_or_else(damaged)?,
        name: row.text(4)?,
        detail: row.text(5)?,
        number: count(22)?,
        honoured: row.opt_int(6)?.map(UnitId),
        person: row.opt_int(7)?.map(PersonId),
        form: row.text(8)?.parse().map_err(|_| damaged())?,
        ground: Ground::from_code(&row.text(9)?).ok_or_else(damaged)?,
        year: i16::try_from(row.int(10)?).map_err(|_| damaged())?,
        achievement: row.text(11)?,
        stage: Stage::from_code(&row.text(12)?).ok_or_else(damaged)?,
        vote: UnitVote {
            voters: count(13)?,
            voted: count(14)?,
            approved: count(15)?,
            day: row.day(16)?,
            minutes: row.text(17)?,
        },
        raised_from: row.opt_int(18)?.map(NominationId),
        notice,
    })
}

/// Writes a case.
pub async fn add(tx: &mut Tx, case: &Nomination, account: AccountId, at_ms: i64) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO nomination (id, round, unit, kind, name, folded, detail, honoured, person, form, ground, year,
            achievement, stage, voters, voted, approved, voted_on, minutes, raised_from, notice_place, account, at_ms, number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, '', $21,
            $22, $23)",
        args![
            case.id.0,
            case.round.0,
            case.unit.0,
            case.kind.code(),
            case.name.as_str(),
            text::fold(&case.name),
            case.detail.as_str(),
            case.honoured.map(|unit| unit.0),
            case.person.map(|person| person.0),
            case.form.as_str(),
            case.ground.code(),
            i64::from(case.year),
            case.achievement.as_str(),
            case.stage.code(),
            case.vote.voters,
            case.vote.voted,
            case.vote.approved,
            case.vote.day,
            case.vote.minutes.as_str(),
            case.raised_from.map(|case| case.0),
            account.0,
            at_ms,
            case.number
        ],
    )
    .await?;
    Ok(())
}

/// One case.
pub async fn find(tx: &mut Tx, id: NominationId) -> Result<Option<Nomination>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM nomination WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The cases of some rounds, by name.
pub async fn of_rounds(tx: &mut Tx, rounds: &[RoundId]) -> Result<Vec<Nomination>, StoreError> {
    among(tx, "round", rounds.iter().map(|round| round.0).collect()).await
}

/// The cases that some units propose, by name.
pub async fn of_units(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Nomination>, StoreError> {
    among(tx, "unit", units.iter().map(|unit| unit.0).collect()).await
}

async fn among(tx: &mut Tx, column: &str, ids: Vec<i64>) -> Result<Vec<Nomination>, StoreError> {
    let mut found = Vec::new();
    for chunk in ids.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT {COLUMNS} FROM nomination WHERE {column} IN ({}) ORDER BY folded, id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(*id)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// The cases whose names fold alike: where one deed proposed twice is looked for.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Vec<Nomination>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM nomination WHERE folded = $1 ORDER BY id LIMIT 200");
    tx.all(sql, args![text::fold(name)]).await?.iter().map(read).collect()
}

/// Moves a case and writes the step. False when somebody else moved it before.
pub async fn step(tx: &mut Tx, from: Stage, to: Stage, row: &StepRow) -> Result<bool, StoreError> {
    let sql = "UPDATE nomination SET stage = $2 WHERE id = $1 AND stage = $3";
    if tx.run(sql, args![row.nomination.0, to.code(), from.code()]).await? != 1 {
        return Ok(false);
    }
    tx.run(
        "INSERT INTO nomination_step (id, nomination, step, reason, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6)",
        args![row.id.0, row.nomination.0, row.step.code(), row.reason.as_str(), row.account.0, row.at_ms],
    )
    .await?;
    Ok(true)
}

/// The steps of a case, oldest first.
pub async fn steps(tx: &mut Tx, case: NominationId) -> Result<Vec<StepRow>, StoreError> {
    let sql = "SELECT id, nomination, step, reason, account, at_ms FROM nomination_step WHERE nomination = $1
               ORDER BY id";
    let rows = tx.all(sql, args![case.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(StepRow {
                id: StepId(row.int(0)?),
                nomination: NominationId(row.int(1)?),
                step: Step::from_code(&row.text(2)?).ok_or(StoreError::Damaged("a step"))?,
                reason: row.text(3)?,
                account: AccountId(row.int(4)?),
                at_ms: row.int(5)?,
            })
        })
        .collect()
}

/// Posts a notice.
pub async fn post(tx: &mut Tx, case: NominationId, notice: &Notice) -> Result<(), StoreError> {
    let sql = "UPDATE nomination SET notice_from = $2, notice_until = $3, notice_place = $4 WHERE id = $1";
    tx.run(sql, args![case.0, notice.from, notice.until, notice.place.as_str()]).await?;
    Ok(())
}

/// Puts a paper into a dossier.
pub async fn add_paper(
    tx: &mut Tx,
    case: NominationId,
    paper: &Paper,
    account: AccountId,
    at_ms: i64,
) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO nomination_paper (nomination, name, file, file_name, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        args![case.0, paper.name.as_str(), paper.file.as_slice(), paper.file_name.as_str(), account.0, at_ms],
    )
    .await?;
    Ok(())
}

/// The papers of a dossier.
pub async fn papers(tx: &mut Tx, case: NominationId) -> Result<Vec<Paper>, StoreError> {
    let sql = "SELECT name, file, file_name FROM nomination_paper WHERE nomination = $1 ORDER BY name, at_ms";
    let rows = tx.all(sql, args![case.0]).await?;
    rows.iter()
        .map(|row| Ok(Paper { name: row.text(0)?, file: row.bytes(1)?, file_name: row.text(2)? }))
        .collect()
}

/// Writes a fact.
pub async fn add_fact(tx: &mut Tx, case: NominationId, fact: &Fact) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO nomination_fact (id, nomination, kind, year, content, evidence)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            fact.id.0,
            case.0,
            fact.kind.as_str(),
            i64::from(fact.year),
            fact.content.as_str(),
            fact.evidence.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// The facts of a case.
pub async fn facts(tx: &mut Tx, case: NominationId) -> Result<Vec<Fact>, StoreError> {
    let sql = "SELECT id, kind, year, content, evidence FROM nomination_fact WHERE nomination = $1 ORDER BY year, id";
    let rows = tx.all(sql, args![case.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Fact {
                id: StepId(row.int(0)?),
                kind: row.text(1)?,
                year: i16::try_from(row.int(2)?).map_err(|_| StoreError::Damaged("a year"))?,
                content: row.text(3)?,
                evidence: row.text(4)?,
            })
        })
        .collect()
}

/// Writes a question to another body.
pub async fn consult(tx: &mut Tx, asked: &Consultation) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO consultation (id, nomination, body, asked, due, answer) VALUES ($1, $2, $3, $4, $5, '')",
        args![asked.id.0, asked.nomination.0, asked.body.as_str(), asked.asked, asked.due],
    )
    .await?;
    Ok(())
}

/// Writes the answer. False when there is one.
pub async fn answer(
    tx: &mut Tx,
    id: StepId,
    (day, agrees): (Date, bool),
    words: &str,
) -> Result<bool, StoreError> {
    let sql =
        "UPDATE consultation SET answered = $2, agrees = $3, answer = $4 WHERE id = $1 AND answered IS NULL";
    Ok(tx.run(sql, args![id.0, day, agrees, words]).await? == 1)
}

/// The opinions asked about a case, oldest first.
pub async fn consultations(tx: &mut Tx, case: NominationId) -> Result<Vec<Consultation>, StoreError> {
    let sql = "SELECT id, nomination, body, asked, due, answered, agrees, answer FROM consultation
               WHERE nomination = $1 ORDER BY id";
    tx.all(sql, args![case.0]).await?.iter().map(read_consultation).collect()
}

/// One opinion asked for.
pub async fn find_consultation(tx: &mut Tx, id: StepId) -> Result<Option<Consultation>, StoreError> {
    let sql =
        "SELECT id, nomination, body, asked, due, answered, agrees, answer FROM consultation WHERE id = $1";
    tx.first(sql, args![id.0]).await?.map(|row| read_consultation(&row)).transpose()
}

fn read_consultation(row: &Row) -> Result<Consultation, StoreError> {
    let agrees = row.opt_int(6)?.is_some_and(|agrees| agrees != 0);
    Ok(Consultation {
        id: StepId(row.int(0)?),
        nomination: NominationId(row.int(1)?),
        body: row.text(2)?,
        asked: row.day(3)?,
        due: row.day(4)?,
        answered: row.opt_day(5)?.map(|day| (day, agrees)),
        answer: row.text(7)?,
    })
}
