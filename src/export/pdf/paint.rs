//! The primitives of a scene onto a page.

use super::paper::Sheet;
use super::{Faces, transform};
use crate::base::{Cancel, Color, Rect};
use crate::export::ExportError;
use crate::scene::{PathPrim, PathSeg, Prim, RectPrim, Scene, Stroke, TextRun, round_rect};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

/// Items that are looked at between two looks at the stop flag.
const ITEMS_PER_LOOK: usize = 256;
/// Length of a mark beside a corner that is cut out.
const MARK_PT: f32 = 14.0;

/// What a screen reader is to tell of a sheet: pieces of content in the order they were painted.
pub(super) struct Spoken {
    pub piece: Identifier,
    /// Index into the scene's nodes; none for text that belongs to none.
    pub node: Option<u32>,
    /// It is a line of text.
    pub is_text: bool,
}

/// Paints the part of a scene that a sheet shows; gives what is to be told of it.
pub(super) fn sheet(
    surface: &mut Surface<'_>,
    scene: &Scene,
    sheet: &Sheet,
    faces: &mut Faces,
    cancel: &Cancel,
) -> Result<Vec<Spoken>, ExportError> {
    let mut spoken = Vec::new();
    let shown = sheet.shown();
    if let Some(color) = scene.background {
        as_artifact(surface, |surface| {
            // The paper around a part that is cut out stays white.
            let ground = if sheet.is_tile {
                sheet.area
            } else {
                Rect::from_xywh(0.0, 0.0, sheet.size.width, sheet.size.height)
            };
            surface.set_stroke(None);
            surface.set_fill(Some(fill(color)));
            if let Some(path) = rounded(ground, 0.0) {
                surface.draw_path(&path);
            }
        });
    }
    let clip = rounded(sheet.area, 0.0).filter(|_| sheet.is_tile);
    if let Some(clip) = &clip {
        surface.push_clip_path(clip, &FillRule::NonZero);
    }
    surface.push_transform(&transform(sheet));
    let mut outcome = Ok(());
    for (index, item) in scene.items.iter().enumerate() {
        if index % ITEMS_PER_LOOK == 0 {
            outcome = cancel.check();
            if outcome.is_err() {
                break;
            }
        }
        if !item.prim.extent().is_some_and(|extent| extent.intersects(&shown)) {
            continue;
        }
        let is_text = matches!(item.prim, Prim::Text(_));
        if is_text || item.node.is_some() {
            let tag = match &item.prim {
                Prim::Text(run) => ContentTag::Span(span_of(run)),
                Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => ContentTag::Other,
            };
            let piece = surface.start_tagged(tag);
            prim(surface, &item.prim, faces);
            surface.end_tagged();
            spoken.push(Spoken { piece, node: item.node, is_text });
        } else {
            as_artifact(surface, |surface| prim(surface, &item.prim, faces));
        }
    }
    surface.pop();
    if clip.is_some() {
        surface.pop();
        as_artifact(surface, |surface| marks(surface, sheet.area));
    }
    outcome?;
    Ok(spoken)
}

/// Pictures of letters have no text of their own, and what is read from right to left is stored from left to right.
fn span_of(run: &TextRun) -> SpanTag<'_> {
    let is_plain = run.font.as_ref().is_none_or(|font| !font.is_colored()) && !run.is_rtl;
    SpanTag::empty().with_actual_text((!is_plain).then_some(&*run.text))
}

fn as_artifact(surface: &mut Surface<'_>, paint: impl FnOnce(&mut Surface<'_>)) {
    let _ = surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    paint(surface);
    surface.end_tagged();
}

fn prim(surface: &mut Surface<'_>, prim: &Prim, faces: &mut Faces) {
    match prim {
        Prim::Rect(shape) => rect(surface, shape),
        Prim::Path(shape) => path(surface, shape),
        Prim::Text(run) => text(surface, run, faces),
        Prim::Image(shape) => image(surface, shape.rect, &shape.png),
    }
}

fn rect(surface: &mut Surface<'_>, shape: &RectPrim) {
    if let Some(path) = rounded(shape.rect, shape.radius) {
        draw(surface, &path, shape.fill, shape.stroke.as_ref());
    }
}

fn path(surface: &mut Surface<'_>, shape: &PathPrim) {
    if let Some(path) = outline(&shape.segments) {
        draw(surface, &path, shape.fill, shape.stroke.as_ref());
    }
}

/// A path through the segments, none when they span nothing.
fn outline(segments: &[PathSeg]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for segment in segments {
        match *segment {
            PathSeg::Move(to) => builder.move_to(to.x, to.y),
            PathSeg::Line(to) => builder.line_to(to.x, to.y),
            PathSeg::Cubic(first, second, to) => {
                builder.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
            }
            PathSeg::Close => builder.close(),
        }
    }
    builder.finish()
}

fn draw(surface: &mut Surface<'_>, path: &Path, inside: Option<Color>, outline: Option<&Stroke>) {
    let inside = inside.map(fill);
    let outline = outline.map(stroke);
    if inside.is_some() || outline.is_some() {
        surface.set_fill(inside);
        surface.set_stroke(outline);
        surface.draw_path(path);
    }
}

fn text(surface: &mut Surface<'_>, run: &TextRun, faces: &mut Faces) {
    let Some(font) = faces.of(run.file()) else { return };
    if run.glyphs.is_empty() || run.size <= 0.0 {
        return;
    }
    let pictures = run.glyphs.iter().filter_map(|glyph| run.picture(glyph));
    let pictures: Vec<_> = pictures.collect();
    if !pictures.is_empty() {
        pictures.iter().for_each(|(rect, picture)| image(surface, *rect, &picture.png));
        return;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(fill(run.color)));
    let ends = run.glyphs.iter().skip(1).map(|glyph| glyph.x).chain([run.width]);
    let glyphs = run.glyphs.iter().zip(ends).zip(run.ranges());
    let glyphs = glyphs.map(|((glyph, end), text_range)| KrillaGlyph {
        glyph_id: GlyphId::new(u32::from(glyph.glyph)),
        text_range,
        x_advance: (end - glyph.x) / run.size,
        x_offset: 0.0,
        y_offset: -glyph.y / run.size,
        y_advance: 0.0,
        location: None,
    });
    let glyphs: Vec<_> = glyphs.collect();
    let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let start = Point::from_xy(run.origin.x + first, run.origin.y);
    surface.draw_glyphs(start, &glyphs, font, &run.text, run.size, false);
}

fn image(surface: &mut Surface<'_>, rect: Rect, png: &[u8]) {
    let size = Size::from_wh(rect.width(), rect.height());
    // Whole when the map was opened: checked there.
    let (Some(size), Ok(image)) = (size, Image::from_png(png.to_vec().into(), true)) else { return };
    surface.push_transform(&Transform::from_translate(rect.min.x, rect.min.y));
    surface.draw_image(image, size);
    surface.pop();
}

/// Short lines beside the corners of what is cut out, outside of it.
fn marks(surface: &mut Surface<'_>, area: Rect) {
    let mut builder = PathBuilder::new();
    for (x, outward) in [(area.min.x, -1.0), (area.max.x, 1.0)] {
        for (y, down) in [(area.min.y, -1.0), (area.max.y, 1.0)] {
            builder.move_to(x + outward * 3.0, y);
            builder.line_to(x + outward * (3.0 + MARK_PT), y);
            builder.move_to(x, y + down * 3.0);
            builder.line_to(x, y + down * (3.0 + MARK_PT));
        }
    }
    if let Some(path) = builder.finish() {
        let line = Stroke { color: Color::rgb(0, 0, 0), width: 0.5, dash: None };
        draw(surface, &path, None, Some(&line));
    }
}

/// A rectangle with round corners, none for one without extent.
fn rounded(rect: Rect, radius: f32) -> Option<Path> {
    outline(&round_rect(rect, radius))
}

fn fill(color: Color) -> Fill {
    Fill { paint: paint(color).into(), opacity: opacity(color), rule: FillRule::NonZero }
}

fn stroke(stroke: &Stroke) -> krilla::paint::Stroke {
    krilla::paint::Stroke {
        paint: paint(stroke.color).into(),
        width: stroke.width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        opacity: opacity(stroke.color),
        dash: stroke.dash.map(|(on, off)| StrokeDash { array: vec![on, off], offset: 0.0 }),
        ..krilla::paint::Stroke::default()
    }
}

fn paint(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}
