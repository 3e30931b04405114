//! `pathlight import`: a map from what another program wrote.

use super::args::Import;
use super::draft::title;
use super::error::CliError;
use super::output::{check_free, to_stderr};
use crate::base::Warnings;
use crate::interchange::{self, Imported};
use crate::store;
use crate::store::atomic::Existing;
use std::io::Read as _;
use std::path::Path;

/// Reads, says what it read otherwise, and writes the map.
pub fn run(args: &Import, quiet: bool) -> Result<(), CliError> {
    let output = &args.output.output;
    check_free(output, args.output.force)?;
    let text = interchange::decoded(&bytes(&args.file)?);
    let Imported { map, warnings } = interchange::read(&text, &title(output))
        .map_err(|error| CliError::input(format!("{}: {error}", args.file.display()), "", error.hint))?;
    if !quiet {
        to_stderr(&said(&args.file, &warnings));
    }
    store::write(output, &map, Existing::with_force(args.output.force))?;
    Ok(())
}

fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        return read
            .map(|_| bytes)
            .map_err(|error| CliError::input(format!("standard input: {error}"), "", ""));
    }
    std::fs::read(path).map_err(|error| CliError::input(format!("{}: {error}", path.display()), "", ""))
}

/// A line for each thing that was read otherwise, and how many more there are.
fn said(path: &Path, warnings: &Warnings) -> String {
    let mut text = String::new();
    for warning in warnings.examples() {
        let line = warning.line.map(|line| format!(":{line}")).unwrap_or_default();
        let value = warning.value.as_deref().filter(|value| !value.is_empty());
        let value = value.map(|value| format!(" ({value})")).unwrap_or_default();
        text += &format!("warning: {}{line}: {}{value}\n", path.display(), warning.message);
    }
    let more = warnings.total() - warnings.examples().len() as u64;
    if more > 0 {
        text += &format!("warning: {more} more of these\n");
    }
    text
}
