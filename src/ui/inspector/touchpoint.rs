//! A touchpoint: what the team says about it, then what the data says.

use super::{before, changes, commands_ui, edit, field_id, figures, satisfaction, transitions};
use crate::measure::Measures;
use crate::model::edit::Flag;
use crate::model::{Channel, ChannelId, Edit, Touchpoint, TouchpointId};
use crate::scene::Element;
use crate::session::{Command, Request};
use crate::tr;
use crate::ui::tags::tags_ui;
use crate::ui::widgets::{
    chip_ui, eyebrow_ui, link_ui, multiline_field_ui, muted_ui, row_ui, section_ui, switch_ui, text_field_ui,
};
use crate::ui::{Context, Out};
use egui::{Popup, PopupCloseBehavior, Ui};

pub fn touchpoint_ui(ui: &mut Ui, id: TouchpointId, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    let Some(touchpoint) = map.touchpoints.get(id) else { return };
    let theme = cx.theme;
    let stage = map.stage_of(id).map(|stage| stage.name.clone()).unwrap_or_default();
    eyebrow_ui(ui, theme, &tr!("ui-touchpoint-eyebrow", stage = stage));
    let name = text_field_ui(ui, theme, field_id(id, "name"), &tr!("ui-name"), &touchpoint.name, "");
    if let Some(name) = name {
        edit(out, Edit::RenameTouchpoint { touchpoint: id, name });
    }
    flags_ui(ui, touchpoint, out);
    channels_ui(ui, touchpoint, cx, out);
    if let Some(data) = cx.view.data {
        ui.add_space(6.0);
        let figures = data.measures.and_then(|measures| measures.at(id));
        match (figures, data.measures) {
            (Some(figures), Some(measures)) => {
                if let Some(before) = data.before {
                    changes::of_touchpoint_ui(ui, id, measures, before, cx, out);
                }
                figures::exits_ui(ui, figures, measures, cx, out);
                guesses_ui(ui, id, figures.exit_rate.map(|rate| rate.value), cx);
                satisfaction::satisfaction_ui(ui, figures, measures.is_summary, cx, out);
                before::before_ui(ui, Some(id), cx, out);
                figures::channels_ui(ui, figures, measures, cx, out);
                figures::rest_ui(ui, figures, measures, cx, out);
                transitions::transitions_ui(ui, id, measures, cx, out);
                rules_ui(ui, id, measures, cx, out);
            }
            _ => {
                guesses_ui(ui, id, None, cx);
                muted_ui(ui, theme, cx.no_figures());
            }
        }
    }
    section_ui(ui, theme, &tr!("ui-about-it"));
    let owner = text_field_ui(ui, theme, field_id(id, "owner"), &tr!("ui-owner"), &touchpoint.owner, "");
    if let Some(owner) = owner {
        edit(out, Edit::SetOwner { touchpoint: id, owner });
    }
    let field = field_id(id, "description");
    let words = multiline_field_ui(ui, theme, field, &tr!("ui-description"), &touchpoint.description, 3);
    if let Some(description) = words {
        edit(out, Edit::SetTouchpointDescription { touchpoint: id, description });
    }
    if cx.view.selection.contains(&Element::Touchpoint(id)) {
        section_ui(ui, theme, &tr!("ui-tags"));
        tags_ui(ui, &id.to_string(), cx, out);
        let commands = [Command::SplitTouchpoint, Command::SplitStage, Command::Duplicate];
        commands_ui(ui, &commands, cx, out);
    }
}

/// How many rules lead here, and the way to them.
fn rules_ui(ui: &mut Ui, id: TouchpointId, measures: &Measures, cx: &Context<'_>, out: &mut Out) {
    let Some(source) = cx.session.source() else { return };
    if measures.never_hit.contains(&id) {
        let words = match measures {
            Measures { is_summary: true, .. } => tr!("ui-never-hit-summary"),
            Measures { is_survey: true, .. } => tr!("ui-never-hit-survey"),
            _ => tr!("ui-never-hit"),
        };
        muted_ui(ui, cx.theme, words);
    }
    let count = source.rules.iter().filter(|rule| rule.touchpoint == id).count();
    if link_ui(ui, cx.theme, &tr!("ui-rules-lead-here", count = count)).clicked() {
        out.requests.push(Request::ShowRulesOf(id));
    }
}

/// What the teams had guessed, beside what was measured.
fn guesses_ui(ui: &mut Ui, id: TouchpointId, measured: Option<f64>, cx: &Context<'_>) {
    for (team, guesses) in &cx.view.map.workshop.guesses {
        let Some(guessed) = guesses.get(&id).map(|guess| cx.format.percent(*guess, 0)) else { continue };
        let team = if team.is_empty() { tr!("ui-guesses-room") } else { team.clone() };
        let words = match measured.map(|rate| cx.format.percent(rate, 0)) {
            Some(measured) => tr!("ui-guess-against", guessed = guessed, measured = measured),
            None => tr!("ui-guess-alone", guessed = guessed),
        };
        row_ui(ui, cx.theme, &team, &words, "");
    }
}

fn flags_ui(ui: &mut Ui, touchpoint: &Touchpoint, out: &mut Out) {
    ui.horizontal_wrapped(|ui| {
        for (flag, on, label, hint) in [
            (
                Flag::MomentOfTruth,
                touchpoint.moment_of_truth,
                tr!("ui-flag-truth"),
                tr!("ui-flag-truth-hint"),
            ),
            (Flag::Goal, touchpoint.goal, tr!("ui-flag-goal"), tr!("ui-flag-goal-hint")),
            (Flag::Contact, touchpoint.contact, tr!("ui-flag-contact"), tr!("ui-flag-contact-hint")),
        ] {
            if let Some(on) = switch_ui(ui, &label, on, &hint) {
                edit(out, Edit::SetFlag { touchpoint: touchpoint.id, flag, on });
            }
        }
    });
}

/// The drawn channels as chips; a menu adds further ones of the map or of the usual kinds.
fn channels_ui(ui: &mut Ui, touchpoint: &Touchpoint, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    section_ui(ui, cx.theme, &tr!("ui-channels"));
    ui.horizontal_wrapped(|ui| {
        for channel in map.channels.iter() {
            let on = touchpoint.channels.contains(&channel.id);
            if chip_ui(ui, cx.theme, &channel.name, on).clicked() {
                let mut channels = touchpoint.channels.clone();
                if on {
                    channels.retain(|id| *id != channel.id);
                } else {
                    channels.push(channel.id);
                }
                edit(out, Edit::SetChannels { touchpoint: touchpoint.id, channels });
            }
        }
        let add = link_ui(ui, cx.theme, &tr!("ui-add-channel"));
        Popup::menu(&add).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            let known: Vec<_> = map.channels.iter().map(|channel| channel.name.to_lowercase()).collect();
            for kind in cx.theme.channels.iter().filter(|kind| !known.contains(&kind.name)) {
                if ui.button(&kind.name).clicked() {
                    let channel = Channel::new(ChannelId(0), kind.name.clone());
                    edit(out, Edit::AddChannel(channel));
                }
            }
        });
    });
}
