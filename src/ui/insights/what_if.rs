//! What if fewer left: a slider for each touchpoint where anybody leaves, the goal rate that would follow with what that takes for
//! granted, and what one point is worth where. The map shows the bars as they would be.

use super::count::is_survey;
use super::parts::{Part, line_ui, name_of};
use crate::insights::what_if::Worth;
use crate::insights::words::what_if_assumption;
use crate::model::TouchpointId;
use crate::session::pages::what_if::WhatIf;
use crate::session::{Action, LayerAction};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{prose, text};
use crate::ui::widgets::{card_ui, enabled_button_ui, muted_ui, section_ui, slider_look};
use crate::ui::{Context, Out};
use egui::{Align, Label, Layout, Slider, SliderClamping, Ui};
use std::collections::BTreeMap;

/// Touchpoints with a slider; the others are worth little.
const MOST_SLIDERS: usize = 24;
/// Points of the exit rate that a step of a slider is.
const STEP: f64 = 0.5;
/// Height of a slider.
const KNOB: f32 = 20.0;
/// Height of a sentence of two lines.
const TWO_LINES: f32 = 30.0;
/// Room for `−12.5 points` behind a slider.
const POINTS: f32 = 78.0;

pub fn what_if_ui(ui: &mut Ui, found: &WhatIf, cx: &Context<'_>, out: &mut Out) {
    let instead = if is_survey(cx) {
        Some(tr!("ui-what-if-survey"))
    } else if found.chain.is_none() {
        Some(tr!("ui-what-if-no-goal"))
    } else if found.worth.is_empty() {
        Some(tr!("ui-what-if-nobody"))
    } else {
        None
    };
    if let Some(words) = instead {
        ui.add(Label::new(text(words, Face::Regular, 13.0, cx.theme.text_body)).wrap());
        return;
    }
    outcome_ui(ui, cx, out);
    section_ui(ui, cx.theme, &tr!("ui-what-if-worth"));
    muted_ui(ui, cx.theme, tr!("ui-what-if-worth-what"));
    let lower = &cx.session.layers().lower;
    let mut thought = lower.clone();
    for of in found.worth.iter().take(MOST_SLIDERS) {
        ui.push_id(of.touchpoint, |ui| {
            card_ui(ui, cx.theme, "", |ui| worth_ui(ui, of, &mut thought, cx, out));
        });
    }
    let rest = found.worth.len().saturating_sub(MOST_SLIDERS);
    if rest > 0 {
        muted_ui(ui, cx.theme, tr!("ui-what-if-rest", count = rest));
    }
    if thought != *lower {
        out.actions.push(Action::Layers(LayerAction::Lower(thought)));
    }
}

/// The goal rate that would follow, what that takes for granted, and what can be done with it.
fn outcome_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let lower = &cx.session.layers().lower;
    card_ui(ui, theme, &tr!("ui-what-if-goal-rate"), |ui| {
        let rate = |rate: f64| format.percent(rate, 1);
        let measured = cx.view.data.and_then(|data| data.measures).and_then(|of| of.goal_rate);
        // As high before the first slider is moved as after it, so that no slider slips away under the hand.
        let (large, sentence) = match cx.session.would_be() {
            Some(of) => {
                let words = tr!("ui-what-if-from-to", now = rate(of.now), then = rate(of.then));
                (words, of.sentence(format))
            }
            None => {
                let words = if lower.is_empty() { tr!("ui-what-if-move") } else { tr!("ui-what-if-unknown") };
                (measured.map_or_else(|| "–".to_owned(), |of| rate(of.value)), words)
            }
        };
        ui.label(text(large, Face::Bold, 22.0, theme.accent_text));
        ui.scope(|ui| {
            ui.set_min_height(TWO_LINES);
            ui.add(Label::new(prose(sentence, Face::Regular, 12.0, theme.text_body)).wrap());
        });
        muted_ui(ui, theme, what_if_assumption());
        ui.horizontal_wrapped(|ui| {
            let has_lane = cx.session.lane_for_opportunities().is_some();
            let can_keep = !lower.is_empty() && has_lane && cx.view.comparing.is_none();
            let keep = enabled_button_ui(ui, can_keep, &tr!("ui-what-if-keep"));
            let hint = if has_lane { tr!("ui-what-if-keep-hint") } else { tr!("ui-what-if-no-lane") };
            if keep.on_hover_text(&hint).on_disabled_hover_text(&hint).clicked() {
                out.actions.push(Action::Layers(LayerAction::KeepLowered));
            }
            if enabled_button_ui(ui, !lower.is_empty(), &tr!("ui-what-if-reset")).clicked() {
                out.actions.push(Action::Layers(LayerAction::Lower(BTreeMap::new())));
            }
        });
    });
}

/// A touchpoint: what a point is worth, and how many points are thought off.
fn worth_ui(
    ui: &mut Ui,
    of: &Worth,
    thought: &mut BTreeMap<TouchpointId, f64>,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let (theme, format) = (cx.theme, cx.format);
    let name = name_of(of.touchpoint, cx);
    ui.add(Label::new(text(name, Face::SemiBold, 12.5, theme.text)).wrap());
    let exits = of.exits.count();
    let gain = format.decimals(100.0 * of.gain_per_point, 2);
    let title = tr!("ui-what-if-exits-title", name = name);
    let small = if of.exit_rate.of < 30 { format!(" · {}", tr!("ui-small")) } else { String::new() };
    let parts = vec![
        Part::Strong(tr!("ui-what-if-point", points = gain)),
        Part::Words(tr!("ui-what-if-rate", rate = format.percent(of.exit_rate.value, 1)) + &small),
        Part::Count(tr!("ui-what-if-exits", n = exits, count = format.count(exits)), &of.exits, title),
    ];
    line_ui(ui, parts, cx, out);
    // No more can stay than leave.
    let most = (100.0 * of.exit_rate.value / STEP).floor() * STEP;
    if most < STEP {
        return;
    }
    let mut points = 100.0 * thought.get(&of.touchpoint).copied().unwrap_or(0.0);
    let changed = ui.horizontal(|ui| {
        slider_look(ui, theme);
        ui.spacing_mut().interact_size.y = KNOB;
        ui.spacing_mut().slider_width =
            (ui.available_width() - POINTS - ui.spacing().item_spacing.x).max(80.0);
        let slider = Slider::new(&mut points, 0.0..=most)
            .step_by(STEP)
            .show_value(false)
            .clamping(SliderClamping::Always);
        let slider = ui.add(slider);
        let changed = slider.changed();
        let _named = slider.accessible_name(tr!("ui-what-if-slider", name = name));
        let words = tr!("ui-what-if-points", points = format.decimals(-points, 1));
        let (face, color) = if points > 0.0 {
            (Face::SemiBold, theme.accent_text)
        } else {
            (Face::Regular, theme.text_muted)
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text(words, face, 12.0, color)));
        changed
    });
    let changed = changed.inner;
    if changed {
        thought.insert(of.touchpoint, points / 100.0);
    }
}
