//! How many get how far: closed journeys at each touchpoint of the drawn line, and how many of them do not go on to the next.

use super::plot::filled;
use super::rows::{BAR, Place, Rows, parts, places, value};
use super::{ChartBody, Charted};
use crate::measure::TouchpointFigures;
use crate::measure::small_groups::Shown;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

const VALUES_WIDTH: f32 = 168.0;

pub fn bodies(of: &Charted<'_>, (width, most_rows): (f32, usize), look: (&Theme, &Fonts)) -> Vec<ChartBody> {
    if of.measures.is_survey || of.measures.is_summary {
        return Vec::new();
    }
    let figures = |place: Place<'_>| of.measures.at(place.1.id);
    let steps: Vec<_> = places(of).into_iter().filter_map(|place| Some((place, figures(place)?))).collect();
    let most = steps.iter().map(|(_, figures)| figures.closed).max().unwrap_or(0);
    if most == 0 {
        return Vec::new();
    }
    let parts = parts(&steps, most_rows);
    parts.filter_map(|part| body(of, (width, most), part, look)).collect()
}

fn body(
    of: &Charted<'_>,
    (width, most): (f32, u64),
    steps: &[(Place<'_>, &TouchpointFigures)],
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // labels of an axis of counts
    let words = |count: f64| of.format.short_count(count.max(0.0).round() as u64);
    #[allow(clippy::cast_precision_loss)] // as long as a bar
    let end = most as f64;
    let mut rows = Rows::new(Sketch::new(fonts, theme), (width, VALUES_WIDTH), steps.len(), (end, &words))?;
    let left = rows.values_left;
    for (place, figures) in steps {
        let closed = of.small().count(figures.closed);
        let count = of.count_words(closed);
        let lost = figures.drop_off.map(|lost| of.small().share(lost, figures.closed));
        let lost = lost.and_then(Shown::value).filter(|_| !closed.is_hidden());
        let lost = lost.map(|lost| tr!("scene-chart-lost", share = of.format.percent(lost, 0)));
        let name = place.1.name.trim();
        let label = tr!("scene-chart-funnel-label", name = name, count = count.as_str());
        let label = [label, lost.clone().unwrap_or_default()];
        let label = label.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        rows.row(*place, label, |sketch, axes, row| {
            let theme = sketch.theme;
            #[allow(clippy::cast_precision_loss)] // as long as a bar
            let length = closed.value().unwrap_or(0) as f64;
            if length > 0.0 {
                axes.marks(sketch, |chart| {
                    let corners = [(0.0, row + BAR.0), (length, row + BAR.1)];
                    chart.draw_series([Rectangle::new(corners, filled(theme.measured))]).map(drop)
                });
            }
            let middle = axes.y_of(row + 0.5);
            value(sketch, (left, middle), (&count, theme.text), lost.as_deref().unwrap_or_default());
        });
    }
    Some(rows.finish(tr!("scene-chart-funnel"), tr!("scene-chart-funnel-what")))
}
