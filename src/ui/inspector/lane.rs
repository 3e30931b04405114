//! A lane: its name, how it is shown, whose curves it holds, its place.

use super::{commands_ui, edit, field_id};
use crate::model::{Edit, Lane, LaneId, LaneKind};
use crate::session::Command;
use crate::tr;
use crate::ui::widgets::{button_ui, chip_ui, eyebrow_ui, muted_ui, section_ui, switch_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::{Button, Popup, Ui};

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
    if !lane.name.is_empty() {
        muted_ui(ui, theme, &usual);
    }
    for (label, on, set) in [
        (tr!("ui-shown"), !lane.hidden, Edit::SetLaneHidden { lane: id, hidden: !lane.hidden }),
        (tr!("ui-pinned"), lane.pinned, Edit::SetLanePinned { lane: id, pinned: !lane.pinned }),
        (
            tr!("ui-collapsed"),
            lane.collapsed,
            Edit::SetLaneCollapsed { lane: id, collapsed: !lane.collapsed },
        ),
    ] {
        if switch_ui(ui, &label, on, "").is_some() {
            edit(out, set);
        }
    }
    let cards = map.cards.iter().filter(|card| card.lane == id).count();
    if lane.kind.holds_cards() {
        muted_ui(ui, theme, tr!("ui-cards", count = cards));
    }
    if lane.kind == LaneKind::Emotion {
        personas_ui(ui, lane, cx, out);
        commands_ui(ui, &[Command::BeginToBe, Command::ToggleCurve], cx, out);
    }
    commands_ui(ui, &[Command::MoveUp, Command::MoveDown], cx, out);
    commands_ui(ui, &[Command::SelectLane, Command::Duplicate, Command::Delete], cx, out);
    section_ui(ui, theme, &tr!("ui-add-lane-below"));
    let add = button_ui(ui, &tr!("ui-add-lane"));
    Popup::menu(&add).show(|ui| {
        for kind in LaneKind::ALL {
            let command = Command::add_lane(kind);
            if ui.add_enabled(cx.session.can_run(command), Button::new(kind_label(kind))).clicked() {
                out.command(command);
            }
        }
    });
}

/// Whose curves an emotion lane shows: those chosen, else that of the persona who is shown.
fn personas_ui(ui: &mut Ui, lane: &Lane, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-lane-curves"));
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        if chip_ui(ui, cx.theme, &tr!("ui-shown-persona"), lane.personas.is_empty()).clicked() {
            chosen = Some(Vec::new());
        }
        for persona in cx.view.map.personas_in_order() {
            let on = lane.personas.contains(&persona.id);
            if chip_ui(ui, cx.theme, &persona.name, on).clicked() {
                let mut personas = lane.personas.clone();
                if on {
                    personas.retain(|id| *id != persona.id);
                } else {
                    personas.push(persona.id);
                }
                chosen = Some(personas);
            }
        }
    });
    if let Some(personas) = chosen.filter(|personas| *personas != lane.personas) {
        edit(out, Edit::SetLanePersonas { lane: lane.id, personas });
    }
}
