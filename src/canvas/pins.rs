//! Headings that stay in view: when the map is scrolled sideways the lane headings keep their place at the left,
//! when it is scrolled down the stage bands keep theirs at the top. A pinned strip is the same map seen by a
//! camera of its own.

use super::camera::Camera;
use crate::base::Point;
use crate::model::LaneId;
use crate::scene::{Element, Scene};
use egui::{Pos2, Rect, Vec2, vec2};

/// A strip wider or higher than this share of the view would leave too little of the map: nothing is pinned then.
const LARGEST_SHARE: f32 = 0.35;

/// Left free above and below the stage bands.
const BAND_MARGIN: f32 = 4.0;

/// What is pinned in this frame.
#[derive(Clone, Copy, Debug)]
pub struct Pins {
    camera: Camera,
    /// Width of the strip of lane headings on the screen; 0 = not pinned.
    left: f32,
    /// Height of the strip of stage bands on the screen; 0 = not pinned.
    top: f32,
    /// Map y of the upper end of the stage bands' strip.
    bands_from: f32,
}

/// A part of the screen with the camera that paints it.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    pub camera: Camera,
    pub clip: Rect,
}

impl Pins {
    /// Pins what would otherwise be scrolled out of view.
    pub fn new(camera: Camera, scene: &Scene) -> Self {
        let view = camera.viewport();
        let zoom = camera.zoom();
        let bands = scene.grid.stages.iter().map(|stage| stage.band).reduce(|all, band| all.union(&band));
        let (bands_from, bands_height) =
            bands.map_or((0.0, 0.0), |bands| (bands.min.y - BAND_MARGIN, bands.height() + 2.0 * BAND_MARGIN));
        let origin = camera.screen_from_map(Point { x: 0.0, y: bands_from });
        let (left, top) = (scene.grid.left * zoom, bands_height * zoom);
        Self {
            camera,
            left: if origin.x < view.left() && left < view.width() * LARGEST_SHARE { left } else { 0.0 },
            top: if origin.y < view.top() && top < view.height() * LARGEST_SHARE { top } else { 0.0 },
            bands_from,
        }
    }

    /// What the strips hide of the map, at the left and at the top.
    pub fn covered(&self) -> Vec2 {
        vec2(self.left, self.top)
    }

    /// Where the map itself is visible.
    pub fn free(&self) -> Strip {
        let view = self.camera.viewport();
        Strip { camera: self.camera, clip: Rect::from_min_max(view.min + self.covered(), view.max) }
    }

    /// The pinned strips, in the order in which they are painted.
    pub fn strips(&self) -> impl Iterator<Item = Strip> {
        let view = self.camera.viewport();
        let corner = view.min + self.covered();
        let top = Strip {
            camera: self.camera.with_map_at(None, Some(-self.bands_from)),
            clip: Rect::from_min_max(egui::pos2(corner.x, view.top()), egui::pos2(view.right(), corner.y)),
        };
        let left = Strip {
            camera: self.camera.with_map_at(Some(0.0), None),
            clip: Rect::from_min_max(egui::pos2(view.left(), corner.y), egui::pos2(corner.x, view.bottom())),
        };
        let both = Strip {
            camera: self.camera.with_map_at(Some(0.0), Some(-self.bands_from)),
            clip: Rect::from_min_max(view.min, corner),
        };
        let all = [(self.top > 0.0, top), (self.left > 0.0, left), (self.top > 0.0 && self.left > 0.0, both)];
        all.into_iter().filter_map(|(is_pinned, strip)| is_pinned.then_some(strip))
    }

    /// The strip in which an element is seen.
    pub fn strip_of(&self, element: Element) -> Strip {
        let is_wanted = |strip: &Strip| match element {
            Element::Lane(_) => self.left > 0.0 && strip.clip.left() <= self.camera.viewport().left(),
            Element::Stage(_) => self.top > 0.0 && strip.clip.top() <= self.camera.viewport().top(),
            _ => false,
        };
        // The corner, which comes last, holds neither headings nor bands.
        self.strips()
            .take(if self.top > 0.0 && self.left > 0.0 { 2 } else { 1 })
            .find(is_wanted)
            .unwrap_or(self.free())
    }

    /// The strip in which lane headings are seen, whichever lane it is.
    pub fn headings(&self) -> Strip {
        self.strip_of(Element::Lane(LaneId(0)))
    }

    /// The map point that is seen at a screen position.
    pub fn map_from_screen(&self, position: Pos2) -> Point {
        let strip = self.strips().find(|strip| strip.clip.contains(position)).unwrap_or(self.free());
        strip.camera.map_from_screen(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rect as MapRect;
    use crate::model::StageId;
    use crate::scene::{Grid, GridStage};

    fn scene() -> Scene {
        let band = MapRect::from_xywh(150.0, 10.0, 500.0, 30.0);
        let stages = vec![GridStage { stage: StageId(1), band, area: band }];
        Scene { grid: Grid { left: 145.0, stages, ..Grid::default() }, ..Scene::default() }
    }

    fn camera(offset: Vec2) -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(Rect::from_min_size(Pos2::ZERO, vec2(900.0, 600.0)));
        camera.with_map_at(Some(offset.x), Some(offset.y))
    }

    fn seen(pins: &Pins, element: Element, rect: MapRect) -> Rect {
        pins.strip_of(element).camera.screen_from_map_rect(rect)
    }

    #[test]
    fn nothing_is_pinned_while_the_headings_are_in_view() {
        let pins = Pins::new(camera(vec2(5.0, 5.0)), &scene());
        assert_eq!(pins.strips().count(), 0);
        assert_eq!(pins.covered(), Vec2::ZERO);
    }

    #[test]
    fn headings_stay_where_they_can_be_pointed_at() {
        let pins = Pins::new(camera(vec2(-300.0, -200.0)), &scene());
        assert_eq!(pins.strips().count(), 3);
        let heading = MapRect::from_xywh(10.0, 400.0, 100.0, 40.0);
        let shown = seen(&pins, Element::Lane(LaneId(1)), heading);
        assert_eq!(shown.min, egui::pos2(10.0, 200.0), "moves up with the map, but not sideways");
        let point = pins.map_from_screen(shown.center());
        assert_eq!((point.x, point.y), (60.0, 420.0));
        let band = seen(&pins, Element::Stage(StageId(1)), MapRect::from_xywh(150.0, 10.0, 500.0, 30.0));
        assert_eq!(band.min, egui::pos2(-150.0, BAND_MARGIN));
    }
}
