//! Guess, then reveal: a guessed exit rate for each touchpoint; once revealed, how far off the guesses were.

use super::edit;
use crate::measure::guesses::{GuessGap, score};
use crate::model::{Edit, TouchpointId};
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, link_ui, muted_ui, primary_button_ui, row_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::{Id, Label, Slider, Ui};
use std::collections::BTreeMap;

/// As many of the largest gaps are listed.
const LARGEST: usize = 5;

pub fn guesses_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    muted_ui(ui, cx.theme, tr!("ui-guesses-hint"));
    let kept = Id::unique("guessing team");
    let mut team: String = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
    let label = tr!("ui-guesses-team");
    if let Some(named) =
        text_field_ui(ui, cx.theme, kept.with("field"), &label, &team, &tr!("ui-guesses-room"))
    {
        named.trim().clone_into(&mut team);
        ui.data_mut(|data| data.insert_temp(kept, team.clone()));
    }
    ui.add_enabled_ui(cx.session.can_run(Command::ToggleReveal), |ui| {
        let label = if cx.view.reveal { tr!("ui-guesses-hide") } else { tr!("ui-guesses-reveal") };
        let button = primary_button_ui(ui, cx.theme, &label);
        if button.on_disabled_hover_text(tr!("ui-reveal-needs-data")).clicked() {
            out.command(Command::ToggleReveal);
        }
    });
    if cx.view.reveal {
        scores_ui(ui, cx);
    }
    let guesses = cx.view.map.workshop.guesses.get(&team);
    for (_, touchpoint) in cx.view.map.touchpoints_in_order() {
        let guess = guesses.and_then(|of_team| of_team.get(&touchpoint.id)).copied();
        guess_ui(ui, &team, (touchpoint.id, &touchpoint.name), guess, cx, out);
    }
}

/// One touchpoint: a slider to drag, a figure to type.
fn guess_ui(
    ui: &mut Ui,
    team: &str,
    (touchpoint, name): (TouchpointId, &str),
    guess: Option<f64>,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let id = Id::unique(("guess", team, touchpoint));
    ui.horizontal(|ui| {
        ui.add(Label::new(text(name, Face::Medium, 12.5, cx.theme.text)).truncate());
        if guess.is_none() {
            muted_ui(ui, cx.theme, tr!("ui-guess-none"));
        } else if link_ui(ui, cx.theme, &tr!("ui-guess-take-back")).clicked() {
            set(out, team, touchpoint, None);
        }
    });
    // What is being dragged becomes one step when it is let go.
    let pending: Option<f64> = ui.data(|data| data.get_temp(id));
    let mut percent = pending.unwrap_or_else(|| (guess.unwrap_or(0.0) * 1000.0).round() / 10.0);
    ui.spacing_mut().slider_width = (ui.available_width() - 80.0).max(80.0);
    let slider = Slider::new(&mut percent, 0.0..=100.0).step_by(1.0).suffix(" %").update_while_editing(false);
    let changed = ui.add(slider).accessible_name(tr!("ui-guess-of", name = name)).changed();
    if changed || pending.is_some() {
        if ui.input(|input| input.pointer.any_down()) {
            ui.data_mut(|data| data.insert_temp(id, percent));
        } else {
            ui.data_mut(|data| data.remove::<f64>(id));
            set(out, team, touchpoint, Some(percent / 100.0));
        }
    }
}

fn set(out: &mut Out, team: &str, touchpoint: TouchpointId, exit_rate: Option<f64>) {
    edit(out, Edit::SetGuess { team: team.to_owned(), touchpoint, exit_rate });
}

fn scores_ui(ui: &mut Ui, cx: &Context<'_>) {
    let Some((measures, overlay)) = cx.view.data.and_then(|data| data.measures.zip(data.overlay)) else {
        return;
    };
    // What the map hides as a small group is no answer here either.
    let is_shown = |id: &TouchpointId| overlay.touchpoints.get(id).is_some_and(|shown| shown.exit.is_some());
    for (team, guesses) in &cx.view.map.workshop.guesses {
        let shown: BTreeMap<_, _> =
            guesses.iter().filter(|(id, _)| is_shown(id)).map(|(id, guess)| (*id, *guess)).collect();
        let Some(score) = score(&shown, measures) else { continue };
        let name = if team.is_empty() { tr!("ui-guesses-room") } else { team.clone() };
        card_ui(ui, cx.theme, &name, |ui| {
            let points = cx.format.decimals(score.mean_absolute_error * 100.0, 1);
            let words = tr!("ui-guesses-score", points = points);
            ui.label(text(words, Face::Bold, 16.0, cx.theme.text));
            muted_ui(ui, cx.theme, tr!("ui-guesses-largest"));
            score.gaps.iter().take(LARGEST).for_each(|gap| gap_ui(ui, gap, cx));
        });
    }
}

fn gap_ui(ui: &mut Ui, gap: &GuessGap, cx: &Context<'_>) {
    let name = cx.view.map.touchpoints.get(gap.touchpoint).map_or("", |touchpoint| &touchpoint.name);
    let guessed = cx.format.percent(gap.guessed, 0);
    let measured = cx.format.percent(gap.measured.value, 1);
    row_ui(ui, cx.theme, name, &tr!("ui-guess-against", guessed = guessed, measured = measured), "");
}
