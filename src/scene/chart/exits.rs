//! Exits as ranked bars with their intervals: as on the map, the largest first.

use super::plot::{filled, line};
use super::rows::{BAR, Place, Rows, places, value};
use super::{ChartBody, Charted};
use crate::overlay::Bar;
use crate::scene::names;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

const VALUES_WIDTH: f32 = 116.0;
/// Half of the line across an end of an interval, as a share of a row.
const CAP: f64 = 0.12;

pub fn body(
    of: &Charted<'_>,
    (width, most_rows): (f32, usize),
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let bar = |(_, touchpoint): Place<'_>| of.overlay.touchpoints.get(&touchpoint.id)?.exit.as_ref();
    let mut bars: Vec<_> = places(of).into_iter().filter_map(|place| Some((place, bar(place)?))).collect();
    // What rests on few says little and comes last.
    bars.sort_by(|(_, one), (_, other)| one.small.cmp(&other.small).then(other.value.total_cmp(&one.value)));
    let count = bars.len();
    bars.truncate(most_rows);
    let words = |share: f64| of.format.percent(share, 0);
    let end = of.overlay.exit_axis_max.max(0.01);
    let mut rows = Rows::new(Sketch::new(fonts, theme), (width, VALUES_WIDTH), bars.len(), (end, &words))?;
    let left = rows.values_left;
    for (place, bar) in &bars {
        let label = names::exit_rate(place.1, bar, None, of.format);
        rows.row(*place, label, |sketch, axes, row| {
            let theme = sketch.theme;
            axes.marks(sketch, |chart| marks(chart, bar, row, theme));
            let color = if bar.strong { theme.exit_strong_text } else { theme.exit_text };
            let middle = axes.y_of(row + 0.5);
            value(sketch, (left, middle), (&bar.label, color), &bar.note);
        });
    }
    let subtitle = tr!("scene-chart-exits-what", shown = bars.len(), count = count);
    (count > 0).then(|| rows.finish(tr!("scene-chart-exits"), subtitle))
}

fn marks<DB: DrawingBackend>(
    chart: &mut ChartContext<'_, DB, super::plot::Plane>,
    bar: &Bar,
    row: f64,
    theme: &Theme,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let corners = [(0.0, row + BAR.0), (bar.value, row + BAR.1)];
    let color = if bar.strong { theme.exit } else { theme.exit_light };
    let fill = if bar.small { color.faded(0.35) } else { color };
    chart.draw_series([Rectangle::new(corners, filled(fill))])?;
    let middle = row + 0.5;
    let style = line(theme.exit_interval, 1.4);
    let cap = |at: f64| PathElement::new(vec![(at, middle - CAP), (at, middle + CAP)], style);
    let interval = PathElement::new(vec![(bar.low, middle), (bar.high, middle)], style);
    chart.draw_series([interval, cap(bar.low), cap(bar.high)])?;
    Ok(())
}
