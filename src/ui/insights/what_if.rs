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
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, enabled_button_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Label, Slider, SliderClamping, Ui};
use std::collections::BTreeMap;

/// Touchpoints with a slider; the others are worth little.
const MOST_SLIDERS: usize = 24;
/// Points of the exit rate that a step of a slider is.
const STEP: f64 = 0.5;

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
        match cx.session.would_be() {
            Some(would_be) => {
                let (now, then) = (format.percent(would_be.now, 1), format.percent(would_be.then, 1));
                let words = tr!("ui-what-if-from-to", now = now, then = then);
                ui.label(text(words, Face::Bold, 22.0, theme.accent_text));
                ui.add(
                    Label::new(text(would_be.sentence(format), Face::Regular, 12.0, theme.text_body)).wrap(),
                );
            }
            None if lower.is_empty() => {
                ui.add(Label::new(text(tr!("ui-what-if-move"), Face::Regular, 12.5, theme.text_body)).wrap());
            }
            None => drop(muted_ui(ui, theme, tr!("ui-what-if-unknown"))),
        }
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
        ui.spacing_mut().slider_width = (ui.available_width() - 92.0).max(80.0);
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
        ui.label(text(words, face, 12.0, color));
        changed
    });
    let changed = changed.inner;
    if changed {
        thought.insert(of.touchpoint, points / 100.0);
    }
}
