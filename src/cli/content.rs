//! What is shown to others: the map and, if there is data, its figures.

use super::args::DataOptions;
use super::charts;
use super::data::{self, Measurable};
use super::error::CliError;
use super::measure::{before_of, measures_of};
use crate::base::fmt::NumberFormat;
use crate::export::{Account, Choices};
use crate::measure::Measures;
use crate::measure::compare::Before;
use crate::measure::trend::Period;
use crate::model::JourneyMap;
use crate::overlay::{Overlay, Provenance, overlay};
use std::path::Path;

/// What is to be read and measured.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub map: &'a Path,
    /// Instead of the source linked in the map.
    pub data: Option<&'a Path>,
    pub options: &'a DataOptions,
    /// The drawing alone.
    pub no_data: bool,
    /// Figures of each period, too.
    pub is_over_time: bool,
}

/// What the data says.
pub struct Figures {
    pub measures: Measures,
    pub account: Account,
    /// What is measured in each period, as far as it is wanted.
    pub periods: Vec<Period>,
    /// By what the files of the data can be known again.
    fingerprint: String,
    /// What the figures are compared with.
    before: Option<Before>,
}

/// Reads a map and measures it.
pub fn read(wanted: &Wanted<'_>, quiet: bool) -> Result<(JourneyMap, Option<Figures>), CliError> {
    let Wanted { options, .. } = *wanted;
    let map = data::load_map(wanted.map)?;
    let measurable = match wanted.no_data {
        true => None,
        false => data::of_map(wanted.map, map.clone(), wanted.data, options, quiet)?,
    };
    let Some(measurable) = measurable else {
        return Ok((options.override_map(map, None)?, None));
    };
    let measures = measures_of(&measurable)?;
    let before = before_of(&measurable, &measures)?;
    let periods = if wanted.is_over_time { charts::periods_of(&measurable)? } else { Vec::new() };
    let Measurable { map, source, loaded } = measurable;
    let account = Account {
        name: source.name,
        rows: loaded.report.rows,
        rejected: loaded.report.rejected,
        left_out: loaded.report.left_out,
        field_errors: loaded.report.field_errors,
        filter: source.filter,
    };
    Ok((map, Some(Figures { measures, account, periods, fingerprint: loaded.fingerprint, before })))
}

impl Figures {
    /// What the data says, ready to be shown; `date` is the day told below, perhaps empty.
    pub fn overlay(
        &self,
        map: &JourneyMap,
        date: String,
        choices: &Choices,
        numbers: &NumberFormat,
    ) -> Overlay {
        let provenance = Provenance {
            source_name: self.account.name.clone(),
            fingerprint: self.fingerprint.clone(),
            rows: self.account.rows,
            filter: self.account.filter.clone(),
            date,
            smallest_group: map.about.smallest_group,
            footer: choices.footer.clone(),
        };
        let overlay = overlay(map, &self.measures, &provenance, numbers);
        match &self.before {
            Some(before) => overlay.beside(before, &provenance, numbers),
            None => overlay,
        }
    }
}
