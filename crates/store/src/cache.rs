//! The one thing kept in memory between transactions: the tree's history, until the tree changes.
//!
//! Not here: loading it (`tree`).

use domain::unit::History;
use std::sync::{Arc, Mutex, PoisonError};

/// The last history loaded, with the tree version it belongs to.
#[derive(Default)]
pub(crate) struct TreeCache(Mutex<Option<(i64, Arc<History>)>>);

impl TreeCache {
    pub(crate) fn get(&self, version: i64) -> Option<Arc<History>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().filter(|(at, _)| *at == version).map(|(_, history)| Arc::clone(history))
    }

    pub(crate) fn put(&self, version: i64, history: &Arc<History>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, Arc::clone(history)));
    }

    /// Drops what is kept; the next reader loads anew.
    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
