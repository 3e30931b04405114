//! Two personas beside each other, a row per touchpoint: their shares with intervals, and how far they are apart.

use crate::base::fmt::NumberFormat;
use crate::measure::compare::{Change, TouchpointChanges, compare};
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::model::JourneyMap;
use crate::scene::chart::ChartBody;
use crate::scene::chart::plot::{filled, line};
use crate::scene::chart::rows::{Rows, value, value_over};
use crate::scene::chart::trend::SMALL_N;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

/// What is compared at each touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PersonaFigure {
    /// Of those who got there, how many left there.
    #[default]
    Exits,
    /// Of those who gave a score, how many are satisfied.
    Satisfied,
}

impl PersonaFigure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Exits, Self::Satisfied];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Exits => tr!("model-figure-exit-rate"),
            Self::Satisfied => tr!("model-figure-satisfied"),
        }
    }

    /// The share at a touchpoint.
    #[must_use]
    pub fn of(self, figures: &TouchpointFigures) -> Option<Rate> {
        match self {
            Self::Exits => figures.exit_rate,
            Self::Satisfied => Some(figures.satisfaction.as_ref()?.spread.as_ref()?.satisfied_rate),
        }
    }

    /// How far it is apart at a touchpoint.
    #[must_use]
    pub const fn apart(self, changes: &TouchpointChanges) -> Option<Change> {
        match self {
            Self::Exits => changes.exit_rate,
            Self::Satisfied => changes.satisfied,
        }
    }
}

/// A persona with what is measured of it.
#[derive(Clone, Copy, Debug)]
pub struct PersonaSeries<'a> {
    /// The persona's name.
    pub name: &'a str,
    /// Its figures.
    pub measures: &'a Measures,
}

/// For points and interval on a line, and one over the other.
const VALUES_WIDTH: f32 = 172.0;
const STACKED_WIDTH: f32 = 100.0;
/// Charts as wide as this have them on a line.
const WIDE: f32 = 500.0;
const DOT_PT: f32 = 5.0;
/// A triangle looks smaller than a circle of its size.
const TRIANGLE: f32 = 1.35;

/// The touchpoints where both have the figure; none when there is none. What is compared is corrected together, as between
/// two ranges of time.
#[must_use]
pub fn persona_chart(
    [one, other]: [PersonaSeries<'_>; 2],
    figure: PersonaFigure,
    map: &JourneyMap,
    (format, small): (NumberFormat, SmallGroups),
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let rate = |of: PersonaSeries<'_>, touchpoint| {
        let rate = figure.of(of.measures.at(touchpoint)?)?;
        small.rate(rate).value()
    };
    // How far the first is above the second.
    let compared = compare(other.measures, one.measures).touchpoints;
    let apart = |id| figure.apart(compared.iter().find(|of| of.touchpoint == id)?);
    let both = map.touchpoints_in_order().filter_map(|place| {
        let id = place.1.id;
        Some((place, [rate(one, id)?, rate(other, id)?], apart(id)?))
    });
    let both: Vec<_> = both.collect();
    let tested = compared.iter().filter(|of| figure.apart(of).is_some()).count();
    let highest =
        both.iter().flat_map(|(_, rates, _)| rates.iter().map(|rate| rate.high)).fold(0.0, f64::max);
    let end = (highest * 1.05).clamp(0.02, 1.0);
    let words = |share: f64| format.percent(share, 0);
    if both.is_empty() {
        return None;
    }
    let is_stacked = width < WIDE;
    let values_width = if is_stacked { STACKED_WIDTH } else { VALUES_WIDTH };
    let mut rows = Rows::new(Sketch::new(fonts, theme), (width, values_width), both.len(), (end, &words))?;
    let left = rows.values_left;
    for (place, rates, apart) in &both {
        let in_points = |share: f64| format.signed(100.0 * share, 1);
        let mut points = tr!("scene-chart-points", points = in_points(apart.difference));
        if apart.is_marked() {
            points.push('*');
        }
        let interval = format!("[{}, {}]", in_points(apart.low), in_points(apart.high));
        let percent = |rate: &Rate| format.percent(rate.value, 1);
        let label = tr!(
            "scene-chart-persona-label",
            place = place.1.name.trim(),
            one = one.name,
            first = percent(&rates[0]),
            other = other.name,
            second = percent(&rates[1]),
            points = points.as_str(),
            interval = interval.as_str()
        );
        rows.row(*place, label, |sketch, axes, row| {
            let theme = sketch.theme;
            let ground = theme.canvas;
            axes.marks(sketch, |chart| {
                for (number, (rate, color)) in
                    rates.iter().zip([theme.measured, theme.accent_text]).enumerate()
                {
                    // One above the other, so that what is alike can be told apart.
                    let y = row + if number == 0 { 0.34 } else { 0.66 };
                    let ends = vec![(rate.low, y), (rate.high, y)];
                    chart.draw_series([PathElement::new(ends, line(color.faded(0.6), 2.0))])?;
                    let radius = DOT_PT * if number == 0 { 1.0 } else { TRIANGLE };
                    let radius = super::super::backend::pixels(radius);
                    let fill = if rate.of < SMALL_N { ground } else { color };
                    if number == 0 {
                        chart.draw_series([Circle::new((rate.value, y), radius, filled(fill))])?;
                        chart.draw_series([Circle::new((rate.value, y), radius, line(color, 2.0))])?;
                    } else {
                        chart.draw_series([TriangleMarker::new((rate.value, y), radius, filled(fill))])?;
                        chart.draw_series([TriangleMarker::new(
                            (rate.value, y),
                            radius,
                            line(color, 2.0),
                        )])?;
                    }
                }
                Ok(())
            });
            let middle = axes.y_of(row + 0.5);
            let color = if apart.is_marked() { theme.text } else { theme.text_faint };
            let tell = if is_stacked { value_over } else { value };
            tell(sketch, (left, middle), (&points, color), &interval);
        });
    }
    let title = tr!("scene-chart-personas", figure = figure.label());
    let subtitle = tr!("scene-chart-personas-what", one = one.name, other = other.name, tested = tested);
    Some(rows.finish(title, subtitle))
}
