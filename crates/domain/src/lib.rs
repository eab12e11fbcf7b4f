//! What is true about emulation work: values and rules, one file per noun.
//!
//! Not in this room: files, network, database, clock, randomness, words for people, floating point.

pub mod acknowledgement;
pub mod authority;
pub mod award;
mod by_slot;
pub mod certificate;
mod code;
pub mod decision;
pub mod directive;
pub mod figure;
pub mod filing;
pub mod form;
pub mod freeze;
pub mod honoree;
pub mod id;
pub mod indicator;
pub mod layout;
pub mod ledger;
pub mod nomination;
pub mod notice;
pub mod outlier;
pub mod period;
pub mod person;
pub mod pivot;
pub mod plan;
pub mod range;
pub mod report;
pub mod rollup;
pub mod stack;
pub mod submission;
pub mod task;
pub mod text;
pub mod total;
pub mod unit;
