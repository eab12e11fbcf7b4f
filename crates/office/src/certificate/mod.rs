//! Certificates: many of them into one PDF, on blank stock with our own design or over a printed one.
//!
//! A [`Certificate`] says what one says; a [`Layout`] is data that says where each of its texts stands, so that an
//! office with its own stock, or a pattern that the law lays down, needs other numbers and no other program. A name
//! that is too long is set smaller within limits, on one line or two; one that still does not fit is told and not
//! printed. Party and State emblems are not drawn here: they come from the issuing office's own file or its own
//! stock. Not here: who may confer what, and the register.

mod batch;
mod calibration;
mod fit;
mod layout;
mod ornament;
mod proof;

pub use batch::{Batch, BatchFault, Misfit, Reason, batch, check};
pub use calibration::calibration;
pub use layout::{Field, Ground, Layout, Offset, Place, Sheet};
pub use proof::{ProofSheet, proof_sheet};

/// What one certificate says. Empty texts are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Certificate {
    /// "ĐẢNG CỘNG SẢN VIỆT NAM", or name and motto of the State; `\n` between lines, here and below.
    pub heading: String,
    /// Who confers it, in capitals.
    pub authority: String,
    /// "TẶNG".
    pub gives: String,
    /// "GIẤY KHEN".
    pub kind: String,
    /// To whom, with the word of address: "Đồng chí NGUYỄN THỊ THUỲ DƯƠNG".
    pub name: String,
    /// Post and unit.
    pub about: String,
    /// For what.
    pub achievement: String,
    /// "Quyết định số 142-QĐ/ĐUK ngày 10 tháng 5 năm 2024".
    pub decision: String,
    /// "Vào sổ khen thưởng số 26".
    pub register: String,
    /// "Cần Thơ, ngày 16 tháng 5 năm 2024".
    pub place: String,
    /// "T/M BAN THƯỜNG VỤ", "BÍ THƯ".
    pub post: String,
    /// The signer's name.
    pub signer: String,
    /// Address behind the QR code; none for no code.
    pub address: String,
    /// What stands beside the code: a short address and the certificate's own sign.
    pub code: String,
}

#[cfg(test)]
mod tests;
