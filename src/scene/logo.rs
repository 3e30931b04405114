//! The logo in the upper right corner of pictures that leave the program.

use super::prim::ImagePrim;
use super::sketch::Sketch;
use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::model::Png;

/// A logo that can be shown, as large as it will be.
pub(super) struct Logo<'a> {
    png: &'a Png,
    pub size: Size,
}

impl<'a> Logo<'a> {
    /// As large as it can be within `largest`; none when the picture is broken.
    #[allow(clippy::cast_precision_loss)] // pixels
    pub fn within(png: Option<&'a Png>, largest: Size) -> Option<Self> {
        let png = png?;
        let (width, height) = png.size_px()?;
        let (width, height) = (width as f32, height as f32);
        let scale = (largest.width / width).min(largest.height / height);
        Some(Self { png, size: Size { width: width * scale, height: height * scale } })
    }

    /// Paints it with its upper right corner at a place.
    pub fn paint(&self, sketch: &mut Sketch<'_>, corner: Point) {
        let Size { width, height } = self.size;
        let rect = Rect { min: pt(corner.x - width, corner.y), max: pt(corner.x, corner.y + height) };
        sketch.image(ImagePrim { rect, png: self.png.bytes().clone() });
    }
}
