//! From numbers to what a touchpoint shows: scales, labels, marks of small groups. Still no drawing.

mod changes;
pub mod definitions;
pub mod evidence;
mod exits;
mod feelings;
mod footer;
mod grown;
mod labels;

use crate::base::fmt::NumberFormat;
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::{CardId, Filter, JourneyMap, TouchpointId};
use exits::ExitScale;
pub use exits::of_two as exits_of_two;
pub use feelings::emotion as measured_emotion;
pub use footer::{FooterPart, FooterParts};
use labels::Labels;
use std::collections::{BTreeMap, BTreeSet};

/// Below this many, a figure is marked as resting on few.
const SMALL_N: u64 = 30;

/// All that the drawing needs to know of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// By touchpoint.
    pub touchpoints: BTreeMap<TouchpointId, TouchpointOverlay>,
    /// Measured frequency of pain points with a rule: label such as `46 % of journeys`.
    pub pains: BTreeMap<CardId, String>,
    /// Cards that the data bears out; see [`evidence`].
    pub measured_cards: BTreeSet<CardId>,
    /// Upper end of the exit rate axis, 0…1, so that the highest bar fills its lane well.
    pub exit_axis_max: f64,
    /// The range of time that is compared with; none = nothing is.
    pub before: Option<String>,
    /// Footer: source, events, period.
    pub footer: String,
    /// Only the first part of the data has been read so far: everything is marked as such. Set by whoever knows.
    pub is_partial: bool,
    /// Heights are still on their way to what was measured.
    pub is_growing: bool,
}

/// What is measured at a touchpoint, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TouchpointOverlay {
    /// `561 k visits`; `no visits` when none of the selected journeys came here; `<5 visits` for a hidden group.
    pub visits_label: String,
    /// None of the selected journeys came here.
    pub unvisited: bool,
    /// No event of the data belongs here at all, whatever the filter.
    pub never_hit: bool,
    /// The exit bar; none when nobody closed a journey that came here, or when the group is hidden.
    pub exit: Option<Bar>,
    /// The measured emotion.
    pub emotion: Option<MeasuredEmotion>,
    /// What was measured before.
    pub before: BeforeOverlay,
    /// How satisfied; none when a part is a hidden group.
    pub satisfaction: Option<SatisfactionBar>,
}

/// What was measured at a touchpoint before, as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeforeOverlay {
    /// The exit rate.
    pub exit: Option<Was>,
    /// The measured emotion.
    pub emotion: Option<Was>,
    /// The mean score.
    pub satisfaction: Option<Was>,
}

/// A figure as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Was {
    /// On the scale of what it is compared with.
    pub value: f64,
    /// `was 43.1 % ↑`.
    pub label: String,
    /// Where it has gone since; none when chance alone may do as much.
    pub turn: Option<Turn>,
    /// How far; none where it has no direction.
    pub step: Option<Step>,
}

/// How far a figure has gone, and what that means.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// `+3.2 points, worse`.
    pub label: String,
    /// `+1.1 to +5.3`: the interval of the difference.
    pub interval: String,
    /// It is higher now.
    pub is_up: bool,
    /// Is that good?
    pub is_better: bool,
}

/// Which way a figure has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is higher now.
    Up,
    /// It is lower now.
    Down,
}

/// A bar with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Height 0…1 of the rate (not of the axis).
    pub value: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// `46.4 %`.
    pub label: String,
    /// `±0.2` in percentage points (the wider side), or `n = 12` for small groups.
    pub note: String,
    /// One of the worst of the map: surely above the map's mean exit rate, at most a third of all bars.
    pub strong: bool,
    /// n below 30.
    pub small: bool,
}

/// A dot of the measured curve.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredEmotion {
    /// −2 … +2.
    pub value: f64,
    /// 95 % interval on the same scale, clamped to it; none when n < 2.
    pub interval: Option<(f64, f64)>,
    /// n below 30.
    pub small: bool,
    /// Scored visits.
    pub n: u64,
}

/// Parts of all answers, 0…1, adding up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// u ≥ 0.75.
    pub satisfied: f64,
    /// Between.
    pub neutral: f64,
    /// u ≤ 0.25.
    pub dissatisfied: f64,
}

/// How satisfied those are who said so.
#[derive(Clone, Debug, PartialEq)]
pub struct SatisfactionBar {
    /// Satisfied, neutral and dissatisfied; none where only the mean is known.
    pub shares: Option<Shares>,
    /// The mean's place on its scale, 0…1.
    pub mean_unit: f64,
    /// `4.1 · n 2 364`.
    pub label: String,
    /// n below 30.
    pub small: bool,
}

/// Where the figures come from, for the footer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Source name.
    pub source_name: String,
    /// By what its files can be known again; empty = not known.
    pub fingerprint: String,
    /// Rows read.
    pub rows: u64,
    /// Which journeys are counted.
    pub filter: Filter,
    /// Day of the picture, `YYYY-MM-DD`; empty = not shown.
    pub date: String,
    /// Counts from 1 below this are written `<n`; 0 or 1 = all are shown.
    pub smallest_group: u32,
    /// What of this the footer tells.
    pub footer: FooterParts,
}

/// What the drawing shows of these measures.
#[must_use]
pub fn overlay(
    map: &JourneyMap,
    measures: &Measures,
    provenance: &Provenance,
    format: &NumberFormat,
) -> Overlay {
    let small_groups = SmallGroups(provenance.smallest_group);
    let labels = Labels { format, small_groups };
    let exits = ExitScale::of(measures, small_groups);
    let on_map = measures.touchpoints.iter().filter(|of| map.touchpoints.contains(of.touchpoint));
    let touchpoints = on_map.map(|figures| {
        let never_hit = measures.never_hit.contains(&figures.touchpoint);
        let shown = TouchpointOverlay {
            visits_label: if never_hit && !measures.is_summary {
                labels.never_hit()
            } else {
                labels.visits(figures, measures)
            },
            unvisited: figures.visits == 0 && !measures.is_summary,
            never_hit,
            exit: exits.bar(figures, &labels),
            before: BeforeOverlay::default(),
            emotion: feelings::emotion(figures, small_groups),
            satisfaction: feelings::satisfaction(figures, &labels),
        };
        (figures.touchpoint, shown)
    });
    let pains = measures
        .pains
        .iter()
        .filter_map(|pain| Some((pain.card, labels.pain(pain.share?, measures.is_survey)?)));
    Overlay {
        touchpoints: touchpoints.collect(),
        pains: pains.collect(),
        measured_cards: evidence::measured_pains(measures),
        exit_axis_max: exits.axis_max,
        before: None,
        footer: labels.footer(measures, provenance),
        is_partial: false,
        is_growing: false,
    }
}
