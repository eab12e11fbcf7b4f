//! Quản trị: accounts, duties, ledger, imports, permission matrix.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
