//! What went wrong, told in words; and the help page.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
