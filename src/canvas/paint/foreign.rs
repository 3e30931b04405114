//! Runs in fonts that stand in for Inter, as pictures that the painter of PNGs makes: egui orders no letters from right to left.
//! While the map is zoomed they are scaled, and painted anew when it rests; a few in each frame.

use crate::base::geom::pt;
use crate::base::{Cancel, Color, Progress, Rect, Size};
use crate::export::{Background, PngOptions, pixels};
use crate::scene::{Item, Prim, Scene, TextRun};
use crate::text::FontFile;
use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};
use hashbrown::HashMap;
use std::sync::Arc;

/// Runs painted in one frame at most.
const MOST_PER_FRAME: usize = 24;
/// While the map is zoomed, pictures are scaled by these factors at most before they are painted again.
const SCALES: std::ops::RangeInclusive<f32> = 0.5..=2.0;
/// Room around a run in ems: accents, letters that reach over their advance, and what smoothing needs.
const ABOVE_EM: f32 = 1.6;
const BELOW_EM: f32 = 0.8;
const BESIDE_EM: f32 = 0.4;

/// See the module.
#[derive(Default)]
pub struct ForeignRuns {
    kept: HashMap<Key, Kept>,
    zoom: f32,
    is_zooming: bool,
    /// Runs that may still be painted in this frame; none = all.
    left: Option<usize>,
    /// Some run is not yet in its right size.
    is_behind: bool,
}

/// What makes two runs look the same; `size` in map points, as bits.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    text: Arc<str>,
    file: FontFile,
    size: u32,
    color: [u8; 4],
}

struct Kept {
    texture: TextureHandle,
    /// Pixels to the map point.
    scale: f32,
    /// Where the picture is from the run's origin, map points.
    place: Rect,
    used: bool,
}

impl ForeignRuns {
    pub fn begin_frame(&mut self, zoom: f32) {
        #[allow(clippy::float_cmp)] // a zoom that rests is exactly the same
        let is_zooming = zoom != self.zoom;
        (self.zoom, self.is_zooming) = (zoom, is_zooming);
        (self.left, self.is_behind) = (Some(MOST_PER_FRAME), false);
    }

    /// Forgets what the frame did not use; true when another frame would show something better.
    pub fn end_frame(&mut self) -> bool {
        self.kept.retain(|_, kept| std::mem::take(&mut kept.used));
        self.is_behind
    }

    /// A run's picture and where it is on the map; none while it has to wait.
    pub fn get(&mut self, context: &Context, run: &TextRun, zoom: f32) -> Option<(TextureId, Rect)> {
        let scale = zoom * context.pixels_per_point();
        let Color { r, g, b, a } = run.color;
        let key = Key {
            text: Arc::clone(&run.text),
            file: run.file(),
            size: run.size.to_bits(),
            color: [r, g, b, a],
        };
        let known = self.kept.get(&key).map(|kept| scale / kept.scale);
        let is_right = known.is_some_and(|factor| (factor - 1.0).abs() < 0.001);
        let will_do = known.is_some_and(|factor| self.is_zooming && SCALES.contains(&factor));
        let paints = !is_right && !will_do && self.left.is_none_or(|left| left > 0);
        self.is_behind |= !is_right && !paints;
        if paints {
            self.left = self.left.map(|left| left - 1);
            if let Some(painted) = paint(context, run, scale) {
                self.kept.insert(key.clone(), painted);
            }
        }
        let kept = self.kept.get_mut(&key)?;
        kept.used = true;
        Some((kept.texture.id(), kept.place.translated(run.origin.x, run.origin.y)))
    }
}

fn paint(context: &Context, run: &TextRun, scale: f32) -> Option<Kept> {
    let em = run.size;
    let corner = pt(-BESIDE_EM * em, -ABOVE_EM * em);
    // Whole pixels, so that each of them is one of the screen's.
    let whole = |points: f32| (points * scale).ceil() / scale;
    let (width, height) = (run.width + 2.0 * BESIDE_EM * em, (ABOVE_EM + BELOW_EM) * em);
    let size = Size { width: whole(width), height: whole(height) };
    let run = TextRun { origin: pt(-corner.x, -corner.y), ..run.clone() };
    let alone = Scene { size, items: vec![Item { prim: Prim::Text(run), node: None }], ..Scene::default() };
    let options = PngOptions { background: Background::Transparent, ..PngOptions::with_scale(&alone, scale) };
    let picture = pixels(&alone, &options, &Cancel::new(), &Progress::new()).ok()?;
    let [width, height] = [picture.width_px, picture.height_px];
    let image = ColorImage::from_rgba_unmultiplied([width as usize, height as usize], &picture.rgba);
    let place = Rect { min: corner, max: pt(corner.x + size.width, corner.y + size.height) };
    let texture = context.load_texture("run", image, TextureOptions::LINEAR);
    Some(Kept { texture, scale, place, used: true })
}
