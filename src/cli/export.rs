//! `pathlight export`: pictures, slides, tables and texts of a map, by the ending of the file's name.

use super::args::Export;
use super::bar::with_bar;
use super::data::{self, Measurable};
use super::error::CliError;
use super::measure::{before_of, measures_of};
use super::output::{check_free, to_stderr};
use crate::base::Cancel;
use crate::base::fmt::NumberFormat;
use crate::export::checks::Finding;
use crate::export::{Account, Choices, Content, ExportFormat, Shape};
use crate::interchange;
use crate::jobs::{self, Subject};
use crate::measure::Measures;
use crate::measure::compare::Before;
use crate::model::JourneyMap;
use crate::overlay::{Overlay, Provenance, overlay};
use crate::scene::SceneOptions;
use crate::store::atomic::Existing;
use crate::text::Fonts;
use crate::theme::Theme;
use std::path::Path;
use std::sync::Arc;

/// What the data says.
struct Figures {
    measures: Measures,
    account: Account,
    /// By what the files of the data can be known again.
    fingerprint: String,
    /// What the figures are compared with.
    before: Option<Before>,
}

/// Makes and writes the file.
pub fn run(args: &Export, quiet: bool) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let path = &args.output.output;
    let format = format_of(path)?;
    let choices = args.picture.choices(format)?;
    let is_set = matches!(choices.shape(format), Shape::Slides(_));
    // Pictures of slides have names of their own.
    if !(is_set && matches!(format, ExportFormat::Png | ExportFormat::Svg)) {
        check_free(path, args.output.force)?;
    }
    let subject = subject(args, format, &choices, quiet)?;
    if format.needs_figures() && subject.measures.is_none() {
        let headline = format!("{}: there are no figures to write without data", args.map.display());
        return Err(CliError::input(headline, "", "Give the data with --data FILE."));
    }
    let pictures = subject.pictures(format, &choices);
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
    let (map, figures) = content(args, format, quiet)?;
    let map = map.excerpt(&args.picture.excerpt(&map)?);
    let numbers = choices.number_format(NumberFormat::default());
    let overlay = figures.as_ref().map(|figures| overlay_of(&map, figures, args, choices, &numbers));
    let (measures, account) = figures.map(|figures| (figures.measures, figures.account)).unzip();
    Ok(Subject {
        options: SceneOptions {
            show_measured: overlay.is_some(),
            page: Some(choices.page(args.picture.title.clone(), args.picture.logo()?)),
            format: numbers,
            ..SceneOptions::default()
        },
        map,
        measures,
        overlay,
        account,
        theme: Theme::named(choices.theme),
        fonts: Arc::new(Fonts::bundled()),
    })
}

fn content(
    args: &Export,
    format: ExportFormat,
    quiet: bool,
) -> Result<(JourneyMap, Option<Figures>), CliError> {
    let map = data::load_map(&args.map)?;
    if args.no_data || format.content() == Content::Interchange {
        return Ok((args.options.override_map(map, None)?, None));
    }
    match data::of_map(&args.map, map.clone(), args.data.as_deref(), &args.options, quiet)? {
        None => Ok((args.options.override_map(map, None)?, None)),
        Some(measurable) => {
            let measures = measures_of(&measurable)?;
            let before = before_of(&measurable, &measures)?;
            let Measurable { map, source, loaded } = measurable;
            let account = Account {
                name: source.name,
                rows: loaded.report.rows,
                rejected: loaded.report.rejected,
                left_out: loaded.report.left_out,
                field_errors: loaded.report.field_errors,
                filter: source.filter,
            };
            let fingerprint = loaded.fingerprint;
            Ok((map, Some(Figures { measures, account, fingerprint, before })))
        }
    }
}

/// What the data says, ready to be shown.
fn overlay_of(
    map: &JourneyMap,
    figures: &Figures,
    args: &Export,
    choices: &Choices,
    numbers: &NumberFormat,
) -> Overlay {
    let provenance = Provenance {
        source_name: figures.account.name.clone(),
        fingerprint: figures.fingerprint.clone(),
        rows: figures.account.rows,
        filter: figures.account.filter.clone(),
        date: args.picture.day(),
        smallest_group: map.about.smallest_group,
        footer: choices.footer.clone(),
    };
    let overlay = overlay(map, &figures.measures, &provenance, numbers);
    match &figures.before {
        Some(before) => overlay.beside(before, &provenance, numbers),
        None => overlay,
    }
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
