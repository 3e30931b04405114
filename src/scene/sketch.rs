//! What the parts of the scene paint into: collects primitives and the nodes they belong to.

use super::prim::{Element, Fill, ImagePrim, Item, Node, PathPrim, PathSeg, Prim, RectPrim, Stroke, TextRun};
use super::style::TextStyle;
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::text::{Fonts, Shaped};
use crate::theme::Theme;
use std::ops::Range;
use std::sync::Arc;

/// Primitives in the making, back to front.
pub(super) struct Sketch<'a> {
    pub fonts: &'a Fonts,
    pub theme: &'a Theme,
    pub items: Vec<Item>,
    pub nodes: Vec<Node>,
    /// What is painted now belongs to this node.
    node: Option<u32>,
}

/// A node's place in [`Sketch::nodes`].
#[derive(Clone, Copy)]
pub(super) struct NodeIndex(u32);

/// Which point of a line of text the given x is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// A text broken into lines of one style.
pub(super) struct Paragraph {
    pub lines: Vec<Shaped>,
    style: TextStyle,
}

impl<'a> Sketch<'a> {
    pub fn new(fonts: &'a Fonts, theme: &'a Theme) -> Self {
        Self { fonts, theme, items: Vec::new(), nodes: Vec::new(), node: None }
    }

    /// Adds a node; what `paint` paints belongs to it.
    pub fn node(
        &mut self,
        element: Element,
        rect: Rect,
        label: impl Into<Arc<str>>,
        paint: impl FnOnce(&mut Self),
    ) {
        let node = self.bare_node(element, rect, label);
        self.of_node(node, paint);
    }

    /// Adds a node that is painted later, or never: what is hit first need not be what is painted last.
    pub fn bare_node(&mut self, element: Element, rect: Rect, label: impl Into<Arc<str>>) -> NodeIndex {
        self.nodes.push(Node { element, rect, label: label.into() });
        NodeIndex(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
    }

    /// What `paint` paints belongs to this node.
    pub fn of_node(&mut self, node: NodeIndex, paint: impl FnOnce(&mut Self)) {
        let outer = self.node.replace(node.0);
        paint(self);
        self.node = outer;
    }

    fn push(&mut self, prim: Prim) {
        self.items.push(Item { prim, node: self.node });
    }

    pub fn rect(&mut self, rect: Rect, radius: f32, fill: impl Into<Option<Fill>>, stroke: Option<Stroke>) {
        self.push(Prim::Rect(RectPrim { rect, radius, fill: fill.into(), stroke }));
    }

    pub fn image(&mut self, image: ImagePrim) {
        self.push(Prim::Image(image));
    }

    pub fn circle(
        &mut self,
        center: Point,
        radius: f32,
        fill: impl Into<Option<Fill>>,
        stroke: Option<Stroke>,
    ) {
        let square = Rect { min: center, max: center }.expanded(radius);
        self.rect(square, radius, fill, stroke);
    }

    pub fn path(&mut self, segments: Vec<PathSeg>, fill: impl Into<Option<Fill>>, stroke: Option<Stroke>) {
        self.push(Prim::Path(PathPrim { segments, fill: fill.into(), stroke }));
    }

    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.path(vec![PathSeg::Move(from), PathSeg::Line(to)], None, Some(stroke));
    }

    pub fn horizontal(&mut self, left: f32, right: f32, y: f32, stroke: Stroke) {
        self.line(pt(left, y), pt(right, y), stroke);
    }

    /// Paints what was painted elsewhere around (0, 0), now around `at`.
    pub fn prims(&mut self, prims: &[Prim], at: Point) {
        let node = self.node;
        self.items.extend(prims.iter().map(|prim| {
            let mut prim = prim.clone();
            prim.shift(at.x, at.y);
            Item { prim, node }
        }));
    }

    /// Gives nodes their lower end, which was not known when they were added.
    pub fn end_nodes(&mut self, nodes: Range<usize>, bottom: f32) {
        self.nodes.get_mut(nodes).unwrap_or_default().iter_mut().for_each(|node| node.rect.max.y = bottom);
    }

    /// A shaped line with its baseline at `at`. Letters that the face lacks get runs of their own,
    /// so that a painter with other fonts can draw them without moving what follows.
    pub fn shaped(&mut self, line: &Shaped, style: TextStyle, at: Point, align: Align, color: Color) {
        let left = match align {
            Align::Start => at.x,
            Align::Middle => at.x - line.width / 2.0,
            Align::End => at.x - line.width,
        };
        let run = |line: &Shaped, x: f32| TextRun {
            text: line.text.clone(),
            origin: pt(x, at.y),
            face: style.face,
            size: style.size_pt,
            color,
            width: line.width,
            glyphs: line.glyphs.clone(),
        };
        if line.glyphs.iter().all(|glyph| glyph.glyph != 0) {
            if !line.text.is_empty() {
                self.push(Prim::Text(run(line, left)));
            }
            return;
        }
        let mut x = left;
        for part in self.fonts.runs(&line.text, style.face, style.size_pt) {
            self.push(Prim::Text(run(&part, x)));
            x += part.width;
        }
    }

    /// A short text on one line.
    pub fn text(&mut self, text: &str, style: TextStyle, at: Point, align: Align, color: Color) {
        let line = self.fonts.shape(text, style.face, style.size_pt);
        self.shaped(&line, style, at, align, color);
    }

    pub fn wrap(&self, text: &str, style: TextStyle, width: f32) -> Paragraph {
        Paragraph { lines: self.fonts.wrap(text, style.face, style.size_pt, width), style }
    }

    /// All lines of a paragraph; gives the baseline of the last.
    pub fn paragraph(&mut self, paragraph: &Paragraph, first: Point, align: Align, color: Color) -> f32 {
        let mut at = first;
        for line in &paragraph.lines {
            self.shaped(line, paragraph.style, at, align, color);
            at.y += paragraph.style.line_height_pt;
        }
        at.y - paragraph.style.line_height_pt
    }
}

impl Paragraph {
    /// From the first baseline to the last.
    #[allow(clippy::cast_precision_loss)] // lines of a card
    pub fn drop(&self) -> f32 {
        self.lines.len().saturating_sub(1) as f32 * self.style.line_height_pt
    }

    /// Width of the last line.
    pub fn last_width(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.width)
    }

    /// Width of the widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// A solid line.
pub(super) const fn solid(color: Color, width: f32) -> Option<Stroke> {
    Some(Stroke { color, width, dash: None })
}

/// A line of dashes.
pub(super) const fn dashed(color: Color, width: f32, dash: f32, gap: f32) -> Stroke {
    Stroke { color, width, dash: Some((dash, gap)) }
}
