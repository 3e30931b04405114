//! The arguments about pictures, worked out for a map.

use super::error::CliError;
use super::picture_args::{Day, PictureOptions};
use super::resolved::touchpoint_named;
use crate::base::{Timestamp, fmt, name_key};
use crate::export::{Choices, ExportFormat, PngSize};
use crate::ingest::picture;
use crate::model::{Excerpt, JourneyMap, LaneId, LaneKind, Png, TouchpointId};
use crate::overlay::FooterParts;
use crate::scene::lane_name;
use crate::theme::ThemeName;
use std::collections::BTreeSet;

impl PictureOptions {
    /// What is chosen for a format.
    pub fn choices(&self, format: ExportFormat) -> Result<Choices, CliError> {
        let usual = Choices::usual(format);
        if self.slides && !format.is_picture() {
            return Err(CliError::Usage("--slides goes with .pptx, .pdf, .png and .svg".to_owned()));
        }
        let theme = if self.dark { Some(ThemeName::Dark) } else { self.theme };
        let size = match (self.width, self.times) {
            (Some(width), _) => PngSize::Width(width),
            (None, Some(times)) => PngSize::Scale(times),
            (None, None) if self.dpi.is_some() || self.paper.is_some() => PngSize::Resolution,
            (None, None) => usual.size,
        };
        let footer = self.footer.as_ref().map(|parts| FooterParts(parts.iter().flatten().copied().collect()));
        Ok(Choices {
            header: !self.no_title,
            legend: !self.no_legend,
            footer: footer.unwrap_or_default(),
            border: self.border,
            ground: self.background.unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            language: self.language.clone(),
            slides: (usual.slides || self.slides) && !self.no_slides,
            charts: self.charts,
            slide_size: self.size,
            paper: self.paper,
            sheets_across: self.sheets.unwrap_or(1),
            letters: self.letters,
            size,
            dpi: self.dpi,
            ..usual
        })
    }

    /// The part of a map that is wanted.
    pub fn excerpt(&self, map: &JourneyMap) -> Result<Excerpt, CliError> {
        let mut touchpoints = BTreeSet::new();
        for name in &self.stage {
            touchpoints.extend(stage_named(map, name)?);
        }
        for name in &self.touchpoint {
            touchpoints.extend(touchpoint_named(map, name, "--touchpoint")?);
        }
        let mut lanes = BTreeSet::new();
        for name in &self.lanes {
            lanes.extend(lanes_named(map, name)?);
        }
        let is_part = !self.stage.is_empty() || !self.touchpoint.is_empty();
        Ok(Excerpt {
            touchpoints: is_part.then_some(touchpoints),
            lanes: (!self.lanes.is_empty()).then_some(lanes),
        })
    }

    /// The picture for the corner.
    pub fn logo(&self) -> Result<Option<Png>, CliError> {
        let read = self.logo.as_deref().map(picture::read).transpose();
        read.map_err(|error| CliError::input(error.to_string(), "", ""))
    }
}

impl Day {
    /// As it is told; empty = not at all.
    pub fn shown(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Today => fmt::date(Timestamp::now()),
            Self::On(day) => day.clone(),
        }
    }
}

/// The touchpoints of all stages of this name.
fn stage_named(map: &JourneyMap, name: &str) -> Result<Vec<TouchpointId>, CliError> {
    let wanted = name_key(name);
    let mut found = map.stages_in_order().filter(|stage| name_key(&stage.name) == wanted).peekable();
    if found.peek().is_none() {
        let names: Vec<_> = map.stages_in_order().map(|stage| stage.name.as_str()).collect();
        let hint = format!("The stages are {}.", names.join(", "));
        return Err(CliError::input(format!("--stage: the map has no stage `{name}`"), "", hint));
    }
    Ok(found.flat_map(|stage| stage.touchpoints.iter().copied()).collect())
}

/// All lanes of this name or kind.
fn lanes_named(map: &JourneyMap, name: &str) -> Result<Vec<LaneId>, CliError> {
    let wanted = name_key(name);
    let kind_key = |kind: LaneKind| name_key(&format!("{kind:?}"));
    let lanes = map.lanes_in_order();
    let found: Vec<_> = lanes
        .filter(|lane| [kind_key(lane.kind), name_key(&lane_name(lane))].contains(&wanted))
        .map(|lane| lane.id)
        .collect();
    if found.is_empty() {
        let names: Vec<_> = map.lanes_in_order().map(lane_name).collect();
        let hint = format!("The lanes are {}.", names.join(", "));
        return Err(CliError::input(format!("--lanes: the map has no lane `{name}`"), "", hint));
    }
    Ok(found)
}
