//! The week's hours: how much comes when, and how long it waits, as two grids of seven days and twenty-four hours.

use super::ChartBody;
use super::page::{BODY_WIDTH, on_page};
use super::plot::{NOTE, STAGE};
use super::rows::scene_of;
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene};
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

const HOURS: usize = 24;
const NAMES: f32 = 36.0;
const TITLE: f32 = 26.0;
const AXIS: f32 = 20.0;
const LOWEST_CELL: f32 = 13.0;
const HIGHEST_CELL: f32 = 26.0;
const BETWEEN: f32 = 18.0;

/// An hour of the week, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HourShown {
    /// Visits; none = hidden.
    pub visits: Option<u64>,
    /// Median wait in seconds; none = hidden, or nobody says.
    pub wait: Option<f64>,
    /// Its full name.
    pub spoken: String,
}

/// All hours of a week, from Monday's first on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// Whose.
    pub subtitle: String,
    /// The hours: 168, or nothing is shown.
    pub cells: Vec<HourShown>,
    /// The most visits of an hour, as they are written.
    pub most_visits: String,
    /// The longest median wait, as it is written; empty = no hour has one.
    pub longest_wait: String,
}

/// The name of a weekday; 0 is Monday.
#[must_use]
pub fn weekday(day: usize) -> String {
    tr!("scene-weekday", day = day)
}

/// Both grids, so wide; the second one only where waits are known. A cell is figure number 24 × day + hour.
#[must_use]
pub fn hours(of: &Hours, width: f32, (theme, fonts): (&Theme, &Fonts)) -> Option<Scene> {
    if of.cells.len() != 7 * HOURS {
        return None;
    }
    let mut sketch = Sketch::new(fonts, theme);
    let cell = ((width - NAMES) / HOURS as f32).max(1.0);
    let height = cell.clamp(LOWEST_CELL, HIGHEST_CELL);
    let mut y = grid(
        &mut sketch,
        of,
        (0.0, cell, height),
        (&tr!("scene-chart-hours-visits", most = of.most_visits.as_str()), theme.measured),
        |cell| cell.visits.map(|visits| visits as f64),
    );
    if !of.longest_wait.is_empty() {
        y = grid(
            &mut sketch,
            of,
            (y + BETWEEN, cell, height),
            (&tr!("scene-chart-hours-waits", longest = of.longest_wait.as_str()), theme.warning_text),
            |cell| cell.wait,
        );
    }
    Some(scene_of(sketch, Size { width, height: y }))
}

/// The chart as a picture of its own.
#[must_use]
pub fn hours_page(of: &Hours, footer: &str, theme: &Theme, fonts: &Fonts) -> Option<Scene> {
    let scene = hours(of, BODY_WIDTH, (theme, fonts))?;
    let body = ChartBody { title: tr!("scene-chart-hours"), subtitle: of.subtitle.clone(), scene };
    Some(on_page(body, footer, theme, fonts))
}

fn grid(
    sketch: &mut Sketch<'_>,
    of: &Hours,
    (top, width, height): (f32, f32, f32),
    (title, color): (&str, Color),
    value: impl Fn(&HourShown) -> Option<f64>,
) -> f32 {
    let theme = sketch.theme;
    let title = sketch.wrap_short(title, STAGE, NAMES + width * HOURS as f32, 1);
    sketch.paragraph(&title, pt(0.0, top + 12.0), Align::Start, theme.text_body);
    let first = top + TITLE;
    let most = of.cells.iter().filter_map(&value).fold(0.0, f64::max);
    for day in 0..7 {
        let y = first + day as f32 * height;
        let at = pt(NAMES - 7.0, y + height / 2.0 + 3.6);
        sketch.text(&weekday(day), NOTE, at, Align::End, theme.text_muted);
        for hour in 0..HOURS {
            let number = day * HOURS + hour;
            let shown = &of.cells[number];
            let rect = Rect::from_xywh(NAMES + hour as f32 * width, y, width, height);
            let gap = 0.75_f32.min(width / 8.0);
            let element = Element::Figure(number as u32);
            sketch.node(element, rect, shown.spoken.as_str(), |sketch| {
                let share = value(shown).filter(|_| most > 0.0).map(|value| (value / most) as f32);
                let fill = match share {
                    Some(share) if share > 0.0 => color.faded(0.10 + 0.85 * share).over(theme.card),
                    Some(_) => theme.field,
                    None => theme.panel_inset,
                };
                sketch.rect(rect.expanded(-gap), 2.0, fill, None);
            });
        }
    }
    let bottom = first + 7.0 * height;
    for hour in (0..=HOURS).step_by(6) {
        let align = match hour {
            0 => Align::Start,
            HOURS => Align::End,
            _ => Align::Middle,
        };
        let at = pt(NAMES + hour as f32 * width, bottom + 14.0);
        sketch.text(&tr!("scene-hour", hour = format!("{hour:02}")), NOTE, at, align, theme.text_faint);
    }
    bottom + AXIS
}
