//! What must hold of hostile input: one function for each way in, fed with any bytes at all.
//!
//! The functions panic where a promise of a room is broken; crashes, hangs and hunger are seen by whatever calls
//! them (`fuzz_targets/` under coverage guidance, `bin/short.rs` without). Not here: whether what is read is right.

mod packed;
mod reading;
mod sealed;
mod taken;
mod tree;

pub use reading::{date_in, number_in, read};
pub use sealed::{credential, credentials, signed_pdf};
pub use taken::{
    csv, docx, docx_parts, docx_tree, eml, forgive_the_workbook_reader, html, ods, ods_parts, pdf, pdf_parts,
    text, xls, xls_records, xlsx, xlsx_parts,
};

/// A way in.
pub type Target = fn(&[u8]);

/// Every way in with its name, which is also the name of its folder under `seeds/`. Credentials are left to `./run`: without
/// optimisation one of them takes longer than patience has.
pub const TARGETS: [(&str, Target); 19] = [
    ("read", read),
    ("text", text),
    ("html", html),
    ("docx", docx),
    ("docx_parts", docx_parts),
    ("docx_tree", docx_tree),
    ("pdf", pdf),
    ("pdf_parts", pdf_parts),
    ("xlsx", xlsx),
    ("xlsx_parts", xlsx_parts),
    ("xls", xls),
    ("xls_records", xls_records),
    ("ods", ods),
    ("ods_parts", ods_parts),
    ("eml", eml),
    ("csv", csv),
    ("number_in", number_in),
    ("date_in", date_in),
    ("signed_pdf", signed_pdf),
];
