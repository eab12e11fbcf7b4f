//! Signing keys: a unit opens one, changes it, closes it. The secret half never leaves this room.
//!
//! A key that is closed signs no more, its secret half is forgotten, and what it signed stays good: a unit that is
//! dissolved takes nothing away from those whom it honoured.
//!
//! Not here: what is signed (`certificate`), the arithmetic (`seal`).

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault, Never};
use crate::password::random;
pub use crate::sealing::Sealing;
use domain::authority::Action;
use domain::id::{AccountId, KeyId, UnitId};
use domain::text;
use jiff::Timestamp;
use jiff::civil::Date;
use seal::{Body, Controller, PublicKey, SecretKey, controller};
use serde_json::Value;
use store::Tx;
pub use store::key::KeyRow;

/// The most letters of a reason.
pub const REASON_MOST: usize = 500;

/// Why a key is not opened or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRefusal {
    /// The installation has no key file.
    NoSafe,
    /// The unit is not there today.
    UnitNotThere,
    /// No reason is given for closing a key.
    ReasonMissing,
    /// The reason is too long.
    ReasonTooLong {
        /// The most letters.
        most: usize,
    },
    /// No key is open.
    NoneOpen,
}

/// Opens a key for a unit; one that is open is closed at the same moment. `reason` says why, where one is replaced.
pub async fn open(ctx: &Ctx, unit: UnitId, reason: &str) -> Result<KeyId, ActError<KeyRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepKeys, Some(unit)).await?;
    let sealing = ctx.app.sealing().ok_or(ActError::Refused(KeyRefusal::NoSafe))?.clone();
    if history.place_on(unit, ctx.app.today()).is_none() {
        return Err(ActError::Refused(KeyRefusal::UnitNotThere));
    }
    let reason = reasoned(reason)?;
    let now = ctx.app.now_ms();
    let replaced = store::key::of_unit(&mut tx, unit).await?.iter().any(|key| key.closed_ms.is_none());
    if replaced {
        if reason.is_empty() {
            return Err(ActError::Refused(KeyRefusal::ReasonMissing));
        }
        store::key::close(&mut tx, unit, ctx.account, now, &reason).await?;
    }
    let id = add(ctx, &mut tx, &sealing, unit).await?;
    ctx.record(&mut tx, "key.open", Some(unit), id.to_string(), reason).await?;
    tx.commit().await?;
    Ok(id)
}

/// Makes a key and writes it, within a transaction that has asked already.
async fn add(ctx: &Ctx, tx: &mut Tx, sealing: &Sealing, unit: UnitId) -> Result<KeyId, Fault> {
    let secret = SecretKey::new(&random()?);
    let public = secret.public().print();
    let locked =
        sealing.safe().lock(&secret, &public, &random()?).map_err(|_| Fault::Inconsistent("a key's lock"))?;
    let row = KeyRow {
        id: KeyId(ctx.app.id()),
        unit,
        public,
        opened_ms: ctx.app.now_ms(),
        opened_by: ctx.account,
        closed_ms: None,
        reason: String::new(),
    };
    store::key::add(tx, &row, locked).await?;
    Ok(row.id)
}

/// Closes a unit's key: after a loss, or because the unit is dissolved. Also units that are gone may be closed.
pub async fn close(ctx: &Ctx, unit: UnitId, reason: &str) -> Result<(), ActError<KeyRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<KeyRefusal>(&mut tx, Action::KeepKeys, Some(unit)).await?;
    let reason = reasoned(reason)?;
    if reason.is_empty() {
        return Err(ActError::Refused(KeyRefusal::ReasonMissing));
    }
    if !store::key::close(&mut tx, unit, ctx.account, ctx.app.now_ms(), &reason).await? {
        return Err(ActError::Refused(KeyRefusal::NoneOpen));
    }
    ctx.record(&mut tx, "key.close", Some(unit), unit.to_string(), reason).await?;
    tx.commit().await?;
    Ok(())
}

fn reasoned(reason: &str) -> Result<String, ActError<KeyRefusal>> {
    let reason = text::clean(reason);
    if reason.chars().count() > REASON_MOST {
        return Err(ActError::Refused(KeyRefusal::ReasonTooLong { most: REASON_MOST }));
    }
    Ok(reason)
}

/// A unit's keys, the newest first: their public halves and when they were open.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<KeyRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::KeepKeys, Some(unit)).await?;
    Ok(store::key::of_unit(&mut tx, unit).await?)
}

/// Whether what a body confers is signed now, and what is missing where it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// It is signed.
    Signs,
    /// The installation has no key file or no public address.
    NoSafe,
    /// The body stands outside the tree: nobody here signs for it.
    Outside,
    /// A unit has no open key: the body, or the unit at the top, which confirms that the body was entitled.
    NoKey {
        /// Which.
        unit: UnitId,
        /// Its name.
        name: String,
        /// Whether the person may open one.
        can_open: bool,
    },
}

/// Whether the sheets of a body are signed, for a decision of that day.
pub(crate) async fn readiness(
    ctx: &Ctx,
    tx: &mut Tx,
    body: Option<UnitId>,
    decided: Date,
) -> Result<Readiness, Fault> {
    let Some(body) = body else { return Ok(Readiness::Outside) };
    if ctx.app.sealing().is_none() {
        return Ok(Readiness::NoSafe);
    }
    let (history, authority) = ctx.standing(tx).await?;
    let Some(top) = history.path_on(body, decided).last().copied() else { return Ok(Readiness::Outside) };
    for unit in [body, top] {
        if store::key::open_of(tx, unit).await?.is_none() {
            let name = store::unit::names(tx, &[unit], decided).await?.remove(&unit);
            return Ok(Readiness::NoKey {
                unit,
                name: name.map(|name| name.name).unwrap_or_default(),
                can_open: authority.may(Action::KeepKeys, Some(unit), &history),
            });
        }
    }
    Ok(Readiness::Signs)
}

/// A unit's keys with the names of those who opened them.
#[derive(Debug, Clone)]
pub struct Ring {
    /// The keys, the newest first.
    pub keys: Vec<(KeyRow, String)>,
    /// Whether the unit signs today.
    pub readiness: Readiness,
    /// Under which address others find its public keys; `None` without a key file or a key.
    pub address: Option<String>,
}

/// Everything about the keys of a unit, for those who keep them.
pub async fn ring(ctx: &Ctx, unit: UnitId) -> Result<Ring, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::KeepKeys, Some(unit)).await?;
    let rows = store::key::of_unit(&mut tx, unit).await?;
    let openers: Vec<AccountId> = rows.iter().map(|row| row.opened_by).collect();
    let names = store::account::names(&mut tx, &openers).await?;
    let readiness = readiness(ctx, &mut tx, Some(unit), ctx.app.today()).await?;
    let sealing = ctx.app.sealing().filter(|_| !rows.is_empty());
    Ok(Ring {
        address: sealing.map(|sealing| sealing.signer(unit)),
        keys: rows
            .into_iter()
            .map(|row| {
                let by = names.get(&row.opened_by).cloned().unwrap_or_default();
                (row, by)
            })
            .collect(),
        readiness,
    })
}

/// The document in which anybody finds a unit's public keys. Missing for units that never had one, so that it tells
/// nothing of the tree.
pub async fn document(app: &App, unit: UnitId) -> Result<Value, ActError<Never>> {
    let sealing = app.sealing().ok_or(ActError::Missing)?;
    let mut tx = app.db.read().await?;
    let rows = store::key::of_unit(&mut tx, unit).await?;
    if rows.is_empty() {
        return Err(ActError::Missing);
    }
    let keys = rows.iter().map(|row| PublicKey::parse(&row.public)).collect::<Result<Vec<_>, _>>();
    let keys = keys.map_err(|_| Fault::Inconsistent("a public key"))?;
    Ok(controller(&Controller { id: sealing.signer(unit), keys }))
}

/// Someone who signs: a unit with its open key, taken out of the safe.
pub(crate) struct Signer {
    /// The unit as credentials name it.
    pub body: Body,
    /// The open key.
    pub key: SecretKey,
}

impl Signer {
    /// Signs a document at a time.
    pub fn sign(&self, document: &Value, now: Timestamp) -> Result<Value, Fault> {
        let method = Controller::method(&self.body.id, &self.key.public());
        seal::sign(document, &self.key, &method, now).map_err(|_| Fault::Inconsistent("a document to sign"))
    }
}

/// The signer that a unit is, its open key taken out; `None` where it has none.
pub(crate) async fn signer(
    tx: &mut Tx,
    sealing: &Sealing,
    unit: UnitId,
    name: &str,
) -> Result<Option<Signer>, Fault> {
    let Some((row, locked)) = store::key::open_of(tx, unit).await? else { return Ok(None) };
    let key = sealing
        .safe()
        .open(&locked, &row.public)
        .map_err(|_| Fault::Inconsistent("a key of another key file"))?;
    Ok(Some(Signer { body: Body { id: sealing.signer(unit), name: name.to_owned() }, key }))
}
