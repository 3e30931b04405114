//! Places and outlines in the units of office files.

use crate::base::{Point, Rect};
use crate::scene::slides::SlideSize;
use crate::scene::{PathSeg, RectPrim};
use std::fmt::Write as _;

/// Height of every slide: 7.5 inches.
const SLIDE_HEIGHT_EMU: i64 = 6_858_000;
const EMU_PER_PT: f32 = 12_700.0;

/// From the points of a scene to English metric units, of which a typographic point has 12 700.
#[derive(Clone, Copy)]
pub(super) struct Scale(f32);

/// Width and height of slides.
pub(super) const fn slide_extent(size: SlideSize) -> (i64, i64) {
    match size {
        SlideSize::Wide => (12_192_000, SLIDE_HEIGHT_EMU),
        SlideSize::Standard => (9_144_000, SLIDE_HEIGHT_EMU),
    }
}

impl Scale {
    /// For slides of this size.
    pub fn of(size: SlideSize) -> Self {
        Self(SLIDE_HEIGHT_EMU as f32 / size.size().height)
    }

    #[allow(clippy::cast_possible_truncation)] // `as` saturates, and not-a-number becomes 0
    pub fn emu(self, points: f32) -> i64 {
        (points * self.0).round() as i64
    }

    /// A length in hundredths of a typographic point, as sizes of text are written.
    #[allow(clippy::cast_possible_truncation)] // as above
    pub fn centipoints(self, points: f32) -> i64 {
        (points * self.0 / EMU_PER_PT * 100.0).round() as i64
    }

    pub fn frame(self, rect: &Rect) -> Extent {
        let (left, top) = (self.emu(rect.min.x), self.emu(rect.min.y));
        let (right, bottom) = (self.emu(rect.max.x), self.emu(rect.max.y));
        Extent { left, top, right: right.max(left), bottom: bottom.max(top) }
    }
}

/// A place on a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
}

impl Extent {
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub const fn width(self) -> i64 {
        self.right - self.left
    }

    pub const fn height(self) -> i64 {
        self.bottom - self.top
    }

    /// Corner and extent, as a shape's frame has them.
    pub fn xml(self) -> String {
        let Self { left, top, .. } = self;
        let (width, height) = (self.width(), self.height());
        format!("<a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>")
    }
}

/// What a rectangle looks like.
enum Outline {
    Sharp,
    /// The radius as a share of the shorter side.
    Round(f32),
    Ellipse,
}

fn outline_of(shape: &RectPrim) -> Outline {
    let (width, height) = (shape.rect.width(), shape.rect.height());
    let shorter = width.min(height);
    if shape.radius <= 0.0 || shorter <= 0.0 {
        return Outline::Sharp;
    }
    let share = (shape.radius / shorter).min(0.5);
    let is_square = (width - height).abs() < 0.01 * shorter;
    if is_square && share >= 0.499 { Outline::Ellipse } else { Outline::Round(share) }
}

/// A rectangle's outline.
#[allow(clippy::cast_possible_truncation)] // a share of 50 000
pub(super) fn outline(shape: &RectPrim) -> String {
    match outline_of(shape) {
        Outline::Sharp => "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>".to_owned(),
        Outline::Ellipse => "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>".to_owned(),
        Outline::Round(share) => format!(
            "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {}\"/></a:avLst></a:prstGeom>",
            (share * 100_000.0).round() as i64
        ),
    }
}

/// How far an outline keeps texts from a rectangle's sides, in points: so that a corner of the text touches the curve.
pub(super) fn text_inset(shape: &RectPrim) -> f32 {
    let shorter = shape.rect.width().min(shape.rect.height());
    let radius = match outline_of(shape) {
        Outline::Sharp => 0.0,
        Outline::Round(share) => share * shorter,
        Outline::Ellipse => 0.5 * shorter,
    };
    radius * (1.0 - std::f32::consts::FRAC_1_SQRT_2)
}

/// Lines and curves as an outline of its own, in a frame.
pub(super) fn freeform(segments: &[PathSeg], frame: Extent, is_filled: bool, scale: Scale) -> String {
    let mut path = String::new();
    let point = |point: Point| {
        let (x, y) = (scale.emu(point.x) - frame.left, scale.emu(point.y) - frame.top);
        format!("<a:pt x=\"{x}\" y=\"{y}\"/>")
    };
    for segment in segments {
        // Writing to a `String` can't fail.
        let _ = match *segment {
            PathSeg::Move(to) => write!(path, "<a:moveTo>{}</a:moveTo>", point(to)),
            PathSeg::Line(to) => write!(path, "<a:lnTo>{}</a:lnTo>", point(to)),
            PathSeg::Cubic(first, second, to) => {
                let (first, second, to) = (point(first), point(second), point(to));
                write!(path, "<a:cubicBezTo>{first}{second}{to}</a:cubicBezTo>")
            }
            PathSeg::Close => {
                path.push_str("<a:close/>");
                Ok(())
            }
        };
    }
    let fill = if is_filled { "" } else { " fill=\"none\"" };
    // An outline without height has a height of its own to be told in.
    let (width, height) = (frame.width().max(1), frame.height().max(1));
    format!(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
         <a:pathLst><a:path w=\"{width}\" h=\"{height}\"{fill}>{path}</a:path></a:pathLst></a:custGeom>"
    )
}
