//! Lines of text as egui lays them out, kept between frames. While the map is zoomed they are scaled, and laid out
//! anew in their new size when it rests; a few in each frame, so that no frame is slow.

use super::text::Faces;
use crate::scene::TextRun;
use crate::text::Face;
use egui::text::LayoutJob;
use egui::{Color32, Context, FontId, Galley};
use hashbrown::{Equivalent, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Lines laid out in one frame at most: one may take 50 µs when it needs new glyphs.
const MOST_PER_FRAME: usize = 40;

/// The same in a frame for which the map itself was laid out.
const MOST_PER_BUSY_FRAME: usize = 20;

/// Lines kept at most, besides those in view.
const MOST_KEPT: usize = 12_000;

/// While the map is zoomed, lines are scaled by these factors at most before they are laid out again.
const SCALES: std::ops::RangeInclusive<f32> = 0.55..=1.8;

/// See the module.
#[derive(Default)]
pub struct Galleys {
    kept: HashMap<Line, Kept>,
    frame: u64,
    zoom: f32,
    is_zooming: bool,
    /// Lines that may still be laid out in this frame; none = all.
    left: Option<usize>,
    /// Some line is not yet in its right size.
    is_behind: bool,
    /// A sign laid out in every frame. egui keeps it as long as its texture of glyphs stands; when that is emptied, as
    /// it is when full or when the theme changes, it is laid out anew, and all that was laid out before is void.
    sentinel: Option<Arc<Galley>>,
    pixels_per_point: f32,
}

/// A line as it is painted.
pub struct Painted {
    pub galley: Arc<Galley>,
    /// From the galley's top to the baseline.
    pub ascent: f32,
    /// What the galley is to be enlarged by.
    pub scale: f32,
}

struct Kept {
    galley: Arc<Galley>,
    ascent: f32,
    /// Size in screen points.
    size: f32,
    used_in: u64,
}

/// What is kept of a line; `size` in map points, as bits.
struct Line {
    text: Arc<str>,
    face: Face,
    size: u32,
}

/// A line looked for.
struct Wanted<'a>(&'a TextRun);

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        (&*self.text, self.face, self.size) == (&*other.text, other.face, other.size)
    }
}

impl Eq for Line {}

impl Hash for Line {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&*self.text, self.face, self.size).hash(state);
    }
}

impl Hash for Wanted<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&*self.0.text, self.0.face, self.0.size.to_bits()).hash(state);
    }
}

impl Equivalent<Line> for Wanted<'_> {
    fn equivalent(&self, line: &Line) -> bool {
        (&*self.0.text, self.0.face, self.0.size.to_bits()) == (&*line.text, line.face, line.size)
    }
}

impl Galleys {
    /// `is_busy` when the map was laid out for this frame.
    pub fn begin_frame(&mut self, context: &Context, zoom: f32, is_busy: bool) {
        let sign = LayoutJob::simple_singleline("·".to_owned(), FontId::default(), Color32::PLACEHOLDER);
        let sentinel = context.fonts_mut(|fonts| fonts.layout_job(sign));
        let pixels_per_point = context.pixels_per_point();
        let stands = self.sentinel.as_ref().is_some_and(|known| Arc::ptr_eq(known, &sentinel));
        #[allow(clippy::float_cmp)] // the same display
        if !stands || pixels_per_point != self.pixels_per_point {
            self.kept.clear();
        }
        self.sentinel = Some(sentinel);
        self.pixels_per_point = pixels_per_point;
        #[allow(clippy::float_cmp)] // a zoom that rests is exactly the same
        let is_zooming = self.frame > 0 && zoom != self.zoom;
        (self.zoom, self.is_zooming) = (zoom, is_zooming);
        self.frame += 1;
        self.left = Some(if is_busy { MOST_PER_BUSY_FRAME } else { MOST_PER_FRAME });
        self.is_behind = false;
    }

    /// True when another frame would show something better.
    pub fn end_frame(&mut self) -> bool {
        if self.kept.len() > MOST_KEPT {
            self.kept.retain(|_, kept| kept.used_in == self.frame);
        }
        self.is_behind
    }

    /// A line in a size in screen points; none while it has never been laid out and has to wait.
    pub fn get(&mut self, context: &Context, faces: &Faces, run: &TextRun, size: f32) -> Option<Painted> {
        let kept = self.kept.get_mut(&Wanted(run));
        let scale = kept.as_ref().map(|kept| size / kept.size);
        #[allow(clippy::float_cmp)] // laid out in this very size
        if let Some(kept) = kept.filter(|kept| size == kept.size) {
            kept.used_in = self.frame;
            return Some(Painted { galley: Arc::clone(&kept.galley), ascent: kept.ascent, scale: 1.0 });
        }
        let may_lay_out = self.left.is_none_or(|left| left > 0);
        let is_wanted = scale.is_none_or(|scale| !self.is_zooming || !SCALES.contains(&scale));
        self.is_behind |= self.is_zooming || !may_lay_out;
        if is_wanted && may_lay_out {
            // Few sizes while the map is zoomed: each needs glyphs of its own.
            let laid_out_size = if self.is_zooming { usual_size(size) } else { size };
            let kept = lay_out(context, faces, run, laid_out_size);
            let line = Line { text: Arc::clone(&run.text), face: run.face, size: run.size.to_bits() };
            self.kept.insert(line, kept);
            self.left = self.left.map(|left| left - 1);
        }
        let frame = self.frame;
        let kept = self.kept.get_mut(&Wanted(run))?;
        kept.used_in = frame;
        Some(Painted { galley: Arc::clone(&kept.galley), ascent: kept.ascent, scale: size / kept.size })
    }
}

/// The nearest of sizes that grow by a half from one to the next but one.
fn usual_size(size: f32) -> f32 {
    ((size.log2() * 2.0).round() / 2.0).exp2()
}

fn lay_out(context: &Context, faces: &Faces, run: &TextRun, size: f32) -> Kept {
    // Without a colour of its own, so that equal texts share one layout.
    let job =
        LayoutJob::simple_singleline(run.text.to_string(), faces.font(run.face, size), Color32::PLACEHOLDER);
    let galley = context.fonts_mut(|fonts| fonts.layout_job(job));
    let ascent = galley
        .rows
        .first()
        .map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
    Kept { galley, ascent, size, used_in: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Color;
    use crate::base::geom::pt;
    use crate::scene::{Align, Passage, SetText};
    use egui::{RawInput, Theme};

    /// The line as it is kept, and as egui lays it out now.
    fn line(context: &Context, galleys: &mut Galleys) -> (Arc<Galley>, Arc<Galley>) {
        let text = SetText {
            text: "Sepet".into(),
            face: Face::Regular,
            size: 12.0,
            width: 30.0,
            glyphs: Arc::new([]),
            font: None,
            is_rtl: false,
            passage: Arc::new(Passage::line("Sepet".into(), Align::Start)),
        };
        let run = TextRun::new(text, pt(0.0, 0.0), Color::rgb(0, 0, 0));
        let mut found = None;
        let mut output = context.run_ui(RawInput::default(), |ui| {
            let faces = Faces::of(ui.ctx());
            galleys.begin_frame(ui.ctx(), 1.0, false);
            let kept = galleys.get(ui.ctx(), &faces, &run, 12.0).expect("laid out at once").galley;
            let now = lay_out(ui.ctx(), &faces, &run, 12.0).galley;
            found = Some((kept, now));
        });
        output.textures_delta.clear();
        found.expect("a frame")
    }

    #[test]
    fn lines_are_laid_out_anew_when_egui_has_emptied_its_texture_of_glyphs() {
        let context = Context::default();
        context.set_theme(Theme::Light);
        let mut galleys = Galleys::default();
        let (light, _) = line(&context, &mut galleys);
        let (again, _) = line(&context, &mut galleys);
        assert!(Arc::ptr_eq(&light, &again), "kept from frame to frame");
        context.set_theme(Theme::Dark);
        let (dark, now) = line(&context, &mut galleys);
        assert!(!Arc::ptr_eq(&dark, &light) && Arc::ptr_eq(&dark, &now), "what was kept is void");
    }
}
