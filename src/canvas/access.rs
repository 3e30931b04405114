//! The map for screen readers and tests: every element is a node with its full name, role, place and state, also those
//! scrolled out of view. One can be focused, clicked (a second click edits it) and brought into view; a dot of a
//! drawn curve is a slider. The nodes go past the toolkit, straight to where it has put those of its own widgets: thousands
//! of widgets that sense nothing would cost it more than all else of a frame.

use super::keyboard;
use super::pins::Pins;
use crate::model::Emotion;
use crate::scene::{Element, Node};
use crate::session::{Action, View};
use crate::tr;
use egui::accesskit::{self, ActionData, ActionRequest};
use egui::{Context, FullOutput, Id, Role, Ui};

/// A step of the slider that a dot is.
const EMOTION_STEP: f64 = 0.5;

/// Ends of that slider.
const EMOTIONS: (f64, f64) = (-2.0, 2.0);

/// Names the map and all that is on it, and pushes what assistive technology does to it; costs nothing while nobody
/// listens. Gives the element that is to be brought into view.
pub fn nodes_ui(
    ui: &mut Ui,
    canvas: Id,
    pins: &Pins,
    view: &View<'_>,
    actions: &mut Vec<Action>,
) -> Option<Element> {
    let nodes = &view.scene.nodes;
    let id_of = |element: Element| canvas.with(element).accesskit_id();
    // There are no nodes while nobody listens.
    let ids = ui.ctx().accesskit_node_builder(canvas, |node| {
        let ids: Vec<_> = nodes.iter().map(|node| id_of(node.element)).collect();
        node.set_role(Role::Grid);
        node.set_label(tr!("canvas-map-name"));
        node.set_children(ids.as_slice());
        ids
    })?;
    let wanted = requests(ui, canvas, view, actions);
    let named = ids.into_iter().zip(nodes).map(|(id, node)| (id, named(pins, node, view))).collect();
    let selected = view.selection.iter().next_back().filter(|_| view.editing.is_none());
    let focus = selected.filter(|element| view.scene.node(**element).is_some());
    let focus = focus.map(|element| id_of(*element));
    let map = Some(canvas.accesskit_id());
    *ui.ctx().plugin_or_default::<MapNodes>().lock() = MapNodes { map, nodes: named, focus };
    wanted
}

fn named(pins: &Pins, node: &Node, view: &View<'_>) -> accesskit::Node {
    let strip = pins.strip_of(node);
    let place = strip.camera.screen_from_map_rect(node.rect);
    let seen = place.intersect(strip.clip);
    let place = if seen.is_positive() { seen } else { place };
    let mut named = accesskit::Node::new(role(node.element));
    named.set_label(node.label.to_string());
    named.set_bounds(accesskit::Rect {
        x0: place.min.x.into(),
        y0: place.min.y.into(),
        x1: place.max.x.into(),
        y1: place.max.y.into(),
    });
    named.set_selected(view.selection.contains(&node.element));
    named.add_action(accesskit::Action::Click);
    named.add_action(accesskit::Action::Focus);
    named.add_action(accesskit::Action::ScrollIntoView);
    if let Some(emotion) = drawn_emotion(node.element, view) {
        named.set_min_numeric_value(EMOTIONS.0);
        named.set_max_numeric_value(EMOTIONS.1);
        named.set_numeric_value_step(EMOTION_STEP);
        named.set_numeric_value(emotion);
        named.add_action(accesskit::Action::Increment);
        named.add_action(accesskit::Action::Decrement);
        named.add_action(accesskit::Action::SetValue);
    }
    named
}

/// Pushes what is asked of elements; gives the one to be brought into view.
fn requests(ui: &Ui, canvas: Id, view: &View<'_>, actions: &mut Vec<Action>) -> Option<Element> {
    let requests: Vec<ActionRequest> = ui.input(|input| {
        let requests = input.events.iter().filter_map(|event| match event {
            egui::Event::AccessKitActionRequest(request) => Some(request.clone()),
            _ => None,
        });
        requests.collect()
    });
    let mut wanted = None;
    for request in requests {
        let is_target = |node: &&Node| canvas.with(node.element).accesskit_id() == request.target_node;
        let Some(node) = view.scene.nodes.iter().find(is_target) else { continue };
        actions.extend(on_request(&request, node.element, view));
        if request.action == accesskit::Action::ScrollIntoView {
            wanted = Some(node.element);
        }
    }
    wanted
}

fn on_request(request: &ActionRequest, element: Element, view: &View<'_>) -> Option<Action> {
    let is_selected = view.selection.len() == 1 && view.selection.contains(&element);
    let select = Action::Select { elements: vec![element], extend: false };
    match request.action {
        accesskit::Action::Click if is_selected => keyboard::on_enter(view),
        accesskit::Action::Click => Some(select),
        // An arc that is selected opens its journeys: that is for a click alone.
        accesskit::Action::Focus if matches!(element, Element::Step(..) | Element::Wait(_)) => None,
        accesskit::Action::Focus => (!is_selected).then_some(select),
        accesskit::Action::Increment => set_emotion(element, drawn_emotion(element, view)? + EMOTION_STEP),
        accesskit::Action::Decrement => set_emotion(element, drawn_emotion(element, view)? - EMOTION_STEP),
        accesskit::Action::SetValue => match &request.data {
            Some(ActionData::NumericValue(value)) => set_emotion(element, *value),
            Some(ActionData::Value(text)) => set_emotion(element, text.trim().parse().ok()?),
            _ => None,
        },
        _ => None,
    }
}

fn drawn_emotion(element: Element, view: &View<'_>) -> Option<f64> {
    let Element::Emotion(dot) = element else { return None };
    dot.emotion(view.map).map(Emotion::value)
}

fn set_emotion(element: Element, value: f64) -> Option<Action> {
    let Element::Emotion(dot) = element else { return None };
    Some(Action::Edit(dot.edit(Some(Emotion::new(value)))))
}

fn role(element: Element) -> Role {
    match element {
        Element::Title => Role::Heading,
        Element::Stage(_) => Role::ColumnHeader,
        Element::Lane(_) => Role::RowHeader,
        Element::Touchpoint(_) | Element::Card(_) | Element::Step(..) | Element::Wait(_) => Role::Button,
        Element::Emotion(..) => Role::Slider,
        Element::Measured(..) | Element::Figure(_) => Role::Image,
        Element::Cell(..) => Role::Cell,
    }
}

/// The nodes of the map in this frame, and where the keyboard is on it. The toolkit knows the focus of its own widgets
/// only: while none of them has it, the selected element has, and screen readers follow the arrow keys.
#[derive(Default)]
struct MapNodes {
    /// The node of the map itself. Another window may be put out before the map's.
    map: Option<accesskit::NodeId>,
    nodes: Vec<(accesskit::NodeId, accesskit::Node)>,
    focus: Option<accesskit::NodeId>,
}

impl egui::Plugin for MapNodes {
    fn debug_name(&self) -> &'static str {
        "the map for screen readers"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        if !update.nodes.iter().any(|(id, _)| Some(*id) == self.map) {
            return;
        }
        let Self { nodes, focus, .. } = std::mem::take(self);
        let root = update.tree.as_ref().map(|tree| tree.root);
        update.nodes.extend(nodes);
        if let Some(focus) = focus
            && Some(update.focus) == root
        {
            update.focus = focus;
        }
    }
}
