//! Any bytes as a process-mining log in XES.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Write;

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::Builder::new().suffix(".xes").tempfile().expect("a temporary file");
    file.write_all(bytes).expect("room for the file");
    pathlight_fuzz::import(file.path());
});
