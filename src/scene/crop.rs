//! A part of a laid-out map as a picture of its own.

use super::prim::{Element, Scene};
use crate::base::geom::pt;
use crate::base::{Rect, Size};

impl Scene {
    /// What these elements take up together; none when none of them is drawn.
    #[must_use]
    pub fn bounds_of<'e>(&self, elements: impl IntoIterator<Item = &'e Element>) -> Option<Rect> {
        let rects = elements.into_iter().filter_map(|element| self.node(*element)).map(|node| node.rect);
        rects.reduce(|all, rect| all.union(&rect))
    }

    /// What lies within a rectangle, as far as it is within the picture. The grid, which nobody needs in a picture,
    /// is left out.
    #[must_use]
    pub fn cropped(&self, to: Rect) -> Self {
        let max = pt(to.max.x.min(self.size.width), to.max.y.min(self.size.height));
        let window = Rect { min: pt(to.min.x.max(0.0), to.min.y.max(0.0)), max };
        let (dx, dy) = (-window.min.x, -window.min.y);
        let is_inside = |rect: &Rect| window.intersects(rect);
        let mut items = self.items.clone();
        items.retain(|item| item.prim.extent().is_some_and(|rect| is_inside(&rect)));
        for item in &mut items {
            item.node = None;
            item.prim.shift(dx, dy);
        }
        Self {
            size: Size { width: window.width().max(0.0), height: window.height().max(0.0) },
            background: self.background,
            items,
            ..Self::default()
        }
    }
}
