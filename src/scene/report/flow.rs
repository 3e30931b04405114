//! Pages that fill from top to bottom: what finds no room on one begins the next.

use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene, Stroke};
use crate::scene::sketch::Sketch;
use crate::scene::style::TextStyle;
use crate::text::{Face, Fonts};
use crate::theme::Theme;

/// A4, upright, in points.
pub const PAGE: Size = Size { width: 595.276, height: 841.89 };
pub const MARGIN: f32 = 56.0;
const TOP: f32 = 60.0;
/// Lower end of what flows.
const BOTTOM: f32 = PAGE.height - 70.0;
const FOOT: TextStyle = TextStyle { face: Face::Regular, size_pt: 8.5, line_height_pt: 11.0 };

/// No heading is longer than this.
const HEADING_LINES: usize = 6;

/// Where so much of a page is left, a picture is rather made smaller than put on the next page.
const HIGH: f32 = 0.8;

/// Pages in the making.
pub struct Flow<'a> {
    pub sketch: Sketch<'a>,
    /// Where the next thing begins.
    pub y: f32,
    look: (&'a Theme, &'a Fonts),
    /// At the foot of every page but the first.
    foot: String,
    pages: Vec<Scene>,
}

impl<'a> Flow<'a> {
    pub fn new(look: (&'a Theme, &'a Fonts), foot: &str) -> Self {
        let sketch = Sketch::new(look.1, look.0);
        Self { sketch, y: TOP, look, foot: foot.to_owned(), pages: Vec::new() }
    }

    /// Width of what flows.
    pub const fn width() -> f32 {
        PAGE.width - 2.0 * MARGIN
    }

    /// Height of an empty page.
    pub const fn height() -> f32 {
        BOTTOM - TOP
    }

    /// Begins a new page when so much does not fit below.
    pub fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.next_page();
        }
    }

    /// Ends the page.
    pub fn next_page(&mut self) {
        let (theme, fonts) = self.look;
        let number = self.pages.len() + 1;
        if number > 1 {
            let y = PAGE.height - 46.0;
            let stroke = Stroke { color: theme.border, width: 0.75, dash: None };
            self.sketch.horizontal(MARGIN, PAGE.width - MARGIN, y, stroke);
            let foot = self.sketch.wrap_short(&self.foot, FOOT, Self::width() - 40.0, 1);
            self.sketch.paragraph(&foot, pt(MARGIN, y + 16.0), Align::Start, theme.text_faint);
            let at = pt(PAGE.width - MARGIN, y + 16.0);
            self.sketch.text(&number.to_string(), FOOT, at, Align::End, theme.text_faint);
        }
        let sketch = std::mem::replace(&mut self.sketch, Sketch::new(fonts, theme));
        let Sketch { items, nodes, sections, .. } = sketch;
        let background = Some(theme.card);
        self.pages.push(Scene { size: PAGE, background, items, nodes, sections, ..Scene::default() });
        self.y = TOP;
    }

    /// Lines of words; they go on on the next page where they must.
    pub fn words(&mut self, words: &str, style: TextStyle, color: crate::base::Color) {
        for line in words.lines() {
            let paragraph = self.sketch.wrap(line, style, Self::width());
            for line in paragraph.lines.iter() {
                self.need(style.line_height_pt);
                let at = pt(MARGIN, self.y + style.size_pt);
                self.sketch.shaped(line, style, at, Align::Start, color);
                self.y += style.line_height_pt;
            }
        }
    }

    /// A heading that stays with so much of what follows.
    pub fn heading(&mut self, title: &str, style: TextStyle, keep: f32) {
        let theme = self.sketch.theme;
        let words = self.sketch.wrap_short(title, style, Self::width(), HEADING_LINES);
        let height = words.drop() + style.line_height_pt;
        self.need(height + keep);
        let rect = Rect::from_xywh(MARGIN, self.y, Self::width(), height);
        let first = pt(MARGIN, self.y + style.size_pt);
        self.sketch.node(Element::Title, rect, title, |sketch| {
            sketch.paragraph(&words, first, Align::Start, theme.text);
        });
        self.y += height;
    }

    /// A picture as wide as the page, or as high as a page where it is higher; below a heading at the top of a page, as high as
    /// what is left of it.
    pub fn picture(&mut self, scene: &Scene) {
        let left = BOTTOM - self.y;
        let room = if left > HIGH * Self::height() { left } else { Self::height() };
        let most = (Self::width() / scene.size.width).min(room / scene.size.height);
        let scale = if most.is_finite() { most.min(1.0) } else { 1.0 };
        let height = scene.size.height * scale;
        self.need(height);
        let at: Point = pt(MARGIN, self.y);
        self.sketch.embed(scene.clone().magnified(scale), at);
        self.y += height;
    }

    pub fn finish(mut self) -> Vec<Scene> {
        if self.y > TOP {
            self.next_page();
        }
        self.pages
    }
}
