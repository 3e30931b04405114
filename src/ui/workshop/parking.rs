//! The parking lot: what did not fit, to become cards later or to go.

use super::edit;
use crate::canvas::Canvas;
use crate::model::{Edit, LaneId, Parked, TouchpointId};
use crate::scene::Element;
use crate::session::Command;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::c;
use crate::ui::widgets::{bare_field_ui, button_ui, card_ui, enabled_button_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Button, DragAndDrop, Id, Sense, Stroke, StrokeKind, Ui, vec2};

pub fn parking_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let parking = &cx.view.map.workshop.parking;
    muted_ui(ui, cx.theme, if parking.is_empty() { tr!("ui-parking-empty") } else { tr!("ui-parking-hint") });
    let park = button_ui(ui, &Command::Park.label());
    if park.on_hover_text(label_with_keys(ui.ctx(), Command::Park)).clicked() {
        out.command(Command::Park);
    }
    let cell = selected_cell(cx);
    for (at, parked) in parking.iter().enumerate() {
        ui.push_id(at, |ui| card_ui(ui, cx.theme, "", |ui| parked_ui(ui, at, parked, cell, cx, out)));
    }
}

fn parked_ui(
    ui: &mut Ui,
    at: usize,
    parked: &Parked,
    cell: Option<(LaneId, TouchpointId)>,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let number = at + 1;
    let name = tr!("ui-parked-number", number = number);
    let width = ui.available_width() - 20.0;
    if let Some(text) = bare_field_ui(ui, Id::unique(("parked", at)), &name, &parked.text, width) {
        edit(out, Edit::SetParked { at, parked: Parked { text, ..parked.clone() } });
    }
    let origin: Vec<_> =
        [&parked.who, &parked.when].into_iter().filter(|part| !part.is_empty()).cloned().collect();
    if !origin.is_empty() {
        muted_ui(ui, cx.theme, origin.join(" · "));
    }
    ui.horizontal(|ui| {
        let grip = Button::new("•••").frame(false).sense(Sense::drag()).min_size(vec2(20.0, 24.0));
        let grip = ui.add(grip).accessible_name(tr!("ui-parked-drag", number = number));
        grip.dnd_set_drag_payload(Carried(at));
        grip.on_hover_text(tr!("ui-parked-drag-hint"));
        let card = enabled_button_ui(ui, cell.is_some(), &tr!("ui-parked-to-card"));
        let card = card.on_disabled_hover_text(tr!("ui-parked-needs-cell"));
        if card.clicked()
            && let Some((lane, touchpoint)) = cell
        {
            edit(out, Edit::ParkedToCard { at, lane, touchpoint });
        }
        if link_ui(ui, cx.theme, &tr!("ui-parked-remove")).clicked() {
            edit(out, Edit::RemoveParked { at });
        }
    });
}

/// A place of the parking lot on its way to the map.
struct Carried(usize);

/// What is dragged from the parking lot onto the map becomes a card of the cell where it is let go.
pub fn drop_ui(ui: &mut Ui, canvas: &Canvas, cx: &Context<'_>, out: &mut Out) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) else { return };
    let pointer = ui.ctx().pointer_interact_pos();
    let element = pointer.and_then(|at| canvas.element_at(at, &cx.view));
    let Some((lane, touchpoint)) = element.and_then(|element| cell_of(element, cx)) else { return };
    if let Some((place, clip)) = canvas.place_of(&cx.view, Element::Cell(lane, touchpoint)) {
        let painter = ui.painter().with_clip_rect(clip);
        painter.rect_filled(place, 8.0, c(cx.theme.accent).gamma_multiply(0.14));
        painter.rect_stroke(place, 8.0, Stroke::new(2.0, c(cx.theme.accent)), StrokeKind::Inside);
    }
    if ui.input(|input| input.pointer.any_released()) {
        edit(out, Edit::ParkedToCard { at: carried.0, lane, touchpoint });
    }
}

fn selected_cell(cx: &Context<'_>) -> Option<(LaneId, TouchpointId)> {
    cell_of(*cx.view.selection.first()?, cx)
}

/// The cell that is meant, or that of a card; for a touchpoint, its first lane that holds cards.
fn cell_of(element: Element, cx: &Context<'_>) -> Option<(LaneId, TouchpointId)> {
    let map = cx.view.map;
    let lane = || map.lanes_in_order().find(|lane| lane.shows_cards());
    match element {
        Element::Cell(lane, touchpoint) => {
            map.lanes.get(lane).filter(|lane| lane.kind.holds_cards()).map(|lane| (lane.id, touchpoint))
        }
        Element::Card(card) => map.cards.get(card).map(|card| (card.lane, card.touchpoint)),
        Element::Touchpoint(touchpoint) => lane().map(|lane| (lane.id, touchpoint)),
        _ => None,
    }
}
