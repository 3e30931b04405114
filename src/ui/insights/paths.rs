//! Actual paths: the commonest ways, each to be seen on the map and opened; which steps are drawn over the map; and the commonest
//! steps that the map does not have.

use super::count::{is_survey, journeys_words};
use super::parts::{Part, line_ui, way_words};
use crate::export::WaysChoice;
use crate::insights::Behind;
use crate::insights::paths::{Arc, Paths, Variant};
use crate::session::{Action, LayerAction, MOST_ARCS};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{card_ui, chip_ui, muted_ui, section_ui, slider_look, switch_ui};
use crate::ui::{Context, Out};
use egui::{DragValue, Label, Sense, Slider, Ui, vec2};

/// Ways that are listed before the rest is asked for.
const FIRST_WAYS: usize = 20;
/// Steps that the map does not have, in the list.
const MOST_MISSING: usize = 15;

pub fn paths_ui(ui: &mut Ui, paths: &Paths, cx: &Context<'_>, out: &mut Out) {
    if is_survey(cx) {
        ui.add(Label::new(text(tr!("ui-paths-survey"), Face::Regular, 13.0, cx.theme.text_body)).wrap());
        return;
    }
    if paths.variants.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-paths-none"));
        return;
    }
    choice_ui(ui, paths, cx, out);
    let format = cx.format;
    section_ui(ui, cx.theme, &tr!("ui-paths-ways"));
    let parts = vec![
        Part::Words(tr!("ui-paths-count", ways = format.count(paths.variant_count))),
        Part::Behind(journeys_words(paths.journeys, cx), Behind::All, tr!("ui-journeys-all")),
    ];
    line_ui(ui, parts, cx, out);
    let most = paths.variants.first().map_or(1, |way| way.journeys.count()).max(1);
    let id = ui.scope_id().with("all ways");
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let shown = if all { paths.variants.len() } else { FIRST_WAYS };
    for (place, way) in paths.variants.iter().take(shown).enumerate() {
        ui.push_id(place, |ui| card_ui(ui, cx.theme, "", |ui| way_ui(ui, way, (paths, most), cx, out)));
    }
    let rest = paths.variants.len().saturating_sub(shown);
    if rest > 0 && crate::ui::widgets::link_ui(ui, cx.theme, &tr!("ui-paths-rest", count = rest)).clicked() {
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    missing_ui(ui, paths, cx, out);
}

/// What of it is drawn over the map.
fn choice_ui(ui: &mut Ui, paths: &Paths, cx: &Context<'_>, out: &mut Out) {
    let layers = cx.session.layers();
    card_ui(ui, cx.theme, &tr!("ui-paths-on-map"), |ui| {
        ui.horizontal_wrapped(|ui| {
            let shown =
                switch_ui(ui, &tr!("ui-paths-show"), layers.ways.is_some(), &tr!("ui-paths-show-hint"));
            if let Some(on) = shown {
                let choice = on.then(WaysChoice::default);
                out.actions.push(Action::Layers(LayerAction::ShowWays(choice)));
            }
            let has_times = paths.columns.iter().any(|gap| gap.median_secs.is_some());
            ui.add_enabled_ui(has_times || layers.time_to_scale, |ui| {
                let name = tr!("ui-time-to-scale");
                let scaled = switch_ui(ui, &name, layers.time_to_scale, &tr!("ui-time-to-scale-hint"));
                if let Some(on) = scaled {
                    out.actions.push(Action::Layers(LayerAction::TimeToScale(on)));
                }
            });
        });
        let Some(choice) = &layers.ways else { return };
        let mut chosen = choice.clone();
        ui.horizontal_wrapped(|ui| {
            ui.label(text(tr!("ui-paths-most"), Face::Regular, 12.0, cx.theme.text_body));
            slider_look(ui, cx.theme);
            ui.spacing_mut().slider_width = 120.0;
            let slider =
                ui.add(Slider::new(&mut chosen.most, 1..=MOST_ARCS).clamping(egui::SliderClamping::Always));
            let _named = slider.accessible_name(tr!("ui-paths-most"));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(text(tr!("ui-paths-least"), Face::Regular, 12.0, cx.theme.text_body));
            let field = DragValue::new(&mut chosen.least).range(1..=paths.journeys.max(1));
            let field = ui.add(field);
            let _named = field.accessible_name(tr!("ui-paths-least"));
            let hint = tr!("ui-paths-missing-only-hint");
            if let Some(on) = switch_ui(ui, &tr!("ui-paths-missing-only"), chosen.missing_only, &hint) {
                chosen.missing_only = on;
            }
        });
        let (shown, all) = (chosen.shown(paths).len(), paths.arcs.len());
        muted_ui(ui, cx.theme, tr!("ui-paths-shown", shown = shown, all = all));
        if chosen != *choice {
            out.actions.push(Action::Layers(LayerAction::ShowWays(Some(chosen))));
        }
    });
}

/// One way: how many take it, how it ends, which touchpoints it meets.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // pixels
fn way_ui(ui: &mut Ui, way: &Variant, (paths, most): (&Paths, u64), cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let words = way_words(&way.touchpoints, cx);
    let count = way.journeys.count();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    ui.painter().rect_filled(rect, 2.5, c(theme.field));
    let width = rect.width() * (count as f32 / most as f32);
    let bar = egui::Rect::from_min_size(rect.min, vec2(width.max(3.0), rect.height()));
    ui.painter().rect_filled(bar, 2.5, c(theme.measured));
    let share = count as f64 / paths.journeys.max(1) as f64;
    let has_goal = cx.view.data.and_then(|data| data.measures).is_some_and(|of| !of.no_goal_set);
    let mut parts = vec![
        Part::Count(
            tr!("ui-paths-journeys", n = count, count = format.count(count)),
            &way.journeys,
            words.clone(),
        ),
        Part::Words(format.percent(share, if share < 0.0995 { 1 } else { 0 })),
    ];
    if has_goal && way.closed > 0 {
        let rate = format.percent(way.goals as f64 / way.closed as f64, 0);
        let among = |figure| Behind::Among(way.journeys.clone(), Box::new(figure));
        let goals = tr!("ui-paths-goal", rate = rate);
        parts.push(Part::Behind(goals, among(Behind::ClosedGoal), words.clone()));
        let closed = tr!("ui-paths-closed", n = format.count(way.closed));
        parts.push(Part::Behind(closed, among(Behind::Closed), words.clone()));
        if way.closed < 30 {
            parts.push(Part::Words(tr!("ui-small")));
        }
    }
    line_ui(ui, parts, cx, out);
    ui.add(Label::new(text(&words, Face::Regular, 12.0, theme.text_body)).wrap());
    let choice = cx.session.layers().ways.clone();
    let is_shown = choice.as_ref().and_then(|choice| choice.highlighted.as_ref()) == Some(&way.touchpoints);
    if way.touchpoints.len() > 1
        && chip_ui(ui, theme, &tr!("ui-paths-highlight"), is_shown)
            .on_hover_text(tr!("ui-paths-highlight-hint"))
            .clicked()
    {
        let highlighted = (!is_shown).then(|| way.touchpoints.clone());
        let choice = WaysChoice { highlighted, ..choice.unwrap_or_default() };
        out.actions.push(Action::Layers(LayerAction::ShowWays(Some(choice))));
    }
}

/// The commonest steps that the drawn line does not have.
fn missing_ui(ui: &mut Ui, paths: &Paths, cx: &Context<'_>, out: &mut Out) {
    let mut missing: Vec<&Arc> = paths.arcs.iter().filter(|arc| arc.kind.is_missing()).collect();
    if missing.is_empty() {
        return;
    }
    missing.sort_by_key(|arc| std::cmp::Reverse(arc.journeys.count()));
    card_ui(ui, cx.theme, &tr!("ui-paths-missing"), |ui| {
        muted_ui(ui, cx.theme, tr!("ui-paths-missing-what"));
        for (place, arc) in missing.into_iter().take(MOST_MISSING).enumerate() {
            ui.push_id(place, |ui| {
                let step = way_words(&[arc.from, arc.to], cx);
                let count = cx.format.count(arc.journeys.count());
                let parts = vec![
                    Part::Count(count, &arc.journeys, step.clone()),
                    Part::Words(arc.kind.label()),
                    Part::Strong(step),
                ];
                line_ui(ui, parts, cx, out);
            });
        }
    });
}
