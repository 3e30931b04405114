//! What figures were before, beside what they are now.

use super::exits::AXIS_ENDS;
use super::labels::Labels;
use super::{BeforeOverlay, FooterPart, Overlay, Provenance, Step, Turn, Was};
use crate::base::fmt::{self, NumberFormat};
use crate::measure::compare::{Before, Change, TouchpointChanges};
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Rate, SatisfactionFigures, TouchpointFigures};
use crate::tr;

/// From the worst emotion of a map to the best.
const EMOTIONS: f64 = 4.0;

impl Overlay {
    /// The same figures beside those of the journeys that they are compared with.
    #[must_use]
    pub fn beside(mut self, before: &Before, provenance: &Provenance, format: &NumberFormat) -> Self {
        let small_groups = SmallGroups(provenance.smallest_group);
        let labels = Labels { format, small_groups };
        let mut highest: f64 = 0.0;
        for was in &before.measures.touchpoints {
            let Some(shown) = self.touchpoints.get_mut(&was.touchpoint) else { continue };
            let changes = before.comparison.touchpoints.iter();
            let changes = changes.clone().find(|changes| changes.touchpoint == was.touchpoint);
            shown.before = of_touchpoint(was, changes, &labels);
            highest = shown.before.exit.as_ref().map_or(highest, |was| highest.max(was.value));
        }
        let end = AXIS_ENDS.into_iter().find(|end| highest <= *end).unwrap_or(1.0);
        self.exit_axis_max = self.exit_axis_max.max(end);
        let period = before.measures.selected_first.zip(before.measures.selected_last);
        let period = period.map(|(first, last)| fmt::period(first, last)).unwrap_or_default();
        if provenance.footer.has(FooterPart::Period) {
            self.footer =
                tr!("overlay-footer-before", footer = self.footer.as_str(), period = period.as_str());
        }
        self.before = Some(period);
        self
    }
}

fn of_touchpoint(
    was: &TouchpointFigures,
    changes: Option<&TouchpointChanges>,
    labels: &Labels<'_>,
) -> BeforeOverlay {
    let rate = was.exit_rate.and_then(|rate| labels.small_groups.rate(rate).value());
    let exit = |rate: Rate| {
        let change = changes.and_then(|changes| changes.exit_rate);
        let (turn, step) = (turn(change), change.and_then(|change| step_of_rate(&change, labels)));
        Was { value: rate.value, label: was_words(labels.rate(rate), turn), turn, step }
    };
    let scored = was.satisfaction.as_ref().filter(|scored| !labels.small_groups.hides(scored.n));
    let change = changes.and_then(|changes| changes.satisfaction);
    let score_turn = turn(change);
    let step = |change: Option<Change>| change.and_then(|change| step_of_score(&change, labels));
    let was = |value, label, step| Was { value, label, turn: score_turn, step };
    let score = |scored: &SatisfactionFigures| was_words(labels.format.decimals(scored.mean, 1), score_turn);
    let on_map =
        |it: &SatisfactionFigures| change.map(|of| scaled(of, EMOTIONS / (it.scale.max - it.scale.min)));
    BeforeOverlay {
        exit: rate.map(exit),
        emotion: scored.map(|it| was(it.emotion, score(it), step(on_map(it)))),
        satisfaction: scored.map(|it| was(it.mean, score(it), step(change))),
    }
}

/// The same difference on a scale so many times as wide.
fn scaled(change: Change, times: f64) -> Change {
    let Change { before, after, difference, low, high, p } = change;
    let [before, after, difference, low, high] = [before, after, difference, low, high].map(|of| of * times);
    Change { before, after, difference, low, high, p }
}

/// Only what chance alone would hardly do has a direction.
fn turn(change: Option<Change>) -> Option<Turn> {
    let change = change.filter(Change::is_marked)?;
    Some(if change.difference > 0.0 { Turn::Up } else { Turn::Down })
}

/// How far an exit rate has surely gone, in percentage points: less is better.
fn step_of_rate(change: &Change, labels: &Labels<'_>) -> Option<Step> {
    let points = |share: f64| labels.format.signed(100.0 * share, 1);
    let is_better = change.difference < 0.0;
    let difference = points(change.difference);
    let label = if is_better {
        tr!("overlay-step-points-better", difference = difference)
    } else {
        tr!("overlay-step-points-worse", difference = difference)
    };
    step(change, (label, is_better), points)
}

/// How far a mean score has surely gone: more is better.
fn step_of_score(change: &Change, labels: &Labels<'_>) -> Option<Step> {
    let score = |value: f64| labels.format.signed(value, 2);
    let is_better = change.difference > 0.0;
    let difference = score(change.difference);
    let label = if is_better {
        tr!("overlay-step-better", difference = difference)
    } else {
        tr!("overlay-step-worse", difference = difference)
    };
    step(change, (label, is_better), score)
}

fn step(change: &Change, (label, is_better): (String, bool), words: impl Fn(f64) -> String) -> Option<Step> {
    let interval = tr!("overlay-step-interval", low = words(change.low), high = words(change.high));
    let is_up = change.difference > 0.0;
    change.is_marked().then_some(Step { label, interval, is_up, is_better })
}

/// `was 43.1 %`, with an arrow where it has surely changed.
fn was_words(value: String, turn: Option<Turn>) -> String {
    match turn {
        Some(Turn::Up) => tr!("overlay-was-up", value = value),
        Some(Turn::Down) => tr!("overlay-was-down", value = value),
        None => tr!("overlay-was", value = value),
    }
}
