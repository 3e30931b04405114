//! What a presenter has before them at a step: all that the map knows of it, in words.

use super::Step;
use crate::base::fmt::NumberFormat;
use crate::model::{Card, CardKind, Curve, JourneyMap, Lane, Side, Stage, StageId, Touchpoint, TouchpointId};
use crate::scene::{lane_name, sentence};
use crate::session::View;
use crate::tr;

/// Some lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What they are about; empty for the first words.
    pub heading: String,
    /// Never empty.
    pub lines: Vec<String>,
}

/// The notes of a step, in the order of the map. Measured figures are among them as soon as the room may see them.
#[must_use]
pub fn notes(view: &View<'_>, step: Step) -> Vec<Note> {
    let notes = match step {
        Step::Whole | Step::Reveal => of_map(view),
        Step::Stage(stage) => of_stage(view, stage),
        Step::Touchpoint(touchpoint) => of_touchpoint(view, touchpoint),
    };
    let with_lines = notes.into_iter().map(|(heading, lines)| {
        let lines = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        Note { heading, lines }
    });
    with_lines.filter(|note| !note.lines.is_empty()).collect()
}

type Notes = Vec<(String, Vec<String>)>;

fn of_map(view: &View<'_>) -> Notes {
    let map = view.map;
    let mut notes = vec![(String::new(), vec![map.about.description.clone()])];
    if let Some(persona) = view.persona {
        let quote = if persona.quote.trim().is_empty() { String::new() } else { quoted(&persona.quote) };
        notes.push((persona.name.clone(), vec![quote]));
    }
    let stages = map.stages_in_order().map(|stage| {
        tr!("session-note-stage", name = stage.name.as_str(), touchpoints = stage.touchpoints.len())
    });
    notes.push((tr!("session-note-stages"), stages.collect()));
    let footer = view.data.and_then(|data| data.overlay).map(|overlay| overlay.footer.clone());
    notes.push((tr!("session-note-data"), footer.filter(|_| view.reveal).into_iter().collect()));
    notes
}

fn of_stage(view: &View<'_>, stage: StageId) -> Notes {
    let Some(stage) = view.map.stages.get(stage) else { return Vec::new() };
    let touchpoints = stage.touchpoints.iter().filter_map(|id| view.map.touchpoints.get(*id));
    let touchpoints = touchpoints.map(|touchpoint| {
        let marks = marks(touchpoint);
        let figures = figures(view, touchpoint.id).into_iter().next();
        sentence(std::iter::once(touchpoint.name.clone()).chain(marks).chain(figures))
    });
    let mut notes = vec![(tr!("session-note-touchpoints"), touchpoints.collect())];
    notes.push((tr!("session-note-worst-pains"), worst_pains(view.map, stage)));
    notes
}

fn of_touchpoint(view: &View<'_>, id: TouchpointId) -> Notes {
    let map = view.map;
    let Some(touchpoint) = map.touchpoints.get(id) else { return Vec::new() };
    let mut about = vec![touchpoint.description.clone(), sentence(marks(touchpoint))];
    if !touchpoint.owner.trim().is_empty() {
        about.push(tr!("session-note-owner", name = touchpoint.owner.as_str()));
    }
    let channels = touchpoint.channels.iter().filter_map(|id| map.channels.get(*id));
    about.push(sentence(channels.map(|channel| channel.name.clone())));
    let drawn = view.persona.and_then(|persona| persona.curve(Curve::AsIs).get(&id));
    about
        .extend(drawn.map(|drawn| tr!("session-note-emotion", value = view.format.signed(drawn.value(), 1))));
    let mut notes = vec![(String::new(), about), (tr!("session-note-measured"), figures(view, id))];
    for lane in map.lanes_in_order().filter(|lane| !lane.hidden && lane.kind.holds_cards()) {
        notes.push((lane_name(lane), cards(map, lane, id, view.format)));
    }
    notes
}

/// What the data says of a touchpoint, once it is revealed.
fn figures(view: &View<'_>, touchpoint: TouchpointId) -> Vec<String> {
    let overlay = view.data.and_then(|data| data.overlay).filter(|_| view.reveal);
    let Some(of) = overlay.and_then(|overlay| overlay.touchpoints.get(&touchpoint)) else {
        return Vec::new();
    };
    let exit = of.exit.as_ref().map(|exit| tr!("session-note-exit", rate = exit.label.as_str()));
    let emotion = of
        .emotion
        .as_ref()
        .map(|emotion| tr!("session-note-emotion-measured", value = view.format.signed(emotion.value, 1)));
    let satisfaction = of.satisfaction.as_ref();
    let satisfaction = satisfaction.map(|of| tr!("session-note-satisfaction", mean = of.label.as_str()));
    let visits = Some(of.visits_label.clone());
    [exit, emotion, satisfaction, visits].into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

fn marks(touchpoint: &Touchpoint) -> impl Iterator<Item = String> {
    let marks = [
        touchpoint.moment_of_truth.then(|| tr!("session-note-moment-of-truth")),
        touchpoint.goal.then(|| tr!("session-note-goal")),
        touchpoint.contact.then(|| tr!("session-note-contact")),
    ];
    marks.into_iter().flatten()
}

/// Pain points of a stage, the worst first.
fn worst_pains(map: &JourneyMap, stage: &Stage) -> Vec<String> {
    const SHOWN: usize = 5;
    let mut pains: Vec<_> = map
        .cards
        .iter()
        .filter(|card| stage.touchpoints.contains(&card.touchpoint))
        .filter_map(|card| match &card.kind {
            CardKind::Pain(pain) => Some((pain.severity, card)),
            _ => None,
        })
        .collect();
    pains.sort_by_key(|(severity, card)| (std::cmp::Reverse(*severity), card.id));
    let line = |(severity, card): (u8, &Card)| {
        let at = map.name_of(card.touchpoint);
        tr!("session-note-pain-at", pain = card.text.as_str(), touchpoint = at, severity = severity)
    };
    pains.into_iter().take(SHOWN).map(line).collect()
}

/// What the cards of a cell say, those included that reach into it from the left.
fn cards(map: &JourneyMap, lane: &Lane, touchpoint: TouchpointId, format: NumberFormat) -> Vec<String> {
    let mut cards: Vec<_> = map
        .cards
        .iter()
        .filter(|card| card.lane == lane.id && map.covered(card).contains(&touchpoint))
        .collect();
    cards.sort_by_key(|card| (card.slot, card.id));
    cards.into_iter().map(|card| words(card, format)).collect()
}

fn words(card: &Card, format: NumberFormat) -> String {
    let text = card.text.trim();
    let (text, details) = match &card.kind {
        CardKind::Pain(pain) => {
            let frequency = pain.frequency.map(|share| format.percent(share, 0));
            let staff = (pain.side == Side::Staff).then(|| tr!("session-note-staff"));
            let severity = Some(tr!("session-note-severity", severity = pain.severity));
            (text.to_owned(), [severity, staff, frequency])
        }
        CardKind::Opportunity(of) => {
            let grades = tr!("session-note-grades", impact = of.impact, effort = of.effort);
            (text.to_owned(), [Some(grades), Some(of.owner.clone()), Some(of.due.clone())])
        }
        CardKind::Quote { source } => (quoted(text), [Some(source.clone()), None, None]),
        CardKind::Metric { value } => (text.to_owned(), [Some(value.clone()), None, None]),
        CardKind::Image { alt, .. } => (text.to_owned(), [Some(alt.clone()), None, None]),
        CardKind::Note | CardKind::Thought | CardKind::Backstage => (text.to_owned(), [None, None, None]),
    };
    let votes = (card.votes > 0).then(|| tr!("session-note-votes", count = card.votes));
    let details = details.into_iter().chain([votes]).flatten();
    let details: Vec<_> = details.filter(|detail| !detail.trim().is_empty()).collect();
    match (text.is_empty(), details.is_empty()) {
        (_, true) => text,
        (true, false) => details.join(", "),
        (false, false) => format!("{text} ({})", details.join(", ")),
    }
}

fn quoted(words: &str) -> String {
    tr!("session-note-quoted", words = words.trim())
}
