//! What satisfaction is worth: what customers spend, and how many come again, by how satisfied they are.

use super::{Mark, dots, through};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::insights::worth::{Bin, Curve};
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::measure::stats::Moments;
use crate::scene::chart::ChartBody;
use crate::scene::chart::plot::{Axes, AxesLook, Axis, NOTE, VALUE};
use crate::scene::chart::rows::scene_of;
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

const HEIGHT: f32 = 320.0;
/// For the values of the axis, as a share of the width.
const LEFT: f32 = 0.16;
const WIDEST_LEFT: f32 = 84.0;
const RIGHT: f32 = 30.0;
const TOP: f32 = 26.0;
/// For the bins and how many customers there are in each.
const BOTTOM: f32 = 62.0;

/// Mean revenue of customers, by their satisfaction.
#[must_use]
pub fn revenue_chart(
    curve: &Curve<Moments>,
    (format, small): (NumberFormat, SmallGroups),
    width: f32,
    look: (&Theme, &Fonts),
) -> Option<ChartBody> {
    let mark = |bin: &Bin<Moments>| Mark {
        at: (bin.satisfaction, bin.figure.mean),
        interval: bin.figure.interval(),
        n: bin.figure.n,
    };
    let words = |value: f64, _: bool| format.decimals(value, if value.abs() < 100.0 { 2 } else { 0 });
    let body = Body { title: tr!("scene-chart-revenue"), format, small, is_share: false };
    body.chart(curve, mark, &words, width, look)
}

/// The share of customers who come again, by their satisfaction.
#[must_use]
pub fn returning_chart(
    curve: &Curve<Rate>,
    (format, small): (NumberFormat, SmallGroups),
    width: f32,
    look: (&Theme, &Fonts),
) -> Option<ChartBody> {
    let mark = |bin: &Bin<Rate>| Mark {
        at: (bin.satisfaction, bin.figure.value),
        interval: Some((bin.figure.low, bin.figure.high)),
        n: bin.figure.of,
    };
    let words = |value: f64, is_axis: bool| format.percent(value, usize::from(!is_axis));
    // A share from which a small count could be worked out is not drawn.
    let bins = curve.bins.iter().filter(|bin| !small.rate(bin.figure).is_hidden());
    let shown = Curve { bins: bins.cloned().collect(), rank: curve.rank, customers: curve.customers };
    let body = Body { title: tr!("scene-chart-returning"), format, small, is_share: true };
    body.chart(&shown, mark, &words, width, look)
}

struct Body {
    title: String,
    format: NumberFormat,
    small: SmallGroups,
    is_share: bool,
}

impl Body {
    /// `words` writes a value, in short for the axis.
    fn chart<T>(
        self,
        curve: &Curve<T>,
        mark: impl Fn(&Bin<T>) -> Mark,
        words: &dyn Fn(f64, bool) -> String,
        width: f32,
        (theme, fonts): (&Theme, &Fonts),
    ) -> Option<ChartBody> {
        let bins: Vec<&Bin<T>> = curve.bins.iter().filter(|bin| !self.small.hides(bin.customers)).collect();
        let marks: Vec<Mark> = bins.iter().map(|bin| mark(bin)).collect();
        let (first, last) = (bins.first()?.range.0, bins.last()?.range.1);
        let highest = marks.iter().map(|mark| mark.interval.map_or(mark.at.1, |(_, high)| high));
        let highest = highest.fold(0.0_f64, f64::max);
        let lowest =
            marks.iter().map(|mark| mark.interval.map_or(mark.at.1, |(low, _)| low)).fold(0.0, f64::min);
        let top = if self.is_share { (highest * 1.12).clamp(0.02, 1.0) } else { highest.mul_add(1.12, 1e-9) };
        let size = Size { width, height: HEIGHT };
        let plot =
            Rect { min: pt((LEFT * width).min(WIDEST_LEFT), TOP), max: pt(width - RIGHT, HEIGHT - BOTTOM) };
        let axis_words = |value: f64| words(value, true);
        let look =
            AxesLook { size, plot, x: first..last, y: lowest..top, labels: (Axis::Y, 5), words: &axis_words };
        let mut sketch = Sketch::new(fonts, theme);
        let axes = Axes::draw(&mut sketch, &look)?;
        through(&mut sketch, &axes, marks.iter().map(|mark| mark.at).collect(), theme.measured.faded(0.55));
        let mut taken = f32::MIN;
        for (number, (bin, mark)) in (0_u32..).zip(bins.iter().zip(&marks)) {
            let (left, right) = (axes.x_of(bin.range.0), axes.x_of(bin.range.1));
            let rect = Rect { min: pt(left, TOP), max: pt(right, HEIGHT) };
            let range = self.range(bin.range);
            let shown = self.format.count(bin.customers);
            let customers = tr!("scene-chart-customers", n = bin.customers, shown = shown.as_str());
            let fits = sketch.fonts.width(&customers, NOTE.face, NOTE.size_pt) <= right - left - 6.0;
            let below = if fits { customers.clone() } else { tr!("scene-chart-n", n = shown) };
            let value = words(mark.at.1, false);
            let told = match mark.interval {
                Some((low, high)) => format!("{value} ({} – {})", words(low, false), words(high, false)),
                None => value.clone(),
            };
            sketch.node(Element::Figure(number), rect, format!("{range}: {told}, {customers}"), |sketch| {
                dots(sketch, &axes, std::slice::from_ref(mark), theme.measured);
                let middle = (left + right) / 2.0;
                let baseline = HEIGHT - BOTTOM + 20.0;
                sketch.text(&range, NOTE, pt(middle, baseline), Align::Middle, theme.text_body);
                let at = pt(middle, baseline + 15.0);
                sketch.text(&below, NOTE, at, Align::Middle, theme.text_muted);
                // Over the interval, clear of the line from dot to dot; a line higher where the value before reaches as far.
                let top = axes.y_of(mark.interval.map_or(mark.at.1, |(_, high)| high.max(mark.at.1)));
                let width = sketch.fonts.width(&value, VALUE.face, VALUE.size_pt);
                let left = (axes.x_of(mark.at.0) - width / 2.0).min(size.width - width - 2.0);
                let over = if left < taken + 6.0 { 22.0 } else { 8.0 };
                taken = left + width;
                sketch.text(&value, VALUE, pt(left, (top - over).max(12.0)), Align::Start, theme.text);
            });
        }
        let at = pt((plot.min.x + plot.max.x) / 2.0, HEIGHT - 6.0);
        sketch.text(&tr!("scene-chart-by-satisfaction"), NOTE, at, Align::Middle, theme.text_faint);
        let decimals = |value: f64| self.format.decimals(value, 2);
        let subtitle = match curve.rank {
            Some(rank) => tr!(
                "scene-chart-spearman",
                rho = decimals(rank.rho),
                low = decimals(rank.low),
                high = decimals(rank.high),
                n = self.format.count(rank.n)
            ),
            None => tr!("scene-chart-no-spearman", n = self.format.count(curve.customers)),
        };
        Some(ChartBody { title: self.title, subtitle, scene: scene_of(sketch, size) })
    }

    fn range(&self, (low, high): (f64, f64)) -> String {
        let end = |value: f64| {
            let is_whole = (value - value.round()).abs() < 1e-9;
            self.format.decimals(value, usize::from(!is_whole))
        };
        format!("{} – {}", end(low), end(high))
    }
}
