//! Single shapes: boxes with their text, free texts, curves, straight lines, pictures.

use super::geometry::{Extent, Scale, freeform, outline};
use super::groups::Words;
use super::text;
use crate::base::Color;
use crate::export::xml::escaped;
use crate::scene::{PathPrim, PathSeg, RectPrim, Stroke};

/// A shape's name in a list of all, as long as lists are wide.
const LONGEST_NAME: usize = 48;
/// Picture files begin so.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a shape is called.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// Number of its own on the slide.
    pub id: u32,
    /// What is read out in place of it.
    pub description: &'a str,
}

impl Names<'_> {
    /// The properties that every shape has.
    pub fn xml(self) -> String {
        let Self { id, description } = self;
        let line: String = description.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = line.chars().take(LONGEST_NAME).collect();
        format!(
            "<p:cNvPr id=\"{id}\" name=\"{}\" descr=\"{}\"/>",
            escaped(name.trim_end()),
            escaped(description)
        )
    }
}

/// A shape and where it is.
pub(super) struct Drawn {
    pub frame: Extent,
    pub xml: String,
}

/// A rectangle, perhaps with what is written on it.
pub(super) fn boxed(
    names: Names<'_>,
    shape: &RectPrim,
    words: Option<&Words<'_>>,
    scale: Scale,
    language: &str,
) -> Drawn {
    let frame = scale.frame(&shape.rect);
    let body = words.map(|words| text::on_rect(words, shape, scale, language)).unwrap_or_default();
    let look = format!("{}{}", fill(shape.fill), line(shape.stroke, scale));
    Drawn { frame, xml: sp(names, "", frame, &outline(shape), &look, &body) }
}

/// A text that stands free; `kind` says what it is to the slide.
pub(super) fn free(names: Names<'_>, words: &Words<'_>, scale: Scale, language: &str) -> Drawn {
    let (rect, body) = text::free(words, scale, language);
    let frame = scale.frame(&rect);
    let geometry = "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
    Drawn { frame, xml: sp(names, " txBox=\"1\"", frame, geometry, "<a:noFill/>", &body) }
}

/// The title of a slide.
pub(super) fn title(names: Names<'_>, words: &Words<'_>, scale: Scale, language: &str) -> Drawn {
    let (rect, body) = text::free(words, scale, language);
    let frame = scale.frame(&rect);
    let xml = format!(
        "<p:sp><p:nvSpPr>{}<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr>\
         </p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>{body}</p:sp>",
        names.xml(),
        frame.xml()
    );
    Drawn { frame, xml }
}

fn sp(names: Names<'_>, kind: &str, frame: Extent, geometry: &str, look: &str, body: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr>{}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>\
         <p:spPr><a:xfrm>{}</a:xfrm>{geometry}{look}</p:spPr>{body}</p:sp>",
        names.xml(),
        frame.xml()
    )
}

/// Lines and curves; none when there is nothing to be seen of them.
pub(super) fn path(names: Names<'_>, path: &PathPrim, scale: Scale) -> Option<Drawn> {
    if path.segments.len() < 2 || (path.fill.is_none() && path.stroke.is_none()) {
        return None;
    }
    let frame = scale.frame(&path.bounds()?);
    let xml = match (path.segments.as_slice(), path.fill, path.stroke) {
        (&[PathSeg::Move(from), PathSeg::Line(to)], None, Some(stroke)) => {
            let is_rising = (to.x - from.x) * (to.y - from.y) < 0.0;
            straight(names, frame, is_rising, stroke, scale)
        }
        (segments, ..) => {
            let geometry = freeform(segments, frame, path.fill.is_some(), scale);
            let look = format!("{}{}", fill(path.fill), line(path.stroke, scale));
            sp(names, "", frame, &geometry, &look, "")
        }
    };
    Some(Drawn { frame, xml })
}

fn straight(names: Names<'_>, frame: Extent, is_rising: bool, stroke: Stroke, scale: Scale) -> String {
    let flip = if is_rising { " flipV=\"1\"" } else { "" };
    format!(
        "<p:cxnSp><p:nvCxnSpPr>{}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flip}>{}</a:xfrm>\
         <a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>{}</p:spPr></p:cxnSp>",
        names.xml(),
        frame.xml(),
        line(Some(stroke), scale)
    )
}

/// A picture by the name of the slide's reference to it.
pub(super) fn picture(names: Names<'_>, frame: Extent, reference: &str) -> Drawn {
    let xml = format!(
        "<p:pic><p:nvPicPr>{}<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
         <p:blipFill><a:blip r:embed=\"{reference}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
         <p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
        names.xml(),
        frame.xml()
    );
    Drawn { frame, xml }
}

/// A presentation with anything else in the place of a picture would have to be repaired.
pub(super) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(PNG_SIGNATURE)
}

fn fill(color: Option<Color>) -> String {
    color.map_or_else(|| "<a:noFill/>".to_owned(), solid_fill)
}

/// A plain colour, with how much of it is seen where it is not all.
pub(super) fn solid_fill(color: Color) -> String {
    let Color { r, g, b, a } = color;
    let alpha =
        if a == 255 { String::new() } else { format!("<a:alpha val=\"{}\"/>", u32::from(a) * 100_000 / 255) };
    format!("<a:solidFill><a:srgbClr val=\"{r:02X}{g:02X}{b:02X}\">{alpha}</a:srgbClr></a:solidFill>")
}

/// A line with round ends and corners.
#[allow(clippy::cast_possible_truncation)] // lengths of dashes
fn line(stroke: Option<Stroke>, scale: Scale) -> String {
    let Some(Stroke { color, width, dash }) = stroke else {
        return "<a:ln><a:noFill/></a:ln>".to_owned();
    };
    // Dashes are told in thousandths of a percent of the line's width.
    let share = |length: f32| (length / width.max(0.01) * 100_000.0).round().max(1.0) as i64;
    let dash = dash.filter(|(on, off)| *on > 0.0 && *off > 0.0).map(|(on, off)| {
        format!("<a:custDash><a:ds d=\"{}\" sp=\"{}\"/></a:custDash>", share(on), share(off))
    });
    format!(
        "<a:ln w=\"{}\" cap=\"rnd\">{}{}<a:round/></a:ln>",
        scale.emu(width).max(0),
        solid_fill(color),
        dash.unwrap_or_default()
    )
}
