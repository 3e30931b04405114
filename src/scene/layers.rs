//! What can be laid over the map besides its lanes: the ways customers really take, the time between touchpoints, exit rates
//! as they would be, two personas beside each other. Words are made by whoever has the figures; here is what is drawn.

use crate::model::TouchpointId;
use crate::overlay::{Bar, MeasuredEmotion};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is laid over the map; none of it = the map as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layers {
    /// Steps from touchpoint to touchpoint, as arcs above and below the touchpoints.
    pub ways: Option<Arc<Ways>>,
    /// Columns as wide as it takes to go on.
    pub pace: Option<Arc<Pace>>,
    /// Exit rates as they would be, in the lane of exits.
    pub ghost: Option<Arc<Ghost>>,
    /// Two personas beside each other, in the lanes of emotions and of exits.
    pub two: Option<Arc<TwoPersonas>>,
}

impl Layers {
    /// Without what is of an older filter or map.
    #[must_use]
    pub fn without_stale(self) -> Self {
        Self {
            ways: self.ways.filter(|of| !of.is_stale),
            pace: self.pace.filter(|of| !of.is_stale),
            ghost: self.ghost.filter(|of| !of.is_stale),
            two: self.two.filter(|of| !of.is_stale),
        }
    }
}

/// Steps as arcs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
    /// It is of an older filter or map: dimmed until the new one has come.
    pub is_stale: bool,
    /// What is shown, below the row's name.
    pub note: String,
    /// The arcs.
    pub arcs: Vec<Way>,
}

/// A step from one touchpoint to another, or the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// From where.
    pub from: TouchpointId,
    /// To where.
    pub to: TouchpointId,
    /// The drawn line does not have it.
    pub is_missing: bool,
    /// On the arc: `skip · 214`.
    pub label: String,
    /// Its full name.
    pub spoken: String,
    /// How wide the line is, 0…1.
    pub weight: f32,
    /// How it stands out.
    pub emphasis: Emphasis,
}

/// How an arc stands out among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Others are looked at.
    Faded,
    /// One of many.
    #[default]
    Usual,
    /// It is looked at.
    Strong,
}

/// Time as width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pace {
    /// It is of an older filter or map: dimmed until the new one has come.
    pub is_stale: bool,
    /// What the scale is, below the row's name.
    pub note: String,
    /// By the touchpoint from which customers go on.
    pub gaps: BTreeMap<TouchpointId, Gap>,
}

/// The time from a touchpoint to the next one of the drawn line.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The next touchpoint.
    pub to: TouchpointId,
    /// Width of the column as a multiple of the usual one, 1 at least.
    pub width: f32,
    /// `2 h 10 min`.
    pub label: String,
    /// Its full name.
    pub spoken: String,
    /// Is the width true?
    pub fit: Fit,
}

/// How a column's width goes with its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The width is to scale.
    True,
    /// The time is shorter than the narrowest column.
    Shorter,
    /// The time is longer than the widest column: it is cut.
    Cut,
}

/// Exit rates as they would be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ghost {
    /// It is of an older filter or map: dimmed until the new one has come.
    pub is_stale: bool,
    /// The goal rate that would follow, below the lane's name.
    pub note: String,
    /// By touchpoint: the rate 0…1, and how it is told.
    pub rates: BTreeMap<TouchpointId, (f64, String)>,
}

/// What is measured of two personas, each figure beside the other's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoPersonas {
    /// It is of an older filter or map: dimmed until the new one has come.
    pub is_stale: bool,
    /// In the lane of emotions; none without scores.
    pub curves: Option<TwoCurves>,
    /// In the lane of exits; none where nobody leaves, as in a survey.
    pub exits: Option<TwoExits>,
}

/// The measured emotions of two personas, as curves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoCurves {
    /// Which is which, below the lane's name.
    pub note: String,
    /// What stands at the ends of the curves.
    pub names: [String; 2],
    /// By touchpoint.
    pub dots: BTreeMap<TouchpointId, TwoDots>,
}

/// The measured emotions of two personas at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoDots {
    /// Of each.
    pub emotions: [Option<MeasuredEmotion>; 2],
    /// A line for each that is known: `Kuba +1.2, 340 answers`.
    pub told: [String; 2],
    /// Its full name.
    pub spoken: String,
}

/// The exit rates of two personas, as bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoExits {
    /// Which is which, below the lane's name.
    pub note: String,
    /// Upper end of the axis, 0…1, so that the bars of both fit.
    pub axis_max: f64,
    /// By touchpoint.
    pub bars: BTreeMap<TouchpointId, TwoBars>,
}

/// The exit rates of two personas at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoBars {
    /// Of each.
    pub bars: [Option<Bar>; 2],
    /// Its full name.
    pub spoken: String,
}
