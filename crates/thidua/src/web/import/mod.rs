//! Imports from sheets: upload, preview, write, undo.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
