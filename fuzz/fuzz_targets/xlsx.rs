//! `fuzz::xlsx` under coverage guidance.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: fuzz::forgive_the_workbook_reader(),
    |bytes: &[u8]| fuzz::xlsx(bytes)
);
