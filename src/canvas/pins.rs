//! What stays in view: when the map is scrolled sideways the lane headings keep their place at the left; when it is
//! scrolled down the stage bands, the touchpoints and the pinned lanes stack up at the top, each as soon as it would
//! be scrolled out of view. A pinned strip is the same map seen by a camera of its own.

use super::camera::Camera;
use crate::base::{Point, Rect as MapRect};
use crate::scene::{Element, Node, Scene};
use egui::{Pos2, Rect, Vec2, vec2};

/// Headings wider than this share of the view would leave too little of the map: they are not pinned then.
const LARGEST_LEFT: f32 = 0.35;

/// Nor are lanes that would make the stack at the top higher than this share of the view.
const LARGEST_TOP: f32 = 0.6;

/// The touchpoints, which nobody has asked to pin, are so only while the whole stack is no higher than this share.
const LARGEST_TOP_WITH_TOUCHPOINTS: f32 = 0.45;

/// Left free above and below the stage bands.
const BAND_MARGIN: f32 = 4.0;

/// What is pinned in this frame.
#[derive(Clone, Debug)]
pub struct Pins {
    camera: Camera,
    /// Width of the strip of lane headings on the screen; 0 = not pinned.
    left: f32,
    /// From top to bottom, without gaps.
    shelves: Vec<Shelf>,
}

/// A row of the map that is pinned at the top.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shelf {
    rows: Rows,
    /// Where it is seen, in screen points from the view's upper end.
    top: f32,
    /// Height on the screen.
    height: f32,
}

/// Upper and lower end of a part of the map, in map points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rows {
    from: f32,
    to: f32,
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
        let left = scene.grid.left * camera.zoom();
        let origin = camera.screen_from_map(Point::default());
        let is_left_pinned = origin.x < view.left() && left < view.width() * LARGEST_LEFT;
        let mut shelves = Vec::new();
        let mut top = 0.0;
        for rows in rows_to_pin(scene, view.height() / camera.zoom()) {
            let natural = camera.screen_from_map(Point { x: 0.0, y: rows.from }).y - view.top();
            if natural < top {
                let height = rows.height() * camera.zoom();
                shelves.push(Shelf { rows, top, height });
                top += height;
            }
        }
        Self { camera, left: if is_left_pinned { left } else { 0.0 }, shelves }
    }

    /// What the strips hide of the map, at the left and at the top.
    pub fn covered(&self) -> Vec2 {
        vec2(self.left, self.shelves.last().map_or(0.0, |shelf| shelf.top + shelf.height))
    }

    /// Where the map itself is visible.
    pub fn free(&self) -> Strip {
        self.strip(None, false)
    }

    /// The pinned strips, in the order in which they are painted.
    pub fn strips(&self) -> impl Iterator<Item = Strip> {
        let headings = |shelf| (self.left > 0.0).then(|| self.strip(shelf, true));
        let shelves = self.shelves.iter().map(|shelf| self.strip(Some(shelf), false));
        let corners = self.shelves.iter().filter_map(move |shelf| headings(Some(shelf)));
        headings(None).into_iter().chain(shelves).chain(corners)
    }

    /// All parts beside the headings: the free one and those at the top.
    pub fn sheets(&self) -> impl Iterator<Item = Strip> {
        let shelves = self.shelves.iter().map(|shelf| self.strip(Some(shelf), false));
        std::iter::once(self.free()).chain(shelves)
    }

    /// The strip in which an element is seen.
    pub fn strip_of(&self, node: &Node) -> Strip {
        let is_heading = self.left > 0.0 && matches!(node.element, Element::Lane(_));
        self.strip(self.shelf_of(node.rect.center()), is_heading)
    }

    /// The strip in which a point of the map beside the headings is seen.
    pub fn strip_at(&self, point: Point) -> Strip {
        self.strip(self.shelf_of(point), false)
    }

    /// The strip in which the headings of lanes that are not pinned are seen.
    pub fn headings(&self) -> Strip {
        self.strip(None, self.left > 0.0)
    }

    /// What must be clear of the pins for an element to be seen: one that is pinned at the top can only be hidden sideways.
    pub fn rect_to_reveal(&self, node: &Node) -> MapRect {
        let mut rect = node.rect;
        if self.shelf_of(rect.center()).is_some() {
            let free = self.free();
            let level = free.camera.map_from_screen(free.clip.center()).y;
            (rect.min.y, rect.max.y) = (level, level);
        }
        rect
    }

    /// The map point that is seen at a screen position.
    pub fn map_from_screen(&self, position: Pos2) -> Point {
        let from_view = position - self.camera.viewport().min;
        let is_seen = |shelf: &&Shelf| (shelf.top..shelf.top + shelf.height).contains(&from_view.y);
        let strip = self.strip(self.shelves.iter().find(is_seen), from_view.x < self.left);
        strip.camera.map_from_screen(position)
    }

    fn shelf_of(&self, point: Point) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.rows.contains(point.y))
    }

    /// The part of the screen at a height, beside the headings or with them.
    fn strip(&self, shelf: Option<&Shelf>, is_heading: bool) -> Strip {
        let view = self.camera.viewport();
        let corner = view.min + self.covered();
        let (left, right) = if is_heading { (view.left(), corner.x) } else { (corner.x, view.right()) };
        let (top, bottom) = shelf.map_or((corner.y, view.bottom()), |shelf| {
            (view.top() + shelf.top, view.top() + shelf.top + shelf.height)
        });
        let map_top = shelf.map(|shelf| shelf.top / self.camera.zoom() - shelf.rows.from);
        Strip {
            camera: self.camera.with_map_at(is_heading.then_some(0.0), map_top),
            clip: Rect::from_x_y_ranges(left..=right, top..=bottom),
        }
    }
}

impl Rows {
    fn height(self) -> f32 {
        self.to - self.from
    }

    fn contains(self, y: f32) -> bool {
        (self.from..self.to).contains(&y)
    }
}

/// The rows that are pinned once they would be scrolled out of a view as high as this (in map points), from top to
/// bottom. What does not fit is left out wherever the map is scrolled to, so that nothing jumps.
fn rows_to_pin(scene: &Scene, view_height: f32) -> Vec<Rows> {
    let grid = &scene.grid;
    let bands = grid.stages.iter().map(|stage| stage.band).reduce(|all, band| all.union(&band));
    let bands = bands.map(|all| Rows { from: all.min.y - BAND_MARGIN, to: all.max.y + BAND_MARGIN });
    let touchpoints = Rows { from: grid.touchpoint_row.min.y, to: grid.touchpoint_row.max.y };
    let lanes = grid.rows.iter().filter(|row| row.pinned).map(|row| Rows { from: row.top, to: row.bottom });
    let mut height = 0.0;
    let fitting = bands.into_iter().chain(lanes).filter(|rows| {
        let fits = height + rows.height() <= view_height * LARGEST_TOP;
        height += if fits { rows.height() } else { 0.0 };
        fits
    });
    let mut pinned: Vec<Rows> = fitting.collect();
    if touchpoints.height() > 0.0
        && height + touchpoints.height() <= view_height * LARGEST_TOP_WITH_TOUCHPOINTS
    {
        let place = pinned.partition_point(|rows| rows.from < touchpoints.from);
        pinned.insert(place, touchpoints);
    }
    pinned
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LaneId, StageId, TouchpointId};
    use crate::scene::{Grid, GridRow, GridStage};

    const BAND: MapRect = MapRect::from_xywh(150.0, 10.0, 500.0, 30.0);

    /// Bands down to 44, touchpoints to 140, then lanes of 100 each.
    fn scene(pinned: [bool; 4]) -> Scene {
        let stages = vec![GridStage { stage: StageId(1), band: BAND, area: BAND }];
        let row = |(id, pinned): (u32, bool)| {
            let top = 40.0 + 100.0 * id as f32;
            GridRow { lane: LaneId(id), top, bottom: top + 100.0, emotion_axis: None, pinned }
        };
        let rows = (1..).zip(pinned).map(row).collect();
        let touchpoint_row = MapRect::from_xywh(150.0, 44.0, 500.0, 96.0);
        let grid = Grid { left: 145.0, stages, rows, touchpoint_row, ..Grid::default() };
        Scene { grid, ..Scene::default() }
    }

    fn node(element: Element, rect: MapRect) -> Node {
        Node { element, rect, label: "".into() }
    }

    /// Something in the middle of the row of a lane.
    fn card_in(lane: u32) -> Node {
        let rect = MapRect::from_xywh(300.0, 70.0 + 100.0 * lane as f32, 100.0, 40.0);
        node(Element::Cell(LaneId(lane), TouchpointId(9)), rect)
    }

    fn camera(height: f32, zoom: f32, offset: Vec2) -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(Rect::from_min_size(Pos2::ZERO, vec2(900.0, height)));
        camera.zoom_to(zoom, Pos2::ZERO);
        camera.with_map_at(Some(offset.x), Some(offset.y))
    }

    fn seen(pins: &Pins, node: &Node) -> Rect {
        pins.strip_of(node).camera.screen_from_map_rect(node.rect)
    }

    fn tops(pins: &Pins) -> Vec<(f32, f32)> {
        pins.shelves.iter().map(|shelf| (shelf.rows.from, shelf.top)).collect()
    }

    #[test]
    fn nothing_is_pinned_while_all_is_in_view() {
        let pins = Pins::new(camera(900.0, 1.0, vec2(5.0, 5.0)), &scene([true; 4]));
        assert_eq!(pins.strips().count(), 0);
        assert_eq!(pins.covered(), Vec2::ZERO);
    }

    #[test]
    fn headings_stay_where_they_can_be_pointed_at() {
        let pins = Pins::new(camera(600.0, 1.0, vec2(-300.0, -200.0)), &scene([false; 4]));
        let heading = node(Element::Lane(LaneId(4)), MapRect::from_xywh(10.0, 440.0, 100.0, 40.0));
        let shown = seen(&pins, &heading);
        assert_eq!(shown.min, egui::pos2(10.0, 240.0), "moves up with the map, but not sideways");
        let point = pins.map_from_screen(shown.center());
        assert_eq!((point.x, point.y), (60.0, 460.0));
        let band = seen(&pins, &node(Element::Stage(StageId(1)), BAND));
        assert_eq!(band.min, egui::pos2(-150.0, BAND_MARGIN));
    }

    #[test]
    fn pinned_lanes_stack_below_bands_and_touchpoints_as_they_would_leave() {
        let scene = scene([false, true, false, true]);
        let at = |y: f32| Pins::new(camera(1000.0, 1.0, vec2(0.0, y)), &scene);
        assert_eq!(tops(&at(-100.0)), [(6.0, 0.0), (44.0, 38.0)], "the lane is still in view");
        assert_eq!(tops(&at(-150.0)), [(6.0, 0.0), (44.0, 38.0), (240.0, 134.0)]);
        let all = at(-320.0);
        assert_eq!(tops(&all), [(6.0, 0.0), (44.0, 38.0), (240.0, 134.0), (440.0, 234.0)]);
        assert_eq!(all.covered().y, 334.0);
        assert_eq!(all.free().clip.top(), 334.0);
    }

    #[test]
    fn what_is_pinned_is_hit_where_it_is_shown_at_every_zoom() {
        let scene = scene([true, false, true, false]);
        for zoom in [0.5, 1.0, 2.0] {
            let pins = Pins::new(camera(1400.0, zoom, vec2(-60.0, -500.0)), &scene);
            for lane in [1, 3] {
                let card = card_in(lane);
                let shown = seen(&pins, &card);
                assert!(pins.strip_of(&card).clip.contains_rect(shown), "at {zoom}: {shown:?}");
                assert!(pins.strips().any(|strip| strip.clip.contains_rect(shown)), "painted at {zoom}");
                let hit = pins.map_from_screen(shown.center());
                assert!((hit.y - card.rect.center().y).abs() < 0.1, "at {zoom}: {hit:?}");
                assert!((hit.x - card.rect.center().x).abs() < 0.1, "at {zoom}: {hit:?}");
            }
        }
    }

    #[test]
    fn pins_leave_room_for_the_map() {
        let scrolled = |height, pinned| Pins::new(camera(height, 1.0, vec2(0.0, -600.0)), &scene(pinned));
        assert_eq!(tops(&scrolled(290.0, [false; 4])), [(6.0, 0.0)], "touchpoints would take 46 %");
        assert_eq!(tops(&scrolled(300.0, [false; 4])), [(6.0, 0.0), (44.0, 38.0)]);
        let lanes_first = scrolled(300.0, [false, true, false, false]);
        assert_eq!(tops(&lanes_first), [(6.0, 0.0), (240.0, 38.0)], "a lane somebody pinned goes before");
        for height in [50.0, 120.0, 300.0, 500.0, 800.0] {
            let covered = scrolled(height, [true; 4]).covered().y;
            assert!(covered <= height * LARGEST_TOP, "{covered} of {height}");
        }
    }

    #[test]
    fn what_is_pinned_is_brought_into_view_sideways_only() {
        let pins = Pins::new(camera(1000.0, 1.0, vec2(0.0, -320.0)), &scene([true, false, false, false]));
        let (mut moved, pinned, hidden) = (pins.camera, card_in(1), card_in(2));
        moved.reveal(pins.rect_to_reveal(&pinned), pins.covered());
        assert_eq!(moved, pins.camera);
        moved.reveal(pins.rect_to_reveal(&hidden), pins.covered());
        assert!(moved != pins.camera, "what lies beneath the pins is brought out");
    }
}
