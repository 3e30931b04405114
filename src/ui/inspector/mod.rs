//! What is selected, with all its fields and figures; the map itself when nothing is.

mod before;
mod card;
mod changes;
mod figures;
mod lane;
mod map;
mod pain;
mod satisfaction;
mod several;
mod stage;
mod touchpoint;
mod transitions;

use super::keys::label_with_keys;
use super::loading::partial_figures_ui;
use super::style::c;
use super::widgets::button_ui;
use super::{Context, Out};
use crate::model::TouchpointId;
use crate::scene::{Element, EmotionDot};
use crate::session::{Action, Command};
use egui::{Frame, Id, Margin, ScrollArea, Ui, vec2};

pub fn inspector_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    // Each element keeps its own scroll position.
    let shown = cx.view.selection.first().copied();
    ScrollArea::vertical().id_salt(shown).auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().fill(c(cx.theme.panel)).inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            content_ui(ui, cx, out);
        });
    });
}

fn content_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    partial_figures_ui(ui, cx);
    let selection = cx.view.selection;
    if selection.len() > 1 {
        several::several_ui(ui, cx, out);
        return;
    }
    match selection.first().copied() {
        None | Some(Element::Title | Element::Figure(_)) => map::map_ui(ui, cx, out),
        Some(Element::Stage(id)) => stage::stage_ui(ui, id, cx, out),
        Some(Element::Lane(id)) => lane::lane_ui(ui, id, cx, out),
        Some(Element::Card(id)) => card::card_ui(ui, id, cx, out),
        Some(
            Element::Touchpoint(id)
            | Element::Emotion(EmotionDot { touchpoint: id, .. })
            | Element::Measured(_, id)
            | Element::Cell(_, id)
            | Element::Step(id, _)
            | Element::Wait(id),
        ) => touchpoint::touchpoint_ui(ui, id, cx, out),
    }
}

/// The id of a field of a record, so that each record's field keeps its own state.
fn field_id(record: impl std::fmt::Display, field: &str) -> Id {
    Id::unique(format!("{record} {field}"))
}

/// What can be done to what is selected; a command that would do nothing is left out.
fn commands_ui(ui: &mut Ui, commands: &[Command], cx: &Context<'_>, out: &mut Out) {
    let mut useful = commands.iter().filter(|command| cx.session.can_run(**command)).peekable();
    if useful.peek().is_none() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for command in useful {
            let button = button_ui(ui, &command.label());
            if button.on_hover_text(label_with_keys(ui.ctx(), *command)).clicked() {
                out.command(*command);
            }
        }
    });
}

fn edit(out: &mut Out, edit: crate::model::Edit) {
    out.actions.push(Action::Edit(edit));
}

fn touchpoint_name(cx: &Context<'_>, id: TouchpointId) -> String {
    cx.view.map.name_of(id).to_owned()
}
