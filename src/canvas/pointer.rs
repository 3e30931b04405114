//! From egui's pointer to the tools' inputs: presses, moves, releases, panning and the wheel.

use super::Canvas;
use super::hints::{self, Hint};
use super::tools::{Extend, Input, Press, Tool};
use crate::base::Point;
use crate::model::Edit;
use crate::scene::Element;
use crate::session::{Action, Command, View};
use egui::{CursorIcon, Key, PointerButton, Pos2, Response, Ui, Vec2, vec2};

/// How far a pointer moves before it drags, in screen points.
const SLOP: f32 = 5.0;

/// Within this distance of the edge, a drag scrolls the map.
const EDGE: f32 = 36.0;

/// How fast it does so, in screen points per second.
const EDGE_SPEED: f32 = 700.0;

impl Canvas {
    /// Scrolls and zooms.
    pub(super) fn move_camera(&mut self, ui: &Ui, response: &Response) {
        if response.contains_pointer() {
            let (scroll, zoom, pointer) = ui
                .input(|input| (input.smooth_scroll_delta(), input.zoom_delta(), input.pointer.hover_pos()));
            if scroll != Vec2::ZERO || zoom != 1.0 {
                self.stop_flight();
            }
            self.camera.pan(scroll);
            if let Some(pointer) = pointer
                && zoom != 1.0
            {
                self.camera.zoom_by(zoom, pointer);
            }
        }
        let space = self.is_space_held(ui);
        let by_hand = response.dragged_by(PointerButton::Middle)
            || space && response.dragged_by(PointerButton::Primary) && !self.tool.is_dragging();
        if by_hand {
            self.camera.pan(response.drag_delta());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        } else if space && response.contains_pointer() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
    }

    fn is_space_held(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.focused()).is_none() && ui.input(|input| input.key_down(Key::Space))
    }

    /// Feeds the tool in hand.
    pub(super) fn use_tool(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View<'_>,
        actions: &mut Vec<Action>,
    ) {
        if ui.input(|input| self.tool.is_dragging() && input.key_down(Key::Escape)) {
            self.feed(Input::Cancel, view, actions);
        }
        let (pressed, released, down, position, modifiers) = ui.input(|input| {
            let pointer = &input.pointer;
            (
                pointer.button_pressed(PointerButton::Primary),
                pointer.button_released(PointerButton::Primary),
                pointer.button_down(PointerButton::Primary),
                pointer.interact_pos(),
                input.modifiers,
            )
        });
        let Some(position) = position else {
            if !down && !matches!(self.tool, Tool::Idle) {
                self.feed(Input::Cancel, view, actions);
            }
            return;
        };
        let at = self.pins.map_from_screen(position);
        // A slow frame may hold a release and the next press, or a press and its release.
        if released && (!pressed || down) {
            self.feed(Input::Release(at), view, actions);
        }
        if pressed && (response.is_pointer_button_down_on() || response.clicked()) && !self.is_space_held(ui)
        {
            // Whatever had the keyboard gives it back to the map.
            ui.memory_mut(|memory| memory.focused().inspect(|id| memory.surrender_focus(*id)));
            let on = self.element_at(position, view);
            // Before an audience a click goes on: it draws nothing by itself.
            let is_presented = view.presenting.is_some();
            let on = on.filter(|on| !is_presented || !matches!(on, Element::Cell(..)));
            if !is_presented && let Some(Hint::Touchpoint { stage, at, .. }) = hints::hint_at(at, on, view) {
                actions.push(Action::EditThenType(Edit::AddTouchpoint { stage, at, name: String::new() }));
                return;
            }
            let extend = match (modifiers.command, modifiers.shift) {
                (true, _) => Extend::Toggle,
                (false, true) => Extend::Stretch,
                (false, false) => Extend::No,
            };
            let press = Press { at, on, extend, slop: SLOP / self.camera.zoom() };
            self.feed(Input::Press(press), view, actions);
            if released && !down {
                self.feed(Input::Release(at), view, actions);
            }
        } else if down && self.last_position != Some(position) {
            self.feed(Input::Move(at), view, actions);
        }
        self.last_position = Some(position);
        if self.tool.is_dragging() {
            self.scroll_at_edge(ui, position);
        }
        if response.double_clicked() {
            actions.extend(on_double_click(self.element_at(position, view), view));
        }
    }

    fn feed(&mut self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) {
        self.tool = std::mem::take(&mut self.tool).step(input, view, actions);
    }

    /// What a pointer at a place of the screen points at.
    pub fn element_at(&self, position: Pos2, view: &View<'_>) -> Option<Element> {
        if !self.camera.viewport().contains(position) {
            return None;
        }
        let at: Point = self.pins.map_from_screen(position);
        view.scene.hit(at).map(|node| node.element)
    }

    /// Scrolls the map while something from elsewhere is dragged over one of its edges.
    pub fn scroll_under(&mut self, ui: &Ui, position: Pos2) {
        if self.camera.viewport().contains(position) {
            self.scroll_at_edge(ui, position);
        }
    }

    fn scroll_at_edge(&mut self, ui: &Ui, position: Pos2) {
        let view = self.pins.free().clip;
        let push = |at: f32, from: f32, to: f32| {
            if at < from + EDGE {
                1.0
            } else if at > to - EDGE {
                -1.0
            } else {
                0.0
            }
        };
        // What is pinned at the top is a place to drop things, not a way up.
        let is_on_shelf = (self.camera.viewport().top()..view.top()).contains(&position.y);
        let down = if is_on_shelf { 0.0 } else { push(position.y, view.top(), view.bottom()) };
        let direction = vec2(push(position.x, view.left(), view.right()), down);
        if direction != Vec2::ZERO {
            let seconds = ui.input(|input| input.stable_dt).min(0.05);
            self.camera.pan(direction * EDGE_SPEED * seconds);
            self.last_position = None;
            ui.ctx().request_repaint();
        }
    }
}

/// A double click edits a text, makes a card in a cell, or shows the whole map.
fn on_double_click(on: Option<Element>, view: &View<'_>) -> Option<Action> {
    match on {
        Some(Element::Cell(lane, touchpoint)) => {
            hints::new_card(lane, touchpoint, view).map(Action::EditThenType)
        }
        Some(Element::Emotion(..) | Element::Measured(..)) => None,
        Some(element) => Some(Action::BeginText(element)),
        None if view.map.about.stages.is_empty() => Some(Action::Command(Command::AddStage)),
        None if view.presenting.is_some() => None,
        None => Some(Action::Command(Command::ZoomFit)),
    }
}
