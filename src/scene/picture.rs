//! The picture of an image card: as wide as the card, its aspect kept; a frame with words where it can't be shown.

use super::passage::Align;
use super::prim::ImagePrim;
use super::sketch::{Paragraph, Sketch, dashed};
use super::style::CARD_NOTE;
use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::model::image::Png;
use crate::tr;
use std::sync::Arc;

/// From the card's edge to the picture.
const INSET: f32 = 6.0;
/// No picture is higher than this many times the card's width: a long strip would make the lane endless.
const HIGHEST: f32 = 1.6;
/// From the frame to its words.
const PADDING: f32 = 7.0;
const FIRST_BASELINE: f32 = 17.0;
const BELOW_LAST: f32 = 8.0;

/// A picture laid out in the width of a card.
pub(super) enum Picture {
    /// It can be shown: its place from the card's upper left corner.
    Whole { png: Arc<[u8]>, place: Rect },
    /// It can't: what is said instead.
    Broken { place: Rect, words: Paragraph },
}

impl Picture {
    pub fn new(sketch: &Sketch<'_>, png: &Png, alt: &str, card_width: f32) -> Self {
        let room = card_width - 2.0 * INSET;
        match png.size_px() {
            Some((width, height)) => {
                let (width, height) = fitted(width, height, room);
                let place = Rect::from_xywh(INSET + (room - width) / 2.0, INSET, width, height);
                Self::Whole { png: Arc::clone(png.bytes()), place }
            }
            None => {
                let words = if alt.trim().is_empty() {
                    tr!("scene-picture-broken")
                } else {
                    tr!("scene-picture-broken-of", alt = alt.trim())
                };
                let words = sketch.wrap(&words, CARD_NOTE, room - 2.0 * PADDING);
                let height = FIRST_BASELINE + words.drop() + BELOW_LAST;
                Self::Broken { place: Rect::from_xywh(INSET, INSET, room, height), words }
            }
        }
    }

    /// From the card's upper end to the picture's lower end.
    pub fn height(&self) -> f32 {
        match self {
            Self::Whole { place, .. } | Self::Broken { place, .. } => place.max.y,
        }
    }

    /// Paints it on a card with this upper left corner.
    pub fn paint(&self, sketch: &mut Sketch<'_>, card: Point) {
        match self {
            Self::Whole { png, place } => {
                sketch.image(ImagePrim { rect: place.translated(card.x, card.y), png: Arc::clone(png) });
            }
            Self::Broken { place, words } => {
                let theme = sketch.theme;
                let place = place.translated(card.x, card.y);
                sketch.rect(place, 4.0, theme.field, Some(dashed(theme.border_strong, 1.0, 4.0, 3.0)));
                let first = pt(place.min.x + PADDING, place.min.y + FIRST_BASELINE);
                sketch.paragraph_on_rect(words, first, Align::Start, theme.text_muted);
            }
        }
    }
}

/// Width and height within the room, never larger than a point per pixel.
#[allow(clippy::cast_precision_loss)] // sizes of pictures
fn fitted(width_px: u32, height_px: u32, room: f32) -> (f32, f32) {
    let (width, height) = (width_px as f32, height_px as f32);
    let scale = (room / width).min(room * HIGHEST / height).min(1.0);
    ((width * scale).max(1.0), (height * scale).max(1.0))
}
