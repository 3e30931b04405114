//! `pathlight new`: an empty map or one from a template.

use super::args::New;
use super::error::CliError;
use crate::draft;
use crate::store;
use crate::store::atomic::Existing;

/// Writes the map.
pub fn run(args: &New) -> Result<(), CliError> {
    let map = draft::template(&args.template).map_err(|error| CliError::Usage(error.to_string()))?;
    store::write(&args.output.output, &map, Existing::with_force(args.output.force))?;
    Ok(())
}
