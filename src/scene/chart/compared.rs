//! Two shares one below the other with their intervals: what a finding compares.

use super::ChartBody;
use super::plot::{filled, line};
use super::rows::{BAR, Rows, value};
use crate::base::fmt::NumberFormat;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

const VALUES_WIDTH: f32 = 124.0;
/// Half of the line across an end of an interval, as a share of a row.
const CAP: f64 = 0.12;

/// A share with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedShare {
    /// Of whom.
    pub name: String,
    /// 0…1.
    pub share: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// Of how many.
    pub n: u64,
}

/// What is compared.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// What it tells.
    pub title: &'a str,
    /// What the shares are.
    pub what: &'a str,
    /// The first is what it is about, the second what it is compared with.
    pub shares: &'a [ComparedShare; 2],
    /// A lower share is the better one.
    pub is_better_low: bool,
    /// How numbers are written.
    pub format: NumberFormat,
}

/// The chart, as wide as is asked for; none when there is no room.
#[must_use]
pub fn compared(of: &Compared<'_>, width: f32, (theme, fonts): (&Theme, &Fonts)) -> Option<ChartBody> {
    let words = |share: f64| of.format.percent(share, 0);
    let most = of.shares.iter().map(|share| share.interval.1.max(share.share)).fold(0.05, f64::max);
    let end = (most * 10.0).ceil() / 10.0;
    let mut rows = Rows::new(Sketch::new(fonts, theme), (width, VALUES_WIDTH), 2, (end, &words))?;
    let left = rows.values_left;
    let is_worse = (of.shares[0].share > of.shares[1].share) == of.is_better_low;
    for (place, share) in of.shares.iter().enumerate() {
        let (shown, n) = (of.format.percent(share.share, 1), of.format.count(share.n));
        let label = tr!(
            "scene-chart-compared-row",
            name = share.name.as_str(),
            share = shown.as_str(),
            n = n.as_str()
        );
        let (fill, color) = match (place, is_worse) {
            (0, true) => (theme.exit, theme.exit_strong_text),
            (0, false) => (theme.ok, theme.ok_text),
            _ => (theme.neutral, theme.text_body),
        };
        rows.named_row((&share.name, &tr!("scene-chart-compared-n", n = n)), label, |sketch, axes, row| {
            let interval_color = sketch.theme.exit_interval;
            axes.marks(sketch, |chart| {
                let corners = [(0.0, row + BAR.0), (share.share, row + BAR.1)];
                chart.draw_series([Rectangle::new(corners, filled(fill))])?;
                let middle = row + 0.5;
                let style = line(interval_color, 1.4);
                let cap = |at: f64| PathElement::new(vec![(at, middle - CAP), (at, middle + CAP)], style);
                let (low, high) = share.interval;
                let interval = PathElement::new(vec![(low, middle), (high, middle)], style);
                chart.draw_series([interval, cap(low), cap(high)])?;
                Ok(())
            });
            let (low, high) = share.interval;
            let note = tr!(
                "scene-chart-compared-interval",
                low = of.format.decimals(100.0 * low, 1),
                high = of.format.decimals(100.0 * high, 1)
            );
            value(sketch, (left, axes.y_of(row + 0.5)), (&shown, color), &note);
        });
    }
    Some(rows.finish(of.title.to_owned(), of.what.to_owned()))
}
