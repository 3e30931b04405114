//! The nine signs as a picture: a card each with its verdict, its figure and what that rests on. On a sheet of its own it is
//! what a manager reads in a minute.

use super::passage::Align;
use super::prim::{Element, PathSeg, Scene};
use super::sketch::{Paragraph, Sketch, solid};
use super::style::{TextStyle, style};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect, Size};
use crate::insights::signs::{ToldSign, Verdict};
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;

const TITLE: TextStyle = style(Face::Bold, 24.0, 30.0);
const SUBTITLE: TextStyle = style(Face::Regular, 13.0, 18.0);
const SOURCE: TextStyle = style(Face::Regular, 9.5, 13.0);
const NAME: TextStyle = style(Face::SemiBold, 13.0, 17.0);
const NUMBER: TextStyle = style(Face::SemiBold, 11.0, 14.0);
const VERDICT: TextStyle = style(Face::SemiBold, 11.0, 14.0);
const FIGURE: TextStyle = style(Face::Bold, 21.0, 26.0);
const LINE: TextStyle = style(Face::Regular, 10.5, 14.0);
const PLACES: TextStyle = style(Face::Medium, 10.5, 14.0);

/// A4, lying, in points.
pub const SHEET: Size = Size { width: 841.89, height: 595.276 };
const MARGIN: f32 = 40.0;
const GAP: f32 = 12.0;
const PADDING: f32 = 13.0;
/// A card narrower than this can't be read.
const NARROWEST: f32 = 210.0;
/// Lines of a sentence, and sentences of a card.
const MOST_LINES: usize = 4;
const MOST_SENTENCES: usize = 4;

/// All signs on a sheet of paper, with a title above and where the figures come from below.
#[must_use]
pub fn sheet(signs: &[ToldSign], (title, source): (&str, &str), theme: &Theme, fonts: &Fonts) -> Scene {
    let mut sketch = Sketch::new(fonts, theme);
    let room = SHEET.width - 2.0 * MARGIN;
    let words = sketch.wrap_short(&tr!("scene-signs-of", title = title), TITLE, room, 1);
    let rect = Rect::from_xywh(MARGIN, MARGIN - 4.0, room, TITLE.line_height_pt);
    sketch.node(Element::Title, rect, tr!("scene-signs"), |sketch| {
        sketch.paragraph(&words, pt(MARGIN, MARGIN + 18.0), Align::Start, theme.text);
    });
    let subtitle = sketch.wrap_short(&summary(signs), SUBTITLE, room, 1);
    sketch.paragraph(&subtitle, pt(MARGIN, MARGIN + 39.0), Align::Start, theme.text_muted);
    let (top, bottom) = (MARGIN + 54.0, SHEET.height - MARGIN - 8.0);
    let cards = cards_within(signs, Size { width: room, height: bottom - top }, 1.0, (theme, fonts));
    sketch.section(tr!("scene-signs"), |sketch| sketch.embed(cards, pt(MARGIN, top)));
    let source = sketch.wrap_short(source.trim(), SOURCE, room, 1);
    sketch.paragraph(&source, pt(MARGIN, SHEET.height - MARGIN + 12.0), Align::Start, theme.text_faint);
    let Sketch { items, nodes, sections, .. } = sketch;
    Scene { size: SHEET, background: Some(theme.canvas), items, nodes, sections, ..Scene::default() }
}

/// How many there are of each verdict that asks for something, in a line.
#[must_use]
pub fn summary(signs: &[ToldSign]) -> String {
    let count = |verdict| signs.iter().filter(|told| told.sign.verdict == verdict).count();
    tr!(
        "scene-signs-summary",
        work = count(Verdict::NeedsWork),
        watch = count(Verdict::Watch),
        fine = count(Verdict::Fine),
        unknown = count(Verdict::NoData)
    )
}

/// The cards in a room, so many times larger than on paper, or smaller where there are too many words for that.
#[must_use]
pub fn cards_within(signs: &[ToldSign], room: Size, largest: f32, look: (&Theme, &Fonts)) -> Scene {
    /// From one size that is tried to the next.
    const STEP: f32 = 0.95;
    const MOST_TRIES: usize = 16;
    let lay_out = |scale: f32| (scale, cards(signs, room.width / scale, Some(room.height / scale), look));
    let sizes = std::iter::successors(Some(largest), |scale| Some(scale * STEP)).take(MOST_TRIES);
    let mut laid =
        sizes.map(lay_out).skip_while(|(scale, cards)| scale * cards.size.height > room.height + 0.5);
    let (scale, cards) = laid.next().unwrap_or_else(|| lay_out(0.4 * largest));
    let fitting = room.height / cards.size.height.max(1.0);
    cards.magnified(scale.min(fitting))
}

/// The cards alone in three columns, or as many as there is room for; together at least so high.
#[must_use]
pub fn cards(
    signs: &[ToldSign],
    width: f32,
    least_height: Option<f32>,
    (theme, fonts): (&Theme, &Fonts),
) -> Scene {
    let mut sketch = Sketch::new(fonts, theme);
    let fitting = [3_u8, 2].into_iter().find(|columns| card_width(width, *columns) >= NARROWEST);
    let columns = fitting.unwrap_or(1);
    let card_width = card_width(width, columns);
    let laid: Vec<Card<'_>> = signs.iter().map(|told| Card::new(&sketch, told, card_width)).collect();
    let rows: Vec<&[Card<'_>]> = laid.chunks(usize::from(columns)).collect();
    let heights = rows.iter().map(|row| row.iter().map(Card::height).fold(0.0, f32::max));
    let mut heights: Vec<f32> = heights.collect();
    #[allow(clippy::cast_precision_loss)] // a few rows
    let gaps = rows.len().saturating_sub(1) as f32 * GAP;
    if let Some(least) = least_height {
        even_out(&mut heights, least - gaps);
    }
    let mut top = 0.0;
    let mut number = 0;
    for (row, height) in rows.iter().zip(&heights) {
        let mut left = 0.0;
        for card in *row {
            let rect = Rect::from_xywh(left, top, card_width, *height);
            sketch.node(Element::Figure(number), rect, card.spoken(), |sketch| card.paint(sketch, rect));
            number += 1;
            left += card_width + GAP;
        }
        top += height + GAP;
    }
    let Sketch { items, nodes, sections, .. } = sketch;
    let size = Size { width, height: (top - GAP).max(0.0) };
    Scene { size, items, nodes, sections, ..Scene::default() }
}

fn card_width(width: f32, columns: u8) -> f32 {
    let columns = f32::from(columns);
    (width - (columns - 1.0) * GAP) / columns
}

/// Makes low rows higher until all together have the height, as far as it is more than they need.
fn even_out(heights: &mut [f32], wanted: f32) {
    #[allow(clippy::cast_precision_loss)] // a few rows
    let level = wanted / heights.len().max(1) as f32;
    let over: f32 = heights.iter().map(|height| (height - level).max(0.0)).sum();
    let under: f32 = heights.iter().map(|height| (level - height).max(0.0)).sum();
    let share = if under > 0.0 { ((under - over) / under).clamp(0.0, 1.0) } else { 0.0 };
    for height in heights.iter_mut().filter(|height| **height < level) {
        *height += share * (level - *height);
    }
}

/// A card laid out in its width.
struct Card<'a> {
    told: &'a ToldSign,
    name: Paragraph,
    lines: Vec<Paragraph>,
    places: Option<Paragraph>,
}

impl<'a> Card<'a> {
    fn new(sketch: &Sketch<'_>, told: &'a ToldSign, width: f32) -> Self {
        let room = width - 2.0 * PADDING;
        // What is left out stands on the page of the panel.
        let rest = told.lines.len().saturating_sub(MOST_SENTENCES);
        let shown = if rest < 2 { told.lines.len() } else { MOST_SENTENCES };
        let more = (rest > 1).then(|| tr!("scene-signs-more", count = rest));
        let lines = told.lines.iter().take(shown).cloned().chain(more);
        let lines = lines.map(|line| sketch.wrap_short(&line, LINE, room, MOST_LINES));
        let places = (!told.places.is_empty())
            .then(|| sketch.wrap_short(&format!("→ {}", told.places.join(", ")), PLACES, room, 2));
        let name = told.sign.kind.label();
        Self { told, name: sketch.wrap_short(&name, NAME, room - 20.0, 2), lines: lines.collect(), places }
    }

    fn height(&self) -> f32 {
        let mut height =
            2.0 * PADDING + VERDICT.line_height_pt + 5.0 + NAME.line_height_pt + self.name.drop();
        if !self.told.figure.is_empty() {
            height += FIGURE.line_height_pt + 2.0;
        }
        for line in &self.lines {
            height += line.drop() + LINE.line_height_pt + 3.0;
        }
        height + self.places.as_ref().map_or(0.0, |places| places.drop() + PLACES.line_height_pt + 3.0)
    }

    fn spoken(&self) -> String {
        let Self { told, .. } = self;
        let name =
            format!("{}. {}: {}", told.sign.kind.number(), told.sign.kind.label(), told.sign.verdict.label());
        std::iter::once(name).chain(told.lines.iter().cloned()).collect::<Vec<_>>().join("; ")
    }

    fn paint(&self, sketch: &mut Sketch<'_>, rect: Rect) {
        let (theme, verdict) = (sketch.theme, self.told.sign.verdict);
        let (color, words_color) = verdict_colors(theme, verdict);
        sketch.rect(rect, 10.0, theme.card, solid(theme.card_border, 1.0));
        let (left, mut y) = (rect.min.x + PADDING, rect.min.y + PADDING);
        paint_mark(sketch, pt(left + 5.5, y + 6.0), verdict, color);
        let baseline = pt(left + 18.0, y + 10.0);
        sketch.text(&verdict.label(), VERDICT, baseline, Align::Start, words_color);
        let number = self.told.sign.kind.number().to_string();
        let at = pt(rect.max.x - PADDING, y + 10.0);
        sketch.text(&number, NUMBER, at, Align::End, theme.text_faint);
        y += VERDICT.line_height_pt + 5.0 + NAME.size_pt;
        y = sketch.paragraph(&self.name, pt(left, y), Align::Start, theme.text) + 4.0;
        if !self.told.figure.is_empty() {
            let room = rect.width() - 2.0 * PADDING;
            let figure = sketch.wrap_short(&self.told.figure, FIGURE, room, 1);
            sketch.paragraph(&figure, pt(left, y + FIGURE.size_pt), Align::Start, words_color);
            y += FIGURE.line_height_pt + 2.0;
        }
        for line in &self.lines {
            y = sketch.paragraph(line, pt(left, y + LINE.line_height_pt), Align::Start, theme.text_body)
                + 3.0;
        }
        if let Some(places) = &self.places {
            let at = pt(left, y + PLACES.line_height_pt);
            sketch.paragraph(places, at, Align::Start, theme.text_muted);
        }
    }
}

/// Of a verdict's mark, and of its words.
#[must_use]
pub fn verdict_colors(theme: &Theme, verdict: Verdict) -> (Color, Color) {
    match verdict {
        Verdict::NeedsWork => (theme.exit, theme.exit_text),
        Verdict::Watch => (theme.warning, theme.warning_text),
        Verdict::Fine => (theme.ok, theme.ok_text),
        Verdict::NoData => (theme.text_faint, theme.text_muted),
    }
}

/// The mark of a verdict, about a centre: a shape for each, so that colour is not needed to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VerdictMark {
    /// Filled corners.
    Corners(&'static [(f32, f32)]),
    /// A filled circle of a radius.
    Disc(f32),
    /// A circle of a radius and a width of line.
    Ring(f32, f32),
}

/// Which mark a verdict has.
#[must_use]
pub const fn verdict_mark(verdict: Verdict) -> VerdictMark {
    match verdict {
        Verdict::NeedsWork => VerdictMark::Corners(&[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)]),
        Verdict::Watch => VerdictMark::Corners(&[(0.0, -5.5), (5.8, 4.8), (-5.8, 4.8)]),
        Verdict::Fine => VerdictMark::Disc(5.0),
        Verdict::NoData => VerdictMark::Ring(4.4, 1.4),
    }
}

fn paint_mark(sketch: &mut Sketch<'_>, center: Point, verdict: Verdict, color: Color) {
    match verdict_mark(verdict) {
        VerdictMark::Corners(corners) => {
            let mut corners = corners.iter().map(|(x, y)| pt(center.x + x, center.y + y));
            let mut path: Vec<PathSeg> = corners.next().map(PathSeg::Move).into_iter().collect();
            path.extend(corners.map(PathSeg::Line));
            path.push(PathSeg::Close);
            sketch.path(path, color, None);
        }
        VerdictMark::Disc(radius) => sketch.circle(center, radius, color, None),
        VerdictMark::Ring(radius, width) => sketch.circle(center, radius, None, solid(color, width)),
    }
}
