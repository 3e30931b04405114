//! Buttons beside the lanes: the triangle that collapses each, and below the last one `+ Add lane` and the list of
//! those that are hidden. They are widgets, so that keyboard and screen readers reach them.

use super::paint::{Faces, color32};
use super::pins::Pins;
use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::model::{Edit, Lane, LaneId, LaneKind};
use crate::scene::{Element, lane_name};
use crate::session::{Action, Command, View};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use egui::{Button, Id, Popup, Response, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// Where headings begin, in map points of usual size; with big text they are further from the left.
const HEADINGS_LEFT: f32 = 8.0;

/// Middle of a lane's sign from the upper left corner of its heading, and the side of its square, in the same points.
const SIGN: (f32, f32) = (1.5, 21.4);
const SIGN_SIDE: f32 = 15.0;

/// Below this zoom words beside the map could not be read.
const SMALLEST_ZOOM: f32 = 0.35;

/// Shows the buttons and pushes what they ask for.
pub fn lane_tools_ui(
    ui: &mut Ui,
    canvas: Id,
    pins: &Pins,
    view: &View<'_>,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    // Two versions in one are for looking only.
    if view.map.about.stages.is_empty() || view.comparing.is_some() {
        return;
    }
    for row in &view.scene.grid.rows {
        if let Some(lane) = view.map.lanes.get(row.lane) {
            triangle_ui(ui, canvas, lane, pins, view, theme, actions);
        }
    }
    let bottom = view.scene.grid.rows.last().map_or(view.scene.grid.touchpoint_row.max.y, |row| row.bottom);
    below_ui(ui, canvas, pt(0.0, bottom), pins, view, theme, actions);
}

fn triangle_ui(
    ui: &mut Ui,
    canvas: Id,
    lane: &Lane,
    pins: &Pins,
    view: &View<'_>,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let Some(node) = view.scene.node(Element::Lane(lane.id)) else { return };
    let strip = pins.strip_of(node);
    let heading = strip.camera.screen_from_map_rect(node.rect);
    // Where the scene draws the sign of a collapsed lane.
    let scale = (node.rect.min.x / HEADINGS_LEFT).max(1.0);
    let middle = pt(node.rect.min.x + SIGN.0 * scale, node.rect.min.y + SIGN.1 * scale);
    let place = Rect { min: middle, max: middle }.expanded(SIGN_SIDE * scale / 2.0);
    let place = strip.camera.screen_from_map_rect(place);
    let seen = place.intersect(strip.clip);
    if !seen.is_positive() {
        return;
    }
    let response = ui.interact(seen, canvas.with(("collapse", lane.id)), Sense::click());
    let name = if lane.collapsed {
        tr!("canvas-expand-named", lane = lane_name(lane))
    } else {
        tr!("canvas-collapse-named", lane = lane_name(lane))
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, lane.collapsed, &name));
    let is_near = ui.rect_contains_pointer(heading.union(place));
    if is_near || response.has_focus() {
        let painter = ui.painter().with_clip_rect(strip.clip);
        let strong = response.hovered() || response.has_focus();
        if strong {
            painter.rect_filled(place, 4.0, color32(theme.hover));
        }
        if !lane.collapsed {
            let color = color32(if strong { theme.text } else { theme.text_faint });
            let (middle, arm) = (place.center(), place.width() * 0.22);
            let corners = vec![
                middle + vec2(-arm, -arm * 0.6),
                middle + vec2(arm, -arm * 0.6),
                middle + vec2(0.0, arm * 0.8),
            ];
            painter.add(egui::Shape::convex_polygon(corners, color, Stroke::NONE));
        }
    }
    if response.on_hover_text(&name).clicked() {
        let collapsed = !lane.collapsed;
        actions.push(Action::Edit(Edit::SetLaneCollapsed { lane: lane.id, collapsed }));
    }
}

/// In the column of headings, below the last lane.
fn below_ui(
    ui: &mut Ui,
    canvas: Id,
    below: Point,
    pins: &Pins,
    view: &View<'_>,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let strip = pins.headings();
    let zoom = strip.camera.zoom();
    if zoom < SMALLEST_ZOOM {
        return;
    }
    let from = strip.camera.screen_from_map(below) + vec2(6.0 * zoom, 3.0);
    let room = egui::Rect::from_min_size(from, vec2(view.scene.grid.left * zoom, 26.0));
    if !room.intersect(strip.clip).is_positive() {
        return;
    }
    let mut ui = ui.new_child(UiBuilder::new().max_rect(room).scope_id(canvas.with("below lanes")));
    ui.set_clip_rect(strip.clip.intersect(ui.clip_rect()));
    let font = Faces::of(ui.ctx()).font(Face::Medium, 11.5);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(6.0, 3.0);
        let mut button_ui = |words: String| -> Response {
            let words = RichText::new(words).font(font.clone()).color(color32(theme.text_muted));
            ui.add(Button::new(words).frame_when_inactive(false))
        };
        let add = button_ui(tr!("canvas-plus-lane"));
        let hidden: Vec<_> = view.map.lanes_in_order().filter(|lane| lane.hidden).collect();
        let show = (!hidden.is_empty()).then(|| button_ui(tr!("canvas-hidden-lanes", count = hidden.len())));
        let at = view.map.about.lanes.len();
        let at_end = |kind| Action::Edit(Edit::AddLane { kind, name: String::new(), at });
        Popup::menu(&add).show(|ui| new_lanes_ui(ui, view, at_end, actions));
        if let Some(show) = show {
            Popup::menu(&show).show(|ui| hidden_lanes_ui(ui, &hidden, actions));
        }
    });
}

/// All kinds of lanes; those of which a second one would show the same are greyed out.
pub fn new_lanes_ui(
    ui: &mut Ui,
    view: &View<'_>,
    add: impl Fn(LaneKind) -> Action,
    actions: &mut Vec<Action>,
) {
    for kind in LaneKind::ALL {
        let exists = view.map.lanes.iter().any(|lane| lane.kind == kind);
        let label = lane_name(&Lane::new(LaneId(0), kind));
        let enabled = kind.may_repeat() || !exists;
        if ui.add_enabled(enabled, Button::new(label)).clicked() {
            actions.push(add(kind));
            ui.close();
        }
    }
}

/// Lanes that are hidden, to show one or all again.
pub fn hidden_lanes_ui(ui: &mut Ui, hidden: &[&Lane], actions: &mut Vec<Action>) {
    for lane in hidden {
        if ui.button(lane_name(lane)).clicked() {
            actions.push(Action::Edit(Edit::SetLaneHidden { lane: lane.id, hidden: false }));
            ui.close();
        }
    }
    if hidden.len() > 1 {
        ui.separator();
        if ui.button(Command::ShowHiddenLanes.label()).clicked() {
            actions.push(Action::Command(Command::ShowHiddenLanes));
            ui.close();
        }
    }
}
