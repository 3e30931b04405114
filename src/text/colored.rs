//! Glyphs with colours of their own, as pictures: the bitmaps that a font holds, or its layers (COLR) painted.

mod layers;

use super::FontFile;
use crate::base::Rect;
use crate::base::geom::pt;
use skrifa::bitmap::{BitmapData, BitmapGlyph, BitmapStrikes, Origin};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::types::Tag;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::sync::Arc;
use tiny_skia::{IntSize, Pixmap};

/// What a glyph looks like.
#[derive(Debug, PartialEq)]
pub struct GlyphPicture {
    /// The picture, as a file.
    pub png: Arc<[u8]>,
    /// Where it is, in ems from the glyph's place on the baseline, y down.
    pub place_em: Rect,
}

/// True for fonts with glyphs in colours.
pub(super) fn has_pictures(file: FontFile) -> bool {
    let tables = [b"CBDT", b"sbix", b"COLR"].map(Tag::new);
    let font = FontRef::from_index(file.data, file.index);
    font.is_ok_and(|font| tables.iter().any(|tag| font.table_data(*tag).is_some()))
}

/// The picture of a glyph; none when it has no colours of its own.
pub(super) fn picture(file: FontFile, glyph: u16) -> Option<GlyphPicture> {
    let font = FontRef::from_index(file.data, file.index).ok()?;
    let glyph = GlyphId::from(glyph);
    // As large as there is one, for large pictures and those shown large.
    match BitmapStrikes::new(&font).glyph_for_size(Size::unscaled(), glyph) {
        Some(bitmap) => of_bitmap(&bitmap, units_per_em(&font)),
        None => layers::picture(&font, glyph),
    }
}

/// A bitmap that a font holds. Bearings and pixels count y up.
fn of_bitmap(bitmap: &BitmapGlyph<'_>, units_per_em: f32) -> Option<GlyphPicture> {
    let left = bitmap.bearing_x / units_per_em + bitmap.inner_bearing_x / bitmap.ppem_x;
    let from_below = bitmap.bearing_y / units_per_em + bitmap.inner_bearing_y / bitmap.ppem_y;
    let (width, height) = (bitmap.width as f32 / bitmap.ppem_x, bitmap.height as f32 / bitmap.ppem_y);
    let top = match bitmap.placement_origin {
        Origin::TopLeft => -from_below,
        Origin::BottomLeft => -from_below - height,
    };
    let png = match &bitmap.data {
        BitmapData::Png(bytes) => (*bytes).into(),
        BitmapData::Bgra(bytes) => {
            let rgba = bytes.chunks_exact(4).flat_map(|pixel| [2, 1, 0, 3].map(|channel| pixel[channel]));
            let size = IntSize::from_wh(bitmap.width, bitmap.height)?;
            Pixmap::from_vec(rgba.collect(), size)?.encode_png().ok()?.into()
        }
        // Signs in one colour are outlines.
        BitmapData::Mask(_) => return None,
    };
    Some(GlyphPicture { png, place_em: Rect { min: pt(left, top), max: pt(left + width, top + height) } })
}

fn units_per_em(font: &FontRef<'_>) -> f32 {
    f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em).max(1.0)
}
