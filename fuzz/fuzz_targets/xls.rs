//! `fuzz::xls` under coverage guidance.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::xls(bytes));
