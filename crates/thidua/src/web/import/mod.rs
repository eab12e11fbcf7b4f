//! Imports from sheets: the units of a whole tree at once, the list of imports, and undoing one.
//!
//! Not here: figures from a sheet (`entry::sheet`), writing and undoing (`acts::import`, `acts::figure_import`).

pub mod page;

use axum::Router;

use super::site::Site;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
}
