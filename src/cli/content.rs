//! What is shown to others: the map and, if there is data, its figures.

use super::args::DataOptions;
use super::charts;
use super::data::{self, Measurable};
use super::error::CliError;
use super::measure::{before_of, measures_of};
use crate::base::Cancel;
use crate::base::fmt::NumberFormat;
use crate::export::{Account, Choices, LayerTeller, WaysChoice, pace, ways};
use crate::insights::Inputs;
use crate::insights::paths::{Paths, paths};
use crate::jobs::{self, MeasureTask, Subject};
use crate::measure::compare::Before;
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::Period;
use crate::measure::{Keep, MeasureError, Measures};
use crate::model::JourneyMap;
use crate::overlay::{Overlay, Provenance, overlay};
use crate::scene::{Layers, Page, SceneOptions};
use crate::text::Fonts;
use crate::theme::Theme;
use std::path::Path;
use std::sync::Arc;

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
    /// The nine signs, too.
    pub tells_signs: bool,
    /// What is laid over the map.
    pub layers: LayersWanted,
}

/// What is laid over the map.
#[derive(Clone, Copy, Default)]
pub struct LayersWanted {
    /// So many arcs of steps that customers make.
    pub arcs: Option<usize>,
    /// Columns as wide as it takes to go on.
    pub time_to_scale: bool,
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
    /// The data itself, for what is computed only where it is told.
    data: Option<Arc<MeasureTask>>,
    /// The ways that customers take, as far as they are wanted, and what of them.
    paths: Option<(Paths, LayersWanted)>,
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
    let paths = paths_of(&measurable, wanted.layers)?;
    let Measurable { map, source, loaded } = measurable;
    let account = jobs::account(&source, &loaded.report);
    let fingerprint = loaded.fingerprint.clone();
    let data = wanted.tells_signs.then(|| {
        let (loaded, map, keep) = (Arc::new(loaded), map.clone(), Keep::default());
        Arc::new(MeasureTask { stamp: 0, loaded, map, source, keep, is_glimpse: false })
    });
    Ok((map, Some(Figures { measures, account, periods, fingerprint, before, data, paths })))
}

fn paths_of(
    Measurable { map, source, loaded }: &Measurable,
    wanted: LayersWanted,
) -> Result<Option<(Paths, LayersWanted)>, CliError> {
    if wanted.arcs.is_none() && !wanted.time_to_scale {
        return Ok(None);
    }
    let inputs = Inputs::new(&Keep::default(), (&loaded.log, map, source), &Cancel::new())?;
    // Ways of several steps are not drawn.
    let found = paths(&inputs, 0, &Cancel::new()).map_err(MeasureError::from)?;
    Ok(Some((found, wanted)))
}

/// What is made from a map and what the data says of it; `date` is the day told below, perhaps empty.
pub fn subject(
    (map, figures): (JourneyMap, Option<Figures>),
    date: String,
    choices: &Choices,
    page: Option<Page>,
) -> Subject {
    let format = choices.number_format(NumberFormat::default());
    let overlay = figures.as_ref().map(|figures| figures.overlay(&map, date, choices, &format));
    let layers = figures.as_ref().map(|figures| figures.layers(&map, format)).unwrap_or_default();
    let (measures, account, periods, data) = match figures {
        Some(of) => (Some(of.measures), Some(of.account), of.periods, of.data),
        None => (None, None, Vec::new(), None),
    };
    Subject {
        options: SceneOptions {
            show_measured: overlay.is_some(),
            page,
            format,
            layers,
            ..SceneOptions::default()
        },
        map,
        measures,
        overlay,
        account,
        theme: Theme::named(choices.theme),
        fonts: Arc::new(Fonts::bundled()),
        periods: periods.into(),
        data,
    }
}

impl Figures {
    /// What is laid over the map, small groups hidden.
    fn layers(&self, map: &JourneyMap, format: NumberFormat) -> Layers {
        let Some((paths, wanted)) = &self.paths else { return Layers::default() };
        let teller = LayerTeller { map, small: SmallGroups(map.about.smallest_group), format };
        let choice = |most| WaysChoice { most, ..WaysChoice::default() };
        Layers {
            ways: wanted.arcs.map(|most| Arc::new(ways(paths, &choice(most), &teller))),
            pace: if wanted.time_to_scale { pace(paths, &teller).map(Arc::new) } else { None },
            ..Layers::default()
        }
    }

    /// What the data says, ready to be shown; `date` is the day told below, perhaps empty.
    fn overlay(&self, map: &JourneyMap, date: String, choices: &Choices, numbers: &NumberFormat) -> Overlay {
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
