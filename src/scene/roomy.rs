//! Which layout of a map fills a room of fixed size best: that of a slide or of a poster.

use super::prim::Scene;
use crate::base::{Rect, Size};

/// How much larger a picture is made to fill a room.
pub(in crate::scene) fn scale(size: Size, room: Rect) -> f32 {
    let scale = (room.width() / size.width).min(room.height() / size.height);
    if scale.is_finite() { scale.max(0.0) } else { 1.0 }
}

/// The layout that can be shown largest in a room, of those with columns of different width; of layouts as large as each
/// other, the one that fills the room best.
pub(in crate::scene) fn roomiest(room: Rect, build: impl Fn(f32) -> Scene) -> Scene {
    const WIDTHS_PT: [f32; 9] = [105.0, 118.0, 131.0, 160.0, 200.0, 250.0, 300.0, 350.0, 400.0];
    /// Layouts of which one is larger by less than this look the same size.
    const SAME: f32 = 0.98;
    let better = |best: Scene, next: Scene| {
        let is_as_large = scale(next.size, room) >= SAME * scale(best.size, room);
        if is_as_large { next } else { best }
    };
    WIDTHS_PT.into_iter().map(build).reduce(better).unwrap_or_default()
}
