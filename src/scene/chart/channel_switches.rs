//! Which channels customers switch between, and whether those who do leave more often than those who stay in one channel.

use super::ChartBody;
use super::page::{BODY_WIDTH, on_page};
use super::plot::{NAME, NOTE, STAGE, VALUE};
use super::rows::scene_of;
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, PathSeg, Scene};
use crate::scene::sketch::{Sketch, dashed};
use crate::scene::style::TextStyle;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// More channels can't be told apart.
pub const MOST_CHANNELS: usize = 9;
const WIDEST_NAMES: f32 = 150.0;
const LEAST_NAMES: f32 = 32.0;
const HEADINGS: f32 = 58.0;
const CELL_HEIGHT: f32 = 58.0;
const WIDEST_CELL: f32 = 116.0;
const GAP: f32 = 2.0;
/// A heading in a narrow column.
const NARROW_NAME: TextStyle = TextStyle { size_pt: 11.0, ..NAME };

/// A switch, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SwitchShown {
    /// Places of the two channels in the matrix.
    pub places: (usize, usize),
    /// How often.
    pub count: String,
    /// How dark its cell is, 0…1.
    pub shade: f32,
    /// The share that leaves.
    pub rate: Option<String>,
    /// How many points more or fewer leave than of those who stay, and whether it is surely so.
    pub against: Option<(String, Sure)>,
    /// Its full name.
    pub spoken: String,
}

/// Is it surely more or fewer that leave?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Surely more.
    More,
    /// Surely fewer.
    Fewer,
    /// Chance alone may do as much.
    Neither,
}

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SwitchMatrix {
    /// From top to bottom and from left to right.
    pub channels: Vec<String>,
    /// All channels of map and data, by which each has its colour.
    pub all: Vec<String>,
    /// What is known of switches.
    pub cells: Vec<SwitchShown>,
    /// How many of those who stay in one channel leave, in a sentence.
    pub staying: String,
}

/// The matrix, so wide; none with fewer than two channels. A switch is a figure by its place among the cells.
#[must_use]
pub fn channel_switches(of: &SwitchMatrix, width: f32, (theme, fonts): (&Theme, &Fonts)) -> Option<Scene> {
    let count = of.channels.len();
    if count < 2 {
        return None;
    }
    let mut sketch = Sketch::new(fonts, theme);
    let name_width = |name: &String| sketch.fonts.width(name, NAME.face, NAME.size_pt);
    let widest = of.channels.iter().map(name_width).fold(LEAST_NAMES, f32::max);
    let names = (widest + 22.0).min(WIDEST_NAMES).min(width * 0.26);
    let cell = ((width - names) / count as f32).min(WIDEST_CELL);
    let place = |row: usize, column: usize| {
        Rect::from_xywh(
            names + column as f32 * cell,
            HEADINGS + row as f32 * CELL_HEIGHT,
            cell - GAP,
            CELL_HEIGHT - GAP,
        )
    };
    headings(&mut sketch, of, (names, cell));
    for row in 0..count {
        for column in 0..count {
            let known = of.cells.iter().any(|cell| cell.places == (row, column));
            if row == column {
                sketch.rect(place(row, column), 5.0, None, Some(dashed(theme.border, 1.0, 3.0, 3.0)));
            } else if !known {
                sketch.rect(place(row, column), 5.0, theme.field, None);
            }
        }
    }
    for (number, switch) in of.cells.iter().enumerate() {
        let rect = place(switch.places.0, switch.places.1);
        sketch.node(Element::Figure(number as u32), rect, switch.spoken.as_str(), |sketch| {
            one(sketch, switch, rect);
        });
    }
    let mut bottom = HEADINGS + count as f32 * CELL_HEIGHT;
    let staying = sketch.wrap(&of.staying, STAGE, width);
    bottom = sketch.paragraph(&staying, pt(0.0, bottom + 18.0), Align::Start, theme.text_body);
    Some(scene_of(sketch, Size { width, height: bottom + 8.0 }))
}

/// The matrix as a picture of its own.
#[must_use]
pub fn channel_switches_page(of: &SwitchMatrix, footer: &str, theme: &Theme, fonts: &Fonts) -> Option<Scene> {
    let scene = channel_switches(of, BODY_WIDTH, (theme, fonts))?;
    let (title, subtitle) = (tr!("scene-chart-switches"), tr!("scene-chart-switch-exits-what"));
    Some(on_page(ChartBody { title, subtitle, scene }, footer, theme, fonts))
}

fn headings(sketch: &mut Sketch<'_>, of: &SwitchMatrix, (names, cell): (f32, f32)) {
    let theme = sketch.theme;
    sketch.text(&tr!("scene-chart-to"), STAGE, pt(names + 4.0, 14.0), Align::Start, theme.text_muted);
    sketch.text(&tr!("scene-chart-from"), STAGE, pt(0.0, HEADINGS - 12.0), Align::Start, theme.text_muted);
    for (place, channel) in of.channels.iter().enumerate() {
        let color = theme.channel_among(channel, of.all.iter().map(String::as_str));
        let left = names + place as f32 * cell;
        // In a narrow column the name goes before its colour, which the row has, too.
        let has_room = sketch.fonts.width(channel, NAME.face, NAME.size_pt) <= cell - 18.0;
        let (indent, style) = if has_room { (14.0, NAME) } else { (1.0, NARROW_NAME) };
        let words = sketch.wrap_short(channel, style, (cell - indent - GAP).max(8.0), 1);
        if has_room {
            sketch.circle(pt(left + 7.0, HEADINGS - 18.5), 3.6, color, None);
        }
        sketch.paragraph(&words, pt(left + indent, HEADINGS - 14.0), Align::Start, theme.text);
        let middle = HEADINGS + (place as f32 + 0.5) * CELL_HEIGHT - 1.0;
        let words = sketch.wrap_short(channel, NAME, (names - 20.0).max(8.0), 2);
        sketch.circle(pt(4.0, middle), 3.6, color, None);
        let first = middle + 4.5 - words.drop() / 2.0;
        sketch.paragraph(&words, pt(14.0, first), Align::Start, theme.text);
    }
}

fn one(sketch: &mut Sketch<'_>, switch: &SwitchShown, rect: Rect) {
    let theme = sketch.theme;
    sketch.rect(rect, 5.0, theme.measured.faded(0.08 + 0.30 * switch.shade).over(theme.card), None);
    let middle = rect.center();
    let lines = 1 + usize::from(switch.rate.is_some()) + usize::from(switch.against.is_some());
    let mut y = middle.y + 4.5 - (lines - 1) as f32 * 7.5;
    sketch.text(&switch.count, VALUE, pt(middle.x, y), Align::Middle, theme.text);
    if let Some(rate) = &switch.rate {
        y += 15.0;
        let rate = fitting(sketch, rate, rect.width() - 4.0);
        sketch.text(rate, NOTE, pt(middle.x, y), Align::Middle, theme.text_body);
    }
    let Some((words, sure)) = &switch.against else { return };
    y += 14.0;
    let color = match sure {
        Sure::More => theme.exit_text,
        Sure::Fewer => theme.ok_text,
        Sure::Neither => theme.text_muted,
    };
    let words = fitting(sketch, words, rect.width() - 18.0);
    let width = sketch.fonts.width(words, NOTE.face, NOTE.size_pt);
    let shift = if *sure == Sure::Neither { 0.0 } else { 5.0 };
    sketch.text(words, NOTE, pt(middle.x + shift, y), Align::Middle, color);
    arrow(sketch, *sure, (middle.x + shift - width / 2.0 - 6.0, y - 3.8), color);
}

/// The words, or where there is no room for them the number with which they begin.
fn fitting<'w>(sketch: &Sketch<'_>, words: &'w str, room: f32) -> &'w str {
    let fits = sketch.fonts.width(words, NOTE.face, NOTE.size_pt) <= room;
    if fits { words } else { words.split(' ').next().unwrap_or(words) }
}

/// Up where surely more leave, down where surely fewer do.
fn arrow(sketch: &mut Sketch<'_>, sure: Sure, (x, y): (f32, f32), color: Color) {
    let up = match sure {
        Sure::More => 1.0,
        Sure::Fewer => -1.0,
        Sure::Neither => return,
    };
    let corners = vec![
        PathSeg::Move(pt(x, y - 4.0 * up)),
        PathSeg::Line(pt(x + 3.6, y + 3.2 * up)),
        PathSeg::Line(pt(x - 3.6, y + 3.2 * up)),
        PathSeg::Close,
    ];
    sketch.path(corners, color, None);
}
