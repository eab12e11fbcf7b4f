//! The program `thidua`: web pages, interface, command line, jobs. The rooms below do the work; this one speaks.
//!
//! Not here: SQL, rules, decisions about who may do what.

pub mod cli;
pub mod config;
pub mod demo;
pub mod fonts;
pub mod intake;
pub mod jobs;
pub mod mail;
pub mod serve;
pub mod unit_sheet;
pub mod web;
