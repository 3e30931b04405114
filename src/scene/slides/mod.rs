//! A map as a set of slides: each a scene of one size, so that every painter makes the same ones of it.

mod actions;
mod charts;
mod exit;
mod findings;
mod frame;
mod gaps;
mod lists;
mod overview;
mod panel;
mod signs;
mod stage;

pub use charts::picture_alone;
pub use gaps::{GapWords, gaps_in_words};

use super::Page;
use super::chart::{ChartKind, Charted};
use super::prim::Scene;
use crate::base::Size;
use crate::base::fmt::NumberFormat;
use crate::insights::signs::ToldSign;
use crate::measure::Measures;
use crate::measure::trend::Period;
use crate::model::{JourneyMap, Persona, PersonaId};
use crate::overlay::Overlay;
use crate::text::Fonts;
use crate::theme::Theme;
use serde::{Deserialize, Serialize};

/// One slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What it says, in a line; it stands on the slide, too.
    pub title: String,
    /// The picture, exactly as large as [`SlideSize::size`] says.
    pub scene: Scene,
    /// What a speaker has before them: the title, the figures of the slide in words and where they come from.
    pub notes: String,
}

/// How wide slides are for their height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SlideSize {
    /// 16 : 9.
    #[default]
    Wide,
    /// 4 : 3.
    Standard,
}

impl SlideSize {
    /// In points, of which a slide is 1080 high: a PNG at one pixel a point has the size of a screen.
    #[must_use]
    pub const fn size(self) -> Size {
        match self {
            Self::Wide => Size { width: 1920.0, height: 1080.0 },
            Self::Standard => Size { width: 1440.0, height: 1080.0 },
        }
    }
}

/// What slides are made from.
#[derive(Clone, Copy, Debug)]
pub struct Deck<'a> {
    /// The map.
    pub map: &'a JourneyMap,
    /// What is measured; none = the drawing alone.
    pub measures: Option<&'a Measures>,
    /// What the map shows of it, small groups hidden; there when there are measures.
    pub overlay: Option<&'a Overlay>,
    /// Whose curve is drawn; none = the first persona's.
    pub persona: Option<PersonaId>,
    /// How numbers are written.
    pub format: NumberFormat,
    /// How wide slides are for their height.
    pub size: SlideSize,
    /// Title and logo, legend, border and ground; slides have a header and margins of their own.
    pub page: &'a Page,
    /// Charts that have slides of their own.
    pub charts: DeckCharts<'a>,
}

/// Charts, and the page of signs, on slides.
#[derive(Clone, Copy, Debug, Default)]
pub struct DeckCharts<'a> {
    /// Which, in this order.
    pub kinds: &'a [ChartKind],
    /// What is measured in each period, for those over time.
    pub periods: &'a [Period],
    /// The nine signs; empty = they have no slide.
    pub signs: &'a [ToldSign],
}

impl<'a> Deck<'a> {
    /// Whose curve is drawn.
    fn persona(&self) -> Option<&'a Persona> {
        let chosen = self.persona.and_then(|id| self.map.personas.get(id));
        chosen.or_else(|| self.map.personas_in_order().next())
    }

    /// What charts are made from; none without figures.
    pub(in crate::scene) fn charted(&self) -> Option<Charted<'a>> {
        let (measures, overlay) = (self.measures?, self.overlay?);
        Some(Charted { map: self.map, measures, overlay, periods: self.charts.periods, format: self.format })
    }

    /// Where the figures come from; empty without figures.
    fn source(&self) -> &'a str {
        self.overlay.filter(|_| self.page.footer).map_or("", |overlay| overlay.footer.trim())
    }
}

/// The whole set: the map, each stage, the largest exits with what precedes them, drawn against measured, the largest
/// gaps, findings that were put on slides, the nine signs, charts that are asked for, and what is done. What there is nothing to say about has no slide.
#[must_use]
pub fn slides(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts) -> Vec<Slide> {
    let mut slides = vec![overview::slide(deck, theme, fonts, Some(1))];
    for stage in deck.map.stages_in_order().filter(|stage| !stage.touchpoints.is_empty()) {
        slides.extend(stage::slides(deck, stage, (theme, fonts), slides.len() + 1));
    }
    for exit in exit::largest(deck) {
        slides.push(exit::slide(deck, exit, theme, fonts, slides.len() + 1));
    }
    slides.extend(gaps::curves(deck, theme, fonts, slides.len() + 1));
    slides.extend(gaps::largest(deck, theme, fonts, slides.len() + 1));
    slides.extend(findings::slides(deck, (theme, fonts), slides.len() + 1));
    slides.extend(signs::slide(deck, theme, fonts, slides.len() + 1));
    for kind in deck.charts.kinds {
        slides.extend(charts::slides(deck, *kind, (theme, fonts), slides.len() + 1));
    }
    slides.extend(actions::slides(deck, theme, fonts, slides.len() + 1));
    slides
}

/// The whole map on one slide.
#[must_use]
pub fn overview(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts) -> Slide {
    overview::slide(deck, theme, fonts, None)
}
