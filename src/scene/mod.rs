//! The one picture that every painter shares: the map laid out into rectangles, paths, text runs and
//! images at fixed places. Painters match on these few primitives; none of them measures, wraps or picks a colour.
//! Selection, handles and guides are not in the scene, so they cannot leak into a picture.

mod bar;
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
mod label;
mod labels;
mod layers;
mod line_ends;
mod logo;
mod magnify;
mod marks;
mod memory;
mod names;
mod outline;
mod pace;
mod page;
mod passage;
mod picture;
mod poster;
mod roomy;
mod run;
mod satisfaction;
mod sketch;
mod style;
mod touchpoints;
mod two_bars;
mod two_curves;
mod ways;

pub mod chart;
pub mod prim;
pub mod report;
pub mod signs;
pub mod slides;

pub use build::{build, build_again};
pub use differences::{Differences, change_color, change_name};
pub use label::Label;
pub use labels::{lane_name, sentence};
pub use layers::{
    Emphasis, Fit, Gap, Ghost, Layers, Pace, TwoBars, TwoCurves, TwoDots, TwoExits, TwoPersonas, Way, Ways,
};
pub use memory::Memory;
pub use outline::round_rect;
pub use passage::{Align, Passage, Section};
pub use poster::poster;
pub use prim::{
    Element, EmotionDot, Fill, Grid, GridColumn, GridRow, GridStage, ImagePrim, Item, Node, PathPrim,
    PathSeg, Prim, RectPrim, Scene, Stroke,
};
pub use run::{SetText, TextRun};

use crate::base::Color;
use crate::base::fmt::NumberFormat;
use crate::model::{JourneyMap, LaneId, PersonaId, Png, TouchpointId};
use crate::theme::Theme;
use serde::{Deserialize, Serialize};
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
    /// What is laid over the map while figures are shown.
    pub layers: Layers,
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
            layers: Layers::default(),
            format: NumberFormat::default(),
        }
    }
}

/// What stands around the map in pictures that leave the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Show title, kind, persona and description above the map.
    pub header: bool,
    /// Another title than the map's own.
    pub title: Option<String>,
    /// In the upper right corner.
    pub logo: Option<Png>,
    /// Show below the map what its signs mean.
    pub legend: bool,
    /// Show below the map where its figures come from.
    pub footer: bool,
    /// A line around everything.
    pub border: bool,
    /// What is behind everything.
    pub ground: Ground,
    /// Around everything, in points.
    pub margin_pt: f32,
}

impl Page {
    /// Title, legend and footer.
    #[must_use]
    pub fn full() -> &'static Self {
        static FULL: Page = Page {
            header: true,
            title: None,
            logo: None,
            legend: true,
            footer: true,
            border: false,
            ground: Ground::Theme,
            margin_pt: 0.0,
        };
        &FULL
    }

    /// Title, legend and footer, with so much around everything.
    #[must_use]
    pub fn with_margin(margin_pt: f32) -> Self {
        Self { margin_pt, ..Self::full().clone() }
    }

    /// The title that is shown of a map.
    #[must_use]
    pub fn title_of<'a>(&'a self, map: &'a JourneyMap) -> &'a str {
        self.title.as_deref().unwrap_or(&map.about.title)
    }

    /// The colour behind everything; none = what is below is seen.
    #[must_use]
    pub const fn ground_color(&self, theme: &Theme) -> Option<Color> {
        match self.ground {
            Ground::Theme => Some(theme.canvas),
            Ground::White => Some(Color::WHITE),
            Ground::Transparent => None,
        }
    }
}

/// What is behind a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// The theme's colour.
    #[default]
    Theme,
    /// White.
    White,
    /// Nothing: what the picture is put on is seen.
    Transparent,
}

impl Ground {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Theme, Self::White, Self::Transparent];

    /// As the command line calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::White => "white",
            Self::Transparent => "transparent",
        }
    }
}
