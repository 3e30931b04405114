//! What all slides have in common: title and subtitle above, source and number below, and the room between them.

use super::panel::{Entry, List};
use super::{Deck, Slide};
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::scene::logo::Logo;
use crate::scene::page;
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene, Stroke};
use crate::scene::roomy::scale;
use crate::scene::sketch::Sketch;
use crate::scene::style::{TextStyle, style};
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;

const TITLE: TextStyle = style(Face::Bold, 46.0, 56.0);
const SUBTITLE: TextStyle = style(Face::Regular, 24.0, 32.0);
const SOURCE: TextStyle = style(Face::Regular, 17.0, 22.0);

/// Left and right of everything.
const MARGIN: f32 = 96.0;
const LARGEST_LOGO: Size = Size { width: 260.0, height: 84.0 };
const LOGO_TOP: f32 = 64.0;
const LOGO_GAP: f32 = 48.0;
const TITLE_BASELINE: f32 = 112.0;
const SUBTITLE_BELOW_TITLE: f32 = 46.0;
/// From the last line of words above to the room.
const ROOM_BELOW_WORDS: f32 = 40.0;
/// From a slide's lower end to the line above the source.
const RULE_ABOVE_END: f32 = 76.0;
const SOURCE_ABOVE_END: f32 = 40.0;
/// From the room to the line above the source.
const RULE_BELOW_ROOM: f32 = 24.0;
/// A title is at most so many lines long; what is longer is cut.
const MOST_TITLE_LINES: usize = 2;

/// A slide in the making.
pub(super) struct Frame<'a> {
    pub sketch: Sketch<'a>,
    /// What is free between the words above and the source.
    pub room: Rect,
    size: Size,
    title: String,
    notes: Vec<String>,
}

impl<'a> Frame<'a> {
    /// Width of the room on any slide of a deck.
    pub fn width(deck: &Deck<'_>) -> f32 {
        deck.size.size().width - 2.0 * MARGIN
    }

    /// A slide with what stands above and below; `number` is its place in a set.
    pub fn new(
        deck: &Deck<'_>,
        (theme, fonts): (&'a Theme, &'a Fonts),
        (title, subtitle): (&str, &str),
        number: Option<usize>,
    ) -> Self {
        let mut sketch = Sketch::new(fonts, theme);
        let size = deck.size.size();
        let words_bottom = sketch.section(tr!("scene-section-header"), |sketch| {
            let beside = logo(sketch, deck, size);
            header(sketch, size.width - 2.0 * MARGIN - beside, title, subtitle)
        });
        sketch.section(tr!("scene-section-source"), |sketch| source(sketch, size, deck.source(), number));
        let room = Rect {
            min: pt(MARGIN, words_bottom + ROOM_BELOW_WORDS),
            max: pt(size.width - MARGIN, size.height - RULE_ABOVE_END - RULE_BELOW_ROOM),
        };
        let notes = [title, subtitle].into_iter().filter(|line| !line.is_empty()).map(str::to_owned);
        Self { sketch, room, size, title: title.to_owned(), notes: notes.collect() }
    }

    /// Adds a line for the speaker.
    pub fn note(&mut self, line: impl Into<String>) {
        self.notes.push(line.into());
    }

    /// Adds a line for each of a picture's elements that are wanted: their names say what is to be seen.
    pub fn note_elements(&mut self, scene: &Scene, is_wanted: impl Fn(Element) -> bool) {
        let wanted = scene.nodes.iter().filter(|node| is_wanted(node.element));
        self.notes.extend(wanted.map(|node| node.label.to_string()));
    }

    /// Adds what is listed.
    pub fn note_lists(&mut self, lists: &[List]) {
        for list in lists.iter().filter(|list| !list.entries.is_empty()) {
            self.notes.push(list.heading.clone());
            self.notes.extend(list.entries.iter().map(Entry::in_words));
        }
    }

    /// The slide.
    pub fn finish(self, deck: &Deck<'_>) -> Slide {
        let Self { mut sketch, size, title, mut notes, .. } = self;
        if deck.page.border {
            sketch.section(tr!("scene-section-background"), |sketch| page::border(sketch, deck.page, size));
        }
        if !deck.source().is_empty() {
            notes.push(tr!("scene-slide-source", source = deck.source()));
        }
        let scene = Scene {
            size,
            background: deck.page.ground_color(sketch.theme),
            items: sketch.items,
            nodes: sketch.nodes,
            sections: sketch.sections,
            ..Scene::default()
        };
        Slide { title, scene, notes: notes.join("\n") }
    }
}

/// Gives the width that it takes from the words at its left.
fn logo(sketch: &mut Sketch<'_>, deck: &Deck<'_>, size: Size) -> f32 {
    let Some(logo) = Logo::within(deck.page.logo.as_ref(), LARGEST_LOGO) else { return 0.0 };
    logo.paint(sketch, pt(size.width - MARGIN, LOGO_TOP));
    logo.size.width + LOGO_GAP
}

/// Gives the lower end of the words.
fn header(sketch: &mut Sketch<'_>, width: f32, title: &str, subtitle: &str) -> f32 {
    let theme = sketch.theme;
    let words = sketch.wrap_short(title, TITLE, width, MOST_TITLE_LINES);
    let last = TITLE_BASELINE + words.drop();
    let rect = Rect { min: pt(MARGIN, TITLE_BASELINE - TITLE.size_pt), max: pt(MARGIN + width, last + 12.0) };
    sketch.node(Element::Title, rect, title, |sketch| {
        sketch.paragraph(&words, pt(MARGIN, TITLE_BASELINE), Align::Start, theme.text);
    });
    if subtitle.is_empty() {
        return last;
    }
    let subtitle = sketch.wrap_short(subtitle, SUBTITLE, width, 1);
    let at = pt(MARGIN, last + SUBTITLE_BELOW_TITLE);
    sketch.paragraph(&subtitle, at, Align::Start, theme.text_muted)
}

fn source(sketch: &mut Sketch<'_>, size: Size, source: &str, number: Option<usize>) {
    let theme = sketch.theme;
    let stroke = Stroke { color: theme.border, width: 1.5, dash: None };
    sketch.horizontal(MARGIN, size.width - MARGIN, size.height - RULE_ABOVE_END, stroke);
    let baseline = size.height - SOURCE_ABOVE_END;
    if !source.is_empty() {
        let words = sketch.wrap_short(source, SOURCE, size.width - 2.0 * MARGIN - 80.0, 1);
        sketch.paragraph(&words, pt(MARGIN, baseline), Align::Start, theme.text_faint);
    }
    if let Some(number) = number {
        let at = pt(size.width - MARGIN, baseline);
        sketch.text(&number.to_string(), SOURCE, at, Align::End, theme.text_faint);
    }
}

/// Puts a picture into the upper left corner of a room, as large as it can be.
pub(super) fn put(sketch: &mut Sketch<'_>, scene: Scene, room: Rect) {
    let scale = scale(scene.size, room);
    sketch.embed(scene.magnified(scale), room.min);
}

/// The wide part of a room for a picture and the narrow one beside it for lists.
pub(super) fn columns(room: Rect) -> (Rect, Rect) {
    const GAP: f32 = 64.0;
    const SHARE: f32 = 0.66;
    let cut = room.min.x + SHARE * room.width();
    (Rect { max: pt(cut, room.max.y), ..room }, Rect { min: pt(cut + GAP, room.min.y), ..room })
}
