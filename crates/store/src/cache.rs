//! What is kept in memory between transactions: the tree's history and the names that were asked for, until a place, a
//! succession or a name changes.
//!
//! Not here: loading them (`tree`, `unit`).

use crate::unit::UnitName;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Every name of a unit with its first day, oldest first; empty for a unit that nobody knows.
pub(crate) type Names = Vec<(Date, UnitName)>;

/// What was loaded last, with the tree version it belongs to.
#[derive(Default)]
pub(crate) struct TreeCache(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    version: i64,
    history: Option<Arc<History>>,
    names: HashMap<UnitId, Names>,
}

impl TreeCache {
    fn open(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, to put something in: what belongs to another version is dropped.
    fn open_at(&self, version: i64) -> MutexGuard<'_, Kept> {
        let mut kept = self.open();
        if kept.version != version {
            *kept = Kept { version, ..Kept::default() };
        }
        kept
    }

    pub(crate) fn history(&self, version: i64) -> Option<Arc<History>> {
        let kept = self.open();
        kept.history.as_ref().filter(|_| kept.version == version).map(Arc::clone)
    }

    pub(crate) fn put_history(&self, version: i64, history: &Arc<History>) {
        self.open_at(version).history = Some(Arc::clone(history));
    }

    /// What `pick` takes of the names of each of these units; and the units whose names are not kept.
    pub(crate) fn names<T>(
        &self,
        version: i64,
        units: &[UnitId],
        pick: impl Fn(&Names) -> Option<T>,
    ) -> (HashMap<UnitId, T>, Vec<UnitId>) {
        let kept = self.open();
        let (mut found, mut unknown) = (HashMap::with_capacity(units.len()), Vec::new());
        for unit in units {
            match kept.names.get(unit).filter(|_| kept.version == version) {
                Some(names) => found.extend(pick(names).map(|picked| (*unit, picked))),
                None => unknown.push(*unit),
            }
        }
        (found, unknown)
    }

    pub(crate) fn put_names(&self, version: i64, names: HashMap<UnitId, Names>) {
        self.open_at(version).names.extend(names);
    }

    /// Drops what is kept; the next reader loads anew.
    pub(crate) fn forget(&self) {
        *self.open() = Kept::default();
    }
}
