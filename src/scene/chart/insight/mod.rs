//! Charts of what the figures mean: pains by how bad and how often, what satisfaction is worth, targets with their forecast,
//! personas beside each other.

mod beside;
mod goals;
mod pain_numbers;
mod pains;
mod personas;
mod worth;

pub use beside::beside_chart;
pub use goals::goal_chart;
pub use pain_numbers::pain_numbers;
pub use pains::pain_matrix;
pub use personas::{PersonaFigure, PersonaSeries, persona_chart};
pub use worth::{returning_chart, revenue_chart};

use super::plot::{Axes, filled, line, rgb};
use super::trend::SMALL_N;
use crate::base::Color;
use crate::scene::sketch::Sketch;
use plotters::prelude::*;

/// A point with its interval; few things behind it leave its dot open.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: (f64, f64),
    interval: Option<(f64, f64)>,
    n: u64,
}

const DOT_PT: f32 = 4.5;

/// Dots with vertical lines for their intervals.
fn dots(sketch: &mut Sketch<'_>, axes: &Axes, marks: &[Mark], color: Color) {
    let ground = sketch.theme.canvas;
    let radius = super::backend::pixels(DOT_PT);
    axes.marks(sketch, |chart| {
        for mark in marks {
            if let Some((low, high)) = mark.interval {
                let ends = vec![(mark.at.0, low), (mark.at.0, high)];
                chart.draw_series([PathElement::new(ends, line(color.faded(0.7), 1.6))])?;
            }
            let fill = if mark.n < SMALL_N { ground } else { color };
            chart.draw_series([Circle::new(mark.at, radius, filled(fill))])?;
            chart.draw_series([Circle::new(mark.at, radius, line(color, 2.0))])?;
        }
        Ok(())
    });
}

/// A line through points.
fn through(sketch: &mut Sketch<'_>, axes: &Axes, points: Vec<(f64, f64)>, color: Color) {
    axes.marks(sketch, |chart| {
        if points.len() > 1 {
            chart.draw_series([PathElement::new(points, line(color, 2.5))])?;
        }
        Ok(())
    });
}

/// The area between lower and upper limits.
fn band(sketch: &mut Sketch<'_>, axes: &Axes, limits: &[(f64, f64, f64)], color: Color) {
    let upper = limits.iter().map(|(x, _, high)| (*x, *high));
    let lower = limits.iter().rev().map(|(x, low, _)| (*x, *low));
    let area: Vec<_> = upper.chain(lower).collect();
    axes.marks(sketch, |chart| {
        if area.len() > 3 {
            chart.draw_series([Polygon::new(area, rgb(color.faded(0.16)))])?;
        }
        Ok(())
    });
}
