//! The row of exit bars: its axis, which bars stand out, and what is written on them.

use super::labels::Labels;
use super::{Bar, SMALL_N};
use crate::base::fmt::NumberFormat;
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::model::TouchpointId;
use std::collections::{BTreeMap, BTreeSet};

/// Ends of the axis that people read easily.
pub const AXIS_ENDS: [f64; 10] = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0];

/// What all bars have in common.
pub struct ExitScale {
    /// Upper end of the axis.
    pub axis_max: f64,
    strong: BTreeSet<TouchpointId>,
}

impl ExitScale {
    /// Fits the axis to the bars that may be shown. Bars stand out when even the lower limit lies above the mean over all
    /// touchpoints (exits ÷ closed journeys there), the worst third at most.
    pub fn of(measures: &Measures, small_groups: SmallGroups) -> Self {
        let shown = |of: &TouchpointFigures| {
            let rate = small_groups.rate(of.exit_rate?).value()?;
            Some((of.touchpoint, rate))
        };
        let mut rates: Vec<(TouchpointId, Rate)> = measures.touchpoints.iter().filter_map(shown).collect();
        let highest = rates.iter().map(|(_, rate)| if rate.of < SMALL_N { rate.value } else { rate.high });
        let highest = highest.fold(0.0, f64::max);
        let axis_max = AXIS_ENDS.into_iter().find(|end| highest <= *end).unwrap_or(1.0);

        let exits: u64 = rates.iter().map(|(_, rate)| rate.count).sum();
        let closed: u64 = rates.iter().map(|(_, rate)| rate.of).sum();
        let mean = exits as f64 / closed.max(1) as f64;
        let most = rates.len().div_ceil(3);
        rates.retain(|(_, rate)| rate.low > mean);
        rates.sort_by(|(_, one), (_, other)| other.low.total_cmp(&one.low));
        Self { axis_max, strong: rates.into_iter().take(most).map(|(touchpoint, _)| touchpoint).collect() }
    }

    /// The bar of a touchpoint.
    pub fn bar(&self, figures: &TouchpointFigures, labels: &Labels<'_>) -> Option<Bar> {
        let rate = labels.small_groups.rate(figures.exit_rate?).value()?;
        let small = rate.of < SMALL_N;
        Some(Bar {
            value: rate.value,
            low: rate.low,
            high: rate.high,
            label: labels.rate(rate),
            note: if small { labels.few(rate.of) } else { labels.interval(rate) },
            strong: self.strong.contains(&figures.touchpoint),
            small,
        })
    }
}

/// The bars of two parts of the data by touchpoint, as far as one of them may be shown, and the upper end of their one axis.
#[must_use]
pub fn of_two(
    both: [&Measures; 2],
    small_groups: SmallGroups,
    format: &NumberFormat,
) -> (f64, BTreeMap<TouchpointId, [Option<Bar>; 2]>) {
    let labels = Labels { format, small_groups };
    let scales = both.map(|measures| ExitScale::of(measures, small_groups));
    let mut bars: BTreeMap<TouchpointId, [Option<Bar>; 2]> = BTreeMap::new();
    for (place, (measures, scale)) in both.into_iter().zip(&scales).enumerate() {
        for figures in &measures.touchpoints {
            if let Some(bar) = scale.bar(figures, &labels) {
                bars.entry(figures.touchpoint).or_default()[place] = Some(bar);
            }
        }
    }
    (scales[0].axis_max.max(scales[1].axis_max), bars)
}
