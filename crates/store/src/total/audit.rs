//! Totals built anew from the submissions, to mend the stored ones or to check them.
//!
//! Not here: carrying single edits.

use super::rows::{all_stored, replace};
use super::{Lens, as_is_day, set_as_is_day};
use crate::db::Tx;
use crate::{StoreError, figure, tree};
use domain::period::Period;
use domain::rollup::{self, Said, Total};
use domain::submission::Road;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;

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
pub async fn audit(tx: &mut Tx, today: Date) -> Result<Audit, StoreError> {
    let history = tree::history(tx).await?;
    let day = as_is_day(tx).await?.unwrap_or(today);
    let mut audit = Audit::default();
    for period in figure::periods(tx).await? {
        for road in Road::ALL {
            let said = figure::said(tx, period, *road).await?;
            audit.submissions += said.own.len() + said.whole.len();
            audit.figures += said.own.values().chain(said.whole.values()).map(|v| v.0.len()).sum::<usize>();
            let (was, is) = compute(&history, period, &said, day);
            for (lens, computed) in [(Lens::AsWas, was), (Lens::AsIs, is)] {
                let stored = all_stored(tx, period, *road, lens).await?;
                audit.totals += computed.len().max(stored.len());
                compare(&mut audit.differences, period, *road, lens, stored, computed);
            }
        }
    }
    Ok(audit)
}

fn compare(
    differences: &mut Vec<Difference>,
    period: Period,
    road: Road,
    lens: Lens,
    mut stored: HashMap<UnitId, Total>,
    computed: HashMap<UnitId, Total>,
) {
    for (unit, computed) in computed {
        let stored = stored.remove(&unit).unwrap_or_default();
        if stored != computed {
            differences.push(Difference { unit, period, road, lens, stored, computed });
        }
    }
    for (unit, stored) in stored {
        let computed = Total::default();
        differences.push(Difference { unit, period, road, lens, stored, computed });
    }
}
