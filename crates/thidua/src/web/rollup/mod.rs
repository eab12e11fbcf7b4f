//! Tổng hợp số liệu: totals by unit, and every figure down to its source.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
