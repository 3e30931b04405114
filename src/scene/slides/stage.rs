//! One stage on a slide: its part of the map, and beside it what hurts there and what is done about it.

use super::frame::{Frame, columns, put};
use super::{Deck, Slide, lists, panel};
use crate::model::{Card, Lane, LaneKind, Stage, TouchpointId};
use crate::scene::roomy::roomiest;
use crate::scene::{Element, SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::collections::BTreeSet;

/// More touchpoints of a stage than these are parted among several slides: they could not be read.
const MOST: usize = 8;

/// The slides of a stage with touchpoints: one, or as many as it needs.
pub(super) fn slides(
    deck: &Deck<'_>,
    stage: &Stage,
    (theme, fonts): (&Theme, &Fonts),
    first_number: usize,
) -> Vec<Slide> {
    let count = stage.touchpoints.len().div_ceil(MOST).max(1);
    let size = stage.touchpoints.len().div_ceil(count).max(1);
    let parts = stage.touchpoints.chunks(size).enumerate();
    let slide = |(part, touchpoints): (usize, &[TouchpointId])| {
        let told = (count > 1).then(|| tr!("scene-slide-part", part = part + 1, count = count));
        slide(deck, stage, (touchpoints, told), (theme, fonts), first_number + part)
    };
    parts.map(slide).collect()
}

fn slide(
    deck: &Deck<'_>,
    stage: &Stage,
    (touchpoints, part): (&[TouchpointId], Option<String>),
    (theme, fonts): (&Theme, &Fonts),
    number: usize,
) -> Slide {
    let name = stage.name.trim();
    let title = if name.is_empty() { tr!("scene-slide-stage") } else { name.to_owned() };
    let count = tr!("scene-slide-touchpoints", count = stage.touchpoints.len());
    let persona = deck.persona().map(|persona| persona.name.clone()).unwrap_or_default();
    let subtitle = [persona, count, part.unwrap_or_default()];
    let subtitle: Vec<_> = subtitle.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &subtitle.join(" · ")), Some(number));
    let lists = [lists::pains(deck, theme, touchpoints), lists::opportunities(deck, theme, touchpoints)];
    let is_beside = lists.iter().any(|list| !list.entries.is_empty());
    let (map_room, list_room) = if is_beside { columns(frame.room) } else { (frame.room, frame.room) };
    let lanes: BTreeSet<_> = deck
        .map
        .lanes_in_order()
        .filter(|lane| is_in_map(deck, touchpoints, lane))
        .map(|lane| lane.id)
        .collect();
    let scene = roomiest(map_room, |column_width_pt| {
        let options = SceneOptions {
            persona: deck.persona,
            touchpoints: Some(touchpoints.iter().copied().collect()),
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

/// What is listed beside the map need not be in it, nor a lane that holds nothing there.
fn is_in_map(deck: &Deck<'_>, touchpoints: &[TouchpointId], lane: &Lane) -> bool {
    let is_listed = matches!(lane.kind, LaneKind::Pains | LaneKind::Opportunities);
    let is_here = |card: &Card| card.lane == lane.id && touchpoints.contains(&card.touchpoint);
    !is_listed && (!lane.kind.holds_cards() || deck.map.cards.iter().any(is_here))
}
