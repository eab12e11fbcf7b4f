//! The web: requests in, pages out. Forms go parse → check → act → redirect and work without a script.
//!
//! Not here: rules and permissions (`acts` asks and answers), SQL, numbers and dates as text (`lang`).

pub mod admin;
pub mod assets;
pub mod entry;
pub mod fault;
pub mod frame;
pub mod import;
pub mod login;
pub mod overview;
pub mod parts;
pub mod programme;
pub mod reading;
pub mod rollup;
pub mod unit;

#[cfg(test)]
mod markup;
