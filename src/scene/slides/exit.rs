//! Where most leave: a slide for each of the largest exits, with what precedes it, what hurts there and what is done.

use super::frame::{Frame, columns, put};
use super::panel::{Entry, List, Look};
use super::{Deck, Slide, lists, panel};
use crate::base::Rect;
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::{LaneKind, Stage, Touchpoint, TouchpointId};
use crate::overlay::Bar;
use crate::scene::roomy::roomiest;
use crate::scene::{Element, SceneOptions, Stroke, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// So many exits have a slide.
const MOST: usize = 5;
/// So many touchpoints are shown at either side of it.
const BESIDE: usize = 3;
/// So many steps and pain points are told that come before an exit.
const MOST_BEFORE: usize = 3;

/// A touchpoint where journeys end.
#[derive(Clone, Copy)]
pub(super) struct Exit<'a> {
    stage: &'a Stage,
    touchpoint: &'a Touchpoint,
    bar: &'a Bar,
}

/// The largest exits that rest on enough journeys, the largest first.
pub(super) fn largest<'a>(deck: &Deck<'a>) -> Vec<Exit<'a>> {
    let Some(overlay) = deck.overlay else { return Vec::new() };
    let exit = |(stage, touchpoint): (&'a Stage, &'a Touchpoint)| {
        let bar = overlay.touchpoints.get(&touchpoint.id)?.exit.as_ref()?;
        (!bar.small && bar.value > 0.0).then_some(Exit { stage, touchpoint, bar })
    };
    let mut exits: Vec<_> = deck.map.touchpoints_in_order().filter_map(exit).collect();
    exits.sort_by(|one, other| other.bar.value.total_cmp(&one.bar.value));
    exits.truncate(MOST);
    exits
}

pub(super) fn slide(deck: &Deck<'_>, exit: Exit<'_>, theme: &Theme, fonts: &Fonts, number: usize) -> Slide {
    let Exit { stage, touchpoint, bar } = exit;
    let title = tr!("scene-slide-exit", share = bar.label.as_str(), name = touchpoint.name.trim());
    let subtitle = subtitle(deck, stage, touchpoint);
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &subtitle), Some(number));
    let (map_room, list_room) = columns(frame.room);
    let is_shown = |kind| matches!(kind, LaneKind::Emotion | LaneKind::Exits);
    let lanes = deck.map.lanes_in_order().filter(|lane| is_shown(lane.kind)).map(|lane| lane.id);
    let lanes: BTreeSet<_> = lanes.collect();
    let around = around(stage, touchpoint.id);
    let scene = roomiest(map_room, |column_width_pt| {
        let options = SceneOptions {
            persona: deck.persona,
            touchpoints: Some(around.clone()),
            lanes: Some(lanes.clone()),
            column_width_pt,
            format: deck.format,
            ..SceneOptions::default()
        };
        build(deck.map, deck.overlay, &options, theme, fonts)
    });
    frame.note_elements(&scene, |element| matches!(element, Element::Measured(..)));
    put(&mut frame.sketch, scene, map_room);
    let place = frame.sketch.nodes.iter().find(|node| node.element == Element::Touchpoint(touchpoint.id));
    if let Some(place) = place.map(|node| node.rect) {
        highlight(&mut frame, place);
    }
    let at = [touchpoint.id];
    let mut lists = Vec::new();
    if let Some(measures) = deck.measures {
        lists.push(risks(deck, measures, theme, touchpoint.id));
        lists.push(steps_before(deck, measures, theme, touchpoint.id));
    }
    lists.extend([lists::pains(deck, theme, &at), lists::opportunities(deck, theme, &at)]);
    panel::paint(&mut frame.sketch, list_room, &lists);
    frame.note_lists(&lists);
    frame.finish(deck)
}

/// The touchpoint and those of its stage beside it.
fn around(stage: &Stage, touchpoint: TouchpointId) -> BTreeSet<TouchpointId> {
    let place = stage.touchpoints.iter().position(|id| *id == touchpoint).unwrap_or(0);
    let first = place.saturating_sub(BESIDE);
    stage.touchpoints.iter().skip(first).take(2 * BESIDE + 1).copied().collect()
}

/// `Stage Buy · Elif, returning shopper · the team had guessed 30 %`.
fn subtitle(deck: &Deck<'_>, stage: &Stage, touchpoint: &Touchpoint) -> String {
    let persona = deck.persona().map(|persona| persona.name.clone()).unwrap_or_default();
    let guesses: Vec<f64> = deck
        .map
        .workshop
        .guesses
        .values()
        .filter_map(|guesses| guesses.get(&touchpoint.id).copied())
        .collect();
    #[allow(clippy::cast_precision_loss)] // teams in a room
    let mean = guesses.iter().sum::<f64>() / guesses.len().max(1) as f64;
    let guessed = match guesses.len() {
        0 => String::new(),
        1 => tr!("scene-slide-guessed", share = deck.format.percent(mean, 0)),
        _ => tr!("scene-slide-guessed-mean", share = deck.format.percent(mean, 0)),
    };
    let stage = tr!("scene-slide-in-stage", name = stage.name.trim());
    let parts = [stage, persona, guessed];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

fn highlight(frame: &mut Frame<'_>, place: Rect) {
    let color = frame.sketch.theme.accent;
    frame.sketch.section(tr!("scene-slide-highlight"), |sketch| {
        sketch.rect(place, 14.0, None, Some(Stroke { color, width: 4.0, dash: None }));
    });
}

/// Pain points after which more leave, by how many times more.
fn risks(deck: &Deck<'_>, measures: &Measures, theme: &Theme, at: TouchpointId) -> List {
    let mut risks: Vec<_> = measures
        .pains
        .iter()
        .filter_map(|pain| {
            let card = deck.map.cards.get(pain.card).filter(|card| card.touchpoint == at)?;
            let (ratio, low, _) = pain.risk_ratio?;
            // What may not be told how often it is may not be told of at all.
            let may_be_told = deck.overlay.is_some_and(|overlay| overlay.pains.contains_key(&card.id));
            (low > 1.0 && may_be_told).then_some((card, ratio))
        })
        .collect();
    risks.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.id.cmp(&other.0.id)));
    risks.truncate(MOST_BEFORE);
    let entries = risks.into_iter().map(|(card, ratio)| Entry {
        words: card.text.clone(),
        value: tr!("scene-slide-times", ratio = deck.format.decimals(ratio, 1)),
        look: Look::Line(theme.exit_text),
    });
    List { heading: tr!("scene-slide-before"), entries: entries.collect() }
}

/// The steps from which most came there.
fn steps_before(deck: &Deck<'_>, measures: &Measures, theme: &Theme, at: TouchpointId) -> List {
    let small = SmallGroups(deck.map.about.smallest_group);
    let all: u64 = measures.transitions.iter().filter(|step| step.to == at).map(|step| step.count).sum();
    let mut steps: Vec<_> = measures
        .transitions
        .iter()
        .filter(|step| step.to == at && step.from != at && !small.hides(step.journeys))
        .filter_map(|step| Some((deck.map.touchpoints.get(step.from)?, step.count)))
        .collect();
    steps.sort_by_key(|(from, count)| (Reverse(*count), from.id));
    steps.truncate(MOST_BEFORE);
    #[allow(clippy::cast_precision_loss)] // a share
    let entries = steps.into_iter().map(|(from, count)| Entry {
        words: from.name.clone(),
        value: deck.format.percent(count as f64 / all.max(1) as f64, 0),
        look: Look::Line(theme.measured),
    });
    List { heading: tr!("scene-slide-step-before"), entries: entries.collect() }
}
