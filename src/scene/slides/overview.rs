//! The whole map on one slide, with its legend.

use super::frame::{Frame, put};
use super::{Deck, Slide};
use crate::model::MapKind;
use crate::scene::roomy::roomiest;
use crate::scene::{Element, Page, SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

pub(super) fn slide(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts, number: Option<usize>) -> Slide {
    let about = &deck.map.about;
    let kind = match about.kind {
        MapKind::AsIs => tr!("scene-as-is"),
        MapKind::ToBe => tr!("scene-to-be"),
    };
    let persona = deck.persona().map(|persona| persona.name.clone()).unwrap_or_default();
    let subtitle: Vec<_> = [persona, kind].into_iter().filter(|part| !part.trim().is_empty()).collect();
    let title = deck.page.title_of(deck.map).trim();
    let mut frame = Frame::new(deck, (theme, fonts), (title, &subtitle.join(" · ")), number);
    let scene = roomiest(frame.room, |column_width_pt| {
        let options = SceneOptions {
            persona: deck.persona,
            show_measured: deck.overlay.is_some(),
            column_width_pt,
            // The slide says itself where the figures come from.
            page: Some(Page { legend: deck.page.legend, ..Page::default() }),
            format: deck.format,
            ..SceneOptions::default()
        };
        build(deck.map, deck.overlay, &options, theme, fonts)
    });
    frame.note_elements(&scene, |element| matches!(element, Element::Stage(_) | Element::Touchpoint(_)));
    let room = frame.room;
    put(&mut frame.sketch, scene, room);
    frame.finish(deck)
}
