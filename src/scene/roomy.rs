//! Which layout of a map fills a room of fixed size best: that of a slide or of a poster.

use super::prim::Scene;
use crate::base::geom::pt;
use crate::base::{Rect, Size};

/// Widths of columns that are tried.
const WIDTHS_PT: [f32; 9] = [105.0, 118.0, 131.0, 160.0, 200.0, 250.0, 300.0, 350.0, 400.0];
/// Layouts of which one is larger by less than this look the same size.
const SAME: f32 = 0.98;

/// How much larger a picture is made to fill a room.
pub(in crate::scene) fn scale(size: Size, room: Rect) -> f32 {
    let scale = (room.width() / size.width).min(room.height() / size.height);
    if scale.is_finite() { scale.max(0.0) } else { 1.0 }
}

/// The layout that can be shown largest in a room, of those with columns of different width; of layouts as large as each
/// other, the one that fills the room best.
pub(in crate::scene) fn roomiest(room: Rect, build: impl Fn(f32) -> Scene) -> Scene {
    let better = |best: Scene, next: Scene| {
        let is_as_large = scale(next.size, room) >= SAME * scale(best.size, room);
        if is_as_large { next } else { best }
    };
    WIDTHS_PT.into_iter().map(build).reduce(better).unwrap_or_default()
}

/// Pictures for rows below each other, and how much larger they are made.
type Rows = (Vec<Scene>, f32);

/// Between two rows.
const ROW_GAP: f32 = 22.0;

/// A wide picture in one, two or three rows below each other, as many as show it largest; each with its upper end.
pub(in crate::scene) fn in_rows<T>(
    room: Rect,
    columns: &[T],
    build: impl Fn(&[T], f32) -> Scene,
) -> Vec<(f32, Scene)> {
    const MOST_ROWS: usize = 3;
    /// A further row is worth it only when everything becomes larger by this.
    const WORTH: f32 = 1.12;
    let layout = |rows: usize, width: f32| -> Rows {
        let parts = columns.chunks(columns.len().div_ceil(rows).max(1));
        let scenes: Vec<Scene> = parts.map(|part| build(part, width)).collect();
        #[allow(clippy::cast_precision_loss)] // three
        let count = scenes.len().max(1) as f32;
        let height = (room.height() - ROW_GAP * (count - 1.0)) / count;
        let row = Rect { max: pt(room.max.x, room.min.y + height), ..room };
        let scale = scenes.iter().map(|scene| scale(scene.size, row)).fold(f32::INFINITY, f32::min);
        (scenes, if scale.is_finite() { scale } else { 1.0 })
    };
    let larger = |best: Rows, next: Rows, by: f32| if next.1 >= by * best.1 { next } else { best };
    let of_rows = |rows: usize| {
        let layouts = WIDTHS_PT.into_iter().map(|width| layout(rows, width));
        layouts.reduce(|best, next| larger(best, next, SAME)).unwrap_or_default()
    };
    let best = (1..=MOST_ROWS).map(of_rows).reduce(|best, next| larger(best, next, WORTH));
    let (scenes, scale) = best.unwrap_or_default();
    let mut top = room.min.y;
    let place = |scene: Scene| {
        let height = scene.size.height * scale;
        top += height + ROW_GAP;
        (top - height - ROW_GAP, scene.magnified(scale))
    };
    scenes.into_iter().map(place).collect()
}
