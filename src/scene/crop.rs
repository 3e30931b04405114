//! A part of a laid-out map as a picture of its own.

use super::prim::{Element, Prim, Scene};
use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};

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
        items.retain(|item| extent(&item.prim).is_none_or(|rect| is_inside(&rect)));
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

/// Where a primitive surely lies within; none when that is not told by a glance.
fn extent(prim: &Prim) -> Option<Rect> {
    match prim {
        Prim::Rect(shape) => Some(shape.rect.expanded(shape.stroke.map_or(0.0, |stroke| stroke.width))),
        Prim::Text(run) => {
            let Point { x, y } = run.origin;
            Some(Rect {
                min: pt(x - run.size, y - 2.0 * run.size),
                max: pt(x + run.width + run.size, y + run.size),
            })
        }
        Prim::Image(image) => Some(image.rect),
        Prim::Path(_) => None,
    }
}
