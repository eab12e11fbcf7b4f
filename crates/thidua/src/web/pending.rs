//! Sheets that wait between their preview and the button that writes them.
//!
//! Kept in memory and briefly: a sheet that nobody confirmed is nobody's record. After a restart the person is asked
//! to send it again. Not here: what is in them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::id::AccountId;

/// How long a preview waits, in milliseconds: half an hour.
const PATIENCE_MS: i64 = 30 * 60 * 1000;
/// How many wait at once over all people; the oldest gives way. At most 16 × 20 MB stay in memory.
const MOST: usize = 16;

/// A sheet as it was sent.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Who sent it; nobody else may write it.
    pub account: AccountId,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
}

/// The sheets that wait, by a key that cannot be guessed.
#[derive(Clone, Debug, Default)]
pub struct Pending(Arc<Mutex<HashMap<String, Waiting>>>);

impl Pending {
    /// Keeps a sheet; returns its key. Nothing when the machine gives no randomness.
    pub fn keep(&self, sheet: Waiting) -> Option<String> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).ok()?;
        let key = format!("{:032x}", u128::from_be_bytes(bytes));
        let mut sheets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = sheet.at_ms;
        sheets.retain(|_, waiting| now - waiting.at_ms < PATIENCE_MS);
        while sheets.len() >= MOST {
            let oldest = sheets.iter().min_by_key(|(_, waiting)| waiting.at_ms).map(|(key, _)| key.clone());
            match oldest {
                Some(oldest) => sheets.remove(&oldest),
                None => break,
            };
        }
        sheets.insert(key.clone(), sheet);
        Some(key)
    }

    /// The sheet of a key, to whoever sent it and while it waits.
    pub fn find(&self, key: &str, account: AccountId, now_ms: i64) -> Option<Waiting> {
        let sheets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |waiting: &&Waiting| waiting.account == account && now_ms - waiting.at_ms < PATIENCE_MS;
        sheets.get(key).filter(fresh).cloned()
    }

    /// Lets a sheet go once it is written.
    pub fn drop_sheet(&self, key: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, PATIENCE_MS, Pending, Waiting};
    use domain::id::AccountId;
    use std::sync::Arc;

    fn sheet(account: i64, at_ms: i64) -> Waiting {
        Waiting { account: AccountId(account), at_ms, name: "a.xlsx".to_owned(), bytes: Arc::new(vec![1]) }
    }

    #[test]
    fn a_sheet_waits_for_its_sender_only_and_not_for_ever() {
        let pending = Pending::default();
        let key = pending.keep(sheet(1, 1_000)).unwrap();
        assert!(pending.find(&key, AccountId(1), 2_000).is_some());
        assert!(pending.find(&key, AccountId(2), 2_000).is_none());
        assert!(pending.find(&key, AccountId(1), 1_000 + PATIENCE_MS).is_none());
        pending.drop_sheet(&key);
        assert!(pending.find(&key, AccountId(1), 2_000).is_none());
    }

    #[test]
    fn the_oldest_gives_way() {
        let pending = Pending::default();
        let first = pending.keep(sheet(1, 0)).unwrap();
        for at in 1..=i64::try_from(MOST).unwrap() {
            pending.keep(sheet(1, at)).unwrap();
        }
        assert!(pending.find(&first, AccountId(1), 20).is_none());
    }
}
