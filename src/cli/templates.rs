//! `pathlight templates`: the names to give to `new`, each with a sentence.

use super::error::CliError;
use super::output::to_stdout;
use crate::draft;

/// Lists the templates.
pub fn run() -> Result<(), CliError> {
    let templates = draft::templates().into_iter();
    let lines = templates.map(|template| format!("{:<16}{}\n", template.name, template.description()));
    to_stdout(&lines.collect::<String>())
}
