//! Bookmarks: each page with the stages that begin on it.

use super::paper::Sheet;
use crate::scene::{Element, Scene};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// The bookmarks so far.
#[derive(Default)]
pub(super) struct Bookmarks(Outline);

impl Bookmarks {
    /// Adds the stages whose bands begin on a sheet.
    pub(super) fn add(&mut self, scene: &Scene, sheet: &Sheet, page: usize) {
        let shown = sheet.shown();
        for node in scene.nodes.iter().filter(|node| matches!(node.element, Element::Stage(_))) {
            let corner = node.rect.min;
            if shown.contains(corner) {
                let (x, y) =
                    (corner.x * sheet.scale + sheet.offset.x, corner.y * sheet.scale + sheet.offset.y);
                let there = XyzDestination::new(page, Point::from_xy(x, y));
                self.0.push_child(OutlineNode::new(node.label.to_string(), there));
            }
        }
    }

    pub(super) fn outline(self) -> Outline {
        self.0
    }
}
