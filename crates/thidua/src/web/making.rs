//! Sheets being made in the background: which decisions are at it, and being told to stop.
//!
//! How far each is stands in the database; here is only that somebody is at it, in this program's memory. A program that
//! ends forgets it and nothing is lost: making goes on where it stopped when somebody asks again.

use domain::id::DecisionId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The decisions whose sheets are being made, each with whether it was told to stop.
#[derive(Clone, Debug, Default)]
pub struct Making(Arc<Mutex<HashMap<DecisionId, bool>>>);

impl Making {
    /// Begins one; false when somebody is at it already.
    pub fn begin(&self, id: DecisionId) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(id, false).is_none()
    }

    /// Tells one to stop after the sheets in hand.
    pub fn stop(&self, id: DecisionId) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stop) = all.get_mut(&id) {
            *stop = true;
        }
    }

    /// Whether it was told to stop.
    pub fn stopped(&self, id: DecisionId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied().unwrap_or(true)
    }

    /// Ends one.
    pub fn end(&self, id: DecisionId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    /// Whether somebody is at it.
    pub fn runs(&self, id: DecisionId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&id)
    }
}
