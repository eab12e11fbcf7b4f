//! Certificates that prove themselves: W3C Verifiable Credentials 2.0 in the form of Open Badges 3.0, signed with
//! `eddsa-rdfc-2022`, revocable by a bitstring status list, checked without a network.
//!
//! Not in this room: files, network, database, clock, randomness. Which body may confer what, where keys are kept and
//! what a certificate says in Vietnamese is for `acts` to bring.

mod binary;
mod canon;
mod check;
mod context;
mod credential;
mod key;
mod proof;
mod safe;
mod status;

pub use canon::{Unreadable, canonical};
pub use check::{Chain, Known, KnownKey, Standing, check};
pub use credential::{
    Award, Body, Controller, Endorsement, Entry, Received, award, controller, endorsement, status_list,
};
pub use key::{NotAKey, PublicKey, SecretKey};
pub use proof::{Broken, sign, verify};
pub use safe::{CannotOpen, KeySafe};
pub use status::{NotAList, StatusList};

/// The largest document that is looked at, in bytes. Ours are below 8 KB.
pub const LARGEST_DOCUMENT: usize = 64 * 1024;
