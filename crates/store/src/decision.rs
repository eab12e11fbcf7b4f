//! Decisions on awards as rows, with what happened to them, and the capacities in which units confer.
//!
//! Not here: the lists (`honoree`), the ceremonies (`ceremony`), who is entitled (`domain::decision`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::award::Giver;
use domain::decision::{Capacity, Change};
use domain::id::{AccountId, CapacityId, DecisionId, HonoreeId, StepId, UnitId};
use jiff::civil::Date;

/// How a decision came into the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It was issued here.
    Issued,
    /// It exists on paper and was entered.
    Entered,
}

impl Origin {
    /// The code in storage and in the interface.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Entered => "entered",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        match code {
            "issued" => Ok(Self::Issued),
            "entered" => Ok(Self::Entered),
            _ => Err(StoreError::Damaged("a decision's origin")),
        }
    }
}

/// A decision without its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its identity.
    pub id: DecisionId,
    /// In whose register it stands.
    pub keeper: UnitId,
    /// How it came there.
    pub origin: Origin,
    /// Who decided, where that is a unit of the tree.
    pub body: Option<UnitId>,
    /// Who decided, as the decision says it.
    pub body_name: String,
    /// In which capacity.
    pub giver: Giver,
    /// Its number and symbol.
    pub number: String,
    /// The day of the decision: the rules of this day judge it.
    pub decided: Date,
    /// The place in its date line.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// What it rests on, one ground a line.
    pub basis: String,
    /// Who signed.
    pub signer: String,
    /// The signer's post and in whose name.
    pub signer_post: String,
    /// Whether a registered rule entitled the body to every line; false: no rule of that day is known.
    pub entitled: bool,
    /// Where an entered decision is known from.
    pub source: String,
    /// Who brought it in.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Something that happened to a decision, or to one line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its identity.
    pub id: StepId,
    /// To which decision.
    pub decision: DecisionId,
    /// To which line; `None` for the whole.
    pub honoree: Option<HonoreeId>,
    /// What.
    pub change: Change,
    /// From which day.
    pub day: Date,
    /// The number of the decision that did it.
    pub number: String,
    /// Why.
    pub reason: String,
    /// The name before a correction.
    pub name_before: String,
    /// The name after it.
    pub name_after: String,
    /// Who entered it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str =
    "id, keeper, origin, body, body_name, giver, number, decided, place, title, basis, signer,
     signer_post, entitled, source, account, at_ms";

fn giver(code: &str) -> Result<Giver, StoreError> {
    Giver::from_code(code).ok_or(StoreError::Damaged("a giver"))
}

fn read(row: &Row) -> Result<Decision, StoreError> {
    Ok(Decision {
        id: DecisionId(row.int(0)?),
        keeper: UnitId(row.int(1)?),
        origin: Origin::from_code(&row.text(2)?)?,
        body: row.opt_int(3)?.map(UnitId),
        body_name: row.text(4)?,
        giver: giver(&row.text(5)?)?,
        number: row.text(6)?,
        decided: row.day(7)?,
        place: row.text(8)?,
        title: row.text(9)?,
        basis: row.text(10)?,
        signer: row.text(11)?,
        signer_post: row.text(12)?,
        entitled: row.flag(13)?,
        source: row.text(14)?,
        account: AccountId(row.int(15)?),
        at_ms: row.int(16)?,
    })
}

/// Writes a decision.
pub async fn add(tx: &mut Tx, decision: &Decision) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO decision (id, keeper, origin, body, body_name, giver, number, decided, place, title, basis,
            signer, signer_post, entitled, source, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args![
            decision.id.0,
            decision.keeper.0,
            decision.origin.code(),
            decision.body.map(|body| body.0),
            decision.body_name.as_str(),
            decision.giver.code(),
            decision.number.as_str(),
            decision.decided,
            decision.place.as_str(),
            decision.title.as_str(),
            decision.basis.as_str(),
            decision.signer.as_str(),
            decision.signer_post.as_str(),
            decision.entitled,
            decision.source.as_str(),
            decision.account.0,
            decision.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// One decision.
pub async fn find(tx: &mut Tx, id: DecisionId) -> Result<Option<Decision>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM decision WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The decisions in the registers of some units, latest first.
pub async fn list(tx: &mut Tx, keepers: &[UnitId]) -> Result<Vec<Decision>, StoreError> {
    let mut found = Vec::new();
    for chunk in keepers.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT {COLUMNS} FROM decision WHERE keeper IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by_key(|decision| std::cmp::Reverse((decision.decided, decision.id)));
    Ok(found)
}

/// The decisions of a number and day: the same paper entered twice is looked for here.
pub async fn find_numbered(tx: &mut Tx, number: &str, decided: Date) -> Result<Vec<Decision>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM decision WHERE number = $1 AND decided = $2 ORDER BY id");
    tx.all(sql, args![number, decided]).await?.iter().map(read).collect()
}

/// Writes what happened to a decision.
pub async fn add_change(tx: &mut Tx, change: &ChangeRow) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO decision_change (id, decision, honoree, change, day, number, reason, name_before, name_after,
            account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            change.id.0,
            change.decision.0,
            change.honoree.map(|honoree| honoree.0),
            change.change.code(),
            change.day,
            change.number.as_str(),
            change.reason.as_str(),
            change.name_before.as_str(),
            change.name_after.as_str(),
            change.account.0,
            change.at_ms
        ],
    )
    .await?;
    Ok(())
}

/// What happened to some decisions, oldest first.
pub async fn changes(tx: &mut Tx, decisions: &[DecisionId]) -> Result<Vec<ChangeRow>, StoreError> {
    let mut found = Vec::new();
    for chunk in decisions.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT id, decision, honoree, change, day, number, reason, name_before, name_after, account, at_ms
             FROM decision_change WHERE decision IN ({}) ORDER BY decision, day, id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(ChangeRow {
                id: StepId(row.int(0)?),
                decision: DecisionId(row.int(1)?),
                honoree: row.opt_int(2)?.map(HonoreeId),
                change: Change::from_code(&row.text(3)?).ok_or(StoreError::Damaged("a change"))?,
                day: row.day(4)?,
                number: row.text(5)?,
                reason: row.text(6)?,
                name_before: row.text(7)?,
                name_after: row.text(8)?,
                account: AccountId(row.int(9)?),
                at_ms: row.int(10)?,
            });
        }
    }
    Ok(found)
}

/// A file of a decision that came back from being signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Its identity.
    pub id: StepId,
    /// Of which decision.
    pub decision: DecisionId,
    /// The hash of its content.
    pub file: Vec<u8>,
    /// What it was called.
    pub name: String,
    /// Who brought it in.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes that a file of a decision came back; its content is kept already.
pub async fn add_file(tx: &mut Tx, row: &FileRow) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO decision_file (id, decision, file, name, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6)",
        args![row.id.0, row.decision.0, row.file.as_slice(), row.name.as_str(), row.account.0, row.at_ms],
    )
    .await?;
    Ok(())
}

/// The files of a decision that came back, oldest first.
pub async fn files(tx: &mut Tx, decision: DecisionId) -> Result<Vec<FileRow>, StoreError> {
    let sql =
        "SELECT id, decision, file, name, account, at_ms FROM decision_file WHERE decision = $1 ORDER BY id";
    tx.all(sql, args![decision.0])
        .await?
        .iter()
        .map(|row| {
            Ok(FileRow {
                id: StepId(row.int(0)?),
                decision: DecisionId(row.int(1)?),
                file: row.bytes(2)?,
                name: row.text(3)?,
                account: AccountId(row.int(4)?),
                at_ms: row.int(5)?,
            })
        })
        .collect()
}

/// A capacity with who stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityRow {
    /// Its identity.
    pub id: CapacityId,
    /// The capacity.
    pub capacity: Capacity,
    /// Who declared it.
    pub declared_by: AccountId,
}

/// Writes a declared capacity.
pub async fn declare(tx: &mut Tx, row: &CapacityRow, at_ms: i64) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO capacity (id, unit, giver, valid_from, valid_to, document, declared_by, declared_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            row.id.0,
            row.capacity.unit.0,
            row.capacity.giver.code(),
            row.capacity.from,
            row.capacity.to,
            row.capacity.document.as_str(),
            row.declared_by.0,
            at_ms
        ],
    )
    .await?;
    Ok(())
}

/// Confirms a capacity. False when it is confirmed already or its declarer asks.
pub async fn confirm(tx: &mut Tx, id: CapacityId, by: AccountId, at_ms: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE capacity SET confirmed_by = $2, confirmed_ms = $3
               WHERE id = $1 AND confirmed_by IS NULL AND declared_by <> $4";
    Ok(tx.run(sql, args![id.0, by.0, at_ms, by.0]).await? == 1)
}

/// The capacities of a unit, oldest first.
pub async fn capacities(tx: &mut Tx, unit: UnitId) -> Result<Vec<CapacityRow>, StoreError> {
    let sql =
        "SELECT id, unit, giver, valid_from, valid_to, document, confirmed_by, declared_by FROM capacity
               WHERE unit = $1 ORDER BY valid_from, id";
    let rows = tx.all(sql, args![unit.0]).await?;
    rows.iter().map(read_capacity).collect()
}

/// One capacity.
pub async fn find_capacity(tx: &mut Tx, id: CapacityId) -> Result<Option<CapacityRow>, StoreError> {
    let sql =
        "SELECT id, unit, giver, valid_from, valid_to, document, confirmed_by, declared_by FROM capacity
               WHERE id = $1";
    tx.first(sql, args![id.0]).await?.map(|row| read_capacity(&row)).transpose()
}

fn read_capacity(row: &Row) -> Result<CapacityRow, StoreError> {
    Ok(CapacityRow {
        id: CapacityId(row.int(0)?),
        capacity: Capacity {
            unit: UnitId(row.int(1)?),
            giver: giver(&row.text(2)?)?,
            from: row.day(3)?,
            to: row.day(4)?,
            document: row.text(5)?,
            confirmed: row.opt_int(6)?.is_some(),
        },
        declared_by: AccountId(row.int(7)?),
    })
}
