//! What charts with a row per touchpoint have in common: names at the left, an axis of shares below, values at the right.

use super::plot::{AXIS_HEIGHT, Axes, AxesLook, Axis, NAME, NOTE, STAGE, VALUE};
use super::{ChartBody, Charted};
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::model::{Stage, Touchpoint};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene};
use crate::scene::sketch::Sketch;
use crate::scene::style::TextStyle;

const ROW_HEIGHT: f32 = 38.0;
/// A name in two lines.
const LONG_NAME: TextStyle = TextStyle { line_height_pt: 13.5, size_pt: 12.0, ..NAME };
/// What of a row its bar fills.
pub const BAR: (f64, f64) = (0.22, 0.78);
const WIDEST_NAMES: f32 = 280.0;
const NAMES_SHARE: f32 = 0.3;
const NAMES_GAP: f32 = 16.0;
const VALUES_GAP: f32 = 12.0;

/// A row's touchpoint.
pub type Place<'a> = (&'a Stage, &'a Touchpoint);

/// Rows in the making.
pub struct Rows<'a> {
    pub sketch: Sketch<'a>,
    pub axes: Axes,
    /// Left end of the values.
    pub values_left: f32,
    size: Size,
    names_width: f32,
    next_figure: u32,
}

impl<'a> Rows<'a> {
    /// Room for so many rows on an axis that ends at `end`; none when there is no room.
    pub fn new(
        mut sketch: Sketch<'a>,
        (width, values_width): (f32, f32),
        count: usize,
        (end, words): (f64, &dyn Fn(f64) -> String),
    ) -> Option<Self> {
        #[allow(clippy::cast_precision_loss)] // rows of a chart
        let rows = count as f32;
        let size = Size { width, height: rows * ROW_HEIGHT + AXIS_HEIGHT };
        let names_width = (NAMES_SHARE * width).min(WIDEST_NAMES);
        let plot = Rect {
            min: pt(names_width + NAMES_GAP, 0.0),
            max: pt(width - values_width - VALUES_GAP, rows * ROW_HEIGHT),
        };
        // In a narrow chart fewer of them have room beside each other.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful
        let labels = (plot.width() / 56.0).clamp(2.0, 5.0) as usize;
        let look =
            AxesLook { size, plot, x: 0.0..end, y: f64::from(rows)..0.0, labels: (Axis::X, labels), words };
        let axes = Axes::draw(&mut sketch, &look)?;
        Some(Self { sketch, axes, values_left: plot.max.x + VALUES_GAP, size, names_width, next_figure: 0 })
    }

    /// A row with its touchpoint's name; `label` is what is read out of it.
    pub fn row(
        &mut self,
        (stage, touchpoint): Place<'_>,
        label: String,
        paint: impl FnOnce(&mut Sketch<'_>, &Axes, f64),
    ) {
        self.named_row((&touchpoint.name, &stage.name), label, paint);
    }

    /// A row with any name and a note below it; `label` is what is read out of it.
    pub fn named_row(
        &mut self,
        (name, note): (&str, &str),
        label: String,
        paint: impl FnOnce(&mut Sketch<'_>, &Axes, f64),
    ) {
        let place = f64::from(self.next_figure);
        let (top, bottom) = (self.axes.y_of(place), self.axes.y_of(place + 1.0));
        let rect = Rect { min: pt(0.0, top), max: pt(self.size.width, bottom) };
        let element = Element::Figure(self.next_figure);
        self.next_figure += 1;
        let (axes, names_width) = (&self.axes, self.names_width);
        self.sketch.node(element, rect, label, |sketch| {
            let middle = rect.center().y;
            let theme = sketch.theme;
            let is_long = sketch.wrap(name, NAME, names_width).lines.len() > 1;
            let name = sketch.wrap_short(name, if is_long { LONG_NAME } else { NAME }, names_width, 2);
            // A long name moves up and closer, so that it and its note are no higher than the row.
            let is_long = name.lines.len() > 1;
            let up = if is_long { 10.0 } else { 1.0 };
            let note = sketch.wrap_short(note, STAGE, names_width, 1);
            let below = middle - up + name.drop() + if is_long { 12.5 } else { 14.0 };
            sketch.paragraph(&name, pt(names_width, middle - up), Align::End, theme.text);
            sketch.paragraph(&note, pt(names_width, below), Align::End, theme.text_muted);
            paint(sketch, axes, place);
        });
    }

    /// The chart.
    pub fn finish(self, title: String, subtitle: String) -> ChartBody {
        let Self { sketch, size, .. } = self;
        ChartBody { title, subtitle, scene: scene_of(sketch, size) }
    }
}

/// A value in bold with a note beside it.
pub fn value(sketch: &mut Sketch<'_>, (left, middle): (f32, f32), (words, color): (&str, Color), note: &str) {
    let width = sketch.fonts.width(words, VALUE.face, VALUE.size_pt);
    let baseline = middle + 4.5;
    sketch.text(words, VALUE, pt(left, baseline), Align::Start, color);
    let muted = sketch.theme.text_muted;
    sketch.text(note, NOTE, pt(left + width + 7.0, baseline), Align::Start, muted);
}

/// The same where there is no room for both on a line.
pub fn value_over(
    sketch: &mut Sketch<'_>,
    (left, middle): (f32, f32),
    (words, color): (&str, Color),
    note: &str,
) {
    sketch.text(words, VALUE, pt(left, middle - 2.5), Align::Start, color);
    let muted = sketch.theme.text_muted;
    sketch.text(note, NOTE, pt(left, middle + 12.0), Align::Start, muted);
}

/// What has been sketched.
pub fn scene_of(sketch: Sketch<'_>, size: Size) -> Scene {
    let Sketch { items, nodes, sections, .. } = sketch;
    Scene { size, items, nodes, sections, ..Scene::default() }
}

/// Parts of at most so many things, as equal as can be.
pub fn parts<T>(things: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    let count = things.len().div_ceil(most.max(1)).max(1);
    things.chunks(things.len().div_ceil(count).max(1))
}

/// The touchpoints from left to right.
pub fn places<'a>(of: &Charted<'a>) -> Vec<Place<'a>> {
    of.map.touchpoints_in_order().collect()
}
