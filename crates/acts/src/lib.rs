//! Everything a person can do. Each act fetches, asks, applies and records, in one transaction.
//!
//! Not in this room: HTTP, templates, formatting, SQL.

pub mod account;
pub mod acknowledgement;
mod aside;
pub mod award;
pub mod badge;
pub mod batch;
pub mod capacity;
pub mod ceremony;
pub mod certificate;
pub mod council;
pub mod ctx;
pub mod decision;
pub mod directive;
pub mod doctor;
pub mod document;
pub mod duty;
pub mod error;
pub mod evidence;
pub mod figure;
pub mod figure_import;
pub mod filing;
pub mod form;
pub mod freeze;
pub mod headline;
pub mod indicator;
pub mod installation;
pub mod key;
pub mod layout;
pub mod ledger;
pub mod login;
pub mod nomination;
pub mod notice;
pub mod outlier;
mod password;
pub mod person;
pub mod pivot;
pub mod plan;
pub mod programme;
pub mod register;
pub mod reorganisation;
pub mod report;
pub mod round;
mod sealing;
pub mod stack;
pub mod task;
pub mod theme;
pub mod token;
pub mod total;
pub mod unit;
pub mod unit_import;

pub use ctx::{App, Clock, Ctx};
pub use error::{ActError, Denied, Never};
