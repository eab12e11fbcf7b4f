//! Đơn vị: the tree, one unit with its history, search, and the acts that change units.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
