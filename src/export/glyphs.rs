//! Outlines of glyphs, for painters that draw letters themselves.

use crate::base::Point;
use crate::base::geom::pt;
use crate::scene::PathSeg;
use crate::text::FontFile;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// The outline of a glyph around its place on the baseline, y down; empty for blanks and unknown glyphs.
pub(super) fn outline(file: FontFile, glyph: u16, size: f32) -> Vec<PathSeg> {
    let mut pen = Pen::default();
    if let Ok(font) = FontRef::from_index(file.data, file.index)
        && let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph))
    {
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            return Vec::new();
        }
    }
    pen.segments
}

/// Turns the font's y-up into the picture's y-down, and quadratic curves into cubic ones.
#[derive(Default)]
struct Pen {
    segments: Vec<PathSeg>,
    at: Point,
}

impl Pen {
    fn go(&mut self, to: Point, segment: PathSeg) {
        self.at = to;
        self.segments.push(segment);
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = pt(x, -y);
        self.go(to, PathSeg::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = pt(x, -y);
        self.go(to, PathSeg::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, to) = (pt(cx, -cy), pt(x, -y));
        let toward =
            |end: Point| pt(end.x + (control.x - end.x) * 2.0 / 3.0, end.y + (control.y - end.y) * 2.0 / 3.0);
        self.go(to, PathSeg::Cubic(toward(self.at), toward(to), to));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let to = pt(x, -y);
        self.go(to, PathSeg::Cubic(pt(ax, -ay), pt(bx, -by), to));
    }

    fn close(&mut self) {
        self.segments.push(PathSeg::Close);
    }
}
