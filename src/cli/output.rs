//! Standard output and error: whole, and quiet when whoever reads them has gone.

use super::error::CliError;
use crate::store::atomic::WriteError;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes to standard output.
pub fn to_stdout(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => CliError::BrokenPipe,
        _ => CliError::input(format!("standard output: {error}"), "", ""),
    })
}

/// Writes to standard error; there is nobody left to tell when that fails.
pub fn to_stderr(text: &str) {
    let mut err = std::io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Fails before long work rather than after it when a file must not be replaced.
pub fn check_free(path: &Path, force: bool) -> Result<(), CliError> {
    if !force && path.is_file() {
        return Err(WriteError::Exists(path.to_owned()).into());
    }
    Ok(())
}
