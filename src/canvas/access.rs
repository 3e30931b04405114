//! What is painted, for screen readers and tests: every visible element is a node with its full name that can be clicked.

use super::pins::Pins;
use crate::scene::{Element, Node};
use crate::session::{Action, View};
use egui::accesskit;
use egui::{Id, Role, Sense, Ui, WidgetInfo};

/// Names what is in view and pushes what assistive technology does to it.
pub fn nodes_ui(ui: &mut Ui, canvas: Id, pins: &Pins, view: &View<'_>, actions: &mut Vec<Action>) {
    for node in &view.scene.nodes {
        let strip = pins.strip_of(node.element);
        let seen = strip.camera.screen_from_map_rect(node.rect).intersect(strip.clip);
        if seen.is_positive() {
            node_ui(ui, canvas.with(node.element), seen, node, view, actions);
        }
    }
}

fn node_ui(ui: &Ui, id: Id, seen: egui::Rect, node: &Node, view: &View<'_>, actions: &mut Vec<Action>) {
    // It does not sense clicks: the canvas below does, with the tools.
    let response = ui.interact(seen, id, Sense::hover());
    let is_selected = view.selection.contains(&node.element);
    response.widget_info(|| WidgetInfo::selected(role(node.element), true, is_selected, &node.label));
    ui.ctx().accesskit_node_builder(id, |builder| builder.add_action(accesskit::Action::Click));
    if ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::Click)) {
        actions.push(Action::Select { elements: vec![node.element], extend: false });
    }
}

fn role(element: Element) -> Role {
    match element {
        Element::Title => Role::Heading,
        Element::Stage(_) => Role::ColumnHeader,
        Element::Lane(_) => Role::RowHeader,
        Element::Touchpoint(_) | Element::Card(_) | Element::Emotion(..) => Role::Button,
        Element::Measured(..) => Role::Image,
        Element::Cell(..) => Role::Cell,
    }
}
