//! Nhập số liệu: the form of one unit and period, and figures from a sheet.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
