//! Any bytes as a file of separated values, gzip and zip among them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Write;

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a temporary file");
    file.write_all(bytes).expect("room for the file");
    pathlight_fuzz::import(file.path());
});
