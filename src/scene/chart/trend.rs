//! A figure over time: a line through its values with the band of their intervals.

use super::plot::{Axes, AxesLook, Axis, NOTE, VALUE, filled, line, rgb};
use super::rows::scene_of;
use super::{ChartBody, Charted};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::measure::trend::{Step, TrendFigure, TrendValue, Unit};
use crate::model::TouchpointId;
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

const HEIGHT: f32 = 360.0;
const LEFT: f32 = 76.0;
const RIGHT: f32 = 40.0;
const TOP: f32 = 24.0;
/// For the names of the periods.
const BOTTOM: f32 = 44.0;
/// A name of a period needs so much room.
const NAME_ROOM: f32 = 62.0;
/// A value needs so much room.
const VALUE_ROOM: f32 = 52.0;
const DOT_PT: f32 = 4.5;
/// Year, month and day.
type Day = (i32, u8, u8);
/// Fewer than these are shown by an open dot.
pub(super) const SMALL_N: u64 = 30;

pub fn body(
    of: &Charted<'_>,
    (figure, at): (TrendFigure, Option<TouchpointId>),
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let at = at.filter(|_| figure.is_at_touchpoint());
    let values: Vec<_> =
        of.periods.iter().map(|period| figure.of(&period.measures, at, of.small())).collect();
    let unit = values.iter().flatten().next()?.unit;
    let mut sketch = Sketch::new(fonts, theme);
    let size = Size { width, height: HEIGHT };
    let plot = Rect { min: pt(LEFT, TOP), max: pt(width - RIGHT, HEIGHT - BOTTOM) };
    let words = |value: f64| axis_words(value, unit, of.format);
    #[allow(clippy::cast_precision_loss)] // a few dozen
    let count = values.len() as f64;
    let look = AxesLook {
        size,
        plot,
        x: -0.5..count - 0.5,
        y: range(&values, unit),
        labels: (Axis::Y, 5),
        words: &words,
    };
    let axes = Axes::draw(&mut sketch, &look)?;
    draw_line(&mut sketch, &axes, &values, theme);
    #[allow(clippy::cast_possible_truncation)] // points of a chart
    let room = plot.width() / count as f32;
    let of_period = of.periods.iter().zip(&values);
    for ((place, number), (period, value)) in
        (0_u32..).map(|number| (f64::from(number), number)).zip(of_period)
    {
        let x = axes.x_of(place);
        let rect = Rect { min: pt(x - room / 2.0, TOP), max: pt(x + room / 2.0, HEIGHT) };
        let told = value.map_or_else(|| tr!("scene-chart-no-value"), |value| told(&value, of.format));
        let when = (period.day, period.step);
        let label = format!("{}: {told}", spoken(when));
        let is_named = is_named(number, room);
        sketch.node(Element::Figure(number), rect, label, |sketch| {
            if is_named {
                let at = pt(x, HEIGHT - BOTTOM + 22.0);
                sketch.text(&name(when, number == 0), NOTE, at, Align::Middle, sketch.theme.text_muted);
            }
            if let Some(value) = value {
                dot(sketch, &axes, (place, *value), theme);
                if room >= VALUE_ROOM {
                    let at = pt(x, (axes.y_of(value.value) - 12.0).max(12.0));
                    let words = short(*value, of.format);
                    sketch.text(&words, VALUE, at, Align::Middle, theme.text);
                }
            }
        });
    }
    let touchpoint = at.and_then(|id| of.map.touchpoints.get(id)).map(|touchpoint| touchpoint.name.trim());
    let title = match touchpoint {
        Some(name) => tr!("scene-chart-trend-at", figure = figure.label(), name = name),
        None => tr!("scene-chart-trend-of", figure = figure.label()),
    };
    let step = of.periods.first().map_or(Step::Month, |period| period.step);
    Some(ChartBody { title, subtitle: subtitle(step), scene: scene_of(sketch, size) })
}

pub(super) fn subtitle(step: Step) -> String {
    match step {
        Step::Day => tr!("scene-chart-by-day"),
        Step::Week => tr!("scene-chart-by-week"),
        Step::Month => tr!("scene-chart-by-month"),
        Step::Quarter => tr!("scene-chart-by-quarter"),
        Step::Year => tr!("scene-chart-by-year"),
    }
}

/// Stretches of periods that each have a value, with their places.
fn stretches(values: &[Option<TrendValue>]) -> Vec<Vec<(f64, TrendValue)>> {
    let mut stretches = vec![Vec::new()];
    for (place, value) in (0_u32..).map(f64::from).zip(values) {
        match (value, stretches.last_mut()) {
            (Some(value), Some(stretch)) => stretch.push((place, *value)),
            _ => stretches.push(Vec::new()),
        }
    }
    stretches
}

fn draw_line(sketch: &mut Sketch<'_>, axes: &Axes, values: &[Option<TrendValue>], theme: &Theme) {
    for stretch in stretches(values) {
        let limit = |pick: fn((f64, f64)) -> f64| {
            let limits =
                stretch.iter().filter_map(move |(place, value)| Some((*place, pick(value.interval?))));
            limits.collect::<Vec<_>>()
        };
        let (low, high) = (limit(|limits| limits.0), limit(|limits| limits.1));
        let band: Vec<_> = high.into_iter().chain(low.into_iter().rev()).collect();
        let line_of: Vec<_> = stretch.iter().map(|(place, value)| (*place, value.value)).collect();
        axes.marks(sketch, |chart| {
            if band.len() > 3 {
                chart.draw_series([Polygon::new(band, rgb(theme.measured.faded(0.16)))])?;
            }
            chart.draw_series([PathElement::new(line_of, line(theme.measured, 2.5))]).map(drop)
        });
    }
}

pub(super) fn dot(sketch: &mut Sketch<'_>, axes: &Axes, (place, value): (f64, TrendValue), theme: &Theme) {
    let radius = super::backend::pixels(DOT_PT);
    axes.marks(sketch, |chart| {
        if value.n < SMALL_N {
            chart.draw_series([Circle::new((place, value.value), radius, filled(theme.canvas))])?;
            chart
                .draw_series([Circle::new((place, value.value), radius, line(theme.measured, 2.0))])
                .map(drop)
        } else {
            chart.draw_series([Circle::new((place, value.value), radius, filled(theme.measured))]).map(drop)
        }
    });
}

/// From the lower end of the axis to the upper one, so that all values and their intervals have room.
fn range(values: &[Option<TrendValue>], unit: Unit) -> std::ops::Range<f64> {
    let known = || values.iter().flatten();
    let highest = known().map(|of| of.interval.map_or(of.value, |(_, high)| high.max(of.value)));
    let highest = highest.fold(0.0, f64::max);
    match unit {
        Unit::Score(scale) => scale.min..scale.max,
        Unit::Net => -1.0..1.0,
        Unit::Share => 0.0..(highest * 1.12).clamp(0.02, 1.0),
        Unit::Count | Unit::Seconds => 0.0..(highest * 1.12).max(1.0),
    }
}

pub(super) fn axis_words(value: f64, unit: Unit, format: NumberFormat) -> String {
    match unit {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // labels of an axis of counts
        Unit::Count => format.short_count(value.max(0.0).round() as u64),
        Unit::Share => {
            let is_whole = (value * 100.0 - (value * 100.0).round()).abs() < 1e-6;
            format.percent(value, usize::from(!is_whole))
        }
        Unit::Score(_) => format.decimals(value, 1),
        Unit::Net => format.signed(value, 1),
        Unit::Seconds => format.duration(value),
    }
}

/// A value at its dot.
fn short(value: TrendValue, format: NumberFormat) -> String {
    match value.unit {
        Unit::Share => format.percent(value.value, usize::from(value.value < 0.0995)),
        unit => axis_words(value.value, unit, format),
    }
}

/// A value with its interval and what it rests on.
pub(super) fn told(value: &TrendValue, format: NumberFormat) -> String {
    let exact = |at: f64| match value.unit {
        Unit::Share => format.percent(at, 1),
        Unit::Score(_) | Unit::Net => format.decimals(at, 2),
        Unit::Count | Unit::Seconds => axis_words(at, value.unit, format),
    };
    let mut words = exact(value.value);
    if let Some((low, high)) = value.interval {
        words += &format!(" ({} – {})", exact(low), exact(high));
    }
    if value.unit != Unit::Count {
        words += &format!(", {}", tr!("scene-chart-n", n = format.count(value.n)));
    }
    words
}

/// True for every first, second, third … period, as there is room for names.
pub(super) fn is_named(number: u32, room: f32) -> bool {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few
    let every = (NAME_ROOM / room).ceil().max(1.0) as u32;
    number.is_multiple_of(every)
}

/// Below the axis: the year only where it begins.
pub(super) fn name((day, step): (Day, Step), is_first: bool) -> String {
    let (year, month, day) = day;
    let month_name = || tr!("scene-month", month = month);
    match step {
        Step::Day | Step::Week => tr!("scene-day", day = day, month = month_name()),
        Step::Month if month == 1 || is_first => {
            tr!("scene-chart-month", month = month_name(), year = year.to_string())
        }
        Step::Month => month_name(),
        Step::Quarter => tr!("scene-chart-quarter", quarter = (month - 1) / 3 + 1, year = year.to_string()),
        Step::Year => year.to_string(),
    }
}

pub(super) fn spoken((day, step): (Day, Step)) -> String {
    let (year, month, day) = day;
    let month_name = tr!("scene-month", month = month);
    match step {
        Step::Day | Step::Week => format!("{year:04}-{month:02}-{day:02}"),
        Step::Month => tr!("scene-chart-month", month = month_name, year = year.to_string()),
        Step::Quarter | Step::Year => name(((year, month, day), step), true),
    }
}
