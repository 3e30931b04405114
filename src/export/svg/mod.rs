//! Writes a scene as SVG: one element per primitive, parts of the map as named groups, letters as text whose fonts come
//! along or as outlines. The same scene gives the same text; numbers are as short as a thousandth of a point allows.

mod embedded;
mod sfnt;
mod text;

use super::xml::escaped;
use crate::base::{Color, Point, Rect};
use crate::scene::{ImagePrim, PathPrim, PathSeg, Prim, RectPrim, Scene, Stroke};
use base64::Engine as _;
use embedded::EmbeddedFonts;
use std::fmt::Write as _;

/// How the letters of an SVG are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum SvgText {
    /// As text that can be searched, copied and edited, with the glyphs that are used. Browsers take these; programs that
    /// know only the fonts of the system take Inter, or else a plain sans serif in its place.
    #[default]
    Embedded,
    /// As outlines, which look the same everywhere and can't be edited.
    Outlines,
}

const MM_PER_PT: f32 = 25.4 / 72.0;

impl SvgText {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::Embedded, Self::Outlines];
}

/// Writes a scene as SVG; `title` names the document for screen readers and browsers. Its points are pixels of browsers.
#[must_use]
pub fn svg(scene: &Scene, title: &str, text: SvgText) -> String {
    write(scene, title, text, true, number)
}

/// As [`svg`], for a scene that is as large as a sheet of paper: so many millimetres wide and high.
#[must_use]
pub fn svg_sheet(scene: &Scene, title: &str, text: SvgText) -> String {
    write(scene, title, text, true, |points| format!("{}mm", number(points * MM_PER_PT)))
}

/// As [`svg`], to stand within a web page. Browsers read the fonts that come along, so that lines are as long as they should be by
/// themselves; told how long, Firefox counts the room between letters twice.
#[must_use]
pub(super) fn svg_in_page(scene: &Scene, title: &str) -> String {
    write(scene, title, SvgText::Embedded, false, number)
}

/// `length` writes how wide and how high the whole is.
fn write(
    scene: &Scene,
    title: &str,
    text: SvgText,
    tells_widths: bool,
    length: impl Fn(f32) -> String,
) -> String {
    let fonts = match text {
        SvgText::Embedded => EmbeddedFonts::of(scene),
        SvgText::Outlines => EmbeddedFonts::default(),
    };
    let mut svg = Svg { xml: String::new(), tells_widths };
    svg.open(scene, title, &fonts, length);
    let mut open_node = None;
    for (index, item) in scene.items.iter().enumerate() {
        if item.node != open_node {
            if open_node.is_some() {
                svg.xml.push_str("</g>\n");
            }
            open_node = item.node;
            if let Some(node) = open_node {
                let label = scene.nodes.get(node as usize).map(|node| node.label.text());
                svg.group(&label.unwrap_or_default());
            }
        }
        match &item.prim {
            Prim::Rect(rect) => svg.rect(rect),
            Prim::Path(path) => svg.path(path),
            Prim::Text(run) => svg.text(index, run, &fonts),
            Prim::Image(image) => svg.image(image),
        }
    }
    if open_node.is_some() {
        svg.xml.push_str("</g>\n");
    }
    svg.xml.push_str("</svg>\n");
    svg.xml
}

/// A drawing in the making.
struct Svg {
    xml: String,
    /// Lines of text say how long they are, for fonts that stand in.
    tells_widths: bool,
}

impl Svg {
    fn open(&mut self, scene: &Scene, title: &str, fonts: &EmbeddedFonts, length: impl Fn(f32) -> String) {
        let (width, height) = (number(scene.size.width), number(scene.size.height));
        self.xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.add(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{}\" style=\"font-kerning:none\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>{}</title>\n",
            length(scene.size.width),
            length(scene.size.height),
            embedded::FAMILIES,
            escaped(title)
        ));
        self.xml.push_str(&fonts.style());
        if let Some(color) = scene.background {
            self.add(format_args!("<rect width=\"{width}\" height=\"{height}\"{}/>\n", fill(Some(color))));
        }
    }

    fn group(&mut self, label: &str) {
        if label.is_empty() {
            self.xml.push_str("<g>\n");
        } else {
            let label = escaped(label);
            self.add(format_args!("<g role=\"img\" aria-label=\"{label}\"><title>{label}</title>\n"));
        }
    }

    fn rect(&mut self, prim: &RectPrim) {
        let radius =
            if prim.radius > 0.0 { format!(" rx=\"{}\"", number(prim.radius)) } else { String::new() };
        self.add(format_args!(
            "<rect{}{radius}{}{}/>\n",
            place(&prim.rect),
            fill(prim.fill),
            stroke(prim.stroke.as_ref())
        ));
    }

    fn path(&mut self, prim: &PathPrim) {
        self.add(format_args!(
            "<path d=\"{}\"{}{}/>\n",
            path_data(&prim.segments),
            fill(prim.fill),
            stroke(prim.stroke.as_ref())
        ));
    }

    fn image(&mut self, prim: &ImagePrim) {
        let data = base64::engine::general_purpose::STANDARD.encode(&prim.png);
        self.add(format_args!(
            "<image{} preserveAspectRatio=\"none\" href=\"data:image/png;base64,{data}\"/>\n",
            place(&prim.rect)
        ));
    }

    fn add(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a `String` can't fail.
        let _ = self.xml.write_fmt(arguments);
    }
}

/// A path as the attribute `d` tells it.
fn path_data(segments: &[PathSeg]) -> String {
    let xy = |point: Point| format!("{} {}", number(point.x), number(point.y));
    let told = segments.iter().map(|segment| match *segment {
        PathSeg::Move(to) => format!("M{}", xy(to)),
        PathSeg::Line(to) => format!("L{}", xy(to)),
        PathSeg::Cubic(first, second, to) => format!("C{} {} {}", xy(first), xy(second), xy(to)),
        PathSeg::Close => "Z".to_owned(),
    });
    told.collect()
}

fn place(rect: &Rect) -> String {
    let (x, y) = (number(rect.min.x), number(rect.min.y));
    let (width, height) = (number(rect.width().max(0.0)), number(rect.height().max(0.0)));
    format!(" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

fn fill(color: Option<Color>) -> String {
    color.map_or_else(|| " fill=\"none\"".to_owned(), |color| paint("fill", color))
}

fn stroke(stroke: Option<&Stroke>) -> String {
    let Some(Stroke { color, width, dash }) = stroke else { return String::new() };
    let dash = dash
        .map(|(on, off)| format!(" stroke-dasharray=\"{} {}\"", number(on), number(off)))
        .unwrap_or_default();
    format!("{} stroke-width=\"{}\"{dash}", paint("stroke", *color), number(*width))
}

/// Colour and, where it is not opaque, opacity apart: office programs do not read `#RRGGBBAA`.
fn paint(attribute: &str, color: Color) -> String {
    let opaque = Color { a: 255, ..color };
    if color.a == 255 {
        format!(" {attribute}=\"{opaque}\"")
    } else {
        let opacity = number((f32::from(color.a) / 255.0 * 1000.0).round() / 1000.0);
        format!(" {attribute}=\"{opaque}\" {attribute}-opacity=\"{opacity}\"")
    }
}

/// At most three decimals, none that say nothing; not-a-number becomes 0.
fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.3}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let texts = [1.0, 0.5, -0.0001, 131.25, 1234.5678, f32::NAN].map(number);
        assert_eq!(texts, ["1", "0.5", "0", "131.25", "1234.568", "0"]);
    }
}
