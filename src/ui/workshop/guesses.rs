//! Guess, then reveal: a guessed exit rate for each touchpoint; once revealed, how far off the guesses were.

use super::guess_field::Guess;
use crate::measure::guesses::{GuessGap, score};
use crate::model::TouchpointId;
use crate::scene::Element;
use crate::session::{Action, Command, WorkshopAction};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{bare_field_ui, card_ui, chip_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Align, Button, Id, Label, Layout, Ui, vec2};
use std::collections::{BTreeMap, BTreeSet};

/// As many of the largest gaps are listed.
const LARGEST: usize = 5;

pub fn guesses_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    muted_ui(ui, cx.theme, tr!("ui-guesses-hint"));
    teams_ui(ui, cx, out);
    ui.add_enabled_ui(cx.session.can_run(Command::ToggleReveal), |ui| {
        let label = if cx.view.reveal { tr!("ui-guesses-hide") } else { tr!("ui-guesses-reveal") };
        let button = primary_button_ui(ui, cx.theme, &label);
        if button.on_disabled_hover_text(tr!("ui-reveal-needs-data")).clicked() {
            out.command(Command::ToggleReveal);
        }
    });
    if cx.view.reveal {
        scores_ui(ui, cx, out);
    }
    for (_, touchpoint) in cx.view.map.touchpoints_in_order() {
        ui.push_id(touchpoint.id, |ui| {
            guess_ui(ui, &Guess::of(touchpoint.id, cx), &touchpoint.name, cx, out)
        });
    }
}

/// Who guesses: one of those who have guessed, or a new name.
fn teams_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let present = cx.view.workshop.team.as_str();
    let guesses = &cx.view.map.workshop.guesses;
    let teams: BTreeSet<&str> = guesses.keys().map(String::as_str).chain(["", present]).collect();
    let mut guess_as =
        |team: &str| out.actions.push(Action::Workshop(WorkshopAction::GuessAs(team.to_owned())));
    ui.horizontal_wrapped(|ui| {
        for team in teams {
            if chip_ui(ui, cx.theme, &team_name(team), team == present).clicked() {
                guess_as(team);
            }
        }
    });
    let id = Id::unique("guessing team");
    let width = ui.available_width() - 20.0;
    if let Some(team) = bare_field_ui(ui, id, &tr!("ui-guesses-team"), "", width) {
        guess_as(&team);
    }
}

fn team_name(team: &str) -> String {
    if team.is_empty() { tr!("ui-guesses-room") } else { team.to_owned() }
}

/// One touchpoint: a figure to type, a slider to drag.
fn guess_ui(ui: &mut Ui, guess: &Guess<'_>, name: &str, cx: &Context<'_>, out: &mut Out) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let small = Button::new("×").frame(false).min_size(vec2(22.0, 22.0));
            let take_back = tr!("ui-guess-take-back", name = name);
            let button = ui.add_enabled(guess.exit_rate.is_some(), small).accessible_name(take_back.as_str());
            if button.on_hover_text(take_back).clicked() {
                guess.take_back(out);
            }
            guess.field_ui(ui, vec2(80.0, 24.0), *cx.format, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text(name, Face::Medium, 12.5, cx.theme.text)).truncate());
            });
        });
    });
    guess.slider_ui(ui, out);
}

fn scores_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some((measures, overlay)) = cx.view.data.and_then(|data| data.measures.zip(data.overlay)) else {
        return;
    };
    // What the map hides as a small group is no answer here either.
    let is_shown = |id: &TouchpointId| overlay.touchpoints.get(id).is_some_and(|shown| shown.exit.is_some());
    for (team, guesses) in &cx.view.map.workshop.guesses {
        let shown: BTreeMap<_, _> =
            guesses.iter().filter(|(id, _)| is_shown(id)).map(|(id, guess)| (*id, *guess)).collect();
        let Some(score) = score(&shown, measures) else { continue };
        ui.push_id(team, |ui| {
            card_ui(ui, cx.theme, &team_name(team), |ui| {
                let points = cx.format.decimals(score.mean_absolute_error * 100.0, 1);
                let words = tr!("ui-guesses-score", points = points);
                ui.label(text(words, Face::Bold, 16.0, cx.theme.text));
                muted_ui(ui, cx.theme, tr!("ui-guesses-largest"));
                score.gaps.iter().take(LARGEST).for_each(|gap| gap_ui(ui, gap, cx, out));
            });
        });
    }
}

/// A gap, which leads to its touchpoint.
fn gap_ui(ui: &mut Ui, gap: &GuessGap, cx: &Context<'_>, out: &mut Out) {
    let name = cx.view.map.name_of(gap.touchpoint);
    let guessed = cx.format.percent(gap.guessed, 0);
    let measured = cx.format.percent(gap.measured.value, 0);
    let against = tr!("ui-guess-against", guessed = guessed, measured = measured);
    if link_ui(ui, cx.theme, &tr!("ui-guess-gap", name = name, against = against)).clicked() {
        out.actions
            .push(Action::Select { elements: vec![Element::Touchpoint(gap.touchpoint)], extend: false });
    }
}
