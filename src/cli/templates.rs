//! `pathlight templates`: the names to give to `new`, each with a title and a sentence.

use super::error::CliError;
use super::output::to_stdout;
use crate::session;
use crate::tr;

/// Lists the templates, the user's own first.
pub fn run() -> Result<(), CliError> {
    let templates = session::templates(crate::store::folders::config().as_deref());
    let widest = templates.iter().map(|template| template.name.chars().count()).max().unwrap_or_default();
    let lines = templates.iter().map(|template| {
        let own = if template.is_own { tr!("cli-own-template") } else { String::new() };
        // Descriptions of maps and errors may have several lines.
        let words = [own.as_str(), &template.title, "–", &template.description].join(" ");
        let words: Vec<_> = words.split_whitespace().collect();
        format!("{:<widest$}  {}\n", template.name, words.join(" "))
    });
    to_stdout(&lines.collect::<String>())
}
