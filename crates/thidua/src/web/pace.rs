//! How often one address may ask a page that is open to everybody.
//!
//! A code cannot be found by trying; this keeps those who try from costing the others their time. Not here: what a
//! proxy in front may do besides.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How long a window is, in milliseconds.
const WINDOW_MS: i64 = 60_000;
/// What one address may spend in a window.
const PURSE: u32 = 60;
/// What asking for something that is there costs.
pub const FOUND: u32 = 1;
/// What asking for something that is not there costs.
pub const MISSED: u32 = 4;
/// How many addresses are remembered; beyond that, old windows are forgotten.
const MOST: usize = 20_000;

/// The purses of all who asked lately, in this program's memory.
#[derive(Clone, Debug, Default)]
pub struct Pace(Arc<Mutex<HashMap<String, (i64, u32)>>>);

impl Pace {
    /// Whether the address still has something to spend in the window of this time.
    pub fn may(&self, from: &str, now_ms: i64) -> bool {
        let purses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        purses.get(from).is_none_or(|(start, spent)| now_ms - start >= WINDOW_MS || *spent < PURSE)
    }

    /// Takes the price of an answer.
    pub fn spend(&self, from: &str, now_ms: i64, price: u32) {
        let mut purses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if purses.len() >= MOST {
            purses.retain(|_, (start, _)| now_ms - *start < WINDOW_MS);
            // More than that within one window is an attack from everywhere; better forget than grow.
            if purses.len() >= MOST {
                purses.clear();
            }
        }
        let (start, spent) = purses.entry(from.to_owned()).or_insert((now_ms, 0));
        if now_ms - *start >= WINDOW_MS {
            (*start, *spent) = (now_ms, 0);
        }
        *spent = spent.saturating_add(price);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tries_codes_waits_and_nobody_else_does() {
        let pace = Pace::default();
        for _ in 0..PURSE / MISSED {
            assert!(pace.may("192.0.2.1", 1_000));
            pace.spend("192.0.2.1", 1_000, MISSED);
        }
        assert!(!pace.may("192.0.2.1", 1_000));
        assert!(pace.may("192.0.2.2", 1_000));
        assert!(pace.may("192.0.2.1", 1_000 + WINDOW_MS));
    }

    #[test]
    fn many_addresses_do_not_fill_the_memory() {
        let pace = Pace::default();
        for at in 0..MOST + 10 {
            pace.spend(&at.to_string(), 5, FOUND);
        }
        assert!(pace.0.lock().unwrap().len() <= MOST);
    }
}
