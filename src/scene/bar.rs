//! A bar of the exits lane on its axis: the interval as a whisker, the value above, its uncertainty below.

use super::marks;
use super::passage::Align;
use super::prim::Stroke;
use super::sketch::{Sketch, dashed};
use super::style::{BAR_NOTE, BAR_VALUE};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::overlay::Bar;

/// Height of a bar at the upper end of the axis.
const FULL: f32 = 82.0;
/// From the axis to the baseline of a bar's note.
pub(super) const NOTE: f32 = 14.0;
/// From a label's lower end, with what parts it from the bar, to its upper end.
const LABEL_REACH: f32 = 20.0;
/// Whiskers shorter than this would only blur the bar's edge.
const SHORTEST_WHISKER: f32 = 3.0;

/// What rates are measured on.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// Where bars stand.
    pub base: f32,
    /// The rate at the upper end.
    pub max: f64,
}

impl Axis {
    /// Height of a rate.
    #[allow(clippy::cast_possible_truncation)] // screen coordinates
    pub fn height(self, rate: f64) -> f32 {
        let max = if self.max > 0.0 { self.max } else { 1.0 };
        (rate / max).clamp(0.0, 1.0) as f32 * FULL
    }

    /// Where a rate lies.
    pub fn y(self, rate: f64) -> f32 {
        self.base - self.height(rate)
    }
}

/// How a bar looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub middle: f32,
    pub width: f32,
    pub is_hatched: bool,
    /// Of an older filter or map.
    pub is_dimmed: bool,
    /// Where a line crosses the bar, which no word is to be struck out by.
    pub line: Option<f32>,
}

/// Paints a bar; gives the upper end of its words.
pub(super) fn paint(sketch: &mut Sketch<'_>, bar: &Bar, axis: Axis, look: Look) -> f32 {
    let theme = sketch.theme;
    let ink = |color: Color| if look.is_dimmed { color.faded(0.35) } else { color };
    let Look { middle, width, .. } = look;
    let height = axis.height(bar.value);
    let rect = Rect::from_xywh(middle - width / 2.0, axis.base - height, width, height);
    let fill = ink(if bar.strong { theme.exit } else { theme.exit_light });
    let radius = 4.0_f32.min(height / 2.0);
    if bar.small {
        // Few journeys: an open bar.
        sketch.rect(rect, radius, fill.faded(0.35), Some(dashed(ink(theme.exit), 1.2, 3.0, 2.5)));
    } else if look.is_hatched {
        marks::hatched(sketch, rect, radius, fill);
    } else {
        sketch.rect(rect, radius, fill, None);
    }
    let (low, high) = (axis.y(bar.low), axis.y(bar.high));
    let mut label_bottom = rect.min.y;
    if low - high >= SHORTEST_WHISKER {
        let stroke = Stroke { color: ink(theme.exit_interval), width: 1.2, dash: None };
        marks::whisker(sketch, middle, (high, low), stroke);
        label_bottom = label_bottom.min(high);
    }
    if let Some(line) = look.line.filter(|line| (label_bottom - LABEL_REACH..label_bottom).contains(line)) {
        label_bottom = line;
    }
    let color = match () {
        () if look.is_dimmed => theme.text_faint,
        () if bar.strong => theme.exit_strong_text,
        () => theme.exit_text,
    };
    sketch.text(&bar.label, BAR_VALUE, pt(middle, label_bottom - 7.0), Align::Middle, color);
    sketch.text(&bar.note, BAR_NOTE, pt(middle, axis.base + NOTE), Align::Middle, theme.text_faint);
    label_bottom - LABEL_REACH
}
