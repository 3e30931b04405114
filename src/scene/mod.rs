//! The one picture that every painter shares: the map laid out into rectangles, paths, text runs and
//! images at fixed places. Painters match on these few primitives; none of them measures, wraps or picks a colour.
//! Selection, handles and guides are not in the scene, so they cannot leak into a picture.

mod build;
mod card;
mod card_look;
mod cards;
mod channels;
mod chips;
mod columns;
mod context;
mod crop;
mod curve;
mod differences;
mod drawn_curves;
mod emotion;
mod exits;
mod headings;
mod labels;
mod line_ends;
mod magnify;
mod marks;
mod memory;
mod outline;
mod page;
mod passage;
mod picture;
mod satisfaction;
mod sketch;
mod style;
mod touchpoints;

pub mod chart;
pub mod prim;
pub mod slides;

pub use build::{build, build_again};
pub use differences::{Differences, change_color, change_name};
pub use labels::lane_name;
pub use memory::Memory;
pub use outline::round_rect;
pub use passage::{Align, Passage, Section};
pub use prim::{
    Element, EmotionDot, Fill, Grid, GridColumn, GridRow, GridStage, ImagePrim, Item, Node, PathPrim,
    PathSeg, Prim, RectPrim, Scene, Stroke, TextRun,
};

use crate::base::fmt::NumberFormat;
use crate::model::{LaneId, PersonaId, TouchpointId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What of the map is laid out and how.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneOptions {
    /// Whose curve is drawn; none = the first persona's.
    pub persona: Option<PersonaId>,
    /// The touchpoints that are shown, with their stages; none = all, and empty stages too.
    pub touchpoints: Option<BTreeSet<TouchpointId>>,
    /// The lanes that are shown; none = all. Hidden ones never are.
    pub lanes: Option<BTreeSet<LaneId>>,
    /// Measured figures; none = drawing only (measured lanes keep their place and say that data is missing).
    pub show_measured: bool,
    /// Width of a touchpoint's column in points.
    pub column_width_pt: f32,
    /// Guides for empty cells (“+”) are drawn by the canvas, not here.
    pub page: Option<Page>,
    /// What has changed since an earlier map; none = no comparison.
    pub differences: Option<Arc<Differences>>,
    /// How numbers are written.
    pub format: NumberFormat,
}

impl Default for SceneOptions {
    fn default() -> Self {
        Self {
            persona: None,
            touchpoints: None,
            lanes: None,
            show_measured: true,
            column_width_pt: 131.0,
            page: None,
            differences: None,
            format: NumberFormat::default(),
        }
    }
}

/// Title above and footer below, for pictures that leave the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Show title, kind, persona and description above the map.
    pub header: bool,
    /// Show legend and footer below the map.
    pub footer: bool,
    /// Around everything, in points.
    pub margin_pt: f32,
}
