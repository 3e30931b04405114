//! `pathlight new`: an empty map or one from a template.

use super::args::New;
use super::error::CliError;
use crate::session::{self, TemplateError};
use crate::store;
use crate::store::atomic::Existing;

/// Writes the map.
pub fn run(args: &New) -> Result<(), CliError> {
    let config = crate::store::folders::config();
    let map = session::template(&args.template, config.as_deref()).map_err(|error| match error {
        TemplateError::Unknown(error) => CliError::Usage(error.to_string()),
        TemplateError::Store(error) => error.into(),
    })?;
    store::write(&args.output.output, &map, Existing::with_force(args.output.force))?;
    Ok(())
}
