//! One stage on a slide: its part of the map, and beside it what hurts there and what is done about it.

use super::frame::{Frame, columns, put, roomiest};
use super::{Deck, Slide, lists, panel};
use crate::model::{Card, Lane, LaneKind, Stage};
use crate::scene::{Element, SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::collections::BTreeSet;

pub(super) fn slide(deck: &Deck<'_>, stage: &Stage, theme: &Theme, fonts: &Fonts, number: usize) -> Slide {
    let title =
        if stage.name.trim().is_empty() { tr!("scene-slide-stage") } else { stage.name.trim().to_owned() };
    let count = tr!("scene-slide-touchpoints", count = stage.touchpoints.len());
    let persona = deck.persona().map(|persona| persona.name.clone()).unwrap_or_default();
    let subtitle: Vec<_> = [persona, count].into_iter().filter(|part| !part.trim().is_empty()).collect();
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &subtitle.join(" · ")), Some(number));
    let lists = [
        lists::pains(deck, theme, &stage.touchpoints),
        lists::opportunities(deck, theme, &stage.touchpoints),
    ];
    let is_beside = lists.iter().any(|list| !list.entries.is_empty());
    let (map_room, list_room) = if is_beside { columns(frame.room) } else { (frame.room, frame.room) };
    let lanes: BTreeSet<_> =
        deck.map.lanes_in_order().filter(|lane| is_in_map(deck, stage, lane)).map(|lane| lane.id).collect();
    let scene = roomiest(map_room, |column_width_pt| {
        let options = SceneOptions {
            persona: deck.persona,
            stages: Some(BTreeSet::from([stage.id])),
            lanes: Some(lanes.clone()),
            show_measured: deck.overlay.is_some(),
            column_width_pt,
            format: deck.format,
            ..SceneOptions::default()
        };
        build(deck.map, deck.overlay, &options, theme, fonts)
    });
    frame.note_elements(&scene, |element| matches!(element, Element::Touchpoint(_) | Element::Card(_)));
    put(&mut frame.sketch, scene, map_room);
    if is_beside {
        panel::paint(&mut frame.sketch, list_room, &lists);
        frame.note_lists(&lists);
    }
    frame.finish(deck)
}

/// What is listed beside the map need not be in it, nor a lane that holds nothing in this stage.
fn is_in_map(deck: &Deck<'_>, stage: &Stage, lane: &Lane) -> bool {
    let is_listed = matches!(lane.kind, LaneKind::Pains | LaneKind::Opportunities);
    let is_here = |card: &Card| card.lane == lane.id && stage.touchpoints.contains(&card.touchpoint);
    !is_listed && (!lane.kind.holds_cards() || deck.map.cards.iter().any(is_here))
}
