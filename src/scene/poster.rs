//! The map on a sheet of a fixed size, as it is hung on a wall.

use super::prim::Scene;
use super::roomy::{roomiest, scale};
use super::sketch::Sketch;
use super::{Page, SceneOptions, build, page};
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::model::JourneyMap;
use crate::overlay::Overlay;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// Around the map, as a share of the sheet's shorter side.
const MARGIN_SHARE: f32 = 0.035;

/// Lays a map out so that it fills a sheet of this size, upright or turned as the map is.
#[must_use]
pub fn poster(
    map: &JourneyMap,
    overlay: Option<&Overlay>,
    options: &SceneOptions,
    upright: Size,
    theme: &Theme,
    fonts: &Fonts,
) -> Scene {
    let around = options.page.clone().unwrap_or_default();
    let within = Page { border: false, margin_pt: 0.0, ..around.clone() };
    let layout = |column_width_pt| {
        let options = SceneOptions { column_width_pt, page: Some(within.clone()), ..options.clone() };
        build(map, overlay, &options, theme, fonts)
    };
    let usual = layout(options.column_width_pt).size;
    let size = upright.turned(usual.width > usual.height);
    let whole = Rect::from_xywh(0.0, 0.0, size.width, size.height);
    let room = whole.expanded(-MARGIN_SHARE * size.width.min(size.height));
    let scene = roomiest(room, layout);
    let scale = scale(scene.size, room);
    let scene = scene.magnified(scale);
    let corner = pt(
        room.min.x + (room.width() - scene.size.width) / 2.0,
        room.min.y + (room.height() - scene.size.height) / 2.0,
    );
    let mut sketch = Sketch::new(fonts, theme);
    sketch.embed(scene, corner);
    if around.border {
        sketch.section(tr!("scene-section-background"), |sketch| page::border(sketch, &around, size));
    }
    Scene {
        size,
        background: around.ground_color(theme),
        items: sketch.items,
        nodes: sketch.nodes,
        sections: sketch.sections,
        ..Scene::default()
    }
}
