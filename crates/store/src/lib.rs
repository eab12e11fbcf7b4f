//! Everything that is SQL: one text for two engines, one file per noun, domain types in and out.
//!
//! Not in this room: HTTP, words for people, deciding who may.

pub mod account;
pub mod acknowledgement;
pub mod badge;
pub mod batch;
mod cache;
pub mod ceremony;
pub mod certificate;
pub mod council;
pub mod db;
pub mod decision;
pub mod dialect;
pub mod directive;
pub mod document;
pub mod duty;
mod error;
pub mod figure;
pub mod file;
pub mod filing;
pub mod form;
pub mod freeze;
pub mod headline;
pub mod honoree;
pub mod indicator;
pub mod key;
pub mod layout;
pub mod ledger;
pub mod login;
pub mod migrate;
pub mod nomination;
pub mod notice;
pub mod person;
pub mod pivot;
pub mod plan;
pub mod programme;
pub mod reorganisation;
pub mod report;
pub mod round;
pub mod stack;
pub mod task;
#[cfg(any(test, feature = "testing"))]
#[doc(hidden)]
pub mod testing;
pub mod theme;
pub mod total;
pub mod tree;
pub mod unit;

pub use db::{Db, Tx};
pub use error::StoreError;
