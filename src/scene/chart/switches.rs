//! From which channel customers go to which: a matrix of how often, with the exit rate of the journeys that did.

use super::plot::{AXIS_HEIGHT, Axes, AxesLook, Axis, NAME, NOTE, STAGE, VALUE, filled};
use super::rows::scene_of;
use super::{ChartBody, Charted};
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::measure::SwitchFigures;
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use plotters::prelude::*;

/// More channels can't be told apart; the smallest are left out.
const MOST: usize = 9;
const NAMES_WIDTH: f32 = 150.0;
const HEADINGS_HEIGHT: f32 = 62.0;
const TALLEST_CELL: f32 = 58.0;
/// Between two cells, as a share of one.
const GAP: f64 = 0.03;

pub fn body(of: &Charted<'_>, width: f32, (theme, fonts): (&Theme, &Fonts)) -> Option<ChartBody> {
    let switches = &of.measures.channel_switches;
    let (channels, left_out) = channels(switches);
    if channels.len() < 2 {
        return None;
    }
    let mut sketch = Sketch::new(fonts, theme);
    #[allow(clippy::cast_precision_loss)] // nine at most
    let count = channels.len() as f32;
    let room = width - NAMES_WIDTH;
    let cell = (room / count).min(TALLEST_CELL);
    let size = Size { width, height: HEADINGS_HEIGHT + cell * count };
    let plot = Rect { min: pt(NAMES_WIDTH, HEADINGS_HEIGHT), max: pt(width, size.height) };
    let no_words = |_| String::new();
    let ends = f64::from(count);
    // Below the plot is kept what an axis would need, which a matrix has not.
    let with_axis = Size { height: size.height + AXIS_HEIGHT, ..size };
    let look = AxesLook {
        size: with_axis,
        plot,
        x: 0.0..ends,
        y: ends..0.0,
        labels: (Axis::X, 0),
        words: &no_words,
    };
    let axes = Axes::draw(&mut sketch, &look)?;
    sketch.items.clear();
    headings(&mut sketch, &axes, &channels, of);
    let most = switches.iter().map(|switch| switch.count).max().unwrap_or(1);
    let places = (0_u32..).zip(channels.iter().enumerate().flat_map(|(row, from)| {
        channels.iter().enumerate().map(move |(column, to)| ((row, *from), (column, *to)))
    }));
    for (number, ((row, from), (column, to))) in places {
        let switch = switches.iter().find(|switch| switch.from == from && switch.to == to);
        #[allow(clippy::cast_precision_loss)] // nine at most
        let at = (column as f64, row as f64);
        one(&mut sketch, &axes, (number, at), (from, to), (switch, most), of);
    }
    let subtitle = match left_out {
        0 => tr!("scene-chart-switches-what"),
        _ => tr!("scene-chart-switches-some", count = left_out),
    };
    Some(ChartBody { title: tr!("scene-chart-switches"), subtitle, scene: scene_of(sketch, size) })
}

/// The channels with most switches, and how many have been left out.
fn channels(switches: &[SwitchFigures]) -> (Vec<&str>, usize) {
    let mut channels: Vec<(&str, u64)> = Vec::new();
    for switch in switches {
        for name in [&switch.from, &switch.to] {
            match channels.iter_mut().find(|(known, _)| known == name) {
                Some((_, count)) => *count += switch.count,
                None => channels.push((name, switch.count)),
            }
        }
    }
    channels
        .sort_by(|(one, one_count), (other, other_count)| other_count.cmp(one_count).then(one.cmp(other)));
    let left_out = channels.len().saturating_sub(MOST);
    channels.truncate(MOST);
    (channels.into_iter().map(|(name, _)| name).collect(), left_out)
}

/// Names above the columns and beside the rows, each with a dot in its colour.
fn headings(sketch: &mut Sketch<'_>, axes: &Axes, channels: &[&str], of: &Charted<'_>) {
    let theme = sketch.theme;
    let all = || of.map.channels.iter().map(|channel| channel.name.as_str());
    let (to, from) = (tr!("scene-chart-to"), tr!("scene-chart-from"));
    sketch.text(&to, STAGE, pt(axes.plot.min.x + 8.0, 14.0), Align::Start, theme.text_muted);
    sketch.text(&from, STAGE, pt(0.0, HEADINGS_HEIGHT - 12.0), Align::Start, theme.text_muted);
    for (place, channel) in (0_u32..).map(f64::from).zip(channels) {
        let color = theme.channel_among(channel, all());
        let cell = axes.rect((place, place + 1.0), (place, place + 1.0));
        let room = cell.width() - 30.0;
        let name = sketch.wrap_short(channel, NAME, room, 1);
        let top = HEADINGS_HEIGHT - 14.0;
        sketch.circle(pt(cell.min.x + 12.0, top - 4.5), 4.0, color, None);
        sketch.paragraph(&name, pt(cell.min.x + 22.0, top), Align::Start, theme.text);
        let name = sketch.wrap_short(channel, NAME, NAMES_WIDTH - 34.0, 1);
        let middle = cell.center().y;
        sketch.circle(pt(4.0, middle), 4.0, color, None);
        sketch.paragraph(&name, pt(16.0, middle + 4.5), Align::Start, theme.text);
    }
}

fn one(
    sketch: &mut Sketch<'_>,
    axes: &Axes,
    (number, (column, row)): (u32, (f64, f64)),
    (from, to): (&str, &str),
    (switch, most): (Option<&SwitchFigures>, u64),
    of: &Charted<'_>,
) {
    let theme = sketch.theme;
    let rect = axes.rect((column, column + 1.0), (row, row + 1.0));
    let corners = [(column + GAP, row + GAP), (column + 1.0 - GAP, row + 1.0 - GAP)];
    let ground = |sketch: &mut Sketch<'_>, color: Color| {
        axes.marks(sketch, |chart| chart.draw_series([Rectangle::new(corners, filled(color))]).map(drop));
    };
    let Some(switch) = switch else { return ground(sketch, theme.field) };
    let count = of.small().count(switch.count);
    let words = of.count_words(count);
    let rate = switch.exit_rate.and_then(|rate| of.small().share(rate, switch.count).value());
    let rate = rate.map(|rate| tr!("scene-chart-leave", share = of.format.percent(rate, 0)));
    let label = tr!("scene-chart-switch-label", from = from, to = to, count = words.as_str());
    let label = [Some(label), rate.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    sketch.node(Element::Figure(number), rect, label, |sketch| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // a shade
        let share = count.value().unwrap_or(0) as f32 / most.max(1) as f32;
        ground(sketch, theme.measured.faded(0.08 + 0.34 * share).over(theme.card));
        let middle = rect.center();
        let baseline = if rate.is_some() { middle.y - 2.0 } else { middle.y + 4.5 };
        sketch.text(&words, VALUE, pt(middle.x, baseline), Align::Middle, theme.text);
        if let Some(rate) = &rate {
            sketch.text(rate, NOTE, pt(middle.x, middle.y + 14.0), Align::Middle, theme.exit_text);
        }
    });
}
