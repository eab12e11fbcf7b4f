//! Tổng quan: the page of truth of one unit.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
