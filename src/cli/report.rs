//! `pathlight report`: the map, its figures and what follows from them, as pages or as a web page.

use super::args::Report;
use super::bar::with_bar;
use super::content::{self, LayersWanted, Wanted};
use super::error::CliError;
use super::output::check_free;
use crate::export::Choices;
use crate::jobs::{ReportTask, Subject};
use crate::store::atomic::{self, Existing, WriteError};

/// Makes and writes the file.
pub fn run(args: &Report, quiet: bool) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let path = &args.output.output;
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let is_page = match ending.as_str() {
        "pdf" => false,
        "html" | "htm" => true,
        _ => return Err(CliError::Usage("a report is a .pdf or an .html".to_owned())),
    };
    check_free(path, args.output.force)?;
    let task = ReportTask(subject(args, quiet)?);
    let bytes = if is_page {
        task.html().into_bytes()
    } else {
        with_bar("Painting", quiet, |cancel, progress| task.pdf(cancel, progress))?
    };
    let existing = Existing::with_force(args.output.force);
    atomic::write_bytes(path, existing, &bytes).map_err(|error: WriteError| error.into())
}

/// A day is told only when it is given, so that the same map and data make the same report.
fn subject(args: &Report, quiet: bool) -> Result<Subject, CliError> {
    let wanted = Wanted {
        map: &args.map,
        data: args.data.as_deref(),
        options: &args.options,
        no_data: args.no_data,
        is_over_time: true,
        tells_signs: true,
        layers: LayersWanted::default(),
    };
    let read = content::read(&wanted, quiet)?;
    Ok(content::subject(read, args.date.shown(), &Choices::default(), None))
}
