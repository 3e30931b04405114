//! What can be laid over the map besides its lanes: the ways customers really take, the time between touchpoints, and exit
//! rates as they would be. Words are made by whoever has the figures; here is what is drawn.

use crate::model::TouchpointId;
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
}

/// Steps as arcs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
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
    /// The goal rate that would follow, below the lane's name.
    pub note: String,
    /// By touchpoint: the rate 0…1, and how it is told.
    pub rates: BTreeMap<TouchpointId, (f64, String)>,
}
