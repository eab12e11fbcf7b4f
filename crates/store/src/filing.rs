//! Filings with their steps, words, packets and flags.
//!
//! Not here: the figures (`figure`), the form (`form`), who may take a step (`acts`), many filings at once (`many`).

pub mod many;

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::figure::{Slot, Vector};
use domain::filing::{FilingId, ReturnGround, Standing, Step};
use domain::form::FormId;
use domain::id::AccountId;
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::UnitId;
use std::collections::{BTreeMap, BTreeSet};

/// One unit's answers to one form for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// Its identity.
    pub id: FilingId,
    /// Which form.
    pub form: FormId,
    /// Whose.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// 1, and one more with every opening again.
    pub edition: i64,
    /// Where it stands.
    pub standing: Standing,
    /// Since when, in milliseconds since the Unix epoch.
    pub standing_ms: i64,
    /// Which version of the form it was last answered with.
    pub form_version: i64,
    /// For whom it speaks.
    pub scope: Scope,
    /// The slots whose figures may not be changed while it is sent or accepted.
    pub rests: BTreeSet<Slot>,
    /// When it was last sent, in milliseconds since the Unix epoch.
    pub sent_ms: Option<i64>,
    /// Whether it was first sent after its day.
    pub late: bool,
    /// When the unit asked to have it opened again; `None` when nobody waits for an answer.
    pub asked_ms: Option<i64>,
}

const COLUMNS: &str = "id, form, unit, period, edition, standing, standing_ms, form_version, scope, rests, \
                       sent_ms, late, asked_ms";

fn slots(bytes: &[u8]) -> Result<BTreeSet<Slot>, StoreError> {
    let read = |part: &[u8]| <[u8; 4]>::try_from(part).map(|bytes| Slot(u32::from_be_bytes(bytes)));
    bytes.chunks(4).map(read).collect::<Result<_, _>>().map_err(|_| StoreError::Damaged("a list of slots"))
}

fn bytes(slots: &BTreeSet<Slot>) -> Vec<u8> {
    slots.iter().flat_map(|slot| slot.0.to_be_bytes()).collect()
}

fn standing(code: &str) -> Result<Standing, StoreError> {
    Standing::from_code(code).ok_or(StoreError::Damaged("where a filing stands"))
}

fn read(row: &Row) -> Result<Filing, StoreError> {
    Ok(Filing {
        id: FilingId(row.int(0)?),
        form: FormId(row.int(1)?),
        unit: UnitId(row.int(2)?),
        period: crate::figure::period(row.int(3)?)?,
        edition: row.int(4)?,
        standing: standing(&row.text(5)?)?,
        standing_ms: row.int(6)?,
        form_version: row.int(7)?,
        scope: Scope::from_code(&row.text(8)?).ok_or(StoreError::Damaged("a scope"))?,
        rests: slots(&row.bytes(9)?)?,
        sent_ms: row.opt_int(10)?,
        late: row.flag(11)?,
        asked_ms: row.opt_int(12)?,
    })
}

/// A filing in the order of its columns.
fn values(filing: &Filing) -> Vec<Arg> {
    args![
        filing.id.0,
        filing.form.0,
        filing.unit.0,
        filing.period.key(),
        filing.edition,
        filing.standing.code(),
        filing.standing_ms,
        filing.form_version,
        filing.scope.code(),
        bytes(&filing.rests),
        filing.sent_ms,
        filing.late,
        filing.asked_ms
    ]
}

/// Writes a filing that begins; leaves one that is there already as it is.
pub async fn begin(tx: &mut Tx, filing: &Filing) -> Result<bool, StoreError> {
    let sql = format!(
        "INSERT INTO filing ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT DO NOTHING"
    );
    Ok(tx.run(sql, values(filing)).await? > 0)
}

/// Writes where a filing stands now.
pub async fn put(tx: &mut Tx, filing: &Filing) -> Result<(), StoreError> {
    tx.run(
        "UPDATE filing SET edition = $2, standing = $3, standing_ms = $4, form_version = $5, scope = $6,
             rests = $7, sent_ms = $8, late = $9, asked_ms = $10 WHERE id = $1",
        args![
            filing.id.0,
            filing.edition,
            filing.standing.code(),
            filing.standing_ms,
            filing.form_version,
            filing.scope.code(),
            bytes(&filing.rests),
            filing.sent_ms,
            filing.late,
            filing.asked_ms
        ],
    )
    .await?;
    Ok(())
}

/// One filing by what it is about.
pub async fn find(
    tx: &mut Tx,
    form: FormId,
    unit: UnitId,
    period: Period,
) -> Result<Option<Filing>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM filing WHERE unit = $1 AND period = $2 AND form = $3");
    tx.first(sql, args![unit.0, period.key(), form.0]).await?.as_ref().map(read).transpose()
}

/// One filing by its identity.
pub async fn find_by_id(tx: &mut Tx, id: FilingId) -> Result<Option<Filing>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM filing WHERE id = $1");
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// One filing, its row held until the end of the transaction.
pub async fn hold(tx: &mut Tx, id: FilingId) -> Result<Option<Filing>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM filing WHERE id = $1{}", dialect::lock_rows(tx.engine()));
    tx.first(sql, args![id.0]).await?.as_ref().map(read).transpose()
}

/// All filings of a form for a period.
pub async fn of_form(tx: &mut Tx, form: FormId, period: Period) -> Result<Vec<Filing>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM filing WHERE form = $1 AND period = $2");
    tx.all(sql, args![form.0, period.key()]).await?.iter().map(read).collect()
}

/// The filings of some units for some periods, in the order of units and periods.
pub async fn list(tx: &mut Tx, units: &[UnitId], periods: &[Period]) -> Result<Vec<Filing>, StoreError> {
    let mut found = Vec::new();
    if periods.is_empty() {
        return Ok(found);
    }
    for units in units.chunks(500) {
        let sql = format!(
            "SELECT {COLUMNS} FROM filing WHERE unit IN ({}) AND period IN ({}) ORDER BY unit, period, form",
            places(1, units.len()),
            places(1 + units.len(), periods.len())
        );
        let units = units.iter().map(|unit| Arg::from(unit.0));
        let args = units.chain(periods.iter().map(|period| Arg::from(period.key()))).collect();
        for row in tx.all(sql, args).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// The latest filings of some units, whatever the form; at most so many a chunk of units.
pub async fn latest(tx: &mut Tx, units: &[UnitId], most: u32) -> Result<Vec<Filing>, StoreError> {
    let mut found = Vec::new();
    for units in units.chunks(500) {
        let sql = format!(
            "SELECT {COLUMNS} FROM filing WHERE unit IN ({}) ORDER BY standing_ms DESC, id DESC LIMIT {most}",
            places(1, units.len())
        );
        for row in tx.all(sql, units.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// The filings that stand in one way, or that ask to be opened again, longest waiting first; at most so many.
pub async fn waiting(tx: &mut Tx, standing: Standing, most: u32) -> Result<Vec<Filing>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM filing WHERE standing = $1 OR asked_ms IS NOT NULL
         ORDER BY standing_ms, id LIMIT {most}"
    );
    tx.all(sql, args![standing.code()]).await?.iter().map(read).collect()
}

/// One thing that was done to a filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// To which filing.
    pub filing: FilingId,
    /// The first is 1.
    pub place: i64,
    /// What was done.
    pub step: Step,
    /// Where it stood afterwards.
    pub standing: Standing,
    /// In which edition.
    pub edition: i64,
    /// By whom.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Whether it was sent after its day.
    pub late: bool,
    /// The submission's version that was read; 0 for none.
    pub submission_version: i64,
    /// The values that were read, of the form's slots.
    pub vector: Vector,
    /// Why, from the list.
    pub grounds: Vec<ReturnGround>,
    /// Why, in words.
    pub note: String,
    /// The rows that were named, by their key, each with what is wrong there.
    pub rows: BTreeMap<String, String>,
    /// The units that were missing.
    pub missing: Vec<UnitId>,
}

/// Writes a step; its place follows the last one of the filing, whose row the caller holds.
pub async fn add_step(tx: &mut Tx, step: &StepRow) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(place), 0) FROM filing_step WHERE filing = $1";
    let place = tx.first(sql, args![step.filing.0]).await?.map_or(Ok(0), |row| row.int(0))? + 1;
    let grounds: Vec<&str> = step.grounds.iter().map(|ground| ground.code()).collect();
    tx.run(
        "INSERT INTO filing_step (filing, place, step, standing, edition, account, at_ms, late,
             submission_version, vector, grounds, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            step.filing.0,
            place,
            step.step.code(),
            step.standing.code(),
            step.edition,
            step.account.0,
            step.at_ms,
            step.late,
            step.submission_version,
            step.vector.encode(),
            grounds.join(" "),
            step.note.as_str()
        ],
    )
    .await?;
    for (ask, note) in &step.rows {
        tx.run(
            "INSERT INTO filing_step_row (filing, place, ask, note) VALUES ($1, $2, $3, $4)",
            args![step.filing.0, place, ask.as_str(), note.as_str()],
        )
        .await?;
    }
    let missing = step.missing.iter().map(|unit| args![step.filing.0, place, unit.0]);
    tx.insert("filing_step_missing (filing, place, unit)", missing.collect(), "").await?;
    Ok(place)
}

/// The steps of a filing, oldest first.
pub async fn steps(tx: &mut Tx, filing: FilingId) -> Result<Vec<StepRow>, StoreError> {
    let sql = "SELECT place, step, standing, edition, account, at_ms, late, submission_version, vector,
                   grounds, note FROM filing_step WHERE filing = $1 ORDER BY place";
    let mut found = Vec::new();
    for row in tx.all(sql, args![filing.0]).await? {
        let grounds = row.text(9)?;
        found.push(StepRow {
            filing,
            place: row.int(0)?,
            step: Step::from_code(&row.text(1)?).ok_or(StoreError::Damaged("a filing's step"))?,
            standing: standing(&row.text(2)?)?,
            edition: row.int(3)?,
            account: AccountId(row.int(4)?),
            at_ms: row.int(5)?,
            late: row.flag(6)?,
            submission_version: row.int(7)?,
            vector: crate::figure::vector(&row.bytes(8)?)?,
            grounds: grounds.split(' ').filter_map(ReturnGround::from_code).collect(),
            note: row.text(10)?,
            rows: BTreeMap::new(),
            missing: Vec::new(),
        });
    }
    let sql = "SELECT place, ask, note FROM filing_step_row WHERE filing = $1";
    for row in tx.all(sql, args![filing.0]).await? {
        let place = row.int(0)?;
        if let Some(step) = found.iter_mut().find(|step| step.place == place) {
            step.rows.insert(row.text(1)?, row.text(2)?);
        }
    }
    let sql = "SELECT place, unit FROM filing_step_missing WHERE filing = $1 ORDER BY unit";
    for row in tx.all(sql, args![filing.0]).await? {
        let place = row.int(0)?;
        if let Some(step) = found.iter_mut().find(|step| step.place == place) {
            step.missing.push(UnitId(row.int(1)?));
        }
    }
    Ok(found)
}

/// Two kinds of words beside figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordsKind {
    /// The answer to a row that asks for words.
    Answer,
    /// The line of reason for a figure that is asked about.
    Reason,
}

impl WordsKind {
    fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Reason => "reason",
        }
    }
}

/// Writes words; empty ones are taken out.
pub async fn put_words(
    tx: &mut Tx,
    filing: FilingId,
    kind: WordsKind,
    said: &BTreeMap<String, String>,
    by: (AccountId, i64),
) -> Result<(), StoreError> {
    for (ask, words) in said {
        if words.is_empty() {
            let sql = "DELETE FROM filing_words WHERE filing = $1 AND kind = $2 AND ask = $3";
            tx.run(sql, args![filing.0, kind.code(), ask.as_str()]).await?;
            continue;
        }
        tx.run(
            "INSERT INTO filing_words (filing, kind, ask, words, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (filing, kind, ask)
             DO UPDATE SET words = excluded.words, account = excluded.account, at_ms = excluded.at_ms",
            args![filing.0, kind.code(), ask.as_str(), words.as_str(), by.0.0, by.1],
        )
        .await?;
    }
    Ok(())
}

/// Answers and reasons, by the key of their row.
pub type Said = (BTreeMap<String, String>, BTreeMap<String, String>);

/// The words of a filing.
pub async fn words(tx: &mut Tx, filing: FilingId) -> Result<Said, StoreError> {
    Ok(many::words_of(tx, &[filing]).await?.remove(&filing).unwrap_or_default())
}

/// What a device sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// The key that the device made.
    pub packet: String,
    /// Into which filing.
    pub filing: FilingId,
    /// Who sent it.
    pub account: AccountId,
    /// Which device: a random name that it gave itself.
    pub device: String,
    /// When the device made it, by its own clock, in milliseconds since the Unix epoch.
    pub made_ms: i64,
    /// When it arrived, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// How it ended, as the act's code.
    pub ended: String,
}

fn read_packet(row: &Row) -> Result<Packet, StoreError> {
    Ok(Packet {
        packet: row.text(0)?,
        filing: FilingId(row.int(1)?),
        account: AccountId(row.int(2)?),
        device: row.text(3)?,
        made_ms: row.int(4)?,
        at_ms: row.int(5)?,
        ended: row.text(6)?,
    })
}

const PACKET_COLUMNS: &str = "packet, filing, account, device, made_ms, at_ms, ended";

/// A packet that arrived before.
pub async fn packet(tx: &mut Tx, packet: &str) -> Result<Option<Packet>, StoreError> {
    let sql = format!("SELECT {PACKET_COLUMNS} FROM filing_packet WHERE packet = $1");
    tx.first(sql, args![packet]).await?.as_ref().map(read_packet).transpose()
}

/// The packet that a device made last, of those that arrived for a filing.
pub async fn last_packet(tx: &mut Tx, filing: FilingId, device: &str) -> Result<Option<Packet>, StoreError> {
    let sql = format!(
        "SELECT {PACKET_COLUMNS} FROM filing_packet WHERE filing = $1 AND device = $2
         ORDER BY made_ms DESC, at_ms DESC LIMIT 1"
    );
    tx.first(sql, args![filing.0, device]).await?.as_ref().map(read_packet).transpose()
}

/// Keeps a packet's key. Of two that arrive at the same moment the second meets the constraint.
pub async fn keep_packet(tx: &mut Tx, one: &Packet) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO filing_packet (packet, filing, account, device, made_ms, at_ms, ended)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            one.packet.as_str(),
            one.filing.0,
            one.account.0,
            one.device.as_str(),
            one.made_ms,
            one.at_ms,
            one.ended.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// Figures that rest: of these units and periods, by scope, because a filing with them is sent or accepted.
pub async fn resting(
    tx: &mut Tx,
    units: &[UnitId],
    periods: &[Period],
) -> Result<BTreeMap<(UnitId, Period, Scope), BTreeSet<Slot>>, StoreError> {
    let mut found: BTreeMap<_, BTreeSet<Slot>> = BTreeMap::new();
    for filing in list(tx, units, periods).await? {
        if !filing.standing.is_open() {
            found.entry((filing.unit, filing.period, filing.scope)).or_default().extend(filing.rests);
        }
    }
    Ok(found)
}

/// A figure that somebody asked to be looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// In which filing.
    pub filing: FilingId,
    /// Which figure.
    pub slot: Slot,
    /// Why.
    pub why: String,
    /// Who asked.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Who said that it was looked at, and when; `None` while it waits.
    pub cleared: Option<(AccountId, i64)>,
}

/// Asks for a figure to be looked at again.
pub async fn put_flag(tx: &mut Tx, flag: &Flag) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO filing_flag (filing, slot, why, account, at_ms, cleared_by, cleared_ms)
         VALUES ($1, $2, $3, $4, $5, NULL, NULL) ON CONFLICT DO NOTHING",
        args![flag.filing.0, flag.slot.0, flag.why.as_str(), flag.account.0, flag.at_ms],
    )
    .await?;
    Ok(())
}

/// Says that a figure was looked at: every flag on it that still waits.
pub async fn clear_flags(
    tx: &mut Tx,
    filing: FilingId,
    slot: Slot,
    by: (AccountId, i64),
) -> Result<u64, StoreError> {
    let sql = "UPDATE filing_flag SET cleared_by = $3, cleared_ms = $4
               WHERE filing = $1 AND slot = $2 AND cleared_ms IS NULL";
    tx.run(sql, args![filing.0, slot.0, by.0.0, by.1]).await
}

/// The flags of some filings, oldest first.
pub async fn flags(tx: &mut Tx, filings: &[FilingId]) -> Result<Vec<Flag>, StoreError> {
    let mut found = Vec::new();
    for chunk in filings.chunks(500) {
        let sql = format!(
            "SELECT filing, slot, why, account, at_ms, cleared_by, cleared_ms FROM filing_flag
             WHERE filing IN ({}) ORDER BY at_ms, slot",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|id| Arg::from(id.0)).collect()).await? {
            found.push(Flag {
                filing: FilingId(row.int(0)?),
                slot: Slot(u32::try_from(row.int(1)?).map_err(|_| StoreError::Damaged("a slot number"))?),
                why: row.text(2)?,
                account: AccountId(row.int(3)?),
                at_ms: row.int(4)?,
                cleared: row.opt_int(5)?.map(AccountId).zip(row.opt_int(6)?),
            });
        }
    }
    Ok(found)
}
