//! `plotters` draws in whole pixels: here a pixel is a sixteenth of a point, and what it draws becomes primitives.

use crate::base::geom::pt;
use crate::base::{Color, Point, Rect, Size};
use crate::scene::passage::{Align, Passage};
use crate::scene::prim::{Item, PathPrim, PathSeg, Prim, RectPrim, Stroke};
use crate::scene::run::TextRun;
use crate::text::{Face, Fonts};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::sync::Arc;

/// Pixels of a point.
const PER_POINT: f32 = 16.0;
/// Corners of bars, at most a quarter of their width.
const BAR_RADIUS_PT: f32 = 1.5;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Collects primitives.
pub(super) struct Backend<'a> {
    fonts: &'a Fonts,
    size: Size,
    items: &'a mut Vec<Item>,
    /// To which all that is drawn belongs.
    node: Option<u32>,
}

/// Points in the backend's pixels.
#[allow(clippy::cast_possible_truncation)] // pictures are far smaller
pub(super) fn pixels(points: f32) -> i32 {
    (points * PER_POINT).round() as i32
}

#[allow(clippy::cast_precision_loss)] // whole sixteenths of points
fn points(pixels: i32) -> f32 {
    pixels as f32 / PER_POINT
}

fn point((x, y): BackendCoord) -> Point {
    pt(points(x), points(y))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0…255
fn color(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    Color::rgba(r, g, b, (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8)
}

fn stroke(style: &impl BackendStyle) -> Stroke {
    let width = points(i32::try_from(style.stroke_width()).unwrap_or(i32::MAX));
    Stroke { color: color(style.color()), width, dash: None }
}

/// Face and size in points.
#[allow(clippy::cast_possible_truncation)] // font sizes
fn font(style: &impl BackendTextStyle) -> (Face, f32) {
    let face = if matches!(style.style(), FontStyle::Bold) { Face::SemiBold } else { Face::Regular };
    (face, style.size() as f32 / PER_POINT)
}

impl<'a> Backend<'a> {
    pub fn new(fonts: &'a Fonts, size: Size, items: &'a mut Vec<Item>, node: Option<u32>) -> Self {
        Self { fonts, size, items, node }
    }

    fn push(&mut self, prim: Prim) {
        self.items.push(Item { prim, node: self.node });
    }

    fn polyline(path: impl IntoIterator<Item = BackendCoord>) -> Vec<PathSeg> {
        let mut path = path.into_iter().map(point);
        let first = path.next().map(PathSeg::Move);
        first.into_iter().chain(path.map(PathSeg::Line)).collect()
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let side = |points| u32::try_from(pixels(points)).unwrap_or(0);
        (side(self.size.width), side(self.size.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, fill: BackendColor) -> Drawn {
        let Point { x, y } = point(at);
        let rect = Rect::from_xywh(x, y, 1.0 / PER_POINT, 1.0 / PER_POINT);
        self.push(Prim::Rect(RectPrim { rect, radius: 0.0, fill: Some(color(fill)), stroke: None }));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        min: BackendCoord,
        max: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let rect = Rect { min: point(min), max: point(max) };
        let prim = if fill {
            let radius = BAR_RADIUS_PT.min(rect.width() / 4.0).min(rect.height() / 2.0).max(0.0);
            RectPrim { rect, radius, fill: Some(color(style.color())), stroke: None }
        } else {
            RectPrim { rect, radius: 0.0, fill: None, stroke: Some(stroke(style)) }
        };
        self.push(Prim::Rect(prim));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let segments = Self::polyline(path);
        if segments.len() > 1 && style.color().alpha > 0.0 {
            self.push(Prim::Path(PathPrim { segments, fill: None, stroke: Some(stroke(style)) }));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let radius = points(i32::try_from(radius).unwrap_or(i32::MAX));
        let rect = Rect { min: point(center), max: point(center) }.expanded(radius);
        let (fill, stroke) =
            if fill { (Some(color(style.color())), None) } else { (None, Some(stroke(style))) };
        self.push(Prim::Rect(RectPrim { rect, radius, fill, stroke }));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let mut segments = Self::polyline(corners);
        segments.push(PathSeg::Close);
        self.push(Prim::Path(PathPrim { segments, fill: Some(color(style.color())), stroke: None }));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let (face, size) = font(style);
        let shaped = self.fonts.shape(text, face, size);
        let metrics = self.fonts.metrics(face, size);
        let anchor = style.anchor();
        let at = point(at);
        let (left, align) = match anchor.h_pos {
            HPos::Left => (at.x, Align::Start),
            HPos::Center => (at.x - shaped.width / 2.0, Align::Middle),
            HPos::Right => (at.x - shaped.width, Align::End),
        };
        // A label at an end of the axis is moved in rather than cut off.
        let left = left.min(self.size.width - shaped.width).max(0.0);
        let baseline = match anchor.v_pos {
            VPos::Top => at.y + metrics.ascent,
            VPos::Center => at.y + metrics.cap_height / 2.0,
            VPos::Bottom => at.y - metrics.descent,
        };
        let passage = Arc::new(Passage::line(Arc::clone(&shaped.text), align));
        for run in shaped.runs.iter() {
            let color = color(style.color());
            self.push(Prim::Text(TextRun::of(run, pt(left, baseline), (face, size), color, &passage)));
        }
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (face, size) = font(style);
        let metrics = self.fonts.metrics(face, size);
        let side = |points| u32::try_from(pixels(points)).unwrap_or(0);
        Ok((side(self.fonts.width(text, face, size)), side(metrics.ascent + metrics.descent)))
    }
}
