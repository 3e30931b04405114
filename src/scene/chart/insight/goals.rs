//! A target over time: what was measured, where it is heading, and the line that it should reach by a day.

use super::{Mark, band, dots, through};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::time::days_from_civil;
use crate::base::{Rect, Size};
use crate::insights::forecast::Foretold;
use crate::insights::targets::{Day, Progress};
use crate::measure::trend::{Step, TrendValue, Unit};
use crate::model::JourneyMap;
use crate::scene::chart::ChartBody;
use crate::scene::chart::plot::{Axes, AxesLook, Axis, NOTE, VALUE};
use crate::scene::chart::rows::scene_of;
use crate::scene::chart::trend::{axis_words, is_named, name, spoken, told};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, PathSeg};
use crate::scene::sketch::{Sketch, dashed};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::ops::Range;

const HEIGHT: f32 = 320.0;
const LEFT: f32 = 76.0;
const RIGHT: f32 = 30.0;
const TOP: f32 = 30.0;
/// For the names of the periods.
const BOTTOM: f32 = 40.0;

/// How far above all else the band of a forecast is shown.
const MOST_UNSURE: f64 = 1.25;

/// A period of the chart.
#[derive(Clone, Copy)]
struct Column {
    day: Day,
    past: Option<TrendValue>,
    forecast: Option<Foretold>,
}

/// How a target stands; none where nothing is measured. `step` is how long periods are.
#[must_use]
pub fn goal_chart(
    of: &Progress,
    step: Step,
    (map, format): (&JourneyMap, NumberFormat),
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let unit = of.past.first()?.value.unit;
    let columns = columns(of, step);
    let size = Size { width, height: HEIGHT };
    let plot = Rect { min: pt(LEFT, TOP), max: pt(width - RIGHT, HEIGHT - BOTTOM) };
    let words = |value: f64| axis_words(value, unit, format);
    let range = range(&columns, of.target.value, unit);
    #[allow(clippy::cast_precision_loss)] // a few dozen
    let count = columns.len() as f64;
    let look =
        AxesLook { size, plot, x: -0.5..count - 0.5, y: range.clone(), labels: (Axis::Y, 5), words: &words };
    let mut sketch = Sketch::new(fonts, theme);
    let axes = Axes::draw(&mut sketch, &look)?;
    paint(&mut sketch, &axes, &columns, range, theme);
    let y = axes.y_of(of.target.value);
    let stroke = dashed(theme.accent_text, 1.8, 6.0, 4.0);
    sketch.path(vec![PathSeg::Move(pt(plot.min.x, y)), PathSeg::Line(pt(plot.max.x, y))], None, Some(stroke));
    let by = of.target.by.trim();
    let wanted = tr!("scene-chart-target", value = told_value(of.target.value, unit, format), day = by);
    // Above the plot, where no value lies under it, with a piece of the line before it.
    let baseline = TOP - 12.0;
    sketch.text(&wanted, VALUE, pt(plot.max.x, baseline), Align::End, theme.accent_text);
    let left = plot.max.x - sketch.fonts.width(&wanted, VALUE.face, VALUE.size_pt);
    let (from, to) = (pt(left - 30.0, baseline - 4.5), pt(left - 8.0, baseline - 4.5));
    sketch.path(vec![PathSeg::Move(from), PathSeg::Line(to)], None, Some(stroke));
    for (number, column) in (0_u32..).zip(&columns) {
        let (left, right) = (axes.x_of(f64::from(number) - 0.5), axes.x_of(f64::from(number) + 0.5));
        let when = (column.day, step);
        let value = match (column.past, column.forecast) {
            (Some(value), _) => told(&value, format),
            (None, Some(to_come)) => tr!(
                "scene-chart-foretold",
                value = told_value(to_come.value, unit, format),
                low = told_value(to_come.low, unit, format),
                high = told_value(to_come.high, unit, format)
            ),
            (None, None) => tr!("scene-chart-no-value"),
        };
        let rect = Rect { min: pt(left, TOP), max: pt(right, HEIGHT) };
        sketch.node(Element::Figure(number), rect, format!("{}: {value}", spoken(when)), |sketch| {
            if is_named(number, right - left) {
                let at = pt((left + right) / 2.0, HEIGHT - BOTTOM + 22.0);
                sketch.text(&name(when, number == 0), NOTE, at, Align::Middle, theme.text_muted);
            }
        });
    }
    let place = of.target.touchpoint.and_then(|id| map.touchpoints.get(id)).map(|at| at.name.trim());
    let figure = of.target.figure.label();
    let title = match place {
        Some(name) => tr!("scene-chart-goal-at", figure = figure, name = name),
        None => tr!("scene-chart-goal", figure = figure),
    };
    let subtitle = match of.forecast.is_empty() {
        true => tr!("scene-chart-goal-short", course = of.course.label()),
        false => tr!("scene-chart-goal-what", course = of.course.label()),
    };
    Some(ChartBody { title, subtitle, scene: scene_of(sketch, size) })
}

/// Every period from the first known one to the last foretold one.
fn columns(of: &Progress, step: Step) -> Vec<Column> {
    let day_number = |(year, month, day): Day| days_from_civil(year, month, day);
    let days = || of.past.iter().map(|point| point.day).chain(of.forecast.iter().map(|(day, _)| *day));
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    /// More can't be told apart, and there are never as many.
    const MOST: usize = 80;
    let all = std::iter::successors(Some(day_number(first)), |day| Some(step.next(*day)));
    let column = |number: i64| {
        let past = of.past.iter().find(|point| day_number(point.day) == number).map(|point| point.value);
        let to_come = of.forecast.iter().find(|(day, _)| day_number(*day) == number);
        let forecast = to_come.map(|(_, foretold)| *foretold);
        Column { day: crate::base::time::civil_from_days(number), past, forecast }
    };
    all.take_while(|day| *day <= day_number(last)).take(MOST).map(column).collect()
}

fn paint(sketch: &mut Sketch<'_>, axes: &Axes, columns: &[Column], range: Range<f64>, theme: &Theme) {
    let places = || (0_u32..).map(f64::from).zip(columns);
    let mark = |(x, column): (f64, &Column)| {
        column.past.map(|value| Mark { at: (x, value.value), interval: value.interval, n: value.n })
    };
    let past: Vec<Option<Mark>> = places().map(mark).collect();
    for stretch in past.split(Option::is_none) {
        let marks: Vec<Mark> = stretch.iter().flatten().copied().collect();
        let limits = marks.iter().filter_map(|mark| mark.interval.map(|(low, high)| (mark.at.0, low, high)));
        band(sketch, axes, &limits.collect::<Vec<_>>(), theme.measured);
        through(sketch, axes, marks.iter().map(|mark| mark.at).collect(), theme.measured);
        let bare: Vec<Mark> = marks.iter().map(|mark| Mark { interval: None, ..*mark }).collect();
        dots(sketch, axes, &bare, theme.measured);
    }
    // What is to come goes on from what is known.
    let known = past.iter().flatten().next_back().map(|mark| (mark.at.0, mark.at.1, mark.at.1, mark.at.1));
    let to_come = places().filter_map(|(x, column)| column.forecast.map(|of| (x, of.value, of.low, of.high)));
    let way: Vec<_> = known.into_iter().chain(to_come).collect();
    if way.len() > 1 {
        let within = |value: f64| value.clamp(range.start, range.end);
        let limits: Vec<_> = way.iter().map(|(x, _, low, high)| (*x, within(*low), within(*high))).collect();
        band(sketch, axes, &limits, theme.text_faint);
        let mut points = way.iter().map(|(x, value, ..)| pt(axes.x_of(*x), axes.y_of(*value)));
        let first = points.next().map(PathSeg::Move);
        let path = first.into_iter().chain(points.map(PathSeg::Line)).collect();
        sketch.path(path, None, Some(dashed(theme.measured, 2.2, 5.0, 4.0)));
    }
}

fn told_value(value: f64, unit: Unit, format: NumberFormat) -> String {
    match unit {
        Unit::Share => format.percent(value, 1),
        Unit::Score(_) => format.decimals(value, 2),
        Unit::Net => format.signed(value, 2),
        Unit::Count | Unit::Seconds => axis_words(value, unit, format),
    }
}

/// From the lower end of the axis to the upper one, so that values, intervals, forecast and target have room. A forecast of
/// which next to nothing is sure is cut off, so that it does not press what is known together.
fn range(columns: &[Column], target: f64, unit: Unit) -> Range<f64> {
    let past = columns.iter().filter_map(|column| column.past);
    let past = past.map(|of| of.interval.map_or(of.value, |(_, high)| high.max(of.value)));
    let to_come = || columns.iter().filter_map(|column| column.forecast);
    let known = past.chain(to_come().map(|of| of.value)).fold(target, f64::max);
    let highest = to_come().map(|of| of.high.min(known * MOST_UNSURE)).fold(known, f64::max);
    match unit {
        Unit::Score(scale) => scale.min..scale.max,
        Unit::Net => -1.0..1.0,
        Unit::Share => 0.0..(highest * 1.12).clamp(0.02, 1.0),
        Unit::Count | Unit::Seconds => 0.0..(highest * 1.12).max(1.0),
    }
}
