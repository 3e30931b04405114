//! A slide for each chart that was asked for, or several where it has more rows than can be read.

use super::frame::{Frame, put};
use super::{Deck, Slide, SlideSize};
use crate::base::Rect;
use crate::scene::chart::{ChartBody, ChartKind, bodies};
use crate::scene::roomy::scale;
use crate::scene::{Element, Scene};
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

/// Around a picture that has a slide to itself.
const MARGIN: f32 = 48.0;

/// A picture that was laid out for itself, in the middle of a slide.
#[must_use]
pub fn picture_alone(picture: &Scene, title: &str) -> Slide {
    let size = SlideSize::Wide.size();
    let room = Rect::from_xywh(0.0, 0.0, size.width, size.height).expanded(-MARGIN);
    let mut scene = picture.clone().magnified(scale(picture.size, room));
    let (dx, dy) = ((size.width - scene.size.width) / 2.0, (size.height - scene.size.height) / 2.0);
    scene.items.iter_mut().for_each(|item| item.prim.shift(dx, dy));
    scene.nodes.iter_mut().for_each(|node| node.rect = node.rect.translated(dx, dy));
    let notes: Vec<_> = scene.nodes.iter().map(|node| node.label.text()).collect();
    let notes = notes.join("\n");
    Slide { title: title.to_owned(), notes, scene: Scene { size, ..scene } }
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
