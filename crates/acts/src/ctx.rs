//! Who acts, when, from where, on which database; and the asking for permission.
//!
//! Not here: how a person was recognised (`login`), what a right allows (`domain::authority`).

use crate::error::{ActError, Denied};
use crate::filing::together::Crowd;
use crate::sealing::Sealing;
use domain::authority::{Action, Authority, Reach};
use domain::id::{AccountId, LedgerId, compose};
use domain::ledger::Line;
use domain::unit::{History, UnitId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::atomic::{AtomicI64, AtomicU16, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Db, StoreError, Tx};

/// The clock, handed in: the only way time comes into an act.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that asks a function.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// A clock that stands still, for tests: set it with the returned handle, in milliseconds.
    pub fn standing(start: Timestamp) -> (Self, Arc<AtomicI64>) {
        let hand = Arc::new(AtomicI64::new(start.as_millisecond()));
        let read = Arc::clone(&hand);
        let clock = Self::new(move || {
            Timestamp::from_millisecond(read.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
        });
        (clock, hand)
    }
}

/// The installation: its database, clock and source of ids. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) db: Db,
    clock: Clock,
    ids: Arc<Ids>,
    sealing: Option<Sealing>,
    pub(crate) crowd: Arc<Crowd>,
}

struct Ids {
    node: u16,
    serial: AtomicU16,
    last: Mutex<i64>,
}

impl App {
    /// An installation over a database that is migrated. `node` tells programs over one database apart
    /// (0–1023; random is good enough).
    pub fn new(db: Db, clock: Clock, node: u16) -> Self {
        let ids = Ids { node, serial: AtomicU16::new(0), last: Mutex::new(0) };
        Self { db, clock, ids: Arc::new(ids), sealing: None, crowd: Arc::default() }
    }

    /// The same installation with what it needs to sign certificates.
    #[must_use]
    pub fn with_sealing(mut self, sealing: Sealing) -> Self {
        self.sealing = Some(sealing);
        self
    }

    /// What it needs to sign certificates, where that was set.
    pub fn sealing(&self) -> Option<&Sealing> {
        self.sealing.as_ref()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        (self.clock.0)()
    }

    /// Now, in milliseconds since the Unix epoch.
    pub fn now_ms(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// Today in Viet Nam.
    pub fn today(&self) -> Date {
        day_of(self.now_ms())
    }

    /// A new id; later ones are larger within one program.
    pub fn id(&self) -> i64 {
        let serial = self.ids.serial.fetch_add(1, Ordering::Relaxed);
        let mut last = self.ids.last.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = compose(self.now_ms(), self.ids.node, serial).max(*last + 1);
        *last = fresh;
        fresh
    }

    /// The database, for the program's own housekeeping (opening, closing, copying).
    pub fn db(&self) -> &Db {
        &self.db
    }
}

/// The day in Viet Nam of a moment in milliseconds since the Unix epoch. The country has had one offset (+07:00) and no
/// summer time since 1975.
pub(crate) fn day_of(at_ms: i64) -> Date {
    let at = Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    jiff::tz::Offset::constant(7).to_datetime(at).date()
}

/// A person at work: the installation, the account and where it acts from.
#[derive(Clone)]
pub struct Ctx {
    /// The installation.
    pub app: App,
    /// Who acts.
    pub account: AccountId,
    /// From where: an address, `cli`, `job`.
    pub origin: String,
}

impl Ctx {
    /// A person at work.
    pub fn new(app: &App, account: AccountId, origin: impl Into<String>) -> Self {
        Self { app: app.clone(), account, origin: origin.into() }
    }

    /// Opens a transaction that may write.
    pub(crate) async fn write(&self) -> Result<Tx, StoreError> {
        self.app.db.write().await
    }

    /// Opens a transaction that reads.
    pub(crate) async fn read(&self) -> Result<Tx, StoreError> {
        self.app.db.read().await
    }

    /// What the account may do today.
    pub(crate) async fn authority(&self, tx: &mut Tx) -> Result<Authority, StoreError> {
        let duties = store::duty::list_of(tx, self.account).await?;
        Ok(Authority::new(self.account, self.app.today(), duties))
    }

    /// The tree, and what the account may do in it today.
    pub(crate) async fn standing(&self, tx: &mut Tx) -> Result<(Arc<History>, Authority), StoreError> {
        let (history, duties) = store::duty::standing(tx, self.account).await?;
        Ok((history, Authority::new(self.account, self.app.today(), duties)))
    }

    /// Asks whether the account may do `action` to `unit` (`None`: to the whole installation).
    /// A unit that it may not even see is [`ActError::Missing`].
    pub(crate) async fn ask<R>(
        &self,
        tx: &mut Tx,
        action: Action,
        unit: Option<UnitId>,
    ) -> Result<Arc<History>, ActError<R>> {
        Ok(self.ask_with(tx, action, unit).await?.0)
    }

    /// Asks the same, and hands out what else the account may do.
    pub(crate) async fn ask_with<R>(
        &self,
        tx: &mut Tx,
        action: Action,
        unit: Option<UnitId>,
    ) -> Result<(Arc<History>, Authority), ActError<R>> {
        let (history, authority) = self.standing(tx).await?;
        permit(&history, &authority, action, unit)?;
        Ok((history, authority))
    }

    /// Within which part of the tree the account may do `action` today.
    pub(crate) async fn reach(&self, tx: &mut Tx, action: Action) -> Result<Reach, StoreError> {
        Ok(self.authority(tx).await?.reach(action))
    }

    /// Writes what was done into the ledger, within the act's own transaction.
    pub(crate) async fn record(
        &self,
        tx: &mut Tx,
        act: &str,
        unit: Option<UnitId>,
        object: impl Into<String>,
        detail: impl Into<String>,
    ) -> Result<(), StoreError> {
        store::ledger::add(tx, &self.line(act, unit, object, detail)).await
    }

    /// The ledger's line about what was done.
    pub(crate) fn line(
        &self,
        act: &str,
        unit: Option<UnitId>,
        object: impl Into<String>,
        detail: impl Into<String>,
    ) -> Line {
        Line {
            id: LedgerId(self.app.id()),
            at_ms: self.app.now_ms(),
            account: Some(self.account),
            origin: self.origin.clone(),
            act: act.to_owned(),
            unit,
            object: object.into(),
            detail: detail.into(),
        }
    }
}

/// Whether an account may do `action` to `unit`; a unit that it may not even see is [`ActError::Missing`].
pub(crate) fn permit<R>(
    history: &History,
    authority: &Authority,
    action: Action,
    unit: Option<UnitId>,
) -> Result<(), ActError<R>> {
    if unit.is_some_and(|unit| !history.knows(unit)) {
        return Err(ActError::Missing);
    }
    if authority.may(action, unit, history) {
        return Ok(());
    }
    if unit.is_none() || authority.may(Action::SeeUnit, unit, history) {
        return Err(ActError::Denied(Denied { action, unit }));
    }
    Err(ActError::Missing)
}
