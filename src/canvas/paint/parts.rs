//! Which parts of a scene lie in view. The map is painted once for each strip of the screen, most of which show little of it: so
//! items are left out by the dozen.

use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::scene::{Item, Prim, Scene};
use std::sync::{Arc, Weak};

/// Items of one part; neighbours in a scene lie side by side.
const ITEMS: usize = 48;

/// Where the parts of the scene lie that was looked at last.
#[derive(Default)]
pub struct Parts {
    of: Weak<Scene>,
    /// None = there is nothing to see of the part.
    extents: Vec<Option<Rect>>,
}

impl Parts {
    /// The items of a scene as far as their parts reach into a rectangle, back to front.
    pub fn in_view<'s>(&mut self, scene: &'s Arc<Scene>, visible: Rect) -> impl Iterator<Item = &'s Item> {
        let whole = Rect { min: Point::default(), max: pt(scene.size.width, scene.size.height) };
        if visible.contains(whole.min) && visible.contains(whole.max) {
            return vec![scene.items.as_slice()].into_iter().flatten();
        }
        if self.of.as_ptr() != Arc::as_ptr(scene) {
            let extents = scene.items.chunks(ITEMS).map(|part| {
                let extents = part.iter().filter_map(|item: &Item| Prim::extent(&item.prim));
                extents.reduce(|all, extent| all.union(&extent))
            });
            *self = Self { of: Arc::downgrade(scene), extents: extents.collect() };
        }
        let is_in_view =
            move |extent: &Option<Rect>| extent.is_some_and(|extent| visible.intersects(&extent));
        let parts = scene.items.chunks(ITEMS).zip(&self.extents);
        let seen: Vec<&[Item]> =
            parts.filter(|(_, extent)| is_in_view(extent)).map(|(part, _)| part).collect();
        seen.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Color, Size};
    use crate::scene::RectPrim;

    fn scene(count: u16, step: f32) -> Arc<Scene> {
        let item = |number: u16| {
            let rect = Rect::from_xywh(f32::from(number) * step, 0.0, 5.0, 5.0);
            let fill = Some(Color::rgb(1, 2, 3));
            Item { prim: Prim::Rect(RectPrim { rect, radius: 0.0, fill, stroke: None }), node: None }
        };
        let size = Size { width: 20_000.0, height: 5.0 };
        Arc::new(Scene { size, items: (0..count).map(item).collect(), ..Scene::default() })
    }

    #[test]
    fn what_is_in_view_is_given_in_its_order_and_little_else() {
        let (first, second) = (scene(1000, 10.0), scene(700, -10.0));
        let mut parts = Parts::default();
        for scene in [&first, &first, &second, &first] {
            for from in [-7000.0, -95.0, 0.0, 3333.0, 9990.0, 20_000.0] {
                let visible = Rect::from_xywh(from, -10.0, 500.0, 20.0);
                let given: Vec<&Item> = parts.in_view(scene, visible).collect();
                let is_seen = |item: &&Item| item.prim.extent().is_some_and(|rect| visible.intersects(&rect));
                let seen: Vec<&Item> = scene.items.iter().filter(is_seen).collect();
                assert!(given.len() <= seen.len() + 2 * ITEMS, "{} of {}", given.len(), seen.len());
                let given: Vec<&Item> = given.into_iter().filter(is_seen).collect();
                assert_eq!(given, seen);
            }
            let all = parts.in_view(scene, Rect::from_xywh(-1.0, -1.0, 30_000.0, 10.0));
            assert_eq!(all.count(), scene.items.len(), "nothing is left out where the whole map is in view");
        }
    }
}
