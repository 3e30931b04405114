//! A slide for each chart that was asked for, or several where it has more rows than can be read.

use super::frame::{Frame, put};
use super::{Deck, Slide};
use crate::scene::Element;
use crate::scene::chart::{ChartBody, ChartKind, bodies};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// How much larger than in a window charts are shown: they are to be read from far away.
const SCALE: f32 = 1.7;
/// More rows than these can't be read.
const MOST_ROWS: usize = 14;

pub(super) fn slides(
    deck: &Deck<'_>,
    kind: ChartKind,
    (theme, fonts): (&Theme, &Fonts),
    first_number: usize,
) -> Vec<Slide> {
    let Some(of) = deck.charted() else { return Vec::new() };
    let width = Frame::width(deck) / SCALE;
    let parts = bodies(kind, &of, (width, MOST_ROWS), (theme, fonts));
    let count = parts.len();
    let parts = parts.into_iter().enumerate();
    parts.map(|(part, body)| slide(deck, body, (part, count), (theme, fonts), first_number + part)).collect()
}

fn slide(
    deck: &Deck<'_>,
    body: ChartBody,
    (part, count): (usize, usize),
    look: (&Theme, &Fonts),
    number: usize,
) -> Slide {
    let of_parts = tr!("scene-slide-part", part = part + 1, count = count);
    let title = if count > 1 { format!("{} · {of_parts}", body.title) } else { body.title };
    let mut frame = Frame::new(deck, look, (&title, &body.subtitle), Some(number));
    frame.note_elements(&body.scene, |element| matches!(element, Element::Figure(_)));
    let room = frame.room;
    frame.sketch.section(title, |sketch| put(sketch, body.scene, room));
    frame.finish(deck)
}
