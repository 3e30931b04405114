//! What is selected, with all its fields and figures; the map itself when nothing is.

mod card;
mod figures;
mod lane;
mod map;
mod pain;
mod satisfaction;
mod several;
mod stage;
mod touchpoint;
mod transitions;

use super::style::c;
use super::{Context, Out};
use crate::model::TouchpointId;
use crate::scene::{Element, EmotionDot};
use crate::session::Action;
use egui::{Frame, Id, Margin, ScrollArea, Ui};

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
    let selection = cx.view.selection;
    if selection.len() > 1 {
        several::several_ui(ui, cx, out);
        return;
    }
    match selection.first().copied() {
        None | Some(Element::Title) => map::map_ui(ui, cx, out),
        Some(Element::Stage(id)) => stage::stage_ui(ui, id, cx, out),
        Some(Element::Lane(id)) => lane::lane_ui(ui, id, cx, out),
        Some(Element::Card(id)) => card::card_ui(ui, id, cx, out),
        Some(
            Element::Touchpoint(id)
            | Element::Emotion(EmotionDot { touchpoint: id, .. })
            | Element::Measured(_, id)
            | Element::Cell(_, id),
        ) => touchpoint::touchpoint_ui(ui, id, cx, out),
    }
}

/// The id of a field of a record, so that each record's field keeps its own state.
fn field_id(record: impl std::fmt::Display, field: &str) -> Id {
    Id::unique(format!("{record} {field}"))
}

fn edit(out: &mut Out, edit: crate::model::Edit) {
    out.actions.push(Action::Edit(edit));
}

fn touchpoint_name(cx: &Context<'_>, id: TouchpointId) -> String {
    cx.view.map.touchpoints.get(id).map(|touchpoint| touchpoint.name.clone()).unwrap_or_default()
}
