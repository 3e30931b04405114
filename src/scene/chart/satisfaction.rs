//! How scores are spread at each touchpoint: one bar of all answers, from dissatisfied to satisfied.

use super::plot::filled;
use super::rows::{BAR, Place, Rows, parts, places, value};
use super::{ChartBody, Charted};
use crate::base::Color;
use crate::measure::SatisfactionFigures;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

const VALUES_WIDTH: f32 = 116.0;
/// Between two parts of a bar, as a share of it.
const HAIR: f64 = 0.003;

/// A part of a bar: its share, its colour, and what it is.
type Part = (f64, Color, String);

pub fn bodies(of: &Charted<'_>, (width, most_rows): (f32, usize), look: (&Theme, &Fonts)) -> Vec<ChartBody> {
    let bar = |(_, touchpoint): Place<'_>| {
        let figures = of.measures.at(touchpoint.id)?;
        let satisfaction = figures.satisfaction.as_ref()?;
        let parts = parts_of(of, satisfaction, look.0)?;
        Some((satisfaction, parts))
    };
    let with_bar = |place| {
        let (satisfaction, parts) = bar(place)?;
        Some((place, satisfaction, parts))
    };
    let bars: Vec<_> = places(of).into_iter().filter_map(with_bar).collect();
    if bars.is_empty() {
        return Vec::new();
    }
    parts(&bars, most_rows).filter_map(|part| body(of, width, part, look)).collect()
}

fn body(
    of: &Charted<'_>,
    width: f32,
    bars: &[(Place<'_>, &SatisfactionFigures, Vec<Part>)],
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let words = |share: f64| of.format.percent(share, 0);
    let mut rows = Rows::new(Sketch::new(fonts, theme), (width, VALUES_WIDTH), bars.len(), (1.0, &words))?;
    let left = rows.values_left;
    for (place, satisfaction, parts) in bars {
        let mean = of.format.decimals(satisfaction.mean, 1);
        let n = tr!("scene-chart-n", n = of.format.count(satisfaction.n));
        let told = parts.iter().map(|(share, _, name)| format!("{name} {}", of.format.percent(*share, 0)));
        let told: Vec<_> = told.collect();
        let name = place.1.name.trim();
        let label = tr!("scene-chart-satisfaction-label", name = name, mean = mean.as_str());
        let label = format!("{label}, {n}, {}", told.join(", "));
        rows.row(*place, label, |sketch, axes, row| {
            let mut from = 0.0;
            for (share, color, _) in parts.iter().filter(|(share, ..)| *share > 0.0) {
                let corners = [(from, row + BAR.0), ((from + share - HAIR).max(from), row + BAR.1)];
                axes.marks(sketch, |chart| {
                    chart.draw_series([Rectangle::new(corners, filled(*color))]).map(drop)
                });
                from += share;
            }
            let measured = sketch.theme.measured;
            value(sketch, (left, axes.y_of(row + 0.5)), (&mean, measured), &n);
        });
    }
    Some(rows.finish(tr!("scene-chart-satisfaction"), tr!("scene-chart-satisfaction-what")))
}

/// The parts of all answers; none when one of them would tell a small group, and where only the mean is known.
fn parts_of(of: &Charted<'_>, satisfaction: &SatisfactionFigures, theme: &Theme) -> Option<Vec<Part>> {
    let spread = satisfaction.spread.as_ref()?;
    let total = satisfaction.n.max(1) as f64;
    let counts: Vec<u64> = spread.distribution.iter().map(|(_, count)| *count).collect();
    let is_told = |counts: &[u64]| of.small().list(counts).iter().all(|count| !count.is_hidden());
    if !counts.is_empty() && is_told(&counts) {
        let part = |(score, count): &(f64, u64)| {
            let color = color_of(satisfaction.scale.unit(*score), theme);
            (*count as f64 / total, color, of.format.decimals(*score, usize::from(score.fract() != 0.0)))
        };
        return Some(spread.distribution.iter().map(part).collect());
    }
    let three = [
        (spread.dissatisfied, theme.dissatisfied, tr!("scene-chart-dissatisfied")),
        (spread.neutral, theme.neutral, tr!("scene-chart-neutral")),
        (spread.satisfied, theme.satisfied, tr!("scene-chart-satisfied")),
    ];
    let part = |(count, color, name): (u64, Color, String)| (count as f64 / total, color, name);
    is_told(&[spread.dissatisfied, spread.neutral, spread.satisfied]).then(|| three.map(part).into())
}

/// As on a scale of five: full colours at its ends.
fn color_of(unit: f64, theme: &Theme) -> Color {
    match unit {
        u if u < 0.125 => theme.dissatisfied,
        u if u <= 0.375 => theme.rather_dissatisfied,
        u if u < 0.625 => theme.neutral,
        u if u < 0.875 => theme.rather_satisfied,
        _ => theme.satisfied,
    }
}
