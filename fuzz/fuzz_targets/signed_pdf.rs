//! `fuzz::signed_pdf` under coverage guidance.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::signed_pdf(bytes));
