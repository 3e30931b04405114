//! A lane: its name, whether it is shown, its place.

use super::{edit, field_id};
use crate::model::{Edit, LaneId, LaneKind};
use crate::tr;
use crate::ui::widgets::{button_ui, eyebrow_ui, muted_ui, switch_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::Ui;

/// What a lane of a kind is usually called.
pub(super) fn kind_label(kind: LaneKind) -> String {
    match kind {
        LaneKind::Channels => tr!("ui-lane-channels"),
        LaneKind::Emotion => tr!("ui-lane-emotion"),
        LaneKind::Exits => tr!("ui-lane-exits"),
        LaneKind::Satisfaction => tr!("ui-lane-satisfaction"),
        LaneKind::Pains => tr!("ui-lane-pains"),
        LaneKind::Opportunities => tr!("ui-lane-opportunities"),
        LaneKind::Quotes => tr!("ui-lane-quotes"),
        LaneKind::Thoughts => tr!("ui-lane-thoughts"),
        LaneKind::Notes => tr!("ui-lane-notes"),
        LaneKind::Backstage => tr!("ui-lane-backstage"),
        LaneKind::Metrics => tr!("ui-lane-metrics"),
        LaneKind::Images => tr!("ui-lane-images"),
    }
}

pub fn lane_ui(ui: &mut Ui, id: LaneId, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    let Some(lane) = map.lanes.get(id) else { return };
    let theme = cx.theme;
    eyebrow_ui(ui, theme, &tr!("ui-lane-eyebrow"));
    let usual = kind_label(lane.kind);
    let name = text_field_ui(ui, theme, field_id(id, "name"), &tr!("ui-name"), &lane.name, &usual);
    if let Some(name) = name {
        edit(out, Edit::RenameLane { lane: id, name });
    }
    if let Some(shown) = switch_ui(ui, &tr!("ui-shown"), !lane.hidden, "") {
        edit(out, Edit::SetLaneHidden { lane: id, hidden: !shown });
    }
    let cards = map.cards.iter().filter(|card| card.lane == id).count();
    if lane.kind.holds_cards() {
        muted_ui(ui, theme, tr!("ui-cards", count = cards));
    }
    let place = map.about.lanes.iter().position(|other| *other == id).unwrap_or(0);
    ui.horizontal(|ui| {
        let up = ui.add_enabled_ui(place > 0, |ui| button_ui(ui, &tr!("ui-move-up"))).inner;
        if up.clicked() {
            edit(out, Edit::MoveLane { lane: id, at: place.saturating_sub(1) });
        }
        let below = place + 1 < map.about.lanes.len();
        let down = ui.add_enabled_ui(below, |ui| button_ui(ui, &tr!("ui-move-down"))).inner;
        if down.clicked() {
            edit(out, Edit::MoveLane { lane: id, at: place + 1 });
        }
    });
}
