//! The parking lot: what did not fit, to become cards later or to go.

use super::edit;
use crate::model::{Edit, LaneId, Parked, TouchpointId};
use crate::scene::Element;
use crate::session::Command;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::widgets::{bare_field_ui, button_ui, card_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Id, Ui};

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
        let card = ui.add_enabled_ui(cell.is_some(), |ui| button_ui(ui, &tr!("ui-parked-to-card")));
        let card = card.inner.on_disabled_hover_text(tr!("ui-parked-needs-cell"));
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

/// The cell that is selected, or that of the selected card; for a touchpoint, its first lane that holds cards.
fn selected_cell(cx: &Context<'_>) -> Option<(LaneId, TouchpointId)> {
    let map = cx.view.map;
    let lane = || map.lanes_in_order().find(|lane| lane.shows_cards());
    match *cx.view.selection.first()? {
        Element::Cell(lane, touchpoint) => {
            map.lanes.get(lane).filter(|lane| lane.kind.holds_cards()).map(|lane| (lane.id, touchpoint))
        }
        Element::Card(card) => map.cards.get(card).map(|card| (card.lane, card.touchpoint)),
        Element::Touchpoint(touchpoint) => lane().map(|lane| (lane.id, touchpoint)),
        _ => None,
    }
}
