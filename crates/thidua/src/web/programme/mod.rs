//! Chương trình: directives, themes, programmes, the catalogue of indicators.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
