//! `pathlight export`: pictures, slides, tables and texts of a map, by the ending of the file's name.

use super::args::{Chart, Export, Sheet};
use super::bar::with_bar;
use super::charts;
use super::content::{self, LayersWanted, Wanted};
use super::error::CliError;
use super::output::{check_free, to_stderr};
use crate::base::Cancel;
use crate::export::checks::Finding;
use crate::export::{Choices, Content, ExportFormat, Shape, actions_csv, cards_csv};
use crate::interchange;
use crate::jobs::{self, Subject};
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;
use crate::store::atomic::{self, Existing, WriteError};
use std::path::Path;

/// Makes and writes the file.
pub fn run(args: &Export, quiet: bool) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let path = &args.output.output;
    let format = format_of(path)?;
    let choices = args.picture.choices(format)?;
    if args.chart.is_some() && (!format.is_picture() || format == ExportFormat::Html) {
        return Err(CliError::Usage("--chart goes with .png, .svg, .pdf and .pptx".to_owned()));
    }
    // Pictures of slides have names of their own.
    if !choices.is_set(format) {
        check_free(path, args.output.force)?;
    }
    let subject = subject(args, format, &choices, quiet)?;
    if format == ExportFormat::Csv && args.sheet != Sheet::Touchpoints {
        return write_sheet(args, &subject);
    }
    if format.needs_figures() && subject.measures.is_none() {
        let headline = format!("{}: there are no figures to write without data", args.map.display());
        return Err(CliError::input(headline, "", "Give the data with --data FILE."));
    }
    let pictures = match charts::kind_of(args, &subject.map)? {
        None if args.chart == Some(Chart::Signs) => vec![charts::signs(args, &subject)?],
        Some(kind) => vec![charts::picture(args, &subject, kind)?],
        None => subject.pictures(format, &choices),
    };
    let findings = subject.findings(&pictures, (format, &choices), &Cancel::new())?;
    if !quiet {
        tell_losses(path, &losses(format, &subject.map));
    }
    let existing = Existing::with_force(args.output.force);
    with_bar("Writing", quiet, |cancel, progress| {
        jobs::write((&subject, &pictures), (format, &choices), (path, existing), cancel, progress)
    })?;
    if !quiet {
        tell_findings(path, &findings);
    }
    Ok(())
}

/// Another table than that of touchpoints.
fn write_sheet(args: &Export, subject: &Subject) -> Result<(), CliError> {
    let Subject { map, options, .. } = subject;
    let measures = subject.shown_measures();
    let small = SmallGroups(map.about.smallest_group);
    let table = match args.sheet {
        Sheet::Actions => actions_csv(map, &options.format),
        Sheet::Cards | Sheet::Touchpoints => cards_csv(map, measures, small, &options.format),
    };
    let existing = Existing::with_force(args.output.force);
    atomic::write_bytes(&args.output.output, existing, table.as_bytes())
        .map_err(|error: WriteError| error.into())
}

fn format_of(path: &Path) -> Result<ExportFormat, CliError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ExportFormat::of_ending(&ending).ok_or_else(|| {
        let endings: Vec<_> =
            ExportFormat::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        let endings = endings.join(", ");
        CliError::Usage(match ending.as_str() {
            "" => format!("the file to write needs an ending that says what it is; there are {endings}"),
            other => format!("there is no export to .{other}; there are {endings}"),
        })
    })
}

/// What is exported: the map and, if there is data, its figures.
fn subject(args: &Export, format: ExportFormat, choices: &Choices, quiet: bool) -> Result<Subject, CliError> {
    let wanted = Wanted {
        map: &args.map,
        data: args.data.as_deref(),
        options: &args.options,
        no_data: args.no_data || format.content() == Content::Interchange,
        tells_signs: args.chart == Some(Chart::Signs) || matches!(choices.shape(format), Shape::Slides(_)),
        is_over_time: choices.charts || args.chart == Some(Chart::Trend),
        layers: LayersWanted { arcs: args.paths, time_to_scale: args.time_to_scale },
    };
    let (map, figures) = content::read(&wanted, quiet)?;
    let map = map.excerpt(&args.picture.excerpt(&map)?);
    let page = choices.page(args.picture.title.clone(), args.picture.logo()?);
    Ok(content::subject((map, figures), args.picture.date.shown(), choices, Some(page)))
}

/// What the format does not hold of this map.
fn losses(format: ExportFormat, map: &JourneyMap) -> Vec<String> {
    match format {
        ExportFormat::Mermaid => interchange::mermaid_losses(map),
        ExportFormat::OpenJourney => interchange::open_journey_losses(map),
        _ => Vec::new(),
    }
}

/// What may be wrong with the picture that has been written.
fn tell_findings(path: &Path, findings: &[Finding]) {
    for finding in findings {
        let kind = if finding.check.is_note() { "note" } else { "warning" };
        to_stderr(&format!("{kind}: {}: {}\n", path.display(), finding.words));
    }
}

/// What the format does not hold, before it is written.
fn tell_losses(path: &Path, losses: &[String]) {
    if !losses.is_empty() {
        to_stderr(&format!("note: {} does not hold: {}\n", path.display(), losses.join("; ")));
    }
}
