//! Satisfaction beside what the house does: a strip each for mean score, median wait and handled per hour, on one time axis.

use super::{Mark, band, dots, through};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Rect, Scale, Size};
use crate::insights::worth::Beside;
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::Step;
use crate::scene::chart::ChartBody;
use crate::scene::chart::plot::{Axes, AxesLook, Axis, NAME, NOTE};
use crate::scene::chart::rows::scene_of;
use crate::scene::chart::trend::{is_named, name, spoken, subtitle};
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

const STRIP: f32 = 132.0;
/// Above a strip, for its name.
const HEAD: f32 = 26.0;
const LEFT: f32 = 76.0;
const RIGHT: f32 = 24.0;
/// For the names of the periods.
const BOTTOM: f32 = 34.0;

/// A figure of the periods.
struct Strip {
    name: String,
    values: Vec<Option<Mark>>,
    range: std::ops::Range<f64>,
    words: fn(f64, NumberFormat) -> String,
}

/// The strips that there are values for.
#[must_use]
pub fn beside_chart(
    periods: &[Beside],
    (step, scale): (Step, Scale),
    (format, small): (NumberFormat, SmallGroups),
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let strips = strips(periods, scale, small);
    if strips.is_empty() || periods.len() < 2 {
        return None;
    }
    #[allow(clippy::cast_precision_loss)] // three at most
    let height = strips.len() as f32 * (HEAD + STRIP) + BOTTOM;
    let size = Size { width, height };
    let mut sketch = Sketch::new(fonts, theme);
    let mut top = 0.0;
    let mut all_axes = Vec::new();
    #[allow(clippy::cast_precision_loss)] // a few dozen
    let x = -0.5..periods.len() as f64 - 0.5;
    for strip in &strips {
        let plot = Rect { min: pt(LEFT, top + HEAD), max: pt(width - RIGHT, top + HEAD + STRIP - 12.0) };
        let words = |value: f64| (strip.words)(value, format);
        let look = AxesLook {
            size,
            plot,
            x: x.clone(),
            y: strip.range.clone(),
            labels: (Axis::Y, 3),
            words: &words,
        };
        let axes = Axes::draw(&mut sketch, &look)?;
        sketch.text(&strip.name, NAME, pt(LEFT, top + 15.0), Align::Start, theme.text);
        for stretch in strip.values.split(Option::is_none) {
            let marks: Vec<Mark> = stretch.iter().flatten().copied().collect();
            let limits =
                marks.iter().filter_map(|mark| mark.interval.map(|(low, high)| (mark.at.0, low, high)));
            band(&mut sketch, &axes, &limits.collect::<Vec<_>>(), theme.measured);
            through(&mut sketch, &axes, marks.iter().map(|mark| mark.at).collect(), theme.measured);
            let bare: Vec<Mark> = marks.iter().map(|mark| Mark { interval: None, ..*mark }).collect();
            dots(&mut sketch, &axes, &bare, theme.measured);
        }
        all_axes.push(axes);
        top += HEAD + STRIP;
    }
    let axes = all_axes.first()?;
    for (number, period) in (0_u32..).zip(periods) {
        let (left, right) = (axes.x_of(f64::from(number) - 0.5), axes.x_of(f64::from(number) + 0.5));
        let when = (period.day, step);
        let told = strips.iter().map(|strip| {
            let value = strip.values.get(number as usize).copied().flatten();
            let value =
                value.map_or_else(|| tr!("scene-chart-no-value"), |mark| (strip.words)(mark.at.1, format));
            format!("{} {value}", strip.name)
        });
        let label = format!("{}: {}", spoken(when), told.collect::<Vec<_>>().join(", "));
        let rect = Rect { min: pt(left, 0.0), max: pt(right, height) };
        sketch.node(Element::Figure(number), rect, label, |sketch| {
            if is_named(number, right - left) {
                let at = pt((left + right) / 2.0, height - 12.0);
                sketch.text(&name(when, number == 0), NOTE, at, Align::Middle, theme.text_muted);
            }
        });
    }
    Some(ChartBody {
        title: tr!("scene-chart-beside"),
        subtitle: subtitle(step),
        scene: scene_of(sketch, size),
    })
}

/// A value with its interval, and of how many.
type Reading = (f64, Option<(f64, f64)>, u64);

fn strips(periods: &[Beside], scale: Scale, small: SmallGroups) -> Vec<Strip> {
    let values = |of: &dyn Fn(&Beside) -> Option<Reading>| {
        let mark = |(place, period): (u32, &Beside)| {
            let (value, interval, n) = of(period).filter(|(_, _, n)| !small.hides(*n))?;
            Some(Mark { at: (f64::from(place), value), interval, n })
        };
        (0_u32..).zip(periods).map(mark).collect::<Vec<_>>()
    };
    let score = values(&|of| {
        let moments = of.satisfaction?;
        let within = |(low, high): (f64, f64)| (low.max(scale.min), high.min(scale.max));
        Some((moments.mean, moments.interval().map(within), moments.n))
    });
    let wait = values(&|of| of.wait.map(|(n, median)| (median, None, n)));
    let handled = values(&|of| of.handled_per_hour.map(|per_hour| (per_hour, None, u64::MAX)));
    let highest = |values: &[Option<Mark>]| {
        values.iter().flatten().map(|mark| mark.at.1).fold(0.0_f64, f64::max).mul_add(1.15, 1e-9)
    };
    let (longest, most) = (highest(&wait), highest(&handled));
    let strips = [
        Strip {
            name: tr!("scene-chart-mean-score"),
            values: score,
            range: scale.min..scale.max,
            words: |value, format| format.decimals(value, 1),
        },
        Strip {
            name: tr!("scene-chart-median-wait"),
            values: wait,
            range: 0.0..longest,
            words: |value, format| format.duration(value),
        },
        Strip {
            name: tr!("scene-chart-handled"),
            values: handled,
            range: 0.0..most,
            words: |value, format| format.decimals(value, 1),
        },
    ];
    strips.into_iter().filter(|strip| strip.values.iter().any(Option::is_some)).collect()
}
