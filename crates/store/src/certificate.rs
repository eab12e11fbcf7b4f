//! Certificates as rows: the sheets, their proofs and printings, the printers.
//!
//! Not here: what a sheet says (`acts::certificate`), the decision's list (`honoree`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::certificate::{Offset, Replacing};
use domain::id::{AccountId, CertificateId, DecisionId, HonoreeId, PrinterId, UnitId};

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateRow {
    /// Its identity.
    pub id: CertificateId,
    /// The line that it is about.
    pub honoree: HonoreeId,
    /// The decision of that line.
    pub decision: DecisionId,
    /// In whose register it stands.
    pub keeper: UnitId,
    /// In the book of which year.
    pub year: i16,
    /// Under which number of that book.
    pub number: u32,
    /// The letters of its code.
    pub code: String,
    /// What it says, as JSON.
    pub printed: String,
    /// The unit that signed and the place on that unit's status list; `None` where nothing was signed.
    pub signed: Option<(UnitId, u32)>,
    /// The signed twin; empty where there is none.
    pub credential: String,
    /// Which sheet it replaces, and how.
    pub replaces: Option<(CertificateId, Replacing)>,
    /// Why it replaces one; empty for a first sheet.
    pub reason: String,
    /// Who made it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

const COLUMNS: &str =
    "id, honoree, decision, keeper, year, number, code, printed, signer, place, credential, replaces,
     replacing, reason, account, at_ms";

fn read(row: &Row) -> Result<CertificateRow, StoreError> {
    let damaged = || StoreError::Damaged("a certificate");
    let signed = match (row.opt_int(8)?, row.opt_int(9)?) {
        (Some(unit), Some(place)) => Some((UnitId(unit), u32::try_from(place).map_err(|_| damaged())?)),
        _ => None,
    };
    let replaces = match (row.opt_int(11)?, row.opt_text(12)?) {
        (Some(before), Some(how)) => {
            Some((CertificateId(before), Replacing::from_code(&how).ok_or_else(damaged)?))
        }
        _ => None,
    };
    Ok(CertificateRow {
        id: CertificateId(row.int(0)?),
        honoree: HonoreeId(row.int(1)?),
        decision: DecisionId(row.int(2)?),
        keeper: UnitId(row.int(3)?),
        year: i16::try_from(row.int(4)?).map_err(|_| damaged())?,
        number: u32::try_from(row.int(5)?).map_err(|_| damaged())?,
        code: row.text(6)?,
        printed: row.text(7)?,
        signed,
        credential: row.text(10)?,
        replaces,
        reason: row.text(13)?,
        account: AccountId(row.int(14)?),
        at_ms: row.int(15)?,
    })
}

/// Writes sheets.
pub async fn add(tx: &mut Tx, sheets: &[CertificateRow]) -> Result<(), StoreError> {
    tx.insert(&format!("certificate ({COLUMNS})"), sheets.iter().map(sheet_args).collect(), "").await
}

fn sheet_args(sheet: &CertificateRow) -> Vec<Arg> {
    args![
        sheet.id.0,
        sheet.honoree.0,
        sheet.decision.0,
        sheet.keeper.0,
        i64::from(sheet.year),
        sheet.number,
        sheet.code.as_str(),
        sheet.printed.as_str(),
        sheet.signed.map(|(unit, _)| unit.0),
        sheet.signed.map(|(_, place)| i64::from(place)),
        sheet.credential.as_str(),
        sheet.replaces.map(|(before, _)| before.0),
        sheet.replaces.map(|(_, how)| how.code().to_owned()),
        sheet.reason.as_str(),
        sheet.account.0,
        sheet.at_ms
    ]
}

/// The sheets of a decision, by their numbers, older sheets of one line first.
pub async fn of_decision(tx: &mut Tx, decision: DecisionId) -> Result<Vec<CertificateRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM certificate WHERE decision = $1 ORDER BY number, id");
    tx.all(sql, args![decision.0]).await?.iter().map(read).collect()
}

/// The sheets about some lines, oldest first.
pub async fn of_honorees(tx: &mut Tx, honorees: &[HonoreeId]) -> Result<Vec<CertificateRow>, StoreError> {
    let mut found = Vec::new();
    for chunk in honorees.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT {COLUMNS} FROM certificate WHERE honoree IN ({}) ORDER BY id",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// One sheet.
pub async fn find(tx: &mut Tx, id: CertificateId) -> Result<Option<CertificateRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM certificate WHERE id = $1");
    tx.first(sql, args![id.0]).await?.map(|row| read(&row)).transpose()
}

/// The sheet with a code.
pub async fn coded(tx: &mut Tx, code: &str) -> Result<Option<CertificateRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM certificate WHERE code = $1");
    tx.first(sql, args![code]).await?.map(|row| read(&row)).transpose()
}

/// Whether another sheet took this one's place.
pub async fn is_replaced(tx: &mut Tx, id: CertificateId) -> Result<bool, StoreError> {
    Ok(tx.first("SELECT id FROM certificate WHERE replaces = $1", args![id.0]).await?.is_some())
}

/// The sheets that a unit signed, with the places on its status list.
pub async fn signed_by(tx: &mut Tx, unit: UnitId) -> Result<Vec<CertificateRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM certificate WHERE signer = $1 ORDER BY id");
    tx.all(sql, args![unit.0]).await?.iter().map(read).collect()
}

/// The places on a unit's status list that are taken.
pub async fn places_taken(tx: &mut Tx, unit: UnitId) -> Result<Vec<u32>, StoreError> {
    let rows = tx.all("SELECT place FROM certificate WHERE signer = $1", args![unit.0]).await?;
    rows.iter()
        .map(|row| u32::try_from(row.int(0)?).map_err(|_| StoreError::Damaged("a certificate's place")))
        .collect()
}

/// The last number of a year's book; 0 before the first. Whoever asks holds the book until the end of the transaction.
pub async fn last_number(tx: &mut Tx, keeper: UnitId, year: i16) -> Result<u32, StoreError> {
    let lock = dialect::lock_rows(tx.engine());
    tx.first(format!("SELECT id FROM unit WHERE id = $1{lock}"), args![keeper.0]).await?;
    let sql = "SELECT max(number) FROM certificate WHERE keeper = $1 AND year = $2";
    let row = tx.first(sql, args![keeper.0, i64::from(year)]).await?;
    let last = row.map_or(Ok(None), |row| row.opt_int(0))?.unwrap_or(0);
    u32::try_from(last).map_err(|_| StoreError::Damaged("a number of the register"))
}

/// That the proof sheet of a decision was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofRow {
    /// What was looked at.
    pub fingerprint: String,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes that a proof sheet was looked at.
pub async fn add_proof(
    tx: &mut Tx,
    id: i64,
    decision: DecisionId,
    proof: &ProofRow,
) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO certificate_proof (id, decision, fingerprint, account, at_ms) VALUES ($1, $2, $3, $4, $5)",
        args![id, decision.0, proof.fingerprint.as_str(), proof.account.0, proof.at_ms],
    )
    .await?;
    Ok(())
}

/// The last look at a decision's proof sheet.
pub async fn last_proof(tx: &mut Tx, decision: DecisionId) -> Result<Option<ProofRow>, StoreError> {
    let sql = "SELECT fingerprint, account, at_ms FROM certificate_proof WHERE decision = $1 ORDER BY id DESC LIMIT 1";
    let Some(row) = tx.first(sql, args![decision.0]).await? else { return Ok(None) };
    Ok(Some(ProofRow { fingerprint: row.text(0)?, account: AccountId(row.int(1)?), at_ms: row.int(2)? }))
}

/// A printing of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRow {
    /// Of which sheet.
    pub certificate: CertificateId,
    /// The how manieth time, from 1.
    pub time: u32,
    /// Why again; empty for the first time.
    pub reason: String,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// Writes printings.
pub async fn add_prints(tx: &mut Tx, prints: &[PrintRow]) -> Result<(), StoreError> {
    let rows = prints
        .iter()
        .map(|row| args![row.certificate.0, row.time, row.reason.as_str(), row.account.0, row.at_ms]);
    tx.insert("certificate_print (certificate, time, reason, account, at_ms)", rows.collect(), "").await
}

/// The printings of a decision's sheets, oldest first.
pub async fn prints(tx: &mut Tx, decision: DecisionId) -> Result<Vec<PrintRow>, StoreError> {
    let sql = "SELECT p.certificate, p.time, p.reason, p.account, p.at_ms FROM certificate_print p
               JOIN certificate c ON c.id = p.certificate WHERE c.decision = $1 ORDER BY p.at_ms, p.certificate, p.time";
    tx.all(sql, args![decision.0])
        .await?
        .iter()
        .map(|row| {
            Ok(PrintRow {
                certificate: CertificateId(row.int(0)?),
                time: u32::try_from(row.int(1)?).map_err(|_| StoreError::Damaged("a printing"))?,
                reason: row.text(2)?,
                account: AccountId(row.int(3)?),
                at_ms: row.int(4)?,
            })
        })
        .collect()
}

/// A printer of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its identity.
    pub id: PrinterId,
    /// Where it stands.
    pub unit: UnitId,
    /// What people there call it.
    pub name: String,
    /// How far it is off.
    pub offset: Offset,
}

/// Writes a printer, or how far a known one is off now.
pub async fn put_printer(
    tx: &mut Tx,
    printer: &Printer,
    by: AccountId,
    at_ms: i64,
) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO printer (id, unit, name, across, down, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (unit, name) DO UPDATE SET across = excluded.across, down = excluded.down,
             account = excluded.account, at_ms = excluded.at_ms",
        args![
            printer.id.0,
            printer.unit.0,
            printer.name.as_str(),
            i64::from(printer.offset.across),
            i64::from(printer.offset.down),
            by.0,
            at_ms
        ],
    )
    .await?;
    Ok(())
}

/// The printers of a unit, by name.
pub async fn printers(tx: &mut Tx, unit: UnitId) -> Result<Vec<Printer>, StoreError> {
    let sql = "SELECT id, unit, name, across, down FROM printer WHERE unit = $1 ORDER BY name, id";
    tx.all(sql, args![unit.0])
        .await?
        .iter()
        .map(|row| {
            let millimetres = |at| i32::try_from(row.int(at)?).map_err(|_| StoreError::Damaged("a printer"));
            Ok(Printer {
                id: PrinterId(row.int(0)?),
                unit: UnitId(row.int(1)?),
                name: row.text(2)?,
                offset: Offset { across: millimetres(3)?, down: millimetres(4)? },
            })
        })
        .collect()
}
