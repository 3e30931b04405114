//! Where the map stands on the screen: zoom, scroll, and the conversions between both planes. Knows no input and no painting.

use crate::base::{Point, Rect, Size};
use egui::{Pos2, Vec2, vec2};

/// Smallest and largest zoom; 1 = 100 %.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.1..=8.0;

/// Empty border that stays around a fitted map, in screen points.
const MARGIN: f32 = 24.0;

/// How much of the map stays in view however far one scrolls, in screen points.
const KEPT_IN_VIEW: f32 = 120.0;

/// Fitting makes a small map no larger than this.
const LARGEST_FIT: f32 = 1.25;

/// Zooming to a selection makes a small one no larger than this.
const LARGEST_SELECTION: f32 = 2.0;

/// Fitting the width makes no map smaller than this: its text can be read, and the rest is reached by scrolling.
const SMALLEST_FIT_WIDTH: f32 = 0.62;

/// The view of the map: which map point lies in the upper left corner of the viewport, and how large a point is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    zoom: f32,
    /// Screen position of the map's upper left corner, relative to the viewport's.
    offset: Vec2,
    viewport: egui::Rect,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            offset: Vec2::splat(MARGIN),
            viewport: egui::Rect::from_min_size(Pos2::ZERO, Vec2::ZERO),
        }
    }
}

impl Camera {
    /// 1 = 100 %.
    pub fn zoom(&self) -> f32 {
        self.zoom
    }

    /// The part of the screen that shows the map.
    pub fn viewport(&self) -> egui::Rect {
        self.viewport
    }

    /// Moves with the viewport when panels around it open or close.
    pub fn set_viewport(&mut self, viewport: egui::Rect) {
        self.viewport = viewport;
    }

    /// A screen position of a map point.
    pub fn screen_from_map(&self, point: Point) -> Pos2 {
        self.viewport.min + self.offset + vec2(point.x, point.y) * self.zoom
    }

    /// A map point of a screen position.
    pub fn map_from_screen(&self, position: Pos2) -> Point {
        let in_map = (position - self.viewport.min - self.offset) / self.zoom;
        Point { x: in_map.x, y: in_map.y }
    }

    /// A screen rectangle of a map rectangle.
    pub fn screen_from_map_rect(&self, rect: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.screen_from_map(rect.min), self.screen_from_map(rect.max))
    }

    /// A map rectangle of a screen rectangle.
    pub fn map_from_screen_rect(&self, rect: egui::Rect) -> Rect {
        Rect { min: self.map_from_screen(rect.min), max: self.map_from_screen(rect.max) }
    }

    /// The same camera with the map's left or upper end at a place: `Some` in map points from the viewport's edge.
    pub fn with_map_at(self, x: Option<f32>, y: Option<f32>) -> Self {
        let offset =
            vec2(x.map_or(self.offset.x, |x| x * self.zoom), y.map_or(self.offset.y, |y| y * self.zoom));
        Self { offset, ..self }
    }

    /// The same view in another room of the same shape.
    pub fn scaled(self, room: egui::Rect) -> Self {
        let scale = room.width() / self.viewport.width().max(1.0);
        Self { zoom: self.zoom * scale, offset: self.offset * scale, viewport: room }
    }

    /// Scrolls by a distance on the screen.
    pub fn pan(&mut self, by: Vec2) {
        self.offset += by;
    }

    /// Scrolls until a map point is in the middle of the view.
    pub fn center_on(&mut self, point: Point) {
        self.offset += self.viewport.center() - self.screen_from_map(point);
    }

    /// The camera on its way to another, at a share 0…1. What it sees grows or shrinks evenly, so that nothing sways.
    pub fn toward(&self, goal: &Self, share: f32) -> Self {
        let mix = |from: f32, to: f32| from + (to - from) * share;
        let [from, to] = [self, goal].map(|camera| camera.map_from_screen(camera.viewport.center()));
        let zoom = 1.0 / mix(1.0 / self.zoom, 1.0 / goal.zoom);
        let mut camera = Self { zoom, ..*goal };
        camera.center_on(Point { x: mix(from.x, to.x), y: mix(from.y, to.y) });
        camera
    }

    /// Zooms by a factor; the map point under `anchor` stays where it is.
    pub fn zoom_by(&mut self, factor: f32, anchor: Pos2) {
        self.zoom_to(self.zoom * factor, anchor);
    }

    /// Zooms to a factor; the map point under `anchor` stays where it is.
    pub fn zoom_to(&mut self, zoom: f32, anchor: Pos2) {
        if !zoom.is_finite() {
            return;
        }
        let kept = self.map_from_screen(anchor);
        self.zoom = zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        self.offset += anchor - self.screen_from_map(kept);
    }

    /// Shows the whole map in the middle of the viewport.
    pub fn fit(&mut self, map: Size) {
        let room = (self.viewport.size() - Vec2::splat(2.0 * MARGIN)).max(Vec2::splat(1.0));
        self.zoom = fitting(room.x / map.width.max(1.0)).min(fitting(room.y / map.height.max(1.0)));
        let spare = self.viewport.size() - vec2(map.width, map.height) * self.zoom;
        self.offset = (spare / 2.0).max(Vec2::ZERO);
    }

    /// Shows a rectangle of the map in the middle of what `covered` (pinned headings at the left and the top) leaves free.
    pub fn fit_rect(&mut self, rect: Rect, covered: Vec2) {
        let free = egui::Rect::from_min_max(self.viewport.min + covered, self.viewport.max);
        let room = (free.size() - Vec2::splat(2.0 * MARGIN)).max(Vec2::splat(1.0));
        let zoom = (room.x / rect.width().max(1.0)).min(room.y / rect.height().max(1.0));
        self.zoom = zoom.clamp(*ZOOM_RANGE.start(), LARGEST_SELECTION);
        self.offset += free.center() - self.screen_from_map(rect.center());
    }

    /// The same within a range of zooms; what is then higher than the room is shown from its top.
    pub fn frame(&mut self, rect: Rect, covered: Vec2, zooms: std::ops::RangeInclusive<f32>) {
        self.fit_rect(rect, covered);
        self.zoom = self.zoom.clamp(*zooms.start(), *zooms.end());
        let free = egui::Rect::from_min_max(self.viewport.min + covered, self.viewport.max);
        self.offset += free.center() - self.screen_from_map(rect.center());
        let top = self.screen_from_map(rect.min).y;
        self.offset.y += (free.top() + MARGIN - top).max(0.0);
    }

    /// Scrolls sideways until there is no more than a margin beside a map that is wider than the view; a narrower one is
    /// in the middle.
    pub fn fill_width(&mut self, map: Size) {
        let (room, extent) = (self.viewport.width(), map.width * self.zoom);
        let ends = (room - extent - MARGIN, MARGIN);
        self.offset.x =
            if ends.0 < ends.1 { self.offset.x.clamp(ends.0, ends.1) } else { (room - extent) / 2.0 };
    }

    /// Shows the map from its upper left corner, in its full width where it can be read so.
    pub fn fit_width(&mut self, map: Size) {
        let room = (self.viewport.width() - 2.0 * MARGIN).max(1.0);
        self.zoom = fitting(room / map.width.max(1.0)).max(SMALLEST_FIT_WIDTH);
        let spare = self.viewport.width() - map.width * self.zoom;
        self.offset = vec2((spare / 2.0).clamp(0.0, MARGIN), MARGIN / 2.0);
    }

    /// Scrolls no further than is needed to have a rectangle of the map in view, clear of `covered` (what pinned
    /// headings hide at the left and the top).
    pub fn reveal(&mut self, rect: Rect, covered: Vec2) {
        let target = self.screen_from_map_rect(rect).expand(12.0);
        let free = egui::Rect::from_min_max(self.viewport.min + covered, self.viewport.max);
        let shift = |from: (f32, f32), into: (f32, f32)| {
            if from.0 < into.0 {
                into.0 - from.0
            } else if from.1 > into.1 {
                (into.1 - from.1).max(into.0 - from.0)
            } else {
                0.0
            }
        };
        self.pan(vec2(
            shift((target.min.x, target.max.x), (free.min.x, free.max.x)),
            shift((target.min.y, target.max.y), (free.min.y, free.max.y)),
        ));
    }

    /// Brings the map back when it was scrolled out of view, or behind what is pinned at the top (so high on the screen).
    pub fn keep_in_view(&mut self, map: Size, covered_top: f32) {
        let extent = vec2(map.width, map.height) * self.zoom;
        let clamp = |offset: f32, room: f32, extent: f32, covered: f32| {
            let kept = KEPT_IN_VIEW.min(extent).min(room / 2.0);
            let least = (kept - extent + covered).min(0.0).max(kept - extent);
            offset.clamp(least, (room - kept).max(least))
        };
        self.offset = vec2(
            clamp(self.offset.x, self.viewport.width(), extent.x, 0.0),
            clamp(self.offset.y, self.viewport.height(), extent.y, covered_top),
        );
    }
}

fn fitting(zoom: f32) -> f32 {
    zoom.clamp(*ZOOM_RANGE.start(), LARGEST_FIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use egui::pos2;

    const MAP: Size = Size { width: 1330.0, height: 820.0 };

    fn camera() -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(egui::Rect::from_min_size(pos2(52.0, 106.0), vec2(900.0, 600.0)));
        camera
    }

    fn near(a: f32, b: f32) -> bool {
        (a - b).abs() < 0.01
    }

    #[test]
    fn there_and_back_again() {
        let mut camera = camera();
        for zoom in [0.1, 0.37, 1.0, 2.5, 8.0] {
            camera.zoom_to(zoom, pos2(300.0, 300.0));
            camera.pan(vec2(-31.0, 17.0));
            let point = pt(412.5, 96.25);
            let back = camera.map_from_screen(camera.screen_from_map(point));
            assert!(near(back.x, point.x) && near(back.y, point.y), "at {zoom}: {back:?}");
        }
    }

    #[test]
    fn the_point_under_the_pointer_stays() {
        let mut camera = camera();
        let pointer = pos2(433.0, 251.0);
        let before = camera.map_from_screen(pointer);
        for factor in [1.1, 3.0, 0.2, 0.5] {
            camera.zoom_by(factor, pointer);
            let after = camera.map_from_screen(pointer);
            assert!(near(after.x, before.x) && near(after.y, before.y), "after {factor}: {after:?}");
        }
    }

    #[test]
    fn zoom_stays_within_its_range() {
        let mut camera = camera();
        camera.zoom_by(1000.0, Pos2::ZERO);
        assert_eq!(camera.zoom(), 8.0);
        camera.zoom_by(1e-6, Pos2::ZERO);
        assert_eq!(camera.zoom(), 0.1);
        camera.zoom_to(f32::NAN, Pos2::ZERO);
        assert_eq!(camera.zoom(), 0.1);
    }

    #[test]
    fn fit_shows_everything_and_never_enlarges_much() {
        let mut camera = camera();
        camera.fit(MAP);
        let shown = camera.screen_from_map_rect(Rect { min: pt(0.0, 0.0), max: pt(MAP.width, MAP.height) });
        assert!(camera.viewport().contains_rect(shown), "{shown:?}");
        camera.fit_width(Size { width: 100.0, height: 100.0 });
        assert_eq!(camera.zoom(), 1.25);
        camera.fit_width(Size { width: 9000.0, height: 900.0 });
        assert_eq!(camera.zoom(), 0.62);
        assert!(camera.map_from_screen(camera.viewport().min).x > -MARGIN / 0.62);
    }

    #[test]
    fn a_fitted_rectangle_lies_in_the_middle_of_what_is_free() {
        let mut camera = camera();
        let covered = vec2(140.0, 40.0);
        for rect in [Rect::from_xywh(900.0, 500.0, 131.0, 60.0), Rect::from_xywh(0.0, 0.0, 5000.0, 400.0)] {
            camera.fit_rect(rect, covered);
            let free = egui::Rect::from_min_max(camera.viewport().min + covered, camera.viewport().max);
            let shown = camera.screen_from_map_rect(rect);
            assert!(free.contains_rect(shown), "{shown:?}");
            assert!((free.center() - shown.center()).length() < 0.01, "{shown:?}");
        }
        camera.fit_rect(Rect::from_xywh(0.0, 0.0, 10.0, 10.0), covered);
        assert_eq!(camera.zoom(), LARGEST_SELECTION);
    }

    #[test]
    fn what_is_too_high_for_its_frame_is_seen_from_its_top() {
        let mut camera = camera();
        let column = Rect::from_xywh(900.0, 10.0, 131.0, 2000.0);
        camera.frame(column, vec2(140.0, 0.0), 0.8..=2.0);
        assert_eq!(camera.zoom(), 0.8);
        let shown = camera.screen_from_map_rect(column);
        assert!(near(shown.top(), camera.viewport().top() + MARGIN), "{shown:?}");
        camera.frame(Rect { max: pt(1031.0, 110.0), ..column }, vec2(140.0, 0.0), 0.8..=2.0);
        assert_eq!(camera.zoom(), 2.0);
    }

    #[test]
    fn a_view_at_the_end_of_a_wide_map_is_full() {
        let mut camera = camera();
        camera.fit_rect(Rect::from_xywh(0.0, 0.0, 131.0, 400.0), Vec2::ZERO);
        camera.fill_width(MAP);
        assert!(near(camera.screen_from_map(pt(0.0, 0.0)).x, camera.viewport().left() + MARGIN));
        camera.fill_width(Size { width: 200.0, ..MAP });
        let middle = camera.screen_from_map(pt(100.0, 0.0)).x;
        assert!(near(middle, camera.viewport().center().x), "{middle}");
    }

    #[test]
    fn a_camera_arrives_where_it_is_going_to() {
        let (mut from, mut goal) = (camera(), camera());
        from.fit(MAP);
        goal.fit_rect(Rect::from_xywh(900.0, 500.0, 131.0, 60.0), Vec2::ZERO);
        let points = [pt(0.0, 0.0), pt(960.0, 520.0)];
        for point in points {
            let (begin, end) = (from.toward(&goal, 0.0), from.toward(&goal, 1.0));
            assert!((begin.screen_from_map(point) - from.screen_from_map(point)).length() < 0.1);
            assert!((end.screen_from_map(point) - goal.screen_from_map(point)).length() < 0.1);
        }
        let half = from.toward(&goal, 0.5);
        assert!(from.zoom() < half.zoom() && half.zoom() < goal.zoom());
    }

    #[test]
    fn the_map_cannot_be_lost() {
        let mut camera = camera();
        for by in [vec2(1e6, 1e6), vec2(-1e6, -1e6)] {
            camera.pan(by);
            camera.keep_in_view(MAP, 0.0);
            let shown =
                camera.screen_from_map_rect(Rect { min: pt(0.0, 0.0), max: pt(MAP.width, MAP.height) });
            let common = shown.intersect(camera.viewport());
            assert!(common.width() >= 100.0 && common.height() >= 100.0, "{by:?}: {common:?}");
        }
    }

    #[test]
    fn reveal_scrolls_just_far_enough() {
        let mut camera = camera();
        let hidden = Rect::from_xywh(1200.0, 700.0, 100.0, 60.0);
        camera.reveal(hidden, vec2(140.0, 40.0));
        assert!(camera.viewport().contains_rect(camera.screen_from_map_rect(hidden)));
        let before = camera;
        camera.reveal(hidden, vec2(140.0, 40.0));
        assert_eq!(camera, before, "what is in view already does not move");
    }
}
