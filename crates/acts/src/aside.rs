//! Work that keeps a core busy for more than a moment, done beside the loop that serves everybody.
//!
//! Not here: which work that is (`document`, `password`).

use crate::error::Fault;

/// Does the work on a thread of its own; everybody else is served meanwhile.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|broken| Fault::BrokenOff(broken.to_string()))
}
