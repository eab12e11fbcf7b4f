//! Reading the ledger, sealing it into a chain, and proving that nobody changed what was sealed.
//!
//! Not here: writing lines, which every act does itself (`Ctx::record`).

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Denied, Fault, Never};
use domain::authority::Action;
use domain::id::{AccountId, LedgerId};
use domain::ledger::{Line, chained_bytes};
use domain::unit::UnitId;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use store::ledger::Filter;

/// How many lines are sealed or checked at a time.
const STEP: u32 = 1_000;

/// Which lines are asked for; what is absent does not narrow.
#[derive(Debug, Clone, Default)]
pub struct LedgerFilter {
    /// Of one account.
    pub account: Option<AccountId>,
    /// Concerning a unit or anything that ever stood below it.
    pub unit: Option<UnitId>,
    /// Acts that begin with this: `unit.`, or `unit.rename`.
    pub act: Option<String>,
    /// From this day on, as days are in Viet Nam.
    pub from: Option<Date>,
    /// Up to this day, included.
    pub to: Option<Date>,
}

/// A line as a list shows it.
#[derive(Debug, Clone)]
pub struct LedgerRow {
    /// The line.
    pub line: Line,
    /// Who did it; `None` for strangers and for the program itself.
    pub full_name: Option<String>,
    /// How its unit is called today.
    pub unit_name: Option<String>,
    /// Whether it is sealed into the chain.
    pub sealed: bool,
}

/// A page of lines, latest first.
#[derive(Debug, Clone)]
pub struct LedgerPage {
    /// The lines.
    pub rows: Vec<LedgerRow>,
    /// Before which line the next page begins; `None` at the end.
    pub next: Option<LedgerId>,
}

/// What a check of the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Every sealed line is what was sealed.
    Whole {
        /// How many lines are sealed.
        lines: i64,
        /// How many wait to be sealed.
        unsealed: i64,
    },
    /// From this line on the chain is broken: it was changed, or one before it was taken out.
    Broken {
        /// Its place in the chain, from 1.
        seal: i64,
        /// The line found there.
        line: LedgerId,
    },
}

/// A page of the ledger. Whoever manages the whole installation sees all; others what concerns their units.
pub async fn list(
    ctx: &Ctx,
    filter: LedgerFilter,
    before: Option<LedgerId>,
    most: u32,
) -> Result<LedgerPage, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let units = within(ctx, &mut tx, filter.unit).await?;
    let asked = Filter {
        account: filter.account,
        units,
        act: filter.act.filter(|act| !act.is_empty()),
        from_ms: filter.from.map(first_ms),
        to_ms: filter.to.and_then(|day| day.tomorrow().ok()).map(first_ms),
    };
    let mut kept = store::ledger::page(&mut tx, &asked, before, most.saturating_add(1)).await?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = kept.len() > most;
    kept.truncate(most);

    let mut accounts: Vec<AccountId> = kept.iter().filter_map(|kept| kept.line.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let mut named: Vec<UnitId> = kept.iter().filter_map(|kept| kept.line.unit).collect();
    named.sort_unstable();
    named.dedup();
    let people = store::account::names(&mut tx, &accounts).await?;
    let called = store::unit::names(&mut tx, &named, ctx.app.today()).await?;
    let next = kept.last().filter(|_| more).map(|last| last.line.id);
    let rows = kept
        .into_iter()
        .map(|kept| LedgerRow {
            full_name: kept.line.account.and_then(|account| people.get(&account).cloned()),
            unit_name: kept.line.unit.and_then(|unit| called.get(&unit)).map(|name| name.name.clone()),
            sealed: kept.seal.is_some(),
            line: kept.line,
        })
        .collect();
    Ok(LedgerPage { rows, next })
}

/// The units whose lines may be shown; `None` for all lines, also those of no unit.
async fn within(
    ctx: &Ctx,
    tx: &mut store::Tx,
    unit: Option<UnitId>,
) -> Result<Option<Vec<UnitId>>, ActError<Never>> {
    let reach = ctx.reach(tx, Action::SeeLedger).await?;
    let tops = match unit {
        Some(unit) => {
            ctx.ask::<Never>(tx, Action::SeeLedger, Some(unit)).await?;
            vec![unit]
        }
        None if reach.is_everything() => return Ok(None),
        None if reach.is_empty() => {
            return Err(ActError::Denied(Denied { action: Action::SeeLedger, unit: None }));
        }
        None => reach.tops().to_vec(),
    };
    let (history, authority) = ctx.standing(tx).await?;
    let below: BTreeSet<UnitId> = tops.iter().flat_map(|top| history.ever_below(*top)).collect();
    // What moved away belongs to those who keep it now.
    let seen = |unit: &UnitId| authority.may(Action::SeeLedger, Some(*unit), &history);
    Ok(Some(below.into_iter().filter(seen).collect()))
}

/// The first millisecond of a day in Viet Nam.
fn first_ms(day: Date) -> i64 {
    jiff::tz::Offset::constant(7)
        .to_timestamp(day.to_datetime(jiff::civil::Time::midnight()))
        .map_or(0, jiff::Timestamp::as_millisecond)
}

fn link(previous: &[u8], line: &Line) -> Vec<u8> {
    Sha256::digest(chained_bytes(previous, line)).to_vec()
}

/// Seals every committed line that is not yet in the chain, and says how many. For the program's own clock.
pub async fn seal(app: &App) -> Result<u64, Fault> {
    let mut sealed = 0;
    loop {
        let mut tx = app.db.write().await?;
        store::ledger::hold_chain(&mut tx).await?;
        let (mut place, mut hash) = store::ledger::chain_end(&mut tx).await?;
        let lines = store::ledger::unsealed(&mut tx, STEP).await?;
        if lines.is_empty() {
            return Ok(sealed);
        }
        for line in &lines {
            place += 1;
            hash = link(&hash, line);
            store::ledger::seal(&mut tx, line.id, place, &hash).await?;
            sealed += 1;
        }
        tx.commit().await?;
    }
}

/// Recomputes the whole chain. Changes nothing.
pub async fn verify(app: &App) -> Result<Chain, Fault> {
    let mut tx = app.db.read().await?;
    let (mut place, mut hash) = (0, Vec::new());
    loop {
        let lines = store::ledger::sealed(&mut tx, place, STEP).await?;
        if lines.is_empty() {
            let unsealed = store::ledger::count_unsealed(&mut tx).await?;
            return Ok(Chain::Whole { lines: place, unsealed });
        }
        for (seal, kept, line) in lines {
            let computed = link(&hash, &line);
            if seal != place + 1 || computed != kept {
                return Ok(Chain::Broken { seal, line: line.id });
            }
            (place, hash) = (seal, kept);
        }
    }
}
