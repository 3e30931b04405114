//! What the parts of the scene paint into: collects primitives and the nodes they belong to.

use super::label::Label;
use super::passage::{Align, Passage, Section};
use super::prim::{Element, Fill, ImagePrim, Item, Node, PathPrim, PathSeg, Prim, RectPrim, Scene, Stroke};
use super::run::TextRun;
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
    pub sections: Vec<Section>,
    /// What is painted now belongs to this node.
    node: Option<u32>,
}

/// A node's place in [`Sketch::nodes`].
#[derive(Clone, Copy)]
pub(super) struct NodeIndex(u32);

/// A text broken into lines of one style.
pub(super) struct Paragraph {
    pub lines: Arc<[Shaped]>,
    style: TextStyle,
    text: Arc<str>,
    /// Width it was broken to.
    room: f32,
    /// Its end was left out.
    is_shortened: bool,
}

impl<'a> Sketch<'a> {
    pub fn new(fonts: &'a Fonts, theme: &'a Theme) -> Self {
        Self { fonts, theme, items: Vec::new(), nodes: Vec::new(), sections: Vec::new(), node: None }
    }

    /// Adds a node; what `paint` paints belongs to it.
    pub fn node(
        &mut self,
        element: Element,
        rect: Rect,
        label: impl Into<Label>,
        paint: impl FnOnce(&mut Self),
    ) {
        let node = self.bare_node(element, rect, label);
        self.of_node(node, paint);
    }

    /// Adds a node that is painted later, or never: what is hit first need not be what is painted last.
    pub fn bare_node(&mut self, element: Element, rect: Rect, label: impl Into<Label>) -> NodeIndex {
        self.nodes.push(Node { element, rect, label: label.into() });
        NodeIndex(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
    }

    /// What `paint` paints belongs to this node.
    pub fn of_node(&mut self, node: NodeIndex, paint: impl FnOnce(&mut Self)) {
        let outer = self.node.replace(node.0);
        paint(self);
        self.node = outer;
    }

    /// The node to which belongs what is painted now.
    pub fn current_node(&self) -> Option<u32> {
        self.node
    }

    /// What `paint` paints is a part of the picture with a name of its own.
    pub fn section<T>(&mut self, name: impl Into<Arc<str>>, paint: impl FnOnce(&mut Self) -> T) -> T {
        let first = self.items.len();
        let painted = paint(self);
        self.sections.push(Section { name: name.into(), items: first..self.items.len() });
        painted
    }

    /// Adds so many primitives that nobody sees, to be replaced.
    pub fn leave_room(&mut self, count: usize) {
        for _ in 0..count {
            self.rect(Rect::default(), 0.0, None, None);
        }
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

    /// Puts a whole picture with its upper left corner at a place: its items, nodes and sections.
    pub fn embed(&mut self, scene: Scene, at: Point) {
        let first_node = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let first_item = self.items.len();
        self.nodes.extend(
            scene.nodes.into_iter().map(|node| Node { rect: node.rect.translated(at.x, at.y), ..node }),
        );
        self.items.extend(scene.items.into_iter().map(|mut item| {
            item.prim.shift(at.x, at.y);
            Item { node: item.node.map(|node| node.saturating_add(first_node)), ..item }
        }));
        self.sections.extend(scene.sections.into_iter().map(|section| section.shifted(first_item)));
    }

    /// Gives nodes their lower end, which was not known when they were added.
    pub fn end_nodes(&mut self, nodes: Range<usize>, bottom: f32) {
        self.nodes.get_mut(nodes).unwrap_or_default().iter_mut().for_each(|node| node.rect.max.y = bottom);
    }

    /// A shaped line with its baseline at `at`.
    fn line_of(&mut self, passage: &Arc<Passage>, line: &Shaped, style: TextStyle, at: Point, color: Color) {
        let left = match passage.align {
            Align::Start => at.x,
            Align::Middle => at.x - line.width / 2.0,
            Align::End => at.x - line.width,
        };
        for run in line.runs.iter() {
            let run = TextRun::of(run, pt(left, at.y), (style.face, style.size_pt), color, passage);
            self.push(Prim::Text(run));
        }
    }

    /// A line that is shaped already, with its baseline at `at`.
    pub fn shaped(&mut self, line: &Shaped, style: TextStyle, at: Point, align: Align, color: Color) {
        self.single(line, style, at, color, Passage::line(Arc::clone(&line.text), align));
    }

    /// A short text on one line.
    pub fn text(&mut self, text: &str, style: TextStyle, at: Point, align: Align, color: Color) {
        let line = self.fonts.shape(text, style.face, style.size_pt);
        self.shaped(&line, style, at, align, color);
    }

    /// As [`Self::text`], written on the rectangle painted last.
    pub fn text_on_rect(&mut self, text: &str, style: TextStyle, at: Point, align: Align, color: Color) {
        let line = self.fonts.shape(text, style.face, style.size_pt);
        let passage = Passage { on_rect: true, ..Passage::line(Arc::clone(&line.text), align) };
        self.single(&line, style, at, color, passage);
    }

    fn single(&mut self, line: &Shaped, style: TextStyle, at: Point, color: Color, passage: Passage) {
        let line_height_em = style.line_height_em();
        self.line_of(&Arc::new(Passage { line_height_em, ..passage }), line, style, at, color);
    }

    pub fn wrap(&self, text: &str, style: TextStyle, width: f32) -> Paragraph {
        let lines = self.fonts.wrap(text, style.face, style.size_pt, width);
        Paragraph { lines, style, text: text.into(), room: width, is_shortened: false }
    }

    /// At most so many lines; what is longer ends in `…`.
    pub fn wrap_short(&self, text: &str, style: TextStyle, width: f32, most_lines: usize) -> Paragraph {
        let mut paragraph = self.wrap(text, style, width);
        if paragraph.lines.len() > most_lines {
            let (kept, rest) = paragraph.lines.split_at(most_lines.saturating_sub(1));
            let rest: Vec<_> = rest.iter().map(|line| &*line.text).collect();
            let last = self.fonts.ellipsize(&rest.join(" "), style.face, style.size_pt, width);
            paragraph.lines = kept.iter().cloned().chain([last]).collect();
            let shown: Vec<_> = paragraph.lines.iter().map(|line| &*line.text).collect();
            paragraph.text = shown.join(" ").into();
            paragraph.is_shortened = true;
        }
        paragraph
    }

    /// All lines of a paragraph; gives the baseline of the last.
    pub fn paragraph(&mut self, paragraph: &Paragraph, first: Point, align: Align, color: Color) -> f32 {
        self.lines_of(paragraph, first, align, color, false)
    }

    /// As [`Self::paragraph`], written on the rectangle painted last.
    pub fn paragraph_on_rect(
        &mut self,
        paragraph: &Paragraph,
        first: Point,
        align: Align,
        color: Color,
    ) -> f32 {
        self.lines_of(paragraph, first, align, color, true)
    }

    fn lines_of(
        &mut self,
        paragraph: &Paragraph,
        first: Point,
        align: Align,
        color: Color,
        on_rect: bool,
    ) -> f32 {
        let style = paragraph.style;
        let passage = Arc::new(Passage {
            text: Arc::clone(&paragraph.text),
            align,
            room_em: Some(paragraph.room / style.size_pt),
            line_height_em: style.line_height_em(),
            on_rect,
            is_shortened: paragraph.is_shortened,
        });
        let mut at = first;
        for line in paragraph.lines.iter() {
            self.line_of(&passage, line, style, at, color);
            at.y += style.line_height_pt;
        }
        at.y - style.line_height_pt
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
