//! The nine signs on one slide.

use super::frame::Frame;
use super::{Deck, Slide};
use crate::base::Size;
use crate::scene::Element;
use crate::scene::signs::{cards_within, summary};
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
    let size = Size { width: room.width(), height: room.height() };
    let laid = cards_within(signs, size, SCALE, (theme, fonts));
    frame.note_elements(&laid, |element| matches!(element, Element::Figure(_)));
    frame.sketch.section(title, |sketch| sketch.embed(laid, room.min));
    Some(frame.finish(deck))
}
