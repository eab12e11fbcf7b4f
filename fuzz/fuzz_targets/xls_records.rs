//! `fuzz::xls_records` under coverage guidance.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::xls_records(bytes));
