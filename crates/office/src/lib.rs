//! Papers in and out: bytes in, bytes out.
//!
//! - [`intake`] turns what people send (text, HTML, Word, PDF, Excel, mail) into one text with places;
//! - [`paper`] is one official paper, in the Party's form or the State's;
//! - [`letter`] writes it as a Word file, [`mod@print`] as a PDF, [`preview`] as a page;
//! - [`certificate`] prints certificates, many into one PDF;
//! - [`signature`] looks at signed PDFs that come back;
//! - [`sheet`] reads tables of people's workbooks and writes workbooks that print well.
//!
//! Not in this room: the database, HTTP, the clock, and the meaning of what is written in a paper. A number in a
//! cell is still what the person typed; whether it is a figure is decided elsewhere. Refusals carry values and no
//! words.

pub mod certificate;
pub mod intake;
pub mod legacy;
pub mod letter;
pub mod limits;
pub mod paper;
pub mod preview;
pub mod print;
pub mod sheet;
pub mod signature;

mod container;
mod decimal;
mod face;
mod hazard;
mod pdf;
mod qr;
mod xml;

pub use decimal::Decimal;
pub use face::{Face, Fonts};
pub use hazard::Hazard;

use thiserror::Error;

/// A fault while making a paper. Nobody who uses the program can cure it; it belongs in the log.
#[derive(Debug, Error)]
pub enum OfficeError {
    /// The workbook writer gave up.
    #[error("the workbook could not be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The comma-separated writer gave up.
    #[error("the table could not be written as text")]
    Text(#[from] csv::Error),
    /// The container of a file could not be written: no more room, or the receiver has gone.
    #[error("the container could not be written")]
    Container(#[from] std::io::Error),
    /// The bytes handed in are no font that can be used.
    #[error("a font could not be read")]
    Font,
    /// The PDF writer gave up.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// What was asked for does not fit in the format: more rows, columns or characters than it can hold.
    #[error("{what} does not fit: {found} of at most {limit}")]
    DoesNotFit {
        /// What there is too much of.
        what: &'static str,
        /// How much was asked for.
        found: usize,
        /// How much the format can hold.
        limit: usize,
    },
}
