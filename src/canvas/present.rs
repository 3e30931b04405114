//! Presenting: the camera goes calmly from step to step, and all but what a step is about is dimmed. A click goes on; a
//! double click and drags edit as always.

use super::camera::Camera;
use super::light::Light;
use super::pins::Pins;
use super::{Canvas, Fit};
use crate::base::Rect as MapRect;
use crate::base::geom::pt;
use crate::scene::{Element, Scene};
use crate::session::{Action, Picture, PresentAction, Step, View};
use egui::{PointerButton, Rect, Response, Ui, Vec2, vec2};
use std::time::Duration;

/// How long the camera is on its way.
const FLIGHT_SECS: f64 = 0.55;

/// A touchpoint is shown no smaller than this: one that is too high for the screen is shown from its top, and going on
/// shows the rest first.
const SMALLEST_TOUCHPOINT: f32 = 0.6;

/// Left free below the end of a step that is higher than the screen, in screen points.
const REST_MARGIN: f32 = 24.0;

/// Beside a touchpoint its neighbours are seen: it takes no more than this share of the width.
const WIDEST_TOUCHPOINT: f32 = 0.34;

/// What the canvas remembers while presenting.
pub(super) struct Show {
    before: Before,
    /// The step, and the room in which it was placed.
    placed: Option<(Step, Rect)>,
    /// How far down one has gone within the step, in screen points.
    scrolled: f32,
    /// Where the camera is or is going to.
    goal: Camera,
    light: Light,
    flight: Option<Flight>,
    /// A click that may yet become a double click, in the window's time.
    click_secs: Option<f64>,
}

/// How the map stood, to be so again.
struct Before {
    camera: Camera,
    fit: Option<Fit>,
    fitted: Option<(Fit, Camera, f32)>,
}

/// On the way to the goal.
struct Flight {
    camera: Camera,
    light: Light,
    begin_secs: f64,
}

impl Show {
    /// What is not dimmed.
    pub(super) fn light(&self) -> &Light {
        &self.light
    }
}

impl Canvas {
    /// Places the camera while presenting, and puts it back afterwards; false when nothing is presented.
    pub(super) fn present(&mut self, ui: &Ui, room: Rect, view: &View<'_>) -> bool {
        let Some(presenting) = view.presenting else {
            if let Some(Show { before, .. }) = self.show.take() {
                (self.camera, self.fit, self.fitted) = (before.camera, before.fit, before.fitted);
                self.selection.clone_from(view.selection);
            }
            return false;
        };
        self.camera.set_viewport(room);
        let step = presenting.step();
        let (mut goal, light) = frame(step, view.scene, room);
        let before = Before { camera: self.camera, fit: self.fit.take(), fitted: self.fitted.take() };
        let camera = self.camera;
        let show = self.show.get_or_insert_with(|| Show {
            before,
            placed: None,
            scrolled: 0.0,
            goal: camera,
            light: Light::default(),
            flight: None,
            click_secs: None,
        });
        if show.placed.is_none_or(|(placed, _)| placed != step) {
            show.scrolled = 0.0;
        }
        goal.pan(vec2(0.0, -show.scrolled));
        // What is typed or dragged moves the map, but not the camera.
        let is_at_work = view.editing.is_some() || self.tool.is_dragging();
        let is_elsewhere = show.placed != Some((step, room)) || show.goal != goal;
        if is_elsewhere && !is_at_work {
            let is_new_room = show.placed.is_none_or(|(_, placed)| placed != room);
            let flight =
                Flight { camera, light: show.light.clone(), begin_secs: ui.input(|input| input.time) };
            show.flight = (!is_new_room && !view.reduced_motion).then_some(flight);
            show.placed = Some((step, room));
            show.goal = goal;
            if show.flight.is_none() {
                self.camera = goal;
            }
        }
        match &show.flight {
            None => show.light = light,
            Some(flight) => {
                let time = (ui.input(|input| input.time) - flight.begin_secs) / FLIGHT_SECS;
                let share = eased(time);
                self.camera = flight.camera.toward(&show.goal, share);
                show.light = flight.light.toward(&light, share);
                if time >= 1.0 {
                    (self.camera, show.light, show.flight) = (show.goal, light, None);
                }
                ui.ctx().request_repaint();
            }
        }
        true
    }

    /// The camera has been taken in hand, or brought to something else.
    pub(super) fn stop_flight(&mut self) {
        if let Some(show) = &mut self.show {
            show.flight = None;
        }
    }

    /// Shows more of a step that is higher than the screen; false when its end is in sight, and one can go on.
    pub fn shows_rest(&mut self, view: &View<'_>) -> bool {
        let Some(show) = self.show.as_mut().filter(|_| view.editing.is_none()) else { return false };
        let Some(picture) = view.presenting.map(|presenting| presenting.picture) else { return false };
        let room = self.camera.viewport();
        let hidden = show.goal.screen_from_map_rect(show.light.target()).bottom() - room.bottom();
        if picture != Picture::Map || hidden <= 1.0 || show.placed.is_none() {
            return false;
        }
        // A part of what was seen stays, so that the eye finds its place.
        show.scrolled += hidden.min(room.height() * 0.7) + REST_MARGIN.min(room.height() * 0.1);
        true
    }

    /// A click that does not become a double click is a step on. What it has selected is left alone.
    pub(super) fn step_on_click(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View<'_>,
        actions: &mut Vec<Action>,
    ) {
        let Some(show) = &mut self.show else { return };
        let (now, modifiers) = ui.input(|input| (input.time, input.modifiers));
        let wait_secs = ui.ctx().options(|options| options.input_options.max_double_click_delay);
        let is_plain = response.clicked_by(PointerButton::Primary) && modifiers.is_none();
        if is_plain {
            actions.retain(|action| !matches!(action, Action::Select { extend: false, .. }));
        }
        let is_busy = view.editing.is_some()
            || self.tool.is_dragging()
            || response.double_clicked()
            || egui::Popup::is_any_open(ui.ctx());
        if is_busy {
            show.click_secs = None;
        } else if is_plain {
            show.click_secs = Some(now);
        }
        let Some(clicked) = show.click_secs else { return };
        let left_secs = clicked + wait_secs - now;
        if left_secs > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left_secs));
        } else {
            show.click_secs = None;
            actions.push(Action::Present(PresentAction::Next));
        }
    }

    /// True while the pointer moves something of the map.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.tool.is_dragging()
    }
}

/// Where the camera stands for a step, and what is not dimmed.
pub(super) fn frame(step: Step, scene: &Scene, room: Rect) -> (Camera, Light) {
    let mut camera = Camera::default();
    camera.set_viewport(room);
    let whole = MapRect { min: pt(0.0, 0.0), max: pt(scene.size.width, scene.size.height) };
    let (target, light) = match step {
        Step::Whole | Step::Reveal => (None, Light::all(whole)),
        Step::Stage(stage) => match scene.grid.stages.iter().find(|of| of.stage == stage) {
            Some(stage) => {
                let target = stage.band.union(&stage.area);
                (Some(target), Light::on(target, headings(scene)))
            }
            None => (None, Light::all(whole)),
        },
        Step::Touchpoint(touchpoint) => match column(scene, touchpoint) {
            Some(target) => (Some(target), Light::on(target, beside(scene, touchpoint))),
            None => (None, Light::all(whole)),
        },
    };
    let Some(target) = target else {
        camera.fit_rect(whole, Vec2::ZERO);
        return (camera, light);
    };
    let place = |camera: &mut Camera, covered: Vec2| match step {
        Step::Touchpoint(_) => {
            let widest = WIDEST_TOUCHPOINT * room.width() / target.width().max(1.0);
            camera.frame(target, covered, SMALLEST_TOUCHPOINT.min(widest)..=widest);
        }
        _ => camera.fit_rect(target, covered),
    };
    place(&mut camera, Vec2::ZERO);
    // Only now it is known which headings are pinned and how large they are.
    let covered = Pins::new(camera, scene).covered();
    place(&mut camera, covered);
    camera.fill_width(scene.size);
    (camera, light)
}

/// From a touchpoint's box down to the last lane.
fn column(scene: &Scene, touchpoint: crate::model::TouchpointId) -> Option<MapRect> {
    let column = scene.grid.columns.iter().find(|column| column.touchpoint == touchpoint)?;
    let bottom = scene.grid.rows.iter().map(|row| row.bottom).fold(scene.grid.touchpoint_row.max.y, f32::max);
    let stage = scene.grid.stages.iter().find(|stage| stage.stage == column.stage);
    let top = stage.map_or(scene.grid.touchpoint_row.min.y, |stage| stage.band.min.y);
    Some(MapRect { min: pt(column.left, top), max: pt(column.right, bottom) })
}

/// What of the rest can be read beside a touchpoint: the headings, its stage's name, and cards that reach into it.
fn beside(scene: &Scene, touchpoint: crate::model::TouchpointId) -> Vec<MapRect> {
    let mut beside = headings(scene);
    let Some(column) = scene.grid.columns.iter().find(|column| column.touchpoint == touchpoint) else {
        return beside;
    };
    let stage = scene.grid.stages.iter().find(|stage| stage.stage == column.stage);
    beside.extend(stage.map(|stage| stage.band));
    let reaches = |rect: &MapRect| {
        let overlaps = rect.min.x < column.right && rect.max.x > column.left;
        overlaps && (rect.min.x < column.left || rect.max.x > column.right)
    };
    let cards = scene.nodes.iter().filter(|node| matches!(node.element, Element::Card(_)));
    beside.extend(cards.map(|node| node.rect).filter(reaches));
    beside
}

/// The names of the lanes, without which nobody knows what a row is.
fn headings(scene: &Scene) -> Vec<MapRect> {
    let top = scene.grid.touchpoint_row.min.y;
    let bottom = scene.grid.rows.last().map(|row| row.bottom);
    let rect = |bottom| MapRect { min: pt(0.0, top), max: pt(scene.grid.left, bottom) };
    bottom.map(rect).into_iter().collect()
}

/// Slow at both ends.
#[allow(clippy::cast_possible_truncation)] // 0…1
fn eased(time: f64) -> f32 {
    let time = time.clamp(0.0, 1.0);
    (time * time * (3.0 - 2.0 * time)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::tools::testing::Bench;
    use egui::{Pos2, vec2};

    fn room() -> Rect {
        Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 680.0))
    }

    #[test]
    fn every_step_is_seen_wholly_and_in_the_light() {
        let bench = Bench::new();
        let view = bench.view();
        let steps = crate::session::steps(view.map, crate::session::Tour::default(), true);
        assert!(steps.len() > 3);
        for step in steps {
            let (camera, light) = frame(step, &bench.scene, room());
            let Some(element) = step.element() else {
                assert!(light.strength() == 0.0, "all is bright");
                continue;
            };
            let node = bench.scene.node(element).expect("on the map");
            let shown = camera.screen_from_map_rect(node.rect);
            assert!(room().contains_rect(shown), "{step:?}: {shown:?}");
            assert!(light.is_bright(node.rect.center()), "{step:?}");
            assert!(light.strength() > 0.0);
        }
    }

    #[test]
    fn what_a_touchpoint_is_not_about_is_dimmed() {
        let bench = Bench::new();
        let (_, light) = frame(Step::Touchpoint(bench.touchpoints[0]), &bench.scene, room());
        let other = bench.scene.node(Element::Touchpoint(bench.touchpoints[1])).expect("on the map");
        assert!(!light.is_bright(other.rect.center()));
    }

    #[test]
    fn the_camera_leaves_and_arrives_gently() {
        assert_eq!((eased(-1.0), eased(0.0), eased(1.0), eased(7.0)), (0.0, 0.0, 1.0, 1.0));
        assert!(eased(0.1) < 0.1 && eased(0.9) > 0.9);
        assert!((eased(0.5) - 0.5).abs() < 1e-6);
    }
}
