//! Login and logout, passwords, the switches of the display.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
