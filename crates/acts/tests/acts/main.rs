//! Every act through its public door, on every engine there is: refused, missing, done, in the ledger.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on says so by stopping"
)]

mod cast;
mod certificates;
mod conferral;
mod crowd;
mod cycle;
mod decisions;
mod documents;
mod figures;
mod filings;
mod freezes;
mod headlines;
mod imports;
mod keys;
mod launches;
mod layouts;
mod matrix;
mod nominations;
mod openings;
mod papers;
mod people;
mod permissions;
mod pivots;
mod registers;
mod reorganisations;
mod reports;
mod round_house;
mod rounds;
mod stacks;
mod units;
