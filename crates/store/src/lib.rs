//! Everything that is SQL: one text for two engines, one file per noun, domain types in and out.
//!
//! Not in this room: HTTP, words for people, deciding who may.

pub mod db;
pub mod dialect;
mod error;
pub mod duty;
pub mod figure;
pub mod ledger;
pub mod migrate;
pub mod total;
pub mod tree;

pub use db::{Db, Tx};
pub use error::StoreError;
