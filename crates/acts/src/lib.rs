//! Everything a person can do. Each act fetches, asks, applies and records, in one transaction.
//!
//! Not in this room: HTTP, templates, formatting, SQL.

pub mod ctx;
pub mod doctor;
pub mod document;
pub mod error;
pub mod evidence;
pub mod figure;
pub mod figure_import;
pub mod indicator;
pub mod total;

pub use ctx::{App, Clock, Ctx};
pub use error::{ActError, Denied, Never};
