//! The program as a whole, over the demonstration: the five articles, the interface, the command line, and a machine
//! that is switched off at the wrong moment.
//!
//! Not here: single acts (`acts`), single pages (`web`).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod api;
mod articles;
mod award_api;
mod award_house;
mod award_papers;
mod awards;
mod book;
mod book_api;
mod conferral;
mod decided;
mod divided;
mod empty;
mod excel;
mod forms;
mod gaps;
mod hostile;
mod house;
mod lesson;
mod libreoffice;
mod mistakes;
mod papers;
mod prints;
mod program;
mod reports;
mod rights;
mod stacks;
mod summed;
mod tokens;
mod totals;
mod verify;
mod word_report;
