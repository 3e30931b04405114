//! `pathlight measure`: every figure of a map, as JSON, CSV or a readable table.

use super::args::Measure;
use super::data::{self, Measurable};
use super::error::CliError;
use super::output::to_stdout;
use crate::base::Cancel;
use crate::base::fmt::NumberFormat;
use crate::export::{figures_csv, figures_json, figures_table};
use crate::jobs;
use crate::measure::compare::Before;
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, measure};
use crate::model::Source;
use std::io::IsTerminal;

/// Measures and writes to standard output.
pub fn run(args: &Measure, quiet: bool) -> Result<(), CliError> {
    let as_table = args.options.is_bare_table();
    if as_table && (args.json || args.csv) {
        return Err(CliError::Usage("choose one of --json, --csv and --table".to_owned()));
    }
    let map = data::load_map(&args.map)?;
    let Some(measurable) = data::of_map(&args.map, map, args.data.as_deref(), &args.options, quiet)? else {
        return Err(data::no_data(&args.map));
    };
    let measures = measures_of(&measurable)?;
    let Measurable { map, source, loaded } = measurable;
    // What other programs read is exact unless asked otherwise.
    let small = SmallGroups(args.options.smallest_group.unwrap_or(0));
    let text = if args.csv {
        figures_csv(&map, &measures, small)
    } else if as_table || (!args.json && std::io::stdout().is_terminal()) {
        let format = NumberFormat::default();
        format!("{}\n{}", loaded.report.words(&format), figures_table(&map, &measures, &format))
    } else {
        let account = jobs::account(&source, &loaded.report);
        let figures = figures_json(&map, &measures, &account, small);
        format!("{figures:#}\n")
    };
    to_stdout(&text)
}

/// What the figures are compared with, when the source names a range before.
pub fn before_of(measurable: &Measurable, measures: &Measures) -> Result<Option<Before>, CliError> {
    let Measurable { map, source, loaded } = measurable;
    let Some(filter) = source.filter_before() else { return Ok(None) };
    let source = Source { filter, ..source.clone() };
    Ok(Some(Before::of(measure(&loaded.log, map, &source, &Cancel::new())?, measures)))
}

/// All figures of a map by its data.
pub fn measures_of(measurable: &Measurable) -> Result<Measures, CliError> {
    Ok(measure(&measurable.loaded.log, &measurable.map, &measurable.source, &Cancel::new())?)
}
