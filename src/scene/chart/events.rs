//! Events over time, for the data bar.

use super::backend::{Backend, pixels};
use super::plot::rgb;
use super::ticks::{self, Tick};
use crate::base::{Size, Timestamp};
use crate::measure::Histogram;
use crate::scene::prim::Scene;
use crate::text::Fonts;
use crate::theme::Theme;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::prelude::*;
use std::ops::Range;

/// Size of the axis labels.
const LABEL_PT: f32 = 11.0;
/// Height of the axis with its labels, below the bars.
pub const AXIS_PT: f32 = 22.0;
/// Room that a label needs along the axis.
const LABEL_ROOM_PT: f32 = 64.0;
/// Share of a slice that its bar fills.
const BAR_SHARE: f64 = 0.8;

/// Width of the outline of bars that are compared with.
const OUTLINE_PT: f32 = 1.2;

/// Events over time: a bar per slice, the selected events in front of all, those they are compared with (a count per slice,
/// or nothing) as outlines, dates below.
/// Empty when there are no events.
#[must_use]
pub fn events_over_time(
    histogram: &Histogram,
    before: &[u64],
    size: Size,
    theme: &Theme,
    fonts: &Fonts,
) -> Scene {
    let empty = Scene { size, ..Scene::default() };
    if histogram.slice <= 0 || histogram.all.is_empty() {
        return empty;
    }
    let mut items = Vec::new();
    let area = Backend::new(fonts, size, &mut items, None).into_drawing_area();
    // The backend cannot fail; a size too small for the axis leaves the chart away.
    if draw(&area, (histogram, before), size, theme).is_err() {
        return empty;
    }
    drop(area);
    Scene { items, ..empty }
}

type DrawError<'a> = DrawingAreaErrorKind<<Backend<'a> as DrawingBackend>::ErrorType>;

fn draw<'a>(
    area: &DrawingArea<Backend<'a>, plotters::coord::Shift>,
    (histogram, before): (&Histogram, &[u64]),
    size: Size,
    theme: &Theme,
) -> Result<(), DrawError<'a>> {
    let axis = TimeAxis::new(histogram, size.width);
    let highest = histogram.all.iter().copied().max().unwrap_or(0).max(1);
    let mut chart = ChartBuilder::on(area)
        .x_label_area_size(pixels(AXIS_PT))
        .build_cartesian_2d(axis, 0.0..as_height(highest))?;
    let label = ("Inter", pixels(LABEL_PT)).into_font().color(&rgb(theme.text_faint));
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(rgb(theme.border).stroke_width(u32::try_from(pixels(1.0)).unwrap_or(1)))
        .set_tick_mark_size(LabelAreaPosition::Bottom, pixels(4.0))
        .x_label_style(label)
        .disable_y_axis()
        .draw()?;
    for (counts, color) in
        [(&histogram.all, theme.histogram), (&histogram.selected, theme.histogram_selected)]
    {
        chart.draw_series(bars(counts, rgb(color).filled()))?;
    }
    let outline = u32::try_from(pixels(OUTLINE_PT)).unwrap_or(1);
    chart.draw_series(bars(before, rgb(theme.histogram_selected).stroke_width(outline)))?;
    Ok(())
}

fn bars(counts: &[u64], style: ShapeStyle) -> impl Iterator<Item = Rectangle<(Moment, f64)>> {
    let place = |index: usize, share: f64| Moment { slices: as_height(index as u64) + share, label: None };
    let bar = move |(index, count): (usize, &u64)| {
        let margin = (1.0 - BAR_SHARE) / 2.0;
        let corners = [(place(index, margin), as_height(*count)), (place(index, 1.0 - margin), 0.0)];
        (*count > 0).then(|| Rectangle::new(corners, style))
    };
    counts.iter().enumerate().filter_map(bar)
}

#[allow(clippy::cast_precision_loss)] // pixels are far coarser
fn as_height(count: u64) -> f64 {
    count as f64
}

/// A place on the time axis, counted in slices from its start, and what is written there.
#[derive(Clone, Debug)]
struct Moment {
    slices: f64,
    label: Option<String>,
}

/// The time axis: as long as all slices, with ticks at the beginnings of days, months or years.
struct TimeAxis {
    slices: f64,
    ticks: Vec<Moment>,
}

impl TimeAxis {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn new(histogram: &Histogram, width_pt: f32) -> Self {
        let count = histogram.all.len();
        let length = histogram.slice.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX));
        let end = Timestamp(histogram.start.0.saturating_add(length));
        let most = (width_pt / LABEL_ROOM_PT).max(1.0) as usize;
        let place = |tick: Tick| Moment {
            slices: tick.time.0.saturating_sub(histogram.start.0) as f64 / histogram.slice as f64,
            label: Some(tick.label),
        };
        let ticks = ticks::ticks(histogram.start, end, most).into_iter().map(place).collect();
        Self { slices: count as f64, ticks }
    }
}

impl Ranged for TimeAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Moment;

    #[allow(clippy::cast_possible_truncation)] // pixels
    fn map(&self, value: &Moment, limit: (i32, i32)) -> i32 {
        limit.0 + (f64::from(limit.1 - limit.0) * value.slices / self.slices).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<Moment> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<Moment> {
        let at = |slices| Moment { slices, label: None };
        at(0.0)..at(self.slices)
    }
}

impl ValueFormatter<Moment> for TimeAxis {
    fn format(value: &Moment) -> String {
        value.label.clone().unwrap_or_default()
    }
}
