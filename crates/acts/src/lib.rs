//! Everything a person can do. Each act fetches, asks, applies and records, in one transaction.
//!
//! Not in this room: HTTP, templates, formatting, SQL.

pub mod ctx;
pub mod error;

pub use ctx::{App, Clock, Ctx};
pub use error::{ActError, Denied, Never};
