//! The nine signs on one slide.

use super::frame::{Frame, put};
use super::{Deck, Slide};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::scene::Element;
use crate::scene::signs::{cards, summary};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// How much larger than on paper the cards are laid out: they are to be read from far away.
const SCALE: f32 = 1.65;

/// None when nothing is told of the signs.
pub(super) fn slide(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts, number: usize) -> Option<Slide> {
    let signs = deck.charts.signs;
    if signs.is_empty() {
        return None;
    }
    let title = tr!("scene-signs");
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &summary(signs)), Some(number));
    let room = frame.room;
    let laid = cards(signs, room.width() / SCALE, Some(room.height() / SCALE), (theme, fonts));
    frame.note_elements(&laid, |element| matches!(element, Element::Figure(_)));
    // What is higher than the room is made smaller, and then stands in its middle.
    let scale = (room.width() / laid.size.width).min(room.height() / laid.size.height);
    let left = room.min.x + (room.width() - scale * laid.size.width) / 2.0;
    frame.sketch.section(title, |sketch| put(sketch, laid, Rect { min: pt(left, room.min.y), ..room }));
    Some(frame.finish(deck))
}
