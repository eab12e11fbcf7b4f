//! Totals built anew from the submissions, to mend the stored ones or to check them.
//!
//! Not here: carrying single edits.

use super::rows::{Rows, replace};
use super::{Lens, as_is_day, set_as_is_day};
use crate::db::Tx;
use crate::figure::SaidRows;
use crate::{StoreError, figure, tree};
use domain::period::Period;
use domain::rollup::{self, Said, Total};
use domain::submission::Road;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::task::JoinHandle;

/// Builds all totals anew from the submissions, both lenses, in the tree as this transaction sees it; `today`
/// becomes the day of the as-is tree. For every change to places or successions, after
/// [`tree::mark_changed`]; the caller is alone on the tree ([`tree::hold_alone`]).
pub async fn rebuild(tx: &mut Tx, today: Date) -> Result<(), StoreError> {
    let history = tree::history(tx).await?;
    set_as_is_day(tx, today).await?;
    for period in figure::periods(tx).await? {
        for road in Road::ALL {
            let said = figure::said(tx, period, *road).await?;
            let (was, is) = compute(&history, period, &said, today);
            replace(tx, period, *road, Lens::AsWas, was).await?;
            replace(tx, period, *road, Lens::AsIs, is).await?;
        }
    }
    Ok(())
}

fn compute(
    history: &History,
    period: Period,
    said: &Said,
    today: Date,
) -> (HashMap<UnitId, Total>, HashMap<UnitId, Total>) {
    (rollup::as_was(history, period, said), rollup::as_is(history, period, said, today))
}

/// One stored total that is not what the submissions give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whose total.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// By which road.
    pub road: Road,
    /// Through which tree.
    pub lens: Lens,
    /// What is stored.
    pub stored: Total,
    /// What the submissions give.
    pub computed: Total,
}

/// What an audit went through and found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many submissions were added up.
    pub submissions: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// How many totals were compared.
    pub totals: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// Recomputes every total from the submissions and compares it with what is stored. Changes nothing.
///
/// While one period is computed the next one is read, and the two trees are added up side by side, so that all cores
/// have work; no more than two periods are in memory.
pub async fn audit(tx: &mut Tx, today: Date) -> Result<Audit, StoreError> {
    let history = tree::history(tx).await?;
    let day = as_is_day(tx).await?.unwrap_or(today);
    let mut audit = Audit::default();
    let mut before: Option<JoinHandle<Result<Audit, StoreError>>> = None;
    for period in figure::periods(tx).await? {
        for road in Road::ALL {
            let look = Look { history: Arc::clone(&history), day, period, road: *road };
            let page = Page {
                said: SaidRows::load(tx, period, *road).await?,
                was: Rows::load(tx, period, *road, Lens::AsWas).await?,
                is: Rows::load(tx, period, *road, Lens::AsIs).await?,
            };
            let next = tokio::task::spawn_blocking(move || look.compare(&page));
            if let Some(done) = before.replace(next) {
                audit.add(joined(done).await?);
            }
        }
    }
    if let Some(done) = before {
        audit.add(joined(done).await?);
    }
    Ok(audit)
}

async fn joined(done: JoinHandle<Result<Audit, StoreError>>) -> Result<Audit, StoreError> {
    done.await.map_err(|_| StoreError::Engine(sqlx::Error::WorkerCrashed))?
}

/// Which totals are compared.
struct Look {
    history: Arc<History>,
    day: Date,
    period: Period,
    road: Road,
}

/// All rows of one period and road.
struct Page {
    said: SaidRows,
    was: Rows,
    is: Rows,
}

impl Look {
    fn compare(&self, page: &Page) -> Result<Audit, StoreError> {
        let said = page.said.read()?;
        let figures = said.own.values().chain(said.whole.values()).map(|vector| vector.0.len()).sum();
        let mut audit = Audit { submissions: said.own.len() + said.whole.len(), figures, ..Audit::default() };
        // The two trees do not depend on one another.
        let (was, is) = std::thread::scope(|scope| {
            let is = scope.spawn(|| {
                self.through(Lens::AsIs, &page.is, rollup::as_is(&self.history, self.period, &said, self.day))
            });
            let was = rollup::as_was(&self.history, self.period, &said);
            (self.through(Lens::AsWas, &page.was, was), is.join())
        });
        audit.add(was?);
        audit.add(is.map_err(|_| StoreError::Engine(sqlx::Error::WorkerCrashed))??);
        Ok(audit)
    }

    fn through(
        &self,
        lens: Lens,
        rows: &Rows,
        mut computed: HashMap<UnitId, Total>,
    ) -> Result<Audit, StoreError> {
        let totals = computed.len().max(rows.units()?);
        let other = rows.other_than(&computed)?;
        let differs = |(unit, stored): (UnitId, Total)| {
            let computed = computed.remove(&unit).unwrap_or_default();
            Difference { unit, period: self.period, road: self.road, lens, stored, computed }
        };
        Ok(Audit { totals, differences: other.into_iter().map(differs).collect(), ..Audit::default() })
    }
}

impl Audit {
    fn add(&mut self, other: Self) {
        self.submissions += other.submissions;
        self.figures += other.figures;
        self.totals += other.totals;
        self.differences.extend(other.differences);
    }
}
